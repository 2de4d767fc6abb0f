/**
 * Boxes with which a page searches its site: forms, and addresses that inline scripts put together from what is written
 * into a box. Reads what a browser would send (address, field, fields sent along, charset); says where it cannot.
 * Queries by number (办件编号、查询码), logins and forms with a file are no searches. Nothing is sent here.
 */
import { clip, squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import type { SearchForm } from '#model/page-search'
import { type El, type PageTree, type Script, wordsOf } from './tree.ts'

/** Words of names, addresses and labels that make a box a search of the site. */
const SEARCH =
  /search|sousuo|souquan|jsearch|qwjs|keyword|queryword|allword|(?:^|[^a-z])(?:so|ss|sou|wd|kw|qt?)(?:[^a-z]|$)|搜|检索|关键[字词]/i
/** A number, a name or a secret is asked for. */
const OTHER =
  /编号|受理号|查询码|流水号|身份证|证件|手机|电话|密码|口令|姓名|邮箱|邮件|验证码|用户名|账号|帐号|工号|学号|运单|车牌|login|passw|email|verify|captcha|(?:^|[^a-z])(?:code|bh|cxm|sfz|tel|phone|user)(?:[^a-z]|$)/i
/** Searches of other things than the site, on hosts of their own. */
const LIBRARY = /opac|cnki|wanfang|cqvip|scholar|dict\./i
const TEXT_TYPES: ReadonlySet<string> = new Set(['', 'text', 'search'])
/** Kinds of pages that carry the portal's own box; article pages only repeat it. */
const TITLED = /搜索|检索/
const LINK_WORDS = /^(?:站内|全站|本站|智能|高级|政务)?(?:搜索|检索)$/

const MAX_FORMS = 6
const MAX_SCRIPT = 200_000
const MAX_FIXED = 20

/** Of home and search pages; null for others and where there is none. */
export function readSearchForms(
  tree: PageTree,
  page: { readonly kind: Page['kind']; readonly base: string; readonly charset: string },
): readonly SearchForm[] | null {
  if (page.kind.value !== 'home' && !TITLED.test(tree.headTitle ?? '')) return null
  const charset = page.charset === 'gb18030' ? 'gb18030' : 'utf-8'
  const boxes = tree.tagged('input').filter(isTextBox)
  const forms = tree.els.filter((el) => el.tag === 'form')
  const found = forms.flatMap((form) => ofForm(tree, form, boxes, page.base, charset) ?? [])
  const scripted = tree.scripts.flatMap((script) => ofScript(script, page.base, charset))
  // A box of which only the script knows where it leads, or not even that.
  const sent = found.filter((form) => form.action !== null)
  const loose = boxes.filter((box) => formAround(box) === null && isSearchBox(box))
  const lost = [
    ...found.filter((form) => form.action === null),
    ...loose.map((box) => unread(tree, box, charset)),
  ]
  const links = tree
    .tagged('a')
    .filter((el) => el.to - el.from <= 8 && LINK_WORDS.test(wordsOf(tree, el)))
    .flatMap((el) => ofLink(tree, el, page.base, charset))
  const known = [...sent, ...scripted, ...links.filter((form) => form.action !== null)]
  // A button without an address belongs to the box whose script was read.
  const all = scripted.length > 0 ? known : [...known, ...lost]
  if (all.length > 0) return all.slice(0, MAX_FORMS)
  return links.length > 0 ? links.slice(0, 1) : null
}

function isTextBox({ attrs }: El): boolean {
  return TEXT_TYPES.has((attrs.type ?? '').trim().toLowerCase())
}

const namesOf = ({ attrs }: El): string =>
  [attrs.name, attrs.id, attrs.class, attrs.placeholder, attrs.title, attrs.value, attrs.onclick]
    .filter((one) => one !== undefined)
    .join(' ')

const isSearchBox = (el: El): boolean => SEARCH.test(namesOf(el)) && !OTHER.test(namesOf(el))

function formAround(el: El): El | null {
  for (let up = el.parent; up !== null; up = up.parent) if (up.tag === 'form') return up
  return null
}

function ofForm(
  tree: PageTree,
  form: El,
  boxes: readonly El[],
  base: string,
  charset: SearchForm['charset'],
): SearchForm | null {
  const inside = tree.els.slice(form.i + 1, form.last)
  const own = boxes.filter((box) => box.i > form.i && box.i < form.last)
  const types = inside.map((el) => (el.attrs.type ?? '').toLowerCase())
  if (types.includes('password') || types.includes('file')) return null
  if (inside.some((el) => el.tag === 'textarea')) return null
  // Several boxes are a query of its own (档案、成果), or a search by many marks.
  const box = own.length === 1 ? own[0] : own.find(isSearchBox)
  if (box === undefined || own.length > 3 || OTHER.test(namesOf(box))) return null
  const action = (form.attrs.action ?? '').trim()
  const words = squash(tree.flat.slice(form.from, form.to))
  const buttons = inside
    .filter((el) => /^(?:submit|button|image)$/i.test(el.attrs.type ?? '') || el.tag === 'button')
    .map(namesOf)
  const all = [action, form.attrs.id, form.attrs.name, form.attrs.class, words, ...buttons]
  if (!isSearchBox(box) && !all.some((one) => SEARCH.test(one ?? ''))) return null
  if (all.some((one) => OTHER.test(one ?? '') && !SEARCH.test(one ?? ''))) return null
  if (LIBRARY.test(action)) return null
  const scripted =
    form.attrs.onsubmit !== undefined || inside.some((el) => el.attrs.onclick !== undefined)
  const name = box.attrs.name?.trim() ?? ''
  // `#` and nothing at all are for a script to say, unless a plain button sends the form.
  const sends = buttons.length > 0 || inside.some((el) => /submit|image/i.test(el.attrs.type ?? ''))
  const blank = action === '' || action.startsWith('#') || /^javascript:/i.test(action)
  const address = blank ? (scripted || !sends ? null : base) : resolveUrl(action, base)
  const place = {
    quote: quoteOf(tree, form, box),
    at: [form.start, form.end] as const,
  }
  if (address === null || name === '')
    return { ...NOWHERE, charset, how: 'form', scripted: true, ...place }
  return {
    action: address.replace(/\?.*$/, ''),
    method: /^post$/i.test(form.attrs.method ?? '') ? 'post' : 'get',
    field: name,
    fixed: sentAlong(tree, inside, box),
    charset: charsetOf(form.attrs['accept-charset'], charset),
    how: 'form',
    scripted,
    ...place,
  }
}

const NOWHERE = { action: null, method: 'get', field: '', fixed: [] } as const

/** What a browser sends beside the words: hidden fields, chosen options, ticked boxes. */
function sentAlong(tree: PageTree, inside: readonly El[], box: El): [string, string][] {
  const pairs: [string, string][] = []
  for (const el of inside) {
    const { name, type = '', value = '' } = el.attrs
    if (name === undefined || name === '' || el === box || el.attrs.disabled !== undefined) continue
    if (el.tag === 'select') {
      const options = tree.els.slice(el.i + 1, el.last).filter(({ tag }) => tag === 'option')
      const chosen = options.find(({ attrs }) => attrs.selected !== undefined) ?? options[0]
      // Words of an option are not kept in the running text.
      if (chosen?.attrs.value !== undefined) pairs.push([name, chosen.attrs.value])
    } else if (el.tag === 'input') {
      const kind = type.toLowerCase()
      const ticked = /^(?:radio|checkbox)$/.test(kind) && el.attrs.checked !== undefined
      if (ticked) pairs.push([name, value === '' ? 'on' : value])
      else if (kind === 'hidden') pairs.push([name, value])
    }
  }
  return pairs.slice(0, MAX_FIXED)
}

function charsetOf(
  accepted: string | undefined,
  page: SearchForm['charset'],
): SearchForm['charset'] {
  if (accepted === undefined) return page
  if (/utf-?8/i.test(accepted)) return 'utf-8'
  return /gb/i.test(accepted) ? 'gb18030' : page
}

/** Words that stand in the form, else what its markup calls it. */
function quoteOf(tree: PageTree, form: El, box: El): string {
  const words = clip(squash(tree.flat.slice(form.from, form.to)), 40)
  if (words !== '') return words
  const { placeholder, value, name, id } = box.attrs
  return (
    [placeholder, value, name, id].map((one) => clip(one ?? '', 40)).find((one) => one !== '') ??
    '<form'
  )
}

/**
 * `'/search/index.html?siteId=3&searchWord=' + encodeURIComponent(word) + '&page=1'`: an address with a search's name in it
 * that ends where the words follow. Only literals are taken.
 */
const BUILT =
  /(["'])((?:https?:)?\/{0,2}[^"'\s<>]{0,300}?\?(?:[^"'\s<>#]{0,300}&)?([\w.[\]-]{1,40})=)\1\s*\+/g
/** What of the address stands behind the words. */
const BEHIND = /\+\s*(["'])(&[^"'\s<>]{0,300})\1/
const MAX_STATEMENT = 300
const SEARCH_FIELD =
  /^(?:q|qt|qw|k|kw|key|keys|keyword|keywords|word|words|wd|query|searchword|searchwords|searchtext|searchkey|searchcontent|content|title|tq|allkeyword|strsearch|searchinfo)$/i
const SEARCH_PLACE = /search|sousuo|jsearch|jrobot|was5|\/so\/|\/\/so\.|\/s\?|qwjs|query|searchfs/i

function ofScript(
  { code, at }: Script,
  base: string,
  charset: SearchForm['charset'],
): readonly SearchForm[] {
  if (code.length > MAX_SCRIPT || !SEARCH_PLACE.test(code)) return []
  const found: SearchForm[] = []
  for (const match of code.matchAll(BUILT)) {
    const [whole, , literal = '', field = ''] = match
    if (!SEARCH_FIELD.test(field) || !SEARCH_PLACE.test(literal) || LIBRARY.test(literal)) continue
    const line = code.slice(code.lastIndexOf('\n', match.index) + 1, match.index)
    // `http://` is no comment.
    if (/(?<!:)\/\//.test(line) || found.some((one) => one.field === field)) continue
    const address = resolveUrl(literal, base)
    if (address === null) continue
    const url = new URL(address)
    const from = match.index + whole.length
    const words = /^[^;\n]*/.exec(code.slice(from, from + MAX_STATEMENT))?.[0] ?? ''
    const rest = BEHIND.exec(words)?.[2] ?? ''
    const fixed = [...url.searchParams, ...new URLSearchParams(rest)].filter(
      ([name]) => name !== field,
    )
    const encoded = /encodeURI/.test(words)
    const place = {
      quote: clip(literal, 60),
      at: [at[0] + match.index, at[0] + match.index + whole.length] as const,
    }
    const common = { how: 'script', scripted: true, ...place } as const
    // escape() writes characters in a way of its own.
    if (/(?:^|[^\w])escape\s*\(/.test(words)) found.push({ ...NOWHERE, charset, ...common })
    else
      found.push({
        action: `${url.origin}${url.pathname}`,
        method: 'get',
        field,
        fixed: fixed.slice(0, MAX_FIXED),
        charset: encoded ? 'utf-8' : charset,
        ...common,
      })
  }
  return found
}

function unread(tree: PageTree, box: El, charset: SearchForm['charset']): SearchForm {
  const quote = quoteOf(tree, box, box)
  return { ...NOWHERE, charset, how: 'script', scripted: true, quote, at: [box.start, box.end] }
}

function ofLink(
  tree: PageTree,
  el: El,
  base: string,
  charset: SearchForm['charset'],
): readonly SearchForm[] {
  const href = el.attrs.href?.trim() ?? ''
  const script = href === '' || href.startsWith('#') || /^javascript:/i.test(href)
  const action = script ? null : resolveUrl(href, base)
  const common = { ...NOWHERE, charset, how: 'link', scripted: true } as const
  return [{ ...common, action, quote: wordsOf(tree, el), at: [el.start, el.end] }]
}
