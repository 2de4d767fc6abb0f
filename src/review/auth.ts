/**
 * Who is signed in: accounts with argon2id hashes, sessions kept in the store, forms guarded by a token. Binding to
 * loopback and the transport are `server.ts`; what an account may do is decided here alone.
 */
import fastifyCookie from '@fastify/cookie'
import fastifyCsrf from '@fastify/csrf-protection'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifySession from '@fastify/session'
import { hash, verify } from '@node-rs/argon2'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { shortId } from '#base/hash'
import type { Account, Role } from '#model/account'
import type { Clock, Store } from '#model/ports'
import type { Viewer } from './pages/layout.tsx'

declare module 'fastify' {
  interface Session {
    account?: string
    /** Short hash of the password's hash: a changed password ends the sessions before it. */
    key?: string
  }
}

const SESSION_MS = 12 * 3600_000
const DECIDERS: ReadonlySet<Role> = new Set(['administrator', 'evaluator', 'second-reviewer'])
const MIN_PASSWORD = 10

/** A new account. Error text is for the terminal. */
export async function newAccount(
  name: string,
  password: string,
  role: Role,
  clock: Clock,
): Promise<Account> {
  if (password.length < MIN_PASSWORD) throw new RangeError(`密码至少 ${MIN_PASSWORD} 个字符`)
  return { name, role, passwordHash: await hash(password), disabled: false, createdAt: clock.now() }
}

interface AuthDeps {
  readonly store: Store
  readonly clock: Clock
  readonly sessionSecret: string
}

/** Registers cookies, sessions, form tokens and the limit on sign-in attempts. */
export async function registerAuth(app: FastifyInstance, deps: AuthDeps): Promise<void> {
  deps.store.sweepSessions(deps.clock.now())
  await app.register(fastifyCookie)
  await app.register(fastifySession, {
    secret: deps.sessionSecret,
    cookieName: 'mingcha_session',
    // Loopback serves plain HTTP; behind a TLS proxy the cookie still never leaves the site.
    cookie: { secure: false, httpOnly: true, sameSite: 'strict', path: '/', maxAge: SESSION_MS },
    saveUninitialized: false,
    store: {
      set(id, session, done) {
        deps.store.saveSession(id, JSON.stringify(session), deps.clock.now() + SESSION_MS)
        done()
      },
      get(id, done) {
        const text = deps.store.session(id, deps.clock.now())
        done(null, text === null ? null : JSON.parse(text))
      },
      destroy(id, done) {
        deps.store.dropSession(id)
        done()
      },
    },
  })
  await app.register(fastifyCsrf, { sessionPlugin: '@fastify/session' })
  await app.register(fastifyRateLimit, { global: false })
}

/** The account of this request's session; null when nobody is signed in or the account was disabled since. */
export function accountOf(request: FastifyRequest, store: Store): Account | null {
  const name = request.session.account
  if (name === undefined) return null
  const account = store.account(name)
  if (!account || account.disabled) return null
  return request.session.key === keyOf(account) ? account : null
}

const keyOf = (account: Account): string => shortId('session', account.passwordHash)

export function viewerOf(account: Account, reply: FastifyReply): Viewer {
  return { name: account.name, mayDecide: mayDecide(account), csrf: reply.generateCsrf() }
}

export function mayDecide(account: Account): boolean {
  return DECIDERS.has(account.role)
}

/** True and signed in when name and password fit an enabled account; takes the same time when the name is unknown. */
export async function signIn(
  request: FastifyRequest,
  store: Store,
  name: string,
  password: string,
): Promise<boolean> {
  const account = store.account(name)
  const fits = await verify(account?.passwordHash ?? (await decoy()), password).catch(() => false)
  if (!fits || !account || account.disabled) return false
  // A new id after sign-in: a session fixed before it is worth nothing.
  await request.session.regenerate()
  request.session.account = account.name
  request.session.key = keyOf(account)
  return true
}

let decoyHash: Promise<string> | null = null
function decoy(): Promise<string> {
  decoyHash ??= hash('no account has this password')
  return decoyHash
}
