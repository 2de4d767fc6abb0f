/**
 * The portal's main columns: what its home page's menu leads to, without other editions, tools and single features. They are
 * what a site map owes.
 */
import { placeKey } from '#base/url'
import type { Column, Place, SiteView } from '#model/site-view'
import { menuTest } from './home-menu.ts'

/** Other editions of the portal, and tools: a map lists columns. */
export const NO_COLUMN =
  /^(?:english|en|eng|rss.*|wap.*|app|英文版?|繁[体體](?:中文|版)?|简体(?:中文|版)?|手机(?:版|端|门户|网站)|移动(?:版|端|门户)|掌上.*|指尖.*|(?:手机|移动|政务)?客户端.*|(?:手机|移动|政务)?APP(?:下载)?|(?:政务)?新媒体(?:矩阵)?|两微一端|(?:[、和与及/]?(?:官方|政务)?(?:微信|微博|抖音|视频号)(?:公众号)?)+|旧版.*|返回旧版|电脑版|无障碍.*|适老.*|长者.*|长辈.*|关怀.*|大字.*|老年.*|(?:.{2,6})?(?:登录|登陆)(?:入口|\/?注册)?|(?:用户|会员|个人|法人|账号)?注册|(?:个人|用户|会员)(?:中心|空间|主页)|我的(?:空间|主页|收藏)|(?:高级|全站|站内)?搜索|检索|智能(?:问答|机器人|客服).*|设为首页|加入收藏|使用帮助|网站声明|隐私(?:声明|保护)|版权声明|关于(?:我们|本站)|联系我们)$/i

const FEATURES = /^(?:热点|重点|网站)?(?:专题|专栏)(?:专栏|专题|集锦|报道)?$/

/**
 * Main columns: local, linked from the home page, without a parent that is linked there too; the home page and the map
 * itself left out. A menu may lead into the middle of a section that the home page does not name.
 */
export function mainColumns(site: SiteView, map: Place): readonly Column[] {
  const home = site.home
  if (home === null) return []
  const skip = new Set([placeKey(home.page.url), placeKey(site.portal.homeUrl), placeKey(map.url)])
  const onHome = (column: Column | undefined): boolean =>
    column?.linkedFrom.some((link) => link.url === home.page.url) === true
  // Single features come and go; the column that gathers them is one of the menu's.
  const inMenu = new Set(
    home.page.links
      .filter(({ text }) => FEATURES.test(text.trim()))
      .map(({ url }) => placeKey(url)),
  )
  const isOfMenu = menuTest(site)
  return site.columns.filter(
    (column) =>
      column.kind === 'local' &&
      !NO_COLUMN.test(column.name.trim()) &&
      !onHome(site.columns.find((one) => one.id === column.parent)) &&
      (column.topic?.value !== 'features' || inMenu.has(placeKey(column.url))) &&
      !skip.has(placeKey(column.url)) &&
      onHome(column) &&
      isOfMenu(column) &&
      // What is not there needs no place on the map.
      site.pageAt(column.url)?.page.kind.value !== 'error' &&
      site.pageAt(column.url) !== null,
  )
}
