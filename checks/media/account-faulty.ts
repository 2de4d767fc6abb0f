/**
 * Do the portal's own lists of new-media accounts lead to its bodies' accounts? Told where a door opens the platform's own
 * front, a code says that it is another place's, an account is said to have ended and is offered all the same; asked where
 * an account bears the name of another town. Rows that name no account are new-media-entry-missing's, how old an account
 * stands is account-stale's.
 */
import { squash } from '#base/text'
import {
  type AccountRow,
  accountRows,
  type Closed,
  citePage,
  closedAccounts,
  defineCheck,
  doorWords,
  ENDED,
  foreignBody,
  isFriend,
  isFront,
  listed,
  listsAccounts,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView, Place, SiteView } from '#model/site-view'

export const accountFaulty = defineCheck({
  id: 'media/account-faulty',
  revision: 1,
  title: '政务新媒体一览的账号是否正确',
  question: '网站列出的政务新媒体账号，链接、二维码、名称是不是本单位还在运营的账号？',
  basis: [
    {
      document: '《国务院办公厅关于推进政务新媒体健康有序发展的意见》国办发〔2018〕123号',
      clause: '对不再运营的要注销关停，政务新媒体与政府网站融合发展（文号与条文未核对原文）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    right: { verdict: 'pass', message: '列出账号的页面有 {count} 个，没有发现错误的账号' },
    none: { verdict: 'not-applicable', message: '没有读到列出政务新媒体账号的页面' },
    'front-linked': {
      verdict: 'fail',
      message: '“{title}”的账号链接打开的是平台自己的首页，不是账号：{entries}',
      ask: '点开所列链接，是否只到平台首页？',
    },
    'place-foreign': {
      verdict: 'fail',
      message: '“{title}”里“{line}”写明是“{other}”，不是本地的',
      ask: '该账号或者二维码是不是“{other}”的？',
    },
    'place-doubtful': {
      verdict: 'unsure',
      message: '“{title}”里“{line}”写的是“{other}”，像是外地的',
      ask: '“{other}”是不是本地或者下属的单位，账号有没有列错？',
    },
    ended: {
      verdict: 'fail',
      message: '“{title}”写明账号已经停止，仍然列出并提供链接或二维码：{entries}',
      ask: '所列账号是否已经停止，入口是否还在？',
    },
    'closed-shown': {
      verdict: 'fail',
      message: '“{notice}”说“{name}”{medium}已经注销或停用，“{where}”仍有它的入口',
      ask: '该入口是否就是已经注销或停用的账号？',
    },
    'name-astray': {
      verdict: 'unsure',
      message: '“{title}”里“{unit}”一行的账号“{name}”带着“{other}”的名字',
      ask: '“{name}”是不是“{unit}”的账号，有没有把“{other}”的账号填在这一行？',
    },
  },
  example: '一览表里县文旅局的微博链接到 weibo.com 首页：front-linked。',
  *run(site) {
    const { home } = site
    if (home === null) return
    const pages = site.pages.filter((view) => listsAccounts(view) && view !== home)
    const told = [...pages.flatMap((view) => [...judge(site, view)]), ...closedShown(site, pages)]
    // A page under two addresses is told once.
    yield* new Map(told.map((one) => [`${one.outcome} ${one.subject}`, one])).values()
    if (told.length > 0) return
    if (pages.length === 0)
      yield { outcome: 'none', subject: '政务新媒体一览', evidence: [citePage(home)] }
    else
      yield {
        outcome: 'right',
        subject: '政务新媒体一览',
        facts: { count: pages.length },
        evidence: pages.slice(0, 5).map(citePage),
      }
  },
})

type Told = Observation<
  'front-linked' | 'place-foreign' | 'place-doubtful' | 'ended' | 'closed-shown' | 'name-astray'
>

function* judge(site: SiteView, view: PageView): Generator<Told> {
  const { page } = view
  const title = squash(page.title ?? page.headTitle ?? page.url)
  const cite = ({ line }: AccountRow): Place => ({ url: page.url, at: null, quote: line })
  const fronts = page.links.filter(
    (link) =>
      link.area !== 'footer' && link.area !== 'nav' && isFront(link.url) && !isFriend(page, link),
  )
  if (fronts.length > 0)
    yield {
      outcome: 'front-linked',
      subject: `平台首页：${title}`,
      facts: { title, entries: listed(fronts.map((link) => `“${doorWords(link)}”→${link.url}`)) },
      evidence: fronts
        .slice(0, 5)
        .map((link) => ({ url: page.url, at: link.at, quote: link.text })),
    }
  const rows = accountRows(view)
  for (const { words, place } of namesShown(view, rows)) {
    const other = foreignBody(site, words.replace(/^.*主体(?:单位|名称)?\s*[:：]?\s*/, ''))
    if (other !== null)
      yield {
        // A city may have cities below it.
        outcome: /^[\p{Script=Han}]{2,4}市/u.test(other) ? 'place-doubtful' : 'place-foreign',
        subject: `外地账号：${other}`,
        facts: { title, line: words, other },
        evidence: [place],
      }
  }
  const ended = rows.filter(({ line, shows, span }) => shows && span !== null && ENDED.test(line))
  if (ended.length > 0)
    yield {
      outcome: 'ended',
      subject: `已停止的账号：${title}`,
      facts: { title, entries: listed(ended.map(({ line }) => `“${line}”`)) },
      evidence: ended.slice(0, 5).map(cite),
    }
  for (const row of rows) {
    const other = ENDED.test(row.line) ? null : townNamed(site, rows, row)
    if (other !== null)
      yield {
        outcome: 'name-astray',
        subject: `账号名称：${row.unit}`,
        facts: { title, unit: row.unit, name: row.name, other },
        evidence: [cite(row)],
      }
  }
}

/** What codes and rows say of whose they are. */
function namesShown(
  { page }: PageView,
  rows: readonly AccountRow[],
): readonly { readonly words: string; readonly place: Place }[] {
  const { url } = page
  const codes = (page.pictures ?? []).flatMap(({ alt, inBody, at }) =>
    inBody && alt !== null ? [{ words: alt, place: { url, at, quote: alt } }] : [],
  )
  const lines = [...rows.map(({ line }) => line), ...page.text.excerpt.split('\n')]
  const bodies = lines.flatMap((line) => {
    const words = OF_BODY.exec(line)?.[0]
    return words === undefined ? [] : [{ words, place: { url, at: null, quote: words } }]
  })
  return [...codes, ...bodies]
}

/** 主体：某市农业农村局. */
const OF_BODY = /(?:认证|账号|运营)?主体(?:单位|名称)?\s*[:：]?\s*[\p{Script=Han}]{4,20}/u

const TOWN = /^(?:.*[县区市旗])?([\p{Script=Han}]{2,4}?)(?:镇|乡|街道)(?:人民政府|办事处)?$/u

/** The town whose name the account bears, where the row is another's and the account does not bear its own. */
function townNamed(
  site: SiteView,
  rows: readonly AccountRow[],
  { unit, name }: AccountRow,
): string | null {
  const own = TOWN.exec(unit)?.[1]
  if (own === undefined || name.includes(own)) return null
  const bodies = [
    ...rows.map((row) => row.unit),
    ...site.pages.flatMap(({ page }) => page.source ?? []),
  ]
  const others = new Map(
    bodies.flatMap((body) => {
      const town = TOWN.exec(squash(body))?.[1]
      return town === undefined || town === own ? [] : [[town, squash(body)] as const]
    }),
  )
  for (const [town, body] of others) if (name.includes(town)) return body
  return null
}

/** Accounts that the portal itself said to be closed and that its front or its list still offers. */
function* closedShown(site: SiteView, pages: readonly PageView[]): Generator<Told> {
  const views = site.home === null ? pages : [site.home, ...pages]
  for (const closed of closedAccounts(site))
    for (const view of views) {
      const place = doorTo(view, closed)
      if (place === null) continue
      const notice = squash(closed.view.page.title ?? '')
      yield {
        outcome: 'closed-shown',
        subject: `已注销的账号：${closed.name}${closed.medium}`,
        facts: {
          notice,
          name: closed.name,
          medium: closed.medium,
          where: squash(view.page.title ?? view.page.headTitle ?? ''),
        },
        evidence: [place, { url: closed.view.page.url, at: null, quote: closed.quote }],
      }
      break
    }
}

/** A link or a code that bears the closed account's name and its medium. */
function doorTo({ page }: PageView, { name, medium }: Closed): Place | null {
  const isOf = (words: string): boolean =>
    words.includes(name) && words.includes(medium) && !ENDED.test(words)
  for (const link of page.links)
    if (isOf(doorWords(link)) && link.area !== 'list')
      return { url: page.url, at: link.at, quote: link.text }
  for (const { alt, caption, at } of page.pictures ?? [])
    for (const words of [alt, caption])
      if (words !== null && isOf(words)) return { url: page.url, at, quote: words }
  return null
}
