/**
 * Leaders (领导信息): names with post and duties, from leader columns, their lists and the pages behind them. Reads only
 * what is labelled or stands in a fixed form; a name without a post stays without one rather than with a guessed one.
 */
import { isPlaceholder } from '#base/label-value'
import { type Labels, oncePerLabels, wholeLabel, wordsWithin } from '#base/labels'
import { squash } from '#base/text'
import type { Span } from '#model/page'
import type { Column, Leader, PageView, Place } from '#model/site-view'
import { headsOf, type LeaderHeads, tabledLeaders } from './leader-tables.ts'
import { isPersonName, SURNAME_NAME } from './person-names.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

const TOPIC = 'leaders'
const POST =
  '(?:(?:党委|党组|县委|市委|区委|省委|州委|机关党委|党工委|党总支|党支部)?(?:第一)?(?:副)?书记|党组成员|党委委员|党工委委员|(?:市|县|区|州|省|镇|乡|局|厅|委|办|处|院|所|署|司|队)?(?:委)?(?:常委|委员)|(?:常务)?副?(?:市|县|区|州|省|镇|乡|局|厅|处|科|院|所|署|司|队|校|台|旗|盟|站|社|部|组|支队|大队|总队)长|(?:副)?主任(?:科员)?|(?:副)?主席|(?:副)?会长|(?:一级|二级|三级|四级)(?:巡视员|调研员|主任科员|高级警长)|(?:副)?巡视员|(?:副)?调研员|总工程师|总会计师|总经济师|总规划师|总农艺师|总畜牧师|总统计师|总审计师|纪检组长|纪检监察组(?:组)?长|(?:副)?秘书长|政治?委员?员|政委|(?:副)?理事长|(?:副)?总经理|董事长|人大主席|武装部长|督察专员|督学|调解员|工会主席|总督学|总药师|安全总监|首席代表|(?:副)?总队长)'
const POSTS = new RegExp(`${POST}(?:[、，,兼 及（(]*${POST}[）)]?)*`)
const WHOLE_POST = new RegExp(`^${POST}(?:[、，,兼 及（(]*${POST}[）)]?)*$`)
const OFFICE_POST = new RegExp(`^[\\p{Script=Han}]{2,14}(?:${POST})$`, 'u')

interface Words {
  /** 职务：某, the value captured. */
  readonly post: RegExp
  /** What stands behind the label of the duties. */
  readonly dutiesLabel: RegExp
  /** A sentence that tells them. */
  readonly duties: RegExp
  /** The label of the duties on a line of its own (`<dt>工作分工</dt>`, a heading). */
  readonly dutiesAlone: RegExp
  /** Any label of a person's fields, whole: never a name, though 任职 looks like one. */
  readonly field: RegExp
  /** The next field of the person at the beginning: 办公电话 0977-8226018. */
  readonly fieldFirst: RegExp
  readonly tables: LeaderHeads
}

const wordsOf = oncePerLabels((labels): Words => {
  const duties = wholeLabel(labels, 'duties')
  return {
    post: new RegExp(
      `${wordsWithin(labels, 'post')}(?:职务|职位)?\\s*[:：]?\\s*(?!职?[务位]|[:：])([^。；;\\n]{2,60}?)(?=\\s|[。；;]|分管|主管|主持|负责|工作分工|分工|简历|出生|$)`,
    ),
    dutiesLabel: new RegExp(`${wordsWithin(labels, 'duties')}\\s*[:：]\\s*([^\\n]{0,400})`, 'g'),
    duties:
      /((?:主持|(?<!由[\u4e00-\u9fff]{2,20})负责(?!人|同志)|分管|协助|协管|联系(?!电话|方式|地址|我们)|(?:领导|统筹)(?=[^。\n]{0,12}全面工作)|(?:牵头|统筹|主管|主抓|具体抓)(?=[^。\n]{2,200}工作))[^。\n]{2,400}。?)/,
    dutiesAlone: new RegExp(`^${duties}[:：]?$`),
    field: new RegExp(`^${wholeLabel(labels, 'post', 'duties', 'personField')}$`),
    fieldFirst: new RegExp(`^${wholeLabel(labels, 'post', 'personField')}(?:\\s*[:：]|\\s|$)`),
    tables: headsOf(labels),
  }
})

/** `分管工作：` with nothing behind it, or with what stands for nothing. */
const LABEL_FIRST =
  /^(?:主持|负责|分管|协助|协管|联系)(?:的?(?:工作|领域|范围|事项|科室|处室|单位))?\s*(?:[:：]|$)\s*/
/** Where a life or the duties begin: what stands behind is no post of today. */
const STORY = /历任|曾任|先后|分管|协管|协助|配合|主持|负责|联系|工作分工/
/** A page names at most this many leaders; more is a list of something else. */
const MAX_LEADERS = 60

export function readLeaders(
  index: SiteIndex,
  columns: readonly Column[],
  labels: Labels,
): readonly Leader[] {
  const words = wordsOf(labels)
  const found = new Map<string, Leader>()
  const add = (leader: Leader): void => {
    const known = found.get(leader.name)
    if (known === undefined) found.set(leader.name, leader)
    else {
      const more = Number(leader.post !== null) + Number(leader.duties !== null)
      const have = Number(known.post !== null) + Number(known.duties !== null)
      found.set(leader.name, {
        name: known.name,
        post: known.post ?? leader.post,
        duties: known.duties ?? leader.duties,
        place: more > have ? leader.place : known.place,
      })
    }
  }
  for (const column of columns) {
    if (column.topic?.value !== TOPIC || column.topic.sureness < 0.5) continue
    const view = index.viewAt(column.url)
    if (view === null || !isReadable(view) || column.kind !== 'local') continue
    const leaders = ofColumnPage(words, index, column, view)
    // One bare word that looks like a name, on a page where nothing else does, is a place or a slogan.
    const bare = leaders.filter(
      ({ labelled, post, duties }) => labelled !== true && post === null && duties === null,
    )
    const alone = new Set(bare.map((leader) => leader.name)).size === 1
    for (const leader of leaders) if (!alone || !bare.includes(leader)) add(leader)
  }
  if (found.size === 0) for (const leader of behindTab(words, index, columns)) add(leader)
  return [...found.values()].slice(0, MAX_LEADERS)
}

/** Columns whose page may hold the leaders behind a tab of its own. */
const AROUND = new Set(['institution', 'overview'])
const TAB = /^[\p{Script=Han}]{0,6}领导(?:班子|之窗|成员|信息|分工|简介|集体)?$/u
/** One name with a post may be the contact of a division. */
const LEAST_BEHIND_TAB = 2

/** `<a href="#t1">厅领导</a>` on the page of the institution: what stands behind the tab is on that page. */
function behindTab(words: Words, index: SiteIndex, columns: readonly Column[]): readonly Leader[] {
  for (const column of columns) {
    if (column.kind !== 'local' || !AROUND.has(column.topic?.value ?? '')) continue
    const view = index.viewAt(column.url)
    if (view === null || !isReadable(view)) continue
    if (!(view.page.bareEntries ?? []).some(({ text }) => TAB.test(text))) continue
    const lines = inLines(words, view)
    const leaders = (lines.length > 0 ? lines : inText(words, view)).filter(
      ({ post }) => post !== null,
    )
    if (leaders.length >= LEAST_BEHIND_TAB) return leaders
  }
  return []
}

/** `labelled`: 姓名 stands before it or over it, so that it is a name whatever else is told. */
interface Found extends Leader {
  readonly labelled?: true
}

function ofColumnPage(
  words: Words,
  index: SiteIndex,
  column: Column,
  view: PageView,
): readonly Found[] {
  const leaders: Found[] = []
  const entries: { text: string; url: string | null; place: Place }[] = column.items.map(
    (item) => ({
      text: item.title,
      url: item.url,
      place: item.place,
    }),
  )
  const [from, to] = column.panel ?? [0, Number.POSITIVE_INFINITY]
  const isWithin = ({ at }: { readonly at: Span }): boolean => at[0] >= from && at[1] <= to
  for (const link of view.page.links.filter(isWithin)) {
    if (link.area !== 'main' && link.area !== 'list' && link.area !== 'other') continue
    const place = { url: view.page.url, at: link.at, quote: link.text }
    entries.push({ text: link.text, url: link.url, place })
  }
  for (const list of view.page.lists.filter(isWithin)) {
    for (const item of list.items) {
      const place = { url: view.page.url, at: item.at, quote: item.title }
      entries.push({ text: item.title, url: item.url, place })
    }
  }
  for (const entry of entries) {
    const named = nameAndPost(words, entry.text)
    const page = entry.url === null ? null : index.viewAt(entry.url)
    const behind = page !== null && page !== view && isReadable(page) ? page : null
    if (named !== null) leaders.push(withPage(words, named, entry.place, behind))
  }
  const tabled = tabledLeaders(words.tables, view.page.tables ?? [])
  for (const { name, post, duties } of tabled)
    leaders.push({ name, post, duties, place: placeIn(view, name), labelled: true })
  // One page that tells of all leaders, or of one: labelled fields in its text.
  const lines = inLines(words, view)
  for (const one of lines.length > 0 ? lines : inText(words, view)) {
    const row = tabled.find(({ name }) => name === one.name)
    // 农机, which one of them is in charge of, is nobody.
    if (row === undefined && tabled.some(({ duties }) => duties?.includes(one.name))) continue
    // What stands in no cell of the row is a neighbour's.
    leaders.push({
      ...one,
      post: row?.hasPost === true ? null : one.post,
      duties: row?.hasDuties === true ? null : one.duties,
    })
  }
  return leaders.map((one) =>
    one.duties === null ? { ...one, duties: dutiesTold(view, one) } : one,
  )
}

/** A sentence of the page says what somebody of this name does: 苏映雪同志分管造林绿化；… */
function dutiesTold({ page }: PageView, { name }: Leader): string | null {
  const text = page.text.excerpt
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const told = TOLD.exec(text.slice(at + name.length, at + 400))?.[1]
    if (told !== undefined) return squash(told).slice(0, 300)
  }
  return null
}

const TOLD = /^[^。；;\n]{0,40}?((?:主持|负责|分管|协助|协管|牵头|统筹|主管)[^。；;\n]{2,300})/

function placeIn(view: PageView, name: string): Place {
  return { url: view.page.url, at: view.page.text.at, quote: name }
}

/** 张三, 局长 张三, 张三（党组书记、局长）, 张三：副局长. */
function nameAndPost(words: Words, text: string): { name: string; post: string | null } | null {
  const flat = squash(text)
  if (flat.length > 40) return null
  const joined = flat.replace(/^([\p{Script=Han}])\s+([\p{Script=Han}])$/u, '$1$2')
  if (isPersonName(joined)) return { name: joined, post: null }
  const post = POSTS.exec(flat)?.[0] ?? null
  if (post === null) return null
  const rest = squash(
    flat
      .replace(post, ' ')
      .replace(/[:：、，,（）()·|\-—]/g, ' ')
      .replace(/同志|简介|简历|个人/g, ' '),
  )
  const name = rest
    .split(' ')
    .map((word) => word.trim())
    .find((word) => isPersonName(word) && !words.field.test(word))
  return name === undefined ? null : { name, post }
}

function withPage(
  words: Words,
  named: { name: string; post: string | null },
  place: Place,
  page: PageView | null,
): Leader {
  if (page === null) return { ...named, duties: null, place }
  const text = squash(page.page.text.excerpt)
  return {
    name: named.name,
    post: named.post ?? postIn(words, text, named.name),
    // `<td>工作分工</td><td></td>`: the next row is none of its words.
    duties: hasBlankDuties(words, page)
      ? null
      : (dutiesLabelled(words, page) ??
        dutiesIn(words, text) ??
        dutiesBelowLabel(words, page.page.text.excerpt)),
    place: { url: page.page.url, at: page.page.text.at, quote: named.name },
  }
}

/** `<td>工作分工</td><td>分管民政、水利</td>`: the cell says it, whatever the page says below the table. */
function dutiesLabelled(words: Words, { page }: PageView): string | null {
  const own = (page.labelled ?? []).find(
    ({ label, value }) => words.dutiesAlone.test(label) && !isBlank(words, value),
  )
  return own === undefined ? null : squash(own.value).slice(0, 300)
}

function hasBlankDuties(words: Words, { page }: PageView): boolean {
  const own = (page.labelled ?? []).filter(({ label }) => words.dutiesAlone.test(label))
  return own.length > 0 && own.every(({ value }) => value === '')
}

function postIn(words: Words, text: string, name: string): string | null {
  const labelled = words.post.exec(text)?.[1]
  if (labelled !== undefined && POSTS.test(labelled)) return squash(labelled)
  const at = text.indexOf(name)
  const [told = ''] = text.slice(Math.max(0, at), Math.max(0, at) + 160).split(STORY)
  return POSTS.exec(`${text.slice(Math.max(0, at - 30), Math.max(0, at))}${told}`)?.[0] ?? null
}

function dutiesIn(words: Words, text: string): string | null {
  const behind = [...text.matchAll(words.dutiesLabel)].map(([, value = '']) => squash(value))
  const labelled = behind.find((value) => !isBlank(words, value))
  // An empty label is not filled by a sentence of the life beside it.
  if (labelled !== undefined || behind.length > 0) return labelled?.slice(0, 300) ?? null
  const told = squash(words.duties.exec(text)?.[1] ?? '')
  return isPlaceholder(told.replace(LABEL_FIRST, '')) ? null : told.slice(0, 300)
}

/** Nothing, what stands for nothing, or the next label of the person's fields. */
function isBlank(words: Words, value: string): boolean {
  const rest = value.replace(/^[-—–－_/\\]+\s*/, '')
  return isPlaceholder(value) || isPlaceholder(rest) || words.fieldFirst.test(rest)
}

/** What stands on the line below the label, whatever words it uses (`市教育局、市体育局`). */
function dutiesBelowLabel(words: Words, excerpt: string): string | null {
  const lines = excerpt.split('\n').map(squash)
  const at = lines.findIndex((line) => words.dutiesAlone.test(line))
  const below = at < 0 ? undefined : lines[at + 1]
  return below === undefined || below.length < 4 || below.length > 400 || isBlank(words, below)
    ? null
    : below.slice(0, 300)
}

/** A name on a line of its own (with or without 姓名 and post), its fields on the lines below. */
function inLines(words: Words, view: PageView): readonly Found[] {
  const leaders: Row[] = []
  // Where a post stands on a line of its own before the first name, each is that of the name below it.
  let above: string | null = null
  let label = ''
  for (const raw of view.page.text.excerpt.split('\n')) {
    const line = squash(raw)
    const before = label
    label = line.length <= 10 ? line.replace(/[\s:：]/g, '') : ''
    const text = line.replace(/^姓\s*名\s*[:：]?\s*/, '')
    const named =
      nameAndPost(words, text) ??
      nameAndPost(words, rowHead(text)) ??
      nameAndPost(words, lineHead(text)) ??
      bornName(words, line, view.page.text.excerpt)
    if (named !== null) {
      leaders.push({
        name: named.name,
        post: named.post ?? above,
        duties: dutiesIn(words, text),
        cells: cellsOf(text),
        labelled: before === '姓名' || text !== line,
      })
      if (above !== null) above = ''
      continue
    }
    const last = leaders.at(-1)
    const alone = WHOLE_POST.test(line) ? line : null
    if (alone !== null && (last === undefined || above !== null)) {
      above = alone
      continue
    }
    if (last === undefined) continue
    last.duties ??=
      words.dutiesAlone.test(before) && line.length > 1 && !words.field.test(fieldOf(line))
        ? line.slice(0, 300)
        : dutiesIn(words, line)
    last.post ||= line.length <= 60 ? postOfLine(words, line) : null
  }
  fillDuties(words, leaders)
  return leaders.map(({ name, post, duties, labelled }) => ({
    name,
    post: post === '' ? null : post,
    duties,
    place: placeIn(view, name),
    ...(labelled ? { labelled } : {}),
  }))
}

interface Row {
  readonly name: string
  post: string | null
  duties: string | null
  readonly cells: readonly string[]
  readonly labelled: boolean
}

/** 农业、水利 says what one does where the cell above it says 主持全面工作: the same place of rows of as many cells. */
function fillDuties(words: Words, leaders: readonly Row[]): void {
  for (const row of leaders) {
    const { length } = row.cells
    const at = length - 1
    if (
      row.duties !== null ||
      length < 3 ||
      !/^[\p{Script=Han}、，,；;和及]{2,}$/u.test(row.cells[at] ?? '')
    )
      continue
    const alike = leaders.some(
      (one) => one.cells.length === length && dutiesIn(words, one.cells[at] ?? '') !== null,
    )
    if (alike) row.duties = row.cells[at] ?? null
  }
}

/** Cells of a row; a name written apart (王　海) is one. */
function cellsOf(line: string): readonly string[] {
  return line.replace(/^(\p{Script=Han}) (\p{Script=Han}) /u, '$1$2 ').split(' ')
}

/** First cells of a table row: name (王　海 as one), post; the duties behind them may be long. */
function rowHead(line: string): string {
  const cells = cellsOf(line)
  return cells.length < 3 ? '' : cells.slice(0, 2).join(' ')
}

/** 王海　党组书记、局长，男，汉族，…主持局全面工作: name and post at the head of all that is told of one. */
function lineHead(line: string): string {
  return LINE_HEAD.exec(line)?.[0] ?? ''
}

const LINE_HEAD = new RegExp(
  `^${SURNAME_NAME}[\\s，,：:]+(?:现任)?[\\p{Script=Han}、，,]{0,16}?${POST}(?=[，,。；;\\s])`,
  'u',
)

/** 简历 of 简历：男，汉族 or of a line that says no more. */
function fieldOf(line: string): string {
  return (/^([^:：]{2,10})[:：]/.exec(line)?.[1] ?? line.slice(0, 11)).replace(/[\s:：]/g, '')
}

/** A rare surname: the line stands alone, and a life below it begins with the same word and man or woman (简历：盘志强，男，…). */
function bornName(words: Words, line: string, text: string): { name: string; post: null } | null {
  if (!/^[\p{Script=Han}]{2,4}$/u.test(line) || words.field.test(line)) return null
  return new RegExp(`${line}[，,、\\s]+(?:同志[，,]\\s*)?[男女][，,、\\s]`).test(text)
    ? { name: line, post: null }
    : null
}

function postOfLine(words: Words, line: string): string | null {
  const labelled = words.post.exec(line)?.[1]
  if (labelled !== undefined) return squash(labelled)
  const found = POSTS.exec(line)
  if (found !== null && found.index <= 4) return found[0]
  // 县政府办公室主任: the office before the post, and nothing else on the line.
  const whole = squash(line)
  return OFFICE_POST.test(whole) ? whole : null
}

/** 姓名：张三 职务：局长 分工：…, or lines 局长 张三 主持全面工作。, on one page. */
function inText(words: Words, view: PageView): readonly Leader[] {
  const text = squash(view.page.text.excerpt)
  const heads: { name: string; start: number; end: number; post: string | null }[] = []
  for (const match of text.matchAll(
    /姓\s*名\s*[:：]?\s*([\p{Script=Han}·]{2,12}|[\p{Script=Han}] [\p{Script=Han}])(?=[\s，,；;、]|职务|性别|$)/gu,
  )) {
    const name = (match[1] ?? '').replace(/\s/g, '')
    if (isPersonName(name)) {
      heads.push({ name, start: match.index, end: match.index + match[0].length, post: null })
    }
  }
  if (heads.length === 0) {
    const line = new RegExp(
      `(?<post>${POST}(?:[、，,兼 ]*${POST})*)\\s*[:：]?\\s*(?<name>${SURNAME_NAME})(?=[\\s，,：:。；（(]|同志|主持|负责|分管|协助)`,
      'gu',
    )
    const reversed = new RegExp(
      `(?<![\\p{Script=Han}])(?<name>${SURNAME_NAME})\\s*[:：，,（( ]\\s*(?<post>${POST}(?:[、，,兼 ]*${POST})*)`,
      'gu',
    )
    for (const pattern of [line, reversed]) {
      if (heads.length > 0) break
      for (const match of text.matchAll(pattern)) {
        const name = match.groups?.name ?? ''
        const post = match.groups?.post ?? null
        if (!isPersonName(name)) continue
        heads.push({ name, start: match.index, end: match.index + match[0].length, post })
      }
    }
  }
  return heads.map((head, i): Leader => {
    const part = text.slice(head.end, heads[i + 1]?.start ?? head.end + 500)
    return {
      name: head.name,
      post: head.post ?? words.post.exec(part)?.[1] ?? POSTS.exec(part.slice(0, 60))?.[0] ?? null,
      duties: dutiesIn(words, part),
      place: { url: view.page.url, at: view.page.text.at, quote: head.name },
    }
  })
}
