/** Every outcome of `disclosure/platform-sections-missing` from a small site that gives it. */
import { platformSectionsMissing } from '#checks/disclosure/platform-sections-missing'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const GUIDE = '政府信息公开指南'
const params = { sections: [GUIDE] }
const guide = { topic: 'ogiGuide' } as const

const FOUR = [
  [GUIDE, '/zn/'],
  ['政府信息公开制度', '/zd/'],
  ['政府信息公开年报', '/nb/'],
] as const

/** The platform, its page linking to nothing but what is said. */
const platform = (name = '政府信息公开', words = '制度'): SiteViewBuilder =>
  new SiteViewBuilder().column(name, '/zfxxgk/', { topic: 'ogi', links: [[words, '/zd/']] })

/** 政务公开 in the menu, its page leading to two of the sections. */
const channel = (links: NonNullable<PageSpec['links']> = []): SiteViewBuilder =>
  new SiteViewBuilder({ links })
    .column('政务公开', '/zwgk/', {
      topic: 'openGovernment',
      links: [
        [GUIDE, '/zn/'],
        ['政府信息公开年报', '/nb/'],
      ],
    })
    .column(GUIDE, '/zn/', guide)
    .column('政府信息公开年报', '/nb/', { topic: 'ogiAnnualReports' })

const SECTIONS = FOUR.map(([name]) => name)
const PRESENT = {
  [GUIDE]: 'present',
  政府信息公开制度: 'present',
  政府信息公开年报: 'present',
} as const

/** A column of another name whose page leads to all sections. */
const gathered = (links: NonNullable<PageSpec['links']>, name = '阳光政务'): SiteViewBuilder => {
  const trail = (last: string): string[] => ['首页', name, last]
  return new SiteViewBuilder({ links })
    .column(name, '/yg/', { links: FOUR })
    .column(GUIDE, '/zn/', { ...guide, trail: trail(GUIDE) })
    .column('政府信息公开制度', '/zd/', { topic: 'ogiRules', trail: trail('政府信息公开制度') })
    .column('政府信息公开年报', '/nb/', {
      topic: 'ogiAnnualReports',
      trail: trail('政府信息公开年报'),
    })
}

/** Three towns side by side; the last one's sections are given. */
const towns = (
  last: readonly (readonly [string, string])[],
  links: PageSpec['links'] = [],
  more: PageSpec = {},
) => {
  const below = [
    ['政府信息公开指南', 'ogiGuide'],
    ['政府信息公开制度', 'ogiRules'],
    ['政府信息公开年报', 'ogiAnnualReports'],
    ['依申请公开', 'disclosureRequest'],
  ] as const
  const site = new SiteViewBuilder().column('乡镇政府信息公开', '/xz/')
  for (const [town, path, sections] of [
    ['青石镇', '/xz/qs/', below],
    ['白水乡', '/xz/bs/', below],
    ['东街街道', '/xz/dj/', last],
  ] as const) {
    site.column(town, path, {
      parent: '乡镇政府信息公开',
      ...(town === '东街街道' ? { links, ...more } : {}),
    })
    for (const [name, topic] of sections)
      site.column(name, `${path}${topic}/`, { topic, parent: town, trail: [town, name] })
  }
  return site
}
const THREE = [
  ['政府信息公开指南', 'ogiGuide'],
  ['政府信息公开制度', 'ogiRules'],
  ['依申请公开', 'disclosureRequest'],
] as const
/** Platforms of towns in brackets, which hang on no column; the portal's own page links requests for all but the last. */
const bracketed = (last: string, own = '示例县人民政府'): SiteViewBuilder => {
  const builder = new SiteViewBuilder().with({
    agency: { id: 'a1', name: own, group: null, attributes: [] },
  })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries()) {
    const name = `政府信息公开（示例县${town}人民政府）`
    const request = town === '青石岭镇' ? last : '依申请公开'
    builder.column(name, `/${i}/`, { links: [[request, '/ysq/', 'main']] })
    for (const [section, topic] of THREE.slice(0, 2))
      builder.column(section, `/${i}/${topic}/`, { topic, parent: name })
    builder.column('政府信息公开年报', `/${i}/nb/`, { topic: 'ogiAnnualReports', parent: name })
  }
  return builder
}
/** Six towns side by side, of which so many show no annual reports. */
const six = (lacking: number): SiteViewBuilder => {
  const site = new SiteViewBuilder().column('乡镇政府信息公开', '/xz/')
  for (const [i, letter] of [...'甲乙丙丁戊己'].entries()) {
    const town = `${letter}岭镇`
    site.column(town, `/xz/${i}/`, { parent: '乡镇政府信息公开' })
    for (const [name, topic] of THREE)
      site.column(name, `/xz/${i}/${topic}/`, { topic, parent: town, trail: [town, name] })
    if (i >= lacking)
      site.column('政府信息公开年报', `/xz/${i}/nb/`, { topic: 'ogiAnnualReports', parent: town })
  }
  return site
}
/** Six towns without annual reports in one, each page beside the menu of the portal; `more` stands on that one's page. */
const menued = (more: PageSpec['links'] = [], isMenu = true): SiteViewBuilder => {
  const menu = [['政府信息公开年报', '/nb/', 'other']] as const
  const site = new SiteViewBuilder()
    .column('政府信息公开年报', '/nb/', {
      topic: 'ogiAnnualReports',
      links: isMenu ? menu : [],
    })
    .column('乡镇政府信息公开', '/xz/')
  for (const [i, letter] of [...'甲乙丙丁戊己'].entries()) {
    const town = `${letter}岭镇`
    const links = [...menu, ...(i === 0 ? more : [])]
    site.column(town, `/xz/${i}/`, {
      parent: '乡镇政府信息公开',
      links,
      words: links.map(([words]) => words),
    })
    for (const [name, topic] of THREE)
      site.column(name, `/xz/${i}/${topic}/`, { topic, parent: town, trail: [town, name] })
    if (i > 0)
      site.column('政府信息公开年报', `/xz/${i}/nb/`, {
        topic: 'ogiAnnualReports',
        parent: town,
        trail: [town, '政府信息公开年报'],
      })
  }
  return site
}
const OF_TOWNS = { 平台名称: 'no-platform' } as const
/** Three towns that have all, below a list of them that stands in the portal's own platform. */
function directory(): SiteViewBuilder {
  const list = '部门乡镇信息公开'
  const site = new SiteViewBuilder()
    .column('政府信息公开', '/xxgk/', { topic: 'ogi', links: [[GUIDE, '/xxgk/zn/']] })
    .column(GUIDE, '/xxgk/zn/', { ...guide, parent: '政府信息公开' })
    .column(list, '/xxgk/bm/', { parent: '政府信息公开', trail: ['政府信息公开', list] })
  for (const [i, letter] of [...'甲乙丙'].entries()) {
    const town = `${letter}岭镇`
    site.column(town, `/xxgk/bm/${i}/`, { parent: list, trail: ['政府信息公开', list, town] })
    for (const [name, topic] of [...THREE, ['政府信息公开年报', 'ogiAnnualReports']] as const)
      site.column(name, `/xxgk/bm/${i}/${topic}/`, {
        topic,
        parent: town,
        trail: ['政府信息公开', list, town, name],
      })
  }
  return site
}

testCheck(platformSectionsMissing, {
  'units-uneven': [
    {
      shows: 'one of three towns lacks the annual reports that the others have',
      site: towns(THREE),
      expect: { ...OF_TOWNS, 各单位的公开栏目: 'units-uneven' },
      facts: {
        各单位的公开栏目: { checked: 3, count: 1, names: '“东街街道”缺政府信息公开年报' },
      },
    },
    {
      shows: 'two of six towns lack what the others have',
      site: six(2),
      expect: { ...OF_TOWNS, 各单位的公开栏目: 'units-uneven' },
      facts: { 各单位的公开栏目: { checked: 6, count: 2 } },
    },
    {
      shows: 'the portal’s menu beside it, which leads to the portal’s own, is none of the town’s',
      site: menued(),
      expect: { ...OF_TOWNS, 各单位的公开栏目: 'units-uneven' },
      facts: { 各单位的公开栏目: { checked: 6, count: 1, names: '“甲岭镇”缺政府信息公开年报' } },
    },
    {
      shows: 'platforms named in brackets, one of which leads to no requests',
      site: bracketed('便民服务'),
      expect: { ...OF_TOWNS, 各单位的公开栏目: 'units-uneven' },
      facts: {
        各单位的公开栏目: { checked: 3, count: 1, names: '“示例县青石岭镇人民政府”缺依申请公开' },
      },
    },
  ],
  present: [
    {
      shows: 'the directory 部门乡镇信息公开, named as one body, is none beside those below it',
      site: directory(),
      expect: {
        平台名称: 'present',
        政府信息公开指南: 'present',
        政府信息公开制度: 'present',
        政府信息公开年报: 'present',
        法定主动公开内容: 'missing',
      },
    },
    {
      shows: 'what schools must tell, below the platform and read before it, is not the platform',
      site: new SiteViewBuilder()
        .column('学校信息公开', '/xx/', {
          topic: 'ogi',
          trail: ['政府信息公开', '法定主动公开内容', '学校信息公开'],
        })
        .column('政府信息公开', '/zfxxgk/', { topic: 'ogi', links: [[GUIDE, '/zn/']] })
        .column(GUIDE, '/zn/', { ...guide, parent: '政府信息公开' }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
    {
      shows: 'a heading of that name on the platform’s page, its entries right below',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/zfxxgk/', { topic: 'ogi' })
        .page('/zfxxgk/', {
          title: '政府信息公开',
          words: ['法定主动公开内容', '· 关于规范建筑面积计算的通知 [2026-05-15]'],
          links: [['关于规范建筑面积计算的通知', '/1.html', 'list']],
        }),
      params: { sections: ['法定主动公开内容'] },
      expect: { 平台名称: 'present', 法定主动公开内容: 'present' },
    },
    {
      shows: '信息公开 gathers more; the platform stands below it under its own name',
      site: new SiteViewBuilder()
        .column('信息公开', '/xxgk/', { topic: 'ogi', links: [[GUIDE, '/zn/']] })
        .column('政府信息公开', '/xxgk/zf/', { topic: 'ogi', parent: '信息公开' })
        .column(GUIDE, '/zn/', { ...guide, parent: '政府信息公开' }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
    {
      shows: 'the menu says it shortly, an entry of the home page as prescribed',
      site: new SiteViewBuilder({ links: [['政府信息公开', '/zfxxgk/', 'main']] })
        .column('信息公开', '/zfxxgk/', { topic: 'ogi', links: [[GUIDE, '/zn/']] })
        .column(GUIDE, '/zn/', guide),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
    {
      shows:
        'the channel 政务公开 is the platform: the home page enters it by that name, it leads to the sections',
      site: channel([['政府信息公开', '/zwgk/', 'main']]),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
    {
      shows: 'below the platform, under the fixed name',
      site: platform().column(GUIDE, '/zn/', { ...guide, parent: '政府信息公开' }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
    {
      shows: 'a tab says it shortly, the column calls itself as prescribed',
      site: platform().column('指南', '/zn/', {
        ...guide,
        parent: '政府信息公开',
        tags: { ColumnName: GUIDE },
      }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
      facts: { [GUIDE]: { column: GUIDE } },
    },
    {
      shows: 'linked from the platform’s page, wherever it stands',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/zfxxgk/', { topic: 'ogi', links: [[GUIDE, '/zn/']] })
        .column(GUIDE, '/zn/', guide),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'present' },
    },
  ],
  misnamed: [
    {
      shows:
        'the channel 政务公开 is entered as 政府信息公开平台: its sections are judged, its name is asked about',
      site: channel([['政府信息公开平台', '/zwgk/', 'main']]),
      params,
      expect: { 平台名称: 'misnamed', [GUIDE]: 'present' },
    },
    {
      shows:
        'no column bears the name: the one whose page gathers the sections is the platform; with one section judged it is asked',
      site: new SiteViewBuilder({
        links: [
          ['阳光政务', '/yg/', 'nav'],
          ['网站地图', '/map/', 'nav'],
          ['政策文件', '/zc/', 'list'],
        ],
      })
        .column('阳光政务', '/yg/', { links: FOUR })
        .column('网站地图', '/map/', { topic: 'sitemap', links: FOUR })
        .column('政策文件', '/zc/', { topic: 'policyDocuments', links: FOUR })
        .column(GUIDE, '/zn/', { ...guide, trail: ['首页', '阳光政务', GUIDE] })
        .column('政府信息公开制度', '/zd/', {
          topic: 'ogiRules',
          trail: ['首页', '阳光政务', '政府信息公开制度'],
        })
        .column('政府信息公开年报', '/nb/', { topic: 'ogiAnnualReports' }),
      params,
      expect: { 平台名称: 'misnamed', [GUIDE]: 'present' },
    },
    {
      shows: 'an entry of the home page bears the name and leads nowhere that was read',
      site: gathered([
        ['阳光政务', '/yg/', 'nav'],
        ['政府信息公开专栏', '/zl/', 'main'],
      ]),
      params: { sections: SECTIONS },
      expect: { 平台名称: 'misnamed', ...PRESENT },
    },
    {
      shows: 'a picture entry without words may bear it',
      site: gathered([
        ['阳光政务', '/yg/', 'nav'],
        ['', '/unseen/', 'main'],
      ]),
      params: { sections: SECTIONS },
      expect: { 平台名称: 'misnamed', ...PRESENT },
    },
    {
      shows: '政务信息公开 is nearly the name',
      site: gathered([['政务信息公开', '/yg/', 'nav']], '政务信息公开'),
      params: { sections: SECTIONS },
      expect: { 平台名称: 'misnamed', ...PRESENT },
    },
    {
      shows: 'platform and section under other names: one question',
      site: platform('信息公开专栏').column('公开指南', '/zn/', {
        ...guide,
        parent: '信息公开专栏',
      }),
      params,
      expect: { 平台名称: 'misnamed', [GUIDE]: 'present' },
      facts: { 平台名称: { note: `；同样的还有“公开指南”（${GUIDE}）` } },
    },
    {
      shows: 'only the section',
      site: platform().column('公开指南', '/zn/', { ...guide, parent: '政府信息公开' }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'misnamed' },
      facts: { [GUIDE]: { column: '公开指南', wanted: GUIDE } },
    },
  ],
  'named-otherwise': [
    {
      shows: 'all sections are in a column of another name, and nothing is called 政府信息公开',
      site: gathered([['阳光政务', '/yg/', 'nav']]),
      params: { sections: SECTIONS },
      expect: {
        平台名称: 'named-otherwise',
        ...PRESENT,
      },
    },
    {
      shows: 'a short form of the name is another name',
      site: gathered([['信息公开专栏', '/yg/', 'nav']], '信息公开专栏'),
      params: { sections: SECTIONS },
      expect: { 平台名称: 'named-otherwise', ...PRESENT },
    },
    {
      shows: 'a box on the home page shows the sections too',
      site: gathered([['阳光政务', '/yg/', 'nav'], ...FOUR]),
      params: { sections: SECTIONS },
      expect: {
        平台名称: 'named-otherwise',
        ...PRESENT,
      },
    },
  ],
  elsewhere: [
    {
      shows: 'the section stands beside the platform',
      site: platform().column(GUIDE, '/zn/', guide),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'elsewhere' },
    },
    {
      shows: 'the platform’s page was not read',
      site: new SiteViewBuilder().column('政府信息公开', '/zfxxgk/', {
        topic: 'ogi',
        unread: true,
      }),
      params,
      expect: { 平台名称: 'elsewhere' },
    },
  ],
  outside: [
    {
      shows: 'the platform leads outside: one question for all',
      site: new SiteViewBuilder().column('政府信息公开', 'http://www.example-city.gov.cn/', {
        topic: 'ogi',
        kindOfColumn: 'external',
      }),
      params,
      expect: { 平台名称: 'outside' },
      facts: { 平台名称: { target: 'http://www.example-city.gov.cn/' } },
    },
    {
      shows: '政务公开 is where the superior keeps it',
      site: new SiteViewBuilder().column('政务公开', 'http://www.example-city.gov.cn/zwgk/', {
        topic: 'openGovernment',
        kindOfColumn: 'external',
      }),
      params,
      expect: { 平台名称: 'outside' },
    },
    {
      shows: 'its sections are linked one by one',
      site: new SiteViewBuilder()
        .column(GUIDE, 'http://www.example-city.gov.cn/a/zn/', {
          ...guide,
          kindOfColumn: 'external',
        })
        .column('政府信息公开年报', 'http://www.example-city.gov.cn/a/nb/', {
          topic: 'ogiAnnualReports',
          kindOfColumn: 'external',
        }),
      params,
      expect: { 平台名称: 'outside' },
    },
  ],
  missing: [
    {
      shows: 'no such section anywhere',
      site: platform(),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'missing' },
    },
    {
      shows: 'the linked picture of the party mark hides no section',
      site: new SiteViewBuilder().column('政府信息公开', '/zfxxgk/', {
        topic: 'ogi',
        links: [
          ['', 'http://bszs.conac.cn/sitename?method=show&id=0'],
          ['制度', '/zd/'],
        ],
      }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'missing' },
    },
  ],
  unconfirmed: [
    {
      shows:
        'a section of the fixed name in which nothing stands: column-stale tells that it is blank',
      site: platform().column(GUIDE, '/zn/', {
        topic: 'ogiGuide',
        parent: '政府信息公开',
        empty: true,
      }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'unconfirmed' },
    },
    {
      shows: 'a picture on the platform leads where nothing was read: required-columns asks',
      site: new SiteViewBuilder().column('政府信息公开', '/zfxxgk/', {
        topic: 'ogi',
        links: [['', '/tp/']],
      }),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'unconfirmed' },
    },
    {
      shows: 'an entry of which only the words are known',
      site: platform().bareEntry('公开指南', 'ogiGuide'),
      params,
      expect: { 平台名称: 'present', [GUIDE]: 'unconfirmed' },
    },
  ],
  'no-platform': [
    ...(
      [
        ['a tab of its page without a link', { words: ['政府信息公开年报', '暂无'] }],
        [
          'a picture that leads to it',
          { links: [['', '/xz/dj/ogiAnnualReports.html', 'main']], pictures: ['年报'] },
        ],
      ] as const
    ).map(([shows, more]) => ({
      shows: `the third town shows its reports otherwise: ${shows}`,
      site: towns(THREE, [], more),
      expect: OF_TOWNS,
    })),
    {
      shows: 'the menu of every page leads to the sections',
      site: gathered([['阳光政务', '/yg/', 'nav'], ...FOUR]).column('动态', '/dt/', {
        links: FOUR,
      }),
      params,
      expect: { 平台名称: 'no-platform' },
    },
    {
      shows: 'what half of the towns show in no column of theirs may stand elsewhere for all',
      site: six(3),
      expect: OF_TOWNS,
    },
    {
      shows: 'platforms named in brackets that all lead to the one column for requests',
      site: bracketed('依申请公开'),
      expect: OF_TOWNS,
    },
    {
      shows: 'a town whose page leads to its reports in another place lacks none',
      site: towns(THREE, [['年报', '/nb/', 'main']]).column('政府信息公开年报', '/nb/', {
        topic: 'ogiAnnualReports',
      }),
      expect: OF_TOWNS,
    },
    {
      shows:
        'a heading on the town’s page besides the menu, and a link that is no menu of the portal',
      site: menued([['政府信息公开年报', '/xz/0/jia.html', 'other']]),
      expect: OF_TOWNS,
    },
    {
      shows: 'what every town’s page links and the portal’s own sections do not is no menu',
      site: menued([], false),
      expect: OF_TOWNS,
    },
    {
      shows: 'a town with next to nothing of its own has no platform here',
      site: towns(THREE.slice(0, 2)),
      expect: OF_TOWNS,
    },
    {
      shows: 'no disclosure column',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      params,
      expect: { 平台名称: 'no-platform' },
    },
    {
      shows: 'a channel 政务公开 that nothing calls 政府信息公开',
      site: channel(),
      params,
      expect: { 平台名称: 'no-platform' },
    },
  ],
})
