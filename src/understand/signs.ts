/**
 * Signs about the page as a whole rather than its content: a protection answered instead of the site, the content is
 * written by script, the page says it is under construction, an error text under status 200.
 */
import { clip, holdsMore, squash } from '#base/text'
import type { Page } from '#model/page'
import type { Regions } from './regions.ts'
import { emptyBox } from './script-boxes.ts'
import { titledData } from './script-lists.ts'
import type { El, PageTree } from './tree.ts'

const CHALLENGES: readonly (readonly [by: string, pattern: RegExp, because: string])[] = [
  ['challenge-412', /\$_ts\s*=|\$_ts\[/, '脚本含动态防护（$_ts）'],
  ['challenge-521', /__jsl_clearance|__jsluid/, '脚本含加速乐校验（__jsl_clearance）'],
  [
    'challenge-js',
    /cf-browser-verification|challenge-platform|_guard\/|acw_sc__v2|safeline/i,
    '脚本为防护校验',
  ],
]
const CAPTCHA =
  /(请|需要?).{0,8}(完成|进行|通过).{0,6}(安全|人机|滑块|拖动|访问)?验证|安全验证|人机验证|访问验证|滑动验证/
const WALL =
  /(您的|该|本次)?(访问|请求).{0,12}(被(拦截|阻断|拒绝|禁止)|存在(威胁|风险|攻击))|已被(网站管理员|云防护|防火墙).{0,8}(拦截|阻断)|访问(过于|太)频繁|ModSecurity|Web ?应用防火墙|Request blocked|Access Denied/i

/** The page's words where they are fewer than `length` characters; the running text holds at most one blank more a character. */
function wordsUnder(tree: PageTree, length: number): string | null {
  if (tree.flat.length > length * 4 || holdsMore(tree.flat, length)) return null
  const words = tree.words()
  return words.length < length ? words : null
}

/** A protection that answered in place of the page, or null. */
export function readBlock(tree: PageTree, status: number): Page['blocked'] {
  const text = wordsUnder(tree, 400)
  // Challenge pages are small; a full page with such a script inside is the page itself.
  if (text !== null) {
    for (const [by, pattern, because] of CHALLENGES) {
      const code = tree.scripts.some(
        (script) => pattern.test(script.code) || pattern.test(script.src),
      )
      if (code && (status !== 200 || text.length < 120)) return { by, because }
    }
    const words = `${tree.headTitle ?? ''} ${text}`
    if (CAPTCHA.test(words)) return { by: 'captcha', because: `页面要求验证：“${clip(text, 40)}”` }
    if (WALL.test(words)) return { by: 'waf', because: `页面为拦截提示：“${clip(text, 40)}”` }
  }
  if (status === 412 || status === 521 || status === 512) {
    return { by: `challenge-${status}`, because: `状态码 ${status}，为防护校验所用` }
  }
  if (status === 401 || status === 403 || status === 421 || status === 429) {
    return { by: `status-${status}`, because: `状态码 ${status}，服务器拒绝了本次访问` }
  }
  return null
}

const MISSING =
  /(页面|网页|文件|附件|资源|内容|信息|栏目|文章).{0,6}(不存在|(?:未|没有)找到(?!相关|任何|符合|匹配)|找不到|已经?(被)?(?:系统?管理员|管理员|发布者|作者)?(删除|移除|移走)|无法找到|不翼而飞)|(?<![\dA-Za-z〔[(（第])404(?![\d〕\])）A-Za-z号省县国乡路])|(?:HTTP|error|错误)\s?[-:：]?\s?404(?!\d)|Not Found|您(所|要)?(访问|查看|请求|下载|找)的.{0,10}(不存在|已经?(被)?(删除|移除|移走|下线))|(找不到|没有找到|未找到|无法找到).{0,8}(页面|网页|文件|附件)|链接已(失效|过期)|(该|此|本)(栏目|页面|网页|频道|信息|文章|内容)已经?(撤销|停用|关闭|下线|下架|停止)|(?:没有|不存在)(?:该|此|这篇?)(?:文章|信息|页面|网页|内容|栏目)|参数(?:错误|有误|不正确)|(页|面)(走丢|丢失|飞走|跑丢)了/i

/** What a hosting service puts in the place of a site (网站已关闭，请联系管理员), and whose words those are. */
const CLOSED_BY_HOST =
  /(?:网站|站点|主机|空间|域名)[^。，,；;]{0,10}(?:已|被)[^。，,；;]{0,10}(?:关闭|暂停|停止|停用|冻结|过期|到期)|(?:website|site|domain|account) (?:has been |is )?(?:suspended|closed|expired|disabled)/i
const HOST_SPEAKS =
  /(?:未|没有?|尚未)(?:完成)?(?:ICP)?备案|欠费|续费|服务[提供]{0,2}商|空间商|(?:网站|站点|系统)?管理员|虚拟主机|控制面板|hosting|administrator|registrar/i

function closedByHost(words: string): string | null {
  return HOST_SPEAKS.test(words) ? toldHere(words, CLOSED_BY_HOST) : null
}

const SPOKEN = /^\s*(?:window\.)?alert\(["']([^"']{2,60})["']\)/

/** What a page without words of its own says in a window: alert("该信息不存在"), and back. */
function spoken(tree: PageTree): string {
  for (const { code, han } of tree.scripts) {
    const words = han ? SPOKEN.exec(code)?.[1] : undefined
    if (words !== undefined) return words
  }
  return ''
}

/** Words of an error page that answers with status 200. */
export function errorWords(tree: PageTree): string | null {
  const text = wordsUnder(tree, 301)
  if (text === null) return null
  const told = text === '' ? spoken(tree) : ''
  const words = `${tree.headTitle ?? ''} ${text}${told}`
  return toldHere(words, MISSING) ?? closedByHost(words)
}

/** 如页面提示“找不到网页”，请联系…: what a visitor may meet elsewhere, supposed or quoted, is not said of this page. */
const SUPPOSED =
  /(?:^|[，。；！？!?;\s])(?:如|若|如果|倘若|一旦|当(?!前)|遇到?|发现)[^，。；！？!?;\s]{0,24}$/
const QUOTED = /(?:提示|显示|出现|写着|字样|标注|返回)[^，。；！？]{0,6}[“"「‘][^”"」’]{0,20}$/

/** The first words that match and are said of the page itself, or null. */
function toldHere(text: string, pattern: RegExp): string | null {
  for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (!SUPPOSED.test(before) && !QUOTED.test(before)) return match[0]
  }
  return null
}

const MISSING_HERE =
  /(?:抱歉|对不起|很遗憾)[，,！! ]?.{0,12}(?:页面|网页|内容|信息|文章|文件|栏目).{0,8}(?:不存在|找不到|未找到|被?删除|失效|下线)|您(?:所|要)?(?:访问|查看|请求|浏览|查?找)的.{0,10}(?:不存在|已经?(?:被)?删除|找不到|未找到|失效)|^(?:页面|网页|文章|信息)(?:不存在|未找到|找不到|走丢了|不翼而飞)|^(?:该|此|本)(?:页面|网页|文章|信息|内容)已(?:经|被)?(?:删除|下线|下架)[！。.!]?$|^404\b|404 ?(?:Not Found|错误|页面)/i
const SERVER_FAULT =
  /应用程序中的服务器错误|Server Error in '|堆栈跟踪 ?[:：]|Stack ?Trace:|HTTP (?:Status|错误) ?[45]\d\d|(?:Fatal|Parse) error: |SQLSTATE\[|ORA-\d{5}|java\.lang\.\w+(?:Exception|Error)|System\.\w+Exception|Microsoft OLE DB Provider|Microsoft VBScript|Microsoft JET Database|ADODB\.\w+|(?:错误|error) ?['‘“]?80(?:0a|04)[0-9a-f]{4}|BOF 或 EOF|You have an error in your SQL syntax|数据库(?:连接|查询|打开)(?:失败|错误|出错)|Welcome to nginx!|IIS Windows Server|Apache2? [\w ]*Default Page|^It works!$|does not currently have a default page/i
const LEAVING = /(?:即将|将要|正在)(?:离开|跳转|访问(?:外部|其他)).{0,40}/
/** A line of its own or a count: a sentence that says so (经查询，没有相关信息) is an answer. */
const NOTHING_HERE =
  /共 ?(?:有)? ?0 ?(?:页[ ，,/]*0 ?)?(?:条|篇|个)|^(?:(?:对不起|抱歉)[，,！! ]?)?[^，。；]{0,6}(?:暂无|暂时没有|尚无|没有|无|未(?=找到|查|检))(?:找到|查到|查询到|检索到)?(?:相关|任何|更新|符合条件的|该类)?(?:的)?(?:信息|内容|数据|记录|资料|文章|文件|公开内容|留言|来信|结果|征集|公告|事项)/

/** The words that match in the first line that has them, or null. */
function wordsIn(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const match = pattern.exec(squash(line))
    if (match) return clip(match[0], 40)
  }
  return null
}

/** For the few lines of a page's body: what each of them may say of it, in its own words, or null. */
export function saysMissing(lines: readonly string[]): string | null {
  for (const line of lines) {
    const words = toldHere(squash(line), MISSING_HERE)
    if (words !== null) return clip(words, 40)
  }
  return null
}
export const saysFault = (lines: readonly string[]): string | null => wordsIn(lines, SERVER_FAULT)
export const saysLeaving = (lines: readonly string[]): string | null => wordsIn(lines, LEAVING)
export const saysNothing = (lines: readonly string[]): string | null => wordsIn(lines, NOTHING_HERE)
export const saysBuilding = (lines: readonly string[]): string | null => wordsIn(lines, BUILDING)

const MOUNT = /^(app|root|__nuxt|__next)$/
const WRITTEN_OUT = { value: false, because: '文字与链接在页面源码中' }

/** Content that only a browser can show. */
export function readNeedsBrowser(
  tree: PageTree,
  facts: { readonly items: number; readonly links: number; readonly mainLength: number },
): Page['needsBrowser'] {
  const text = wordsUnder(tree, 1500)
  if (text === null) return WRITTEN_OUT
  const scripts = tree.scripts.length
  const mount =
    scripts > 0 && text.length < 400
      ? tree.els.find(({ id, from, to }) => MOUNT.test(id) && to - from < 20)
      : undefined
  if (mount) {
    return { value: true, because: `正文容器 #${mount.id} 为空，由脚本写出` }
  }
  if (scripts > 0 && text.length < 40 && facts.links < 3) {
    return { value: true, because: '页面几乎没有文字，内容由脚本写出' }
  }
  // A browser fills in the template: what stands there now is not what a visitor reads.
  const blank = facts.items === 0 && facts.mainLength < 120 ? BLANK.exec(text) : null
  if (blank !== null && scripts > 0)
    return { value: true, because: `页面留有待脚本填写的“${clip(blank[0], 30)}”` }
  const box = facts.items === 0 && facts.mainLength < 200 ? emptyBox(tree) : null
  if (box !== null) return { value: true, because: `正文容器 #${box} 为空，由脚本写出` }
  const titled = facts.items === 0 && facts.mainLength < 200 ? titledData(tree) : null
  if (titled !== null)
    return { value: true, because: `条目写在脚本的数据里（“${clip(titled, 30)}”等），由脚本显示` }
  const loader = tree.scripts.find((script) => LOADER.test(script.code))
  if (loader && facts.items === 0 && facts.mainLength < 120) {
    return { value: true, because: '列表或正文由脚本另行读取' }
  }
  return WRITTEN_OUT
}

const BLANK = /\{\{ ?[\w.$]+(?: ?[|.(][^{}\n]{0,40})? ?\}\}/

const LOADER =
  /\$\.(?:ajax|get|post|getJSON)\s*\(|axios[.(]|fetch\s*\(|XMLHttpRequest|new Vue\s*\(|createApp\s*\(|jpage\s*\(|window\._CONFIG/

const BUILDING =
  /(?:本?(?:栏目|页面|网站|频道|内容|版块|功能|系统|资料)|该(?:栏目|页面|功能))?\s?(?:正在|尚在)?(?:建设|升级|维护|完善|制作|筹备|更新|整理|组织|充实|收集|录入)(?:之?中)(?:[，,。.．！!…~～]|$|\s|敬请)|(?:本|该)?(?:栏目|页面|频道|内容|版块|板块|功能|资料)[^。\n]{0,6}(?:正在(?:进行)?(?:整理|收集|充实|录入|完善|筹备|建设|改版|升级改造|改造升级|优化升级|维护升级|升级维护|改造|升级|维护|调试|迁移)(?:之?中)?|即将(?:上线|开通|开放|推出))|(?:将|会)(?:陆续|逐步|尽快|适时)(?:公布|公开|发布|推出|上线|更新)，?(?:敬请|请)(?:期待|关注)|正在建设|敬请期待|栏目建设中|网站建设中|施工中/

/** A page that says of itself that it is under construction. `aside`: parts of the running text that other columns fill. */
export function readUnderConstruction(
  tree: PageTree,
  range: readonly [from: number, to: number],
  items: number,
  aside: readonly (readonly [from: number, to: number])[] = [],
): Page['underConstruction'] {
  if (items > 0) return null
  let text = tree.flat.slice(range[0], range[1])
  for (const [from, to] of aside) {
    const [start, end] = [Math.max(0, from - range[0]), Math.min(text.length, to - range[0])]
    if (end > start) text = `${text.slice(0, start)}${'\n'.repeat(end - start)}${text.slice(end)}`
  }
  if (holdsMore(text, 300) || squash(text).length > 300) return null
  const global = new RegExp(BUILDING.source, 'g')
  const match = [...text.matchAll(global)].find((one) => isOfPage(text, one))
  if (match === undefined) return null
  const from = range[0] + match.index
  return { quote: squash(match[0]), at: tree.sourceSpan(from, from + match[0].length) }
}

const OWN =
  /栏目|页面|网站|频道|内容|版块|板块|功能|系统|平台|本站|信息|资料|数据|服务|业务|模块|专栏|专题/
const NAMED = new RegExp(`(?:${OWN.source})[^，。；\\n]{0,8}$`)
const POLITE =
  /[\s，,。.！!…～~:：、]|抱歉|对不起|您好|欢迎|关注|谢谢|感谢|请|稍[后候]|期待|访问|再来/g
/** More words beside it are those of a text about something that is built. */
const FEW_BESIDE = 6

const PART = /功能|系统|平台|服务|业务|模块/
const PAGE = /栏目|页面|网站|频道|内容|版块|板块|本站|专栏|专题/
const MUCH_BESIDE = 80

/** The line says it of the page, or says nothing else: 大桥正在建设中，预计年底完工 tells of a bridge. */
function isOfPage(text: string, { 0: words, index = 0 }: RegExpMatchArray): boolean {
  const from = text.lastIndexOf('\n', index) + 1
  const to = text.indexOf('\n', index + words.length)
  const line = text.slice(from, to < 0 ? text.length : to)
  // One thing of a page that has others to say (在线申请功能维护中) is not the page.
  const told = `${text.slice(Math.max(from, index - 8), index)}${words}`
  if (PART.test(told) && !PAGE.test(told) && squash(text).length - line.length > MUCH_BESIDE)
    return false
  const named = OWN.test(words) || NAMED.test(text.slice(from, index)) || /敬请/.test(line)
  return named || line.replace(words, '').replace(POLITE, '').length <= FEW_BESIDE
}

const OTHER_BOX = /search|keyword|query|sousuo|login|passw/i

/**
 * A visible multi-line box in the page's body, or a form with answers to tick and a button to send them: opinions, letters and
 * requests are written in one, surveys ticked in the other, searches are neither.
 */
export function readWritingBox(
  tree: PageTree,
  regions: Regions,
): NonNullable<Page['writingBox']> | null {
  const isOwn = (el: El): boolean =>
    !el.hidden &&
    (regions.of(el) === 'body' || regions.of(el) === 'side') &&
    !OTHER_BOX.test(`${el.attrs.name ?? ''} ${el.attrs.id ?? ''} ${el.attrs.class ?? ''}`)
  const formsOf = (type: RegExp): readonly El[] => {
    const inputs = tree.tagged('input').filter((el) => type.test(el.attrs.type ?? '') && isOwn(el))
    const forms = inputs.map(formOf).filter((form) => form !== null)
    return [...new Set(forms)].filter((form) => isOwn(form) && isSurvey(tree, form))
  }
  // 姓名、联系方式、意见内容 in boxes of one line each.
  const isLetter = (form: El): boolean => {
    const boxes = tree.els
      .slice(form.i, form.last)
      .filter(({ tag, hidden, attrs }) => tag === 'input' && !hidden && LINE.test(attrs.type ?? ''))
    const hints = boxes.map(({ attrs }) => attrs.placeholder ?? '').join(' ')
    return boxes.length > 1 && WRITTEN.test(tree.flat.slice(form.from, form.to) + hints)
  }
  const box =
    tree.tagged('textarea').find(isOwn) ?? formsOf(TICKED)[0] ?? formsOf(LINE).find(isLetter)
  if (!box) return null
  let holder: El = box
  while (holder.parent && holder.tag !== 'form' && holder.tag !== 'body') {
    if (holder.parent.to - holder.parent.from > 400) break
    holder = holder.parent
  }
  const words = squash(tree.flat.slice(holder.from, holder.to))
  return { quote: words === '' ? box.tag : clip(words, 40), at: [holder.start, holder.end] }
}

function formOf(el: El): El | null {
  let form = el.parent
  while (form !== null && form.tag !== 'form') form = form.parent
  return form
}

/** Answers to tick are sent by its button, and no word to look for is asked: a search may be narrowed by ticking. */
function isSurvey(tree: PageTree, form: El): boolean {
  const fields = tree.els
    .slice(form.i, form.last)
    .filter(({ tag }) => /^(?:input|button)$/.test(tag))
  return (
    fields.some(({ tag, attrs }) => tag === 'button' || SENT.test(attrs.type ?? '')) &&
    !fields.some(
      ({ attrs, from, to }) =>
        OTHER_BOX.test(`${attrs.name ?? ''} ${attrs.id ?? ''}`) ||
        /搜索|检索|查询|登录/.test(
          `${attrs.value ?? ''}${attrs.placeholder ?? ''}${tree.flat.slice(from, to)}`,
        ),
    )
  )
}
const WRITTEN = /意见|建议|诉求|(?:留言|来信|信件|咨询|问题|反映)(?:内容|描述|正文)/
const LINE = /^(?:|text)$/i
const TICKED = /^(?:radio|checkbox)$/i
const SENT = /^(?:submit|button|image)$/i

const FIELD_TYPE = /^(?:|text|tel|email|number|date|radio|checkbox|password|file)$/i
const SEARCHES = /search|keyword|sousuo|搜索|检索|关键[字词]|站内/i

/** Any box of the body to write in or to choose from, shown or behind a tab, that is no search of the site. */
export function isFillable(tree: PageTree, regions: Regions): boolean {
  return tree.els.some((el) => {
    if (el.tag !== 'input' && el.tag !== 'select' && el.tag !== 'textarea') return false
    if (el.tag === 'input' && !FIELD_TYPE.test(el.attrs.type ?? '')) return false
    const region = regions.of(el)
    if (region !== 'body' && region !== 'side') return false
    let holder: El | null = null
    for (let at: El | null = el; at !== null; at = at.parent) if (at.tag === 'form') holder = at
    const { name = '', id = '', placeholder = '', onchange = '' } = el.attrs
    const { action = '', id: form = '', class: look = '' } = holder?.attrs ?? {}
    return (
      !SEARCHES.test([name, id, placeholder, action, form, look].join(' ')) &&
      !/open\s*\(|location|jumpMenu/i.test(onchange)
    )
  })
}

/** All that stands in an article's place where it was taken away and its title left: 对不起，该信息已被管理员删除！ */
const REMOVED =
  /^(?:(?:非常)?(?:抱歉|对不起|很遗憾)[，,！!\s]*)?(?:该|此|本|您(?:所|要)?(?:访问|查看|浏览|请求)的)[条篇则]?(?:信息|文章|内容|页面|网页|稿件|新闻)(?:已经?被?|被)?(?:系统?管理员|管理员|发布者|发布单位|作者)?(?:删除|撤稿|撤回|下线|下架|移除|不存在|(?:尚?未|没有)(?:通过)?审核(?:通过)?|审核未通过|未发布)了?(?:[，,](?:暂时?)?(?:无法|不能|不予)(?:浏览|查看|访问|显示))?[！!。.\s]*$/
export const saysRemoved = (text: string): string | null => REMOVED.exec(squash(text))?.[0] ?? null
