/** Labels and what is announced over nothing, for pages that tests build. */
import type { Page, PageVoid, Span } from '#model/page'

export interface LabelSpec {
  /** Labels with what stands behind them. */
  readonly labelled?: readonly (readonly [label: string, value: string])[]
  /** What it announces over nothing: kind, words, and the head above a cell. */
  readonly voids?: readonly (readonly [kind: PageVoid['kind'], quote: string, name?: string])[]
}

/** `put`: writes words into the page's source. */
export function labelParts(
  { labelled, voids }: LabelSpec,
  put: (words: string) => Span,
): Pick<Page, 'labelled' | 'voids'> {
  return {
    ...(labelled === undefined
      ? {}
      : { labelled: labelled.map(([label, value]) => ({ label, value, at: put(label) })) }),
    ...(voids === undefined
      ? {}
      : {
          voids: voids.map(([kind, quote, name = quote]) => ({
            ...{ kind, quote, name, beside: 4 },
            at: put(quote),
          })),
        }),
  }
}
