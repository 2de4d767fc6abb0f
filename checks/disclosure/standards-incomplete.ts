/**
 * Do the published tables of disclosure standards (基层政务公开事项标准) have the six columns that a standard must have? Read from the
 * head of each table: a head whose every word is known and names no 依据 has no 依据. A head with words that we do not know,
 * and tables in pictures, are for a person.
 */
import { clip } from '#base/text'
import {
  branchOf,
  citePage,
  defineCheck,
  isGrassroots,
  isTownUnit,
  type LabelId,
  labelOr,
  listed,
  ownPart,
  textsOf,
  wholeLabel,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView, Place, SiteView } from '#model/site-view'

const SUBJECT = '公开标准要素'
const AUDIENCE = '公开对象'

/** Elements of the standard, by the families of the words that head them. */
const ELEMENTS: Readonly<Record<string, LabelId>> = {
  名称: 'standardName',
  依据: 'standardBasis',
  内容要求: 'standardContent',
  主体: 'standardBody',
  时限: 'standardLimit',
  方式: 'standardWay',
  公开对象: 'catalogueAudience',
}

/** What the words of a head cell stand for. */
interface HeadWords {
  readonly elements: ReadonlyMap<string, RegExp>
  /** Other words of such heads: a cell of them alone hides no element. */
  readonly beside: RegExp
}

/** Heads of other tables (names of persons, projects) share a word or two with these. */
const LEAST_CELLS = 4
const MOST_LETTERS = 12
const MOST_UNKNOWN = 2
const HEAD = /公开(?:事项|内容)|(?:事项|内容).*(?:公开|主体|时限|依据)/

interface Head {
  readonly cells: readonly string[]
  readonly missing: readonly string[]
  /** Cells that say nothing to us. */
  readonly unknown: readonly string[]
  readonly place: Place
}

export const standardsIncomplete = defineCheck({
  id: 'disclosure/standards-incomplete',
  revision: 5,
  title: '公开标准的要素是否齐全',
  question:
    '基层政务公开专题公布的事项标准（目录表），有没有名称、依据、内容、主体、时限、方式各栏？',
  basis: [
    {
      document:
        '六安市人民政府办公室关于印发基层政务公开标准化规范化试点验收实施方案的通知（六政办秘〔2018〕177号）',
      clause: '附件1 编制政务公开事项标准：标准要素包括名称、依据、内容要求、主体、时限、方式等',
    },
    {
      document:
        '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（二手，随州2023年指标引用）',
      clause: '目录至少应包括公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象等要素',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['grassrootsDisclosure'],
      meaning: '公布事项标准的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    catalogueTopics: {
      default: ['standardCatalogue'],
      meaning: '名称写明是基层（试点）标准目录的，也算公布事项标准的栏目',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    elements: {
      default: Object.keys(ELEMENTS),
      meaning: '标准表应有的要素；公开对象只要求县（区）和乡镇、街道',
      source: '六安2018年试点验收参考指标 标准要素；公开对象据国办指导意见（二手）',
      verified: false,
    },
  },
  outcomes: {
    complete: {
      verdict: 'pass',
      message: '读到 {tables} 份标准表，要素都齐全（{words}）',
    },
    'elements-missing': {
      verdict: 'fail',
      message: '读到 {tables} 份标准表，有 {count} 份的表头没有{missing}：{words}',
      ask: '所列标准表有没有“{missing}”各栏（另一种叫法的也算）？',
    },
    'elements-unclear': {
      verdict: 'unsure',
      message: '读到 {tables} 份标准表，没有认出{missing}，表头里认不出的有：{unknown}',
      ask: '表头“{words}”里，“{missing}”用的是哪一栏，还是没有？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”里没有读到标准表（可能在图片、附件或站外）',
      ask: '公开标准公布在哪里，名称、依据、内容、主体、时限、方式各栏是否齐全？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出基层政务公开（试点）的栏目，标准无从判断',
    },
  },
  example:
    '某镇标准目录的表头是“公开事项、公开内容、公开主体、公开渠道”：elements-missing，没有依据、时限。',
  *run(portal, { params, labels }) {
    const site = ownPart(portal, isTownUnit)
    const home = site.home ?? site.pages[0]
    const own = branchOf(site, params.topics)
    // 基层政务公开标准目录 is read as a catalogue; by its name it holds the standards.
    const catalogues = branchOf(site, params.catalogueTopics).filter(
      ({ name }) => /基层|试点/.test(name) && /标准|领域/.test(name),
    )
    const columns = [...new Set([...own, ...catalogues])]
    const [first] = columns
    if (first === undefined) {
      if (home !== undefined)
        yield { outcome: 'no-column', subject: SUBJECT, evidence: [citePage(home)] }
      return
    }
    const words: HeadWords = {
      elements: new Map(
        Object.entries(ELEMENTS).map(([name, id]) => [name, labelOr(labels, [id])] as const),
      ),
      beside: new RegExp(`^${wholeLabel(labels, 'standardBeside')}$`),
    }
    const owed = params.elements.filter((name) => name !== AUDIENCE || isGrassroots(site))
    yield judge(site, first.name, headsOf(site, columns, words, owed))
  },
})

type Outcome = 'complete' | 'elements-missing' | 'elements-unclear' | 'unread'

function judge(site: SiteView, column: string, heads: readonly Head[]): Observation<Outcome> {
  const lacking = heads.filter(({ missing }) => missing.length > 0)
  const sure = lacking.filter(({ unknown }) => unknown.length === 0)
  const home = site.home ?? site.pages[0]
  if (heads.length === 0)
    return {
      outcome: 'unread',
      subject: SUBJECT,
      facts: { column },
      evidence: home === undefined ? [] : [citePage(home)],
    }
  const shown = sure.length > 0 ? sure : lacking.length > 0 ? lacking : heads
  const [best] = shown
  const missing = [...new Set(shown.flatMap((head) => head.missing))]
  return {
    outcome:
      sure.length > 0 ? 'elements-missing' : lacking.length > 0 ? 'elements-unclear' : 'complete',
    subject: SUBJECT,
    facts: {
      column,
      tables: heads.length,
      count: shown.length,
      missing: missing.join('、'),
      unknown: listed([...new Set(shown.flatMap((head) => head.unknown))], 6),
      words: clip(best?.cells.join('、') ?? '', 80),
    },
    measure: { value: (heads.length - lacking.length) / heads.length, unit: 'share' },
    evidence: shown.slice(0, 5).map(({ place }) => place),
  }
}

/** Heads of the tables on the columns' pages, their entries' pages and the files attached to them, each head once a page. */
function headsOf(
  site: SiteView,
  columns: ReturnType<typeof branchOf>,
  known: HeadWords,
  elements: readonly string[],
): readonly Head[] {
  const urls = columns.flatMap((column) => [
    column.url,
    ...column.items.flatMap(({ url }) => (url === null ? [] : [url])),
  ])
  const views = urls
    .map((url) => site.pageAt(url))
    .filter((view): view is PageView => view !== null)
  return [...new Set(views)].flatMap((view) =>
    textsOf(site, view.page.url).flatMap((text) =>
      rowsOfLabels(text, known).flatMap((row) => {
        const head = headOf(row, known, elements, view)
        return head === null ? [] : [head]
      }),
    ),
  )
}

const isElement = (cell: string, { elements }: HeadWords): boolean =>
  [...elements.values()].some((test) => test.test(cell))
const isKnown = (cell: string, known: HeadWords): boolean =>
  isElement(cell, known) || known.beside.test(cell)

/**
 * Runs of label words, however the page parts them: cells of one line, or each cell a line of its own. Up to two short
 * words that we do not know may stand between known ones; a number (第1行) or a sentence ends the head.
 */
interface Row {
  readonly cells: readonly string[]
  /** As printed. */
  readonly words: readonly string[]
}

function rowsOfLabels(text: string, known: HeadWords): readonly Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let words: string[] = []
  let doubt: string[] = []
  const end = (): void => {
    if (cells.length > 0) rows.push({ cells, words })
    cells = []
    words = []
    doubt = []
  }
  for (const word of text.split(/[\s\u3000]+/)) {
    const cell = word.replace(/[（(].*$/, '')
    if (cell === '' && word !== '') {
      // （要素） on a line of its own goes on with the cell before.
      if (cells.length > 0 && doubt.length === 0) words.push(word)
    } else if (cell.length >= 2 && cell.length <= MOST_LETTERS && isKnown(cell, known)) {
      cells.push(...doubt, cell)
      words.push(...doubt, word)
      doubt = []
    } else if (
      cells.length > 0 &&
      doubt.length < MOST_UNKNOWN &&
      /^[\p{Script=Han}]{2,8}$/u.test(cell)
    )
      doubt.push(word)
    else end()
  }
  end()
  return rows
}

function headOf(
  { cells, words }: Row,
  known: HeadWords,
  elements: readonly string[],
  view: PageView,
): Head | null {
  const telling = cells.filter((cell) => isElement(cell, known)).length
  if (cells.length < LEAST_CELLS || telling < LEAST_CELLS - 1) return null
  if (!HEAD.test(cells.join(' '))) return null
  return {
    cells,
    missing: elements.filter((name) => !cells.some((cell) => known.elements.get(name)?.test(cell))),
    unknown: cells.filter((cell) => !isKnown(cell, known)),
    place: { url: view.page.url, at: view.page.text.at, quote: clip(words.join(' '), 80) },
  }
}
