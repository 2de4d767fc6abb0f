/**
 * Tables that print no points (双鸭山) on every surface: their results are answers, so nothing may read as a score of 0 or
 * 100, as a place or as a grade. The JSON documents keep the contract's numbers and say so by `maxScore: null`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemeOf } from '#app/scoring-run'
import { published1, whatIf1 } from '#export/shapes/results'
import { scorecards1 } from '#export/shapes/scorecards'
import type { Scorecards, ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { runHere } from '../support/command.ts'
import { reviewFixture, signedIn } from '../support/review-server.ts'
import { REGISTRY } from '../support/store-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'pointless-'))
const at = (name: string) => join(folder, name)
const SCHEME = 'shuangyashan-2019-departments'
const base = ['--scheme', SCHEME, '--db', at('m.db'), '--as-of', '2019-12-31']
const inputs = ['--inputs', at('inputs.csv')]

beforeAll(async () => {
  writeFileSync(
    at('registry.csv'),
    '单位名称,首页,分组,网站名称\n甲局,http://a.example.gov.cn/,市级部门,甲局网\n乙局,http://b.example.gov.cn/,市级部门,乙局网\n',
  )
  const row = (agency: string, answer: string) => `${agency},leadership#1,${answer},张三,看过材料\n`
  const head = '单位,条目,值,录入人,理由\n'
  writeFileSync(at('inputs.csv'), `${head}${row('甲局', '符合')}${row('乙局', '不符合')}`)
  writeFileSync(at('other.csv'), `${head}${row('甲局', '不符合')}${row('乙局', '不符合')}`)
  const ran = await runHere(['portals', 'import', at('registry.csv'), '--db', at('m.db')])
  expect(ran.code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Cells of a tab-separated line that starts with the name. */
const cellsOf = (text: string, name: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name}\t`))
    ?.split('\t')

test('the terminal counts answers and prints a dash for points and places', async () => {
  const { code, stdout } = await runHere(['score', ...base, ...inputs])
  expect(code).toBe(0)
  expect(cellsOf(stdout, '甲局')?.slice(0, 5)).toEqual(['甲局', '—', '—', '1', '符合 1'])
  expect(stdout).not.toMatch(/0 ~ 0|0 \/ 0|第 \d/)
  expect(cellsOf(stdout, '乙局')?.slice(0, 5)).toEqual(['乙局', '—', '—', '1', '不符合 1'])
  expect(stdout).toContain('不折成分数、名次或等次')
})

test('the list and the coverage of schemes speak of rules, not of 0 points', async () => {
  const listed = await runHere(['schemes', 'list'])
  expect(listed.stdout).toMatch(new RegExp(`${SCHEME}\t.*\t不计分\n`))
  const shown = await runHere(['schemes', 'show', SCHEME, '--coverage'])
  const total = cellsOf(shown.stdout, '合计')
  const rules = schemeOf(SCHEME).indicators.flatMap((one) => one.criteria).length
  expect(total?.[1]).toBe('—')
  expect(total?.slice(2).reduce((sum, n) => sum + Number(n), 0)).toBe(rules)
  expect(shown.stdout).toContain('单位：条')
})

test('the document keeps the contract’s numbers, without score, rank or grade', async () => {
  const { stdout } = await runHere(['score', ...base, ...inputs, '--json'])
  const { cards } = scorecards1.parse(JSON.parse(stdout))
  expect(cards).toHaveLength(2)
  for (const card of cards) {
    expect([card.maxScore, card.score, card.rank, card.grade]).toEqual([null, null, null, null])
    for (const one of card.indicators) expect([one.maxScore, one.score]).toEqual([null, null])
    for (const line of card.indicators.flatMap((one) => one.criteria))
      expect([line.maxScore, line.score]).toEqual([null, null])
  }
})

test('suppositions and corrections compare answers; there is nothing to subtract or to rank', async () => {
  const supposed = await runHere(['score', ...base, ...inputs, '--what-if', at('other.csv')])
  expect(supposed.code).toBe(0)
  expect(cellsOf(supposed.stdout, '甲局')?.slice(0, 3)).toEqual(['甲局', '—', '—'])
  writeFileSync(at('without.yaml'), 'withoutLocal: all\n')
  const bare = ['score', ...base, ...inputs, '--what-if', at('without.yaml')]
  expect((await runHere(bare)).stdout).toContain('没有可比的名次')
  const { moves, stability } = whatIf1.parse(
    JSON.parse((await runHere([...bare, '--json'])).stdout),
  )
  expect(stability).toEqual([])
  for (const { by, before, after } of moves)
    expect([by, before?.settled, before?.range, after?.settled]).toEqual([null, null, null, null])
  writeFileSync(at('weights.yaml'), 'weights: { leadership: 4 }\n')
  const weighed = await runHere(['score', ...base, ...inputs, '--what-if', at('weights.yaml')])
  expect(weighed.code).toBe(2)
  expect(weighed.stderr).toContain('没有给它印分值')
})

test('published footprints hold no points', async () => {
  const publish = ['--publish', at('published'), '--by', '市政务公开办', '--allow-open']
  expect((await runHere(['score', ...base, ...inputs, ...publish])).code).toBe(0)
  const corrected = ['--inputs', at('other.csv'), ...publish, '--reason', '复查后更正']
  const second = await runHere(['score', ...base, ...corrected])
  expect(second.code).toBe(0)
  expect(second.stdout).toContain('原：符合；')
  expect(second.stdout).toContain('现：不符合；')
  expect(second.stdout).not.toContain('0 至 0')
  const file = at(`published/${SCHEME}/2019-12-31/v2.json`)
  const { difference } = published1.parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(difference).toMatchObject([
    {
      agency: { name: '甲局' },
      by: null,
      before: { settled: null, range: null, converted: null, rank: null, grade: null },
      after: { settled: null, range: null, converted: null, rank: null, grade: null },
      lines: [{ id: 'leadership#1', before: { range: null }, after: { range: null } }],
    },
  ])
})

/** No cell is a number that could be taken for a score. */
const DASHED = [
  '名次',
  '单位已定得分',
  '单位得分下限',
  '单位得分上限',
  '指标分值',
  '要点分值',
  '得分',
]

test('CSV and workbook print dashes where points, ranges and places would stand', async () => {
  const csv = at('scores.csv')
  const out = ['export', 'scores', ...base]
  expect((await runHere([...out, '--format', 'csv', '--out', csv])).code).toBe(0)
  const [head = '', ...rows] = readFileSync(csv, 'utf8').replace('\uFEFF', '').trim().split('\n')
  const heads = head.trim().split(',')
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows)
    for (const name of [...DASHED, '得分下限', '得分上限', '等次', '单位折算得分'])
      expect(
        row
          .trim()
          .split(',')
          .at(heads.indexOf(name) - heads.length),
        `${name}: ${row}`,
      ).toBe('—')
  const xlsx = at('scores.xlsx')
  expect((await runHere([...out, '--format', 'xlsx', '--out', xlsx])).code).toBe(0)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(xlsx)
  const summary = book.getWorksheet('汇总')
  expect(summary?.getRow(2).values).toEqual([
    undefined,
    ...['名次', '单位', '分组', '得分', '已定条数', '各条结果', '待定条数', '不适用条数'],
  ])
  expect(summary?.getCell('A3').value).toBe('—')
  expect(summary?.getCell('D3').value).toBe('—')
  const sheet = book.getWorksheet('市级部门')
  const texts = new Set<unknown>()
  sheet?.eachRow((row, n) => {
    if (n > 2) for (const column of ['D', 'E', 'F', 'G']) texts.add(row.getCell(column).value)
  })
  // The heading of each agency is merged over the whole row.
  expect([...texts].filter((value) => !String(value).includes('原文没有印分值'))).toEqual(['—'])
  expect(String(book.getWorksheet('说明')?.getSheetValues())).toContain('都不是 0 分')
})

test('the evaluators’ pages show answers', async () => {
  const scheme = schemeOf(SCHEME)
  const input: ScoreInput = {
    scheme: scheme.id,
    agencyId: 'lyj',
    target: 'leadership#1',
    value: { kind: 'answer', answer: 'met' },
    by: '张三',
    at: null,
    reason: '看过材料',
  }
  const drafts = REGISTRY.agencies.map((agency) =>
    scoreAgency(scheme, { agency, portals: [], inputs: [input] }, { strict: false }),
  )
  const cards: Scorecards = {
    mingcha: 'scorecards/1',
    scheme: { id: scheme.id, edition: scheme.edition, title: scheme.title },
    strict: false,
    asOf: '2019-12-31',
    computedAt: '2019-12-31T10:00:00.000+08:00',
    codeVersion: 'test',
    cards: settle(drafts, { cohortComplete: true }),
  }
  const { app, store } = await reviewFixture({ scheme, cards })
  try {
    const cookie = await signedIn(app, 'administrator')
    const page = async (url: string) => {
      const { statusCode, body } = await app.inject({ url, headers: { cookie } })
      expect(statusCode, url).toBe(200)
      return body
    }
    const ranking = await page('/')
    expect(ranking).toContain('原文没有印分值')
    expect(ranking).toContain('<td class="num">—</td><td class="wide">—</td><td class="num">—</td>')
    expect(ranking).toContain('符合 1')
    expect(ranking).not.toContain('class="num strong"')
    const agency = await page('/agencies/lyj')
    expect(agency).toContain('不计分、不排名，也不划等次')
    expect(agency).not.toMatch(/已定得分|class="figure"|class="num strong"|0 \/ 0/)
    const row = await page('/agencies/lyj/indicators/leadership')
    expect(row).toContain('原文没有印分值，不计分。')
    expect(row).not.toContain('还可能')
    const twin = await app.inject({ url: '/index.json', headers: { cookie } })
    expect(twin.json().rows[0]).toMatchObject({ rank: null, settled: null, range: null })
  } finally {
    await app.close()
    store.close()
  }
})
