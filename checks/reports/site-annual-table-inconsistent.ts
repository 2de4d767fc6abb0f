/**
 * Do the figures of a website annual table agree: parts no larger than their totals, handled cases by applicant, replies
 * no more than messages, the site code of the page's foot, the year of the title? And are they last year's once more, another
 * site's, or none at all? The form was not read in
 * the original (fields second-hand), so only sums that hold in any reading of it are asked for. When it was published is
 * `site-annual-table-late`'s question.
 */
import { clip } from '#base/text'
import {
  citePage,
  defineCheck,
  headGaps,
  hollowWords,
  listed,
  otherMarks,
  otherYear,
  partsBelow,
  sameAsEarlier,
  tableGaps,
  tableSums,
  tableVoid,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Place, SiteAnnualTable, SiteView } from '#model/site-view'

export const siteAnnualTableInconsistent = defineCheck({
  id: 'reports/site-annual-table-inconsistent',
  revision: 13,
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
      default: 100,
      meaning: '多大以上的数字不会碰巧两年相同（服务事项、注册用户不算）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minLarge: {
      default: 3,
      meaning: '相同的数字中有几个这样大的，才判为照抄',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minSharePercent: {
      default: 90,
      meaning: '比较的数字中至少百分之几相同，才判为照抄',
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
    'parts-below': {
      verdict: 'unsure',
      message: '{subject}：{sums}',
      ask: '请对照原表核对：是填错了，还是总数里另有别的一类？',
    },
    blank: {
      verdict: 'fail',
      message: '{subject}：{count} 项数据{how}',
      ask: '请对照原表：各项数据是否确实没有填写？',
    },
    unfilled: {
      verdict: 'fail',
      message: '{subject}：有 {count} 处没有填好：{names}',
      ask: '请对照原表：所列各处是否确实没有填写？',
    },
    void: {
      verdict: 'fail',
      message: '{subject}：打开后没有报表的内容（只有“{words}”），也没有附件',
      claimsAbsence: true,
      ask: '在浏览器中打开这份报表，是否确实没有内容和附件？',
    },
    'year-wrong': {
      verdict: 'fail',
      message: '{subject}：标题写的是 {year} 年，表里却写着“{words}”',
      ask: '这份报表是哪一年度的？',
    },
    'other-body': {
      verdict: 'fail',
      message: '{subject}：报表写的{marks}，是别的单位的',
      ask: '这份报表是不是别的单位的？',
    },
    'other-site': {
      verdict: 'unsure',
      message: '{subject}：报表写的{marks}',
      ask: '这份报表是不是别的网站的，或者网站后来换过网址、备案号？',
    },
    copied: {
      verdict: 'fail',
      message:
        '{subject}：不为0的 {compared} 个数字里有 {count} 个与 {before} 年的报表相同，其中 {large} 个在 {largeFigure} 以上，是照抄的',
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
      for (const answer of judge(site, year, {
        isNewest: at === 0,
        isRecent: at < latest,
        params,
        code,
      })) {
        if (at >= latest && !FAULTS.has(answer.outcome)) continue
        said = true
        yield answer
      }
    }
    if (!said && site.home !== null)
      yield { outcome: 'none-read', subject: '网站报表', evidence: [citePage(site.home)] }
  },
})

/** Of older tables only these are told. */
const FAULTS: ReadonlySet<string> = new Set([
  'inconsistent',
  'blank',
  'unfilled',
  'year-wrong',
  'copied',
])

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
  readonly isRecent: boolean
  readonly params: {
    readonly minSame: number
    readonly largeFigure: number
    readonly minLarge: number
    readonly minSharePercent: number
  }
  /** The code that the table must print; null where none is known for its year. */
  readonly code: string | null
}

type Outcome =
  | 'consistent'
  | 'inconsistent'
  | 'parts-below'
  | 'blank'
  | 'unfilled'
  | 'void'
  | 'year-wrong'
  | 'other-body'
  | 'other-site'
  | 'copied'
  | 'unchanged'
  | 'unreadable'

/** Every fault of a year's table; nothing where it was not read, but the newest one that is a picture is asked about. */
function judge(site: SiteView, year: number, asked: Asked): readonly Observation<Outcome>[] {
  const subject = `${year}年网站报表`
  const tables = site.siteAnnualTables.filter((table) => table.year === year)
  const read = tables.find((table) => table.content !== undefined)
  if (read !== undefined) {
    const { checked, faults } = faultsOf(site, read, asked)
    const [first, ...more] = faults
    const facts = { title: read.title, checked }
    if (first === undefined)
      return [
        {
          outcome: 'consistent',
          subject,
          facts,
          evidence: [read.place],
          measure: { value: 0, unit: 'count' },
        },
      ]
    // The first keeps the plain subject, by which a person's answer finds it again.
    return [first, ...more].map((fault, at) => ({
      ...fault,
      subject: at === 0 ? subject : `${subject}：${NAMES[fault.outcome] ?? fault.outcome}`,
      facts: { ...facts, ...fault.facts },
      evidence: [read.place, ...(fault.evidence ?? [])],
    }))
  }
  const shown = tables.find((table) => site.pageAt(table.url) !== null)
  if (shown === undefined || !asked.isNewest) return []
  const words = hollowWords(site, shown.url, shown.title)
  if (words !== null)
    return [
      {
        outcome: 'void',
        subject,
        facts: { words: clip(words, 40) },
        evidence: [shown.place],
        coverage: WHOLE,
      },
    ]
  const reason = whyUnread(site, shown)
  if (reason === null) return []
  return [{ outcome: 'unreadable', subject, facts: { reason }, evidence: [shown.place] }]
}

const NAMES: Readonly<Partial<Record<Outcome, string>>> = {
  blank: '没有数字',
  unfilled: '没有填好',
  'year-wrong': '年度',
  'other-body': '单位',
  'other-site': '网站',
  'parts-below': '分项合计',
  copied: '与往年相同',
  unchanged: '与往年相同',
}

interface Fault {
  readonly outcome: Outcome
  readonly facts: Readonly<Record<string, string | number>>
  readonly measure?: { readonly value: number; readonly unit: 'count' }
  readonly evidence?: readonly Place[]
}

function faultsOf(
  site: SiteView,
  read: SiteAnnualTable,
  { isNewest, isRecent, params, code }: Asked,
): { readonly checked: number; readonly faults: readonly Fault[] } {
  const { content, year } = read
  if (content === undefined) return { checked: 0, faults: [] }
  const found: Fault[] = []
  const { checked, faults: sums } = tableSums(content, code)
  const others = site.siteAnnualTables.flatMap((one) =>
    one.year === year ? [] : (one.content ?? []),
  )
  const below = partsBelow(content, others)
  const faults = [
    ...sums,
    ...below
      .filter(({ kept }) => kept)
      .map(({ name, sum, total, place }) => ({
        words: `${name}合计 ${sum}，少于总数 ${total}（其他年度的报表两者相等）`,
        place,
      })),
  ]
  if (faults.length > 0)
    found.push({
      outcome: 'inconsistent',
      facts: { count: faults.length, faults: faults.map(({ words }) => words).join('；') },
      measure: { value: faults.length, unit: 'count' },
      evidence: faults.slice(0, 5).map(({ place }) => place),
    })
  const how = tableVoid(content)
  if (how !== null) found.push({ outcome: 'blank', facts: { count: content.fields.length, how } })
  const gaps = how === null ? [...tableGaps(content), ...headGaps(site, read)] : []
  if (gaps.length > 0)
    found.push({
      outcome: 'unfilled',
      facts: {
        count: gaps.length,
        names: listed(
          gaps.map(({ words }) => words),
          6,
        ),
      },
      measure: { value: gaps.length, unit: 'count' },
      evidence: gaps.slice(0, 5).map(({ place }) => place),
    })
  const words = otherYear(site, read)
  if (words !== null) found.push({ outcome: 'year-wrong', facts: { year: String(year), words } })
  // What an older table says of itself was so at its time.
  const marks = isNewest ? otherMarks(site, content) : []
  if (marks.length > 0)
    found.push({
      outcome: content.foreign != null || marks.length > 1 ? 'other-body' : 'other-site',
      facts: { marks: listed(marks.map((mark) => mark.words)) },
      evidence: marks.map(({ place }) => place),
    })
  const open = isRecent ? below.filter(({ kept }) => !kept) : []
  const [first] = open
  if (first !== undefined)
    found.push({
      outcome: 'parts-below',
      facts: {
        sums: open
          .map(({ name, sum, total }) => `${name}合计 ${sum}，少于总数 ${total}`)
          .join('；'),
        sum: first.sum,
        total: first.total,
      },
      evidence: open.map(({ place }) => place),
    })
  const { minSame, minLarge, largeFigure } = params
  const same = how === null ? sameAsEarlier(site, read, largeFigure) : null
  if (same !== null && same.same >= minSame) {
    const isMost = same.same * 100 >= same.compared * params.minSharePercent
    const isCopied = isMost && same.large >= minLarge
    if (isCopied || same.same === same.compared)
      found.push({
        outcome: isCopied ? 'copied' : 'unchanged',
        facts: {
          ...{ count: same.same, compared: same.compared, large: same.large, largeFigure },
          before: String(same.before.year),
        },
        measure: { value: same.same, unit: 'count' },
        evidence: [same.before.place],
      })
  }
  return { checked, faults: found }
}

const CODE = /(?<![0-9a-z])(bm\d{8}|\d{10})(?![0-9a-z])/i

function footCode(site: SiteView): string | null {
  return CODE.exec(site.home?.page.footer.siteCode?.value ?? '')?.[1]?.toLowerCase() ?? null
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
