/**
 * `finding/1` and `check-state/1`: what the checks answered, and which of them could not (contract §6). Text that
 * quotes a page is masked here, at the border of the house; ids and identities stay those of the unmasked finding.
 */
import { z } from 'zod'
import { instantText } from '#base/day'
import { maskPersonal } from '#base/mask'
import type { Facts, ParamValue } from '#model/check'
import type { CheckState, FindingView } from '#model/finding'
import type { Agency, Portal } from '#model/portal'
import { agencyRef, factValue, instant, paramValue, portalRef, verdict } from './parts.ts'

export const finding1 = z.object({
  mingcha: z.literal('finding/1'),
  id: z.string(),
  run: z.string(),
  at: instant,
  agency: agencyRef,
  portal: portalRef,
  check: z.string(),
  revision: z.int().min(1),
  params: z.record(z.string(), paramValue),
  outcome: z.string(),
  verdict,
  subject: z.string(),
  message: z.string(),
  ask: z.string().nullable().describe('The question for a person, when the verdict is unsure'),
  facts: z.record(z.string(), factValue),
  measure: z
    .object({ value: z.number(), unit: z.enum(['share', 'count', 'days', 'working-days']) })
    .nullable(),
  downgraded: z.object({ from: verdict, because: z.string() }).nullable(),
  identity: z.string().describe('The same finding across runs'),
  pages: z.array(z.string()),
  evidence: z
    .array(
      z.object({
        url: z.string(),
        capture: z.string(),
        capturedAt: instant,
        locator: z
          .string()
          .describe('char=START,END in the decoded text (UTF-16), page, or status'),
        quote: z.string(),
        sha256: z.string(),
        screenshot: z.string().nullable(),
      }),
    )
    .min(1),
  decision: z
    .object({ outcome: z.string(), by: z.string(), at: instant, reason: z.string() })
    .nullable(),
  firstSeen: instant,
  state: z.enum(['new', 'persisting', 'resolved', 'reopened']),
})
export type Finding1 = z.infer<typeof finding1>

export const checkState1 = z.object({
  mingcha: z.literal('check-state/1'),
  run: z.string(),
  portal: z.string().describe('Portal id'),
  check: z.string(),
  state: z.enum(['not-checked', 'error']),
  reason: z.string(),
})
export type CheckState1 = z.infer<typeof checkState1>

export function toFinding1(finding: FindingView, agency: Agency, portal: Portal): Finding1 {
  const { decision } = finding
  return {
    mingcha: 'finding/1',
    id: finding.id,
    run: finding.run,
    at: instantText(finding.at),
    agency: { id: agency.id, name: agency.name },
    portal: { id: portal.id, siteCode: portal.siteCode, name: portal.name, url: portal.homeUrl },
    check: finding.check,
    revision: finding.revision,
    params: plainParams(finding.params),
    outcome: finding.outcome,
    verdict: finding.verdict,
    subject: maskPersonal(finding.subject),
    message: maskPersonal(finding.message),
    ask: finding.ask && maskPersonal(finding.ask),
    facts: maskFacts(finding.facts),
    measure: finding.measure && { value: finding.measure.value, unit: finding.measure.unit },
    downgraded: finding.downgraded && {
      from: finding.downgraded.from,
      because: finding.downgraded.because,
    },
    identity: finding.identity,
    pages: [...finding.pages],
    evidence: finding.evidence.map((piece) => ({
      url: piece.url,
      capture: piece.capture,
      capturedAt: instantText(piece.capturedAt),
      locator: piece.locator,
      quote: maskPersonal(piece.quote),
      sha256: piece.sha256,
      screenshot: piece.screenshot,
    })),
    decision: decision && {
      outcome: decision.outcome,
      by: decision.by,
      at: instantText(decision.at),
      reason: maskPersonal(decision.reason),
    },
    firstSeen: instantText(finding.firstSeen),
    state: finding.state,
  }
}

/** The line of a check that could not answer; null for one that ran. */
export function toCheckState1(state: CheckState): CheckState1 | null {
  if (state.state === 'done') return null
  return {
    mingcha: 'check-state/1',
    run: state.run,
    portal: state.portalId,
    check: state.check,
    state: state.state,
    reason: state.reason ?? '未说明原因',
  }
}

function maskFacts(facts: Facts): Finding1['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      if (typeof value === 'string') return [key, maskPersonal(value)]
      if (typeof value === 'object' && value !== null) return [key, value.map(maskPersonal)]
      return [key, value]
    }),
  )
}

/** Parameters come from schemes and defaults, never from a page: nothing to mask. */
function plainParams(
  params: Readonly<Record<string, ParamValue>>,
): Record<string, number | string | boolean | string[]> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'object' ? [...value] : value,
    ]),
  )
}
