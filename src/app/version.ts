/** Which code this is: the package's version, with the commit when it runs from a checkout. Written into every run. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the package: where data/, checks/ and fixtures/ lie. */
export const PACKAGE_DIR = fileURLToPath(new URL('../..', import.meta.url))

/** `0.1.0+99f77a0`, or `0.1.0` outside a checkout. */
export function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_DIR, 'package.json'), 'utf8')) as {
    version: string
  }
  const commit = headCommit(join(PACKAGE_DIR, '.git'))
  return commit === null ? version : `${version}+${commit.slice(0, 7)}`
}

/** Reads what git keeps on disk, so that no git is needed. Null when that is not readable. */
function headCommit(start: string): string | null {
  try {
    if (!existsSync(start)) return null
    const git = gitDir(start)
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim()
    const ref = /^ref: (.+)$/.exec(head)?.[1]
    if (ref === undefined) return isCommit(head) ? head : null
    const common = existsSync(join(git, 'commondir'))
      ? join(git, readFileSync(join(git, 'commondir'), 'utf8').trim())
      : git
    for (const folder of [git, common]) {
      if (existsSync(join(folder, ref))) {
        const commit = readFileSync(join(folder, ref), 'utf8').trim()
        return isCommit(commit) ? commit : null
      }
    }
    const packed = readFileSync(join(common, 'packed-refs'), 'utf8')
    const line = packed.split('\n').find((one) => one.endsWith(` ${ref}`))
    return line === undefined ? null : (line.split(' ')[0] ?? null)
  } catch {
    return null
  }
}

/** `.git` is a folder, or in a worktree a file that names one. */
function gitDir(start: string): string {
  try {
    const text = readFileSync(start, 'utf8')
    const named = /^gitdir: (.+)$/m.exec(text)?.[1]
    return named === undefined ? start : resolve(dirname(start), named.trim())
  } catch {
    return start
  }
}

const isCommit = (text: string): boolean => /^[0-9a-f]{40,64}$/.test(text)
