/**
 * Everything that must hold before a change goes in, one step after the other, all of them even when one fails:
 * lint and format, types, dead code, generated files, tests. CI runs this same command. The last line counts:
 * `N passed, N failed` (tests, plus one failure for each other step that failed).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const STEPS = ['lint', 'types', 'deadcode', 'generate:check'] as const

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

function npm(args: readonly string[]): boolean {
  console.log(`\n== npm ${args.slice(0, 2).join(' ')}`)
  const done = spawnSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return done.status === 0
}

function testCounts(): { passed: number; failed: number; skipped: number } {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-verify-'))
  const file = join(folder, 'vitest.json')
  try {
    const well = npm([
      'test',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
    // A file that does not even load has no test that could fail.
    const unloaded = report.testResults.filter(
      (one) => one.status === 'failed' && one.assertionResults.length === 0,
    ).length
    const failed = report.numFailedTests + unloaded
    return {
      passed: report.numPassedTests,
      failed: well ? failed : Math.max(failed, 1),
      skipped: report.numPendingTests,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const broken: string[] = STEPS.filter((step) => !npm(['run', step]))
const { passed, failed, skipped } = testCounts()
console.log('')
for (const step of broken) console.log(`步骤未通过：npm run ${step}`)
if (skipped > 0) console.log(`跳过的测试：${skipped}`)
const allFailed = failed + broken.length
console.log(`${passed} passed, ${allFailed} failed`)
process.exit(allFailed === 0 && passed > 0 ? 0 : 1)
