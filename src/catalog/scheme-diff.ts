/**
 * What changed between two editions of a scheme, line by line, in words an official can check against the two notices.
 * Indicators are matched by id, then by their printed path; nothing is matched loosely.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Criterion } from '#model/criterion'
import type { Indicator, Scheme } from '#model/scheme'

export interface SchemeChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Indicator path, or the part of the scheme. */
  readonly where: string
  /** What it was and what it is; null where there is none. */
  readonly before: string | null
  readonly after: string | null
}

export function diffSchemes(before: Scheme, after: Scheme): readonly SchemeChange[] {
  const changes: SchemeChange[] = []
  const note = (where: string, a: unknown, b: unknown) => {
    if (isDeepStrictEqual(a, b)) return
    const [was, is] = [wordsOf(a), wordsOf(b)]
    const kind = was === null ? 'added' : is === null ? 'removed' : 'changed'
    changes.push({ kind, where, before: was, after: is })
  }
  note('标题', before.title, after.title)
  note('版本', before.edition, after.edition)
  note('来源', before.source, after.source)
  note('总分', before.maxScore, after.maxScore)
  for (const [name, key] of PARTS) note(name, before[key], after[key])
  const old = new Map(allOf(before).map((one) => [one.id, one]))
  const taken = new Set<string>()
  for (const now of allOf(after)) {
    const path = now.path.join(' > ')
    const was =
      old.get(now.id) ?? allOf(before).find((one) => isDeepStrictEqual(one.path, now.path)) ?? null
    if (was === null) {
      note(path, null, `分值 ${now.maxScore ?? '—'}`)
      continue
    }
    taken.add(was.id)
    compareIndicators(note, was, now)
  }
  for (const was of allOf(before))
    if (!taken.has(was.id)) note(was.path.join(' > '), `分值 ${was.maxScore ?? '—'}`, null)
  return changes
}

const PARTS = [
  ['单位', 'groups'],
  ['单位属性', 'attributes'],
  ['评分方法', 'methods'],
  ['共用分值', 'pools'],
  ['折算', 'conversion'],
  ['等次', 'grades'],
  ['目标数', 'targets'],
  ['附录', 'checklists'],
  ['更新期限', 'cadences'],
  ['考评期间', 'span'],
  ['监测日', 'monitoredOn'],
] as const satisfies readonly (readonly [string, keyof Scheme])[]

function allOf({ indicators, outside }: Scheme): readonly Indicator[] {
  return [...indicators, ...outside.bonus, ...outside.deductions, ...outside.external]
}

type Note = (where: string, before: unknown, after: unknown) => void

function compareIndicators(note: Note, was: Indicator, now: Indicator): void {
  const path = now.path.join(' > ')
  note(`${path}：名称`, was.path.join(' > '), path)
  note(`${path}：分值`, was.maxScore, now.maxScore)
  note(`${path}：方法`, was.method, now.method)
  note(`${path}：评估对象`, was.appliesTo, now.appliesTo)
  note(`${path}：采集范围`, was.scope, now.scope)
  note(`${path}：牵头单位`, was.lead ?? null, now.lead ?? null)
  note(
    `${path}：不得分情形`,
    was.zeroWhen.map((n) => n.label),
    now.zeroWhen.map((n) => n.label),
  )
  const ids = new Set([...was.criteria, ...now.criteria].map((c) => c.id))
  for (const id of ids) {
    const [a, b] = [was, now].map((one) => one.criteria.find((c) => c.id === id) ?? null)
    if (!a || !b) {
      note(`${path}：细则 ${id}`, a?.summary ?? null, b?.summary ?? null)
      continue
    }
    compareCriteria(note, `${path}：细则 ${id}`, a, b)
  }
}

const CRITERION_NAMES: Readonly<Record<string, string>> = {
  kind: '计分方式',
  summary: '内容',
  share: '比例',
  maxScore: '分值',
  state: '判定方式',
  origin: '出处',
  reason: '理由',
  ask: '问题',
  portals: '网站合并',
  when: '检查结果',
  answers: '档次',
  events: '事件',
  steps: '档次',
  dues: '期限',
}

function compareCriteria(note: Note, where: string, a: Criterion, b: Criterion): void {
  const [was, is] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  for (const key of new Set([...was.keys(), ...is.keys()]))
    if (key !== 'id' && key !== 'ref')
      note(`${where}：${CRITERION_NAMES[key] ?? key}`, was.get(key) ?? null, is.get(key) ?? null)
}

function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value) && value.length === 0) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
