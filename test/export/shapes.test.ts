/**
 * Published shapes: our serialisers produce them exactly (nothing undeclared, nothing missing), and the JSON Schema
 * files that we publish accept what we really write and refuse what is broken.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checks1, toChecks1 } from '#export/shapes/checks'
import { checkState1, finding1, toCheckState1, toFinding1 } from '#export/shapes/finding'
import { page1, toPage1 } from '#export/shapes/page'
import { portal1, portals1, toPortal1, toPortals1 } from '#export/shapes/registry'
import { scheme1, toScheme1 } from '#export/shapes/scheme'
import { scorecards1, toScorecards1 } from '#export/shapes/scorecards'
import { siteView1, toSiteView1 } from '#export/shapes/site-view'
import {
  AT,
  agency,
  check,
  finding,
  page,
  portal,
  run,
  scheme,
  scorecards,
  site,
} from './samples.ts'

const topicName = (topic: string) => ({ notices: '通知公告' })[topic] ?? topic

const coverage = { machine: 0.9, assisted: 0, manual: 0, notRuled: 2.1 }

const samples: readonly [file: string, schema: z.ZodType, value: unknown][] = [
  ['page-1', page1, toPage1(page)],
  ['page-1', page1, toPage1({ ...page, document: null, paging: null, publishedOn: null })],
  ['site-view-1', siteView1, toSiteView1(site, topicName)],
  ['finding-1', finding1, toFinding1(finding(), agency, portal)],
  [
    'finding-1',
    finding1,
    toFinding1(
      finding({
        verdict: 'unsure',
        ask: '请确认',
        measure: null,
        downgraded: { from: 'fail', because: '覆盖不全' },
        decision: {
          id: 'd1',
          identity: 'i1',
          outcome: 'stale',
          reason: '属实',
          by: '张',
          at: AT,
          findingId: 'f1',
        },
      }),
      agency,
      portal,
    ),
  ],
  [
    'check-state-1',
    checkState1,
    toCheckState1({
      run: 'r1',
      portalId: portal.id,
      check: 'links/broken',
      state: 'not-checked',
      reason: '首页未取到',
    }),
  ],
  ['checks-1', checks1, toChecks1([check])],
  ['scheme-1', scheme1, toScheme1(scheme, coverage)],
  ['scorecards-1', scorecards1, toScorecards1(scorecards)],
  ['portals-1', portals1, toPortals1({ agencies: [agency], portals: [portal] })],
  ['portal-1', portal1, toPortal1({ agency, portal }, [run])],
]

describe('every serialised value', () => {
  test.each(samples)('%s is declared in full', (_file, schema, value) => {
    // parse() drops undeclared keys, so equality says that there are none.
    expect(schema.parse(value)).toEqual(value)
  })

  test.each(samples)(
    '%s passes the published JSON Schema after a round trip',
    (file, _s, value) => {
      const published = z.fromJSONSchema(
        JSON.parse(
          readFileSync(new URL(`../../docs/schema/${file}.schema.json`, import.meta.url), 'utf8'),
        ),
      )
      const written: unknown = JSON.parse(JSON.stringify(value))
      expect(published.safeParse(written).error?.issues).toBeUndefined()
    },
  )

  test.each(samples)('%s: the published schema wants every key', (file, _s, value) => {
    const published = z.fromJSONSchema(
      JSON.parse(
        readFileSync(new URL(`../../docs/schema/${file}.schema.json`, import.meta.url), 'utf8'),
      ),
    )
    for (const key of Object.keys(value as object)) {
      const broken = { ...(value as Record<string, unknown>) }
      delete broken[key]
      expect(published.safeParse(broken).success, `${file} without ${key}`).toBe(false)
    }
  })
})

describe('page/1', () => {
  test('items are those of the page’s own subject, undated ones included', () => {
    expect(
      toPage1(page).items.map((item) => [item.title, item.publishedOn?.value ?? null]),
    ).toEqual([
      ['甲通知', '2023-12-01'],
      ['乙通知', null],
    ])
  })
})

describe('site-view/1', () => {
  test('columns carry the Chinese topic name and name relatives by address', () => {
    const [first, second] = toSiteView1(site, topicName).columns
    expect(first?.topic).toEqual({
      value: 'notices',
      name: '通知公告',
      sureness: 0.95,
      because: '名称相同',
    })
    expect(first?.children).toEqual(['http://sw.qingxi.example/gs/'])
    expect(second?.parent).toBe('http://sw.qingxi.example/tzgg/')
    expect(second?.topic).toBeNull()
  })
})

describe('finding/1', () => {
  test('instants carry the offset, days stay days', () => {
    const line = toFinding1(finding(), agency, portal)
    expect(line.at).toBe('2023-12-12T09:02:03.004+08:00')
    expect(line.facts.newest).toBe('2023-01-05')
  })

  test('personal numbers are masked wherever a page’s text can stand', () => {
    const mobile = '13912345678'
    const base = finding()
    const [piece] = base.evidence
    if (!piece) throw new Error('sample without evidence')
    const line = toFinding1(
      finding({
        subject: `名单 ${mobile}`,
        message: `见 ${mobile}`,
        ask: `${mobile} 是谁？`,
        facts: { phone: mobile, phones: [mobile] },
        evidence: [{ ...piece, quote: `联系人 ${mobile}` }],
        decision: {
          id: 'd',
          identity: 'i1',
          outcome: 'exempt',
          reason: `致电 ${mobile}`,
          by: '李',
          at: AT,
          findingId: 'f1',
        },
      }),
      agency,
      portal,
    )
    expect(JSON.stringify(line)).not.toContain(mobile)
    expect(JSON.stringify(line).match(/139\*{4}5678/g)).toHaveLength(7)
    expect(line.id).toBe('f1')
  })
})

describe('check-state/1', () => {
  test('a check that ran has no line', () => {
    expect(
      toCheckState1({ run: 'r1', portalId: 'p', check: 'c/d', state: 'done', reason: null }),
    ).toBeNull()
  })
})

describe('scheme/1', () => {
  const shown = toScheme1(scheme, coverage)
  const [indicator] = shown.indicators

  test('figures are exact and each pricing outcome is named once', () => {
    expect(indicator?.criteria[0]).toMatchObject({
      share: 0.3,
      maxScore: 0.9,
      checks: ['freshness/column-stale#stale'],
    })
    expect(indicator?.criteria[1]).toMatchObject({ state: 'not-ruled', maxScore: 2.1, checks: [] })
  })

  test('an open list of units says so', () => {
    expect(indicator?.appliesTo).toBe('县水务局、县教育局等')
  })
})

describe('scorecards/1', () => {
  test('numbers keep every digit, words about people are masked', () => {
    const shown = toScorecards1(scorecards)
    expect(shown.cards[0]?.settled).toBe(2 / 3)
    expect(JSON.stringify(shown)).not.toContain('13912345678')
    expect(JSON.stringify(shown).match(/139\*{4}5678/g)).toHaveLength(4)
  })

  test('a card that breaks the shape is refused', () => {
    const [card] = scorecards.cards
    if (!card) throw new Error('sample without card')
    expect(() =>
      toScorecards1({ ...scorecards, cards: [{ ...card, settled: Number.NaN }] }),
    ).toThrow()
  })
})
