/**
 * Decisions on penalties and permits among the entries of columns, and what each of them must say: what was done, by which rule,
 * what was imposed and how much; to whom and for what it was granted.
 */
/** A decision on a penalty: 某市监处罚〔2026〕88号, 行政处罚决定书; several of them in one table have their numbers there. */
const PENALTY = /处罚决定书|罚(?:决)?(?:字)?[〔[（(]20\d\d[〕\]）)](?:第)?\s?\d+号/
const SHOWN = /行政处罚.{0,12}(?:公示|公开|公告|信息)|处罚(?:决定)?信息/
const NUMBERED = /罚[^\n\s]{0,6}[〔[（(]20\d\d[〕\]）)]/
/** A label with nothing behind it but the next one. */
const NO_VALUE =
  '(?!(?:行政)?(?:处罚|许可)?(?:决定|作出|执行|履行)?(?:书)?(?:日期|时间|机关|单位|部门|依据|文号|公示|$))'

export interface DecisionElement {
  readonly kind: '行政处罚决定' | '行政许可决定'
  readonly name: string
  readonly subject: string
  readonly sign: RegExp
  /** Missed only where all of these stand as labels: running text says it in words of its own. */
  readonly beside: readonly RegExp[]
}

/** Labels between which nothing else tells it. */
const LABELLED: readonly RegExp[] = [
  /(?:^|\s)(?:当事人|(?:行政)?相对人|被处罚)[^\s：:]{0,8}[\s：:]/,
  /(?:^|\s)[^\s：:]{0,6}(?:文书?号|决定书|字号)[^\s：:]{0,4}[\s：:]/,
  /(?:^|\s)[^\s：:]{0,4}处罚(?:结果|内容|种类|类别|决定(?:日期|时间|机关))[^\s：:]{0,4}[\s：:]/,
]

/** 条例第二十条第六项 wants the decision itself: who was punished and when is none without what was done and imposed. */
export const DECISION_ELEMENTS: readonly DecisionElement[] = [
  {
    kind: '行政处罚决定',
    name: '处罚的结果',
    subject: '行政处罚决定',
    beside: [],
    sign: new RegExp(
      `罚[款金]|没收|收缴|警告|训诫|记分|责[令成]|吊销|暂扣|扣留|注销|停产|停业|暂停|停止|终止|关闭|拘留|通报批评|降低|限制|禁止|撤销|取消|拆除|追缴|驱逐|取缔|给予|处罚(?:内容|结果|种类|类别|决定)(?:[和与及][^：:\\s]{1,6})?\\d?[：:\\s]\\s*${NO_VALUE}|[不免减]予?处罚|免罚|处以?.{0,12}[元圆]|\\d元|(?<![本此该]|处罚)决定(?![书日时文机编]|作出|字号|单位|部门)[\\u4e00-\\u9fff]`,
    ),
  },
  {
    kind: '行政处罚决定',
    name: '违法的事实',
    subject: '行政处罚决定：违法事实',
    beside: LABELLED,
    sign: new RegExp(
      `(?:事实|行为|案由|事由|案件名称|案情|理由|情节|问题)(?:[和与及][^：:\\s]{1,6})?[：:\\s]\\s*${NO_VALUE}|(?:存在|实施|发现|查明|涉嫌|因|从事|违反)[^，。\\n]{2,}|未(?:按|经|取得|依|履|建|落|在|及|如|申|公|办)|擅自|违[法规章建](?!所得|行为?人|事实)|超[范标限载期员速]|不符合|不合格|无(?:证|照)|过期|假冒|虚假|侵犯|逾期`,
    ),
  },
  {
    kind: '行政处罚决定',
    name: '处罚的依据',
    subject: '行政处罚决定：依据',
    beside: LABELLED.filter((_, at) => at !== 1),
    sign: new RegExp(
      `(?:依据|法条|条款|法律法规)[^：:\\s]{0,6}[：:\\s]\\s*${NO_VALUE}|《[^》]{2,40}》|第[一二三四五六七八九十百\\d]{1,6}条|(?:依据|根据|依照|按照)[\\u4e00-\\u9fff]{2,}`,
    ),
  },
  {
    kind: '行政处罚决定',
    name: '罚款的金额',
    subject: '行政处罚决定：金额',
    beside: [],
    sign: /^(?![\s\S]*(?<![不免予])罚款)|罚[款没][^。；\n]{0,30}?[\d一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟零〇,，.]+\s*(?:万|千|百)?(?:余)?[元圆]|[元圆][^。；\n]{0,12}罚款|(?:金额|罚款)[^\n]{0,24}\d/,
  },
  {
    kind: '行政许可决定',
    name: '许可的内容',
    subject: '行政许可决定：内容',
    beside: [],
    sign: new RegExp(
      `(?:许可|审批|申请|批准)?(?:内容|事项|范围|项目|类别|类型|决定|名称)(?:名称)?[：:\\s]\\s*${NO_VALUE}|准予|同意|批准|许可你|核发|颁发|经营|建设|生产|采伐|取水|占用|从事|使用`,
    ),
  },
]

/** One permit: 准予行政许可决定书, 某水许〔2026〕12号. */
const PERMIT = /许可决定书|许(?:可)?(?:决)?(?:准)?字?[〔[（(]20\d\d[〕\]）)](?:第)?\s?\d+号/

export function isDecision(kind: DecisionElement['kind'], title: string, text: string): boolean {
  if (kind === '行政许可决定') return PERMIT.test(title)
  return PENALTY.test(title) || (SHOWN.test(title) && NUMBERED.test(text.replace(title, '')))
}

export function saysElement(
  { sign, beside }: DecisionElement,
  title: string,
  text: string,
): boolean {
  return sign.test(`${title}\n${text}`) || !beside.every((label) => label.test(text))
}
