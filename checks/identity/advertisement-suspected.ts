/**
 * Are there windows that float over a page and cannot be closed, or commercial advertising? Told from markup and inline
 * scripts alone, so what is found is put to a person and what an external script does is not seen; but a window that the
 * page's own script has drift, or that stands on a page whose scripts were all read, has no button that we missed. Goods at a
 * price on a link to somebody's shop leave nothing to ask, nor do a network of advertisements, gambling, and what says of
 * itself that it is one. An article may quote such a box.
 */
import { citePage, defineCheck, listed, partly, type Rests, WHOLE } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Advert, Page, PlacedWords, Span } from '#model/page'
import type { PageView, Place } from '#model/site-view'

export const advertisementSuspected = defineCheck({
  id: 'identity/advertisement-suspected',
  revision: 21,
  title: '有没有无法关闭的飘窗和商业广告',
  question: '页面上的飘窗能不能关闭，有没有商业广告？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '不得刊登商业广告；飘窗应可关闭（条文未核对原文）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    none: {
      verdict: 'pass',
      message: '{subject}：读到的 {pages} 个页面里没有看到有问题的',
      claimsAbsence: true,
      ask: '没有读到、没有读全的页面上有没有飘窗或商业广告？',
    },
    stuck: {
      verdict: 'fail',
      message: '有 {count} 个页面的飘窗没有能用的关闭按钮，页面的脚本里也没有关闭它的代码：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列页面，飘窗是否确实关不掉？',
    },
    unclosable: {
      verdict: 'unsure',
      message: '有 {count} 个页面的飘窗没有看到关闭按钮：{names}',
      ask: '在浏览器中打开所列页面，飘窗能不能关闭？',
    },
    popped: {
      verdict: 'unsure',
      message: '有 {count} 个页面一打开就自动弹出新窗口：{names}',
      ask: '弹出的窗口是什么内容，有没有必要，是不是商业广告？',
    },
    shown: {
      verdict: 'fail',
      message: '有 {count} 个页面刊登了商业广告：{names}',
    },
    suspected: {
      verdict: 'unsure',
      message: '有 {count} 个页面疑似有商业广告：{names}',
      ask: '所列内容是不是商业广告？',
    },
  },
  example: '首页有“招聘会”飘窗，源码里没有关闭按钮，外部脚本没有读：飘窗 unclosable。',
  *run({ home, pages, pageAt }) {
    if (home === null) return
    const read = pages.filter(({ page }) => page.blocked === null && page.kind.value !== 'error')
    const open = ({ page: { furniture } }: PageView) =>
      (furniture?.floats ?? [])
        .filter((one) => !one.closable)
        .map((one) => ({
          ...one,
          sure:
            one.moved === true ||
            ((furniture?.readWhole ?? furniture?.codeRead) === true && one.still !== true),
        }))
    const stuck = placesOf(read, (view) => open(view).filter(({ sure }) => sure))
    const floats = placesOf(read, (view) => open(view).filter(({ sure }) => !sure))
    const shown = placesOf(read, ({ page }) =>
      (page.furniture?.adverts ?? []).filter((one) => isOffer(one, page)),
    )
    const adverts = placesOf(read, ({ page }) =>
      (page.furniture?.adverts ?? []).filter((one) => !isOffer(one, page)),
    )
    const popups = read.flatMap(({ page }) => page.furniture?.popups ?? [])
    if (popups.length > 0)
      yield opened(
        placesOf(read, ({ page }) => page.furniture?.popups ?? []),
        popups.map(({ url, quote }) => pageAt(url)?.page.headTitle ?? quote),
      )
    const answers = [
      ['飘窗：没有关闭按钮', 'stuck', stuck],
      ['飘窗', 'unclosable', floats],
      ['商业广告', 'suspected', adverts],
      ['商业广告：有价有联系', 'shown', shown],
    ] as const
    for (const [subject, outcome, places] of answers) {
      const told = subject.startsWith('飘窗') ? stuck : shown
      if (places.length === 0 && (outcome === 'stuck' || outcome === 'shown' || told.length > 0))
        continue
      const urls = [...new Set(places.map((place) => place.url))]
      if (places.length === 0)
        yield {
          outcome: 'none',
          subject,
          facts: { pages: read.length },
          measure: { value: 0, unit: 'count' },
          evidence: [citePage(home)],
          coverage: wholly(read),
        }
      else
        yield {
          outcome,
          subject,
          facts: {
            count: urls.length,
            names: listed([...new Set(places.map((place) => place.quote))], 3),
          },
          measure: { value: urls.length, unit: 'count' },
          evidence: places.slice(0, 5),
          pages: urls,
          coverage: WHOLE,
        }
    }
  },
})

/** Windows that open by themselves, by what stands in them where it was read. */
function opened(places: readonly Place[], words: readonly string[]): Observation<'popped'> {
  const urls = [...new Set(places.map(({ url }) => url))]
  return {
    outcome: 'popped',
    subject: '自动弹出的窗口',
    facts: { count: urls.length, names: listed([...new Set(words)], 3) },
    measure: { value: urls.length, unit: 'count' },
    evidence: places.slice(0, 5),
    pages: urls,
    coverage: WHOLE,
  }
}

/**
 * An advertising network, what no government may lead to, what calls itself an advertisement; else a price and goods or a
 * telephone on the way to the seller. Nothing of it where a public end is served; words without a link only where no text is
 * told, and with all that an offer has.
 */
function isOffer(
  { by, says = [], labelled, pictured, at }: Advert,
  { kind, furniture }: Page,
): boolean {
  const [goods, price, phone, order] = SIGNS.map((sign) => says.includes(sign))
  if (by === 'network') return true
  if (says.includes('public')) return false
  if (by === 'box') return kind.value !== 'article' && (labelled === true || LISTS.has(kind.value))
  if (by === 'near') return price === true && goods === true && (phone === true || order === true)
  if (by !== 'away') return false
  // What bids to buy at a price and floats over the page is no text of its own.
  if (price === true && order === true && (furniture?.floats ?? []).some((one) => isIn(at, one.at)))
    return true
  if (says.includes('shady')) return true
  if (labelled === true)
    return kind.value !== 'article' || price === true || (goods === true && order === true)
  if (goods === true && phone === true && order === true) return true
  return (
    price === true && (goods === true || phone === true || (order === true && pictured === true))
  )
}

const isIn = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

const SIGNS = ['goods', 'price', 'phone', 'order'] as const
/** Pages that tell nothing in words of their own. */
const LISTS: ReadonlySet<string> = new Set(['home', 'listing', 'directory'])

/** What was read was read whole: pages that were not read at all are told by their number. */
function wholly(views: readonly PageView[]): Rests {
  const cut = views.filter(({ page, capture }) => page.truncated || capture.truncated).length
  return cut === 0 ? WHOLE : partly(`有 ${cut} 个页面没有读全`)
}

/** All that a page has, each once. */
function placesOf(
  views: readonly PageView[],
  pick: (view: PageView) => readonly PlacedWords[],
): Place[] {
  return views.flatMap((view): Place[] =>
    [...new Map(pick(view).map((one) => [one.quote, one])).values()].map(({ at, quote }) => ({
      url: view.page.url,
      at,
      quote,
    })),
  )
}
