/**
 * An evidence pack: WACZ 1.1.1, a zip (stored, not compressed) around WARC records with their index, the list of
 * pages and the digests of all files, as replay programs open it. Which records and pages belong in it, and whether
 * they may leave the house, is decided by the caller. https://specs.webrecorder.net/wacz/1.1.1/
 */
import { type Zippable, zipSync } from 'fflate'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { RawRecord } from '#model/ports'

export interface WaczPage {
  readonly id: string
  /** Address under which the index has the record. */
  readonly url: string
  /** Instant, epoch milliseconds. */
  readonly at: number
  readonly title: string
}

export interface WaczInput {
  readonly title: string
  readonly description: string
  readonly software: string
  /** Instant, epoch milliseconds. */
  readonly createdAt: number
  /** The member that opens the WARC file. */
  readonly warcinfo: Uint8Array
  readonly records: readonly RawRecord[]
  readonly pages: readonly WaczPage[]
  /** Further files by their path in the pack. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Further facts for datapackage.json. */
  readonly facts: Readonly<Record<string, unknown>>
}

const WARC = 'evidence.warc.gz'
/** What fits a zip without its 64-bit form, with room to spare. */
const MOST_BYTES = 2_000_000_000

/** @throws AppError usage when the records are too many for one pack */
export function waczBytes(input: WaczInput): Uint8Array {
  const files = new Map<string, Uint8Array>([
    [`archive/${WARC}`, Buffer.concat([input.warcinfo, ...input.records.map((one) => one.member)])],
    ['indexes/index.cdxj', Buffer.from(indexOf(input))],
    ['pages/pages.jsonl', Buffer.from(pagesOf(input.pages))],
    ...input.files,
  ])
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  if (total > MOST_BYTES) {
    throw new AppError(
      'usage',
      `证据共 ${(total / 1e9).toFixed(1)} GB，一个证据包装不下（最多 2 GB）。请用 --agency、--run 或 --finding 分开导出。`,
    )
  }
  const manifest = Buffer.from(`${JSON.stringify(packageOf(input, files), null, 2)}\n`)
  const digest = { path: 'datapackage.json', hash: `sha256:${sha256(manifest)}` }
  files.set('datapackage.json', manifest)
  files.set('datapackage-digest.json', Buffer.from(`${JSON.stringify(digest, null, 2)}\n`))
  const zipped: Zippable = {}
  for (const [path, data] of files) zipped[path] = data
  return zipSync(zipped, { level: 0, mtime: input.createdAt })
}

function packageOf(input: WaczInput, files: ReadonlyMap<string, Uint8Array>): object {
  const first = input.pages[0]
  const created = new Date(input.createdAt).toISOString()
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: input.title,
    description: input.description,
    software: input.software,
    created,
    modified: created,
    ...(first ? { mainPageUrl: first.url, mainPageDate: new Date(first.at).toISOString() } : {}),
    resources: [...files].map(([path, data]) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      hash: `sha256:${sha256(data)}`,
      bytes: data.length,
    })),
    ...input.facts,
  }
}

function pagesOf(pages: readonly WaczPage[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }
  const rows = pages.map(({ id, url, at, title }) => {
    return { id, url, ts: new Date(at).toISOString(), title }
  })
  return [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** CDXJ: one line a response or revisit, sorted by bytes. */
function indexOf({ warcinfo, records }: WaczInput): string {
  let offset = warcinfo.length
  const lines: string[] = []
  for (const [i, record] of records.entries()) {
    const { length } = record.member
    if (record.type !== 'request') {
      const posted = postedWith(record, records[i + 1])
      const entry = {
        url: record.url,
        mime: record.type === 'revisit' ? 'warc/revisit' : mediaType(record.contentType),
        status: String(record.status ?? ''),
        digest: record.payloadDigest ?? '',
        length: String(length),
        offset: String(offset),
        filename: WARC,
        ...(posted === null ? {} : { method: 'POST', requestBody: posted }),
      }
      const stamp = record.date.replace(/\.\d+/, '').replace(/\D/g, '')
      lines.push(`${searchKey(keyOf(record.url, posted))} ${stamp} ${JSON.stringify(entry)}\n`)
    }
    offset += length
  }
  return lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join('')
}

/** What the request behind an answer sent by POST, as the words of a query; null for every other answer. */
function postedWith(answer: RawRecord, next: RawRecord | undefined): string | null {
  if (next?.type !== 'request' || next.url !== answer.url || next.posted === null) return null
  try {
    const fields = Object.entries(JSON.parse(next.posted) as Record<string, unknown>)
    return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString()
  } catch {
    return next.posted
  }
}

/** Replay programs look answers to a POST up under its words. */
function keyOf(url: string, posted: string | null): string {
  if (posted === null) return url
  return `${url}${url.includes('?') ? '&' : '?'}__wb_method=POST&${posted}`
}

const mediaType = (contentType: string | null): string =>
  contentType?.split(';')[0]?.trim().toLowerCase() || 'unk'

/** The address turned round (SURT), so that what belongs together stands together: `cn,gov,a)/x?y`. */
export function searchKey(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol)) return address
  const host = url.hostname.replace(/^www\d*\./, '')
  const turned = /^[\d.]+$|^\[/.test(host) ? host : host.split('.').reverse().join(',')
  const port = url.port === '' ? '' : `:${url.port}`
  const query = url.search === '' ? '' : `?${url.search.slice(1).split('&').sort().join('&')}`
  return `${turned}${port})${url.pathname}${query}`.toLowerCase()
}
