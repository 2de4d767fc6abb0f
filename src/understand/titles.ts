/** What a document title says of the year it is about and the organ it comes from. Guesses neither. */
import { isShortOffice } from '#base/office-name'
import { compareForm, halfWidth } from '#base/text'

const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  О: '0',
  O: '0',
  o: '0',
  Ｏ: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** Half width, no blanks, no enclosing 《》, Chinese year numerals as digits: 二〇二〇年 → 2020年. */
export function plainTitle(title: string): string {
  return halfWidth(title)
    .replace(/二[〇零○ОOo]([一二三四五六七八九〇零○ОOo]{2})(?=\s*年)/g, (whole) =>
      [...whole].map((c) => DIGITS[c] ?? c).join(''),
    )
    .replace(/\s+/g, '')
    .replace(/^《([^》]*)》$/, '$1')
}

/** The year a title, folder or sentence names (2008–2099), the first one with 年 behind it before a bare one. */
export function yearIn(text: string): number | null {
  const plain = plainTitle(text)
  const found = /(?<!\d)(20[0-9]{2})年/.exec(plain) ?? /(?<!\d)(20[0-9]{2})(?!\d)/.exec(plain)
  return found?.[1] === undefined ? null : Number(found[1])
}

/** What may follow the name of a document in its own title: brackets, file type, 的公告. News about it goes on otherwise. */
const TAIL =
  /^([（([【〔][^）)\]】〕]*[）)\]】〕]|的?(公告|公示)|全文|正文|文本|含?(附件|附表|统计表)|20\d{2}年?度?|\.?(pdf|docx?|wps|ofd))*$/i

/**
 * Does the title end with what `kind` names (with at most brackets, 的公告 and the like behind it)? 年度报告发布工作完成
 * and 审议通过《…年度报告》 are news about a document, 《…年度报告》 alone is the document.
 */
export function isTitleOf(title: string, kind: RegExp): boolean {
  const plain = plainTitle(title)
  const every = new RegExp(kind.source, 'g')
  return [...plain.matchAll(every)].some((match) =>
    TAIL.test(plain.slice(match.index + match[0].length)),
  )
}

const ORGAN =
  /^(?:关于)?(?:发布|公布|公开)?(?<organ>(?:(?!20\d{2}年).){1,40}?(?:人民政府办公室|政府办公室|政府办|人民政府|政府(?!信息公开|网站)|委员会|管委会|局|委|办|厅|院|处|队|(?<!网)站|所|中心|社|会|司|署|镇|乡|街道办事处|街道|办事处|集团|公司|学校|医院))(?=$|关于|20\d{2}年|政府网站|门户网站|网站|政府信息公开|信息公开|政务公开|\d{4}年?度)/
const REGION = /([\p{Script=Han}]{2,8}?)(省|自治区|市|自治州|州|盟|县|旗|区)(?!域|划|分局)/gu

/** The organ printed before the year or the kind of document; null where none is printed. */
export function organIn(title: string): string | null {
  const plain = plainTitle(title)
    .replace(/^[【[（(「].{0,12}?[】\]）)」]/, '')
    .replace(/^20\d{2}年?度?/, '')
  return ORGAN.exec(plain)?.groups?.organ ?? null
}

/**
 * Does `organ` name one of `own`? 市林业局 and 安图县林业局 may be one unit; 吉林省林业局 and 安图县林业局 are not, nor are
 * 城关镇人民政府 and 安图县人民政府. An organ that cannot be told apart counts as own: a false "not his report" would
 * accuse the unit of having none.
 */
export function isOwnOrgan(organ: string, own: readonly string[]): boolean {
  const form = compareForm(organ)
  // A host name tells no organ apart.
  const named = own.filter((name) => /\p{Script=Han}/u.test(name))
  if (form === '' || named.length === 0) return true
  return named.some((name) => sameOrgan(form, compareForm(name)))
}

function sameOrgan(a: string, b: string): boolean {
  if (b === '') return false
  if (isBelow(a, b) || isBelow(b, a)) return false
  if (a.includes(b) || (a.length >= 4 && b.includes(a))) return true
  const first = split(a)
  const second = split(b)
  const cores = [coreOf(first.core), coreOf(second.core)] as const
  if (cores[0] !== cores[1] && !isShortFor(...cores) && !isShortFor(cores[1], cores[0]))
    return false
  if (first.region === '' || second.region === '') return true
  return first.region === second.region
}

/** What a government or a zone names after itself: its office speaks for it, every other body for itself. */
const OF_ITS_OWN =
  /^(?!办公[室厅]|政府办|办$)\p{Script=Han}{2,16}(?:局|委员会|委|办|厅|处|中心|镇|乡|街道|政府|支队|大队)$/u

/** 某区人民政府南门街道办事处, 某市人民政府国有资产监督管理委员会: a body that bears the whole name of the one above it. */
function isBelow(organ: string, above: string): boolean {
  const at = organ.indexOf(above)
  if (at < 0 || !/(?:政府|管委会|管理委员会)$/.test(above)) return false
  return OF_ITS_OWN.test(organ.slice(at + above.length))
}

/** Last named region and what follows it. */
function split(form: string): { region: string; core: string } {
  let region = ''
  let end = 0
  for (const match of form.matchAll(REGION)) {
    if (match.index !== end) break
    region = match[0]
    end = match.index + match[0].length
  }
  // 市林业局 leaves its place out; 市场监督管理局 does not.
  const core = form.slice(end)
  return { region, core: region === '' ? core.replace(/^[省市县区州旗盟](?!场|政|容)/, '') : core }
}

/** Without its place a long name is told apart by more than its ends. */
const LONGEST_SHORT = 6

function isShortFor(short: string, whole: string): boolean {
  return short.length <= LONGEST_SHORT && isShortOffice(short, whole)
}

/** 人民政府, 政府 and a bare region mean the government itself. */
function coreOf(core: string): string {
  // 政府网站 is the government's.
  const short = core.replace(/(门户)?网站?$/, '').replace(/(^|[镇乡])(人民)?政府$/, '$1')
  return short.replace(/委员会$/, '委')
}
