/**
 * Words that put off what a page is there for: 统计数据整理后公布, 该栏目内容将于近期发布, 待有关部门报送后上传, 加载中. That the page says nothing
 * else is the reader's business; here only what such words are.
 */
import { squash } from './text.ts'

const LATER =
  '(?<![接招款优善对看期亏虐])待|(?<![大小中上少武名老])将|拟于|稍后|稍候|后续|日后|尽快|近期|近日|不日|随后|陆续|逐步|适时|择期|届时|抓紧|正在|尚在|还在|仍在|(?:整理|汇总|审[核定批]|统计|核[实定]|研究|报送|完成|完毕|结束|确定|批准|通过|收集)之?后'
const PUBLISH =
  '公布|公开|公示|发布|上传|上报|上线|上架|上墙|更新|补充|录入|添加|完善|充实|开通|开放|推出|提供|报送|填报|整理|汇总|收集|采集|梳理|编制|筹备|筹建|建设|制作|调试|改版|审核|加载|迁移'
/** 公开征求意见, 公开招聘: something that is done, and told. */
const DOING = '征[求集]|招[聘考募标]|选[拔聘调]|竞[争聘]|征订|听证|听取'
/** What a page may say of its own contents, and nothing of the world. */
const OWN =
  '本?该?此?(?:栏目|页面|专栏|专题|频道|版块|板块|子栏目|下级栏目)?的?(?:相关|有关|具体|详细|全部|其他|最新|历史)?(?:内容|信息|数据|资料|材料|事项|图表|清单|目录|文件|栏目|页面|名单|报表|条目)?'

/** 于2026年底发布, 统计局报送后发布: between the promise and the thing promised stands who and when. */
const PROMISE = new RegExp(`(?:${LATER})[^。；！!\\n]{0,14}?(?:${PUBLISH})(?!${DOING})`)
/** 内容整理中, 数据加载中…, 栏目筹备之中. */
const UNDER_WAY = new RegExp(`(?:${PUBLISH})(?:之)?中(?!心|国|文|小|央|级|学|医|华|外)`)
/** Said of nothing: 未更新, 暂未开展, 尚未上传. */
const NOT_YET = new RegExp(
  `^(?:${OWN})(?:暂未|尚未|还未|仍未|未|暂不|没有)(?:开展|开通|开设|设置|发布|更新|上传|公布|公开|录入|上线|添加|维护)(?:过|完成)?[。.!！]?$`,
)
const POLITELY =
  /(?:敬请|(?<!申)请)(?:耐心)?(?:期待|关注|留意|等待|等候|谅解|稍候|稍后|稍等)[^。！!\n]{0,6}/

/** A telephone number, an amount, an address of a page: something is told beside the promise. */
const TELLS = /\d{5,}|\d元|https?:|www\.|[〔[]20\d\d[〕\]]|[：:]\s*[^\s。]/

/** The words of a text that does no more than put off; null where it says something else. */
export function putOff(text: string): string | null {
  const said = squash(text)
  if (said === '' || said.length > MOST || TELLS.test(said)) return null
  const sentences = said.split(/[。；;！!]/).filter((one) => one.trim() !== '')
  const found = sentences.every((one) =>
    [PROMISE, UNDER_WAY, NOT_YET, POLITELY].some((words) => words.test(one)),
  )
  return found && sentences.length > 0 ? said : null
}
/** A promise of more words tells something beside. */
const MOST = 50

const INTRO =
  /^(?:栏目|频道|专栏)?(?:简介|介绍|说明)?[:：]?\s*(?:本|该|此)(?:栏目|频道|专栏|版块|板块)(?:主要|集中|统一|用于|依法|面向社会)*(?:公开|公布|发布|提供|展示|刊登|收录|登载)[^。\d]{2,80}[。.]?$/

/** 本栏目主要公开征地公告、补偿安置方案等信息。: what the column is to hold, and nothing that it holds. */
export function isColumnIntro(line: string): boolean {
  return INTRO.test(squash(line))
}
