/**
 * Where the doors to new-media accounts lead: the platforms' own fronts, which are nobody's account, told from friends' links;
 * whose they say they are; and papers of the portal in which it says that an account is closed.
 */
import { isElsewhere } from '#base/place-names'
import { hostOf, pathOf } from '#base/url'
import type { Page, PageLink } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

/** Hosts of the platforms themselves, and the addresses on them that are nobody's account. */
const PLATFORM =
  /^(?:www\.|m\.|mp\.|v\.|e\.|live\.)*(?:weibo\.(?:com|cn)|t\.qq\.com|weixin\.qq\.com|douyin\.com|kuaishou\.com|toutiao\.com|bilibili\.com|xiaohongshu\.com|channels\.weixin\.qq\.com)$/i
const FRONT_PATH = /^\/(?:index\.\w+|home|login(?:\.php)?|newlogin|signup)?\/?(?:[?#].*)?$/i
/** The platform's name and nothing else, as friends' links print it. */
const PLATFORM_NAME =
  /^(?:新浪|腾讯|人民|今日|官方)?(?:微博|头条|抖音|快手|微信|B站|哔哩哔哩|小红书|视频号)(?:网|平台|首页)?$/
const MEDIA = /微信|微博|公众号|客户端|APP|新媒体|抖音|快手/i
/** So near stand links of one block. */
const NEAR = 400
const LEAST_FRIENDS = 2

/** The medium's own front page. */
export function isFront(url: string): boolean {
  return URL.canParse(url) && PLATFORM.test(hostOf(url)) && FRONT_PATH.test(pathOf(url))
}

export const doorWords = ({ text, title }: PageLink): string => `${text} ${title ?? ''}`.trim()

/** A platform named bare, amid links to other people's pages. */
export function isFriend({ url, links }: Page, one: PageLink): boolean {
  if (!PLATFORM_NAME.test(one.text.trim())) return false
  const friends = links.filter(
    (link) =>
      Math.abs(link.at[0] - one.at[0]) < NEAR &&
      !MEDIA.test(doorWords(link)) &&
      link.text !== '' &&
      URL.canParse(link.url) &&
      hostOf(link.url) !== hostOf(url),
  )
  return friends.length >= LEAST_FRIENDS
}

export interface Closed {
  readonly view: PageView
  readonly name: string
  /** 微博, 公众号 …, as the paper calls it. */
  readonly medium: string
  readonly quote: string
}

const CLOSES = /注销|关停|关闭|停用|停止(?:更新|运营|使用|运行)|停更/
const NAMED =
  /[“「"《](?<name>[\p{Script=Han}\w]{2,16})[”」"》](?:[（(][^（()）]{0,12}[)）])?(?:官方|政务)?(?<medium>新浪微博|微博|微信公众号|公众号|抖音号?|快手号?|头条号|今日头条号?|视频号|客户端)/u

/** Papers that say in their titles that an account is closed, and name it. */
export function closedAccounts(site: SiteView): readonly Closed[] {
  return site.pages.flatMap((view): readonly Closed[] => {
    const { kind, title, text, publishedOn } = view.page
    if (kind.value !== 'article' || title === null || !CLOSES.test(title)) return []
    if (publishedOn === null || publishedOn.value > site.asOf || /拟|征求/.test(title)) return []
    const found = NAMED.exec(title) ?? NAMED.exec(text.excerpt)
    const { name, medium } = found?.groups ?? {}
    if (found === null || name === undefined || medium === undefined) return []
    return [
      { view, name, medium: medium.replace(/^新浪|^微信(?=公众号)|号$/g, ''), quote: found[0] },
    ]
  })
}

const BODY =
  /[\p{Script=Han}]{2,4}[县区旗州市](?!场|政|容|民)[\p{Script=Han}]{0,12}?(?:局|委员会|人民政府|办公室|中心|发布|融媒)/u

/** A body of another county, district or city than the portal's, by its own name. */
export function foreignBody({ agency, portal }: SiteView, words: string): string | null {
  const body = BODY.exec(words)?.[0]
  return body !== undefined && isElsewhere(body, [agency.name, portal.name]) ? body : null
}
