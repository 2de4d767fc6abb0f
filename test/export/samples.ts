/** Model values for the export tests: one of each noun, complete, of our own making. */

import type { Check } from '#model/check'
import type { FindingView } from '#model/finding'
import type { Page } from '#model/page'
import type { Agency, Portal } from '#model/portal'
import type { Run } from '#model/run'
import type { Scheme } from '#model/scheme'
import type { CriterionScore, Scorecards } from '#model/scorecard'
import type { Column, SiteView } from '#model/site-view'
import { plainScheme } from '../support/scheme-parts.ts'
import { BUDGET } from '../support/store-values.ts'

export const AT = Date.parse('2023-12-12T01:02:03.004Z')

export const agency: Agency = {
  id: 'A1',
  name: '青溪县水务局',
  group: '县直部门',
  attributes: ['具有行政执法职能'],
}

export const portal: Portal = {
  id: '4299000012',
  agencyId: 'A1',
  name: '青溪县水务局网站',
  siteCode: '4299000012',
  homeUrl: 'http://sw.qingxi.example/',
  platformUrl: null,
  extraUrls: [],
  tags: [],
}

export function finding(changes: Partial<FindingView> = {}): FindingView {
  return {
    id: 'f1',
    identity: 'i1',
    run: 'r1',
    at: AT,
    agencyId: agency.id,
    portalId: portal.id,
    check: 'freshness/column-stale',
    revision: 2,
    params: { maxAgeDays: 14, topics: ['notices'] },
    outcome: 'stale',
    verdict: 'fail',
    subject: '通知公告',
    message: '栏目“通知公告”最新一条为 2023-01-05，已 341 天未更新',
    ask: null,
    facts: { newest: '2023-01-05', ageDays: 341, names: ['甲', '乙'], rendered: false, note: null },
    measure: { value: 341, unit: 'days' },
    downgraded: null,
    pages: ['http://sw.qingxi.example/tzgg/'],
    evidence: [
      {
        url: 'http://sw.qingxi.example/tzgg/',
        capture: 'c1',
        capturedAt: AT,
        locator: 'char=120,130',
        quote: '2023-01-05',
        sha256: 'ab'.repeat(32),
        screenshot: null,
      },
    ],
    decision: null,
    firstSeen: AT,
    state: 'new',
    ...changes,
  }
}

export const page: Page = {
  url: 'http://sw.qingxi.example/tzgg/202312/t1.html',
  charset: { name: 'gb18030', because: 'meta' },
  kind: { value: 'article', sureness: 0.97, because: '有正文与发布时间' },
  title: '关于停水的通知',
  headTitle: '关于停水的通知-青溪县水务局',
  publishedOn: { value: '2023-12-05', sureness: 0.98, because: '标签“发布时间”', at: [10, 20] },
  source: '青溪县水务局',
  trail: ['首页', '通知公告'],
  officialTags: [{ name: 'SiteName', content: '青溪县水务局', at: [0, 5] }],
  footer: {
    siteCode: { value: '4299000012', where: 'visible', at: [900, 910] },
    icpNumber: null,
    policeFilingNumber: null,
    partyGovMark: { value: '有', where: 'markup', at: [920, 930] },
    errorReportBox: null,
    sponsor: null,
    operator: null,
    contact: null,
    sitemap: null,
  },
  accessibilityEntry: { label: '无障碍浏览', url: null, where: 'visible', at: [1, 5] },
  lists: [
    {
      heading: '通知公告',
      moreUrl: null,
      subject: true,
      at: [30, 90],
      items: [
        {
          title: '甲通知',
          url: 'http://sw.qingxi.example/a.html',
          publishedOn: { value: '2023-12-01', sureness: 0.9, because: '列表日期' },
          at: [30, 40],
        },
        { title: '乙通知', url: null, publishedOn: null, at: [50, 60] },
      ],
    },
    {
      heading: '热点',
      moreUrl: null,
      subject: false,
      at: [100, 140],
      items: [{ title: '不属本页', url: null, publishedOn: null, at: [101, 110] }],
    },
  ],
  paging: { pages: 12, next: 'http://sw.qingxi.example/index_1.html', urls: [], style: 'trs' },
  document: {
    indexNumber: '000014349/2023-00012',
    topic: null,
    issuer: '青溪县水务局',
    signedOn: '2023-12-01',
    publishedOn: '2023-12-05',
    title: null,
    documentNumber: '青水发〔2023〕5号',
    keywords: null,
    validity: '有效',
  },
  attachments: [
    { url: 'http://sw.qingxi.example/a.pdf', title: '附件', type: 'pdf', at: [200, 210] },
  ],
  frames: [],
  links: [],
  needsBrowser: { value: false, because: '正文在标记中' },
  blocked: null,
  text: { length: 5120, excerpt: '……', at: [100, 800] },
  textHash: 'h',
  template: 'a1b2c3d4e5f6',
  underConstruction: null,
  headName: null,
  truncated: false,
}

const place = { url: 'http://sw.qingxi.example/', at: null, quote: '' }

function column(changes: Partial<Column>): Column {
  return {
    id: 'col1',
    name: '通知公告',
    topic: { value: 'notices', sureness: 0.95, because: '名称相同' },
    trail: ['首页'],
    url: 'http://sw.qingxi.example/tzgg/',
    parent: null,
    children: [],
    kind: 'local',
    coverage: 'complete',
    coverageBecause: null,
    items: [],
    firstPageItems: 20,
    newest: { value: '2023-12-05', because: '列表日期', place },
    dates: 'printed',
    empty: false,
    underConstruction: false,
    place,
    linkedFrom: [place],
    ...changes,
  }
}

export const site: SiteView = {
  run: { id: 'r1', startedAt: AT, finishedAt: AT },
  agency,
  portal,
  asOf: '2023-12-12',
  coverage: 'partial',
  coverageBecause: '页数预算用完',
  home: null,
  troubles: [],
  pages: [],
  besidePages: [],
  pageAt: () => null,
  counts: { fetched: 61, rendered: 0, blocked: 1, failed: 2, notVisited: { budget: 12 } },
  columns: [
    column({ children: ['col2'] }),
    column({
      id: 'col2',
      name: '公示',
      topic: null,
      parent: 'col1',
      url: 'http://sw.qingxi.example/gs/',
      coverage: 'partial',
      coverageBecause: '只取到第 1 页',
      newest: null,
      dates: 'none',
    }),
  ],
  columnsOf: () => [],
  annualReports: [
    {
      year: 2022,
      title: '2022 年政府信息公开工作年度报告',
      url: 'http://sw.qingxi.example/nb/2022.html',
      publishedOn: { value: '2023-01-20', sureness: 0.9, because: '标签' },
      parts: ['总体情况'],
      tables: 'html',
      place,
    },
  ],
  collectedReports: [],
  siteAnnualTables: [
    {
      year: 2022,
      title: '2022 年政府网站工作年度报表',
      url: 'http://sw.qingxi.example/bb.html',
      publishedOn: null,
      onHome: place,
      place,
    },
  ],
  leaders: [],
  links: [],
  newMedia: [],
  opinionChannels: [],
  messages: [],
  consultations: [],
  serviceGuides: [],
  sitemap: null,
  bareEntries: [],
  accessibility: [],
  unknownColumns: [
    { name: '水情播报', url: 'http://sw.qingxi.example/sq/', proposedTopic: 'news' },
  ],
  ipv6: [],
  https: null,
  search: { entries: [], usable: false, asked: [] },
  history: { firstSeen: new Map() },
}

export const check: Check = {
  id: 'freshness/column-stale',
  revision: 2,
  title: '栏目更新是否及时',
  question: '栏目最新一条距监测日是否超过时限？',
  basis: [{ document: '国办秘函〔2019〕19号', clause: '单项否决 4' }],
  scope: 'portal',
  needs: ['columns'],
  params: {
    maxAgeDays: {
      default: 14,
      meaning: '最长间隔',
      source: '国办秘函〔2019〕19号',
      verified: true,
    },
    topics: { default: ['notices'], meaning: '栏目', source: '本项目', verified: false },
  },
  outcomes: {
    fresh: { verdict: 'pass', message: '{subject}更新及时' },
    stale: { verdict: 'fail', message: '{subject}已 {ageDays} 天未更新', claimsAbsence: true },
    unclear: { verdict: 'unsure', message: '看不到日期', ask: '最新一条是哪天发布的？' },
  },
  example: '青溪县水务局的通知公告最新一条是 2023-01-05。',
  run: () => [],
}

export const run: Run = {
  id: 'r1',
  portalId: portal.id,
  purpose: 'census',
  state: 'finished',
  asOf: '2023-12-12',
  startedAt: AT,
  finishedAt: AT + 60_000,
  budget: BUDGET,
  note: null,
  codeVersion: '0.1.0',
}

const ref = { document: '青溪政办〔2023〕7号', annex: '附件1', row: 1, item: 1 }
const rule = {
  share: 0.3,
  maxScore: null,
  origin: 'source' as const,
  reason: null,
  ref,
  ask: null,
  portals: 'best' as const,
  unlessChargedElsewhere: false,
}
const stale = {
  check: 'freshness/column-stale',
  outcome: 'stale',
  where: null,
  settles: true,
}

export const scheme: Scheme = {
  id: 'qingxi-2023',
  edition: '2023',
  title: '青溪县政务公开测评',
  source: { documentNumber: null, title: '测评方案', issued: '2023-03-01', annex: '附件1' },
  maxScore: 3,
  groups: [{ id: 'departments', name: '县直部门', agencies: ['青溪县水务局'] }],
  levels: [],
  indicators: [
    {
      id: 'data',
      path: ['信息公开', '数据发布'],
      maxScore: 3,
      method: '网络测评',
      appliesTo: { kind: 'agencies', names: ['县水务局', '县教育局'], open: true },
      scope: null,
      ref,
      note: null,
      criteria: [
        {
          ...rule,
          id: 'data#1',
          kind: 'deduct-each',
          state: 'machine',
          summary: '栏目超期每个扣 5%',
          cap: 'source',
          events: [
            { id: 'news', label: '动态', each: 0.05, when: [stale] },
            { id: 'notices', label: '公告', each: 0.05, when: [stale] },
          ],
        },
        {
          ...rule,
          id: 'data#2',
          share: 0.7,
          kind: 'not-ruled',
          state: 'not-ruled',
          summary: '原文缺失',
        },
      ],
      zeroWhen: [{ id: 'fake', label: '弄虚作假', when: [], ref }],
    },
  ],
  outside: {
    bonus: [],
    deductions: [],
    external: [],
    vetoes: [{ id: 'v1', label: '弄虚作假', effect: '不得评为优秀', when: [], ref }],
  },
  ...plainScheme,
  verdicts: { 'freshness/column-stale#stale': 'fail' },
  warnings: ['原文缺字'],
}

const line: CriterionScore = {
  id: 'data#1',
  share: 0.3,
  maxScore: 0.9,
  kind: 'deduct-each',
  summary: '栏目超期每个扣 5%',
  origin: 'source',
  state: 'machine',
  settled: 2 / 3,
  score: 2 / 3,
  range: [2 / 3, 2 / 3],
  arithmetic: '=不是公式',
  because: '联系 13912345678 核实',
  ask: null,
  findings: ['f1', 'f2'],
  proposal: null,
  decision: { outcome: 'met', by: '张', at: null, reason: '致电 13912345678' },
}

export const scorecards: Scorecards = {
  mingcha: 'scorecards/1',
  scheme: { id: 'qingxi-2023', edition: '2023', title: '青溪县政务公开测评' },
  strict: false,
  asOf: '2023-12-12',
  computedAt: '2023-12-12T09:00:00.000+08:00',
  codeVersion: '0.1.0',
  cards: [
    {
      agency: { id: 'A1', name: '青溪县水务局', group: '县直部门' },
      maxScore: 3,
      settled: 2 / 3,
      range: [2 / 3, 2.7666666],
      score: null,
      machine: { score: 2 / 3, maxScore: 0.9 },
      notApplicable: 0,
      notRuled: 2.1,
      converted: null,
      grade: null,
      vetoes: [],
      bonus: 0,
      deductions: 0,
      rank: 1,
      indicators: [
        {
          id: 'data',
          path: ['信息公开', '数据发布'],
          maxScore: 3,
          settled: 2 / 3,
          range: [2 / 3, 2.7666666],
          score: null,
          state: 'part',
          criteria: [line],
          zeroed: null,
          openZeroNotes: [{ id: 'fake', label: '弄虚作假' }],
        },
      ],
      outside: {
        bonus: [{ ...line, id: 'b#1', path: ['加分项', '创新'] }],
        deductions: [],
        vetoes: [
          {
            id: 'v1',
            label: '弄虚作假',
            effect: '不得评为优秀',
            state: 'open',
            because: '未核实',
            findings: [],
          },
        ],
        external: [],
      },
    },
  ],
}
