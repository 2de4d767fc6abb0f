/**
 * The places of a page where a title may be printed: headings, the line above that of date and source, a line of its own
 * with given words. Which of them is the title is for `title.ts`.
 */
import { compareForm, squash } from '#base/text'
import { mayBegin } from './comparable.ts'
import type { Regions } from './regions.ts'
import { type El, type PageTree, textOf } from './tree.ts'

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])
/** `<font size="5">`, as pages without trails set their titles before style sheets. */
const LARGE = /^\s*(?:[4-7]|\+[2-7])\s*$/
const TITLED = /title|tit(?![a-z])|(^|[\s_-])(bt|biaoti|headline)($|[\s_-])|subject/i
/** A page that turns out no article is asked for its title anew. */
const PRINTED = new WeakMap<PageTree, readonly El[]>()

/** Printed headings in document order: h1–h4 and elements named like a title, outside menus and footer. */
export function headings(tree: PageTree, regions: Regions): readonly El[] {
  const known = PRINTED.get(tree)
  if (known !== undefined) return known
  const found: El[] = []
  PRINTED.set(tree, found)
  const bare = regions.trail === null
  for (const el of tree.els) {
    if (el.to - el.from < 2 || el.to - el.from > 200) continue
    const heading = HEADINGS.has(el.tag)
    if (!heading && !(bare && el.tag === 'font' && LARGE.test(el.attrs.size ?? ''))) {
      const nameless = el.classes === '' && el.id === ''
      if (nameless || !TITLED.test(`${el.classes} ${el.id}`)) continue
    }
    const region = regions.of(el)
    if (region === 'body' || (heading && region === 'head')) found.push(el)
  }
  return found
}

/** Where a text is printed as a line of its own (or starts one), in the body. */
export function printedAt(
  tree: PageTree,
  regions: Regions,
  title: string,
): [number, number] | null {
  const wanted = compareForm(title)
  if (wanted.length < 2) return null
  const { flat } = tree
  let hidden: [number, number] | null = null
  let nav: [number, number] | null = null
  for (let from = 0; from < flat.length; ) {
    let to = flat.indexOf('\n', from)
    if (to < 0) to = flat.length
    const size = to - from
    if (size >= 2 && size < title.length * 2 + 260 && mayBegin(flat, from, wanted)) {
      const line = compareForm(flat.slice(from, to))
      const whole =
        line === wanted || (line.startsWith(wanted) && line.length < wanted.length + 120)
      if (whole || (line.length >= 8 && wanted.startsWith(line) && spans(flat, from, wanted))) {
        const el = tree.elementAt(from, to)
        const end = whole && line !== wanted ? Math.min(to, from + title.length) : to
        const region = el ? regions.of(el) : 'body'
        if (
          el &&
          (region === 'nav' ||
            region === 'trail' ||
            region === 'footer' ||
            region === 'side' ||
            el.tag === 'a')
        ) {
          nav ??= [from, end]
        } else if (el?.hidden) hidden ??= [from, end]
        else return [from, end]
      }
    }
    from = to + 1
  }
  return hidden ?? nav
}

/** A title broken over several lines. */
function spans(flat: string, from: number, wanted: string): boolean {
  return compareForm(flat.slice(from, from + wanted.length * 2 + 20)).startsWith(wanted)
}

export function endOfCell(flat: string, from: number): number {
  let to = from
  for (; to < flat.length; to += 1) {
    const code = flat.charCodeAt(to)
    if (code === 0x0a || code === 0x09) break
  }
  return to
}

export function isBodyLike(regions: Regions, el: El): boolean {
  const region = regions.of(el)
  return region === 'body' || region === 'head'
}

/** What stands above a form to be read first. */
const NOTES = /^[\u4e00-\u9fff]{0,4}(?:须知|注意事项|填写说明|温馨提示)$/

/** The line of date and source, be it set as a heading. */
const INFO = /来 ?源 ?[：:]|(?:19|20)\d{2}-\d{1,2}-\d{1,2}/

/** Nearest heading above the first paragraph. */
export function aboveBody(tree: PageTree, regions: Regions, lines: readonly El[]): El | null {
  if (!regions.main) return null
  const above = lines.filter((el) => el.to <= regions.bodyStart && !el.hidden && el.linked === 0)
  const tagged = above.filter((el) => /^h[1-4]$/.test(el.tag))
  const pool = tagged.length > 0 ? tagged : above
  let best: El | null = null
  for (const el of pool) {
    const text = textOf(tree, el)
    if (text.length >= 4 && !NOTES.test(text) && !INFO.test(text)) best = el
  }
  return best
}

const INFO_LINE =
  /(?:^|[\s|[【])(?:发布|发表|公布|公开|更新|录入|加入|添加|发稿|刊登|上传|上网|信息)?(?:时间|日期|于) ?[：:]\s*[[（(]?(?:19|20)\d\d|(?:^|[\s|[【])(?:信息|文章|稿件)?(?:来 ?源|出处|稿源|供稿(?:单位)?) ?[：:]|\n[[【]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}[:：]\d\d(?::\d\d)?)?[\]】]?[ \t]*(?:[【〖[（(]? ?(?:关闭|打印|返回|字[体号]|大|中|小|浏览|点击|阅读)[^\n]{0,30})?(?=\n)/
/** Sentence ends and label marks: a line with one of them is text, not a title. */
const NO_TITLE = /[。；]$|^.{0,8}[：:]|^(打印|关闭|返回|分享|字[体号])/

/** Lines of one title; Chinese words go on without a blank. */
export function joined(text: string): string {
  return squash(text.replace(/(?<=[\u3000-\uffef])\s*\n\s*(?=[\u3000-\uffef\d])/g, ''))
}

/** The last line printed before the line of date and source, when it can be a title; a second title line (——…) is passed. */
export function aboveInfo(tree: PageTree, regions: Regions): [number, number] | null {
  const { flat } = tree
  const start = regions.trail && regions.trail.el.to < regions.bodyStart ? regions.trail.el.to : 0
  const info = INFO_LINE.exec(flat.slice(start, regions.bodyStart + 200))
  if (info === null) return null
  let to = flat.lastIndexOf('\n', start + info.index)
  while (to > start) {
    const from = Math.max(flat.lastIndexOf('\n', to - 1) + 1, start)
    const text = squash(flat.slice(from, to))
    if (text !== '' && !/^[—―–-]{2}/.test(text)) {
      const el = tree.elementAt(from, to)
      const fit = text.length >= 5 && text.length <= 120 && !NO_TITLE.test(text)
      if (!fit || !el || el.linked > 0 || !isBodyLike(regions, el)) return null
      if (ROW.test(flat.slice(from, to))) return null
      return brokenLines(tree, el) ? [el.from, el.to] : [from, to]
    }
    to = from - 1
  }
  return null
}

/** 2026年4月 | 1765: a row of figures above 更新时间 names nothing. */
const ROW = /\S[ ]*\t\s*[\d.,%]+\s*$|^\s*20\d\d年[^\t。]{0,8}\t\s*\S/

/** A heading whose lines are broken by <br> alone. */
export function brokenLines(tree: PageTree, el: El): boolean {
  const text = tree.flat.slice(el.from, el.to).trim()
  if (text.length > 120 || !text.includes('\n') || text.split('\n').length > 3) return false
  return tree.els.slice(el.i + 1, el.last).every((one) => /^(br|span|font|b|strong)$/.test(one.tag))
}
