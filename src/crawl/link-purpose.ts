/**
 * What a link, an entry or a file is visited for, by its words, its place and its address. In which order purposes come is
 * model/capture's; which addresses are visited at all is links'.
 */
import { URL_PURPOSES, type UrlPurpose } from '#model/capture'
import type { Page, PageLink } from '#model/page'

/** Documents that many rules ask for by name; their links are followed before ordinary articles. */
export const REQUIRED_TEXT =
  /年度报告|工作年报|公开年报|年度报表|工作报表|公开指南|规范性文件|机构职能|领导信息|网站地图/

/** Habits of article addresses over the CMS families: a date, a long number or a hash in the last parts of the path. */
const ARTICLE_PATH =
  /\/t?(?:19|20)\d{6}_\d+\.|\/(?:art|info|content|detail|article|show|doc|news)s?[/_-][^?]*\d|\/(?:19|20)\d{2}[-/]?(?:0?\d|1[0-2])[-/]?[^?]*\d|\d{4,}[^/]*$|[0-9a-f]{24,}/i
const ARTICLE_QUERY = /[?&](?:id|newsid|articleid|infoid|contentid|wbnewsid|docid)=\d+/i

export function looksLikeArticle(address: string): boolean {
  const path = address.slice(address.indexOf('/', 8))
  return ARTICLE_PATH.test(path) || ARTICLE_QUERY.test(path)
}

export const rankOf = (purpose: UrlPurpose): number => URL_PURPOSES.indexOf(purpose)

/** Annual reports are judged by their text, so their files are fetched whole. */
export const ANNUAL_REPORT = /信息公开.{0,8}(?:年度报告|年报|情况报告)/
/** So are website annual tables. */
export const ANNUAL_TABLE = /网站.{0,8}(?:年度报表|工作报表)/
/** The basic catalogue is judged by the elements that its table has. */
export const CATALOGUE = /主动公开(?:事项)?(?:基本|标准)?目录|公开事项(?:标准)?(?:目录|清单)/
/** Lists of persons, where most leaks of personal numbers stand (domain-rules I): their text is wanted too. */
const NAME_LIST =
  /名单|名册|花名册|补助|补贴|低保|特困|救助|危房|危改|贫困|困难|残疾|抚恤|优抚|一卡通|发放|奖补|受助|拟聘|拟录用|体检|成绩|考生|笔试|面试|录取|摇号|配租|选房|分房|高龄|养老|孤儿|退役|助学|奖学|学员|参训|参保|从业人员|人员信息|信息明细|明细表/
export const DOCUMENT = /^(?:pdf|docx?|wps|xlsx?|et|ofd|zip|csv|txt|rtf)$/

/** Words of paging controls; where they stand no column does. */
const PAGING_TEXT =
  /^[\s<>«»‹›[\]]*(?:第?\d{1,4}页?|上一?页|下一?页|前一?页|后一?页|尾页|末页|最后一?页)[\s<>«»‹›[\]]*$/
/** Ways in for people with accounts: never a column, and often refused to a stranger. */
const ACCOUNT_TEXT =
  /^(?:(?:[\u4e00-\u9fff]{2,6})?(?:登\s*录|登\s*陆)(?:入口)?|(?:用户|会员|个人|法人|企业|账号)?注\s*册|忘记密码|找回密码|login|register)$/i

/** Purpose of a link by its words, the place it stands at and the kind of its page. */
export function purposeOf(link: PageLink, page: Page): UrlPurpose {
  if (link.how === 'frame') return 'listing'
  if (link.how === 'refresh') return 'navigation'
  const text = link.text.trim()
  if (ACCOUNT_TEXT.test(text)) return 'rest'
  if (link.area === 'nav' || link.area === 'trail') return 'navigation'
  if (REQUIRED_TEXT.test(link.title ?? text) || REQUIRED_TEXT.test(text)) {
    return 'required-document'
  }
  if (looksLikeArticle(link.url)) return 'item'
  if (PAGING_TEXT.test(text)) return 'rest'
  if (link.area === 'footer') return 'navigation'
  const gathers = page.kind.value !== 'article' && page.kind.value !== 'form'
  return gathers ? 'listing' : 'rest'
}

/** The form to fill in for disclosure on request: whether anything stands in it is asked. */
export function isRequestForm(page: Page, title: string): boolean {
  const about = `${title} ${page.title ?? ''} ${page.trail.join(' ')}`
  return /申请(?:登记)?表/.test(title) && /信息公开|依申请/.test(about)
}

/** Files that hold rows of data. */
const OF_ROWS = /^(?:csv|xlsx?|et|txt)$/
const OPEN_DATA = /数据(?:开放|集|资源|目录)|开放数据|公共数据/

/** What open data offers to take: whether it holds data is asked, and whose. */
export function isDataFile(page: Page, type: string): boolean {
  return OF_ROWS.test(type) && [...page.trail, page.title ?? ''].some((one) => OPEN_DATA.test(one))
}

/** Papers that rules judge by what they say: budgets and accounts, drafts, lists of documents that ended, guides, permits and penalties. */
const PAPER =
  /[预决]算|公开指南|(?:征求|征集).{0,24}意见|草案|起草说明|(?:清理|废止|失效).{0,12}(?:文件|目录|结果|清单)|文件.{0,12}(?:清理|废止|失效)|行政(?:许可|处罚|强制|检查|执法).{0,12}(?:公示|信息|决定|结果|清单|台账|统计|汇总|一览)/
/** What is about such a paper, and is none. */
const ABOUT_PAPER = /通知|会议|培训|动态|解读|图解|问答/

export function isPaper(page: Page, title: string): boolean {
  return [page.title ?? '', title].some((one) => PAPER.test(one) && !ABOUT_PAPER.test(one))
}

/** A file of a page that names persons: most leaks of personal numbers stand there. */
export function isNameList(page: Page, title: string): boolean {
  return (
    page.kind.value === 'article' && (NAME_LIST.test(title) || NAME_LIST.test(page.title ?? ''))
  )
}
