/**
 * Lists that go on by posting the page's own form: ASP.NET pagers (`__doPostBack`) and forms whose page number a script
 * sets (`cpage`). Which links are a pager's, and which hidden fields (VIEWSTATE …) such a post carries. Strict on purpose,
 * since a POST may do more than show a page: only a pager's targets and page numbers, only a form that posts to its own
 * address, never one in which a password or a file could be given, never a button. From description: no real sample of
 * such a pager was read.
 */
import { type FormQuery, listQueryOf, plainAddress } from '#base/query-address'
import { placeKey, resolveUrl } from '#base/url'
import type { PageInput } from '#model/ports'
import { decodeBody } from './charset.ts'
import { baseOf } from './targets.ts'
import { type El, type PageTree, parseTree, wordsOf } from './tree.ts'

const CALL =
  /__doPostBack\(\s*(?:'|&#39;|")([\w$:.-]{1,120})(?:'|&#39;|")\s*,\s*(?:'|&#39;|")([^'"&]{0,60})(?:'|&#39;|")\s*\)/
/** GridView and its kin name the command; a pager control gets the number alone. */
const PAGE_COMMAND = /^Page\$(\d{1,4})$/
const PAGER_CONTROL = /(?:^|[$:_])\w*(?:pager|pagination|pagenav|fenye)\w*$/i
/** Names of controls that do something, whatever else they are called. */
const ACTION = /btn|button|del|remove|save|submit|vote|login|search|logout/i
/** The same for a link whose words say that it leads to the next page: LinkButtons are called so by default. */
const OTHER_ACTION = /del|remove|save|vote|login|search|logout/i
const NEXT = /^(?:下一?页|后一?页)$/
const NUMBER = /^\[?(\d{1,4})\]?$/
const STEP =
  /^(?:首页|第一页|上一?页|前一?页|下一?页|后一?页|尾页|末页|最后一?页|\.{2,3}|…|<{1,2}|>{1,2})$/

export interface PagerLink {
  readonly page: number
  readonly target: string
  readonly argument: string
  /** Where only the words say which page it is: the next one, by its number. */
  readonly step?: number
}

/** Links of the page's pagers, by page number, best known first; page 1 is left out. */
export function pagerLinks(tree: PageTree, url: string): readonly PagerLink[] {
  const found = new Map<string, PagerLink>()
  for (const el of tree.tagged('a')) {
    const call = CALL.exec(`${el.attrs.href ?? ''} ${el.attrs.onclick ?? ''}`)
    const target = call?.[1]
    const argument = call?.[2]
    if (target === undefined || argument === undefined || ACTION.test(target)) continue
    const page = pageOf(target, argument, wordsOf(tree, el))
    if (page !== null && page > 1) found.set(`${target} ${page}`, { page, target, argument })
  }
  if (found.size === 0) return nextLink(tree, url)
  const links = [...found.values()].sort((a, b) => a.page - b.page)
  // One list a page: of several pagers the first that stands there.
  return links.filter((link) => link.target === links[0]?.target)
}

/** A pager of buttons only (`LinkButton` without an argument): its next page, from which the one after that is asked. */
function nextLink(tree: PageTree, url: string): readonly PagerLink[] {
  const query = listQueryOf(url)
  const step = (query?.kind === 'postback' ? (query.step ?? 1) : 1) + 1
  for (const el of tree.tagged('a')) {
    if (el.attrs.disabled !== undefined) continue
    const call = CALL.exec(`${el.attrs.href ?? ''} ${el.attrs.onclick ?? ''}`)
    const target = call?.[1]
    if (target === undefined || call?.[2] !== '' || OTHER_ACTION.test(target)) continue
    if (NEXT.test(wordsOf(tree, el))) return [{ page: step, target, argument: '', step }]
  }
  return []
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
  const form = formAround(tree, '__VIEWSTATE')
  const action = form === null ? null : actionOf(tree, form, url)
  return action !== null && placeKey(action) === placeKey(url) && isHarmless(tree, form)
    ? form
    : null
}

/** The form that holds the input of this name and is posted. */
function formAround(tree: PageTree, name: string): El | null {
  const input = tree.tagged('input').find((el) => el.attrs.name === name)
  let form: El | null = input?.parent ?? null
  while (form !== null && form.tag !== 'form') form = form.parent
  return (form?.attrs.method ?? 'get').toLowerCase() === 'post' ? form : null
}

const actionOf = (tree: PageTree, form: El, url: string): string | null =>
  resolveUrl(form.attrs.action?.trim() || url, baseOf(tree.els, url))

function isHarmless(tree: PageTree, form: El | null): boolean {
  if (form === null) return false
  for (let i = form.i + 1; i < form.last; i += 1) {
    const el = tree.els[i]
    if (el?.tag === 'input' && /^(?:password|file)$/i.test(el.attrs.type ?? '')) return false
  }
  return true
}

/** Names of fields that hold the number of a list's page. */
const PAGE_FIELD = /^(?:c|cur|curr|current|now|go)?_?page(?:_?(?:no|num|number|index))?$/i
const MOST_PAGES = 2000

export interface FieldPager {
  readonly form: El
  readonly name: string
  readonly pages: number
}

/**
 * A pager whose links call a script of the page with a number, `function goPage(n){ f.cpage.value = n; f.submit() }`. Its
 * form posts to the page's own path and holds the field.
 */
export function fieldPager(tree: PageTree, url: string): FieldPager | null {
  const page = plainAddress(url)
  for (const { code } of tree.scripts) {
    for (const found of code.matchAll(
      /function\s+(\w{1,40})\s*\(\s*(\w{1,20})[^)]{0,60}\)\s*\{/g,
    )) {
      const [head, called = '', argument = ''] = found
      const body = code.slice(found.index + head.length, found.index + head.length + 500)
      const set = new RegExp(`(\\w{3,20})(?:["']\\]|["']\\))?\\.value\\s*=\\s*${argument}\\b`).exec(
        body,
      )
      const name = set?.[1] ?? ''
      if (!PAGE_FIELD.test(name) || !/\.submit\s*\(/.test(body) || ACTION.test(called)) continue
      const form = formAround(tree, name)
      const action = form === null ? null : actionOf(tree, form, page)
      if (form === null || action === null || !isHarmless(tree, form)) continue
      if (new URL(action).pathname !== new URL(page).pathname) continue
      const pages = Math.max(calledPages(tree, called), toldPages(tree.flat))
      if (pages > 1) return { form, name, pages: Math.min(pages, MOST_PAGES) }
    }
  }
  return null
}

/** Highest page to which a link in a pager's words leads through this function; 1 for none. */
function calledPages(tree: PageTree, called: string): number {
  const call = new RegExp(`\\b${called}\\(\\s*['"]?(\\d{1,4})['"]?\\s*\\)`)
  let pages = 1
  for (const el of tree.tagged('a')) {
    const number = call.exec(`${el.attrs.href ?? ''} ${el.attrs.onclick ?? ''}`)?.[1]
    const words = wordsOf(tree, el)
    if (number === undefined || (NUMBER.exec(words)?.[1] !== number && !STEP.test(words))) continue
    pages = Math.max(pages, Number(number))
  }
  return pages
}

const toldPages = (flat: string): number => Number(/共 ?(\d{1,4}) ?页/.exec(flat)?.[1] ?? 1)

/**
 * What the pager of this page posts for a part of its list: target or page number, and the form's hidden fields, in order.
 * Null where the page has no such form, or its pager no longer leads there.
 */
export function pagerFields(
  input: PageInput,
  query: FormQuery,
): readonly (readonly [string, string])[] | null {
  const tree = parseTree(decodeBody(input.body, input.contentType).text)
  const form = formFor(tree, input.url, query)
  if (form === null) return null
  const fields: (readonly [string, string])[] =
    query.kind === 'field'
      ? [[query.name, String(query.number)]]
      : [
          ['__EVENTTARGET', query.target],
          ['__EVENTARGUMENT', query.argument],
        ]
  const given = new Set(fields.map(([name]) => name))
  let size = 0
  for (let i = form.i + 1; i < form.last; i += 1) {
    const el = tree.els[i]
    if (el?.tag !== 'input' || !/^hidden$/i.test(el.attrs.type ?? '')) continue
    const { name = '', value = '' } = el.attrs
    if (name === '' || given.has(name)) continue
    size += name.length + value.length
    fields.push([name, value])
  }
  return fields.length > MOST_FIELDS || size > MOST_BYTES ? null : fields
}

function formFor(tree: PageTree, url: string, query: FormQuery): El | null {
  if (query.kind === 'field') {
    const pager = fieldPager(tree, url)
    return pager?.name === query.name && query.number <= pager.pages ? pager.form : null
  }
  const { target, argument, step } = query
  const known = pagerLinks(tree, url).some(
    (link) => link.target === target && link.argument === argument && link.step === step,
  )
  return known ? pagerForm(tree, plainAddress(url)) : null
}
