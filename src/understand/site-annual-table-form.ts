/**
 * Fields of the website annual table from the grids of a page or file: a label, and the figure in the next cell. Labels
 * like 总数 mean something only under their group, which a merged cell names on its first row. Short forms print labels in
 * a head row with their figures below. A cell that is no plain
 * figure has no value; sums are checks' business.
 */
import { halfWidth, squash } from '#base/text'
import type { ReportPlace } from '#model/annual-report'
import type { TextTable } from '#model/attachment'
import type { Span } from '#model/page'
import type {
  AnnualTableContent,
  AnnualTableField,
  AnnualTableMark,
} from '#model/site-annual-table'

export interface TableSource {
  readonly url: string
  readonly source: 'html' | 'attachment'
  readonly text: string
  readonly tables: readonly TextTable[]
  readonly rowSpans?: readonly (readonly Span[])[]
  /** Whether a body so named may be the site's own; nothing is said of names without it. */
  isOwn?(name: string): boolean
}

/** Groups in printed order; a label belongs to the group named last. */
const GROUPS: readonly (readonly [group: string, sign: RegExp])[] = [
  ['published', /^信息发布/],
  ['features', /^专栏专题/],
  ['interpretation', /^解读(信息)?发布/],
  ['handled', /^办件量/],
  ['messages', /^留言办理/],
  ['polls', /^征集调查(?!期数)/],
  ['interviews', /^在线访谈(?!期数)/],
  ['security', /^安全防护|^安全检测(?!评估次数)/],
]

/** `group` null: the label says enough by itself. */
const FIELDS: readonly (readonly [key: string, sign: RegExp, group: string | null])[] = [
  ['users', /^独立用户访问(总)?量/, null],
  ['visits', /^网站总访问量/, null],
  ['published.total', /^总数/, 'published'],
  ['published.total', /^信息发布(?:[（(][^（()）]{1,8}[)）])?总数/, null],
  ['published.overview', /^概况类信息/, null],
  ['published.news', /^政务动态信息/, null],
  ['published.catalogue', /^信息公开目录信息/, null],
  ['features.kept', /^(?:专栏专题(?:[（(][^（()）]{1,8}[)）])?)?维护数量/, 'features'],
  ['features.opened', /^新开设/, 'features'],
  ['interpretation.total', /^总数/, 'interpretation'],
  ['interpretation.total', /^解读信息(?:发布)?(?:[（(][^（()）]{1,8}[)）])?总数/, null],
  ['interpretation.materials', /^解读材料/, null],
  ['interpretation.products', /^解读产品/, null],
  ['interpretation.comments', /^媒体评论/, null],
  ['responses', /^回应(?:公众)?关注/, null],
  ['registered', /^注册用户/, null],
  ['services.total', /^政务服务事项数/, null],
  ['services.online', /^可?全程在线办理/, null],
  ['handled.total', /^总数/, 'handled'],
  ['handled.total', /^办件量?(?:[（(][^（()）]{1,8}[)）])?总数|^办件总量/, null],
  ['handled.people', /^自然人办件/, null],
  ['handled.bodies', /^法人办件/, null],
  ['messages.received', /^(?:留言办理)?\s*收到留言/, null],
  ['messages.answered', /^办结留言/, null],
  ['messages.published', /^公开答复/, null],
  ['polls.held', /^期数/, 'polls'],
  ['polls.held', /^(?:征集|调查){1,2}期数/, null],
  ['polls.received', /^收到意见/, null],
  ['polls.published', /^公布(?:调查)?结果期数/, null],
  ['interviews.held', /^期数/, 'interviews'],
  ['interviews.held', /^(?:在线)?访谈期数/, null],
  ['interviews.asked', /^网民留言/, null],
  ['interviews.answered', /^答复网民/, null],
  ['security.tests', /^安全检测评估次数/, null],
  ['security.found', /^发现问题/, null],
  ['security.mended', /^问题整改/, null],
]
/** Names that the form gives to its parts. */
const SECTIONS =
  /^(?:信息发布|专栏专题|解读回应|解读信息(?:发布)?|办事服务|办件量|互动交流|留言办理|征集调查|在线访谈|安全防护|移动新媒体|创新发展)$/
const HOME = /^(?:网站)?首页(?:网址|地址)|^网站(?:网址|域名)/
const HOST = /(?<![\w.@-])((?:[a-z0-9-]+\.)+[a-z]{2,10})(?![\w.-])/i
const ICP = /ICP备案/i
const ICP_NUMBER = /ICP备\s*(\d{6,10})\s*号/i
const SITE_CODE = /标识码/
const CODE = /(?<![0-9a-z])(bm\d{8}|\d{10})(?![0-9a-z])/i
const OWNER = /^(?:填报单位|主办单位|网站名称)/
const FILLED = /^(?:填报|填表|填写|报送)(?:日期|时间)|^日期$/
const DAY = /(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/
/** A figure with its unit. */
const FIGURE = /^(-?\d[\d,]*(?:\.\d+)?)\s*(?:[（(]?[条个次项件期天人份篇户名家部场起][）)]?)?$/
/** What the form was to be filled in with; ☒ and × before a word are ticks. */
const LEFTOVER =
  /^[\sXx×✕*＊_＿□○〇]*[Xx×✕*＊_＿〇○]{2,}[\sXx×✕*＊_＿□○〇条个次项件期天人份篇年月日.-]*$|[×✕＊]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|^[（(]?(?:待|请)(?:填|补|定|核|录)[\u4e00-\u9fff]{0,4}[）)]?$|^[（(]?(?:数字|数量|数值|填写|示例)[）)]?$/

/** 总数：860；自然人办件量：500: several labels with their figures in one cell. */
const INNER =
  /([\u4e00-\u9fff]{2,16})(?:[（(][^（()）]{1,8}[)）])?\s*[:：]\s*(\d[\d,]*(?:\.\d+)?)(?![\d:：])/g

/** 其中：自然人办件量: the first of the parts says whose part it is. */
const OF_WHICH = /^其中[:：,，、]?(?=.)/

/** Grids that hold fewer are not the form, not even a short one of six rows whose other labels we do not know. */
const LEAST_FIELDS = 3

/** Null where the grids hold too little to be the form. */
export function readAnnualTable(given: TableSource): AnnualTableContent | null {
  const fields = new Map<string, AnnualTableField>()
  let siteCode: AnnualTableContent['siteCode'] = null
  let home: AnnualTableContent['home'] = null
  let icp: AnnualTableContent['icp'] = null
  let foreign: AnnualTableContent['foreign'] = null
  let filledOn: AnnualTableContent['filledOn'] = null
  const leftovers: AnnualTableMark[] = []
  let group: string | null = null
  const keep = (said: string, shown: string, printed: string, place: ReportPlace): void => {
    const label = said.replace(OF_WHICH, '')
    const field = FIELDS.find(
      ([, sign, only]) => sign.test(label) && (only === null || only === group),
    )
    if (field === undefined || fields.has(field[0]) || isLabel(printed)) return
    const figure = FIGURE.exec(halfWidth(printed).trim())?.[1]
    fields.set(field[0], {
      key: field[0],
      label: squash(shown),
      value: figure === undefined ? null : Number(figure.replace(/,/g, '')),
      printed: squash(printed),
      place,
    })
  }
  for (const { cells, below, place } of rowsOf(given)) {
    for (const [at, cell] of cells.entries()) {
      if (/[:：]\s*\d/.test(cell))
        for (const [, label = '', figure = ''] of cell.matchAll(INNER))
          keep(label, label, figure, place)
      const whole = halfWidth(cell).replace(/\s/g, '')
      group = GROUPS.find(([, sign]) => sign.test(whole))?.[0] ?? group
      const label = behindGroup(cell) ?? whole
      const beside = cells[at + 1]
      const isHead = beside === undefined || isLabel(beside) || !isFigure(beside)
      const next = isHead && isFigure(below[at] ?? '') ? below[at] : beside
      if (LEFTOVER.test(halfWidth(cell))) leftovers.push({ value: squash(cell), place })
      if (next === undefined) continue
      if (SITE_CODE.test(label) && siteCode === null) {
        const code = CODE.exec(halfWidth(next))?.[1]?.toLowerCase()
        if (code !== undefined) siteCode = { value: code, place }
      }
      const host = HOME.test(label) ? HOST.exec(halfWidth(next))?.[1] : undefined
      if (host !== undefined) home ??= { value: host.toLowerCase(), place }
      const number = ICP.test(label) ? ICP_NUMBER.exec(halfWidth(next))?.[1] : undefined
      if (number !== undefined) icp ??= { value: number, place }
      if (OWNER.test(label) && next.trim() !== '' && given.isOwn?.(squash(next)) === false)
        foreign ??= { value: squash(next), place }
      const day = FILLED.test(label) ? DAY.exec(halfWidth(next)) : null
      if (day !== null) filledOn ??= { value: civil(day), place }
      // An empty cell before the figure is a merged one's.
      const isEmpty = next.trim() === '' && cells.slice(at + 2).some((one) => one.trim() !== '')
      if (!isEmpty) keep(label, cell, next, place)
    }
  }
  return fields.size < LEAST_FIELDS
    ? null
    : {
        source: given.source,
        fields: [...fields.values()],
        ...{ siteCode, home, icp, foreign, filledOn, leftovers },
      }
}

function civil([, year = '', month = '', day = '']: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** 互动交流 收到留言数量, 办件量：总数: the label behind its group's name in one cell; null where there is none. */
function behindGroup(cell: string): string | null {
  const [first, ...rest] = squash(halfWidth(cell)).split(/[ :·/—-]+/)
  const label = rest.join('')
  if (first === undefined || !SECTIONS.test(first)) return null
  return FIELDS.some(([, sign]) => sign.test(label)) ? label : null
}

function isFigure(cell: string): boolean {
  return FIGURE.test(halfWidth(cell).trim())
}

function isLabel(cell: string): boolean {
  const plain = halfWidth(cell).replace(/\s/g, '').replace(OF_WHICH, '')
  return [...GROUPS, ...FIELDS].some(([, sign]) => sign.test(plain))
}

interface Row {
  readonly cells: readonly string[]
  /** The cell under each of them, where the next row has one. */
  readonly below: readonly (string | undefined)[]
  readonly place: ReportPlace
}

/** Rows of the grids; without grids the lines, parted by tabs or wide gaps, or each label in a line over its figure. */
function rowsOf({ url, text, tables, rowSpans }: TableSource): readonly Row[] {
  const row = (
    cells: readonly string[],
    at: Span | null,
    below: readonly (string | undefined)[] = [],
  ): Row => ({
    cells,
    below,
    place: { url, at, quote: squash(cells.join(' ')) },
  })
  if (tables.length === 0) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line, at) => row(line.split(/\t|\s{2,}/), null, [lines[at + 1]]))
  }
  return tables.flatMap((table, t) =>
    table.map((cells, r) =>
      row(
        cells.filter((cell) => cell !== null),
        rowSpans?.[t]?.[r] ?? null,
        cells.flatMap((cell, c) => (cell === null ? [] : [table[r + 1]?.[c] ?? undefined])),
      ),
    ),
  )
}
