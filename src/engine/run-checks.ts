/**
 * Runs checks over one site view and turns observations into findings. Owns what no check may repeat: unmet needs,
 * isolation of a broken check, softening under partial coverage or low sureness, evidence that can be found again,
 * one finding per subject, ids, messages, order. Pure: the same view, day and parameters give the same findings.
 */
import type { WorkCalendar } from '#base/calendar'
import { shortId } from '#base/hash'
import type { Labels } from '#base/labels'
import { clip, fillTemplate, templateNames } from '#base/text'
import type { StoredCapture } from '#model/capture'
import type {
  Check,
  Facts,
  Need,
  Observation,
  OutcomeSpec,
  ParamValue,
  Verdict,
} from '#model/check'
import type { ContentList } from '#model/checklist'
import type { CheckState, Evidence, Finding } from '#model/finding'
import { hiddenByScript, type PageView, type Place, type SiteView } from '#model/site-view'
import type { WordingEntry } from '#model/wording'
import { askedOnce, type Looked } from './asked-once.ts'
import { quoteStands } from './quote.ts'

/** Readings below this sureness accuse nobody and clear nobody. */
export const SURENESS_FLOOR = 0.8

/** Parameter values by check id; what is left out takes the check's default. */
export type ParamSets = Readonly<Record<string, Readonly<Record<string, ParamValue>>>>

export interface RunChecksInput {
  readonly site: SiteView
  readonly checks: readonly Check[]
  readonly params?: ParamSets
  readonly calendar: WorkCalendar
  /** Chinese name of a lexicon topic. */
  readonly topicName: (topic: string) => string
  /** Words of labels. */
  readonly labels: Labels
  /** Mistaken expressions; default: none. */
  readonly wording?: readonly WordingEntry[]
  /** Default: none. */
  readonly checklists?: readonly ContentList[]
  /** Instant written into the findings, epoch milliseconds. */
  readonly now: number
  /** Decoded text of a captured page, to prove quotes against; without it only the page's existence is proved. */
  readonly sourceAt?: (url: string, capture: StoredCapture) => string | null
}

export interface CheckResults {
  readonly findings: readonly Finding[]
  readonly states: readonly CheckState[]
}

/** What a check did wrong: costs that check its findings, the rest go on. Chinese, shown to the operator. */
class CheckFault extends Error {}

/** Findings by check id, then in the order the check answered; one state per check. Never throws. */
export function runChecks(input: RunChecksInput): CheckResults {
  const looked: Looked[] = []
  const states: CheckState[] = []
  for (const check of [...input.checks].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const state = (value: CheckState['state'], reason: string | null): void => {
      states.push({
        run: input.site.run.id,
        portalId: input.site.portal.id,
        check: check.id,
        state: value,
        reason,
      })
    }
    const unmet = check.needs
      .map((need) => unmetNeed(need, input))
      .find((reason) => reason !== null)
    if (unmet !== undefined) {
      state('not-checked', unmet)
      continue
    }
    try {
      looked.push(...runOne(check, input))
      state('done', null)
    } catch (error) {
      state('error', faultText(error))
    }
  }
  return { findings: askedOnce(looked, input.checks), states }
}

function faultText(error: unknown): string {
  if (error instanceof CheckFault) return error.message
  return `检查程序出错：${error instanceof Error ? error.message : String(error)}`
}

function unmetNeed(need: Need, input: RunChecksInput): string | null {
  const { site } = input
  switch (need) {
    case 'home': {
      if (site.home !== null) return null
      const trouble = site.troubles.find((one) => one.url === site.portal.homeUrl)
      return `首页没有读到，无法检查${trouble ? `（${trouble.reason}）` : ''}`
    }
    case 'columns':
      return site.columns.length > 0 ? null : '没有识别出任何栏目，无法检查'
    case 'links':
      return site.links.length > 0 ? null : '没有读到任何链接，无法检查'
    case 'calendar':
      return input.calendar.isWorkingDay(site.asOf) !== null
        ? null
        : `${site.asOf.slice(0, 4)}年没有工作日历数据，无法计算工作日`
    case 'ipv6':
      if (site.ipv6.some((one) => one.addresses !== null)) return null
      return `IPv6无法测：${site.ipv6[0]?.because ?? '没有做过IPv6探测'}`
    case 'accessibility':
      return site.accessibility.length > 0 ? null : '没有用浏览器检测过页面，无法检查'
  }
}

function runOne(check: Check, input: RunChecksInput): Looked[] {
  const params = paramsOf(check, input.params?.[check.id] ?? {})
  const found = new Map<string, Looked>()
  const observations = check.run(input.site, {
    asOf: input.site.asOf,
    params,
    calendar: input.calendar,
    topicName: input.topicName,
    labels: input.labels,
    wording: input.wording ?? [],
    checklists: input.checklists ?? [],
  })
  for (const observation of observations) {
    if (observation.subject.trim() === '') throw new CheckFault('检查给出了没有对象的结论')
    if (found.has(observation.subject))
      throw new CheckFault(`检查对“${observation.subject}”给出了两个结论`)
    found.set(observation.subject, findingOf(check, params, observation, input))
  }
  if (found.size === 0) throw new CheckFault('检查没有给出任何结论')
  return [...found.values()]
}

function paramsOf(
  check: Check,
  given: Readonly<Record<string, ParamValue>>,
): Readonly<Record<string, ParamValue>> {
  const values: Record<string, ParamValue> = {}
  for (const [name, spec] of Object.entries(check.params)) values[name] = spec.default
  for (const [name, value] of Object.entries(given)) {
    const spec = check.params[name]
    if (spec === undefined) throw new CheckFault(`检查没有“${name}”这个参数`)
    if (shapeOf(value) !== shapeOf(spec.default))
      throw new CheckFault(`参数“${name}”应为${shapeOf(spec.default)}，给的是${shapeOf(value)}`)
    values[name] = value
  }
  return values
}

function shapeOf(value: ParamValue): string {
  if (typeof value === 'number') return '数字'
  if (typeof value === 'string') return '文字'
  return typeof value === 'boolean' ? '是否' : '列表'
}

function findingOf(
  check: Check,
  params: Readonly<Record<string, ParamValue>>,
  observation: Observation,
  input: RunChecksInput,
): Looked {
  const { site } = input
  const { subject } = observation
  const spec = check.outcomes[observation.outcome]
  if (spec === undefined)
    throw new CheckFault(`检查给出了未声明的结论“${observation.outcome}”（${subject}）`)
  const evidence = evidenceFor(observation, input)
  const facts = withPaging(check, observation, site)
  const known: Readonly<Record<string, unknown>> = { ...facts, subject }
  // Asked of the templates, not of the filled texts: a site's own title may well hold `{name}` (an unfilled template).
  const unfilled = templateNames(`${spec.message}${spec.ask ?? ''}`).find(
    (name) => (known[name] ?? null) === null,
  )
  if (unfilled !== undefined) throw new CheckFault(`“${subject}”的说明缺少事实 {${unfilled}}`)
  const message = fillTemplate(spec.message, known)
  const reasons = softenedBecause(spec, observation, site)
  const because = reasons.length > 0 ? reasons.join('；') : null
  const verdict: Verdict = because === null ? spec.verdict : 'unsure'
  const pages = observation.pages ?? observation.evidence.map((place) => place.url)
  const finding: Finding = {
    id: shortId(site.run.id, check.id, subject),
    identity: shortId(site.portal.id, check.id, subject),
    run: site.run.id,
    at: input.now,
    agencyId: site.agency.id,
    portalId: site.portal.id,
    check: check.id,
    revision: check.revision,
    params,
    outcome: observation.outcome,
    verdict,
    subject,
    message,
    ask: verdict !== 'unsure' ? null : askOf(spec, message, known),
    facts,
    measure: observation.measure ?? null,
    downgraded: because === null ? null : { from: spec.verdict, because },
    pages: [...new Set(pages)],
    evidence,
  }
  return { finding, outside: reasons.length > 1 ? null : outsideOf(spec, observation) }
}

/** Address on another host that all of what was not seen lies behind; null where there is none. */
function outsideOf(
  spec: OutcomeSpec,
  { facts, coverage, sureness = 1 }: Observation,
): string | null {
  if (spec.leadsOutside !== true && spec.asksForPlatform !== true)
    return sureness < SURENESS_FLOOR ? null : (coverage?.outside ?? null)
  return typeof facts?.target === 'string' ? facts.target : null
}

/** Facts with the grounds of the list pages cited: on what knowledge of the system their paging was read. */
function withPaging(check: Check, observation: Observation, site: SiteView): Facts {
  const facts = observation.facts ?? {}
  // A link on a list page does not rest on how that list goes on.
  if (check.needs.includes('links')) return facts
  const grounds = observation.evidence.flatMap(
    (place) => site.pageAt(place.url)?.page.paging?.because ?? [],
  )
  return grounds.length === 0 ? facts : { ...facts, paging: [...new Set(grounds)].join('；') }
}

function askOf(
  spec: OutcomeSpec,
  message: string,
  known: Readonly<Record<string, unknown>>,
): string {
  return spec.ask === undefined ? `请人工核对：${message}` : fillTemplate(spec.ask, known)
}

/** Why an outcome may not stand as it is, in Chinese; none when it may. */
function softenedBecause(
  spec: OutcomeSpec,
  observation: Observation,
  site: SiteView,
): readonly string[] {
  if (spec.verdict === 'unsure') return []
  const reasons: string[] = []
  if (spec.claimsAbsence === true) {
    const coverage = observation.coverage ?? {
      value: site.coverage,
      because: site.coverageBecause,
    }
    if (coverage.value === 'partial')
      reasons.push(`没有看全，不能断定没有（${coverage.because ?? '覆盖不完整'}）`)
    const blind = observation.evidence
      .map((place) => site.pageAt(place.url))
      .map((view) => (view === null ? null : blindnessOf(view)))
      .find((reason) => reason !== null)
    if (blind !== undefined) reasons.push(`不能断定没有：${blind}`)
  }
  const sureness = observation.sureness ?? 1
  if (sureness < SURENESS_FLOOR)
    reasons.push(`识别把握 ${sureness.toFixed(2)}，低于 ${SURENESS_FLOOR.toFixed(2)}`)
  return reasons
}

/** What hides parts of a page from us, so that nothing can be said to be missing on it. */
function blindnessOf(view: PageView): string | null {
  if (view.page.truncated) return '页面只收到一部分（过大，或传输中断）'
  if (view.page.blocked !== null) return `页面被防护拦截（${view.page.blocked.because}）`
  const hidden = hiddenByScript(view)
  return hidden === null ? null : `页面内容由脚本生成，没有读全（${hidden}）`
}

/** Evidence for every place that holds; a finding none of whose quotes can be found again is rejected. */
function evidenceFor(observation: Observation, input: RunChecksInput): Evidence[] {
  const { subject, evidence } = observation
  const [first] = evidence
  if (first === undefined) throw new CheckFault(`“${subject}”的结论没有证据`)
  const standing = evidence
    .map((place) => evidenceOf(place, input))
    .filter((one): one is Evidence => one !== null)
  if (standing.length > 0) return standing
  if (first.quote.trim() === '') throw new CheckFault(`“${subject}”的证据没有引文 ${first.url}`)
  if (captureOf(first, input.site) === null)
    throw new CheckFault(`“${subject}”引用了没有读到的页面 ${first.url}`)
  throw new CheckFault(`“${subject}”的引文“${clip(first.quote, 40)}”在 ${first.url} 的存档里找不到`)
}

/** Null when the page was not read or the quote stands nowhere on it; one that stands elsewhere cites the page. */
function evidenceOf(place: Place, input: RunChecksInput): Evidence | null {
  const capture = captureOf(place, input.site)
  if (capture === null || place.quote.trim() === '') return null
  const isStatus = place.at === null && place.quote === statusQuote(capture)
  const source = isStatus ? null : (input.sourceAt?.(place.url, capture) ?? null)
  const atSpan = source === null || quoteStands(source, place.at, place.quote)
  if (!atSpan && !quoteStands(source, null, place.quote)) return null
  const span = atSpan ? place.at : null
  return {
    url: place.url,
    capture: capture.id,
    capturedAt: capture.at,
    locator: isStatus ? 'status' : span ? `char=${span[0]},${span[1]}` : 'page',
    quote: clip(place.quote),
    sha256: capture.sha256,
    screenshot: null,
  }
}

function captureOf(place: Place, site: SiteView): StoredCapture | null {
  if (place.capture === undefined) return site.pageAt(place.url)?.capture ?? null
  const probed = [...site.accessibility, ...site.search.asked].map(({ capture }) => capture)
  return probed.find((capture) => capture?.id === place.capture) ?? null
}

/** Quote that cites the answer's status line instead of words on the page. */
function statusQuote(capture: StoredCapture): string {
  return `HTTP ${capture.status}`
}
