/** The project as the contract tests see it: its root, its TypeScript files, lists of files below a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from './laws.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Files below `folder` (from the root, `/` between), sorted; empty when the folder is not there. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const at = join(ROOT, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .sort()
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

export function sourceFiles(folders: readonly string[]): Files {
  const paths = folders.flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
  return new Map(paths.map((path) => [path, textOf(path)]))
}
