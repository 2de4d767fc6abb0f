/** Scoring without a single page fetched: inputs out and in, suppositions, publishing and its refusal, composites. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { composites1, publishedComposite1 } from '#export/shapes/results'
import { openStore } from '#store/sqlite-store'
import { runHere } from '../support/command.ts'
import { aRun } from '../support/store-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'scoring-'))
const at = (name: string) => join(folder, name)
const base = ['--db', at('m.db'), '--as-of', '2023-12-12']
const scheme = ['--scheme', 'suizhou-2023-website-departments', ...base]

beforeAll(async () => {
  writeFileSync(
    at('registry.csv'),
    '单位名称,首页,分组,网站名称\n甲局,http://a.example.gov.cn/,市直部门,甲局网\n乙局,http://b.example.gov.cn/,市直部门,乙局网\n',
  )
  writeFileSync(
    at('inputs.csv'),
    '单位,条目,值,录入人,理由\n甲局,smart-search#1,1.2,张三,现场核实\n乙局,smart-search#1,0.6,张三,现场核实\n',
  )
  const ran = await runHere(['portals', 'import', at('registry.csv'), '--db', at('m.db')])
  expect(ran.code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an input workbook is made for the agencies of the scheme', async () => {
  const { code, stdout } = await runHere([
    'schemes',
    'inputs',
    'suizhou-2023-website-departments',
    '--out',
    at('inputs.xlsx'),
    '--db',
    at('m.db'),
  ])
  expect(code).toBe(0)
  expect(stdout).toContain('2 个单位')
  // Left as it is, it answers nothing: nothing was measured.
  const { code: blank } = await runHere(['score', ...scheme, '--inputs', at('inputs.xlsx')])
  expect(blank).toBe(4)
})

test('a supposition tells who moves, and stores nothing', async () => {
  writeFileSync(at('what-if.yaml'), 'weights: { smart-search: 4 }\n')
  const inputs = ['--inputs', at('inputs.csv'), '--what-if', at('what-if.yaml'), '--json']
  const { code, stdout } = await runHere(['score', ...scheme, ...inputs])
  expect(code).toBe(0)
  const found = z
    .looseObject({ moves: z.array(z.looseObject({ by: z.number() })) })
    .parse(JSON.parse(stdout))
  // A judged score stays what the person gave; what is open grows with the weight.
  expect(found.moves).toHaveLength(2)
  const unknown = at('unknown.yaml')
  writeFileSync(unknown, 'weights: { nowhere: 4 }\n')
  const refused = await runHere(['score', ...scheme, '--what-if', unknown])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('nowhere')
})

test('publishing is refused with exit 5 while notes are open, and never overwrites', async () => {
  const publish = ['--publish', at('published'), '--by', '市政务公开办']
  const inputs = ['--inputs', at('inputs.csv')]
  const refused = await runHere(['score', ...scheme, ...inputs, ...publish])
  expect(refused.code).toBe(5)
  expect(refused.stderr).toContain('尚未核实')
  const first = await runHere(['score', ...scheme, ...inputs, ...publish, '--allow-open'])
  expect(first.code).toBe(0)
  const file = (n: number) => at(`published/suizhou-2023-website-departments/2023-12-12/v${n}.json`)
  const kept = readFileSync(file(1), 'utf8')
  writeFileSync(at('less.csv'), '单位,条目,值,录入人,理由\n甲局,smart-search#1,0.9,李四,复查\n')
  const corrected = ['--inputs', at('less.csv'), '--allow-open', '--reason', '复查后更正']
  const second = await runHere(['score', ...scheme, ...publish, ...corrected])
  expect(second.stderr).toContain('更正第 1 版')
  expect(readFileSync(file(1), 'utf8')).toBe(kept)
  expect(JSON.parse(readFileSync(file(2), 'utf8'))).toMatchObject({
    version: 2,
    corrects: 1,
    reason: '复查后更正',
  })
  const nameless = await runHere(['score', ...scheme, '--publish', at('published')])
  expect(nameless.code).toBe(2)
})

test('a composite is scored from its parts; nothing measured is said', async () => {
  const { code, stdout } = await runHere(['score', '--scheme', 'suizhou-2023-openness', ...base])
  expect(code).toBe(4)
  expect(stdout).toContain('甲局')
})

test('a composite is of the day of its own units, whatever else was looked at today', async () => {
  const id = 'suizhou-2023-openness'
  const db = at('day.db')
  await runHere(['portals', 'import', at('registry.csv'), '--db', db])
  const store = await openStore(db)
  for (const { id: portalId } of store.registry().portals) {
    store.startRun(aRun(`r-${portalId}`, { portalId, asOf: '2023-12-12' }))
    store.endRun(`r-${portalId}`, 'finished', 2, null)
  }
  store.close()
  const { stdout } = await runHere(['score', '--scheme', id, '--db', db])
  expect(stdout).toContain('判定日 2023-12-12')
})

test('a composite has one workbook: the rows of its parts and what is taken off the whole', async () => {
  const id = 'suizhou-2023-openness'
  const made = await runHere([
    'schemes',
    'inputs',
    id,
    '--out',
    at('whole.xlsx'),
    '--db',
    at('m.db'),
  ])
  expect(made.code).toBe(0)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(at('whole.xlsx'))
  const sheet = book.getWorksheet('录入')
  const rows = [...(sheet?.getSheetValues() ?? [])].map((row) => (Array.isArray(row) ? row : []))
  const named = (target: string) =>
    rows.filter((row) => row[3] === target).map((row) => row.slice(1, 3).join())
  expect(named('division-of-work#1')).toContain('suizhou-2023-daily-departments,甲局')
  expect(named('third-party#1')).toContain(`${id},甲局`)
  const own = rows.find((row) => row[3] === 'third-party#1' && row[2] === '甲局')
  expect(own?.[6]).toContain('扣分写负数')

  const line = (value: string) =>
    `体系,单位,条目,值,录入人,理由\n${id},甲局,third-party#1,${value},张三,通报\n`
  writeFileSync(at('off.csv'), line('2.5'))
  const scored = ['score', '--scheme', id, ...base, '--inputs', at('off.csv')]
  const refused = await runHere(scored)
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('是扣分，应写 -100 至 0 之间的负数')
  writeFileSync(at('off.csv'), line('-2.5'))
  const { stdout } = await runHere([...scored, '--json'])
  const off = composites1.parse(JSON.parse(stdout)).cards.find((one) => one.agency.name === '甲局')
  expect(off?.settled).toBe(-2.5)
  expect((await runHere(scored)).stdout).toContain('国办、省办政务公开第三方评估所扣分数 -2.5')

  const compared = await runHere(['schemes', 'diff', id, 'luan-2018'])
  expect(compared.code).toBe(2)
  expect(compared.stderr).toContain(`${id} 是汇总`)
})

test('a composite is supposed and published as a whole, with the cards of its parts', async () => {
  const whole = ['--scheme', 'suizhou-2023-openness', ...base]
  const row = (agency: string, target: string, value: string) =>
    `suizhou-2023-daily-departments,${agency},${target},${value},张三,现场核实`
  writeFileSync(
    at('daily.csv'),
    ['体系,单位,条目,值,录入人,理由', row('甲局', 'rectification#2', '0'), ''].join('\n'),
  )
  const inputs = ['--inputs', at('daily.csv')]
  writeFileSync(at('shares.yaml'), 'shares: { platform: 60%, daily: 40% }\n')
  const supposed = await runHere(['score', ...whole, ...inputs, '--what-if', at('shares.yaml')])
  expect(supposed.stderr).toBe('')
  expect(supposed.code).toBe(0)
  expect(supposed.stdout).toContain('甲局')
  expect(supposed.stdout).toContain('× 40%')
  writeFileSync(at('half.yaml'), 'shares: { platform: 60% }\n')
  const uneven = await runHere(['score', ...whole, ...inputs, '--what-if', at('half.yaml')])
  expect(uneven.code).toBe(2)
  expect(uneven.stderr).toContain('应仍为 100%')
  const publish = ['--publish', at('published'), '--by', '市政务公开办', '--allow-open']
  const first = await runHere(['score', ...whole, ...inputs, ...publish])
  expect(first.code).toBe(0)
  const file = (n: number) => at(`published/suizhou-2023-openness/2023-12-12/v${n}.json`)
  const kept = publishedComposite1.parse(JSON.parse(readFileSync(file(1), 'utf8')))
  expect(kept.schemes.map((one) => one.id)).toContain('suizhou-2023-daily-departments')
  expect(Object.keys(kept.parts)).toEqual(['platform', 'daily'])
  writeFileSync(
    at('daily.csv'),
    ['体系,单位,条目,值,录入人,理由', row('甲局', 'rectification#2', '1'), ''].join('\n'),
  )
  const silent = await runHere(['score', ...whole, ...inputs, ...publish])
  expect(silent.code).toBe(5)
  const second = await runHere(['score', ...whole, ...inputs, ...publish, '--reason', '复查后更正'])
  expect(second.stdout).toContain('逐条比较')
  expect(second.stdout).toContain('daily/rectification#2')
  const corrected = publishedComposite1.parse(JSON.parse(readFileSync(file(2), 'utf8')))
  const lines = corrected.difference?.flatMap((move) => move.lines) ?? []
  expect(lines.map((line) => line.id)).toEqual(['daily', 'daily/rectification#2'])
})

test('two schemes are compared line by line', async () => {
  const same = await runHere(['schemes', 'diff', 'sanhe-2018-towns', 'sanhe-2018-towns'])
  expect(same.stdout).toContain('两者相同')
  const other = await runHere(['schemes', 'diff', 'sanhe-2018-departments', 'sanhe-2018-towns'])
  expect(other.code).toBe(0)
  expect(other.stdout).toMatch(/共 \d+ 处不同/)
})

test('a registry that is nobody’s under the table is refused with the mend, unless the user says so', async () => {
  const table = ['--scheme', 'daying-2018', ...base]
  const refused = await runHere(['score', ...table])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('分组：责任单位（units）；名录的分组有 市直部门')
  expect(refused.stderr).toContain('--all-units')
  expect(refused.stderr).not.toContain('请先')
  expect(refused.stdout).toBe('')
  const whatIf = await runHere(['score', ...table, '--what-if', at('what-if.yaml')])
  expect(whatIf.code).toBe(2)
  const ledger = ['export', 'scores', ...table, '--format', 'csv']
  expect((await runHere(ledger)).stderr).toContain('--all-units')
  const composite = await runHere(['score', '--scheme', 'luan-2018', ...base])
  expect(composite.code).toBe(2)
  expect(composite.stderr).toContain('试点县区（counties）')
  const forms = ['schemes', 'inputs', 'daying-2018', '--out', at('d.xlsx'), '--db', at('m.db')]
  expect((await runHere(forms)).code).toBe(2)
  const said = await runHere(['score', ...table, '--all-units'])
  expect(said.stdout).toContain('甲局')
  // Nothing was scanned here, and that is the cause told.
  expect(said.code).toBe(4)
  expect(said.stderr).toContain('还没有完成的扫描')
})

test('units of other groups are left out by name; a registry without groups contradicts nothing', async () => {
  writeFileSync(
    at('mixed.csv'),
    '单位名称,首页,分组,网站名称\n甲局,http://a.example.gov.cn/,市直部门,甲局网\n丙县,http://c.example.gov.cn/,县级政府,丙县网\n',
  )
  const db = ['--db', at('mixed.db')]
  await runHere(['portals', 'import', at('mixed.csv'), ...db])
  const id = 'suizhou-2023-website-departments'
  const mixed = await runHere(['score', '--scheme', id, ...db])
  expect(mixed.stderr).toContain('另有 1 个单位不属于本体系的分组（市直部门），没有参加计分：丙县')
  expect(mixed.stdout).not.toContain('丙县')
  writeFileSync(at('bare.csv'), '单位名称,首页,网站名称\n丙县,http://c.example.gov.cn/,丙县网\n')
  const bare = ['--db', at('bare.db')]
  await runHere(['portals', 'import', at('bare.csv'), ...bare])
  const whole = await runHere(['score', '--scheme', id, ...bare])
  expect(whole.stdout).toContain('丙县')
  expect(whole.stderr).toContain('全部参加计分')
})
