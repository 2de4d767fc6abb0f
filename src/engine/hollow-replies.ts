/**
 * Replies that answer nothing: each clause says that a matter came in, is done, was sent, may be read elsewhere. Where such a
 * reply owes more, and whether its page holds anything else, is for checks.
 */

/** Whom it is about: the matter, who brought it, who answers. */
const MATTER = '(?:(?:该|此|本|这)?(?:件|项|条|份)?(?:建议|提案|议案)|[该此本这][件项条份])'
const BRINGER =
  '(?:(?:领衔|提案|建议|各位|相关|有关)?(?:[\\u4e00-\\u9fff×xX*某]{1,4})?(?:代表|委员)(?:本人|们)?|(?:提案|建议|提出)[人者]|(?:民主党派|工商联|各界别|对方))'
const OFFICE =
  '(?:(?:我|本)(?:[局委办院厅镇乡县市区]|街道|单位)|[\\u4e00-\\u9fff]{2,14}(?:局|委|办|委员会|办公室|政府|中心|街道|[镇乡厅院]))'
const SURELY = '(?:已经|已|业已|均|现|目前|都|全部|经|按时|按期|如期|及时|认真|积极|分别|并)'
const HANDLED =
  '(?:办结|办理|办复|答复|回复|函复|面复|复函|反馈|送达|沟通|见面|面商|联系|对接|走访|交流)'

/** Clauses of which a reply without an answer is made: what was asked came in, is done, was sent, may be read elsewhere. */
const HOLLOW: readonly RegExp[] = [
  /(?:收悉|收到)$/,
  /^(?:[^：:]{0,16}(?:建议|提案|议案|意见|事项|问题|提出的))?(?:我[局委办院县市区]|本[局委办院])?(?:现|均|目前|都)?(?:已经|已|业已)(?:全部)?(?:由[^：:]{2,12}?|按[^：:]{1,10}?|转[^：:]{2,12}?)?(?:书面|当面|电话|口头|网上|短信|现场)?(?:办结|办理|办复|答复|回复|落实|采纳|解决)(?:完毕|完成|结束|到位)?$/,
  /^(?:[您你]们?的)?(?:书面|具体)?(?:答复|复函|回复|办理)(?:意见|文件|件|函|情况|结果|内容)?(?:已经|已|业已).{0,8}(?:寄送|邮寄|寄出|寄达|送达|送交|交|函复|面复|反馈|告知).{0,12}$/,
  /^(?:办理|答复|办复|解决)?(?:结果|类别|情况|分类|性质|程度)?(?:为|属于?|[：:])?[ABCD甲乙丙]类?(?:[（(].{0,12}[）)])?$/i,
  /^(?:具体|详细|相关)?(?:答复|复函|回复|办理|内容|意见|情况|结果)*(?:全文)?请?(?:详见|见|参见|参阅)(?:来文|来函|原[文件]|附件|附后|(?:纸质|书面).{1,8})$/,
  /^[（(]?(?:答复|复函|回复|正文|具体|详细|办理)*(?:内容|全文|正文|意见|情况)?(?:从|省|此处省)?略[）)]?$/,
  /^(?:最后|再次|衷心|诚挚)*(?:感谢|谢谢)/,
  /^[\u4e00-\u9fff]{2,20}(?:局|委|委员会|办|办公室|厅|人民政府|中心)$/,
  /^[（(][^）)]{0,12}[）)]$/,
  /^(?:现|特)?(?:此复|特此.{0,4}|函复|答复如下)$/,
  // 已当面答复提案人, 经与委员电话沟通: that one spoke, not what was said.
  new RegExp(
    `^(?:${MATTER}|${OFFICE})?${SURELY}{1,3}(?:由(?:${OFFICE})${SURELY}*)?(?:(?:向|与|和|同|给)${BRINGER})?(?:进行了?|作了?|做了?|取得)?(?:书面|当面|电话|口头|网上|现场|面对面|上门|正式)*(?:${HANDLED}[、和并]?){1,3}(?:完毕|完成|结束|到位|了)?[给至]?(?:${BRINGER})?$`,
  ),
  new RegExp(
    `^(?:并|且|现)?(?:已|已经)?[将把](?:书面|正式)?(?:答复|复函|办理|回复)(?:意见|文件|件|函|情况|结果)?(?:书面|当面|正式)?(?:寄送|邮寄|寄|送|送达|送交|反馈|函复|告知|报送)[给至]?(?:${BRINGER})?$`,
  ),
  // 提案人表示满意: what the other side said of it.
  new RegExp(
    `^(?:得到|并得到|获得)?(?:了)?(?:${BRINGER})?(?:均|都|也|的)?(?:[对就][^，]{0,14}(?:办理|答复|工作|结果|情况|意见|态度))?(?:均|都)?(?:表示|评价|反馈|满意度|满意情况|评议|意见)*(?:为|[：:])?\\s*(?:非常|很|十分|基本|比较|完全)?(?:满意|认可|同意|理解|肯定|无异议|无意见|没有意见)(?:率?为?100[%％])?$`,
  ),
  new RegExp(
    `^(?:${OFFICE})?(?:对此)?(?:(?:高度|十分|非常)重视|(?:认真|积极|及时|迅速|专题|专门)*(?:组织)?(?:研究|办理|落实|承办|部署|对待)+)$`,
  ),
]

/** 该提案由县民政局主办: who was to answer, which alone does not say that anybody did. */
const ASSIGNED: readonly RegExp[] = [
  new RegExp(
    `^(?:${MATTER})?(?:是|为)?(?:由|交由?|转|确定)?(?:${OFFICE})?(?:[、和会同与](?:${OFFICE}))*(?:主办|承办|协办|会办|办理|牵头(?:办理)?|负责(?:办理|答复|承办)?)$`,
  ),
  new RegExp(`^(?:主办|承办|协办|会办|答复)(?:单位|部门|机关|科室)?[：:]\\s*(?:${OFFICE}、?)+$`),
]

/** When and in what way it was handled. */
const WHEN =
  /(?:分别)?[于在]\s*(?:20\d\d\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:[之以]?前|上午|下午|[上中下]旬)?(?:内)?|(?:以|通过|采取)(?:书面|当面|电话|函件|面商|见面|上门|座谈|[、和或])+(?:的)?(?:形式|方式)?/g

/** （市政协十四届三次会议第87号） */
const NUMBERED = /[（(][^）)]{0,30}第?\s*\d+\s*号[^）)]{0,10}[）)]/g
/** 政协委员提出的, before what was brought. */
const BROUGHT = /[\u4e00-\u9fff×某]{0,10}(?:代表|委员)(?:联名)?(?:提出|领衔)的?(?=已|业已|经|均)/g

/** A name. */
const LITTLE = 4

/** Every clause of it is such a one. `around`: how a letter begins and ends. */
export function isHollowReply(own: string, around: RegExp): boolean {
  const plain = own
    .replace(WHEN, '')
    .replace(/《[^》]*》|“[^”]*”|关于[^，。；]{2,40}?的(?=建议|提案|议案)/g, '')
    .replace(NUMBERED, '')
    .replace(BROUGHT, '')
  const said = plain
    .replace(around, ' ')
    .split(/[，。；！,;!\s]+/)
    .filter((clause) => clause !== '')
  const left = said.filter((clause) => ![...HOLLOW, ...ASSIGNED].some((test) => test.test(clause)))
  const isHandled = said.some((clause) => HOLLOW.some((test) => test.test(clause)))
  return isHandled && left.join('').length < LITTLE
}
