/**
 * Units whose pages lie beside their own site, from scan to findings: a disclosure platform in the folder that the superior's
 * host keeps for the unit, the same where that host shows nothing of it, and a unit in a folder whose articles lie elsewhere.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runHere } from '../support/command.ts'
import { type Loopback, loopback } from '../support/loopback.ts'

const UNIT = 'swj.cheng.gov.cn'
const CITY = 'www.cheng.gov.cn'
const BARE = 'sjj.cheng.gov.cn'
const NEWS = 'xw.cheng.gov.cn'
const PLATFORM = `http://${CITY}/zfxxgk/swj`

const long = (about: string): string =>
  `<p>${`${about}有关情况已按规定办理并向社会公布。`.repeat(12)}</p>`
const li = (url: string, title: string, day: string): string =>
  `<li><a href="${url}">${title}</a><span>${day}</span></li>`
const foot = (name: string): string =>
  `<div class="footer"><p>主办单位：${name} 网站标识码：5199660031</p></div>`

function page(
  name: string,
  menu: readonly (readonly [string, string])[],
  title: string,
  body: string,
) {
  const nav = menu.map(([text, url]) => `<li><a href="${url}">${text}</a></li>`).join('')
  return `<html><head><meta charset="utf-8"><title>${title}-${name}</title></head><body><ul class="nav">${nav}</ul>${body}${foot(name)}</body></html>`
}
const trail = (...steps: readonly (readonly [string, string])[]): string =>
  `<div class="position">当前位置：<a href="/">首页</a>${steps.map(([text, url]) => ` &gt; <a href="${url}">${text}</a>`).join('')}</div>`

const CITY_MENU = [
  ['首页', '/'],
  ['领导之窗', '/ldzc/'],
  ['政务公开', '/zwgk/'],
  ['互动交流', '/hdjl/'],
] as const
const cityPage = (title: string, body: string): string =>
  page('诚市人民政府', CITY_MENU, title, body)

/** A unit's own site: news, and a door to the platform. */
function unitSite(host: string, name: string, folder: string): Record<string, string> {
  const menu = [
    ['首页', '/'],
    ['工作动态', '/gzdt/'],
    ['政府信息公开', `http://${CITY}/zfxxgk/${folder}/`],
    ['政府信息公开指南', `http://${CITY}/zfxxgk/${folder}/zn/`],
    ['政府信息公开年报', `http://${CITY}/zfxxgk/${folder}/nb/`],
    ['领导信息', `http://${CITY}/zfxxgk/${folder}/ld/`],
    ['财政预决算', `http://${CITY}/zfxxgk/${folder}/cz/`],
  ] as const
  const news = [1, 2, 3, 4, 5].map((n) => `/gzdt/20260${n}.html`)
  const list = news
    .map((url, n) => li(url, `${name}推进第${n + 1}项工作`, `2026-11-1${n}`))
    .join('')
  const at = (path: string) => `${host}${path}`
  return {
    [at('/')]: page(name, menu, '首页', `<h3><a href="/gzdt/">工作动态</a></h3><ul>${list}</ul>`),
    [at('/gzdt/')]: page(
      name,
      menu,
      '工作动态',
      `${trail(['工作动态', '/gzdt/'])}<ul>${list}</ul>`,
    ),
    ...Object.fromEntries(
      news.map((url, n) => [
        at(url),
        page(
          name,
          menu,
          `推进第${n + 1}项工作`,
          `${trail(['工作动态', '/gzdt/'])}<h1>${name}推进第${n + 1}项工作</h1><p>发布时间：2026-11-1${n}</p>${long(`第${n + 1}项`)}`,
        ),
      ]),
    ),
  }
}

const REPORT = `http://${CITY}/art/2026/1/20/report.html`
const platform: Record<string, string> = {
  [`${CITY}/zfxxgk/swj/`]: cityPage(
    '政府信息公开',
    `${trail(['政府信息公开', '/zfxxgk/swj/'])}<div class="left">${[
      ['政府信息公开指南', 'zn'],
      ['政府信息公开制度', 'zd'],
      ['法定主动公开内容', 'fd'],
      ['政府信息公开年报', 'nb'],
    ]
      .map(([text, path]) => `<a href="/zfxxgk/swj/${path}/">${text}</a>`)
      .join('')}</div>${long('平台')}`,
  ),
  ...Object.fromEntries(
    ['zn 政府信息公开指南', 'zd 政府信息公开制度', 'ld 领导信息'].map((one) => {
      const [path = '', name = ''] = one.split(' ')
      const body = `${trail(['政府信息公开', '/zfxxgk/swj/'], [name, `/zfxxgk/swj/${path}/`])}<h1>${name}</h1>${long(name)}`
      return [`${CITY}/zfxxgk/swj/${path}/`, cityPage(name, body)]
    }),
  ),
  [`${CITY}/zfxxgk/swj/fd/`]: cityPage(
    '法定主动公开内容',
    `${trail(['政府信息公开', '/zfxxgk/swj/'], ['法定主动公开内容', '/zfxxgk/swj/fd/'])}<ul>${[
      1, 2, 3, 4,
    ]
      .map((n) => li(`/zfxxgk/swj/fd/${n}.html`, `水利工程公开事项第${n}号`, `2026-10-0${n}`))
      .join('')}</ul>`,
  ),
  [`${CITY}/zfxxgk/swj/nb/`]: cityPage(
    '政府信息公开年报',
    `${trail(['政府信息公开', '/zfxxgk/swj/'], ['政府信息公开年报', '/zfxxgk/swj/nb/'])}<ul>${[
      2025, 2024, 2023,
    ]
      .map((year) =>
        li(
          REPORT.replace('2026', String(year + 1)),
          `诚市水务局${year}年政府信息公开工作年度报告`,
          `${year + 1}-01-20`,
        ),
      )
      .join('')}</ul>`,
  ),
  [`${CITY}/robots.txt`]: 'User-agent: *\nDisallow: /zfxxgk/swj/cz/\n',
}
for (const year of [2025, 2024, 2023])
  platform[REPORT.replace('2026', String(year + 1)).replace('http://', '')] = cityPage(
    '年报',
    `<h1>诚市水务局${year}年政府信息公开工作年度报告</h1><p>发布时间：${year + 1}-01-20</p>${long('年报')}<a href="/ldzc/wang.html">王某</a>`,
  )

const TOWN = `http://${CITY}/shizhen/`
const TOWN_MENU = [
  ['首页', '/shizhen/'],
  ['镇情动态', '/shizhen/dt/'],
  ['县市要闻', '/yw/'],
] as const
const townPage = (title: string, body: string): string =>
  page('诚市石镇人民政府', TOWN_MENU, title, body)
const TOWN_NEWS = [
  `http://${CITY}/art/2026/11/1.html`,
  `http://${CITY}/11620/2.html`,
  `http://${NEWS}/shi/3.html`,
  `http://${CITY}/art/2026/11/4.html`,
]
const townList = TOWN_NEWS.map((url, n) => li(url, `石镇开展第${n}次巡查`, `2026-11-1${n}`)).join(
  '',
)
const town: Record<string, string> = {
  [`${CITY}/shizhen/`]: townPage(
    '首页',
    `<h3><a href="/shizhen/dt/">镇情动态</a></h3><ul>${townList}</ul>`,
  ),
  [`${CITY}/shizhen/dt/`]: townPage(
    '镇情动态',
    `${trail(['镇情动态', '/shizhen/dt/'])}<ul>${townList}</ul>`,
  ),
  ...Object.fromEntries(
    TOWN_NEWS.map((url, n) => [
      url.replace('http://', ''),
      cityPage(
        `第${n}次巡查`,
        `<h1>石镇开展第${n}次巡查</h1><p>发布时间：2026-11-1${n}</p>${long('巡查')}`,
      ),
    ]),
  ),
}

const SITES: Readonly<Record<string, string>> = {
  ...unitSite(UNIT, '诚市水务局', 'swj'),
  ...unitSite(BARE, '诚市审计局', 'sjj'),
  ...platform,
  ...town,
}

let folder: string
let server: Loopback
const asked: string[] = []
const base = (name: string): string[] => [
  '--db',
  join(folder, `${name}.db`),
  '--archive',
  join(folder, name),
]

async function scan(name: string, agency: string, home: string): Promise<void> {
  const file = join(folder, `${name}.csv`)
  writeFileSync(
    file,
    `单位,分组,网站名称,网站标识码,首页\n${agency},各单位,${agency},5199660031,${home}\n`,
  )
  const resolve = [UNIT, CITY, BARE, NEWS].flatMap((host) => [
    '--resolve',
    `${host}:80:127.0.0.1:${server.port}`,
  ])
  const ran = await runHere([
    ...['scan', '--portals', file, '--allow-private', '--no-browser', '--delay-ms', '0'],
    ...['--as-of', '2026-11-27', ...resolve, ...base(name)],
  ])
  expect([0, 3], ran.stderr).toContain(ran.code)
}

interface Column {
  readonly name: string
  readonly url: string
  readonly kind: string
  readonly items: { readonly known: number }
}
async function columnsOf(name: string): Promise<readonly Column[]> {
  const out = join(folder, `${name}.json`)
  expect((await runHere(['export', 'site-view', '--out', out, ...base(name)])).code).toBe(0)
  return (JSON.parse(readFileSync(out, 'utf8')) as { columns: Column[] }).columns
}

interface Line {
  readonly check: string
  readonly subject: string
  readonly outcome: string
  readonly verdict: string
  readonly message: string
  readonly evidence: readonly { readonly url: string }[]
}
async function findingsOf(name: string): Promise<readonly Line[]> {
  const ran = await runHere(['export', 'findings', '--format', 'jsonl', ...base(name)])
  return ran.stdout
    .split('\n')
    .filter((line) => line.includes('"finding/1"'))
    .map((line) => JSON.parse(line) as Line)
}
const outcome = (lines: readonly Line[], check: string, subject: string): string | undefined =>
  lines.find((line) => line.check === check && line.subject === subject)?.outcome

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-beside-'))
  server = await loopback({})
  server.routes.set('*', (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    asked.push(`${request.method} ${host}${request.url}`)
    const text =
      SITES[`${host}${request.url}`] ??
      // The city's host has one page for all of what it keeps for the audit office.
      (`${host}${request.url}`.startsWith(`${CITY}/zfxxgk/sjj/`)
        ? cityPage('欢迎您', '<p>欢迎您</p>')
        : null)
    const body = Buffer.from(text ?? '<html><title>404</title>没有这个页面</html>')
    const type = request.url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8'
    response.writeHead(text === null ? 404 : 200, { 'content-type': type })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a platform in the folder that the superior keeps for the unit', () => {
  let lines: readonly Line[] = []
  beforeAll(async () => {
    asked.splice(0)
    await scan('unit', '诚市水务局', `http://${UNIT}/`)
    lines = await findingsOf('unit')
  }, 60_000)

  test('is read as the unit’s own: its columns, its lists, its reports', async () => {
    const columns = await columnsOf('unit')
    const at = (name: string) => columns.filter((column) => column.name === name)
    expect(at('政府信息公开')).toMatchObject([{ kind: 'local', url: `${PLATFORM}/` }])
    expect(at('法定主动公开内容')).toMatchObject([{ kind: 'local', items: { known: 4 } }])
    expect(at('政府信息公开年报')).toMatchObject([{ kind: 'local', items: { known: 3 } }])
    // The city's own menu names no column of the unit's.
    for (const name of ['领导之窗', '互动交流', '政务公开']) expect(at(name)).toEqual([])
    expect(outcome(lines, 'disclosure/platform-sections-missing', '法定主动公开内容')).toBe(
      'present',
    )
    expect(outcome(lines, 'reports/ogi-annual-report-late', '2025年政府信息公开工作年度报告')).toBe(
      'on-time',
    )
  })

  test('politely: nothing of that host beside the folder, but what its lists name and robots.txt allows', () => {
    const there = asked.filter((one) => one.includes(` ${CITY}/`))
    expect(there).toContain(`GET ${CITY}/robots.txt`)
    expect(there.filter((one) => one.includes('/zfxxgk/swj/cz/'))).toEqual([])
    const beside = there.filter((one) => !one.includes('/zfxxgk/swj/'))
    expect(beside.filter((one) => !/\/robots\.txt|\/art\/20|mingcha|sitemap/.test(one))).toEqual([])
  })

  test('what its pages say of their site is not held against the unit', () => {
    const own = lines.filter(({ check }) => check.startsWith('identity/'))
    expect(outcome(lines, 'availability/domain-improper', '子站域名')).toBeUndefined()
    for (const line of own.filter(({ verdict }) => verdict === 'fail'))
      for (const { url } of line.evidence) expect(url, line.message).not.toContain(CITY)
  })

  test('a re-run from the archive says the same', async () => {
    expect([0, 3]).toContain((await runHere(['rerun', '--latest', ...base('unit')])).code)
    const again = await findingsOf('unit')
    const told = (all: readonly Line[]) =>
      new Set(all.map(({ check, subject, outcome: is }) => `${check} ${subject} ${is}`))
    expect(told(again)).toEqual(told(lines))
  })
})

test('where the host shows nothing of it, one question stands for all that is there', async () => {
  await scan('bare', '诚市审计局', `http://${BARE}/`)
  const lines = await findingsOf('bare')
  expect(outcome(lines, 'disclosure/platform-sections-missing', '平台名称')).toBe('outside')
  const behind = lines.filter(({ message }) => message.includes('一并提问'))
  expect(behind.length).toBeGreaterThan(5)
  for (const { verdict } of behind) expect(verdict).toBe('not-applicable')
  const asking = lines.filter(
    ({ verdict, evidence, message }) =>
      verdict === 'unsure' &&
      (message.includes(CITY) || evidence.some(({ url }) => url.includes(CITY))),
  )
  expect(asking.map(({ check }) => check)).toEqual(['disclosure/platform-sections-missing'])
  expect(lines.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check)).not.toContain(
    'disclosure/required-columns',
  )
}, 60_000)

test('articles that a folder’s lists name are read where they lie, and lead no further', async () => {
  asked.splice(0)
  await scan('town', '诚市石镇人民政府', TOWN)
  for (const url of TOWN_NEWS) expect(asked).toContain(`GET ${url.replace('http://', '')}`)
  const read = await runHere([
    'export',
    'site-view',
    '--out',
    join(folder, 't.json'),
    ...base('town'),
  ])
  expect(read.code).toBe(0)
  const columns = await columnsOf('town')
  expect(columns.find(({ name }) => name === '镇情动态')).toMatchObject({ items: { known: 4 } })
  for (const name of ['领导之窗', '互动交流'])
    expect(columns.filter((column) => column.name === name)).toEqual([])
  expect(asked.filter((one) => /\/(?:ldzc|hdjl|zwgk)\//.test(one))).toEqual([])
}, 60_000)
