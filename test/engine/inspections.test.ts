/** What columns on inspections at random lack: the rows of `disclosure/fields-uncovered` that its own engine part gives. */
import { describe, expect, it } from 'vitest'
import { barenResults, inspectionGaps } from '#engine/inspections'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const TOPICS = ['randomInspection']
const TELLS = '抽查餐饮单位20家，发现问题2家，已责令整改。'
type Entry = readonly [title: string, day: string, words?: string | undefined]
const PLAN: Entry = [
  '2023年双随机抽查工作计划',
  '2023-02-10',
  '上半年抽查餐饮单位，下半年抽查加油站。',
]
const LIST: Entry = ['随机抽查事项清单', '2023-02-12', '抽查事项：餐饮服务监督检查。']
const RESULT: Entry = ['2023年双随机抽查结果公示', '2023-10-10', TELLS]

function inspected(...entries: readonly Entry[]): SiteViewBuilder {
  return entries.reduce(
    (site, [title, , words], i) =>
      site.page(`/ssj/${i}.html`, { kind: 'article', title, words: [words ?? '正文在此。'] }),
    new SiteViewBuilder().column('双随机一公开', '/ssj/', {
      topic: 'randomInspection',
      items: entries.map(([title, day], i) => [title, day, `/ssj/${i}.html`] as const),
    }),
  )
}

const lacks = (site: SiteViewBuilder) =>
  inspectionGaps(site.build(), TOPICS, 180).map((one) => [
    one.lacks,
    one.elsewhere === null ? 'fail' : 'asked',
  ])

describe('columns on inspections at random', () => {
  it('a plan and a list stand there, and no result', () =>
    expect(lacks(inspected(PLAN, LIST))).toEqual([['抽查结果', 'fail']]))
  it('the plan says that results are put up on a platform: asked', () =>
    expect(
      lacks(
        inspected(
          ['2023年双随机抽查计划', '2023-02-10', '抽查结果通过国家企业信用信息公示系统公示。'],
          LIST,
        ),
      ),
    ).toEqual([['抽查结果', 'asked']]))
  it('results, and no list of what may be inspected, whatever the head of their table says', () =>
    expect(lacks(inspected(PLAN, [RESULT[0], RESULT[1], `抽查事项 结果 ${TELLS}`]))).toEqual([
      ['随机抽查事项清单', 'fail'],
    ]))
  it('results and the rosters of who inspects and is inspected, which list no items', () =>
    expect(
      lacks(
        inspected(RESULT, ['检查人员名录库和检查对象名录库情况', '2023-03-05', '检查人员20名。']),
      ),
    ).toEqual([['随机抽查事项清单', 'fail']]))
  it.each([
    ['all stand there', [PLAN, LIST, RESULT]],
    ['the result under another name', [PLAN, LIST, ['2023年9月检查情况公示', '2023-10-01']]],
    ['news that tell what was found', [PLAN, LIST, ['加油站计量专项抽查', '2023-10-01', TELLS]]],
    [
      'a plan of last month',
      [
        ['2024年双随机抽查计划', '2024-02-20'],
        [LIST[0], '2024-02-20'],
      ],
    ],
    ['the plan lists the items', [['2023年抽查计划', '2023-02-10', LIST[2]], RESULT]],
    ['none is to be inspected', [['本单位无双随机抽查事项', '2023-05-10']]],
  ] as const)('left alone: %s', (_, entries) => expect(lacks(inspected(...entries))).toEqual([]))

  it('results that do not say what was found', () => {
    const bare: Entry = ['2023年抽查结果公示', '2023-10-10', '对20家单位开展了抽查，抽查已完成。']
    expect(barenResults(inspected(bare, RESULT).build(), TOPICS).map(({ title }) => title)).toEqual(
      [bare[0]],
    )
  })
})

describe('inspections of this year', () => {
  const NOW = '2024-12-20'
  const yearly = (...more: readonly Entry[]) =>
    inspected(PLAN, LIST, RESULT, ['2024年双随机抽查计划', '2024-02-10'], ...more).with({
      asOf: NOW,
    })

  it('a plan of this year, of half a year ago, and results of last year only', () =>
    expect(lacks(yearly())).toEqual([['本年度的抽查结果', 'fail']]))

  it.each<readonly [string, readonly Entry[]]>([
    ['a result of this year', [['餐饮单位双随机抽查结果', '2024-11-02', TELLS]]],
    ['one that names the year', [['2024年双随机抽查结果公示', '2024-01-02', TELLS]]],
  ])('%s', (_, more) => expect(lacks(yearly(...more))).toEqual([]))

  it('the plan was put up a few weeks ago', () =>
    expect(lacks(yearly().with({ asOf: '2024-03-20' }))).toEqual([]))
})
