/**
 * Changes of markup that a reader does not see or does not mind: other elements for lists, tables and headings, days
 * printed in another form or place, tags inside words, spaces inside labels, careless tags. Each keeps all text.
 */
import type { CheerioAPI } from 'cheerio'
import { type Change, DAY, type Element, listRows, type Page, textNodes } from './page.ts'
import { LABELS } from './words.ts'

type Form = (year: string, month: string, day: string) => string

const WHOLE_DAY = /(?<!\d)(20\d{2})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?!\d)/g

const two = (part: string): string => part.padStart(2, '0')

export const FORMS = {
  cn: (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  dot: (year, month, day) => `${year}.${two(month)}.${two(day)}`,
  slash: (year, month, day) => `${year}/${Number(month)}/${Number(day)}`,
  wide: (year, month, day) => wide(`${year}年${Number(month)}月${Number(day)}日`),
  short: (year, month, day) => `${year.slice(2)}-${two(month)}-${two(day)}`,
} as const satisfies Readonly<Record<string, Form>>

function wide(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

/** Days printed in another form; `lists`: only in lists, where short forms are usual. */
export function days(form: Form, lists = false): Change {
  return ($) => {
    const inRow = lists
      ? new Set(listRows($, true).flatMap((row) => $(row).find('*').toArray()))
      : null
    for (const node of textNodes($)) {
      if (inRow !== null && !(node.parent && inRow.has(node.parent as Element))) continue
      node.data = node.data.replace(WHOLE_DAY, (...parts: string[]) => {
        const [, year = '', , month, day, longMonth, longDay] = parts
        return form(year, month ?? longMonth ?? '', day ?? longDay ?? '')
      })
    }
  }
}

/** Month and day alone in lists whose links carry the year. */
export const daysWithoutYear: Change = ($) => {
  for (const row of listRows($, true)) {
    const href = $(row).find('a').attr('href') ?? ''
    if (!/t20\d{6}_|\/20\d{2}\/\d+\/\d+\//.test(href)) continue
    for (const node of textNodes($).filter((one) =>
      $(row)
        .find('*')
        .is(one.parent as Element),
    ))
      if (node.data.trim().length < 14)
        node.data = node.data.replace(WHOLE_DAY, (...parts: string[]) => {
          const [, , , month, day, longMonth, longDay] = parts
          return `[${two(month ?? longMonth ?? '')}-${two(day ?? longDay ?? '')}]`
        })
  }
}

/** Days of lists on the other side of their titles, and the line of an article's day above its title. */
export const daysMoved: Change = ($) => {
  for (const row of listRows($, true)) {
    const one = $(row)
    const parts = one.children()
    const holder = parts.filter(
      (_, part) => DAY.test($(part).text()) && $(part).text().trim().length < 16,
    )
    if (holder.length !== 1) continue
    if (parts.first().is(holder)) one.append(holder)
    else one.prepend(holder)
  }
  const info = $('.info, .content-title > i, .article > .sub').first()
  const title = $('.article > h1, .content-title > h3, .article > .title').first()
  if (info.length > 0 && title.length > 0) title.before(info)
}

/** Lists as tables, definition lists or cards. */
export function lists(as: 'table' | 'dl' | 'div' | 'ul'): Change {
  return ($, _page, fragment) => {
    const row = (element: Element): string => {
      const one = $(element)
      const link = one.find('a').first()
      const cells = one.is('tr')
        ? one
            .children('td')
            .toArray()
            .map((cell) => $(cell).html() ?? '')
        : link.parent().is(element) && one.children().length > 1
          ? partsOf($, element)
          : [one.html() ?? '']
      if (as === 'table') return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
      if (as === 'dl') return `<dd>${cells.join(' ')}</dd>`
      if (as === 'ul') return `<li>${cells.map((cell) => `<span>${cell}</span>`).join('')}</li>`
      return `<div class="item">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div>`
    }
    const wrap = { table: 'table', dl: 'dl', div: 'div', ul: 'ul' }[as]
    if (fragment) {
      for (const li of $('li').toArray())
        $(li).replaceWith(as === 'table' ? `<table>${row(li)}</table>` : row(li))
      return
    }
    for (const list of $('ul').toArray()) {
      if ($(list).find('ul, table').length > 0) continue
      const rows = $(list).children('li').toArray()
      if (rows.length > 0) $(list).replaceWith(`<${wrap}>${rows.map(row).join('\n')}</${wrap}>`)
    }
    if (as === 'table') return
    for (const table of $('table').toArray()) {
      const rows = $(table).find('tr').toArray()
      const listed = new Set(listRows($, true))
      if (rows.length === 0 || !rows.every((one) => listed.has(one))) continue
      $(table).replaceWith(`<${wrap}>${rows.map(row).join('\n')}</${wrap}>`)
    }
  }
}

/** Each element of a row, loose words with the element that follows. */
function partsOf($: CheerioAPI, row: Element): string[] {
  const parts: string[] = []
  let loose = ''
  for (const node of row.children) {
    if (node.type === 'tag') {
      parts.push(`${loose}${$.html(node)}`)
      loose = ''
    } else if (node.type === 'text') loose += node.data
  }
  return parts
}

/** Tables that hold no table, no list and no form. */
export function plainTables($: CheerioAPI): Element[] {
  return ($('table').toArray() as Element[]).filter((table) => {
    const one = $(table)
    const page = /第二十条|申请人情况|未经复议/.test(one.text())
    return !page && one.find('table, form, script, [rowspan], [colspan]').length === 0
  })
}

/** Cells of every row of a table. */
export function cellsOf($: CheerioAPI, table: Element) {
  return $(table)
    .find('tr')
    .toArray()
    .map((row) => $(row).children('td, th').toArray())
}

/** Tables drawn with div elements. */
export const tablesAsDivs: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of plainTables($)) {
    const rows = $(table)
      .find('tr')
      .toArray()
      .map((row) => {
        const cells = $(row).children('td, th').toArray()
        return `<div class="tr" style="display:table-row">${cells.map((cell) => `<div class="td" style="display:table-cell">${$(cell).html()}</div>`).join('')}</div>`
      })
    $(table).replaceWith(`<div class="tab" style="display:table">${rows.join('\n')}</div>`)
  }
}

/** Tables of label and value turned round: labels in the head row, values below. */
export const tablesTurned: Change = ($, _page, fragment) => {
  if (fragment) return
  for (const table of plainTables($)) {
    const rows = cellsOf($, table)
    const pairs = rows.flatMap((cells) =>
      cells.length % 2 === 0
        ? Array.from({ length: cells.length / 2 }, (_, i) => cells.slice(i * 2, i * 2 + 2))
        : [],
    )
    const even = rows.every((cells) => cells.length === 2 || cells.length === 4)
    const known = pairs.filter(([label]) => label !== undefined && isLabel($(label).text()))
    if (!even || pairs.length < 3 || known.length < pairs.length * 0.6) continue
    const line = (at: 0 | 1, tag: string): string =>
      pairs.map((pair) => `<${tag}>${$(pair[at] as Element).html() ?? ''}</${tag}>`).join('')
    $(table).replaceWith(
      `<table border="1"><tr>${line(0, 'th')}</tr><tr>${line(1, 'td')}</tr></table>`,
    )
  }
}

function isLabel(text: string): boolean {
  return (
    Object.hasOwn(LABELS, text.replace(/[\s　：:]/g, '')) || /^[^\d]{2,6}[：:]?$/.test(text.trim())
  )
}

/** Whole page inside nested layout tables. */
export const layoutTables: Change = ($, _page, fragment) => {
  if (fragment) return
  const body = $('body')
  const parts = body
    .children()
    .toArray()
    .map((part) =>
      $(part).is('script')
        ? $.html(part)
        : `<tr><td><table width="100%"><tr><td>${$.html(part)}</td></tr></table></td></tr>`,
    )
  const scripts = parts.filter((part) => part.startsWith('<script'))
  const rest = parts.filter((part) => !part.startsWith('<script'))
  body.html(`<table width="1000" align="center">${rest.join('\n')}</table>${scripts.join('\n')}`)
}

/** Headings as large text, bold text as styled text. */
export const headingsAsDivs: Change = ($) => {
  for (const heading of $('h1, h2, h3, h4, h5, h6').toArray() as Element[])
    $(heading).replaceWith(
      `<div class="bt ${$(heading).attr('class') ?? ''}" style="font-size:22px;font-weight:bold">${$(heading).html()}</div>`,
    )
  for (const bold of $('strong, b').toArray())
    $(bold).replaceWith(`<span style="font-weight:bold">${$(bold).html()}</span>`)
}

/** Class and id say nothing any more, but for those that scripts use. */
export const classesGone: Change = ($) => {
  const kept = /^(_|float|searchKey|cniil_wza|dynclicks|4\d+$)/
  for (const element of $('[class], [id]').toArray()) {
    const one = $(element)
    if (one.is('form, input')) continue
    one.removeAttr('class')
    if (!kept.test(one.attr('id') ?? '')) one.removeAttr('id')
  }
}

/** Tags in the middle of words, as editors leave them. */
export const tagsInWords: Change = ($, { roll }) => {
  for (const node of textNodes($)) {
    const text = node.data
    if (!/[\u4e00-\u9fff]{3}/.test(text) || text.length > 60 || roll.next() < 0.4) continue
    const at = roll.between(1, text.length - 2)
    const tag = roll.pick(['font', 'span', 'em'])
    const end = Math.min(text.length, at + roll.between(1, 3))
    $(node).replaceWith(
      `${safe(text.slice(0, at))}<${tag}>${safe(text.slice(at, end))}</${tag}>${safe(text.slice(end))}`,
    )
  }
}

function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Something between the characters of labels. */
export function labelsSpaced(between: string): Change {
  return ($) => {
    for (const node of textNodes($))
      node.data = node.data.replace(
        /[\u4e00-\u9fff]{2,4}(?=\s*[：:]|\s*$)/g,
        (word, at: number) => {
          const alone = at === 0 || /[\s　；。（]/.test(node.data[at - 1] ?? '')
          return alone && Object.hasOwn(LABELS, word) ? [...word].join(between) : word
        },
      )
  }
}

/** Characters without width inside titles, labels and names. */
export const zeroWidth: Change = ($, { roll }) => {
  for (const node of textNodes($)) {
    if (node.data.length > 60 || !/[\u4e00-\u9fff]{2}/.test(node.data)) continue
    const at = roll.between(1, node.data.length - 1)
    node.data = `${node.data.slice(0, at)}${roll.pick(['\u200b', '\ufeff', '\u200d'])}${node.data.slice(at)}`
  }
}

/** Careless writing of the same document: text in, text out. */
export function careless(html: string, { roll }: Page): string {
  if (/^<\?xml/.test(html)) return html
  const parts = html.split(/(<script[\s\S]*?<\/script>)/i)
  const written = parts.map((part, i) => {
    if (i % 2 === 1) return part
    return part
      .replace(/<\/(li|td|tr|dd|dt|option)>/g, '')
      .replace(
        /<(\/?)([a-z][a-z0-9]*)/g,
        (_all, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
      )
      .replace(
        / ([a-z]+)="([A-Za-z0-9_]+)"/g,
        (_all, name: string, value: string) => ` ${name.toUpperCase()}=${value}`,
      )
      .replace(/<DIV>/g, () => (roll.next() < 0.3 ? '<DIV ID=main>' : '<DIV>'))
      .replace(/<(P|TD|LI)>/g, (tag) =>
        roll.next() < 0.2 ? `<!-- 模板 ${roll.between(1, 99)} -->${tag}` : tag,
      )
  })
  return `\ufeff${written.join('')}`
}

/** Words of pages replaced by others: whole texts and labels before a colon. */
export function labels(set: number): Change {
  const other = (word: string): string => {
    const words = LABELS[word]
    return words?.[set % words.length] ?? word
  }
  return ($) => {
    for (const node of textNodes($)) {
      const bare = node.data.replace(/[\s　]/g, '')
      const whole =
        /^((?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])?)([\u4e00-\u9fff]+)([：:]?)$/.exec(
          bare,
        )
      if (whole !== null && Object.hasOwn(LABELS, whole[2] ?? '')) {
        // A line of navigation with the same word is a column, not a label.
        if ($(node).closest('a').length === 0)
          node.data = `${whole[1]}${other(whole[2] ?? '')}${whole[3]}`
        continue
      }
      node.data = node.data.replace(
        /(^|[\s　；。、（])([\u4e00-\u9fff]{2,8})(?=[：:])/g,
        (_all, before: string, word: string) => `${before}${other(word)}`,
      )
    }
  }
}
