/**
 * Faults of feet: numbers that are none, or lead to another; kinds of pages and folders that end without a field which all the site's other pages show: one template of several that was
 * forgotten. A page here and there tells of no template; what stands in code alone counts as shown.
 */
import { pathOf, placeKey } from '#base/url'
import { FOOTER_NAMES, type FooterKey, type FooterValue, type Page } from '#model/page'
import { hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { listed } from './cite.ts'

export interface FootGap {
  /** 内容页, /zfxxgk/, /zfxxgk/ 的内容页, or several of them */
  readonly where: string
  readonly keys: readonly FooterKey[]
  readonly pages: readonly PageView[]
  /** Pages outside that were compared. */
  readonly others: number
  /** Not one field of a foot was read on these pages. */
  readonly bare: boolean
}

/** Fewer pages show no template. */
const LEAST_PAGES = 3
const LEAST_OTHERS = 5
/** Pages of a kind that lack the field: single ones (指南, 联系我们) are of another template. */
const CELL_SHARE = 0.9
/** Pages outside that have the field: what else lacks it is no kind. */
const OTHERS_SHARE = 0.95
/** A page of the site has its menu; a page for printing has not. */
const LEAST_LINKS = 5

const LABELS: Readonly<Record<string, string>> = {
  article: '内容页',
  listing: '栏目页',
  directory: '栏目页',
}

interface Cell {
  readonly where: string
  readonly pages: readonly PageView[]
}

export function footGaps(site: SiteView, fields: readonly FooterKey[]): readonly FootGap[] {
  const { home } = site
  if (home === null) return []
  const views = comparable(site)
  const cells = cellsOf(views)
  const found = new Map<string, FootGap & { readonly keys: FooterKey[] }>()
  for (const key of fields) {
    if (!has(home, key) || isHidden(home.page.footer[key])) continue
    const lacking = new Set(views.filter((view) => !has(view, key)))
    const told = new Set<PageView>()
    const names: string[] = []
    for (const { where, pages } of cells) {
      const bare = pages.filter((view) => lacking.has(view) && !told.has(view))
      if (bare.length < LEAST_PAGES || bare.length < pages.length * CELL_SHARE) continue
      names.push(where)
      for (const view of bare) told.add(view)
    }
    const others = views.length - told.size
    const having = others - (lacking.size - told.size)
    if (told.size === 0 || having < LEAST_OTHERS || having < others * OTHERS_SHARE) continue
    // Fields that the same pages lack are one fault.
    const pages = [...told]
    const known = found.get(names.join('、'))
    if (known !== undefined) known.keys.push(key)
    else
      found.set(names.join('、'), {
        where: names.length > MOST_NAMED && pages.every(isArticle) ? '内容页' : listed(names),
        keys: [key],
        pages,
        others,
        bare: pages.every(isBare),
      })
  }
  return [...found.values()]
}

/** It stands in code alone, and no visitor may see it. */
function isHidden(value: FooterValue | null): boolean {
  return value?.where === 'markup' && value.pictured !== true && value.written !== true
}

const MOST_NAMED = 2
const isArticle = ({ page }: PageView): boolean => page.kind.value === 'article'

const KEYS = (Object.keys(FOOTER_NAMES) as FooterKey[]).filter((key) => key !== 'sitemap')
const isBare = (view: PageView): boolean => KEYS.every((key) => !has(view, key))

/** A telephone number in the page's own text is none of its foot, unless what was read as its text holds the foot beside it. */
function has({ page }: PageView, key: FooterKey): boolean {
  const value = page.footer[key]
  if (key === 'sponsor' && page.sponsorPhrase !== undefined) return true
  if (key === 'siteCode' && page.oddSiteCode !== undefined) return true
  if (value === null) return false
  const text = page.text.at
  if (key !== 'contact' || text === null || value.at[0] < text[0] || value.at[0] >= text[1])
    return true
  return MARKS.some((mark) => {
    const at = page.footer[mark]?.at[0] ?? Number.NaN
    return at >= text[0] && at < text[1] && Math.abs(at - value.at[0]) <= SAME_FOOT
  })
}

const MARKS = ['siteCode', 'icpNumber', 'sponsor'] as const
/** Characters of source within which they stand beside each other. */
const SAME_FOOT = 400

/** Pages whose foot was read as a visitor sees it. */
function comparable(site: SiteView): readonly PageView[] {
  const framed = new Set(site.pages.flatMap(({ page }) => page.frames.map(placeKey)))
  return site.pages.filter((view) => {
    const { page } = view
    return (
      view !== site.home &&
      LABELS[page.kind.value] !== undefined &&
      page.kind.sureness >= 0.8 &&
      page.blocked === null &&
      page.template !== '' &&
      page.headless !== true &&
      !page.truncated &&
      page.frames.length === 0 &&
      page.links.length >= LEAST_LINKS &&
      hiddenByScript(view) === null &&
      isChinese(page) &&
      !framed.has(placeKey(page.url))
    )
  })
}

/** An edition in another language has a foot of its own. */
export function isChinese({ title, text }: Page): boolean {
  // The beginning tells the language, and every letter looked at costs on thousands of pages.
  const words = `${title ?? ''}${text.excerpt.slice(0, BEGINNING)}`
  const letters = words.replace(/\P{L}+/gu, '')
  const han = letters.replace(/\P{Script=Han}+/gu, '')
  return han.length >= letters.length * LEAST_HAN
}

const BEGINNING = 600
const LEAST_HAN = 0.4

/** The largest first. */
function cellsOf(views: readonly PageView[]): readonly Cell[] {
  const groups = new Map<string, PageView[]>()
  const add = (where: string, view: PageView): void => {
    const known = groups.get(where)
    if (known === undefined) groups.set(where, [view])
    else known.push(view)
  }
  for (const view of views) {
    const label = LABELS[view.page.kind.value] ?? ''
    add(label, view)
    const folders = pathOf(view.page.url).split('?')[0]?.split('/').slice(1, -1).slice(0, DEEPEST)
    for (const at of (folders ?? []).keys()) {
      const folder = `/${folders?.slice(0, at + 1).join('/')}/`
      add(folder, view)
      add(`${folder} 的${label}`, view)
    }
  }
  return [...groups]
    .map(([where, pages]) => ({ where, pages }))
    .filter(({ pages }) => pages.length >= LEAST_PAGES && pages.length < views.length)
    .sort((a, b) => b.pages.length - a.pages.length || a.where.length - b.where.length)
}

const DEEPEST = 3

/** The number of the police's filing that the foot prints, and another to which its link leads. */
export function filedElsewhere({ footer, links }: Page): {
  readonly shown: FooterValue
  readonly linked: string
} | null {
  const shown = footer.policeFilingNumber
  const digits = shown?.value.replaceAll(/\D/g, '') ?? ''
  if (shown === null || shown.where !== 'visible' || digits.length !== FILING_DIGITS) return null
  const linked = links.flatMap(({ url }) => FILING_LINK.exec(url)?.[1] ?? [])
  const [other] = linked
  return other === undefined || linked.includes(digits) ? null : { shown, linked: other }
}

export const FILING_DIGITS = 14
const FILING_LINK = /beian\.(?:mps\.)?gov\.cn\/.*(?:record)?code=(\d{14})(?!\d)/i

/** Fewer digits are a number cut short by us, as where it stands in two lines. */
const LEAST_DIGITS = 10

/** 公网安备: the 6 digits of the place and 8 more; numbers of before 2015 have 6 more, or as many and a dash. */
export function isMisprinted(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  const isOld = digits === 12 || /\d[-—－–]\s*\d/.test(value)
  return /公网安备/.test(value) && digits !== FILING_DIGITS && digits >= LEAST_DIGITS && !isOld
}
