/**
 * What `schemes validate` sees of a slip of the pen: for every scheme that ships, any one printed figure written wrongly,
 * any reference, group, grade, field or kind misspelt is an error with file, line and column. Text is changed in place, so
 * that everything else stays as it is.
 */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isPair, isScalar, parseDocument, visit } from 'yaml'
import { validateFolder } from '#catalog/composites'
import { checks } from '#checks/index'

const ROOT = join(import.meta.dirname, '../../data/schemes')
const folders = readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isDirectory())
const copy = mkdtempSync(join(tmpdir(), 'mutations-'))
cpSync(ROOT, copy, { recursive: true })
afterAll(() => rmSync(copy, { recursive: true }))

/** Fields that hold points or a share of them, as printed. */
const FIGURES = new Set(['weight', 'maxScore', 'points', 'share', 'cut', 'sum', 'values'])
/** Fields that name something defined elsewhere, or one of a closed list. */
const NAMES = new Set(
  [
    'kind state origin direction otherwise portals cap outcome when met unmet hints groups attributes bars',
    'target checklist cadence alsoZeroes schemes draw noRows',
  ].flatMap((line) => line.split(' ')),
)

interface Place {
  readonly file: string
  readonly field: string
  readonly from: number
  readonly to: number
  readonly source: string
}

/** Every scalar of the folder that is the value, or in the list, of one of the fields, with its place in the text. */
function placesOf(id: string, fields: ReadonlySet<string>): Place[] {
  return readdirSync(join(ROOT, id))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, id, file), 'utf8')
      const found: Place[] = []
      visit(parseDocument(text), {
        Scalar(key, node, path) {
          if (key === 'key' || !node.range) return
          const names = path
            .filter(isPair)
            .map((pair) => (isScalar(pair.key) ? pair.key.value : ''))
          const own = String(names.at(-1))
          // Target figures stand under the names of units.
          const field = names.at(-2) === 'values' ? 'values' : own
          if (!fields.has(field)) return
          const [from, to] = node.range
          found.push({ file, field, from, to, source: text.slice(from, to) })
        },
      })
      return found
    })
}

/** Problems after one change; the file is put back. */
function withChange(id: string, place: Place, written: string) {
  const path = join(copy, id, place.file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.slice(0, place.from) + written + text.slice(place.to))
  try {
    return validateFolder(join(copy, id), { checks }).filter((one) => one.level === 'error')
  } finally {
    writeFileSync(path, text)
  }
}

/** The figure one more, and with its point moved: the two slips that happen. */
function slips(source: string): string[] {
  const [, sign = '', digits = '', unit = ''] = /^(-?)([\d.]+)(%?)$/.exec(source) ?? []
  const n = Number(digits)
  return [n + 1, n / 10].map((value) => `${sign}${Number(value.toFixed(6))}${unit}`)
}

const PLACE = /\.yaml 第 \d+ 行第 \d+ 列/

/** All with MUTATIONS=all; else as many as fit in a second or two, spread over the files. */
function sample<T>(all: readonly T[], most: number): readonly T[] {
  if (process.env.MUTATIONS === 'all' || all.length <= most) return all
  const step = all.length / most
  return all.filter((_one, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

/** Changes that no error with a place came of. */
function unseen(id: string, changes: readonly (readonly [Place, string])[]): string[] {
  return changes.flatMap(([place, written]) =>
    withChange(id, place, written).some((one) => PLACE.test(one.message))
      ? []
      : [`${place.file} ${place.field}: ${place.source} → ${written} (at ${place.from})`],
  )
}

describe.each(folders)('%s', (id) => {
  const figures = placesOf(id, FIGURES).filter((one) => /^-?[\d.]+%?$/.test(one.source))
  const names = placesOf(id, NAMES).filter((one) => /^["']?[a-z][\w/#-]+["']?$/.test(one.source))

  test('as it ships has no error', () => {
    const found = validateFolder(join(copy, id), { checks })
    expect(found.filter((one) => one.level === 'error')).toEqual([])
  })

  test('any printed figure written wrongly is an error with its place', () => {
    const changes = figures.flatMap((place) =>
      slips(place.source).map((written) => [place, written] as const),
    )
    expect(unseen(id, sample(changes, 20))).toEqual([])
  }, 600_000)

  test('any reference or word of a closed list misspelt is an error with its place', () => {
    const changes = names.map((place) => {
      const at = place.source.search(/[a-z](?=["']?$)/)
      const written = `${place.source.slice(0, at)}q${place.source.slice(at + 1)}`
      return [place, written] as const
    })
    expect(unseen(id, sample(changes, 12))).toEqual([])
  }, 600_000)
})
