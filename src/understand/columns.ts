/**
 * The column graph of a portal: turns drafts into columns with topic, parent, children and content. Folds year folders
 * (2023年度) into the column they stand in. Columns that only lead elsewhere and mean nothing known are left out.
 */
import { shortId } from '#base/hash'
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { Reading } from '#model/page'
import type { Column, SitemapEntry, SiteView } from '#model/site-view'
import { FULL_NAME } from './annual-reports.ts'
import { readColumn } from './column-content.ts'
import { draftColumns } from './column-drafts.ts'
import { tagOf, trailNames } from './column-names.ts'
import { documentColumn } from './document-columns.ts'
import type { ColumnDraft } from './draft-joins.ts'
import { ownContent } from './own-content.ts'
import { panelColumns } from './panel-columns.ts'
import { reprintedFrom } from './reprinted-lists.ts'
import { isReadable, type SiteIndex } from './site-index.ts'
import type { TopicMatcher } from './topics.ts'

/** Topics where an item of any year may be asked for: every list page counts. */
const ALL_PAGES = new Set(['ogiAnnualReports', 'siteAnnualTable'])
/** A topic less sure than this is a guess: shown as a proposal instead. */
const TOPIC_BAR = 0.5
/** What a folder is that a superior keeps for the portal. */
const LENT_TO = '政府信息公开'
/** Sureness of a name that means this topic among others, and from which a sub-column's topic bears it out. */
const DOUBTFUL = 0.45
const BEARING = 0.8

const TELLING_TITLES = [
  { topic: 'ogiAnnualReports', test: FULL_NAME, what: '政府信息公开年度报告' },
  { topic: 'siteAnnualTable', test: /网站.{0,8}年度.{0,4}报表/, what: '政府网站工作年度报表' },
] as const

interface Shaped {
  readonly draft: ColumnDraft
  readonly kind: Column['kind']
  /** host + folder of its address. */
  readonly folder: string
  /** Folder whose pages stand under it: its own, or the one named like its page (gk.html holds gk/zn.html). */
  readonly holds: string
  parent: Shaped | null
  readonly folders: ColumnDraft[]
  topic: Reading<string> | null
  proposal: string | null
}

export interface ColumnGraph {
  readonly columns: readonly Column[]
  readonly unknown: SiteView['unknownColumns']
}

export function readColumns(
  index: SiteIndex,
  matcher: TopicMatcher,
  sitemap: readonly SitemapEntry[],
): ColumnGraph {
  const { drafts, paging } = draftColumns(index, matcher, sitemap)
  const all: Shaped[] = drafts.map((draft) => ({
    draft,
    kind: kindOf(index, draft),
    folder: folderOf(draft.url),
    holds: holdsOf(draft.url),
    parent: null,
    folders: [],
    topic: null,
    proposal: null,
  }))
  const byKey = new Map(all.map((shaped) => [shaped.draft.key, shaped]))
  const byName = new Map<string, Shaped[]>()
  for (const shaped of all) {
    const form = compareForm(shaped.draft.name)
    byName.set(form, [...(byName.get(form) ?? []), shaped])
  }
  const menus = menuPages(index, all, byKey)
  for (const shaped of all)
    shaped.parent = parentOf(index, shaped, byKey, byName) ?? menus.get(shaped) ?? null
  for (const shaped of all) breakCycle(shaped)

  const kept: Shaped[] = []
  for (const shaped of all) {
    const home = isYearFolder(shaped.draft.name) ? nearestReal(shaped) : null
    if (home !== null) home.folders.push(shaped.draft)
    else if (!isYearFolder(shaped.draft.name)) kept.push(shaped)
  }
  const sorts = sharedTypes(kept)
  for (const shaped of kept) {
    if (shaped.parent !== null && isYearFolder(shaped.parent.draft.name)) {
      shaped.parent = nearestReal(shaped.parent)
    }
    const clues = {
      names: [shaped.draft.name, ...shaped.draft.otherNames],
      trail: [
        ...(index.isLent(shaped.draft.url) ? [LENT_TO] : []),
        ...trailOf(shaped).slice(0, -1),
      ],
      url: shaped.draft.url,
      tags: ownTags(shaped.draft, sorts),
    }
    shaped.topic = ofOthers(index, shaped.draft, byContent(shaped.draft, matcher.topicOf(clues)))
    if (shaped.topic === null || shaped.topic.sureness < TOPIC_BAR) {
      shaped.proposal = shaped.topic?.value ?? matcher.proposalFor(clues)
    }
  }
  for (const shaped of kept) borneOut(shaped, kept)
  for (const shaped of kept) amongDocuments(index, shaped)
  // Menus are full of links that leave the site; only those that stand for a known column count as one.
  const real = kept.filter(
    (shaped) =>
      shaped.topic?.value !== 'home' &&
      (shaped.kind !== 'external' || (shaped.topic?.sureness ?? 0) >= TOPIC_BAR),
  )
  const alive = new Set(real)
  const children = new Map<Shaped, Shaped[]>()
  for (const shaped of real) {
    const parent = shaped.parent !== null && alive.has(shaped.parent) ? shaped.parent : null
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), shaped])
  }
  const own = ownContent(index)
  const idOf = (shaped: Shaped): string => shortId(index.portal.id, 'column', shaped.draft.key)
  const columns = real.map((shaped): Column => {
    const below = children.get(shaped) ?? []
    const content = readColumn(index, own, {
      draft: shaped.draft,
      kind: shaped.kind,
      furtherPages: paging.furtherPages(shaped.draft.key),
      folders: shaped.folders,
      hasChildren: below.length > 0 || leadsBelow(index, shaped, byKey),
      siblings: besideOf(shaped, children),
      needsAllPages: ALL_PAGES.has(shaped.topic?.value ?? ''),
    })
    return {
      id: idOf(shaped),
      name: shaped.draft.name,
      topic: shaped.topic,
      trail: printedTrail(shaped),
      url: shaped.draft.url,
      parent: shaped.parent !== null && alive.has(shaped.parent) ? idOf(shaped.parent) : null,
      children: below.map(idOf),
      kind: shaped.kind,
      ...content,
      linkedFrom: shaped.draft.linkedFrom,
    }
  })
  const unknown = real.flatMap((shaped) =>
    shaped.proposal === null
      ? []
      : [{ name: shaped.draft.name, url: shaped.draft.url, proposedTopic: shaped.proposal }],
  )
  return { columns: [...columns, ...panelColumns(index, matcher, columns)], unknown }
}

function besideOf(
  shaped: Shaped,
  children: ReadonlyMap<Shaped, readonly Shaped[]>,
): ReadonlySet<string> {
  const all = shaped.parent === null ? [] : (children.get(shaped.parent) ?? [])
  return new Set(all.filter((one) => one !== shaped).map(({ draft }) => placeKey(draft.url)))
}

/** 年度报告 alone says little; a list of which at least half are such reports says it. */
function byContent(draft: ColumnDraft, named: Reading<string> | null): Reading<string> | null {
  if (named !== null && named.sureness >= TOPIC_BAR) return named
  const titles = (draft.view?.page.lists ?? [])
    .filter((list) => list.subject)
    .flatMap((list) => list.items.map((item) => item.title))
  for (const { topic, test, what } of TELLING_TITLES) {
    const telling = titles.filter((title) => test.test(title)).length
    if (telling >= 2 && telling * 2 >= titles.length) {
      const because = `名称“${draft.name}”不能定，但所列 ${titles.length} 条中有 ${telling} 条是${what}`
      return { value: topic, sureness: 0.82, because }
    }
  }
  return named
}

/** Topics that another body's list is not, whatever it is called. */
const OWN_ONLY = new Set(['news', 'notices', 'policyDocuments'])

/** A list of another body's entries is too unsure to be the unit's own column. */
function ofOthers(
  index: SiteIndex,
  draft: ColumnDraft,
  topic: Reading<string> | null,
): Reading<string> | null {
  if (topic === null || topic.sureness < TOPIC_BAR || !OWN_ONLY.has(topic.value)) return topic
  const from = reprintedFrom(index, draft.view)
  if (from === null) return topic
  return { value: topic.value, sureness: DOUBTFUL, because: `${topic.because}，但${from}` }
}

/** What a name means that could mean several things (机构, 数据) is told by the columns below it. */
function borneOut(shaped: Shaped, all: readonly Shaped[]): void {
  const doubtful = shaped.topic
  if (doubtful === null || doubtful.sureness >= TOPIC_BAR || doubtful.sureness < DOUBTFUL) return
  const below = all.find(
    (one) =>
      one.parent === shaped &&
      one.topic?.value === doubtful.value &&
      one.topic.sureness >= BEARING &&
      one.draft.name !== shaped.draft.name,
  )
  if (below === undefined) return
  shaped.topic = {
    value: doubtful.value,
    sureness: 0.82,
    because: `名称“${shaped.draft.name}”，下设“${below.draft.name}”`,
  }
  shaped.proposal = null
}

/** 某政发 below 政策文件 is a part of it. */
function amongDocuments(index: SiteIndex, shaped: Shaped): void {
  if (shaped.topic !== null || shaped.kind !== 'local') return
  const { name, view } = shaped.draft
  const above = shaped.parent?.topic ?? null
  const because = documentColumn({
    name,
    view: view !== null && isReadable(view) ? view : null,
    above: above !== null && above.sureness >= TOPIC_BAR ? [above.value] : [],
    owners: [index.agency.name, index.portal.name],
  })
  if (because === null) return
  shaped.topic = { value: 'policyDocuments', sureness: 0.82, because }
  shaped.proposal = null
}

export function isYearFolder(name: string): boolean {
  return /^(19|20)\d{2}\s*年?度?$/.test(name.trim())
}

function kindOf(index: SiteIndex, draft: ColumnDraft): Column['kind'] {
  if (!index.isInternal(draft.url)) return 'external'
  return draft.scriptOnly && draft.view === null ? 'script' : 'local'
}

/** A ColumnType on more columns than this is the name of a sort of columns, or what the template prints on all. */
const SHARED_TYPE = 2

/** ColumnTypes that say nothing of a single column: 新闻资讯 on 走进某某, 便民查询 and 数据某某 alike. */
function sharedTypes(all: readonly Shaped[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const { draft } of all) {
    const type = draft.view === null ? undefined : tagOf(draft.view, 'ColumnType')
    if (type !== undefined) count.set(type, (count.get(type) ?? 0) + 1)
  }
  return new Set([...count].flatMap(([type, times]) => (times > SHARED_TYPE ? [type] : [])))
}

/** ColumnName and ColumnType of the column's own page. */
function ownTags(draft: ColumnDraft, sorts: ReadonlySet<string>): readonly string[] {
  const { view } = draft
  if (view === null || !isReadable(view)) return []
  const type = tagOf(view, 'ColumnType')
  return [
    tagOf(view, 'ColumnName'),
    type !== undefined && sorts.has(type) ? undefined : type,
  ].filter((tag) => tag !== undefined)
}

/** By breadcrumb link, then breadcrumb text, then the folder of the address. */
function parentOf(
  index: SiteIndex,
  shaped: Shaped,
  byKey: ReadonlyMap<string, Shaped>,
  byName: ReadonlyMap<string, readonly Shaped[]>,
): Shaped | null {
  const { draft } = shaped
  const view = draft.view
  if (shaped.kind === 'external' || draft.isSection) return null
  if (view !== null && isReadable(view)) {
    const ownForm = compareForm(draft.name)
    const trail = trailNames(view)
    const at = trail.findLastIndex((name) => compareForm(name) === ownForm)
    const above = (at >= 0 ? trail.slice(0, at) : trail).map(compareForm)
    const links = view.page.links
      .filter((link) => link.area === 'trail' && above.includes(compareForm(link.text)))
      .map((link) => byKey.get(index.keyOf(link.url)))
      .filter((one) => one !== undefined && one !== shaped)
    const linked = links.at(-1)
    for (const form of [...above].reverse()) {
      if (linked !== undefined && compareForm(linked.draft.name) === form) return linked
      const named = (byName.get(form) ?? []).filter((one) => one !== shaped)
      const near = nearestByPath(shaped.folder, named)
      if (near !== null) return near
    }
    if (linked !== undefined) return linked
    if (at > 0 || above.length > 0) return null
  }
  return parentByFolder(shaped, byKey)
}

/**
 * For columns whose page prints no place (no breadcrumb) and whose address says none: the one column page that leads to
 * them in its own content. Not where the home page leads to them too: they may stand at the top. A site map leads to all.
 */
function menuPages(
  index: SiteIndex,
  all: readonly Shaped[],
  byKey: ReadonlyMap<string, Shaped>,
): ReadonlyMap<Shaped, Shaped> {
  const pages = new Map<Shaped, Set<Shaped>>()
  for (const shaped of all) {
    const { view, name } = shaped.draft
    if (view === null || !isReadable(view) || view === index.home || SITEMAP_NAME.test(name))
      continue
    for (const link of view.page.links) {
      if (link.area !== 'list' && link.area !== 'other') continue
      const below = byKey.get(index.keyOf(link.url))
      if (below === undefined || below === shaped || below.draft.isSection) continue
      if (below.kind === 'external') continue
      if (compareForm(link.text) !== compareForm(below.draft.name)) continue
      const known = pages.get(below) ?? new Set()
      pages.set(below, known.add(shaped))
    }
  }
  const found = new Map<Shaped, Shaped>()
  for (const [below, above] of pages) {
    const { view } = below.draft
    const [only, ...others] = above
    const atHome = below.draft.linkedFrom.some(({ url }) => url === index.home?.page.url)
    if (only === undefined || others.length > 0 || atHome) continue
    if (view !== null && isReadable(view) && trailNames(view).length > 0) continue
    found.set(below, only)
  }
  return found
}

/** What a law calls a section and not a list: its page may show nothing but its own tree, which the pages below repeat. */
const SECTIONS: ReadonlySet<string> = new Set(['ogiCatalogue'])
const FEWEST_BELOW = 3

/** A section's page leads to columns that the home page does not lead to: they are what it holds, wherever else they stand. */
function leadsBelow(
  index: SiteIndex,
  { draft, topic }: Shaped,
  byKey: ReadonlyMap<string, Shaped>,
): boolean {
  if (draft.view === null || topic === null || !SECTIONS.has(topic.value)) return false
  const below = new Set<Shaped>()
  for (const { url, area } of draft.view.page.links) {
    const one = area === 'footer' || area === 'trail' ? undefined : byKey.get(index.keyOf(url))
    if (one === undefined || one.draft === draft || one.draft.view === null) continue
    if (SECTION_NAME.test(one.draft.name)) continue
    if (!one.draft.linkedFrom.some((place) => place.url === index.home?.page.url)) below.add(one)
  }
  return below.size >= FEWEST_BELOW
}

/** The sections beside it in the same platform. */
const SECTION_NAME = /公开(?:指南|制度|年报|规定|年度报告|工作年度报告|目录)|依申请|主动公开/

const SITEMAP_NAME = /(?:网站|站点|栏目)(?:地图|导航|导图|导览)/

/** The deepest other column whose folder holds this column's folder. */
function parentByFolder(shaped: Shaped, byKey: ReadonlyMap<string, Shaped>): Shaped | null {
  const own = shaped.folder
  let best: Shaped | null = null
  let depth = 1
  for (const other of byKey.values()) {
    if (other === shaped || other.draft.isSection) continue
    const { holds } = other
    const inside = holds === own ? other.folder !== own : holds.length < own.length
    if (holds.length > depth && inside && own.startsWith(holds)) {
      best = other
      depth = holds.length
    }
  }
  return best !== null && depth > hostLength(shaped.draft.url) ? best : null
}

/** host + folder of an address, without scheme and www. */
function folderOf(url: string): string {
  const parsed = new URL(url)
  return `${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/[^/]*$/, '')}`
}

/** A page that is no index of its folder holds the folder of its own name. */
function holdsOf(url: string): string {
  const name = /([^/]+)\.\w{2,5}$/.exec(new URL(url).pathname)?.[1] ?? ''
  const isIndex = name === '' || /^(index|default|list|main|home)(_?\d+)?$/i.test(name)
  return isIndex ? folderOf(url) : `${folderOf(url)}${name}/`
}

function hostLength(url: string): number {
  return new URL(url).host.replace(/^www\./, '').length + 1
}

function nearestByPath(own: string, candidates: readonly Shaped[]): Shaped | null {
  let best: Shaped | null = null
  let most = -1
  for (const candidate of candidates) {
    const { folder } = candidate
    let shared = 0
    while (shared < own.length && shared < folder.length && own[shared] === folder[shared])
      shared += 1
    if (shared > most) {
      most = shared
      best = candidate
    }
  }
  return best
}

function breakCycle(shaped: Shaped): void {
  const seen = new Set<Shaped>([shaped])
  for (let at = shaped; at.parent !== null; at = at.parent) {
    if (seen.has(at.parent)) {
      at.parent = null
      return
    }
    seen.add(at.parent)
  }
}

function nearestReal(shaped: Shaped): Shaped | null {
  let at = shaped.parent
  while (at !== null && isYearFolder(at.draft.name)) at = at.parent
  return at
}

/** Names from the top column down to this one. */
function trailOf(shaped: Shaped): readonly string[] {
  const view = shaped.draft.view
  const printed = view !== null && isReadable(view) ? trailNames(view) : []
  if (printed.length > 0 && compareForm(printed.at(-1) ?? '') === compareForm(shaped.draft.name)) {
    return printed
  }
  if (shaped.parent !== null) return [...trailOf(shaped.parent), shaped.draft.name]
  return [...printed, shaped.draft.name]
}

function printedTrail(shaped: Shaped): readonly string[] {
  return ['首页', ...trailOf(shaped)]
}
