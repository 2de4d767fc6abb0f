/** Days that no calendar has (2023-06-31), where a page or a list prints when something was published. */
import { makeDay } from '#base/day'
import type { PageView, SiteView } from '#model/site-view'

/** The day behind its label, right below the title. */
const PRINTED =
  /(?:(?:发布|公开|更新|发表)(?:日期|时间)|(?:^|\s)(?:日期|时间))\s*[:：]\s*((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/g
/** Where a page prints when it was published. */
const HEAD_OF_PAGE = 300

/** A day alone in its cell of a list. */
const LISTED = /(?<![\w./-])((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\])）]?(?=\s|$)/g

/** Each page that prints one, with the words. */
export function noSuchDays(
  site: SiteView,
): readonly { readonly view: PageView; readonly quote: string }[] {
  const onLists = new Set(
    site.columns.filter(({ items }) => items.length > 0).map(({ url }) => site.pageAt(url)),
  )
  return site.pages.flatMap((view) => {
    const text = view.page.text.excerpt
    const isArticle = view.page.kind.value === 'article'
    const runs = isArticle
      ? text.slice(0, HEAD_OF_PAGE).matchAll(PRINTED)
      : onLists.has(view)
        ? text.matchAll(LISTED)
        : []
    const wrong = [...runs].find(([, year, month, day]) =>
      isNoDay(Number(year), Number(month), Number(day)),
    )
    return wrong === undefined ? [] : [{ view, quote: wrong[0] }]
  })
}

function isNoDay(year: number, month: number, day: number): boolean {
  const inRange = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return inRange && makeDay(year, month, day) === null
}
