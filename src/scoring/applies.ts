/**
 * Who is assessed on what: groups, exact names, attributes, additions and exceptions. A list that ends in 等 and does
 * not name the agency is an open question; names are never matched loosely.
 */
import type { Applicability } from '#model/criterion'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts } from '#model/scorecard'

export type Applies = 'yes' | 'no' | 'unknown'

/** Whether the agency belongs to a group of the scheme: by its own group, or by standing on the printed list. */
function inGroup(scheme: Scheme, { agency }: AgencyFacts, id: string): boolean {
  const group = scheme.groups.find((one) => one.id === id)
  if (!group) return false
  return (
    agency.group === group.id || agency.group === group.name || group.agencies.includes(agency.name)
  )
}

export function appliesTo(
  { scheme, facts }: { readonly scheme: Scheme; readonly facts: AgencyFacts },
  rule: Applicability | undefined,
): Applies {
  const { agency } = facts
  if (rule === undefined) return 'yes'
  switch (rule.kind) {
    case 'all':
      return 'yes'
    case 'agencies':
      if (rule.names.includes(agency.name)) return 'yes'
      return rule.open ? 'unknown' : 'no'
    case 'attribute':
      return rule.anyOf.some((a) => agency.attributes.includes(a)) ? 'yes' : 'no'
    case 'scope': {
      if (rule.except.includes(agency.name)) return 'no'
      const everyone = rule.groups.length + rule.names.length + rule.attributes.length === 0
      const named =
        everyone ||
        rule.also.includes(agency.name) ||
        rule.names.includes(agency.name) ||
        rule.groups.some((id) => inGroup(scheme, facts, id)) ||
        rule.attributes.some((a) => agency.attributes.includes(a))
      if (named) return 'yes'
      return rule.open ? 'unknown' : 'no'
    }
  }
}
