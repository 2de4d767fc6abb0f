/**
 * Files that are another paper than their link says: of another office, of another year, a list in the place of a form, a form
 * for something else, a package of something else. Told by the title with which the file opens and by what stands nowhere in it;
 * sure only where no reading of the link's words fits. A file of nothing but a template's words is told too.
 */

import { isTemplateText } from '#base/template-text'
import { clip, compareForm, squash } from '#base/text'
import type { AttachmentText } from '#model/attachment'
import type { Attachment, Page } from '#model/page'
import type { Place, SiteView } from '#model/site-view'
import { withoutPlace } from './bodies.ts'
import { isOfSource } from './unit-targets.ts'

interface OtherPaper {
  readonly names: string
  readonly place: Place
  readonly sure: boolean
}

/** Sheets of data need not say what they are; papers of words do. */
const PAPER: ReadonlySet<string> = new Set(['doc', 'docx', 'wps', 'rtf', 'pdf'])
const SHEET: ReadonlySet<string> = new Set(['xls', 'xlsx', 'et'])
/** What the first line of a paper ends with, where it is the paper's title. */
const PAPER_TITLE =
  /^(?=(?:.*[\u4e00-\u9fff]){8}).{8,60}(?:表|书|通知|公告|通告|方案|办法|规定|细则|报告|总结|计划|名单|汇总|函|意见|纪要|简报|简介|须知|协议|说明)$/
/** What numbers an attachment or says to open it, and is no name. */
export const NO_NAME =
  /附件[\d一二三四五六七八九十]*|点击|下载|查看|预览|打开|阅读|全文|文档|\.[a-z]{2,4}$|[\s\d:：.．、（）()《》“”【】[\]-]/gi
/** Shorter texts and names tell nothing of each other. */
const LEAST_WORDS = 6
/** Shorter names are parts of one (the same link in two pieces). */
const LEAST_NAME = 3

export function otherPapers(site: SiteView, page: Page): readonly OtherPaper[] {
  if (page.blocked !== null) return []
  return page.attachments.flatMap((link): OtherPaper[] => {
    const file = site.pageAt(link.url)?.page.file
    if (file?.state !== 'text') return []
    const paper: Paper = { file, link, page, lines: headOf(file.text), name: nameOf(link) }
    const found = otherBody(paper) ?? otherYear(paper) ?? listForForm(paper) ?? strange(paper)
    if (found === null) return []
    const names = `“${clip(link.title, 30)}”打开是“${clip(found.head, 30)}”`
    const place = { url: page.url, at: link.at, quote: link.title }
    return [{ names, place, sure: found.sure }]
  })
}

const OFFICE: ReadonlySet<string> = new Set(['doc', 'docx', 'xls', 'xlsx', 'rtf'])

/** Neither a word nor anything else to be seen, or what a template's maker left to be filled in. */
export function holdsNothing({ kind, state, text }: AttachmentText): boolean {
  if (state === 'empty') return OFFICE.has(kind)
  const lines = text.split('\n').map(squash)
  const said = lines.filter((line) => compareForm(line) !== '')
  return state === 'text' && said.length > 0 && said.every(isTemplateText)
}

interface Paper {
  readonly file: AttachmentText
  readonly link: Attachment
  readonly page: Page
  /** Its first lines, without blanks. */
  readonly lines: readonly string[]
  /** The link's words without its number and ending. */
  readonly name: string
}
type Found = { readonly head: string; readonly sure: boolean } | null

const HEAD_LINES = 3
const LONGEST_HEAD = 60

function headOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s/g, ''))
  return lines.filter((line) => line !== '').slice(0, HEAD_LINES)
}

function nameOf({ title }: Attachment): string {
  return title
    .replace(/\s/g, '')
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/^附件[\d一二三四五六七八九十]*[:：.、]?|^\d+[.、]/, '')
}

/** 某县水利局2026年部门预算: an organ, before the year of what is called by it. */
const ORGAN =
  /^(?:附件\d*[:：]?)?([\u4e00-\u9fff]{2,24}?(?:局|委员会|管委会|办公室|人民政府|街道办事处|街道|[镇乡委])(?:本级|机关)?)[（(]?(20\d\d)年度?[）)]?(?=[^，。；]{0,20}([预决]算|年度报告|绩效))/

/** Link and title speak of two organs' papers of one kind, and the link's organ stands nowhere in the file. */
function otherBody({ file, lines, link, name, page }: Paper): Found {
  const meant = ORGAN.exec(name) ?? ORGAN.exec(squash(page.title ?? ''))
  const head = [lines[0] ?? '', lines.slice(0, 2).join(''), lines.join('')].find((line) =>
    ORGAN.test(line),
  )
  const said = head === undefined || head.length > LONGEST_HEAD * 2 ? null : ORGAN.exec(head)
  if (meant === null || said === null || head === undefined) return null
  const [own = '', other = ''] = [meant[1], said[1]]
  // What a department gathers of those below it is named by its link.
  if (meant[3] !== said[3] || (ORGAN.exec(name) === null && !/部门/.test(head + link.title)))
    return null
  const text = compareForm(file.text)
  const isNamed = text.includes(withoutPlace(own)) || isOfSource(own, other)
  return isNamed ? null : { head: clip(head, 30), sure: !file.truncated }
}

const YEAR = /(?<!\d)(20\d\d)(?:年度?|(?=[\u4e00-\u9fff]))/g
const yearsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(YEAR)].map((found) => found[1] ?? ''))
/** What is of the year that it names; a check or a report may be of the one before. */
const OF_ITS_YEAR = /[预决]算|三公|计划|要点|收支|目录|清单/

/** The link says one year, the file's head another, and the link's year stands nowhere in the file. */
function otherYear({ file, lines, link, name, page }: Paper): Found {
  const isOfPage = yearsIn(name).size === 0 && /[预决]算/.test(name)
  const meant = yearsIn(isOfPage ? squash(page.title ?? '') : name)
  const head = lines.find((line) => yearsIn(line).size > 0) ?? ''
  const said = yearsIn(head)
  const [year, ...more] = meant
  const [other, ...others] = said
  if (year === undefined || other === undefined || more.length + others.length > 0) return null
  if (year === other || file.text.includes(year) || head.length > LONGEST_HEAD) return null
  const title = `${lines[0] ?? ''}${head}`
  const isLike = sharedOf(compareForm(name.replace(YEAR, '')), compareForm(title)) >= MOST_APART
  const [money] = /[预决]算/.exec(name) ?? []
  if (!isLike && (money === undefined || !title.includes(money))) return null
  const isNext = Number(year) - Number(other) === 1
  const sure = !file.truncated && (!isNext || (OF_ITS_YEAR.test(name) && OF_ITS_YEAR.test(title)))
  // A form that is handed out year after year may bear the year of what it tells of.
  return isNext && /报告|检|总结/.test(link.title)
    ? null
    : { head: lines[0] === head ? head : `${lines[0]} ${head}`, sure }
}
const MOST_APART = 0.3

const VERB = /申请|申报|登记|审批|备案|报名|承诺|推荐|委托|评定|鉴定|认定|评审|体检|变更|注销|采集/g
const TO_FILL = new RegExp(`(?:${VERB.source})[\\u4e00-\\u9fff]{0,4}[表书函]$`)
const LIST =
  /(?:汇总表?|一览表|名单|签到[表册簿]|花名册|统计表|名册|通讯录|台账|议程)(?:汇总)?(?:[（(][^）)]*[）)])?$/

/** 申报书 that opens as a 汇总表: nothing in it is to be applied for, declared or registered. */
function listForForm({ file, lines, link, name }: Paper): Found {
  const head = lines[0] ?? ''
  const isRead = PAPER.has(link.type) || SHEET.has(link.type)
  if (!isRead || !TO_FILL.test(name.replace(/[（(][^）)]*[）)]$/, '')) || !LIST.test(head))
    return null
  const verbs = name.match(VERB) ?? []
  const isMeant = verbs.some((verb) => file.text.includes(verb))
  const form = name.replace(/[（(][^）)]*[）)]$/, '').slice(-3)
  // What is declared may be handed in as a list of it.
  if (file.text.replace(/\s/g, '').includes(form) || (isMeant && form.endsWith('表'))) return null
  return { head, sure: !isMeant && !file.truncated }
}

/** What titles of news and papers share, whatever they are about. */
const OF_ANY_PAPER =
  /关于|印发|通知|公告|公示|工作|情况|会议|召开|开展|推进|部署|全[市县区省]|[市县区]政府|年度|\d+年/g
/** What names of forms share, whatever they are for. */
const OF_ANY_FORM = /申请|申报|登记|审批|备案|报名|审核|[表书]$/g
/** Whose the form is says nothing of what it is for. */
const WHOSE = /法人|公民|个人|单位|企业|组织|机构|人员|居民|家庭|学生/g
/** Less of a form's name than this may be said in other words (法人登记表). */
const LEAST_PURPOSE = 4
const LEAST_SHORT = 2

/** A title of a paper, and no two letters in common with the link's words and those of its page. */
function strange({ file, lines, link, page }: Paper): Found {
  const name = link.title.replace(NO_NAME, '')
  const text = file.text.replace(/\s/g, '')
  const own = [name, page.title ?? ''].map((words) =>
    words.replace(OF_ANY_PAPER, '').replace(/[^\u4e00-\u9fff]/g, ''),
  )
  if (file.kind === 'zip') {
    const head = file.text
      .split('\n')
      .map(squash)
      .find((line) => PAPER_TITLE.test(line))
    const isOther =
      head !== undefined && !file.truncated && own.every((words) => areApart(words, text))
    return isOther && name.length >= LEAST_WORDS ? { head, sure: false } : null
  }
  const head = lines[0] ?? ''
  if (!PAPER.has(link.type) || !PAPER_TITLE.test(head)) return null
  // Two forms share the words of all forms; what each is for tells them apart.
  const bare = own.map((words) => words.replace(OF_ANY_FORM, ''))
  const aim = head.replace(/[（(][^）)]*[）)]/g, '').replace(OF_ANY_FORM, '')
  const areForms = bare[0] !== own[0]
  const [purpose = '', ofPage = ''] = bare
  if (areForms && purpose.length >= LEAST_PURPOSE && aim.length >= LEAST_PURPOSE) {
    if (!bare.every((words) => words.length < LEAST_NAME || areApart(words, text))) return null
    const isForm = aim.length < head.length - 1
    return { head, sure: isForm && !file.truncated && !lettersShared(purpose + ofPage, aim) }
  }
  // 公租房申请表: an abbreviation has its letters in what it stands for.
  const short = purpose.replace(WHOSE, '')
  if (
    areForms &&
    short.length >= LEAST_SHORT &&
    short.length < LEAST_PURPOSE &&
    aim.length >= LEAST_PURPOSE
  ) {
    const isApart =
      !lettersShared(short, text) && (ofPage.length < LEAST_NAME || areApart(ofPage, text))
    return isApart && head.length - aim.length > 1 ? { head, sure: false } : null
  }
  if (name.length < LEAST_WORDS) return null
  const isOther = own.every((words) => words.length < LEAST_NAME || areApart(words, text))
  return isOther ? { head, sure: false } : null
}

const lettersShared = (a: string, b: string): boolean => [...a].some((letter) => b.includes(letter))

/** Share of the pairs of letters of a name that stand in the words. */
function sharedOf(form: string, words: string): number {
  const pairs = [...form].slice(1).map((letter, at) => `${form[at]}${letter}`)
  return pairs.filter((pair) => words.includes(pair)).length / Math.max(1, pairs.length)
}

/** No two letters in common: one name cut in two, or told longer, shares some. */
export function areApart(a: string, b: string): boolean {
  if (a.length < LEAST_NAME || b.length < LEAST_NAME) return false
  return [...a].every((one, at) => at === 0 || !b.includes(`${a[at - 1]}${one}`))
}
