/**
 * What is left of a column's name without what stands around it: the unit's own name, its trade, the level or kind of its
 * office. Says nothing about topics.
 */
import { compareForm, halfWidth } from '#base/text'

/** Comparison form without year, unit name, region words and 栏目/专栏. */
export function stripName(name: string, owners: readonly string[]): string {
  let form = compareForm(halfWidth(name).replace(/(19|20)\d{2}\s*年?度?/g, ''))
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

/** A name without words that only say whose or what sort of words it is: 部门, 公众 before it, 信息, 公开, 工作 behind it. */
export function plainName(form: string): string {
  const rest = form
    .replace(/^(部门|公众|社会公众)/, '')
    .replace(/(信息公开|信息|公开|公示|工作|领域)$/, '')
  return rest.length >= 2 ? rest : form
}

/** What a name says before words of how its entries are put together or made known. */
export interface Stem {
  readonly form: string
  /** Entries of the thing (处罚文书, 低保名单) rather than the same column in other words (解读材料库). */
  readonly recorded: boolean
}

const COLLECTED = /(?:库|栏|汇编|大全|集锦|集萃|专区|专页|专栏|一览表?|窗口|回放|全文)$/
const RECORDED =
  /(?:名单|名册|对象|文书|决定书|公告|公示|公开|公布|发布|发放|答复|复文|通报|结果|情况|进展|清单|台账|晾晒|直通车|之窗|[日周月季]报)$/
/** 低保对象名单公示: more words than these are another name. */
const MOST_ENDINGS = 3

/** Longest first; without the name itself. */
export function stemsOf(name: string): readonly Stem[] {
  const stems: Stem[] = []
  let form = name
  let recorded = false
  for (let k = 0; k < MOST_ENDINGS; k++) {
    const bare = form.replace(COLLECTED, '')
    const next = bare === form ? form.replace(RECORDED, '') : bare
    if (next === form || next.length < 2) break
    recorded ||= bare === form
    form = next
    stems.push({ form, recorded })
  }
  return stems
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
