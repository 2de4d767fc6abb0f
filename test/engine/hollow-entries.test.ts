/** Entries and columns that hold nothing, beside a menu that is read with their text; and what only looks like it. */
import { describe, expect, it } from 'vitest'
import { entriesHollow } from '#checks/disclosure/entries-hollow'
import { runOn } from '../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../support/site-view-builder.ts'

const MENU = ['公开指南', '公开制度', '公开年报'] as const
const LINKS = MENU.map((one, i) => [one, `/m${i}/`, 'other'] as const)
const NAMES = ['规划信息', '统计信息', '行政许可', '应急管理']

/** Columns whose pages all print the menu and its heading. */
function columns(): SiteViewBuilder {
  return NAMES.reduce(
    (site, name, i) =>
      site.column(name, `/c${i}/`, { items: [] }).page(`/c${i}/`, {
        kind: 'listing',
        title: name,
        words: ['政府信息公开', ...MENU, name],
        links: LINKS,
      }),
    new SiteViewBuilder(),
  )
}

const TITLE = '某县2026年义务教育招生方案'
const entry = (page: PageSpec): SiteViewBuilder =>
  columns()
    .column('教育信息', '/jy/', {
      topic: 'education',
      items: [[TITLE, '2026-04-20', '/jy/1.html']],
    })
    .page('/jy/1.html', { kind: 'article', title: TITLE, ...page })

const outcomes = (builder: SiteViewBuilder): readonly string[] =>
  runOn(entriesHollow, builder.build(), builder).findings.map(
    ({ subject, outcome, verdict }) => `${subject} ${outcome} ${verdict}`,
  )

describe('an entry beside a menu', () => {
  const beside = ['政府信息公开', ...MENU, TITLE, '时间 2026-04-20 09:30', '来源 某县教育局']

  it.each([
    ['nothing beneath the title', { words: beside, links: LINKS }],
    ['put off', { words: [...beside, '该栏目内容正在完善，请稍后访问。'], links: LINKS }],
  ])('is hollow: %s', (_, page) => {
    expect(outcomes(entry(page))).toEqual(['公开条目的内容 hollow fail'])
  })

  it.each([
    ['a sentence', { words: [...beside, '招生对象为年满六周岁的儿童。'], links: LINKS }],
    [
      'a notice that the system stops',
      { words: [...beside, '因系统升级，报名平台暂停使用，敬请谅解。'], links: LINKS },
    ],
  ])('is not: %s', (_, page) => {
    expect(outcomes(entry(page))).toEqual(['公开条目的内容 filled pass'])
  })
})

describe('an entry with a picture behind a link', () => {
  it('is not judged, whatever its words', () => {
    const links = [...LINKS, ['', '/jy/zs.png', 'other']] as const
    expect(outcomes(entry({ words: [TITLE], links }))).toEqual([
      '公开条目的内容 none-read not-applicable',
    ])
  })
})

describe('a column of doors without addresses', () => {
  const areas = ['涉农补贴', '高标准农田', '农产品质量安全']
  const column = (page: PageSpec): SiteViewBuilder =>
    columns()
      .column('重点领域信息公开', '/zd/', { topic: 'keyAreas', items: [] })
      .page('/zd/', {
        kind: 'directory',
        title: '重点领域信息公开',
        words: ['政府信息公开', ...MENU, '重点领域信息公开', ...areas],
        links: LINKS,
        ...page,
      })
  const doors = (page: PageSpec): readonly string[] =>
    outcomes(column(page)).filter((one) => one.includes('下级入口'))

  it('is told where all scripts were read, asked about else', () => {
    expect(doors({ inert: areas, furniture: { readWhole: true } })).toEqual([
      '公开条目：下级入口 announced fail',
    ])
    expect(doors({ inert: areas })).toEqual(['公开条目：下级入口（待核） announced unsure'])
  })

  it('is left alone where one of them leads somewhere, or its words say something', () => {
    expect(doors({ inert: areas.slice(1), bare: areas.slice(0, 1) })).toEqual([])
    expect(doors({ inert: areas, links: [['涉农补贴', '/bt/', 'main']] })).toEqual([])
    expect(
      doors({ inert: areas, words: [...areas, '本县重点领域信息按职责由各单位在各自平台公开。'] }),
    ).toEqual([])
  })
})
