/**
 * What the program really writes is what docs/schema promises: the demonstration portals are scanned once, then every
 * command's JSON is checked against the published schema file, and holds no key that the schema does not declare.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PUBLISHED } from '#export/shapes/published'
import { runCommand } from '../support/command.ts'
import { textOf } from './project.ts'

const SCHEME = 'suizhou-2023-website-departments'
let dir = ''
/** Processes of their own on a machine that may be busy. */
const PATIENCE_MS = 120_000

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingcha-documents-'))
  const page =
    '<title>关于停水的通知</title><body><h1>关于停水的通知</h1>发布时间：2023-12-05</body>'
  writeFileSync(join(dir, 'a.html'), page)
  writeFileSync(
    join(dir, 'list.jsonl'),
    '{"file":"a.html","base":"http://sw.example/a.html"}\nno\n',
  )
  const demo = await runCommand(['demo', '--once', '--no-browser'], { cwd: dir })
  expect(demo.stderr + demo.stdout).toContain('名次')
}, PATIENCE_MS)

afterAll(() => rmSync(dir, { recursive: true, force: true }))

interface Output {
  readonly args: readonly string[]
  readonly shapes: readonly string[]
  /** One document a line. */
  readonly lines?: true
}

const OUTPUTS: readonly Output[] = [
  { args: ['rerun', '--latest', '--json'], shapes: ['rerun/1'] },
  { args: ['score', '--scheme', SCHEME, '--json'], shapes: ['scorecards/1'] },
  { args: ['export', 'scores', '--scheme', SCHEME, '--format', 'json'], shapes: ['scorecards/1'] },
  {
    // Without a browser one check could not run.
    args: ['export', 'findings', '--format', 'jsonl'],
    shapes: ['check-state/1', 'finding/1'],
    lines: true,
  },
  { args: ['export', 'site-view', '--format', 'json'], shapes: ['site-view/1'] },
  { args: ['inspect', 'a.html', '--json'], shapes: ['page/1'] },
  {
    args: ['inspect', '--list', 'list.jsonl', '--json'],
    shapes: ['inspect-error/1', 'page/1'],
    lines: true,
  },
  { args: ['schemes', 'list', '--json'], shapes: ['schemes/1'] },
  { args: ['schemes', 'show', SCHEME, '--json'], shapes: ['scheme/1'] },
  { args: ['checks', 'list', '--json'], shapes: ['checks/1'] },
  { args: ['portals', 'list', '--json'], shapes: ['portals/1'] },
  { args: ['doctor', '--json'], shapes: ['doctor/1'] },
  {
    // Nothing listens there: the shape of a scan that measured nothing, and checks that could not run.
    args: ['scan', '--url', 'http://127.0.0.1:1/', '--allow-private', '--db', 'none.db', '--json'],
    shapes: ['scan/1'],
  },
  {
    args: ['export', 'findings', '--db', 'none.db'],
    shapes: ['check-state/1'],
    lines: true,
  },
]

const schemaFile = (shape: string) => `docs/schema/${shape.replace('/', '-')}.schema.json`

function shapeOf(document: unknown): string {
  return z.object({ mingcha: z.string() }).parse(document).mingcha
}

describe('documents of real commands', { timeout: PATIENCE_MS }, () => {
  test.each(OUTPUTS.map((output) => ({ ...output, command: output.args.join(' ') })))(
    'mingcha $command',
    async ({ args, shapes, lines }) => {
      const { stdout, stderr } = await runCommand(args, { cwd: dir })
      expect(stdout, stderr).not.toBe('')
      const read = lines ? stdout.trimEnd().split('\n') : [stdout]
      // Several portals: a list of documents.
      const documents = read.flatMap((text) => JSON.parse(text) as unknown)
      expect([...new Set(documents.map(shapeOf))].sort(), stderr).toEqual(shapes)
      for (const shape of shapes) {
        const published = z.fromJSONSchema(JSON.parse(textOf(schemaFile(shape))))
        const declared = PUBLISHED[shape.replace('/', '-')]
        for (const document of documents.filter((one) => shapeOf(one) === shape)) {
          expect(published.safeParse(document).error?.issues).toBeUndefined()
          expect(declared?.parse(document)).toEqual(document)
        }
      }
    },
  )
})
