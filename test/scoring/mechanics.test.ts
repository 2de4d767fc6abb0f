/** All 64 mechanics, each with a worked example whose arithmetic was written by hand; a missing one fails. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { workCalendar } from '#base/calendar'
import { loadCalendar } from '#catalog/calendar'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import type { Composite, Scheme } from '#model/scheme'
import type { AgencyFacts, ScoreInput } from '#model/scorecard'
import { type ScoreOptions, scoreAgency } from '#scoring/agency'
import { type CompositeMember, settleComposite } from '#scoring/composite'
import { type Standing, settle, standings } from '#scoring/settle'
import { workOut } from './hand.ts'
import { criteriaOf, finding, sampleChecks } from './samples.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'fixtures/schemes/mechanics')
const calendar = workCalendar(loadCalendar(join(ROOT, 'data/calendar')))

const fields = z.record(z.string(), z.unknown())
const spec = z.strictObject({
  check: z.string(),
  outcome: z.string(),
  subject: z.string().optional(),
  measure: z.number().optional(),
  unit: z.enum(['share', 'count', 'days', 'working-days']).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})
const member = z.strictObject({
  agency: z.string(),
  group: z.string().default('各局'),
  attributes: z.array(z.string()).default([]),
  portals: z.array(z.array(spec)).default([[]]),
  inputs: z.record(z.string(), z.custom<ScoreInput['value']>()).default({}),
  by: z.string().default('评估员'),
  expect: z.record(z.string(), fields).default({}),
  card: fields.default({}),
  hand: z.string().optional(),
})
const mechanic = z.strictObject({
  mechanic: z.int(),
  title: z.string(),
  scheme: fields.optional(),
  schemes: z.record(z.string(), fields).optional(),
  composite: fields.optional(),
  warns: z.string().optional(),
  leads: z.record(z.string(), z.string()).optional(),
  cases: z
    .array(
      z.strictObject({
        scheme: z.string().default('only'),
        strict: z.boolean().default(false),
        complete: z.boolean().default(true),
        method: z.string().optional(),
        seed: z.string().optional(),
        asOf: z.string().optional(),
        hand: z.string().optional(),
        drawn: z
          .strictObject({ criterion: z.string(), take: z.int(), same: z.boolean() })
          .optional(),
        members: z.array(member).min(1),
      }),
    )
    .min(1),
})
type Mechanic = z.infer<typeof mechanic>
type Case = Mechanic['cases'][number]
type Member = z.infer<typeof member>

const all = readdirSync(FOLDER)
  .sort()
  .flatMap((name) =>
    z.array(mechanic).parse(parse(readFileSync(join(FOLDER, name), 'utf8'), { merge: true })),
  )

const temporary = mkdtempSync(join(tmpdir(), 'mechanics-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const SOURCE = { documentNumber: null, title: '关于举例的通知', issued: '2024-01-02', annex: null }

/** Writes the example's schemes as an official would, and loads them. */
function load(example: Mechanic): { schemes: readonly Scheme[]; composite: Composite | null } {
  const root = join(temporary, String(example.mechanic))
  const written = example.schemes ?? { only: example.scheme ?? {} }
  for (const [id, { indicators, outside, checklists, ...head }] of Object.entries(written)) {
    const dir = join(root, id)
    mkdirSync(dir, { recursive: true })
    const rows = z.array(z.looseObject({ weight: z.number().nullable() })).parse(indicators)
    const maxScore = rows.reduce((total, row) => total + (row.weight ?? 0), 0)
    const save = (name: string, value: unknown) =>
      writeFileSync(join(dir, name), stringify(value, { aliasDuplicateObjects: false }))
    save('scheme.yaml', {
      id,
      edition: '1',
      title: example.title,
      source: SOURCE,
      maxScore,
      groups: [{ id: 'bureaus', name: '各局', agencies: [] }],
      ...head,
    })
    save('indicators.yaml', { indicators })
    if (outside) save('outside.yaml', outside)
    if (checklists) save('checklists.yaml', { checklists })
  }
  const schemes = loadSchemes(root, { checks: sampleChecks })
  if (!example.composite) return { schemes, composite: null }
  mkdirSync(join(root, 'composite'))
  const whole = { id: 'composite', edition: '1', title: '汇总', source: SOURCE }
  writeFileSync(
    join(root, 'composite/composite.yaml'),
    stringify({ ...whole, ...example.composite }),
  )
  const [composite] = loadComposites(root, schemes, { checks: sampleChecks })
  return { schemes, composite: composite ?? null }
}

/** Input keys are `scheme/target@method`, scheme and method optional. */
function factsOf(one: Member, scheme: string): AgencyFacts {
  return {
    agency: { id: one.agency, name: one.agency, group: one.group, attributes: one.attributes },
    portals: one.portals.map((list, i) => ({
      portalId: `${one.agency}${i}`,
      findings: list.map(({ check, outcome, ...rest }) =>
        finding(`${one.agency}${i}`, {
          check,
          outcome,
          ...(rest.subject === undefined ? {} : { subject: rest.subject }),
          ...(rest.measure === undefined ? {} : { measure: rest.measure }),
          ...(rest.unit === undefined ? {} : { unit: rest.unit }),
          ...(rest.facts === undefined ? {} : { facts: rest.facts }),
        }),
      ),
      states: [],
    })),
    inputs: Object.entries(one.inputs).map(([key, value]) => {
      const [where = '', method] = key.split('@')
      const parts = where.split('/')
      return {
        scheme: parts.length > 1 ? (parts[0] ?? '') : scheme,
        agencyId: one.agency,
        target: parts.at(-1) ?? '',
        value,
        by: one.by,
        at: null,
        reason: '现场核实',
        ...(method === undefined ? {} : { method }),
      }
    }),
  }
}

function optionsOf(one: Case): ScoreOptions {
  return {
    strict: one.strict,
    calendar,
    ...(one.method === undefined ? {} : { method: one.method }),
    ...(one.seed === undefined ? {} : { seed: one.seed }),
    ...(one.asOf === undefined ? {} : { asOf: one.asOf }),
  }
}

function matches(found: Record<string, unknown>, wanted: Record<string, unknown>): void {
  const { hand, field = 'score', ...plain } = wanted
  const whole = { ...found }
  if (typeof hand === 'string') {
    const { left, right } = workOut(hand)
    expect(left, hand).toBeCloseTo(right, 9)
    expect(Number(whole[String(field)]), `${hand}（${String(field)}）`).toBeCloseTo(right, 9)
  }
  for (const [key, value] of Object.entries(plain))
    if (typeof value === 'number') expect(Number(whole[key]), key).toBeCloseTo(value, 9)
    else if (Array.isArray(value) && value.every((v) => typeof v === 'number')) {
      const list = z.array(z.number()).parse(whole[key])
      value.forEach((v: number, i) => {
        expect(list[i], `${key}[${i}]`).toBeCloseTo(v, 9)
      })
    } else expect(whole).toMatchObject({ [key]: value })
}

it('is there for every mechanic from 1 to 64, once', () => {
  expect(all.map((example) => example.mechanic).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 64 }, (_, i) => i + 1),
  )
})

for (const example of all)
  describe(`mechanic ${example.mechanic}: ${example.title}`, () => {
    const { schemes, composite } = load(example)
    const { warns, leads } = example
    if (warns !== undefined)
      it('warns', () => {
        expect(schemes[0]?.warnings.join('\n')).toContain(warns)
      })
    if (leads !== undefined)
      it('names the lead', () => {
        for (const [id, lead] of Object.entries(leads))
          expect(schemes[0]?.indicators.find((i) => i.id === id)?.lead).toBe(lead)
      })
    example.cases.forEach((one, n) => {
      it(`case ${n + 1}${one.strict ? ' (strict)' : ''}`, () => {
        if (one.hand !== undefined) {
          const { left, right } = workOut(one.hand)
          expect(left).toBeCloseTo(right, 9)
        }
        if (composite) return compared(composite, schemes, one)
        const scheme = schemes.find((s) => s.id === one.scheme)
        if (!scheme) throw new Error(`no scheme ${one.scheme}`)
        const cards = settle(
          one.members.map((m) => scoreAgency(scheme, factsOf(m, scheme.id), optionsOf(one))),
          { cohortComplete: one.complete },
        )
        for (const wanted of one.members) {
          const card = cards.find((c) => c.agency.id === wanted.agency)
          if (!card) throw new Error(`no card of ${wanted.agency}`)
          const lines = criteriaOf(card)
          for (const [id, line] of Object.entries(wanted.expect))
            matches({ ...(lines.get(id) ?? { missing: id }) }, line)
          matches({ ...card }, wanted.card)
          if (wanted.hand !== undefined)
            matches({ ...card.converted }, { hand: wanted.hand, field: 'score' })
        }
        if (one.drawn) {
          const { criterion, take, same } = one.drawn
          const draws = cards.flatMap((card) => criteriaOf(card).get(criterion)?.drawn ?? [])
          expect(draws.every((d) => d.names.length === take && d.seed !== null)).toBe(true)
          expect(draws.length).toBeGreaterThan(0)
          const distinct = new Set(draws.map((d) => d.names.join()))
          expect(distinct.size === 1).toBe(same)
        }
      })
    })
  })

/** A composite: every part scored on its own, then weighed. */
function compared(composite: Composite, schemes: readonly Scheme[], one: Case): void {
  const byPart = composite.parts.map((part) => {
    const scheme = schemes.find((s) => s.id === part.schemes[0])
    if (!scheme) throw new Error(`no scheme for ${part.id}`)
    const method = part.method === null ? {} : { method: part.method }
    const rows = standings(
      one.members.map((m) =>
        scoreAgency(scheme, factsOf(m, scheme.id), { ...optionsOf(one), ...method }),
      ),
      { cohortComplete: one.complete },
    )
    return { part: part.id, rows }
  })
  const members = one.members.map((m): CompositeMember => {
    const parts = new Map<string, Standing>()
    for (const { part, rows } of byPart) {
      const own = rows.find((row) => row.draft.facts.agency.id === m.agency)
      if (own) parts.set(part, own)
    }
    return { facts: factsOf(m, composite.id), parts }
  })
  const cards = settleComposite(composite, members, {
    ...optionsOf(one),
    cohortComplete: one.complete,
  })
  for (const wanted of one.members) {
    const card = cards.find((c) => c.agency.id === wanted.agency)
    matches({ ...(card ?? {}) }, wanted.card)
  }
}
