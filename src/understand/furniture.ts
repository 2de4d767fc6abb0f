/**
 * What a page carries around its content that a static reading can tell: the words of a leave-site prompt and whether all
 * its scripts were read; windows that float over it and advertising are read in files of their own. Reads markup and inline
 * scripts; what external scripts do is not seen, so an absence here is no absence. Whether any of it is wrong is for checks.
 */
import { squash } from '#base/text'
import type { PageFurniture, PlacedWords } from '#model/page'
import { readAdverts } from './adverts.ts'
import { readFloats } from './floats.ts'
import { readPopups } from './popups.ts'
import type { El, PageTree } from './tree.ts'

/** 您访问的链接即将离开“某某”门户网站，是否继续？ and its variants; 该链接不属于本网站，是否继续访问？即将打开外部链接。 */
const LEAVING =
  /(?:您|你)[^"'<>\n]{0,16}(?:即将|将要|将|正要|正在|准备)(?:离开|跳转)[^"'<>\n]{0,60}|(?:即将|将要|是否|确[定认])要?离开[^"'<>\n]{0,40}(?:网站|门户|本站)[^"'<>\n]{0,20}|离开(?:本|当前)(?:网?站|页面)[^"'<>\n]{0,30}|(?:即将|将要?)(?:跳转|访问|打开|前往|进入)[^"'<>\n]{0,8}(?:外部|站外|第三方|非政府|非本)[^"'<>\n]{0,30}|(?:不属于|不是|并非|非)(?:本|我|政府)[^"'<>\n]{0,10}(?:网站|站)[^"'<>\n]{0,30}(?:继续|打开|访问)|(?:外部|站外|第三方|非政府)(?:链接|网站|网址)[^"'<>\n]{0,30}继续(?:访问|打开|浏览|前往)/

/** Null where there is none of it. */
export function readFurniture(tree: PageTree, base: string): PageFurniture | null {
  const { source } = tree
  const leaving = /离开|跳转|继续|外部|站外|第三方|不属于|非政府|非本/.test(source)
    ? LEAVING.exec(source)
    : null
  const leavePrompt =
    leaving === null || isContent(tree, leaving.index) || isCommentedOut(tree, leaving.index)
      ? null
      : placed(leaving[0], leaving.index)
  const isRead = tree.scripts.every(({ src, code }) =>
    src === '' ? !LOADS_MORE.test(code) : COUNTS.test(src) || LIBRARY.test(src),
  )
  const floats = readFloats(tree, isRead)
  const adverts = readAdverts(tree)
  const popups = readPopups(tree, base)
  // What answers a click by asking before one leaves, and no more, opens nothing.
  const doing = tree.scripts.filter(
    ({ code }) => !(CLICKS.test(code) && LEAVING.test(code)) || SHOWS.test(code),
  )
  const isWhole = isRead && doing.every(({ code }) => !ASKS.test(code))
  return leavePrompt === null && floats.length + adverts.length + popups.length === 0 && !isRead
    ? null
    : {
        leavePrompt,
        floats,
        adverts,
        ...(popups.length > 0 ? { popups } : {}),
        ...(isWhole ? { readWhole: true } : {}),
        ...(isRead ? { codeRead: true } : {}),
        ...(doing.some(({ code }) => CLICKS.test(code)) ? { clicks: true } : {}),
      }
}

/** Code that brings something to sight or leads elsewhere. */
const SHOWS =
  /\.(?:show|toggle|fadeIn|slideDown|slideToggle|css|addClass|toggleClass|html|append|attr|siblings|next)\s*\(|window\.open|location\s*[.=]|style\.|innerHTML|layer\.|dialog/i

/** `$(".fj a").click(…)`, `document.addEventListener("click", …)`. */
const CLICKS =
  /\.(?:click|live|delegate|bind|on)\s*\(\s*(?:function|\(|['"]click|[\w$]+\s*=>)|addEventListener\s*\(\s*['"]click|\.onclick\s*=/
/** Script files that count visits or put in the marks that every government site has: they write nothing else. */
const COUNTS =
  /jiucuo|conac\.cn|\/(?:counter|visitcount|articlehits|tongji|hits?)\b|hm\.baidu\.com|cnzz\.com|google-analytics/i
/** Libraries as they are handed out, in a file of their own name: they do what the page's own code asks of them. */
const LIBRARY =
  /(?:^|\/)(?:jquery|jquery[.-](?:\d[\w.]*|superslide(?:[.-]?\d[\w.]*)?|easing[\w.]*|cookie|migrate[\w.-]*)|swiper(?:-bundle|[-.]?\d[\w.]*)?|html5shiv|respond|echarts)(?:[.-]min|[.-]slim)?\.js(?:\?[\w=.-]*)?$/i
/** Inline code that asks something in words that may be any. */
const ASKS = /\bconfirm\s*\(|layer\.|\.showModal/i
/** Inline code that loads more code, but for the marks'. */
const LOADS_MORE =
  /createElement\(\s*['"]script|getScript\s*\(|\bimport\s*\(|\.load\s*\(\s*['"]|(?:\$|jQuery)\.(?:ajax|get|post|getJSON)\b|XMLHttpRequest|\bfetch\s*\(|script(?!\b[^>]{0,80}(?:conac|jiucuo))[^>]{0,80}\bsrc\s*=/i

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
