/**
 * Scoring of a whole province, streamed: 14,000 agencies under a scheme of 50 indicators with 200 findings each, from
 * generated findings to finished cards. Says seconds and peak memory, and fails beyond 60 s or 1 GB. Nothing is stored;
 * the agencies are made anew for every pass, as a store would read them anew.
 *
 * npm run bench:score [-- AGENCIES]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { loadScheme } from '#catalog/schemes'
import type { Check, OutcomeSpec } from '#model/check'
import type { FindingView } from '#model/finding'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settleStream } from '#scoring/settle'

const AGENCIES = Number(process.argv[2] ?? 14_000)
const INDICATORS = 50
const FINDINGS = 200
const MAX_SECONDS = 60
const MAX_MEGABYTES = 1024

const pass: OutcomeSpec = { verdict: 'pass', message: '符合' }
const fail: OutcomeSpec = { verdict: 'fail', message: '不符合' }
const unsure: OutcomeSpec = { verdict: 'unsure', message: '待核实', ask: '？' }

const checks: readonly Check[] = Array.from({ length: INDICATORS }, (_, i) => ({
  id: `bench/c${i}`,
  revision: 1,
  title: `检查${i}`,
  question: '？',
  basis: [],
  scope: 'portal',
  needs: [],
  params: {},
  outcomes: { good: pass, bad: fail, unclear: unsure },
  example: '例',
  run: () => [],
}))

/** Fifty indicators, ten each of answers, deductions, ratios, steps and benchmarks. */
function scheme(): Scheme {
  const dir = mkdtempSync(join(tmpdir(), 'bench-score-'))
  try {
    const source = { documentNumber: null, title: '评测', issued: null, annex: null }
    const head = { id: 'bench', edition: '1', title: '评测', source, maxScore: 100, groups: [] }
    const rule = { share: '100%', summary: '评测', state: 'machine' }
    const indicators = checks.map(({ id }, i) => {
      const [good, bad] = [`${id}#good`, `${id}#bad`]
      const measure = { of: '数', when: [good, bad], portals: 'best' }
      const events = [{ id: 'bad', label: '差错（5%）', share: '5%', when: [bad] }]
      const steps = [
        { id: 'high', label: '高', limit: 80, share: '100%' },
        { id: 'low', label: '低（60%）', limit: 30, share: '60%' },
      ]
      const kinds = [
        { kind: 'yes-no', met: [good], unmet: [bad] },
        { kind: 'deduct-each', cap: 'source', events },
        { kind: 'ratio', ...measure },
        { kind: 'scale', ...measure, unit: '个', direction: 'at-least', steps },
        { kind: 'benchmark', ...measure },
      ]
      const criteria = [{ ...rule, ...kinds[i % kinds.length] }]
      return { id: `i${i}`, path: [`指标${i}`], weight: 2, row: i + 1, criteria }
    })
    writeFileSync(join(dir, 'scheme.yaml'), stringify(head))
    writeFileSync(
      join(dir, 'indicators.yaml'),
      stringify({ indicators }, { aliasDuplicateObjects: false }),
    )
    return loadScheme(dir, { checks })
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** The same numbers for the same agency and finding in every pass. */
function dice(agency: number, n: number): number {
  let x = (agency * 2_654_435_761 + n * 40_503 + 1) >>> 0
  x = Math.imul(x ^ (x >>> 15), 2_246_822_519) >>> 0
  return (x ^ (x >>> 13)) >>> 0
}

function findingOf(agency: number, n: number): FindingView {
  const check = checks[n % INDICATORS]?.id ?? ''
  const throwOf = dice(agency, n)
  const outcome = throwOf % 10 === 0 ? 'bad' : throwOf % 97 === 0 ? 'unclear' : 'good'
  const subject = `栏目${n}`
  return {
    id: `f${agency}-${n}`,
    identity: `${agency}/${check}/${subject}`,
    run: 'run',
    at: 0,
    agencyId: `a${agency}`,
    portalId: `p${agency}`,
    check,
    revision: 1,
    params: {},
    outcome,
    verdict: outcome === 'bad' ? 'fail' : outcome === 'good' ? 'pass' : 'unsure',
    subject,
    message: `${subject}：${outcome}`,
    ask: null,
    facts: {},
    measure: { value: throwOf % 100, unit: 'count' },
    downgraded: null,
    pages: [],
    evidence: [],
    decision: null,
    firstSeen: 0,
    state: 'new',
  }
}

function factsOf(agency: number): AgencyFacts {
  const findings = Array.from({ length: FINDINGS }, (_, n) => findingOf(agency, n))
  return {
    agency: { id: `a${agency}`, name: `单位${agency}`, group: null, attributes: [] },
    portals: [{ portalId: `p${agency}`, findings, states: [] }],
    inputs: [],
  }
}

const priced = scheme()
function* drafts() {
  for (let agency = 0; agency < AGENCIES; agency += 1)
    yield scoreAgency(priced, factsOf(agency), { strict: false, asOf: '2023-12-31' })
}

const start = performance.now()
let cards = 0
let settled = 0
let bytes = 0
let peak = 0
for (const card of settleStream(drafts, { cohortComplete: true })) {
  cards += 1
  settled += card.settled
  bytes += JSON.stringify(card).length
  if (cards % 200 === 0) peak = Math.max(peak, process.memoryUsage().rss)
}
const seconds = (performance.now() - start) / 1000
const megabytes = Math.max(peak, process.resourceUsage().maxRSS * 1024) / 2 ** 20
process.stdout.write(
  `${cards} agencies × ${INDICATORS} indicators × ${FINDINGS} findings: ${seconds.toFixed(1)} s (processor ${((process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6).toFixed(1)} s), peak ${megabytes.toFixed(0)} MB, cards ${(bytes / 1e6).toFixed(0)} MB of JSON, mean ${(settled / cards).toFixed(2)}\n`,
)
if (seconds > MAX_SECONDS || megabytes > MAX_MEGABYTES) {
  process.stderr.write(`over the limit of ${MAX_SECONDS} s and ${MAX_MEGABYTES} MB\n`)
  process.exitCode = 1
}
