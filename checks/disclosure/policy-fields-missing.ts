/**
 * Do policy documents print their fields: issuer, day signed, number, day published, index number, validity? One
 * finding per field over all documents that print a field table, one for index numbers that several documents share and
 * one for numbers that the page itself contradicts. Whether it is in force is asked of the office's own normative documents
 * (规范性文件) alone, and may also stand as a mark on the page. Documents without any table are put to a person: the columns
 * also hold news and forwarded notes.
 */
import { clip, compareForm, squash } from '#base/text'
import {
  citePage,
  defineCheck,
  documentsOf,
  isNormative,
  isOfDepartment,
  isReposted,
  issuerOf,
  listed,
  type SiteDocument,
  VALIDITY_MARK,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { DocumentKey } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

const LABELS: Readonly<Record<DocumentKey, string>> = {
  indexNumber: '索引号',
  topic: '主题分类',
  issuer: '发文机关',
  signedOn: '成文日期',
  publishedOn: '发布日期',
  title: '标题',
  documentNumber: '发文字号',
  keywords: '主题词',
  validity: '有效性',
}

export const policyFieldsMissing = defineCheck({
  id: 'disclosure/policy-fields-missing',
  revision: 18,
  title: '政策文件要素是否齐全',
  question:
    '政策文件页面是否标明发文机关、成文日期、发文字号、发布日期和索引号，规范性文件是否标明有效性？',
  basis: [
    {
      document:
        '中国政府网政策文件页面的要素（索引号、主题分类、发文机关、成文日期、标题、发文字号、发布日期）',
      clause: '通行做法；有效性标注见《政府网站发展指引》国办发〔2017〕47号（二手）',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '规范性文件公开：有效、废止、失效的情况在已发布的原文件上作出明确标注',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['policyDocuments', 'normativeDocuments'],
      meaning: '按政策文件判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    fields: {
      default: ['issuer', 'signedOn', 'documentNumber', 'publishedOn', 'indexNumber', 'validity'],
      meaning: '必须标明的要素（有效性只问本机关的规范性文件）',
      source: '通行做法与国办发〔2017〕47号（二手），可按地方方案增减',
      verified: false,
    },
  },
  outcomes: {
    printed: { verdict: 'pass', message: '{checked} 份{kind}都标明了{field}（如“{words}”）' },
    missing: {
      verdict: 'fail',
      message: '{checked} 份{kind}中有 {count} 份没有标明{field}：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列文件，页面上是否确实没有这一项？',
    },
    unclear: {
      verdict: 'unsure',
      message: '{checked} 份{kind}中有 {count} 份没有读出{field}，但印有“{words}”：{names}',
      ask: '所列页面印的“{words}”是不是{field}？',
    },
    'number-blank': {
      verdict: 'fail',
      message: '有 {count} 份文件的要素表里发文字号是空的，正文却印着文号：{names}',
      ask: '所列页面的要素表里，发文字号是否确实没有填？',
    },
    'index-repeated': {
      verdict: 'fail',
      message: '有 {count} 份不同的文件标着同一个索引号“{words}”：{names}',
      ask: '所列文件的索引号是否确实相同？',
    },
    'number-contradicted': {
      verdict: 'fail',
      message: '有 {count} 份文件要素表里的发文字号与正文的不同：{names}',
      ask: '所列文件的发文字号哪一处是对的？',
    },
    'no-table': {
      verdict: 'unsure',
      message:
        '有 {count} 份政策文件页面没有读到要素表（索引号、发文字号、有效性等都没有分项标明）：{names}',
      ask: '所列页面是不是政策文件，是否标明发文机关、成文日期等要素？',
    },
    'number-shared': {
      verdict: 'unsure',
      message: '有 {count} 份标题不同的政策文件用了同一个发文字号：{names}',
      ask: '所列文件中，哪一份的发文字号写错了？',
    },
    'none-read': { verdict: 'not-applicable', message: '没有读到政策文件页面' },
  },
  example:
    '12份政策文件都有索引号、发文机关和文号，其中9份规范性文件没有标有效性：政策文件：有效性 missing。',
  *run(site, { params }) {
    const documents = documentsOf(site, params.topics).filter(
      ({ title, view }) => view.page.document !== null || !LAW.test(squash(title)),
    )
    const first = site.home ?? site.pages[0]
    if (documents.length === 0 && first !== undefined) {
      yield { outcome: 'none-read', subject: '政策文件', evidence: [citePage(first)] }
      return
    }
    const tabled = documents.filter(isTabled)
    const plain = documents.filter((one) => !isTabled(one) && !NOTE.test(one.title))
    for (const field of params.fields) {
      const found = isKey(field) ? judge(site, field, tabled) : null
      if (found !== null) yield found
    }
    yield* sharedAmong(documents)
    if (params.fields.includes('indexNumber')) yield* repeatedAmong(tabled)
    if (params.fields.includes('documentNumber')) {
      yield* contradictedAmong(tabled)
      yield* blankAmong(tabled)
    }
    if (plain.length > 0)
      yield {
        outcome: 'no-table',
        subject: '政策文件：要素表',
        facts: { count: plain.length, names: listed(plain.map(nameOf), 4) },
        measure: { value: plain.length / documents.length, unit: 'share' },
        evidence: plain.slice(0, 5).map(({ view }) => citePage(view)),
        pages: plain.map(({ view }) => view.page.url),
      }
  },
})

/** 某省水资源管理条例, 中华人民共和国水法: an act of a legislature bears none of an office's fields. */
const LAW =
  /^(?:中华人民共和国|[\u4e00-\u9fff]{2,8}[省市州县区])[\u4e00-\u9fff]{2,24}(?:(?<!办)法|条例)(?:[（(][^）)]{0,24}[）)])?$/

/**
 * Appointments, bodies set up and staffed, praise, replies and arrangements of days: acts done once, of which nobody asks
 * whether they are still in force. A rule beside such words keeps its mark.
 */
const ONCE =
  /任免|免去|[任免]职|(?:成立|调整|撤销|设立).{0,30}(?:领导小组|指挥部|委员会|专班|成员|机构)|(?:给予|授予).{0,40}(?:记功|奖励|表彰|称号|嘉奖)|聘任|命名|公布.{0,30}名单|的批复|值班|值守|放假/
const RULE = /办法|规定|细则|条例|规则|措施|标准|意见|制度|公约|规程|指引/
const STROKE = /^(?:[-—－]+|\/)$/
/** The first choice of the template's list, which nobody changed. */
const UNCHOSEN = /^[-—－=\s]*请(?:选择|输入|填写)[-—－=.…\s]*$/

/** Notes of an office's days and speeches, filed among its papers: nobody takes them for policy. */
const NOTE =
  /(?:讲话|发言|致辞)(?:稿|摘要|摘编|全文|要点|实录)?(?:[（(][^（）()]*[）)])?$|值班|放假|召开|举办|培训班|报名|招聘|清理结果|(?:继续|现行)?(?:有效|失效|废止)(?:的)?[\u4e00-\u9fff]{0,12}(?:目录|清单)/

/** A list of papers among the words of a notice (清理结果) has numbers and titles, but none of a table's own fields. */
function isTabled({ title, view }: SiteDocument): boolean {
  const { document } = view.page
  if (document === null) return false
  return !NOTE.test(title) || document.indexNumber !== null || document.issuer !== null
}

/** One number on papers of different titles. */
function* sharedAmong(documents: readonly SiteDocument[]): Generator<Observation<'number-shared'>> {
  const numbered = new Map<string, SiteDocument[]>()
  for (const one of documents) {
    const number = squash(one.view.page.document?.documentNumber ?? '').replace(/\s/g, '')
    if (WHOLE_NUMBER.test(number)) numbered.set(number, [...(numbered.get(number) ?? []), one])
  }
  const shared = [...numbered].filter(([, all]) => {
    const titles = all.map(({ title }) => compareForm(title))
    // The same paper filed twice, its title cut or a note beside it.
    return (
      titles.some((a) => titles.every((b) => a === b || !(a.includes(b) || b.includes(a)))) &&
      new Set(titles).size > 1
    )
  })
  const found = shared.flatMap(([, all]) => all)
  if (found.length === 0) return
  const said = shared.map(([number, all]) => `${number}：${listed(all.map(nameOf), 3)}`)
  yield {
    outcome: 'number-shared',
    subject: '政策文件：发文字号重复',
    facts: { count: found.length, names: listed(said, 3) },
    measure: { value: found.length, unit: 'count' },
    evidence: found.slice(0, 5).map(({ view }) => citePage(view)),
    pages: found.map(({ view }) => view.page.url),
  }
}

const WHOLE_NUMBER = /^[\u4e00-\u9fff]{1,14}[〔[（(【［﹝]20\d\d[〕\]）)】］﹞]第?\d{1,5}号$/

function isKey(text: string): text is DocumentKey {
  return Object.hasOwn(LABELS, text)
}

/**
 * Whether it is in force is asked of the office's own rules, which may cease to be: nobody marks a notice or a plan of work, nor
 * another's rule that is only passed on. A stroke in that cell (有效性：—) tells of a paper that is no rule.
 */
function owes(site: SiteView, field: DocumentKey, document: SiteDocument): boolean {
  if (field !== 'validity') return true
  const { title, view } = document
  const isOthers = issuerOf(site, document) === 'other' && !isOfDepartment(site, document)
  if (!isNormative(document) || isOthers || isReposted(document)) return false
  return RULE.test(title) || !(ONCE.test(title) || STROKE.test(view.page.document?.validity ?? ''))
}

function judge(
  site: SiteView,
  field: DocumentKey,
  documents: readonly SiteDocument[],
): Observation<'printed' | 'missing' | 'unclear'> | null {
  const label = LABELS[field]
  const printedIn = ({ view }: SiteDocument): string =>
    tabledIn(field, view) ?? besideTable(field, view)
  const owing = documents.filter((one) => owes(site, field, one))
  if (owing.length === 0) return null
  const none = owing.filter((one) => printedIn(one) === '')
  const ending = none.length === 0 && field === 'validity' ? rowLacking(owing) : []
  const without = [...none, ...ending]
  const shown = without.length > 0 ? without : owing
  const doubts = [
    ...none.flatMap(({ view }) => view.page.documentDoubts?.[field] ?? []),
    ...ending.map((one) => printedIn(one)),
  ]
  // Documents that print neither tell enough.
  const unclear = without.length > 0 && doubts.length === without.length
  return {
    outcome: unclear ? 'unclear' : without.length > 0 ? 'missing' : 'printed',
    subject: `政策文件：${label}`,
    facts: {
      field: label,
      kind: field === 'validity' ? '规范性文件' : '政策文件',
      checked: owing.length,
      count: without.length,
      names: listed(without.map(nameOf), 4),
      words: clip(
        unclear ? (doubts[0] ?? '') : owing[0] === undefined ? '' : printedIn(owing[0]),
        40,
      ),
    },
    measure: { value: 1 - without.length / owing.length, unit: 'share' },
    evidence: shown.slice(0, 5).map(({ view }) => citePage(view)),
    pages: shown.map(({ view }) => view.page.url),
    // What these pages print does not depend on how much of the portal was seen.
    coverage: { value: 'complete', because: null },
  }
}

/** So many sister papers whose tables have a row show that each was to have it. */
const LEAST_SISTERS = 3

/** Rules that tell only in their text until when they are in force, where the tables of most others have a row for it. */
function rowLacking(owing: readonly SiteDocument[]): readonly SiteDocument[] {
  const lacking = owing.filter(({ view }) => (tabledIn('validity', view) ?? '') === '')
  const isMarked = ({ view: { page } }: SiteDocument): boolean =>
    [page.title ?? '', page.headTitle ?? '', page.text.excerpt].some((line) =>
      VALIDITY_MARK.test(line),
    )
  const having = owing.length - lacking.length
  return having >= Math.max(LEAST_SISTERS, lacking.length * 2)
    ? lacking.filter((one) => !isMarked(one))
    : []
}

/** 有效期至2029年2月28日, 废止日期：2029-02-28: from when to when it is in force. */
const TERM =
  /(?:有效期限?|(?:失效|废止|终止)(?:日期|时间)|有效期?(?:至|到|为|截止))[\s:：]*(?:自|从|至|到|为)?\s*(?:20\d\d|长期|[一二三四五六七八九十\d]{1,2}\s*年)/
/** 本办法自…起施行，有效期五年: the last article of every such paper, no mark on its page. */
const CLAUSE = /施行|实施|执行|本(?:办法|规定|细则|通知|意见|方案)/
const MARK_LINE = 40

function termIn(text: string): string {
  const lines = text.split('\n').map(squash)
  const line = lines.find((one) => one.length <= MARK_LINE && !CLAUSE.test(one) && TERM.test(one))
  return line === undefined ? '' : (TERM.exec(line)?.[0] ?? '')
}

/** The number on a line of its own, as the head of a paper prints it. */
const NUMBER =
  /^\s*[（(]?[\u4e00-\u9fff]{1,14}\s*[〔[（(【［﹝]\s*20\d\d\s*[〕\]）)】］﹞]\s*第?\s*\d{1,5}\s*号[）)]?\s*$/m

/** What the page says of a field outside its table; '' where it does not. */
function besideTable(field: DocumentKey, { page }: PageView): string {
  const { excerpt } = page.text
  if (field === 'publishedOn') return page.publishedOn?.value ?? ''
  if (field === 'documentNumber') return NUMBER.exec(excerpt)?.[0].trim() ?? ''
  if (field !== 'validity') return ''
  const lines = [page.title ?? '', page.headTitle ?? '', excerpt]
  const mark = lines.map((line) => VALIDITY_MARK.exec(line)?.[0] ?? '').find((one) => one !== '')
  return mark ?? termIn(excerpt)
}

/** A stroke in the cell of 有效性 says nothing of a rule, a choice that was not made (请选择) nothing of any field. */
function tabledIn(field: DocumentKey, { page }: PageView): string | null {
  const value = page.document?.[field] ?? null
  if (UNCHOSEN.test(value ?? '')) return null
  return field === 'validity' && STROKE.test(value ?? '') ? null : value
}

/** What an index number has at least; less is a number in a list. */
const LEAST_INDEX = 6

const NOTICE = /关于(?:印发|公布|发布)《([^《》]+)》的(?:通知|公告|通告)$/

/** Of some no number is read: they are other papers where each title is that of a notice, and what it sends out another thing. */
function areOtherNotices(
  same: readonly SiteDocument[],
  numberOf: (one: SiteDocument) => string,
): boolean {
  const names = same.map(({ title }) => compareForm(NOTICE.exec(squash(title))?.[1] ?? ''))
  const isOther = names.every((name, at) =>
    names.every((other, i) => i === at || (other !== '' && !other.includes(name))),
  )
  return isOther && same.some((one) => numberOf(one) === '')
}

/** One index number on papers of several names and numbers: it finds none of them. */
function* repeatedAmong(
  documents: readonly SiteDocument[],
): Generator<Observation<'index-repeated'>> {
  const byIndex = new Map<string, SiteDocument[]>()
  for (const one of documents) {
    const index = compareForm(one.view.page.document?.indexNumber ?? '')
    if (index.length >= LEAST_INDEX && /\d/.test(index))
      byIndex.set(index, [...(byIndex.get(index) ?? []), one])
  }
  const numberOf = ({ view }: SiteDocument): string =>
    compareForm(view.page.document?.documentNumber ?? '')
  let told = 0
  for (const same of byIndex.values()) {
    // One paper may be put up twice, and one paper's parts are papers of one number.
    const numbers = new Set(same.map(numberOf).filter((number) => number !== ''))
    const titles = new Set(same.map(({ title }) => compareForm(title)))
    if ((numbers.size < 2 && !areOtherNotices(same, numberOf)) || titles.size < 2) continue
    const words = same[0]?.view.page.document?.indexNumber ?? ''
    told += 1
    yield {
      outcome: 'index-repeated',
      subject: told === 1 ? '政策文件：索引号重复' : `政策文件：索引号重复（${words}）`,
      facts: {
        count: same.length,
        words,
        names: listed(same.map(nameOf), 4),
      },
      measure: { value: same.length, unit: 'count' },
      evidence: same.slice(0, 5).map(({ view }) => citePage(view)),
      pages: same.map(({ view }) => view.page.url),
    }
  }
}

/** Of one series (清政发), another year or number at the head of the text than in the table of fields. */
function* contradictedAmong(
  documents: readonly SiteDocument[],
): Generator<Observation<'number-contradicted'>> {
  const wrong = documents.flatMap((one) => {
    const tabled = SERIES.exec(compareForm(one.view.page.document?.documentNumber ?? ''))
    const printed = one.view.page.text.excerpt
      .split('\n')
      .filter((line) => NUMBER.test(line))
      .map((line) => ({ line: line.trim(), parts: SERIES.exec(compareForm(line)) }))
    const [head] = printed
    if (tabled === null || head?.parts == null || head.parts[1] !== tabled[1]) return []
    const agrees = printed.some(({ parts }) => parts !== null && parts[0] === tabled[0])
    return agrees ? [] : [{ one, head: head.line }]
  })
  if (wrong.length === 0) return
  yield {
    outcome: 'number-contradicted',
    subject: '政策文件：发文字号前后不一',
    facts: {
      count: wrong.length,
      names: listed(
        wrong.map(
          ({ one, head }) =>
            `${nameOf(one)}（要素表“${one.view.page.document?.documentNumber}”，正文“${head}”）`,
        ),
        4,
      ),
    },
    measure: { value: wrong.length, unit: 'count' },
    evidence: wrong
      .slice(0, 5)
      .map(({ one, head }) => ({ url: one.view.page.url, at: null, quote: head })),
    pages: wrong.map(({ one }) => one.view.page.url),
  }
}

const NUMBER_LABEL = /^(?:发文|文件)?(?:字|文|编)号$/

/** The label of the number over nothing, while the text bears one and the tables of others are filled. */
function* blankAmong(documents: readonly SiteDocument[]): Generator<Observation<'number-blank'>> {
  const printed = documents.map((one) => ({
    one,
    values: (one.view.page.labelled ?? []).flatMap(({ label, value }) =>
      NUMBER_LABEL.test(label) ? [value] : [],
    ),
  }))
  const filled = printed.filter(({ values }) => values.some((value) => /\d/.test(value)))
  // Where the table says nothing, the number is read from the head of the text.
  const blank = printed.flatMap(({ one, values }) =>
    besideTable('documentNumber', one.view) !== '' &&
    values.length > 0 &&
    values.every((value) => value === '')
      ? [one]
      : [],
  )
  if (blank.length === 0 || filled.length < Math.max(LEAST_SISTERS, blank.length * 2)) return
  yield {
    outcome: 'number-blank',
    subject: '政策文件：发文字号没有填',
    facts: { count: blank.length, names: listed(blank.map(nameOf), 4) },
    measure: { value: blank.length, unit: 'count' },
    evidence: blank.slice(0, 5).map(({ view }) => citePage(view)),
    pages: blank.map(({ view }) => view.page.url),
  }
}

/** In comparable form, without brackets and spaces: series, year and number. */
const SERIES = /^([\u4e00-\u9fff]{2,14}?)(20\d\d)第?(\d{1,5})号?$/

function nameOf({ title }: SiteDocument): string {
  return `“${clip(title, 30)}”`
}
