/** Every outcome of `availability/domain-improper` from a small site that gives it. */
import { domainImproper } from '#checks/availability/domain-improper'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

/** The same site as if its home page had been received from this host. */
function under(host: string, spec: PageSpec = {}): SiteViewBuilder {
  const builder = new SiteViewBuilder(spec)
  const { home } = builder.build()
  if (home === null) throw new Error('no home')
  return builder.with({
    home: { ...home, capture: { ...home.capture, finalUrl: `http://${host}/` } },
  })
}

/** 市财政局 leads to its site from the home page, and to this address from a column's page. */
const twice = (visits: readonly number[], url: string): SiteViewBuilder =>
  under('www.shili.gov.cn', { links: [['市财政局', 'http://czj.shili.gov.cn/']] })
    .page('/bm/', { kind: 'directory', title: '部门', links: [['市财政局', url]] })
    .target('http://czj.shili.gov.cn/', [200], { external: true })
    .target(url, visits, { external: true })
    .with({ agency: { id: 'a', name: '示例市人民政府', group: null, attributes: [] } })

testCheck(domainImproper, {
  government: [
    ...[
      ['one of them is not there', [404], 'http://www.slczj.gov.cn/'],
      ['two names below one', [200], 'http://caizheng.shili.gov.cn/'],
      ['a page of another site', [200], 'http://www.slczj.gov.cn/ys/'],
    ].map(([shows, visits, url]) => ({
      shows: `a bureau whose name leads to two addresses: ${shows}`,
      site: twice(visits as number[], url as string),
      expect: { 首页域名: 'government' as const },
    })),
    {
      shows: 'a department under its government',
      site: under('lyj.shili.gov.cn'),
      expect: { 首页域名: 'government' },
    },
    { shows: '.政务', site: under('shili.xn--zfr164b'), expect: { 首页域名: 'government' } },
  ],
  'units-apart': {
    shows:
      'an arm of the department by its name, and one on the page of its units; other departments, hospitals and its own hosts are none',
    site: under('slt.shili.gov.cn', {
      links: [
        ['示例省水文局', 'http://swj.shili.gov.cn/index.html'],
        ['示例省财政厅', 'http://czt.shili.gov.cn/'],
        ['示例省气象局', 'http://qxj.shili.gov.cn/'],
        ['示例省水利医院', 'http://slyy.shili.gov.cn/'],
      ],
    })
      .page('/zs/', {
        kind: 'directory',
        title: '直属单位',
        links: [
          ['灌溉试验中心', 'http://ggsy.shili.gov.cn/', 'main'],
          ['水库管理处', '/zs/1.html', 'main'],
        ],
      })
      .with({ agency: { id: 'a', name: '示例省水利厅', group: null, attributes: [] } }),
    expect: { 首页域名: 'government', 下属单位网站: 'units-apart' },
    facts: { 下属单位网站: { count: 2 } },
  },
  'old-site': {
    shows: 'the former site still answers on another host; one that is gone or leads on is none',
    site: under('www.shili.gov.cn')
      .page('/bm/', {
        kind: 'directory',
        title: '部门索引',
        links: [
          ['示例市政府网（旧版）', 'http://old.shili.gov.cn/', 'main'],
          ['返回旧版', 'http://v1.shili.gov.cn/', 'main'],
          ['旧版办事系统操作说明', 'http://bs.shili.gov.cn/', 'main'],
        ],
      })
      .target('http://old.shili.gov.cn/', [200], { external: true })
      .target('http://v1.shili.gov.cn/', [404, 404], { external: true })
      .target('http://bs.shili.gov.cn/', [200], { external: true })
      .with({ agency: { id: 'a', name: '示例市人民政府', group: null, attributes: [] } }),
    expect: { 首页域名: 'government', 旧版网站: 'old-site' },
    facts: { 旧版网站: { count: 1 } },
  },
  'other-domain': {
    shows: 'a site code under a commercial name; gov.cn in the middle is none',
    site: under('lyj.gov.cn.shili.com', { footer: { siteCode: '9912340007' } }),
    expect: { 首页域名: 'other-domain' },
  },
  'organ-elsewhere': {
    shows: 'a zone’s committee governs, whatever its site’s foot leaves out',
    site: under('www.slkfq.com').with({
      agency: { id: 'a', name: '示例经济技术开发区管理委员会', group: null, attributes: [] },
    }),
    expect: { 首页域名: 'organ-elsewhere' },
  },
  'kind-unknown': {
    shows: 'it may be a public institution',
    site: under('www.shili-zoo.org.cn'),
    expect: { 首页域名: 'kind-unknown' },
  },
  'columns-outside': {
    shows: 'a column elsewhere; one on the government service platform is fine',
    site: under('lyj.shili.gov.cn')
      .column('智慧林业', 'http://www.shili-forest.com/', { kindOfColumn: 'external' })
      .column('办事', 'http://zwfw.shili.gov.cn/', { kindOfColumn: 'external' }),
    expect: { 首页域名: 'government', 栏目域名: 'columns-outside' },
    facts: { 栏目域名: { count: 1 } },
  },
  'organs-outside': [
    {
      shows: 'a department that every government has, on an address that anybody may buy',
      site: under('www.shili.gov.cn', { links: [['市水利局', 'http://www.slslj.com/']] }).target(
        'http://www.slslj.com/',
        [200],
        { external: true },
      ),
      expect: { 首页域名: 'government', 部门网站域名: 'organs-outside' },
      facts: { 部门网站域名: { count: 1, names: '市水利局（www.slslj.com）' } },
    },
    {
      shows:
        'names that nobody holds any more: a department, called a site, and a street below a heading of sites',
      site: under('www.shili.gov.cn', {
        words: ['街道网站', '东门街道 石桥街道', '友情链接', '柳林街道'],
        links: [
          ['市文化旅游广电局网站', 'http://www.slwlgd.com/'],
          ['石桥街道', 'http://www.sl-shiqiao.com/'],
          ['柳林街道', 'http://www.liulin-walk.com/'],
        ],
      })
        .target('http://www.slwlgd.com/', ['dns'], { external: true })
        .target('http://www.sl-shiqiao.com/', ['dns'], { external: true })
        .target('http://www.liulin-walk.com/', [200], { external: true }),
      expect: { 首页域名: 'government', 部门网站域名: 'organs-outside' },
      facts: {
        部门网站域名: {
          names: '市文化旅游广电局网站（www.slwlgd.com）、石桥街道（www.sl-shiqiao.com）',
        },
      },
    },
    {
      shows:
        'an office of a zone, named behind the name of its site; a firm of that name elsewhere is none',
      site: under('www.qykfq.gov.cn', {
        links: [
          ['青屿投资网（招商局官网）', 'http://www.qingyu-invest.com/'],
          ['招商局官网', 'http://www.cmhk.com/'],
        ],
      })
        .target('http://www.qingyu-invest.com/', [200], { external: true })
        .target('http://www.cmhk.com/', [200], { external: true })
        .with({
          agency: { id: 'a', name: '青屿经济技术开发区管理委员会', group: null, attributes: [] },
        }),
      expect: { 首页域名: 'government', 部门网站域名: 'organs-outside' },
      facts: { 部门网站域名: { count: 1 } },
    },
  ],
  'unit-domains': [
    {
      shows: 'one bureau under two names that only governments have, both in use',
      site: twice([200], 'http://www.slczj.gov.cn/'),
      expect: { 首页域名: 'government', 一个单位两个域名: 'unit-domains' },
      facts: { 一个单位两个域名: { names: '市财政局（czj.shili.gov.cn、www.slczj.gov.cn）' } },
    },
  ],
  'second-domain': [
    {
      shows: 'the former site of a zone, by the name that it shortens itself to',
      site: under('www.qykfq.gov.cn', {
        links: [
          ['青屿高新区管委会旧版网站', 'http://www.qingyugx.com/'],
          ['邻县高新区管委会旧版网站', 'http://www.linxiangx.com/'],
        ],
      }).with({
        agency: { id: 'a', name: '青屿高新技术产业开发区管理委员会', group: null, attributes: [] },
      }),
      expect: { 首页域名: 'government', '另一个域名：www.qingyugx.com': 'second-domain' },
    },
    {
      shows:
        'the former site by the unit’s name, whatever name anybody may register; that of another is none',
      site: under('lyj.shili.gov.cn', {
        links: [
          ['示例市林业局（旧版网站）', 'http://www.sllyj.org.cn/'],
          ['邻县林业局（旧版网站）', 'http://www.lxlyj.org.cn/'],
        ],
      }),
      expect: { 首页域名: 'government', '另一个域名：www.sllyj.org.cn': 'second-domain' },
    },
    {
      shows:
        'the former site under a commercial name; what others keep, and a page of a platform, is none',
      site: under('lyj.shili.gov.cn', {
        links: [
          ['局旧版网站（办文系统）', 'http://www.sllyj.net/'],
          ['返回旧版', 'http://old.shili.gov.cn/'],
          ['旧版', 'http://weibo.com/sllyj'],
          ['老年大学网站', 'http://www.lndx.com/'],
        ],
      }),
      expect: { 首页域名: 'government', '另一个域名：www.sllyj.net': 'second-domain' },
      facts: {
        '另一个域名：www.sllyj.net': { name: '局旧版网站（办文系统）', host: 'lyj.shili.gov.cn' },
      },
    },
    {
      shows:
        'another government name; the same place’s names, one below a superior’s, and others’ former sites, are none',
      site: under('lyj.shili.gov.cn', {
        links: [
          ['本局网站（旧版）', 'http://www.sllyj.gov.cn/'],
          ['本局网站（旧版）', 'http://lyj2.shili.gov.cn/'],
          ['市林场（旧版网站）', 'http://www.sllc.org.cn/'],
          ['原网站', 'http://lyj.beishi.gov.cn/'],
        ],
      }),
      expect: { 首页域名: 'government', '另一个域名：www.sllyj.gov.cn': 'second-domain' },
    },
  ],
  'units-outside': [
    {
      shows:
        'a platform called after the place; one of another name, one of a bank and one of the nation are none',
      site: under('www.shili.gov.cn', {
        links: [
          ['示例市河长制工作平台', 'http://www.slhzz.com/'],
          ['全国政务服务平台', 'http://www.gjzwfw.com/'],
          ['示例银行业务系统', 'http://www.slbank.com/'],
          ['示例市政务服务平台', 'http://zwfw.shili.gov.cn/'],
        ],
      }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 1, names: '示例市河长制工作平台（www.slhzz.com）' } },
    },
    {
      shows:
        'offices below the words 局属单位 on a column’s page, one on a number; a site called after the place',
      site: under('www.shili.gov.cn', {
        links: [
          ['示例旅游网', 'http://www.shilitour.com/'],
          ['示例新闻网', 'http://www.shilinews.com/'],
        ],
      }).page('/jg/', {
        kind: 'directory',
        title: '机构设置',
        words: ['局属单位', '市防汛办 市水文站'],
        links: [
          ['市防汛办', 'http://www.slfx.org.cn/'],
          ['市水文站', 'http://218.75.140.66:8001/'],
        ],
      }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 3 } },
    },
    {
      shows:
        'sites that a column’s page calls so, of a town that has a column and of a bureau; other words there, and an article that cites one, are none',
      site: under('www.shili.gov.cn')
        .column('柳坝镇', '/lb/')
        .page('/xz/', {
          kind: 'directory',
          title: '乡镇信息公开',
          links: [
            ['柳坝镇人民政府门户网站', 'http://www.liubazhen.cn/'],
            ['示例教育网（市教育局主办）', 'http://www.sledu.net/'],
            ['市供电局', 'http://www.slgdj.com/'],
            ['市水利局网站', 'http://218.75.140.66:8001/'],
            ['市财政局网站', 'http://10.1.2.3/'],
            ['市统计局数据查询', 'http://218.75.140.67/'],
          ],
        })
        .page('/n/1.html', {
          kind: 'article',
          links: [['市民政局网站', 'http://www.slmzj.com/']],
        })
        .target('http://www.liubazhen.cn/', ['dns'], { external: true }),
      expect: {
        首页域名: 'government',
        子站域名: 'several-hosts',
        单位网站域名: 'units-outside',
      },
      facts: { 单位网站域名: { count: 3 } },
    },
    {
      shows:
        'a town’s site under a heading of such sites, on a page that leads to units; what stands there under other headings is not looked at',
      site: under('www.shili.gov.cn', { links: [['部门乡镇公开导航', '/dh/']] })
        .page('/dh/', {
          kind: 'directory',
          title: '部门乡镇公开导航',
          words: ['市直部门', '市供电局', '乡镇网站', '柳坝镇人民政府网'],
          links: [
            ['市供电局', 'http://www.slgdj.com/'],
            ['柳坝镇人民政府网', 'http://www.liubazhen.com/'],
          ],
        })
        .target('http://www.liubazhen.com/', ['dns'], { external: true }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { names: '柳坝镇人民政府网（www.liubazhen.com）' } },
    },
    {
      shows: 'a site to draw investors, which names nobody; a page on somebody’s platform is none',
      site: under('www.shili.gov.cn', {
        links: [
          ['招商网', 'http://www.slzs.com/'],
          ['投资促进网', 'http://www.tzcj.com/city/shili/'],
          ['人才网', 'http://www.slrcw.com/'],
        ],
      })
        .target('http://www.slzs.com/', [200], { external: true })
        .with({
          agency: { id: 'a', name: '示例高新技术产业开发区', group: null, attributes: [] },
        }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { names: '招商网（www.slzs.com）' } },
    },
    {
      shows:
        'a department whose name was not found where no name outside was: the fault may be ours',
      site: under('www.shili.gov.cn', { links: [['市水利局', 'http://www.slslj.com/']] }).target(
        'http://www.slslj.com/',
        ['dns'],
        { external: true },
      ),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
    },
    {
      shows: 'an office of the superior, to which a county’s page leads',
      site: under('www.shili.gov.cn', { links: [['市教育局', 'http://www.sljyj.com/']] })
        .target('http://www.sljyj.com/', [200], { external: true })
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
    },
    {
      shows: 'the site of a centre that the bureau’s page of its units leads to',
      site: under('zjj.shili.gov.cn', {}).page('/xsdw/', {
        kind: 'directory',
        title: '下属单位',
        links: [['市住房保障服务中心（网站）', 'http://www.slzfbz.com/']],
      }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { names: '市住房保障服务中心（网站）（www.slzfbz.com）' } },
    },
    {
      shows:
        'a list of the sites of units, filed as an article: a bureau, and a second site named by its line; other pages’ links are not looked at',
      site: under('www.shili.gov.cn', {})
        .page('/zj/ml.html', {
          kind: 'article',
          title: '市直单位网站名录',
          words: ['市文化和旅游局：门户网站、政务网（二）', '市民政局'],
          links: [
            ['门户网站', 'http://wlj.shili.gov.cn/'],
            ['政务网（二）', 'http://www.sl-wlj.com/'],
            ['市民政局', 'http://www.slmzj.com.cn/'],
            ['市民中心', 'http://www.slsmzx.com/'],
            ['市政工程中心', 'http://www.slszgc.com/'],
          ],
        })
        .page('/tz/1.html', {
          kind: 'article',
          title: '关于清理部门网站的通知',
          links: [['市教育局', 'http://www.sljyj.com/']],
        }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: {
        单位网站域名: {
          count: 2,
          names: '市文化和旅游局（www.sl-wlj.com）、市民政局（www.slmzj.com.cn）',
        },
      },
    },
    {
      shows:
        'a page of the portal that gathers the sites of its departments; other pages’ links are not looked at',
      site: under('www.shili.gov.cn', {
        links: [
          ['部门网站', '/bmwz/'],
          ['新闻', '/xw/'],
        ],
      })
        .page('/bmwz/', { kind: 'directory', links: [['市水利局', 'http://www.slslj.com/']] })
        .page('/xw/', { kind: 'article', links: [['市教育局', 'http://www.sljyj.com/']] }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 1 } },
    },
    {
      shows:
        'enterprises called bureaus, a name for schools, a page of a platform, an address that moved on or did not answer',
      site: under('www.shili.gov.cn', {
        links: [
          ['示例市供电局', 'http://www.slgdj.com/'],
          ['示例市林业局', 'http://www.sllyj.com/'],
          ['市教育局', 'http://www.sledu.edu.cn/'],
          ['市公安局', 'http://weibo.com/slgaj'],
          ['市财政局', 'http://www.slczj.com/'],
          ['市统计局', 'http://www.sltjj.com/'],
          ['市审计局', 'http://www.slsjj.com/'],
        ],
      })
        .target('http://www.slgdj.com/', [200], { external: true })
        .target('http://www.sllyj.com/', [200], { external: true })
        .target('http://www.sledu.edu.cn/', [200], { external: true })
        .target('http://weibo.com/slgaj', [200], { external: true })
        .target('http://www.slczj.com/', ['timeout'], { external: true })
        .target('http://www.sltjj.com/', [200], { external: true, movedTo: 'www.slsj.com' })
        .target('http://www.slsjj.com/', [200], { external: true, movedTo: 'sjj.shili.gov.cn' }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 6 } },
    },
    {
      shows: 'one address for two departments is somebody’s platform',
      site: under('www.shili.gov.cn', {
        links: [
          ['市水利局', 'http://www.slbm.com/'],
          ['市教育局', 'http://www.slbm.com/'],
        ],
      }).target('http://www.slbm.com/', [200], { external: true }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 1 } },
    },
    {
      shows: 'sites of the city’s own stations and bureaus under commercial names',
      site: under('lyj.shili.gov.cn', {
        links: [
          ['示例市林木种苗站', 'http://www.shili-seed.com/'],
          ['市林业科研中心', 'http://www.slforest.net/'],
        ],
      }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 2 } },
    },
    {
      shows:
        'one among look-alikes: government hosts, press, schools, firms, other places, national bodies',
      site: under('lyj.shili.gov.cn', {
        links: [
          ['示例市园林局', 'http://www.sl-garden.com/'],
          ['示例市教育局', 'http://jyj.shili.gov.cn/'],
          ['示例日报', 'http://www.shilidaily.com/'],
          ['示例市第一中学', 'http://www.shili1z.net/'],
          ['示例市木材公司办公室', 'http://www.shiliwood.com/'],
          ['邻县林业局', 'http://www.linxian-forest.com/'],
          ['市场监管服务站', 'http://www.market.org/'],
        ],
      }),
      expect: { 首页域名: 'government', 单位网站域名: 'units-outside' },
      facts: { 单位网站域名: { count: 1, names: '示例市园林局（www.sl-garden.com）' } },
    },
  ],
  'several-hosts': {
    shows: 'columns on a host of a subsite; www. and none are the same host',
    site: under('lyj.shili.gov.cn')
      .column('林场', 'http://lc.shili.gov.cn/gk/', { unread: true })
      .column('林场动态', 'http://lc.shili.gov.cn/dt/', { unread: true })
      .column('通知', 'http://www.lyj.shili.gov.cn/tz/', { unread: true })
      // The superior keeps a folder for each of its offices.
      .column('年报', 'http://www.shili.gov.cn/xxgk/lyj/nb/', { unread: true }),
    expect: { 首页域名: 'government', 子站域名: 'several-hosts' },
    facts: { 子站域名: { count: 1, names: 'lc.shili.gov.cn' } },
  },
  'test-address': {
    shows: 'reserved for examples',
    site: under('lyj.shili.gov.example'),
    expect: { 首页域名: 'test-address' },
  },
})
