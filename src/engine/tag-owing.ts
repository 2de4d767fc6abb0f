/**
 * Pages of which the tags of a column page or a published text are not asked: letters of another system, and what was set
 * up by itself rather than published.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { OfficialTag, Page } from '#model/page'
import type { SiteView } from '#model/site-view'
import { viewsOf } from './elements.ts'
import { isChinese } from './foot-gaps.ts'

/** Where pages are set up rather than published: notes for applicants, records of a catalogue of data sets. */
const FUNCTIONS = ['disclosureRequest', 'openData']

/** Not owed, but where they stand they say something. */
export const OPTIONAL_TAGS: readonly string[] = ['Keywords', 'Author', 'Description']

/** Whether the tags of its kind are asked of a page; `framed`: what stands inside another page's frame. */
export function owesTags(site: SiteView, framed: ReadonlySet<string>): (page: Page) => boolean {
  const columns = new Set(
    site.columns.flatMap(({ kind, url }) => (kind === 'local' ? [placeKey(url)] : [])),
  )
  const functions = new Set(
    FUNCTIONS.flatMap((topic) => site.columnsOf(topic))
      .flatMap((column) => viewsOf(site, column))
      .map((view) => view.page.url),
  )
  // Guides of a system of services, none of which has a text's tags.
  const guides = site.serviceGuides.flatMap(({ url }) => site.pageAt(url)?.page ?? [])
  const isOfSystem = !guides.some(({ officialTags }) => officialTags.some(isContentTag))
  const records = new Set(isOfSystem ? guides.filter(hasColumnTag) : [])
  const doors = standingDoors(site)
  // A site map belongs to no column.
  const map = site.sitemap === null ? null : placeKey(site.sitemap.place.url)
  return (page) =>
    page.blocked === null &&
    !framed.has(placeKey(page.url)) &&
    placeKey(page.url) !== map &&
    !isLetter(page) &&
    !records.has(page) &&
    !(doors.has(placeKey(page.url)) && isUntagged(page)) &&
    // A text of an edition in another language belongs to no column of this one.
    (page.kind.value !== 'article' || isChinese(page)) &&
    // A column that is one text (a guide) is its column page, whatever it prints.
    (page.kind.value !== 'article' ||
      !(columns.has(placeKey(page.url)) || isFixture(page, functions))) &&
    // A list endpoint's answer is put into a page that carries the tags.
    page.template !== '' &&
    // Home pages of channels (an English edition) are not the home page.
    (page.kind.value !== 'home' || page === site.home?.page)
}

/** Pages to which the foot of the home page leads and its menu does not: 手机版, 政务新媒体, 关于我们. */
function standingDoors({ home }: SiteView): ReadonlySet<string> {
  const links = home?.page.links ?? []
  const at = (isFoot: boolean): readonly string[] =>
    links.filter(({ area }) => (area === 'footer') === isFoot).map(({ url }) => placeKey(url))
  const elsewhere = new Set(at(false))
  return new Set(at(true).filter((url) => !elsewhere.has(url)))
}

/** The site's tags and no other: it was set up beside the columns. */
function isUntagged({ officialTags, publishedOn }: Page): boolean {
  const isOfSite = ({ name }: OfficialTag): boolean => /^Site/i.test(name)
  return publishedOn === null && officialTags.length > 0 && officialTags.every(isOfSite)
}

function hasColumnTag({ officialTags }: Page): boolean {
  return officialTags.some(({ name }) => /^Column/i.test(name))
}

/** One letter and its answer, without a day of its own: another system's page, of which 内容页's tags are not asked. */
export function isLetter({ messages, publishedOn }: Page): boolean {
  return publishedOn === null && messages?.length === 1 && messages[0]?.url === null
}

/**
 * A page that was set up rather than published: it prints no day, and calls itself its own column, belongs to a
 * function or is the front of a folder of its own with a column's tags only.
 */
function isFixture(page: Page, functions: ReadonlySet<string>): boolean {
  const column = compareForm(
    page.officialTags.find((tag) => tag.name === 'ColumnName')?.content ?? '',
  )
  const [head = ''] = page.headTitle?.split(/ ?[-_—|] ?/) ?? []
  const names = [page.title ?? '', head].map(compareForm)
  // A column that is a table of figures prints when they were renewed (更新时间).
  if (page.publishedOn !== null)
    return column !== '' && names[0] === column && !page.officialTags.some(isContentTag)
  // A box to look something up in publishes nothing.
  if ([page.title ?? '', column].some((name) => LOOK_UP.test(name))) return true
  if (functions.has(page.url) || (column !== '' && names.includes(column))) return true
  return column !== '' && FOLDER.test(page.url) && !page.officialTags.some(isContentTag)
}

const LOOK_UP = /查询(?:系统|平台|服务|入口)?$/

/** The address of a folder: where a body's or a person's own page lies, tagged as the column that it is. */
const FOLDER = /\/(?:index\.s?html?)?$/i

function isContentTag({ name }: OfficialTag): boolean {
  return /^(?:ArticleTitle|PubDate|ContentSource)$/i.test(name)
}
