/**
 * A scan whose process is killed (SIGKILL) again and again, each time when the portal has been asked for so many more
 * addresses, until one process comes to the end. The whole program runs, checks included, on the benches' synthetic
 * portal. Moments are requests, never clock time. Used by a test (few kills) and by bench/kills (fifty).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyRun } from '#archive/verify'
import { openStore } from '#store/sqlite-store'
import { makeSite } from '../../bench/crawl-site.ts'
import { runCommand, startCommand } from './command.ts'

export interface KilledCrawl {
  /** Kills that hit a living process; the crawl may end before the last. */
  readonly kills: number
  /** Address → final state, reason and hash of the stored body, without host. */
  readonly rows: ReadonlyMap<string, string>
  /** Address → what was read of it, as JSON. */
  readonly pages: ReadonlyMap<string, string>
  /** finding/1 and check-state/1 lines without what belongs to the run: ids, instants, captures. Sorted. */
  readonly findings: readonly string[]
  /** Paths asked for, in order, over all processes. */
  readonly asked: readonly string[]
  /** What of the archive is not as the database says. */
  readonly damaged: readonly string[]
}

const HOST = 'kills.example.gov.cn'

/** @param after requests before each kill, counted from the first request of that process */
export async function killedCrawl(size: number, after: readonly number[]): Promise<KilledCrawl> {
  const dir = await mkdtemp(join(tmpdir(), 'mingcha-kills-'))
  const site = makeSite(size)
  const asked: string[] = []
  let onRequest = (): void => undefined
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\/index\.html$/, '/')
    asked.push(path)
    const found = site.answers.get(path)
    const type = { 'content-type': found?.type ?? 'text/html' }
    const location = found?.location === undefined ? {} : { location: found.location }
    response.writeHead(found?.status ?? 404, { ...type, ...location })
    response.end(found?.body ?? '<html><body>没有这个页面</body></html>')
    onRequest()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const base = ['--db', join(dir, 'm.db'), '--archive', join(dir, 'a')]
  const life = async (resume: boolean, limit: number): Promise<number | null> => {
    const running = startCommand([
      ...['scan', '--url', `http://${HOST}/`, '--resolve', `${HOST}:80:127.0.0.1:${port}`],
      ...['--as-of', '2026-11-21', '--delay-ms', '0', '--no-browser', '--max-pages', '20000'],
      ...(resume ? ['--resume'] : []),
      ...base,
    ])
    let left = limit
    onRequest = () => {
      left -= 1
      if (left === 0) running.child.kill('SIGKILL')
    }
    const ran = await running.ended
    if (ran.signal === null && ran.code !== 0 && ran.code !== 3) throw new Error(ran.stderr)
    return ran.code
  }
  try {
    let kills = 0
    for (;;) {
      const code = await life(asked.length > 0, after[kills] ?? Number.POSITIVE_INFINITY)
      if (code !== null) break
      kills += 1
    }
    const exported = await runCommand(['export', 'findings', ...base])
    const findings = exported.stdout.trim().split('\n').map(lasting).sort()
    return { kills, ...(await stored(dir)), findings, asked }
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** What the run left: nothing of it may depend on when a process died. */
async function stored(dir: string): Promise<Pick<KilledCrawl, 'rows' | 'pages' | 'damaged'>> {
  const store = await openStore(join(dir, 'm.db'))
  const [run, ...others] = store.runs()
  if (run?.state !== 'finished' || others.length > 0) throw new Error('not one finished run')
  const rows = new Map<string, string>()
  for (const row of store.frontier(run.id).rows()) {
    // Its name is made of the run's.
    if (row.url.includes('no-such-page')) continue
    const capture = row.capture === null ? null : store.capture(row.capture)
    const hash = capture?.state === 'stored' ? capture.sha256 : ''
    // Reached by a redirect or, where a kill came between, by its own address: the same answer.
    const reason = row.reason?.replace(/^由 .+ 重定向时已访问$/, 'HTTP 200')
    rows.set(row.url, `${row.state} ${reason} ${hash}`)
  }
  const pages = new Map<string, string>()
  for (const { page } of store.pages(run.id)) {
    if (!page.url.includes('no-such-page')) pages.set(page.url, JSON.stringify(page))
  }
  const expected = [...store.captures(run.id)].flatMap((capture) =>
    capture.state === 'stored' && capture.record !== null
      ? [{ ref: capture.record, sha256: capture.sha256 }]
      : [],
  )
  const signal = new AbortController().signal
  const verified = await verifyRun(join(dir, 'a'), run.id, expected, { signal })
  const damage = verified?.damage ?? null
  store.close()
  return { rows, pages, damaged: damage === null ? [] : [JSON.stringify(damage)] }
}

function lasting(line: string): string {
  const { run: _run, id: _id, at: _at, firstSeen: _seen, state, ...rest } = JSON.parse(line)
  const { captures: _captures, ...facts } = rest.facts ?? {}
  const evidence = (rest.evidence ?? []).map((one: Record<string, unknown>) => {
    const { capture: _capture, capturedAt: _when, ...place } = one
    return place
  })
  // A check's own state stays; a finding's says how it relates to earlier runs, and there are none.
  return JSON.stringify({ ...rest, facts, evidence, ...('reason' in rest ? { state } : {}) })
}

/** Whole numbers from 1 to `most`, the same for the same seed. */
export function moments(count: number, most: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return 1 + Math.floor((state / 2_147_483_648) * most)
  })
}
