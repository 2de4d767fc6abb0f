/** In one sentence: why a portal's home page could not be measured, and what to do. Null when it was read. */

import { hostOf, normalizeUrl } from '#base/url'
import type { Capture, FailReason } from '#model/capture'
import type { Page } from '#model/page'
import type { Portal } from '#model/portal'
import type { FrontierRow } from '#model/ports'

const FAILED: Readonly<Record<FailReason, (host: string) => string>> = {
  dns: (host) => `域名 ${host} 解析失败。请核对网址，并检查本机的网络与 DNS`,
  tls: (host) => `与 ${host} 建立加密连接失败。请核对该站是否支持 https，或改用 http 地址`,
  timeout: (host) => `连接 ${host} 超时。请稍后重试，或检查本机网络`,
  refused: (host) => `${host} 拒绝连接或不可达。请核对网址与端口，或稍后重试`,
  reset: (host) => `${host} 中断了连接。请稍后重试`,
  protocol: (host) => `${host} 的回应不合 HTTP 协议。请用浏览器核对该网址`,
  'too-large': () => '首页超过单页大小上限。请在配置中调大 budget.maxBytesPerBody',
  loop: () => '首页重定向成了死循环。请用浏览器核对该网址',
  blocked: (host) => `被 ${host} 的防护拦截，不计入网站问题。请与网站方沟通放行后重试`,
  robots: (host) => `${host} 的 robots.txt 不允许访问首页，未访问。请与网站方沟通`,
  budget: () => '预算用完，首页没有访问。请调大 --max-pages 或 --max-minutes',
  'private-address': (host) =>
    `${host} 指向内网或保留地址，为安全未访问。确需检查内网站点时请加 --allow-private`,
  unsupported: () => '首页的地址或内容格式不受支持。请用浏览器核对该网址',
  interrupted: () => '访问首页时被中断。请用 --resume 继续',
}

const NOT_A_PAGE = '返回的是文件而不是网页（虽可能标作网页）。请核对网址'

/** `home`: what was read of the home page, however little; null when nothing was. `rowAt`: what became of an address. */
export function homeTrouble(
  portal: Portal,
  captures: Iterable<Capture>,
  home: Page | null,
  rowAt: (url: string) => FrontierRow | null,
): string | null {
  const url = normalizeUrl(portal.homeUrl) ?? portal.homeUrl
  let last: Capture | null = null
  for (const capture of captures) if (capture.url === url) last = capture
  const trouble =
    last === null
      ? unvisited(rowAt(url))
      : (captureTrouble(last, home) ?? (home === null ? NOT_A_PAGE : null))
  return trouble === null ? null : `${portal.name}（${portal.homeUrl}）：${trouble}。`
}

function unvisited(row: FrontierRow | null): string {
  if (row?.state !== 'robots') return '没有访问到首页'
  return `没有访问首页：${row.reason}。请与网站方沟通；已得网站方同意的，可在配置文件中写 obeyRobots: false 再扫描，运行记录会注明`
}

/** The same for one visit of any address: `page` is what was read of it. */
export function captureTrouble(capture: Capture, page: Page | null): string | null {
  const host = hostOf(capture.url)
  if (capture.state === 'failed') {
    const technical = /（([^（）]+)）$/.exec(capture.detail)?.[1] ?? capture.detail
    return `${FAILED[capture.reason](host)}（${technical}）`
  }
  const block = capture.blocked ?? page?.blocked ?? null
  if (block !== null) {
    return `被防护拦截（${block.because}），不计入网站问题。请与网站方沟通放行后重试`
  }
  if (capture.status >= 500) {
    return `服务器返回 HTTP ${capture.status}（内部错误）。请稍后重试，仍如此则联系网站方`
  }
  if (capture.status >= 400) return `服务器返回 HTTP ${capture.status}。请核对网址`
  if (capture.bytes === 0) return '返回的是空白页（正文 0 字节）。请用浏览器核对，稍后重试'
  if (page?.kind.value === 'file') return NOT_A_PAGE
  if (page !== null && page.text.length === 0 && page.links.length === 0) {
    return '页面里没有任何文字和链接（空白页，或全靠脚本生成）。请用浏览器核对'
  }
  return null
}
