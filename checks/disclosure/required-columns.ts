/**
 * Are the columns there that the statutory platform and every department site owe? One finding per topic. Columns that
 * only some places ask for are told as present, outside or absent and charged to nobody; what the Regulation lists, a whole
 * government has and nothing on its portal stands for is asked about once. Whether a column is up to date or
 * blank is freshness/column-stale's question (a blank one only does not pass here), whether its link works availability/links-broken's.
 */
import {
  behindPlatform,
  carrierOf,
  citeColumn,
  columnsServing,
  defineCheck,
  hadBy,
  headedOnPlatform,
  isBlankColumn,
  isGovernment,
  isRead,
  isTown,
  isTownUnit,
  linksNamed,
  listed,
  lookedAtHome,
  ownPart,
  partOfAnother,
  saidWithin,
  searchedForColumn,
  statutoryItems,
  toldElsewhere,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { LEFT_OPEN } from '#model/finding'
import type { Column, SiteView } from '#model/site-view'

/** Readings this sure name the column; less sure ones only make a candidate for a person. */
const SURE = 0.8

/** Asked for by the tables of some places only. */
const OTHER_TOPICS: readonly string[] = [
  'supervision',
  'standardCatalogue',
  'grassrootsDisclosure',
  'publicUtilities',
  'overview',
  'powerList',
  'licensing',
  'penalties',
  'randomInspection',
  'fees',
  'enforcement',
  'planning',
  'statistics',
  'meetings',
  'workReport',
  'proposals',
  'majorDecisions',
  'personnel',
  'recruitment',
  'emergency',
  'audit',
  'procurement',
  'majorProjects',
  'publicResourceTrading',
  'policyInterpretation',
  'publicResponse',
  'consultation',
  'inquiries',
  'serviceGuide',
  'openData',
  'features',
  'gazette',
  'pressConference',
]

/** Columns that do the work of a wider one that a portal does not set up: its policy documents are all 规范性文件. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  policyDocuments: ['normativeDocuments'],
}

export const requiredColumns = defineCheck({
  id: 'disclosure/required-columns',
  revision: 21,
  title: '应设栏目是否齐全',
  question: '网站是否设有应当设置的信息公开栏目，且点得进去？',
  basis: [
    {
      document:
        '国务院办公厅政府信息与政务公开办公室《政府信息公开平台规范》国办公开办函〔2019〕61号',
      clause: '专栏内设政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十九条、第二十条、第二十四条',
    },
    {
      document:
        '国务院办公厅《关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》国办发〔2014〕46号',
      clause: '建议提案办理结果公开',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {
    topics: {
      default: [
        'ogiGuide',
        'ogiRules',
        'ogiCatalogue',
        'ogiAnnualReports',
        'disclosureRequest',
        'institution',
        'leaders',
        'news',
        'notices',
        'policyDocuments',
        'budget',
      ],
      meaning: '应设栏目的类别编号',
      source:
        '前四项：国办公开办函〔2019〕61号（已读前半）；机构职能、领导信息、政策文件、财政预决算：条例第二十条；依申请公开、动态要闻、通知公告：通行栏目，可按地方要求增减',
      verified: false,
    },
    otherTopics: {
      default: OTHER_TOPICS,
      meaning: '只有部分地方的指标要求的栏目：只说有没有，不判不合格，由各地指标计分',
      source: '双鸭山2019、大英2018、随州2023、六安2018各表所列的栏目',
      verified: true,
    },
    shareOfOwn: {
      default: 0.7,
      meaning:
        '部门（以及乡镇的县级事项）的法定公开事项有这么大比例各设了栏目时，才就其余没有的提问',
      source: '自定：条例第二十条只要求公开“本行政机关”有的信息，部门不一定样样都有',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '设有“{column}”栏目（{subject}），页面可读' },
    blank: {
      verdict: 'not-applicable',
      message: '“{column}”（{subject}）没有内容，不算设有（由“栏目是否及时更新”判断）',
    },
    external: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”（{subject}）指向站外：{target}',
      ask: '站外页面是否就是本单位的这个栏目，内容是否属于本单位？',
    },
    'unsure-reading': {
      verdict: 'unsure',
      message: '没有确认“{subject}”栏目，疑似的有：{candidates}',
      ask: '列出的疑似栏目中，有没有一个实际承担“应设栏目”的作用？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '“{column}”（{subject}）有入口，但页面没有读到：{reason}',
      ask: '请在浏览器中打开该栏目，是否可以访问且有内容？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到“{subject}”栏目',
      claimsAbsence: true,
      ask: '请在首页导航和政府信息公开专栏中查找，是否确实没有这个栏目？',
    },
    unlisted: {
      verdict: 'unsure',
      message: '条例列举的公开事项中，没有找到栏目或者内容的有{count}项：{items}',
      ask: '对照条例第二十条逐项核对：列出的事项本机关有没有？有的话，公开在网站的哪个栏目？（首页导航、政府信息公开专栏和各栏目条目中都没有找到）',
    },
    outside: {
      verdict: 'not-applicable',
      message: '“{column}”（{subject}）指向站外：{target}（是否应设由各地指标决定）',
    },
    absent: {
      verdict: 'not-applicable',
      message: '没有找到“{subject}”栏目（是否应设由各地指标决定）',
    },
    unconfirmed: {
      verdict: 'not-applicable',
      message: '没有确认“{subject}”栏目：{reason}（是否应设由各地指标决定）',
    },
  },
  example:
    '某局首页和政府信息公开专栏里都没有“政府信息公开制度”栏目，也没有同义名称的栏目：missing。',
  *run(portal, { params, topicName }) {
    const own = ownPart(portal)
    for (const topic of params.topics) yield judge(own, topic, topicName(topic))
    // What its departments do for it they show in columns of their own; a town's are the town's.
    const site = ownPart(portal, isTownUnit)
    for (const topic of params.otherTopics)
      if (!params.topics.includes(topic)) yield tell(judge(site, topic, topicName(topic)), site)
    yield* unlistedOn(site, params.shareOfOwn)
  },
})

const ZONE = /管理委员会|管委会|开发区|高新区|园区/

/** Beside columns for the rest a government's gap of so many items is one, not another way to put things up. */
const FEW_GAPS = 2

/**
 * A government has what the Regulation lists: of one that shows nearly all of it, what nothing stands for is missing. Else one
 * question a portal: who answers it opens the same catalogue once for all items. An office (a zone's too) has only what falls
 * to it, so that a gap there must stand out among columns for the rest.
 */
function* unlistedOn(site: SiteView, share: number): Iterable<Observation<'missing' | 'unlisted'>> {
  if (behindPlatform(site) !== null || partOfAnother(site, '这些事项') !== null) return
  const open = site.coverage === 'partial' || searchedForColumn(site).value === 'partial'
  const { own, none, few, all } = statutoryItems(site)
  const whole = isGovernment(site) && !ZONE.test(site.agency.name)
  const isFull = own.length >= share * all
  // Where not all was seen, only a gap among columns for nearly all the rest is worth a question.
  if (open && !isFull) return
  const gone = whole && isFull ? none : whole || isFull ? hadBy(site, none, whole) : []
  const thin = isFull ? hadBy(site, few, whole) : []
  if (gone.length + thin.length === 0) return
  const isSure = !open && whole && isFull && !isTown(site) && gone.length <= FEW_GAPS
  const sure = isSure ? gone.filter(({ name }) => name !== FEES || !reportsNoFees(site)) : []
  const named = ({ name, clause }: (typeof gone)[number]): string => `${name}（${clause}）`
  for (const item of sure)
    yield {
      outcome: 'missing',
      subject: named(item),
      evidence: lookedAtHome(site),
      coverage: searchedForColumn(site),
    }
  const asked = [...gone.filter((item) => !sure.includes(item)), ...thin]
  if (asked.length === 0) return
  yield {
    outcome: 'unlisted',
    subject: '条例列举的公开事项',
    facts: { count: asked.length, items: asked.map(named).join('、') },
    evidence: lookedAtHome(site),
  }
}

const FEES = '行政事业性收费'

/** Its last annual report says that none were charged: then there is nothing to list. */
function reportsNoFees({ annualReports }: SiteView): boolean {
  const [last] = [...annualReports]
    .filter(({ content }) => content?.proactive != null)
    .sort((one, other) => other.year - one.year)
  const row = last?.content?.proactive?.find(({ key }) => key === 'fees')
  return row?.cells.at(-1)?.value === 0
}

type Answer = Observation<
  'present' | 'blank' | 'external' | 'unsure-reading' | 'unreadable' | 'missing'
>

/**
 * The same reading of a column that is not owed everywhere: nobody is asked, and an absence only told when it is sure. What
 * is neither there nor surely absent stays open wherever a scheme asks for it.
 */
function tell(
  answer: Answer,
  site: SiteView,
): Observation<'present' | 'blank' | 'outside' | 'absent' | 'unconfirmed'> {
  const { outcome, facts } = answer
  if (outcome === 'present' || outcome === 'blank') return { ...answer, outcome }
  if (outcome === 'external')
    return { ...answer, outcome: 'outside', facts: { ...facts, [LEFT_OPEN]: true } }
  const gap =
    outcome === 'missing'
      ? (answer.coverage?.because ?? (site.coverage === 'partial' ? site.coverageBecause : null))
      : `${facts?.reason ?? `疑似的有${facts?.candidates}`}`
  if (gap === null) return { ...answer, outcome: 'absent' }
  return { ...answer, outcome: 'unconfirmed', facts: { ...facts, reason: gap, [LEFT_OPEN]: true } }
}

function judge(site: SiteView, topic: string, subject: string): Answer {
  const own = columnsServing(site, topic, SURE)
  const columns =
    own.length > 0 ? own : (NARROWER[topic] ?? []).flatMap((one) => site.columnsOf(one, SURE))
  const readable = columns.filter((column) => column.kind === 'local' && isRead(site, column.url))
  const [held = readable[0]] = readable.filter((column) => !isBlankColumn(site, column))
  if (held) {
    const isBlank = isBlankColumn(site, held)
    return {
      outcome: isBlank ? 'blank' : 'present',
      subject,
      facts: { column: held.name, url: held.url, ...(isBlank ? { [LEFT_OPEN]: true } : {}) },
      evidence: citeColumn(site, held),
      sureness: held.topic?.sureness ?? 1,
    }
  }
  const local = columns.find((column) => column.kind !== 'external')
  if (local) {
    return {
      outcome: 'unreadable',
      subject,
      facts: { column: local.name, url: local.url, reason: whyUnread(site, local) },
      evidence: citeColumn(site, local),
    }
  }
  const external = columns[0]
  if (external) {
    return {
      outcome: 'external',
      subject,
      facts: { column: external.name, target: external.url },
      evidence: citeColumn(site, external),
    }
  }
  return judgeUnnamed(site, topic, subject)
}

/** No column carries the topic surely: candidates for a person, or an absence. */
function judgeUnnamed(site: SiteView, topic: string, subject: string): Answer {
  const within = saidWithin(site, topic)
  if (within !== null)
    return {
      outcome: 'present',
      subject,
      facts: { column: within.name, url: within.url },
      evidence: citeColumn(site, within),
      sureness: within.topic?.sureness ?? 1,
    }
  const carrier = carrierOf(site, topic)
  if (carrier !== null)
    return {
      outcome: 'present',
      subject,
      facts: { column: carrier.name, url: carrier.url },
      evidence: carrier.items.slice(0, 3).map((item) => item.place),
      sureness: SURE,
    }
  const headed = headedOnPlatform(site, subject)
  if (headed !== null)
    return {
      outcome: 'present',
      subject,
      facts: { column: headed.quote, url: headed.url },
      evidence: [headed],
    }
  const bare = site.bareEntries.find((entry) => entry.topic === topic)
  // A tab: the leaders were read on the page that it stands on.
  if (bare && topic === 'leaders' && site.leaders.some(({ place }) => place.url === bare.place.url))
    return {
      outcome: 'present',
      subject,
      facts: { column: bare.text, url: bare.place.url },
      evidence: [bare.place],
    }
  if (bare)
    return {
      outcome: 'unreadable',
      subject,
      facts: { column: bare.text, reason: '入口是脚本，没有可读的地址' },
      evidence: [bare.place],
    }
  const weak = columnsServing(site, topic, 0.3)
  const proposed = site.unknownColumns.filter((column) => column.proposedTopic === topic)
  const links = linksNamed(site, subject)
  const told = weak.length + proposed.length + links.length > 0 ? [] : toldElsewhere(site, topic)
  const names = [
    ...weak.map((column) => column.name),
    ...proposed.map((column) => column.name),
    ...links.map((place) => place.quote),
    ...told.map((place) => place.quote),
  ]
  if (names.length > 0) {
    const places = [...weak.flatMap((column) => [...citeColumn(site, column)]), ...links, ...told]
    return {
      outcome: 'unsure-reading',
      subject,
      facts: { candidates: listed([...new Set(names)]) },
      evidence: places.length > 0 ? places.slice(0, 5) : lookedAtHome(site),
    }
  }
  return {
    outcome: 'missing',
    subject,
    evidence: lookedAtHome(site),
    coverage: searchedForColumn(site),
  }
}

function whyUnread(site: SiteView, column: Column): string {
  if (column.kind === 'script') return '入口是脚本，没有可读的地址'
  const trouble = site.troubles.find((one) => one.url === column.url)
  if (trouble) return trouble.reason
  return column.coverageBecause ?? '本次没有访问到'
}
