/**
 * Clearing of normative documents where no paper of its own publishes it: the sentence on a column's page that tells what became of
 * them, and the papers of the body's own that their form shows to be such documents.
 */
import type { Column, Place, SiteView } from '#model/site-view'
import { citePage } from './cite.ts'
import { documentsOf, issuerOf } from './documents.ts'

/** 2026年度清理：8月14日公布，继续有效2件、废止1件: told with its numbers. */
const TOLD = /清理(?:情况|结果)|年度(?:文件)?清理|清理后|经清理/
const COUNTED =
  /(?:有效|保留|废止|失效|修改)(?:的)?(?:规范性文件|文件)?\s?[\d一二三四五六七八九十]+\s?件/

/** The sentence that tells the result, and the year it names. */
export function clearingTold(
  site: SiteView,
  columns: readonly Column[],
): { readonly place: Place; readonly year: number } | null {
  for (const { url } of columns) {
    const sentences = site.pageAt(url)?.page.text.excerpt.split(/[。\n]/) ?? []
    const quote = sentences.find((one) => TOLD.test(one) && COUNTED.test(one))?.trim()
    const year = Number(/(20\d\d)\s?年/.exec(quote ?? '')?.[1] ?? 0)
    if (quote !== undefined) return { place: { url, at: null, quote }, year }
  }
  return null
}

/** Titles that only a normative document bears. */
const FORM = /办法|规定|细则|规则|实施意见|(暂行|试行)[）)]?$/

/** Where no column of its own holds them, those the agency issued itself. */
export function ownByForm(site: SiteView): readonly Place[] {
  return documentsOf(site, ['policyDocuments'])
    .filter((document) => FORM.test(document.title) && issuerOf(site, document) === 'own')
    .map(({ view }) => citePage(view))
}
