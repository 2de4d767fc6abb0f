/** The second night of an unchanged portal: few requests, the same findings. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '#store/sqlite-store'
import { runCommand } from '../support/command.ts'
import { type LoopbackPortal, servePortal } from '../support/loopback-portal.ts'

let folder: string
let portal: LoopbackPortal
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-nights-'))
  portal = await servePortal(40)
})
afterEach(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a nightly scan after a nightly scan says the same of the portal', async () => {
  const base = [
    '--db',
    join(folder, 'm.db'),
    '--archive',
    join(folder, 'a'),
    '--resolve',
    portal.resolve,
  ]
  const scan = [
    'scan',
    '--url',
    portal.homeUrl,
    '--purpose',
    'nightly',
    '--as-of',
    '2023-12-01',
    '--delay-ms',
    '0',
    ...base,
  ]
  const asked: number[] = []
  for (let night = 0; night < 2; night += 1) {
    portal.asked.splice(0)
    expect([0, 3]).toContain((await runCommand(scan)).code)
    asked.push(portal.asked.length)
  }
  const [first = 0, second = 0] = asked
  expect(second).toBeLessThan(first / 2)
  const store = await openStore(join(folder, 'm.db'))
  const said = store
    .runs()
    .map((run) =>
      [...store.findings({ runs: [run.id] })]
        .map(({ check, subject, outcome, verdict, message }) =>
          [check, subject, outcome, verdict, message].join(' | '),
        )
        .sort(),
    )
  expect(said).toHaveLength(2)
  expect(said[0]).toEqual(said[1])
  expect(said[0]?.length).toBeGreaterThan(0)
  store.close()
})
