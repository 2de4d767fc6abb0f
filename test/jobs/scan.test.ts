/** Which run is begun or continued, how runs end, and what the fault of one portal does to the others. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '#base/clock'
import { AppError } from '#base/errors'
import { type CrawlEnd, planScan, runScan, type ScanTask } from '#jobs/scan'
import type { Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { aRun, BUDGET, REGISTRY } from '../support/store-values.ts'

const [FIRST = '', SECOND = ''] = REGISTRY.portals.map((portal) => portal.id)
const clock = fixedClock(Date.parse('2023-12-20T04:00:00Z'))
const WHOLE: CrawlEnd = { interrupted: false, note: null }

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
  store.saveRegistry(REGISTRY)
})
afterEach(() => store.close())

const plan = (over: Partial<Parameters<typeof planScan>[2]> = {}) =>
  planScan(store, clock, {
    portals: REGISTRY.portals,
    purpose: 'self-check',
    asOf: null,
    budget: BUDGET,
    change: {},
    codeVersion: '0.1.0',
    resume: false,
    ...over,
  })

const scan = (
  tasks: readonly ScanTask[],
  crawl: (task: ScanTask, signal: AbortSignal) => Promise<CrawlEnd>,
  options: { signal?: AbortSignal; parallel?: number } = {},
) =>
  runScan(
    store,
    clock,
    tasks,
    { crawl, judge: async (task) => task.portal.name },
    {
      parallel: options.parallel ?? 2,
      signal: options.signal ?? new AbortController().signal,
      onEnd: () => undefined,
    },
  )

test('a new scan begins one run a portal, judged by the day of the visit unless told otherwise', () => {
  expect(plan().tasks.map(({ run, resumed }) => [run.portalId, run.asOf, resumed])).toEqual([
    [FIRST, '2023-12-20', false],
    [SECOND, '2023-12-20', false],
  ])
  expect(plan({ asOf: '2023-06-30' }).tasks[0]?.run.asOf).toBe('2023-06-30')
  const ids = plan().tasks.map(({ run }) => run.id)
  expect(new Set(ids).size).toBe(2)
  expect(ids[0]).toMatch(/^20231220-[0-9a-f]{12}$/)
})

test('resume: interrupted goes on, finished by the same scan is left alone, others begin with its day', () => {
  store.startRun(aRun('cut', { asOf: '2023-11-11', purpose: 'census' }))
  store.endRun('cut', 'interrupted', 5, '被中断')
  const small = { ...BUDGET, maxPages: 7 }
  const fresh = plan({ resume: true, budget: small, change: { delayMs: 3 } })
  expect(
    fresh.tasks.map(({ run, resumed }) => [run.id === 'cut', resumed, run.asOf, run.purpose]),
  ).toEqual([
    [true, true, '2023-11-11', 'census'],
    [false, false, '2023-11-11', 'census'],
  ])
  expect(fresh.tasks[0]?.run).toMatchObject({ state: 'running', note: null, finishedAt: null })
  // The budget of the scan that was cut holds on, but for what is set anew.
  for (const { run } of fresh.tasks) expect(run.budget).toEqual({ ...BUDGET, delayMs: 3 })

  store.startRun(aRun('done', { portalId: SECOND, asOf: '2023-11-11', purpose: 'census' }))
  store.endRun('done', 'finished', 6, null)
  const rest = plan({ resume: true })
  expect(rest.tasks.map(({ run }) => run.id)).toEqual(['cut'])
  expect(rest.done.map((portal) => portal.id)).toEqual([SECOND])
  expect(plan().tasks).toHaveLength(2)
})

test('an older interrupted run is not taken up when a newer one has finished', () => {
  store.startRun(aRun('cut', { startedAt: 1 }))
  store.endRun('cut', 'interrupted', 2, null)
  store.startRun(aRun('done', { startedAt: 3 }))
  store.endRun('done', 'finished', 4, null)
  expect(plan({ resume: true }).tasks.every(({ resumed }) => !resumed)).toBe(true)
})

test('runs end finished with their note, and the trouble of one portal leaves the others alone', async () => {
  const { tasks } = plan()
  const ends = await scan(tasks, async ({ run }) => {
    if (run.portalId === FIRST) throw new Error('reader broke')
    return { interrupted: false, note: '页数用完' }
  })
  const states = new Map(ends.map((end) => [end.task.portal.id, end.state]))
  expect(states).toEqual(
    new Map([
      [FIRST, 'failed'],
      [SECOND, 'finished'],
    ]),
  )
  expect(store.runs({ portalId: FIRST })[0]).toMatchObject({
    state: 'failed',
    note: 'reader broke',
  })
  expect(store.runs({ portalId: SECOND })[0]).toMatchObject({
    state: 'finished',
    note: '页数用完',
    finishedAt: clock.now(),
  })
})

test('a full disk stops everything; the runs can be resumed', async () => {
  const { tasks } = plan()
  const full = new AppError('disk-full', '磁盘空间不足')
  const scanned = scan(tasks, async ({ run }, signal) => {
    if (run.portalId === FIRST) throw full
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    return { interrupted: true, note: null }
  })
  await expect(scanned).rejects.toBe(full)
  expect(store.runs().map((run) => run.state)).toEqual(['interrupted', 'interrupted'])
})

test('an interrupt leaves portals not begun without a run', async () => {
  const stop = new AbortController()
  const { tasks } = plan()
  const ends = await scan(
    tasks,
    async () => {
      stop.abort()
      return { interrupted: true, note: null }
    },
    { signal: stop.signal, parallel: 1 },
  )
  expect(ends.map((end) => end.state)).toEqual(['interrupted'])
  expect(store.runs().map((run) => run.portalId)).toEqual([FIRST])
})

test('ends come in the order of the tasks, whichever portal is done first', async () => {
  let letFirstEnd: () => void = () => undefined
  const second = new Promise<void>((resolve) => {
    letFirstEnd = resolve
  })
  const ends = await scan(plan().tasks, async ({ run }) => {
    if (run.portalId === FIRST) await second
    else letFirstEnd()
    return WHOLE
  })
  expect(ends.map((end) => end.task.portal.id)).toEqual([FIRST, SECOND])
})

test('no more portals side by side than allowed', async () => {
  let open = 0
  let most = 0
  await scan(
    plan().tasks,
    async () => {
      open += 1
      most = Math.max(most, open)
      await Promise.resolve()
      open -= 1
      return WHOLE
    },
    { parallel: 1 },
  )
  expect(most).toBe(1)
})
