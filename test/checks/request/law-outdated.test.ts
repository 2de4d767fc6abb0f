/** Every outcome of `request/law-outdated` from a small site that gives it. */
import { lawOutdated } from '#checks/request/law-outdated'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const says = (...words: string[]): SiteViewBuilder =>
  new SiteViewBuilder().column('依申请公开', '/ysq/', {
    topic: 'disclosureRequest',
    kind: 'article',
    words,
  })

const form = (fileText: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('依申请公开', '/ysq/', {
      topic: 'disclosureRequest',
      kind: 'article',
      words: ['可以下载申请表填写。'],
      attachments: [['政府信息公开申请表', '/ysq/sqb.docx']],
    })
    .page('/ysq/sqb.docx', { kind: 'file', fileText })

testCheck(lawOutdated, {
  'condition-outdated': [
    {
      shows: 'on the page of the notes below the column',
      site: says('自收到申请之日起20个工作日内予以答复。')
        .page('/ysq/xz.html', {
          title: '依申请公开须知',
          kind: 'article',
          words: ['四、提供政府信息，除可以收取检索、复制、邮寄等成本费用外，不得收取其他费用。'],
        })
        .column('依申请公开须知', '/ysq/xz.html', { parent: '依申请公开' }),
      expect: {
        答复期限: 'current',
        法律依据: 'not-stated',
        申请条件和收费: 'condition-outdated',
      } as const,
    },
    ...[
      '公民可以根据自身生产、生活、科研等特殊需要申请获取政府信息。',
      '依申请提供政府信息，收取检索、复制、邮寄等成本费用。',
      '收费按照《关于提供政府公开信息收费等有关问题的通知》（发改价格〔2008〕1828号）执行。',
      '依申请提供政府信息，除可以收取检索、复制、邮寄等成本费用外，不得收取其他费用。',
    ].map((words) => ({
      shows: `what the law in force asks of nobody: ${words}`,
      site: says('自收到申请之日起20个工作日内予以答复。', words),
      expect: {
        答复期限: 'current',
        法律依据: 'not-stated',
        申请条件和收费: 'condition-outdated',
      } as const,
    })),
  ],
  'condition-unlawful': [
    '未说明用途的，不予受理。',
    '申请人须说明所需信息的用途。',
    '仅限本县户籍居民申请。',
    '外地人员的申请概不受理。',
    '申请须经村（居）委会盖章同意。',
    '每人每年申请不得超过10件。',
    '复印费每页0.5元，工本费5元。',
    '申请时缴纳押金。',
  ].map((words) => ({
    shows: `asked of nobody by the law: ${words}`,
    site: says('自收到申请之日起20个工作日内予以答复。', words),
    expect: {
      答复期限: 'current',
      法律依据: 'not-stated',
      申请条件: 'condition-unlawful',
    } as const,
  })),
  'use-asked': {
    shows: 'the form to be filled in has a line for it',
    site: form('政府信息公开申请表\n姓名\t联系电话\n所需信息的用途'),
    expect: { 答复期限: 'not-stated', 法律依据: 'not-stated', '申请表：用途': 'use-asked' },
  },
  'order-misquoted': {
    shows: 'an order of another number',
    site: says('根据《中华人民共和国政府信息公开条例》（国务院令第771号），编制本指南。'),
    expect: { 答复期限: 'not-stated', 法律依据: 'not-stated', 条例令号: 'order-misquoted' },
  },
  'period-wrong': [
    {
      shows: 'three months to sue',
      site: says('对答复不服的，可以在60日内申请行政复议，或者3个月内提起行政诉讼。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'not-stated', 起诉期限: 'period-wrong' },
    },
    ...[
      '不能当场答复的，自收到申请之日起30个工作日内予以答复。',
      '需要延长答复期限的，延长的期限最长不超过三十个工作日。',
    ].map((words) => ({
      shows: `longer than the law allows: ${words}`,
      site: says(words),
      expect: {
        答复期限: 'not-stated',
        法律依据: 'not-stated',
        长于法定的答复期限: 'period-wrong',
      } as const,
    })),
    ...['30日内申请行政复议', '15个工作日内向上一级机关提出复议'].map((words) => ({
      shows: `a period to appeal that is none: ${words}`,
      site: says(`对答复不服的，可以在收到答复之日起${words}。`),
      expect: {
        答复期限: 'not-stated',
        法律依据: 'not-stated',
        行政复议期限: 'period-wrong',
      } as const,
    })),
    {
      shows: 'fifteen days to ask for a correction',
      site: says('申请内容不明确的，自收到申请之日起15个工作日内一次性告知补正。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'not-stated', 补正告知期限: 'period-wrong' },
    },
  ],
  current: [
    ...[
      '对答复不服的，可以自知道之日起60日内申请行政复议，或者六个月内提起行政诉讼。',
      '对赔偿决定不服的，可以在三个月内向人民法院提起行政赔偿诉讼。',
      '申请内容不明确的，7个工作日内一次性告知补正，申请人应当在15个工作日内补正。',
      '申请人应当自收到告知之日起15个工作日内按告知要求补正。',
      '对专利复审决定不服的，可以自收到通知之日起三个月内向人民法院起诉。',
      '原条例第十三条规定，可以根据自身生产、生活、科研等特殊需要申请，修订后没有这一条件。',
      '修订前的条例要求申请人说明生产、生活、科研等特殊需要。',
      '到政府信息查阅点（县档案馆、图书馆）复印资料的，按规定收取复印工本费。',
      '修订前的条例规定，除可以收取检索、复制、邮寄等成本费用外，不得收取其他费用。',
      '复议机关应当自受理之日起30日内作出复议决定。',
      '申请的数量明显超过合理范围的，收取信息处理费：每页10元。',
      '法人申请应当提供营业执照复印件。',
      '不得以说明用途作为受理申请的条件，也无须提供证明。',
      '本机关不受理电话、口头咨询。',
      '对答复不服向法院起诉的，应当自收到复议决定之日起15日内提出。',
      '收到申请之日起15日内可以查询办理进度。',
      '对投诉举报，自收到之日起30个工作日内答复投诉人。',
      '答复和延长合计自收到申请之日起40个工作日内答复。',
    ].map((words) => ({
      shows: `a period of the laws in force: ${words}`,
      site: says('自收到申请之日起20个工作日内予以答复。', words),
      expect: { 答复期限: 'current', 法律依据: 'not-stated' } as const,
    })),
    ...[
      '申请不再要求说明生产、生活、科研等特殊需要。',
      '行政机关依申请提供政府信息，不收取检索、复制、邮寄等费用。',
      '申请的数量、频次明显超过合理范围的，可以收取信息处理费，包括检索、复制费用。',
    ].map((words) => ({
      shows: `said to be gone: ${words}`,
      site: says('自收到申请之日起20个工作日内予以答复。', words),
      expect: { 答复期限: 'current', 法律依据: 'not-stated' } as const,
    })),
    {
      shows: '20 days and order 711; third parties have 15 days',
      site: says(
        '本机关自收到申请之日起20个工作日内予以答复，需要延长的不超过20个工作日。',
        '第三方应当自收到征求意见书之日起15个工作日内提出意见，未答复的由行政机关决定。',
        '权利人自收到征询函之日起15个工作日内未答复的，由本机关决定是否公开。',
        '收到举报的机关15个工作日内答复举报人。',
        '2007年1月17日国务院第165次常务会议通过《政府信息公开条例》（国务院令第492号）。',
        '依据《中华人民共和国政府信息公开条例》（国务院令第711号，原国务院令第492号修订）',
      ),
      expect: { 答复期限: 'current', 法律依据: 'current' },
    },
    {
      shows: 'the old order named as replaced',
      site: says(
        '依据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
        '原国务院令第492号公布的条例已经修订，本指南同步更新。',
      ),
      expect: { 答复期限: 'not-stated', 法律依据: 'current' },
    },
  ],
  'term-outdated': [
    {
      shows: 'the boxes of a chart, one below the other',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', { topic: 'disclosureRequest', kind: 'listing' })
        .page('/ysq/lct.html', {
          kind: 'article',
          title: '依申请公开流程图',
          words: ['提出申请', '登记受理', '15个工作日内', '作出书面答复'],
        })
        .column('依申请公开流程图', '/ysq/lct.html', { parent: '依申请公开' }),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    {
      shows: 'in the form that is handed out',
      site: form('政府信息公开申请表\n说明：本机关自收到申请之日起15个工作日内答复'),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    {
      shows: 'the old days to answer beside the new ones to put it off, on one page',
      site: says(
        '自收到申请之日起15个工作日内予以答复。',
        '需要延长答复期限的，延长的期限最长不超过20个工作日。',
      ),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    {
      shows: 'the other way round',
      site: says(
        '自收到申请之日起20个工作日内予以答复；需要延长答复期限的，延长的期限最长不超过15个工作日。',
      ),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    ...[
      '自收到申请之日起20个工作日内答复，确需延长的经批准并告知申请人，延长期限最长不超过15个工作日。',
      '自受理之日起十五日内予以答复，情况复杂的可再延长十五日。',
    ].map((words) => ({
      shows: `half of the old period: ${words}`,
      site: says(words),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' } as const,
    })),
    {
      shows: 'the request column’s own page says the old alone, the guide the new',
      site: says(
        '依据《中华人民共和国政府信息公开条例》（国务院令第492号）受理。',
        '自收到申请之日起15个工作日内予以答复。',
      ).column('公开指南', '/zn/', {
        topic: 'ogiGuide',
        kind: 'article',
        words: [
          '根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
          '自收到申请之日起20个工作日内答复。',
        ],
      }),
      expect: { 答复期限: 'term-outdated', 法律依据: 'law-outdated' },
    },
    {
      shows: 'the old period',
      site: says('不能当场答复的，自收到申请之日起15个工作日内予以答复。'),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    {
      shows: 'a guide filed among the annual reports',
      site: new SiteViewBuilder()
        .column('年度报告', '/nb/', {
          topic: 'ogiAnnualReports',
          items: [['示例市林业局政府信息公开指南', '2017-08-16', '/nb/1.html']],
        })
        .page('/nb/1.html', {
          kind: 'article',
          words: ['单项申请自登记之日起不超过15个工作日答复。'],
        }),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
  ],
  'law-outdated': [
    {
      shows: 'the regulations by the day on which they first came into force',
      site: says('《中华人民共和国政府信息公开条例》自2008年5月1日起施行，本机关依此受理申请。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'law-outdated' },
    },
    {
      shows: 'the old order as the basis',
      site: says('根据《中华人民共和国政府信息公开条例》（国务院令第492号）制定本指南。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'law-outdated' },
    },
    {
      shows: 'the old order by the day from which it was in force',
      site: says('根据2008年5月1日起施行的《政府信息公开条例》，制定本指南。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'law-outdated' },
    },
  ],
  contradictory: [
    {
      shows: 'two periods',
      site: says('收到申请后15个工作日内答复。', '收到申请之日起20个工作日内答复。'),
      expect: { 答复期限: 'contradictory', 法律依据: 'not-stated' },
    },
    {
      shows: 'an old paper filed below the column that says the new',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          topic: 'disclosureRequest',
          items: [['依申请公开须知', '2017-08-16', '/ysq/1.html']],
          words: ['收到申请之日起20个工作日内答复。'],
        })
        .page('/ysq/1.html', { kind: 'article', words: ['收到申请后15个工作日内答复。'] }),
      expect: { 答复期限: 'contradictory', 法律依据: 'not-stated' },
    },
  ],
  'not-stated': [
    {
      shows: 'schools may ask what a request is needed for, by rules of their own',
      site: says('师生员工可以根据自身生产、生活、科研等特殊需要申请获取学校信息。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'not-stated' },
    },
    {
      shows: 'before the new law the old period was right; publicity periods are no answers',
      site: says('收到申请后15个工作日内答复。', '公示15个工作日').with({ asOf: '2019-03-01' }),
      expect: { 答复期限: 'not-stated', 法律依据: 'not-stated' },
    },
  ],
})
