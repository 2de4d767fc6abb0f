/**
 * How long columns of a class may stand still, for the checks of freshness: the period that they share, and which class a
 * topic belongs to. What follows from a column that is older is theirs.
 */

/** Parameters: columns of news, and the days that the veto item allows them. */
export const NEWS_PERIOD = {
  newsTopics: {
    default: ['news'],
    meaning: '按“动态要闻”期限判断的栏目类别',
    source: '国办秘函〔2019〕19号；类别划分据2015年普查说明',
    verified: false,
  },
  newsMaxAgeDays: {
    default: 14,
    meaning: '动态要闻类最新一条距监测日最多几天',
    source: '国办秘函〔2019〕19号 单项否决“栏目不更新”',
    verified: true,
  },
}

export interface Period {
  /** Class of columns that answer for one another: `news`, `notice` … */
  readonly group: string
  readonly days: number
}

/** Topic → its period; of classes that name the same topic the last one holds. */
export function periodsOf(
  classes: readonly (readonly [group: string, topics: readonly string[], days: number])[],
): ReadonlyMap<string, Period> {
  return new Map(
    classes.flatMap(([group, topics, days]) => topics.map((topic) => [topic, { group, days }])),
  )
}
