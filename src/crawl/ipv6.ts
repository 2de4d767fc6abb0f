/**
 * IPv6 as a probe: does a host have AAAA records, and can one of them be connected to? Asked by DNS alone where this
 * machine has no way out over IPv6; a failure that may be ours (no route, a timeout while nothing else was reached over
 * IPv6 either) leaves the question open with its reason. What an answer is worth is for checks.
 */
import { promises as dns } from 'node:dns'
import { connect, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Ipv6Reading } from '#model/probe'
import { isPrivateAddress, type ResolveRule } from './address-guard.ts'

/** What the probe needs of the network; tests give their own. */
export interface Ipv6Net {
  /** AAAA records. Rejects with Node's DNS codes. */
  resolve6(host: string): Promise<readonly string[]>
  /** This machine has a global IPv6 address. */
  hasRoute(): boolean
  /** `failed`: refused or no answer; `ours`: this machine cannot. */
  reach(address: string, port: number): Promise<'reached' | 'failed' | 'ours'>
}

export interface Ipv6Target {
  readonly host: string
  readonly port: number
}

const TIMEOUT_MS = 5_000
/** Addresses of a host that are tried. */
const MAX_ADDRESSES = 2
/** Answers of the DNS itself that there is no such record. */
const NO_RECORD = new Set(['ENODATA'])

const NO_ROUTE = '本机没有 IPv6 出口，只核对了解析'

/** One reading a target, in order; a few questions to each, all at once. Never rejects. */
export async function probeIpv6(
  targets: readonly Ipv6Target[],
  resolve: readonly ResolveRule[],
  net: Ipv6Net = systemNet,
): Promise<readonly Ipv6Reading[]> {
  const pinned = new Set(resolve.map((rule) => rule.host))
  const readings = await Promise.all(targets.map((target) => readHost(target, pinned, net)))
  // A silent host speaks against itself only where another one answered over IPv6.
  const proven = readings.some((one) => one.reached === true)
  return readings.map((one) =>
    one.reached === false && !proven
      ? { ...one, reached: null, because: '没有连通，但也没有别的主机能证明本机的 IPv6 出口可用' }
      : one,
  )
}

async function readHost(
  { host, port }: Ipv6Target,
  pinned: ReadonlySet<string>,
  net: Ipv6Net,
): Promise<Ipv6Reading> {
  const unmeasured = (because: string): Ipv6Reading => ({
    host,
    addresses: null,
    reached: null,
    because,
  })
  if (pinned.has(host.toLowerCase())) return unmeasured('该主机的地址由 --resolve 指定，不查解析')
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0 || !host.includes('.'))
    return unmeasured('该主机不是公网域名，没有解析可查')
  let addresses: readonly string[]
  try {
    addresses = await net.resolve6(host)
  } catch (error) {
    const code = codeOf(error)
    if (!NO_RECORD.has(code)) return unmeasured(`本机查不到域名解析（${code}）`)
    addresses = []
  }
  if (addresses.length === 0) return { host, addresses, reached: null, because: '没有 AAAA 记录' }
  // 64:ff9b::/96 (RFC 6052) is put together on the way to us for hosts that have IPv4 only.
  if (addresses.every((address) => /^64:ff9b:/i.test(address)))
    return unmeasured('本机所在网络把IPv4地址代为换成了IPv6地址（NAT64），查不到该域名自己的记录')
  const open = addresses.filter((address) => !isPrivateAddress(address)).slice(0, MAX_ADDRESSES)
  if (open.length === 0)
    return { host, addresses, reached: null, because: 'AAAA 记录指向保留地址，没有连接' }
  if (!net.hasRoute()) return { host, addresses, reached: null, because: NO_ROUTE }
  const answers: string[] = []
  for (const address of open) {
    const answer = await net.reach(address, port)
    if (answer === 'reached')
      return { host, addresses, reached: true, because: `连通 [${address}]:${port}` }
    answers.push(answer)
  }
  return answers.includes('ours')
    ? { host, addresses, reached: null, because: NO_ROUTE }
    : { host, addresses, reached: false, because: `连接 [${open[0] ?? ''}]:${port} 没有应答` }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '未知原因'
  return String(error.code)
}

/** Codes by which this machine says that it cannot. */
const OURS = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EACCES'])

const systemNet: Ipv6Net = {
  resolve6: (host) => new dns.Resolver({ timeout: TIMEOUT_MS, tries: 2 }).resolve6(host),
  hasRoute: () =>
    Object.values(networkInterfaces()).some((all) =>
      (all ?? []).some(
        (one) => one.family === 'IPv6' && !one.internal && !isPrivateAddress(one.address),
      ),
    ),
  reach: (address, port) =>
    new Promise((settle) => {
      const socket = connect({ host: address, port, family: 6, timeout: TIMEOUT_MS })
      const end = (answer: 'reached' | 'failed' | 'ours'): void => {
        socket.destroy()
        settle(answer)
      }
      socket.once('connect', () => end('reached'))
      socket.once('timeout', () => end('failed'))
      socket.once('error', (error) => {
        const code = codeOf(error)
        end(code === 'ECONNREFUSED' ? 'failed' : OURS.has(code) ? 'ours' : 'failed')
      })
    }),
}
