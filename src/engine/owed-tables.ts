/** What the tables that a portal puts up must tell a row: charges, inspections at random, payments. How they are read: told-tables. */
import type { TableKind } from './told-tables.ts'

/** What the Regulation and the rules on random inspection want a table to tell. */
export const OWED_TABLES: readonly TableKind[] = [
  {
    subject: '行政事业性收费', // 条例第二十条第八项：收费项目及其依据、标准
    topics: ['fees'],
    title: /收费|费用|目录|清单/,
    heads: [/项目|名称/, /标准|依据|文号|单位|部门/],
    elements: [
      {
        name: '收费标准',
        head: /标准|金额|收费额|价格|费额|元/,
        said: /标准|\d\s*元|元\/|[%％‰]|免[收征费]|按.{0,16}(?:规定|文件|执行)/,
      },
      {
        name: '收费依据',
        head: /依据|文件|文号|政策|批准/,
        said: /依据|[〔[（(]\s*(?:19|20)\d\d\s*[〕\]）)]|\d\s*号|条例|办法|规定/,
      },
    ],
  },
  {
    subject: '双随机抽查结果',
    topics: ['randomInspection'],
    title: /结果/,
    heads: [/对象|企业|单位|名称|当事人|主体/, /主体|机关|部门|事项|内容|方式|日期|时间/],
    elements: [
      {
        name: '抽查的结果',
        head: /结果|结论|情况|处理|处置|问题|是否|评价|意见/,
        said: /发现|合格|符合|正常|整改|异常|无法联系|未见|结果[：:为]/,
      },
    ],
  },
  {
    subject: '补贴发放',
    topics: ['subsidies', 'socialAssistance'],
    // Whom it is meant for is put up before the sums are; goods are told by the piece.
    title:
      /^(?!.*(?:拟|申请|申报|初审|复审|审核|资格|认定|公告|物资|种子|化肥|用品|大米|米面|面粉|物品)).*(?:发放|兑付|明细|花名册)/,
    filed: true,
    heads: [/姓名|户主|名称|对象|申请人|购机者|单位|[村镇乡]|街道|社区/],
    elements: [
      { name: '发放的金额', head: /金额|补[贴助]额|资金|元/, said: /\d\s*万?元/, figures: true },
      {
        name: '补贴的标准',
        head: /标准|单价|元\/|每/,
        said: /标准[^。；\n]{0,24}\d|每[亩户人名台头月年个][^。；\n]{0,12}\d|元\/|\/[亩户人台头月]/,
        peers: 2,
      },
    ],
  },
]
