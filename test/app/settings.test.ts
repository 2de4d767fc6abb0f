/** Command line over configuration over defaults. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSettings } from '#app/settings'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-settings-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function configured(text: string, options: object = {}, env = {}) {
  const config = join(folder, 'c.yaml')
  writeFileSync(config, text)
  return loadSettings({ config, ...options }, env)
}

test('defaults are those of the contract and polite', () => {
  const settings = configured('{}')
  expect(settings).toMatchObject({
    db: 'var/mingcha.db',
    archive: 'var/archive',
    obeyRobots: true,
    maxSearches: 3,
  })
  expect(settings.budget('nightly', {})).toEqual({
    maxPages: 500,
    maxMinutes: 30,
    maxBytesPerBody: 10_000_000,
    maxTotalBytes: 1_000_000_000,
    delayMs: 1000,
    perHostParallel: 2,
    timeoutMs: 20_000,
    maxExternalProbes: 200,
  })
})

test('purpose over general, command line over both; what is not given stays', () => {
  const settings = configured(
    'budget: { maxPages: 10, delayMs: 5 }\npurposes:\n  census: { maxPages: 99 }\n',
  )
  expect(settings.budget('nightly', {})).toMatchObject({ maxPages: 10, delayMs: 5 })
  expect(settings.budget('census', {})).toMatchObject({
    maxPages: 99,
    delayMs: 5,
  })
  expect(settings.budget('census', { maxPages: 3 }).maxPages).toBe(3)
})

test('database: option, then MINGCHA_DB, then file', () => {
  expect(configured('db: a.db').db).toBe('a.db')
  expect(configured('db: a.db', {}, { MINGCHA_DB: 'b.db' }).db).toBe('b.db')
  expect(configured('db: a.db', { db: 'c.db' }, { MINGCHA_DB: 'b.db' }).db).toBe('c.db')
  expect(configured('db: a.db', {}, { MINGCHA_DB: '' }).db).toBe('a.db')
})

test.each([
  ['budget: { perHostParallel: 99 }', /第 1 行第 28 列：“budget\.perHostParallel”/],
  ['contact: 张三', /第 1 行第 10 列：“contact”/],
  ['purposes: { daily: {} }', /“purposes”|daily/],
  ['db: [', /YAML 写法有误/],
])('%s is refused with its place', (text, message) => {
  expect(() => configured(text)).toThrow(message)
})

test('a field that nobody knows is shown with those that may stand there', () => {
  expect(() => configured('budgets: {maxPages: 20}\n')).toThrow(
    /整个文件有不认识的字段 budgets.*可以写的有：db、archive、budget、/,
  )
  expect(() => configured('budget: {maxPagez: 20}\n')).toThrow(
    /“budget”有不认识的字段 maxPagez.*可以写的有：maxPages、/,
  )
})
