/** Every outcome of `identity/official-tags-incomplete` from a small site that gives it. */
import { officialTagsIncomplete } from '#checks/identity/official-tags-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { HOME, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const params = { siteTags: ['SiteName'], columnTags: ['ColumnName'], contentTags: ['PubDate'] }
const NAME = { SiteName: '示例市林业局' }
const none = { 栏目页: 'not-applicable', 内容页: 'not-applicable' } as const
const home = (tags: Readonly<Record<string, string>>) => new SiteViewBuilder({ tags })

/** A bureau's portal whose four list pages carry the given tags; home page and article its own. */
function lists(tags: Readonly<Record<string, string>>, others: number = 0): SiteViewBuilder {
  const own = { ...NAME, SiteDomain: 'lyj.shili.gov.cn' }
  const site = home(own).with({
    portal: {
      id: 'p1',
      agencyId: 'a1',
      name: '示例市林业局',
      siteCode: '9912340007',
      homeUrl: 'http://lyj.shili.gov.cn/',
      platformUrl: null,
      extraUrls: [],
      tags: [],
    },
  })
  for (const at of [1, 2, 3, 4])
    site.page(`/lm${at}/`, { kind: 'listing', tags: at <= others ? own : tags })
  return site
}
const COPY = { SiteName: '示例市水务局', SiteDomain: 'http://www.swj.shili.gov.cn' }
const onlyName = { siteTags: ['SiteName'], columnTags: [], contentTags: [] }
const named = {
  '首页 SiteName': 'complete',
  '栏目页 SiteName': 'complete',
  内容页: 'not-applicable',
} as const

/** Six articles of one column, and one with these tags; each prints its day. */
/** A map whose tag bears the name of another column, of that topic, among six whose tags are right. */
const mapCalled = (topic: string): SiteViewBuilder =>
  ['一', '二', '三', '四', '五', '六'].reduce(
    (site, name) =>
      site.column(`林业${name}栏`, `/c${name}/`, { tags: { ColumnName: `林业${name}栏` } }),
    home(NAME)
      .column('站点地图', '/old/', { topic, tags: { ColumnName: '站点地图' } })
      .column('网站地图', '/map/', { topic: 'sitemap', tags: { ColumnName: '站点地图' } }),
  )

const published = (tags: Readonly<Record<string, string>>): SiteViewBuilder =>
  ['3', '4', '5', '6', '7', '8'].reduce(
    (site, at) =>
      site.page(`/dt/${at}.html`, {
        kind: 'article',
        title: `第${at}次林业动态`,
        publishedOn: `2024-02-0${at}`,
        tags: { PubDate: `2024-02-0${at}`, ColumnName: '林业动态' },
        above: ['首页', '林业动态'],
      }),
    home(NAME)
      .column('林业动态', '/dt/', { tags: { ColumnName: '林业动态' } })
      .column('通知公告', '/tz/', { tags: { ColumnName: '通知公告' } })
      .page('/dt/odd.html', {
        kind: 'article',
        title: '关于冬季巡查的通报',
        publishedOn: '2024-02-09',
        tags: { PubDate: '2024-02-09', ColumnName: '林业动态', ...tags },
        above: ['首页', '林业动态'],
      }),
  )
/** Six articles of the site, and one with these tags. */
const slip = (tags: Readonly<Record<string, string>>, more: Partial<PageSpec>): SiteViewBuilder =>
  [1, 2, 3, 4, 5, 6].reduce(
    (site, at) => site.page(`/dt/${at}.html`, { kind: 'article', title: `动态${at}`, tags: OWN }),
    home(OWN).page('/dt/odd.html', { kind: 'article', title: '通报', tags, ...more }),
  )
const OWN = { ...NAME, SiteDomain: 'lyj.example.gov.cn' }

const some = { siteTags: [], columnTags: ['ColumnName'], contentTags: ['PubDate'] }
const filled = {
  '栏目页 ColumnName': 'complete',
  '内容页 ColumnName': 'complete',
  '内容页 PubDate': 'complete',
} as const

testCheck(officialTagsIncomplete, {
  'value-wrong': [
    ...['通知公告', '示例市林业局', '1003'].map((ColumnName) => ({
      shows: `the name of another column, of the site, a number: ${ColumnName}`,
      site: published({ ColumnName }),
      params: some,
      expect: { ...filled, '内容页 ColumnName：不是本页的': 'value-wrong' } as const,
      facts: { '内容页 ColumnName：不是本页的': { checked: 7, bad: 1 } },
    })),
    {
      shows: 'a map that bears the name of a column of notices',
      site: mapCalled('notices'),
      params: { siteTags: [], columnTags: ['ColumnName'], contentTags: [] },
      expect: {
        '栏目页 ColumnName': 'complete',
        内容页: 'not-applicable',
        '栏目页 ColumnName：不是本页的': 'value-wrong',
      },
    },
    ...(
      [
        ['a public body of the province', { SiteName: '安澜省湿地事务中心' }, {}],
        ['a bureau beside', { SiteName: '示例市教育局' }, {}],
        ['a host beside', { SiteName: '示例市林业局', SiteDomain: 'jyj.example.gov.cn' }, {}],
      ] as const
    ).map(([shows, tags, more]) => ({
      shows: `${shows} on one page, where all others name the site`,
      site: slip(tags, more),
      params: { siteTags: [], columnTags: [], contentTags: [] },
      expect: {
        栏目页: 'not-applicable',
        [`网页 ${'SiteDomain' in tags ? 'SiteDomain' : 'SiteName'}：不是本页的`]: 'value-wrong',
      } as const,
    })),
  ],
  malformed: [
    {
      shows: 'of two faults the one of most pages, and the other behind it',
      site: ['2023年', '2022年', '', '2023-12-05'].reduce(
        (site, PubDate, at) =>
          site.page(`/dt/${at}.html`, { kind: 'article', title: `动态${at}`, tags: { PubDate } }),
        home(NAME),
      ),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: { 栏目页: 'not-applicable', '内容页 PubDate': 'malformed' },
      facts: { '内容页 PubDate': { bad: 3, count: 2, also: '；另有 1 个内容为空' } },
    },
    {
      shows: 'a year alone is no day; seconds, words of months and Chinese figures are',
      site: [
        '2023年',
        '2023-12-05 10:00',
        '20231205',
        'Tue Dec 05 10:00:00 CST 2023',
        '1701742800000',
        '二〇二三年十二月五日',
        '2023-13-45 09:30',
      ].reduce(
        (site, PubDate, at) =>
          site.page(`/dt/${at}.html`, { kind: 'article', title: `动态${at}`, tags: { PubDate } }),
        home(NAME),
      ),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: { 栏目页: 'not-applicable', '内容页 PubDate': 'malformed' },
      facts: { '内容页 PubDate': { checked: 7, bad: 2, examples: '2023年、2023-13-45 09:30' } },
    },
  ],
  same: [
    {
      shows: 'one column’s name on the pages of all columns',
      site: [1, 2, 3, 4, 5].reduce(
        (site, at) =>
          site.page(`/${at}/`, {
            kind: 'listing',
            title: `栏目${at}`,
            tags: { ColumnName: '首页' },
          }),
        home(NAME),
      ),
      params: { siteTags: [], columnTags: ['ColumnName'], contentTags: [] },
      expect: { '栏目页 ColumnName': 'same', 内容页: 'not-applicable' },
    },
    {
      shows: 'the site’s name as the title of every article',
      site: [1, 2, 3, 4, 5].reduce(
        (site, at) =>
          site.page(`/dt/${at}.html`, {
            kind: 'article',
            title: `动态${at}`,
            tags: { ArticleTitle: '示例市林业局' },
          }),
        home(NAME),
      ),
      params: { siteTags: [], columnTags: [], contentTags: ['ArticleTitle'] },
      expect: { 栏目页: 'not-applicable', '内容页 ArticleTitle': 'same' },
      facts: { '内容页 ArticleTitle': { bad: 5, examples: '示例市林业局' } },
    },
  ],
  'name-wrong': {
    shows: 'an office of another place beside the portal’s own domain',
    site: home({ SiteName: '威县水务局', SiteDomain: 'lyj.example.gov.cn' }),
    params,
    expect: { 'SiteName：别的网站': 'name-wrong', '首页 SiteName': 'complete', ...none },
  },
  'another-title': {
    shows:
      'a title that the page says nowhere; a shorter form of its own is none, nor a word out of its text',
    site: home(NAME)
      .page('/dt/1.html', {
        kind: 'article',
        title: '双河村建成养老服务站',
        tags: { ArticleTitle: '县委经济工作会议召开' },
      })
      .page('/dt/2.html', {
        kind: 'article',
        title: '示例市林业局关于开展春季造林的通知',
        tags: { ArticleTitle: '开展春季造林通知' },
      })
      .page('/dt/3.html', {
        kind: 'article',
        title: '图片新闻：护林员',
        words: ['巡山守林二十年的人'],
        tags: { ArticleTitle: '巡山守林二十年' },
      })
      .page('/dt/4.html', {
        kind: 'article',
        title: '2026年1—6月示例市林业主要统计数据',
        tags: { ArticleTitle: '2026年1-6月示例市林业主要统计数据' },
      })
      .page('/dt/5.html', {
        kind: 'article',
        title: '2026年1—9月示例市林业主要统计数据',
        tags: { ArticleTitle: '2026年1—6月示例市林业主要统计数据' },
      })
      // A slip that no other page explains may be a title mended since.
      .page('/dt/6.html', {
        kind: 'article',
        title: '示例市林业局2025年工作要点',
        tags: { ArticleTitle: '示例市林业局2024年工作要点' },
      })
      .page('/dt/7.html', {
        kind: 'article',
        title: '造林补助发放公示（第2批）',
        tags: { ArticleTitle: '造林补助发放公示（第2批）' },
      })
      .page('/dt/8.html', {
        kind: 'article',
        title: '示例市林业局办公室迁址公告',
        tags: { ArticleTitle: '示例市林业局办公室迁址公告' },
      })
      .page('/dt/9.html', {
        kind: 'article',
        title: '护林防火工作会议召开',
        tags: { ArticleTitle: '护林防火工作会议召开' },
      })
      // The body's own page is called after it, and so is the site.
      .page('/jg/1.html', {
        kind: 'article',
        title: '示例市林业局',
        tags: { ArticleTitle: '示例市林业局' },
      }),
    params: { siteTags: [], columnTags: [], contentTags: ['ArticleTitle'] },
    expect: {
      栏目页: 'not-applicable',
      'ArticleTitle：另一篇的标题': 'another-title',
      '内容页 ArticleTitle': 'complete',
    },
    facts: { 'ArticleTitle：另一篇的标题': { checked: 10, bad: 2 } },
  },
  complete: [
    {
      shows: 'a subsite that names itself, and the portal under a longer name',
      site: slip({ SiteName: '示例市造林办公室' }, { above: ['首页', '示例市造林办公室'] }).page(
        '/dt/more.html',
        { kind: 'article', title: '通报', tags: { ...OWN, SiteName: '示例市林业局门户网站' } },
      ),
      params: { siteTags: ['SiteName'], columnTags: [], contentTags: [] },
      expect: {
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'complete',
      },
    },
    {
      shows: 'a map that bears its other word, the name of a second map',
      site: mapCalled('sitemap'),
      params: { siteTags: [], columnTags: ['ColumnName'], contentTags: [] },
      expect: { '栏目页 ColumnName': 'complete', 内容页: 'not-applicable' },
    },
    {
      shows: 'a column’s name that is no column’s of the portal',
      site: published({ ColumnName: '巡查' }),
      params: some,
      expect: filled,
    },
    {
      shows: 'a box to look something up in publishes nothing',
      site: home(NAME)
        .page('/cx/1.html', { kind: 'article', title: '职业技能评价机构查询', tags: NAME })
        .page('/dt/1.html', {
          kind: 'article',
          title: '造林动态',
          tags: { PubDate: '2024-03-01 10:00' },
        }),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: { 栏目页: 'not-applicable', '内容页 PubDate': 'complete' },
    },
    {
      shows: 'all articles below one column bear its name',
      site: [1, 2, 3, 4, 5, 6].reduce(
        (site, at) =>
          site.page(`/dt/${at}.html`, {
            kind: 'article',
            title: `动态${at}`,
            above: ['首页', '工作动态'],
            tags: { ColumnName: '工作动态' },
          }),
        home(NAME),
      ),
      params: { siteTags: [], columnTags: ['ColumnName'], contentTags: [] },
      expect: { 栏目页: 'not-applicable', '内容页 ColumnName': 'complete' },
    },
    ...(
      [
        ['the host of the government above it', { ...COPY, SiteDomain: 'www.shili.gov.cn' }, 0],
        ['an older host under its own name', { ...NAME, SiteDomain: 'lin.shili.gov.cn' }, 0],
        ['a body that it was part of', { ...COPY, SiteName: '示例市农业林业局' }, 0],
        ['a guest on some of the pages', COPY, 2],
      ] as const
    ).map(([shows, tags, others]) => ({
      shows: `no copied template: ${shows}`,
      site: lists(tags, others),
      params: onlyName,
      expect: named,
    })),
    ...[
      '请填写申请表并提交至受理窗口',
      '某某市人民政府网站',
      '待业登记',
      '信息发布',
      '请输入法',
    ].map((words) => ({
      shows: `what speaks of the column itself: ${words}`,
      site: home({ SiteName: words }),
      params,
      expect: { '首页 SiteName': 'complete', ...none } as const,
    })),
    {
      shows: 'a company’s site has no site code to name',
      site: home(NAME).with({
        agency: { id: 'a1', name: '示例市供水集团', group: null, attributes: [] },
        portal: {
          id: 'p1',
          agencyId: 'a1',
          name: '示例市供水集团',
          siteCode: '',
          homeUrl: 'http://www.example-water.com/',
          platformUrl: null,
          extraUrls: [],
          tags: [],
        },
      }),
      params: { ...params, siteTags: ['SiteName', 'SiteIDCode'] },
      expect: { '首页 SiteName': 'complete', ...none },
    },
    {
      shows: 'a headline that begins and ends in brackets is no template’s word',
      site: home(NAME).page('/dt/1.html', {
        kind: 'article',
        tags: { ...NAME, ColumnName: '动态', ArticleTitle: '【喜讯】林业局荣获【先进集体】' },
      }),
      params: { ...params, contentTags: ['ArticleTitle'] },
      expect: {
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'complete',
        '内容页 ColumnName': 'complete',
        '内容页 ArticleTitle': 'complete',
      },
    },
    {
      shows: 'site, column and content tags each where they are owed; names in any case',
      site: home({ sitename: '示例市林业局' })
        .page('/dt/', { kind: 'listing', tags: { ...NAME, ColumnName: '动态' } })
        .page('/dt/1.html', {
          kind: 'article',
          tags: { ...NAME, ColumnName: '动态', PubDate: '2024-03-01 10:00' },
        }),
      params,
      expect: {
        '首页 SiteName': 'complete',
        '栏目页 SiteName': 'complete',
        '栏目页 ColumnName': 'complete',
        '内容页 SiteName': 'complete',
        '内容页 ColumnName': 'complete',
        '内容页 PubDate': 'complete',
      },
    },
  ],
  'other-site': [
    {
      shows: 'list pages with name and host of another bureau of the same city',
      site: lists(COPY),
      params: onlyName,
      expect: { '栏目页：照搬的网站标签': 'other-site', ...named },
      facts: {
        '栏目页：照搬的网站标签': {
          checked: 4,
          bad: 4,
          names: '示例市水务局',
          own: 'lyj.shili.gov.cn',
        },
      },
    },
    {
      shows: 'of another city: told once, not asked about beside it',
      site: lists({ SiteName: '远山市水务局网站', SiteDomain: 'swj.yuanshan.gov.cn' }),
      params: onlyName,
      expect: { '栏目页：照搬的网站标签': 'other-site', ...named },
    },
  ],
  'domain-others': [
    {
      shows: 'a domain given to somebody else; another host of its own domain is none',
      site: home({ ...NAME, SiteDomain: 'www.beizhan.gov.cn' }).page('/dt/1.html', {
        kind: 'article',
        tags: {
          ...NAME,
          ColumnName: '动态',
          PubDate: '2024-03-01',
          SiteDomain: 'old.example.gov.cn',
        },
      }),
      params,
      expect: {
        'SiteDomain：别的网站': 'domain-others',
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'complete',
        '内容页 ColumnName': 'complete',
        '内容页 PubDate': 'complete',
      },
      facts: { 'SiteDomain：别的网站': { checked: 2, bad: 1, examples: 'www.beizhan.gov.cn' } },
    },
    {
      shows: 'the city’s on every list, where the home page names the bureau’s',
      site: lists({ ...NAME, SiteDomain: 'www.shili.gov.cn' }),
      params: onlyName,
      expect: { ...named, 'SiteDomain：别的网站': 'domain-others' },
      facts: { 'SiteDomain：别的网站': { checked: 5, bad: 4, examples: 'www.shili.gov.cn' } },
    },
    {
      shows: 'the city’s, to whose site a link leads',
      site: home({ ...NAME, SiteDomain: 'www.beizhan.gov.cn' }).target(
        'http://www.beizhan.gov.cn/',
        [200],
        { external: true, text: '北展市人民政府' },
      ),
      params,
      expect: { 'SiteDomain：别的网站': 'domain-others', '首页 SiteName': 'complete', ...none },
    },
  ],
  foreign: [
    {
      shows: 'a domain by which the portal leads to pages of its own',
      site: home({ ...NAME, SiteDomain: 'www.beizhan.gov.cn' }).target(
        'http://www.beizhan.gov.cn/dt/1.html',
        [200],
        { external: true, text: '工作动态' },
      ),
      params,
      expect: { 'SiteDomain：别的网站': 'foreign', '首页 SiteName': 'complete', ...none },
    },
    {
      shows: 'a domain of its own under the city’s, by which it may go too',
      site: new SiteViewBuilder({ tags: { ...NAME, SiteDomain: 'example.beizhan.gov.cn' } }),
      params,
      expect: { 'SiteDomain：别的网站': 'foreign', '首页 SiteName': 'complete', ...none },
    },
    {
      shows: 'a name of which the portal says nothing',
      site: home({ SiteName: '天全县人民政府' }),
      params,
      expect: { 'SiteName：别的网站': 'foreign', '首页 SiteName': 'complete', ...none },
    },
  ],
  'domain-wrong': {
    shows: 'a commercial domain to which nothing on the home page leads',
    site: home({ ...NAME, SiteDomain: 'http://www.somecms.com/' }),
    params: { siteTags: ['SiteName'], columnTags: [], contentTags: [] },
    expect: { 'SiteDomain：别的网站': 'domain-wrong', '首页 SiteName': 'complete', ...none },
    facts: { 'SiteDomain：别的网站': { checked: 1, bad: 1 } },
  },
  'charset-wrong': [
    {
      shows: 'pages under a header that names another charset, and only those',
      site: home(NAME)
        .page('/dt/1.html', { kind: 'article', tags: {}, wrongCharset: 'gb2312' })
        .page('/dt/2.html', { kind: 'article', tags: {} }),
      params: { siteTags: ['SiteName'], columnTags: [], contentTags: [] },
      expect: {
        编码声明: 'charset-wrong',
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'missing',
      },
      facts: {
        编码声明: { checked: 3, bad: 1, examples: '响应头声明 gb2312，实为 utf-8' },
      },
    },
  ],
  missing: [
    {
      shows: 'one article of two lacks its date',
      site: home(NAME)
        .page('/dt/1.html', { kind: 'article', tags: { ...NAME, ColumnName: '动态' } })
        .page('/dt/2.html', {
          kind: 'article',
          tags: { ...NAME, ColumnName: '动态', PubDate: '2024-03-01 10:00' },
        }),
      params,
      expect: {
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'complete',
        '内容页 ColumnName': 'complete',
        '内容页 PubDate': 'missing',
      },
      facts: { '内容页 PubDate': { checked: 2, bad: 1 } },
    },
    {
      shows: 'a page that a script writes takes no part beside readable ones',
      site: home(NAME)
        .page('/1.html', { kind: 'article', needsBrowser: '正文由脚本写出' })
        .page('/2.html', { kind: 'article', tags: { ...NAME, ColumnName: '动态' } }),
      params,
      expect: {
        '首页 SiteName': 'complete',
        栏目页: 'not-applicable',
        '内容页 SiteName': 'complete',
        '内容页 ColumnName': 'complete',
        '内容页 PubDate': 'missing',
      },
      facts: { '内容页 PubDate': { checked: 1, bad: 1 } },
    },
    {
      shows: 'a page whose kind is unsure takes no part',
      site: home({}).page('/x', { kind: 'listing', kindSureness: 0.5 }),
      params,
      expect: { '首页 SiteName': 'missing', ...none },
    },
  ],
  empty: {
    shows: 'the tag is there without content',
    site: home({ SiteName: ' ' }),
    params,
    expect: { '首页 SiteName': 'empty', ...none },
  },
  placeholder: [
    {
      shows: 'the template’s own words',
      site: home({ SiteName: '网站名称' }),
      params,
      expect: { '首页 SiteName': 'placeholder', ...none },
      facts: { '首页 SiteName': { examples: '网站名称' } },
    },
    {
      shows:
        'on a page that was set up by itself; one without the tag, a filled one and a lost page are not told',
      site: home(NAME)
        .page('/lxwm.html', {
          kind: 'article',
          title: '联系我们',
          tags: { SiteName: '网站名称', ColumnName: '联系我们' },
        })
        .page('/wzsm.html', {
          kind: 'article',
          title: '网站声明',
          tags: { ...NAME, ColumnName: '网站声明' },
        })
        .page('/bqsm.html', {
          kind: 'article',
          title: '版权声明',
          tags: { ColumnName: '版权声明' },
        })
        .page('/wzdt.html', { kind: 'other', title: '导航' })
        .page('/404.html', { kind: 'error', status: 404, tags: { SiteName: '网站名称' } }),
      params,
      expect: { '首页 SiteName': 'complete', ...none, '单独页面 SiteName': 'placeholder' },
      facts: { '单独页面 SiteName': { checked: 2, count: 1, examples: '网站名称' } },
    },
    ...[
      '请在此填写栏目描述',
      '请输入网站名称',
      '这里填写网站标题',
      '此处填写',
      '待填写',
      '栏目描述待完善',
      'XXX栏目描述',
      '【请填写】',
      '这里是网站简介',
    ].map((words) => ({
      shows: `an instruction to fill in: ${words}`,
      site: home({ SiteName: words }),
      params,
      expect: { '首页 SiteName': 'placeholder', ...none } as const,
    })),
  ],
  'not-applicable': [
    {
      shows:
        'notes for applicants and a page that calls itself its column were set up, not published',
      site: home(NAME)
        .column('依申请公开', '/ysq/', {
          topic: 'disclosureRequest',
          tags: NAME,
          links: [['申请须知', '/ysq/xz.html', 'main']],
        })
        .column('申请须知', '/ysq/xz.html', {
          parent: '依申请公开',
          kind: 'article',
          title: '申请须知',
          tags: NAME,
        })
        .page('/bs/sm.html', {
          kind: 'article',
          title: '申请人应当填写的内容',
          headTitle: '填写说明 - 示例市林业局',
          tags: { ...NAME, ColumnName: '填写说明' },
        })
        .page('/bs/xz.html', {
          kind: 'article',
          title: '办事须知',
          tags: { ...NAME, ColumnName: '办事须知' },
        }),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: { 内容页: 'not-applicable' },
    },
    {
      shows: 'the record of a data set is set up in a catalogue, and prints no day',
      site: home(NAME)
        .column('数据开放', '/sjkf/', {
          topic: 'openData',
          tags: NAME,
          items: [['医疗机构名录', '2024-03-01', '/sjkf/d1.html']],
        })
        .page('/sjkf/d1.html', { kind: 'article', title: '医疗机构名录', tags: NAME }),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: { 内容页: 'not-applicable' },
    },
    {
      shows: 'the front of a unit’s own folder, tagged as a column, is no published text',
      site: home(NAME).page('/jgzn/lyj/', {
        kind: 'article',
        title: '示例市园林管理处',
        tags: { ...NAME, ColumnName: '机构职能' },
      }),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: none,
    },
    {
      shows:
        'a column that is a table of figures prints when it was renewed, and is no content page',
      site: home(NAME).page('/bs/tj.html', {
        kind: 'article',
        title: '办件统计',
        headTitle: '办件统计_示例市林业局',
        publishedOn: '2024-02-01',
        tags: { ...NAME, ColumnName: '办件统计' },
      }),
      params: { siteTags: [], columnTags: [], contentTags: ['PubDate'] },
      expect: none,
    },
    {
      shows: 'one letter and its answer are another system’s page',
      site: home(NAME).page('/hd/1.html', {
        kind: 'article',
        title: '咨询加装电梯补贴',
        messages: [
          {
            title: null,
            url: null,
            askedOn: '2024-03-01',
            answeredOn: '2024-03-05',
            state: 'answered',
            unit: '示例市林业局',
            sure: true,
            quote: '来信时间',
            at: [0, 4],
          },
        ],
      }),
      params,
      expect: { '首页 SiteName': 'complete', ...none },
    },
    {
      shows: 'no listing and no article was read',
      site: home(NAME),
      params,
      expect: { '首页 SiteName': 'complete', ...none },
    },
    {
      shows: 'a site map has no column, a column that is one text is no content page',
      site: home(NAME)
        .column('公开指南', '/zn/', { topic: 'ogiGuide', kind: 'article' })
        .page('/map/', { kind: 'directory', tags: NAME })
        .with({
          sitemap: { place: { url: `${HOME}map/`, at: null, quote: '网站地图' }, entries: [] },
        }),
      params,
      expect: { '首页 SiteName': 'complete', ...none },
    },
  ],
})
