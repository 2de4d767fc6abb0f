/**
 * Lists that print mobile numbers: are those listed helped, admitted and paid, or there to be called? Told by the list's title
 * and the head of its table. Whether it may print them is for checks.
 */

/** Titles of lists of persons: there 电话 stands before each person's own number. */
export const LISTING = /名单|名册|公示/

/** Heads and titles of lists of people who are there to be called: contact officers, wardens of rivers and forests. */
const OFFICERS =
  /联系人|联络员|联络人|通讯录|值班|责任人|[河湖林田路]长|网格员|负责人|经办人|承办人|调解员|包保|(?:家庭|签约)医生|医生姓名|律师|特派员|农技员|技术员|指导员|驻村|民警|(?:咨询|服务|监督|举报|办公|办理|投诉)电话/
/** Lists of those who are helped, admitted or judged, whatever else the page says. */
export const PEOPLE =
  /低保|特困|救助|补贴|补助|困难|残疾|贫困|危房|公租房|保障房|廉租|受助|享受|领取|申请人|申领|考生|学生|家长|录取|录用|聘用|获奖|户主|家庭(?!医生)|患者|身份证/

/** Titles of lists of people who are helped, housed, admitted or hired. */
const PEOPLE_LISTED =
  /(?:低保|特困|五保|救助|补贴|补助|困难|残疾|贫困|危房|公租房|保障房|保障性住房|保障性租赁住房|人才公寓|廉租|配租|轮候|选房|孤儿|高龄|优抚|抚恤|录取|拟?录用|拟?聘用|资助|助学|受助).{0,16}(?:名单|名册|花名册|对象|公示|人员|家庭|明细)/
const MOBILE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/

/** What only a person's own line has. */
const OWN_COLUMN = /身份证|银行卡|卡\s*号|(?:收款|个人)账\s*[号户]/
/** What those who are housed or examined were given. */
const GIVEN_COLUMN = /房\s*号|楼\s*栋|户\s*型|准考证|考\s*号|报考|成\s*绩|分\s*数|名\s*次/

/** Sums that only those who are helped have. */
const HELPED_WITH =
  /(?:救助|补助|补贴|资助|慰问|低保|抚恤)金?额|(?:救助|补助|资助|慰问|低保|抚恤)金(?=[\s（(]|$)/

/** 学生 | 监护人 | 联系手机: persons named by what they are to each other, in no column called 姓名. */
const OF_FAMILY = /(?:^|\s)(?:学生|家长|监护人)(?=\s|$)/

/** Where a teacher or a cadre who helps them has a column too, the telephone may be theirs. */
function namesFamily(line: string): boolean {
  return OF_FAMILY.test(line) && !SERVANTS.test(line.replace(/联系/g, ''))
}

/** Titles of what is listed row by row. */
const ROLL = /名单|名册|公示|一览|汇总|登记表|明细|台账/
/** A telephone of whoever stands in the row, or of their family. */
const OWN_PHONE =
  /(?:本人|个人|家长|家属|监护人|学生|学员)的?(?:联系)?(?:电话|手机|方式)|(?:电话|手机(?:号码?)?|联系方式)[（(](?:本人|个人|家长|家属|监护人)[）)]/
const OF_KIN = /家长|家属|监护人|学生/
/** 信息员名单, 护林员公示: those listed are there to be called, whatever they do; 人员, 学员, 党员 do nothing of the kind. */
const ROLE =
  /(?<![人学党演社组成会队职雇船])员(?:名单|名册|花名册|公示|一览|汇总|登记表|明细|台账|信息|联系)/
const isRoleList = (title: string): boolean => ROLE.test(title) || servesOthers(title)
/** Columns of those who hold an office. */
const OFFICE_COLUMN = /职\s*务|职\s*称|岗\s*位|执业|分管|管护|管辖|服务(?:区域|范围|单位|对象)/

/** A row of such a list: a name, and behind it a mobile number. */
function isRowOfPerson(line: string): boolean {
  const name = line.search(/\p{Script=Han}/u)
  return name >= 0 && MOBILE.test(line.slice(name))
}

/** 投诉人 | 电话 | 事由: whoever complained is not there to be called. */
const OF_COMPLAINERS =
  /(?:^|\s)(?:投诉|举报|反映|来电|来信|来访|信访|求助|申诉)人(?:姓\s*名)?\s.*(?:电\s*话|手\s*机|联\s*系\s*方\s*式)/

export const isHeadOfComplainers = (line: string): boolean =>
  OF_COMPLAINERS.test(line) && !/\d{4}/.test(line)

/**
 * Head of the list's table: name and telephone beside what only the listed person has; null where it is not such a list,
 * or fewer than `least` rows below it show a name and a mobile number.
 */
export function headOfPeople(
  title: string,
  lines: readonly string[],
  least: number,
): string | null {
  const showsRows = (head: string): boolean =>
    lines.slice(lines.indexOf(head) + 1).filter(isRowOfPerson).length >= least
  const complainers = lines.find(isHeadOfComplainers)
  if (complainers !== undefined && showsRows(complainers)) return complainers.trim()
  const paid = headOfPaid(title, lines, least) ?? headOfExamined(lines, least)
  if (paid !== null) return paid
  const head = lines.find(
    (line) =>
      (/姓\s*名|户\s*主/.test(line) || namesFamily(line)) &&
      /电\s*话|手\s*机|联\s*系\s*方\s*式/.test(line) &&
      (/住\s*址|地\s*址|身份证|金\s*额|年\s*龄|性\s*别|面\s*积|标\s*准|账\s*号|人\s*口|人\s*数|(?:补贴|补助|救助|资助)(?:额|资金)?\s*(?:额|[（(]\s*[万百]?元)|所在[村社乡镇]|村\s*组|(?:家长|监护人|本人|学生)(?:联系)?(?:电话|手机|方式)/.test(
        line,
      ) ||
        (GIVEN_COLUMN.test(line) && !servesOthers(title)) ||
        OWN_PHONE.test(line) ||
        namesOnly(title, line)),
  )
  if (head === undefined || OFFICERS.test(head)) return null
  // Where the head asks for a person's card or number, any list is one of persons.
  const asked = LISTING.test(title) && OWN_COLUMN.test(head)
  // 本人联系电话: the head says itself whose they are.
  const isOwn =
    ROLL.test(title) && OWN_PHONE.test(head) && (OF_KIN.test(head) || !isRoleList(title))
  const isPaid = PAID_OUT.test(title) && /金\s*额/.test(head) && !OF_FIRMS.test(head)
  if (!PEOPLE_LISTED.test(title) && !asked && !HELPED_WITH.test(head) && !isPaid && !isOwn)
    return null
  return showsRows(head) ? head.trim() : null
}

/** 1 王某某 手机138… 金额1000元: the row tells itself what its columns are. */
const PAID_ROW =
  /^\s*(?:\d{1,4}[.、\s]\s*)?\p{Script=Han}{2,4}[\s，,、]+((?:联系)?(?:手机|电话)(?:号码?)?)[:：\s]*1[3-9]\d{9}(?!\d)[\s，,、]*((?:(?:发放|补助|补贴|资助|救助))?(?:金额|资金))[:：\s]*\d/u

/** 王某某，准考证号 2026…，电话 138…: a line of one who sits an examination, wherever it stands. */
const EXAMINED_ROW =
  /^\s*(?:\d{1,4}[.、\s]\s*)?\p{Script=Han}{2,4}[\s，,、:：（(]+[^\n]{0,40}?(准考证号?|考号|报名序?号|学号|面试序号|总?成绩)[^\n]{0,40}?((?:联系)?(?:手机|电话|方式)(?:号码?)?)[:：\s]*1[3-9]\d{9}(?!\d)/u

export function headOfExamined(lines: readonly string[], least: number): string | null {
  const rows = lines.map((line) => EXAMINED_ROW.exec(line)).filter((row) => row !== null)
  return rows.length < least ? null : `姓名 ${rows[0]?.[1]} ${rows[0]?.[2]}`
}

export function headOfPaid(title: string, lines: readonly string[], least: number): string | null {
  const rows = lines.map((line) => PAID_ROW.exec(line)).filter((row) => row !== null)
  if (rows.length < least || !PEOPLE_LISTED.test(title) || servesOthers(title)) return null
  return `${rows[0]?.[1]} ${rows[0]?.[2]}`
}

/** Money handed out, in a list of persons by name and sum. */
const PAID_OUT = /兑现|发放|领取|奖[励补金]|补[贴助偿]|退[费还]|返还/
const OF_FIRMS =
  /单\s*位|企\s*业|公\s*司|法\s*人|机\s*构|商\s*户|店|项\s*目|合作社|农场|基地|厂|学\s*校|医\s*院|协\s*会/

/** Columns that tell where a listed person lives and how to call him, and of no office. */
const NAME_CELL =
  /^(?:序号|编号|姓名|户主(?:姓名)?|乡镇|镇街|街道|村|村名|社区|县区|区县|[县区市]|所在\p{Script=Han}{1,3}|班级|工种|专业|期次|备注|(?:联系|本人)?(?:电话|方式|手机)(?:号码?)?|手机号码?|联系方式)$/u
/** Titles of those who serve the helped, or hold an office themselves. */
const SERVANTS =
  /干部|书记|主任|帮扶|负责|责任|联系|经办|专干|工作人员|管理(?:人)?员|管家|队员|专家|教师|医生|律师/

/** Nothing but names, places and telephones, where the title says that those listed are helped. */
function namesOnly(title: string, line: string): boolean {
  const cells = line.replace(SPACED, '$1').trim().split(/\s+/)
  return (
    cells.length > 1 &&
    cells.every((cell) => NAME_CELL.test(cell)) &&
    PEOPLE_LISTED.test(title) &&
    !servesOthers(title)
  )
}

function servesOthers(title: string): boolean {
  return SERVANTS.test(title) || OFFICERS.test(title)
}

/** A table of those whom the helped may call: its head names contact officers and their telephones, and no one else. */
function headOfOfficers(text: string): boolean {
  const head = text
    .split('\n')
    .find(
      (line) =>
        /联系人|联络员|经办人|值班|网格员|责任人/.test(line) && /电\s*话|手\s*机/.test(line),
    )
  return head !== undefined && head.length <= 60 && !/姓\s*名|户\s*主|申请人|\d{4}/.test(head)
}

/** 1.章某某，南昌大学，联系电话187…: a person's row without a table. */
const PERSON_ROW =
  /^\s*(?:[（(]?\d{1,4}[）)]?[.、．\s]*)?[\u4e00-\u9fff][\u4e00-\u9fff×xX*＊某○]{1,3}[\s，,、；;：:（(]/

/** Rows of a list that name a person and a mobile number, where its title says that it lists; too few are none. */
export function personRows(
  title: string,
  lines: readonly string[],
  least: number,
): readonly string[] {
  if (!ROLL.test(title)) return []
  const rows = lines.filter((line) => PERSON_ROW.test(line) && MOBILE.test(line))
  return rows.length >= least ? rows : []
}

/**
 * The numbers are those of people who are there to be called. Of a list the title and the head (or the rows) tell whose they
 * are; the telephone of the notice around it does not.
 */
export function listsOfficers(
  title: string,
  text: string,
  lines: readonly string[],
  least: number,
): boolean {
  const head = lines.find(
    (line) =>
      ROLL.test(title) &&
      line.length <= 80 &&
      !/\d{4}/.test(line) &&
      /(?:^|\s)(?:姓\s*名|户\s*主|\p{Script=Han}{2}姓名)(?=\s|$)/u.test(line) &&
      /电\s*话|手\s*机|联\s*系\s*方\s*式/.test(line),
  )
  const rows = personRows(title, lines, least)
  const isList = head !== undefined || rows.length > 0
  const about = isList ? `${title} ${head ?? rows.join(' ')}` : `${title}${text}`
  const serves =
    OFFICERS.test(about) || (isList && (OFFICE_COLUMN.test(head ?? '') || isRoleList(title)))
  return (
    (serves && !PEOPLE.test(`${title}${isList ? (head ?? '') : text}`)) ||
    headOfOfficers(text) ||
    isOfficeList(title, text)
  )
}

/** Titles of the telephone lists of those who hold an office in villages and communities. */
const OFFICE_LIST =
  /(?:干部|两委|书记|主任|[村组]长).{0,10}(?:电\s*话|联系方式|手机号码?|通讯录).{0,6}(?:$|[表册簿录）)])/
const NO_LONGER = /离休|退休|离任|老干部/
const OFFICE_HEAD = /(?:书记|主任|支书|[村组站所队]长|文书|委员)(?:姓名)?$/
const PHONE_HEAD = /^(?:联\s*系|办\s*公)?(?:电\s*话|手\s*机)(?:号码?)?$|^联\s*系\s*方\s*式$/

/** Offices and their telephones: a table headed 党支部书记、联系电话, or a list so titled; nothing but that is told of a person. */
function isOfficeList(title: string, text: string): boolean {
  if (PEOPLE.test(title) || NO_LONGER.test(title)) return false
  const heads = text
    .split('\n')
    .filter((line) => line.length <= 80 && !/\d{4}/.test(line))
    .map((line) => line.replace(SPACED, '$1').trim().split(/\s+/))
    .filter((cells) => cells.length > 1 && cells.some((cell) => PHONE_HEAD.test(cell)))
  if (heads.some((cells) => cells.some((cell) => OF_PERSON.test(cell)))) return false
  const offices = heads.some(
    (cells) =>
      cells.some((cell) => OFFICE_HEAD.test(cell)) && !cells.some((cell) => OTHERS.test(cell)),
  )
  return (offices && heads.length === 1) || (OFFICE_LIST.test(title) && heads.length > 0)
}

/** 姓　名: a head's word set wide. */
const SPACED = /([姓电手户年住金账人])\s+(?=[名话机主龄址额号口])/g
/** Columns that name others, whose telephones they may be. */
const OTHERS = /^姓\s*名$|学生|家长|对象|户|患者|老人|儿童/
/** Columns that tell more of a person than whom to call. */
const OF_PERSON = /户\s*主|住\s*址|身份证|年\s*龄|出生|金\s*额|银行|账\s*号|人\s*口|申请人/
