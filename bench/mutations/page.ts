/**
 * One page on its way through the mutations: parsed, changed, written back. Records that a page carries inside a
 * datastore script are pages of their own here, since a reader sees them as rows of its list. Knows no mutation.
 */
import { type CheerioAPI, load } from 'cheerio'
import type { GeneratedPortal } from '../../fixtures/portals/generate.ts'
import type { Article } from '../../fixtures/portals/site.ts'
import { type Dice, dice } from '../../fixtures/portals/words.ts'

/** Nodes as cheerio has them. */
type AnyNode = Exclude<Parameters<typeof load>[0], string | readonly unknown[] | Buffer>
export type Element = Extract<AnyNode, { attribs: unknown }>
type Text = Extract<AnyNode, { type: unknown; data: string }>

export interface Page {
  readonly host: string
  /** What the page's portal was generated from; null for a portal by another hand. */
  readonly portal: GeneratedPortal | null
  readonly path: string
  /** The article that the page is; null for lists, menus, the home page. */
  readonly article: Article | null
  readonly home: boolean
  /** The same for the same page of the same mutation. */
  readonly roll: Dice
}

/** What a mutation does to a parsed page, or to one record of a datastore (`$` is then a fragment). */
export type Change = ($: CheerioAPI, page: Page, fragment: boolean) => void

/** The dice of one page of one mutation. */
export function rollOf(mutation: string, path: string): Dice {
  return dice([...`${mutation}${path}`].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7))
}

const RECORD = /<!\[CDATA\[([\s\S]*?)\]\]>/g

export function changed(html: string, page: Page, change: Change): string {
  if (/^<\?xml/.test(html)) return records(html, page, change)
  const $ = load(html)
  change($, page, false)
  for (const script of $('script[type="text/xml"]').toArray()) {
    const one = $(script)
    one.text(records(one.text(), page, change))
  }
  return $.html()
}

/** Every record of a datastore, changed by itself; its link to the next group stays. */
function records(text: string, page: Page, change: Change): string {
  return text.replace(RECORD, (whole, inner: string) => {
    if (!inner.includes('<li>')) return whole
    const $ = load(inner, null, false)
    change($, page, true)
    return `<![CDATA[${$.html()}]]>`
  })
}

/** Text that a reader sees, without scripts and forms' options. */
export function textNodes($: CheerioAPI, within = 'body'): Text[] {
  const roots: AnyNode[] = $('body').length > 0 ? $(within).toArray() : $.root().toArray()
  const found: Text[] = []
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') {
      if (node.data.trim() !== '') found.push(node)
      return
    }
    if (node.type === 'script' || node.type === 'style') return
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const root of roots) walk(root)
  return found
}

/** Rows of lists: one link, perhaps a day beside it. Menus have no days and count where `dated` is false. */
export function listRows($: CheerioAPI, dated: boolean): Element[] {
  return ($('li, tr').toArray() as Element[]).filter((row) => {
    const one = $(row)
    if (one.find('table, ul, form').length > 0 || one.find('a').length !== 1) return false
    if (!dated) return true
    return DAY.test(one.text()) && one.find('a').text().trim().length > 4
  })
}

export const DAY = /(?<!\d)(20\d{2})([-/]|年)(\d{1,2})([-/]|月)(\d{1,2})日?(?!\d)|\[\d\d-\d\d\]/

/** What an old charset lacks is written as a number, as old systems do. */
export function lackingAsNumbers(html: string, charset: string): string {
  if (!/^gb/i.test(charset)) return html
  return html.replace(/[\u200b-\u200f\ufeff]/g, (sign, at: number) =>
    at === 0 ? '' : `&#${sign.charCodeAt(0)};`,
  )
}
