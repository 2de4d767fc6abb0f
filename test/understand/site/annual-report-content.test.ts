/** An annual report's parts and tables: from a page, from a file, in both forms, with blanks and oddities as printed. */
import { describe, expect, it } from 'vitest'
import { quoteStands } from '#engine/quote'
import type { AnnualReportContent } from '#model/annual-report'
import type { TextTable } from '#model/attachment'
import { joinSources } from '#understand/annual-report-sources'
import { readText } from '../page/read.ts'

const HEADS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]
const LABELS = [
  ['一、本年新收政府信息公开申请数量'],
  ['二、上年结转政府信息公开申请数量'],
  ['三、本年度办理结果', '（一）予以公开'],
  ['（二）部分公开（区分处理的，只计这一情形）'],
  ['（三）不予公开', '1.属于国家秘密'],
  ['2.其他法律行政法规禁止公开'],
  ['3.危及“三安全一稳定”'],
  ['4.保护第三方合法权益'],
  ['5.属于三类内部管理事务信息'],
  ['6.属于四类过程性信息'],
  ['7.属于行政执法案卷'],
  ['8.属于行政查询事项'],
  ['（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['2.没有现成信息需要另行制作'],
  ['3.补正后申请内容仍不明确'],
  ['（五）不予处理', '1.信访举报投诉类申请'],
  ['2.重复申请'],
  ['3.要求提供公开出版物'],
  ['4.无正当理由大量反复申请'],
  ['5.要求行政机关确认或重新出具已获取信息'],
  ['（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理'],
  ['2.申请人逾期未按收费通知要求缴纳费用'],
  ['3.其他'],
  ['（七）总计'],
  ['四、结转下年度继续办理'],
] as const
const numbers = (row: number): string[] =>
  [row + 1, 0, 0, 0, 0, 0, row + 1].map((value, k) => (row === 4 && k === 1 ? '' : String(value)))

const td = (cell: string) => `<td><p>${cell}</p></td>`
const requests = `<table><tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
  <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
  <tr>${['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(td).join('')}</tr>
  ${LABELS.map((labels, i) => `<tr>${labels.map((label) => `<td colspan="${labels.length === 1 ? 2 : 1}" rowspan="${labels.length > 1 && label === labels[0] ? 2 : 1}">${label}</td>`).join('')}${numbers(i).map(td).join('')}</tr>`).join('')}</table>`
const proactive = `<table><tr><td colspan="4">第二十条第（一）项</td></tr><tr>${['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map(td).join('')}</tr>
  <tr>${['规章', '0', '０', ''].map(td).join('')}</tr><tr>${['行政规范性文件', '2', '1', '1,024'].map(td).join('')}</tr>
  <tr><td colspan="4">第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr><tr><td>行政许可</td><td colspan="3">15</td></tr>
  <tr><td>行政处罚</td><td colspan="3">/</td></tr><tr><td>行政强制</td><td colspan="3">0</td></tr>
  <tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td colspan="3">3.5</td></tr></table>`
const disputes = `<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr><tr>${'结果维持 结果纠正 其他结果 尚未审结 总计 '.repeat(3).trim().split(' ').map(td).join('')}</tr>
  <tr>${Array.from({ length: 15 }, (_, i) => td(String(i % 5))).join('')}</tr></table>`
const tables = ['', proactive, requests, disputes, '', '']
const html = `<html><body><div class="content"><h1>蓝河市林业局2022年政府信息公开工作年度报告</h1>
  ${HEADS.map((head, i) => `<p>${'一二三四五六'.charAt(i)}、${head}</p><p>本机关依照条例做好相关工作，情况如下文所述，特此报告。</p>${tables[i]}`).join('')}</div></body></html>`

const TABLES = ['proactive', 'requests', 'disputes'] as const

interface Given {
  readonly year: number
  readonly source?: 'html' | 'attachment'
  readonly text?: string
  readonly tables?: readonly TextTable[]
  readonly pictured?: boolean
}
const read = ({ year, source = 'attachment', text = '', tables = [], pictured = false }: Given) => {
  const url = 'http://www.lanhe.example/nb.html'
  const found = joinSources(
    [{ url, source, text, tables, truncated: false }],
    year,
    new Set(pictured ? TABLES : []),
  )
  if (found === null) throw new Error('没有读到')
  return found
}

const pageContent = (year: number): AnnualReportContent => {
  const page = readText(html)
  const found = joinSources(
    [
      {
        url: page.url,
        source: 'html',
        text: page.text.excerpt,
        tables: page.tables ?? [],
        rowSpans: page.tableRows ?? [],
        truncated: false,
      },
    ],
    year,
    new Set(),
  )
  if (found === null) throw new Error('没有读到')
  return found
}

describe('从网页读', () => {
  const content = pageContent(2022)

  it('六个部分', () => {
    expect(content.parts.map((part) => [part.number, part.title])).toEqual(
      HEADS.map((head, i) => [i + 1, head]),
    )
    expect(content.parts[4]?.text).toContain('特此报告')
  })

  it('表二：单元格是数，空格仍是空格', () => {
    expect(content.form).toBe('2021')
    expect(content.proactive?.map((row) => [row.key, row.cells.map((cell) => cell.value)])).toEqual(
      [
        ['rules', [0, 0, null]],
        ['normativeDocuments', [2, 1, 1024]],
        ['licensing', [15]],
        ['penalties', [null]],
        ['compulsion', [0]],
        ['fees', [3.5]],
      ],
    )
    expect(content.proactive?.[3]?.cells[0]?.printed).toBe('/')
  })

  it('表三：二十五行七列', () => {
    expect(content.requests).toHaveLength(25)
    expect(content.requests?.every((row) => row.cells.length === 7)).toBe(true)
    expect(content.requests?.[0]).toMatchObject({
      key: 'new',
      cells: [{ value: 1 }, {}, {}, {}, {}, {}, { value: 1 }],
    })
    expect(content.requests?.[4]).toMatchObject({ key: 'stateSecret' })
    expect(content.requests?.[4]?.cells[1]).toEqual({ value: null, printed: '' })
    expect(content.requests?.map((row) => row.key).slice(-4)).toEqual([
      'feesNotPaid',
      'otherHandled',
      'total',
      'carriedForward',
    ])
  })

  it('每一行都引得回原文，并说明各列', () => {
    const rows = [...(content.proactive ?? []), ...(content.requests ?? [])]
    const places = [
      ...rows.map((row) => row.place),
      content.disputesPlace,
      ...content.parts.map((part) => part.place),
    ]
    for (const place of places) {
      if (place === null) throw new Error('没有出处')
      expect(quoteStands(html, place.at, place.quote), place.quote).toBe(true)
    }
    expect(rows.every((row) => row.place.at !== null)).toBe(true)
    expect(content.proactive?.[0]?.heads).toEqual(['本年制发件数', '本年废止件数', '现行有效件数'])
    expect(content.proactive?.[2]?.heads).toEqual(['本年处理决定数量'])
    expect(content.states).toEqual({ proactive: 'read', requests: 'read', disputes: 'read' })
  })

  it('表四：十五个数', () => {
    expect(content.disputes?.map((cell) => cell.value)).toEqual([
      0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4,
    ])
  })
})

describe('从附件读', () => {
  const rows = LABELS.map(
    (labels, i) => `${labels.at(-1) ?? ''}\t${numbers(i === 4 ? 5 : i).join('\t')}`,
  )

  it('没有表格结构的文字（PDF）：一行一行读，标签可以跨行', () => {
    const text = [
      '三、收到和处理政府信息公开申请情况',
      ...rows.slice(0, 20),
      '1.申请人无正当理由逾期不补正、行政机关不再',
      `处理\t${numbers(20).join('\t')}`,
      ...rows.slice(21),
    ].join('\n')
    const content = read({ year: 2022, text })
    expect(content.requests?.map((row) => row.key)).toHaveLength(25)
    expect(content.requests?.[20]).toMatchObject({
      key: 'notCorrected',
      cells: [{ value: 21 }, {}, {}, {}, {}, {}, {}],
    })
  })

  it('一行里数目不足七个：这一行不猜', () => {
    const text = [...rows.slice(0, 2), '（一）予以公开\t3\t3', ...rows.slice(3)].join('\n')
    const content = read({ year: 2022, text })
    expect(content.requests?.map((row) => row.key)).not.toContain('granted')
    expect(content.requests).toHaveLength(24)
  })
})

describe('旧表和没有表的年份', () => {
  it('2019 年的表二多几列，照印的读', () => {
    const table = [
      ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
      ['规范性文件', '2', '2', '30'],
      ['行政许可', '12', '3', '40'],
      ['政府集中采购', '5', '120.6'],
    ]
    const content = read({ year: 2019, tables: [table] })
    expect(content.form).toBe('2019')
    expect(content.proactive?.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [2, 2, 30],
      [12, 3, 40],
      [5, 120.6],
    ])
  })

  it('没有表格：说没有', () => {
    const content = read({
      year: 2016,
      source: 'html',
      text: '一、概述\n全年公开信息100条。',
    })
    expect(content).toMatchObject({ form: 'none', proactive: null, requests: null, disputes: null })
    expect(content.parts).toMatchObject([{ number: 1, title: '概述', text: '全年公开信息100条。' }])
  })
})

describe('怪样子', () => {
  const labelled = (row: readonly string[]) => [...row, ...'1 0 0 0 0 0 1'.split(' ')]

  it('2019 年的表三“其他处理”只有一行', () => {
    const table = [
      labelled(['一、本年新收政府信息公开申请数量']),
      labelled(['（六）其他处理']),
      labelled(['（七）总计']),
    ]
    expect(read({ year: 2019, tables: [table] }).requests?.map((row) => row.key)).toEqual([
      'new',
      'otherHandled',
      'total',
    ])
  })

  it('单元格带单位、写“无”、空着：照印的读', () => {
    const table = [
      ['一、本年新收政府信息公开申请数量', '３件', '无', '', '/', '—', '0', '1,003'],
      ['', '二、上年结转政府信息公开申请数量', '', '', '1', '0', '0', '0', '0', '0', '1'],
    ]
    const rows = read({ year: 2022, tables: [table] }).requests
    expect(rows?.[0]?.cells.map((cell) => cell.value)).toEqual([3, null, null, null, null, 0, 1003])
    expect(rows?.[0]?.cells[1]?.printed).toBe('无')
    expect(rows?.[1]?.cells.map((cell) => cell.value)).toEqual([1, 0, 0, 0, 0, 0, 1])
  })

  it('表格后面多出一列：不猜是哪七列', () => {
    const table = [
      labelled(['一、本年新收政府信息公开申请数量']),
      [...labelled(['二、上年结转政府信息公开申请数量']), ''],
    ]
    expect(read({ year: 2022, tables: [table] }).requests).toHaveLength(1)
  })

  it('表三被分页切成两张表：接着读', () => {
    const tables = [
      [labelled(['一、本年新收政府信息公开申请数量'])],
      [labelled(['（七）总计']), labelled(['四、结转下年度继续办理'])],
    ]
    expect(read({ year: 2022, tables }).requests?.map((row) => row.key)).toEqual([
      'new',
      'total',
      'carriedForward',
    ])
  })

  it('该有表格的地方是图片：说是图片', () => {
    const found = read({ year: 2022, text: '一、总体情况\n本局按时公开。', pictured: true })
    expect(found.states).toEqual({ proactive: 'picture', requests: 'picture', disputes: 'picture' })
  })

  it('正文在网页、表格在附件：各取各的', () => {
    const table = [labelled(['一、本年新收政府信息公开申请数量'])]
    const base = { truncated: false }
    const found = joinSources(
      [
        {
          ...base,
          url: 'http://a.example/nb.html',
          source: 'html',
          text: '一、总体情况\n全年收到政府信息公开申请1件。',
          tables: [],
        },
        { ...base, url: 'http://a.example/t.xls', source: 'attachment', text: '', tables: [table] },
      ],
      2022,
      new Set(),
    )
    expect(found).toMatchObject({
      source: 'attachment',
      parts: [{ number: 1 }],
      counts: [{ key: 'new', value: 1 }],
    })
    expect(found?.requests?.[0]?.place.url).toBe('http://a.example/t.xls')
    expect(found?.counts[0]?.place.url).toBe('http://a.example/nb.html')
  })
})

describe('正文里说的件数', () => {
  const counts = (part: number, text: string) =>
    read({
      year: 2022,
      text: HEADS.slice(0, part)
        .map((head, i) => `${'一二三四五六'.charAt(i)}、${head}\n${i + 1 === part ? text : '略。'}`)
        .join('\n'),
    }).counts.map(({ key, value }) => `${key} ${value}`)

  it.each([
    ['2022年，我局共收到政府信息公开申请12件，均按时答复。', ['new 12']],
    ['全年新收依申请公开３件，上年结转1件。', ['new 3', 'carriedOver 1']],
    ['全年新收政府信息公开申请３件，上年结转1件。', ['new 3', 'carriedOver 1']],
    ['2022年1月1日至12月31日，收到政府信息公开申请1,012件。', ['new 1012']],
    ['本年度收到12件政府信息公开申请，其中收到书面申请3件。', ['new 12']],
    ['全年未收到政府信息公开申请。', ['new 0']],
    ['本机关接到公民、法人和其他组织政府信息公开申请共计26件。', ['new 26']],
    ['共受理政府信息公开申请15件（不含上一年度结转2件）。', ['carriedOver 2', 'new 15']],
    ['收到政府信息公开申请15件、去年结转2件，已全部办结。', ['carriedOver 2', 'new 15']],
    ['受理上年结转的政府信息公开申请2件。', ['carriedOver 2']],
    ['收到政府信息公开申请较上年增加2件。', []],
    ['收到法人和其他组织政府信息公开申请2件。', []],
    ['2022年，全县新收到政府信息公开申请27件。', ['new 27']],
    [
      '（二）依申请公开。共收到申请44件，其中网上提交占多数。（三）平台建设。收到申请9件。',
      ['new 44'],
    ],
    ['（一）主动公开。收到申请44件。', []],
    ['（二）依申请公开方面。新收申请44件。', ['new 44']],
    ['（二）依申请公开情况\n共收到许可申请44件。', []],
    ['全县各部门收到政府信息公开申请27件。', []],
    ['全县乡镇收到政府信息公开申请7件。', []],
    ['全市共收到政府信息公开申请270件。', []],
    ['上半年收到政府信息公开申请2件。', []],
    ['通过网络收到政府信息公开申请2件。', []],
    ['畅通网上、当面、邮寄等渠道，全年共收到政府信息公开申请23件。', ['new 23']],
    ['畅通网上、当面、邮寄等渠道，通过网上收到政府信息公开申请2件。', []],
    ['收到群众来信12件。', []],
    ['全年共收到政府信息公开申请三十五件。', ['new 35']],
    ['全年收到政府信息公开申请一百零二件。', ['new 102']],
    ['收到政府信息公开申请后一个工作日内登记，与来访人一起核对。', []],
    ['收到政府信息公开申请后3个工作日内登记。', []],
    ['2022年，依申请公开数量为41件。', ['new 41']],
    ['全年办理政府信息公开申请38件。', ['new 38']],
    ['全年收到网上政府信息公开申请20件，信函申请15件，共计35件。', ['new 35']],
    ['全年收到网上政府信息公开申请20件，其中予以公开5件，部分公开2件，共计7件。', []],
    ['本年度没有公民、法人或其他组织提出政府信息公开申请。', ['new 0']],
  ] as const)('申请：%s', (text, expected) => {
    expect(counts(1, text)).toEqual(expected)
  })

  it.each([
    ['2022年行政复议2件、行政诉讼1件。', ['reviews 2', 'lawsuits 1']],
    ['全年未发生政府信息公开行政复议、行政诉讼。', ['reviews 0', 'lawsuits 0']],
    ['行政复议和行政诉讼均为0件。', ['reviews 0', 'lawsuits 0']],
    ['发生1起行政复议案件，无行政诉讼。', ['reviews 1', 'lawsuits 0']],
    ['不服行政复议提起行政诉讼的案件较多。', []],
  ] as const)('复议诉讼：%s', (text, expected) => {
    expect(counts(4, text)).toEqual(expected)
  })

  it.each([
    [
      '本年度收到公开申请2件，已答复2件；被申请行政复议0件，被提起行政诉讼3件。',
      ['reviews 0', 'lawsuits 3'],
    ],
    ['收到公开申请2件，已答复2件。全年被提起行政诉讼3件。', []],
    ['收到公开申请2件；办理行政复议案件12件。', []],
    [
      '（二）依申请公开。收到申请2件。全年发生行政复议4件，行政诉讼2件。',
      ['reviews 4', 'lawsuits 2'],
    ],
    ['（一）主动公开。全年发生行政复议4件，行政诉讼2件。', []],
  ] as const)('总体情况里接着说的复议诉讼：%s', (text, expected) => {
    const disputes = counts(1, text).filter((one) => /reviews|lawsuits/.test(one))
    expect(disputes).toEqual(expected)
  })

  it.each([
    [
      '全年新收政府信息公开申请26件，其中自然人申请20件、法人或其他组织申请6件；上年结转1件，结转下年度继续办理3件。',
      ['people 20', 'bodies 6', 'carriedForward 3'],
    ],
    [
      '收到政府信息公开申请15件。其中予以公开12件，部分公开1件，不予公开2件。',
      ['granted 12', 'partlyGranted 1', 'refused 2'],
    ],
    ['收到政府信息公开申请15件，其中“不予公开”2件。', ['refused 2']],
    ['收到政府信息公开申请15件。网上申请中予以公开8件。', []],
    ['收到政府信息公开申请15件。上年予以公开8件。', []],
    ['收到政府信息公开申请15件；作出不予公开决定2件，较上年增加1件。', ['refused 2']],
    ['收到政府信息公开申请15件。较上年，不予公开2件。', []],
    ['收到政府信息公开申请15件，不予以公开2件。', []],
    ['收到政府信息公开申请15件，办结14件，结转下年度1件。', ['carriedForward 1', 'handled 14']],
    ['收到政府信息公开申请15件，按时办结13件。', []],
    ['收到政府信息公开申请15件。已办结14件。', ['handled 14']],
    ['收到政府信息公开申请15件。技术人员核查了污水管网，合计办结319个点位。', []],
    ['收到政府信息公开申请15件。项目负责人对接了河道保洁责任区，合计办结487条。', []],
    ['各单位予以公开12件。', []],
    [
      '收到政府信息公开申请15件，其中无法提供6件，不予处理3件，结转2023年办理5件。',
      ['unavailable 6', 'unprocessed 3', 'carriedForward 5'],
    ],
    ['主动公开信息120条，自然人申请3件。', []],
  ] as const)('申请是谁提的、怎么办的：%s', (text, expected) => {
    const told = counts(1, text).filter((one) => !/^(?:new|carriedOver) /.test(one))
    expect(told).toEqual(expected)
  })

  it.each([
    ['制发行政规范性文件7件，现行有效规范性文件23件。', ['made 7', 'inForce 23']],
    ['全年作出行政许可决定512件，未作出行政处罚决定。', ['licensing 512', 'penalties 0']],
    ['收取行政事业性收费12.5万元。', ['fees 12.5']],
    ['收取行政事业性收费8000元。', ['fees 0.8']],
    ['代拟规范性文件7件；公示行政处罚信息99条；审查规范性文件3件。', []],
  ] as const)('表二里有的：%s', (text, expected) => {
    expect(counts(1, text)).toEqual(expected)
  })

  it('别的业务的复议不算', () => {
    expect(counts(1, '办理行政复议30件、行政诉讼5件。')).toEqual([])
  })
})
