/**
 * Does what is put up as a budget or as final accounts say what it must? Its own year and its own body, more than that it
 * is put up, the “三公”经费 and a department's 机关运行经费. Papers of one year and kind are read together (the tables may
 * stand apart). Of what was not read whole only what the page itself decides is told, of the papers of other units that a
 * portal gathers only the year. Whether the papers are there is disclosure/budget-missing's question.
 */
import { daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  approvalIn,
  BUDGET_TOPICS,
  type BudgetPaper,
  bodyOfBudget,
  branchOf,
  budgetPaperOf,
  dayOfItem,
  defineCheck,
  fileWords,
  hasWordsOnly,
  isGovernment,
  isInstitution,
  isOfYearBefore,
  isOwnName,
  isPutUpAgain,
  isToldApart,
  itemsMissing,
  LEAST_ALONE,
  LEAST_PEERS,
  LEAST_SAID,
  LEAST_TEXT,
  listed,
  otherBodyIn,
  otherYears,
  ownPictures,
  ownWords,
  PURCHASES,
  partsOfOtherYear,
  placeOfNone,
  RUNNING,
  SHORT_TEXT,
  searchedIn,
  TRIPS,
  tellsBudget,
  type UnitPaper,
  unitPapers,
  unitsLeavingOut,
  unitsOfOtherYears,
  unitsSpeakingFor,
  unitsWithOtherParts,
  wordsBeneath,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, SiteView } from '#model/site-view'

export const budgetIncomplete = defineCheck({
  id: 'disclosure/budget-incomplete',
  revision: 14,
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
    'part-other-year': {
      verdict: 'fail',
      message: '“{words}”的{names}写的都是{said}的，没有一处是{year}的',
      ask: '打开所列页面（附件），{names}的表格和说明是不是另一年度的？',
    },
    'units-unsaid': {
      verdict: 'unsure',
      message: '同一批公开的各单位预算、决算大都写明{names}，“{words}”没有写',
      ask: '所列单位是否有{names}，没有的是否应当说明？',
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
      const paper = budgetPaperOf(item, first)
      if (paper === null || isMoved(item, paper)) continue
      const answer = lateness(site, item, paper, params.limitDays)
      if (answer === null) continue
      judged += 1
      yield answer
    }
    const papers = unitPapers(site, columns, first)
    for (const answer of ofUnits(site, papers)) {
      judged += 1
      yield answer
    }
    for (const answer of partsOfUnits(site, columns, papers)) {
      judged += 1
      yield { ...answer, coverage }
    }
    const evidence = placeOfNone(site, params.topics)
    if (judged === 0) yield { outcome: 'not-read', subject: '财政预决算', evidence }
  },
})

/** Year and kind of an own paper; null for what is none or another body's. */
function keyOf(site: SiteView, item: ColumnItem, first: number): string | null {
  const paper = budgetPaperOf(item, first)
  const whose = bodyOfBudget(item)
  // A government gathers those of its departments, a department those of its units.
  const isOwn =
    whose !== '' ? isOwnName(site, whose) : !isGovernment(site) || /政府|本级/.test(item.title)
  return paper === null || !isOwn ? null : `${paper.year}年${paper.word}`
}

/** A paper that tells the day on which it was approved, put up later than the term; null where it does not. */
function lateness(
  site: SiteView,
  item: ColumnItem,
  { year, word }: BudgetPaper,
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
    const paper = budgetPaperOf(item, first)
    return paper === null ? [] : [{ ...paper, day: dayOfItem(site, item)?.day }]
  })
  return (item: ColumnItem, { year, word }: BudgetPaper): boolean => {
    const day = dayOfItem(site, item)?.day
    return all.some((one) => one.word === word && one.year !== year && one.day === day)
  }
}

/** One finding of those that are sure, one of the others. */
function* ofUnits(
  site: SiteView,
  papers: readonly UnitPaper[],
): Generator<Observation<'other-year' | 'units-other-year'>> {
  const all = unitsOfOtherYears(site, papers)
  for (const isSure of [true, false]) {
    const units = all.filter((one) => one.isSure === isSure)
    if (units.length === 0) continue
    const told = units.map(({ item, said }) => `“${clip(item.title, 40)}”写的是${listed(said)}`)
    yield {
      outcome: isSure ? 'other-year' : 'units-other-year',
      subject: `各单位预决算 年度${isSure ? '' : '（待核）'}`,
      ...gathered(units),
      facts: {
        names: listed(told, 4),
        count: units.length,
        words: titlesOf(units),
        said: listed([...new Set(units.flatMap(({ said }) => said))]),
        year: listed([...new Set(units.map(({ year }) => String(year)))]),
      },
    }
  }
}

const titlesOf = (units: readonly UnitPaper[]): string =>
  listed(units.map(({ item }) => clip(item.title, 40)))

const gathered = (
  units: readonly UnitPaper[],
): Pick<Observation<'other-year'>, 'measure' | 'evidence' | 'pages'> => ({
  measure: { value: units.length, unit: 'count' },
  evidence: units.slice(0, 8).map(({ item }) => item.place),
  pages: units.map(({ view }) => view.page.url),
})

/** Papers of other units that speak for another body, tell an item of another year, or leave out what their like tell. */
function* partsOfUnits(
  site: SiteView,
  columns: readonly Column[],
  papers: readonly UnitPaper[],
): Generator<Observation<'other-body' | 'part-other-year' | 'items-missing' | 'units-unsaid'>> {
  const strange = unitsSpeakingFor(site, papers)
  if (strange.length > 0)
    yield {
      outcome: 'other-body',
      subject: '各单位预决算 单位',
      ...gathered(strange),
      facts: { words: titlesOf(strange), said: listed(strange.map(({ other }) => other)) },
    }
  const aside = unitsWithOtherParts(site, papers)
  if (aside.length > 0)
    yield {
      outcome: 'part-other-year',
      subject: '各单位预决算 分项年度',
      ...gathered(aside),
      facts: {
        words: titlesOf(aside),
        names: listed([...new Set(aside.map(({ part }) => part))]),
        said: listed([...new Set(aside.map(({ said }) => said))]),
        year: listed([...new Set(aside.map(({ year }) => `${year}年`))]),
      },
    }
  for (const [name, least, outcome] of OWED_BY_UNITS) {
    const untold = unitsLeavingOut(site, papers, name, least).filter(
      ({ kind, item }) => name !== TRIPS || !isToldApart(columns, kind, item),
    )
    if (untold.length > 0)
      yield {
        outcome,
        subject: `各单位预决算 ${name}`,
        ...gathered(untold),
        facts: { words: titlesOf(untold), names: name },
      }
  }
}

/** The item, so many others that tell it, and what follows. */
const OWED_BY_UNITS = [
  [TRIPS, LEAST_PEERS, 'items-missing'],
  [RUNNING, 4, 'items-missing'],
  [PURCHASES, 4, 'units-unsaid'],
] as const

type Judged =
  | 'whole'
  | 'other-year'
  | 'other-body'
  | 'bare'
  | 'items-missing'
  | 'part-other-year'
  | 'pictured'

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
    const own = wordsBeneath(site, view, item.title)
    const pictures = ownPictures(site, view)
    const isAlone =
      own !== null &&
      hasWordsOnly(site, view) &&
      own.length <= SHORT &&
      !/\d[\d.]*\s*万?元/.test(own)
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
  if (others.length > 0 && tellsBudget(site, text, views, LEAST_TEXT))
    return answer('other-year', { year, said: listed(others) })
  if (!tellsBudget(site, text, views, isWhole ? least : LEAST_TEXT)) return null
  const other = isWhole ? otherBodyIn(site, text, BODY) : null
  // An office that became this one is spoken of elsewhere too.
  const isKnown = site.columns.some(({ items: all }) =>
    all.some(({ title }) => other !== null && title.includes(other)),
  )
  if (other !== null && !isKnown) return answer('other-body', { said: other })
  // What was not read may tell of all that is missed.
  if (!isWhole || !/收入|支出|收支/.test(text)) return null
  const part = partsOfOtherYear(text, Number(year))
  if (part !== null && !isOfYearBefore(site, item, text, year))
    return answer('part-other-year', { names: part.part, said: part.said, year: `${year}年` })
  const owed = [
    ...(isApart ? [] : [TRIPS]),
    ...(owesRunning(site, item, text) ? [RUNNING, PURCHASES] : []),
  ]
  const missing = itemsMissing(text, owed)
  return missing.length > 0 ? answer('items-missing', { names: listed(missing) }) : answer('whole')
}

/** Organs have 机关运行经费, institutions (中心、站、学校) do not, though they be called 公路管理局. */
function owesRunning(site: SiteView, item: ColumnItem, text: string): boolean {
  const name = bodyOfBudget(item).replace(/(?:本级|机关)?[（(]?$/, '') || site.agency.name
  if (isInstitution(text, name)) return false
  const isGovernmentOwn = isGovernment(site) && !/部门|办/.test(item.title)
  return /(?:局|委|委员会|厅|政府|办事处|管委会)$/.test(name) && !isGovernmentOwn
}

/** Longer words beneath a title may be a report without figures; so few are only a button's. */
const SHORT = 120
const NOTHING = 10
/** Where it is put up instead; nothing there is a matter of words (无预算, 随主管部门公开). */
const ELSEWHERE =
  /平台|网站|网址|链接|见附件|附件|点击|下载|[无未][^，。]{0,14}[预决]算|不单独|没有|随.{2,20}公开|由.{2,20}公开|扫|涉密|秘密|保密|不予公开|不公开|纳入|统一|合并|并入|新(?:成立|组建|设立)|不再/
const BODY =
  /([\u4e00-\u9fff]{2,16}?(?<![我本该各])[局厅])(?:（?本级）?|机关)?20\d\d年度?(?:部门|单位)?[预决]算/g
