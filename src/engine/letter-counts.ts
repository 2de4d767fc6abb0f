/**
 * What statistics of letters print that cannot be, or hardly: a rate above one, more settled than received. In sentences, and in
 * the rows of a table below a head that names both. What that means is the check's.
 */
import { squash } from '#base/text'
import type { Page } from '#model/page'

export interface OddCount {
  readonly kind: 'rate' | 'counts'
  readonly url: string
  /** As printed. */
  readonly words: string
}

const RATE =
  /(?:办结|办理|答复|回复)率[^\d\n。，,；;比提增升高降长]{0,6}(\d{3,4}(?:\.\d+)?)\s?[%％]/
/** 收到留言214件，办结231件; 来信总数：146 已答复：158: of one time, nothing between. */
const BOTH =
  /(?:收到|受理|来信|收信|信件|留言)(?:群众|网民|公众)?(?:留言|来信|信件|诉求)?(?:共|总)?(?:数|量)?(?:共计?)?\s?[：:]?\s*(\d{1,6})\s*(?:件|条|封|[，,、；;]|(?=\s))(?:其中)?[，,、；;。（(\s|]{0,3}(?:其中)?(?:已)?(?:公开)?(?:办结|答复|回复)(?:留言|来信|信件|总)?(?:数|量)?\s?[：:]?\s*(\d{1,6})(?:\s*(?:件|条|封)|(?=[\s，,、；;。）)]|$))/
const RECEIVED = /^(?:收到|受理|来信|收信|留言)(?!.*(?:率|时间|日期|天|内容|标题))/
const SETTLED = /^(?:已)?(?:办结|答复|回复)(?!.*(?:率|时间|日期|天|内容|单位|部门))/
const WHOLE_NUMBER = /^\d{1,6}$/

/** The first rate above one on any of these pages, else the first count of more settled than received. */
export function oddCount(pages: readonly Page[]): OddCount | null {
  for (const { url, text } of pages) {
    const found = RATE.exec(text.excerpt)
    if (found !== null && Number(found[1]) > 100) return { kind: 'rate', url, words: found[0] }
  }
  for (const { url, text } of pages) {
    const found = BOTH.exec(text.excerpt)
    if (found !== null && Number(found[2]) > Number(found[1]))
      return { kind: 'counts', url, words: found[0] }
    const row = crossedRow(text.excerpt)
    if (row !== null) return { kind: 'counts', url, words: row }
  }
  return null
}

/** 2026年7月 12 19, below 月份 收到（件） 办结（件）. */
function crossedRow(excerpt: string): string | null {
  let head: readonly string[] = []
  for (const line of excerpt.split('\n').map(squash)) {
    const cells = line.split(' ')
    if (cells.some((one) => RECEIVED.test(one)) && cells.some((one) => SETTLED.test(one)))
      head = cells
    else if (cells.length === head.length) {
      const [received, settled] = [RECEIVED, SETTLED].map(
        (sign) => cells[head.findIndex((one) => sign.test(one))] ?? '',
      )
      const isRow = WHOLE_NUMBER.test(received ?? '') && WHOLE_NUMBER.test(settled ?? '')
      if (isRow && Number(settled) > Number(received)) return line
    }
  }
  return null
}
