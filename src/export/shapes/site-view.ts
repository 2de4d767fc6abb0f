/** `site-view/1`: the understood structure of one portal in one run (contract §5), without page bodies or links. */
import { z } from 'zod'
import type { Column, SiteView } from '#model/site-view'
import { plainReading } from './page.ts'
import { civilDay, count, dayReading, portalRef, sureness } from './parts.ts'

const coverage = z.enum(['complete', 'partial'])

export const siteView1 = z.object({
  mingcha: z.literal('site-view/1'),
  run: z.string(),
  agency: z.object({ id: z.string(), name: z.string() }),
  portal: portalRef,
  asOf: civilDay,
  coverage,
  coverageBecause: z.string().nullable(),
  pages: z.object({
    fetched: count,
    rendered: count,
    blocked: count,
    failed: count,
    notVisited: z.record(z.string(), count).describe('Addresses by reason they were not visited'),
  }),
  columns: z.array(
    z.object({
      name: z.string(),
      topic: z
        .object({ value: z.string(), name: z.string(), sureness, because: z.string() })
        .nullable()
        .describe('Canonical column: English id and Chinese name'),
      trail: z.array(z.string()),
      url: z.string(),
      parent: z.string().nullable().describe('Address of the parent column'),
      children: z.array(z.string()).describe('Addresses of the sub-columns'),
      kind: z.enum(['local', 'external', 'script']),
      coverage,
      coverageBecause: z.string().nullable(),
      pagingBecause: z
        .string()
        .nullable()
        .describe(
          'How further list pages were found; whether a real sample of the system was read',
        ),
      items: z.object({ firstPage: count, known: count }),
      newest: z.object({ value: civilDay, because: z.string() }).nullable(),
      dates: z.enum(['printed', 'script', 'none']),
      empty: z.boolean(),
      underConstruction: z.boolean(),
    }),
  ),
  annualReports: z.array(
    z.object({
      year: z.int(),
      title: z.string(),
      url: z.string(),
      publishedOn: dayReading.nullable(),
      parts: z.array(z.string()),
      tables: z.enum(['html', 'attachment', 'picture', 'none']),
    }),
  ),
  siteAnnualTables: z.array(
    z.object({
      year: z.int(),
      title: z.string(),
      url: z.string(),
      publishedOn: dayReading.nullable(),
      onHome: z.boolean(),
    }),
  ),
  unknownColumns: z.array(
    z.object({ name: z.string(), url: z.string(), proposedTopic: z.string() }),
  ),
})
export type SiteView1 = z.infer<typeof siteView1>

/** `topicName` turns a topic id into its Chinese name. */
export function toSiteView1(site: SiteView, topicName: (topic: string) => string): SiteView1 {
  const addressOf = new Map(site.columns.map((column) => [column.id, column.url]))
  const address = (id: string) => addressOf.get(id) ?? id
  return {
    mingcha: 'site-view/1',
    run: site.run.id,
    agency: { id: site.agency.id, name: site.agency.name },
    portal: {
      id: site.portal.id,
      siteCode: site.portal.siteCode,
      name: site.portal.name,
      url: site.portal.homeUrl,
    },
    asOf: site.asOf,
    coverage: site.coverage,
    coverageBecause: site.coverageBecause,
    pages: { ...site.counts, notVisited: { ...site.counts.notVisited } },
    columns: site.columns.map((column) => columnOf(column, address, topicName)),
    annualReports: site.annualReports.map((report) => ({
      year: report.year,
      title: report.title,
      url: report.url,
      publishedOn: report.publishedOn && plainReading(report.publishedOn),
      parts: [...report.parts],
      tables: report.tables,
    })),
    siteAnnualTables: site.siteAnnualTables.map((table) => ({
      year: table.year,
      title: table.title,
      url: table.url,
      publishedOn: table.publishedOn && plainReading(table.publishedOn),
      onHome: table.onHome !== null,
    })),
    unknownColumns: site.unknownColumns.map(({ name, url, proposedTopic }) => ({
      name,
      url,
      proposedTopic,
    })),
  }
}

function columnOf(
  column: Column,
  address: (id: string) => string,
  topicName: (topic: string) => string,
): SiteView1['columns'][number] {
  const topic = column.topic
  return {
    name: column.name,
    topic: topic && { ...plainReading(topic), name: topicName(topic.value) },
    trail: [...column.trail],
    url: column.url,
    parent: column.parent === null ? null : address(column.parent),
    children: column.children.map(address),
    kind: column.kind,
    coverage: column.coverage,
    coverageBecause: column.coverageBecause,
    pagingBecause: column.pagingBecause ?? null,
    items: { firstPage: column.firstPageItems, known: column.items.length },
    newest: column.newest && { value: column.newest.value, because: column.newest.because },
    dates: column.dates,
    empty: column.empty,
    underConstruction: column.underConstruction,
  }
}
