/**
 * Does the disclosure platform hold its four fixed sections under their fixed names, and is it called 政府信息公开? A section
 * under another name, or beside the platform, is put to a person; where the platform's own name is not
 * the fixed one either, once for all names. Only a column that gathers the sections under a name of its own (信息公开专栏),
 * on a portal that has nothing called 政府信息公开, is a fault by its name; 政务公开 may hold them. What the sections hold is
 * for other checks.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citeColumn,
  citePage,
  defineCheck,
  headedOnPlatform,
  isBlankColumn,
  isRead,
  listed,
  ownPart,
  partly,
  platformColumns,
  platformOf,
  type Rests,
  searchedForColumn,
  shownAtHome,
  unitPlatforms,
  WHOLE,
  wordlessDoors,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { LEFT_OPEN } from '#model/finding'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

/** Fixed name by topic. */
const SECTIONS = [
  ['ogiGuide', '政府信息公开指南'],
  ['ogiRules', '政府信息公开制度'],
  ['ogiCatalogue', '法定主动公开内容'],
  ['ogiAnnualReports', '政府信息公开年报'],
] as const

const PLATFORM = '政府信息公开'
const NAME_SUBJECT = '平台名称'

export const platformSectionsMissing = defineCheck({
  id: 'disclosure/platform-sections-missing',
  revision: 18,
  title: '政府信息公开平台的固定栏目是否齐全、规范',
  question: '政府信息公开平台是否设有四个固定栏目，平台和栏目的名称是否规范？',
  basis: [
    {
      document:
        '国务院办公厅政府信息与政务公开办公室《政府信息公开平台规范》国办公开办函〔2019〕61号',
      clause:
        '专栏名称为“政府信息公开”，内设政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报',
    },
  ],
  needs: ['home'],
  params: {
    sections: {
      default: SECTIONS.map(([, name]) => name),
      meaning: '要检查的固定栏目',
      source: '国办公开办函〔2019〕61号（已读前半）',
      verified: true,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '{subject}：“{column}”{note}' },
    misnamed: {
      verdict: 'unsure',
      message: '{subject}：“{column}”与规范的名称“{wanted}”不一致{note}',
      ask: '“{column}”是不是规范所说的“{wanted}”，名称是否应当改正{note}？',
    },
    'named-otherwise': {
      verdict: 'fail',
      message: '{subject}：固定栏目都在“{column}”里，网站上没有叫“{wanted}”的栏目或入口{note}',
      ask: '“{column}”的页面上和首页是否确实没有“{wanted}”的名称（图片里的也算有）？',
    },
    elsewhere: {
      verdict: 'unsure',
      message: '{subject}：“{column}”{where}',
      ask: '“{column}”{where}：它是不是“{subject}”，能否从政府信息公开平台进入？',
    },
    outside: {
      verdict: 'unsure',
      asksForPlatform: true,
      message: '政府信息公开平台“{column}”在站外（{target}），没有读取',
      ask: '“{column}”在站外（{target}）：它由谁评？若算本单位的，其中本单位的内容是否齐全？',
    },
    missing: {
      verdict: 'fail',
      message: '政府信息公开平台没有“{subject}”，网站其他地方也没有找到',
      claimsAbsence: true,
      ask: '在浏览器中打开政府信息公开平台，是否确实没有这个栏目？',
    },
    'units-uneven': {
      verdict: 'fail',
      message: '{checked} 个单位的政府信息公开栏目中，有 {count} 个缺多数单位都有的内容：{names}',
      claimsAbsence: true,
      ask: '所列单位的栏目里是否确实没有这些内容，还是设在别处？',
    },
    unconfirmed: {
      verdict: 'not-applicable',
      message: '没有在政府信息公开平台里确认“{subject}”：{reason}（由栏目检查一并判断）',
    },
    'no-platform': {
      verdict: 'not-applicable',
      message: '没有识别出政府信息公开平台（应设栏目由栏目检查判断）',
    },
  },
  example:
    '某局“政府信息公开”里有“公开指南”“政府信息公开年报”，没有制度：政府信息公开指南 misnamed，政府信息公开制度 missing。',
  *run(portal, { params }) {
    const units = unitsOf(portal)
    if (units !== null) yield units
    const site = ownPart(portal)
    const named = platformColumns(site, 0.8)
    const gathering = named.length === 0 && platformOf(site) === null ? gatheringOf(site) : null
    const columns = gathering === null ? named : [gathering]
    const home = site.home ?? site.pages[0]
    if (home === undefined) return
    const view = platformOf(site) ?? (gathering === null ? null : site.pageAt(gathering.url))
    const [column] = columns
    const away = view === null && column === undefined ? platformAway(site) : null
    if (away !== null) {
      yield unread(site, away)
      return
    }
    if (view === null && column === undefined) {
      yield { outcome: 'no-platform', subject: NAME_SUBJECT, evidence: [citePage(home)] }
      return
    }
    const platform = columns.find((one) => isRead(site, one.url)) ?? column
    if (view === null || (platform !== undefined && !isRead(site, platform.url))) {
      // What cannot be seen is asked about once.
      if (platform !== undefined) yield unread(site, platform)
      return
    }
    const sections = SECTIONS.filter(([, name]) => params.sections.includes(name)).map(
      ([topic, name]) => judge(site, platform ?? null, view, topic, name),
    )
    const name = nameOf(site, platform ?? null, view)
    if (name.outcome === 'present') {
      yield* [name, ...sections]
      return
    }
    const others = sections.filter(({ outcome }) => outcome === 'misnamed')
    const inside = sections.filter(({ outcome }) => ['present', 'misnamed'].includes(outcome))
    const plain =
      inside.length >= LEAST_GATHERED && isNamedOtherwise(site, gathering ?? platform, view)
    yield {
      ...name,
      outcome: plain ? 'named-otherwise' : name.outcome,
      facts: { ...name.facts, note: noteOf(others) },
    }
    for (const one of sections)
      yield one.outcome === 'misnamed' ? { ...one, outcome: 'present', facts: asked(one) } : one
  },
})

/** Of the platforms of towns and streets side by side, those that lack what most others have. */
function unitsOf(site: SiteView): Observation<'units-uneven'> | null {
  const all = unitPlatforms(site, [...SECTIONS, ['disclosureRequest', '依申请公开']])
  const uneven = all.filter(({ lacking }) => lacking.length > 0)
  if (uneven.length === 0) return null
  const names = uneven.map(({ name, lacking }) => `“${name}”缺${lacking.join('、')}`)
  return {
    outcome: 'units-uneven',
    subject: '各单位的公开栏目',
    facts: { checked: all.length, count: uneven.length, names: listed(names, 5) },
    measure: { value: uneven.length, unit: 'count' },
    evidence: uneven.slice(0, 5).flatMap(({ column }) => citeColumn(site, column)),
    pages: uneven.map(({ column }) => column.url),
    coverage: WHOLE,
  }
}

type Answer = Observation<
  'present' | 'misnamed' | 'named-otherwise' | 'elsewhere' | 'outside' | 'missing' | 'unconfirmed'
>

/** The column that the standard itself lets the platform stand in. */
const NEARLY = /政务(?:信息)?公开/

/** Neither the column nor any entry of the portal bears the name. */
function isNamedOtherwise(site: SiteView, column: Column | undefined, view: PageView): boolean {
  const { page } = view
  const own = [column?.name, page.title, page.headTitle, page.headName?.value, page.trail.at(-1)]
  const shown = [
    ...site.links.flatMap(({ from }) => from.map(({ text }) => ({ text, title: null }))),
    ...shownAtHome(site).flatMap((one) => one.page.links),
  ]
  const pictured = shownAtHome(site).some((one) => wordlessDoors(site, one) > 0)
  return (
    site.coverage === 'complete' &&
    !pictured &&
    wordlessDoors(site, view) === 0 &&
    own.every((words) => words == null || !NEARLY.test(compareForm(words))) &&
    !site.columns.some((column) => compareForm(column.name) === PLATFORM) &&
    !shown.some(({ text, title }) =>
      [text, title ?? ''].some((words) => NAMED_DOOR.test(compareForm(words))),
    )
  )
}

const NAMED_DOOR = /^政府信息公开(?:平台|专栏|专区|网|栏目)?$/

/** Of the four sections, so many on one page make it the platform whatever it is called (阳光政务). */
const LEAST_GATHERED = 3

/** The column whose own page links most of the sections, where none bears the platform's name. */
function gatheringOf(site: SiteView): Column | null {
  const keys = SECTIONS.map(
    ([topic]) => new Set(site.columnsOf(topic, 0.8).map(({ url }) => placeKey(url))),
  )
  if (keys.filter((urls) => urls.size > 0).length < LEAST_GATHERED) return null
  const gathers = (column: Column): boolean => {
    const topic = column.topic?.value ?? ''
    if (column.kind !== 'local' || topic === 'sitemap' || topic.startsWith('ogi')) return false
    if (column.url === site.home?.page.url || !isRead(site, column.url)) return false
    const links = site.pageAt(column.url)?.page.links ?? []
    const there = new Set(
      links.filter(({ area }) => area !== 'footer').map(({ url }) => placeKey(url)),
    )
    const own = placeKey(column.url)
    return (
      keys.every((urls) => !urls.has(own)) &&
      keys.filter((urls) => [...urls].some((url) => there.has(url))).length >= LEAST_GATHERED
    )
  }
  const shown = new Set((site.home?.page.links ?? []).map(({ url }) => placeKey(url)))
  // Pages of the sections' own menu link them too: the platform is the one that the sections' trails name.
  const found = site.columns.filter((one) => shown.has(placeKey(one.url)) && gathers(one))
  // What every page links in its menu marks no page as theirs.
  const isOutside = ({ name, trail }: Column): boolean =>
    !found.some((one) => one.name === name || trail.includes(one.name))
  const outside = site.columns.filter((one) => isOutside(one) && gathers(one))
  if (outside.length > 0) return null
  const trails = SECTIONS.flatMap(([topic]) => site.columnsOf(topic, 0.8)).map(({ url, trail }) => [
    ...trail,
    ...(site.pageAt(url)?.page.trail ?? []),
  ])
  const above = found.filter(
    ({ name }) => trails.filter((steps) => steps.includes(name)).length > 1,
  )
  const [only, ...others] = above.length > 0 ? above : found
  return others.length > 0 ? null : (only ?? null)
}

/** The sections whose names are asked about together with the platform's. */
function noteOf(others: readonly Answer[]): string {
  const names = others.map(({ subject, facts }) => `“${facts?.column}”（${subject}）`)
  return names.length === 0 ? '' : `；同样的还有${names.join('、')}`
}

function asked({ facts }: Answer): NonNullable<Answer['facts']> {
  return { ...facts, note: '（名称与规范的是否一致，在“平台名称”一并核对）' }
}

/** What holds the sections where no column is called 政府信息公开: 政务公开 on another host, or the sections linked there one by one. */
function platformAway(site: SiteView): Column | null {
  const isAway = (column: Column): boolean => column.kind === 'external'
  const whole = site.columnsOf('openGovernment', 0.8)
  if (whole.length > 0) return whole.every(isAway) ? (whole[0] ?? null) : null
  const sections = SECTIONS.map(([topic]) => site.columnsOf(topic, 0.8)).filter(
    (columns) => columns.length > 0,
  )
  return sections.length > 1 && sections.flat().every(isAway) ? (sections[0]?.[0] ?? null) : null
}

function unread(site: SiteView, platform: Column): Answer {
  const column = squash(platform.name)
  const evidence = citeColumn(site, platform)
  return platform.kind === 'external'
    ? {
        outcome: 'outside',
        subject: NAME_SUBJECT,
        facts: { column, target: platform.url },
        evidence,
      }
    : {
        outcome: 'elsewhere',
        subject: NAME_SUBJECT,
        facts: { column, where: '的页面没有读到' },
        evidence,
      }
}

function nameOf(site: SiteView, platform: Column | null, view: PageView): Answer {
  const names = [platform?.name, view.page.title, view.page.headTitle?.split(/[-_—|]/)[0]].map(
    (name) => squash(name ?? ''),
  )
  const proper = names.find((name) => compareForm(name) === PLATFORM)
  // 信息公开 gathers more than the platform, which stands below it under its own name.
  const below = site
    .columnsOf('ogi')
    .find((column) => compareForm(column.name) === PLATFORM && isRead(site, column.url))
  if (proper === undefined && below !== undefined)
    return {
      outcome: 'present',
      subject: NAME_SUBJECT,
      facts: { column: squash(below.name), wanted: PLATFORM, note: '' },
      evidence: citeColumn(site, below),
    }
  // 信息公开 in the menu, and beside it an entry of the prescribed name that leads to the same page.
  const door = proper === undefined ? doorOf(site, view) : null
  if (door !== null)
    return {
      outcome: 'present',
      subject: NAME_SUBJECT,
      facts: { column: PLATFORM, wanted: PLATFORM, note: '' },
      evidence: [door],
    }
  const printed = names.find((name) => name !== '') ?? '政府信息公开平台'
  return {
    outcome: proper === undefined ? 'misnamed' : 'present',
    subject: NAME_SUBJECT,
    facts: { column: proper ?? printed, wanted: PLATFORM, note: '' },
    evidence: platform === null ? [citePage(view)] : citeColumn(site, platform),
  }
}

/** A link on the home page that bears the prescribed name and leads to the platform. */
function doorOf(site: SiteView, view: PageView): Place | null {
  const { home } = site
  const keys = new Set([placeKey(view.page.url), placeKey(view.capture.url)])
  const link = home?.page.links.find(
    ({ text, url }) => compareForm(text) === PLATFORM && keys.has(placeKey(url)),
  )
  return home === null || link === undefined
    ? null
    : { url: home.page.url, at: link.at, quote: link.text }
}

function judge(
  site: SiteView,
  platform: Column | null,
  view: PageView,
  topic: string,
  name: string,
): Answer {
  const columns = site.columnsOf(topic)
  const within = columns.filter((column) => isInside(site, platform, view, column))
  const inside = within.filter((column) => !isBlankColumn(site, column))
  const [blank] = within
  if (blank !== undefined && inside.length === 0)
    return unconfirmed(name, `“${squash(blank.name)}”没有内容`, citeColumn(site, blank))
  const exact = (column: Column): boolean => compareForm(column.name) === compareForm(name)
  // 指南 in the row of tabs leads to the column that calls itself by its whole name.
  const proper = inside.find(exact) ?? inside.find((column) => callsItself(site, column, name))
  const [other] = inside
  const [beside] = [...columns.filter(exact), ...columns]
  if (proper)
    return {
      outcome: 'present',
      subject: name,
      facts: { column: exact(proper) ? squash(proper.name) : name, note: '' },
      evidence: citeColumn(site, proper),
    }
  if (other)
    return {
      outcome: 'misnamed',
      subject: name,
      facts: { column: squash(other.name), wanted: name, note: '' },
      evidence: citeColumn(site, other),
    }
  if (beside)
    return {
      outcome: 'elsewhere',
      subject: name,
      facts: {
        column: squash(beside.name),
        where: `不在读到的政府信息公开平台里（在 ${beside.url}）`,
      },
      evidence: citeColumn(site, beside),
    }
  const headed = headedOnPlatform(site, name)
  if (headed !== null)
    return {
      outcome: 'present',
      subject: name,
      facts: { column: headed.quote, note: '（在平台页上分列）' },
      evidence: [headed],
    }
  const [weak] = site.columnsOf(topic, 0.3).flatMap((column) => citeColumn(site, column))
  const vague = site.bareEntries.find((entry) => entry.topic === topic)?.place ?? weak
  if (vague) return unconfirmed(name, `“${vague.quote}”可能是，没有确认`, [vague])
  const hint = hintOf(site, name)
  if (hint)
    return {
      outcome: 'elsewhere',
      subject: name,
      facts: { column: hint.quote, where: '只是一个入口或标题，没有确认是栏目' },
      evidence: [hint],
    }
  const coverage = seen(site, view)
  const evidence = [citePage(view)]
  return coverage.because === null
    ? { outcome: 'missing', subject: name, evidence, coverage }
    : unconfirmed(name, coverage.because, evidence)
}

function unconfirmed(subject: string, reason: string, evidence: readonly Place[]): Answer {
  return { outcome: 'unconfirmed', subject, facts: { reason, [LEFT_OPEN]: true }, evidence }
}

/** The column's own page bears the prescribed name as the last step of its breadcrumb or in its official tag. */
function callsItself(site: SiteView, column: Column, name: string): boolean {
  const page = column.kind === 'local' ? site.pageAt(column.url)?.page : undefined
  const tag = page?.officialTags.find((one) => one.name === 'ColumnName')
  const names = [page?.trail.at(-1), tag?.content]
  return names.some((one) => one != null && compareForm(one) === compareForm(name))
}

/** Below the platform, or linked from its page. */
function isInside(
  site: SiteView,
  platform: Column | null,
  view: PageView,
  column: Column,
): boolean {
  const above = platform !== null && new ColumnTree(site).ancestors(column).includes(platform)
  const key = placeKey(column.url)
  return above || view.page.links.some((link) => placeKey(link.url) === key)
}

/** A link that names the section although no column was read there. */
function hintOf(site: SiteView, name: string): Place | null {
  const wanted = compareForm(name)
  for (const target of site.links) {
    const from = target.from.find((link) => compareForm(link.text).includes(wanted))
    if (from && site.pageAt(from.url) !== null)
      return { url: from.url, at: from.at, quote: from.text }
  }
  return null
}

function seen(site: SiteView, view: PageView): Rests {
  const frame = view.page.frames.find((url) => site.pageAt(url) === null)
  if (frame !== undefined) return partly(`平台的框架页没有读到（${frame}）`)
  const doors = wordlessDoors(site, view)
  if (doors > 0) return partly(`平台页有 ${doors} 个没有文字的图片入口没有读到去处`)
  if (view.page.links.length === 0) return partly('平台页没有读到任何入口')
  return searchedForColumn(site)
}
