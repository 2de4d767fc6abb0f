/**
 * Shares of the kinds of letters (咨询占45%、投诉占30%、建议占35%), in words, in tables and in the words of a chart: together more
 * than the whole, or less where the rest (其他) is among them.
 */
import { squash } from '#base/text'
import type { Page } from '#model/page'

export interface WrongShares {
  /** As printed. */
  readonly words: string
  readonly total: string
}

const KIND =
  '(?:咨询|投诉|建议|求助|举报|表扬|感谢|意见|反映|诉求|申诉|纠错|求决|其他|其它)(?:建议|求助|求决|投诉|举报)?'
const SHARE = new RegExp(
  `(${KIND})(?:类|件|问题|信件|来信|留言)*[^，。；、%％\\n\\d率]{0,6}(?:\\d+\\s*[件条封][，,、（(]?)?[^，。；、%％\\n\\d率]{0,6}?(\\d{1,3}(?:\\.\\d+)?)\\s?[%％]`,
  'g',
)
const REST = /其[他它]/
/** Between two shares of one whole. */
const APART = /其中|[。；;]/
const MOST_BETWEEN = 16
const LEAST_KINDS = 3
/** Rounding of as many figures explains less. */
const OVER = 101
const UNDER = 98.5

export function wrongShares({ text, pictures }: Page): WrongShares | null {
  const told = [text.excerpt, ...(pictures ?? []).flatMap(({ alt }) => alt ?? [])]
  return told.map(inWords).find((one) => one !== null) ?? null
}

function inWords(text: string): WrongShares | null {
  const groups: RegExpExecArray[][] = []
  for (const match of text.matchAll(SHARE)) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const end = before === undefined ? 0 : before.index + before[0].length
    const between = text.slice(end, match.index)
    if (last !== undefined && between.length <= MOST_BETWEEN && !APART.test(between))
      last.push(match)
    else groups.push([match])
  }
  for (const group of groups) {
    const kinds = group.map(([, kind = '']) => kind)
    const [first, last] = [group[0], group.at(-1)]
    if (first === undefined || last === undefined || kinds.length < LEAST_KINDS) continue
    if (new Set(kinds).size < kinds.length) continue
    const total = group.reduce((sum, one) => sum + Number(one[2]), 0)
    const isShort = total < UNDER && kinds.some((kind) => REST.test(kind))
    if (total <= OVER && !isShort) continue
    const words = squash(text.slice(first.index, last.index + last[0].length))
    return { words, total: String(Math.round(total * 10) / 10) }
  }
  return null
}
