/**
 * How many themes of services (教育、社保、企业开办 …) does the portal offer? Those that its own column of themes gathers, under
 * headings, as columns or as links, or that stand under such a heading on a service page; without them, entries by the names
 * of the national list on the home page and in the service columns: columns of disclosure bear the same names and are none.
 * A theme that says itself that nothing is there, or whose page holds nothing beside pages that do, does not count and is
 * told; what else a theme holds is for a person.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citeColumn,
  citePage,
  countedEntries,
  defineCheck,
  hollowWords,
  isGovernment,
  isTown,
  listed,
  namedEntries,
  noEntries,
  WHOLE,
} from '#engine/define-check'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

const SUBJECT = '主题服务'
const THEMES =
  '生育收养 户籍办理 民族宗教 教育科研 教育培训 入伍服役 就业创业 设立变更 准营准办 资质认证 职业资格 行政缴费 婚姻登记 优待抚恤 规划建设 住房保障 社会保障 社会救助 证件办理 交通出行 旅游观光 文化旅游 文化体育 出境入境 消费维权 公共安全 司法公证 知识产权 环保绿化 医疗卫生 医疗健康 离职退休 死亡殡葬 投资审批 融资信贷 抵押质押 商务贸易 招标拍卖 检验检疫 安全生产 安全防护 年检年审 税收财务 涉外服务 农林牧渔 国土建设 国土和规划建设 环境保护 气象服务 公用事业 科技创新 企业开办 法人注销 破产注销 人力资源 水务气象 应对气候变化 专利商标 公安消防 司法公正 质量技术 物流快递 慈善公益 申请专利 其他主题'
    .split(' ')
    .map(compareForm)
const LIST = new Set(THEMES)

export const themesFew = defineCheck({
  id: 'service/themes-few',
  revision: 10,
  title: '提供多少主题服务',
  question: '首页和办事服务栏目按主题提供了多少类服务？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2（县市区）',
      clause: '主题服务：提供主题服务的数量（按照标杆法赋分），10%',
    },
  ],
  needs: ['home'],
  params: {
    topics: {
      default: ['serviceGuide', 'service'],
      meaning: '除首页外还要看的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    minThemes: {
      default: 3,
      meaning: '读到的主题少于几个时不作计数，转为提问（个别相同的词不足以说明有主题服务）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    counted: { verdict: 'pass', message: '提供 {count} 类主题服务：{names}' },
    hollow: {
      verdict: 'fail',
      message: '“{column}”的主题{names}下没有服务事项：“{said}”',
      ask: '这些主题下是否确实没有服务事项？',
    },
    blank: {
      verdict: 'fail',
      message: '“{column}”的主题{names}打开后是空白页，没有服务事项',
      claimsAbsence: true,
      ask: '这些主题的页面上是否确实没有服务事项？',
    },
    unseen: {
      verdict: 'unsure',
      message: '首页和办事服务栏目没有读到按主题分类的服务',
      ask: '网站是否按教育、社保、住房等主题整合服务，有多少个主题？',
    },
    department: {
      verdict: 'not-applicable',
      message: '没有读到主题服务；主题服务由县级以上政府门户网站提供，“{agency}”不是',
    },
    external: {
      verdict: 'not-applicable',
      message: '没有读到主题服务，办事服务在站外（{target}）',
    },
  },
  example: '“办事服务”页按生育收养、户籍办理等18个主题列出服务：counted，18个。',
  *run(site, { params }) {
    if (site.home === null) return
    const gathered = gatheredThemes(site)
    if (gathered !== null && gathered.hollow.length > 0) yield hollowThemes(gathered)
    // All that it has are themes that are still to come.
    if (gathered !== null && gathered.themes.length === 0) return
    const under = gathered === null ? themesUnderHeading(site, params.topics) : null
    if (under !== null && under.blank.length > 0) yield blankThemes(site, under)
    const found = gathered?.themes ?? under?.themes ?? themesNamed(site, params)
    if (found.length > 0) {
      yield { ...countedEntries(found), outcome: 'counted', subject: SUBJECT }
      return
    }
    if (!isGovernment(site) || isTown(site)) {
      yield {
        outcome: 'department',
        subject: SUBJECT,
        facts: { agency: site.agency.name },
        evidence: [citePage(site.home)],
      }
      return
    }
    yield noEntries(site, site.home, params.topics, SUBJECT)
  },
})

interface Theme {
  readonly name: string
  readonly place: Place
}

/** Themes that one column gathers, and those of them under which it says itself that nothing is there. */
interface Gathered {
  readonly column: Column
  readonly themes: readonly Theme[]
  /** `at`: the page that says so, where it is not the column's. */
  readonly hollow: readonly (Theme & { readonly said: string; readonly at?: string })[]
}

function hollowThemes({ column, hollow }: Gathered) {
  const names = listed(
    hollow.map(({ name }) => `“${name}”`),
    8,
  )
  return {
    outcome: 'hollow' as const,
    subject: '没有事项的主题',
    facts: { column: column.name, names, said: hollow[0]?.said ?? '', count: hollow.length },
    evidence: hollow
      .slice(0, 5)
      .flatMap(({ place, said, at }) => [place, { url: at ?? place.url, at: null, quote: said }]),
  }
}

/** 主题服务, 场景式服务, 一件事: what gathers themes. */
const GATHERS = /(?:主题|场景|情景|分类)(?:式|化|集成)*(?:服务|办事|办理|导航)$|一件事(?:一次办)?$/

/** What the first column that gathers themes holds: under its page's headings, as its columns, or as its links. */
function gatheredThemes(site: SiteView): Gathered | null {
  const tree = new ColumnTree(site)
  for (const column of site.columns) {
    if (!GATHERS.test(column.name.trim())) continue
    const view = site.pageAt(column.url)
    const headed = view === null ? null : headedThemes(view, column)
    if (headed !== null) return headed
    const below = tree
      .descendants(column)
      .filter(({ empty }) => !empty)
      .flatMap((child) => {
        const [place] = citeColumn(site, child)
        return place === undefined ? [] : [{ name: child.name, place }]
      })
    const themes = below.length > 0 ? below : view === null ? [] : scenesOn(view, site.columns)
    const bare = themes.flatMap((theme) => saysNothing(site, view, theme))
    // Where most of them show nothing, we may not see what they show.
    if (themes.length > 0 && bare.length * 2 < themes.length)
      return {
        column,
        themes: themes.filter(({ name }) => !bare.some((one) => one.name === name)),
        hollow: bare,
      }
    if (themes.length > 0) return { column, themes, hollow: [] }
    const hollow = view === null ? [] : unopened(view, column)
    if (hollow.length > 0) return { column, themes, hollow }
  }
  return null
}

/** The theme behind its link, where its own page says in so many words that nothing is there yet. */
function saysNothing(site: SiteView, view: PageView | null, theme: Theme): Gathered['hollow'] {
  const link = view?.page.links.find(({ text }) => squash(text) === theme.name)
  if (link === undefined || hollowWords(site, link.url, theme.name) === null) return []
  const lines = site.pageAt(link.url)?.page.text.excerpt.split('\n') ?? []
  const said = lines.map((line) => line.trim()).find((line) => NOTHING.test(line))
  return said === undefined ? [] : [{ ...theme, said, at: link.url }]
}

const LEAST_HEADINGS = 2
const HEADING = /^[\u4e00-\u9fff、]{2,10}$/
/** What a page says in the place of a theme's services. */
const NOTHING =
  /^(?:敬请期待|暂未(?:开通|开放|上线)|尚未(?:开通|开放|上线)|(?:内容|栏目|页面|事项|服务|数据|材料|信息)?(?:正在)?(?:建设|整理|完善|更新|开发|梳理)中)[，,。.！!…]*(?:敬请期待)?[。.！!]?$|^(?:[该此本](?:主题|分类|类别|场景|栏目)下?)?(?:暂无|尚无|暂时没有|没有)(?:任何|相关|可办)*(?:服务|办理|办事)*(?:事项|内容|数据|信息|指南|服务)?[。.！!]?$/

/** Headings of the page's body that are no links, each over lines of links or over words that nothing is there. */
function headedThemes(view: PageView, column: Column): Gathered | null {
  const { page } = view
  const texts = page.links
    .filter(({ area }) => area !== 'nav' && area !== 'trail' && area !== 'footer')
    .map(({ text }) => compareForm(text))
    .filter((text) => text.length > 1)
    .sort((one, other) => other.length - one.length)
  const linked = (line: string): boolean => {
    const rest = texts.reduce((left, text) => left.replaceAll(text, ''), compareForm(line))
    return rest === '' && compareForm(line) !== ''
  }
  const lines = page.text.excerpt.split('\n').map((line) => line.trim())
  const themes: Theme[] = []
  const hollow: Gathered['hollow'][number][] = []
  for (const [index, name] of lines.entries()) {
    if (!HEADING.test(name) || linked(name) || NOTHING.test(name) || name === column.name.trim())
      continue
    const next = lines[index + 1] ?? ''
    const place = { url: page.url, at: null, quote: name }
    if (NOTHING.test(next)) hollow.push({ name, place, said: next })
    else if (linked(next)) themes.push({ name, place })
  }
  if (themes.length < LEAST_HEADINGS) return null
  // A script may write the services in the place of those words.
  return { column, themes, hollow: hiddenByScript(view) === null ? hollow : [] }
}

/** 法人主题：暂未开通, each on a line of a page that holds no theme. */
function unopened(view: PageView, column: Column): Gathered['hollow'] {
  if (hiddenByScript(view) !== null) return []
  return view.page.text.excerpt.split('\n').flatMap((line) => {
    const [, name = '', said = ''] =
      /^\s*([\u4e00-\u9fff]{2,10})[:：]\s*(\S.*?)\s*$/.exec(line) ?? []
    const place = { url: view.page.url, at: null, quote: name }
    return name !== '' && name !== column.name.trim() && NOTHING.test(said)
      ? [{ name, place, said }]
      : []
  })
}

/** 我要开餐馆, 我要养老: scenes of life, or themes, each a link. */
const SCENE = /^(?:我要|我想|如何|怎样)?[\u4e00-\u9fff]{2,10}$/
const LEAST_SCENES = 3

function scenesOn({ page }: PageView, columns: readonly Column[]): readonly Theme[] {
  // The menu beside the list may stand in the page's body too.
  const doors = new Set(columns.map(({ name, url }) => `${name.trim()} ${placeKey(url)}`))
  const scenes = page.links
    .filter(({ area, text }) => /^(?:main|other|list)$/.test(area) && SCENE.test(text.trim()))
    .filter(({ text, url }) => !doors.has(`${text.trim()} ${placeKey(url)}`))
    .map(({ text, at }) => ({ name: text.trim(), place: { url: page.url, at, quote: text } }))
  const own = [...new Map(scenes.map((scene) => [scene.name, scene])).values()]
  return own.length >= LEAST_SCENES ? own : []
}

interface Headed {
  readonly heading: string
  readonly themes: readonly Theme[]
  readonly blank: readonly (Theme & { readonly url: string })[]
}

/** Links in the lines under 主题服务 on the home page or a service page, up to the next heading. */
function themesUnderHeading(site: SiteView, topics: readonly string[]): Headed | null {
  const views = topics.flatMap((topic) =>
    site.columnsOf(topic).flatMap(({ url }) => site.pageAt(url) ?? []),
  )
  for (const view of [site.home, ...views]) {
    const found = view === null ? null : headingOn(site, view)
    if (found !== null) return found
  }
  return null
}

function headingOn(site: SiteView, { page }: PageView): Headed | null {
  const lines = page.text.excerpt.split('\n').map((line) => line.trim())
  const links = page.links.filter(({ area, text }) => /^(?:main|other|list)$/.test(area) && text)
  const names = new Map(links.map((link) => [compareForm(link.text), link]))
  const at = lines.findIndex((line) => GATHERS.test(line) && !names.has(compareForm(line)))
  const below: (Theme & { readonly url: string })[] = []
  for (const line of at < 0 ? [] : lines.slice(at + 1)) {
    const shown = line.split(/[\s|｜]+/).flatMap((word) => names.get(compareForm(word)) ?? [])
    if (shown.length === 0 || shown.some(({ text }) => !SCENE.test(text.trim()))) break
    for (const { text, at: place, url } of shown)
      below.push({ name: text.trim(), url, place: { url: page.url, at: place, quote: text } })
  }
  if (below.length < LEAST_SCENES) return null
  const bare = below.filter(({ url, name }) => isBlank(site, url, name))
  // Where most of them show nothing, we may not see what they show.
  const blank = bare.length * 2 < below.length ? bare : []
  const themes = below.filter((one) => !blank.includes(one))
  return { heading: lines[at] ?? '', themes, blank }
}

/** Nothing but its own name, its trail, and what the menus and the foot lead to. */
function isBlank(site: SiteView, url: string, name: string): boolean {
  const words = hollowWords(site, url, name)
  if (words === null) return false
  const page = site.pageAt(url)?.page
  const atHome = new Set((site.home?.page.links ?? []).map((link) => placeKey(link.url)))
  const around = (page?.links ?? [])
    .filter(({ area, url: to }) => /^(?:nav|footer|trail)$/.test(area) || atHome.has(placeKey(to)))
    .map(({ text }) => text)
  const own = [...(page?.trail ?? []), ...around]
    .map(squash)
    .sort((one, other) => other.length - one.length)
    .reduce((left, step) => (step === '' ? left : left.replaceAll(step, '')), words)
  return own.replace(/[您你]?的?(?:当前|现在|所在)的?(?:位置)|[\s:：>》»→/|·-]/g, '') === ''
}

function blankThemes(site: SiteView, { heading, blank }: Headed) {
  return {
    outcome: 'blank' as const,
    subject: '没有事项的主题',
    facts: {
      column: heading,
      names: listed(
        blank.map(({ name }) => `“${name}”`),
        8,
      ),
      count: blank.length,
    },
    evidence: blank.slice(0, 5).flatMap(({ url, place }) => {
      const view = site.pageAt(url)
      return view === null ? [place] : [place, citePage(view)]
    }),
    coverage: WHOLE,
  }
}

/** Entries by the names of the national list, none of which leads to a column of the portal that serves something else. */
function themesNamed(
  site: SiteView,
  params: { readonly topics: readonly string[]; readonly minThemes: number },
): readonly Theme[] {
  const tree = new ColumnTree(site)
  const serving = params.topics.flatMap((topic) =>
    site.columnsOf(topic).flatMap((column) => [column, ...tree.descendants(column)]),
  )
  const others = new Set(
    site.columns
      .filter((column) => column.kind === 'local' && !serving.includes(column))
      .map(({ url }) => placeKey(url)),
  )
  const named = namedEntries(site, params.topics, (name) =>
    LIST.has(compareForm(name).replace(/(?:主题)?(?:服务|专题)$/, '')),
  ).filter(({ url }) => url === null || !others.has(placeKey(url)))
  return named.length >= params.minThemes ? named : []
}
