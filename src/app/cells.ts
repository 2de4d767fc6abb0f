/** How wide text is on a terminal, and tables made of it: Chinese characters take two cells. */

/** Terminal cells that the text takes. */
export function cellsOf(text: string): number {
  let used = 0
  for (const char of text) used += char.charCodeAt(0) > 0x2e7f ? 2 : 1
  return used
}

/** The longest beginning of the text that fits into so many cells. */
export function cutTo(text: string, cells: number): string {
  let used = 0
  let out = ''
  for (const char of text) {
    used += cellsOf(char)
    if (used > cells) return out
    out += char
  }
  return out
}

export type TableRow = readonly (string | number)[]

/** A line a row, columns below each other, two cells between them. */
export function aligned(rows: readonly TableRow[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, cellsOf(String(cell)))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const text = String(cell)
        const isLast = column === row.length - 1
        return isLast ? text : text + ' '.repeat((widths[column] ?? 0) - cellsOf(text) + 2)
      })
      .join(''),
  )
}
