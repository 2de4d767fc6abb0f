/**
 * Where the content of a topic stands on a portal that has no column of its name: in a wider column, under a name of its
 * own, on a page or behind a link that only a person can confirm. Asked before a check says that a column is missing.
 */
import { compareForm } from '#base/text'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { citeColumn, citePage } from './cite.ts'
import { isRead, itemsTitled } from './searched.ts'

/** Readings this sure name the column. */
const SURE = 0.8

/** What a department calls 教育概况 or 单位简介 may be where its functions and divisions stand. */
const WITHIN: Readonly<
  Record<string, { readonly topics: readonly string[]; readonly says: RegExp }>
> = {
  institution: {
    topics: ['overview'],
    says: /(?:主要|工作|机关|部门|单位)?(?:职责|职能)|内设(?:机构|科室|处室)|机构设置|机关科室/,
  },
}

/** A column of another topic whose own page says what this one is for. */
export function saidWithin(site: SiteView, topic: string): Column | null {
  const within = WITHIN[topic]
  if (within === undefined) return null
  const columns = within.topics.flatMap((one) => site.columnsOf(one, SURE))
  return (
    columns.find(
      ({ kind, url }) =>
        kind === 'local' &&
        isRead(site, url) &&
        within.says.test(site.pageAt(url)?.page.text.excerpt ?? ''),
    ) ?? null
  )
}

/** How entries speak of which a column may consist, whatever an office calls it (财政账本, 涉税公告, 税费政策). */
interface Entries {
  readonly name: RegExp
  readonly title: RegExp
  readonly fewest: number
}

const ENTRIES: Readonly<Record<string, readonly Entries[]>> = {
  budget: [{ name: /./, title: /(?:预算|决算)|[“"]?三公[”"]?经费/, fewest: 2 }],
  notices: [
    {
      name: /(?:公告|公示|通告|通知)(?:栏|牌|板|窗|墙|专栏|专区)?$/,
      title: /公告|公示|通告|通知/,
      fewest: 2,
    },
    {
      name: /./,
      title: /(?:公告|公示|通告|告示|布告|通知)(?:[（(][^（()）]{1,12}[)）])?$/,
      fewest: 3,
    },
  ],
  policyDocuments: [
    {
      name: /(?:政策|文件|法规|规定|制度)$/,
      title:
        /(?:办法|规定|通知|意见|细则|决定|方案|措施|条例|公告|规范|标准)(?:（[^（）]{1,12}）)?$/,
      fewest: 2,
    },
  ],
}

/** A list that was read, of no other topic, of which two entries in three are what the column is for. */
export function carrierOf(site: SiteView, topic: string): Column | null {
  for (const { name, title, fewest } of ENTRIES[topic] ?? [])
    for (const column of site.columns) {
      const other = column.topic !== null && column.topic.value !== topic
      if (other || column.kind !== 'local' || !isRead(site, column.url)) continue
      const fitting = column.items.filter((item) => title.test(item.title)).length
      const most = fitting * 3 >= column.items.length * 2
      if (name.test(column.name) && fitting >= fewest && most) return column
    }
  return null
}

/** Parts of what an agency says of itself; so many on one page are its 机构职能, whatever the column is called. */
const INSTITUTION: readonly RegExp[] = [
  /(?:主要|工作|机构|单位|部门)?职[责能](?:简介|如下|为|[：:\n])|(?:主要|工作)职[责能]/,
  /内设(?:机构|科室|处室|部门)|(?:科室|处室|机构)设置/,
  /(?:办公|单位|机关)?(?:地址|地点)/,
  /(?:办公|工作|上班|作息|值班)时间/,
  /电\s?话|联系方式/,
  /负\s?责\s?人|(?:局长|主任|厅长|区长|县长|市长|镇长|乡长|处长)[：:（(]/,
]
const LEAST_PARTS = 5

/** Pages that hold what the column is for, where no column is called so: what they hold is quoted as a candidate. */
export function toldElsewhere(site: SiteView, topic: string): readonly Place[] {
  switch (topic) {
    case 'institution':
      return pagesWhere(
        site,
        ({ page }) =>
          !/指南|申请/.test(page.title ?? '') &&
          INSTITUTION.filter((part) => part.test(page.text.excerpt)).length >= LEAST_PARTS,
      )
    case 'leaders': {
      const told = site.leaders.filter(({ post }) => post !== null).map(({ place }) => place)
      return told.length > 0
        ? told.slice(0, 3)
        : pagesWhere(site, ({ page }) => LEADER.every((part) => part.test(page.text.excerpt)))
    }
    case 'news':
      return site.columns
        .filter((column) => column.topic === null && readsAsNews(site, column))
        .flatMap((column) => [...citeColumn(site, column)])
        .slice(0, 3)
    case 'ogiGuide':
      return pagesWhere(site, ({ page }) => /信息公开(?:工作)?指南$/.test(page.title ?? ''))
    case 'ogiAnnualReports':
      return site.annualReports.map(({ place }) => place).slice(0, 3)
    case 'budget':
      return itemsTitled(site, /20\d\d年?度?.{0,16}(?:部门)?(?:预算|决算)/)
        .map(({ item }) => item.place)
        .slice(0, 3)
    default:
      return []
  }
}

/** What is told of a leader and of hardly anybody else: a life and the work that falls to them. */
const LEADER: readonly RegExp[] = [
  /[男女]\s*[，,、]\s*[\u4e00-\u9fff]{1,4}族|\d{4}\s*年\s*\d{1,2}\s*月\s*(?:出生|生)|中共党员/,
  /分工|分管|主持|负责/,
  /[省市县区州旗镇乡局厅处院校台]长|主任|书记|主席/,
]

/** Titles of what is announced, decided or published rather than reported. */
const NO_NEWS =
  /(?:公告|公示|通告|通知|办法|规定|方案|意见|清单|目录|名单|报告|结果|预案|决算|预算|标准|情况|表|制度|规划|计划|解读|答复|指南|条例|年报)(?:（[^（）]*）)?$|^(?:关于|《)/
const FEWEST_NEWS = 3

/** A dated list that the home page shows or links, mostly of reports of what was done, under a name of its own. */
function readsAsNews(site: SiteView, column: Column): boolean {
  const home = site.home?.page.url
  if (column.kind !== 'local' || !column.linkedFrom.some(({ url }) => url === home)) return false
  const dated = column.items.filter(({ publishedOn }) => publishedOn !== null)
  const reports = dated.filter(({ title }) => !NO_NEWS.test(title))
  return dated.length >= FEWEST_NEWS && reports.length * 4 >= dated.length * 3
}

function pagesWhere(site: SiteView, test: (view: PageView) => boolean): readonly Place[] {
  return site.pages
    .filter((view) => view !== site.home && isRead(site, view.page.url) && test(view))
    .slice(0, 3)
    .map((view) => ({
      url: view.page.url,
      at: null,
      quote: view.page.title ?? citePage(view).quote,
    }))
}

/** Links anywhere on the portal whose words contain the topic's name: an entry the column reader may have missed. */
export function linksNamed(site: SiteView, subject: string): Place[] {
  const wanted = compareForm(subject)
  if (wanted === '') return []
  return [...menuEntries(site)]
    .filter(([form]) => form.includes(wanted))
    .slice(0, 3)
    .map(([, place]) => place)
}

/** One pass over all links serves all topics. */
const entries = new WeakMap<SiteView, ReadonlyMap<string, Place>>()

/** Words of the portal's menus and footers, each once, in a form to compare. */
export function menuEntries(site: SiteView): ReadonlyMap<string, Place> {
  const known = entries.get(site)
  if (known) return known
  const texts = new Map<string, Place>()
  for (const { from } of site.links)
    for (const { area, text, url, at } of from)
      if (area === 'nav' || area === 'footer' || area === 'other')
        if (!texts.has(text) && site.pageAt(url) !== null) texts.set(text, { url, at, quote: text })
  const made = new Map([...texts].map(([text, place]) => [compareForm(text), place]))
  entries.set(site, made)
  return made
}
