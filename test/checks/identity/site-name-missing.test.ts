/** Every outcome of `identity/site-name-missing` from a small site that gives it. */
import { siteNameMissing } from '#checks/identity/site-name-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const article = { kind: 'article', title: '植树' } as const

/** Lists under the name of a bureau of two fields, and under names that are parts of it. */
function renamed(...heads: readonly string[]): SiteViewBuilder {
  const own = '示例市林业和草原局'
  const site = new SiteViewBuilder({ headTitle: own, headName: own })
  for (const [i, headName] of [own, ...heads].entries())
    site.page(`/l${i}/`, { kind: 'listing', headName })
  const { agency } = site.build()
  return site.with({ agency: { ...agency, name: own } })
}

/** Two of six articles under this head. */
const channel = (headName: string): SiteViewBuilder => {
  const site = new SiteViewBuilder({ links: [['云水市政府', 'http://www.ys.gov.cn/']] })
  for (const at of [1, 2, 3, 4, 5, 6])
    site.page(`/dt/${at}.html`, {
      ...article,
      headTitle: `动态${at}-示例市林业局`,
      ...(at < 3 ? { headName } : {}),
    })
  return site
}

const PLAIN = { shows: false, parts: ['.top', '#menu', 'script /js/menu.js'] }

/** Six articles whose heads say the name in words, and one that does not. */
function besideNamed(headMake: typeof PLAIN): SiteViewBuilder {
  const site = new SiteViewBuilder()
  for (let i = 0; i < 6; i++) site.page(`/dt/${i}.html`, { ...article, headMake: PLAIN })
  return site.page('/zt/1.html', { ...article, title: '招商引资', headName: null, headMake })
}
const LACKS = '页头没有名称的内容页'

testCheck(siteNameMissing, {
  'other-name': [
    {
      shows: 'the template of one channel, under the portal’s own titles',
      site: channel('临湖市人民政府'),
      expect: { 首页: 'present', 内容页: 'other-name' },
      facts: { 内容页: { checked: 6, other: 2, names: '临湖市人民政府' } },
    },
    {
      shows:
        'the head of another bureau, the title its own; shared words and stray pages accuse nobody',
      site: new SiteViewBuilder({ headTitle: '示例市林业局', headName: '柳州县经济信息局' })
        .page('/dt/1.html', { ...article, headName: '示例市农业林业局' })
        .page('/dt/', { kind: 'listing' }),
      expect: { 首页: 'other-name', 列表页: 'present', 内容页: 'present' },
    },
  ],
  'name-differs': [
    {
      shows: 'the title does not say whose site it is',
      site: new SiteViewBuilder({ headTitle: '欢迎访问', headName: '柳州县经济信息局' }),
      expect: { 首页: 'name-differs' },
    },
    {
      shows:
        'a channel kept the head of before its body was joined with another; a short form is no other name',
      site: renamed('示例市草原局', '示例市林草局'),
      expect: { 首页: 'present', 列表页: 'name-differs' },
      facts: { 列表页: { checked: 3, other: 1, names: '示例市草原局' } },
    },
  ],
  present: [
    ...['河西镇人民政府', '云水市人民政府'].map((name) => ({
      shows: 'a town’s part of the portal, a superior that the home page names',
      site: channel(name),
      expect: { 首页: 'present' as const, 内容页: 'present' as const },
    })),
    {
      shows: 'on every kind of page',
      site: new SiteViewBuilder().page('/dt/', { kind: 'listing' }).page('/dt/1.html', article),
      expect: { 首页: 'present', 列表页: 'present', 内容页: 'present' },
    },
    {
      shows: 'a page without a head is headed by a link that bears the name',
      site: new SiteViewBuilder().page('/dt/1.html', {
        ...article,
        headName: null,
        links: [['示例市林业局', '/', 'nav']],
        words: ['植树的通知正文'],
      }),
      expect: { 首页: 'present', 内容页: 'present' },
      facts: { 内容页: { name: '示例市林业局' } },
    },
  ],
  missing: [
    {
      shows: 'a head made of nothing but what stands in the others, without the words of the name',
      site: besideNamed({ shows: false, parts: ['.top', 'script /js/menu.js'] }),
      expect: { 首页: 'present', 内容页: 'present', [LACKS]: 'missing' },
      facts: { [LACKS]: { missing: 1 }, 内容页: { checked: 6 } },
    },
    {
      shows:
        'a page that a list leads to and that begins with its text; one opened for printing is another form',
      site: new SiteViewBuilder()
        .page('/dt/1.html', article)
        .page('/dt/2.html', { ...article, title: '老年证办理', headName: null, headless: true })
        .page('/dt/3.html', { ...article, title: '林权证办理', headName: null, headless: true })
        .target('/dt/2.html', [200], { text: '老年证办理' })
        .target('/dt/3.html', [200], { text: '打印本页' }),
      expect: { 首页: 'present', 没有页头的内容页: 'missing', 内容页: 'partly-missing' },
      facts: { 没有页头的内容页: { missing: 1 }, 内容页: { checked: 2, missing: 1 } },
    },
    {
      shows: 'articles without it: one finding for all pages, open because heads may be pictures',
      site: new SiteViewBuilder()
        .page('/dt/1.html', { ...article, headName: null })
        .page('/dt/2.html', { ...article, headName: null }),
      expect: { 首页: 'present', 内容页: 'missing' },
      softened: true,
      facts: { 内容页: { checked: 2 } },
    },
    {
      shows: 'a site whose name may be a picture',
      site: new SiteViewBuilder({ headName: null }).page('/dt/1.html', {
        ...article,
        headName: null,
      }),
      expect: { 首页: 'missing', 内容页: 'missing' },
      softened: true,
    },
  ],
  'partly-missing': [
    {
      shows: 'beside the template with another body’s name one without any',
      site: channel('临湖市人民政府').page('/hd/1.html', { ...article, headName: null }),
      expect: { 首页: 'present', 内容页: 'other-name', 其余内容页: 'partly-missing' },
    },
    {
      shows:
        'a page of no known kind with the foot of the others; an English one is another matter',
      site: new SiteViewBuilder()
        .page('/cx/', { kind: 'other', title: '证书查询', footer: { siteCode: '9912340007' } })
        .page('/so/', {
          kind: 'other',
          title: '高级检索页面',
          headName: null,
          footer: { siteCode: '9912340007' },
        })
        .page('/en/', {
          kind: 'article',
          title: 'About the Bureau',
          headName: null,
          words: ['The bureau is in charge of forests.'],
        }),
      expect: { 首页: 'present', 其他页面: 'partly-missing' },
      facts: { 其他页面: { missing: 1, folders: '/so/' } },
    },
    {
      shows: 'a head with a picture may show it',
      site: besideNamed({ ...PLAIN, shows: true }),
      expect: { 首页: 'present', 内容页: 'partly-missing' },
    },
    {
      shows: 'a box of its own may have it for a background',
      site: besideNamed({ shows: false, parts: ['.top', '.zt-banner'] }),
      expect: { 首页: 'present', 内容页: 'partly-missing' },
    },
    {
      shows: 'pages of one folder without it',
      site: new SiteViewBuilder()
        .page('/dt/1.html', article)
        .page('/old/2.html', { ...article, headName: null }),
      expect: { 首页: 'present', 内容页: 'partly-missing' },
      facts: { 内容页: { missing: 1, folders: '/old/' } },
    },
  ],
})
