/**
 * Expressions that official texts often get wrong (用语表, data/lexicon/wording.yaml), as values. Data that users edit;
 * `catalog/wording` reads and validates it. What a page that uses one is worth is a check's business.
 */

export interface WordingEntry {
  /** As it is mistakenly written; with `pattern`, a name for the whole family. */
  readonly wrong: string
  /** A regular expression of its many forms, looked for instead of `wrong`. */
  readonly pattern?: string | undefined
  /** Those of its forms, as a regular expression, that no reading makes right. */
  readonly told?: string | undefined
  /** One of these two pairs of letters stands in all its forms: most texts hold neither and need no closer look. */
  readonly parts?: readonly [string, string] | undefined
  /** As it should read. */
  readonly right: string
  /** Document and place that say so. */
  readonly source: string
  /** Longer words that hold the expression and are right (`按装配图` holds `按装`). */
  readonly except: readonly string[]
  /** A name that usually stands in 《》, so quotation marks do not excuse it. */
  readonly named: boolean
}
