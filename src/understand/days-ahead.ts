/**
 * Days of asking and answering that no label names: the word stands behind the day, or before it who spoke then. Whose day is
 * whose is for `messages.ts`.
 */
import { daysUnderHeading } from './letter-days.ts'
import { wordsBehind } from './message-words.ts'

export interface Said {
  readonly kind: 'asked' | 'plain' | 'answered' | 'state' | 'unit' | 'blank'
  readonly value: string
  readonly sure: boolean
  readonly from: number
  readonly to: number
}

/** 回复时间 behind a day is the next label. */
const ASKS =
  /^[\s\]）)，,]{0,2}(?:(?:有)?(?:网友|网民|群众|市民|居民|村民|来信人)(?:[\u4e00-\u9fff]{1,3}(?=提|留|咨|来|投|反)|[^，。；;：:\n]{0,14}(?:在|通过|向|给)[^，。；;：:\n]{1,16}?(?=提|留|咨|来|投|反|去|发|写))?)?(?:提交(?=\s|$)|(?:(?:提交|发布|发表|写)(?:了)?(?:的)?)?(?:提问|留言|咨询|来信|去信|投诉|发帖|反映))(?!时 ?间|日 ?期|单 ?位|部 ?门|机 ?构|内容|结果|情况|状 ?态|对象)/
const ANSWERS =
  /^[\s\]）)，,]{0,2}(?:[\u4e00-\u9fff]{1,14}(?:局|委|办|院|处|所|中心|政府|办公室|大队|支队|街道|镇|乡))?(?:对此|就此)?[，,]?(?:[在通][^，。；;：:\n]{1,8}?)?(?:作出|已经?|公开|正式|书面)?(?:回复|答复|回应|办结|解答|复信)(?!时 ?间|日 ?期|单 ?位|部 ?门|机 ?构|内容|结果|情况|状 ?态|对象)/
/** Whose words the day stands behind: 网友 2026-11-02, 市数据局 2026-11-05. */
const ASKER =
  /(?:网友|网民|群众|市民|来信人|提问人|留言人|咨询人|匿名)[^\n\d。，；]{0,12}(?:于|在|[：:])?[\s[（(]{0,3}$/
const OFFICE_OF =
  /(?:[局委办厅署院所处科]|中心|政府|办公室|委员会|大队|支队|街道|镇|乡)[\s：:]{0,2}(?:于|在)?[\s[（(]{0,3}$/
/** 问：…（2026-11-02） and 答：…（2026-11-04）: the day in brackets ends what was said. */
const ASKED_LINE =
  /(?:^|\n)\s*[\u4e00-\u9fff]{0,6}?(?:问|咨询|来信|留言)(?:内容|正文)?\s?[：:][^\n]*[（(]\s?$/
const ANSWERED_LINE =
  /(?:^|\n)\s*[\u4e00-\u9fff]{0,16}?(?:答|答复|回复)(?:内容|意见)?\s?[：:][^\n]*[（(]\s?$/
/** Longest such line. */
const MAX_LINE = 1200

const ANSWER_AHEAD = /(?:答复|回复|回应|解答)[\s：:]{0,2}(?:于|在)?[\s[（(]{0,3}$/

/** Days of asking and answering by the word behind the day, or by whose they are; each answer must follow a question. */
export function aheadOf(
  text: string,
  offset: number,
  labels: readonly Said[],
  { titled, heads }: Readonly<Record<'titled' | 'heads', (day: number) => boolean>>,
): readonly Said[] {
  const said: Said[] = []
  const questions = labels.filter(({ kind }) => kind === 'asked')
  let next = 0
  for (const { day, from, to } of daysUnderHeading(text)) {
    if (day === null) continue
    const behind = heads(to + offset) ? '' : wordsBehind(text, to)
    const ahead = titled(from + offset) ? '' : text.slice(Math.max(0, from - 30), from)
    const last = said.at(-1)
    while ((questions[next]?.from ?? Number.POSITIVE_INFINITY) < from + offset) next += 1
    const asked = questions[next - 1]
    const open = last?.kind === 'asked' || (asked?.from ?? -1) > (last?.from ?? -1)
    const line =
      /[（(]\s?$/.test(ahead) && /^\s?[）)]/.test(text.slice(to, to + 2))
        ? text.slice(Math.max(0, from - MAX_LINE), from)
        : ''
    const asks = ASKS.test(behind) || ASKER.test(ahead) || ASKED_LINE.test(line)
    const answers =
      open &&
      (ANSWERS.test(behind) ||
        OFFICE_OF.test(ahead) ||
        ANSWER_AHEAD.test(ahead) ||
        ANSWERED_LINE.test(line))
    if (!asks && !answers) continue
    const kind = asks ? 'asked' : 'answered'
    const sure = asks && ASKS.test(behind)
    said.push({ kind, value: day, sure, from: from + offset, to: to + offset })
  }
  return said
}
