/** package-lock.json names every optional package of every platform, or `npm ci` refuses it (decision 0007). */
import { spawnSync } from 'node:child_process'
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
