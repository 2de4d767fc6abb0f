/**
 * Are the columns there that the statutory platform and every department site owe? One finding per topic. Whether a
 * column is up to date is freshness/column-stale's question, whether its link works availability/links-broken's.
 */
import { compareForm } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  listed,
  partly,
  type Rests,
  shownAtHome,
  unseenAtHome,
  WHOLE,
  wordlessDoors,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

/** Readings this sure name the column; less sure ones only make a candidate for a person. */
const SURE = 0.8

export const requiredColumns = defineCheck({
  id: 'disclosure/required-columns',
  revision: 2,
  title: '应设栏目是否齐全',
  question: '网站是否设有应当设置的信息公开栏目，且点得进去？',
  basis: [
    {
      document:
        '国务院办公厅政府信息与政务公开办公室《政府信息公开平台规范》国办公开办函〔2019〕61号',
      clause: '专栏内设政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十条、第二十四条',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {
    topics: {
      default: [
        'ogiGuide',
        'ogiRules',
        'ogiCatalogue',
        'ogiAnnualReports',
        'disclosureRequest',
        'institution',
        'leaders',
        'news',
        'notices',
        'policyDocuments',
      ],
      meaning: '应设栏目的类别编号',
      source:
        '前四项：国办公开办函〔2019〕61号（已读前半）；机构职能、领导信息、政策文件：条例第二十条；依申请公开、动态要闻、通知公告：通行栏目，可按地方要求增减',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '设有“{column}”栏目（{subject}），页面可读' },
    external: {
      verdict: 'unsure',
      message: '“{column}”（{subject}）指向站外：{target}',
      ask: '站外页面是否就是本单位的这个栏目，内容是否属于本单位？',
    },
    'unsure-reading': {
      verdict: 'unsure',
      message: '没有确认“{subject}”栏目，疑似的有：{candidates}',
      ask: '列出的疑似栏目中，有没有一个实际承担“应设栏目”的作用？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '“{column}”（{subject}）有入口，但页面没有读到：{reason}',
      ask: '请在浏览器中打开该栏目，是否可以访问且有内容？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到“{subject}”栏目',
      claimsAbsence: true,
      ask: '请在首页导航和政府信息公开专栏中查找，是否确实没有这个栏目？',
    },
  },
  example:
    '某局首页和政府信息公开专栏里都没有“政府信息公开制度”栏目，也没有同义名称的栏目：missing。',
  *run(site, { params, topicName }) {
    for (const topic of params.topics) yield judge(site, topic, topicName(topic))
  },
})

type Answer = Observation<'present' | 'external' | 'unsure-reading' | 'unreadable' | 'missing'>

function judge(site: SiteView, topic: string, subject: string): Answer {
  const columns = site.columnsOf(topic, SURE)
  const readable = columns.find((column) => column.kind === 'local' && isRead(site, column))
  if (readable) {
    return {
      outcome: 'present',
      subject,
      facts: { column: readable.name, url: readable.url },
      evidence: citeColumn(site, readable),
      sureness: readable.topic?.sureness ?? 1,
    }
  }
  const local = columns.find((column) => column.kind !== 'external')
  if (local) {
    return {
      outcome: 'unreadable',
      subject,
      facts: { column: local.name, url: local.url, reason: whyUnread(site, local) },
      evidence: citeColumn(site, local),
    }
  }
  const external = columns[0]
  if (external) {
    return {
      outcome: 'external',
      subject,
      facts: { column: external.name, target: external.url },
      evidence: citeColumn(site, external),
    }
  }
  return judgeUnnamed(site, topic, subject)
}

/** No column carries the topic surely: candidates for a person, or an absence. */
function judgeUnnamed(site: SiteView, topic: string, subject: string): Answer {
  const bare = site.bareEntries.find((entry) => entry.topic === topic)
  if (bare)
    return {
      outcome: 'unreadable',
      subject,
      facts: { column: bare.text, reason: '入口是脚本，没有可读的地址' },
      evidence: [bare.place],
    }
  const weak = site.columnsOf(topic, 0.3)
  const proposed = site.unknownColumns.filter((column) => column.proposedTopic === topic)
  const links = linksNamed(site, subject)
  const names = [
    ...weak.map((column) => column.name),
    ...proposed.map((column) => column.name),
    ...links.map((place) => place.quote),
  ]
  if (names.length > 0) {
    const places = [...weak.flatMap((column) => [...citeColumn(site, column)]), ...links]
    return {
      outcome: 'unsure-reading',
      subject,
      facts: { candidates: listed([...new Set(names)]) },
      evidence: places.length > 0 ? places.slice(0, 5) : lookedAt(site),
    }
  }
  return { outcome: 'missing', subject, evidence: lookedAt(site), coverage: searched(site) }
}

/** Doors of the home page that we could not open may lead to the column: then its absence is not sure. */
function searched(site: SiteView): Rests {
  const platform = site.bareEntries.find((entry) => entry.topic === 'ogi')
  if (platform) return partly(`“${platform.text}”的入口没有可读的地址，栏目可能在其中`)
  const unseen = unseenAtHome(site)
  if (unseen !== null) return partly(`${unseen}，栏目可能在其中`)
  const pictures = shownAtHome(site).reduce((sum, view) => sum + wordlessDoors(site, view), 0)
  if (pictures > 0) return partly(`首页有 ${pictures} 个没有文字的图片入口没有读到去处`)
  // A column shows itself by its entry on the home page or in the disclosure column, visited or not.
  const shut = site.columnsOf('ogi', SURE).find((column) => !isRead(site, column))
  if (shut) return partly(`“${shut.name}”没有读到，栏目可能在其中`)
  return WHOLE
}

/** Links anywhere on the portal whose words contain the topic's name: an entry the column reader may have missed. */
function linksNamed(site: SiteView, subject: string): Place[] {
  const wanted = compareForm(subject)
  if (wanted === '') return []
  const found: Place[] = []
  for (const target of site.links) {
    const from = target.from.find(
      (link) =>
        (link.area === 'nav' || link.area === 'footer' || link.area === 'other') &&
        compareForm(link.text).includes(wanted) &&
        site.pageAt(link.url) !== null,
    )
    if (from) found.push({ url: from.url, at: from.at, quote: from.text })
    if (found.length === 3) break
  }
  return found
}

/** Where an absence was looked for: the home page and the disclosure column. */
function lookedAt(site: SiteView): Place[] {
  const views = [site.home, platformOf(site)].filter((view): view is PageView => view !== null)
  const byUrl = new Map(views.map((view) => [view.page.url, citePage(view)]))
  return [...byUrl.values()]
}

function platformOf(site: SiteView): PageView | null {
  const own = site.portal.platformUrl === null ? null : site.pageAt(site.portal.platformUrl)
  if (own !== null) return own
  const column = site.columnsOf('ogi').find((one) => site.pageAt(one.url) !== null)
  return column ? site.pageAt(column.url) : null
}

function isRead(site: SiteView, column: Column): boolean {
  const view = site.pageAt(column.url)
  return view !== null && view.page.kind.value !== 'error' && view.page.blocked === null
}

function whyUnread(site: SiteView, column: Column): string {
  if (column.kind === 'script') return '入口是脚本，没有可读的地址'
  const trouble = site.troubles.find((one) => one.url === column.url)
  if (trouble) return trouble.reason
  return column.coverageBecause ?? '本次没有访问到'
}
