/**
 * Entries that a reader sees but whose address the markup does not tell: menu words behind `javascript:;`, and pictures
 * without words. They name what may exist beyond our reading, so nothing may be called missing while one could be it.
 */
import { compareForm, squash } from '#base/text'
import type { BareEntry } from '#model/page'
import type { Column, PageView, SiteView } from '#model/site-view'
import { linkText } from './links.ts'
import { targetOf } from './targets.ts'
import type { TopicMatcher } from './topics.ts'
import type { El, PageTree } from './tree.ts'

const MAX_ENTRIES = 150
const MAX_NAME = 20
/** Elements that wrap more than this are no entry but a whole menu. */
const MAX_INSIDE = 12

/** In document order; each text once, pictures without words all. */
export function readBareEntries(tree: PageTree, base: string): BareEntry[] {
  const entries: BareEntry[] = []
  const seen = new Set<string>()
  for (const el of tree.leading) {
    if (entries.length >= MAX_ENTRIES) break
    const isLink = el.tag === 'a' || el.tag === 'area'
    if (!isLink && (el.attrs.onclick === undefined || el.last - el.i > MAX_INSIDE)) continue
    if (targetOf(el, base) !== null || el.attrs.name !== undefined) continue
    const text = linkText(tree, el) || squash(el.attrs.title ?? '')
    if (text.length > MAX_NAME || (text !== '' && !/\p{Script=Han}/u.test(text))) continue
    if (text === '' && !(isLink && holdsPicture(tree, el))) continue
    if (text !== '' && seen.has(text)) continue
    seen.add(text)
    entries.push({ text, at: [el.start, el.end] })
  }
  return entries
}

function holdsPicture(tree: PageTree, el: El): boolean {
  for (let i = el.i + 1; i < el.last; i++) if (tree.els[i]?.tag === 'img') return true
  return false
}

/** Worded entries that name a canonical topic and no column already read, each text once. */
export function bareEntriesOf(
  views: readonly PageView[],
  columns: readonly Column[],
  matcher: TopicMatcher,
): SiteView['bareEntries'] {
  const known = new Set(columns.map((column) => compareForm(column.name)))
  const found = new Map<string, SiteView['bareEntries'][number]>()
  for (const { page } of views) {
    for (const { text, at } of page.bareEntries ?? []) {
      if (text === '' || found.has(text) || known.has(compareForm(text))) continue
      const topic = matcher.topicOf({ names: [text], trail: [], url: '', tags: [] })
      if (topic === null) known.add(compareForm(text))
      else found.set(text, { text, topic: topic.value, place: { url: page.url, at, quote: text } })
    }
  }
  return [...found.values()]
}
