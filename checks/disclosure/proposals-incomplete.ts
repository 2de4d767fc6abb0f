/**
 * Does the column about proposals publish what is asked of it: replies to deputies' suggestions (人大代表建议), replies to
 * members' motions (政协委员提案), and how the year's handling went? One finding for each. Whether a department had any to
 * answer no page says: of the kinds it never published, only a government is charged. A reply that says no more than that
 * the matter is done (已办结), or nothing but its address and thanks, publishes none; other short ones are asked about, unless they read as a reply.
 */
import { addDays, daysBetween } from '#base/day'
import { clip, compareForm, squash } from '#base/text'
import {
  branchOf,
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  FILE_NAME,
  isGovernment,
  isHollowReply,
  isTown,
  isTownUnit,
  listed,
  noneSaid,
  ownPart,
  partly,
  partOf,
  placeOfNone,
  type Rests,
  searchedForDocument,
  type TitledItem,
  unitsOf,
  WHOLE,
  wordsBeneath,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

const KINDS = ['人大代表建议', '政协委员提案', '办理总体情况'] as const
type Kind = (typeof KINDS)[number]

/** How the year's handling went, not one reply. */
const ACCOUNT =
  /(总体|整体)情况|(建议|提案).{0,10}办理(工作)?(情况|总结|报告)|办理.{0,16}(建议|提案).{0,8}(情况|总结|报告)|承办.{0,16}(建议|提案).{0,8}(情况|总结|报告|通报)|办理结果(汇总|统计)/
/** The same in other words: what was handled, and how it is told. */
const TOLD_OF = /建议|提案|议案|两案/
const TELLING =
  /(?:办理|承办|办复|答复|工作|完成).{0,8}(?:情况|总结|小结|报告|综述|结果|汇总|统计|一览表|通报|进展)/
const IS_REPLY = /第\s*\d+\s*号|(?:答复|复函|回复)(?:函|意见)?(?:[（(].*)?$/
/** What a body that had none to answer says. */
const MATTER = '建议|提案|议案'
/** One reply bears its number or says that it answers. */
const REPLY = /答复|复函|回复|第\s*\d+\s*号|(建议|提案)的?(函|意见)$/
const MOTION = /提案|政协/
const SUGGESTION = /建议|议案|人大/

export const proposalsIncomplete = defineCheck({
  id: 'disclosure/proposals-incomplete',
  revision: 28,
  title: '建议提案办理情况是否公开',
  question: '人大代表建议、政协委员提案的答复全文和年度办理总体情况是否公开？',
  basis: [
    {
      document:
        '《国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》（二手，随州2023年指标引用）',
      clause: '建议和提案办理复文全文公开，同时公开办理总体情况',
    },
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '平台评估指标：答复全文、办理工作动态、年度办理总体情况',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['proposals'],
      meaning: '按建议提案办理判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxAgeDays: {
      default: 545,
      meaning: '最新一条距监测日最多几天：当年的答复一般在年底前公开，取一年半',
      source: '原文只写“年度”；本工具的默认值，可调',
      verified: false,
    },
    thinLength: {
      default: 150,
      meaning: '答复正文少于多少字、又没有附件和图片的，请人核对是不是全文',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '{subject}：{count} 条，最新为“{words}”（{day}）' },
    'replies-thin': {
      verdict: 'unsure',
      message: '{subject}：读到的 {checked} 条答复中有 {count} 条很短，又没有附件和图片（{names}）',
      ask: '{names}：公开的是不是答复全文？',
    },
    'replies-bare': {
      verdict: 'fail',
      message:
        '{subject}：读到的 {checked} 条中有 {count} 条只写办理经过（已办结、已答复）、内容从略、见附件（页面上没有附件）或只有称呼和致谢，没有答复内容（{names}）',
      ask: '所列页面上是否确实没有答复全文（脚本写出的、弹窗里的也算）？',
    },
    outdated: {
      verdict: 'fail',
      message: '{subject}：最新为“{words}”（{day}），距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '{day} 之后有没有公开{subject}？如果没有承办，请注明。',
    },
    missing: {
      verdict: 'fail',
      message: '“{column}”里没有找到{what}',
      claimsAbsence: true,
      ask: '{subject}公开在哪里？如果没有承办，请注明。',
    },
    'none-said': {
      verdict: 'not-applicable',
      message: '{subject}：“{column}”写明没有（“{words}”）',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出建议提案办理的栏目（是否应设由栏目检查判断）',
    },
  },
  example:
    '某县“建议提案办理”里有人大代表建议的答复12条、政协委员提案的答复9条，没有年度办理总体情况：办理总体情况 missing。',
  *run(portal, { params, asOf }) {
    const site = ownPart(portal, isTownUnit)
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    const branch = branchOf(site, params.topics)
    if (branch.length === 0) {
      const evidence = placeOfNone(site, params.topics)
      yield { outcome: 'no-column', subject: '建议提案办理', evidence }
      return
    }
    const none = noneSaid(site, branch, MATTER, addDays(asOf, -params.maxAgeDays))
    const items = branch
      .flatMap((column) => column.items.map((item): TitledItem => ({ item, column })))
      .filter(({ item }) => item.place !== none)
    const sorted = new Map<Kind, readonly TitledItem[]>(
      KINDS.map((kind) => [kind, distinct(site, items, kind)]),
    )
    const rests = searchedForDocument(site, columns)
    for (const kind of KINDS) {
      const answer = judge(site, kind, sorted, branch, rests, asOf, params)
      const lacks = answer.outcome === 'missing' || answer.outcome === 'outdated'
      yield none === null || !lacks ? answer : noneOf(kind, branch, none)
    }
    yield* unitsWithout(portal, params.topics, addDays(asOf, -params.maxAgeDays))
  },
})

/** So many departments of a portal show that each gives an account of its own. */
const LEAST_UNITS = 2

/** Departments that answered, and give no account beside as many or more that do. */
function* unitsWithout(
  portal: SiteView,
  topics: readonly string[],
  from: string,
): Generator<Observation<'missing'>> {
  const answering = unitsOf(portal).flatMap((unit) => {
    const site = partOf(portal, unit)
    const branch = branchOf(site, topics)
    const items = branch
      .flatMap((column) => column.items.map((item): TitledItem => ({ item, column })))
      .filter(({ item }) => (dayOfItem(site, item)?.day ?? '') >= from)
    const kinds = items.flatMap(kindsOf)
    const answers = kinds.some((kind) => kind !== '办理总体情况')
    return isTownUnit(unit) || !answers
      ? []
      : [{ unit, site, branch, gives: kinds.includes('办理总体情况') }]
  })
  const lacking = answering.filter(({ gives }) => !gives)
  const giving = answering.length - lacking.length
  if (lacking.length === 0 || giving < Math.max(LEAST_UNITS, lacking.length)) return
  const names = listed(
    lacking.map(({ unit }) => `“${unit.name}”`),
    4,
  )
  const rests = lacking.map(({ site, branch }) => searchedForDocument(site, branch))
  yield {
    outcome: 'missing',
    subject: '各部门办理总体情况',
    facts: {
      column: '建议提案办理',
      what: `${names}的办理总体情况（另有 ${giving} 个部门公开了）`,
    },
    measure: { value: lacking.length, unit: 'count' },
    evidence: lacking.flatMap(({ site, branch }) =>
      branch.flatMap((column) => [...citeColumn(site, column)]).slice(0, 1),
    ),
    coverage: rests.find(({ value }) => value === 'partial') ?? WHOLE,
  }
}

function noneOf(kind: Kind, branch: readonly Column[], none: Place): Observation<'none-said'> {
  const column = listed([...new Set(branch.map(({ name }) => name))], 3)
  const facts = { column, words: clip(none.quote, 60) }
  return { outcome: 'none-said', subject: kind, facts, evidence: [none] }
}

/** One matter's handling: 关于增设停车位的建议办理情况 is what became of that suggestion. */
const ONE_MATTER =
  /^(?:对|有关)?关于(?!.{0,6}(?:年|届|次会议|全[省市县区州]|代表|委员|人大|政协|做好)).{4,}的(?:建议|提案|议案)(?:的)?(?:办理|答复|回复|落实)(?:情况|结果|意见)?(?:[（(].*)?$/
/** What was done about them in the office, which answers nobody: 召开建议提案办理工作推进会, 专题研究建议提案. */
const ACTIVITY =
  /(?:建议|提案)[^，。]{0,12}(?:工作)?(?:动态|简报|通知|方案|制度|办法|规定|流程|分工|任务)$|(?:推进|交流|调度|部署|座谈|协调|动员|交办|见面|面商|培训|视频|专题|工作|督办)会(?:议)?$|召开.{0,30}会(?:议)?|督[办导查].{0,10}(?:建议|提案)|(?:专题|认真)?(?:研究|学习|听取|部署|安排|调度|推进).{0,12}(?:建议|提案).{0,8}(?:办理|工作)/

/** A title that names neither is read by the name of its column; one that names both stands for both. */
function kindsOf({ item, column }: TitledItem): readonly Kind[] {
  const { title } = item
  if (ONE_MATTER.test(title)) return kindsNamed(title)
  if (ACTIVITY.test(title) && !REPLY.test(title) && !/^关于/.test(title)) return []
  if (ACCOUNT.test(title) && !/第\s*\d+\s*号/.test(title)) return ['办理总体情况']
  if (TOLD_OF.test(title) && TELLING.test(title) && !IS_REPLY.test(title)) return ['办理总体情况']
  const named = kindsNamed(item.title)
  if (named.length > 0) return named
  return REPLY.test(item.title) ? kindsNamed(column.name) : []
}

/** Of a document that stands in several columns (its own and the one above), one entry: the one that prints a day. */
function distinct(site: SiteView, items: readonly TitledItem[], kind: Kind): readonly TitledItem[] {
  const found = new Map<string, TitledItem>()
  for (const one of items) {
    if (!kindsOf(one).includes(kind)) continue
    const { title, url, publishedOn } = one.item
    const view = url === null ? null : site.pageAt(url)
    const key =
      view?.page.kind.value === 'article' ? view.page.url : `${url ?? ''}\0${compareForm(title)}`
    const known = found.get(key)
    if (known === undefined || (known.item.publishedOn === null && publishedOn !== null))
      found.set(key, one)
  }
  return [...found.values()]
}

function kindsNamed(words: string): readonly Kind[] {
  const motion = MOTION.test(words)
  const suggestion = SUGGESTION.test(words)
  return [
    ...(suggestion && (!motion || /人大/.test(words)) ? (['人大代表建议'] as const) : []),
    ...(motion ? (['政协委员提案'] as const) : []),
  ]
}

interface Params {
  readonly maxAgeDays: number
  readonly thinLength: number
}

function judge(
  site: SiteView,
  kind: Kind,
  sorted: ReadonlyMap<Kind, readonly TitledItem[]>,
  branch: readonly Column[],
  rests: Rests,
  asOf: string,
  params: Params,
): Observation<'published' | 'replies-thin' | 'replies-bare' | 'outdated' | 'missing'> {
  const items = sorted.get(kind) ?? []
  const answered = [...sorted].some(([one, of]) => one !== '办理总体情况' && of.length > 0)
  // Who answers has an account to give; who had none to answer cannot be told from pages.
  const owes = kind === '办理总体情况' ? answered : isGovernment(site) && !isTown(site)
  // A town's few replies go into the county's account.
  const coverage =
    owes && kind === '办理总体情况' && isTown(site)
      ? partly('乡镇、街道承办的建议提案一般由县（市、区）汇总公布')
      : owes
        ? rests
        : partly(`本单位是否承办过${kind}，网站上看不出`)
  const account = accountOf(site, kind, sorted.get('办理总体情况') ?? [])
  const dated = items
    .map((one) => ({ ...one, day: dayOfItem(site, one.item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  const [newest] = dated
  if (newest === undefined)
    return {
      outcome: 'missing',
      subject: kind,
      facts: {
        column: listed([...new Set(branch.map((column) => column.name))], 3),
        what: kind === '办理总体情况' ? kind : `${kind}的答复`,
      },
      evidence: branch.flatMap((column) => [...citeColumn(site, column)]).slice(0, 3),
      coverage:
        account === null
          ? coverage
          : partly(`“${clip(account, 30)}”写了${kind}的办理情况，答复可能不公开`),
    }
  const facts = {
    words: clip(newest.item.title, 60),
    day: newest.day ?? '没有日期',
    count: items.length,
  }
  const evidence = [newest.item.place]
  const days = newest.day === null ? null : daysBetween(newest.day, asOf)
  if (days !== null && days > params.maxAgeDays)
    return {
      outcome: 'outdated',
      subject: kind,
      facts: { ...facts, days, limit: params.maxAgeDays },
      measure: { value: days, unit: 'days' },
      evidence,
      coverage: rests,
    }
  const thin = kind === '办理总体情况' ? null : thinOf(site, dated, params.thinLength)
  if (thin !== null) return { ...thin, subject: kind }
  return { outcome: 'published', subject: kind, facts, evidence }
}

/** The account of the year that tells how many of the kind were handled: what of them may be put up it does not tell. */
function accountOf(site: SiteView, kind: Kind, all: readonly TitledItem[]): string | null {
  const counted = kind === '政协委员提案' ? /提案\s?\d+\s?件/ : /建议\s?\d+\s?件/
  const tells = ({ item: { url } }: TitledItem): boolean =>
    counted.test(site.pageAt(url ?? '')?.page.text.excerpt ?? '')
  return all.find(tells)?.item.title ?? null
}

/** Says that the matter is done. */
const DONE =
  /办结|办理(?:完毕|完成|结束)|已(?:经|全部)?(?:按[^，。；]{1,8}|[由交转][^，。；]{2,16}?)?(?:书面|当面|电话|口头|网上|现场)?(?:办理|办复|答复|回复|落实|采纳|寄送|邮寄|寄出|寄达|送达|送交|函复|面复)/
/** 答复内容略: says that it was left out. */
const LEFT_OUT =
  /(?:^|[\s（(【])(?:(?:答复|复函|回复|正文|具体|详细|办理)*(?:内容|全文|正文|意见|情况)?)(?:从|省|此处省)?略[）)】。]?\s*$/
/** 您的提案答复详见附件。 where the page has none. */
const IN_FILE =
  /(?:详见|见|参见|请看|附于)(?:本页|页面|文末|下方|后附)?的?(?:附件|附后)[^，。；]{0,12}[。！]?\s*$/
const FILE_WORDS = /附件|答复|复函|下载/
/** No reply fits into fewer characters. */
const BARE_LENGTH = 60
/** How a reply speaks, and that it answers point by point: then it is one, however short. */
const AS_REPLY = /收悉|(?:答复|回复|复函)如下|您(?:们)?提出的/
const FIRST_POINT = /一、|一是|（一）|(?:^|\s)1[.．、]/
const SECOND_POINT = /二、|二是|（二）|(?:^|\s)2[.．、]/

/** A letter from its address to what it answers, with so much behind that: a reply told in one piece. */
const LETTER =
  /(?:代表|委员|党派|界别)[：:]?\s[\s\S]*(?:答复|回复|复函|函复|汇报)如下[：:，,]?([\s\S]+)$/
const LETTER_LENGTH = 40

function isLetter(text: string): boolean {
  return squash(LETTER.exec(text)?.[1] ?? '').length >= LETTER_LENGTH
}

/** 张三代表：, 感谢您的关心！, 联系人：…, the day: what stands around an answer, and is none. */
const AROUND =
  /^.{0,30}?(?:代表|委员|党派|界别)(?:（[^）]*）)?[：:]|(?:同意您?的?(?:建议|意见|提案)[，,])?(?:最后|再次|衷心)?(?:感谢|谢谢)[^。！!；]{0,40}[。！!]?|(?:联系人|联系电话|联系方式|电话|承办人)(?:[：:\s]+[^\s：:]{0,20}|[\d-]{7,})|办理(?:类别|结果|情况)[：:\s]*[A-Da-d一二三四]?\s?类?|您(?:们)?提出的[^。；]{0,60}(?:收悉|收到)[，。；]?|(?:经研究[，,]?)?(?:现)?(?:将[^。；，]{0,20})?(?:答复|回复)如下[：:。]?|我(?:们|[局委办]|单位)(?:将|会)?(?:高度重视|认真|积极|充分|[，、和与])*(?:研究|吸纳|考虑|采纳|办理|吸收|落实)[^。；，]{0,8}[。！!]?|(?:此复|特此(?:答复|函复))[。！!]?|20\d\d年\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{2,20}(?:局|委员会|办公室|人民政府|中心)(?=\s|$)/g
/** Fewer characters answer nothing. */
const NO_ANSWER = 12
/** Only how a letter begins and ends. */
function saysNothing(own: string): boolean {
  return AS_LETTER.test(own) && squash(own.replace(AROUND, '')).length < NO_ANSWER
}

const AS_LETTER =
  /^\s*办理(?:类别|结果|情况)[：:]|(?:代表|委员|党派|界别)(?:（[^）]*）)?[：:]|感谢|谢谢|此复/

/** Leads back where one came from. */
const BACK = /^(?:返回|关闭|打印|上一[条篇页]|下一[条篇页])/

/** Without its title, the way there and the line of its day. */
function ownWords(site: SiteView, view: PageView): string {
  const { text, title } = view.page
  const own = wordsBeneath(site, view, title ?? '')
  return own ?? squash(text.excerpt).replace(squash(title ?? ''), '')
}

function pointsToNothing({ page }: PageView, own: string): boolean {
  const files = [
    ...page.links.filter(({ area }) => area !== 'nav' && area !== 'list'),
    ...(page.bareEntries ?? []),
  ].some(({ text }) => FILE_WORDS.test(text) || FILE_NAME.test(text))
  return IN_FILE.test(own) && page.attachments.length === 0 && !files
}

/** The page's own words and nothing to open say that it is done, and no more. */
function isBare(site: SiteView, view: PageView): boolean {
  const { page } = view
  const text = squash(page.text.excerpt)
  const own = ownWords(site, view)
  // Entries of lists that stand beside the text lead to no reply.
  const [from, to] = page.text.at ?? [0, Number.POSITIVE_INFINITY]
  const leads = page.links.some(
    ({ area, at, text: said }) =>
      !BACK.test(said.trim()) &&
      (area === 'main' || (area === 'list' && at[0] >= from && at[1] <= to)),
  )
  const whole = !page.truncated && hiddenByScript(view) === null && page.text.length <= text.length
  return (
    whole &&
    !leads &&
    ((own.length <= BARE_LENGTH &&
      (DONE.test(own) || LEFT_OUT.test(own.trim()) || pointsToNothing(view, own)) &&
      !AS_REPLY.test(own)) ||
      isHollowReply(own, AROUND) ||
      saysNothing(own))
  )
}

/** Some replies say no more than that it is done, or most that were read say next to nothing themselves. */
function thinOf(
  site: SiteView,
  items: readonly TitledItem[],
  least: number,
): Omit<Observation<'replies-thin' | 'replies-bare'>, 'subject'> | null {
  const read = items.flatMap(({ item }) => {
    const view = item.url === null ? null : site.pageAt(item.url)
    return view === null || view.page.kind.value !== 'article'
      ? []
      : [{ item, view, page: view.page }]
  })
  const thin = read.filter(
    ({ view, page }) =>
      Math.min(page.text.length, ownWords(site, view).length) < least &&
      page.attachments.length === 0 &&
      page.frames.length === 0 &&
      !(page.pictures ?? []).some((picture) => picture.inBody) &&
      !isLetter(page.text.excerpt) &&
      ![AS_REPLY, FIRST_POINT, SECOND_POINT].every((part) => part.test(page.text.excerpt)),
  )
  const bare = thin.filter(({ view }) => isBare(site, view))
  const areMost = thin.length * 2 > read.length
  // One sentence among replies that are told at length.
  const short = thin.filter(({ view }) => ownWords(site, view).length <= BARE_LENGTH)
  const shown = bare.length > 0 ? bare : areMost ? thin : short
  if (shown.length === 0) return null
  return {
    outcome: bare.length > 0 ? 'replies-bare' : 'replies-thin',
    facts: {
      checked: read.length,
      count: shown.length,
      names: listed(
        shown.map(({ item }) => `“${clip(item.title, 30)}”`),
        4,
      ),
    },
    evidence: shown
      .slice(0, 5)
      .map(({ item, view }) => (bare.length > 0 ? citePage(view) : item.place)),
  }
}
