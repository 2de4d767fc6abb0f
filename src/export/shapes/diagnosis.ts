/** `doctor/1` and `inspect-error/1`: what a command says of the machine, or of a line that it could not read. */
import { z } from 'zod'

export const doctor1 = z.object({
  mingcha: z.literal('doctor/1'),
  parts: z.array(
    z.object({ name: z.string(), state: z.enum(['ok', 'warning', 'fault']), text: z.string() }),
  ),
})

/** Stands in the place of a page in the output of `inspect --list`. */
export const inspectError1 = z.object({
  mingcha: z.literal('inspect-error/1'),
  line: z.int().min(1),
  error: z.string(),
})
