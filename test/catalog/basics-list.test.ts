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
  ['who is to be hired, and no notice', recruitment('2023年公开选调拟选调人员公示'), '招考公告'],
])('recruitment: %s', (_, builder, missing) => {
  expect(outcomes(builder)).toEqual({
    '基础信息：招考录用': missing === '' ? 'covered' : `partly ${missing}`,
  })
})
