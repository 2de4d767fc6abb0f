/**
 * Runs the command line as a user does, in a process of its own, and tells what it cost. Used by the benches that
 * measure whole scans; decides nothing about results.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export interface Cost {
  readonly wallSeconds: number
  /** User and system time of the whole process. */
  readonly cpuSeconds: number
  readonly peakRssMegabytes: number
}

export interface CommandResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly cost: Cost
}

/** Told by the process itself when it ends: nothing else knows the resource use of a child exactly. */
const REPORTER = `import{writeFileSync}from'node:fs';import{isMainThread}from'node:worker_threads';
if(isMainThread)process.on('exit',()=>{const u=process.resourceUsage();writeFileSync(process.env.MINGCHA_USAGE_FILE,
JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,rss:u.maxRSS/1024}))})`

let serial = 0

export async function runMingcha(args: readonly string[]): Promise<CommandResult> {
  serial += 1
  const usageFile = join(tmpdir(), `mingcha-usage-${process.pid}-${serial}.json`)
  const startedAt = process.hrtime.bigint()
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(REPORTER)}`,
      join(ROOT, 'bin/mingcha.mjs'),
      ...args,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, MINGCHA_USAGE_FILE: usageFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
  const wallSeconds = Number(process.hrtime.bigint() - startedAt) / 1e9
  const usage = existsSync(usageFile)
    ? (JSON.parse(readFileSync(usageFile, 'utf8')) as { cpu: number; rss: number })
    : { cpu: Number.NaN, rss: Number.NaN }
  rmSync(usageFile, { force: true })
  return {
    exitCode,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
    cost: { wallSeconds, cpuSeconds: usage.cpu, peakRssMegabytes: usage.rss },
  }
}
