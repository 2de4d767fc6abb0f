/**
 * The TypeScript sources as JavaScript (docs/decisions/0017): put together once for each state of the sources, kept in
 * node_modules/.cache/mingcha, used by every start thereafter. Packages stay where they are. Names and sizes of all
 * source files and the moments at which they were last changed decide which state it is, so that no edit is ever missed.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache/mingcha')
const FOLDERS = ['src', 'checks', 'fixtures/portals']
const FILES = ['bin/sources.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']
/** A running server may still load a part of the state it was started with, so old ones go late. */
const KEPT_STATES = 20
const KEPT_MS = 86_400_000

/**
 * `entry`: a source file of the package (`src/main.ts`). The URL to import for it, in this process or a thread of it.
 * Where nothing can be kept (a package folder that this user may not write), the sources are translated at each start.
 */
export async function loadable(entry) {
  try {
    return await compiled(entry)
  } catch {
    const { register } = await import('tsx/esm/api')
    register({ tsconfig: join(ROOT, 'tsconfig.json') })
    return pathToFileURL(join(ROOT, entry)).href
  }
}

async function compiled(entry) {
  const folder = join(CACHE, stateOf(entry))
  const file = join(folder, `${basename(entry).replace(/\.tsx?$/, '')}.js`)
  if (existsSync(file)) markUsed(folder)
  else await build(entry, folder)
  process.setSourceMapsEnabled(true)
  return pathToFileURL(file).href
}

/** Another user's state serves as well, but only its owner may say that it is still in use. */
function markUsed(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch {}
}

/** Name of the sources' present state. */
function stateOf(entry) {
  const state = createHash('sha256').update(`${ROOT}\n${entry}\n`)
  const note = (file) => {
    const { size, ctimeMs, mtimeMs } = statSync(join(ROOT, file))
    state.update(`${file} ${size} ${ctimeMs} ${mtimeMs}\n`)
  }
  for (const file of FILES) if (existsSync(join(ROOT, file))) note(file)
  for (const folder of new Set([...FOLDERS, dirname(entry)])) {
    if (!existsSync(join(ROOT, folder))) continue
    for (const name of readdirSync(join(ROOT, folder), { recursive: true }).sort())
      if (/\.tsx?$/.test(name)) note(join(folder, name))
  }
  return state.digest('hex').slice(0, 20)
}

async function build(entry, folder) {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(CACHE, { recursive: true })
  const { build: esbuild } = await import('esbuild')
  try {
    await esbuild({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outdir: unfinished,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: 'linked',
      sourcesContent: false,
      logLevel: 'silent',
      tsconfig: join(ROOT, 'tsconfig.json'),
      plugins: [{ name: 'place', setup: keepPlace }],
    })
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process was quicker with the same state.
    if (!existsSync(folder)) throw error
  }
  forgetOldStates()
}

/** A source file finds its neighbours (data, fonts, the package) from where it stands itself, not from the cache. */
function keepPlace({ onLoad }) {
  onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    ),
    loader: path.endsWith('x') ? 'tsx' : 'ts',
  }))
}

function forgetOldStates() {
  const states = readdirSync(CACHE)
    .map((name) => ({ name, at: statSync(join(CACHE, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { name, at } of states.slice(KEPT_STATES))
    if (Date.now() - at > KEPT_MS) rmSync(join(CACHE, name), { recursive: true, force: true })
}
