/** Every outcome of `request/guide-incomplete` from a small site that gives it. */
import { guideIncomplete } from '#checks/request/guide-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const request = { topic: 'disclosureRequest', kind: 'article' } as const
const OFFICE = [
  '受理机构：示例市林业局办公室，地址：示例市林荫路1号，邮政编码：990000',
  '办公时间：工作日9:00至17:00，联系电话：0700-1234567',
]

const refusing = (words: string) =>
  new SiteViewBuilder().column('依申请公开', '/ysq/', { ...request, words: [...OFFICE, words] })
const HOURS = { elements: ['办公时间'] as ['办公时间'] }

/** A guide that names both channels beside what the request column says. */
const POSTED = '可以通过当面提交、邮政寄送、互联网在线提交等方式提出申请。'
const beside = (...words: readonly string[]) =>
  new SiteViewBuilder()
    .column('依申请公开', '/ysq/', { ...request, words: [...OFFICE, ...words] })
    .column('公开指南', '/zn/', { topic: 'ogiGuide', kind: 'article', words: [POSTED] })
const POST = { elements: ['当面提交', '邮政寄送'] }

/** A guide that says everything beside a request column with these lines. */
const withLabels = (...words: readonly string[]): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('信息公开指南', '/zn/', {
      topic: 'ogiGuide',
      words: ['受理机构：示例市林业局办公室', '联系电话：0700-2231111', '地址：示例市人民路12号'],
    })
    .column('依申请公开', '/ysq/', {
      ...request,
      words: ['公民可以向本机关申请获取政府信息，由局办公室受理。', ...words],
    })

testCheck(guideIncomplete, {
  unlisted: [
    {
      shows: 'the request column lists its channels without the post, the guide names it',
      site: beside('申请方式', '1.当面提交：示例市林荫路1号。', '2.在线提交：点击在线填报。'),
      params: POST,
      expect: { '受理渠道：当面提交': 'present', '受理渠道：邮政寄送': 'unlisted' },
      facts: { '受理渠道：邮政寄送': { listed: '当面、在线' } },
    },
  ],
  refused: [
    {
      shows:
        'another body’s guide among those that are gathered takes nothing but what comes online',
      site: refusing('可以当面提交，也可以邮寄。')
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('政府信息公开指南', '/zn/', {
          topic: 'ogiGuide',
          items: [['示例县小圩镇人民政府政府信息公开指南', '2023-03-01', '/zn/1.html']],
        })
        .page('/zn/1.html', {
          kind: 'article',
          title: '示例县小圩镇人民政府政府信息公开指南',
          words: ['本机关仅通过网上申请系统受理政府信息公开申请，不接受其他方式提交。'],
        }),
      params: HOURS,
      expect: {
        '受理渠道：办公时间': 'present',
        '受理渠道：拒收（示例县小圩镇政府）': 'refused',
      },
    },
    {
      shows: 'a town’s guide turns down paper; the portal’s own takes it',
      site: beside()
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('小圩镇', '/z/')
        .column('政府信息公开指南', '/z/zn/', {
          topic: 'ogiGuide',
          kind: 'article',
          parent: '小圩镇',
          words: ['本机关仅受理通过网站提交的申请，不接收纸质申请。'],
        }),
      params: HOURS,
      expect: { '受理渠道：办公时间': 'present', '受理渠道：拒收（小圩镇）': 'refused' },
    },
    {
      shows: 'the request column turns down what the guide names: neither channel is open',
      site: beside('申请渠道', '本机关仅受理电子邮件和在线申请。'),
      params: POST,
      expect: { '受理渠道：拒收': 'refused' },
    },
    ...[
      '申请方式：仅受理网上申请，本机关不接受当面和信函申请。',
      '只接受在线提交的申请。',
      '本机关不再受理邮寄申请。',
      '信函申请一律不予受理。',
      '以邮寄方式提交的申请概不受理。',
      '申请必须通过政务服务平台在线提交，其他方式不予受理。',
      '现场提交：本机关不设受理窗口，暂停接收现场提交的申请。',
      '本机关仅通过网上申请系统受理政府信息公开申请，不接受其他方式提交。',
      '目前我镇只开通了网上申请渠道。',
      '网上申请平台是本机关受理申请的唯一渠道。',
      '除网上申请系统外，其他途径提交的申请恕不受理。',
      '本镇已取消现场受理和邮寄受理。',
      '申请的提交方式只有网上申请一种。',
      '受理渠道为县政府网站在线申请系统，其余途径均不受理。',
      '申请人应当登录网上申请系统提交申请，线下申请一律不予受理。',
      '本机关目前暂未开通现场、信函等其他申请渠道。',
    ].map((words) => ({
      shows: `basic channels turned down: ${words}`,
      site: refusing(words),
      params: HOURS,
      expect: { '受理渠道：办公时间': 'present' as const, '受理渠道：拒收': 'refused' as const },
    })),
  ],
  'label-blank': [
    {
      shows: 'the column prints the label alone, the guide what belongs there',
      site: withLabels('联系电话：', '办公地址：示例市人民路12号'),
      params: { elements: ['联系电话', '地址'] },
      expect: {
        ...{ '受理渠道：联系电话': 'present', '受理渠道：地址': 'present' },
        '受理渠道：联系电话没有填': 'label-blank',
      },
    },
    {
      shows: 'what stands for nothing behind it',
      site: withLabels('联系电话：0700-2231111', '通讯地址：XX市XX路XX号'),
      params: { elements: ['联系电话', '地址'] },
      expect: {
        ...{ '受理渠道：联系电话': 'present', '受理渠道：地址': 'present' },
        '受理渠道：地址没有填': 'label-blank',
      },
    },
  ],
  present: [
    {
      shows: 'ways to ask in plain words',
      site: withLabels(
        '受理：县政府办公室政务公开股。',
        '可以上门、寄信、发传真，也可以网上申请。',
      ),
      params: { elements: ['受理机构', '当面提交', '邮政寄送'] },
      expect: {
        '受理渠道：受理机构': 'present',
        '受理渠道：当面提交': 'present',
        '受理渠道：邮政寄送': 'present',
      },
    },
    ...[
      ['申请人姓名：', '联系电话：', '通信地址：'],
      ['联系电话：', '0700-2231111', '办公地址：示例市人民路12号'],
      ['联系电话、地址见公开指南。'],
    ].map((words) => ({
      shows: `no label of the office’s left open: ${words.join(' ')}`,
      site: withLabels(...words),
      params: { elements: ['联系电话', '地址'] },
      expect: { '受理渠道：联系电话': 'present', '受理渠道：地址': 'present' } as const,
    })),
    ...[
      ['详见公开指南。'],
      ['申请方式：可以在线填报。'],
      ['申请方式：当面提交、邮寄、在线填报均可。'],
      ['本机关网站、政务服务网上均可查询，现场咨询请预约。'],
    ].map((words) => ({
      shows: `no list of channels that the guide contradicts: ${words}`,
      site: beside(...words),
      params: POST,
      expect: {
        '受理渠道：当面提交': 'present' as const,
        '受理渠道：邮政寄送': 'present' as const,
      },
    })),
    {
      shows: 'what a department’s guide turns down is told of it alone; guides stand in one column',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('信息公开指南', '/zn/', {
          topic: 'ogiGuide',
          items: [
            ['示例县教育局政府信息公开指南', '2024-01-02', '/zn/1.html'],
            ['示例县人民政府信息公开指南', '2024-01-02', '/zn/2.html'],
          ],
        })
        .page('/zn/1.html', {
          kind: 'article',
          title: '示例县教育局政府信息公开指南',
          words: ['本局不再受理邮寄申请。办公时间：工作日9:00至17:00'],
        })
        .page('/zn/2.html', {
          kind: 'article',
          title: '示例县人民政府信息公开指南',
          words: OFFICE,
        }),
      params: HOURS,
      expect: {
        '受理渠道：办公时间': 'present' as const,
        '受理渠道：拒收（示例县教育局）': 'refused' as const,
      },
    },
    ...['咨询、投诉电话：0700-2230000', '监督电话：0700-2230000 联系电话：0700-2231111'].map(
      (words) => ({
        shows: `a number to ask at: ${words}`,
        site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
          ...request,
          words: ['公民可以向示例市林业局申请获取政府信息，受理机构为局办公室。', words],
        }),
        params: { elements: ['联系电话'] },
        expect: { '受理渠道：联系电话': 'present' } as const,
      }),
    ),
    ...[
      '不受理口头、电话申请，可当面提交。',
      '邮寄申请材料不完整的，不予受理并告知补正。',
      '当面提交的申请，应当出示身份证件，匿名的不予受理。',
      '本机关不接受代为提交的书面申请以外的方式。',
      '在线平台只接受网上提交的补正材料。',
      '不受理与政府信息公开无关的现场咨询。',
      '疫情防控期间暂不接受当面提交的申请。',
      '法定节假日和非工作时间不受理现场申请。',
      '办公楼搬迁期间不接受现场申请，请邮寄。',
      '申请人可当面、邮寄或网上提交，其他方式（电话、传真）不予受理。',
      '申请人只需登录网上申请系统提交申请。',
      '通过网上申请系统提交的，不接受其他方式重复提交。',
      '申请人只可选择网上申请、信函申请中的一种方式。',
      '网上申请系统仅受理向本级机关提出的申请。',
      '不得拒绝以当面或邮寄方式提交的申请。',
    ].map((words) => ({
      shows: `no basic channel is turned down: ${words}`,
      site: refusing(words),
      params: HOURS,
      expect: { '受理渠道：办公时间': 'present' as const },
    })),
    ...[
      '申请人可通过当场书面申请、邮寄等方式提出。',
      '申请人可持有效身份证件前往县政务服务中心公开窗口办理。',
      '申请表可由本人直接送达本机关。',
      '来人申请的，请到一楼大厅填写申请表。',
    ].map((words) => ({
      shows: `asking in person in other words: ${words}`,
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [...OFFICE, words],
      }),
      params: { elements: ['当面提交'] },
      expect: { '受理渠道：当面提交': 'present' as const },
    })),
    ...(
      [
        ['受理机构', '请向市水利局办公室提出申请。'],
        ['受理机构', '本机关受理政府信息公开申请的部门是局办公室。'],
        ['受理机构', '公民、法人可以向示例市林业局申请获取政府信息。'],
        ['受理机构', '办公地址：林荫路1号示例市林业局办公室'],
        ['地址', '办公场所：示例市市民之家。'],
        ['地址', '可寄示例市行政中心5号楼。'],
        ['邮政编码', '邮码：990000。'],
        ['邮政编码', '通信地址：示例市林荫路1号（990000）。'],
        ['办公时间', '上午8：30—12：00，下午14：00—17：30。'],
        ['联系电话', '有疑问请咨询0700-1234567。'],
        ['联系电话', '办公室（0700）1234567。'],
        ['邮政寄送', '也可以通过快递提交。'],
        ['邮政寄送', '以挂号信提交的，以签收之日为收到申请之日。'],
        ['当面提交', '请持身份证到政务大厅办理。'],
      ] as const
    ).map(([element, words]) => ({
      shows: `${element} in other words: ${words}`,
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [
          '为方便公民、法人和其他组织依法获取本机关政府信息，特作如下说明，请各有关方知悉。',
          words,
        ],
      }),
      params: { elements: [element] },
      expect: { [`受理渠道：${element}`]: 'present' as const },
    })),
    {
      shows: 'hours told in a sentence',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [OFFICE[0] ?? '', '每周一至周五8:00-12:00（法定节假日除外）可以当面提交申请。'],
      }),
      params: { elements: ['办公时间'] },
      expect: { '受理渠道：办公时间': 'present' },
    },
    {
      shows: 'office in the request column, channels in the guide',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', { ...request, words: OFFICE })
        .column('公开指南', '/zn/', {
          topic: 'ogiGuide',
          kind: 'article',
          words: ['申请人可以当面提交，也可以邮寄，信封左下角请注明“政府信息公开申请”字样。'],
        }),
      expect: {
        '受理渠道：受理机构': 'present',
        '受理渠道：地址': 'present',
        '受理渠道：邮政编码': 'present',
        '受理渠道：办公时间': 'present',
        '受理渠道：联系电话': 'present',
        '受理渠道：当面提交': 'present',
        '受理渠道：邮政寄送': 'present',
      },
    },
  ],
  missing: [
    {
      shows: 'the number of those who hear complaints is not that of the office',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [
          '公民可以向示例市林业局申请获取政府信息，受理机构为局办公室，可以当面提交。',
          '认为本机关未依法公开的，可以向市政务公开办投诉举报（电话：0700-2230000）。',
        ],
      }),
      params: { elements: ['联系电话'] },
      expect: { '受理渠道：联系电话': 'missing' },
    },
    {
      shows:
        'nobody is told that asking in person or by post is open; a postal code alone tells neither',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', { ...request, words: OFFICE }),
      params: { elements: ['地址', '邮政编码', '当面提交', '邮政寄送'] },
      expect: {
        '受理渠道：地址': 'present',
        '受理渠道：邮政编码': 'present',
        '受理渠道：当面提交': 'missing',
        '受理渠道：邮政寄送': 'missing',
      },
    },
    {
      shows: 'a form that asks the applicant for an address',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [...OFFICE, '姓名 通信地址 所需信息内容描述', '通信地址：', '联系电话：'],
      }),
      params: { elements: ['邮政寄送'] },
      expect: { '受理渠道：邮政寄送': 'missing' },
    },
    {
      shows: 'both are refused in so many words',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [...OFFICE, '自2024年起只接收网上申请，不受理现场递交和信函申请。'],
      }),
      params: { elements: ['当面提交', '邮政寄送'] },
      expect: { '受理渠道：当面提交': 'missing', '受理渠道：邮政寄送': 'missing' },
    },
    ...(['办理程序图', '依申请公开工作流程图'] as const).map((chart) => ({
      shows: `words tell the rest, and a chart stands for none of it: ${chart}`,
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: OFFICE,
        pictures: [{ inBody: chart }],
      }),
      params: { elements: ['地址', '邮政编码', '联系电话', '邮政寄送'] },
      expect: {
        '受理渠道：地址': 'present' as const,
        '受理渠道：邮政编码': 'present' as const,
        '受理渠道：联系电话': 'present' as const,
        '受理渠道：邮政寄送': 'missing' as const,
      },
    })),
    {
      shows: 'a picture of the guide may tell of it',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: OFFICE,
        pictures: [{ inBody: '申请指南（图）' }],
      }),
      params: { elements: ['地址', '邮政寄送'] },
      expect: { '受理渠道：地址': 'present', '受理渠道：邮政寄送': 'missing' },
      softened: true,
    },
    {
      shows: 'words tell next to nothing: the chart may be all there is',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [OFFICE[0] ?? '', '依申请公开的办理按照下面的图进行，请申请人仔细阅读后提出。'],
        pictures: [{ inBody: '依申请公开流程图' }],
      }),
      params: { elements: ['地址', '办公时间', '邮政寄送'] },
      expect: {
        '受理渠道：地址': 'present',
        '受理渠道：办公时间': 'missing',
        '受理渠道：邮政寄送': 'missing',
      },
      softened: true,
    },
  ],
  elsewhere: {
    shows: 'the city platform',
    site: new SiteViewBuilder().column('依申请公开', 'http://city.example/ysq/', {
      ...request,
      kindOfColumn: 'external',
    }),
    expect: { 受理渠道: 'elsewhere' },
  },
  unread: {
    shows: 'a page without words',
    site: new SiteViewBuilder().column('依申请公开', '/ysq/', request),
    expect: { 受理渠道: 'unread' },
  },
  'no-column': {
    shows: 'neither column',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 受理渠道: 'no-column' },
  },
})
