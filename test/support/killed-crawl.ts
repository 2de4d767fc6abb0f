/**
 * A crawl whose process is killed (SIGKILL) again and again, each time when the portal has been asked for so many more
 * addresses, until one process comes to the end. Moments are requests, never clock time. Used by a test (few kills) and
 * by bench/kills (fifty).
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '#archive/warc-archive'
import { sha256 } from '#base/hash'
import { openStore } from '#store/sqlite-store'
import { loopback } from './loopback.ts'

export interface KilledCrawl {
  /** Kills that hit a living process; the crawl may end before the last. */
  readonly kills: number
  /** Address → final state, reason and body hash, without host. */
  readonly rows: ReadonlyMap<string, string>
  /** Paths asked for, in order, over all processes. */
  readonly asked: readonly string[]
  /** Stored captures whose archived body is not what the database says of it. */
  readonly damaged: readonly string[]
}

/** @param after requests before each kill, counted from the first request of that process */
export async function killedCrawl(pages: number, after: readonly number[]): Promise<KilledCrawl> {
  const dir = await mkdtemp(join(tmpdir(), 'mingcha-kills-'))
  const link = (n: number): string => `<a href="/p${n}.html">x</a>`
  const spread = Array.from({ length: Math.min(pages, 60) }, (_, n) => link(n)).join('')
  const server = await loopback({ '/': `<html>${spread}</html>` })
  let onRequest = (): void => undefined
  server.routes.set('*', (request, response) => {
    const n = Number(/\/p(\d+)\.html/.exec(request.url ?? '')?.[1] ?? Number.NaN)
    const real = n < pages
    // Each page leads on by sixty, and by one more around those that are missing, so the frontier fills as the crawl goes.
    const next = real
      ? [n + 60, n + 61]
          .filter((m) => m < pages)
          .map(link)
          .join('')
      : ''
    response.writeHead(real && n % 17 !== 3 ? 200 : 404, { 'content-type': 'text/html' })
    response.end(`<html><p>page ${n}</p>${next}</html>`)
    onRequest()
  })
  let kills = 0
  const life = (mode: 'start' | 'resume', limit: number): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/support/crawl-child.ts', dir, `${server.origin}/`, mode],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      )
      let left = limit
      onRequest = () => {
        left -= 1
        if (left === 0) child.kill('SIGKILL')
      }
      child.on('error', reject)
      child.on('exit', (code) => resolve(code))
    })
  try {
    let code: number | null = null
    for (let round = 0; code === null; round += 1) {
      code = await life(round === 0 ? 'start' : 'resume', after[round] ?? Number.POSITIVE_INFINITY)
      if (code === null) kills += 1
    }
    if (code !== 0) throw new Error(`crawl ended with ${code}`)
    const store = await openStore(`${dir}/mingcha.db`)
    const archive = openArchive(dir)
    const rows = new Map<string, string>()
    const damaged: string[] = []
    for (const row of store.frontier('run').rows()) {
      const capture = row.capture === null ? null : store.capture(row.capture)
      const hash = capture?.state === 'stored' ? capture.sha256 : ''
      if (capture?.state === 'stored' && capture.record !== null) {
        const { body } = await archive.read(capture.record)
        if (sha256(body) !== capture.sha256) damaged.push(row.url)
      }
      if (row.url.includes('no-such-page')) continue
      rows.set(new URL(row.url).pathname, `${row.state} ${row.reason?.slice(0, 8)} ${hash}`)
    }
    store.close()
    await archive.close()
    return { kills, rows, asked: server.seen.map((line) => line.split(' ')[1] ?? ''), damaged }
  } finally {
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** Whole numbers from 1 to `most`, the same for the same seed. */
export function moments(count: number, most: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return 1 + Math.floor((state / 2_147_483_648) * most)
  })
}
