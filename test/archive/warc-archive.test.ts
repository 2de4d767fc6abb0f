/** The archive writes WARC that others read, survives torn tails, and gives back what was received. */

import { randomBytes } from 'node:crypto'
import {
  appendFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  truncate,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WARCParser } from 'warcio'
import { openArchive } from '#archive/warc-archive'
import { members } from '#archive/warc-scan'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import type { Exchange } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { aRun, REGISTRY } from '../support/store-values.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingcha-archive-'))
})
afterEach(async () => {
  await rm(dir, { recursive: true, force: true })
})

function exchange(over: Partial<Exchange> = {}): Exchange {
  return {
    captureId: 'cap1',
    run: 'run1',
    url: 'http://a.test/页.html',
    at: Date.UTC(2026, 0, 2, 3, 4, 5),
    remoteAddress: '127.0.0.1',
    requestLine: 'GET /x HTTP/1.1',
    requestHeaders: [['host', 'a.test']],
    statusLine: 'HTTP/1.1 200 OK',
    responseHeaders: [['Content-Type', 'text/html; charset=gbk']],
    // 公开 in GBK: must come back byte for byte.
    rawBody: Uint8Array.from([0x3c, 0x70, 0x3e, 0xb9, 0xab, 0xbf, 0xaa]),
    truncated: false,
    ...over,
  }
}

async function scan(file: string) {
  const handle = await open(join(dir, file), 'r')
  try {
    const found = members(handle, file)
    const records: { ref: RecordRef; type: string; captureId: string | null }[] = []
    for (;;) {
      const step = await found.next()
      if (step.done) return { records, tornAt: step.value }
      const { headers } = step.value.record
      records.push({
        ref: step.value.ref,
        type: headers.get('warc-type') ?? '',
        captureId: headers.get('mingcha-capture') ?? null,
      })
    }
  } finally {
    await handle.close()
  }
}

async function parseAll(file: string) {
  const out: { type: string; uri: string; headers: Map<string, string>; payload: Buffer }[] = []
  const bytes = await readFile(file)
  const parser = new WARCParser(
    new ReadableStream({
      start(c) {
        c.enqueue(new Uint8Array(bytes))
        c.close()
      },
    }),
  )
  for await (const record of parser) {
    const payload = Buffer.from(await record.readFully(false))
    out.push({
      type: record.warcType ?? '',
      uri: record.warcTargetURI ?? '',
      headers: record.warcHeaders.headers as Map<string, string>,
      payload,
    })
  }
  return out
}

describe('archive', () => {
  it('gives back the bytes as received, and decoded where a coding was applied', async () => {
    const archive = openArchive(dir)
    const plain = Buffer.from('<html>政务公开</html>'.repeat(50))
    const codings: [string, Buffer][] = [
      ['gzip', gzipSync(plain)],
      ['br', brotliCompressSync(plain)],
      ['deflate', deflateRawSync(plain)],
      ['identity', plain],
    ]
    const gbk = await archive.append(exchange())
    expect((await archive.read(gbk)).body).toEqual(Buffer.from(exchange().rawBody))
    for (const [coding, rawBody] of codings) {
      const ref = await archive.append(
        exchange({ rawBody, responseHeaders: [['Content-Encoding', coding]] }),
      )
      const back = await archive.read(ref)
      expect(Buffer.from(back.body).toString()).toBe(plain.toString())
      expect(back).toMatchObject({ status: 200, url: 'http://a.test/页.html' })
    }
    await archive.close()
  })

  it('keeps the cut that a cap made, so that hashes match on reading', async () => {
    const archive = openArchive(dir)
    const rawBody = gzipSync(Buffer.alloc(100_000, 'a'))
    const ref = await archive.append(
      exchange({
        rawBody,
        truncated: true,
        decodedBytes: 1234,
        responseHeaders: [['content-encoding', 'gzip']],
      }),
    )
    expect((await archive.read(ref)).body.length).toBe(1234)
    await archive.close()
  })

  it('is read by warcio: warcinfo, response with digests, request tied to it', async () => {
    const archive = openArchive(dir, 'Mingcha/test')
    const raw = gzipSync('hello')
    await archive.append(
      exchange({
        rawBody: raw,
        responseHeaders: [
          ['Content-Encoding', 'gzip'],
          ['Transfer-Encoding', 'chunked'],
        ],
      }),
    )
    await archive.append(exchange({ captureId: 'cap2', statusLine: 'HTTP/1.1 404 Not Found' }))
    await archive.close()
    const [name] = await readdir(join(dir, 'run1'))
    const records = await parseAll(join(dir, 'run1', name ?? ''))
    expect(records.map((r) => r.type)).toEqual([
      'warcinfo',
      'response',
      'request',
      'response',
      'request',
    ])
    const [info, response, request] = records
    expect(info?.payload.toString()).toContain('Mingcha/test')
    expect(response?.headers.get('WARC-IP-Address')).toBe('127.0.0.1')
    expect(response?.headers.get('WARC-Payload-Digest')).toBe(`sha256:${sha256(raw)}`)
    expect(response?.headers.get('WARC-Date')).toBe('2026-01-02T03:04:05.000Z')
    expect(request?.headers.get('WARC-Concurrent-To')).toBe(response?.headers.get('WARC-Record-ID'))
    expect(response?.payload.equals(raw)).toBe(true)
  })

  it('finds the refs again by scanning', async () => {
    const archive = openArchive(dir)
    const refs = []
    for (let i = 0; i < 30; i += 1) {
      refs.push(
        await archive.append(exchange({ captureId: `c${i}`, rawBody: Buffer.alloc(i * 999, i) })),
      )
    }
    await archive.close()
    const file = refs[0]?.file ?? ''
    const { records, tornAt } = await scan(file)
    expect(tornAt).toBeNull()
    expect(records.filter((r) => r.type === 'response').map((r) => r.ref)).toEqual(
      refs.map(({ file, offset, length }) => ({ file, offset, length })),
    )
    expect(records.filter((r) => r.type === 'response').map((r) => r.captureId)).toEqual(
      refs.map((_, i) => `c${i}`),
    )
  })

  it('keeps a body once: the second record refers to the first and reads the same', async () => {
    const archive = openArchive(dir)
    const rawBody = gzipSync(randomBytes(8000))
    const responseHeaders: [string, string][] = [['Content-Encoding', 'gzip']]
    const first = await archive.append(exchange({ rawBody, responseHeaders }))
    const url = 'http://a.test/again'
    const again = await archive.append(
      exchange({ captureId: 'cap2', url, rawBody, responseHeaders, statusLine: 'HTTP/1.1 203 OK' }),
    )
    await archive.sync()
    const later = await archive.append(exchange({ captureId: 'cap3', rawBody, responseHeaders }))
    const other = await archive.append(exchange({ run: 'run2', rawBody, responseHeaders }))
    expect(again.length).toBeLessThan(first.length / 5)
    expect(later.length).toBeLessThan(first.length / 5)
    // Another portal's run, for all that this archive knows.
    expect(other.length).toBeGreaterThan(rawBody.length / 2)
    const original = await archive.read(first)
    const back = await archive.read(again)
    expect(back).toMatchObject({ url, status: 203 })
    expect(back.body).toEqual(original.body)
    const taken = await archive.records(again)
    expect(taken.map((r) => [r.type, r.url])).toEqual([
      ['revisit', url],
      ['request', url],
      ['response', 'http://a.test/页.html'],
      ['request', 'http://a.test/页.html'],
    ])
    expect((await archive.records(first)).map((r) => r.type)).toEqual(['response', 'request'])
    await archive.close()
    const records = await parseAll(join(dir, first.file))
    const revisit = records.find((r) => r.type === 'revisit')
    expect(revisit?.headers.get('WARC-Profile')).toMatch(/identical-payload-digest$/)
    expect(revisit?.headers.get('WARC-Payload-Digest')).toBe(`sha256:${sha256(rawBody)}`)
    expect(revisit?.headers.get('WARC-Refers-To')).toBe(records[1]?.headers.get('WARC-Record-ID'))
    expect(revisit?.headers.get('WARC-Refers-To-Target-URI')).toBe(
      records[1]?.headers.get('WARC-Target-URI'),
    )
    expect(revisit?.payload.length).toBe(0)
  })

  it('knows the bodies of earlier runs of the portal, as long as their files are there', async () => {
    const store = await openStore(':memory:')
    store.saveRegistry(REGISTRY)
    for (const id of ['a', 'b', 'c']) store.startRun(aRun(id))
    const rawBody = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 251))
    const inRun = async (run: string) => {
      const archive = openArchive(dir, 'x', store)
      const ref = await archive.append(exchange({ run, rawBody }))
      await archive.sync()
      const { body } = await archive.read(ref)
      await archive.close()
      expect(Buffer.from(body).equals(rawBody)).toBe(true)
      return ref
    }
    const first = await inRun('a')
    const second = await inRun('b')
    expect(store.seenBody('c', sha256(rawBody))?.ref).toEqual({
      file: first.file,
      offset: first.offset,
      length: first.length,
    })
    const archive = openArchive(dir, 'x', store)
    expect((await archive.records(second)).map((r) => r.ref.file)).toEqual([
      second.file,
      second.file,
      first.file,
      first.file,
    ])
    await archive.close()
    await rm(join(dir, first.file))
    const third = await inRun('c')
    expect(store.seenBody('c', sha256(rawBody))?.ref.file).toBe(third.file)
    store.close()
  })

  it('links every record to the one before it, over files and processes', async () => {
    const one = openArchive(dir)
    await one.append(exchange())
    const last = await one.append(exchange({ captureId: 'cap2' }))
    await one.close()
    const two = openArchive(dir)
    const next = await two.append(exchange({ captureId: 'cap3' }))
    await two.close()
    const [info, response] = await parseAll(join(dir, next.file))
    expect(info?.headers.get('Mingcha-Previous-Digest')).toBe(`sha256:${last.head}`)
    expect(response?.headers.get('Mingcha-Previous-Digest')).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('orders parallel appends and gives each its own place', async () => {
    const archive = openArchive(dir)
    const refs = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        archive.append(exchange({ url: `http://a.test/${i}`, rawBody: Buffer.from(`body ${i}`) })),
      ),
    )
    for (const [i, ref] of refs.entries()) {
      const back = await archive.read(ref)
      expect([back.url, Buffer.from(back.body).toString()]).toEqual([
        `http://a.test/${i}`,
        `body ${i}`,
      ])
    }
    await archive.close()
  })

  it('tolerates the torn tail of a killed process and goes on in the next file', async () => {
    const first = openArchive(dir)
    const kept = await first.append(exchange())
    const torn = await first.append(exchange({ captureId: 'lost' }))
    await first.close()
    const path = join(dir, kept.file)
    await truncate(path, torn.offset + torn.length - 5)

    const again = openArchive(dir)
    const next = await again.append(exchange({ captureId: 'cap3' }))
    expect(next.file).not.toBe(kept.file)
    expect((await again.read(kept)).status).toBe(200)
    expect((await again.read(next)).status).toBe(200)
    await expect(again.read(torn)).rejects.toMatchObject({ code: 'archive-damaged' })
    await again.close()
    const found = await scan(kept.file)
    expect(found.tornAt).toBe(torn.offset)
    expect(found.records.map((r) => r.captureId)).toEqual([null, 'cap1', 'cap1'])
  })

  it('names a record that was altered', async () => {
    const archive = openArchive(dir)
    const ref = await archive.append(exchange({ rawBody: Buffer.alloc(4000, 'x') }))
    await archive.sync()
    const handle = await open(join(dir, ref.file), 'r+')
    await handle.write(Buffer.from([0xff, 0xff, 0xff]), 0, 3, ref.offset + ref.length - 40)
    await handle.close()
    await expect(archive.read(ref)).rejects.toMatchObject({ code: 'archive-damaged' })
    await expect(archive.read({ ...ref, file: 'run1/none.warc.gz' })).rejects.toThrow(
      'none.warc.gz',
    )
    await archive.close()
  })

  it.skipIf(process.platform !== 'linux')(
    'leaves no file open when many read at once',
    async () => {
      const archive = openArchive(dir)
      const ref = await archive.append(exchange())
      await archive.sync()
      await Promise.all(Array.from({ length: 8 }, () => archive.read(ref)))
      await archive.close()
      const held = await Promise.all(
        (await readdir('/proc/self/fd')).map((fd) =>
          readlink(`/proc/self/fd/${fd}`).catch(() => ''),
        ),
      )
      expect(held.filter((path) => path.startsWith(dir))).toEqual([])
    },
  )

  it('ignores a foreign tail but reports it', async () => {
    const archive = openArchive(dir)
    const ref = await archive.append(exchange())
    await archive.close()
    const path = join(dir, ref.file)
    const { size } = await stat(path)
    await appendFile(path, 'not a member')
    expect((await scan(ref.file)).tornAt).toBe(size)
  })

  it('builds nothing on records that a full disk kept from the file', async () => {
    const archive = openArchive(dir)
    await archive.append(exchange({ captureId: 'kept' }))
    await archive.sync()
    await archive.append(exchange({ captureId: 'lost' }))
    const probe = await open(join(dir, 'probe'), 'w')
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const write = vi.spyOn(Object.getPrototypeOf(probe), 'write').mockRejectedValue(full)
    await expect(archive.sync()).rejects.toMatchObject({ code: 'disk-full' })
    write.mockRestore()
    await probe.close()
    await expect(archive.append(exchange())).rejects.toMatchObject({ code: 'disk-full' })
    await expect(archive.sync()).rejects.toMatchObject({ code: 'disk-full' })
    await archive.close()
    const [file = ''] = await readdir(join(dir, 'run1'))
    const { records } = await scan(`run1/${file}`)
    expect(records.filter(({ type }) => type === 'response').map((one) => one.captureId)).toEqual([
      'kept',
    ])
  })

  it('trusts nothing after a disk that says only when flushing that it is full', async () => {
    const saved: string[] = []
    const archive = openArchive(dir, 'Mingcha', {
      seenBody: () => null,
      saveBodies: (_run, bodies) => saved.push(...bodies.map((body) => body.digest)),
    })
    await archive.append(exchange({ rawBody: randomBytes(2_000) }))
    const probe = await open(join(dir, 'probe'), 'w')
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const flush = vi.spyOn(Object.getPrototypeOf(probe), 'datasync').mockRejectedValueOnce(full)
    await expect(archive.sync()).rejects.toMatchObject({ code: 'disk-full' })
    flush.mockRestore()
    await probe.close()
    await expect(archive.sync()).rejects.toMatchObject({ code: 'disk-full' })
    await expect(archive.append(exchange())).rejects.toMatchObject({ code: 'disk-full' })
    expect(saved).toEqual([])
    await archive.close()
  })

  it('tells a full disk while closing as such, with every file closed', async () => {
    const archive = openArchive(dir)
    await archive.append(exchange())
    const ref = await archive.append(exchange({ run: 'run2' }))
    const probe = await open(join(dir, 'probe'), 'w')
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const flush = vi.spyOn(Object.getPrototypeOf(probe), 'datasync').mockRejectedValueOnce(full)
    const closing = archive.close()
    const read = archive.read(ref).then(
      ({ body }) => body.length,
      () => null,
    )
    await expect(closing).rejects.toMatchObject({ code: 'disk-full' })
    await read
    flush.mockRestore()
    await probe.close()
    const held = await Promise.all(
      (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
    )
    expect(held.filter((path) => path.startsWith(join(dir, 'run')))).toEqual([])
  })

  it('reads what was appended a moment ago', async () => {
    const archive = openArchive(dir)
    const ref = await archive.append(exchange())
    await archive.append(exchange())
    expect(sha256((await archive.read(ref)).body)).toBe(sha256(exchange().rawBody))
    expect(await archive.records(ref)).toHaveLength(2)
    await archive.close()
  })

  it('reports a place that cannot be written, and what to do', async () => {
    const archive = openArchive(join(dir, 'file'))
    await (await open(join(dir, 'file'), 'w')).close()
    await expect(archive.append(exchange())).rejects.toMatchObject({ code: 'output-unwritable' })
    await archive.close()
  })
})
