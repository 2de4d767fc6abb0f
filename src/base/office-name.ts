/** Full and short names of offices. */
import { compareForm, standsInOrder } from './text.ts'

/** 委员会, 联合会 and 办公室 are shortened from the front: 国资委, 残联, 国动办. */
function endOf(name: string): string {
  return name
    .replace(/委员会$/, '委')
    .replace(/联合会$/, '联')
    .replace(/办公室$/, '办')
}

/**
 * 住建局 is 住房和城乡建设局, 发改委 is 发展和改革委员会: first and last character the same, the others in their order. Both
 * in comparison form and without the place they stand for; a name is no short form of itself.
 */
export function isShortOffice(short: string, whole: string): boolean {
  const [few, all] = [endOf(short), endOf(whole)]
  if (few.length < 3 || all.length <= few.length) return false
  if (few[0] !== all[0] || few.at(-1) !== all.at(-1)) return false
  return standsInOrder(few, all)
}

/** The peoples after whom autonomous places are named; 维吾尔, 哈萨克 and some others without 族. */
const PEOPLES =
  '(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?)+'
const AUTONOMOUS = new RegExp(`(?<=[^省市州区盟旗县族])${PEOPLES}自治(?=[区州县旗])`)

/**
 * In comparison form as its own papers call a body: 某河蒙古族藏族自治县人民政府 is 某河县人民政府, 某高新技术产业开发区管理委员会
 * 某高新区管委会.
 */
export function officeForm(name: string): string {
  return compareForm(name)
    .replace(AUTONOMOUS, '')
    .replace(/高新(?:技术)?(?:产业)?开发区/, '高新区')
    .replace(/经济(?:技术)?开发区/, '经开区')
    .replace(/管理委员会/, '管委会')
}
