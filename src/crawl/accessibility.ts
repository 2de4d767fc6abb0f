/**
 * axe-core as a probe: the script that runs in every frame of a rendered page, and what its answer means. WCAG 2.0 and
 * 2.1 at levels A and AA, rule texts in Chinese where axe has them. `incomplete` stays apart: a person must look. What
 * a violation is worth, and whether one page speaks for its template, is for checks.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FrameScript, RenderedPage } from '#model/ports'
import type { AxeNode, AxeReading, AxeRuleResult } from '#model/probe'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] as const
/** Nodes kept a rule and page: enough to show, all are counted. */
const MAX_NODES = 10
const MAX_HTML = 300

const require = createRequire(import.meta.url)

/** The axe script with Chinese texts; read once a process. */
let script: Promise<FrameScript> | null = null
export function axeScript(): Promise<FrameScript> {
  script ??= makeScript()
  return script
}

async function makeScript(): Promise<FrameScript> {
  const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
  const locale = await readFile(require.resolve('axe-core/locales/zh_CN.json'), 'utf8')
  return {
    source: `${source};axe.configure({ locale: ${locale} });true`,
    expression: `axe.run(document, {
      runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} },
      resultTypes: ['violations', 'incomplete'],
      iframes: false,
    }).then((result) => {
      const rule = (one) => ({
        rule: one.id, impact: one.impact ?? null, help: one.help, tags: one.tags, count: one.nodes.length,
        nodes: one.nodes.slice(0, ${MAX_NODES}).map((node) => ({
          target: node.target.flat().join(' '), html: node.html.slice(0, ${MAX_HTML}),
        })),
      })
      return {
        engine: axe.version, passes: result.passes.length,
        violations: result.violations.map(rule), incomplete: result.incomplete.map(rule),
      }
    })`,
  }
}

interface FrameResult {
  readonly engine: string
  readonly passes: number
  readonly violations: readonly RawRule[]
  readonly incomplete: readonly RawRule[]
}

interface RawRule {
  readonly rule: string
  readonly impact: AxeRuleResult['impact']
  readonly help: string
  readonly tags: readonly string[]
  readonly count: number
  readonly nodes: readonly { readonly target: string; readonly html: string }[]
}

function isFrameResult(value: unknown): value is FrameResult {
  if (typeof value !== 'object' || value === null) return false
  const { engine, violations, incomplete } = value as Record<string, unknown>
  return typeof engine === 'string' && Array.isArray(violations) && Array.isArray(incomplete)
}

/**
 * All frames together; null when axe ran in none (the page is then not judged at all).
 * @param results answers of `axeScript` by frame
 */
export function readAxe(
  rendered: Pick<RenderedPage, 'frames' | 'url'>,
  results: RenderedPage['results'][number],
): AxeReading | null {
  const violations = new Map<string, AxeRuleResult>()
  const incomplete = new Map<string, AxeRuleResult>()
  const answered = new Set<string>()
  let engine: string | null = null
  let passes = 0
  const main = rendered.frames[0]
  for (const { frame, value } of results) {
    if (!isFrameResult(value)) continue
    answered.add(frame)
    engine = value.engine
    passes = Math.max(passes, value.passes)
    // Only the main frame's DOM is archived, so only there can an element be pointed at.
    const html = frame === main?.url ? main.html : ''
    for (const rule of value.violations) merge(violations, rule, frame, html)
    for (const rule of value.incomplete) merge(incomplete, rule, frame, html)
  }
  if (engine === null) return null
  const byRule = (a: AxeRuleResult, b: AxeRuleResult): number => (a.rule < b.rule ? -1 : 1)
  return {
    engine: `axe-core ${engine}`,
    title: (/<title[^>]*>([^<]*)<\/title>/i.exec(main?.html ?? '')?.[1] ?? '').trim(),
    violations: [...violations.values()].sort(byRule),
    incomplete: [...incomplete.values()].sort(byRule),
    passes,
    framesUnread: rendered.frames.map((one) => one.url).filter((url) => !answered.has(url)),
  }
}

function merge(into: Map<string, AxeRuleResult>, rule: RawRule, frame: string, html: string): void {
  const known = into.get(rule.rule)
  const nodes: AxeNode[] = rule.nodes.map((node) => {
    const start = node.html.length > 3 ? html.indexOf(node.html) : -1
    return {
      target: node.target,
      html: node.html,
      frame,
      at: start >= 0 ? [start, start + node.html.length] : null,
    }
  })
  into.set(rule.rule, {
    rule: rule.rule,
    impact: rule.impact,
    help: rule.help,
    tags: rule.tags,
    nodes: [...(known?.nodes ?? []), ...nodes].slice(0, MAX_NODES),
    count: (known?.count ?? 0) + rule.count,
  })
}
