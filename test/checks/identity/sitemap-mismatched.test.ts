/** Every outcome of `identity/sitemap-mismatched` from a small site that gives it. */
import { sitemapMismatched } from '#checks/identity/sitemap-mismatched'
import { testCheck } from '../../support/check-kit.ts'
import { at, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const DEAD = '网站地图：失效条目'
const ABSENT = '网站地图：缺少的栏目'
const NAMES = '网站地图：名称不符'

type Entry = readonly [text: string, path: string, visits: readonly number[]]

/** Two live columns, and a map with the entries given. */
function withMap(...entries: readonly Entry[]): SiteViewBuilder {
  return mapOf(false, entries)
}

function mapOf(
  unlinked: boolean,
  entries: readonly Entry[],
  menu: NonNullable<PageSpec['links']> = [],
): SiteViewBuilder {
  const site = new SiteViewBuilder({ links: menu })
    .column('工作动态', '/dt/', { trail: ['新闻中心', '工作动态'], unlinked })
    .column('政府信息公开指南', '/zn/', { unlinked })
    .page('/map.html', { title: '网站地图', words: entries.map(([text]) => text) })
  for (const [text, path, visits] of entries) site.target(path, visits, { from: '/map.html', text })
  return site.with({
    sitemap: {
      place: site.cite('/map.html', '网站地图'),
      entries: entries.map(([text, path]) => ({
        text,
        url: at(path),
        place: site.cite('/map.html', text),
      })),
    },
  })
}

const HOMEWARD = '网站地图：指向首页的条目'
/** Other entries of a map of some length. */
const SECTIONS = Array.from(
  '甲乙丙丁戊己庚辛',
  (mark, i): Entry => [`${mark}类栏目`, `/s${i}/`, [200]],
)

/** Places anywhere on the map's page. */
const mapWith = (...entries: readonly (readonly [string, string])[]) => ({
  place: { url: at('/map.html'), at: null, quote: '网站地图' },
  entries: entries.map(([text, path]) => ({
    text,
    url: at(path),
    place: { url: at('/map.html'), at: null, quote: text },
  })),
})

/** 机关党建 stands on the home page alone, 工作动态 and 政府信息公开指南 on every page, and no region tells a menu. */
function doorsAtHome(
  more: readonly (readonly [string, string])[] = [],
  doors: NonNullable<PageSpec['links']> = [],
): SiteViewBuilder {
  const menu = [
    ['工作动态', '/dt/', 'other'],
    ['政府信息公开指南', '/zn/', 'other'],
    ...more.map(([text, path]) => [text, path, 'other'] as const),
  ] as const
  const site = mapOf(
    false,
    [NEWS, GUIDE],
    [...menu, ...doors, ['机关党建', '/dj/', 'other'], ['个人中心登录', '/login/', 'nav']],
  )
    .column('机关党建', '/dj/')
    .column('个人中心登录', '/login/')
  for (let i = 1; i <= 6; i++) site.page(`/x/${i}.html`, { kind: 'article', links: menu })
  return site
}

const SIXTH = '审计信息'
/** A column of six sub-columns, five of which (or those given) the map lists. */
function deepMap(
  listedNames: readonly string[],
  inMenu: boolean | 'above' = true,
  of = '/fd/',
): SiteViewBuilder {
  const names = ['甲类', '乙类', '丙类', '丁类', '戊类', SIXTH]
  const path = (name: string): string => `/fd/${names.indexOf(name)}/`
  const menu = names.map((name) => [name, path(name), 'nav'] as const)
  const shown: Entry[] = [NEWS, GUIDE, ['法定公开', '/fd/', [200]]]
  const more = listedNames.map((name): Entry => [name, path(name).replace('/fd/', of), [200]])
  const above = inMenu === 'above' ? { links: menu } : {}
  const site = mapOf(false, [...shown, ...more]).column('法定公开', '/fd/', above)
  // Columns of the same names below another body's.
  if (of !== '/fd/') for (const [name, url] of more) site.column(name, url, { unlinked: true })
  for (const name of names)
    site.column(name, path(name), {
      parent: '法定公开',
      unlinked: true,
      items: [['一条', '2023-07-01']],
      ...(inMenu === true ? { links: menu } : {}),
    })
  return site
}

/** Beside a branch of six that is listed whole one of three, of which these are listed. */
function branched(listed: readonly number[]): SiteViewBuilder {
  const names = [1, 2, 3].map((at) => `参与${at}`)
  const menu = names.map((name, at) => [name, `/cy/${at + 1}/`, 'nav'] as const)
  const six = ['甲类', '乙类', '丙类', '丁类', '戊类', SIXTH]
  const site = deepMap(six).column('公众参与', '/cy/')
  for (const [name, url] of menu)
    site.column(name, url, { parent: '公众参与', unlinked: true, links: menu })
  const { entries, place } = mapWith(
    ['工作动态', '/dt/'],
    ['公开指南', '/zn/'],
    ['法定公开', '/fd/'],
    ['公众参与', '/cy/'],
    ...six.map((name, i) => [name, `/fd/${i}/`] as const),
    ...listed.map((at) => [`参与${at}`, `/cy/${at}/`] as const),
  )
  return site.with({ sitemap: { entries, place } })
}

/** 审计信息 leads to 甲类, which has an entry of its own. */
function crossed(): SiteViewBuilder {
  const site = deepMap(['甲类', '乙类', '丙类', '丁类', '戊类', '甲类'])
  const { entries, place } = mapWith(
    ['工作动态', '/dt/'],
    ['公开指南', '/zn/'],
    ['法定公开', '/fd/'],
    ...['甲类', '乙类', '丙类', '丁类', '戊类'].map((name, i) => [name, `/fd/${i}/`] as const),
    [SIXTH, '/fd/0/'],
  )
  return site
    .page('/map.html', { title: '网站地图', words: [SIXTH] })
    .with({ sitemap: { place, entries } })
}

const NEWS: Entry = ['工作动态', '/dt/', [200]]
const GUIDE: Entry = ['公开指南', '/zn/', [200]]
const good = { [DEAD]: 'entries-live', [ABSENT]: 'columns-listed', [NAMES]: 'names-agree' } as const

/** Features below their column, these of which the map lists. */
function featuredMap(names: readonly string[], shown: readonly string[]): SiteViewBuilder {
  const path = (name: string): string => `/zt/${names.indexOf(name)}/`
  const more = shown.map((name): Entry => [name, path(name), [200]])
  const site = mapOf(false, [NEWS, GUIDE, ['专题专栏', '/zt/', [200]], ...more]).column(
    '专题专栏',
    '/zt/',
    { topic: 'features' },
  )
  for (const name of names)
    site.column(name, path(name), {
      parent: '专题专栏',
      unlinked: true,
      items: [['一条', '2023-07-01']],
    })
  return site
}

/** A map by sections of eight entries, in which 行政处罚 stands below 互动交流, and these words without a link. */
function sectioned(
  trail: readonly string[],
  words: readonly string[] = [],
  beside = false,
): SiteViewBuilder {
  const site = deepMap(['甲类', '乙类', '丙类', '丁类', '戊类', SIXTH]).column('互动交流', '/hd/')
  for (const [i, name] of ['县长信箱', '在线访谈'].entries())
    site.column(name, `/hd/${i}/`, { parent: '互动交流', unlinked: true })
  site.column('行政处罚', '/fd/9/', {
    parent: '法定公开',
    unlinked: true,
    above: trail,
  })
  if (beside) site.page('/hd/', { links: [['行政处罚', '/fd/9/']] })
  const listed: readonly (readonly [string, string])[] = [
    ['工作动态', '/dt/'],
    ['公开指南', '/zn/'],
    ['法定公开', '/fd/'],
    ...['甲类', '乙类', '丙类', '丁类', '戊类', SIXTH].map(
      (name, i) => [name, `/fd/${i}/`] as const,
    ),
    ['互动交流', '/hd/'],
    ['县长信箱', '/hd/0/'],
    ['在线访谈', '/hd/1/'],
    ['行政处罚', '/fd/9/'],
  ]
  site.page('/map.html', {
    title: '网站地图',
    words: [...listed.map(([text]) => text), ...words],
    links: listed,
  })
  return site.with({
    sitemap: {
      place: site.cite('/map.html', '网站地图'),
      entries: listed.map(([text, path]) => ({
        text,
        url: at(path),
        place: site.cite('/map.html', text),
      })),
    },
  })
}

testCheck(sitemapMismatched, {
  'entries-moved': {
    shows: 'an entry under another section than its own page says',
    site: sectioned(['法定公开', '行政处罚']),
    expect: { ...good, '网站地图：放错位置的条目': 'entries-moved' },
    facts: { '网站地图：放错位置的条目': { names: '行政处罚（地图：互动交流，网站：法定公开）' } },
  },
  'words-unled': {
    shows: 'a name without a link, and an entry that the section above it leads to beside its own',
    site: sectioned(['法定公开', '行政处罚'], ['建议提案'], true),
    expect: { ...good, '网站地图：没有链接的条目': 'words-unled' },
  },
  'features-absent': {
    shows: 'a feature beside two that the map lists',
    site: featuredMap(['居家养老', '清明祭扫', '婚俗改革'], ['居家养老', '清明祭扫']),
    expect: { ...good, '网站地图：缺少的专题': 'features-absent' },
    facts: { '网站地图：缺少的专题': { names: '婚俗改革' } },
  },
  inert: {
    shows: 'the entry leads nowhere: what it lacks is said with the foot',
    site: new SiteViewBuilder({
      footer: { sitemap: { markup: '网站地图', where: 'visible', quote: '网站地图', inert: true } },
    }).column('工作动态', '/dt/'),
    expect: { 网站地图: 'inert' },
  },
  'blocks-absent': {
    shows: 'a block of the home page whose 更多 leads to a column the map leaves out',
    site: new SiteViewBuilder({
      links: [
        ['更多', '/fc/', 'other'],
        ['更多', '/yj/', 'other'],
        ['护林防火', '/hl/', 'other'],
      ],
    })
      .column('工作动态', '/dt/')
      .column('林业风采', '/fc/', {
        unlinked: true,
        items: [
          ['枫雪谷', '2023-07-01'],
          ['松花江水禽', '2023-07-01'],
        ],
      })
      .column('专题专栏', '/zt/', { topic: 'features', links: [['护林防火', '/hl/', 'main']] })
      .column('护林防火', '/hl/', {
        unlinked: true,
        items: [
          ['巡山', '2023-07-01'],
          ['护林', '2023-07-01'],
        ],
      })
      .column('意见征集', '/yj/', {
        unlinked: true,
        items: [
          ['征求意见', '2023-07-01'],
          ['再征求意见', '2023-07-01'],
        ],
      })
      .page('/map.html', { title: '网站地图', words: ['工作动态', '意见征集', '专题专栏'] })
      .target('/dt/', [200], { from: '/map.html', text: '工作动态' })
      .target('/yj/', [200], { from: '/map.html', text: '意见征集' })
      .target('/zt/', [200], { from: '/map.html', text: '专题专栏' })
      .with({
        sitemap: mapWith(['工作动态', '/dt/'], ['意见征集', '/yj/'], ['专题专栏', '/zt/']),
      }),
    expect: { ...good, '网站地图：首页版块': 'blocks-absent' },
    facts: { '网站地图：首页版块': { names: '林业风采' } },
  },
  'children-absent': [
    {
      shows: 'one of three, where the map lists nearly all of the other branches',
      site: branched([1, 2]),
      expect: { ...good, '网站地图：缺少的下级栏目': 'children-absent' },
      facts: { '网站地图：缺少的下级栏目': { count: 1, names: '参与3' } },
    },
    {
      shows:
        'the one of six sub-columns that the map leaves out, though the menu of its siblings has it',
      site: deepMap(['甲类', '乙类', '丙类', '丁类', '戊类']),
      expect: { ...good, '网站地图：缺少的下级栏目': 'children-absent' },
      facts: { '网站地图：缺少的下级栏目': { count: 1, names: '审计信息' } },
    },
    {
      shows:
        'the one of six that the map leaves out, though the page above lists it beside the others',
      site: deepMap(['甲类', '乙类', '丙类', '丁类', '戊类'], 'above'),
      expect: { ...good, '网站地图：缺少的下级栏目': 'children-absent' },
      facts: { '网站地图：缺少的下级栏目': { count: 1, names: '审计信息' } },
    },
  ],
  'entries-crossed': {
    shows: 'an entry leads to a sibling that the map lists besides',
    site: crossed(),
    expect: { ...good, '网站地图：指错的条目': 'entries-crossed' },
    facts: { '网站地图：指错的条目': { count: 1, names: `${SIXTH}→甲类` } },
  },
  'entries-home': [
    {
      shows: 'one entry among many that no column and nothing on the home page is called after',
      site: withMap(NEWS, GUIDE, ...SECTIONS, ['县长信箱', '/', [200]], ['示例网', '/', [200]]),
      expect: { ...good, [HOMEWARD]: 'entries-home' },
      facts: { [HOMEWARD]: { names: '县长信箱' } },
    },
    {
      shows: 'the greater part of the map leads to the home page',
      site: withMap(
        NEWS,
        GUIDE,
        ['首页', '/', [200]],
        ['甲栏', '/', [200]],
        ['乙栏', '/', [200]],
        ['丙栏', '/', [200]],
      ),
      expect: { ...good, [HOMEWARD]: 'entries-home' },
      facts: { [HOMEWARD]: { count: 3, checked: 5 } },
    },
  ],
  'entries-live': [
    {
      shows: 'a name that the home page has for a part of itself',
      site: mapOf(
        false,
        [NEWS, GUIDE, ...SECTIONS, ['县长信箱', '/', [200]]],
        [['县长信箱（新）', '/xx/', 'main']],
      ),
      expect: good,
    },
    {
      shows: 'all entries open, a short name of a column agrees',
      site: withMap(NEWS, GUIDE),
      expect: good,
    },
  ],
  'entries-dead': [
    {
      shows: 'an entry gone on both visits',
      site: withMap(NEWS, GUIDE, ['在线访谈', '/ft/', [404, 404]]),
      expect: { ...good, [DEAD]: 'entries-dead' },
      facts: { [DEAD]: { names: '在线访谈', count: 1 } },
    },
    {
      shows: 'an entry that answers with success and says that there is no such page',
      site: withMap(NEWS, GUIDE, ['招商引资', '/zs/', [200]])
        .page('/zs/', { kind: 'error', title: '您访问的页面不存在' })
        .target('/zs/', [200], { from: '/map.html', text: '招商引资', missing: true }),
      expect: { ...good, [DEAD]: 'entries-dead' },
      facts: { [DEAD]: { names: '招商引资', count: 1 } },
    },
    {
      shows: 'an entry without an address among its siblings; headings of the map lead nowhere',
      site: deepMap(['甲类', '乙类', '丙类', '丁类', '戊类'], false).page('/map.html', {
        title: '网站地图',
        words: ['工作动态', '公开指南', '法定公开', '甲类', '乙类', '丙类', '丁类', '戊类'],
        inert: [SIXTH, '政府信息公开指南'],
      }),
      expect: { ...good, [DEAD]: 'entries-dead' },
      facts: { [DEAD]: { names: SIXTH, count: 1 } },
    },
  ],
  'entries-unsure': [
    {
      shows: 'an entry gone on its only visit',
      site: withMap(NEWS, GUIDE, ['在线访谈', '/ft/', [404]]),
      expect: { ...good, [DEAD]: 'entries-unsure' },
    },
    {
      shows: 'an entry that was blocked both times',
      site: withMap(NEWS, GUIDE, ['在线访谈', '/ft/', [403, 412]]),
      expect: { ...good, [DEAD]: 'entries-unsure' },
    },
    {
      shows: 'an entry that was not visited',
      site: withMap(NEWS, GUIDE, ['在线访谈', '/ft/', []]),
      expect: { ...good, [DEAD]: 'entries-unsure' },
    },
  ],
  'columns-listed': [
    ...(
      [
        [
          'a feature that has ended',
          ['居家养老', '清明祭扫', '2021年防汛'],
          ['居家养老', '清明祭扫'],
        ],
        [
          'a map that names one feature of three',
          ['居家养老', '清明祭扫', '婚俗改革'],
          ['居家养老'],
        ],
      ] as const
    ).map(([shows, names, shown]) => ({ shows, site: featuredMap(names, shown), expect: good })),
    {
      shows: 'a way to log in, and a door of the home page’s body that no other page has',
      site: doorsAtHome(),
      expect: good,
    },
    {
      shows: 'features behind a door of the home page’s body that no other page has',
      site: doorsAtHome([], [['专题专栏', '/zt/', 'other']]).column('专题专栏', '/zt/', {
        topic: 'features',
      }),
      expect: good,
    },
    { shows: 'by address or by name', site: withMap(NEWS, GUIDE), expect: good },
    {
      shows: 'a map that does not go down to the sub-columns',
      site: deepMap(['甲类', '乙类', '丙类']),
      expect: good,
    },
    {
      shows: 'the entries of the same names lead to the columns of another body',
      site: deepMap(['甲类', '乙类', '丙类', '丁类', '戊类'], true, '/shi/'),
      expect: good,
    },
    {
      shows: 'a page that no sibling’s menu has',
      site: deepMap(['甲类', '乙类', '丙类', '丁类', '戊类'], false),
      expect: good,
    },
    {
      shows: 'an English edition and a letter to the webmaster are no columns of the map',
      site: withMap(NEWS, GUIDE)
        .column('English', '/en/')
        .column('联系我们', '/lx/')
        .column('掌上示例', '/zs/')
        .column('移动客户端', '/app/')
        .column('旧版网站', '/old/'),
      expect: good,
    },
  ],
  'columns-unsure': {
    shows: 'no column that the home page links to is known: nothing was compared',
    site: mapOf(true, [NEWS, GUIDE]),
    expect: { ...good, [ABSENT]: 'columns-unsure' },
  },
  'columns-absent': [
    {
      shows:
        'the menu’s column of features, but no single feature and no page that says it is not there',
      site: mapOf(
        false,
        [NEWS, GUIDE],
        [
          ['专题专栏', '/zt/'],
          ['植树节', '/zs/'],
        ],
      )
        .column('专题专栏', '/zt/', { topic: 'features' })
        .column('植树节', '/zs/', { topic: 'features' })
        .column('网上调查', '/dc/', { kind: 'error' }),
      expect: { ...good, [ABSENT]: 'columns-absent' },
      facts: { [ABSENT]: { names: '专题专栏' } },
    },

    {
      shows: 'a menu that no region tells, but that stands on every page',
      site: doorsAtHome([['营商环境', '/ys/']]).column('营商环境', '/ys/'),
      expect: { ...good, [ABSENT]: 'columns-absent' },
      facts: { [ABSENT]: { names: '营商环境' } },
    },
    {
      shows: 'the column of features in a menu that no region tells',
      site: doorsAtHome([['专题专栏', '/zt/']]).column('专题专栏', '/zt/', { topic: 'features' }),
      expect: { ...good, [ABSENT]: 'columns-absent' },
      facts: { [ABSENT]: { names: '专题专栏' } },
    },
    {
      shows: 'a main column that the map leaves out',
      site: withMap(NEWS),
      expect: { ...good, [ABSENT]: 'columns-absent' },
      facts: { [ABSENT]: { names: '政府信息公开指南' } },
    },
    {
      shows: 'a menu entry that leads into a section which the home page does not name',
      site: withMap(NEWS, GUIDE)
        .column('诉求平台', '/sq/', { unlinked: true })
        .column('互动交流', '/sq/lyj/', { parent: '诉求平台' }),
      expect: { ...good, [ABSENT]: 'columns-absent' },
      facts: { [ABSENT]: { names: '互动交流' } },
    },
  ],
  'names-agree': [
    {
      shows: 'a section that the map heads without a link',
      site: withMap(NEWS, GUIDE)
        .column('互动交流', '/hd/')
        .page('/map.html', { title: '网站地图', words: ['工作动态', '公开指南', '互动交流'] }),
      expect: good,
    },
    { shows: 'short and full names of one column', site: withMap(NEWS, GUIDE), expect: good },
    {
      shows: 'a section is named for the column it lands on',
      site: withMap(['新闻中心', '/dt/', [200]], GUIDE),
      expect: good,
    },
  ],
  'names-differ': {
    shows: 'an entry that calls a column something else',
    site: withMap(NEWS, ['组织机构', '/zn/', [200]]),
    expect: { ...good, [NAMES]: 'names-differ' },
  },
  'no-sitemap': [
    {
      shows: 'none found',
      site: new SiteViewBuilder().column('工作动态', '/dt/').with({ sitemap: null }),
      expect: { 网站地图: 'no-sitemap' },
    },
    {
      shows: 'a map drawn as a picture: no entry could be read, and none is missing',
      site: withMap(),
      expect: { 网站地图: 'no-sitemap' },
    },
  ],
})
