/**
 * Entries that a reader sees but whose address the markup does not tell: menu words behind `javascript:;`, and pictures
 * without words. They name what may exist beyond our reading, so nothing may be called missing while one could be it.
 */
import { FILE_NAME } from '#base/file-names'
import { compareForm, squash } from '#base/text'
import type { BareEntry } from '#model/page'
import type { Column, PageView, SiteView } from '#model/site-view'
import { MARKS } from './html-names.ts'
import { linkText } from './links.ts'
import { isInert, targetOf } from './targets.ts'
import type { TopicMatcher } from './topics.ts'
import type { El, PageTree } from './tree.ts'

const MAX_ENTRIES = 150
const MAX_NAME = 20
const MAX_FILE_NAME = 80
/** `file:///C:/Users/…`, `D:\\附件\\…`: where the file lay when it was put in. */
export const ON_DISK = /^\s*(?:file:|[c-z]:[\\/])/i
const MISSPELT = /^\s*(?!https?:\/\/)h{0,2}t{1,3}p{0,2}s{0,2}\s*[:;：；]\s*[\\/]{1,3}/i
/** Elements that wrap more than this are no entry but a whole menu. */
const MAX_INSIDE = 12

/** In document order; each text once, pictures without words all. */
export function readBareEntries(tree: PageTree, base: string): BareEntry[] {
  const entries: BareEntry[] = []
  const seen = new Set<string>()
  for (const el of tree.leading) {
    if (entries.length >= MAX_ENTRIES) break
    const isLink = el.tag === 'a' || el.tag === 'area'
    const isTab = el.tag === 'summary' || (el.marks & MARKS.shows) !== 0
    if (!isLink && el.attrs.onclick === undefined && !isTab) continue
    if (!isLink && el.last - el.i > MAX_INSIDE) continue
    if (targetOf(el, base) !== null || el.attrs.name !== undefined) continue
    const text = linkText(tree, el) || squash(el.attrs.title ?? '')
    const onDisk = ON_DISK.test(el.attrs.href ?? '')
    const misspelt = MISSPELT.test(el.attrs.href ?? '')
    const limit = onDisk || misspelt || FILE_NAME.test(text) ? MAX_FILE_NAME : MAX_NAME
    if (text.length > limit || (text !== '' && !/\p{Script=Han}/u.test(text))) continue
    if (text === '' && !(isLink && holdsPicture(tree, el))) continue
    if (text !== '' && seen.has(text)) continue
    const panel = text === '' ? undefined : panelOf(tree, el)
    if (isTab && !isLink && el.attrs.onclick === undefined && panel === undefined) continue
    seen.add(text)
    entries.push({
      text,
      at: [el.start, el.end],
      ...(panel === undefined ? {} : { panel: [panel.start, panel.end] as const }),
      ...(onDisk ? { onDisk } : {}),
      ...(misspelt ? { misspelt } : {}),
      ...(isInert(el) && el.parent?.attrs.id === undefined ? { inert: true as const } : {}),
    })
  }
  return entries
}

/** Names of a box that an entry may carry, with or without `#`. */
const NAMES = ['href', 'data-target', 'data-tab', 'aria-controls'] as const

/** The box that a tab shows: later in the page, of an id that the tab names; or all that a summary opens. */
function panelOf(tree: PageTree, { tag, attrs, last, parent }: El): El | undefined {
  if (tag === 'summary') return parent?.tag === 'details' ? parent : undefined
  for (const name of NAMES) {
    const id = /^#?([\w-]{1,40})$/.exec(attrs[name] ?? '')?.[1]
    const box = id === undefined ? undefined : tree.els.find((el) => el.attrs.id === id)
    if (box !== undefined && box.i >= last && box.to > box.from) return box
  }
  return undefined
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
    for (const { text, at, panel } of page.bareEntries ?? []) {
      // What a summary opens stands on the page and is read there.
      if (panel !== undefined && panel[0] <= at[0] && panel[1] >= at[1]) continue
      if (text === '' || found.has(text) || known.has(compareForm(text))) continue
      const topic = matcher.topicOf({ names: [text], trail: [], url: '', tags: [] })
      if (topic === null) known.add(compareForm(text))
      else found.set(text, { text, topic: topic.value, place: { url: page.url, at, quote: text } })
    }
  }
  return [...found.values()]
}
