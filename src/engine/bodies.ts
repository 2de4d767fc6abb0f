/**
 * Whose paper is it? An office's name without its place and without what any office is called, and the one other body that
 * a text calls its own where the portal's name stands nowhere in it; whether a body is still there.
 */
import { officeForm } from '#base/office-name'
import { isElsewhere } from '#base/place-names'
import { compareForm } from '#base/text'
import type { CivilDay } from '#model/page'
import type { SiteView } from '#model/site-view'
import { dayOfItem } from './columns.ts'
import { isGovernment } from './searched.ts'

/** The letters by which an office is called, without its place and without what any of them is called. */
function plain(name: string): string {
  return withoutPlace(name).replace(/本级|机关|人民政府|政府|管理|委员会|办公室|[局厅委办]$/g, '')
}

/** In comparison form: 县水利局 and 某县水利局 are 水利局. */
export function withoutPlace(name: string): string {
  return officeForm(name).replace(/^[\u4e00-\u9fff]{1,12}?[省市县区旗州盟](?=.{2,})/, '')
}

export function isOwnName(site: SiteView, name: string): boolean {
  const own = plain(site.agency.name)
  return (
    officeForm(name).includes(officeForm(site.agency.name)) ||
    (own.length > 1 && plain(name).includes(own))
  )
}

/** A body of another place, or, on an office's portal, an office whose name has not a letter in common with its own. */
export function isForeignBody(site: SiteView, name: string): boolean {
  const { agency } = site
  if (!/\p{Script=Han}/u.test(agency.name) || isOwnName(site, name)) return false
  if (isElsewhere(name, [agency.name])) return true
  const own = plain(agency.name)
  return (
    own.length > 1 &&
    !isGovernment(site) &&
    /(?:[局厅]|委员会)$/.test(name) &&
    [...plain(name)].every((letter) => !own.includes(letter))
  )
}

/** A paper says of the body that it is an institution: 本单位为公益一类事业单位, 县公路管理局系…事业单位, 单位性质：事业单位. */
export function isInstitution(text: string, body: string): boolean {
  const name = withoutPlace(body)
  const said = new RegExp(
    `(?:[本我](?:单位|局|部门|委)|(?:单位|机构)(?=(?:性质|类[型别])[:：])${name.length < 3 ? '' : `|${name}`})(?:性质|类[型别])?(?:属于|系|为|是|[:：])[^。；，\\n和及与个]{0,24}事业单位`,
  ).exec(text)
  return said !== null && !/参照|参公/.test(said[0])
}

/** Told of a body that is gone. */
const GONE = /撤销|合并|并入|划转|更名|改名|不再保留|原/

const LEVEL = /.*([省市县区旗州盟])/
const OTHER_LEVEL = /[省市县区旗州盟]$|国家$/

/** A body that entries after a day (and until another) name as one at work: neither dissolved nor merged into another by then. */
export function isAtWork(
  site: SiteView,
  body: string,
  after: CivilDay,
  until: CivilDay = site.asOf,
): boolean {
  const name = withoutPlace(body).replace(/(?:人民政府|办事处|本级|机关)$/, '')
  const level = LEVEL.exec(compareForm(body).split(name)[0] || site.agency.name)?.at(-1) ?? ''
  // 省林业局, 国家林业局: a namesake of another level is another body.
  const isNamed = (title: string): boolean =>
    title
      .split(name)
      .slice(0, -1)
      .some((before) => !OTHER_LEVEL.test(before) || before.endsWith(level))
  return site.columns.some(({ items }) =>
    items.some((item) => {
      if (!isNamed(compareForm(item.title)) || GONE.test(item.title)) return false
      const day = dayOfItem(site, item)?.day
      return day !== undefined && day > after && day <= until
    }),
  )
}

/**
 * Of bodies side by side on one portal the one for which another's paper speaks: its name stands before what the paper is
 * (`tells`, an expression; 信息公开指南) or behind 机构名称, and the paper's own (`own`) nowhere in it; null where that is not plain.
 */
export function spokenFor(
  text: string,
  own: string,
  others: readonly string[],
  tells: (name: string) => string = ofGuides,
): string | null {
  const called = (name: string): string =>
    withoutPlace(name).replace(/(?:人民政府|政府|办事处)$/, '')
  const lines = text.split('\n').map(compareForm)
  if (called(own).length < 2 || lines.some((line) => line.includes(called(own)))) return null
  const found = others.filter((name) => {
    const speaks = new RegExp(
      `${tells(called(name))}|(?:机构名称|编制机关|编制单位)[\\u4e00-\\u9fff]{0,8}${called(name)}`,
    )
    return called(name).length > 1 && lines.some((line) => speaks.test(line))
  })
  const [only] = found
  return found.length === 1 && only !== undefined ? only : null
}

/**
 * The one body that `named` (first group) finds, where its name has not a letter in common with the office's own and the own
 * one stands nowhere in the text; null where that is not plain, and for governments, whose papers speak of all offices.
 */
export function otherBodyIn(site: SiteView, text: string, named: RegExp): string | null {
  const own = plain(site.agency.name)
  const called = withoutPlace(site.agency.name)
  const lines = text.split('\n').map(compareForm)
  if (own.length < 2 || isGovernment(site) || lines.some((line) => line.includes(called)))
    return null
  const found = lines.flatMap((line) => [...line.matchAll(named)].map((one) => one[1] ?? ''))
  const said = [...new Set(found.map((one) => one.replace(/^.*第[一二三四五六七八九十]部分/, '')))]
  const [name] = said
  const isStrange = (one: string): boolean =>
    [...plain(one)].every((letter) => !own.includes(letter))
  return name !== undefined && said.length === 1 && isStrange(name) ? name : null
}

const ofGuides = (name: string): string =>
  `${name}(?:人民政府|办事处)?(?:政府)?信息公开(?:工作)?指南`
