/**
 * Online channels for public opinion (意见征集、民意征集、网上调查) and the form they offer. A channel that only names an
 * e-mail or postal address is `mail-only`; one that could not be read is `unknown`, never `none`.
 */
import { addDays } from '#base/day'
import {
  type Column,
  hiddenByScript,
  type OpinionChannel,
  type PageView,
  type Place,
} from '#model/site-view'
import { isReadable, type SiteIndex } from './site-index.ts'

const TOPIC = 'consultation'
/** Links that open a form (a headline that merely contains the words is longer). */
const TAKE_PART =
  /^(我要|我来|点击|在线|网上)?(参与|提交|填写|发表|留言|建言|提意见|提建议|投票|答题|问卷)(调查|征集|意见|建议|问卷|留言|反馈)?$|^(提交|发表|填写|在线)(意见|建议)|我要(提意见|提建议|参与|建言|留言)|参与(调查|征集)|填写问卷/
/** Words of a call, wherever its own page stands. */
const CALL = /征求|征集|征询|意见|建议|问卷|调查/
/** Services for questionnaires, and forms on one's own letter box, told by their hosts. */
const SURVEY =
  /^https?:\/\/(?:[\w-]+\.)*(?:wjx\.(?:cn|top|com)|wj\.qq\.com|jinshuju\.(?:net|com)|mikecrm\.com|lediaocha\.com|wenjuan\.(?:com|net|in)|credamo\.(?:com|cn)|sojump\.com|diaochapai\.com)(?:[:/?#]|$)/i
/** A code to scan, a letter box or a platform to write in: whether one can answer there is not read. */
const PLACE =
  '(?:通过|登[录陆]|进入|点击|使用|在)[^。\\n]{0,24}(?:信箱|互动|留言|栏目|专栏|平台|系统|小程序|公众号)'
const ELSEWHERE = new RegExp(
  `(?:扫[描码一]|二维码)[^。\\n]{0,20}(?:问卷|意见|建议|填写|参与|答题|投票)|(?:问卷|意见|建议|填写|参与|投票)[^。\\n]{0,20}(?:扫[描码]|二维码)|(?:意见|建议)[^。\\n]{0,16}${PLACE}[^。\\n]{0,10}(?:提出|提交|反馈|发表|填写|反映|留言)|${PLACE}[^。\\n]{0,10}(?:提出|提交|反馈|发表|填写)[^。\\n]{0,10}(?:意见|建议)`,
)
const BY_MAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+|电子邮(箱|件)|信函|邮寄|来信|传真|书面(意见|形式)/

export function readOpinionChannels(
  index: SiteIndex,
  columns: readonly Column[],
): readonly OpinionChannel[] {
  const channels: OpinionChannel[] = []
  for (const column of columns) {
    if (column.topic?.value !== TOPIC || column.topic.sureness < 0.5) continue
    channels.push({ url: column.url, name: column.name, ...formOf(index, column) })
  }
  return channels
}

function formOf(
  index: SiteIndex,
  column: Column,
): Pick<OpinionChannel, 'form' | 'place' | 'calls'> {
  const own = index.viewAt(column.url)
  if (column.kind !== 'local' || own === null || !isReadable(own)) {
    return { form: 'unknown', place: column.linkedFrom[0] ?? column.place }
  }
  const views = [own]
  let unread = 0
  for (const url of callsOf(index, column, own)) {
    const view = index.viewAt(url)
    if (view !== null && isReadable(view)) views.push(view)
    else unread += 1
  }
  for (const view of views) {
    const place = onlineForm(view)
    // A form on the column's own page serves all its calls.
    if (place !== null)
      return { form: 'online', place, ...(view === own ? {} : callsOn(index, views.slice(1))) }
  }
  const scripted = views.some(mayOffer)
  if (scripted || column.coverage === 'partial') return { form: 'unknown', place: column.place }
  const mail = views.find((view) => BY_MAIL.test(view.page.text.excerpt))
  if (mail !== undefined && unread === 0) {
    const quote = BY_MAIL.exec(mail.page.text.excerpt)?.[0] ?? ''
    return { form: 'mail-only', place: { url: mail.page.url, at: mail.page.text.at, quote } }
  }
  return { form: unread > 0 ? 'unknown' : 'none', place: column.place }
}

/** A way to write online that we could not read may be there. */
function mayOffer(view: PageView): boolean {
  return hiddenByScript(view) !== null || ELSEWHERE.test(view.page.text.excerpt) || hasButton(view)
}

/** A page that tells what came of a call, and needs no form. */
const OF_RESULT = /反馈|结果|采纳|情况|结束|公布|汇总/
const MAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+|(?:发|寄|传|报|反馈)[^。\n]{0,12}(?:电子)?邮[箱件]/

/** Calls without a printed end are taken to be over by then. */
const OPEN_DAYS = 60

function isOver({ asOf }: SiteIndex, { page }: PageView): boolean {
  const { closing, publishedOn } = page
  if (closing?.day != null) return closing.day < asOf
  const isOld = publishedOn !== null && addDays(publishedOn.value, OPEN_DAYS) < asOf
  return closing?.state === 'closed' || isOld
}

function callsOn(index: SiteIndex, views: readonly PageView[]): Pick<OpinionChannel, 'calls'> {
  const online = views.filter((view) => onlineForm(view) !== null)
  // Where forms are taken away when their time is over, a call of the past may have had one.
  const stay = online.some((view) => isOver(index, view))
  const byMail = views.flatMap((view) => {
    const { page } = view
    const title = page.title ?? ''
    const quote = MAIL.exec(page.text.excerpt)?.[0]
    const plain =
      page.kind.value === 'article' &&
      page.frames.length === 0 &&
      !page.truncated &&
      !mayOffer(view) &&
      (stay || !isOver(index, view))
    if (quote === undefined || !plain || online.includes(view)) return []
    if (!CALL.test(title) || OF_RESULT.test(title)) return []
    return [{ title, place: { url: page.url, at: page.text.at, quote } }]
  })
  return { calls: { online: online.length, byMail } }
}

/** Addresses of the calls: the column's entries; where none were told apart (a single row), what it links beneath itself. */
function callsOf(index: SiteIndex, column: Column, own: PageView): readonly string[] {
  const items = column.items.flatMap(({ url }) => (url === null ? [] : [url]))
  const beneath = index.keyOf(column.url).replace(/[^/]*$/, '')
  const links = own.page.links
    .filter(({ area, url }) => {
      const key = index.keyOf(url)
      return area !== 'nav' && area !== 'footer' && area !== 'trail' && key.startsWith(beneath)
    })
    .map(({ url }) => url)
  const calls = own.page.links
    .filter(({ area, text }) => /^(?:main|list|other)$/.test(area) && CALL.test(text))
    .map(({ url }) => url)
  return [...new Set(items.length > 0 ? items : [...links, ...calls])]
    .filter((url) => index.keyOf(url) !== index.keyOf(column.url))
    .slice(0, 30)
}

/** An entry that a script answers and that says what it is for. */
function hasButton({ page }: PageView): boolean {
  return (page.bareEntries ?? []).some(({ text }) =>
    /^(?:我要|我来|点击|在线)?(?:发表|提交|填写|参与|提出|提)(?:意见|建议|征集|调查|投票|问卷)|我有话说/.test(
      text.trim(),
    ),
  )
}

function onlineForm(view: PageView): Place | null {
  const { page } = view
  if (page.kind.value === 'form') {
    return { url: page.url, at: page.text.at, quote: page.title ?? '在线表单' }
  }
  if (page.writingBox) {
    const { at, quote } = page.writingBox
    return { url: page.url, at, quote }
  }
  const link = page.links.find(
    ({ area, text, url }) =>
      (area === 'main' || area === 'other') &&
      (TAKE_PART.test(text.trim()) || (text.trim() !== '' && SURVEY.test(url))),
  )
  return link === undefined ? null : { url: page.url, at: link.at, quote: link.text }
}
