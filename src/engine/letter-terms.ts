/**
 * Letters to which the common term of answering does not apply, as their own pages say: withdrawn by their writers, or with
 * a term made longer for this one letter (经批准延长至15个工作日). What may be done with letters at large extends nothing.
 */
import type { PublicMessage, SiteView } from '#model/site-view'
import { answerTo } from './letter-answers.ts'
import { type AskedMessage, ownPage } from './messages.ts'

/** A short answer that tells no more than this. */
const MOST_SAID = 60
const TAKEN_BACK =
  /(?:(?:[来写]信|留言|提问|投诉|咨询|反映|诉求)(?:人|者)|本人|网友|用户|市民|群众|您)[^，。；\n]{0,20}(?:撤回|撤销|撤件|撤诉|取消)(?!了?(?:批|证|处|决))|^(?:该?(?:来信|信件|留言|投诉))?已(?:撤回|撤销)[^，；]{0,4}$/

/** Its writer took it back: nothing is owed. */
export function isWithdrawn(site: SiteView, message: PublicMessage): boolean {
  if (message.state === 'withdrawn') return true
  const answer = answerTo(site, message)
  return answer !== null && answer.length <= MOST_SAID && TAKEN_BACK.test(answer)
}

/** A sentence of this letter; 情况复杂的，经批准可延长 is a rule. */
const EXTENDED = /(?<!可|可以|可再|可适当|不得|不再|未)(?:延长|延期|展期)/
const RULE =
  /可(?:以|再|适当|依法)?(?:延长|延期)|(?:需要?|复杂|特殊|不能|无法|确需)[^，。；]{0,24}的[，,]/
const TERM =
  /(?:延长|延期|展期)[^，。；]{0,12}?(至|到|为|(?=\d))\s?(\d{1,2})\s?个?(?:工作日|日内|天)/
/** 办结（延期）, printed with the letter's state. */
const MARKED =
  /(?:办结|已办|办理|答复|回复)[（(\s]{0,2}已?(?:延期|延长)|(?:延期|延长)(?:办理|答复|办结|回复)|(?:批准|同意|审批)[^，。；]{0,10}(?:延期|延长)/

export interface TimedLetter {
  readonly message: AskedMessage
  readonly days: number
}

/** Those that took longer than their term, and those said to have been given more without telling how much. */
export function overTerm(
  site: SiteView,
  letters: readonly TimedLetter[],
  common: number,
): Readonly<Record<'late' | 'extended', readonly TimedLetter[]>> {
  const over = letters.flatMap((one) => {
    if (one.days <= common) return []
    const term = extendedTerm(site, one.message, common)
    return term === 'said' || one.days > (term ?? 0) ? [{ ...one, term }] : []
  })
  return {
    late: over.filter(({ term }) => term !== 'said'),
    extended: over.filter(({ term }) => term === 'said'),
  }
}

/** Working days in which this letter was to be answered, as said with it; `said`: made longer, by how much is not told. */
function extendedTerm(
  site: SiteView,
  message: PublicMessage,
  common: number,
): number | 'said' | null {
  const text = ownPage(site, message)?.page.text.excerpt ?? ''
  const own = text
    .split(/[。；\n]/)
    .filter((sentence) => EXTENDED.test(sentence) && !RULE.test(sentence))
  for (const sentence of own) {
    const [, upTo, days] = TERM.exec(sentence) ?? []
    if (days !== undefined) return upTo === '' ? common + Number(days) : Number(days)
  }
  return own.some((sentence) => MARKED.test(sentence)) || MARKED.test(message.place.quote)
    ? 'said'
    : null
}
