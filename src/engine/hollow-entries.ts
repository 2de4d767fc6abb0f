/**
 * Entries of columns that hold nothing when opened, whatever their titles say: 详见附件 without a file, 内容更新中, once more that a
 * meeting was held, nothing at all beneath the title; and columns that only say where else to ask. What scripts, frames,
 * pictures or links may still show is left alone, and so are titles that say all that there is.
 */
import { squash } from '#base/text'
import { hostOf } from '#base/url'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { isProposalAnswer } from './announced.ts'
import { hasWordsOnly, ownPictures, wordsBeneath } from './budgets.ts'
import { holdsElse } from './calls.ts'
import { isEmptyTalk, saysOnlyHeld } from './empty-talk.ts'
import { isNameOnly, isReadWhole } from './hollow-pages.ts'

/** `said`: all that its page says beneath the title. */
export interface ReadEntry {
  readonly item: ColumnItem
  readonly said: string
}

export interface HollowEntries {
  /** Entries whose pages were read and may speak for themselves. */
  readonly read: readonly ReadEntry[]
  /** Of these, and of the columns that only send away, those that hold nothing. */
  readonly hollow: readonly ReadEntry[]
  readonly checked: number
  /** No entry of the portal's own was left unread. */
  readonly isWhole: boolean
}

export function hollowAmong(
  site: SiteView,
  columns: readonly Column[],
  items: readonly ColumnItem[],
): HollowEntries {
  const read = items.flatMap((item) => {
    const said = saidBy(site, item)
    return said === null ? [] : [{ item, said }]
  })
  const sent = columns.flatMap((column) => sentAway(site, column) ?? [])
  const bad = read.filter(
    ({ item, said }) =>
      (isEmptyTalk(said) || saysOnlyHeld(item.title, said)) &&
      !SAYS_ALL.test(item.title) &&
      !isProposalAnswer(item.title),
  )
  return {
    read,
    hollow: [...bad, ...sent],
    checked: read.length + sent.length,
    isWhole: !items.some((item) => isUnread(site, item)),
  }
}

/** What the Regulation itself wants to be put up: 条例第二十条. */
const STATUTORY: ReadonlySet<string> = new Set([
  ...['planning', 'statistics', 'licensing', 'penalties', 'budget', 'fees', 'procurement'],
  ...[
    'majorProjects',
    'emergency',
    'recruitment',
    'publicUtilities',
    'subsidies',
    'socialAssistance',
  ],
  ...['randomInspection', 'powerList', 'enforcement'],
])

/** 请到市财政局二楼查询, 请关注各单位官方网站: whoever wants to read it is sent to an office, or to nowhere. */
const SENDS =
  /(?:请|可|敬请)(?:自行|直接)?(?:前往|前来|到|至|向|来|咨询|联系)[^，。；\n]{0,20}(?:[局办厅室楼处]|大厅|窗口|中心)[^，。；\n]{0,6}(?:查询|查阅|查看|咨询|了解|领取|索取)|(?:请|敬请)(?:自行)?(?:关注|登录|查阅|浏览)各[^，。；\n]{0,20}(?:网站|官网|公众号)/
/** More is said beside it. */
const MOST_BESIDE = 24

/** A column of its own without entries, files and links whose page says no more than where else to ask. */
function sentAway(site: SiteView, column: Column): ReadEntry | null {
  const view = site.pageAt(column.url)
  const { name, topic, url } = column
  if (column.kind !== 'local' || column.items.length + column.children.length > 0) return null
  if (view === null || !isReadWhole(view) || holdsElse(site, view)) return null
  if (!STATUTORY.has(topic?.value ?? '')) return null
  const { links, text, title, trail } = view.page
  const names = new Set([name, title ?? '', ...trail, ...links.map((one) => one.text)].map(squash))
  const lines = text.excerpt.split('\n').map(squash)
  // A menu may stand in one line.
  const own = lines
    .flatMap((line) => (names.has(line) ? [] : line.split(' ')))
    .filter((cell) => !names.has(cell))
    .join('')
  const words = SENDS.exec(own)?.[0]
  if (words === undefined || own.length - words.length > MOST_BESIDE) return null
  const quote = lines.find((line) => line.includes(words)) ?? words
  const place = { url: view.page.url, at: null, quote }
  return { item: { title: name, url, publishedOn: null, firstSeen: null, place }, said: quote }
}

/** Titles that say all that there is: that there was none, or who was appointed. */
const SAYS_ALL =
  /[无零]|没有|未(?:发生|产生|开展|收到|作出|实施)|(?<!\d)0\s*[件宗起个条人]|任命|免去|[任免]职/

/** An own entry that was not had, or not to its end. */
function isUnread(site: SiteView, { url }: ColumnItem): boolean {
  if (url === null || hostOf(url) !== hostOf(site.portal.homeUrl)) return false
  const view = site.pageAt(url)
  return view === null || view.page.truncated || view.page.blocked !== null
}

const FILE = /附件|下载|\.(?:pdf|docx?|xlsx?|ofd|wps|zip|rar)$/i

/** An own article's words beneath its title, where nothing else on its page can hold what it is about. */
function saidBy(site: SiteView, { title, url }: ColumnItem): string | null {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || ownPictures(site, view) > 0 || !hasWordsOnly(site, view)) return null
  // A file that a script opens, or none at all: availability tells of those that do nothing.
  const entries = [
    ...(view.page.bareEntries ?? []),
    ...view.page.links.filter(({ area }) => area === 'other'),
  ]
  if (entries.some(({ text }) => FILE.test(text.trim()))) return null
  // Without even a day, what bears the title alone is read as no article.
  const isBare = view.page.kind.value === 'other' && isNameOnly(site, view)
  return isBare ? '' : wordsBeneath(site, view, title)
}
