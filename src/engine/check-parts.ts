/**
 * Makes one check out of its parts. The types do the work: `run` may only answer with outcomes that the check
 * declares, an `unsure` outcome needs an `ask`, and `params` reach `run` with the types of their defaults.
 * Decides nothing about sites; needs, coverage, isolation and evidence belong to `run-checks`.
 */
import type {
  Basis,
  Check,
  CheckContext,
  Need,
  Observation,
  OutcomeSpec,
  ParamSpec,
  ParamValues,
} from '#model/check'
import type { SiteView } from '#model/site-view'

type Params = Readonly<Record<string, ParamSpec>>
type Outcomes = Readonly<Record<string, OutcomeSpec>>

export interface CheckParts<Id extends string, P extends Params, O extends Outcomes> {
  /** `<group>/<noun>-<failing adjective>`, lower case. */
  readonly id: Id
  /** +1 whenever the same captures could give another outcome. */
  readonly revision: number
  /** Chinese, shown in lists. */
  readonly title: string
  /** The one factual question, Chinese. */
  readonly question: string
  readonly basis: readonly Basis[]
  readonly needs: readonly Need[]
  /** See `Check`. */
  readonly rendersFirst?: true
  readonly params: P
  readonly outcomes: O
  /** A made-up case, Chinese. */
  readonly example: string
  run(
    site: SiteView,
    context: CheckContext<ParamValues<P>>,
  ): Iterable<Observation<keyof O & string>>
}

/** A check that still knows its own id, parameters and outcomes, so that tables over them can be typed. */
export interface DefinedCheck<
  Id extends string = string,
  P extends Params = Params,
  O extends Outcomes = Outcomes,
> extends Check {
  readonly id: Id
  readonly params: P
  readonly outcomes: O
}

/** Outcome names of a check: `OutcomeOf<typeof check>`. */
export type OutcomeOf<C> =
  C extends DefinedCheck<string, Params, infer O> ? keyof O & string : never

const ID = /^[a-z]+\/[a-z]+\d?(-[a-z]+)+$/

/**
 * One frozen check. Throws a plain Error when the parts contradict themselves (a fault of the check's author,
 * met when the registry loads, never at a user's run).
 */
export function defineCheck<
  const Id extends string,
  const P extends Params,
  const O extends Outcomes,
>(parts: CheckParts<Id, P, O>): DefinedCheck<Id, P, O> {
  const wrong = faultOf(parts)
  if (wrong !== null) throw new Error(`check ${parts.id}: ${wrong}`)
  const check: DefinedCheck<Id, P, O> = { ...parts, scope: 'portal', run: parts.run }
  return deepFreeze(check)
}

function faultOf<Id extends string, P extends Params, O extends Outcomes>(
  parts: CheckParts<Id, P, O>,
): string | null {
  if (!ID.test(parts.id)) return 'id is not <group>/<noun>-<adjective>'
  if (!Number.isInteger(parts.revision) || parts.revision < 1) return 'revision is not 1, 2, 3 …'
  if (parts.basis.length === 0) return 'no basis'
  const verdicts = new Set(Object.values(parts.outcomes).map((outcome) => outcome.verdict))
  // Some questions a crawl can only prepare: what is found wrong is then always for a person to say.
  if (!verdicts.has('pass') || !(verdicts.has('fail') || verdicts.has('unsure')))
    return 'needs a pass and a fail or unsure outcome'
  for (const [name, outcome] of Object.entries(parts.outcomes)) {
    if (outcome.message.trim() === '') return `outcome ${name} has no message`
    // An author may have got round the types: say it in our words.
    if (outcome.verdict === 'unsure' && (outcome.ask ?? '').trim() === '')
      return `outcome ${name} asks nothing`
  }
  return null
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}
