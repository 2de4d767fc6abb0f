/**
 * What other ways of crawling cost on the same portal, extraction only: no archive, no store, no page reading. Only
 * @crawlee/basic is installed here, so its HttpCrawler and CheerioCrawler are built from the same parts that Crawlee
 * builds them of: BasicCrawler with undici and a SAX pass, or with cheerio. Each row they gather goes to one NDJSON file.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BasicCrawler } from '@crawlee/basic'
import { Configuration, Dataset, LogLevel, log } from '@crawlee/core'
import * as cheerio from 'cheerio'
import { Parser } from 'htmlparser2'
import { Agent, request } from 'undici'

export interface Answer {
  readonly pages: number
  readonly visits: number
  readonly links: number
  readonly dead: number
  readonly states: Readonly<Record<string, number>>
}

interface Extract {
  readonly title: string
  readonly links: readonly string[]
  readonly dates: number
  readonly metas: number
}

const DATE = /\d{4}-\d{2}-\d{2}/g
const PARALLEL = 16
const agent = new Agent({ connections: PARALLEL })

function decode(body: Buffer, type: string): string {
  if (/utf-8/i.test(type)) return body.toString('utf8')
  return new TextDecoder('gb18030').decode(body)
}

function absolute(href: string, base: string): string | null {
  try {
    const url = new URL(href, base)
    url.hash = ''
    url.pathname = url.pathname.replace(/\/index\.html$/, '/')
    return url.protocol === 'http:' && url.host === new URL(base).host ? url.href : null
  } catch {
    return null
  }
}

function bySax(html: string, base: string): Extract {
  const links: string[] = []
  let title = ''
  let inTitle = false
  let dates = 0
  let metas = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a' && attributes.href) {
        const url = absolute(attributes.href, base)
        if (url) links.push(url)
      } else if (name === 'meta') metas += 1
      else if (name === 'title') inTitle = true
    },
    ontext(text) {
      if (inTitle) title += text
      dates += text.match(DATE)?.length ?? 0
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false
    },
  })
  parser.end(html)
  return { title, links, dates, metas }
}

function byCheerio(html: string, base: string, tuned: boolean): Extract {
  const $ = tuned
    ? cheerio.load(html, { xml: { xmlMode: false, decodeEntities: true } })
    : cheerio.load(html)
  const links: string[] = []
  $('a[href]').each((_, el) => {
    const url = absolute($(el).attr('href') ?? '', base)
    if (url) links.push(url)
  })
  return {
    title: $('title').text(),
    links,
    dates: $('body').text().match(DATE)?.length ?? 0,
    metas: $('meta').length,
  }
}

interface Fetched {
  readonly status: number
  readonly html: string | null
  readonly url: string
}

async function fetchOne(url: string, hops = 0): Promise<Fetched> {
  const { statusCode, headers, body } = await request(url, { dispatcher: agent })
  const bytes = Buffer.from(await body.arrayBuffer())
  const location = headers.location
  if (statusCode >= 300 && statusCode < 400 && typeof location === 'string' && hops < 5) {
    return fetchOne(new URL(location, url).href, hops + 1)
  }
  const type = String(headers['content-type'] ?? '')
  return { status: statusCode, html: /html/.test(type) ? decode(bytes, type) : null, url }
}

class Tally {
  readonly seen = new Set<string>()
  readonly #out: ReturnType<typeof createWriteStream>
  pages = 0
  visits = 0
  links = 0
  dead = 0
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#out = createWriteStream(join(folder, 'pages.ndjson'))
  }
  /** Counts one answer; returns the addresses not met before. */
  take(got: Fetched, read: (html: string, base: string) => Extract): string[] {
    this.visits += 1
    if (got.status >= 400) this.dead += 1
    if (got.status !== 200 || got.html === null) return []
    this.pages += 1
    const found = read(got.html, got.url)
    this.links += found.links.length
    this.#out.write(`${JSON.stringify({ url: got.url, ...found })}\n`)
    const fresh = found.links.filter((url) => !this.seen.has(url))
    for (const url of fresh) this.seen.add(url)
    return [...new Set(fresh)]
  }
  async end(): Promise<Answer> {
    await new Promise<void>((resolve) => this.#out.end(resolve))
    const { pages, visits, links, dead } = this
    return { pages, visits, links, dead, states: {} }
  }
}

async function bareLoop(home: string, folder: string): Promise<Answer> {
  const tally = new Tally(folder)
  const queue = [home]
  tally.seen.add(home)
  let active = 0
  await new Promise<void>((resolve, reject) => {
    const pump = (): void => {
      if (queue.length === 0 && active === 0) {
        resolve()
        return
      }
      while (active < PARALLEL) {
        const url = queue.pop()
        if (url === undefined) return
        active += 1
        fetchOne(url).then((got) => {
          queue.push(...tally.take(got, bySax))
          active -= 1
          pump()
        }, reject)
      }
    }
    pump()
  })
  return tally.end()
}

function withCrawlee(read: (html: string, base: string) => Extract, tuned: boolean) {
  return async (home: string, folder: string): Promise<Answer> => {
    log.setLevel(LogLevel.OFF)
    const tally = new Tally(folder)
    tally.seen.add(home)
    const configuration = new Configuration({
      persistStorage: !tuned,
      storageClientOptions: { localDataDirectory: join(folder, 'storage') },
    })
    const dataset = tuned ? null : await Dataset.open('default', { config: configuration })
    const crawler = new BasicCrawler(
      {
        async requestHandler({ request: { url } }) {
          const got = await fetchOne(url)
          const fresh = tally.take(got, read)
          if (dataset !== null) await dataset.pushData({ url, status: got.status, links: fresh })
          if (fresh.length > 0)
            await crawler.addRequests(fresh.map((one) => ({ url: one, uniqueKey: one })))
        },
        ...(tuned
          ? {
              useSessionPool: false,
              minConcurrency: PARALLEL,
              maxConcurrency: PARALLEL,
              statisticsOptions: { persistenceOptions: { enable: false } },
            }
          : {}),
      },
      configuration,
    )
    await crawler.run([home])
    return tally.end()
  }
}

export const RIVALS: Readonly<Record<string, (home: string, folder: string) => Promise<Answer>>> = {
  'undici+sax': bareLoop,
  'crawlee+sax': withCrawlee(bySax, true),
  'crawlee+cheerio': withCrawlee((html, base) => byCheerio(html, base, true), true),
  'crawlee-default': withCrawlee((html, base) => byCheerio(html, base, false), false),
}
