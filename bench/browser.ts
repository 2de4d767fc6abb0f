/**
 * What a rendered page costs: processor time of the whole process tree per page with axe and a viewport picture,
 * through our Browser (every request answered by our own client, tabs reused and recycled) beside a plain Playwright
 * loop with one reused page, in turns, on a made-up site of about 520 elements a page served by this process (whose
 * own time is not counted). Then memory of ours over many pages. Reported, never a unit test.
 *
 *     npm run bench:browser [-- --pages 40 --rounds 3 --memory-pages 300]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { systemClock } from '#base/clock'
import { findBrowser } from '#browser/find'
import { fontEnvironment } from '#browser/fonts'
import { openBrowser } from '#browser/launch'
import { axeScript } from '#crawl/accessibility'
import { HttpClient } from '#crawl/http-client'
import type { ServedResponse } from '#model/ports'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    'memory-pages': { type: 'string', default: '300' },
    role: { type: 'string' },
    origin: { type: 'string' },
  },
})
const VIEWPORT = { width: 1366, height: 900 }
const TICKS_PER_SECOND = 100
const PAGE_BYTES = 4096

type Role = 'ours' | 'plain'

if (values.role && values.origin) {
  const count = Number(values.pages)
  if (values.role === 'ours') await ours(values.origin, count)
  else await plain(values.origin, count)
} else await compare()

async function ours(origin: string, count: number): Promise<void> {
  const client = new HttpClient({
    userAgent: 'Mingcha-bench',
    allowPrivate: true,
    resolve: [],
    timeoutMs: 10_000,
    clock: systemClock,
  })
  const parts = new Map<string, Promise<ServedResponse | null>>()
  const ask = async (url: string): Promise<ServedResponse | null> => {
    const visit = await client.visit({ url, maxBytes: 5_000_000 })
    return visit.state === 'failed' ? null : visit
  }
  const browser = await openBrowser({ pages: 1 })
  const script = await axeScript()
  for (let i = 0; i < count; i += 1) {
    const page = await browser.render({
      url: `${origin}/p/${i}.html`,
      serve(request) {
        if (request.main) return ask(request.url)
        const known = parts.get(request.url) ?? ask(request.url)
        parts.set(request.url, known)
        return known
      },
      timeoutMs: 30_000,
      viewport: VIEWPORT,
      scripts: [script],
      screenshot: { area: 'viewport', mark: false },
    })
    expectWork(page.frames[0]?.html, page.results[0]?.[0]?.value, page.screenshot?.jpeg)
  }
  await browser.close()
  await client.close()
}

async function plain(origin: string, count: number): Promise<void> {
  const cacheDir = join(homedir(), '.cache', 'mingcha')
  const found = await findBrowser({ configured: null, cacheDir, system: true })
  const fonts = await fontEnvironment(cacheDir, [])
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--headless'],
    env: { ...process.env, ...found.env, ...fonts } as Record<string, string>,
  })
  const tab = await browser.newPage({ viewport: VIEWPORT })
  const { source, expression } = await axeScript()
  for (let i = 0; i < count; i += 1) {
    await tab.goto(`${origin}/p/${i}.html`)
    await tab.evaluate(source)
    const axe: unknown = await tab.evaluate(expression)
    const html = await tab.content()
    const jpeg = await tab.screenshot({ type: 'jpeg', quality: 70 })
    expectWork(html, axe, jpeg)
  }
  await browser.close()
}

/** The same work on both sides, or the figures mean nothing. */
function expectWork(html: string | undefined, axe: unknown, jpeg: Uint8Array | undefined): void {
  const { violations } = (axe ?? {}) as { violations?: readonly unknown[] }
  if (!html?.includes('已由脚本写出') || !violations?.length || !jpeg?.length) {
    throw new Error('the page was not rendered, examined and photographed')
  }
}

async function compare(): Promise<void> {
  const server = createServer((request, response) => {
    const { type, body } = answer(request.url ?? '/')
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const pages = Number(values.pages)
  // Unpacks the browser and warms the disk cache, uncounted.
  await measure('ours', origin, 2)
  const costs: Record<Role, number[]> = { ours: [], plain: [] }
  const ratios: number[] = []
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const pair = { ours: 0, plain: 0 }
    for (const role of round % 2 === 1
      ? (['ours', 'plain'] as const)
      : (['plain', 'ours'] as const)) {
      const run = await measure(role, origin, pages)
      pair[role] = run.cpuSeconds / pages
      costs[role].push(pair[role])
      say(
        `round ${round} ${role}: ${pair[role].toFixed(3)} CPU s/page, ${run.wallSeconds.toFixed(1)} s`,
      )
    }
    ratios.push(pair.ours / pair.plain)
  }
  say(
    `median CPU s/page with start-up, ${pages} pages: ours ${median(costs.ours).toFixed(3)}, plain ${median(costs.plain).toFixed(3)}, ratio ${median(ratios).toFixed(2)} (goal ≤ 1.15)`,
  )
  const many = Number(values['memory-pages'])
  if (many > 0) {
    const run = await measure('ours', origin, many)
    const third = Math.ceil(run.memory.length / 3)
    const peaks = [0, 1, 2].map((i) => Math.max(0, ...run.memory.slice(i * third, (i + 1) * third)))
    say(
      `memory over ${many} pages: peak RSS of the process tree ${peaks.map(mega).join(' / ')} MB in the first, second and last third; ${(run.cpuSeconds / many).toFixed(3)} CPU s/page`,
    )
  }
  server.close()
  server.closeAllConnections()
}

interface Run {
  readonly cpuSeconds: number
  readonly wallSeconds: number
  /** Resident bytes of the process tree, sampled. */
  readonly memory: readonly number[]
}

async function measure(role: Role, origin: string, pages: number): Promise<Run> {
  const began = performance.now()
  const args = ['--import', 'tsx', import.meta.filename, '--role', role, '--origin', origin]
  const child = spawn(process.execPath, [...args, '--pages', String(pages)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  const ticks = new Map<string, number>()
  const memory: number[] = []
  const timer = setInterval(() => memory.push(sample(child, ticks)), 100)
  const [code] = await ended
  clearInterval(timer)
  if (code !== 0) throw new Error(`${role} ended with ${code}`)
  const total = [...ticks.values()].reduce((sum, one) => sum + one, 0)
  return {
    cpuSeconds: total / TICKS_PER_SECOND,
    wallSeconds: (performance.now() - began) / 1000,
    memory,
  }
}

/** Notes the processor time of every process of the tree by pid and start; returns resident bytes of all. */
function sample(root: ChildProcess, ticks: Map<string, number>): number {
  const parents = new Map<number, { parent: number; key: string; ticks: number; bytes: number }>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const at = (n: number): number => Number(fields[n - 3])
      parents.set(Number(entry), {
        parent: at(4),
        key: `${entry} ${at(22)}`,
        ticks: at(14) + at(15),
        bytes: at(24) * PAGE_BYTES,
      })
    } catch {
      // Gone in the meantime.
    }
  }
  let bytes = 0
  for (const [pid, one] of parents) {
    let up: number | undefined = pid
    while (up !== undefined && up !== root.pid) up = parents.get(up)?.parent
    if (up === undefined) continue
    ticks.set(one.key, one.ticks)
    bytes += one.bytes
  }
  return bytes
}

function answer(path: string): { type: string; body: string } {
  if (path.endsWith('.css')) {
    return {
      type: 'text/css',
      body: `body{font:16px sans-serif;margin:0}.nav a{color:#9ab;padding:4px}.row{border-bottom:1px solid #ddd}.side{float:right;width:240px}${Array.from({ length: 200 }, (_, i) => `.c${i}{margin:${i % 7}px}`).join('')}`,
    }
  }
  if (path.endsWith('.js')) {
    return {
      type: 'text/javascript',
      body: 'addEventListener("DOMContentLoaded",()=>{document.getElementById("w").textContent="已由脚本写出";fetch("/data.json").then(r=>r.json()).then(d=>{document.getElementById("d").textContent=d.n})})',
    }
  }
  if (path.endsWith('.json')) return { type: 'application/json', body: '{"n":42}' }
  if (path.endsWith('.svg')) {
    return {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="120"><rect width="600" height="120" fill="#15a"/></svg>',
    }
  }
  return {
    type: 'text/html; charset=utf-8',
    body: article(Number(/(\d+)\.html$/.exec(path)?.[1] ?? 0)),
  }
}

function article(n: number): string {
  const nav = Array.from({ length: 40 }, (_, i) => `<li><a href="/c/${i}.html">栏目${i}</a></li>`)
  const rows = Array.from(
    { length: 120 },
    (_, i) =>
      `<li class="row c${i % 200}"><a href="/p/${n + i}.html">关于开展第${n + i}号检查工作的通知</a><span>2023-05-${String((i % 28) + 1).padStart(2, '0')}</span></li>`,
  )
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>第${n}页</title><link rel="stylesheet" href="/site.css"><script src="/site.js"></script></head><body><img src="/banner.svg"><ul class="nav">${nav.join('')}</ul><form><input name="q"><input type="submit" value="搜索"></form><p id="w"></p><p id="d"></p><div class="side"><img src="/side.svg"></div><ul>${rows.join('')}</ul></body></html>`
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function mega(bytes: number): string {
  return String(Math.round(bytes / 1e6))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
