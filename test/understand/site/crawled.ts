/** Reads a generated demonstration portal as a crawl would, without network: follows every link breadth first. */
import { ownLabels } from '#app/rooms'
import { extensionOf, resolveUrl } from '#base/url'
import type { StoredCapture } from '#model/capture'
import type { Page } from '#model/page'
import { createPageReader } from '#understand/page-reader'
import type { SiteViewInput } from '#understand/site-view'
import { generatePortal } from '../../../fixtures/portals/generate.ts'
import type { PortalPlan } from '../../../fixtures/portals/plan.ts'
import { AS_OF } from '../../../fixtures/portals/plan.ts'

const AT = Date.parse('2023-12-10T02:00:00Z')

export function crawled(plan: PortalPlan): SiteViewInput {
  const served = generatePortal(plan)
  const answerAt = (url: string) => served.answer(new URL(url).pathname, new URL(url).search)
  const reader = createPageReader(ownLabels())
  const homeUrl = `http://${plan.host}${plan.homePath}`
  const platformUrl = plan.platformPath === null ? null : `http://${plan.host}${plan.platformPath}`
  const pages: { capture: StoredCapture; page: Page; depth: number }[] = []
  const captures: StoredCapture[] = []
  const seen = new Set<string>()
  let queue: { url: string; depth: number }[] = [homeUrl, platformUrl]
    .filter((url) => url !== null)
    .map((url) => ({ url, depth: 0 }))
  while (queue.length > 0) {
    const next: { url: string; depth: number }[] = []
    for (const { url, depth } of queue) {
      if (seen.has(url) || new URL(url).host !== plan.host) continue
      seen.add(url)
      let finalUrl = url
      const redirects: string[] = []
      let reply = answerAt(finalUrl)
      while (reply.headers.location !== undefined) {
        redirects.push(finalUrl)
        finalUrl = resolveUrl(reply.headers.location, finalUrl) ?? finalUrl
        reply = answerAt(finalUrl)
      }
      const id = `c${captures.length}`
      const capture: StoredCapture = {
        id,
        run: 'r1',
        url,
        at: AT + captures.length,
        via: 'http',
        state: 'stored',
        finalUrl,
        redirects,
        status: reply.status,
        headers: [],
        sha256: id,
        bytes: reply.body.length,
        remoteAddress: null,
        truncated: false,
        blocked: reply.status === 412 ? { by: 'challenge-412', because: '返回 412' } : null,
        remarks: [],
        record: null,
      }
      captures.push(capture)
      const type = reply.headers['content-type'] ?? null
      if (!/html|xml/.test(type ?? '') || /^(docx?|pdf|xlsx?)$/.test(extensionOf(url))) continue
      const { status, body } = reply
      const page = reader.read({
        url: finalUrl,
        body,
        contentType: type,
        status,
        truncated: false,
        homeUrl,
      })
      pages.push({ capture, page, depth })
      const more = [
        ...page.links.map((link) => link.url),
        ...(page.paging?.urls ?? []),
        ...page.frames,
        ...page.lists.flatMap((list) => list.items.map((item) => item.url)),
      ]
      for (const found of more) if (found !== null) next.push({ url: found, depth: depth + 1 })
    }
    queue = next
  }
  return {
    run: { id: 'r1', startedAt: AT, finishedAt: AT + captures.length },
    portal: {
      id: plan.siteCode,
      agencyId: plan.agencyId,
      name: `${plan.agency}网站`,
      siteCode: plan.siteCode,
      homeUrl,
      platformUrl,
      extraUrls: [],
      tags: [],
    },
    agency: {
      id: plan.agencyId,
      name: plan.agency,
      group: plan.group,
      attributes: plan.attributes,
    },
    asOf: AS_OF,
    pages,
    captures,
    frontier: [],
    probes: [],
    firstSeen: new Map(),
  }
}
