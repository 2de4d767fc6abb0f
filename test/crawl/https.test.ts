/** What port 443 shows beside a portal served over plain HTTP, and which hosts are not asked. */
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { afterEach, expect, it } from 'vitest'
import { probeHttps } from '#crawl/https'
import { EXPIRED_CERT, EXPIRED_KEY, TEST_CERT, TEST_KEY } from '../support/tls.ts'

const HOST = 'expired.test.gov.cn'
const clock = { now: () => Date.parse('2026-11-28T00:00:00Z') }
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function portOf(key: string, cert: string): Promise<number> {
  const server = createServer({ key, cert })
  servers.push(server)
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  return (server.address() as AddressInfo).port
}

const ask = (toPort: number, port = 443, host = HOST) =>
  probeHttps(host, {
    allowPrivate: false,
    resolve: [{ host: HOST, port, address: '127.0.0.1', toPort }],
    clock,
  })

it('a certificate of the host that ran out', async () => {
  expect(await ask(await portOf(EXPIRED_KEY, EXPIRED_CERT))).toMatchObject({
    host: HOST,
    answered: true,
    named: true,
    expired: true,
    until: '2026-04-01',
  })
})

it('a certificate of another host', async () => {
  expect(await ask(await portOf(TEST_KEY, TEST_CERT))).toMatchObject({
    answered: true,
    named: false,
    expired: false,
  })
})

it('nobody there', async () => {
  const port = await portOf(TEST_KEY, TEST_CERT)
  for (const server of servers.splice(0)) await new Promise((down) => server.close(down))
  expect(await ask(port)).toMatchObject({ answered: false, named: false, expired: false })
})

it('numbers, names without a dot and hosts whose other port was told are not asked', async () => {
  const port = await portOf(EXPIRED_KEY, EXPIRED_CERT)
  expect(await ask(port, 80)).toBeNull()
  expect(await ask(port, 443, '127.0.0.1')).toBeNull()
  expect(await ask(port, 443, '[::1]')).toBeNull()
  expect(await ask(port, 443, 'localhost')).toBeNull()
})
