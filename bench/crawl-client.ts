/**
 * One crawl of the bench portal in a process of its own: `crawl-client.ts VARIANT PORT FOLDER [PURPOSE] [PORTALS]
 * [DELAY]`. `mingcha` does all that a scan does up to the checks (fetch, decode, read, WARC, store, link states); the
 * others only extract (links, title, dates, metas) and are there to compare with. Prints one JSON line.
 */
import { mkdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Answer } from './crawl-rivals.ts'

const [
  variant = 'mingcha',
  port = '0',
  folder = '',
  purpose = 'census',
  portals = '1',
  delay = '0',
] = process.argv.slice(2)
const started = performance.now()
const startUp = process.cpuUsage()
const lag = monitorEventLoopDelay({ resolution: 10 })
let done: Answer
let afterImports = startUp
if (variant === 'mingcha') {
  const { crawlWithEverything } = await import('./crawl-own.ts')
  mkdirSync(folder, { recursive: true })
  afterImports = process.cpuUsage()
  lag.enable()
  done = await crawlWithEverything({
    port: Number(port),
    folder,
    purpose: purpose === 'nightly' ? 'nightly' : 'census',
    portals: Number(portals),
    delayMs: Number(delay),
  })
} else {
  const { RIVALS } = await import('./crawl-rivals.ts')
  const rival = RIVALS[variant]
  if (!rival) throw new Error(`no variant ${variant}; there are ${Object.keys(RIVALS).join(', ')}`)
  afterImports = process.cpuUsage()
  lag.enable()
  done = await rival(`http://127.0.0.1:${port}/`, folder)
}
lag.disable()
const cpu = process.cpuUsage()
process.stdout.write(
  `${JSON.stringify({
    variant,
    ...done,
    cpuMs: Math.round((cpu.user + cpu.system) / 1000),
    startUpMs: Math.round((afterImports.user + afterImports.system) / 1000),
    wallMs: Math.round(performance.now() - started),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    lagP99Ms: Math.round(lag.percentile(99) / 1e5) / 10,
    lagMaxMs: Math.round(lag.max / 1e5) / 10,
  })}\n`,
)
process.exit(0)
