/**
 * Starts the evaluators' application over a database and its archive: wires `review`, makes the first administrator,
 * keeps the session secret. What pages show is decided in `review`.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '#base/errors'
import { checks } from '#checks/index'
import type { Archive, Store } from '#model/ports'
import { newAccount } from '#review/auth'
import { createReviewServer } from '#review/server'
import { decodeBody } from '#understand/charset'
import { quoteContext, safePage } from '#understand/safe-page'
import type { Context } from './host.ts'
import { allSchemes, computeScores, schemesFor } from './scoring-run.ts'

export const DEFAULT_PORT = 8420
export const FIRST_ACCOUNT = 'admin'

export interface Serving {
  readonly url: string
  /** Password of the administrator made just now; null when accounts existed. */
  readonly firstPassword: string | null
  close(): Promise<void>
}

export interface ServeChoices {
  readonly host: string
  readonly port: number
  /** Another free port will do when this one is taken. */
  readonly anyPort: boolean
}

/** @throws AppError `usage` when host or port cannot be had */
export async function serveReview(
  context: Context,
  rooms: { readonly store: Store; readonly archive: Archive },
  choices: ServeChoices,
): Promise<Serving> {
  const { store, archive } = rooms
  const firstPassword = await makeFirstAccount(context, store)
  const app = await createReviewServer({
    store,
    archive,
    checks,
    schemes: schemesFor(store),
    scorecards: (id, asOf) => {
      const scheme = allSchemes().find((one) => one.id === id)
      if (!scheme) throw new AppError('unknown-id', `没有指标体系 ${id}`)
      return computeScores(context, store, scheme, { asOf, save: false, units: 'own-or-none' })
    },
    showPage({ body, contentType, url, at }) {
      const { text } = decodeBody(body, contentType)
      return { ...safePage(text, url, at), context: at ? quoteContext(text, at) : null }
    },
    screenshot: (name) =>
      readFile(join(resolve(context.settings.archive), 'screens', name)).catch(() => null),
    onFault(error, where) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      context.terminal.fault(`核查界面回答 ${where} 时出错：${text}`)
    },
    clock: context.clock,
    version: context.codeVersion,
    sessionSecret: await sessionSecret(store.location),
  })
  const { host } = choices
  let url: string
  try {
    url = await listen(app, host, choices.port)
  } catch (error) {
    if (!(choices.anyPort && codeOf(error) === 'EADDRINUSE')) {
      await app.close()
      throw unlistenable(error, host, choices.port)
    }
    url = await listen(app, host, 0)
  }
  return { url, firstPassword, close: () => app.close() }
}

async function listen(
  app: Awaited<ReturnType<typeof createReviewServer>>,
  host: string,
  port: number,
): Promise<string> {
  return `${await app.listen({ host, port })}/`
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

function unlistenable(error: unknown, host: string, port: number): AppError {
  const code = codeOf(error)
  const why =
    code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用。请用 --port 换一个`
      : code === 'EACCES'
        ? `没有权限使用端口 ${port}。请用 --port 换一个 1024 以上的端口`
        : `不能在 ${host}:${port} 监听（${code}）。请检查 --host 与 --port`
  return new AppError('usage', `${why}。`, { cause: error })
}

async function makeFirstAccount(context: Context, store: Store): Promise<string | null> {
  if (store.accounts().length > 0) return null
  const password = newPassword()
  store.saveAccount(await newAccount(FIRST_ACCOUNT, password, 'administrator', context.clock))
  return password
}

/** Letters and digits that cannot be mistaken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

export function newPassword(): string {
  return Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Kept beside the database, so that people stay signed in over a restart; readable by the owner only. */
async function sessionSecret(location: string): Promise<string> {
  const fresh = randomBytes(32).toString('hex')
  if (location === ':memory:') return fresh
  const path = `${resolve(location)}.session-secret`
  try {
    await writeFile(path, fresh, { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (cause) {
    const kept = await readFile(path, 'utf8').catch(() => '')
    if (kept.length >= 32) return kept
    throw new AppError(
      'output-unwritable',
      `写不了会话密钥文件 ${path}：请检查目录权限，或删去该文件后重试。`,
      {
        cause,
      },
    )
  }
}

/** Tells where it is and how to get in, then waits for the interrupt. */
export async function announceAndWait(context: Context, serving: Serving): Promise<void> {
  const { terminal } = context
  terminal.print(`核查界面：${serving.url}`)
  terminal.print(
    serving.firstPassword === null
      ? '用已有账号登录（忘记密码：npx mingcha users passwd 用户名；有哪些账号：npx mingcha users list）'
      : `首次登录：用户名 ${FIRST_ACCOUNT}，密码 ${serving.firstPassword}（只显示这一次）`,
  )
  terminal.say('按 Ctrl-C 停止。')
  if (!context.signal.aborted) {
    await new Promise<void>((done) =>
      context.signal.addEventListener('abort', () => done(), { once: true }),
    )
  }
  await serving.close()
}
