/** What tables of charges, inspections and payments lack: the rows of `disclosure/fields-uncovered` that its own engine part gives. */
import { describe, expect, it } from 'vitest'
import { OWED_TABLES } from '#engine/owed-tables'
import { lackingTables } from '#engine/told-tables'
import { type PageSpec, SiteViewBuilder } from '../support/site-view-builder.ts'

const lacks = (site: SiteViewBuilder): readonly string[] =>
  OWED_TABLES.flatMap((kind) => lackingTables(site.build(), kind)).map(
    ({ title, element }) => `${title}：${element.name}`,
  )
const tabled = (topic: string, title: string, words: readonly string[], more: PageSpec = {}) =>
  new SiteViewBuilder()
    .column('栏目', '/b/', { topic, items: [[title, '2024-03-04', '/b/1.html']] })
    .page('/b/1.html', { kind: 'article', title, words, ...more })
const FEES = '行政事业性收费目录清单'
const FEE = ['序号 收费项目 收费标准 收费依据', '1 不动产登记费 80元/件 财税〔2016〕79号']
const DRAWN = '2024年双随机抽查结果公示'
const PAID = '2024年农机购置补贴发放公示'

/** Lists of payments of which two tell the rate, and one as given. */
const paidBy = (rows: readonly string[]): SiteViewBuilder => {
  const names = ['稻谷', '玉米', '油菜'] as const
  return names.reduce(
    (site, name, at) =>
      site.page(`/bt/${at}.html`, {
        kind: 'article',
        title: `${name}补贴发放公示`,
        words:
          at === 2 ? rows : ['补贴标准为每亩100元。', '序号 姓名 面积 补贴金额', '1 张三 10 1000'],
      }),
    new SiteViewBuilder().column('惠农补贴', '/bt/', {
      topic: 'subsidies',
      items: names.map((name, at) => [`${name}补贴发放公示`, '2024-01-02', `/bt/${at}.html`]),
    }),
  )
}

describe('tables that tell of one thing a row', () => {
  it('payments by village, and no sums beside them', () => {
    const site = paidBy(['序号 村名 户数 面积', '1 石桥村 30 210', '2 大湾村 31 221'])
    expect(lacks(site)).toEqual(['油菜补贴发放公示：发放的金额'])
  })

  it('payments without the rate that most others tell', () => {
    const site = paidBy(['序号 姓名 面积 补贴金额', '1 张三 10 1000', '2 李四 5 500'])
    expect(lacks(site)).toEqual(['油菜补贴发放公示：补贴的标准'])
  })

  it.each([
    [['补贴标准：每亩150元。', '序号 姓名 面积 补贴金额', '1 张三 10 1500']],
    [['序号 姓名 标准（元/亩） 补贴金额', '1 张三 150 1500']],
    [['按每户500元发放。', '序号 村名 户数', '1 石桥村 30', '2 大湾村 31']],
  ])('rates and sums in other places: %s', (rows) => {
    expect(lacks(paidBy(rows))).toEqual([])
  })

  it('a line of words above the table is no head of it', () => {
    const words = ['县农业农村局 各乡镇', '序号 姓名 补贴金额', '1 张三 8000', '2 李四 600']
    expect(lacks(tabled('subsidies', PAID, words))).toEqual([])
  })

  const sheet = (fileText: string) =>
    tabled('subsidies', PAID, ['现将发放情况公示如下，明细见附件。'], {
      attachments: [['明细.xls', '/b/1.xls']],
    }).page('/b/1.xls', { kind: 'file', fileText })

  it('payments of which a sheet tells no sums', () => {
    expect(lacks(sheet('序号\t姓名\t面积\n1\t张三\t10\n2\t李四\t5'))).toEqual([
      `${PAID}：发放的金额`,
    ])
  })

  it.each([
    sheet('序号\t姓名\t补贴金额\n1\t张三\t800\n2\t李四\t600'),
    sheet('每户500元\n序号\t姓名\t面积\n1\t张三\t10'),
    sheet(''),
  ])('a sheet that tells them, or one that was not read', (site) => {
    expect(lacks(site)).toEqual([])
  })

  it('payments of which none tells its rate', () => {
    const site = tabled('subsidies', PAID, ['序号 姓名 补贴额（元）', '1 张三 800'])
    expect(lacks(site)).toEqual([])
  })

  it.each([
    ['2024年救灾物资发放公示', ['序号 姓名 物资 数量', '1 张三 大米 2', '2 李四 大米 1']],
    ['2024年大米发放公示', ['序号 姓名 数量', '1 张三 2', '2 李四 1']],
  ])('goods that are handed out have no sums: %s', (title, words) => {
    expect(lacks(tabled('subsidies', title, words))).toEqual([])
  })

  it.each([
    ['charges with all', 'fees', FEES, FEE, {}],
    [
      'charges whose rule is told above the table',
      'fees',
      FEES,
      ['依据省价费〔2004〕12号，本局收费如下：', '项目 标准', '证书工本费 5元'],
      {},
    ],
    [
      'charges in running text below a menu in one line',
      'fees',
      FEES,
      ['重大项目 行政执法 收费依据', '不动产登记费每件八十元 按规定收取'],
      { links: [['行政执法', '/zf/', 'main']] },
    ],
    [
      'charges of which a file tells more',
      'fees',
      FEES,
      ['项目 标准', '证书工本费 5元'],
      { attachments: [['清单.xlsx', '/b/1.xlsx']] },
    ],
    [
      'inspections, each with what was found',
      'randomInspection',
      DRAWN,
      ['抽查对象 抽查事项 备注', '甲公司 木材台账 未发现问题'],
      {},
    ],
    [
      'a plan of inspections',
      'randomInspection',
      '2024年双随机抽查计划',
      ['抽查对象 抽查主体 抽查方式', '木材企业 县林业局 实地核查'],
      {},
    ],
    [
      'payments by the acre',
      'subsidies',
      PAID,
      ['户主 补贴面积（亩） 补贴标准 金额', '王某 3.2 88 281.6'],
      {},
    ],
  ] as const)('%s', (_, topic, title, words, more) => {
    expect(lacks(tabled(topic, title, words, more))).toEqual([])
  })
})
