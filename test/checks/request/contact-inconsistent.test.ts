/** Every outcome of `request/contact-inconsistent` from a small site that gives it. */
import { contactInconsistent } from '#checks/request/contact-inconsistent'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

function told(
  guide: readonly string[],
  institution: readonly string[],
  agency = '示例市林业局',
): SiteViewBuilder {
  return new SiteViewBuilder()
    .with({ agency: { id: 'a', name: agency, group: null, attributes: [] } })
    .column('信息公开指南', '/zn/', { topic: 'ogiGuide', words: guide })
    .column('机构职能', '/jg/', { topic: 'institution', words: institution })
}

/** Guide, institution page and request column. */
const said3 = (guide: string, institution: string, column: string) =>
  told([guide], [institution]).column('依申请公开', '/ysq/', {
    topic: 'disclosureRequest',
    words: [column],
  })

const twoPages = (office: string, number = '0700-8126881') =>
  told(['联系电话：0700-8126123'], ['联系电话：0700-8126123'])
    .column('依申请公开', '/ysq/', {
      topic: 'disclosureRequest',
      words: ['受理单位：示例市人民政府办公室；电话：0700-8126123。'],
    })
    .column('依申请公开须知', '/ysq/xz/', {
      parent: '依申请公开',
      topic: 'disclosureRequest',
      words: [`受理机构：${office}；电话：${number}；传真：0700-8126120。`],
    })

/** Guide, institution and the column's notes agree; the column's first page says this. */
const oddFirst = (words: string) =>
  told(['受理机构：局办公室，电话：0700-8126123'], ['办公室电话：0700-8126123'])
    .column('依申请公开', '/ysq/', { topic: 'disclosureRequest', words: [words] })
    .column('填写须知', '/ysq/tx/', {
      parent: '依申请公开',
      topic: 'disclosureRequest',
      words: ['填写有疑问的，请拨打咨询电话0700-8126123。'],
    })

/** A county's own pages agree; a town's guide and its institution page say these. */
const town = (guide: string, institution: string) =>
  told(['联系电话：0700-8123456'], ['联系电话：0700-8123456'], '示例县人民政府')
    .column('东岭镇', '/dl/')
    .column('公开指南', '/dl/zn/', { topic: 'ogiGuide', parent: '东岭镇', words: [guide] })
    .column('机构职能', '/dl/jg/', {
      topic: 'institution',
      parent: '东岭镇',
      words: [institution],
    })

/** The column, the guide and the column's notice on one office; the notice with these words. */
const noticed = (words: string) =>
  new SiteViewBuilder()
    .column('信息公开指南', '/zn/', { topic: 'ogiGuide', words: ['办公地址：示例市人民路12号'] })
    .column('依申请公开', '/ysq/', {
      topic: 'disclosureRequest',
      words: ['受理单位：示例市人民政府办公室　地址：示例市人民路12号　邮编：441300'],
    })
    .column('依申请公开须知', '/ysq/xz/', {
      parent: '依申请公开',
      topic: 'disclosureRequest',
      words: [words],
    })

/** A county whose departments' guides stand in one column and whose institution pages stand in another. */
const gathered = (guide: string, institution: string, name = '水利局') =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
    .column('信息公开指南', '/zn/', {
      topic: 'ogiGuide',
      items: [[`示例县${name}政府信息公开指南`, null, '/zn/slj.html']],
    })
    .page('/zn/slj.html', { title: `示例县${name}政府信息公开指南`, words: [guide] })
    .column('机构职能', '/jg/', {
      topic: 'institution',
      items: [[`示例县${name}`, null, '/jg/slj.html']],
    })
    .page('/jg/slj.html', { title: `示例县${name}`, words: [institution] })
const NONE = { 电话: 'not-comparable', 地址: 'not-comparable' } as const

testCheck(contactInconsistent, {
  'field-different': [
    {
      shows: 'two hours of one office',
      site: gathered(
        '办公时间：工作日8:30-12:00，14:30-17:30',
        '办公时间：上午9:00至11:30，下午3:00至5:00',
      ),
      expect: { ...NONE, '办公时间：示例县水利局': 'field-different' },
    },
    {
      shows: 'two numbers of one street',
      site: gathered('办公地址：示例县云岭路31号，邮编：343900', '地址：示例县云岭路13号'),
      expect: { ...NONE, 地址: 'different', '办公地址：示例县水利局': 'field-different' },
    },
    {
      shows: 'column and guide give another fax, and another postcode of one place',
      site: told(
        ['传真：0700-2281099，邮编：316000，地址：示例市越秀路200号'],
        ['邮政编码 316000'],
        '示例市民政局',
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['传真申请：0700-2281098。邮政编码：316004，地址：示例市越秀路200号1103室'],
      }),
      expect: {
        ...NONE,
        '传真：示例市民政局': 'field-different',
        '邮政编码：示例市民政局': 'field-different',
      },
    },
  ],
  'field-unclear': [
    {
      shows: 'an office whose own name speaks of supervision, at another street',
      site: gathered(
        '机构名称：示例县市场监督管理局办公室；办公地址：示例县云岭路31号；邮编：343900',
        '办公地址：示例县新城大道120号',
        '市场监督管理局',
      ),
      expect: { ...NONE, 地址: 'different', '办公地址：示例县市场监督管理局': 'field-unclear' },
    },
    {
      shows: 'two mailboxes, and two telephones of which neither page holds the other',
      site: gathered(
        '电子邮箱：a@slj.gov.cn，联系电话：0700-7221805',
        '邮箱：b@slj.gov.cn，办公电话：0700-7221806',
      ),
      expect: {
        ...NONE,
        电话: 'different',
        '电子邮箱：示例县水利局': 'field-unclear',
        '电话：示例县水利局': 'field-unclear',
      },
    },
  ],
  same: [
    {
      shows:
        'the desk’s hours beside the office’s, a duty telephone, an address told further, seasons, what a supervisor has, one of two numbers',
      site: gathered(
        '受理时间：工作日9:00-11:30，14:30-16:30\n办公时间：夏季8:30-12:00，15:00-18:00；其他时间8:30-12:00，14:30-17:30\n联系电话：0700-7221805、7221806\n办公地址：示例县云岭路31号政务中心3楼\n监督机构：示例县政府办公室，邮编：343999，电子邮箱：jd@gov.cn',
        '办公时间：8:30-12:00，14:30-17:30\n联系电话：（0700）7221806\n值班电话：0700-7221899\n地址：云岭路31号\n邮编：343900\n电子邮箱：slj@gov.cn',
      ),
      expect: { 电话: 'same', 地址: 'same' },
    },
    {
      shows: 'the number of whoever mends the form stands on a page of the column',
      site: oddFirst('在线申请系统无法登录的，请联系技术支持电话0700-8120019'),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'the taker’s line beside a second one',
      site: oddFirst('受理机构：示例市林业局办公室，电话：0700-8120019、0700-8126123'),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'a town has another number than its county, and one alone',
      site: town(
        '受理机构：东岭镇党政办公室，联系电话：0700-5550001',
        '东岭镇党政办公室，联系电话：0700-5550001',
      ),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'another page of the request column names another office, which has its own number',
      site: twoPages('示例市档案馆查阅中心'),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'another page of the request column names both numbers',
      site: twoPages('示例市人民政府办公室', '0700-8126881、0700-8126123'),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'the government’s own; its towns and departments have others',
      site: told(['联系电话：0700-8123456'], ['联系电话：0700-8123456'], '示例县人民政府')
        .column('乡镇政府信息公开', '/xz/', {})
        .column('东岭镇', '/xz/dl/', { parent: '乡镇政府信息公开' })
        .column('依申请公开', '/xz/dl/ysq/', {
          topic: 'disclosureRequest',
          parent: '东岭镇',
          words: ['受理机构：东岭镇党政办公室，联系电话：0700-5550001'],
        }),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'the institution page gives the switchboard, the guide the office of the request page',
      site: told(['联系电话：（0700）8123 4567'], ['总机：电话 0700-81230000']).column(
        '依申请公开',
        '/ysq/',
        { topic: 'disclosureRequest', words: ['受理机构电话：0700-81234567'] },
      ),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'written differently, meant the same',
      site: told(
        ['受理机构：局办公室，联系电话：0700-2234567，办公地址：示例市人民路 12 号'],
        ['电 话：（0700）2234567', '地址：示例市城关区人民路12号林业大楼'],
      ),
      expect: { 电话: 'same', 地址: 'same' },
    },
    {
      shows: 'one of several numbers is enough',
      site: told(
        ['咨询电话：7654321、2234567'],
        ['办公室电话：0700-2234567', '防火办电话：0700-2223333'],
      ),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
    {
      shows: 'the number for complaints is not that of the office',
      site: told(
        ['受理机构：示例县政府办公室；电话：0700-2234567', '监督投诉电话：0700-2230000'],
        ['联系电话：0700-2234567'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例县政府办公室', '电话：0700-2234567', '举报电话：0700-2231111'],
      }),
      expect: { 电话: 'same', 地址: 'not-comparable' },
    },
  ],
  different: [
    {
      shows: 'numbers of the stations below it are not the office’s',
      site: told(['电话：0700-2234567'], ['电话：0700-2239999']).column('直属单位', '/zs/', {
        topic: 'institution',
        words: ['种苗站电话：0700-2230001', '办公室电话：0700-2234567'],
      }),
      expect: { 电话: 'different', 地址: 'not-comparable' },
      facts: { 电话: { institution: '2239999' } },
    },
    {
      shows: 'a window below the heading, whose address another place may be',
      site: told(
        ['受理机构', '地址：示例市文昌大道266号；电话：0700-5557788'],
        ['受理机构', '地址：示例市学士路18号；电话：0700-5550108'],
      ),
      expect: { 电话: 'different', 地址: 'different' },
    },
    {
      shows: 'column and guide send to one street, the office itself has moved to another',
      site: told(
        ['受理机构：示例县人民政府办公室政务公开股；办公地址：示例县城关镇人民路66号2楼'],
        ['示例县人民政府办公室', '办公地址：示例县城关镇新城大道2号行政中心'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例县人民政府办公室政务公开股，办公地址：示例县城关镇人民路66号2楼'],
      }),
      expect: { 电话: 'not-comparable', 地址: 'different' },
    },
    {
      shows: 'another number and another street',
      site: told(
        ['联系电话：0700-7654321', '通讯地址：示例市解放路8号'],
        ['联系电话：0700-3234567', '办公地址：示例市人民路12号'],
      ),
      expect: { 电话: 'different', 地址: 'different' },
    },
    {
      shows: 'a section of the office may have a number and a room of its own',
      site: told(
        ['受理机构：示例市政府办公室政务公开科，电话：0700-7654321，地址：示例市解放路8号'],
        ['市政府办公室', '联系电话：0700-3234567', '办公地址：示例市人民路12号'],
      ),
      expect: { 电话: 'different', 地址: 'different' },
    },
    {
      shows: 'the institution page gives the bureau’s own number, not that of its office',
      site: told(
        ['受理机构：示例县林业局办公室，联系电话：0700-7654321'],
        ['示例县林业局', '联系电话：0700-3234567'],
      ),
      expect: { 电话: 'different', 地址: 'not-comparable' },
    },
    {
      shows: 'the guide’s number is that of the office in charge, which may have several',
      site: told(
        ['公开工作机构：示例县政府办公室；电话：0700-8120019'],
        ['电话：0700-8120000'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例县政府办公室；电话：0700-8126123。'],
      }),
      expect: { 电话: 'different', 地址: 'not-comparable' },
    },
    {
      shows: 'a building without street and number may be the same place',
      site: told(
        ['受理机构：示例市政府办公室，地址：示例市行政中心'],
        ['市政府办公室', '办公地址：示例市人民路12号'],
      ),
      expect: { 电话: 'not-comparable', 地址: 'different' },
    },
  ],
  contradicted: [
    {
      shows: 'two digits of the guide’s number changed places',
      site: told(['联系电话：0700-8120019'], ['联系电话：0700-8126123']).column(
        '依申请公开',
        '/ysq/',
        { topic: 'disclosureRequest', words: ['受理机构电话：0700-8126132'] },
      ),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows: 'a town gives its office another number on its own institution page',
      site: town(
        '受理机构：东岭镇党政办公室，联系电话：0700-5550001',
        '政府信息公开受理机构：东岭镇党政办公室，联系电话：0700-5550009',
      ),
      expect: { 电话: 'same', 地址: 'not-comparable', '电话：东岭镇': 'contradicted' },
    },
    {
      shows:
        'two pages of the request column name the same office, the guide has the number of one',
      site: twoPages('示例市人民政府办公室'),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows: 'column and guide name the very same section, each with another number',
      site: told(
        ['工作机构名称：示例市人民政府办公室政务公开科', '联系电话：0700-8120019'],
        ['示例市财政局 联系电话：0700-8126555'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例市人民政府办公室政务公开科', '联系电话：0700-8126123'],
      }),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows:
        'the guide hangs below the request column too; its own page gives the section another number',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          topic: 'disclosureRequest',
          words: ['公民可以申请获取政府信息。'],
          items: [['申请须知', null, '/zn/']],
        })
        .column('信息公开指南', '/zn/', {
          topic: 'ogiGuide',
          words: [
            '受理机构：示例市人民政府办公室政务公开科；联系电话：0700-8126331；邮编：999000。',
          ],
        })
        .column('机构职能', '/jg/', {
          topic: 'institution',
          words: [
            '示例市人民政府办公室',
            '内设机构：秘书科、政务公开科（联系电话：0700-8126110）。',
            '联系电话：0700-8126001',
          ],
        }),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows: 'column and guide name the office that takes requests, each with another number',
      site: told(
        ['受理机构：示例市人民政府办公室政务公开科；联系电话：0700-8120019；传真：0700-8120020'],
        ['联系电话：0700-8126123'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例市人民政府办公室；电话：0700-8126123。'],
      }),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows: 'the institution page names the same taker of requests without the name before it',
      site: told(
        ['工作机构：示例省林业厅办公室，联系电话：0700-2234567'],
        ['联系电话：0700-2230000', '政府信息公开申请受理机构：厅办公室，电话0700-2234567'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: ['受理机构：示例省林业厅办公室，联系电话：0700-2231100。'],
      }),
      expect: { 电话: 'contradicted', 地址: 'not-comparable' },
    },
    {
      shows: 'the institution page has a block of that very office at another street',
      site: told(
        ['受理机构：示例县人民政府办公室；受理地址：示例县城关镇人民路66号。'],
        ['县政府办公室', '地址：示例县新城大道188号', '县财政局', '地址：示例县新城大道190号'],
      ),
      expect: { 电话: 'not-comparable', 地址: 'contradicted' },
    },
    {
      shows: 'the notice of the request column sends to another street than column and guide',
      site: noticed('受理机构：示例市人民政府办公室；地址：示例市建设路8号'),
      expect: { 电话: 'not-comparable', 地址: 'contradicted' },
      facts: { 地址: { request: '示例市人民路12号', told: '示例市建设路8号' } },
    },
    {
      shows: 'the office is named below a heading in the column',
      site: told(
        ['受理机构：示例市教育局办公室。地址：示例市学士路18号；电话：0700-5550108。'],
        ['办公地址：示例市学士路18号', '联系电话：0700-5550100，办公室0700-5550108'],
      ).column('依申请公开', '/ysq/', {
        topic: 'disclosureRequest',
        words: [
          '二、受理机构',
          '示例市教育局办公室；地址：示例市文昌大道266号；联系电话：0700-5557788。',
        ],
      }),
      expect: { 电话: 'contradicted', 地址: 'contradicted' },
    },
  ],
  outvoted: [
    {
      shows:
        'the page of the column that names the taker, against another of its pages and all others',
      site: oddFirst('受理机构：示例市林业局办公室，联系电话：0700-8120019'),
      expect: { 电话: 'outvoted', 地址: 'not-comparable' },
      facts: { 电话: { odd: '依申请公开栏目', said: '8120019', told: '8126123' } },
    },
    {
      shows: 'the column’s number is the institution’s, the guide names another',
      site: said3('联系电话：0700-8120019', '联系电话：0700-8126123', '电话：0700-8126123'),
      expect: { 电话: 'outvoted', 地址: 'not-comparable' },
      facts: { 电话: { odd: '公开指南', said: '8120019', told: '8126123' } },
    },
    {
      shows: 'guide and institution agree, the column has another number and another street',
      site: said3(
        '联系电话：0700-8126123，办公地址：示例市人民路12号',
        '联系电话：0700-8126123，办公地址：示例市人民路12号',
        '电话：0700-8120019，地址：示例市解放路8号',
      ),
      expect: { 电话: 'outvoted', 地址: 'outvoted' },
      facts: { 电话: { odd: '依申请公开栏目' } },
    },
  ],
  'guide-different': {
    shows: 'the guide names another number, and another office that takes requests',
    site: said3(
      '受理机构：示例市档案馆，联系电话：0700-8120019',
      '联系电话：0700-8126123',
      '受理机构：示例市林业局办公室，电话：0700-8126123',
    ),
    expect: { 电话: 'guide-different', 地址: 'not-comparable' },
  },
  'not-comparable': [
    ...[
      '受理机构：示例市档案馆查阅中心；地址：示例市建设路8号',
      '受理机构：示例市人民政府办公室；地址：示例市人民路12号',
      '受理机构：示例市人民政府办公室；地址：示例市人民路12号；邮寄地址：示例市建设路8号',
      '受理机构：示例市人民政府办公室；地址：政务大厅',
    ].map((words) => ({
      shows: `the notice of the request column: ${words}`,
      site: noticed(words),
      expect: { 电话: 'not-comparable', 地址: 'not-comparable' } as const,
    })),
    {
      shows: 'the guide gives only whom to complain to',
      site: told(
        ['可以向市政务公开办投诉举报（电话：0700-2230000）。'],
        ['联系电话：0700-2234567'],
      ),
      expect: { 电话: 'not-comparable', 地址: 'not-comparable' },
    },
    {
      shows: 'a fax number is no telephone',
      site: told(['传真：0700-7654321'], ['联系电话：0700-2234567']),
      expect: { 电话: 'not-comparable', 地址: 'not-comparable' },
    },
    {
      shows: 'the institution page says nothing of either; numbers of a law are no telephone',
      site: told(
        ['联系电话：0700-7654321', '根据国务院令第711号办理'],
        ['主要职责：负责全市林业工作，面积 3234567 亩。'],
      ),
      expect: { 电话: 'not-comparable', 地址: 'not-comparable' },
    },
  ],
})
