/**
 * Why something could not be read, in words for evaluators, from captures and frontier states: what failed or blocked,
 * what was not visited, and whether enough of the portal was seen to claim that something is absent. A fault of ours is
 * never worded as a fault of the site.
 */
import {
  type Capture,
  type FailReason,
  PAGE_PART,
  type UrlPurpose,
  type UrlState,
} from '#model/capture'
import { type Coverage, hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { isBlank, isReadable, type SiteIndex } from './site-index.ts'

const FAILURES: Readonly<Record<FailReason, string>> = {
  dns: '域名解析失败',
  tls: '加密连接失败',
  timeout: '连接或响应超时',
  refused: '连接被拒绝',
  reset: '连接被重置',
  protocol: '响应不合协议',
  'too-large': '超过大小上限',
  loop: '循环跳转',
  blocked: '被网站防护拦截',
  robots: 'robots.txt 不允许采集',
  budget: '本次采集预算用尽',
  'private-address': '内网地址，未采集',
  unsupported: '不支持的内容或协议',
  interrupted: '采集中断',
}

const STATES: Readonly<Partial<Record<UrlState, string>>> = {
  queued: '尚未采集',
  active: '采集未完成',
  blocked: '被网站防护拦截',
  failed: '采集失败',
  'out-of-scope': '不在采集范围',
  robots: '按 robots.txt 未采集',
  budget: '本次采集预算用尽',
  trap: '疑似无限链接，未采集',
  duplicate: '与另一地址相同，未重复采集',
}

const STAFF_DOOR =
  /^(?:工作人员|内部|用户|后台|管理员?|邮箱|邮件|系统|OA|政务)*(?:登[录陆]|邮箱|邮件系统|内部办公|办公(?:系统|平台|自动化)|内网|后台管理|OA(?:系统|办公|平台)?)(?:入口)?$/i

/** Purposes whose pages a claim of absence rests on. */
const ESSENTIAL: ReadonlySet<UrlPurpose> = new Set([
  'home',
  'navigation',
  'listing',
  'required-document',
])

/** Why a fetched page says nothing; null when it is readable. */
export function captureTrouble(view: PageView): string | null {
  if (isReadable(view)) return null
  const blocked = view.capture.blocked ?? view.page.blocked
  if (blocked !== null) return `被网站防护拦截（${blocked.because}）`
  if (view.capture.status >= 400) return `栏目页返回状态 ${view.capture.status}`
  if (view.page.kind.value === 'file') return '打开的是文件，不是网页'
  if (isBlank(view)) return '打开的是空白页，没有文字和链接'
  return `打开的是错误页（${view.page.kind.because}）`
}

/** Why an address has no page of its own in this run. */
export function whyNotVisited(index: SiteIndex, url: string): string {
  const row = index.frontierAt(url)
  if (row === null) return '本次没有采集到该地址'
  const words = STATES[row.state]
  if (words === undefined && row.purpose === 'link-probe') return '在采集范围以外，只核对了能否打开'
  if (words === undefined) return `已访问，但内容不是可读的网页（${row.reason ?? '没有说明'}）`
  return row.reason === null || row.reason === '' ? words : `${words}（${row.reason}）`
}

/** Failed captures and pages that blocked us, one per address (its last visit). */
export function readTroubles(index: SiteIndex): SiteView['troubles'] {
  const last = new Map<string, Capture>()
  for (const capture of index.captures) last.set(capture.url, capture)
  const troubles: { url: string; reason: string; capture: string }[] = []
  for (const capture of last.values()) {
    const reason =
      capture.state === 'failed'
        ? `${FAILURES[capture.reason]}${capture.detail === '' ? '' : `（${capture.detail}）`}`
        : blockWords(index, capture)
    if (reason !== null) troubles.push({ url: capture.url, reason, capture: capture.id })
  }
  return troubles
}

function blockWords(index: SiteIndex, capture: Capture & { state: 'stored' }): string | null {
  const view = index.viewAt(capture.finalUrl)
  const seen = view !== null && view.capture.id === capture.id ? view.page.blocked : null
  const block = capture.blocked ?? seen
  return block === null ? null : `被网站防护拦截（${block.because}）`
}

export function countVisits(index: SiteIndex, troubles: SiteView['troubles']): SiteView['counts'] {
  const stored = index.captures.filter(
    (capture) => capture.state === 'stored' && !capture.remarks.includes(PAGE_PART),
  )
  const failedIds = new Set(
    index.captures.filter((capture) => capture.state === 'failed').map((capture) => capture.id),
  )
  const notVisited: Record<string, number> = {}
  for (const row of index.frontier) {
    if (!['budget', 'robots', 'trap', 'queued', 'active', 'out-of-scope'].includes(row.state))
      continue
    notVisited[row.state] = (notVisited[row.state] ?? 0) + 1
  }
  const failed = troubles.filter((trouble) => failedIds.has(trouble.capture)).length
  return {
    fetched: new Set(stored.flatMap((one) => (one.via === 'http' ? [one.url] : []))).size,
    rendered: stored.filter((capture) => capture.via === 'browser').length,
    blocked: troubles.length - failed,
    failed,
    notVisited,
  }
}

/** What runs behind such a door is an application (政务地图, 网上预约): it holds no columns and no documents. */
const APPLICATION =
  /(?:地图|导航|系统|登[录陆]|注册|检索|搜索|查询|预约|挂号|缴费|大屏|可视化|客户端|小程序|智能问答|机器人|网上(?:办事)?大厅|办事大厅)$/

/** Every link to it says that it is for staff (邮箱登录, 内部办公), closed to the public, or an application: it hides nothing that is put up. */
function isHollowDoor(index: SiteIndex, url: string): boolean {
  const key = index.keyOf(url)
  const texts = index.views.flatMap((view) =>
    view.page.links.filter((link) => index.keyOf(link.url) === key).map((link) => link.text),
  )
  return (
    texts.length > 0 &&
    texts.every((text) => STAFF_DOOR.test(text) || APPLICATION.test(text.trim()))
  )
}

/**
 * Was any page beside home read? A home page that leads nowhere (维护中, an error in plain words, a lone picture, a
 * dead frameset) shows no portal, so nothing may be said to be missing from it.
 */
function leadsOn(index: SiteIndex, home: PageView): boolean {
  // Not just any page: the answer to an invented address may be the same notice once more.
  const { platformUrl, extraUrls } = index.portal
  const entries = platformUrl === null ? extraUrls : [platformUrl, ...extraUrls]
  const doors = [...home.page.links.map((link) => link.url), ...home.page.frames, ...entries]
  return doors.some((url) => {
    const view = index.viewAt(url)
    return view !== null && view !== home && index.isInternal(view.page.url) && isReadable(view)
  })
}

/** Captures that broke off, were spoilt on their way or never came to an end, or on which our reader failed, by id. */
function partlyReceived(index: SiteIndex): ReadonlySet<string> {
  const cut = index.captures.filter(
    (one) =>
      one.state === 'stored' &&
      one.remarks.some(
        (remark) =>
          remark.startsWith('reader-failed') ||
          (one.truncated &&
            /^(content-length-mismatch|bad-content-encoding|time-cap)$/.test(remark)),
      ),
  )
  return new Set(cut.map((one) => one.id))
}

/** May absence be claimed of this portal? Not when home, navigation or lists are missing from what was read. */
export function portalCoverage(index: SiteIndex): {
  coverage: Coverage
  coverageBecause: string | null
} {
  const gaps: string[] = []
  if (index.home === null) gaps.push('首页没有读到')
  else {
    const hidden = hiddenByScript(index.home)
    if (hidden !== null) gaps.push(`首页内容由脚本生成，没有读全（${hidden}）`)
    else if (!leadsOn(index, index.home))
      gaps.push('从首页没有到达本站任何可读的页面，看不出有哪些栏目')
  }
  if (index.home?.page.truncated) gaps.push('首页只收到一部分（过大，或传输中断）')
  const cut = partlyReceived(index)
  let partly = 0
  const missed = new Map<string, number>()
  for (const row of index.frontier) {
    if (!ESSENTIAL.has(row.purpose) || !index.isInternal(row.url)) continue
    const words = STATES[row.state]
    if (words === undefined && row.purpose !== 'home') {
      // What could not be read at all leaves no page behind, only its capture.
      const view = index.viewAt(row.url)
      if (view === null ? row.capture !== null && cut.has(row.capture) : view.page.truncated)
        partly += 1
    }
    if (words === undefined || row.state === 'duplicate' || row.state === 'out-of-scope') continue
    if (row.state === 'blocked' && isHollowDoor(index, row.url)) continue
    missed.set(words, (missed.get(words) ?? 0) + 1)
  }
  if (partly > 0) gaps.push(`${partly} 个栏目或重要页面只收到一部分（过大，或传输中断）`)
  for (const [words, count] of missed) gaps.push(`${count} 个栏目或重要页面没有读到：${words}`)
  return gaps.length === 0
    ? { coverage: 'complete', coverageBecause: null }
    : { coverage: 'partial', coverageBecause: gaps.join('；') }
}
