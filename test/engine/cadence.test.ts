/** `freshness/column-stale` where the entries themselves tell the rhythm, or no day at all; judged on 2024-03-20. */
import { expect, it } from 'vitest'
import { columnStale } from '#checks/freshness/column-stale'
import { runOn } from '../support/check-kit.ts'
import { monthlyReports, undatedAlone, undatedNews } from '../support/rhythm-sites.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const outcomes = (builder: SiteViewBuilder) =>
  Object.fromEntries(
    runOn(columnStale, builder.build(), builder).findings.map((found) => [
      found.subject,
      `${found.outcome} ${found.facts.limit ?? ''}`.trim(),
    ]),
  )

it.each([
  ['no day anywhere', undatedNews([]), 'dateless 14'],
  ['a day in the text of one page', undatedNews(['2024年3月1日，局长带队检查']), 'undated 14'],
  ['a day in Chinese figures', undatedNews(['二〇二四年三月一日']), 'undated 14'],
  ['a label that a script may fill', undatedNews(['发布时间：']), 'undated 14'],
  ['a page that was not read', undatedNews([], 4), 'undated 14'],
  ['pictures beside the entries', undatedNews([], 5, ['1', '2', '3', '4', '5']), 'undated 14'],
])('news without days: %s', (_, builder, want) => {
  expect(outcomes(builder)).toEqual({ 动态: want })
})

it('lettings without a day, where the portal prints one everywhere else', () => {
  expect(outcomes(undatedAlone())).toHaveProperty('园区招租', 'dateless 365')
})

it.each([
  ['a day in the text of one page', undatedAlone(['2024年3月1日起招租'])],
  ['a label that a script may fill', undatedAlone(['发布时间：'])],
  ['sights and histories', undatedAlone([], ['红枫谷', '古镇历史', '土特产'])],
  ['two entries', undatedAlone([], ['A3号厂房招租', '创业楼招租'])],
  ['few articles besides', undatedAlone([], undefined, 19)],
  ['a portal that prints days here and there', undatedAlone([], undefined, 20, 30)],
])('entries of no known kind without days: %s', (_, builder) => {
  expect(outcomes(builder)).not.toHaveProperty('园区招租')
})

it('reports of every month that come no more are stale after two quarters', () => {
  expect(outcomes(monthlyReports('2023-09-01'))).toEqual({ 统计信息: 'stale 200' })
  expect(outcomes(monthlyReports('2023-09-02'))).toEqual({ 统计信息: 'quiet 122' })
})

it('a series whose last entry says that another office publishes it from now on is over', () => {
  const builder = monthlyReports('2023-09-01', '关于林业统计数据改由市统计局统一发布的公告')
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365' })
})

it('months that go on in a column beside answer for both', () => {
  const builder = monthlyReports('2023-09-01').column('统计数据', '/tjsj/', {
    topic: 'statistics',
    items: [['2024年1月林业统计月报', '2024-03-01']],
  })
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365', 统计数据: 'fresh 365' })
})

it('a bulletin of the year among days of meetings has no such rhythm', () => {
  const builder = new SiteViewBuilder().column('统计信息', '/tj/', {
    topic: 'statistics',
    items: [
      ['2022年林业统计公报', '2023-06-01'],
      ['8月3日召开统计工作会', '2022-08-03'],
      ['7月3日召开统计工作会', '2022-07-03'],
      ['6月3日召开统计工作会', '2022-06-03'],
      ['5月3日召开统计工作会', '2022-05-03'],
    ],
  })
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365' })
})

it('figures of several kinds by the quarter, the last of the whole year', () => {
  const builder = new SiteViewBuilder().column('统计信息', '/tj/', {
    topic: 'statistics',
    items: [
      ['2022年林业经济运行情况', '2023-08-10'],
      ['2022年三季度木材产量', '2022-10-28'],
      ['2022年上半年造林面积', '2022-07-25'],
      ['2022年一季度林农收入快报', '2022-04-25'],
    ],
  })
  expect(outcomes(builder)).toEqual({ 统计信息: 'stale 200' })
})

const begun = (...items: readonly (readonly [string, string])[]) =>
  new SiteViewBuilder().column('统计信息', '/tj/', {
    topic: 'statistics',
    items: [['2022年统计公报', '2023-08-01'], ...items],
  })

it.each([
  [
    'two months on end, and none for seven',
    begun(['2023年1—2月主要经济指标', '2023-03-18'], ['2023年1月主要经济指标', '2023-02-14']),
    'stale 200',
  ],
  [
    'the same month of two years',
    begun(['2023年6月主要经济指标', '2023-07-18'], ['2022年6月主要经济指标', '2022-07-14']),
    'fresh 365',
  ],
  [
    'two months of different titles',
    begun(['2023年6月人口普查公告', '2023-07-18'], ['2023年5月主要经济指标', '2023-06-14']),
    'fresh 365',
  ],
  [
    'two months on end, and newer ones in another column',
    begun(['2023年2月主要经济指标', '2023-03-18'], ['2023年1月主要经济指标', '2023-02-14']).column(
      '数据',
      '/sj/',
      { items: [['2024年1月主要经济指标', '2024-02-14']] },
    ),
    'fresh 365',
  ],
])('figures of %s', (_, builder, want) => {
  expect(outcomes(builder).统计信息).toBe(want)
})

const monthly = (name: string, topic: string | null, last: number, printed = true) =>
  new SiteViewBuilder().column(name, '/tj/', {
    ...(topic === null ? {} : { topic }),
    items: [0, 1, 2, 3, 4].map((back) => {
      const month = last - back > 0 ? last - back : last - back + 12
      const year = last - back > 0 ? 2023 : 2022
      const day = `${year}-${String(month).padStart(2, '0')}-25`
      return [`${year}年${month}月${name}情况`, printed ? day : null] as const
    }),
  })

const served = (...items: readonly (readonly [string, string])[]) =>
  new SiteViewBuilder().column('办件统计', '/tj/', { items })

it.each([
  [
    'of a topic whose rhythm the sources print',
    monthly('社会救助', 'socialAssistance', 8),
    'stale 200',
  ],
  [
    'told by the months of their titles alone',
    monthly('社会救助', 'socialAssistance', 8, false),
    'stale 200',
  ],
  ['of no topic whose rhythm is printed', monthly('工作简报', null, 8), 'none-owed'],
  ['of what was served, after a quarter', monthly('办件统计', null, 12), 'none-owed'],
  ['of what was served, after four months', monthly('办件统计', null, 11), 'stale 92'],
  [
    'of what was served that shows but two months, both long past',
    served(['2023年9月办件统计', '2023-10-08'], ['2023年8月办件统计', '2023-09-08']),
    'stale 92',
  ],
  [
    'of what was served, the last month of which came lately',
    served(['2024年1月办件统计', '2024-02-05'], ['2023年12月办件统计', '2024-01-05']),
    'none-owed',
  ],
  [
    'of what was served quarter after quarter, the third of which was due',
    served(['2023年第三季度办件统计', '2023-11-10'], ['2023年第二季度办件统计', '2023-07-10']),
    'stale 122',
  ],
  [
    'of what was served quarter after quarter, the next of which may still come',
    served(['2023年1—12月办件统计', '2023-12-10'], ['2023年1—9月办件统计', '2023-10-10']),
    'none-owed',
  ],
  [
    'of notices how what is served is counted',
    served(['关于做好办件统计的通知', '2022-10-08'], ['办件统计口径说明', '2022-09-08']),
    'none-owed',
  ],
])('a series %s', (_, builder, want) => {
  expect(Object.values(outcomes(builder))).toEqual([want])
})

it('a series that goes on in another column is none that ended', () => {
  const builder = monthly('社会救助', 'socialAssistance', 8).column('民政', '/mz/', {
    items: [['2024年2月社会救助情况', '2024-03-05']],
  })
  expect(Object.values(outcomes(builder))).toEqual(['none-owed'])
})

/** Bulletins of results, one in each of these months of 2023, beside what a column of permits also holds. */
const bulletins = (
  months: readonly number[],
  title = (number: number) => `示例市林业局行政许可结果公示（2023年第${number}期）`,
) =>
  new SiteViewBuilder().column('行政许可', '/xk/', {
    topic: 'licensing',
    items: [
      ['行政许可条件、程序和依据', '2023-03-02'],
      ...months.map(
        (month, at) => [title(at + 1), `2023-${String(month).padStart(2, '0')}-15`] as const,
      ),
    ],
  })

it.each([
  ['that stopped half a year ago', bulletins([4, 5, 6, 7, 8, 9]), 'stale 183'],
  ['that stopped a quarter ago', bulletins([7, 8, 9, 10, 11]), 'quiet 122'],
  ['that still come', bulletins([9, 10, 11, 12]), 'fresh 365'],
  ['that came with gaps', bulletins([2, 4, 5, 7, 9]), 'quiet 365'],
  ['of four months', bulletins([6, 7, 8, 9]), 'fresh 365'],
  ['without numbers', bulletins([5, 6, 7, 8, 9], () => '行政许可决定公示'), 'quiet 365'],
  [
    'that go on in another column',
    bulletins([5, 6, 7, 8, 9]).column('双公示', '/sgs/', {
      items: [['示例市林业局行政许可结果公示（2024年第1期）', '2024-02-15']],
    }),
    'fresh 365',
  ],
  [
    'that come elsewhere, as a notice said',
    bulletins([4, 5, 6, 7, 8, 9]).column('要情', '/yq/', {
      items: [['关于行政许可信息统一在省平台公示的说明', '2023-10-08']],
    }),
    'fresh 365',
  ],
])('bulletins of permits %s', (_, builder, want) => {
  expect(outcomes(builder)).toEqual({ 行政许可: want })
})

it.each([
  ['行政执法公示', '林业行政执法检查情况', 'stale 1095'],
  ['行政执法公示', '林业行政执法流程图', 'quiet 365'],
  ['执法主体信息', '示例市林业局', 'quiet 365'],
  ['事前公开', '示例市林业局执法人员名单', 'quiet 365'],
])('%s with %s of years ago', (name, title, want) => {
  const builder = new SiteViewBuilder().column(name, '/zf/', {
    topic: 'enforcement',
    items: [[title, '2021-03-18']],
  })
  expect(outcomes(builder)).toEqual({ [name]: want })
})

it('utilities that were last told of three years ago are told, of two years ago asked about', () => {
  const utilities = (day: string) =>
    new SiteViewBuilder().column('公共企事业单位信息公开', '/gy/', {
      topic: 'publicUtilities',
      items: [['公开事项目录', day]],
    })
  expect(outcomes(utilities('2021-03-18'))).toEqual({ 公共企事业单位信息公开: 'stale 1095' })
  expect(outcomes(utilities('2022-03-18'))).toEqual({ 公共企事业单位信息公开: 'quiet 365' })
})

it('money that was paid out years ago is told though the last entry is a policy', () => {
  const builder = new SiteViewBuilder().column('惠民政策和资金', '/hm/', {
    topic: 'subsidies',
    items: [
      ['惠民殡葬补贴政策', '2022-06-12'],
      ['高龄津贴资金发放情况', '2022-03-20'],
    ],
  })
  expect(outcomes(builder)).toEqual({ 惠民政策和资金: 'stale 545' })
})

/** Lists of a bureau's own business beside one another; `name`'s shows these days. */
const business = (name: string, day: string | null, dated = 6, words = '公示期为五个工作日。') => {
  const builder = new SiteViewBuilder().column('法定主动公开内容', '/fd/', {})
  const names = ['养老服务', '儿童福利', '殡葬管理', '区划地名', '志愿服务', '流浪救助']
  const lists = [name, ...names].map((list, at) => [list, at === 0 ? day : '2024-03-01'] as const)
  for (const [at, [list, when]] of lists.entries()) {
    const items = [1, 2, 3, 4, 5].map((n) => {
      const printed = at > 0 && at > dated ? null : when
      builder.page(`/fd/${at}/${n}.html`, {
        kind: 'article',
        title: `${list}事项${n}`,
        words: [`${list}事项，现予公开。`, ...(at === 0 ? [words] : [])],
        ...(printed === null ? {} : { publishedOn: printed }),
      })
      return [`${list}事项${n}`, printed, `/fd/${at}/${n}.html`] as const
    })
    builder.column(list, `/fd/${at}/`, { parent: '法定主动公开内容', items })
  }
  return builder
}

it.each([
  ['that show no day among sisters that do', business('社会组织管理', null), 'dateless 365'],
  ['that show days', business('社会组织管理', '2024-03-01'), undefined],
  ['whose sisters show none either', business('社会组织管理', null, 3), undefined],
  ['that are looked up', business('婚姻登记机构名录', null), undefined],
  [
    'with a label that a script may fill',
    business('社会组织管理', null, 6, '发布时间：'),
    undefined,
  ],
])('lists of own business %s', (_, builder, want) => {
  const { 应更新栏目: none, ...found } = outcomes(builder)
  expect(Object.values(found)[0]).toBe(want)
  expect(none).toBe(want === undefined ? 'none-owed' : undefined)
})

/** Common questions on pages that name their source; so many other articles of the same make print their day, so many do not. */
const questions = (printed: number, without = 0, { source = '示例市林业局', words = '' } = {}) => {
  const builder = new SiteViewBuilder()
  for (let n = 0; n < printed + without; n++)
    builder.page(`/dt/${n}.html`, {
      kind: 'article',
      source: '示例市林业局',
      ...(n < printed ? { publishedOn: '2024-03-01' } : {}),
    })
  const titles = ['采伐证如何补领？', '林权证怎么办？', '何时可以采伐？'].map((title, at) => {
    const spec = { title, words: [`登录网上平台提交申请。${words}`] }
    builder.page(`/cj/${at}.html`, {
      kind: 'article',
      ...(source === '' ? {} : { source }),
      ...spec,
    })
    return [title, null, `/cj/${at}.html`] as const
  })
  return builder.column('常见问题', '/cj/', { topic: 'policyQuestions', items: titles })
}

it.each([
  ['of a make that prints its day everywhere else', questions(20), 'dateless 365'],
  ['of a make whose pages are few', questions(19), undefined],
  ['of a make that leaves it out elsewhere too', questions(20, 2), 'undated 365'],
  ['of a make that leaves it out often', questions(20, 3), undefined],
  ['that name no source either', questions(20, 0, { source: '' }), 'undated 365'],
  ['that tell of a day', questions(20, 0, { words: '\n2024年3月1日' }), undefined],
  [
    'that tell what holds from a day',
    questions(20, 0, { words: '2024年3月1日起受理' }),
    'dateless 365',
  ],
])('common questions without a day, on pages %s', (_, builder, want) => {
  expect(outcomes(builder).常见问题).toBe(want)
})

/** A page of figures beside the menu, with these lines on it. */
const figures = (words: readonly string[], more: object = {}) =>
  new SiteViewBuilder()
    .column('机构', '/jg/', { items: [['内设机构', null]] })
    .page('/bs/tj.html', { kind: 'other', title: '办事统计', words, ...more })

const ROWS = ['月份 办件量', '2023年11月 1820', '2023年10月 1765']

it.each([
  ['the last month of which is long past', figures(ROWS), undefined],
  [
    'that were renewed long ago',
    figures(ROWS, { publishedOn: '2023-12-05' }),
    { 办事统计: 'stale 92' },
  ],
  ['that were renewed lately', figures(ROWS, { publishedOn: '2024-03-05' }), undefined],
  [
    'that tell of no day, four months after their last month',
    figures(['2023年10月 1765', '2023年9月 1703']),
    { 办事统计: 'stale 92' },
  ],
  ['that tell of no month', figures(['事项 办件量', '采伐许可 12']), undefined],
  ['that a frame may go on with', figures(ROWS.slice(2), { frames: ['/bs/f.html'] }), undefined],
  ['with a file', figures(ROWS.slice(2), { attachments: [['往月', '/a.xls']] }), undefined],
  [
    'beside a list that goes on with them',
    figures(ROWS.slice(2)).column('办件统计', '/tj/', { items: [['2024年2月', '2024-03-05']] }),
    undefined,
  ],
  [
    'beside a page that goes on with them',
    figures(ROWS.slice(2)).page('/bs/2.html', {
      kind: 'other',
      title: '办件统计',
      words: ['2024年2月 1820'],
    }),
    undefined,
  ],
])('figures of what was served on a page, %s', (_, builder, want) => {
  const { 应更新栏目: none, ...found } = outcomes(builder)
  expect(found).toEqual(want ?? {})
  expect(none).toBe(want === undefined ? 'none-owed' : undefined)
})

const lists = (...items: readonly (readonly [string, string])[]) =>
  new SiteViewBuilder().column('社会救助', '/jz/', { topic: 'socialAssistance', items })

it.each([
  ['the next of which is due', lists(['2023年第三季度低保对象公示', '2023-10-13']), 'quiet 122'],
  [
    'the next of which may still come',
    lists(['2023年第三季度低保对象公示', '2023-12-13']),
    'fresh 365',
  ],
  [
    'beside figures, which are a series of their own',
    lists(
      ['2023年三季度特困人员名单', '2023-10-13'],
      ['2023年三季度低保资金发放情况', '2023-10-09'],
    ),
    'fresh 365',
  ],
  [
    'with a newer paper of another kind',
    lists(['低保对象动态管理公告', '2023-11-13'], ['2023年第三季度低保对象公示', '2023-10-13']),
    'fresh 365',
  ],
])('lists of those who are helped, quarter by quarter, %s', (_, builder, want) => {
  expect(outcomes(builder).社会救助).toBe(want)
})

const meetings = (...items: readonly (readonly [string, string])[]) =>
  new SiteViewBuilder().column('会议公开', '/hy/', { topic: 'meetings', items })

it.each([
  [
    'of the office, by their numbers, for more than half a year',
    meetings(['第87次主任办公会议', '2023-09-11'], ['第86次主任办公会议', '2023-08-13']),
    'stale 183',
  ],
  [
    'of the office, whose numbers came with a gap of four months',
    meetings(['第87次主任办公会议', '2023-09-11'], ['第86次主任办公会议', '2023-05-13']),
    'quiet 183',
  ],
  [
    'of the office, lately',
    meetings(['市政府第12次常务会议', '2024-01-11'], ['市政府第11次常务会议', '2023-12-13']),
    'fresh 183',
  ],
  [
    'that come once a year',
    meetings(['全市林业工作会议', '2023-09-11'], ['全体会议', '2023-08-13']),
    'fresh 365',
  ],
])('no meetings %s', (_, builder, want) => {
  expect(outcomes(builder).会议公开).toBe(want)
})

it('文件 by its name below another column is asked about after half a year; other papers of the class are not', () => {
  const policy = { topic: 'policyDocuments', parent: '法定主动公开内容' } as const
  const site = new SiteViewBuilder()
    .column('法定主动公开内容', '/fd/')
    .column('政策文件', '/fd/wj/', { ...policy, items: [['关于供水的通知', '2023-08-20']] })
    .column('惠企政策', '/fd/hq/', { ...policy, items: [['关于补贴的通知', '2023-08-20']] })
  expect(outcomes(site)).toEqual({ 政策文件: 'quiet 365', 惠企政策: 'fresh 365' })
})

/** 办件统计 as one page, not a list. */
const ofMonth = (words: readonly string[], title = '办件统计', links: readonly string[] = []) =>
  new SiteViewBuilder()
    .column('办事服务', '/fw/', { topic: 'service' })
    .column('办件统计', '/fw/tj/', { parent: '办事服务' })
    .page('/fw/tj/', {
      kind: 'article',
      title,
      words,
      links: links.map((text) => [text, `/fw/tj/${text}.html`, 'main'] as const),
    })

it.each([
  [
    'a month’s table under its heading, renewed half a year ago',
    ofMonth(['2023年8月政务服务办件情况', '更新时间：2023年9月4日', '林木采伐 41 40']),
    'stale 92',
  ],
  [
    'whose title names the month',
    ofMonth(['更新日期：2023-09-04', '林木采伐 41 40'], '2023年8月办件统计'),
    'stale 92',
  ],
  [
    'whose period stands behind a label, without a day',
    ofMonth(['统计周期：2023年1-9月', '林木采伐 41 40']),
    'stale 92',
  ],
  [
    'of an old month, renewed lately',
    ofMonth(['2023年8月办件统计', '更新日期：2024-02-04', '林木采伐 41 40']),
    undefined,
  ],
  ['of last month', ofMonth(['2024年2月办件统计', '林木采伐 41 40']), undefined],
  [
    'whose words name a later month',
    ofMonth(['2023年8月办件统计', '截至2024年2月，共受理1820件。']),
    undefined,
  ],
  [
    'with a link to more of them',
    ofMonth(['2023年8月办件统计', '林木采伐 41 40'], '办件统计', ['2024年2月']),
    undefined,
  ],
  ['that names no month', ofMonth(['林木采伐 41 40']), undefined],
])('figures of what was served on a page %s', (_, builder, want) => {
  expect(outcomes(builder).办件统计).toBe(want)
})
