/**
 * What the text of a budget or of accounts tells, of which years its figures are, and when it was approved. Which papers owe
 * what is the check's business.
 */
import { makeDay } from '#base/day'
import type { CivilDay } from '#model/page'
import { budgetYears } from './budgets.ts'

/** 某市云山镇人民政府2025年度政府决算, 2025年云山镇财政决算: a town's paper, whoever gathers it; not 景德镇市. */
const OF_TOWN =
  /(?:[镇乡]|街道)(?:人民政府|政府|办事处)?(?:本级|机关)?(?=20\d\d)|20\d\d年度?[\u4e00-\u9fff]{2,12}(?:[镇乡]|街道)(?:人民政府|政府|办事处|财政|[预决]算)/

/** Where a government put up papers of its own, those of its towns do not stand for them; on a town's portal they are its own. */
export function withoutTowns<T extends { readonly title: string }>(
  papers: readonly T[],
): readonly T[] {
  return papers.filter(({ title }) => !OF_TOWN.test(title.replace(/\s/g, '')))
}

export const TRIPS = '“三公”经费'
export const RUNNING = '机关运行经费'
export const PURCHASES = '政府采购'
/** What a department's paper must tell, with words for it. */
const ITEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  [TRIPS, /三公|公务接待|公务用车|因公出国/],
  [RUNNING, /运行经费|机关运行|公用经费/],
  [PURCHASES, /采购/],
]
/** 机关运行经费：指为保障…: the words of the glossary tell nothing; 控制指标3万元 does. */
const GLOSS = /^[^，。；（(]{2,24}?(?:[：:，,]|是|系)?指(?![标导挥定数引示])/

/** Those owed of which no sentence tells; purchases, which a body may have none of, only beside others. */
export function itemsMissing(
  text: string,
  owed: readonly string[],
  purchasesAlone = false,
): readonly string[] {
  const told = text
    .split(/[。\n]/)
    .filter((one) => !GLOSS.test(one.trim()))
    .join('\n')
  const missing = ITEMS.filter(([name, sign]) => owed.includes(name) && !sign.test(told)).map(
    ([name]) => name,
  )
  return purchasesAlone || missing.some((name) => name !== PURCHASES) ? missing : []
}

const SAID_OF =
  /(20\d\d)年(?:度)?(?=(?:部门|单位|收[入支]|支出|预算|决算|财政|一般公共|机关运行|政府采购|[“"]?三公))/g

/** 第二部分 2024年度部门决算表 */
const OVER_TABLES = /(20\d\d)年度?(?:部门|单位|政府)?(?:收支)?[预决]算(?:公开)?表/g

/** 比2025年预算增加20万元: what a paper of the year after is measured by. */
const COMPARED = /(?:比|较|与|同|和|高于|低于|超过)\s*(?:上年|去年|上一年度?)?[（(]?20\d\d年度?/g

/** Years that the text says its figures are of, where the title's own is nowhere in it; so few may be a slip. */
export function otherYears(text: string, year: string, least: number): readonly string[] {
  if (budgetYears(text).includes(Number(year)) || text.includes(`${year}年`)) return []
  const plain = text.replace(COMPARED, '')
  // What stands over the tables says it twice over.
  const said = [SAID_OF, OVER_TABLES].flatMap((form) =>
    [...plain.matchAll(form)].map((one) => `${one[1]}年`),
  )
  return said.length >= least ? [...new Set(said)] : []
}

const PARTS: readonly (readonly [name: string, sign: string])[] = [
  [TRIPS, '[“"「]?三公'],
  [RUNNING, '机关运行经费'],
]

/** The first item that is told twice or more of the year beside that of the paper, and never of its own. */
export function partsOfOtherYear(
  text: string,
  year: number,
): { readonly part: string; readonly said: string } | null {
  const plain = text.replace(/[ \t\u3000]+/g, '').replace(COMPARED, '')
  if (!plain.includes(`${year}年`)) return null
  for (const [part, sign] of PARTS) {
    const form = new RegExp(`(20\\d\\d)年度?(?!末|底)[^。；;，,\\n\\d]{0,24}?${sign}`, 'g')
    const years = [...plain.matchAll(form)].map((one) => Number(one[1]))
    const [said, ...others] = new Set(years)
    const isNext = said !== undefined && Math.abs(said - year) === 1
    if (years.length >= 2 && others.length === 0 && isNext) return { part, said: `${said}年` }
  }
  return null
}

/** 经省财政厅2026年2月10日批复, 2026年2月10日市财政局批复: the day from which the term runs. */
const APPROVED = new RegExp(
  [
    '财政[局厅部][^。；，\\d]{0,6}D[^。；，\\d]{0,6}批复',
    'D[^。；，\\d]{0,4}财政[局厅部][^。；，\\d]{0,6}批复',
  ]
    .map((one) => one.replace('D', '(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日'))
    .join('|'),
)

/** The day of a year on which a paper says that it was approved, with its words; null where it tells none. */
export function approvalIn(
  text: string,
  year: number,
): { readonly day: CivilDay; readonly words: string } | null {
  const found = APPROVED.exec(text)
  const [y, m, d] = (found ?? []).slice(1).filter((one) => one !== undefined)
  const day = makeDay(Number(y), Number(m), Number(d))
  return found === null || day === null || Number(y) !== year ? null : { day, words: found[0] }
}
