/** Files that exports write: whole or not at all, readable by programs and harmless in spreadsheets. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#base/errors'
import { findingsCsv, findingsJsonl } from '#export/findings'
import { writeOutput } from '#export/output'
import { scoresCsv } from '#export/scores'
import { toScorecards1 } from '#export/shapes/scorecards'
import { agency, finding, portal, scorecards } from './samples.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingcha-export-'))
})

const ownerOf = () => ({ agency, portal })

async function failureOf(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => null,
    (error: unknown) => error,
  )
}

describe('writeOutput', () => {
  test('writes all chunks, sync and async', async () => {
    await writeOutput(join(dir, 'a.txt'), ['甲', '乙'])
    async function* later() {
      yield '丙'
      yield 'x'.repeat(600_000)
    }
    await writeOutput(join(dir, 'b.txt'), later())
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('甲乙')
    expect(readFileSync(join(dir, 'b.txt'), 'utf8')).toHaveLength(600_001)
    expect(readdirSync(dir).sort()).toEqual(['a.txt', 'b.txt'])
  })

  test('a failing source leaves the old file and no partial one', async () => {
    writeFileSync(join(dir, 'a.txt'), 'old')
    function* broken() {
      yield 'x'.repeat(400_000)
      throw new Error('source broke')
    }
    const error = await failureOf(writeOutput(join(dir, 'a.txt'), broken()))
    expect(error).toHaveProperty('message', 'source broke')
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('old')
    expect(readdirSync(dir)).toEqual(['a.txt'])
  })

  test('a link stays a link to the new text', async () => {
    mkdirSync(join(dir, 'real'))
    writeFileSync(join(dir, 'real/a.txt'), 'old')
    symlinkSync(join(dir, 'real/a.txt'), join(dir, 'a.txt'))
    await writeOutput(join(dir, 'a.txt'), ['new'])
    expect(lstatSync(join(dir, 'a.txt')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(dir, 'real/a.txt'), 'utf8')).toBe('new')
  })

  test('a device is written in place, not replaced', async () => {
    await writeOutput('/dev/null', ['x'])
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test.each([
    ['a missing directory', (at: string) => join(at, 'no/such/a.txt'), '所在目录不存在'],
    ['a directory', (at: string) => at, '它是一个目录'],
    ['a path through a file', (at: string) => join(at, 'file/a.txt'), '不是目录'],
  ])('refuses %s, naming the path and the mend', async (_name, pathIn, words) => {
    writeFileSync(join(dir, 'file'), '')
    const path = pathIn(dir)
    const error = await failureOf(writeOutput(path, ['x']))
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'output-unwritable', exit: 2 })
    expect(String(error)).toContain(path)
    expect(String(error)).toContain(words)
  })

  // The superuser may write everywhere, so the system cannot refuse it.
  test.skipIf(process.getuid?.() === 0)('refuses a read-only file', async () => {
    const path = join(dir, 'a.txt')
    writeFileSync(path, 'old')
    chmodSync(path, 0o444)
    expect(await failureOf(writeOutput(path, ['x']))).toMatchObject({ code: 'output-unwritable' })
  })
})

describe('findingsJsonl', () => {
  test('one document a line: findings first, then checks that could not answer', () => {
    const text = [
      ...findingsJsonl(
        [finding({ message: '两行\n文字' }), finding({ id: 'f2' })],
        [
          { run: 'r1', portalId: portal.id, check: 'a/b', state: 'done', reason: null },
          { run: 'r1', portalId: portal.id, check: 'c/d', state: 'error', reason: '检查程序出错' },
        ],
        ownerOf,
      ),
    ].join('')
    const lines = text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).mingcha)).toEqual([
      'finding/1',
      'finding/1',
      'check-state/1',
    ])
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe('findingsCsv', () => {
  test('opens with a byte order mark, keeps line breaks in cells, disarms formulas', () => {
    const text = [
      ...findingsCsv(
        [finding({ subject: '=HYPERLINK("http://x")', message: '第一行\n第二行，"引号"' })],
        ownerOf,
        () => '栏目更新是否及时',
      ),
    ].join('')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(row).toMatchObject({
      单位: '青溪县水务局',
      网站标识码: '4299000012',
      结论: '不符合',
      对象: '\'=HYPERLINK("http://x")',
      说明: '第一行\n第二行，"引号"',
      首次发现日: '2023-12-12',
    })
  })

  test('a template fault on many pages stays within a spreadsheet cell', () => {
    const pages = Array.from({ length: 5000 }, (_, i) => `http://sw.qingxi.example/p/${i}.html`)
    const text = [...findingsCsv([finding({ pages })], ownerOf, (id) => id)].join('')
    const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(row?.页面地址?.length).toBeLessThan(32_767)
    expect(row?.页面地址).toContain('等共 5000 个页面')
  })
})

describe('scoresCsv', () => {
  test('one row a criterion, four decimals, leaf names in the last level', () => {
    const text = [...scoresCsv(toScorecards1(scorecards))].join('')
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      名次: '1',
      类别: '指标',
      一级指标: '信息公开',
      二级指标: '',
      三级指标: '数据发布',
      得分: '0.6667',
      算式: "'=不是公式",
      依据的发现编号: 'f1\nf2',
    })
    expect(rows[1]).toMatchObject({ 类别: '加分', 测评要点编号: 'b#1' })
  })
})
