/** package-lock.json names every optional package of every platform, or `npm ci` refuses it (decision 0007); so it does a hash with a slip. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './project.ts'

test('the lock file is complete', () => {
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/complete-lock.ts', '--check'],
    { cwd: ROOT, encoding: 'utf8' },
  )
  expect(done.stdout + done.stderr).toBe('')
  expect(done.status).toBe(0)
})

test('every hash in the lock file is one', () => {
  const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  const hashes = [...text.matchAll(/"integrity": "([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(hashes.length).toBeGreaterThan(100)
  expect(hashes.filter((hash) => !/^sha512-[\w+/]{86}==$/.test(hash))).toEqual([])
})
