/**
 * Tables in which a portal lists its new-media accounts (单位, 平台, 账号名称, 最近更新): one reading for what they say of how
 * the accounts are kept, for rows that name none, and for one account that stands for two bodies. Notices on inspections
 * tell how it stood on a day and are passed over; the accounts themselves are never visited.
 */
import { squash } from '#base/text'
import type { Page, Span } from '#model/page'
import type { PageView } from '#model/site-view'

export interface AccountRow {
  /** Whatever the table calls the account; '' where its cell is blank. */
  readonly name: string
  readonly unit: string
  readonly platform: string
  /** The cell under 最近更新; null where the table has no such column. */
  readonly updated: string | null
  /** The row as one line. */
  readonly line: string
  /** Something to look at or to open stands in the row. */
  readonly shows: boolean
  /** Where it stands in the markup; null where only its words were read. */
  readonly span: Span | null
}

const MEDIA = /新媒体|公众号|微博|微信|抖音|两微/
/** A notice tells how it stood on the day of an inspection. */
const NOTICE = /通报|检查|抽查|普查|监测|督查|考核|季度|报告|报表|情况|通知|关停|注销/
const NAME_HEAD = /^\p{Script=Han}{0,6}(?:账号|帐号|公众号|新媒体)(?:名称|全称|名)?$/u
const UNIT_HEAD =
  /^(?:主办|主管|运营|运维|开设|开办|所属|责任|备案)?(?:单位|部门|机构|主体)(?:名称)?$/
const PLATFORM_HEAD =
  /^(?:账号|所属|所在|发布|运营|新媒体)?(?:平台|类型|类别|种类|渠道|形式)(?:名称)?$/
const UPDATED_HEAD = /^最[近后新](?:一次|一条)?(?:更新|发布|发文)(?:时间|日期)?$/
const DAY_HEAD = /时间|日期|更新/
const DAY = /(?<!\d)20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?!\d)/g
const NUMBER = /^\d{1,3}[.、]?$/

type Cells = readonly (string | null)[]

/** A page that shows the accounts of a portal's bodies. */
export function listsAccounts({ page }: PageView): boolean {
  return isOfAccounts(page)
}

/** The rows of all such tables of the page, or its cards; none where it is about something else. */
export function accountRows(view: PageView): readonly AccountRow[] {
  const { page } = view
  if (!isOfAccounts(page)) return []
  const tabled = (page.tables ?? []).flatMap((table, t) =>
    rowsIn(page, table, page.tableRows?.[t] ?? []),
  )
  if (tabled.length > 0) return tabled
  const lines = page.text.excerpt.split('\n').map((line) => squash(line).split(' '))
  const rows = rowsIn(page, lines, [])
  return rows.length > 0 ? rows : cardsOf(page)
}

/** 最近更新：2026年3月2日, said in a cell or on a card. */
const SAID_UPDATED =
  /最[近后新](?:一次|一条|一期)?(?:更新|发布|发文|推送|动态)(?:时间|日期)?[于为是:：\s]*(20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)/

function saidUpdated(line: string): string | null {
  return SAID_UPDATED.exec(line)?.[1] ?? null
}

const PLATFORM =
  /(?:官方|政务|新浪|腾讯)?(?:微信公众号|微信订阅号|微信服务号|公众号|微信视频号|视频号|微博|抖音号?|快手号?|头条号|今日头条|小红书)/
const MOST_OF_CARD = 4
const LONGEST_LINE = 40

/** 某某发布 微信公众号, and below it what is said of the account: one card after another. */
function cardsOf({ text }: Page): readonly AccountRow[] {
  const lines = text.excerpt.split('\n').map(squash)
  const heads = lines.flatMap((line, i) =>
    PLATFORM.test(line) && line.length <= LONGEST_LINE && !/[。！？]/.test(line) ? [i] : [],
  )
  return heads.flatMap((at, n): readonly AccountRow[] => {
    const next = Math.min(heads[n + 1] ?? lines.length, at + MOST_OF_CARD)
    const said = lines.slice(at, next).filter((line) => line.length <= LONGEST_LINE)
    const [head = ''] = said
    const platform = PLATFORM.exec(head)?.[0] ?? ''
    // 平台：抖音 below the name.
    const isLabelled = /^(?:账号|所属|发布)?(?:平台|类型|类别)[:：]/.test(head)
    const named = isLabelled ? (lines[at - 1] ?? '') : head
    const name = named.replace(PLATFORM, '').replace(/[（(][^（()）]*[)）]?|[:：@“”"|\s-]/g, '')
    const line = said.join(' ')
    if (name === '' || saidUpdated(line) === null) return []
    return [{ name, unit: '', platform, updated: saidUpdated(line), line, shows: true, span: null }]
  })
}

function isOfAccounts({ blocked, kind, title, trail }: Page): boolean {
  if (blocked !== null || kind.value === 'error' || kind.value === 'file') return false
  return MEDIA.test([title, ...trail].join(' ')) && !NOTICE.test(title ?? '')
}

function rowsIn(
  page: Page,
  table: readonly Cells[],
  spans: readonly Span[],
): readonly AccountRow[] {
  const at = table.findIndex(
    (row) => row.length > 1 && row.some((one) => NAME_HEAD.test(one ?? '')),
  )
  const head = (table[at] ?? []).map((one) => squash(one ?? ''))
  if (at < 0) return []
  const of = (test: RegExp): number => head.findIndex((one) => test.test(one))
  const [name, unit, platform, updated] = [NAME_HEAD, UNIT_HEAD, PLATFORM_HEAD, UPDATED_HEAD].map(
    of,
  )
  const dated = head.filter((one) => DAY_HEAD.test(one)).length
  const above = new Map<number, string>()
  return table.slice(at + 1).flatMap((row, i): readonly AccountRow[] => {
    const said = row.filter((cell) => (cell ?? '') !== '') as readonly string[]
    const line = said.join(' ')
    const isWhole = row.length === head.length
    const days = line.match(DAY) ?? []
    if (said.length < 2 || days.length > Math.max(1, dated)) return []
    // A cell that spans several rows stands in the first of them.
    const cell = (column = -1): string => {
      const own = isWhole ? row[column] : ''
      if (own != null) above.set(column, own)
      return own ?? above.get(column) ?? ''
    }
    const span = spans[at + 1 + i] ?? null
    return [
      {
        name: isWhole ? cell(name) : (said.find((one) => !NUMBER.test(one)) ?? ''),
        unit: cell(unit),
        platform: cell(platform),
        updated: updated === -1 ? saidUpdated(line) : isWhole ? cell(updated) : (days[0] ?? ''),
        line,
        shows: span === null || showsWithin(page, span),
        span,
      },
    ]
  })
}

function showsWithin({ pictures = [], links }: Page, [from, to]: Span): boolean {
  return [...pictures, ...links].some(({ at }) => at[0] >= from && at[1] <= to)
}

/** Said of an account that is not kept any more. */
export const ENDED =
  /注销|停更|停用|关停|关闭|暂停|冻结|迁移|合并|并入|下线|停止(?:更新|运营|使用|运行|维护)|不再(?:更新|运营|使用)/
/** Left for whoever makes the table; 无, 暂无 or 未开通 say that there is no account. */
const LEFT_OPEN =
  /^(?:待(?:补充|补|完善|更新|填写?|定|核实|确认|录入|上传)|[xX×*＊]{2,}.*|此处填写.*|(?:账号|公众号)名称)$/
const LEAST_NAMED = 3

/** Rows that name a platform or a body and leave the account open, where nearly all others name one. */
export function unnamedAccounts(rows: readonly AccountRow[]): readonly AccountRow[] {
  const live = rows.filter(({ line }) => !ENDED.test(line))
  const open = live.filter(
    ({ name, shows }) => LEFT_OPEN.test(name.replace(/[（()）]/g, '')) || (name === '' && !shows),
  )
  const named = live.length - open.length
  return named >= LEAST_NAMED && open.length * LEAST_NAMED <= named ? open : []
}

export interface IdleAccount {
  /** The account's row, or the words of its entry where accounts stand in no table. */
  readonly words: string
  readonly at: Span
}

/** What only says that one may go there. */
const ENTRY =
  /^[[【（(<]?(?:请|立即|马上)?(?:点击|点此|点这里)?(?:此处|这里)?(?:进入|访问|查看|打开|关注|前往|浏览|跳转|直达|链接|主页|入口|详情|去看看|扫码)*(?:主页|账号|微博|公众号|链接|页面)?[\]】）)>]?[›»>→]*$/
/** How an account may be found without an entry: its number, its address, what to search for. */
const FOUND_BY =
  /(?:微信号|公众号|抖音号|快手号|视频号|账号|帐号|ID|号码)\s*[:：]\s*[\w\p{Script=Han}-]+|[@＠][\w\p{Script=Han}-]{2,}|https?:|www\.|\.(?:com|cn)|搜索|(?<![\w.])[A-Za-z][\w-]{4,}/iu
/** So near behind an empty entry stands the code that it shows. */
const NEAR = 400
const LEAST_LIVE = 2

/**
 * Accounts whose entry leads nowhere, with no code and nothing by which to find them, beside others that can be opened: rows of
 * a table, or entries of a page of accounts.
 */
export function idleAccounts(view: PageView, rows: readonly AccountRow[]): readonly IdleAccount[] {
  const { page } = view
  const dead = (page.bareEntries ?? []).filter(({ inert }) => inert === true)
  if (!isOfAccounts(page) || dead.length === 0) return []
  const isIn = (at: Span, [from, to]: Span): boolean => at[0] >= from && at[1] <= to
  // The sign that an empty entry itself bears is no code.
  const signs = (page.pictures ?? []).filter(
    ({ at, code }) => code === true || !dead.some((one) => isIn(at, one.at)),
  )
  const live = [
    ...signs.filter(({ code, inBody }) => code === true || inBody !== false),
    ...page.links.filter(({ area }) => area === 'main' || area === 'other'),
  ]
  const placed = rows.flatMap((row) => (row.span === null ? [] : [{ ...row, span: row.span }]))
  if (placed.length > 0) {
    const isLive = (row: AccountRow & { span: Span }): boolean =>
      live.some(({ at }) => isIn(at, row.span)) || FOUND_BY.test(row.line)
    const idle = placed.flatMap((row): IdleAccount[] => {
      const entry = dead.find(({ at }) => isIn(at, row.span))
      if (entry === undefined || isLive(row) || ENDED.test(row.line)) return []
      return [{ words: row.line, at: entry.at }]
    })
    return placed.filter(isLive).length >= LEAST_LIVE ? idle : []
  }
  const start = page.text.at?.[0] ?? 0
  const end = page.text.at?.[1] ?? Number.POSITIVE_INFINITY
  const inText = live.filter(({ at }) => at[0] >= start && at[1] <= end)
  const idle = dead.filter(
    ({ text, at }) =>
      at[0] >= start &&
      at[1] <= end &&
      (MEDIA.test(text) || (text !== '' && ENTRY.test(text))) &&
      !signs.some(
        (one) =>
          one.at[0] >= at[0] && one.at[0] - at[1] < NEAR && !isOfAnother(one.caption ?? '', text),
      ),
  )
  return inText.length >= LEAST_LIVE ? idle.map(({ text, at }) => ({ words: text, at })) : []
}

/** The code's own words are of another entry. */
const isOfAnother = (caption: string, text: string): boolean =>
  caption !== '' && !caption.includes(text)

export interface SharedAccount {
  /** Whose name the account bears. */
  readonly own: AccountRow
  readonly other: AccountRow
}

/** An account that bears the name of one body and stands in the row of another as well, where all the others have their own. */
export function sharedAccounts(rows: readonly AccountRow[]): readonly SharedAccount[] {
  const live = rows.filter(
    ({ line, unit, name }) => !ENDED.test(line) && unit !== '' && name !== '',
  )
  const places = startOfAll(live.map(({ unit }) => unit))
  const isOf = ({ name }: AccountRow, { unit }: AccountRow): boolean =>
    sharesWord(unit.slice(places), name)
  const pairs = live.flatMap((other) => {
    const own = live.find(
      (one) =>
        one.unit !== other.unit && one.name === other.name && one.platform === other.platform,
    )
    return own !== undefined && isOf(own, own) && !isOf(other, other) ? [{ own, other }] : []
  })
  const apart = new Set(live.map(({ name }) => name)).size
  return apart >= LEAST_NAMED && pairs.length * LEAST_NAMED <= live.length ? pairs : []
}

/** How many letters all names begin with: the place they are of. */
function startOfAll([first = '', ...others]: readonly string[]): number {
  let n = 0
  while (n < first.length && others.every((one) => one[n] === first[n])) n++
  return n
}

/** Two letters side by side that both have. */
function sharesWord(unit: string, name: string): boolean {
  for (let at = 0; at + 2 <= unit.length; at++)
    if (name.includes(unit.slice(at, at + 2))) return true
  return false
}
