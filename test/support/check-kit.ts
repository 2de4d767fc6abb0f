/**
 * Table tests for checks: one or more cases per outcome, so that a forgotten outcome does not compile. Every case
 * runs twice (same findings), may yield no finding beyond those named, has every locator resolved against the page's
 * source, and is run again half-seen: no outcome that claims an absence may then stand.
 */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import type { DefinedCheck, OutcomeOf } from '#engine/define-check'
import { quoteStands } from '#engine/quote'
import { type CheckResults, runChecks } from '#engine/run-checks'
import type { Check, ParamValue } from '#model/check'
import type { ContentList } from '#model/checklist'
import type { Finding } from '#model/finding'
import type { SiteView } from '#model/site-view'
import type { WordingEntry } from '#model/wording'
import type { SiteViewBuilder } from './site-view-builder.ts'

const LABELS = ownLabels()

export interface CheckCase<O extends string> {
  /** What the case shows, for the test's name. */
  readonly shows: string
  readonly site: SiteViewBuilder
  /** Every finding that must come, by subject: no more, no less. */
  readonly expect: Readonly<Record<string, O>>
  readonly params?: Readonly<Record<string, ParamValue>>
  /** Years whose working days are known (plain weeks); default none. */
  readonly years?: readonly number[]
  /** Mistaken expressions the check is handed; default none. */
  readonly wording?: readonly WordingEntry[]
  /** Content checklists it is handed; default none. */
  readonly checklists?: readonly ContentList[]
  /** Softened although seen whole, because the reading is unsure or the page hides things. */
  readonly softened?: true
  /** Facts of findings, by subject, that must hold. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export type OutcomeTable<O extends string> = Readonly<
  Record<O, CheckCase<O> | readonly CheckCase<O>[]>
>

const TOPIC_NAMES: Readonly<Record<string, string>> = {
  ogiGuide: '政府信息公开指南',
  ogiRules: '政府信息公开制度',
  ogiCatalogue: '法定主动公开内容',
  ogiAnnualReports: '政府信息公开年报',
  notices: '通知公告',
  leaders: '领导信息',
}

export function runOn(
  check: Check,
  site: SiteView,
  builder: SiteViewBuilder,
  given: Pick<CheckCase<string>, 'params' | 'years' | 'wording' | 'checklists'> = {},
): CheckResults {
  return runChecks({
    site,
    checks: [check],
    params: { [check.id]: given.params ?? {} },
    calendar: workCalendar((given.years ?? []).map((year) => ({ year, off: [], work: [] }))),
    labels: LABELS,
    topicName: (topic) => TOPIC_NAMES[topic] ?? topic,
    ...(given.wording === undefined ? {} : { wording: given.wording }),
    checklists: given.checklists ?? [],
    now: 1_700_000_000_000,
    sourceAt: (url) => builder.source(url),
  })
}

export function testCheck<C extends DefinedCheck>(
  check: C,
  table: OutcomeTable<OutcomeOf<C>>,
): void {
  describe(check.id, () => {
    const rows: [string, CheckCase<string> | readonly CheckCase<string>[]][] = Object.entries(table)
    for (const [outcome, given] of rows)
      for (const one of 'site' in given ? [given] : given)
        it(`${outcome}: ${one.shows}`, () => tryCase(check, outcome, one))
  })
}

function tryCase(check: DefinedCheck, outcome: string, one: CheckCase<string>): void {
  const site = one.site.build()
  const first = runOn(check, site, one.site, one)
  expect(first.states.map((state) => [state.state, state.reason])).toEqual([['done', null]])
  expect(Object.fromEntries(first.findings.map((found) => [found.subject, found.outcome]))).toEqual(
    one.expect,
  )
  expect(Object.values(one.expect)).toContain(outcome)
  expect(runOn(check, site, one.site, one)).toEqual(first)
  for (const found of first.findings) {
    expect(`${found.message}${found.ask}`).not.toMatch(/[{}]/)
    expect(found.ask === null, '只有待核对的才提问').toBe(found.verdict !== 'unsure')
    if (found.outcome === outcome)
      expect(found.downgraded !== null, `${found.subject} 被降级`).toBe(one.softened === true)
    resolveLocators(found, one.site)
  }
  for (const [subject, facts] of Object.entries(one.facts ?? {}))
    expect(first.findings.find((found) => found.subject === subject)?.facts).toMatchObject(facts)
  halfSeen(check, one)
}

function resolveLocators(found: Finding, builder: SiteViewBuilder): void {
  expect(found.evidence.length).toBeGreaterThan(0)
  for (const evidence of found.evidence) {
    const source = builder.source(evidence.url)
    expect(source, evidence.url).not.toBeNull()
    const span = /^char=(\d+),(\d+)$/.exec(evidence.locator)
    if (evidence.locator === 'status') continue
    expect(span !== null || evidence.locator === 'page').toBe(true)
    const at = span ? ([Number(span[1]), Number(span[2])] as const) : null
    expect(quoteStands(source ?? '', at, evidence.quote), evidence.quote).toBe(true)
  }
}

/** Seen in part, nothing may be said to be missing. */
function halfSeen(check: DefinedCheck, one: CheckCase<string>): void {
  const { findings, states } = runOn(check, one.site.buildPartial(), one.site, one)
  expect(states.map((state) => state.state)).toEqual(['done'])
  for (const found of findings) {
    const spec = check.outcomes[found.outcome]
    if (spec?.claimsAbsence === true) expect(found.verdict, found.subject).toBe('unsure')
  }
}
