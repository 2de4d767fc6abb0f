/**
 * Addresses that open for nobody, as they themselves show: no host a name can be, a place on the writer's own disk, a machine of
 * the office's own network. Whether an address that could open does is a matter of visits.
 */
import type { LinkTarget, Place, SiteView } from '#model/site-view'

/** `http://http://www…` and `http:///zwgk/`: what a browser takes for the host is a word. */
export function isMalformed({ url, internal }: LinkTarget): boolean {
  const { hostname, protocol } = new URL(url)
  return !internal && /^https?:$/.test(protocol) && /^(?!localhost$)[a-z0-9-]+$/i.test(hostname)
}

/** Links with words whose address is one of somebody's disk. */
export function linksOnDisk(site: SiteView): readonly Place[] {
  return site.pages.flatMap(({ page }) =>
    (page.bareEntries ?? [])
      .filter(({ text, onDisk }) => onDisk === true && text !== '')
      .map(({ text, at }) => ({ url: page.url, at, quote: text })),
  )
}

/** Pictures in the text of a page that lie on the writer's disk, or on a machine of the office's own network. */
export function picturesAstray(site: SiteView): {
  readonly disk: readonly Place[]
  readonly inside: readonly Place[]
} {
  const home = site.home?.page.url
  const isSeenInside = home === undefined || isInside(home)
  const shown = site.pages.flatMap(({ page }) =>
    (page.blocked === null ? (page.pictures ?? []) : [])
      .filter(({ inBody }) => inBody)
      .map((picture) => ({ ...picture, page: page.url })),
  )
  const disk = shown.flatMap(({ onDisk, at, page }) =>
    onDisk === undefined ? [] : [{ url: page, at, quote: onDisk }],
  )
  const inside = shown.flatMap(({ url, at, page }) =>
    isSeenInside || url === null || !isInside(url)
      ? []
      : [{ url: page, at, quote: new URL(url).host }],
  )
  return { disk, inside }
}

/** Links with words whose address begins with no scheme (`htp://`, `http：//`). */
export function linksMisspelt(site: SiteView): readonly Place[] {
  return site.pages.flatMap(({ page }) =>
    (page.bareEntries ?? [])
      .filter(({ text, misspelt }) => misspelt === true && text !== '')
      .map(({ text, at }) => ({ url: page.url, at, quote: text })),
  )
}

/** Networks of an office (RFC 1918) and the machine itself. */
const INSIDE =
  /^(?:localhost|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/

/** `http://192.168.1.10/…`: an address that opens only in the office, or on the machine itself. */
export function isInside(url: string): boolean {
  return INSIDE.test(new URL(url).hostname)
}

/** A door for the office's own people may lead into its network, as its words or its line say. */
const FOR_STAFF =
  /内网|内部|办公|\bOA\b|协同|邮箱|VPN|专网|局域网|政务外网|后台|管理(?:系统|平台|端)|登[录陆]|工作人员|职工|干部|公文|机要|值班|考勤|报[送销]|上报|填报|视频会议|人事|财务|档案|督[查办]|一体化|业务系统/i

/**
 * Words for the public that lead into the office's network, where nothing says whom they are for. A portal that stands in such
 * a network is looked at from inside.
 */
export function isForNobody(site: SiteView, { url, internal, from }: LinkTarget): boolean {
  const home = site.home?.page.url
  if (internal || !isInside(url) || home === undefined || isInside(home)) return false
  return from.some(({ text }) => text.trim() !== '') && !from.some((link) => isForStaff(site, link))
}

function isForStaff(site: SiteView, { url, text }: LinkTarget['from'][number]): boolean {
  const page = site.pageAt(url)?.page
  const lines = page?.text.excerpt.split('\n') ?? []
  const line = text.trim() === '' ? undefined : lines.find((one) => one.includes(text))
  // Its neighbours in a row of links are doors of their own.
  const rest = (page?.links ?? [])
    .filter((link) => link.text !== text && link.text.length > 1)
    .reduce((left, link) => left.replace(link.text, ' '), line ?? '')
  return FOR_STAFF.test(text) || FOR_STAFF.test(rest)
}
