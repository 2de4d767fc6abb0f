/**
 * What belongs to a portal, by the address alone. Sub-domains of other agencies and mirrors beside the entry directory are
 * outside (they are probed as link targets, never crawled), but for the folder that a superior's host keeps under the
 * site's own label: where the site says that its disclosure platform stands there, it is lent to the portal. Crawl decides
 * by this what to visit, understand whose page it read.
 */
import type { Portal } from './portal.ts'

/** Host with port, `www.` dropped; a default port of either scheme is no port. */
function hostKey(url: URL): string {
  const port = url.port === '80' || url.port === '443' ? '' : url.port
  return `${url.hostname.replace(/^www\./, '')}${port === '' ? '' : `:${port}`}`
}

/** Directory of a path: `/web/a/default.shtml` → `/web/a/`, `/web/a/` → itself. */
function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Directories that are a site's front by habit: an entry `/index/…` or `/cn/` means the host, not the folder. */
const FRONT_DIRECTORY =
  /^\/(?:index|home|main|default|portal|web|www|site|cn|zh|zh-cn|html|front)?\/?$/i

/** Directories named after what they hold, not after whose they are: such a name elsewhere on the host means another's. */
const COMMON_DIRECTORY =
  /^(?:.{1,2}|[\d._-]+|\d.*|(?:zf)?xxgk.*|zwgk|zfxxgk.*|xwzx|zwdt|zcjd|gggs|tzgg|gov|govs?|sites?|subsites?|web|www|pc|wap|new|news|list|art|article|info|content|channel|column|col|node|public|openness|xzjd|xzjz|jdxz|xzzc|zjd|bmdw|bmwz|zsdw|dept|depts|unit|units|org|html|index|home|main|default|pages?|template|view)$/i

/** The name that a folder's own site goes by on its host (`/yunpu/` → `yunpu`); null for the whole host or a common name. */
function ownName(entry: URL): string | null {
  const directory = directoryOf(entry.pathname)
  if (FRONT_DIRECTORY.test(directory)) return null
  const name = directory.split('/').filter(Boolean).at(-1) ?? ''
  return COMMON_DIRECTORY.test(name) ? null : name.toLowerCase()
}

/** What towns, offices and their pages add to a name in letters. */
const NAME_END = /(?:zhen|xiang|jiedao|jd|jdbsc|xian|shi|qu|ju|wei|ting|zf|rmzf|zfw|gov|z|x)$/

/** First letters of the syllables of a name in pinyin: `shiguzhen` → `sgz`; null where it is no pinyin. */
function initialsOf(name: string): string | null {
  const syllables = name.match(
    /(?:[zcs]h|[b-df-hj-np-tw-z])?(?:[iu]?[aeo]|[iuv])[aeiou]?(?:ng|n|r)?(?![aeiouv])/g,
  )
  if (syllables === null || syllables.length < 2 || syllables.join('') !== name) return null
  return syllables.map((one) => one[0]).join('')
}

/** `sgz` is `shiguzhen`, and `shigu` where the kind of body is left out. */
function isShort(short: string, name: string): boolean {
  const initials = initialsOf(name)
  if (initials === null || short.length < 3) return false
  return initials === short || (/[zxjqwt]$/.test(short) && initials === short.slice(0, -1))
}

/** One owner's label and another spelling of it: the same, without the kind of body, or by its initials. */
function isSameOwner(label: string, segment: string): boolean {
  if (segment === label) return true
  if (COMMON_DIRECTORY.test(segment)) return false
  const short = (name: string): string => name.replace(NAME_END, '')
  if (short(segment).length >= 4 && short(segment) === short(label)) return true
  return isShort(segment, label) || isShort(label, segment)
}

/** Ends of names that no place owns. */
const SUFFIX = /^(?:(?:gov|com|net|org|edu|ac)\.)?[a-z]+(?::\d+)?$/

/**
 * The folder that a superior keeps for a site, with the address inside: `www.city.gov.cn/zfxxgk/jtj/` of
 * `jtj.city.gov.cn`, `/zfxxgk/xz/sgz/` of `/shiguzhen/` on one host. Null where the address is on no superior's host or
 * in no folder that bears the site's own label, spelled out or by its initials.
 */
function folderAtSuperior(home: URL, url: URL): string | null {
  const own = hostKey(home)
  const dot = own.indexOf('.')
  const folder = ownName(home)
  const label = folder ?? own.slice(0, dot)
  const above = folder === null ? own.slice(dot + 1) : own
  if (dot === -1 || SUFFIX.test(above) || COMMON_DIRECTORY.test(label)) return null
  if (hostKey(url) !== above) return null
  if (folder === null && !FRONT_DIRECTORY.test(directoryOf(home.pathname))) return null
  const segments = directoryOf(url.pathname).split('/')
  const at = segments.findIndex((segment) => isSameOwner(label, segment.toLowerCase()))
  return at === -1 ? null : `${segments.slice(0, at + 1).join('/')}/`
}

export class Scope {
  readonly #homeUrl: URL
  /** Host key and directory of folders that superiors keep for the portal, as far as it says so. */
  readonly #lent = new Set<string>()
  /** Host key → directories that are inside; `/` for the whole host. */
  readonly #directories = new Map<string, string[]>()
  /** Host key and name of a site that is a folder of its host: its sections may stand under other folders there. */
  readonly #home: { readonly host: string; readonly name: string } | null

  constructor(portal: Pick<Portal, 'homeUrl' | 'platformUrl' | 'extraUrls'>) {
    const home = new URL(portal.homeUrl)
    this.#homeUrl = home
    const name = ownName(home)
    this.#home = name === null ? null : { host: hostKey(home), name }
    this.addEntry(portal.homeUrl)
    if (portal.platformUrl !== null) this.addEntry(portal.platformUrl)
    for (const url of portal.extraUrls) this.addEntry(url)
  }

  /** Puts an entry's host, or the entry's directory where it is not the host's front, inside the portal. */
  addEntry(entry: string): void {
    const url = new URL(entry)
    const key = hostKey(url)
    const directory = directoryOf(url.pathname)
    const root = FRONT_DIRECTORY.test(directory) ? '/' : directory
    const list = this.#directories.get(key)
    if (!list) this.#directories.set(key, [root])
    else if (!list.includes(root)) list.push(root)
  }

  /** The portal says that its platform is at this address: a superior's folder for it counts as lent from now on. */
  lend(address: string): void {
    const url = URL.canParse(address) ? new URL(address) : null
    const folder = url === null ? null : folderAtSuperior(this.#homeUrl, url)
    if (url !== null && folder !== null && !this.includes(address))
      this.#lent.add(`${hostKey(url)}${folder}`)
  }

  /** True when the address stands in a folder lent by a superior: read, but none of the portal's own pages. */
  isLent(address: string): boolean {
    if (this.#lent.size === 0) return false
    const url = new URL(address)
    const folder = folderAtSuperior(this.#homeUrl, url)
    return folder !== null && this.#lent.has(`${hostKey(url)}${folder}`)
  }

  /** The portal is a folder of a larger host. */
  get isFolder(): boolean {
    return !FRONT_DIRECTORY.test(directoryOf(this.#homeUrl.pathname))
  }

  /** True when the address stands on one of the portal's hosts, inside its directories or beside them. */
  ownsHost(address: string): boolean {
    return this.#directories.has(hostKey(new URL(address)))
  }

  /** True when the address belongs to the portal. */
  includes(address: string): boolean {
    const url = new URL(address)
    const directories = this.#directories.get(hostKey(url))
    if (directories === undefined) return false
    return directories.some((dir) => url.pathname.startsWith(dir)) || this.#bearsName(url)
  }

  /** `/xxgk/yunpu/…` and `/apply?unit=yunpu` of the host of `/yunpu/`: a county's platform keeps each town's part so. */
  #bearsName(url: URL): boolean {
    if (this.#home === null || hostKey(url) !== this.#home.host) return false
    const { name } = this.#home
    return (
      directoryOf(url.pathname).toLowerCase().split('/').includes(name) ||
      [...url.searchParams.values()].some((value) => value.toLowerCase() === name)
    )
  }
}
