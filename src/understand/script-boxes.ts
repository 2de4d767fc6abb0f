/**
 * Boxes of a page that its own script fills: which are still empty in the source (a browser must show the page), and what
 * the script has ready for the panels that do not stand open. Reads inline scripts as text; runs nothing.
 */
import { squash } from '#base/text'
import type { El, PageTree } from './tree.ts'

/** Where a script puts markup: `getElementById('x').innerHTML =`, `$('#x').html(…)`. */
const FILLS =
  /(?:getElementById\(\s*["']([\w-]{1,60})["']\s*\)|(?:\$|jQuery|querySelector)\(\s*["']#([\w-]{1,60})["']\s*\))\s*\.\s*(?:innerHTML\s*\+?=|(?:html|append)\s*\(\s*[^)\s]|insertAdjacentHTML)/g
/** Boxes that hold what a page is about, not the day or a counter in its head. */
const BOX = /^(?:div|ul|ol|dl|tbody|table|section|main|article)$/
const GADGET =
  /date|time|clock|riqi|lunar|nongli|calendar|hits?|count|click|weather|tianqi|user|login|code/i

interface Filled {
  readonly id: string
  readonly code: string
}

/** Without one of these a script fills no box: most scripts of a page are not searched. */
const FILLING = /innerHTML|\.html\(|\.append\(|insertAdjacentHTML/

function filledBoxes(tree: PageTree): readonly Filled[] {
  return tree.scripts.flatMap(({ code }) =>
    FILLING.test(code)
      ? [...code.matchAll(FILLS)].flatMap((match) => {
          const id = match[1] ?? match[2] ?? ''
          return GADGET.test(id) ? [] : [{ id, code }]
        })
      : [],
  )
}

/** Id of an empty box that a script of the page writes into: panels of tabs, lists; null where there is none. */
export function emptyBox(tree: PageTree): string | null {
  for (const { id } of filledBoxes(tree)) {
    const box = tree.els.find((el) => el.id === id)
    if (box && BOX.test(box.tag) && squash(tree.flat.slice(box.from, box.to)) === '') return id
  }
  return null
}

const LITERAL =
  /"((?:[^"\\\n]|\\.){8,4000})"|'((?:[^'\\\n]|\\.){8,4000})'|`((?:[^`\\]|\\.){8,4000})`/g
const MOST_PANELS = 20

/** Texts of the panels that a script keeps ready for the box `main`, as lines; markup taken off. */
export function panelTexts(tree: PageTree, main: El): readonly string[] {
  // Only words in Chinese are taken.
  if (!tree.scripts.some(({ han }) => han)) return []
  const found = filledBoxes(tree).find(({ id }) => {
    const box = tree.els.find((el) => el.id === id)
    return (
      box !== undefined &&
      (box === main ||
        (box.i < main.i && main.i < box.last) ||
        (main.i < box.i && box.i < main.last))
    )
  })
  if (found === undefined) return []
  const texts = [...found.code.matchAll(LITERAL)].flatMap((match) => {
    const literal = match[1] ?? match[2] ?? match[3] ?? ''
    if (!/<[a-z]/i.test(literal) || !/[\u4e00-\u9fff]{4}/.test(literal)) return []
    const alt = [...literal.matchAll(/alt=\\?["']([^"'\\]{2,60})/g)].map((one) => one[1] ?? '')
    const text = squash(literal.replace(/<[^<>]{0,300}>/g, ' ').replace(/\\[nrt]/g, ' '))
    return [text, ...alt].filter((line) => line !== '')
  })
  return texts.slice(0, MOST_PANELS)
}
