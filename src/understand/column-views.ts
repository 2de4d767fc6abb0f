/**
 * The pages that belong to columns of given topics: their own and further list pages, what stands below them, the pages
 * behind their entries, and pages whose breadcrumb names them. Shared by the readings that look at single items.
 */
import { compareForm } from '#base/text'
import type { Column, PageView } from '#model/site-view'
import { trailNames } from './column-names.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

/** Columns of these topics and all below them, own pages only. */
export function columnsUnder(
  columns: readonly Column[],
  topics: readonly string[],
): readonly Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const found = new Set(
    columns.filter(
      ({ topic }) => topic !== null && topics.includes(topic.value) && topic.sureness >= 0.5,
    ),
  )
  for (const column of found)
    for (const id of column.children) {
      const child = byId.get(id)
      if (child !== undefined) found.add(child)
    }
  return [...found].filter((column) => column.kind === 'local')
}

/** Readable pages of these columns, nearest to home first, each once. */
export function viewsUnder(index: SiteIndex, columns: readonly Column[]): readonly PageView[] {
  const found = new Set<PageView>()
  const add = (url: string | null): void => {
    const view = url === null ? null : index.viewAt(url)
    if (view !== null && isReadable(view)) found.add(view)
  }
  for (const column of columns) {
    add(column.url)
    const own = index.viewAt(column.url)?.page
    for (const url of [...(own?.paging?.urls ?? []), ...(own?.frames ?? [])]) add(url)
    for (const item of column.items) add(item.url)
  }
  const names = new Set(columns.map((column) => compareForm(column.name)))
  for (const view of index.allViews) {
    if (!isReadable(view) || found.has(view)) continue
    if (trailNames(view).some((name) => names.has(compareForm(name)))) found.add(view)
  }
  return index.allViews.filter((view) => found.has(view))
}
