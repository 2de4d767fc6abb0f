/** The wording table as shipped, and what its readers hear when they break it: file, line, column and the mend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '#base/errors'
import { loadWording } from '#catalog/wording'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function fault(text: string): AppError {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-wording-'))
  dirs.push(dir)
  const file = join(dir, 'wording.yaml')
  writeFileSync(file, text)
  try {
    loadWording(file)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('没有报错')
}

const ONE = 'expressions:\n  - { wrong: 布署, right: 部署, source: 某某词典 }\n'

describe('随附用语表', () => {
  const entries = loadWording('data/lexicon/wording.yaml')

  it('每条有正确写法和依据', () => {
    expect(entries.length).toBeGreaterThan(40)
    for (const { wrong, right, source } of entries) {
      expect(right).not.toBe(wrong)
      expect(source).toMatch(/《.+》|令/)
    }
  })

  it('例外确实含有所列说法', () => {
    const withExceptions = entries.filter((one) => one.except.length > 0 && !one.pattern)
    expect(withExceptions.length).toBeGreaterThan(0)
    for (const { wrong, except } of withExceptions)
      for (const longer of except) expect(longer).toContain(wrong)
  })
})

describe('写错时', () => {
  it.each([
    [
      '不成正则的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '两岸[三', right: 两岸, source: 某某词典 }\n",
      '第 2 行',
      '不是能用的正则表达式',
    ],
    [
      '什么都认的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '(?:两岸)?', right: 两岸, source: 某某词典 }\n",
      '第 2 行',
      '不是能用的正则表达式',
    ],
    [
      '正确写法也认的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '两岸.地', right: 两岸各地, source: 某某词典 }\n",
      '第 2 行',
      '写对的也提出来',
    ],
    [
      '同一说法两次',
      `${ONE}  - { wrong: 布署, right: 部署, source: 某某词典 }\n`,
      '第 3 行第 14 列',
      '已经列过',
    ],
    [
      '正确写法里含错误写法',
      'expressions:\n  - { wrong: 按装, right: 按装好, source: 某某词典 }\n',
      '第 2 行',
      '含有“按装”',
    ],
    [
      '不起作用的例外',
      'expressions:\n  - { wrong: 按装, right: 安装, source: 某某词典, except: [安装备] }\n',
      '第 2 行',
      '不起作用',
    ],
    ['没有依据', 'expressions:\n  - { wrong: 按装, right: 安装 }\n', '第 2 行', 'source'],
    ['空表', 'expressions: []\n', '第 1 行', '不能为空'],
  ])('%s', (_, text, where, mend) => {
    const error = fault(text)
    expect(error.code).toBe('file-invalid')
    expect(error.message).toContain(where)
    expect(error.message).toContain(mend)
  })
})
