/** `doctor/1` and `inspect-error/1`: what a command says of the machine, or of a line that it could not read. */
import { z } from 'zod'
import { count } from './parts.ts'

export const doctor1 = z.object({
  mingcha: z.literal('doctor/1'),
  parts: z.array(
    z.object({ name: z.string(), state: z.enum(['ok', 'warning', 'fault']), text: z.string() }),
  ),
  archive: z
    .object({
      runs: z.array(
        z.object({
          run: z.string(),
          state: z.enum(['ok', 'damaged']),
          records: count,
          bytes: count,
          confirmed: count.describe('Captures of the database found as it says'),
          damage: z
            .object({ file: z.string(), offset: count, because: z.string() })
            .nullable()
            .describe('The first bad record'),
          remarks: z.array(z.string()),
        }),
      ),
      pictures: z.object({ count, damaged: z.array(z.string()) }),
      foreign: z.array(z.string()).describe('Folders that belong to no run of this database'),
      complete: z.boolean().describe('False: stopped by the user'),
    })
    .optional()
    .describe('With --verify-archive'),
})

/** Stands in the place of a page in the output of `inspect --list`. */
export const inspectError1 = z.object({
  mingcha: z.literal('inspect-error/1'),
  line: z.int().min(1),
  error: z.string(),
})
