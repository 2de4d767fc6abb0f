/**
 * What a page carries around its content that a static reading can tell: the words of a leave-site prompt, windows that
 * float over the page and whether they can be closed, and advertising. Reads markup and inline scripts; what external
 * scripts do is not seen, so an absence here is no absence. Whether any of it is wrong is for checks.
 */
import { clip, squash } from '#base/text'
import type { PageFurniture, PlacedWords } from '#model/page'
import { MARKS } from './html-names.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

/** 您访问的链接即将离开“某某”门户网站，是否继续？ and its variants; 该链接不属于本网站，是否继续访问？即将打开外部链接。 */
const LEAVING =
  /(?:您|你)[^"'<>\n]{0,16}(?:即将|将要|将|正要|正在|准备)(?:离开|跳转)[^"'<>\n]{0,60}|(?:即将|将要|是否|确[定认])要?离开[^"'<>\n]{0,40}(?:网站|门户|本站)[^"'<>\n]{0,20}|离开(?:本|当前)(?:网?站|页面)[^"'<>\n]{0,30}|(?:即将|将要?)(?:跳转|访问|打开|前往|进入)[^"'<>\n]{0,8}(?:外部|站外|第三方|非政府|非本)[^"'<>\n]{0,30}|(?:不属于|不是|并非|非)(?:本|我|政府)[^"'<>\n]{0,10}(?:网站|站)[^"'<>\n]{0,30}(?:继续|打开|访问)|(?:外部|站外|第三方|非政府)(?:链接|网站|网址)[^"'<>\n]{0,30}继续(?:访问|打开|浏览|前往)/

/** Names that floating windows go by in real templates. */
const FLOAT_NAME =
  /(?:^|[\s_-])(?:piao(?:chuang|fu|dong|liu)?|pf(?:img|box|div)?|fu(?:chuang|biao|dong)|float(?:ing)?(?:ad|img|div|box|win(?:dow)?|layer|pic)?|ad_?float|moveadv?|codefans_net|couplet|duilian|drift|suspend|xuanfu)\d*(?=$|[\s_-])/i
/** Bars that stay beside the page are tools, not windows. */
const TOOL =
  /share|top|nav|menu|tool|search|kefu|service|side|header|footer|left|right|clear|fix$|login/i
/** A box that its maker calls an advertisement, fixed over the page where it stands. */
const AD_NAME =
  /(?:^|[\s_-])(?:ads?|adv|gg|guanggao|pop(?:win|up|box|ad)?|tanchuang|winpop)[\s_-]?\d*(?=$|\s)/i
const FIXED = /position\s*:\s*fixed/i
/** What such a box may hold and be a tool all the same. */
const TOOL_WORDS =
  /无障碍|长者|关怀|适老|问答|客服|机器人|咨询|顶部|分享|微信|微博|扫一扫|扫码|二维码|找错|登录|搜索|邮箱|信箱|热线|12345|标识/
const OVER = /position\s*:\s*(?:absolute|fixed)/i
const CLOSE = /关\s?闭|关掉|×|✕|╳|\bclose\b|guanbi/i
const CLOSE_CODE = /close|guanbi|\.hide\(|display\s*[=:]\s*['"]?none|\.remove\(/i

/** Networks that serve commercial advertisements. */
const NETWORK =
  /(?:cpro|pos|dup|eclick)\.baidu(?:static)?\.com|googlesyndication\.com|doubleclick\.net|googleadservices\.com|tanx\.com|mediav\.com|alimama\.(?:com|cn)|adsame\.com|s\.click\.taobao\.com|allyes\.com|gdt\.qq\.com|adsbygoogle|taboola\.com|outbrain\.com/i
/** Every match of NETWORK holds one of these: one look saves trying all its words at every place of a script. */
const NETWORK_HINT = /\.com|alimama\.cn|adsbygoogle/i
const SERVED: ReadonlySet<string> = new Set(['script', 'iframe', 'img', 'a', 'ins'])
const OFFER =
  /广告位?(?:招租|招商|出租|合作)|(?:诚招|承接)广告|广告(?:热线|投放|刊登)(?:电话|热线)?\s*[:：]?\s*\d/

/** Words that sell something, on a link that leaves for a commercial host. */
const SELLING =
  /\d元起.{0,20}(?:热线|电话|[48]00-?\d{3})|(?:订购|咨询|预约|报名)热线[:：\s]*[48]00|盛大开盘|开盘(?:在即|热销|特惠)|火爆(?:销售|预约)|首付(?:仅|只需|约)?[\d一二三四五六七八九十]+(?:万|成|%)|(?:限时|年终|新店|开业)(?:特惠|优惠|抢购|折扣|酬宾)|厂家直(?:销|供)|(?:全场|低至)[\d一二三四五六七八九]+(?:\.\d)?折|买一送一|满\d+减\d+|包邮|秒杀|(?:加盟|订购|购房|招商)热线|免费试(?:听|用|驾)|(?:无抵押|信用)贷款|贷款.{0,6}(?:月息|日息|利率)[低仅至约]{1,3}\s?\d|月息[低仅至约]{1,3}\s?\d.{0,6}(?:立即|马上)申请|(?:高价|上门)回收|高价上门|(?:立即|马上|限量|火热)(?:抢购|下单)|特价(?:促销|甩卖)|大促销|清仓(?:甩卖|处理)|低价(?:团购|抢购)|网贷|快速到账|秒批|(?:当[天日]|即[日时]|极速|秒|最快.{0,6})(?:放款|下款|到账)|(?:零|0)首付|免费(?:领取|试用)(?!.{0,6}(?:口罩|药))|代开发票|学历(?:提升|包过)|(?:男科|妇科|不孕|整形|植发)医院|二手车(?:回收|收购)|论文代/
/** Words that sell on a picture that leads to a commercial host; in a text link they may be news. */
const SELLING_PICTURE =
  /(?:盛大|隆重)开业|开业(?:大吉|酬宾|庆典)|进店有礼|到店有礼|名额有限|(?:年化|月息|日息|月供|月付)\s?(?:利率)?[低仅至约]{0,2}\s?\d|\d元起|扫码(?:立享|下单|领券|抢购)|大促|(?:全场|低至)[\d一二三四五六七八九]/
/** What says of itself that it is an advertisement (广告, 广告：车险特惠); 【公益广告】 is none. */
const LABEL = /^[【〔[［（(]?广告[】〕\]］）)]?$|^广告[:：]/
const LABELLED = /[【〔[［（(]广告[】〕\]］）)]/g
/** Hosts of the press and of public bodies, to which a picture that a template calls 广告 often leads. */
const PUBLIC_HOST =
  /(?:^|\.)(?:org|people\.com|people|xinhuanet\.com|news|cctv\.com|cctv|12371|12377|weixin\.qq\.com)(?:\.cn)?$/i
/** Hosts of government, at home and in other places' spelling. */
const GOVERNMENT = /^https?:\/\/[^/]*\.gov\./i
/**
 * Words of trades that buy links on other people's pages. One such link may be a partner; a row of them is a link farm,
 * often put there by whoever broke in (暗链). The public lotteries are no gambling.
 */
const TRADE =
  /小说|男科|妇科|整形|减肥|婚纱|家具|家教|门窗|土工布|虚拟主机|网站建设|网络营销|seo|代写|毕业证|私服|佛教用品|贷款|铝合金|不锈钢|搬家|回收|展览会|招聘网|人才网|超级军事/i
const TRADES = 4
const FORBIDDEN =
  /彩票|博彩|棋牌|赌场|时时彩|六合彩|私彩|百家乐|裸聊|成人(?:电影|视频)|代孕|办证|私服/
const PUBLIC_LOTTERY = /福利彩票|体育彩票|福彩|体彩/
const HOST = /^https?:\/\/([^/?#:]+)/i
const OFFICIAL_HOST = /(?:^|\.)(?:gov|edu|mil|ac)\.cn$|(?:^|\.)gov\.[a-z.]+$/i

const MOST = 5

/** Null where there is none of it. */
export function readFurniture(tree: PageTree): PageFurniture | null {
  const { source } = tree
  const leaving = /离开|跳转|继续|外部|站外|第三方|不属于|非政府|非本/.test(source)
    ? LEAVING.exec(source)
    : null
  const leavePrompt =
    leaving === null || isContent(tree, leaving.index) || isCommentedOut(tree, leaving.index)
      ? null
      : placed(leaving[0], leaving.index)
  const floats = floatsOn(tree)
  const adverts = advertsOn(tree)
  const isWhole = tree.scripts.every(({ src, code }) =>
    src === '' ? !LOADS.test(code) : COUNTS.test(src) || LIBRARY.test(src),
  )
  return leavePrompt === null && floats.length === 0 && adverts.length === 0 && !isWhole
    ? null
    : {
        leavePrompt,
        floats,
        adverts,
        ...(isWhole ? { readWhole: true } : {}),
        ...(tree.scripts.some(({ code }) => CLICKS.test(code)) ? { clicks: true } : {}),
      }
}

/** `$(".fj a").click(…)`, `document.addEventListener("click", …)`. */
const CLICKS =
  /\.(?:click|live|delegate|bind|on)\s*\(\s*(?:function|\(|['"]click|[\w$]+\s*=>)|addEventListener\s*\(\s*['"]click|\.onclick\s*=/
/** Script files that count visits or put in the marks that every government site has: they write nothing else. */
const COUNTS =
  /jiucuo|conac\.cn|\/(?:counter|visitcount|articlehits|tongji|hits?)\b|hm\.baidu\.com|cnzz\.com|google-analytics/i
/** Libraries as they are handed out, in a file of their own name: they do what the page's own code asks of them. */
const LIBRARY =
  /(?:^|\/)(?:jquery|jquery[.-](?:\d[\w.]*|superslide(?:[.-]?\d[\w.]*)?|easing[\w.]*|cookie|migrate[\w.-]*)|swiper(?:-bundle|[-.]?\d[\w.]*)?|html5shiv|respond|echarts)(?:[.-]min|[.-]slim)?\.js(?:\?[\w=.-]*)?$/i
/** Inline code that loads more code, but for the marks', or asks something in words that may be any. */
const LOADS =
  /\bconfirm\s*\(|layer\.|\.showModal|createElement\(\s*['"]script|getScript\s*\(|\bimport\s*\(|\.load\s*\(\s*['"]|(?:\$|jQuery)\.(?:ajax|get|post|getJSON)\b|XMLHttpRequest|\bfetch\s*\(|script(?!\b[^>]{0,80}(?:conac|jiucuo))[^>]{0,80}\bsrc\s*=/i

function placed(words: string, index: number): PlacedWords {
  return { quote: squash(words), at: [index, index + words.length] }
}

/** In a comment of the markup or of a script: the code does nothing. */
function isCommentedOut(tree: PageTree, index: number): boolean {
  if (tree.comments.some(({ at }) => at[0] <= index && index < at[1])) return true
  const script = tree.scripts.find(({ at }) => at[0] <= index && index < at[1])
  if (script === undefined) return false
  const place = index - script.at[0]
  return [...script.code.matchAll(/\/\*[\s\S]*?\*\//g)].some(
    (block) => block.index <= place && place < block.index + block[0].length,
  )
}

/** A paragraph about leaving (of a country, of a post) is no prompt: prompts stand in scripts, attributes or dialogs. */
function isContent(tree: PageTree, index: number): boolean {
  const el = tree.els.findLast((one) => one.start <= index && index < one.end)
  if (el === undefined || el.tag === 'script') return false
  // In the tag itself: an attribute.
  if (/^<[^>]*$/.test(tree.source.slice(el.start, index))) return false
  for (let at: El | null = el; at !== null; at = at.parent)
    if (at.hidden || DIALOG.test(`${at.attrs.id ?? ''} ${at.attrs.class ?? ''}`)) return false
  return true
}

const DIALOG = /dialog|layer|modal|popup|pop|tan|alert|leave|confirm|mask|prompt|tips?(?![a-z])/i

function floatsOn(tree: PageTree): PageFurniture['floats'] {
  const found: PageFurniture['floats'][number][] = []
  for (const el of tree.els) {
    if (found.length === MOST) break
    // A link and a picture stand in it.
    if (el.last - el.i < 3 || el.tag !== 'div' || el.hidden) continue
    if (el.id === '' && el.classes === '') continue
    const name = `${el.id} ${el.classes}`
    if (TOOL.test(name) || !(FLOAT_NAME.test(name) || isFixedAd(tree, el) || isMoved(tree, el)))
      continue
    const inside = tree.els.slice(el.i + 1, el.last)
    const link = inside.find((one) => one.tag === 'a' && (one.attrs.href ?? '') !== '')
    const picture = inside.find((one) => one.tag === 'img')
    if (link === undefined || picture === undefined) continue
    const script = tree.scripts.find(({ code }) => el.id !== '' && code.includes(el.id))
    // Styled elsewhere and moved by no script here: perhaps no floating window at all.
    if (!OVER.test(el.attrs.style ?? '') && script === undefined) continue
    const words = [picture.attrs.alt, link.attrs.title, wordsOf(tree, el)]
    const markup = tree.source.slice(el.start, el.end)
    const isMover = script !== undefined && drifts(script.code)
    found.push({
      quote: clip(
        words.find((text) => (text ?? '').trim() !== '') ?? (el.id === '' ? el.classes : el.id),
        60,
      ),
      at: [el.start, el.end],
      closable: CLOSE.test(markup) || CLOSE_CODE.test(script?.code ?? ''),
      ...(isMover ? { moved: true as const } : {}),
    })
  }
  return found
}

/** Fixed in its own markup and holding nothing but a linked picture: no bar, no list of tools. */
function isFixedAd(tree: PageTree, el: El): boolean {
  const style = el.attrs.style ?? ''
  if (!AD_NAME.test(`${el.id} ${el.classes}`) || !FIXED.test(style)) return false
  if (/width\s*:\s*100%/.test(style)) return false
  const inside = tree.els.slice(el.i + 1, el.last)
  const links = inside.filter(
    (one) => one.tag === 'a' && /^(?!#|javascript:)./i.test(one.attrs.href ?? ''),
  )
  const [link] = links
  if (link === undefined || links.length > 1) return false
  return !TOOL_WORDS.test([...wordsOn(tree, link), wordsOf(tree, el)].join(' '))
}

/** A script sets the box of this id moving, whatever it is called. */
function isMoved(tree: PageTree, el: El): boolean {
  if (el.id === '') return false
  const isOver = OVER.test(el.attrs.style ?? '')
  const isHanded = ({ code }: { readonly code: string }): boolean =>
    [...code.matchAll(MOVER)].some(([, one, other]) => (one ?? other) === el.id)
  if (tree.scripts.some(isHanded)) return true
  return tree.scripts.some(({ code }) => isOver && code.includes(el.id) && drifts(code))
}

const drifts = (code: string): boolean =>
  /setInterval|setTimeout|requestAnimationFrame/.test(code) && MOVING.test(code)

/** The box is handed to one of the movers that go round: new AdMove("ad1"), $("#ad1").floatAd(…). */
const MOVER =
  /new\s+(?:AdMove|AdFloat|FloatAd|FloatImg|Floater|Floating)\s*\(\s*['"]#?([\w-]+)['"]|\(\s*['"]#([\w-]+)['"]\s*\)\s*\.(?:floatAd|floatingAd|adFloat|imgFloat|floatImg|autoMove|adMove)\s*\(/gi

/** Both its place from the left or the top is written, and not once but by a variable. */
const MOVING = /\.style\.(?:left|top|pixelLeft|pixelTop)\s*=\s*(?!['"]\d)/

function advertsOn(tree: PageTree): PageFurniture['adverts'] {
  const found: PageFurniture['adverts'][number][] = []
  const anchors = tree.tagged('a')
  const speaks = tree.source.includes('广告')
  for (const el of tree.els) {
    if (found.length === MOST) break
    if ((el.marks & MARKS.leads) === 0 || !SERVED.has(el.tag)) continue
    const address = el.attrs.src ?? el.attrs.href ?? ''
    // An address on the portal itself names no network.
    const away = address.includes('//') || address.includes('adsbygoogle')
    const network = away ? NETWORK.exec(address) : null
    if (network !== null) found.push({ quote: network[0], at: [el.start, el.end] })
  }
  for (const el of anchors) {
    if (found.length === MOST) break
    const address = el.attrs.href ?? ''
    // What sells and leads nowhere (href="#") is there to be read.
    const isInert = /^(?:#|javascript:|$)/i.test(address)
    if ((!isInert && !/^https?:/i.test(address)) || GOVERNMENT.test(address)) continue
    const said = wordsOn(tree, el)
    const isPicture = isPictured(tree, el)
    const words =
      said.find((text) => SELLING.test(text) || (isPicture && SELLING_PICTURE.test(text))) ??
      (speaks && !isInert ? labelOf(tree, el, said) : undefined)
    if (words === undefined) continue
    const pictured = isPicture ? { pictured: true as const } : {}
    found.push({ quote: clip(words, 60), at: [el.start, el.end], ...pictured })
  }
  if (speaks) found.push(...labelledBoxes(tree))
  found.push(...boughtLinks(tree))
  for (const script of found.length === 0 ? tree.scripts : []) {
    if (script.src !== '' || !NETWORK_HINT.test(script.code)) continue
    const network = NETWORK.exec(script.code)
    if (network === null) continue
    found.push({ quote: network[0], at: script.at })
    break
  }
  const offer = OFFER.exec(tree.flat)
  if (offer !== null)
    found.push({
      quote: squash(offer[0]),
      at: tree.sourceSpan(offer.index, offer.index + offer[0].length),
    })
  return found
}

/** Nothing but a picture, on a link to a host that is neither a public body's nor the press's. */
function isPictured(tree: PageTree, link: El): boolean {
  const host = HOST.exec(link.attrs.href ?? '')?.[1] ?? ''
  if (OFFICIAL_HOST.test(host) || PUBLIC_HOST.test(host) || wordsOf(tree, link) !== '') return false
  return tree.els.slice(link.i + 1, link.last).some(({ tag }) => tag === 'img')
}

/** 广告, said by a link to a commercial host itself or by nothing but the box around it. */
function labelOf(tree: PageTree, link: El, said: readonly string[]): string | undefined {
  const host = HOST.exec(link.attrs.href ?? '')?.[1] ?? ''
  if (OFFICIAL_HOST.test(host) || PUBLIC_HOST.test(host)) return undefined
  const around = link.parent === null ? [] : [wordsOf(tree, link.parent)]
  return [...said, ...around].find((text) => LABEL.test(text.trim()))
}

/** A box whose words begin with 【广告】 and then sell something, linked or not. */
function labelledBoxes(tree: PageTree): readonly PlacedWords[] {
  const found: PlacedWords[] = []
  for (const { index } of tree.flat.matchAll(LABELLED)) {
    let el = tree.els.findLast((one) => one.from <= index && index < one.to) ?? null
    // The mark alone in an element of its own.
    while (el !== null && LABEL.test(wordsOf(tree, el))) el = el.parent
    if (el === null || tree.flat.slice(el.from, index).trim() !== '') continue
    const words = wordsOf(tree, el)
    if (SELLING.test(words)) found.push({ quote: clip(words, 60), at: [el.start, el.end] })
    if (found.length === MOST) break
  }
  return found
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
function boughtLinks(tree: PageTree): readonly PlacedWords[] {
  const anchors = tree.tagged('a')
  const outside: { readonly el: El; readonly words: string }[] = []
  for (const [i, el] of anchors.entries()) {
    const host = HOST.exec(el.attrs.href ?? '')?.[1]
    if (host === undefined || OFFICIAL_HOST.test(host)) continue
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
