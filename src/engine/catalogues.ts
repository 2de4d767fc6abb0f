/**
 * Where the basic catalogue of proactive disclosure (主动公开基本目录) of a portal stands: entries so titled anywhere, entries of
 * its own columns, the page of such a column, a page that is the catalogue itself; and what may be it by another name.
 */
import { clip, compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { Page } from '#model/page'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'
import { citePage } from './cite.ts'
import { dayOfItem } from './columns.ts'
import { partly, type Rests } from './coverage.ts'
import { branchOf, itemsTitled, type TitledItem, textsOf } from './searched.ts'
import { bodyBefore } from './units.ts'

const TITLE =
  /主动公开(事项)?(基本|标准)?目录|(政务|信息)公开(标准|基本|事项){1,2}目录|公开事项(标准)?(目录|清单)|公开标准目录/
/** An entry so called may be it, by a name of its own. */
const LIKE = /(?:主动|信息|政务|事项)公开.{0,6}(?:目录|清单)|公开(?:信息|内容)(?:目录|清单)/
/** The table of one field (社会救助领域基层政务公开标准目录) is a part of the standards, not the unit's catalogue. */
const OF_A_FIELD = /领域/
/** What waterworks, hospitals and villages must disclose is no catalogue of the office. */
const OF_OTHERS =
  /公司|集团|水务|医院|学校|幼儿园|供[水电热气]|燃气|公交|企业|公共企事业|村务|[村社]区?居?委/
/** Papers about how to make one, and how to keep it. */
const BESIDE =
  /企事业单位|编制.{0,8}(的通知|方案|培训)|培训|会议|征求意见|评估|考核|目录》?[^，。；]{0,12}(?:办法|规定|制度|细则|机制)/

/** Elements of the catalogue by name, each with the words that head it or tell of it. */
export type CatalogueElements = ReadonlyMap<string, RegExp>

/** Shorter texts hold no table of matters. */
const LEAST_TEXT = 60

/** One edition that was found. `day`: `YYYY-MM-DD`, the last of its year where only the year is known. */
export interface Catalogue {
  readonly words: string
  readonly place: Place
  readonly day: string | null
  readonly sureness: number
  readonly texts: readonly string[]
  /** Nothing was read, or what a file or a picture holds was not. */
  readonly unread: boolean
  /** The unit's own catalogue, all of whose words stand on its page and were read. */
  readonly whole: boolean
}

/** The unit's own catalogue of all it discloses goes before the standards of single matters beside it. */
const GENERAL = /主动公开(?:事项)?(?:基本|标准)?目录|信息公开(?:事项)?基本目录/

/** The unit's own catalogue, the latest edition of those with a day; null where none was found. `found`: of `cataloguesOf`. */
export function bestCatalogue(found: readonly Catalogue[]): Catalogue | null {
  const general = found.filter(({ words }) => GENERAL.test(words) && !OF_A_FIELD.test(words))
  return newestCatalogue(general) ?? newestCatalogue(found)
}

/** Catalogues of other bodies that the portal gathers, by the body that their titles name. */
export function cataloguesByBody(
  site: SiteView,
  found: readonly Catalogue[],
): ReadonlyMap<string, readonly Catalogue[]> {
  const byBody = new Map<string, Catalogue[]>()
  for (const one of found) {
    const name = OF_A_FIELD.test(one.words) ? null : bodyBefore(site, one.words, OF_WHOM)
    if (name !== null) byBody.set(name, [...(byBody.get(name) ?? []), one])
  }
  return byBody
}
const OF_WHOM = '(?:政府|政务)?(?:信息)?(?:主动)?公开(?:事项)?(?:基本|标准)?目录'

/** The latest of those with a day; without one the first. */
export function newestCatalogue(found: readonly Catalogue[]): Catalogue | null {
  const [newest] = found
    .filter(({ day }) => day !== null)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  return newest ?? found[0] ?? null
}

const NAMED = /主动公开(?:事项)?基本目录/

/** What the Regulations list (条例第二十条), as a page that orders all of it names it. */
const ITEMS: readonly RegExp[] = [
  ...[
    /规章|规范性文件/,
    /机[构关].{0,4}职能|机构设置/,
    /规划/,
    /统计/,
    /许可/,
    /处罚|强制/,
    /预算|决算/,
  ],
  ...[
    /收费/,
    /采购/,
    /重大(?:建设)?项目/,
    /教育|医疗|社会保障|就业/,
    /应急|突发/,
    /招考|招录|录用/,
  ],
  /环保|环境保护|安全生产|食品药品|公共卫生|产品质量/,
]
const LEAST_ITEMS = 11
const LONGEST_ITEM = 40

/** An entry or a text that may be the catalogue under another name, or that holds it. */
export function catalogueHint(site: SiteView): Rests | null {
  const [like] = itemsTitled(site, LIKE).filter(
    ({ item }) => !BESIDE.test(item.title) && !OF_OTHERS.test(item.title),
  )
  if (like !== undefined) return partly(`“${clip(like.item.title, 40)}”可能就是`)
  // Its title is the catalogue's, though its table has heads that we do not know.
  const titled = site.pages.find(
    ({ page }) =>
      ['article', 'other'].includes(page.kind.value) &&
      isTitled(page) &&
      page.text.length >= LEAST_TEXT,
  )
  if (titled !== undefined) return partly(`“${clip(titled.page.title ?? '', 40)}”可能就是`)
  // The name alone on a line is an entry of a menu, which was followed.
  const tells = (line: string): boolean =>
    NAMED.test(line) && compareForm(line).replace(NAMED, '').length > 2
  const told = site.pages.find(
    ({ page }) =>
      ['article', 'other', 'listing'].includes(page.kind.value) &&
      NAMED.test(page.text.excerpt) &&
      page.text.excerpt.split('\n').some(tells),
  )
  if (told !== undefined)
    return partly(`“${clip(told.page.title ?? told.page.url, 30)}”里写到主动公开基本目录`)
  const itemized = site.columnsOf('ogiCatalogue').find(({ url }) => {
    const lines = site.pageAt(url)?.page.text.excerpt.split('\n') ?? []
    const names = lines.filter((line) => line.length <= LONGEST_ITEM)
    return ITEMS.filter((item) => names.some((line) => item.test(line))).length >= LEAST_ITEMS
  })
  return itemized === undefined ? null : partly(`“${itemized.name}”逐项列出了公开的内容，可能就是`)
}

/** Entries so titled anywhere, entries of the catalogue's own columns, and such a column's page itself. */
export function cataloguesOf(
  site: SiteView,
  topics: readonly string[],
  known: CatalogueElements,
): readonly Catalogue[] {
  const columns = branchOf(site, topics)
  const titled = itemsTitled(site, TITLE)
  const own = columns.flatMap((column) => column.items.map((item) => ({ item, column })))
  const keys = new Set(site.columns.map((column) => placeKey(column.url)))
  // An entry that leads to a column is read there.
  const isEntry = ({ item }: TitledItem): boolean =>
    !BESIDE.test(item.title) && !(item.url !== null && keys.has(placeKey(item.url)))
  const linked = columns.flatMap((column) => linkedFrom(site, column))
  const entries = likeliest([...titled, ...own, ...linked].filter(isEntry))
  const pages = columns.flatMap((column): Catalogue[] => {
    const view = site.pageAt(column.url)
    // A page that is the catalogue itself has a table or a text of its own, not a list of entries; 暂无信息 is neither.
    if (column.empty || column.underConstruction) return []
    if (view === null || column.items.length > 0 || view.page.text.length < LEAST_TEXT) return []
    if (linkedFrom(site, column).some(isEntry)) return []
    return [catalogueOn(site, view, column.name)]
  })
  const listed = new Set(
    entries.flatMap(({ item }) => (item.url === null ? [] : [placeKey(item.url)])),
  )
  const itself = site.pages
    .filter(({ page }) => !listed.has(placeKey(page.url)) && isCatalogue(page, known))
    .map((view) => catalogueOn(site, view, view.page.title ?? ''))
  return [...entries.map((entry) => catalogueOf(site, entry)), ...pages, ...itself]
}

/** The catalogue that a page itself is, called so. */
function catalogueOn(site: SiteView, view: PageView, words: string): Catalogue {
  const { url, publishedOn, text } = view.page
  return {
    words,
    place: citePage(view),
    day: latestOf(publishedOn?.value, headOf(words, text.excerpt), site.asOf),
    sureness: publishedOn?.sureness ?? 1,
    texts: textsOf(site, url),
    unread: hasUnreadFile(site, url),
    whole: isWhole(site, view),
  }
}

/** So many of the elements make a page titled as the catalogue the catalogue, and no tree of columns. */
const TABLE_HEADS = 5

/** A page under any column (主动公开目录, a node of the tree) that bears the catalogue's title and its table. */
function isCatalogue(page: Page, known: CatalogueElements): boolean {
  if (!isTitled(page)) return false
  return [...known.values()].filter((words) => words.test(page.text.excerpt)).length >= TABLE_HEADS
}

function isTitled({ title, kind }: Page): boolean {
  const words = title ?? ''
  if (!TITLE.test(words) || BESIDE.test(words) || OF_A_FIELD.test(words)) return false
  return !['home', 'error', 'file'].includes(kind.value)
}

/** All that it says, on the page or in its files, was read. */
function isWhole(site: SiteView, view: PageView): boolean {
  const { page } = view
  const files = page.attachments.map(({ url }) => site.pageAt(url)?.page.file)
  return (
    page.text.length <= page.text.excerpt.length &&
    !page.truncated &&
    page.blocked === null &&
    files.every((file) => file?.state === 'text' && !file.truncated) &&
    page.frames.length === 0 &&
    !(page.pictures ?? []).some(({ inBody }) => inBody) &&
    hiddenByScript(view) === null
  )
}

/** A file on the page gave no text: the table may stand there. */
function hasUnreadFile(site: SiteView, url: string): boolean {
  const files = site.pageAt(url)?.page.attachments ?? []
  return files.some((file) => site.pageAt(file.url)?.page.file?.state !== 'text')
}

/** What a column of which no entry was read leads to: a list of one line is easily taken for no list. */
function linkedFrom(site: SiteView, column: Column): readonly TitledItem[] {
  const page = site.pageAt(column.url)?.page
  if (page === undefined || column.items.length > 0) return []
  return page.links
    .filter(({ area, text }) => /^(?:main|other|list)$/.test(area) && TITLE.test(text))
    .map(({ text, url, at }) => ({
      column,
      item: {
        title: text,
        url,
        publishedOn: null,
        firstSeen: null,
        place: { url: page.url, at, quote: text },
      },
    }))
}

/** Entries named as the catalogue; without one the tables of single fields; without these whatever its column holds. */
function likeliest(entries: readonly TitledItem[]): readonly TitledItem[] {
  const named = entries.filter(({ item }) => TITLE.test(item.title))
  const whole = named.filter(({ item }) => !OF_A_FIELD.test(item.title))
  return [whole, named, entries].find((one) => one.length > 0) ?? []
}

const EDITION =
  /(20\d\d)\s*年?(?:\d{1,2}月(?:\d{1,2}日)?)?\s*(?:年?度|版|修[订正改]|更新|调整)|(?:更新|修[订正改]|调整)(?:时间|日期|于)?\s*[:：]?\s*(20\d\d)\s*[-年./]/
/** Where an edition says which it is. */
const FRONT = 200

/** Or below its table: 本目录2023年6月10日修订。 */
const CLOSING =
  /(?:本?目录|本?清单)[^。\n]{0,10}?(20\d\d)\s*年[^。\n]{0,8}?(?:修[订正改]|更新|编制|调整|制定|公布)|(?:更新|修[订正改]|编制|调整)(?:时间|日期)\s*[:：]\s*(20\d\d)/

/** Menus beside the text may be read before it: its first words follow where its name stands last. */
function headOf(name: string, excerpt: string): string {
  const at = excerpt.slice(0, MENU).lastIndexOf(name)
  return `${name} ${at < 0 ? excerpt : excerpt.slice(at + name.length)}`
}
const MENU = 2000

/**
 * The day it was put up or the edition its title or first words name, what is later: an old entry may hold the new edition.
 * A year's edition without a day stands for all of that year.
 */
function latestOf(day: string | null | undefined, words: string, asOf: string): string | null {
  const [, before, after] =
    EDITION.exec(words.slice(0, FRONT)) ?? CLOSING.exec(words.slice(FRONT).slice(-FRONT)) ?? []
  const year = before ?? after
  const edition = year === undefined || year > asOf.slice(0, 4) ? null : `${year}-12-31`
  const known = day ?? null
  if (known === null || edition === null) return known ?? edition
  return edition.slice(0, 4) > known.slice(0, 4) ? edition : known
}

function catalogueOf(site: SiteView, { item }: TitledItem): Catalogue {
  const known = dayOfItem(site, item)
  const texts = item.url === null ? [] : textsOf(site, item.url)
  const view = item.url === null ? null : site.pageAt(item.url)
  return {
    words: item.title,
    place: item.place,
    day: latestOf(known?.day, `${item.title} ${texts[0] ?? ''}`, site.asOf),
    sureness: known?.sureness ?? 1,
    texts,
    unread: texts.length === 0 || (item.url !== null && hasUnreadFile(site, item.url)),
    whole: view !== null && !OF_A_FIELD.test(item.title) && isWhole(site, view),
  }
}

/** The line that is the head of the table of matters: 事项 and 内容 beside one another, each a cell of its own. */
export function catalogueHead(texts: readonly string[]): string | null {
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const cells = squash(line).split(/[\s|]+/)
    const named = (words: RegExp): boolean =>
      cells.some((cell) => words.test(cell.replace(/[（(][^（()）]*[）)]$/, '')))
    if (
      cells.length <= MOST_HEADS &&
      cells.every((cell) => cell.length <= 8) &&
      named(/^(?:公开)?(?:[一二三]级)?(?:事项|信息)(?:名称|类别|类型)?$|^名称$/) &&
      named(/^(?:公开)?(?:的)?(?:具体|主要)?内容(?:要素)?$|^(?:具体|主要)内容$/)
    )
      return cells.join(' ')
  }
  return null
}
const MOST_HEADS = 12
