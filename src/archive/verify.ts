/**
 * Whether a run's archive is what was written: every record whole, every link of the chain holding, every body as its
 * digest says, and every capture of the store where the store says. Stops at a run's first bad record and names it.
 * What the store expects is given by the caller; nothing is mended.
 */
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import { bodyOf, type Held, readHeld } from './reading.ts'
import { SCREENS } from './screenshots.ts'
import { damaged, filesOf, members, type ScannedMember } from './warc-scan.ts'

/** What the store knows of a capture. */
export interface ExpectedRecord {
  readonly ref: RecordRef
  /** Hex sha256 of the decoded body. */
  readonly sha256: string
}

export interface VerifiedRun {
  readonly records: number
  readonly bytes: number
  /** Captures of the store found as the store says. */
  readonly confirmed: number
  /** The first bad record; null when all is well. `offset` is in bytes; Chinese `because`. */
  readonly damage: {
    readonly file: string
    readonly offset: number
    readonly because: string
  } | null
  /** Chinese; no damage: what a killed process left behind, records older than the chain. */
  readonly remarks: readonly string[]
}

export interface VerifyOptions {
  readonly signal: AbortSignal
  onProgress?(bytes: number): void
}

/** Null when `signal` stopped it. */
export async function verifyRun(
  dir: string,
  run: string,
  expected: Iterable<ExpectedRecord>,
  options: VerifyOptions,
): Promise<VerifiedRun | null> {
  const walk = new Walk(dir, options)
  try {
    await walk.run(run, expected)
    return options.signal.aborted ? null : walk.result(null)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'archive-damaged') throw error
    const { file, offset } = error.context
    const because = typeof error.context.because === 'string' ? error.context.because : ''
    return walk.result({ file: String(file), offset: Number(offset), because })
  } finally {
    await walk.close()
  }
}

class Walk {
  readonly #dir: string
  readonly #options: VerifyOptions
  readonly #handles = new Map<string, FileHandle>()
  readonly #remarks: string[] = []
  #records = 0
  #bytes = 0
  #confirmed = 0
  /** Digest of the member before. */
  #head: string | null = null
  #unchained = 0
  #chained = false

  constructor(dir: string, options: VerifyOptions) {
    this.#dir = dir
    this.#options = options
  }

  result(damage: VerifiedRun['damage']): VerifiedRun {
    const remarks = [...this.#remarks]
    if (this.#unchained > 0) {
      remarks.push(`${this.#unchained} 条记录写于有校验链之前的版本，只核对了各自的校验值`)
    }
    const confirmed = this.#confirmed
    return { records: this.#records, bytes: this.#bytes, confirmed, damage, remarks }
  }

  async close(): Promise<void> {
    for (const handle of this.#handles.values()) await handle.close()
  }

  async run(run: string, expected: Iterable<ExpectedRecord>): Promise<void> {
    const wanted = new Map<string, Map<number, ExpectedRecord[]>>()
    for (const one of expected) {
      const file = wanted.get(one.ref.file) ?? new Map<number, ExpectedRecord[]>()
      file.set(one.ref.offset, [...(file.get(one.ref.offset) ?? []), one])
      wanted.set(one.ref.file, file)
    }
    for (const file of await filesOf(this.#dir, run)) {
      await this.#file(file, wanted.get(file) ?? new Map())
      wanted.delete(file)
      if (this.#options.signal.aborted) return
    }
    // Captures that rest on what an earlier run archived; a file that is gone is noticed here too.
    for (const places of wanted.values()) {
      for (const ones of places.values()) {
        for (const one of ones) {
          if (this.#options.signal.aborted) return
          this.#confirm(one, await this.#body(await this.#held(one.ref)))
        }
      }
    }
  }

  async #file(file: string, wanted: Map<number, ExpectedRecord[]>): Promise<void> {
    const found = members(await this.#handle(file), file)
    let due: ExpectedRecord[] = []
    for (;;) {
      if (this.#options.signal.aborted) return
      const step = await found.next()
      if (step.done) {
        this.#end(file, step.value, [...due, ...[...wanted.values()].flat()])
        return
      }
      const digest = sha256(step.value.bytes)
      const body = await this.#member(step.value)
      // The head that the store holds is the digest of the exchange's last member: the one after the response.
      for (const { ref } of due) {
        if (ref.head !== digest) {
          throw damaged(ref, '与数据库所记的校验链不符，这条记录或它之前的内容被改过')
        }
      }
      const { offset } = step.value.ref
      const here = wanted.get(offset) ?? []
      for (const one of here) {
        if (one.ref.length !== step.value.ref.length) throw damaged(one.ref, '长度与数据库所记不符')
        this.#confirm(one, body)
      }
      due = here.filter((one) => one.ref.head !== undefined)
      wanted.delete(offset)
      this.#head = digest
      this.#records += 1
      this.#bytes += step.value.ref.length
      this.#options.onProgress?.(this.#bytes)
    }
  }

  #end(file: string, tornAt: number | null, missing: readonly ExpectedRecord[]): void {
    const first = missing.toSorted((a, b) => a.ref.offset - b.ref.offset)[0]
    if (first) throw damaged(first.ref, '数据库里有这条记录，存档里没有完整的')
    if (tornAt === null) return
    this.#remarks.push(
      `${file} 第 ${tornAt} 字节起是不完整的尾部（写入时被中止留下），没有结果引用它`,
    )
  }

  /** What a record says of itself: its link to the one before, and its body. */
  async #member(member: ScannedMember): Promise<Uint8Array | null> {
    const { ref, record } = member
    const link = record.headers.get('mingcha-previous-digest')
    if (link === undefined) {
      // Only the very first record of a run has none; what was written before there was a chain has none at all.
      if (this.#chained) throw damaged(ref, '缺少校验链字段')
      if (this.#head !== null) this.#unchained += 1
    } else if (link !== `sha256:${this.#head}`) {
      throw damaged(ref, '与前一条记录接不上，中间有记录被改、被删或被插入')
    } else this.#chained = true
    const type = record.headers.get('warc-type')
    return type === 'response' || type === 'revisit' ? this.#body(member) : null
  }

  async #body(held: Held): Promise<Uint8Array> {
    return (await bodyOf(held, (place) => this.#held(place))).body
  }

  #confirm(one: ExpectedRecord, body: Uint8Array | null): void {
    if (body === null || sha256(body) !== one.sha256) {
      throw damaged(one.ref, '内容与数据库所记的校验值不符')
    }
    this.#confirmed += 1
  }

  async #held(ref: RecordRef): Promise<Held> {
    return readHeld(await this.#handle(ref.file, ref), ref)
  }

  async #handle(file: string, wanted?: RecordRef): Promise<FileHandle> {
    const known = this.#handles.get(file)
    if (known) return known
    try {
      const handle = await open(join(this.#dir, file), 'r')
      this.#handles.set(file, handle)
      return handle
    } catch (cause) {
      throw damaged(wanted ?? { file, offset: 0, length: 0 }, '文件读不到', cause)
    }
  }
}

/** Names of pictures whose content is not what their name (its sha256) says, and how many there are in all. */
export async function verifyPictures(
  dir: string,
  signal: AbortSignal,
): Promise<{ readonly pictures: number; readonly damaged: readonly string[] }> {
  const folder = join(dir, SCREENS)
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  const pictures = names.filter((name) => /^[0-9a-f]{64}\.jpg$/.test(name))
  const wrong: string[] = []
  for (const name of pictures) {
    if (signal.aborted) break
    if (`${sha256(await readFile(join(folder, name)))}.jpg` !== name) wrong.push(name)
  }
  return { pictures: pictures.length, damaged: wrong }
}
