/**
 * Does the portal still tell applicants the law of before 15 May 2019: answers within 15 working days, State Council
 * order 492? Sentences about third parties, corrections or history are left alone; a portal that prints old and new is
 * asked, not accused, unless a column's own page, which is what applicants read, prints the old alone.
 */

import { clip } from '#base/text'
import { placeKey } from '#base/url'
import { citePage, defineCheck, isPublicBody, itemsTitled, viewsOf } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView, Place, SiteView } from '#model/site-view'

const OLD_TERM = /(15|十五)\s*个?\s*工作日/
const NEW_TERM = /(20|二十)\s*个?\s*工作日/
/** What the 15 days of a sentence must be about. */
const ANSWER = /答复|延长/
/** 自收到申请之日起十五日内答复: no law has ever said so; what the applicant is told is still the old figure. */
const PLAIN_DAYS =
  /(?:收到|受理|登记|接到)[^。；;\n]{0,14}(?:之日起|之后|后)[^，。；;\n]{0,6}(?:15|十五)\s*[日天](?:之)?内/
/** Behind these words the days are those by which an answer may be put off. */
const PUT_OFF = /延长|延期/
/** 延长期限最长不超过15个工作日, beside an answer within 20: one half of the sentence was brought up to date. */
const LONGER_OLD =
  /延[长期](?![^。；;\n]{0,60}(?:20|二十)\s*个?\s*工作日)[^，。；;\n]{0,14}(?:不(?:得)?超过|最[长多]|至多|期限为)[^，。；;\n\d]{0,6}(?:15|十五)\s*个?\s*工作日/
/** Third parties answer within 15 working days under the law in force. */
const OTHER =
  /第三方|权利人|征询|举报|投诉|来信|信件|留言|信访|征求|提出意见|意见征询|补正|复议|起诉|移送|公示/
const OLD_LAW =
  /(国务院)?令?\s*第?\s*492\s*号|(?:根据|依据|按照|遵照)[^。；\n]{0,40}2008\s*年\s*5\s*月\s*1\s*日[^。；\n]{0,12}(?:施行|实施|生效)[^。；\n]{0,30}条例|信息公开条例[》”)）]*[^。；\n修订新]{0,16}2008\s*年\s*5\s*月\s*1\s*日[^。；\n修订新]{0,8}(?:施行|实施|生效)/
/** What the law in force asks of nobody: a need of one's own to be shown, the cost of looking up and copying to be paid. */
const OLD_NEED =
  /生产\s*、?\s*生活\s*(?:、|和|及|以及)?\s*科研等?(?:方面的?)?(?:自身)?(?:的)?特殊需[要求]/
/** The rules for schools' own disclosure (教育部令第29号 第九条) still ask for a need. */
const OF_SCHOOL = /教职(?:员)?工|师生|在校生|学校信息/
const OLD_FEE =
  /发改价格\s*[〔[（(【]?\s*2008\s*[〕\]）)】]?\s*1828\s*号|提供政府公开信息收费等?有关问题|(?:收取|缴纳|支付|交纳|承担)[^。；\n]{0,16}(?:检索|复制|复印)[^。；\n]{0,12}费|(?:检索|复制|复印)、?[^。；\n]{0,8}(?:邮寄|寄送)等?(?:成本)?费用?[^。；\n]{0,12}(?:收取|缴纳|支付|承担)/
/** Periods that the laws in force give otherwise: six months to sue (since May 2015), seven working days to ask for a correction, twenty to answer. */
const PERIODS: readonly (readonly [subject: string, sign: RegExp, other: RegExp])[] = [
  [
    '起诉期限',
    /(?<![\d十])(?:3|三)\s*个月(?:之)?内[^。；;，,\n]{0,24}(?:行政诉讼|起诉)/,
    /赔偿|(?:6|六)\s*个月|不作为|未履行|专利|商标/,
  ],
  [
    '行政复议期限',
    /(?<![\d十])(?:15|30|90|十五|三十|九十)\s*个?\s*(?:工作)?[日天](?:之)?内[^。；;，,\n]{0,24}(?:申请|提起|提出)[^。；;，,\n]{0,4}(?:行政)?复议|(?:申请|提起|提出)(?:行政)?复议[^。；;，,\n]{0,8}期限[^。；;，,\n]{0,6}(?:15|30|90|十五|三十|九十)\s*[日天]/,
    /(?:60|六十)\s*[日天]|受理|审[查理]|答辩|商标|专利|海关|税/,
  ],
  [
    '补正告知期限',
    /(?:(?:1\d|20|30)|十|十五|二十)\s*个\s*工作日(?:之)?内[^。；;，,\n]{0,12}告知[^。；;，,\n]{0,14}补正/,
    /申请人应(?:当)?(?:在|于|自)|第三方/,
  ],
  [
    '长于法定的答复期限',
    /(?:收到|受理|登记)[^，。；;\n]{0,12}(?:之日起|后)[^，。；;\n]{0,4}(?:2[1-9]|[3-9]\d|二十[一二三四五六七八九]|[三四五六七八九]十[一二三四五六七八九]?)\s*个?\s*工作日(?:之)?内[^，。；;\n]{0,8}答复|延[长期][^，。；;\n]{0,14}(?:不(?:得)?超过|最[长多]|至多)[^，。；;\n\d]{0,6}(?:2[1-9]|[3-9]\d|二十[一二三四五六七八九]|[三四五六七八九]十[一二三四五六七八九]?)\s*个?\s*工作日/,
    /投诉|举报|来信|信件|留言|信访|第三方|权利人|复议|诉讼|起诉|合计|总计|共计|累计|公示|征求/,
  ],
]
/** 15日内答复 in a chart or a table, without what it is counted from. */
const BARE_DAYS =
  /(?<![\d一二三四五六七八九])(?:15|十五)\s*个?\s*(?:工作)?[日天](?:之)?内?[^，。；\n\d]{0,8}(?:答复|回复|作出)/
/** Who may ask, and what is to be shown for it: the law in force asks for a name, a way to be reached and what is wanted. */
const UNLAWFUL: readonly RegExp[] = [
  /(?:未|不|没有|无法)(?:能)?(?:说明|注明|填写|写明|提供|证明)[^，。；\n]{0,12}(?:用途|理由|原因|目的|利害关系|关联|相关)[^。；\n]{0,16}(?:不予?受理|不予(?:答复|提供|公开)|退回|视为无效)/,
  /(?:须|需|应当?|必须)[^，。；\n]{0,8}(?:说明|注明|填写|写明|提供|证明)[^，。；\n]{0,10}(?:用途|目的|利害关系|与(?:本人|自身)[^，。；\n]{0,10}(?:关系|相关|关联))/,
  /(?:仅限|只限|只受理|仅受理|限于)[^，。；\n]{0,6}(?:本[市县区镇乡省地]|当地|辖区)[^，。；\n]{0,6}(?:户籍|居民|公民|村民|常住|人员)/,
  /(?:外[地省市县]|非本[市县区镇乡省地](?:户籍)?)[^，。；\n]{0,12}(?:申请|人员|居民|公民)[^，。；\n]{0,12}(?:概?不(?:予)?受理|不接受|不予(?:答复|提供))/,
  /(?:须|需|应当?|必须|要)[^，。；\n]{0,10}(?:村(?:民|[（(]居[)）])?委|居委|社区|街道|派出所|律师)[^，。；\n]{0,10}(?:介绍信|证明|盖章|同意|推荐)/,
  /(?:每人|每个?申请人|同一申请人|每户)[^，。；\n]{0,6}每[年月周季个天日][^，。；\n]{0,8}(?:限|不得?超过|最多|只能)[^，。；\n]{0,6}[\d一二两三四五六七八九十]+\s*[件次条项]/,
  /(?:工本费|手续费|资料费|押金|保证金|检索费|复[制印]费|邮寄费|查询费)[^。；\n]{0,10}?(?:\d+(?:\.\d+)?|[一二两三五十]+)\s*[元角]|每[页张份件]\s*(?:收取?)?\s*\d+(?:\.\d+)?\s*[元角]/,
  /(?:收取|缴纳|交纳|支付|交)[^。；\n]{0,10}(?:工本费|手续费|押金|保证金|查询费|资料费|受理费|检索费)/,
]
const NOT_ASKED =
  /不再|不收|不得(?!超过|多于)|免(?:收|费|除|交|缴)|无需|无须|取消|不(?:必|用|需|要求|以)|删除|旧|原《?(?:政府信息公开)?条例|修订前|以前|查阅点|档案馆|图书馆/
/** The fee that may be charged for very many requests has a price by the piece and by the page. */
const VERY_MANY = /信息处理费|超[过出]|合理范围|以上|以下|按[件量]/
/** What a form asks everybody for. */
const NEEDED =
  /用途[^\n]{0,6}(?:必填|[*＊]|[（(]须)|(?:必填|[*＊])[^\n]{0,4}(?:所需)?(?:信息)?的?用途/
const WANTED = /(?:信息的?|申请)用途|^\s*用途\s*[:：]?/
const ORDER = /信息公开条例[》”]?[^。；\n]{0,24}(?:国务院)?令\s*第?\s*(\d{3,4})\s*号/
/** The old regulations' own sentence: 除可以收取检索、复制、邮寄等成本费用外，不得收取其他费用. */
const OLD_FEE_RULE =
  /除(?:可以?|依法|按(?:规定|标准))[^，。；\n]{0,8}收取[^，。；\n]{0,4}(?:检索|复[制印]|邮寄)[^，。；\n]{0,16}费用?[^，。；\n]{0,4}外/
/** Of what was once: the sentence tells history. */
const ONCE = /不再|取消|旧|原《?(?:政府信息公开)?条例|修订前|以前/
/** Said to be gone, or of the fee that may be charged for very many requests. */
const NO_MORE =
  /不再|不收|不得|免(?:收|费|除|交|缴)|无需|无须|取消|不(?:必|用|需)|合理范围|信息处理费|超[过出]|删除|旧|原《?(?:政府信息公开)?条例|修订前|以前|查阅点|档案馆|图书馆/
/** The old order is named as what it is: replaced. */
const RETIRED =
  /常务会议[^，。；]{0,8}通过|(?:已|业)(?:经|被|于|由)?[^，。；]{0,16}(?:修订|修改|废止|失效|取代|代替|替代)|同时废止|不再(?:适用|执行)/
const NEW_LAW = /711\s*号|2019年[^。]{0,20}(修订|施行)|修订后的|新(修订的)?.{0,4}条例/

export const lawOutdated = defineCheck({
  id: 'request/law-outdated',
  revision: 12,
  title: '依申请公开是否引用过时规定',
  question:
    '依申请公开栏目和公开指南是否仍写着15个工作日答复、国务院令第492号或早已改变的条件、收费、期限？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause:
        '第三十三条：不能当场答复的，自收到申请之日起20个工作日内答复；第三十条：7个工作日内一次性告知补正；2019年5月15日起施行（二手）',
    },
    {
      document: '《中华人民共和国行政诉讼法》',
      clause:
        '第四十六条：自知道或者应当知道作出行政行为之日起六个月内提出（2015年5月1日起施行，二手）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['disclosureRequest', 'ogiGuide'],
      meaning: '要看的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    current: { verdict: 'pass', message: '写的是现行规定：{words}' },
    'term-outdated': {
      verdict: 'fail',
      message: '仍写着旧条例的答复期限：{words}',
      ask: '这句话是否是对申请人的答复期限（现行为20个工作日）？',
    },
    'law-outdated': {
      verdict: 'fail',
      message: '仍引用旧条例：{words}',
      ask: '这里是否仍以国务院令第492号为依据？',
    },
    'condition-outdated': {
      verdict: 'fail',
      message: '仍写着旧条例的申请条件或收费：{words}',
      ask: '现行条例不再要求说明特殊需要，一般申请也不收费：这句话是否应当修改？',
    },
    'period-wrong': {
      verdict: 'fail',
      message: '{subject}与现行规定不符：{words}',
      ask: '这句话写的是不是申请人的起诉期限（现行为六个月）、告知补正的期限（现行为7个工作日）或答复、延长答复的期限（现行各为20个工作日）？',
    },
    'condition-unlawful': {
      verdict: 'fail',
      message: '给申请加了条例没有的条件或收费：{words}',
      ask: '这句话写的是不是申请政府信息公开的条件或收费（条例第二十九条只要求姓名、联系方式和所需信息，第四十二条规定一般不收费）？',
    },
    'use-asked': {
      verdict: 'unsure',
      message: '申请表要求填写信息的用途：{words}',
      ask: '现行条例不要求说明用途：申请表上的这一栏是否已经改为选填？',
    },
    'order-misquoted': {
      verdict: 'fail',
      message: '《政府信息公开条例》的令号写错：{words}',
      ask: '这里写的是不是现行条例（国务院令第711号）？',
    },
    contradictory: {
      verdict: 'unsure',
      message: '新旧规定并存：{words}；{others}',
      ask: '写旧规定的页面是不是历史文件？申请人看到的是哪一个期限？',
    },
    'not-stated': {
      verdict: 'not-applicable',
      message: '没有读到答复期限和法律依据',
    },
  },
  example: '某局公开指南写着“自收到申请之日起15个工作日内予以答复”：答复期限 term-outdated。',
  *run(site, { params, asOf }) {
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    // A guide may be filed as an entry of another column (年度报告).
    const filed = itemsTitled(site, GUIDE).map(({ item }) => site.pageAt(item.url ?? ''))
    const views = [
      ...new Set([...columns.flatMap((column) => viewsOf(site, column)), ...filed.filter(isPage)]),
    ]
    const where = views[0] ?? site.home ?? site.pages[0]
    if (where === undefined) return
    const own = new Set(columns.map(({ url }) => placeKey(url)))
    const sentences = views.flatMap((view) =>
      sentencesOf(site, view, own.has(placeKey(view.page.url)) || isNotes(view)),
    )
    const about = sentences
      .filter(({ text }) => ANSWER.test(text) && !OTHER.test(text))
      .flatMap(halves)
    yield judge('答复期限', 'term-outdated', where, {
      old:
        asOf < LAW_IN_FORCE
          ? []
          : about.filter(
              ({ text }) =>
                (OLD_TERM.test(text) || PLAIN_DAYS.test(text) || BARE_DAYS.test(text)) &&
                !NEW_TERM.test(text),
            ),
      current: about.filter(({ text }) => NEW_TERM.test(text)),
    })
    yield judge('法律依据', 'law-outdated', where, {
      old:
        asOf < LAW_IN_FORCE
          ? []
          : sentences.filter(
              ({ text }) => OLD_LAW.test(text) && !NEW_LAW.test(text) && !RETIRED.test(text),
            ),
      current: sentences.filter(({ text }) => NEW_LAW.test(text)),
    })
    const demands = sentences.filter(
      ({ text, current }) =>
        current &&
        (OLD_FEE_RULE.test(text)
          ? !ONCE.test(text)
          : (OLD_NEED.test(text) || OLD_FEE.test(text)) && !NO_MORE.test(text)) &&
        !OF_SCHOOL.test(text),
    )
    const isOwed = asOf >= LAW_IN_FORCE && !isPublicBody(site)
    if (isOwed) {
      yield* told('condition-outdated', '申请条件和收费', demands)
      const asked = sentences.filter(({ text, current }) => current && !OF_SCHOOL.test(text))
      const manyOn = new Set(
        sentences.flatMap(({ text, place }) => (VERY_MANY.test(text) ? [place.url] : [])),
      )
      const more = asked.filter(
        (one) =>
          !demands.includes(one) &&
          !NOT_ASKED.test(one.text) &&
          (UNLAWFUL.slice(0, -2).some((sign) => sign.test(one.text)) ||
            (!manyOn.has(one.place.url) &&
              UNLAWFUL.slice(-2).some((sign) => sign.test(one.text))) ||
            (one.isFile && NEEDED.test(one.text))),
      )
      yield* told('condition-unlawful', '申请条件', more)
      if (more.length === 0)
        yield* told(
          'use-asked',
          '申请表：用途',
          asked.filter((one) => one.isFile && WANTED.test(one.text) && !NO_MORE.test(one.text)),
        )
    }
    if (asOf < LAW_IN_FORCE) return
    for (const [subject, sign, other] of PERIODS)
      yield* told(
        'period-wrong',
        subject,
        sentences.filter(({ text, current }) => current && sign.test(text) && !other.test(text)),
      )
    const misquoted = sentences.filter(({ text, current }) => {
      const order = ORDER.exec(text)?.[1]
      return current && order !== undefined && order !== '711' && order !== '492'
    })
    yield* told('order-misquoted', '条例令号', misquoted)
  },
})

function* told<O extends string>(
  outcome: O,
  subject: string,
  sentences: readonly Sentence[],
): Generator<Observation<O>> {
  const [first] = sentences
  if (first === undefined) return
  yield {
    outcome,
    subject,
    facts: { words: clip(first.text.trim(), 80) },
    evidence: sentences.slice(0, 3).map(({ place }) => place),
  }
}

const GUIDE = /信息公开(?:工作)?指南$/
/** 申请须知: what applicants read, wherever in the column it stands; a dated paper so called is history. */
const NOTES =
  /^[^\d（(]*(?:须知|(?:申请|办理|填写|收费)说明|收费标准|流程图?|(?:办理|申请)(?:程序|步骤)|信息公开(?:工作)?指南)$/

function isNotes({ page }: PageView): boolean {
  return NOTES.test(page.title?.trim() ?? '')
}

function isPage(view: PageView | null): view is PageView {
  return view !== null && view.page.blocked === null && view.page.kind.value !== 'error'
}

/** Day the revised Regulations came into force. */
const LAW_IN_FORCE = '2019-05-15'

interface Sentence {
  readonly text: string
  readonly place: Place
  /** Stands on the column's own page, not on a paper filed below it. */
  readonly current: boolean
  /** Stands in a file that such a page offers: the form. */
  readonly isFile?: boolean
}

interface Said {
  readonly old: readonly Sentence[]
  readonly current: readonly Sentence[]
}

type Outcome = 'current' | 'term-outdated' | 'law-outdated' | 'contradictory' | 'not-stated'

function judge(
  subject: string,
  outdated: 'term-outdated' | 'law-outdated',
  where: PageView,
  { old, current }: Said,
): Observation<Outcome> {
  const [first] = old
  const [newer] = current
  if (first === undefined && newer === undefined)
    return { outcome: 'not-stated', subject, evidence: [citePage(where)] }
  if (first === undefined || newer === undefined) {
    const said = first ?? newer
    return {
      outcome: first === undefined ? 'current' : outdated,
      subject,
      facts: { words: clip(said?.text ?? '', 80) },
      evidence: (first === undefined ? current : old).slice(0, 3).map(({ place }) => place),
    }
  }
  const renewed = new Set(current.map(kindOf))
  const alone = old.filter((one) => one.current && !renewed.has(kindOf(one)))
  const [told] = alone
  if (told !== undefined)
    return {
      outcome: outdated,
      subject,
      facts: { words: clip(told.text, 80) },
      evidence: alone.slice(0, 3).map(({ place }) => place),
    }
  return {
    outcome: 'contradictory',
    subject,
    facts: { words: clip(first.text, 80), others: clip(newer.text, 80) },
    evidence: [first.place, newer.place],
  }
}

/** A sentence with the new figure for the answer and the old one for putting it off says two things. */
function halves(sentence: Sentence): Sentence[] {
  const { text } = sentence
  const at = LONGER_OLD.exec(text)?.index
  return at === undefined || !NEW_TERM.test(text.slice(0, at))
    ? [sentence]
    : [text.slice(0, at), text.slice(at)].map((half) => ({ ...sentence, text: half }))
}

/** On its page, the days to answer or the days by which that may be put off: a new figure for one renews not the other. */
function kindOf({ text, place }: Sentence): string {
  const at = text.search(PUT_OFF)
  const later = at < 0 ? '' : text.slice(at)
  return `${place.url} ${OLD_TERM.test(later) || NEW_TERM.test(later)}`
}

const FORM = /申请(?:登记)?表|申请书|登记表|流程|须知|指南/

/** Sentences of a page and of the forms and notes that it offers as files; in a chart a box and the ones beside it are one. */
function sentencesOf(site: SiteView, { page }: PageView, current: boolean): Sentence[] {
  const files = page.attachments.flatMap(({ url, title }) => {
    const file = site.pageAt(url)?.page.file
    return file?.state === 'text' && FORM.test(title) ? [{ url, text: file.text }] : []
  })
  const isChart = /流程|程序图|步骤/.test(page.title ?? '')
  const text = isChart ? boxesJoined(page.text.excerpt) : page.text.excerpt
  const own = text.split(/[\n。；;]/).map((one) => ({ url: page.url, text: one, isFile: false }))
  const filed = files.flatMap((file) =>
    file.text.split(/[\n。；;\t]/).map((one) => ({ url: file.url, text: one, isFile: true })),
  )
  return [...own, ...filed]
    .filter((one) => one.text.trim() !== '')
    .map(({ url, text: said, isFile }) => ({
      text: said,
      place: { url, at: null, quote: clip(said.split(JOINT)[0] ?? said) },
      current,
      isFile,
    }))
}

/** Joins what stood on lines of their own. */
const JOINT = '\u2028'

/** 15个工作日内 in one box, 作出答复 in the next. */
function boxesJoined(text: string): string {
  const lines = text.split('\n').filter((line) => !/^[\s↓→⇓⇒|│▼]*$/.test(line))
  return lines
    .map((line, at) =>
      /^[^。；]{0,12}(?:15|十五)\s*个?\s*(?:工作)?[日天](?:之)?内?[^。；]{0,4}$/.test(line)
        ? `${line}${JOINT}${lines[at + 1] ?? ''}`
        : line,
    )
    .join('\n')
}
