/** Every outcome of `service/queries-missing` from a small site that gives it. */
import { queriesMissing } from '#checks/service/queries-missing'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '查询服务'

/** An entry on the service page that leads to a page that says this. */
const behind = (words: string, more: PageSpec = {}): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('为农服务', '/wn/', {
      topic: 'service',
      links: [['农药登记查询', '/wn/cx.html', 'main']],
    })
    .page('/wn/cx.html', { kind: 'other', title: '农药登记查询', words: [words], ...more })

/** An entry that leads to another address. */
const leading = (url: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('为农服务', '/wn/', { topic: 'service', links: [['农药登记查询', url, 'main']] })
    .column('通知公告', '/tz/', { items: [['关于开会的通知', '2024-03-01', '/tz/1.html']] })
    .column('农药登记', '/ny/', { items: [['某某农药', '2024-03-01', '/ny/1.html']] })

testCheck(queriesMissing, {
  astray: ['/', '/tz/'].map((url) => ({
    shows: `the entry leads to ${url}`,
    site: leading(url),
    expect: { 通往别处的查询服务: 'astray', [S]: 'unseen' } as const,
  })),
  'asks-nothing': {
    shows: 'words about the query, and nothing to ask with',
    site: behind('本查询提供全县农药登记信息的查询服务，方便农户了解产品情况。'),
    expect: { 查不了的查询服务: 'asks-nothing', [S]: 'unseen' },
  },
  suspended: [
    ...['系统升级维护，农药登记查询功能暂停使用，敬请谅解。', '页面建设中……', '该查询暂未开通'].map(
      (words) => ({
        shows: `a page that says that nothing can be asked: ${words}`,
        site: behind(words),
        expect: { 不能用的查询服务: 'suspended', [S]: 'unseen' } as const,
      }),
    ),
    {
      shows: 'one of several on a page that gathers them',
      site: new SiteViewBuilder().column('查询服务', '/cx/', {
        words: ['社保缴费查询', '请输入身份证号', '公交线路查询', '（功能开发中）'],
      }),
      expect: { 不能用的查询服务: 'suspended', [S]: 'offered' },
      facts: { 不能用的查询服务: { count: 1 } },
    },
  ],
  offered: [
    {
      shows: 'the entry leads to a column of its name',
      site: leading('/ny/'),
      expect: { [S]: 'offered' },
    },
    ...[
      {
        tables: [
          [
            ['名称', '登记证号'],
            ['某药', 'PD2023'],
          ],
        ],
      },
      { frames: ['/wn/f.html'] },
      { attachments: [['名录', '/wn/ml.xlsx']] as const },
      { links: [['进入查询', '/wn/q.html', 'main']] as const },
    ].map((more) => ({
      shows: `something to look up or to ask with: ${Object.keys(more)}`,
      site: behind('本查询提供全县农药登记信息的查询服务。', more as PageSpec),
      expect: { [S]: 'offered' } as const,
    })),
    {
      shows: 'hours of the night in which it rests',
      site: behind('请输入登记证号。系统每日22:00至次日6:00暂停服务。'),
      expect: { [S]: 'offered' },
    },
    {
      shows: 'a form beside which one service more is to come',
      site: behind('查询登记证号。短信查询正在开发。', { kind: 'form' }),
      expect: { [S]: 'offered' },
    },
    {
      shows: 'the centre that keeps it is named beside it',
      site: behind('由县数据建设中心、软件开发中心提供。', { fillable: true }),
      expect: { [S]: 'offered' },
    },
    {
      shows: 'boxes on the page of a column that gathers queries',
      site: new SiteViewBuilder().column('便民查询', '/cx/', {
        words: ['中小学学区查询（示例县）：', '公交线路查询：', '我要查询：'],
      }),
      expect: { [S]: 'offered' },
      facts: { [S]: { count: 2 } },
    },
    {
      shows: 'entries that lead out, on the page of a column that no lexicon knows as services',
      site: new SiteViewBuilder()
        .column('林业万千', '/lw/', { kind: 'directory' })
        .target('https://cx.example-province.gov.cn/', [200], {
          text: '苗木名录查询',
          from: '/lw/',
          external: true,
        }),
      expect: { [S]: 'offered' },
      facts: { [S]: { count: 1 } },
    },
    {
      shows: 'entries that lead to what is gone or still to be made are none',
      site: new SiteViewBuilder()
        .column('为农服务', '/wn/', {
          topic: 'service',
          links: [
            ['农药登记查询', '/wn/cx.html', 'main'],
            ['种子许可查询', '/wn/zz.html', 'main'],
            ['兽医资格查询', '/wn/sy.html', 'main'],
          ],
        })
        .target('/wn/zz.html', [404, 404], { from: '/wn/', text: '种子许可查询' })
        .page('/wn/sy.html', { words: ['查询功能建设中'], underConstruction: '建设中' }),
      expect: { [S]: 'offered', 不能用的查询服务: 'suspended' },
      facts: { [S]: { count: 1, names: '农药登记查询' } },
    },
    {
      shows: 'an entry on the page above the guides',
      site: new SiteViewBuilder().column('为农服务', '/wn/', {
        topic: 'service',
        links: [['农药登记查询', '/wn/cx.html', 'main']],
      }),
      expect: { [S]: 'offered' },
      facts: { [S]: { count: 1 } },
    },
    {
      shows: 'entries at home and on the service page, each name once',
      site: new SiteViewBuilder({
        links: [
          ['苗圃名录查询', '/cx/1.html'],
          ['苗圃名录查询', '/cx/1.html'],
          ['信件查询', '/xj/cx.html'],
          ['查看查询服务', '/cx/'],
        ],
      }).column('办事服务', '/bs/', {
        topic: 'serviceGuide',
        links: [['林权登记结果证明查询系统', 'https://lq.example-province.gov.cn/', 'main']],
      }),
      expect: { [S]: 'offered' },
      facts: { [S]: { count: 2 } },
    },
  ],
  'province-only': {
    shows: 'the only entry leads to the province’s own network of services',
    site: new SiteViewBuilder()
      .column('查询服务', '/cx/', { topic: 'serviceGuide', kind: 'directory' })
      .target('https://zwfw.example-province.gov.cn/', [200], {
        text: '示例省政务服务网查询',
        from: '/cx/',
        external: true,
      }),
    expect: { [S]: 'province-only' },
    facts: { [S]: { count: 1 } },
  },
  unseen: {
    shows: 'searching the site and asking after one’s letter are none',
    site: new SiteViewBuilder({
      links: [
        ['高级查询', '/search'],
        ['办理进度查询', '/jd'],
        ['依申请公开状态查询', '/ysq'],
        ['依申请公开查询', '/ysqcx'],
      ],
      bare: ['查询'],
    }),
    expect: { [S]: 'unseen' },
  },
  town: {
    shows: 'no scheme asks a town for one',
    site: new SiteViewBuilder().with({
      agency: { id: 'a', name: '示例街道办事处', group: null, attributes: [] },
    }),
    expect: { [S]: 'town' },
  },
  external: {
    shows: 'services live on the provincial network',
    site: new SiteViewBuilder().column('政务服务', 'https://zwfw.example-province.gov.cn/', {
      topic: 'serviceGuide',
      kindOfColumn: 'external',
    }),
    expect: { [S]: 'external' },
  },
})
