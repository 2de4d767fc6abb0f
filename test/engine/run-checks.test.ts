/** What the runner owns: needs, isolation, coverage, sureness, evidence, the same answer twice. */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import { defineCheck } from '#engine/define-check'
import { type RunChecksInput, runChecks, SURENESS_FLOOR } from '#engine/run-checks'
import type { Check, CheckContext, Need, Observation } from '#model/check'
import type { SiteView } from '#model/site-view'
import { HOME, SiteViewBuilder } from '../support/site-view-builder.ts'

const LABELS = ownLabels()

const builder = (): SiteViewBuilder => new SiteViewBuilder({ words: ['首页上的一句话'] })

type Seen = Observation<'there' | 'gone' | 'asked'>

function checkThat(
  run: (site: SiteView, context: CheckContext<{ readonly limit: number }>) => Iterable<Seen>,
  more: { id?: `${string}/${string}`; needs?: readonly Need[] } = {},
): Check {
  return defineCheck({
    id: more.id ?? 'trial/thing-missing',
    revision: 2,
    title: '试',
    question: '试？',
    basis: [{ document: '某文件', clause: '第一条' }],
    needs: more.needs ?? [],
    params: { limit: { default: 14, meaning: '期限', source: '某文件', verified: false } },
    outcomes: {
      there: { verdict: 'pass', message: '{subject}有 {what}' },
      gone: { verdict: 'fail', message: '{subject}没有', claimsAbsence: true, ask: '真的没有？' },
      asked: { verdict: 'unsure', message: '{subject}说不准', ask: '有没有？' },
    },
    example: '例',
    run,
  })
}

function run(checks: readonly Check[], over: Partial<RunChecksInput> = {}) {
  const site = over.site ?? builder().build()
  return runChecks({
    site,
    checks,
    calendar: workCalendar([]),
    labels: LABELS,
    topicName: (topic) => topic,
    now: 5,
    ...over,
  })
}

const here = (builderAt: SiteViewBuilder = builder()) => builderAt.cite('/', '首页上的一句话')
const there = (subject = '甲'): Seen => ({
  outcome: 'there',
  subject,
  facts: { what: '一物' },
  evidence: [here()],
})
const gone = (more: Partial<Seen> = {}): Seen => ({
  outcome: 'gone',
  subject: '甲',
  evidence: [here()],
  ...more,
})

describe('a finding', () => {
  it('may quote a template the site left unfilled; a fact the check forgot is still a fault', () => {
    const left = run([checkThat(() => [{ ...there('{{item.title}} {what} {n}') }])])
    expect(left.states[0]?.state).toBe('done')
    expect(left.findings[0]?.message).toBe('{{item.title}} {what} {n}有 一物')
    const turned = run([
      checkThat(() => [{ ...there('\u202e工作\u0000动态'), facts: { what: 14 } }]),
    ])
    expect(turned.findings[0]?.message).toBe('工作动态有 14')
    const forgot = run([checkThat(() => [{ ...there('{n}'), facts: {} }])])
    expect(forgot.states[0]).toMatchObject({ state: 'error' })
    expect(forgot.states[0]?.reason).toContain('缺少事实 {what}')
  })

  it('carries message, params, ids and evidence that can be found again', () => {
    const { findings, states } = run([checkThat(() => [there()])])
    expect(states).toEqual([
      { run: 'run-1', portalId: 'p1', check: 'trial/thing-missing', state: 'done', reason: null },
    ])
    const [found] = findings
    expect(found).toMatchObject({
      message: '甲有 一物',
      verdict: 'pass',
      ask: null,
      params: { limit: 14 },
      revision: 2,
      at: 5,
      pages: [HOME],
      downgraded: null,
    })
    const source = builder().source(HOME) ?? ''
    const span = /^char=(\d+),(\d+)$/.exec(found?.evidence[0]?.locator ?? '')
    expect(source.slice(Number(span?.[1]), Number(span?.[2]))).toBe('首页上的一句话')
    expect(found?.evidence[0]).toMatchObject({ capture: `capture ${HOME}`, sha256: 'a'.repeat(64) })
  })

  it('keeps its identity across runs, and its id within one', () => {
    const site = builder().build()
    const check = checkThat(() => [there()])
    const first = run([check], { site }).findings[0]
    const later = run([check], { site: { ...site, run: { ...site.run, id: 'run-2' } } }).findings[0]
    expect(later?.identity).toBe(first?.identity)
    expect(later?.id).not.toBe(first?.id)
  })

  it('asks the question of an unsure outcome', () => {
    const seen: Seen = { outcome: 'asked', subject: '甲', evidence: [here()] }
    expect(run([checkThat(() => [seen])]).findings[0]).toMatchObject({
      verdict: 'unsure',
      ask: '有没有？',
      downgraded: null,
    })
  })
})

describe('grounds of paging', () => {
  const site = new SiteViewBuilder()
    .page('/tzgg/', { kind: 'listing', paging: ['/tzgg/2.html'] })
    .target('/a', [200])
  const evidence = [site.cite('/tzgg/', '页面')]
  const seen = (): Seen => ({ outcome: 'there', subject: '甲', facts: { what: '一物' }, evidence })

  it('stand in a finding that cites a list page', () => {
    const found = run([checkThat(() => [seen()])], { site: site.build() }).findings[0]
    expect(found?.facts).toEqual({ what: '一物', paging: '某家的翻页（读过真实样本）' })
  })

  it('do not stand where links are judged, or no list is cited', () => {
    const links = checkThat(() => [seen()], { needs: ['links'] })
    expect(run([links], { site: site.build() }).findings[0]?.facts).toEqual({ what: '一物' })
    expect(run([checkThat(() => [there()])]).findings[0]?.facts).toEqual({ what: '一物' })
  })
})

describe('softening', () => {
  const partly = { coverage: 'partial', coverageBecause: '页数上限' } as const

  it('an absence does not stand where the portal was seen in part', () => {
    const found = run([checkThat(() => [gone()])], { site: { ...builder().build(), ...partly } })
      .findings[0]
    expect(found).toMatchObject({ verdict: 'unsure', outcome: 'gone', ask: '真的没有？' })
    expect(found?.downgraded).toEqual({
      from: 'fail',
      because: '没有看全，不能断定没有（页数上限）',
    })
  })

  it('the coverage of what an observation rests on goes before the portal’s', () => {
    const seen = gone({ coverage: { value: 'complete', because: null } })
    const site = { ...builder().build(), ...partly }
    expect(run([checkThat(() => [seen])], { site }).findings[0]?.verdict).toBe('fail')
  })

  it.each([
    ['cut short', { truncated: true }, '只收到一部分'],
    ['written by script', { needsBrowser: '列表为空' }, '脚本生成'],
  ])('an absence does not stand on a page %s', (_, spec, words) => {
    const site = new SiteViewBuilder({ ...spec, words: ['首页上的一句话'] }).build()
    const found = run([checkThat(() => [gone()])], { site }).findings[0]
    expect(found?.verdict).toBe('unsure')
    expect(found?.downgraded?.because).toContain(words)
  })

  it('presence stands on a page cut short', () => {
    const site = new SiteViewBuilder({ truncated: true, words: ['首页上的一句话'] }).build()
    expect(run([checkThat(() => [there()])], { site }).findings[0]?.verdict).toBe('pass')
  })

  it.each([
    [SURENESS_FLOOR, 'pass'],
    [SURENESS_FLOOR - 0.01, 'unsure'],
  ])('sureness %f leaves a pass at %s', (sureness, verdict) => {
    const found = run([checkThat(() => [{ ...there(), sureness }])]).findings[0]
    expect(found?.verdict).toBe(verdict)
  })
})

describe('isolation', () => {
  const reasonOf = (check: Check, over: Partial<RunChecksInput> = {}) => {
    const { findings, states } = run([check], over)
    expect(findings).toEqual([])
    return [states[0]?.state, states[0]?.reason]
  }

  it('a check that throws loses its findings, the others go on, in order of id', () => {
    const broken = checkThat(
      function* () {
        yield there()
        throw new Error('炸了')
      },
      { id: 'trial/a-broken' },
    )
    const { findings, states } = run([checkThat(() => [there()]), broken])
    expect(states.map((state) => [state.check, state.state])).toEqual([
      ['trial/a-broken', 'error'],
      ['trial/thing-missing', 'done'],
    ])
    expect(states[0]?.reason).toContain('炸了')
    expect(findings.map((found) => found.check)).toEqual(['trial/thing-missing'])
  })

  it.each<[string, Seen[], string]>([
    ['no evidence', [gone({ evidence: [] })], '没有证据'],
    [
      'a page that was not read',
      [gone({ evidence: [{ url: `${HOME}x`, at: null, quote: '无' }] })],
      '没有读到的页面',
    ],
    ['an empty quote', [gone({ evidence: [{ url: HOME, at: null, quote: ' ' }] })], '没有引文'],
    ['two answers on one subject', [there(), there()], '两个结论'],
    ['a message without its fact', [{ ...there(), facts: {} }], '{what}'],
    ['no subject', [there(' ')], '没有对象'],
    ['no answer at all', [], '没有给出任何结论'],
  ])('a check that gives %s is an error', (_, seen, words) => {
    const [state, reason] = reasonOf(checkThat(() => seen))
    expect(state).toBe('error')
    expect(reason).toContain(words)
  })

  it('a quote that does not stand at its place is an error once the source is at hand', () => {
    const made = builder()
    const seen = gone({ evidence: [{ ...here(made), quote: '从未写过的话' }] })
    const site = made.build()
    expect(run([checkThat(() => [seen])], { site }).findings).toHaveLength(1)
    const sourceAt = (url: string) => made.source(url)
    expect(
      reasonOf(
        checkThat(() => [seen]),
        { site, sourceAt },
      )[1],
    ).toContain('找不到')
    expect(run([checkThat(() => [gone()])], { site, sourceAt }).findings).toHaveLength(1)
  })

  it('evidence that cannot be found again is dropped while other evidence holds', () => {
    const unread = { url: `${HOME}x`, at: null, quote: '无' }
    const seen = gone({ evidence: [unread, { ...here(), quote: ' ' }, here()] })
    const found = run([checkThat(() => [seen])]).findings[0]
    expect(found?.evidence.map((one) => one.quote)).toEqual(['首页上的一句话'])
  })

  it('a quote that stands elsewhere on the page than said cites the page', () => {
    const made = builder()
    const seen = gone({ evidence: [{ ...here(made), at: [0, 2] }] })
    const sourceAt = (url: string) => made.source(url)
    const found = run([checkThat(() => [seen])], { site: made.build(), sourceAt }).findings[0]
    expect(found?.evidence[0]).toMatchObject({ locator: 'page', quote: '首页上的一句话' })
  })

  it('cites the status line of an answer that has no words', () => {
    const made = builder().page('/x', { status: 404 })
    const seen = gone({ evidence: [{ url: `${HOME}x`, at: null, quote: 'HTTP 404' }] })
    const found = run([checkThat(() => [seen])], { site: made.build() }).findings[0]
    expect(found?.evidence[0]?.locator).toBe('status')
  })
})

describe('needs', () => {
  it('no home page: not checked, with the reason of the failure', () => {
    const site = new SiteViewBuilder(null).trouble('/', '连接超时').build()
    const { findings, states } = run([checkThat(() => [there()], { needs: ['home'] })], { site })
    expect(findings).toEqual([])
    expect(states[0]).toMatchObject({
      state: 'not-checked',
      reason: '首页没有读到，无法检查（连接超时）',
    })
  })

  it.each<[Need, string]>([
    ['columns', '没有识别出任何栏目，无法检查'],
    ['links', '没有读到任何链接，无法检查'],
    ['ipv6', 'IPv6无法测：没有做过IPv6探测'],
    ['calendar', '2024年没有工作日历数据，无法计算工作日'],
  ])('%s', (need, reason) => {
    const { states } = run([checkThat(() => [there()], { needs: [need] })])
    expect(states[0]).toMatchObject({ state: 'not-checked', reason })
  })

  it('a year with a calendar satisfies the need', () => {
    const calendar = workCalendar([{ year: 2024, off: [], work: [] }])
    const check = checkThat(() => [there()], { needs: ['calendar'] })
    expect(run([check], { calendar }).states[0]?.state).toBe('done')
  })
})

describe('parameters', () => {
  const limitOf = (params: Record<string, number | string>) =>
    run([checkThat((_, context) => [{ ...there(), facts: { what: context.params.limit + 1 } }])], {
      params: { 'trial/thing-missing': params },
    })

  it('reach the check as numbers and stay on the finding', () => {
    const [found] = limitOf({ limit: 30 }).findings
    expect(found).toMatchObject({ message: '甲有 31', params: { limit: 30 } })
  })

  it.each([
    [{ limt: 30 }, '检查没有“limt”这个参数'],
    [{ limit: '三十' }, '参数“limit”应为数字，给的是文字'],
  ])('a wrong one is named: %j', (params, reason) => {
    expect(limitOf(params).states[0]).toMatchObject({ state: 'error', reason })
  })
})
