/**
 * Does the portal's own search find what the portal has published? Judged from the first page of results for whole titles
 * that the crawl searched for. It fails only where the page itself says that there is nothing, the words arrived whole, and
 * the same search shows results for another title, so that neither a script nor our request can be to blame; a box that was
 * not asked (POST, script, another host) is asked about. What comes with the results (sorting, kinds, help, gathering) is quoted for those who judge it.
 */
import {
  citePage,
  defineCheck,
  isGovernment,
  listed,
  searchedForColumn,
  shownAtHome,
  unseenAtHome,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PlacedWords } from '#model/page'
import type { SearchAnswer } from '#model/page-search'
import type { Place, SearchEntry, SiteSearch, SiteView } from '#model/site-view'

const SUBJECT = '站内搜索'
type Kind = SiteSearch['query']['kind']
const KINDS: Readonly<Record<Kind, string>> = {
  ownItem: '本网站信息',
  ownOther: '本网站另一条信息',
  ownService: '本网站服务事项',
  lowerItem: '下级网站信息',
  lowerService: '下级网站服务事项',
}
/** The clause wants both of a site below found. */
const LOWER_KINDS: readonly Kind[] = ['lowerItem', 'lowerService']
const LOWER = '下级网站内容'
/** Entries that stand beside “nothing found” (recommended reading) and are no results. */
const FEW = 10

export const searchFruitless = defineCheck({
  id: 'service/search-fruitless',
  revision: 7,
  title: '站内搜索能否找到已发布的内容',
  question: '用已发布的信息、服务事项的标题在站内搜索，结果第一页有没有这条内容？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause:
        '智能搜索：选取本网站已发布的信息或服务的标题进行测试，在搜索结果第一页无法找到该内容的，该指标不得分；随机选取下级网站上的1条信息及1个服务事项的标题，能够在搜索结果第一页找到该内容，50%',
    },
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '功能设计：搜索（二手，条文未见原文）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    found: {
      verdict: 'pass',
      message: '用标题“{title}”在站内搜索，结果第一页第 {rank} 条就是',
    },
    denied: {
      verdict: 'fail',
      message: '用标题“{title}”在站内搜索，结果页说没有（“{words}”）',
      ask: '用标题“{title}”在网站上搜索（{address}），结果第一页有没有这条内容？',
    },
    outranked: {
      verdict: 'fail',
      message: '用标题“{title}”在站内搜索，结果第一页列出 {hits} 条（“{words}”），没有这条内容',
      ask: '用标题“{title}”在网站上搜索（{address}），结果第一页有没有这条内容？',
    },
    absent: {
      verdict: 'fail',
      message: '首页上没有搜索框，也没有搜索入口和脚本写出的内容',
      claimsAbsence: true,
      ask: '在浏览器中打开首页，是否确实没有搜索框？',
    },
    broken: {
      verdict: 'fail',
      message: '站内搜索打不开：{times} 次搜索都返回 HTTP {status}',
      ask: '在网站上搜索任意词，结果页能不能打开（{address}）？',
    },
    unconfirmed: {
      verdict: 'unsure',
      message: '用标题“{title}”在站内搜索，结果第一页没有读到这条内容：{reason}',
      ask: '用标题“{title}”在网站上搜索（{address}），结果第一页有没有这条内容？',
    },
    unasked: {
      verdict: 'unsure',
      message: '没有用站内搜索试过：{reason}',
      ask: '请在网站上用已发布信息、服务事项的标题搜索，结果第一页能不能找到？（{reason}）',
    },
    reached: {
      verdict: 'pass',
      message: '用下级网站的信息“{title}”和服务事项“{service}”的标题搜索，都在结果第一页',
    },
    'half-tried': {
      verdict: 'unsure',
      message: '下级网站的信息和服务事项没有都搜到：{reason}',
      ask: '在门户上用下级网站的1条信息和1个服务事项的标题搜索，是否都在结果第一页？（{reason}）',
    },
    'no-entry': {
      verdict: 'unsure',
      message: '首页上没有读到搜索框',
      ask: '在浏览器中打开首页，有没有搜索框？用已发布内容的标题搜索，结果第一页能不能找到？',
    },
    skipped: {
      verdict: 'not-applicable',
      message: '本次没有做站内搜索：设置关闭，或没有读到合适的标题',
    },
    shown: { verdict: 'pass', message: '搜索结果页有{subject}：{words}' },
    unshown: { verdict: 'not-applicable', message: '搜索结果页上没有读到{subject}' },
  },
  example: '用半个月前通知的标题搜索，结果页写着“没有找到相关结果”：本网站信息 denied。',
  *run(site) {
    const { home } = site
    if (home === null) return
    const { asked, entries, usable } = site.search
    if (asked.length === 0) {
      yield usable
        ? { outcome: 'skipped', subject: SUBJECT, evidence: entryPlaces(entries) }
        : notAsked(site, entries, [citePage(home)])
      return
    }
    const errors = asked.filter(isError)
    if (errors.length === asked.length) yield brokenSearch(site, errors)
    else {
      const own = asked.filter(({ query }) => !LOWER_KINDS.includes(query.kind))
      yield* atOnce(own.map((one) => judged(site, one, asked)))
      yield* below(site, asked)
    }
    yield* features(asked)
  },
})

type Seen = Observation<
  | 'found'
  | 'denied'
  | 'outranked'
  | 'absent'
  | 'broken'
  | 'unconfirmed'
  | 'unasked'
  | 'reached'
  | 'half-tried'
  | 'no-entry'
  | 'shown'
  | 'unshown'
>

const entryPlaces = (entries: readonly SearchEntry[]): readonly Place[] =>
  entries.slice(0, 1).map(({ place }) => place)

/** Why none of the boxes could be asked politely. */
function notAsked(site: SiteView, entries: readonly SearchEntry[], home: readonly Place[]): Seen {
  const [first] = entries
  if (first === undefined)
    return isGovernment(site) && unseenAtHome(site) === null && !namesSearch(site)
      ? {
          outcome: 'absent',
          subject: SUBJECT,
          evidence: home,
          coverage: searchedForColumn(site),
        }
      : { outcome: 'no-entry', subject: SUBJECT, evidence: home }
  const best = entries.find(({ form }) => form.action !== null && form.field !== '') ?? first
  const { form, outside } = best
  const reason =
    outside !== null
      ? `搜索由站外的 ${outside} 提供，没有代为搜索`
      : form.method === 'post'
        ? '搜索框用提交表单（POST）的方式搜索，没有代为提交'
        : '搜索的地址由脚本写出，读不出来'
  return {
    outcome: 'unasked',
    subject: SUBJECT,
    facts: { reason, address: form.action ?? '' },
    evidence: [best.place],
  }
}

/** A word, a picture or a button that may lead to a search. */
function namesSearch(site: SiteView): boolean {
  const words = /搜索|检索|查找|search|关键[字词]|请输入|放大镜/i
  const address = /search|query|[/.](?:so|sou|igs)(?:[/.]|$)/i
  return shownAtHome(site).some(
    ({ page }) =>
      page.links.some(({ text, url }) => words.test(text) || address.test(url)) ||
      (page.bareEntries ?? []).some(({ text }) => words.test(text)) ||
      (page.pictures ?? []).some(({ alt, caption, url }) =>
        words.test(`${alt} ${caption} ${url}`),
      ) ||
      words.test(page.text.excerpt),
  )
}

const statusOf = (one: SiteSearch): number | null => one.capture?.status ?? null

/** Errors that do not pass by themselves. */
const LASTING: ReadonlySet<number | null> = new Set([404, 410, 500, 501, 505])

/** Answered with an error of the site's own; what a protection or the way did is none. */
function isError(one: SiteSearch): boolean {
  const status = statusOf(one)
  return (
    one.state === 'fetched' &&
    status !== null &&
    (status === 404 || status === 410 || status >= 500)
  )
}

function brokenSearch(site: SiteView, errors: readonly SiteSearch[]): Seen {
  const [first] = errors
  const status = first === undefined ? null : statusOf(first)
  const same = errors.every((one) => statusOf(one) === status)
  const plain = errors.every(({ query }) => !query.scripted)
  if (first === undefined) return notAsked(site, site.search.entries, [])
  const facts = { address: first.query.page, title: first.query.title }
  if (errors.length >= 2 && same && plain && LASTING.has(status))
    return {
      outcome: 'broken',
      subject: SUBJECT,
      facts: { ...facts, times: errors.length, status },
      evidence: errors.flatMap(statusPlace),
    }
  const reason = plain
    ? `搜索了 ${errors.length} 次，返回 HTTP ${status}，可能是暂时的`
    : `返回 HTTP ${status}，但搜索框由脚本处理，本程序发出的请求可能不完整`
  return {
    outcome: 'unconfirmed',
    subject: SUBJECT,
    facts: { ...facts, reason },
    evidence: errors.flatMap(statusPlace),
  }
}

function statusPlace({ query, capture }: SiteSearch): readonly Place[] {
  if (capture === null) return []
  return [{ url: query.page, at: null, quote: `HTTP ${capture.status}`, capture: capture.id }]
}

function judged(site: SiteView, one: SiteSearch, all: readonly SiteSearch[]): Seen {
  const { query, capture, page } = one
  const subject = KINDS[query.kind]
  const facts = { title: query.title, address: query.page, target: query.target }
  const answer = page?.searchAnswer ?? null
  if (capture === null || one.state !== 'fetched')
    return {
      outcome: 'unasked',
      subject,
      facts: { ...facts, reason: one.reason.replace(/^站内搜索：/, '') },
      evidence: entryPlaces(site.search.entries),
    }
  const at = (words: PlacedWords): Place => ({
    url: query.page,
    at: words.at,
    quote: words.quote,
    capture: capture.id,
  })
  if (answer?.found) {
    const { rank } = answer.found
    return {
      outcome: 'found',
      subject,
      facts: { ...facts, rank, results: answer.count?.value ?? null },
      measure: { value: rank, unit: 'count' },
      evidence: [at(answer.found), ...publishedAt(site, query.target)],
    }
  }
  const reason = doubt(one, answer, all)
  if (answer?.none && reason === null)
    return {
      outcome: 'denied',
      subject,
      facts: { ...facts, words: answer.none.quote },
      evidence: [at(answer.none), ...publishedAt(site, query.target)],
    }
  if (answer?.count && isFullPage(one))
    return {
      outcome: 'outranked',
      subject,
      facts: { ...facts, hits: answer.hits, words: answer.count.quote },
      evidence: [at(answer.count), ...publishedAt(site, query.target)],
    }
  return {
    outcome: 'unconfirmed',
    subject,
    facts: { ...facts, reason: reason ?? '没有读到结果' },
    evidence: answer?.none
      ? [at(answer.none)]
      : [...statusPlace(one), ...publishedAt(site, query.target)],
  }
}

/** Titles of which nothing could be read in the results are one question: who tries one tries them all. */
function* atOnce(seen: readonly Seen[]): Generator<Seen> {
  const open = seen.filter(({ outcome }) => outcome === 'unconfirmed')
  const [first, second] = open
  if (first === undefined || second === undefined) {
    yield* seen
    return
  }
  yield* seen.filter((one) => !open.includes(one))
  const of = (key: string): string[] => [...new Set(open.map(({ facts }) => String(facts?.[key])))]
  yield {
    ...first,
    subject: SUBJECT,
    facts: { ...first.facts, title: of('title').join('”“'), reason: of('reason').join('；') },
    evidence: open.flatMap(({ evidence }) => evidence),
  }
}

/** What sites below the portal published, news and a service together; nothing where none of it was searched for. */
function* below(site: SiteView, asked: readonly SiteSearch[]): Generator<Seen> {
  const lower = LOWER_KINDS.flatMap((kind) => asked.find(({ query }) => query.kind === kind) ?? [])
  const each = lower.map((one) => ({ one, seen: judged(site, one, asked) }))
  const [first] = each
  if (first === undefined) return
  const denied = each.find(({ seen }) => seen.outcome === 'denied')
  if (denied) {
    yield { ...denied.seen, subject: LOWER }
    return
  }
  const missing = LOWER_KINDS.filter((kind) => !lower.some(({ query }) => query.kind === kind))
  const open = each.find(({ seen }) => seen.outcome !== 'found')
  const evidence = each.flatMap(({ seen }) => seen.evidence)
  const facts = { title: first.one.query.title, address: first.one.query.page }
  if (missing.length === 0 && open === undefined) {
    const service = each[1]?.one.query.title ?? ''
    yield { outcome: 'reached', subject: LOWER, facts: { ...facts, service }, evidence }
    return
  }
  const found = each.filter(({ seen }) => seen.outcome === 'found').map(({ one }) => one)
  const reasons = [
    ...found.map(({ query }) => `${KINDS[query.kind]}“${query.title}”搜得到`),
    ...missing.map((kind) => `${KINDS[kind]}没有试`),
    ...(open === undefined
      ? []
      : [`${KINDS[open.one.query.kind]}${String(open.seen.facts?.reason)}`]),
  ]
  yield {
    outcome: 'half-tried',
    subject: LOWER,
    facts: { ...facts, reason: reasons.join('；') },
    evidence,
  }
}

/** Why “nothing found” may not be held against the portal (Chinese); null where the page says so beyond doubt. */
function doubt(
  one: SiteSearch,
  answer: SearchAnswer | null,
  all: readonly SiteSearch[],
): string | null {
  const { page, reason } = one
  if (isError(one)) return `返回 HTTP ${statusOf(one)}`
  if (page === null || answer === null) return reason.replace(/^站内搜索：/, '结果页没有读到，')
  if (page.truncated) return '结果页只收到一部分'
  if (answer.none === null || (answer.count?.value ?? 0) > 0)
    return answer.hits > 0 && answer.count !== null
      ? `列出的结果（“${answer.count.quote}”）里没有读到`
      : '结果可能由脚本写出，源代码里读不到'
  if (!answer.echoed) return '结果页没有回显所搜的标题，搜索词可能没有完整送达'
  if (answer.hits > FEW) return '页面说没有结果，又列有内容'
  // A script may fill such a page, or have added to the request: its own other results rule that out, or two titles sent
  // by a plain form to pages that have no such script.
  if (!(isPlainNone(one) && all.filter(isPlainNone).length > 1) && !all.some(hasResults))
    return '页面说没有结果，但没有别的标题能证明结果直接写在页面上'
  return null
}

function isPlainNone({ query, page }: SiteSearch): boolean {
  const answer = page?.searchAnswer
  if (answer === undefined || answer.plain !== true || query.scripted) return false
  return answer.none !== null && answer.echoed && answer.hits <= FEW
}

/** So many results make a first page, beside which nothing was left out. */
const FULL_PAGE = 5

/** A server's own page of results, asked by a plain form, which repeats the whole title: what is not on it is not found. */
function isFullPage({ query, page }: SiteSearch): boolean {
  const answer = page?.searchAnswer
  if (answer === undefined || answer.plain !== true || query.scripted || page?.truncated)
    return false
  const { none, echoed, found, hits, count } = answer
  return (
    none === null &&
    echoed &&
    found === null &&
    hits >= FULL_PAGE &&
    (count?.value ?? 0) >= FULL_PAGE
  )
}

function hasResults({ page }: SiteSearch): boolean {
  const answer = page?.searchAnswer
  if (answer === undefined) return false
  return answer.found !== null || ((answer.count?.value ?? 0) > 0 && answer.hits > 0)
}

/** Where the portal prints the title that was searched for. */
function publishedAt(site: SiteView, target: string): readonly Place[] {
  const from = site.links.find(({ url }) => url === target)?.from[0]
  if (from !== undefined && from.text.trim() !== '')
    return [{ url: from.url, at: from.at, quote: from.text }]
  const view = site.pageAt(target)
  return view === null ? [] : [citePage(view)]
}

const FEATURES: readonly (readonly [subject: string, keys: readonly FeatureKey[]])[] = [
  ['结果分类与排序', ['sorts', 'facets']],
  ['模糊搜索提示', ['helps']],
  ['结果聚合', ['gathers']],
]
type FeatureKey = 'sorts' | 'facets' | 'helps' | 'gathers'

/** Told of the first page of results that could be read; nothing is asked where it lacks something. */
function* features(asked: readonly SiteSearch[]): Generator<Seen> {
  const read = asked.find((one) => hasResults(one)) ?? asked.find(({ page }) => page?.searchAnswer)
  const answer = read?.page?.searchAnswer
  if (read === undefined || answer === undefined || read.capture === null) return
  const { query, capture } = read
  for (const [subject, keys] of FEATURES) {
    const words = keys.flatMap((key) => answer[key])
    const evidence = words
      .slice(0, 4)
      .map(({ quote, at }) => ({ url: query.page, at, quote, capture: capture.id }))
    yield words.length > 0
      ? {
          outcome: 'shown',
          subject,
          facts: { words: listed(words.map((one) => one.quote)) },
          evidence,
        }
      : { outcome: 'unshown', subject, evidence: statusPlace(read) }
  }
}
