/**
 * What a page announces and then does not show: a heading with nothing beneath it while those beside it have something, words
 * that a list follows and none does, a table of which the head alone is there, a cell left blank in a column that the other rows
 * fill. Read from the structure alone; whether something should stand there is for checks.
 */
import { squash } from '#base/text'
import type { PageVoid } from '#model/page'
import { type PlacedTable, placedTablesIn } from './attachments/html-tables.ts'
import { blankRepeats } from './blank-repeats.ts'
import { emptyPanes } from './empty-panes.ts'
import { labelOf } from './labelled.ts'
import { bodyRange } from './main-text.ts'
import { promisedFile } from './promised-files.ts'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

const MAX_VOIDS = 20

export function readVoids(tree: PageTree, regions: Regions): readonly PageVoid[] {
  const main = regions.main
  const [from, to] = main === null ? bodyRange(regions) : [main.from, main.to]
  const tables = placedTablesIn(tree).filter(({ el }) => el.from >= from && el.to <= to)
  const lines = linesOf(tree, from, to)
  return [
    ...emptySections(tree, lines, to),
    ...emptyLists(tree, lines, to),
    ...blankRepeats(tree, regions),
    ...emptyPanes(tree, regions, [from, to]),
    ...promisedFile(tree, regions, [from, bodyRange(regions)[1]]),
    ...tables.flatMap((table, i) => [
      ...bareHead(tree, table, tables[i + 1] ?? null),
      ...blankColumns(tree, table),
      ...blankCells(tree, table),
    ]),
  ].slice(0, MAX_VOIDS)
}

interface Line {
  readonly words: string
  readonly from: number
  readonly to: number
}

function linesOf(tree: PageTree, from: number, to: number): readonly Line[] {
  let at = from
  return tree.flat
    .slice(from, to)
    .split('\n')
    .flatMap((line): readonly Line[] => {
      const begin = at
      at += line.length + 1
      const words = squash(line)
      if (words === '') return []
      const start = begin + (line.length - line.trimStart().length)
      return [{ words, from: start, to: start + line.trim().length }]
    })
}

const SHOWS: ReadonlySet<string> = new Set([
  ...['img', 'input', 'iframe', 'video', 'audio', 'embed', 'object', 'select', 'textarea'],
  ...['canvas', 'svg', 'button', 'form', 'script', 'frame'],
])

/** Pictures, frames and scripts between two places of the running text may show what no words do. */
function showsBetween(tree: PageTree, from: number, to: number): boolean {
  return tree.els.some(
    ({ tag, from: at, hidden }) =>
      at >= from && at <= to && SHOWS.has(tag) && !(hidden && tag === 'input'),
  )
}

/** What stands below a text on any page: when it was put up, and tools. */
const TOOLS =
  /^(?:[（(【]?(?:来源|作者|编辑|责任编辑|责编|审核|编审|供稿|信息来源|初审|终审|打印|关闭|返回|分享|上一[篇条]|下一[篇条]|浏览|点击|扫一扫|收藏)[^\n]*|(?:发布|公布)?(?:时间|日期)[:：].*|(?!.*\d{5})[\s\d年月日./:：—-]+|[一二三四五六七八九〇○零十年月日\s]+)$/
/** What closes a notice beneath a list: whose it is, until when, and whom to tell. */
const CLOSER =
  /^(?:特此(?:公告|公示|通知|通告|说明|函告|报告|批复).*|(?:联系|咨询|监督|举报|电话|地址|邮箱|电子邮箱)[^，。；：:\d\n]{0,12}[:：][^\n]*|(?:公示期|公示时间|如有|如对|凡对|对上述|对以上|欢迎)[^\n]*|[^，。；：:]{2,24}(?:局|委|委员会|政府|厅|办|办公室|中心|部|署|院|处|站|队|社|公司|集团|小组|指挥部|学校))[。.]?$/

const NUMBERS = '一二三四五六七八九十'
/** Number before a heading: its style, and its place in the count. */
function numberOf(words: string): { readonly style: string; readonly n: number } | null {
  const [, han, bracketed, plain] =
    /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]、?|(\d{1,2})[、.．](?!\d))/.exec(
      words,
    ) ?? []
  if (han !== undefined) return { style: '一、', n: hanNumber(han) }
  if (bracketed !== undefined) return { style: '（一）', n: hanNumber(bracketed) }
  return plain === undefined ? null : { style: '1.', n: Number(plain) }
}

function hanNumber(words: string): number {
  const at = words.indexOf('十')
  if (at < 0) return NUMBERS.indexOf(words) + 1
  const tens = at === 0 ? 1 : NUMBERS.indexOf(words.slice(0, at)) + 1
  return tens * 10 + (at + 1 < words.length ? NUMBERS.indexOf(words.slice(at + 1)) + 1 : 0)
}

/** A heading names what stands beneath, and is no sentence of its own. */
const HEADING = /^[^，。；！？：:、]{2,24}(?:、[^，。；！？：:、]{2,12})?[:：]?$/
const LEAST_HEADINGS = 3
/** Headings of what stands in a place of its own, or that say all themselves. */
const ELSEWHERE = /附[件表图则]|其[他它]|下载|相关|链接|视频|图片|点击|>>|目\s*录/

interface Heading extends Line {
  readonly n: number
  readonly plain: string
}

/** Headings of one rank in the order of the page: numbered from one on, or of one element (h2). */
function runsOf(tree: PageTree, lines: readonly Line[]): readonly (readonly Heading[])[] {
  const open = new Map<string, Heading[]>()
  const done: Heading[][] = []
  for (const line of lines) {
    if (isInRow(tree, line)) continue
    const number = numberOf(line.words)
    const style = number?.style ?? tagOf(tree, line)
    if (style === null) continue
    const plain =
      number === null
        ? line.words
        : line.words.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\s*/, '')
    const run = open.get(style)
    const n = number?.n ?? (run?.at(-1)?.n ?? 0) + 1
    if (run !== undefined && n === (run.at(-1)?.n ?? 0) + 1) run.push({ ...line, n, plain })
    else {
      const fresh = [{ ...line, n, plain }]
      open.set(style, fresh)
      done.push(fresh)
    }
    // A heading of a higher rank ends the count of those below it.
    if (style === '一、') for (const lower of ['（一）', '1.']) open.delete(lower)
    else if (style === '（一）') open.delete('1.')
  }
  return done.filter((run) => run.length >= LEAST_HEADINGS)
}

/** A row of a table says what it says in its cells. Where one cell lays out the page, its text has headings. */
function isInRow(tree: PageTree, { from, to }: Line): boolean {
  if (tree.flat.slice(from, to).includes('\t')) return true
  let at: El | null = tree.elementAt(from, to)
  while (at !== null && at.tag !== 'td' && at.tag !== 'th') at = at.parent
  return at !== null && at.to - at.from < LEAST_LAYOUT && (at.parent?.to ?? at.to) - at.to > 1
}

/** Text in a cell that holds a page's body. */
const LEAST_LAYOUT = 200

/** The heading element that a whole line is; null where it is none, or a link. */
function tagOf(tree: PageTree, { words, from, to }: Line): string | null {
  // A chapter and the first of its parts may be headings of one rank.
  if (to - from > LONGEST_TAGGED || PARTED.test(words)) return null
  let at: El | null = tree.elementAt(from, to)
  for (; at !== null && at.from >= from - 1 && at.to <= to + 1; at = at.parent) {
    if (at.tag === 'a') return null
    if (/^h[2-5]$/.test(at.tag)) return at.tag
  }
  return null
}

const LONGEST_TAGGED = 40
const PARTED =
  /^(?:第?[一二三四五六七八九十\d]{1,3}[章节编篇条]|第[一二三四五六七八九十\d]{1,3}部分|[一二三四五六七八九十\d]{1,3}[\s、.．])/

function emptySections(tree: PageTree, lines: readonly Line[], end: number): readonly PageVoid[] {
  return runsOf(tree, lines).flatMap((run) => {
    const headings = run.filter(({ plain }) => HEADING.test(plain))
    const bodies = headings.map((one) => {
      const next = run.find(({ from }) => from > one.from)
      return { one, filled: isFilled(tree, lines, one, next, end) }
    })
    const empty = bodies.filter(({ filled }) => !filled)
    const beside = bodies.length - empty.length
    // Where most say it in their own line, the short ones do too.
    if (headings.length * 3 < run.length * 2 || beside < 2 || empty.length * 2 > beside) return []
    return empty.flatMap(({ one }): readonly PageVoid[] =>
      ELSEWHERE.test(one.plain) || squash(tree.flat.slice(one.from, one.to)) !== one.words
        ? []
        : [{ kind: 'section', name: one.plain, beside, ...placed(tree, one) }],
    )
  })
}

function isFilled(
  tree: PageTree,
  lines: readonly Line[],
  { from, to }: Line,
  next: Line | undefined,
  end: number,
): boolean {
  if (next !== undefined)
    return (
      showsBetween(tree, to, next.from) ||
      lines.some((line) => line.from >= to && line.from < next.from)
    )
  const below = lines.filter((line) => line.from > from)
  return showsBetween(tree, to, end) || below.some(({ words }) => !TOOLS.test(words))
}

const placed = (
  tree: PageTree,
  { words, from, to }: Line,
): { quote: string; at: PageVoid['at'] } => ({
  quote: words,
  at: tree.sourceSpan(from, to),
})

/** 拟聘用人员名单如下：, 具体标准见下表。 */
const ANNOUNCES =
  /(?:(?:名单|清单|目录|情况|结果|信息|项目|内容|事项|人员|标准|安排)[^，。；：]{0,10}|[公宣][示布告][^，。；：]{0,6})(?:如下|见下[表图])(?:所示)?[:：。]?$|[如见]下[表图](?:所示)?[:：。]?$/

const OF_CONTACTS = /电话|热线|联系方式|邮箱|地址|通讯录/

function emptyLists(tree: PageTree, lines: readonly Line[], end: number): readonly PageVoid[] {
  return lines.flatMap((line, at): readonly PageVoid[] => {
    if (!ANNOUNCES.test(line.words)) return []
    // A notice of whom to call says with that all that it has to say.
    if (OF_CONTACTS.test(tree.headTitle ?? '') || OF_CONTACTS.test(line.words)) return []
    const below = lines.slice(at + 1)
    if (
      below.some(({ words }) => !CLOSER.test(words) && !TOOLS.test(words)) ||
      showsBetween(tree, line.to, end)
    )
      return []
    const words =
      /[^，。；]*[，。；：:]?$/.exec(line.words.replace(/[。：:]$/, ''))?.[0] ?? line.words
    const from = line.from + Math.max(0, tree.flat.slice(line.from, line.to).lastIndexOf(words))
    const own = { words, from, to: Math.min(line.to, from + words.length) }
    return [{ kind: 'list', name: words, beside: 0, ...placed(tree, own) }]
  })
}

const LEAST_COLUMNS = 3

const said = (row: readonly (string | null)[]): boolean => row.some((cell) => (cell ?? '') !== '')

/** 序号 | 项目 | 标准, and no row below that says more than its name. A table that a script may fill has a name to be found by. */
function bareHead(
  tree: PageTree,
  { el, table, cells }: PlacedTable,
  next: PlacedTable | null,
): readonly PageVoid[] {
  const [only, ...below] = table.flatMap((row, at) => (said(row) ? [at] : []))
  if (only === undefined) return []
  const heads = table[only] ?? []
  const isHead = heads.every((cell) => labelOf(cell ?? '') !== null) && el.linked === 0
  const isBelow =
    below.length === 0
      ? heads.length >= LEAST_COLUMNS && heads.some((cell) => HEAD.test(cell ?? ''))
      : areNames(
          heads,
          below.map((at) => table[at] ?? []),
        )
  if (!isHead || !isBelow || next !== null || showsBetween(tree, el.from, el.to)) return []
  const named = tree.els
    .slice(el.i, el.last)
    .some(
      ({ tag, id, attrs }) =>
        /^t(?:able|body)$/.test(tag) &&
        (id !== '' || Object.keys(attrs).some((name) => /^(?:data-|v-|ng-|:)/.test(name))),
    )
  const first = cells[only]?.[0]
  // 会议回执: a form to be printed and filled in.
  const above = tree.flat.slice(Math.max(0, el.from - LINES_ABOVE), el.from)
  if (named || first === null || first === undefined || TO_FILL.test(above)) return []
  const quote = heads[0] ?? ''
  const name = heads.join('、')
  return [{ kind: 'table', name, beside: 0, quote, at: tree.sourceSpan(first.from, first.to) }]
}

/** 村名 | 公开内容, and of several villages no more than the name. */
function areNames(
  heads: readonly (string | null)[],
  rows: readonly (readonly (string | null)[])[],
): boolean {
  const named = heads.findIndex((_, i) => rows.some((row) => !/^\d*$/.test(row[i] ?? '')))
  const rest = heads.slice(named + 1)
  return (
    rows.length >= LEAST_NAMED &&
    rest.length > 0 &&
    rest.every((head) => OWED.test(head ?? '')) &&
    rows.every(
      (row) =>
        row.length === heads.length &&
        (row[named] ?? '') !== '' &&
        row.slice(named + 1).every((cell) => cell === ''),
    )
  )
}
const LEAST_NAMED = 2

/** Words of a table's head; tabs and doors stand in one row too. */
const HEAD =
  /序号|编号|名称|姓名|日期|时间|金额|数量|备注|类别|类型|依据|标准|单位|部门|地址|电话|职务|事项|项目|文号/
const LINES_ABOVE = 60
const TO_FILL =
  /回执|[报申]请?[名表书]|登记表|样[表张]|模板|格式|填[写报]|推荐表|汇总表|统计表|附[件表]/

/** What every row of a table has that has it at all: who does it, when, on what grounds, how much. */
const OWED =
  /^(?:责任|牵头|承办|实施|主管|主办|发布|执法|检查|抽查|公开|起草|提供|受理|办理|监管|处罚|许可|决定|建设|中标|采购|发放|补[贴助]|救助|奖[补励]|收费|收入|支出|设定|法律|政策|行政)?(?:单位|部门|主体|机关|机构|时间|日期|时限|期限|周期|频[次率]|依据|标准|金额|价格?|内容|对象|范围|方式|结果|条件|职责|分工|职务|地[址点]|比例|渠道|形式|格式|进度|进展|事项名称|项目名称|名称|姓名|类[别型])(?:[（(].*)?$|^(?:行政)?(?:许可|处罚|批准|决定书?|许可证|许可决定书?|处罚决定书?|资质证?书?|案件)?(?:书|文书)?(?:文?书?号|编号|案号|证号|字号)$/
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计)/
const LEAST_FILLED = 4

function blankCells(tree: PageTree, { table, cells }: PlacedTable): readonly PageVoid[] {
  const at = table.findIndex(said)
  const heads = (table[at] ?? []).map((cell) => labelOf(cell ?? ''))
  if (heads.length < LEAST_COLUMNS || heads.some((head) => head === null)) return []
  const rows = table
    .map((row, index) => ({ row, index }))
    .slice(at + 1)
    // Where a cell spans several rows or columns, or most are blank, the rows say it in another way.
    .filter(
      ({ row }) =>
        row.length === heads.length &&
        (row.filter((cell) => (cell ?? '') !== '').length * 2 > heads.length ||
          isNameAlone(row, table.slice(at + 1))) &&
        !row.some((cell) => TOTAL.test(cell ?? '')),
    )
  return heads.flatMap((head, column): readonly PageVoid[] => {
    if (head === null || !OWED.test(head)) return []
    const spans = rows.some(({ row }) => row[column] === null)
    const blank = rows.filter(({ row, index }) => {
      const cell = cells[index]?.[column] ?? null
      return row[column] === '' && cell !== null && isBare(tree, cell)
    })
    const filled = rows.filter(({ row }) => (row[column] ?? '') !== '')
    if (spans || filled.length < LEAST_FILLED || blank.length * 4 > filled.length) return []
    // A figure that is nought may be left out.
    if (
      isFigures(filled.map(({ row }) => row[column] ?? '')) &&
      countFigures(rows, heads.length) > 1
    )
      return []
    return blank.flatMap(({ row, index }) =>
      cellVoid(tree, { head, row, own: cells[index] ?? [], beside: filled.length }),
    )
  })
}

/** Heads of a catalogue: 公开事项 | 公开内容 | 公开依据 | 公开时限. */
const DISCLOSED = /^公开(?!方式|渠道)/
const LEAST_DISCLOSED = 3

/** An element of a catalogue that most of its rows leave blank, though they tell the others. */
function blankColumns(tree: PageTree, { table, cells }: PlacedTable): readonly PageVoid[] {
  const at = table.findIndex(said)
  const heads = (table[at] ?? []).map((cell) => labelOf(cell ?? '') ?? '')
  if (heads.filter((head) => DISCLOSED.test(head)).length < LEAST_DISCLOSED) return []
  const rows = table
    .map((row, index) => ({ row, index }))
    .slice(at + 1)
    .filter(
      ({ row }) =>
        row.length === heads.length && row.filter((cell) => cell !== '').length * 2 > heads.length,
    )
  return heads.flatMap((head, i): readonly PageVoid[] => {
    if (!DISCLOSED.test(head) || rows.some(({ row }) => row[i] === null)) return []
    const blank = rows.filter(({ row, index }) => {
      const cell = cells[index]?.[i] ?? null
      return row[i] === '' && cell !== null && isBare(tree, cell)
    })
    const cell = cells[at]?.[i] ?? null
    if (cell === null || blank.length < LEAST_COLUMNS || blank.length * 2 <= rows.length) return []
    const quote = table[at]?.[i] ?? head
    const beside = rows.length - blank.length
    return [{ kind: 'column', name: head, beside, quote, at: tree.sourceSpan(cell.from, cell.to) }]
  })
}

/** 种植业管理科 and nothing else, among rows whose names end as it does: no heading of the rows below it. */
function isNameAlone(
  row: readonly (string | null)[],
  rows: readonly (readonly (string | null)[])[],
): boolean {
  const told = row.flatMap((cell, i) => (/^\d*$/.test(cell ?? '') ? [] : [i]))
  const [i] = told
  if (i === undefined || told.length > 1 || row.some((cell) => cell === null)) return false
  const alike = rows.filter((one) => (one[i] ?? '').at(-1) === row[i]?.at(-1))
  return alike.length * 2 > rows.length
}

/** Neither words nor anything else within, not even an icon that leads somewhere. */
function isBare(tree: PageTree, cell: El): boolean {
  const within = tree.els.slice(cell.i + 1, cell.last)
  return (
    squash(tree.flat.slice(cell.from, cell.to)) === '' &&
    !within.some(({ tag }) => tag === 'a' || SHOWS.has(tag))
  )
}

function cellVoid(
  tree: PageTree,
  {
    head,
    row,
    own,
    beside,
  }: { head: string; row: readonly (string | null)[]; own: readonly (El | null)[]; beside: number },
): readonly PageVoid[] {
  // The row is known by its first words that are no number.
  const i = row.findIndex((cell) => (cell ?? '') !== '' && !/^\d{1,4}$/.test(cell ?? ''))
  const cell = own[i]
  if (cell === null || cell === undefined) return []
  const quote = row[i] ?? ''
  return [{ kind: 'cell', name: head, beside, quote, at: tree.sourceSpan(cell.from, cell.to) }]
}

const isFigures = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /^[¥￥]?[\d,.，%]+(?:万?元|人|个|件|户|亩|%)?$/.test(cell)).length * 2 >
  cells.length

function countFigures(
  rows: readonly { readonly row: readonly (string | null)[] }[],
  columns: number,
): number {
  // The first column counts the rows.
  return Array.from({ length: columns }, (_, i) => i)
    .slice(1)
    .filter((i) => isFigures(rows.map(({ row }) => row[i] ?? '').filter((cell) => cell !== '')))
    .length
}
