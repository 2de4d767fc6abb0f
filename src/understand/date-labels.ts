/**
 * What the words right before a date call it: the day of publication, a plain 时间, the last change, or another day.
 * Whether the date counts is for `published-on.ts`.
 */
import { type LabelId, type Labels, oncePerLabels, wholeLabel } from '#base/labels'
import { squash } from '#base/text'
import type { DateHit } from './dates.ts'
import { firstChildren } from './list-dates.ts'
import type { El, PageTree } from './tree.ts'

export type DateLabel = 'published' | 'plain' | 'updated' | 'other'

/** Whole labels of the page's own day. */
interface DayWords {
  readonly published: RegExp
  readonly plain: RegExp
  readonly updated: RegExp
}

const dayWords = oncePerLabels((labels): DayWords => {
  const whole = (id: LabelId): RegExp => new RegExp(`^${wholeLabel(labels, id)}$`)
  return { published: whole('pageDay'), plain: whole('plainDay'), updated: whole('changedOn') }
})

const RUN_ON = /(?<!拟|预计|计划)(?:发布|公布|发表|公开|上网|更新)(?:时间|日期)$/
const ENGLISH_PUBLISHED = /(?:release|publish(?:ed)?|posted|updated?) ?(?:date|time|on)?$/i
/** Words of the line under a title. */
export const INFO_WORDS =
  /[来來]源|信息源|出处|稿源|来自|作者|字[体号]|浏览|点击|阅读|访问|打印|分享|编辑|责编|审核|供稿|收藏|大 ?中 ?小/

/** Furthest that a line is looked at on each side of a date: no line of date and source is as long. */
export const LINE_REACH = 1000

export interface Labelled {
  readonly kind: DateLabel
  readonly text: string
}

/** The word right before a date, when it is a whole label; else what heads its cell in a table of one row. */
export function labelBefore(tree: PageTree, at: number, labels: Labels): Labelled | null {
  const words = dayWords(labels)
  return wordsBefore(tree, at, words) ?? headOfCell(tree, at, words)
}

/** More cells than this are data. */
const MOST_CELLS = 12

/** `索引号 | 发文机关 | 发布日期` as the first row of a table and their values as the second, which is the last. */
function headOfCell(tree: PageTree, at: number, words: DayWords): Labelled | null {
  let cell: El | null = tree.elementAt(at, at + 1)
  for (let climb = 0; cell && climb < 3 && cell.tag !== 'td'; climb++) cell = cell.parent
  const row = cell?.tag === 'td' ? cell.parent : null
  const box = row?.parent ?? null
  if (cell === null || row?.tag !== 'tr' || box === null || row.last < box.last) return null
  const rows = firstChildren(tree, box, 3)
  const above = rows.length === 1 && box.parent ? firstChildren(tree, box.parent, 1)[0] : undefined
  const heads = above?.tag === 'thead' ? firstChildren(tree, above, 1)[0] : rows[0]
  if (heads === undefined || heads === row || (heads === rows[0] && rows.length !== 2)) return null
  const order = firstChildren(tree, row, MOST_CELLS).indexOf(cell)
  const head = order < 0 ? undefined : firstChildren(tree, heads, MOST_CELLS)[order]
  const text = head === undefined ? '' : squash(tree.flat.slice(head.from, head.to))
  if (words.published.test(text)) return { kind: 'published', text }
  return /(?:日期|时间)$/.test(text) ? { kind: 'other', text } : null
}

function wordsBefore(
  tree: PageTree,
  at: number,
  { published, plain, updated }: DayWords,
): Labelled | null {
  const { flat } = tree
  const before = flat.slice(Math.max(0, at - 32), at)
  const found =
    /([\u4e00-\u9fff][\u4e00-\u9fff ]{0,18}|[A-Za-z][A-Za-z ]{2,20}) ?([：:】\]]?)[\s\t\n]*[[（(【]?\s*$/.exec(
      before,
    )
  if (!found) return null
  const text = (found[1] ?? '').replace(/\s+/g, '')
  const marked = (found[2] ?? '') !== '' || /[\t\n]\s*$/.test(before)
  // Inner blanks may join a label with the words before it: try the tail after the last wide blank too.
  const words = (found[1] ?? '').trim().split(/ {1,}/)
  const tail = words[words.length - 1] ?? ''
  // `来源：县住建局发布时间：`: the label runs on from the source.
  const line = flat.slice(Math.max(0, at - LINE_REACH), at).replace(/^[\s\S]*\n/, '')
  const run = /来 ?源 ?[：:]/.test(line) ? (RUN_ON.exec(text)?.[0] ?? tail) : tail
  for (const word of new Set([text, tail, run, ownElement(tree, at, found)])) {
    if (
      published.test(word) &&
      ((found[2] ?? '') !== '' || /([时時][间間]|日期|日|于)$/.test(word))
    )
      return { kind: 'published', text: word }
    if (plain.test(word) && marked) return { kind: 'plain', text: word }
    if (updated.test(word)) return { kind: 'updated', text: word }
  }
  const english = (found[1] ?? '').trim()
  if ((marked || / on$/i.test(english)) && ENGLISH_PUBLISHED.test(english)) {
    return { kind: 'published', text: english }
  }
  // Any other word of time is another date; else a colon makes a label of all but the words of the info line.
  const other = marked && /(日期|时间|期限|年份|日)$/.test(text)
  return other || ((found[2] ?? '') !== '' && !INFO_WORDS.test(text))
    ? { kind: 'other', text }
    : null
}

/** `<span>发布人：张三</span><span>发布日期：`: the label begins with its element, whatever stands right before. */
function ownElement(tree: PageTree, at: number, found: RegExpExecArray): string {
  const from = at - found[0].length
  const word = found[1] ?? ''
  for (let k = word.length - 2; k > 0; k--)
    if (tree.isEdge(from + k)) return word.slice(k).replace(/\s+/g, '')
  return word.replace(/\s+/g, '')
}

/** The lines directly above or below speak of source, author, font size … */
export function nearInfo(flat: string, lineFrom: number, lineEnd: number): boolean {
  const above = flat.slice(Math.max(0, lineFrom - 60), lineFrom)
  const below = lineEnd < 0 ? '' : flat.slice(lineEnd, lineEnd + 60)
  const short = (text: string): boolean =>
    text.split('\n').some((line) => line.length < 50 && INFO_WORDS.test(line))
  return short(above) || short(below)
}

const DATE_BOX =
  /(?:^|[\s_-])(?:pub(?:lish)?_?)?(?:date|time|riqi|shijian|rq|sj)(?:_?box)?(?:$|[\s_-])/i
/** Between the day and its clock, or behind it: part of the date, and still all that its element holds. */
const WEEKDAY =
  /^\s?[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/

/** `<span class="date">2022-06-06</span>`: an element that holds nothing else and is named for it. */
export function isDateBox(tree: PageTree, { from, to }: Pick<DateHit, 'from' | 'to'>): boolean {
  const el = tree.elementAt(from, to)
  if (
    !el ||
    el.from !== from ||
    (el.to !== to && !WEEKDAY.test(tree.flat.slice(to, Math.min(el.to, to + 20))))
  )
    return false
  return el.tag === 'time' || DATE_BOX.test(`${el.attrs.class ?? ''} ${el.attrs.id ?? ''}`)
}
