/**
 * Do pages and the attachments whose text was read (reports, lists of names, papers, small files) show resident identity
 * numbers, bank cards or lists of mobile numbers? Numbers are told by their own check digits and labels and starred out in
 * all this check says. Mobile numbers may be those of contact officers, so they are only asked about, and only in numbers;
 * but a list of people who are helped or admitted, with their telephones, tells whose they are, and one number right behind
 * a person who complained or wrote is asked about. A number that the writer tells in his own letter it tells to all.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  answerFrom,
  besideText,
  citePage,
  defineCheck,
  isOfPetitioner,
  isOfWriter,
  listed,
  maskPersonal,
  type PersonalNumber,
  personalNumbers,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay, Page } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

export const personalDataLeaked = defineCheck({
  id: 'wording/personal-data-leaked',
  revision: 32,
  title: '页面和附件是否泄露个人信息',
  question: '公开页面的正文和名单一类的附件里有没有完整的身份证号、银行卡号或成批的手机号？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，不得公开（二手）',
    },
    {
      document: '《中华人民共和国个人信息保护法》',
      clause: '第二十八条：敏感个人信息（二手）',
    },
  ],
  needs: ['home'],
  params: {
    minMobiles: {
      default: 3,
      meaning: '一个页面出现几个不同的手机号才提问（一两个多是联系人；写明是投诉人、来信人的除外）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    clean: {
      verdict: 'pass',
      message:
        '读到的 {pages} 个页面正文、{files} 个附件里没有完整的身份证号、银行卡号和成批的群众手机号（其他附件未检查）',
    },
    'identity-shown': {
      verdict: 'fail',
      message: '“{title}”有 {count} 个完整的身份证号（{numbers}）',
      ask: '这些身份证号是否属于依法应当公开的情形？',
    },
    'identity-posted': {
      verdict: 'unsure',
      message: '“{title}”有 {count} 个完整的身份证号（{numbers}）',
      ask: '“{title}”是否属于依法公开身份证号的协查、惩戒一类，号码是否应当遮掩？',
    },
    'card-shown': {
      verdict: 'fail',
      message: '“{title}”有 {count} 个完整的银行卡号（{numbers}）',
      ask: '这些账号是个人的还是单位对外公布的收款账号？',
    },
    'officers-listed': {
      verdict: 'not-applicable',
      message: '“{title}”有 {count} 个手机号（{numbers}），列的是对外公布的联系人，不算泄露',
    },
    'mobiles-leaked': {
      verdict: 'fail',
      message: '“{title}”的名单列出了 {count} 个人的手机号（{numbers}），各栏为“{head}”',
      ask: '这些手机号是不是名单上群众本人或家属的？',
    },
    'writer-shown': {
      verdict: 'fail',
      message: '“{title}”登出了来信人在信里写的自己的手机号（{numbers}）',
      ask: '该号码是不是来信人本人的？',
    },
    'mobiles-shown': {
      verdict: 'unsure',
      message: '“{title}”有 {count} 个手机号（{numbers}）',
      ask: '这些手机号是公开的联系人，还是群众的个人信息？',
    },
  },
  example: '“低保对象公示”页面有37个身份证号，写成“110***…**34”：该页面 identity-shown。',
  *run(site, { params }) {
    const pages = [...site.pages, ...site.besidePages].filter(
      ({ page }) => page.blocked === null && page.kind.value !== 'error',
    )
    let found = false
    for (const view of pages)
      for (const answer of judge(site, view, params.minMobiles)) {
        if (answer.outcome !== 'officers-listed') found = true
        yield answer
      }
    if (!found && site.home !== null)
      yield {
        outcome: 'clean',
        subject: '个人信息',
        facts: {
          pages: pages.filter(({ page }) => page.file === undefined).length,
          files: pages.filter(({ page }) => page.file?.state === 'text').length,
        },
        measure: { value: 0, unit: 'count' },
        evidence: [citePage(site.home)],
      }
  },
})

type Kind = PersonalNumber['kind']
const KINDS: readonly (readonly [
  Kind,
  'identity-shown' | 'card-shown' | 'mobiles-shown',
  string,
])[] = [
  ['identity', 'identity-shown', '身份证号'],
  ['card', 'card-shown', '银行卡号'],
  ['mobile', 'mobiles-shown', '手机号'],
]

/** A bank account that a unit asks to be paid into: its holder is a unit, or it is there for payments. */
const PUBLIC_ACCOUNT =
  /(?:户名|账户名称|开户名称?|收款(?:单位|人)(?:名称)?)[:：]?[^，,。；;\n\t]{2,30}(?:中心|局|公司|委员会|政府|学校|医院|所|处|办公室|协会|慈善会|红十字会|商会|总会|联合会|基金会|集团|社|院|站|队|厂|部)|对公账[号户]|捐[款赠](?:账[户号]|专户|专用)|保证金|财政专户|缴款|缴费|(?:非税|罚没)(?:收入|款)|汇缴|[国金支]库|代收(?:银行|机构)|(?:结算|专用|基本|一般)账?户[，,、；;：:（(\s]*账[号户]|罚款[^。\n]{0,12}(?:缴|汇|交)(?:纳|至|到|入)/

/** A card that only a person holds, whatever account else the page names. */
const OWN_CARD = /(?:一卡通|社保卡|惠农卡|存折)(?:的?(?:账|帐|卡)?号码?)?[:：为是\s]*$/

/** Head of a column of permits: eighteen digits of one may look like a person's, where nothing names persons' numbers. */
const PERMITS =
  /(?:^|[\s|])[\u4e00-\u9fff]{0,10}(?:许可证|证书|合同|项目|备案|批准|产权证|单元|监管|登记证)(?:编号|号码|代码|号)(?=[\s|]|$)/m
const OF_IDENTITY = /身份证|身份号码|证件号|公民身份/
/** A number with a day in it where nothing names persons' numbers: a babe in arms bears none, and nobody is born tomorrow. */
function isOfThing({ born }: PersonalNumber, text: string, asOf: CivilDay): boolean {
  if (born === null) return false
  return born > asOf || (born > addDays(asOf, -CHILD_DAYS) && !OF_IDENTITY.test(text))
}

/** Six years: those who are younger stand in hardly any list, days of contracts and batches in many. */
const CHILD_DAYS = 2192

/** Persons who are sought or punished by law are named with what tells them from others. */
const BY_LAW =
  /协查|通缉|悬赏|追逃|在逃|违法犯罪线索|曝光|黑名单|失信|惩戒|限制高消费|寻亲|寻人|认领|布控/

/** Heads and titles of lists of people who are there to be called: contact officers, wardens of rivers and forests. */
const OFFICERS =
  /联系人|联络员|联络人|通讯录|值班|责任人|[河湖林田路]长|网格员|负责人|经办人|承办人|调解员|包保|(?:家庭|签约)医生|医生姓名|律师|特派员|农技员|技术员|指导员|驻村|民警|(?:咨询|服务|监督|举报|办公|办理|投诉)电话/
/** Lists of those who are helped, admitted or judged, whatever else the page says. */
const PEOPLE =
  /低保|特困|救助|补贴|补助|困难|残疾|贫困|危房|公租房|保障房|廉租|受助|享受|领取|申请人|申领|考生|学生|家长|录取|录用|聘用|获奖|户主|家庭(?!医生)|患者|身份证/

/** Titles of lists of people who are helped, housed, admitted or hired. */
const PEOPLE_LISTED =
  /(?:低保|特困|五保|救助|补贴|补助|困难|残疾|贫困|危房|公租房|保障房|保障性住房|保障性租赁住房|人才公寓|廉租|配租|轮候|选房|孤儿|高龄|优抚|抚恤|录取|拟?录用|拟?聘用|资助|助学|受助).{0,16}(?:名单|名册|花名册|对象|公示|人员|家庭|明细)/
const MOBILE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/

/** What only a person's own line has. */
const OWN_COLUMN = /身份证|银行卡|卡\s*号|(?:收款|个人)账\s*[号户]/
/** What those who are housed or examined were given. */
const GIVEN_COLUMN = /房\s*号|楼\s*栋|户\s*型|准考证|考\s*号|报考|成\s*绩|分\s*数|名\s*次/

/** Sums that only those who are helped have. */
const HELPED_WITH =
  /(?:救助|补助|补贴|资助|慰问|低保|抚恤)金?额|(?:救助|补助|资助|慰问|低保|抚恤)金(?=[\s（(]|$)/

/** 学生 | 监护人 | 联系手机: persons named by what they are to each other, in no column called 姓名. */
const OF_FAMILY = /(?:^|\s)(?:学生|家长|监护人)(?=\s|$)/

/** Where a teacher or a cadre who helps them has a column too, the telephone may be theirs. */
function namesFamily(line: string): boolean {
  return OF_FAMILY.test(line) && !SERVANTS.test(line.replace(/联系/g, ''))
}

/** A row of such a list: a name, and behind it a mobile number. */
function isRowOfPerson(line: string): boolean {
  const name = line.search(/\p{Script=Han}/u)
  return name >= 0 && MOBILE.test(line.slice(name))
}

/** 投诉人 | 电话 | 事由: whoever complained is not there to be called. */
const OF_COMPLAINERS =
  /(?:^|\s)(?:投诉|举报|反映|来电|来信|来访|信访|求助|申诉)人(?:姓\s*名)?\s.*(?:电\s*话|手\s*机|联\s*系\s*方\s*式)/

const isHeadOfComplainers = (line: string): boolean =>
  OF_COMPLAINERS.test(line) && !/\d{4}/.test(line)

/**
 * Head of the list's table: name and telephone beside what only the listed person has; null where it is not such a list,
 * or fewer than `least` rows below it show a name and a mobile number.
 */
function headOfPeople(title: string, lines: readonly string[], least: number): string | null {
  const showsRows = (head: string): boolean =>
    lines.slice(lines.indexOf(head) + 1).filter(isRowOfPerson).length >= least
  const complainers = lines.find(isHeadOfComplainers)
  if (complainers !== undefined && showsRows(complainers)) return complainers.trim()
  const paid = headOfPaid(title, lines, least) ?? headOfExamined(lines, least)
  if (paid !== null) return paid
  const head = lines.find(
    (line) =>
      (/姓\s*名|户\s*主/.test(line) || namesFamily(line)) &&
      /电\s*话|手\s*机|联\s*系\s*方\s*式/.test(line) &&
      (/住\s*址|地\s*址|身份证|金\s*额|年\s*龄|性\s*别|面\s*积|标\s*准|账\s*号|人\s*口|人\s*数|(?:补贴|补助|救助|资助)(?:额|资金)?\s*(?:额|[（(]\s*[万百]?元)|所在[村社乡镇]|村\s*组|(?:家长|监护人|本人|学生)(?:联系)?(?:电话|手机|方式)/.test(
        line,
      ) ||
        (GIVEN_COLUMN.test(line) && !servesOthers(title)) ||
        namesOnly(title, line)),
  )
  if (head === undefined || OFFICERS.test(head)) return null
  // Where the head asks for a person's card or number, any list is one of persons.
  const asked = LISTING.test(title) && OWN_COLUMN.test(head)
  const isPaid = PAID_OUT.test(title) && /金\s*额/.test(head) && !OF_FIRMS.test(head)
  if (!PEOPLE_LISTED.test(title) && !asked && !HELPED_WITH.test(head) && !isPaid) return null
  return showsRows(head) ? head.trim() : null
}

/** 1 王某某 手机138… 金额1000元: the row tells itself what its columns are. */
const PAID_ROW =
  /^\s*(?:\d{1,4}[.、\s]\s*)?\p{Script=Han}{2,4}[\s，,、]+((?:联系)?(?:手机|电话)(?:号码?)?)[:：\s]*1[3-9]\d{9}(?!\d)[\s，,、]*((?:(?:发放|补助|补贴|资助|救助))?(?:金额|资金))[:：\s]*\d/u

/** 王某某，准考证号 2026…，电话 138…: a line of one who sits an examination, wherever it stands. */
const EXAMINED_ROW =
  /^\s*(?:\d{1,4}[.、\s]\s*)?\p{Script=Han}{2,4}[\s，,、:：（(]+[^\n]{0,40}?(准考证号?|考号|报名序?号|学号|面试序号|总?成绩)[^\n]{0,40}?((?:联系)?(?:手机|电话|方式)(?:号码?)?)[:：\s]*1[3-9]\d{9}(?!\d)/u

function headOfExamined(lines: readonly string[], least: number): string | null {
  const rows = lines.map((line) => EXAMINED_ROW.exec(line)).filter((row) => row !== null)
  return rows.length < least ? null : `姓名 ${rows[0]?.[1]} ${rows[0]?.[2]}`
}

function headOfPaid(title: string, lines: readonly string[], least: number): string | null {
  const rows = lines.map((line) => PAID_ROW.exec(line)).filter((row) => row !== null)
  if (rows.length < least || !PEOPLE_LISTED.test(title) || servesOthers(title)) return null
  return `${rows[0]?.[1]} ${rows[0]?.[2]}`
}

/** Money handed out, in a list of persons by name and sum. */
const PAID_OUT = /兑现|发放|领取|奖[励补金]|补[贴助偿]|退[费还]|返还/
const OF_FIRMS =
  /单\s*位|企\s*业|公\s*司|法\s*人|机\s*构|商\s*户|店|项\s*目|合作社|农场|基地|厂|学\s*校|医\s*院|协\s*会/

/** Columns that tell where a listed person lives and how to call him, and of no office. */
const NAME_CELL =
  /^(?:序号|编号|姓名|户主(?:姓名)?|乡镇|镇街|街道|村|村名|社区|县区|区县|[县区市]|所在\p{Script=Han}{1,3}|班级|工种|专业|期次|备注|(?:联系|本人)?(?:电话|方式|手机)(?:号码?)?|手机号码?|联系方式)$/u
/** Titles of those who serve the helped, or hold an office themselves. */
const SERVANTS =
  /干部|书记|主任|帮扶|负责|责任|联系|经办|专干|工作人员|管理(?:人)?员|管家|队员|专家|教师|医生|律师/

/** Nothing but names, places and telephones, where the title says that those listed are helped. */
function namesOnly(title: string, line: string): boolean {
  const cells = line.replace(SPACED, '$1').trim().split(/\s+/)
  return (
    cells.length > 1 &&
    cells.every((cell) => NAME_CELL.test(cell)) &&
    PEOPLE_LISTED.test(title) &&
    !servesOthers(title)
  )
}

function servesOthers(title: string): boolean {
  return SERVANTS.test(title) || OFFICERS.test(title)
}

/** A table of those whom the helped may call: its head names contact officers and their telephones, and no one else. */
function headOfOfficers(text: string): boolean {
  const head = text
    .split('\n')
    .find(
      (line) =>
        /联系人|联络员|经办人|值班|网格员|责任人/.test(line) && /电\s*话|手\s*机/.test(line),
    )
  return head !== undefined && head.length <= 60 && !/姓\s*名|户\s*主|申请人|\d{4}/.test(head)
}

/** Titles of the telephone lists of those who hold an office in villages and communities. */
const OFFICE_LIST =
  /(?:干部|两委|书记|主任|[村组]长).{0,10}(?:电\s*话|联系方式|手机号码?|通讯录).{0,6}(?:$|[表册簿录）)])/
const NO_LONGER = /离休|退休|离任|老干部/
const OFFICE_HEAD = /(?:书记|主任|支书|[村组站所队]长|文书|委员)(?:姓名)?$/
const PHONE_HEAD = /^(?:联\s*系|办\s*公)?(?:电\s*话|手\s*机)(?:号码?)?$|^联\s*系\s*方\s*式$/

/** Offices and their telephones: a table headed 党支部书记、联系电话, or a list so titled; nothing but that is told of a person. */
function isOfficeList(title: string, text: string): boolean {
  if (PEOPLE.test(title) || NO_LONGER.test(title)) return false
  const heads = text
    .split('\n')
    .filter((line) => line.length <= 80 && !/\d{4}/.test(line))
    .map((line) => line.replace(SPACED, '$1').trim().split(/\s+/))
    .filter((cells) => cells.length > 1 && cells.some((cell) => PHONE_HEAD.test(cell)))
  if (heads.some((cells) => cells.some((cell) => OF_PERSON.test(cell)))) return false
  const offices = heads.some(
    (cells) =>
      cells.some((cell) => OFFICE_HEAD.test(cell)) && !cells.some((cell) => OTHERS.test(cell)),
  )
  return (offices && heads.length === 1) || (OFFICE_LIST.test(title) && heads.length > 0)
}

/** 姓　名: a head's word set wide. */
const SPACED = /([姓电手户年住金账人])\s+(?=[名话机主龄址额号口])/g
/** Columns that name others, whose telephones they may be. */
const OTHERS = /^姓\s*名$|学生|家长|对象|户|患者|老人|儿童/
/** Columns that tell more of a person than whom to call. */
const OF_PERSON = /户\s*主|住\s*址|身份证|年\s*龄|出生|金\s*额|银行|账\s*号|人\s*口|申请人/

/** Words before a number that is meant to be called. */
const CONTACT = /联\s*系|咨询|电\s*话|监督|举报|热线|手\s*机|报名|客服/

/** Words that name an office's number even where persons are listed. */
const OFFICE_CONTACT = /咨询|监督|举报|热线|报名|客服|联系人/
/** 城关镇张主任139…: one whose office is named with the number is there to be called. */
const OFFICE_HOLDER =
  /(?:主任|科长|股长|局长|所长|站长|院长|队长|组长|书记|[镇乡村]长|经理|老师|干事|专员|工作人员)[：:（(\s]*$/
/** Titles of lists of persons: there 电话 stands before each person's own number. */
const LISTING = /名单|名册|公示/

/** Rows with a name and a number, from which a headed list of the helped is told. */
const LEAST_ROWS = 2

function* judge(
  site: SiteView,
  view: PageView,
  minMobiles: number,
): Generator<
  Observation<
    | 'identity-shown'
    | 'identity-posted'
    | 'card-shown'
    | 'mobiles-shown'
    | 'mobiles-leaked'
    | 'officers-listed'
    | 'writer-shown'
  >
> {
  const { page } = view
  const own = page.file?.text ?? page.text.excerpt
  // Lists name other pages, which say it themselves.
  const unshown = page.unshown ?? []
  const beside = [...(page.kind.value === 'article' ? besideText(page) : []), ...unshown]
  const text = beside.length === 0 ? own : [own, ...beside].join('\n')
  const found = personalNumbers(text)
  if (found.length === 0) return
  const isUnshown = unshown.length > 0 && personalNumbers(own).length === 0
  const title = nameOf(site, page)
  const contact = LISTING.test(title) && PEOPLE.test(`${title}${text}`) ? OFFICE_CONTACT : CONTACT
  const lines = linesOf(page, text)
  // 电话 in such a list calls nobody.
  const isOwn =
    lines.some(isHeadOfComplainers) ||
    (headOfPaid(title, lines, LEAST_ROWS) ?? headOfExamined(lines, LEAST_ROWS)) !== null
  const letters = (page.messages ?? []).length
  const letterEnd = letters > 0 ? answerFrom(text) : 0
  const written = found.filter((one) => isOfWriter(one, { text, end: letterEnd, count: letters }))
  if (written.length > 0)
    yield {
      outcome: 'writer-shown',
      subject: `来信人手机号：${page.url}`,
      facts: {
        title: clip(title, 60),
        count: written.length,
        numbers: listed([...new Set(written.map(({ masked }) => masked))], 3),
        url: page.url,
      },
      measure: { value: written.length, unit: 'count' },
      evidence: [placeOf(view, own, written)],
    }
  for (const [kind, outcome, label] of KINDS) {
    const all = found.filter(
      (one) =>
        one.kind === kind &&
        !written.includes(one) &&
        !(kind === 'identity' && isOfThing(one, text, site.asOf)) &&
        (kind !== 'mobile' ||
          isOfPetitioner(one, letterEnd) ||
          !((contact.test(one.before) && !isOwn) || OFFICE_HOLDER.test(one.before))),
    )
    const many = kind !== 'mobile' || new Set(all.map((one) => one.number)).size >= minMobiles
    // Two rows are enough where the head says whose they are.
    const fewHead = kind === 'mobile' && !many ? headOfPeople(title, lines, LEAST_ROWS) : null
    const numbers =
      many || fewHead !== null ? all : all.filter((one) => isOfPetitioner(one, letterEnd))
    const isPublic =
      kind === 'card'
        ? PUBLIC_ACCOUNT.test(text)
        : kind === 'identity' && PERMITS.test(text) && !OF_IDENTITY.test(text)
    const told = isPublic ? numbers.filter((one) => OWN_CARD.test(one.before)) : numbers
    const distinct = [...new Map(told.map((one) => [one.number, one.masked])).values()]
    if (distinct.length === 0) continue
    const head = kind === 'mobile' && many ? headOfPeople(title, lines, minMobiles) : fewHead
    // A table headed 姓名、成绩、联系方式 is of those listed, whatever telephone the notice below it names.
    const officers =
      kind === 'mobile' &&
      many &&
      head === null &&
      ((OFFICERS.test(`${title}${text}`) && !PEOPLE.test(`${title}${text}`)) ||
        headOfOfficers(text) ||
        isOfficeList(title, text))
    const leaked = head !== null
    const posted = kind === 'identity' && BY_LAW.test(title)
    yield {
      outcome: officers
        ? 'officers-listed'
        : leaked
          ? 'mobiles-leaked'
          : posted
            ? 'identity-posted'
            : outcome,
      subject: `${label}：${page.url}`,
      facts: {
        title: `${clip(maskPersonal(title), 60)}${isUnshown ? '（源代码里或正文后部）' : ''}`,
        count: distinct.length,
        numbers: listed(distinct, 3),
        url: page.url,
        ...(leaked ? { head: clip(head, 60) } : {}),
      },
      measure: { value: distinct.length, unit: 'count' },
      evidence: [placeOf(view, own, told)],
    }
  }
}

/** Lines of a page or file, rows of a file's tables whole. */
function linesOf({ file }: Page, text: string): readonly string[] {
  const rows = (file?.tables ?? []).flatMap((table) => table.map((row) => row.join('\t')))
  return [...rows, ...text.split('\n')]
}

/** A file is named as the page that attaches it names it. */
function nameOf(site: SiteView, page: Page): string {
  if (page.file === undefined) return page.title ?? page.headTitle ?? page.url
  for (const view of [...site.pages, ...site.besidePages]) {
    const found = view.page.attachments.find((one) => one.url === page.url)
    if (found) return `附件：${found.title}（${view.page.title ?? view.page.url}）`
  }
  return page.url
}

/** Quotes the words before a number, never the number. */
function placeOf(view: PageView, own: string, numbers: readonly PersonalNumber[]): Place {
  const worded = numbers.find(
    (one) => /\p{Script=Han}/u.test(one.before) && own.includes(one.before.slice(-20)),
  )
  return worded
    ? { url: view.page.url, at: null, quote: clip(worded.before.slice(-20), 20) }
    : citePage(view)
}
