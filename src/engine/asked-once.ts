/**
 * One question for a platform on another host. Where a unit's disclosure platform is kept by its superior, a score of
 * checks would each ask whether what they look for is there. The one finding that asks who answers for the platform stands
 * for them: theirs say so, ask nothing and are not applicable to what was read. Nothing is passed by that: scoring leaves
 * open what such a finding is asked for, until the one question or the finding itself is decided (fact `askedWith`).
 */
import { hostOf } from '#base/url'
import type { Check } from '#model/check'
import { ASKED_WITH, type Finding } from '#model/finding'

/** A finding, with the address on another host behind which all that it lacks lies; null where it lacks none or more. */
export interface Looked {
  readonly finding: Finding
  readonly outside: string | null
}

/** Names of findings put to the question, in its words. */
const MOST_NAMED = 6

export function askedOnce(looked: readonly Looked[], checks: readonly Check[]): readonly Finding[] {
  const byId = new Map(checks.map((check) => [check.id, check]))
  const question = looked.find(
    ({ finding, outside }) =>
      outside !== null && specOf(byId, finding)?.asksForPlatform === true && finding.ask !== null,
  )
  const asking = question?.finding
  const host = hostIn(question?.outside ?? null)
  if (asking === undefined || host === null) return looked.map(({ finding }) => finding)
  const title = byId.get(asking.check)?.title ?? asking.check
  const put: string[] = []
  const findings = looked.map(({ finding, outside }) => {
    if (finding === asking || finding.verdict !== 'unsure' || hostIn(outside) !== host)
      return finding
    put.push(finding.subject)
    return {
      ...finding,
      verdict: 'not-applicable' as const,
      ask: null,
      message: `${finding.message}（没有读到站外平台，与“${title}：${asking.subject}”一并提问）`,
      facts: { ...finding.facts, [ASKED_WITH]: asking.identity },
    }
  })
  return findings.map((finding) =>
    finding === asking && put.length > 0
      ? { ...asking, ask: `${asking.ask}${named(put)}` }
      : finding,
  )
}

function specOf(checks: ReadonlyMap<string, Check>, { check, outcome }: Finding) {
  return checks.get(check)?.outcomes[outcome]
}

function hostIn(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? hostOf(address).replace(/^www\./, '') : null
}

function named(subjects: readonly string[]): string {
  const names = [...new Set(subjects)]
  const more = names.length > MOST_NAMED ? `等 ${names.length} 项` : ''
  return `（${names.slice(0, MOST_NAMED).join('、')}${more}没有分别提问，一并由此决定）`
}
