/** Workbooks and the ledger: sheets, merged heads, sixteen columns, nothing a spreadsheet would run. */
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type LedgerInput, ledgerCsv, ledgerSheets } from '#export/ledger'
import { scoreSheets } from '#export/score-workbook'
import { type Sheet, workbookBytes } from '#export/workbook'
import { agency, check, finding, portal, scheme, scorecards } from './samples.ts'

async function reopened(sheets: readonly Sheet[]): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  const bytes = await workbookBytes(sheets, new Date(0))
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}

const findingView = finding()

describe('workbook adapter', () => {
  const sheet: Sheet = {
    name: '甲/乙[1]',
    title: '题',
    columns: [{ width: 10 }, { width: 10, numberFormat: '0.##' }],
    head: [['名', '数']],
    rows: [
      ['=1+1', 0.333333],
      ['x'.repeat(40_000), null],
      ['丙', 2],
    ],
    merges: [{ top: 3, left: 1, bottom: 4, right: 1 }],
  }

  it('writes text that looks like a formula as text, and numbers as numbers', async () => {
    const page = (await reopened([sheet])).worksheets[0]
    expect(page?.getCell('A3').value).toBe('=1+1')
    expect(page?.getCell('A3').type).toBe(ExcelJS.ValueType.String)
    expect(page?.getCell('B3').value).toBe(0.333333)
  })

  it('keeps values under merges, cuts oversized cells and names sheets as Excel allows', async () => {
    const book = await reopened([sheet, sheet])
    expect(book.worksheets.map((one) => one.name)).toEqual(['甲－乙－1－', '甲－乙－1－2'])
    const page = book.worksheets[0]
    expect(page?.getCell('A4').isMerged).toBe(true)
    expect(String(page?.getCell('A4').value)).toHaveLength(32_000)
    expect(page?.getCell('A5').master.address).toBe('A4')
  })
})

describe('scores workbook', () => {
  it('has the ranking, the scheme’s own table per agency, and the explanation', async () => {
    const book = await reopened(
      scoreSheets({
        scorecards,
        scheme,
        coverage: { machine: 6, assisted: 30, manual: 10, notRuled: 54 },
        findings: new Map([[findingView.id, findingView]]),
      }),
    )
    const names = book.worksheets.map((one) => one.name)
    expect(names[0]).toBe('汇总')
    expect(names.at(-1)).toBe('说明')
    const table = book.worksheets[1]
    const head = ((table?.getRow(2).values ?? []) as unknown[]).slice(1)
    expect(head).toEqual([
      '一级指标',
      '二级指标',
      '三级指标',
      '分值',
      '得分',
      '区间',
      '扣分',
      '失分原因',
      '证据',
    ])
    const card = scorecards.cards[0]
    const first = card?.indicators[0]
    if (!card || !first) throw new Error('sample has no indicator')
    expect(String(table?.getCell('A3').value)).toContain(card.agency.name)
    expect(table?.getCell('A4').value).toBe(first.path[0])
    expect(table?.getCell('E4').value).toBe(first.score)
    const words = book.worksheets.at(-1)?.getColumn(1).values.map(String)
    expect(words).toEqual(expect.arrayContaining(['规则原文缺失', '口径']))
  })
})

describe('问题台账', () => {
  const input = (over: Partial<LedgerInput> = {}): LedgerInput => ({
    findings: [findingView],
    ownerOf: () => ({ agency, portal }),
    checks: [check],
    indicatorsOf: () => ['政府信息公开 › 通知公告'],
    pageTitle: () => '=HYPERLINK("http://evil.example")',
    ...over,
  })
  const fail = { ...findingView, verdict: 'fail' as const, decision: null, downgraded: null }

  it('lists problems with their sixteen columns and keeps doubts apart', () => {
    const unsure = { ...fail, id: 'u'.repeat(20), verdict: 'unsure' as const, ask: '是否属实？' }
    const pass = { ...fail, id: 'p'.repeat(20), verdict: 'pass' as const }
    const [problems, questions] = ledgerSheets(input({ findings: [fail, unsure, pass] }), '台账')
    expect(problems?.head[0]).toHaveLength(16)
    expect(problems?.rows.map((row) => row[9])).toEqual([fail.id.slice(0, 8)])
    expect(questions?.rows.map((row) => row[9])).toEqual(['uuuuuuuu'])
    expect(String(questions?.rows[0]?.[15])).toContain('是否属实？')
  })

  it('drops what a person exempted and takes a person’s outcome before the machine’s', () => {
    const decided = (outcome: string) => ({
      ...fail,
      decision: {
        id: 'd',
        identity: fail.identity,
        outcome,
        reason: '已核',
        by: '张',
        at: 1,
        findingId: fail.id,
      },
    })
    const rows = (outcome: string) =>
      ledgerSheets(input({ findings: [decided(outcome)] }), '台账')[0]?.rows.length
    const passing =
      Object.entries(check.outcomes).find(([, one]) => one.verdict === 'pass')?.[0] ?? ''
    expect(rows('exempt')).toBe(0)
    expect(rows(passing)).toBe(0)
    expect(rows(fail.outcome)).toBe(1)
  })

  it('says a problem in the words of the outcome that a person holds true', () => {
    const other = 'otherwise'
    const found = { ...fail, message: '看不出日期', outcome: 'unclear', verdict: 'unsure' as const }
    const rows = ledgerSheets(
      input({
        checks: [
          {
            ...check,
            outcomes: {
              ...check.outcomes,
              [other]: { verdict: 'fail', message: '{subject}已有{days}天没有更新' },
            },
          },
        ],
        findings: [
          {
            ...found,
            subject: '通知公告',
            facts: {},
            decision: {
              id: 'd',
              identity: fail.identity,
              outcome: other,
              reason: '已核',
              by: '张',
              at: 1,
              findingId: fail.id,
            },
          },
        ],
      }),
      '台账',
    )[0]?.rows
    expect(rows?.[0]?.[5]).toBe('通知公告已有…天没有更新')
    expect(rows?.[0]?.[13]).toBe('机器原判：看不出日期')
  })

  it('carries no control characters of a page into CSV', () => {
    const odd = { ...fail, message: '甲\u0000乙\u001b丙' }
    expect([...ledgerCsv(input({ findings: [odd] }))].join('')).toContain('甲乙丙')
  })

  it('is formula-safe as CSV', () => {
    const text = [...ledgerCsv(input({ findings: [fail] }))].join('')
    expect(text.startsWith('\ufeff序号,单位')).toBe(true)
    expect(text).toContain("'=HYPERLINK")
  })
})
