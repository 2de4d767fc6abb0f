/** The worked examples of fixtures/schemes, whose arithmetic was written out by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadScheme } from '#catalog/schemes'
import { checks } from '#checks/index'
import type { ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { criteriaOf, facts, sampleChecks, workedScheme } from './samples.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/schemes')
const DATA = join(import.meta.dirname, '../../data/schemes')

const spec = z.strictObject({
  check: z.string(),
  outcome: z.string(),
  subject: z.string().optional(),
  measure: z.number().optional(),
  decided: z.string().optional(),
  downgraded: z.string().optional(),
})
/** Where each example folder's scheme and checks come from. */
const folders = [
  { name: 'worked-example', scheme: workedScheme(), checks: sampleChecks },
  {
    name: 'suizhou-2023-website-departments',
    scheme: loadScheme(join(DATA, 'suizhou-2023-website-departments'), { checks }),
    checks,
  },
]

const expected = z.record(z.string(), z.record(z.string(), z.unknown()))
const cases = z.array(
  z.strictObject({
    title: z.string(),
    agency: z.string().default('甲局'),
    attributes: z.array(z.string()).default([]),
    portals: z.array(z.array(spec)).default([[]]),
    inputs: z.record(z.string(), z.custom<ScoreInput['value']>()).default({}),
    expect: expected,
    card: z.record(z.string(), z.unknown()).default({}),
    strict: expected.default({}),
    strictCard: z.record(z.string(), z.unknown()).default({}),
  }),
)

for (const { name, scheme, checks: known } of folders)
  describe(`worked examples of ${name}`, () => {
    const text = readFileSync(join(FIXTURES, name, 'cases.yaml'), 'utf8')
    for (const example of cases.parse(parse(text)))
      for (const strict of [false, true]) {
        const lines = Object.entries(strict ? example.strict : example.expect)
        const whole = strict ? example.strictCard : example.card
        if (lines.length === 0) continue
        it(`${example.title}${strict ? '（严格）' : ''}`, () => {
          const { agency, portals, inputs, attributes } = example
          const own = facts(scheme, agency, clean(portals), inputs, attributes, known)
          const [card] = settle([scoreAgency(scheme, own, { strict })], { cohortComplete: true })
          if (!card) throw new Error('no card')
          const found = new Map<string, object>([
            ...criteriaOf(card),
            ...card.indicators.map((i): [string, object] => [i.id, i]),
          ])
          for (const [id, fields] of lines)
            expect({ id, ...found.get(id) }).toMatchObject({ id, ...fields })
          expect(card).toMatchObject(whole)
        })
      }
  })

type Spec = z.infer<typeof spec>

/** Optional fields that are absent must be absent, not undefined (exactOptionalPropertyTypes). */
function clean(portals: readonly (readonly Spec[])[]) {
  return portals.map((list) =>
    list.map(({ check, outcome, ...rest }) => ({
      check,
      outcome,
      ...(rest.subject === undefined ? {} : { subject: rest.subject }),
      ...(rest.measure === undefined ? {} : { measure: rest.measure }),
      ...(rest.decided === undefined ? {} : { decided: rest.decided }),
      ...(rest.downgraded === undefined ? {} : { downgraded: rest.downgraded }),
    })),
  )
}
