/**
 * A letter's way told in steps (收件 9月7日 → 转办 9月8日 → 回复 10月20日): boxes beside each other that hold one day and a few words
 * each. The first of them is its asking, whatever it is called; the first that tells of an answer ends it.
 */
import { type DateHit, findDates } from './dates.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

export interface LetterSteps {
  readonly asked: DateHit
  /** Null: the way ends before an answer. */
  readonly answered: DateHit | null
  readonly last: DateHit
  /** Of the steps, those without a day among them. */
  readonly box: El
}

const HANDED =
  /转办|交办|转交|转派|分派|派发|派单|分办|批转|受理|签收|流转|接收|转至|转往|移交|办理中|处理中/
const ANSWERED = /(?:答复|回复|回应|解答|反馈|办结|办复|复信)/
const NOT_ANSWERED =
  /[待未需请须]\S{0,6}(?:答复|回复|回应|解答|反馈|办结|办复)|催|限期|(?:答复|回复|办结|反馈)(?:期限|时限|截止|要求)|(?:预计|应|拟)[^，。]{0,6}(?:答复|回复|办结)/
const ASKED = /来信|留言|提问|咨询|提交|收件|登记|诉求|写信|反映|受理|发起|创建|投诉|信件/
/** Longest words of a step that tell what it is. */
const MOST_WORDS = 40

interface Step {
  readonly hit: DateHit
  readonly words: string
}

export function stepsIn(tree: PageTree, from: number, to: number): LetterSteps | null {
  const flat = tree.flat.slice(from, to)
  if (!HANDED.test(flat)) return null
  const hits = findDates(flat).filter(({ day }) => day !== null)
  if (hits.length < 2) return null
  const parents = new Set<El>()
  for (const hit of hits) {
    let el = tree.elementAt(hit.from + from, hit.to + from)
    for (let climb = 0; el?.parent && climb < 4; climb++, el = el.parent) {
      if (parents.has(el.parent)) continue
      parents.add(el.parent)
      const steps = stepsOf(tree, el.parent, hits, from)
      if (steps !== null) return steps
    }
  }
  return null
}

function stepsOf(
  tree: PageTree,
  box: El,
  hits: readonly DateHit[],
  offset: number,
): LetterSteps | null {
  const steps: Step[] = []
  for (const one of childrenOf(tree, box)) {
    const own = hits.filter(({ from, to }) => from + offset >= one.from && to + offset <= one.to)
    if (own.length === 0) continue
    const [hit] = own
    // Links are titles of entries.
    if (hit === undefined || tree.els.slice(one.i, one.last).some(({ tag }) => tag === 'a'))
      return null
    const words = `${tree.flat.slice(one.from, hit.from + offset)} ${tree.flat.slice(hit.to + offset, one.to)}`
    const told = words.replace(/^[\s:：·•\-—|\d.、（()）[\]]+/, '').slice(0, MOST_WORDS)
    if (told.trim() === '') return null
    steps.push({ hit, words: told })
  }
  if (steps.length < 2 || !steps.some(({ words }) => HANDED.test(words))) return null
  const inOrder = [...steps].sort((a, b) => ((a.hit.day ?? '') < (b.hit.day ?? '') ? -1 : 1))
  const [first, ...others] = inOrder
  if (first === undefined || !ASKED.test(first.words) || isAnswer(first)) return null
  return {
    asked: first.hit,
    answered: others.find(isAnswer)?.hit ?? null,
    last: others.at(-1)?.hit ?? first.hit,
    box,
  }
}

const isAnswer = ({ words }: Step): boolean => ANSWERED.test(words) && !NOT_ANSWERED.test(words)
