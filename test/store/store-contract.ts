/** What every Store must do, whatever lies beneath. Run it against each implementation (`storeContract`). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '#base/day'
import type { Capture, StoredCapture } from '#model/capture'
import type { Finding } from '#model/finding'
import { keepPage } from '#model/kept-page'
import { bareFooter, type Page } from '#model/page'
import type { Store } from '#model/ports'
import { aRun, REGISTRY } from '../support/store-values.ts'

const PORTAL = '4200000001'
const day = (n: number): number => Date.parse('2023-12-01T04:00:00Z') + n * 86_400_000

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`Store: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      store.saveRegistry(REGISTRY)
    })
    afterEach(() => store.close())

    test('a registry comes back as it went in, and a later import merges by id', () => {
      expect(store.registry()).toEqual(REGISTRY)
      const [first] = REGISTRY.portals
      if (!first) throw new Error('fixture')
      store.saveRegistry({
        agencies: [{ id: 'lyj', name: '某市林业和草原局', group: null, attributes: [] }],
        portals: [{ ...first, name: '改名后的网站' }],
      })
      expect(store.registry().portals.map((p) => p.name)).toEqual([
        '改名后的网站',
        '某市教育局网站',
      ])
      expect(store.portal(PORTAL)?.agency.name).toBe('某市林业和草原局')
      expect(store.portal('nobody')).toBeNull()
    })

    test('bodies: known to all runs of the portal and no other, the newest place stands', () => {
      store.startRun(aRun('a'))
      store.startRun(aRun('b'))
      store.startRun(aRun('other', { portalId: 'p-jyj' }))
      const body = (file: string) => ({
        digest: 'd',
        ref: { file, offset: 3, length: 9 },
        recordId: '<urn:uuid:1>',
        url: 'http://a.test/',
        at: day(1),
      })
      expect(store.seenBody('a', 'd')).toBeNull()
      store.saveBodies('a', [body('x')])
      expect(store.seenBody('b', 'd')).toEqual(body('x'))
      store.saveBodies('b', [body('y')])
      expect(store.seenBody('a', 'd')).toEqual(body('y'))
      expect(store.seenBody('other', 'd')).toBeNull()
      expect(store.seenBody('nobody', 'd')).toBeNull()
    })

    test('runs: newest first, by portal and state; latest is the last finished one by the day', () => {
      for (const [id, started] of [
        ['a', day(0)],
        ['b', day(5)],
        ['c', day(9)],
      ] as const) {
        store.startRun(aRun(id, { startedAt: started, asOf: dayOf(started) }))
      }
      store.endRun('a', 'finished', day(0) + 10, null)
      store.endRun('b', 'finished', day(5) + 10, '预算用完')
      store.endRun('c', 'interrupted', day(9) + 10, '被中断')
      expect(store.runs().map((r) => r.id)).toEqual(['c', 'b', 'a'])
      expect(store.runs({ portalId: PORTAL, state: 'finished' }).map((r) => r.id)).toEqual([
        'b',
        'a',
      ])
      expect(store.runs({ portalId: 'p-jyj' })).toEqual([])
      expect(store.latestRun(PORTAL)?.id).toBe('b')
      expect(store.latestRun(PORTAL, '2023-12-06')?.id).toBe('b')
      expect(store.latestRun(PORTAL, '2023-12-05')?.id).toBe('a')
      expect(store.latestRun(PORTAL, '2023-11-30')).toBeNull()
      expect(store.run('b')).toEqual(
        aRun('b', {
          startedAt: day(5),
          asOf: '2023-12-06',
          state: 'finished',
          finishedAt: day(5) + 10,
          note: '预算用完',
        }),
      )
      store.startRun(aRun('c', { startedAt: day(9) }))
      expect(store.run('c')).toMatchObject({ state: 'running', finishedAt: null, note: null })
      // A visit of today judged by a day of the past belongs to that day.
      store.startRun(aRun('d', { startedAt: day(20), asOf: '2023-06-30' }))
      store.endRun('d', 'finished', day(20), null)
      expect(store.latestRun(PORTAL, '2023-06-30')?.id).toBe('d')
    })

    test('captures and pages come back whole and in order; writing between reads is safe', () => {
      store.startRun(aRun('r'))
      const stored = Array.from({ length: 450 }, (_, i) => aCapture(`c${i}`, 'r'))
      const failed: Capture = {
        id: 'bad',
        run: 'r',
        url: 'http://gone.example.gov.cn/',
        at: 9,
        via: 'http',
        state: 'failed',
        reason: 'dns',
        detail: '域名不存在',
      }
      store.saveCaptures(
        stored.map((capture, i) => ({
          capture,
          page: keepPage(aPage(capture.finalUrl, `第${i}页`)),
          depth: 2,
        })),
      )
      store.saveCaptures([{ capture: failed, page: null, depth: 0 }])
      store.saveCaptures([{ capture: failed, page: null, depth: 0 }])
      expect([...store.captures('r')]).toEqual([...stored, failed])
      expect(store.capture('bad')).toEqual(failed)
      expect(store.capture('none')).toBeNull()
      let count = 0
      for (const { capture, page, depth } of store.pages('r')) {
        expect(capture).toEqual(stored[count])
        expect(page).toEqual(aPage(capture.finalUrl, `第${count}页`))
        expect(depth).toBe(2)
        if (count === 0) store.endRun('r', 'running', 1, '读的同时写')
        count += 1
      }
      expect(count).toBe(450)
    })

    test('page readings of a run can be replaced while they are being read', () => {
      store.startRun(aRun('r'))
      const capture = aCapture('c1', 'r')
      store.saveCaptures([{ capture, page: keepPage(aPage(capture.finalUrl, '旧标题')), depth: 1 }])
      const again = [...store.pages('r')].map(({ capture: c }) => ({
        captureId: c.id,
        page: aPage(c.finalUrl, '新标题'),
        depth: 0,
      }))
      store.savePages('r', again)
      expect([...store.pages('r')].map((p) => [p.page.title, p.depth])).toEqual([['新标题', 0]])
    })

    test('first-seen days of items stay the earliest across runs', () => {
      for (const id of ['a', 'b']) store.startRun(aRun(id))
      const item = (url: string, publishedOn: string | null) => ({
        url,
        title: '标题',
        column: '通知公告',
        publishedOn,
      })
      const site = (seenOn: string, items: ReturnType<typeof item>[]) => ({
        portalId: PORTAL,
        seenOn,
        columns: [],
        items,
      })
      store.saveSite(
        'b',
        site('2023-12-05', [item('http://x/1', '2023-12-04'), item('http://x/2', null)]),
      )
      store.saveSite('a', site('2023-12-01', [item('http://x/1', '2023-11-30')]))
      store.saveSite('b', site('2023-12-05', [item('http://x/1', '2023-12-04')]))
      expect([...store.firstSeen(PORTAL)]).toEqual([
        ['http://x/1', '2023-12-01'],
        ['http://x/2', '2023-12-05'],
      ])
      expect(store.firstSeen('p-jyj').size).toBe(0)
    })

    test('a finding keeps its history: new, persisting, resolved, reopened', () => {
      const verdicts = ['fail', 'unsure', 'pass', 'pass', 'fail'] as const
      const seen = verdicts.map((verdict, i) => {
        const run = `r${i}`
        store.startRun(aRun(run, { startedAt: day(i) }))
        store.saveFindings(run, [aFinding(run, '通知公告', { verdict, at: day(i) })], [])
        store.endRun(run, 'finished', day(i) + 1, null)
        const [view] = [...store.findings({ runs: [run] })]
        return [view?.state, view?.firstSeen]
      })
      expect(seen).toEqual([
        ['new', day(0)],
        ['persisting', day(0)],
        ['resolved', day(0)],
        ['persisting', day(0)],
        ['reopened', day(0)],
      ])
    })

    test('a run that is judged again has still seen it first when it did', () => {
      store.startRun(aRun('r', { startedAt: day(1) }))
      store.saveFindings('r', [aFinding('r', '甲', { at: day(1) })], [])
      store.saveFindings(
        'r',
        ['甲', '乙'].map((of) => aFinding('r', of, { at: day(3) })),
        [],
      )
      const seen = [...store.findings({ runs: ['r'] })].map((view) => [
        view.subject,
        view.firstSeen,
      ])
      expect(seen).toEqual([
        ['甲', day(1)],
        ['乙', day(3)],
      ])
    })

    test('interrupted and later runs are no history', () => {
      store.startRun(aRun('later', { startedAt: day(9) }))
      store.saveFindings('later', [aFinding('later', '栏目', { at: day(9) })], [])
      store.endRun('later', 'finished', day(9), null)
      store.startRun(aRun('cut', { startedAt: day(1) }))
      store.saveFindings('cut', [aFinding('cut', '栏目', { at: day(1) })], [])
      store.endRun('cut', 'interrupted', day(1), null)
      store.startRun(aRun('now', { startedAt: day(5) }))
      store.saveFindings('now', [aFinding('now', '栏目', { at: day(5) })], [])
      expect([...store.findings({ runs: ['now'] })][0]).toMatchObject({
        state: 'new',
        firstSeen: day(5),
      })
    })

    test('saving again replaces the named checks only', () => {
      store.startRun(aRun('r'))
      const done = (check: string) =>
        ({ run: 'r', portalId: PORTAL, check, state: 'done', reason: null }) as const
      store.saveFindings(
        'r',
        [aFinding('r', '甲'), aFinding('r', '乙'), aFinding('r', '丙', { check: 'other/one' })],
        [done('freshness/column-stale'), done('other/one')],
      )
      store.saveFindings('r', [aFinding('r', '甲')], [done('freshness/column-stale')])
      expect([...store.findings({ runs: ['r'] })].map((f) => f.subject)).toEqual(['甲', '丙'])
      expect(store.checkStates('r')).toEqual([done('freshness/column-stale'), done('other/one')])
    })

    test('findings come back whole and are found by every filter', () => {
      store.startRun(aRun('r'))
      const whole = aFinding('r', '甲', {
        measure: { value: 0.6, unit: 'share' },
        downgraded: { from: 'fail', because: '覆盖不完整' },
        verdict: 'unsure',
      })
      const other = aFinding('r', '乙', { check: 'other/one', verdict: 'pass' })
      store.saveFindings('r', [whole, other], [])
      const ids = (filter: Parameters<Store['findings']>[0]) =>
        [...store.findings(filter)].map((f) => f.id)
      expect([...store.findings({ id: whole.id })]).toEqual([
        { ...whole, decision: null, firstSeen: whole.at, state: 'new' },
      ])
      expect(ids({ check: 'other/one' })).toEqual([other.id])
      expect(ids({ verdicts: ['unsure'] })).toEqual([whole.id])
      expect(ids({ agencyId: 'lyj', portalId: PORTAL })).toEqual([whole.id, other.id])
      expect(ids({ agencyId: 'jyj' })).toEqual([])
      expect(ids({ runs: [] })).toEqual([])
    })

    test('decisions are appended; the latest holds, on the identity, across runs', () => {
      store.startRun(aRun('r1', { startedAt: 1 }))
      const finding = aFinding('r1', '甲')
      store.saveFindings('r1', [finding], [])
      const decision = (id: string, outcome: string) => ({
        id,
        identity: finding.identity,
        outcome,
        reason: '人工核对',
        by: '张三',
        at: 5,
        findingId: finding.id,
      })
      store.appendDecision(decision('d1', 'exempt'))
      store.appendDecision(decision('d2', 'stale'))
      expect(() => store.appendDecision(decision('d2', 'fresh'))).toThrow()
      expect(store.decisions().get(finding.identity)?.id).toBe('d2')
      expect(store.decisions([finding.identity]).size).toBe(1)
      expect(store.decisions(['nobody']).size).toBe(0)
      store.startRun(aRun('r2', { startedAt: 2 }))
      store.saveFindings('r2', [aFinding('r2', '甲')], [])
      expect([...store.findings({ runs: ['r2'] })][0]?.decision?.outcome).toBe('stale')
    })

    test('scorecards: the latest of every agency, older ones kept', () => {
      const card = (agencyId: string, computedAt: number, asOf = '2023-12-20') => ({
        schemeId: 's',
        edition: '2023',
        agencyId,
        asOf,
        computedAt,
        codeVersion: '0.1.0',
        json: `{"at":${computedAt}}`,
      })
      for (const c of [
        card('lyj', 1),
        card('jyj', 1),
        card('lyj', 2),
        card('lyj', 3, '2023-11-01'),
      ]) {
        store.saveScorecard(c)
      }
      expect(store.scorecards({ schemeId: 's', asOf: '2023-12-20' })).toEqual([
        card('jyj', 1),
        card('lyj', 2),
      ])
      expect(store.scorecards({ schemeId: 's', asOf: '2023-11-01' })).toEqual([
        card('lyj', 3, '2023-11-01'),
      ])
      expect(store.scorecards({ schemeId: 'other' })).toEqual([])
    })
  })
}

function aCapture(id: string, run: string): StoredCapture {
  return {
    id,
    run,
    url: `http://lyj.example.gov.cn/${id}`,
    at: 1_700_000_000_000,
    via: 'http',
    state: 'stored',
    finalUrl: `http://lyj.example.gov.cn/${id}/`,
    redirects: [`http://lyj.example.gov.cn/${id}`],
    status: 200,
    headers: [
      ['Content-Type', 'text/html'],
      ['Set-Cookie', 'a=1'],
    ],
    sha256: 'ab'.repeat(32),
    bytes: 1234,
    remoteAddress: '127.0.0.1',
    truncated: false,
    blocked: id === 'c3' ? { by: 'challenge-412', because: '状态 412' } : null,
    remarks: ['legacy-tls'],
    record: { file: 'a.warc.gz', offset: 10, length: 20 },
  }
}

function aPage(url: string, title: string): Page {
  return {
    url,
    template: 't',
    charset: { name: 'gb18030', because: 'meta' },
    kind: { value: 'article', sureness: 0.9, because: '有标题和正文' },
    title,
    headTitle: title,
    publishedOn: { value: '2023-12-05', sureness: 0.9, because: '发布时间', at: [3, 13] },
    source: null,
    trail: ['首页', '通知公告'],
    officialTags: [],
    footer: bareFooter(),
    accessibilityEntry: null,
    lists: [],
    paging: null,
    document: null,
    attachments: [],
    frames: [],
    links: [],
    needsBrowser: { value: false, because: '正文在标记里' },
    blocked: null,
    text: { length: 5, excerpt: '𠮷林业〇三', at: null },
    textHash: 'h',
    underConstruction: null,
    headName: null,
    truncated: false,
  }
}

function aFinding(run: string, subject: string, over: Partial<Finding> = {}): Finding {
  const check = over.check ?? 'freshness/column-stale'
  return {
    id: `${run}/${check}/${subject}`,
    identity: `${PORTAL}/${check}/${subject}`,
    run,
    at: day(0),
    agencyId: 'lyj',
    portalId: PORTAL,
    check,
    revision: 1,
    params: { maxAgeDays: 30 },
    outcome: 'stale',
    verdict: 'fail',
    subject,
    message: '栏目长期未更新',
    ask: null,
    facts: { days: 40 },
    measure: null,
    downgraded: null,
    pages: ['http://lyj.example.gov.cn/'],
    evidence: [
      {
        url: 'http://lyj.example.gov.cn/',
        capture: 'c1',
        capturedAt: 1,
        locator: 'char=0,5',
        quote: '通知公告',
        sha256: 'ab',
        screenshot: null,
      },
    ],
    ...over,
  }
}
