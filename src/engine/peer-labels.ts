/**
 * Entries of one column that are made alike print the same labels: which of them leave blank, or do not print, what nearly all of
 * the others fill? Only pages read whole are compared, each with those that print most of the labels that it prints. Whether
 * the column is anybody's business is for checks; what checks of their own judge (letters, guides, reports) is left aside.
 */
import { isPlaceholder } from '#base/label-value'
import type { LabelledValue } from '#model/page'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { isReadWhole } from './hollow-pages.ts'

export interface PeerEntry {
  readonly item: ColumnItem
  readonly view: PageView
  readonly labels: ReadonlyMap<string, LabelledValue>
}

/** One label of one column: which entries say something behind it, which print it over nothing, which do not print it. */
export interface PeerLabel {
  readonly column: Column
  readonly label: string
  readonly filled: number
  readonly entries: number
  readonly blank: readonly PeerEntry[]
  readonly without: readonly PeerEntry[]
}

/** What stands around any page's text, or is another's to say. */
const ASIDE =
  /^(?:信息|稿件|文章|文件|新闻|内容)?(?:来源|出处|作者|编辑|责编|责任编辑|审核|审校|校对|供稿|摄影|记者|通讯员|阅读|浏览|点击|访问)|^(?:浏览|点击|阅读|访问|下载|关注)(?:次?数|量|人次)|字[体号]|分享|打印|收藏|扫[码一]|背景色|语音|视力|保护色|当前位置|您的位置|上一[篇条]|下一[篇条]|附件|相关|关联|链接|下载|备注|说明|标签|主题词|关键[词字]|摘要|描述|栏目|导航|搜索|传真|邮[箱编件]|电子邮|网[址站]|抄送|主送|签发人|密级|二维码|版权|友情|投稿|更正|评论|满意|评价|^各|[局厅办会]$|人民政府/
/** Papers without a number, or that never end, are in order: a blank there is a question at most. */
const MAY_LACK =
  /文号|字号|编号|代码|索引|失效|废止|截止|终止|有效期|期限|结束|修[改订]|到期|联系人|电话|手机|职称|学历|民族|籍贯|党派|别名|曾用|身份|证[号件照]|法定代表人|单位名称|备案/
/** What every paper has that has the label at all: a stroke there says as little as nothing. */
const ALWAYS =
  /^(?:责任|公开|发布|提供|承办|实施|处罚|许可|执法|决定|作出|发文|制定|主管|办理|信息)*(?:单位|机构|机关|部门|主体)$|更新(?:周期|频率|频度)|格式|(?:公开|发布|成文|生成|决定|印发|公示)(?:日期|时间)|依据|公开(?:方式|形式|时限|范围|属性)/
const STROKE = /^[-—–－_/\s.。·]+$/
const NOT_CHOSEN = /^[-—－=\s]*请(?:选择|输入|填写)[-—－=.…\s]*$/
const HONEST = /无|没有|未|暂/

function isBlank({ label, value }: LabelledValue): boolean {
  if (value === '' || NOT_CHOSEN.test(value)) return true
  if (STROKE.test(value)) return ALWAYS.test(label) && !value.includes('/')
  return isPlaceholder(value) && !HONEST.test(value) && !MAY_LACK.test(label)
}

/** Fewest labels that entries of one make share. */
const LEAST_COMMON = 2
const COMMON = 0.6

/** Columns whose entries checks of their own judge by what they must say. */
const JUDGED: ReadonlySet<string> = new Set([
  'ogiAnnualReports',
  'siteAnnualTable',
  'institution',
  'serviceGuide',
  'proposals',
  'openData',
])
/** The fields of papers in these columns are judged by a check of their own. */
const PAPERS: ReadonlySet<string> = new Set(['policyDocuments', 'normativeDocuments'])
/** Posts and duties likewise. */
const LEADERS_OWE = /职务|分工|职责|分管|负责|姓名|性别/
const PAPERS_OWE = /索引|文号|字号|机[关构]|日期|时间|单位|分类|标题|名称|有效性|效力|状态/

/** The portal's columns with the labels that their entries lack and others beside them fill; each paper told of once. */
export function unevenLabels(site: SiteView, least: number, share: number): readonly PeerLabel[] {
  const told = new Set<string>()
  return site.columns
    .filter(({ kind, topic }) => kind === 'local' && !JUDGED.has(topic?.value ?? ''))
    .flatMap((column) => unevenIn(site, column, least, share))
    .filter(({ column, label }) => column.topic?.value !== 'leaders' || !LEADERS_OWE.test(label))
    .filter(
      ({ column, label }) => !(PAPERS.has(column.topic?.value ?? '') && PAPERS_OWE.test(label)),
    )
    .filter(({ label, blank, without }) => {
      const keys = [...blank, ...without].map(({ view }) => `${label} ${view.page.url}`)
      const isNew = keys.some((key) => !told.has(key))
      for (const key of keys) told.add(key)
      return isNew
    })
}

/** The labels of one column that some entries lack and at least `share` of the others, `least` of them or more, fill. */
function unevenIn(
  site: SiteView,
  column: Column,
  least: number,
  share: number,
): readonly PeerLabel[] {
  const entries = entriesOf(site, column)
  const needed = isOfDecisions(column) ? Math.min(least, LEAST_DECISIONS) : least
  if (entries.length <= needed) return []
  const counts = new Map<string, number>()
  for (const { labels } of entries)
    for (const label of labels.keys()) counts.set(label, (counts.get(label) ?? 0) + 1)
  const common = [...counts].flatMap(([label, n]) => (n >= COMMON * entries.length ? [label] : []))
  if (common.length < LEAST_COMMON) return []
  const alike = entries.filter(
    ({ labels }) => common.filter((label) => labels.has(label)).length >= COMMON * common.length,
  )
  return common.flatMap((label): readonly PeerLabel[] => {
    if (ASIDE.test(label)) return []
    const told = (one: PeerEntry): LabelledValue | undefined => one.labels.get(label)
    const blank = alike.filter((one) => isBlank(told(one) ?? { label, value: '■', at: [0, 0] }))
    const without = alike.filter((one) => told(one) === undefined)
    const filled = alike.length - blank.length - without.length
    const lacking = blank.length + without.length
    const isUneven = lacking > 0 && filled >= needed && filled >= share * (alike.length - 1)
    return isUneven ? [{ column, label, filled, entries: alike.length, blank, without }] : []
  })
}

/** Fields that whoever prints them for most owes for all: a question where one does not print them. */
const ASKED =
  /有效性|效力|依据|结果|决定|金额|标准|对象|内容|范围|条件|程序|流程|方式|渠道|周期|格式|频/

/** Entries that lack a label, and may be in order without: a question. */
export function doubtfulOf(one: PeerLabel): readonly PeerEntry[] {
  const { column, label, blank, without } = one
  // Of a decision's own elements the text is asked too.
  if (isOfDecisions(column) && DECIDED.some(([sign]) => sign.test(label))) return []
  const owes = ALWAYS.test(label) || ASKED.test(label)
  return [...(owes ? without : []), ...(MAY_LACK.test(label) ? blank : [])]
}

/** Each paper in these columns is a decision, and has what makes it one. */
const DECISIONS: ReadonlySet<string> = new Set(['licensing', 'penalties'])
const LEAST_DECISIONS = 3
const isOfDecisions = ({ topic }: Column): boolean => DECISIONS.has(topic?.value ?? '')

/** Number, grounds and day of a decision: their labels, and what tells them in running text. */
const DECIDED: readonly (readonly [label: RegExp, told: RegExp])[] = [
  [
    /文书?号|字号|案号|决定书.{0,2}号|(?:许可|批准).{0,2}(?:文号|编号)|批文/,
    /[〔[（(【]\s?20\d\d\s?[〕\])）】]\s?第?\s?\d+\s?号|号[:：]?\s*[A-Za-z\d]*\d[A-Za-z\d-]{4,}/,
  ],
  [
    /依据|法条|适用法律/,
    /《[^》]+》|第[一二三四五六七八九十百\d]+条|依据[:：\s]*\p{Script=Han}{4}/u,
  ],
  [
    /(?:决定|许可|处罚|作出|批准|核准)[\u4e00-\u9fff]{0,4}(?:日期|时间)$/,
    /20\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}/,
  ],
]
const INFO = /发布|来源|浏览|点击|有效期|截止|期限|时间[:：]/

/** Decisions without what their like print, neither behind its label nor anywhere else on the page. */
export function elementLacking({ column, label, blank, without }: PeerLabel): readonly PeerEntry[] {
  const told = DECIDED.find(([sign]) => sign.test(label))?.[1]
  if (told === undefined || !isOfDecisions(column)) return []
  return [...blank, ...without].filter(({ view: { page } }) => {
    const own = page.text.excerpt
      .replaceAll(page.title ?? '', '')
      .split('\n')
      .filter((line) => !INFO.test(line) || !/日期|时间/.test(line) || /决定|许可|处罚/.test(line))
    const holds =
      page.attachments.length + page.frames.length > 0 ||
      (page.pictures ?? []).some(({ inBody }) => inBody)
    return !holds && !own.some((line) => told.test(line))
  })
}

/** Entries that print a label over nothing, which none may. */
export function blankOf(one: PeerLabel): readonly PeerEntry[] {
  const told = elementLacking(one)
  return MAY_LACK.test(one.label) ? [] : one.blank.filter((entry) => !told.includes(entry))
}

function entriesOf(site: SiteView, column: Column): readonly PeerEntry[] {
  const found = new Map<string, PeerEntry>()
  for (const item of column.items) {
    const view = item.url === null ? null : site.pageAt(item.url)
    if (view === null || found.has(view.page.url) || !isCompared(view)) continue
    // Printed twice, it is said where anything stands.
    const own = [...(view.page.labelled ?? [])].sort(
      (a, b) => Number(b.value === '') - Number(a.value === ''),
    )
    const labels = new Map(own.map((one) => [one.label, one]))
    if (labels.size > 0) found.set(view.page.url, { item, view, labels })
  }
  return [...found.values()]
}

/** Guides, letters and reports have checks of their own. */
function isCompared(view: PageView): boolean {
  const { guideElements, guideHints, messages, kind } = view.page
  const isLetter = messages?.some(({ askedOn, state }) => askedOn !== null || state !== 'answered')
  const isOthers = guideElements !== undefined || guideHints !== undefined || isLetter === true
  return !isOthers && kind.value !== 'file' && isReadWhole(view)
}
