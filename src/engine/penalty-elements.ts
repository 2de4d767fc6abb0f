/**
 * Decisions on penalties among the entries of columns, and what each of them must say: what was done, and what was imposed.
 */
/** A decision on a penalty: 某市监处罚〔2026〕88号, 行政处罚决定书; several of them in one table have their numbers there. */
const PENALTY = /处罚决定书|罚(?:决)?(?:字)?[〔[（(]20\d\d[〕\]）)](?:第)?\s?\d+号/
const SHOWN = /行政处罚.{0,12}(?:公示|公开|公告|信息)|处罚(?:决定)?信息/
const NUMBERED = /罚[^\n\s]{0,6}[〔[（(]20\d\d[〕\]）)]/
/** A label with nothing behind it but the next one. */
const NO_VALUE =
  '(?!(?:行政)?(?:处罚|许可)?(?:决定|作出|执行|履行)?(?:书)?(?:日期|时间|机关|单位|部门|依据|文号|公示|$))'

export interface DecisionElement {
  readonly name: string
  readonly subject: string
  readonly sign: RegExp
  /** Missed only where all of these stand as labels: running text says it in words of its own. */
  readonly beside: readonly RegExp[]
}

/** 条例第二十条第六项 wants the decision itself: who was punished and when is none without what was done and imposed. */
export const PENALTY_ELEMENTS: readonly DecisionElement[] = [
  {
    name: '处罚的结果',
    subject: '行政处罚决定',
    beside: [],
    sign: new RegExp(
      `罚[款金]|没收|收缴|警告|训诫|记分|责[令成]|吊销|暂扣|扣留|注销|停产|停业|暂停|停止|终止|关闭|拘留|通报批评|降低|限制|禁止|撤销|取消|拆除|追缴|驱逐|取缔|给予|处罚(?:内容|结果|种类|类别|决定)(?:[和与及][^：:\\s]{1,6})?\\d?[：:\\s]\\s*${NO_VALUE}|[不免减]予?处罚|免罚|处以?.{0,12}[元圆]|\\d元|(?<![本此该]|处罚)决定(?![书日时文机编]|作出|字号|单位|部门)[\\u4e00-\\u9fff]`,
    ),
  },
  {
    name: '违法的事实',
    subject: '行政处罚决定：违法事实',
    beside: [
      /(?:^|\s)(?:当事人|(?:行政)?相对人|被处罚)[^\s：:]{0,8}[\s：:]/,
      /(?:^|\s)[^\s：:]{0,6}(?:文书?号|决定书|字号)[^\s：:]{0,4}[\s：:]/,
      /(?:^|\s)[^\s：:]{0,4}处罚(?:结果|内容|种类|类别|决定(?:日期|时间|机关))[^\s：:]{0,4}[\s：:]/,
    ],
    sign: new RegExp(
      `(?:事实|行为|案由|事由|案件名称|案情|理由|情节|问题)(?:[和与及][^：:\\s]{1,6})?[：:\\s]\\s*${NO_VALUE}|(?:存在|实施|发现|查明|涉嫌|因|从事|违反)[^，。\\n]{2,}|未(?:按|经|取得|依|履|建|落|在|及|如|申|公|办)|擅自|违[法规章建](?!所得|行为?人|事实)|超[范标限载期员速]|不符合|不合格|无(?:证|照)|过期|假冒|虚假|侵犯|逾期`,
    ),
  },
]

export function isPenalty(title: string, text: string): boolean {
  return PENALTY.test(title) || (SHOWN.test(title) && NUMBERED.test(text.replace(title, '')))
}

export function saysElement(
  { sign, beside }: DecisionElement,
  title: string,
  text: string,
): boolean {
  return sign.test(`${title}\n${text}`) || !beside.every((label) => label.test(text))
}
