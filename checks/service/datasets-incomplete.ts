/**
 * What does the data column (数据开放) offer with its data sets: how many, downloads that open, formats, update cycle,
 * usage figures? Read on the column's pages and the data sets' own: where some sets' pages print what others' do not, those
 * that lack it are named. Fresh is a set as far as it says so itself: how often it is renewed, and when it was.
 */
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  columnsOfSets,
  DATA_FILE,
  defineCheck,
  type Element,
  insteadOfData,
  isGone,
  judgeElements,
  labelledElements,
  labelOr,
  lateRenewals,
  listed,
  type Member,
  membersOf,
  type OwedElement,
  offersNothing,
  owedBeside,
  placesOfSets,
  undescribed,
  unevenAmong,
  unevenRows,
  unlikeRows,
  viewsOf,
  WHOLE,
  withheldOn,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, LinkTarget, PageView, Place, SiteView } from '#model/site-view'

const COUNT = '数据集数量'
const DOWNLOAD = '数据下载'
/** Counters of readers stand on charts and news too. */
const DOWNLOADED = /(?:下载|调用|使用)数(?!据|字|目|码)/
const USAGE = '使用统计'
const SAID: readonly OwedElement[] = [
  {
    name: '数据格式',
    valued: true,
    labels: ['dataFormat'],
    within: /格式\s*[:：]|(?<![A-Za-z])(?:CSV|XLSX?|JSON|XML|RDF)(?![A-Za-z])/i,
  },
  { name: '更新周期', onPage: true, valued: true, labels: ['updateCycle'] },
  {
    name: USAGE,
    onPage: true,
    // 点击量：0 in the line of day and source is an article's counter that a script fills.
    labels: ['downloads'],
    within:
      /^(?:浏览|访问|查看|点击|阅读)(?:次数|人次|量|数)$|(?:下载|调用|使用)数(?!据|字|目|码)|(?:浏览|访问|查看|申请|点击|阅读)(?:次数|人次|量|数)\s*[:：】\]]?\s*(?:[1-9]|0(?<!(?:来源|出处|作者|供稿|发布|时间|日期|更新)[^\n]{0,80}0)(?!\d))|(?:下载|浏览|访问|调用)(?:\s*[:：]\s*\d{1,7}(?![\d年.-])|\s*\d+\s*次)|(?:浏览|访问|查看)\s*(?:\d+\s*)?[|｜/／、]\s*下载(?=\s|$)|(?:浏览|访问|查看)\s?\d{1,7}[ \t\u3000]+(?:下载|调用)\s?\d{1,7}/,
  },
]

export const datasetsIncomplete = defineCheck({
  id: 'service/datasets-incomplete',
  revision: 28,
  title: '数据开放栏目的数据集是否完备',
  question: '数据开放栏目有多少数据集，能否下载，是否标明格式、更新周期和浏览下载量？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2（县市区）',
      clause:
        '数据开放：明确数据更新频度并及时更新数据集，提供下载功能或可用数据接口，30%；注明各数据集浏览量、下载量和接口调用等情况，20%',
    },
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2（市直部门）',
      clause: '数据发布：提供本部门数据集的数量（标杆法）并提供下载功能；无法下载的不得分',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['openData'],
      meaning: '按数据开放判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    lateCycles: {
      default: 3,
      meaning:
        '写明更新周期的数据集，距最近更新超过几个周期算没有按期更新（每日的至少30个，每周的至少8个，半年、一年的最多两个）',
      source: '原文只写“及时更新数据集”；本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”{subject}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有找到{subject}',
      claimsAbsence: true,
      ask: '在浏览器中打开数据开放栏目和数据集页面，是否确实没有？',
    },
    uneven: {
      verdict: 'fail',
      message: '{total} 个数据集中有 {count} 个没有写明{subject}：{names}',
      claimsAbsence: true,
      ask: '所列数据集在其页面上、列表的一行里是否确实没有写明{subject}？',
    },
    'uneven-unclear': {
      verdict: 'unsure',
      message: '{total} 个数据集中有 {count} 个没有读到{subject}：{names}',
      ask: '所列数据集的{subject}写在哪里（列表页、脚本写出的文字也算），还是没有写？',
    },
    broken: {
      verdict: 'fail',
      message: '数据下载有 {count} 个地址失效：{names}',
      ask: '所列数据在浏览器中是否确实下载不了？',
    },
    'not-data': {
      verdict: 'fail',
      message: '有 {count} 个下载链接得到的不是数据：{names}',
      ask: '所列下载在浏览器中得到的是否确实不是数据？',
    },
    undownloadable: {
      verdict: 'fail',
      message: '{total} 个数据集的页面中有 {count} 个没有下载，也没有接口：{names}',
      claimsAbsence: true,
      ask: '所列数据集的页面上是否确实没有下载和接口（脚本、图片按钮也算）？',
    },
    undescribed: {
      verdict: 'fail',
      message: '有 {count} 个数据集的说明是空的：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列数据集，说明是否确实是空的？',
    },
    overdue: {
      verdict: 'fail',
      message: '有 {count} 个数据集没有按写明的周期更新：{names}',
      ask: '所列数据集写的更新周期和最近更新时间是否如此？',
    },
    withheld: {
      verdict: 'fail',
      message: '有 {count} 个数据集写着不能下载，也没有接口：{names}',
      ask: '所列数据集是否确实既不能下载、也没有接口？',
    },
    elsewhere: {
      verdict: 'unsure',
      message: '“{column}”指向站外（{target}），没有检查其数据集',
      ask: '站外平台上本单位有多少数据集，能否下载，是否标明格式、更新周期和使用量？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的内容：{reason}',
      ask: '请打开数据开放栏目，有多少数据集，能否下载，是否标明格式、更新周期和使用量？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出数据开放栏目（是否应设由栏目检查判断）',
    },
  },
  example: '“数据开放”有12个数据集，能下载xlsx，没有写更新周期：更新周期 missing。',
  *run(site, { params, labels, asOf }) {
    const said = labelledElements(labels, SAID)
    const known = params.topics.flatMap((topic) => site.columnsOf(topic))
    const columns = known.length > 0 ? known : columnsOfSets(site)
    const [first] = columns
    const answers = [...judgeElements(site, columns, said, COUNT)]
    if (first === undefined) {
      yield* answers
      return
    }
    const local = columns.filter(({ kind }) => kind === 'local')
    const downloaded = labelOr(labels, ['downloads'], DOWNLOADED)
    const signs = said.map(({ name, within }) => (name === USAGE ? downloaded : within))
    // Its page tells of a data set: what format, cycle or downloads. Charts and news stand in the same columns.
    const isSet = ({ page }: PageView): boolean =>
      /^(?:数据集|数据资源|资源)名称[ \t]*[:：\s][ \t]*\S/m.test(page.text.excerpt) ||
      signs.some((sign) => sign.test(page.text.excerpt))
    const views = [...new Set(local.flatMap((column) => viewsOf(site, column)))]
    const single = answers.find(({ outcome }) => outcome === 'elsewhere' || outcome === 'unread')
    const sets = placesOfSets(site, local, views)
    if (single !== undefined && (sets.length === 0 || local.length === 0)) {
      yield single
      return
    }
    const rests = answers.find(({ coverage }) => coverage !== undefined)?.coverage
    const sureness = Math.max(...columns.map(({ topic }) => topic?.sureness ?? 0.9))
    yield {
      outcome: sets.length > 0 ? 'present' : 'missing',
      subject: COUNT,
      facts: { column: first.name, words: `${sets.length} 个` },
      measure: { value: sets.length, unit: 'count' },
      evidence: sets.length > 0 ? sets.slice(0, 5) : citeColumn(site, first),
      sureness,
      ...(rests === undefined ? {} : { coverage: rests }),
    }
    yield { ...downloads(site, first, views, views.slice(0, 3).map(citePage), rests), sureness }
    const told = [...views, ...membersOf(site, local, () => true).map(({ view }) => view)]
    for (const answer of [
      ...overdue(told, labelOr(labels, ['updateCycle']), asOf, params.lateCycles),
      ...named('withheld', '下载限制', withheldOn(told)),
      ...notData(site, told),
      ...named(
        'undescribed',
        '数据说明',
        undescribed(
          views,
          membersOf(site, local, () => true),
        ),
      ),
      ...undownloadable(site, local, isSet),
    ])
      yield { ...answer, sureness }
    // Not read: each stays open by name, so that nothing is taken for granted where the rest is fine.
    if (single !== undefined)
      for (const { name } of SAID) yield { ...single, subject: name, sureness }
    for (const answer of answers)
      if (answer.outcome === 'present' || answer.outcome === 'missing')
        yield {
          ...(unevenSets(site, local, views, answer, said, isSet) ?? answer),
          subject: answer.subject.replace(`${COUNT}：`, ''),
          sureness,
        }
  },
})

/** What is found somewhere must be found with every set that has a page; null where it is, or where nothing can be told. */
function unevenSets(
  site: SiteView,
  columns: readonly Column[],
  views: readonly PageView[],
  answer: Observation<string>,
  said: readonly Element[],
  isSet: (view: PageView) => boolean,
): Observation<'uneven' | 'uneven-unclear'> | null {
  const element = said.find(({ name }) => answer.facts?.element === name)
  if (element === undefined || answer.outcome !== 'present') return null
  const paged = membersOf(site, columns, () => true)
  const rows = unevenRows(views, element, paged)
  if (rows !== null) return toldUneven(columns, element, rows.lacking, rows.total, rows.sure)
  const owed = owedBeside(element, paged)
  const sets = owed.onPage ? paged.filter(({ view }) => isSet(view)) : []
  const [found] = unevenAmong(site, sets, [owed], 1)
  if (found === undefined) return null
  // 浏览： and no figure behind it: a script may count there.
  const waits = ({ view }: (typeof sets)[number]): boolean =>
    element.name === USAGE && UNFILLED.test(view.page.text.excerpt)
  const lacking = found.lacking.filter((one) => !waits(one))
  const doubtful = [...found.doubtful, ...found.lacking.filter(waits)]
  // The list itself may print it for each of its sets.
  const own = new Set(sets.map(({ view }) => view))
  const onList = views.some((view) => !own.has(view) && element.within.test(view.page.text.excerpt))
  const sure = lacking.length > 0 && !onList
  return toldUneven(columns, element, sure ? lacking : [...lacking, ...doubtful], sets.length, sure)
}

function toldUneven(
  columns: readonly Column[],
  { name: subject }: Element,
  shown: readonly Member[],
  total: number,
  sure: boolean,
): Observation<'uneven' | 'uneven-unclear'> {
  const names = listed(shown.map(({ name }) => name))
  return {
    outcome: sure ? 'uneven' : 'uneven-unclear',
    subject,
    facts: { column: columns[0]?.name ?? '', total, count: shown.length, names },
    measure: { value: shown.length / total, unit: 'share' },
    evidence: shown
      .slice(0, 5)
      .map(({ view, name, words }) =>
        words === undefined
          ? citePage(view)
          : { url: view.page.url, at: view.page.text.at, quote: name },
      ),
    pages: [...new Set(shown.map(({ view }) => view.page.url))],
    ...(sure ? { coverage: WHOLE } : {}),
  }
}

const UNFILLED =
  /(?:浏览|访问|下载|调用|点击|阅读)(?:量|次数|数|人次)?\s*[:：]\s*次?\s*(?=$|[\n|｜])|(?:(?:浏览|访问|下载|调用|点击|阅读)(?:量|次数|数|人次)|(?:浏览|访问|点击|阅读))(?=\n|$)/

/** A door to the data: a download in some format, or the interface that may stand in its place. */
const OFFERED =
  /^(?:点击|立即|批量|全部|一键|数据|文件|CSV|XLSX?|EXCEL|JSON|XML|RDF|TXT)*\s*下载(?:数据|文件)?$|^(?:数据)?(?:API|接口)(?:调用|服务|申请|文档|地址|说明|下载)$/i

/** Buttons that scripts answer are words of the page and no links. */
function offeredIn(views: readonly PageView[]): Place | null {
  for (const { page } of views)
    for (const line of page.text.excerpt.split('\n'))
      if (OFFERED.test(line.trim())) return { url: page.url, at: page.text.at, quote: line.trim() }
  return null
}

function downloads(
  site: SiteView,
  column: Column,
  views: readonly PageView[],
  seen: Observation['evidence'],
  rests: Observation['coverage'],
): Observation<'present' | 'missing' | 'broken'> {
  const pages = new Set(views.map(({ page }) => page.url))
  const targets = site.links.filter(
    (target) =>
      (target.isAttachment || DATA_FILE.test(target.url)) &&
      target.from.some(({ url }) => pages.has(url)),
  )
  // A file without a single byte downloads, and is none.
  const whyBroken = ({ visit, firstVisit }: LinkTarget): string | null => {
    if (visit?.state === 'stored' && visit.status === 200 && visit.empty === true) return '空文件'
    return [visit, firstVisit].every((one) => one && isGone(one)) ? '两次访问都不存在' : null
  }
  const broken = targets.filter((target) => whyBroken(target) !== null)
  const placeOf = (target: LinkTarget) => {
    const link = target.from.find(({ url }) => pages.has(url))
    return link === undefined || link.text.trim() === ''
      ? []
      : [{ url: link.url, at: link.at, quote: link.text }]
  }
  const nameOf = (target: LinkTarget): string =>
    `${target.from.find(({ text }) => text.trim() !== '')?.text ?? target.url}（${whyBroken(target)}）`
  const shown = broken.length > 0 ? broken : targets
  const places = shown.slice(0, 8).flatMap(placeOf)
  const named = views
    .flatMap(({ page }) => page.links.map((link) => ({ page, link })))
    .find(({ link }) => link.area !== 'nav' && OFFERED.test(link.text.trim()))
  const button = named === undefined ? offeredIn(views) : null
  return {
    outcome:
      broken.length > 0
        ? 'broken'
        : targets.length > 0 || named !== undefined || button !== null
          ? 'present'
          : 'missing',
    subject: DOWNLOAD,
    facts: {
      column: column.name,
      count: broken.length,
      names: listed(broken.map(nameOf), 4),
      words:
        targets.length > 0 ? `${targets.length} 个文件` : (named?.link.text ?? button?.quote ?? ''),
    },
    evidence:
      places.length > 0
        ? places
        : named !== undefined
          ? [{ url: named.page.url, at: named.link.at, quote: named.link.text }]
          : button !== null
            ? [button]
            : seen,
    ...(rests === undefined ? {} : { coverage: rests }),
  }
}

function* overdue(
  views: readonly PageView[],
  cycle: RegExp,
  asOf: string,
  lateCycles: number,
): Generator<Observation<'overdue'>> {
  const all = lateRenewals(views, cycle, asOf, lateCycles)
  if (all.length === 0) return
  yield {
    outcome: 'overdue',
    subject: '按期更新',
    facts: {
      count: all.length,
      names: listed(
        all.map(({ name, cycle: said, day }) => `“${clip(name, 30)}”（${said}，${day}更新）`),
        4,
      ),
    },
    measure: { value: all.length, unit: 'count' },
    evidence: all.slice(0, 5).map(({ place }) => place),
  }
}

function* notData(site: SiteView, views: readonly PageView[]): Generator<Observation<'not-data'>> {
  const pages = new Map([...new Set(views)].map((view) => [view.page.url, view.page]))
  const found = site.links.flatMap((target) => {
    const link = target.from.find(
      ({ url, text }) =>
        pages.has(url) && (OFFERED.test(text.trim()) || DATA_FILE.test(target.url)),
    )
    const page = link === undefined ? undefined : pages.get(link.url)
    const why = page === undefined ? null : insteadOfData(site, page, target)
    const name = page?.title ?? link?.text ?? ''
    return link === undefined || why === null ? [] : [{ link, words: `“${clip(name, 30)}”${why}` }]
  })
  const rows = [...new Set(views)].flatMap(unlikeRows)
  const all = [...found.map(({ words }) => words), ...rows.map(({ words }) => words)]
  if (all.length === 0) return
  const places = found.map(({ link: { url, at, text } }) => ({
    url,
    at,
    quote: text.trim() === '' ? url : text,
  }))
  yield {
    outcome: 'not-data',
    subject: '下载内容',
    facts: { count: all.length, names: listed(all, 4) },
    measure: { value: all.length, unit: 'count' },
    evidence: [...places, ...rows.map(({ place }) => place)].slice(0, 8),
  }
}

/** Sets whose own page, read whole, offers nothing to take, where others' pages do. */
function* undownloadable(
  site: SiteView,
  columns: readonly Column[],
  isSet: (view: PageView) => boolean,
): Generator<Observation<'undownloadable'>> {
  const sets = membersOf(site, columns, () => true).filter(({ view }) => isSet(view))
  const without = sets.filter(({ view }) => offersNothing(site, view))
  // The list itself may hand out the data of each.
  const own = new Set(sets.map(({ view }) => view))
  const lists = columns
    .flatMap((column) => viewsOf(site, column))
    // An article beside the sets (a chart with its file) hands out its own.
    .filter((view) => !own.has(view) && view.page.kind.value !== 'article')
  const uneven = without.length > 0 && without.length < sets.length
  if (!uneven || !lists.every((view) => offersNothing(site, view))) return
  yield {
    outcome: 'undownloadable',
    subject: '数据集下载',
    facts: {
      total: sets.length,
      count: without.length,
      names: listed(without.map(({ name }) => name)),
    },
    measure: { value: without.length / sets.length, unit: 'share' },
    evidence: without.slice(0, 5).map(({ view }) => citePage(view)),
    pages: without.map(({ view }) => view.page.url),
    coverage: WHOLE,
  }
}

function* named<O extends string>(
  outcome: O,
  subject: string,
  found: readonly { readonly name: string; readonly place: Place }[],
): Generator<Observation<O>> {
  if (found.length === 0) return
  yield {
    outcome,
    subject,
    facts: { count: found.length, names: listed([...new Set(found.map(({ name }) => name))], 4) },
    measure: { value: found.length, unit: 'count' },
    evidence: found.slice(0, 5).map(({ place }) => place),
    coverage: WHOLE,
  }
}
