/**
 * Probes of a run that need no browser: IPv6 of the portal's hosts, the home page's first, and the certificate of that host where
 * the home page came over plain HTTP. Chooses the hosts and keeps what was seen beside the home page's capture; nothing is
 * judged here.
 */
import { probeHttps } from '#crawl/https'
import { type Ipv6Target, probeIpv6 } from '#crawl/ipv6'
import type { ScanTask } from '#jobs/scan'
import type { Clock } from '#model/ports'
import type { HttpsReading } from '#model/probe'
import { Scope } from '#model/scope'
import type { Context } from './host.ts'
import type { Rooms } from './rooms.ts'
import type { Reach } from './scanning.ts'

/** Hosts of a portal asked about; more is no portal of one agency. */
const MAX_HOSTS = 20
/** Addresses linked from the home page and from the pages behind it (二级、三级链接). */
const MAX_DEPTH = 2

export async function probeRun(
  { clock, terminal }: Context,
  { store }: Pick<Rooms, 'store'>,
  { run, portal }: ScanTask,
  reach: Reach,
): Promise<void> {
  const scope = new Scope(portal)
  const targets = new Map<string, Ipv6Target>()
  let home: string | null = null
  for (const row of store.frontier(run.id).rows()) {
    if (row.purpose === 'home' && row.capture !== null) home ??= row.capture
    const wanted = row.purpose === 'home' || (row.depth <= MAX_DEPTH && scope.ownsHost(row.url))
    if (!wanted || !URL.canParse(row.url) || targets.size === MAX_HOSTS) continue
    const { hostname, port, protocol } = new URL(row.url)
    if (!targets.has(hostname))
      targets.set(hostname, {
        host: hostname,
        port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      })
  }
  // Of a portal that gave no answer, nothing is judged: not this either.
  const front = home === null ? null : store.capture(home)
  if (home === null || front?.state !== 'stored') return
  const capture = home
  const secure = await httpsOf(front.finalUrl, reach, clock)
  const readings = await probeIpv6([...targets.values()], reach.resolve)
  store.saveProbes(
    readings.map((value) => ({
      run: run.id,
      kind: 'ipv6' as const,
      url: `http://${value.host}/`,
      capture,
      at: clock.now(),
      value,
    })),
  )
  if (secure !== null)
    store.saveProbes([
      {
        run: run.id,
        kind: 'https',
        url: `https://${secure.host}/`,
        capture,
        at: clock.now(),
        value: secure,
      },
    ])
  terminal.log.debug({ run: run.id, readings, secure }, 'IPv6 探测结束')
}

/** Asked of the home page's own host alone, and only where the page did not come that way. */
async function httpsOf(home: string, reach: Reach, clock: Clock): Promise<HttpsReading | null> {
  const { protocol, hostname } = new URL(home)
  return protocol === 'http:' ? probeHttps(hostname, { ...reach, clock }) : null
}
