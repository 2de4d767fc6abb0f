/**
 * Columns that exist and hold nothing: blank ones, those whose page says itself that it is not made yet, and those that hold
 * but trials of the template. Whether a column owes updates is for `freshness/column-stale`.
 */
import { isColumnIntro, putOff } from '#base/put-off'
import { squash } from '#base/text'
import type { Observation } from '#model/check'
import type { CivilDay, PageKind } from '#model/page'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { listed } from './cite.ts'
import { isSiteMap } from './column-places.ts'
import { ColumnTree, isArchived, leadsFurther } from './columns.ts'

type Blank = Omit<Observation<'empty' | 'under-construction' | 'test-only'>, 'subject'>

/** 专题专栏: what gathers features, and no feature itself. */
const FEATURES = /^(?:热点|重点|网站|政务)?(?:专题|专栏)(?:专栏|专题|集锦|报道|汇总)?$/

/** Kinds of page of which emptiness is no question. */
const NO_LIST: ReadonlySet<PageKind> = new Set(['error', 'form', 'file', 'home'])

/** A tool of the site, which no one keeps filled: that it does not work is told where it is looked for. */
const TOOL =
  /^(?:智能.{2,6}|.{0,4}机器人|(?:在线|网上)客服|(?:高级|全站|站内)?(?:搜索|检索)|.{2,8}查询|.{0,6}登[录陆])$/

/** Blank and under-construction hold for any column of the portal's own, whatever its topic. */
export function blankness(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  evidence: readonly Place[],
): Blank | null {
  const view = site.pageAt(column.url)
  if (TOOL.test(squash(column.name)) || isSiteMap(site, column)) return null
  if (column.kind !== 'local' || view === null || NO_LIST.has(view.page.kind.value)) return null
  const below = tree.descendants(column)
  if (below.length > 0) return null
  if (column.items.length > 0) return testOnly(site, column)
  const words = view.page.underConstruction
  if (column.underConstruction && words !== null)
    return {
      outcome: 'under-construction',
      facts: { words: words.quote, url: column.url },
      evidence: [{ url: view.page.url, at: words.at, quote: words.quote }],
    }
  if (!column.empty || leadsFurther(view, column)) return null
  const said = standsIn(view, column)
  return {
    outcome: 'empty',
    facts: { url: column.url, said: said === null ? '也没有正文' : `只写着“${said}”` },
    evidence: said === null ? evidence : [{ url: view.page.url, at: null, quote: said }],
    coverage: { value: column.coverage, because: column.coverageBecause },
  }
}

/** What stands in the place of what the column is for: 暂无数据, 稍后公布. */
function standsIn({ page }: PageView, { name }: Column): string | null {
  const other = new Set([
    name,
    page.title ?? '',
    ...page.trail,
    ...page.links.map((one) => one.text),
  ])
  const lines = page.text.excerpt.split('\n').map(squash)
  const line = lines.find(
    (one) =>
      one.length <= LONGEST_EXCUSE &&
      !other.has(one) &&
      (SAYS_NONE.test(one) || putOff(one) !== null),
  )
  return line ?? lines.find((one) => !other.has(one) && isColumnIntro(one)) ?? null
}
const LONGEST_EXCUSE = 40

/** Nothing stands in the column for its readers, as surely as it can be read. */
export function isBlankColumn(site: SiteView, column: Column): boolean {
  const blank = blankness(site, new ColumnTree(site), column, [column.place])
  return blank !== null && blank.coverage?.value !== 'partial'
}

/** Words of those who try a template out, and nothing beside them: 测试, 关于测试的测试, test123; no 测试仪器采购. */
const TRIAL =
  /^(?:这是|关于|一[条篇个])*(?:测试|试发|ceshi|test)+(?:的|测试|标题|数据|内容|文章|信息|新闻|栏目|页面|附件|一下|稿|用|勿删|勿动|请勿[点打]?[击开]?|请忽略|[_\s\d一二三四五]|\.)*$|^(?:1{3,}|(?:123)+|a{3,}|x{3,}|asdf\w*)$/i
/** A page of more words says something, whatever its title. */
const TRIAL_WORDS = 40

/** Every entry of the list was put there to try it. */
function testOnly(site: SiteView, column: Column): Blank | null {
  const isTrial = ({ title, url }: Column['items'][number]): boolean => {
    const page = url === null ? null : site.pageAt(url)?.page
    const more = page?.attachments.length || page?.pictures?.some(({ inBody }) => inBody)
    return TRIAL.test(title.trim()) && page != null && page.text.length <= TRIAL_WORDS && !more
  }
  const { items } = column
  if (!items.every(isTrial)) return null
  return {
    outcome: 'test-only',
    facts: {
      count: items.length,
      words: listed(
        items.map(({ title }) => `“${title}”`),
        3,
      ),
      url: column.url,
    },
    evidence: items.slice(0, 3).map(({ place }) => place),
    coverage: { value: column.coverage, because: column.coverageBecause },
  }
}

/** The page says itself that nothing is there. */
const SAYS_NONE = /(?:暂无|尚无|暂时没有|没有)(?:任何|相关)*(?:数据|内容|信息|记录|文章|资料|专题)/

/** Features owe no update, but one that says itself that it is not made yet or holds nothing, one without entries beside others that list theirs, or the column of them all without any, is blank. */
export function blankFeature(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  evidence: readonly Place[],
  asOf: CivilDay,
): Blank | null {
  if (isArchived(tree, column, asOf)) return null
  const blank = blankness(site, tree, column, evidence)
  const whole = FEATURES.test(column.name.trim())
  const says = SAYS_NONE.test(site.pageAt(column.url)?.page.text.excerpt ?? '')
  const beside = site.columns.some(
    (one) => one !== column && one.parent === column.parent && one.items.length > 0,
  )
  const uneven = column.parent !== null && beside
  return blank?.outcome !== 'empty' || whole || says || uneven ? blank : null
}
