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
  /** Names that mean it only under this column itself (行政区划 under 概况信息). */
  readonly below?: readonly string[]
  /** Names (`*` for up to eight characters or none) that look like it and mean something else (`人物简介`). */
  readonly except?: readonly string[]
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

/** Words round a column's own name that are no part of it. */
export interface NameParts {
  /** Before it: whose, or which of its entries (部门, 最新). */
  readonly before: readonly string[]
  /** Behind it: what sort of words they are (信息, 公开, 工作). */
  readonly behind: readonly string[]
  /** Behind it: how its entries are put together (汇编, 库). */
  readonly collected: readonly string[]
  /** Behind it: entries of the thing are made known (名单, 公示). */
  readonly recorded: readonly string[]
  /** What the names of units end with (局, 中心): such a name is no column for what it begins with. */
  readonly units: readonly string[]
}

export interface Lexicon {
  readonly topics: readonly LexiconTopic[]
  /** Navigation words that are no columns (登录, 设为首页). */
  readonly notColumns: readonly string[]
  readonly nameParts: NameParts
}
