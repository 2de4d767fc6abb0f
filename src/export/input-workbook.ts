/**
 * The workbook people fill in for scoring: one row for everything a crawler cannot settle, agency by agency, with the
 * question, how to write the answer, and rules on the cell. `score --inputs` reads it back; rows left blank count as not
 * answered. Which rows apply and which names were drawn is scoring's.
 */

import type { Criterion } from '#model/criterion'
import type { Agency } from '#model/portal'
import { type Indicator, judgedBounds, type Scheme } from '#model/scheme'
import type { AgencyFacts } from '#model/scorecard'
import { appliesTo } from '#scoring/applies'
import { namesAsked } from '#scoring/items'
import type { Cell, CellRule, Sheet } from './workbook.ts'

export interface InputWorkbookRequest {
  readonly scheme: Scheme
  readonly agencies: readonly Agency[]
  /** Method the rows are for (自查、核查……); null where the scheme has none. */
  readonly method: string | null
  readonly seed: string
}

const HEAD = [
  '体系',
  '单位',
  '条目',
  '指标',
  '问题',
  '填写方法',
  '牵头单位',
  '方法',
  '值',
  '录入人',
  '日期',
  '理由',
] as const
const VALUE = HEAD.indexOf('值')
const WIDTHS = [12, 18, 20, 24, 36, 30, 12, 10, 18, 12, 13, 30]

interface Asked {
  readonly target: string
  readonly indicator: string
  readonly question: string
  readonly lead: string
  readonly rule: Pick<CellRule, 'hint' | 'allowed'>
}

/** One scheme's rows, or those of a composite: its parts' requests and its own (external items), of which it is `whole`. */
export function inputSheets(
  whole: InputWorkbookRequest,
  requests: readonly InputWorkbookRequest[] = [whole],
): readonly Sheet[] {
  const rows: Cell[][] = []
  const rules: CellRule[] = []
  for (const request of requests) {
    const { scheme, agencies } = request
    const method = scheme.methods.find((one) => one.id === request.method)?.label ?? ''
    for (const agency of agencies)
      for (const { target, indicator, question, lead, rule } of askedOf(request, agency)) {
        rules.push({ row: rows.length, column: VALUE, ...rule })
        const told = [scheme.id, agency.name, target, indicator, question, rule.hint, lead, method]
        rows.push([...told, null, null, null, null])
      }
  }
  return [
    {
      name: '录入',
      columns: WIDTHS.map((width) => ({ width })),
      head: [[...HEAD]],
      rows,
      rules,
      frozenColumns: 3,
    },
    explanation(whole.scheme, requests),
  ]
}

function askedOf({ scheme, seed }: InputWorkbookRequest, agency: Agency): readonly Asked[] {
  const facts: AgencyFacts = { agency, portals: [], inputs: [] }
  const context = { scheme, facts, seed }
  const { bonus, deductions, external, vetoes } = scheme.outside
  const seen = new Set<string>()
  const note = (id: string, label: string, indicator: string, lead = ''): Asked[] => {
    if (seen.has(id)) return []
    seen.add(id)
    return [{ target: id, indicator, question: `是否有这种情形：${label}？`, lead, rule: YES_NO }]
  }
  const asked = [...scheme.indicators, ...bonus, ...deductions, ...external].flatMap((one) => {
    const applies = appliesTo(context, one.appliesTo)
    if (applies === 'no') return []
    const indicator = one.path.join(' > ')
    const lead = one.lead ?? ''
    const doubt: Asked[] =
      applies === 'unknown'
        ? [{ target: one.id, indicator, question: '本指标是否适用于该单位？', lead, rule: APPLIES }]
        : []
    const criteria = one.criteria
      .filter((c) => c.state === 'manual' || c.state === 'assisted')
      .filter((c) => appliesTo(context, c.appliesTo) !== 'no')
      .map((c): Asked => {
        const rule = ruleOf(scheme, one, c)
        return { target: c.id, indicator, question: questionOf(context, c), lead, rule }
      })
    const notes = [...one.zeroWhen, ...one.criteria.flatMap((c) => c.voidWhen ?? [])]
    return [...doubt, ...criteria, ...notes.flatMap((n) => note(n.id, n.label, indicator, lead))]
  })
  return [...asked, ...vetoes.flatMap((veto) => note(veto.id, veto.label, veto.effect))]
}

function questionOf(
  context: { scheme: Scheme; facts: AgencyFacts; seed: string },
  criterion: Criterion,
): string {
  const question = criterion.ask ?? criterion.summary
  if (criterion.kind !== 'items') return question
  const names = namesAsked(context, criterion)
  return names === null || names.length === 0 ? question : `${question}（${names.join('、')}）`
}

const YES_NO: Asked['rule'] = {
  hint: '写“是”或“否”',
  allowed: { kind: 'choice', values: ['是', '否'] },
}
const APPLIES: Asked['rule'] = {
  hint: '写“适用”或“不适用”',
  allowed: { kind: 'choice', values: ['适用', '不适用'] },
}
const TEXT = { kind: 'text' } as const

/** How the value of a rule is written; every rule also takes 不适用, so numbers are not forced by the cell alone. */
function ruleOf(scheme: Scheme, indicator: Indicator, criterion: Criterion): Asked['rule'] {
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers': {
      const values = [...criterion.answers.map((answer) => answer.label), '不适用']
      return { hint: `选一项：${values.join('、')}`, allowed: { kind: 'choice', values } }
    }
    case 'ratio': {
      const whole = criterion.sample ?? 10
      return { hint: `写“符合数/抽查数”，如 ${Math.min(2, whole)}/${whole}`, allowed: TEXT }
    }
    case 'benchmark':
    case 'target':
    case 'over-target':
      return {
        hint: `写数量（${criterion.of}）`,
        allowed: { kind: 'number', low: 0, high: null },
      }
    case 'deduct-each':
    case 'award-each': {
      const labels = criterion.events.map((event) => `${event.label}=次数`).join('、')
      return { hint: `${labels}；都没有写 0`, allowed: TEXT }
    }
    case 'scale': {
      const dated = criterion.unit === '天' || criterion.unit === '工作日'
      const steps = criterion.steps.map((step) => step.label).join('、')
      const dates = dated ? '，或 2023-11-01 至 2023-11-06' : ''
      return {
        hint: `写数值（${criterion.unit}）${dates}，或档次：${steps}、都未达到`,
        allowed: TEXT,
      }
    }
    case 'deadline':
      return { hint: '写完成日期，如 2023-12-05；没有完成写“未完成”', allowed: TEXT }
    case 'series':
      return {
        hint: `各月通过次数（每月 ${criterion.times} 次）：${criterion.from}=${criterion.times}、……`,
        allowed: TEXT,
      }
    case 'items':
      return { hint: '写“条目=1、条目=0.5”（0 至 1），或 3/5', allowed: TEXT }
    case 'lead-penalty':
      return { hint: '写上级扣的分数', allowed: { kind: 'number', low: 0, high: null } }
    case 'judgement': {
      const [low, high] = judgedBounds(scheme, indicator, criterion)
      const hint =
        high > 0
          ? `写 ${low} 至 ${high} 的得分`
          : `扣分写负数（扣 1 分写 -1），${low} 至 0；不扣写 0`
      return { hint, allowed: { kind: 'number', low, high } }
    }
    case 'not-ruled':
    case 'rest':
      return { hint: '', allowed: TEXT }
  }
}

function explanation(whole: Scheme, requests: readonly InputWorkbookRequest[]): Sheet {
  const dues = requests.flatMap(({ scheme, method }) => {
    const due = scheme.methods.find((one) => one.id === method)?.due
    return due ? [`期限：${due}。`] : []
  })
  const draws = requests.flatMap(({ scheme, seed }) =>
    scheme.indicators.some((i) => i.criteria.some((c) => c.kind === 'items' && c.take !== null))
      ? [`抽取的条目由种子 ${seed} 决定，同一种子抽出同样的条目。`]
      : [],
  )
  const lines = [
    `本表用于 ${whole.title}（${whole.id}，${whole.edition}）。`,
    '只填“值、录入人、日期、理由”四列；没有结论的行整行留空，留空不等于零分。',
    '“值”写法见每行的“填写方法”；不适用的写“不适用”，并写明理由。',
    '另有单位的评分从第三方、牵头单位取得的，录入人写该单位，理由写文件或出处。',
    '填好后用 mingcha score --scheme 编号 --inputs 本文件 计分；有一处写错就一行也不采用，并指出行和列。',
    ...new Set([...dues, ...draws]),
  ]
  return { name: '说明', columns: [{ width: 100 }], head: [['说明']], rows: lines.map((l) => [l]) }
}
