/** Every outcome of `interpretation/link-missing` from a small site that gives it. */
import { expect, it } from 'vitest'
import { linkMissing } from '#checks/interpretation/link-missing'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const TITLE = '关于印发《示例市造林管理办法》的通知'
function site(document: PageSpec = {}, interpretation: PageSpec | null = {}): SiteViewBuilder {
  const builder = new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [[TITLE, '2024-01-05', '/wj/1.html']],
    })
    .page('/wj/1.html', { kind: 'article', title: TITLE, publishedOn: '2024-01-05', ...document })
  const title = '一图读懂《示例市造林管理办法》'
  return interpretation === null
    ? builder
    : builder
        .column('政策解读', '/jd/', {
          topic: 'policyInterpretation',
          items: [[title, '2024-01-08', '/jd/1.html']],
        })
        .page('/jd/1.html', { kind: 'article', title, ...interpretation })
}
/** The interpretation stands in a column that no lexicon knows; the document calls it one. */
const elsewhere = (): SiteViewBuilder =>
  site({ links: [['一图读懂本办法', '/sy/1.html', 'main']] }, null)
    .column('条文说明', '/sy/', { items: [['造林那些事', '2024-01-08', '/sy/1.html']] })
    .page('/sy/1.html', {
      kind: 'article',
      title: '造林那些事',
      links: [['原文', '/wj/1.html', 'main']],
    })
const TO_INTERPRETATION: PageSpec = { links: [['相关解读', '/jd/1.html', 'main']] }
const TO_DOCUMENT: PageSpec = { links: [['相关文件', '/wj/1.html', 'other']] }

/** A pair of this year that is linked both ways, and six of 2021 of which so many do not lead to their interpretation. */
function earlier(bare: number): SiteViewBuilder {
  const names = ['湿地', '古树', '苗圃', '林道', '木材', '花卉']
  const built = site(TO_INTERPRETATION, TO_DOCUMENT)
    .column('规范性文件', '/gf/', {
      topic: 'normativeDocuments',
      items: names.map(
        (one, i) => [`示例市${one}管理办法`, '2021-05-10', `/gf/${i}.html`] as const,
      ),
    })
    .column('文件解读', '/gj/', {
      topic: 'policyInterpretation',
      items: names.map(
        (one, i) => [`《示例市${one}管理办法》解读`, '2021-05-12', `/gj/${i}.html`] as const,
      ),
    })
  for (const [i, one] of names.entries())
    built
      .page(`/gf/${i}.html`, {
        kind: 'article',
        title: `示例市${one}管理办法`,
        publishedOn: '2021-05-10',
        links: i < bare ? [] : [['解读', `/gj/${i}.html`, 'main']],
      })
      .page(`/gj/${i}.html`, {
        kind: 'article',
        title: `《示例市${one}管理办法》解读`,
        publishedOn: '2021-05-12',
        links: [['原文', `/gf/${i}.html`, 'main']],
      })
  return built
}
const FORMER = { 政策解读比例: 'share-enough', 解读链接到文件: 'linked' } as const

/** Three documents of the year, each with an interpretation, and an older one without. */
function sampled(more: Partial<ColumnSpec> = {}, last: PageSpec = {}): SiteViewBuilder {
  const names = ['造林管理办法', '护林员管理办法', '湿地保护管理办法']
  const items = names.map(
    (name, i) => [`关于印发《${name}》的通知`, `2024-01-1${5 - i}`, `/wj/${i}.html`] as const,
  )
  const builder = new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [...items, ['关于印发《旧办法》的通知', '2021-03-05', '/wj/old.html']],
      ...more,
    })
    .column('政策解读', '/jd/', {
      topic: 'policyInterpretation',
      items: names.map((name, i) => [`《${name}》解读`, '2024-01-20', `/jd/${i}.html`] as const),
    })
  names.forEach((name, i) => {
    builder
      .page(`/wj/${i}.html`, {
        kind: 'article',
        title: `关于印发《${name}》的通知`,
        publishedOn: `2024-01-1${5 - i}`,
        document: { documentNumber: `示林规〔2024〕${i + 1}号`, issuer: '示例市林业局' },
        ...(i === 2 ? last : {}),
      })
      .page(`/jd/${i}.html`, {
        kind: 'article',
        title: `《${name}》解读`,
        links: [['文件原文', `/wj/${i}.html`, 'main']],
      })
  })
  return builder
}
/** Beside the three interpreted ones, one more of the year without. */
const beside = (title: string, more: PageSpec = {}, day = '2024-01-10'): SiteViewBuilder =>
  sampled()
    .column('规范性文件', '/gf/', {
      topic: 'normativeDocuments',
      items: [[title, day, '/gf/9.html']],
    })
    .page('/gf/9.html', { kind: 'article', title, publishedOn: day, ...more })
/** The three interpreted ones, which are numbered as rules, and one that has none. */
const numbered = (documentNumber: string): SiteViewBuilder =>
  beside('关于印发《示例市种苗管理办法》的通知', {
    document: { documentNumber, issuer: '示例市林业局' },
  })

/** The same, among notices that nobody interprets. */
const among = (count: number, documentNumber: string): SiteViewBuilder => {
  const notices = Array.from({ length: count }, (_, i) => `关于公布第${i}批补助名单的通知`)
  return notices.reduce(
    (built, title, i) =>
      built.page(`/tz/${i}.html`, { kind: 'article', title, publishedOn: '2024-01-08' }),
    numbered(documentNumber).column('其他文件', '/tz/', {
      topic: 'policyDocuments',
      items: notices.map((title, i) => [title, '2024-01-08', `/tz/${i}.html`] as const),
    }),
  )
}

/** A column of rules that a body numbers like any paper: three with an interpretation, and one of this name without. */
const listedRules = (last: string): SiteViewBuilder => {
  const names = ['造林管理办法', '护林员管理办法', '湿地保护规定']
  const built = new SiteViewBuilder()
    .column('规范性文件', '/gf/', {
      topic: 'normativeDocuments',
      items: [...names, last].map(
        (name, i) => [`关于印发《${name}》的通知`, `2024-01-1${5 - i}`, `/gf/${i}.html`] as const,
      ),
    })
    .column('政策解读', '/jd/', {
      topic: 'policyInterpretation',
      items: names.map((name, i) => [`《${name}》解读`, '2024-01-20', `/jd/${i}.html`] as const),
    })
  for (const [i, name] of [...names, last].entries())
    built.page(`/gf/${i}.html`, {
      kind: 'article',
      title: `关于印发《${name}》的通知`,
      publishedOn: `2024-01-1${5 - i}`,
      document: { documentNumber: `示林发〔2024〕${i + 1}号`, issuer: '示例市林业局' },
      links: i < 3 ? [['相关解读', `/jd/${i}.html`, 'main']] : [],
    })
  for (const [i, name] of names.entries())
    built.page(`/jd/${i}.html`, {
      kind: 'article',
      title: `《${name}》解读`,
      links: [['文件原文', `/gf/${i}.html`, 'main']],
    })
  return built
}

/** A rule of the year before without one, and another that has one or not. */
const former = (has: boolean, linked = true): SiteViewBuilder => {
  const site = beside('关于印发《示例市种苗管理办法》的通知', {}, '2022-11-10')
    .column('其他文件', '/qt/', {
      topic: 'policyDocuments',
      items: [['关于印发《示例市检疫管理办法》的通知', '2022-10-10', '/qt/1.html']],
    })
    .page('/qt/1.html', {
      kind: 'article',
      title: '关于印发《示例市检疫管理办法》的通知',
      publishedOn: '2022-10-10',
      ...(linked ? { links: [['相关解读', '/tj/1.html', 'main']] } : {}),
    })
  return has
    ? site
        .column('图解', '/tj/', {
          topic: 'policyInterpretation',
          items: [['一图读懂《示例市检疫管理办法》', '2022-10-12', '/tj/1.html']],
        })
        .page('/tj/1.html', {
          kind: 'article',
          title: '一图读懂《示例市检疫管理办法》',
          links: [['文件原文', '/qt/1.html', 'main']],
        })
    : site
}
const LINKED = {
  政策解读比例: 'share-enough',
  文件链接到解读: 'linked',
  解读链接到文件: 'linked',
} as const
const ALL = {
  政策解读比例: 'share-enough',
  文件链接到解读: 'unlinked',
  解读链接到文件: 'linked',
} as const

testCheck(linkMissing, {
  'share-enough': [
    ...['在全市造林工作会议上的讲话（摘要）', '关于表扬2023年造林先进集体和个人的通报'].map(
      (title) => ({
        shows: `nobody explains a speech or praise: ${title}`,
        site: beside(title),
        expect: ALL,
        facts: { 政策解读比例: { documents: 3 } },
      }),
    ),
    {
      shows: 'a rule of last week, which may still get one',
      site: beside('关于印发《示例市种苗管理办法》的通知', {}, '2024-03-14'),
      expect: ALL,
    },
    {
      shows: 'a rule whose interpretation is a file beside it',
      site: beside('关于印发《示例市种苗管理办法》的通知', {
        attachments: [['《示例市种苗管理办法》政策解读.docx', '/gf/9.docx']],
      }),
      expect: ALL,
    },
    {
      shows: 'a rule explained at the end of its own page',
      site: beside('关于印发《示例市种苗管理办法》的通知', {
        words: [
          '第一条 为规范种苗管理，制定本办法。',
          '政策解读',
          '为什么出台：去年夏天两批苗木带病，林农损失不小。现在进场先检疫，带病的不许卖，群众买苗更放心。',
        ],
        links: [['政策解读', '/jd/', 'nav']],
      }),
      expect: ALL,
    },
    {
      shows: 'rules of the year before, of which none has one',
      site: former(false),
      expect: ALL,
    },
    {
      shows: 'an interpretation in a column of another name, to which the document leads',
      site: elsewhere(),
      expect: {
        政策解读比例: 'share-enough',
        文件链接到解读: 'linked',
        解读链接到文件: 'linked',
      },
    },
    {
      shows: 'known by the title; only the document links; one document is no sample of three',
      site: site(TO_INTERPRETATION),
      expect: {
        政策解读比例: 'share-enough',
        文件链接到解读: 'linked',
        解读链接到文件: 'unlinked',
      },
      facts: { 政策解读比例: { documents: 1, all: false } },
    },
    {
      shows: 'every document of the year was read and has one: whatever a sample takes, it has one',
      site: sampled(),
      expect: ALL,
      facts: { 政策解读比例: { documents: 3, interpreted: 3, all: true } },
    },
    {
      shows: 'later list pages hold only older ones where the list runs newest first',
      site: sampled({ coverage: '后面的列表页没有读' }),
      expect: ALL,
      facts: { 政策解读比例: { all: true } },
    },
    {
      shows: 'a list without order read in part may hold documents of the year without one',
      site: sampled({
        coverage: '后面的列表页没有读',
        items: [
          ['关于印发《旧办法》的通知', '2021-03-05', '/wj/old.html'],
          ['关于印发《湿地保护管理办法》的通知', '2023-12-13', '/wj/2.html'],
          ['关于印发《护林员管理办法》的通知', '2024-01-14', '/wj/1.html'],
          ['关于印发《造林管理办法》的通知', '2024-01-15', '/wj/0.html'],
        ],
      }),
      expect: ALL,
      facts: { 政策解读比例: { all: false } },
    },
    {
      shows: 'a document of the year that was not read may lack one',
      site: sampled({
        items: [
          ['关于印发《造林管理办法》的通知', '2024-01-15', '/wj/0.html'],
          ['关于印发《护林员管理办法》的通知', '2024-01-14', '/wj/1.html'],
          ['关于印发《湿地保护管理办法》的通知', '2024-01-13', '/wj/2.html'],
          ['关于印发《种苗管理办法》的通知', '2024-01-10', '/wj/unread.html'],
        ],
      }),
      expect: ALL,
      facts: { 政策解读比例: { all: false } },
    },
    {
      shows: 'a document of another organ does not make up the three',
      site: sampled({}, { document: { issuer: '国家林业和草原局' } }),
      expect: ALL,
      facts: { 政策解读比例: { documents: 3, all: false } },
    },
    {
      shows: 'a paper about carrying a rule out is not asked about',
      site: beside('关于贯彻落实《国家种苗管理办法》的通知'),
      expect: ALL,
    },
    {
      shows: 'nor is the rule of another organ',
      site: beside('关于印发《种苗管理办法》的通知', { document: { issuer: '国家林业和草原局' } }),
      expect: ALL,
    },
    {
      shows: 'a notice with an ordinary number is no rule',
      site: beside('关于规范苗圃名称的通知', { document: { documentNumber: '示林发〔2024〕9号' } }),
      expect: ALL,
    },
    {
      shows: 'a notice of the office’s own yearly work wants no interpretation',
      site: beside('示例市林业局办公室关于做好2024年护林统计工作的通知'),
      expect: ALL,
      facts: { 政策解读比例: { documents: 3, interpreted: 3 } },
    },
    {
      shows: 'one with the number of a rule does, and so does a plan of benefits',
      site: beside('关于做好2024年造林补助发放工作的通知'),
      expect: ALL,
      facts: { 政策解读比例: { documents: 4, interpreted: 3 } },
    },
    {
      shows: 'nor is one that no longer holds',
      site: beside('关于印发《种苗管理办法》的通知', { document: { validity: '废止' } }),
      expect: ALL,
    },
  ],
  'rules-bare': [
    {
      shows: 'of a column of rules, numbered like any paper, the one that has none',
      site: listedRules('种苗管理办法'),
      params: { minPeers: 3 },
      expect: { ...LINKED, 没有解读的文件: 'rules-bare' },
    },
    {
      shows: 'of the body’s own numbered rules the one that has none',
      site: numbered('示林规〔2024〕9号'),
      params: { minPeers: 3 },
      expect: { ...ALL, 没有解读的文件: 'rules-bare' },
      facts: { 没有解读的文件: { count: 1, peers: 3 } },
    },
  ],
  // Notices beside them do not hide it, and are named after it.
  'share-low': [
    {
      shows: 'a document without an interpretation is asked about',
      site: site({}, null),
      expect: { 政策解读比例: 'share-low' },
    },
    {
      shows:
        'many notices without one: the one numbered rule of four that has none is told and named first',
      site: among(5, '示林规〔2024〕9号'),
      expect: { ...ALL, 政策解读比例: 'share-low', 没有解读的文件: 'rules-bare' },
      facts: {
        政策解读比例: {
          names:
            '“关于印发《示例市种苗管理办法》的通知”、“关于公布第0批补助名单的通知”、“关于公布第1批补助名单的通知”、“关于公布第2批补助名单的通知”等6个',
        },
        没有解读的文件: { count: 1 },
      },
    },
    {
      shows: 'among many notices, a paper of an ordinary number is not told, but named first',
      site: among(5, '示林发〔2024〕9号'),
      expect: { ...ALL, 政策解读比例: 'share-low' },
    },
  ],
  'rules-alone': [
    {
      shows: 'a paper in the column of rules that is none by its name',
      site: listedRules('种苗基地建设实施意见'),
      params: { minPeers: 3 },
      expect: { ...LINKED, 没有解读的文件: 'rules-alone' },
    },
    ...['关于印发《示例市护林员考核办法》的通知', '关于印发《示例市林业局工作规则规定》的通知'].map(
      (title) => ({
        shows: `how the body governs itself: ${title}`,
        site: beside(title, {
          document: { documentNumber: '示林规〔2024〕9号', issuer: '示例市林业局' },
        }),
        params: { minPeers: 3 },
        expect: { ...ALL, 没有解读的文件: 'rules-alone' } as const,
      }),
    ),
    {
      shows: 'a box for interpretations below it that holds none but another’s title',
      site: beside('关于印发《示例市种苗管理办法》的通知', {
        words: ['第一条 为规范种苗管理，制定本办法。', '政策解读', '《造林管理办法》解读'],
        links: [['《造林管理办法》解读', '/jd/0.html', 'list']],
        attachments: [['示例市种苗管理办法.docx', '/gf/9.docx']],
      }),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
    {
      shows: 'too few of its numbered rules have one',
      site: numbered('示林规〔2024〕9号'),
      params: { minNumberedPeers: 4 },
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
    {
      shows: 'it has no number of a rule itself',
      site: numbered('示林发〔2024〕9号'),
      params: { minPeers: 3 },
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
    {
      shows: 'a good share hides no rule that has none: it is named',
      site: beside('关于印发《示例市种苗管理办法》的通知'),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
      facts: {
        政策解读比例: { documents: 4, interpreted: 3, all: false },
        没有解读的文件: { count: 1, names: '“关于印发《示例市种苗管理办法》的通知”' },
      },
    },
    {
      shows: 'a notice numbered as a normative document is a rule by whatever name',
      site: beside('关于划定禁猎区的通告', { document: { documentNumber: '示林规〔2024〕1号' } }),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
    {
      shows: 'a rule of the year before is named too, where another of that year has one',
      site: former(true),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
      facts: {
        政策解读比例: { documents: 3, interpreted: 3, all: true },
        没有解读的文件: { count: 1, names: '“关于印发《示例市种苗管理办法》的通知”' },
      },
    },
    {
      shows: 'a plan, where all others have one',
      site: beside('关于印发《示例市种苗普及推进方案》的通知'),
      params: { minPeers: 3 },
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
    {
      shows: 'what counts as a rule can be set',
      site: beside('关于种苗的通告'),
      params: { ruleWords: ['通告'] },
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
    },
  ],
  linked: [
    {
      shows: 'many of earlier years are not linked: it may not have been done then',
      site: earlier(3),
      expect: { ...FORMER, 文件链接到解读: 'linked' },
      facts: { 文件链接到解读: { pairs: 1 } },
    },
    {
      shows: 'the interpretation is of this year’s edition; that of years ago has none',
      site: earlier(0)
        .column('旧文件', '/jw/', {
          topic: 'policyDocuments',
          items: [[TITLE, '2020-01-05', '/jw/1.html']],
        })
        .page('/jw/1.html', { kind: 'article', title: TITLE, publishedOn: '2020-01-05' }),
      expect: { ...FORMER, 文件链接到解读: 'linked' },
      facts: { 文件链接到解读: { pairs: 7 } },
    },
    {
      shows: 'the document leads to one of its two interpretations, the other leads back',
      site: site({ links: [['视频解读', '/sp/1.html', 'main']] }, TO_DOCUMENT)
        .column('视频解读', '/sp/', {
          topic: 'policyInterpretation',
          items: [['视频解读《示例市造林管理办法》', '2024-01-09', '/sp/1.html']],
        })
        .page('/sp/1.html', { kind: 'article', title: '视频解读《示例市造林管理办法》' }),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
    {
      shows: 'one of two interpretations leads back, the document to the other; a frame counts',
      site: site({ frames: ['/xg/1.html'] })
        .page('/xg/1.html', { links: [['解读', '/jd/1.html', 'main']] })
        .column('专家解读', '/zj/', {
          topic: 'policyInterpretation',
          items: [['专家谈《示例市造林管理办法》', '2024-01-20', '/zj/1.html']],
        })
        .page('/zj/1.html', {
          kind: 'article',
          title: '专家谈《示例市造林管理办法》',
          ...TO_DOCUMENT,
        }),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
    {
      shows: 'both ways',
      site: site(TO_INTERPRETATION, TO_DOCUMENT),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
    {
      shows: 'a list of related documents links as well',
      site: site(TO_INTERPRETATION, { links: [['造林管理办法', '/wj/1.html', 'list']] }),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
  ],
  misled: [
    {
      shows: 'a document that leads to the interpretation of another, and not to its own',
      site: sampled({}, { links: [['相关解读', '/jd/0.html', 'main']] }),
      expect: { ...ALL, 文件链接到解读: 'unlinked', 解读链接所指: 'misled' },
      facts: { 文件链接到解读: { count: 3 }, 解读链接所指: { count: 1 } },
    },
    {
      shows: 'by a link without a word of it, to a picture that explains another rule',
      site: sampled({}, { links: [['点击查看', '/jd/1.html', 'other']] }),
      expect: { ...ALL, 文件链接到解读: 'unlinked', 解读链接所指: 'misled' },
    },
  ],
  unlinked: [
    {
      shows: 'a list of several interpretations of others is offered as no one’s own',
      site: sampled(
        {},
        {
          links: [
            ['《造林管理办法》解读', '/jd/0.html', 'list'],
            ['《护林员管理办法》解读', '/jd/1.html', 'list'],
          ],
        },
      ),
      expect: ALL,
    },
    {
      shows: 'its own stands beside that of another',
      site: sampled(
        {},
        {
          links: [
            ['上一份解读', '/jd/0.html', 'main'],
            ['政策解读', '/jd/2.html', 'main'],
          ],
        },
      ),
      expect: ALL,
      facts: { 文件链接到解读: { count: 2 } },
    },
    {
      shows: 'a menu leads to another’s',
      site: sampled({}, { links: [['政策解读', '/jd/0.html', 'nav']] }),
      expect: ALL,
    },
    {
      shows: 'a heading under which stands what belongs to the page hides nothing',
      site: site(
        {
          words: ['相关链接：', '造林补助申报系统'],
          links: [['造林补助申报系统', '/xt/', 'main']],
        },
        TO_DOCUMENT,
      ),
      expect: ALL,
    },
    {
      shows: 'two of the year before belong together as well',
      site: former(true, false),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
      facts: { 文件链接到解读: { pairs: 4, count: 4 } },
    },
    {
      shows: 'those of the year before that lead to each other',
      site: former(true),
      expect: { ...ALL, 没有解读的文件: 'rules-alone' },
      facts: { 文件链接到解读: { pairs: 4, count: 3 } },
    },
    {
      shows: 'neither; a menu entry is no link',
      site: site({ links: [['政策解读', '/jd/1.html', 'nav']] }),
      expect: {
        政策解读比例: 'share-enough',
        文件链接到解读: 'unlinked',
        解读链接到文件: 'unlinked',
      },
    },
    {
      shows: 'a heading of what a script may put under it',
      site: site({ words: ['相关解读'] }, TO_DOCUMENT),
      expect: ALL,
      softened: true,
    },
    {
      shows: 'a frame that was not read',
      site: site({ frames: ['/xg/1.html'] }, TO_DOCUMENT),
      expect: ALL,
      softened: true,
    },
    {
      shows: 'the title of the interpretation in plain words is no link',
      site: site({ words: ['相关解读：一图读懂《示例市造林管理办法》'] }, TO_DOCUMENT),
      expect: ALL,
    },
    {
      shows: 'one of six of earlier years',
      site: earlier(1),
      expect: { ...FORMER, 文件链接到解读: 'unlinked' },
      facts: { 文件链接到解读: { pairs: 7, count: 1 } },
    },
  ],
  'no-documents': [
    {
      shows: 'only an old document',
      site: site({ publishedOn: '2019-01-05' }),
      expect: { 政策解读比例: 'no-documents' },
    },
    {
      shows: 'an appointment wants no interpretation',
      site: site({ title: '示例市林业局关于李某等同志任免职的通知' }, null),
      expect: { 政策解读比例: 'no-documents' },
    },
    {
      shows: 'nor a repeal',
      site: site({ title: '示例市人民政府关于废止《示例市采伐办法》的决定' }, null),
      expect: { 政策解读比例: 'no-documents' },
    },
  ],
})

it('one page that may hide its link is asked about by itself, the others are told', () => {
  const { findings } = runOn(linkMissing, sampled({}, { words: ['相关解读'] }).build(), sampled())
  const told = findings.filter(({ outcome }) => outcome === 'unlinked')
  expect(told.map(({ subject, verdict, facts }) => [subject, verdict, facts.count])).toEqual([
    ['文件链接到解读', 'fail', 2],
    ['文件链接到解读：待核', 'unsure', 1],
  ])
})
