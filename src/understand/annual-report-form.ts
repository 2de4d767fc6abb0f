/** Rows of the annual report's three forms, in printed order, with the words that mark them (domain-rules D). */

export interface FormRow {
  readonly key: string
  readonly sign: RegExp
}

/** 表二. Number of cells behind the label in the form of 2021. */
export const PROACTIVE_ROWS: readonly (FormRow & { readonly cells: number })[] = [
  { key: 'rules', sign: /^规章$/, cells: 3 },
  { key: 'normativeDocuments', sign: /^(行政)?规范性文件$/, cells: 3 },
  { key: 'licensing', sign: /^行政许可$/, cells: 1 },
  { key: 'otherServices', sign: /^其他对外管理服务事项$/, cells: 1 },
  { key: 'penalties', sign: /^行政处罚$/, cells: 1 },
  { key: 'compulsion', sign: /^行政强制$/, cells: 1 },
  { key: 'fees', sign: /^行政事业性收费$/, cells: 1 },
  { key: 'procurement', sign: /^政府集中采购$/, cells: 2 },
]

/** 表三, 25 rows. */
export const REQUEST_ROWS: readonly FormRow[] = [
  { key: 'new', sign: /本年新收/ },
  { key: 'carriedOver', sign: /上年结转/ },
  { key: 'granted', sign: /予以公开/ },
  { key: 'partlyGranted', sign: /部分公开/ },
  { key: 'stateSecret', sign: /国家秘密/ },
  { key: 'forbiddenByLaw', sign: /法律行政法规禁止|其他法律.{0,8}禁止/ },
  { key: 'threeSafeties', sign: /三安全一稳定/ },
  { key: 'thirdParty', sign: /第三方合法权益/ },
  { key: 'internalMatters', sign: /三类内部|内部管理事务|内部事务/ },
  { key: 'processInformation', sign: /四类过程|过程性信息/ },
  { key: 'enforcementFiles', sign: /行政执法案卷/ },
  { key: 'administrativeQueries', sign: /行政查询/ },
  { key: 'notHeld', sign: /不掌握/ },
  { key: 'needsMaking', sign: /另行制作/ },
  { key: 'stillUnclear', sign: /补正后.{0,8}不明确/ },
  { key: 'complaints', sign: /信访|举报投诉/ },
  { key: 'repeated', sign: /重复申请/ },
  { key: 'publications', sign: /公开出版物/ },
  { key: 'excessive', sign: /大量反复/ },
  { key: 'confirmations', sign: /确认或重新出具|重新出具/ },
  { key: 'notCorrected', sign: /逾期不补正/ },
  { key: 'feesNotPaid', sign: /逾期.{0,14}(缴纳|缴费)|未按收费通知/ },
  // 〔2019〕60号 has one row for (六)其他处理.
  { key: 'otherHandled', sign: /其他(处理)?$/ },
  { key: 'total', sign: /总计/ },
  { key: 'carriedForward', sign: /结转下年/ },
]

/** Applicants of 表三: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计. */
export const REQUEST_COLUMNS = 7
/** 表四. */
export const DISPUTE_CELLS = 15
