/** A website annual table as pages and files print it: merged groups, units, blanks, a code. */
import { describe, expect, it } from 'vitest'
import { readAnnualTable } from '#understand/site-annual-table-form'
import { readText } from '../page/read.ts'

const tr = (...cells: string[]) => `<tr>${cells.join('')}</tr>`
const td = (text: string, high = 1, wide = 1) =>
  `<td rowspan="${high}" colspan="${wide}"><p>${text}</p></td>`
const table = `<table>
  ${tr(td('网站名称'), td('蓝河市林业局', 1, 3))}${tr(td('政府网站标识码'), td('9912340007', 1, 3))}
  ${tr(td('独立用户访问总量（单位：个）'), td('1,208', 1, 3))}${tr(td('网站总访问量（单位：次）'), td('35620', 1, 3))}
  ${tr(td('信息发布<br>（单位：条）', 4), td('总数', 1, 2), td('320'))}${tr(td('概况类信息更新量', 1, 2), td('4'))}
  ${tr(td('政务动态信息更新量', 1, 2), td('210条'))}${tr(td('信息公开目录信息更新量', 1, 2), td(''))}
  ${tr(td('解读回应', 2), td('解读信息发布', 2), td('总数'), td('12'))}${tr(td('解读材料数量'), td('约十篇'))}
  ${tr(td('办事服务', 3), td('办件量<br>（单位：件）', 3), td('总数'), td('500'))}${tr(td('自然人办件量'), td('450'))}${tr(td('法人办件量'), td('50'))}
  ${tr(td('互动交流', 2), td('留言办理', 2), td('收到留言数量（单位：条）'), td('35'))}${tr(td('办结留言数量（单位：条）'), td('33'))}
</table>`
const page = readText(
  `<html><body><div class="content"><h1>2023年政府网站工作年度报表</h1><p>${'根据要求，现将本网站年度报表公布如下。'.repeat(4)}</p>${table}</div></body></html>`,
)
const figures = (given: Parameters<typeof readAnnualTable>[0]) =>
  Object.fromEntries(readAnnualTable(given)?.fields.map((one) => [one.key, one.value]) ?? [])

describe('网站工作年度报表', () => {
  it('单位夹在项名与“总数”之间', () => {
    const text = [
      '信息发布（单位：条）总数\t320',
      '办件量（单位：件）总数\t500',
      '自然人办件量\t450',
    ].join('\n')
    expect(figures({ url: page.url, source: 'attachment', text, tables: [] })).toEqual({
      'published.total': 320,
      'handled.total': 500,
      'handled.people': 450,
    })
  })

  it('项名一行，数字在下一行（dl）', () => {
    const text =
      '信息发布总数（单位：条）\n320\n概况类信息更新量\n4\n办件量总数\n\n500\n填报人\n张三'
    expect(figures({ url: page.url, source: 'html', text, tables: [] })).toEqual({
      'published.total': 320,
      'published.overview': 4,
      'handled.total': 500,
    })
  })

  it('头一个分项前写“其中”', () => {
    const text = [
      '政务服务事项数量（单位：项）\t390',
      '其中：可全程在线办理政务服务事项数量\t86',
      '办件量总数（单位：件）\t9416',
      '其中：自然人办件量\t9193',
      '其中法人办件量\t1423',
      '其中\t7',
    ].join('\n')
    expect(figures({ url: page.url, source: 'attachment', text, tables: [] })).toEqual({
      'services.total': 390,
      'services.online': 86,
      'handled.total': 9416,
      'handled.people': 9193,
      'handled.bodies': 1423,
    })
  })

  it('组名与项名印在一格里，也认得', () => {
    const rows = ['信息发布 总数（单位：条）\t320', '互动交流 收到留言数量\t35', '办结留言数量\t33']
    const text = rows.join('\n')
    expect(figures({ url: page.url, source: 'attachment', text, tables: [] })).toEqual({
      'published.total': 320,
      'messages.received': 35,
      'messages.answered': 33,
    })
  })

  it.each(['：', ':', ' — ', '-', '·', '/'])('组名与项名之间是“%s”', (sign) => {
    const text = [
      `办件量${sign}总数（件）\t70`,
      '自然人办件量（件）\t40',
      '法人办件量（件）\t20',
      `解读信息发布${sign}总数（篇）\t9`,
      `留言办理${sign}收到留言数量\t35`,
    ].join('\n')
    expect(figures({ url: page.url, source: 'attachment', text, tables: [] })).toEqual({
      'handled.total': 70,
      'handled.people': 40,
      'handled.bodies': 20,
      'interpretation.total': 9,
      'messages.received': 35,
    })
  })

  it('几项写在一格里（总数：…；自然人办件量：…），各是各的', () => {
    const text = [
      '办件量（单位：件）\t总数：860；自然人办件量：500；法人办件量：260',
      '收到留言数量\t21',
    ].join('\n')
    expect(figures({ url: page.url, source: 'attachment', text, tables: [] })).toEqual({
      'handled.total': 860,
      'handled.people': 500,
      'handled.bodies': 260,
      'messages.received': 21,
    })
  })

  const read = { url: page.url, source: 'html' as const, text: '', tables: page.tables ?? [] }

  it('网页上的表：总数分组，空格、文字没有数', () => {
    expect(figures(read)).toEqual({
      users: 1208,
      visits: 35620,
      'published.total': 320,
      'published.overview': 4,
      'published.news': 210,
      'published.catalogue': null,
      'interpretation.total': 12,
      'interpretation.materials': null,
      'handled.total': 500,
      'handled.people': 450,
      'handled.bodies': 50,
      'messages.received': 35,
      'messages.answered': 33,
    })
    expect(readAnnualTable(read)?.siteCode?.value).toBe('9912340007')
  })

  it('文件里没有表格的，按行读', () => {
    const text = [
      '独立用户访问总量\t1208',
      '网站总访问量\t35620',
      '信息发布\t总数\t320',
      '概况类信息更新量\t4',
      '办件量\t总数\t500',
      '自然人办件量\t450',
    ].join('\n')
    const found = figures({ url: page.url, source: 'attachment', text, tables: [] })
    expect(found).toMatchObject({ 'published.total': 320, 'handled.total': 500 })
  })

  it('总数与分组写在一格里', () => {
    const rows = [
      ['独立用户访问总量（单位：个）', '1208'],
      ['网站总访问量（单位：次）', '35620'],
      ['信息发布总数（单位：条）', '320'],
      ['概况类信息更新量（单位：条）', '4'],
      ['解读信息发布总数（单位：条）', '12'],
      ['收到留言数量（单位：条）', '35'],
    ]
    expect(figures({ ...read, tables: [rows] })).toMatchObject({
      'published.total': 320,
      'interpretation.total': 12,
    })
    const more = [
      ['解读信息发布（单位：条）总数', '12'],
      ['留言办理 收到留言数量（单位：条）', '35'],
    ]
    expect(figures({ ...read, tables: [[...rows.slice(0, 4), ...more]] })).toMatchObject({
      'interpretation.total': 12,
      'messages.received': 35,
    })
  })

  it('六个数的简表：有的名目不认得，或者名目在上、数字在下', () => {
    const rows = [
      ['网站总访问量', '35620'],
      ['信息发布总数', '320'],
      ['政务动态信息更新量', '210'],
      ['专栏数量', '3'],
      ['收到留言数量', '35'],
      ['办结留言数量', '33'],
    ]
    const wanted = { visits: 35620, 'published.total': 320, 'messages.answered': 33 }
    expect(figures({ ...read, tables: [rows] })).toMatchObject(wanted)
    const turned = [rows.map(([name = '']) => name), rows.map(([, figure = '']) => figure)]
    expect(figures({ ...read, tables: [turned] })).toMatchObject({
      ...wanted,
      'messages.received': 35,
      'published.news': 210,
    })
  })

  it('征集、访谈、专栏各项，负数，漏填的和没有替换的', () => {
    const rows = [
      ['填报单位', '白河县人民政府办公室'],
      ['专栏专题（单位：个）', '维护数量', '12'],
      ['新开设数量', '2'],
      ['征集调查', '征集调查期数（单位：期）', '3'],
      ['收到意见数量（单位：条）', ''],
      ['公布调查结果期数', 'XX'],
      ['在线访谈', '访谈期数（单位：期）', '2'],
      ['网民留言数量', '9'],
      ['答复网民提问数量', '-9条'],
      ['创新发展', '☑无障碍浏览 ×多语言版本'],
      ['填报日期', '2024年1月9日'],
    ]
    const given = { ...read, tables: [rows], isOwn: (name: string) => !name.startsWith('白河') }
    expect(figures(given)).toEqual({
      'features.kept': 12,
      'features.opened': 2,
      'polls.held': 3,
      'polls.received': null,
      'polls.published': null,
      'interviews.held': 2,
      'interviews.asked': 9,
      'interviews.answered': -9,
    })
    const content = readAnnualTable(given)
    expect(content?.foreign?.value).toBe('白河县人民政府办公室')
    expect(content?.filledOn?.value).toBe('2024-01-09')
    expect(content?.leftovers?.map(({ value }) => value)).toEqual(['XX'])
  })

  it('别的表不是', () => {
    const other = [
      [
        ['总数', '320'],
        ['单位', '件'],
      ],
    ]
    expect(readAnnualTable({ ...read, tables: other })).toBeNull()
  })
})
