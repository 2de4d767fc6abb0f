/**
 * Does the portal answer over IPv6: AAAA records of the home page's host, a connection to it, and the share of second-
 * and third-level links whose hosts have both? Judged from probe records; what this machine cannot measure (no IPv6 of
 * its own) is asked about once, and without any answer of the DNS the check does not run.
 */
import { citePage, defineCheck, listed } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Ipv6Reading } from '#model/probe'
import type { Place, SiteView } from '#model/site-view'

export const ipv6Unreachable = defineCheck({
  id: 'availability/ipv6-unreachable',
  revision: 1,
  title: '网站是否支持IPv6访问',
  question: '首页域名有没有AAAA记录，能不能用IPv6连通，二三级链接的支持率是多少？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '功能设计：IPv6改造（二手，分值由评分方案定）',
    },
    {
      document: '随州市2023年政务公开第三方评估（网站）指标',
      clause: 'IPv6二级、三级链接支持率低于90%的，每次扣5%',
    },
  ],
  needs: ['home', 'ipv6'],
  params: {
    minShare: {
      default: 0.9,
      meaning: '二级、三级站内链接中支持IPv6的最低比例（0–1）',
      source: '随州市2023年政务公开第三方评估（网站）指标',
      verified: true,
    },
  },
  outcomes: {
    resolved: { verdict: 'pass', message: '首页域名 {host} 有AAAA记录（{addresses}）' },
    unresolved: {
      verdict: 'fail',
      message: '首页域名 {host} 没有AAAA记录',
      ask: '用其他地点的域名解析查询，该域名是否确实没有AAAA记录？',
    },
    reached: { verdict: 'pass', message: '首页域名 {host} 可以用IPv6连通' },
    unreached: {
      verdict: 'fail',
      message: '首页域名 {host} 不能用IPv6访问：{reason}',
      ask: '从有IPv6的网络访问首页，是否确实打不开？',
    },
    enough: {
      verdict: 'pass',
      message: '二三级站内链接 {links} 个，支持IPv6的占 {percent}%（要求不低于 {least}%）',
    },
    low: {
      verdict: 'fail',
      message:
        '二三级站内链接 {links} 个，支持IPv6的占 {percent}%，低于 {least}%（不支持的域名：{hosts}）',
      ask: '所列域名是否确实不支持IPv6？',
    },
    'not-measured': {
      verdict: 'unsure',
      message: '{subject}无法测：{reason}',
      ask: '请在有IPv6的网络上访问首页和二三级页面，能否打开？',
    },
  },
  example: '首页域名没有AAAA记录：IPv6 解析 unresolved，IPv6 访问 unreached。',
  *run(site, { params }) {
    const { home } = site
    if (home === null) return
    const host = hostOf(home.capture.url)
    const evidence = [citePage(home)]
    const own = site.ipv6.find((one) => one.host === host)
    if (own !== undefined && own.addresses !== null)
      yield {
        outcome: own.addresses.length > 0 ? 'resolved' : 'unresolved',
        subject: 'IPv6 解析',
        facts: { host, addresses: listed(own.addresses, 3) },
        evidence,
      }
    const access = accessOf(host, own, evidence)
    yield access
    const share = shareOf(site, params.minShare, evidence)
    if (share !== null) yield share
  },
})

type Outcome = 'reached' | 'unreached' | 'not-measured' | 'enough' | 'low'

/** A host without AAAA records cannot be reached over IPv6; null where nobody can say. */
function supports(reading: Ipv6Reading | undefined): boolean | null {
  if (reading === undefined || reading.addresses === null) return null
  return reading.addresses.length === 0 ? false : reading.reached
}

function accessOf(
  host: string,
  own: Ipv6Reading | undefined,
  evidence: readonly Place[],
): Observation<Outcome> {
  const supported = supports(own)
  const reason = own?.because ?? '没有探测到该域名'
  return {
    outcome: supported === null ? 'not-measured' : supported ? 'reached' : 'unreached',
    subject: 'IPv6 访问',
    facts: { host, reason },
    evidence,
  }
}

/** Null where hosts that could not be measured decide; `IPv6 访问` has asked already then. */
function shareOf(
  site: SiteView,
  minShare: number,
  evidence: readonly Place[],
): Observation<Outcome> | null {
  const readings = new Map(site.ipv6.map((one) => [one.host, one]))
  const links = new Map<string, number>()
  for (const { internal, isAttachment, url, from } of site.links) {
    const near = from.some((link) => (site.pageAt(link.url)?.depth ?? Number.MAX_SAFE_INTEGER) <= 1)
    if (internal && !isAttachment && near) links.set(hostOf(url), (links.get(hostOf(url)) ?? 0) + 1)
  }
  let [total, yes, unknown] = [0, 0, 0]
  const lacking: string[] = []
  for (const [host, count] of links) {
    const supported = supports(readings.get(host))
    total += count
    if (supported === true) yes += count
    else if (supported === null) unknown += count
    else lacking.push(host)
  }
  if (total === 0) return null
  const enough = yes / total >= minShare
  if (!enough && (yes + unknown) / total >= minShare) return null
  const percent = Math.floor(((enough ? yes : yes + unknown) / total) * 1000) / 10
  return {
    outcome: enough ? 'enough' : 'low',
    subject: '二三级链接 IPv6',
    facts: {
      links: total,
      percent,
      least: Math.round(minShare * 1000) / 10,
      hosts: listed(lacking),
    },
    measure: { value: (enough ? yes : yes + unknown) / total, unit: 'share' },
    evidence,
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
