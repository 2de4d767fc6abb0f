/** A reader that knows hrefs and nothing else: enough to drive a crawl without the room that understands pages. */

import { sha256 } from '#base/hash'
import { resolveUrl } from '#base/url'
import { bareFooter, type Page, type PageLink } from '#model/page'
import type { PageReader } from '#model/ports'

export const linkReader: PageReader = {
  read(input): Page {
    const html = Buffer.from(input.body).toString('latin1')
    const links: PageLink[] = []
    for (const match of html.matchAll(/<a href="([^"]*)"/g)) {
      const url = resolveUrl(match[1] ?? '', input.url)
      if (url === null) continue
      links.push({
        url,
        text: '',
        title: null,
        area: 'main',
        how: 'href',
        at: [match.index, match.index + 1],
      })
    }
    return {
      url: input.url,
      template: 't',
      charset: { name: 'utf-8', because: 'test' },
      kind: { value: 'other', sureness: 1, because: 'test' },
      title: null,
      headTitle: null,
      publishedOn: null,
      source: null,
      trail: [],
      officialTags: [],
      footer: bareFooter(),
      accessibilityEntry: null,
      lists: [],
      paging: null,
      document: null,
      attachments: [],
      frames: [],
      links,
      needsBrowser: { value: false, because: 'test' },
      blocked: null,
      text: { length: html.length, excerpt: '', at: null },
      textHash: sha256(html),
      underConstruction: null,
      headName: null,
      truncated: input.truncated,
    }
  },
}
