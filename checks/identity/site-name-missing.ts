/**
 * Does every kind of page show the site's name in its head? One finding per page kind with the affected pages; where
 * the fault stands (one template, stray pages) is told by the share and the folders. Heads may be pictures that nobody can
 * read from markup; pages that lists lead to and that have nothing at all above their text are told apart, and so are those
 * whose head holds nothing but what stands in the heads of others, save the name that these say in words.
 */
import { clip, compareForm } from '#base/text'
import { pathOf, placeKey } from '#base/url'
import {
  citePage,
  defineCheck,
  isChinese,
  isStrangeName,
  listed,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageKind } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

/** Page kinds that carry the site's head, in the order shown. */
const KINDS: readonly (readonly [PageKind, string])[] = [
  ['home', '首页'],
  ['listing', '列表页'],
  ['directory', '目录页'],
  ['article', '内容页'],
  ['form', '表单页'],
]

/** Heads are often pictures or style-sheet backgrounds: markup alone cannot say that no name is shown. */
const UNSEEN = {
  value: 'partial',
  because: '名称可能写在页头图片或背景图里，源代码里读不到，请看页面',
} as const

export const siteNameMissing = defineCheck({
  id: 'identity/site-name-missing',
  revision: 9,
  title: '页面头部是否显示网站名称',
  question: '首页、列表页、内容页等各类页面的头部，是否都显示网站名称？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '附件《网页设计规范》：头部标识区醒目展示网站名称（二手）',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {
    minKindSureness: {
      default: 0.7,
      meaning: '页面类别的识别把握低于此值的页面不参加判断',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '{checked} 个{subject}的头部都有网站名称（如“{name}”）' },
    missing: {
      verdict: 'fail',
      message: '{where}看不到网站名称（共 {checked} 个页面{examples}）',
      claimsAbsence: true,
      ask: '这类页面的头部是否显示网站名称（图片、背景图里的也算）？',
    },
    'other-name': {
      verdict: 'fail',
      message:
        '{checked} 个{subject}中有 {other} 个头部写的是别的单位：“{names}”，网页标题写的是“{title}”',
    },
    'name-differs': {
      verdict: 'unsure',
      message: '{checked} 个{subject}中有 {other} 个头部写的是“{names}”，与登记的单位名称不同',
      ask: '“{names}”是不是本网站现在或从前的名称？',
    },
    'partly-missing': {
      verdict: 'unsure',
      message: '{checked} 个{subject}中有 {missing} 个头部没有读到网站名称，集中在：{folders}',
      ask: '所列目录下的页面，头部是否显示网站名称（图片、背景图里的也算）？',
    },
  },
  example:
    '首页和列表页头部有“某某市林业局”，内容页头部读不到名称：内容页 missing，因可能是图片，待人工核对。',
  *run(site, { params }) {
    let judged = false
    const names = namesOf(site)
    const everywhere = partsOfNamed(site)
    // What stands inside another page's frame has its head there.
    const framed = new Set(site.pages.flatMap((view) => view.page.frames.map(placeKey)))
    for (const [kind, label] of KINDS) {
      const views = site.pages.filter(
        (view) =>
          isOf(view, kind, params.minKindSureness) &&
          !framed.has(placeKey(view.page.url)) &&
          // A list endpoint's answer is put into a page that has the head.
          view.page.template !== '' &&
          // Home pages of channels (an English edition) are not the home page.
          (kind !== 'home' || view.page === site.home?.page),
      )
      if (views.length === 0) continue
      judged = true
      const bare = views.filter((view) => nameOn(view, names) === null && isOpenedBare(site, view))
      if (bare.length > 0) yield headless(bare, `没有页头的${label}`)
      const lacking = nameless(views, everywhere, names)
      if (lacking.length > 0) yield headless(lacking, `页头没有名称的${label}`)
      const others = views.filter((view) => !bare.includes(view) && !lacking.includes(view))
      const told = strangers(site, others, label) ?? former(site, others, label)
      if (told !== null) yield told
      const rest = others.filter(({ page }) => told?.pages?.includes(page.url) !== true)
      if (told === null && rest.length > 0) yield judge(rest, label, names)
      else if (rest.some((view) => nameOn(view, names) === null))
        yield judge(rest, `其余${label}`, names)
    }
    const odd = site.pages.filter((view) => isOddPage(view) && !framed.has(placeKey(view.page.url)))
    if (odd.some((view) => nameOn(view, names) === null)) yield judge(odd, '其他页面', names)
    const results = resultsOf(site).filter((view) => nameOn(view, names) === null)
    if (results.length > 0)
      yield {
        ...judge(results, '站内搜索结果页', names),
        evidence: results.map((view) => ({ ...citePage(view), capture: view.capture.id })),
        pages: [],
      }
    if (!judged && site.home !== null) yield judge([site.home], '首页', names)
  },
})

/** Heads left over from another body's template: on nearly every page of a kind, and by nothing of the portal borne out. */
function strangers(
  site: SiteView,
  views: readonly PageView[],
  label: string,
): Observation<'other-name' | 'name-differs'> | null {
  const { agency, portal, home } = site
  const title = home?.page.headTitle ?? ''
  const known = [agency.name, portal.name, title]
  const under = views.filter(
    ({ page: { headName } }) => headName !== null && isStrangeName(headName.value, known),
  )
  // One channel's template: its pages are the portal's by their own title.
  const isChannel = under.length < views.length * STRANGE_SHARE
  const told = isChannel ? under.filter((view) => isCopiedHead(site, view)) : under
  if (told.length < (isChannel ? LEAST_STRAY : 1)) return null
  const strange = told.flatMap(({ page: { url, headName } }) =>
    headName === null ? [] : [{ url, at: headName.at, quote: headName.value }],
  )
  // Registry and title agree on who it is; else the registry may be out of date.
  const isSure = compareForm(title).includes(compareForm(agency.name))
  return {
    outcome: isSure ? 'other-name' : 'name-differs',
    subject: label,
    facts: {
      checked: views.length,
      other: strange.length,
      names: listed([...new Set(strange.map(({ quote }) => quote))], 3),
      title,
    },
    measure: { value: 1 - strange.length / views.length, unit: 'share' },
    evidence: strange.slice(0, 5),
    pages: strange.map(({ url }) => url),
  }
}

const STRANGE_SHARE = 0.8
const LEAST_STRAY = 2
/** A government or an office of a place; towns and offices without one may have a part of the portal. */
const ELSEWHERE =
  /(?:^.*[省市州])?([\u4e00-\u9fff]{2,})[市县区旗州盟](?:人民政府|[\u4e00-\u9fff]{1,16}[局委])/

/** A head of a place of which the home page says nothing, under a title or a tag with the portal's own name. */
function isCopiedHead({ agency, portal, home }: SiteView, { page }: PageView): boolean {
  const place = ELSEWHERE.exec(page.headName?.value ?? '')?.[1]
  if (place === undefined || home === null) return false
  const own = [agency.name, portal.name].map(compareForm)
  const tag = page.officialTags.find(({ name }) => name === 'SiteName')?.content ?? ''
  const says = [page.headTitle ?? '', tag].map(compareForm)
  const around = [home.page.text.excerpt, ...home.page.links.map(({ text }) => text)]
  return (
    says.some((one) => own.some((name) => name !== '' && one.includes(name))) &&
    !around.some((words) => words.includes(place))
  )
}

/** A part of the pages under a name that the body bore before: 某市城乡建设局, now 某市住房和城乡建设局. */
function former(
  { agency, home }: SiteView,
  views: readonly PageView[],
  label: string,
): Observation<'name-differs'> | null {
  const shown = compareForm(home?.page.headName?.value ?? '')
  const old = views.flatMap(({ page: { url, headName } }) =>
    headName !== null &&
    compareForm(headName.value) !== shown &&
    isFormerName(compareForm(headName.value), compareForm(agency.name))
      ? [{ url, at: headName.at, quote: headName.value }]
      : [],
  )
  if (old.length === 0) return null
  return {
    outcome: 'name-differs',
    subject: label,
    facts: {
      checked: views.length,
      other: old.length,
      names: listed([...new Set(old.map(({ quote }) => quote))], 3),
    },
    measure: { value: 1 - old.length / views.length, unit: 'share' },
    evidence: old.slice(0, 5),
    pages: old.map(({ url }) => url),
  }
}

/** The own name without one of the fields that 和 or 与 joins: no short form, which drops letters here and there. */
function isFormerName(name: string, own: string): boolean {
  if (name.length >= own.length || !/[局委厅办会]$/.test(name)) return false
  for (let at = 2; at < name.length - 1; at++) {
    const left = own.slice(at, own.length - (name.length - at))
    const isWhole = own.startsWith(name.slice(0, at)) && own.endsWith(name.slice(at))
    if (isWhole && left.length > 2 && /^[和与]|[和与]$/.test(left)) return true
  }
  return false
}

/** What the portal's own search answered with, one page of it. */
function resultsOf({ search, home }: SiteView): readonly PageView[] {
  return search.asked
    .flatMap(({ page, capture }) =>
      page !== null &&
      capture?.status === 200 &&
      !page.needsBrowser.value &&
      page.blocked === null &&
      page.template !== '' &&
      home !== null &&
      new URL(page.url).host === new URL(home.page.url).host
        ? [{ page, capture, depth: 1 }]
        : [],
    )
    .slice(0, 1)
}

/** A page of no known kind (a search, a query) that ends like the site's others. */
const isOddPage = ({ page }: PageView): boolean =>
  page.kind.value === 'other' &&
  page.footer.siteCode !== null &&
  page.template !== '' &&
  page.blocked === null &&
  !page.truncated &&
  isChinese(page)

function isOf(view: PageView, kind: PageKind, least: number): boolean {
  const { page } = view
  return (
    page.kind.value === kind &&
    page.kind.sureness >= least &&
    page.blocked === null &&
    // An edition in another language goes by another name.
    (kind === 'home' || isChinese(page))
  )
}

/** Names the site goes by, as its home page, its title and the registry give them. */
function namesOf({ home, portal, agency }: SiteView): ReadonlySet<string> {
  const shown = [home?.page.headName?.value, portal.name, agency.name]
  const forms = shown.map((name) => compareForm(name ?? ''))
  return new Set(forms.filter((name) => name.length >= LEAST_NAME && /\p{Script=Han}/u.test(name)))
}

/** Links and pictures that stand before the text of a page whose text was not found. */
const FIRST_SIGNS = 3
/** Shorter names stand for anything. */
const LEAST_NAME = 4

/** The name in the page's head, or, where its markup has no head, as the words of a link or a picture before its text. */
function nameOn({ page }: PageView, names: ReadonlySet<string>): Place | null {
  const { url, headName } = page
  if (headName !== null) return { url, at: headName.at, quote: headName.value }
  const start = page.text.at?.[0] ?? null
  const signs = [
    ...page.links.filter(({ area }) => area === 'nav' || area === 'other'),
    ...(page.pictures ?? []).map(({ alt, at }) => ({ text: alt ?? '', at })),
  ]
  const early =
    start === null ? signs.slice(0, FIRST_SIGNS) : signs.filter(({ at }) => at[1] <= start)
  const sign = early.find(({ text }) => names.has(compareForm(text)))
  return sign === undefined ? null : { url, at: sign.at, quote: sign.text }
}

/** Doors to a page's other forms. */
const OTHER_FORM = /打印|预览|全屏|弹出|下载|纯文本|文本版|简版/

/** A page that has no head, opened from a list or a text by its own name. */
function isOpenedBare(site: SiteView, { page }: PageView): boolean {
  if (page.headless !== true || page.needsBrowser.value || page.truncated) return false
  const title = compareForm(page.title ?? '')
  const doors = site.links.find(({ url }) => placeKey(url) === placeKey(page.url))?.from ?? []
  return doors.some(({ text }) => {
    const words = compareForm(text.replace(/(?:…|\.{2,})\s*$/, ''))
    return (
      words.length >= LEAST_NAME &&
      !OTHER_FORM.test(text) &&
      (title.startsWith(words) || words.startsWith(title))
    )
  })
}

/** So many heads say the name in words where a portal has it in words. */
const LEAST_SAID = 5
/** A head without it is one among so many of its kind. */
const FEW = 0.25

/** All that the heads are made of that say the name in words; empty where they are too few to know how the portal does it. */
function partsOfNamed({ pages }: SiteView): ReadonlySet<string> {
  const said = pages.flatMap(({ page: { headName, headMake } }) =>
    headName?.how === 'text' && headMake !== undefined ? [headMake.parts] : [],
  )
  return new Set(said.length < LEAST_SAID ? [] : said.flat())
}

/** Few pages whose head has nothing to show and nothing of its own, and no word of the name. */
function nameless(
  views: readonly PageView[],
  everywhere: ReadonlySet<string>,
  names: ReadonlySet<string>,
): readonly PageView[] {
  const found = views.filter((view) => {
    const { headMake, needsBrowser, truncated } = view.page
    return (
      headMake?.shows === false &&
      nameOn(view, names) === null &&
      !needsBrowser.value &&
      !truncated &&
      everywhere.size > 0 &&
      headMake.parts.every((part) => everywhere.has(part))
    )
  })
  return found.length <= views.length * FEW ? found : []
}

function headless(views: readonly PageView[], subject: string): Observation<'missing'> {
  return {
    outcome: 'missing',
    subject,
    facts: {
      checked: views.length,
      missing: views.length,
      where: subject,
      examples: `：${listed(
        views.map(({ page }) => `“${clip(page.title ?? page.url, 30)}”`),
        4,
      )}`,
    },
    measure: { value: 0, unit: 'share' },
    coverage: WHOLE,
    evidence: views.slice(0, 5).map(citePage),
    pages: views.map(({ page }) => page.url),
  }
}

function judge(
  views: readonly PageView[],
  label: string,
  names: ReadonlySet<string>,
): Observation<'present' | 'missing' | 'partly-missing'> {
  const without = views.filter((view) => nameOn(view, names) === null)
  const withName = views.map((view) => nameOn(view, names)).find((place) => place !== null)
  const share = 1 - without.length / views.length
  if (without.length === 0 && withName) {
    return {
      outcome: 'present',
      subject: label,
      facts: { checked: views.length, name: withName.quote },
      measure: { value: 1, unit: 'share' },
      evidence: [withName],
    }
  }
  const affected = without.map((view) => view.page.url)
  const facts = {
    checked: views.length,
    missing: without.length,
    folders: listed([...new Set(affected.map(folderOf))], 4),
  }
  const common = {
    subject: label,
    facts,
    measure: { value: share, unit: 'share' as const },
    evidence: without.slice(0, 5).map(citePage),
    pages: affected,
  }
  if (withName !== undefined) return { ...common, outcome: 'partly-missing' }
  const where = { where: `${label}的头部`, examples: '' }
  return { ...common, outcome: 'missing', facts: { ...facts, ...where }, coverage: UNSEEN }
}

function folderOf(url: string): string {
  const path = pathOf(url).replace(/[?#].*$/, '')
  return path.slice(0, path.indexOf('/', 1) + 1) || '/'
}
