/**
 * Words on a page that stand for what is not there: 详见附件 (and no file), 资料整理中，敬请期待, 详见官网, a meeting of which only is
 * said that it was held. Whether the page offers anything else is for its reader to know.
 */
import { putOff } from '#base/put-off'
import { compareForm } from '#base/text'

/** Nothing, or words that send to a file or a button. */
const EMPTY =
  /^(?:(?:具体|详细)?(?:内容|信息|情况)?(?:请)?(?:详?见|参见|查看|下载)?(?:以下)?附件(?:\d|[一二三四])?[:：]?|(?:请)?点击(?:此处|这里|下载|查看|进入)*|正文|(?:会议|相关|具体|详细)?(?:内容|情况|议题|材料)?(?:从)?略|测试|test)?[。.！!…]*$/i
/** 资料整理中，敬请期待。: what it speaks of and when it may come, and no word of its own. */
const OF_NOTHING =
  /内容|资料|材料|信息|数据|栏目|页面|文本|全文|正文|文件|规划|方案|报告|本|该|相关|有关|具体|详细|情况|清单|目录|正在|持续|暂未|尚未|待|更新|完善|建设|维护|补充|整理|上传|收集|汇总|编制|编辑|编写|起草|印制|审定|报批|录入|审核|制作|准备|添加|发布|公布|公开|进行|中|于|在|已|将|即将|稍后|稍候|后|陆续|近期|及时|另行|敬请|请|期待|关注|谅解|谢谢|您的|[，。、；：:;,.!！…~～\s]/g
const WAITS =
  /正在|待|尚未|暂未|中[，。,.!！…]*$|更新|完善|建设|维护|整理|补充|期待|稍[后候]|陆续|另行|即将/
/** 详见官网: to a place that it does not name, and to which nothing leads. */
const SENT_AWAY =
  /^(?:(?:具体|详细|相关|有关)?(?:内容|信息|情况|标准|全文|资料|详情)?[，,]?(?:请|可|敬请)?(?:详见|见|参见|参阅|登[录陆]|访问|关注|查阅|查看|浏览|到|前往|咨询)(?:[我本]?(?:局|委|办|单位|部门|公司|企业|中心|院|校)|政府|官方|微信|门户|一楼|办公楼|服务)*(?:官网|网站|公众号|公告栏|公示栏|公开栏|窗口|大厅|现场)(?:查询|查看|查阅|了解|浏览|下载|咨询)?)[。.!！]?$/

/** 该栏目内容正在完善: put off, and said of itself; 系统升级，暂停服务 is what a notice tells. */
const OF_ITSELF =
  /^(?:[该本此]|具体|详细|相关|有关)*(?:栏目|页面|正文|内容|信息|数据|资料|材料|附件|文件)/

/** （会议内容略）: what stands in brackets alone says no more than without them. */
export function isEmptyTalk(said: string): boolean {
  if (said.length <= SHORT && (SEE_FILE.test(said) || PROMISED.test(said))) return true
  if (OF_ITSELF.test(said) && putOff(said) !== null) return true
  const bare = said.replace(/^[（(【[]([^（(【[）)】\]]*)[）)】\]][。.]?$/, '$1')
  const isWaiting = bare.replace(OF_NOTHING, '') === '' && WAITS.test(bare)
  return EMPTY.test(bare) || isWaiting || SENT_AWAY.test(bare)
}

/** 权责清单共计312项，见附件。: what the entry is for stands in a file, and there is none. */
const SEE_FILE =
  /(?:全文|正文|文本|内容|详情|情况|名单|清单|目录|结果|明细|一览|[表件图项条个名家人])?(?:[，,。；;：: ]|^)(?:具体|详细|内容|全文|名单|清单)?(?:请)?(?:详?见|附于|列于)(?:本页|页面|文末|文后)?附(?:件|表)(?:\d|[一二三四])?[。.]?$|(?:全文|正文|文本|内容|详情|情况|名单|清单|目录|结果|明细)(?:详)?见附(?:件|表)[。.]?$/
const SHORT = 90
/** 现将…公示如下： and nothing below; （名单和金额略）, what the entry was to tell left out. */
const PROMISED =
  /(?:公[布示开告]|通报|情况|名单|结果|清单|明细)[^，。；]{0,6}(?:如下|附后)[：:。]?$|(?<!(?:其他|其余|以下|部分|后面)[^，。；（(]{0,6})(?:名单|金额|明细|全文|正文|内容|目录|清单|表格?|数据|结果|标准|对象|附件)[^，。；]{0,4}(?:从|省|均)?略[)）】]?[。.]?$/

const DAY = /(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?|20\d\d-\d{1,2}-\d{1,2}/g

/** 10月22日，市政府召开第57次常务会议。 beneath 市政府召开第57次常务会议: what was dealt with is not said, be it told who presided. */
export function saysOnlyHeld(title: string, said: string): boolean {
  if (!MEETING.test(title)) return false
  const [own = '', words = ''] = [title, said].map((one) => compareForm(one.replace(DAY, '')))
  const isShort =
    NUMBERED.test(title) && said.length <= MOST_HELD && /召开|举行/.test(said) && !MATTER.test(said)
  return isShort || HELD.test(words.replaceAll(own, ''))
}

/** 于今日召开: all that is said of it is that it was. */
const HELD = /^(?:[于在今日上下午昨天顺利胜隆重圆满开]|召开|举行|结束|闭幕)*$/
/** What it was about. */
const MATTER =
  /审议|研究|听取|传达|学习|部署|通过|讨论|强调|指出|要求|议题|议程|决定|分析|安排|总结|汇报|讲话|签订|《|事项|问题|推进|贯彻|落实|就[\u4e00-\u9fff]|围绕|关于|工作(?!会议|报告会)|情况|内容|纪要|方案|项目/
const NUMBERED = /第.{1,8}次/
const MOST_HELD = 90

/** Other titles may say by themselves what there is to be known. */
const MEETING = /召开.{0,30}会议?$|第.{1,8}次(?:常务|全体|党组|办公|专题)?(?:（扩大）)?会议?$/
