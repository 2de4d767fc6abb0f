/** Files that judgement reads: annual reports and papers fetched whole, others where their probe brought all of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteViewOf } from '#app/judging'
import { readingRooms } from '#app/rooms'
import { openStore } from '#store/sqlite-store'
import { listenOnLoopback } from '../../fixtures/portals/loopback.ts'
import { runHere } from '../support/command.ts'
import { docxOf } from '../understand/attachments/files.ts'

const HOST = 'www.lanhe.example'
const TITLE = '蓝河市林业局2022年政府信息公开工作年度报告'
/** Longer than what is kept of other attachments. */
const FILLER = '本机关依照条例主动公开政府信息。'.repeat(6000)
const FILE = docxOf(`一、总体情况${FILLER}`, [
  ['信息内容', '本年处理决定数量'],
  ['行政许可', '15'],
  ['行政处罚', ''],
])
const BUDGET = docxOf(`一、收支总体情况${FILLER}`, [['收入', '120']])
const SMALL = docxOf('会议议程：一、传达文件。', [['时间', '上午']])
const ROLL = docxOf('参会名册：第一组。', [['组别', '人数']])
const SHEET =
  '<html><head><meta charset="utf-8"></head><body><table><tr><td>户主</td><td>一卡通账号</td></tr><tr><td>张某</td><td>1</td></tr></table></body></html>'
const files: Readonly<Record<string, Buffer | Uint8Array>> = {
  '/nb/P1.docx': FILE,
  '/ys/P2.docx': BUDGET,
  '/tz/P3.docx': SMALL,
  '/tz/P4.docx': docxOf(`会议材料${FILLER}`, [['时间', '下午']]),
}
const article = (title: string, links: string): string =>
  page(
    title,
    `<div class="content"><h1>${title}</h1><p>发布时间：2023-01-12 来源：蓝河市林业局</p>
    <p>现将有关内容予以公布，全文见附件。</p>${links}</div>`,
  )
const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>
   <div class="nav"><a href="/">首页</a><a href="/nb/">政府信息公开年报</a></div>${body}<div class="footer">主办单位：蓝河市林业局 网站标识码：4200000001</div></body></html>`
const PAGES: Readonly<Record<string, string>> = {
  '/': page(
    '蓝河市林业局',
    '<p>欢迎</p><a href="/ys/1.html">2023年部门预算</a><a href="/tz/1.html">会议通知</a>',
  ),
  '/ys/1.html': article(
    '蓝河市林业局2023年部门预算',
    '<p><a href="/ys/P2.docx">附件：预算.docx</a></p>',
  ),
  '/tz/1.html': article(
    '关于召开会议的通知',
    '<p><a href="/m/down.jsp?id=0&filename=P5.docx">名册.docx</a></p><p><a href="/tz/P3.docx">议程.docx</a></p><p><a href="/tz/P6.xls">发放表.xls</a></p><p><a href="/tz/P4.docx">材料.docx</a></p>',
  ),
  '/nb/': page(
    '政府信息公开年报',
    `<ul><li><a href="/nb/t20230110_1.html">${TITLE}</a><span>2023-01-10</span></li></ul>`,
  ),
  '/nb/t20230110_1.html': page(
    TITLE,
    `<div class="content"><h1>${TITLE}</h1><p>发布时间：2023-01-10 来源：蓝河市林业局</p>
    <p>报告全文见附件。</p><p><a href="/nb/P1.docx">附件：年度报告.docx</a></p></div>`,
  ),
}

let folder: string
let close: () => Promise<void>
let place: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-report-'))
  place = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
  const server = await listenOnLoopback(({ path }) => {
    if (path === '/tz/P6.xls') {
      const type = { 'content-type': 'application/vnd.ms-excel' }
      return { status: 200, headers: type, body: Buffer.from(SHEET) }
    }
    const file = files[path] ?? (path.startsWith('/m/down.jsp') ? ROLL : undefined)
    if (file !== undefined)
      return {
        status: 200,
        headers: { 'content-type': 'application/octet-stream' },
        body: Buffer.from(file),
      }
    const body = PAGES[path]
    const headers = { 'content-type': 'text/html' }
    return { status: body === undefined ? 404 : 200, headers, body: Buffer.from(body ?? '') }
  })
  close = server.close
  const resolve = `${HOST}:80:127.0.0.1:${server.port}`
  const ran = await runHere([
    'scan',
    ...['--url', `http://${HOST}/`, '--resolve', resolve, '--allow-private', '--no-browser'],
    ...['--delay-ms', '0', '--as-of', '2023-12-10', '--quiet', ...place],
  ])
  expect([0, 3]).toContain(ran.code)
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

async function siteView() {
  const store = await openStore(join(folder, 'm.db'), { mustExist: true })
  try {
    const [run] = store.runs()
    const owner = run && store.portal(run.portalId)
    if (!run || !owner) throw new Error('没有运行')
    return siteViewOf(readingRooms(store), { run, ...owner })
  } finally {
    store.close()
  }
}

async function reports() {
  return (await siteView()).annualReports
}

test('预算的附件整份取回，其他附件只在探测已取回全部时读出', async () => {
  const site = await siteView()
  const words = Object.keys(files).map(
    (path) => site.pageAt(`http://${HOST}${path}`)?.page.file?.text.slice(0, 4) ?? null,
  )
  expect(words).toEqual(['一、总体', '一、收支', '会议议程', null])
})

test('由程序给出的附件（downfile.jsp?filename=…）也读出', async () => {
  const view = (await siteView()).pageAt(`http://${HOST}/m/down.jsp?id=0&filename=P5.docx`)
  expect(view?.page.file?.text.slice(0, 4)).toBe('参会名册')
})

test('存成 .xls 的网页表格，服务器也说是工作簿的，作为附件读出', async () => {
  const file = (await siteView()).pageAt(`http://${HOST}/tz/P6.xls`)?.page.file
  expect(file?.kind).toBe('html')
  expect(file?.tables[0]?.[0]).toEqual(['户主', '一卡通账号'])
})

test('附件整份取回，报告的部分和表格读出', async () => {
  const [report] = await reports()
  expect(report).toMatchObject({ year: 2022, tables: 'attachment' })
  expect(report?.content?.source).toBe('attachment')
  const cells = report?.content?.proactive?.map((row) => [
    row.key,
    row.cells.map((cell) => cell.value),
  ])
  expect(cells).toEqual([
    ['licensing', [15]],
    ['penalties', [null]],
  ])
})

test('从存档重新检查，结果相同', async () => {
  const before = await reports()
  const ran = await runHere(['rerun', '--latest', ...place])
  expect([0, 3]).toContain(ran.code)
  expect(await reports()).toEqual(before)
})
