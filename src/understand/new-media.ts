/**
 * Links and code pictures that lead to the unit's new-media accounts (政务新媒体: 微博、微信、客户端), looked for on the home page and on
 * new-media columns. Share buttons, which post the page to a reader's own account, are not accounts.
 */
import { hostOf } from '#base/url'
import type { PageLink } from '#model/page'
import type { Column, NewMediaEntry, PageView } from '#model/site-view'
import { visitsOf } from './link-targets.ts'
import { MAX_CAPTION, MEDIA_WORDS, mediumShown, SHARE } from './media-words.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

const HOSTS: readonly (readonly [RegExp, NewMediaEntry['kind']])[] = [
  [/(^|\.)weibo\.(com|cn)$/, 'weibo'],
  [/^(e\.)?t\.qq\.com$/, 'weibo'],
  [/^(mp\.weixin|weixin)\.qq\.com$/, 'wechat'],
  [/(^|\.)(douyin|kuaishou|toutiao|bilibili|iesdouyin|chenzhongtech)\.com$/, 'other'],
]
const FRONT =
  /^https?:\/\/(?:www\.|m\.|mp\.)?(?:weibo\.(?:com|cn)|weixin\.qq\.com|douyin\.com|kuaishou\.com|toutiao\.com|bilibili\.com)\/?$/i
/** Longer texts are headlines that mention a medium. */
const MAX_LABEL = 14

export function readNewMedia(
  index: SiteIndex,
  columns: readonly Column[],
): readonly NewMediaEntry[] {
  const views: PageView[] = index.home === null ? [] : [index.home]
  for (const column of columns) {
    if (column.topic?.value !== 'newMedia') continue
    const view = index.viewAt(column.url)
    if (view !== null && isReadable(view) && !views.includes(view)) views.push(view)
  }
  const entries: NewMediaEntry[] = []
  const seen = new Set<string>()
  for (const view of views) {
    for (const link of view.page.links) {
      const kind = mediumOf(link)
      if (kind === null || seen.has(`${kind}\0${link.url}`)) continue
      seen.add(`${kind}\0${link.url}`)
      const label = link.text === '' ? (link.title ?? link.url) : link.text
      entries.push({ kind, label, place: { url: view.page.url, at: link.at, quote: label } })
    }
    for (const { alt, caption, at, code, url } of view.page.pictures ?? []) {
      for (const label of [alt, caption]) {
        const kind = label === null ? null : mediumShown(label)
        if (label === null || kind === null || seen.has(`${kind}\0${label}`)) continue
        seen.add(`${kind}\0${label}`)
        const place = { url: view.page.url, at, quote: label }
        const shown =
          code === true && url !== null ? { code: { url, ...visitsOf(index, url) } } : {}
        entries.push({ kind, label, place, ...shown })
        break
      }
    }
  }
  if (entries.length === 0 && index.home !== null) entries.push(...toldAt(index.home))
  if (entries.length === 0) entries.push(...onInnerPages(index))
  return entries
}

/** 微信号：某某, or a heading like 两微一端 on a page with pictures that no words explain: its codes. */
function toldAt({ page }: PageView): readonly NewMediaEntry[] {
  const bare = (page.pictures ?? []).some(({ alt, caption }) => !alt?.trim() && !caption?.trim())
  for (const line of page.text.excerpt.split('\n')) {
    const words = line.trim()
    if (words.length > MAX_CAPTION || SHARE.test(words)) continue
    if (!NUMBER.test(words) && !(bare && HEADING.test(words))) continue
    const kind = MEDIA_WORDS.find(([test]) => test.test(words))?.[1] ?? 'other'
    return [{ kind, label: words, place: { url: page.url, at: page.text.at, quote: words } }]
  }
  return []
}

const NUMBER =
  /^(?:官方|政务)?(?:微信|公众|微博|视频|抖音|头条|快手)号(?:名称)?[：:] ?[\p{Script=Han}\w-]{2,20}$/u
const HEADING =
  /^(?:官方|政务|本局|我局)?(?:两微(?:一端|多端)?|微信|微博|公众号|新媒体|客户端|抖音号?|视频号)(?:公众号|公众平台|矩阵|平台|二维码)?$|^(?:请|欢迎|扫码|扫一扫|扫描)*[，,]?关注[^，。]{0,16}(?:微信|公众号|微博|客户端|视频号|抖音号?)$/

/**
 * Accounts named on pages behind a home page that shows none (联系我们): links to a medium and codes that say so. Of
 * articles only those that were set up rather than published, which the home page's menu or foot leads to.
 */
function onInnerPages(index: SiteIndex): readonly NewMediaEntry[] {
  const led = new Set(
    (index.home?.page.links ?? []).flatMap(({ area, url }) =>
      area === 'nav' || area === 'footer' ? (index.viewAt(url) ?? []) : [],
    ),
  )
  for (const view of index.views) {
    if (view === index.home || !isReadable(view)) continue
    const { page } = view
    if (page.kind.value === 'article' && !led.has(view) && !FIXTURE.test(page.title ?? '')) continue
    const found = view.page.links.flatMap((link): readonly NewMediaEntry[] => {
      const kind = link.area === 'list' ? null : mediumOf(link)
      const says =
        MEDIA_WORDS.some(([test]) => test.test(link.text)) && link.text.length <= MAX_LABEL
      if (kind === null || !says || index.isInternal(link.url)) return []
      return [
        { kind, label: link.text, place: { url: view.page.url, at: link.at, quote: link.text } },
      ]
    })
    const told = ACCOUNT.exec(page.text.excerpt)?.[0] ?? null
    const codes = (page.pictures ?? []).flatMap(({ alt, caption, url, at }) => {
      const words = [alt, caption].find((one) => one !== null && CODE.test(one)) ?? null
      const isCode = words !== null || CODE_FILE.test(url ?? '')
      // A code without words is the account's that the page names.
      const label = words !== null && mediumShown(words) !== null ? words : isCode ? told : null
      const kind = label === null ? null : mediumShown(label)
      if (label === null || kind === null) return []
      return [{ kind, label, place: { url: view.page.url, at, quote: label } }]
    })
    if (found.length + codes.length > 0) return [...found, ...codes]
  }
  return []
}

/** Words of a picture that is a code to follow an account. */
const CODE = /二维码|扫一扫|扫码/
const CODE_FILE = /ewm|erweima|qr_?code/i
/** 官方微信公众号：某某发布. */
const ACCOUNT =
  /(?:官方|政务)?(?:微信公众号|微信|公众号|微博|抖音号?|视频号|客户端)(?:名称)?[：:] ?[\p{Script=Han}\w]{2,14}/u
const FIXTURE =
  /^(?:联系(?:我们|方式|本站)|关于(?:我们|本站)|关注我们|(?:政务)?新媒体(?:矩阵|导航)?)$/

function mediumOf(link: PageLink): NewMediaEntry['kind'] | null {
  const label = `${link.text} ${link.title ?? ''}`.trim()
  if (SHARE.test(label) || SHARE.test(link.url)) return null
  let host = ''
  try {
    host = hostOf(link.url)
  } catch {
    return null
  }
  const byHost = HOSTS.find(([test]) => test.test(host))
  if (byHost !== undefined) {
    // The medium's own front page is nobody's account.
    if (FRONT.test(link.url)) return null
    // A single WeChat article is not the account, unless the label says that it is.
    if (byHost[1] === 'wechat' && link.area === 'list') return null
    return byHost[1]
  }
  if (link.area === 'list' || label.length > MAX_LABEL) return null
  return MEDIA_WORDS.find(([test]) => test.test(label))?.[1] ?? null
}
