/**
 * Files that cannot be had although their address answers with success: a page stands there that says so itself (not there,
 * an error, log in first), or the package came without its end. What a page otherwise holds in a file's place is not judged.
 */
import { FILE_ADDRESS } from '#base/file-names'
import { compareForm, squash } from '#base/text'
import type { Page } from '#model/page'
import { hiddenByScript, type LinkTarget, type PageView, type SiteView } from '#model/site-view'

/** Words of a page by which a system says that it could not give the file: it was not there, or not to be read. */
const FAILED =
  /系统(错误|异常|出错|繁忙)|(服务器|程序|运行|内部|未知)错误|(文件|附件|资源).{0,6}(不存在|(读取|打开|下载|加载|获取)(失败|出错|错误|异常)|已(被)?(删除|移除|移走)|找不到|未找到|丢失|损坏)|(找不到|没有找到|未找到|无法(找到|读取|打开|下载)).{0,8}(文件|附件|资源)|(下载|读取)(失败|出错|异常)|链接已(失效|过期)|(页面|网页)(不存在|出错)|404|Not Found|Internal Server Error|(HTTP|Server) (Status|Error)|Exception\b/i
/** What is put up for everybody opens for nobody who has no account. */
const CLOSED =
  /请(?:您)?(?:先|重新)?(?:登录|登陆)|(?:登录|登陆)(?:已)?(?:超时|失效|过期)|(?:没有|无)(?:访问|下载|查看)?权限|无权(?:访问|下载|查看)/
/** A page of more words has something else to say. */
const FEW_WORDS = 300

/** A file's address that answered with such a page, at both visits with success. */
export function saysFailed(
  site: SiteView,
  { url, isAttachment, visit, firstVisit }: LinkTarget,
): boolean {
  if (!isAttachment || visit?.state !== 'stored' || firstVisit?.state !== 'stored') return false
  const view = site.pageAt(url)
  if (view === null || view.capture.id !== visit.capture) return false
  const { page } = view
  if (visit.status >= 400 || visit.blocked !== null || page.blocked !== null) return false
  if (isNoteForFile(url, view)) return true
  if (page.kind.value === 'file' || page.template === '') return false
  return isShort(view) && (FAILED.test(wordsOf(view)) || CLOSED.test(wordsOf(view)))
}

/** Formats that never are plain text. */
const PACKED = /\.(?:docx|xlsx|pptx|pdf|ofd|zip|rar|7z)(?:$|[?#])/i
/** A line such as a program prints for another: {"code":500,"msg":"文件不存在"}. */
const FEW_LETTERS = 40

/** Letters where the bytes of a file should be: a word of a program, or that the file cannot be had. */
function isNoteForFile(url: string, { page }: PageView): boolean {
  const words = squash(page.file?.text ?? '')
  if (
    page.file?.kind !== 'text' ||
    words === '' ||
    words.length > FEW_WORDS ||
    !FILE_ADDRESS.test(url)
  )
    return false
  return (
    FAILED.test(words) || (PACKED.test(url) && (/^[{[<]/.test(words) || words.length < FEW_LETTERS))
  )
}

/** A page whose whole title says that one logs in on it: 用户登录, 内容管理系统 用户登录, 统一身份认证平台. */
const LOGIN =
  /^(?!.*(?:指南|说明|公告|通知|关于)).{0,24}(?:登[录陆](?:页面?|系统|认证|入口|中心|平台)?|身份认证(?:平台|系统|中心|服务)?)$/u

/** Notes on how to log in stand beside the boxes. */
const LONGEST_DOOR = 1000

/** The address of a file opens on a login and nothing else, and nothing where it is offered says so. */
export function asksLogin(site: SiteView, { url, visit, from }: LinkTarget): boolean {
  const view = site.pageAt(url)
  if (view === null || !FILE_ADDRESS.test(url) || visit?.state !== 'stored') return false
  if (visit.status >= 400 || visit.blocked !== null || view.page.blocked !== null) return false
  const { kind, title, headTitle, attachments, text, lists } = view.page
  const named = [title, headTitle].some((one) => one !== null && LOGIN.test(one.trim()))
  const told = from.some((link) =>
    /登[录陆]|注册/.test(site.pageAt(link.url)?.page.text.excerpt ?? ''),
  )
  const isDoor = text.length <= LONGEST_DOOR && lists.length === 0 && attachments.length === 0
  return kind.value === 'other' && named && isDoor && !told
}

const OF_PORTAL: ReadonlySet<string> = new Set(['article', 'listing', 'directory', 'error'])
/** Links of the site's menu: a page for printing or a viewer has none. */
const LEAST_MENU = 4

/** The server answered the file's address with a page. */
export function opensAsPage(site: SiteView, target: LinkTarget): boolean {
  if (target.visit?.state !== 'stored' || target.visit.status >= 400) return false
  const view = site.pageAt(target.url)
  return view !== null && view.page.kind.value !== 'file' && view.page.template !== ''
}

/** What the server answers with is the home page, word for word. */
function isHome(site: SiteView, page: Page): boolean {
  const home = site.home?.page
  return (
    home !== undefined &&
    home.text.excerpt.length >= LEAST_HOME &&
    page.headTitle === home.headTitle &&
    page.text.excerpt === home.text.excerpt
  )
}
/** Shorter texts may be any page's. */
const LEAST_HOME = 40

/**
 * The address of a file opens on the home page, or at both visits on a page of the portal, in its frame and read whole, that hands out no file and
 * says nothing of the one that is offered.
 */
export function opensElsewhere(site: SiteView, target: LinkTarget): boolean {
  const { url, visit, firstVisit, from } = target
  const view = site.pageAt(url)
  if (view === null || !opensAsPage(site, target) || saysFailed(site, target)) return false
  if (isHome(site, view.page)) return true
  if (!FILE_ADDRESS.test(url) || firstVisit?.state !== 'stored') return false
  if (visit?.state !== 'stored' || visit.blocked !== null) return false
  const { kind, attachments, frames, links, text, pictures = [], title, headTitle } = view.page
  const isOwn = OF_PORTAL.has(kind.value) || text.length <= SCANT
  const inFrame = links.filter(({ area }) => area === 'nav').length >= LEAST_MENU
  const mayShow = attachments.length + frames.length > 0 || pictures.some(({ inBody }) => inBody)
  if (!isOwn || !inFrame || mayShow || hiddenByScript(view) !== null) return false
  const said = compareForm(`${title ?? ''} ${headTitle ?? ''} ${text.excerpt}`)
  const names = from.map((link) => compareForm(link.text.replace(FILE_ADDRESS, '')))
  return names.every((name) => name.length >= LEAST_NAME && !said.includes(name))
}

/** Shorter texts are a message of the system. */
const SCANT = 60
const LEAST_NAME = 3

/** A page of few words by which a system says that something of its own went wrong. */
export function saysError(view: PageView): boolean {
  return isShort(view) && FAILED.test(wordsOf(view))
}

function isShort({ page }: PageView): boolean {
  return page.text.length <= FEW_WORDS && page.lists.length === 0
}

function wordsOf({ page }: PageView): string {
  return `${page.headTitle ?? ''} ${page.title ?? ''} ${page.text.excerpt}`
}

/** A package that ends before its directory, and not because we stopped reading. */
export function isTorn(site: SiteView, { url, isAttachment, visit }: LinkTarget): boolean {
  if (!isAttachment || visit?.state !== 'stored' || visit.status !== 200) return false
  const view = site.pageAt(url)
  return (
    view !== null &&
    view.capture.id === visit.capture &&
    !view.capture.truncated &&
    view.page.file?.state === 'torn'
  )
}
