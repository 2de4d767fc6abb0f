/**
 * Do the pages meet the machine-testable part of WCAG 2.1 level A and AA, as axe-core found in the browser? One
 * page speaks for its template; pages that show the same fault (same elements) are one finding. What axe could not
 * decide is asked of a person, and so is all that was found on a page the browser did not get whole.
 */
import { defineCheck, listed } from '#engine/define-check'
import { isPartlyRendered } from '#model/capture'
import type { Observation } from '#model/check'
import { PAGE_KIND_NAMES } from '#model/page'
import type { AxeNode, AxeReading, AxeRuleResult } from '#model/probe'
import type { AccessibilityView, Place, SiteView } from '#model/site-view'

const IMPACTS: Readonly<Record<NonNullable<AxeRuleResult['impact']>, string>> = {
  minor: '轻微',
  moderate: '中等',
  serious: '严重',
  critical: '致命',
}

/** Evidence shown a fault. */
const MOST_PLACES = 5
/** Below the runner's floor: a page that lacked style sheets or scripts may look other than to visitors. */
const PARTLY_SEEN = 0.6

export const ruleViolated = defineCheck({
  id: 'accessibility/rule-violated',
  revision: 1,
  title: '页面是否符合无障碍规则',
  question: '首页和各类页面是否符合 WCAG 2.1 A、AA 级中可以自动检测的规则？',
  basis: [
    {
      document: 'GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》',
      clause: '一级、二级要求（二手，未核对原文；按对应的 WCAG 2.1 A、AA 级规则检测）',
    },
    {
      document: '国办公开办函〔2021〕28号',
      clause: '政府网站适老化与无障碍改造（只见题名，未核对原文）',
    },
  ],
  needs: ['accessibility'],
  params: {},
  outcomes: {
    clean: { verdict: 'pass', message: '检测的 {pages} 个页面没有发现违反规则之处' },
    violated: {
      verdict: 'fail',
      message: '{help}（{rule}，影响{impact}）：{where}共 {count} 处',
      ask: '所列元素是否确实有这个无障碍问题？',
    },
    'to-confirm': {
      verdict: 'unsure',
      message: '{help}（{rule}）：{where}有 {count} 处程序不能判断',
      ask: '所列元素是否有这个无障碍问题？',
    },
    'frames-unread': {
      verdict: 'unsure',
      message: '主页面没有发现问题，但有 {frames} 个内嵌框架没有检测到',
      ask: '内嵌框架里的内容是否符合无障碍规则？',
    },
  },
  example: '首页轮播图没有替代文字，各列表页用同一页头：image-alt 为 violated，列出这些页面。',
  *run(site) {
    const views = site.accessibility
    const accused = new Set<string>()
    let said = 0
    for (const fault of faultsOf(site, views, (reading) => reading.violations)) {
      for (const one of fault.seen) accused.add(`${fault.rule.rule} ${one.view.url}`)
      said += 1
      yield observe('violated', fault)
    }
    const open = faultsOf(site, views, (reading) => reading.incomplete, accused)
    for (const fault of open) {
      said += 1
      yield observe('to-confirm', fault)
    }
    if (said > 0) return
    const evidence = views.slice(0, MOST_PLACES).map(citeWhole)
    const frames = views.flatMap((view) => view.reading.framesUnread)
    const subject = '检测的页面'
    const pages = views.map((view) => view.url)
    if (frames.length > 0)
      yield { outcome: 'frames-unread', subject, facts: { frames: frames.length }, evidence, pages }
    else
      yield {
        outcome: 'clean',
        subject,
        facts: { pages: views.length },
        evidence,
        pages,
        sureness: surenessOf(views),
      }
  },
})

/** One rule on pages that share the elements at fault. */
interface Fault {
  readonly rule: AxeRuleResult
  readonly seen: { readonly view: AccessibilityView; readonly result: AxeRuleResult }[]
  readonly subject: string
  readonly where: string
}

function faultsOf(
  site: SiteView,
  views: readonly AccessibilityView[],
  pick: (reading: AxeReading) => readonly AxeRuleResult[],
  skip: ReadonlySet<string> = new Set(),
): readonly Fault[] {
  const byRule = new Map<string, Fault['seen'][]>()
  for (const view of views) {
    for (const result of pick(view.reading)) {
      if (skip.has(`${result.rule} ${view.url}`)) continue
      const groups = byRule.get(result.rule) ?? []
      const same = groups.filter((group) => group.some((one) => shareElement(one.result, result)))
      const others = groups.filter((group) => !same.includes(group))
      byRule.set(result.rule, [...others, [...same.flat(), { view, result }]])
    }
  }
  const faults: Fault[] = []
  for (const rule of [...byRule.keys()].sort()) {
    for (const seen of byRule.get(rule) ?? []) {
      const [first] = seen
      if (!first) continue
      const where = listed(unique(seen.map(({ view }) => kindOf(site, view))), 4)
      const named = `${rule}：${kindOf(site, first.view)}`
      const taken = faults.filter((fault) => fault.subject.startsWith(named)).length
      // Two templates of one kind: the address tells them apart.
      const subject = taken === 0 ? named : `${named} ${first.view.url}`
      faults.push({ rule: first.result, seen, subject, where })
    }
  }
  return faults
}

function shareElement(a: AxeRuleResult, b: AxeRuleResult): boolean {
  const html = new Set(a.nodes.map((node) => node.html))
  return b.nodes.some((node) => html.has(node.html))
}

function observe<O extends string>(outcome: O, fault: Fault): Observation<O> {
  const { rule, seen, subject, where } = fault
  const wcag = rule.tags.filter((tag) => tag.startsWith('wcag'))
  const count = seen.reduce((sum, one) => sum + one.result.count, 0)
  const places = seen
    .flatMap(({ view, result }) => result.nodes.map((node) => ({ view, node })))
    .filter((one, i, all) => all.findIndex((other) => other.node.html === one.node.html) === i)
  const example = places[0]?.node.html ?? ''
  return {
    outcome,
    subject,
    facts: {
      rule: rule.rule,
      impact: rule.impact === null ? '未知' : IMPACTS[rule.impact],
      help: rule.help,
      wcag,
      count,
      where,
      example: example.slice(0, 120),
      selector: places[0]?.node.target ?? '',
      templates: seen.length,
    },
    measure: { value: count, unit: 'count' },
    evidence: citeNodes(places),
    pages: seen.map(({ view }) => view.url),
    sureness: surenessOf(seen.map(({ view }) => view)),
  }
}

/** Elements that can be pointed at, first; where none can (inner frames), the page as a whole. */
function citeNodes(places: readonly { view: AccessibilityView; node: AxeNode }[]): Place[] {
  const cited: Place[] = places
    .flatMap(({ view, node }): Place[] =>
      node.at === null
        ? []
        : [{ url: view.url, at: node.at, quote: node.html, capture: view.capture.id }],
    )
    .slice(0, MOST_PLACES)
  const [first] = places
  return cited.length > 0 || !first ? cited : [citeWhole(first.view)]
}

function citeWhole({ url, capture, reading }: AccessibilityView): Place {
  const quote = reading.title === '' ? `HTTP ${capture.status}` : reading.title
  return { url, at: null, quote, capture: capture.id }
}

function kindOf(site: SiteView, view: AccessibilityView): string {
  const kind = site.pageAt(view.url)?.page.kind.value
  return PAGE_KIND_NAMES[kind ?? 'other']
}

function surenessOf(views: readonly AccessibilityView[]): number {
  return views.some((view) => isPartlyRendered(view.capture)) ? PARTLY_SEEN : 1
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
