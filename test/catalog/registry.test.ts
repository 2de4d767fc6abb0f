/** Registries in the formats people have, and what a bad row is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRegistry, registryOfUrls } from '#catalog/registry'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-registry-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const messageOf = (path: string, options = {}): string => {
  try {
    loadRegistry(path, options)
    return 'loaded'
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return `${code} ${message}`
  }
}

const CSV = [
  '序号,单位,单位编码,分组,属性,网站名称,网站标识码,首页,公开平台,其他入口,标签',
  '1,某市林业局,lyj,市直部门,具有行政执法职能；垂管,某市林业局网站,4200000001,http://lyj.example.gov.cn,http://lyj.example.gov.cn/zfxxgk/,http://a.example.gov.cn/;http://b.example.gov.cn/,试点',
  '2,某市林业局,lyj,,公共服务,林业信息网,,https://info.example.gov.cn/,,,',
  '3,某部,,部委,,某部网站,BM17000009,http://www.example-ministry.gov.cn/,,,',
].join('\r\n')

const EXPECTED = {
  agencies: [
    {
      id: 'lyj',
      name: '某市林业局',
      group: '市直部门',
      attributes: ['具有行政执法职能', '垂管', '公共服务'],
    },
    { id: expect.stringMatching(/^[0-9a-f]{20}$/), name: '某部', group: '部委', attributes: [] },
  ],
  portals: [
    {
      id: '4200000001',
      agencyId: 'lyj',
      name: '某市林业局网站',
      siteCode: '4200000001',
      homeUrl: 'http://lyj.example.gov.cn/',
      platformUrl: 'http://lyj.example.gov.cn/zfxxgk/',
      extraUrls: ['http://a.example.gov.cn/', 'http://b.example.gov.cn/'],
      tags: ['试点'],
    },
    {
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      agencyId: 'lyj',
      name: '林业信息网',
      siteCode: null,
      homeUrl: 'https://info.example.gov.cn/',
      platformUrl: null,
      extraUrls: [],
      tags: [],
    },
    expect.objectContaining({ id: 'bm17000009', siteCode: 'bm17000009' }),
  ],
}

describe('one registry in many clothes', () => {
  const rows = CSV.split('\r\n').map((line) => line.split(','))
  const book = utils.book_new()
  const title: string[][] = [['某市政府网站名录'], ...rows]
  utils.book_append_sheet(book, utils.aoa_to_sheet(title), '名录')
  const english = CSV.replace(
    /^[^\r]*/,
    'No.,agency,agencyId,group,attributes,portalName,siteCode,homeUrl,platformUrl,extraUrls,tags',
  )
  const yaml = `portals:
  - 单位: 某市林业局
    单位编码: lyj
    分组: 市直部门
    属性: [具有行政执法职能, 垂管]
    网站名称: 某市林业局网站
    网站标识码: "4200000001"
    首页: http://lyj.example.gov.cn
    公开平台: http://lyj.example.gov.cn/zfxxgk/
    其他入口: [http://a.example.gov.cn/, http://b.example.gov.cn/]
    标签: 试点
  - { 单位: 某市林业局, 单位编码: lyj, 属性: 公共服务, 网站名称: 林业信息网, 首页: "https://info.example.gov.cn/" }
  - { agency: 某部, group: 部委, portalName: 某部网站, siteCode: bm17000009, homeUrl: "http://www.example-ministry.gov.cn/" }
`
  const mixed = yaml.replace(
    /agency:|group:|portalName:|siteCode:|homeUrl:/g,
    (key) =>
      ({
        'agency:': '单位:',
        'group:': '分组:',
        'portalName:': '网站名称:',
        'siteCode:': '网站标识码:',
        'homeUrl:': '首页:',
      })[key] ?? key,
  )
  const clothes: readonly [string, string | Uint8Array][] = [
    ['utf8.csv', CSV],
    ['bom.csv', `\ufeff${CSV}`],
    ['gbk.csv', iconv.encode(CSV, 'gbk')],
    ['utf16.csv', iconv.encode(CSV, 'utf-16le', { addBOM: true })],
    ['tabs.txt', CSV.replaceAll(',', '\t')],
    ['english.csv', english],
    ['book.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array],
    ['old.xls', write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array],
    ['list.yaml', mixed],
  ]
  test.each(clothes)('%s', (name, content) => {
    const loaded = loadRegistry(file(name, content))
    expect(loaded.registry).toEqual(EXPECTED)
    expect(loaded.skipped).toEqual([])
  })
})

test('heads with remarks and blanks are understood, strange ones are named as ignored', () => {
  const path = file('heads.csv', '单 位*,首页（含 http）,备注\n某局,http://x.example.gov.cn/,无\n')
  const { registry, ignoredHeads } = loadRegistry(path)
  expect(registry.portals).toHaveLength(1)
  expect(ignoredHeads).toEqual(['备注'])
})

test('merged cells of a workbook give their value to every row', () => {
  const sheet = utils.aoa_to_sheet([
    ['单位', '网站名称', '首页'],
    ['某市林业局', '甲', 'http://a.example.gov.cn/'],
    ['', '乙', 'http://b.example.gov.cn/'],
  ])
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'S')
  const { registry } = loadRegistry(
    file('merged.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array),
  )
  expect(registry.agencies.map((a) => a.name)).toEqual(['某市林业局'])
  expect(registry.portals.map((p) => p.name)).toEqual(['甲', '乙'])
})

const BAD_ROWS = [
  '单位,单位编码,网站标识码,首页',
  '某局,a,4200000001,http://a.example.gov.cn/',
  ',b,,http://b.example.gov.cn/',
  '某厅,c,42000,http://c.example.gov.cn/',
  '某办,d,,www.d.example.gov.cn',
  '别局,a,,http://e.example.gov.cn/',
  '某站,f,4200000001,http://f.example.gov.cn/',
  '某馆,g,,https://www.a.example.gov.cn/index.html',
  '某院,h,,',
].join('\n')

test('bad rows: nothing is imported and each names row, column and the mend', () => {
  const path = file('bad.csv', BAD_ROWS)
  const message = messageOf(path)
  expect(message).toMatch(/^file-invalid 名录 .*bad\.csv：有 7 处需要改正，一行也没有导入/)
  for (const part of [
    '第 3 行“单位”列：没有填单位名称。',
    '第 4 行“网站标识码”列：“42000”不是网站标识码',
    '第 5 行“首页”列：“www.d.example.gov.cn”不是完整网址。',
    '第 6 行“单位编码”列：编码“a”在第 2 行是“某局”，这里是“别局”。',
    '第 7 行“网站标识码”列：与第 2 行的标识码相同。',
    '第 8 行“首页”列：与第 2 行是同一个首页。',
    '第 9 行“首页”列：没有填首页地址。',
  ]) {
    expect(message).toContain(part)
  }
})

test('--skip-bad takes the good rows and lists the others', () => {
  const { registry, skipped } = loadRegistry(file('bad2.csv', BAD_ROWS), { skipBad: true })
  expect(registry.portals.map((p) => p.homeUrl)).toEqual(['http://a.example.gov.cn/'])
  expect(skipped).toHaveLength(7)
  expect(messageOf(file('allbad.csv', '单位,首页\n甲,x\n'), { skipBad: true })).toMatch(
    /没有一行可用.*\n.*第 2 行“首页”列/,
  )
})

test('a code kept as a number loses its zeros: said so', () => {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['单位', '网站标识码', '首页'],
      ['某局', 42000001, 'http://a.example.gov.cn/'],
    ]),
    'S',
  )
  expect(
    messageOf(file('zeros.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)),
  ).toContain('第 2 行“网站标识码”列：“42000001”被存成了数字')
})

test.each([
  ['nothing.csv', '', '文件是空的'],
  ['headonly.csv', '单位,首页\n', '只有表头'],
  ['nohome.csv', '单位,网址\n甲,http://a.cn/\n', '缺少“首页”列'],
  ['twice.csv', '单位,首页,首页\n', '出现了两次'],
  ['synonyms.csv', '单位,agency,首页\n甲,甲,http://a.cn/\n', '是同一列'],
  ['quotes.csv', '单位,首页\n"甲,http://a.cn/\n', '引号不成对'],
  ['wide.csv', '单位,首页\n甲,http://a.cn/,多余\n', '第 2 行比表头多出一列'],
  ['binary.csv', Uint8Array.from([0, 1, 2, 255, 254, 0, 200, 0, 129]), '既不是 UTF-8 也不是 GBK'],
  ['fake.xlsx', '单位,首页\n', '内容却不是 Excel'],
  ['broken.xlsx', 'PK\u0003\u0004broken', '打不开'],
  ['broken.yaml', 'portals:\n  - 单位: [甲\n', '第 '],
  ['wrong.yaml', 'portals: 5\n', '应为网站的列表'],
  ['list.pdf', 'x', '不支持的文件类型'],
])('%s is refused', (name, content, part) => {
  const message = messageOf(file(name, content))
  expect(message).toMatch(/^file-invalid /)
  expect(message).toContain(name)
  expect(message).toContain(part)
})

test('a file that is not there is file-missing', () => {
  expect(messageOf(join(folder, 'none.csv'))).toMatch(/^file-missing .*none\.csv/)
})

test('addresses given by hand make a registry; the same address twice is one portal', () => {
  const registry = registryOfUrls([
    'http://a.example.gov.cn',
    'http://a.example.gov.cn/',
    'http://a.example.gov.cn:8080/x',
  ])
  expect(registry.portals.map((p) => p.homeUrl)).toEqual([
    'http://a.example.gov.cn/',
    'http://a.example.gov.cn:8080/x',
  ])
  expect(() => registryOfUrls(['a.example.gov.cn'])).toThrow(/网址“a\.example\.gov\.cn”不完整/)
})
