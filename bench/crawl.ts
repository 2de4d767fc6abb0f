/**
 * What a crawl costs, on the synthetic portal: `npm run bench:crawl [-- --quick]`. Server pinned to core 1, crawler to
 * core 0, variants in turns, medians of three rounds (quick: one round, smaller sites). CPU is that of the whole
 * crawling process, start-up included, from the operating system's own count. Prints tables, then every figure with
 * its bar; exits 1 where a bar is missed. Other work on the machine makes figures worse: the load is printed with them,
 * and the rivals of the same rounds say by how much.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#store/sqlite-store'
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

const loadBefore = loadavg()
const quick = process.argv.includes('--quick')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)
const rounds = quick ? 1 : 3
const folder = mkdtempSync(join(tmpdir(), 'mingcha-bench-'))
const pinned = spawnSync('taskset', ['--version']).status === 0
const node = (core: number, args: readonly string[]): ChildProcess => {
  const line = [process.execPath, './bench/run.mjs', ...args]
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

/** Figures that the crawl has to keep, as they come about. */
const bars: { readonly what: string; readonly got: string; readonly bar: string; met: boolean }[] =
  []
function bar(what: string, got: string, wanted: string, met: boolean): void {
  bars.push({ what, got, bar: wanted, met })
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
  let bareMs = Number.NaN
  let peakMb = Number.NaN
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
      if (variant === 'undici+sax') bareMs = cpu
      if (pages === 10_000) peakMb = median(all.map((one) => one.rssMb))
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
  const own = at(3_000) / 3_000
  const bare = bareMs / 3_000
  bar(
    '全部开启的 HTTP 爬取，3000 页',
    `${own.toFixed(2)} 毫秒 CPU/页（同轮裸循环 ${bare.toFixed(2)}，为其 ${(own / bare).toFixed(1)} 倍）`,
    '≤ 3.5 毫秒/页（安静机器上裸循环约 0.7）',
    own <= 3.5,
  )
  bar(
    '同一数字以同轮裸循环计（机器快慢不同，比值才可比）',
    `${(own / bare).toFixed(1)} 倍`,
    '≤ 5 倍（3.5 ÷ 0.7）',
    own / bare <= 5,
  )
  if (quick) return
  const high = (at(10_000) - at(3_000)) / 7_000
  const rise = (high - low) / low
  say(`边际成本 3000→10000：${high.toFixed(2)} 毫秒/页`)
  bar('边际成本 3000→10000 比 500→3000', `${(rise * 100).toFixed(0)}%`, '≤ +15%', rise <= 0.15)
  bar('峰值 RSS，10000 页', `${peakMb} MB`, '≤ 400 MB', peakMb <= 400)
}

async function many(): Promise<void> {
  const portals = quick ? 50 : 200
  const server = await serve(50)
  const delayMs = 1_000
  const all: Awaited<ReturnType<typeof crawl>>[] = []
  for (let round = 0; round < rounds; round += 1) {
    all.push(await crawl(server, 'mingcha', { portals, delayMs }))
  }
  server.stop()
  const requests = median(all.map((one) => one.requests))
  const wall = median(all.map((one) => one.wallMs - one.startUpMs)) / 1000
  // Every portal's requests follow each other a delay apart: the crawl cannot be faster than that.
  const polite = (requests / portals) * (delayMs / 1000)
  const lag = median(all.map((one) => one.lagP99Ms))
  say(
    `\n${portals} 个网站各约 50 页，同站间隔 ${delayMs} 毫秒（${rounds} 轮中位数）：墙钟 ${wall.toFixed(1)} 秒，事件循环延迟 p99 ${all.map((one) => one.lagP99Ms).join('、')} 毫秒、最大 ${all.map((one) => one.lagMaxMs).join('、')} 毫秒，RSS ${median(all.map((one) => one.rssMb))} MB，CPU ${(median(all.map((one) => one.cpuMs)) / requests).toFixed(2)} 毫秒/请求`,
  )
  bar(
    `${portals} 个网站同时，受礼貌间隔而非本程序限制`,
    `墙钟 ${wall.toFixed(1)} 秒，间隔本身 ${polite.toFixed(1)} 秒`,
    '≤ 1.25 倍间隔',
    wall <= polite * 1.25,
  )
  bar('事件循环延迟 p99', `${lag} 毫秒`, '≤ 100 毫秒', lag <= 100)
}

const UNCHANGED_NIGHTS = quick ? 1 : 3

async function nights(): Promise<void> {
  const pages = quick ? 1_000 : 10_000
  const server = await serve(pages)
  const keep = join(folder, 'nights')
  const work = (one: Measured): number => one.cpuMs - one.startUpMs
  const first = await crawl(server, 'mingcha', { purpose: 'nightly', keep })
  const later: Awaited<ReturnType<typeof crawl>>[] = []
  for (let night = 0; night < UNCHANGED_NIGHTS; night += 1) {
    later.push(await crawl(server, 'mingcha', { purpose: 'nightly', keep }))
  }
  const requests = median(later.map((one) => one.requests)) / first.requests
  const cpu = median(later.map(work)) / work(first)
  const share = (value: number): string => `${(100 * value).toFixed(1)}%`
  say(
    `\n第一夜 ${pages} 页：请求 ${first.requests}，CPU（不计启动）${work(first)} 毫秒；其后无变化的各夜：请求 ${later.map((one) => one.requests).join('、')}，CPU ${later.map(work).join('、')} 毫秒`,
  )
  bar('无变化的一夜：请求', share(requests), '≤ 15%', requests <= 0.15)
  bar('无变化的一夜：CPU（不计启动）', share(cpu), '≤ 20%', cpu <= 0.2)
  const planted = await server.ask<Planted>('plant')
  const night = await crawl(server, 'mingcha', { purpose: 'nightly', keep })
  server.stop()
  say(`有变化的一夜：请求 ${night.requests}，状态 ${JSON.stringify(night.states)}`)
  const told = await whatTheNightSaid(keep)
  const all = Object.entries(planted) as [keyof Planted, readonly string[]][]
  for (const [kind, paths] of all) {
    const found = paths.filter((path) => told.get(path)?.seen(kind))
    const due = paths.filter((path) => !found.includes(path) && told.get(path)?.due)
    const days = due.flatMap((path) => told.get(path)?.due ?? []).sort()
    const onLists = kind === 'newItems' || kind === 'newColumns' || kind === 'footers'
    bar(
      `植入的变化：${KINDS[kind]}`,
      `当夜发现 ${found.length}/${paths.length}${days.length > 0 ? `，其余 ${due.length} 个写明 ${days[0]} 至 ${days.at(-1)} 复查` : ''}`,
      onLists ? '全部当夜发现' : '当夜发现或写明哪天复查',
      found.length + (onLists ? 0 : due.length) === paths.length,
    )
  }
}

const KINDS: Readonly<Record<keyof Planted, string>> = {
  newItems: '列表里的新条目',
  newColumns: '新栏目',
  editedTexts: '改动的正文',
  removed: '撤下的文章',
  footers: '改动的列表页页脚',
}

interface Told {
  /** The change is in what was read. */
  seen(kind: keyof Planted): boolean
  /** Day on which the address will be looked at, as the run says; null when it was looked at. */
  readonly due: string | null
}

/** The newest run's own word on every address, by path. */
async function whatTheNightSaid(keep: string): Promise<ReadonlyMap<string, Told>> {
  const store = await openStore(join(keep, 'm.db'))
  const run = store.latestRun('bench-0')
  if (run === null) throw new Error('no finished night')
  const pages = new Map([...store.pages(run.id)].map(({ page }) => [page.url, page]))
  const told = new Map<string, Told>()
  for (const row of store.frontier(run.id).rows()) {
    const page = pages.get(row.url)
    const capture = row.capture === null ? null : store.capture(row.capture)
    const due = /(\d{4}-\d{2}-\d{2}) 复查$/.exec(row.reason ?? '')?.[1] ?? null
    const fresh = due === null && capture?.state === 'stored'
    told.set(new URL(row.url).pathname, {
      due,
      seen(kind) {
        if (!fresh || capture.run !== run.id) return false
        if (kind === 'removed') return capture.status === 404
        if (kind === 'editedTexts') return page?.text.excerpt.includes('更正：') ?? false
        if (kind === 'footers') return JSON.stringify(page?.footer ?? null).includes('000-7654321')
        return page !== undefined && capture.status === 200
      },
    })
  }
  store.close()
  return told
}

try {
  if (!pinned) say('本机没有 taskset：服务与爬取没有各占一个核，数字只供参考。')
  if (only === undefined || only === 'cost') await cost()
  if (only === undefined || only === 'many') await many()
  if (only === undefined || only === 'nights') await nights()
  say('\n| 项目 | 数字 | 要求 | 达到 |\n|---|---|---|---|')
  for (const one of bars)
    say(`| ${one.what} | ${one.got} | ${one.bar} | ${one.met ? '是' : '否'} |`)
  say(
    `机器负载（1、5、15 分钟）：开始 ${loadBefore.map((one) => one.toFixed(1)).join('、')}，结束 ${loadavg()
      .map((one) => one.toFixed(1))
      .join('、')}`,
  )
  if (bars.some((one) => !one.met)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
