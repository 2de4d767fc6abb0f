/**
 * Is a short text a Chinese person's name? Surnames of the Hundred Family Names that officials bear, with the common
 * words that begin like a surname kept out. A rule of thumb for leader pages only.
 */
import { type El, type PageTree, textOf } from './tree.ts'

const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞齐康伍余元顾孟平黄和穆萧肖尹姚邵汪祁毛狄米贝明戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓郁单洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳松段富巫乌焦巴牧谷车侯宓全班仰秋仲伊宫宁仇栾厉武符刘景詹束龙叶司黎薄印宿白怀蒲从鄂索赖卓蔺屠蒙池乔阴苍双闻莘党翟谭贡姬申扶堵冉宰桑桂牛寿边扈燕冀浦尚农温柴瞿阎闫慕连茹习艾鱼容向古易慎廖庾耿满匡国文寇广欧沃利蔚越夔隆师巩聂晁勾敖融冷訾辛那简饶曾沙养丰关相查后荆红游竺权逯盖益桓公付佟代苟岳鞠亢海年涂肇木阳战由麻原仝逄展初隋丛修门候覃甘庄牟卜辜丘晋苑邬臧邸郜晏迟糜鄢冼谌胥粟闭麦兰芦栗楚解楼应宗缪佘邝阚帅禹芮阙雍裘亓邰嵇戎檀昝赫杭况'
const COMPOUND =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|端木|南宫|完颜|西门'

/** Source of a regular expression for a name in running text. */
export const SURNAME_NAME = `(?:(?:${COMPOUND})[\\p{Script=Han}]{1,2}|[${SINGLE}][\\p{Script=Han}]{1,2})`

const WHOLE = new RegExp(`^${SURNAME_NAME}$`, 'u')
const MINORITY = /^[\p{Script=Han}]{1,6}[·•．][\p{Script=Han}]{1,6}$/u
/** Words of government pages that begin with a surname character. */
const WORDS =
  /信息|公开|政府|领导|新闻|动态|通知|公告|政策|法规|文件|解读|机构|职能|服务|办事|互动|交流|专题|专栏|首页|网站|地图|规划|计划|总结|安全|生产|管理|建设|项目|党建|党组|党务|党委|书记|局长|县长|市长|简介|简历|分工|班子|成员|更多|详细|查看|返回|关闭|打印|文明|文化|国家|国务|平台|平安|年度|报告|全部|全国|公示|公报|公共|公务|单位|农业|农村|海洋|林业|水利|方案|方式|明细|时间|时政|万元|高级|高新|金融|强农|和谐|双拥|广告|广播|关于|关注|查询|相关|联系|连接|原文|石油|温馨|曲阜|门户|从业|乐享|凤凰|江苏|江西|云南|广东|广西|海南|宁夏|安徽|贵州|吉林|黎族|那么|康养|常见|常务|史志|季度|荣誉|易地|向上|古城|桥梁|满意|展示|展览|修改|后台|初中|初审|甘肃|兰州|晋升|晋级|解决|解放|解答|解释|解除|闭幕|闭会|庄严|庄园|丘陵|楼宇|楼盘|楼市|楼房|楼梯|楼层|应急|应对|应用|应当|应诉|应届|应聘|宗教|宗旨|杭州|赫哲|况且/

/** The one heading of a leader's own page that is a name; several are a page of leaders. */
export function personIn(tree: PageTree, headings: readonly El[]): El | null {
  const own = headings.filter((el) => el.linked === 0 && /^h[1-4]$/.test(el.tag))
  const [first, ...others] = own.filter((el) => isPersonName(textOf(tree, el)))
  if (first === undefined || others.length > 0) return null
  return /工作分工|个人简历|简历|分管/.test(tree.flat.slice(first.to)) ? first : null
}

export function isPersonName(text: string): boolean {
  if (MINORITY.test(text)) return true
  // 常州, 金县: two characters that end like a place are one.
  if (/^.[州省市县区镇乡村]$/.test(text)) return false
  return WHOLE.test(text) && !WORDS.test(text)
}
