/**
 * What a re-run moved: a run's findings before and after, set side by side by what they are about. Says what is new,
 * gone or answered otherwise, and under which revisions of the check; why it moved is for people to see.
 */
import { sha256 } from '#base/hash'
import { VERDICT_NAMES } from '#model/check'
import type { Finding } from '#model/finding'

type Answer = Pick<Finding, 'outcome' | 'verdict'>

interface Moved {
  readonly identity: string
  readonly subject: string
  /** Null: there was no finding about this subject. */
  readonly before: Answer | null
  /** Null: there is none any more. */
  readonly after: Answer | null
}

/** As in rerun/1. One per check that moved or changed its revision. */
export interface CheckMovement {
  readonly check: string
  /** Null where the side has no finding of this check. */
  readonly revision: { readonly before: number | null; readonly after: number | null }
  readonly new: number
  readonly gone: number
  readonly changed: number
  readonly same: number
  /** Of the same ones: answered alike on other facts, figures or evidence. */
  readonly restated: number
  /** New, gone and changed ones. */
  readonly moved: readonly Moved[]
}

interface Told extends Answer {
  readonly identity: string
  readonly check: string
  readonly revision: number
  readonly subject: string
  /** Digest of what the answer rests on. */
  readonly grounds: string
}

/** Small copies, so that the findings of a large run need not be held twice. */
export function toldOf(findings: Iterable<Finding>): Told[] {
  return Array.from(findings, (finding) => {
    const { identity, check, revision, subject, outcome, verdict } = finding
    const { params, message, facts, measure, downgraded, pages, evidence } = finding
    // A picture is taken of the same place again; it is no ground of its own.
    const places = evidence.map(({ url, locator, quote }) => [url, locator, quote])
    const rest = JSON.stringify([params, message, facts, measure, downgraded, pages, places])
    return { identity, check, revision, subject, outcome, verdict, grounds: sha256(rest) }
  })
}

/** In the order of check ids. */
export function movements(before: readonly Told[], after: readonly Told[]): CheckMovement[] {
  const checks = [...new Set([...before, ...after].map((one) => one.check))].sort()
  return checks.flatMap((check) => {
    const of = (side: readonly Told[]) => side.filter((one) => one.check === check)
    const movement = movementOf(check, of(before), of(after))
    const { revision } = movement
    const revised = revision.before !== revision.after
    return movement.moved.length > 0 || movement.restated > 0 || revised ? [movement] : []
  })
}

function movementOf(check: string, before: readonly Told[], after: readonly Told[]): CheckMovement {
  const old = new Map(before.map((one) => [one.identity, one]))
  const moved: Moved[] = []
  let same = 0
  let restated = 0
  for (const one of after) {
    const was = old.get(one.identity)
    old.delete(one.identity)
    if (was && was.outcome === one.outcome && was.verdict === one.verdict) {
      same += 1
      if (was.grounds !== one.grounds) restated += 1
    } else moved.push(movedOf(one, was ?? null, one))
  }
  for (const was of old.values()) moved.push(movedOf(was, was, null))
  return {
    check,
    revision: { before: before[0]?.revision ?? null, after: after[0]?.revision ?? null },
    new: moved.filter((one) => one.before === null).length,
    gone: moved.filter((one) => one.after === null).length,
    changed: moved.filter((one) => one.before !== null && one.after !== null).length,
    same,
    restated,
    moved,
  }
}

function movedOf({ identity, subject }: Told, before: Told | null, after: Told | null): Moved {
  const answer = (one: Told | null) => one && { outcome: one.outcome, verdict: one.verdict }
  return { identity, subject, before: answer(before), after: answer(after) }
}

/** Subjects named per check; the rest is counted, and whole in --json. */
const NAMED = 10

function revisionWords(before: number | null, after: number | null): string {
  if (before === null) return `修订 ${after}（此前没有结果）`
  if (after === null) return `修订 ${before}（不再有结果）`
  return before === after ? `修订 ${after}` : `修订 ${before} → ${after}`
}

const answerWords = (answer: Moved['before']): string =>
  answer === null ? '（无）' : `${VERDICT_NAMES[answer.verdict]}（${answer.outcome}）`

/** For people: a line for each check whose findings moved, below it what moved; the others are only counted. */
export function movementLines(all: readonly CheckMovement[]): string[] {
  if (all.length === 0) return ['  与重新检查前的结果相同']
  const moving = all.filter((one) => one.moved.length > 0)
  const still = all.length - moving.length
  const lines = moving.flatMap((one) => {
    const { before, after } = one.revision
    const revision = revisionWords(before, after)
    const head = `  ${one.check}，${revision}：新增 ${one.new}，消失 ${one.gone}，改变 ${one.changed}，不变 ${one.same}${one.restated > 0 ? `（其中依据有变 ${one.restated}）` : ''}`
    const rows = one.moved.slice(0, NAMED).map((row) => {
      return `    ${row.subject}：${answerWords(row.before)} → ${answerWords(row.after)}`
    })
    const rest = one.moved.length - rows.length
    return [head, ...rows, ...(rest > 0 ? [`    ……另有 ${rest} 条，--json 有全部`] : [])]
  })
  if (still === 0) return lines
  const told = `${still} 项检查只有修订号或依据变了，结论都没有变（--json 有全部）`
  return [...lines, moving.length === 0 ? `  ${told}` : `  另有 ${told}`]
}
