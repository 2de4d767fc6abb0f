/**
 * Rich text, which offices save under .doc: its running text, with table cells and paragraphs kept apart. Reads the few
 * control words that carry text (characters by number or by the code page, breaks) and skips groups that are no text.
 */
import iconv from 'iconv-lite'
import type { AttachmentText } from '#model/attachment'
import { readText } from './result.ts'

/** Groups whose content is no text of the document. */
const NO_TEXT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|datastore|listtable|generator)$/
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  cell: '\t',
  tab: '\t',
}
/** Chinese Windows, where a file names no code page. */
const CODE_PAGE = 936
/** Code pages of Japanese, Chinese and Korean: a byte from 0x81 on opens a character of two. */
const DOUBLE_BYTE: ReadonlySet<number> = new Set([932, 936, 949, 950])
/** Deeper groups are read as if they ended: a file made to exhaust us. */
const MAX_DEPTH = 500

interface Group {
  readonly silent: boolean
  /** Characters that stand in for one given by number. */
  readonly fallback: number
}

export function readRtf(bytes: Uint8Array): AttachmentText {
  return readText('rtf', rtfText(new TextDecoder('latin1').decode(bytes)))
}

/** The bytes end in the first half of a character of two bytes. */
function awaitsSecond(coded: readonly number[], page: number): boolean {
  if (!DOUBLE_BYTE.has(page)) return false
  let open = false
  for (const byte of coded) open = open ? false : byte > 0x80
  return open
}

/** Text of an RTF source given as one character a byte. */
export function rtfText(source: string): string {
  const stack: Group[] = []
  let group: Group = { silent: false, fallback: 1 }
  let page = CODE_PAGE
  let out = ''
  let coded: number[] = []
  let skip = 0
  const flush = (): void => {
    if (coded.length === 0) return
    const name = iconv.encodingExists(`cp${page}`) ? `cp${page}` : `cp${CODE_PAGE}`
    if (!group.silent) out += iconv.decode(Buffer.from(coded), name)
    coded = []
  }
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi
  for (const [, word, number, hex, symbol, brace, text] of source.matchAll(token)) {
    let plain = text
    if (hex !== undefined) {
      if (skip > 0) skip -= 1
      else coded.push(Number.parseInt(hex, 16))
      continue
    }
    // The second byte of a character below 0x80 is written as it is: `\'e9F`, `\'d5\\`.
    if (awaitsSecond(coded, page)) {
      const second = plain ?? (symbol !== undefined && /[\\{}]/.test(symbol) ? symbol : '')
      if (second !== '') {
        coded.push(second.charCodeAt(0))
        if (plain === undefined) continue
        plain = plain.slice(1)
        if (plain === '') continue
      }
    }
    flush()
    if (brace === '{') {
      if (stack.length < MAX_DEPTH) stack.push(group)
    } else if (brace === '}') {
      group = stack.pop() ?? group
      skip = 0
    } else if (word !== undefined) {
      const value = number === undefined ? 0 : Number(number)
      if (word === 'u') {
        if (!group.silent) out += String.fromCharCode(value & 0xffff)
        skip = group.fallback
      } else if (word === 'uc') group = { ...group, fallback: value }
      else if (word === 'ansicpg' && value > 0) page = value
      else if (NO_TEXT.test(word)) group = { ...group, silent: true }
      else if (!group.silent) out += BREAKS[word] ?? ''
    } else if (symbol === '*') group = { ...group, silent: true }
    else if (symbol !== undefined) {
      if (skip > 0) skip -= 1
      else if (!group.silent && /[\\{}]/.test(symbol)) out += symbol
    } else if (plain !== undefined) {
      const rest = plain.slice(skip)
      skip = Math.max(0, skip - plain.length)
      if (!group.silent) out += rest
    }
  }
  flush()
  return out
}
