/**
 * What the notice of a call for comments (征求意见公告) must tell whoever would answer: from when until when, and by what way. Of
 * pages read whole that have no other file than drafts; a list that calls running what has ended is told too.
 */
import { dayOf, makeDay } from '#base/day'
import { squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Consultation, PageView, Place, SiteView } from '#model/site-view'
import { viewsOf } from './elements.ts'
import { isReadWhole } from './hollow-pages.ts'

/** Files that say nothing of the procedure: the draft, its explanation, a form to answer in. */
const DRAFT_FILE = /草案|征求意见|送审|讨论稿|起草|编制|说明|解读|反馈表|意见表|附图|《/
/** Some way, or that it is told elsewhere. */
const WAYS =
  /@|邮箱|邮件|邮寄|邮编|信函|来信|来函|书面|传真|电话|联系|致电|拨打|在线|网上|线上|留言|登录|登陆|平台|提交|点击|链接|公众号|微信|扫码|二维码|地址|窗口|寄[送至到]|发送|报送|反馈至|交至|送至|问卷/
/** Something that may be a time. */
const TIMES =
  /截[止至]|期限|起止|时间|日期|为期|[日天]内|以前|之前|[\d日天号]前|至\s*(?:20\d\d年)?\d{1,2}月|个?工作日|[\d一二三四五六七八九十]+\s*(?:日|天|个?月)(?:内|以内)?/
/** When the notice itself was put up and signed. */
const OWN_DAY =
  /(?:(?:发布|发文|公开|成文|更新)(?:时间|日期)|来源|浏览|点击)[:：][^\n]*|^\s*20\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$/gm
/** What it was asked: not what came of it, and no summary told by the news. */
const ASKS =
  /公开征(?:求|集)|征(?:求|集|询)(?:意见|社会|公众|.{0,12}意见)|听取.{0,12}意见|(?:意见|建议)(?:的)?(?:征求|征集)/
const ENDED = /结果|反馈|采纳|情况|汇总|截止|结束|延[期长]/

type NoticeFault = 'no-period' | 'no-way'

interface FaultyNotice {
  readonly call: Consultation
  readonly place: Place
}

/** Notices that say nothing of a time, and those that name no way to answer. */
export function noticesLacking(
  site: SiteView,
  from: CivilDay,
): Readonly<Record<NoticeFault, readonly FaultyNotice[]>> {
  const found = site.consultations.flatMap((call) => {
    const view = site.pageAt(call.url)
    const { publishedOn, title } = call
    if (view === null || publishedOn === null || publishedOn < from) return []
    if (ENDED.test(title) || !isPlain(site, view)) return []
    const text = view.page.text.excerpt.replaceAll(title, '').replace(OWN_DAY, '')
    if (!ASKS.test(text) && !ASKS.test(title)) return []
    const place = { url: call.url, at: null, quote: title }
    // What tells how it ended asks nobody any more.
    const isSummedUp = call.feedback?.url === call.url
    const isTimed = call.closesOn !== null || call.state !== 'unknown' || TIMES.test(text)
    return [
      ...(isTimed ? [] : [{ kind: 'no-period' as const, call, place }]),
      ...(WAYS.test(text) || isSummedUp ? [] : [{ kind: 'no-way' as const, call, place }]),
    ]
  })
  return {
    'no-period': found.filter(({ kind }) => kind === 'no-period'),
    'no-way': found.filter(({ kind }) => kind === 'no-way'),
  }
}

/** Where to answer: it leads to a form, and to no notice. */
const ANSWERS =
  /^(?:点击|立即|我要)?(?:在线|网上)?(?:提交|留言|写信|反馈|参与|填写|提意见)(?:意见|建议|入口)*$/
/** Read whole; no form, frame or picture, no link of its own, no file but drafts. */
function isPlain(site: SiteView, view: PageView): boolean {
  const {
    attachments,
    frames,
    pictures = [],
    links,
    writingBox,
    fillable,
    kind,
    bareEntries = [],
  } = view.page
  const files = new Set(attachments.map(({ url }) => url))
  const frame = new Set((site.home?.page.bareEntries ?? []).map(({ text }) => text))
  return (
    kind.value === 'article' &&
    isReadWhole(view) &&
    frames.length === 0 &&
    !pictures.some(({ inBody }) => inBody) &&
    writingBox == null &&
    fillable === undefined &&
    bareEntries.every(({ text }) => frame.has(text)) &&
    attachments.every(({ title }) => DRAFT_FILE.test(title)) &&
    !links.some(({ area, text, url }) => area === 'main' && !files.has(url) && !ANSWERS.test(text))
  )
}

const DAY = '(20\\d\\d)\\s?[年.\\-/]\\s?(\\d{1,2})\\s?[月.\\-/]\\s?(\\d{1,2})\\s?日?'
const PERIOD = new RegExp(
  `(?:时间|日期|期限|期间|起止|自|从)[^\\n。；\\d]{0,8}${DAY}\\s?(?:\\d{1,2}[:：]\\d{2})?\\s?起?\\s?(?:至|到|—+|-+|－|~|～)\\s?${DAY}`,
  'g',
)

interface Period {
  readonly from: CivilDay
  readonly to: CivilDay
  readonly quote: string
}

function periodsIn(text: string): readonly Period[] {
  return [...text.matchAll(PERIOD)].flatMap(([quote, ...parts]) => {
    const [y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0] = parts.map(Number)
    const [from, to] = [makeDay(y, m, d), makeDay(y2, m2, d2)]
    return from === null || to === null ? [] : [{ from, to, quote: squash(quote) }]
  })
}

/** Calls whose period ends before it begins, as the page prints both. */
export function periodsReversed(
  site: SiteView,
): readonly (FaultyNotice & { readonly said: string })[] {
  return site.consultations.flatMap((call) => {
    const text = site.pageAt(call.url)?.page.text.excerpt ?? ''
    const wrong = periodsIn(text).find(({ from, to }) => to < from)
    return wrong === undefined
      ? []
      : [{ call, said: wrong.quote, place: { url: call.url, at: null, quote: wrong.quote } }]
  })
}

const RUNNING = /(?:征集|进行|征求)中|正在(?:征集|进行|征求)|未(?:结束|截止)/
/** A line of its own on the page of the call. */
const STATE =
  /(?:^|\n)[ \t]*((?:征集|活动|当前)?(?:状态|进度)\s*[：:]\s*(?:征集中|进行中|正在(?:征集|进行)))[ \t]*(?=\n|$)/
const BOTH_DAYS = new RegExp(
  `${DAY}\\s?(?:\\d{1,2}[:：]\\d{2})?\\s?起?\\s?(?:至|到|—+|-+|－|~|～)\\s?${DAY}`,
)

/** Rows of the lists of calls, and pages of calls, that say a call is running whose last day, printed beside it, has passed. */
export function saidRunning(
  site: SiteView,
  topic: string,
  asOf: CivilDay,
): readonly { readonly quote: string; readonly place: Place }[] {
  const views = new Set(site.columnsOf(topic).flatMap((column) => viewsOf(site, column)))
  const own = site.consultations.flatMap(({ url }) => site.pageAt(url) ?? [])
  return [...new Set([...views, ...own])].flatMap(({ page, capture }) => {
    const seen = dayOf(capture.at)
    const last = seen < asOf ? seen : asOf
    const call = site.consultations.find(({ url }) => site.pageAt(url)?.page === page)
    const state = (call?.closesOn ?? last) < last ? STATE.exec(page.text.excerpt)?.[1] : undefined
    if (state !== undefined) {
      const quote = squash(state)
      return [{ quote: `${page.title ?? ''} ${quote}`, place: { url: page.url, at: null, quote } }]
    }
    return page.text.excerpt.split('\n').flatMap((line) => {
      const words = squash(line)
      const [period, , , , year, month, day] = BOTH_DAYS.exec(words) ?? []
      const to =
        period === undefined
          ? endInCells(words, page.text.excerpt)
          : makeDay(Number(year), Number(month), Number(day))
      if (to === null || to >= last || words.length > LONGEST_ROW || !RUNNING.test(words)) return []
      return [{ quote: words, place: { url: page.url, at: null, quote: words } }]
    })
  })
}

/** A column of last days, or a last day behind its label. */
const ENDS = /(?:截止|结束|终止)(?:时间|日期|日)?/
const ENDS_ON = new RegExp(
  `(?:截止|结束|终止)(?:时间|日期|日)?\\s?[：:]?\\s?(?:于|到|至)?\\s?${DAY}`,
)
const ALL_DAYS = new RegExp(DAY, 'g')
const STATED = /(?:^|\s|[[【（(])(?:征集中|进行中|正在(?:征集|进行)|征求中)(?=$|\s|[\]】）)])/

/** 2026-08-01 | 2026-08-31 | 进行中: cells below a head that names the last day, which is the later of the two. */
function endInCells(row: string, text: string): CivilDay | null {
  if (!STATED.test(row)) return null
  const [, ...told] = ENDS_ON.exec(row) ?? []
  const days = [...row.matchAll(ALL_DAYS)].map(([, ...parts]) => parts)
  const isHeaded = text.split('\n').some((line) => !/\d/.test(line) && ENDS.test(line))
  const cells = told.length > 0 ? [told] : days.length === 2 && isHeaded ? days : []
  const all = cells.flatMap(([y, m, d]) => makeDay(Number(y), Number(m), Number(d)) ?? [])
  return all.sort().at(-1) ?? null
}

/** A row, and no text that speaks of several. */
const LONGEST_ROW = 160
