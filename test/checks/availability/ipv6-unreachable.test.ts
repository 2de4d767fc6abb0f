/** Every outcome of `availability/ipv6-unreachable` from a small site that gives it. */
import { ipv6Unreachable } from '#checks/availability/ipv6-unreachable'
import type { Ipv6Reading } from '#model/probe'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const [HOST, OTHER] = ['lyj.example.gov.cn', 'sub.example.gov.cn']
const reading = (
  host: string,
  addresses: readonly string[] | null,
  reached: boolean | null,
  because = '测试',
): Ipv6Reading => ({ host, addresses, reached, because })
const ONE = ['2400:3200::1']
/** Nine links on the portal's own host, one on another of its hosts. */
const site = (...ipv6: Ipv6Reading[]) => {
  const builder = new SiteViewBuilder()
  for (let at = 0; at < 9; at += 1) builder.target(`/${at}.html`, [200])
  return builder.target(`http://${OTHER}/`, [200]).with({ ipv6 })
}

testCheck(ipv6Unreachable, {
  resolved: {
    shows: 'records, connected, nine links in ten',
    site: site(reading(HOST, ONE, true), reading(OTHER, [], null)),
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'reached', '二三级链接 IPv6': 'enough' },
    facts: { '二三级链接 IPv6': { links: 10, percent: 90 } },
  },
  reached: {
    shows: 'a host that could not be asked does not matter',
    site: site(reading(HOST, ONE, true)),
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'reached', '二三级链接 IPv6': 'enough' },
  },
  enough: {
    shows: 'all',
    site: site(reading(HOST, ONE, true), reading(OTHER, ONE, true)),
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'reached', '二三级链接 IPv6': 'enough' },
  },
  unresolved: {
    shows: 'no AAAA record: nothing needs to be connected to',
    site: site(reading(HOST, [], null, '没有 AAAA 记录')),
    expect: { 'IPv6 解析': 'unresolved', 'IPv6 访问': 'unreached', '二三级链接 IPv6': 'low' },
    facts: { 'IPv6 访问': { reason: '没有 AAAA 记录' } },
  },
  unreached: {
    shows: 'silent while others answer',
    site: site(reading(HOST, ONE, false), reading(OTHER, ONE, true)),
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'unreached', '二三级链接 IPv6': 'low' },
  },
  low: {
    shows: 'a stricter share',
    site: site(reading(HOST, ONE, true), reading(OTHER, [], null)),
    params: { minShare: 0.95 },
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'reached', '二三级链接 IPv6': 'low' },
    facts: { '二三级链接 IPv6': { hosts: OTHER } },
  },
  'not-measured': {
    shows: 'records, but no IPv6 here: one question and no guess about the links',
    site: site(reading(HOST, ONE, null, '本机没有 IPv6 出口，只核对了解析')),
    expect: { 'IPv6 解析': 'resolved', 'IPv6 访问': 'not-measured' },
  },
})
