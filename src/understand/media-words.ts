/** Words and file names by which a page says that something shows a new-media account (政务新媒体) or the code that leads to it. */
import type { NewMediaEntry } from '#model/site-view'

/** Buttons that post the page to a reader's own account. */
export const SHARE = /分享|转发到|share|service\.weibo\.com|sns\.qzone|connect\.qq\.com|widget/i
export const MEDIA_WORDS: readonly (readonly [RegExp, NewMediaEntry['kind']])[] = [
  [/微博/, 'weibo'],
  [/微信|公众号|小程序/, 'wechat'],
  [/客户端|手机APP|移动APP|APP下载|APP$|^APP/i, 'app'],
  [/新媒体|抖音|快手|头条号|视频号|两微一端/, 'other'],
]
/** Captions of a code may name the account: 扫一扫，关注“某某发布”微信公众号. */
export const MAX_CAPTION = 32

/** A picture without a link (a QR code) whose words name the medium. */
export function mediumShown(label: string): NewMediaEntry['kind'] | null {
  if (SHARE.test(label) || label.length > MAX_CAPTION) return null
  return MEDIA_WORDS.find(([test]) => test.test(label))?.[1] ?? null
}

const CODE_WORDS = /二维码|扫一扫|扫码|扫描/
/** File names of codes. */
const CODE_FILE = /ewm|erwei|qr_?code|(?:^|[/_-])qr|gzh/i

/** Words on a picture that leave it to those beside it to say whose code it is. */
const BARE = /^(?:官方|政务|扫一扫|扫码|扫描|二维码|图片|图)*\d*$/

/** The picture is the code of an account, as its own words or, where it has none, those beside it and its file's name say. */
export function isAccountCode(alt: string | null, caption: string | null, file: string): boolean {
  // 投诉二维码: it says itself what it is the code of.
  if (alt !== null && !BARE.test(alt) && CODE_WORDS.test(alt) && mediumShown(alt) === null)
    return false
  const own = alt !== null && !BARE.test(alt) ? alt : caption
  // An alternative text may be the account's bare name, and the row beside it the medium's.
  const said = [own, caption].find((one) => one !== null && mediumShown(one) !== null)
  if (said == null) return false
  return [said, alt ?? ''].some((one) => CODE_WORDS.test(one)) || CODE_FILE.test(file)
}
