/** Values for tests that need something to put into a store. */
import type { Registry } from '#model/portal'
import type { Budget, Run } from '#model/run'

export const REGISTRY: Registry = {
  agencies: [
    { id: 'lyj', name: '某市林业局', group: '市直部门', attributes: ['具有行政执法职能'] },
    { id: 'jyj', name: '某市教育局', group: null, attributes: [] },
  ],
  portals: [
    {
      id: '4200000001',
      agencyId: 'lyj',
      name: '某市林业局网站',
      siteCode: '4200000001',
      homeUrl: 'http://lyj.example.gov.cn/',
      platformUrl: null,
      extraUrls: ['http://lyj.example.gov.cn/xxgk/'],
      tags: ['试点'],
    },
    {
      id: 'p-jyj',
      agencyId: 'jyj',
      name: '某市教育局网站',
      siteCode: null,
      homeUrl: 'http://jyj.example.gov.cn/',
      platformUrl: 'http://jyj.example.gov.cn/zfxxgk/',
      extraUrls: [],
      tags: [],
    },
  ],
}

export const BUDGET: Budget = {
  maxPages: 500,
  maxMinutes: 30,
  maxBytesPerBody: 10_000_000,
  maxTotalBytes: 1_000_000_000,
  delayMs: 1000,
  perHostParallel: 2,
  timeoutMs: 20_000,
  maxExternalProbes: 200,
}

export function aRun(id: string, over: Partial<Run> = {}): Run {
  return {
    id,
    portalId: '4200000001',
    purpose: 'self-check',
    state: 'running',
    asOf: '2023-12-20',
    startedAt: 1,
    finishedAt: null,
    budget: BUDGET,
    note: null,
    codeVersion: '0.1.0',
    ...over,
  }
}
