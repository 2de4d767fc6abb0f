/**
 * A page reading as the store keeps it: what rows are chosen by beside all of it, packed. Who gathers pages before they are
 * stored holds these: a `Page`'s words are parts of its whole source text, which would stay in memory with them.
 */
import { pack, unpack } from '#base/packed'
import { passingUtf8 } from '#base/utf8'
import type { CivilDay, Page, PageKind } from './page.ts'

export interface KeptPage {
  readonly kind: PageKind
  readonly title: string | null
  readonly publishedOn: CivilDay | null
  readonly textHash: string
  /** All of the reading. */
  readonly packed: Uint8Array
}

/** What readings taken over unread were unpacked from: they are kept again as they stand. */
const unpacked = new WeakMap<Page, Uint8Array>()

/** A text that is no part of another one. */
const apart = (text: string): string => passingUtf8(text).toString('utf8')

export function keepPage(page: Page): KeptPage {
  return {
    kind: page.kind.value,
    title: page.title === null ? null : apart(page.title),
    publishedOn: page.publishedOn?.value ?? null,
    textHash: page.textHash,
    packed: unpacked.get(page) ?? pack(page),
  }
}

export function pageOf(packed: Uint8Array): Page {
  const page = unpack(packed) as Page
  unpacked.set(page, packed)
  return page
}
