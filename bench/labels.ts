/** Tab-separated labels beside the benches: a head line of names, then a row a line. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Row = Readonly<Record<string, string>>

/** A table of bench/labels. */
export function labelled(file: string): Row[] {
  return rowsOf(fileURLToPath(new URL(`labels/${file}`, import.meta.url)))
}

/** No rows where the file is not there. */
export function rowsOf(file: string): Row[] {
  if (!existsSync(file)) return []
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, index) => [name, (cells[index] ?? '').trim()]))
  })
}
