/** Labels, what is announced over nothing, places inside and what heads are made of, for pages that tests build. */
import type { Page, PageVoid, Span } from '#model/page'

export interface LabelSpec extends Pick<Page, 'headless' | 'headMake' | 'tableRows' | 'anchors'> {
  /** A box to choose from: the words before it, and its options. */
  readonly choices?: readonly [label: string, ...options: string[]]
  /** Links to places inside pages: words, address and name of the place. */
  readonly hashes?: readonly (readonly [words: string, path: string, hash: string])[]
  /** Labels with what stands behind them. */
  readonly labelled?: readonly (readonly [label: string, value: string])[]
  /** What it announces over nothing: kind, words, and the head above a cell. */
  readonly voids?: readonly (readonly [kind: PageVoid['kind'], quote: string, name?: string])[]
}

/** `put`: writes words into the page's source. */
export function labelParts(
  { labelled, voids, headless, headMake, anchors, hashes, choices, tableRows }: LabelSpec,
  put: (words: string) => Span,
): Pick<
  Page,
  'labelled' | 'voids' | 'headless' | 'headMake' | 'anchors' | 'hashLinks' | 'choices' | 'tableRows'
> {
  const [label, ...options] = choices ?? []
  return {
    ...(tableRows === undefined ? {} : { tableRows }),
    ...(label === undefined ? {} : { choices: [{ label, options, at: put(options.join('\n')) }] }),
    ...(anchors === undefined ? {} : { anchors }),
    ...(hashes === undefined
      ? {}
      : {
          hashLinks: hashes.map(([text, path, hash]) => ({
            ...{ url: new URL(path, 'http://lyj.example.gov.cn/').href, hash, text },
            at: put(text),
          })),
        }),
    ...(headless === undefined ? {} : { headless }),
    ...(headMake === undefined ? {} : { headMake }),
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
