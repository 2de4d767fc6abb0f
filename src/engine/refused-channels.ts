/**
 * Words of a guide that shut a way of applying: what 国办公开办函〔2017〕19号 does not allow of coming in person and of the post.
 * Told outright (不接受当面和信函申请), by what alone is open (仅通过网上申请系统受理), or by what is left over (其他方式不予受理).
 * A step of the application, and an office that is out for some days, refuse nothing for good.
 */
import { squash } from '#base/text'

/** Ways that may not be refused; telephone and word of mouth are none. */
const BASIC = '(?:当面|现场|线下|上门|窗口|柜台|邮寄|邮政|信函|书面|纸质|来人|来函|来信)'
const ONLINE =
  '(?:网上|网络|互联网|网站|网页|在线|线上|平台|系统|电子邮[件箱]|邮箱|电子(?:形式|方式))(?!注册|用户|内|管理|生成|自动)'
const TAKE = '(?:受理|接受|接收|接待|办理|提供|开通|支持)'
const NOT = '(?:不(?:再|予|会|能|便)?|恕不|概不|暂不|暂停|停止|取消|拒绝|谢绝)'
const WAY = '(?:方式|渠道|途径|形式)'
const OTHER = `(?:其他|其它|其余|别的|之外的?|以外的?)(?:任何)?(?:申请|提交|递交|受理)?的?${WAY}`

const TURNED_DOWN: readonly RegExp[] = [
  new RegExp(
    `${NOT}${TAKE}(?![^，。；]{0,14}(?:除外|代|咨询|查询|口头|电话|匿名|未|不[完齐符]|逾期))[^，。；]{0,10}${BASIC}[^，。；]{0,8}(?:申请|提交|递交|方式|受理|渠道)`,
  ),
  new RegExp(
    `(?:未|没有|不再?|暂不)(?:开通|提供|开放|设置|设立)[^，。；]{0,4}${BASIC}[^，。；]{0,12}(?:申请|受理|渠道|方式|窗口)`,
  ),
  new RegExp(
    `${BASIC}[^，。；]{0,14}(?:申请|提交|递交|方式|的)[^。；]{0,8}(?:一律|一概|概|均|暂)?(?:不(?:再|予)?|恕不)(?:受理|接受|接收)`,
  ),
  new RegExp(
    `(?:取消|关闭|停止|停办|撤销)[^，。；]{0,6}${BASIC}[^，。；]{0,4}(?:受理|申请|渠道|方式)`,
  ),
]
/** What alone is open, and what is left over; of no weight where the sentence names a basic way as open. */
const ALONE: readonly RegExp[] = [
  new RegExp(
    `(?:仅|只)(?!需|要|是|因|为)(?:能够?|可以?|限于?|通过|以|由|从|在|有|设有?|保留|了|本机关|${TAKE})*(?:的|本|以|通过|我[局镇乡办]|县|市|区)*[^，。；]{0,8}${ONLINE}[^，。；]{0,16}(?:申请|提交|提出|递交|受理|接收|方式|渠道|途径|$)`,
  ),
  new RegExp(
    `(?:申请|提交|受理|接收)的?(?:唯一)?(?:${WAY}|入口)?(?:的?唯一${WAY}|仅[限有]|只有)[^，。；]{0,12}${ONLINE}`,
  ),
  new RegExp(
    `唯一的?(?:申请|提交|受理|接收)?${WAY}[^，。；]{0,14}${ONLINE}|${ONLINE}[^，。；]{0,14}唯一的?(?:申请|提交|受理|接收)?${WAY}`,
  ),
  new RegExp(
    `(?:一律|必须|只能|仅能|统一)(?:通过|使用|登录|在)[^，。；]{0,10}${ONLINE}[^，。；]{0,8}(?:提出|提交|申请)[^。；]{0,20}(?:不(?:再|予)?|恕不)(?:受理|接受|接收)`,
  ),
]
const LEFT_OVER = new RegExp(
  `${NOT}${TAKE}[^，。；]{0,6}${OTHER}|${OTHER}[^，。；]{0,10}(?:一律|一概|概|均|暂)?(?:不(?:再|予)?|恕不)(?:受理|接受|接收)`,
)
const REQUEST = /申请|提交|提出|受理|接收/

/** 登录平台、提交后只受理网上补正 and the like are about one step of it; out of office hours, or while an office moves, none is refused for good. */
const STEP =
  /补正|进度|答复|结果|查询|投诉|举报|咨询|留言|预约|期间|节假日|休息|周末|非(?:工作|办公)|疫情|重复|再次|上传|需要|查阅|领取|下载/

/** The words that refuse, and the sentence they stand in; null where nothing does. */
export function refusedIn(text: string): { readonly words: string; readonly line: string } | null {
  for (const line of text.split(/[。；\n]/)) {
    if (STEP.test(line)) continue
    const words = [...TURNED_DOWN, ...aloneIn(line)]
      .map((test) => test.exec(line)?.[0])
      .find((one) => one !== undefined)
    if (words !== undefined) return { words, line: squash(line) }
  }
  return null
}

function aloneIn(line: string): readonly RegExp[] {
  if (!REQUEST.test(line) || new RegExp(BASIC).test(line)) return []
  return new RegExp(ONLINE).test(line) ? [...ALONE, LEFT_OVER] : ALONE
}
