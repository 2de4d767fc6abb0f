/** The IPv6 probe against a made-up network: what is the host's, what is ours, what cannot be asked. */
import { describe, expect, it } from 'vitest'
import { type Ipv6Net, probeIpv6 } from '#crawl/ipv6'

const fail = (code: string): Promise<never> =>
  Promise.reject(Object.assign(new Error(code), { code }))
const RECORDS: Readonly<Record<string, readonly string[]>> = {
  'v6.gov.cn': ['2400:3200::1'],
  'silent.gov.cn': ['2400:3200::2', '2400:3200::3', '2400:3200::4'],
  'inside.gov.cn': ['fd00::1'],
  'mapped.gov.cn': ['64:ff9b::c000:221'],
}
const asked: string[] = []
const net = (more: Partial<Ipv6Net> = {}): Ipv6Net => ({
  resolve6: (host) =>
    host === 'broken.gov.cn'
      ? fail('ESERVFAIL')
      : host in RECORDS
        ? Promise.resolve(RECORDS[host] ?? [])
        : fail('ENODATA'),
  hasRoute: () => true,
  reach: (address) => {
    asked.push(address)
    return Promise.resolve(address === '2400:3200::1' ? 'reached' : 'failed')
  },
  ...more,
})
const probe = async (hosts: readonly string[], over: Partial<Ipv6Net> = {}) =>
  (
    await probeIpv6(
      hosts.map((host) => ({ host, port: 443 })),
      [{ host: 'pinned.gov.cn', port: 80, address: '127.0.0.1', toPort: 8080 }],
      net(over),
    )
  ).map(({ addresses, reached }) => [addresses?.length ?? null, reached])

describe('IPv6 probe', () => {
  it('records and a connection; a silent host beside one that answers', async () => {
    asked.length = 0
    expect(await probe(['v6.gov.cn', 'silent.gov.cn', 'v4.gov.cn'])).toEqual([
      [1, true],
      [3, false],
      [0, null],
    ])
    expect(asked).toEqual(['2400:3200::1', '2400:3200::2', '2400:3200::3'])
  })

  it('a silent host alone proves nothing: the way out may be ours', async () => {
    expect(await probe(['silent.gov.cn'])).toEqual([[3, null]])
  })

  it('no route, or a machine that says so when trying', async () => {
    asked.length = 0
    expect(await probe(['v6.gov.cn'], { hasRoute: () => false })).toEqual([[1, null]])
    expect(asked).toEqual([])
    expect(await probe(['v6.gov.cn'], { reach: () => Promise.resolve('ours') })).toEqual([
      [1, null],
    ])
  })

  it('no public DNS, an address given by hand, a number, a name without a dot', async () => {
    const hosts = ['broken.gov.cn', 'pinned.gov.cn', '127.0.0.1', '[::1]', 'localhost']
    expect(await probe(hosts)).toEqual(hosts.map(() => [null, null]))
  })

  it('records that our own network puts together for IPv4 hosts are none of the host', async () => {
    expect(await probe(['mapped.gov.cn'])).toEqual([[null, null]])
  })

  it('never connects to a private address', async () => {
    asked.length = 0
    expect(await probe(['inside.gov.cn'])).toEqual([[1, null]])
    expect(asked).toEqual([])
  })
})
