/**
 * Are major decisions opened before they are taken: drafts put up with an explanation, and the yearly list of decisions?
 * Asked of portals that keep a column for it (elsewhere of calls for comment on a paper that hold none); the list of
 * governments, which alone decide so, and of offices that have put one up before. An explanation belongs to the draft of a government's decision (条例第十五条): an office that puts a
 * rule of its own up for comment owes the draft. Last year's list stands here: so should this year's. Whether the opinions gathered were answered is
 * interaction/feedback-missing's question.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  branchOf,
  CALL,
  citeColumn,
  dayOfItem,
  defineCheck,
  eachMatter,
  hastyCalls,
  IS_EXPLANATION,
  isBareCall,
  isBareList,
  isGovernment,
  isTown,
  itemsTitled,
  lackingOf,
  listed,
  NO_DRAFT,
  namesDraft,
  noneSaid,
  partly,
  piecesOf,
  placeOfNone,
  searchedForDocument,
  searchedIn,
  type TitledItem,
  textsOf,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

const DRAFTS = '决策草案与说明'
const LIST = '决策事项目录'

/** What comes after a call, not the call. */
const AFTER = /反馈|结果|采纳|汇总|情况(的)?(通报|公告|说明)$/
const LISTED = /决策(事项|项目)?(年度)?(目录|清单|计划|名录|一览表|台账|项目表|事项表)/
const OF_LIST = /(?:目录|清单|名录|台账).{0,6}情况/
/** What a body that takes no such decisions says in their column. */
const MATTER = '(?:行政)?决策|决策事项'
/** Entries that may belong to a call: the draft by itself, its explanation by itself. */
const PIECE = /草案|征求意见稿|送审稿|说明$/
export const decisionsIncomplete = defineCheck({
  id: 'disclosure/decisions-incomplete',
  revision: 21,
  title: '重大决策预公开是否完整',
  question: '重大决策的草案和说明是否公开征求意见，年度决策事项目录是否公开？',
  basis: [
    {
      document: '《重大行政决策程序暂行条例》（国务院令第713号，二手）',
      clause:
        '第三条：决策事项目录向社会公布；第十五条：公开征求意见的，公布决策草案及其说明等材料',
    },
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '平台评估指标：重大决策预公开（决策事项目录、草案征集意见、意见反馈）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['majorDecisions'],
      meaning: '按重大决策预公开判断的栏目类别；设有这类栏目的网站才问',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    callTopics: {
      default: ['consultation'],
      meaning: '草案还可能在哪几类栏目里征求意见',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    listDue: {
      default: '09-30',
      meaning: '上一年公布了决策事项目录的，当年的最迟到哪一天公布（月-日），过后没有的不再提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    leastDays: {
      default: 30,
      meaning: '重大行政决策公开征求意见的期限一般不少于多少日（公布当日计入）',
      source:
        '《重大行政决策程序暂行条例》第十五条：一般不少于30日，因情况紧急等原因缩短的应当说明（二手）',
      verified: false,
    },
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内的草案',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    complete: { verdict: 'pass', message: '{subject}：{words}' },
    incomplete: {
      verdict: 'unsure',
      message: '{subject}：{words}',
      ask: '{doubt}',
    },
    missing: {
      verdict: 'fail',
      message: '“{column}”和其他栏目里没有找到{subject}{note}',
      claimsAbsence: true,
      ask: '{subject}是否公布在别处，或者确实没有公布？',
    },
    hasty: {
      verdict: 'fail',
      message:
        '有 {count} 件重大行政决策公开征求意见的期限不足 {least} 日，也没有说明缩短期限的原因：{names}',
      claimsAbsence: true,
      ask: '所列事项是否属于重大行政决策，征求意见时有没有说明缩短期限的原因？',
    },
    'hasty-filed': {
      verdict: 'unsure',
      message: '重大决策预公开的栏目里有 {count} 件征求意见的期限不足 {least} 日：{names}',
      ask: '所列事项是否属于重大行政决策，属于的有没有说明缩短期限的原因？',
    },
    'none-said': {
      verdict: 'not-applicable',
      message: '{subject}：“{column}”写明没有（“{words}”）',
    },
    'not-owed': {
      verdict: 'not-applicable',
      message: '{subject}：由县级以上政府公布，部门和乡镇不另列',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出重大决策预公开的栏目（是否应设由栏目检查判断）',
    },
  },
  example:
    '某县“重大决策预公开”近一年有3件草案征求意见，2件附有草案和起草说明，1件没有说明：决策草案与说明 incomplete。',
  *run(site, { params, asOf }) {
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    const branch = branchOf(site, params.topics)
    if (branch.length === 0) {
      const evidence = placeOfNone(site, params.topics)
      yield { outcome: 'no-column', subject: '重大决策预公开', evidence }
      yield* bareCalls(site, params.callTopics, addDays(asOf, -params.withinDays), asOf)
      return
    }
    yield draftsOf(
      site,
      columns,
      branch,
      callsOf(site, branch, params.callTopics),
      asOf,
      params.withinDays,
    )
    yield listOf(site, columns, branch, asOf, params)
    yield* hasty(site, asOf, params)
  },
})

function* hasty(
  site: SiteView,
  asOf: string,
  params: { readonly leastDays: number; readonly withinDays: number },
): Generator<Observation<'hasty' | 'hasty-filed'>> {
  const lists = itemsTitled(site, LISTED).flatMap(({ item }) => textsOf(site, item.url ?? ''))
  const from = addDays(asOf, -params.withinDays)
  const all = hastyCalls(site, from, asOf, params.leastDays, lists)
  for (const isMajor of [true, false]) {
    const found = all.filter((one) => one.isMajor === isMajor)
    if (found.length === 0) continue
    yield {
      outcome: isMajor ? 'hasty' : 'hasty-filed',
      subject: isMajor ? '征求意见期限' : '征求意见期限（待核）',
      facts: {
        count: found.length,
        least: params.leastDays,
        names: listed(
          found.map(({ call, days }) => `“${clip(call.title, 40)}”${days}日`),
          4,
        ),
      },
      measure: { value: found.length, unit: 'count' },
      evidence: found.slice(0, 5).map(({ call }) => call.place),
      coverage: found.some(({ filed }) => filed) ? partly('原因可能写在附件里') : WHOLE,
    }
  }
}

/** Without a column for decisions: what is put up for comment elsewhere is put up all the same. */
function* bareCalls(
  site: SiteView,
  topics: readonly string[],
  from: string,
  asOf: string,
): Generator<Observation<'missing'>> {
  const columns = branchOf(site, topics)
  const calls = itemsTitled(site, CALL, columns).filter(({ item }) => {
    const day = dayOfItem(site, item)?.day ?? null
    return (
      namesDraft(item.title) &&
      !AFTER.test(item.title) &&
      (day ?? '') >= from &&
      (day ?? '') <= asOf
    )
  })
  const pieces = itemsTitled(site, PIECE)
  const bare = calls.filter(
    (call) => isBareCall(site, call.item.url) && piecesOf(call, pieces).length === 0,
  )
  if (bare.length > 0) yield draftless(site, columns, calls, bare, '')
}

/** `of`: of the calls of how many days. */
function draftless(
  site: SiteView,
  columns: readonly Column[],
  calls: readonly TitledItem[],
  bare: readonly TitledItem[],
  of: string,
): Observation<'missing'> {
  const names = listed(
    bare.map(({ item }) => `“${clip(item.title, 40)}”`),
    4,
  )
  return {
    outcome: 'missing',
    subject: DRAFTS,
    evidence: bare.slice(0, 5).map(({ item }) => item.place),
    facts: {
      column: listed([...new Set(columns.map(({ name }) => name))], 3),
      note: `：${of}${calls.length} 件征求意见，${bare.length} 件只有一则公告（${names}）`,
    },
    coverage: searchedIn(site, columns),
  }
}

type Answer = Observation<'complete' | 'incomplete' | 'missing' | 'none-said' | 'not-owed'>

/** Calls in the column itself, and those elsewhere that hold no draft; where it has none, all drafts put up elsewhere. */
function callsOf(
  site: SiteView,
  branch: readonly Column[],
  elsewhere: readonly string[],
): readonly TitledItem[] {
  const own = itemsTitled(site, CALL, branch).filter(({ item }) => !AFTER.test(item.title))
  const calls = own.filter(({ item }) => !IS_EXPLANATION.test(item.title))
  const others = itemsTitled(site, CALL, branchOf(site, elsewhere)).filter(
    ({ item: { title } }) => namesDraft(title) && !AFTER.test(title),
  )
  if (own.length === 0) return others
  // The form of a call that the column puts up in full is no call of its own.
  const bare = others.filter(
    (one) => isBareCall(site, one.item.url) && piecesOf(one, own).length === 0,
  )
  return [...(calls.length > 0 ? calls : own), ...bare]
}

function draftsOf(
  site: SiteView,
  columns: readonly Column[],
  branch: readonly Column[],
  found: readonly TitledItem[],
  asOf: string,
  withinDays: number,
): Answer {
  const from = addDays(asOf, -withinDays)
  const calls = found
    .map((one) => ({ ...one, day: dayOfItem(site, one.item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
  const recent = calls.filter(({ day }) => day === null || day >= from)
  if (recent.length === 0) {
    const [older] = [...calls].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
    if (older)
      return {
        outcome: 'incomplete',
        subject: DRAFTS,
        facts: {
          words: `近 ${withinDays} 天没有草案征求意见，最近一次为“${clip(older.item.title, 40)}”（${older.day}）`,
          doubt: `${older.day} 之后有没有应当征求意见的重大决策？`,
        },
        evidence: [older.item.place],
      }
    return orNotOwed(missing(site, DRAFTS, columns, branch, asOf), isTown(site))
  }
  const pieces = itemsTitled(site, PIECE)
  const judged = eachMatter(recent).map((one) => ({
    ...one,
    lacking: lackingOf(site, one, piecesOf(one, pieces)),
  }))
  const open = judged.filter(({ lacking }) => lacking !== null)
  const bare = open.filter(
    ({ item, lacking }) => lacking === NO_DRAFT && isBareCall(site, item.url),
  )
  if (bare.length > 0)
    return {
      ...draftless(site, branch, judged, bare, `近 ${withinDays} 天 `),
      measure: { value: (judged.length - open.length) / judged.length, unit: 'share' },
    }
  const evidence = (open.length > 0 ? open : judged).slice(0, 5).map(({ item }) => item.place)
  const common = {
    subject: DRAFTS,
    measure: { value: (judged.length - open.length) / judged.length, unit: 'share' as const },
    evidence,
  }
  if (open.length === 0)
    return {
      ...common,
      outcome: 'complete',
      facts: {
        words: `近 ${withinDays} 天 ${judged.length} 件征求意见，都有草案${isGovernment(site) && !isTown(site) ? '和说明' : ''}`,
      },
    }
  const names = listed(
    open.map(({ item, lacking }) => `“${clip(item.title, 30)}”${lacking}`),
    4,
  )
  return {
    ...common,
    outcome: 'incomplete',
    facts: {
      words: `近 ${withinDays} 天 ${judged.length} 件征求意见，${open.length} 件没有读到草案或说明：${names}`,
      doubt: `${names}：草案和起草说明是否公布在附件、链接或图片里？`,
    },
  }
}

function listOf(
  site: SiteView,
  columns: readonly Column[],
  branch: readonly Column[],
  asOf: string,
  params: { readonly listDue: string },
): Answer {
  const lists = [...itemsTitled(site, LISTED), ...namedColumns(branch)]
    .map((one) => ({ ...one, day: dayOfItem(site, one.item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  const year = asOf.slice(0, 4)
  const ofYear = lists.filter(({ item, day }) => item.title.includes(year) || day?.startsWith(year))
  // 决策事项目录情况公开: a few sentences about the list, which name no matter and lead to none.
  const current = ofYear.find(
    ({ item }) => !OF_LIST.test(item.title) || !isBareList(site, item.url),
  )
  const [newest] = lists
  if (current)
    return {
      outcome: 'complete',
      subject: LIST,
      facts: { words: `“${clip(current.item.title, 60)}”（${current.day ?? '没有日期'}）` },
      evidence: [current.item.place],
    }
  if (newest && !ofYear[0] && asOf.slice(5) > params.listDue && isYearly(lists, Number(year))) {
    const column = listed([...new Set(branch.map(({ name }) => name))], 3)
    return {
      outcome: 'missing',
      subject: LIST,
      facts: {
        column,
        note: `：${year}年的没有，最近的是“${clip(newest.item.title, 60)}”（${newest.day ?? '没有日期'}）`,
      },
      evidence: [newest.item.place],
      coverage: searchedIn(site, [...columns, newest.column]),
    }
  }
  if (newest)
    return {
      outcome: 'incomplete',
      subject: LIST,
      facts: {
        words: `没有找到${year}年的，最近的是“${clip(newest.item.title, 60)}”（${newest.day ?? '没有日期'}）${ofYear[0] ? '，页面没有列出事项' : ''}`,
        doubt: `${year}年的决策事项目录公布在哪里，或者尚未公布？`,
      },
      evidence: [newest.item.place],
    }
  const answer = missing(site, LIST, columns, branch, asOf)
  return orNotOwed(answer, isTown(site) || !isGovernment(site))
}

/** The procedure binds governments from the county up; an office puts drafts up, a town owes neither. */
function orNotOwed(answer: Answer, isFree: boolean): Answer {
  const { outcome, subject, evidence } = answer
  return outcome === 'missing' && isFree ? { outcome: 'not-owed', subject, evidence } : answer
}

/** The list of the year before stands here: one of this year is not put up elsewhere. */
function isYearly(lists: readonly Pick<TitledItem, 'item'>[], year: number): boolean {
  return lists.some(({ item }) => item.title.includes(String(year - 1)))
}

/** Entries of a sub-column that is the list of decisions by its name. */
function namedColumns(branch: readonly Column[]): readonly TitledItem[] {
  return branch
    .filter((column) => LISTED.test(column.name))
    .flatMap((column) => column.items.map((item) => ({ item, column })))
}

function missing(
  site: SiteView,
  subject: string,
  columns: readonly Column[],
  branch: readonly Column[],
  asOf: string,
): Answer {
  const column = listed([...new Set(branch.map(({ name }) => name))], 3)
  const none = noneSaid(site, branch, MATTER, addDays(asOf, -365))
  if (none !== null)
    return {
      outcome: 'none-said',
      subject,
      facts: { column, words: clip(none.quote, 60) },
      evidence: [none],
    }
  return {
    outcome: 'missing',
    subject,
    facts: { column, note: '' },
    evidence: branch.flatMap((column) => [...citeColumn(site, column)]).slice(0, 3),
    coverage: searchedForDocument(site, columns),
  }
}
