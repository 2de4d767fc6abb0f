/** Things that come in sets stay sets: check, test and page; error code, use and page; links in our documents. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { ERROR_KINDS } from '#base/errors'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { PUBLISHED } from '#export/shapes/published'
import { toScheme1 } from '#export/shapes/scheme'
import { schemeCoverage } from '#scoring/coverage'
import { checks } from '../../checks/index.ts'
import { filesBelow, ROOT, sourceFiles, textOf } from './project.ts'

const inner = (folder: string, ending: string) =>
  filesBelow(folder, [ending]).map((path) => path.slice(folder.length + 1, -ending.length))

describe('check ↔ test ↔ page', () => {
  const files = inner('checks', '.ts').filter((name) => name !== 'index')

  test('there are checks', () => {
    expect(files.length).toBeGreaterThan(0)
  })

  test('every check file is registered under the id that its path says, and nothing else is', () => {
    expect(checks.map((check) => check.id).sort()).toEqual(files)
  })

  test('every check has a test file of its own, and no test is left over', () => {
    const tests = inner('test/checks', '.test.ts').filter((name) => name.includes('/'))
    expect(tests).toEqual(files)
  })

  test('every check has a page, and no page is left over', () => {
    const pages = inner('docs/checks', '.md').filter((name) => name !== 'README')
    expect(pages).toEqual(files.map((name) => name.replace('/', '-')).sort())
  })
})

describe('scheme ↔ check ↔ page', () => {
  const schemes = loadSchemes(join(ROOT, 'data/schemes'), { checks })
  const composites = loadComposites(join(ROOT, 'data/schemes'), schemes, { checks })

  test('every folder of data/schemes is a scheme under its own name', () => {
    const folders = (file: string) =>
      filesBelow('data/schemes', ['.yaml'])
        .filter((path) => path.endsWith(`/${file}`))
        .map((path) => path.split('/')[2])
    expect(schemes.map((scheme) => scheme.id)).toEqual(folders('scheme.yaml'))
    expect(composites.map((composite) => composite.id)).toEqual(folders('composite.yaml'))
  })

  test.each(schemes)('$id: every outcome that it prices exists', (scheme) => {
    const known = new Set(
      checks.flatMap((check) => Object.keys(check.outcomes).map((name) => `${check.id}#${name}`)),
    )
    const { indicators, outside } = toScheme1(scheme, schemeCoverage(scheme))
    const priced = [...indicators, ...outside.bonus, ...outside.deductions]
      .flatMap((indicator) => indicator.criteria)
      .flatMap((criterion) => criterion.checks)
    // A table that only people can fill prices nothing.
    const { machine, assisted } = schemeCoverage(scheme)
    if (machine + assisted > 0) expect(priced.length).toBeGreaterThan(0)
    expect(priced.filter((price) => !known.has(price))).toEqual([])
  })

  test.each(schemes)('$id: coverage adds up to the printed total', (scheme) => {
    const { machine, assisted, manual, notRuled } = schemeCoverage(scheme)
    expect(machine + assisted + manual + notRuled).toBeCloseTo(scheme.maxScore ?? 0, 9)
  })

  test('every scheme has a page, and no page is left over', () => {
    const pages = inner('docs/schemes', '.md').filter((name) => name !== 'README')
    expect(pages.sort()).toEqual([...schemes, ...composites].map(({ id }) => id).sort())
  })
})

describe('error code ↔ use ↔ page', () => {
  const page = textOf('docs/errors.md')
  const source = [...sourceFiles(['src'])]
    .filter(([path]) => path !== 'src/base/errors.ts')
    .map(([, text]) => text)
    .join('\n')

  test.each(Object.keys(ERROR_KINDS))('%s is raised somewhere and explained', (code) => {
    expect(page).toContain(`\`${code}\``)
    expect(source.includes(`'${code}'`), `no AppError with ${code}`).toBe(true)
  })
})

describe('published documents', () => {
  test('every shape that commands and exports write has its schema', () => {
    const written = [...sourceFiles(['src/app', 'src/export'])].flatMap(([, text]) =>
      [...text.matchAll(/\bmingcha: '([a-z-]+)\/(\d+)'/g)].map(
        (match) => `${match[1]}-${match[2]}`,
      ),
    )
    expect(written).toContain('finding-1')
    expect([...new Set(written)].filter((name) => !(name in PUBLISHED))).toEqual([])
  })
})

describe('README', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
  const names = ['dependencies', 'optionalDependencies'].flatMap((key) =>
    Object.keys(manifest[key] ?? {}),
  )

  test.each(['README.md', 'README.zh-CN.md'])('%s justifies every dependency', (path) => {
    const text = textOf(path)
    const missing = names.filter((name) => !text.includes(name.replace(/^@fastify\//, '')))
    expect(missing).toEqual([])
  })
})

describe('documents', () => {
  const documents = ['README.md', 'README.zh-CN.md', ...filesBelow('docs', ['.md'])]

  test.each(documents)('%s: every relative link leads somewhere', (path) => {
    const dead = [...textOf(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(ROOT, normalize(join(dirname(path), target)))))
    expect(dead).toEqual([])
  })

  test('decision records are numbered without gaps and at most 40 lines', () => {
    const records = filesBelow('docs/decisions', ['.md'])
    const numbers = records.map((path) => Number(path.split('/').at(-1)?.slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    const long = records.filter((path) => textOf(path).trimEnd().split('\n').length > 40)
    expect(long).toEqual([])
  })
})
