/**
 * Entries of a ZIP under limits: how many, how large once inflated, how many times larger than packed. Real bytes are
 * counted while inflating, because headers may lie. Names without the UTF-8 mark are read as GB18030.
 */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

const MAX_ENTRIES = 2000
const MAX_ENTRY_BYTES = 32 * 1024 * 1024
const MAX_TOTAL_BYTES = 96 * 1024 * 1024
const MAX_RATIO = 200
/** Small entries may shrink well and still do no harm. */
const RATIO_FROM = 1024 * 1024
const UTF8_NAME = 0x800
const ENCRYPTED = 0x1

export class ZipLimit extends Error {}

export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  bytes(): Promise<Uint8Array>
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[]
  close(): void
}

/** Throws `ZipLimit` beyond the limits, and the library's errors for what is no ZIP. */
export async function openZip(bytes: Uint8Array): Promise<OpenZip> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const
    fromBuffer(Buffer.from(bytes), options, (error, opened) =>
      error ? reject(error) : resolve(opened),
    )
  })
  const budget = { left: MAX_TOTAL_BYTES }
  const entries: ZipEntry[] = []
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      if (entries.length === MAX_ENTRIES) {
        reject(new ZipLimit(`压缩包内超过 ${MAX_ENTRIES} 个文件`))
        return
      }
      const name = nameOf(entry)
      if (!name.endsWith('/')) {
        const encrypted = (entry.generalPurposeBitFlag & ENCRYPTED) !== 0
        entries.push({ name, encrypted, bytes: () => inflate(file, entry, budget) })
      }
      file.readEntry()
    })
    file.on('end', resolve)
    file.on('error', reject)
    file.readEntry()
  })
  return { entries, close: () => file.close() }
}

/** With `decodeStrings: false` the library hands the raw bytes of the name over. */
function nameOf(entry: Entry): string {
  const raw: unknown = entry.fileName
  const bytes = raw instanceof Uint8Array ? raw : Buffer.from(String(raw))
  const utf8 = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0
  return new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes).replaceAll('\\', '/')
}

function inflate(file: ZipFile, entry: Entry, budget: { left: number }): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const cap = Math.min(MAX_ENTRY_BYTES, budget.left)
    if (entry.uncompressedSize > cap) {
      reject(new ZipLimit('压缩包内的文件解开后过大'))
      return
    }
    file.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        budget.left -= chunk.length
        const bomb = size > RATIO_FROM && size > entry.compressedSize * MAX_RATIO
        if (size > cap || bomb)
          stream.destroy(new ZipLimit(bomb ? '压缩比异常' : '压缩包解开后过大'))
        else chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
