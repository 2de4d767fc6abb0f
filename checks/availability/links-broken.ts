/**
 * Are there dead links? Home page and other pages apart, internal and external apart: for each of the four groups one
 * summary finding with the share of dead links, and one finding per dead address. 404 and 410 count only after a
 * second visit; a page that says "not found" under status 200 is quoted. Every other failure, which may be ours or a
 * protection's, is left to a person; other sites that were not reached are asked about once, wherever they are linked. Told
 * apart are addresses that open for nobody (misspelt, on somebody's disk, of the office's own network) and codes of new-media
 * accounts whose picture is not there.
 */
import {
  citePage,
  defineCheck,
  isForNobody,
  isGone,
  isGoneTwice,
  isInside,
  isMalformed,
  linksMisspelt,
  linksOnDisk,
  listed,
  picturesAstray,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { LinkTarget, LinkVisit, Place, SiteView } from '#model/site-view'

export const linksBroken = defineCheck({
  id: 'availability/links-broken',
  revision: 15,
  title: '链接是否可用',
  question: '首页和其他页面上的站内、站外链接，有没有打不开的？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause:
        '功能设计·可用性：首页链接不可用每个扣1分，其他页面每个扣0.1分（分值未核对原文，由评分方案定）',
    },
  ],
  needs: ['home', 'links'],
  params: {
    maxListed: {
      default: 50,
      meaning: '每组最多逐条列出多少个失效地址，其余只计数',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    'all-live': {
      verdict: 'pass',
      message: '{group}：访问成功的 {visited} 个地址没有失效的',
      claimsAbsence: true,
      ask: '这一组里没有访问到的链接，有没有打不开的？',
    },
    'some-broken': {
      verdict: 'fail',
      message: '{group}：有答复的 {visited} 个地址中有 {broken} 个失效（{names}）',
      ask: '所列链接在浏览器中是否确实打不开？',
    },
    broken: {
      verdict: 'fail',
      message: '{group}“{text}”失效：{target} 两次访问都是 {status}',
      ask: '该链接在浏览器中是否确实打不开？',
    },
    'more-broken': {
      verdict: 'fail',
      message: '{group}另有 {count} 个失效地址没有逐条列出',
      ask: '未列出的链接在浏览器中是否确实打不开？',
    },
    unconfirmed: {
      verdict: 'unsure',
      message: '{group}有 {count} 个地址答复“不存在”，但没有第二次访问：{names}',
      ask: '所列链接在浏览器中是否打得开？',
    },
    disguised: {
      verdict: 'fail',
      message: '{group}有 {count} 个地址答复成功，内容却是“不存在”的页面：{names}',
      ask: '所列链接在浏览器中打开的，是否确实是“不存在”的提示页？',
    },
    refused: {
      verdict: 'unsure',
      message: '{group}有 {count} 个地址拒绝或拦截了本工具（{statuses}）：{names}',
      ask: '所列链接在浏览器中是否打得开？',
    },
    unreachable: {
      verdict: 'unsure',
      message: '{group}有 {count} 个地址没有连通或服务器出错（{statuses}）：{names}',
      ask: '所列链接在浏览器中是否打得开？',
    },
    'on-disk': {
      verdict: 'fail',
      message:
        '有 {count} 个链接或图片指向编辑人员自己电脑上的文件（file:///、C:\\ 一类的地址），谁也打不开：{names}',
      ask: '所列链接在浏览器中是否确实打不开？',
    },
    intranet: {
      verdict: 'fail',
      message: '有 {count} 个链接或图片指向内部网络或本机的地址（{hosts}），公众打不开：{names}',
      ask: '所列链接在单位以外的网络上是否确实打不开？',
    },
    'code-broken': {
      verdict: 'fail',
      message: '首页新媒体二维码的图片打不开（两次访问都不存在），公众扫不了码：{names}',
      ask: '首页所列二维码在浏览器中是否确实没有显示出来？',
    },
    malformed: {
      verdict: 'fail',
      message: '有 {count} 个链接的地址写错了，开头或主机名不成其为网址，谁也打不开：{names}',
      ask: '所列链接在浏览器中是否确实打不开？',
    },
    'none-visited': {
      verdict: 'not-applicable',
      message: '{group}：没有这类链接',
    },
    'not-visited': {
      verdict: 'unsure',
      message: '{group}有 {count} 个地址，本次一个也没有访问成功',
      ask: '这一组链接在浏览器中是否打得开？',
    },
  },
  example: '首页“上级部门”链接的地址两次访问都是 404：首页站外链接 broken。',
  *run(site, { params }) {
    if (site.home === null) return
    const groups = groupsOf(site)
    for (const group of groups) yield* judgeGroup(site, group, params.maxListed)
    const away = groups.filter(isAway).flatMap(({ targets }) => targets)
    const unreached = away.filter((target) => stateOf(target) === 'failed')
    if (unreached.length > 0)
      yield many(site, { name: '站外链接', targets: away }, 'unreachable', unreached, '未连通')
    const local = linksOnDisk(site)
    if (local.length > 0) yield offered('on-disk', '本机地址', local)
    const codes = site.newMedia.filter(({ code }) => code !== undefined && isGoneTwice(code))
    if (codes.length > 0)
      yield {
        outcome: 'code-broken',
        subject: '新媒体二维码',
        facts: { count: codes.length, names: listed(codes.map(({ label }) => label)) },
        measure: { value: codes.length, unit: 'count' },
        evidence: codes.slice(0, 5).map(({ place }) => place),
        pages: codes.map(({ place }) => place.url),
      }
    const inside = site.links.filter((target) => isForNobody(site, target))
    if (inside.length > 0)
      yield {
        outcome: 'intranet',
        subject: '内部网络的地址',
        facts: {
          count: inside.length,
          hosts: listed([...new Set(inside.map(({ url }) => new URL(url).host))]),
          names: listed(inside.map(labelOf)),
        },
        measure: { value: inside.length, unit: 'count' },
        evidence: inside.flatMap((target) => placesOf(site, target).slice(0, 2)).slice(0, 10),
        pages: [...new Set(inside.flatMap(({ from }) => from.map(({ url }) => url)))],
      }
    const { disk, inside: within } = picturesAstray(site)
    if (disk.length > 0) yield offered('on-disk', '本机地址的图片', disk)
    if (within.length > 0) yield offered('intranet', '内部网络的图片', within)
    const wrong = site.links.filter(isMalformed)
    const misspelt = linksMisspelt(site)
    const places = [...wrong.flatMap((target) => placesOf(site, target).slice(0, 2)), ...misspelt]
    if (places.length > 0)
      yield {
        outcome: 'malformed',
        subject: '写错的地址',
        facts: {
          count: wrong.length + misspelt.length,
          names: listed([
            ...wrong.map((target) => `${labelOf(target)}（${target.url}）`),
            ...misspelt.map(({ quote }) => quote),
          ]),
        },
        measure: { value: wrong.length, unit: 'count' },
        evidence: places.slice(0, 10),
        pages: [...new Set(places.map(({ url }) => url))],
      }
  },
})

/** Links and pictures that open for nobody but their writer, or the office. */
function offered<O extends 'on-disk' | 'intranet'>(
  outcome: O,
  subject: string,
  places: readonly (Place & { readonly quote: string })[],
): Observation<O> {
  const names = listed([...new Set(places.map(({ quote }) => quote))])
  return {
    outcome,
    subject,
    facts: { count: places.length, names, hosts: names },
    measure: { value: places.length, unit: 'count' },
    evidence: places.slice(0, 10),
    pages: [...new Set(places.map(({ url }) => url))],
  }
}

/** So few links of a portal that was not seen whole say nothing of the rest. */
const FEW = 5

type Outcome =
  | 'all-live'
  | 'on-disk'
  | 'intranet'
  | 'code-broken'
  | 'malformed'
  | 'some-broken'
  | 'broken'
  | 'more-broken'
  | 'unconfirmed'
  | 'disguised'
  | 'refused'
  | 'unreachable'
  | 'none-visited'
  | 'not-visited'

interface Group {
  readonly name: string
  readonly targets: readonly LinkTarget[]
}

/** An address belongs to the home page when the home page carries it, wherever else it stands. */
function groupsOf(site: SiteView): Group[] {
  const home = site.home?.page.url
  const groups = new Map<string, LinkTarget[]>([
    ['首页站内链接', []],
    ['首页站外链接', []],
    ['其他页面站内链接', []],
    ['其他页面站外链接', []],
  ])
  for (const target of site.links) {
    if (isMalformed(target) || isForNobody(site, target)) continue
    const where = target.from.some((link) => link.url === home) ? '首页' : '其他页面'
    groups.get(`${where}${target.internal ? '站内' : '站外'}链接`)?.push(target)
  }
  return [...groups].map(([name, targets]) => ({ name, targets }))
}

const isAway = ({ name }: Group): boolean => name.endsWith('站外链接')

function* judgeGroup(
  site: SiteView,
  group: Group,
  maxListed: number,
): Generator<Observation<Outcome>> {
  const of = (...states: readonly State[]): LinkTarget[] =>
    group.targets.filter((target) => states.includes(stateOf(target)))
  const broken = of('broken')
  const visited = of('live', 'broken')
  const asked = of('once', 'disguised', 'refused', 'failed')
  const all = summary(site, group, broken, visited, asked.length)
  // The questions below name what is open: that the rest is live is no verdict on the group, and no question of its own.
  const isRest = all.outcome === 'all-live' && all.coverage?.value === 'complete'
  const isTold = asked.length > 0 && (isRest || asked.length === group.targets.length)
  if (!isTold) yield all
  for (const target of broken.slice(0, maxListed)) {
    const places = placesOf(site, target).slice(0, 3)
    yield {
      outcome: 'broken',
      subject: `${group.name}：${target.url}`,
      facts: {
        group: group.name,
        text: labelOf(target),
        target: target.url,
        status: statusText(target.visit),
        captures: capturesOf(target),
        carriers: target.from.length,
      },
      evidence: places.length > 0 ? places : homePlaces(site),
      pages: target.from.map((link) => link.url),
    }
  }
  if (broken.length > maxListed)
    yield many(site, group, 'more-broken', broken.slice(maxListed), '未逐条列出')
  const open: readonly (readonly [State, Open, string])[] = [
    ['once', 'unconfirmed', '未复核'],
    ['disguised', 'disguised', '疑似软404'],
    ['refused', 'refused', '被拒绝'],
    ['failed', 'unreachable', '未连通'],
  ]
  for (const [state, outcome, label] of open) {
    // Whether other sites can be reached from here is one question for all of them.
    const targets = state === 'failed' && isAway(group) ? [] : of(state)
    if (targets.length > 0) yield many(site, group, outcome, targets, label)
  }
}

function summary(
  site: SiteView,
  group: Group,
  broken: readonly LinkTarget[],
  visited: readonly LinkTarget[],
  asked: number,
): Observation<Outcome> {
  const home = homePlaces(site)
  const facts = { group: group.name, visited: visited.length, links: group.targets.length }
  if (group.targets.length === 0)
    return { outcome: 'none-visited', subject: group.name, facts, evidence: home }
  if (visited.length === 0)
    return {
      outcome: 'not-visited',
      subject: group.name,
      facts: { ...facts, count: group.targets.length },
      evidence: home,
    }
  const measure = { value: broken.length / visited.length, unit: 'share' as const }
  const places = broken.flatMap((target) => placesOf(site, target).slice(0, 2)).slice(0, 10)
  if (broken.length > 0)
    return {
      outcome: 'some-broken',
      subject: group.name,
      facts: {
        ...facts,
        broken: broken.length,
        names: listed(broken.map(labelOf)),
      },
      measure,
      evidence: places.length > 0 ? places : home,
    }
  // What is asked about by name in a question of its own is not asked about a second time.
  const unsettled = group.targets.filter((target) => stateOf(target) !== 'live').length - asked
  const cut = site.pages.filter(({ page, capture }) => page.truncated || capture.truncated).length
  const because =
    unsettled > 0
      ? `有 ${unsettled} 个地址没有访问到或没有访问成功`
      : cut > 0
        ? `有 ${cut} 个页面没有读全，它们的链接没有都看到`
        : group.targets.length < FEW &&
            group.targets.every(({ internal }) => internal) &&
            site.coverage === 'partial'
          ? '网站没有看全，只见到很少的链接'
          : null
  return {
    outcome: 'all-live',
    subject: group.name,
    facts,
    measure,
    evidence: home,
    coverage: { value: because === null ? 'complete' : 'partial', because },
  }
}

function many(
  site: SiteView,
  group: Group,
  outcome: 'more-broken' | Open,
  targets: readonly LinkTarget[],
  label: string,
): Observation<Outcome> {
  const places = targets.flatMap((target) => placesOf(site, target).slice(0, 2))
  return {
    outcome,
    subject: `${group.name}：${label}`,
    facts: {
      group: group.name,
      count: targets.length,
      names: listed(targets.map(labelOf)),
      statuses: listed([...new Set(targets.map((target) => statusText(target.visit)))]),
      targets: targets.slice(0, 50).map((target) => target.url),
    },
    measure: { value: targets.length, unit: 'count' },
    evidence: [
      ...(places.length > 0 ? places.slice(0, 10) : homePlaces(site)),
      ...(outcome === 'disguised' ? targets.slice(0, 5).flatMap(said) : []),
    ],
  }

  /** The page that says so. */
  function said({ url }: LinkTarget): Place[] {
    const view = site.pageAt(url)
    return view === null ? [] : [citePage(view)]
  }
}

type Open = 'unconfirmed' | 'disguised' | 'refused' | 'unreachable'
type State = 'live' | 'broken' | 'once' | 'disguised' | 'refused' | 'failed' | 'unvisited'

function stateOf(target: LinkTarget): State {
  const { visit } = target
  if (visit === null) return 'unvisited'
  if (visit.state === 'failed')
    return isOurs(visit.reason) && !isOffice(target, visit.reason) ? 'unvisited' : 'failed'
  if (isGone(visit)) return isGoneTwice(target) ? 'broken' : 'once'
  // A file without a byte is said where files are.
  const blank = visit.empty === true && !target.isAttachment
  if (visit.blocked === null && (visit.status >= 500 || blank)) return 'failed'
  if (visit.blocked !== null || visit.status >= 400) return 'refused'
  return visit.missing === true ? 'disguised' : 'live'
}

/** One that says so: nothing was asked for, and nobody outside could. */
function isOffice({ url, internal }: LinkTarget, reason: string): boolean {
  return !internal && reason === 'private-address' && isInside(url)
}

/** Reasons of our own: nothing is known about the link. */
function isOurs(reason: string): boolean {
  return ['robots', 'budget', 'private-address', 'unsupported', 'interrupted'].includes(reason)
}

const REASONS: Readonly<Record<string, string>> = {
  dns: '域名解析失败',
  tls: 'TLS 握手失败',
  timeout: '超时',
  refused: '拒绝连接',
  reset: '连接中断',
  protocol: '协议错误',
  'too-large': '内容过大',
  loop: '循环跳转',
  blocked: '被拦截',
  'private-address': '内部网络的地址',
}

function statusText(visit: LinkVisit | null): string {
  if (visit === null) return '未访问'
  if (visit.state === 'failed') return REASONS[visit.reason] ?? visit.reason
  if (visit.blocked !== null) return `被拦截（${visit.blocked}）`
  return visit.empty === true ? '答复成功但没有一个字节' : `HTTP ${visit.status}`
}

function capturesOf(target: LinkTarget): string[] {
  return [target.firstVisit, target.visit].flatMap((visit) => (visit ? [visit.capture] : []))
}

/** Where the link stands, on pages that were read; a link without words also cites its page as a whole. */
function placesOf(site: SiteView, target: LinkTarget): Place[] {
  return target.from.flatMap((link) => {
    const view = site.pageAt(link.url)
    if (view === null) return []
    if (link.text.trim() !== '') return [{ url: link.url, at: link.at, quote: link.text }]
    const [start, end] = link.at
    // Addresses that were worked out (paging) stand nowhere as such.
    if (start === end) return [citePage(view)]
    return [{ url: link.url, at: link.at, quote: lastStep(target.url) }, citePage(view)]
  })
}

/** How a message names a link: its words, else the end of its address. */
function labelOf(target: LinkTarget): string {
  const worded = target.from.find((link) => link.text.trim() !== '')
  return worded?.text ?? lastStep(target.url)
}

function homePlaces(site: SiteView): Place[] {
  return site.home === null ? [] : [citePage(site.home)]
}

/** Last path step of an address: stands in the link's own markup however the address was written. */
function lastStep(url: string): string {
  const { pathname, host } = new URL(url)
  return pathname.split('/').findLast((step) => step !== '') ?? host
}
