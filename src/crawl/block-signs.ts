/**
 * Recognises that a protection kept us out: by status, by the marks of known challenge systems in headers or a
 * small body, or by the words of a refusal page. What is recognised here is reported, never evaded, and never
 * held against the site (law 2). Status list and systems: domain-rules K, "Anti-bot".
 */
import { withoutSilent, withoutTags } from '#base/bare-markup'
import { squash } from '#base/text'
import { utf8Text } from '#base/utf8'
import type { BlockSign } from '#model/capture'

/** Answers that say "not you", whatever the body: login, refusal, challenge, wrong edge, too many, cookie challenge. */
const BLOCKED_STATUS: Readonly<Record<number, BlockSign>> = {
  401: { by: 'status-401', because: 'HTTP 401，要求登录' },
  403: { by: 'status-403', because: 'HTTP 403，拒绝访问' },
  407: { by: 'status-407', because: 'HTTP 407，要求代理认证' },
  412: { by: 'challenge-412', because: 'HTTP 412，动态防护质询' },
  418: { by: 'status-418', because: 'HTTP 418，防护设备拒绝' },
  421: { by: 'status-421', because: 'HTTP 421，节点拒绝' },
  429: { by: 'rate-429', because: 'HTTP 429，请求过于频繁' },
  521: { by: 'challenge-521', because: 'HTTP 521，Cookie 质询' },
}

/** Marks that only challenge scripts carry. */
const CHALLENGE: readonly (readonly [RegExp, string, string])[] = [
  [/\$_ts\s*=|_\$[a-z0-9]{2}\s*=\s*\$_ts/i, 'challenge-rs', '瑞数动态防护脚本'],
  [/__jsl_clearance|__jsluid_/i, 'challenge-jsl', '加速乐 Cookie 质询脚本'],
  [/acw_sc__v[23]|aliyun_waf|_waf_bd8ce2ce37/i, 'challenge-aliyun', '阿里云防护质询'],
  [/cf-browser-verification|__cf_chl|challenge-platform/i, 'challenge-cf', '云防护浏览器质询'],
  [/TencentCaptcha|waf_captcha|TSec-Captcha/i, 'captcha', '腾讯验证码'],
  [/geetest|initGeetest/i, 'captcha', '极验验证码'],
]

/** Words of refusal pages. They count only where hardly any other text stands. */
const REFUSAL: readonly (readonly [RegExp, string])[] = [
  [/(访问|请求).{0,20}(被|已被|遭).{0,6}(拦截|阻断|阻止|拒绝|屏蔽)/, 'waf-page'],
  [/(可能|存在|具有).{0,8}(安全威胁|攻击行为|恶意行为|安全风险)/, 'waf-page'],
  [/(网站|Web ?应用) ?(防火墙|安全狗|卫士)|创宇盾|云盾|安全宝|安全狗/i, 'waf-page'],
  [/(请|进行|完成).{0,10}(安全验证|人机验证|滑动验证|身份验证|拖动滑块)/, 'captcha'],
  [/(请输入|输入).{0,6}验证码.{0,12}(继续|访问|浏览)/, 'captcha'],
  [/(访问|请求|操作).{0,8}(过于|太|过)(频繁|快)/, 'rate-page'],
  [/Access Denied|Request (was )?(blocked|rejected)|You have been blocked/i, 'waf-page'],
]

const SMALL_BODY = 48 * 1024
const SHORT_TEXT = 400

function decodeSmall(body: Uint8Array): string {
  const head = body.subarray(0, SMALL_BODY)
  return utf8Text(head) ?? new TextDecoder('gb18030').decode(head)
}

/** Text a visitor would see, roughly: enough to tell a bare refusal page from a real one. */
function bareText(html: string): string {
  return squash(withoutTags(withoutSilent(html, ['script', 'style', 'noscript'], ' '), ' '))
}

/** Bytes of visible text beyond which no page is a bare refusal: more than `SHORT_TEXT` characters in any charset. */
const MUCH_TEXT = SHORT_TEXT * 4
const LT = 0x3c
const GT = 0x3e
/** First two characters of comments, scripts, styles and noscripts. */
const SILENT_FIRST: ReadonlySet<number> = new Set(Buffer.from('!sSnN'))
const SILENT_SECOND: ReadonlySet<number> = new Set(Buffer.from('-cCtToO'))

/** A cheap first look: walks tags as bytes and stops as soon as there is clearly more text than a refusal has. */
function saysMuch(body: Uint8Array): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  let text = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === LT) {
      const maybe = SILENT_FIRST.has(bytes[at + 1] ?? 0) && SILENT_SECOND.has(bytes[at + 2] ?? 0)
      const name = maybe ? bytes.toString('latin1', at + 1, at + 9).toLowerCase() : ''
      const end = name.startsWith('!--')
        ? '-->'
        : /^(?:script|style|noscript)\b/.test(name)
          ? `</${/^[a-z]+/.exec(name)?.[0] ?? ''}`
          : null
      const from = end === null ? at : bytes.indexOf(end, at)
      // An end tag in capitals or none at all: leave it to the careful look.
      if (from < 0) return false
      at = end === '-->' ? from + 2 : bytes.indexOf(GT, from)
      if (at < 0) return false
      continue
    }
    // White space of one byte, and the full-width blank of UTF-8 and GBK.
    if (byte <= 0x20) continue
    if (byte === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80) at += 2
    else if (byte === 0xa1 && bytes[at + 1] === 0xa1) at += 1
    else text += 1
    if (text > MUCH_TEXT) return true
  }
  return false
}

/** Null when nothing kept us out. `body` is the decoded body (any length; only small ones are looked into). */
export function recogniseBlock(answer: {
  readonly status: number
  readonly contentType: string | null
  readonly body: Uint8Array
}): BlockSign | null {
  const byStatus = BLOCKED_STATUS[answer.status] ?? null
  const textual = answer.contentType === null || /text|html|xml|json/i.test(answer.contentType)
  if (!textual || answer.body.length === 0 || answer.body.length > SMALL_BODY) return byStatus
  if (saysMuch(answer.body)) return byStatus
  const html = decodeSmall(answer.body)
  const text = bareText(html)
  // A page with real content may carry such a script or write about such systems.
  if (text.length > SHORT_TEXT) return byStatus
  for (const [pattern, by, what] of CHALLENGE) {
    if (pattern.test(html)) return { by, because: `${what}（HTTP ${answer.status}）` }
  }
  if (byStatus) return byStatus
  for (const [pattern, by] of REFUSAL) {
    const words = pattern.exec(text)?.[0]
    if (words !== undefined)
      return { by, because: `页面只有拦截提示“${words}”（HTTP ${answer.status}）` }
  }
  return null
}
