/** Every outcome of `disclosure/leaders-incomplete` from a small site that gives it. */
import { expect, it } from 'vitest'
import { leadersIncomplete } from '#checks/disclosure/leaders-incomplete'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '领导信息'

/** One leader without duties, and a paper that divides them, its page with these words. */
function divided(words: string, attachments: readonly (readonly [string, string])[] = []) {
  return withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', '副局长', null])
    .column('通知公告', '/tz/', {
      topic: 'notices',
      items: [['关于局领导班子成员工作分工的通知', '2024-01-05', '/tz/1.html']],
    })
    .page('/tz/1.html', { kind: 'article', words: [words], attachments })
}

function withLeaders(
  ...leaders: readonly (readonly [name: string, post: string | null, duties: string | null])[]
): SiteViewBuilder {
  const site = new SiteViewBuilder().column('领导之窗', '/ld/', { topic: 'leaders' })
  return site.with({
    leaders: leaders.map(([name, post, duties]) => ({
      name,
      post,
      duties,
      place: site.cite('/ld/', name),
    })),
  })
}

/** 乙某某 is listed as 副局长; a notice of that day says this of him. */
function noticed(
  words: string,
  day = '2023-11-02',
  more: Parameters<SiteViewBuilder['page']>[1] = {},
) {
  return withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', '副局长', '分管林政工作'])
    .column('人事信息', '/rs/', { topic: 'personnel', items: [['任免职通知', day, '/rs/1.html']] })
    .page('/rs/1.html', {
      kind: 'article',
      title: '关于甲某等同志任免职的通知',
      publishedOn: day,
      words: words.split('\n'),
      ...more,
    })
}
const OUT = '经研究决定：\n免去乙某某同志的示例市林业局副局长职务。'

/** A government's leader, and one in each of three towns, the last with these duties. */
const towns = (...duties: readonly (string | null)[]): SiteViewBuilder => {
  const site = new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
    .column('领导之窗', '/ld/', { topic: 'leaders' })
  for (const town of ['云山镇', '柳坝镇', '青石岭镇'])
    site
      .column(town, `/${town}/`)
      .column('公开指南', `/${town}/zn/`, { topic: 'ogiGuide', parent: town })
      .column('领导信息', `/${town}/ld/`, { topic: 'leaders', parent: town })
  const own = { name: '甲某某', post: '县长', duties: '主持全面工作' }
  return site.with({
    leaders: [
      { ...own, place: site.cite('/ld/', '甲某某') },
      ...['云山镇', '柳坝镇', '青石岭镇'].map((town, i) => ({
        name: `${'乙丙丁'[i]}某某`,
        post: '镇长',
        duties: duties[i] ?? null,
        place: site.cite(`/${town}/ld/`, `${'乙丙丁'[i]}某某`),
      })),
    ],
  })
}
const DUTIES = '主持镇政府全面工作'

const MENU = ['政策文件', '规划计划', '财政预决算', '行政执法', '惠民补贴', '应急管理', '政策解读']

const C = '政务公开分管领导'

/** Leaders with a page of their own, whose lives are these words between post and duties. */
function lived(...lives: readonly string[]): SiteViewBuilder {
  const names = ['王海波', '苏映雪', '程远山', '卢建国', '何秀梅', '马海龙', '陈立新']
  const duties = '分管办公室'
  const site = lives.reduce(
    (made, life, i) =>
      made.page(`/ld/${i}.html`, {
        words: [names[i] ?? '', '职务：副局长', ...life.split('\n'), `工作分工：${duties}`],
      }),
    new SiteViewBuilder().column('领导之窗', '/ld/', { topic: 'leaders' }),
  )
  return site.with({
    leaders: lives.map((_, i) => ({
      name: names[i] ?? '',
      post: i === 0 ? '局长' : '副局长',
      duties,
      place: site.cite(`/ld/${i}.html`, names[i] ?? ''),
    })),
  })
}

const H = '主要领导'
/** Two deputies and another, of a government or an office. */
function deputies(
  agency: string,
  post: string,
  last: readonly [name: string, post: string, duties: string],
): SiteViewBuilder {
  return withLeaders(
    ['甲某某', `党组成员、副${post}`, '分管办公室、农业'],
    ['乙某某', `副${post}`, '分管林业'],
    last,
  ).with({ agency: { id: 'a1', name: agency, group: null, attributes: [] } })
}
const OTHER = ['丙某某', '二级调研员', '协助抓乡村建设'] as const

testCheck(leadersIncomplete, {
  'head-missing': [
    {
      shows: 'deputies of a county whose head is nobody; the head of one of its offices is another',
      site: deputies('示例县人民政府', '县长', ['丙某某', '副县长、公安局局长', '负责公安']),
      expect: { [S]: 'complete', [H]: 'head-missing' },
      facts: { [H]: { count: 3, post: '县长' } },
    },
    {
      shows: 'a bureau without its head',
      site: deputies('示例市林业局', '局长', OTHER),
      expect: { [S]: 'complete', [H]: 'head-missing' },
    },
    {
      shows: 'a town whose party secretary presides over the party',
      site: deputies('示例县青石镇人民政府', '镇长', ['丙某某', '党委书记', '主持镇党委全面工作']),
      expect: { [S]: 'complete', [H]: 'head-missing' },
    },
  ],
  dismissed: {
    shows: 'one who was relieved of the post under which he stands',
    site: noticed(OUT),
    expect: { [S]: 'complete', 已免职的领导: 'dismissed' },
    facts: { 已免职的领导: { count: 1 } },
  },
  'lives-missing': [
    {
      shows:
        'the label of a life over the next one, over a dash, and no life where the others have theirs',
      site: lived(
        '个人简历：男，汉族，1970年6月生，大学学历。',
        '个人简历：女，1973年2月生，中共党员。',
        '简介：男，1978年3月生，研究生学历。',
        '男，汉族，1980年11月生，大学学历，2001年8月参加工作。',
        '个人简历：',
        '履历：—',
        '',
      ),
      expect: { [S]: 'complete', 领导简历: 'lives-missing' },
      facts: { 领导简历: { count: 7, missing: 3 } },
    },
    {
      shows: 'one leader alone, whose page prints the label over nothing',
      site: lived('简历：'),
      expect: { [S]: 'complete', 领导简历: 'lives-missing' },
    },
  ],
  'charge-shown': {
    shows: 'one whose duties name it',
    site: withLeaders(
      ['甲某某', '局长', '主持全面工作'],
      ['乙某某', '副局长', '分管造林、政务公开'],
    ),
    expect: { [S]: 'complete', [C]: 'charge-shown' },
  },
  'charge-missing': {
    shows: 'three with their duties, none of whom has the openness of government or the office',
    site: withLeaders(
      ['甲某某', '镇长', '主持镇政府全面工作'],
      ['乙某某', '副镇长', '分管农业农村、乡村振兴工作'],
      ['丙某某', '副镇长', '分管社会事务、综合执法工作'],
    ),
    expect: { [S]: 'complete', [C]: 'charge-missing' },
  },
  complete: [
    {
      shows: 'lives of all; none on a portal that prints none; and those of two behind tabs',
      site: lived('男，汉族，1970年6月生，大学学历。', '简历\n男，1971年7月生，研究生学历。'),
      expect: { [S]: 'complete' },
    },
    {
      shows: 'nobody’s life is told, so that none is missed',
      site: lived('', '', ''),
      expect: { [S]: 'complete' },
    },
    {
      shows: 'towns most of which print posts alone are not measured by the one that prints more',
      site: towns(DUTIES, null, null),
      expect: { [S]: 'complete' },
    },
    {
      shows: 'names, posts and duties of all; of two one cannot say that none is in charge',
      site: withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', '副局长', '分管造林']),
      expect: { [S]: 'complete' },
    },
    ...['分管局办公室', '分管机关日常工作', '分管林政、防火等工作'].map((duties) => ({
      shows: `who may be in charge with the rest: ${duties}`,
      site: withLeaders(
        ['甲某某', '局长', '主持全面工作'],
        ['乙某某', '副局长', '分管造林'],
        ['丙某某', '副局长', duties],
      ),
      expect: { [S]: 'complete' } as const,
    })),
  ],
  'posts-missing': [
    {
      shows: 'one without a post, another without duties',
      site: withLeaders(
        ['甲某某', '局长', '主持全面工作'],
        ['乙某某', null, '分管造林工作'],
        ['丙某某', '副局长', null],
      ),
      expect: { [S]: 'posts-missing', [`${S}：分工`]: 'duties-missing' },
      facts: { [`${S}：分工`]: { withoutDuties: ['丙某某'], missing: 1 } },
    },
    {
      shows: 'one without a post, named',
      site: withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', null, null]),
      expect: { [S]: 'posts-missing' },
      facts: { [S]: { withoutPost: ['乙某某'], missing: 1, count: 2 } },
    },
    {
      shows: 'only names, each a link that could not be read',
      site: withLeaders(['甲某某', null, null]).page('/ld/', {
        title: '领导之窗',
        bare: ['甲某某'],
      }),
      expect: { [S]: 'posts-missing' },
      softened: true,
    },
    {
      shows: 'only names, each a link to a page that was not read',
      site: withLeaders(['甲某某', null, null]).page('/ld/', {
        title: '领导之窗',
        links: [['甲某某', '/ld/1.html', 'main']],
      }),
      expect: { [S]: 'posts-missing' },
      softened: true,
    },
    {
      shows: 'a linked page that was read says no more: the post is missing',
      site: withLeaders(['甲某某', null, null])
        .page('/ld/', { title: '领导之窗', links: [['甲某某', '/ld/1.html', 'main']] })
        .page('/ld/1.html', { title: '甲某某' }),
      expect: { [S]: 'posts-missing' },
    },
    {
      shows: 'posts stand on the page, but with nobody we could tell',
      site: withLeaders(['甲某某', null, null]).page('/ld/', {
        title: '领导之窗',
        words: ['甲某某', '党组书记、局长'],
      }),
      expect: { [S]: 'posts-missing' },
      softened: true,
    },
  ],
  'duties-missing': [
    {
      shows: 'the head of one of three towns, whose own page tells no duties',
      site: towns(DUTIES, DUTIES, null),
      expect: { [S]: 'complete', '各单位领导信息：分工': 'duties-missing' },
      facts: { '各单位领导信息：分工': { count: 3, missing: 1, names: '丁某某（青石岭镇）' } },
    },
    {
      shows: 'a table of names and posts alone: their posts say nothing of duties',
      site: withLeaders(['甲某某', '镇长', null], ['乙某某', '副镇长', null]).page('/ld/', {
        title: '领导信息',
        words: ['姓名 职务', '甲某某 镇长', '乙某某 副镇长'],
      }),
      expect: { [S]: 'duties-missing' },
    },
    {
      shows: 'a menu of columns beside the names says nothing of duties',
      site: withLeaders(['甲某某', '局长', null]).page('/ld/', {
        title: '领导之窗',
        words: ['局长 甲某某', ...MENU],
        links: MENU.map((name, i) => [name, `/c${i}/`, 'nav'] as const),
      }),
      expect: { [S]: 'duties-missing' },
    },
    {
      shows: 'an entry of the menu is about duties',
      site: withLeaders(['甲某某', '局长', null]).page('/ld/', {
        title: '领导之窗',
        words: ['局长 甲某某', '领导分工'],
        links: [['领导分工', '/fg/', 'nav']],
      }),
      expect: { [S]: 'duties-missing' },
      softened: true,
    },
    {
      shows: 'the paper that divides the duties says nothing of this one',
      site: divided('甲某某同志负责全面工作，其他同志分工不变。'),
      expect: { [S]: 'duties-missing' },
    },
    {
      shows: 'the paper names this one',
      site: divided('乙 某某同志分管造林。'),
      expect: { [S]: 'duties-missing' },
      softened: true,
    },
    {
      shows: 'a file of the paper may name this one',
      site: divided('现将分工通知如下，见附件。', [['分工表', '/tz/1.xls']]),
      expect: { [S]: 'duties-missing' },
      softened: true,
    },
    {
      shows: 'a paper of its own divides the duties',
      site: withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', '副局长', null]).column(
        '通知公告',
        '/tz/',
        { topic: 'notices', items: [['关于局领导班子成员工作分工的通知', '2024-01-05']] },
      ),
      expect: { [S]: 'duties-missing' },
      softened: true,
    },
    {
      shows: 'names and posts, and no other word on the page',
      site: withLeaders(['甲某某', '局长', null], ['乙某某', '副局长', null]).page('/ld/', {
        title: '领导之窗',
        words: ['局长 甲某某', '副局长 乙某某'],
      }),
      expect: { [S]: 'duties-missing' },
    },
    {
      shows: 'names and posts, and words that may be duties',
      site: withLeaders(['甲某某', '局长', null], ['乙某某', '副局长', null]).page('/ld/', {
        title: '领导之窗',
        words: ['局长 甲某某 造林绿化、林业产业、种苗管理', '副局长 乙某某 森林防火、野生动植物'],
      }),
      expect: { [S]: 'duties-missing' },
      softened: true,
    },
    {
      shows: 'one without duties',
      site: withLeaders(['甲某某', '局长', '主持全面工作'], ['乙某某', '副局长', ' ']),
      expect: { [S]: 'duties-missing' },
      facts: { [S]: { withoutDuties: ['乙某某'] } },
    },
  ],
  missing: [
    {
      shows: 'neither column nor leaders',
      site: new SiteViewBuilder(),
      expect: { [S]: 'missing' },
    },
    {
      shows: 'all disclosure lies on the platform of the city',
      site: new SiteViewBuilder().column('政务公开', 'https://www.example-city.gov.cn/xxgk/', {
        topic: 'openGovernment',
        kindOfColumn: 'external',
      }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'a page about the agency that names its head',
      site: new SiteViewBuilder().column('单位简介', '/jj/', {
        topic: 'institution',
        words: ['现任局长甲某某，主持全面工作'],
      }),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
  unreadable: [
    {
      shows: 'a column whose leaders are pictures',
      site: new SiteViewBuilder().column('领导之窗', '/ld/', { topic: 'leaders' }),
      expect: { [S]: 'unreadable' },
    },
    {
      shows: 'an entry that only a script opens',
      site: new SiteViewBuilder().bareEntry('领导之窗', 'leaders'),
      expect: { [S]: 'unreadable' },
    },
  ],
  external: {
    shows: 'a column on the city portal',
    site: new SiteViewBuilder().column('领导之窗', 'https://www.example-city.gov.cn/ld/', {
      topic: 'leaders',
      kindOfColumn: 'external',
    }),
    expect: { [S]: 'external' },
  },
})

const outcomesOf = (site: SiteViewBuilder): readonly string[] =>
  runOn(leadersIncomplete, site.build(), site).findings.map(({ outcome }) => outcome)

it.each([
  ['relieved some days ago', noticed(OUT, '2024-03-10')],
  ['of another body', noticed('免去乙某某同志的示例市水利局副局长职务。')],
  ['of another post', noticed('免去乙某某同志的示例市林业局办公室主任职务。')],
  [
    'named, and another relieved',
    noticed('任命乙某某为示例市林业局副局长；\n免去丙某某的示例市林业局副局长职务。'),
  ],
  [
    'relieved of one and named to another post in the same notice',
    noticed('免去乙某某的示例市林业局副局长职务。\n任命乙某某为示例市林业局党组成员、副局长。'),
  ],
  [
    'named again later',
    noticed(OUT).page('/rs/2.html', {
      kind: 'article',
      title: '任职通知',
      publishedOn: '2023-12-20',
      words: ['任命乙某某为示例市林业局副局长。'],
    }),
  ],
  [
    'listed on a page put up since',
    noticed(OUT).page('/ld/', { title: '领导之窗', publishedOn: '2023-12-01' }),
  ],
])('%s: not told as relieved', (_, site) => {
  expect(outcomesOf(site)).not.toContain('dismissed')
})

it.each([
  [
    'who is to be elected',
    '示例县人民政府',
    '县长',
    ['丙某某', '县委副书记、代县长', '主持全面工作'],
  ],
  [
    'who holds both posts',
    '示例县青石镇人民政府',
    '镇长',
    ['丙某某', '党委书记、镇长', '主持全面工作'],
  ],
  ['who presides meanwhile', '示例市林业局', '局长', ['丙某某', '党组书记', '主持局党组全面工作']],
  [
    'who presides over the government meanwhile',
    '示例县人民政府',
    '县长',
    ['丙某某', '常务副县长', '主持县政府全面工作'],
  ],
] as const)('a body has its head: %s', (_, agency, post, last) => {
  const site = deputies(agency, post, last)
  const found = runOn(leadersIncomplete, site.build(), site).findings
  expect(found.filter(({ outcome }) => outcome === 'head-missing')).toEqual([])
})

it('a head that is vacant, or whose notice came, is asked about', () => {
  const vacant = deputies('示例市林业局', '局长', OTHER).page('/ld/', {
    words: ['局长：空缺', '甲某某', '乙某某', '丙某某'],
  })
  const left = deputies('示例市林业局', '局长', OTHER).column('人事信息', '/rs/', {
    topic: 'personnel',
    items: [['关于免去丁某某局长职务的通知', '2023-11-02', '/rs/1.html']],
  })
  for (const site of [vacant, left])
    expect(
      runOn(leadersIncomplete, site.build(), site).findings.find(({ subject }) => subject === H),
    ).toMatchObject({ outcome: 'head-missing', verdict: 'unsure' })
})
