/**
 * Entries that stand in a column of the Regulation's and are about something else: 局工会举办运动会 in 规划计划. An entry is the column's own
 * as soon as its title bears any word of what the column is for; a stranger is one that bears none and tells of
 * something that was held or of the life of the office. What follows is the check's business.
 */
import { squash } from '#base/text'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'

/** By topic, words one of which stands in the title of nearly everything that is put up of it. */
const OWN: Readonly<Record<string, RegExp>> = {
  planning: /规划|计划|纲要|要点|方案|五年|十[三四五]五|目标|安排|总结|控规|详规|布局|空间|蓝图/,
  statistics:
    /统计|经济|数据|生产总值|GDP|公报|指标|增[长速幅]|普查|调查|价格|同比|人口|工业|收入|消费|投资|月报|年鉴|情况表|[一二三四]季度|半年|运行|产量|销售|面积/i,
  licensing: /许可|审批|公示|批复|核准|备案|证|决定|准予|目录|清单|办理|申请|审查|验收|登记|资质/,
  penalties: /处罚|案|违法|违规|强制|罚|决定书|公示|查处|裁量|曝光|检查|执法|非法|清单/,
  fees: /收费|价格|目录|清单|标准|基金|费|减免|降费|涉企/,
  procurement: /采购|招标|投标|中标|成交|磋商|谈判|询价|比选|合同|竞价|资格|供应商|项目|意向/,
  majorProjects: /项目|工程|建设|开工|竣工|投资|施工|改造|道路|大桥|水库|公路|铁路|机场|园区/,
  emergency:
    /应急|突发|预警|预案|灾|安全|消防|防汛|抗旱|地震|演练|火|疫|气象|暴雨|台风|寒潮|高温|事故|救援|防控|避险|隐患|汛|险|冰|雪|洪|冻/,
  recruitment: /招|聘|录|考|岗位|面试|体检|名单|公示|人才|公务员|选调|遴选|公益性|见习|笔试|成绩/,
  personnel:
    /任|免|人事|干部|公示|招|聘|录|职[称务]|考|退休|调整|公务员|选[调拔]|表彰|分工|人员|名单/,
  proposals: /建议|提案|议案|代表|委员|答复|两会|政协|人大|复函|办理/,
  budget: /预算|决算|财政|资金|经费|三公|债|收支|绩效|预决算|公开表|专项|转移支付|采购/,
  randomInspection: /抽[查检]|双随机|检查|监管|随机|清单|计划|名录|对象|执法|结果/,
  powerList: /清单|权[力责]|职[权责]|事项|目录/,
}

/** The life of the office: nothing that a citizen is owed. */
const INNER =
  /党支部|党建|党日|党课|党员|党组织|主题教育|理论学习|中心组|廉政教育|警示教育|观影|工会|妇联|团委|团支部|青年干部|老干部|退役军人座谈|运动会|球[赛队]|[足篮排羽毛乒乓台]球|拔河|健步|徒步|登山|趣味|联欢|文艺|演出|合唱|书画|摄影|诗歌|朗诵|读书|演讲|征文|插花|包粽子|大扫除|环境卫生|食堂|植树|献血|志愿服务|慰问|送温暖|结对|文明(?:单位|家庭|交通)|道德讲堂|体检(?=活动)|观摩交流/
/** Something was held, and this is the news of it. */
const HELD =
  /(?:召开|举行|举办|开展|组织|赴|深入|走进|参加|参观|走访|看望|接待|会见)|(?:调研|座谈会|动员会|推进会|部署会|启动仪式|培训班|活动|仪式|比赛|竞赛|大赛)(?:[圆顺成][满利功].{0,6})?$|圆满(?:结束|落幕|举行)/

const SURE = 0.8
const PAPER =
  /^关于|(?:公告|公示|通告|通知|办法|意见|方案|规定|细则|决定|名单|清单|目录|函|表)(?:[（(][^）)]*[）)])?$/

export interface Misplaced {
  readonly column: Column
  /** Those that are about something else, of all its entries. */
  readonly strangers: readonly ColumnItem[]
  readonly all: number
}

/** Columns without sub-columns that hold entries of something else. */
export function misplacedIn(site: SiteView): readonly Misplaced[] {
  const tree = new ColumnTree(site)
  return tree.distinct().flatMap((column) => {
    const own = OWN[column.topic?.value ?? '']
    if (own === undefined || (column.topic?.sureness ?? 0) < SURE) return []
    if (column.kind !== 'local' || tree.descendants(column).length > 0) return []
    const strange = column.items.filter(({ title }) => isStrange(squash(title), own, column.name))
    const alone = strange.length === column.items.length
    // Beside its own entries only what can be nothing of a citizen's stands out.
    const strangers = alone ? strange : strange.filter(({ title }) => INNER.test(title))
    return strangers.length === 0 ? [] : [{ column, strangers, all: column.items.length }]
  })
}

function isStrange(title: string, own: RegExp, name: string): boolean {
  if (title.length < 6 || own.test(title) || PAPER.test(title)) return false
  return (INNER.test(title) || HELD.test(title)) && !bears(title, name)
}

/** Two letters of the column's own name on end: 公务员 in 公务员招录. */
function bears(title: string, name: string): boolean {
  const words = name.replace(/[（(].*?[）)]|信息|公开|公示|管理|工作|情况|政府|行政|栏目/g, ' ')
  for (let at = 0; at + 2 <= words.length; at += 1) {
    const pair = words.slice(at, at + 2)
    if (!pair.includes(' ') && title.includes(pair)) return true
  }
  return false
}
