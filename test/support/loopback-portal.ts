/** A small portal on loopback for tests of the whole program: a home page, a list, articles; bad answers on request. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoopbackPortal {
  readonly port: number
  /** Address of the home page under a made-up name; reach it with `resolve`. */
  readonly homeUrl: string
  readonly host: string
  /** Value for `--resolve`. */
  readonly resolve: string
  /** Paths asked for, in order, robots.txt included. */
  readonly asked: string[]
  /** From now on whoever asks waits, until `release`. */
  hold(): void
  release(): void
  close(): Promise<void>
}

type Answer = (path: string, request: IncomingMessage, response: ServerResponse) => void

/** `articles` pages hang off one list; every answer waits `delayMs`. */
export function servePortal(articles: number, delayMs = 0): Promise<LoopbackPortal> {
  return serve((path, _request, response) => {
    setTimeout(() => {
      const body = pageAt(path, articles)
      response.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(body ?? html('没有找到', '<p>404</p>'))
    }, delayMs)
  })
}

/** Every path gives the same answer. */
export function serveAlways(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): Promise<LoopbackPortal> {
  return serve((path, _request, response) => {
    if (path === '/robots.txt') {
      response.writeHead(404).end()
      return
    }
    response.writeHead(status, headers)
    response.end(body)
  })
}

async function serve(answer: Answer): Promise<LoopbackPortal> {
  const asked: string[] = []
  let waiting: (() => void)[] | null = null
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const reply = (): void => answer(path, request, response)
    if (waiting) waiting.push(reply)
    else reply()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const host = 'portal.example.gov.cn'
  return {
    port,
    host,
    homeUrl: `http://${host}/`,
    resolve: `${host}:80:127.0.0.1:${port}`,
    asked,
    hold() {
      waiting ??= []
    },
    release() {
      for (const reply of waiting ?? []) reply()
      waiting = null
    },
    close: () => closeServer(server),
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function pageAt(path: string, articles: number): string | null {
  if (path === '/') {
    return html(
      '某市测试局',
      '<h1>某市测试局</h1><ul><li><a href="/tzgg/">通知公告</a></li></ul><p>欢迎访问某市测试局网站。</p>',
    )
  }
  if (path === '/tzgg/') {
    const items = Array.from(
      { length: articles },
      (_, i) =>
        `<li><a href="/tzgg/a${i}.html">关于第${i}项工作安排的通知</a><span>2023-11-${String((i % 28) + 1).padStart(2, '0')}</span></li>`,
    )
    return html('通知公告', `<h2>通知公告</h2><ul>${items.join('')}</ul>`)
  }
  const number = /^\/tzgg\/a(\d+)\.html$/.exec(path)?.[1]
  if (number === undefined || Number(number) >= articles) return null
  return html(
    `关于第${number}项工作安排的通知`,
    `<h1>关于第${number}项工作安排的通知</h1><p>发布时间：2023-11-01</p><p>${'各单位要认真组织实施，按时报送进展情况。'.repeat(8)}</p>`,
  )
}

function html(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
}
