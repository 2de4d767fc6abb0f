/**
 * Do the portal's login entries all lead to one place? Entries are links so worded on the pages read, told apart by the host
 * they lead to. One host is no proof that one account opens everything, several are no proof of the contrary (they may
 * hand over to each other): evidence for a person who logs in. Entries written by script alone are not seen.
 */
import { hostOf } from '#base/url'
import { citePage, defineCheck, listed } from '#engine/define-check'
import type { Place } from '#model/site-view'

const SUBJECT = '登录入口'
const WORDS =
  /^(?:用户|会员|个人|法人|企业|办事|服务|政务服务|互动(?:交流)?|信箱|留言|统一|统一身份(?:认证)?|实名|网站|市民|群众|申请人)?(?:用户|中心|空间)?(?:登\s*[录陆])(?:入口)?(?:\s*[|/／]?\s*注\s*册)?$|^(?:个人|用户)中心$/
/** Ways in for those who keep the site, and for petitions and reports, which the source leaves out. */
const BESIDE = /后台|管理员|办公|OA|邮箱|信访|举报|纪检|监察/i

export const loginsSeveral = defineCheck({
  id: 'interaction/logins-several',
  revision: 3,
  title: '登录入口是否统一',
  question: '网站各处的用户登录入口，是不是都到同一个登录地址？',
  basis: [
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '绩效评估方案附件1、附件2 功能应用：一号登录（信访、举报等专门渠道除外）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    one: {
      verdict: 'pass',
      message: '读到的 {count} 个登录入口都到 {hosts}',
    },
    several: {
      verdict: 'unsure',
      message: '读到的 {count} 个登录入口到 {number} 个域名：{hosts}（{names}）',
      ask: '用同一个账号能否登录所列各处？',
    },
    'none-seen': {
      verdict: 'not-applicable',
      message: '读到的页面上没有登录入口（脚本写出的看不到）',
    },
  },
  example: '首页“登录”到 zwfw.hubei.gov.cn，互动交流的“用户登录”到 hd.某市.gov.cn：several。',
  *run(site) {
    const where = site.home ?? site.pages[0]
    if (where === undefined) return
    const entries = site.links.flatMap(({ url, from }) => {
      const link = from.find(
        ({ text }) => WORDS.test(text.trim()) && !BESIDE.test(text) && !BESIDE.test(url),
      )
      const place: Place | null =
        link === undefined || site.pageAt(link.url) === null
          ? null
          : { url: link.url, at: link.at, quote: link.text }
      return place === null ? [] : [{ host: hostOf(url), place }]
    })
    const hosts = [...new Set(entries.map(({ host }) => host))]
    if (entries.length === 0) {
      yield { outcome: 'none-seen', subject: SUBJECT, evidence: [citePage(where)] }
      return
    }
    yield {
      outcome: hosts.length === 1 ? 'one' : 'several',
      subject: SUBJECT,
      facts: {
        count: entries.length,
        number: hosts.length,
        hosts: listed(hosts),
        names: listed(entries.map(({ place }) => place.quote)),
      },
      measure: { value: hosts.length, unit: 'count' },
      evidence: entries.slice(0, 5).map(({ place }) => place),
    }
  },
})
