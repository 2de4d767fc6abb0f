/**
 * Figures that an annual report states in its running text for the year as a whole: requests newly received and carried
 * over, administrative reviews, lawsuits, documents made. A clause that counts only some of them (one channel, half a year, a kind of
 * applicant) is passed over, and so is one that cannot be told. Comparing them with the tables is checks' business.
 */
import { HAN_NUMBER, hanNumber } from '#base/han-numbers'
import { halfWidth } from '#base/text'
import type { ReportCount, ReportCountKey, ReportPart, ReportPlace } from '#model/annual-report'

const UNIT = '(?:件|份|条|宗|起|例|个(?!工作日|月|小时))'
const NUMBER = '(\\d[\\d,]*)'
/** 三十五件: written out, before what it counts; 一起, 一个 and 一条龙 count nothing. */
const WRITTEN = new RegExp(
  `(?<![第每同各某这那之])(?!一[起个条]|[一两]件事)(${HAN_NUMBER})(?=\\s*${UNIT})`,
  'g',
)

/** In half width, numbers as figures, without the marks about quoted words: “不予公开”3件. */
function plainOf(text: string): string {
  return halfWidth(text)
    .replace(/[“”"‘’「」]/g, '')
    .replace(WRITTEN, (words) => String(hanNumber(words) ?? words))
}

/** Requests: `收到…申请12件`, `收到12件…申请`. */
const RECEIVED = new RegExp(
  `(?:新收|新增|收到|受理|接收|接到|办理)(?:到|了|的)?(?:[^\\d]{0,24}申请[^\\d]{0,6}?${NUMBER}\\s*${UNIT}|[^\\d]{0,6}${NUMBER}\\s*${UNIT}[^\\d]{0,16}申请)|(?:依申请公开|信息公开申请)(?:的|办理|受理)?(?:总?数量?|总量|件数|量)(?:共|共计|合计|总计)?(?:为|是|达|有)?\\s*${NUMBER}\\s*${UNIT}`,
)
const NONE_RECEIVED =
  /(?:未|没有|没|尚未)(?:曾|有)?(?:新)?(?:收到|接到|受理|接收)[^，。；]{0,24}申请|(?:没有|无)(?:公民|自然人|法人|群众|任何|个人|单位|组织)[^，。；]{0,24}(?:提出|提交|递交)[^，。；]{0,16}申请/
/** 收到网上申请20件，信函申请15件，共计35件: the sum of what a sentence has counted by its ways. */
const IN_ALL = new RegExp(`^(?:共计?|合计|总计)(?:收到|受理)?\\s*${NUMBER}\\s*${UNIT}$`)
const BY_WAYS = /(?:收到|受理|接收)[^。；;]*(?:网[上络]|在线|信函|邮[寄件]|当面|现场)[^。；;]*申请/
const CARRIED = new RegExp(
  `(?:(?:上年|上一?年度|去年)(?:度)?结转|(?:结转|承接|接续)(?:自)?(?:上年|上一?年度?|去年)(?:度)?)[^\\d，。；]{0,16}${NUMBER}\\s*${UNIT}`,
)
/** The same told beside what is new: （另有上年结转3件）. */
const CARRIED_ASIDE = new RegExp(`${CARRIED.source}[）)]?`, 'g')
const DISPUTES: readonly (readonly [ReportCountKey, string, string])[] = [
  ['reviews', '行政复议', '(?:案件|申请|事项|情况)?'],
  ['lawsuits', '行政诉讼', '(?:案件|事项|情况)?'],
]
const NONE = '(?:未|没有|没|无|尚未)'
/** One channel, a part of the year, one kind of applicant, other business. */
const PARTIAL =
  /其中|上半年|下半年|季度|(?<!\d)\d{1,2}月|通过|网络|网上|在线|信函|邮寄|邮件|传真|当面|现场|自然人|法人|商业企业|上年|较|比|同期|累计|历年|全市|全县|全区|全省|各(?:部门|单位|乡|镇|县|区)|撤回|不予|部分公开/
/** Reviews and lawsuits of other business stand in such reports too. */
const OF_DISCLOSURE = /信息公开|政府信息|政务公开|依申请公开/

const AGAINST = /^(?:因[^，。；]{0,12})?被(?:申请人?|提起|诉|告)/
const REQUESTS = /公开申请|申请公开|信息公开/

/** Longer ones are no clauses. */
const MAX_CLAUSE = 200

interface Clause {
  readonly text: string
  readonly part: number | null
  /** The whole sentence, for what the clause is about. */
  readonly sentence: string
  /** It, and what stands before it up to the last full stop. */
  readonly wider: string
  /** It stands below a heading 依申请公开, which its own words need not say again. */
  readonly onRequests: boolean
  /** It, or what the sentence says before it, counts only some. */
  readonly partial: boolean
}

/** All who may ask, named one by one: none is left out. */
const EVERYBODY =
  /(?:公民|自然人)[、，和]?(?:法人)[、，]?(?:和|或者?|以及|及)?(?:其他组织|非法人组织)|自然人(?:和|、|及)法人或其他组织/g

/** The year as a whole, said by its first and last day. */
const WHOLE_YEAR =
  /(?:20\d{2}年)?0?1月0?1日[^，。；]{0,8}12月31日|截[至止]到?(?:20\d{2}年)?12月(?:31日|底)/g

/** 畅通网上、当面、邮寄等渠道: a clause of its own that names the ways there are, and counts nothing. */
const CHANNELS_KEPT =
  /^(?:进一步|持续|不断|切实|积极|全面)*(?:畅通|拓宽|拓展|开通|开辟|完善|优化|健全|保障)[^\d]{2,40}(?:渠道|方式|途径)$/

/** All that a county or a district received (a city adds its counties up); whether the report is its own is told by who asks. */
const WHOLE_PLACE = /全[县区旗](?=(?:一?共|总共)?(?:新收|收到|受理|接收|接到))/g

/** In order of the text: that of the parts, or all of it where there are none. */
export function reportCounts(
  url: string,
  text: string,
  parts: readonly ReportPart[],
): readonly ReportCount[] {
  const blocks =
    parts.length === 0
      ? [{ part: null, text }]
      : parts.map((part) => ({ part: part.number, text: part.text }))
  return blocks.flatMap(({ part, text: block }) => [
    ...countsIn(url, block, part),
    ...block.split('\n').flatMap((line) => countsBehind(url, line, part)),
  ])
}

function countsIn(url: string, block: string, part: number | null): readonly ReportCount[] {
  const counts: ReportCount[] = []
  for (const clause of clausesOf(block, part)) {
    const add = (key: ReportCountKey, value: number): void => {
      const place: ReportPlace = { url, at: null, quote: clause.text }
      counts.push({ key, value, part: clause.part, place })
    }
    countRequests(clause, add)
    countDisputes(clause, add)
    countDocuments(clause, add)
    countFees(clause, add)
  }
  return counts
}

/** What became of the year's requests and who made them, told behind their number. */
const BEHIND: readonly (readonly [ReportCountKey, RegExp])[] = [
  ['granted', new RegExp(`(?<!不)予以公开(?:的)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`)],
  ['partlyGranted', new RegExp(`部分公开(?:的)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`)],
  ['refused', new RegExp(`不予公开(?:决定|答复)?(?:的)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`)],
  ['unavailable', new RegExp(`无法(?:提供|公开)(?:的)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`)],
  ['unprocessed', new RegExp(`不予(?:处理|受理)(?:的)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`)],
  [
    'carriedForward',
    new RegExp(
      `结转(?:至|到)?(?:(?:下|次)一?年度?|20\\d\\d年度?)(?:继续)?(?:办理|处理)?(?:的)?(?:申请)?\\s*${NUMBER}\\s*${UNIT}`,
    ),
  ],
  [
    'handled',
    new RegExp(`(?<![时期前限场年率])办结(?:的)?(?:申请)?(?:共)?\\s*${NUMBER}\\s*${UNIT}`),
  ],
  ['people', new RegExp(`自然人(?:提出|提交)?(?:的)?(?:申请)?\\s*${NUMBER}\\s*${UNIT}`)],
  [
    'bodies',
    new RegExp(
      `法人(?:(?:和|或者?|及|以及|、)?(?:其他组织|非法人组织))(?:提出|提交)?(?:的)?(?:申请)?\\s*${NUMBER}\\s*${UNIT}`,
    ),
  ],
]
/** Words by which a sentence counts another time or place, or only what came one way. */
const OF_SOME =
  /上半年|下半年|季度|(?<!\d)\d{1,2}月|通过|网络|网上|在线|信函|邮寄|邮件|传真|当面|现场|去年|上年|较|比|同期|累计|历年|全市|全县|全区|全省|各(?:部门|单位|乡|镇|县|区)|撤回/

/** Sentences that go on with the requests; 更新了管网，合计办结70个点位 counts other work. */
const GOES_ON =
  /申请|公开|答复|结转|自然人|法人|^\s*(?:其中|全年|年内|本年度?|截至[^，]{0,12}，?|目前|已|均|都|共计?|合计|全部|按[时期]|依法|在?(?:法定)?期限内|[，、])*办结/

/** 不予公开2件，较上年增加1件: how it was the year before, behind the figure. */
const COMPARED = /[，,（(](?:同比|[较比与](?:上年|上一年|去年|20\d\d年)度?)[^，。；;]*/g

/** In the paragraph that tells how many requests came, from that sentence on. */
function countsBehind(url: string, line: string, part: number | null): readonly ReportCount[] {
  let told = false
  return line.split(/[。；;]/).flatMap((sentence) => {
    told ||= countsIn(url, sentence, part).some(({ key }) => key === 'new')
    const plain = plainOf(sentence)
      .replace(WHOLE_YEAR, '')
      .replace(CARRIED_ASIDE, '')
      .replace(COMPARED, '')
    if (!told || !GOES_ON.test(sentence) || OF_SOME.test(plain)) return []
    return BEHIND.flatMap(([key, sign]): ReportCount[] => {
      const value = figure(sign.exec(plain))
      const quote = sentence.trim()
      return value === null ? [] : [{ key, value, part, place: { url, at: null, quote } }]
    })
  })
}

type Add = (key: ReportCountKey, value: number) => void

/** （二）依申请公开: a heading in a line of its own, or before the first full stop of one. */
const HEADING = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*/
const ON_REQUESTS =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*(?:政府信息)?依申请公开(?:政府信息)?(?:工作|办理)?(?:的?情况|方面)?[:：]?$/
/** Other business that is applied for, or goes before a court. */
const OF_OTHERS = /复议|诉讼|补正|许可|信访|登记|救助/

function countRequests(clause: Clause, add: Add): void {
  const { text, sentence, partial, onRequests } = clause
  const carried = figure(CARRIED.exec(plainOf(text)))
  if (carried !== null) add('carriedOver', carried)
  const isOf = OF_DISCLOSURE.test(sentence) || (onRequests && !OF_OTHERS.test(sentence))
  const all = isOf && BY_WAYS.test(sentence) && !/其中/.test(sentence)
  const sum = all ? figure(IN_ALL.exec(plainOf(text))) : null
  if (sum !== null) add('new', sum)
  // A row of the form itself is no text.
  if (!isOf || partial || /本年新收政府信息公开申请数/.test(text)) return
  if (NONE_RECEIVED.test(text)) add('new', 0)
  else {
    const received = figure(RECEIVED.exec(plainOf(text).replace(CARRIED_ASIDE, '')))
    if (received !== null) add('new', received)
  }
}

/** `行政复议2件、行政诉讼1件`, `未发生行政复议、行政诉讼`, `行政复议和行政诉讼均为0件`. */
function countDisputes(clause: Clause, add: Add): void {
  const { text, sentence, wider, part, partial, onRequests } = clause
  // 被提起行政诉讼3件 behind a semicolon goes on with the requests that the sentence began with.
  const goesOn = AGAINST.test(text) && REQUESTS.test(wider)
  if (partial || (part !== 4 && !OF_DISCLOSURE.test(sentence) && !goesOn && !onRequests)) return
  const plain = plainOf(text)
  for (const [key, word, kind] of DISPUTES) {
    if (!plain.includes(word)) continue
    if (new RegExp(`${NONE}[^，。；\\d]{0,24}${word}`).test(plain)) {
      add(key, 0)
      continue
    }
    const own = figure(
      new RegExp(`${word}${kind}(?:共|为|有|的|计)?\\s*${NUMBER}\\s*${UNIT}`).exec(plain),
    )
    const each = figure(
      new RegExp(`${word}[^，。；\\d]{0,20}(?:均为|各为|各|均)\\s*${NUMBER}`).exec(plain),
    )
    const before = figure(new RegExp(`${NUMBER}\\s*${UNIT}[^，。；、\\d]{0,12}${word}`).exec(plain))
    const value = own ?? each ?? before
    if (value !== null) add(key, value)
  }
}

/** Papers and decisions of the year, and fees, as their form counts them. */
const DOCUMENTS: readonly (readonly [ReportCountKey, RegExp, RegExp | null])[] = [
  [
    'made',
    new RegExp(
      `(?:制发|制定印发|制定出台|制定|印发|出台)(?:了)?(?:行政)?规范性文件(?:共|共计)?\\s*${NUMBER}\\s*${UNIT}`,
    ),
    null,
  ],
  [
    'inForce',
    new RegExp(
      `现行有效(?:的)?(?:行政)?规范性文件(?:共|共计|为|有)?\\s*${NUMBER}\\s*${UNIT}|规范性文件现行有效(?:共|共计|为|有)?\\s*${NUMBER}\\s*${UNIT}`,
    ),
    null,
  ],
  ...(['licensing', 'penalties', 'compulsion'] as const).map(
    (key): readonly [ReportCountKey, RegExp, RegExp] => {
      const word = { licensing: '行政许可', penalties: '行政处罚', compulsion: '行政强制' }[key]
      return [
        key,
        new RegExp(
          `(?<!未|没有)(?:作出|做出|实施)(?:了)?${word}(?:处理|措施)?(?:决定)?(?:共|共计)?\\s*${NUMBER}\\s*${UNIT}`,
        ),
        new RegExp(`${NONE}(?:曾)?(?:作出|做出|实施|发生)(?:过)?${word}`),
      ]
    },
  ),
]
/** 以某某名义, 代拟: made by another body. */
const MADE_FOR = /名义|代拟|牵头|联合|报请|转发/
const LOOKED_THROUGH = /起草|审查|审核|备案/

function countDocuments({ text, sentence, part, partial }: Clause, add: Add): void {
  if (partial || part !== 1 || MADE_FOR.test(sentence) || LOOKED_THROUGH.test(text)) return
  const plain = plainOf(text)
  for (const [key, sign, none] of DOCUMENTS) {
    const value = none?.test(plain) === true ? 0 : figure(sign.exec(plain))
    if (value !== null) add(key, value)
  }
}

/** 行政事业性收费12.5万元: in tenthousands, as the form has it. */
const FEES = /行政事业性收费(?:收入|金额)?(?:共|共计|合计|为)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万?)元/
const TEN_THOUSAND = 10_000

function countFees({ text, part, partial }: Clause, add: Add): void {
  const [, printed = '', tens] = FEES.exec(plainOf(text)) ?? []
  if (partial || printed === '' || (part !== 1 && part !== 2 && part !== 6)) return
  const value = Number(printed.replace(/,/g, ''))
  add('fees', tens === '万' ? value : value / TEN_THOUSAND)
}

function clausesOf(text: string, part: number | null): readonly Clause[] {
  let onRequests = false
  return text.split(/[。\n]/).flatMap((whole) => {
    let wider = ''
    if (HEADING.test(whole.trim())) onRequests = ON_REQUESTS.test(whole.trim())
    return whole.split(/[；;]/).flatMap((sentence) => {
      let partial = false
      wider += sentence
      return sentence.split(/[，,：:](?!\d)/).flatMap((raw): Clause[] => {
        const one = raw.trim()
        const told = plainOf(one)
          .replace(CHANNELS_KEPT, '')
          .replace(WHOLE_YEAR, '')
          .replace(EVERYBODY, '')
          .replace(WHOLE_PLACE, '')
        if (PARTIAL.test(told.replace(CARRIED_ASIDE, ''))) partial = true
        const clause = { text: one, part, sentence, wider, onRequests, partial }
        return one === '' || one.length > MAX_CLAUSE ? [] : [clause]
      })
    })
  })
}

function figure(found: RegExpExecArray | null): number | null {
  const printed = found?.slice(1).find((group) => group !== undefined)
  return printed === undefined ? null : Number(printed.replace(/,/g, ''))
}
