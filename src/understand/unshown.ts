/**
 * Numbers of persons that a page carries and its main text, as far as it is kept, does not show: in comments, attributes,
 * options, data of scripts, boxes that are not displayed, or behind the end of what is kept of a long list. Only identity
 * numbers with all their check marks count, and only behind a word that says whose number it is or behind a name: systems
 * number their own things at such length too.
 */
import { isIdentityNumber } from '#base/mask'
import type { PageTree } from './tree.ts'

const LONG = /(?<![0-9A-Za-z])[1-8]\d{16}[\dXx](?![0-9A-Za-z])/g
/** How far before a number its name or label stands. */
const REACH = 120
const LABEL = /身份证|身份号码|证件号|公民身份|sfz|zjhm|id_?-?card|id_?-?no\b|cert_?no|identity/i
/** 张三 right before it, in a cell, a field or a list of its own. */
const NAME =
  /(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff·]{2,5}(?:["'”\s,，:：;；|=]|<[^<>]{0,40}>)+(?:\w{1,12}["'=:：\s]+)?$/
const MOST = 200

/** Each behind a label of ours. */
export function readUnshown({ source, flat }: PageTree, excerpt: string): readonly string[] {
  const found = new Map<string, string>()
  for (const { index, 0: number } of source.matchAll(LONG)) {
    if (found.has(number) || !isIdentityNumber(number) || excerpt.includes(number)) continue
    const shown = flat.indexOf(number)
    const before =
      shown >= 0
        ? flat.slice(Math.max(0, shown - REACH), shown)
        : source.slice(Math.max(0, index - REACH), index)
    const headed = shown >= 0 && LABEL.test(flat)
    if (!headed && !LABEL.test(before) && !NAME.test(before)) continue
    found.set(number, `身份证号：${number}`)
    if (found.size >= MOST) break
  }
  return [...found.values()]
}
