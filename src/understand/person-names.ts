/**
 * Is a short text a Chinese person's name? Surnames of the Hundred Family Names that officials bear, with the common
 * words that begin like a surname kept out. A rule of thumb for leader pages only.
 */
import { type El, type PageTree, textOf } from './tree.ts'

const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞齐康伍余元顾孟平黄和穆萧肖尹姚邵汪祁毛狄米贝明戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓郁单洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳松段富巫乌焦巴牧谷车侯宓全班仰秋仲伊宫宁仇栾厉武符刘景詹束龙叶司黎薄印宿白怀蒲从鄂索赖卓蔺屠蒙池乔阴苍双闻莘党翟谭贡姬申扶堵冉宰桑桂牛寿边扈燕冀浦尚农温柴瞿阎闫慕连茹习艾鱼容向古易慎廖庾耿满匡国文寇广欧沃利蔚越夔隆师巩聂晁勾敖融冷訾辛那简饶曾沙养丰关相查后荆红游竺权逯盖益桓公付佟代苟岳鞠亢海年涂肇木阳战由麻原仝逄展初隋丛修门候覃甘庄牟卜辜丘晋苑邬臧邸郜晏迟糜鄢冼谌胥粟闭麦兰芦栗楚解楼应宗缪佘邝阚帅禹芮阙雍裘亓邰嵇戎檀昝赫杭况'
/** The rest of the Hundred Family Names; many begin common words, see COMMON. */
const RARER =
  '盘奉竹商水云花昌时湛计成茅危支管经宣贲诸钮滑於惠麴家羿汲邴井弓隗山蓬郗暴钭祖幸韶蓟咸籍鬱劳郦郤璩濮通郏别宦戈终暨居衡步都弘禄东殳厍毋乜巢蒯仉督缑郈琴归法汝钦佴伯墨哈谯笪爱言福酆伏'
const COMPOUND =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|端木|南宫|完颜|西门|万俟|夏侯|闻人|赫连|公羊|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|轩辕|钟离|鲜于|闾丘|司空|亓官|司寇|子车|颛孙|巫马|公西|漆雕|乐正|壤驷|公良|拓跋|夹谷|宰父|谷梁|段干|百里|东郭|南门|呼延|羊舌|微生|梁丘|左丘|东门'

/** Source of a regular expression for a name in running text. */
export const SURNAME_NAME = `(?:(?:${COMPOUND})[\\p{Script=Han}]{1,2}|[${SINGLE}${RARER}][\\p{Script=Han}]{1,2})`

const WHOLE = new RegExp(`^${SURNAME_NAME}$`, 'u')
const MINORITY = /^[\p{Script=Han}]{1,6}[·•．][\p{Script=Han}]{1,6}$/u
/** Words of government pages that begin with a surname character. */
const WORDS =
  /信息|公开|政府|领导|新闻|动态|通知|公告|政策|法规|文件|解读|机构|职能|服务|办事|互动|交流|专题|专栏|首页|网站|地图|规划|计划|总结|安全|生产|管理|项目|党建|党组|党务|党委|书记|局长|县长|市长|简介|简历|分工|班子|成员|更多|详细|查看|返回|关闭|打印|国家|国务|平台|年度|报告|全部|全国|公示|公报|公共|公务|单位|农业|农村|林业|水利|方案|方式|明细|时间|时政|万元|高级|高新|金融|强农|和谐|双拥|广告|广播|关于|关注|查询|相关|联系|连接|原文|石油|温馨|曲阜|门户|从业|乐享|凤凰|江苏|江西|云南|广东|广西|海南|宁夏|安徽|贵州|吉林|黎族|^(?:文明|文化|平安|海洋|建设|解放)|那么|康养|常见|常务|史志|季度|荣誉|易地|向上|古城|桥梁|满意|展示|展览|修改|后台|初中|初审|甘肃|兰州|晋升|晋级|解决|解答|解释|解除|闭幕|闭会|庄严|庄园|丘陵|楼宇|楼盘|楼市|楼房|楼梯|楼层|应急|应对|应用|应当|应诉|应届|应聘|宗教|宗旨|杭州|赫哲|况且/

/** Characters that are seldom a surname and often begin a word (商务, 水利, 计划, 经济, 东部). */
const COMMON =
  /^(?:盘[活点锦存查古龙]|奉[献节贤化新公劝命]|竹[山溪林编笋木器业园园海制艺子产北南]|商[界务业贸品标会户场城圈店铺用量议定事洽丘洛]|水[剂乳利务库电费源产文上资质域系泥污稻果厂平]|云[分端计平南服上盘图]|花[脸卉木园费生都]|昌[平吉盛乐]|时[间代政事期限效刻光评装]|计[划生算量件价时分]|成[果都立员功绩本长交品就为份文]|危[险房机化害旧]|支[持付出部队行撑援农教撤]|管[理委辖控道护线网制好局]|经[管历济费营验办信贸发开过理常典纪]|宣[传布讲读言誓城]|诸[多城暨位]|滑[坡雪县]|惠[民农企及州东安台济]|家[国庭长园乡政具电风教居禽畜]|井[盖冈研]|山[东西区水林体地洪塘村河火]|暴[雨力露雪]|祖[国传]|幸[福运]|咸[阳宁丰]|籍[贯]|劳[动务模资保力]|通[栏知告信报讯道过用行州胀辽化江畅航关]|别[跑的名墅人称]|终[止身端结审]|居[民住委家留]|衡[阳水南东]|步[行骤伐入道]|都[市匀江是]|弘[扬]|东[盟部区城西北南方莞营路街升阳台港]|督[查导促办学察]|归[口档集属还国并因]|法[国语律治院规制定人官庭学警援宣]|汝[州阳南城]|哈[尔密]|爱[鸟不心国民卫岗护]|言[论语行]|福[利建州彩田泉清鼎]|伏[法季]|茅[台箭])/

/** Of the rarer surnames, what ends like a place or an office is one (东平县, 商务科). */
const NO_NAME = new RegExp(`^[${RARER}].*[省市县区旗镇乡村局办科处室厅院所站会部队街路网]$`, 'u')

/** The one heading of a leader's own page that is a name; several are a page of leaders. */
export function personIn(tree: PageTree, headings: readonly El[]): El | null {
  const own = headings.filter((el) => el.linked === 0 && /^h[1-4]$/.test(el.tag))
  const [first, ...others] = own.filter((el) => isPersonName(textOf(tree, el)))
  if (first === undefined || others.length > 0) return null
  return /工作分工|个人简历|简历|分管/.test(tree.flat.slice(first.to)) ? first : null
}

const LATIN_NAME = /^[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}$/
/** How a life in English begins. */
const LATIN_LIFE = /\bborn (?:in|on)\b|\b(?:Mr|Ms|Mrs)\. ?[A-Z]/
const LATIN_REACH = 300

/** The one heading that is a name beside an office: `<title>` says both (县长 某某), or an English life stands below. */
export function personNamed(
  tree: PageTree,
  headings: readonly El[],
  head: string | null,
): El | null {
  if (head === null || head.length > 20) return null
  const [named, ...others] = headings.filter((el) => {
    const text = el.linked === 0 && /^h[1-4]$/.test(el.tag) ? textOf(tree, el) : ''
    if (isPersonName(text)) return head.includes(text)
    return LATIN_NAME.test(text) && LATIN_LIFE.test(tree.flat.slice(el.to, el.to + LATIN_REACH))
  })
  return named !== undefined && others.length === 0 ? named : null
}

export function isPersonName(text: string): boolean {
  if (MINORITY.test(text)) return !WORDS.test(text) && !/[处惩]罚|许可|强制/.test(text)
  // 常州, 金县: two characters that end like a place are one.
  if (/^.[州省市县区镇乡村]$/.test(text)) return false
  return WHOLE.test(text) && !WORDS.test(text) && !COMMON.test(text) && !NO_NAME.test(text)
}
