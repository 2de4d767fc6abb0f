/**
 * Are the columns there that the statutory platform and every department site owe? One finding per topic. Columns that
 * only some places ask for are told as present, outside or absent and charged to nobody. Whether a column is up to date
 * is freshness/column-stale's question, whether its link works availability/links-broken's.
 */
import { compareForm } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  headedOnPlatform,
  isRead,
  itemsTitled,
  listed,
  lookedAtHome,
  searchedForColumn,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { LEFT_OPEN } from '#model/finding'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

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
  revision: 12,
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
      clause: '第二十条、第二十四条',
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
  },
  outcomes: {
    present: { verdict: 'pass', message: '设有“{column}”栏目（{subject}），页面可读' },
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
  *run(site, { params, topicName }) {
    for (const topic of params.topics) yield judge(site, topic, topicName(topic))
    for (const topic of params.otherTopics)
      if (!params.topics.includes(topic)) yield tell(judge(site, topic, topicName(topic)), site)
  },
})

type Answer = Observation<'present' | 'external' | 'unsure-reading' | 'unreadable' | 'missing'>

/**
 * The same reading of a column that is not owed everywhere: nobody is asked, and an absence only told when it is sure. What
 * is neither there nor surely absent stays open wherever a scheme asks for it.
 */
function tell(
  answer: Answer,
  site: SiteView,
): Observation<'present' | 'outside' | 'absent' | 'unconfirmed'> {
  const { outcome, facts } = answer
  if (outcome === 'present') return { ...answer, outcome }
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
  const own = site.columnsOf(topic, SURE)
  const columns =
    own.length > 0 ? own : (NARROWER[topic] ?? []).flatMap((one) => site.columnsOf(one, SURE))
  const readable = columns.find((column) => column.kind === 'local' && isRead(site, column.url))
  if (readable) {
    return {
      outcome: 'present',
      subject,
      facts: { column: readable.name, url: readable.url },
      evidence: citeColumn(site, readable),
      sureness: readable.topic?.sureness ?? 1,
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

/** What a department calls 教育概况 or 单位简介 may be where its functions and divisions stand. */
const WITHIN: Readonly<
  Record<string, { readonly topics: readonly string[]; readonly says: RegExp }>
> = {
  institution: {
    topics: ['overview'],
    says: /(?:主要|工作|机关|部门|单位)?(?:职责|职能)|内设(?:机构|科室|处室)|机构设置|机关科室/,
  },
}

/** A column of another topic whose own page says what this one is for. */
function saidWithin(site: SiteView, topic: string): Column | null {
  const within = WITHIN[topic]
  if (within === undefined) return null
  const columns = within.topics.flatMap((one) => site.columnsOf(one, SURE))
  return (
    columns.find(
      ({ kind, url }) =>
        kind === 'local' &&
        isRead(site, url) &&
        within.says.test(site.pageAt(url)?.page.text.excerpt ?? ''),
    ) ?? null
  )
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
  const weak = site.columnsOf(topic, 0.3)
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

/** How entries speak of which a column may consist, whatever an office calls it (财政账本, 涉税公告, 税费政策). */
interface Entries {
  readonly name: RegExp
  readonly title: RegExp
  readonly fewest: number
}

const ENTRIES: Readonly<Record<string, readonly Entries[]>> = {
  budget: [{ name: /./, title: /(?:预算|决算)|[“"]?三公[”"]?经费/, fewest: 2 }],
  notices: [
    {
      name: /(?:公告|公示|通告|通知)(?:栏|牌|板|窗|墙|专栏|专区)?$/,
      title: /公告|公示|通告|通知/,
      fewest: 2,
    },
    {
      name: /./,
      title: /(?:公告|公示|通告|告示|布告|通知)(?:[（(][^（()）]{1,12}[)）])?$/,
      fewest: 3,
    },
  ],
  policyDocuments: [
    {
      name: /(?:政策|文件|法规|规定|制度)$/,
      title:
        /(?:办法|规定|通知|意见|细则|决定|方案|措施|条例|公告|规范|标准)(?:（[^（）]{1,12}）)?$/,
      fewest: 2,
    },
  ],
}

/** A list that was read, of no other topic, of which two entries in three are what the column is for. */
function carrierOf(site: SiteView, topic: string): Column | null {
  for (const { name, title, fewest } of ENTRIES[topic] ?? [])
    for (const column of site.columns) {
      const other = column.topic !== null && column.topic.value !== topic
      if (other || column.kind !== 'local' || !isRead(site, column.url)) continue
      const fitting = column.items.filter((item) => title.test(item.title)).length
      const most = fitting * 3 >= column.items.length * 2
      if (name.test(column.name) && fitting >= fewest && most) return column
    }
  return null
}

/** Parts of what an agency says of itself; so many on one page are its 机构职能, whatever the column is called. */
const INSTITUTION: readonly RegExp[] = [
  /(?:主要|工作|机构|单位|部门)?职[责能](?:简介|如下|为|[：:\n])|(?:主要|工作)职[责能]/,
  /内设(?:机构|科室|处室|部门)|(?:科室|处室|机构)设置/,
  /(?:办公|单位|机关)?(?:地址|地点)/,
  /(?:办公|工作|上班|作息|值班)时间/,
  /电\s?话|联系方式/,
  /负\s?责\s?人|(?:局长|主任|厅长|区长|县长|市长|镇长|乡长|处长)[：:（(]/,
]
const LEAST_PARTS = 5

/** Pages that hold what the column is for, where no column is called so: what they hold is quoted as a candidate. */
function toldElsewhere(site: SiteView, topic: string): readonly Place[] {
  switch (topic) {
    case 'institution':
      return pagesWhere(
        site,
        ({ page }) =>
          !/指南|申请/.test(page.title ?? '') &&
          INSTITUTION.filter((part) => part.test(page.text.excerpt)).length >= LEAST_PARTS,
      )
    case 'leaders': {
      const told = site.leaders.filter(({ post }) => post !== null).map(({ place }) => place)
      return told.length > 0
        ? told.slice(0, 3)
        : pagesWhere(site, ({ page }) => LEADER.every((part) => part.test(page.text.excerpt)))
    }
    case 'news':
      return site.columns
        .filter((column) => column.topic === null && readsAsNews(site, column))
        .flatMap((column) => [...citeColumn(site, column)])
        .slice(0, 3)
    case 'ogiGuide':
      return pagesWhere(site, ({ page }) => /信息公开(?:工作)?指南$/.test(page.title ?? ''))
    case 'ogiAnnualReports':
      return site.annualReports.map(({ place }) => place).slice(0, 3)
    case 'budget':
      return itemsTitled(site, /20\d\d年?度?.{0,16}(?:部门)?(?:预算|决算)/)
        .map(({ item }) => item.place)
        .slice(0, 3)
    default:
      return []
  }
}

/** What is told of a leader and of hardly anybody else: a life and the work that falls to them. */
const LEADER: readonly RegExp[] = [
  /[男女]\s*[，,、]\s*[\u4e00-\u9fff]{1,4}族|\d{4}\s*年\s*\d{1,2}\s*月\s*(?:出生|生)|中共党员/,
  /分工|分管|主持|负责/,
  /[省市县区州旗镇乡局厅处院校台]长|主任|书记|主席/,
]

/** Titles of what is announced, decided or published rather than reported. */
const NO_NEWS =
  /(?:公告|公示|通告|通知|办法|规定|方案|意见|清单|目录|名单|报告|结果|预案|决算|预算|标准|情况|表|制度|规划|计划|解读|答复|指南|条例|年报)(?:（[^（）]*）)?$|^(?:关于|《)/
const FEWEST_NEWS = 3

/** A dated list that the home page shows or links, mostly of reports of what was done, under a name of its own. */
function readsAsNews(site: SiteView, column: Column): boolean {
  const home = site.home?.page.url
  if (column.kind !== 'local' || !column.linkedFrom.some(({ url }) => url === home)) return false
  const dated = column.items.filter(({ publishedOn }) => publishedOn !== null)
  const reports = dated.filter(({ title }) => !NO_NEWS.test(title))
  return dated.length >= FEWEST_NEWS && reports.length * 4 >= dated.length * 3
}

function pagesWhere(site: SiteView, test: (view: PageView) => boolean): readonly Place[] {
  return site.pages
    .filter((view) => view !== site.home && isRead(site, view.page.url) && test(view))
    .slice(0, 3)
    .map((view) => ({
      url: view.page.url,
      at: null,
      quote: view.page.title ?? citePage(view).quote,
    }))
}

/** Links anywhere on the portal whose words contain the topic's name: an entry the column reader may have missed. */
function linksNamed(site: SiteView, subject: string): Place[] {
  const wanted = compareForm(subject)
  if (wanted === '') return []
  return [...entriesOf(site)]
    .filter(([form]) => form.includes(wanted))
    .slice(0, 3)
    .map(([, place]) => place)
}

/** One pass over all links serves all topics. */
const entries = new WeakMap<SiteView, ReadonlyMap<string, Place>>()

/** Words of the portal's menus and footers, each once, in a form to compare. */
function entriesOf(site: SiteView): ReadonlyMap<string, Place> {
  const known = entries.get(site)
  if (known) return known
  const texts = new Map<string, Place>()
  for (const { from } of site.links)
    for (const { area, text, url, at } of from)
      if (area === 'nav' || area === 'footer' || area === 'other')
        if (!texts.has(text) && site.pageAt(url) !== null) texts.set(text, { url, at, quote: text })
  const made = new Map([...texts].map(([text, place]) => [compareForm(text), place]))
  entries.set(site, made)
  return made
}

function whyUnread(site: SiteView, column: Column): string {
  if (column.kind === 'script') return '入口是脚本，没有可读的地址'
  const trouble = site.troubles.find((one) => one.url === column.url)
  if (trouble) return trouble.reason
  return column.coverageBecause ?? '本次没有访问到'
}
