/**
 * Lives (简历) of the leaders: whose page or block prints the label over nothing, and who alone is without one where the others
 * have theirs. A life is known by its label or by what lives say (born, of which people, schooled where).
 */
import { isPlaceholder } from '#base/label-value'
import { squash } from '#base/text'
import { hiddenByScript, type Leader, type PageView, type SiteView } from '#model/site-view'

export interface Lives {
  readonly told: readonly Leader[]
  /** The label stands there with nothing behind it. */
  readonly blank: readonly Leader[]
  /** Neither a label nor a life. */
  readonly none: readonly Leader[]
}

const LABEL = '(?:个人|工作|领导|人物)?(?:简历|简介|履历)'
const LABELLED = new RegExp(`${LABEL}[ \\t]*(?:[:：]|[\\t\\n]|$)[ \\t\\n]*([^\\n]*)`, 'g')
const HEAD = new RegExp(`^${LABEL}$`)
/** The next field of a person, or the foot of the page: no life. */
const NEXT =
  /^(?:姓名|性别|民族|学历|出生年月|照片|(?:现任|行政)?职务|(?:工作|领导|主要)?(?:分工|职责)|分管(?:工作|领域)|(?:办公|联系)?电话|联系方式|邮箱|电子邮箱|打印|关闭|上一[篇条]|下一[篇条]|返回|来源)(?=[\s:：]|$)/
/** What lives say; one of them may stand in a post or in duties. */
const SIGNS: readonly RegExp[] = [
  /(?:^|[\s，,、：:（(])[男女](?=[\s，,、。；）)])/,
  /(?:汉|[回藏满壮苗彝蒙]|[\u4e00-\u9fff]{2,3})族(?=[\s，,、。；）)])/,
  /(?:19|20)\d{2}\s*[年.．]/,
  /出生|生于|月生(?=[\s，,、。；]|$)|籍贯|人(?=[，,、。；])/,
  /学历|学位|大学|大专|本科|研究生|硕士|博士|毕业/,
  /参加工作|入党|党员|历任|曾任|先后/,
]
const LEAST_SIGNS = 2

/** `null` where no leader's place was read whole. */
export function livesOf(site: SiteView, leaders: readonly Leader[]): Lives {
  const found = { told: [] as Leader[], blank: [] as Leader[], none: [] as Leader[] }
  for (const leader of leaders) {
    const view = site.pageAt(leader.place.url)
    if (view === null || !isReadWhole(view)) continue
    found[lifeOn(view, leader, leaders)].push(leader)
  }
  return found
}

function lifeOn(view: PageView, leader: Leader, leaders: readonly Leader[]): keyof Lives {
  const cell = cellOf(view, leader.name)
  if (cell !== null) return cell === '' || isPlaceholder(cell) ? 'blank' : 'told'
  const words = wordsOn(view, leader, leaders)
  if (words.split('\n').some((line) => isLife(line))) return 'told'
  const behind = [...words.matchAll(LABELLED)].map(([, value = '']) => squash(value))
  if (behind.length === 0) return 'none'
  return behind.some((value) => !isPlaceholder(value) && !NEXT.test(value)) ? 'told' : 'blank'
}

function isLife(line: string): boolean {
  return SIGNS.filter((sign) => sign.test(line)).length >= LEAST_SIGNS
}

/** The cell of a table of leaders that has a column for lives; null where none does. */
function cellOf({ page }: PageView, name: string): string | null {
  const plain = (cell: string | null): string => (cell ?? '').replace(/[\s:：]/g, '')
  for (const table of page.tables ?? []) {
    const at = (table[0] ?? []).findIndex((cell) => HEAD.test(plain(cell)))
    const row = table.slice(1).find((cells) => cells.some((cell) => plain(cell) === name))
    if (at >= 0 && row !== undefined) return squash(row[at] ?? '')
  }
  return null
}

/** The page's words from the line that begins with the name to the next leader's; all of a page of one. */
function wordsOn(view: PageView, leader: Leader, leaders: readonly Leader[]): string {
  const text = view.page.text.excerpt
  const beside = leaders.filter(
    ({ name, place }) => place.url === leader.place.url && name !== leader.name,
  )
  if (beside.length === 0) return text
  const lines = text.split('\n').map((line) => line.replace(/^\s*姓\s*名\s*[:：]?\s*/, ''))
  const begins = ({ name }: Leader, line: string): boolean =>
    line.replace(/\s/g, '').startsWith(name)
  const from = lines.findIndex((line) => begins(leader, line))
  if (from < 0) return text
  const to = lines.findIndex((line, i) => i > from && beside.some((one) => begins(one, line)))
  return lines.slice(from, to < 0 ? undefined : to).join('\n')
}

function isReadWhole(view: PageView): boolean {
  const { page } = view
  return (
    page.blocked === null &&
    !page.truncated &&
    page.text.length <= page.text.excerpt.length &&
    page.attachments.length === 0 &&
    page.frames.length === 0 &&
    hiddenByScript(view) === null
  )
}
