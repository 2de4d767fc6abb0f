/** Every published shape by the name of its schema file; docs/schema is generated from this list. */
import type { z } from 'zod'
import { checks1 } from './checks.ts'
import { doctor1, inspectError1 } from './diagnosis.ts'
import { checkState1, finding1 } from './finding.ts'
import { page1 } from './page.ts'
import { portal1, portals1 } from './registry.ts'
import { composites1, published1, publishedComposite1, schemeDiff1, whatIf1 } from './results.ts'
import { rerun1, scan1 } from './run-end.ts'
import { composite1, scheme1, schemes1 } from './scheme.ts'
import { scorecards1 } from './scorecards.ts'
import { siteView1 } from './site-view.ts'

export const PUBLISHED: Readonly<Record<string, z.ZodType>> = {
  'page-1': page1,
  'site-view-1': siteView1,
  'finding-1': finding1,
  'check-state-1': checkState1,
  'scorecards-1': scorecards1,
  'composites-1': composites1,
  'what-if-1': whatIf1,
  'published-1': published1,
  'published-composite-1': publishedComposite1,
  'scheme-diff-1': schemeDiff1,
  'scheme-1': scheme1,
  'composite-1': composite1,
  'schemes-1': schemes1,
  'checks-1': checks1,
  'portals-1': portals1,
  'portal-1': portal1,
  'scan-1': scan1,
  'rerun-1': rerun1,
  'doctor-1': doctor1,
  'inspect-error-1': inspectError1,
}
