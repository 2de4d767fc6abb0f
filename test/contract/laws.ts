/**
 * The laws of the house as one table and functions over a set of files, so that the test can also plant a violation
 * and see it caught. docs/architecture.md explains them; this file decides (0004 and 0006 in
 * docs/decisions say why some libraries stand in more rooms than planned).
 */
import { dirname, join, normalize } from 'node:path/posix'
import { codeOf, type Import, importsOf } from './source-scan.ts'

/** Path from the project's root, with `/` → text. */
export type Files = ReadonlyMap<string, string>

export interface Violation {
  readonly file: string
  readonly line: number
  readonly law: string
}

interface RoomLaw {
  /** Rooms it may import, itself aside. */
  readonly rooms: readonly string[]
  /** npm packages it may import (type imports too). */
  readonly npm: readonly string[]
  /** May touch files, network and processes. */
  readonly outside: boolean
}

const NOUNS = ['base', 'model']
const EVERY_ROOM = [
  ...NOUNS,
  ...['catalog', 'browser', 'crawl', 'archive', 'understand', 'engine', 'scoring', 'store'],
  ...['review', 'export', 'jobs', 'checks'],
]

export const ROOMS: Readonly<Record<string, RoomLaw>> = {
  base: { rooms: [], npm: [], outside: false },
  model: { rooms: ['base'], npm: [], outside: false },
  catalog: {
    rooms: NOUNS,
    npm: ['yaml', 'zod', '@e965/xlsx', 'csv-parse', 'iconv-lite'],
    outside: true,
  },
  browser: {
    rooms: NOUNS,
    npm: [
      'playwright',
      '@sparticuz/chromium',
      'tar-fs',
      '@expo-google-fonts/noto-sans-sc',
      'p-queue',
    ],
    outside: true,
  },
  crawl: {
    rooms: NOUNS,
    npm: ['@crawlee/basic', '@crawlee/core', 'undici', 'axe-core'],
    outside: true,
  },
  archive: { rooms: NOUNS, npm: [], outside: true },
  understand: {
    rooms: NOUNS,
    npm: [
      'htmlparser2',
      'iconv-lite',
      'pdfjs-dist',
      'mammoth',
      'word-extractor',
      '@e965/xlsx',
      'yauzl',
    ],
    outside: false,
  },
  engine: { rooms: NOUNS, npm: [], outside: false },
  scoring: { rooms: NOUNS, npm: [], outside: false },
  store: { rooms: NOUNS, npm: ['better-sqlite3', 'kysely'], outside: true },
  review: {
    rooms: [...NOUNS, 'scoring'],
    npm: [
      'fastify',
      '@fastify/cookie',
      '@fastify/csrf-protection',
      '@fastify/formbody',
      '@fastify/helmet',
      '@fastify/rate-limit',
      '@fastify/session',
      '@node-rs/argon2',
      'preact',
      'preact-render-to-string',
      'zod',
    ],
    outside: true,
  },
  export: {
    rooms: [...NOUNS, 'scoring'],
    npm: ['csv-stringify', 'exceljs', 'fflate', 'zod'],
    outside: true,
  },
  jobs: { rooms: NOUNS, npm: ['p-queue'], outside: true },
  app: { rooms: EVERY_ROOM, npm: ['commander', 'pino', 'pino-pretty', 'zod'], outside: true },
  main: { rooms: ['app', 'base'], npm: [], outside: true },
  checks: { rooms: ['model', 'engine', 'base'], npm: [], outside: false },
}

/** What checks may use of the rooms open to them. */
const CHECK_IMPORTS = /^#(model\/.+|engine\/define-check|base\/(text|calendar|day|url))$/

/** Builtins that reach outside the process. */
const OUTSIDE_BUILTIN =
  /^node:(fs|fs\/promises|net|http|https|http2|tls|dns|dns\/promises|dgram|child_process|cluster|worker_threads|inspector|sqlite)$/

/** Room of a source file: folder under src, `checks`, or the file's own name (src/main.ts → main). */
export function roomOf(path: string): string | null {
  const parts = path.split('/')
  if (parts[0] === 'checks') return 'checks'
  if (parts[0] !== 'src') return null
  return (parts[1] ?? '').replace(/\.tsx?$/, '')
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Why one import breaks the law, or null. */
export function judgeImport(path: string, one: Import): string | null {
  const room = roomOf(path)
  if (room === null) return null
  const law = ROOMS[room]
  if (!law) return `房间 ${room} 不在表中`
  const { specifier } = one
  if (specifier === null) return '动态 import 的目标不是字面量，无法核对'
  if (one.how === 'require' && specifier !== '') return `不用 require（${specifier}）`
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(path), specifier))
    const targetRoom = roomOf(target)
    if (room === 'checks' && path !== 'checks/index.ts')
      return `检查项之间不得互相引用（${specifier}）`
    const nextDoor =
      (room === 'main' && law.rooms.includes(targetRoom ?? '')) ||
      (room === 'app' && target.startsWith('fixtures/portals/'))
    return targetRoom === room || nextDoor ? null : `相对路径不得走出房间（${specifier}）`
  }
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1).split('/')[0] ?? ''
    if (room === 'checks' && path !== 'checks/index.ts' && !CHECK_IMPORTS.test(specifier))
      return `检查项不得引用 ${specifier}`
    return target === room || law.rooms.includes(target) ? null : `${room} 不得引用 ${specifier}`
  }
  if (specifier.startsWith('node:')) {
    return !law.outside && OUTSIDE_BUILTIN.test(specifier) ? `${room} 不得使用 ${specifier}` : null
  }
  const name = packageOf(specifier)
  return law.npm.includes(name) ? null : `${room} 不得使用 npm 包 ${name}`
}

interface TextLaw {
  readonly pattern: RegExp
  readonly law: string
  applies(path: string, room: string | null): boolean
}

const inSource = (_path: string, room: string | null) => room !== null

const TEXT_LAWS: readonly TextLaw[] = [
  {
    pattern:
      /\bDate\.now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s\w(]))|(?<!new\s+)(?<![.\w])\bDate\s*\(\s*\)/g,
    law: '墙上时钟只在 base/clock 读',
    applies: (path, room) => room !== null && path !== 'src/base/clock.ts',
  },
  {
    pattern: /(?<![.\w])console\s*[.[]|\bprocess\s*\.\s*std(?:out|err)\b/g,
    law: '只有 app 与 main 向终端输出',
    applies: (_path, room) => room !== null && room !== 'app' && room !== 'main',
  },
  {
    pattern: /(?<![.\w])(?:globalThis\.)?(?:fetch|XMLHttpRequest|WebSocket)\s*\(/g,
    law: '此处不得访问网络',
    applies: (_path, room) => room !== null && ROOMS[room]?.outside === false,
  },
  { pattern: /\bexport\s*\*/g, law: '不用 export *', applies: () => true },
]

/** Laws over comments, which the code scan drops. */
const COMMENT_LAWS: readonly TextLaw[] = [
  {
    pattern: /@ts-(?:ignore|nocheck|expect-error)/g,
    law: '不得压制类型检查',
    applies: inSource,
  },
]

const DRAWERS = /(^|\/)(utils?|helpers?|common|lib)\//
const MAX_LINES = 700

/** Every violation in a set of TypeScript files. */
export function violations(files: Files): Violation[] {
  const found: Violation[] = []
  for (const [file, source] of files) {
    const room = roomOf(file)
    for (const one of importsOf(source)) {
      const law = judgeImport(file, one)
      if (law !== null) found.push({ file, line: one.line, law })
    }
    const search = (text: string, laws: readonly TextLaw[]) => {
      for (const { pattern, law, applies } of laws) {
        if (!applies(file, room)) continue
        for (const m of text.matchAll(pattern))
          found.push({ file, line: text.slice(0, m.index).split('\n').length, law })
      }
    }
    search(codeOf(source, 'blank'), TEXT_LAWS)
    search(source, COMMENT_LAWS)
    const lines = source.split('\n').length - 1
    if (lines > MAX_LINES) found.push({ file, line: MAX_LINES, law: `文件 ${lines} 行，超过 700` })
    if (DRAWERS.test(file))
      found.push({ file, line: 1, law: '文件夹不得叫 utils、helpers、common、lib' })
    if (!/^(#![^\n]*\n)?\s*(\/\*\*|\/\/)/.test(source))
      found.push({ file, line: 1, law: '文件须以一段说明开头' })
  }
  return found
}
