/**
 * The portal's own place misspelt in the name of a body that speaks for itself: at the foot of a paper, as its issuer or
 * source, at the head of its title (罗西县人民政府办公室 on the portal of 罗溪县). One letter is another one, or two changed
 * places, and the name stands nearly nowhere else. A neighbour may bear such a name: whether it does is a question.
 */
import { squash } from '#base/text'
import type { Page } from '#model/page'
import type { Place, SiteView } from '#model/site-view'

interface MisnamedBody {
  readonly wrong: string
  readonly right: string
  readonly title: string
  readonly place: Place
}

const OWN_PLACE = /([\u4e00-\u9fff]{2,5}?(?:自治[州县旗]|[省市县区旗州盟镇乡]))/g
const ORGAN =
  '(?:人民政府|政府|委员会|党委|县委|区委|市委|人大|政协|[\\u4e00-\\u9fff]{2,12}(?:局|委|委员会|办公[室厅]|中心|办事处|指挥部|领导小组|法院|检察院|大队|支队))[\\u4e00-\\u9fff]{0,8}'
const DAY = /^20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|^[二〇○零一-九十]{4}年/
const FOOT_LINES = 6
/** A name that stands on more pages than these is somebody's. */
const RARE = 2
const MOST_TIMES = 2
/** Too short to be told from another by a letter. */
const LEAST = 3

export function misnamedBodies(site: SiteView): readonly MisnamedBody[] {
  const own = ownPlace(site)
  if (own === null) return []
  const slips = slipsOf(own)
  const form = new RegExp(`(?:${slips.join('|')})(?=${ORGAN})`, 'g')
  const pages = site.pages.flatMap(({ page }) => {
    if (page.blocked !== null || page.kind.value === 'error') return []
    const words = [page.title ?? '', page.source ?? '', page.text.excerpt].join('\n')
    return [...words.matchAll(form)].some(([slip]) => isSlip(slip, own)) ? [page] : []
  })
  const found = pages.flatMap((page) => {
    const one = spokenOn(page, own, form)
    return one === null ? [] : [one]
  })
  const places = (wrong: string) => pages.filter((page) => countOf(page, wrong) > 0).length
  return found.filter(({ wrong }) => places(wrong.slice(0, own.length)) <= RARE)
}

/** 罗溪县 of 江西省浔江市罗溪县人民政府. */
function ownPlace({ agency }: SiteView): string | null {
  const own = [...squash(agency.name).matchAll(OWN_PLACE)].at(-1)?.[0]
  return own === undefined || own.length < LEAST ? null : own
}

/** Expressions of the place with one letter, but the last, another one, or two of them in the other order. */
function slipsOf(place: string): readonly string[] {
  const letters = [...place].slice(0, -1)
  const last = place.slice(-1)
  const other = letters.map((_, at) =>
    letters.map((one, i) => (i === at ? '[\\u4e00-\\u9fff]' : one)).join(''),
  )
  const turned = letters.slice(1).map((_, at) => {
    const swapped = [...letters]
    ;[swapped[at], swapped[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? '']
    return swapped.join('')
  })
  return [...turned, ...other].map((one) => `${one}${last}`)
}

/** 省溪县, 在溪县: another word reaches into it. */
const NO_LETTER = /[省市县区州旗盟镇乡的在与和及对由向于是以为从到本全各该]/
function isSlip(slip: string, own: string): boolean {
  return slip !== own && ![...slip].some((one, at) => one !== own[at] && NO_LETTER.test(one))
}

const countOf = (page: Page, words: string): number =>
  [page.title ?? '', page.source ?? '', page.text.excerpt].join('\n').split(words).length - 1

/** Where the page's own body so names itself. */
function spokenOn(page: Page, own: string, form: RegExp): MisnamedBody | null {
  const lines = page.text.excerpt
    .split('\n')
    .map((line) => squash(line))
    .filter((line) => line !== '')
  const foot = lines.slice(-FOOT_LINES).flatMap((line, i, some) => {
    const name = line.replace(/\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/, '')
    const isDated = name !== line || some.slice(i + 1).some((next) => DAY.test(next))
    return isDated ? [name] : []
  })
  const title = squash(page.title ?? '')
  const begins = /^(.{4,24}?)(?:关于|20\d\d年|政府信息公开)/.exec(title)?.[1]
  for (const name of [...foot, page.source ?? '', page.document?.issuer ?? '', begins ?? '']) {
    const whole = new RegExp(`^(?:${form.source})${ORGAN}$`).exec(name.replace(/\s/g, ''))?.[0]
    if (whole === undefined) continue
    const slip = whole.slice(0, own.length)
    // A neighbour's paper names its own place again and again, and ours nowhere.
    if (!isSlip(slip, own) || countOf(page, slip) > MOST_TIMES) continue
    const right = `${own}${whole.slice(own.length)}`
    const place = { url: page.url, at: null, quote: name }
    return { wrong: whole, right, title: title || page.url, place }
  }
  return null
}
