/**
 * Does a piece of somebody else's say so? What a paper or an agency wrote names it in its first or last words (新华社…电, 某日报记者);
 * where the page prints its own body as the source, or a label with nothing behind it, the source is wrong or lacking. In
 * columns of what superiors and papers publish, and of entries titled by a ministry, a page without any source is told
 * where others beside it name one, else asked about. Whether a reprint was allowed, and what counts as one, is not asked here.
 */
import { squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  agrees,
  ColumnTree,
  defineCheck,
  dispatchOf,
  isOwnLabel,
  isReadWhole,
  labelledSource,
  listed,
  OF_MEDIA,
  placeOf,
  printsSource,
  tellsSource,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, SiteView } from '#model/site-view'

export const sourceMislabelled = defineCheck({
  id: 'volume/source-mislabelled',
  revision: 2,
  title: '转载稿件的来源标注',
  question: '转载的稿件是否标明来源，标明的来源与正文的电头、署名是否一致？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '转载信息应注明来源，确保内容准确（二手，条文未核对原文）',
    },
    {
      document: '大英县2018年政务公开考核办法',
      clause: '完成政府信息目标任务情况：按条计数，转载的不算本单位发布',
    },
  ],
  needs: ['columns'],
  params: {
    maxPages: {
      default: 20,
      meaning: '最多列出多少个页面，其余只计数',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    agreeing: {
      verdict: 'pass',
      message: '读到电头或署名的 {count} 篇稿件，来源标注都与之一致；没有发现未注明来源的转载',
    },
    mislabelled: {
      verdict: 'fail',
      message: '有 {count} 篇稿件的电头或署名是别的媒体，来源却标为本单位：{names}',
      ask: '所列稿件是否转载自电头、署名所写的媒体？',
    },
    unstated: {
      verdict: 'fail',
      message: '有 {count} 篇转载的稿件没有标明来源：{names}',
      claimsAbsence: true,
      ask: '所列页面上有没有标明来源？',
    },
    doubtful: {
      verdict: 'unsure',
      message: '有 {count} 篇像是转载的稿件，没有读到来源：{names}',
      ask: '所列稿件是不是转载，页面上有没有注明来源？',
    },
  },
  example: '正文以“新华社北京11月19日电”开头，页面写“来源：某县融媒体中心”：mislabelled。',
  *run(site, { params: { maxPages } }) {
    const told = { mislabelled: [] as Told[], unstated: [] as Told[], doubtful: [] as Told[] }
    let count = 0
    for (const { view, column, siblings } of articlesOf(site)) {
      const signed = signatureOf(site, view, siblings)
      if (signed !== null) count += 1
      if (signed !== null && signed !== 'agrees') told[signed.outcome].push(signed)
      if (signed === null) {
        const open = openSource(site, view, column, siblings)
        if (open !== null) told[open.outcome].push(open)
      }
    }
    let found = false
    for (const outcome of ['mislabelled', 'unstated', 'doubtful'] as const) {
      const all = told[outcome]
      if (all.length === 0) continue
      found = true
      yield observed(outcome, all, maxPages)
    }
    const [first] = site.pages
    if (!found && first !== undefined)
      yield {
        outcome: 'agreeing',
        subject: '转载稿件来源',
        facts: { count },
        measure: { value: 0, unit: 'count' },
        evidence: [{ url: first.page.url, at: null, quote: squash(first.page.title ?? '') }],
      }
  },
})

type Outcome = 'mislabelled' | 'unstated' | 'doubtful'

interface Told {
  readonly outcome: Outcome
  readonly view: PageView
  readonly quote: string
  /** What is said of it, after its title. */
  readonly said: string
}

const SUBJECTS: Readonly<Record<Outcome, string>> = {
  mislabelled: '来源与电头不一致',
  unstated: '转载未注明来源',
  doubtful: '来源待核对',
}

function observed(outcome: Outcome, all: readonly Told[], maxPages: number): Observation<Outcome> {
  const names = all.map(({ view, said }) => `“${titleOf(view)}”（${said}）`)
  return {
    outcome,
    subject: SUBJECTS[outcome],
    facts: { count: all.length, names: listed(names, 8) },
    measure: { value: all.length, unit: 'count' },
    evidence: all.slice(0, 5).map(({ view, quote }) => ({ url: view.page.url, at: null, quote })),
    pages: all.slice(0, maxPages).map(({ view }) => view.page.url),
    coverage: WHOLE,
  }
}

function titleOf({ page }: PageView): string {
  return squash(page.title ?? page.headTitle ?? page.url)
}

/** The words of the text against the label; null where the text is nobody's by its words. */
function signatureOf(
  site: SiteView,
  view: PageView,
  siblings: readonly PageView[],
): Told | 'agrees' | null {
  const { page } = view
  const dispatch = dispatchOf(page)
  if (dispatch === null) return null
  const { medium, quote } = dispatch
  const label = labelledSource(page)
  const place = placeOf(site)
  const isOwnPaper = place !== null && medium.startsWith(place)
  const isUnnamed = /^本[报台]/.test(medium)
  const printed = siblings.filter((one) => printsSource(one.page)).length
  if (
    !isOwnPaper &&
    isReadWhole(view) &&
    label !== '' &&
    !printsSource(page) &&
    !/^[转摘原]/.test(quote)
  ) {
    // The text names who wrote it, as a source would; a paper that calls itself 本报 is nobody.
    const isOdd = isUnnamed ? label === null : printed * 2 > siblings.length
    const said = label === null ? '没有标明来源' : `来源只写在标签里（“${label}”）`
    if (isOdd && !(label !== null && isOwnLabel(site, label)))
      return { outcome: 'doubtful', view, quote, said: `正文“${quote}”，${said}` }
  }
  if (label === null) return 'agrees'
  if (label === '') {
    if (!isReadWhole(view)) return 'agrees'
    return { outcome: 'unstated', view, quote, said: `正文“${quote}”，“来源”后面是空的` }
  }
  const isMedia = OF_MEDIA.test(label.replace(/^本网|网站/g, ''))
  if (agrees(label, medium) || !isOwnLabel(site, label)) return 'agrees'
  if ((isUnnamed || isOwnPaper) && isMedia) return 'agrees'
  return { outcome: 'mislabelled', view, quote, said: `正文“${quote}”，来源标为“${label}”` }
}

/** Columns of what superiors and papers publish; their documents need no source. */
const OF_OTHERS =
  /^(?:上级|国务院|中央|中办|国办)|时政|媒体(?:聚焦|报道|关注|看|视角)|转载|[央党外]媒/
const OF_PAPERS = /文件|政策|法规|规章|公报|解读|督查|链接/
/** A ministry or the state's council at the head of a title: it told of itself. */
const OF_STATE =
  /^(?:中共中央|国务院|全国人大|国家(?!级)\p{Script=Han}{2,8}?(?:局|委|总局)|\p{Script=Han}{2,8}部)(?=部署|召开|印发|发布|举行|通报|启动|公布|办公厅|常务会议|总理|[:：])/u

function openSource(
  site: SiteView,
  view: PageView,
  column: Column,
  siblings: readonly PageView[],
): Told | null {
  const { page } = view
  const isOfOthers = OF_OTHERS.test(column.name) && !OF_PAPERS.test(column.name)
  const title = titleOf(view)
  const isOfState = OF_STATE.test(title) && !title.startsWith(site.agency.name)
  if (!(isOfOthers || isOfState) || !isReadWhole(view) || OF_PAPERS.test(title)) return null
  const label = labelledSource(page)
  if ((label !== null && label !== '') || tellsSource(view) || page.document !== null) return null
  const named = siblings.filter(({ page: other }) => (labelledSource(other) ?? '') !== '').length
  const said = `“${column.name}”栏目`
  if (isOfOthers && named * 2 > siblings.length)
    return { outcome: 'unstated', view, quote: title, said }
  if (!isOfOthers && named * 2 <= siblings.length) return null
  return { outcome: 'doubtful', view, quote: title, said }
}

interface Listed {
  readonly view: PageView
  readonly column: Column
  /** The other pieces of the column. */
  readonly siblings: readonly PageView[]
}

/** The pieces of the portal's columns, each once. */
function articlesOf(site: SiteView): readonly Listed[] {
  const seen = new Set<string>()
  return new ColumnTree(site).distinct().flatMap((column): readonly Listed[] => {
    if (column.kind !== 'local') return []
    const views = column.items.flatMap(({ url }) => {
      const view = url === null ? null : site.pageAt(url)
      return view?.page.kind.value === 'article' ? [view] : []
    })
    return views.flatMap((view): readonly Listed[] => {
      const key = placeKey(view.page.url)
      if (seen.has(key)) return []
      seen.add(key)
      return [{ view, column, siblings: views.filter((one) => one !== view) }]
    })
  })
}
