/**
 * Does the home page's foot carry the identity that every government site must show? One finding per field. What a
 * script writes for everybody, or the prescribed code of a mark puts there, is seen; what otherwise stands only in script or
 * markup is left to a person. Of inner pages those are told that alone in their folder end without any of it, or without its
 * numbers, and kinds and folders of which all do.
 */
import { clip } from '#base/text'
import {
  citePage,
  defineCheck,
  FILING_DIGITS,
  type FootGap,
  filedElsewhere,
  footGaps,
  isMisprinted,
  isPublicBody,
  listed,
  partly,
  type Rests,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { FOOTER_NAMES, type FooterKey, type FooterValue } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

/** Share of the pages that must carry a field before it counts as one of the foot. */
const FOOT_SHARE = 0.1

export const footerIncomplete = defineCheck({
  id: 'identity/footer-incomplete',
  revision: 17,
  title: '底部标识区是否齐全',
  question:
    '首页底部是否显示网站标识码、备案号、党政机关标识、找错入口、主办单位、联系方式和网站地图？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '附件《网页设计规范》：底部功能区应列明的内容（二手）',
    },
    {
      document: '浙江省政府网站2018年第三季度抽查通报',
      clause: '应补充党政机关标识、标识码、ICP备案、公安备案、找错入口',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {
    fields: {
      default: [
        'siteCode',
        'icpNumber',
        'policeFilingNumber',
        'partyGovMark',
        'errorReportBox',
        'sponsor',
        'contact',
        'sitemap',
      ],
      meaning: '底部必须有的内容',
      source: '国办发〔2017〕47号 附件《网页设计规范》（二手），承办单位不在必备之列',
      verified: false,
    },
    minFellows: {
      default: 3,
      meaning: '一个没有底部的内页，同一目录至少有几个有底部的页面才判',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minLists: {
      default: 10,
      meaning: '一个没有底部的栏目页，网站至少有几个有底部的栏目页才判',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    visible: { verdict: 'pass', message: '首页底部有{subject}：{value}' },
    'markup-only': {
      verdict: 'unsure',
      message: '{subject}只出现在脚本或属性里（{value}），访问者不一定看得到',
      ask: '在浏览器中打开首页，底部能否看到这一项？',
    },
    inert: {
      verdict: 'not-applicable',
      message: '首页底部的“{value}”是空链接，点开没有反应（由网站地图的检查判断）',
    },
    'inner-only': {
      verdict: 'unsure',
      message: '首页底部没有读到{subject}，只在内页读到：{value}',
      ask: '在浏览器中打开首页，底部能否看到这一项？',
    },
    'holder-only': {
      verdict: 'unsure',
      message: '首页底部没有写明{subject}，只写了“{value}”',
      ask: '“{value}”说的是不是本网站的主办单位，要不要另外标明“主办单位”？',
    },
    malformed: {
      verdict: 'fail',
      message: '首页底部的{subject}“{value}”不合格式：应为 {due} 位数字，写的是 {digits} 位',
      ask: '在浏览器中打开首页，底部的编号是否就是所列的位数？',
    },
    'link-differs': {
      verdict: 'fail',
      message: '首页底部印的是“{value}”，它的链接查的却是 {linked}',
      ask: '在浏览器中点首页底部的公安备案号，打开的是不是本网站的备案信息？',
    },
    mismatched: {
      verdict: 'unsure',
      message: '首页底部的网站标识码 {value} 与登记的 {registered} 不同',
      ask: '哪一个标识码是对的：页面上的还是登记的？',
    },
    missing: {
      verdict: 'fail',
      message: '首页底部没有标明{subject}',
      claimsAbsence: true,
      ask: '在浏览器中打开首页，底部是否确实没有这一项（图片里的也算有）？',
    },
    footless: {
      verdict: 'fail',
      message: '有 {count} 个页面没有{words}，同一目录或同类的其他页面都有：{names}',
      ask: '在浏览器中打开所列页面，是否确实没有{words}？',
    },
    'kind-lacks': {
      verdict: 'fail',
      message:
        '{where}（共 {count} 个页面）的底部没有{words}，首页和比较过的其他 {others} 个页面都有：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列页面，底部是否确实没有{words}？',
    },
    'not-owed': {
      verdict: 'not-applicable',
      message: '首页底部没有{subject}；“{agency}”的网站不是政府网站，没有这一项',
    },
  },
  example: '首页底部有标识码和 ICP 备案号，没有公安备案号：公安备案号 missing。',
  *run(site, { params }) {
    const home = site.home
    if (home === null) return
    const fields = params.fields.filter(isKey)
    for (const key of fields) yield judge(site, home, key)
    const gaps = footGaps(site, fields)
    for (const gap of gaps) yield lacking(gap)
    yield* footless(site, params, new Set(gaps.flatMap(({ pages }) => pages)))
  },
})

type Outcome =
  | 'visible'
  | 'markup-only'
  | 'inner-only'
  | 'holder-only'
  | 'malformed'
  | 'mismatched'
  | 'link-differs'
  | 'inert'
  | 'missing'
  | 'not-owed'

/** What only the government's sites have. */
const OF_GOVERNMENT: ReadonlySet<FooterKey> = new Set(['siteCode', 'errorReportBox'])

function isKey(text: string): text is FooterKey {
  return Object.hasOwn(FOOTER_NAMES, text)
}

function judge(site: SiteView, home: PageView, key: FooterKey): Observation<Outcome> {
  const subject = FOOTER_NAMES[key]
  const here = [home, ...framesOf(site, home)]
  const found = valueOn(here, key, true) ?? valueOn(here, key, false)
  if (found !== null) {
    const { value } = found.value
    const registered = site.portal.siteCode
    const differs =
      key === 'siteCode' && registered !== null && registered !== '' && value !== registered
    if (found.value.inert === true && site.sitemap === null && !leadsSomewhere(site, key))
      return {
        outcome: 'inert',
        subject,
        facts: { value },
        evidence: [placeOf(found)],
      }
    const filed = key === 'policeFilingNumber' ? filedElsewhere(found.view.page) : null
    if (filed !== null)
      return {
        outcome: 'link-differs',
        subject,
        facts: { value, linked: filed.linked },
        evidence: [placeOf(found)],
      }
    const digits = value.replaceAll(/\D/g, '').length
    if (key === 'policeFilingNumber' && isShown(found.value) && isMisprinted(value))
      return {
        outcome: 'malformed',
        subject,
        facts: { value, digits, due: FILING_DIGITS },
        evidence: [placeOf(found)],
      }
    return {
      outcome: outcomeOf(key, found.value, differs),
      subject,
      facts: { value, ...(differs ? { registered } : {}) },
      evidence: [placeOf(found)],
    }
  }
  const odd = key === 'siteCode' ? home.page.oddSiteCode : undefined
  if (odd !== undefined)
    return {
      outcome: 'malformed',
      subject,
      facts: { value: odd.value, digits: odd.value.replaceAll(/\D/g, '').length, due: CODE_DIGITS },
      evidence: [placeOf({ view: home, value: odd })],
    }
  const inner = valueOn(site.pages, key, true) ?? valueOn(site.pages, key, false)
  if (inner !== null && isFoot(site, key))
    return {
      outcome: 'inner-only',
      subject,
      facts: { value: inner.value.value },
      evidence: [placeOf(inner), citePage(home)],
    }
  if (OF_GOVERNMENT.has(key) && isPublicBody(site))
    return {
      outcome: 'not-owed',
      subject,
      facts: { agency: site.agency.name },
      evidence: [citePage(home)],
    }
  return {
    outcome: 'missing',
    subject,
    evidence: [citePage(home)],
    coverage: coverageOf(site, home),
  }
}

const CODE_DIGITS = 10
/** A foot with none of its fields on a page whose script files were not read may be written by them. */
function lacking({ where, keys, pages, others, bare }: FootGap): Observation<'kind-lacks'> {
  const words = bare ? '标识区的任何一项' : keys.map((key) => FOOTER_NAMES[key]).join('、')
  return {
    outcome: 'kind-lacks',
    subject: `内页底部：${bare ? '标识区' : keys.map((key) => FOOTER_NAMES[key]).join('、')}`,
    facts: {
      where,
      words,
      others,
      count: pages.length,
      names: listed(
        pages.map(({ page }) => `“${clip(page.title ?? page.url, 30)}”`),
        3,
      ),
    },
    measure: { value: pages.length, unit: 'count' },
    evidence: pages.slice(0, 5).map(citePage),
    pages: pages.map(({ page }) => page.url),
    coverage:
      bare && !pages.some(loadsNothing)
        ? partly('这些页面的底部一项也没有读到，可能由脚本文件写出')
        : WHOLE,
  }
}

/** Links of the site's menu: a page for printing has none. */
const LEAST_MENU = 3
const MARKS: readonly FooterKey[] = ['siteCode', 'icpNumber', 'policeFilingNumber', 'sponsor']

/** List pages stand in folders of their own: all of the site's show how its pages end, and so many for each one that ends otherwise. */
const LISTS = 'lists'

interface Least {
  readonly minFellows: number
  readonly minLists: number
}

/** Articles by their folder, and all list pages: what of them was read whole. */
function fellowsOf(
  site: SiteView,
  told: ReadonlySet<PageView>,
): ReadonlyMap<string, readonly PageView[]> {
  const framed = new Set(site.pages.flatMap(({ page }) => page.frames))
  const fellows = new Map<string, PageView[]>()
  for (const view of site.pages) {
    if (told.has(view)) continue
    const { kind, url, blocked, truncated, frames, needsBrowser } = view.page
    const isWhole = blocked === null && !truncated && !needsBrowser.value && frames.length === 0
    if (kind.sureness < 0.8 || !isWhole || framed.has(url)) continue
    if (kind.value !== 'article' && kind.value !== 'listing') continue
    const key = kind.value === 'listing' ? LISTS : new URL('.', url).href
    fellows.set(key, [...(fellows.get(key) ?? []), view])
  }
  return fellows
}

/** Those few of the pages that have not what all the others have. */
function oddAmong(
  views: readonly PageView[],
  least: number,
  has: (view: PageView) => boolean,
): readonly PageView[] {
  // A script file that its fellows do without may write the foot.
  const isPlain = views.some((view) => has(view) && loadsNothing(view))
  const bare = views.filter((view) => !has(view) && (!isPlain || loadsNothing(view)))
  const isOdd = views.length - bare.length >= least * Math.max(1, bare.length)
  return isOdd
    ? bare.filter(
        ({ page }) => page.links.filter(({ area }) => area === 'nav').length >= LEAST_MENU,
      )
    : []
}

/** Pages with the site's head and no trace of its foot, or without the numbers in it, where all others of their folder or kind have them. */
function* footless(
  site: SiteView,
  { minFellows, minLists }: Least,
  told: ReadonlySet<PageView>,
): Generator<Observation<'footless'>> {
  const groups = [...fellowsOf(site, told)].map(
    ([key, views]) => [views, key === LISTS ? minLists : minFellows] as const,
  )
  const hasFoot = (view: PageView): boolean => MARKS.some((key) => carries(view, key))
  const bare = groups.flatMap(([views, least]) => oddAmong(views, least, hasFoot))
  if (bare.length > 0) yield oddPages(bare, '内页底部标识区', '底部标识区')
  const owed = groups.flatMap(([views]) => views).filter((view) => numbersOf(view).length > 0)
  const names = NUMBERS.filter((key) => owed.every((view) => numbersOf(view).includes(key)))
  if (names.length < LEAST_NUMBERS) return
  const sponsors = new Set(owed.map(({ page }) => page.footer.sponsor?.value))
  // The same foot, told by its sponsor: a page with another has another's.
  const isOurs = ({ page: { footer } }: PageView): boolean =>
    footer.sponsor !== null && isShown(footer.sponsor) && sponsors.has(footer.sponsor.value)
  const numberless = groups.flatMap(([views, least]) =>
    oddAmong(views, least, (view) => numbersOf(view).length > 0 || !isOurs(view)),
  )
  if (numberless.length > 0)
    yield oddPages(
      numberless,
      '内页底部编号',
      `底部的${names.map((key) => FOOTER_NAMES[key]).join('、')}`,
    )
}

/** One of them alone is left out for many a reason. */
const LEAST_NUMBERS = 2
const NUMBERS = ['siteCode', 'icpNumber', 'policeFilingNumber'] as const

/** What stands in code alone (the site's code in a mark's address) is none that a page shows. */
function numbersOf({ page: { footer } }: PageView): readonly FooterKey[] {
  return NUMBERS.filter((key) => {
    const value = footer[key]
    return value !== null && isShown(value)
  })
}

function oddPages(
  shown: readonly PageView[],
  subject: string,
  words: string,
): Observation<'footless'> {
  return {
    outcome: 'footless',
    subject,
    facts: {
      words,
      count: shown.length,
      names: listed(shown.map(({ page }) => `“${clip(page.title ?? page.url, 30)}”`)),
    },
    measure: { value: shown.length, unit: 'count' },
    evidence: shown.slice(0, 5).map(citePage),
    pages: shown.map(({ page }) => page.url),
  }
}

/** All that its scripts do was read. */
const loadsNothing = ({ page }: PageView): boolean => page.furniture?.readWhole === true

/** Whose site it is by its mark of copyright, which is not the field that is wanted. */
const HOLDER =
  /版权所有|copyright|©|^(?:网站)?(?:主管|(?:建设)?管理|建设|责任)(?:单位|部门|机构|机关)?\s?[：:]/i

function outcomeOf(key: FooterKey, shown: FooterValue, differs: boolean): Outcome {
  if (!isShown(shown)) return 'markup-only'
  if (key === 'sponsor' && HOLDER.test(shown.value)) return 'holder-only'
  return differs ? 'mismatched' : 'visible'
}

/** On some page the same entry has an address. */
function leadsSomewhere(site: SiteView, key: FooterKey): boolean {
  return site.pages.some(({ page }) => {
    const value = page.footer[key]
    return value != null && value.inert !== true && value.value !== value.quote
  })
}

interface Found {
  readonly view: PageView
  readonly value: FooterValue
}

/** A visitor sees it: printed, as a picture that leads to it, or written by the page's script. */
function isShown({ where, pictured, written }: FooterValue): boolean {
  return where === 'visible' || pictured === true || written === true
}

function valueOn(views: readonly PageView[], key: FooterKey, shown: boolean): Found | null {
  for (const view of views) {
    const { footer, sponsorPhrase = null } = view.page
    const value = footer[key]
    if (value && isShown(value) === shown) return { view, value }
    // `某办公室主办` names the sponsor as well as the field does.
    if (key === 'sponsor' && sponsorPhrase && isShown(sponsorPhrase) === shown)
      return { view, value: sponsorPhrase }
  }
  return null
}

function carries({ page }: PageView, key: FooterKey): boolean {
  return page.footer[key] !== null || (key === 'sponsor' && page.sponsorPhrase !== undefined)
}

/** A foot comes back on page after page; one page that names the field (an annual table) is no foot. */
function isFoot(site: SiteView, key: FooterKey): boolean {
  const carriers = site.pages.filter((view) => carries(view, key)).length
  return carriers / site.pages.length >= FOOT_SHARE
}

function placeOf(found: Found): { url: string; at: FooterValue['at']; quote: string } {
  return {
    url: found.view.page.url,
    at: found.value.at,
    quote: found.value.quote ?? found.value.value,
  }
}

function framesOf(site: SiteView, home: PageView): PageView[] {
  return home.page.frames.flatMap((url) => site.pageAt(url) ?? [])
}

/** A foot that lies in an unread frame, or of which not one field was read, is more likely hidden from us. */
function coverageOf(site: SiteView, home: PageView): Rests {
  if (framesOf(site, home).length < home.page.frames.length)
    return partly('首页有没有读到的框架页，底部可能在其中')
  // A site map entry or a telephone number may stand anywhere; these stand in the foot.
  const { footer, sponsorPhrase } = home.page
  const marks = [footer.siteCode, footer.icpNumber, footer.policeFilingNumber, footer.sponsor]
  const any = [...marks, footer.partyGovMark, sponsorPhrase ?? null].some((one) => one !== null)
  if (!any) return partly('首页底部的编号和主办单位一项也没有读到，底部可能是图片或由脚本写出')
  return WHOLE
}
