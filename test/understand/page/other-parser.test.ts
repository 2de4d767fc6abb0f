/**
 * A second opinion from another parser: whatever cheerio (with parse5's repairs of broken markup) finds on the
 * demonstration portals' and the fixture pages (links, title, tags), our own reader of one pass must have found too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CheerioAPI, load } from 'cheerio'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { ownLabels } from '#app/rooms'
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import { createPageReader } from '#understand/page-reader'
import { generatePortal } from '../../../fixtures/portals/generate.ts'
import { PLANS } from '../../../fixtures/portals/plan.ts'

const PAGES = fileURLToPath(new URL('../../../fixtures/pages/', import.meta.url))
const reader = createPageReader(ownLabels())

interface Read {
  readonly url: string
  readonly page: Page
  readonly $: CheerioAPI
}

function readBoth(url: string, body: Uint8Array, charset: string, homeUrl: string): Read {
  const input = { url, body, contentType: 'text/html', status: 200, truncated: false, homeUrl }
  return { url, page: reader.read(input), $: load(iconv.decode(Buffer.from(body), charset)) }
}

const sets: readonly [name: string, pages: readonly Read[]][] = [
  ...PLANS.map((plan): [string, Read[]] => {
    const portal = generatePortal(plan)
    const origin = `http://${plan.host}`
    const charset = plan.markup === 'gbk' ? 'gb18030' : 'utf8'
    return [
      plan.id,
      portal.htmlPaths.map((path) =>
        readBoth(`${origin}${path}`, portal.answer(path).body, charset, `${origin}/`),
      ),
    ]
  }),
  [
    'fixtures/pages',
    readdirSync(PAGES)
      .filter((file) => file.endsWith('.html'))
      .map((file) =>
        readBoth(
          `http://www.example.gov.cn/label/${file}`,
          readFileSync(`${PAGES}${file}`),
          'utf8',
          'http://www.example.gov.cn/',
        ),
      ),
  ],
]

describe.each(sets)('%s', (_name, pages) => {
  test('no link is lost', () => {
    const seen = pages.flatMap(({ url, page, $ }) => {
      const known = new Set(page.links.map((link) => link.url))
      return $('a[href], area[href]')
        .toArray()
        .map((element) => resolveUrl($(element).attr('href') ?? '', url))
        .filter((target) => target !== null)
        .map((target) => ({ link: `${url} → ${target}`, known: known.has(target) }))
    })
    expect(seen.length).toBeGreaterThan(20)
    expect(seen.filter((one) => !one.known).map((one) => one.link)).toEqual([])
  })

  test('titles and official tags are the same', () => {
    for (const { url, page, $ } of pages) {
      expect(page.headTitle ?? '', url).toBe(squash($('title').first().text()))
      for (const tag of page.officialTags) {
        const contents = $('meta[name]')
          .toArray()
          .filter((one) => $(one).attr('name')?.toLowerCase() === tag.name.toLowerCase())
          .map((one) => squash($(one).attr('content') ?? ''))
        expect(contents, url).toContain(squash(tag.content))
      }
    }
  })
})
