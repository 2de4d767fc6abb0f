/**
 * Which of the places found are one column: a form that each unit repeats is none, a page reached with and without a parameter
 * is one, a menu entry that lands on its first sub-column is a section without a page of its own. Finding the places and
 * naming them is column-drafts.ts.
 */
import { compareForm } from '#base/text'
import type { PageView, Place } from '#model/site-view'

/** `block`: a link in the body of a home, directory or listing page whose text names a known column. */
export type SightingHow = 'nav' | 'more' | 'trail' | 'sitemap' | 'block' | 'self'

/** A column in the making. */
export interface ColumnDraft {
  /** Place key, with the section name behind `#` for a section that shares its landing page. */
  readonly key: string
  /** Address as linked, or as it ended. */
  readonly url: string
  /** List page 1 (or the single page); null when it was not fetched. Null for sections, whose landing page is another's. */
  readonly view: PageView | null
  readonly isSection: boolean
  readonly name: string
  readonly otherNames: readonly string[]
  readonly linkedFrom: readonly Place[]
  readonly scriptOnly: boolean
  /** How it was found; `self` alone means that only its own page says so. */
  readonly ways: ReadonlySet<SightingHow>
}

/** A menu entry that lands on the page of another column. */
export interface SharedPage {
  /** Key of the column whose page it is. */
  readonly key: string
  readonly name: string
  readonly landing: string
  readonly places: readonly Place[]
}

export const MAX_PLACES = 12

/** One name on several pages that nobody links to by name is a form of the system (诉求平台 of each unit), not columns. */
export function dropRepeated(drafts: ColumnDraft[]): void {
  const lonely = (draft: ColumnDraft): boolean =>
    draft.ways.size === 1 &&
    draft.ways.has('self') &&
    !(draft.view !== null && showsList(draft.view))
  const counts = new Map<string, number>()
  for (const draft of drafts.filter(lonely)) {
    const form = compareForm(draft.name)
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const kept = drafts.filter(
    (draft) => !lonely(draft) || (counts.get(compareForm(draft.name)) ?? 0) < 3,
  )
  drafts.splice(0, drafts.length, ...kept)
}

/** One page reached with and without a parameter that changes nothing (?number=1, ?from=home) is one column. */
export function joinTwins(drafts: ColumnDraft[]): void {
  const kept = new Map<string, ColumnDraft>()
  const shortFirst = [...drafts].sort((a, b) => a.url.length - b.url.length)
  for (const draft of shortFirst) {
    const { view } = draft
    const told = view === null ? draft.key : `${view.page.textHash} ${compareForm(draft.name)}`
    const key = `${draft.url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gi, '')} ${told}`
    const known = kept.get(key)
    kept.set(
      key,
      known === undefined
        ? draft
        : {
            ...known,
            linkedFrom: [...known.linkedFrom, ...draft.linkedFrom].slice(0, MAX_PLACES),
            ways: new Set([...known.ways, ...draft.ways]),
          },
    )
  }
  drafts.splice(0, drafts.length, ...kept.values())
}

/** A section whose name another column bears is that column; else it is a column without a page of its own. */
export function addSections(drafts: ColumnDraft[], sections: readonly SharedPage[]): void {
  const made = new Map<string, { draft: ColumnDraft; places: Place[] }>()
  for (const section of sections) {
    const form = compareForm(section.name)
    const at = drafts.findIndex((draft) => !draft.isSection && compareForm(draft.name) === form)
    const own = drafts[at]
    if (own !== undefined) {
      drafts[at] = {
        ...own,
        linkedFrom: [...own.linkedFrom, ...section.places].slice(0, MAX_PLACES),
      }
      continue
    }
    const known = made.get(form)
    if (known !== undefined) {
      known.places.push(...section.places)
      continue
    }
    const places = [...section.places]
    made.set(form, {
      places,
      draft: {
        key: `${section.key}#${form}`,
        url: section.landing,
        view: null,
        isSection: true,
        name: section.name,
        otherNames: [],
        linkedFrom: places,
        scriptOnly: false,
        ways: new Set(['nav']),
      },
    })
  }
  for (const { draft, places } of made.values()) {
    drafts.push({ ...draft, linkedFrom: places.slice(0, MAX_PLACES) })
  }
}

export function showsList(view: PageView): boolean {
  return view.page.lists.some((list) => list.subject && list.items.length > 1)
}
