/** Every outcome of `identity/page-title-poor` from a small site that gives it. */
import { pageTitlePoor } from '#checks/identity/page-title-poor'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const NAMES = ['植树', '护林', '防火', '种苗', '湿地']
const articles = (headTitle?: string): SiteViewBuilder =>
  NAMES.reduce(
    (builder, name, index) =>
      builder.page(`/dt/${index}.html`, {
        kind: 'article',
        title: name,
        ...(headTitle === undefined ? {} : { headTitle }),
      }),
    new SiteViewBuilder(),
  )
/** Five columns; those named bear the title given, the others their own. */
const columns = (titles: readonly (readonly [string, string])[]): SiteViewBuilder =>
  NAMES.reduce(
    (builder, name, index) =>
      builder.column(name, `/l${index}/`, {
        headTitle: titles.find(([one]) => one === name)?.[1] ?? `${name}_示例市林业局`,
      }),
    new SiteViewBuilder({ headTitle: '示例市林业局' }),
  )
const OTHERS = { 首页: 'telling', 栏目页: 'not-judged' } as const

/** A column whose page says where it stands, and has this title, beside the one that the title is of. */
const notices = (): SiteViewBuilder =>
  new SiteViewBuilder({ headTitle: '示例市林业局' }).column('通知公告', '/tz/', {
    headTitle: '通知公告-示例市林业局',
    above: ['首页', '通知公告'],
  })
const titled = (headTitle: string, ...above: readonly string[]): SiteViewBuilder =>
  notices().column('招考录用', '/zk/', { headTitle, above: ['首页', ...above, '招考录用'] })
const SAME_TITLE = { headTitle: '通知公告-示例市林业局', above: ['首页', '招考录用'] } as const

/** Five articles of a template with one title for all beside six that bear their own. */
const mixed = (headTitle: string, trail: readonly string[]) =>
  [1, 2, 3, 4, 5].reduce(
    (site, n) =>
      site
        .page(`/cg/${n}.html`, { kind: 'article', title: `采购${n}`, headTitle, above: trail })
        .page(`/xw/${n}.html`, { kind: 'article', title: `新闻${n}`, headTitle: `新闻${n}_示例` }),
    new SiteViewBuilder().page('/xw/6.html', { kind: 'article', title: '新闻', headTitle: '新闻' }),
  )

const SUBJECTS = [
  '植树节',
  '护林员',
  '防火期',
  '种苗站',
  '湿地日',
  '古树名木',
  '松材线虫',
  '林长制',
  '退耕还林',
  '野生动物',
  '森林公园',
  '花卉展',
]
/** Twelve articles that say what they are, and one with this title. */
const among = (headTitle: string, title = '关于冬季森林防火巡查的情况通报'): SiteViewBuilder =>
  SUBJECTS.reduce(
    (site, one, n) =>
      site.page(`/xw/${n}.html`, {
        kind: 'article',
        title: `${one}宣传活动圆满结束`,
        headTitle: `${one}宣传活动圆满结束-示例市林业局`,
        above: ['首页', '林业动态'],
      }),
    new SiteViewBuilder({ headTitle: '示例市林业局' })
      .column('林业动态', '/xw/', { headTitle: '林业动态-示例市林业局' })
      .page('/xw/odd.html', { kind: 'article', title, headTitle, above: ['首页', '林业动态'] }),
  )
const ODD = { 首页: 'telling', 栏目页: 'telling' } as const

/** A home page of an office whose head and tag say its name. */
const home = (headTitle: string) =>
  new SiteViewBuilder({
    headTitle,
    headName: '示例市林业局',
    tags: { SiteName: '示例市林业局' },
  })

testCheck(pageTitlePoor, {
  misnamed: [
    {
      shows: 'the title of the column beside',
      site: titled('通知公告-示例市林业局'),
      expect: { 首页: 'telling', 内容页: 'not-judged', 栏目页: 'misnamed' },
      facts: { 栏目页: { count: 1 } },
    },
    ...['林业动态-示例市林业局', '古树名木宣传活动圆满结束', '全市国土绿化现场会'].map(
      (headTitle) => ({
        shows: `an article among others that say what they are: ${headTitle}`,
        site: among(headTitle),
        expect: { ...ODD, 内容页: 'misnamed' } as const,
        facts: { 内容页: { checked: 13, count: 1 } },
      }),
    ),
  ],
  foreign: [
    {
      shows: 'an article in the name of another county’s office',
      site: among('关于冬季森林防火巡查的情况通报-远山县林业局'),
      expect: { ...ODD, 内容页: 'foreign' },
    },
    {
      shows: 'a home page in the name of another county’s office',
      site: home('首页_远山县林业局'),
      expect: { 首页: 'foreign', 内容页: 'not-judged', 栏目页: 'not-judged' },
    },
  ],
  telling: [
    ...['首页_示例市林业局', '示例市林业局-网站首页', '欢迎访问示例市林业局网站'].map(
      (headTitle) => ({
        shows: `a home page’s title that says that it is one: ${headTitle}`,
        site: home(headTitle),
        expect: { 首页: 'telling', 内容页: 'not-judged', 栏目页: 'not-judged' } as const,
      }),
    ),
    ...[
      '关于冬季森林防火巡查…',
      '示例市林业局 关于冬季森林防火巡查的情况通报',
      '冬季森林防火巡查情况',
      '关于冬季森林防火巡查的情况通报-示例市人民政府',
    ].map((headTitle) => ({
      shows: `an article’s title cut, in other order or under the superior’s name: ${headTitle}`,
      site: among(headTitle),
      expect: { ...ODD, 内容页: 'telling' } as const,
    })),
    ...[
      titled('招考录用-通知公告-示例市林业局'),
      titled('通知公告-示例市林业局', '通知公告'),
      titled('人事招聘-示例市林业局'),
      notices().column('招考录用', '/zk/', { ...SAME_TITLE, parent: '通知公告' }),
      new SiteViewBuilder({ headTitle: '示例市林业局' })
        .column('招考录用', '/zk/', SAME_TITLE)
        .column('通知公告', '/zk/tz/', {
          headTitle: '通知公告-示例市林业局',
          parent: '招考录用',
          above: ['首页', '招考录用', '通知公告'],
        }),
    ].map((site, index) => ({
      shows: `a title of its own, of the column above or the first below, or in other words (${index})`,
      site,
      expect: { 首页: 'telling', 内容页: 'not-judged', 栏目页: 'telling' } as const,
    })),
    {
      shows: 'one column under the site’s name may be its entrance by another address',
      site: columns([['植树', '示例市林业局']]),
      expect: { 首页: 'telling', 内容页: 'not-judged', 栏目页: 'telling' },
    },
    {
      shows: 'the title of a frame without a menu is nobody’s',
      site: articles().page('/frame.html', { kind: 'other', headTitle: '无标题文档' }),
      expect: { ...OTHERS, 内容页: 'telling' },
    },
    {
      shows: 'a title a page',
      site: articles(),
      expect: { ...OTHERS, 内容页: 'telling' },
    },
    {
      shows: 'articles of one column bear its name',
      site: mixed('政府采购_示例市林业局', ['首页', '政府采购']),
      expect: { ...OTHERS, 内容页: 'telling' },
    },
    {
      shows: 'so are those whose title a script writes',
      site: articles().page('/dt/8.html', { kind: 'article', headTitle: '', scriptedTitle: true }),
      expect: { ...OTHERS, 内容页: 'telling' },
      facts: { 内容页: { checked: 5 } },
    },
    {
      shows: 'pages drawn by scripts are left out',
      site: articles().page('/app/', {
        kind: 'article',
        headTitle: '',
        needsBrowser: '由脚本生成',
      }),
      expect: { ...OTHERS, 内容页: 'telling' },
      facts: { 内容页: { checked: 5 } },
    },
  ],
  empty: [
    {
      shows: 'one article without',
      site: articles().page('/dt/9.html', { kind: 'article', title: '苗圃', headTitle: '' }),
      expect: { ...OTHERS, 内容页: 'empty' },
      facts: { 内容页: { checked: 6, count: 1 } },
    },
    {
      shows: 'one without beside one that nobody gave: each is said',
      site: articles()
        .page('/dt/8.html', { kind: 'article', title: '苗木', headTitle: '无标题文档' })
        .page('/dt/9.html', { kind: 'article', title: '苗圃', headTitle: '' }),
      expect: { ...OTHERS, 内容页: 'empty', '内容页：模板标题': 'placeholder' },
      facts: { '内容页：模板标题': { count: 1, words: '无标题文档' } },
    },
  ],
  'site-only': [
    {
      shows: 'one article under the site’s name among others that say what they are',
      site: among('示例市林业局网站'),
      expect: { ...ODD, 内容页: 'site-only' },
    },
    {
      shows: 'a template whose articles bear the site’s name alone',
      site: mixed('示例市林业局', ['首页', '政府采购']).page('/more.html', {
        kind: 'article',
        title: '苗圃',
      }),
      expect: { 首页: 'telling', 内容页: 'site-only', 栏目页: 'not-judged' },
      facts: { 内容页: { count: 5 } },
    },
    {
      shows: 'two columns with the home page’s title beside others that say what they are',
      site: columns([
        ['植树', '示例市林业局'],
        ['护林', '示例市林业局'],
      ]),
      expect: { 首页: 'telling', 内容页: 'not-judged', 栏目页: 'site-only' },
      facts: { 栏目页: { checked: 5, count: 2, words: '示例市林业局' } },
    },
  ],
  placeholder: [
    ...['新闻详情-示例市林业局', 'ÔÆÔóÊÐÁÖÒµ¾Ö', '首页_示例市林业局', '922200.htm', '文档1'].map(
      (headTitle) => ({
        shows: `what a template or a system left: ${headTitle}`,
        site: among(headTitle),
        expect: { ...ODD, 内容页: 'placeholder' } as const,
      }),
    ),
    {
      shows: 'a home page that names no site; a column of that name is none of its concern',
      site: new SiteViewBuilder({ headTitle: '首页' }),
      expect: { 首页: 'placeholder', 栏目页: 'not-judged', 内容页: 'not-judged' },
      facts: { 首页: { words: '首页' } },
    },
    {
      shows: 'a column whose title is 首页; a title that only begins so is none',
      site: new SiteViewBuilder()
        .column('校园安全', '/xyaq/', { headTitle: '首页' })
        .column('首页管理', '/sygl/', { headTitle: '首页管理_示例市林业局' }),
      expect: { ...OTHERS, 栏目页: 'placeholder', 内容页: 'not-judged' },
      facts: { 栏目页: { count: 1, words: '首页' } },
    },
    {
      shows: 'what a system calls the kind of its page',
      site: articles()
        .page('/dt/8.html', { kind: 'article', title: '苗圃', headTitle: '文章内容页' })
        .page('/dt/9.html', { kind: 'article', title: '苗木', headTitle: '列表页改版的通知' })
        .page('/dt/10.html', { kind: 'article', title: '林场', headTitle: '测试标题公告' }),
      expect: { ...OTHERS, 内容页: 'placeholder' },
      facts: { 内容页: { count: 1, words: '文章内容页' } },
    },
    {
      shows:
        'what a template leaves where its title is not filled in; words that only begin so are titles',
      site: articles()
        .page('/dt/8.html', { kind: 'article', title: '苗圃', headTitle: 'undefined' })
        .page('/dt/9.html', { kind: 'article', title: '苗木', headTitle: '$doc.title$' })
        .page('/dt/10.html', { kind: 'article', title: '林场', headTitle: '信息详情' })
        .page('/dt/11.html', { kind: 'article', title: '林场公示', headTitle: '详情公示如下' })
        .page('/dt/12.html', { kind: 'article', title: 'Index', headTitle: 'Index of trees' })
        .page('/dt/13.html', { kind: 'article', title: '树种', headTitle: '{$Title}_{$SiteName}' })
        .page('/dt/14.html', { kind: 'article', title: '树苗', headTitle: '查看内容' })
        .page('/dt/15.html', { kind: 'article', title: '补贴', headTitle: '补贴{500}元_查看内容' }),
      expect: { ...OTHERS, 内容页: 'placeholder' },
      facts: { 内容页: { count: 5, words: 'undefined' } },
    },
    {
      shows: 'the words of a tag left in the title; a kind of news in brackets is somebody’s own',
      site: articles()
        .page('/dt/8.html', { kind: 'article', title: '苗圃', headTitle: '请填写文章标题' })
        .page('/dt/9.html', { kind: 'article', title: '苗木', headTitle: '{{article.title}}' })
        .page('/dt/10.html', { kind: 'article', title: '网站名称', headTitle: '网站名称变更公告' })
        .page('/dt/11.html', { kind: 'article', title: '公告', headTitle: '【公告】' }),
      expect: { ...OTHERS, 内容页: 'placeholder' },
      facts: { 内容页: { count: 2, words: '请填写文章标题' } },
    },
    {
      shows: 'a page about the site that is neither column nor article',
      site: articles().page('/gywm/', {
        kind: 'other',
        headTitle: '无标题文档',
        links: [1, 2, 3, 4].map((one) => [`栏目${one}`, `/l${one}/`, 'nav'] as const),
      }),
      expect: { ...OTHERS, 内容页: 'telling', 其他页面: 'placeholder' },
    },
    {
      shows: 'what the editor wrote before anybody gave a title',
      site: articles()
        .page('/dt/8.html', { kind: 'article', title: '苗圃', headTitle: '无标题文档' })
        .page('/dt/9.html', { kind: 'article', title: '苗木', headTitle: 'Untitled Document' })
        .page('/dt/10.html', {
          kind: 'article',
          title: '公文',
          headTitle: '关于文档标题规范的通知',
        }),
      expect: { ...OTHERS, 内容页: 'placeholder' },
      facts: { 内容页: { checked: 8, count: 2, words: '无标题文档' } },
    },
  ],
  same: [
    {
      shows: 'the site name on every article',
      site: articles('示例市林业局网站'),
      expect: { ...OTHERS, 内容页: 'same' },
      facts: { 内容页: { count: 5, words: '示例市林业局网站' } },
    },
    {
      shows: 'the bare name of their column on the articles of one alone',
      site: mixed('政府采购', ['首页', '政府采购']),
      expect: { ...OTHERS, 内容页: 'same' },
      facts: { 内容页: { count: 5, words: '政府采购' } },
    },
    {
      shows: 'one template whose title says nothing; one whose title is that of its column',
      site: mixed('信息公开系统', ['首页', '政府采购']).page('/more.html', {
        kind: 'article',
        title: '苗圃',
      }),
      expect: { ...OTHERS, 内容页: 'same' },
      facts: { 内容页: { checked: 12, count: 5, words: '信息公开系统' } },
    },
  ],
  'not-judged': {
    shows: 'a home page alone',
    site: new SiteViewBuilder(),
    expect: { ...OTHERS, 内容页: 'not-judged' },
  },
})
