/**
 * Whether a registry fits a scheme: no unit of its groups at all, units the scheme names that the registry does not have, attributes rows depend on
 * that no unit carries, and units of a group that its printed list does not name. Only remarks: a province's registry
 * rarely holds every unit a notice names, but a unit that is there under another name would silently count as not
 * assessed.
 */

import type { Applicability } from '#model/criterion'
import type { Registry } from '#model/portal'
import type { Scheme } from '#model/scheme'

/**
 * Chinese remarks, each complete in itself; empty when all fits. Names are compared exactly. `everyone`: all units are
 * scored because the user says so.
 */
export function registryRemarks(
  scheme: Scheme,
  registry: Registry,
  everyone = false,
): readonly string[] {
  const here = new Set(registry.agencies.map((agency) => agency.name))
  const { bonus, deductions, external } = scheme.outside
  const all = [...scheme.indicators, ...bonus, ...deductions, ...external]
  const rules = all.flatMap((one) => [
    one.appliesTo,
    ...one.criteria.flatMap((c) => c.appliesTo ?? []),
  ])
  const named = new Set([
    ...scheme.groups.flatMap((group) => group.agencies),
    ...rules.flatMap(namesOf),
    ...scheme.targets.flatMap((table) => Object.keys(table.values)),
    ...scheme.checklists.flatMap((list) => list.rows.flatMap((row) => row.agencies)),
  ])
  const absent = [...named].filter((name) => !here.has(name))
  const strangers = registry.agencies.filter(({ name, group }) =>
    scheme.groups.some(
      (one) =>
        (group === one.id || group === one.name) && one.agencies.length > 0 && !named.has(name),
    ),
  )
  const carried = new Set(registry.agencies.flatMap((agency) => agency.attributes))
  const unused = scheme.attributes.filter((one) => !carried.has(one.id))
  const unknown =
    scheme.attributes.length === 0
      ? []
      : [...carried].filter((id) => !scheme.attributes.some((one) => one.id === id))
  const fits = registry.agencies.some(({ name, group }) =>
    scheme.groups.some(
      (one) => group === one.id || group === one.name || one.agencies.includes(name),
    ),
  )
  const whole = !fits && scheme.groups.length > 0 && registry.agencies.length > 0
  const out =
    fits && !everyone
      ? registry.agencies.filter(
          ({ name, group }) =>
            !scheme.groups.some(
              (one) => group === one.id || group === one.name || one.agencies.includes(name),
            ),
        )
      : []
  return [
    ...(out.length === 0
      ? []
      : [
          `名录里另有 ${out.length} 个单位不属于本体系的分组（${listed(scheme.groups.map((one) => one.name))}），没有参加计分：${listed(out.map((one) => one.name))}。`,
        ]),
    ...(whole
      ? [
          `名录里没有一个单位属于本体系的分组（${listed(scheme.groups.map((one) => one.name))}），因此 ${registry.agencies.length} 个单位全部参加计分；请核对名录的分组一列，或换用别的体系。`,
        ]
      : []),
    ...(absent.length === 0
      ? []
      : [
          `体系 ${scheme.id} 点名的 ${absent.length} 个单位名录里没有（名称要一字不差）：${listed(absent)}。`,
        ]),
    ...(unused.length === 0
      ? []
      : [
          `名录里没有一个单位写有属性 ${listed(unused.map((one) => `${one.id}（${one.label}）`))}，以此为条件的指标都会算作不适用；请在名录的属性列补上。`,
        ]),
    ...(unknown.length === 0
      ? []
      : [
          `名录里写有本体系没有声明的属性 ${listed(unknown)}；如是笔误请改成 ${listed(scheme.attributes.map((one) => one.id))} 之一，为别的体系写的不必改。`,
        ]),
    ...(strangers.length === 0
      ? []
      : [
          `名录里有 ${strangers.length} 个单位列在本体系的分组，但印发的名单里没有：${listed(strangers.map((one) => one.name))}。只点名考核的指标会算作不适用；名称有出入的请改成与名单一致。`,
        ]),
  ]
}

function namesOf(rule: Applicability): readonly string[] {
  if (rule.kind === 'agencies') return rule.names
  return rule.kind === 'scope' ? [...rule.names, ...rule.also, ...rule.except] : []
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 8).join('、')
  return words.length > 8 ? `${shown}等` : shown
}
