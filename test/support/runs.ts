/** A portal and a run for tests, with bounds that do not wait. */
import { shortId } from '#base/hash'
import type { Portal } from '#model/portal'
import type { Budget, Run } from '#model/run'

export function portalOf(homeUrl: string, over: Partial<Portal> = {}): Portal {
  return {
    id: shortId(homeUrl),
    agencyId: 'agency',
    name: '测试网站',
    siteCode: null,
    homeUrl,
    platformUrl: null,
    extraUrls: [],
    tags: [],
    ...over,
  }
}

export function runOf(portalId: string, budget: Partial<Budget> = {}, id = 'run'): Run {
  return {
    id,
    portalId,
    purpose: 'self-check',
    state: 'running',
    asOf: '2026-01-01',
    startedAt: 0,
    finishedAt: null,
    budget: {
      maxPages: 200,
      maxMinutes: 5,
      maxBytesPerBody: 1_000_000,
      maxTotalBytes: 100_000_000,
      delayMs: 0,
      perHostParallel: 4,
      timeoutMs: 3_000,
      maxExternalProbes: 100,
      ...budget,
    },
    note: null,
    codeVersion: 'test',
  }
}
