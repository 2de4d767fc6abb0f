/**
 * Columns that are panels of one page: a platform may be a single page whose tabs (`<a href="#t2">政府信息公开年报</a>`) show
 * what other portals keep at addresses of their own. A tab stands for a column where nothing else does; its entries are
 * the lists that stand in its panel.
 */
import { shortId } from '#base/hash'
import { compareForm } from '#base/text'
import type { BareEntry, Page, Reading, Span } from '#model/page'
import type { Column, PageView } from '#model/site-view'
import { mergeItems, newestOf } from './column-content.ts'
import { isReadable, type SiteIndex } from './site-index.ts'
import type { TopicMatcher } from './topics.ts'

/** Sureness from which a name tells its topic; so many such tabs make a page a set of columns. */
const SURE = 0.8
const FEWEST_TABS = 2
/** Kinds of page that are no set of columns: a home page's tabs only show the newest of columns elsewhere. */
const NO_SET: ReadonlySet<string> = new Set(['home', 'article', 'file', 'error'])

interface Tab {
  readonly entry: BareEntry
  readonly panel: Span
  readonly topic: Reading<string> | null
}

export function panelColumns(
  index: SiteIndex,
  matcher: TopicMatcher,
  columns: readonly Column[],
): readonly Column[] {
  const names = new Set(columns.map(({ name }) => compareForm(name)))
  const carried = new Set(
    columns.flatMap(({ topic, kind, url }) => {
      const view = kind === 'local' ? index.viewAt(url) : null
      const isThere = view !== null && isReadable(view) && (topic?.sureness ?? 0) >= SURE
      return isThere && topic !== null ? [topic.value] : []
    }),
  )
  const found: Column[] = []
  for (const view of index.allViews) {
    if (NO_SET.has(view.page.kind.value) || !isReadable(view)) continue
    const tabs = tabsOf(view.page, matcher)
    if (tabs.filter(({ topic }) => topic !== null).length < FEWEST_TABS) continue
    for (const tab of tabs) {
      const form = compareForm(tab.entry.text)
      if (names.has(form) || (tab.topic !== null && carried.has(tab.topic.value))) continue
      const column = columnOf(index, view, tab, columns)
      if (tab.topic === null && column.items.length === 0) continue
      names.add(form)
      found.push(column)
    }
  }
  return found
}

function tabsOf({ bareEntries = [] }: Page, matcher: TopicMatcher): readonly Tab[] {
  return bareEntries.flatMap((entry) => {
    if (entry.panel === undefined || entry.text === '') return []
    const topic = matcher.topicOf({ names: [entry.text], trail: [], url: '', tags: [] })
    const isSure = topic !== null && topic.sureness >= SURE
    return [{ entry, panel: entry.panel, topic: isSure ? topic : null }]
  })
}

function columnOf(
  index: SiteIndex,
  view: PageView,
  { entry, panel, topic }: Tab,
  columns: readonly Column[],
): Column {
  const [from, to] = panel
  const listed = view.page.lists
    .filter(({ at }) => at[0] >= from && at[1] <= to)
    .flatMap((list) => list.items.map((item) => ({ view, item })))
  const items = mergeItems(index, listed)
  const place = { url: view.page.url, at: entry.at, quote: entry.text }
  const key = index.keyOf(view.page.url)
  const page = columns.find(({ url }) => index.keyOf(url) === key)
  return {
    id: shortId(index.portal.id, 'column', `${key}#${compareForm(entry.text)}`),
    name: entry.text,
    topic,
    trail: [...(page?.trail ?? ['首页']), entry.text],
    url: view.page.url,
    parent: page?.id ?? null,
    children: [],
    kind: 'local',
    items,
    firstPageItems: items.length,
    newest: newestOf(index, items, null),
    dates: listed.some(({ item }) => item.publishedOn !== null) ? 'printed' : 'none',
    empty: false,
    underConstruction: false,
    coverage: 'complete',
    coverageBecause: null,
    pagingBecause: null,
    place,
    panel,
    linkedFrom: [place],
  }
}
