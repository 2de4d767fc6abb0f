/**
 * Whose paper is it? An office's name without its place and without what any office is called, and the one other body that
 * a text calls its own where the portal's name stands nowhere in it.
 */
import { compareForm } from '#base/text'
import type { SiteView } from '#model/site-view'
import { isGovernment } from './searched.ts'

/** The letters by which an office is called, without its place and without what any of them is called. */
function plain(name: string): string {
  return withoutPlace(name).replace(/本级|机关|人民政府|政府|管理|委员会|办公室|[局厅委办]$/g, '')
}

function withoutPlace(name: string): string {
  return compareForm(name).replace(/^[\u4e00-\u9fff]{1,12}?[省市县区旗州盟](?=.{2,})/, '')
}

export function isOwnName(site: SiteView, name: string): boolean {
  const own = plain(site.agency.name)
  return (
    compareForm(name).includes(compareForm(site.agency.name)) ||
    (own.length > 1 && plain(name).includes(own))
  )
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
