/** Files of a zip by path, with how each is stored; rejects a broken zip. */
import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'

export interface Unzipped {
  readonly bytes: Buffer
  /** 0: as it is. */
  readonly method: number
}

export function unzip(zip: Uint8Array): Promise<ReadonlyMap<string, Unzipped>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, file) => {
      if (error) return reject(error)
      const found = new Map<string, Unzipped>()
      file.on('error', reject)
      file.on('end', () => resolve(found))
      file.on('entry', (entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          buffer(stream).then((bytes) => {
            found.set(entry.fileName, { bytes, method: entry.compressionMethod })
            file.readEntry()
          }, reject)
        })
      })
      file.readEntry()
    })
  })
}
