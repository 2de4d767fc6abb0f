/**
 * Which network addresses may be connected to: no private, loopback or reserved address unless the operator
 * allows it, checked for literal addresses and for every DNS answer, so that a page cannot steer us into the
 * operator's own network. Also `--resolve` rules, which the operator writes and which therefore pass the guard.
 */
import { lookup as dnsLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { AppError } from '#base/errors'

const BLOCKED = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  BLOCKED.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  BLOCKED.addSubnet(network, prefix, 'ipv6')
}

/** True for an address that is not on the public Internet. IPv4 written inside IPv6 is judged as IPv4. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  if (family === 4) return BLOCKED.check(address, 'ipv4')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return BLOCKED.check(mapped, 'ipv4')
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (hex?.[1] !== undefined && hex[2] !== undefined) {
    const high = Number.parseInt(hex[1], 16)
    const low = Number.parseInt(hex[2], 16)
    return BLOCKED.check(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`, 'ipv4')
  }
  return BLOCKED.check(address, 'ipv6')
}

/** The guard's refusal; http-client turns it into the reason `private-address`. */
export class PrivateAddressError extends Error {
  readonly code = 'EPRIVATE'
  constructor(host: string, address: string) {
    super(
      host === address
        ? `${address} 是内网或保留地址，未访问`
        : `${host} 解析到内网或保留地址 ${address}，未访问`,
    )
    this.name = 'PrivateAddressError'
  }
}

/** Lookup that refuses a name as soon as one of its answers is private. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, answers) => {
    if (error) {
      callback(error, '', 0)
      return
    }
    const bad = answers.find((answer) => isPrivateAddress(answer.address))
    if (bad) {
      callback(new PrivateAddressError(hostname, bad.address), '', 0)
      return
    }
    const first = answers[0]
    if (options.all) callback(null, answers)
    else callback(null, first?.address ?? '', first?.family ?? 4)
  })
}

/** One `--resolve HOST:PORT:ADDR:PORT` rule. `host` is lower case; addresses without brackets. */
export interface ResolveRule {
  readonly host: string
  readonly port: number
  readonly address: string
  readonly toPort: number
}

/**
 * Reads `HOST:PORT:ADDR:PORT` (IPv6 addresses in brackets; the last port may be left out: same port, as curl).
 * @throws AppError usage, in Chinese, naming the text
 */
export function parseResolveRule(text: string): ResolveRule {
  const match = /^([^:\s]+):(\d{1,5}):(\[[0-9a-f:.]+\]|[^:\s]+)(?::(\d{1,5}))?$/i.exec(text.trim())
  const [, host, port, address, toPort] = match ?? []
  const numbers = [Number(port), Number(toPort ?? port)]
  const bare = address?.replace(/^\[|\]$/g, '') ?? ''
  if (
    host === undefined ||
    isIP(bare) === 0 ||
    numbers.some((n) => !Number.isInteger(n) || n < 1 || n > 65535)
  ) {
    throw new AppError(
      'usage',
      `--resolve 的写法不对：“${text}”。应为 主机:端口:IP地址:端口，例如 www.example.gov.cn:80:127.0.0.1:8080。`,
      { context: { text } },
    )
  }
  return { host: host.toLowerCase(), port: numbers[0] ?? 0, address: bare, toPort: numbers[1] ?? 0 }
}
