/**
 * Whose piece is it by its own words, and whose by its label? Papers and agencies sign what they write: at its head
 * (新华社北京11月19日电, 本报讯), under its last line (某日报记者 某某), or whoever reprints it says where it stood (转自《某日报》). Beside it the page
 * prints a source (来源), or an official tag names one. What follows where the two do not agree is the checks' business.
 */
import { compareForm, squash } from '#base/text'
import type { Page } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'
import { isOwnName } from './bodies.ts'

export interface Dispatch {
  /** 新华社, 人民网; 本报 where the paper does not name itself. */
  readonly medium: string
  readonly quote: string
}

const MEDIUM =
  '本报|本台|\\p{Script=Han}{2,8}?(?:通讯社|日报|晚报|晨报|时报|都市报|电视台|广播网|新闻网|新华社|中新社|[^\\P{Script=Han}海举申汇填上通预公]报|(?<![官本外内局该联])网)(?:客户端)?|新华社|中新社|中新网|人民网|央视网|央广网'
/** 新华社北京11月19日电（记者…）, 某日报讯（记者/…）, 央视网消息：at the head of the text. */
const AT_HEAD = new RegExp(
  `^[\\s（(【\\[]*(?<medium>${MEDIUM})[】\\])）]?(?:[\\p{Script=Han}\\s]{0,8}?\\d{1,2}月\\d{1,2}日)?\\s*(?:综合)?(?:专?电(?![子话视脑力商梯])|讯(?!问)|消息)(?=[\\s　）)】\\]（(：:，,]|记者|通讯员|$|\\p{Script=Han})`,
  'u',
)
/** （某日报记者 刘强 文/图）, 文图 | 某日报记者 陈思: a line of its own at the end. */
const AT_END = new RegExp(
  `^[\\s（(【\\[]*(?:(?:供稿|文|图|图文|文图|文[/、]图|撰文|摄影|作者|来源)\\s*[|｜丨/／:：]?\\s*)?(?<medium>${MEDIUM})(?:全媒体|首席|见习|实习|特约|驻\\p{Script=Han}{2,4})*记者\\s*[/／:：|｜丨]?\\s*\\p{Script=Han}{2,4}?(?=[\\s）)】，,、/／]|$|通讯员|摄影?|文|图|报道)`,
  'u',
)
/** （转自《某日报》11月9日第3版）, 转载自人民网. */
const REPRINTED =
  /^[\s（(【[*注:：]*(?:本文|此文|该文)?(?:转载自|转自|摘自|转载于|原载于?|原文刊于|转载)\s*[:：]?\s*[《“「]?(?<medium>\p{Script=Han}[\p{Script=Han}\w·]{1,13}?)(?:[》”」]|微信公众号|公众号|网站|官网|客户端|[，,。）)\s]|$)/u
const LINES = 3
const LONGEST = 60

/** What the text itself says of who wrote it; null where it says nothing. */
export function dispatchOf({ title, text }: Page): Dispatch | null {
  const name = compareForm(title ?? '')
  const lines = text.excerpt
    .split('\n')
    .map(squash)
    .filter((line) => line !== '' && compareForm(line) !== name && !ABOUT_PAGE.test(line))
  const head = lines.slice(0, LINES).flatMap((line) => named(AT_HEAD.exec(line)))
  const [first] = head
  if (first !== undefined) return first
  const end = lines
    .slice(-LINES)
    .filter((line) => line.length <= LONGEST)
    .flatMap((line) => [...named(REPRINTED.exec(line)), ...named(AT_END.exec(line))])
  return end[0] ?? null
}

/** The line of date and source above a text. */
const ABOUT_PAGE = /^.{0,60}(?:发布(?:时间|日期)|来源|浏览|点击|阅读|字号)[^，。；]{0,80}$/

function named(match: RegExpExecArray | null): readonly Dispatch[] {
  const medium = match?.groups?.medium
  return match === null || medium === undefined ? [] : [{ medium, quote: match[0].trim() }]
}

/** What the page prints as its source: '' is a label with nothing behind it, null no label at all. */
export function labelledSource(page: Page): string | null {
  const labelled = (page.labelled ?? []).filter(({ label }) => SOURCE_LABEL.test(label))
  const said = labelled.map(({ value }) => squash(value)).filter((value) => value !== '')
  if (page.source !== null) return page.source
  const [first] = said
  if (first !== undefined) return first.length <= LONGEST ? first : null
  return labelled.length > 0 ? '' : null
}

/** A source that a reader of the page sees, and not only its tag. */
export function printsSource(page: Page): boolean {
  const { source, officialTags, text } = page
  const label = labelledSource(page)
  if (label === null || label === '') return false
  const isTagged = officialTags.some(
    ({ name, content }) => name === 'ContentSource' && squash(content) === source,
  )
  const labelled = (page.labelled ?? []).some(
    ({ label: one, value }) => SOURCE_LABEL.test(one) && value !== '',
  )
  return !isTagged || labelled || text.excerpt.includes(label)
}

const SOURCE_LABEL = /^(?:信息|文章|稿件|新闻|内容)?(?:来\s*源|出处)(?:单位|部门)?$/
/** The site, its body, whoever keeps it: said without a name. */
const WITHOUT_NAME = /^(?:本[站网局委办厅院县市区州省旗镇乡]|原创|自采|自编|本单位|本部门)/
/** 县农业农村局, 市政府办公室: said as its own offices are called at home. */
const AT_HOME =
  /^[县市区州旗省](?!场|政公)\p{Script=Han}{2,14}(?:局|委|办|办公室|中心|政府|部|院|联|会|大队|支队)$/u
const SECTION = /^\p{Script=Han}{1,10}(?:科|股|室|处)$/u
/** Whoever is called so may have a paper of its own. */
export const OF_MEDIA = /报|融媒|传媒|新闻|宣传|广播|电视|台$|网$/

/** The label names the portal's own body, one of its offices or the place itself. */
export function isOwnLabel(site: SiteView, label: string): boolean {
  const name = label.replace(/[“”"【】[\]（）()\s]/g, '')
  if (WITHOUT_NAME.test(name) || SECTION.test(name) || isOwnName(site, name)) return true
  const place = placeOf(site)
  return (place !== null && name.startsWith(place)) || AT_HOME.test(name)
}

/** 云岭 of 云岭县人民政府 and 来江市云岭县教育局. */
export function placeOf({ agency }: SiteView): string | null {
  const places = [...agency.name.matchAll(/([\u4e00-\u9fff]{2,5}?)(?:自治)?[省市县区旗州]/g)]
  return places.at(-1)?.[1] ?? null
}

/** The label and the words of the text name one and the same medium, or the label names another one that reprinted it. */
export function agrees(label: string, medium: string): boolean {
  const [one, other] = [label, medium].map((name) =>
    compareForm(name).replace(/[社网]$|客户端$/g, ''),
  )
  if (one === undefined || other === undefined) return true
  return one.includes(other) || other.includes(one)
}

/** A page that tells in its closing lines where it is from. */
export function tellsSource({ page }: PageView): boolean {
  return /来源|转自|转载自|摘自|供稿|[电讯]（?记者|据\p{Script=Han}{2,8}[报社网]/u.test(
    page.text.excerpt,
  )
}
