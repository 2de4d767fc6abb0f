/**
 * What of a page looks like advertising, by where it leads and what it says (sales-talk): networks that serve it, links that
 * leave for commercial hosts, boxes with something to sell, links that scripts write, rows of bought links. Whether it is
 * advertising is for a check; an article may tell of some.
 */
import { clip, squash } from '#base/text'
import type { Advert, SalesSign } from '#model/page'
import { MARKS } from './html-names.ts'
import { PUBLIC_LOTTERY, salesSigns, sells } from './sales-talk.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

/** Networks that serve commercial advertisements. */
const NETWORK =
  /(?:cpro|pos|dup|eclick)\.baidu(?:static)?\.com|googlesyndication\.com|doubleclick\.net|googleadservices\.com|tanx\.com|mediav\.com|alimama\.(?:com|cn)|adsame\.com|s\.click\.taobao\.com|union-click\.jd\.com|allyes\.com|gdt\.qq\.com|adsbygoogle|taboola\.com|outbrain\.com/i
/** Every match of NETWORK holds one of these: one look saves trying all its words at every place of a script. */
const NETWORK_HINT = /\.com|alimama\.cn|adsbygoogle/i
/** A machine that by its name serves nothing but advertisements. */
const AD_HOST = /^(?:https?:)?\/\/(?:ads?|adv|adserver|guanggao|union)\d*\.[\w.-]+/i
const SERVED: ReadonlySet<string> = new Set(['script', 'iframe', 'img', 'a', 'ins'])
const OFFER =
  /广告位?(?:招租|招商|出租|合作)|(?:诚招|承接)广告|广告(?:热线|投放|刊登)(?:电话|热线)?\s*[:：]?\s*\d/

/** What says of itself that it is an advertisement (广告, 广告：车险特惠); 【公益广告】 is none. */
const LABEL = /^[【〔[［（(]?(?:广告|推广|商业推广)[】〕\]］）)]?$|^广告[:：]/
const LABELLED = /[【〔[［（(](?:广告|推广)[】〕\]］）)]/g
/** Hosts of the press and of public bodies, to which a picture that a template calls 广告 often leads. */
const PUBLIC_HOST =
  /(?:^|\.)(?:org|people\.com|people|xinhuanet\.com|news|cctv\.com|cctv|12371|12377|weixin\.qq\.com)(?:\.cn)?$/i
const OFFICIAL_HOST = /(?:^|\.)(?:gov|edu|mil|ac)\.cn$|(?:^|\.)gov\.[a-z.]+$/i
const HOST = /^(?:https?:)?\/\/([^/?#:]+)/i
/**
 * Words of trades that buy links on other people's pages. One such link may be a partner; a row of them is a link farm,
 * often put there by whoever broke in (暗链).
 */
const TRADE =
  /小说|男科|妇科|整形|减肥|婚纱|家具|家教|门窗|土工布|虚拟主机|网站建设|网络营销|seo|代写|毕业证|私服|佛教用品|贷款|铝合金|不锈钢|搬家|回收|展览会|招聘网|人才网|超级军事/i
const TRADES = 4
const FORBIDDEN =
  /彩票|博彩|棋牌|赌场|时时彩|六合彩|私彩|百家乐|裸聊|成人(?:电影|视频)|代孕|办证|私服/
/** Trades that have no place on a government's page, whatever else is said. */
const STRONG =
  /(?:男科|妇科|不孕|整形|植发|减肥)医?院?|网贷|无抵押|高价(?:回收|上门)|加盟.{0,12}(?:开店|扶持|热线)|红包.{0,8}领/
/** Longer words of a shady link are a text that tells of such things. */
const SHADY_WORDS = 30
/** Longer lines are running text. */
const LONGEST_LINE = 120

const MOST = 5

export function readAdverts(tree: PageTree): readonly Advert[] {
  const found: Advert[] = [...networks(tree), ...links(tree)]
  found.push(...boxes(tree), ...boughtLinks(tree))
  if (found.length === 0) found.push(...codedNetwork(tree))
  const offer = OFFER.exec(tree.flat)
  if (offer !== null)
    found.push({
      quote: squash(offer[0]),
      at: tree.sourceSpan(offer.index, offer.index + offer[0].length),
    })
  return [...new Map(found.map((one) => [one.quote, one])).values()].slice(0, 2 * MOST)
}

function networks(tree: PageTree): readonly Advert[] {
  const found: Advert[] = []
  for (const el of tree.els) {
    if (found.length === MOST) break
    if ((el.marks & MARKS.leads) === 0 || !SERVED.has(el.tag)) continue
    const address = el.attrs.src ?? el.attrs.href ?? ''
    // An address on the portal itself names no network.
    const away = address.includes('//') || address.includes('adsbygoogle')
    const network = away ? NETWORK.exec(address) : null
    if (network !== null)
      found.push({ quote: network[0], at: [el.start, el.end], by: 'network', says: [] })
    else if (el.tag === 'iframe' && AD_HOST.test(address) && !isPublic(address))
      found.push({ quote: clip(address, 60), at: [el.start, el.end] })
  }
  return found
}

function codedNetwork(tree: PageTree): readonly Advert[] {
  for (const script of tree.scripts) {
    if (script.src !== '' || !NETWORK_HINT.test(script.code)) continue
    const network = NETWORK.exec(script.code)
    if (network !== null) return [{ quote: network[0], at: script.at, by: 'network', says: [] }]
  }
  return []
}

const hostIn = (address: string): string => HOST.exec(address)?.[1] ?? ''

function isPublic(address: string): boolean {
  const host = hostIn(address)
  return OFFICIAL_HOST.test(host) || PUBLIC_HOST.test(host)
}

/** Whether what is said on something that leads away, or not, may be advertising. */
function mayAdvertise(
  says: readonly SalesSign[],
  {
    by,
    pictured,
    words,
    inert = false,
  }: Pick<Advert, 'by' | 'pictured'> & { readonly words: string; readonly inert?: boolean },
): boolean {
  const has = (...some: readonly SalesSign[]): boolean => some.some((one) => says.includes(one))
  const sells = has('goods') && has('price')
  const orders = has('order', 'phone')
  if (by !== 'away')
    return sells && (has('phone') || (inert && orders) || pictured === true) && !has('public')
  // Goods are endless: a price and a telephone sell, whatever it is.
  const trades = has('price') && has('phone')
  if (has('public')) return trades || (sells && pictured === true)
  if (sells) return true
  if (has('shady')) return words.length <= SHADY_WORDS
  return (
    (has('price', 'goods') && orders) || STRONG.test(words) || (pictured === true && has('price'))
  )
}

/** Links by what they and their pictures say, those that a script writes among them. */
function links(tree: PageTree): readonly Advert[] {
  const found: Advert[] = []
  const speaks = /广告|推广/.test(tree.source)
  for (const el of tree.tagged('a')) {
    if (found.length === MOST) break
    const address = el.attrs.href ?? ''
    if (isPublic(address) || (hostIn(address) === '' && /^\w+:(?!.*script)/i.test(address)))
      continue
    const said = wordsOn(tree, el)
    const by = hostIn(address) === '' ? 'near' : 'away'
    const words = squash([...new Set(said.map((one) => one.trim()))].join(' '))
    const says = salesSigns(words)
    const isPicture = isPictured(tree, el)
    const inert = /^(?:#|javascript:|$)/i.test(address)
    const shape = { by, ...(isPicture ? { pictured: true as const } : {}) } as const
    const label = speaks && by === 'away' ? labelOf(tree, el, said) : undefined
    if (label === undefined && !mayAdvertise(says, { ...shape, words, inert })) continue
    const sold = said.find((one) => mayAdvertise(salesSigns(one), { ...shape, words: one, inert }))
    const quote = clip(label ?? sold ?? said.find((one) => one.trim() !== '') ?? words, 60)
    const marked = label === undefined ? {} : { labelled: true as const }
    found.push({ quote, at: [el.start, el.end], says, ...shape, ...marked })
  }
  return [...found, ...writtenLinks(tree)]
}

const WRITTEN_LINK =
  /<a\b[^<>]{0,300}?href\s*=\s*["']?([^"'\s<>]{4,300})[^<>]*>([\s\S]{0,600}?)<\/a>/gi

/** `document.write('<a href="http://…"><img alt="…"></a>')`. */
function writtenLinks(tree: PageTree): readonly Advert[] {
  return tree.scripts.flatMap(({ code, han, at }) => {
    if (!han || !/href/i.test(code)) return []
    return [...code.replace(/\\(["'/])/g, '$1').matchAll(WRITTEN_LINK)].flatMap(
      (link): Advert[] => {
        const [whole, address = ''] = link
        if (hostIn(address) === '' || isPublic(address)) return []
        const said = [...whole.matchAll(/(?:alt|title)\s*=\s*["']([^"'<>]{2,80})/gi)].map(
          ([, words = '']) => words,
        )
        said.push(squash(whole.replace(/<[^>]*>/g, ' ')))
        const quote = said.find((one) => one.length > 1) ?? ''
        const says = salesSigns(said.join(' '))
        const pictured = /<img\b/i.test(whole) ? { pictured: true as const } : {}
        const words = said.join(' ')
        return mayAdvertise(says, { by: 'away', words, ...pictured })
          ? [{ quote: clip(quote, 60), at, by: 'away', says, ...pictured }]
          : []
      },
    )
  })
}

/** Nothing but a picture. */
function isPictured(tree: PageTree, link: El): boolean {
  return (
    wordsOf(tree, link) === '' &&
    tree.els.slice(link.i + 1, link.last).some(({ tag }) => tag === 'img')
  )
}

/** 广告, said by the link itself or by nothing but the box around it or what stands before it. */
function labelOf(tree: PageTree, link: El, said: readonly string[]): string | undefined {
  const around = link.parent === null ? [] : [wordsOf(tree, link.parent)]
  const own = [...said, ...around].find((text) => LABEL.test(text.trim()))
  if (own !== undefined || !isPictured(tree, link)) return own
  const before = tree.flat.slice(Math.max(0, link.from - 12), link.from).trim()
  const last = before.slice(before.lastIndexOf('\n') + 1).trim()
  return LABEL.test(last) ? last : undefined
}

/** Lines that sell without a link: marked 【广告】, on something that a click opens, or with all that an offer has. */
function boxes(tree: PageTree): readonly Advert[] {
  const found: Advert[] = []
  const marked = [...tree.flat.matchAll(LABELLED)].map(({ index }) => index)
  for (const index of marked) {
    const el = marksBox(tree, index)
    const words = el === null ? '' : wordsOf(tree, el)
    const says = salesSigns(words)
    if (el !== null && says.includes('goods') && (says.includes('price') || says.includes('order')))
      found.push({
        quote: clip(words, 60),
        at: [el.start, el.end],
        by: 'box',
        says,
        labelled: true,
      })
  }
  for (const el of tree.acting) {
    const to = /['"]((?:https?:)?\/\/[^'"]+)/i.exec(el.attrs.onclick ?? '')?.[1] ?? ''
    const words = wordsOf(tree, el)
    if (el.tag === 'a' || hostIn(to) === '' || isPublic(to) || words.length > LONGEST_LINE) continue
    const says = salesSigns(words)
    if (mayAdvertise(says, { by: 'away', words }))
      found.push({ quote: clip(words, 60), at: [el.start, el.end], by: 'away', says })
  }
  found.push(...laidOver(tree))
  return [...found, ...offersIn(tree, new Set(found.map(({ quote }) => quote)))].slice(0, MOST)
}

/** An offer parted over the lines of a box that is laid over the page. */
function laidOver(tree: PageTree): readonly Advert[] {
  return tree.els.flatMap((el): readonly Advert[] => {
    if (el.hidden || el.to - el.from > LONGEST_LINE || !OVER.test(el.attrs.style ?? '')) return []
    const words = squash(wordsOf(tree, el))
    const says = salesSigns(words)
    if (!sells(words) || !says.includes('phone') || !says.includes('order')) return []
    return [{ quote: clip(words, 60), at: [el.start, el.end], by: 'near', says }]
  })
}
const OVER = /position\s*:\s*(?:absolute|fixed)/i

/** Goods, price and telephone in one line that no link holds. */
function offersIn(tree: PageTree, told: ReadonlySet<string>): readonly Advert[] {
  if (!/热线|电话|\d{7}/.test(tree.flat)) return []
  const found: Advert[] = []
  let from = 0
  for (const line of tree.flat.split('\n')) {
    const start = from
    from += line.length + 1
    if (line.length > LONGEST_LINE || !/\d{3}/.test(line)) continue
    const words = squash(line)
    const says = salesSigns(words)
    if (!['goods', 'price', 'phone'].every((one) => says.includes(one as SalesSign))) continue
    if (says.includes('public') || told.has(clip(words, 60))) continue
    const end = start + line.length
    let el = tree.elementAt(end - line.trimStart().length, start + line.trimEnd().length)
    while (el !== null && el.tag !== 'a') el = el.parent
    if (el === null)
      found.push({ quote: clip(words, 60), at: tree.sourceSpan(start, end), by: 'box', says })
  }
  return found
}

/** The box whose words begin with the mark; null where it stands amid others. */
function marksBox(tree: PageTree, index: number): El | null {
  let el = tree.els.findLast((one) => one.from <= index && index < one.to) ?? null
  // The mark alone in an element of its own.
  while (el !== null && LABEL.test(wordsOf(tree, el))) el = el.parent
  return el === null || tree.flat.slice(el.from, index).trim() !== '' ? null : el
}

/** What a link says: its text, its own titles and those of its pictures. */
function wordsOn(tree: PageTree, link: El): string[] {
  const words: string[] = []
  if (link.to > link.from) words.push(wordsOf(tree, link))
  for (let i = link.i; i < link.last; i++) {
    const el = tree.els[i]
    if (el === undefined || (el !== link && el.tag !== 'img')) continue
    if ((el.marks & MARKS.says) === 0) continue
    if (el.attrs.title !== undefined) words.push(el.attrs.title)
    if (el.attrs.alt !== undefined) words.push(el.attrs.alt)
  }
  return words
}

/** Links sold to trades, or put there by strangers: a row of trades, or a single forbidden one. */
function boughtLinks(tree: PageTree): readonly Advert[] {
  const anchors = tree.tagged('a')
  const outside: { readonly el: El; readonly words: string }[] = []
  for (const [i, el] of anchors.entries()) {
    const host = hostIn(el.attrs.href ?? '')
    if (host === '' || OFFICIAL_HOST.test(host)) continue
    // Such rows are often left unclosed (`<a>` for `</a>`): a link's words end where the next begins.
    const next = anchors[i + 1]
    const open = next !== undefined && next.from < el.to
    const words = open ? squash(tree.flat.slice(el.from, next.from)) : wordsOf(tree, el)
    if (words !== '' && !PUBLIC_LOTTERY.test(words)) outside.push({ el, words })
  }
  const forbidden = outside.filter(({ words }) => words.length <= 8 && FORBIDDEN.test(words))
  const trades = outside.filter(({ words }) => words.length <= 20 && TRADE.test(words))
  const bought = trades.length >= TRADES ? [...forbidden, ...trades] : forbidden
  return bought.slice(0, MOST).map(({ el, words }) => ({ quote: words, at: [el.start, el.end] }))
}
