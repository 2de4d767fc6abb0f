/**
 * What each body's guide, ways to apply and institution page say of how to reach it, as cards of one body side by side: address,
 * hours, telephone, fax, mail, postcode, each with its page. Two cards differ where each says one thing behind a label of the
 * same meaning and neither page holds the other's. Bodies with branches of their own, guides gathered in one column, rows of a table.
 */
import type { Labels } from '#base/labels'
import { clip, halfWidth, squash } from '#base/text'
import type { PageView, Place, SiteView } from '#model/site-view'
import { withoutPlace } from './bodies.ts'
import { addressReader, isFullAddress, sameAddress } from './contacts.ts'
import { labelOr, viewsOf } from './elements.ts'
import { rowsOn } from './members.ts'
import { isGovernment } from './searched.ts'
import { bodyBefore, ownPart, partOf, titledForOthers, unitsOf } from './units.ts'

type Field = '电话' | '传真' | '电子邮箱' | '邮政编码' | '办公时间' | '办公地址'
type Source = '公开指南' | '依申请公开' | '机构页'

interface Card {
  readonly body: string
  readonly source: Source
  readonly url: string
  readonly text: string
  readonly fields: ReadonlyMap<Field, readonly Value[]>
}

interface Value {
  readonly value: string
  /** With its label, as the text read has it. */
  readonly quote: string
  /** As it is printed. */
  readonly raw: string
  /** What the label says it is for: opening of the office, or of its desk. */
  readonly role: string
}

export interface CardConflict {
  readonly body: string
  readonly field: Field
  readonly facts: Readonly<Record<'body' | 'field' | 'source' | 'said' | 'other' | 'told', string>>
  readonly places: readonly Place[]
  /** No two things can both be right: the same label of the same office. */
  readonly sure: boolean
}

const NUMBER = String.raw`(?:[（(]?0\d{2,3}[）)]?[-—－ ]?)?[2-9]\d{6,7}(?!\d)`
const IS = String.raw`(?:[（(][^）)\n]{0,10}[）)])?[\s:：为是]*`
/** What is another's number: of supervisors, of who sits there at night, of a desk. */
const NOT_OFFICE = /监督|投诉|举报|值班|查询|窗口|服务|维护|技术/

interface Patterns {
  readonly telephone: RegExp
  readonly fax: RegExp
  readonly mail: RegExp
  readonly postcode: RegExp
  readonly hours: RegExp
}

/** In each the first group is the label, the second what stands behind it. */
function patternsOf(labels: Labels): Patterns {
  const behind = (label: RegExp, value: string, flags = 'g'): RegExp =>
    new RegExp(`(${label.source})${IS}(${value})`, flags)
  const hours = labelOr(labels, ['officeHours'])
  const next = `${hours.source}|电话|邮编|邮箱`
  return {
    telephone: behind(
      labelOr(labels, ['telephone', 'consulting']),
      String.raw`${NUMBER}(?:\s*[、，,/；; ]\s*${NUMBER})*`,
    ),
    fax: behind(
      labelOr(labels, ['fax'], /(?<![话机/、]\s?)(?:传\s*真|FAX)(?:号码?|电话|机|申请|受理|联系)?/),
      NUMBER,
      'gi',
    ),
    mail: behind(
      labelOr(labels, ['email'], /(?:电子信箱|邮件|邮箱|E-?mail)(?:地址|申请)?/),
      String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
      'gi',
    ),
    postcode: behind(labelOr(labels, ['postcode'], /邮\s*编/), String.raw`\d{6}(?!\d)`),
    hours: behind(hours, `(?:(?!${next})[^\\n。]){5,100}`),
  }
}
const RANGE =
  /(\d{1,2})\s?[:：点时]\s?(\d{2})?分?\s*[-－—–~～至到]+\s*(?:[上下中]午)?\s*(\d{1,2})\s?[:：点时]\s?(\d{2})?/g

const digits = (text: string): string => text.replace(/\D/g, '')
/** Without the area's code: the last seven or eight digits. */
const local = (number: string): string => {
  const plain = halfWidth(number)
    .replace(/^\(?0\d{2,3}\)?[-—－ ]/, '')
    .replace(/^\(0\d{2,3}\)/, '')
  return digits(plain)
}

function hoursIn(text: string): string {
  const time = (hour = '', minute = '00'): string =>
    `${Number(hour) < 7 ? Number(hour) + 12 : Number(hour)}:${minute}`
  const ranges = [...halfWidth(text).matchAll(RANGE)].map(
    ([, a, b, c, d]) => `${time(a, b)}-${time(c, d)}`,
  )
  return [...new Set(ranges)].sort().join(' ')
}

function fieldsOf(
  text: string,
  labels: Labels,
  { telephone, fax, mail, postcode, hours }: Patterns,
): ReadonlyMap<Field, readonly Value[]> {
  const all = (pattern: RegExp, plain: (value: string) => string): readonly Value[] =>
    [...text.matchAll(pattern)].map((found) => {
      const [quote, label = ''] = found
      // The label's own words may be groups.
      const raw = squash(found.at(-1) ?? '')
      // 值班电话: what stands before the words of the family belongs to the label.
      const before = /[\u4e00-\u9fff]{0,4}$/.exec(text.slice(0, found.index))?.[0] ?? ''
      return { value: plain(raw), quote: squash(quote), raw, role: `${before}${label}` }
    })
  const plain = (values: readonly Value[]): readonly Value[] =>
    values.map((one) => ({ ...one, role: '' }))
  const phones = all(telephone, (value) => value)
    .filter(({ role }) => !NOT_OFFICE.test(role))
    .flatMap((one) =>
      one.raw
        .split(/[、，,/；;]|(?<=\d{7}) /)
        .map((number) => ({ ...one, raw: squash(number), value: local(number) })),
    )
  const open = all(hours, hoursIn)
    .filter(({ value }) => value !== '')
    .map((one) => ({ ...one, role: ofOffice(one.role) }))
  const addresses = addressReader(labels)(text).map(([value, quote]) => ({
    ...{ value, quote },
    ...{ raw: quote, role: '' },
  }))
  return new Map<Field, readonly Value[]>([
    ['电话', plain(phones)],
    ['传真', plain(all(fax, local))],
    ['电子邮箱', plain(all(mail, (value) => value.toLowerCase()))],
    ['邮政编码', plain(all(postcode, (value) => value))],
    ['办公时间', open],
    ['办公地址', addresses.filter(({ value }) => isFullAddress(value))],
  ])
}

const ofOffice = (role: string): string => (/受理|接待|接收|服务/.test(role) ? '受理' : '办公')

/** Where supervisors, courts and reading rooms are told of. */
const OTHERS =
  /(?<!市场)监督(?!管理)|投诉|举报|复议|诉讼|档案馆|图书馆|查阅(?:点|场所|地点)|技术支持|网站维护/
/** Behind such a heading the rest of a guide is others'. */
const OTHERS_HEAD =
  /^[\s（(]*[一二三四五六七八九十\d]{1,2}[)）、.．][^。，：]{0,12}(?:监督|救济|投诉|举报)/

/** The page's own words: without what it says of others. */
function ownWords(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => OTHERS_HEAD.test(line))
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !OTHERS.test(line)).join('\n')
}

const SOURCES: readonly (readonly [source: Source, topic: string])[] = [
  ['依申请公开', 'disclosureRequest'],
  ['公开指南', 'ogiGuide'],
  ['机构页', 'institution'],
]
const UNIT =
  /^[\u4e00-\u9fa5]{2,24}(?:局|委|办|委员会|办公室|中心|镇|乡|街道|街道办事处|管委会|人民政府|[站所院队馆])$/
/** 内设机构, 直属单位: what is said there is said of many. */
const OF_MANY =
  /内设|直属|下属|所属|区县|县区|处室|科室|领导|班子|一览|名单|通讯录|联系我们|乡镇|街道|部门/
const ROW_NAME = /^(?:(?:公开|责任|申请)?(?:单位|部门|机关)(?:名称|全称)?|机构(?:名称|全称))$/
const ROW_TOLD = /电话|传真|邮箱|地址|邮编|邮政编码|时间$|受理(?:机构|科室|部门)/

function cardsOf(site: SiteView, labels: Labels): readonly Card[] {
  const cards: Card[] = []
  const patterns = patternsOf(labels)
  const add = (body: string, source: Source, url: string, text: string): void => {
    const fields = fieldsOf(ownWords(text), labels, patterns)
    if ([...fields.values()].some((values) => values.length > 0))
      cards.push({ body, source, url, text, fields })
  }
  const seen = new Set<string>()
  const read = (part: SiteView, own: string): void => {
    for (const [source, topic] of SOURCES) {
      const columns = part.columnsOf(topic).filter(({ kind }) => kind === 'local')
      const names = new Set(columns.map(({ name }) => squash(name)))
      const below = part.pages.filter(({ page }) => names.has(squash(page.trail.at(-1) ?? '')))
      const views = new Set([...columns.flatMap((column) => viewsOf(part, column)), ...below])
      for (const view of views) {
        const { url, text } = view.page
        if (seen.has(url) || view.page.blocked !== null || text.length > text.excerpt.length)
          continue
        seen.add(url)
        const rows = rowsOn(view, ROW_NAME, ROW_TOLD).flat()
        for (const { name, words } of rows) if (UNIT.test(name)) add(name, source, url, words ?? '')
        const body = bodyOf(site, view, rows.length > 0 ? null : own)
        const isRow = (line: string): boolean => rows.some(({ name }) => line.includes(name))
        const lines = text.excerpt.split('\n').filter((line) => !isRow(line))
        if (body !== null) add(body, source, url, lines.join('\n'))
      }
    }
  }
  for (const unit of isGovernment(site) ? unitsOf(site) : []) read(partOf(site, unit), unit.name)
  read(ownPart(site), site.agency.name)
  return cards
}

/** Whose page it is; null where it tells of many. */
function bodyOf(site: SiteView, view: PageView, own: string | null): string | null {
  const title = squash(view.page.title ?? '')
  const [titled] = titledForOthers(site, [view])
  // 某县教育局政府信息公开指南: 政府 is the guide's.
  if (titled !== undefined) return titled.name.replace(/(?<=[局委办会室])政府$/, '')
  if (OF_MANY.test(title)) return null
  if (UNIT.test(title)) return title
  return bodyBefore(site, title, '(?:机构|单位|主要)?(?:职能|职责|概况|简介|信息|联系方式)') ?? own
}

const FEW_PHONES = 3

/** Of each body what differs from one of its pages to another: for every field the first two. */
export function cardConflicts(site: SiteView, labels: Labels): readonly CardConflict[] {
  const groups = new Map<string, Card[]>()
  for (const card of cardsOf(site, labels)) {
    const key = keyOf(card.body)
    groups.set(key, [...(groups.get(key) ?? []), card])
  }
  const own = keyOf(site.agency.name)
  return [...groups].flatMap(([key, cards]) =>
    FIELDS.filter((field) => key !== own || !ELSEWHERE.has(field)).flatMap(
      (field) => conflictIn(cards, field) ?? [],
    ),
  )
}

const FIELDS = ['邮政编码', '传真', '电子邮箱', '办公时间', '办公地址', '电话'] as const
/** Compared in another way for the portal's own body, which names who takes requests. */
const ELSEWHERE: ReadonlySet<Field> = new Set(['办公地址', '电话'])

const keyOf = (name: string): string =>
  withoutPlace(name).replace(/(?:人民政府|政府|办事处)(?:办公室)?$/, '')

function conflictIn(cards: readonly Card[], field: Field): CardConflict | null {
  for (const [at, one] of cards.entries())
    for (const other of cards.slice(at + 1)) {
      if (one.url === other.url || one.source === other.source) continue
      const pair = differing(one, other, field)
      if (pair === null) continue
      const [a, b] = pair
      const facts = {
        ...{ body: one.body, field, source: one.source, other: other.source },
        ...{ said: clip(a.quote, 50), told: clip(b.quote, 50) },
      }
      const places = [
        { url: one.url, at: null, quote: a.raw },
        { url: other.url, at: null, quote: b.raw },
      ]
      return { body: one.body, field, facts, places, sure: isSure(one, other, field, a, b) }
    }
  return null
}

/** Each says one thing (of telephones a few), and neither page holds what the other says. */
function differing(one: Card, other: Card, field: Field): readonly [Value, Value] | null {
  const of = (card: Card): readonly Value[] => card.fields.get(field) ?? []
  const few = (values: readonly Value[]): boolean => {
    const size = new Set(values.map(({ value, role }) => `${role}${value}`)).size
    return size > 0 && size <= (field === '电话' ? FEW_PHONES : field === '办公时间' ? 2 : 1)
  }
  const [as, bs] = [of(one), of(other)]
  if (!few(as) || !few(bs)) return null
  for (const a of as)
    for (const b of bs) {
      if (a.role !== b.role) continue
      if (meets(field, a, b, one, other)) return null
    }
  const a = as[0]
  const b = bs.find(({ role }) => role === a?.role)
  return a === undefined || b === undefined ? null : [a, b]
}

function meets(field: Field, a: Value, b: Value, one: Card, other: Card): boolean {
  if (field === '办公地址') return sameAddress(a.value, b.value)
  if (field === '办公时间') {
    const [more, less] = [a.value.split(' '), b.value.split(' ')]
    return (
      less.every((range) => more.includes(range)) || more.every((range) => less.includes(range))
    )
  }
  if (a.value === b.value) return true
  const holds = (card: Card, value: string): boolean =>
    (field === '电子邮箱' ? card.text.toLowerCase() : digits(halfWidth(card.text))).includes(value)
  return holds(one, b.value) || holds(other, a.value)
}

/** A street and two numbers on it; a code of one place; what both guide and way to apply say of who takes requests. */
function isSure(one: Card, other: Card, field: Field, a: Value, b: Value): boolean {
  const isRequest = one.source !== '机构页' && other.source !== '机构页'
  if (field === '办公时间') return a.role === '办公' || isRequest
  if (field === '邮政编码') {
    const [x, y] = [one, other].map((card) => card.fields.get('办公地址')?.[0]?.value)
    return x === undefined || y === undefined || sameAddress(x, y)
  }
  if (field === '办公地址') return isOneStreet(a.value, b.value)
  return isRequest
}

function isOneStreet(a: string, b: string): boolean {
  const street = (value: string): string =>
    /([\u4e00-\u9fff]{2,3}(?:大道|[路街巷]))[^\d路街巷]{0,3}\d/.exec(halfWidth(value))?.[1] ?? ''
  return street(a) !== '' && street(a) === street(b)
}
