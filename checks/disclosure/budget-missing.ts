/**
 * Are the budget of this year and the final accounts of last year published? Years are told by titles; a title
 * without a year is put to a person. A government that put up its own budget of an earlier year, beside those of its
 * departments, owes the next one too. What the papers contain is for others.
 */
import { clip, squash } from '#base/text'
import {
  ABOUT_BUDGET,
  asPortal,
  BESIDE_BUDGET,
  BUDGET_OF,
  BUDGET_TOPICS,
  budgetParts,
  budgetYears,
  ColumnTree,
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  EARLIER,
  elsewhereSaid,
  isAtWork,
  isBudgetPaper,
  isGovernment,
  isGovernmentOwn,
  isHollowPaper,
  isOfUnitBelow,
  isOwnName,
  isTripsOnly,
  keepsApart,
  leftOut,
  listed,
  OF_GOVERNMENT,
  type OwedPaper,
  ownPart,
  partly,
  type Rests,
  searchedIn,
  tooYoungFor,
  unitsOfYear,
  unitsPassedOver,
  withoutTowns,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, Place, SiteView } from '#model/site-view'

export const budgetMissing = defineCheck({
  id: 'disclosure/budget-missing',
  revision: 23,
  title: '部门预算决算是否按年公开',
  question: '到期年度的部门预算和部门决算是否公开？',
  basis: [
    {
      document: '《中华人民共和国预算法》',
      clause: '第十四条：部门预算、决算经批复后二十日内由各部门向社会公开（二手）',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十条第（七）项：财政预算、决算信息（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    ...BUDGET_TOPICS,
    budgetDue: {
      default: '05-31',
      meaning: '当年部门预算最迟公开日（月-日），取批复后二十日的宽限',
      source: '本工具的默认值，可按地方批复时间设定',
      verified: false,
    },
    accountsDue: {
      default: '11-15',
      meaning: '上年部门决算最迟公开日（月-日），取批复后二十日的宽限',
      source: '本工具的默认值，可按地方批复时间设定',
      verified: false,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '{subject}已公开：{words}' },
    hollow: {
      verdict: 'fail',
      message: '“{words}”打开后没有内容：没有文字、图片，也没有附件',
      ask: '在浏览器中打开所列页面，是否确实什么也没有？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到{subject}（应在 {due} 前公开）',
      claimsAbsence: true,
      ask: '财政预决算栏目和其他栏目里，是否确实没有这一年的？',
    },
    'year-unsaid': {
      verdict: 'unsure',
      message: '没有找到写明年份的{subject}，有未写年份的：{words}',
      ask: '所列的是不是这一年的？',
    },
    'units-missing': {
      verdict: 'fail',
      message: '{subject}：已有 {having} 个单位的，{known}的{names}没有这一年的',
      claimsAbsence: true,
      ask: '所列单位这一年的是否公开在别处，单位是否已经撤并或更名？',
    },
    'units-unfound': {
      verdict: 'unsure',
      message: '{subject}：已有 {having} 个单位的，{known}的{names}没有这一年的',
      ask: '所列单位是已经撤并、更名，还是没有公开这一年的？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”指向站外（{target}），没有检查',
      ask: '站外页面上有没有本单位到期年度的预算和决算？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出财政预决算栏目（是否应设由栏目检查判断）',
    },
  },
  example: '监测日2023-12-10，栏目里有2023年预算，最新的决算是2021年度：2022年度部门决算 missing。',
  *run(site, { params, asOf }) {
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    const local = columns.filter(({ kind }) => kind === 'local')
    const first = site.home ?? site.pages[0]
    const papers = itemsOf(site, local)
    if (columns.length === 0 && !papers.some(isBudgetPaper)) {
      if (first !== undefined)
        yield { outcome: 'no-column', subject: '财政预决算', evidence: [citePage(first)] }
      return
    }
    const [column] = columns
    if (local.length === 0 && column !== undefined) {
      yield {
        outcome: 'elsewhere',
        subject: '财政预决算',
        facts: { column: column.name, target: column.url },
        evidence: citeColumn(site, column),
      }
      return
    }
    const year = Number(asOf.slice(0, 4))
    const budgetYear = asOf.slice(5) > params.budgetDue ? year : year - 1
    const accountsYear = asOf.slice(5) > params.accountsDue ? year - 1 : year - 2
    const owed: readonly OwedPaper[] = [
      {
        subject: `${budgetYear}年部门预算`,
        year: budgetYear,
        put: budgetYear,
        word: '预算',
        due: `${budgetYear}-${params.budgetDue}`,
      },
      {
        subject: `${accountsYear}年度部门决算`,
        year: accountsYear,
        put: accountsYear + 1,
        word: '决算',
        due: `${accountsYear + 1}-${params.accountsDue}`,
      },
    ]
    for (const one of owed) {
      const answer = judge(site, local, papers, one)
      yield answer
      // A government's departments are told one by one below.
      if (!isGovernment(site)) yield* leftOut(one, (of) => judge(site, local, papers, of))
      // Where neither is there, it is said once.
      if (answer.outcome !== 'published' || !isGovernment(site)) continue
      const subject = `${one.year}年政府${one.word}`
      const own = judgeGovernment(ownPart(site), params.topics, { ...one, subject })
      if (own !== null) yield own
      yield* leftOut({ ...one, subject }, (of) => judgeGovernment(ownPart(site), params.topics, of))
    }
    for (const { word, year, put } of owed) {
      const since = `${put}${MID_YEAR}`
      yield* unitsMissing(site, local, owingUnits(site, papers, word, year), {
        ...{ subject: `${year}年各单位${word}`, known: '上一年或者同期公开过', since },
      })
      yield* unitsMissing(site, local, unitsPassedOver(papers, word, year - 1), {
        ...{
          subject: `${year - 1}年各单位${word}`,
          known: '前后公开过',
          since: `${put - 1}-01-01`,
        },
      })
    }
  },
})

/** Without the portal's own body, and for accounts without a unit that nothing shows to have been there in their year. */
function owingUnits(
  site: SiteView,
  papers: readonly ColumnItem[],
  word: '预算' | '决算',
  year: number,
): ReturnType<typeof unitsOfYear> {
  const units = unitsOfYear(papers, word, year)
  const lacking = units.lacking.filter(
    ({ unit, item }) =>
      !isOwnName(site, unit) &&
      (item.title.includes(word) || word === '预算' || isAtWork(site, unit, '', `${year}-12-31`)),
  )
  return { ...units, lacking }
}

/** Of units (two or more) whose papers stand side by side those that put up another year's and none of this one. */
function* unitsMissing(
  site: SiteView,
  columns: readonly Column[],
  { having, lacking, fresh }: ReturnType<typeof unitsOfYear>,
  { subject, known, since }: { subject: string; known: string; since: string },
): Generator<Observation<'units-missing' | 'units-unfound'>> {
  if (lacking.length === 0 || having.length < Math.max(2, lacking.length)) return
  // A reform may have dissolved a unit that nothing speaks of any more.
  const atWork = lacking.filter(({ unit }) => isAtWork(site, unit, since))
  const told = atWork.length > 0 ? atWork : lacking
  // One that is still spoken of when the other's paper is there has not become it.
  const fresher = fresh.find(({ item }) => {
    const day = dayOfItem(site, item)?.day ?? site.asOf
    return told.some(({ unit }) => !isAtWork(site, unit, day))
  })
  yield {
    outcome: atWork.length > 0 ? 'units-missing' : 'units-unfound',
    subject,
    facts: { having: having.length, known, names: listed(told.map(({ unit }) => unit)) },
    measure: { value: told.length, unit: 'count' },
    evidence: told.slice(0, 5).map(({ item }) => item.place),
    coverage: fresher
      ? partly(`“${fresher.unit}”可能是更名后的单位`)
      : restsOf(
          site,
          columns,
          told.map(({ item }) => item),
        ),
  }
}

const MID_YEAR = '-05-31'

/** 自2022年起在县预决算公开平台公开 says where, and is no paper. */
const NOTE = /年度?起|统一在|平台(?:统一)?(?:公开|公布|发布)/

/** 预决算 names both. */
function names(part: string, word: string): boolean {
  return part.includes(word) || part.includes('预决算')
}

function itemsOf(site: SiteView, columns: readonly Column[]): readonly ColumnItem[] {
  const below = branchOfColumns(site, columns)
  // Below a column named 部门预算 a bare 2024年度公开表 is a budget.
  const named = below.flatMap((column) => {
    const kinds = ['预算', '决算'].filter((kind) =>
      column.name.replace('预决算', '').includes(kind),
    )
    const [kind] = kinds
    return column.items.map((item) =>
      kinds.length === 1 && kind !== undefined && !/[预决]算/.test(item.title)
        ? { ...item, title: `${item.title}（${kind}）` }
        : item,
    )
  })
  // A paper may stand in another column; there its title must say it all.
  const elsewhere = site.columns.flatMap((column) => column.items)
  return [...named, ...elsewhere.filter((item) => /部门|单位|公开/.test(item.title))]
}

function judge(
  site: SiteView,
  columns: readonly Column[],
  items: readonly ColumnItem[],
  owed: OwedPaper,
): Observation<'published' | 'hollow' | 'missing' | 'year-unsaid'> {
  const { subject, word, year } = owed
  const all = items.filter(
    ({ title }) =>
      budgetParts(title).some((part) => part.includes(word) && !BESIDE_BUDGET.test(part)) &&
      !NOTE.test(title) &&
      !isTripsOnly(title) &&
      !isOfUnitBelow(site, title),
  )
  const isApart = !subject.includes('政府') && keepsApart(site, all, year)
  const about = isApart ? all.filter(({ title }) => !isGovernmentOwn(title)) : all
  const papers = [
    ...about.filter(({ title }) => isOfYear(title, word, year)),
    // In the year of the budget the two are put up under one name.
    ...(word === '预算' ? items.filter(({ title }) => isJoint(title, year)) : []),
  ]
  // The government's own stands for its departments' only where nothing else does.
  const own = subject.includes('政府') ? [] : papers.filter(({ title }) => !isGovernmentOwn(title))
  const shown = own.length > 0 ? own : papers
  const found = shown.find((item) => !isHollowPaper(site, item)) ?? shown[0]
  if (found)
    return {
      outcome: isHollowPaper(site, found) ? 'hollow' : 'published',
      subject,
      facts: { words: clip(found.title, 60) },
      evidence: [found.place],
    }
  const unsaid = about.filter((item) => {
    const day = dayOfItem(site, item)?.day
    return (
      budgetYears(item.title).length === 0 && (day === undefined || day.startsWith(`${owed.put}-`))
    )
  })
  const [likely] = unsaid
  if (likely)
    return {
      outcome: 'year-unsaid',
      subject,
      facts: { words: clip(likely.title, 60) },
      evidence: [likely.place],
    }
  const looked =
    columns.length > 0
      ? columns.flatMap((column) => [...citeColumn(site, column)])
      : items.filter(isBudgetPaper).map((item) => item.place)
  const evidence: Place[] = looked.slice(0, 3)
  return {
    outcome: 'missing',
    subject,
    facts: { due: owed.due },
    evidence,
    coverage:
      hintAt(
        site,
        columns,
        isApart ? items.filter((one) => !isGovernmentOwn(one.title)) : items,
        owed,
      ) ??
      restsOf(
        site,
        columns,
        about.filter(({ title }) => budgetYears(title).some((one) => one < year)).slice(0, 1),
      ),
  }
}

/** Whoever put it up, and what the government's own paper tells besides: 财政预算及“三公”经费公开. */
const BESIDE_GOVERNMENT = /公开办公室|财政局关于|(?<=算)[及和与、暨][“"]?三公[”"]?/g
const OF_DEPARTMENT = /部门|单位|局|厅|办公室|委员会|三公|公司|中心/
/** The report to the congress holds the budget itself. */
const DRAFT = /预算.{0,6}(?:草案|\(草案\)|（草案）)|预算及.{0,8}计划/

/** Null where nothing shows that the portal, without its units' columns, is where the government puts up its own. */
function judgeGovernment(
  site: SiteView,
  topics: readonly string[],
  owed: OwedPaper,
): Observation<'published' | 'hollow' | 'missing' | 'year-unsaid'> | null {
  const { word, year } = owed
  const all = topics.flatMap((topic) => site.columnsOf(topic))
  const columns = all.filter(({ kind }) => kind === 'local')
  const isOwn = ({ title }: ColumnItem): boolean =>
    title.includes(word) &&
    !OF_DEPARTMENT.test(title.replace(BESIDE_GOVERNMENT, '')) &&
    ((OF_GOVERNMENT.test(title) && !BESIDE_BUDGET.test(title)) ||
      (word === '预算' && DRAFT.test(title)))
  const isBefore = (item: ColumnItem): boolean =>
    isOwn(item) && budgetYears(item.title).some((one) => one < year && one >= year - EARLIER)
  const gathered = [...itemsOf(site, columns), ...site.columns.flatMap((column) => column.items)]
  if (!gathered.some(isBefore)) return null
  const apart = withoutTowns(gathered)
  const papers = apart.some(isBefore) ? apart : gathered
  const own = papers.filter(isOwn)
  // Named loosely, it is there all the same.
  const loose = papers.find(
    ({ title }) =>
      budgetYears(title).includes(year) && title.includes(word) && !/部门|单位/.test(title),
  )
  const found = own.find((item) => budgetYears(item.title).includes(year)) ?? loose
  if (found !== undefined)
    return {
      outcome: 'published',
      subject: owed.subject,
      facts: { words: clip(found.title, 60) },
      evidence: [found.place],
    }
  return judge(site, columns, own, owed)
}

/** A part that names the paper tells its year itself, or it is the year of the whole title. */
function isOfYear(title: string, word: string, year: number): boolean {
  return budgetParts(title).some((part) => {
    if (!part.includes(word) || BESIDE_BUDGET.test(part)) return false
    const years = budgetYears(part)
    return (years.length > 0 ? years : budgetYears(title)).includes(year)
  })
}

function isJoint(title: string, year: number): boolean {
  return budgetYears(title).includes(year) && title.includes('预决算') && !NOTE.test(title)
}

/** What speaks for a paper that was not recognised, or for none being owed; null where nothing does. */
function hintAt(
  site: SiteView,
  columns: readonly Column[],
  items: readonly ColumnItem[],
  { word, year, put }: OwedPaper,
): Rests | null {
  const like = items.find(({ title }) => {
    const years = budgetYears(title)
    const isNamed =
      names(title, word) && !ABOUT_BUDGET.test(title.replace(BUDGET_OF, '')) && !isTripsOnly(title)
    const isYear = /^20\d\d年?度?$/.test(squash(title))
    return (
      (isNamed && (years.includes(year) || (title.includes('预决算') && years.includes(put)))) ||
      (isYear && (years.includes(year) || years.includes(put)))
    )
  })
  if (like !== undefined && !isOfUnitBelow(site, like.title))
    return partly(`“${clip(like.title, 40)}”可能就是`)
  const branch = branchOfColumns(site, columns)
  const elsewhere = elsewhereSaid(site, branch)
  if (elsewhere !== null) return partly(`“${clip(elsewhere.quote, 40)}”，可能公布在那里`)
  const young = tooYoungFor(site, year)
  return young === null ? null : partly(young)
}

function branchOfColumns(site: SiteView, columns: readonly Column[]): readonly Column[] {
  const tree = new ColumnTree(site)
  return columns.flatMap((column) => [column, ...tree.descendants(column)])
}

/** Unread list pages or sub-columns may hold the paper; beside those of other years (`before`) in these columns nothing else does. */
function restsOf(site: SiteView, columns: readonly Column[], before: readonly ColumnItem[]): Rests {
  if (columns.length === 0) return partly('没有财政预决算栏目，只看了各栏目的标题')
  const all = branchOfColumns(site, columns)
  if (all.every((column) => column.items.length === 0))
    return partly('栏目里没有读到条目，内容可能在别的形式里')
  const within = searchedIn(site, columns)
  if (within.value === 'partial') return within
  const here = new Set(all.flatMap(({ items }) => items.flatMap(({ url }) => url ?? [])))
  const isSeries = before.length > 0 && before.every(({ url }) => here.has(url ?? ''))
  return isSeries ? within : asPortal(site)
}
