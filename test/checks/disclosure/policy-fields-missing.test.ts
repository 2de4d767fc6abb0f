/** Every outcome of `disclosure/policy-fields-missing` from a small site that gives it. */
import { policyFieldsMissing } from '#checks/disclosure/policy-fields-missing'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const column = (): SiteViewBuilder =>
  new SiteViewBuilder().column('政策文件', '/wj/', {
    topic: 'policyDocuments',
    items: [
      ['造林办法', '2024-01-05', '/wj/1.html'],
      ['护林办法', '2024-01-04', '/wj/2.html'],
    ],
  })
const document = (title: string, fields: NonNullable<PageSpec['document']>): PageSpec => ({
  kind: 'article',
  title,
  document: fields,
})
const params = { fields: ['issuer', 'validity'] }
const FULL = { issuer: '示例市林业局', validity: '有效' }

const NUMBERED = { ...FULL, documentNumber: '示林发〔2024〕3号' }

const INDEX = '01234567-8/2024-00012'
const two = (one: NonNullable<PageSpec['document']>, other: NonNullable<PageSpec['document']>) =>
  column()
    .page('/wj/1.html', document('造林办法', one))
    .page('/wj/2.html', document('护林办法', other))
/** Two notices of one index number, one of which prints no number. */
const notices = (
  one: string,
  other: string,
  number?: string,
  title = (name: string) => `示例市林业局关于印发《${name}》的通知`,
) =>
  column()
    .page(
      '/wj/1.html',
      document(title(one), { indexNumber: INDEX, documentNumber: '示林发〔2024〕3号' }),
    )
    .page(
      '/wj/2.html',
      document(title(other), {
        indexNumber: INDEX,
        ...(number === undefined ? {} : { documentNumber: number }),
      }),
    )
const headed = (...words: string[]) =>
  column()
    .page('/wj/1.html', {
      ...document('造林办法', { documentNumber: '示林发〔2024〕3号' }),
      words,
    })
    .page('/wj/2.html', document('护林办法', { documentNumber: '示林发〔2024〕4号' }))
const numbered = { fields: ['documentNumber'] }

/** Three papers whose tables bear numbers, and one as given. */
const filledIn = (value: string, head: string) => {
  const names = ['造林', '护林', '采种', '育苗'] as const
  return names.reduce(
    (site, name, at) =>
      site.page(`/wj/${at}.html`, {
        ...document(`${name}办法`, { documentNumber: `示林发〔2024〕${at + 2}号` }),
        labelled: [['发文字号', at === 3 ? value : `示林发〔2024〕${at + 2}号`]],
        words: [at === 3 ? head : `示林发〔2024〕${at + 2}号`],
      }),
    new SiteViewBuilder().column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: names.map((name, at) => [`${name}办法`, '2024-01-05', `/wj/${at}.html`]),
    }),
  )
}

testCheck(policyFieldsMissing, {
  'number-shared': {
    shows: 'two papers under one number; a paper filed twice is one',
    site: column()
      .page('/wj/1.html', document('造林办法', NUMBERED))
      .page('/wj/2.html', document('护林办法', NUMBERED)),
    params: { fields: ['issuer'] },
    expect: { '政策文件：发文字号重复': 'number-shared', '政策文件：发文机关': 'printed' },
    facts: { '政策文件：发文字号重复': { count: 2 } },
  },
  'index-repeated': [
    {
      shows: 'two papers of two numbers under one index number',
      site: two(
        { indexNumber: INDEX, documentNumber: '示林发〔2024〕3号' },
        { indexNumber: INDEX, documentNumber: '示林发〔2024〕4号' },
      ),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed', '政策文件：索引号重复': 'index-repeated' },
    },
    {
      shows: 'two notices that send out two things, one with no number',
      site: notices('示例市造林办法', '示例市护林办法'),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed', '政策文件：索引号重复': 'index-repeated' },
    },
  ],
  'number-blank': {
    shows: 'a label over nothing where the text has a number, and the tables of others are filled',
    site: filledIn('', '示林发〔2024〕5号'),
    params: numbered,
    expect: { '政策文件：发文字号': 'printed', '政策文件：发文字号没有填': 'number-blank' },
    facts: { '政策文件：发文字号没有填': { count: 1 } },
  },
  'number-contradicted': {
    shows: 'another number of the same series at the head of the text',
    site: headed('示林发〔2024〕13号'),
    params: numbered,
    expect: {
      '政策文件：发文字号': 'printed',
      '政策文件：发文字号前后不一': 'number-contradicted',
    },
  },
  printed: [
    ...['在全县造林会议上的讲话（摘要）', '李局长在护林会议上的讲话摘要'].map((title) => ({
      shows: `a speech filed among the papers bears no fields: ${title}`,
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', { kind: 'article', title }),
      params: { fields: ['issuer'] },
      expect: { '政策文件：发文机关': 'printed' } as const,
    })),
    {
      shows: 'a number in the table, and a paper that bears none',
      site: filledIn('示林发〔2024〕5号', '示林发〔2024〕5号'),
      params: numbered,
      expect: { '政策文件：发文字号': 'printed' },
    },
    {
      shows:
        'the list in a notice on papers gone through is no table of its own; numbers of one paper’s two pages',
      site: column()
        .page(
          '/wj/1.html',
          document('关于文件清理结果的公告', { documentNumber: '示林发〔2022〕4号' }),
        )
        .page('/wj/2.html', document('护林办法', FULL)),
      params: { fields: ['issuer'] },
      expect: { '政策文件：发文机关': 'printed' },
      facts: { '政策文件：发文机关': { checked: 1 } },
    },
    {
      shows: 'one paper filed twice, its title cut',
      site: column()
        .page('/wj/1.html', document('示例市造林绿化管理办法', NUMBERED))
        .page('/wj/2.html', document('示例市造林绿化管理', NUMBERED)),
      params: { fields: ['issuer'] },
      expect: { '政策文件：发文机关': 'printed' },
    },
    {
      shows: 'what a notice sends out, put up again under its revised name and with no number',
      site: notices('示例市造林办法', '示例市造林办法（试行）'),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed' },
    },
    {
      shows: 'the parts of one paper, of which one prints the number',
      site: notices('示例市造林办法', '示例市护林办法', undefined, (name) => name),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed' },
    },
    {
      shows: 'two notices of one number and one index number',
      site: notices('示例市造林办法', '示例市护林办法', '示林发〔2024〕3号'),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed', '政策文件：发文字号重复': 'number-shared' },
    },
    {
      shows: 'one paper put up twice, and papers with an index number of their own',
      site: two(
        { indexNumber: INDEX, documentNumber: '示林发〔2024〕3号' },
        { indexNumber: INDEX, documentNumber: '示林发[2024]3号' },
      ),
      params: { fields: ['indexNumber'] },
      expect: { '政策文件：索引号': 'printed' },
    },
    ...[
      ['示林发[2024]3号'],
      ['市政办发〔2024〕13号', '示林发〔2024〕3号'],
      ['市政办发〔2024〕13号'],
      ['根据示林发〔2023〕1号制定。'],
    ].map((words) => ({
      shows: `no other number of its own: ${words.join()}`,
      site: headed(...words),
      params: numbered,
      expect: { '政策文件：发文字号': 'printed' } as const,
    })),
    {
      shows: 'the number at the head of the text, the term in a line of its own',
      site: column()
        .page('/wj/1.html', {
          ...document('造林办法', { issuer: '示例市林业局' }),
          words: ['示林发〔2024〕3号', '有效期至2029年2月28日'],
        })
        .page('/wj/2.html', document('护林办法', { ...FULL, documentNumber: '无' })),
      params: { fields: ['documentNumber', 'validity'] },
      expect: { '政策文件：发文字号': 'printed', '政策文件：有效性': 'printed' },
    },
    {
      shows: 'both fields on both documents; the day beside the title is the day published',
      site: column()
        .page('/wj/1.html', { ...document('造林办法', FULL), publishedOn: '2024-01-05' })
        .page('/wj/2.html', { ...document('护林办法', FULL), publishedOn: '2024-01-04' }),
      params: { fields: ['issuer', 'publishedOn'] },
      expect: { '政策文件：发文机关': 'printed', '政策文件：发布日期': 'printed' },
    },
    {
      shows: 'nobody asks whether an appointment is in force, nor a paper that says it is no rule',
      site: column()
        .page('/wj/1.html', document('关于张某等职务任免的通知', { issuer: '示例市林业局' }))
        .page('/wj/2.html', document('关于做好护林工作的通知', { ...FULL, validity: '—' })),
      params,
      expect: { '政策文件：发文机关': 'printed' },
    },
    {
      shows:
        'notices, plans of work and commendations among the policies bear no mark, nor does a rule passed on',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [
            ['造林办法', '2024-01-05', '/wj/1.html'],
            ['关于开展冬季护林专项行动的通知', '2024-01-04', '/wj/2.html'],
            ['2024年林业工作要点', '2024-01-03', '/wj/3.html'],
            ['关于调整领导分工的通知', '2024-01-02', '/wj/4.html'],
            ['国有林场管理办法', '2024-01-01', '/wj/5.html'],
          ],
        })
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', document('关于开展冬季护林专项行动的通知', { issuer: '示例市林业局' }))
        .page('/wj/3.html', document('2024年林业工作要点', { issuer: '示例市林业局' }))
        .page('/wj/4.html', document('关于调整领导分工的通知', { issuer: '示例市林业局' }))
        .page('/wj/5.html', document('国有林场管理办法', { issuer: '国家林业和草原局' })),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'printed' },
      facts: { '政策文件：有效性': { checked: 1, kind: '规范性文件' } },
    },
    {
      shows: 'an interpretation below the documents is none of them',
      site: new SiteViewBuilder()
        .column('政策法规', '/wj/', {
          topic: 'policyDocuments',
          items: [
            ['造林办法', '2024-01-05', '/wj/1.html'],
            ['《造林办法》解读', '2024-01-06', '/jd/1.html'],
          ],
        })
        .column('政策解读', '/jd/', {
          topic: 'policyInterpretation',
          items: [['《造林办法》解读', '2024-01-06', '/jd/1.html']],
        })
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/jd/1.html', { kind: 'article', title: '《造林办法》解读' }),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'printed' },
    },
    {
      shows: 'a law of the state put up to be read is no document of the body',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [
            ['造林办法', '2024-01-05', '/wj/1.html'],
            ['中华人民共和国森林法', '2024-01-04', '/wj/2.html'],
          ],
        })
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', { kind: 'article', title: '中华人民共和国森林法' }),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'printed' },
    },
    {
      shows: 'whether it is in force stands beside the title, or above the text',
      site: column()
        .page('/wj/1.html', document('【已废止】造林办法', { issuer: '示例市林业局' }))
        .page('/wj/2.html', {
          ...document('护林办法', { issuer: '示例市林业局' }),
          words: ['效力状态：现行有效'],
        }),
      params: { fields: ['validity'] },
      expect: { '政策文件：有效性': 'printed' },
    },
  ],
  missing: [
    {
      shows: 'one document does not say whether it is in force; its last article marks nothing',
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', {
          ...document('护林办法', { issuer: '示例市林业局' }),
          words: ['第六条　本办法自2024年2月1日起施行，有效期五年。'],
        }),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'missing' },
      facts: { '政策文件：有效性': { checked: 2, count: 1 } },
    },
    {
      shows:
        'a notice that the office itself files among its normative documents, and one numbered as such',
      site: new SiteViewBuilder()
        .column('行政规范性文件', '/gf/', {
          topic: 'normativeDocuments',
          items: [['关于调整护林补助标准的通知', '2024-01-05', '/gf/1.html']],
        })
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [['关于加强野外用火管理的通告', '2024-01-04', '/wj/2.html']],
        })
        .page('/gf/1.html', document('关于调整护林补助标准的通知', { issuer: '示例市林业局' }))
        .page(
          '/wj/2.html',
          document('关于加强野外用火管理的通告', {
            issuer: '示例市林业局',
            documentNumber: '示林规〔2024〕2号',
          }),
        ),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'missing' },
      facts: { '政策文件：有效性': { checked: 2, count: 2 } },
    },
    {
      shows: 'of a rule a stroke says nothing',
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', document('护林办法', { ...FULL, validity: '—' })),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'missing' },
    },
    {
      shows: 'a choice that nobody made in the template is no mark',
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', document('护林办法', { ...FULL, validity: '--请选择--' })),
      params,
      expect: { '政策文件：发文机关': 'printed', '政策文件：有效性': 'missing' },
      facts: { '政策文件：有效性': { checked: 2, count: 1, names: '“护林办法”' } },
    },
    {
      shows: 'one of two that print nothing of the kind is told of, whatever the other prints',
      site: column()
        .page('/wj/1.html', {
          ...document('造林办法', FULL),
          documentDoubts: { signedOn: '落款：2024年1月2日' },
        })
        .page('/wj/2.html', document('护林办法', FULL)),
      params: { fields: ['signedOn'] },
      expect: { '政策文件：成文日期': 'missing' },
    },
  ],
  unclear: [
    {
      shows: 'three tables have a row for it, the fourth says in its text alone until when',
      site: ['防火', '采伐', '苗木'].reduce(
        (site, name, i) =>
          site
            .column(`${name}文件`, `/w${i}/`, {
              topic: 'normativeDocuments',
              items: [[`${name}办法`, '2024-01-05', `/w${i}/1.html`]],
            })
            .page(`/w${i}/1.html`, document(`${name}办法`, FULL)),
        column()
          .page('/wj/1.html', document('造林办法', FULL))
          .page('/wj/2.html', {
            ...document('护林办法', { issuer: '示例市林业局' }),
            words: ['第一条 为护林制定本办法。', '（有效期至2031年12月31日）'],
          }),
      ),
      params: { fields: ['validity'] },
      expect: { '政策文件：有效性': 'unclear' },
    },
    {
      shows: 'both print a value of the shape behind a label that we do not know',
      site: column()
        .page('/wj/1.html', {
          ...document('造林办法', FULL),
          documentDoubts: { signedOn: '落款：2024年1月2日' },
        })
        .page('/wj/2.html', {
          ...document('护林办法', FULL),
          documentDoubts: { signedOn: '落款：2024年1月3日' },
        }),
      params: { fields: ['signedOn'] },
      expect: { '政策文件：成文日期': 'unclear' },
    },
  ],
  'no-table': [
    {
      shows: 'measures of the city are no act of a legislature, though their title ends in 法',
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', { kind: 'article', title: '示例市城市护林管理办法' }),
      params: { fields: ['issuer'] },
      expect: { '政策文件：发文机关': 'printed', '政策文件：要素表': 'no-table' },
    },
    {
      shows: 'a page without a field table',
      site: column()
        .page('/wj/1.html', document('造林办法', FULL))
        .page('/wj/2.html', { kind: 'article', title: '护林办法' }),
      params: { fields: ['issuer'] },
      expect: { '政策文件：发文机关': 'printed', '政策文件：要素表': 'no-table' },
    },
  ],
  'none-read': [
    {
      shows: 'an act of the legislature and a rota are no documents of the office’s',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [['示例省水土保持条例', '2024-01-05', '/wj/1.html']],
        })
        .page('/wj/1.html', { kind: 'article', title: '示例省水土保持条例' }),
      expect: { 政策文件: 'none-read' },
    },
    {
      shows: 'no document was read',
      site: column(),
      expect: { 政策文件: 'none-read' },
    },
  ],
})
