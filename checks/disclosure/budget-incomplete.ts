/**
 * Does what is put up as a budget or as final accounts say what it must? Its own year and its own body, more than that it
 * is put up, the “三公”经费 and a department's 机关运行经费. Papers of one year and kind are read together (the tables may
 * stand apart). Of what was not read whole only what the page itself decides is told, of the papers of other units that a
 * portal gathers only the year. Whether the papers are there is disclosure/budget-missing's question.
 */
import { daysBetween } from '#base/day'
import { clip, squash } from '#base/text'
import {
  approvalIn,
  BUDGET_OF,
  BUDGET_TOPICS,
  branchOf,
  budgetParts,
  budgetYears,
  dayOfItem,
  defineCheck,
  fileWords,
  hasWordsOnly,
  holdsMore,
  isBudgetPaper,
  isGovernment,
  isInstitution,
  isOwnName,
  isPutUpAgain,
  itemsMissing,
  listed,
  otherBodyIn,
  otherYears,
  ownPictures,
  ownWords,
  PURCHASES,
  placeOfNone,
  RUNNING,
  searchedIn,
  TRIPS,
  wordsBeneath,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'

export const budgetIncomplete = defineCheck({
  id: 'disclosure/budget-incomplete',
  revision: 13,
  title: '预算决算公开的内容是否是本年度、本单位的，是否写全',
  question: '公开的预算、决算写的是不是标题所说的年度和单位，有没有实际内容和“三公”经费？',
  basis: [
    {
      document: '《中华人民共和国预算法》',
      clause:
        '第十四条：部门预算、决算及报表向社会公开，并对机关运行经费的安排、使用情况等重要事项作出说明（二手）',
    },
    {
      document: '财政部《地方预决算公开操作规程》财预〔2016〕143号',
      clause:
        '部门预决算公开内容：收支总体情况、财政拨款收支情况、“三公”经费、机关运行经费、政府采购（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    ...BUDGET_TOPICS,
    limitDays: {
      default: 20,
      meaning: '批复后多少天内向社会公开',
      source: '《中华人民共和国预算法》第十四条（二手）',
      verified: false,
    },
    years: {
      default: 3,
      meaning: '只看标题年度在监测日所在年及以前这么多年的（含当年）',
      source: '自定：更早的多为旧系统迁移而来',
      verified: false,
    },
  },
  outcomes: {
    whole: { verdict: 'pass', message: '“{words}”有收支内容和“三公”经费' },
    'other-year': {
      verdict: 'fail',
      message: '“{words}”里写的是{said}，没有一处写到{year}年',
      ask: '打开所列页面（附件），内容是不是另一年度的？',
    },
    'other-body': {
      verdict: 'fail',
      message: '“{words}”里写的是“{said}”，没有一处写到本单位',
      ask: '打开所列页面（附件），内容是不是另一个单位的？',
    },
    bare: {
      verdict: 'fail',
      message: '“{words}”只有一句话（{said}），没有数字、表格、图片，也没有附件',
      ask: '在浏览器中打开所列页面，是否确实没有预算、决算的内容？',
    },
    'items-missing': {
      verdict: 'fail',
      message: '“{words}”没有写{names}',
      claimsAbsence: true,
      ask: '所列页面和附件里是否确实没有所列情况（包括“无此项支出”的说明）？',
    },
    late: {
      verdict: 'fail',
      message:
        '“{words}”写着“{said}”，{published}才公开，相隔 {days} 天（批复后 {limitDays} 天内）',
      ask: '批复的日期和公开的日期是否印错，是否早已在别处公开？',
    },
    pictured: {
      verdict: 'unsure',
      message: '“{words}”只有 {count} 张图片，没有文字和附件，内容没有读到',
      ask: '图片里有没有收支总表、财政拨款收支表和“三公”经费？（用图片公开表格不便检索和核对）',
    },
    'units-other-year': {
      verdict: 'unsure',
      message: '各单位的预算、决算中有 {count} 份，页面文字写的都是另一年度：{names}',
      ask: '打开所列页面和附件，内容是不是另一年度的？',
    },
    'not-read': {
      verdict: 'not-applicable',
      message: '没有能读全的预算、决算文本可以判断',
    },
  },
  example: '“2025年部门决算”的正文写的都是2024年：other-year。',
  *run(site, { params, asOf }) {
    const columns = branchOf(site, params.topics)
    const coverage = searchedIn(site, columns)
    const first = Number(asOf.slice(0, 4)) - params.years + 1
    const groups = new Map<string, ColumnItem[]>()
    for (const item of columns.flatMap(({ items }) => items)) {
      const key = keyOf(site, item, first)
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item])
    }
    let judged = 0
    const judgeAll = (least: number) =>
      [...groups].map(([subject, items]) =>
        judge(site, subject, items, isToldApart(columns, subject), least),
      )
    // Where the body's other papers tell all, a short one that was read whole owes it too.
    const peers = judgeAll(LEAST_TEXT).filter((one) => one?.outcome === 'whole').length
    for (const answer of judgeAll(peers >= LEAST_PEERS ? SHORT_TEXT : LEAST_TEXT)) {
      if (answer === null) continue
      judged += 1
      yield { ...answer, coverage }
    }
    const items = [...new Set(columns.flatMap((column) => column.items))]
    const isMoved = movedWith(site, items, first)
    for (const item of items) {
      const paper = paperOf(item, first)
      if (paper === null || isMoved(item, paper)) continue
      const answer = lateness(site, item, paper, params.limitDays)
      if (answer === null) continue
      judged += 1
      yield answer
    }
    for (const answer of ofUnits(site, columns, first)) {
      judged += 1
      yield answer
    }
    const untold = unitsWithoutTrips(site, columns, first)
    if (untold !== null) {
      judged += 1
      yield { ...untold, coverage }
    }
    const evidence = placeOfNone(site, params.topics)
    if (judged === 0) yield { outcome: 'not-read', subject: '财政预决算', evidence }
  },
})

interface Paper {
  readonly year: number
  readonly word: string
}

/** Year and kind of a paper; null for what is none, or of several years or kinds. */
function paperOf(item: ColumnItem, first: number): Paper | null {
  const { title } = item
  if (!isBudgetPaper(item) || budgetParts(title).length > 1 || PIECE.test(title)) return null
  const [year, ...more] = new Set(budgetYears(title))
  const word = ['预算', '决算'].find((one) => title.replace('预决算', '').includes(one))
  if (year === undefined || more.length > 0 || word === undefined || year < first) return null
  return { year, word }
}

/** Accounts beside the general ones, in which no office's “三公”经费 stand. */
const PIECE = /基金|国有资本|债务|转移支付|政府采购/

function whoseIs({ title }: ColumnItem): string {
  return BUDGET_OF.exec(squash(title))?.[0] ?? ''
}

/** Year and kind of an own paper; null for what is none or another body's. */
function keyOf(site: SiteView, item: ColumnItem, first: number): string | null {
  const paper = paperOf(item, first)
  const whose = whoseIs(item)
  // A government gathers those of its departments, a department those of its units.
  const isOwn =
    whose !== '' ? isOwnName(site, whose) : !isGovernment(site) || /政府|本级/.test(item.title)
  return paper === null || !isOwn ? null : `${paper.year}年${paper.word}`
}

/** A paper that tells the day on which it was approved, put up later than the term; null where it does not. */
function lateness(
  site: SiteView,
  item: ColumnItem,
  { year, word }: Paper,
  limitDays: number,
): Observation<'late'> | null {
  const view = item.url === null ? null : site.pageAt(item.url)
  const published = dayOfItem(site, item)?.day
  // The approval of another year's paper says nothing of this one.
  const of = word === '决算' ? year + 1 : year
  const approved = view === null ? null : approvalIn(view.page.text.excerpt, of)
  if (view === null || published === undefined || approved === null || isPutUpAgain(item))
    return null
  const days = daysBetween(approved.day, published)
  if (days <= limitDays) return null
  const said = approved.words
  return {
    outcome: 'late',
    subject: `${year}年${word} 公开时间：${clip(item.title, 40)}`,
    facts: { words: clip(item.title, 60), said, published, days, limitDays },
    measure: { value: days, unit: 'days' },
    evidence: [{ url: view.page.url, at: null, quote: said }],
    pages: [view.page.url],
  }
}

/** Whether a paper of the same kind and of another year bears the same day, as when a portal moves. */
function movedWith(site: SiteView, items: readonly ColumnItem[], first: number) {
  const all = items.flatMap((item) => {
    const paper = paperOf(item, first)
    return paper === null ? [] : [{ ...paper, day: dayOfItem(site, item)?.day }]
  })
  return (item: ColumnItem, { year, word }: Paper): boolean => {
    const day = dayOfItem(site, item)?.day
    return all.some((one) => one.word === word && one.year !== year && one.day === day)
  }
}

interface OfUnit {
  readonly item: ColumnItem
  readonly url: string
  readonly said: readonly string[]
  /** So often that no file can be right beside it, or there is none. */
  readonly isSure: boolean
}

/** Papers of other units whose own words are all of another year. */
function unitsOfOtherYears(
  site: SiteView,
  columns: readonly Column[],
  first: number,
): readonly OfUnit[] {
  const found = new Map<string, OfUnit>()
  for (const item of columns.flatMap(({ items }) => items)) {
    const paper = paperOf(item, first)
    const whose = whoseIs(item)
    const view = item.url === null ? null : site.pageAt(item.url)
    if (paper === null || view === null || whose === '' || isOwnName(site, whose)) continue
    const words = ownWords(site, [view]) ?? ''
    const year = String(paper.year)
    // Accounts called after the year in which they were put up.
    const isAhead = paper.word === '决算' && site.asOf.startsWith(year)
    if (isAhead || words.length < LEAST_TEXT || isOfYearBefore(site, item, words, year)) continue
    const said = otherYears(words, year, LEAST_SAID)
    const least = holdsMore(view) ? LEAST_ALONE : LEAST_SAID
    const isSure = otherYears(words, year, least).length > 0
    if (said.length === 1) found.set(view.page.url, { item, url: view.page.url, said, isSure })
  }
  return [...found.values()]
}

/** One finding of those that are sure, one of the others. */
function* ofUnits(
  site: SiteView,
  columns: readonly Column[],
  first: number,
): Generator<Observation<'other-year' | 'units-other-year'>> {
  const all = unitsOfOtherYears(site, columns, first)
  for (const isSure of [true, false]) {
    const units = all.filter((one) => one.isSure === isSure)
    const [one] = units
    if (one === undefined) continue
    const names = listed(
      units.map(({ item, said }) => `“${clip(item.title, 40)}”写的是${listed(said)}`),
      4,
    )
    yield {
      outcome: isSure ? 'other-year' : 'units-other-year',
      subject: `各单位预决算 年度${isSure ? '' : '（待核）'}`,
      facts: {
        names,
        count: units.length,
        words: listed(units.map(({ item }) => clip(item.title, 40))),
        said: listed([...new Set(units.flatMap(({ said }) => said))]),
        year: listed(
          [...new Set(units.flatMap(({ item }) => budgetYears(item.title)))].map(String),
        ),
      },
      measure: { value: units.length, unit: 'count' },
      evidence: units.slice(0, 8).map(({ item }) => item.place),
      pages: units.map(({ url }) => url),
    }
  }
}

/** So many papers of the same year and kind tell of it on their pages and in their files: that is where it stands here. */
const LEAST_PEERS = 2

/** Papers of other units, read whole with all their files, that alone among their kind say nothing of the “三公”经费. */
function unitsWithoutTrips(
  site: SiteView,
  columns: readonly Column[],
  first: number,
): Observation<'items-missing'> | null {
  const read = new Map<string, { item: ColumnItem; kind: string; tells: boolean }>()
  for (const item of columns.flatMap(({ items }) => items)) {
    const paper = paperOf(item, first)
    const whose = whoseIs(item)
    const view = item.url === null ? null : site.pageAt(item.url)
    if (paper === null || view === null || whose === '' || isOwnName(site, whose)) continue
    const [words, files] = [ownWords(site, [view]), fileWords(site, [view])]
    const text = `${words}\n${files}`
    if (words === null || files === null || !/收入/.test(text) || !/支出/.test(text)) continue
    const kind = `${paper.year}年${paper.word}`
    const tells = itemsMissing(text, [TRIPS]).length === 0
    if (tells || isTelling(text, [view], LEAST_TEXT)) read.set(view.page.url, { item, kind, tells })
  }
  const untold = [...read].filter(([, one]) => {
    const peers = [...read.values()].filter(({ kind, tells }) => tells && kind === one.kind)
    return !one.tells && peers.length >= LEAST_PEERS && !isToldApart(columns, one.kind, one.item)
  })
  if (untold.length === 0) return null
  return {
    outcome: 'items-missing',
    subject: '各单位预决算 “三公”经费',
    facts: { words: listed(untold.map(([, { item }]) => clip(item.title, 40))), names: TRIPS },
    measure: { value: untold.length, unit: 'count' },
    evidence: untold.slice(0, 8).map(([, { item }]) => item.place),
    pages: untold.map(([url]) => url),
  }
}

type Judged = 'whole' | 'other-year' | 'other-body' | 'bare' | 'items-missing' | 'pictured'

/** Papers of one year and kind, together; null where not all of it was read, or it is not said in words. */
function judge(
  site: SiteView,
  subject: string,
  items: readonly ColumnItem[],
  isApart: boolean,
  least: number,
): Observation<Judged> | null {
  const views = items.flatMap(({ url }) => (url === null ? [] : (site.pageAt(url) ?? [])))
  const [view] = views
  const [item] = items
  if (view === undefined || item === undefined || views.length < items.length) return null
  const answer = (
    outcome: Judged,
    facts: Record<string, string | number> = {},
  ): Observation<Judged> => ({
    outcome,
    subject,
    facts: { words: clip(item.title, 60), ...facts },
    evidence: [{ url: view.page.url, at: null, quote: item.title }],
    pages: views.map(({ page }) => page.url),
  })
  if (items.length === 1) {
    const own = wordsBeneath(view, item.title)
    const pictures = ownPictures(site, view)
    const isAlone =
      own !== null && hasWordsOnly(view) && own.length <= SHORT && !/\d[\d.]*\s*万?元/.test(own)
    if (isAlone && pictures > 0) return answer('pictured', { count: pictures })
    if (isAlone && own.length > NOTHING && !ELSEWHERE.test(own))
      return answer('bare', { said: clip(own, 60) })
  }
  const words = ownWords(site, views)
  const files = fileWords(site, views)
  if (words === null) return null
  const isWhole = files !== null
  const text = [words, files ?? ''].join('\n')
  const year = subject.slice(0, 4)
  const others = isOfYearBefore(site, item, text, year)
    ? []
    : otherYears(text, year, isWhole ? LEAST_SAID : LEAST_ALONE)
  if (others.length > 0 && isTelling(text, views, LEAST_TEXT))
    return answer('other-year', { year, said: listed(others) })
  if (!isTelling(text, views, isWhole ? least : LEAST_TEXT)) return null
  const other = isWhole ? otherBodyIn(site, text, BODY) : null
  // An office that became this one is spoken of elsewhere too.
  const isKnown = site.columns.some(({ items: all }) =>
    all.some(({ title }) => other !== null && title.includes(other)),
  )
  if (other !== null && !isKnown) return answer('other-body', { said: other })
  // What was not read may tell of all that is missed.
  if (!isWhole || !/收入|支出|收支/.test(text)) return null
  const owed = [
    ...(isApart ? [] : [TRIPS]),
    ...(owesRunning(site, item, text) ? [RUNNING, PURCHASES] : []),
  ]
  const missing = itemsMissing(text, owed)
  return missing.length > 0 ? answer('items-missing', { names: listed(missing) }) : answer('whole')
}

/** Organs have 机关运行经费, institutions (中心、站、学校) do not, though they be called 公路管理局. */
function owesRunning(site: SiteView, item: ColumnItem, text: string): boolean {
  const name = whoseIs(item).replace(/(?:本级|机关)?[（(]?$/, '') || site.agency.name
  if (isInstitution(text, name)) return false
  const isGovernmentOwn = isGovernment(site) && !/部门|办/.test(item.title)
  return /(?:局|委|委员会|厅|政府|办事处|管委会)$/.test(name) && !isGovernmentOwn
}

const MONEY = /\d[\d.,]*\s*万?元/g

/** Long enough to be the paper, or short, with its figures, and nothing on the page that leads on. */
function isTelling(text: string, views: readonly PageView[], least: number): boolean {
  if (text.length >= LEAST_TEXT) return true
  if (text.length < SHORT_TEXT || !/收入/.test(text) || !/支出/.test(text)) return false
  const figures = (text.match(MONEY) ?? []).length
  return text.length >= least || (figures >= 2 && views.every(hasWordsOnly))
}

/** An entry of its own tells the “三公”经费 of that year: no other body's than the one of `paper`. */
function isToldApart(columns: readonly Column[], subject: string, paper?: ColumnItem): boolean {
  const own = paper === undefined ? null : ['', whoseIs(paper)]
  return columns
    .flatMap(({ items }) => items)
    .filter(({ title }) => title.includes('三公') && title.includes(subject.slice(0, 4)))
    .some((item) => own === null || own.includes(whoseIs(item)))
}

/** Longer words beneath a title may be a report without figures; so few are only a button's. */
const SHORT = 120
const NOTHING = 10
/** Where it is put up instead; nothing there is a matter of words (无预算, 随主管部门公开). */
const ELSEWHERE =
  /平台|网站|网址|链接|见附件|附件|点击|下载|[无未][^，。]{0,14}[预决]算|不单独|没有|随.{2,20}公开|由.{2,20}公开|扫|涉密|秘密|保密|不予公开|不公开|纳入|统一|合并|并入|新(?:成立|组建|设立)|不再/
const LEAST_TEXT = 200
const SHORT_TEXT = 80

/** Accounts are of a year that is over: a title with the year in which they were put up means the one before. */
function isOfYearBefore(site: SiteView, item: ColumnItem, text: string, year: string): boolean {
  const isPutUp = dayOfItem(site, item)?.day.startsWith(year) === true
  return isPutUp && item.title.includes('决算') && text.includes(`${Number(year) - 1}年`)
}

const LEAST_SAID = 2
/** Where a file that was not read stands beside them. */
const LEAST_ALONE = 4

const BODY = /([\u4e00-\u9fff]{2,16}?[局厅])(?:（?本级）?|机关)?20\d\d年度?(?:部门|单位)?[预决]算/g
