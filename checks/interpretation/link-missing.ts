/**
 * Do recent policy documents have an interpretation, and do the two pages lead to each other? The share is a figure
 * for schemes and, when low, a question: not every document calls for an interpretation. A pair is known by links or
 * titles; links are looked for in the pages' own content. `all` tells that every document of the period was read and has
 * one, so that whichever a sample takes has one; nothing short of that says what a sample would find. A good share hides no
 * rule of the body's own that has none: such documents are named and asked about apart from the share, and where nearly all
 * of its numbered rules have one the body itself holds that they want explaining, so that the odd one out lacks it. Pairs of
 * earlier years must lead to each other where nearly all others do.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  citePage,
  dayOfItem,
  defineCheck,
  documentsOf,
  explainsItself,
  hasRuleNumber,
  hasUnreadPages,
  type Interpreted,
  interpretedPairs,
  issuerOf,
  listed,
  mayHideLinks,
  misledDocuments,
  namesPage,
  PAIR_PARAMS,
  partly,
  runsNewestFirst,
  type SiteDocument,
  searchedForDocument,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay } from '#model/page'
import type { Column, PageView, SiteView } from '#model/site-view'

/** Appointments, praise, speeches, repeals, papers passed on and divisions of tasks: no policy of the body's own that wants explaining. */
const PLAIN =
  /任免|任职的?(?:通知|决定)|免去|免职|转发|任务分工|工作要点|关于(?:通报)?(?:表扬|表彰).{4,60}的(?:通报|决定)$|(?:讲话|发言|致辞)(?:稿|摘要|摘编|全文|要点|实录)?(?:[（(][^（）()]*[）)])?$|^关于废止(?!.*(?:修改|修订))|[府局委办厅]关于废止(?!.*(?:修改|修订))/

/** A notice that sets an office's own yearly work going (关于做好2026年…督查工作的通知): nobody outside is held to it. */
const OWN_WORK =
  /关于(?:切实|认真|进一步)?(?:做好|开展|组织开展)[^《》]{0,40}(?:督查|督导|考核|统计|宣传|调度|信息报送)(?:检查)?工作的(?:紧急)?通知$/

/** Whether the paper may want explaining: whatever bears a rule's number does. */
const mayWant = (document: SiteDocument): boolean =>
  !PLAIN.test(document.title) && (!OWN_WORK.test(document.title) || hasRuleNumber(document))

/** Drafts, interpretations, and papers that only carry a rule out or speak of it. */
const NO_RULE = /征求意见|草案|解读|图解|读懂|按照|根据|依据|贯彻|落实|废止|清理|公示|名单|会议/

/** What the field of validity says of a document that was ended. */
const NO_LONGER = /^(?:已|全文)?(?:废止|失效)/

export const linkMissing = defineCheck({
  id: 'interpretation/link-missing',
  revision: 21,
  title: '政策文件与解读是否关联',
  question: '近期政策文件有多少配有解读，文件页面与解读页面是否互相链接？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '发布解读·政策解读：解读比例、文件与解读双向关联（分值未核对原文，由评分方案定）',
    },
  ],
  needs: ['columns'],
  params: {
    ...PAIR_PARAMS,
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内发布的文件',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minShare: {
      default: 0.5,
      meaning: '配有解读的文件低于这一比例时提问',
      source: '本工具的默认值，可按地方方案的解读率设定',
      verified: false,
    },
    ruleWithinDays: {
      default: 730,
      meaning: '逐份提问的管理规定类文件、核对互相链接的文件，看监测日前多少天内发布的',
      source: '规范性文件一般两年清理一次（未经核实）；本工具的默认值，可调',
      verified: false,
    },
    ruleWords: {
      default: ['办法', '规定', '细则', '条例', '实施意见', '若干措施'],
      meaning: '标题带这些字样的本机关文件，比例够了也逐份提问有没有解读',
      source: '本工具的默认值，可按地方方案的解读范围增减',
      verified: false,
    },
    graceDays: {
      default: 14,
      meaning: '刚发布的文件，过了多少天还没有解读才逐份提问、判断',
      source: '三政办〔2018〕244号为5个工作日；放宽为两周，本工具的默认值，可调',
      verified: false,
    },
    linkWithinDays: {
      default: 1825,
      meaning: '再早的文件也核对互相链接，看监测日前多少天内发布的；其中没有链接的只是个别时才判',
      source: '规范性文件的有效期一般五年（未经核实）；本工具的默认值，可调',
      verified: false,
    },
    minPeers: {
      default: 4,
      meaning:
        '没有解读的每一份，至少有多少份本机关的规范性文件有解读，才判为缺解读；再早的文件没有链接的也照此比',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minNumberedPeers: {
      default: 3,
      meaning: '同上，规范性文件有专门文号（规字）的',
      source: '本工具的默认值，可调',
      verified: false,
    },
    sample: {
      default: 3,
      meaning: '抽查几份：本机关的文件不少于这个数，才说“份份都有”',
      source: '随州市2023年政府网站及政务新媒体绩效评估方案 政策解读细则1（随机抽查3个）',
      verified: true,
    },
  },
  outcomes: {
    'share-enough': {
      verdict: 'pass',
      message: '近期 {documents} 份政策文件中有 {interpreted} 份配有解读',
    },
    'share-low': {
      verdict: 'unsure',
      message:
        '近期 {documents} 份政策文件中只找到 {interpreted} 份的解读，没有找到解读的有：{names}',
      ask: '所列文件中，哪些应当解读而没有解读？',
    },
    'rules-bare': {
      verdict: 'fail',
      message: '{subject}：本机关近期 {peers} 份规范性文件有解读，这 {count} 份没有：{names}',
      claimsAbsence: true,
      ask: '所列文件有没有解读，发布在哪里？没有的，是否应当解读？',
    },
    'rules-alone': {
      verdict: 'unsure',
      message: '近期有 {count} 份管理规定类文件或个别文件没有找到解读：{names}',
      ask: '所列文件有没有解读，发布在哪里？没有的，是否应当解读？',
    },
    linked: {
      verdict: 'pass',
      message: '{subject}：监测日前 {days} 天内发布、配得上解读的 {pairs} 份文件都有链接',
    },
    unlinked: {
      verdict: 'fail',
      message: '{subject}：{pairs} 对中有 {count} 对没有链接（{names}）',
      claimsAbsence: true,
      ask: '在浏览器中打开所列页面，是否确实没有相互链接？',
    },
    misled: {
      verdict: 'fail',
      message: '{subject}：有 {count} 份文件的页面上，解读链接指向另一份文件的解读（{names}）',
    },
    'no-documents': { verdict: 'not-applicable', message: '没有读到近期的政策文件页面' },
  },
  example:
    '《造林管理办法》有解读，文件页没有链接到解读，解读页链接了文件：文件链接到解读 unlinked。',
  *run(site, { params, asOf }) {
    const from = addDays(asOf, -params.withinDays)
    const days = Math.max(params.withinDays, params.ruleWithinDays)
    const since = addDays(asOf, -days)
    const lately = documentsOf(site, params.documentTopics).filter(
      (one) =>
        one.published !== null && one.published >= since && one.published <= asOf && mayWant(one),
    )
    const documents = lately.filter(({ published }) => (published ?? '') >= from)
    const first = site.home ?? site.pages[0]
    if (documents.length === 0) {
      if (first !== undefined)
        yield { outcome: 'no-documents', subject: '政策解读比例', evidence: [citePage(first)] }
      return
    }
    const every = interpretedPairs(lately, documentsOf(site, params.interpretationTopics))
    const paired = new Set([
      ...every.map(({ document }) => document),
      ...lately.filter(explainsItself),
    ])
    const alone = documents.filter((document) => !paired.has(document))
    const interpreted = documents.length - alone.length
    const share = interpreted / documents.length
    // Of the year before it is asked only where most of its documents have one.
    const former = lately.filter((document) => !documents.includes(document))
    const had = former.filter((document) => paired.has(document)).length
    const isAsked = (one: SiteDocument): boolean =>
      documents.includes(one) || had >= former.length * params.minShare
    // Where nearly all have one, the one that has none is odd, by whatever name.
    const isOdd = interpreted >= alone.length * params.minPeers
    const rules = lately.filter(
      (one) =>
        !paired.has(one) &&
        (one.published ?? '') <= addDays(asOf, -params.graceDays) &&
        isAsked(one) &&
        issuerOf(site, one) !== 'other' &&
        !NO_LONGER.test(one.view.page.document?.validity ?? '') &&
        !NO_RULE.test(one.title) &&
        ((isOdd && alone.includes(one)) ||
          params.ruleWords.some((word) => one.title.includes(word)) ||
          hasRuleNumber(one)),
    )
    const own = lately.filter((one) => issuerOf(site, one) === 'own')
    // A body that numbers its rules as such has no others.
    const isNumbered = own.some(hasRuleNumber)
    const owing = own.filter(isNumbered ? isNumberedRule : isListedRule)
    // What is owed an interpretation by its kind is named before notices.
    const toldFirst = [...new Set([...owing, ...rules, ...alone])].filter((one) =>
      alone.includes(one),
    )
    yield {
      outcome: share >= params.minShare ? 'share-enough' : 'share-low',
      subject: '政策解读比例',
      facts: {
        documents: documents.length,
        interpreted,
        all:
          alone.length === 0 &&
          documents.filter((one) => issuerOf(site, one) !== 'other').length >= params.sample &&
          params.documentTopics
            .flatMap((topic) => site.columnsOf(topic))
            .every((column) => isReadSince(site, column, from)),
        names: listed(
          toldFirst.map(({ title }) => `“${clip(title, 30)}”`),
          4,
        ),
      },
      measure: { value: share, unit: 'share' },
      evidence: (alone.length > 0 ? toldFirst : documents)
        .slice(0, 5)
        .map(({ view }) => citePage(view)),
    }
    const peers = owing.filter((one) => paired.has(one)).length
    const odd = rules.filter((one) => owing.includes(one))
    const enough = isNumbered ? params.minNumberedPeers : params.minPeers
    const isSure = peers >= enough && odd.length * enough <= peers
    const bare = isSure ? odd : []
    const coverage = searchedForDocument(
      site,
      params.interpretationTopics.flatMap((topic) => site.columnsOf(topic)),
    )
    for (const [outcome, subject, found] of [
      ['rules-bare', '没有解读的文件', bare],
      [
        'rules-alone',
        bare.length > 0 ? '没有解读的文件：待核' : '没有解读的文件',
        rules.filter((one) => !bare.includes(one)),
      ],
    ] as const)
      if ((outcome === 'rules-bare' || share >= params.minShare) && found.length > 0)
        yield { outcome, subject, coverage, ...bareOnes(found, peers) }
    if (every.length === 0) return
    // Two pages that belong together lead to each other as long as they stand, not for a year.
    const earlier = formerPairs(site, params, addDays(asOf, -params.linkWithinDays), since)
    const views = ({ all }: Interpreted): readonly PageView[] => all.map(({ view }) => view)
    const paper = ({ document }: Interpreted): readonly PageView[] => [document.view]
    for (const [subject, own, to] of [
      ['文件链接到解读', paper, views],
      ['解读链接到文件', views, paper],
    ] as const) {
      const older = oddAmong(site, earlier, every, own, to, params.minPeers)
      const back = older.length > 0 ? params.linkWithinDays : days
      yield* judge(site, subject, back, [...every, ...older], own, to)
    }
    const misled = misledDocuments([...every, ...earlier])
    if (misled.length > 0)
      yield {
        outcome: 'misled',
        subject: '解读链接所指',
        facts: {
          count: misled.length,
          names: listed(
            misled.map(
              ({ document, link }) => `“${clip(document.title, 30)}”指向“${clip(link.text, 30)}”`,
            ),
            4,
          ),
        },
        evidence: misled.slice(0, 5).map(({ document, link }) => ({
          url: document.view.page.url,
          at: link.at,
          quote: link.text,
        })),
        pages: misled.map(({ document }) => document.view.page.url),
      }
  },
})

/** How a body governs itself: nobody outside is held to it. */
const INTERNAL =
  /考核|工作(?:规则|制度|规程)|议事|责任制|内部|绩效|值班|公务|机关|会议|档案|督查|督办|应急预案|领导小组|编制|印章/

function isNumberedRule(document: SiteDocument): boolean {
  return hasRuleNumber(document) && !INTERNAL.test(document.title)
}

/** A rule by the column of such and by its name. */
function isListedRule({ title, column }: SiteDocument): boolean {
  return column.topic?.value === 'normativeDocuments' && RULE.test(title) && !INTERNAL.test(title)
}

const RULE = /(?:办法|规定|细则|条例|若干措施)》?(?:[（(][^（）()]{1,12}[）)])?》?(?:的通知)?$/

function bareOnes(found: readonly SiteDocument[], peers: number) {
  return {
    facts: {
      peers,
      count: found.length,
      names: listed(
        found.map(({ title }) => `“${clip(title, 30)}”`),
        4,
      ),
    },
    evidence: found.slice(0, 5).map(({ view }) => citePage(view)),
    pages: found.map(({ view }) => view.page.url),
  }
}

/** Every entry of the column from this day on is dated and its document was read, and no list page may hold another. */
function isReadSince(site: SiteView, column: Column, from: string): boolean {
  if (column.kind !== 'local') return false
  const days = column.items.map((item) => dayOfItem(site, item)?.day ?? null)
  const past = runsNewestFirst(site, column) && (days.at(-1) ?? from) < from
  if (!past && (column.coverage === 'partial' || hasUnreadPages(site, column))) return false
  return column.items.every((item, index) => {
    const day = days[index] ?? null
    if (day === null) return false
    const view = day < from || item.url === null ? null : site.pageAt(item.url)
    return day < from || (view?.page.kind.value === 'article' && view.page.blocked === null)
  })
}

/** Pairs of documents of earlier years that are still in force. */
function formerPairs(
  site: SiteView,
  params: {
    readonly documentTopics: readonly string[]
    readonly interpretationTopics: readonly string[]
  },
  from: CivilDay,
  to: CivilDay,
): readonly Interpreted[] {
  // An edition of these years may be what the interpretation is of.
  const documents = documentsOf(site, params.documentTopics).filter(
    ({ published }) => published !== null && published >= from,
  )
  return interpretedPairs(documents, documentsOf(site, params.interpretationTopics)).filter(
    ({ document: { published, title, view } }) =>
      published !== null &&
      published < to &&
      !PLAIN.test(title) &&
      !NO_LONGER.test(view.page.document?.validity ?? ''),
  )
}

type Side = (pair: Interpreted) => readonly PageView[]

/**
 * Earlier pairs, where most of them lead to each other and those that do not are few beside all: else the portal may not
 * have linked at all then.
 */
function oddAmong(
  site: SiteView,
  earlier: readonly Interpreted[],
  since: readonly Interpreted[],
  from: Side,
  to: Side,
  minPeers: number,
): readonly Interpreted[] {
  const linkedOf = (pairs: readonly Interpreted[]): number =>
    pairs.filter((pair) => isLinked(site, from(pair), to(pair))).length
  const linked = linkedOf(earlier)
  const bare = earlier.length - linked
  return linked >= bare && linked + linkedOf(since) >= bare * minPeers ? earlier : []
}

/** One of the pages on the one side must lead to one on the other; where a page may hide it, that one alone is asked about. */
function* judge(
  site: SiteView,
  subject: string,
  days: number,
  pairs: readonly Interpreted[],
  from: Side,
  to: Side,
): Generator<Observation<'linked' | 'unlinked'>> {
  const without = pairs.filter((pair) => !isLinked(site, from(pair), to(pair)))
  const hides = (pair: Interpreted) => from(pair).find((view) => mayHideLinks(site, view))
  const sure = without.filter((pair) => hides(pair) === undefined)
  const doubtful = without.filter((pair) => !sure.includes(pair))
  const hidden = doubtful[0] === undefined ? undefined : hides(doubtful[0])
  for (const shown of without.length === 0 ? [pairs] : [sure, doubtful]) {
    if (shown.length === 0) continue
    const count = without.length === 0 ? 0 : shown.length
    yield {
      outcome: count > 0 ? 'unlinked' : 'linked',
      subject: shown === doubtful && sure.length > 0 ? `${subject}：待核` : subject,
      facts: {
        days,
        pairs: pairs.length,
        count,
        names: listed(
          (count > 0 ? shown : []).map(({ document }) => `“${clip(document.title, 30)}”`),
          4,
        ),
      },
      measure: { value: 1 - without.length / pairs.length, unit: 'share' },
      evidence: shown
        .flatMap((pair) => from(pair).slice(0, 1))
        .slice(0, 5)
        .map(citePage),
      pages: shown.flatMap((pair) => from(pair).map(({ page }) => page.url)),
      // What these pages link to does not depend on how much of the portal was seen.
      coverage:
        shown !== doubtful || hidden === undefined
          ? WHOLE
          : partly(`“${clip(hidden.page.title ?? '', 30)}”页的相关链接可能由脚本或框架写出`),
    }
  }
}

function isLinked(site: SiteView, from: readonly PageView[], to: readonly PageView[]): boolean {
  return from.some((view) => to.some((other) => leadsTo(site, view, other)))
}

/** By itself, or by a frame in it. */
function leadsTo(site: SiteView, from: PageView, to: PageView): boolean {
  const frames = from.page.frames.flatMap((url) => site.pageAt(url) ?? [])
  return [from, ...frames].some((view) => namesPage(view, to))
}
