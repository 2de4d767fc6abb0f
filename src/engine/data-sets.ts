/**
 * Data sets as a portal lists them: which column holds them where none is named for it, one place a set, which of them leave
 * their description empty where the others' say something, and rows that name another format than the file they hand out.
 */
import { squash } from '#base/text'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { entriesOf } from './columns.ts'
import { DATA_FILE, familyOf } from './data-downloads.ts'
import type { Element } from './elements.ts'
import { isReadWhole } from './hollow-pages.ts'
import { type Member, rowsOn } from './members.ts'
import { SETS } from './renewals.ts'
import { rowsOfSets, unevenRows } from './set-rows.ts'

const LEAST_ROWS = 2
const OF_DATA = /数据|资源/
const CYCLE = /更新(?:周期|频[率度次])/

/** Columns of data by another name (水务数据): their page is a table of sets with their cycles. */
export function columnsOfSets(site: SiteView): readonly Column[] {
  return site.columns.filter(({ kind, name, url }) => {
    const excerpt = site.pageAt(url)?.page.text.excerpt ?? ''
    const isTold = kind === 'local' && OF_DATA.test(name) && CYCLE.test(excerpt)
    return isTold && rowsOfSets(excerpt).length >= LEAST_ROWS
  })
}

/** One place a data set: an entry of the columns, else a file offered on their pages, else a row. */
export function placesOfSets(
  site: SiteView,
  columns: readonly Column[],
  views: readonly PageView[],
): readonly Place[] {
  const places = new Map(
    columns
      .flatMap((column) => [...entriesOf(site, column)])
      .map((item) => [item.url ?? item.title, item.place] as const),
  )
  if (places.size === 0)
    for (const { page } of views)
      for (const { url, at, title } of page.attachments)
        if (title.trim() !== '') places.set(url, { url: page.url, at, quote: title })
  if (places.size === 0)
    for (const { page } of views)
      for (const row of rowsOfSets(page.text.excerpt))
        places.set(row, { url: page.url, at: page.text.at, quote: row })
  return [...places.values()]
}

/** How the next label begins. */
const NEXT =
  '(?:数据|资源|提供|更新|最[近后新]|发布|来源|所属|开放|浏览|访问|下载|联系|领域|主题|格式|文件|分类|责任|信息)[\\u4e00-\\u9fff]{1,6}(?=[：:\\s]|[\\u4e00-\\u9fff])'
const LABEL = '(?:数据集?|资源|目录|内容|信息)?(?:描述|简介|摘要|说明)'
const DESCRIBED: Element = { name: '数据说明', within: new RegExp(`${LABEL}\\s*[：:]\\s*\\S`) }
const FILLED = new RegExp(
  `(?:^|\\n)[ ]*${LABEL}[ ]*(?:[:：\\t]|\\n(?!${NEXT})(?=[^\\n]{4})|(?=[\\u4e00-\\u9fff]{6}))[ \\t]*\\S`,
)
/** The label alone, or with a word that says that there is none; the next label below it, or the page's end. */
const EMPTY = new RegExp(
  `(?:^|\\n)[ ]*(${LABEL})[ ]*[:：]?[ \\t]*(?:[-—/]+|暂无[^\\n]{0,4}|无|空|待补充)?[ \\t]*(?=\\n\\s*${NEXT}[^\\n]{0,30}(?:\\n|$)|$)`,
)
const LEAST_DESCRIBED = 2

/** Sets whose description is empty, where at least two others' say something. */
export function undescribed(
  views: readonly PageView[],
  own: readonly Member[],
): readonly { readonly name: string; readonly place: Place }[] {
  const filled = own.filter(
    ({ view: { page } }) => FILLED.test(page.text.excerpt) && !EMPTY.test(page.text.excerpt),
  )
  const rows = unevenRows(views, DESCRIBED, own)
  const inRows =
    rows?.sure === true
      ? rows.lacking.map(({ name, view }) => ({
          name,
          place: { url: view.page.url, at: view.page.text.at, quote: name },
        }))
      : []
  if (filled.length < LEAST_DESCRIBED) return inRows
  const onPages = own.flatMap(({ name, view }) => {
    const found = filled.some((one) => one.view === view)
      ? null
      : EMPTY.exec(view.page.text.excerpt)
    return found === null || !isReadWhole(view)
      ? []
      : [{ name, place: { url: view.page.url, at: null, quote: found[1] ?? '' } }]
  })
  return [...onPages, ...inRows]
}

const TOLD = /更新|格式|提供|部门|单位|下载/
const FORMAT = /(?:^|\n)(?:数据|文件|下载|资源)?格式：([A-Za-z、，,/|\s和及]+)(?=\n|$)/
const DOOR = /下载|查看|获取/

/** Rows whose one file is of another family than the row says: as many doors as rows, each in its turn. */
export function unlikeRows(
  view: PageView,
): readonly { readonly words: string; readonly place: Place }[] {
  return rowsOn(view, SETS, TOLD).flatMap((rows) => {
    const doors = view.page.links.filter(
      ({ area, text, url }) =>
        area !== 'nav' && area !== 'footer' && (DATA_FILE.test(url) || DOOR.test(text)),
    )
    if (doors.length !== rows.length) return []
    return rows.flatMap(({ name, words = '' }, at) => {
      const door = doors[at]
      const said =
        FORMAT.exec(words)?.[1]
          ?.toUpperCase()
          .match(/[A-Z]+/g) ?? []
      const given = DATA_FILE.exec(door?.url ?? '')?.[0]
        .replace(/[.?]/g, '')
        .toUpperCase()
      const families = said.map(familyOf)
      const family = given === undefined ? undefined : familyOf(given)
      if (door === undefined || family === undefined || families.length === 0) return []
      if (families.includes(undefined) || families.includes(family)) return []
      return [
        {
          words: `“${squash(name)}”提供的是${given}，写明的格式是${said.join('、')}`,
          place: { url: view.page.url, at: door.at, quote: door.text },
        },
      ]
    })
  })
}
