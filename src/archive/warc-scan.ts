/**
 * Walks the members of one WARC file in order, without any index: for finding refs again, for the head of a run's
 * chain when a run goes on, and for verification. Knows where records begin and end; what they ought to be is
 * decided by the callers.
 */
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import { parseRecord, readMember, type WarcRecord } from './warc-record.ts'

/** Bytes read at a time; grows while one member does not fit. */
const WINDOW_BYTES = 256 * 1024
/** No member is longer than this, whatever lies in the file. */
const MEMBER_BYTES = 512 * 1024 * 1024

export interface ScannedMember {
  readonly ref: RecordRef
  /** The member as it lies in the file. */
  readonly bytes: Buffer
  readonly record: WarcRecord
}

/**
 * Every whole record of an open file from `from` on. Returns the offset of an incomplete or foreign tail, null when
 * the file ends with a whole record. `file` is the archive-relative name put into the refs.
 */
export async function* members(
  handle: FileHandle,
  file: string,
  from = 0,
): AsyncGenerator<ScannedMember, number | null> {
  const { size } = await handle.stat()
  let offset = from
  let window = WINDOW_BYTES
  while (offset < size) {
    const data = Buffer.allocUnsafe(Math.min(window, size - offset))
    const { bytesRead } = await handle.read(data, 0, data.length, offset)
    if (bytesRead < data.length) return offset
    let at = 0
    for (;;) {
      const member = at < data.length ? readMember(data, at) : null
      const record = member && parseRecord(member.content)
      if (!member || !record) break
      const ref = { file, offset: offset + at, length: member.length }
      yield { ref, bytes: data.subarray(at, at + member.length), record }
      at += member.length
    }
    if (at === 0) {
      if (offset + data.length >= size || window >= MEMBER_BYTES) return offset
      window *= 4
      continue
    }
    offset += at
    window = WINDOW_BYTES
  }
  return null
}

/** Archive-relative names of a run's files, in the order they were written; [] when it has none. */
export async function filesOf(dir: string, run: string): Promise<readonly string[]> {
  const names = await readdir(join(dir, run)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  return names
    .filter((name) => name.endsWith('.warc.gz'))
    .sort()
    .map((name) => `${run}/${name}`)
}

/** Digest of the last whole member that a run has; null when it has none. */
export async function lastHead(dir: string, run: string): Promise<string | null> {
  for (const file of [...(await filesOf(dir, run))].reverse()) {
    const handle = await open(join(dir, file), 'r')
    try {
      let last: Buffer | null = null
      for await (const { bytes } of members(handle, file)) last = bytes
      if (last !== null) return sha256(last)
    } finally {
      await handle.close()
    }
  }
  return null
}

export function damaged(ref: RecordRef, what: string, cause?: unknown): AppError {
  return new AppError(
    'archive-damaged',
    `存档记录读不出：${ref.file} 第 ${ref.offset} 字节起（${what}）。请从备份恢复存档目录。`,
    { ...(cause === undefined ? {} : { cause }), context: { ...ref, because: what } },
  )
}
