/** The lexicon as shipped, and what its readers hear when they break it: file, line, column and the mend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '#base/errors'
import { loadLexicon } from '#catalog/lexicon'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function lexiconOf(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-lexicon-'))
  dirs.push(dir)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

function fault(files: Readonly<Record<string, string>>): AppError {
  try {
    loadLexicon(lexiconOf(files))
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('没有报错')
}

const TOPIC = `topics:
  - id: notices
    name: 通知公告
    synonyms: [公示公告]
    parents: []
    update: policy
    pinyin: [tzgg]
updateClasses:
  policy: 180
`

describe('随附词库', () => {
  const lexicon = loadLexicon('data/lexicon')
  const columns = lexicon.topics.filter((topic) => topic.kind === 'column')

  it('规范栏目 65 个，编号不重复', () => {
    expect(columns).toHaveLength(65)
    expect(new Set(lexicon.topics.map((topic) => topic.id)).size).toBe(lexicon.topics.length)
  })

  it('名称里与主题无关的部分五类都有', () => {
    for (const words of Object.values(lexicon.nameParts)) expect(words.length).toBeGreaterThan(5)
  })

  it.each([
    ['news', 14],
    ['notices', 180],
    ['policyDocuments', 180],
    ['planning', 365],
    ['leaders', null],
  ])('%s 最长 %s 天不更新', (id, days) => {
    expect(columns.find((topic) => topic.id === id)?.maxAgeDays).toBe(days)
  })

  it('平台规范的四个固定栏目和依申请公开都在政府信息公开之下', () => {
    for (const id of [
      'ogiGuide',
      'ogiRules',
      'ogiCatalogue',
      'ogiAnnualReports',
      'disclosureRequest',
    ]) {
      expect(columns.find((topic) => topic.id === id)?.parents).toContain('ogi')
    }
  })
})

describe('用户改词库', () => {
  it('加一个栏目不用改程序', () => {
    const [topic] = loadLexicon(lexiconOf({ 'own.yaml': TOPIC })).topics
    expect(topic).toMatchObject({
      id: 'notices',
      name: '通知公告',
      maxAgeDays: 180,
      kind: 'column',
      weak: [],
    })
  })

  it('字段拼错：指出文件、行、列和字段', () => {
    const error = fault({ 'own.yaml': TOPIC.replace('synonyms:', 'synonym:') })
    expect(error.code).toBe('file-invalid')
    expect(error.message).toMatch(/own\.yaml 第 \d+ 行第 \d+ 列/)
    expect(error.message).toMatch(/synonyms?/)
  })

  it('更新类别写错：指出位置和可取的值', () => {
    const error = fault({ 'own.yaml': TOPIC.replace('update: policy', 'update: weekly') })
    expect(error.message).toMatch(/own\.yaml 第 6 行第 13 列/)
    expect(error.message).toContain('dynamic、policy、other、event')
  })

  it('YAML 本身写坏', () => {
    const error = fault({ 'own.yaml': 'topics:\n  - id: a\n   name: b\n' })
    expect(error.message).toMatch(/own\.yaml 第 \d+ 行第 \d+ 列：YAML 写法有误/)
  })

  it('编号重复、名称属于两个栏目、上级不存在', () => {
    expect(
      fault({ 'a.yaml': TOPIC, 'b.yaml': TOPIC.replace('updateClasses:\n  policy: 180\n', '') })
        .message,
    ).toContain('编号 notices 重复')
    const other = TOPIC.replace('id: notices', 'id: bulletins').replace(
      'updateClasses:\n  policy: 180\n',
      '',
    )
    expect(fault({ 'a.yaml': TOPIC, 'b.yaml': other }).message).toContain('已属于 notices')
    expect(
      fault({ 'a.yaml': TOPIC.replace('parents: []', 'parents: [nowhere]') }).message,
    ).toContain('nowhere')
  })

  it('类别没有天数、目录为空、目录不存在', () => {
    const error = fault({ 'a.yaml': TOPIC.replace('policy: 180', 'dynamic: 14') })
    expect(error.message).toMatch(/a\.yaml 第 6 行第 \d+ 列：更新类别 policy 没有天数/)
    expect(fault({}).code).toBe('file-invalid')
    expect(() => loadLexicon('/nonexistent/lexicon')).toThrow(/不存在/)
  })
})

it('少了 words.yaml：说的是这个文件，不怪罪用到天数的文件', () => {
  const plain = TOPIC.replace('updateClasses:\n  policy: 180\n', '')
  const error = fault({ 'a.yaml': plain })
  expect(error.code).toBe('file-missing')
  expect(error.message).toMatch(/words\.yaml 不存在.*updateClasses/)
  expect(error.message).not.toContain('a.yaml')
  const days = { 'words.yaml': 'updateClasses:\n  policy: 180\n' }
  expect(loadLexicon(lexiconOf({ 'a.yaml': plain, ...days })).topics[0]?.maxAgeDays).toBe(180)
  expect(fault({ 'a.yaml': plain, 'words.yaml': 'notColumns: [更多]\n' }).message).toMatch(
    /a\.yaml 第 6 行/,
  )
})

describe('写错时指到写错的那一处', () => {
  it.each([
    [
      '不认识的字段',
      TOPIC.replace('    parents: []', '    parents: []\n    weeks: [甲]'),
      /第 6 行第 12 列.*weeks.*可以写的有：.*weak/,
    ],
    [
      '全角逗号连着两个名称',
      TOPIC.replace('[公示公告]', '[公示公告，通知通告]'),
      /第 4 行第 16 列.*半角逗号/,
    ],
    [
      '一个名称写了两次',
      TOPIC.replace('[公示公告]', '[公示公告, 公示公告]'),
      /第 4 行第 22 列.*写了两次/,
    ],
    ['没有的上级', TOPIC.replace('parents: []', 'parents: [nobody]'), /第 5 行第 15 列.*nobody/],
  ])('%s', (_, text, message) => {
    expect(fault({ 'a.yaml': text }).message).toMatch(message)
  })
})
