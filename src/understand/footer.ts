/**
 * Identity that 国办发〔2017〕47号 wants on every page: site code, filings, party-government mark, error-report box,
 * sponsor, operator, contact and site map. Tells text a visitor reads (`visible`) from
 * marks that stand only in a script or an attribute (`markup`). Whether they are right is for checks.
 */
import { clip, halfWidth, squash } from '#base/text'
import { bareFooter, type FooterKey, type FooterValue, type Page, type Span } from '#model/page'
import { codeOfBox } from './error-box.ts'
import type { Regions } from './regions.ts'
import { isInert, targetOf } from './targets.ts'
import { type El, type PageTree, type Script, wordsOf } from './tree.ts'

const PROVINCES =
  '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘陇青宁新港澳台晉遼滬蘇閩贛魯粵瓊貴雲陝隴寧'
const SITE_CODE =
  /(?:(?:标[识示]|识别|標識)(?:编?[码碼]|代码|编号)?|(?:网站|站点)(?:编[号码]|代码))(?:[^\n\dbB电传热备備]{0,12}?|[ \t]?\n)((?:bm|BM)\d{8}|\d{10})(?!\d)/
/** In brackets behind a name it may be that of a site linked beside: 某县人民政府（标识码：…） among the links of friends. */
const OPEN_SITE_CODE = new RegExp(`(?<![（(]\\s?(?:网站)?)(?:${SITE_CODE.source})`)
/** A number behind that label which is none: a digit too few or too many. */
const ODD_CODE =
  /(?:标[识示]|识别|標識)(?:编?[码碼]|代码|编号)[ \t]?[：:]?\s{0,3}((?:[bB][mM](?:\d{5,7}|\d{9,10})|\d{7,9}|\d{11,12})(?![\dXx]))/
const ICP = new RegExp(
  `[${PROVINCES}]? ?ICP ?[备证備證] ?\\d{6,10} ?(?:- ?\\d{1,3} ?)?[号號]?(?: ?- ?\\d{1,3})?`,
)
const POLICE = new RegExp(
  `[${PROVINCES}]? ?公网安备[^\\d\\n]{0,8}\\d{10,16} ?号?|公安(?:机关)?(?:联网|网)?备案(?:编?号)?[ ：:]{0,3}\\d{14} ?号?`,
)
/** A picture alone may carry the link to the filing. */
const POLICE_LINK = /beian\.(?:mps\.)?gov\.cn\/[^"'\s<>]{0,120}(?:record)?code=(\d{14})(?!\d)/i
/** What ends a name: a mark, or the next field, which only a style sheet may part from it. */
const NEXT = `[\\s|｜，,；;]|承[办辦]|协办|$|网站|技术(?:支持|保障|维护|服务|开发(?!区)|咨询|电话|热线)|地址|电话|版权|[${PROVINCES}]? ?ICP|[${PROVINCES}]?公网安备|标识码`
const ORGAN =
  '[\\u4e00-\\u9fff（）()]{2,34}?(?:政府|局|委|委员会|厅|办|办公室|署|院|处|中心|部|会|站|所|街道|镇|乡)'
/** 中共某某镇委员会 before 某某镇人民政府: one sponsor in two names. */
const PARTY = '中共[\\u4e00-\\u9fff]{2,12}委(?:员会)?'
/** The field of 国办发〔2017〕47号: 主办, 主办单位. */
const SPONSOR_LABEL = new RegExp(
  `主 ?[办辦](?: ?[/、和及] ?承 ?办)?(?: ?[单單] ?位)?(?: ?名 ?称)?(?: ?[：:][ \\t]?|(?<=位) ?[ |｜] ?(?=${ORGAN}(?:${NEXT})))((?:${PARTY}[ 、]{1,2})?[^\\s|｜，,；;：:。]{2,40}?)(?=${NEXT})`,
)
/** The label in a cell or line of its own, the name in the next (dt and dd). */
const SPONSOR_CELL =
  /(?:^|[\n\t])(?:本?网 ?站|本站)? ?主 ?办(?: ?单 ?位)? ?[：:]? ?[\n\t]([\u4e00-\u9fff（）()]{3,40})(?=[\s|｜]|$)/
const OPERATOR_CELL =
  /(?:^|[\n\t])承 ?办(?: ?单 ?位)? ?[：:]? ?[\n\t]([\u4e00-\u9fff（）()]{3,40})(?=[\s|｜]|$)/
/** Other words for it. */
const SPONSOR_OTHER = new RegExp(
  `主 ?办(?:方|机构|机关|部门|者) ?[：:] ?([^\\s|｜，,；;：:。]{2,40}?)(?=${NEXT})`,
)
const SPONSOR_TAIL =
  /((?:中共[\u4e00-\u9fff]{2,12}委(?:员会)?[ 、]{1,2})?[\u4e00-\u9fff（）()]{4,36}?) ?(?:主管[、/]? ?)?主办(?=[\s|｜，、,。；;]|承办|$|[\u4e00-\u9fff]{2,30}承办)/
/** Whose site it is by its mark of copyright alone: 版权所有：某局, 某局版权所有, Copyright © 2020 某局; or by who manages it. */
const HOLDER = new RegExp(
  `版权所有 ?[：:©]? ?${ORGAN}(?=${NEXT}|[。©]|版权)|${ORGAN} ?版权所有|(?:Copyright|©)[^\\n\\u4e00-\\u9fff]{0,40}${ORGAN}(?=${NEXT}|[。©]|All)|(?:(?:网站)?主管(?:单位|部门|机关)?|(?:网站)?(?:建设)?管理(?:单位|部门|机构)|(?:网站)?建设单位|责任单位) ?[：:] ?${ORGAN}(?:[（(][\\u4e00-\\u9fff]{2,20}[）)])?(?=${NEXT}|[。©])`,
  'i',
)
const OPERATOR_LABEL = new RegExp(
  `(?:承 ?办|运维|运行维护|维护|运营)(?:单位|方|管理)? ?[：:] ?((?:(?![${PROVINCES}]? ?ICP|[${PROVINCES}]?公网安备)[^\\s|｜，,；;：:。]){2,40})`,
)
const OPERATOR_TAIL =
  /([\u4e00-\u9fff（）()]{4,36}?) ?承办(?=[\s|｜，、,。；;]|$|[\u4e00-\u9fff]{2,30}(?:维护|建设|协办))/
/** A telephone number to ring. */
const PHONE =
  /(?:联系)?电 ?话(?: ?[：:] ?|[ \t\n])?[+\d（()）\- ]{7,24}|(?:联系(?:方式|热线|我们)?|联络|热线|总机|(?:业务|网站|服务)?(?:咨询|值班)|\bTel|\bTEL) ?[：:] ?[+\d（()）\- ]{7,24}|(?:拨打?|致电|来电)[^\n\d]{0,6}(?:0\d{2,3} ?[-－—] ?)?\d{7,8}(?!\d)/
/** Another way to turn to those who keep the site. */
const CONTACT = /地 ?址 ?[：:] ?[^\s|｜]{4,50}|邮 ?箱 ?[：:] ?[\w.@-]{6,50}|联系我们/
const SITEMAP =
  /网站地图|站点地图|网站导航|站[点内]导航|(?:网站|站点)(?:导图|导览|总览|索引)|导航地图|地图导航|^地图$|^site ?map$/i

const MARK_SOURCE =
  /_ideConac|bszs\.conac\.cn\/sitename|dcs\.conac\.cn\/js|(?:class|id)=["'][^"']{0,80}\bdzjg\b[^"']{0,80}["'][^>]{0,200}[0-9A-F]{32}|bszs\.conac\.cn/i
/** Addresses that only the mark's certificate and the error-report form have. */
const MARK_LINK = /bszs\.conac\.cn/i
const ERROR_LINK = /exposure\/jiucuo|zfwzxx\.www\.gov\.cn\/check_web/i
const ERROR_SOURCE =
  /exposure\/jiucuo|id=["']?_jiucuo_|zfwzxx\.www\.gov\.cn\/check_web|政府网站找错|class=["'][^"']{0,80}\bjiucuo\b[^"']{0,80}["'][^>]{0,200}\d{10}/i
const ERROR_TEXT = /(?:我为)?政府网站找错|网站找错|我要找错/

/**
 * Every match of MARK_SOURCE and ERROR_SOURCE, and of MARK_LINK and ERROR_LINK, holds one of these, at most HINT_REACH characters behind its start: one
 * look for them all saves trying both expressions at every place before the first.
 */
const HINT = /conac|dzjg|jiucuo|check_web|政府网站找错/i
const HINT_REACH = 100

type Footer = Page['footer']

/** Longer scripts are libraries, not page furniture. */
const MAX_SCRIPT = 200_000

interface Match {
  readonly text: string
  readonly at: Span
  readonly written?: true
}

/** A script that does nothing but write its words into the page. */
const WRITES = /^\s*document\.write(?:ln)?\s*\((?![\s\S]*\b(?:if|function|case)\b)/
/** The codes by which the mark and the box are put in as their offices prescribe. */
const PRESCRIBED = /_ideConac|_jiucuo_|exposure\/jiucuo|dcs\.conac/i

/** Searches scripts and attributes: everything of the source but comments, style sheets and visible text. */
function markupMatch(tree: PageTree, pattern: RegExp, from = 0): Match | null {
  const global = new RegExp(pattern.source, pattern.flags.includes('i') ? 'gi' : 'g')
  let tries = 0
  global.lastIndex = from
  for (const match of tree.source.matchAll(global)) {
    tries += 1
    if (tries > 50) break
    const at: Span = [match.index, match.index + match[0].length]
    if (tree.comments.some((c) => at[0] >= c.at[0] && at[1] <= c.at[1])) continue
    return { text: match[1] ?? match[0], at }
  }
  return null
}

interface Written {
  readonly script: Script
  readonly words: string
}

/** Each key of the footer is looked for in the same scripts. */
const WRITTEN = new WeakMap<PageTree, readonly Written[]>()

/** Scripts that may write something of what is looked for here, which all has Chinese characters in it. */
function writtenOn(tree: PageTree): readonly Written[] {
  const known = WRITTEN.get(tree)
  if (known !== undefined) return known
  const written = tree.scripts
    .filter(({ code, han }) => han && code.length <= MAX_SCRIPT)
    .map((script) => ({
      script,
      words: script.code
        .replace(/&(?:nbsp|ensp|emsp);|<[^<>]{0,300}>|\s{2,}|[^\S ]/g, ' ')
        .replace(/ {2,}/g, ' '),
    }))
  WRITTEN.set(tree, written)
  return written
}

/** Searches what scripts write, tags and entities read as blanks; the span is that of the first words found. */
export function scriptMatch(tree: PageTree, pattern: RegExp): Match | null {
  for (const { script, words } of writtenOn(tree)) {
    const match = pattern.exec(words)
    if (!match) continue
    const text = match[1] ?? match[0]
    const from = script.code.indexOf(text.slice(0, 8).trim())
    const at: Span = from < 0 ? script.at : [script.at[0] + from, script.at[0] + from + text.length]
    return { text, at, ...(WRITES.test(script.code) ? { written: true as const } : {}) }
  }
  return null
}

/** Alternative text of pictures: an old footer is often one picture. */
function pictureMatch(tree: PageTree, pattern: RegExp): Match | null {
  for (const el of tree.tagged('img')) {
    const { alt = '' } = el.attrs
    // Whatever is looked for has several characters.
    const match = alt.length > 1 ? pattern.exec(squash(alt)) : null
    if (match) return { text: match[1] ?? match[0], at: [el.start, el.end] }
  }
  return null
}

/** First match in a range of the visible text. */
function visibleMatch(tree: PageTree, pattern: RegExp, from: number, to: number): Match | null {
  const zone = tree.flat.slice(from, to)
  const match = pattern.exec(zone) ?? fullWidthMatch(zone, pattern)
  if (!match) return null
  const start = from + match.index
  return { text: match[1] ?? match[0], at: tree.sourceSpan(start, start + match[0].length) }
}

/** Each key of the footer asks it of the same text: the last answer is kept. */
let lastZone = ''
let lastHas = false

function hasFullWidth(zone: string): boolean {
  if (zone !== lastZone) {
    lastZone = zone
    lastHas = /[\uff10-\uff19\uff21-\uff3a]/.test(zone)
  }
  return lastHas
}

/** Filing numbers typed in full-width digits are the same numbers. */
function fullWidthMatch(zone: string, pattern: RegExp): RegExpExecArray | null {
  if (!hasFullWidth(zone)) return null
  const plain = halfWidth(zone)
  return plain.length === zone.length ? pattern.exec(plain) : null
}

/** `网站标识码：` before a picture of the number: the picture's alternative text says it alone. */
function picturedCode(tree: PageTree): Match | null {
  for (const el of tree.tagged('img')) {
    const code = /^(?:bm\d{8}|\d{10})$/i.exec((el.attrs.alt ?? '').trim())
    if (code && /标识码? ?[：:]?\s*$/.test(tree.flat.slice(Math.max(0, el.from - 12), el.from)))
      return { text: code[0].toLowerCase(), at: [el.start, el.end] }
  }
  return null
}

/** A picture that a visitor sees: no counter's dot, nothing hidden, nothing that scripts fill later. */
export function isShown(el: El): boolean {
  const { src = '', width = '', height = '' } = el.attrs
  return (
    el.tag === 'img' &&
    !el.hidden &&
    src !== '' &&
    ![width, height].some((n) => /^[01](?:px)?$/.test(n))
  )
}

/**
 * The first link to such an address that a visitor sees, by its words or by the picture in it: its words stand only in the
 * address then (`markup`), but a linked mark or box is as present as a written one (`pictured`).
 */
function seenLink(
  tree: PageTree,
  links: readonly El[],
  address: RegExp,
  name: string,
): FooterValue | null {
  for (const el of links) {
    const href = address.exec(el.attrs.href ?? '')
    if (href === null || el.hidden) continue
    const words = wordsOf(tree, el)
    const at: Span = [el.start, el.end]
    if (words !== '') return value(words, 'visible', at)
    const picture = tree.els.slice(el.i + 1, el.last).find(isShown)
    if (picture)
      return { ...value(`${name}（图片）`, 'markup', at), pictured: true, quote: href[0] }
  }
  return null
}

function value(text: string, where: FooterValue['where'], at: Span): FooterValue {
  return { value: clip(text, 120), where, at }
}

function ofMarkup(text: string, { at, written }: Match, quote = ''): FooterValue {
  const found = { ...value(text, 'markup', at), ...(quote === '' ? {} : { quote }) }
  return written || PRESCRIBED.test(quote) ? { ...found, written: true } : found
}

export interface FooterReading {
  readonly footer: Footer
  readonly sponsorPhrase: FooterValue | null
  readonly oddSiteCode: FooterValue | null
}

export function readFooter(tree: PageTree, regions: Regions, base: string): FooterReading {
  const footer = bareFooter()
  const [zoneFrom, zoneTo] = regions.footer
  // Address and telephone often stand in the line above the tell-tale words.
  const contactFrom = Math.max(0, zoneFrom - 150)
  const all = tree.flat.length
  // What a page says of other sites (a table of its body) is not its foot.
  const shown = (pattern: RegExp, from: number): Match | null =>
    visibleMatch(tree, pattern, Math.max(from, zoneFrom), all) ??
    visibleMatch(tree, pattern, from, all)
  const both = (key: FooterKey, pattern: RegExp, from: number, clean = squash): void => {
    const seen = shown(pattern, from)
    if (seen) footer[key] = value(clean(seen.text), 'visible', seen.at)
    else {
      const found = scriptMatch(tree, pattern) ?? pictureMatch(tree, pattern)
      if (found) footer[key] = ofMarkup(clean(found.text), found)
    }
  }
  const tight = (text: string): string => squash(text).replace(/ /g, '')
  for (const pattern of [OPEN_SITE_CODE, SITE_CODE])
    if (footer.siteCode === null) both('siteCode', pattern, 0, (text) => text.toLowerCase())
  if (footer.siteCode === null) {
    const pictured = picturedCode(tree)
    if (pictured) footer.siteCode = value(pictured.text, 'markup', pictured.at)
  }
  const odd = footer.siteCode === null ? visibleMatch(tree, ODD_CODE, zoneFrom, all) : null
  const oddSiteCode = odd === null ? null : value(odd.text.toLowerCase(), 'visible', odd.at)
  both('icpNumber', ICP, 0, tight)
  both('policeFilingNumber', POLICE, 0, tight)
  if (footer.policeFilingNumber === null) {
    const linked = markupMatch(tree, POLICE_LINK)
    if (linked) footer.policeFilingNumber = value(linked.text, 'markup', linked.at)
  }
  const inCell = (key: FooterKey, pattern: RegExp): void => {
    const cell = footer[key] === null ? visibleMatch(tree, pattern, zoneFrom, all) : null
    if (cell) footer[key] = value(squash(cell.text), 'visible', cell.at)
  }
  both('sponsor', SPONSOR_LABEL, zoneFrom)
  inCell('sponsor', SPONSOR_CELL)
  const phrase =
    visibleMatch(tree, SPONSOR_OTHER, contactFrom, all) ??
    visibleMatch(tree, SPONSOR_TAIL, contactFrom, zoneTo) ??
    visibleMatch(tree, HOLDER, contactFrom, all)
  const drawn = phrase === null ? pictureMatch(tree, SPONSOR_TAIL) : null
  both('operator', OPERATOR_LABEL, zoneFrom)
  inCell('operator', OPERATOR_CELL)
  if (footer.operator === null) {
    const tail = visibleMatch(tree, OPERATOR_TAIL, contactFrom, zoneTo)
    if (tail) footer.operator = value(squash(tail.text).replace(/^.*主办/, ''), 'visible', tail.at)
  }
  // Where no foot is shown, the one that scripts write goes before what the text above says of others.
  const written = zoneFrom >= all ? (scriptMatch(tree, PHONE) ?? scriptMatch(tree, CONTACT)) : null
  const phone = written === null ? shown(PHONE, contactFrom) : null
  if (written) footer.contact = ofMarkup(squash(written.text), written)
  else if (phone) footer.contact = value(squash(phone.text), 'visible', phone.at)
  else {
    both('contact', CONTACT, contactFrom)
    if (footer.contact === null) both('contact', PHONE, all)
  }
  const links = tree.tagged('a').filter(({ attrs }) => HINT.test(attrs.href ?? ''))
  const markLink = seenLink(tree, links, MARK_LINK, '党政机关标识')
  const box = visibleMatch(tree, ERROR_TEXT, 0, all)
  const boxLink = box ? null : seenLink(tree, links, ERROR_LINK, '我为政府网站找错')
  const hint = markLink && (box || boxLink) ? null : HINT.exec(tree.source)
  const marksFrom = Math.max(0, (hint?.index ?? 0) - HINT_REACH)
  const mark = markLink ? null : hint && markupMatch(tree, MARK_SOURCE, marksFrom)
  const boxMark = box || boxLink ? null : hint && markupMatch(tree, ERROR_SOURCE, marksFrom)
  if (markLink) footer.partyGovMark = markLink
  else if (mark) footer.partyGovMark = ofMarkup('党政机关标识', mark, mark.text)
  if (box) footer.errorReportBox = value(box.text, 'visible', box.at)
  else if (boxLink) footer.errorReportBox = boxLink
  else if (boxMark) {
    const found = ofMarkup('我为政府网站找错', boxMark, boxMark.text)
    const code = codeOfBox(tree, boxMark.at)
    footer.errorReportBox = code === null ? found : { ...found, at: code.at, quote: code.text }
  }
  footer.sitemap = findSitemap(tree, base)
  if (footer.sponsor?.where === 'visible') return { footer, sponsorPhrase: null, oddSiteCode }
  const said = phrase
    ? value(squash(phrase.text), 'visible', phrase.at)
    : drawn && value(squash(drawn.text), 'markup', drawn.at)
  return { footer, sponsorPhrase: said, oddSiteCode }
}

/** Words of a link to it are no more. */
const MAX_SITEMAP = 12

function findSitemap(tree: PageTree, base: string): FooterValue | null {
  for (const el of tree.tagged('a')) {
    const text = wordsOf(tree, el)
    if (text.length > MAX_SITEMAP) continue
    const picture =
      text === '' && !el.hidden ? tree.els.slice(el.i + 1, el.last).find(isShown) : undefined
    const label =
      text !== '' ? text : squash(picture?.attrs.alt ?? '') || squash(el.attrs.title ?? '')
    if (label.length > MAX_SITEMAP || !SITEMAP.test(label)) continue
    const where = text === '' ? 'markup' : 'visible'
    return {
      ...value(targetOf(el, base)?.url ?? label, where, [el.start, el.end]),
      ...(picture === undefined ? {} : { pictured: true as const }),
      ...(isInertMap(tree, el) ? { inert: true as const } : {}),
      quote: label,
    }
  }
  return null
}

/** It leads nowhere, and what holds it alone has no name by which a script might find it either. */
function isInertMap(tree: PageTree, el: El): boolean {
  const { parent } = el
  const holder = parent !== null && wordsOf(tree, parent) === wordsOf(tree, el) ? parent.attrs : {}
  return (
    isInert(el) &&
    holder.id === undefined &&
    !/map|dt$/i.test(holder.class ?? '') &&
    !tree.scripts.some(({ code }) => SITEMAP_SCRIPT.test(code))
  )
}

const SITEMAP_SCRIPT = /(?:网站|站点)(?:地图|导航)|site_?map/i
