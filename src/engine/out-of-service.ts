/**
 * Words by which a page, a line or a door says that a service does not work now: being mended, stopped, not yet opened. One
 * list for all who ask. Which words are about the thing in question, and how much else a page may say, is theirs to look at.
 */
import type { PageView } from '#model/site-view'

/** Hours of every day in which a service rests are no stop: 每日22:00至次日6:00暂停服务. */
const NOT_BY_HOURS = String.raw`(?<!(?:时间|夜间|节假日|休息日|[每当次]日|每晚|\d[:：时点])[^。\n]{0,12})`
const MENDED = '(?:升级|维护|建设|改造|调试|开发|检修)'
const USED = '(?:使用|服务|受理|提供|申请|开放|访问|查询|运行)'
/** 信息化建设中心, 开发中小企业, 建设中国特色…: no state of anything. */
/** What is said of stores of answers too, which work all the while: of the service by its name only. */
const ROUNDED = '(?:系统|功能|平台|页面|栏目|服务|模块)[^。；，,\\n]{0,4}(?:完善|整合)(?:之)?中'
const BEING = `${MENDED}(?:之)?中(?![心国央小])|正在(?:进行)?${MENDED}|${ROUNDED}`
const STOPPED = `${NOT_BY_HOURS}(?:(?:暂停|停止)(?:对外|在线|网上|线上|互联网)?(?:${USED}|提交|填报)|停用|(?:已|暂时)(?:经)?关闭)`
const FAILING = `(?:${MENDED}|故障)[^。；\\n]{0,12}(?:暂不|无法|不能)[^。；\\n]{0,4}${USED}`
const UNOPENED =
  '(?:尚|暂|还)?未(?:开通|上线|启用)(?![的者])|(?:尚|暂|还)未开放|暂不(?:开通|开放|提供|受理)|敬请期待'
const STATE = `${BEING}|${STOPPED}|${FAILING}|${UNOPENED}`

const SAID = new RegExp(STATE)

/** Follows the name of a thing that is not to be had: (在线申请)功能维护中，暂停使用. */
export const OUT_OF_SERVICE_NEXT = new RegExp(`^[^，。；\\n]{0,12}(?:${STATE})`)

/** What these words say of a service that does not work now; null where they say nothing of the kind. */
export function outOfService(words: string): string | null {
  return SAID.exec(words)?.[0] ?? null
}

/** Longer pages do more than tell that nothing works. */
const MOST_SAID = 120

/** The page of a service that says that it does not work now, and has nothing else to do. */
export function outOfServicePage({ page }: PageView): string | null {
  if (/^(?:home|form)$/.test(page.kind.value) || page.text.length > MOST_SAID) return null
  return page.writingBox != null ? null : outOfService(page.text.excerpt)
}
