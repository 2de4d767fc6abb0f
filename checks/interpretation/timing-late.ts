/**
 * Were interpretations put up in time after their documents? Working days between the two publications; an
 * interpretation dated before its document is a question about the dates, and a fault where one of the two pages links the
 * other and the document was then unsigned, or came out late after that in the usual time. Only pairs that links or titles
 * prove.
 */
import { addDays, daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  citePage,
  defineCheck,
  documentsOf,
  type Interpreted,
  interpretedPairs,
  listed,
  namesPage,
  PAIR_PARAMS,
  type SiteDocument,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

export const timingLate = defineCheck({
  id: 'interpretation/timing-late',
  revision: 8,
  title: '政策解读是否及时',
  question: '政策解读是否在文件发布后规定的工作日内发布，有没有早于文件的？',
  basis: [
    {
      document: '三河市2018年政务公开考核指标（三政办〔2018〕244号）',
      clause: '政策解读：文件公布后5个工作日内解读',
    },
    {
      document: '郑州市2016年政策解读工作要求',
      clause: '文件公开后3个工作日内（二手，来自国家规定）',
    },
  ],
  needs: ['columns'],
  params: {
    ...PAIR_PARAMS,
    maxWorkingDays: {
      default: 5,
      meaning: '文件发布到解读发布最多几个工作日',
      source: '三政办〔2018〕244号（5个）；其他地方有3个的，可按地方方案设定',
      verified: false,
    },
    withinDays: {
      default: 730,
      meaning: '只看监测日前多少天内发布的文件',
      source: '规范性文件一般两年清理一次（未经核实），与核对互相链接的同；本工具的默认值，可调',
      verified: false,
    },
    beforeWithinDays: {
      default: 1095,
      meaning: '解读早于文件的，看监测日前多少天内发布的文件（日期印错了不会随时间变对）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    timely: { verdict: 'pass', message: '{checked} 份解读都在文件发布后 {limit} 个工作日内发布' },
    late: {
      verdict: 'fail',
      message: '{checked} 份解读中有 {count} 份晚于文件发布后 {limit} 个工作日：{names}',
      ask: '所列文件和解读的发布日期是否如此？',
    },
    'before-document': {
      verdict: 'unsure',
      message: '有 {count} 份解读的日期早于文件：{names}',
      ask: '所列文件和解读，哪一个的日期印错了，还是文件重新发布过？',
    },
    'before-signed': {
      verdict: 'fail',
      message: '有 {count} 份解读的发布日期比文件的成文日期还早：{names}',
      ask: '所列文件的成文日期和解读的发布日期，哪一个印错了？',
    },
    'before-published': {
      verdict: 'fail',
      message: '有 {count} 份解读在文件公布以前就发布了：{names}',
      ask: '所列文件此前是否已在别处公布，或者哪一个日期印错了？',
    },
    'not-computable': {
      verdict: 'unsure',
      message: '{checked} 份解读的日期落在没有工作日历的年份，无法计算工作日',
      ask: '所列解读在文件发布后几个工作日发布？',
    },
    'no-pairs': { verdict: 'not-applicable', message: '没有读到能对应上的近期文件和解读' },
  },
  example: '办法 2024-01-05 发布，解读 2024-01-19 发布，相隔10个工作日：解读时效 late。',
  *run(site, { params, asOf, calendar }) {
    const subject = '解读时效'
    const from = addDays(asOf, -params.withinDays)
    const since = addDays(asOf, -Math.max(params.withinDays, params.beforeWithinDays))
    const documents = documentsOf(site, params.documentTopics).filter(
      ({ published }) => published !== null && published >= since && published <= asOf,
    )
    const all = interpretedPairs(documents, documentsOf(site, params.interpretationTopics))
      .map(firstOf)
      .filter((pair) => pair.from !== '' && pair.to !== '')
    yield* beforeDocuments(site, documents, all)
    const pairs = all.filter((pair) => pair.from >= from)
    const first = site.home ?? site.pages[0]
    if (pairs.length === 0) {
      if (first !== undefined && all.every((pair) => pair.to >= pair.from))
        yield { outcome: 'no-pairs', subject, evidence: [citePage(first)] }
      return
    }
    const after = pairs.filter((pair) => pair.to >= pair.from)
    if (after.length === 0) return
    const counted = after.flatMap((pair) => {
      const days = calendar.workingDaysBetween(pair.from, pair.to)
      return days === null ? [] : [{ ...pair, days }]
    })
    const late = counted.filter(({ days }) => days > params.maxWorkingDays)
    if (counted.length === 0)
      yield {
        outcome: 'not-computable',
        subject,
        facts: { checked: after.length },
        evidence: placesOf(after),
      }
    else
      yield {
        outcome: late.length > 0 ? 'late' : 'timely',
        subject,
        facts: {
          checked: counted.length,
          count: late.length,
          limit: params.maxWorkingDays,
          names: listed(late.map(nameOf), 4),
        },
        measure: { value: Math.max(...counted.map(({ days }) => days)), unit: 'working-days' },
        evidence: placesOf(late.length > 0 ? late : counted),
      }
  },
})

/** A chart or a film that follows the text makes no interpretation late: the first on or after the document's day counts. */
function firstOf({ document, interpretation, all }: Interpreted): Pair {
  const from = document.published ?? ''
  const [first] = all
    .filter(({ published }) => published !== null && published >= from)
    .sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''))
  const one = first ?? interpretation
  return { document, interpretation: one, from, to: one.published ?? '' }
}

interface Pair {
  readonly document: SiteDocument
  readonly interpretation: SiteDocument
  readonly from: string
  readonly to: string
}

/** Longer before, it explains an earlier edition under the same address. */
const SAME_EDITION_DAYS = 90
const OF_DRAFT = /草案|征求意见|起草说明|送审|修订/

/** So many pages of other days under one day of the tag: it tells when the template wrote them. */
const STAMPED_PAGES = 5

/** The day that the PubDate tags of most differing pages share, whatever day the pages print; null where they share none. */
function stampOf(site: SiteView): string | null {
  const printed = new Map<string, Set<string>>()
  for (const { page } of site.pages)
    for (const { from, value } of page.dateConflicts ?? [])
      if (from === 'tag' && page.publishedOn !== null)
        printed.set(value, (printed.get(value) ?? new Set()).add(page.publishedOn.value))
  const [most] = [...printed].sort((a, b) => b[1].size - a[1].size)
  return most !== undefined && most[1].size >= STAMPED_PAGES ? most[0] : null
}

/** Interpretations dated before their documents: what the days prove, and what is left is asked. */
function* beforeDocuments(
  site: SiteView,
  documents: readonly SiteDocument[],
  pairs: readonly Pair[],
) {
  const early = pairs.filter((pair) => pair.to < pair.from)
  const stamp = stampOf(site)
  const unwritten = early.filter((pair) => isUnwritten(pair, stamp))
  const unpublished = early.filter(
    (pair) => !unwritten.includes(pair) && isUnpublished(pair, documents, stamp),
  )
  const before = early.filter((pair) => !unwritten.includes(pair) && !unpublished.includes(pair))
  yield* countedOf('before-signed', '解读早于成文', unwritten, nameOfSigned)
  yield* countedOf('before-published', '解读早于公布', unpublished, nameOf)
  yield* countedOf('before-document', '解读早于文件', before, nameOf)
}

/** One observation of the pairs that are so, none where there is no such pair. */
function* countedOf<O extends string>(
  outcome: O,
  subject: string,
  pairs: readonly Pair[],
  name: (pair: Pair) => string,
): Generator<Observation<O>> {
  if (pairs.length === 0) return
  yield {
    outcome,
    subject,
    facts: { count: pairs.length, names: listed(pairs.map(name), 4) },
    measure: { value: pairs.length, unit: 'count' },
    evidence: placesOf(pairs),
  }
}

/** The interpretation of this very text is older than the text. */
function isUnwritten(pair: Pair, stamp: string | null): boolean {
  const { signed } = pair.document
  return (
    signed !== null &&
    pair.to < signed &&
    daysBetween(pair.to, signed) <= SAME_EDITION_DAYS &&
    isPlain(pair, stamp)
  )
}

/** Put up so long after the signing, the document may have stood elsewhere before. */
const FIRST_PUT_UP_DAYS = 30

/** The text was signed, and came out after its interpretation; no other page of the site had shown it by then. */
function isUnpublished(
  pair: Pair,
  documents: readonly SiteDocument[],
  stamp: string | null,
): boolean {
  const { document, from, to } = pair
  const { signed, view } = document
  const number = view.page.document?.documentNumber ?? null
  const shown = documents.some(
    (other) =>
      other !== document &&
      other.published !== null &&
      other.published <= to &&
      (other.title === document.title ||
        (number !== null && other.view.page.document?.documentNumber === number)),
  )
  return (
    signed !== null &&
    signed <= to &&
    daysBetween(signed, from) <= FIRST_PUT_UP_DAYS &&
    !shown &&
    isPlain(pair, stamp)
  )
}

/** One of the two pages links the other, both days are printed, and nothing speaks against them. */
function isPlain({ document, interpretation }: Pair, stamp: string | null): boolean {
  const { view } = document
  const linked = namesPage(view, interpretation.view) || namesPage(interpretation.view, view)
  const doubted = [view, interpretation.view].some(
    ({ page }) =>
      page.publishedOn === null ||
      (page.dateConflicts ?? []).some(({ from, value }) => from !== 'tag' || value !== stamp),
  )
  return linked && !doubted && !OF_DRAFT.test(`${interpretation.title}${document.title}`)
}

function nameOfSigned({ document, to }: Pair): string {
  return `“${clip(document.title, 30)}”${document.signed}成文、解读${to}发布`
}

function nameOf({ document, from, to }: Pair): string {
  return `“${clip(document.title, 30)}”${from}发布、解读${to}发布`
}

function placesOf(pairs: readonly Pair[]) {
  return pairs
    .slice(0, 4)
    .flatMap(({ document, interpretation }) => [
      citePage(document.view),
      citePage(interpretation.view),
    ])
}
