/** The content checklists as shipped against what the sources print, and what their writers hear when they err. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '#base/errors'
import { loadChecklists } from '#catalog/checklists'
import { loadLexicon } from '#catalog/lexicon'
import type { ContentList } from '#model/checklist'

const OPTIONS = {
  schemes: 'data/schemes',
  topics: new Set(loadLexicon('data/lexicon').topics.map((topic) => topic.id)),
}
const lists = loadChecklists('data/checklists', OPTIONS)
const listOf = (id: string): ContentList => {
  const list = lists.find((one) => one.id === id)
  if (!list) throw new Error(`no list ${id}`)
  return list
}

describe('内容清单', () => {
  it.each([
    ['suizhou-fields', 22],
    ['suizhou-appendix-1', 9],
    ['suizhou-appendix-2', 7],
    ['suizhou-appendix-3', 10],
    ['suizhou-appendix-4', 38],
    ['sanhe-key-areas', 15],
  ])('%s 有原文的 %s 行', (id, rows) => {
    expect(listOf(id).rows).toHaveLength(rows)
  })

  it('大英 15 个领域，另有突发公共事件', () => {
    expect(listOf('daying-key-areas').rows).toHaveLength(16)
  })

  it('双随机六要素', () => {
    expect(listOf('double-random').rows[0]?.contents.map(({ name }) => name)).toEqual([
      '随机抽查事项清单',
      '抽查结果',
      '抽查主体',
      '抽查依据',
      '抽查内容',
      '抽查方式',
    ])
  })

  it('行名和单位来自体系，不另写一份', () => {
    const [row] = listOf('suizhou-appendix-3').rows
    expect([row?.label, row?.agencies]).toEqual(['工程建设招投标', ['市发改委']])
  })

  it('原文只印领域名称的，内容就是它', () => {
    const row = listOf('suizhou-appendix-2').rows.find(({ id }) => id === 'p2-jyj')
    expect(row?.contents.map(({ name }) => name)).toEqual(['教育'])
  })

  it('名称去掉“查询”也认，词可以补充', () => {
    const row = listOf('suizhou-appendix-4').rows.find(({ id }) => id === 'p4-wjw')
    expect(row?.contents.find(({ name }) => name === '执业医师查询')?.words).toEqual([
      '执业医师查询',
      '执业医师',
      '医师查询',
      '医师执业',
    ])
  })
})

/** Names that the sources print in these words, marks and blanks aside. */
describe.each([
  ['suizhou-fields', '003-suizhou-2023'],
  ['suizhou-appendix-4', '003-suizhou-2023'],
  ['sanhe-key-areas', '000-sanhe-2018'],
])('%s', (id, seed) => {
  const path = join('../shared/seeds', `${seed}.txt`)
  const text = ((): string | null => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return null
    }
  })()

  it.skipIf(text === null)('每项内容的用字都出自原文', () => {
    const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
    const source = plain(text ?? '')
    const names = listOf(id).rows.flatMap((row) => row.contents.map(({ name }) => name))
    const parts = names.flatMap((name) => name.split(/[、，（）；]/).map(plain))
    // Where the source prints one word for several (征收土地和补偿安置方案公告), the halves are whole names here.
    const made = parts.filter((part) => !source.includes(part))
    expect(made.length / parts.length).toBeLessThan(0.12)
  })
})

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function fault(...texts: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-checklists-'))
  dirs.push(dir)
  texts.forEach((text, i) => {
    writeFileSync(join(dir, `${i}.yaml`), text)
  })
  try {
    loadChecklists(dir, OPTIONS)
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
  return ''
}

const HEAD = `id: a
short: 甲
title: 甲清单
source: { document: 文件, clause: 附件 }
scope: named
`
const ROW = '  - { id: r, label: 旅游, agencies: [市文旅局], columns: [旅游] }\n'

describe('写错的清单', () => {
  it('合格的不报', () => {
    expect(fault(`${HEAD}rows:\n${ROW}`)).toBe('')
  })

  it.each([
    ['没有的类别', `${HEAD}topics: [nosuch]\nrows:\n${ROW}`, /第 \d+ 行第 \d+ 列.*没有 nosuch/],
    ['没写到哪里找', `${HEAD}rows:\n  - { id: r, label: 旅游, agencies: [甲局] }\n`, /到哪里找/],
    ['没有单位', `${HEAD}rows:\n  - { id: r, label: 旅游, columns: [旅游] }\n`, /agencies/],
    ['编号重复', `${HEAD}rows:\n${ROW}${ROW.replace('旅游,', '体育,')}`, /编号 r 重复/],
    ['分不开的两行', `${HEAD}rows:\n${ROW}${ROW.replace('id: r', 'id: s')}`, /与 r 同名/],
    ['拼错的字段', `${HEAD}rows:\n${ROW.replace('columns', 'colums')}`, /colums/],
    [
      'from 的清单没有写全',
      `${HEAD}from: { scheme: suizhou-2023-website-departments, list: appendix-2 }\nrows:\n  - { id: p2-jyj, columns: [教育] }\n`,
      /p2-mzj/,
    ],
    [
      'from 里没有的行',
      `${HEAD}from: { scheme: suizhou-2023-website-departments, list: appendix-2 }\nrows:\n  - { id: nosuch, columns: [教育] }\n`,
      /没有 nosuch/,
    ],
    [
      'from 没有这份清单',
      `${HEAD}from: { scheme: suizhou-2023-website-departments, list: nosuch }\nrows:\n  - { id: r, columns: [教育] }\n`,
      /没有清单 nosuch/,
    ],
  ])('%s', (_what, text, words) => {
    expect(fault(text)).toMatch(words)
  })

  it('两份清单同名', () => {
    expect(fault(`${HEAD}rows:\n${ROW}`, `${HEAD.replace('id: a', 'id: b')}rows:\n${ROW}`)).toMatch(
      /已被清单 a 使用/,
    )
  })
})
