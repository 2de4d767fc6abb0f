/** The list of basics (data/checklists/basics.yaml) in `disclosure/fields-uncovered`: meetings and recruitment. */
import { expect, it } from 'vitest'
import { loadChecklists } from '#catalog/checklists'
import { loadLexicon } from '#catalog/lexicon'
import { fieldsUncovered } from '#checks/disclosure/fields-uncovered'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const topics = new Set(loadLexicon('data/lexicon').topics.map(({ id }) => id))
const lists = loadChecklists('data/checklists', { schemes: 'data/schemes', topics }).filter(
  ({ id }) => id === 'basics',
)
const outcomes = (builder: SiteViewBuilder) =>
  Object.fromEntries(
    runOn(fieldsUncovered, builder.build(), builder, { checklists: lists }).findings.map(
      (found) => [found.subject, `${found.outcome} ${found.facts.missing}`.trim()],
    ),
  )
const meetings = (...titles: readonly string[]) =>
  new SiteViewBuilder()
    .column('会议公开', '/hy/', { topic: 'meetings' })
    .column('政府常务会议', '/hy/cw/', {
      parent: '会议公开',
      items: titles.map((title, i) => [title, `2024-03-0${i + 1}`] as const),
    })
const recruitment = (...titles: readonly string[]) =>
  new SiteViewBuilder().column('招考录用', '/zk/', {
    topic: 'recruitment',
    items: titles.map((title, i) => [title, `2024-03-0${i + 1}`] as const),
  })

it.each([
  ['standing meetings alone', meetings('第12次常务会议召开', '第11次常务会议召开'), '全体会议'],
  [
    'a plenary meeting told of elsewhere',
    meetings('第12次常务会议召开').column('要闻', '/yw/', {
      items: [['县政府召开第三次全体（扩大）会议', '2024-03-01']],
    }),
    '',
  ],
])('meetings: %s', (_, builder, missing) => {
  expect(outcomes(builder)).toEqual({
    '基础信息：重大会议': missing === '' ? 'covered' : `partly ${missing}`,
  })
})

it('a town’s office meetings are no standing meetings', () => {
  const builder = new SiteViewBuilder().column('会议公开', '/hy/', {
    topic: 'meetings',
    items: [['镇长办公会议召开', '2024-03-01']],
  })
  expect(outcomes(builder)).not.toHaveProperty('基础信息：重大会议')
})

it.each([
  ['a notice whose end is not told', recruitment('2023年事业单位公开招聘公告'), '录用结果'],
  ['who was hired', recruitment('2023年公开招聘公告', '2023年拟聘用人员公示'), ''],
  [
    'schools admit pupils, volunteers are called for',
    recruitment('2023年事业单位公开招聘公告').column('教育', '/jy/', {
      items: [
        ['2023年秋季招生录取结果公示', '2024-03-01'],
        ['志愿者招募启事', '2024-03-01'],
      ],
    }),
    '录用结果',
  ],
  ['who is to be hired, and no notice', recruitment('2023年公开选调拟选调人员公示'), '招考公告'],
])('recruitment: %s', (_, builder, missing) => {
  expect(outcomes(builder)).toEqual({
    '基础信息：招考录用': missing === '' ? 'covered' : `partly ${missing}`,
  })
})

it('nobody was hired, as a longer sentence says', () => {
  const builder = new SiteViewBuilder().column('招考录用', '/zk/', {
    topic: 'recruitment',
    words: ['本局及直属单位未组织公务员招录和事业单位公开招聘。'],
    empty: false,
  })
  expect(outcomes(builder)['基础信息：招考录用']).toMatch(/^none-said/)
})

it('a menu in one line, or a heading beside 更多, is no content', () => {
  const builder = new SiteViewBuilder().column('招考录用', '/zk/', {
    topic: 'recruitment',
    items: [['2023年招聘公告', '2024-03-01']],
    words: ['清理结果 招考录用 人事信息', '录用结果公示 更多>>'],
    links: [
      ['清理结果', '/ql/', 'main'],
      ['招考录用', '/zk/', 'main'],
      ['人事信息', '/rs/', 'main'],
      ['录用结果公示', '/zk/jg/', 'main'],
    ],
  })
  expect(outcomes(builder)).toEqual({ '基础信息：招考录用': 'partly 录用结果' })
})
