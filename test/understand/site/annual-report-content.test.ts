/** An annual report's parts and tables: from a page, from a file, in both forms, with blanks and oddities as printed. */
import { describe, expect, it } from 'vitest'
import { readReportContent } from '#understand/annual-report-content'
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

const pageContent = (year: number) => {
  const page = readText(html)
  return readReportContent({
    year,
    source: 'html',
    text: page.text.excerpt,
    tables: page.tables ?? [],
  })
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
    const content = readReportContent({ year: 2022, source: 'attachment', text, tables: [] })
    expect(content.requests?.map((row) => row.key)).toHaveLength(25)
    expect(content.requests?.[20]).toMatchObject({
      key: 'notCorrected',
      cells: [{ value: 21 }, {}, {}, {}, {}, {}, {}],
    })
  })

  it('一行里数目不足七个：这一行不猜', () => {
    const text = [...rows.slice(0, 2), '（一）予以公开\t3\t3', ...rows.slice(3)].join('\n')
    const content = readReportContent({ year: 2022, source: 'attachment', text, tables: [] })
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
    const content = readReportContent({
      year: 2019,
      source: 'attachment',
      text: '',
      tables: [table],
    })
    expect(content.form).toBe('2019')
    expect(content.proactive?.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [2, 2, 30],
      [12, 3, 40],
      [5, 120.6],
    ])
  })

  it('没有表格：说没有', () => {
    const content = readReportContent({
      year: 2016,
      source: 'html',
      text: '一、概述\n全年公开信息100条。',
      tables: [],
    })
    expect(content).toMatchObject({ form: 'none', proactive: null, requests: null, disputes: null })
    expect(content.parts).toEqual([{ number: 1, title: '概述', text: '全年公开信息100条。' }])
  })
})
