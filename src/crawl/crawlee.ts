/**
 * What we use of Crawlee, loaded as CommonJS: its ES entry re-exports by name what it must first scan for, which made
 * every start of the program a tenth of a second slower. Decides nothing else.
 */
import { createRequire } from 'node:module'
import type * as Basic from '@crawlee/basic'
import type * as Core from '@crawlee/core'

export const { BasicCrawler, CriticalError } = createRequire(import.meta.url)(
  '@crawlee/basic',
) as typeof Basic
export const { Configuration, log, LogLevel, Request } = createRequire(import.meta.url)(
  '@crawlee/core',
) as typeof Core
