/**
 * What words of an advertisement do: name what commerce sells, cut a price, bid to order, or serve a public end all the same.
 * Words alone: where they stand, and whether that is an advertisement, is for others.
 */
import type { SalesSign } from '#model/page'

/** Trades that advertise: flats, loans, insurance, clinics, courses, cars, shops, franchises. */
const GOODS =
  /楼盘|开盘|售楼|现房|期房|精装|毛坯|洋房|公馆|华府|名邸|豪庭|别墅|商铺|旺铺|学区房|地铁房|购房(?!资格|补贴|提取)|看房|置业|[江湖海]景|首付|均价|贷款|借款|借钱|网贷|放款|下款|授信|无抵押|信用卡|急用钱|周转|惠民贷|[快闪秒易]贷|车险|投保|保险|理财|荐股|配资|男科|妇科|不孕|整形|整容|植发|近视手术|种植牙|口腔|眼科|医美|减肥|痔疮|体检套餐|驾校|学车|面试班|培训班|包过|不过退费|学历提升|考研|辅导班|[试免]听|论文|试[驾听]|SUV|4S店|新车|二手|购车(?!补贴)|家具|家居|装饰|装修|定制|橱柜|卫浴|净水[器机]|建材|专卖店|旗舰店|酒店|特曲|大曲|老窖|白酒|宽带|流量|话费|套餐|奶茶|火锅|酒楼|KTV|婚纱|珠宝|保健品|化妆品|面膜|电动车|空调|家电|手机|加盟|招商(?=[：:]?\s*(?:电话|热线|加盟))|诚招|代理商|经销商|开店|回收|手游|传奇/i

const NUMBER = '[\\d一二三四五六七八九十两]'
/** Less for it, or a price to lure: 首付8万起, 全场5折, 日息万三, 额度20万. */
const PRICE = new RegExp(
  [
    `${NUMBER}(?:\\.\\d+)?\\s?折`,
    '立减|立省|直降|立享|特惠|特价|促销|大促|酬宾|甩卖|清仓|直[销供]',
    '优惠(?!政策|待遇|条件|办法|贷款政策)',
    '买.{0,3}[赠送]|满\\s?\\d+.{0,2}减|返现|包邮|秒杀|抢购|红包|领券|有礼|好礼|送\\d+元',
    `[￥¥]\\s?\\d|\\d(?:\\.\\d+)?\\s?万?元?起|\\d\\s?元\\s?[/／每抵]|\\d元(?=\\s|$)`,
    `首付\\D{0,3}${NUMBER}|均价\\D{0,3}\\d|月[供付]\\D{0,3}\\d|零首付|0首付`,
    `[日月年]息[低仅至约]{0,3}\\s?[\\d万千百零]|年化(?:利率)?[低仅至约]{0,2}\\s?\\d|利率[低仅至约]{0,3}\\s?\\d|额度.{0,3}\\d|最高\\s?\\d+\\s?万|\\d+\\s?[-~至]\\s?\\d+\\s?万`,
    '免费(?:领|试|获取|报价|咨询|测|设计|量房)|盛大(?:开盘|开业)|隆重开业|火[爆热]|热[销卖]|发售|在售|名额有限|新客',
  ].join('|'),
)

const PHONE =
  /(?<!\d)(?:[48]00[-\s]?\d{3}[-\s]?\d{3,4}|0\d{2,3}[-－\s]?\d{7,8}|1[3-9]\d{9})(?!\d)|(?:热线|电话)[:：]?\s*\d/
const ORDER =
  /订购|预约|预定|立即|马上|赶快|点击|点我|抢|扫码|[进到]店|致电|品鉴|认筹|报名|随到随学|秒[批到]|极速|当[天日](?:放款|到账)|[即最]快|分钟(?:放款|到账)|凭身份证|热线|申请(?=[，,！!]|$)/
/** What may stand on a gambler's or a forger's sign. The public lotteries are no gambling. */
const SHADY =
  /博彩|赌场|赌博网|时时彩|六合彩|私彩|百家乐|葡京|威尼斯人|真人(?:娱乐|视讯|荷官|棋牌)|棋牌(?:游戏|平台|娱乐)|娱乐城|娱乐平台|亚博|北京赛车|PK10|电子游艺|彩票(?:平台|网|投注)|体育投注|注册送\d|裸聊|成人(?:电影|视频|网站)|约炮|代孕|办证(?:电话|公司)|代开发票|私服|毕业证代办/i
export const PUBLIC_LOTTERY = /福利彩票|体育彩票|福彩|体彩/

/** Sold for a public end, or a headline that tells of something: whether it is an advertisement is for a person. */
const PUBLIC_END =
  /扶贫|帮扶|助农|助企|惠企|公益|消费券|保障|安居|共有产权|人才|公租|配租|配售|回迁|安置|普惠|担保|贴息|公积金|创业|乡村振兴|以旧换新|助学|景[区点]|门票|旅游|博物馆|场馆|消费[季节月]|购物节|促消费|年货|展销|博览会|交易会|农产品|特产|招聘|惠民(?!贷)|政银|融资(?:服务)?平台|医保|社保|整治|查处|曝光|骗局|警惕|谨防|虚假|拍卖|法拍|[我全本][市县区省镇](?!房)|首[家个届]|记者|公安|捣毁|打击|落网|召开|举[办行]|印发|通知|公告|公示|办法|方案/
/** A lender's own talk, whatever end it claims to serve. */
const LENDER =
  /^(?!.*(?:警惕|骗局|谨防|整治|查处|曝光|公安|举报)).*(?:[日月]息|秒[批到]|极速|凭身份证|无抵押|当[天日]放款)/s

/** A dealer's own call: 商家热线4008-123-567, 厂家直销, whatever the goods. */
const DEALER =
  /^(?!.*(?:警惕|骗局|谨防|整治|查处|曝光|公安|举报|投诉|扶贫|帮扶|助农|助企|公益|消费券|以旧换新|振兴|补贴)).*(?:商家|厂家|厂商|店家|卖家|门店|旗舰店|专卖店)(?:咨询|订购|销售|订货|直销)?(?:热线|电话|直销|微信)/s

/** Each sign once, in the order of the model's list. */
export function salesSigns(words: string): readonly SalesSign[] {
  const found: SalesSign[] = []
  if (GOODS.test(words)) found.push('goods')
  if (PRICE.test(words)) found.push('price')
  if (PHONE.test(words)) found.push('phone')
  if (ORDER.test(words)) found.push('order')
  if (SHADY.test(words) && !PUBLIC_LOTTERY.test(words)) found.push('shady')
  if (PUBLIC_END.test(words) && !LENDER.test(words) && !DEALER.test(words)) found.push('public')
  return found
}

/** An offer in words: goods at a price, and whom to call or what to do; for no public end. */
export function sells(words: string): boolean {
  const says = salesSigns(words)
  const has = (sign: SalesSign): boolean => says.includes(sign)
  return has('goods') && has('price') && (has('phone') || has('order')) && !has('public')
}
