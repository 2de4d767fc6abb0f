/**
 * Is there an entry to automatic question answering (智能问答、政策问答平台)? Found by the words of links, pictures and
 * script entries on the home page, by a column, or by the page itself; a robot before a store of questions and answers
 * (政策问答库), and such a store that is a plain list answers nobody. Such entries are often written by script, so one not
 * seen is asked about; whether it answers well is for a person.
 */
import {
  citeColumn,
  citePage,
  defineCheck,
  hollowWords,
  isBlankColumn,
  isGone,
  isTown,
  outOfServicePage,
  shownAtHome,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { hiddenByScript, type LinkVisit, type Place, type SiteView } from '#model/site-view'

const SUBJECT = '智能问答入口'
const ROBOT =
  /智能(?:问答|客服|机器人|咨询|助手|服务|应答|小助手)|(?:AI|ＡＩ|数字人|虚拟)(?:问答|助手|客服|咨询)|机器人|智能[\u4e00-\u9fff]{1,2}问|在线客服|[\u4e00-\u9fff](?:智答|智问)$|^小[\u4e00-\u9fff]{1,2}(?:问答|答疑)$|^(?:问|找)小[\u4e00-\u9fff]$|^小[\u4e00-\u9fff](?:帮办|客服|助手|为您?服务)$/i
/** A store of questions and their answers, or the platform that answers from it. */
const STORE = /政策问答|问答(?:平台|知识库|库)/
/** What such a page is called, and nothing else. */
const NAME =
  /^(?:我要|在线|政务|[\u4e00-\u9fff]{0,4})?(?:智能(?:问答|客服|机器人|咨询|助手|应答|小助手)|政策问答|智能政策问答|智能[\u4e00-\u9fff]{1,2}问|在线客服|机器人问答)(?:平台|系统|服务|入口|库)?$/
/** Headlines carry the words too. */
const LONGEST = 14

export const answerEntryMissing = defineCheck({
  id: 'interaction/answer-entry-missing',
  revision: 11,
  title: '是否有智能问答入口',
  question: '首页或互动交流页面能否找到智能问答、政策问答平台的入口？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause: '智能问答：提供实时智能问答功能，20%（部门50%）',
    },
    {
      document: '随州市2023年政务公开考核方案 附件1（县级政府）',
      clause: '政策问答库：建设统一的智能化政策问答平台',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    present: { verdict: 'pass', message: '有智能问答入口：{words}' },
    suspended: {
      verdict: 'fail',
      message: '智能问答入口（{words}）打开后写着“{said}”，不能提问',
      ask: '智能问答是否确实停用，什么时候恢复？',
    },
    dead: {
      verdict: 'fail',
      message: '智能问答入口（{words}）两次访问都打不开',
      ask: '在浏览器中点击该入口，是否确实打不开？',
    },
    blank: {
      verdict: 'unsure',
      message: '智能问答入口（{words}）打开后的页面上没有可以提问的地方',
      ask: '在浏览器中点击该入口，能不能提问并得到回答？',
    },
    listed: {
      verdict: 'unsure',
      message:
        '没有读到智能问答入口；“{words}”是写好的问答列表（{count} 条），页面上没有可以提问的地方',
      ask: '在浏览器中打开首页（含悬浮图标），有没有可以实时提问的智能问答、政策问答平台？',
    },
    unseen: {
      verdict: 'unsure',
      message: '首页上没有读到智能问答入口',
      ask: '在浏览器中打开首页（含悬浮图标），有没有智能问答、政策问答平台的入口，能否实时回答？',
    },
    town: {
      verdict: 'not-applicable',
      message: '首页上没有读到智能问答入口；“{agency}”是乡镇或街道，没有一个方案要求它提供',
    },
  },
  example: '首页右侧悬浮图标“智能问答”：present。',
  *run(site) {
    if (site.home === null) return
    const robot = entryOf(site, ROBOT)
    const place = robot ?? entryOf(site, STORE) ?? pageOf(site)
    const evidence = [citePage(site.home)]
    if (place === null && isTown(site))
      yield { outcome: 'town', subject: SUBJECT, facts: { agency: site.agency.name }, evidence }
    else if (place === null) yield { outcome: 'unseen', subject: SUBJECT, evidence }
    else
      yield (robot === null ? plainList(site, place) : null) ??
        closedBehind(site, place) ?? {
          outcome: 'present',
          subject: SUBJECT,
          facts: { words: place.quote },
          evidence: [place],
        }
  },
})

/** A store of answers that is a list of entries, or holds none yet, with no box to write in, nor a script that could bring one. */
function plainList(site: SiteView, place: Place): Observation<'listed'> | null {
  const view = doorOf(site, place).view
  const column = site.columns.find(({ url }) => site.pageAt(url) === view)
  if (view === null || column === undefined) return null
  if (column.items.length === 0 && !isBlankColumn(site, column)) return null
  if (view.page.writingBox != null || view.page.kind.value === 'form') return null
  if (hiddenByScript(view) !== null) return null
  const facts = { words: place.quote, count: column.items.length }
  return { outcome: 'listed', subject: SUBJECT, facts, evidence: [place, column.place] }
}

/** The link that stands at a place, and the page that it opens; the place's own page where it is no link. */
function doorOf(site: SiteView, place: Place) {
  const links = site.pageAt(place.url)?.page.links ?? []
  const door = links.find(({ at }) => at[0] === place.at?.[0] && at[1] === place.at[1])
  return { door, view: site.pageAt(door?.url ?? place.url) }
}

/** Where the entry leads: an address that is not there, or a page that says that nobody answers. */
function closedBehind(
  site: SiteView,
  place: Place,
): Observation<'suspended' | 'dead' | 'blank'> | null {
  const facts = { words: place.quote }
  const { door, view } = doorOf(site, place)
  const target = site.links.find(({ url }) => url === door?.url)
  const visits = [target?.visit ?? null, target?.firstVisit ?? null]
  if (visits.every((visit) => visit !== null && (isGone(visit) || isFailing(visit))))
    return { outcome: 'dead', subject: SUBJECT, facts, evidence: [place] }
  const said = view === null ? null : outOfServicePage(view)
  if (view !== null && said !== null)
    return {
      outcome: 'suspended',
      subject: SUBJECT,
      facts: { ...facts, said },
      evidence: [{ url: view.page.url, at: null, quote: said }],
    }
  const words = view === null ? null : hollowWords(site, view.page.url, place.quote)
  const isBlank =
    door !== undefined &&
    words !== null &&
    (words === '' || NOTHING.test(words)) &&
    view?.page.writingBox == null &&
    view?.page.kind.value !== 'form'
  return isBlank && view !== null
    ? { outcome: 'blank', subject: SUBJECT, facts, evidence: [place, citePage(view)] }
    : null
}

const NOTHING = /^(?:暂无|没有|无)(?:相关)?(?:内容|数据|信息|记录|问答)/

/** The program behind it breaks (500), both times it was asked; a gateway may only be busy. */
function isFailing(visit: LinkVisit): boolean {
  return visit.state === 'stored' && visit.blocked === null && visit.status === 500
}

function entryOf(site: SiteView, fits: RegExp): Place | null {
  for (const { page } of shownAtHome(site)) {
    const worded = [
      ...page.links.map((link) => ({ words: link.text || (link.title ?? ''), at: link.at })),
      ...(page.bareEntries ?? []).map(({ text, at }) => ({ words: text, at })),
      ...(page.pictures ?? []).map(({ caption, alt, at }) => ({ words: alt ?? caption ?? '', at })),
    ]
    const found = worded.find(({ words }) => words.length <= LONGEST && fits.test(words))
    if (found !== undefined) return { url: page.url, at: found.at, quote: found.words }
  }
  const column = site.columns.find(({ name }) => name.length <= LONGEST && fits.test(name))
  return column === undefined ? null : (citeColumn(site, column)[0] ?? null)
}

/** The answering page itself, often no more than one box to write in, or a door to it on a page that gathers. */
function pageOf(site: SiteView): Place | null {
  for (const { page } of site.pages) {
    if (page.blocked !== null || page.kind.value === 'error' || page.kind.value === 'article')
      continue
    const titles = [page.title, page.headTitle?.split(/\s*[-_—|]\s*/)[0] ?? null]
    const title = titles.find((one) => one !== null && NAME.test(one.trim()))
    if (title) return { url: page.url, at: null, quote: title }
    const door = page.links.find(
      ({ area, text, title: full }) =>
        (area === 'main' || area === 'other' || area === 'nav' || area === 'list') &&
        NAME.test(text || (full ?? '')),
    )
    if (door) return { url: page.url, at: door.at, quote: door.text || (door.title ?? '') }
  }
  return null
}
