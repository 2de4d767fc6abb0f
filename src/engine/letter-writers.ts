/**
 * Whose a telephone number in a public letter (来信、留言) is: the words and the labelled lines by which those who write or
 * complain tell of themselves, and where the office's answer begins, which names officers.
 */
import type { PersonalNumber } from './personal.ts'

const ANSWER =
  /(?:^|\n)\s*(?:[\u4e00-\u9fff]{0,6}(?:答复|回复|回信)(?:内容|单位|部门|机关|机构|时间|日期|意见|结果|情况|人)?|(?:办理|处理|办结)(?:结果|情况|意见))[:：\s]|(?:您的?(?:来信|留言|诉求|问题|反映)|来信|来件)[^。\n]{0,12}(?:收悉|已收到)|(?:尊敬的|亲爱的)?(?:网友|市民|来信人|群众)(?:同志|朋友)?[:：，,]?\s*您好/

/** 投诉人王先生（手机号138…）, 来电人电话：138…, 父亲王某，139…; no number that complainers may call. */
const OF_PETITIONER =
  /(?:父亲|母亲|爷爷|奶奶|外公|外婆|监护人)\p{Script=Han}{0,3}[，,：:（(\s]*(?:联系)?(?:电话|手机)?[：:\s]*$|(?:投诉|举报|反映|来电|来信|来访|信访|求助|留言|诉求|写信)[人者](?![工员民])(?:\p{Script=Han}{1,3}(?:先生|女士|同志)|某+|\p{Script=Han}某+)?(?:的)?[（(，,：:\s]*(?:本人)?(?:联系)?(?:手机|电话|方式)?(?:号码?)?[：:为是\s]*$/u
/** 我叫王某，电话138…, 我是某村村民张某，电话138…: as no officer says it of his office. */
const WHO_WRITES =
  /(?:我[是叫]|本人(?:叫|姓名(?:是|为)?)?|我(?:的)?(?:姓名|名字)(?:是|为|叫))[：:\s]*[^。；;！!？?\n局委院办科站所队员]{2,24}?[，,、。；;\s（(]+(?:我的|本人)?(?:联系)?(?:手机|电话|方式)(?:号码?)?[：:为是\s]*$/u
/** 我的手机号是138… */
const OF_MINE = /(?:我的|本人(?:的)?)(?:联系)?(?:手机|电话)(?:号码?)?[：:为是\s]*$/
/** 写信人：陈某某　手机：138…: a line of the letter's own head that names its writer. */
const WRITER_LINE =
  /(?:来信|写信|发信|寄信|留言|投诉|举报|反映|求助|咨询|提问|信访)[人者](?:姓名)?\s*[：:\s]\s*[\p{Script=Han}*＊×]{1,6}[\s，,、；;|]+(?:本人)?(?:联系)?(?:手机|电话|方式)(?:号码?)?\s*[：:]?\s*$/u
/** 联系方式：138… as a line of its own above the letter and its answer: an office gives its own as 咨询电话 or below. */
const OWN_LINE = /^(?:本人)?(?:联系)?(?:手机|电话|方式)(?:号码?)?\s*[：:]?\s*$/

/** 受理单位：区住建局, the line above: the number is the office's. So is the one above a board of several letters. */
const OF_OFFICE =
  /(?:受理|承办|办理|答复|回复|主办|责任|处理)(?:单位|部门|科室|机关|机构)|热线|值班|(?:局|委|办公室|中心|大厅)$/

/** Where the office's answer begins in a page that prints letters: whoever says 我的电话 there is an officer. */
export function answerFrom(text: string): number {
  const at = text.search(ANSWER)
  return at < 0 ? text.length : at
}

/** A page that prints letters: its text, where the first answer begins in it, and how many there are. */
export interface Letters {
  readonly text: string
  /** 0 where none is printed. */
  readonly end: number
  readonly count: number
}

/** The number that the writer of a printed letter gave with it. */
export function isOfWriter(
  { kind, at, before }: PersonalNumber,
  { text, end, count }: Letters,
): boolean {
  if (kind !== 'mobile' || end === 0) return false
  if (WRITER_LINE.test(before)) return true
  if (at >= end) return false
  if (WHO_WRITES.test(before) || OF_MINE.test(before)) return true
  const lines = text
    .slice(0, at)
    .split('\n')
    .map((line) => line.trim())
  // 联系方式 in a line of its own, the number in the next: the line above both tells whose it is.
  const isBelow = before === '' && lines.at(-1) === '' && OWN_LINE.test(lines.at(-2) ?? '')
  const above = lines.at(isBelow ? -3 : -2) ?? ''
  const label = isBelow ? (lines.at(-4) ?? '') : ''
  return (
    count === 1 &&
    end < text.length &&
    (isBelow || OWN_LINE.test(before)) &&
    !OF_OFFICE.test(above) &&
    !OF_OFFICE.test(label)
  )
}

/** One who writes or complains, told by others or, where no letter is printed or in the letter, by himself. */
export function isOfPetitioner({ at, before }: PersonalNumber, end: number): boolean {
  if (OF_PETITIONER.test(before)) return true
  return (end === 0 || at < end) && WHO_WRITES.test(before)
}
