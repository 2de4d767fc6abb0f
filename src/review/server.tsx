/**
 * The evaluators' application: routes, policies, and one rule for every page: a view model is made once and shown as
 * HTML or, under the same address with `.json`, as JSON. Stored pages leave only through `/captures/:id/page`, written
 * anew, in an opaque origin under a policy that allows nothing.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyFormbody from '@fastify/formbody'
import fastifyHelmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { AppError } from '#base/errors'
import { shortId } from '#base/hash'
import { accountOf, mayDecide, registerAuth, signIn, viewerOf } from './auth.ts'
import type { ReviewDeps } from './deps.ts'
import { FindingPage, QueuePage } from './pages/findings.tsx'
import { Layout, type LayoutProps, type Viewer } from './pages/layout.tsx'
import {
  CheckPage,
  ChecksPage,
  ErrorPage,
  LoginPage,
  PortalPage,
  PortalsPage,
} from './pages/places.tsx'
import { AgencyPage, IndicatorPage, RankingPage } from './pages/scores.tsx'
import { type Query, queueView } from './queue.ts'
import {
  agencyView,
  checksView,
  checkView,
  findingView,
  indicatorView,
  portalsView,
  portalView,
  rankingView,
  showCapture,
} from './views.ts'

/** The account's role does not reach so far. */
class NotAllowed extends Error {
  readonly statusCode = 403
}

const JSON_MARK = 'x-mingcha-json'

/** Nothing at all: no script, no style but the one inline block, no request, no form, no navigation. */
const CAPTURE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

const CAPTURE_STYLE =
  'body{font:15px/1.7 sans-serif;margin:12px;color:#222;word-break:break-word}u{color:#0b5a8a}' +
  '.mingcha-cited{background:#ffe08a;outline:3px solid #d4380d}.mingcha-left-out{color:#666;font-size:13px}' +
  '.mingcha-title{color:#666;border-bottom:1px solid #ccc}table{border-collapse:collapse}td,th{border:1px solid #ddd;padding:2px 6px}'

/** Builds the application without listening; tests inject requests, `app` listens on loopback. */
export async function createReviewServer(deps: ReviewDeps): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 64 * 1024,
    // A name that is given twice counts once: everything behind reads text, never lists.
    routerOptions: {
      querystringParser: (text) =>
        Object.fromEntries([...new URLSearchParams(text)].reverse()) as Record<string, string>,
    },
    // An address that cannot be decoded reaches no route and has no session.
    frameworkErrors(_: unknown, __: unknown, reply: FastifyReply) {
      reply.status(400).header('content-security-policy', "default-src 'none'; style-src 'self'")
      send(
        reply,
        { title: '出错', viewer: null },
        <ErrorPage status={400} message="地址写法不对" />,
      )
    },
    // The twin of every page: the same address with .json behind its path.
    rewriteUrl(request) {
      const [path = '/', ...rest] = (request.url ?? '/').split('?')
      const query = rest.length === 0 ? undefined : rest.join('?')
      delete request.headers[JSON_MARK]
      if (!path.endsWith('.json')) return request.url ?? '/'
      request.headers[JSON_MARK] = '1'
      const bare = path === '/index.json' ? '/' : path.slice(0, -'.json'.length)
      return query === undefined ? bare : `${bare}?${query}`
    },
  })
  await app.register(fastifyFormbody)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await registerAuth(app, deps)

  const send = (reply: FastifyReply, props: Omit<LayoutProps, 'children'>, body: VNode) => {
    reply.type('text/html; charset=utf-8')
    reply.header('cache-control', 'no-store')
    return reply.send(`<!doctype html>${renderToString(<Layout {...props}>{body}</Layout>)}`)
  }

  app.setErrorHandler((error: unknown, request, reply) => {
    const known = error instanceof AppError
    const code = (error as { statusCode?: number }).statusCode
    const status = known ? (error.code === 'unknown-id' ? 404 : 500) : (code ?? 500)
    const message = known
      ? error.message
      : status === 403
        ? error instanceof NotAllowed
          ? '您的账号只能查看，不能下结论；需要时请管理员调整账号的角色'
          : '这个操作的凭证已失效：请退回上一页刷新后重试'
        : status === 429
          ? '尝试次数过多，请一分钟后再试'
          : status < 500
            ? '请求写法不对'
            : '程序自身出错，详情见启动本程序的终端'
    if (status >= 500) deps.onFault(error, `${request.method} ${request.url}`)
    return fail(request, reply, status, message)
  })
  app.setNotFoundHandler((request, reply) =>
    fail(request, reply, 404, '地址可能写错，或该内容已被清理'),
  )

  function fail(request: FastifyRequest, reply: FastifyReply, status: number, message: string) {
    reply.status(status)
    if (request.headers[JSON_MARK]) return reply.send({ mingcha: 'error/1', message })
    const account = accountOf(request, deps.store)
    const viewer = account ? viewerOf(account, reply) : null
    return send(reply, { title: '出错', viewer }, <ErrorPage status={status} message={message} />)
  }

  const asset = async (name: string, type: string) => {
    const text = await readFile(fileURLToPath(new URL(`./assets/${name}`, import.meta.url)))
    app.get(`/assets/${name}`, (_, reply) =>
      reply.type(type).header('cache-control', 'max-age=300').send(text),
    )
  }
  await asset('app.css', 'text/css; charset=utf-8')
  await asset('app.js', 'text/javascript; charset=utf-8')

  registerSignIn(app, deps, send)

  /** Everything below needs an account. */
  app.addHook('preHandler', async (request, reply) => {
    const open = request.routeOptions.url
    if (open === undefined || open === '/login' || open.startsWith('/assets/')) return
    if (accountOf(request, deps.store)) return
    if (request.headers[JSON_MARK]) {
      return reply.status(401).send({ mingcha: 'error/1', message: '请先登录' })
    }
    return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`)
  })

  type Params = Readonly<Record<string, string>>
  function page<V extends { readonly view: string }>(
    path: string,
    section: LayoutProps['section'],
    build: (params: Params, query: Query) => V | Promise<V>,
    show: (view: V, viewer: Viewer, queue: string) => { title: string; body: VNode },
  ): void {
    app.get(path, async (request, reply) => {
      const query = request.query as Query
      const view = await build(request.params as Params, query)
      if (request.headers[JSON_MARK]) return reply.send({ mingcha: `view-${view.view}/1`, ...view })
      const account = accountOf(request, deps.store)
      if (!account) return reply.redirect('/login')
      const viewer = viewerOf(account, reply)
      const { title, body } = show(view, viewer, queryText(request))
      return send(reply, { title, viewer, ...(section ? { section } : {}) }, body)
    })
  }

  page(
    '/',
    '/',
    (_, query) => rankingView(deps, query),
    (view) => ({ title: '排名', body: <RankingPage view={view} /> }),
  )
  page(
    '/agencies/:id',
    '/',
    ({ id = '' }, query) => agencyView(deps, id, query),
    (view) => ({ title: view.agency.name, body: <AgencyPage view={view} /> }),
  )
  page(
    '/agencies/:id/indicators/:indicator',
    '/',
    ({ id = '', indicator = '' }, query) => indicatorView(deps, id, indicator, query),
    (view) => ({ title: view.indicator.path.join(' › '), body: <IndicatorPage view={view} /> }),
  )
  page(
    '/portals',
    '/portals',
    () => portalsView(deps),
    (view) => ({ title: '网站', body: <PortalsPage view={view} /> }),
  )
  page(
    '/portals/:id',
    '/portals',
    ({ id = '' }) => portalView(deps, id),
    (view) => ({ title: view.portal.name, body: <PortalPage view={view} /> }),
  )
  page(
    '/checks',
    '/checks',
    () => checksView(deps),
    (view) => ({ title: '检查项', body: <ChecksPage view={view} /> }),
  )
  page(
    '/checks/:group/:name',
    '/checks',
    ({ group = '', name = '' }) => checkView(deps, `${group}/${name}`),
    (view) => ({ title: view.check.title, body: <CheckPage view={view} /> }),
  )
  page(
    '/findings',
    '/findings',
    (_, query) => queueView(deps, query),
    (view) => ({ title: '待核查', body: <QueuePage view={view} /> }),
  )
  page(
    '/findings/:id',
    '/findings',
    ({ id = '' }, query) => findingView(deps, id, query),
    (view, viewer, queue) => ({
      title: view.finding.subject,
      body: <FindingPage view={view} viewer={viewer} queue={queue} />,
    }),
  )
  registerDecisions(app, deps)
  registerEvidence(app, deps)
  return app
}

function queryText(request: FastifyRequest): string {
  const at = request.url.indexOf('?')
  return at < 0 ? '' : request.url.slice(at)
}

function registerSignIn(
  app: FastifyInstance,
  deps: ReviewDeps,
  send: (reply: FastifyReply, props: Omit<LayoutProps, 'children'>, body: VNode) => unknown,
): void {
  const login = (reply: FastifyReply, wrong: boolean, next: string | undefined) =>
    send(
      reply,
      { title: '登录', viewer: null },
      <LoginPage csrf={reply.generateCsrf()} wrong={wrong} next={localPath(next)} />,
    )
  app.get('/login', (request, reply) => login(reply, false, (request.query as Query).next))
  app.post(
    '/login',
    { config: { rateLimit: { max: 10, timeWindow: 60_000 } }, preHandler: app.csrfProtection },
    async (request, reply) => {
      const { name = '', password = '', next } = fields(request)
      if (await signIn(request, deps.store, name, password))
        return reply.redirect(localPath(next), 303)
      reply.status(401)
      return login(reply, true, next)
    },
  )
  app.post('/logout', { preHandler: app.csrfProtection }, async (request, reply) => {
    await request.session.destroy()
    return reply.redirect('/login', 303)
  })
}

/** Fields of a form; one that is given twice or is no text counts as absent. */
function fields(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  const given = Object.entries(request.body ?? {})
  return Object.fromEntries(
    given.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

/**
 * Only a path of our own: never a way out to another host. Read as a browser reads it, which drops tabs and line
 * breaks (`/<tab>/host` is `//host`) and turns backslashes round.
 */
function localPath(next: string | undefined): string {
  const own = 'http://own.invalid'
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, own)) return '/'
  const { origin, pathname, search } = new URL(next, own)
  return origin === own && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}

function registerDecisions(app: FastifyInstance, deps: ReviewDeps): void {
  app.post<{ Params: { id: string } }>(
    '/findings/:id/decisions',
    { preHandler: app.csrfProtection },
    async (request, reply) => {
      const account = accountOf(request, deps.store)
      if (!account || !mayDecide(account)) {
        throw new NotAllowed('not allowed')
      }
      const { id } = request.params
      const [finding] = [...deps.store.findings({ id })]
      if (!finding) throw new AppError('unknown-id', `没有编号为 ${id} 的发现`)
      const { outcome = '', reason = '' } = fields(request)
      const check = deps.checks.find((one) => one.id === finding.check)
      const allowed =
        outcome === 'exempt' ||
        outcome === finding.outcome ||
        Object.hasOwn(check?.outcomes ?? {}, outcome)
      if (!allowed || reason.trim() === '') {
        throw Object.assign(new Error('bad decision'), { statusCode: 400 })
      }
      const at = deps.clock.now()
      deps.store.appendDecision({
        id: shortId(finding.identity, account.name, String(at), outcome, reason),
        identity: finding.identity,
        outcome,
        reason: reason.trim().slice(0, 2000),
        by: account.name,
        at,
        findingId: finding.id,
      })
      return reply.redirect(`/findings/${id}${queryText(request)}`, 303)
    },
  )
}

function registerEvidence(app: FastifyInstance, deps: ReviewDeps): void {
  app.get<{ Params: { id: string }; Querystring: { at?: string } }>(
    '/captures/:id/page',
    async (request, reply) => {
      const match = /^(\d{1,9})-(\d{1,9})$/.exec(request.query.at ?? '')
      const shown = await showCapture(
        deps,
        request.params.id,
        match ? [Number(match[1]), Number(match[2])] : null,
      )
      reply.header('content-security-policy', CAPTURE_POLICY)
      reply.header('x-frame-options', 'SAMEORIGIN')
      reply.header('cache-control', 'no-store')
      reply.type('text/html; charset=utf-8')
      const body = shown?.html ?? '<p>这次访问没有存下页面，或存档记录读不出。</p>'
      return reply.send(
        `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>存档页面</title><style>${CAPTURE_STYLE}</style></head><body>${body}</body></html>`,
      )
    },
  )
  app.get<{ Params: { name: string } }>('/screenshots/:name', async (request, reply) => {
    const { name } = request.params
    const picture = /^[0-9a-f]{16,64}\.jpg$/.test(name) ? await deps.screenshot(name) : null
    if (!picture) throw new AppError('unknown-id', `没有截图 ${name}`)
    return reply
      .type('image/jpeg')
      .header('cache-control', 'private, max-age=86400')
      .send(Buffer.from(picture))
  })
}
