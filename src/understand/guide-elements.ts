/**
 * Which of the eight elements of a service guide (办事指南) a page's body names: 国办秘函〔2019〕19号 counts kinds missing.
 * Read over the whole body, table or running text; whether the page is a guide, and what may stand in a file or a
 * picture, is for those who ask.
 */
import { firstSaid, isPlaceholder } from '#base/label-value'
import {
  type LabelId,
  type Labels,
  oncePerLabels,
  standingLabel,
  wholeLabel,
  wordsWithin,
} from '#base/labels'
import type { GuideRow, Span } from '#model/page'
import { type GuideParts, guideParts, guideRows } from './guide-parts.ts'
import { elementsByValue } from './guide-values.ts'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

/** So many labels in plain words (谁能办, 要带什么, 怎么办) make a guide as two of the standard's do. */
const LEAST_PLAIN = 4

/** In the order of the standard, each with the families of its labels, and one whose words need a number behind them. */
const ELEMENTS: readonly (readonly [name: string, ids: readonly LabelId[], called?: LabelId])[] = [
  ['事项名称', ['serviceName']],
  ['设定依据', ['legalBasis']],
  ['申请条件', ['conditions']],
  ['办理材料', ['materials']],
  ['办理地点', ['place']],
  ['办理时间', ['serviceHours']],
  ['联系电话', ['telephone', 'consulting'], 'calling'],
  ['办理流程', ['procedure']],
]

/** 咨询 | 0720-3300135, 咨询：0720… */
const NUMBER_BEHIND = '[ \\t]?(?:[：:] ?|\\t)[（(]?0?\\d{3}'

interface GuideElement {
  readonly name: string
  /** Its words in running text. */
  readonly words: RegExp
  /** The same where they stand as a label. */
  readonly label: RegExp
  /**
   * Plain words (谁能办, 到哪办), which are labels only where they stand as one: 怎么办 in running text names nothing. They add
   * to a guide known by other signs.
   */
  readonly plain: RegExp
  /** A text that is this label and no more. */
  readonly whole: RegExp
}

/** Elements named as a label: at the beginning of a line or cell, behind a number, in brackets; a colon or the end follows. */
const BEFORE = '(?:^|[\\n\\t【[（(、.．])'
const BEHIND = '(?=[:：】\\]）)\\s]|$)'

/** Sought at the beginnings of lines and cells alone, which costs little. */
function asLabel(source: string): RegExp {
  return new RegExp(`${BEFORE}\\s{0,3}(?:${source})${BEHIND}`)
}

/** Any of the telling ones: most pages are decided by it. */
const tellingLabel = oncePerLabels((labels): RegExp => {
  const telling = ELEMENTS.filter(([name]) => TELLING.has(name)).flatMap(([, ids]) => ids)
  return asLabel(wordsWithin(labels, ...telling))
})

const elementsOf = oncePerLabels((labels): readonly GuideElement[] =>
  ELEMENTS.map(([name, ids, called]) => {
    const source = [
      wordsWithin(labels, ...ids),
      ...(called === undefined ? [] : [`${wordsWithin(labels, called)}${NUMBER_BEHIND}`]),
    ].join('|')
    // 时间：2023-06-01 is the page's own day.
    const plain = new RegExp(
      `${standingLabel(labels, ...ids)}(?!\\s*[：:]?\\s*20\\d\\d\\s?[-/.年])`,
    )
    const whole = new RegExp(
      `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s*)?[【[]?(?:${wholeLabel(labels, ...ids)})[】\\]]?\\s?[：:]?$`,
    )
    return { name, words: new RegExp(source), label: asLabel(source), plain, whole }
  }),
)

/**
 * Elements that are also named by a neighbour's words (办理时限 for 办理时间, 监督电话 for 联系电话), each with what tells it and
 * nothing else. Where a guide's fellows keep the two apart, the neighbour does not stand for it.
 */
const OWN_WORDS: ReadonlyMap<string, RegExp> = new Map([
  [
    '办理时间',
    /(?:办理|办公|受理|工作|服务|接待|开放|窗口|上班|对外|营业|业务|咨询)(?:的)?(?:时间|时段)|(?:^|[\n\t\s、.．】])时[间段]\s*[：:\t\n](?!\s*20\d\d)|(?:周|星期|礼拜)[一二三四五六日天末]|\d{1,2}[:：]\d{2}\s*(?:[-—–~～至到]{1,2})\s*\d|[上下]午\d|(?:24|二十四)小时|全天|全年|每天|每日|法定工作日|几时|何时|什么时[候间]/,
  ],
  [
    '联系电话',
    /(?:联系|咨询|服务|值班|办公|查询|受理|窗口|办公室|联络)[^，,。；;\n\t督诉]{0,6}(?:电话|热线|方式|渠道|号码)|(?<![督诉报][^，,。；;\n\t]{0,2})(?:电话|热线)|座机|总机|(?:咨询|致电|电询|联系)[^，。；\n]{0,12}\d{7}|找谁|问谁/,
  ],
])

/** Those of the named that this text names by a neighbour's words alone. */
function looselyNamed(named: readonly string[], text: string): readonly string[] {
  return named.filter((name) => OWN_WORDS.get(name)?.test(text) === false)
}

/** Told by a value beside the label, not by a part of the page under it. */
const VALUED = new Set(['办理地点', '办理时间', '联系电话'])

/** Addresses, hours and telephones alone make no guide. */
const TELLING = new Set(['事项名称', '设定依据', '申请条件', '办理材料', '办理流程'])
/** What a page says that may be a guide, or may not be one by itself: what its fellows are decides. */
export interface FoundElements {
  readonly named: readonly string[]
  readonly weak: boolean
  /** Named by the words of a neighbour alone. */
  readonly loose: readonly string[]
  /** Pictures that belong to an element by where they stand. */
  readonly pictured: readonly Span[]
  /** Rows of a table that name a service each, with what a row leaves blank. */
  readonly rows: readonly GuideRow[]
}

/** Where the title or the path says so little as this of a service, a page that names few elements may be a guide. */
const OF_SERVICE = /办|服务|指南|指引|申[请报领]|审[批核]|许可|登记|核发|备案|[证照]$/
/** Longer texts that name few elements are none. */
const MAX_WEAK = 1500
const LEAST_WEAK = 2

export const GUIDE_ELEMENTS: readonly string[] = ELEMENTS.map(([name]) => name)

export function readGuideElements(
  tree: PageTree,
  regions: Regions,
  labels: Labels,
): FoundElements | null {
  const elements = elementsOf(labels)
  const [from, to] = bodyRange(regions)
  const text = tree.flat.slice(from, to)
  const titled = /指南/.test(tree.headTitle ?? '')
  // Most pages are no guides: their telling labels decide that alone.
  const isGuide =
    titled || tellingLabel(labels).test(text) || (text.includes('怎么办') && text.includes('谁'))
  const mayBe =
    text.length <= MAX_WEAK &&
    [tree.headTitle ?? '', ...(regions.trail?.texts ?? [])].some((one) => OF_SERVICE.test(one))
  if (!isGuide && !mayBe) return null
  const lines = text.split('\n')
  const parts = guideParts(tree, from, to, (label) =>
    elements.findIndex(({ whole }) => whole.test(label)),
  )
  let labelled = 0
  let plain = 0
  const named: string[] = []
  for (const [at, { name, words, label, plain: plainly }] of elements.entries()) {
    if (!words.test(text)) {
      if (plainly.test(text)) {
        named.push(name)
        plain += 1
      }
      continue
    }
    if (isSaid(elements, parts, lines, at)) named.push(name)
    if (label.test(text)) labelled += 1
  }
  const isLabel = (cell: string): boolean => elements.some(({ whole }) => whole.test(cell))
  const byValue = elementsByValue(lines, isLabel).filter((name) => !named.includes(name))
  if (named.length >= LEAST_WEAK) named.push(...byValue)
  const found = {
    named,
    loose: looselyNamed(named, text),
    pictured: parts.pictured,
    rows: guideRows(tree, from, to, elements),
  }
  if (isGuide && (labelled >= 2 || labelled + plain >= LEAST_PLAIN || titled))
    return { ...found, weak: false }
  return mayBe && labelled + plain >= LEAST_WEAK ? { ...found, weak: true } : null
}

/** Its part of the page holds something, or its label has a value; the template's label alone tells nobody where to go. */
function isSaid(
  elements: readonly GuideElement[],
  { filled, blank }: Pick<GuideParts, 'filled' | 'blank'>,
  lines: readonly string[],
  at: number,
): boolean {
  const { name, words } = elements[at] ?? {}
  if (name === undefined || words === undefined) return false
  if (filled.has(at)) return true
  if (blank.has(at)) return false
  return VALUED.has(name) ? firstSaid(lines, words) !== null : !isBlankLabel(elements, lines, words)
}

const NO_PARTS = { filled: new Set<number>(), blank: new Set<number>() }

/** Which elements the text of a file names. */
export function elementsInText(
  text: string,
  labels: Labels,
): Pick<FoundElements, 'named' | 'loose'> {
  const elements = elementsOf(labels)
  const lines = text.split('\n')
  const named = elements.flatMap(({ name, words }, at) =>
    words.test(text) && isSaid(elements, NO_PARTS, lines, at) ? [name] : [],
  )
  return { named, loose: looselyNamed(named, text) }
}

/** 受理条件： with nothing behind it and the next label on the next line, or 详见窗口: the only place of the words, and no heading. */
function isBlankLabel(
  elements: readonly GuideElement[],
  lines: readonly string[],
  words: RegExp,
): boolean {
  const all = lines.flatMap((line, at) => (words.test(line) ? [{ line, at }] : []))
  const [only] = all
  if (only === undefined || all.length > 1) return false
  const found = words.exec(only.line)
  if (found === null || found.index > 2) return false
  const rest = only.line.slice(found.index + found[0].length)
  const value = /^[ \u3000]*[：:\t][ \u3000]*(.*)$/.exec(rest)?.[1]?.trim() ?? ''
  if (value !== '') return isPlaceholder(value)
  if (!/^[ ：:\t\u3000]+$/.test(rest) || !/[：:\t]/.test(rest)) return false
  const below = lines.slice(only.at + 1).find((line) => line.trim() !== '')
  const separator = rest.includes('\t') ? /^.{2,12}\t/ : /^.{2,12}[：:]/
  return (
    below !== undefined &&
    separator.test(below) &&
    elements.some(({ words: other }) => (other.exec(below)?.index ?? 9) <= 2)
  )
}
