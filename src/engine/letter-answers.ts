/**
 * What the answers to public letters (来信、留言) say: the words behind the line that begins the answer on a letter's own page,
 * whatever that line is called. Tells answers that say nothing of the letter, and one answer given to letters on other matters.
 */
import { compareForm } from '#base/text'
import type { Page } from '#model/page'
import { hiddenByScript, type PublicMessage, type SiteView } from '#model/site-view'
import { ownPage } from './messages.ts'

/** 答复内容：, 县水利局回复（2026-09-20）：, 官方回复 alone, 办理结果：…; not 答复时间, 答复单位. */
const ANSWER_HEAD =
  /^[\s【[（(]*[\u4e00-\u9fff]{0,20}?(?:答复|回复|回信|回应|解答|(?:办理|处理|处置|办结|反馈)(?:结果|情况|意见)|(?<![\u4e00-\u9fff])答)(?:内容|意见|正文|结果|情况|如下)?(?:[】\]]|[)）]?\s*(?:[（(][^（()）]{4,24}[)）]\s*)?(?:[:：\t|]\s*|$)|(?<=内容|意见|正文)\s)\s*[:：]?\s*/
/** What the asker hopes for begins no answer. */
const HOPES = /请|望|盼|期待|等待|何时|能否|一直|至今|[没未]有?/
/** A state behind 办理情况 is no answer yet. */
const STATE = /^(?:已|未|待|尚未|正在)?(?:办结|答复|回复|办理|处理|受理|办理中|处理中|公开)$/
/** Lines of the letter's own table and of the page around it. */
const FURNITURE =
  /^[\s【[]*(?:[\u4e00-\u9fff]{0,8}(?:时间|日期|单位|部门|机构|科室|状态|编号|类型|评价|满意度|点击|浏览|次数|字号|责任编辑|来源)\s*[】\]]?\s*[:：\t]|(?:附件|相关附件)\s*[:：]?\s*(?:无)?$|[您你]?(?:对)?[^\n。]{0,10}(?:是否)?满意|[扫打关返分收]?(?:一扫|打印|关闭|返回|分享|收藏)|上一|下一|责任编辑)/
/** A signature: a unit's name or a day, alone on its line. */
const SIGNATURE =
  /^\s*(?:[\u4e00-\u9fff]{2,24}(?:局|委|办|厅|处|所|中心|政府|办公室|委员会|大队|支队|街道|办事处|镇|乡|公司|信箱|网站)|20\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)\s*$/
/** What follows is another's letter. */
const NEXT_LETTER =
  /^\s*[【[]?(?:(?:来信|留言|提问|信件|咨询)[\u4e00-\u9fff]{0,4}|问|标题|主题|网友|网民)\s*[】\]]?\s*[:：\t]/

/** The answer of a page that shows one letter; null where no line begins one or more stands on it than was read. */
export function answerIn({ text, attachments, frames, pictures }: Page): string | null {
  // The code of an account in the foot answers nobody.
  const shown = (pictures ?? []).filter(({ inBody, code }) => inBody && !code)
  const more = attachments.length + frames.length + shown.length
  if (more > 0 || text.length > text.excerpt.length) return null
  const lines = text.excerpt.split('\n')
  const start = lines.findIndex((line) => {
    const [head] = ANSWER_HEAD.exec(line) ?? []
    if (head === undefined || HOPES.test(head)) return false
    return !STATE.test(line.slice(head.length).trim())
  })
  if (start < 0) return null
  const behind = lines.slice(start).map((line) => line.replace(ANSWER_HEAD, ''))
  const end = behind.findIndex((line, i) => i > 0 && NEXT_LETTER.test(line))
  return behind
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => !FURNITURE.test(line) && !SIGNATURE.test(line) && !STATE.test(line.trim()))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The answer to a letter that is printed as answered. */
export function answerTo(site: SiteView, message: PublicMessage): string | null {
  if (message.answeredOn === null && message.state !== 'answered') return null
  const view = ownPage(site, message)
  return view === undefined || hiddenByScript(view) !== null ? null : answerIn(view.page)
}

/** 详见附件 as the whole of an answer's substance; other papers' annexes, and what is put up or sent elsewhere, are not its. */
const SENDS =
  /(?<![》的文书])(?:请|可|均|详|具体|分别)?(?:详见|见|参见|查看|下载)(?:以下|下方|文后|文末)?(?:的)?附[件表]/
const ELSEWHERE =
  /附[件表][^，。；\n]{0,12}(?:邮箱|短信|微信|寄|另发|送达)|(?:已|另)[^，。；\n]{0,12}(?:发送|寄送|邮寄)/
/** An annex put into the answer itself. */
const ANNEX = /\n\s*[【（(]?附\s?[件表]/
const DOOR = /附\s?[件表]|下载|\.(?:pdf|docx?|xlsx?|ofd|wps|zip|rar)/i

/** Words of the answer that send to a file, where its page offers none. */
export function promisesFile(site: SiteView, message: PublicMessage): boolean {
  const answer = answerTo(site, message)
  if (answer === null || !SENDS.test(answer) || ELSEWHERE.test(answer) || ANNEX.test(answer))
    return false
  const links = ownPage(site, message)?.page.links ?? []
  return !links.some(
    ({ text, area, url }) =>
      area !== 'nav' && area !== 'footer' && (DOOR.test(text) || DOOR.test(url)),
  )
}

const PHONE = /(?:0\d{2,3}[-—－ ]?)?\d{7,8}|1\d{10}|12\d{3}/.source
/** 请拨打0579-87651234咨询, 请与县交通局联系, 电话：…: whom to ask instead. */
const SENT_TO_ASK = new RegExp(
  `(?<=^|[，,。；;！!\\n])(?:[^，,。；;！!\\n]{0,20}?(?:请|可|建议|欢迎)[^，,。；;！!\\n]{0,24}?(?:拨打|致电|咨询|联系|联络)|(?:[^，,。；;！!\\n]{0,10}(?:电话|热线|联系方式)[：:为是]))(?![^，,。；;！!\\n]*(?:办理|申请|申领|领取|预约|携带))(?:(?:${PHONE})|[^，,。；;！!\\n\\d]){0,40}(?=$|[，,。；;！!\\n])`,
  'g',
)

/** 已转交某局办理, 已收悉, 我们高度重视: what is said of every letter, and nothing of this one. */
const SAID_OF_ALL = new RegExp(
  [
    '(?:非常|衷心|再次)?(?:感谢|谢谢)您?[\\u4e00-\\u9fff、]{0,20}?(?:关心|支持|关注|理解|监督|参与|信任)',
    '您好|你好|尊敬的?|亲爱的|(?:来信人|网友|网民|市民|先生|女士|同志|朋友|群众)',
    '您?(?:反映|提出|咨询|所提|留言|来信|反馈|投诉)的?(?:相关|有关)?(?:内容|问题|情况|事项|建议|意见|诉求|事宜)?',
    '您的?(?:宝贵)?(?:来信|留言|诉求|建议|邮件|信件|问题|意见|事项)',
    '(?:我们|我方|县委县政府|我局|我县|我市|我区|我镇|我委|我单位|本单位|本局|县里|现|此件|该件|该信件|经研究|已经?|将|会)',
    '(?:尽快|及时|立即|抓紧|第一时间|认真|高度|按照?|依法|依规|有关|相关|规定|程序|要求)(?:按规定|按程序)?|高度重视|深表重视|重视',
    '已?阅(?:处|悉|知)?|知悉|知道了|同上|收悉|收到|登记|记录|受理|签收',
    '(?:转|移|交|批|反馈|汇报|上报|报)(?:交|送|办|由|给|至|到)*[\\u4e00-\\u9fff]{0,16}?(?:局|委|办|中心|镇|乡|街道|公司|部门|单位|科室|站|大队|支队|领导)',
    '由(?:其|相关|有关)?|(?:责任|承办|职能|主管|属地)?(?:部门|单位|科室|领导)(?:进行|予以)?|负责',
    '(?:进行|加以|作出)?(?:办理|处理|核实|核查|调查|研究|落实|答复|回复|处置|安排|跟进|督促|督办|协调|解决)(?:完毕|后|中|结果)?',
    '请(?:您)?(?:耐心|静候|保持电话畅通)?(?:等待|等候|稍候|知悉|佳音)?|(?:有结果后?)?(?:反馈|告知|与您联系|联系您)(?:您|给您)?',
    '(?:非常|衷心|再次)?感谢您?(?:的来信|的留言|对我?们?[\\u4e00-\\u9fff]{0,10}工作的?)?(?:的)?(?:理解|关心|关注|支持|监督|来信|参与|和|与|及|、)*|谢谢(?:您|支持)?|欢迎(?:继续)?(?:监督|来信)',
    '[，,。.！!；;、：:\\s]|的|一事|并|对|予以|给予|再次|祝您?(?:生活愉快|工作顺利|身体健康|万事如意)*|此复|特此(?:回复|答复)',
  ].join('|'),
  'g',
)
/** So much of its own must an answer say; a word that grants or denies is enough. */
const LEAST_SAID = 6
const DECIDES =
  /可以|可行|不[能可予行会是需用]|无[需法须]|需要?|没有|未|符合|属于|是的|(?:修复|整改|清理|清运|拆除|完成|发放|恢复|更换|安装|开通|到位|打款|缴清|化解)|\d/

/** Nothing but that the letter came, is taken to heart or was handed on. */
export function answersNothing(answer: string | null): boolean {
  // What a file says is told by the file.
  if (answer === null || answer === '' || SENDS.test(answer)) return false
  const told = answer.replace(SENT_TO_ASK, '')
  return told.replace(SAID_OF_ALL, '').length < LEAST_SAID && !DECIDES.test(told)
}

/** Who asks for a number or an office is answered by it. */
const ASKS_WHOM =
  /电话|号码|热线|联系方式|找谁|找哪|哪个(?:部门|单位)|咨询哪|问谁|哪里(?:咨询|反映)/
/** The letter is printed as settled, not merely as replied to. */
const CLOSED = /(?:状态|进度|结果|情况)[^\n]{0,6}(?:已?办结|办理完[毕成]|已完成)|^[^\n]*已办结/

/** Letters whose answer says nothing; `closed`: such as are printed as settled and were only handed on. */
export function hollowAnswers<M extends PublicMessage>(
  site: SiteView,
  messages: readonly M[],
): { readonly closed: readonly M[]; readonly open: readonly M[] } {
  const closed: M[] = []
  const open: M[] = []
  for (const message of messages) {
    const answer = answerTo(site, message)
    if (answer === null || !answersNothing(answer)) continue
    const asked = ownPage(site, message)?.page.text.excerpt.split(answer.slice(0, 20))[0] ?? ''
    const isSent = answer.search(SENT_TO_ASK) >= 0
    if (isSent && ASKS_WHOM.test(`${message.title}\n${asked}`)) continue
    const isClosed = CLOSED.test(message.place.quote) || CLOSED.test(asked)
    if (isClosed && !isSent) closed.push(message)
    else open.push(message)
  }
  return { closed, open }
}

/** Letters of an answer fewer than which many letters may rightly share. */
const LEAST_COPIED = 24
/** Words that titles of letters share whatever they are about. */
const OF_ALL_TITLES =
  /关于|咨询|问题|建议|投诉|反映|请问|如何|怎么|怎样|什么|办理|何时|的|了|是否|能否|可否|情况/g

/** Letters on different matters that bear one answer, word for word: the largest such set. */
export function copiedAnswers<M extends PublicMessage>(
  site: SiteView,
  messages: readonly M[],
): readonly M[] {
  const byAnswer = new Map<string, M[]>()
  for (const message of messages) {
    const answer = answerTo(site, message)
    if (answer === null || answersNothing(answer)) continue
    const key = compareForm(answer)
    if (key.length < LEAST_COPIED) continue
    const same = byAnswer.get(key) ?? []
    if (same.every(({ title }) => areOther(title, message.title))) same.push(message)
    byAnswer.set(key, same)
  }
  return [...byAnswer.values()].reduce((best, one) => (one.length > best.length ? one : best), [])
}

/** Two titles without a pair of letters in common. */
function areOther(one: string, other: string): boolean {
  const bare = (title: string): string => compareForm(title).replace(OF_ALL_TITLES, ' ')
  const [a, b] = [bare(one), bare(other)]
  return ![...a].some((letter, i) => {
    const pair = `${a[i - 1] ?? ' '}${letter}`
    return !pair.includes(' ') && b.includes(pair)
  })
}
