/**
 * Windows that a page opens by itself as soon as it is read (弹窗): `window.open('…')` in code that runs at once, when the page
 * is loaded or after some time, not in answer to a click. What stands in them is another page.
 */
import { clip, squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { PageFurniture } from '#model/page'
import type { PageTree, Script } from './tree.ts'

type Popup = NonNullable<PageFurniture['popups']>[number]

const CALL =
  /(?<![\w$.])(?:(?:window|self|top|parent)\s*\.\s*)?open\s*\(\s*(['"])([^'"\s]{2,300})\1[^)]{0,200}\)?/g
/** Longer scripts are libraries. */
const LONGEST_CODE = 20_000
const MOST = 3
/** What is written before a function that runs without anybody's doing. */
const BY_ITSELF =
  /(?:onload\s*=|\.ready\s*\(|(?:^|[^\w$])(?:\$|jQuery)\s*\(|(?:DOMContentLoaded|load)['"]\s*,|set(?:Timeout|Interval)\s*\(|^|[;{}]|(?:^|[^\w$)\]\s])\s*[(!])\s*(?:async\s*)?$/

export function readPopups(tree: PageTree, base: string): readonly Popup[] {
  const onLoad = tree.els.find(({ tag }) => tag === 'body')
  const loaded = onLoad?.attrs.onload ?? ''
  const found: Popup[] = []
  const add = (words: string, address: string, at: Popup['at']): void => {
    const url = resolveUrl(address, base)
    if (url !== null) found.push({ quote: clip(squash(words), 60), at, url })
  }
  if (onLoad !== undefined)
    for (const one of loaded.matchAll(CALL)) add(one[0], one[2] ?? '', [onLoad.start, onLoad.from])
  for (const script of tree.scripts) {
    if (script.src !== '' || script.code.length > LONGEST_CODE || !/open\s*\(/.test(script.code))
      continue
    for (const one of script.code.matchAll(CALL))
      if (runsByItself(tree.scripts, script.code, one.index, loaded))
        add(one[0], one[2] ?? '', script.at)
  }
  return found.slice(0, MOST)
}

interface Scope {
  readonly name: string | null
  /** What is written before it. */
  readonly before: string
}

const FUNCTION = /(?:function\s*([\w$]*)\s*\([^()]*\)|\([^()]*\)\s*=>|([\w$]+)\s*=>)\s*$/

/** The functions that a place of the code stands in, the outermost first. */
function scopesAt(code: string, place: number): readonly Scope[] {
  const stack: (Scope | null)[] = []
  for (let at = 0; at < place; at += 1) {
    if (code[at] === '{') {
      const head = code.slice(Math.max(0, at - 160), at)
      const made = FUNCTION.exec(head)
      stack.push(
        made === null
          ? null
          : { name: made[1] || null, before: head.slice(0, made.index).trimEnd() },
      )
    } else if (code[at] === '}') stack.pop()
  }
  return stack.filter((one): one is Scope => one !== null)
}

function runsByItself(
  scripts: readonly Script[],
  code: string,
  place: number,
  loaded: string,
): boolean {
  // A question first, or something that a visitor does.
  if (/confirm\s*\([^)]*\)\s*\)?\s*\{?\s*$/.test(code.slice(Math.max(0, place - 120), place)))
    return false
  return scopesAt(code, place).every(({ name, before }) =>
    name === null ? BY_ITSELF.test(before) : isCalled(scripts, name, loaded),
  )
}

/** Called by code outside of all functions, by a timer, or when the page is loaded. */
function isCalled(scripts: readonly Script[], name: string, loaded: string): boolean {
  const called = new RegExp(
    `(?<![\\w$.]|function\\s)${name.replace(/\$/g, '\\$')}\\s*(?:\\(|[,;]|$)`,
    'g',
  )
  if (called.test(loaded)) return true
  return scripts.some(
    ({ code, src }) =>
      src === '' &&
      code.length <= LONGEST_CODE &&
      [...code.matchAll(called)].some(({ index }) => {
        const before = code.slice(Math.max(0, index - 40), index)
        const isRun = /(?:set(?:Timeout|Interval)\s*\(\s*['"]?|onload\s*=\s*|^|[;{}\n)]\s*)$/.test(
          before,
        )
        return (
          isRun &&
          scopesAt(code, index).every((one) => one.name === null && BY_ITSELF.test(one.before))
        )
      }),
  )
}
