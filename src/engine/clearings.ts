/**
 * What a result of clearing normative documents says of each of them: ended or kept. Told by the word in its row, by the
 * heading above, by its sentence. Which papers are such results, and what their pages then owe, is the check's business.
 */
import { compareForm } from '#base/text'

const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,14}[〔[（(【［﹝]\s*(?:19|20)\d\d\s*[〕\]）)】］﹞]\s*第?\s*\d{1,5}\s*号/g
const ENDED = /废止|失效/
const KEPT = /有效|保留|修改|修订/
const CHANGED = /修改|修订/
const ENDED_CELL = /(?:^|\s)(?:建议|拟|予以|宣布|自动|已)?(?:废止|失效)(?:$|\s)/
const KEPT_CELL =
  /(?:^|\s)(?:建议|拟|予以)?(?:现行有效|继续有效|继续实施|有效|保留|修改|修订)(?:$|\s)/
const REPEALS = /(?:决定|予以|宣布|现将|将)[^。；]{0,40}(?:废止|失效)|废止(?:以下|下列)/
/** 本决定自公布之日起施行 at the end of a paper that repeals. */
const OWN_START = /本(?:决定|通知|公告|通告)自[^，。；]{0,24}(?:施行|实施|执行|生效)/g
/** A sentence that puts a new rule in the place of old ones. */
const ISSUES = /印发|施行|制定|实施|代替|替代|出台/
/** Names of rules, not of those by which the clearing was done. */
const NAMED = /(?<!(?:根据|依据|按照|依照|贯彻|落实)[^。；\n]{0,12})《([^《》]{6,60})》/g
/** Behind why a rule ended (废止依据：…, 已有新规定…, 被…代替) stands what holds instead. */
const SUCCESSOR =
  /(?:已有|现有|另有|新(?:的)?(?:规定|文件|办法|政策)|被|由[^。；]{2,60}(?:代替|替代|取代)|代替|替代|取代|依据|理由).*$/
/** Longer lines are text, no headings. */
const LONGEST_HEADING = 60

type Fate = 'ended' | 'kept'

interface Saying {
  /** Number or name of the paper, in comparison form. */
  readonly key: string
  readonly fate: Fate | null
  /** Its line. */
  readonly line: string
  /** Told by the list in which it stands, not by words of its own. */
  readonly isListed: boolean
  /** Kept in another wording. */
  readonly isChanged: boolean
}

function sayingsIn(text: string): readonly Saying[] {
  const found: Saying[] = []
  let under: Fate | null = null
  let isChanging = false
  for (const line of text.split('\n')) {
    const isNamed = line.search(DOCUMENT_NUMBER) >= 0 || line.search(NAMED) >= 0
    if (!isNamed) {
      const both = ENDED.test(line) && KEPT.test(line)
      if (line.length > LONGEST_HEADING || (!ENDED.test(line) && !KEPT.test(line))) continue
      under = both ? null : ENDED.test(line) ? 'ended' : 'kept'
      isChanging = CHANGED.test(line)
      continue
    }
    const words = line
      .replace(/《[^》]*》/g, ' ')
      .replace(DOCUMENT_NUMBER, ' ')
      .replace(OWN_START, '')
    const repeals = REPEALS.test(words) && !KEPT.test(words) && !ISSUES.test(words)
    const own = KEPT_CELL.test(words) ? 'kept' : ENDED_CELL.test(words) || repeals ? 'ended' : null
    const told = repeals ? line : line.replace(SUCCESSOR, '')
    const numbers = told.match(DOCUMENT_NUMBER) ?? []
    const names = [...told.matchAll(NAMED)].map(([, name = '']) => name)
    const fate = own ?? headedBy(words) ?? (ISSUES.test(words) && ENDED.test(words) ? null : under)
    // A sentence that repeals names other rules too; its numbers are those of what it ends.
    for (const one of [...numbers.map(bare), ...(repeals && own === 'ended' ? [] : names)])
      found.push({
        ...{ key: compareForm(one), fate, line, isListed: !repeals },
        isChanged: isChanging || CHANGED.test(words),
      })
  }
  return found
}

/** By number of document, what a result of clearing says of it: by the word in its row, by the heading above, by its sentence. */
export function fatesIn(text: string): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>()
  // Whatever is said twice in two ways is not sure.
  for (const { key, fate } of sayingsIn(text))
    if (fate !== null) fates.set(key, fates.has(key) && fates.get(key) !== fate ? 'kept' : fate)
  return fates
}

/** Papers that a list of those in force names, and says nothing else of. */
export function keptIn(text: string): ReadonlySet<string> {
  const all = sayingsIn(text)
  const others = new Set(
    all.flatMap(({ key, fate, isChanged }) => (fate !== 'kept' || isChanged ? [key] : [])),
  )
  return new Set(all.flatMap(({ key, isListed }) => (isListed && !others.has(key) ? [key] : [])))
}

/** 《某办法》（某政发〔2019〕4号）同时废止: what a rule ends that takes the place of others. */
const REPLACES = /(?:同时|同步|相应|自动|即行|即)(?:予以|自行)?(?:废止|失效|停止执行)/
/** Parts of a paper, or whatever does not agree with the new one. */
const NOT_WHOLE = /部分|[条款项]|有关(?:规定|内容)|不一致|相抵触|为准/

/** Numbers (and names, where none stands behind one) of the papers that the text ends as a whole, with the sentence. */
export function replacedIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const sentence of text.split(/[。；;\n]/)) {
    const at = sentence.search(REPLACES)
    if (at < 0 || NOT_WHOLE.test(sentence.slice(0, at).replace(/《[^》]*》/g, ''))) continue
    for (const key of endedBefore(sentence.slice(0, at))) found.set(key, sentence.trim())
  }
  return found
}

/** What may stand between the papers and the word of their end. */
const BETWEEN =
  /自[^，,]{0,20}之?日起|(?:等(?:\d+件)?)?的?(?:规范性)?(?:文件|规定|通知|办法)|等|均|一并|也/g
const QUOTED = /《([^《》]{6,60})》/g

/** The clauses right before the word of the end that name papers, and nothing else behind them. */
function endedBefore(told: string): readonly string[] {
  const keys: string[] = []
  for (const clause of told.split(/[，,]/).reverse()) {
    const numbers = clause.match(DOCUMENT_NUMBER) ?? []
    const names = [...clause.matchAll(QUOTED)].map(([, name = '']) => name)
    const last = numbers.at(-1) ?? names.at(-1)
    const behind =
      last === undefined ? clause : clause.slice(clause.lastIndexOf(last) + last.length)
    if (!/^[）)\]】》、\s]*$/.test(behind.replace(BETWEEN, ''))) return keys
    // 自本办法施行之日起 alone in its clause.
    if (last === undefined) continue
    if (/根据|依据|按照|依照/.test(clause)) return keys
    for (const one of numbers.length > 0 ? numbers.map(bare) : names) keys.push(compareForm(one))
  }
  return keys
}

const NUMBER_ONLY = /(?:19|20)\d{3,7}号$/
/** Kept in another wording than the one that ends. */
const IN_PART = /部分|修改|修订|条款|第.{1,6}条/

/** Lines of papers that the same result lists by number both among those kept and among those ended. */
export function crossedIn(texts: readonly string[]): readonly string[] {
  const all = texts
    .flatMap(sayingsIn)
    .filter(({ key, isListed, line }) => isListed && NUMBER_ONLY.test(key) && !IN_PART.test(line))
  const kept = new Set(all.flatMap(({ key, fate }) => (fate === 'kept' ? [key] : [])))
  const crossed = all.filter(({ key, fate }) => fate === 'ended' && kept.has(key))
  return [...new Map(crossed.map(({ key, line }) => [key, line.trim()])).values()]
}

/** 二、废止的行政规范性文件：某办法（某政发〔2019〕4号）、…: the heading stands in the line itself. */
function headedBy(words: string): 'ended' | 'kept' | null {
  const head = /^\s*([^：:。；，]{2,28})[：:]/.exec(words)?.[1] ?? ''
  if (!/文件|目录|名单|清单/.test(head) || ENDED.test(head) === KEPT.test(head)) return null
  return ENDED.test(head) ? 'ended' : 'kept'
}

/** Words of a sentence before a number are no part of it. */
const bare = (number: string): string => number.replace(/^.*[由对将和与及、，：]/, '')
