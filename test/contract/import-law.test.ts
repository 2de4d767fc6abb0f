/** The import law and its companions hold for every file, and a planted violation is caught. */
import { describe, expect, test } from 'vitest'
import { ROOMS, violations } from './laws.ts'
import { sourceFiles, textOf } from './project.ts'
import { codeOf, importsOf } from './source-scan.ts'

const HEAD = '/** Planted. */\n'
const lawsOf = (path: string, source: string) =>
  violations(new Map([[path, HEAD + source]])).map((one) => one.law)

describe('the project', () => {
  const files = sourceFiles(['src', 'checks', 'test', 'bench', 'scripts', 'fixtures'])

  test('is seen at all', () => {
    expect(files.size).toBeGreaterThan(40)
    const imports = [...files].flatMap(([, source]) => importsOf(source))
    expect(imports.length).toBeGreaterThan(150)
  })

  test('breaks no law', () => {
    expect(violations(files).map(({ file, line, law }) => `${file}:${line} ${law}`)).toEqual([])
  })

  test('every room of the subpath imports is in the table', () => {
    const { imports } = JSON.parse(textOf('package.json')) as { imports: Record<string, string> }
    const rooms = Object.keys(imports).map((key) => key.slice(1).split('/')[0] ?? '')
    expect(rooms.filter((room) => !(room in ROOMS))).toEqual([])
  })

  test('every package in the table is a dependency, so that the table does not rot', () => {
    const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
    const installed = new Set(
      ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) =>
        Object.keys(manifest[key] ?? {}),
      ),
    )
    const listed = Object.values(ROOMS).flatMap((room) => room.npm)
    expect(listed.filter((name) => !installed.has(name))).toEqual([])
  })
})

const planted: readonly [path: string, source: string, law: string][] = [
  ['src/crawl/a.ts', "import { score } from '#scoring/score'", 'crawl 不得引用 #scoring/score'],
  ['src/base/a.ts', "import type { Page } from '#model/page'", 'base 不得引用 #model/page'],
  [
    'src/model/a.ts',
    "import type { P } from '#understand/read'",
    'model 不得引用 #understand/read',
  ],
  ['src/store/a.ts', "import { run } from '#app/run'", 'store 不得引用 #app/run'],
  ['src/crawl/a.ts', "const m = await import('#store/open')", 'crawl 不得引用 #store/open'],
  ['src/crawl/a.ts', "type S = import('#store/open').Store", 'crawl 不得引用 #store/open'],
  ['src/crawl/a.ts', "export { x } from '#store/open'", 'crawl 不得引用 #store/open'],
  ['src/crawl/a.ts', "import '#store/open'", 'crawl 不得引用 #store/open'],
  ['src/crawl/a.ts', "import {\n  a,\n  b,\n} from '#store/open'", 'crawl 不得引用 #store/open'],
  [
    'src/crawl/a.ts',
    "import { x } from '../store/open.ts'",
    '相对路径不得走出房间（../store/open.ts）',
  ],
  ['src/crawl/a.ts', 'const m = await import(name)', '动态 import 的目标不是字面量，无法核对'],
  [
    'src/crawl/a.ts',
    `const m = await import(\`#store/\${name}\`)`,
    '动态 import 的目标不是字面量，无法核对',
  ],
  ['src/crawl/a.ts', "const m = require('better-sqlite3')", '不用 require（better-sqlite3）'],
  [
    'src/crawl/a.ts',
    "const m = createRequire(import.meta.url)('better-sqlite3')",
    'crawl 不得使用 npm 包 better-sqlite3',
  ],
  ['src/engine/a.ts', "import { z } from 'zod'", 'engine 不得使用 npm 包 zod'],
  ['src/store/a.ts', "import { chromium } from 'playwright'", 'store 不得使用 npm 包 playwright'],
  ['src/scoring/a.ts', "import { readFileSync } from 'node:fs'", 'scoring 不得使用 node:fs'],
  ['src/understand/a.ts', "import { request } from 'node:https'", 'understand 不得使用 node:https'],
  ['src/understand/a.ts', "const r = await fetch('http://x')", '此处不得访问网络'],
  ['checks/links/a.ts', "import { b } from './b.ts'", '检查项之间不得互相引用（./b.ts）'],
  ['checks/links/a.ts', "import { r } from '#engine/runner'", '检查项不得引用 #engine/runner'],
  ['checks/links/a.ts', "import { s } from '#base/hash'", '检查项不得引用 #base/hash'],
  ['checks/links/a.ts', "import * as cheerio from 'cheerio'", 'checks 不得使用 npm 包 cheerio'],
  ['src/crawl/a.ts', 'const t = Date.now()', '墙上时钟只在 base/clock 读'],
  ['src/crawl/a.ts', 'const t = new Date()', '墙上时钟只在 base/clock 读'],
  ['src/crawl/a.ts', 'const t = new Date', '墙上时钟只在 base/clock 读'],
  ['checks/links/a.ts', 'const t = Date()', '墙上时钟只在 base/clock 读'],
  ['src/crawl/a.ts', "console.log('x')", '只有 app 与 main 向终端输出'],
  ['src/export/a.ts', "process.stdout.write('x')", '只有 app 与 main 向终端输出'],
  ['src/crawl/a.ts', "export * from './b.ts'", '不用 export *'],
  ['src/crawl/a.ts', '// @ts-ignore\nconst a = 1', '不得压制类型检查'],
  ['src/crawl/utils/a.ts', 'export const a = 1', '文件夹不得叫 utils、helpers、common、lib'],
  ['test/helpers/a.ts', 'export const a = 1', '文件夹不得叫 utils、helpers、common、lib'],
  ['src/attic/a.ts', "import { a } from '#base/text'", '房间 attic 不在表中'],
  ['src/crawl/a.ts', 'const a = 1\n'.repeat(701), '文件 702 行，超过 700'],
]

describe('a planted violation is caught', () => {
  test.each(planted.map(([path, source, law]) => ({ path, source, law })))(
    '$path: $law',
    ({ path, source, law }) => {
      expect(lawsOf(path, source)).toEqual([law])
    },
  )

  test('a file without an opening paragraph', () => {
    expect(violations(new Map([['src/crawl/a.ts', 'const a = 1']]))).toHaveLength(1)
  })
})

describe('what looks like a violation and is none', () => {
  test.each([
    ['src/crawl/a.ts', "// import { x } from '#store/open'\nconst a = 1"],
    ['src/crawl/a.ts', '/* export * from "y" */ const a = 1'],
    ['src/crawl/a.ts', 'const text = "import { x } from \'#store/open\'"'],
    ['src/crawl/a.ts', `const text = \`Date.now() and console.log(\${1 + 1})\``],
    ['src/crawl/a.ts', "const slash = /https?:\\/\\//.test('x') // console.log"],
    ['src/crawl/a.ts', 'const quote = /[\'"]/g\nconst t = clock.now()'],
    ['src/crawl/a.ts', "const day = new Date('2023-01-01'), later = new Date(at)"],
    ['src/understand/a.ts', 'export function prefetch(a: string) { return this.fetch(a) }'],
    ['src/review/a.ts', "import { score } from '#scoring/score'"],
    ['src/base/clock.ts', 'export const now = () => Date.now()'],
    ['src/app/a.ts', "import { open } from '#store/open'\nconsole.log(import.meta.url)"],
    ['checks/index.ts', "import { a } from './links/a.ts'"],
    [
      'checks/links/a.ts',
      "import { clip } from '#base/text'\nimport type { P } from '#model/page'",
    ],
  ])('%s: %s', (path, source) => {
    expect(lawsOf(path, source)).toEqual([])
  })
})

describe('the scanner', () => {
  test('goes on after a template expression with braces and strings in it', () => {
    const source = `const a = \`x \${f({ b: '}' })} y\`; import('#store/open')`
    expect(importsOf(source).map((one) => one.specifier)).toEqual(['#store/open'])
    expect(codeOf(source, 'blank')).toHaveLength(source.length)
  })
})
