/**
 * What a page calls itself and which texts can name a column at all: breadcrumb ends, ColumnName, headings. Names only;
 * which pages are columns is column-drafts' decision.
 */
import { compareForm, squash } from '#base/text'
import type { PageView } from '#model/site-view'
import { ARTICLE_URL } from './kind-undated.ts'

/** Longest column name met is 基层政务公开标准化规范化 with a prefix; longer texts are titles. */
const MAX_NAME = 18
const MAX_TRAIL = 7
/** English channels name their columns in words. */
const MAX_LATIN = 40
const LATIN_NAME = /^[A-Z][A-Za-z]{2,}(?:[ &'/-]+[A-Za-z]+)*$/
const LATIN_WORD =
  /^(?:home|index|more|next|last|first|prev(?:ious)?|back|top|english|login|logout|register|search|rss|wap|app|email|e-mail|mail|contact(?: us)?|sitemap|site map|print|close|share|china|chinese)$/i
const PAGING_WORD =
  /^(?:查看|浏览|进入|点击)?(?:全部|更多|详细|详情)|^[上下前后首尾末][一]?[页篇条]$|^第.{1,4}页$|^转到|^共\d/
/** Sentences and titles, no names. */
const PUNCTUATED = /[，。；！？《》“”：…]|\.\.\./
/** 春耕备耕（2024年，已归档）. */
const ASIDE = /[（(][^（）()]{1,12}[）)]$/
/** “双随机、一公开”监管, 打造“三公”阳光财务: one short term in quotes, in a short name. */
const QUOTED = /^([^“”]{0,6})“([^“”，]{2,10})”([^“”]{0,8})$/
const NOT_IN_TRAIL = /^(正文|列表|信息列表|内容|详情|文章|当前位置|您的位置|详细内容)$/
const HOME_WORDS = new Set(['首页', '网站首页', '主页', '门户首页', '返回首页', 'home', '首頁'])

export function isHomeWord(text: string): boolean {
  return HOME_WORDS.has(compareForm(text))
}

/** A text short and plain enough to name a column. */
export function isColumnName(text: string): boolean {
  const name = squash(text)
  const latin = !/\p{Script=Han}/u.test(name)
  if (name.length < 2 || name.length > (latin ? MAX_LATIN : MAX_NAME)) return false
  if (PAGING_WORD.test(name)) return false
  if (latin) return LATIN_NAME.test(name) && !LATIN_WORD.test(name)
  if (PUNCTUATED.test(name) && PUNCTUATED.test(name.replace(ASIDE, '').replace(QUOTED, '$1$2$3')))
    return false
  return !/\d{4}[-/年.]\d{1,2}/.test(name)
}

/** What a page calls itself: end of the breadcrumb, ColumnName, heading of its list, title. */
export function selfNames(view: PageView): readonly string[] {
  const { page } = view
  const names = [page.lists.find((list) => list.subject)?.heading, page.title]
  return [...selfColumnNames(view), ...names]
    .filter((name) => name !== undefined && name !== null)
    .map(squash)
    .filter(isColumnName)
}

/** End of the breadcrumb and ColumnName: what an article shares with the column it stands in. */
export function selfColumnNames(view: PageView): readonly string[] {
  return [trailNames(view).at(-1), tagOf(view, 'ColumnName')].filter((name) => name !== undefined)
}

export function tagOf(view: PageView, name: string): string | undefined {
  const wanted = name.toLowerCase()
  const tag = view.page.officialTags.find((one) => one.name.toLowerCase() === wanted)
  return tag === undefined || squash(tag.content) === '' ? undefined : squash(tag.content)
}

/** Breadcrumb without home, labels and trailing 正文; it ends where a name comes back (what follows is a menu). */
export function trailNames(view: PageView): readonly string[] {
  const names: string[] = []
  for (const text of view.page.trail) {
    const name = squash(text)
    if (name === '' || isHomeWord(name) || NOT_IN_TRAIL.test(name)) continue
    if (names.includes(name) || names.length === MAX_TRAIL) break
    names.push(name)
  }
  return names
}

/** Numbers of this length in an address are an article's, not a column's. */
const NUMBERED = /\d{4,}[^/]*$/

/**
 * One text that is a column (公开指南) may print a day: it stands at the index of its folder or at another address that no
 * article has (xxgk/gkzn.htm, c100128/list.html), and calls itself so.
 */
export function isDatedColumn(view: PageView, name: string): boolean {
  const form = compareForm(name)
  const { url } = view.page
  const { pathname } = new URL(url)
  const atIndex = /\/(?:(?:index|default)\.\w{2,5})?$/i.test(pathname)
  if (!atIndex && (ARTICLE_URL.test(url) || NUMBERED.test(pathname))) return false
  return selfColumnNames(view).some((own) => compareForm(own) === form)
}

/** List pages do; of other pages those whose title is the end of their own breadcrumb (an article's is its title). */
export function callsItselfColumn(view: PageView): boolean {
  const kind = view.page.kind.value
  if (kind === 'listing' || kind === 'directory') return true
  if (kind !== 'other' && kind !== 'form') return false
  const title = compareForm(view.page.title ?? '')
  return title !== '' && selfColumnNames(view).some((name) => compareForm(name) === title)
}
