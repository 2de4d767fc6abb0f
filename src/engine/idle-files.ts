/** Files that a page names on links without an address. */
import { FILE_NAME } from '#base/file-names'
import { compareForm } from '#base/text'
import type { Page } from '#model/page'
import type { Place, SiteView } from '#model/site-view'

/** 申请表: a page of a few words that hands out a form is one too. */
export const OFFERING: ReadonlySet<string> = new Set(['article', 'form'])

/** 申请表, 登记表, 承诺书: something to be filled in. */
const FORM = /(?:申请|登记|备案|报名|审批|申报|承诺|委托|推荐)[^，。；]{0,6}[表书](?:格|样表)?$/
/** 点击下载《…申请表》: words that promise a file. */
const DOWNLOAD = /^(?:请?点击|点此|在此|附件[：:]?)?\s*下载[^，。]{0,24}$|^[^，。]{2,24}下载$/
/** What a code shows on a touch. */
const APP = /APP|客户端|小程序|软件|手机/i
/** So many files beside it show what the list hands out. */
const LEAST_BESIDE = 2

/** All of them, and the sure ones: where no file of the page has an address, a script that was not read may hand them all out. */
export function idleFiles(site: SiteView): {
  readonly idle: readonly Place[]
  readonly sure: readonly Place[]
} {
  const idle = site.pages.flatMap((view) => inertForms(site, view.page))
  return {
    idle,
    sure: idle.filter(({ url }) => {
      const page = site.pageAt(url)?.page
      return handsOut(page) || isScriptless(page)
    }),
  }
}

/** No script of the page but those that were read, and none of these answers the link. */
const isScriptless = (page: Page | undefined): boolean =>
  page?.furniture?.readWhole === true && page.furniture.clicks !== true

function handsOut(page: Page | undefined): boolean {
  return page !== undefined && page.attachments.length >= LEAST_BESIDE
}

/** Forms listed beside others that download, and files named in an article, on links that lead nowhere; none where another link of the page hands it out. */
function inertForms(site: SiteView, page: Page): Place[] {
  if (page.blocked !== null) return []
  const isListed = handsOut(page)
  const isOffering = OFFERING.has(page.kind.value)
  const tools = new Set((site.home?.page.bareEntries ?? []).map(({ text }) => text))
  const offered = [
    ...page.attachments.map(({ title, row }) => `${title} ${row?.quote ?? ''}`),
    ...page.links.map(({ text, title }) => `${text} ${title ?? ''}`),
  ].map(compareForm)
  return (page.bareEntries ?? []).flatMap(({ text, inert, at }) =>
    inert === true &&
    ((isListed && FORM.test(text)) ||
      (isOffering && (FILE_NAME.test(text) || (DOWNLOAD.test(text) && !APP.test(text))))) &&
    !tools.has(text) &&
    !offered.some((words) => words.includes(compareForm(text)))
      ? [{ url: page.url, at, quote: text }]
      : [],
  )
}
