/**
 * Yearly papers that several units put up side by side (部门预算、部门决算), by the units that their titles name: which of
 * those that put up the one of the year before lack this year's. What follows from it is the check's business.
 */
import { compareForm, squash } from '#base/text'
import type { ColumnItem } from '#model/site-view'

interface UnitsOfYear {
  /** Names of units whose paper of the year is there. */
  readonly having: readonly string[]
  /** Last papers of units that have none of the year. */
  readonly lacking: readonly { readonly unit: string; readonly item: ColumnItem }[]
  /** Units that had none before: one of those that lack may have taken this name. */
  readonly fresh: readonly string[]
}

/** 某市水利局2026年度部门预算公开: the unit before the year. */
const OF_UNIT =
  /^(?:关于)?([\p{Script=Han}]{3,30}?(?:局|委|委员会|厅|办|办公室|署|院|中心|站|所|队|会|馆|校|政府|街道|镇|乡)(?:[（(](?:本级|机关|汇总)[）)]|本级|机关)?)(?:关于(?:公开)?)?(20\d\d)年?度?(?:部门|单位)?(?:收支)?([预决])算(?!执行|调整|绩效)/u

export function unitsOfYear(
  items: readonly ColumnItem[],
  word: '预算' | '决算',
  year: number,
): UnitsOfYear {
  const years = new Map<string, Map<number, ColumnItem>>()
  const before = new Set<string>()
  for (const item of items) {
    const [, unit, of, kind] = OF_UNIT.exec(squash(item.title)) ?? []
    if (unit === undefined) continue
    const name = compareForm(unit)
    if (Number(of) < year) before.add(name)
    if (`${kind}算` === word)
      years.set(name, (years.get(name) ?? new Map<number, ColumnItem>()).set(Number(of), item))
  }
  const all = [...years]
  const having = all.filter(([, papers]) => papers.has(year)).map(([name]) => name)
  const isSame = (a: string, b: string): boolean => a.includes(b) || b.includes(a)
  const lacking = all.flatMap(([unit, papers]) => {
    const item = papers.get(year - 1)
    const has = papers.has(year) || having.some((one) => isSame(one, unit))
    return item === undefined || has ? [] : [{ unit, item }]
  })
  const fresh = having.filter((name) => !before.has(name))
  return { having, lacking, fresh }
}

const NUMERALS = '〇一二三四五六七八九'

/** 二〇二四年 as well as 2024年. */
export function yearsIn(given: string): number[] {
  const title = given.replace(/二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, (year) =>
    [...year.replace(/[零○]/g, '〇')].map((one) => NUMERALS.indexOf(one)).join(''),
  )
  return [...title.matchAll(/(?<!\d)(20\d\d)(?=\s*(年|部门|单位|\D|$))/g)].map((found) =>
    Number(found[1]),
  )
}
