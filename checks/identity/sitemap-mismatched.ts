/**
 * Does the site map agree with the live columns? Three subjects: dead entries of the map, live main columns that the
 * map leaves out, and entries whose page calls itself something else. Columns that the home page shows in a block outside
 * its menus, and features beside others that are listed, are asked about apart. Link health elsewhere is availability's.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import {
  branchesOf,
  ColumnTree,
  citePage,
  crossedEntries,
  deadSureness,
  defineCheck,
  headsOn,
  inertEntries,
  isDeadTarget,
  isEnded,
  isLiveTarget,
  isNowhere,
  leadsFrom,
  listed,
  listedIn,
  mainColumns,
  movedEntries,
  NO_COLUMN,
  namesOf,
  opensAt,
  slipsOf,
  unledWords,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, Place, SitemapEntry, SiteView } from '#model/site-view'

const DEAD = '网站地图：失效条目'
const ABSENT = '网站地图：缺少的栏目'
const NAMES = '网站地图：名称不符'
const CROSSED = '网站地图：指错的条目'
const HOMEWARD = '网站地图：指向首页的条目'
const BLOCKS = '网站地图：首页版块'
const FEATURED = '网站地图：缺少的专题'
const CHILDREN = '网站地图：缺少的下级栏目'
const MOVED = '网站地图：放错位置的条目'
const WORDS = '网站地图：没有链接的条目'

export const sitemapMismatched = defineCheck({
  id: 'identity/sitemap-mismatched',
  revision: 24,
  title: '网站地图是否与实际栏目一致',
  question: '网站地图的条目是否都打得开，是否列全了首页导航上的栏目，名称是否相符？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '附件《网页设计规范》：底部功能区列明站点地图（二手）',
    },
  ],
  needs: ['home', 'columns'],
  params: {},
  outcomes: {
    'entries-live': {
      verdict: 'pass',
      message: '网站地图的 {checked} 个站内条目都打得开',
      claimsAbsence: true,
      ask: '网站地图里没有看到的条目，有没有打不开的？',
    },
    'entries-dead': {
      verdict: 'fail',
      message:
        '网站地图有 {count} 个条目已失效（两次访问都不存在，打开就是“不存在”的提示页，或是点了没有反应的空链接）：{names}',
      ask: '所列条目点开后是否确实不存在？',
    },
    'entries-unsure': {
      verdict: 'unsure',
      message: '网站地图有 {count} 个站内条目没有访问成功：{names}',
      ask: '所列条目点开后是否可以访问？',
    },
    'entries-home': {
      verdict: 'fail',
      message: '网站地图的 {checked} 个站内条目中有 {count} 个点开都是首页：{names}',
      ask: '所列条目点开后是否都回到首页，没有各自的栏目？',
    },
    'columns-listed': { verdict: 'pass', message: '首页导航上的 {checked} 个栏目都在网站地图里' },
    'columns-unsure': {
      verdict: 'unsure',
      message: '没有识别出首页导航上的栏目，无法与网站地图比较',
      ask: '首页导航上的栏目是否都在网站地图里？',
    },
    'columns-absent': {
      verdict: 'fail',
      message: '首页导航上的 {count} 个栏目不在网站地图里：{names}',
      claimsAbsence: true,
      ask: '所列栏目在网站地图里是否确实没有（换了名称的不算）？',
    },
    'blocks-absent': {
      verdict: 'unsure',
      message: '首页版块里的 {count} 个栏目不在网站地图里：{names}',
      ask: '所列栏目是否应当列入网站地图（换了名称的不算）？',
    },
    'children-absent': {
      verdict: 'fail',
      message: '网站地图列出了同级的其他栏目，没有列出 {count} 个：{names}',
      ask: '所列栏目是否确实不在网站地图里（换了名称的不算）？',
    },
    'names-agree': { verdict: 'pass', message: '网站地图条目与所指栏目的名称相符' },
    'names-differ': {
      verdict: 'unsure',
      message: '网站地图有 {count} 个条目与所指栏目的名称不同：{names}',
      ask: '所列名称是指同一个栏目，还是条目已经过时？',
    },
    'entries-crossed': {
      verdict: 'fail',
      message: '网站地图有 {count} 个条目点开是别的栏目：{names}',
      ask: '所列条目点开后是否确实不是它所说的栏目？',
    },
    'entries-moved': {
      verdict: 'fail',
      message: '网站地图有 {count} 个条目列在别的栏目下面：{names}',
      ask: '所列条目在网站上究竟属于哪个栏目？',
    },
    'words-unled': {
      verdict: 'unsure',
      message: '网站地图里有 {count} 个没有链接的名称，网站上没有找到这样的栏目：{names}',
      ask: '所列名称是不是已经没有的栏目？',
    },
    'features-absent': {
      verdict: 'unsure',
      message: '网站地图列出了同级的其他专题，没有列出 {count} 个：{names}',
      ask: '所列专题是否仍在开设、应当列入网站地图？',
    },
    inert: {
      verdict: 'fail',
      message: '首页的“{words}”是空链接，点开没有反应，网站没有可以打开的网站地图',
      claimsAbsence: true,
      ask: '在浏览器中点“{words}”，是否确实打不开网站地图？',
    },
    'no-sitemap': {
      verdict: 'unsure',
      message: '没有找到网站地图页面，或没有读出其中的条目，无法比较',
      ask: '网站有没有网站地图（站点地图、网站导航）？有的话是否与栏目一致？',
    },
  },
  example: '网站地图列有“在线访谈”，点开两次都是 404：entries-dead。',
  *run(site, { asOf }) {
    const map = site.sitemap
    const dead = map === null ? (site.home?.page.footer.sitemap ?? null) : null
    if (site.home !== null && dead?.inert === true) {
      const words = dead.quote ?? dead.value
      yield {
        outcome: 'inert',
        subject: '网站地图',
        facts: { words },
        evidence: [{ url: site.home.page.url, at: dead.at, quote: words }],
      }
      return
    }
    // A map of which no entry can be read (a picture, a script's tree) tells of nothing that it lacks.
    if (map === null || map.entries.length === 0) {
      yield {
        outcome: 'no-sitemap',
        subject: '网站地图',
        evidence: map !== null ? [map.place] : site.home === null ? [] : [citePage(site.home)],
      }
      return
    }
    yield deadEntries(site, map.place, map.entries)
    yield* homewardEntries(site, map.place, map.entries)
    yield absentColumns(site, map.place, map.entries)
    yield* absentBlocks(site, map.place, map.entries)
    yield* absentChildren(site, map.place, map.entries)
    yield* absentFeatures(site, map.place, map.entries, asOf)
    yield* differingNames(site, map.place, map.entries)
    yield* misplacedEntries(site, map.place, map.entries)
    const words = unledWords(site, map.place, map.entries)
    if (words.length > 0)
      yield {
        outcome: 'words-unled',
        subject: WORDS,
        facts: { count: words.length, names: listed(words) },
        evidence: words.map((quote) => ({ url: map.place.url, at: null, quote })),
      }
  },
})

/** By their address alone. */
const UNSURE = 0.6

/** Entries under another section than the one that they belong to by their address, and by their trail. */
function* misplacedEntries(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): Generator<Observation<'entries-moved'>> {
  const moved = movedEntries(site, map, entries)
  if (moved.length === 0) return
  yield {
    outcome: 'entries-moved',
    subject: MOVED,
    facts: {
      count: moved.length,
      names: listed(
        moved.map(
          ({ entry, under, own }) => `${entry.text}（地图：${under.name}，网站：${own.name}）`,
        ),
      ),
    },
    measure: { value: moved.length, unit: 'count' },
    evidence: moved.slice(0, 10).map(({ entry }) => entry.place),
    pages: [map.url, ...moved.map(({ entry }) => entry.url)],
    sureness: moved.every(({ isSure }) => isSure) ? 1 : UNSURE,
  }
}

type DeadOutcome = 'entries-live' | 'entries-dead' | 'entries-unsure'

function deadEntries(
  site: SiteView,
  place: Place,
  entries: readonly SitemapEntry[],
): Observation<DeadOutcome> {
  const targets = new Map(site.links.map((target) => [placeKey(target.url), target]))
  const own = entries.filter((entry) => targets.get(placeKey(entry.url))?.internal === true)
  const dead = own.filter((entry) => isDeadTarget(targets.get(placeKey(entry.url))))
  const inert = inertEntries(site, place, entries)
  const faults = [...dead.map((entry) => entry.place), ...inert]
  if (faults.length > 0)
    return {
      outcome: 'entries-dead',
      subject: DEAD,
      facts: { count: faults.length, names: listed(faults.map(({ quote }) => quote)) },
      measure: { value: faults.length, unit: 'count' },
      evidence: faults.slice(0, 10),
      pages: [place.url, ...dead.map((entry) => entry.url)],
      ...(dead.length > 0 ? deadSureness(site, dead) : { coverage: WHOLE }),
    }
  const open = own.filter(
    (entry) => !opensAt(site, entry.url) && !isLiveTarget(targets.get(placeKey(entry.url))),
  )
  const unseen = own.length === 0 ? entries : open
  if (unseen.length > 0)
    return {
      outcome: 'entries-unsure',
      subject: DEAD,
      facts: { count: unseen.length, names: listed(unseen.map(({ text }) => text)) },
      evidence: open.length > 0 ? open.slice(0, 10).map((entry) => entry.place) : [place],
    }
  return {
    outcome: 'entries-live',
    subject: DEAD,
    facts: { checked: own.length },
    evidence: [place],
    // The map itself is enough; where only a part of it came, the runner says so.
    coverage: WHOLE,
  }
}

/** So few may be the home page's own names, unless it has no such name among so many others. */
const LEAST_HOMEWARD = 3
const MANY = 10

function* homewardEntries(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): Generator<Observation<'entries-home'>> {
  const own = new Set([site.home?.capture.finalUrl ?? '', site.portal.homeUrl].map(placeKey))
  const named = entries.filter(({ text }) => !/首页|主页|^home$/i.test(text))
  const homeward = named.filter(({ url }) => own.has(placeKey(url)))
  const isMost = homeward.length >= LEAST_HOMEWARD && homeward.length * 2 >= named.length
  const lost = named.length < MANY ? [] : homeward.filter((entry) => isNowhere(site, entry))
  const bad = isMost ? homeward : lost
  if (bad.length === 0) return
  yield {
    outcome: 'entries-home',
    subject: HOMEWARD,
    facts: { checked: named.length, count: bad.length, names: listed(bad.map((one) => one.text)) },
    evidence: bad.slice(0, 10).map(({ place }) => place),
    pages: [map.url],
  }
}

function absentColumns(
  site: SiteView,
  place: Place,
  entries: readonly SitemapEntry[],
): Observation<'columns-listed' | 'columns-unsure' | 'columns-absent'> {
  const main = mainColumns(site, place)
  if (main.length === 0) return { outcome: 'columns-unsure', subject: ABSENT, evidence: [place] }
  const isSaid = headsOn(site, place)
  const isIn = listedIn(entries)
  const isListed = (column: Column): boolean => isIn(column) || isSaid(column.name)
  const parents = new Map(site.columns.map((column) => [column.id, column]))
  const absent = main.filter((column) => {
    const parent = parents.get(column.parent ?? '')
    return !isListed(column) && !(parent !== undefined && isListed(parent))
  })
  const facts = { checked: main.length }
  if (absent.length === 0)
    return { outcome: 'columns-listed', subject: ABSENT, facts, evidence: [place] }
  const left = leftOut(site, place, absent)
  return { ...left, outcome: 'columns-absent', subject: ABSENT, coverage: WHOLE }
}

/** What is said of columns that the map leaves out. */
function leftOut(site: SiteView, map: Place, absent: readonly Column[]) {
  const links = absent.flatMap((column) => column.linkedFrom.slice(0, 1))
  return {
    facts: { count: absent.length, names: listed(absent.map((column) => column.name)) },
    measure: { value: absent.length, unit: 'count' as const },
    evidence: [map, ...links.filter((link) => site.pageAt(link.url) !== null)].slice(0, 10),
    pages: [map.url, ...absent.map((column) => column.url)],
  }
}

/** Sub-columns in the menu of their siblings, or beside them on the page above, nearly all of which the map lists. */
function* absentChildren(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): Generator<Observation<'children-absent'>> {
  const absent = slipsOf(branchesOf(site, entries))
  if (absent.length > 0)
    yield { ...leftOut(site, map, absent), outcome: 'children-absent', subject: CHILDREN }
}

/** Fewest listed features that show that the map names them one by one. */
const LEAST_FEATURES = 2

/** Features that still run, beside others that the map lists: single ones come and go, so a person says. */
function* absentFeatures(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
  asOf: string,
): Generator<Observation<'features-absent'>> {
  const isListed = listedIn(entries)
  const tree = new ColumnTree(site)
  const absent = site.columnsOf('features').flatMap((parent) => {
    const children = site.columns.filter(
      (one) =>
        one.parent === parent.id &&
        one.kind === 'local' &&
        !isEnded(tree, one, asOf, true) &&
        opensAt(site, one.url),
    )
    const on = children.filter(isListed)
    const off = children.filter((one) => !on.includes(one))
    return on.length >= LEAST_FEATURES && off.length * 2 <= on.length ? off : []
  })
  if (absent.length > 0)
    yield { ...leftOut(site, map, absent), outcome: 'features-absent', subject: FEATURED }
}

/** Columns that the home page leads to from its body (更多 of a block), not from a menu. */
function* absentBlocks(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): Generator<Observation<'blocks-absent'>> {
  const { home } = site
  if (home === null) return
  const isListed = listedIn(entries)
  const skip = new Set([placeKey(home.page.url), placeKey(site.portal.homeUrl), placeKey(map.url)])
  const doors = new Map(
    home.page.links
      .filter((link) => link.area !== 'footer' && link.area !== 'nav')
      .map((link) => [placeKey(link.url), link]),
  )
  const main = new Set(mainColumns(site, map))
  const topics = new Set(site.columnsOf('features').flatMap((column) => leadsFrom(site, column)))
  const absent = site.columns.filter(
    (column) =>
      column.kind === 'local' &&
      column.parent === null &&
      !NO_COLUMN.test(column.name.trim()) &&
      column.items.length > 1 &&
      column.topic?.value !== 'features' &&
      !topics.has(placeKey(column.url)) &&
      !main.has(column) &&
      !skip.has(placeKey(column.url)) &&
      doors.has(placeKey(column.url)) &&
      !isListed(column),
  )
  if (absent.length === 0) return
  const links = absent.flatMap((column) => doors.get(placeKey(column.url)) ?? [])
  yield {
    ...leftOut(site, map, absent),
    outcome: 'blocks-absent',
    subject: BLOCKS,
    evidence: [
      map,
      ...links.map((link) => ({ url: home.page.url, at: link.at, quote: link.text })),
    ].slice(0, 10),
  }
}

function* differingNames(
  site: SiteView,
  place: Place,
  entries: readonly SitemapEntry[],
): Generator<Observation<'names-agree' | 'names-differ' | 'entries-crossed'>> {
  const columns = new Map<string, Column[]>()
  for (const column of site.columns) {
    const key = placeKey(column.url)
    columns.set(key, [...(columns.get(key) ?? []), column])
  }
  const crossed = crossedEntries(site, entries)
  const differing = entries.filter((entry) => {
    const same = columns.get(placeKey(entry.url))
    if (same === undefined || crossed.includes(entry)) return false
    const text = compareForm(entry.text)
    return !same
      .flatMap((column) => namesOf(site, column, place))
      .some((name) => name.includes(text) || text.includes(name))
  })
  for (const [outcome, subject, bad] of [
    ['entries-crossed', CROSSED, crossed],
    ['names-differ', NAMES, differing],
  ] as const)
    if (bad.length > 0)
      yield {
        outcome,
        subject,
        facts: {
          count: bad.length,
          names: listed(
            bad.map((one) => `${one.text}→${columns.get(placeKey(one.url))?.[0]?.name ?? ''}`),
          ),
        },
        evidence: bad.slice(0, 10).map((one) => one.place),
      }
  if (differing.length === 0) yield { outcome: 'names-agree', subject: NAMES, evidence: [place] }
}
