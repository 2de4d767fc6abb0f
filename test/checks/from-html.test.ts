/**
 * All checks on one small portal written here as HTML and read by `understand`: a healthy site with look-alikes must not
 * be accused, every quote must stand where its locator says, and the same site grown old must be.
 */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import { loadLexicon } from '#catalog/lexicon'
import { quoteStands } from '#engine/quote'
import { type CheckResults, runChecks } from '#engine/run-checks'
import type { StoredCapture } from '#model/capture'
import type { FrontierRow } from '#model/ports'
import type { SiteView } from '#model/site-view'
import { createPageReader } from '#understand/page-reader'
import { buildSiteView } from '#understand/site-view'
import { checks } from '../../checks/index.ts'

const LABELS = ownLabels()

const ORIGIN = 'http://swj.example.gov.cn'
const AS_OF = '2024-03-20'
const LEXICON = loadLexicon(fileURLToPath(new URL('../../data/lexicon', import.meta.url)))

const list = (rows: readonly (readonly [href: string, title: string, day: string])[]) =>
  `<ul class="list">${rows
    .map(
      ([href, title, day]) =>
        `<li><a href="${href}" title="${title}">${title}</a><span>${day}</span></li>`,
    )
    .join('')}</ul>`

/** A page in the portal's one template: head with the name, menu, trail, foot. */
function page(title: string, trail: readonly string[], body: string): string {
  const menu = [
    ['/', '首页'],
    ['/jgzn/', '机构职能'],
    ['/gzdt/', '工作动态'],
    ['/tzgg/', '通知公告'],
    ['http://zc.province.example/szc/', '政策文件'],
    ['/ztzl/', '专题专栏'],
    ['/tzgg/2021/', '2021年通知公告'],
  ]
    .map(([href, name]) => `<li><a href="${href}">${name}</a></li>`)
    .join('')
  const place =
    trail.length > 0 ? `<div class="position">当前位置：${trail.join(' &gt; ')}</div>` : ''
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="header"><h1>青溪县水务局</h1></div><div class="nav"><ul>${menu}<li><a href="javascript:void(0)">领导信息</a></li></ul></div>
${place}<div class="main">${body}</div>
<div class="footer"><p>主办单位：青溪县水务局　联系电话：0700-1234567　网站标识码：9912340007　<a href="/map.html">网站地图</a></p>
<p>示ICP备00000000号　示公网安备 99123402000001号</p></div></body></html>`
}

const NEWS = [
  ['/gzdt/t1.html', '全县河道清淤工作推进会召开', '2024-03-18'],
  ['/gzdt/t2.html', '水务局开展节水宣传周活动', '2024-03-02'],
] as const
const NOTICES = [['/tzgg/t1.html', '关于城区供水管网检修的通知', '2023-12-20']] as const
const article = (column: string, title: string, day: string) =>
  page(
    title,
    ['首页', column, '正文'],
    `<h2>${title}</h2><p>发布时间：${day}</p><div class="content"><p>${`${title}，各有关单位请按要求做好相关工作。`.repeat(8)}</p></div>`,
  )

const PAGES: Readonly<Record<string, string>> = {
  '/': page('青溪县水务局', [], `<h3>工作动态</h3>${list(NEWS)}<h3>通知公告</h3>${list(NOTICES)}`),
  '/jgzn/': page(
    '机构职能',
    ['首页', '机构职能'],
    `<h2>机构职能</h2><p>${'负责全县水资源的统一管理、节约用水和河道保护工作。'.repeat(6)}</p>`,
  ),
  '/gzdt/': page('工作动态', ['首页', '工作动态'], list(NEWS)),
  '/tzgg/': page('通知公告', ['首页', '通知公告'], list(NOTICES)),
  '/tzgg/2021/': page(
    '2021年通知公告',
    ['首页', '通知公告', '2021年通知公告'],
    list([['/tzgg/2021/t9.html', '关于汛期值班安排的通知', '2021-06-01']]),
  ),
  '/ztzl/': page(
    '专题专栏',
    ['首页', '专题专栏'],
    list([['/ztzl/kh.html', '2019年抗旱专题要闻汇总', '2019-08-01']]),
  ),
  '/map.html': page(
    '网站地图',
    ['首页', '网站地图'],
    '<ul><li><a href="/jgzn/">机构职能</a></li><li><a href="/gzdt/">工作动态</a></li><li><a href="/tzgg/">通知公告</a></li><li><a href="/ztzl/">专题专栏</a></li><li><a href="/tzgg/2021/">2021年通知公告</a></li></ul>',
  ),
  '/gzdt/t1.html': article('工作动态', NEWS[0][1], NEWS[0][2]),
  '/gzdt/t2.html': article('工作动态', NEWS[1][1], NEWS[1][2]),
  '/tzgg/t1.html': article('通知公告', NOTICES[0][1], NOTICES[0][2]),
  '/tzgg/2021/t9.html': article('通知公告', '关于汛期值班安排的通知', '2021-06-01'),
  '/ztzl/kh.html': article('专题专栏', '2019年抗旱专题要闻汇总', '2019-08-01'),
}

function viewOf(pages: Readonly<Record<string, string>>): SiteView {
  const reader = createPageReader(LABELS)
  const homeUrl = `${ORIGIN}/`
  const read = Object.entries(pages).map(([path, html], index) => {
    const url = `${ORIGIN}${path}`
    const body = new TextEncoder().encode(html)
    const capture: StoredCapture = {
      state: 'stored',
      id: `c${index}`,
      run: 'r',
      url,
      at: 1_710_000_000_000 + index,
      via: 'http',
      finalUrl: url,
      redirects: [],
      status: 200,
      headers: [],
      sha256: 'b'.repeat(64),
      bytes: body.length,
      remoteAddress: null,
      truncated: false,
      blocked: null,
      remarks: [],
      record: null,
    }
    const page = reader.read({
      url,
      body,
      contentType: 'text/html; charset=utf-8',
      status: 200,
      truncated: false,
      homeUrl,
    })
    return { capture, page, depth: path === '/' ? 0 : path.split('/').length - 1 }
  })
  const frontier = read.map(
    ({ capture, depth }): FrontierRow => ({
      url: capture.url,
      purpose: depth === 0 ? 'home' : 'listing',
      depth,
      from: null,
      host: 'swj.example.gov.cn',
      state: 'fetched',
      reason: null,
      capture: capture.id,
      attempts: 1,
    }),
  )
  return buildSiteView(
    {
      run: { id: 'r', startedAt: 1_710_000_000_000, finishedAt: 1_710_000_100_000 },
      portal: {
        id: 'p',
        agencyId: 'a',
        name: '青溪县水务局',
        siteCode: '9912340007',
        homeUrl,
        platformUrl: null,
        extraUrls: [],
        tags: [],
      },
      agency: { id: 'a', name: '青溪县水务局', group: null, attributes: [] },
      asOf: AS_OF,
      pages: read,
      captures: read.map(({ capture }) => capture),
      frontier,
      probes: [],
      firstSeen: new Map(),
    },
    LEXICON,
    LABELS,
  )
}

const sourceAt = (url: string) => PAGES[url.slice(ORIGIN.length)] ?? null

describe('all checks on pages read from HTML', () => {
  let results: CheckResults
  beforeAll(() => {
    results = runChecks({
      site: viewOf(PAGES),
      checks,
      calendar: workCalendar([]),
      labels: LABELS,
      topicName: (topic) => LEXICON.topics.find((one) => one.id === topic)?.name ?? topic,
      now: 0,
      sourceAt,
    })
  })
  const verdictOf = (check: string, subject: string) => {
    const found = results.findings.find((one) => one.check === check && one.subject === subject)
    return found ? `${found.outcome}/${found.verdict}` : 'none'
  }

  it('none breaks, and every quote stands where its locator says', () => {
    const undone = results.states.filter((state) => state.state !== 'done')
    // No browser looked at these pages.
    expect(undone.map((state) => [state.check, state.state])).toEqual([
      ['accessibility/rule-violated', 'not-checked'],
      ['availability/ipv6-unreachable', 'not-checked'],
    ])
    for (const found of results.findings)
      for (const evidence of found.evidence) {
        const span = /^char=(\d+),(\d+)$/.exec(evidence.locator)
        const at = span ? ([Number(span[1]), Number(span[2])] as const) : null
        expect(quoteStands(sourceAt(evidence.url) ?? '', at, evidence.quote), found.check).toBe(
          true,
        )
      }
  })

  it.each([
    ['freshness/home-stale', '首页', 'fresh/pass'],
    ['freshness/column-stale', '工作动态', 'fresh/pass'],
    ['freshness/column-stale', '通知公告', 'fresh/pass'],
    ['disclosure/required-columns', '机构职能', 'present/pass'],
    ['identity/footer-incomplete', '网站标识码', 'visible/pass'],
    ['identity/footer-incomplete', '主办单位', 'visible/pass'],
    ['identity/sitemap-mismatched', '网站地图：缺少的栏目', 'columns-listed/pass'],
  ])('%s %s: %s', (check, subject, answer) => {
    expect(verdictOf(check, subject)).toBe(answer)
  })

  it('accuses no look-alike: static page, year folder, ended feature, column on another platform, script entry', () => {
    const accused = results.findings.filter(
      (found) =>
        found.verdict === 'fail' && /^(freshness|identity\/sitemap|availability)/.test(found.check),
    )
    expect(accused.map((found) => `${found.check} ${found.subject} ${found.outcome}`)).toEqual([])
    expect(verdictOf('disclosure/required-columns', '政策文件')).toBe('external/unsure')
    expect(verdictOf('disclosure/required-columns', '领导信息')).toBe('unreadable/unsure')
  })

  it('the same pages with a stale list and an old home page are accused', () => {
    const old = Object.fromEntries(
      Object.entries(PAGES).map(([path, html]) => [
        path,
        html.replaceAll('2024-03-', '2023-03-').replaceAll('2023-12-', '2022-12-'),
      ]),
    )
    const { findings } = runChecks({
      site: viewOf(old),
      checks: checks.filter((check) => check.id.startsWith('freshness/')),
      calendar: workCalendar([]),
      labels: LABELS,
      topicName: (topic) => topic,
      now: 0,
    })
    const failed = findings.filter((found) => found.verdict === 'fail')
    expect(failed.map((found) => `${found.subject} ${found.outcome}`).sort()).toEqual([
      '工作动态 stale',
      '通知公告 stale',
      '首页 stale',
    ])
  })
})
