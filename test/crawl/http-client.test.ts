/** The HTTP client on loopback servers: what it brings back, what it refuses, and why nothing came. */
import { constants } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { fixedClock } from '#base/clock'
import { isPrivateAddress, parseResolveRule } from '#crawl/address-guard'
import { HttpClient, type HttpClientOptions, type Visit } from '#crawl/http-client'
import { deadPort, loopback, rawLoopback, tlsLoopback } from '../support/loopback.ts'
import { TEST_CERT as cert, TEST_KEY as key } from '../support/tls.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close()
})
function keep<T extends { close(): Promise<void> }>(one: T): T {
  closing.push(one)
  return one
}

function clientOf(over: Partial<HttpClientOptions> = {}): HttpClient {
  return keep(
    new HttpClient({
      userAgent: 'Mingcha/test (+https://mingcha.test)',
      allowPrivate: true,
      resolve: [],
      timeoutMs: 2_000,
      clock: fixedClock(1_000),
      ...over,
    }),
  )
}

const get = (client: HttpClient, url: string, maxBytes = 100_000): Promise<Visit> =>
  client.visit({ url, maxBytes })

function answered(visit: Visit) {
  if (visit.state !== 'answered') throw new Error(`${visit.reason}: ${visit.detail}`)
  return visit
}

function failed(visit: Visit) {
  if (visit.state !== 'failed') throw new Error(`answered ${visit.status}`)
  return visit
}

describe('bodies', () => {
  it('keeps bytes, header names and the address as they came, and says who asks', async () => {
    const gbk = Buffer.from([0xd5, 0xfe, 0xce, 0xf1])
    const server = keep(await loopback({ '/': { headers: { 'X-Odd-Name': 'a' }, body: gbk } }))
    let agent = ''
    server.routes.set('/who', (request, response) => {
      agent = request.headers['user-agent'] ?? ''
      response.end('x')
    })
    const client = clientOf()
    const visit = answered(await get(client, `${server.origin}/`))
    expect(Buffer.from(visit.body).equals(gbk)).toBe(true)
    expect(visit.headers.find(([name]) => name === 'X-Odd-Name')).toEqual(['X-Odd-Name', 'a'])
    expect(visit).toMatchObject({
      status: 200,
      remoteAddress: '127.0.0.1',
      truncated: false,
      at: 1_000,
    })
    expect(visit.hops[0]?.requestLine).toBe('GET / HTTP/1.1')
    await get(client, `${server.origin}/who`)
    expect(agent).toBe('Mingcha/test (+https://mingcha.test)')
  })

  it('undoes gzip and keeps the raw bytes beside it', async () => {
    const raw = gzipSync('政务公开'.repeat(100))
    const server = keep(
      await loopback({ '/': { headers: { 'content-encoding': 'gzip' }, body: raw } }),
    )
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('政务公开'.repeat(100))
    expect(visit.hops[0]?.response.body.equals(raw)).toBe(true)
  })

  it('cuts a bomb at the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const server = keep(
      await loopback({ '/': { headers: { 'content-encoding': 'gzip' }, body: bomb } }),
    )
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(visit.body.length).toBe(100_000)
    expect(visit).toMatchObject({
      truncated: true,
      decodedCapped: true,
      remarks: ['decoded-size-cap'],
    })
  })

  it('says when a body does not follow its declared coding, and keeps it', async () => {
    const server = keep(
      await loopback({ '/': { headers: { 'content-encoding': 'gzip' }, body: 'plain' } }),
    )
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('plain')
    expect(visit.remarks).toEqual(['bad-content-encoding'])
  })

  it('stops reading at the size cap, earlier for what is no text', async () => {
    const server = keep(
      await loopback({
        '/big': 'x'.repeat(300_000),
        '/bin': { headers: { 'content-type': 'application/zip' }, body: 'x'.repeat(300_000) },
      }),
    )
    const client = clientOf()
    const big = answered(
      await client.visit({ url: `${server.origin}/big`, maxBytes: 200_000, maxBinaryBytes: 10 }),
    )
    expect([big.body.length, big.truncated]).toEqual([200_000, true])
    const bin = answered(
      await client.visit({ url: `${server.origin}/bin`, maxBytes: 200_000, maxBinaryBytes: 10 }),
    )
    expect([bin.body.length, bin.truncated]).toEqual([10, true])
  })

  it('keeps what came when the server breaks off', async () => {
    const raw = keep(
      await rawLoopback((socket) => {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
      }),
    )
    const visit = answered(await get(clientOf(), `${raw.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('half')
    expect(visit).toMatchObject({ truncated: true, remarks: ['content-length-mismatch'] })
  })

  it('asks again without fuss when a kept connection was closed meanwhile', async () => {
    const raw = keep(
      await rawLoopback((socket, text) => {
        // The first request of a connection is answered, a second one on it is cut off.
        if (socket.bytesWritten > 0) socket.destroy()
        else
          socket.write(
            `HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n${text.includes('/b') ? 'bb' : 'aa'}`,
          )
      }),
    )
    const client = clientOf()
    answered(await get(client, `${raw.origin}/a`))
    const second = answered(await get(client, `${raw.origin}/b`))
    expect(Buffer.from(second.body).toString()).toBe('bb')
    expect(raw.connections()).toBe(2)
  })
})

describe('redirects', () => {
  it('follows and lists every hop', async () => {
    const server = keep(
      await loopback({
        '/': { status: 301, headers: { location: '/b' } },
        '/b': { status: 302, headers: { location: 'c?d=1' } },
        '/c?d=1': 'end',
      }),
    )
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(visit.finalUrl).toBe(`${server.origin}/c?d=1`)
    expect(visit.redirects).toEqual([`${server.origin}/`, `${server.origin}/b`])
    expect(visit.hops.map((hop) => hop.response.status)).toEqual([301, 302, 200])
  })

  it('tells a circle and an endless walk', async () => {
    const server = keep(await loopback({ '/a': { status: 302, headers: { location: '/a' } } }))
    server.routes.set('*', (request, response) => {
      const n = Number(request.url?.slice(2) ?? 0)
      response.writeHead(302, { location: `/w${n + 1}` }).end()
    })
    expect(failed(await get(clientOf(), `${server.origin}/a`)).reason).toBe('loop')
    const walk = failed(await get(clientOf(), `${server.origin}/w1`))
    expect(walk.reason).toBe('loop')
    expect(walk.hops).toHaveLength(11)
  })

  it('gives back a cookie where a redirect turns in a circle without it', async () => {
    const server = keep(await loopback())
    server.routes.set('/', (request, response) => {
      if (request.headers.cookie === 'seen=1') response.end('in')
      else response.writeHead(302, { location: '/', 'set-cookie': 'seen=1; path=/' }).end()
    })
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('in')
    expect(visit.remarks).toEqual(['cookie-redirect'])
  })

  it('does not follow to what is no web address, and takes a 302 without target as the answer', async () => {
    const server = keep(
      await loopback({
        '/app': { status: 302, headers: { location: 'weixin://dl/business' } },
        '/none': { status: 302, body: 'x' },
      }),
    )
    expect(failed(await get(clientOf(), `${server.origin}/app`)).reason).toBe('unsupported')
    expect(answered(await get(clientOf(), `${server.origin}/none`)).status).toBe(302)
  })

  it('keeps the bytes of a Location beyond ASCII', async () => {
    const server = keep(await loopback())
    server.routes.set('/', (_request, response) => {
      response.writeHead(302, { location: Buffer.from('/政策').toString('latin1') }).end()
    })
    server.routes.set('/%E6%94%BF%E7%AD%96', 'found')
    expect(answered(await get(clientOf(), `${server.origin}/`)).status).toBe(200)
  })
})

describe('trouble', () => {
  it('names refusal, reset, unknown names and broken protocol', async () => {
    const reset = keep(await rawLoopback((socket) => socket.resetAndDestroy()))
    const noise = keep(await rawLoopback((socket) => socket.end('SSH-2.0-hello\r\n')))
    const client = clientOf()
    expect(failed(await get(client, `http://127.0.0.1:${await deadPort()}/`)).reason).toBe(
      'refused',
    )
    expect(failed(await get(client, `${reset.origin}/`)).reason).toBe('reset')
    expect(failed(await get(client, `${noise.origin}/`)).reason).toBe('protocol')
    const dns = failed(await get(client, 'http://no-such-host.invalid/'))
    expect(dns.reason).toBe('dns')
    expect(dns.detail).toContain('域名解析失败')
  })

  it('reads with a forgiving parser what a strict one refuses, and remarks it', async () => {
    const odd = keep(
      await rawLoopback((socket) => {
        socket.end(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Odd: a\u0001b\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
        )
      }),
    )
    const visit = answered(await get(clientOf(), `${odd.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('hello')
    expect(visit).toMatchObject({ remarks: ['lenient-http'], remoteAddress: '127.0.0.1' })
    const guarded = failed(await get(clientOf({ allowPrivate: false }), `${odd.origin}/`))
    expect(guarded.reason).toBe('private-address')
  })

  it('gives up on headers that do not come and on bodies without end', async () => {
    const silent = keep(await rawLoopback(() => undefined))
    const drip = keep(
      await rawLoopback((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n')
        const timer = setInterval(() => socket.write('.'), 20)
        socket.on('close', () => clearInterval(timer))
      }),
    )
    const client = clientOf({ timeoutMs: 150 })
    expect(failed(await get(client, `${silent.origin}/`)).reason).toBe('timeout')
    // What came until then is kept, and said to be a part.
    expect(await get(client, `${drip.origin}/`)).toMatchObject({
      state: 'answered',
      status: 200,
      truncated: true,
      remarks: ['time-cap'],
    })
  })

  it('stops at once when aborted', async () => {
    const silent = keep(await rawLoopback(() => undefined))
    const stop = new AbortController()
    const visit = clientOf().visit({ url: `${silent.origin}/`, maxBytes: 10, signal: stop.signal })
    stop.abort()
    expect(failed(await visit).reason).toBe('interrupted')
  })
})

describe('address guard', () => {
  it('refuses private addresses: literal, by name, behind a redirect', async () => {
    const server = keep(await loopback({ '/': 'secret' }))
    const guarded = clientOf({ allowPrivate: false })
    for (const host of ['127.0.0.1', '[::1]', '0x7f.1', 'localhost']) {
      const visit = failed(await get(guarded, `http://${host}:${server.port}/`))
      expect(visit.reason, host).toBe('private-address')
    }
    const door = keep(
      await loopback({ '/': { status: 302, headers: { location: `${server.origin}/` } } }),
    )
    const rule = parseResolveRule(`outside.test:80:127.0.0.1:${door.port}`)
    const visit = failed(
      await get(clientOf({ allowPrivate: false, resolve: [rule] }), 'http://outside.test/'),
    )
    expect(visit.reason).toBe('private-address')
    expect(visit.detail).toContain('重定向到')
    expect(server.seen).toEqual([])
  })

  it.each([
    ['10.1.2.3', true],
    ['100.64.0.1', true],
    ['169.254.169.254', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.0.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:a00:1', true],
    ['::ffff:8.8.8.8', false],
    ['2400:3200::1', false],
    ['not-an-address', false],
  ])('%s private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected)
  })

  it('reaches a host at another address and keeps its name', async () => {
    const server = keep(await loopback())
    let host = ''
    server.routes.set('/', (request, response) => {
      host = request.headers.host ?? ''
      response.end('x')
    })
    const rule = parseResolveRule(`www.example.gov.cn:80:127.0.0.1:${server.port}`)
    const visit = answered(
      await get(clientOf({ allowPrivate: false, resolve: [rule] }), 'http://www.example.gov.cn/'),
    )
    expect(host).toBe('www.example.gov.cn')
    expect(visit).toMatchObject({
      finalUrl: 'http://www.example.gov.cn/',
      remoteAddress: '127.0.0.1',
    })
  })

  it('reads rules as curl does and names a wrong one', () => {
    expect(parseResolveRule('A.test:443:[::1]:8443')).toEqual({
      host: 'a.test',
      port: 443,
      address: '::1',
      toPort: 8443,
    })
    expect(parseResolveRule('a.test:80:127.0.0.1')).toMatchObject({ toPort: 80 })
    for (const bad of [
      'a.test',
      'a.test:80:b.test:80',
      'a.test:0:127.0.0.1:80',
      'a.test:80:127.0.0.1:99999',
    ]) {
      expect(() => parseResolveRule(bad), bad).toThrow(bad)
    }
  })
})

describe('TLS', () => {
  it('goes on with a certificate that does not hold, and remarks it', async () => {
    const server = keep(await tlsLoopback({ key, cert }, { '/': 'ok' }))
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(visit.status).toBe(200)
    expect(visit.remarks).toEqual(['bad-certificate:DEPTH_ZERO_SELF_SIGNED_CERT'])
  })

  it('connects once more with old TLS where the modern handshake fails, and remarks it', async () => {
    const server = keep(
      await tlsLoopback(
        {
          key,
          cert,
          minVersion: 'TLSv1',
          maxVersion: 'TLSv1.1',
          ciphers: 'DEFAULT@SECLEVEL=0',
          secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
        },
        { '/': 'old' },
      ),
    )
    const visit = answered(await get(clientOf(), `${server.origin}/`))
    expect(Buffer.from(visit.body).toString()).toBe('old')
    expect(visit.remarks).toContain('legacy-tls')
  })

  it('names a server that speaks no TLS', async () => {
    const server = keep(await loopback({ '/': 'x' }))
    const visit = failed(await get(clientOf(), `https://127.0.0.1:${server.port}/`))
    expect(visit.reason).toBe('tls')
  })
})
