/** The evaluators' application over HTTP: accounts, roles, pages and their JSON twins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  PASSWORD,
  type ReviewFixture,
  reviewFixture,
  signedIn,
  tokenOf,
} from '../support/review-server.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const PAGES = [
  '/',
  '/agencies/lyj',
  '/agencies/lyj/indicators/notices',
  '/findings',
  '/findings?verdict=all&decided=any',
  '/findings/f1',
  '/findings/f2',
  '/portals',
  '/portals/4200000001',
  '/checks',
  '/checks/freshness/column-stale',
]

describe('evaluators’ application', () => {
  let fixture: ReviewFixture
  let admin: string
  beforeAll(async () => {
    fixture = await reviewFixture()
    admin = await signedIn(fixture.app, 'administrator')
  })
  afterAll(async () => {
    await fixture.app.close()
    fixture.store.close()
  })
  const get = (url: string, cookie = admin) => fixture.app.inject({ url, headers: { cookie } })

  it.each(PAGES)('%s is a page and has a JSON twin', async (url) => {
    const html = await get(url)
    expect(html.statusCode).toBe(200)
    expect(html.body).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(html.headers['content-security-policy']).toContain("default-src 'none'")
    const [path = '', query] = url.split('?')
    const twin = await get(`${path === '/' ? '/index' : path}.json${query ? `?${query}` : ''}`)
    expect(twin.headers['content-type']).toContain('application/json')
    expect(twin.json().mingcha).toMatch(/^view-\w+\/1$/)
  })

  it('shows nothing without an account and sends the person to sign in', async () => {
    for (const url of [...PAGES, '/captures/c1/page', '/screenshots/aaaaaaaaaaaaaaaa.jpg']) {
      const answer = await fixture.app.inject({ url })
      expect(answer.statusCode, url).toBe(302)
      expect(answer.headers.location).toContain('/login')
    }
    expect((await fixture.app.inject({ url: '/index.json' })).statusCode).toBe(401)
  })

  it('refuses a wrong password and limits the attempts', async () => {
    const { app } = await reviewFixture()
    const form = await app.inject({ url: '/login' })
    const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
    const attempt = () =>
      app.inject({
        method: 'POST',
        url: '/login',
        headers: { ...FORM, cookie },
        payload: new URLSearchParams({
          name: 'administrator',
          password: 'x',
          _csrf: tokenOf(form.body),
        }).toString(),
      })
    expect((await attempt()).statusCode).toBe(401)
    let status = 0
    for (let i = 0; i < 12; i += 1) status = (await attempt()).statusCode
    expect(status).toBe(429)
  })

  it('never leaves our own host after sign-in', async () => {
    const { app } = await reviewFixture()
    const form = await app.inject({ url: '/login?next=//evil.example/' })
    const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
    const done = await app.inject({
      method: 'POST',
      url: '/login',
      headers: { ...FORM, cookie },
      payload: new URLSearchParams({
        name: 'administrator',
        password: PASSWORD,
        next: '//evil.example/',
        _csrf: tokenOf(form.body),
      }).toString(),
    })
    expect(done.headers.location).toBe('/')
  })

  it('appends a decision, keeps the machine’s answer, and the score moves', async () => {
    const { app, store } = await reviewFixture()
    const cookie = await signedIn(app, 'administrator')
    const page = await app.inject({ url: '/findings/f1', headers: { cookie } })
    const decide = (token: string, outcome: string, reason: string) =>
      app.inject({
        method: 'POST',
        url: '/findings/f1/decisions',
        headers: { ...FORM, cookie },
        payload: new URLSearchParams({ _csrf: token, outcome, reason }).toString(),
      })
    const token = tokenOf(page.body)
    expect((await decide('forged', 'exempt', '理由')).statusCode).toBe(403)
    expect((await decide(token, 'exempt', '  ')).statusCode).toBe(400)
    expect((await decide(token, 'no-such-outcome', '理由')).statusCode).toBe(400)
    expect((await decide(token, 'stale', '属实')).statusCode).toBe(303)
    expect((await decide(token, 'exempt', '栏目已合并')).statusCode).toBe(303)
    const [finding] = [...store.findings({ id: 'f1' })]
    expect(finding?.outcome).toBe('stale')
    expect(finding?.decision?.outcome).toBe('exempt')
    expect(store.decisionHistory('identity-f1').map((one) => one.reason)).toEqual([
      '属实',
      '栏目已合并',
    ])
    const decided = (await app.inject({ url: '/findings/f1', headers: { cookie } })).body
    expect(decided).toMatch(/administrator 已作结论：豁免（上面是机器的结论）/)
    expect(page.body).not.toContain('已作结论')
    const ranking = (await app.inject({ url: '/index.json', headers: { cookie } })).json()
    expect(ranking.rows[0].settled).toBe(2)
    expect(ranking.rows[0].openFindings).toBe(1)
  })

  it('goes on to what follows, also right after a decision and beyond the first page of the queue', async () => {
    const { app, store } = await reviewFixture()
    const cookie = await signedIn(app, 'administrator')
    const [one] = [...store.findings({ id: 'f1' })]
    if (!one) throw new Error('no finding')
    const ids = Array.from({ length: 60 }, (_, n) => `n${String(n).padStart(2, '0')}`)
    store.saveFindings(
      'r1',
      ids.map((id) => ({ ...one, id, identity: id })),
      [],
    )
    const nextOf = async (id: string): Promise<string | null> =>
      (await app.inject({ url: `/findings/${id}.json`, headers: { cookie } })).json().next
    const decision = {
      id: 'd1',
      identity: 'n55',
      outcome: 'fresh',
      reason: '已更新',
      by: 'li',
      at: 1,
    }
    expect(await nextOf('n55')).toBe('n56')
    store.appendDecision({ ...decision, findingId: 'n55' })
    expect(await nextOf('n55')).toBe('n56')
    const list = await app.inject({ url: '/findings?decided=yes', headers: { cookie } })
    expect(list.body).toMatch(
      /<h1>检查结果<\/h1>[\s\S]*li 认定 <span class="badge pass">符合<\/span>/,
    )
  })

  it('lets a viewer look but not decide', async () => {
    const cookie = await signedIn(fixture.app, 'viewer')
    const page = await get('/findings/f1', cookie)
    expect(page.body).toContain('只能查看')
    const token = tokenOf(page.body)
    const answer = await fixture.app.inject({
      method: 'POST',
      url: '/findings/f1/decisions',
      headers: { ...FORM, cookie },
      payload: new URLSearchParams({ _csrf: token, outcome: 'exempt', reason: '理由' }).toString(),
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('您的账号只能查看')
  })

  it('puts a disabled account out at once', async () => {
    const { app, store } = await reviewFixture()
    const cookie = await signedIn(app, 'viewer')
    const account = store.account('viewer')
    if (account) store.saveAccount({ ...account, disabled: true })
    expect((await app.inject({ url: '/', headers: { cookie } })).statusCode).toBe(302)
  })

  it('serves a stored page harmless, marked, in an origin of its own', async () => {
    const detail = (await get('/findings/f1.json')).json()
    const locator: string = detail.evidence[0].locator
    const at = locator.slice(5).replace(',', '-')
    const frame = await get(`/captures/c1/page?at=${at}`)
    expect(frame.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(frame.body).toContain('<li class="mingcha-cited" id="mingcha-mark"')
    expect(frame.body).not.toMatch(/<script|<iframe|<form|<img|http-equiv|href=| on\w+=/)
    expect(detail.evidence[0].context.cited).toBe('关于开展检查的通知 2019-01-02')
  })

  it('names every page that a finding is about', async () => {
    const { body } = await get('/findings/f2')
    expect(body).toContain('涉及 2 个页面')
    expect(body).toContain('<a href="http://lyj.example.gov.cn/b.html" target="_blank"')
    expect(body).toContain('http://lyj.example.gov.cn/b.html')
    expect((await get('/findings/f1')).body).not.toContain('个页面')
  })

  it('speaks to people in words: no names of checks, places or blanks as programs have them', async () => {
    const portal = (await get('/portals/4200000001')).body
    expect(portal).toContain('>底部标识区是否齐全</a>：首页没有读到')
    const check = (await get('/checks/freshness/column-stale')).body
    expect(check).toContain('…超期')
    expect(check).not.toContain('{subject}')
    const { body } = await get('/findings/f1')
    expect(body).toMatch(/存档页面第 \d+–\d+ 个字符/)
    expect(body).not.toContain('char=')
    expect(body).toContain('<dt>最新一条</dt><dd>2019-01-02</dd>')
    expect((await get('/findings/f2')).body).toContain('待人工核对')
  })

  it('opens with the scheme that was scored last', async () => {
    expect((await get('/index.json')).json().frame.scheme.id).toBe('s1')
  })

  it('filters by the query string', async () => {
    const only = async (query: string) =>
      (await get(`/findings.json?${query}`)).json().rows.map((row: { id: string }) => row.id)
    expect(await only('verdict=fail')).toEqual(['f1'])
    expect(await only('verdict=unsure')).toEqual(['f2'])
    expect(await only('q=看不出')).toEqual(['f2'])
    expect(await only('agency=jyj')).toEqual([])
  })

  it('asks a browser’s reading of the address before it sends anybody there', async () => {
    const { app, faults } = await reviewFixture()
    const cases: readonly (readonly [string, string])[] = [
      ['/\t/evil.example/', '/'],
      ['/\n/evil.example/', '/'],
      ['/\\evil.example/', '/'],
      ['/.//evil.example/', '/'],
      ['https://evil.example/', '/'],
      ['/findings\r\nset-cookie: a=b', '/findingsset-cookie:%20a=b'],
      ['/findings?q=公告', '/findings?q=%E5%85%AC%E5%91%8A'],
    ]
    for (const [next, target] of cases) {
      const form = await app.inject({ url: '/login' })
      const done = await app.inject({
        method: 'POST',
        url: '/login',
        headers: { ...FORM, cookie: String(form.headers['set-cookie']).split(';')[0] ?? '' },
        payload: new URLSearchParams({
          name: 'administrator',
          password: PASSWORD,
          next,
          _csrf: tokenOf(form.body),
        }).toString(),
      })
      expect([done.statusCode, done.headers.location], next).toEqual([303, target])
    }
    expect(faults).toEqual([])
  })

  it('keeps where the person was going over a wrong password', async () => {
    const { app } = await reviewFixture()
    const form = await app.inject({ url: '/login?next=%2Fportals' })
    const answer = await app.inject({
      method: 'POST',
      url: '/login',
      headers: { ...FORM, cookie: String(form.headers['set-cookie']).split(';')[0] ?? '' },
      payload: new URLSearchParams({
        name: 'administrator',
        password: 'wrong password',
        next: '/portals',
        _csrf: tokenOf(form.body),
      }).toString(),
    })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toContain('name="next" value="/portals"')
  })

  it('takes only outcomes the check declares, never names every object has', async () => {
    const { app, store, faults } = await reviewFixture()
    const cookie = await signedIn(app, 'administrator')
    const token = tokenOf((await app.inject({ url: '/findings/f1', headers: { cookie } })).body)
    const decide = (body: string) =>
      app.inject({
        method: 'POST',
        url: '/findings/f1/decisions',
        headers: { ...FORM, cookie },
        payload: `_csrf=${encodeURIComponent(token)}&${body}`,
      })
    for (const outcome of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect((await decide(`outcome=${outcome}&reason=x`)).statusCode, outcome).toBe(400)
    expect((await decide('outcome=exempt&reason=a&reason=b')).statusCode).toBe(400)
    expect(store.decisionHistory('identity-f1')).toEqual([])
    expect(faults).toEqual([])
  })

  it('answers odd addresses in Chinese and never takes them for its own fault', async () => {
    for (const url of [
      '/findings?q=a&q=b',
      '/findings?verdict=fail&verdict=unsure',
      '/?asOf=',
      '/findings.json?q=a?b',
    ])
      expect((await get(url)).statusCode, url).toBe(200)
    expect((await get('/findings.json?q=a?b')).json().filter.q).toBe('a?b')
    for (const asOf of ['garbage', '2023-13-45'])
      expect((await get(`/?asOf=${asOf}`)).statusCode, asOf).toBe(404)
    const broken = await get('/agencies/%E0%A4%A')
    expect(broken.statusCode).toBe(400)
    expect(broken.body).toContain('地址写法不对')
    expect(fixture.faults).toEqual([])
  })

  it('a changed password ends the sessions before it', async () => {
    const { app, store } = await reviewFixture()
    const cookie = await signedIn(app, 'viewer')
    const account = store.account('viewer')
    const other = store.account('administrator')
    if (account && other) store.saveAccount({ ...account, passwordHash: other.passwordHash })
    expect((await app.inject({ url: '/', headers: { cookie } })).statusCode).toBe(302)
  })

  it('says in Chinese what is missing', async () => {
    const page = await get('/findings/nope')
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('没有编号为 nope 的发现')
    expect((await get('/nowhere')).statusCode).toBe(404)
    expect((await get('/screenshots/..%2f..%2fetc%2fpasswd')).statusCode).toBe(404)
  })
})
