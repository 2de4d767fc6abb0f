/**
 * ASP.NET lists that go on by posting the page's own form (`__doPostBack`): which links are a pager's, and which hidden
 * fields (VIEWSTATE …) such a post carries. Strict on purpose, since a POST may do more than show a page: only a pager's
 * targets and page numbers, only a form that posts to its own address, never one in which a password or a file could be
 * given, never a button. From description: no real sample of such a pager was read.
 */
import { listPageOf, type PostBackQuery } from '#base/list-query'
import { squash } from '#base/text'
import { placeKey, resolveUrl } from '#base/url'
import type { PageInput } from '#model/ports'
import { decodeBody } from './charset.ts'
import { baseOf } from './targets.ts'
import { type El, type PageTree, parseTree } from './tree.ts'

const CALL =
  /__doPostBack\(\s*(?:'|&#39;|")([\w$:.-]{1,120})(?:'|&#39;|")\s*,\s*(?:'|&#39;|")([^'"&]{0,60})(?:'|&#39;|")\s*\)/
/** GridView and its kin name the command; a pager control gets the number alone. */
const PAGE_COMMAND = /^Page\$(\d{1,4})$/
const PAGER_CONTROL = /(?:^|[$:_])\w*(?:pager|pagination|pagenav|fenye)\w*$/i
/** Names of controls that do something, whatever else they are called. */
const ACTION = /btn|button|del|remove|save|submit|vote|login|search|logout/i
const NUMBER = /^\[?(\d{1,4})\]?$/
const STEP =
  /^(?:首页|第一页|上一?页|前一?页|下一?页|后一?页|尾页|末页|最后一?页|\.{2,3}|…|<{1,2}|>{1,2})$/

export interface PagerLink {
  readonly page: number
  readonly target: string
  readonly argument: string
}

/** Links of the page's pagers, by page number, best known first; page 1 is left out. */
export function pagerLinks(tree: PageTree): readonly PagerLink[] {
  const found = new Map<string, PagerLink>()
  for (const el of tree.els) {
    if (el.tag !== 'a') continue
    const call = CALL.exec(`${el.attrs.href ?? ''} ${el.attrs.onclick ?? ''}`)
    const target = call?.[1]
    const argument = call?.[2]
    if (target === undefined || argument === undefined || ACTION.test(target)) continue
    const page = pageOf(target, argument, squash(tree.flat.slice(el.from, el.to)))
    if (page !== null && page > 1) found.set(`${target} ${page}`, { page, target, argument })
  }
  const links = [...found.values()].sort((a, b) => a.page - b.page)
  // One list a page: of several pagers the first that stands there.
  return links.filter((link) => link.target === links[0]?.target)
}

function pageOf(target: string, argument: string, words: string): number | null {
  const commanded = PAGE_COMMAND.exec(argument)?.[1]
  if (commanded !== undefined) return Number(commanded)
  if (!PAGER_CONTROL.test(target) || !/^\d{1,4}$/.test(argument)) return null
  const told = NUMBER.exec(words)?.[1]
  // The number that the visitor sees is the number that is posted, or the words are a pager's.
  return told === argument || STEP.test(words) ? Number(argument) : null
}

const MOST_FIELDS = 200
const MOST_BYTES = 1024 * 1024

/** Form of the page that its pager posts, or null where it must not be posted. `url`: the list page's own address. */
export function pagerForm(tree: PageTree, url: string): El | null {
  const state = tree.els.find((el) => el.tag === 'input' && el.attrs.name === '__VIEWSTATE')
  let form: El | null = state?.parent ?? null
  while (form !== null && form.tag !== 'form') form = form.parent
  if (form === null || (form.attrs.method ?? 'get').toLowerCase() !== 'post') return null
  const action = resolveUrl(form.attrs.action?.trim() || url, baseOf(tree.els, url))
  if (action === null || placeKey(action) !== placeKey(url)) return null
  for (let i = form.i + 1; i < form.last; i += 1) {
    const el = tree.els[i]
    if (el?.tag === 'input' && /^(?:password|file)$/i.test(el.attrs.type ?? '')) return null
  }
  return form
}

/**
 * What posting the pager of this page sends beside its target: the form's hidden fields, in order. Null where the page has
 * no such form, or its pager no longer has that target.
 */
export function pagerFields(
  input: PageInput,
  query: PostBackQuery,
): readonly (readonly [string, string])[] | null {
  const tree = parseTree(decodeBody(input.body, input.contentType).text)
  const known = pagerLinks(tree).some(
    (link) => link.target === query.target && link.argument === query.argument,
  )
  const form = known ? pagerForm(tree, listPageOf(input.url)) : null
  if (form === null) return null
  const fields: (readonly [string, string])[] = []
  let size = 0
  for (let i = form.i + 1; i < form.last; i += 1) {
    const el = tree.els[i]
    if (el?.tag !== 'input' || !/^hidden$/i.test(el.attrs.type ?? '')) continue
    const { name = '', value = '' } = el.attrs
    if (name === '' || name === '__EVENTTARGET' || name === '__EVENTARGUMENT') continue
    size += name.length + value.length
    fields.push([name, value])
  }
  return fields.length > MOST_FIELDS || size > MOST_BYTES ? null : fields
}
