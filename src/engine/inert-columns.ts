/**
 * Columns that name what stands below them and lead to none of it: all the entries of their own are links without an address,
 * which no script can tell from others. Where scripts were not all read, one may still act on them.
 */
import { squash } from '#base/text'
import type { BareEntry } from '#model/page'
import type { Column, PageView, SiteView } from '#model/site-view'
import { isReadWhole } from './hollow-pages.ts'
import { furnitureOf, leadsOn, ownLines } from './page-lines.ts'

export interface InertColumn {
  readonly column: Column
  readonly view: PageView
  readonly doors: readonly BareEntry[]
  /** All scripts of the page were read, and none answers clicks. */
  readonly isSure: boolean
}

/** One alone may be the name of the page. */
const LEAST_DOORS = 2
/** What every page offers beside its text. */
const TOOLS =
  /打印|关闭|分享|收藏|首页|返回|字号|上一[篇条页]|下一[篇条页]|尾页|末页|^[大中小]$|搜索|查询|登录|注册/

export function inertColumns(site: SiteView): readonly InertColumn[] {
  const menus = furnitureOf(site)
  return site.columns.flatMap((column): readonly InertColumn[] => {
    const view = site.pageAt(column.url)
    if (column.kind !== 'local' || column.items.length + column.children.length > 0) return []
    if (view === null || view.page.kind.value === 'home' || !isReadWhole(view)) return []
    const { attachments, bareEntries = [], frames, furniture, fillable } = view.page
    if (attachments.length + frames.length > 0 || fillable === true) return []
    if (leadsOn(site, view)) return []
    const lines = new Set(ownLines(site, view).map(squash))
    const own = bareEntries.filter(
      ({ text }) => text !== '' && !menus.has(text) && !TOOLS.test(text),
    )
    const doors = own.filter(({ inert, panel }) => inert === true && panel === undefined)
    const said = doors.reduce(
      (rest, { text }) => rest.replace(squash(text), ''),
      [...lines].join(''),
    )
    if (doors.length < LEAST_DOORS || doors.length < own.length) return []
    // Tabs over nothing are told as such.
    if (view.page.voids?.some(({ kind }) => kind === 'pane') === true) return []
    if (said.replace(squash(view.page.title ?? ''), '').length > MOST_BESIDE) return []
    const isSure = furniture?.readWhole === true && furniture.clicks !== true
    return [{ column, view, doors, isSure }]
  })
}

/** More is said beside them. */
const MOST_BESIDE = 6
