/**
 * Changes of how a portal writes its addresses: absolute, without scheme, against a base, opened by script, with a
 * session, with the index file by name, as query strings. `route` leads a request back to the page it means, and
 * `plain` turns what the program says of an address back into the plan's words.
 */
import type { CheerioAPI } from 'cheerio'
import type { Change, Page } from './page.ts'

export interface Rewriting {
  readonly change: Change
  readonly route?: (path: string, query: string) => string
  readonly plain?: (text: string) => string
}

/** Calls `to` with each address of the portal's own host that the page names, as a path with query. */
function own(
  $: CheerioAPI,
  { host, path }: Page,
  to: (target: string, absolute: string) => string,
): void {
  const base = `http://${host}${path}`
  for (const attribute of ['href', 'src', 'action']) {
    for (const element of $(`[${attribute}]`).toArray()) {
      const one = $(element)
      if (one.is('link')) continue
      const written = one.attr(attribute) ?? ''
      const target = resolved(written, base)
      if (target !== null && target.host === host)
        one.attr(attribute, to(`${target.pathname}${target.search}`, target.href))
    }
  }
  for (const element of $('[onclick], a[href^="javascript:window.open"]').toArray())
    for (const attribute of ['onclick', 'href']) {
      const script = $(element).attr(attribute)
      if (script === undefined) continue
      $(element).attr(
        attribute,
        script.replace(
          /(window\.open\()'(\/[^']*)'/g,
          (_all, call: string, target: string) =>
            `${call}'${to(target, `http://${host}${target}`)}'`,
        ),
      )
    }
}

function resolved(written: string, base: string): URL | null {
  if (/^(#|javascript:|mailto:|tel:)/i.test(written) || written === '') return null
  return URL.canParse(written, base) ? new URL(written, base) : null
}

export const absolute: Rewriting = { change: ($, page) => own($, page, (_to, whole) => whole) }

export const withoutScheme: Rewriting = {
  change: ($, page) => own($, page, (_to, whole) => whole.replace(/^http:/, '')),
}

/** Addresses relative to a base that stands in the head. */
export const base: Rewriting = {
  change: ($, page, fragment) => {
    // Pages that a script names are relative to the base as well: a portal with a base names them otherwise.
    if (fragment || $('head').length === 0 || $.html().includes('createPageHTML')) return
    own($, page, (to) => to.replace(/^\//, '') || './')
    $('head').prepend(`<base href="http://${page.host}/">`)
  },
}

/** Titles of lists opened by script. */
export const byScript: Rewriting = {
  change: ($, { host, path }) => {
    for (const [i, link] of $('li a[href], td a[href]').toArray().entries()) {
      const one = $(link)
      const target = resolved(one.attr('href') ?? '', `http://${host}${path}`)
      if (target === null || one.text().trim().length < 6) continue
      const to = target.host === host ? `${target.pathname}${target.search}` : target.href
      if (i % 3 === 0) one.attr('href', `javascript:location.href='${to}'`)
      else if (i % 3 === 1) one.attr('href', '#').attr('onclick', `window.open("${to}","_blank")`)
      else one.attr('href', 'javascript:void(0);').attr('onclick', `javascript:openUrl('${to}')`)
    }
  },
}

/** The index file by name. */
export const indexNamed: Rewriting = {
  change: ($, page) => own($, page, (to) => to.replace(/\/$/, '/index.html')),
  route: (path) => path,
  plain: (text) => text.replace(/\/index\.html/g, '/'),
}

/** A session in every link, another one on every page. */
export const session: Rewriting = {
  change: ($, page) => {
    const id = Array.from({ length: 32 }, () => '0123456789ABCDEF'[page.roll.between(0, 15)]).join(
      '',
    )
    own($, page, (to) => {
      const [path = '', query] = to.split('?')
      if (!/\.html?$|\/$/.test(path)) return to
      return `${path};jsessionid=${id}${query === undefined ? '' : `?${query}`}`
    })
  },
  route: (path) => path.replace(/;jsessionid=[^/]*$/i, ''),
  plain: (text) => text.replace(/;jsessionid=[0-9A-F]+/gi, ''),
}

/** Articles behind one program that is told their address. */
export const query: Rewriting = {
  change: ($, page) => {
    const articles = new Set(page.portal?.articles.map(({ path }) => path))
    own($, page, (to) =>
      articles.has(to) ? `/system/show.jsp?urltype=news&contentid=${idOf(to)}` : to,
    )
  },
  route: (path, search) => {
    const id = /[?&]contentid=([^&]+)/.exec(search)?.[1]
    return path === '/system/show.jsp' && id !== undefined ? pathOf(id) : path
  },
  plain: (text) =>
    text.replace(
      /\/system\/show\.jsp\?(?:urltype=news&)?contentid=([0-9a-z]+)(?:&urltype=news)?/g,
      (_all, id: string) => pathOf(id),
    ),
}

/** A number that says its path again. */
function idOf(path: string): string {
  return Buffer.from(path).toString('hex')
}

function pathOf(id: string): string {
  return Buffer.from(id, 'hex').toString('utf8')
}
