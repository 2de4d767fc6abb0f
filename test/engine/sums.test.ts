/** Sums in words and in tables: those that do not hold are told, and what looks like one is left alone. */
import { describe, expect, it } from 'vitest'
import { wrongSums } from '#engine/sums'
import { wrongSides } from '#engine/sums-sided'
import { wrongTables } from '#engine/sums-tabled'
import type { TextTable } from '#model/attachment'

const WRONG = [
  '“三公”经费支出合计1086万元，其中：因公出国（境）费16万元，公务接待费310万元，公务用车购置及运行费820万元。',
  '2026年收入预算48230万元。财政拨款三公经费预算合计74万元，其中：因公出国（境）费0万元，公务接待费20万元，公务用车购置及运行费44万元。',
  '2025年度“三公”经费财政拨款支出预算为20万元，支出决算为15.5万元，完成预算的77%。其中：因公出国（境）费支出预算为0万元，支出决算为0万元；公务用车购置及运行维护费支出预算为15万元，支出决算为11万元；公务接待费支出预算为5万元，支出决算为3.5万元。',
  '2025年度“三公”经费支出共计86.32万元，比上年减少4.1万元，下降4.5%。具体情况如下：\n（一）因公出国（境）费支出0万元。全年安排出国团组0个。\n（二）公务用车购置及运行费支出44.20万元，其中：公务用车购置费支出20万元，公务用车运行维护费支出24.20万元。\n（三）公务接待费支出20.12万元。其中：国内接待支出20.12万元，接待230批次。',
  '本年度收入总计3,210.55万元，支出总计3,201.55万元。',
  '2025年度收入总计为5020万元；支出总计为5002万元。',
  '2026年共安排惠农补贴资金120万元，其中：种粮补贴60万元、农机购置补贴40万元、生态保护补贴30万元。',
  '三公经费预算总额为35万元，其中公务接待费5万元，公务用车运行费20万元，公务用车购置费18万元，无因公出国（境）费用。',
  '“三公”经费 32.5 万元：公务接待费 4.5 万元，因公出国（境）费未安排，公务用车运行维护费 24 万元、公务用车购置费为0。',
]
const RIGHT = [
  '“三公”经费支出合计1146万元，其中：因公出国（境）费16万元，公务接待费310万元，公务用车购置及运行费820万元。',
  '2025年度“三公”经费财政拨款支出预算为20万元，支出决算为15万元，完成预算的75%。其中：因公出国（境）费支出预算为0万元，支出决算为0万元；公务用车购置及运行维护费支出预算为15万元，支出决算为11.5万元；公务接待费支出预算为5万元，支出决算为3.5万元。',
  '“三公”经费预算8.35万元，比上年减少0.2万元，其中：因公出国（境）费0万元，与上年持平；公务接待费1.35万元，比上年减少0.2万元；公务用车购置及运行费7万元（其中：公务用车购置费0万元，公务用车运行费7万元），与上年持平。',
  '“三公”经费21.33万元，其中：因公出国（境）费3.33万元，公务接待费8.67万元，公务用车购置及运行费9.34万元。',
  '2026年安排教育支出500万元，其中：义务教育补助300万元、高中补助100万元。',
  '全年投入资金120万元，其中：中央资金60万元、省级资金60万元、用于道路80万元。',
  '“三公”经费30万元，其中公务接待费10万元，主要用于接待上级检查；公务用车运行费20万元。',
  '三公经费、会议费、培训费合计50万元，其中因公出国（境）费0万元，公务接待费10万元，公务用车购置及运行费20万元。',
  '收入总计3210.55万元，支出总计3210.55万元。',
  '收入总计3210.55万元，支出总计3210.56万元。',
  '“三公”经费支出是指因公出国（境）费、公务用车购置及运行费和公务接待费。2025年公务接待费3万元。',
  '共发放补贴120万元，其中：种粮补贴70万元、农机补贴50万元、已发放补贴110万元。',
  '“三公”经费（含会议费）15万元，因公出国(境)费0，接待费5万元，公务用车购置及运行费5万元，会议费5万元。',
  '2026年“三公”经费预算数为16.5万元，较2025年预算数18万元减少1.5万元。其中：公务接待费1.5万元，较2025年减少1.5万元；公务用车购置及运行维护费15万元，与2025年持平；因公出国（境）费0万元。',
  '“三公”经费1,254.3万元，其中：因公出国（境）费14.3万元，公务接待费240万元，公务用车购置及运行费1,000万元。',
]
const payments = (total: string): TextTable => [
  ['序号', '姓名', '面积（亩）', '金额（元）'],
  ['1', '张三', '10', '1000'],
  ['2', '李四', '5', '500.5'],
  ['合计', '', '15', total],
]
/** The heads of 预算数 and 决算数 of one table, alike. */
const TRIPS = ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费']
const CARS = [null, null, '小计', '公务用车购置费', '公务用车运行费', null]
const WRONG_TABLES: readonly TextTable[] = [
  payments('1550.5'),
  [
    ['项目', '2025年预算数', '2026年预算数'],
    ['合计', '16', '28'],
    ['因公出国（境）费', '0', '0'],
    ['公务接待费', '6', '5'],
    ['公务用车购置及运行费', '10', '12'],
    ['其中：公务用车购置费', '0', '0'],
    ['公务用车运行费', '10', '12'],
  ],
  [['预算数', null, null, null, null, null], TRIPS, CARS, ['20', '0', '15', '0', '15', '1']],
  [
    ['序号', '单位', '合计金额'],
    ['1', '甲公司', '10000'],
    ['2', '乙公司', '20000'],
    ['总计', '', '35000'],
  ],
]
const RIGHT_TABLES: readonly TextTable[] = [
  payments('1500.5'),
  [
    ['科目编码', '科目名称', '合计'],
    ['201', '一般公共服务', '10'],
    ['20101', '人大事务', '10'],
    ['2010101', '行政运行', '10'],
    ['', '合计', '10'],
  ],
  [
    ['科目名称', '合计'],
    ['合计', '20'],
    ['一般公共服务', '10'],
    ['财政事务', '10'],
    ['行政运行', '10'],
    ['教育', '10'],
  ],
  [
    ['经济科目', '金额'],
    ['合计', '200'],
    ['因公出国（境）费用', '0'],
    ['公务接待费', '6'],
    ['公务用车运行维护费', '10'],
    ['公务用车购置', '0'],
    ['办公费', '184'],
  ],
  [
    ['序号', '姓名', '金额'],
    ['51', '张三', '10'],
    ['52', '李四', '5'],
    ['合计', '', '1500'],
  ],
  [
    ['乡镇', '金额（万元）'],
    ['甲', '3.3'],
    ['乙', '3.3'],
    ['丙', '3.3'],
    ['合计', '10'],
  ],
  [
    ['户名', '补贴标准（元/亩）', '面积', '金额'],
    ['甲', '100', '2', '200'],
    ['乙', '100', '3', '300'],
    ['合计', '100', '5', '500'],
  ],
  [
    ['预算数', null, null, null, null, null, '决算数', null, null, null, null, null],
    [...TRIPS, ...TRIPS],
    [...CARS, ...CARS],
    ['20', '0', '15', '0', '15', '5', '18', '0', '15', '0', '15', '3'],
  ],
  [['预算数', null, null, null, null, null], TRIPS, CARS, ['53', '0', '44', '18', '26', '9']],
  [
    ['项目', '金额'],
    ['一、收入', '10'],
    ['二、支出', '12'],
    ['合计', '30'],
  ],
]

describe('sums told in words', () => {
  it.each(WRONG)('is told: %s', (text) => expect(wrongSums(text)).toHaveLength(1))
  it.each(RIGHT)('is left alone: %s', (text) => expect(wrongSums(text)).toEqual([]))
})

describe('sums told in tables', () => {
  it.each(WRONG_TABLES.map((table) => [table]))('is told: %j', (table) =>
    expect(wrongTables([table], '')).toHaveLength(1),
  )
  it.each(RIGHT_TABLES.map((table) => [table]))('is left alone: %j', (table) =>
    expect(wrongTables([table], '')).toEqual([]),
  )
})

/** 收支总表: what comes in left, what goes out right. */
const sided = (
  income: readonly string[],
  outlay: readonly string[],
  rows: readonly (readonly [string, string])[] = SIDES,
): TextTable => [
  ['项目', '2026年预算数', '项目', '2026年预算数'],
  ...rows.map(([left, right], at) => [left, income[at] ?? '', right, outlay[at] ?? '']),
]
const SIDES = [
  ['一、一般公共预算拨款收入', '一、人员经费'],
  ['二、事业收入', '二、公用经费'],
  ['三、上年结转', '三、项目支出'],
  ['收入总计', '支出总计'],
] as const
const PARTED = [
  ['一、一般公共预算拨款收入', '一、一般公共服务支出'],
  ['其中：上级补助', '二、住房保障支出'],
  ['二、事业收入', ''],
  ['本年收入合计', '本年支出合计'],
  ['上年结转', '结转下年'],
  ['收入总计', '支出总计'],
] as const
const UNIT_HEADS = ['项目', '预算数（元）', '项目', '预算数（元）']
const KINDS_OF: TextTable = [
  ['科目名称', '合计', '基本支出', '项目支出'],
  ['一般公共服务支出', '200', '150', '50'],
  ['社会保障和就业支出', '100', '50', '50'],
]
const LOOSE = [
  ['一、财政拨款收入', '一、本年支出'],
  ['二、事业收入', '二、结转下年'],
  ['上年结转', '其中财政拨款结转'],
  ['收入总计', '支出总计'],
] as const
const WHOLE = ['3,100.10', '20', '30', '3,150.10']
const PARTS = ['2,000', '150.1', '1,000', '3,150.1']

describe('tables of income and outlay', () => {
  it.each([
    ['the parts make less', sided(['3,000.10', ...WHOLE.slice(1)], PARTS), '单位：万元'],
    ['the wholes differ', sided(WHOLE, ['2,000', '150.1', '1,037', '3,187.1']), ''],
    ['words tell another whole', sided(WHOLE, PARTS), '单位：万元\n2026年收入总计3,510.10万元。'],
    [
      'the table is in another unit than the words',
      sided(WHOLE, PARTS),
      '2026年收入总计3,150.10万元。\n表一 单位：元\n收入总计 3,150.10 支出总计 3,150.1',
    ],
    [
      'the head of the table names another unit than the words',
      sided(WHOLE, PARTS).map((row, at) => (at === 0 ? UNIT_HEADS : row)),
      '本部门2026年总收入3,150.10万元，总支出3,150.10万元。',
    ],
    [
      'one row is not what its kinds make',
      [...KINDS_OF, ['住房保障支出', '72', '40', '20'], ['合计', '372', '240', '120']],
      '',
    ],
    [
      'what is brought over is left out',
      sided(['3,000', '500', '70', '3,070', '50', '3,200'], [], PARTED),
      '',
    ],
  ])('%s', (_, table, text) => {
    expect(wrongSides([table], text)).not.toEqual([])
  })

  it.each([
    [
      'all of it holds',
      sided(WHOLE, PARTS),
      '单位：万元\n收入总计3150.1万元，支出总计3150.1万元。',
    ],
    [
      'told in another unit',
      sided(WHOLE, PARTS),
      '单位：万元\n收入总计3150.1万元，支出总计0.32亿元。',
    ],
    [
      'what is bought has a sum of its own',
      sided(WHOLE, PARTS),
      '单位：万元\n2025年度政府采购支出总额163.90万元，其中货物类65.56万元。“三公”经费支出总额9.9万元。',
    ],
    ['wholes a step apart', sided(WHOLE, ['2,000', '150.1', '1,000', '3,150.11']), ''],
    [
      'parts of parts, and what is brought over',
      sided(
        ['3,000', '500', '100', '3,100', '50', '3,150'],
        ['3,000', '150', '', '3,150', '', '3,150'],
        PARTED,
      ),
      '',
    ],
    [
      'words that tell the year before too',
      sided(WHOLE, PARTS),
      '单位：万元\n2025年收入总计3,000万元，2026年收入总计3,150.1万元。',
    ],
    [
      'rows that are what their kinds make, and one without kinds',
      [...KINDS_OF, ['住房保障支出', '60', '40', '20'], ['其他支出', '5', '', '']],
      '',
    ],
    [
      'the next table of the same sheet, with columns of its own',
      [
        ...KINDS_OF,
        ['三公经费合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费'],
        ['803.28', '0.00', '481.96', '321.32'],
      ],
      '',
    ],
    [
      'words that tell another sum of the table',
      sided(['3,000', '150', '', '3,150', '50', '3,200'], [], PARTED),
      '单位：万元\n2026年总收入3,150万元。',
    ],
    [
      'what is brought over bears no number, and parts of it no sign',
      sided(['3,000', '100', '50', '3,150'], ['3,000', '150', '150', '3,150'], LOOSE),
      '',
    ],
    [
      'kinds below one head',
      [
        ['科目', '合计', '基本支出', null, '项目支出'],
        [null, null, '人员经费', '公用经费', null],
        ['教育支出', '300', '150', '50', '100'],
      ],
      '',
    ],
    [
      'the whole of the treasury’s grants, told in words',
      sided(WHOLE, PARTS),
      '单位：万元\n2026年财政拨款收入总计2,950万元。',
    ],
    [
      'a row of totals that lacks a cell, and tables below one another on a sheet',
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['合计', '7,035.36', '3,533.73', '3,501.63', null],
        ['208', '社会保障和就业支出', '309.27', '309.27', '0.00'],
        ['212', '城乡社区支出', '346.50', '0.00', '346.50'],
        ['基金预算支出表', null, null, null, null, null],
        ['科目编码', '科目名称', '本年收入', '支出合计', '基本支出', '项目支出'],
        ['212', '城乡社区支出', '346.50', '346.50', '0.00', '346.50'],
      ],
      '',
    ],
    ['no unit is printed', sided(WHOLE, PARTS), '2026年收入总计3,510.10万元。'],
    ['columns of another year', sided(['1', '1', '1', '3,150.10'], PARTS), ''],
  ])('leaves alone: %s', (_, table, text) => {
    expect(wrongSides([table], text)).toEqual([])
  })

  it('a whole that another table of the paper tells', () => {
    const other = sided(['3,000', '20', '30', '3,050'], ['2,000', '50', '1,000', '3,050'])
    const text = '单位：万元\n2026年财政拨款收入总计3,050万元，收入总计3,150.10万元。'
    expect(wrongSides([sided(WHOLE, PARTS), other], text)).toEqual([])
  })
})
