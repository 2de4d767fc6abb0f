/** Starting the program from its sources: kept between starts, made anew after a change, and what a user sees when it fails. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A package like ours with a program of two files, of which one is loaded late. */
function smallPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-sources-'))
  made.push(folder)
  for (const name of ['bin', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  mkdirSync(join(folder, 'src/app'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name))
  writeFileSync(
    join(folder, 'src/main.ts'),
    "const { say }: { say: (text: string) => void } = await import('#app/say')\nsay('one')\n",
  )
  writeFileSync(
    join(folder, 'src/app/say.ts'),
    'export const say = (text: string): void => console.log(text, import.meta.url)\n',
  )
  return folder
}

function run(folder: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/mingcha.mjs')], {
    encoding: 'utf8',
  })
  return stdout + stderr
}

const states = (folder: string): string[] =>
  readdirSync(join(folder, 'node_modules/.cache/mingcha'))

test('sources are put together once, and again after each change', () => {
  const folder = smallPackage()
  expect(run(folder)).toMatch(/^one file:.*\/src\/app\/say\.ts\n$/)
  expect(run(folder)).toMatch(/^one /)
  expect(states(folder)).toHaveLength(1)
  writeFileSync(
    join(folder, 'src/app/say.ts'),
    "export const say = (): void => console.log('two')\n",
  )
  expect(run(folder)).toBe('two\n')
  expect(states(folder)).toHaveLength(2)
})

test('where nothing can be kept the program runs all the same', () => {
  const folder = smallPackage()
  writeFileSync(join(folder, 'node_modules/.cache'), 'no folder')
  expect(run(folder)).toMatch(/^one file:.*\/src\/app\/say\.ts\n$/)
})

test('a stack trace names the line that was written', () => {
  const folder = smallPackage()
  writeFileSync(
    join(folder, 'src/app/say.ts'),
    "interface Wide {\n  a: 1\n}\nexport const say = (_: Wide): void => {\n  throw new Error('here')\n}\n",
  )
  expect(run(folder)).toMatch(/src\/app\/say\.ts:5/)
})

test('a mistake in a source is told by file and line, and nothing half made is kept', () => {
  const folder = smallPackage()
  writeFileSync(join(folder, 'src/app/say.ts'), 'export const = 1\n')
  expect(run(folder)).toMatch(/src\/app\/say\.ts:1/)
  expect(states(folder)).toEqual([])
})
