/**
 * Lists that come back on pages of many columns (the latest of 通知公告 beside everything): one list of one column, shown
 * everywhere. On the pages of others it is marked as standing elsewhere and never taken for their own; where it had been,
 * the page's next list is. Asks the site, not the class names.
 */
import { compareForm } from '#base/text'
import type { Page, PageList } from '#model/page'
import type { PageView } from '#model/site-view'
import { selfColumnNames } from './column-names.ts'

/** Columns on whose pages a list must come back. */
const COLUMNS = 4
/** Rows by which one list is told from another. */
const ROWS = 3

export function withoutRefrains(views: readonly PageView[]): readonly PageView[] {
  const columns = new Map<string, Set<string>>()
  for (const view of views) {
    const own = nameOf(view)
    if (own === null) continue
    for (const list of view.page.lists) {
      const key = keyOf(list)
      if (key === null) continue
      const known = columns.get(key)
      if (known === undefined) columns.set(key, new Set([own]))
      else known.add(own)
    }
  }
  const refrains = new Set([...columns].filter(([, on]) => on.size >= COLUMNS).map(([key]) => key))
  if (refrains.size === 0) return views
  return views.map((view) => {
    const own = nameOf(view)
    if (own === null || view.page.kind.value === 'home') return view
    const others = view.page.lists.filter((list) => {
      const key = keyOf(list)
      return key !== null && refrains.has(key) && compareForm(list.heading ?? '') !== own
    })
    return others.length === 0
      ? view
      : { ...view, page: { ...view.page, lists: marked(view.page, new Set(others)) } }
  })
}

/** Short name under which the page stands in the site; null where it does not say. */
function nameOf(view: PageView): string | null {
  const [name] = selfColumnNames(view)
  return name === undefined ? null : compareForm(name)
}

/** Heading and first rows; null for a list without a heading of its own. */
function keyOf({ heading, items }: PageList): string | null {
  if (heading === null || items.length === 0) return null
  const rows = items.slice(0, ROWS).map((item) => item.url ?? item.title)
  return [compareForm(heading), ...rows].join('\n')
}

function marked(page: Page, others: ReadonlySet<PageList>): readonly PageList[] {
  const lost = page.lists.some((list) => list.subject && others.has(list))
  const left = page.lists.filter((list) => !others.has(list) && list.elsewhere !== true)
  const kept = left.some((list) => list.subject)
  const weight = (list: PageList): number =>
    list.items.length + list.items.filter((item) => item.publishedOn !== null).length * 2
  const next = lost && !kept ? left.sort((a, b) => weight(b) - weight(a))[0] : undefined
  return page.lists.map((list) => {
    if (others.has(list)) return { ...list, subject: false, elsewhere: true }
    return list === next ? { ...list, subject: true } : list
  })
}
