/**
 * Windows that float over a page (飘窗), as its markup, style sheets of its own and inline scripts show: boxes taken out of
 * the page and moved, fixed over it under a telling name, covering it whole, or made by a script altogether. Whether a
 * visitor can close them is read with them; what external scripts do is not seen.
 */
import { clip, squash } from '#base/text'
import type { PageFurniture } from '#model/page'
import { sells } from './sales-talk.ts'
import { type El, type PageTree, type Script, wordsOf } from './tree.ts'

/** Names that floating windows go by in real templates. */
const FLOAT_NAME =
  /(?:^|[\s_-])(?:piao(?:chuang|fu|dong|liu)?|pf(?:img|box|div)?|fu(?:chuang|biao|dong)|float(?:ing)?(?:adv?|img|div|box|win(?:dow)?|layer|pic)?|ad_?float|moveadv?|codefans_net|(?:couplet|duilian)[_-]?(?:l|r|left|right|zuo|you)?|drift|suspend|xuanfu)\d*(?=$|[\s_-])/i
/** Bars that stay beside the page are tools, not windows. */
const TOOL =
  /share|top|nav|menu|tool|search|kefu|service|side|header|footer|left|right|clear|fix$|login/i
/** A box that its maker calls an advertisement, fixed over the page where it stands. */
const AD_NAME =
  /(?:^|[\s_-])(?:ads?|adv|gg|guanggao|pop(?:win|up|box|ad)?|tanchuang|winpop)[\s_-]?\d*(?=$|\s)/i
const FIXED = /position\s*:\s*fixed/i
const WHOLE_WIDTH = /(?:^|;|\s)width\s*:\s*100(?:%|vw)/i
const WHOLE_HEIGHT = /(?:^|;|\s)height\s*:\s*100(?:%|vh)/i
/** What such a box may hold and be a tool all the same. */
const TOOL_WORDS =
  /无障碍|长者|关怀|适老|问答|客服|机器人|咨询|顶部|分享|微信|微博|扫一扫|扫码|二维码|找错|登录|搜索|邮箱|信箱|热线|12345|标识/
const OVER = /position\s*:\s*(?:absolute|fixed)/i
const CLOSE = /关\s?闭|关掉|×|✕|╳|(?<![a-z])close(?![a-z])|guanbi|>\s*x\s*</i
const CLOSE_CODE =
  /close|guanbi|\.(?:hide|remove|fadeOut|slideUp|detach|empty)\s*\(|removeChild|(?:display|visibility)['"]?\s*[=:,]\s*['"]?(?:none|hidden)/i
/** What a click on it opens is no close button. */
const OPENS = /window\.open|location|return\s+(?:false|confirm)/i
/** In what a script writes, the same: an answer to clicks on something that is no link. */
const HANDLER = /<(?!a\b)\w+\b[^<>]*\bonclick\s*=/i

/** Again and again, or step by step. */
const TIMED = /setInterval|setTimeout|requestAnimationFrame|\.animate\s*\(/

const MOST = 5
const BOXES: ReadonlySet<string> = new Set([
  'div',
  'table',
  'span',
  'section',
  'a',
  'img',
  'aside',
  'p',
  'ins',
  'center',
  'marquee',
  'dl',
  'ul',
])

type Float = PageFurniture['floats'][number]

/** `isRead`: all code of the page was read. */
export function readFloats(tree: PageTree, isRead: boolean): readonly Float[] {
  const rules = positioned(tree)
  const found: Float[] = []
  for (const el of tree.els) {
    if (found.length === MOST) break
    if (!BOXES.has(el.tag) || el.hidden) continue
    if (el.id === '' && el.classes === '' && !FIXED.test(el.attrs.style ?? '')) continue
    if (found.some(({ at }) => at[0] <= el.start && el.end <= at[1])) continue
    const one = floatOf(tree, el, styleOf(el, rules), isRead)
    if (one !== null) found.push(one)
  }
  return [...found, ...madeByScript(tree)]
}

function floatOf(tree: PageTree, el: El, style: string, isRead: boolean): Float | null {
  const name = `${el.id} ${el.classes}`.trim()
  const isClosing = isSigned(tree, el)
  const isTool = TOOL.test(name) && !/couplet|duilian/i.test(name)
  if (isTool && !(isClosing && !TOOL.test(name.replace(/left|right/gi, '')))) return null
  const inside = tree.els.slice(el.i, el.last)
  const picture = inside.find((one) => one.tag === 'img')
  const link =
    inside.find((one) => one.tag === 'a' && (one.attrs.href ?? '') !== '') ??
    (el.parent?.tag === 'a' ? el.parent : undefined)
  // What covers the page may lead nowhere: it is in the way all the same.
  const isWaiting = /load|wait|spin/i.test(`${name} ${picture?.attrs.src ?? ''}`)
  const isCover = !isWaiting && (isCurtain(style, picture) || isSheet(style, picture))
  if (link === undefined && !isCover) return null
  const isOver = OVER.test(style)
  const script = scriptOf(tree, el)
  const isMover = isMovedBy(tree, el, { style, script, inside })
  const isNamed = FLOAT_NAME.test(name)
  const isFixed = isFixedPicture(tree, el, style)
  const isStill =
    (isNamed && picture !== undefined && (isOver || script !== undefined || isFloatFile(tree))) ||
    (isNamed && FIXED.test(style) && wordsOf(tree, el) !== '') ||
    (isNamed && isOver && sells(wordsOf(tree, el))) ||
    (isFixed && AD_NAME.test(name)) ||
    (isClosing && isOver && picture !== undefined && isSingle(inside)) ||
    isHanded(tree, el) ||
    isCover ||
    (isOver && picture !== undefined && isSetGoing(tree) && isSingle(inside))
  if (!isMover && !isStill && !isFixed) return null
  const words = [picture?.attrs.alt, link?.attrs.title, wordsOf(tree, el)]
  return {
    quote: clip(
      words.find((text) => (text ?? '').trim() !== '') ??
        (name === '' ? el.tag : el.id || el.classes),
      60,
    ),
    at: [el.start, el.end],
    closable: isClosable(tree, el, isRead),
    ...(isMover && (isRead || !isClosing) ? { moved: true as const } : {}),
    // What has a sign to close it is a window to its maker.
    ...(isMover || isStill || isClosing ? {} : { still: true as const }),
  }
}

/** The script that speaks of the box by its id, or else by its class. */
function scriptOf(tree: PageTree, { id, classes }: El): Script | undefined {
  const names = [id, ...classes.split(/\s+/).map((one) => (one === '' ? '' : `.${one}`))]
  return tree.scripts.find(({ code }) => names.some((one) => one !== '' && code.includes(one)))
}

/**
 * Any way to be rid of it, in its markup or in what a script does to it or to anything. A sign to close it that nothing answers
 * is none.
 */
function isClosable(tree: PageTree, el: El, isRead: boolean): boolean {
  const inside = tree.els.slice(el.i, el.last)
  if (inside.some((one) => answersClick(one) && !isDeadCall(tree, one, isRead))) return true
  const signed = isSigned(tree, el)
  if (signed && !isRead && inside.some(({ id, classes }) => MARKED.test(`${id} ${classes}`)))
    return true
  const names = (signed ? inside : [el])
    .flatMap(({ id, classes }) => [id, ...classes.split(/\s+/)])
    .filter((one) => one !== '')
  return tree.scripts.some(
    ({ code }) =>
      CLOSE_CODE.test(code) &&
      ((signed && ANY_CLICK.test(code) && mayHit(code, inside)) ||
        names.some((one) => speaksOf(code, one))),
  )
}

/** By its whole name: ad_left2 is not ad_left. */
function speaksOf(code: string, name: string): boolean {
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1))
    if (!/[\w-]/.test(`${code[at - 1] ?? ''}${code[at + name.length] ?? ''}`)) return true
  return false
}

const isSigned = (tree: PageTree, el: El): boolean =>
  CLOSE.test(tree.source.slice(el.start, el.end))

/** What its answers to clicks pick out is in the box, as far as they say what. */
function mayHit(code: string, inside: readonly El[]): boolean {
  const picked = [...code.matchAll(PICKED)].flatMap(([, one, other]) =>
    (one ?? other ?? '').split(','),
  )
  if (picked.length === 0 || /addEventListener|\.onclick\s*=/.test(code)) return true
  const names = new Set(
    inside.flatMap(({ id, classes, tag }) => [
      tag,
      `#${id}`,
      ...classes.split(/\s+/).map((one) => `.${one}`),
    ]),
  )
  return picked.some((one) => {
    const last =
      one
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? ''
    return (last.match(/[.#]?[\w-]+/) ?? []).every((part) => names.has(part))
  })
}
const PICKED =
  /\(\s*['"]([^'"]+)['"]\s*\)\s*\.(?:click|on|live|bind)\b|\.(?:on|delegate)\s*\(\s*['"]click['"]\s*,\s*['"]([^'"]+)['"]/g

/** Clicks on whatever they hit. */
const ANY_CLICK = /\.(?:click|on|live|delegate)\s*\(|addEventListener\s*\(|\.onclick\s*=/

/** A click there does something of the page's own, whatever it be. */
function answersClick({ tag, attrs }: El): boolean {
  const { href = '', onclick = '' } = attrs
  const isLink = tag === 'a' && href !== '' && !/^(?:#|javascript:)/i.test(href)
  if (isLink) return false
  const runs = /^javascript:\s*(?!void|;|$)/i.test(href)
  return runs || (onclick.trim() !== '' && !OPENS.test(onclick))
}

/** A script file may answer clicks on what is so called. */
const MARKED = /close|guanbi|shut|cls/i

/** A click that runs a function of the page's own which nobody wrote, or which looks for boxes that the page has not. */
function isDeadCall(tree: PageTree, { attrs }: El, isRead: boolean): boolean {
  const click = attrs.onclick?.trim() || (attrs.href ?? '').replace(/^javascript:/i, '')
  const called = /^\s*(?:return\s+)?([A-Za-z_$][\w$]*)\s*\(/.exec(click)?.[1]
  if (called === undefined || called === '$' || called === 'jQuery')
    return looksForNothing(tree, click)
  const isOwn = new RegExp(`\\b${called.replace(/\$/g, '\\$')}\\b`)
  const code = tree.scripts.map((one) => one.code).find((one) => isOwn.test(one))
  if (code === undefined) return isRead && !/^(?:alert|confirm|eval|close|hide)$/.test(called)
  const start = new RegExp(`function\\s+${called.replace(/\$/g, '\\$')}\\s*\\(`).exec(code)
  return start !== null && looksForNothing(tree, bodyFrom(code, start.index))
}

/** From a function's first brace to the one that ends it. */
function bodyFrom(code: string, from: number): string {
  const start = code.indexOf('{', from)
  let depth = 0
  for (let at = start; at >= 0 && at < code.length; at += 1) {
    if (code[at] === '{') depth += 1
    else if (code[at] === '}' && --depth === 0) return code.slice(start, at + 1)
  }
  return ''
}

const BY_ID =
  /getElementById\s*\(\s*['"]([\w-]+)['"]|(?:\$|jQuery|querySelector)\s*\(\s*['"]#([\w-]+)['"]/g
const BY_OTHER =
  /\bthis\b|parent|\$\s*\(\s*['"][^#]|querySelector\w*\s*\(\s*['"][^#]|ByClassName|ByTagName/

/** All that it does is done to boxes, by ids that the page has nowhere and no other code makes. */
function looksForNothing(tree: PageTree, code: string): boolean {
  const ids = [...code.matchAll(BY_ID)].map(([, one, other]) => one ?? other ?? '')
  if (ids.length === 0 || BY_OTHER.test(code)) return false
  const elsewhere = tree.scripts.map((one) => one.code.replace(code, '')).join('\n')
  return ids.every((id) => !tree.els.some((el) => el.id === id) && !elsewhere.includes(id))
}

/** One thing to see: what shows several in turn is a row of pictures that a script pushes on. */
function isSingle(inside: readonly El[]): boolean {
  const hrefs = inside.flatMap(({ tag, attrs: { href = '' } }) =>
    tag === 'a' && href !== '' && !/^(?:#|javascript:)/i.test(href) ? [href] : [],
  )
  return new Set(hrefs).size <= 1 && inside.filter(({ tag }) => tag === 'img').length <= 1
}

interface Shape {
  readonly style: string
  readonly script: Script | undefined
  readonly inside: readonly El[]
}

/** A script or a style sheet sets the box moving, whatever it is called. */
function isMovedBy(tree: PageTree, el: El, { style, script, inside }: Shape): boolean {
  if (!OVER.test(style)) return FLOAT_NAME.test(`${el.id} ${el.classes}`) && drifts(script, inside)
  return drifts(script, inside) || isAnimated(tree, style)
}

/** Both ways, or one way with one thing in it. */
function drifts(script: Script | undefined, inside: readonly El[]): boolean {
  const code = script?.code ?? ''
  const goes = TIMED.test(code)
  const across = ACROSS.test(code)
  const down = DOWN.test(code)
  return goes && (across || down) && ((across && down) || isSingle(inside))
}

/** The box is handed to a mover that goes round: new AdMove("ad1"), $("#ad1").floatAd(…), floatMove("ad1"). */
function isHanded(tree: PageTree, { id }: El): boolean {
  return (
    id !== '' &&
    tree.scripts.some(({ code }) =>
      [...code.matchAll(MOVER)].some(([, one, other]) => (one ?? other) === id),
    )
  )
}
const MOVER =
  /\b\w*(?:float|piao|drift|fudong|adMove|moveAd)\w*\s*\(\s*['"]#?([\w-]+)['"]|\(\s*['"]#([\w-]+)['"]\s*\)\s*\.(?:\w*float\w*|autoMove|adMove)\s*\(/gi
/** Its place is written, and not once but by a variable. */
const ACROSS =
  /\.style\.(?:left|right|pixelLeft|transform)\s*=\s*(?!['"][^'"]*['"]\s*(?:[;,)}\n]|$))|\.(?:css|animate|offset)\s*\(\s*\{?[^)]{0,80}['"]?\b(?:left|right)['"]?\s*[:,]\s*(?!['"]?\d)/
const DOWN =
  /\.style\.(?:top|bottom|pixelTop|transform)\s*=\s*(?!['"][^'"]*['"]\s*(?:[;,)}\n]|$))|\.(?:css|animate|offset)\s*\(\s*\{?[^)]{0,80}['"]?\b(?:top|bottom)['"]?\s*[:,]\s*(?!['"]?\d)/

/** setInterval("moveFloat()", 30): something of the page floats, whoever moves it. */
const isSetGoing = (tree: PageTree): boolean => tree.scripts.some(({ code }) => GOING.test(code))
const GOING =
  /set(?:Interval|Timeout)\s*\(\s*['"]?\s*\w*(?:float|piao|drift|fudong|adMove|moveAd)\w*/i
const isFloatFile = (tree: PageTree): boolean =>
  tree.scripts.some(({ src }) =>
    /(?:float|piao|drift|fudong|ad_?move|move_?ad)[^/]*\.js/i.test(src),
  )

/** Rules of the page's own style sheets that take boxes out of the page: class or id → what they say. */
function positioned(tree: PageTree): ReadonlyMap<string, string> {
  const rules = new Map<string, string>()
  for (const el of tree.els) {
    if (el.tag !== 'style') continue
    const sheet = tree.source.slice(el.start, el.end)
    if (!OVER.test(sheet)) continue
    for (const [, selectors = '', body = ''] of sheet.matchAll(/([^{}<>]+)\{([^{}]*)\}/g))
      for (const selector of selectors.split(',')) {
        const name = /^(?:[\w-]+)?([.#][\w-]+)$/.exec(selector.trim())?.[1]
        if (name !== undefined) rules.set(name, `${rules.get(name) ?? ''};${body}`)
      }
  }
  return rules
}

function styleOf(el: El, rules: ReadonlyMap<string, string>): string {
  const names = [`#${el.id}`, ...el.classes.split(/\s+/).map((one) => `.${one}`)]
  return [el.attrs.style ?? '', ...names.map((one) => rules.get(one) ?? '')].join(';')
}

/** An animation of its own that goes on for ever and carries it over the page. */
function isAnimated(tree: PageTree, style: string): boolean {
  const name = /animation(?:-name)?\s*:[^;]*?\b([a-z_][\w-]*)\b[^;]*infinite/i.exec(style)
  if (name === null) return false
  const words = name[0].replace(/^[^:]*:/, '').split(/[\s,]+/)
  return words.some((word) => {
    const at =
      word === ''
        ? -1
        : tree.source.search(
            new RegExp(`@(?:-\\w+-)?keyframes\\s+${word.replace(/\W/g, '\\$&')}\\b`),
          )
    return at >= 0 && /\b(?:left|top|margin-(?:left|top))\s*:/.test(tree.source.slice(at, at + 400))
  })
}

/** Fixed over the page and holding nothing but a linked picture: no bar, no list of tools. */
function isFixedPicture(tree: PageTree, el: El, style: string): boolean {
  if (!FIXED.test(style) || WHOLE_WIDTH.test(style)) return false
  const inside = tree.els.slice(el.i + 1, el.last)
  const links = inside.filter(
    (one) => one.tag === 'a' && /^(?!#|javascript:)./i.test(one.attrs.href ?? ''),
  )
  const [link] = links
  if (link === undefined || links.length > 1 || !inside.some(({ tag }) => tag === 'img'))
    return false
  return !TOOL_WORDS.test([link.attrs.title, ...alts(inside), wordsOf(tree, el)].join(' '))
}

const alts = (els: readonly El[]): string[] =>
  els.flatMap(({ tag, attrs }) => (tag === 'img' ? [attrs.alt ?? '', attrs.title ?? ''] : []))

/** Over all of the window, with a picture on it. */
function isCurtain(style: string, picture: El | undefined): boolean {
  return (
    FIXED.test(style) &&
    WHOLE_WIDTH.test(style) &&
    WHOLE_HEIGHT.test(style) &&
    picture !== undefined &&
    !/z-index\s*:\s*-/.test(style)
  )
}

/** In the middle of the window and above all else, with a picture on it. */
function isSheet(style: string, picture: El | undefined): boolean {
  return (
    picture !== undefined &&
    FIXED.test(style) &&
    /(?:^|;|\s)left\s*:\s*50%/i.test(style) &&
    /(?:^|;|\s)top\s*:\s*[1-5]\d%/i.test(style) &&
    /z-index\s*:\s*\d{3}/.test(style)
  )
}

/** Windows of which the page's markup has nothing: a script writes or appends them and moves them. */
function madeByScript(tree: PageTree): readonly Float[] {
  return tree.scripts.flatMap(({ code, at, src }): Float[] => {
    if (src !== '' || code.length > LONGEST_CODE || !/<img/i.test(code) || !/<a\s/i.test(code))
      return []
    const makes =
      /createElement|document\.write|\.(?:append|prepend|after|insertAdjacentHTML|html)\s*\(|innerHTML/
    const isOver = OVER.test(code) || /\.position\s*=\s*['"](?:absolute|fixed)/.test(code)
    const goes = TIMED.test(code)
    if (!makes.test(code) || !isOver || !goes || !(ACROSS.test(code) || DOWN.test(code))) return []
    const written = code.replace(/\\(["'/])/g, '$1')
    const said = /(?:alt|title)\s*=\s*["']([^"'<>]{2,60})/i.exec(written)?.[1]
    const shown = /(?:src|href)\s*=\s*["']([^"'<>]{2,100})/i.exec(written)?.[1]
    const closable = CLOSE.test(code) || CLOSE_CODE.test(code) || HANDLER.test(written)
    return [{ quote: clip(squash(said ?? shown ?? '<img'), 60), at, closable, moved: true }]
  })
}

/** Longer scripts are libraries. */
const LONGEST_CODE = 20_000
