/** Every outcome of `request/functions-missing` from a small site that gives it. */
import { functionsMissing } from '#checks/request/functions-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const request = { topic: 'disclosureRequest', kind: 'form' } as const
const NOTES = '申请人应当如实填写本人信息，说明所需信息的名称、文号或者便于查询的其他特征性描述。'

const leads = (words: string, path: string) =>
  new SiteViewBuilder().column('依申请公开', '/ysq/', {
    ...request,
    words: [NOTES],
    links: [[words, path, 'main']],
  })
const queried = { functions: ['进度查询'] }

/** A government's request column, and those of three towns on their own branches, the last with these doors. */
const towns = (...last: readonly string[]): SiteViewBuilder => {
  const doors = (names: readonly string[], root: string) =>
    names.map((name, at) => [name, `${root}${at}.html`, 'main'] as const)
  const all = ['依申请公开流程图', '申请进度查询']
  const built = new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
    .column('依申请公开', '/ysq/', {
      ...request,
      words: [NOTES, ...all],
      links: doors(all, '/ysq/'),
    })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries()) {
    const names = town === '青石岭镇' ? last : all
    built
      .column(town, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: town })
      .column('依申请公开', `/${i}/ysq/`, {
        ...request,
        parent: town,
        words: [NOTES, ...names],
        links: doors(names, `/${i}/ysq/`),
      })
  }
  return built
}
const BOTH = {
  params: { functions: ['流程图', '进度查询'] },
  own: { '依申请公开：流程图': 'present', '依申请公开：进度查询': 'present' },
} as const

testCheck(functionsMissing, {
  'units-missing': {
    shows: 'one of three towns offers no query',
    site: towns('依申请公开流程图'),
    params: BOTH.params,
    expect: { ...BOTH.own, 各单位的依申请公开: 'units-missing' },
    facts: { 各单位的依申请公开: { judged: 3, names: '“青石岭镇”缺进度查询' } },
  },
  untitled: [[], [['政府信息公开指南', '/zn/', 'other'] as const]].map((links) => ({
    shows: `no notes by that name; how to ask is told in passing, beside ${links.length} door to the guide`,
    site: new SiteViewBuilder()
      .column('政府信息公开指南', '/zn/', { topic: 'ogiGuide' })
      .column('依申请公开', '/ysq/', {
        ...request,
        links,
        words: [
          '受理机构：示例镇党政办公室',
          '申请方式：申请人携带有效身份证件到受理地址当面提交申请表。',
          '答复时限：20个工作日。对答复不服的，可以申请行政复议。',
        ],
      }),
    params: { functions: ['申请须知'] },
    expect: { '依申请公开：申请须知': 'untitled' as const },
  })),
  'dead-end': [
    {
      shows: 'a form under words that the way is closed',
      site: leads('在线申请', '/zx.html').page('/zx.html', {
        words: ['温馨提示：网上申请渠道现已关闭，请改用邮寄方式提交。'],
        writingBox: '姓名',
      }),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'dead-end' },
    },
    {
      shows: 'notes that are only put off',
      site: leads('申请须知', '/xz.html').page('/xz.html', {
        words: ['申请须知正在修订，修订完成后在此公布。'],
      }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'dead-end' },
    },
    {
      shows: 'a sentence names what is to be filled in online, the link to it is gone',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '请发送至gk@example.gov.cn，本机关受理电子邮件和在线申请。', '在线填报'],
          links: [['在线填报', '/zx.html', 'main']],
        })
        .target('/zx.html', [404, 404]),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'dead-end' },
    },
    {
      shows: 'a query that leads home',
      site: leads('进度查询', '/'),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
    },
    {
      shows: 'a query that is gone at both visits',
      site: leads('进度查询', '/cx.html').target('/cx.html', [404, 404]),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
    },
    {
      shows: 'an online form that only tells an error',
      site: leads('在线申请', '/zx.html').page('/zx.html', { words: ['系统错误，请联系管理员'] }),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'dead-end' },
    },
    {
      shows: 'online filling in that hands out a form to be carried to an office',
      site: leads('在线申请', '/zx.html').page('/zx.html', {
        words: ['请下载申请表填写后到管委会600室提交。'],
      }),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'dead-end' },
    },
    {
      shows: 'a flow chart named in the menu alone, its page bears the name and no chart',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '依申请公开流程图'],
          links: [['依申请公开流程图', '/lct.html', 'nav']],
        })
        .page('/lct.html', { title: '依申请公开流程图', words: ['依申请公开流程图'] }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'dead-end' },
      facts: { '依申请公开：流程图': { why: '打开后没有内容' } },
    },
    {
      shows: 'beside the menu of its page a system says that it is halted',
      site: leads('进度查询', '/cx.html').page('/cx.html', {
        title: '进度查询',
        words: ['进度查询', '公开指南', '公开年报', '系统维护中，暂停服务。'],
        links: [
          ['公开指南', '/zn/', 'other'],
          ['公开年报', '/nb/', 'other'],
        ],
      }),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
      facts: { '依申请公开：进度查询': { why: '打开后只写着“系统维护中，暂停服务。”' } },
    },
    {
      shows:
        'above the row of its foot, in which an account is named, a system says that it is halted',
      site: leads('进度查询', '/cx.html').page('/cx.html', {
        title: '申请进度查询',
        words: [
          '后台迁移检修，停止查询。请各位申请人留意通知，给您带来的不便敬请谅解。',
          '网站地图 | 公开指南 | 公开年报 | 官方微信公众号：示例林业发布平台',
        ],
        links: [
          ['公开指南', '/zn/', 'footer'],
          ['公开年报', '/nb/', 'footer'],
          ['网站地图', '/dt.html', 'footer'],
        ],
      }),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
    },
    ...[
      ['进度查询', '进度查询', '申请进度查询功能正在建设中，敬请期待。'],
      ['进度查询', '进度查询', '系统维护中，请稍后再试。'],
      ['进度查询', '进度查询', '申请人可凭申请编号致电办公室了解办理进度。'],
      ['依申请公开流程图', '流程图', '请到市政务服务中心查看。'],
      ['依申请公开流程图', '流程图', '（流程图）'],
      ['在线申请', '在线填报', '请下载申请表，填写后打印签名，寄至本局办公室。'],
    ].map(([link = '', name = '', words = '']) => ({
      shows: `nothing to be used behind the door: ${words}`,
      site: leads(link, '/x.html').page('/x.html', { title: link, words: [link, words] }),
      params: { functions: [name] },
      expect: { [`依申请公开：${name}`]: 'dead-end' } as const,
    })),
    ...[
      ['进度查询', '进度查询', '申请人可以查询申请的办理情况。'],
      ['在线申请', '在线填报', '请如实填写申请信息。'],
      ['在线申请', '在线填报', '欢迎使用在线申请。'],
    ].map(([link = '', name = '', words = '']) => ({
      shows: `its page has nothing to write in: ${words}`,
      site: leads(link, '/x.html').page('/x.html', { title: link, words: [link, words] }),
      params: { functions: [name] },
      expect: { [`依申请公开：${name}`]: 'dead-end' } as const,
    })),
    ...(['在线申请', '进度查询'] as const).map((words) => ({
      shows: `a row of names, of which this is no link: ${words}`,
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'listing',
        words: [NOTES, `公开指南 ${words} 申请表`],
        links: [['公开指南', '/zn/', 'main']],
      }),
      params: { functions: [words === '进度查询' ? words : '在线填报'] },
      expect: { [`依申请公开：${words === '进度查询' ? words : '在线填报'}`]: 'dead-end' } as const,
      facts: {
        [`依申请公开：${words === '进度查询' ? words : '在线填报'}`]: { why: '只有字样，没有链接' },
      },
    })),
    {
      shows: 'the picture of the chart does not show; the steps are told in general',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'article',
        words: [NOTES, '申请流程图：', '受理机构：局办公室', '不能当场答复的，20个工作日内答复。'],
        attachments: [['政府信息公开申请表', '/ysq/sqb.doc']],
        pictureGone: true,
      }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'dead-end' },
      facts: { '依申请公开：流程图': { why: '的图片显示不出来' } },
    },
    {
      shows: 'the query is halted, the box for applications is another door’s',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '在线申请', '办理进度查询'],
          links: [
            ['在线申请', '/zx.html', 'main'],
            ['办理进度查询', '/cx.html', 'main'],
          ],
        })
        .column('在线申请', '/zx.html', {
          ...request,
          parent: '依申请公开',
          words: ['在线申请', '姓名'],
          writingBox: '姓名',
        })
        .page('/cx.html', {
          title: '办理进度查询',
          words: ['办理进度查询', '系统维护中，请稍后再试。'],
        }),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
    },
    {
      shows: 'applications are handed in on the spot, the door to filling in online is gone',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '当面申请：申请人可到本局办公室当面提交申请，受理时间为工作日。'],
          links: [['在线申请', '/zx.html', 'main']],
        })
        .target('/zx.html', [404, 404]),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'dead-end' },
    },
    {
      shows: 'the query of one town is gone, its column names it',
      site: towns('依申请公开流程图', '申请进度查询').target('/2/ysq/1.html', [404, 404]),
      params: BOTH.params,
      expect: { ...BOTH.own, '依申请公开（青石岭镇）：进度查询': 'dead-end' },
    },
    {
      shows: 'a query still to be built',
      site: leads('进度查询', '/cx.html').page('/cx.html', {
        words: ['查询系统升级维护中，暂停受理。'],
        underConstruction: '维护中，',
      }),
      params: queried,
      expect: { '依申请公开：进度查询': 'dead-end' },
      facts: { '依申请公开：进度查询': { why: '打开后只写着“查询系统升级维护中，暂停受理。”' } },
    },
  ],
  present: [
    {
      shows: 'a tab of that name over a part of the page',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'other',
        tabs: ['须知'],
        words: ['受理：县政府办公室，桐江路18号309室。答复期限20个工作日，延长不超过20个工作日。'],
      }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'present' },
    },
    {
      shows: 'a door named for handling',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'other',
        links: [['办理查询', '/ysq/cx.html', 'main']],
        words: ['受理机构：局办公室。申请人应提供身份证明；收到申请之日起20个工作日内答复。'],
      }),
      params: { functions: ['进度查询'] },
      expect: { '依申请公开：进度查询': 'present' },
    },
    {
      shows: 'a form whose way was closed for some days, or is open again; notes that tell',
      site: leads('在线申请', '/zx.html')
        .page('/zx.html', {
          words: ['国庆节期间网上申请系统暂停使用。在线申请系统已停用，现已恢复使用。'],
          writingBox: '姓名',
        })
        .column('申请须知', '/ysq/xz/', {
          ...request,
          parent: '依申请公开',
          words: ['申请人应当填写申请表，提供有效身份证明，一事一申请。'],
        }),
      params: { functions: ['在线填报', '申请须知'] },
      expect: { '依申请公开：在线填报': 'present', '依申请公开：申请须知': 'present' },
    },
    {
      shows: 'a form called by its name in a list that looks like a menu',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES],
        links: [['政府信息公开申请表（公民）.docx', '/a/1.docx', 'nav']],
      }),
      params: { functions: ['申请表下载'] },
      expect: { '依申请公开：申请表下载': 'present' },
    },
    {
      shows: 'with the towns too',
      site: towns('依申请公开流程图', '申请进度查询'),
      params: BOTH.params,
      expect: BOTH.own,
    },
    {
      shows: 'a query that was halted for a day, told beside how to use it',
      site: leads('进度查询', '/cx.html').page('/cx.html', {
        title: '进度查询',
        words: [
          '请输入申请编号和查询码，查询申请的受理、审查、答复进度，编号见受理通知书，查询码以短信发送，遗失的可以凭有效证件到受理窗口补领。',
          '3月5日系统维护，暂停服务。',
        ],
      }),
      params: queried,
      expect: { '依申请公开：进度查询': 'present' },
    },
    ...[
      { words: ['依申请公开流程图'], pictures: [{ inBody: null }] },
      { words: ['提出申请→受理登记→审查→答复→归档，共五步'] },
    ].map((page) => ({
      shows: 'a flow chart, drawn or in words',
      site: leads('依申请公开流程图', '/lct.html').page('/lct.html', {
        title: '依申请公开流程图',
        ...page,
      }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'present' } as const,
    })),
    {
      shows: 'an address told in words, beside a link that is gone',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '请登录http://ysq.example.gov.cn/在线申请。'],
          links: [['在线填报', '/zx.html', 'main']],
        })
        .target('/zx.html', [404, 404]),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'present' },
    },
    ...[
      ['进度查询', '查询系统说明：请登录系统，输入编号查询，遇故障可致电办公室。'],
      ['进度查询', '查询结果由短信告知，登录个人中心可见。'],
    ].map(([link = '', words = '']) => ({
      shows: `a query that may well work: ${words}`,
      site: leads(link, '/x.html').page('/x.html', { title: link, words: [link, words] }),
      params: queried,
      expect: { '依申请公开：进度查询': 'present' } as const,
    })),
    ...[
      '请下载申请表填写后到管委会600室提交，也可登录政务服务平台提交。',
      '填写完成后点击“提交”，即可提交申请。',
      '请下载申请表，填写后发送至电子邮箱。',
    ].map((words) => ({
      shows: `online filling in that may well work: ${words}`,
      site: leads('在线申请', '/zx.html').page('/zx.html', { words: [words] }),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'present' } as const,
    })),
    {
      shows: 'buttons below the text of the column’s page, in other words',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'other',
        words: [NOTES],
        links: [
          ['网上办理入口', 'http://sq.example.gov.cn/apply', 'other'],
          ['办理状态查询', 'http://sq.example.gov.cn/query', 'other'],
        ],
      }),
      params: { functions: ['在线填报', '进度查询'] },
      expect: { '依申请公开：在线填报': 'present', '依申请公开：进度查询': 'present' },
    },
    {
      shows: 'the notes called 注意事项',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [
          '申请注意事项：申请应当一事一申请，申请人应当如实填写，来人办理请携带有效身份证件和委托书。',
        ],
      }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'present' },
    },
    {
      shows: 'a flow chart in a file that was read',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES],
          attachments: [['申请指引', '/ysq/zy.doc']],
        })
        .page('/ysq/zy.doc', { kind: 'file', fileText: '一、办理流程图\n申请—受理—答复' }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'present' },
    },
    {
      shows: 'a file that says that it is the form, behind words that do not',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES],
          attachments: [['点击下载', '/ysq/1.doc']],
        })
        .page('/ysq/1.doc', { kind: 'file', fileText: '某局\n政府信息公开申请表\n姓名：' }),
      params: { functions: ['申请表下载'] },
      expect: { '依申请公开：申请表下载': 'present' },
    },
    ...(
      [
        [['进度查询', '申请人可以凭受理回执上的编号，在本页查询办理进度。'], {}],
        [['进度查询：点击进入'], { links: [['点击进入', '/cx.html', 'main']] }],
        [['进度查询'], { links: [['', '/cx.html', 'main']] }],
        [['进度查询'], { fillable: true }],
      ] as const
    ).map(([words, more]) => ({
      shows: `bare words beside something to be used, or read: ${words.join(' ')}`,
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'listing',
        words: [NOTES, ...words],
        ...more,
      }),
      params: queried,
      expect: { '依申请公开：进度查询': 'present' } as const,
    })),
    {
      shows: 'the query of applications by another name',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES, '申请查询'],
      }),
      params: { functions: ['进度查询'] },
      expect: { '依申请公开：进度查询': 'present' },
    },
    {
      shows: 'the page itself tells whom to ask, how, and until when there is an answer',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [
          '一、受理机构：示例市林业局办公室，办公地址林荫路1号。',
          '二、可以当面提交书面申请，也可以邮寄，须出示有效身份证件。',
          '三、自收到申请之日起20个工作日内答复。不收取费用。对答复不服的，可以申请行政复议。',
        ],
      }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'present' },
    },
    {
      shows: 'buttons beside the text, also such as lead to the city’s system',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        kind: 'other',
        words: [NOTES],
        links: [
          ['网上申请', 'https://www.example-city.gov.cn/sq', 'other'],
          ['进度查询', 'https://www.example-city.gov.cn/cx', 'other'],
        ],
      }),
      params: { functions: ['进度查询', '在线填报'] },
      expect: { '依申请公开：进度查询': 'present', '依申请公开：在线填报': 'present' },
    },
    {
      shows: 'all five, two of them links',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES, '凭查询码查询进度', '申请须知'],
        links: [
          ['办理流程图', '/ysq/lc.html', 'main'],
          ['在线申请', '/ysq/sq.html', 'main'],
        ],
        attachments: [['政府信息公开申请表', '/ysq/sqb.doc']],
      }),
      expect: {
        '依申请公开：流程图': 'present',
        '依申请公开：申请须知': 'present',
        '依申请公开：进度查询': 'present',
        '依申请公开：在线填报': 'present',
        '依申请公开：申请表下载': 'present',
      },
    },
  ],
  missing: [
    {
      shows: 'the menu beside a form leads to the guide to all that is open',
      site: new SiteViewBuilder()
        .column('政府信息公开指南', '/zn/', { topic: 'ogiGuide' })
        .column('依申请公开', '/ysq/', {
          ...request,
          words: ['政府信息公开指南', '依申请公开', '申请人类型：公民 法人或其他组织', NOTES],
          links: [['政府信息公开指南', '/zn/', 'nav']],
        }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'missing' },
    },
    {
      shows: 'a chart of the procedure is no place for the notes',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: ['流程图', '在线填报', '申请进度查询', '申请表下载', NOTES],
        pictures: [{ inBody: '依申请公开流程图' }],
      }),
      expect: {
        '依申请公开：流程图': 'present',
        '依申请公开：申请须知': 'missing',
        '依申请公开：进度查询': 'present',
        '依申请公开：在线填报': 'present',
        '依申请公开：申请表下载': 'present',
      },
    },
    {
      shows: 'a dead link by the same name hides nothing of the column that is there',
      site: leads('进度查询', '/cx.html')
        .column('依申请公开', '/old/', {
          topic: 'disclosureRequest',
          unread: true,
          coverage: '已访问，但内容不是可读的网页',
        })
        .target('/old/', [404, 404]),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'missing' },
    },
    {
      shows: 'a function that is named and closed',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        kind: 'article',
        words: [NOTES, '在线申请功能维护中，暂停使用。'],
      }),
      params: { functions: ['在线填报'] },
      expect: { '依申请公开：在线填报': 'missing' },
    },
    {
      shows: 'a way to log in at the head of the page takes no applications',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES],
        links: [['登录', 'http://zwfw.other.gov.cn/login', 'nav']],
      }),
      params: { functions: ['进度查询'] },
      expect: { '依申请公开：进度查询': 'missing' },
    },
    {
      shows: 'nothing can be downloaded from a picture',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES],
        pictures: [{ inBody: '依申请公开流程图' }],
      }),
      params: { functions: ['申请表下载'] },
      expect: { '依申请公开：申请表下载': 'missing' },
    },
    {
      shows: 'a blank application form hides no flow chart',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES, '网上申请'],
        attachments: [['政府信息公开申请表', '/ysq/sqb.doc']],
      }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'missing' },
    },
    {
      shows: 'a file that was not read may hold it',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '网上申请'],
          attachments: [['附件一', '/ysq/sq.doc']],
        })
        .page('/ysq/sq.doc', { kind: 'file' }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'missing' },
      softened: true,
    },
    {
      shows: 'a file that was read and does not say it hides nothing',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          ...request,
          words: [NOTES, '网上申请'],
          attachments: [['申请指引', '/ysq/zy.doc']],
        })
        .page('/ysq/zy.doc', { kind: 'file', fileText: '申请人填写申请表后提交' }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'missing' },
    },
    {
      shows: 'an address and a form are no notes',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [
          '受理机构：示例市林业局办公室，办公地址：示例市林荫路1号办公楼三层302室，办公时间为法定工作日，欢迎前来办理。',
        ],
      }),
      params: { functions: ['申请须知'] },
      expect: { '依申请公开：申请须知': 'missing' },
    },
    {
      shows: 'no flow chart; a menu entry of that name elsewhere does not count',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES, '网上申请'],
        links: [['审批流程', '/sp/', 'nav']],
      }),
      params: { functions: ['流程图', '在线填报'] },
      expect: { '依申请公开：流程图': 'missing', '依申请公开：在线填报': 'present' },
    },
    {
      shows: 'applications are taken on the province’s system, where the progress may be asked',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES],
        links: [['在线申请平台', 'http://ysq.example-province.gov.cn/', 'main']],
      }),
      params: { functions: ['进度查询', '在线填报'] },
      expect: { '依申请公开：进度查询': 'missing', '依申请公开：在线填报': 'present' },
      softened: true,
    },
    {
      shows: 'it may be behind an entry that was not read',
      site: new SiteViewBuilder().column('依申请公开', '/ysq/', {
        ...request,
        words: [NOTES],
        items: [['办事材料', '2024-01-01', '/ysq/a.html']],
      }),
      params: { functions: ['流程图'] },
      expect: { '依申请公开：流程图': 'missing' },
      softened: true,
    },
  ],
  elsewhere: {
    shows: 'the city platform',
    site: new SiteViewBuilder().column('依申请公开', 'http://city.example/ysq/', {
      ...request,
      kindOfColumn: 'external',
    }),
    expect: { 依申请公开: 'elsewhere' },
  },
  unread: {
    shows: 'a page without words',
    site: new SiteViewBuilder().column('依申请公开', '/ysq/', request),
    expect: { 依申请公开: 'unread' },
  },
  'no-column': {
    shows: 'no such column',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 依申请公开: 'no-column' },
  },
})
