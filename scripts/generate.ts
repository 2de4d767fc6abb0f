/**
 * Writes every generated file of the project: docs/schema, docs/errors.md, docs/checks, docs/schemes and
 * checks/index.ts. With `--check` it writes nothing and exits 1 naming what is stale. The texts come from the
 * functions beside this file; here is only the list and the comparing.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checklistFileJsonSchema } from '#catalog/checklists'
import { schemeFileJsonSchemas } from '#catalog/scheme-file'
import { PUBLISHED } from '#export/shapes/published'
import { generateChecks } from './generate-checks.ts'
import { errorsPage } from './generate-errors.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folders whose whole content is generated: anything else in them is left over. */
const INDEX = 'checks/index.ts'
const checking = process.argv.includes('--check')
const OWNED = ['docs/schema', 'docs/checks', 'docs/schemes']

function schemaFiles(): [string, string][] {
  const published = Object.entries(PUBLISHED).map(([name, schema]): [string, unknown] => {
    const text = z.toJSONSchema(schema, { io: 'input' })
    const title = name.replace(/-(\d+)$/, '/$1')
    return [`${name}.schema.json`, { $schema: text.$schema, title, ...text }]
  })
  const files = {
    ...schemeFileJsonSchemas(),
    'checklist-file.schema.json': checklistFileJsonSchema(),
  }
  return [...published, ...Object.entries(files)].map(([name, schema]) => [
    `docs/schema/${name}`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ])
}

async function wanted(): Promise<Map<string, string>> {
  const ofChecks = await generateChecks(ROOT)
  // Schemes name checks by the index: it is written before they are read, or a new check could not be wired at once.
  const index = ofChecks.get(INDEX)
  if (!checking && index !== undefined && current(INDEX) !== index) {
    writeFileSync(join(ROOT, INDEX), index)
    console.log(`已写：${INDEX}`)
  }
  const { generateSchemes } = await import('./generate-schemes.ts')
  return new Map([
    ...schemaFiles(),
    ['docs/errors.md', errorsPage()],
    ...ofChecks,
    ...generateSchemes(ROOT),
  ])
}

function below(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
  } catch {
    return []
  }
}

function current(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return null
  }
}

const files = await wanted()
const stale = [...files].filter(([path, text]) => current(path) !== text).map(([path]) => path)
const left = OWNED.flatMap(below).filter((path) => !files.has(path))

if (checking) {
  for (const path of stale) console.error(`过期：${path}`)
  for (const path of left) console.error(`多余：${path}`)
  if (stale.length + left.length > 0) {
    console.error('请运行 npm run generate，并把结果一并提交。')
    process.exit(1)
  }
  console.log(`生成的 ${files.size} 个文件都是最新的。`)
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), files.get(path) ?? '')
    console.log(`已写：${path}`)
  }
  for (const path of left) {
    rmSync(join(ROOT, path))
    console.log(`已删：${path}`)
  }
}
