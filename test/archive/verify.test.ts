/** What was tampered with shows: every kind of change to an archive is found, and an untouched one is well. */
import { appendFile, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExpectedRecord, verifyPictures, verifyRun } from '#archive/verify'
import { openArchive } from '#archive/warc-archive'
import { members } from '#archive/warc-scan'
import { sha256 } from '#base/hash'
import type { Exchange } from '#model/ports'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingcha-verify-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const signal = new AbortController().signal
const bodyOf = (i: number): Buffer => Buffer.from(`<p>第 ${i} 页</p>`.repeat(40))

function exchange(i: number, over: Partial<Exchange> = {}): Exchange {
  return {
    captureId: `c${i}`,
    run: 'r',
    url: `http://a.test/${i}`,
    at: Date.UTC(2026, 0, 2),
    remoteAddress: '127.0.0.1',
    requestLine: `GET /${i} HTTP/1.1`,
    requestHeaders: [],
    statusLine: 'HTTP/1.1 200 OK',
    responseHeaders: [['Content-Type', 'text/html']],
    rawBody: bodyOf(i),
    truncated: false,
    ...over,
  }
}

/** `from` … `to` - 1 appended by a process of its own. */
async function written(from: number, to: number): Promise<ExpectedRecord[]> {
  const archive = openArchive(dir)
  const expected: ExpectedRecord[] = []
  for (let i = from; i < to; i += 1) {
    expected.push({ ref: await archive.append(exchange(i)), sha256: sha256(bodyOf(i)) })
  }
  await archive.close()
  return expected
}

/** The members of a file, one string of bytes each. */
async function membersOf(file: string): Promise<Buffer[]> {
  const handle = await open(join(dir, file), 'r')
  const found: Buffer[] = []
  try {
    for await (const { bytes } of members(handle, file)) found.push(bytes)
  } finally {
    await handle.close()
  }
  return found
}

const FILE = 'r/r-00000.warc.gz'
const verify = (expected: readonly ExpectedRecord[]) => verifyRun(dir, 'r', expected, { signal })

describe('an archive', () => {
  it('is well as written, over several processes and a torn tail', async () => {
    const first = await written(0, 5)
    await appendFile(join(dir, FILE), (await membersOf(FILE))[1]?.subarray(0, 100) ?? '')
    const second = await written(5, 8)
    const result = await verify([...first, ...second])
    expect(result).toMatchObject({ records: 18, confirmed: 8, damage: null })
    expect(result?.remarks).toEqual([expect.stringContaining('不完整的尾部')])
  })

  it('shows a record whose bytes were spoilt', async () => {
    const expected = await written(0, 3)
    const bytes = await readFile(join(dir, FILE))
    const at = (expected[1]?.ref.offset ?? 0) + 60
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    await writeFile(join(dir, FILE), bytes)
    expect((await verify(expected))?.damage).toMatchObject({
      file: FILE,
      offset: expected[1]?.ref.offset,
    })
  })

  it('shows a request that was rewritten whole, as nothing but the chain can', async () => {
    const expected = await written(0, 3)
    const all = await membersOf(FILE)
    const rewrite = (at: number, from: string, to: string) => {
      const request = gunzipSync(all[at] ?? '').toString()
      expect(request).toContain(from)
      const forged = all.with(at, gzipSync(request.replace(from, to), { level: 1 }))
      return writeFile(join(dir, FILE), Buffer.concat(forged))
    }
    await rewrite(2, 'GET /0', 'GET /9')
    expect((await verify([]))?.damage?.because).toContain('接不上')
    // Of the last record only the store knows what it was.
    await rewrite(6, 'GET /2', 'GET /9')
    expect((await verify(expected))?.damage?.because).toContain('与数据库所记的校验链不符')
  })

  it('shows a record that was taken out or put in', async () => {
    const expected = await written(0, 4)
    const all = await membersOf(FILE)
    await writeFile(join(dir, FILE), Buffer.concat([...all.slice(0, 3), ...all.slice(5)]))
    expect((await verify([]))?.damage).not.toBeNull()
    expect((await verify(expected))?.damage).not.toBeNull()
    const [info, ...rest] = all
    await writeFile(
      join(dir, FILE),
      Buffer.concat([info, ...rest.slice(0, 2), ...rest].flatMap((one) => one ?? [])),
    )
    expect((await verify([]))?.damage).not.toBeNull()
  })

  it('shows records that changed places, within a file and between files', async () => {
    const first = await written(0, 3)
    const all = await membersOf(FILE)
    // Info, then response and request of each exchange: the exchanges 0 and 1 change places whole.
    const order = [0, 3, 4, 1, 2, 5, 6]
    await writeFile(join(dir, FILE), Buffer.concat(order.flatMap((at) => all[at] ?? [])))
    expect((await verify([]))?.damage?.because).toContain('接不上')
    expect((await verify(first))?.damage).not.toBeNull()
    await writeFile(join(dir, FILE), Buffer.concat(all))
    const second = await written(3, 5)
    expect((await verify([...first, ...second]))?.damage).toBeNull()
    const other = 'r/r-00001.warc.gz'
    const [one, two] = [await readFile(join(dir, FILE)), await readFile(join(dir, other))]
    await writeFile(join(dir, FILE), two)
    await writeFile(join(dir, other), one)
    expect((await verify([]))?.damage).not.toBeNull()
  })

  it('shows an end that was cut off, a file that is gone, a whole chain written anew', async () => {
    const expected = await written(0, 4)
    const whole = await readFile(join(dir, FILE))
    await truncate(join(dir, FILE), expected[3]?.ref.offset ?? 0)
    expect((await verify(expected))?.damage?.because).toContain('存档里没有完整的')
    await rm(join(dir, FILE))
    expect((await verify(expected))?.damage?.because).toContain('读不到')
    // The forger has the writer itself and keeps every body: only what the store holds gives it away.
    await writeFile(join(dir, FILE), whole)
    const forged = await written(0, 4).then(async () => {
      const other = await readFile(join(dir, 'r/r-00001.warc.gz'))
      await rm(join(dir, 'r/r-00001.warc.gz'))
      return other
    })
    await writeFile(join(dir, FILE), forged)
    expect((await verify(expected))?.damage).not.toBeNull()
  })

  it('shows a body that is not what the store knows', async () => {
    const expected = await written(0, 2)
    const [first, second] = expected
    if (!first || !second) throw new Error('fixture')
    const swapped = [
      { ...first, sha256: second.sha256 },
      { ...second, sha256: first.sha256 },
    ]
    expect((await verify(swapped))?.damage?.because).toContain('内容与数据库所记的校验值不符')
  })

  it('follows bodies kept once, also into earlier runs, and sees them spoilt there', async () => {
    const known = new Map<string, never>()
    const archive = openArchive(dir, 'x', {
      seenBody: (_run, digest) => known.get(digest) ?? null,
      saveBodies: (_run, bodies) => {
        for (const body of bodies) known.set(body.digest, body as never)
      },
    })
    await archive.append(exchange(0))
    await archive.sync()
    const ref = await archive.append(exchange(0, { run: 's', captureId: 'again' }))
    await archive.close()
    const expected = [{ ref, sha256: sha256(bodyOf(0)) }]
    const check = () => verifyRun(dir, 's', expected, { signal })
    expect(await check()).toMatchObject({ damage: null, confirmed: 1, records: 3 })
    await truncate(join(dir, FILE), 400)
    expect((await check())?.damage).toMatchObject({ file: FILE })
  })

  it('confirms captures that rest on what an earlier run archived, and sees when it is gone', async () => {
    const expected = await written(0, 2)
    const later = () => verifyRun(dir, 'later', expected, { signal })
    expect(await later()).toMatchObject({ records: 0, confirmed: 2, damage: null })
    await rm(join(dir, FILE))
    expect((await later())?.damage).toMatchObject({ file: FILE })
  })

  it('stops when told to', async () => {
    const expected = await written(0, 3)
    const stop = new AbortController()
    const verified = verifyRun(dir, 'r', expected, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(await verified).toBeNull()
  })
})

it('pictures are named by their content', async () => {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(dir, 'screens'))
  const good = `${sha256('good')}.jpg`
  const bad = `${sha256('bad')}.jpg`
  await writeFile(join(dir, 'screens', good), 'good')
  await writeFile(join(dir, 'screens', bad), 'touched up')
  expect(await verifyPictures(dir, signal)).toEqual({ pictures: 2, damaged: [bad] })
})
