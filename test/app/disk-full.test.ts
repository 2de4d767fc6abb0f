/**
 * The disk runs full while a portal is archived: the run pauses with a message that says so, database and archive stay
 * whole, and with room again the run ends as an undisturbed one. Needs the right to mount a small tmpfs; the archive
 * alone is also tested under a limit on the size of files, which anyone may set.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '#store/sqlite-store'
import { runCommand, runHere } from '../support/command.ts'
import { type Loopback, loopback } from '../support/loopback.ts'

const PAGES = 60
let folder: string
let small: string
let server: Loopback
let mounted = false

/** Text that does not compress to nothing, the same every time. */
function noise(seed: number): string {
  let state = seed + 1
  let text = ''
  for (let i = 0; i < 3000; i += 1) {
    state = (state * 1103515245 + 12345) % 2147483648
    text += String.fromCharCode(0x4e00 + (state % 20000))
  }
  return text
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-full-'))
  small = join(folder, 'small')
  mkdirSync(small)
  const links = Array.from({ length: PAGES }, (_, i) => `<a href="/p${i}.html">第${i}页</a>`)
  server = await loopback({ '/': `<title>某局</title>${links.join('\n')}` })
  for (let i = 0; i < PAGES; i += 1) {
    server.routes.set(`/p${i}.html`, `<title>第${i}页</title><p>${noise(i)}</p>`)
  }
})
afterEach(async () => {
  await server.close()
  if (mounted) execFileSync('umount', [small])
  mounted = false
  rmSync(folder, { recursive: true, force: true })
})

function mount(bytes: string): boolean {
  const options = mounted ? `remount,size=${bytes}` : `size=${bytes}`
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', small])
  mounted ||= status === 0
  return status === 0
}

const scan = (base: readonly string[], more: readonly string[] = []) =>
  // In a process of its own: one that could not give its claim on the database back is known to be gone.
  runCommand([
    ...['scan', '--url', `${server.origin}/`, '--allow-private', '--no-browser'],
    ...['--delay-ms', '0', '--as-of', '2026-01-01', ...more, ...base],
  ])

async function lines(base: readonly string[]): Promise<object[]> {
  const ran = await runHere(['export', 'findings', ...base])
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => {
      const {
        run: _r,
        id: _i,
        at: _a,
        firstSeen: _f,
        state: _s,
        evidence,
        ...rest
      } = JSON.parse(line)
      const places = (evidence ?? []).map((one: { url: string; quote: string }) => [
        one.url,
        one.quote,
      ])
      return { ...rest, places }
    })
}

/** `both`: the database lies on the small disk too, so that either may be what fails. */
test.for([false, true])(
  'a full disk pauses the run, database on it: %s',
  { timeout: 120_000 },
  async (both, context) => {
    if (!mount(both ? '900k' : '200k')) return context.skip()
    const db = both ? join(small, 'm.db') : join(folder, 'm.db')
    const base = ['--db', db, '--archive', join(small, 'archive')]
    const ran = await scan(base)
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/磁盘(已满|空间不足)/)
    expect(ran.stderr).toContain('--resume')

    expect(mount('64m')).toBe(true)
    const raw = new Sqlite(db, { readonly: true })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    raw.close()
    const store = await openStore(db)
    const [run] = store.runs()
    // Where the database could not even note the pause, the run counts as interrupted when it is next opened.
    expect(both ? ['interrupted', 'running'] : ['interrupted']).toContain(run?.state)
    const kept = [...store.captures(run?.id ?? '')].length
    store.close()
    expect(kept).toBeLessThan(PAGES)
    expect((await runHere(['doctor', '--verify-archive', ...base])).code).toBe(0)

    const resumed = await scan(base, ['--resume'])
    expect([0, 3], resumed.stderr).toContain(resumed.code)
    const after = await openStore(db)
    expect(after.runs().map((one) => [one.id, one.state])).toEqual([[run?.id, 'finished']])
    const rows = [...after.frontier(run?.id ?? '').rows()]
    expect(rows.filter((row) => row.url.includes('/p') && row.state === 'fetched')).toHaveLength(
      PAGES,
    )
    after.close()
    expect((await runHere(['doctor', '--verify-archive', ...base])).code).toBe(0)

    const calm = ['--db', join(folder, 'calm.db'), '--archive', join(folder, 'calm')]
    expect([0, 3]).toContain((await scan(calm)).code)
    expect(await lines(base)).toEqual(await lines(calm))
  },
)

test('a limit on the size of files is told like a full disk, and leaves whole records', () => {
  const script = `
    import { openArchive } from '#archive/warc-archive'
    import { verifyRun } from '#archive/verify'
    import { sha256 } from '#base/hash'
    import { randomBytes } from 'node:crypto'
    const archive = openArchive(process.argv[1])
    const given = []
    let kept = 0
    let code = null
    for (let i = 0; i < 100 && code === null; i += 1) {
      const rawBody = randomBytes(5000)
      await archive.append({ captureId: 'c' + i, run: 'r', url: 'http://a.test/' + i, at: 0, remoteAddress: null,
        requestLine: 'GET / HTTP/1.1', requestHeaders: [], statusLine: 'HTTP/1.1 200 OK', responseHeaders: [],
        rawBody, truncated: false })
        .then((ref) => given.push({ ref, sha256: sha256(rawBody) }), (error) => { code = error.code })
      // Only what a sync answered for may be referred to.
      if (i % 7 === 6) await archive.sync().then(() => { kept = given.length }, (error) => { code = error.code })
    }
    const after = await archive.sync().then(() => null, (error) => error.code)
    await archive.close()
    const expected = given.slice(0, kept)
    const { damage, confirmed, remarks } =
      await verifyRun(process.argv[1], 'r', expected, { signal: new AbortController().signal })
    console.log(JSON.stringify({ code, after, damage, remarks, kept: kept === confirmed && confirmed > 10 }))
  `
  const node = `ulimit -f 200; exec "$0" --import tsx --input-type=module -e "$1" "$2"`
  const ran = spawnSync('bash', ['-c', node, process.execPath, script, join(folder, 'a')], {
    encoding: 'utf8',
  })
  expect(ran.stderr).toBe('')
  expect(JSON.parse(ran.stdout)).toEqual({
    code: 'disk-full',
    after: 'disk-full',
    damage: null,
    remarks: [],
    kept: true,
  })
})
