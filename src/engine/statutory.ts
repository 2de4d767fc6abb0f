/**
 * What 《政府信息公开条例》第二十条 lists beside what every portal owes a column for, item by item: whether anything on the portal
 * stands for it, be it a column of its own or a wider one, a word of a menu, a heading, or a document among the entries.
 * What follows from an item that nothing stands for is the check's business.
 */
import { compareForm, squash } from '#base/text'
import type { SiteView } from '#model/site-view'
import { isTown, lookedAtHome } from './searched.ts'
import { menuEntries } from './unnamed.ts'

export interface StatutoryItem {
  readonly name: string
  readonly clause: string
  /** Columns of these topics are its own. */
  readonly topics: readonly string[]
  /** Columns of these topics show it among other things. */
  readonly wider: readonly string[]
  /** Names that say it, of a column, a tab, an entry of a menu or a heading. */
  readonly names: RegExp
  /** Titles of what is published of it. */
  readonly titles: RegExp
  /** So many entries stand for what is published again and again; one alone leaves it a question. */
  readonly least?: number
  /** A town has it itself; the rest of a town's is mostly the county's. */
  readonly ofTowns: boolean
  /** It falls to offices of some fields only, so that a gap among an office's columns tells nothing. */
  readonly ofSomeOffices?: true
}

const WELFARE: readonly string[] = [
  ...['education', 'health', 'socialAssistance', 'employment', 'housing', 'subsidies'],
]
const WATCHED: readonly string[] = ['randomInspection', 'environment', 'workSafety', 'foodDrug']

const ITEMS: readonly StatutoryItem[] = [
  {
    name: '规划信息',
    clause: '第二十条第三项',
    topics: ['planning'],
    wider: [],
    names: /规划(?!师|许可|局|展|馆)|十[三四五]五|五年计划/,
    titles: /(?:规划|纲要)(?:（[^（）]*）)?》?(?:的通知)?$/,
    ofTowns: true,
  },
  {
    name: '统计信息',
    clause: '第二十条第四项',
    topics: ['statistics'],
    wider: [],
    names: /统计|经济运行|数据(?!开放|资源|目录)/,
    titles: /统计(?:公报|月报|年鉴|数据|快报)|经济运行(?:情况|分析)/,
    ofTowns: false,
  },
  {
    name: '行政许可',
    clause: '第二十条第五项',
    topics: ['licensing'],
    wider: ['enforcement'],
    names: /许可|审批|双公示|行政权力|信用信息/,
    titles: /(?:许可|审批)(?:决定|结果|公示|公告|信息|情况)|(?:准予|不予).{0,12}许可/,
    ofTowns: false,
  },
  {
    name: '行政处罚',
    clause: '第二十条第六项',
    topics: ['penalties'],
    wider: ['enforcement'],
    names: /处罚|双公示|行政权力|信用信息|行政强制/,
    titles: /处罚(?:决定|结果|公示|公告|信息|案件|情况)/,
    ofTowns: false,
  },
  {
    name: '行政事业性收费',
    clause: '第二十条第八项',
    topics: ['fees'],
    wider: [],
    names: /收费|价费/,
    // What a scenic spot, a hospital or a cemetery charges is a price, asked about in letters and put up by the utility.
    titles:
      /(?:行政|事业性|涉企|政府|非税).{0,8}收费|收费.{0,8}(?:目录|清单)|(?:目录|清单).{0,8}收费|免征.{0,20}收费/,
    ofTowns: false,
  },
  {
    name: '政府集中采购',
    clause: '第二十条第九项',
    topics: ['procurement'],
    wider: ['publicResourceTrading'],
    names: /采购|招标|招投标|资源交易/,
    titles: /采购|中标|招标/,
    least: 2,
    ofTowns: false,
  },
  {
    name: '重大建设项目',
    clause: '第二十条第十项',
    topics: ['majorProjects'],
    wider: [],
    names:
      /(?:重[大点]|建设|投资|工程|民生)项目|重[大点].{0,4}工程|项目(?:建设|信息|审批|核准|批准)/,
    titles:
      /(?:重[大点].{0,6}|建设|投资)项目.{0,8}(?:清单|名单|计划|进展|批准|批复|核准|备案|公示|情况)/,
    ofTowns: false,
  },
  {
    name: '民生政策措施及其实施情况',
    clause: '第二十条第十一项',
    topics: WELFARE,
    wider: [],
    names: /扶贫|乡村振兴|教育|医疗|卫生|社保|社会保[障险]|就业|救助|民生|惠民|惠农|养老|低保|住房/,
    titles:
      /(?:扶贫|乡村振兴|教育|医疗|社会保[障险]|就业|救助|低保|补贴|养老).{0,12}(?:资金|公示|名单|公告|通知|政策|方案|办法)/,
    ofSomeOffices: true,
    ofTowns: true,
  },
  {
    name: '应急预案、预警信息及应对情况',
    clause: '第二十条第十二项',
    topics: ['emergency'],
    wider: [],
    names: /应急|突发|预警|预案|防灾|减灾/,
    titles: /应急预案|预案(?:（[^（）]*）)?》?(?:的通知)?$|突发事件|预警/,
    ofTowns: true,
  },
  {
    name: '监督检查情况',
    clause: '第二十条第十三项',
    topics: WATCHED,
    wider: ['enforcement', 'health', 'penalties'],
    names: /监管|监督检查|执法|抽查|双随机|安全生产|环境|环保|食品|药品|产品质量|公共卫生|督查/,
    ofSomeOffices: true,
    titles: /抽[检查]|检查(?:情况|结果|通报)|监督检查|环境质量|事故调查/,
    ofTowns: false,
  },
  {
    name: '公务员招考录用',
    clause: '第二十条第十四项',
    topics: ['recruitment'],
    wider: ['personnel'],
    names: /招考|招聘|招录|录用|人事(?!任免)|考录|人才(?!公寓|引进|政策)|公务员/,
    // 招聘会, 招聘夜市, jobs of firms: no recruitment of its own.
    titles:
      /招考|招录|录用|公务员|公开招聘|(?:事业单位|教师|医[务疗护]|卫生|辅警|工作人员|编[制外内]|特岗|人才).{0,16}招聘(?!会|活动|夜市)|招聘.{0,20}(?:工作人员|教师|辅警|编[制外内]|面试|笔试|体检|考察|拟聘|成绩|公告)/,
    ofTowns: false,
  },
  {
    name: '建议提案办理',
    clause: '第十九条、国办发〔2014〕46号',
    topics: ['proposals'],
    wider: [],
    names: /提案|议案|两会|两案|(?:代表|人大).{0,6}建议/,
    titles: /(?:第\s*\d+\s*号|代表|委员).{0,20}(?:建议|提案)|(?:建议|提案).{0,8}(?:答复|办理|复函)/,
    ofTowns: false,
  },
]

export interface StatutoryReading {
  /** Items with a column of their own. */
  readonly own: readonly StatutoryItem[]
  /** Items that nothing on the portal stands for. */
  readonly none: readonly StatutoryItem[]
  /** Items for which fewer entries than it takes stand in columns of other matters. */
  readonly few: readonly StatutoryItem[]
  /** How many there are. */
  readonly all: number
}

/** What people ask, what firms put up, and what is told about it stands for nothing that the body publishes of it. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['inquiries', 'publicUtilities', 'consultation', 'publicResponse', 'policyInterpretation'],
])

/** Readings this sure name the column. */
const SURE = 0.8
/** A longer text among the menus is the title of something. */
const LONGEST_NAME = 14

export function statutoryItems(site: SiteView): StatutoryReading {
  const own = ITEMS.filter(({ topics }) =>
    topics.some((topic) => site.columnsOf(topic, SURE).length > 0),
  )
  const names = namesOn(site)
  const titles = new Set(
    site.columns.flatMap(({ items, topic }) =>
      OTHERS.has(topic?.value ?? '') ? [] : items.map(({ title }) => squash(title)),
    ),
  )
  const without = ITEMS.filter(
    (item) =>
      !own.includes(item) &&
      !isTold(site, [...item.topics, ...item.wider]) &&
      !names.some((name) => item.names.test(name)),
  )
  const titled = (item: StatutoryItem): number =>
    [...titles].filter((title) => item.titles.test(title)).length
  return {
    own,
    none: without.filter((item) => titled(item) === 0),
    few: without.filter((item) => titled(item) > 0 && titled(item) < (item.least ?? 1)),
    all: ITEMS.length,
  }
}

/** Of these, what a government of this level, or an office of any field, has in any case. */
export function hadBy(
  site: SiteView,
  items: readonly StatutoryItem[],
  isWhole: boolean,
): readonly StatutoryItem[] {
  if (!isWhole) return items.filter(({ ofSomeOffices }) => ofSomeOffices !== true)
  return isTown(site) ? items.filter(({ ofTowns }) => ofTowns) : items
}

/** The topic is named somewhere, readable or not: as a column, by an entry of a script or under a name that may be it. */
function isTold(site: SiteView, topics: readonly string[]): boolean {
  return topics.some(
    (topic) =>
      // Who is appointed to an office was not recruited for it.
      site.columnsOf(topic, 0.3).some(({ name }) => !/任免/.test(name)) ||
      site.bareEntries.some((entry) => entry.topic === topic) ||
      site.unknownColumns.some(({ proposedTopic }) => proposedTopic === topic),
  )
}

/** Lists of links name offices after what they do. */
const OFFICE = /(?:[局厅委办院队]|政府)(?:网站?)?$/

/** Names of columns, short words of menus and short lines of the pages where an absence is looked for. */
function namesOn(site: SiteView): readonly string[] {
  const lines = lookedAtHome(site).flatMap(({ url }) =>
    (site.pageAt(url)?.page.text.excerpt ?? '').split('\n'),
  )
  const short = [...menuEntries(site).keys(), ...lines.map(squash)].filter(
    (text) => compareForm(text).length <= LONGEST_NAME,
  )
  return [...site.columns.map(({ name }) => name), ...short].filter((name) => !OFFICE.test(name))
}
