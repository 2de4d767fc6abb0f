/**
 * Is one text put up again under another title? Two pages with the same sentences and other titles count once, whatever
 * column they stand in. Told where one body put both up; asked where two name themselves as sources, and of notices that
 * may be due in two places. One title twice is items-short's.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  citePage,
  defineCheck,
  isGovernment,
  listed,
  type Retold,
  retitledSince,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

export const articleRetitled = defineCheck({
  id: 'volume/article-retitled',
  revision: 1,
  title: '同一正文换标题重复发布',
  question: '有没有同一篇正文换个标题，在同一栏目或者其他栏目里再次发布？',
  basis: [
    {
      document: '大英县2018年政务公开考核办法',
      clause: '完成政府信息目标任务情况：按条计数，重复发布的只算一条',
    },
  ],
  needs: ['columns'],
  params: {
    sinceDays: {
      default: 730,
      meaning: '只看监测日前多少天内发布的信息',
      source: '本工具的默认值：上一年和本年',
      verified: false,
    },
  },
  outcomes: {
    none: { verdict: 'pass', message: '没有读到正文相同、标题不同的信息' },
    'partly-read': {
      verdict: 'not-applicable',
      message: '网站没有读全，读到的信息里没有正文相同、标题不同的',
    },
    retitled: {
      verdict: 'fail',
      message: '有 {count} 篇信息换了标题重复发布（正文相同），发布量只计一次：{names}',
      ask: '所列每组两个页面的正文是否相同？',
    },
    doubtful: {
      verdict: 'unsure',
      message: '有 {count} 篇信息正文相同、标题不同：{names}',
      ask: '所列每组是重复发布，还是两个单位分别报送、按规定在两处公告？',
    },
  },
  example: '“某局开展宣传”和“普法惠民零距离”两个页面正文一样：retitled。',
  *run(site, { asOf, params }) {
    const since = addDays(asOf, -params.sinceDays)
    const pairs = retitledSince(site, since)
    const sure = pairs.filter((pair) => isOfOne(site, pair))
    const open = pairs.filter((pair) => !sure.includes(pair))
    if (sure.length > 0) yield { outcome: 'retitled', subject: '换标题重复发布', ...naming(sure) }
    if (open.length > 0) yield { outcome: 'doubtful', subject: '正文相同的信息', ...naming(open) }
    const first = site.home ?? site.pages[0]
    // Of a portal read in part nobody is asked: no person can look through the rest for it.
    const none = site.coverage === 'complete' ? 'none' : 'partly-read'
    if (pairs.length === 0 && first !== undefined)
      yield { outcome: none, subject: '换标题重复发布', evidence: [citePage(first)] }
  },
})

type Pair = readonly [Retold, Retold]

/** What is put up where those concerned look may be due there twice. */
const NOTICE = /公告|公示|通告|通知|声明|启事|提示|预告|预报|预警|招[聘标募]|告知/

/** News that one body put up twice; whoever signs on an office's own portal is of that office. */
function isOfOne(site: SiteView, [one, other]: Pair): boolean {
  const sources = [one, other].map(({ view }) => view.page.source)
  const [first, second] = sources
  const isSame = first == null || second == null || first.includes(second) || second.includes(first)
  return (
    !NOTICE.test(`${one.title}${other.title}`) &&
    (isSame || one.column === other.column || !isGovernment(site))
  )
}

function naming(
  pairs: readonly Pair[],
): Pick<Observation<'retitled'>, 'facts' | 'measure' | 'evidence' | 'pages' | 'coverage'> {
  const names = pairs.map((pair) =>
    pair.map(({ title, column, day }) => `“${title}”（${column.name}，${day}）`).join('与'),
  )
  return {
    facts: { count: pairs.length, names: listed(names, 5) },
    measure: { value: pairs.length, unit: 'count' },
    evidence: pairs
      .slice(0, 5)
      .flatMap((pair) =>
        pair.map(({ view, words }) => ({ url: view.page.url, at: null, quote: clip(words, 40) })),
      ),
    pages: pairs.flatMap((pair) => pair.map(({ view }) => view.page.url)),
    coverage: WHOLE,
  }
}
