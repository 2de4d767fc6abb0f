/** The second night of a portal with sixty planted changes: what is found at once, and by when the rest will be. */
import { expect, it } from 'vitest'
import { nightOf, nightsOf } from '../support/nights.ts'

const LISTS = 14
const EACH = 10
/** Of each kind of change. */
const CHANGES = 12

const FOOTER = '<div class="footer">主办：示例市示例局 联系电话：000-1234567</div>'
const article = (words: string, more = ''): string =>
  `<html><head><title>${words}</title></head><body><div class="content"><h1>${words}</h1><p>发布日期：2026-02-03</p><div class="TRS_Editor">${more}${`<p>${words}按规定办理，请各单位遵照执行。</p>`.repeat(6)}</div></div>${FOOTER}</body></html>`
const entry = (path: string, words: string): string =>
  `<li><a href="${path}">${words}</a><span>2026-02-03</span></li>`
const list = (name: string, entries: readonly string[]): string =>
  `<html><head><title>${name}</title></head><body><div class="nav"><a href="/">首页</a></div><h2>${name}</h2><ul class="list">${entries.join('\n')}</ul>${FOOTER}</body></html>`
const home = (columns: readonly string[]): string =>
  `<html><head><title>示例局</title></head><body><ul class="nav">${columns.map((path) => `<li><a href="${path}">栏目${path.replaceAll('/', '')}</a></li>`).join('')}</ul>${FOOTER}</body></html>`

it('finds all on lists and columns the same night, and says by when it will look at the rest', async () => {
  const { server, night, close } = await nightsOf({}, { maxPages: 500 })
  try {
    const columns = Array.from({ length: LISTS }, (_, c) => `/c${c}/`)
    const articles = columns.flatMap((path) =>
      Array.from({ length: EACH }, (_, k) => `${path}a${k}.html`),
    )
    const entriesOf = (path: string): string[] =>
      Array.from({ length: EACH }, (_, k) => entry(`${path}a${k}.html`, `${path}第${k}号事项`))
    server.routes.set('/', home(columns))
    for (const path of columns) server.routes.set(path, list(`栏目${path}`, entriesOf(path)))
    for (const path of articles) server.routes.set(path, article(`${path}的事项`))

    await night(0)
    const pick = (from: readonly string[], offset: number): string[] =>
      Array.from({ length: CHANGES }, (_, k) => from[(offset + k * 11) % from.length] ?? '')
    const added = columns.slice(0, CHANGES).map((path) => `${path}new.html`)
    const founded = Array.from({ length: CHANGES }, (_, k) => `/n${k}/`)
    const edited = pick(articles, 2)
    const removed = pick(articles, 7)
    const footers = columns.slice(1, 1 + CHANGES)
    expect(new Set([...added, ...founded, ...edited, ...removed, ...footers]).size).toBe(60)

    for (const path of added) server.routes.set(path, article(`${path}新事项`))
    for (const path of columns) {
      const more = added.filter((one) => one.startsWith(path)).map((one) => entry(one, `${one}新`))
      const page = list(`栏目${path}`, [...more, ...entriesOf(path)])
      const isChanged = footers.includes(path)
      server.routes.set(path, isChanged ? page.replace('000-1234567', '000-7654321') : page)
    }
    for (const path of founded)
      server.routes.set(path, list(`栏目${path}`, [entry(`${path}a.html`, `${path}第一条`)]))
    for (const path of founded) server.routes.set(`${path}a.html`, article(`${path}第一条`))
    server.routes.set('/', home([...columns, ...founded]))
    for (const path of edited)
      server.routes.set(path, article(`${path}的事项`, '<p>更正：办理时限调整为五个工作日。</p>'))
    for (const path of removed) server.routes.delete(path)

    const second = await night(1)
    for (const path of [...added, ...founded, ...footers]) {
      expect(second.asked, path).toContain(path)
      expect(second.rows.get(path)?.reason, path).toMatch(/^HTTP 200/)
    }
    for (const path of footers)
      expect(JSON.stringify(second.pages().get(path)?.footer)).toContain('000-7654321')

    // Changed where no list shows it: seen the same night or due on a day that is told, and then seen.
    const due = new Map<string, number>()
    for (const path of [...edited, ...removed]) {
      const row = second.rows.get(path)
      const day = /(\d{4}-\d{2}-\d{2}) 复查$/.exec(row?.reason ?? '')?.[1]
      expect(second.asked.includes(path), `${path} ${row?.reason}`).toBe(day === undefined)
      if (day !== undefined) due.set(path, nightOf(day))
    }
    expect(due.size).toBeGreaterThan(CHANGES)
    expect(second.note).toMatch(
      /沿用上次 \d+ 个地址的读取（各按复查日轮到，最迟 2026-03-\d\d 全部复查一遍）/,
    )
    const waiting = new Map(due)
    for (let number = 2; waiting.size > 0 && number <= 15; number += 1) {
      const { asked, pages, rows } = await night(number)
      for (const [path, day] of waiting) {
        expect(asked.includes(path), `${path} on night ${number}`).toBe(day === number)
        if (day !== number) continue
        waiting.delete(path)
        if (removed.includes(path)) expect(rows.get(path)?.reason).toContain('HTTP 404')
        else expect(pages().get(path)?.text.excerpt).toContain('更正：')
      }
    }
    expect([...waiting]).toEqual([])
  } finally {
    await close()
  }
}, 120_000)
