/**
 * The two terms of a service guide: what the law allows (法定办结时限) and what the office promises (承诺办结时限). A promise is
 * shorter or the same; compared are only terms in one unit, each said once.
 */
import { squash } from '#base/text'
import type { PageView, Place } from '#model/site-view'

export interface LongPromise {
  readonly legal: string
  readonly promised: string
  readonly places: readonly Place[]
}

const LEGAL =
  /^(?:[\d一二三四五六七八九十]{1,3}[、.．])?\s*法定(?:的?(?:办结|办理|审批|受理))?(?:时限|期限|时间)/
const PROMISED =
  /^(?:[\d一二三四五六七八九十]{1,3}[、.．])?\s*承诺(?:的?(?:办结|办理|审批|受理))?(?:时限|期限|时间)/
/** 20个工作日, 20（工作日）; a sentence on how it is counted may follow, another term may not. */
const TERM = /^[\s：:]*(\d{1,3})\s*(?:个)?[（(]?(工作日|自然日|日|天|个月|月|小时|分钟)[）)]?/
const NUMBER = /\d/

interface Term {
  readonly days: number
  readonly unit: string
  readonly quote: string
}

/** The promise of this guide, where it is longer than the law allows. */
export function longPromise({ page }: PageView): LongPromise | null {
  const cells = page.text.excerpt.split('\n').flatMap((line) => line.split('\t'))
  const legal = termOf(cells, LEGAL)
  const promised = termOf(cells, PROMISED)
  if (legal === null || promised === null || legal.unit !== promised.unit) return null
  if (promised.days <= legal.days) return null
  const places = [legal, promised].map(({ quote }) => ({ url: page.url, at: null, quote }))
  return { legal: legal.quote, promised: promised.quote, places }
}

/** The one term behind such a label, in its own cell or the next one; null where there are several. */
function termOf(cells: readonly string[], label: RegExp): Term | null {
  const terms = cells.flatMap((cell, at): Term[] => {
    const found = label.exec(cell)
    if (found === null) return []
    const rest = cell.slice(found[0].length)
    const value = /^[\s：:]*$/.test(rest) ? (cells[at + 1] ?? '') : rest
    const term = TERM.exec(value)
    if (term === null || NUMBER.test(value.slice(term[0].length))) return []
    const [said, days, unit] = term
    const quote = squash(`${found[0]} ${said.replace(/^[\s：:]+/, '')}`)
    return [
      { days: Number(days), unit: unit === '天' || unit === '自然日' ? '日' : (unit ?? ''), quote },
    ]
  })
  return terms.length === 1 ? (terms[0] ?? null) : null
}
