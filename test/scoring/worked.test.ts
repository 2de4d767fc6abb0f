/** The worked examples of fixtures/schemes, whose arithmetic was written out by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { criteriaOf, facts, WORKED, workedScheme } from './samples.ts'

const spec = z.strictObject({
  check: z.string(),
  outcome: z.string(),
  subject: z.string().optional(),
  measure: z.number().optional(),
  decided: z.string().optional(),
  downgraded: z.string().optional(),
})
const expected = z.record(z.string(), z.record(z.string(), z.unknown()))
const cases = z
  .array(
    z.strictObject({
      title: z.string(),
      agency: z.string().default('甲局'),
      attributes: z.array(z.string()).default([]),
      portals: z.array(z.array(spec)).default([[]]),
      inputs: z.record(z.string(), z.custom<ScoreInput['value']>()).default({}),
      expect: expected,
      strict: expected.default({}),
    }),
  )
  .parse(parse(readFileSync(join(WORKED, 'cases.yaml'), 'utf8')))

const scheme = workedScheme()

describe('worked examples', () => {
  for (const example of cases)
    for (const strict of [false, true]) {
      const wanted = strict ? example.strict : example.expect
      if (Object.keys(wanted).length === 0) continue
      it(`${example.title}${strict ? '（严格）' : ''}`, () => {
        const { agency, portals, inputs, attributes } = example
        const own = facts(scheme, agency, clean(portals), inputs, attributes)
        const [card] = settle([scoreAgency(scheme, own, { strict })], { cohortComplete: true })
        if (!card) throw new Error('no card')
        const lines = new Map<string, object>([
          ...criteriaOf(card),
          ...card.indicators.map((i): [string, object] => [i.id, i]),
        ])
        for (const [id, fields] of Object.entries(wanted))
          expect({ id, ...lines.get(id) }).toMatchObject({ id, ...fields })
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
