/** Every outcome of `identity/footer-incomplete` from a small site that gives it. */
import { footerIncomplete } from '#checks/identity/footer-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const CODE = '网站标识码'
const params = { fields: ['siteCode'] }
const withCode = (code: string) => new SiteViewBuilder({ footer: { siteCode: code } })
const registered = (site: SiteViewBuilder, siteCode: string) =>
  site.with({ portal: { ...site.build().portal, siteCode } })

const FOOT = { siteCode: '9900000001', sponsor: '示例市林业局' }
const menu = ['要闻', '公开', '服务', '互动', '数据'].map(
  (name) => [name, `/${name}/`, 'nav'] as const,
)
type Foot = NonNullable<PageSpec['footer']>
const WHOLE = {
  ...FOOT,
  icpNumber: '鄂ICP备19000001号-1',
  policeFilingNumber: '鄂公网安备42906002000088号',
}
/** Guides of one folder, each with its own foot. */
const guides = (...pages: readonly (readonly [string, PageSpec])[]) =>
  pages.reduce(
    (site, [name, more]) =>
      site.page(`/zn/${name}.html`, { kind: 'article', title: name, links: menu, ...more }),
    new SiteViewBuilder({ footer: FOOT }),
  )
/** So many list pages with the foot. */
const lists = (count: number, footer: Foot = FOOT) =>
  Array.from({ length: count }, (_, at) => at).reduce(
    (site, at) =>
      site.page(`/l${at}/`, { kind: 'listing', title: `栏目${at}`, links: menu, footer }),
    new SiteViewBuilder({ footer }),
  )
const BUREAU = { sponsor: FOOT.sponsor }
/** So many articles of a folder that end so. */
const articles = (folder: string, count: number, footer: Foot, site: SiteViewBuilder) => {
  for (let at = 0; at < count; at += 1)
    site.page(`${folder}${at}.html`, {
      kind: 'article',
      title: folder.startsWith('/en/') ? folder : `${folder}第${at}篇`,
      links: [...menu, ['甲', '/jia/', 'nav'], ['乙', '/yi/', 'nav']],
      footer,
      furniture: { readWhole: true },
    })
  return site
}
/** The filing of WHOLE, whose link asks for this number. */
const filed = (code: string) =>
  new SiteViewBuilder({
    footer: { policeFilingNumber: WHOLE.policeFilingNumber },
    links: [['公安备案', `https://beian.mps.gov.cn/#/query/webSearch?code=${code}`, 'footer']],
  })
const FOOTED = ['甲', '乙', '丙'].map((name) => [name, { footer: FOOT }] as const)

const MAP = '网站地图入口'
const mapped = { fields: ['sitemap'] }
const emptyMap = () =>
  ({
    footer: { sitemap: { markup: '网站地图', where: 'visible', quote: '网站地图', inert: true } },
  }) as const

testCheck(footerIncomplete, {
  footless: [
    {
      shows: 'one page of a folder ends without what all its fellows end with',
      site: guides(...FOOTED, ['宅基地审批', {}]),
      params,
      expect: { [CODE]: 'visible', 内页底部标识区: 'footless' },
      facts: { 内页底部标识区: { count: 1, names: '“宅基地审批”' } },
    },
    {
      shows: 'one list page of the site does; one without the menu is a page for itself',
      site: lists(20)
        .page('/zt/qx/', { kind: 'listing', title: '清廉', links: menu })
        .page('/zt/dx/', {
          kind: 'listing',
          title: '党史',
        }),
      params,
      expect: { [CODE]: 'visible', 内页底部标识区: 'footless' },
      facts: { 内页底部标识区: { count: 1, names: '“清廉”' } },
    },
    {
      shows: 'the foot of one page lacks the numbers that all others print',
      site: lists(20, WHOLE).page('/bg/', {
        kind: 'listing',
        title: '表格',
        links: menu,
        footer: {
          sponsor: FOOT.sponsor,
          siteCode: { markup: FOOT.siteCode, where: 'markup' },
        },
      }),
      params,
      expect: { [CODE]: 'visible', 内页底部编号: 'footless' },
      facts: {
        内页底部编号: {
          count: 1,
          words: '底部的网站标识码、ICP备案号、公安备案号',
          names: '“表格”',
        },
      },
    },
  ],
  'link-differs': {
    shows: 'the link of the filing leads to another',
    site: filed('42906002000091'),
    params: { fields: ['policeFilingNumber'] },
    expect: { 公安备案号: 'link-differs' },
    facts: { 公安备案号: { linked: '42906002000091' } },
  },
  malformed: [
    {
      shows: 'a digit of the number is lost',
      site: new SiteViewBuilder({ footer: { policeFilingNumber: '鄂公网安备4290060200008号' } }),
      params: { fields: ['policeFilingNumber'] },
      expect: { 公安备案号: 'malformed' },
      facts: { 公安备案号: { digits: 13, due: 14 } },
    },
    {
      shows: 'a digit of the site’s code is lost',
      site: new SiteViewBuilder({ footer: BUREAU, oddSiteCode: '990000001' }),
      params,
      expect: { [CODE]: 'malformed' },
      facts: { [CODE]: { value: '990000001', digits: 9, due: 10 } },
    },
  ],
  'kind-lacks': [
    {
      shows: 'no article prints what all lists print',
      site: articles('/dt/', 4, BUREAU, lists(8, WHOLE)),
      params,
      expect: { [CODE]: 'visible', '内页底部：网站标识码': 'kind-lacks' },
      facts: { '内页底部：网站标识码': { count: 4, others: 8, words: CODE } },
    },
    {
      shows: 'one folder has no foot at all, and no script that might write it',
      site: articles('/hz/', 3, {}, articles('/dt/', 6, WHOLE, lists(4, WHOLE))),
      params,
      expect: { [CODE]: 'visible', '内页底部：标识区': 'kind-lacks' },
      facts: { '内页底部：标识区': { count: 3, others: 10, words: '标识区的任何一项' } },
    },
  ],
  inert: {
    shows: 'an entry that leads nowhere, and no map anywhere',
    site: new SiteViewBuilder(emptyMap()),
    params: mapped,
    expect: { [MAP]: 'inert' },
  },
  visible: [
    {
      shows: 'the link of the filing leads to it',
      site: filed('42906002000088'),
      params: { fields: ['policeFilingNumber'] },
      expect: { 公安备案号: 'visible' },
    },
    {
      shows: 'two articles are no kind; some of a kind have it; too few others to compare with',
      site: articles('/a/', 2, BUREAU, articles('/b/', 9, WHOLE, lists(2, WHOLE))),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'an edition in another language has a foot of its own',
      site: articles('/en/Investment in the District ', 5, {}, lists(8, WHOLE)),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'half of the site’s pages lack it in many folders',
      site: ['/a/', '/b/', '/c/'].reduce(
        (site, folder) => articles(folder, 2, BUREAU, articles(folder.repeat(2), 2, WHOLE, site)),
        lists(2, WHOLE),
      ),
      params,
      expect: { [CODE]: 'visible' },
    },
    ...[
      ['another’s foot', 20, WHOLE, { sponsor: '示例市水务局' }],
      ['one of the numbers is there', 20, WHOLE, { ...FOOT }],
      ['too few fellows', 5, WHOLE, { sponsor: FOOT.sponsor }],
      ['only one number is printed by all', 20, FOOT, { sponsor: FOOT.sponsor }],
    ].map(([shows, count, whole, footer]) => ({
      shows: `a list page without the numbers: ${shows}`,
      site: lists(count as number, whole as Foot).page('/bg/', {
        kind: 'listing',
        title: '表格',
        links: menu,
        footer: footer as Foot,
      }),
      params,
      expect: { [CODE]: 'visible' as const },
    })),
    ...['京公网安备110105002097', '京公网安备110102000668-1号'].map((policeFilingNumber) => ({
      shows: `a number of before 2015: ${policeFilingNumber}`,
      site: new SiteViewBuilder({ footer: { policeFilingNumber } }),
      params: { fields: ['policeFilingNumber'] },
      expect: { 公安备案号: 'visible' as const },
    })),
    {
      shows: 'the 14 digits of a police number, however they are spaced',
      site: new SiteViewBuilder({
        footer: { policeFilingNumber: '鄂公网安备 4290 0602000088号' },
      }),
      params: { fields: ['policeFilingNumber'] },
      expect: { 公安备案号: 'visible' },
    },
    {
      shows: 'a page for printing, a page in a frame, one whose foot says only who keeps the site',
      site: guides(
        ...FOOTED,
        ['打印', { links: [] }],
        ['外壳', { frames: ['/zn/里页.html'] }],
        ['里页', {}],
        ['丁', { footer: { sponsor: '示例市林业局' } }],
      ),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'a script file that its fellows do without may write the foot',
      site: guides(
        ...FOOTED.map(
          ([name, more]) => [name, { ...more, furniture: { readWhole: true } }] as const,
        ),
        ['宅基地审批', {}],
      ),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'several list pages of the site end otherwise',
      site: lists(19)
        .page('/zt/qx/', { kind: 'listing', links: menu })
        .page('/zt/dx/', { kind: 'listing', links: menu }),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'too few fellows to tell how pages end here',
      site: guides(...FOOTED.slice(0, 2), ['宅基地审批', {}]),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'an entry that leads nowhere here, and to the map on other pages',
      site: new SiteViewBuilder(emptyMap()).page('/a.html', {
        footer: {
          sitemap: {
            markup: 'http://www.example.gov.cn/map/',
            where: 'visible',
            quote: '网站地图',
          },
        },
      }),
      params: mapped,
      expect: { [MAP]: 'visible' },
    },
    {
      shows: 'an entry that a script may open',
      site: new SiteViewBuilder({
        footer: { sitemap: { markup: '网站地图', where: 'visible', quote: '网站地图' } },
      }),
      params: mapped,
      expect: { [MAP]: 'visible' },
    },
    {
      shows: 'printed in the foot, equal to the registered one',
      site: registered(withCode('9900000001'), '9900000001'),
      params,
      expect: { [CODE]: 'visible' },
    },
    {
      shows: 'a picture that leads to the certificate',
      site: new SiteViewBuilder({
        footer: { partyGovMark: { markup: '党政机关标识（图片）', pictured: true } },
      }),
      params: { fields: ['partyGovMark'] },
      expect: { 党政机关标识: 'visible' },
    },
    {
      shows: 'the sponsor named in other words than its field',
      site: new SiteViewBuilder({ sponsorPhrase: '示县人民政府办公室' }),
      params: { fields: ['sponsor'] },
      expect: { 主办单位: 'visible' },
    },
    {
      shows: 'written into the page by its script, or put there by the prescribed code',
      site: new SiteViewBuilder({
        footer: { partyGovMark: { markup: '党政机关标识', written: true } },
      }),
      params: { fields: ['partyGovMark'] },
      expect: { 党政机关标识: 'visible' },
    },
    {
      shows: 'in a frame that the home page carries',
      site: new SiteViewBuilder({ frames: ['/foot.html'] }).page('/foot.html', {
        footer: { siteCode: '9900000001' },
      }),
      params,
      expect: { [CODE]: 'visible' },
    },
  ],
  'markup-only': {
    shows: 'only in a script that may or may not write it',
    site: new SiteViewBuilder({ footer: { partyGovMark: { markup: 'bszs.conac.cn' } } }),
    params: { fields: ['partyGovMark'] },
    expect: { 党政机关标识: 'markup-only' },
  },
  'inner-only': {
    shows: 'on inner pages only',
    site: new SiteViewBuilder().page('/dt/', { footer: { siteCode: '9900000001' } }),
    params,
    expect: { [CODE]: 'inner-only' },
  },
  'holder-only': [
    {
      shows: 'whose site it is, by its mark of copyright',
      site: new SiteViewBuilder({ sponsorPhrase: '版权所有：示县林业局' }),
      params: { fields: ['sponsor'] },
      expect: { 主办单位: 'holder-only' },
    },
    {
      shows: 'whose site it is, by who manages it',
      site: new SiteViewBuilder({ sponsorPhrase: '建设管理单位：示县林业局' }),
      params: { fields: ['sponsor'] },
      expect: { 主办单位: 'holder-only' },
    },
  ],
  mismatched: {
    shows: 'another code than registered',
    site: registered(withCode('9900000002'), '9900000001'),
    params,
    expect: { [CODE]: 'mismatched' },
    facts: { [CODE]: { value: '9900000002', registered: '9900000001' } },
  },
  'not-owed': {
    shows: 'a hospital’s own site, which bears no code of the government’s',
    site: new SiteViewBuilder({ footer: { icpNumber: '示ICP备00000001号' } }).with({
      agency: { id: 'a1', name: '示例市第一人民医院', group: null, attributes: [] },
      portal: {
        id: 'p1',
        agencyId: 'a1',
        name: '示例市第一人民医院',
        siteCode: null,
        homeUrl: 'http://www.example-hospital.org.cn/',
        platformUrl: null,
        extraUrls: [],
        tags: [],
      },
    }),
    params: { fields: ['siteCode', 'icpNumber'] },
    expect: { [CODE]: 'not-owed', ICP备案号: 'visible' },
  },
  missing: [
    {
      shows: 'a hospital on a host of the government’s bears one',
      site: new SiteViewBuilder({ footer: { icpNumber: '示ICP备00000001号' } }).with({
        agency: { id: 'a1', name: '示例市第一人民医院', group: null, attributes: [] },
      }),
      params: { fields: ['siteCode'] },
      expect: { [CODE]: 'missing' },
    },
    {
      shows: 'a readable foot without it; each field of the list is judged',
      site: new SiteViewBuilder({ footer: { icpNumber: '示ICP备00000001号' } }),
      params: { fields: ['siteCode', 'icpNumber'] },
      expect: { [CODE]: 'missing', ICP备案号: 'visible' },
    },
    {
      shows: 'a number in some document is no foot',
      site: Array.from({ length: 20 }, (_, index) => `/${index}`).reduce(
        (site, path) => site.page(path),
        new SiteViewBuilder({ footer: { icpNumber: '示ICP备00000001号' } }).page('/bb.html', {
          footer: { siteCode: '9900000001' },
        }),
      ),
      params,
      expect: { [CODE]: 'missing' },
    },
    {
      shows: 'a site map entry and a telephone number alone are no foot that was read',
      site: new SiteViewBuilder({
        footer: { sitemap: '/map.html', contact: '电话：0700-1234567' },
      }),
      params,
      expect: { [CODE]: 'missing' },
      softened: true,
    },
    {
      shows: 'a foot of which nothing was read may be a picture',
      site: new SiteViewBuilder(),
      params,
      expect: { [CODE]: 'missing' },
      softened: true,
    },
    {
      shows: 'a foot that may lie in an unread frame',
      site: new SiteViewBuilder({
        frames: ['/foot.html'],
        footer: { icpNumber: '示ICP备00000001号' },
      }),
      params,
      expect: { [CODE]: 'missing' },
      softened: true,
    },
  ],
})
