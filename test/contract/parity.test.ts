/** Things that come in sets stay sets: check, test and page; error code, use and page; links in our documents. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { ERROR_KINDS } from '#base/errors'
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
