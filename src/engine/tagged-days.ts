/**
 * Pages with a PubDate tag beside the day that they print: which tags say another day, whether they are odd among tags that
 * all hold the printed day, and which hold the time at which the file was made. What that means is the check's.
 */
import { daysBetween } from '#base/day'
import type { CivilDay, DateConflict, Page } from '#model/page'
import type { SiteView } from '#model/site-view'

export interface Tagged {
  readonly page: Page
  /** '' where the page prints none. */
  readonly day: CivilDay
  readonly tag: DateConflict | null
}

function taggedPages(site: SiteView): Tagged[] {
  return site.pages.flatMap(({ page }) => {
    const has = page.officialTags.some((tag) => tag.name === 'PubDate' && tag.content !== '')
    if (page.kind.value !== 'article' || !has) return []
    const tag = page.dateConflicts?.find((one) => one.from === 'tag') ?? null
    return [{ page, day: page.publishedOn?.value ?? '', tag }]
  })
}

/** So many tags that are the printed day, beside each that is not, show what the portal's tags hold. */
const TRUE_TAGS = 20
/** Tags that lie nearer may tell when a text was put right. */
const BEYOND_DOUBT = 30

export interface TagsApart {
  readonly all: readonly Tagged[]
  readonly printed: readonly Tagged[]
  /** Tags of another day than the printed one. */
  readonly bad: readonly Tagged[]
  /** Of these, the ones far apart where all but a few tags are the printed day. */
  readonly odd: readonly Tagged[]
  /** Tags known to hold the time of generation, beside another printed day or none. */
  readonly made: readonly Tagged[]
}

export function tagsApart(site: SiteView, least: number): TagsApart {
  const all = taggedPages(site)
  const printed = all.filter(({ day }) => day !== '')
  const gap = ({ day, tag }: Tagged): number =>
    tag === null || day === '' ? 0 : Math.abs(daysBetween(day, tag.value))
  const isApart = (one: Tagged): boolean => gap(one) >= least
  const bad = printed.filter((one) => !one.tag?.generated && isApart(one))
  const isUsual = printed.length - bad.length >= bad.length * TRUE_TAGS
  const odd = isUsual ? bad.filter((one) => gap(one) > BEYOND_DOUBT) : []
  const made = all.filter((one) => one.tag?.generated && (one.day === '' || isApart(one)))
  return { all, printed, bad, odd, made }
}
