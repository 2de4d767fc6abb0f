/**
 * Does the site ask before a link leads off to a site that is no government's? Looked for is the sentence of the prompt
 * in the pages' own markup and scripts. Scripts in separate files are not read, so its absence is only asked about where
 * one of the pages that carry such links loads any but libraries as they are handed out.
 */
import { clip } from '#base/text'
import { citePage, defineCheck, listed, WHOLE } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { LinkTarget, PageView, Place, SiteView } from '#model/site-view'

/** Government sites need no prompt; filings, marks and the state's own centres for reports and rumours are links by duty. */
const NO_PROMPT =
  /(^|\.)(gov\.cn|xn--zfr164b|conac\.cn|12377\.cn|12321\.cn|cyberpolice\.cn|piyao\.org\.cn)$/

/** Where a body's own accounts are kept (政务新媒体): whether those are other people's sites may be argued. */
const ACCOUNT = /(^|\.)(weibo|qq|douyin|kuaishou|toutiao|bilibili|ixigua)\.(com|cn)$/

export const leavePromptMissing = defineCheck({
  id: 'identity/leave-prompt-missing',
  revision: 8,
  title: '离开本网站时是否提示',
  question: '点击指向非政府网站的链接时，网站有没有“即将离开本网站”的提示？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '链接非政府网站的，应在用户点击时作出提示（条文未核对原文）',
    },
  ],
  needs: ['home', 'links'],
  params: {},
  outcomes: {
    present: { verdict: 'pass', message: '页面里有离站提示：“{words}”' },
    missing: {
      verdict: 'fail',
      message:
        '有 {count} 个指向非政府网站的链接（{names}），所在页面没有离站提示，也没有能写出提示的脚本',
      claimsAbsence: true,
      ask: '在浏览器中点击所列链接，离开前是否确实没有提示？',
    },
    'passed-over': {
      verdict: 'fail',
      message: '网站有离站提示，但有 {count} 处指向非政府网站的链接没有用它，点开直接离开：{names}',
      ask: '在浏览器中点击所列链接，离开前是否确实没有提示？',
    },
    unseen: {
      verdict: 'unsure',
      message: '有 {count} 个指向非政府网站的链接（{names}），页面源码里没有看到离站提示',
      ask: '在浏览器中点击所列链接，离开前有没有提示（提示可能写在单独的脚本文件里）？',
    },
    'no-outside-links': { verdict: 'not-applicable', message: '没有指向非政府网站的链接' },
  },
  example: '首页“友情链接”指向某新闻网站，源码里没有“即将离开”一类的提示：离站提示 unseen。',
  *run(site) {
    if (site.home === null) return
    const subject = '离站提示'
    const prompted = site.pages.flatMap(({ page }): Place[] => {
      const words = page.furniture?.leavePrompt ?? null
      return words === null ? [] : [{ url: page.url, at: words.at, quote: words.quote }]
    })
    const [first] = prompted
    if (first !== undefined) {
      yield {
        outcome: 'present',
        subject,
        facts: { words: first.quote, pages: prompted.length },
        evidence: [first],
      }
      yield* unguarded(site, new Set(prompted.map(({ url }) => url)))
      return
    }
    const outside = site.links.filter(leadsOutside)
    if (outside.length === 0) {
      yield { outcome: 'no-outside-links', subject, evidence: [citePage(site.home)] }
      return
    }
    const places = outside.flatMap((target) => placeOf(site, target))
    const carriers = outside.flatMap(({ from }) =>
      from.flatMap(({ url }) => site.pageAt(url) ?? []),
    )
    const strangers = outside.some(({ url }) => !ACCOUNT.test(new URL(url).hostname))
    const isRead = ({ page, capture }: PageView): boolean =>
      page.furniture?.readWhole === true && !page.truncated && !capture.truncated
    yield {
      outcome: places.length > 0 && carriers.every(isRead) && strangers ? 'missing' : 'unseen',
      subject,
      facts: { count: outside.length, names: listed(outside.map(labelOf)) },
      measure: { value: outside.length, unit: 'count' },
      evidence: places.length > 0 ? places.slice(0, 5) : [citePage(site.home)],
      coverage: WHOLE,
    }
  },
})

/** Links off the site that nothing asks about, on pages whose code was all read, while others of the site are asked about. */
function* unguarded(
  site: SiteView,
  prompting: ReadonlySet<string>,
): Generator<Observation<'passed-over'>> {
  const outside = new Set(site.links.filter(isStranger).map(({ url }) => url))
  const bare = site.pages.flatMap(({ page, capture }) => {
    const { furniture, links, url } = page
    const isRead = furniture?.codeRead === true && furniture.clicks !== true
    if (!isRead || page.blocked !== null || page.truncated || capture.truncated) return []
    const away = links.filter((link) => outside.has(link.url))
    // Where none of a page's own links is asked about, its prompt may hang on something else.
    if (prompting.has(url) && !away.some(({ guarded }) => guarded === true)) return []
    return away
      .filter(({ guarded, text }) => guarded !== true && text.trim() !== '')
      .map(({ at, text }) => ({ url, at, quote: text }))
  })
  if (bare.length === 0) return
  yield {
    outcome: 'passed-over',
    subject: '离站提示：没有提示的链接',
    facts: {
      count: bare.length,
      names: listed([...new Set(bare.map(({ quote }) => clip(quote, 20)))]),
    },
    measure: { value: bare.length, unit: 'count' },
    evidence: bare.slice(0, 5),
    pages: [...new Set(bare.map(({ url }) => url))],
    coverage: WHOLE,
  }
}

const isStranger = (target: LinkTarget): boolean =>
  leadsOutside(target) && !ACCOUNT.test(new URL(target.url).hostname)

function leadsOutside({ internal, url, isAttachment }: LinkTarget): boolean {
  if (internal || isAttachment || !/^https?:/.test(url) || !URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname.includes('.') && !/^[\d.]+$|^\[/.test(hostname) && !NO_PROMPT.test(hostname)
}

function labelOf({ from, url }: LinkTarget): string {
  // Badly closed markup makes one link of many.
  return clip(from.find((link) => link.text.trim() !== '')?.text ?? new URL(url).hostname, 20)
}

function placeOf(site: SiteView, target: LinkTarget): Place[] {
  const link = target.from.find(({ url, text }) => text.trim() !== '' && site.pageAt(url) !== null)
  return link === undefined ? [] : [{ url: link.url, at: link.at, quote: link.text }]
}
