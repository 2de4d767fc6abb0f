/**
 * Pages that were read whole and hold no more than their words (no file, picture or frame, nothing that a script writes, no
 * link that could lead to what is wanted), among them those on which nothing stands but their title and a line, and results
 * of clearing that list nothing. Whether something should stand there is checks' business.
 */
import { squash } from '#base/text'
import { placeKey } from '#base/url'
import { type ColumnItem, hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { leadsOn } from './page-lines.ts'

/** What every page offers beside its text. */
const TOOLS = /打印|关闭|分享|收藏|首页|返回|字号|上一[篇条]|下一[篇条]/

/** Read to its end and as it is: what was not read on it is not there. */
export function isReadWhole(view: PageView): boolean {
  const { page, capture } = view
  return (
    capture.status < 400 &&
    !capture.truncated &&
    !page.truncated &&
    page.blocked === null &&
    page.text.length <= page.text.excerpt.length &&
    hiddenByScript(view) === null
  )
}

/**
 * A file, a frame, a picture or a link in its text (but to `aside`, or such as `besides` by words and address), which may
 * hold what its words do not.
 */
export function holdsMore(
  { page }: PageView,
  aside: string | null = null,
  besides: RegExp | null = null,
): boolean {
  const { attachments, frames, pictures = [], links } = page
  return (
    attachments.length + frames.length > 0 ||
    pictures.some(({ alt, inBody }) => inBody && !CAPTCHA.test(alt ?? '')) ||
    links.some(
      ({ area, text, url }) =>
        area === 'main' &&
        !TOOLS.test(text) &&
        besides?.test(`${text}${url}`) !== true &&
        (aside === null || placeKey(url) !== placeKey(aside)),
    )
  )
}

/** Beside a form it holds nothing. */
const CAPTCHA = /验证码|captcha/i

/** Fewer letters beside names say nothing. */
const LEAST_SAID = 6

/** Read whole, and nothing on it but its name and the words of menus: neither a text nor anything shown in its stead. */
export function isNameOnly(site: SiteView, view: PageView): boolean {
  const { links, text, title, trail } = view.page
  if (text.length > MOST_NAMES || holdsMore(view) || !isReadWhole(view)) return false
  if (leadsOn(site, view)) return false
  const names = [title ?? '', ...trail, ...links.map((link) => link.text)]
  const said = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '')), text.excerpt)
  return squash(said).length < LEAST_SAID
}

/** More letters than the names on a page without a text may have. */
const MOST_NAMES = 2000

/** Longer words may be what is wanted, in short. */
const SCANT = 60

/** All that the page says beside its title, where it is hollow; null where it is not, or was not read. */
export function hollowWords(site: SiteView, url: string, title: string): string | null {
  const view = site.pageAt(url)
  if (view === null || view.page.kind.value === 'file' || !isReadWhole(view)) return null
  const { text } = view.page
  const own = squash(text.excerpt.replaceAll(title, ''))
  const isScant = own.length <= SCANT && text.length <= 2 * SCANT + title.length
  return holdsMore(view) || !isScant ? null : own
}

/** What a list of papers looks like, or words that there is none to be listed. */
const LISTS =
  /《|(?:办法|细则|规定|规则|意见|方案|通知|规范)[\s|｜]*(?:现行|继续)?(?:有效|失效|废止|修改)|[〔[（(【［﹝]\s*(?:19|20)\d\d\s*[〕\]）)】］﹞]\s*第?\s*\d{1,5}\s*号|[发字规办]\s*\d{5,9}\s*号|^\s*(?:[\d一二三四五六七八九十]+[.、．)）\s]|附件|关于)/m
const NONE_LISTED = /没有|不存在|未(?:制定|发现|制发)|无(?:现行|需|须|规范性文件)|均|全部|不变|照旧/
/** Where the list is put up instead. */
const ELSEWHERE = /公报|网站|平台|专栏|请?查阅|详见|另行|附后|刊登/
/** A longer text tells more than that there was a clearing. */
const LONGEST_BARE = 400

/** All that a result says, where it names no paper and nothing of the page can hold a list; else null. */
export function wordsWithoutList(site: SiteView, { title, url }: ColumnItem): string | null {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || view.page.kind.value !== 'article' || !isReadWhole(view)) return null
  const { tables = [], text } = view.page
  const own = text.excerpt.replaceAll(title, '')
  const said = squash(own)
  const isLong = text.length > LONGEST_BARE || said.length < 10
  const isTold = LISTS.test(own) || NONE_LISTED.test(said) || ELSEWHERE.test(said)
  return holdsMore(view) || tables.length > 0 || isLong || isTold ? null : said
}
