/**
 * Address of an element that leads somewhere: plain href, a readable script call (`window.open('…')`,
 * `location.href='…'`, `javascript:go('…')`) or what a script is to open (`data-href`). Only literal addresses are taken; nothing is executed or guessed.
 */
import { resolveUrl, withoutSession } from '#base/url'
import type { El } from './tree.ts'

export interface Target {
  readonly url: string
  readonly how: 'href' | 'script'
}

/** One literal address inside a script fragment; bounded, so hostile attributes cost little. */
const CALL =
  /(?:window\.open|open\w{0,12}|\w{0,12}[dD]etail\w{0,8}|location(?:\.href)?(?:\.replace|\.assign)?|goto?|jump\w{0,12}|to(?:Url|Page)\w{0,8})\s*[(=]\s*['"]([^'"\s<>]{1,500})['"]/i
/** `queryArticleByCondition(this, '…-2.shtml')`: pagers of the eportal systems (Liaoning type, the central bank). */
const PAGED = /queryArticleByCondition\(\s*this\s*,\s*['"]([^'"\s<>]{1,500})['"]/
const ADDRESS_LIKE =
  /^(https?:)?\/\/|^\.{0,2}\/|\.(s?html?|jsp|aspx?|php|do|action|pdf|docx?|xlsx?|wps|ofd|zip|rar)([?#]|$)|^\?/i

/** First literal address that a script fragment opens, absolute, or null. */
export function addressInScript(code: string, base: string): string | null {
  const head = code.slice(0, 4000)
  const found = CALL.exec(head) ?? PAGED.exec(head)
  const target = found?.[1]
  if (target === undefined || !ADDRESS_LIKE.test(target)) return null
  return openable(target, base)
}

/** A session id says who asks, not what for: the address is the one without it, on every page the same. */
function openable(address: string, base: string): string | null {
  const url = resolveUrl(address, base)
  return url === null ? null : (withoutSession(url) ?? url)
}

/**
 * Where following the element leads, or null when its markup does not say. Several readers ask for the same element with
 * its page's one base: the first answer is kept.
 */
export function targetOf(el: El, base: string): Target | null {
  if (el.target === undefined) el.target = readTarget(el.attrs, base)
  return el.target
}

/** As `targetOf`, from attributes alone. */
export function readTarget(attrs: El['attrs'], base: string): Target | null {
  const href = attrs.href?.trim() ?? ''
  if (href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href)) {
    const url = openable(href, base)
    if (url !== null) return { url, how: 'href' }
    return null
  }
  const written = attrs['data-href'] ?? ''
  if (ADDRESS_LIKE.test(written)) {
    const url = resolveUrl(written, base)
    if (url !== null) return { url, how: 'script' }
  }
  for (const code of [href, attrs.onclick ?? '']) {
    if (code.length < 8) continue
    const url = addressInScript(code, base)
    if (url !== null) return { url, how: 'script' }
  }
  return null
}

/** Base address of the document: its `<base href>`, else its own address. */
export function baseOf(els: readonly El[], url: string): string {
  for (const el of els) {
    if (el.tag === 'base' && el.attrs.href) return resolveUrl(el.attrs.href, url) ?? url
    if (el.tag === 'body') break
  }
  return url
}

const NOWHERE =
  /^\s*(?:#|javascript:\s*(?:void\s*\(?\s*0?\s*\)?)?\s*;?\s*(?:return\s+false;?)?)?\s*$/i
/** What changes how a link looks and not what it does. */
const IDLE = new Set(['href', 'target', 'title', 'style', 'rel'])

/** It leads nowhere, and has no name by which a script might find it. */
export function isInert({ attrs, parent }: El): boolean {
  return (
    NOWHERE.test(attrs.href ?? 'x') &&
    Object.keys(attrs).every((name) => IDLE.has(name)) &&
    parent?.attrs.onclick === undefined
  )
}
