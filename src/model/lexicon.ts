/**
 * The lexicon (栏目词库) as a value: canonical columns with the names they go by on real portals. It is data that users
 * edit (data/lexicon); `catalog/lexicon` reads and validates it, `understand/topics` matches names against it.
 */

/**
 * How often a column must change: `dynamic` (动态要闻), `policy` (通知公告、政策文件), `other` (其他应更新栏目),
 * `event` (only when something happens; never stale by days).
 */
export type UpdateClass = 'dynamic' | 'policy' | 'other' | 'event'

export interface LexiconTopic {
  /** Stable English id (`notices`). */
  readonly id: string
  /** Canonical Chinese name (`通知公告`). */
  readonly name: string
  /** Names that mean this column wherever they stand. `*` stands for up to eight characters (`走进*`). */
  readonly synonyms: readonly string[]
  /** Names that mean it only under one of `parents`, or with an address that says so. */
  readonly weak: readonly string[]
  /** Ids of topics or sections it usually stands under. */
  readonly parents: readonly string[]
  readonly update: UpdateClass
  /** Days without change after which it counts as stale; null for `event`. */
  readonly maxAgeDays: number | null
  /** Path segments that hint at it (`tzgg`). */
  readonly pinyin: readonly string[]
  /** `column`: one of the canonical columns; `section`: a group that only gathers columns (政府信息公开, 互动交流). */
  readonly kind: 'column' | 'section'
}

export interface Lexicon {
  readonly topics: readonly LexiconTopic[]
  /** Navigation words that are no columns (登录, 设为首页). */
  readonly notColumns: readonly string[]
}
