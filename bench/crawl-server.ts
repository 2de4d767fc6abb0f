/**
 * The bench's portal server, a process of its own: `crawl-server.ts PAGES`. Prints its port as one line. Under
 * `/__bench/` it answers the driver: `seen` (requests so far), `reset`, `plant` (changes for a second night) and
 * `stop`. Every Host gets the same site; answers carry an ETag and honour If-None-Match.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeSite, plantChanges } from './crawl-site.ts'

const site = makeSite(Number(process.argv[2] ?? 500))
const tags = new WeakMap<Buffer, string>()
const tagOf = (body: Buffer): string => {
  const known = tags.get(body)
  if (known !== undefined) return known
  const tag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`
  tags.set(body, tag)
  return tag
}
let seen: string[] = []

const server = createServer((request, response) => {
  const url = request.url ?? '/'
  if (url.startsWith('/__bench/')) {
    const what = url.slice(9)
    let answer: unknown = { ok: true }
    if (what === 'seen')
      answer = { seen, deadLinks: site.deadLinks, articles: site.articles.length }
    if (what === 'reset') seen = []
    if (what === 'plant') answer = plantChanges(site)
    response.end(JSON.stringify(answer))
    if (what === 'stop') process.exit(0)
    return
  }
  seen.push(url)
  const path = url.replace(/\/index\.html$/, '/')
  const found = site.answers.get(path)
  if (!found) {
    response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<html><body>没有这个页面</body></html>')
    return
  }
  const etag = tagOf(found.body)
  if (found.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(found.status, {
    'content-type': found.type,
    'content-length': String(found.body.length),
    etag,
    ...(found.location === undefined ? {} : { location: found.location }),
  })
  response.end(request.method === 'HEAD' ? undefined : found.body)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
