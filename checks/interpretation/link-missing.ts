/**
 * Do recent policy documents have an interpretation, and do the two pages lead to each other? The share is a figure
 * for schemes and, when low, a question: not every document calls for an interpretation. A pair is known by links or
 * titles; links are looked for in the pages' own content.
 */
import { addDays } from '#base/day'
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
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView } from '#model/site-view'

export const linkMissing = defineCheck({
  id: 'interpretation/link-missing',
  revision: 2,
  title: '政策文件与解读是否关联',
  question: '近期政策文件有多少配有解读，文件页面与解读页面是否互相链接？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '发布解读·政策解读：解读比例、文件与解读双向关联（分值未核对原文，由评分方案定）',
    },
  ],
  needs: ['columns'],
  params: {
    ...PAIR_PARAMS,
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内发布的文件',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minShare: {
      default: 0.5,
      meaning: '配有解读的文件低于这一比例时提问',
      source: '本工具的默认值，可按地方方案的解读率设定',
      verified: false,
    },
  },
  outcomes: {
    'share-enough': {
      verdict: 'pass',
      message: '近期 {documents} 份政策文件中有 {interpreted} 份配有解读',
    },
    'share-low': {
      verdict: 'unsure',
      message:
        '近期 {documents} 份政策文件中只找到 {interpreted} 份的解读，没有找到解读的有：{names}',
      ask: '所列文件中，哪些应当解读而没有解读？',
    },
    linked: { verdict: 'pass', message: '{subject}：{pairs} 对都有链接' },
    unlinked: {
      verdict: 'fail',
      message: '{subject}：{pairs} 对中有 {count} 对没有链接（{names}）',
      claimsAbsence: true,
      ask: '在浏览器中打开所列页面，是否确实没有相互链接？',
    },
    'no-documents': { verdict: 'not-applicable', message: '没有读到近期的政策文件页面' },
  },
  example:
    '《造林管理办法》有解读，文件页没有链接到解读，解读页链接了文件：文件链接到解读 unlinked。',
  *run(site, { params, asOf }) {
    const from = addDays(asOf, -params.withinDays)
    const documents = documentsOf(site, params.documentTopics).filter(
      ({ published }) => published !== null && published >= from && published <= asOf,
    )
    const first = site.home ?? site.pages[0]
    if (documents.length === 0) {
      if (first !== undefined)
        yield { outcome: 'no-documents', subject: '政策解读比例', evidence: [citePage(first)] }
      return
    }
    const pairs = interpretedPairs(documents, documentsOf(site, params.interpretationTopics))
    const paired = new Set(pairs.map(({ document }) => document))
    const alone = documents.filter((document) => !paired.has(document))
    const share = pairs.length / documents.length
    yield {
      outcome: share >= params.minShare ? 'share-enough' : 'share-low',
      subject: '政策解读比例',
      facts: {
        documents: documents.length,
        interpreted: pairs.length,
        names: listed(
          alone.map(({ title }) => `“${clip(title, 30)}”`),
          4,
        ),
      },
      measure: { value: share, unit: 'share' },
      evidence: (alone.length > 0 ? alone : documents)
        .slice(0, 5)
        .map(({ view }) => citePage(view)),
    }
    if (pairs.length === 0) return
    yield judge(
      '文件链接到解读',
      pairs,
      ({ document }) => document.view,
      ({ interpretation }) => interpretation.view,
    )
    yield judge(
      '解读链接到文件',
      pairs,
      ({ interpretation }) => interpretation.view,
      ({ document }) => document.view,
    )
  },
})

function judge(
  subject: string,
  pairs: readonly Interpreted[],
  from: (pair: Interpreted) => PageView,
  to: (pair: Interpreted) => PageView,
): Observation<'linked' | 'unlinked'> {
  const without = pairs.filter((pair) => !namesPage(from(pair), to(pair)))
  const shown = without.length > 0 ? without : pairs
  return {
    outcome: without.length > 0 ? 'unlinked' : 'linked',
    subject,
    facts: {
      pairs: pairs.length,
      count: without.length,
      names: listed(
        without.map(({ document }) => `“${clip(document.title, 30)}”`),
        4,
      ),
    },
    measure: { value: 1 - without.length / pairs.length, unit: 'share' },
    evidence: shown.slice(0, 5).map((pair) => citePage(from(pair))),
    pages: shown.map((pair) => from(pair).page.url),
    // What these pages link to does not depend on how much of the portal was seen.
    coverage: { value: 'complete', because: null },
  }
}
