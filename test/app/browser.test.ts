/** A scan with the browser: what scripts write is read, axe is asked, findings get pictures, and a re-run agrees. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runHere } from '../support/command.ts'
import { type Loopback, loopback } from '../support/loopback.ts'

const supported = process.platform === 'linux' && process.arch === 'x64'

const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/site.css"></head><body><div class="nav"><a href="/">首页</a> <a href="/tzgg/">通知公告</a> <a href="/ldxx/">领导信息</a></div>${body}</body></html>`

const DUTIES = '主持全局工作，负责人事、财务、审计等方面的工作，分管办公室。'

/** The list is fetched and written by a script; a picture has no words; the accessible version comes by script too. */
const ROUTES = {
  '/': page(
    '某市测试局',
    '<h1>某市测试局</h1><img src="/b.png"><p>欢迎访问某市测试局网站，本局负责全市的测试工作。联系人手机13812345678。</p><span id="w"></span><script src="/w.js"></script><div class="footer" id="f">主办单位：某市测试局</div><script src="/f.js"></script>',
  ),
  '/tzgg/': page(
    '通知公告',
    '<h2>通知公告</h2><ul id="list"></ul><script src="/fill.js"></script><script>fetch("/data.json").then(r=>r.json()).then(fill)</script>',
  ),
  '/ldxx/': page('领导信息', `<h2>领导信息</h2><p>局长：王明远</p><p>工作分工：${DUTIES}</p>`),
  '/w.js': {
    headers: { 'content-type': 'text/javascript' },
    body: "document.getElementById('w').innerHTML='<a href=\"javascript:void(0)\">长者助手</a>'",
  },
  '/f.js': {
    headers: { 'content-type': 'text/javascript' },
    body: 'document.getElementById("f").innerHTML+="<p>网站标识码：4201000001</p>"',
  },
  '/fill.js': {
    headers: { 'content-type': 'text/javascript' },
    body: 'function fill(rows){document.getElementById("list").innerHTML=rows.map(r=>"<li><a href=\\"/tzgg/"+r[0]+".html\\">"+r[1]+"</a><span>"+r[2]+"</span></li>").join("")}',
  },
  '/data.json': {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      [1, 2, 3, 4, 5].map((i) => [`a${i}`, `关于开展第${i}项检查工作的通知`, `2020-05-0${i}`]),
    ),
  },
  '/site.css': { headers: { 'content-type': 'text/css' }, body: 'body{font-size:16px}' },
}

interface Line {
  readonly mingcha: string
  readonly check: string
  readonly outcome: string
  readonly subject: string
  readonly verdict: string
  readonly state: string
  readonly evidence: readonly { readonly screenshot: string | null; readonly quote: string }[]
  readonly [key: string]: unknown
}

describe.skipIf(!supported)('scan with the browser', () => {
  let folder: string
  let server: Loopback
  let base: string[]
  let lines: Line[]

  const exported = async (): Promise<Line[]> => {
    const ran = await runHere(['export', 'findings', ...base])
    return ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
  }
  const of = (check: string) => lines.filter((line) => line.check === check)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingcha-app-browser-'))
    base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'a')]
    server = await loopback(ROUTES)
    const ran = await runHere([
      'scan',
      ...['--url', 'http://portal.example.gov.cn/', '--as-of', '2023-12-01', '--delay-ms', '0'],
      ...['--resolve', `portal.example.gov.cn:80:127.0.0.1:${server.port}`, ...base],
    ])
    expect(ran.stdout).toMatch(/其中浏览器读取 \d 页，占 \d+%/)
    lines = await exported()
  })
  afterAll(async () => {
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('reads the list that a script writes', () => {
    const stale = of('freshness/column-stale').find((line) => line.subject === '通知公告')
    expect(stale).toMatchObject({ outcome: 'stale', verdict: 'fail' })
    expect(JSON.stringify(stale?.facts)).toContain('2020-05-05')
  })

  test('visits what only that list leads to, and judges it', () => {
    expect(server.seen).toContain('GET /tzgg/a1.html')
    const gone = of('availability/links-broken').filter((line) => line.verdict === 'fail')
    expect(JSON.stringify(gone)).toContain('/tzgg/a1.html')
  })

  test('finds the picture without words, and the entry that a script writes', () => {
    const image = of('accessibility/rule-violated').find((one) =>
      one.subject.startsWith('image-alt'),
    )
    expect(image).toMatchObject({ outcome: 'violated', verdict: 'fail' })
    expect(image?.evidence[0]?.quote).toBe('<img src="/b.png">')
    expect(of('accessibility/entry-missing')[0]).toMatchObject({ outcome: 'present' })
  })

  test('a check that would miss what a script writes has the page shown first', () => {
    const code = of('identity/footer-incomplete').find((one) => one.subject.includes('标识码'))
    expect(code).toMatchObject({ outcome: 'visible', verdict: 'pass' })
    expect(code?.evidence[0]?.quote).toContain('4201000001')
    // What stands in neither reading is missed all the same.
    const filing = of('identity/footer-incomplete').find((one) => one.subject.includes('公安'))
    expect(filing).toMatchObject({ outcome: 'missing', verdict: 'fail' })
  })

  test('takes pictures of failing findings only, named by their hash', () => {
    const names = new Set(
      lines.flatMap((line) => (line.evidence ?? []).flatMap((one) => one.screenshot ?? [])),
    )
    expect(names.size).toBeGreaterThan(0)
    expect(readdirSync(join(folder, 'a', 'screens')).sort()).toEqual([...names].sort())
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}\.jpg$/)
    const passed = lines.filter((line) => line.verdict === 'pass')
    expect(
      passed.flatMap((line) => line.evidence.map((one) => one.screenshot ?? '')),
    ).not.toContain([...names][0])
  })

  test('a re-run needs neither network nor browser and gives the same lines', async () => {
    const asked = server.seen.length
    expect([0, 3]).toContain((await runHere(['rerun', '--latest', ...base])).code)
    expect(server.seen.length).toBe(asked)
    const lasting = ({ at: _at, state: _state, firstSeen: _first, ...rest }: Line): object => rest
    expect((await exported()).map(lasting)).toEqual(lines.map(lasting))
  })
})

test('a browser that cannot be had costs only what needed it, and is said once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-no-browser-'))
  const server = await loopback(ROUTES)
  const config = join(folder, 'c.yaml')
  writeFileSync(config, 'browser:\n  path: /nowhere/chrome\n')
  const ran = await runHere([
    'scan',
    ...['--url', 'http://portal.example.gov.cn/', '--as-of', '2023-12-01', '--delay-ms', '0'],
    ...['--resolve', `portal.example.gov.cn:80:127.0.0.1:${server.port}`, '--config', config],
    ...['--db', join(folder, 'm.db'), '--archive', join(folder, 'a')],
  ])
  await server.close()
  rmSync(folder, { recursive: true, force: true })
  expect(ran.stderr.match(/没有可用的浏览器/g)).toHaveLength(1)
  expect(ran.stderr).toContain('/nowhere/chrome 不存在或不可执行')
  expect(ran.stderr).toMatch(/未能检查“页面是否符合无障碍规则”：/)
  expect(ran.stdout).toContain('待人工核对')
  expect(ran.code).not.toBe(1)
})
