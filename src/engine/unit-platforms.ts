/**
 * Platforms of several bodies side by side on one portal (towns and streets below 乡镇（街道）政府信息公开, 政府信息公开（某县教育局）): which of
 * the fixed sections a few of them lack that the others have. What the portal's own platform holds is another question.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { Column, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'
import { isReadWhole } from './hollow-pages.ts'
import { bodyNamed, isTownUnit, ownPart, unitsOf } from './units.ts'

export interface UnitPlatform {
  readonly name: string
  readonly column: Column
  /** Names of the sections that it lacks and most others beside it have. */
  readonly lacking: readonly string[]
}

/** Fewer side by side compare with nobody. */
const LEAST_BODIES = 3
/** Of the sections, so many below a body's column make it its platform. */
const LEAST_SECTIONS = 3
/** Longer lines are text. */
const LONGEST_NAME = 14

/** Bodies beside each other whose columns were read whole, by what they lack; none where they do not stand so. */
export function unitPlatforms(
  site: SiteView,
  sections: readonly (readonly [topic: string, name: string])[],
): readonly UnitPlatform[] {
  const tree = new ColumnTree(site)
  const roots = new Map(unitsOf(site).map(({ name, root }) => [root.id, name]))
  const groups = new Map<string, { name: string; column: Column }[]>()
  const bodies = tree.distinct().flatMap((column) => {
    const name = roots.get(column.id) ?? bodyNamed(site, column)
    return name === null ? [] : [{ name, column }]
  })
  for (const { name, column } of bodies) {
    // 部门乡镇信息公开, below which the bodies stand, is the list of them and none.
    const below = new Set(tree.descendants(column).map(({ id }) => id))
    const under = bodies.filter((one) => below.has(one.column.id) || isWithin(column, one.column))
    if (under.length > 1) continue
    // Platforms that hang on no column stand beside those of their sort.
    const key = column.parent ?? (isTownUnit({ name }) ? '/towns' : '/departments')
    groups.set(key, [...(groups.get(key) ?? []), { name, column }])
  }
  return [...groups.values()].flatMap((group) => {
    const whole = group.filter(({ column }) => isSeenWhole(site, column))
    const menu = menuOf(
      site,
      whole.map(({ column }) => column),
      sections,
    )
    const read = whole
      .map(({ name, column }) => ({ name, column, had: hadBy(site, tree, column, sections, menu) }))
      .filter(({ had }) => had.size >= LEAST_SECTIONS)
    if (read.length < LEAST_BODIES) return []
    return read.map(({ name, column, had }) => ({
      name,
      column,
      lacking: sections
        .map(([, name]) => name)
        .filter((name) => !had.has(name) && isHadByMost(read, name)),
    }))
  })
}

/** In a folder of the folder whose front this is. */
function isWithin(front: Column, { url }: Column): boolean {
  const folder = /^(.+\/)(?:(?:index|default)\.\w+)?$/.exec(front.url)?.[1]
  return folder !== undefined && new URL(folder).pathname !== '/' && isBelow(folder, url)
}

const isBelow = (folder: string, url: string): boolean =>
  url.startsWith(folder) && url.slice(folder.length).includes('/')

/** What a few lack that all others have is lacking; what many lack may be kept elsewhere for all of them. */
function isHadByMost(
  read: readonly { readonly had: ReadonlySet<string> }[],
  name: string,
): boolean {
  const having = read.filter(({ had }) => had.has(name)).length
  return having >= MOST_OF * (read.length - having)
}
/** So many have it for each that does not. */
const MOST_OF = 2

/** Its page came whole, without frames, and so did what it lists. */
function isSeenWhole(site: SiteView, column: Column): boolean {
  const view = site.pageAt(column.url)
  if (view === null || column.coverage !== 'complete') return false
  return view.page.frames.length === 0 && isReadWhole(view)
}

/** What every body's page and the portal's own sections link is the portal's menu: it tells nothing of one body. */
function menuOf(
  site: SiteView,
  bodies: readonly Column[],
  sections: readonly (readonly [topic: string, name: string])[],
): ReadonlySet<string> {
  const linkedOn = ({ url }: Column): ReadonlySet<string> =>
    new Set((site.pageAt(url)?.page.links ?? []).map((link) => placeKey(link.url)))
  const own = ownPart(site)
  const ofPortal = new Set(
    sections.flatMap(([topic]) => own.columnsOf(topic)).flatMap((one) => [...linkedOn(one)]),
  )
  const [first, ...others] = bodies.map(linkedOn)
  return new Set(
    [...(first ?? [])].filter((key) => ofPortal.has(key) && others.every((keys) => keys.has(key))),
  )
}

/** Sections that stand below the body's column, or that its own page leads to by name. */
function hadBy(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  sections: readonly (readonly [topic: string, name: string])[],
  menu: ReadonlySet<string>,
): ReadonlySet<string> {
  const below = tree.descendants(column)
  const { page } = site.pageAt(column.url) ?? {}
  const all = (page?.links ?? []).filter(({ area }) => area !== 'nav' && area !== 'footer')
  const links = all.filter(({ url }) => !menu.has(placeKey(url)))
  const menuLines = all.filter(({ url }) => menu.has(placeKey(url))).map(({ text }) => text.trim())
  // A line of the menu is no heading of the page, unless it stands there once more.
  const lines = (page?.text.excerpt ?? '').split('\n').filter((line) => {
    const at = menuLines.indexOf(line.trim())
    if (at >= 0) menuLines.splice(at, 1)
    return at < 0 && line.trim().length <= LONGEST_NAME
  })
  // Without a link that was read: tabs, pictures, headings.
  const shown = [
    ...(page?.bareEntries ?? []).map(({ text }) => text),
    ...(page?.pictures ?? []).flatMap(({ alt, caption }) => [alt ?? '', caption ?? '']),
    ...lines,
  ].map(compareForm)
  return new Set(
    sections
      .filter(([topic, name]) => {
        const ofTopic = site.columnsOf(topic, 0.3)
        const keys = new Set(ofTopic.map(({ url }) => placeKey(url)))
        const wanted = compareForm(name)
        const short = wanted.replace(/^政府信息(?:公开)?|^法定/, '')
        return (
          below.some((one) => ofTopic.includes(one)) ||
          links.some(({ text, url }) => keys.has(placeKey(url)) || says(text, short)) ||
          shown.some((text) => text.includes(short))
        )
      })
      .map(([, name]) => name),
  )
}

const says = (text: string, words: string): boolean => compareForm(text).includes(words)
