/**
 * The six parts of an annual report as checks judge them: which of them stand in what was read, what a part says that says
 * nothing, which half of the fifth is not told, and words that the template asked to be replaced.
 */
import { squash } from '#base/text'
import type { AnnualReportContent, ReportPart, ReportPlace } from '#model/annual-report'
import type { SiteView } from '#model/site-view'
import type { YearReport } from './annual-reports.ts'
import { partly, type Rests, WHOLE } from './coverage.ts'

/** The six parts in order, with words that show each. */
export const PARTS: readonly (readonly [title: string, sign: RegExp])[] = [
  ['总体情况', /总体情况|基本情况|概述/],
  ['主动公开政府信息情况', /主动公开(政府信息)?(的)?情况/],
  [
    '收到和处理政府信息公开申请情况',
    /(收到和处理|处理)政府信息公开申请(的)?情况|依申请公开(政府信息)?(的)?情况/,
  ],
  ['政府信息公开行政复议、行政诉讼情况', /行政复议[、和及]?(提起)?行政诉讼(的)?情况/],
  ['存在的主要问题及改进情况', /问题(及|和|与|、)?(改进|整改)|存在的?(主要)?问题/],
  ['其他需要报告的事项', /其他需要(说明|报告)的(其他)?(事项|情况)|其他事项/],
]

/** The three tables, with words that show each where it was not read as one. */
export const TABLES: readonly (readonly [
  key: 'proactive' | 'requests' | 'disputes',
  name: string,
  words: RegExp,
])[] = [
  [
    'proactive',
    '主动公开情况表',
    /制发件数|现行有效|处理决定数量|收费金额|新制作数量|新公开数量|公开总数量/,
  ],
  ['requests', '申请办理情况表', /本年新收|上年结转|予以公开/],
  ['disputes', '复议诉讼情况表', /结果维持|维持结果|尚未审结/],
]

/** So many headings of a report that were read as such show how it writes them. */
const CLEAR_HEADINGS = 4
/** What may open the line of a heading: its number; a sentence or label before the words makes them a mention. */
const BEFORE_HEADING = '[^。；，：]{0,16}?'

/**
 * Numbers of the parts whose heading stands anywhere in what was read; where few headings were told, also words of them.
 * 问题整改率100% in the first part is no fifth one.
 */
export function partsShown(
  titles: readonly string[],
  content: AnnualReportContent | undefined,
): number[] {
  const parts = content?.parts ?? []
  const heads = [...titles, ...parts.map(({ title }) => title)]
  const told = PARTS.filter(([, sign]) => heads.some((title) => sign.test(title))).length
  const inText = ({ source }: RegExp): boolean => {
    const opening = new RegExp(`^${BEFORE_HEADING}(?:${source})`, 'm')
    return parts.some(({ text }) =>
      told >= CLEAR_HEADINGS
        ? opening.test(text.replace(/[ \t　]/g, ''))
        : new RegExp(source).test(text.replace(/\s/g, '')),
    )
  }
  return PARTS.flatMap(([, sign], at) =>
    heads.some((title) => sign.test(title)) || inText(sign) ? [at + 1] : [],
  )
}

const NUMERALS = '一二三四五六'

/** Headings of the six parts, each told once, that stand in another order than the form's, or are numbered otherwise. */
export function disorder(
  content: AnnualReportContent | undefined,
): { readonly words: string; readonly places: readonly ReportPlace[] } | null {
  const heads = (content?.parts ?? []).flatMap(({ title, place }) => {
    const fits = PARTS.flatMap(([, sign], at) => (sign.test(title) ? [at] : []))
    const [part] = fits
    const numeral = /^\s*第?([一二三四五六])(?:部分|[、.．\s])/.exec(place.quote)?.[1]
    return fits.length === 1 && part !== undefined ? [{ part, place, numeral }] : []
  })
  if (new Set(heads.map(({ part }) => part)).size !== PARTS.length) return null
  // A report numbers all its parts: what bears none may be a heading below one of them.
  if (heads.length !== PARTS.length || heads.some(({ numeral }) => numeral === undefined))
    return null
  const named = (at: number): string => PARTS[at]?.[0] ?? ''
  const late = heads.find(({ part }, at) => at > 0 && (heads[at - 1]?.part ?? 0) > part)
  if (late !== undefined) {
    const before = heads[heads.indexOf(late) - 1]
    return {
      words: `“${named(late.part)}”排在“${named(before?.part ?? 0)}”之后`,
      places: [late.place],
    }
  }
  const wrong = heads.filter(({ part, numeral }) => numeral !== NUMERALS[part])
  if (wrong.length === 0) return null
  return {
    words: wrong.map(({ part, numeral }) => `“${named(part)}”编号为“${numeral}”`).join('、'),
    places: wrong.map(({ place }) => place),
  }
}

/** The whole of what a part says, in words that say nothing. */
const NOTHING =
  /^(?:(?:[（(][一二三1-3][)）])?[（(]?(?:暂?无|没有|暂时?没有|略|无(?:问题|内容))[)）]?[。.；;！!]?)+$/

/** 目前无突出问题，将继续努力: so many words more that say no more. */
const NO_PROBLEM =
  /^(?:[一二三1-3][、.．])?(?:目前|暂时?|现|今年|本年|本年度|20\d\d年度?|我(?:局|委|办|镇|乡|街道|单位)|本(?:单位|机关|部门|局|镇|乡|街道))*[，,]?(?:暂?无|没有|不存在)(?:突出|明显|重大|其他|存在的?|主要|较大)*(?:的)?问题(?:及改进(?:情况|措施))?(?:[，,。；](?:(?:下一步|今后|下年度?|将|要|会)*[，,]?(?:将|要|会)*(?:继续|不断|进一步)(?:努力|保持|做好[^，,。]{0,8}|加强[^，,。]{0,8}|改进[^，,。]{0,8}|完善[^，,。]{0,8}))?)?[。.！]?$/
/** 总体平稳有序，暂未发现问题: the same in a short paragraph that names no other. */
const NONE_FOUND =
  /(?:未发现|没有发现|没有|不存在|暂?无)(?:存在|突出|明显|重大|较大|主要|的)*(?:突出|明显)?问题/
const SHORT = 80

/** What a part says, all of it, says nothing. */
function isNought(written: string): boolean {
  const text = written.replace(/\s/g, '')
  if (NOTHING.test(text) || NO_PROBLEM.test(text)) return true
  return (
    text.length <= SHORT && NONE_FOUND.test(text) && !PROBLEMS.test(text.replace(NONE_FOUND, ''))
  )
}

/** Parts that must say something. */
const TOLD = [1, 5]
/** The sixth may say 无, but not nothing at all. */
const LAST = 6

/** Parts under their own headings with fewer characters than `minLength`, or words that say nothing. */
export function emptyParts(
  content: AnnualReportContent | undefined,
  minLength: number,
): readonly ReportPart[] {
  return (content?.parts ?? []).filter(
    ({ number, title, text }) =>
      PARTS[number - 1]?.[1].test(title) === true &&
      (TOLD.includes(number)
        ? text.replace(/\s/g, '').length < minLength || isNought(text)
        : number === LAST && text.trim() === ''),
  )
}

/** Nothing but its heading, or words that say nothing; a short sentence may be meant as one. */
export function isVoidPart({ text, number }: ReportPart): boolean {
  return text.trim() === '' ? number !== LAST : isNought(text)
}

/** Any word that may tell what is amiss, and any by which something was or will be done about it: wide, since their absence accuses. */
const PROBLEMS =
  /问题|不(?!断|仅|懈|得|但|忘|折不扣|定期|同|动产|含|予)|欠|有待|薄弱|差|滞后|迟|慢|单一|单调|短板|困难|[较偏过][少低弱窄差粗多]|缺|尚|还需|仍|需要?(?:进一步|加强|提高|提升)|有限|弱|难|频繁|重复|零散|疏漏|遗漏|漏|空白|压力|矛盾|挑战|参差|松|粗|浅|窄|少|失误|错误/
const IMPROVES =
  /改|下一?步|今后|接下来|将|加强|完善|提[升高]|强化|优化|推[进动]|落实|继续|规范|健全|措施|针对|解决|举措|加大|加快|拓[宽展]|补|丰富|深化|增|克服|对策|打算|努力|充实|组织|开展|建立|对照|逐[项一步]|已|[为对因]此|我[们局委办厅镇乡街中]|安排|修[改订]|印[发制]|编|清[理并]|举办|制[定作]|设[立置]|要|应|须|计划|拟|每[年季月周]|制发|复核|\d/
const PLANS =
  /^(?:[（(]?[一1][）)、.．]?)?(?:\d{4}年，?)?(?:下一?步|今后|接下来|下一?年度?|我[局委办厅镇乡]将)/
/** Fewer characters make no sentence of their own. */
const LEAST_SENTENCE = 6
/** Shorter parts are judged by their length. */
const LEAST_TOLD = 30

/** Which half of the fifth part is told in no word; null where both are, or neither can be said. */
export function halfLacking({ text }: ReportPart): '存在的问题' | '改进情况' | null {
  const plain = text.replace(/\s/g, '')
  if (plain.length < LEAST_TOLD) return null
  // What was done in the year may be told against problems that its words do not name: only plans are no problems.
  if (!PROBLEMS.test(plain)) return PLANS.test(plain) ? '存在的问题' : null
  // A sentence that names no problem may tell what is done about one, in whatever words: 与属地学校合作培训信息员.
  const isProblem = plain
    .split(/[。；;！!]/)
    .every((one) => one.length < LEAST_SENTENCE || PROBLEMS.test(one))
  return IMPROVES.test(plain) || !isProblem ? null : '改进情况'
}

/** What a template leaves to be filled in: 20XX年, ××局, 申请X件, （此处填写……）, ____件, and a count without its figure. */
const LEFT: readonly RegExp[] = [
  /20[XxＸ×✕*]{2}年/,
  /(?<![A-Za-z0-9+＋“‘"])[XxＸ×✕*]{1,4}\s*(?:件|条|次|份|期|场|篇|人次|万元)/,
  /(?<![A-Za-z0-9“‘"])[XxＸ×✕*]{2,4}(?:[省市县区旗镇乡局委厅]|街道|单位|部门|机关)(?![+＋”’"])/,
  /[_＿]{3,}/,
  /[（(【](?:此处|请(?:在此)?)(?:填写|填报|插入|补充|简述|写)[^）)】]{0,60}[）)】]|[（(【](?:单位名称|机关名称|填写|不少于\d+字)[^）)】]{0,60}[）)】]/,
  /(?:收到|受理)政府信息公开申请(?:共|共计)?[ 　]*[件条][，。；]/,
]

/** The first line with words that the template asked to be replaced. */
export function templateLeft(
  content: AnnualReportContent,
): { readonly words: string; readonly place: ReportPlace } | null {
  for (const part of content.parts)
    for (const line of part.text.split('\n')) {
      const found = LEFT.map((one) => one.exec(line)).find((one) => one !== null)
      if (found === undefined) continue
      const from = Math.max(0, found.index - 12)
      const words = squash(line.slice(from, found.index + found[0].length + 8))
      return { words, place: { ...part.place, quote: words } }
    }
  return null
}

/** What the first part must cover, with any words that show it. */
const ASPECTS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['主动公开', /主动公开|公开(?:各类|政府|政务)?信息|发布|推送|网站/],
  ['依申请公开', /申请/],
  [
    '政府信息管理',
    /管理|审[查核]|清理|动态调整|目录|台账|保密|归档|规范性文件|更新|制度|属性|源头|机制|流程/,
  ],
  ['平台建设', /平台|网站|专栏|栏目|新媒体|公众号|微信|微博|客户端|查阅点|窗口|公开栏|渠道|载体/],
  [
    '监督保障',
    /监督(?:保障|检查|电话|评议|考核|指导|机制|制度|管理|工作)|社会监督|考核|评议|培训|责任追究|问责|督[查促办]|检查|通报|监测|测评|评估|满意度|领导小组|队伍|组织领导|保障|专人|学习|整改|责任|指导|约谈/,
  ],
]
/** As headings of its sections: （五）监督保障. */
const HEADED = /^[（(]?[一二三四五六1-6][）)、.．]/
const LEAST_HEADED = 3
const MOST_LACKING = 4
/** Characters of a section beside its heading that say nothing: 无。 */
const HOLLOW = 3

/**
 * Aspects of the first part of which nothing is told; empty where it may be told in words that we do not know: where it is
 * neither written under the names of the aspects nor lacks nearly all of them.
 */
export function aspectsLacking(content: AnnualReportContent): readonly string[] {
  const part = content.parts.find(({ number }) => number === 1)
  if (part === undefined || content.truncated || content.form !== '2021') return []
  const lines = part.text.split('\n').map((line) => line.trim())
  const body = lines.filter((line) => !/^根据|^现将|^本报告/.test(line)).join('\n')
  const lacking = ASPECTS.filter(([, sign]) => !sign.test(body)).map(([name]) => name)
  const sections = sectionsOf(lines)
  const of = (name: string) => sections.find(({ head }) => head.includes(name))
  const headed = ASPECTS.filter(([name]) => of(name) !== undefined)
  if (headed.length < LEAST_HEADED) return lacking.length >= MOST_LACKING ? lacking : []
  const hollow = headed
    .map(([name]) => name)
    .filter((name) => (of(name)?.text ?? '').replace(name, '').length <= HOLLOW)
  // Where no heading is left that may mean it in other words, words elsewhere that only sound like it are not it.
  const gone = ASPECTS.filter(
    ([name, sign]) =>
      of(name) === undefined &&
      !body.includes(name) &&
      !sections.some(({ head }) => sign.test(head)),
  ).map(([name]) => name)
  const isEveryKnown = sections.every(({ head }) => ASPECTS.some(([name]) => head.includes(name)))
  return [...(isEveryKnown ? gone : lacking), ...hollow]
}

/** Sections of the first part: the opening of each, and all that it says without its number. */
function sectionsOf(lines: readonly string[]): readonly { head: string; text: string }[] {
  const sections: { head: string; text: string }[] = []
  for (const line of lines) {
    const text = line.replace(HEADED, '').replace(/[\s。.：:；;]/g, '')
    const last = sections.at(-1)
    if (HEADED.test(line))
      sections.push({ head: line.slice(0, 20).split(/[。：:]/)[0] ?? '', text })
    else if (last !== undefined) last.text += text
  }
  return sections
}

export function hasPictures(site: SiteView, url: string): boolean {
  return (site.pageAt(url)?.page.pictures ?? []).some((picture) => picture.inBody)
}

/** Fewer parts than this, and the headings were perhaps not understood. */
const LEAST_PARTS = 3

export function restsOf(site: SiteView, { report }: YearReport, parts: number): Rests {
  const { content, unread: files = [] } = report
  const [file] = files
  if (file !== undefined) return partly(file)
  if (content?.truncated === true) return partly('报告过长，只读了前一部分')
  if (report.tables === 'picture' || hasPictures(site, report.url))
    return partly('内容可能在图片里')
  if (parts < LEAST_PARTS) return partly('报告的各部分标题多数没有认出')
  return WHOLE
}
