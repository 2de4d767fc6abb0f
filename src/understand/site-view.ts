/**
 * Builds the SiteView, all that a check may see of one run of one portal, from pages, captures and frontier states.
 * Pure: the same input gives the same view, offline, next year. Each part is read in its own file; here they are put in
 * order, since later parts rest on earlier ones.
 */
import type { Labels } from '#base/labels'
import type { Lexicon } from '#model/lexicon'
import type { AccessibilityView, SiteView } from '#model/site-view'
import { readAnnualReports } from './annual-reports.ts'
import { bareEntriesOf } from './bare-entries.ts'
import { tagOf } from './column-names.ts'
import { readColumns } from './columns.ts'
import { readConsultations } from './consultations.ts'
import { readLeaders } from './leaders.ts'
import { readLinkTargets } from './link-targets.ts'
import { readNewMedia } from './new-media.ts'
import { readOpinionChannels } from './opinion.ts'
import { selfNamed } from './own-name.ts'
import { readPublicMessages } from './public-messages.ts'
import { readServiceGuides } from './service-guides.ts'
import { readSiteAnnualTables } from './site-annual-tables.ts'
import { siteDocuments } from './site-documents.ts'
import { compareText, indexSite, type SiteIndex, type SiteViewInput } from './site-index.ts'
import { readSearches } from './site-searches.ts'
import { readSitemap } from './sitemap.ts'
import { createTopicMatcher } from './topics.ts'
import { countVisits, portalCoverage, readTroubles } from './troubles.ts'

export type { SiteViewInput } from './site-index.ts'

/** Sureness of a topic that `columnsOf` asks for when the caller names none. */
const DEFAULT_LEAST = 0.5

export function buildSiteView(input: SiteViewInput, lexicon: Lexicon, labels: Labels): SiteView {
  const index = selfNamed(indexSite(input))
  const ownNames = namesOf(index)
  const matcher = createTopicMatcher(lexicon, ownNames)
  const sitemap = readSitemap(index)
  const { columns, unknown } = readColumns(index, matcher, sitemap?.entries ?? [])
  const documents = siteDocuments(index, columns)
  const troubles = readTroubles(index)
  const reports = readAnnualReports(index, documents, columns, ownNames)
  return {
    run: input.run,
    agency: index.agency,
    portal: index.portal,
    asOf: input.asOf,
    ...portalCoverage(index),
    home: index.home,
    troubles,
    pages: index.views,
    besidePages: index.allViews.filter(index.isBeside),
    pageAt: index.viewAt,
    counts: countVisits(index, troubles),
    columns,
    columnsOf: (topic, least = DEFAULT_LEAST) =>
      columns.filter((column) => column.topic?.value === topic && column.topic.sureness >= least),
    annualReports: reports.own,
    collectedReports: reports.collected,
    siteAnnualTables: readSiteAnnualTables(index, documents, columns, ownNames),
    leaders: readLeaders(index, columns, labels),
    leadersIn: (some) => readLeaders(index, some, labels),
    links: readLinkTargets(index),
    newMedia: readNewMedia(index, columns),
    opinionChannels: readOpinionChannels(index, columns),
    messages: readPublicMessages(index, columns, ownNames),
    consultations: readConsultations(index, columns),
    serviceGuides: readServiceGuides(index, columns, labels),
    sitemap,
    unknownColumns: unknown,
    bareEntries: bareEntriesOf(index.views, columns, matcher),
    accessibility: accessibilityOf(index, input.probes),
    ipv6: input.probes.flatMap((probe) => (probe.kind === 'ipv6' ? [probe.value] : [])),
    https: input.probes.flatMap((one) => (one.kind === 'https' ? [one.value] : []))[0] ?? null,
    search: readSearches(index),
    history: { firstSeen: input.firstSeen },
  }
}

/**
 * Names under which the unit signs its documents and prefixes its columns. A department's page that names the
 * government as site or sponsor (one platform for all) does not make the government's reports the department's.
 */
function namesOf(index: SiteIndex): readonly string[] {
  const { home, agency, portal } = index
  const shown = [
    portal.name,
    home === null ? undefined : tagOf(home, 'SiteName'),
    (home?.page.footer.sponsor ?? home?.page.sponsorPhrase)?.value.replace(
      /^主办(单位)?\s*[:：]?|^版权所有\s*[:：©]?\s*|\s*版权所有$|^(?:Copyright|©)[^\u4e00-\u9fff]*/i,
      '',
    ),
  ]
  // A portal given by its address alone has its host for a name, which says nothing of what it is.
  const isGovernment = agency.name.includes('政府') || !/\p{Script=Han}/u.test(agency.name)
  const names = shown
    .filter((name) => name !== undefined)
    .filter((name) => isGovernment || !name.includes('政府'))
    .map((name) => name.replace(/(门户)?网站$|政府网$/, ''))
  const all = [agency.name, ...names].map((name) => name.trim())
  return [...new Set(all.filter((name) => name.length >= 2))]
}

/** Readings whose rendered page was kept, nearest to home first. */
function accessibilityOf(
  index: SiteIndex,
  probes: SiteViewInput['probes'],
): readonly AccessibilityView[] {
  const captures = new Map(index.captures.map((capture) => [capture.id, capture]))
  const entries = new Map(
    probes.flatMap((probe) =>
      probe.kind === 'render' ? [[probe.capture, probe.value.accessibilityEntry]] : [],
    ),
  )
  const depth = (url: string): number => index.viewAt(url)?.depth ?? Number.MAX_SAFE_INTEGER
  return probes
    .flatMap((probe): AccessibilityView[] => {
      const capture = captures.get(probe.capture)
      if (probe.kind !== 'axe' || capture?.state !== 'stored') return []
      const entry = entries.get(probe.capture) ?? null
      return [{ url: probe.url, capture, at: probe.at, reading: probe.value, entry }]
    })
    .sort((a, b) => depth(a.url) - depth(b.url) || compareText(a.url, b.url))
}
