/**
 * What pages tell of the offices that take requests (受理机构) or are named otherwise: their telephones or addresses, each with the
 * words that follow its name. Which of them must agree is the check's business.
 */
import type { Place } from '#model/site-view'
import { type ContactReader, plainName, SECTION_NAME, UNIT_LINE } from './contacts.ts'

export interface Said {
  readonly value: string
  readonly place: Place
}

export interface ContactKind {
  readonly subject: string
  /** The office that takes requests, by its name: 受理机构：某县政府办公室. */
  readonly taker: RegExp
  readonly read: ContactReader
  same(a: string, b: string): boolean
  /** So told that two of them which are not the same are certainly two. */
  isFull(value: string): boolean
  /** An office has one of it: whatever it is named for. */
  readonly single: boolean
}

/** What a page says of one office, and all that it says. */
export interface Told {
  /** In plain form. */
  readonly office: string
  readonly name: string
  /** Named as the one that takes requests (受理机构), not only as the one that is in charge. */
  readonly takes: boolean
  readonly said: readonly Said[]
  readonly all: readonly Said[]
}

/** What is said of an office ends here at the latest. */
const NEXT = /监督|投诉|举报|复议|技术支持|[\n。]\s*[二三四五六七八九]、/
const SEGMENT = 300
/** Of more numbers than these one cannot tell which is meant. */
const FEW_VALUES = 2

/** Each says something full of the office, and neither page holds anywhere what the other says of it. */
export function differ(one: Told, other: Told, { same, isFull }: ContactKind): boolean {
  const meets = (said: readonly Said[], all: readonly Said[]): boolean =>
    said.some((a) => all.some((b) => same(a.value, b.value)))
  return (
    [one, other].every(
      ({ said }) =>
        said.length > 0 && said.length <= FEW_VALUES && said.every(({ value }) => isFull(value)),
    ) &&
    !meets(one.said, other.all) &&
    !meets(other.said, one.all)
  )
}

export interface PageText {
  readonly url: string
  readonly title: string
  readonly text: string
}

export function takersOn(page: PageText, kind: ContactKind): readonly Told[] {
  const all = saidOn(page, page.text, kind)
  return [...page.text.matchAll(kind.taker)].map((found) => {
    const rest = page.text.slice(found.index + found[0].length, found.index + SEGMENT)
    const next = rest.search(NEXT)
    const said = saidOn(page, next < 0 ? rest : rest.slice(0, next), kind)
    const name = found[1] ?? found[2] ?? ''
    return { office: plainName(name), name, takes: /受理|申请/.test(found[0]), said, all }
  })
}

/** 政务公开科 is one room with its desk, whatever each page names it for; an office has many. */
export function isSameSection(one: Told, two: Told): boolean {
  return (one.takes || two.takes) && one.office === two.office && /[科股]$/.test(one.office)
}

/** Both pages name it as the one that takes requests; the institution's own may leave out what stands before: 厅办公室. */
export function isSameTaker(one: Told, two: Told): boolean {
  return (
    one.takes &&
    two.takes &&
    Math.min(one.office.length, two.office.length) >= LEAST_OFFICE &&
    (one.office.endsWith(two.office) || two.office.endsWith(one.office))
  )
}
/** 办公室 alone is anybody's. */
export const LEAST_OFFICE = 4

/** What an institution page says of the unit so named, in its block or on its own page. */
export function unitOn(page: PageText, office: string, kind: ContactKind): readonly Told[] {
  const lines = page.text.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => plainName(line) === office)
  if (at < 0 && plainName(page.title) !== office) return []
  const below = lines.slice(at + 1)
  const end = below.findIndex((line) => UNIT_LINE.test(line) && plainName(line) !== office)
  const block = (end < 0 ? below : below.slice(0, end)).join('\n')
  const name = lines[at] ?? page.title
  const all = saidOn(page, page.text, kind)
  return [{ office, name, takes: false, said: saidOn(page, block, kind), all }]
}

/** What the page of its office says of the section itself: 政务公开科（联系电话：…）. */
export function sectionOn(page: PageText, office: string, kind: ContactKind): readonly Told[] {
  const [, parent = '', section = ''] = SECTION_NAME.exec(office) ?? []
  if (section === '' || unitOn(page, parent, kind).length === 0) return []
  const said = page.text.split(`${section}（`).slice(1)
  const words = said.map((rest) => rest.split(/[）\n]/)[0] ?? '')
  const values = words.flatMap((one) => saidOn(page, one, kind))
  const all = saidOn(page, page.text, kind)
  return values.length === 0 ? [] : [{ office, name: office, takes: false, said: values, all }]
}

export function saidOn({ url }: PageText, text: string, { read }: ContactKind): readonly Said[] {
  return read(text).map(([value, quote]) => ({ value, place: { url, at: null, quote } }))
}
