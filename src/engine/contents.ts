/**
 * Which rows of content checklists a portal owes, and which of a row's contents its columns show. Each content found
 * comes with the place and the words; what is not found comes with where was looked. An entry that only leads on to
 * another column is no content. Whether what was found is enough, a person says; that a content is not published is sure
 * only where the list says by what it would show.
 */
import { isShortOffice } from '#base/office-name'
import { clip, compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { ContentItem, ContentList, ContentRow } from '#model/checklist'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { citeColumn, citePage } from './cite.ts'
import { ColumnTree } from './columns.ts'
import { isGoneColumn } from './coverage.ts'
import { viewsOf } from './elements.ts'
import { isGovernment, isProvince } from './searched.ts'
import { isTownUnit, ownPart } from './units.ts'

export interface OwedRow {
  readonly list: ContentList
  readonly row: ContentRow
  /** The portal's agency is named; else only its columns make it owe the row. */
  readonly named: boolean
  /** The list is the portal's place's, or was asked for; else it is a measure from elsewhere. */
  readonly here: boolean
}

/** `lists`: ids of the lists that count, for which no place is asked; empty: all, each in its own place. */
export function owedRows(
  site: SiteView,
  lists: readonly ContentList[],
  wanted: readonly string[],
): readonly OwedRow[] {
  return lists
    .filter((list) => wanted.length === 0 || wanted.includes(list.id))
    .flatMap((list) => {
      const here = wanted.includes(list.id) || isIn(site, list.places)
      return list.rows.flatMap((row): OwedRow[] => {
        const named = here && row.agencies.some((name) => isNamed(site, name, list.places))
        if (named) return [{ list, row, named, here }]
        const byColumn = {
          named: false,
          local: here,
          government: isGovernment(site) && !isProvince(site),
          column: true,
        }[list.scope]
        // A blank column is told of where columns are judged.
        const blank = (column: Column): boolean => column.empty || column.underConstruction
        const owes = byColumn && fieldColumns(site, row).some((column) => !blank(column))
        return owes ? [{ list, row, named, here }] : []
      })
    })
}

function isIn(site: SiteView, places: readonly string[]): boolean {
  const own = [site.agency.name, site.portal.name, site.portal.homeUrl, site.home?.page.headTitle]
  return places.length === 0 || places.some((place) => own.some((text) => text?.includes(place)))
}

/** Printed short (市教育局, 市住建局) or with the place before it (随州市教育局); 省药监局随州分局 bears the province's. */
function isNamed(site: SiteView, name: string, places: readonly string[]): boolean {
  const own = compareForm(site.agency.name)
  const printed = compareForm(name.replace(/[（(].*$/, ''))
  const ofProvince = own.replace(/^[\u4e00-\u9fff]{2,7}(?=省)/, '')
  const named = places.flatMap((place) => [place, place.replace(/[市县区]$/, '')])
  const forms = [own, ofProvince, ...named.map((place) => own.replace(place, ''))]
  return forms.some((form) => form === printed || isShortOffice(printed, form))
}

const SERVICES: ReadonlySet<string> = new Set(['service', 'serviceGuide'])

/** What column names carry beside the field itself. */
const BESIDE = /(领域)?(政府)?(信息)?(公开)?(专栏|专题|栏目|领域|类)?$/

/** Columns of a row's field: of its topics, or bearing one of its names. */
function fieldColumns(site: SiteView, row: ContentRow): readonly Column[] {
  const names = row.columns.map(compareForm)
  const isOf = (column: Column): boolean => {
    const own = compareForm(column.name)
    const plain = own.replace(BESIDE, '')
    return names.some((name) => plain === name || (name.length >= 4 && own.includes(name)))
  }
  const byTopic = row.topics.flatMap((topic) => site.columnsOf(topic))
  const tree = new ColumnTree(site)
  // 自然资源 below 走进某县 tells of the land, not of what the office for it does.
  const overview = new Set(site.columnsOf('overview').flatMap((one) => tree.descendants(one)))
  const byName = site.columns.filter((column) => isOf(column) && !overview.has(column))
  return [...new Set([...byTopic, ...byName])].filter((column) => !isThemeDoor(site, column))
}

/** A theme of services (就业创业 under 主题服务) that leads to the service platform, not a field that the portal discloses. */
function isThemeDoor(site: SiteView, column: Column): boolean {
  if (column.kind === 'local') return false
  const tree = new ColumnTree(site)
  // A link that leaves the portal has no place in the tree of columns: it hangs on the pages that carry it.
  const carriers = column.linkedFrom.map(({ url }) =>
    site.columns.find((one) => placeKey(one.url) === placeKey(url)),
  )
  const isService = (one: Column): boolean =>
    [one, ...tree.ancestors(one)].some(
      ({ name, topic }) => SERVICES.has(topic?.value ?? '') || /服务/.test(name),
    )
  return carriers.length > 0 && carriers.every((one) => one !== undefined && isService(one))
}

export interface FoundContent {
  readonly name: string
  readonly place: Place
}

export interface Looked {
  readonly found: readonly FoundContent[]
  readonly missing: readonly string[]
  /** Those of `missing` that the list can tell to be absent; all where the row has but one. */
  readonly owed: readonly string[]
  /** Those of them that surely are not published. */
  readonly absent: readonly string[]
  /** Of how many of `missing` the portal says that there is none. */
  readonly denied: number
  /** Columns searched, by name; empty where the portal has none for the field. */
  readonly columns: readonly Column[]
  /** Where was looked, in Chinese. */
  readonly where: string
  /** What could not be searched, in Chinese; null when all was. */
  readonly unseen: string | null
  /** Places that show where was looked. */
  readonly evidence: readonly Place[]
}

/** Searches one row's contents. */
export function lookForContents(portal: SiteView, { row, named }: OwedRow): Looked {
  // What a town puts up is its own; departments do the work of their government's fields.
  const apart = ownPart(portal, isTownUnit)
  const site = fieldColumns(apart, row).length > 0 ? apart : portal
  const fields = fieldColumns(site, row)
  const tree = new ColumnTree(site)
  const branch = [
    ...new Set(fields.flatMap((column) => [column, ...tree.descendants(column)])),
  ].filter((column) => column.kind === 'local')
  // Departments publish their one field all over their portal.
  const wide = row.everywhere || (named && fields.length === 0)
  const searched = wide ? [...new Set([...branch, ...site.columns])] : branch
  const shelf = shelfOf(site, fields, branch, searched, row.entries)
  const found: FoundContent[] = []
  const missing: string[] = []
  let denied = 0
  for (const content of row.contents) {
    const place = placeOf(shelf, content)
    if (place === null) missing.push(content.name)
    else if (typeof place === 'string') {
      denied += 1
      missing.push(`${content.name}（网站写明没有：“${clip(place, 40)}”）`)
    } else found.push({ name: content.name, place })
  }
  const unseen = unseenOf(site, fields, searched)
  const absent =
    unseen === null && !fields.every((one) => isFeature(tree, one)) && isReadWhole(site, branch)
      ? row.contents.filter(
          (one) =>
            missing.includes(one.name) &&
            isAbsent(site, shelf, one, found.length / row.contents.length),
        )
      : []
  const evidence = fields.flatMap((column) => [...citeColumn(site, column)]).slice(0, 3)
  const home = site.home ?? site.pages[0]
  return {
    found,
    missing,
    owed: row.contents
      .filter((one, _, all) => all.length === 1 || one.absence !== undefined)
      .flatMap(({ name }) => (missing.includes(name) ? [name] : [])),
    absent: absent.map(({ name }) => name),
    denied,
    columns: fields,
    where: whereOf(fields, wide, row.entries),
    unseen,
    evidence: evidence.length > 0 || home === undefined ? evidence : [citePage(home)],
  }
}

/** 防汛抗旱 below 专题专栏: what was put together for an occasion owes no list. */
const isFeature = (tree: ColumnTree, column: Column): boolean =>
  tree.ancestors(column).some(({ topic }) => topic?.value === 'features')

/** Every entry of the columns was opened, and shows words or files that were read. */
function isReadWhole(site: SiteView, branch: readonly Column[]): boolean {
  const views = branch.flatMap((column) => [
    site.pageAt(column.url),
    ...column.items.map(({ url }) => (url === null ? null : site.pageAt(url))),
  ])
  return views.every(
    (view) =>
      view !== null &&
      !view.page.truncated &&
      (view.page.text.length >= LEAST_TEXT || (view.page.file?.text ?? '') !== '') &&
      view.page.attachments.every(({ url }) => (site.pageAt(url)?.page.file?.text ?? '') !== ''),
  )
}

/** From so many of a row's contents on a column follows the list. */
export const MOST = 0.6
/** Shorter texts stand beside a picture that holds the rest. */
const LEAST_TEXT = 20

/** No title in the columns holds a word of it, and no entry of the whole portal its name; most others of its row are there. */
function isAbsent(
  site: SiteView,
  { titles }: Shelf,
  { words, absence }: ContentItem,
  share: number,
): boolean {
  if (absence === undefined) return false
  const { none, kin } = absence
  const holds = (form: string, some: readonly string[]): boolean =>
    some.some((word) => stands(form, phraseOf(word)))
  return (
    (kin.length === 0 ? share >= MOST : titles.some(({ form }) => holds(form, kin))) &&
    !titles.some(({ form }) => holds(form, none)) &&
    !site.links.some(({ from }) => from.some(({ text }) => holds(compareForm(text), words)))
  )
}

function whereOf(fields: readonly Column[], wide: boolean, entries: boolean): string {
  const names = [...new Set(fields.map((column) => squash(column.name)))].slice(0, 4)
  const own = names.length === 0 ? [] : [`“${names.join('”“')}”栏目及其下级栏目的标题和正文`]
  if (wide) own.push('全站各栏目的标题')
  if (entries) own.push('读到的各页上的入口')
  return own.join('、')
}

function unseenOf(
  site: SiteView,
  fields: readonly Column[],
  searched: readonly Column[],
): string | null {
  const outside = fields.find((column) => column.kind === 'external')
  if (outside && fields.every((column) => column.kind !== 'local'))
    return `“${squash(outside.name)}”指向站外（${outside.url}），没有检查`
  // What is gone hides nothing.
  const cut = searched.find(
    (column) =>
      column.kind === 'local' && column.coverage === 'partial' && !isGoneColumn(site, column),
  )
  if (cut) return cut.coverageBecause ?? `“${squash(cut.name)}”没有读全`
  return site.coverage === 'partial' ? (site.coverageBecause ?? '覆盖不完整') : null
}

/** One thing that words may be found in. */
interface Shelved {
  readonly form: string
  readonly place: Place
}

/** Everything of a row's columns that may show a content, best evidence first. */
interface Shelf {
  readonly titles: readonly Shelved[]
  readonly entries: readonly Shelved[]
  readonly pages: readonly PageView[]
}

function shelfOf(
  site: SiteView,
  fields: readonly Column[],
  branch: readonly Column[],
  searched: readonly Column[],
  withEntries: boolean,
): Shelf {
  const columnKeys = new Set(site.columns.map((column) => placeKey(column.url)))
  const below = branch.filter((column) => !fields.includes(column) && column.items.length > 0)
  const items = searched.flatMap((column) =>
    column.items.filter((item) => item.url === null || !columnKeys.has(placeKey(item.url))),
  )
  const titles = [
    ...items.map((item) => ({ form: compareForm(item.title), place: item.place })),
    // A sub-column that holds something is content under its name.
    ...below.flatMap((column) =>
      citeColumn(site, column)
        .slice(0, 1)
        .map((place) => ({ form: compareForm(column.name), place })),
    ),
  ]
  const pages = [...new Set(fields.flatMap((column) => viewsOf(site, column)))]
  const files = pages.flatMap((view) =>
    view.page.attachments.map((file) => ({
      form: compareForm(file.title),
      place: { url: view.page.url, at: file.at, quote: file.title },
    })),
  )
  return {
    titles: [...titles, ...files].filter(({ place }) => place.quote.trim() !== ''),
    entries: withEntries ? entriesOf(site) : [],
    pages,
  }
}

/** Links that were not found broken, by their words. */
function entriesOf(site: SiteView): readonly Shelved[] {
  return site.links.flatMap((target) => {
    const { visit } = target
    if (visit !== null && (visit.state === 'failed' || visit.status >= 400)) return []
    return target.from
      .filter((from) => site.pageAt(from.url) !== null && from.text.trim() !== '')
      .map((from) => ({
        form: compareForm(from.text),
        place: { url: from.url, at: from.at, quote: from.text },
      }))
  })
}

/** A word of a content: what must stand together, and what must not stand beside it. */
interface Phrase {
  readonly parts: readonly string[]
  readonly without: readonly string[]
}

/** `招聘 !拟`: not that of a list of who is to be hired. */
function phraseOf(word: string): Phrase {
  const all = word.split(/\s+/)
  return {
    parts: all.filter((part) => !part.startsWith('!')).map(compareForm),
    without: all.filter((part) => part.startsWith('!')).map((part) => compareForm(part.slice(1))),
  }
}

function stands(form: string, { parts, without }: Phrase): boolean {
  return parts.every((part) => form.includes(part)) && !without.some((part) => form.includes(part))
}

/** What shows a content; a string: only words that say that there is none of it. */
function placeOf(shelf: Shelf, content: ContentItem): Place | string | null {
  const phrases = content.words.map(phraseOf)
  const words = phrases.map(({ parts }) => parts)
  const names = (form: string): boolean => phrases.some((phrase) => stands(form, phrase))
  let denial: string | null = null
  for (const { form, place } of [...shelf.titles, ...shelf.entries]) {
    if (!names(form)) continue
    if (!denies(form, words)) return place
    denial ??= place.quote
  }
  for (const view of shelf.pages)
    for (const { form, quoteAt } of linesOf(view)) {
      if (!names(form)) continue
      if (!denies(form, words)) return { url: view.page.url, at: null, quote: quoteAt(words) }
      denial ??= quoteAt(words)
    }
  return denial
}

/** 未作出, 没有发生, 年度无: what follows right behind it is said not to be. */
const NONE =
  /(?:未|没有)(?:曾|予以|有)?(?:作出|做出|产生|发生|开展|进行|制定|制发|出台|实施|办理|组织|受理|涉及|收到|形成)|(?:暂|均|并|年|年度|季度|月|月份|期间|目前|单位|部门|机关|[局委厅办府镇乡])(?:暂|均|并)?(?:无(?!偿|障碍|线|需|须|论|证)|没有)/g
/** How far behind such a word the thing may stand that there is none of. */
const DENIED = 16

/** Every way in which the words stand in it is one that says there is none. */
function denies(form: string, words: readonly (readonly string[])[]): boolean {
  const spans = [...form.matchAll(NONE)].map(({ index, 0: none }) => {
    const from = index + none.length
    return form.slice(from, from + DENIED)
  })
  return words
    .filter((parts) => parts.every((part) => form.includes(part)))
    .every((parts) => spans.some((span) => parts.every((part) => span.includes(part))))
}

interface Line {
  readonly form: string
  quoteAt(words: readonly (readonly string[])[]): string
}

/** A page's lines are compared for row after row. */
const lines = new WeakMap<PageView, readonly Line[]>()

function linesOf(view: PageView): readonly Line[] {
  const known = lines.get(view)
  if (known) return known
  const { page } = view
  // On a list the words of links only lead on, and its own name says nothing of what it holds.
  const leading = new Set(
    page.kind.value === 'article'
      ? []
      : [page.title ?? '', ...page.links.map((link) => link.text)].map(compareForm),
  )
  const made = [page.text.excerpt, page.file?.text ?? '']
    // The parts of a word stand together in one sentence, not in one paragraph.
    .flatMap((text) => text.split(/[\n。；;！!？?]/))
    .map((line) => ({ line, form: compareForm(line) }))
    .filter(({ form }) => form !== '' && !leading.has(form) && !leadsOn(form, leading))
    .map(({ line, form }) => ({
      form,
      quoteAt: (words: readonly (readonly string[])[]) => around(line, words),
    }))
  lines.set(view, made)
  return made
}

/** A line of links and headings, one behind the other: a menu, 项目清单 更多>>. */
function leadsOn(form: string, leading: ReadonlySet<string>): boolean {
  if (leading.size === 0) return false
  const rest = [...leading]
    .filter((one) => one.length > 1 && form.includes(one))
    .sort((a, b) => b.length - a.length)
    .reduce((left, one) => left.replaceAll(one, ''), form)
  return rest.length < form.length && rest.replace(/更多|more|\d+/gi, '').length < LEAST_BESIDE
}
/** So much of a line beside its links is said, not led to. */
const LEAST_BESIDE = 4

/** The line from a little before the first word of those that stand in it. */
function around(line: string, words: readonly (readonly string[])[]): string {
  const first = words
    .filter((parts) => parts.every((part) => compareForm(line).includes(part)))
    .flatMap((parts) => parts.map((part) => line.indexOf(part)))
    .filter((index) => index >= 0)
  let start = Math.max(0, Math.min(...first, line.length) - 12)
  // 2026年 is quoted whole.
  while (start > 0 && /^[\d.,]{2}$/.test(line.slice(start - 1, start + 1))) start -= 1
  return clip(first.length === 0 ? line : line.slice(start), 80)
}
