/**
 * Pieces put up again under another title, in the same column or another: two pages whose sentences are the same but for
 * a line or two (a lead, a caption), with the same files. Corrections, papers of rule and what differs in a number, a day or a batch
 * are no such piece, nor are short texts, which may well be alike. Whether it is a fault is the checks' business.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay, Page } from '#model/page'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { ColumnTree, dayOfItem } from './columns.ts'
import { isReadWhole } from './hollow-pages.ts'
import { ABOUT_PAGE, heldBeside } from './repeats.ts'

export interface Retold {
  readonly view: PageView
  readonly column: Column
  readonly item: ColumnItem
  readonly day: CivilDay
  readonly title: string
  /** The words that both pages say, the longest sentence of them. */
  readonly words: string
}

/** Letters below which two texts may well be alike by chance. */
const LEAST_TEXT = 80
/** Parts in a hundred of the longer text that the other says too. */
const SHARED = 80
/** The same of the shorter one: it says hardly anything of its own. */
const WHOLE_OF = 94
const LEAST_SENTENCE = 8
const LEAST_SENTENCES = 2

/** A notice put right, a round after another, and papers of rule that stand in several columns. */
const AGAIN = /更正|修正|修订|补充|再次|重新|变更|延[期长]|续|转发|\(?[上下][)]?$/
const OF_RULE = /印发|办法|规定|细则|条例|方案|预案|批复|决定|规划|规则|制度|指南|简介|职责|章程/

interface Piece extends Omit<Retold, 'words'> {
  readonly sentences: ReadonlyMap<string, string>
  readonly length: number
  readonly beside: string
}

/** Pairs of pages of the portal's own columns, since a day, older first. */
export function retitledSince(
  site: SiteView,
  since: CivilDay,
): readonly (readonly [Retold, Retold])[] {
  const pieces = piecesOf(site, since)
  const bySentence = new Map<string, Piece[]>()
  for (const piece of pieces)
    for (const sentence of piece.sentences.keys())
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), piece])
  const isRare = (one: string): boolean => (bySentence.get(one) ?? []).length <= MANY
  const told = new Set<Piece>()
  return pieces.flatMap((piece): readonly (readonly [Retold, Retold])[] => {
    if (told.has(piece)) return []
    const others = new Set(
      [...piece.sentences.keys()].flatMap((one) => {
        const found = bySentence.get(one) ?? []
        return found.length > MANY ? [] : found
      }),
    )
    const again = [...others].find((other) => other !== piece && isRetold(piece, other, isRare))
    if (again === undefined || told.has(again)) return []
    told.add(piece).add(again)
    const shared = [...piece.sentences].filter(([key]) => again.sentences.has(key))
    const [longest] = shared.map(([, words]) => words).sort((a, b) => b.length - a.length)
    return [
      [
        { ...piece, words: longest ?? '' },
        { ...again, words: longest ?? '' },
      ],
    ]
  })
}

/** Pages from which on a sentence is a formula. */
const MANY = 3
/** Parts in a hundred of the longer text that stand in sentences of these two pages. */
const RARE = 50

function piecesOf(site: SiteView, since: CivilDay): readonly Piece[] {
  const seen = new Set<string>()
  const all = new ColumnTree(site).distinct().flatMap((column): readonly Piece[] =>
    column.kind !== 'local'
      ? []
      : column.items.flatMap((item): readonly Piece[] => {
          const view = item.url === null ? null : site.pageAt(item.url)
          const day = dayOfItem(site, item)?.day
          if (view === null || day === undefined || day < since || day > site.asOf) return []
          const key = placeKey(view.page.url)
          if (seen.has(key) || view.page.kind.value !== 'article' || !isReadWhole(view)) return []
          seen.add(key)
          const title = squash(view.page.title ?? item.title)
          if (OF_RULE.test(title) || view.page.document !== null) return []
          const sentences = sentencesOf(view.page)
          const length = lengthOf(sentences.keys())
          if (length < LEAST_TEXT || sentences.size < LEAST_SENTENCES) return []
          return [
            { view, column, item, day, title, sentences, length, beside: heldBeside(view.page) },
          ]
        }),
  )
  return all.sort((a, b) => a.day.localeCompare(b.day))
}

function sentencesOf({ title, text }: Page): ReadonlyMap<string, string> {
  const name = compareForm(title ?? '')
  const lines = text.excerpt
    .split('\n')
    .map(squash)
    .filter((line) => compareForm(line) !== name && !ABOUT_PAGE.test(line))
  return new Map(
    lines
      .flatMap((line) => line.split(/[。！？；;!?]/))
      .map((words) => [compareForm(words), words.trim()] as const)
      .filter(([form]) => form.length >= LEAST_SENTENCE),
  )
}

function lengthOf(sentences: Iterable<string>): number {
  let length = 0
  for (const one of sentences) length += one.length
  return length
}

function isRetold(one: Piece, other: Piece, isRare: (sentence: string) => boolean): boolean {
  if (AGAIN.test(one.title) || AGAIN.test(other.title)) return false
  if (seriesForm(one.title) === seriesForm(other.title) || one.beside !== other.beside) return false
  const shared = [...one.sentences.keys()].filter((key) => other.sentences.has(key))
  const length = lengthOf(shared)
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  return (
    shared.length >= LEAST_SENTENCES &&
    lengthOf(shared.filter(isRare)) * 100 >= RARE * long &&
    length * 100 >= SHARED * long &&
    length * 100 >= WHOLE_OF * short
  )
}

/** A title without what tells one of a series from the next. */
function seriesForm(title: string): string {
  return compareForm(title).replace(/[\d一二三四五六七八九十百零〇第期批次年月日季度号上下半]/g, '')
}
