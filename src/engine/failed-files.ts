/**
 * Files that cannot be had although their address answers with success: a page stands there that says so itself (not there,
 * an error, log in first), or the package came without its end. What a page otherwise holds in a file's place is not judged.
 */
import type { LinkTarget, PageView, SiteView } from '#model/site-view'

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
  if (page.kind.value === 'file' || page.template === '') return false
  return isShort(view) && (FAILED.test(wordsOf(view)) || CLOSED.test(wordsOf(view)))
}

/** A page whose whole title says that one logs in on it: 用户登录, 内容管理系统 用户登录. */
const LOGIN =
  /^(?:\p{Script=Han}{0,16}(?:系统|平台|后台|网站)[\s\-_—|]*)?(?:用户|会员|统一|统一身份|个人|账号|后台|管理员)*(?:登录|登陆)(?:页面?|系统|认证|入口)?$/u
const FILE_ADDRESS = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|rtf)(?:$|[?#])/i

/** The address of a file opens on a login and nothing else, and nothing where it is offered says so. */
export function asksLogin(site: SiteView, { url, visit, from }: LinkTarget): boolean {
  const view = site.pageAt(url)
  if (view === null || !FILE_ADDRESS.test(url) || visit?.state !== 'stored') return false
  if (visit.status >= 400 || visit.blocked !== null || view.page.blocked !== null) return false
  const { kind, title, headTitle, attachments } = view.page
  const named = [title, headTitle].some((one) => one !== null && LOGIN.test(one.trim()))
  const told = from.some((link) =>
    /登[录陆]|注册/.test(site.pageAt(link.url)?.page.text.excerpt ?? ''),
  )
  return kind.value === 'other' && named && isShort(view) && attachments.length === 0 && !told
}

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
