/** What was archived proves itself: verification from the command line, re-runs without any network, what they move. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movements } from '#app/movement'
import { members } from '#archive/warc-scan'
import { sha256 } from '#base/hash'
import { doctor1 } from '#export/shapes/diagnosis'
import { rerun1 } from '#export/shapes/run-end'
import { runCommand, runHere } from '../support/command.ts'
import { loopback } from '../support/loopback.ts'

const REFUSE = fileURLToPath(new URL('../support/no-network.cjs', import.meta.url))
let folder: string
let base: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-evidence-'))
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
  const demo = await runHere(['demo', '--once', '--no-browser', ...base])
  expect([0, 3]).toContain(demo.code)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Without what may differ between a run and its re-run (contract §6). */
async function lasting(): Promise<object[]> {
  const ran = await runHere(['export', 'findings', ...base])
  const lines = ran.stdout.trim().split('\n')
  return lines.map((line) => {
    const { run: _r, at: _a, state: _s, firstSeen: _f, decision: _d, ...rest } = JSON.parse(line)
    return rest
  })
}

/** Runs the program with every network call refused; `attempts` are what it tried. */
async function offline(args: readonly string[]) {
  const log = join(folder, 'network.log')
  writeFileSync(log, '')
  const env = { NODE_OPTIONS: `--require=${REFUSE}`, NO_NETWORK_LOG: log }
  const ran = await runCommand([...args], { cwd: folder, env })
  return { ...ran, attempts: readFileSync(log, 'utf8') }
}

test('with the network refused a re-run gives the same findings', { timeout: 60_000 }, async () => {
  // That the refusal is real: a scan under it reaches nothing, and the attempt is noted.
  const server = await loopback({ '/': '<title>x</title>' })
  const scanned = await offline([
    ...['scan', '--url', `${server.origin}/`, '--allow-private', '--no-browser'],
    ...['--db', join(folder, 'other.db'), '--archive', join(folder, 'other')],
  ])
  expect(server.seen).toEqual([])
  await server.close()
  expect(scanned.code).not.toBe(0)
  expect(scanned.attempts).not.toBe('')

  const before = await lasting()
  const ran = await offline(['rerun', '--latest', '--json', ...base])
  expect(ran.attempts).toBe('')
  expect(ran.stderr).toBe('')
  const { runs } = rerun1.parse(JSON.parse(ran.stdout))
  expect(runs.map((run) => run.changes)).toEqual([[], [], [], []])
  expect(before.length).toBeGreaterThan(100)
  expect(await lasting()).toEqual(before)
})

/** A name space without any interface; needs rights that not every machine gives. */
async function canUnshare(): Promise<boolean> {
  const child = spawn('unshare', ['-n', 'true'], { stdio: 'ignore' })
  return once(child, 'exit').then(
    ([code]) => code === 0,
    () => false,
  )
}

test('also in a name space that has no network at all', { timeout: 60_000 }, async (context) => {
  if (!(await canUnshare())) return context.skip()
  const before = await lasting()
  const program = fileURLToPath(new URL('../../bin/mingcha.mjs', import.meta.url))
  const args = ['-n', process.execPath, program, 'rerun', '--latest', ...base]
  const child = spawn('unshare', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  expect([0, 3]).toContain(code)
  expect(await lasting()).toEqual(before)
})

test('a check of another revision: says what moved', async () => {
  const check = 'identity/footer-incomplete'
  const before = await lasting()
  // As if an older revision had judged: one answer was another, one subject it did not know, one it alone knew.
  const db = new Sqlite(join(folder, 'm.db'))
  const rows = db
    .prepare('select id, run_id, subject, outcome from findings where check_id=? order by run_id')
    .all(check) as { id: string; run_id: string; subject: string; outcome: string }[]
  const [first, second, third] = rows
  db.prepare('update findings set revision=0 where check_id=?').run(check)
  db.prepare("update findings set outcome='of-old' where id=?").run(first?.id)
  db.prepare('delete from findings where id=?').run(second?.id)
  db.prepare("update findings set identity='gone', subject='旧对象' where id=?").run(third?.id)
  db.close()

  const ran = await runHere(['rerun', '--latest', '--check', check, '--json', ...base])
  const { runs } = rerun1.parse(JSON.parse(ran.stdout))
  const changes = new Map(runs.map((run) => [run.run, run.changes[0]]))
  expect(changes.get(first?.run_id ?? '')).toMatchObject({
    check,
    changed: expect.any(Number),
    moved: expect.arrayContaining([
      expect.objectContaining({
        before: expect.objectContaining({ outcome: 'of-old' }),
        after: expect.objectContaining({ outcome: first?.outcome }),
      }),
    ]),
  })
  const moved = runs.flatMap((run) => run.changes.flatMap((change) => change.moved))
  const subjects = moved.map((one) => [one.subject, one.before === null, one.after === null])
  expect(subjects).toContainEqual([second?.subject, true, false])
  expect(subjects).toContainEqual(['旧对象', false, true])
  expect(await lasting()).toEqual(before)
})

test('movements: what stayed, what was answered alike on other grounds', () => {
  const told = (identity: string, outcome: string, grounds = 'g', revision = 1) => ({
    ...{ identity, outcome, grounds, revision },
    ...{ check: 'a/b', subject: identity, verdict: 'fail' as const },
  })
  expect(movements([told('x', 'o')], [told('x', 'o')])).toEqual([])
  const [one] = movements(
    [told('x', 'o'), told('y', 'o'), told('z', 'o')],
    [told('x', 'o', 'h', 2), told('y', 'p', 'g', 2), told('w', 'o', 'g', 2)],
  )
  expect(one).toMatchObject({
    revision: { before: 1, after: 2 },
    ...{ new: 1, gone: 1, changed: 1, same: 1, restated: 1 },
  })
  // A new revision that answers alike is told too.
  expect(movements([told('x', 'o')], [told('x', 'o', 'g', 2)])).toHaveLength(1)
})

/** The members of a WARC file and what each says. */
async function membersOf(file: string): Promise<{ bytes: Buffer; text: Buffer }[]> {
  const handle = await open(file, 'r')
  try {
    const found: { bytes: Buffer; text: Buffer }[] = []
    for await (const { bytes } of members(handle, file)) {
      found.push({ bytes: Buffer.from(bytes), text: gunzipSync(bytes) })
    }
    return found
  } finally {
    await handle.close()
  }
}

type Members = Awaited<ReturnType<typeof membersOf>>
/** A forger's whole archive: one request reads otherwise, and every later record names its new forerunner. */
function rechained(all: Members): Buffer[] {
  let previous = ''
  return all.map(({ bytes, text }, at) => {
    let said = text.toString('latin1')
    if (at === 2) said = said.replace('GET /', 'GET !')
    if (at > 2) said = said.replace(/Previous-Digest: sha256:\w+/, `Previous-Digest: ${previous}`)
    const made = at < 2 ? bytes : gzipSync(Buffer.from(said, 'latin1'), { level: 4 })
    previous = `sha256:${sha256(made)}`
    return made
  })
}
const bytesOf = (all: Members): Buffer[] => all.map(({ bytes }) => bytes)

test.each<[string, (all: Members) => Buffer[]]>([
  ['a record taken out', (all) => bytesOf(all).toSpliced(9, 1)],
  ['an exchange taken out', (all) => bytesOf(all).toSpliced(9, 2)],
  ['two exchanges changed round', (all) => bytesOf([...all.toSpliced(9, 2), ...all.slice(9, 11)])],
  ['the end cut off between records', (all) => bytesOf(all.slice(0, -2))],
  ['the chain written anew behind a change', rechained],
])('doctor --verify-archive: %s', async (_what, change) => {
  const { archive } = doctor1.parse(
    JSON.parse((await runHere(['doctor', '--verify-archive', '--json', ...base])).stdout),
  )
  const run = archive?.runs[0]?.run ?? ''
  const file = join(folder, 'archive', run, `${run}-00000.warc.gz`)
  const whole = readFileSync(file)
  try {
    writeFileSync(file, Buffer.concat(change(await membersOf(file))))
    expect(readFileSync(file).equals(whole)).toBe(false)
    const ran = await runHere(['doctor', '--verify-archive', '--run', run, ...base])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(/有问题\t运行 .*第一条坏记录/)
  } finally {
    writeFileSync(file, whole)
  }
  expect((await runHere(['doctor', '--verify-archive', '--run', run, ...base])).code).toBe(0)
})

test('doctor --verify-archive: well as scanned, and the first bad record when not', async () => {
  const well = await runHere(['doctor', '--verify-archive', '--json', ...base])
  const { archive } = doctor1.parse(JSON.parse(well.stdout))
  expect(well.code).toBe(0)
  expect(archive).toMatchObject({ complete: true, foreign: [] })
  expect(archive?.runs.map((run) => [run.state, run.remarks])).toEqual([
    ['ok', []],
    ['ok', []],
    ['ok', []],
    ['ok', []],
  ])
  for (const run of archive?.runs ?? []) expect(run.confirmed).toBeGreaterThan(50)

  const spoilt = archive?.runs[1]?.run ?? ''
  const file = join(folder, 'archive', spoilt, `${spoilt}-00000.warc.gz`)
  const bytes = readFileSync(file)
  try {
    const changed = Buffer.from(bytes)
    changed[20_000] = (changed[20_000] ?? 0) ^ 1
    writeFileSync(file, changed)
    const ran = await runHere(['doctor', '--verify-archive', ...base])
    expect(ran.code).toBe(1)
    const lines = ran.stdout.split('\n').filter((line) => line.includes('\t运行 '))
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['正常', '有问题', '正常', '正常'])
    expect(lines[1]).toMatch(/第一条坏记录：.*00000\.warc\.gz 第 \d+ 字节起/)
    truncateSync(file, 10_000)
    const only = await runHere(['doctor', '--verify-archive', '--run', spoilt, ...base])
    expect(only.code).toBe(1)
    expect(only.stdout).toContain('存档里没有完整的')
    // A re-run cannot go on from it, and says so; what was stored before stays.
    const rerun = await runHere(['rerun', '--run', spoilt, ...base])
    expect(rerun).toMatchObject({ code: 1, stdout: '' })
    expect(rerun.stderr).toContain('请从备份恢复')
  } finally {
    writeFileSync(file, bytes)
  }
  expect(existsSync(file)).toBe(true)
  const unknown = await runHere(['doctor', '--verify-archive', '--run', 'none', ...base])
  expect(unknown.code).toBe(2)
  expect((await runHere(['doctor', '--run', spoilt, ...base])).stderr).toContain('--verify-archive')
})
