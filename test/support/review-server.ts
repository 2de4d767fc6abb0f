/** A review server over a store in memory with one scanned portal, two findings and a hand-made scorecard. */

import type { FastifyInstance } from 'fastify'
import { fixedClock } from '#base/clock'
import type { Role } from '#model/account'
import type { StoredCapture } from '#model/capture'
import type { Check } from '#model/check'
import type { Finding } from '#model/finding'
import type { Store } from '#model/ports'
import type { Scheme } from '#model/scheme'
import type { Scorecards } from '#model/scorecard'
import { newAccount } from '#review/auth'
import { createReviewServer } from '#review/server'
import { openStore } from '#store/sqlite-store'
import { decodeBody } from '#understand/charset'
import { quoteContext, safePage } from '#understand/safe-page'
import { plainScheme } from './scheme-parts.ts'
import { aRun, REGISTRY } from './store-values.ts'

export const HOSTILE = `<html><head><title>通知公告</title><meta http-equiv="refresh" content="0;url=http://evil.example/">
<script>parent.document.title='owned';fetch('http://evil.example/x')</script></head>
<body><ul><li>关于开展检查的通知 2019-01-02</li></ul><a href="javascript:alert(1)">点</a>
<img src="http://evil.example/i.png"><form action="http://evil.example/"><button>提交</button></form>
<svg><script>alert(2)</script></svg><iframe src="http://evil.example/f"></iframe></body></html>`

const CHECK: Check = {
  id: 'freshness/column-stale',
  revision: 1,
  title: '栏目更新不及时',
  question: '栏目在期限内更新了吗？',
  basis: [{ document: '国办秘函〔2019〕19号', clause: '附件' }],
  scope: 'portal',
  needs: ['columns'],
  params: {
    maxAgeDays: {
      default: 180,
      meaning: '最长天数',
      source: '国办秘函〔2019〕19号',
      verified: false,
    },
  },
  outcomes: {
    stale: { verdict: 'fail', message: '{subject}超期' },
    fresh: { verdict: 'pass', message: '{subject}按期更新' },
    'date-unknown': { verdict: 'unsure', message: '{subject}看不出日期', ask: '最新一条是哪天？' },
  },
  example: '',
  *run() {},
}

/** One that could not be answered. */
const UNANSWERED: Check = {
  ...CHECK,
  id: 'identity/footer-incomplete',
  title: '底部标识区是否齐全',
}

function finding(id: string, over: Partial<Finding>): Finding {
  return {
    id,
    identity: `identity-${id}`,
    run: 'r1',
    at: 1_700_000_000_000,
    agencyId: 'lyj',
    portalId: '4200000001',
    check: CHECK.id,
    revision: 1,
    params: { maxAgeDays: 180 },
    outcome: 'stale',
    verdict: 'fail',
    subject: '通知公告',
    message: '通知公告超期：最新一条 2019-01-02',
    ask: null,
    facts: { newest: '2019-01-02' },
    measure: null,
    downgraded: null,
    pages: ['http://lyj.example.gov.cn/tzgg/'],
    evidence: [
      {
        url: 'http://lyj.example.gov.cn/tzgg/',
        capture: 'c1',
        capturedAt: 1_700_000_000_000,
        locator: `char=${HOSTILE.indexOf('<li>')},${HOSTILE.indexOf('</li>') + 5}`,
        quote: '关于开展检查的通知 2019-01-02',
        sha256: 'ab'.repeat(32),
        screenshot: null,
      },
    ],
    ...over,
  }
}

function cards(store: Store): Scorecards {
  const [one] = [...store.findings({ id: 'f1' })]
  const exempt = one?.decision?.outcome === 'exempt'
  const settled = exempt ? 2 : 0
  return {
    mingcha: 'scorecards/1',
    scheme: {
      id: 's1',
      edition: '2023',
      title: '示范市二〇二三年全市政府网站及政务新媒体绩效评估指标（市直部门）',
    },
    strict: false,
    asOf: '2023-12-20',
    computedAt: '2023-12-20T10:00:00.000+08:00',
    codeVersion: 'test',
    cards: [
      {
        agency: { id: 'lyj', name: '某市林业局', group: '市直部门' },
        maxScore: 100,
        settled,
        range: [settled, 90],
        score: null,
        machine: { score: settled, maxScore: 6 },
        notApplicable: 0,
        notRuled: 8,
        converted: null,
        grade: null,
        vetoes: [],
        bonus: 0,
        deductions: 0,
        rank: 1,
        indicators: [
          {
            id: 'notices',
            path: ['政府信息公开', '通知公告'],
            maxScore: 2,
            settled,
            range: [settled, 2],
            score: null,
            state: 'part',
            zeroed: null,
            openZeroNotes: [],
            criteria: [
              {
                id: 'notices#1',
                share: 1,
                maxScore: 2,
                kind: 'yes-no',
                summary: '按期更新',
                origin: 'source',
                state: exempt ? 'reviewed' : 'machine',
                score: settled,
                settled,
                range: [settled, settled],
                arithmetic: `100% × 2 × ${exempt ? 1 : 0} = ${settled}`,
                because: exempt ? '人工豁免' : '机器测定不符合',
                ask: null,
                findings: ['f1'],
                proposal: null,
                decision: null,
              },
            ],
          },
        ],
        outside: { bonus: [], deductions: [], vetoes: [], external: [] },
      },
    ],
  }
}

const SCHEME: Scheme = {
  id: 's1',
  edition: '2023',
  title: '示范市二〇二三年全市政府网站及政务新媒体绩效评估指标（市直部门）',
  source: { documentNumber: null, title: '示范', issued: null, annex: null },
  maxScore: 100,
  groups: [],
  levels: [],
  indicators: [
    {
      id: 'notices',
      path: ['政府信息公开', '通知公告'],
      maxScore: 2,
      method: null,
      appliesTo: { kind: 'all' },
      scope: null,
      ref: { document: '示范文件', annex: null, row: 1, item: null },
      note: null,
      criteria: [],
      zeroWhen: [],
    },
  ],
  outside: { bonus: [], deductions: [], vetoes: [], external: [] },
  ...plainScheme,
  verdicts: {},
  warnings: [],
}

export const PASSWORD = 'correct horse battery'

export interface ReviewFixture {
  readonly app: FastifyInstance
  readonly store: Store
  /** What the application took for its own error. */
  readonly faults: readonly unknown[]
}

/** `other`: a scheme with its cards in place of the hand-made ones. */
export async function reviewFixture(other?: {
  readonly scheme: Scheme
  readonly cards: Scorecards
}): Promise<ReviewFixture> {
  const store = await openStore(':memory:')
  const clock = fixedClock(1_700_000_100_000)
  store.saveRegistry(REGISTRY)
  store.startRun(aRun('r1', { startedAt: 1_700_000_000_000 }))
  const capture: StoredCapture = {
    id: 'c1',
    run: 'r1',
    url: 'http://lyj.example.gov.cn/tzgg/',
    at: 1_700_000_000_000,
    via: 'http',
    state: 'stored',
    finalUrl: 'http://lyj.example.gov.cn/tzgg/',
    redirects: [],
    status: 200,
    headers: [],
    sha256: 'ab'.repeat(32),
    bytes: HOSTILE.length,
    remoteAddress: '127.0.0.1',
    truncated: false,
    blocked: null,
    remarks: [],
    record: { file: 'r1.warc.gz', offset: 0, length: 1 },
  }
  store.saveCaptures([{ capture, page: null, depth: 1 }])
  store.saveFindings(
    'r1',
    [
      finding('f1', {}),
      finding('f2', {
        outcome: 'date-unknown',
        verdict: 'unsure',
        subject: '联系电话 13812345678',
        pages: ['http://lyj.example.gov.cn/a.html', 'http://lyj.example.gov.cn/b.html'],
        // As sites write them: an address without a place to break.
        message: `政策文件看不出日期：http://lyj.example.gov.cn/${'a1b2c3'.repeat(40)}.html`,
        ask: '最新一条是哪天？',
      }),
    ],
    [
      { run: 'r1', portalId: '4200000001', check: CHECK.id, state: 'done', reason: null },
      {
        run: 'r1',
        portalId: '4200000001',
        check: UNANSWERED.id,
        state: 'not-checked',
        reason: '首页没有读到',
      },
    ],
  )
  store.saveScorecard({
    schemeId: SCHEME.id,
    edition: SCHEME.edition,
    agencyId: 'lyj',
    asOf: '2023-12-20',
    computedAt: 1,
    codeVersion: 'test',
    json: '{}',
  })
  store.endRun('r1', 'finished', 1_700_000_050_000, null)
  for (const role of ['administrator', 'viewer'] satisfies Role[]) {
    store.saveAccount(await newAccount(role, PASSWORD, role, clock))
  }
  const faults: unknown[] = []
  const app = await createReviewServer({
    store,
    archive: {
      read: async () => ({
        url: capture.url,
        status: 200,
        headers: [['Content-Type', 'text/html; charset=utf-8']],
        body: Buffer.from(HOSTILE),
      }),
    },
    checks: [CHECK, UNANSWERED],
    schemes: other ? [other.scheme] : [{ ...SCHEME, id: 'a-never-scored' }, SCHEME],
    scorecards: () => other?.cards ?? cards(store),
    showPage({ body, contentType, url, at }) {
      const { text } = decodeBody(body, contentType)
      return { ...safePage(text, url, at), context: at ? quoteContext(text, at) : null }
    },
    screenshot: async () => null,
    onFault: (error) => faults.push(error),
    clock,
    version: 'test',
    sessionSecret: 'x'.repeat(40),
  })
  return { app, store, faults }
}

/** Signs in and returns the cookie header. */
export async function signedIn(app: FastifyInstance, name: string): Promise<string> {
  const form = await app.inject({ url: '/login' })
  const cookie = cookieOf(form.headers['set-cookie'])
  const csrf = tokenOf(form.body)
  const done = await app.inject({
    method: 'POST',
    url: '/login',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ name, password: PASSWORD, _csrf: csrf }).toString(),
  })
  if (done.statusCode !== 303) throw new Error(`sign-in failed: ${done.statusCode} ${done.body}`)
  return cookieOf(done.headers['set-cookie'])
}

export function tokenOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

function cookieOf(header: string | readonly string[] | undefined): string {
  const first = typeof header === 'string' ? header : header?.[0]
  return first?.split(';')[0] ?? ''
}
