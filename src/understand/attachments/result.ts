/** Shapes an answer about one file: cleans and caps its text, and says in words why there is none. */
import type { AttachmentKind, AttachmentState, AttachmentText, TextTable } from '#model/attachment'

/** Longest text kept; the longest real document met has a tenth of it. */
export const MAX_TEXT = 2_000_000
const MAX_TABLES = 200
const MAX_ROWS = 5000
const MAX_CELLS = 200
/** Kinds whose pictures we cannot see. */
const OLD_OFFICE: ReadonlySet<AttachmentKind> = new Set(['doc', 'xls', 'rtf', 'ppt'])

export function readText(
  kind: AttachmentKind,
  raw: string,
  tables: readonly TextTable[] = [],
): AttachmentText {
  const lines = raw.split(/\r\n|[\r\n\u2028\f\v]/).map(cleanLine)
  const text = lines
    .filter((line, i) => line !== '' || lines[i - 1] !== '')
    .join('\n')
    .trim()
  const kept = tables
    .slice(0, MAX_TABLES)
    .map((table) =>
      table
        .slice(0, MAX_ROWS)
        .map((row) =>
          row.slice(0, MAX_CELLS).map((cell) => (cell === null ? null : cleanCell(cell))),
        ),
    )
  if (text === '' && kept.every((table) => table.every((row) => row.every((cell) => !cell)))) {
    const guess = OLD_OFFICE.has(kind) ? '可能是空文件，也可能全是图片' : '可能全是图片'
    return nothing(kind, 'no-text-layer', `文件可以打开，但没有取得到文字（${guess}）`)
  }
  return {
    kind,
    state: 'text',
    because: `按文件头认作 ${kind}，取得 ${text.length} 字`,
    text: text.slice(0, MAX_TEXT),
    tables: kept,
    truncated: text.length > MAX_TEXT || tables.length > MAX_TABLES,
  }
}

/** For who has looked for pictures and the like too: there is neither text nor anything else. */
export function asEmpty(found: AttachmentText): AttachmentText {
  return found.state === 'no-text-layer'
    ? nothing(found.kind, 'empty', '文件可以打开，里面是空的：没有文字，也没有图片')
    : found
}

export function nothing(
  kind: AttachmentKind,
  state: Exclude<AttachmentState, 'text'>,
  because: string,
): AttachmentText {
  return { kind, state, because, text: '', tables: [], truncated: false }
}

function cleanLine(line: string): string {
  return line.split('\t').map(cleanCell).join('\t').replace(/\t+$/, '')
}

function cleanCell(text: string): string {
  // Field codes and object marks of Word stand as control characters.
  return text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/[\p{Cc}\u200b\ufeff]/gu, '')
    .trim()
}
