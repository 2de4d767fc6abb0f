/**
 * What the columns of several units on one portal say, unit by unit: which of them lack what the others print. A unit is
 * judged by its own columns alone, and only where these say something of their own: one that leads to the portal's own page, or is
 * none that was read, is not judged. What is owed is the check's business.
 */
import { placeKey } from '#base/url'
import type { Column, PageView, SiteView } from '#model/site-view'
import { type Element, judgeElements, viewsOf } from './elements.ts'
import type { Member, UnevenElement } from './members.ts'
import { ownPart, partOf, unitsOf } from './units.ts'

/** Each element that some units lack in their columns of these topics; `judged`: all units whose columns say something. */
export function unevenUnits(
  site: SiteView,
  topics: readonly string[],
  elements: readonly Element[],
): { readonly judged: readonly Member[]; readonly uneven: readonly UnevenElement[] } {
  const own = new Set(topics.flatMap((topic) => ownPart(site).columnsOf(topic)).map(keyOf))
  const judged = unitsOf(site).flatMap((unit) => {
    const part = partOf(site, unit)
    const columns = topics.flatMap((topic) => part.columnsOf(topic))
    const views = columns.flatMap((column) => viewsOf(part, column))
    const [view] = views
    if (view === undefined || columns.some(isAway) || leadsTo(views, own)) return []
    const answers = [...judgeElements(part, columns, elements, unit.name, undefined, site)]
    const told = answers.filter(({ outcome }) => outcome === 'present' || outcome === 'missing')
    return told.length === 0 ? [] : [{ member: { name: unit.name, view }, told }]
  })
  const uneven = elements.map(({ name }): UnevenElement => {
    const of = (isSo: (answer: Told) => boolean): readonly Member[] =>
      judged
        .filter(({ told }) => told.some((one) => one.facts?.element === name && isSo(one)))
        .map(({ member }) => member)
    return {
      element: name,
      printing: of(({ outcome }) => outcome === 'present'),
      lacking: of(({ outcome, coverage }) => outcome === 'missing' && isWhole(coverage)),
      doubtful: of(({ outcome, coverage }) => outcome === 'missing' && !isWhole(coverage)),
    }
  })
  return {
    judged: judged.map(({ member }) => member),
    uneven: uneven.filter(({ lacking, doubtful }) => lacking.length + doubtful.length > 0),
  }
}

type Told = ReturnType<typeof judgeElements> extends Generator<infer A> ? A : never

const isWhole = (coverage: Told['coverage']): boolean => coverage?.value === 'complete'

const isAway = ({ kind }: Column): boolean => kind !== 'local'

const keyOf = ({ url }: Column): string => placeKey(url)

/** In their text they lead to the portal's own column of the kind: 详见县政府信息公开指南. A menu beside the text leads there from everywhere. */
function leadsTo(views: readonly PageView[], own: ReadonlySet<string>): boolean {
  return views.some(({ page }) => {
    const [start, end] = page.text.at ?? [0, Number.POSITIVE_INFINITY]
    return page.links.some(
      ({ area, url, at }) =>
        area !== 'nav' &&
        area !== 'trail' &&
        area !== 'footer' &&
        (area !== 'other' || (at[0] >= start && at[1] <= end)) &&
        own.has(placeKey(url)),
    )
  })
}
