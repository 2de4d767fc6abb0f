/**
 * "Fail, then render": which pages checks want shown in a browser before they say that something is not there or leave it
 * to a person. Asked of a
 * first judgement, before the last one; pages already shown are not wished for again. Showing them is the crawl's, how many
 * the app's.
 */
import type { Check } from '#model/check'
import type { Finding } from '#model/finding'
import type { SiteView } from '#model/site-view'

export interface RenderWish {
  /** Address as the site view has it. */
  readonly url: string
  readonly depth: number
  /** Chinese, kept with the rendered page. */
  readonly because: string
}

/** Nearest to home first, each page once. */
export function renderWishes(
  checks: readonly Check[],
  findings: readonly Finding[],
  site: SiteView,
): readonly RenderWish[] {
  const asking = new Map(
    checks.filter((check) => check.rendersFirst === true).map((check) => [check.id, check]),
  )
  const wishes = new Map<string, RenderWish>()
  for (const finding of findings) {
    const check = asking.get(finding.check)
    if (check === undefined) continue
    const absent = check.outcomes[finding.outcome]?.claimsAbsence === true
    if (!absent && finding.verdict !== 'unsure') continue
    for (const { url } of finding.evidence) {
      const view = site.pageAt(url)
      if (view === null || view.capture.via === 'browser' || wishes.has(view.page.url)) continue
      const because = `“${check.title}”没有定论之前，先在浏览器里看`
      wishes.set(view.page.url, { url: view.page.url, depth: view.depth, because })
    }
  }
  return [...wishes.values()].sort((a, b) => a.depth - b.depth || (a.url < b.url ? -1 : 1))
}
