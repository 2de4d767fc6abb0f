/**
 * Is the home page served over HTTPS with a certificate that browsers accept? Only faults that every visitor meets
 * (expired, other name, self-signed) are charged, and chains we could not complete are put to a person. Plain HTTP is told
 * and asks nothing: no rule read so far fails a site for it. Where the same host answers on port 443 too, a certificate of its own
 * that ran out is charged; one of another name may be of whoever else the machine serves.
 */
import { citePage, defineCheck } from '#engine/define-check'

const PLAIN: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: '证书已过期',
  CERT_NOT_YET_VALID: '证书尚未生效',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书上的域名与网站不符',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自签名的',
}

export const httpsFaulty = defineCheck({
  id: 'availability/https-faulty',
  revision: 3,
  title: '首页加密访问与证书是否正常',
  question: '首页是否用HTTPS提供，证书是否有效？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '安全防护：采用加密传输等措施（未核对原文，没有读到因HTTP判不合格的条款）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    secure: { verdict: 'pass', message: '首页以HTTPS提供，证书有效' },
    'certificate-bad': {
      verdict: 'fail',
      message: '首页的HTTPS证书有问题：{reason}',
      ask: '在浏览器中打开首页，是否出现证书警告？',
    },
    // A portal served over plain HTTP owes no HTTPS by any clause read (domain-rules I: advisory): asked, not charged.
    'certificate-expired': {
      verdict: 'unsure',
      message:
        '首页以HTTP提供；同一主机也开着HTTPS，证书已于{until}到期，打开 https://{host}/ 会看到证书警告',
      ask: '在浏览器中打开 https 开头的同一网址，是否出现证书过期的警告？这个地址对外公布或使用吗？',
    },
    'certificate-unproved': {
      verdict: 'unsure',
      message: '首页的HTTPS证书没有核实（{reason}）',
      ask: '在浏览器中打开首页，是否出现证书警告？',
    },
    'http-only': {
      verdict: 'not-applicable',
      message: '首页以HTTP提供，没有转到HTTPS（没有读到因此扣分的条款，只作记录）',
    },
  },
  example: '首页以HTTPS提供，证书在访问当天已过期：首页 certificate-bad。',
  *run(site) {
    if (site.home === null) return
    const { capture } = site.home
    const subject = '首页'
    const evidence = [citePage(site.home)]
    if (!capture.finalUrl.startsWith('https:')) {
      const { https } = site
      if (https?.named === true && https.expired && https.until !== null) {
        const facts = { host: https.host, until: https.until }
        yield { outcome: 'certificate-expired', subject, facts, evidence }
        return
      }
      yield { outcome: 'http-only', subject, facts: { url: capture.finalUrl }, evidence }
      return
    }
    const remark = capture.remarks.find((one) => one.startsWith('bad-certificate:'))
    if (remark === undefined) {
      yield { outcome: 'secure', subject, evidence }
      return
    }
    const code = remark.slice('bad-certificate:'.length)
    const known = Object.entries(PLAIN).find(([name]) => code.includes(name))
    yield {
      outcome: known === undefined ? 'certificate-unproved' : 'certificate-bad',
      subject,
      facts: { reason: known?.[1] ?? code, code },
      evidence,
    }
  },
})
