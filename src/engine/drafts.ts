/**
 * What a call for comment on a decision puts up: its draft and the explanation of it, on its own page and in the entries about
 * the same matter beside it. What is owed is the check's business.
 */
import { compareForm, standsInOrder } from '#base/text'
import type { SiteView } from '#model/site-view'
import { articlesOn, hasPoints, isBareCall, isOfFrame, matterLength, pointsOn } from './calls.ts'
import { isGovernment, isTown, type TitledItem, textsOf } from './searched.ts'

export const CALL =
  /(征求|征集|听取).{0,40}(意见|建议)|意见.{0,4}征集|征求意见稿|(草案|送审稿).{0,10}(公示|公告|说明)|听证(会|公告)|公开听证/
/** What came of a call: it names the draft, and holds none. */
const OUTCOME = /反馈|结果|采纳/
/** An item that is itself the explanation of a draft. */
export const IS_EXPLANATION =
  /(?:草案|征求意见稿|送审稿|起草|编制|修订|制定|》)[)）”》]*(?:的|有关|情况)*(?:起草|编制|修订|制定)?说明$/
const EXPLAINED =
  /起草说明|编制说明|制定说明|修订说明|有关说明|草案的?说明|起草背景|制定背景|必要性|起草过程/
/** `草案全文：`, `征求意见稿如下：`: the draft stands in the text itself, however short it is. */
const WRITTEN_OUT =
  /(?:草案|征求意见稿|送审稿)(?:的)?(?:全文|正文|内容|文本)?(?:如下|附后)?[：:]\s*\S|附(?:件|录)?\d?[：:]?\s?(?:草案|征求意见稿|送审稿)(?:的)?(?:全文|正文|文本)\s*\n\s*\S|(?:^|\n)\s*(?:正文|全文)\s*[：:]\s*\S/
/** So much beside the procedure is the draft, whatever its make; less of it only where it is made of articles or points. */
const DRAFT_LENGTH = 800
const POINTS_LENGTH = 150

const ABOUT =
  /[（(][^（()）]*(?:稿|草案|修订|修改)[^（()）]*[）)]|关于|公开|向社会|征求|征集|听取|草案|征求意见稿|送审稿|的?(?:起草|编制|修订|制定)?说明$|意见(?:建议)?|公告|公示|通告|通知|的/g

/** What a call or a piece of it is about: the document in 《》, else the title without the words of the procedure. */
function matterOf({ item }: TitledItem): string {
  const named = /《(.+?)》/.exec(item.title)?.[1] ?? item.title
  return compareForm(named.replace(ABOUT, ''))
}

/** Of several entries about one matter the first: notice and draft put up side by side are one call. */
export function eachMatter<T extends TitledItem>(calls: readonly T[]): readonly T[] {
  return [...new Map([...calls].reverse().map((one) => [matterOf(one), one])).values()].reverse()
}

const LEAST_MATTER = 4

/** 网约车管理实施细则 is 某市网络预约出租汽车经营服务管理实施细则. */
const isShort = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= LEAST_SHORT &&
  one.at(-1) === other.at(-1) &&
  (standsInOrder(one, other) || standsInOrder(other, one))
const LEAST_SHORT = 6

/** Other entries about the same matter. */
export function piecesOf(call: TitledItem, pieces: readonly TitledItem[]): readonly TitledItem[] {
  const matter = matterOf(call)
  if (matter.length < LEAST_MATTER) return []
  return pieces.filter((one) => {
    const other = matterOf(one)
    const isSame =
      other.length >= LEAST_MATTER &&
      (other.includes(matter) || matter.includes(other) || isShort(matter, other))
    return isSame && one.item !== call.item
  })
}

const DRAFT = /草案|征求意见稿|送审稿/
/** 关于《某办法》公开征求意见的公告 puts up a draft as well, whatever its title calls it; a questionnaire does not. */
const ON_PAPER =
  /《[^》]{2,60}(?:办法|规定|规则|细则|条例|方案|规划|计划|意见|措施|标准|通告|决定)(?:[（(][^）)]*[）)])?》.{0,16}(?:征求|征集|听取)|(?:征求|征集|听取).{0,6}《[^》]{2,60}(?:办法|规定|规则|细则|条例|方案|规划|计划|意见|措施|标准|通告|决定)(?:[（(][^）)]*[）)])?》/

export function namesDraft(title: string): boolean {
  return DRAFT.test(title) || ON_PAPER.test(title)
}

export const NO_DRAFT = '没有读到草案'
/** What of a call's draft and explanation was not seen, on its own page and in the entries beside it; null when both were. */
export function lackingOf(
  site: SiteView,
  { item }: TitledItem,
  pieces: readonly TitledItem[],
): string | null {
  // The call again, in another list or under another address, is no piece of it.
  const before = pieces.filter(
    (one) =>
      !OUTCOME.test(one.item.title) &&
      one.item.url !== item.url &&
      !(CALL.test(one.item.title) && isBareCall(site, one.item.url)),
  )
  const urls = [item, ...before.map((one) => one.item)].flatMap(({ url }) => url ?? [])
  const views = urls.flatMap((url) => site.pageAt(url) ?? [])
  const pages = views.map(({ page }) => page)
  const explains = before.some((one) => IS_EXPLANATION.test(one.item.title))
  if (item.url === null || site.pageAt(item.url) === null) return '没有读到'
  const titles = pages
    .flatMap((page) => [
      ...page.attachments.map((file) => file.title),
      ...page.links
        .filter(({ area, text, url }) => !isOfFrame(site, area, url) && text !== item.title)
        .map(({ text }) => text),
    ])
    .filter((title) => !OUTCOME.test(title))
  const draft =
    pages.some((page) => page.attachments.length > 0) ||
    views.some(
      (view) =>
        matterLength(view) >= DRAFT_LENGTH ||
        articlesOn(view) >= 2 ||
        pointsOn(view) >= 3 ||
        (hasPoints(view) && matterLength(view) >= POINTS_LENGTH),
    ) ||
    titles.some((title) => DRAFT.test(title)) ||
    before.some((one) => DRAFT.test(one.item.title) && !IS_EXPLANATION.test(one.item.title))
  const texts = urls.flatMap((url) => textsOf(site, url))
  const written = draft || texts.some((text) => WRITTEN_OUT.test(text))
  const explained = explains || [...texts, ...titles].some((text) => EXPLAINED.test(text))
  if (!written) return NO_DRAFT
  return explained || !isGovernment(site) || isTown(site) ? null : '没有读到说明'
}
