/**
 * Does what is put up as a budget or as final accounts say what it must? Its own year and its own body, more than that it
 * is put up, and the “三公”经费. Papers of one year and kind are read together (the tables may stand apart); only what was
 * read whole is judged. Whether the papers are there is disclosure/budget-missing's question.
 */
import { clip, squash } from '#base/text'
import {
  BUDGET_OF,
  BUDGET_TOPICS,
  branchOf,
  budgetParts,
  budgetYears,
  dayOfItem,
  defineCheck,
  hasWordsOnly,
  isBudgetPaper,
  isGovernment,
  isOwnName,
  listed,
  otherBodyIn,
  ownPictures,
  placeOfNone,
  textsOf,
  wordsBeneath,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import {
  type Column,
  type ColumnItem,
  hiddenByScript,
  type PageView,
  type SiteView,
} from '#model/site-view'

export const budgetIncomplete = defineCheck({
  id: 'disclosure/budget-incomplete',
  revision: 3,
  title: '预算决算公开的内容是否是本年度、本单位的，是否写全',
  question: '公开的预算、决算写的是不是标题所说的年度和单位，有没有实际内容和“三公”经费？',
  basis: [
    {
      document: '《中华人民共和国预算法》',
      clause: '第十四条：部门预算、决算及报表向社会公开（二手）',
    },
    {
      document: '财政部《地方预决算公开操作规程》财预〔2016〕143号',
      clause: '部门预决算公开内容：收支总体情况、财政拨款收支情况、“三公”经费（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    ...BUDGET_TOPICS,
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
      message: '“{words}”没有写“三公”经费（正文和附件都读过）',
      claimsAbsence: true,
      ask: '所列页面和附件里是否确实没有“三公”经费的情况（包括“无此项支出”的说明）？',
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
    const first = Number(asOf.slice(0, 4)) - params.years + 1
    const groups = new Map<string, ColumnItem[]>()
    for (const item of columns.flatMap(({ items }) => items)) {
      const key = keyOf(site, item, first)
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item])
    }
    let judged = 0
    for (const [subject, items] of groups) {
      const answer = judge(site, subject, items, isToldApart(columns, subject))
      if (answer === null) continue
      judged += 1
      yield answer
    }
    const units = isGovernment(site) ? unitsOfOtherYears(site, columns, first) : []
    if (units.length > 0)
      yield {
        outcome: 'units-other-year',
        subject: '各单位预决算 年度',
        facts: {
          count: units.length,
          names: listed(
            units.map(({ item, said }) => `“${clip(item.title, 40)}”写的是${listed(said)}`),
            4,
          ),
        },
        measure: { value: units.length, unit: 'count' },
        evidence: units.slice(0, 8).map(({ item }) => item.place),
        pages: units.flatMap(({ item }) => item.url ?? []),
      }
    if (judged === 0 && units.length === 0)
      yield {
        outcome: 'not-read',
        subject: '财政预决算',
        evidence: placeOfNone(site, params.topics),
      }
  },
})

/** Year and kind of an own paper; null for what is none or another body's. */
function keyOf(site: SiteView, item: ColumnItem, first: number): string | null {
  const { title } = item
  if (!isBudgetPaper(item) || budgetParts(title).length > 1 || PIECE.test(title)) return null
  const [year, ...more] = new Set(budgetYears(title))
  const word = ['预算', '决算'].find((one) => title.replace('预决算', '').includes(one))
  if (year === undefined || more.length > 0 || word === undefined || year < first) return null
  const whose = BUDGET_OF.exec(squash(title))?.[0] ?? ''
  // A government gathers those of its departments, a department those of its units.
  if (whose !== '' ? !isOwnName(site, whose) : isGovernment(site) && !/政府|本级/.test(title))
    return null
  return `${year}年${word}`
}

/** Accounts beside the general ones, in which no office's “三公”经费 stand. */
const PIECE = /基金|国有资本|债务|转移支付|政府采购/

/** Papers of units that a government gathers: whose words tell of another year than their titles. Their files are not all read. */
function unitsOfOtherYears(site: SiteView, columns: readonly Column[], first: number) {
  return columns
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const [year, ...more] = new Set(budgetYears(item.title))
      const view = item.url === null ? null : site.pageAt(item.url)
      const isOne = isBudgetPaper(item) && year !== undefined && more.length === 0 && year >= first
      // Accounts called after the year in which they were put up.
      const isAhead = item.title.includes('决算') && site.asOf.startsWith(String(year))
      if (!isOne || isAhead || view === null || hiddenByScript(view) !== null) return []
      const words = wordsBeneath(view, item.title)
      const said = words === null ? [] : otherYears(words, String(year))
      return words !== null && words.length >= LEAST_TEXT && said.length === 1
        ? [{ item, said }]
        : []
    })
}

type Judged = 'whole' | 'other-year' | 'other-body' | 'bare' | 'items-missing' | 'pictured'

/** Papers of one year and kind, together; null where not all of it was read, or it is not said in words. */
function judge(
  site: SiteView,
  subject: string,
  items: readonly ColumnItem[],
  isApart: boolean,
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
  const text = wholeText(site, views)
  if (text === null || text.length < LEAST_TEXT) return null
  const year = subject.slice(0, 4)
  const others = isOfYearBefore(site, item, text, year) ? [] : otherYears(text, year)
  if (others.length > 0) return answer('other-year', { year, said: listed(others) })
  const other = otherBodyIn(site, text, BODY)
  // An office that became this one is spoken of elsewhere too.
  const isKnown = site.columns.some(({ items: all }) =>
    all.some(({ title }) => other !== null && title.includes(other)),
  )
  if (other !== null && !isKnown) return answer('other-body', { said: other })
  if (!/收入|支出|收支/.test(text)) return null
  return answer(isApart || /三公|公务接待|公务用车|因公出国/.test(text) ? 'whole' : 'items-missing')
}

/** An entry of its own tells the “三公”经费 of that year. */
function isToldApart(columns: readonly Column[], subject: string): boolean {
  return columns
    .flatMap(({ items }) => items)
    .some(({ title }) => title.includes('三公') && title.includes(subject.slice(0, 4)))
}

/** Longer words beneath a title may be a report without figures; so few are only a button's. */
const SHORT = 120
const NOTHING = 10
/** Where it is put up instead; nothing there is a matter of words (无预算, 随主管部门公开). */
const ELSEWHERE =
  /平台|网站|网址|链接|见附件|附件|点击|下载|[无未][^，。]{0,14}[预决]算|不单独|没有|随.{2,20}公开|由.{2,20}公开|扫|涉密|秘密|保密|不予公开|不公开|纳入|统一|合并|并入|新(?:成立|组建|设立)|不再/
const LEAST_TEXT = 200

/** All that the pages and their files say; null where a part of it was not read. */
function wholeText(site: SiteView, views: readonly PageView[]): string | null {
  const isWhole = views.every(
    (view) =>
      view.page.text.length <= view.page.text.excerpt.length &&
      !view.page.truncated &&
      view.page.frames.length === 0 &&
      hiddenByScript(view) === null &&
      ownPictures(site, view) === 0 &&
      view.page.attachments.every(({ url }) => {
        const file = site.pageAt(url)?.page.file
        return file != null && file.text !== '' && !file.truncated
      }),
  )
  if (!isWhole) return null
  const titles = new Set(views.map(({ page }) => squash(page.title ?? '')))
  return views
    .flatMap(({ page }) => textsOf(site, page.url))
    .join('\n')
    .split('\n')
    .filter((line) => !titles.has(squash(line)))
    .join('\n')
}

const SAID_OF =
  /(20\d\d)年(?:度)?(?=(?:部门|单位|收[入支]|支出|预算|决算|财政|一般公共|机关运行|政府采购|[“"]?三公))/g

/** Accounts are of a year that is over: a title with the year in which they were put up means the one before. */
function isOfYearBefore(site: SiteView, item: ColumnItem, text: string, year: string): boolean {
  const isPutUp = dayOfItem(site, item)?.day.startsWith(year) === true
  return isPutUp && item.title.includes('决算') && text.includes(`${Number(year) - 1}年`)
}

/** Years that the text says its figures are of, where the title's own is nowhere in it; so few may be a slip. */
function otherYears(text: string, year: string): readonly string[] {
  if (budgetYears(text).includes(Number(year)) || text.includes(`${year}年`)) return []
  const said = [...text.matchAll(SAID_OF)].map((one) => `${one[1]}年`)
  return said.length >= LEAST_SAID ? [...new Set(said)] : []
}
const LEAST_SAID = 2

const BODY = /([\u4e00-\u9fff]{2,16}?[局厅])(?:（?本级）?|机关)?20\d\d年度?(?:部门|单位)?[预决]算/g
