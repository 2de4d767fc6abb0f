/**
 * Budgets and final accounts as entries of lists: what a title says of the kind, the year and the body, and what a page
 * holds of its own beneath that title. Shared by the checks on whether they are there and on what they say.
 */
import { hanNumber } from '#base/han-numbers'
import { squash } from '#base/text'
import type { ColumnItem, PageView, SiteView } from '#model/site-view'
import { isReadWhole } from './hollow-pages.ts'
import { leadsOn, ownLines } from './page-lines.ts'
import { isGovernment } from './searched.ts'

/** Parameter of the checks on budgets: where they stand. */
export const BUDGET_TOPICS = {
  topics: {
    default: ['budget'],
    meaning: '按财政预决算判断的栏目类别',
    source: '本工具的栏目词库，可调',
    verified: true,
  },
}

/** Words of papers about a budget that are not the budget. */
export const ABOUT_BUDGET =
  /执行|调整|绩效|评价|审计|会议|培训|(?:月份?|季度|上半年)(?!.*(?:部门|单位|政府)预算).{0,14}(?:收支|收入|支出)情况/
export const BESIDE_BUDGET = new RegExp(`${ABOUT_BUDGET.source}|通知|动态`)
/** Whose paper it is, before its year: 县审计局2024年部门预算 is no paper about an audit. */
export const BUDGET_OF =
  /^[\u4e00-\u9fff]{2,30}?(?:局|委|会|办|办公室|厅|院|部|署|中心|站|所|队|处|校|馆|场|政府|街道|[镇乡])(?:本级|机关)?[（(]?(?=20\d\d)/
const PART = /[及和与、暨]|[（(]含/

/** Parts of a title, each of them a paper: 2023年预算执行情况和2024年预算（草案）, 部门预算及绩效目标. */
export function budgetParts(title: string): readonly string[] {
  const own = squash(title).replace(BUDGET_OF, '')
  return own === '' ? [title] : own.split(PART)
}

/** 某局2026年“三公”经费预算情况说明 holds a part of the budget, however it is read. */
export function isTripsOnly(title: string): boolean {
  const plain = squash(title).replace(/["“”‘’'「」]/g, '')
  return (
    plain.includes('三公') && !/[预决]算/.test(plain.replace(/三公(?:经费)?(?:支出)?[预决]算/g, ''))
  )
}

/** How the names of bodies below a department end, before the year of their paper. */
const UNIT_BELOW =
  /^([\u4e00-\u9fff]{3,24}(?:站|所|中心|管理处|队|院|馆|学校|场))20\d\d年度?单位[预决]算/

/** 某某水文站2025年度单位决算 on a bureau's site is not the bureau's own; a government's site gathers those of all. */
export function isOfUnitBelow(site: SiteView, title: string): boolean {
  const unit = UNIT_BELOW.exec(squash(title))?.[1]
  if (unit === undefined || isGovernment(site)) return false
  return ![site.agency.name, site.portal.name].some(
    (name) => name.includes(unit) || unit.includes(name),
  )
}

/** A budget or final accounts filed in a column of other things; without one, no column is missed. */
export function isBudgetPaper({ title }: ColumnItem): boolean {
  return budgetParts(title).some((part) => /[预决]算/.test(part) && !BESIDE_BUDGET.test(part))
}

/** 二〇二四年 as 2024年. */
export function withDigits(title: string): string {
  return title.replace(/二[〇零○０0][〇零○一二三四五六七八九]{2}(?=年)/g, (year) =>
    String(hanNumber(year)),
  )
}

export function budgetYears(title: string): number[] {
  return [...withDigits(title).matchAll(/(?<!\d)(20\d\d)(?=\s*(年|部门|单位|\D|$))/g)].map(
    (found) => Number(found[1]),
  )
}

/** Years back in which the government's own paper must have been put up here. */
export const EARLIER = 2

/** Papers of departments of one earlier year from which it is plain that they are put up here, each by itself. */
const LEAST_APART = 2

/** The portal of a government that put up those of its departments beside its own: one is not the other. */
export function keepsApart(site: SiteView, about: readonly ColumnItem[], year: number): boolean {
  if (!isGovernment(site)) return false
  const earlier = about.filter(({ title }) => {
    const [own] = budgetYears(title)
    return own !== undefined && own < year && own >= year - EARLIER
  })
  const ofDepartments = earlier.filter(({ title }) => /部门[预决]算/.test(title))
  const ofGovernment = earlier.filter(({ title }) => isGovernmentOwn(title))
  return ofDepartments.length >= LEAST_APART && ofGovernment.length > 0
}

/** `某市2026年政府预算公开`, no department named in it. */
export function isGovernmentOwn(title: string): boolean {
  return OF_GOVERNMENT.test(title) && !/部门|单位|局|厅|办公室|委员会/.test(title)
}

/** 某市2025年市本级财政决算: the government's own, not a department's. */
export const OF_GOVERNMENT =
  /(?:[省市州县区旗镇乡](?:本)?级|本级|政府|财政|全[省市州县区旗镇乡]|总)[^，。局部厅委办所院校站心门位]{0,8}[预决]算/
export interface OwedPaper {
  readonly subject: string
  readonly year: number
  /** Year in which it is put up. */
  readonly put: number
  readonly word: '预算' | '决算'
  readonly due: string
}

/** Years back in which a paper may be left out among those of the years around it. */
const LEFT_OUT = 3

/**
 * What is judged missing of the years before the one owed, those of the years before (null: shown already) and behind it being
 * there.
 */
export function* leftOut<T extends { readonly outcome: string }>(
  owed: OwedPaper,
  judgeOf: (owed: OwedPaper) => T | null,
): Generator<T> {
  const of = (back: number): T | null =>
    judgeOf({
      ...owed,
      subject: owed.subject.replace(String(owed.year), String(owed.year - back)),
      year: owed.year - back,
      put: owed.put - back,
      due: owed.due.replace(String(owed.put), String(owed.put - back)),
    })
  const isThere = (one: T | null): boolean => one?.outcome === 'published'
  for (let back = 1; back <= LEFT_OUT; back += 1) {
    const here = of(back)
    if (here?.outcome !== 'missing') continue
    const before = of(back + 1)
    if (isThere(of(back - 1)) && (before === null || isThere(before))) yield here
  }
}

/** Day, source and count of readers below the title; a sentence behind them is the text. */
export const INFO_LINE =
  /^(?!.*。\s*[^\s。【（(][^\n]{3})[^，。]{0,60}(?:(?:发布|公开|发表)?(?:日期|时间)|来源|点击量?|浏览(?:量|次数)?|阅读量?)\s*[:：]/

/** The same in cells of their own, without a colon. */
const INFO_CELLS =
  /^(?:(?:发布|公开|更新)?(?:时间|日期)|浏览(?:量|次数)?|点击(?:量|数)?)\s+[\d\s:：/.年月日-]+$|^(?:信息)?来源\s+[\u4e00-\u9fff]{2,30}$/

/** 当前位置：首页 > 政务公开 > 正文 */
const TRAIL_LINE = /^(?:当前|您的|您所在的|所在|现在)(?:的)?位置\s*[:：]|^首页\s*(?:>|&gt;|›|»|→)/

/** An article's words beside its title, the name of its column and the line of its day; null where they were not read whole. */
export function wordsBeneath(site: SiteView, view: PageView, title: string): string | null {
  const { page } = view
  if (page.kind.value !== 'article' || !isReadWhole(view)) return null
  // The name of the column may stand above the title, and on a page of few words the menu beside it counts as text.
  const lines = ownLines(site, view).filter(
    (line) =>
      !INFO_LINE.test(line) && !INFO_CELLS.test(line.trim()) && !TRAIL_LINE.test(line.trim()),
  )
  // The title again is no word beneath it.
  return squash(lines.join('')).replaceAll(squash(page.title ?? title), '')
}

/** Signs of a file's kind that editors set before its name. */
const FILE_ICON = /fileTypeImages|icon_(?:docx?|xlsx?|pdf|pptx?|zip|rar|txt|default)\b/i

/** Pictures of the page that are not those of every page's frame, nor the sign beside the name of a file. */
export function ownPictures(site: SiteView, { page }: PageView): number {
  const frame = new Set((site.home?.page.pictures ?? []).map((picture) => picture.url))
  const files = new Set(page.attachments.map(({ title }) => squash(title)))
  return (page.pictures ?? []).filter(
    ({ url, caption }) =>
      !frame.has(url) && !FILE_ICON.test(url ?? '') && !files.has(squash(caption ?? '')),
  ).length
}

/** Nothing on the page but its words: no file, no frame, no link that leads on. */
export function hasWordsOnly(site: SiteView, view: PageView): boolean {
  const { attachments, frames } = view.page
  return attachments.length + frames.length === 0 && !leadsOn(site, view)
}

/** All that the pages themselves say beside their titles; null where a part of them was not read. */
export function ownWords(site: SiteView, views: readonly PageView[]): string | null {
  const isWhole = views.every(
    (view) => isReadWhole(view) && view.page.frames.length === 0 && ownPictures(site, view) === 0,
  )
  if (!isWhole) return null
  const titles = new Set(
    views.flatMap(({ page }) =>
      [page.title ?? '', ...page.attachments.map(({ title }) => title)].map(squash),
    ),
  )
  return views
    .map(({ page }) => page.text.excerpt)
    .join('\n')
    .split('\n')
    .filter((line) => !titles.has(squash(line)))
    .join('\n')
}

/** What their files say; null where one was not read. */
export function fileWords(site: SiteView, views: readonly PageView[]): string | null {
  const files = views.flatMap(({ page }) => [
    ...(page.file === undefined ? [] : [page.file]),
    ...page.attachments.map(({ url }) => site.pageAt(url)?.page.file),
  ])
  const isRead = files.every((file) => file != null && file.text !== '' && !file.truncated)
  return isRead ? files.map((file) => file?.text ?? '').join('\n') : null
}

/** A title whose page was read whole and holds nothing: no words, no file, no picture, nothing that leads on or is written by script. */
export function isHollowPaper(site: SiteView, { title, url }: ColumnItem): boolean {
  const view = url === null ? null : site.pageAt(url)
  if (view === null) return false
  const length = wordsBeneath(site, view, title)?.length ?? HOLLOW_LENGTH + 1
  return length <= HOLLOW_LENGTH && hasWordsOnly(site, view) && ownPictures(site, view) === 0
}

/** 打印 and 关闭 beside the text. */
const HOLLOW_LENGTH = 10
