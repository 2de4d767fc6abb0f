/**
 * Words by which pages tell of public messages (留言、来信): labels of the day of asking, of answering, of state and unit,
 * put together from the families of labels, and those of its state. Whose day is whose is for `messages.ts`.
 */
import { endsOfWords, oncePerLabels, standingLabel, wholeLabel, wordsWithin } from '#base/labels'

/** 网友提问（2026-08-17）：, 网友提问 2026-08-17, the day behind the word itself. */
const WITH_DAY =
  '(?=\\s?[（(【[]?\\s?(?:20\\d{2}|２０[０-９]{2})\\s?[-—年/.]|[：:]\\s?20\\d{2}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?(?:\\s\\d{1,2}:\\d{2})?\\s*(?:[\\n\\t|｜）)]|$|[\\u4e00-\\u9fff]{2}[：:]))'
export const DAY_BEHIND =
  /[信件言问求询电复结函音馈应理答]\s?[（(【[：:]?\s?(?:20\d{2}|２０[０-９]{2})\s?[-—年/.]/

export interface MessageWords {
  /** Asking or answering, looked for by its last word: few other words of a page end so. */
  readonly telling: RegExp
  /** The same before a day, where any stands behind the last letter of such a word. */
  readonly tellingDay: RegExp
  /** 网友 … 2026, 于2026… 提问: the words behind the day. */
  readonly ahead: RegExp
  /** A state printed behind its label: no day of answering may stand beside it. */
  readonly stated: RegExp
  readonly label: RegExp
  readonly anyLabel: RegExp
  readonly titleLabel: RegExp
  /** Behind the label of the day of answering: nothing, and nothing behind the answer's own label that comes next. */
  readonly blank: RegExp
  readonly heads: Readonly<
    Record<'asked' | 'own' | 'answered' | 'state' | 'plain' | 'unit' | 'title', RegExp>
  >
}

export const messageWords = oncePerLabels((labels): MessageWords => {
  const letter = wordsWithin(labels, 'letter')
  const own = `(?:${wordsWithin(labels, 'letterAskedOn')}|(?:网友|网民|群众|市民)${letter}${WITH_DAY})`
  const asked = `(?:${own}|${wordsWithin(labels, 'askedOn')})`
  const answered = `(?:${wordsWithin(labels, 'answeredOn')}|${wordsWithin(labels, 'answered')}${WITH_DAY})`
  const unit = wordsWithin(labels, 'messageUnit')
  const state = wordsWithin(labels, 'messageState')
  const label = `(?<asked>${asked})|(?<answered>${answered})|(?<unit>${unit})|(?<state>${state}|${standingLabel(labels, 'messageState')})|(?<plain>${standingLabel(labels, 'askedOn')})`
  const whole = (...sources: readonly string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`)
  return {
    telling: new RegExp(
      `${endsOfWords(labels, 'letterAskedOn', 'askedOn', 'answeredOn')}(?<=${asked}|${answered})`,
    ),
    tellingDay: new RegExp(`[\\u4e00-\\u9fff]${WITH_DAY}(?<=${asked}|${answered})`),
    ahead: new RegExp(
      `20\\d\\d ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2} ?日?[，,）)\\s]{0,2}(?:网友|网民|群众|市民|居民|来信|留言|提问|咨询|反映|投诉)|(?:网友|网民|群众|市民|来信人|提问人|留言人|咨询人|匿名)[^\\n]{0,20}\\n?[^\\n]{0,4}20\\d\\d|于.{0,4}20\\d\\d[^\\n]{0,20}${letter}|[问询信言] ?[：:][^\\n]{2,400}[（(]20\\d\\d`,
    ),
    stated:
      /(?:情况|结果|状态|进度)[：:\s]{1,3}(?:(?:已|未|待|尚未|正在)(?:办|处|答|回)|(?:办理|处理)中)/,
    label: new RegExp(label, 'g'),
    anyLabel: new RegExp(label),
    titleLabel: new RegExp(
      `${wordsWithin(labels, 'messageTitle')}\\s?[:：\\t]\\s*([^\\n\\t]{2,80})`,
      'g',
    ),
    blank: new RegExp(
      `^\\s?[:：]?[ \\t]*\\n\\s*(?:${wholeLabel(labels, 'answerText')}\\s?[:：]?[ \\t]*(?:\\n|$)|$)`,
    ),
    heads: {
      asked: whole(wholeLabel(labels, 'letterAskedOn', 'askedOn'), asked),
      own: whole(wholeLabel(labels, 'letterAskedOn'), own),
      answered: whole(wholeLabel(labels, 'answeredOn'), answered),
      state: whole(wholeLabel(labels, 'messageState')),
      plain: whole(wholeLabel(labels, 'plainDay')),
      unit: whole(wholeLabel(labels, 'messageUnit'), '单位|部门'),
      title: whole(wholeLabel(labels, 'messageTitle')),
    },
  }
})

/** ，网友“清风”在本网留言 */
const MOST_BEHIND = 40
/** 已回复, 提问者 */
const LONGEST_WORD = 4

/** What follows a day on its line; a line below it counts where it is a word alone, not the title of the next entry. */
export function wordsBehind(text: string, at: number): string {
  const [line = '', ...more] = text.slice(at, at + 80).split('\n')
  const own = line.replace(/^[\s:：\d]{0,9}/, '')
  if (own.trim() !== '') return own.slice(0, MOST_BEHIND)
  const next = more.find((one) => one.trim() !== '')?.trim() ?? ''
  return next.length <= LONGEST_WORD ? next : ''
}

const NOT_YET =
  /^(?:否|未|×|✗)$|(?:未|待|尚未|暂未|没有|暂无|尚无)(?:作出)?(?:答复|回复|办结|处理|办理|解决)|(?:办理|处理|受理|答复|回复|审核)中|正在(?:办理|处理|受理)/
/** 不予受理 is an answer, whether liked or not. */
const DONE =
  /已(?:经)?(?:答复|回复|办结|办理|处理|反馈|完成|解决)|^(?:办结|答复|回复|完成|是|√|✓)$|^(?:不予?|未予|不符合条件)受理/
/** 来信人撤回, 已撤销: nothing is owed any more. 退回 is what offices do. */
const WITHDRAWN =
  /^[（(]?(?:已|由)?(?:[来写去]信|留言|提问|投诉|咨询|申请|反映|发帖|诉求)?(?:人|者|本人|用户|网友|群众|市民)?(?:已经?|自行|自愿|主动|申请|要求)*(?:撤[回销件诉单信除]|取消)(?:该?(?:来信|信件|留言|投诉|咨询|诉求|问题))?[）)]?$/

/** 已转交城管局办理, 已受理: on its way, and no answer where the place of the answer's day is empty. */
const HANDED = /^已?(?:转(?:交|办|送|派|至)|交办|派单|分[派办发]|受理|签收|接收)/

const SETTLED = /答复|回复|办结|反馈|完成|解决/

export function isHandedOn(words: string): boolean {
  return words.length <= LONGEST_STATE && HANDED.test(words.trim()) && !SETTLED.test(words)
}

/** A state is a word or two; what an office did is told at length. */
const LONGEST_STATE = 20

export function stateOf(words: string): 'answered' | 'unanswered' | 'withdrawn' | null {
  if (words.length > LONGEST_STATE) return null
  if (WITHDRAWN.test(words.trim())) return 'withdrawn'
  if (NOT_YET.test(words)) return 'unanswered'
  return DONE.test(words.trim()) ? 'answered' : null
}
