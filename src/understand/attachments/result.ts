/** Shapes an answer about one file: cleans and caps its text, and says in words why there is none. */
import type { AttachmentKind, AttachmentState, AttachmentText, TextTable } from '#model/attachment'

/** Longest text kept; the longest real document met has a tenth of it. */
export const MAX_TEXT = 2_000_000
const MAX_TABLES = 200
const MAX_ROWS = 5000
const MAX_CELLS = 200
/**
 * Radicals of their own code points (U+2E80–2EFF) that are whole characters; those of U+2F00–2FD5 Unicode itself unifies.
 * PDF writers that go from glyph back to code point (Skia's among them) print `⼯作`, `⼈⺠` for 工作, 人民.
 */
const RADICALS = new Map(
  [
    ...'⺁厂⺇几⺊卜⺎兀⺒巳⺝月⺟母⺠民⺪疋⺬示⺻聿⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', character = '']) => [radical, character] as const),
)
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
    .replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g, (one) => RADICALS.get(one) ?? one.normalize('NFKC'))
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/[\p{Cc}\u200b\ufeff]/gu, '')
    .trim()
}
