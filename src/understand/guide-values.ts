/**
 * Elements of a service guide whose row bears a name of its own (打给谁 | 0720-3300135): told by what the value is. Only cells
 * that hold nothing else tell one, and rows that are known to be of other matters never do.
 */

const SIGNS: readonly (readonly [element: string, sign: RegExp])[] = [
  [
    '设定依据',
    /^(?:根据|依据)?《[^《》]{2,40}(?:法|条例|规定|办法|细则|意见|通知|决定|规程|规范)(?:[（(][^（）()]{1,8}[）)])?》/,
  ],
  [
    '办理地点',
    /^[^。；，]{2,40}(?:大厅|窗口|服务中心|[一二三四五六七八九十\d]+(?:楼|层|室|号)|[一二三四五六七八九十\d]+号窗口?)$/,
  ],
  [
    '办理时间',
    /^(?:法定)?(?:工作日|周一|星期一|每周|每天|上午|夏[季令])[^。]{0,12}\d{1,2}\s?[:：点时]/,
  ],
  [
    '联系电话',
    /^(?:[（(]?0\d{2,3}[）)]?[-—－ ]?)?[2-9]\d{6,7}(?:[、，,；/ ]\s?(?:0\d{2,3}[-—－ ])?[2-9]?\d{6,7})*$|^12345$/,
  ],
  ['办理流程', /^[^。；]{2,12}(?:(?:→|⇒|➔|－＞|->|—>|＞)[^。；]{2,16}){2,}/],
]
/** Laws, places and numbers of other matters. */
const OF_OTHERS =
  /收费|费用|监督|投诉|举报|传真|救济|复议|诉讼|权利|责任|罚|结果|送达|查询|网[址站]|邮|注意|备注|说明|来源|附件|主管|年检|变更/
const LABEL = /^[\u4e00-\u9fff]{2,8}[？?：:]?$/

export function elementsByValue(
  lines: readonly string[],
  isLabel: (cell: string) => boolean,
): readonly string[] {
  return lines.flatMap((line) => {
    const [label = '', value = '', ...more] = line.split('\t').map((cell) => cell.trim())
    if (more.length > 0 || !LABEL.test(label) || OF_OTHERS.test(label) || isLabel(label)) return []
    return SIGNS.flatMap(([element, sign]) => (sign.test(value) ? [element] : []))
  })
}
