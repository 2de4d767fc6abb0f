/**
 * Lists of which no entry shows a day, be it only on its page: where nothing that was read could be one, and where it is the
 * odd one of a portal that prints them.
 */
import type { Page } from '#model/page'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { ownPictures } from './budgets.ts'
import { isAmongNews } from './column-places.ts'
import { type ColumnTree, dayOfItem } from './columns.ts'

/** Shorter lists without days may be pages of text. */
const LEAST_UNDATED = 3

/** A list of its own whose entries show a day neither there nor on the pages that were read: its parent's age does not answer for it. */
export function showsNoDay(site: SiteView, column: Column, least = LEAST_UNDATED): boolean {
  const { items } = column
  return (
    column.kind === 'local' &&
    column.dates === 'none' &&
    items.length >= least &&
    items.every((item) => item.url === null || site.pageAt(item.url) !== null) &&
    items.every((item) => dayOfItem(site, item) === null)
  )
}

const LEAST_DATELESS = 5
/** Labels of a day of publication, which a script may fill, and days in figures: printed anywhere, they may be it. */
const LABEL =
  /(?:发布|更新|发表|上网|公开|录入|添加)(?:时间|日期|于)|(?:时间|日期)\s*[:：]|(?:19|20)\d\d\s*[-./]\s*\d{1,2}|(?<!\d)(?:19|20)\d{6}(?!\d)/
/** A day in words may be it below a title or a signature; in a sentence it is what the text tells of (截至2026年11月，…). */
const IN_WORDS = /(?:19|20)\d\d\s*年\s*\d{1,2}|二[〇○零Oo0]/
const OF_SENTENCE = /[，。；！？]/
const OPENS = /^\s*(?:\d{4}|二[〇○零Oo0])/

function mayTellDay(text: string): boolean {
  return (
    LABEL.test(text) ||
    text
      .split('\n')
      .some((line) => IN_WORDS.test(line) && (!OF_SENTENCE.test(line) || OPENS.test(line)))
  )
}

/** The same in a list, where the year may be left out. */
const DAY_IN_LIST = /\d{1,2}\s*[-/.月]\s*\d{1,2}|刚刚|(?:昨|前)天|\d+\s*[天小分][前时钟]/

/** 页次：1/3页: no day of January. */
const PAGER = /(?:页[次码]|第)?\s*[:：]?\s*\d+\s*\/\s*(?:共\s*)?\d+\s*页/g

/** No day at all: neither list nor pages hold anything that might be one, and no script or picture could show it. */
export function isDateless(site: SiteView, column: Column, least = LEAST_DATELESS): boolean {
  return showsNoDay(site, column, least) && printsNoDay(site, column)
}

/** What is printed on its list and on the pages of its entries holds nothing that might be a day. */
function printsNoDay(site: SiteView, column: Column): boolean {
  const view = site.pageAt(column.url)
  if (view === null) return false
  const { page } = view
  const list = column.items
    .reduce((text, { title }) => text.replace(title, ''), page.text.excerpt)
    .replace(PAGER, '')
  // A picture beside every entry may be its day.
  if (ownPictures(site, view) >= column.items.length) return false
  if (!isPlain(page) || DAY_IN_LIST.test(list) || mayTellDay(list)) return false
  return column.items.every(({ url }) => {
    const told = url === null ? null : site.pageAt(url)?.page
    return told != null && isPlain(told) && !mayTellDay(told.text.excerpt)
  })
}

/** Sisters that print days, so that a list without any is the odd one. */
const LEAST_DATED = 5
/** What these columns hold is looked up, and was not published on a day. */
const LOOKED_UP =
  /办事|办理|(?:便民|公共|政务)服务|指[南引]|下载|表格|机构|名[录单册]|领导|目录|清单|查询|链接|导航|地图|概况|简介|制度|职[能责]|档案|图[片库册]|视频|专[题栏]/
const ANSWERED = /问答/
/** Answers to common questions may stand for years: only what their pages' make shows speaks of their day. */
const QUESTIONS = 'policyQuestions'

/**
 * A column of the body's own business in which no day can be seen: its pages leave out what their make prints; its entries
 * tell of one, and the portal prints it everywhere else; or among sister columns that all print theirs, on pages of the same make.
 */
export function isOddlyDateless(site: SiteView, column: Column): boolean {
  const { name, topic } = column
  if (LOOKED_UP.test(name)) return false
  const isPublished = topic !== null && !STANDING.test(topic.value)
  if (isDatelessOfMake(site, column, isPublished ? LEAST_HIDDEN : LEAST_UNDATED)) return true
  if (topic !== null) return topic.value !== QUESTIONS && looksDateless(site, column)
  if (ANSWERED.test(name)) return false
  if (isDatelessAlone(site, column)) return true
  if (column.parent === null) return false
  const makeOf = ({ url }: ColumnItem): string | null => {
    const page = url === null ? undefined : site.pageAt(url)?.page
    return page?.kind.value === 'article' ? (page.template ?? null) : null
  }
  const first = column.items[0]?.title ?? ''
  if (!isDateless(site, column) || LOOKED_UP.test(first) || ANSWERED.test(first)) return false
  const makes = new Set(column.items.map(makeOf))
  if (makes.has(null)) return false
  const sisters = site.columns.filter(
    (one) => one !== column && one.parent === column.parent && one.items.length > 0,
  )
  const dated = sisters.filter(({ dates }) => dates === 'printed')
  const alike = dated.filter(({ items }) =>
    items.some((item) => makes.has(makeOf(item)) && dayOfItem(site, item) !== null),
  )
  return alike.length >= LEAST_DATED && dated.length >= sisters.length * 0.8
}

/** Entries of a kind that is published on a day, and shows none where the portal's other articles do. */
export function looksDateless(site: SiteView, column: Column): boolean {
  const { name, topic } = column
  return (
    topic !== null &&
    !STANDING.test(topic.value) &&
    !LOOKED_UP.test(name) &&
    isDateless(site, column, LEAST_HIDDEN) &&
    isAgainstHabit(site, column)
  )
}

/** So many pages of the same make elsewhere print their day. */
const MAKE_SHARE = 0.97

/** Pages that name their source and not their day, of a make that prints both on every other page: here the day was left out. */
function isDatelessOfMake(site: SiteView, column: Column, least: number): boolean {
  const isSourced = ({ url }: ColumnItem): boolean =>
    url === null || site.pageAt(url)?.page.source != null
  return (
    isDateless(site, column, least) && column.items.every(isSourced) && isOddOfMake(site, column)
  )
}

/** What these hold stands: it was not published on a day. */
const STANDING =
  /^(?:overview|institution|leaders|ogi(?:Guide|Rules|Catalogue)|standardCatalogue|disclosureRequest|serviceGuide|formDownloads|powerList|openData|features|newMedia|sitemap)$/
const LEAST_HIDDEN = 2

/** Only the PubDate tags of its pages hold a day, which nobody sees: the census counts what shows none as not updated. */
export function hidesItsDays(site: SiteView, column: Column): boolean {
  const { dates, items, kind, name, topic } = column
  return (
    kind === 'local' &&
    dates !== 'printed' &&
    items.length >= LEAST_HIDDEN &&
    (topic === null ? isAmongNews(site, column) : !STANDING.test(topic.value)) &&
    !LOOKED_UP.test(name) &&
    items.every(({ url }) => {
      const page = url === null ? undefined : site.pageAt(url)?.page
      return page?.kind.value === 'article' && isByTag(page)
    }) &&
    printsNoDay(site, column) &&
    isOddOfMake(site, column)
  )
}

/** Its day is read from the PubDate tag, and printed nowhere. */
function isByTag({ publishedOn, officialTags }: Page): boolean {
  const from = publishedOn?.at?.[0]
  return officialTags.some(({ name, at }) => name === 'PubDate' && at[0] === from)
}

/** All other pages of the make of its entries' pages print their day. */
function isOddOfMake(site: SiteView, column: Column): boolean {
  const views = column.items.flatMap(({ url }) => (url === null ? [] : (site.pageAt(url) ?? [])))
  const [make, ...further] = new Set(views.map(({ page }) => page.template))
  if (!make || further.length > 0) return false
  const others = site.pages.filter(
    (view) =>
      view.page.template === make && view.page.kind.value === 'article' && !views.includes(view),
  )
  const dated = others.filter(({ page }) => page.publishedOn !== null && !isByTag(page))
  return others.length >= LEAST_PRINTED && dated.length >= others.length * MAKE_SHARE
}

/** Titles of what happened, or is made known: unlike sights and histories, such entries have a day. */
const OF_A_DAY =
  /[公通预]告|公[示布]|通[知报]|启事|招[租标聘商募]|出[租让]|拍卖|征集|名单|结果|批次|开展|[召展]开|举[行办]|启动|[开复]工|完[工成]|竣工|通[车水电气]|投[用产运]|停[水电气]|揭牌|签约|提[升档]|升级|改造|推进|部署|检查|督查|调研|走访|慰问|会议|培训|[上下]半年|[一二三四]季度|\d月/
/** Fewer articles elsewhere tell nothing of the portal's habit, and of these nearly all print their day. */
const LEAST_PRINTED = 20
const PRINTED_SHARE = 0.9

/** The same of entries that tell of a day, where the portal prints one on its articles in every other place. */
function isDatelessAlone(site: SiteView, column: Column): boolean {
  const { items } = column
  const ofADay = items.filter(({ title }) => OF_A_DAY.test(title))
  if (ofADay.length * 2 < items.length || !isDateless(site, column, LEAST_UNDATED)) return false
  return isAgainstHabit(site, column)
}

/** Its entries are articles of their own, and the portal's other articles print their day. */
function isAgainstHabit(site: SiteView, { items }: Column): boolean {
  const own = new Set(items.flatMap(({ url }) => (url === null ? [] : (site.pageAt(url) ?? []))))
  const isArticle = ({ page }: PageView): boolean => page.kind.value === 'article'
  const others = site.pages.filter((view) => isArticle(view) && !own.has(view))
  const dated = others.filter(({ page }) => page.publishedOn !== null)
  return (
    own.size === items.length &&
    [...own].every(isArticle) &&
    others.length >= LEAST_PRINTED &&
    dated.length >= others.length * PRINTED_SHARE
  )
}

/** Read whole, as its source has it. */
function isPlain({ kind, needsBrowser, truncated, blocked, file, text }: Page): boolean {
  return (
    kind.value !== 'error' &&
    !needsBrowser.value &&
    !truncated &&
    blocked === null &&
    file === undefined &&
    text.excerpt !== ''
  )
}

/** All that it lists is what a column below it lists: it is said of that one. */
export function listedBelow(tree: ColumnTree, column: Column): boolean {
  const urls = column.items.flatMap(({ url }) => url ?? [])
  return (
    urls.length > 0 &&
    tree
      .descendants(column)
      .some(({ items }) => urls.every((url) => items.some((one) => one.url === url)))
  )
}
