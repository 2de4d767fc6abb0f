/** Runs the program: as users do in a process of its own, or, where that adds nothing, quickly in this one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { runCli } from '#app/cli'

const PROGRAM = fileURLToPath(new URL('../../bin/mingcha.mjs', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  /** Standard error so far. */
  stderr(): string
  readonly ended: Promise<Ran>
}

export interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
}

export function startCommand(args: readonly string[], options: CommandOptions = {}): Running {
  const env = { ...process.env, MINGCHA_DB: '', ...options.env }
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout,
    stderr,
  }))
  return { child, stderr: () => stderr, ended }
}

export function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<Ran> {
  return startCommand(args, options).ended
}

/** The same program without a process of its own: only what it writes is caught. */
export async function runHere(args: readonly string[], cwd?: string): Promise<Ran> {
  const before = process.cwd()
  const database = process.env.MINGCHA_DB
  delete process.env.MINGCHA_DB
  if (cwd !== undefined) process.chdir(cwd)
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text)
      return true
    }),
  )
  try {
    const code = await runCli(args)
    return { code, signal: null, ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.chdir(before)
    if (database !== undefined) process.env.MINGCHA_DB = database
  }
}
