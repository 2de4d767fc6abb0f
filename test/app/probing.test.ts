/** Which runs are probed over IPv6: those whose home page answered, and no others. */
import { expect, test } from 'vitest'
import type { Context } from '#app/host'
import { probeRun } from '#app/probing'
import type { Capture } from '#model/capture'
import { openStore } from '#store/sqlite-store'
import { portalOf, runOf } from '../support/runs.ts'

const HOME = 'http://127.0.0.1/'

async function probesAfter(home: Capture): Promise<number> {
  const store = await openStore(':memory:')
  const portal = portalOf(HOME)
  const agency = { id: portal.agencyId, name: '示例局', group: null, attributes: [] }
  store.saveRegistry({ agencies: [agency], portals: [portal] })
  const run = runOf(portal.id)
  store.startRun(run)
  const frontier = store.frontier(run.id)
  frontier.add([{ url: HOME, purpose: 'home', depth: 0, from: null }])
  store.saveCaptures([{ capture: { ...home, run: run.id }, page: null, depth: 0 }])
  frontier.settle(HOME, home.state === 'stored' ? 'fetched' : 'failed', '', home.id)
  const context = {
    clock: { now: () => 0 },
    terminal: { log: { debug: () => undefined } },
  } as unknown as Context
  await probeRun(
    context,
    { store },
    { run, portal, agency, resumed: false },
    {
      allowPrivate: true,
      resolve: [],
    },
  )
  const count = store.probes(run.id).length
  store.close()
  return count
}

const base = { id: 'c1', run: '', url: HOME, at: 0, via: 'http' } as const

test('a home page that gave no answer is not asked for over IPv6 either', async () => {
  expect(await probesAfter({ ...base, state: 'failed', reason: 'dns', detail: '解析失败' })).toBe(0)
})

test('one that answered is, also where a protection met us', async () => {
  const stored: Capture = {
    ...base,
    state: 'stored',
    finalUrl: HOME,
    redirects: [],
    status: 412,
    headers: [],
    sha256: '',
    bytes: 0,
    remoteAddress: null,
    truncated: false,
    blocked: { by: 'challenge-412', because: 'HTTP 412' },
    remarks: [],
    record: null,
  }
  expect(await probesAfter(stored)).toBe(1)
})
