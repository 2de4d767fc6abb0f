/**
 * Pages that say "not found" under HTTP 200 (soft 404), known by what their host answered to an address that cannot
 * exist: they are read as error pages, so that nothing takes them for a column, an article or a live link. Doubt goes
 * to the page: shells, home pages and hosts that show one page for everything are left as they were read.
 */
import { placeKey } from '#base/url'
import { isNothingProbe } from '#model/capture'
import type { Page } from '#model/page'
import type { PageView } from '#model/site-view'

/** Longer main texts are content, however much they resemble; also the share by which two such pages may differ. */
const MAX_TEXT = 2_000
const MAX_DIFFERENCE = 0.05
/** A host where more of its pages than this look like its answer to nothing tells nothing by it. */
const MAX_SHARE = 0.5
const FEW = 3

const BECAUSE = '与本站对不存在的地址的答复相同（软404）'
/** Kinds that an answer to nothing may be mistaken for. */
const MISTAKEN: ReadonlySet<string> = new Set(['article', 'listing', 'directory', 'form', 'other'])

/** The views without the answers to invented addresses, and with soft 404 pages read as error pages. */
export function withoutNothing(views: readonly PageView[], homeUrl: string): readonly PageView[] {
  const looks = new Map<string, Page>()
  for (const { capture, page } of views) {
    if (!isNothingProbe(capture.url) || capture.status !== 200 || page.kind.value === 'home')
      continue
    if (hasLook(page)) looks.set(originOf(capture.finalUrl), page)
  }
  const met = views.filter(({ capture }) => !isNothingProbe(capture.url))
  if (looks.size === 0) return met
  const home = placeKey(homeUrl)
  const sureness = met.map((view) => {
    const look = looks.get(originOf(view.capture.finalUrl))
    const { capture, page } = view
    if (look === undefined || capture.via !== 'http' || capture.status !== 200) return 0
    if (!MISTAKEN.has(page.kind.value) || !hasLook(page)) return 0
    if (placeKey(capture.finalUrl) === home || placeKey(capture.url) === home) return 0
    return resemblance(look, page)
  })
  const found = sureness.filter((sure) => sure > 0).length
  if (found > FEW && found > met.length * MAX_SHARE) return met
  return met.map((view, i) => {
    const sure = sureness[i] ?? 0
    if (sure === 0) return view
    return {
      ...view,
      page: { ...view.page, kind: { value: 'error', sureness: sure, because: BECAUSE } },
    }
  })
}

/** A shell looks like every other shell. */
function hasLook({ text, needsBrowser, template }: Page): boolean {
  return text.length > 0 && template !== '' && !needsBrowser.value
}

/** How surely `page` is the answer that `nothing` is, 0–1. */
function resemblance(nothing: Page, page: Page): number {
  if (nothing.textHash === page.textHash) return 0.95
  // Such pages often repeat the address asked for.
  const difference = Math.abs(nothing.text.length - page.text.length)
  const alike =
    page.text.length <= MAX_TEXT &&
    nothing.template === page.template &&
    nothing.headTitle === page.headTitle &&
    difference <= MAX_DIFFERENCE * Math.max(nothing.text.length, page.text.length)
  return alike ? 0.75 : 0
}

function originOf(url: string): string {
  return new URL(url).origin
}
