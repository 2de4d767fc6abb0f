/**
 * Whose site the official tags of pages name: hosts and bodies' names told apart from the portal's own, and a template
 * of a page kind taken over from another government site with that site's name and host still in it.
 */
import { compareForm } from '#base/text'
import type { OfficialTag } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

const HOST = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/:?#].*)?$/i
const OFFICIAL = /\.(?:gov\.cn|政务)$/i
const GENERIC = /人民政府|政府|门户|官方|网站|委员会|管理|办公室|[省市县区州旗镇乡局厅委网]/g

/** `jyj.lushan.gov.cn` of `http://www.jyj.lushan.gov.cn/`, lower case, without www; null where no host is named. */
export function hostIn(content: string): string | null {
  const host = HOST.exec(content.trim())?.[1]?.toLowerCase()
  return host?.replace(/^www\./, '') ?? null
}

/** Under a suffix that only government may use. */
function isOfficialHost(host: string): boolean {
  return OFFICIAL.test(host)
}

/** What of a body's name (in compare form) is its own: without the words that any of them may have. */
function properPart(name: string): string {
  return name.replace(GENERIC, '')
}

/**
 * A government body's name that nothing on the portal bears out: no two letters in common with `own` (names, titles).
 * Placeholders (某某局) name nobody.
 */
export function isStrangeName(name: string, own: readonly (string | null | undefined)[]): boolean {
  const plain = properPart(compareForm(name))
  if (plain.length < 2 || !/人民政府|[局厅]/.test(name) || /某/.test(name)) return false
  const known = own.join(' ')
  return [...plain].every((one, at) => at === 0 || !known.includes(`${plain[at - 1]}${one}`))
}

/** The part of a host that a site was given: `lushan.gov.cn` of `www.lushan.gov.cn`. */
function givenPart(host: string): string {
  const labels = host.toLowerCase().split('.')
  return labels.slice(/\.(?:gov|com|org|net|edu)\.cn$/i.test(host) ? -3 : -2).join('.')
}

/** A machine on which a site was made or tried. */
const NOT_PUBLIC =
  /^(?:https?:\/\/)?(?:localhost|(?:test|demo|dev|beta|ceshi)\d*\.[\w.-]+)(?::\d+)?\/?$/i

interface Tagged {
  readonly view: PageView
  readonly tag: OfficialTag
}

export interface ForeignTags {
  /** SiteDomain or SiteName. */
  readonly name: string
  /** How many pages carry the tag. */
  readonly checked: number
  readonly bad: readonly Tagged[]
  /** All of them name a domain that no government may use and that is not the portal's. */
  readonly isNobodys: boolean
  /** All of them name the domain of another government body, which is not the portal's. */
  readonly isOthers: boolean
}

/** 石门县交通运输局 on the pages of 云泽市交通运输局: an office of another place, on those of an office. */
function isOfOtherPlace({ agency, portal, home }: SiteView, content: string): boolean {
  const place = /^([\u4e00-\u9fff]{1,8}?[市县区旗州])[\u4e00-\u9fff]{1,16}(?:局|委员会)$/.exec(
    content.trim(),
  )?.[1]
  const known = [
    agency.name,
    portal.name,
    home?.page.headTitle ?? '',
    home?.page.headName?.value ?? '',
  ]
  const isOffice = known.some((one) => /(?:局|委员会)$/.test(one))
  return place !== undefined && isOffice && !known.some((one) => one.includes(place))
}

/** Tags copied from another site with its template: a domain given to somebody else, a name that stands nowhere else. */
export function foreignTags(
  site: SiteView,
  views: readonly PageView[],
  filled: (view: PageView, name: string) => OfficialTag | null,
): readonly ForeignTags[] {
  const hosts = [site.portal.homeUrl, ...site.pages.map(({ page }) => page.url)]
  const own = new Set(
    hosts.flatMap((url) => (URL.canParse(url) ? [givenPart(new URL(url).hostname)] : [])),
  )
  const isStrange: Readonly<Record<string, (content: string) => boolean>> = {
    SiteDomain: (content) => {
      const host = hostIn(content)
      if (NOT_PUBLIC.test(content.trim())) return true
      return host !== null && (!own.has(givenPart(host)) || isOfHouse(site, views, host, filled))
    },
    SiteName: (content) =>
      isOfOtherPlace(site, content) ||
      isStrangeName(content, [
        site.agency.name,
        site.portal.name,
        site.home?.page.headTitle,
        site.home?.page.headName?.value,
      ]),
  }
  const rows = Object.entries(isStrange).flatMap(([name, test]) => {
    const tagged = views.flatMap((view): Tagged[] => {
      const tag = filled(view, name)
      return tag === null ? [] : [{ view, tag }]
    })
    const contents = new Set(tagged.map(({ tag }) => tag.content))
    const strange = new Set([...contents].filter(test))
    const bad = tagged.filter(({ tag }) => strange.has(tag.content))
    const isNobodys = [...strange].every((content) => isNobodysDomain(site, content))
    const isOthers = [...strange].every((content) => isOthersDomain(site, content))
    return bad.length === 0 ? [] : [{ name, checked: tagged.length, bad, isNobodys, isOthers }]
  })
  // Pages whose domain is told to be another's: the name beside it is no question of its own.
  const told = rows.find(
    ({ name, isNobodys, isOthers }) => name === 'SiteDomain' && (isNobodys || isOthers),
  )
  const pages = new Set(told?.bad.map(({ view }) => view))
  return rows.filter(
    ({ name, bad }) => name === 'SiteDomain' || !bad.every(({ view }) => pages.has(view)),
  )
}

/**
 * The host of the body above on nearly all pages of a kind, under the portal's own name, while the home page names the
 * portal's own host too. Where the home page does not, the house may have one host for all.
 */
function isOfHouse(
  { home, portal, pages }: SiteView,
  views: readonly PageView[],
  host: string,
  filled: (view: PageView, name: string) => OfficialTag | null,
): boolean {
  const own = hostIn(portal.homeUrl)
  const named = (view: PageView): string | null => hostIn(filled(view, 'SiteDomain')?.content ?? '')
  const nameOf = (view: PageView): string => compareForm(filled(view, 'SiteName')?.content ?? '')
  if (own === null || home === null || named(home) !== own) return false
  if (!own.endsWith(`.${host}`) || pages.some(({ page }) => hostIn(page.url) === host)) return false
  return ['article', 'listing'].some((kind) => {
    const tagged = views.filter(({ page }) => page.kind.value === kind)
    const told = tagged.filter((view) => named(view) === host && nameOf(view) === nameOf(home))
    return told.length >= COPIED.pages && told.length >= COPIED.share * tagged.length
  })
}

/** A domain that no government may use, on the portal of one that has its own, and to which the home page does not lead. */
function isNobodysDomain(site: SiteView, content: string): boolean {
  const host = hostIn(content)
  const { homeUrl } = site.portal
  if (!URL.canParse(homeUrl)) return false
  if (NOT_PUBLIC.test(content.trim()))
    return isOfficialHost(new URL(homeUrl).hostname) && hostIn(homeUrl) !== host
  if (host === null || isOfficialHost(host)) return false
  const given = givenPart(host)
  const isLinked = (site.home?.page.links ?? []).some(
    ({ url }) => URL.canParse(url) && givenPart(new URL(url).hostname) === given,
  )
  return isOfficialHost(new URL(homeUrl).hostname) && !isLinked
}

/**
 * A government's host that is not the portal's, to which no page leads, or only under the name of another body (市人民政府):
 * a portal leads to its own other address by its own pages.
 */
function isOthersDomain(site: SiteView, content: string): boolean {
  const host = hostIn(content)
  const { homeUrl } = site.portal
  if (host === null || !isOfficialHost(host) || !URL.canParse(homeUrl)) return false
  const { hostname, pathname } = new URL(homeUrl)
  const own = [site.agency.name, site.portal.name, site.home?.page.headTitle ?? ''].map(compareForm)
  const isOther = (text: string): boolean => {
    const name = compareForm(text)
    return /人民政府|政府网|[局厅委办]$/.test(name) && own.every((one) => !one.includes(name))
  }
  return (
    isOfficialHost(hostname) &&
    !isNamesake(hostname, host) &&
    // A folder of a platform is a second address of somebody who has one of his own.
    /^\/(?:(?:index|default)\.\w+)?$/.test(pathname) &&
    site.links
      .filter(({ url }) => hostIn(url) === host)
      .every(({ from }) => from.every(({ text }) => isOther(text)))
  )
}

/** www.qinghe.gov.cn and qinghe.xingtai.gov.cn: one place may have had both. */
function isNamesake(one: string, other: string): boolean {
  const isIn = (given: string, host: string): boolean =>
    host.split('.').includes(givenPart(given).split('.')[0] ?? '')
  return givenPart(one) !== givenPart(other) && (isIn(one, other) || isIn(other, one))
}

/** So few pages of a kind may be those of a guest, and so may a smaller part of them. */
const COPIED = { pages: 3, share: 0.8 }

export interface CopiedTags {
  /** The portal's own host. */
  readonly own: string
  readonly bad: readonly {
    readonly view: PageView
    readonly name: OfficialTag
    readonly domain: OfficialTag
  }[]
}

/**
 * Pages of one kind (`views`), nearly all with another official host and the name of another body, while a page of
 * another kind carries the portal's own host. Null where that is not plain. `filled` gives a page's tag of a name
 * where it says something. Hosts above and below the own one are those of the same house: a whole government's portal
 * is not judged by its departments' hosts.
 */
export function copiedTags(
  site: SiteView,
  views: readonly PageView[],
  filled: (view: PageView, name: string) => OfficialTag | null,
): CopiedTags | null {
  const own = hostIn(site.portal.homeUrl)
  if (own === null || !isOfficialHost(own)) return null
  const at = new Set(site.pages.map(({ page }) => hostIn(page.url)))
  const names = ownNames(site, filled)
  const bad = views.flatMap((view) => {
    const [name, domain] = [filled(view, 'SiteName'), filled(view, 'SiteDomain')]
    if (name === null || domain === null) return []
    const host = hostIn(domain.content)
    if (host === null || !isOfficialHost(host) || at.has(host)) return []
    if (own.endsWith(`.${host}`) || host.endsWith(`.${own}`)) return []
    return isOtherBody(names, name.content) ? [{ view, name, domain }] : []
  })
  if (bad.length < COPIED.pages || bad.length < COPIED.share * views.length) return null
  const judged = new Set(views)
  const carriesOwn = site.pages.some(
    (view) => !judged.has(view) && hostIn(filled(view, 'SiteDomain')?.content ?? '') === own,
  )
  return carriesOwn ? { own, bad } : null
}

function ownNames(
  { agency, portal, home }: SiteView,
  filled: (view: PageView, name: string) => OfficialTag | null,
): readonly string[] {
  const tag = home === null ? null : filled(home, 'SiteName')
  return [agency.name, portal.name, home?.page.headTitle ?? '', tag?.content ?? '']
    .map(compareForm)
    .filter((name) => name !== '')
}

/** A body's name that has, behind the place that both begin with, no two letters in common with any own name. */
function isOtherBody(own: readonly string[], content: string): boolean {
  const name = compareForm(content).replace(/(?:门户|官方)?网站?$/, '')
  if (!/[局厅委办院会]$/.test(name)) return false
  return own.every((one) => {
    let same = 0
    while (same < name.length && name[same] === one[same]) same += 1
    const [rest, other] = [properPart(name.slice(same)), properPart(one.slice(same))]
    return (
      rest.length >= 2 &&
      [...rest].every((letter, n) => n === 0 || !other.includes(`${rest[n - 1]}${letter}`))
    )
  })
}
