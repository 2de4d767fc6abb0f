/**
 * What is left of a column's name without what stands around it: the unit's own name, its trade, the level or kind of its
 * office. Says nothing about topics.
 */
import { compareForm, halfWidth } from '#base/text'

/** Comparison form without year, unit name, region words and 栏目/专栏. */
export function stripName(name: string, owners: readonly string[]): string {
  let form = compareForm(halfWidth(name).replace(/(19|20)\d{2}\s*年?度?版?/g, ''))
  for (const owner of owners) {
    if (form.startsWith(owner) && form.length > owner.length + 1) form = form.slice(owner.length)
  }
  const cut = form
    .replace(
      /^(本级|本市|本县|本区|本局|本单位|本部门|本机关|本校|我校|学校|我市|我县|我区|我局)/,
      '',
    )
    .replace(/^[省市县区州旗](?=(人民)?政府|本级|直部门|直单位)直?/, '')
    .replace(/^([县区旗镇乡])级(?=.{3})/, (level, kind) =>
      owners.some((owner) => owner.includes(kind)) ? '' : level,
    )
    .replace(/(栏目|专栏|专区)$/, '')
  return cut.length >= 2 ? cut : form
}

/** Shortest name that a trade may stand before: 税务公告 is no column of notices by its name. */
const SHORTEST_OF_TRADE = 4

/** What is left of a name behind words of the unit's own name (two to four characters); null where it has none before it. */
export function withoutTrade(form: string, owners: readonly string[]): string | null {
  for (const length of [4, 3, 2]) {
    const trade = form.slice(0, length)
    if (form.length - length < SHORTEST_OF_TRADE) continue
    if (owners.some((owner) => owner.length > length && owner.includes(trade)))
      return form.slice(length)
  }
  return null
}

/** 局班子成员, 厅领导班子: the kind of office stands before the column's own name. */
export function withoutOffice(form: string): string | null {
  return /^[局厅委办署院处县区镇乡](?=.{4})/.test(form) ? form.slice(1) : null
}

/** Forms under which a unit may prefix its own columns: whole name, without region, bare region. */
export function ownerForms(name: string): string[] {
  const form = compareForm(name)
  if (form.length < 2) return []
  const core = form.replace(/^(.{2,8}?(省|自治区|市|州|盟|县|旗|区))+/, '')
  const regions = form.slice(0, form.length - core.length)
  const last = /([^省市州盟县旗区]{1,6}(?:市|州|盟|县|旗|区))$/.exec(regions)?.[1]
  return [form, core, regions, last ?? ''].filter((one) => one.length >= 2)
}

/** Bigram Dice similarity, 0–1. */
export function nearness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0
  const grams = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i += 1) {
    const gram = a.slice(i, i + 2)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i + 1 < b.length; i += 1) {
    const gram = b.slice(i, i + 2)
    const left = grams.get(gram) ?? 0
    if (left > 0) {
      common += 1
      grams.set(gram, left - 1)
    }
  }
  return (2 * common) / (a.length + b.length - 2)
}
