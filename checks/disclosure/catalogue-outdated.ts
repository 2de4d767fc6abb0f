/**
 * Is the basic catalogue of proactive disclosure published, kept up, and does it have its eight elements? The catalogue is
 * a document (a table of matters), not the column tree 法定主动公开内容. An element is lacking where the head of its table
 * stands on the page and nothing of the page speaks of it. Whether the matters are complete is for a person.
 */
import { daysBetween } from '#base/day'
import { clip, compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  branchOf,
  citePage,
  dayOfItem,
  defineCheck,
  itemsTitled,
  type LabelId,
  labelOr,
  lookedAtHome,
  partly,
  type Rests,
  searchedForDocument,
  type TitledItem,
  textsOf,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page } from '#model/page'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

const SUBJECT = '主动公开基本目录'

const TITLE =
  /主动公开(事项)?(基本|标准)?目录|(政务|信息)公开(标准|基本|事项){1,2}目录|公开事项(标准)?(目录|清单)|公开标准目录/
/** An entry so called may be it, by a name of its own. */
const LIKE = /(?:主动|信息|政务|事项)公开.{0,6}(?:目录|清单)|公开(?:信息|内容)(?:目录|清单)/
/** The table of one field (社会救助领域基层政务公开标准目录) is a part of the standards, not the unit's catalogue. */
const OF_A_FIELD = /领域/
/** What waterworks, hospitals and villages must disclose is no catalogue of the office. */
const OF_OTHERS =
  /公司|集团|水务|医院|学校|幼儿园|供[水电热气]|燃气|公交|公共企事业|企业|村务|[村社]区?居?委/
/** The unit's own catalogue of all it discloses goes before the standards of single matters beside it. */
const GENERAL = /主动公开(?:事项)?(?:基本|标准)?目录|信息公开(?:事项)?基本目录/
/** Papers about how to make one. */
const BESIDE = /企事业单位|编制.{0,8}(的通知|方案|培训)|培训|会议|征求意见|评估|考核/

/** Elements of the catalogue by the families of the words that head them, and by the words of a sentence that tells them. */
const ELEMENTS: Readonly<Record<string, readonly [LabelId, RegExp]>> = {
  名称: ['standardName', /信息/],
  内容: ['standardContent', /内容/],
  依据: ['standardBasis', /根据/],
  时限: ['standardLimit', /何时/],
  主体: ['standardBody', /谁(?:来)?公开/],
  方式: ['catalogueWay', /(?:怎么|怎样|如何)公开/],
  渠道: ['catalogueChannel', /(?:哪里|哪儿|何处)公开/],
  公开对象: ['catalogueAudience', /[向对]谁公开/],
}
type Elements = ReadonlyMap<string, RegExp>

export const catalogueOutdated = defineCheck({
  id: 'disclosure/catalogue-outdated',
  revision: 11,
  title: '主动公开基本目录是否公布、更新',
  question: '主动公开基本目录是否已公布并动态更新，八项要素是否齐全？',
  basis: [
    {
      document:
        '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（二手，随州2023年指标引用）',
      clause: '目录至少应包括公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象等要素',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '附件2、附件3 主动公开基本目录：对外公布并动态更新，尚未编制的年底前完成',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['standardCatalogue'],
      meaning: '按基本目录判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxAgeDays: {
      default: 365,
      meaning: '最新一版距监测日最多几天',
      source: '原文只写“动态更新”；按栏目一年的通行口径，可调',
      verified: false,
    },
    elements: {
      default: Object.keys(ELEMENTS),
      meaning: '目录应有的要素',
      source: '随州2023年平台评估指标（市直部门）“编制发布并动态更新”行所印的八项',
      verified: true,
    },
  },
  outcomes: {
    current: { verdict: 'pass', message: '公布了“{words}”（{day}），要素齐全' },
    outdated: {
      verdict: 'fail',
      message: '最新的目录“{words}”最晚是 {day} 的，距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '有没有比“{words}”（{day}）更新的目录？',
    },
    undated: {
      verdict: 'unsure',
      message: '公布了“{words}”，没有读出日期',
      ask: '“{words}”是哪一天公布或修订的？',
    },
    'elements-missing': {
      verdict: 'unsure',
      message: '公布了“{words}”（{day}），没有读到要素：{missing}（{reason}）',
      ask: '“{words}”里有没有“{missing}”这几项？',
    },
    'elements-lacking': {
      verdict: 'fail',
      message: '“{words}”（{day}）的表头是“{head}”，没有这些要素：{missing}',
      claimsAbsence: true,
      ask: '“{words}”里是否确实没有“{missing}”这几项？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到主动公开基本目录（找过各栏目的标题和名称）',
      claimsAbsence: true,
      ask: '主动公开基本目录是否以别的名称公布，或确实没有？',
    },
    'no-platform': {
      verdict: 'not-applicable',
      message: '没有识别出政府信息公开的栏目，目录无从判断（应设栏目由栏目检查判断）',
    },
  },
  example:
    '某局“主动公开基本目录（2021年版）”发布于2021-06-01，监测日2023-12-10，相隔922天：outdated。',
  *run(site, { params, asOf, labels }) {
    const known = new Map(
      Object.entries(ELEMENTS).map(
        ([name, [id, told]]) => [name, labelOr(labels, [id], told)] as const,
      ),
    )
    yield judge(site, asOf, params, known)
  },
})

/** Shorter texts hold no table of matters. */
const LEAST_TEXT = 60

interface Catalogue {
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

interface Params {
  readonly topics: readonly string[]
  readonly maxAgeDays: number
  readonly elements: readonly string[]
}

type Outcome =
  | 'current'
  | 'outdated'
  | 'undated'
  | 'elements-missing'
  | 'elements-lacking'
  | 'missing'
  | 'no-platform'

function judge(
  site: SiteView,
  asOf: string,
  params: Params,
  known: Elements,
): Observation<Outcome> {
  const home = site.home ?? site.pages[0]
  const found = cataloguesOf(site, params.topics, known).filter(
    ({ day }) => day === null || day.slice(0, 4) <= asOf.slice(0, 4),
  )
  const general = found.filter(({ words }) => GENERAL.test(words) && !OF_A_FIELD.test(words))
  const best = newestOf(general) ?? newestOf(found)
  if (best === null) {
    const owed = ['ogi', 'ogiCatalogue', ...params.topics].flatMap((topic) => [
      ...site.columnsOf(topic),
    ])
    if (owed.length === 0)
      return {
        outcome: 'no-platform',
        subject: SUBJECT,
        evidence: home === undefined ? [] : [citePage(home)],
      }
    return {
      outcome: 'missing',
      subject: SUBJECT,
      evidence: lookedAtHome(site),
      coverage: hintOf(site) ?? searchedForDocument(site, owed),
    }
  }
  const words = clip(best.words, 60)
  if (best.day === null)
    return { outcome: 'undated', subject: SUBJECT, facts: { words }, evidence: [best.place] }
  const days = Math.max(0, daysBetween(best.day, asOf))
  const common = {
    subject: SUBJECT,
    measure: { value: days, unit: 'days' as const },
    evidence: [best.place],
    sureness: best.sureness,
  }
  // An edition of this year without a day is kept under the year's last.
  const day = best.day > asOf ? `${best.day.slice(0, 4)}年` : best.day
  const facts = { words, day, days, limit: params.maxAgeDays }
  if (days > params.maxAgeDays) {
    const other = newestOf(found.filter((one) => (one.day ?? '') > (best.day ?? '')))
    return {
      ...common,
      outcome: 'outdated',
      facts,
      coverage:
        other === null
          ? searchedForDocument(site, branchOf(site, params.topics))
          : partly(`更新的“${clip(other.words, 40)}”（${other.day ?? ''}）可能已代替它`),
    }
  }
  const missing = params.elements.filter(
    (name) => !best.texts.some((text) => known.get(name)?.test(text)),
  )
  if (missing.length === 0) return { ...common, outcome: 'current', facts }
  const head = best.whole ? headIn(best.texts) : null
  if (head !== null && lacking(missing, head, known) >= LEAST_LACKING)
    return {
      ...common,
      outcome: 'elements-lacking',
      facts: { ...facts, missing, head: clip(head, 60) },
      coverage: WHOLE,
    }
  const reason = best.unread ? '目录的文字没有读到，可能在附件或图片里' : '文字里没有'
  return { ...common, outcome: 'elements-missing', facts: { ...facts, missing, reason } }
}

/** One or two elements may stand in words that we do not know, or be taken for a part of another (公开渠道 for 方式). */
const LEAST_LACKING = 3
const CORE = ['内容', '依据', '时限', '主体']

/**
 * How many of the elements lack that no other column can stand for; ways and channels are one. Whom it is for may stand in
 * a column that we do not know, so it counts only where each cell of the head is known.
 */
function lacking(missing: readonly string[], head: string, known: Elements): number {
  const ways = ['方式', '渠道'].every((name) => missing.includes(name)) ? 1 : 0
  const words = [PLAIN, ...known.values()]
  const read = head.split(' ').every((cell) => words.some((one) => one.test(cell)))
  const counted = read ? [...CORE, '公开对象'] : CORE
  return ways + counted.filter((name) => missing.includes(name)).length
}
/** Cells of a head that hold no element. */
const PLAIN = /^(?:序号|编号|备注)$/

/** The latest of those with a day; without one the first. */
function newestOf(found: readonly Catalogue[]): Catalogue | null {
  const [newest] = found
    .filter(({ day }) => day !== null)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  return newest ?? found[0] ?? null
}

/** The line that is the head of the table of matters: 事项 and 内容 beside one another, each a cell of its own. */
function headIn(texts: readonly string[]): string | null {
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const cells = squash(line).split(/[\s|]+/)
    const named = (words: RegExp): boolean => cells.some((cell) => words.test(cell))
    if (
      cells.length <= MOST_HEADS &&
      cells.every((cell) => cell.length <= 8) &&
      named(/^(?:公开)?(?:事项|信息)(?:名称|类别|类型)?$|^名称$/) &&
      named(/^(?:公开)?(?:的)?(?:具体|主要)?内容(?:要素)?$|^(?:具体|主要)内容$/)
    )
      return cells.join(' ')
  }
  return null
}
const MOST_HEADS = 12

const NAMED = /主动公开(?:事项)?基本目录/

/** An entry or a text that may be the catalogue under another name, or that holds it. */
function hintOf(site: SiteView): Rests | null {
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
  return told === undefined
    ? null
    : partly(`“${clip(told.page.title ?? told.page.url, 30)}”里写到主动公开基本目录`)
}

/** Entries so titled anywhere, entries of the catalogue's own columns, and such a column's page itself. */
function cataloguesOf(
  site: SiteView,
  topics: readonly string[],
  known: Elements,
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
    const reading = view.page.publishedOn
    return [
      {
        words: column.name,
        place: citePage(view),
        day: latestOf(reading?.value, headOf(column.name, view.page.text.excerpt), site.asOf),
        sureness: reading?.sureness ?? 1,
        texts: textsOf(site, view.page.url),
        unread: hasUnreadFile(site, view.page.url),
        whole: isWhole(view),
      },
    ]
  })
  const listed = new Set(
    entries.flatMap(({ item }) => (item.url === null ? [] : [placeKey(item.url)])),
  )
  const itself = site.pages
    .filter(({ page }) => !listed.has(placeKey(page.url)) && isCatalogue(page, known))
    .map(
      (view): Catalogue => ({
        words: view.page.title ?? SUBJECT,
        place: citePage(view),
        day: latestOf(
          view.page.publishedOn?.value,
          headOf(view.page.title ?? '', view.page.text.excerpt),
          site.asOf,
        ),
        sureness: view.page.publishedOn?.sureness ?? 1,
        texts: textsOf(site, view.page.url),
        unread: hasUnreadFile(site, view.page.url),
        whole: isWhole(view),
      }),
    )
  return [...entries.map((entry) => catalogueOf(site, entry)), ...pages, ...itself]
}

/** So many of the elements make a page titled as the catalogue the catalogue, and no tree of columns. */
const TABLE_HEADS = 5

/** A page under any column (主动公开目录, a node of the tree) that bears the catalogue's title and its table. */
function isCatalogue(page: Page, known: Elements): boolean {
  const heads = [...known.values()].filter((words) => words.test(page.text.excerpt)).length
  return isTitled(page) && heads >= TABLE_HEADS
}

function isTitled({ title, kind }: Page): boolean {
  const words = title ?? ''
  if (!TITLE.test(words) || BESIDE.test(words) || OF_A_FIELD.test(words)) return false
  return !['home', 'error', 'file'].includes(kind.value)
}

function isWhole(view: PageView): boolean {
  const { page } = view
  return (
    page.text.length <= page.text.excerpt.length &&
    !page.truncated &&
    page.blocked === null &&
    page.attachments.length === 0 &&
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
  const [, before, after] = EDITION.exec(words.slice(0, FRONT)) ?? []
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
    whole: view !== null && !OF_A_FIELD.test(item.title) && isWhole(view),
  }
}
