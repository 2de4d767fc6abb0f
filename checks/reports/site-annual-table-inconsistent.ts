/**
 * Do the figures of a website annual table agree: parts no larger than their totals, handled cases by applicant, replies
 * no more than messages, the site code of the page's foot, the year of the title? And are they last year's once more, another
 * site's, or none at all? The form was not read in
 * the original (fields second-hand), so only sums that hold in any reading of it are asked for. When it was published is
 * `site-annual-table-late`'s question.
 */
import { clip } from '#base/text'
import { citePage, defineCheck, hollowWords, listed, textsOf, WHOLE } from '#engine/define-check'
import type { ReportPlace } from '#model/annual-report'
import type { Observation } from '#model/check'
import type { AnnualTableContent } from '#model/site-annual-table'
import type { Place, SiteAnnualTable, SiteView } from '#model/site-view'

/** Part and total, by field key: the part may not be the larger. */
const WITHIN: readonly (readonly [part: string, whole: string])[] = [
  ['published.overview', 'published.total'],
  ['published.news', 'published.total'],
  ['published.catalogue', 'published.total'],
  ['interpretation.materials', 'interpretation.total'],
  ['interpretation.products', 'interpretation.total'],
  ['interpretation.comments', 'interpretation.total'],
  ['services.online', 'services.total'],
  ['handled.people', 'handled.total'],
  ['handled.bodies', 'handled.total'],
  ['messages.answered', 'messages.received'],
  ['messages.published', 'messages.received'],
  ['security.mended', 'security.found'],
  ['users', 'visits'],
]

export const siteAnnualTableInconsistent = defineCheck({
  id: 'reports/site-annual-table-inconsistent',
  revision: 10,
  title: '政府网站工作年度报表的数据是否一致',
  question: '网站年度报表的分项与总数、网站标识码是否对得上，数字是否与上一年度完全相同？',
  basis: [
    {
      document: '国办函〔2018〕12号（政府网站年度报表制度）',
      clause: '《政府网站工作年度报表》各项数据（表样未核对原文）',
    },
  ],
  needs: ['home'],
  params: {
    years: {
      default: 2,
      meaning: '从最近一份报表往回看几个年度',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minSame: {
      default: 6,
      meaning: '与上一年度相比，至少几个不为0的数字全部相同才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    largeFigure: {
      default: 1000,
      meaning: '多大以上的数字不会碰巧两年相同',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minLarge: {
      default: 3,
      meaning: '相同的数字中有几个这样大的，才判为照抄',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    consistent: { verdict: 'pass', message: '{subject}：核对了 {checked} 处，都对得上' },
    inconsistent: {
      verdict: 'fail',
      message: '{subject}：核对 {checked} 处，有 {count} 处对不上：{faults}',
      ask: '请对照原表核对所列数字，是否确实对不上？',
    },
    'parts-over': {
      verdict: 'unsure',
      message:
        '{subject}：概况、政务动态、信息公开目录三类更新量合计 {sum}，多于信息发布总数 {total}',
      ask: '请对照原表核对：是填错了，还是同一条信息按几类重复计数？',
    },
    blank: {
      verdict: 'fail',
      message: '{subject}：只有项目名称，{count} 项都没有填数',
      ask: '请对照原表：各项数据是否确实没有填写？',
    },
    void: {
      verdict: 'fail',
      message: '{subject}：打开后没有报表的内容（只有“{words}”），也没有附件',
      claimsAbsence: true,
      ask: '在浏览器中打开这份报表，是否确实没有内容和附件？',
    },
    'year-wrong': {
      verdict: 'fail',
      message: '{subject}：标题写的是 {year} 年，表头却是“{words}”',
      ask: '这份报表是哪一年度的？',
    },
    'other-site': {
      verdict: 'unsure',
      message: '{subject}：报表写的{marks}',
      ask: '这份报表是不是别的网站的，或者网站后来换过网址、备案号？',
    },
    copied: {
      verdict: 'fail',
      message:
        '{subject}：{count} 个数字与 {before} 年的报表完全相同，其中 {large} 个在 {largeFigure} 以上，是照抄的',
      ask: '请对照两份报表：所列数字是否确实完全相同？',
    },
    unchanged: {
      verdict: 'unsure',
      message: '{subject}：{count} 个数字与 {before} 年的报表完全相同',
      ask: '这一年度的报表是不是照抄了上一年度？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '{subject}：{reason}',
      ask: '请人工核对这份报表：分项是否不大于总数，自然人与法人办件量之和是否等于办件总数？',
    },
    'none-read': { verdict: 'not-applicable', message: '没有读到网站工作年度报表的内容' },
  },
  example: '收到留言35条，办结留言48条：2023年网站报表 inconsistent。',
  *run(site, { params }) {
    const years = [...new Set(site.siteAnnualTables.map((table) => table.year))].sort(
      (a, b) => b - a,
    )
    const latest = Math.max(0, params.years)
    let said = false
    for (const [at, year] of years.entries()) {
      const owed = (at < latest || codeHeld(site, year)) && !isToldOnce(site, years, at)
      const code = owed ? footCode(site) : null
      const answer = judge(site, year, { isNewest: at === 0, params, code })
      if (answer === null || (at >= latest && !FAULTS.has(answer.outcome))) continue
      said = true
      yield answer
    }
    if (!said && site.home !== null)
      yield { outcome: 'none-read', subject: '网站报表', evidence: [citePage(site.home)] }
  },
})

/** Of older tables only these are told. */
const FAULTS: ReadonlySet<string> = new Set(['inconsistent', 'blank', 'year-wrong', 'copied'])

/**
 * Whether the code that a year's table prints can only be a misprint of today's, not a former one: a table of an earlier year
 * has today's, or that of another year has and its figures are today's in another order.
 */
function codeHeld(site: SiteView, year: number): boolean {
  const code = footCode(site)
  if (code === null) return false
  const codes = (isAsked: (year: number) => boolean): readonly (string | undefined)[] =>
    site.siteAnnualTables
      .filter((table) => isAsked(table.year))
      .map(({ content }) => content?.siteCode?.value)
  const figures = (one = ''): string => [...one].sort().join('')
  return (
    codes((one) => one < year).includes(code) ||
    // Where no table has it, the foot may be what is misprinted.
    (codes((one) => one > year).includes(code) &&
      codes((one) => one === year).some((one) => figures(one) === figures(code)))
  )
}

/** One wrong code under the home page stands against the tables of every year: the newest tells of it. */
function isToldOnce(site: SiteView, years: readonly number[], at: number): boolean {
  const printed = (year: number | undefined): string | undefined =>
    site.siteAnnualTables.find((table) => table.year === year && table.content !== undefined)
      ?.content?.siteCode?.value
  const newest = printed(years[0])
  return at > 0 && newest !== (footCode(site) ?? undefined) && newest === printed(years[at])
}

interface Asked {
  readonly isNewest: boolean
  readonly params: {
    readonly minSame: number
    readonly largeFigure: number
    readonly minLarge: number
  }
  /** The code that the table must print; null where none is known for its year. */
  readonly code: string | null
}

type Outcome =
  | 'consistent'
  | 'inconsistent'
  | 'parts-over'
  | 'blank'
  | 'void'
  | 'year-wrong'
  | 'other-site'
  | 'copied'
  | 'unchanged'
  | 'unreadable'

/** Null where the table was not read; the newest one that is a picture is asked about. */
function judge(
  site: SiteView,
  year: number,
  { isNewest, params, code }: Asked,
): Observation<Outcome> | null {
  const subject = `${year}年网站报表`
  const tables = site.siteAnnualTables.filter((table) => table.year === year)
  const read = tables.find((table) => table.content !== undefined)
  if (read?.content === undefined) {
    const shown = tables.find((table) => site.pageAt(table.url) !== null)
    if (shown === undefined || !isNewest) return null
    const words = hollowWords(site, shown.url, shown.title)
    if (words !== null)
      return {
        outcome: 'void',
        subject,
        facts: { words: clip(words, 40) },
        evidence: [shown.place],
        coverage: WHOLE,
      }
    const reason = whyUnread(site, shown)
    if (reason === null) return null
    return { outcome: 'unreadable', subject, facts: { reason }, evidence: [shown.place] }
  }
  const { content } = read
  const { checked, faults } = sumsOf(content, code)
  const common = { subject, evidence: [read.place] }
  const facts = { title: read.title, checked }
  if (faults.length > 0)
    return {
      ...common,
      outcome: 'inconsistent',
      facts: {
        ...facts,
        count: faults.length,
        faults: faults.map((fault) => fault.words).join('；'),
      },
      measure: { value: faults.length, unit: 'count' },
      evidence: [read.place, ...faults.map((fault): Place => fault.place).slice(0, 5)],
    }
  if (content.fields.every(({ printed }) => /^[-—–－/／\s]*$/.test(printed)))
    return { ...common, outcome: 'blank', facts: { ...facts, count: content.fields.length } }
  const headed = otherYearHeaded(site, read)
  if (headed !== null)
    return {
      ...common,
      outcome: 'year-wrong',
      facts: { ...facts, year: String(year), words: headed },
    }
  const marks = isNewest ? otherMarks(site, content) : []
  if (marks.length > 0)
    return {
      ...common,
      outcome: 'other-site',
      facts: { ...facts, marks: listed(marks.map(({ words }) => words)) },
      evidence: [read.place, ...marks.map(({ place }): Place => place)],
    }
  const over = partsOver(content)
  if (over !== null)
    return {
      ...common,
      outcome: 'parts-over',
      facts: { ...facts, ...over.figures },
      evidence: [read.place, over.place],
    }
  const before = site.siteAnnualTables.find(
    (table) => table.year === year - 1 && table.content !== undefined,
  )
  const same = before?.content === undefined ? [] : sameFigures(content, before.content)
  const large = same.filter((value) => value >= params.largeFigure).length
  if (before !== undefined && same.length >= params.minSame)
    return {
      ...common,
      outcome: large >= params.minLarge ? 'copied' : 'unchanged',
      facts: {
        ...facts,
        count: same.length,
        large,
        largeFigure: params.largeFigure,
        before: String(before.year),
      },
      measure: { value: same.length, unit: 'count' },
      evidence: [read.place, before.place],
    }
  return { ...common, outcome: 'consistent', facts, measure: { value: 0, unit: 'count' } }
}

interface Fault {
  readonly words: string
  readonly place: ReportPlace
}

function sumsOf(
  content: AnnualTableContent,
  footer: string | null,
): { readonly checked: number; readonly faults: readonly Fault[] } {
  const fields = new Map(content.fields.map((field) => [field.key, field]))
  const faults: Fault[] = []
  let checked = 0
  for (const [part, whole] of WITHIN) {
    const [less, more] = [fields.get(part), fields.get(whole)]
    if (less === undefined || more === undefined || less.value === null || more.value === null)
      continue
    checked += 1
    if (less.value > more.value)
      faults.push({
        words: `${nameOf(less.label)} ${less.value} 大于${inGroup(whole, more.label)} ${more.value}`,
        place: less.place,
      })
  }
  const [people, bodies, total] = ['people', 'bodies', 'total'].map((key) =>
    fields.get(`handled.${key}`),
  )
  if (people && bodies && total) {
    const figures = [people.value, bodies.value, total.value]
    const [a, b, c] = figures
    if (a != null && b != null && c != null) {
      checked += 1
      if (a + b !== c && a <= c && b <= c)
        faults.push({
          words: `自然人办件量 ${a} 加法人办件量 ${b} 得 ${a + b}，办件总数 ${c}`,
          place: total.place,
        })
    }
  }
  const { siteCode } = content
  if (siteCode !== null && footer !== null) {
    checked += 1
    if (siteCode.value !== footer)
      faults.push({
        words: `报表的网站标识码 ${siteCode.value}，首页底部 ${footer}`,
        place: siteCode.place,
      })
  }
  return { checked, faults }
}

/** More was published by class than at all: one class may count what another does. */
function partsOver({ fields }: AnnualTableContent) {
  const of = (key: string) => fields.find((field) => field.key === `published.${key}`)
  const total = of('total')
  const parts = ['overview', 'news', 'catalogue'].map((key) => of(key)?.value ?? null)
  if (total?.value == null || parts.some((part) => part === null)) return null
  const sum = parts.reduce((all: number, part) => all + (part ?? 0), 0)
  if (sum <= total.value) return null
  return { figures: { sum, total: total.value }, place: total.place }
}

const GROUPS: Readonly<Record<string, string>> = {
  published: '信息发布',
  interpretation: '解读信息',
  handled: '办件量',
}

/** 总数 alone says nothing. */
function groupOf(key: string): string {
  return GROUPS[key.split('.')[0] ?? ''] ?? ''
}

function inGroup(key: string, label: string): string {
  const name = nameOf(label)
  return name.startsWith(groupOf(key)) ? name : groupOf(key) + name
}

/** Without the unit in brackets. */
function nameOf(label: string): string {
  return label.replace(/[（(][^）)]*[）)]/g, '').replace(/\s/g, '')
}

const HEADED =
  /政府网站(?:工作)?年度(?:工作)?报表\s*[（(]?\s*(20\d\d)\s*年(?!\d{1,2}月)|(20\d\d)\s*年(?:度)?政府网站(?:工作)?年度(?:工作)?报表/g

/** The heading of the table, where it names another year than the title and none names the same. */
function otherYearHeaded(site: SiteView, { url, title, year }: SiteAnnualTable): string | null {
  if (!title.includes(String(year))) return null
  const heads = textsOf(site, url)
    .flatMap((text) => [...text.replaceAll(title, '').matchAll(HEADED)])
    .map(([words, behind, before]) => ({ words, year: Number(behind ?? before) }))
  const [first] = heads
  return first === undefined || heads.some((one) => one.year === year) ? null : first.words.trim()
}

/** Marks of another site than this one. */
function otherMarks(site: SiteView, content: AnnualTableContent): readonly Fault[] {
  const { home, icp } = content
  const own = site.home === null ? null : bareHost(new URL(site.home.page.url).host)
  const filed = ICP_DIGITS.exec(site.home?.page.footer.icpNumber?.value ?? '')?.[1]
  return [
    ...(home != null && own !== null && !areKin(bareHost(home.value), own)
      ? [{ words: `首页网址是 ${home.value}，本站是 ${own}`, place: home.place }]
      : []),
    ...(icp != null && filed !== undefined && icp.value !== filed
      ? [{ words: `ICP备案号是 ${icp.value}，首页底部是 ${filed}`, place: icp.place }]
      : []),
  ]
}

const ICP_DIGITS = /备\s*(\d{6,10})/

/** Of one domain, or one below the other. */
function areKin(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
}

const CODE = /(?<![0-9a-z])(bm\d{8}|\d{10})(?![0-9a-z])/i

function footCode(site: SiteView): string | null {
  return CODE.exec(site.home?.page.footer.siteCode?.value ?? '')?.[1]?.toLowerCase() ?? null
}

/** The figures other than 0 that both years have; none as soon as one differs. */
function sameFigures(now: AnnualTableContent, before: AnnualTableContent): readonly number[] {
  const known = new Map(before.fields.map((field) => [field.key, field.value]))
  const same: number[] = []
  for (const { key, value } of now.fields) {
    const other = known.get(key)
    if (other === undefined || value === null || other === null) continue
    if (other !== value) return []
    if (value !== 0) same.push(value)
  }
  return same
}

/** Null where a file that was not fetched may hold it: nothing is known then. */
function whyUnread(site: SiteView, table: SiteAnnualTable): string | null {
  const page = site.pageAt(table.url)?.page
  if (page === undefined) return null
  const files = [page, ...page.attachments.map((one) => site.pageAt(one.url)?.page)]
  if (files.some((one) => one?.file !== undefined)) return '报表在附件里，没有读出数据'
  if (page.kind.value === 'file' || page.attachments.length > 0) return null
  const isPicture = (page.pictures ?? []).some((picture) => picture.inBody)
  return isPicture ? '报表是图片，没有读出数据' : '没有认出报表的各项数据'
}
