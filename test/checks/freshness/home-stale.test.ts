/** Every outcome of `freshness/home-stale` from a small site that gives it. */
import { homeStale } from '#checks/freshness/home-stale'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

testCheck(homeStale, {
  fresh: [
    {
      shows: 'an entry of the very day; one still to come counts for nothing',
      site: new SiteViewBuilder({
        items: [
          ['预告', '2024-03-21'],
          ['植树', '2024-03-20'],
        ],
      }),
      expect: { 首页: 'fresh' },
      facts: { 首页: { newest: '2024-03-20', days: 0 } },
    },
    {
      shows: 'one new entry among old ones',
      site: new SiteViewBuilder({
        items: [
          ['旧闻', '2023-03-01'],
          ['植树', '2024-03-12'],
        ],
      }),
      expect: { 首页: 'fresh' },
      facts: { 首页: { newest: '2024-03-12', days: 8 } },
    },
    {
      shows: 'a home page that is only navigation lives by the second level',
      site: new SiteViewBuilder()
        .page('/dt/', { kind: 'listing', title: '动态', items: [['植树', '2024-03-12']] })
        .page('/dt/old/', {
          kind: 'listing',
          title: '旧',
          depth: 2,
          items: [['甲', '2024-03-19']],
        }),
      expect: { 首页: 'fresh' },
      facts: { 首页: { where: '二级页面', newest: '2024-03-12' } },
    },
    {
      shows: 'what the home page links to is its second level, wherever the crawl met it first',
      site: new SiteViewBuilder({ links: [['工作动态', '/dt/', 'nav']] }).page('/dt/', {
        kind: 'listing',
        title: '动态',
        depth: 2,
        items: [['植树', '2024-03-12']],
      }),
      expect: { 首页: 'fresh' },
      facts: { 首页: { where: '二级页面', newest: '2024-03-12' } },
    },
    {
      shows: 'an entry shown without a day on the home page, dated in its article',
      site: new SiteViewBuilder({
        items: [['旧闻', '2023-03-01']],
        links: [['关于召开全市造林绿化现场会的通知', '/2.html', 'other']],
      }).page('/2.html', { kind: 'article', publishedOn: '2024-03-15' }),
      expect: { 首页: 'fresh' },
      facts: { 首页: { newest: '2024-03-15' } },
    },
    {
      shows: 'entries dated in their articles',
      site: new SiteViewBuilder({ items: [['植树', null, '/1.html']] }).page('/1.html', {
        kind: 'article',
        publishedOn: '2024-03-15',
      }),
      expect: { 首页: 'fresh' },
    },
  ],
  stale: [
    {
      shows: 'nothing for three weeks',
      site: new SiteViewBuilder({ items: [['植树', '2024-02-28']] }),
      expect: { 首页: 'stale' },
      facts: { 首页: { days: 21, limit: 14 } },
    },
    {
      shows: 'a picture without words may lead to something newer',
      site: new SiteViewBuilder({
        items: [['旧闻', '2024-02-01']],
        links: [['', '/dt/9.html', 'other']],
      }),
      expect: { 首页: 'stale' },
      softened: true,
    },
    {
      shows: 'an undated entry whose article was not read may be newer',
      site: new SiteViewBuilder({
        items: [['旧闻', '2024-02-01']],
        links: [
          ['关于召开全市造林绿化现场会的通知', '/2.html', 'other'],
          ['通知公告', '/tz/', 'other'],
        ],
      }),
      expect: { 首页: 'stale' },
      softened: true,
    },
    {
      shows: 'a link that is gone at both visits leads to nothing newer',
      site: new SiteViewBuilder({
        items: [['旧闻', '2024-02-01']],
        links: [['关于召开全市造林绿化现场会的通知', '/2.html', 'other']],
      }).target('/2.html', [404, 404]),
      expect: { 首页: 'stale' },
    },
    {
      shows: 'a link that failed once',
      site: new SiteViewBuilder({
        items: [['旧闻', '2024-02-01']],
        links: [['关于召开全市造林绿化现场会的通知', '/2.html', 'other']],
      }).target('/2.html', [404]),
      expect: { 首页: 'stale' },
      softened: true,
    },
    {
      shows: 'an entry without a day may be newer',
      site: new SiteViewBuilder({
        items: [
          ['植树', '2024-02-28'],
          ['无日期', null],
        ],
      }),
      expect: { 首页: 'stale' },
      softened: true,
    },
    {
      shows: 'a home page filled by script may show more than we read',
      site: new SiteViewBuilder({
        items: [['植树', '2024-02-28']],
        needsBrowser: '列表由脚本填充',
      }),
      expect: { 首页: 'stale' },
      softened: true,
    },
  ],
  'second-level-stale': [
    {
      shows: 'only navigation, and the second level is old',
      site: new SiteViewBuilder().page('/dt/', {
        kind: 'listing',
        title: '动态',
        items: [['甲', '2024-01-02']],
      }),
      expect: { 首页: 'second-level-stale' },
    },
    {
      shows: 'a second-level column that was not read may be newer',
      site: new SiteViewBuilder()
        .page('/dt/', { kind: 'listing', title: '动态', items: [['甲', '2024-01-02']] })
        .column('通知公告', '/tz/', { unread: true }),
      expect: { 首页: 'second-level-stale' },
      softened: true,
    },
  ],
  undated: {
    shows: 'entries without any day',
    site: new SiteViewBuilder({ items: [['植树', null]] }),
    expect: { 首页: 'undated' },
  },
  unreadable: {
    shows: 'no entries anywhere',
    site: new SiteViewBuilder({ needsBrowser: '正文由脚本写出' }),
    expect: { 首页: 'unreadable' },
    facts: { 首页: { reason: '正文由脚本写出' } },
  },
})
