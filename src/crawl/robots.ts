/**
 * robots.txt after RFC 9309: groups, longest match wins, `*` and `$`, and the customary Crawl-delay. Reading only;
 * fetching, and what an unreadable file means (allowed), is crawl-portal's.
 */

interface Rule {
  readonly allow: boolean
  readonly path: string
  readonly pattern: RegExp
}

export interface Robots {
  /** The rule that forbids `path` (with query), or null when it may be visited. */
  refusal(path: string): string | null
  readonly crawlDelayMs: number
  readonly rules: number
  /** Addresses of sitemap files it names, as written. */
  readonly sitemaps: readonly string[]
}

export const ALLOW_ALL: Robots = {
  refusal: () => null,
  crawlDelayMs: 0,
  rules: 0,
  sitemaps: [],
}

const MAX_BYTES = 500 * 1024
/** A longer wish than this would make any measuring impossible; it is cut and the cut is reported. */
export const MAX_CRAWL_DELAY_MS = 60_000

function patternOf(path: string): RegExp {
  const anchored = path.endsWith('$')
  const body = anchored ? path.slice(0, -1) : path
  const source = body
    .split(/\*+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?')
  return new RegExp(`^${source}${anchored ? '$' : ''}`)
}

interface Group {
  readonly agents: string[]
  readonly rules: Rule[]
  crawlDelayMs: number | null
}

function parseGroups(text: string): Group[] {
  const groups: Group[] = []
  let group: Group | null = null
  let namingAgents = false
  for (const raw of text.slice(0, MAX_BYTES).split(/\r\n|\r|\n/)) {
    const line = raw.replace(/#.*/, '').trim()
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const key = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (!group || !namingAgents) {
        group = { agents: [], rules: [], crawlDelayMs: null }
        groups.push(group)
      }
      group.agents.push(value.toLowerCase())
      namingAgents = true
      continue
    }
    if (!group) continue
    if (key === 'allow' || key === 'disallow') {
      namingAgents = false
      if (value !== '')
        group.rules.push({ allow: key === 'allow', path: value, pattern: patternOf(value) })
    } else if (key === 'crawl-delay') {
      namingAgents = false
      const seconds = Number(value)
      if (Number.isFinite(seconds) && seconds > 0) group.crawlDelayMs = seconds * 1000
    }
  }
  return groups
}

/** Reads robots.txt for our product token (`mingcha`), else for `*`. */
export function parseRobots(text: string, productToken = 'mingcha'): Robots {
  const groups = parseGroups(text.replace(/^\ufeff/, ''))
  // Stands outside the groups: it is for everybody.
  const sitemaps = [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].map(
    (match) => match[1] ?? '',
  )
  const own = groups.filter((g) => g.agents.some((agent) => agent.startsWith(productToken)))
  const chosen = own.length > 0 ? own : groups.filter((g) => g.agents.includes('*'))
  if (chosen.length === 0) return { ...ALLOW_ALL, sitemaps }
  const rules = chosen.flatMap((g) => g.rules)
  const delay = Math.max(0, ...chosen.map((g) => g.crawlDelayMs ?? 0))
  return {
    crawlDelayMs: Math.min(delay, MAX_CRAWL_DELAY_MS),
    rules: rules.length,
    sitemaps,
    refusal(path) {
      let best: Rule | null = null
      for (const rule of rules) {
        if (!rule.pattern.test(path)) continue
        if (
          best === null ||
          rule.path.length > best.path.length ||
          (rule.path.length === best.path.length && rule.allow)
        ) {
          best = rule
        }
      }
      return best && !best.allow ? `Disallow: ${best.path}` : null
    },
  }
}
