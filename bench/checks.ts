/**
 * What judging costs: a synthetic portal of 3,000 pages is scanned once, then all checks run over it in a process of its
 * own, which reads the stored page readings, builds the site view, runs every check twice (the first pass tells which
 * pages are cited), reads those from the archive to prove the quotes, and saves the findings. Crawling and reading HTML
 * are not in the figure. `npm run bench:checks [pages]`; `judge FOLDER` is the inner process.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judgeRun } from '#app/judging'
import { openRooms } from '#app/rooms'
import { systemClock } from '#base/clock'
import { runMingcha } from './run-mingcha.ts'

const MAX_SECONDS = 15
const MAX_MEGABYTES = 600
const HOST = 'bench.example.gov.cn'

interface Measured {
  readonly pages: number
  readonly findings: number
  readonly seconds: number
  readonly megabytes: number
}

const [mode = '3000', folder] = process.argv.slice(2)
if (mode === 'judge' && folder !== undefined) await judge(folder)
else await bench(Number(mode))

/** The inner process: prints one `Measured` as JSON. */
async function judge(place: string): Promise<void> {
  const startedAt = process.hrtime.bigint()
  const settings = { db: join(place, 'm.db'), archive: join(place, 'a') }
  const rooms = await openRooms({ settings, clock: systemClock, codeVersion: 'bench' }, 'bench')
  const [run] = rooms.store.runs()
  const owner = run === undefined ? null : rooms.store.portal(run.portalId)
  if (run === undefined || owner === null) throw new Error('没有可以检查的运行')
  const judged = await judgeRun(rooms, { params: {} }, { run, ...owner, now: run.startedAt })
  const measured: Measured = {
    pages: judged.pages.fetched,
    findings: Object.values(judged.verdicts).reduce((sum, count) => sum + count, 0),
    seconds: Number(process.hrtime.bigint() - startedAt) / 1e9,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
  await rooms.close()
  process.stdout.write(JSON.stringify(measured))
}

async function bench(pages: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'mingcha-bench-checks-'))
  const own = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
  const server = spawn(process.execPath, ['--import', 'tsx', own('crawl-server.ts'), `${pages}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await new Promise<string>((resolve) => {
      server.stdout.once('data', (line: Buffer) => resolve(String(line).trim()))
    })
    const scanned = await runMingcha([
      ...['scan', '--url', `http://${HOST}/`, '--resolve', `${HOST}:80:127.0.0.1:${port}`],
      ...['--max-pages', `${pages * 2}`, '--delay-ms', '0', '--no-browser', '--quiet'],
      ...['--allow-private', '--db', join(place, 'm.db'), '--archive', join(place, 'a')],
    ])
    if (scanned.exitCode !== 0 && scanned.exitCode !== 3)
      throw new Error(`扫描没有完成（${scanned.exitCode}）：${scanned.stderr.slice(-400)}`)
    const done = spawnSync(
      process.execPath,
      ['--import', 'tsx', own('checks.ts'), 'judge', place],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    report(JSON.parse(done.stdout) as Measured)
  } finally {
    server.kill()
    rmSync(place, { recursive: true, force: true })
  }
}

function report({ pages, findings, seconds, megabytes }: Measured): void {
  const met = (good: boolean): string => (good ? '达到' : '没有达到')
  console.log(`全部检查，${pages} 页，${findings} 条结论：`)
  console.log(
    `  用时 ${seconds.toFixed(1)} 秒（要求 ≤ ${MAX_SECONDS}，${met(seconds <= MAX_SECONDS)}）`,
  )
  console.log(
    `  内存峰值 ${megabytes.toFixed(0)} MB（要求 ≤ ${MAX_MEGABYTES}，${met(megabytes <= MAX_MEGABYTES)}）`,
  )
  console.log('含读库、建站点视图、两遍检查、从存档核对引文、保存结论；不含访问和识别网页。')
}
