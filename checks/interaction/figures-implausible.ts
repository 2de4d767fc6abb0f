/**
 * Can the statistics of public messages be, and are they kept up? A rate above one, more settled than received, shares of the
 * kinds that exceed the whole, totals that are no sums, figures that stopped long ago. Whether any are shown is
 * reply-late's, what letters themselves say too.
 */
import {
  citePage,
  countingColumns,
  countingLettersColumns,
  countingLinks,
  defineCheck,
  inquiryColumns,
  type OddCount,
  oddCount,
  searchedForColumn,
  stoppedAt,
  sumsToldOn,
  wrongShares,
} from '#engine/define-check'
import type { PageView, SiteView } from '#model/site-view'

const RATES = '办理统计：比率'
const COUNTS = '办理统计：数量'
const ODD = {
  rate: ['rate-impossible', RATES],
  share: ['share-wrong', RATES],
  counts: ['counts-crossed', COUNTS],
  excess: ['counts-impossible', COUNTS],
} as const satisfies Record<OddCount['kind'], readonly [string, string]>

export const figuresImplausible = defineCheck({
  id: 'interaction/figures-implausible',
  revision: 1,
  title: '留言办理统计是否可信、是否更新',
  question: '公布的留言办理统计，各个数之间对不对得上，最近一期是什么时候的？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '互动交流：统计数据公开（二手）；信息内容应当准确、及时更新',
    },
  ],
  needs: ['columns'],
  params: {},
  outcomes: {
    'rate-impossible': {
      verdict: 'fail',
      message: '留言办理统计写着“{words}”，超过100%',
      ask: '这一统计数据是否写错？',
    },
    'counts-crossed': {
      verdict: 'unsure',
      message: '留言办理统计写着“{words}”，办结的比收到的多',
      ask: '办结数是否含以前收到的留言，还是哪个数写错了？',
    },
    'counts-impossible': {
      verdict: 'fail',
      message: '留言办理统计写着“{words}”，办结的是所收到的一部分，却比收到的多',
      ask: '这一统计数据是否写错？',
    },
    'share-wrong': {
      verdict: 'fail',
      message: '留言办理统计写着“{words}”，所写的比率与所写的件数对不上',
      ask: '这一统计数据是否写错？',
    },
    'shares-unequal': {
      verdict: 'fail',
      message: '留言办理统计写着“{words}”，各类占比相加为{total}%',
      ask: '这些占比是否写错，还是一件留言可以计入几类？',
    },
    'sum-wrong': {
      verdict: 'fail',
      message: '留言办理统计的合计对不上：{figures}',
      ask: '这一统计数据是否写错？',
    },
    stopped: {
      verdict: 'fail',
      message: '留言办理统计只公布到{words}，此后没有更新',
      claimsAbsence: true,
      ask: '{words}以后的留言办理统计是否已经公布，发布在哪里？',
    },
    plausible: { verdict: 'pass', message: '读到的留言办理统计没有矛盾，也没有停更' },
    unread: { verdict: 'not-applicable', message: '没有读到留言办理统计的页面' },
  },
  example: '10月统计图写着“咨询占45%，投诉占30%，建议占35%”，相加110%：shares-unequal。',
  *run(site, { asOf }) {
    const views = countedOn(site)
    let faults = 0
    const odd = oddCount(views.map(({ page }) => page))
    if (odd !== null) {
      const [outcome, subject] = ODD[odd.kind]
      faults++
      yield {
        outcome,
        subject,
        facts: { words: odd.words },
        evidence: [{ url: odd.url, at: null, quote: odd.words }],
      }
    }
    const named = namedAfter(site)
    for (const { page } of views) {
      const found = wrongShares(page)
      if (found === null) continue
      faults++
      yield {
        outcome: 'shares-unequal',
        subject: `办理统计：占比 ${page.title ?? page.url}`,
        facts: { words: found.words, total: found.total },
        evidence: [{ url: page.url, at: null, quote: found.words }],
      }
    }
    for (const view of named.views) {
      const [sum] = sumsToldOn(site, view)
      if (sum === undefined) continue
      faults++
      yield {
        outcome: 'sum-wrong',
        subject: `办理统计：合计 ${view.page.title ?? view.page.url}`,
        facts: { figures: sum.figures },
        evidence: [sum.place],
      }
    }
    const last = stoppedAt(named.views, named.titles, views, asOf)
    if (last !== null) {
      faults++
      yield {
        outcome: 'stopped',
        subject: '办理统计：更新',
        facts: { words: last.words },
        evidence: [{ url: last.url, at: null, quote: last.quote }],
        coverage: searchedForColumn(site),
      }
    }
    if (faults > 0) return
    const where = named.views[0] ?? views[0] ?? site.home
    if (where === null || where === undefined) return
    yield {
      outcome: named.views.length > 0 ? 'plausible' : 'unread',
      subject: '办理统计',
      evidence: [citePage(where)],
    }
  },
})

const viewsAt = (site: SiteView, urls: readonly (string | null)[]): readonly PageView[] => [
  ...new Set(urls.flatMap((url) => (url === null ? [] : (site.pageAt(url) ?? [])))),
]

/** Pages of the columns of messages, and of those that say in their name that they count. */
function countedOn(site: SiteView): readonly PageView[] {
  const columns = [...new Set([...inquiryColumns(site), ...countingColumns(site)])]
  const linked = columns.flatMap(({ url }) => countingLinks(site.pageAt(url)?.page ?? null))
  const own = columns.flatMap(({ url, items }) => [url, ...items.map((item) => item.url)])
  return viewsAt(site, [...own, ...linked])
}

/** Those that are named after the counting alone: where figures stand and nothing else. */
function namedAfter(site: SiteView) {
  const columns = countingLettersColumns(site)
  const links = inquiryColumns(site).flatMap(({ url }) =>
    countingLinks(site.pageAt(url)?.page ?? null),
  )
  const items = columns.flatMap((column) => column.items)
  return {
    titles: items.map(({ title, place }) => ({ text: title, url: place.url })),
    views: viewsAt(site, [
      ...columns.map(({ url }) => url),
      ...items.map(({ url }) => url),
      ...links,
    ]),
  }
}
