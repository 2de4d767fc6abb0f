/** Every outcome of `availability/https-faulty` from a small site that gives it. */
import { httpsFaulty } from '#checks/availability/https-faulty'
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
  'http-only': {
    shows: 'plain HTTP is told and asks nothing',
    site: new SiteViewBuilder(),
    expect: { 首页: 'http-only' },
  },
})
