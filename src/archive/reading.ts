/**
 * From a record's place to what it says: the whole member, its HTTP message, the decoded body; a revisit record is
 * followed to the record that holds its body. Opens no files; which record is wanted is the caller's.
 */
import type { FileHandle } from 'node:fs/promises'
import { decodeContent } from '#base/content-coding'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import type { ArchivedBody, RawRecord } from '#model/ports'
import {
  parseRecord,
  parseResponse,
  placeReferredTo,
  readMember,
  type WarcRecord,
} from './warc-record.ts'
import { damaged, type ScannedMember } from './warc-scan.ts'

/** No decoded body read back is larger than this, whatever a record claims. */
const READ_BYTES = 64 * 1024 * 1024

/** A record in hand. */
export interface Held {
  readonly ref: RecordRef
  readonly record: WarcRecord
}

/** @throws AppError archive-damaged when no whole record of this length lies there */
export async function readHeld(handle: FileHandle, ref: RecordRef): Promise<Held> {
  const data = Buffer.allocUnsafe(ref.length)
  const { bytesRead } = await handle.read(data, 0, ref.length, ref.offset)
  const member = bytesRead === ref.length ? readMember(data, 0) : null
  const record = member?.length === ref.length ? parseRecord(member.content) : null
  if (!record) throw damaged(ref, '记录不完整')
  return { ref, record }
}

/** Bytes of the body before content decoding, checked against the digest that the record names. */
async function payloadOf(
  { ref, record }: Held,
  own: Buffer,
  at: (place: RecordRef) => Promise<Held>,
): Promise<Buffer> {
  let payload = own
  const place = placeReferredTo(record)
  if (place !== null) {
    const target = await at(place)
    const response = parseResponse(target.record.block)
    if (!response) throw damaged(place, '不是应答记录')
    payload = response.body
  }
  const digest = record.headers.get('warc-payload-digest')
  if (digest !== undefined && digest !== `sha256:${sha256(payload)}`) {
    throw damaged(place ?? ref, '内容与记录的校验值不符')
  }
  return payload
}

/** `at` gives the record at another place, for bodies kept once. */
export async function bodyOf(
  held: Held,
  at: (place: RecordRef) => Promise<Held>,
): Promise<ArchivedBody> {
  const { ref, record } = held
  const response = parseResponse(record.block)
  if (!response) throw damaged(ref, '不是应答记录')
  const { status, headers } = response
  const raw = await payloadOf(held, response.body, at)
  const encoding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')
  const kept = Number(record.headers.get('mingcha-decoded-bytes') ?? READ_BYTES)
  const { body } = await decodeContent(raw, encoding?.[1] ?? null, kept)
  return { url: record.headers.get('warc-target-uri') ?? '', status, headers, body }
}

export function rawRecord({ ref, bytes, record }: ScannedMember): RawRecord {
  const field = (name: string): string => record.headers.get(name) ?? ''
  const response = field('warc-type') === 'request' ? null : parseResponse(record.block)
  const type = response?.headers.find(([name]) => name.toLowerCase() === 'content-type')
  return {
    ref,
    posted: field('warc-type') === 'request' ? postedIn(record.block) : null,
    type: field('warc-type'),
    url: field('warc-target-uri'),
    date: field('warc-date'),
    payloadDigest: record.headers.get('warc-payload-digest') ?? null,
    status: response?.status ?? null,
    contentType: type?.[1] ?? null,
    member: bytes,
  }
}

function postedIn(block: Buffer): string | null {
  const border = block.indexOf('\r\n\r\n')
  const isPost = block.subarray(0, 5).toString('latin1') === 'POST '
  return isPost && border >= 0 ? block.subarray(border + 4).toString('utf8') : null
}
