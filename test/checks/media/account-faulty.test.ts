/** Every outcome of `media/account-faulty` from a small site that gives it, and lists that only look like it. */
import { accountFaulty } from '#checks/media/account-faulty'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const HEAD = ['主办单位', '平台类型', '账号名称', '备注']
const ROWS = [
  ['示例局', '微信公众号', '示例林业', ''],
  ['白洋镇', '微信公众号', '白洋之声', ''],
]
const L = '政务新媒体一览'

/** A page of accounts; every row shows its code. */
function list(
  rows: readonly (readonly string[])[] = [],
  spec: PageSpec = {},
  home: PageSpec = {},
): SiteViewBuilder {
  const all = [HEAD, ...ROWS, ...rows]
  return new SiteViewBuilder(home).page('/xmt/', {
    title: '政务新媒体',
    words: all.map((row) => row.filter((cell) => cell !== '').join(' ')),
    tables: [all],
    ...spec,
  })
}

const notice = (site: SiteViewBuilder, title: string): SiteViewBuilder =>
  site.page('/gg.html', { kind: 'article', title, publishedOn: '2024-01-05' })
const CLOSED = '关于注销“示例林业”新浪微博账号的公告'

testCheck(accountFaulty, {
  right: [
    { shows: 'accounts with codes', site: list(), expect: { [L]: 'right' } },
    {
      shows: 'an account of a body of the same place, and one that is gone without a code',
      site: list([['示例市公安局', '微博', '平安示例', '已注销']]),
      expect: { [L]: 'right' },
    },
    {
      shows: 'friends’ links below the list',
      site: list([], {
        links: [
          ['微博', 'https://weibo.com/', 'main'],
          ['新华网', 'http://www.xinhuanet.com/', 'main'],
          ['人民网', 'http://www.people.com.cn/', 'main'],
        ],
      }),
      expect: { [L]: 'right' },
    },
    {
      shows: 'a town whose account bears its own name and another word',
      site: list([['龙凤乡', '微信公众号', '龙凤在白洋湖', '']]),
      expect: { [L]: 'right' },
    },
    {
      shows: 'the closed account is nowhere shown, the other of its name is',
      site: notice(
        list([], {}, { links: [['示例林业公众号', 'https://mp.weixin.qq.com/x', 'footer']] }),
        CLOSED,
      ),
      expect: { [L]: 'right' },
    },
  ],
  none: { shows: 'no such page', site: new SiteViewBuilder(), expect: { [L]: 'none' } },
  'front-linked': {
    shows: 'the platform itself behind a row',
    site: list([['市文旅局', '微博', '示例文旅', '进入']], {
      links: [['进入', 'https://weibo.com/', 'main']],
    }),
    expect: { '平台首页：政务新媒体': 'front-linked' },
  },
  'place-foreign': {
    shows: 'a code that says it is another county’s',
    site: list([], {
      pictures: [
        { inBody: '清河县卫生健康局微信公众号', at: { alt: '清河县卫生健康局微信公众号' } },
      ],
    }).with({
      agency: { id: 'a', name: '云岭县人民政府', group: null, attributes: [] },
    } as never),
    expect: { '外地账号：清河县卫生健康局': 'place-foreign' },
  },
  'place-doubtful': {
    shows: 'kept by a body of another city',
    site: list([], { words: ['英州农业微信公众号', '主体：英州市林业局'] }),
    expect: { '外地账号：英州市林业局': 'place-doubtful' },
  },
  'name-astray': {
    shows: 'one town’s name in the row of another',
    site: list([['龙凤乡', '微信公众号', '微观白洋', '']]),
    expect: { '账号名称：龙凤乡': 'name-astray' },
  },
  'closed-shown': {
    shows: 'the front still leads to the account that was closed',
    site: notice(
      list([], {}, { links: [['示例林业微博', 'https://weibo.com/slly', 'footer']] }),
      CLOSED,
    ),
    expect: { '已注销的账号：示例林业微博': 'closed-shown' },
  },
  ended: {
    shows: 'a code beside the words that it is not kept any more',
    site: endedRow(),
    expect: { '已停止的账号：政务新媒体': 'ended' },
  },
})

/** The last row shows a picture. */
function endedRow(): SiteViewBuilder {
  const row = ['市林草站', '微信公众号', '绿色示例', '2025年3月起停止更新']
  const site = list([row], { pictures: [{ inBody: '绿色示例' }] })
  const view = site.build().pageAt('http://lyj.example.gov.cn/xmt/')
  const at = view?.page.pictures?.[0]?.at ?? [0, 0]
  return list([row], {
    pictures: [{ inBody: '绿色示例' }],
    tableRows: [[[0, 0], [0, 0], [0, 0], at]],
  })
}
