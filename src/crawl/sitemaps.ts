/** sitemap.xml files as sources of addresses: which addresses one names. When they are fetched is links' and robots'. */
import { resolveUrl } from '#base/url'

/** The protocol's own bound for one file. */
const MAX_ENTRIES = 50_000

export interface SitemapEntries {
  /** Further sitemap files, where this one is an index. */
  readonly sitemaps: readonly string[]
  readonly pages: readonly string[]
}

/** Entries of a sitemap (XML, or plain text with one address a line); nothing where it is neither. */
export function readSitemapFile(body: Uint8Array, url: string): SitemapEntries {
  const text = new TextDecoder().decode(body)
  const found: string[] = []
  const index = /<sitemapindex[\s>]/i.test(text)
  if (/<(?:urlset|sitemapindex)[\s>]/i.test(text)) {
    for (const match of text.matchAll(
      /<loc>\s{0,200}(?:<!\[CDATA\[\s{0,200})?([^<\]\s]{4,1000})/gi,
    )) {
      const address = resolveUrl((match[1] ?? '').replaceAll('&amp;', '&'), url)
      if (address !== null) found.push(address)
      if (found.length >= MAX_ENTRIES) break
    }
  } else if (
    /^[ \t]{0,100}https?:\/\/\S{1,2000}[ \t\r]{0,100}$/m.test(text) &&
    !text.includes('<')
  ) {
    for (const line of text.split(/\r?\n/).slice(0, MAX_ENTRIES)) {
      const address = /^https?:/i.test(line.trim()) ? resolveUrl(line, url) : null
      if (address !== null) found.push(address)
    }
  }
  return index ? { sitemaps: found, pages: [] } : { sitemaps: [], pages: found }
}
