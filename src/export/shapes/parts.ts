/**
 * Pieces that several published shapes share: days, instants, readings, ratios. Published shapes accept unknown
 * keys (additions are free, contract head) and the generated JSON Schemas say so.
 */
import { z } from 'zod'

export const civilDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Civil day in Asia/Shanghai')
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/)
  .describe('Instant, ISO 8601 with offset')
export const sureness = z.number().min(0).max(1)
export const count = z.int().min(0)

export const dayReading = z.object({ value: civilDay, sureness, because: z.string() })

export const agencyRef = z.object({ id: z.string(), name: z.string() })
export const portalRef = z.object({
  id: z.string(),
  siteCode: z.string().nullable(),
  name: z.string(),
  url: z.string(),
})

export const verdict = z.enum(['pass', 'fail', 'unsure', 'not-applicable'])
export const paramValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])
export const factValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
])
