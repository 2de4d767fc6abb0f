/**
 * Does the column for disclosure on request offer the five functions assessed: flow chart, notes, progress query, form
 * to fill in online, form to download? One finding per function. Nothing is submitted, so whether they work is open; an
 * entry that plainly leads nowhere (home, a dead address, a page of an error, still to be built or with nothing on it, online
 * filling in that sends applicants away with a paper form) is none.
 */
import { clip, squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  citePage,
  closedWay,
  type Door,
  defineCheck,
  type Element,
  formAmong,
  judgeElements,
  labelledElements,
  lineOf,
  listed,
  type Member,
  notesOn,
  OUT_OF_SERVICE_NEXT,
  type OwedElement,
  ownPagesOf,
  partly,
  partOf,
  unevenUnits,
  unitsOf,
  viewsOf,
  WHOLE,
  whyDead,
  whyWordsOnly,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView, SiteView } from '#model/site-view'

const FUNCTIONS: readonly OwedElement[] = [
  {
    name: '流程图',
    labels: ['procedure'],
    within: /流程|(?:程序|步骤)(?:示意)?图|处理(?:程序|步骤|环节)/,
  },
  {
    name: '申请须知',
    notIn: 'charts',
    within:
      /须知|指南|(?:申请|填[写表报]|办理|流程|使用|公开)说明|注意事项|(?:如何|怎样|怎么)(?:提出)?申请/,
  },
  {
    name: '进度查询',
    within:
      /(进度|进展|状态|结果|办理(?:情况)?|办件|答复|受理).{0,6}查询|查询.{0,8}(进度|进展|状态|结果|答复|查询码)|查询码|申请查询|查询申请|(?:回复|反馈)(?:情况)?查询|我的申请|申请(?:记录|跟踪)/,
    onPage: true,
  },
  {
    name: '在线填报',
    within:
      /(在线|网上|网络|线上|互联网|电子)(申请|填报|填写|填表|提交|受理|递交|申报|办理|登记)|(我要|立即|马上|点击|直接)申请|(?<![^\s“"「【《>：:、])(?:填写|填报|提交|录入|递交)申请(?![\u4e00-\u9fff])|(?:网站|系统|平台|网络|栏目|页面|门户)[^，。；\n]{0,10}(?:填写|填报|提交|录入|递交)申请(?!表)|申请(?:填报|填写|录入|递交)(?!表)|申请(?:公开)?(入口|通道|系统|平台)/,
    linked:
      /(在线|网上|网络|线上|互联网|电子)(申请|填报|填写|填表|提交|受理|递交|申报|办理|登记)|(我要|立即|马上|点击|直接)申请|(?:填写|填报|提交|录入|递交)申请(?!表)|申请(?:填报|填写|录入|递交)(?!表)|申请(?:公开)?(入口|通道|系统|平台)|^(?:公民|法人|个人|单位|组织)(?:或其他组织)?申请$/,
    onPage: true,
    unless: OUT_OF_SERVICE_NEXT,
  },
  {
    name: '申请表下载',
    within: /申请表.{0,10}下载|下载.{0,16}申请表|表格下载/,
    linked: /申请(登记)?表|表格下载/,
    notIn: 'pictures',
  },
]

export const functionsMissing = defineCheck({
  id: 'request/functions-missing',
  revision: 34,
  title: '依申请公开功能是否齐全',
  question: '依申请公开栏目是否提供流程图、申请须知、进度查询、在线填报和申请表下载？',
  basis: [
    {
      document: '双鸭山市2019年政务公开考核指标',
      clause: '依申请公开：流程图、须知（指南）、进度查询、在线填报、申请表下载五项功能',
    },
    {
      document: '国办公开办函〔2017〕19号',
      clause: '鼓励开通传真、在线申请、电子邮箱等渠道（在线填报不是法定必备）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['disclosureRequest'],
      meaning: '按依申请公开判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    functions: {
      default: FUNCTIONS.map((element) => element.name),
      meaning: '应当提供的功能',
      source: '双鸭山市2019年考核指标（五项）；各地要求不同，可按地方方案增减',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”有{element}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有找到{element}',
      claimsAbsence: true,
      ask: '在浏览器中打开依申请公开栏目（含附件、图片、登录后的页面），是否确实没有这项功能？',
    },
    'units-missing': {
      verdict: 'fail',
      message: '{judged} 个单位各有依申请公开栏目，其中 {count} 个没有多数单位都有的功能：{names}',
      claimsAbsence: true,
      ask: '所列单位的依申请公开栏目（含附件、图片）里是否确实没有这些功能？',
    },
    untitled: {
      verdict: 'unsure',
      message: '“{column}”没有标明申请须知，有关页面上写了一部分：{words}',
      ask: '“{column}”页面上的这些文字算不算申请须知？',
    },
    'dead-end': {
      verdict: 'fail',
      message: '“{column}”的“{words}”{why}，没有这项功能',
      ask: '在浏览器中点开“{words}”，是否确实用不了？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”指向站外（{target}），没有检查其功能',
      ask: '站外的申请平台是否提供这些功能？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的文字：{reason}',
      ask: '请打开依申请公开栏目，五项功能是否齐全？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出依申请公开栏目（是否应设由栏目检查判断）',
    },
  },
  example: '某局依申请公开栏目有须知、申请表和在线填报，没有流程图：依申请公开：流程图 missing。',
  *run(site, { params, labels }) {
    const { columns, views, others } = ownPagesOf(site, params.topics)
    const wanted = labelledElements(labels, FUNCTIONS, params.functions)
    const outside = systemOutside(views)
    const box = views.find((view) => (view.page.writingBox ?? null) !== null)
    const answers = [...judgeElements(site, columns, wanted, '依申请公开', others)]
    // Where it names its functions, the notes are one of them; else the guide beside it may serve for them.
    const named = answers.filter(({ outcome }) => outcome === 'present').length >= LEAST_NAMED
    for (const answer of answers) {
      const form = box?.page.writingBox ?? null
      const isDoor = answer.outcome === 'present' && isMenuDoor(site, views, answer)
      const notes =
        (answer.outcome === 'missing' || isDoor) && answer.subject.endsWith('：申请须知')
          ? notesOn(views)
          : null
      const file =
        answer.outcome === 'missing' && answer.subject.endsWith('：申请表下载')
          ? formAmong(site, views)
          : null
      // A form to write in is the function, whatever it is called.
      if (answer.outcome === 'missing' && answer.subject.endsWith('：在线填报') && box && form)
        yield {
          ...answer,
          outcome: 'present',
          facts: { ...answer.facts, words: form.quote },
          evidence: [{ url: box.page.url, at: form.at, quote: form.quote }],
        }
      else if (file !== null)
        yield {
          ...answer,
          outcome: 'present',
          facts: { ...answer.facts, words: clip(file.quote, 60) },
          evidence: [file],
        }
      // So are the notes, where the page itself says whom to ask, how and what comes of it.
      else if (notes !== null)
        yield {
          ...answer,
          outcome: notes.all ? 'present' : 'untitled',
          facts: { ...answer.facts, words: clip(notes.place.quote, 60) },
          evidence: [notes.place],
        }
      else if (answer.outcome === 'missing' && answer.subject.endsWith('：申请须知') && !named)
        yield { ...answer, ...guideBeside(site, answer) }
      else if (answer.outcome === 'present') yield orDeadEnd(site, views, wanted, answer)
      else if (answer.outcome === 'missing' && outside !== null)
        yield {
          ...answer,
          coverage: partly(`“${clip(outside, 30)}”指向站外的申请系统，可能在那里`),
        }
      else yield answer
    }
    yield* ofUnits(site, params.topics, wanted)
    yield* deadOfUnits(site, views, params.topics, wanted)
  },
})

/** Units of whom so many offer a function leave no doubt that each was to offer it. */
const LEAST_UNITS = 2

/** Towns and departments with request columns of their own, by what most of them offer; what few do is nobody's. */
function* ofUnits(
  site: SiteView,
  topics: readonly string[],
  wanted: readonly Element[],
): Generator<Observation<'units-missing'>> {
  const { judged, uneven } = unevenUnits(site, topics, wanted)
  const found = new Map<Member, string[]>()
  for (const { element, printing, lacking, doubtful } of uneven)
    for (const member of lacking) {
      const most = printing.length > Math.max(LEAST_UNITS - 1, lacking.length + doubtful.length)
      if (most && !offersElse(site, member, element))
        found.set(member, [...(found.get(member) ?? []), element])
    }
  if (found.size === 0) return
  const names = [...found].map(([{ name }, missed]) => `“${name}”缺${missed.join('、')}`)
  const views = [...found.keys()].map(({ view }) => view)
  yield {
    outcome: 'units-missing',
    subject: '各单位的依申请公开',
    facts: { judged: judged.length, count: found.size, names: listed(names, 8) },
    measure: { value: found.size, unit: 'count' },
    evidence: views.slice(0, 8).map(citePage),
    pages: views.map(({ page }) => page.url),
    coverage: WHOLE,
  }
}

/** Doors of a unit's own column that lead nowhere; what the portal's own column leads to as well is told there. */
function* deadOfUnits(
  site: SiteView,
  views: readonly PageView[],
  topics: readonly string[],
  wanted: readonly Element[],
): Generator<Observation<'dead-end'>> {
  const told = new Set(views.flatMap(({ page }) => page.links.map(({ url }) => placeKey(url))))
  for (const unit of unitsOf(site)) {
    const part = partOf(site, unit)
    const columns = topics.flatMap((topic) => part.columnsOf(topic))
    const own = columns.flatMap((column) => [...viewsOf(part, column)])
    for (const answer of judgeElements(
      part,
      columns,
      wanted,
      `依申请公开（${unit.name}）`,
      undefined,
      site,
    )) {
      const end = answer.outcome === 'present' ? orDeadEnd(site, own, wanted, answer, told) : answer
      if (end.outcome === 'dead-end')
        yield { ...end, outcome: 'dead-end', facts: { ...end.facts, column: unit.name } }
    }
  }
}

/** Under another name, as a form, a file or in its text; or where its page leads off the portal. */
function offersElse(site: SiteView, { view }: Member, element: string): boolean {
  if (systemOutside([view]) !== null) return true
  if (element === '申请须知') return notesOn([view]) !== null
  if (element === '在线填报') return view.page.writingBox != null
  return element === '申请表下载' && formAmong(site, [view]) !== null
}

type Answer = ReturnType<typeof judgeElements> extends Generator<infer A> ? A : never

/** An address to go to, told in words; a mailbox is none. */
const MAILBOX = /[\w.-]+@[\w.-]+/g
const WAY = /https?:|www\.|\w\.(?:gov|com|org|net|cn)\b|网址|小程序|公众号|APP/i

/** Only ways to something to use; a form to download is `form-broken`'s question. */
const USED: readonly Door[] = ['流程图', '申请须知', '进度查询', '在线填报']
/** The guide and other papers are called notes too; which may serve for them is judged elsewhere. */
const NOTICE = /须知|注意事项/

/** What all links of the function lead to, where every one of them leads nowhere and nothing else on the pages is it. */
function orDeadEnd(
  site: SiteView,
  views: readonly PageView[],
  wanted: readonly Element[],
  answer: Answer,
  elsewhere: ReadonlySet<string> = new Set(),
): Observation<'present' | 'dead-end'> {
  const present = { ...answer, outcome: 'present' } as const
  const element = wanted.find(({ name }) => answer.subject.endsWith(`：${name}`))
  const door = USED.find((name) => name === element?.name)
  if (element === undefined || door === undefined) return present
  const words = door === '申请须知' ? NOTICE : (element.linked ?? element.within)
  const links = views.flatMap(({ page }) =>
    page.links
      .filter(
        ({ area, text, url }) =>
          area !== 'footer' &&
          area !== 'trail' &&
          words.test(text) &&
          !elsewhere.has(placeKey(url)),
      )
      .map((link) => ({ page, link })),
  )
  const [first] = links
  const [place] = answer.evidence
  if (first === undefined && place !== undefined) {
    const nothing = whyWordsOnly(site, views, place, words, door)
    if (nothing === null) return present
    const facts = { ...answer.facts, words: clip(nothing.place.quote, 40), why: nothing.why }
    return { ...answer, outcome: 'dead-end', facts, evidence: [nothing.place], coverage: WHOLE }
  }
  // Shown by other words, by a picture or a form: the function itself. A sentence that names what is to be used on the page is not.
  const line = place === undefined ? '' : lineOf(site, place)
  const isNamed = element.onPage === true && line !== '' && !WAY.test(line.replace(MAILBOX, ''))
  if (
    first === undefined ||
    place === undefined ||
    !(isNamed || links.some(({ link }) => isWordsOf(link.text, place.quote, line)))
  )
    return present
  // The box of another function, behind a door of its own, is not this one.
  const others = FUNCTIONS.filter(({ name }) => name !== element.name)
  const elsewhereTo = new Set(
    views.flatMap(({ page }) =>
      page.links
        .filter(
          ({ text }) =>
            !words.test(text) &&
            others.some((one) => (one.linked ?? one.within)?.test(text) === true),
        )
        .map(({ url }) => placeKey(url)),
    ),
  )
  const used = views.some(
    (view) =>
      view.page.writingBox != null &&
      closedWay(view) === null &&
      !elsewhereTo.has(placeKey(view.page.url)) &&
      (isNamed || words.test(view.page.title ?? '')),
  )
  const ends = links.map(({ page, link }) => whyDead(site, page.url, link.url, door))
  const [why] = ends
  if (used || why == null || ends.some((end) => end === null)) return present
  return {
    ...answer,
    outcome: 'dead-end',
    facts: { ...answer.facts, words: clip(first.link.text, 40), why },
    evidence: links
      .slice(0, 3)
      .map(({ page, link }) => ({ url: page.url, at: link.at, quote: link.text })),
    coverage: WHOLE,
  }
}

/** The words are the link's: they begin with it, or stand in a line that is it (a menu read with the text of a page without any). */
function isWordsOf(link: string, quote: string, line: string): boolean {
  const own = squash(line).replace(MORE, '')
  return quote.startsWith(link) || own === squash(link)
}

/** Behind the heading of a block. */
const MORE = /\s*(?:更多|more)?[\s>》]*$/i

/** 政府信息公开指南 in the menu beside the column: the guide to all that is open, which may or may not hold the notes. */
function isMenuDoor(site: SiteView, views: readonly PageView[], { evidence }: Answer): boolean {
  const quote = evidence[0]?.quote ?? ''
  const guides = new Set(site.columnsOf('ogiGuide').map(({ url }) => placeKey(url)))
  const links = views.flatMap(({ page }) => page.links.filter(({ text }) => text === quote))
  return (
    links.length > 0 &&
    links.every(({ url }) => guides.has(placeKey(url))) &&
    !views.some(({ page }) => page.text.excerpt.includes(quote))
  )
}

const LEAST_NAMED = 2

/** The guide to disclosure tells how to apply: whether it stands for the notes is asked. */
function guideBeside(
  site: SiteView,
  answer: Answer,
): Pick<Observation<'untitled'>, 'outcome' | 'facts' | 'evidence'> | null {
  const notes = notesOn(site.columnsOf('ogiGuide').flatMap((one) => [...viewsOf(site, one)]))
  if (notes === null) return null
  const facts = { ...answer.facts, words: clip(notes.place.quote, 60) }
  return { outcome: 'untitled', facts, evidence: [notes.place] }
}

const LOGIN = /^(?:用户|个人|会员|统一|法人|自然人)?(?:登录|登陆|注册|登录注册|登录[/｜|]注册)$/

/** Words of a link from the column to an application system on another host. */
function systemOutside(views: readonly PageView[]): string | null {
  for (const { page } of views) {
    const own = new URL(page.url).host
    const link = page.links.find(
      ({ area, text, url }) =>
        area !== 'footer' &&
        area !== 'trail' &&
        // 登录 in the head of every page lets a visitor in, it takes no applications.
        !(area !== 'main' && area !== 'list' && LOGIN.test(text)) &&
        /申请|受理|填报|办理|查询|入口|系统|平台|登录/.test(text) &&
        URL.canParse(url) &&
        /^https?:$/.test(new URL(url).protocol) &&
        new URL(url).host !== own,
    )
    if (link !== undefined) return link.text
  }
  return null
}
