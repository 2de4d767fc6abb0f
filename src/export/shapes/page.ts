/** `page/1`: what was understood of one page (contract §4). Positions stay inside; readings keep their grounds. */
import { z } from 'zod'
import type { FooterKey, FooterValue, Page, Reading } from '#model/page'
import { subjectItems } from '#model/page'
import { civilDay, count, dayReading, sureness } from './parts.ts'

const footerValue = z.object({ value: z.string(), where: z.enum(['visible', 'markup']) }).nullable()
const text = z.string().nullable()

export const page1 = z.object({
  mingcha: z.literal('page/1'),
  url: z.string(),
  charset: z.object({
    name: z.string(),
    because: z.string(),
    contradicted: z.object({ label: z.string(), where: z.enum(['响应头', 'meta']) }).nullable(),
  }),
  kind: z.object({
    value: z.enum(['home', 'listing', 'article', 'directory', 'form', 'file', 'error', 'other']),
    sureness,
    because: z.string(),
  }),
  title: text,
  publishedOn: dayReading.nullable(),
  dateConflicts: z
    .array(
      z.object({
        from: z.enum(['tag', 'address', 'printed']),
        value: civilDay,
        because: z.string(),
      }),
    )
    .describe('Dates that speak against publishedOn, or were not taken for it'),
  source: text,
  trail: z.array(z.string()),
  officialTags: z.record(z.string(), z.string()),
  footer: z.object({
    siteCode: footerValue,
    icpNumber: footerValue,
    policeFilingNumber: footerValue,
    partyGovMark: footerValue,
    errorReportBox: footerValue,
    sponsor: footerValue,
    operator: footerValue,
    contact: footerValue,
    sitemap: footerValue,
    sponsorPhrase: footerValue.describe('主办 named in other words than the field 主办/主办单位'),
  }),
  accessibilityEntry: z
    .object({ label: z.string(), url: text, where: z.enum(['visible', 'markup']) })
    .nullable(),
  items: z.array(z.object({ title: z.string(), url: text, publishedOn: dayReading.nullable() })),
  paging: z.object({ pages: count.nullable(), next: text, style: z.string() }).nullable(),
  document: z
    .object({
      indexNumber: text,
      topic: text,
      issuer: text,
      signedOn: text,
      publishedOn: text,
      title: text,
      documentNumber: text,
      keywords: text,
      validity: text,
    })
    .nullable(),
  attachments: z.array(z.object({ url: z.string(), title: z.string(), type: z.string() })),
  frames: z.array(z.string()),
  needsBrowser: z.object({ value: z.boolean(), because: z.string() }),
  blocked: z.object({ by: z.string(), because: z.string() }).nullable(),
  text: z.object({ length: count }),
  truncated: z.boolean(),
})
export type Page1 = z.infer<typeof page1>

/** A reading without its position. */
export function plainReading<T>(reading: Reading<T>): {
  value: T
  sureness: number
  because: string
} {
  return { value: reading.value, sureness: reading.sureness, because: reading.because }
}

export function toPage1(page: Page): Page1 {
  const footer = (key: FooterKey) => shownValue(page.footer[key])
  const entry = page.accessibilityEntry
  return {
    mingcha: 'page/1',
    url: page.url,
    charset: {
      name: page.charset.name,
      because: page.charset.because,
      contradicted: page.charset.contradicted ?? null,
    },
    kind: plainReading(page.kind),
    title: page.title,
    publishedOn: page.publishedOn && plainReading(page.publishedOn),
    dateConflicts: (page.dateConflicts ?? []).map(({ from, value, because }) => ({
      from,
      value,
      because,
    })),
    source: page.source,
    trail: [...page.trail],
    officialTags: Object.fromEntries(page.officialTags.map((tag) => [tag.name, tag.content])),
    footer: {
      siteCode: footer('siteCode'),
      icpNumber: footer('icpNumber'),
      policeFilingNumber: footer('policeFilingNumber'),
      partyGovMark: footer('partyGovMark'),
      errorReportBox: footer('errorReportBox'),
      sponsor: footer('sponsor'),
      operator: footer('operator'),
      contact: footer('contact'),
      sitemap: footer('sitemap'),
      sponsorPhrase: shownValue(page.sponsorPhrase ?? null),
    },
    accessibilityEntry: entry && { label: entry.label, url: entry.url, where: entry.where },
    items: subjectItems(page).map((item) => ({
      title: item.title,
      url: item.url,
      publishedOn: item.publishedOn && plainReading(item.publishedOn),
    })),
    paging: page.paging && {
      pages: page.paging.pages,
      next: page.paging.next,
      style: page.paging.style,
    },
    document: page.document && { ...page.document },
    attachments: page.attachments.map(({ url, title, type }) => ({ url, title, type })),
    frames: [...page.frames],
    needsBrowser: { ...page.needsBrowser },
    blocked: page.blocked && { ...page.blocked },
    text: { length: page.text.length },
    truncated: page.truncated,
  }
}

function shownValue(
  value: FooterValue | null,
): { value: string; where: 'visible' | 'markup' } | null {
  return value && { value: value.value, where: value.where }
}
