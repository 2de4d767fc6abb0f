/** Every outcome of `service/search-fruitless`, from pages of results read by the real reader. */
import { ownLabels } from '#app/rooms'
import { queryAddress, type SearchKind, type SearchQuery } from '#base/query-address'
import { searchFruitless } from '#checks/service/search-fruitless'
import type { UrlState } from '#model/capture'
import type { SearchForm } from '#model/page-search'
import type { SearchEntry, SiteSearch } from '#model/site-view'
import { createPageReader } from '#understand/page-reader'
import { testCheck } from '../../support/check-kit.ts'
import { resultsPage } from '../../support/search-site.ts'
import { at, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const TITLES: Readonly<Record<SearchKind, string>> = {
  ownItem: '示例市冬季森林防火工作实施方案',
  ownOther: '示例市古树名木保护管理办法',
  ownService: '林木采伐许可证核发',
  lowerItem: '示例林场召开春季造林工作会议',
  lowerService: '国有林场用地审批办理',
}
const SUBJECTS = {
  ownItem: '本网站信息',
  ownService: '本网站服务事项',
} as const
const FEATURES = {
  结果分类与排序: 'unshown',
  模糊搜索提示: 'unshown',
  结果聚合: 'unshown',
} as const

const FORM: SearchForm = {
  action: at('/search'),
  method: 'get',
  field: 'q',
  fixed: [],
  charset: 'utf-8',
  how: 'form',
  scripted: false,
  quote: '站内搜索',
  at: [0, 4],
}
const entry = (form: Partial<SearchForm> = {}, outside: string | null = null): SearchEntry => ({
  form: { ...FORM, ...form },
  outside,
  place: { url: at('/'), at: null, quote: '站内搜索' },
})

type Asked = readonly [kind: SearchKind, answer: Answer]
/** HTML of the answer, a status, or a state in which nothing was stored. */
type Answer = string | number | readonly [state: UrlState, reason: string]

const none = (kind: SearchKind): Asked => [kind, resultsPage(TITLES[kind], [])]
const fillable = (kind: SearchKind): string =>
  resultsPage(TITLES[kind], []).replace('</body>', '<script src="/js/search.js"></script></body>')
const others = (kind: SearchKind): Asked => [
  kind,
  resultsPage(TITLES[kind], ['关于防汛工作的通知']),
]
const hit = (kind: SearchKind): Asked => [
  kind,
  resultsPage(TITLES[kind], ['关于防汛工作的通知', TITLES[kind]]),
]

function site(asked: readonly Asked[], how: { scripted?: true } = {}): SiteViewBuilder {
  const builder = new SiteViewBuilder({ words: ['站内搜索'] })
  for (const title of Object.values(TITLES))
    builder.target(`/${title}.html`, [200], { text: title })
  const searches = asked.map(([kind, answer]) =>
    searchOf(builder, kind, answer, how.scripted === true),
  )
  return builder.with({ search: { entries: [entry()], usable: true, asked: searches } })
}

function searchOf(
  builder: SiteViewBuilder,
  kind: SearchKind,
  answer: Answer,
  scripted: boolean,
): SiteSearch {
  const title = TITLES[kind]
  const page = `${at('/search')}?q=${encodeURIComponent(title)}`
  const query: SearchQuery = { page, kind, title, target: at(`/${title}.html`), scripted }
  if (typeof answer === 'object')
    return { query, state: answer[0], reason: `站内搜索：${answer[1]}`, capture: null, page: null }
  const url = queryAddress(query)
  const status = typeof answer === 'number' ? answer : 200
  const html = typeof answer === 'number' ? '' : answer
  builder.keep(page, html)
  const read = createPageReader(ownLabels()).read({
    url,
    body: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    status,
    truncated: false,
    homeUrl: at('/'),
  })
  const capture = {
    state: 'stored',
    id: `search-${kind}`,
    run: 'run-1',
    url,
    at: 0,
    via: 'http',
    finalUrl: url,
    redirects: [],
    status,
    headers: [],
    sha256: 'x',
    bytes: html.length,
    remoteAddress: null,
    truncated: false,
    blocked: null,
    remarks: [],
    record: null,
  } as const
  const reason = `站内搜索：HTTP ${status}`
  return { query, state: 'fetched', reason, capture, page: status < 400 ? read : null }
}

const unaskable = (entries: readonly SearchEntry[]): SiteViewBuilder =>
  new SiteViewBuilder({ words: ['站内搜索'] }).with({
    search: { entries, usable: false, asked: [] },
  })

const garbled = resultsPage('绀轰緥甯', [])
const shell =
  '<html><head><title>搜索</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>'
const rich = `<div class="tabs"><a href="?t=0">全部</a><a href="?t=1">政策文件</a><a href="?t=2">办事服务</a></div><p><span>按相关度排序</span></p><p><b>相关搜索</b></p><p><a href="/j">相关解读</a></p></body>`

const county = () =>
  new SiteViewBuilder().with({
    agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
  })
const OTHERS = ['防汛', '抗旱', '防火', '植树', '护林'].map((one) => `关于做好今年${one}工作的通知`)

testCheck(searchFruitless, {
  outranked: {
    shows: 'a full first page without it, one that a script might fill, and a few results',
    site: site([
      ['ownItem', resultsPage(TITLES.ownItem, OTHERS)],
      [
        'ownOther',
        resultsPage(TITLES.ownOther, OTHERS).replace(
          '</body>',
          '<script src="/js/s.js"></script></body>',
        ),
      ],
      others('ownService'),
    ]),
    expect: {
      本网站信息: 'outranked',
      站内搜索: 'unconfirmed',
      ...FEATURES,
    },
  },
  absent: {
    shows: 'a government whose home page holds nothing that a script would write',
    site: county().column('通知公告', '/tz/'),
    expect: { 站内搜索: 'absent' },
  },
  found: [
    {
      shows: 'on a full page, its title cut by the list',
      site: site([
        ['ownItem', resultsPage(TITLES.ownItem, [...OTHERS, '示例市冬季森林防火工作实施…'])],
      ]),
      expect: { [SUBJECTS.ownItem]: 'found', ...FEATURES },
    },
    {
      shows: 'second on the first page',
      site: site([hit('ownItem')]),
      expect: { [SUBJECTS.ownItem]: 'found', ...FEATURES },
      facts: { [SUBJECTS.ownItem]: { rank: 2, results: 2 } },
    },
  ],
  reached: {
    shows: 'information and a service of a site below',
    site: site([hit('ownItem'), hit('lowerItem'), hit('lowerService')]),
    expect: { [SUBJECTS.ownItem]: 'found', 下级网站内容: 'reached', ...FEATURES },
  },
  'half-tried': [
    {
      shows: 'the service was not searched for',
      site: site([hit('ownItem'), hit('lowerItem')]),
      expect: { [SUBJECTS.ownItem]: 'found', 下级网站内容: 'half-tried', ...FEATURES },
      facts: {
        下级网站内容: { reason: `下级网站信息“${TITLES.lowerItem}”搜得到；下级网站服务事项没有试` },
      },
    },
    {
      shows: 'the service stands not among the results read',
      site: site([hit('lowerItem'), others('lowerService')]),
      expect: { 下级网站内容: 'half-tried', ...FEATURES },
    },
  ],
  denied: [
    {
      shows: 'two own titles that a plain form and pages without scripts do not find',
      site: site([none('ownItem'), none('ownService')]),
      expect: {
        [SUBJECTS.ownItem]: 'denied',
        [SUBJECTS.ownService]: 'denied',
        ...FEATURES,
      },
    },
    {
      shows: 'the page says that there is nothing, and shows an older title',
      site: site([none('ownItem'), hit('ownOther')]),
      expect: { [SUBJECTS.ownItem]: 'denied', 本网站另一条信息: 'found', ...FEATURES },
    },
    {
      shows: 'sites below are not in the index: one of the two is enough',
      site: site([hit('ownItem'), none('lowerItem'), hit('lowerService')], { scripted: true }),
      expect: { 下级网站内容: 'denied', [SUBJECTS.ownItem]: 'found', ...FEATURES },
    },
  ],
  broken: {
    shows: 'both titles get an error of the server',
    site: site([
      ['ownItem', 500],
      ['ownService', 500],
    ]),
    expect: { 站内搜索: 'broken' },
    facts: { 站内搜索: { status: 500, times: 2 } },
  },
  unconfirmed: [
    {
      shows: 'one title alone that a plain page does not find',
      site: site([none('ownItem')]),
      expect: { [SUBJECTS.ownItem]: 'unconfirmed', ...FEATURES },
    },
    {
      shows: 'results without it: it may stand there in other words',
      site: site([others('ownItem')]),
      expect: { [SUBJECTS.ownItem]: 'unconfirmed', ...FEATURES },
    },
    {
      shows: 'nothing found at all: a script may fill the page, or our request lack something',
      site: site([
        ['ownItem', fillable('ownItem')],
        ['ownService', fillable('ownService')],
      ]),
      expect: { 站内搜索: 'unconfirmed', ...FEATURES },
      facts: { 站内搜索: { title: `${TITLES.ownItem}”“${TITLES.ownService}` } },
    },
    {
      shows: 'words that came back garbled: our fault',
      site: site([['ownItem', garbled]]),
      expect: { [SUBJECTS.ownItem]: 'unconfirmed', ...FEATURES },
    },
    {
      shows: 'results written by script',
      site: site([['ownItem', shell]]),
      expect: { [SUBJECTS.ownItem]: 'unconfirmed', ...FEATURES },
    },
    {
      shows: 'one error is no broken search',
      site: site([['ownItem', 500]]),
      expect: { 站内搜索: 'unconfirmed' },
    },
    {
      shows: 'an overloaded server may recover',
      site: site([
        ['ownItem', 503],
        ['ownOther', 503],
      ]),
      expect: { 站内搜索: 'unconfirmed' },
    },
    {
      shows: 'a scripted box that leads to 404: the script may lead elsewhere',
      site: site(
        [
          ['ownItem', 404],
          ['ownService', 404],
        ],
        { scripted: true },
      ),
      expect: { 站内搜索: 'unconfirmed' },
    },
    {
      shows: 'an error for one title and results for the other',
      site: site([['ownItem', 503], hit('ownService')]),
      expect: {
        [SUBJECTS.ownItem]: 'unconfirmed',
        [SUBJECTS.ownService]: 'found',
        ...FEATURES,
      },
    },
  ],
  unasked: [
    {
      shows: 'a box that posts',
      site: unaskable([entry({ method: 'post' })]),
      expect: { 站内搜索: 'unasked' },
    },
    {
      shows: 'a platform on another host',
      site: unaskable([entry({ action: 'http://so.example.org/s' }, 'so.example.org')]),
      expect: { 站内搜索: 'unasked' },
      facts: {
        站内搜索: {
          address: 'http://so.example.org/s',
          reason: '搜索由站外的 so.example.org 提供，没有代为搜索',
        },
      },
    },
    {
      shows: 'a script that cannot be read',
      site: unaskable([entry({ action: null, field: '' })]),
      expect: { 站内搜索: 'unasked' },
    },
    {
      shows: 'a protection, and robots.txt',
      site: site([
        ['ownItem', ['blocked', '状态码 412']],
        ['ownService', ['robots', 'robots.txt 不允许']],
      ]),
      expect: { [SUBJECTS.ownItem]: 'unasked', [SUBJECTS.ownService]: 'unasked' },
    },
  ],
  'no-entry': [
    ...(
      [
        ['a box that asks for a word', { words: ['请输入关键字'] }],
        ['a picture of a lens', { pictures: ['放大镜'] }],
        ['a way to it by its address', { links: [['', '/so/index.html', 'other']] }],
      ] satisfies readonly (readonly [string, PageSpec])[]
    ).map(([shows, home]) => ({
      shows: `the home page may have one: ${shows}`,
      site: new SiteViewBuilder(home)
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('通知公告', '/tz/'),
      expect: { 站内搜索: 'no-entry' } as const,
    })),
    {
      shows: 'no box on the home page of an office',
      site: new SiteViewBuilder(),
      expect: { 站内搜索: 'no-entry' },
    },
  ],
  skipped: {
    shows: 'turned off, or nothing suitable to search for',
    site: new SiteViewBuilder({ words: ['站内搜索'] }).with({
      search: { entries: [entry()], usable: true, asked: [] },
    }),
    expect: { 站内搜索: 'skipped' },
  },
  shown: {
    shows: 'kinds, sorting, help and gathering are quoted',
    site: site([
      ['ownItem', resultsPage(TITLES.ownItem, [TITLES.ownItem]).replace('</body>', rich)],
    ]),
    expect: {
      [SUBJECTS.ownItem]: 'found',
      结果分类与排序: 'shown',
      模糊搜索提示: 'shown',
      结果聚合: 'shown',
    },
    facts: { 结果分类与排序: { words: '按相关度排序、全部、政策文件、办事服务' } },
  },
  unshown: {
    shows: 'a bare list',
    site: site([hit('ownItem')]),
    expect: { [SUBJECTS.ownItem]: 'found', ...FEATURES },
  },
})
