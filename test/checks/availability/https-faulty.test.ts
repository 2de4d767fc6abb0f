/** Every outcome of `availability/https-faulty` from a small site that gives it. */
import { httpsFaulty } from '#checks/availability/https-faulty'
import type { HttpsReading } from '#model/probe'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

/** The home page as it was received over TLS. */
function secure(...remarks: string[]): SiteViewBuilder {
  const builder = new SiteViewBuilder({ remarks })
  const { home } = builder.build()
  if (home === null) throw new Error('no home')
  const capture = { ...home.capture, finalUrl: home.capture.url.replace('http:', 'https:') }
  return builder.with({ home: { ...home, capture } })
}

/** The home page over plain HTTP, and what port 443 showed. */
function plain(shown: Partial<HttpsReading>): SiteViewBuilder {
  return new SiteViewBuilder().with({
    https: {
      host: 'lyj.example.gov.cn',
      answered: true,
      named: true,
      until: '2026-03-31',
      expired: false,
      because: '测试',
      ...shown,
    },
  })
}

testCheck(httpsFaulty, {
  secure: { shows: 'no remark', site: secure('legacy-tls'), expect: { 首页: 'secure' } },
  'certificate-bad': {
    shows: 'an expired certificate',
    site: secure('bad-certificate:CERT_HAS_EXPIRED'),
    expect: { 首页: 'certificate-bad' },
  },
  'certificate-unproved': {
    shows: 'a chain that browsers may complete',
    site: secure('bad-certificate:UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    expect: { 首页: 'certificate-unproved' },
  },
  'certificate-expired': {
    shows: 'plain HTTP beside a certificate of its own that ran out',
    site: plain({ named: true, expired: true }),
    expect: { 首页: 'certificate-expired' },
    facts: { 首页: { host: 'lyj.example.gov.cn', until: '2026-03-31' } },
  },
  'http-only': [
    {
      shows: 'plain HTTP is told and asks nothing',
      site: new SiteViewBuilder(),
      expect: { 首页: 'http-only' },
    },
    {
      shows: 'a certificate of somebody else on the same machine',
      site: plain({ named: false, expired: true }),
      expect: { 首页: 'http-only' },
    },
    {
      shows: 'one that holds',
      site: plain({ named: true, expired: false }),
      expect: { 首页: 'http-only' },
    },
    {
      shows: 'no answer there',
      site: plain({ answered: false, named: false, expired: false, until: null }),
      expect: { 首页: 'http-only' },
    },
  ],
})
