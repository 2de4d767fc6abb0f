/**
 * Whether the numbers of a foot belong together: the site's code, the filing with the ministry and the one with the police each
 * tell the province that gave it; and pages of the same site whose foot has other numbers than the home page's.
 */
import type { FooterKey, FooterValue } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

/** First two digits of a region's code (GB/T 2260), and the short name that filings begin with. */
const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 京: '11', 津: '12', 冀: '13', 晋: '14', 蒙: '15', 辽: '21', 吉: '22', 黑: '23' },
  ...{ 沪: '31', 苏: '32', 浙: '33', 皖: '34', 闽: '35', 赣: '36', 鲁: '37', 豫: '41' },
  ...{ 鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50', 川: '51', 蜀: '51' },
  ...{ 贵: '52', 黔: '52', 云: '53', 滇: '53', 藏: '54', 陕: '61', 秦: '61', 甘: '62' },
  ...{ 陇: '62', 青: '63', 宁: '64', 新: '65' },
}
const CODES: ReadonlySet<string> = new Set(Object.values(PROVINCES))

interface FootMark {
  /** 网站标识码, ICP备案号 … */
  readonly name: string
  readonly value: string
  readonly region: string
  readonly place: Place
}

const placeOf = ({ page }: PageView, { at, quote, value }: FooterValue): Place => ({
  url: page.url,
  at,
  quote: quote ?? value,
})

/** What the numbers of a foot say of their province; numbers of no province (a ministry's, a made-up one) say nothing. */
function marksOf(view: PageView): readonly FootMark[] {
  const { siteCode, icpNumber, policeFilingNumber } = view.page.footer
  const told: readonly (readonly [string, FooterValue | null, string | undefined])[] = [
    ['网站标识码', siteCode, /^(\d\d)\d{8}$/.exec(siteCode?.value ?? '')?.[1]],
    ['ICP备案号', icpNumber, regionOf(icpNumber?.value)],
    ['公安备案号', policeFilingNumber, regionOf(policeFilingNumber?.value)],
    [
      '公安备案号的数字',
      policeFilingNumber,
      /(\d\d)\d{12}(?!\d)/.exec(policeFilingNumber?.value ?? '')?.[1],
    ],
  ]
  return told.flatMap(([name, value, region]) =>
    value === null || value.where !== 'visible' || region === undefined || !CODES.has(region)
      ? []
      : [{ name, value: value.value, region, place: placeOf(view, value) }],
  )
}

const regionOf = (text = ''): string | undefined => PROVINCES[text.trim().charAt(0)]

/** So many agree where one is of another province. */
const LEAST_AGREEING = 2

/** The one number of the home page's foot that is of another province than all the others, which agree. */
export function strangeMark(home: PageView): {
  readonly odd: FootMark
  readonly others: readonly FootMark[]
} | null {
  const marks = marksOf(home)
  for (const odd of marks) {
    const others = marks.filter((one) => one !== odd)
    const [first] = others
    if (first === undefined || others.length < LEAST_AGREEING || first.region === odd.region)
      continue
    if (others.every(({ region }) => region === first.region)) return { odd, others }
  }
  return null
}

interface OtherNumbers {
  readonly key: FooterKey
  /** What the home page has. */
  readonly due: string
  readonly shown: readonly {
    readonly view: PageView
    readonly value: string
    readonly place: Place
  }[]
}

const HOST = /^https?:\/\/([^/:]+)/i
/** The province and the number: 湘ICP备16008812号-2 is the second site of the same holder. */
const keyOf = (value: string): string =>
  `${value.trim().charAt(0)}${value.replace(/[-—－–]\s*\d{1,3}\s*$/, '').replace(/\D/g, '')}`
const NUMBERS: readonly FooterKey[] = ['icpNumber', 'policeFilingNumber']

/** Pages of the home page's host and code whose foot has another filing than the home page and nearly all others. */
export function otherNumbers({ home, pages }: SiteView): readonly OtherNumbers[] {
  if (home === null) return []
  const host = HOST.exec(home.page.url)?.[1]
  const code = home.page.footer.siteCode?.value
  return NUMBERS.flatMap((key) => {
    const own = home.page.footer[key]
    if (own === null || own.where !== 'visible') return []
    const due = keyOf(own.value)
    const footed = pages.flatMap((view) => {
      const { footer, url, blocked } = view.page
      const value = footer[key]
      const isOurs = HOST.exec(url)?.[1] === host && blocked === null
      // A body with a code of its own has filings of its own.
      const isSame = code !== undefined && footer.siteCode?.value === code
      return !isOurs || !isSame || value === null || value.where !== 'visible'
        ? []
        : [{ view, value: value.value, place: placeOf(view, value) }]
    })
    const shown = footed.filter(({ value }) => keyOf(value) !== due)
    return shown.length === 0 || shown.length > footed.length * MOST_ODD
      ? []
      : [{ key, due: own.value, shown }]
  })
}

const MOST_ODD = 0.4
