/**
 * Units that one page tells of: blocks below their names, rows of a table, lines that begin with a name. Which of them counts as a
 * list is told by what most of its members say; a row or line that says next to nothing is one of it all the same.
 */
import type { Labels } from '#base/labels'
import type { PageView } from '#model/site-view'
import { labelOr } from './elements.ts'
import { blocksOn, linesOn, type Member, rowsOn } from './members.ts'

/** The head of a table of units, and what stands beside the name. */
const UNIT_HEAD =
  /^(?:内设|下设|所属|直属|下属)?(?:机构|单位|部门|科室|处室|股室|站所|办公室)(?:[/／、和及](?:机构|单位|部门|科室|处室|股室|站所))?(?:名称|全称)?$|^名称$/
const TOLD_HEAD =
  /^(?:主要|工作|部门|单位|岗位)?(?:职责|职能)|负责人|法定代表人|主任|院长|站长|所长|科长|领导|电话|联系方式|地址|地点|位置|时间$/
/** A unit's name alone on its line, above what is said of it. */
const NAME_LINE =
  /^\s*(?:[一二三四五六七八九十\d]{1,3}[、.．]\s*)?([\u4e00-\u9fff（）()]{4,30}(?:[局院站所处队校馆园]|中心|公司|委员会|办公室))\s*$/
/** A unit's name at the head of a line that tells of it. */
const NAMED_LINE =
  /^\s*(?:[一二三四五六七八九十\d]{1,3}[、.．)）]\s*)?([\u4e00-\u9fff]{2,24}?(?:[局院站所处队校馆园科室股镇乡]|中心|委员会|办事处))(?=[\s，,：:；;（(])(?=.{8})/

/** So many units make a list. */
const LEAST_LIST = 3

/** `describes`: it says enough of itself to be a unit's entry. */
export function unitLists(
  view: PageView,
  labels: Labels,
  describes: (member: Member) => boolean,
): readonly (readonly Member[])[] {
  const nameLabel = new RegExp(
    `^\\s*${labelOr(labels, ['unitName']).source}\\s*[:：]\\s*([^\\s，。；;]{3,30})`,
  )
  const blocks = [blocksOn(view, nameLabel), blocksOn(view, NAME_LINE)].map((members) =>
    members.filter(describes),
  )
  const rows = rowsOn(view, UNIT_HEAD, TOLD_HEAD)
  const known = new Set([...blocks, ...rows].flat().map(({ name }) => name))
  const lines = linesOn(view, NAMED_LINE).filter(
    (members) => !members.some(({ name }) => known.has(name)),
  )
  // What most say of themselves the others owe too, however little they say.
  const isList = (members: readonly Member[]): boolean =>
    members.length >= LEAST_LIST && members.filter(describes).length * 2 > members.length
  return [...blocks, ...[...rows, ...lines].filter(isList)]
}
