/** The generated input workbook, filled in and read back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, it } from 'vitest'
import { loadScoreInputs } from '#catalog/inputs/score-inputs'
import { inputSheets } from '#export/input-workbook'
import { workbookBytes } from '#export/workbook'
import { workedScheme } from '../scoring/samples.ts'

const scheme = workedScheme()
const agencies = [
  { id: 'a1', name: '甲局', group: '各局', attributes: [] },
  { id: 'a2', name: '乙局', group: '各局', attributes: ['执法'] },
]
const folder = mkdtempSync(join(tmpdir(), 'input-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Edit = (row: ExcelJS.Row, target: string, agency: string) => void

/** Writes the workbook, lets `edit` fill rows in as a person would, and gives the path. */
async function filled(name: string, edit: Edit): Promise<string> {
  const sheets = inputSheets({ scheme, agencies, method: null, seed: 's' })
  const book = new ExcelJS.Workbook()
  const bytes = await workbookBytes(sheets, new Date(0))
  await book.xlsx.load(bytes.slice().buffer)
  const page = book.worksheets[0]
  page?.eachRow((row, at) => {
    if (at > 1) edit(row, String(row.getCell(3).value), String(row.getCell(2).value))
  })
  const path = join(folder, name)
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()))
  return path
}

function enter(row: ExcelJS.Row, value: string | number): void {
  row.getCell(9).value = value
  row.getCell(10).value = '张三'
  row.getCell(12).value = '现场核实'
}

it('asks every agency for what applies to it, and for nothing a machine settles', () => {
  const [sheet] = inputSheets({ scheme, agencies, method: null, seed: 's' })
  const asked = (name: string) =>
    (sheet?.rows ?? []).filter((row) => row[1] === name).map((row) => row[2])
  expect(asked('甲局')).not.toContain('columns#1')
  expect(asked('甲局')).not.toContain('columns#rest')
  expect(asked('甲局')).not.toContain('enforcement#1')
  expect(asked('乙局')).toContain('enforcement#1')
  // The list ends in 等 and does not name 乙局.
  expect(asked('乙局')).toContain('judged')
  for (const name of ['甲局', '乙局']) {
    expect(asked(name)).toEqual(expect.arrayContaining(['replies#1', 'fake', 'fraud']))
    expect(new Set(asked(name)).size).toBe(asked(name).length)
  }
})

it('comes back as inputs; rows nobody filled in are passed over', async () => {
  const path = await filled('good.xlsx', (row, target, agency) => {
    if (agency !== '甲局') return
    if (target === 'replies#1') enter(row, '五日内')
    if (target === 'documents#1') enter(row, '2/3')
    if (target === 'fraud') enter(row, '否')
  })
  expect(loadScoreInputs(path, scheme, { agencies, portals: [] })).toMatchObject([
    { agencyId: 'a1', target: 'replies#1', value: { kind: 'answer', answer: 'within-5' } },
    { agencyId: 'a1', target: 'documents#1', value: { kind: 'ratio', part: 2, whole: 3 } },
    { agencyId: 'a1', target: 'fraud', value: { kind: 'holds', holds: false } },
  ])
})

it('names row and column of every cell that cannot be taken', async () => {
  let at = 0
  const path = await filled('bad.xlsx', (row, target, agency) => {
    if (agency !== '甲局') return
    if (target === 'replies#1') {
      at = row.number
      enter(row, '很快')
    }
    if (target === 'fraud') {
      enter(row, '否')
      row.getCell(12).value = null
    }
  })
  const load = () => loadScoreInputs(path, scheme, { agencies, portals: [] })
  expect(load).toThrow(`第 ${at} 行 I 列：条目 replies#1 只能写`)
  expect(load).toThrow('L 列：要写明理由')
})

it('puts the permitted answers on the cell', async () => {
  const sheets = inputSheets({ scheme, agencies, method: null, seed: 's' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await workbookBytes(sheets, new Date(0))).slice().buffer)
  const rules = new Map<string, ExcelJS.DataValidation | undefined>()
  book.worksheets[0]?.eachRow((row) =>
    rules.set(String(row.getCell(3).value), row.getCell(9).dataValidation),
  )
  expect(rules.get('fraud')).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
  expect(rules.get('praise#1')).toMatchObject({ type: 'decimal', formulae: [0, 2] })
})
