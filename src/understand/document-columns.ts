/**
 * Columns below 政策文件 that are named like the head of a document number (某政发, 某政办规), or by nothing known while what
 * they list are documents of the unit's own. Those of a higher level (国发, 省政府文件) are not its own and stay out.
 */
import { compareForm, squash } from '#base/text'
import type { PageView } from '#model/site-view'

/** Topics below which such a column is one of documents. */
const ABOVE = new Set(['policyDocuments', 'normativeDocuments'])

/** Office, kind of paper: 政发, 政办发, 府办规, 民发, 函. */
const NUMBER_HEAD =
  /^(?<place>\p{Script=Han}{1,3}?)(?<office>(?:政|府|政府)?(?:办)?)(?<kind>发|规|函|字|令|通|任)(?:〔.{0,6}〕|\[.{0,6}\]|文|文件|号)?$/u

/** Short names of provinces stand before the numbers of their governments, 国 and 中 before those of the state. */
const UPPER = /^[国中京津沪渝冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川琼滇黔陇秦疆]/
const UPPER_NAME = /国务院|国家|中央|全国|上级|转载|转发|^[省部]|自治区/

/** Titles of papers that bind or inform: 关于…的通知, 某某办法, or a number. */
const DOCUMENT =
  /关于.{2,}的?(?:通知|意见|决定|批复|函|通告|公告|方案|规定|措施|办法|细则)(?:[（(].{1,20}[）)])?$|[〔[（(](?:19|20)\d\d[〕\])）]\s*\d+\s*号|(?:办法|规定|细则|措施|实施意见|实施方案)(?:[（(].{1,10}[）)])?$/
/** A call for opinions, an interpretation or an announcement of persons is none. */
const NO_DOCUMENT = /征求意见|征集|解读|图解|问答|任前|招聘|采购|中标|会议(?:召开|纪要)/
const LEAST = 3

interface DocumentColumnClues {
  readonly name: string
  readonly view: PageView | null
  /** Topics of the columns above it. */
  readonly above: readonly string[]
  /** Names of the agency and the portal. */
  readonly owners: readonly string[]
}

/** Why the column is one of policy documents, in Chinese; null where nothing says so. */
export function documentColumn(clues: DocumentColumnClues): string | null {
  const { above, owners } = clues
  const name = squash(clues.name)
  if (!above.some((topic) => ABOVE.has(topic)) || UPPER_NAME.test(name)) return null
  const titles = (clues.view?.page.lists ?? [])
    .filter((list) => list.subject)
    .flatMap((list) => list.items.map((item) => squash(item.title)))
  const telling = titles.filter((title) => DOCUMENT.test(title) && !NO_DOCUMENT.test(title))
  const head = NUMBER_HEAD.exec(name)?.groups
  if (head !== undefined) {
    const own = [...(head.place ?? '')].some((mark) => owners.some((one) => one.includes(mark)))
    const provincial = owners.some(
      (one) => /省|自治区/.test(one.slice(0, 8)) && !/[市县区]/.test(one),
    )
    const upper = UPPER.test(name) && !provincial && !namesOwn(telling, titles, owners)
    // 政发, 府办规 say it by themselves; 发, 函 alone also end words.
    const sure = head.office !== '' || telling.length * 2 > titles.length
    if (own && !upper && sure) return `名称“${name}”是发文字号的字头，位于“政策文件”之下`
  }
  if (titles.length < LEAST || telling.length * 3 < titles.length * 2) return null
  if (!namesOwn(telling, titles, owners)) return null
  return `名称“${name}”不能定，但位于“政策文件”之下，所列 ${titles.length} 条中有 ${telling.length} 条是文件`
}

/** At least half of the titles name the unit or its place. */
function namesOwn(
  telling: readonly string[],
  titles: readonly string[],
  owners: readonly string[],
): boolean {
  const names = owners.flatMap(ownNames)
  const own = telling.filter((title) => names.some((one) => compareForm(title).includes(one)))
  return own.length > 0 && own.length * 2 >= titles.length
}

/** 棠州市人民政府: the whole name, and the innermost place in it (棠州市). */
function ownNames(name: string): readonly string[] {
  const form = compareForm(name)
  const places = form.match(
    /[^省市州盟县旗区镇乡]{1,6}(?:自治州|自治县|省|市|州|盟|县|旗|区|镇|乡)/g,
  )
  return [form, places?.at(-1) ?? ''].filter((one) => one.length >= 3)
}
