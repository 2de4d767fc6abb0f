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
  headOfExamined,
  headOfPaid,
  headOfPeople,
  isHeadOfComplainers,
  isOfPetitioner,
  isOfWriter,
  LISTING,
  listed,
  listsOfficers,
  maskPersonal,
  PEOPLE,
  type PersonalNumber,
  personalNumbers,
  personRows,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay, Page } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

export const personalDataLeaked = defineCheck({
  id: 'wording/personal-data-leaked',
  revision: 33,
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

/** Words before a number that is meant to be called. */
const CONTACT = /联\s*系|咨询|电\s*话|监督|举报|热线|手\s*机|报名|客服/

/** Words that name an office's number even where persons are listed. */
const OFFICE_CONTACT = /咨询|监督|举报|热线|报名|客服|联系人/
/** 城关镇张主任139…: one whose office is named with the number is there to be called. */
const OFFICE_HOLDER =
  /(?:主任|科长|股长|局长|所长|站长|院长|队长|组长|书记|[镇乡村]长|经理|老师|干事|专员|工作人员)[：:（(\s]*$/
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
  const lines = linesOf(page, text)
  const isOfPeople =
    (LISTING.test(title) && PEOPLE.test(`${title}${text}`)) ||
    personRows(title, lines, minMobiles).length > 0
  const contact = isOfPeople ? OFFICE_CONTACT : CONTACT
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
    const officers =
      kind === 'mobile' && many && head === null && listsOfficers(title, text, lines, minMobiles)
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
