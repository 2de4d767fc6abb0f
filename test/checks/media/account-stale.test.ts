/** Every outcome of `media/account-stale` from a small site that gives it, and tables that only look like it. */
import { expect, it } from 'vitest'
import { accountStale } from '#checks/media/account-stale'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

type Page = Parameters<SiteViewBuilder['page']>[1]
const HEAD = '账号名称 平台 主办单位 最近更新'
const portal = (words: string[], spec: Page = {}): SiteViewBuilder =>
  new SiteViewBuilder().page('/xmt/', { title: '政务新媒体', words, ...spec })
const { asOf } = new SiteViewBuilder().build()
const before = (days: number): string =>
  new Date(Date.parse(`${asOf}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
const row = (name: string, days: number, kind = '微信公众号'): string =>
  `${name} ${kind} 示例局 ${before(days)}`
const OF = '政务新媒体账号：示例文旅'
const S = '政务新媒体账号：政务新媒体'
const NONE = '政务新媒体账号'

testCheck(accountStale, {
  none: {
    shows: 'a page of accounts without days',
    site: portal(['账号名称 平台 主办单位', '示例发布 微信公众号 示例局']),
    expect: { [NONE]: 'none' },
  },
  stale: [
    {
      shows: 'one account that stands still beside others that are kept',
      site: portal([HEAD, row('示例发布', 1), row('示例文旅', 190, '抖音号')]),
      expect: { [OF]: 'stale' },
      facts: { [OF]: { day: before(190), days: 190, newest: before(1) } },
    },
    {
      shows: 'one name on several platforms, which stand first',
      site: portal(
        [
          '发布平台 公众号名称 开通时间 最后发布时间 备注',
          `微信 示例水务 2019-03-01 ${before(2)} 正常`,
          `快手 2021-05-06 ${before(77)} 正常`,
          `微博 示例水务 2015-01-09 ${before(400)} 已注销`,
        ],
        {
          tables: [
            [
              ['发布平台', '公众号名称', '开通时间', '最后发布时间', '备注'],
              ['微信', '示例水务', '2019-03-01', before(2), '正常'],
              ['快手', null, '2021-05-06', before(77), '正常'],
              ['微博', '示例水务', '2015-01-09', before(400), '已注销'],
            ],
          ],
        },
      ),
      expect: { '政务新媒体账号：示例水务（快手）': 'stale' },
    },
  ],
  dated: {
    shows: 'a table that is old in all its rows',
    site: portal([HEAD, row('示例发布', 60), row('示例文旅', 190)]),
    expect: { [S]: 'dated' },
  },
  fresh: [
    {
      shows: 'all of them kept',
      site: portal([HEAD, row('示例发布', 1), row('示例文旅', 14)]),
      expect: { [S]: 'fresh' },
    },
    {
      shows: 'one that was kept when the table was made, some days ago',
      site: portal([HEAD, row('示例发布', 10), row('示例文旅', 20)]),
      expect: { [S]: 'fresh' },
    },
    {
      shows: 'an app, and an account that is said to be closed',
      site: portal([
        HEAD,
        row('示例发布', 1),
        row('示例微博', 2),
        row('示例通', 300, '客户端'),
        row('示例旅游', 300, '微信公众号（已注销）'),
      ]),
      expect: { [S]: 'fresh' },
      facts: { [S]: { count: 2 } },
    },
    {
      shows: 'numbered rows with days in Chinese',
      site: portal([
        `序号 ${HEAD}`,
        `1 ${row('示例发布', 1)}`,
        `2 示例文旅 微博 示例局 ${before(3).replace('-', '年').replace('-', '月')}日`,
      ]),
      expect: { [S]: 'fresh' },
      facts: { [S]: { names: '示例发布、示例文旅' } },
    },
  ],
})

it.each([
  [
    'a notice on an inspection',
    portal([HEAD, row('甲', 1), row('乙', 190)], { title: '政务新媒体检查情况通报' }),
  ],
  [
    'a table of another thing',
    portal(['账号名称 开户行 最近更新', row('甲', 1), row('乙', 190)], { title: '缴费账户' }),
  ],
  [
    'the day an account was opened',
    portal(['账号名称 平台 开设日期', row('甲', 1), row('乙', 190)]),
  ],
  ['one row alone', portal([HEAD, row('甲', 190)])],
  ['two days in a row', portal([HEAD, row('甲', 1), `乙 微博 ${before(300)} ${before(190)}`])],
  [
    'an old table in an article of its day',
    portal([HEAD, row('甲', 60), row('乙', 190)], { kind: 'article', publishedOn: before(59) }),
  ],
])('%s: no table', (_, builder) => {
  const { findings } = runOn(accountStale, builder.build(), builder)
  expect(findings.map(({ outcome }) => outcome)).toEqual(['none'])
})
