/**
 * The site's name as the head area of a page shows it: in words, or in what its sign's picture says.
 */
import { compareForm, squash } from '#base/text'
import type { Page, PageKind } from '#model/page'
import { headSegments } from './head-segments.ts'
import { MARKS } from './html-names.ts'
import type { Regions } from './regions.ts'
import { type MetaReading, tagValue } from './tags.ts'
import { SITE_END, SITE_WORD } from './title.ts'
import { type El, type PageTree, textOf } from './tree.ts'

/** Words of the page within which a banner without any structure (a cell, a line in large type) stands. */
const BANNER_WITHIN = 160

/** What a template prints where nobody filled in the name. */
const UNFILLED = /^(?:政府)?(?:网站|站点|网站的)名称$/
/** The way back stands in place of the sign, and names nothing. */
const DOOR = /^(?:返回|回到|进入)?(?:网站|门户|本站)?首页$|^home$/i
/** A name of an organ or its site, and no name of a column. */
const OFFICIAL_END =
  /(?:人民政府|街道办事处|管理委员会|管委会|委员会|[局厅署院]|门户网站|政府网|网站)$/

/** The site's name as its head area shows it. */
export function readHeadName(
  tree: PageTree,
  regions: Regions,
  meta: MetaReading,
  kind: PageKind,
): Page['headName'] {
  // `<title>` names the page as well as the site: only what ends like a site's name speaks for the site.
  const all = headSegments(tree.headTitle)
  const single = all.length === 1 && kind !== 'home'
  const segments = all.filter((part) => !single && SITE_END.test(part))
  const names = [tagValue(meta, 'SiteName'), ...segments.reverse()]
    .filter((name): name is string => name !== null && !UNFILLED.test(name))
    .map(compareForm)
    .filter((name) => name.length >= 3)
  // A title of one part speaks for the site only where a picture at the top says exactly the same.
  const alone = single ? all.filter((part) => SITE_END.test(part)).map(compareForm) : []
  const nameless = names.length === 0 && alone.length === 0
  const shortest = Math.min(
    ...names.map(({ length }) => length),
    ...alone.map(({ length }) => length),
  )
  const limit = Math.min(tree.source.length, Math.max(4000, tree.source.length * 0.35))
  const above = regions.trail?.el.from ?? regions.main?.from ?? tree.flat.length
  // A channel's own head names the column that the page belongs to, not the site.
  const columns = [tagValue(meta, 'ColumnName'), ...(regions.trail?.texts.slice(1) ?? [])]
  const own = kind === 'home' ? [] : columns.map((name) => compareForm(name ?? ''))
  const isSign = (value: string): boolean =>
    SITE_WORD.test(value) && !DOOR.test(value) && !own.includes(compareForm(value))
  let fallback: Page['headName'] = null
  for (const el of tree.els) {
    if (el.start > limit) break
    const size = el.to - el.from
    const inside = el.last - el.i
    // A sign may set each letter in a box of its own.
    const small = size >= 3 && size <= 60 && (inside <= 3 || Math.abs(inside - size) <= 2)
    const says = (el.marks & MARKS.says) !== 0
    if (!says && !small) continue
    const region = regions.of(el)
    if (region === 'footer') continue
    const inLogo = isLogo(el)
    for (const how of says ? SAYING : []) {
      const value = squash(el.attrs[how] ?? '')
      if (value.length < 3 || (how === 'title' && el.tag !== 'img' && el.tag !== 'a')) continue
      const same = el.tag === 'img' && how === 'alt' && alone.includes(compareForm(value))
      if (same || fits(value, names)) return { value, how, at: [el.start, el.end] }
      if (inLogo && el.tag === 'img' && isSign(value))
        fallback ??= { value, how, at: [el.start, el.end] }
    }
    const isAbove = region !== 'trail' && el.to <= above
    if (small && size >= shortest && (isAbove || isBanner(el, regions))) {
      const value = textOf(tree, el)
      const form = compareForm(value)
      // The whole name, whatever box it stands in above the page's own text; a title of one part is the site's where the
      // first line of the page says the same.
      if ((isAbove && names.includes(form)) || (isBanner(el, regions) && alone.includes(form)))
        return { value, how: 'text', at: [el.start, el.end] }
    }
    if (small && (inLogo || region === 'head' || el.tag === 'h1')) {
      const value = textOf(tree, el)
      // Where neither tag nor title names the site, a heading of its head does.
      if (nameless && isAbove && /^h[1-3]$/.test(el.tag) && OFFICIAL_END.test(value))
        fallback ??= { value, how: 'text', at: [el.start, el.end] }
      if (fits(value, names) || (inLogo && isSign(value))) {
        return { value, how: 'text', at: [el.start, el.end] }
      }
    }
  }
  return fallback
}

const SAYING = ['alt', 'title'] as const

/** Among the first words, before the trail and the text. */
function isBanner(el: El, { trail, bodyStart }: Regions): boolean {
  if (el.from >= BANNER_WITHIN || /^(?:title|head|html|body)$/.test(el.tag)) return false
  return trail === null ? el.to <= Math.max(bodyStart, BANNER_WITHIN) : el.to <= trail.el.from
}

/** Named like the site's sign, or in a box that is. */
function isLogo(el: El): boolean {
  const src = (el.marks & MARKS.leads) === 0 ? '' : (el.attrs.src ?? '')
  if (/logo|banner|site-?name|webname/i.test(`${el.classes} ${el.id} ${src}`)) return true
  const box = el.parent
  const around = `${box?.classes ?? ''} ${box?.id ?? ''} ${box?.parent?.classes ?? ''}`
  return around !== '  ' && /logo|banner/i.test(around)
}

function fits(value: string, names: readonly string[]): boolean {
  const own = compareForm(value)
  return (
    own.length >= 3 &&
    names.some(
      (name) => name === own || (own.length >= 5 && (name.includes(own) || own.includes(name))),
    )
  )
}
