/**
 * On the portal of a government its towns and departments have guides and request columns of their own beside the
 * government's: below a column that bears their name (龙泉街道 > 依申请公开), or named for them (某县教育局信息公开指南). Which
 * columns and pages speak for the portal's own body.
 */
import { compareForm } from '#base/text'
import type { Column, PageView, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'
import { viewsOf } from './elements.ts'
import { isGovernment } from './searched.ts'

const BODY = '(?:[镇乡]|街道|[局委办]|委员会|办公室|中心)(?:政府|办事处)?'
const PLATFORM = '(?:政府)?(?:信息|政务)公开(?:专栏|平台|栏目)?'
/** A column that is a body's, by its name alone. */
const OF_BODY = new RegExp(`^([\\u4e00-\\u9fff]{1,14}?${BODY})(?:${PLATFORM})?$`)
/** 政府信息公开（某镇人民政府）: a body's platform; （公开办） may be the government's own. */
const IN_BRACKETS = new RegExp(
  `^${PLATFORM}[（(]([^（()）]{2,20}(?:[镇乡局委]|街道|委员会|中心)(?:人民政府|政府|办事处)?)[）)]$`,
)
/** What is called after the body whose it is. */
const NAMED_FOR = new RegExp(
  `^([\\u4e00-\\u9fff]{2,16}?${BODY})(?:${PLATFORM}(?:工作)?指南|依申请公开|${PLATFORM}申请)`,
)
/** The government itself and its own office. */
const GOVERNMENT = /(?:^|[省市县区旗州])政府(?:办公[室厅]|办)?$|^[本我]/

/** Columns of a topic without those of other bodies. */
export function ownColumnsOf(site: SiteView, topic: string): readonly Column[] {
  const all = site.columnsOf(topic)
  if (!isGovernment(site)) return all
  const tree = new ColumnTree(site)
  return all.filter(
    (column) =>
      !isOther(site, column.name, NAMED_FOR) &&
      ![column, ...tree.ancestors(column)].some(({ name }) => isOther(site, name, OF_BODY)) &&
      ![column.name, ...column.trail].some((name) =>
        isOther(site, IN_BRACKETS.exec(name.trim())?.[1] ?? '', OF_BODY),
      ),
  )
}

/**
 * Of a column's pages those titled as another body's (某县教育局政府信息公开指南 where all guides are gathered); none where only
 * lists would be left.
 */
export function othersAmong(site: SiteView, views: readonly PageView[]): ReadonlySet<PageView> {
  const others = new Set(
    isGovernment(site)
      ? views.filter(({ page }) => isOther(site, page.title ?? '', NAMED_FOR))
      : [],
  )
  const isLeft = views.some((view) => !others.has(view) && view.page.kind.value !== 'listing')
  return isLeft ? others : new Set()
}

/** What the own columns of these topics hold; `others`: pages in them that are another body's. */
export function ownPagesOf(
  site: SiteView,
  topics: readonly string[],
): {
  readonly columns: readonly Column[]
  readonly views: readonly PageView[]
  readonly others: ReadonlySet<PageView>
} {
  const columns = topics.flatMap((topic) => ownColumnsOf(site, topic))
  const all = columns.flatMap((column) => viewsOf(site, column))
  const others = othersAmong(site, all)
  return { columns, others, views: all.filter((view) => !others.has(view)) }
}

function isOther({ agency, portal }: SiteView, words: string, pattern: RegExp): boolean {
  const plain = (name: string): string => compareForm(name).replace('人民政府', '政府')
  const body = pattern.exec(plain(words))?.[1]
  const own = [agency.name, portal.name].map(plain)
  return (
    body !== undefined &&
    !GOVERNMENT.test(body) &&
    own.every((name) => !name.includes(body) && !body.includes(name))
  )
}
