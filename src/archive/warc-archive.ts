/**
 * The archive on disk: one folder a run, append-only `.warc.gz` files in it. Decides file names, order of writing
 * and durability; the form of a record is warc-record's. A file is never reopened for writing: a process that
 * resumes a run begins the next file, so the torn tail of a killed process harms nothing behind it.
 */
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeContent } from '#base/content-coding'
import { AppError } from '#base/errors'
import type { RecordRef } from '#model/capture'
import type { Archive, ArchivedBody, Exchange } from '#model/ports'
import {
  exchangeMembers,
  parseRecord,
  parseResponse,
  readMember,
  warcinfoMember,
} from './warc-record.ts'

/** A new file is begun beyond this many bytes. */
const FILE_BYTES = 1_000_000_000
/** No decoded body read back is larger than this, whatever a record claims. */
const READ_BYTES = 64 * 1024 * 1024
/** Read handles kept open. */
const OPEN_FILES = 16

interface OpenFile {
  readonly name: string
  readonly handle: FileHandle
  size: number
  dirty: boolean
}

function archiveError(cause: unknown, action: string, path: string): AppError {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  const context = { path, code }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'disk-full',
      `存档目录所在磁盘已满，${action} ${path} 失败。已存的内容完好；腾出空间后用 --resume 继续。`,
      { cause, context },
    )
  }
  return new AppError(
    'output-unwritable',
    `存档无法写入：${action} ${path} 失败（${code ?? String(cause)}）。请检查目录权限，或用 --archive 换一个目录。`,
    { cause, context },
  )
}

class WarcArchive implements Archive {
  readonly #dir: string
  readonly #software: string
  readonly #writing = new Map<string, OpenFile>()
  readonly #reading = new Map<string, FileHandle>()
  /** Appends one after the other: offsets follow from what was written before. */
  #tail: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(dir: string, software: string) {
    this.#dir = dir
    this.#software = software
  }

  append(exchange: Exchange): Promise<RecordRef> {
    const done = this.#tail.then(() => this.#append(exchange))
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #append(exchange: Exchange): Promise<RecordRef> {
    if (this.#closed) throw new AppError('internal', '存档已关闭，不能再写入。')
    const members = exchangeMembers(exchange)
    const file = await this.#fileFor(exchange.run, exchange.at)
    const offset = file.size
    await this.#write(file, Buffer.concat([members.response, members.request]))
    return { file: file.name, offset, length: members.response.length }
  }

  async #write(file: OpenFile, data: Buffer): Promise<void> {
    let done = 0
    try {
      while (done < data.length) {
        const { bytesWritten } = await file.handle.write(
          data,
          done,
          data.length - done,
          file.size + done,
        )
        done += bytesWritten
      }
    } catch (cause) {
      // Half a member stays behind; cut it off so that the file remains a clean run of members.
      await file.handle.truncate(file.size).catch(() => undefined)
      throw archiveError(cause, '写入', join(this.#dir, file.name))
    }
    file.size += data.length
    file.dirty = true
  }

  async #fileFor(run: string, at: number): Promise<OpenFile> {
    const current = this.#writing.get(run)
    if (current && current.size < FILE_BYTES) return current
    if (current) await this.#finish(run, current)
    const folder = join(this.#dir, run)
    try {
      await mkdir(folder, { recursive: true })
      let number = (await readdir(folder)).filter((name) => name.endsWith('.warc.gz')).length
      for (;;) {
        const base = `${run}-${String(number).padStart(5, '0')}.warc.gz`
        const handle = await open(join(folder, base), 'wx').catch(
          (cause: NodeJS.ErrnoException) => {
            if (cause.code === 'EEXIST') return null
            throw cause
          },
        )
        if (handle === null) {
          number += 1
          continue
        }
        const file: OpenFile = { name: `${run}/${base}`, handle, size: 0, dirty: false }
        this.#writing.set(run, file)
        await this.#write(file, warcinfoMember(base, run, this.#software, at))
        return file
      }
    } catch (cause) {
      throw cause instanceof AppError ? cause : archiveError(cause, '建立', folder)
    }
  }

  async #finish(run: string, file: OpenFile): Promise<void> {
    this.#writing.delete(run)
    try {
      if (file.dirty) await file.handle.datasync()
    } finally {
      await file.handle.close()
    }
  }

  async read(ref: RecordRef): Promise<ArchivedBody> {
    const data = Buffer.allocUnsafe(ref.length)
    let got = 0
    try {
      const handle = await this.#reader(ref.file)
      got = (await handle.read(data, 0, ref.length, ref.offset)).bytesRead
    } catch (cause) {
      throw damaged(ref, '文件读不到', cause)
    }
    const member = got === ref.length ? readMember(data, 0) : null
    const record = member && parseRecord(member.content)
    const response = record && parseResponse(record.block)
    if (!record || !response) throw damaged(ref, '记录不完整')
    const encoding = response.headers.find(([name]) => name.toLowerCase() === 'content-encoding')
    const kept = Number(record.headers.get('mingcha-decoded-bytes') ?? READ_BYTES)
    const { body } = await decodeContent(response.body, encoding?.[1] ?? null, kept)
    const url = record.headers.get('warc-target-uri') ?? ''
    return { url, status: response.status, headers: response.headers, body }
  }

  async #reader(file: string): Promise<FileHandle> {
    const known = this.#reading.get(file)
    if (known) return known
    const handle = await open(join(this.#dir, file), 'r')
    const oldest = this.#reading.keys().next()
    if (this.#reading.size >= OPEN_FILES && !oldest.done) {
      const evicted = this.#reading.get(oldest.value)
      this.#reading.delete(oldest.value)
      await evicted?.close()
    }
    this.#reading.set(file, handle)
    return handle
  }

  sync(): Promise<void> {
    const done = this.#tail.then(async () => {
      for (const file of this.#writing.values()) {
        if (!file.dirty) continue
        file.dirty = false
        try {
          await file.handle.datasync()
        } catch (cause) {
          throw archiveError(cause, '落盘', join(this.#dir, file.name))
        }
      }
    })
    this.#tail = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#tail
    this.#closed = true
    for (const [run, file] of [...this.#writing]) await this.#finish(run, file)
    for (const handle of this.#reading.values()) await handle.close()
    this.#reading.clear()
  }
}

function damaged(ref: RecordRef, what: string, cause?: unknown): AppError {
  return new AppError(
    'archive-damaged',
    `存档记录读不出：${ref.file} 第 ${ref.offset} 字节起（${what}）。请从备份恢复存档目录。`,
    { ...(cause === undefined ? {} : { cause }), context: { ...ref } },
  )
}

/**
 * Opens (or will create on first append) the archive under `dir`. `software` names the writing program in
 * warcinfo records.
 * @throws AppError disk-full, output-unwritable on writing; archive-damaged on reading
 */
export function openArchive(dir: string, software = 'Mingcha'): Archive {
  return new WarcArchive(dir, software)
}

export interface IndexedRecord {
  readonly ref: RecordRef
  readonly type: string
  readonly url: string | null
  readonly captureId: string | null
}

/**
 * Finds all whole records of one file again by scanning it. `file` is the archive-relative name put into the refs.
 * `tornAt` is the offset of an incomplete or foreign tail, null when the file ends cleanly.
 * @throws AppError archive-damaged when the file cannot be read at all
 */
export async function indexWarc(
  dir: string,
  file: string,
): Promise<{ records: readonly IndexedRecord[]; tornAt: number | null }> {
  const records: IndexedRecord[] = []
  let handle: FileHandle
  try {
    handle = await open(join(dir, file), 'r')
  } catch (cause) {
    throw damaged({ file, offset: 0, length: 0 }, '文件读不到', cause)
  }
  try {
    const { size } = await handle.stat()
    let offset = 0
    let window = 256 * 1024
    while (offset < size) {
      const data = Buffer.allocUnsafe(Math.min(window, size - offset))
      await handle.read(data, 0, data.length, offset)
      let at = 0
      for (;;) {
        const member = at < data.length ? readMember(data, at) : null
        const record = member && parseRecord(member.content)
        if (!member || !record) break
        records.push({
          ref: { file, offset: offset + at, length: member.length },
          type: record.headers.get('warc-type') ?? '',
          url: record.headers.get('warc-target-uri') ?? null,
          captureId: record.headers.get('mingcha-capture') ?? null,
        })
        at += member.length
      }
      if (at === 0) {
        if (offset + data.length >= size) return { records, tornAt: offset }
        window *= 4
        continue
      }
      offset += at
      window = 256 * 1024
    }
    return { records, tornAt: null }
  } finally {
    await handle.close()
  }
}
