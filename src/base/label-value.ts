/**
 * Does a page say something behind a label, or does only the template's label stand there (传真： and nothing, —, 暂无,
 * 010-00000000)? Works on the lines of a page's text, where cells of a row are parted by tabs. What is no label, and what a
 * heading without a colon announces, counts as said.
 */

import { putOff } from './put-off.ts'

/** What may follow the words of a label up to its colon. */
const COLON = /^(?:号码?|地址|姓名)?\s*(?:[（(][^）)\n]{0,16}[）)])?\s*[:：][ \u3000]*/
/** The next label of the same line. */
const NEXT_LABEL =
  /(?:^|[\s\u3000;；,，、|/])(?:[\u4e00-\u9fff]\s?){2,8}(?:[（(][^）)]{0,12}[）)])?\s*[:：]/
const BEGINS_LABEL = /^[\s\u3000]*(?:[\u4e00-\u9fff]\s?){2,8}(?:[（(][^）)]{0,12}[）)])?\s*[:：]/
/** 每年 更新时间：2024-01-10: a whole word before the next label is the value; 邮 箱： is one label set wide. */
const VALUE_THEN_LABEL = /^[\s\u3000]*([\u4e00-\u9fff]{2,})[ \u3000]+[\u4e00-\u9fff]{2,8}\s*[:：]/
/** The label of the next cell, where the text of cells was put together: what follows is its value. */
const OTHER_LABEL =
  /^(?:邮政编码|邮编|电子邮[箱件]|邮箱|(?:办公|通信|通讯|联系)?地址|(?:联系|咨询)?电话|传真|办公时间|网址|负责人)(?=\s|$)/
/** Where, when or by whom it is, said at the head of a value: 全程网办：登录…, 夏季：8:30…, 综合科：0720-3300135. */
const PART_OF_VALUE =
  /^[\s\u3000]*(?:[\u4e00-\u9fff]{0,6}(?:网办|[网线]上|在线|线下|现场|自助|大厅|中心|[夏冬春秋]季|[上下]午|工作日|[科股]|(?<![科股处])室)|(?:现场|线下|实体)窗口)(?:办理|申请|受理|申报|办公|咨询)?(?:[（(][^）)]{0,12}[）)])?\s*[:：][ \u3000]*(?=\S)/
const NOTHING =
  /^(?:[-—–_＿~～/\\|.．。·、*＊+=…]+|(?:暂时?|目前)?(?:没有|未(?:设置?|开通|公布|填写?|定))|暂无(?:内容|信息|数据)?|待(?:定|补充|完善|填写?)|详?见(?:电子)?地图|(?:本?[局厅委办院]|单位|机关|班子)领导|空白?|略|x+|×+|n\/?a|null|none|undefined)[。.]?$/i
/** A number that reaches nobody: all zeros, all X, or an area's code with next to nothing behind it. */
const NO_NUMBER =
  /^[（(]?(?:\d{3,4}|[x×*＊]{3,4})?[）)]?\s*[-－—–]?\s*(?:0{6,}|[x×*＊]{3,})$|^[（(]?0\d{2,3}[）)]?\s*[-－—–]\s*\d{0,4}$|^[（(]?0\d{2,3}[）)]?$/i
/** Sends the reader to where he wanted to be spared to go: 详见办事窗口, 以窗口公示为准. */
const POINTS_AWAY =
  /^(?:请|详情?|具体)*(?:见|询|咨询|问|到|以)[^，,。；;\n]{0,8}(?:窗口|大厅|现场|柜台|前台|工作人员)(?:的?(?:公[示告布]|咨询|询问|查询|了解|告知|通知|解释|要求)(?:为准)?|为准)?[。.]?$/
/** A template's address that nobody filled in: XX市XX路XX号. */
const NO_ADDRESS =
  /^(?:[xX×○〇]{2,}[省市县区州旗镇乡]|[^，,。；;\d]{0,8}[xX×○〇]{2,}(?:大?道|[路街巷号])).{0,24}$/
const NO_MAIL = /^(?:[x*×]{2,}|example|test|abc)@/i

/** （待补充） */
const IN_BRACKETS = /^[（(【[]([^（()）【】[\]]*)[)）】\]]$/

export function isPlaceholder(value: string): boolean {
  const plain = value.trim().replace(IN_BRACKETS, '$1')
  return (
    plain === '' ||
    putOff(plain) !== null ||
    [NOTHING, NO_NUMBER, NO_ADDRESS, NO_MAIL, POINTS_AWAY].some((nothing) => nothing.test(plain))
  )
}

/** First match of the words in these lines that says something, with its line; null where there is none. */
export function firstSaid(
  lines: readonly string[],
  words: RegExp,
): { readonly line: string; readonly index: number; readonly found: string } | null {
  const all = words.global ? words : new RegExp(words.source, `${words.flags}g`)
  const matches = lines.flatMap((line, at) =>
    [...line.matchAll(all)]
      .filter(([found]) => found !== '')
      .map(({ 0: found, index }) => ({ line, at, index, found })),
  )
  const isSaid = ({ at, found, index }: (typeof matches)[number]): boolean =>
    saysSomething(lines, at, found, index + found.length)
  // 机构职能 over 主要职责： and nothing: the name of the page fills no label below it.
  const isOverBlank = (one: (typeof matches)[number]): boolean =>
    headingOf(one.line, one.found) &&
    matches.some(
      (other) => other.at > one.at && COLON.test(restOf(other.line, other)) && !isSaid(other),
    )
  return matches.find((one) => isSaid(one) && !isOverBlank(one)) ?? null
}

function restOf(line: string, { index, found }: { index: number; found: string }): string {
  return line.slice(index + found.length)
}

/** Fewest cells of a row of labels whose values stand in the row below. */
const LEAST_HEADS = 3
/** Longest label. */
const MOST_LABEL = 10

/** 办理地点 | 办公时间 | 电话 over a row of as many cells: the value of a label stands in its own column. */
function saidBelow(lines: readonly string[], at: number, end: number): boolean {
  const line = lines[at] ?? ''
  const heads = line.split('\t')
  const values = lines[at + 1]?.split('\t') ?? []
  const isHead = heads.every((cell) => cell.trim() !== '' && cell.trim().length <= MOST_LABEL)
  if (heads.length < LEAST_HEADS || values.length !== heads.length || !isHead) return false
  return !isPlaceholder(values[line.slice(0, end).split('\t').length - 1] ?? '')
}

/** Known labels of an office's data and of a data set's, none of which belongs below a heading of something else. */
const OTHERS_LABEL =
  /^[\s\u3000]*(?:(?:办公|联系|通[信讯])地址|办公时间|(?:联系|办公|咨询)电话|邮政编码|传真(?:号码?)?|(?:机构|单位|部门)名称|内设(?:机构|科室|股室)|(?:单位|主要)?负责人)\s*(?:[:：\t ]|$)|^办公时间(?:工作日|周一|星期一|[上夏冬\d])|^(?:联系|办公|咨询)电话[（(]?\d|^[\s\u3000]*(?:(?:数据|资源)(?:集|资源)?(?:名称|标题|格式|领域|主题|摘要|描述|简介|来源|量)|(?:最近|最后|数据)?更新(?:周期|频率|频度|时间|日期)|(?:数据|资源)?提供(?:单位|部门|机构|方)|(?:浏览|访问|下载|调用)(?:量|次数)|开放(?:属性|类型|方式|条件)|发布(?:时间|日期))\s*(?=[:：\t ]|$)/
/** Longest numbered heading. */
const MOST_HEADING = 16
/** Longest name of a page above what it tells (机构职能). */
const MOST_NAME = 6
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*/

/** The words end a short or numbered line of their own. */
function headingOf(text: string, found: string): boolean {
  // A value in a line of its own (CSV, 0720-3300135) is no heading.
  if (!/\p{Script=Han}/u.test(found)) return false
  const whole = text.trim()
  const line = whole.replace(NUMBERED, '')
  // 三、依申请公开的受理机构: numbered, it may say more before the word.
  const isNumbered = line !== whole && line.length <= MOST_HEADING
  return isNumbered || line.length <= MOST_NAME ? line.endsWith(found) : line === found.trim()
}

/** A heading in a line of its own, and below it at once what belongs to another. */
function isBareHeading(lines: readonly string[], at: number, found: string): boolean {
  const whole = (lines[at] ?? '').trim()
  if (!headingOf(whole, found)) return false
  const below = lines.slice(at + 1).find((one) => one.trim() !== '' && one.trim() !== whole)
  return (
    below !== undefined &&
    (OTHERS_LABEL.test(below.trim().replace(NUMBERED, '')) || isPlaceholder(below))
  )
}

/** The end of a sentence fills no label, and leaves none empty. */
const STANDS_FOR_IT = /[^\s.．。·、，,；;…]/

function saysSomething(lines: readonly string[], at: number, found: string, end: number): boolean {
  if (/\d/.test(found) && isPlaceholder(found)) return false
  const rest = (lines[at] ?? '').slice(end)
  const colon = COLON.exec(rest)
  const cell = colon === null && rest.startsWith('\t') ? 1 : null
  if (colon === null && cell === null) {
    const before = (lines[at] ?? '')
      .slice(0, end - found.length)
      .trim()
      .replace(NUMBERED, '')
    // A row of label and value, as it is printed on one line (办公地址 —).
    const isLone = /^[\u4e00-\u9fff]{0,4}$/.test(before)
    if (isLone && STANDS_FOR_IT.test(rest) && isPlaceholder(rest)) return false
    return !isBareHeading(lines, at, found)
  }
  const tail = rest.slice(colon?.[0].length ?? cell ?? 0)
  const inCell = (cell === null ? tail.replace(/^\t/, '') : tail).split('\t')[0] ?? ''
  const part = PART_OF_VALUE.exec(inCell)
  if (part !== null && !isPlaceholder(inCell.slice(part[0].length))) return true
  const [, word] = VALUE_THEN_LABEL.exec(inCell) ?? []
  if (word !== undefined) return !isPlaceholder(word)
  if (BEGINS_LABEL.test(inCell) || OTHER_LABEL.test(inCell)) return saidBelow(lines, at, end)
  const next = NEXT_LABEL.exec(inCell)
  const value = (next === null ? inCell : inCell.slice(0, next.index)).trim()
  if (value !== '') return !isPlaceholder(value)
  // The value may stand in a line of its own below.
  if (tail.trim() !== '' || cell !== null) return false
  const below = lines.slice(at + 1).find((line) => line.trim() !== '')
  return below !== undefined && !BEGINS_LABEL.test(below) && !isPlaceholder(below)
}
