/**
 * What a person may write for which rule, read into input values; and in the same words what a generated workbook asks
 * for. Every refusal is a Chinese phrase with the mend, to be put after the place.
 */
import { isDay } from '#base/day'
import { compareForm } from '#base/text'
import { type CountedEvent, type Criterion, givesPoints } from '#model/criterion'
import { type Indicator, judgedBounds, type Scheme } from '#model/scheme'
import type { InputValue } from '#model/scorecard'

/** What an input may aim at. */
export type Target =
  | { readonly kind: 'criterion'; readonly indicator: Indicator; readonly criterion: Criterion }
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'note' }

/** Criterion, indicator, zeroing note or veto of an id; null when the scheme has none. */
export function targetOf(scheme: Scheme, id: string): Target | null {
  const { bonus, deductions, vetoes, external } = scheme.outside
  for (const indicator of [...scheme.indicators, ...bonus, ...deductions, ...external]) {
    if (indicator.id === id) return { kind: 'indicator', indicator }
    const notes = [...indicator.zeroWhen, ...indicator.criteria.flatMap((c) => c.voidWhen ?? [])]
    if (notes.some((note) => note.id === id)) return { kind: 'note' }
    const criterion = indicator.criteria.find((c) => c.id === id)
    if (criterion) return { kind: 'criterion', indicator, criterion }
  }
  return vetoes.some((veto) => veto.id === id) ? { kind: 'note' } : null
}

const YES = ['是', '成立', 'yes', 'true']
const NO = ['否', '不成立', 'no', 'false']
const NONE = ['未完成', '没有完成', '无', '没有', '都未达到', '都不符合', 'none']

/** The value, or what is wrong with it (Chinese, with the mend). `text` is in half-width form. */
export function readValue(scheme: Scheme, target: Target, text: string): InputValue | string {
  if (target.kind === 'note') {
    if (YES.includes(text)) return { kind: 'holds', holds: true }
    return NO.includes(text) ? { kind: 'holds', holds: false } : '只能写“是”或“否”。'
  }
  if (text === '不适用') return { kind: 'not-applicable' }
  if (target.kind === 'indicator')
    return text === '适用'
      ? { kind: 'applies' }
      : '是整个指标，只能写“适用”或“不适用”；得分请写到各条细则上。'
  const { criterion } = target
  const points = /^(.+?)\s*分$/.exec(text)?.[1]
  if (points !== undefined && givesPoints(criterion) && numberOf(points) !== null)
    return scoreWithin(scheme, target, Number(points))
  switch (criterion.kind) {
    case 'rest':
      return '随本指标的其他细则计分，不用录入。'
    case 'not-ruled':
      return '的细则原文没有印出，不能录入得分；得到原文后请先补进体系文件。'
    case 'yes-no':
    case 'tiers': {
      const answer = criterion.answers.find((a) => names(a, text))
      return answer
        ? { kind: 'answer', answer: answer.id }
        : `只能写${criterion.answers.map((a) => `“${a.label}”`).join('、')}之一。`
    }
    case 'ratio': {
      const ratio = ratioOf(text)
      if (!ratio) return '请写作“符合数/抽查数”，如 2/3，且抽查数大于 0。'
      if (criterion.sample !== null && ratio.whole !== criterion.sample)
        return `应抽查 ${criterion.sample} 份，写的是 ${ratio.whole} 份，请核对。`
      return { kind: 'ratio', ...ratio }
    }
    case 'benchmark':
    case 'target':
    case 'over-target': {
      const value = numberOf(text)
      return value === null || value < 0 ? '请写不小于 0 的数。' : { kind: 'value', value }
    }
    case 'deduct-each':
    case 'award-each':
      return eventsOf(criterion.events, text)
    case 'scale':
      return scaleValue(criterion, text)
    case 'deadline':
      if (NONE.includes(text)) return { kind: 'answer', answer: 'none' }
      return dayIn(text) === null
        ? '请写完成日期，如 2023-12-05，或“未完成”。'
        : { kind: 'date', day: dayIn(text) ?? '' }
    case 'series': {
      const passed = pairsOf(text, (name, n) => /^\d{4}-\d{2}$/.test(name) && Number.isInteger(n))
      return passed ? { kind: 'series', passed } : '请写作“2023-01=2、2023-02=1”。'
    }
    case 'items': {
      const ratio = ratioOf(text)
      if (ratio) return { kind: 'ratio', ...ratio }
      const items = pairsOf(text, (_name, n) => n >= 0 && n <= 1)
      return items ? { kind: 'items', items } : '请写作“条目=1、条目=0.5”（0 至 1），或 3/5。'
    }
    case 'lead-penalty': {
      const score = numberOf(text)
      return score === null ? '请写上级扣的分数。' : { kind: 'score', score: -Math.abs(score) }
    }
    case 'judgement': {
      const score = numberOf(text)
      return score === null ? '请写得分数字。' : scoreWithin(scheme, target, score)
    }
  }
}

function scoreWithin(
  scheme: Scheme,
  { indicator, criterion }: Extract<Target, { kind: 'criterion' }>,
  score: number,
): InputValue | string {
  const [low, high] = judgedBounds(scheme, indicator, criterion)
  return score < low - 1e-9 || score > high + 1e-9
    ? high > 0
      ? `的得分应在 ${low} 至 ${high} 之间。`
      : `是扣分，应写 ${low} 至 0 之间的负数（扣 1 分写 -1），不扣写 0。`
    : { kind: 'score', score }
}

function scaleValue(
  criterion: Extract<Criterion, { kind: 'scale' }>,
  text: string,
): InputValue | string {
  const value = numberOf(
    text.endsWith(criterion.unit) ? text.slice(0, -criterion.unit.length) : text,
  )
  if (value !== null) return { kind: 'value', value }
  const step = criterion.steps.find((s) => names(s, text))
  if (step) return { kind: 'answer', answer: step.id }
  if (NONE.includes(text)) return { kind: 'answer', answer: 'none' }
  const match = /^(.+?)\s*(?:至|到|~)\s*(.+?)\s*(延长)?$/.exec(text)
  const [from, to, extended] = [dayIn(match?.[1] ?? ''), dayIn(match?.[2] ?? ''), match?.[3]]
  if (from !== null && to !== null && from <= to)
    return { kind: 'dates', from, to, extended: extended !== undefined }
  const dated = criterion.unit === '天' || criterion.unit === '工作日'
  return `请写数值（${criterion.unit}）${dated ? '、起止日期（2023-11-01 至 2023-11-06）' : ''}或“都未达到”，或写${criterion.steps.map((s) => `“${s.label}”`).join('、')}之一。`
}

/** The day written as people do (2018-9-10, 2018/9/10, 2018年9月10日); null where there is none such. */
export function dayIn(text: string): string | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?)$/.exec(text)
  const [, year = '', a, b, c, d] = match ?? []
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const day = `${year}-${two(a ?? c)}-${two(b ?? d)}`
  return match && isDay(day) ? day : null
}

function ratioOf(text: string): { part: number; whole: number } | null {
  const match = /^(\d+)\s*\/\s*(\d+)$/.exec(text)
  const [part, whole] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  return !match || whole === 0 || part > whole ? null : { part, whole }
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** An answer, step or event by its id or its name; the figure at a name's end (（0.5 分）) may be left out. */
function names(
  { id, label }: { readonly id: string; readonly label: string },
  text: string,
): boolean {
  const wanted = compareForm(text)
  if (wanted === '') return false
  const bare = label.replace(/[（(][^（）()]*[）)]$/, '')
  return id === text || compareForm(label) === wanted || compareForm(bare) === wanted
}

/** `名=数、名=数` in pairs; names may hold separators themselves. Null when something else is written. */
function writtenPairs(text: string): (readonly [string, number])[] | null {
  const pairs: (readonly [string, number])[] = []
  let at = 0
  for (const match of text.matchAll(/\s*(.+?)\s*=\s*(\d+(?:\.\d+)?)\s*(?:[,;、]|$)/g)) {
    if (match.index !== at) return null
    at = match.index + match[0].length
    pairs.push([match[1] ?? '', Number(match[2])])
  }
  return pairs.length > 0 && at === text.length ? pairs : null
}

/** `名=数、名=数`; null when a part is written otherwise, does not fit, or comes twice. */
function pairsOf(
  text: string,
  fits: (name: string, value: number) => boolean,
): Record<string, number> | null {
  const pairs: Record<string, number> = {}
  const written = writtenPairs(text)
  for (const [name, value] of written ?? []) {
    if (name === '' || Object.hasOwn(pairs, name) || !fits(name, value)) return null
    pairs[name] = value
  }
  return written && pairs
}

function eventsOf(events: readonly CountedEvent[], text: string): InputValue | string {
  const [only, ...others] = events
  if (/^\d+$/.test(text) && only && (others.length === 0 || Number(text) === 0))
    return { kind: 'events', counts: { [only.id]: Number(text) } }
  const counts: Record<string, number> = {}
  for (const [name, count] of writtenPairs(text) ?? [['', 0]]) {
    const event = events.find((e) => names(e, name))
    if (!event || !Number.isInteger(count))
      return `请写作“事件=次数”，事件有${events.map((e) => `“${e.label}”`).join('、')}；都没有发生写 0。`
    counts[event.id] = (counts[event.id] ?? 0) + count
  }
  return { kind: 'events', counts }
}
