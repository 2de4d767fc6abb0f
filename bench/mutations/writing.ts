/**
 * Other ways to write the same fields, rows and paragraphs: tables of label and value as lines, definition lists, spans
 * or brackets, tables with a head as cards, paragraphs as broken lines, lists by years, in numbered tables, in loose
 * lines, with the day split in two. Each keeps all text but for signs between label and value.
 */
import type { CheerioAPI } from 'cheerio'
import { cellsOf, plainTables } from './markup.ts'
import { type Change, DAY, type Element, listRows } from './page.ts'

type Pairs = readonly (readonly [string, string])[]

/** Label and value, row by row, as HTML; null where the table is none of fields. */
function pairsOf($: CheerioAPI, table: Element): Pairs | null {
  const pairs: [string, string][] = []
  for (const cells of cellsOf($, table)) {
    if (cells.length !== 2 && cells.length !== 4) return null
    for (let i = 0; i < cells.length; i += 2) {
      const [label, value] = [$(cells[i]), $(cells[i + 1])]
      const words = label.text().trim()
      if (words === '' && value.text().trim() === '') continue
      if (!/^[\u4e00-\u9fff\s　（）]{2,12}[：:]?$/.test(words)) return null
      pairs.push([words.replace(/[：:]$/, ''), value.html() ?? ''])
    }
  }
  return pairs.length >= 2 ? pairs : null
}

const FIELDS = {
  dl: (pairs) =>
    `<dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('\n')}</dl>`,
  bracket: (pairs) => pairs.map(([label, value]) => `<p>【${label}】${value}</p>`).join('\n'),
  line: (pairs) =>
    `<div>${pairs.map(([label, value]) => `${label}：${value}`).join('&nbsp;&nbsp;&nbsp;&nbsp;')}</div>`,
  span: (pairs) =>
    `<ul>${pairs.map(([label, value]) => `<li><span>${label}</span><em>${value}</em></li>`).join('\n')}</ul>`,
  broken: (pairs) =>
    `<div>${pairs.map(([label, value]) => `<b>${label}</b>：${value}`).join('<br>\n')}</div>`,
  blocks: (pairs) =>
    pairs
      .map(([label, value]) => `<div class="k">${label}</div><div class="v">${value}</div>`)
      .join('\n'),
} as const satisfies Readonly<Record<string, (pairs: Pairs) => string>>

/** Tables of fields written otherwise. */
export function fields(as: keyof typeof FIELDS): Change {
  return ($, _page, fragment) => {
    if (fragment) return
    for (const table of plainTables($)) {
      const pairs = pairsOf($, table)
      if (pairs !== null) $(table).replaceWith(FIELDS[as](pairs))
    }
  }
}

/** Tables with a head of names as one card a row, each cell behind its column's name. */
export const rowsAsCards: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of plainTables($)) {
    const rows = cellsOf($, table)
    const [head = [], ...body] = rows
    const names = head.map((cell) => $(cell).text().trim())
    const even = rows.every((cells) => cells.length === head.length)
    if (!even || head.length < 3 || body.length === 0 || pairsOf($, table) !== null) continue
    if (!names.every((name) => /^[\u4e00-\u9fff（）()/、]{2,14}$/.test(name))) continue
    const cards = body.map(
      (cells) =>
        `<div class="card">${cells.map((cell, i) => `<p><span>${names[i]}：</span>${$(cell).html()}</p>`).join('')}</div>`,
    )
    $(table).replaceWith(`<div class="cards">${cards.join('\n')}</div>`)
  }
}

/** Every cell's content in a paragraph and a span, as editors paste it. */
export const cellsWrapped: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const cell of plainTables($).flatMap((table) => $(table).find('td, th').toArray()))
    if ($(cell).find('p, div').length === 0)
      $(cell).html(
        `<p style="text-align:center"><span style="font-family:仿宋">${$(cell).html()}</span></p>`,
      )
}

/** Paragraphs that follow each other as lines of one box. */
export const paragraphsBroken: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const first of $('p').toArray()) {
    if ($(first).prev().is('p') || $(first).parent().length === 0) continue
    const run = [first]
    for (let next = $(first).next(); next.is('p'); next = next.next())
      run.push(...(next.toArray() as Element[]))
    if (run.length < 3) continue
    const lines = run.map((one) => `　　${$(one).html()}`).join('<br>\n')
    for (const one of run.slice(1)) $(one).remove()
    $(first).replaceWith(`<div>${lines}</div>`)
  }
}

const NUMBERS = '一二三四五六七八九十'

/** Numbers of headings written otherwise; `none`: left out. */
export function headingNumbers(as: 'part' | 'digit' | 'none'): Change {
  return ($, _page, fragment) => {
    if (fragment) return
    for (const element of $('p, h2, h3, h4, strong, div, span').toArray()) {
      const one = $(element)
      if (one.children().length > 0 || one.text().trim().length > 30) continue
      const match = /^([一二三四五六七八九十])、\s*(\S.*)$/.exec(one.text().trim())
      const [, number = '', words = ''] = match ?? []
      if (match === null) continue
      const at = NUMBERS.indexOf(number) + 1
      one.text(
        as === 'part' ? `第${number}部分　${words}` : as === 'digit' ? `${at}. ${words}` : words,
      )
    }
  }
}

interface Row {
  readonly link: string
  readonly day: string
}

/** Dated rows of one list, in their order; null where a row is more than a title and a day. */
function rowsOf($: CheerioAPI, list: Element, dated: ReadonlySet<Element>): readonly Row[] | null {
  const rows = $(list).children('li').toArray() as Element[]
  if (rows.length < 2 || !rows.every((row) => dated.has(row))) return null
  const found: Row[] = []
  for (const row of rows) {
    const link = $(row).find('a').first()
    const linked = $.html(link)
    const rest = $(row).text().replace(link.text(), '').trim()
    const day = DAY.exec(rest)?.[0]
    if (day === undefined || rest.replace(day, '').replace(/[[\]（）()\s·•]/g, '') !== '')
      return null
    found.push({ link: linked, day })
  }
  return found
}

function parts(day: string): readonly [string, string, string] | null {
  const match = /(20\d{2})\D(\d{1,2})\D(\d{1,2})/.exec(day)
  return match === null
    ? null
    : [match[1] ?? '', (match[2] ?? '').padStart(2, '0'), (match[3] ?? '').padStart(2, '0')]
}

const LISTS = {
  numbered: (rows) =>
    `<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr>${rows
      .map(({ link, day }, i) => `<tr><td>${i + 1}</td><td>${link}</td><td>${day}</td></tr>`)
      .join('\n')}</table>`,
  loose: (rows) => `<div>${rows.map(({ link, day }) => `·${link}　(${day})<br>`).join('\n')}</div>`,
  paragraphs: (rows) =>
    rows.map(({ link, day }) => `<p><span>[${day}]</span>${link}</p>`).join('\n'),
  split: (rows) =>
    `<ul>${rows
      .map(({ link, day }) => {
        const [year, month, date] = parts(day) ?? ['', '', day]
        return `<li><div class="d"><b>${date}</b><i>${year}-${month}</i></div><div class="t">${link}</div></li>`
      })
      .join('\n')}</ul>`,
  timed: (rows) =>
    `<ul>${rows.map(({ link, day }, i) => `<li>${link}<span>${day} ${String(8 + (i % 10)).padStart(2, '0')}:3${i % 10}:07</span></li>`).join('\n')}</ul>`,
  years: (rows) => {
    let last = ''
    return `<div>${rows
      .map(({ link, day }) => {
        const [year, month, date] = parts(day) ?? [last, '', day]
        const head = year === last ? '' : `<h4>${year}年</h4>`
        last = year
        return `${head}<div class="row">${link}<span>${month}-${date}</span></div>`
      })
      .join('\n')}</div>`
  },
} as const satisfies Readonly<Record<string, (rows: readonly Row[]) => string>>

/** Dated lists written otherwise. */
export function datedLists(as: keyof typeof LISTS): Change {
  return ($, _page, fragment) => {
    if (fragment) return
    const dated = new Set(listRows($, true))
    for (const list of $('ul').toArray() as Element[]) {
      const rows = rowsOf($, list, dated)
      if (rows !== null) $(list).replaceWith(LISTS[as](rows))
    }
  }
}
