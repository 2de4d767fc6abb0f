/**
 * The table of mutations: what each changes, and what may honestly become a question where it hides something from a
 * program that runs no scripts. Combined ones stand at the end. The bench (../mutations.ts) runs them.
 */
import iconv from 'iconv-lite'
import type { LoopbackAnswer } from '../../fixtures/portals/loopback.ts'
import type { PortalPlan } from '../../fixtures/portals/plan.ts'
import * as editors from './editors.ts'
import {
  floating,
  footByScript,
  headByScript,
  noise,
  sidebar,
  trails,
  trailsGone,
} from './frame.ts'
import * as links from './links.ts'
import {
  careless,
  classesGone,
  days,
  daysMoved,
  daysWithoutYear,
  FORMS,
  headingsAsDivs,
  labels,
  labelsSpaced,
  layoutTables,
  lists,
  tablesAsDivs,
  tablesTurned,
  tagsInWords,
  zeroWidth,
} from './markup.ts'
import type { Change, Page } from './page.ts'
import { NAMES, PRESCRIBED } from './words.ts'
import {
  cellsWrapped,
  datedLists,
  fields,
  headingNumbers,
  paragraphsBroken,
  rowsAsCards,
} from './writing.ts'

export interface Mutation {
  readonly id: string
  /** In Chinese, for the printed table. */
  readonly what: string
  /** Other names for columns: name → name, of one portal. */
  readonly renamed?: (plan: PortalPlan) => ReadonlyMap<string, string>
  readonly changes?: readonly Change[]
  readonly text?: (html: string, page: Page) => string
  readonly sent?: (html: string, answer: LoopbackAnswer) => LoopbackAnswer | null
  readonly rewriting?: links.Rewriting
  /** Checks that may ask, or answer less, since the change hides what they need from us; they still may not fail. */
  readonly hides?: readonly string[]
}

/** The `set`th other name of every column that has one, no name twice in a portal. */
function names(set: number, words: Readonly<Record<string, readonly string[]>> = NAMES) {
  return ({ columns }: PortalPlan): ReadonlyMap<string, string> => {
    const taken = new Set(columns.map((column) => column.name))
    const renamed = new Map<string, string>()
    for (const { name } of columns) {
      const all = words[name] ?? []
      const order = [...all.slice(set % all.length), ...all.slice(0, set % all.length)]
      const free = order.find((one) => !taken.has(one))
      if (free === undefined || renamed.has(name)) continue
      renamed.set(name, free)
      taken.add(free)
    }
    return renamed
  }
}

/** UTF-8 pages as GB18030, named so in page and header; old pages stay as they are. */
function asGb18030(html: string, answer: LoopbackAnswer): LoopbackAnswer | null {
  if (!/charset="?utf-8/i.test(html)) return null
  return {
    ...answer,
    headers: { ...answer.headers, 'content-type': 'text/html' },
    body: iconv.encode(html.replace(/charset="?utf-8"?/i, 'charset="GB18030"'), 'gb18030'),
  }
}

const SCRIPTED = [
  'identity/footer-incomplete',
  'media/new-media-entry-missing',
  'identity/sitemap-mismatched',
]

export const MUTATIONS: readonly Mutation[] = [
  { id: 'as-is', what: '原样' },
  { id: 'names-1', what: '栏目换叫法（一）', renamed: names(0) },
  { id: 'names-2', what: '栏目换叫法（二）', renamed: names(1) },
  { id: 'names-3', what: '栏目换叫法（三）', renamed: names(2) },
  { id: 'names-4', what: '栏目换叫法（四）', renamed: names(3) },
  { id: 'names-5', what: '栏目换叫法（五）', renamed: names(4) },
  { id: 'names-6', what: '栏目换叫法（六）', renamed: names(5) },
  { id: 'names-7', what: '栏目换叫法（七）', renamed: names(6) },
  {
    id: 'names-prescribed',
    what: '平台和四个版块叫法不规范',
    renamed: names(0, PRESCRIBED),
    hides: ['disclosure/platform-sections-missing'],
  },
  { id: 'labels-1', what: '页内标签换叫法（一）', changes: [labels(0)] },
  { id: 'labels-2', what: '页内标签换叫法（二）', changes: [labels(1)] },
  { id: 'labels-3', what: '页内标签换叫法（三）', changes: [labels(2)] },
  { id: 'labels-4', what: '页内标签换叫法（四）', changes: [labels(3)] },
  { id: 'labels-5', what: '页内标签换叫法（五）', changes: [labels(4)] },
  { id: 'labels-6', what: '页内标签换叫法（六）', changes: [labels(5)] },
  { id: 'labels-7', what: '页内标签换叫法（七）', changes: [labels(6)] },
  { id: 'labels-spaced', what: '标签字间全角空格', changes: [labelsSpaced('　')] },
  {
    id: 'labels-nbsp',
    what: '标签字间 &nbsp;，零宽字符',
    changes: [labelsSpaced('\u00a0\u00a0'), zeroWidth],
  },
  { id: 'tags-in-words', what: '字词中间夹标记', changes: [tagsInWords] },
  { id: 'days-cn', what: '日期写成2023年5月8日', changes: [days(FORMS.cn)] },
  {
    id: 'days-dot',
    what: '日期写成2023.05.08，列表日期在标题另一侧',
    changes: [days(FORMS.dot), daysMoved],
  },
  { id: 'days-wide', what: '日期用全角数字', changes: [days(FORMS.wide)] },
  { id: 'days-short', what: '列表日期写成23-05-08', changes: [days(FORMS.short, true)] },
  { id: 'days-no-year', what: '列表日期写成[05-08]，年份在地址里', changes: [daysWithoutYear] },
  { id: 'lists-table', what: '列表改表格', changes: [lists('table')] },
  { id: 'lists-dl', what: '列表改 dl', changes: [lists('dl')] },
  { id: 'lists-div', what: '列表改 div 卡片，表格列表改 div', changes: [lists('div')] },
  { id: 'tables-div', what: '表格改 div', changes: [tablesAsDivs] },
  { id: 'tables-turned', what: '要素表横竖互换', changes: [tablesTurned] },
  { id: 'fields-dl', what: '要素表改 dl，无冒号', changes: [fields('dl')] },
  { id: 'fields-bracket', what: '要素表改【】段落', changes: [fields('bracket')] },
  { id: 'fields-line', what: '要素表写成一行', changes: [fields('line')] },
  { id: 'fields-span', what: '要素表改 li，无冒号', changes: [fields('span')] },
  { id: 'fields-broken', what: '要素表改换行文本', changes: [fields('broken')] },
  { id: 'fields-blocks', what: '要素表改上下两块', changes: [fields('blocks')] },
  { id: 'rows-cards', what: '数据表改卡片', changes: [rowsAsCards] },
  { id: 'cells-wrapped', what: '单元格内套段落', changes: [cellsWrapped] },
  { id: 'paragraphs-broken', what: '段落改换行', changes: [paragraphsBroken] },
  { id: 'numbers-part', what: '标题序号写“第一部分”', changes: [headingNumbers('part')] },
  { id: 'numbers-digit', what: '标题序号写数字', changes: [headingNumbers('digit')] },
  { id: 'numbers-none', what: '标题没有序号', changes: [headingNumbers('none')] },
  { id: 'lists-numbered', what: '列表改带表头的表格', changes: [datedLists('numbered')] },
  { id: 'lists-loose', what: '列表改散行', changes: [datedLists('loose')] },
  { id: 'lists-paragraphs', what: '列表改段落，日期在前', changes: [datedLists('paragraphs')] },
  { id: 'lists-split', what: '列表日期分两行', changes: [datedLists('split')] },
  { id: 'lists-timed', what: '列表日期带时刻', changes: [datedLists('timed')] },
  { id: 'lists-years', what: '列表按年分段，只写月日', changes: [datedLists('years')] },
  { id: 'layout', what: '套版式表格', changes: [layoutTables] },
  { id: 'headings', what: '标题、加粗改样式', changes: [headingsAsDivs] },
  { id: 'classes', what: '没有 class 和 id', changes: [classesGone] },
  { id: 'careless', what: '大写标记、缺结束标记、重复 id、注释、BOM', text: careless },
  {
    id: 'gb18030',
    what: '改用 GB18030',
    sent: asGb18030,
    // Browsers would send the words in the page's charset, which the search behind it does not know.
    hides: ['service/search-fruitless'],
  },
  { id: 'absolute', what: '链接写绝对地址', rewriting: links.absolute },
  { id: 'no-scheme', what: '链接不写协议', rewriting: links.withoutScheme },
  { id: 'base', what: '用 base href', rewriting: links.base },
  { id: 'by-script', what: '列表链接由脚本打开', rewriting: links.byScript },
  { id: 'index-named', what: '栏目地址带 index.html', rewriting: links.indexNamed },
  { id: 'session', what: '链接带 jsessionid', rewriting: links.session },
  {
    id: 'query',
    what: '文章地址用查询串',
    rewriting: links.query,
    hides: ['freshness/date-suspicious'],
  },
  { id: 'trail-raquo', what: '面包屑用 »', changes: [trails('您所在的位置：', '»')] },
  { id: 'trail-wide', what: '面包屑用＞，无引导语', changes: [trails('', '＞')] },
  { id: 'trail-quoted', what: '面包屑用「」', changes: [trails('位置 ', '', true)] },
  { id: 'trail-gone', what: '没有面包屑', changes: [trailsGone] },
  { id: 'sidebar', what: '内页加其他栏目最新列表', changes: [sidebar] },
  { id: 'floating', what: '加可关闭的浮窗', changes: [floating] },
  { id: 'foot-script', what: '页脚由脚本写出', changes: [footByScript], hides: SCRIPTED },
  {
    id: 'head-script',
    what: '导航由脚本写出',
    changes: [headByScript],
    hides: [...SCRIPTED, 'availability/links-broken'],
  },
  { id: 'noise', what: '正文里有像问题的词', changes: [noise] },
  {
    id: 'all-1',
    what: '合：叫法（一）＋标签（一）＋div＋无 class＋年月日',
    renamed: names(0),
    changes: [labels(0), days(FORMS.cn), lists('div'), headingsAsDivs, sidebar, classesGone],
  },
  {
    id: 'all-2',
    what: '合：叫法（二）＋标签（二）＋要素表横置＋面包屑＋马虎标记＋绝对地址',
    renamed: names(1),
    changes: [labels(1), trails('您的位置：', '›'), tablesTurned, days(FORMS.dot), floating],
    text: careless,
    rewriting: links.absolute,
  },
  {
    id: 'all-4',
    what: '合：叫法（四）＋标签（四）＋要素改 dl＋散行列表＋换行段落',
    renamed: names(3),
    changes: [labels(3), fields('dl'), datedLists('loose'), paragraphsBroken, trails('', '/')],
  },
  {
    id: 'all-5',
    what: '合：叫法（五）＋标签（五）＋要素改【】＋分两行日期＋第一部分＋卡片',
    renamed: names(4),
    changes: [
      labels(4),
      fields('bracket'),
      rowsAsCards,
      datedLists('split'),
      headingNumbers('part'),
      classesGone,
    ],
  },
  {
    id: 'all-3',
    what: '合：叫法（三）＋标签（三）＋版式表格＋字间空格＋噪声＋查询串',
    renamed: names(2),
    changes: [labels(2), lists('table'), layoutTables, tagsInWords, noise],
    rewriting: links.query,
    hides: ['freshness/date-suspicious'],
  },
  // At the end, so that those before it keep their portals.
  { id: 'labels-8', what: '页内标签换叫法（八）', changes: [labels(7)] },
  { id: 'rows-numbered', what: '表格加序号', changes: [editors.rowsNumbered] },
  { id: 'columns-reversed', what: '表格各列倒过来', changes: [editors.columnsReversed] },
  { id: 'tables-titled', what: '表格加标题行和注', changes: [editors.tablesTitled] },
  { id: 'heads-aside', what: '表头写在左边', changes: [editors.headsAside] },
  { id: 'titles-cut', what: '列表标题截断，全称在 title', changes: [editors.titlesCut] },
  { id: 'headings-run-in', what: '小标题并入段首', changes: [editors.headingsRunIn] },
  { id: 'pasted', what: '从 Word 粘贴的正文', changes: [editors.pasted] },
  { id: 'colons-half', what: '半角冒号', changes: [editors.colonsHalf] },
  { id: 'colons-apart', what: '冒号单独成元素', changes: [editors.colonsApart] },
]
