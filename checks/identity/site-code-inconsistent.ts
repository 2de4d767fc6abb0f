/**
 * Is the site's code (网站标识码) the same wherever the home page gives it: foot, `SiteIDCode` tag, error-report box, and on other pages?
 * And is it the one registered? Do the filings beside it belong to it: given by the same province, and the same on every page?
 * Which of two is right, and fields that are missing, are for others to say.
 */
import { clip } from '#base/text'
import { citePage, defineCheck, listed, otherNumbers, strangeMark } from '#engine/define-check'
import type { Observation } from '#model/check'
import { FOOTER_NAMES } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

/** Ten digits, or bm and eight digits for ministries. */
const CODE = /(?<![0-9a-z])(\d{10}|bm\d{8})(?![0-9a-z])/i

/** As the box's script names the site: `sitecode="…"`. */
const BOX_CODE = /^site_?code\s*=/i

export const siteCodeInconsistent = defineCheck({
  id: 'identity/site-code-inconsistent',
  revision: 7,
  title: '网站标识码是否一致',
  question:
    '首页底部、网站标签和找错入口里的网站标识码是否相同，与登记的是否相同？备案号与它是否相配？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '网站标识：标识码应与页面标签、找错入口一致（二手）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    consistent: { verdict: 'pass', message: '{places}的标识码都是 {code}' },
    inconsistent: {
      verdict: 'fail',
      message: '首页上的标识码不一致：{codes}',
      ask: '哪一个标识码是本网站的？',
    },
    'pages-differ': {
      verdict: 'fail',
      message: '有 {count} 个页面上的标识码不一致，与首页不同：{examples}',
      ask: '所列页面的标识码标签是不是从别的网站抄来、没有改？',
    },
    malformed: {
      verdict: 'fail',
      message: '首页标识码标签写的是“{code}”，是 {digits} 位数字，网站标识码应为 10 位',
      ask: '本网站的标识码是多少？标签里是不是写漏或写错了？',
    },
    'registry-differs': {
      verdict: 'unsure',
      message: '页面上的标识码是 {code}（{places}），登记的是 {registered}',
      ask: '页面和登记的标识码，哪一个是对的？',
    },
    'region-differs': {
      verdict: 'unsure',
      message: '首页底部的{name}“{value}”是另一个省份的，与{others}不同',
      ask: '“{value}”是不是写错了，或者从别的网站抄来没有改？',
    },
    'filings-differ': {
      verdict: 'fail',
      message: '有 {count} 个页面底部的{name}与首页（{due}）不同，标识码却是同一个：{examples}',
      ask: '所列页面底部的{name}是不是写错了？',
    },
    'not-comparable': {
      verdict: 'not-applicable',
      message: '首页上能读到的标识码不足两处，无从比较',
    },
  },
  example: '底部写 9912340007，SiteIDCode 标签写 9912340001：网站标识码 inconsistent。',
  *run(site) {
    if (site.home === null) return
    yield judge(site, site.home)
    yield* misspelt(site.home)
    yield* otherPages(site, site.home)
    yield* otherFilings(site, site.home)
  },
})

/** A code that is a number, with a digit too few or too many. */
function* misspelt(home: PageView): Generator<Observation<'malformed'>> {
  const tag = misspeltTag(home)
  if (tag === undefined) return
  yield {
    outcome: 'malformed',
    subject: '网站标识码的写法',
    facts: { code: tag.code, digits: tag.code.length },
    evidence: [tag.place],
  }
}

function misspeltTag({ page }: PageView): Seen | undefined {
  const tag = page.officialTags.find((one) => one.name === 'SiteIDCode')
  const code = tag?.content.trim() ?? ''
  if (tag === undefined || !/^\d{6,14}$/.test(code) || code.length === 10) return undefined
  const place = { url: page.url, at: tag.at, quote: tag.content }
  return { where: 'SiteIDCode 标签', code, place }
}

const FOOT = '底部'

/** A number in the foot that is no code, where the home page's is one. */
function misspeltFoot({ page }: PageView, home: PageView): Seen | undefined {
  const odd = page.oddSiteCode
  if (odd === undefined || home.page.footer.siteCode === null) return undefined
  const place = { url: page.url, at: odd.at, quote: odd.value }
  return { where: FOOT, code: `${odd.value}（${odd.value.length} 位）`, place }
}

interface Seen {
  readonly where: string
  readonly code: string
  readonly place: Place
}

function judge(
  site: SiteView,
  home: PageView,
): Observation<'consistent' | 'inconsistent' | 'registry-differs' | 'not-comparable'> {
  const subject = '网站标识码'
  const seen = codesOn(home)
  const [first] = seen
  const registered = site.portal.siteCode?.toLowerCase() ?? ''
  const evidence = seen.map(({ place }) => place)
  const codes = new Set(seen.map(({ code }) => code))
  if (first === undefined || (seen.length < 2 && registered === ''))
    return { outcome: 'not-comparable', subject, evidence: [citePage(home)] }
  const places = listed(seen.map(({ where }) => where))
  if (codes.size > 1)
    return {
      outcome: 'inconsistent',
      subject,
      facts: { codes: listed(seen.map(({ where, code }) => `${where} ${code}`)) },
      evidence,
    }
  const { code } = first
  if (registered !== '' && CODE.test(registered) && code !== registered)
    return { outcome: 'registry-differs', subject, facts: { code, places, registered }, evidence }
  return { outcome: 'consistent', subject, facts: { code, places }, evidence }
}

/**
 * Pages that contradict themselves in another way than the home page does: what the template says everywhere is the
 * home page's fault. A page of another site's template agrees with itself and is none.
 */
function* otherPages(site: SiteView, home: PageView): Generator<Observation<'pages-differ'>> {
  const known = new Set(codesOn(home).map(({ code }) => code))
  const told = misspeltTag(home) !== undefined
  const bad = site.pages.flatMap((view) => {
    if (view === home || view.page.blocked !== null) return []
    const seen = codesOn(view)
    // What the home page's own tag says is told of the template.
    const odd = seen.find(({ code }) => !known.has(code)) ?? (told ? undefined : misspeltTag(view))
    if (odd !== undefined && seen.some(({ code }) => known.has(code))) return [{ view, odd }]
    const foot = misspeltFoot(view, home)
    return foot === undefined ? [] : [{ view, odd: foot }]
  })
  if (bad.length === 0) return
  yield {
    outcome: 'pages-differ',
    subject: '各页的网站标识码',
    facts: {
      count: bad.length,
      examples: listed(
        bad.map(
          ({ view, odd }) =>
            `“${clip(view.page.title ?? view.page.url, 24)}”${odd.where} ${odd.code}`,
        ),
        3,
      ),
    },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad.slice(0, 5).map(({ odd }) => odd.place),
    pages: bad.map(({ view }) => view.page.url),
  }
}

/** A number of another province among those of the foot, and pages that have another filing. */
function* otherFilings(
  site: SiteView,
  home: PageView,
): Generator<Observation<'region-differs' | 'filings-differ'>> {
  const strange = strangeMark(home)
  if (strange !== null) {
    const { odd, others } = strange
    yield {
      outcome: 'region-differs',
      subject: '底部编号的省份',
      facts: {
        name: odd.name,
        value: odd.value,
        others: listed(others.map(({ name, value }) => `${name} ${value}`)),
      },
      evidence: [odd, ...others].map(({ place }) => place),
    }
  }
  for (const { key, due, shown } of otherNumbers(site)) {
    const name = FOOTER_NAMES[key]
    yield {
      outcome: 'filings-differ',
      subject: `各页的${name}`,
      facts: {
        name,
        due,
        count: shown.length,
        examples: listed(
          shown.map(({ view, value }) => `“${clip(view.page.title ?? view.page.url, 24)}”${value}`),
          3,
        ),
      },
      measure: { value: shown.length, unit: 'count' },
      evidence: shown.slice(0, 5).map(({ place }) => place),
      pages: shown.map(({ view }) => view.page.url),
    }
  }
}

function codesOn({ page }: PageView): Seen[] {
  const foot = page.footer.siteCode
  const tag = page.officialTags.find((one) => one.name === 'SiteIDCode')
  const box = page.links.find(
    (link) => /jiucuo|exposure|zfwz/i.test(link.url) && /site_?code=/i.test(link.url),
  )
  const found: (readonly [string, string, Place])[] = []
  if (foot)
    found.push([FOOT, foot.value, { url: page.url, at: foot.at, quote: foot.quote ?? foot.value }])
  if (tag)
    found.push(['SiteIDCode 标签', tag.content, { url: page.url, at: tag.at, quote: tag.content }])
  if (box) {
    const code = /site_?code=([0-9a-z]+)/i.exec(box.url)?.[1] ?? ''
    found.push(['找错入口', code, { url: page.url, at: box.at, quote: code }])
  } else {
    const script = page.footer.errorReportBox
    const words = script?.quote ?? script?.value ?? ''
    if (script && BOX_CODE.test(words))
      found.push(['找错入口', words, { url: page.url, at: script.at, quote: words }])
  }
  return found.flatMap(([where, text, place]) => {
    const code = CODE.exec(text)?.[1]?.toLowerCase()
    return code === undefined ? [] : [{ where, code, place }]
  })
}
