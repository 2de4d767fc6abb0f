/**
 * Sums that do not hold on a page and in the files that it offers: in words (sums), in tables (sums-tabled), and a total in words
 * over a table that has none. Files whose tables are only drawn (PDF) are read for their words alone.
 */
import { halfWidth, squash } from '#base/text'
import type { AttachmentText, TextTable } from '#model/attachment'
import type { PageView, Place, SiteView } from '#model/site-view'
import { holdsMore, isReadWhole } from './hollow-pages.ts'
import { amountsIn, figure, type WrongSum, wrongSums } from './sums.ts'
import { wrongSides } from './sums-sided.ts'
import { plainList, wrongTables } from './sums-tabled.ts'

/** With the page or file that tells it. */
export interface ToldSum extends WrongSum {
  readonly place: Place
}

/** Words of a line that a page break or a drawn line parted. */
const BROKEN = /(?<![。；：:\n])\n(?!\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|附件|表\d))/g

export function sumsToldOn(site: SiteView, view: PageView): readonly ToldSum[] {
  const { page } = view
  const { excerpt } = page.text
  const tables = page.tables ?? []
  const own = [
    ...wrongSums(excerpt),
    ...wrongTables(tables, excerpt),
    ...wrongSides(tables, excerpt),
    ...wordsOverTable(view, tables),
  ].map((one) => ({ ...one, place: { url: page.url, at: null, quote: one.quote } }))
  const files = page.attachments.flatMap(({ url, at, title }) => {
    const file = site.pageAt(url)?.page.file
    if (file === undefined || file.state !== 'text') return []
    return inFile(file).map((one) => ({ ...one, place: { url: page.url, at, quote: title } }))
  })
  // What is told in words and in the table is one.
  const found = new Map([...own, ...files].map((one) => [one.figures, one]))
  return [...found.values()]
}

function inFile(file: AttachmentText): readonly WrongSum[] {
  const words = wrongSums(file.text.replace(BROKEN, ''))
  return file.kind === 'pdf' || file.kind === 'ofd' || file.truncated
    ? words
    : [...words, ...wrongTables(file.tables, file.text), ...wrongSides(file.tables, file.text)]
}

const IN_ALL = /(?:合计|总计|共计|总额|总金额|(?<![一公])共(?!同|享|产))[^。;\n]{0,16}$/
const COUNTED = /(\d+)\s*(?:户|人|家|名|个|笔|件)/g
const MONEY = /金额|补[贴助]|资金|元|费/
const NO_MONEY = /标准|单价|比例|面积|依据|类型|项目名|账|卡/

/** 共发放补贴12人、3000元: of the rows of the one list on the page, by their number, and not what they add up to. */
function wordsOverTable(view: PageView, tables: readonly TextTable[]): readonly WrongSum[] {
  const [table] = tables
  const list = table === undefined || tables.length > 1 ? null : plainList(table)
  if (list === null || holdsMore(view) || !isReadWhole(view) || view.page.paging !== null) return []
  const columns = list.columns.filter(({ named }) => MONEY.test(named) && !NO_MONEY.test(named))
  const [column] = columns
  if (column === undefined || columns.length > 1) return []
  const text = halfWidth(view.page.text.excerpt)
  const unit = /万元/.test(column.named) || /单位:万元/.test(squash(text)) ? '万元' : '元'
  const said = text.split(/[。;\n]/).flatMap((sentence) => {
    const whole = amountsIn(sentence).filter(
      (one) => one.unit === unit && IN_ALL.test(sentence.slice(0, one.at)),
    )
    const counts = [...sentence.matchAll(COUNTED)].map(([, count]) => Number(count))
    return whole.map((one) => ({ ...one, counts, sentence }))
  })
  const [one] = said
  if (one === undefined || said.length > 1 || !one.counts.includes(list.rows)) return []
  const { sum } = column
  if (Math.abs(sum - one.value) <= 0.5 * 10 ** -one.decimals + 1e-6) return []
  return [
    {
      figures: `文中合计${figure(one.value)}${unit}，表中“${column.named}”${list.rows} 行相加为${figure(sum)}${unit}`,
      quote: squash(one.sentence).slice(0, 120),
    },
  ]
}
