/**
 * HTTPS of a portal that is served over plain HTTP: who opens its address as browsers write it today meets the certificate of
 * port 443. One handshake and no request, once a run; what the certificate says is kept, and judged by checks.
 */
import { isIP } from 'node:net'
import { checkServerIdentity, connect, type PeerCertificate } from 'node:tls'
import { dayOf } from '#base/day'
import type { Clock } from '#model/ports'
import type { HttpsReading } from '#model/probe'
import { guardedLookup, type ResolveRule } from './address-guard.ts'

const PORT = 443
const TIMEOUT_MS = 10_000

export interface HttpsManners {
  readonly allowPrivate: boolean
  readonly resolve: readonly ResolveRule[]
  readonly clock: Clock
}

/**
 * Null where the host is not asked: a number, a name without a dot, one of which `--resolve` tells another port alone. Never
 * rejects.
 */
export async function probeHttps(
  host: string,
  { allowPrivate, resolve, clock }: HttpsManners,
): Promise<HttpsReading | null> {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0 || !host.includes('.')) return null
  const pinned = resolve.filter((rule) => rule.host === host.toLowerCase())
  const rule = pinned.find(({ port }) => port === PORT)
  if (pinned.length > 0 && rule === undefined) return null
  const certificate = await shake(host, rule, allowPrivate || rule !== undefined)
  if (typeof certificate === 'string')
    return {
      host,
      answered: false,
      named: false,
      until: null,
      expired: false,
      because: certificate,
    }
  const until = Date.parse(certificate.valid_to)
  return {
    host,
    answered: true,
    named: checkServerIdentity(host, certificate) === undefined,
    until: Number.isNaN(until) ? null : dayOf(until),
    expired: until < clock.now(),
    because: `443端口出示的证书有效期至 ${certificate.valid_to}`,
  }
}

/** The certificate shown, or why there is none (Chinese). */
function shake(
  host: string,
  rule: ResolveRule | undefined,
  isFree: boolean,
): Promise<PeerCertificate | string> {
  return new Promise((settle) => {
    const socket = connect({
      host: rule?.address ?? host,
      port: rule?.toPort ?? PORT,
      servername: host,
      // A bad certificate is what is looked for.
      rejectUnauthorized: false,
      ...(isFree ? {} : { lookup: guardedLookup }),
    })
    const end = (answer: PeerCertificate | string): void => {
      clearTimeout(timer)
      socket.destroy()
      settle(answer)
    }
    const timer = setTimeout(() => end('443端口没有应答（超时）'), TIMEOUT_MS)
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate()
      end(certificate.valid_to === undefined ? '443端口没有出示证书' : certificate)
    })
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end(`443端口没有建立加密连接（${error.code ?? '未知原因'}）`),
    )
  })
}
