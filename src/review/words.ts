/** Chinese words the application shows for stored values, and how numbers and instants are written. */
import { instantText } from '#base/day'
import { fillKnown } from '#base/text'
import type { OutcomeSpec } from '#model/check'
import type { CriterionState, IndicatorState } from '#model/scorecard'

export const CRITERION_STATE: Readonly<Record<CriterionState, string>> = {
  machine: '机器测定',
  reviewed: '人工复核',
  manual: '人工评定',
  open: '待定',
  'not-applicable': '不适用',
  'not-ruled': '原文缺失',
}

export const INDICATOR_STATE: Readonly<Record<IndicatorState, string>> = {
  settled: '已定',
  part: '部分已定',
  open: '待定',
  'not-applicable': '不适用',
  'not-ruled': '原文缺失',
}

export const RUN_STATE: Readonly<Record<string, string>> = {
  running: '进行中',
  interrupted: '已中断，可续扫',
  finished: '已完成',
  failed: '因本程序错误停止',
}

/** Up to four decimals, no trailing zeros. */
export function score(value: number): string {
  return String(Number(value.toFixed(4)))
}

/** `2026-11-22 03:50:44`, Asia/Shanghai. */
export function moment(instantMs: number): string {
  return instantText(instantMs).slice(0, 19).replace('T', ' ')
}

/** Another outcome of a finding's check in words: dots for its facts, since the finding's own belong to what it said. */
export function outcomeText(outcome: OutcomeSpec, subject: string): string {
  return fillKnown(outcome.message, { subject })
}
