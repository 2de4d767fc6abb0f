/**
 * Does the home page offer an entry to an accessible or elder-friendly version (无障碍、适老化), and does it lead anywhere?
 * Whether what stands behind it works is for other questions.
 */
import { placeKey } from '#base/url'
import {
  citePage,
  defineCheck,
  isGoneTwice,
  partly,
  type Rests,
  WHOLE,
  wordlessDoors,
} from '#engine/define-check'
import {
  type AccessibilityView,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

export const entryMissing = defineCheck({
  id: 'accessibility/entry-missing',
  revision: 4,
  title: '首页是否有无障碍或适老化入口',
  question: '首页是否提供无障碍浏览、长者助手、适老版等入口？',
  basis: [
    {
      document: '国办公开办函〔2021〕28号',
      clause: '政府网站适老化与无障碍改造（只见题名，未核对原文）',
    },
    {
      document: '《互联网网站适老化通用设计规范》工业和信息化部 2021年4月',
      clause: '提供适老化版本或辅助功能（二手，未核对原文）',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {},
  outcomes: {
    present: { verdict: 'pass', message: '首页有入口“{label}”' },
    'markup-only': {
      verdict: 'unsure',
      message: '首页源代码里有入口“{label}”（说明文字或脚本），没有看见文字或图片入口',
      ask: '打开首页，能看到无障碍或适老化入口（含图片按钮、浮窗）吗？',
    },
    'leads-nowhere': {
      verdict: 'fail',
      message: '首页的入口“{label}”{why}',
      ask: '在浏览器中点这个入口，是否确实打不开无障碍或适老化版本？',
    },
    missing: {
      verdict: 'fail',
      message: '首页没有找到无障碍或适老化入口',
      claimsAbsence: true,
      ask: '打开首页，能看到无障碍或适老化入口（含图片按钮、浮窗）吗？',
    },
  },
  example: '首页顶部有“长者助手”按钮：present。',
  *run(site) {
    const { home } = site
    if (home === null) return
    const subject = '无障碍与适老化入口'
    const rendered = site.accessibility.find((one) => placeKey(one.url) === placeKey(home.page.url))
    const entries = entriesOf(home, rendered)
    const entry = entries.find((one) => one.visible) ?? entries[0]
    const why = rendered?.entry ? null : whyNowhere(site, home)
    if (entry && why !== null)
      yield {
        outcome: 'leads-nowhere',
        subject,
        facts: { label: entry.place.quote, why },
        evidence: [entry.place],
        coverage: WHOLE,
      }
    else if (entry) {
      const outcome = entry.visible ? 'present' : 'markup-only'
      yield { outcome, subject, facts: { label: entry.place.quote }, evidence: [entry.place] }
    } else
      yield {
        outcome: 'missing',
        subject,
        evidence: [citePage(home)],
        coverage: restsOn(site, home, rendered),
      }
  },
})

/** Why the entry that the page's own markup has opens nothing; null where it may. */
function whyNowhere(site: SiteView, { page }: PageView): string | null {
  const { accessibilityEntry: entry, bareEntries = [], furniture } = page
  if (entry === null) return null
  if (entry.url !== null) {
    const key = placeKey(entry.url)
    const target = site.links.find(({ url }) => placeKey(url) === key)
    return target !== undefined && isGoneTwice(target) ? '所指的地址两次访问都不存在' : null
  }
  const bare = bareEntries.find(({ at }) => at[0] <= entry.at[0] && entry.at[1] <= at[1])
  const isUnanswered = furniture?.readWhole === true && furniture.clicks !== true
  return bare?.inert === true && isUnanswered ? '是空链接，页面上没有脚本应答，点了没有反应' : null
}

function entriesOf(
  home: PageView,
  rendered: AccessibilityView | undefined,
): { visible: boolean; place: Place }[] {
  const found: { visible: boolean; place: Place }[] = []
  const { accessibilityEntry } = home.page
  if (accessibilityEntry) {
    const { label, at, where } = accessibilityEntry
    const place: Place = { url: home.page.url, at, quote: label }
    found.push({ visible: where === 'visible', place })
  }
  if (rendered?.entry) {
    const { label, at, where } = rendered.entry
    const place: Place = { url: home.page.url, at, quote: label, capture: rendered.capture.id }
    found.push({ visible: where === 'visible', place })
  }
  return found
}

/** Most such entries are written by a script file: where the page loads one only a browser sees that there is none. */
function restsOn(site: SiteView, home: PageView, rendered: AccessibilityView | undefined): Rests {
  const isWhole = home.page.furniture?.readWhole === true
  if (rendered === undefined && home.capture.via === 'http' && !isWhole)
    return partly('没有用浏览器看过首页，入口可能由脚本写出')
  const hidden = hiddenByScript({ ...home, capture: rendered?.capture ?? home.capture })
  if (hidden !== null) return partly(hidden)
  const doors = wordlessDoors(site, home)
  return doors > 0 ? partly(`首页有 ${doors} 个没有文字的图片入口`) : WHOLE
}
