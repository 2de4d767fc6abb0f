/**
 * Which part of a page an element belongs to: head menus, trail, main text, footer. Uses tag names, the habits of
 * class names, and position; every reader below asks here, so that one page has one geography.
 */
import { squash } from '#base/text'
import { findMain } from './main-box.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

export type Region = 'head' | 'nav' | 'trail' | 'footer' | 'side' | 'body'

export interface Regions {
  of(el: El): Region
  readonly trail: { readonly texts: readonly string[]; readonly el: El } | null
  /** Range of the running text that the footer covers; empty when there is none. */
  readonly footer: readonly [from: number, to: number]
  /** Element that holds the main text; null when no text stands out. */
  readonly main: El | null
  /** Position in the running text where the first paragraph of the main text begins. */
  readonly bodyStart: number
}

const NAV = /nav(?!y)|menu|mnue|daohang|(^|[\s_-])dh($|[\s_-])|topbar|toolbar|wza|crumb-?nav/i
const TRAIL =
  /crumb|position|location|dqwz|curmb|weizhi|(^|[\s_-])(path|place|wz|local|dz)($|[\s_-])/i
const FOOT =
  /foot(?!ball)|copyright|copy_?right|banquan|dibu|(^|[\s_-])(bottom|pz_down|links?|yqlj|friendlink|f_?links?)($|[\s_-])|bottom_?(nav|box|bg|con)?$/i
const HEAD = /head(?!line|ing)|(^|[\s_-])(top|banner|logo)($|[\s_-])/i
const SIDE =
  /(^|[\s_-])(side|sidebar|aside|related|relate|xgxw|xgwj|recommend|hot)($|[\s_-])|relnews|relative|tuijian/i

const TRAIL_LABEL =
  /(?:(?:当前|當前|所在|目前|[你您]的|[你您]现在的?|[你您]当前的?)(?:的)?位置|(?<=^|[\n\t] ?)位置(?=[ ：:]?[「【［[]?(?:网站|本站)?首 ?页)) ?[：:]?/g
const TRAIL_HOME =
  /(?<![^\s：:「])(?:网站|本站)?首 ?[页頁]」?\s{0,3}(?:[>＞»›→/「]|-(?! ?(?:联系|关于|网站|设为|加入|收藏|版权|返回)))/g
/** English pages say so at the beginning of a line, mostly with a label. */
const TRAIL_HOME_LATIN = /(?<=^|[\n\t]|[:：] ?)(?:Home|HOME)\s{0,3}[>＞»›→](?= ?\S)/gm
const SEPARATOR = /[>＞»›→|｜/\n\t「」]|(?<=\S) - (?=\S)|::/
const ENDS_OPEN = /(?:^|[>＞»›→|/：:「-])\s*$/
const GOES_ON = /^\s*(?:[>＞»›→「]|\/(?!\/))/

function nameOf(el: El): string {
  return el.id === '' ? el.classes : `${el.id} ${el.classes}`
}

/** More text than this beside a trail is not the trail's. */
const MAX_BESIDE = 120
/** A trail is shorter than this. */
const MAX_TRAIL = 300
/** Places that could begin one. */
const MAX_TRIES = 200

/** Trail texts from the 当前位置 line, outermost first, or null. */
function findTrail(tree: PageTree): { texts: string[]; el: El } | null {
  for (const pattern of [TRAIL_LABEL, TRAIL_HOME, TRAIL_HOME_LATIN]) {
    let tries = 0
    for (const match of tree.flat.matchAll(pattern)) {
      tries += 1
      if (tries > MAX_TRIES) break
      const labelEnd = match.index + match[0].length
      const from = pattern === TRAIL_LABEL ? labelEnd : match.index
      const far = beforeMenu(tree.flat, from, trailEnd(tree.flat, from))
      const to = ownEnd(tree, match.index, labelEnd, far)
      const texts = splitTrail(tree, from, to)
      let el = tree.elementAt(match.index, Math.max(labelEnd, to))
      // Text nodes between elements belong to the box around them. A trail that ends open (`>` and then the heading below)
      // is no more than its own line: the box around both is the page's body.
      const wide = el !== null && (el.tag === 'body' || el.to - el.from > to - from + MAX_BESIDE)
      if (wide) el = tree.elementAt(match.index, labelEnd) ?? el
      // Nor is it all of the cell in which it stands loose above the text.
      if (wide && el !== null && el.to - el.from > to - from + MAX_BESIDE)
        el = lastLink(tree, from, to) ?? el
      const least = pattern === TRAIL_LABEL ? 1 : 2
      if (!el || texts.length < least || to - from >= MAX_TRAIL) continue
      // The label beside steps that only a style sheet parts.
      const alone = texts.length === 1 && HOME_STEP.test(texts[0] ?? '')
      const named = alone ? namedTrail(tree) : null
      return named !== null && named.el.from <= match.index && named.el.to >= to
        ? named
        : { texts, el }
    }
  }
  return namedTrail(tree)
}

function lastLink(tree: PageTree, from: number, to: number): El | null {
  const links = tree.tagged('a').filter((one) => one.from >= from && one.to <= to)
  return links.findLast((one) => one.to > one.from) ?? null
}

/** The last step of a trail is no longer, be it a title. */
const MAX_STEP = 60

const LABEL_ALONE = /位置 ?[：:]?$/
const HOME_STEP = /^(?:(?:网站|本站|政府|返回)?(?:首 ?[页頁]|主 ?页)|Home)$/i

/** A box named for it whose steps are entries or links, the separators left to the style sheet. */
function namedTrail(tree: PageTree): { texts: string[]; el: El } | null {
  for (const el of tree.els) {
    if (el.classes === '' && el.id === '') continue
    if (!/crumb/i.test(nameOf(el)) || el.to - el.from > MAX_TRAIL) continue
    const texts: string[] = []
    let end = el.to
    for (let i = el.i + 1; i < el.last; i++) {
      const one = tree.els[i]
      if (one && (one.tag === 'li' || one.tag === 'a') && one.to > one.from) {
        const step = squash(tree.flat.slice(one.from, one.to)).replace(/^[/>] ?| ?[/>]$/g, '')
        if (!LABEL_ALONE.test(step)) texts.push(step)
        i = one.last - 1
        end = one.to
      }
    }
    const rest = squash(tree.flat.slice(end, el.to))
      .replace(/^[/>]|[/>]$/g, '')
      .trim()
    if (texts.length > 0 && rest !== '' && rest.length <= MAX_STEP) texts.push(rest)
    if (texts.length >= 2 && HOME_STEP.test(texts[0] ?? '')) return { texts, el }
  }
  return null
}

/** `<h2><span>首页 / 栏目</span>栏目</h2>`: the trail ends with the element that holds its steps, unless a separator follows. */
function ownEnd(tree: PageTree, from: number, labelEnd: number, to: number): number {
  const own = tree.elementAt(from, labelEnd)
  const box = trailBox(own)
  // `首页 > 栏目 >` right above a list: the box has its steps, and the mark at its end leads to no row of that list.
  // Nor is a title or a sentence on the line below the box a step.
  if (box && box.to < to && stepsIn(tree, box) >= 2) {
    const below = /^ ?\n/.test(tree.flat.slice(box.to, box.to + 2)) && !headsRows(tree, box.to)
    if (below || beginsRow(tree, box.to)) return box.to
  }
  if (!own || own.tag === 'a' || own.to >= to || own.to <= labelEnd) return to
  const goesOn =
    GOES_ON.test(tree.flat.slice(own.to, to)) || /^\s*[/｜|]/.test(tree.flat.slice(own.to, to))
  return goesOn || ENDS_OPEN.test(tree.flat.slice(from, own.to)) ? to : own.to
}

/** The small box around a label that is named for the trail. */
function trailBox(own: El | null): El | null {
  for (let up = own, climb = 0; up && climb < 3; up = up.parent, climb++) {
    if (!TRAIL.test(nameOf(up))) continue
    // Each step may be named for the trail too (el-breadcrumb__item): the outermost box has them all.
    const { parent } = up
    const outer = parent !== null && /crumb/i.test(nameOf(up)) && /crumb/i.test(nameOf(parent))
    const box = outer ? parent : up
    return box.to - box.from < MAX_TRAIL ? box : null
  }
  return null
}

function stepsIn(tree: PageTree, box: El): number {
  return tree.els.slice(box.i + 1, box.last).filter((el) => el.tag === 'a' && el.to > el.from)
    .length
}

/** The line behind a place is the heading of rows: the column's name, which the trail left to it. */
function headsRows(tree: PageTree, from: number): boolean {
  const start = from + tree.flat.slice(from, from + MAX_BESIDE).search(/\S/)
  let heading = start < from ? null : tree.elementAt(start, start + 1)
  for (let climb = 0; heading && climb < 3 && !/^h[1-6]$/.test(heading.tag); climb++)
    heading = heading.parent
  return heading !== null && /^h[1-6]$/.test(heading.tag) && beginsRow(tree, heading.to)
}

/** What stands behind a place is an entry of a list or table. */
function beginsRow(tree: PageTree, from: number): boolean {
  const next = from + tree.flat.slice(from, from + MAX_BESIDE).search(/\S/)
  let up = next < from ? null : tree.elementAt(next, next + 1)
  while (up && !/^(?:li|tr|dt|dd)$/.test(up.tag)) up = up.parent
  return up !== null && up.from >= from
}

/** The trail runs on over line ends as long as a separator says so (tables, nested lists). */
function trailEnd(flat: string, from: number): number {
  let to = from
  for (let guard = 0; guard < 24; guard++) {
    let next = to
    const most = Math.min(flat.length, from + MAX_TRAIL)
    while (next < most && flat.charAt(next) !== '\n' && flat.charAt(next) !== '\t') next += 1
    to = next
    if (to >= from + MAX_TRAIL) break
    const rest = flat.slice(to + 1, to + 80)
    const open = ENDS_OPEN.test(flat.slice(from, to)) || flat.slice(from, to).trim() === ''
    if (to >= flat.length || !(open || GOES_ON.test(rest))) break
    to += 1
  }
  return to
}

/** `首页 >> 公开 >> 指南`, and below it a menu whose rows begin with the mark too: it holds the column that the trail ended with. */
function beforeMenu(flat: string, from: number, to: number): number {
  const end = flat.indexOf('\n', from)
  if (end < 0 || end >= to) return to
  const steps = flat.slice(from, end).split(SEPARATOR).map(squash)
  const last = steps.at(-1) ?? ''
  if (steps.length < 2 || last === '') return to
  const rows = flat.slice(end + 1, to).split('\n')
  const isMenu = rows.some((row) => squash(row.replace(GOES_ON, '')) === last)
  return isMenu ? end : to
}

/** Some systems print the page's day at the end of the trail's line. */
const DAY_AT_END =
  /[\s[（(]*(?:19|20)\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?[\s\])）]*$/

/** 首页-政务公开-通知公告: steps that are no links behind the one that is, with nothing else between them. */
const HYPHENED = /^\p{Script=Han}{2,12}(?:-\p{Script=Han}{2,16})+$/u

function splitTrail(tree: PageTree, from: number, to: number): string[] {
  const clean = (part: string): string =>
    squash(part)
      .replace(/^[-：:>]+|[-：:>]+$/g, '')
      .trim()
  const texts = tree.flat
    .slice(from, to)
    .replace(DAY_AT_END, '')
    .split(SEPARATOR)
    .map(clean)
    .filter((part) => part !== '')
  if (texts.length > 1) return texts.slice(0, 10)
  // No separators printed (pictures, style sheets): the links are the steps.
  const steps: string[] = []
  let end = from
  const start = tree.elementAt(from, Math.min(to, from + 1))
  for (let i = start?.i ?? 0; i < tree.els.length && steps.length < 10; i++) {
    const one = tree.els[i]
    if (!one || one.from > to) break
    if (one.tag !== 'a' || one.from < from || one.to > to) continue
    steps.push(clean(tree.flat.slice(one.from, one.to)))
    end = one.to
  }
  if (steps.length === 0) return texts
  const rest = clean(tree.flat.slice(end, to))
  return [...steps, ...(HYPHENED.test(rest) ? rest.split('-') : [rest])].filter(
    (part) => part !== '',
  )
}

const FOOT_SIGN =
  /版权所有|ICP ?[备備]|网站标识码|公网安备|网站(?:主办|承办|标识|识别码|维护)[^，。；：:\n]{0,4}[：:]|(?:技术支持|技术维护|运行维护|运维)(?:单位)? ?[：:]|主 ?[办辦] ?(?:[单單] ?位|机关|机构|方)? ?[：:]|承 ?办 ?(?:单 ?位|机构|方)? ?[：:]|(?<=[\n\t])[主承] ?办(?: ?单 ?位)? ?(?=[\n\t])/g

/** 承办单位 without a colon: a cell of its own. */
const BARE_CELL = /^[主承][^：:]*$/

/** Furthest distance between two tell-tale words of one footer, in characters of running text. */
const FOOT_GAP = 200

/** The footer begins at the outermost foot-like element of the last part, or shortly before its tell-tale words. */
function findFooter(
  tree: PageTree,
  regionNames: readonly (Region | null)[],
  trail: Regions['trail'],
): [number, number] {
  const length = shownEnd(tree)
  let start = tree.flat.length
  for (const el of tree.els) {
    if (regionNames[el.i] === 'footer' && el.to - el.from > 10 && el.to > length * 0.6) {
      start = Math.min(start, el.from)
      break
    }
  }
  let sign = -1
  const floor = Math.max(0, Math.ceil(Math.min(length * 0.5, length - 1500)))
  // The last cluster of tell-tale words: the same words higher up belong to the text (网站工作年度报表 lists them all).
  // With what stands before: a sign may have to be a cell of its own.
  const before = Math.max(0, floor - 1)
  for (const match of [...tree.flat.slice(before, length).matchAll(FOOT_SIGN)].reverse()) {
    const at = before + match.index
    if (at < floor || (sign >= 0 && sign - at > FOOT_GAP)) break
    // A cell of its own with the code in the next one is a field of a form.
    const end = at + match[0].length
    if (sign >= 0 && match[0] === '网站标识码' && /^\s*\t/.test(tree.flat.slice(end, end + 3)))
      break
    if (isInForm(tree, at, end) || (BARE_CELL.test(match[0]) && isHead(tree, at, end))) continue
    // A head of a column (承办单位 | 完成时间) above a foot that is named as one; a page about the site (联系我们) says so too.
    if (at < start && start < tree.flat.length)
      if (BARE_CELL.test(match[0]) || tells(tree, start, at) || isAllOfPage(tree, trail, at))
        continue
    sign = at
  }
  if (sign >= 0 && sign < start) start = tree.flat.lastIndexOf('\n', sign) + 1
  return [start, tree.flat.length]
}

/** The foot that is named as one says itself who keeps the site: who says it above is the page. */
function tells({ flat }: PageTree, foot: number, at: number): boolean {
  const end = flat.indexOf('\n', at)
  const line = flat.slice(flat.lastIndexOf('\n', at) + 1, end < 0 ? flat.length : end)
  return [/主 ?[办辦]/, /承 ?[办辦]/].some((word) => word.test(line) && word.test(flat.slice(foot)))
}

/** Pages about the office itself, whose text is what a foot says. */
const ABOUT_SITE = /联系|关于(?:我们|本站)|网站(?:简介|介绍|说明)/

/** 联系我们, and below its heading nothing but 主办单位, 地址, 电话: above a foot that is named as one, that is the page. */
function isAllOfPage({ flat }: PageTree, trail: Regions['trail'], at: number): boolean {
  const name = trail?.texts.at(-1) ?? ''
  if (trail === null || !ABOUT_SITE.test(name)) return false
  const above = squash(flat.slice(trail.el.to, Math.max(trail.el.to, flat.lastIndexOf('\n', at))))
  return above === '' || above === name
}

/**
 * What the website annual table asks beside the codes that a foot shows (where scripts write the foot, the table alone has
 * them), and what a letter tells beside the unit that answers it (承办单位).
 */
const FORM =
  /(?:来信|信件|留言|咨询|答复|回复|回信|办理|处理|反馈)(?:标题|内容|时间|日期|情况|结果|状态|进度)|独立用户访问|网站总访问量|信息发布[^\n]{0,20}总数|填报(?:单位|日期|人)/

/** 序号 | 事项 | 承办单位 | 时间 over rows of as many cells: the head of a table, where a foot has two cells a row. */
function isHead(tree: PageTree, from: number, to: number): boolean {
  let row: El | null = tree.elementAt(from, to)
  while (row !== null && row.tag !== 'tr') row = row.parent
  const holder = row?.parent ?? null
  if (row === null || holder === null) return false
  const cells = (el: El): number =>
    childrenOf(tree, el).filter((one) => /^t[dh]$/.test(one.tag) && one.to > one.from).length
  const count = cells(row)
  return (
    count >= LEAST_HEADS &&
    childrenOf(tree, holder).some((one) => one.i > row.i && cells(one) === count)
  )
}

const LEAST_HEADS = 3

/** What is told of a matter in one line: 承办单位：… 办理状态：…. */
const MATTER_LINE = /(?:办理|办结|答复|回复)(?:内容|时间|日期|情况|结果|状态|进度) ?[：:]/
const LONGEST_LINE = 200

/** The words stand in a table that is a form, or in a line that tells of a matter, not in the layout of a foot. */
function isInForm(tree: PageTree, from: number, to: number): boolean {
  let el: El | null = tree.elementAt(from, to)
  const line = el === null || el.to - el.from > LONGEST_LINE ? '' : tree.flat.slice(el.from, el.to)
  if (/^\s*承/.test(tree.flat.slice(from, to)) && MATTER_LINE.test(line)) return true
  while (el !== null && el.tag !== 'table' && el.tag !== 'dl') el = el.parent
  return el !== null && FORM.test(tree.flat.slice(el.from, el.to))
}

/** Where the text ends that a visitor sees: hidden boxes behind the foot (menus of every site of the county) may be longer than the page. */
function shownEnd(tree: PageTree): number {
  let end = tree.flat.length
  for (let i = tree.els.length - 1; i >= 0; i--) {
    const el = tree.els[i]
    if (!el || el.to === el.from || el.parent?.hidden === true) continue
    if (tree.flat.slice(el.to, end).trim() !== '') break
    if (el.hidden) end = Math.min(end, el.from)
  }
  return end
}

function byName(el: El): Region | null {
  if (el.tag === 'nav') return 'nav'
  if (el.tag === 'footer') return 'footer'
  if (el.tag === 'header') return 'head'
  if (el.tag === 'aside') return 'side'
  const name = nameOf(el)
  if (name === '' || el.tag === 'a' || el.tag === 'body' || el.tag === 'html') return null
  if (TRAIL.test(name)) return null
  if (FOOT.test(name)) return 'footer'
  if (NAV.test(name)) return 'nav'
  if (SIDE.test(name)) return 'side'
  if (HEAD.test(name)) return 'head'
  return null
}

export function readRegions(tree: PageTree): Regions {
  const length = Math.max(1, tree.flat.length)
  const named: (Region | null)[] = []
  const trail = findTrail(tree)
  for (const el of tree.els) {
    const inherited = el.parent ? (named[el.parent.i] ?? null) : null
    let own = inherited ?? byName(el)
    // A wrapper named like a head or foot that holds most of the page is only a wrapper.
    if (own !== null && inherited === null && el.to - el.from > length * 0.6) own = null
    // So is one with dated entries in it: no menu has dates (`xxgk_navli`).
    if (own === 'nav' && inherited === null && el.tag !== 'nav' && holdsDates(tree, el)) own = null
    if (own !== null && inherited === null && own !== 'footer' && trail && holds(el, trail.el))
      own = null
    // `info_bottom`, `news_foot`: the line of date and source may stand below the text.
    if (own === 'footer' && inherited === null && el.tag !== 'footer' && isInfoBox(tree, el))
      own = null
    // What follows the trail, or stands inside an article, is the head of a text, not of the page.
    if (own === 'head' && inherited === null && isHeadOfText(el, trail?.el ?? null)) own = null
    if (trail && el === trail.el) own = 'trail'
    named.push(own)
  }
  const footer = findFooter(tree, named, trail)
  const of = (el: El): Region => {
    const own = named[el.i] ?? null
    if (own !== null) return own
    // A picture has no text of its own: behind the foot's first words it stands in the foot.
    const inFoot = el.to > el.from ? el.from >= footer[0] : el.from > footer[0]
    return inFoot ? 'footer' : 'body'
  }
  const main = findMain(tree, (el) => of(el) !== 'body' && of(el) !== 'side')
  return { of, trail, footer, main, bodyStart: firstParagraph(tree, main) }
}

function holdsDates(tree: PageTree, el: El): boolean {
  if (el.to - el.from < 60) return false
  const dates = tree.flat.slice(el.from, el.to).match(/(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/g)
  if (dates === null || dates.length < 3) return false
  // A menu that shows the latest news in passing has many more links than days.
  let links = 0
  for (let i = el.i; i < el.last; i++) if (tree.els[i]?.tag === 'a') links += 1
  return links <= dates.length * 3
}

function isInfoBox(tree: PageTree, el: El): boolean {
  if (el.to - el.from > MAX_INFO) return false
  const text = tree.flat.slice(el.from, el.to)
  return (
    /(?:发布|公开|发表)(?:时间|日期) ?[：:]|来 ?源 ?[：:]/.test(text) && text.search(FOOT_SIGN) < 0
  )
}

/** A line of date, source and buttons is no longer. */
const MAX_INFO = 200

function isHeadOfText(el: El, trail: El | null): boolean {
  if (trail !== null && el.from >= trail.to && el.i > trail.i) return true
  for (let up = el.parent; up; up = up.parent) if (up.tag === 'article') return true
  return false
}

function holds(outer: El, inner: El): boolean {
  return inner.i >= outer.i && inner.i < outer.last
}

const INFO_WORDS = /来源|发布|浏览|点击|阅读|字[体号]|打印|作者|分享|索 ?引 ?号|文 ?号|日期|时间/

function firstParagraph(tree: PageTree, main: El | null): number {
  if (!main) return tree.flat.length
  let from = main.from
  while (from < main.to) {
    let to = tree.flat.indexOf('\n', from)
    if (to < 0 || to > main.to) to = main.to
    const line = tree.flat.slice(from, to)
    if (
      line.length >= 40 &&
      /[，。；：]/.test(line) &&
      !(line.length < 120 && INFO_WORDS.test(line))
    )
      return from
    from = to + 1
  }
  return main.to
}
