/**
 * Do pages use an expression of the wording table (用语表, editable data)? One finding an expression, with the pages, and
 * a question, but for fixed names with a word left out or amiss, which no reading makes right: a word may be part of a longer one or be quoted because it is wrong. An entry is one spelling, or a
 * pattern for a family of them; fixed phrases are looked for with one letter amiss. Words in quotation marks, those that a text names as wrong and the table's own exceptions are passed over. The portal's own place misspelt in a signature is asked about. Decides nothing about opinions; what is in the table is the table's.
 */
import { clip } from '#base/text'
import { citePage, countryListed, defineCheck, listed, misnamedBodies } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'
import type { WordingEntry } from '#model/wording'

export const expressionMistaken = defineCheck({
  id: 'wording/expression-mistaken',
  revision: 9,
  title: '用语是否有常见错误',
  question:
    '页面标题和正文里有没有用语表（data/lexicon/wording.yaml）所列的错误写法，署名有没有把本地名称写错？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '单项否决“安全、泄密事故等严重问题”：严重表述错误（一般错别字不属否决，只供核对）',
    },
    {
      document: '《党政机关公文处理工作条例》中办发〔2012〕14号',
      clause: '公文起草应当结构严谨、表述准确、文字精练（二手）',
    },
  ],
  needs: ['home'],
  params: {
    maxPages: {
      default: 20,
      meaning: '一个说法最多列出多少个页面，其余只计数',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    none: {
      verdict: 'pass',
      message: '读到的 {pages} 个页面里没有用语表所列的 {entries} 种错误写法',
    },
    suspect: {
      verdict: 'unsure',
      message: '有 {count} 个页面写作“{wrong}”，用语表认为应写作“{right}”（{source}）：{context}',
      ask: '所引文字里的这个说法是否确实写错（引用、专名、断词不同的不算）？',
    },
    mistaken: {
      verdict: 'fail',
      message: '有 {count} 个页面把固定说法写成“{wrong}”，应写作“{right}”（{source}）：{context}',
      ask: '所引文字是否确实是页面自己写的，不是引用别人的错误写法？',
    },
    'body-misspelt': {
      verdict: 'unsure',
      message: '“{title}”的署名写作“{wrong}”，本地的名称是“{right}”',
      ask: '“{wrong}”是不是把“{right}”写错了，还是确有这个单位？',
    },
    'no-table': { verdict: 'not-applicable', message: '用语表是空的，没有可核对的说法' },
  },
  example: '“截止目前，全市已完成……”：截止目前 suspect，请人核对是否应为“截至目前”。',
  *run(site, { params, wording }) {
    const { home } = site
    if (home === null) return
    if (wording.length === 0) {
      yield { outcome: 'no-table', subject: '用语', evidence: [citePage(home)] }
      return
    }
    const views = [...site.pages, ...site.besidePages].filter(isRead)
    let found = false
    for (const entry of wording)
      for (const sure of [true, false]) {
        const answer = judge(site, views, { entry, wording, maxPages: params.maxPages, sure })
        if (answer === null) continue
        found = true
        yield answer
      }
    for (const { wrong, right, title, place } of misnamedBodies(site)) {
      found = true
      yield {
        outcome: 'body-misspelt',
        subject: `机关名称：${place.url}`,
        facts: { wrong, right, title: clip(title, 60) },
        evidence: [place],
      }
    }
    const listing = inLists([...views, ...filesOf(site)], params.maxPages)
    if (listing !== null) yield listing
    if (!found && listing === null)
      yield {
        outcome: 'none',
        subject: '用语',
        facts: { pages: views.length, entries: wording.length },
        measure: { value: 0, unit: 'count' },
        evidence: [citePage(home)],
      }
  },
})

function isRead({ page }: PageView): boolean {
  return page.blocked === null && page.kind.value !== 'error' && page.kind.value !== 'file'
}

interface Asked {
  readonly entry: WordingEntry
  readonly wording: readonly WordingEntry[]
  readonly maxPages: number
  /** Forms that no reading makes right, or the others. */
  readonly sure: boolean
}

function judge(
  site: SiteView,
  views: readonly PageView[],
  { entry, wording, maxPages, sure }: Asked,
): Observation<'suspect' | 'mistaken'> | null {
  const uses = views.flatMap(({ page }): (Place & Use)[] => {
    const use = usesOn(page, wording).get(entry)
    return use?.sure === sure ? [{ url: page.url, at: null, ...use }] : []
  })
  const [first] = uses
  if (first === undefined) return null
  return {
    outcome: sure ? 'mistaken' : 'suspect',
    subject: sure ? `${entry.wrong}：固定说法` : entry.wrong,
    facts: {
      wrong: first.words,
      right: entry.right,
      source: entry.source,
      count: uses.length,
      context: listed(
        uses.map(({ quote }) => `“${quote}”`),
        3,
      ),
      titles: uses.slice(0, maxPages).map(({ url }) => clip(titleOf(site, url), 60)),
    },
    measure: { value: uses.length, unit: 'count' },
    evidence: uses.slice(0, 5).map(({ url, at, quote }) => ({ url, at, quote })),
    pages: uses.slice(0, maxPages).map(({ url }) => url),
  }
}

/** Files are read for their tables alone. */
function filesOf(site: SiteView): readonly PageView[] {
  return [...site.pages, ...site.besidePages].filter(({ page }) => page.file?.state === 'text')
}

/** Taiwan, Hong Kong or Macao among the countries of tables and forms. */
function inLists(views: readonly PageView[], maxPages: number): Observation<'suspect'> | null {
  const uses = views.flatMap(({ page }) => {
    const use = countryListed(page)
    return use === null ? [] : [{ url: page.url, ...use }]
  })
  const [first] = uses
  if (first === undefined) return null
  return {
    outcome: 'suspect',
    subject: '国别栏、国籍选项里列有台湾、香港、澳门',
    facts: {
      wrong: first.words,
      right: `中国${first.words}，或者栏名写作“国家和地区”`,
      source: '新华社《新闻信息报道中的禁用词和慎用词》港澳台和领土主权类（二手，条目未核对原文）',
      count: uses.length,
      context: listed(
        uses.map(({ head, words }) => `“${head}”里的“${words}”`),
        3,
      ),
    },
    measure: { value: uses.length, unit: 'count' },
    evidence: uses.slice(0, 5).map(({ url, at, quote }) => ({ url, at, quote })),
    pages: uses.slice(0, maxPages).map(({ url }) => url),
  }
}

function titleOf(site: SiteView, url: string): string {
  const page = site.pageAt(url)?.page
  return page?.title ?? page?.headTitle ?? url
}

interface Use {
  /** Where in the text of the page. */
  readonly from: number
  readonly to: number
  /** As it is written here. */
  readonly words: string
  /** With what stands around it. */
  readonly quote: string
  readonly sure: boolean
}

type Uses = ReadonlyMap<WordingEntry, Use>

const known = new WeakMap<readonly WordingEntry[], WeakMap<Page, Uses>>()

/** Of every expression the first use that nothing excuses. Kept: the checks run twice over the same pages. */
function usesOn(page: Page, wording: readonly WordingEntry[]): Uses {
  const pages = known.get(wording) ?? new WeakMap<Page, Uses>()
  known.set(wording, pages)
  const before = pages.get(page)
  if (before !== undefined) return before
  const text = textOf(page)
  const uses = new Map<WordingEntry, Use>()
  const pairs = pairsIn(text)
  const told: Use[] = []
  for (const entry of wording) {
    if (entry.parts !== undefined && !entry.parts.some((part) => pairs.has(keyOf(part, 0))))
      continue
    const use = useIn(text, entry, told)
    if (use === null) continue
    uses.set(entry, use)
    told.push(use)
  }
  pages.set(page, uses)
  return uses
}

/** Every two letters that stand side by side. */
function pairsIn(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(keyOf(text, at))
  return pairs
}

function keyOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

/** The first use that nothing excuses and that is not `told` as another entry's. */
function useIn(text: string, entry: WordingEntry, told: readonly Use[]): Use | null {
  const form = formOf(entry)
  // Hardly any page holds any: its lines are looked at one by one only where the whole text has it.
  const full = fullMarks(text)
  if (entry.pattern === undefined ? !full.includes(entry.wrong) : full.search(form) < 0) return null
  let next = 0
  for (const line of full.split('\n')) {
    const begins = next
    next += line.length + 1
    for (const { index, 0: words } of line.matchAll(form)) {
      if (isPartOf(line, index, words, entry) || (!entry.named && isQuoted(line, index))) continue
      if (isNamedAsWrong(line, index, words)) continue
      const sure = isToldBy(entry, line, index)
      const [from, to] = [begins + index, begins + index + words.length]
      if (told.some((use) => use.from < to && from < use.to)) continue
      const quote = text.slice(Math.max(begins, from - 12), Math.min(begins + line.length, to + 12))
      return { words: text.slice(from, to), quote: quote.trim(), from, to, sure }
    }
  }
  return null
}

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
}
let lastText = ''
let lastFull = ''

/** Marks of a Chinese sentence typed as Latin ones, letter for letter. Kept: every entry asks for the same text. */
function fullMarks(text: string): string {
  if (text !== lastText) {
    lastText = text
    lastFull = text.replace(/(?<=[\u4e00-\u9fff”」》）])[,;:!?]/g, (mark) => MARKS[mark] ?? mark)
  }
  return lastFull
}

/** What the page says, its title above where that is not among it. */
function textOf({ title, text: { excerpt } }: Page): string {
  return title === null || excerpt.includes(title) ? excerpt : `${title}\n${excerpt}`
}

const forms = new WeakMap<WordingEntry, RegExp>()

function formOf(entry: WordingEntry): RegExp {
  const made = forms.get(entry)
  if (made !== undefined) return made
  const plain = entry.wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const form = new RegExp(entry.pattern ?? plain, 'gmu')
  forms.set(entry, form)
  return form
}

/** A form that leaves no doubt, and no one else's words. */
function isToldBy({ told }: WordingEntry, line: string, at: number): boolean {
  return (
    told !== undefined &&
    new RegExp(`^(?:${told})`, 'u').test(line.slice(at)) &&
    !isQuoted(line, at)
  )
}

/** Inside one of the longer words that are right. */
function isPartOf(line: string, at: number, words: string, { except }: WordingEntry): boolean {
  return except.some((longer) => {
    const inside = longer.indexOf(words)
    return inside >= 0 && at >= inside && line.startsWith(longer, at - inside)
  })
}

/** 把“部署”错写成“布署”: what a text on misprints says of the word, before it or behind. */
const SAID_WRONG_BEFORE =
  /(?:[错误”’」》]|不[能得应可要]|避免|常被?)(?:地)?(?:写|印|读|用|输入?)(?:成|作|为)了?\s*[“‘「《]?$/
const SAID_WRONG_BEHIND =
  /^[”’」》]?\s*(?:[，,]?\s*(?:应为|应当?(?:写|改)(?:成|为|作)|正确(?:的)?写法)|(?:系|是|属|为)(?:误写|别字|错字|笔误|错误)|(?:等)?(?:写法|表述)(?:有误|不对|不规范))/

function isNamedAsWrong(line: string, at: number, words: string): boolean {
  return (
    SAID_WRONG_BEFORE.test(line.slice(Math.max(0, at - 12), at)) ||
    SAID_WRONG_BEHIND.test(line.slice(at + words.length, at + words.length + 24))
  )
}

const OPEN = '“‘《「『〈'
const CLOSE = '”’》」』〉'

/** Between an opening mark and its closing one on the same line. */
function isQuoted(line: string, at: number): boolean {
  let depth = 0
  for (const mark of line.slice(0, at)) {
    if (OPEN.includes(mark)) depth += 1
    else if (CLOSE.includes(mark)) depth = Math.max(0, depth - 1)
  }
  return depth > 0 && [...line.slice(at)].some((mark) => CLOSE.includes(mark))
}
