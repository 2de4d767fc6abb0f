/**
 * What a crawl costs, on the synthetic portal: `npm run bench:crawl [-- --quick]`. Server pinned to core 1, crawler to
 * core 0, variants in turns, medians of three rounds (quick: one round, no 10,000 pages). Prints tables; asserts
 * nothing. CPU is that of the whole crawling process, start-up included, from the operating system's own count.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Planted } from './crawl-site.ts'

interface Measured {
  readonly variant: string
  readonly pages: number
  readonly visits: number
  readonly dead: number
  readonly states: Readonly<Record<string, number>>
  readonly cpuMs: number
  readonly startUpMs: number
  readonly wallMs: number
  readonly rssMb: number
  readonly lagP99Ms: number
  readonly lagMaxMs: number
}

const quick = process.argv.includes('--quick')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)
const rounds = quick ? 1 : 3
const folder = mkdtempSync(join(tmpdir(), 'mingcha-bench-'))
const pinned = spawnSync('taskset', ['--version']).status === 0
const node = (core: number, args: readonly string[]): ChildProcess => {
  const line = [process.execPath, '--import', 'tsx', ...args]
  const [command = '', ...rest] = pinned ? ['taskset', '-c', String(core), ...line] : line
  return spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.trim()
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Server {
  readonly port: string
  ask<T>(what: string): Promise<T>
  stop(): void
}

async function serve(pages: number): Promise<Server> {
  const child = node(1, ['bench/crawl-server.ts', String(pages)])
  const port = await firstLine(child)
  const ask = async <T>(what: string): Promise<T> =>
    (await (await fetch(`http://127.0.0.1:${port}/__bench/${what}`)).json()) as T
  return {
    port,
    ask,
    stop() {
      child.kill()
    },
  }
}

let serial = 0
async function crawl(
  server: Server,
  variant: string,
  options: { purpose?: string; portals?: number; delayMs?: number; keep?: string } = {},
): Promise<Measured & { requests: number; seen: readonly string[] }> {
  serial += 1
  const place = options.keep ?? join(folder, String(serial))
  await server.ask('reset')
  const { purpose = 'census', portals = 1, delayMs = 0 } = options
  const args = [variant, server.port, place, purpose, String(portals), String(delayMs)]
  const child = node(0, ['bench/crawl-client.ts', ...args])
  const line = await firstLine(child)
  const { seen } = await server.ask<{ seen: string[] }>('seen')
  if (options.keep === undefined) rmSync(place, { recursive: true, force: true })
  return { ...(JSON.parse(line) as Measured), requests: seen.length, seen }
}

async function cost(): Promise<void> {
  const sizes = quick ? [500, 3_000] : [500, 3_000, 10_000]
  const ours = new Map<number, number>()
  say(
    '| 页数 | 方式 | 请求 | CPU 毫秒/页（整个进程，中位数） | CPU 毫秒/请求 | 峰值 RSS MB | 墙钟秒 |',
  )
  say('|---|---|---|---|---|---|---|')
  for (const pages of sizes) {
    const server = await serve(pages)
    const variants =
      pages === 3_000
        ? ['mingcha', 'undici+sax', 'crawlee+sax', 'crawlee+cheerio', 'crawlee-default']
        : ['mingcha']
    const runs = new Map<string, Awaited<ReturnType<typeof crawl>>[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const variant of variants) {
        const got = await crawl(server, variant)
        runs.set(variant, [...(runs.get(variant) ?? []), got])
      }
    }
    for (const [variant, all] of runs) {
      const cpu = median(all.map((one) => one.cpuMs))
      if (variant === 'mingcha') ours.set(pages, cpu)
      const requests = median(all.map((one) => one.requests))
      say(
        `| ${pages} | ${variant} | ${requests} | ${(cpu / pages).toFixed(2)}（${all.map((one) => (one.cpuMs / pages).toFixed(2)).join('、')}） | ${(cpu / requests).toFixed(2)} | ${median(all.map((one) => one.rssMb))} | ${(median(all.map((one) => one.wallMs)) / 1000).toFixed(1)} |`,
      )
    }
    server.stop()
  }
  const at = (pages: number): number => ours.get(pages) ?? Number.NaN
  const low = (at(3_000) - at(500)) / 2_500
  say(`\n边际成本 500→3000：${low.toFixed(2)} 毫秒/页`)
  if (quick) return
  const high = (at(10_000) - at(3_000)) / 7_000
  say(
    `边际成本 3000→10000：${high.toFixed(2)} 毫秒/页，相差 ${(((high - low) / low) * 100).toFixed(0)}%`,
  )
}

async function many(): Promise<void> {
  const portals = quick ? 50 : 200
  const server = await serve(50)
  const delayMs = 1_000
  const got = await crawl(server, 'mingcha', { portals, delayMs })
  const polite = (got.requests / portals) * (delayMs / 1000)
  server.stop()
  say(
    `\n${portals} 个网站各约 50 页，同站间隔 ${delayMs} 毫秒：墙钟 ${(got.wallMs / 1000).toFixed(1)} 秒（礼貌间隔本身需 ${polite.toFixed(1)} 秒），事件循环延迟 p99 ${got.lagP99Ms} 毫秒、最大 ${got.lagMaxMs} 毫秒，RSS ${got.rssMb} MB，CPU ${(got.cpuMs / got.requests).toFixed(2)} 毫秒/请求`,
  )
}

async function nights(): Promise<void> {
  const pages = quick ? 1_000 : 10_000
  const server = await serve(pages)
  const keep = join(folder, 'nights')
  const work = (one: Measured): number => one.cpuMs - one.startUpMs
  const first = await crawl(server, 'mingcha', { purpose: 'nightly', keep })
  const second = await crawl(server, 'mingcha', { purpose: 'nightly', keep })
  const share = (value: number, of: number): string => `${((100 * value) / of).toFixed(1)}%`
  say(
    `\n第二夜（${pages} 页，无变化）：请求 ${second.requests}／${first.requests} = ${share(second.requests, first.requests)}，CPU（不计启动）${work(second)}／${work(first)} 毫秒 = ${share(work(second), work(first))}；状态 ${JSON.stringify(second.states)}`,
  )
  const planted = await server.ask<Planted>('plant')
  const third = await crawl(server, 'mingcha', { purpose: 'nightly', keep })
  const seen = new Set(third.seen)
  for (const [kind, paths] of Object.entries(planted) as [string, readonly string[]][]) {
    say(
      `植入的变化 ${kind}：${paths.filter((path) => seen.has(path)).length}／${paths.length} 当夜看过`,
    )
  }
  say(`有变化的一夜：请求 ${third.requests}，状态 ${JSON.stringify(third.states)}`)
  server.stop()
}

try {
  if (!pinned) say('本机没有 taskset：服务与爬取没有各占一个核，数字只供参考。')
  if (only === undefined || only === 'cost') await cost()
  if (only === undefined || only === 'many') await many()
  if (only === undefined || only === 'nights') await nights()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
