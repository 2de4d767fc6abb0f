/**
 * A label that a page prints for each of several things one beside the other (个人简历 of each leader, 联系人 of each office), and
 * over nothing for one of them.
 */
import { squash } from '#base/text'
import type { PageVoid } from '#model/page'
import { type Found, labelsOf } from './labelled.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

const LEAST_FILLED = 3
/** So many blanks for one filled are no slip. */
const MOST_BLANK = 1 / 3
/** Not everybody has one. */
const MAY_LACK =
  /备注|传真|邮[箱编件]|邮政|网[址站]|电话|手机|联系|附件|说明|下载|链接|照片|图|学历|学位|职称|党派|民族|籍贯|兼|其他|协办|配合|文号|编号|代码|废止|失效|截止|修[改订]|来源|作者|浏览|点击|次数|理由|原因/

export function blankRepeats(tree: PageTree, regions: Regions): readonly PageVoid[] {
  const byLabel = new Map<string, Found[]>()
  for (const one of labelsOf(tree, regions)) {
    const known = byLabel.get(one.label)
    if (known === undefined) byLabel.set(one.label, [one])
    else known.push(one)
  }
  return [...byLabel.values()].flatMap((all): readonly PageVoid[] => {
    const blank = all.filter(({ value }) => value === '')
    const beside = all.length - blank.length
    if (beside < LEAST_FILLED || blank.length > MOST_BLANK * beside) return []
    return blank.flatMap(({ label, from, to }): readonly PageVoid[] => {
      if (MAY_LACK.test(label)) return []
      const owner = ownerOf(tree, from)
      const place = owner ?? { words: label, from, to }
      const at = tree.sourceSpan(place.from, place.to)
      return [{ kind: 'cell', name: label, beside, quote: place.words, at }]
    })
  })
}

const LINES_ABOVE = 6
const LONGEST_NAME = 24

/** The line above that names the thing: no label, and no sentence. */
function ownerOf(
  tree: PageTree,
  from: number,
): { readonly words: string; readonly from: number; readonly to: number } | null {
  let end = tree.flat.lastIndexOf('\n', from - 1)
  for (let i = 0; i < LINES_ABOVE && end > 0; i++) {
    const start = tree.flat.lastIndexOf('\n', end - 1) + 1
    const words = squash(tree.flat.slice(start, end))
    if (
      words !== '' &&
      words.length <= LONGEST_NAME &&
      !/[:：，。；\t]/.test(tree.flat.slice(start, end))
    )
      return { words, from: start, to: end }
    end = start - 1
  }
  return null
}
