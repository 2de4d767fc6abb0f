/**
 * Content checklists (内容清单) as values: what a field or a department has to publish, item by item, and the words
 * by which each item is recognised. Data that users edit (data/checklists); `catalog/checklists` reads and validates
 * it, checks are handed it, `engine/contents` searches by it.
 */

/** One thing to be published. */
export interface ContentItem {
  /** As the source prints it. */
  readonly name: string
  /**
   * Words that show it; the parts of one, parted by blanks, must stand together in a title or a line, and those behind `!`
   * must not. At least one.
   */
  readonly words: readonly string[]
  /** What proves that it is not there, beside that it is not found; absent: only a person can say so. */
  readonly absence?: {
    /** Words of which no title in the field's columns holds one, whatever the content may be called there. */
    readonly none: readonly string[]
    /** Words of its elder kin in those columns (十三五 for 十四五); empty: other contents of the row must stand there. */
    readonly kin: readonly string[]
  }
}

/**
 * Whom a list is for beside the agencies it names: nobody, or portals that have the row's column: those of its places,
 * all of governments, all.
 */
export type ContentScope = 'named' | 'local' | 'government' | 'column'

export interface ContentRow {
  readonly id: string
  readonly label: string
  /** Agencies that owe it, as printed; may be empty where the scope tells. */
  readonly agencies: readonly string[]
  /** Ids of lexicon topics whose columns are searched. */
  readonly topics: readonly string[]
  /** Names of columns that are searched. */
  readonly columns: readonly string[]
  /** The titles of all columns are searched, not only of those above. */
  readonly everywhere: boolean
  /** An entry (a link that leads somewhere) is the content itself: query services. */
  readonly entries: boolean
  /** At least one. */
  readonly contents: readonly ContentItem[]
}

export interface ContentList {
  readonly id: string
  /** Short name, first half of a finding's subject. */
  readonly short: string
  readonly title: string
  readonly source: { readonly document: string; readonly clause: string }
  /**
   * Words of the place whose agencies the rows name (随州, suizhou): agency, portal or address must hold one, since 市教育局
   * is the name of many. Empty: the names are told apart by themselves.
   */
  readonly places: readonly string[]
  readonly scope: ContentScope
  readonly rows: readonly ContentRow[]
}
