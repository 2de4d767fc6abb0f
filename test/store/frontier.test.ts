/** The frontier: order, readiness, recovery, and that taking stays quick when the queue is long. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { URL_PURPOSES, type UrlPurpose } from '#model/capture'
import type { FrontierEntry, Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { aRun, REGISTRY } from '../support/store-values.ts'

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
  store.saveRegistry(REGISTRY)
  store.startRun(aRun('r1'))
})
afterEach(() => store.close())

const entry = (
  url: string,
  purpose: FrontierEntry['purpose'] = 'item',
  depth = 1,
): FrontierEntry => ({ url, purpose, depth, from: null })
const none: ReadonlySet<string> = new Set()

test('order is purpose, then depth, then arrival', () => {
  const frontier = store.frontier('r1')
  frontier.add([
    entry('http://a.cn/item-deep', 'item', 3),
    entry('http://a.cn/item-1', 'item', 2),
    entry('http://a.cn/item-2', 'item', 2),
    entry('http://a.cn/probe', 'link-probe', 0),
    entry('http://b.cn/list', 'listing', 5),
    entry('http://a.cn/', 'home', 0),
  ])
  const order: (string | undefined)[] = []
  for (let row = frontier.take(0, none); row; row = frontier.take(0, none)) order.push(row.url)
  expect(order).toEqual([
    'http://a.cn/',
    'http://b.cn/list',
    'http://a.cn/item-1',
    'http://a.cn/item-2',
    'http://a.cn/item-deep',
    'http://a.cn/probe',
  ])
})

test('an address is added once; a better purpose raises it, a worse one never lowers it', () => {
  const frontier = store.frontier('r1')
  expect(frontier.add([entry('http://a.cn/x', 'item'), entry('http://a.cn/y', 'item')])).toBe(2)
  expect(frontier.add([entry('http://a.cn/y', 'navigation'), entry('http://a.cn/x', 'rest')])).toBe(
    0,
  )
  expect(frontier.take(0, none)).toMatchObject({ url: 'http://a.cn/y', purpose: 'navigation' })
  expect(frontier.take(0, none)).toMatchObject({ url: 'http://a.cn/x', purpose: 'item' })
  expect(frontier.add([entry('http://a.cn/y', 'home')])).toBe(0)
  expect(frontier.take(0, none)).toBeNull()
})

test('a head taken from the cache is overtaken by a later, better arrival', () => {
  const frontier = store.frontier('r1')
  frontier.add([entry('http://a.cn/1'), entry('http://a.cn/2')])
  expect(frontier.take(0, none)?.url).toBe('http://a.cn/1')
  frontier.add([entry('http://a.cn/nav', 'navigation')])
  expect(frontier.take(0, none)?.url).toBe('http://a.cn/nav')
  frontier.add([entry('http://a.cn/3', 'item', 0)])
  expect(frontier.take(0, none)?.url).toBe('http://a.cn/3')
})

test('busy hosts are passed over and a put-back row waits for its time', () => {
  const frontier = store.frontier('r1')
  frontier.add([entry('http://a.cn/1', 'home'), entry('http://b.cn:8080/1', 'rest')])
  expect(frontier.take(0, new Set(['a.cn']))?.url).toBe('http://b.cn:8080/1')
  expect(frontier.take(0, new Set(['a.cn']))).toBeNull()
  expect(frontier.take(0, none)?.url).toBe('http://a.cn/1')
  expect(['a.cn', 'c.cn'].map((host) => frontier.waitsFor(host))).toEqual([false, false])
  frontier.putBack('http://a.cn/1', 500, '连接被重置')
  expect(frontier.waitsFor('a.cn')).toBe(true)
  expect(frontier.pending()).toBe(1)
  expect(frontier.take(499, none)).toBeNull()
  expect(frontier.take(500, none)).toMatchObject({ url: 'http://a.cn/1', attempts: 2 })
})

test('put-back rows do not hide ready ones and come first again when ready', () => {
  const frontier = store.frontier('r1')
  frontier.add([
    entry('http://a.cn/nav', 'navigation'),
    entry('http://a.cn/1'),
    entry('http://a.cn/2'),
  ])
  frontier.take(0, none)
  frontier.putBack('http://a.cn/nav', 100, '超时')
  expect(frontier.take(50, none)?.url).toBe('http://a.cn/1')
  expect(frontier.take(100, none)?.url).toBe('http://a.cn/nav')
})

test('asking for a later instant does not spoil what is answered for an earlier one', () => {
  const frontier = store.frontier('r1')
  frontier.add([entry('http://a.cn/1', 'home'), entry('http://a.cn/2')])
  frontier.take(0, none)
  frontier.putBack('http://a.cn/1', 9000, '超时')
  expect(frontier.take(9000, new Set(['b.cn']))?.url).toBe('http://a.cn/1')
  frontier.putBack('http://a.cn/1', 9000, '超时')
  expect(frontier.take(10, none)?.url).toBe('http://a.cn/2')
  expect(frontier.take(10, none)).toBeNull()
  expect(frontier.take(9000, none)?.url).toBe('http://a.cn/1')
})

test('every address ends with a state and a reason', () => {
  const frontier = store.frontier('r1')
  frontier.add([entry('http://a.cn/1'), entry('http://a.cn/2'), entry('http://a.cn/3')])
  frontier.refuse([entry('http://other.cn/')], 'out-of-scope', '不属于本网站')
  frontier.refuse([entry('http://a.cn/1')], 'trap', '已知地址不受影响')
  frontier.take(0, none)
  frontier.settle('http://a.cn/1', 'fetched', null, 'cap-1')
  expect(frontier.close('budget', '页数用完')).toBe(2)
  expect(frontier.countByState()).toEqual({ fetched: 1, budget: 2, 'out-of-scope': 1 })
  expect([...frontier.rows()].map((r) => [r.url, r.state, r.reason, r.capture])).toEqual([
    ['http://a.cn/1', 'fetched', null, 'cap-1'],
    ['http://a.cn/2', 'budget', '页数用完', null],
    ['http://a.cn/3', 'budget', '页数用完', null],
    ['http://other.cn/', 'out-of-scope', '不属于本网站', null],
  ])
  expect(frontier.pending()).toBe(0)
  expect(frontier.take(0, none)).toBeNull()
})

test('what a killed process had in hand returns to the queue', () => {
  const first = store.frontier('r1')
  first.add([entry('http://a.cn/1'), entry('http://a.cn/2'), entry('http://a.cn/3')])
  first.take(0, none)
  first.take(0, none)
  first.settle('http://a.cn/1', 'fetched', null, 'cap-1')
  // Taken since the last change to the table: as good as never taken.
  first.take(0, none)
  const second = store.frontier('r1')
  expect(second.pending()).toBe(1)
  expect(second.recover()).toBe(1)
  expect(second.pending()).toBe(2)
  expect(second.take(0, none)).toMatchObject({ url: 'http://a.cn/2', attempts: 2 })
  expect(second.add([entry('http://a.cn/1')])).toBe(0)
})

test('runs do not see each other', () => {
  store.startRun(aRun('r2', { startedAt: 2 }))
  store.frontier('r1').add([entry('http://a.cn/1')])
  const other = store.frontier('r2')
  expect(other.pending()).toBe(0)
  expect(other.add([entry('http://a.cn/1')])).toBe(1)
})

test('one opened only to look knows what another wrote meanwhile, and can go on with it', () => {
  const looking = store.frontier('r1')
  const writing = store.frontier('r1')
  writing.add([entry('http://a.cn/1'), entry('http://a.cn/2')])
  writing.take(0, none)
  writing.settle('http://a.cn/1', 'fetched', null, null)
  expect(looking.countByState()).toEqual({ fetched: 1, queued: 1 })
  expect(looking.at('http://a.cn/1')).toMatchObject({ state: 'fetched' })
  expect(looking.pending()).toBe(1)
  expect(looking.add([entry('http://a.cn/1'), entry('http://a.cn/3')])).toBe(1)
  expect(looking.take(0, none)?.url).toBe('http://a.cn/2')
})

test('20,000 queued addresses are all handed out once, in order', () => {
  const frontier = store.frontier('r1')
  const urls = Array.from({ length: 20_000 }, (_, i) => `http://h${i % 3}.cn/p${i}`)
  expect(frontier.add(urls.map((url) => entry(url)))).toBe(20_000)
  const seen: string[] = []
  for (let row = frontier.take(0, none); row; row = frontier.take(0, none)) {
    seen.push(row.url)
    frontier.settle(row.url, 'fetched', null, null)
  }
  expect(seen).toEqual(urls)
  expect([...frontier.rows()].length).toBe(20_000)
})

/** What a table asked anew each time would give; the frontier keeps heads and writes late. */
test('gives what a plain list would, whatever is added, raised, settled and put back between', async () => {
  const hosts = ['h0.test', 'h1.test', 'h2.test']
  const rank = (purpose: UrlPurpose): number => URL_PURPOSES.indexOf(purpose)
  for (let seed = 1; seed <= 8; seed += 1) {
    const run = `model-${seed}`
    store.startRun(aRun(run))
    const frontier = store.frontier(run)
    let random = seed
    const below = (limit: number): number => {
      random = (random * 1664525 + 1013904223) % 2 ** 32
      return Math.floor((random / 2 ** 32) * limit)
    }
    const rows = new Map<string, Modelled>()
    let now = 1000
    const inState = (state: string): Modelled[] =>
      [...rows.values()].filter((row) => row.state === state)
    const one = (state: string): Modelled | undefined => {
      const all = inState(state)
      return all[below(all.length)]
    }
    for (let step = 0; step < 500; step += 1) {
      const kind = below(100)
      if (kind < 30) {
        const added = Array.from({ length: 1 + below(6) }, () => {
          const url = `http://${hosts[below(3)]}/${below(250)}`
          return entry(url, URL_PURPOSES[below(URL_PURPOSES.length)], below(4))
        })
        frontier.add(added)
        for (const { url, purpose, depth } of added) {
          const row = rows.get(url)
          if (row === undefined) {
            const fresh = { url, rank: rank(purpose), depth, seq: rows.size }
            rows.set(url, { ...fresh, state: 'queued', readyAt: 0, attempts: 0 })
          } else if (row.state === 'queued' && rank(purpose) < row.rank) {
            row.rank = rank(purpose)
            row.depth = Math.min(row.depth, depth)
          }
        }
      } else if (kind < 65) {
        const busy = new Set(hosts.filter(() => below(4) === 0))
        const at = below(10) === 0 ? 1e15 : now
        const want = inState('queued')
          .filter((row) => row.readyAt <= at && !busy.has(new URL(row.url).host))
          .sort((a, b) => a.rank - b.rank || a.depth - b.depth || a.seq - b.seq)[0]
        const got = frontier.take(at, busy)
        expect(got?.url, `seed ${seed}, step ${step}`).toBe(want?.url)
        if (want) Object.assign(want, { state: 'active', attempts: want.attempts + 1 })
        expect(got?.attempts).toBe(want?.attempts)
      } else if (kind < 82) {
        const row = one(kind < 80 ? 'active' : 'queued')
        if (!row) continue
        frontier.settle(row.url, 'fetched', 'read', null)
        row.state = 'fetched'
      } else if (kind < 94) {
        const row = one(kind < 92 ? 'active' : 'fetched')
        if (!row) continue
        const readyAt = below(3) === 0 ? 0 : now + below(300)
        frontier.putBack(row.url, readyAt, 'again')
        Object.assign(row, { state: 'queued', readyAt })
      } else if (kind < 95) {
        frontier.recover()
        for (const row of inState('active')) Object.assign(row, { state: 'queued', readyAt: 0 })
      } else now += below(200)
      expect(frontier.pending()).toBe(inState('queued').length)
    }
    const kept = [...frontier.rows()].map(({ url, state, attempts }) => [url, state, attempts])
    expect(kept).toEqual([...rows.values()].map((row) => [row.url, row.state, row.attempts]))
  }
})

interface Modelled {
  readonly url: string
  readonly seq: number
  rank: number
  depth: number
  state: string
  readyAt: number
  attempts: number
}
