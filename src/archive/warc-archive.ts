/**
 * The archive on disk: one folder a run, append-only `.warc.gz` files in it. Decides file names, order of writing,
 * durability, the chain of records and which bodies are kept once; the form of a record is warc-record's. A file is
 * never reopened for writing: a process that resumes a run begins the next file, so the torn tail of a killed
 * process harms nothing behind it.
 */
import { type FileHandle, mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import type { Archive, ArchivedBody, BodyIndex, Exchange, RawRecord, SeenBody } from '#model/ports'
import { bodyOf, type Held, rawRecord, readHeld } from './reading.ts'
import { exchangeMembers, placeReferredTo, warcinfoMember } from './warc-record.ts'
import { damaged, lastHead, members } from './warc-scan.ts'

/** A new file is begun beyond this many bytes. */
const FILE_BYTES = 1_000_000_000
/** A smaller body takes less room than a record that refers to it. */
const REVISIT_BYTES = 512
/** Records gather to this many bytes before they go to the file in one write. */
const WRITE_BYTES = 256 * 1024
/** Read handles kept open. */
const OPEN_FILES = 16

interface OpenFile {
  readonly name: string
  readonly handle: FileHandle
  /** With what has not been written yet. */
  size: number
  dirty: boolean
  /** Digest of the run's last member: what the next one names. */
  head: string
  pending: Buffer[]
  pendingBytes: number
}

function archiveError(cause: unknown, action: string, path: string): AppError {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  const context = { path, code }
  // EFBIG: a limit set on the size of files.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new AppError(
      'disk-full',
      `存档目录所在磁盘已满（或文件大小、配额受限），${action} ${path} 失败。已存的内容完好；腾出空间后用 --resume 继续。`,
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
  readonly #index: BodyIndex
  /** Bodies kept whole since the last sync, by run and digest. */
  readonly #fresh = new Map<string, Map<string, SeenBody>>()
  /** Bytes of files written by others (earlier runs and processes). */
  readonly #sizes = new Map<string, number>()
  readonly #writing = new Map<string, OpenFile>()
  readonly #reading = new Map<string, Promise<FileHandle>>()
  /** Appends one after the other: offsets follow from what was written before. */
  #tail: Promise<unknown> = Promise.resolve()
  #closed = false
  /** The write that failed: places given out for what it was to keep are void, so nothing may build on them. */
  #fault: unknown = null

  constructor(dir: string, software: string, index: BodyIndex) {
    this.#dir = dir
    this.#software = software
    this.#index = index
  }

  append(exchange: Exchange): Promise<RecordRef> {
    const done = this.#tail.then(() => this.#append(exchange))
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #append(exchange: Exchange): Promise<RecordRef> {
    if (this.#closed) throw new AppError('internal', '存档已关闭，不能再写入。')
    if (this.#fault !== null) throw this.#fault
    const { run, url, at } = exchange
    const file = await this.#fileFor(run, at)
    const digest = exchange.rawSha256 ?? sha256(exchange.rawBody)
    const large = exchange.rawBody.length >= REVISIT_BYTES
    const seen = large ? await this.#seen(run, digest) : null
    const made = exchangeMembers(exchange, digest, file.head, seen)
    const place = { file: file.name, offset: file.size, length: made.response.length }
    await this.#write(file, Buffer.concat([made.response, made.request]))
    file.head = made.head
    if (large && !seen) {
      const fresh = this.#fresh.get(run) ?? new Map<string, SeenBody>()
      fresh.set(digest, { digest, ref: place, recordId: made.recordId, url, at })
      this.#fresh.set(run, fresh)
    }
    return { ...place, head: made.head }
  }

  /** Where the body lies already, provided that the file is still there. */
  async #seen(run: string, digest: string): Promise<SeenBody | null> {
    const fresh = this.#fresh.get(run)?.get(digest)
    if (fresh) return fresh
    const known = this.#index.seenBody(run, digest)
    return known && (await this.#holds(known.ref)) ? known : null
  }

  async #holds({ file, offset, length }: RecordRef): Promise<boolean> {
    for (const own of this.#writing.values()) if (own.name === file) return true
    let size = this.#sizes.get(file)
    if (size === undefined) {
      size = await stat(join(this.#dir, file)).then(
        (info) => info.size,
        () => 0,
      )
      this.#sizes.set(file, size)
    }
    return offset + length <= size
  }

  async #write(file: OpenFile, data: Buffer): Promise<void> {
    file.pending.push(data)
    file.pendingBytes += data.length
    file.size += data.length
    file.dirty = true
    if (file.pendingBytes >= WRITE_BYTES) await this.#writeOut(file)
  }

  /** Brings what has gathered to the file. */
  async #writeOut(file: OpenFile): Promise<void> {
    if (file.pendingBytes === 0) return
    const data = Buffer.concat(file.pending)
    const from = file.size - data.length
    let done = 0
    try {
      while (done < data.length) {
        const { bytesWritten } = await file.handle.write(
          data,
          done,
          data.length - done,
          from + done,
        )
        done += bytesWritten
      }
    } catch (cause) {
      // Half a member stays behind; cut it off so that the file remains a clean run of members.
      await file.handle.truncate(from).catch(() => undefined)
      throw this.#failed(archiveError(cause, '写入', join(this.#dir, file.name)))
    } finally {
      file.pending = []
      file.pendingBytes = 0
    }
  }

  #failed(fault: AppError): AppError {
    this.#fault = fault
    this.#fresh.clear()
    return fault
  }

  /** A disk that is full may say so only now; what it then kept of the file is not known. */
  async #makeDurable(file: OpenFile): Promise<void> {
    if (!file.dirty) return
    try {
      await file.handle.datasync()
    } catch (cause) {
      throw this.#failed(archiveError(cause, '落盘', join(this.#dir, file.name)))
    }
    file.dirty = false
  }

  async #fileFor(run: string, at: number): Promise<OpenFile> {
    const current = this.#writing.get(run)
    if (current && current.size < FILE_BYTES) return current
    if (current) await this.#finish(run, current)
    const folder = join(this.#dir, run)
    try {
      await mkdir(folder, { recursive: true })
      const previous = current?.head ?? (await lastHead(this.#dir, run))
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
        const info = warcinfoMember(base, run, this.#software, at, previous)
        const name = `${run}/${base}`
        const file: OpenFile = {
          name,
          handle,
          size: 0,
          dirty: false,
          head: sha256(info),
          pending: [],
          pendingBytes: 0,
        }
        await this.#write(file, info).catch(async (cause: unknown) => {
          await handle.close()
          throw cause
        })
        this.#writing.set(run, file)
        return file
      }
    } catch (cause) {
      throw cause instanceof AppError ? cause : archiveError(cause, '建立', folder)
    }
  }

  async #finish(run: string, file: OpenFile): Promise<void> {
    try {
      if (this.#fault === null) await this.#writeOut(file)
      await this.#makeDurable(file)
    } finally {
      // Not before: who reads a record of this file meanwhile has to wait until it is written.
      this.#writing.delete(run)
      await file.handle.close()
    }
  }

  async read(ref: RecordRef): Promise<ArchivedBody> {
    return bodyOf(await this.#held(ref), (place) => this.#held(place))
  }

  async #held(ref: RecordRef): Promise<Held> {
    await this.#written(ref.file)
    try {
      return await readHeld(await this.#reader(ref.file), ref)
    } catch (cause) {
      throw cause instanceof AppError ? cause : damaged(ref, '文件读不到', cause)
    }
  }

  /** What is asked for may wait to be written. */
  async #written(name: string): Promise<void> {
    const file = [...this.#writing.values()].find((one) => one.name === name)
    if (file === undefined || file.pendingBytes === 0) return
    const done = this.#tail.then(() => this.#writeOut(file))
    this.#tail = done.catch(() => undefined)
    await done
  }

  async records(ref: RecordRef): Promise<readonly RawRecord[]> {
    const { record } = await this.#held(ref)
    const found: RawRecord[] = []
    // An exchange is a response (or revisit) and the request behind it.
    const handle = await open(join(this.#dir, ref.file), 'r')
    try {
      for await (const one of members(handle, ref.file, ref.offset)) {
        if (found.length > 0 && one.record.headers.get('warc-type') !== 'request') break
        found.push(rawRecord(one))
        if (found.length === 2) break
      }
    } finally {
      await handle.close()
    }
    const place = placeReferredTo(record)
    return place === null ? found : [...found, ...(await this.records(place))]
  }

  /** One handle a file, however many ask for it at the same time. */
  #reader(file: string): Promise<FileHandle> {
    const known = this.#reading.get(file)
    if (known) return known
    const opening = open(join(this.#dir, file), 'r')
    opening.catch(() => this.#reading.delete(file))
    const oldest = this.#reading.keys().next()
    if (this.#reading.size >= OPEN_FILES && !oldest.done) {
      const evicted = this.#reading.get(oldest.value)
      this.#reading.delete(oldest.value)
      void evicted?.then((handle) => handle.close()).catch(() => undefined)
    }
    this.#reading.set(file, opening)
    return opening
  }

  sync(): Promise<void> {
    const done = this.#tail.then(async () => {
      if (this.#fault !== null) throw this.#fault
      for (const file of this.#writing.values()) {
        await this.#writeOut(file)
        await this.#makeDurable(file)
      }
      // Only what is durable may be referred to by later runs.
      for (const [run, bodies] of this.#fresh) this.#index.saveBodies(run, [...bodies.values()])
      this.#fresh.clear()
    })
    this.#tail = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    if (this.#closed) return
    const faults: unknown[] = []
    this.#tail = this.#tail.then(async () => {
      this.#closed = true
      for (const [run, file] of [...this.#writing]) {
        await this.#finish(run, file).catch((fault: unknown) => faults.push(fault))
      }
    })
    await this.#tail
    for (const opening of this.#reading.values()) {
      await opening.then((handle) => handle.close()).catch(() => undefined)
    }
    this.#reading.clear()
    if (faults.length > 0) throw faults[0]
  }
}

/** For an archive without a store: what this process wrote is known to it. */
function ownMemory(): BodyIndex {
  const known = new Map<string, SeenBody>()
  return {
    seenBody: (run, digest) => known.get(`${run} ${digest}`) ?? null,
    saveBodies(run, bodies) {
      for (const body of bodies) known.set(`${run} ${body.digest}`, body)
    },
  }
}

/**
 * Opens (or will create on first append) the archive under `dir`. `software` names the writing program in
 * warcinfo records; `index` knows the bodies that earlier runs and processes archived.
 * @throws AppError disk-full, output-unwritable on writing; archive-damaged on reading
 */
export function openArchive(
  dir: string,
  software = 'Mingcha',
  index: BodyIndex = ownMemory(),
): Archive {
  return new WarcArchive(dir, software, index)
}
