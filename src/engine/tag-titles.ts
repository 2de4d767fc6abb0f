/** ArticleTitle tags of articles that hold the title of another page. Whether that is a fault is for the check. */
import { compareForm } from '#base/text'
import type { OfficialTag } from '#model/page'
import type { PageView } from '#model/site-view'

interface TaggedView {
  readonly view: PageView
  readonly tag: OfficialTag
}

/** Share of the tagged articles from which on it is the way of the system, and no slip. */
const WAY_OF_SYSTEM = 0.2
const LEAST_TITLE = 6

/**
 * Those whose tag says what the page nowhere says: it has nothing in common with the page's own title, or is the very title
 * of another page (1—6月 on the page of 1—9月), what several pages say that are called otherwise, or the site's name.
 */
export function titlesOfOthers(
  tagged: readonly TaggedView[],
  names: readonly string[],
): readonly TaggedView[] {
  const shared = sharedAmong(tagged)
  const titles = new Set(tagged.map(({ view }) => compareForm(view.page.title ?? '')))
  const bad = tagged.filter(({ view: { page }, tag }) => {
    const own = compareForm(page.title ?? '')
    const said = compareForm(tag.content)
    // The page of the body itself may be called after it.
    if (own.length < LEAST_TITLE || own === said) return false
    // The column's name in place of the title.
    if (page.trail.map(compareForm).includes(said) && !own.includes(said)) return true
    // Or the site's.
    if (names.includes(said)) return true
    if (said.length < (shared.has(said) ? LEAST_SHARED : LEAST_TITLE)) return false
    const words = compareForm(`${page.title}${page.headTitle ?? ''}${page.text.excerpt}`)
    if (words.includes(said)) return false
    return titles.has(said) || shared.has(said) || !haveWordInCommon(own, said)
  })
  return bad.length > Math.max(1, tagged.length * WAY_OF_SYSTEM) ? [] : bad
}

/** What stands in the tag of several articles that are called otherwise. */
function sharedAmong(tagged: readonly TaggedView[]): ReadonlySet<string> {
  const own = new Map<string, Set<string>>()
  for (const { view, tag } of tagged) {
    const said = compareForm(tag.content)
    own.set(said, (own.get(said) ?? new Set()).add(compareForm(view.page.title ?? '')))
  }
  return new Set([...own].flatMap(([said, titles]) => (titles.size > 1 ? [said] : [])))
}
/** 通知, 公告 may be all that is known of several. */
const LEAST_SHARED = 4

/** Two characters that stand side by side in both. */
function haveWordInCommon(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at += 1) if (b.includes(a.slice(at, at + 2))) return true
  return false
}
