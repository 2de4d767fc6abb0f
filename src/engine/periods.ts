/**
 * How long columns of a class may stand still, for the checks of freshness: the period that they share, and which class a
 * topic belongs to. What follows from a column that is older is theirs.
 */

/** Parameters: columns of news, and the days that the veto item allows them. */
export const NEWS_PERIOD = {
  newsTopics: {
    default: ['news'],
    meaning: '按“动态要闻”期限判断的栏目类别',
    source: '国办秘函〔2019〕19号；类别划分据2015年普查说明',
    verified: false,
  },
  newsMaxAgeDays: {
    default: 14,
    meaning: '动态要闻类最新一条距监测日最多几天',
    source: '国办秘函〔2019〕19号 单项否决“栏目不更新”',
    verified: true,
  },
}

/** Parameters: columns of notices and documents, and the others that owe an entry a year. */
export const LIST_PERIODS = {
  noticeTopics: {
    default: ['notices', 'policyDocuments', 'normativeDocuments'],
    meaning: '按“通知公告、政策文件”期限判断的栏目类别',
    source: '国办秘函〔2019〕19号；类别划分据2015年普查说明',
    verified: false,
  },
  noticeMaxAgeDays: {
    default: 180,
    meaning: '通知公告、政策文件类一级栏目最新一条距监测日最多几天（下级栏目按其他栏目的期限）',
    source: '国办秘函〔2019〕19号 单项否决“栏目不更新”（6个月，按180天计）',
    verified: true,
  },
  lowerNoticeMaxAgeDays: {
    default: 183,
    meaning:
      '设在别的栏目下面的通知公告栏目，此前的间隔都不到这次停更的一半的，最新一条距监测日最多几天（其余的超过6个月只提问）',
    source:
      '2015年普查口径：通知公告类栏目6个月，不分级（二手）；19号只按一级栏目计，不同的天数便于分开计分',
    verified: false,
  },
  otherTopics: {
    default: [
      'policyInterpretation',
      'planning',
      'statistics',
      'budget',
      'personnel',
      'recruitment',
      'proposals',
      'consultation',
      'interviews',
      'audit',
    ],
    meaning: '按“其他应更新栏目”期限判断的栏目类别',
    source:
      '2015年普查的一年口径（二手；访谈、征集按一年一次，审计按年度审计报告）；类别可按地方要求增减',
    verified: false,
  },
  otherMaxAgeDays: {
    default: 365,
    meaning: '其他应更新栏目和下级的通知、政策栏目最新一条距监测日最多几天',
    source: '2015年普查“人事、规划计划类一年”口径（二手）',
    verified: false,
  },
}

/** Parameters of columns that follow events, a yearly plan, months and quarters, or a pilot. */
export const OWN_PERIODS = {
  eventTopics: {
    default: [
      ...['licensing', 'penalties', 'meetings', 'randomInspection', 'subsidies'],
      ...['enforcement', 'publicUtilities', 'socialAssistance'],
      ...['publicResponse', 'pressConference', 'gazette'],
    ],
    meaning: '有事项才更新的栏目类别：久无更新的只提问，不判过期',
    source:
      '随州2023年平台评估指标：行政许可结果、行政处罚、重大会议、双随机、执法公示、公共企事业单位各行（没有写期限）；惠民惠农资金发放信息同上；社会救助（只看对象名单、发放公示）据三河市2018年考核指标（按季度）；回应关切、新闻发布有事才更新（各地一般按半年到一年）；政府公报按期出（各地按月到按季）',
    verified: false,
  },
  eventMaxAgeDays: {
    default: 365,
    meaning: '有事项才更新的栏目，最新一条距监测日超过几天就提问',
    source: '本工具的默认值，可调',
    verified: false,
  },
  fieldTopics: {
    default: [
      ...['procurement', 'publicResourceTrading', 'majorProjects', 'workSafety', 'environment'],
      ...['foodDrug', 'health', 'employment', 'housing', 'openData'],
    ],
    meaning: '采购交易、重点领域栏目：没有期限，此前一直有而停了的只提问',
    source:
      '三河市2018年考核指标 重点领域（按月或按季）；随州2023年平台评估指标 22个领域（没有写期限）；类别可按地方要求增减',
    verified: false,
  },
  eventAskDays: {
    default: 183,
    meaning:
      '有事项才更新的栏目、重点领域和政策解读，此前的间隔都不到这次停更的一半的，最新一条距监测日超过几天就提问',
    source: '国办秘函〔2019〕19号“6个月”（通知、政策类）；本工具的默认值，可调',
    verified: false,
  },
  halfYearTopics: {
    default: ['publicResponse', 'pressConference'],
    meaning: '其中按半年一条看的类别：按上一项停更的不再提问，判为过期',
    source: '各地一般要求回应关切、新闻发布半年内有更新；本工具的默认值，可调',
    verified: false,
  },
  meetingMaxAgeDays: {
    default: 183,
    meaning: '会议公开栏目逐次编号公开常务会议、办公会议的，最新一条距监测日超过几天就提问',
    source:
      '随州2023年平台评估指标 重大会议（没有写期限）；这类会议一般每月都开，半年为本工具的默认值，可调',
    verified: false,
  },
  dataMaxAgeDays: {
    default: 183,
    meaning: '“数据发布”栏目最新一条距监测日最多几天',
    source:
      '随州市2023年政务公开考核方案 数据发布：监测时间点前6个月内未及时更新计零；别处没有写期限',
    verified: false,
  },
  letterTopics: {
    default: ['inquiries', 'repliedLetters'],
    meaning: '公开群众来信和答复的栏目类别：久无更新的先提问',
    source: '国办秘函〔2019〕19号 互动交流：留言公开（二手）；有没有来信从外面看不出',
    verified: false,
  },
  letterMaxAgeDays: {
    default: 62,
    meaning: '公开来信的栏目，最新一条距监测日超过几天就提问',
    source: '国办秘函〔2019〕19号 互动交流：留言公开2个月未更新扣分（二手，按62天计）',
    verified: false,
  },
  letterStaleDays: {
    default: 92,
    meaning: '此前每月都有来信公开的，最新一条距监测日超过几天不再提问，判为过期',
    source: '国办秘函〔2019〕19号 互动交流：留言公开2个月未更新扣分（二手）；宽限一个月，可调',
    verified: false,
  },
  yearlyTopics: {
    default: ['randomInspection', 'subsidies', 'socialAssistance'],
    meaning: '每年总有事项的类别（补贴、救助只看发放和名单）：只有一条的也按下一项的天数判',
    source:
      '随州2023年平台评估指标 双随机抽查结果、惠民惠农资金发放信息（没有写期限）；抽查计划、补贴发放按年度；社会救助据三河市2018年考核指标（按季度）',
    verified: false,
  },
  yearlyMaxAgeDays: {
    default: 545,
    meaning:
      '有事项才更新的栏目，最新一条距监测日超过几天按“应更新长期未更新”判（一年加半年宽限；此前各季度都有的，一年）',
    source: '国办秘函〔2019〕19号“应更新长期未更新”（一年，二手）；宽限为本工具的默认值，可调',
    verified: false,
  },
  seriesTopics: {
    default: ['statistics', 'socialAssistance'],
    meaning: '条目按月、按季一期一期发布的，另按下面的期限判断的栏目类别',
    source:
      '三河市2018年考核指标 重要经济指标（按月或按季）、社会救助（按季度）；随州2023年绩效评估 数据发布（6个月）',
    verified: true,
  },
  seriesMaxAgeDays: {
    default: 200,
    meaning: '按月、按季发布的，最新一期距监测日最多几天',
    source:
      '随州2023年绩效评估 数据发布（6个月内未及时更新不得分），另留20天；本工具的默认值，可调',
    verified: false,
  },
  seriesAskDays: {
    default: 122,
    meaning: '上述类别按月、按季发布的，最新一期距监测日超过几天就提问（一个季度加一个月）',
    source: '三河市2018年考核指标 重要经济指标（按月或按季）；宽限为本工具的默认值，可调',
    verified: false,
  },
  bulletinTopics: {
    default: ['licensing', 'penalties'],
    meaning: '结果逐月一期发布的（连着五个月以上），停了另按下面的期限判断的栏目类别',
    source:
      '随州2023年平台评估指标 行政许可结果、行政处罚（没有写期限）；三河市2018年：7个工作日公开',
    verified: false,
  },
  bulletinMaxAgeDays: {
    default: 183,
    meaning: '上述逐月一期的结果，最新一期距监测日最多几天（半年；超过一个季度加一个月的先提问）',
    source: '本工具的默认值，可调',
    verified: false,
  },
  longMaxAgeDays: {
    default: 1095,
    meaning: '有事项才更新而只有一条的栏目，这一条距监测日最多几天（三年）',
    source: '本工具的默认值，可调',
    verified: false,
  },
  servedMaxAgeDays: {
    default: 92,
    meaning: '逐月发布的办件统计，最新一期距监测日最多几天',
    source: '国办秘函〔2019〕19号 办事服务：办事统计3个月未更新扣分（二手）',
    verified: false,
  },
  pilotTopics: {
    default: ['grassrootsDisclosure'],
    meaning: '试点专题类栏目：放在专题专栏下面也看；久无更新的只提问，不判过期',
    source: '六安2018年基层政务公开试点验收方案 专题更新：及时更新专题信息（没有写期限）',
    verified: true,
  },
  pilotMaxAgeDays: {
    default: 180,
    meaning: '试点专题最新一条距监测日超过几天就提问',
    source: '原文只写“及时”；本工具的默认值，可调',
    verified: false,
  },
}

export interface Period {
  /** Class of columns that answer for one another: `news`, `notice` … */
  readonly group: string
  readonly days: number
}

/** Topic → its period; of classes that name the same topic the last one holds. */
export function periodsOf(
  classes: readonly (readonly [group: string, topics: readonly string[], days: number])[],
): ReadonlyMap<string, Period> {
  return new Map(
    classes.flatMap(([group, topics, days]) => topics.map((topic) => [topic, { group, days }])),
  )
}

/** Columns that nothing obliges to print something every so often: a long silence is a question. */
export const asksOnly = ({ group }: Period): boolean =>
  /^(?:event|field|letters|pilot)$/.test(group)

/** Columns without a period of their own below a year: their rhythm tells when to ask. */
export const livesByItsOwn = ({ group }: Period, topic: string | undefined): boolean =>
  group === 'event' || group === 'field' || topic === 'policyInterpretation'
