/** Annual reports told from look-alikes, by the year reported; and the website annual tables beside them. */
import { describe, expect, it } from 'vitest'
import { isOwnOrgan } from '#understand/titles'
import { absolute, article, html, list, miniSite } from './mini-site.ts'

const TRAIL = [
  ['/xxgk/', '政府信息公开'],
  ['/xxgk/nb/', '政府信息公开年报'],
] as const

function site(
  titles: readonly string[],
  options: {
    agency?: string
    text?: string
    trail?: readonly (readonly [string, string])[]
    home?: string
  } = {},
) {
  const trail = options.trail ?? TRAIL
  const last = trail.at(-1) ?? ['/xxgk/nb/', '政府信息公开年报']
  const rows = titles.map(
    (title, i) => [`/xxgk/nb/t2023011${i}_${i}.html`, title, `2023-01-1${i}`] as const,
  )
  const articles = rows.map(([href, title, day]) => [
    href,
    article(title, day, options.text ?? '根据条例编制。'.repeat(20), trail),
  ])
  return miniSite(
    {
      '/': options.home ?? html({ body: '<p>欢迎</p>' }),
      [last[0]]: html({ heading: last[1], trail, body: list(rows) }),
      ...Object.fromEntries(articles),
    },
    options.agency === undefined ? {} : { agency: options.agency },
  )
}

const years = (
  title: string,
  agency = '蓝河市林业局',
  trail = TRAIL as readonly (readonly [string, string])[],
) => site([title], { agency, trail }).annualReports.map((report) => report.year)

describe('是年度报告', () => {
  it.each([
    ['蓝河市林业局2022年政府信息公开工作年度报告', 2022],
    ['2022年度政府信息公开工作年度报告', 2022],
    ['蓝河市林业局二〇二一年政府信息公开年度报告', 2021],
    ['市林业局2018年政务公开年度报告', 2018],
    ['蓝河市林业局2018年政务公开报告', 2018],
    ['林业局政府信息公开年报（2020）', 2020],
    ['蓝河市林业局关于发布2022年政府信息公开工作年度报告的公告', 2022],
    ['2022年度报告', 2022],
    ['《蓝河市林业局2022年政府信息公开工作年度报告》', 2022],
    ['蓝河市林业局2022年政府信息公开工作年度报告（含统计表）.pdf', 2022],
  ])('%s', (title, year) => {
    expect(years(title)).toEqual([year])
  })

  it('审计局、生态环境局的报告不因单位名被排除', () => {
    expect(years('蓝河市审计局2022年政府信息公开工作年度报告', '蓝河市审计局')).toEqual([2022])
    expect(years('蓝河市审计局2022年度报告', '蓝河市审计局')).toEqual([2022])
  })

  it('政府自己的报告，各种写法', () => {
    for (const title of [
      '蓝河市人民政府2022年政府信息公开工作年度报告',
      '蓝河市2022年政府信息公开工作年度报告',
      '蓝河市政府2022年政府信息公开工作年度报告',
    ]) {
      expect(years(title, '蓝河市人民政府')).toEqual([2022])
    }
  })
})

describe('不是（本单位的）年度报告', () => {
  it.each([
    '（图解）蓝河市林业局2022年政府信息公开工作年度报告',
    '蓝河市林业局2022年政府信息公开工作年度报告（图片版）',
    '一图读懂2022年政府信息公开年度报告',
    '市林业局完成2022年政府信息公开年度报告发布工作',
    '局务会议审议通过《蓝河市林业局2022年政府信息公开年度报告》',
    '关于做好2022年政府信息公开工作年度报告编制发布工作的通知',
    '2022年蓝河市林业局法治政府建设年度报告',
    '蓝河市林业局2022年政府网站工作年度报表',
    '蓝河市林业局2022年度部门决算公开',
    '2022年第四季度政府信息公开工作报告',
    '蓝河市林业局2022年度行政执法统计年报',
    '蓝河市林木种苗站2022年政府信息公开工作年度报告',
    '白石县林业局2022年政府信息公开工作年度报告',
    '城关镇人民政府2022年政府信息公开工作年度报告',
  ])('%s', (title) => {
    expect(years(title)).toEqual([])
  })

  it('市政府门户汇集的部门、乡镇报告不算市政府的', () => {
    for (const title of [
      '蓝河市林业局2022年政府信息公开工作年度报告',
      '城关镇2022年政府信息公开工作年度报告',
    ]) {
      expect(years(title, '蓝河市人民政府')).toEqual([])
    }
  })

  it('部门网站借用政府平台的站名时，政府的报告仍不算部门的', () => {
    const home = html({ body: '<p>欢迎</p>', tags: { SiteName: '蓝河市人民政府门户网站' } })
    const view = site(['蓝河市人民政府2022年政府信息公开工作年度报告'], { home })
    expect(view.annualReports).toEqual([])
    expect(view.collectedReports.map((one) => one.year)).toEqual([2022])
  })

  it('别处的“2022年度报告”不算', () => {
    expect(years('2022年度报告', '蓝河市林业局', [['/kp/', '科普宣传']])).toEqual([])
  })
})

describe('年份、日期、部分和表格', () => {
  it('标题没有年份：取正文开头，并说明', () => {
    const view = site(['蓝河市林业局政府信息公开工作年度报告'], {
      text: '2021年，我局认真贯彻条例，现公布年度报告。'.repeat(4),
    })
    expect(view.annualReports.map((one) => one.year)).toEqual([2021])
    expect(view.annualReports[0]?.because).toContain('正文')
  })

  it('六个部分与表格', () => {
    const text =
      '一、总体情况</p><p>二、主动公开政府信息情况</p><table><tr><td>本年制发件数</td><td>现行有效件数</td></tr></table><p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项'
    const [report] = site(['蓝河市林业局2022年政府信息公开工作年度报告'], { text }).annualReports
    expect(report?.parts).toHaveLength(6)
    expect(report?.tables).toBe('html')
    expect(report?.publishedOn?.value).toBe('2023-01-10')
  })

  it('报告只有附件：表格在附件里', () => {
    const text = '详见附件：<a href="/files/nb2022.pdf">2022年度报告.pdf</a>'
    const [report] = site(['蓝河市林业局2022年政府信息公开工作年度报告'], { text }).annualReports
    expect(report?.tables).toBe('attachment')
  })

  it('表格是图片：说是图片', () => {
    const text =
      '一、总体情况</p><p>本局按时公开。</p><p>二、主动公开政府信息情况</p><p><img src="/i/t2.png"></p><p>三、收到和处理政府信息公开申请情况</p><p><img src="/i/t3.png">'
    const [report] = site(['蓝河市林业局2022年政府信息公开工作年度报告'], { text }).annualReports
    expect(report?.tables).toBe('picture')
  })

  it('变体写法在依据里说明', () => {
    const [report] = site(['市林业局2018年政务公开年度报告']).annualReports
    expect(report?.because).toContain('变体')
  })
})

describe('政府网站工作年度报表', () => {
  const trail = [['/wznb/', '政府网站年度报表']] as const
  const titles = [
    '蓝河市林业局2022年政府网站工作年度报表',
    '我局按时完成2022年政府网站年度报表工作',
    '2021年度政府网站工作年度报表',
    '蓝河市政府网站监管年度报表（2022年）',
  ]

  it('按年识别，监管报表不算；首页没有链接时 onHome 为空', () => {
    const tables = site(titles, { trail }).siteAnnualTables
    expect(tables.map((one) => one.year)).toEqual([2022, 2021])
    expect(tables.every((one) => one.onHome === null)).toBe(true)
  })

  it('别的栏目里的“年度工作报表”，页面上有表的才算；门户网站不是单位名', () => {
    const other = [['/zwgk/', '政务公开']] as const
    const names = ['2022年度工作报表', '蓝河市林业局门户网站2021年度工作报表']
    const form =
      '</p><table><tr><td>独立用户访问总量</td><td>12</td></tr><tr><td>网站总访问量</td><td>34</td></tr><tr><td>收到留言数量</td><td>5</td></tr></table><p>'
    const years = (text?: string) =>
      site(names, { trail: other, ...(text === undefined ? {} : { text }) }).siteAnnualTables.map(
        (one) => one.year,
      )
    expect(years()).toEqual([2021])
    expect(years(form)).toEqual([2022, 2021])
  })

  it('首页链接到报表或报表栏目', () => {
    const home = html({ body: '<p><a href="/wznb/">政府网站年度报表</a></p>' })
    const [table] = site(titles, { trail, home }).siteAnnualTables
    expect(table?.onHome?.url).toBe(absolute('/'))
  })
})

describe('只给地址、没有给单位名称', () => {
  const LOOSE = 'www.lanhe.example'
  const home = html({
    body: '<p>欢迎</p><div class="footer">主办：蓝河县人民政府办公室 湘ICP备05001234号</div>',
  })

  it('政府门户自己的报告仍是它的，不说没有', () => {
    const view = site(['蓝河县人民政府2022年政府信息公开工作年度报告'], { agency: LOOSE, home })
    expect(view.annualReports.map((report) => report.year)).toEqual([2022])
  })

  it('连主办单位都没有印，只有一家的报告，算它的；有几家的，不算', () => {
    const one = site(
      ['蓝河县民政局2022年政府信息公开工作年度报告', '蓝河县民政局2021年政府信息公开工作年度报告'],
      { agency: LOOSE, home: html({ body: '<meta name="SiteName" content="蓝河县人民政府">' }) },
    )
    expect(one.annualReports.map((report) => report.year)).toEqual([2022, 2021])
    const several = site(
      ['蓝河县民政局2022年政府信息公开工作年度报告', '蓝河县水利局2022年政府信息公开工作年度报告'],
      { agency: LOOSE, home },
    )
    expect(several.annualReports).toEqual([])
  })
})

it.each([
  ['青塘镇政府网站', true],
  ['青塘镇政府', true],
  ['青塘镇人民政府门户网站', true],
  ['龙溪镇政府网站', false],
  ['沅川县水利局网站', false],
] as const)('%s 是不是沅川县青塘镇人民政府：%s', (organ, own) => {
  expect(isOwnOrgan(organ, ['沅川县青塘镇人民政府'])).toBe(own)
})

it.each([
  ['示例区人民政府南门街道办事处', '示例区人民政府', false],
  ['示例市人民政府国有资产监督管理委员会', '示例市人民政府', false],
  ['示例区人民政府', '示例区人民政府南门街道办事处', false],
  ['南门街道办事处', '示例区人民政府南门街道办事处', true],
  ['示例区人民政府办公室', '示例区人民政府', true],
  ['示例市示例区人民政府', '示例区人民政府', true],
] as const)('%s 是不是%s：%s', (organ, agency, own) => {
  expect(isOwnOrgan(organ, [agency])).toBe(own)
})
