/**
 * Are there windows that float over a page and cannot be closed, or commercial advertising? Told from markup and inline
 * scripts alone, so what is found is put to a person and what an external script does is not seen; but a window that the
 * page's own script has drift, or that stands on a page whose scripts were all read, has no button that we missed. Words that offer a
 * thing, its price and a telephone to order it on a link to somebody's shop leave nothing to ask, nor do flats on sale and
 * what is to be paid down on a link to their seller, a picture that sells for a price on such a link, or in a box that is marked 【广告】. An article may quote such a box.
 */
import { citePage, defineCheck, listed, partly, type Rests, WHOLE } from '#engine/define-check'
import type { Page, PageFurniture, PlacedWords } from '#model/page'
import type { PageView, Place } from '#model/site-view'

export const advertisementSuspected = defineCheck({
  id: 'identity/advertisement-suspected',
  revision: 15,
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
      message: '有 {count} 个页面的飘窗没有关闭按钮，页面的脚本里也没有关闭它的代码：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列页面，飘窗是否确实关不掉？',
    },
    unclosable: {
      verdict: 'unsure',
      message: '有 {count} 个页面的飘窗没有看到关闭按钮：{names}',
      ask: '在浏览器中打开所列页面，飘窗能不能关闭？',
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
  *run({ home, pages }) {
    if (home === null) return
    const read = pages.filter(({ page }) => page.blocked === null && page.kind.value !== 'error')
    const open = ({ page: { furniture } }: PageView) =>
      (furniture?.floats ?? [])
        .filter((one) => !one.closable)
        .map((one) => ({ ...one, sure: one.moved === true || furniture?.readWhole === true }))
    const stuck = placesOf(read, (view) => open(view).filter(({ sure }) => sure))
    const floats = placesOf(read, (view) => open(view).filter(({ sure }) => !sure))
    const shown = placesOf(read, ({ page }) =>
      (page.furniture?.adverts ?? []).filter((one) => isOffer(one, page)),
    )
    const adverts = placesOf(read, ({ page }) =>
      (page.furniture?.adverts ?? []).filter((one) => !isOffer(one, page)),
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

/** What an offer says: that it sells, for how much, and where to order. */
const OFFERS = [
  /开盘|售楼|现房|热[销卖售]|发售|在售|抢[购订]|促销|直[销供]|团购|订购|加盟|招商|清仓|试[驾听]|预约|开业|大促|立享|名额有限|[进到]店/,
  /首付|均价|折扣|[\d一二三四五六七八九]折|特价|优惠|有礼|年化\s?\d|月[供付息]\s?\d|\d(?:\.\d+)?万?元?起|\d元(?:\/|每)|[￥¥]\s?\d/,
  /(?<!\d)(?:[48]00[-\s]?\d{3}[-\s]?\d{4}|0\d{2,3}[-－\s]?\d{7,8}|1[3-9]\d{9})(?!\d)|热线[:：]?\s*\d/,
] as const
/** Sold for a public end: whether it is an advertisement is for a person. */
const PUBLIC_END =
  /扶贫|帮扶|助农|公益|惠民|消费券|保障|安居|共有产权|人才|公租|配售|回迁|安置|普惠|担保|贴息|创业|乡村振兴|以旧换新|助学|景[区点]|门票|旅游|博物馆|场馆|消费[季节月]|购物节|促消费|红包|年货|展销|博览会|农产品|特产|招聘/
/** What has to be paid for a flat, on a link that leaves for whoever sells it. */
const FLATS = /首付(?:仅|只需|约|低至)?\s?\d|均价\s?\d/

/** A loan at so much a month. */
const LOAN = /(?:月息|日息)[低仅至约]{1,3}\s?\d/

/** Says itself what it is; in an article perhaps the case that is told of. */
const MARKED = /^[【〔[［（(]广告/
/** 广告：车险特惠 立减500元, on the link to the seller itself. */
const OWN_LABEL = /^广告[:：].*(?:特惠|立减|优惠|\d\s?折|\d\s?元|[￥¥]|免费)/

type Advert = PageFurniture['adverts'][number]

/** A telephone to order by, and a price or words that sell; or flats on sale; or a picture that sells for a price. */
function isOffer({ quote, pictured }: Advert, { kind }: Page): boolean {
  if (kind.value === 'article' && MARKED.test(quote)) return false
  const [sells, priced, called] = OFFERS.map((one) => one.test(quote))
  const flats = sells === true && FLATS.test(quote)
  // A picture that leads to the seller's own host and names what is to be paid.
  const banner = pictured === true && kind.value !== 'article' && sells === true && priced === true
  const ordered = called === true && (sells === true || priced === true)
  const said = OWN_LABEL.test(quote)
  return (flats || banner || ordered || said || LOAN.test(quote)) && !PUBLIC_END.test(quote)
}

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
