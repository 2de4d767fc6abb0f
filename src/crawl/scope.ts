/**
 * What an address is: attachment, trap. Decides by the address alone; whose it is says model/scope, whether and when to
 * visit is decided elsewhere.
 */
import { extensionOf } from '#base/url'
import { NOTHING_PATH } from '#model/capture'

const ATTACHMENTS = new Set(
  'pdf doc docx wps xls xlsx et ppt pptx dps ofd ceb txt rtf csv zip rar 7z tar gz tgz apk exe mp3 mp4 wav wma wmv avi flv mov mpg mpeg m4a rm rmvb swf jpg jpeg png gif bmp tif tiff webp svg ico'.split(
    ' ',
  ),
)
export function isAttachment(url: string): boolean {
  return ATTACHMENTS.has(extensionOf(url))
}

const MAX_LENGTH = 1_000
const MAX_SEGMENTS = 20
const CALENDAR_PARAM = /^(?:date|day|month|year|rq|riqi|nian|yue|ri|calendar|cal|yyyy|mm|ym|ymd)$/i
/** Query variants of one path that brought a text seen before, after which the others are left alone. */
const VARIANT_LIMIT = 20
/** Different dates asked of one page before the rest counts as an endless calendar. */
const CALENDAR_LIMIT = 60

/** Endless address spaces, recognised by form and by count. One instance a run. */
export class TrapWatch {
  readonly #calendars = new Map<string, number>()
  /** Path → texts its query variants brought, and how often one came again. */
  readonly #variants = new Map<string, { readonly texts: Set<string>; again: number }>()

  /** What an address with a query brought; `textHash` of its main text. */
  note(address: string, textHash: string): void {
    const key = queriedPath(address)
    if (key === null) return
    const known = this.#variants.get(key) ?? { texts: new Set<string>(), again: 0 }
    if (known.texts.has(textHash)) known.again += 1
    else known.texts.add(textHash)
    this.#variants.set(key, known)
  }

  /** Chinese reason when the query variants of this address's path keep bringing the same texts, else null. */
  repeats(address: string): string | null {
    const key = queriedPath(address)
    const known = key === null ? undefined : this.#variants.get(key)
    if (!known || known.again < VARIANT_LIMIT || known.again <= known.texts.size) return null
    return `同一路径换查询参数已 ${known.again} 次得到相同正文，疑似参数陷阱`
  }

  /** Chinese reason when the address is a trap, else null. Counts calendar addresses as they come. */
  reason(address: string): string | null {
    if (address.length > MAX_LENGTH) return `地址过长（${address.length} 字符）`
    const url = new URL(address)
    const segments = url.pathname.split('/').filter((part) => part !== '')
    if (segments.length > MAX_SEGMENTS) return `路径层级过多（${segments.length} 级）`
    const repeated = repeatedSegment(segments)
    if (repeated !== null) return `路径反复出现“${repeated}”，疑似相对链接循环`
    const names = url.search === '' ? [] : [...url.searchParams.keys()]
    if (names.some((name) => CALENDAR_PARAM.test(name))) {
      const key = `${url.host}${url.pathname}`
      const count = (this.#calendars.get(key) ?? 0) + 1
      this.#calendars.set(key, count)
      if (count > CALENDAR_LIMIT) return `同一页面的日期参数超过 ${CALENDAR_LIMIT} 种，疑似日历陷阱`
    }
    return null
  }
}

/** Host and path of an address with a query; null without one. */
function queriedPath(address: string): string | null {
  const cut = address.indexOf('?')
  return cut === -1 ? null : address.slice(address.indexOf('//') + 2, cut)
}

/** A segment that stands three times, or a pair that follows itself twice: relative links that nest for ever. */
function repeatedSegment(segments: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1
    // Short numbers repeat lawfully (`/2023/5/5/…`, `/0/0/0/`).
    if (count >= 3 && !/^\d{1,4}$/.test(segment)) return segment
    counts.set(segment, count)
  }
  return null
}

/** Address on the origin of `url` that cannot exist. */
export function nothingProbe(url: string, token: string): string {
  return `${new URL(url).origin}${NOTHING_PATH}${token}.html`
}
