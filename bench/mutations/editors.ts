/**
 * What editors and list templates do to the same content: words pasted from a word processor, titles cut short with the
 * whole in `title`, tables with running numbers, with their columns the other way round or with a title row and a note,
 * headings that run on into their text, colons of the other width, signs between label and value as elements of their own.
 */
import type { CheerioAPI } from 'cheerio'
import { cellsOf, plainTables } from './markup.ts'
import { type Change, type Element, listRows, textNodes } from './page.ts'

/** Tables with a head of names, their rows all as long as the head. */
function headedTables($: CheerioAPI): Element[] {
  return plainTables($).filter((table) => {
    const [head = [], ...body] = cellsOf($, table)
    const names = head.map((cell) => $(cell).text().replace(/\s/g, ''))
    return (
      head.length >= 3 &&
      body.length > 0 &&
      body.every((cells) => cells.length === head.length) &&
      names.every((name) => /^[\u4e00-\u9fffA-Za-z（）()/、]{2,14}$/.test(name)) &&
      !body.some((cells) => cells.length === 4 && /[：:]\s*$/.test($(cells[2]).text()))
    )
  })
}

/** A running number before every row. */
export const rowsNumbered: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of headedTables($)) {
    const rows = $(table).find('tr').toArray()
    if (/^(序号|编号)/.test($(rows[0]).text().trim())) continue
    for (const [i, row] of rows.entries()) {
      const tag = $(row).children('th').length > 0 ? 'th' : 'td'
      $(row).prepend(`<${tag}>${i === 0 ? '序号' : i}</${tag}>`)
    }
  }
}

/** Columns from the last to the first. */
export const columnsReversed: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of headedTables($))
    for (const row of $(table).find('tr').toArray())
      $(row).append($(row).children('td, th').toArray().reverse())
}

/** A title over the whole width before the head, a note below the last row. */
export const tablesTitled: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of headedTables($)) {
    const width = cellsOf($, table)[0]?.length ?? 1
    const rows = $(table).find('tr')
    rows.first().before(`<tr><td colspan="${width}" align="center">情况一览表</td></tr>`)
    rows.last().after(`<tr><td colspan="${width}">注：以上内容由各单位提供。</td></tr>`)
  }
}

/** Names of the columns down the side, one column a row. */
export const headsAside: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of headedTables($)) {
    const rows = cellsOf($, table)
    if (rows.length > 8) continue
    const lines = (rows[0] ?? []).map(
      (_, column) =>
        `<tr>${rows.map((cells, i) => `<${i === 0 ? 'th' : 'td'}>${$(cells[column]).html() ?? ''}</${i === 0 ? 'th' : 'td'}>`).join('')}</tr>`,
    )
    $(table).html(lines.join('\n'))
  }
}

/** Titles of lists after sixteen characters, the whole in the link's title. */
export const titlesCut: Change = ($) => {
  for (const row of listRows($, true)) {
    const link = $(row).find('a').first()
    const text = link.text().trim()
    if (text.length <= 16 || link.children().length > 0) continue
    link.attr('title', text)
    link.text(`${text.slice(0, 16)}…`)
  }
}

/** Short headings in the paragraph that they head: “一、标题。正文”. */
export const headingsRunIn: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const heading of $('p, h2, h3, h4').toArray() as Element[]) {
    const one = $(heading)
    const text = one.text().trim()
    const next = one.next()
    if (!/^[一二三四五六七八九十]{1,2}、[^。；：:]{2,20}$/.test(text) || !next.is('p')) continue
    if (
      /^[一二三四五六七八九十]{1,2}、|^（/.test(next.text().trim()) ||
      next.find('a, img').length > 0
    )
      continue
    next.html(`<strong>${text}。</strong>${next.html()}`)
    one.remove()
  }
}

/** Paragraphs as a word processor pastes them: a span for every few characters. */
export const pasted: Change = ($, { roll }) => {
  for (const node of textNodes($)) {
    const parent = $(node).parent()
    if (!parent.is('p, td, dd') || parent.closest('script, form').length > 0) continue
    const parts: string[] = []
    for (let rest = node.data; rest !== ''; ) {
      const length = roll.between(3, 14)
      parts.push(rest.slice(0, length))
      rest = rest.slice(length)
    }
    const spans = parts.map(
      (part) =>
        `<span style="font-size:16.0pt;font-family:仿宋_GB2312" lang="${/^[\d.,-]+$/.test(part) ? 'EN-US' : 'ZH-CN'}">${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</span>`,
    )
    $(node).replaceWith(spans.join(''))
  }
}

/** Colons of half width. */
export const colonsHalf: Change = ($) => {
  for (const node of textNodes($)) node.data = node.data.replace(/：/g, ':')
}

/** The colon between label and value in an element of its own. */
export const colonsApart: Change = ($) => {
  for (const node of textNodes($)) {
    const match = /^\s*([\u4e00-\u9fff]{2,8})[：:]\s*(\S.*)$/s.exec(node.data)
    if (match === null || $(node).parent().is('a, title, option, button, label')) continue
    const [, label = '', value = ''] = match
    const safe = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    $(node).replaceWith(`<b>${label}</b><i>：</i><span>${safe(value)}</span>`)
  }
}
