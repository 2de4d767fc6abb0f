/** A crawl killed at any moment loses nothing that it had called done, and the next process finishes the run. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openArchive } from '#archive/warc-archive'
import { sha256 } from '#base/hash'
import { openStore } from '#store/sqlite-store'
import { killedCrawl, moments } from '../support/killed-crawl.ts'
import { loopback } from '../support/loopback.ts'

const PAGES = 200

function child(
  dir: string,
  home: string,
  mode: 'start' | 'resume',
  onFlush: (kill: () => void) => void,
) {
  return new Promise<number | null>((resolve, reject) => {
    const process_ = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/support/crawl-child.ts', dir, home, mode],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    process_.stdout.on('data', () => onFlush(() => process_.kill('SIGKILL')))
    process_.on('error', reject)
    process_.on('exit', (code) => resolve(code))
  })
}

it('is whole after kill -9 and resume', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'mingcha-kill-'))
  const links = Array.from({ length: PAGES }, (_, i) => `<a href="/p${i}.html">x</a>`).join('')
  const server = await loopback({ '/': `<html>${links}</html>` })
  server.routes.set('*', (_request, response) => {
    setTimeout(
      () => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>page</html>'),
      2,
    )
  })
  try {
    let flushes = 0
    const killed = await child(dir, `${server.origin}/`, 'start', (kill) => {
      flushes += 1
      if (flushes === 3) kill()
    })
    expect(killed).toBeNull()
    const asked = new Set(server.seen).size
    expect(asked).toBeLessThan(PAGES)

    const between = await openStore(`${dir}/mingcha.db`)
    const archive = openArchive(dir)
    const done = [...between.frontier('run').rows()].filter((row) => row.state === 'fetched')
    expect(done.length).toBeGreaterThan(40)
    for (const row of done) {
      const capture = row.capture === null ? null : between.capture(row.capture)
      if (capture?.state !== 'stored' || !capture.record)
        throw new Error(`settled without capture: ${row.url}`)
      expect(sha256((await archive.read(capture.record)).body)).toBe(capture.sha256)
    }
    between.close()
    await archive.close()

    server.seen.splice(0)
    expect(await child(dir, `${server.origin}/`, 'resume', () => undefined)).toBe(0)
    const after = await openStore(`${dir}/mingcha.db`)
    const rows = [...after.frontier('run').rows()]
    expect(rows.filter((row) => row.url.includes('/p') && row.state === 'fetched')).toHaveLength(
      PAGES,
    )
    expect(rows.every((row) => row.state !== 'queued' && row.state !== 'active')).toBe(true)
    after.close()
    // Only what was under way when the process died is asked for again.
    expect(new Set(server.seen).size).toBeLessThanOrEqual(PAGES + 2 - done.length)
  } finally {
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
})

it('ends with the same pages and findings after three kills at random moments as without any', async () => {
  const [calm, rough] = await Promise.all([
    killedCrawl(160, []),
    killedCrawl(160, moments(3, 80, 11)),
  ])
  expect(rough.kills).toBe(3)
  expect(rough.damaged).toEqual([])
  expect([...rough.rows].sort()).toEqual([...calm.rows].sort())
  expect(rough.pages).toEqual(calm.pages)
  expect(calm.findings.filter((line) => line.includes('"verdict":"fail"')).length).toBeGreaterThan(
    5,
  )
  expect(rough.findings).toEqual(calm.findings)
  // Missing pages are asked for twice by rule; beyond that, a kill costs what was in hand and one batch.
  expect(rough.asked.length - calm.asked.length).toBeLessThanOrEqual(3 * (40 + 2))
}, 180_000)
