/**
 * Replies that answer nothing: each clause says that a matter came in, is done, was sent, may be read elsewhere. Where such a
 * reply owes more, and whether its page holds anything else, is for checks.
 */

/** Clauses of which a reply without an answer is made: what was asked came in, is done, was sent, may be read elsewhere. */
const HOLLOW: readonly RegExp[] = [
  /(?:收悉|收到)$/,
  /^(?:[^：:]{0,16}(?:建议|提案|议案|意见|事项|问题|提出的))?(?:我[局委办院县市区]|本[局委办院])?(?:现|均|目前|都)?(?:已经|已|业已)(?:全部)?(?:由[^：:]{2,12}?|按[^：:]{1,10}?|转[^：:]{2,12}?)?(?:书面|当面|电话|口头|网上|短信|现场)?(?:办结|办理|办复|答复|回复|落实|采纳|解决)(?:完毕|完成|结束|到位)?$/,
  /^(?:[您你]们?的)?(?:书面|具体)?(?:答复|复函|回复|办理)(?:意见|文件|件|函|情况|结果|内容)?(?:已经|已|业已).{0,8}(?:寄送|邮寄|寄出|寄达|送达|送交|交|函复|面复|反馈|告知).{0,12}$/,
  /^(?:办理|答复|办复|解决)?(?:结果|类别|情况|分类|性质|程度)?(?:为|[：:])?[ABCD甲乙丙]类?(?:[（(].{0,12}[）)])?$/i,
  /^(?:具体|详细|相关)?(?:答复|复函|回复|办理|内容|意见|情况|结果)*(?:全文)?请?(?:详见|见|参见|参阅)(?:来文|来函|原[文件]|附件|附后|(?:纸质|书面).{1,8})$/,
  /^[（(]?(?:答复|复函|回复|正文|具体|详细|办理)*(?:内容|全文|正文|意见|情况)?(?:从|省|此处省)?略[）)]?$/,
  /^(?:最后|再次|衷心|诚挚)*(?:感谢|谢谢)/,
  /^[\u4e00-\u9fff]{2,20}(?:局|委|委员会|办|办公室|厅|人民政府|中心)$/,
  /^[（(][^）)]{0,12}[）)]$/,
  /^(?:现|特)?(?:此复|特此.{0,4}|函复|答复如下)$/,
]

/** A name. */
const LITTLE = 4

/** Every clause of it is such a one. `around`: how a letter begins and ends. */
export function isHollowReply(own: string, around: RegExp): boolean {
  const plain = own.replace(/《[^》]*》|“[^”]*”|关于[^，。；]{2,40}?的(?=建议|提案|议案)/g, '')
  const said = plain
    .replace(around, ' ')
    .split(/[，。；！,;!\s]+/)
    .filter((clause) => clause !== '')
  const left = said.filter((clause) => !HOLLOW.some((test) => test.test(clause)))
  return left.length < said.length && left.join('').length < LITTLE
}
