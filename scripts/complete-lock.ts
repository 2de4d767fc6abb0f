/**
 * Completes package-lock.json after an `npm install` against a registry that does not carry every platform's binaries
 * (docs/decisions/0007): npm then leaves optional packages of other platforms out of the lock file, and `npm ci` refuses
 * it everywhere. Each missing one gets an entry with its exact version and the platform that its name says, so that
 * npm passes over it where it does not fit, without asking the registry. `--check` only names what is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url))

interface LockEntry {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}
interface Lock {
  packages: Record<string, LockEntry>
}

const OS = /-(android|darwin|freebsd|linux|openharmony|win32)(?=-|$)/
const CPU = /-(arm64|arm|ia32|ppc64|riscv64|s390x|x64|wasm32|loong64)(?=-|$)/

/** Optional dependencies without an entry where Node would look for them. */
function missingFrom(lock: Lock): [path: string, entry: LockEntry][] {
  const found: [string, LockEntry][] = []
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(lock, parent, name)) continue
      const os = OS.exec(name)?.[1]
      const cpu = CPU.exec(name)?.[1]
      if (!/^\d/.test(version) || os === undefined || cpu === undefined)
        throw new Error(`${name}@${version}（${parent}）：看不出是哪个平台，请手工补写锁文件`)
      const libc = os !== 'linux' ? {} : { libc: [name.includes('musl') ? 'musl' : 'glibc'] }
      found.push([
        `node_modules/${name}`,
        {
          version,
          cpu: [cpu],
          ...(entry.dev === true ? { dev: true } : {}),
          ...libc,
          optional: true,
          os: [os],
        },
      ])
    }
  }
  return found
}

function resolves(lock: Lock, parent: string, name: string): boolean {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true
    if (at === '') return false
  }
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as Lock
const missing = missingFrom(lock)
for (const [path, entry] of missing) console.log(`缺：${path}@${entry.version}`)
if (process.argv.includes('--check')) process.exit(missing.length === 0 ? 0 : 1)
const [root, ...rest] = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) =>
  a.localeCompare(b, 'en'),
)
lock.packages = Object.fromEntries(root ? [root, ...rest] : [])
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
