/**
 * Does the home page offer an entry to the agency's new-media accounts (政务新媒体), and do the portal's own tables of
 * accounts name one in each row and lead to it? Whether the accounts are kept up lies outside the portal.
 */
import {
  type AccountRow,
  accountRows,
  citePage,
  defineCheck,
  doorWords,
  holdsMore,
  idleAccounts,
  isFriend,
  isFront,
  isGoneTwice,
  isOwnName,
  isReadWhole,
  listed,
  partly,
  type Rests,
  sharedAccounts,
  shownAtHome,
  unnamedAccounts,
  unseenAtHome,
  WHOLE,
  wordlessDoors,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { NewMediaEntry, PageView, Place, SiteView } from '#model/site-view'

const KIND_NAMES: Readonly<Record<NewMediaEntry['kind'], string>> = {
  weibo: '微博',
  wechat: '微信',
  app: '客户端',
  other: '其他',
}

export const newMediaEntryMissing = defineCheck({
  id: 'media/new-media-entry-missing',
  revision: 13,
  title: '首页是否有政务新媒体入口',
  question: '首页是否提供政务微博、微信、客户端等新媒体账号的入口（链接或二维码）？',
  basis: [
    {
      document: '《国务院办公厅关于推进政务新媒体健康有序发展的意见》国办发〔2018〕123号',
      clause: '政务新媒体与政府网站融合发展（文号与条文未核对原文）',
    },
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause: '政务新媒体·集约开设：在网站显著位置提供访问入口',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {},
  outcomes: {
    present: { verdict: 'pass', message: '首页有政务新媒体入口：{entries}' },
    'entry-dead': {
      verdict: 'fail',
      message: '首页的官方微博入口是空链接，或只通向微博网站的首页，没有账号：{entries}',
      ask: '在浏览器中点这个入口，是否打开了微博账号或它的二维码？',
    },
    'entry-astray': {
      verdict: 'fail',
      message: '首页的新媒体入口打开的是平台自己的首页，不是本单位的账号：{entries}',
      ask: '点开所列入口，是否只到平台首页、没有到本单位的账号？',
    },
    'account-unnamed': {
      verdict: 'fail',
      message: '“{title}”的账号一览表有 {count} 行没有写账号：{entries}，其余 {named} 行都写了',
      ask: '所列各行是否确实没有写明账号名称？',
    },
    'account-shared': {
      verdict: 'unsure',
      message: '“{title}”的账号一览表里，“{unit}”一行写的是“{name}”，与“{own}”的账号相同',
      ask: '“{name}”是不是“{unit}”的账号，有没有把“{own}”的账号误填在这一行？',
    },
    'account-idle': {
      verdict: 'fail',
      message:
        '“{title}”里有 {count} 个账号的入口是空链接，没有二维码，也没有写账号号码，公众无法访问：{entries}',
      ask: '在浏览器中点所列入口，是否打开了账号或它的二维码？',
    },
    'account-unopened': {
      verdict: 'unsure',
      message: '“{title}”里有 {count} 个账号的入口没有读到地址，也没有二维码：{entries}',
      ask: '在浏览器中点所列入口，是否打开了账号或它的二维码？',
    },
    'not-prominent': {
      verdict: 'fail',
      message: '只在内页有政务新媒体入口（{entries}），首页没有',
      claimsAbsence: true,
      ask: '首页上（含底部二维码、浮窗）有没有新媒体入口？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到政务新媒体入口',
      claimsAbsence: true,
      ask: '首页上（含没有文字说明的二维码图片）有没有新媒体入口？没有开设账号的请说明',
    },
  },
  example: '首页底部有“政务微信”二维码：present。',
  *run(site) {
    const { home } = site
    if (home === null) return
    const subject = '政务新媒体入口'
    const front = shownAtHome(site)
    const onHome = site.newMedia.filter((entry) =>
      front.some(
        (view) => entry.place.url === view.page.url || site.pageAt(entry.place.url) === view,
      ),
    )
    const open = onHome.filter((entry) => !isNamesOnly(site, entry))
    const live = open.filter(({ code }) => code === undefined || !isGoneTwice(code))
    // That a code is gone is said where links are.
    const shown = live.length > 0 ? live : open.length > 0 ? open : site.newMedia
    const dead = front.flatMap((view) => deadEntries(site, view))
    if (dead.length > 0)
      yield {
        outcome: 'entry-dead',
        subject: `${subject}：微博`,
        facts: { entries: listed(dead.map(({ quote }) => quote)) },
        evidence: dead,
        coverage: WHOLE,
      }
    const astray = front.flatMap((view) => strayEntries(view))
    if (astray.length > 0)
      yield {
        outcome: 'entry-astray',
        subject: `${subject}：平台首页`,
        facts: { entries: listed(astray.map(({ quote, to }) => `“${quote}”→${to}`)) },
        evidence: astray,
      }
    yield* tabledAccounts(site)
    const entries = listed([...new Set(shown.map(nameOf))])
    const places: Place[] = shown.slice(0, 5).map((entry) => entry.place)
    const door = onHome.length > 0 ? null : doorTo(site, front, shown)
    if (open.length > 0) yield { outcome: 'present', subject, facts: { entries }, evidence: places }
    else if (door !== null)
      yield { outcome: 'present', subject, facts: { entries: door.quote }, evidence: [door] }
    else if (shown.length > 0)
      yield {
        outcome: 'not-prominent',
        subject,
        facts: { entries },
        evidence: [citePage(home), ...places],
        coverage: coverageOf(site, front),
      }
    else
      yield {
        outcome: 'missing',
        subject,
        evidence: [citePage(home)],
        coverage: coverageOf(site, front),
      }
  },
})

/** The account of a microblog is an address; buttons that share a page (微博) do not call themselves official. */
const MICROBLOG =
  /^(?:官方|政务)(?:新浪)?微博(?:[\s：:][\p{Script=Han}\w]{2,14})?$|^(?:官方|政务)?(?:新浪|腾讯|人民)?微博\s*[：:]\s*[\p{Script=Han}\w]{2,14}$/u
const NAMED_MICROBLOG = /(?:官方|政务)(?:新浪)?微博\s*[：:]\s*/

/** Links of the page to the body's microblog that lead nowhere, where neither another link nor a picture beside could be it. */
function deadEntries(site: SiteView, { page }: PageView): readonly (Place & { quote: string })[] {
  const { bareEntries = [] } = page
  // What the empty link itself shows is its sign, but for a code.
  const pictures = (page.pictures ?? []).filter(
    ({ at, code }) =>
      code === true || !bareEntries.some((one) => one.at[0] <= at[0] && at[1] <= one.at[1]),
  )
  const isShown = site.newMedia.some(
    ({ kind, place, code }) => kind === 'weibo' && place.url === page.url && code === undefined,
  )
  const mayShow = pictures.some(({ alt, caption, url }) =>
    /微博|weibo|[/_-]wb/i.test(`${alt?.trim() ? alt : caption} ${url}`),
  )
  if (page.blocked !== null || unseenAtHome(site) !== null || isShown || mayShow) return []
  const said = [page.text.excerpt, ...pictures.map(({ caption }) => caption ?? '')]
  return bareEntries.flatMap(({ text, inert, at }) => {
    const isNamed = said.some((words) =>
      words
        .split(NAMED_MICROBLOG)
        .slice(1)
        .some((name) => text !== '' && name.startsWith(text)),
    )
    if (inert !== true || !(isNamed || MICROBLOG.test(text))) return []
    return [{ url: page.url, at, quote: text }]
  })
}

/** Links of the home page that bear an account's or a medium's name and lead to where everybody's accounts begin. */
function strayEntries({ page }: PageView): readonly (Place & { quote: string; to: string })[] {
  if (page.blocked !== null) return []
  const found = page.links.filter(
    (link) => MEDIA.test(doorWords(link)) && isFront(link.url) && !isFriend(page, link),
  )
  return found.map((link) => ({
    url: page.url,
    at: link.at,
    quote: link.text || doorWords(link),
    to: link.url,
  }))
}

/** What the portal's tables of accounts leave open, or print twice. */
function* tabledAccounts(
  site: SiteView,
): Generator<
  Observation<'account-unnamed' | 'account-shared' | 'account-idle' | 'account-unopened'>
> {
  const told = new Set<string>()
  for (const view of site.pages) {
    const rows = accountRows(view)
    const title = view.page.title ?? view.page.url
    const cite = ({ line }: AccountRow): Place & { quote: string } => ({
      url: view.page.url,
      at: null,
      quote: line,
    })
    const open = unnamedAccounts(rows)
    const subject = `政务新媒体账号：${title}`
    if (open.length > 0 && !told.has(subject))
      yield {
        outcome: 'account-unnamed',
        subject,
        facts: {
          title,
          count: open.length,
          named: rows.length - open.length,
          entries: listed(open.map(({ line }) => `“${line}”`)),
        },
        evidence: open.slice(0, 5).map(cite),
      }
    const idle = told.has(subject) ? [] : idleAccounts(view, rows)
    const { furniture, needsBrowser } = view.page
    // Code that was not read may answer the click.
    const isSure = furniture?.readWhole === true && furniture.clicks !== true && !needsBrowser.value
    if (idle.length > 0)
      yield {
        outcome: isSure ? 'account-idle' : 'account-unopened',
        subject: `政务新媒体账号入口：${title}`,
        facts: {
          title,
          count: idle.length,
          entries: listed(idle.map(({ words }) => `“${words}”`)),
        },
        evidence: idle
          .slice(0, 5)
          .map(({ words, at }) => ({ url: view.page.url, at, quote: words })),
      }
    told.add(subject)
    for (const { own, other } of sharedAccounts(rows)) {
      const shared = `政务新媒体账号：${other.unit}`
      // The portal's own account speaks for many bodies.
      if (told.has(shared) || isOwnName(site, own.unit)) continue
      told.add(shared)
      yield {
        outcome: 'account-shared',
        subject: shared,
        facts: { title, unit: other.unit, own: own.unit, name: other.name },
        evidence: [cite(other), cite(own)],
      }
    }
  }
}

/** 微信公众号：某某发布, 微博：@某某发布. */
const NAMED =
  /(?:微信|公众号|微博|抖音|快手|头条|视频号|客户端)[\p{Script=Han}]{0,6}\s*[：:]\s*[@＠]?[\p{Script=Han}\w]{2,20}/u

/** An entry that leads to a page of the portal on which accounts are named, and neither a code nor a link leads to one. */
function isNamesOnly(site: SiteView, { place }: NewMediaEntry): boolean {
  const link = site.pageAt(place.url)?.page.links.find(({ at }) => at[0] === place.at?.[0])
  const view = link === undefined ? null : site.pageAt(link.url)
  if (view === null || view === site.home || !isReadWhole(view)) return false
  const { page } = view
  const leads = page.links.some(
    ({ area, url }) => area !== 'nav' && area !== 'footer' && isAway(site, url),
  )
  return (
    NAMED.test(page.text.excerpt) &&
    !holdsMore(view) &&
    !leads &&
    (page.pictures ?? []).length === 0
  )
}

function isAway(site: SiteView, url: string): boolean {
  return site.links.some((target) => target.url === url && !target.internal)
}

/** Words of a way in to a page of accounts; 联系我们, which may name some, is none. */
const DOOR =
  /^(?:政务)?(?:掌上|指尖|移动|手机|微门户|微政务|融媒|新媒体|自媒体)|(?:新媒体|矩阵|移动端|微门户|两微一端|微博微信|关注我们)$/

/** The home page's own link to the page that shows the accounts (掌上某区, 移动端). */
function doorTo(
  site: SiteView,
  front: readonly PageView[],
  shown: readonly NewMediaEntry[],
): Place | null {
  const pages = new Set(shown.flatMap(({ place }) => site.pageAt(place.url) ?? []))
  for (const { page } of front)
    for (const { text, url, at } of page.links) {
      const led = DOOR.test(text.trim()) ? site.pageAt(url) : null
      if (led !== null && pages.has(led)) return { url: page.url, at, quote: text }
    }
  return null
}

function nameOf(entry: NewMediaEntry): string {
  const kind = KIND_NAMES[entry.kind]
  return entry.label.includes(kind) || entry.kind === 'other'
    ? entry.label
    : `${kind} ${entry.label}`
}

/** Signs of a QR code: in the words at a picture, in its file name. */
const CODE_WORDS = /二维码|扫一扫|扫码|扫描|关注/
const CODE_FILE = /ewm|erwei|qr_?code|[/_-]qr|weixin|wechat|weibo|gzh|[/_-](wx|wb)[^/]*$/i
const MEDIA = /微信|微博|公众号|客户端|APP|新媒体|抖音|快手|头条号|视频号/i

/**
 * Accounts are often shown as picture links without words, as codes that do not say whose they are, or behind a word
 * that a script answers: with such on the home page, absence is not sure.
 */
function coverageOf(site: SiteView, front: readonly PageView[]): Rests {
  const unseen = unseenAtHome(site)
  if (unseen !== null) return partly(unseen)
  for (const view of front) {
    const rests = pictureCoverage(site, view)
    if (rests !== WHOLE) return rests
  }
  return WHOLE
}

function pictureCoverage(site: SiteView, view: PageView): Rests {
  const doors = wordlessDoors(site, view)
  if (doors > 0) return partly(`首页有 ${doors} 个没有文字的图片入口`)
  const codes = (view.page.pictures ?? []).filter(
    ({ alt, caption, url }) =>
      CODE_WORDS.test(`${alt ?? ''}${caption ?? ''}`) || CODE_FILE.test(url ?? ''),
  )
  if (codes.length > 0) return partly(`首页有 ${codes.length} 个像二维码的图片，认不出是什么账号`)
  const worded = (view.page.bareEntries ?? []).find((entry) => MEDIA.test(entry.text))
  if (worded !== undefined) return partly(`首页的“${worded.text}”由脚本打开，没有读到`)
  return WHOLE
}
