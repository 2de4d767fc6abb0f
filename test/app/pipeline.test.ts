/** The program from scan to scorecard on the demonstration portals, and what a re-run from the archive must keep. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkState1, finding1 } from '#export/shapes/finding'
import { scorecards1 } from '#export/shapes/scorecards'
import { siteView1 } from '#export/shapes/site-view'
import { type Ran, runHere } from '../support/command.ts'

const SCHEME = 'suizhou-2023-website-departments'
let folder: string
let base: string[]
let demo: Ran
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-pipeline-'))
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
  demo = await runHere(['demo', '--once', '--no-browser', ...base])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Line {
  readonly mingcha: string
  readonly [key: string]: unknown
}

async function findings(more: readonly string[] = []): Promise<Line[]> {
  const ran = await runHere(['export', 'findings', ...more, ...base])
  expect(ran.code).toBe(0)
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

/** Without what may differ between a run and its re-run (contract §6). */
function lasting(line: Line): object {
  const {
    run: _run,
    at: _at,
    state: _state,
    firstSeen: _first,
    decision: _decision,
    ...rest
  } = line
  return rest
}

test('npm start: the bundled portals are scanned and ranked', () => {
  expect([0, 3]).toContain(demo.code)
  const ranking = demo.stdout.slice(demo.stdout.indexOf('名次'))
  expect(ranking.match(/^\d\t青禾市/gm)).toHaveLength(3)
  expect(demo.stdout).toContain('判定日 2023-12-10')
})

test('every exported line has its published shape', async () => {
  const lines = await findings()
  for (const line of lines) {
    if (line.mingcha === 'finding/1') finding1.parse(line)
    else checkState1.parse(line)
  }
  expect(lines.filter((line) => line.mingcha === 'finding/1').length).toBeGreaterThan(100)
  const views = await runHere(['export', 'site-view', ...base])
  expect(siteView1.array().parse(JSON.parse(views.stdout))).toHaveLength(4)
})

test('a re-run from the archive gives the same findings', async () => {
  const before = await findings()
  const ran = await runHere(['rerun', '--latest', ...base])
  expect([0, 3]).toContain(ran.code)
  expect((await findings()).map(lasting)).toEqual(before.map(lasting))
})

test('a re-run of one check by another day changes that check only', async () => {
  const [first] = JSON.parse((await runHere(['portals', 'list', '--json', ...base])).stdout).portals
  const shown = await runHere(['portals', 'show', first.id, '--json', ...base])
  const run = JSON.parse(shown.stdout).runs[0].id as string
  const check = 'freshness/column-stale'
  const before = await findings(['--run', run])
  const ran = await runHere([
    'rerun',
    '--run',
    run,
    '--check',
    check,
    '--as-of',
    '2030-01-01',
    '--json',
    ...base,
  ])
  expect(JSON.parse(ran.stdout)).toMatchObject({
    mingcha: 'rerun/1',
    runs: [{ run, asOf: '2030-01-01' }],
  })
  const after = await findings(['--run', run])
  const others = (lines: Line[]) => lines.filter((line) => line.check !== check).map(lasting)
  expect(others(after)).toEqual(others(before))
  const stale = (lines: Line[]) =>
    lines.filter((line) => line.check === check && line.outcome === 'stale').length
  expect(stale(after)).toBeGreaterThan(stale(before))
  // Back to its own day, for the tests that follow.
  await runHere(['rerun', '--run', run, '--as-of', '2023-12-10', ...base])
})

test('scores are printed, exported to a file and valid', async () => {
  const scored = await runHere(['score', '--scheme', SCHEME, '--json', ...base])
  expect(scored.code).toBe(0)
  // The county is in no group of this table, and the registry names none of its agencies: said once, never an error.
  expect(scored.stderr).toMatch(
    /^提醒：名录里另有 1 个单位不属于本体系[^\n]*禾川县人民政府。\n提醒：体系 [^\n]+名录里没有[^\n]*\n$/,
  )
  const cards = scorecards1.parse(JSON.parse(scored.stdout)).cards
  expect(cards).toHaveLength(3)
  for (const card of cards) {
    expect(card.range[0]).toBeLessThanOrEqual(card.settled)
    expect(card.settled).toBeLessThanOrEqual(card.range[1])
  }
  const out = join(folder, 'scores.json')
  const agency = cards[0]?.agency.id ?? ''
  const exported = await runHere([
    'export',
    'scores',
    '--scheme',
    SCHEME,
    '--agency',
    agency,
    '--out',
    out,
    ...base,
  ])
  expect(exported).toMatchObject({ code: 0, stdout: '' })
  const file = scorecards1.parse(JSON.parse(readFileSync(out, 'utf8')))
  expect(file.cards.map((card) => card.agency.id)).toEqual([agency])
})

test('a day before every run: nothing could be measured, exit 4', async () => {
  const ran = await runHere(['score', '--scheme', SCHEME, '--as-of', '2001-01-01', ...base])
  expect(ran.code).toBe(4)
  expect(ran.stderr).toContain('到 2001-01-01 为止没有完成的扫描')
})

test('unknown runs and agencies are named', async () => {
  const run = await runHere(['rerun', '--run', 'none', ...base])
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toContain('没有运行 none')
  const agency = await runHere(['export', 'findings', '--agency', 'none', ...base])
  expect(agency.code).toBe(2)
  expect(agency.stderr).toContain('没有单位 none')
})
