/**
 * What a form offers as countries: the options of a box to choose from that names Taiwan, Hong Kong or Macao, with the words
 * that stand before it. Other boxes are nobody's question.
 */
import { squash } from '#base/text'
import type { Page } from '#model/page'
import type { PageTree } from './tree.ts'

const OPTION = /<option\b[^>]*>\s*([^<]{1,30})/gi
const REGION = /^(?:中国)?(?:台湾|香港|澳门)/
const BEFORE = 24

/** Absent where no box does. */
export function readCountryChoices(tree: PageTree): Pick<Page, 'choices'> {
  if (!/<select/i.test(tree.source) || !/台湾|香港|澳门/.test(tree.source)) return {}
  const choices = tree.els.flatMap((el) => {
    if (el.tag !== 'select') return []
    const code = tree.source.slice(el.start, el.end)
    const options = [...code.matchAll(OPTION)].map(([, words = '']) => squash(words))
    if (!options.some((one) => REGION.test(one))) return []
    const label = squash(
      `${tree.flat.slice(Math.max(0, el.from - BEFORE), el.from)} ${el.attrs.name ?? ''}`,
    )
    return [{ label, options, at: [el.start, el.end] as const }]
  })
  return choices.length === 0 ? {} : { choices }
}
