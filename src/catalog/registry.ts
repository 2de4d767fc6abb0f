/**
 * Registry of agencies and portals from a user's table (contract §3): which columns there are, what a good row is, and
 * which key a portal gets. Every fault names file, row, column and the mend; one bad row keeps all others out unless
 * `skipBad` is asked for. How tables are read lies with `inputs/tables`.
 */
import { AppError } from '#base/errors'
import { shortId } from '#base/hash'
import { halfWidth, squash } from '#base/text'
import { hostOf, normalizeUrl, placeKey } from '#base/url'
import type { Agency, Portal, Registry } from '#model/portal'
import { readTable, type TableRow } from './inputs/tables.ts'

const HEADS = {
  agency: ['单位', 'agency', '单位名称'],
  agencyId: ['单位编码', 'agencyId', '单位代码'],
  group: ['分组', 'group'],
  attributes: ['属性', 'attributes'],
  portalName: ['网站名称', 'portalName'],
  siteCode: ['网站标识码', 'siteCode'],
  homeUrl: ['首页', 'homeUrl', '首页网址', '首页地址'],
  platformUrl: ['公开平台', 'platformUrl'],
  extraUrls: ['其他入口', 'extraUrls'],
  tags: ['标签', 'tags'],
} as const satisfies Record<string, readonly string[]>
type Field = keyof typeof HEADS

/** 网站标识码: six-digit area and four digits, or `bm` and eight digits for ministries. */
const SITE_CODE = /^(\d{10}|bm\d{8})$/

export interface LoadedRegistry {
  readonly registry: Registry
  /** With `skipBad`: the rows left out, each with its reason (Chinese). */
  readonly skipped: readonly string[]
  /** Heads that mean nothing here (序号, 备注 …). */
  readonly ignoredHeads: readonly string[]
}

/** @throws AppError file-missing, file-invalid (all bad rows in one message) */
export function loadRegistry(file: string, options: { skipBad?: boolean } = {}): LoadedRegistry {
  const table = readTable(file)
  const heads = new Map<Field, string>()
  const ignoredHeads: string[] = []
  for (const head of table.heads) {
    const field = fieldOf(head)
    if (field === null) ignoredHeads.push(head)
    else if (heads.has(field)) {
      throw invalid(file, `表头“${heads.get(field)}”和“${head}”是同一列。请删去一列。`)
    } else heads.set(field, head)
  }
  for (const field of ['agency', 'homeUrl'] as const) {
    if (!heads.has(field)) {
      throw invalid(
        file,
        `缺少“${HEADS[field][0]}”列（英文表头 ${HEADS[field][1]}）。现有表头：${table.heads.join('、')}。请补上该列。`,
      )
    }
  }
  if (table.rows.length === 0) throw invalid(file, '只有表头，没有网站。请补上内容。')

  const builder = new RegistryBuilder()
  const faults: string[] = []
  for (const row of table.rows) {
    const found = builder.add(row, heads)
    faults.push(...found.map((fault) => `${row.where}${fault}`))
  }
  if (faults.length > 0 && !options.skipBad) {
    const shown = faults.slice(0, 20).map((fault) => `\n  ${fault}`)
    const more = faults.length > 20 ? `\n  ……其余 ${faults.length - 20} 处从略` : ''
    throw invalid(
      file,
      `有 ${faults.length} 处需要改正，一行也没有导入（--skip-bad 可跳过坏行、导入其余）：${shown.join('')}${more}`,
    )
  }
  const registry = builder.registry()
  if (registry.portals.length === 0) {
    throw invalid(file, `没有一行可用：\n  ${faults.slice(0, 20).join('\n  ')}`)
  }
  return { registry, skipped: faults, ignoredHeads }
}

/** A registry for addresses given by hand: one agency and portal for each, named after the host. */
export function registryOfUrls(urls: readonly string[]): Registry {
  const portals = new Map<string, Portal>()
  for (const given of urls) {
    const homeUrl = normalizeUrl(given)
    if (homeUrl === null) {
      throw new AppError(
        'usage',
        `网址“${given}”不完整。请写成 http:// 或 https:// 开头的完整地址，如 http://www.example.gov.cn/。`,
      )
    }
    const host = hostOf(homeUrl)
    const id = shortId(host, homeUrl)
    portals.set(id, {
      id,
      agencyId: host,
      name: host,
      siteCode: null,
      homeUrl,
      platformUrl: null,
      extraUrls: [],
      tags: [],
    })
  }
  const list = [...portals.values()]
  const agencies = [...new Set(list.map((portal) => portal.agencyId))].map((id) => ({
    id,
    name: id,
    group: null,
    attributes: [],
  }))
  return { agencies, portals: list }
}

class RegistryBuilder {
  readonly #agencies = new Map<string, { agency: Agency; where: string }>()
  readonly #portals = new Map<string, Portal>()
  readonly #homes = new Map<string, string>()
  readonly #codes = new Map<string, string>()

  registry(): Registry {
    return {
      agencies: [...this.#agencies.values()].map((entry) => entry.agency),
      portals: [...this.#portals.values()],
    }
  }

  /** Adds the row, or answers why not: `“列”……` sentences with the mend. */
  add(row: TableRow, heads: ReadonlyMap<Field, string>): string[] {
    const faults: string[] = []
    const fault = (field: Field, text: string): void => {
      faults.push(`“${heads.get(field) ?? HEADS[field][0]}”列：${text}`)
    }
    const text = (field: Field): string => {
      const head = heads.get(field)
      return head === undefined ? '' : squash(row.cells.get(head)?.text ?? '')
    }
    const list = (field: Field): string[] =>
      text(field)
        .split(/[;；]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    const address = (field: Field, value: string): string => {
      const url = normalizeUrl(halfWidth(value))
      if (url === null || !/\.|^localhost$/.test(new URL(url).hostname)) {
        fault(field, `“${value}”不是完整网址。请写成 http:// 或 https:// 开头的地址。`)
      }
      return url ?? ''
    }

    const name = text('agency')
    if (name === '') fault('agency', '没有填单位名称。请补上。')
    const siteCode = this.#siteCode(row, heads, text('siteCode'), fault)
    if (text('homeUrl') === '') fault('homeUrl', '没有填首页地址。请补上。')
    const homeUrl = text('homeUrl') === '' ? '' : address('homeUrl', text('homeUrl'))
    const platformUrl =
      text('platformUrl') === '' ? null : address('platformUrl', text('platformUrl'))
    const extraUrls = list('extraUrls').map((value) => address('extraUrls', value))

    const agencyId = text('agencyId') || shortId('agency', name)
    const known = this.#agencies.get(agencyId)
    if (known && known.agency.name !== name) {
      fault(
        'agencyId',
        `编码“${agencyId}”在${known.where}是“${known.agency.name}”，这里是“${name}”。请改正编码或单位名称。`,
      )
    }
    const group = text('group') || null
    if (known && group !== null && known.agency.group !== null && known.agency.group !== group) {
      fault('group', `“${name}”在${known.where}的分组是“${known.agency.group}”。请统一。`)
    }
    const sameHome = homeUrl === '' ? undefined : this.#homes.get(placeKey(homeUrl))
    if (sameHome !== undefined) fault('homeUrl', `与${sameHome}是同一个首页。请删去重复的一行。`)
    const sameCode = siteCode === null ? undefined : this.#codes.get(siteCode)
    if (sameCode !== undefined) fault('siteCode', `与${sameCode}的标识码相同。请核对。`)
    if (faults.length > 0) return faults

    this.#agencies.set(agencyId, {
      where: known?.where ?? row.where,
      agency: {
        id: agencyId,
        name,
        group: known?.agency.group ?? group,
        attributes: [...new Set([...(known?.agency.attributes ?? []), ...list('attributes')])],
      },
    })
    const id = siteCode ?? shortId(agencyId, homeUrl)
    this.#homes.set(placeKey(homeUrl), row.where)
    if (siteCode !== null) this.#codes.set(siteCode, row.where)
    this.#portals.set(id, {
      id,
      agencyId,
      name: text('portalName') || name,
      siteCode,
      homeUrl,
      platformUrl,
      extraUrls,
      tags: list('tags'),
    })
    return []
  }

  #siteCode(
    row: TableRow,
    heads: ReadonlyMap<Field, string>,
    text: string,
    fault: (field: Field, text: string) => void,
  ): string | null {
    const code = halfWidth(text).replace(/\s+/g, '').toLowerCase()
    if (code === '') return null
    if (SITE_CODE.test(code)) return code
    const numeric = row.cells.get(heads.get('siteCode') ?? '')?.numeric ?? false
    fault(
      'siteCode',
      numeric && /^\d{1,9}$/.test(code)
        ? `“${text}”被存成了数字，开头的 0 丢了。请把该列设为文本格式后重填。`
        : `“${text}”不是网站标识码（应为 10 位数字，或 bm 加 8 位数字）。请改正或留空。`,
    )
    return null
  }
}

function fieldOf(head: string): Field | null {
  for (const [field, names] of Object.entries(HEADS)) {
    if (names.some((name) => name.toLowerCase() === head.toLowerCase())) return field as Field
  }
  return null
}

function invalid(file: string, what: string): AppError {
  return new AppError('file-invalid', `名录 ${file}：${what}`, { context: { file } })
}
