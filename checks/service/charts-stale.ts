/**
 * Is data shown in charts (图解、图表、数据可视化) within the last months? The newest entry of the data columns whose title
 * says that it is one. Charts drawn by script, or without words, are not seen: where none is found it is asked, unless the
 * whole text of every entry of these months was read and nothing in it could show a chart.
 */
import { addMonths, daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  ColumnTree,
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  hasUnreadPages,
  isGovernment,
  itemsTitled,
  partly,
  searchedForColumn,
} from '#engine/define-check'
import { type Column, type ColumnItem, hiddenByScript, type SiteView } from '#model/site-view'

const SUBJECT = '数据图解'
const CHART =
  /图解|图表|图说|图看|图读|图示|图览|一图|一张图|数读|数说|数看|数图|可视化|看图|走势图|数据图|H5|长图|信息图/i

/** A column of its own for charts, wherever it stands beside the data. */
const CHART_COLUMN =
  /^(?:数据|统计(?:数据|信息)?|经济(?:运行|数据)?)(?:图解|可视化|图表|图说|图读|图集|看图|解读)(?:专栏)?$|^(?:图表|图解|图说|可视化)(?:数据|统计|经济(?:运行)?)$|^(?:图[说解读看览]|[看读]图|一图[看读])(?:懂)?(?:数据|统计|经济)$|^数据图$/

export const chartsStale = defineCheck({
  id: 'service/charts-stale',
  revision: 8,
  title: '近期是否用图表解读数据',
  question: '监测日前几个月内，数据发布和数据开放栏目有没有以图表图解展现数据？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2（县市区）',
      clause: '数据发布：监测时间点前6个月内，通过图表图解等可视化方式展现和解读数据，20%',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['statistics', 'openData'],
      meaning: '按数据栏目判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxMonths: {
      default: 6,
      meaning: '最近一次图解距监测日最多几个月',
      source: '随州市2023年方案（6个月）',
      verified: true,
    },
  },
  outcomes: {
    fresh: { verdict: 'pass', message: '最近的数据图解“{title}”发布于 {day}' },
    stale: {
      verdict: 'fail',
      message: '最近的数据图解“{title}”发布于 {day}，距监测日 {days} 天',
      claimsAbsence: true,
      ask: '数据栏目在这之后是否还有图表、图解（图片、动态图表也算）？',
    },
    absent: {
      verdict: 'fail',
      message:
        '“{column}”近{months}个月的 {count} 条数据都只有文字、表格，没有图表、图解，其他栏目也没有标题写明是数据图解的',
      claimsAbsence: true,
      ask: '数据栏目近{months}个月内是否确实没有以图表、图解展现的数据（动态图表也算）？',
    },
    unseen: {
      verdict: 'unsure',
      message: '“{column}”没有读到标题写明图表、图解的数据',
      ask: '数据栏目近{months}个月内是否以图表、图解展现数据（动态图表也算）？',
    },
    department: {
      verdict: 'not-applicable',
      message: '“{column}”没有读到数据图解；数据可视化只要求政府门户网站，“{agency}”是部门',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出数据发布、数据开放栏目（是否应设由栏目检查判断）',
    },
  },
  example: '最近的“一图读懂一季度经济运行”发布于上年五月，距监测日300天：stale。',
  *run(site, { params, asOf }) {
    const tree = new ColumnTree(site)
    const owned = params.topics.flatMap((topic) => site.columnsOf(topic))
    const charts =
      owned.length === 0 ? [] : site.columns.filter(({ name }) => CHART_COLUMN.test(name.trim()))
    const columns = [
      ...new Set([...owned, ...charts].flatMap((one) => [one, ...tree.descendants(one)])),
    ]
    const [column] = owned
    const where = site.home ?? site.pages[0]
    if (column === undefined) {
      if (where !== undefined)
        yield { outcome: 'no-column', subject: SUBJECT, evidence: [citePage(where)] }
      return
    }
    let newest: { item: ColumnItem; day: string; sureness: number } | null = null
    for (const one of columns)
      for (const item of one.items) {
        const isNamed = CHART.test(item.title) || CHART.test(one.name)
        if (!isNamed && !isDrawn(site, item)) continue
        const read = dayOfItem(site, item)
        // Without a name it tells of itself alone: newer pictures may be charts as well.
        if (!isNamed && (read?.day ?? '') < addMonths(asOf, -params.maxMonths)) continue
        if (read === null || read.day > asOf || (newest !== null && read.day <= newest.day))
          continue
        newest = { item, ...read }
      }
    if (newest === null && !isGovernment(site)) {
      yield {
        outcome: 'department',
        subject: SUBJECT,
        facts: { column: column.name, agency: site.agency.name },
        evidence: citeColumn(site, column),
      }
      return
    }
    const from = addMonths(asOf, -params.maxMonths)
    const plain = newest === null ? plainSince(site, columns, from, asOf) : null
    if (plain !== null) {
      yield {
        outcome: 'absent',
        subject: SUBJECT,
        facts: { column: column.name, months: params.maxMonths, count: plain.length },
        evidence: plain.slice(0, 5).map(({ place }) => place),
        sureness: column.topic?.sureness ?? 0,
        coverage: searchedForColumn(site),
      }
      return
    }
    if (newest === null) {
      yield {
        outcome: 'unseen',
        subject: SUBJECT,
        facts: { column: column.name, months: params.maxMonths },
        evidence: citeColumn(site, column),
      }
      return
    }
    const cut = columns.find(
      (one) => one.coverage === 'partial' || one.kind !== 'local' || hasUnreadPages(site, one),
    )
    yield {
      outcome: newest.day >= from ? 'fresh' : 'stale',
      subject: SUBJECT,
      facts: {
        title: clip(newest.item.title, 40),
        day: newest.day,
        days: daysBetween(newest.day, asOf),
      },
      measure: { value: daysBetween(newest.day, asOf), unit: 'days' },
      evidence: [newest.item.place],
      sureness: Math.min(newest.sureness, column.topic?.sureness ?? 0),
      coverage:
        cut === undefined
          ? searchedForColumn(site)
          : partly(cut.coverageBecause ?? `“${cut.name}”没有看全`),
    }
  },
})

/** A picture in the entry's text that is named as a chart. */
const DRAWN =
  /(?:柱状|柱形|条形|折线|曲线|饼|饼状|饼形|走势|趋势|雷达|散点|统计|增速|占比|对比|结构)图|图表|图解|一图读懂/

function isDrawn(site: SiteView, { url }: ColumnItem): boolean {
  const page = url === null ? undefined : site.pageAt(url)?.page
  return (page?.pictures ?? []).some(
    ({ inBody, alt, caption }) => inBody && DRAWN.test(`${alt ?? ''} ${caption ?? ''}`),
  )
}

/** With fewer entries of data in these months nothing can be said. */
const LEAST_DATA = 3

/**
 * The entries of these months when each was read whole and holds no picture, frame, file or script that could draw; null
 * when one may, when a list was not read to its end, or when an entry elsewhere calls itself a chart of data.
 */
function plainSince(
  site: SiteView,
  columns: readonly Column[],
  from: string,
  asOf: string,
): readonly ColumnItem[] | null {
  const whole = columns.every(
    (one) => one.kind === 'local' && one.coverage === 'complete' && !hasUnreadPages(site, one),
  )
  if (!whole || columns.some(({ url }) => mayDraw(site, url))) return null
  if (itemsTitled(site, CHART).some(({ item }) => (dayOfItem(site, item)?.day ?? asOf) >= from))
    return null
  const recent: ColumnItem[] = []
  for (const item of columns.flatMap(({ items }) => items)) {
    const day = dayOfItem(site, item)?.day
    if (day === undefined) return null
    if (day < from || day > asOf) continue
    if (item.url === null || mayDraw(site, item.url)) return null
    recent.push(item)
  }
  return recent.length >= LEAST_DATA ? recent : null
}

function mayDraw(site: SiteView, url: string): boolean {
  const view = site.pageAt(url)
  if (view === null) return true
  const { page } = view
  return (
    !['article', 'listing', 'directory'].includes(page.kind.value) ||
    page.truncated ||
    page.blocked !== null ||
    page.attachments.length > 0 ||
    page.frames.length > 0 ||
    (page.pictures ?? []).some(({ inBody }) => inBody) ||
    hiddenByScript(view) !== null
  )
}
