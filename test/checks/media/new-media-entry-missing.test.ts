/** Every outcome of `media/new-media-entry-missing` from a small site that gives it. */
import { newMediaEntryMissing } from '#checks/media/new-media-entry-missing'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '政务新媒体入口'
type Home = ConstructorParameters<typeof SiteViewBuilder>[0]
const portal = (home: Home = {}): SiteViewBuilder =>
  new SiteViewBuilder(home).column('工作动态', '/dt/')
const entryOn = (path: string, links: NonNullable<Home>['links'] = []): SiteViewBuilder => {
  const site = portal({ links }).page('/wm/', { title: '政务新媒体' })
  return site.with({
    newMedia: [{ kind: 'wechat', label: '示例林业', place: site.cite(path, '示例林业') }],
  })
}

/** A frameset whose frame holds another one; the entry lies in the inner one. */
function framed(entryAt: string): SiteViewBuilder {
  const site = portal({ frames: ['/outer.html'] })
    .page('/outer.html', { frames: ['/main.html'] })
    .page('/main.html', { title: '首页' })
  return site.with({
    newMedia: [{ kind: 'weibo', label: '首页', place: site.cite(entryAt, '首页') }],
  })
}

/** A link of the home page to a page of accounts. */
function ledTo(more: PageSpec): SiteViewBuilder {
  const site = portal({ links: [['政务新媒体', '/wm/', 'footer']] }).page('/wm/', {
    title: '政务新媒体',
    words: ['微信公众号：示例林业', '微博：@示例林业'],
    ...more,
  })
  return site.with({
    newMedia: [{ kind: 'other', label: '政务新媒体', place: site.cite('/', '政务新媒体') }],
  })
}

const W = `${S}：微博`
/** An account of WeChat, and links that lead nowhere. */
const beside = (home: NonNullable<Home>): SiteViewBuilder => {
  const site = portal(home)
  return site.with({
    newMedia: [{ kind: 'wechat', label: '示例林业', place: site.cite('/', '示例林业') }],
  })
}

const F = `${S}：平台首页`
const FRIENDS: NonNullable<Home>['links'] = [
  ['新华网', 'http://www.xinhuanet.com/', 'other'],
  ['人民网', 'http://www.people.com.cn/', 'other'],
]
const HEAD = ['主办单位', '平台类型', '公众号名称', '二维码']
const TABLE = [
  HEAD,
  ['示例区教育局', '微信公众号', '示例教育', ''],
  ['示例区民政局', '微信公众号', '示例民政', ''],
  ['示例区柳林街道办事处', '微信公众号', '柳林微生活', ''],
  ['示例区桃源街道办事处', '微信公众号', '桃源之窗', ''],
]
/** The table with one row put in another's place, or added. */
const listing = (row: string[], at = TABLE.length): SiteViewBuilder => {
  const rows = TABLE.toSpliced(at, 1, row)
  const words = rows.map((cells) => cells.join(' ').trim())
  return entryOn('/').page('/jz/', { title: '两微一端', words, tables: [rows] })
}
const A = '政务新媒体账号：两微一端'

const I = '政务新媒体账号入口：政务新媒体'
const NO_FLOATS = { leavePrompt: null, floats: [], adverts: [] }
/** A page of accounts, two of which can be opened. */
const idle = (more: PageSpec): SiteViewBuilder =>
  ledTo({
    words: ['示例林业微博 进入账号', '示例教育微博 进入主页', '示例文旅抖音号 进入主页'],
    inert: ['进入账号'],
    links: [
      ['进入主页', 'https://weibo.com/u/1234567890', 'main'],
      ['进入主页', 'https://www.douyin.com/user/1', 'main'],
    ],
    ...more,
  })

testCheck(newMediaEntryMissing, {
  'entry-astray': [
    {
      shows: 'the link leads to the front page of the medium',
      site: beside({ links: [['官方微博', 'https://weibo.com/', 'footer']] }),
      expect: { [S]: 'present', [F]: 'entry-astray' },
    },
    {
      shows: 'the entry that bears the account’s name opens the platform',
      site: entryOn('/', [['示例林业抖音号', 'https://www.douyin.com/?from=gov', 'footer']]),
      expect: { [S]: 'present', [F]: 'entry-astray' },
    },
    {
      shows: 'the platform’s page to sign in, named bare and alone',
      site: entryOn('/', [['微博', 'https://weibo.com/login.php', 'other']]),
      expect: { [S]: 'present', [F]: 'entry-astray' },
    },
  ],
  'account-unnamed': [
    {
      shows: 'one row whose account is to be put in later',
      site: listing(['示例区水利局', '微信公众号', '待完善', '']),
      expect: { [S]: 'present', [A]: 'account-unnamed' },
      facts: { [A]: { count: 1, named: 4 } },
    },
  ],
  'account-shared': {
    shows: 'one street’s account in the row of another',
    site: listing(['示例区桃源街道办事处', '微信公众号', '柳林微生活', ''], 4),
    expect: {
      [S]: 'present',
      '政务新媒体账号：示例区桃源街道办事处': 'account-shared',
    },
  },
  'account-idle': {
    shows: 'one of the accounts leads nowhere, and all that the page does was read',
    site: idle({ furniture: { ...NO_FLOATS, readWhole: true } }),
    expect: { [S]: 'present', [I]: 'account-idle' },
    facts: { [I]: { count: 1, entries: '“进入账号”' } },
  },
  'account-unopened': [
    {
      shows: 'code that was not read may answer the click',
      site: idle({}),
      expect: { [S]: 'present', [I]: 'account-unopened' },
    },
    {
      shows: 'code of the page answers clicks',
      site: idle({ furniture: { ...NO_FLOATS, readWhole: true, clicks: true } }),
      expect: { [S]: 'present', [I]: 'account-unopened' },
    },
  ],
  'entry-dead': [
    {
      shows: 'the words before the link name the microblog',
      site: beside({ words: ['官方微博：示例林业'], inert: ['示例林业'] }),
      expect: { [S]: 'present', [W]: 'entry-dead' },
      facts: { [W]: { entries: '示例林业' } },
    },
    {
      shows: 'the link names it itself',
      site: beside({ inert: ['政务微博'] }),
      expect: { [S]: 'present', [W]: 'entry-dead' },
    },
    {
      shows: 'the link names the account',
      site: beside({ inert: ['新浪微博：示例林业'] }),
      expect: { [S]: 'present', [W]: 'entry-dead' },
    },
  ],
  present: [
    {
      shows: 'an account’s own address on the platform',
      site: entryOn('/', [['示例林业微博', 'https://weibo.com/u/5512345678', 'footer']]),
      expect: { [S]: 'present' },
    },
    {
      shows: 'platforms named bare amid links to friends',
      site: entryOn('/', [...FRIENDS, ['新浪微博', 'https://weibo.com/', 'other']]),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a body that says it has no account, and one that was closed',
      site: listing(['示例区水利局', '微信公众号', '暂未开通', '']),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a closed account of no name left',
      site: listing(['示例区水利局', '微博', '待更新', '已注销']),
      expect: { [S]: 'present' },
    },
    {
      shows: 'an account of many bodies',
      site: listing(['示例区水利局', '微信公众号', '示例发布', ''], 1),
      expect: { [S]: 'present' },
    },
    {
      shows: 'the entry’s page has a code beside the name',
      site: ledTo({ pictures: [{ inBody: '示例林业' }] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'the link leads to an account',
      site: beside({ links: [['官方微博', 'https://weibo.com/u/1234567890', 'footer']] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a button that shares the page is no account',
      site: beside({ words: ['分享到：微博'], inert: ['微博'] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a picture beside the link may be the code of the microblog',
      site: beside({ pictures: ['官方微博：示例林业'], inert: ['示例林业'] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a script may answer the link',
      site: beside({ bare: ['官方微博'] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'on the home page',
      site: entryOn('/'),
      expect: { [S]: 'present' },
      facts: { [S]: { entries: '微信 示例林业' } },
    },
    {
      shows: 'behind the home page’s own door to the accounts',
      site: entryOn('/wm/', [['掌上示例', '/wm/', 'other']]),
      expect: { [S]: 'present' },
      facts: { [S]: { entries: '掌上示例' } },
    },
    {
      shows: 'on the page that the home page shows in a frame of a frame',
      site: framed('/main.html'),
      expect: { [S]: 'present' },
    },
  ],
  'not-prominent': [
    {
      shows: 'only on an inner page',
      site: entryOn('/wm/'),
      expect: { [S]: 'not-prominent' },
    },
    {
      shows: 'on a page of contacts that the home page leads to',
      site: entryOn('/wm/', [['联系我们', '/wm/', 'footer']]),
      expect: { [S]: 'not-prominent' },
    },
    {
      shows: 'the entry’s page only names the accounts, without a code or a link',
      site: ledTo({}),
      expect: { [S]: 'not-prominent' },
    },
  ],
  missing: [
    {
      shows: 'a code that does not say whose it is may be the account',
      site: portal({ pictures: ['扫一扫'] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'an entry behind a script may be the account',
      site: portal({ bare: ['政务微信'] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    { shows: 'nowhere', site: portal(), expect: { [S]: 'missing' } },
    {
      shows: 'a frame that was not read may hold it',
      site: portal({ frames: ['/main.html'] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'a home page without any column (维护中) is not the usual one',
      site: new SiteViewBuilder(),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'pictures without words may be the accounts',
      site: portal({ bare: [''] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
})
