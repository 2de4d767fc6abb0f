/** Every outcome of `availability/missing-disguised` from a small site that gives it. */
import { missingDisguised } from '#checks/availability/missing-disguised'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

/** A list of notices, and what their addresses open on. */
const opening = (pages: Readonly<Record<string, PageSpec>>) =>
  Object.entries(pages).reduce(
    (site, [path, spec]) => site.page(path, spec),
    new SiteViewBuilder().target('/a.html', [200]).column('通知公告', '/tz/', {
      items: Object.keys(pages).map(
        (path, at) => [`关于召开灌区座谈会的通知${at + 1}`, '2026-11-10', path] as const,
      ),
    }),
  )

const article = { kind: 'article', publishedOn: '2026-11-10' } as const
const TEA =
  '全县茶叶产业发展大会在县会议中心举行，会议总结今年茶叶种植、加工和销售情况，部署明年扩大茶园面积、建设加工车间、培育茶叶品牌等重点任务。县委主要负责同志出席会议并讲话，各乡镇、县直有关部门和茶叶企业负责人参加会议。'

testCheck(missingDisguised, {
  honest: [
    {
      shows: '404 for what is gone',
      site: new SiteViewBuilder().target('/old.html', [404, 404]),
      expect: { 不存在的页面: 'honest' },
    },
    {
      shows: 'a page that came in part had links that nobody saw',
      site: new SiteViewBuilder()
        .target('/old.html', [404, 404])
        .page('/cut.html', { kind: 'article', title: '通知', truncated: true }),
      expect: { 不存在的页面: 'honest' },
      softened: true,
    },
  ],
  disguised: [
    {
      shows: 'an error page under status 200; an error page with 404 is honest',
      site: new SiteViewBuilder()
        .target('/a.html', [200])
        .page('/a.html', { kind: 'error', title: '您访问的页面不存在' })
        .page('/b.html', { kind: 'error', title: '404', status: 404 }),
      expect: { 不存在的页面: 'disguised' },
      facts: { 不存在的页面: { count: 1 } },
    },
    {
      shows:
        'entries that open on a few words which have nothing of them; a short text of their own, a file, a picture, a login, a script’s page are none',
      site: opening({
        '/tz/1.html': { title: '信息提示', words: ['您浏览的文章已过期或被撤回'] },
        '/tz/2.html': { title: '关于灌区座谈会改期的通知', words: ['改到下周三。'] },
        '/tz/3.html': { title: '提示', attachments: [['通知', '/f/3.doc']] },
        '/tz/4.html': { title: '提示', pictures: [{ inBody: '海报' }] },
        '/tz/5.html': { title: '用户登录', words: ['请输入密码'] },
        '/tz/6.html': { title: '详情', needsBrowser: '由脚本写出' },
        '/tz/7.html': { title: '另一个题目的文章', words: ['短。'], publishedOn: '2026-11-01' },
        '/tz/8.html': { kind: 'form', title: '填写', words: ['填写'] },
      }),
      expect: { 没有内容的条目: 'disguised', 不存在的页面: 'none-met' },
      facts: {
        没有内容的条目: {
          count: 1,
          names: '“关于召开灌区座谈会的通知1”（页面上只有“信息提示 您浏览的文章已过期或被撤回”）',
        },
      },
    },
  ],
  'sent-home': [
    {
      shows:
        'an entry of a list leads on to the home page; one that moved, and the home page’s own names, do not count',
      site: new SiteViewBuilder()
        .target('/a.html', [200])
        .column('通知公告', '/tz/', {
          items: [
            ['关于召开灌区座谈会的通知', '2026-11-10', '/tz/1.html'],
            ['关于调整服务窗口的公告', '2026-11-09', '/tz/2.html'],
            ['示例市林业局门户网站首页', '2026-11-09', '/tz/3.html'],
            ['示例市林业局', '2026-11-08', '/index.html'],
          ],
        })
        .page('/tz/1.html', { title: '示例市林业局', sentTo: '/' })
        .page('/tz/2.html', { title: '公告', sentTo: '/tz/new.html' })
        .page('/tz/3.html', { title: '示例市林业局', sentTo: '/' })
        .page('/index.html', { title: '示例市林业局', sentTo: '/' }),
      expect: { 转回首页的条目: 'sent-home', 不存在的页面: 'none-met' },
      facts: { 转回首页的条目: { count: 1, names: '关于召开灌区座谈会的通知' } },
    },
    {
      shows:
        'a link in a text leads on to the home page; one that says so, and one of the menu, do not count',
      site: new SiteViewBuilder()
        .page('/xw/1.html', { kind: 'article', title: '要闻' })
        .page('/xw/2.html', { title: '示例市林业局', sentTo: '/' })
        .page('/xw/3.html', { title: '示例市林业局', sentTo: '/' })
        .page('/xw/4.html', { title: '示例市林业局', sentTo: '/' })
        .target('/xw/2.html', [200], { from: '/xw/1.html', text: '领导开展义务植树', area: 'main' })
        .target('/xw/3.html', [200], { from: '/xw/1.html', text: '点击返回网站首页', area: 'main' })
        .target('/xw/4.html', [200], { from: '/xw/1.html', text: '政府信息公开栏', area: 'nav' }),
      expect: { 转回首页的条目: 'sent-home', 不存在的页面: 'none-met' },
      facts: { 转回首页的条目: { count: 1, names: '领导开展义务植树' } },
    },
    {
      shows:
        'entries that lead on to a list of another name; one to the list of its own series, and one that the list has, do not count',
      site: new SiteViewBuilder()
        .target('/a.html', [200])
        .column('工作动态', '/dt/', {
          items: [['关于调整服务窗口的公告', '2026-11-09', '/dt/2.html']],
        })
        .column('灌区座谈会通知', '/gq/', {})
        .column('通知公告', '/tz/', {
          items: [
            ['关于召开灌区座谈会的通知', '2026-11-10', '/tz/1.html'],
            ['关于调整服务窗口的公告', '2026-11-09', '/tz/2.html'],
            ['灌区座谈会通知汇总', '2026-11-09', '/tz/3.html'],
          ],
        })
        .page('/tz/1.html', { kind: 'listing', title: '工作动态', sentTo: '/dt/' })
        .page('/tz/2.html', { kind: 'listing', title: '工作动态', sentTo: '/dt/' })
        .page('/tz/3.html', { kind: 'listing', title: '灌区座谈会通知', sentTo: '/gq/' }),
      expect: { 转到栏目列表的条目: 'sent-home', 不存在的页面: 'none-met' },
      facts: { 转到栏目列表的条目: { count: 1, where: '栏目列表' } },
    },
  ],
  'wrong-place': {
    shows:
      'of a row of links to places of one page one leads to a neighbour’s, one to none, one to the page’s top; the page’s own name, rows that a script turns, and rows of which too few lead right are none',
    site: new SiteViewBuilder()
      .target('/a.html', [200])
      .page('/rx.html', {
        title: '服务热线',
        anchors: ['社会救助', '养老服务', '婚姻登记', '殡葬服务', '社会组织'].map((words, at) => ({
          ...{ id: `s${at}`, words },
        })),
      })
      .page('/ml.html', {
        title: '公开目录',
        hashes: [
          ['社会救助热线', '/rx.html', 's0'],
          ['养老服务热线', '/rx.html', 's1'],
          ['婚姻登记热线', '/rx.html', 's3'],
          ['殡葬服务热线', '/rx.html', 's9'],
          ['更多热线', '/rx.html', 's2'],
        ],
        links: [
          ['社会组织热线', '/rx.html', 'main'],
          ['服务热线', '/rx.html', 'main'],
          ['养老服务热线', '/rx.html', 'nav'],
        ],
      })
      .page('/qt.html', {
        title: '其他',
        hashes: [
          ['社会救助热线', '/rx.html', 's0'],
          ['养老服务热线', '/rx.html', 's2'],
        ],
      }),
    expect: { 指错位置的链接: 'wrong-place', 不存在的页面: 'none-met' },
    facts: { 指错位置的链接: { count: 3 } },
  },
  'led-astray': [
    {
      shows:
        'an entry opens on the article of another entry, though its own is there; reports of two years, and a title that is told shortly, are none',
      site: new SiteViewBuilder()
        .target('/a.html', [200])
        .page('/xw/1.html', { ...article, title: '全市养老服务工作推进会召开', words: ['会议'] })
        .page('/xw/2.html', { ...article, title: '市民政局开展冬季救助行动', words: ['行动'] })
        .page('/xw/3.html', { ...article, title: '市民政局2025年工作总结报告', words: ['总结'] })
        .page('/xw/4.html', { ...article, title: '市民政局2024年工作总结报告', words: ['总结'] })
        .page('/xw/', {
          kind: 'listing',
          title: '工作动态',
          links: [
            ['市民政局开展冬季救助行动', '/xw/2.html', 'list'],
            ['全市养老服务工作推进会召开', '/xw/2.html', 'list'],
            ['市民政局2025年工作总结报告', '/xw/4.html', 'list'],
            ['市民政局2024年工作总结报告', '/xw/4.html', 'list'],
            ['市民政局开展冬季救…', '/xw/2.html', 'list'],
          ],
        }),
      expect: { 指错的条目: 'led-astray', 不存在的页面: 'none-met' },
      facts: { 指错的条目: { count: 1 } },
    },
    {
      shows:
        'an entry opens on an article about something else; short texts and other words for it are none',
      site: opening({
        '/tz/1.html': { ...article, title: '全县茶叶产业发展大会召开', words: [TEA] },
        '/tz/2.html': { ...article, title: '灌区建设座谈会会议通知', words: [TEA] },
        '/tz/3.html': { ...article, title: '全县茶叶产业发展大会召开', words: ['见附件'] },
      }),
      expect: { 指错的条目: 'led-astray', 不存在的页面: 'none-met' },
      facts: { 指错的条目: { count: 1 } },
    },
  ],
  'none-met': {
    shows: 'everything opens; a missing page outside is not this server',
    site: new SiteViewBuilder()
      .target('/a.html', [200])
      .target('http://other.example/x', [404, 404], { external: true, text: '外站' }),
    expect: { 不存在的页面: 'none-met' },
  },
})
