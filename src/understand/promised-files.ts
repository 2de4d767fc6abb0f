/**
 * Files that a page's words send to (报名表详见附件) though nothing on it could be one: no table or picture in its body, no annex put
 * into its text. Whether it offers a file, those say who know its attachments and links.
 */
import { squash } from '#base/text'
import type { PageVoid } from '#model/page'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

/** 报名表详见附件1, （见附件）: the words that send there. Another paper's annex (《…》附件2) is not the page's. */
const SENDS =
  /(?<![》的书]|(?<![全正])文)(?:请|可|均|详|具体|分别)?(?:详见|见|参见|附于|列于|填写|填报|下载)(?:本(?:公告|通知|公示|通告|方案|页面?))?(?:文后|文末|后附)?(?:的)?附[件表](?![^，。；\n]{0,12}(?:另发|略|从略|不公开|不予公开|另行))/
/** An annex put into the text itself. */
const ANNEX = /^[（(【]?附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?[）)】]?$/
const ANNEX_NAMED = /^附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[:：.、\s]/
/** So many characters below its name are an annex, and no list of annexes. */
const LEAST_ANNEX = 80
/** Judged by checks of their own. */
const REPORT = /年度报告|工作年报|年度报表/
/** Whose annexes are put up where the paper itself was: a report of what another office's paper says. */
const ELSEWHERE =
  /另行(?:通知|公布|发布)|附件(?:另发|略|从略|不公开|不予公开)|公众号|登录[^。\n]{0,30}(?:下载|查[看阅询])|官[方]?网/

const SHOWS: ReadonlySet<string> = new Set(['img', 'iframe', 'embed', 'object', 'video', 'canvas'])
const DOOR = /附\s?[件表]|下载|\.(?:pdf|docx?|xlsx?|ofd|wps|zip|rar)/i
/** Tables of fewer cells lay out a page. */
const LEAST_CELLS = 6

/** `from` … `to`: the body in the running text. */
export function promisedFile(
  tree: PageTree,
  regions: Regions,
  [from, to]: readonly [number, number],
): readonly PageVoid[] {
  const text = tree.flat.slice(from, to)
  const found = SENDS.exec(text)
  if (found === null || ELSEWHERE.test(text) || REPORT.test(tree.headTitle ?? '')) return []
  const inside = tree.els.filter((el) => el.from >= from && el.to <= to && !el.hidden)
  const cells = inside.filter(({ tag }) => tag === 'td' || tag === 'th').length
  const pictured = inside.some((el) => SHOWS.has(el.tag) && regions.of(el) !== 'footer')
  // A door to it may lead nowhere, or where only a script knows: that is told where links are.
  const hasDoor = inside.some((el) => el.tag === 'a' && DOOR.test(tree.flat.slice(el.from, el.to)))
  if (cells >= LEAST_CELLS || pictured || hasDoor || hasAnnex(text)) return []
  const begin = from + found.index
  const before =
    /[^，。；！？\n]*$/.exec(tree.flat.slice(from, begin))?.[0].slice(-MOST_BEFORE) ?? ''
  const behind =
    /^[^，。；！？\n]{0,12}/.exec(tree.flat.slice(begin + found[0].length, to))?.[0] ?? ''
  const quote = squash(`${before}${found[0]}${behind}`)
  const at = tree.sourceSpan(
    begin - before.trimStart().length,
    begin + found[0].length + behind.length,
  )
  return [{ kind: 'file', name: quote, beside: 0, quote, at }]
}

const MOST_BEFORE = 30

function hasAnnex(text: string): boolean {
  const lines = text.split('\n').map(squash)
  return lines.some(
    (line, at) =>
      (ANNEX.test(line) || ANNEX_NAMED.test(line)) &&
      lines.slice(at + 1).join('').length >= LEAST_ANNEX,
  )
}
