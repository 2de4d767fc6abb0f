/** Rounds of recruitment without an outcome: the rows of `disclosure/fields-uncovered` that its own engine part gives; seen on 2024-03-20. */
import { describe, expect, it } from 'vitest'
import { openRounds } from '#engine/recruitment'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

type Entry = readonly [title: string, day: string]
const open = (...items: readonly Entry[]) => {
  const site = new SiteViewBuilder().column('招考录用', '/zk/', { topic: 'recruitment', items })
  const { rounds, called } = openRounds(site.build(), ['recruitment'], { least: 180, most: 730 })
  return { open: rounds.map(({ call }) => call.title), called }
}
const CALLED: Entry = ['示例市林业局所属事业单位2023年公开招聘工作人员公告', '2023-05-18']
const NURSES: Entry = ['2023年公开招聘卫生专业技术人员公告', '2023-06-18']
const WARDENS: Entry = ['示例市2023年公开招聘综合执法协管员公告', '2023-06-20']

describe('rounds of recruitment', () => {
  it.each<readonly [string, readonly Entry[]]>([
    ['拟聘', [['示例市2023年公开招聘综合执法协管员拟聘用人员公示', '2023-09-20']]],
    ['录用', [['示例市2023年综合执法协管员拟录用名单公示', '2023-09-20']]],
    ['取消', [['关于取消示例市2023年公开招聘综合执法协管员的公告', '2023-07-20']]],
  ])('the outcome is that of another call, word for word: %s', (_, outcome) => {
    expect(open(NURSES, WARDENS, ...outcome)).toEqual({ open: [NURSES[0]], called: 2 })
  })

  it('an outcome that names no round may be that of any', () => {
    expect(open(NURSES, WARDENS, ['2023年公开招聘拟聘用人员公示', '2023-09-20']).open).toEqual([])
  })

  it('an outcome in words of its own may be that of any', () => {
    expect(open(NURSES, WARDENS, ['2023年卫生系统拟聘用护士公示', '2023-09-20']).open).toEqual([])
  })

  it.each<readonly [string, readonly Entry[]]>([
    ['whose outcome names no year', [CALLED, ['事业单位公开招聘拟聘用人员名单公示', '2023-08-02']]],
    ['that was called off', [CALLED, ['关于取消2023年公开招聘岗位的公告', '2023-08-02']]],
    ['of four months ago', [['2023年公开招聘工作人员公告', '2023-11-20']]],
    ['of years ago', [['2021年公开招聘工作人员公告', '2021-11-20']]],
    ['held for the whole province', [['2023年公务员考试录用公告', '2023-02-20']]],
    ['of volunteers', [['2023年林业志愿者招募公告', '2023-05-20']]],
    ['that was changed', [['关于调整2023年公开招聘面试时间的公告', '2023-05-20']]],
  ])('a round %s', (_, items) => {
    expect(open(...items).open).toEqual([])
  })
})
