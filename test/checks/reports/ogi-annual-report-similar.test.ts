/** Every outcome of `reports/ogi-annual-report-similar` from a small site that gives it. */
import { expect, it } from 'vitest'
import { ogiAnnualReportSimilar } from '#checks/reports/ogi-annual-report-similar'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { parts, reportContent, requestRows } from '../../support/report-content.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

/** Sentences that share no run of six characters when their word lists differ. */
const prose = (words: readonly string[]) =>
  words
    .map(
      (word, at) =>
        `${word}方面，第${at + 1}季度${word}${word}，共办理${at * 7}件，${word}有进展。`,
    )
    .join('\n')
const forest = prose([
  '造林绿化',
  '林权登记',
  '森林防火',
  '野生动物',
  '湿地保护',
  '苗木检疫',
  '古树名木',
  '护林巡查',
  '国有林场',
  '林业科技',
  '林下经济',
  '采伐许可',
])
const water = prose([
  '河道整治',
  '水库除险',
  '农村供水',
  '水土保持',
  '取水许可',
  '节水宣传',
  '防汛值守',
  '灌区改造',
  '水质监测',
  '河长巡河',
  '移民后扶',
  '水利工程',
])
/** Some 200 characters: too short to be compared with a longer text. */
const brief = (word: string) =>
  prose(['河道整治', '农村供水', '取水许可', '节水宣传', '灌区改造', '水质监测'])
    .split('\n')
    .map((line) => `${line}${word}`)
    .join('\n')
const report = (text: string) => ({ content: reportContent({ parts: parts({ 1: text }) }) })
const own = (year: number) => `示例市林业局${year}年政府信息公开工作年度报告`
const other = (name: string) => `示例市${name}2023年政府信息公开工作年度报告`
const two = (first: string, second: string) =>
  new SiteViewBuilder()
    .report(2023, '2024-01-20', own(2023), report(first))
    .report(2022, '2023-01-20', own(2022), report(second))

/** Units whose reports of 2023 and 2022 the portal gathers. */
const past = (...units: readonly (readonly [name: string, now: string, before: string])[]) =>
  units.reduce(
    (made, [name, now, before]) =>
      made
        .report(2023, '2024-01-21', other(name), { ...report(now), collected: true })
        .report(2022, '2023-01-21', other(name).replace('2023', '2022'), {
          ...report(before),
          collected: true,
        }),
    new SiteViewBuilder(),
  )
/** A unit with little to say in either year, and so many more cases in the later one. */
const quiet = (more: number) =>
  [2023, 2022].reduce(
    (made, year) =>
      made.report(year, `${year + 1}-01-21`, other('水务局').replace('2023', String(year)), {
        content: reportContent({
          parts: parts({ 1: brief('巡河') }),
          ...(year === 2023 && more > 0 ? { requests: requestRows({ new: [12 + more] }) } : {}),
        }),
        page: { words: [`自${year}年1月1日起`] },
        collected: true,
      }),
    new SiteViewBuilder(),
  )
/** The office's own few sentences of two years, and so many more cases in the later one. */
const ownQuiet = (text: (year: number) => string, more: number) =>
  [2023, 2022].reduce(
    (made, year) =>
      made.report(year, `${year + 1}-01-21`, own(year), {
        content: reportContent({
          parts: parts({ 1: text(year), 5: null, 6: null }),
          ...(year === 2023 && more > 0 ? { requests: requestRows({ new: [12 + more] }) } : {}),
        }),
        page: { words: [`自${year}年1月1日起`] },
      }),
    new SiteViewBuilder(),
  )
const PREFACE =
  '根据《中华人民共和国政府信息公开条例》的规定，现编制本年度报告，本报告由概述、主动公开、依申请公开等部分组成。'
const free = (first: string, second: string) => {
  const page = (text: string) => ({
    content: reportContent({ form: 'none', parts: [] }),
    page: { words: [PREFACE, ...text.split('\n')] },
  })
  return new SiteViewBuilder()
    .report(2018, '2019-03-20', own(2018), page(first))
    .report(2016, '2017-03-20', own(2016), page(second))
}

const named = (words: string) =>
  new SiteViewBuilder().report(2023, '2024-01-20', own(2023), {
    content: reportContent(),
    page: { words: [words] },
  })

const countyOf = (line: string) =>
  new SiteViewBuilder().report(2023, '2024-01-20', '云亭县人民政府2023年政府信息公开工作年度报告', {
    content: reportContent(),
    page: { words: [line] },
  })

testCheck(ogiAnnualReportSimilar, {
  distinct: [
    ...[
      ['alike in part', water.slice(0, water.length / 2) + forest.slice(forest.length / 2), water],
      ['put up twice under two years: the page says nothing of its year', water, water],
    ].map(([shows = '', now = '', before = '']) => ({
      shows: `a unit’s report that is ${shows}`,
      site: past(['水务局', now, before], ['园林局', forest, brief('苗圃')]),
      expect: { '2023年各单位年报': 'distinct' } as const,
    })),
    {
      shows: 'a corrected version beside the first one',
      site: [other('水务局'), `${other('水务局')}（更正版）`].reduce(
        (made, title) =>
          made.report(2023, '2024-01-21', title, { ...report(water), collected: true }),
        new SiteViewBuilder().report(2023, '2024-01-21', other('园林局'), {
          ...report(forest),
          collected: true,
        }),
      ),
      expect: { '2023年各单位年报': 'distinct' },
    },
    {
      shows: 'two years told in other words',
      site: two(forest, water),
      params: { years: 1 },
      expect: { '2023年年报': 'distinct' },
    },
    {
      shows: 'years before the forms that share what every report says',
      site: free(forest, water),
      params: { years: 1 },
      expect: { '2018年年报': 'distinct' },
      facts: { '2018年年报': { percent: 1 } },
    },
  ],
  similar: [
    {
      shows: 'a few sentences of its own, word for word and figure for figure; the forms are not',
      site: ownQuiet((year) => `${year}年工作如下。\n${brief('巡河')}`, 3),
      params: { years: 1 },
      expect: { '2023年年报': 'similar' },
    },
    {
      shows: 'a good deal of last year’s and some sentences of its own',
      site: two(
        [...forest.split('\n').slice(0, -2), ...water.split('\n').slice(-2)].join('\n'),
        forest,
      ),
      params: { years: 1 },
      expect: { '2023年年报': 'similar' },
    },
    {
      shows: 'word for word and figure for figure, no year said: one report put up twice',
      site: two(forest, forest),
      params: { years: 1 },
      expect: { '2023年年报': 'similar' },
    },
    {
      shows: 'one unit’s report under two forms of its name is no copy',
      site: new SiteViewBuilder()
        .report(2023, '2024-01-21', other('水利局'), { ...report(water), collected: true })
        .report(2023, '2024-01-22', other('水利和湖泊局'), { ...report(water), collected: true }),
      expect: { '2023年各单位年报': 'similar' },
    },
  ],
  copied: [
    {
      shows:
        'an older report that is the one before it with other figures; of years that are old nothing else is told',
      site: two(water, forest).report(
        2021,
        '2022-01-20',
        own(2021),
        report(forest.replace(/\d+件/g, '89件')),
      ),
      params: { years: 1 },
      expect: { '2023年年报': 'distinct', '2022年年报': 'copied' },
    },
    {
      shows: 'a few sentences and all figures are the office’s own of the year before',
      site: ownQuiet(() => brief('巡河'), 0),
      params: { years: 1 },
      expect: { '2023年年报': 'copied' },
    },
    {
      shows: 'a few sentences, word for word; the same few with other words are let pass',
      site: ['水务局', '园林局', '河道中心'].reduce(
        (made, unit, i) =>
          made.report(2023, '2024-01-21', other(unit), {
            ...report(brief(i === 2 ? '巡库' : '巡河')),
            collected: true,
          }),
        new SiteViewBuilder(),
      ),
      expect: { '2023年各单位年报': 'copied' },
      facts: {
        '2023年各单位年报': { count: 1, title: other('水务局'), other: other('园林局') },
      },
    },
    {
      shows: 'a few sentences of two towns, each with its own name in them',
      site: ['青石镇', '白果镇'].reduce(
        (made, town) =>
          made.report(2023, '2024-01-21', `${town}人民政府2023年政府信息公开工作年度报告`, {
            ...report(brief(`${town}各村`)),
            collected: true,
          }),
        new SiteViewBuilder(),
      ),
      expect: { '2023年各单位年报': 'copied' },
    },
    {
      shows: 'eleven of its twelve paragraphs are last year’s',
      site: two([...forest.split('\n').slice(0, -1), water.split('\n').at(-1)].join('\n'), forest),
      params: { years: 1 },
      expect: { '2023年年报': 'copied' },
    },
    {
      shows: 'last year’s with other figures',
      site: two(forest.replace(/\d+件/g, '89件'), forest),
      params: { years: 1 },
      expect: { '2023年年报': 'copied' },
      facts: { '2023年年报': { percent: 100, other: own(2022) } },
    },
    {
      shows: 'nothing but the year is new',
      site: new SiteViewBuilder()
        .report(2023, '2024-01-20', own(2023), {
          ...report(forest),
          page: { words: ['自2023年1月1日起'] },
        })
        .report(2022, '2023-01-20', own(2022), {
          ...report(forest),
          page: { words: ['自2022年1月1日起'] },
        }),
      params: { years: 1 },
      expect: { '2023年年报': 'copied' },
    },
    {
      shows:
        'a unit’s report that only took new figures into its last one; another unit wrote anew',
      site: past(
        ['水务局', water.replace(/\d+件/g, '89件'), water],
        ['园林局', forest, brief('苗圃')],
      ),
      expect: { '2023年各单位年报': 'distinct', '2023年各单位年报 与往年': 'copied' },
      facts: {
        '2023年各单位年报 与往年': { count: 1, title: other('水务局'), percent: 100 },
      },
    },
    {
      shows: 'a unit’s few sentences and all its figures are those of the year before',
      site: quiet(0),
      expect: { '2023年各单位年报 与往年': 'copied' },
    },
    {
      shows: 'years before the forms, told on the page alone',
      site: free(forest.replace(/\d+件/g, '89件'), forest),
      params: { years: 1 },
      expect: { '2018年年报': 'copied' },
    },
    {
      shows: 'another unit’s of the same year, and two others alike',
      site: new SiteViewBuilder()
        .report(2023, '2024-01-20', own(2023), report(forest))
        .report(2023, '2024-01-21', other('水务局'), { ...report(water), collected: true })
        .report(2023, '2024-01-22', other('园林局'), { ...report(forest), collected: true })
        .report(2023, '2024-01-22', other('河道中心'), { ...report(water), collected: true }),
      expect: { '2023年年报': 'copied', '2023年各单位年报': 'copied' },
      facts: {
        '2023年年报': { other: other('园林局') },
        '2023年各单位年报': { count: 1, title: other('水务局'), other: other('河道中心') },
      },
    },
  ],
  'name-left': [
    {
      shows: 'the name of whose report it was is left in the text of the agency’s own',
      site: named('现公布示例市民政局2023年政府信息公开工作年度报告。'),
      expect: { '2023年年报': 'alone', '2023年年报 单位名称': 'name-left' },
      facts: { '2023年年报 单位名称': { own: '示例市林业局', named: '示例市民政局' } },
    },
    {
      shows: 'its own in the preface, another’s as who did the year’s work',
      site: named(
        '现公布示例市林业局2023年政府信息公开工作年度报告。\n2023年，示例市民政局认真落实条例。',
      ),
      expect: { '2023年年报': 'alone', '2023年年报 单位名称': 'name-left' },
    },
  ],
  'names-another': [
    {
      shows: 'a county’s after a heading, under another county’s name',
      site: countyOf('（一）主动公开。2023年，信江县认真落实条例。'),
      expect: { '2023年年报': 'alone', '2023年年报 单位名称': 'names-another' },
    },
    {
      shows: 'the same, where the text speaks of a new name',
      site: named('现公布示例市民政局2023年政府信息公开工作年度报告。我局2023年更名。'),
      expect: { '2023年年报': 'alone', '2023年年报 单位名称': 'names-another' },
    },
    {
      shows: 'a town’s that the portal gathers takes itself for another town’s',
      site: named('现公布示例市林业局2023年政府信息公开工作年度报告。').report(
        2023,
        '2024-01-20',
        '沱岭镇2023年政府信息公开工作年度报告',
        {
          content: reportContent(),
          page: { words: ['现公布示例县涛圩镇2023年政府信息公开工作年度报告。'] },
          collected: true,
        },
      ),
      expect: { '2023年年报': 'alone', '2023年各单位年报 单位名称': 'names-another' },
    },
  ],
  alone: [
    ...[
      '2023年，上饶市认真落实条例。',
      '2023年，云亭县认真落实条例。',
      '2023年，信江镇区建设全面推进。',
    ].map((line) => ({
      shows: `a superior, its own short name, no unit: ${line}`,
      site: countyOf(line),
      expect: { '2023年年报': 'alone' as const },
    })),
    {
      shows: 'a few sentences with another figure in them',
      site: ownQuiet((year) => brief('巡河').replace('7件', `${year - 2000}件`), 0),
      params: { years: 1 },
      expect: { '2023年年报': 'alone' },
    },
    {
      shows: 'a few sentences that tell no number of anything',
      site: ownQuiet(() => brief('巡河').replace(/\d+件/g, '若干'), 0),
      params: { years: 1 },
      expect: { '2023年年报': 'alone' },
    },
    ...[
      '现公布市林业局2023年政府信息公开工作年度报告。',
      '按示例市人民政府办公室关于编制2023年政府信息公开工作年度报告的要求，现予公布。',
      '现将各县人民政府2023年政府信息公开工作年度报告一并公布。',
    ].map((words) => ({
      shows: `no other unit is meant: ${words}`,
      site: named(words),
      expect: { '2023年年报': 'alone' } as const,
    })),
    {
      shows: 'the only one',
      site: new SiteViewBuilder().report(2023, '2024-01-20', own(2023), report(forest)),
      expect: { '2023年年报': 'alone' },
    },
    {
      shows: 'too little text, and the same headings and tables in both',
      site: two('情况良好，详见表格。', '情况良好，详见表格。'),
      params: { years: 1 },
      expect: { '2023年年报': 'alone' },
    },
    { shows: 'none', site: new SiteViewBuilder(), expect: { 政府信息公开年报: 'alone' } },
  ],
})

it('a few sentences alike from year to year are no copy where a figure is new', () => {
  const site = quiet(3)
  expect(runOn(ogiAnnualReportSimilar, site.build(), site).findings).toEqual([])
})
