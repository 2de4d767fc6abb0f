/**
 * Does a page that lists the body's new-media accounts with the day of their last update show one that stands still? Only
 * what the portal prints itself is read, never the account. A list that is old in all its rows may be what was not kept up,
 * so it is asked about; apps, accounts that are said to be closed and notices on inspections are passed over.
 */
import { daysBetween, makeDay } from '#base/day'
import { accountRows, citePage, defineCheck, ENDED, listed } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay } from '#model/page'
import type { PageView, Place } from '#model/site-view'

export const accountStale = defineCheck({
  id: 'media/account-stale',
  revision: 3,
  title: '政务新媒体账号是否及时更新',
  question: '网站列出的政务新媒体账号，写明的最近更新日期距监测日是否超过期限？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '政务新媒体单项否决“内容不更新”：2周内无更新（二手，条目未核对原文）',
    },
  ],
  needs: ['home'],
  params: {
    limitDays: {
      default: 14,
      meaning: '账号几天没有更新算不更新',
      source: '国办秘函〔2019〕19号 政务新媒体单项否决：2周内无更新（二手）',
      verified: false,
    },
  },
  outcomes: {
    none: {
      verdict: 'not-applicable',
      message: '没有读到写明账号最近更新日期的政务新媒体一览表',
    },
    fresh: {
      verdict: 'pass',
      message: '“{title}”列出的 {count} 个账号，最近更新都在 {limit} 天以内：{names}',
    },
    stale: {
      verdict: 'fail',
      message:
        '“{title}”写明账号“{name}”最近更新为 {day}，距监测日 {days} 天，超过 {limit} 天（同一张表里最近的是 {newest}）',
      ask: '打开该账号，{day} 之后有没有发布过内容？',
    },
    dated: {
      verdict: 'unsure',
      message: '“{title}”列出的 {count} 个账号，最近更新最晚的是 {newest}，距监测日 {days} 天',
      ask: '是账号确实没有更新，还是这张表没有随账号更新？',
    },
  },
  example: '新媒体页的表里“某县发布”最近更新为昨天，“某县文旅”为半年前：某县文旅 stale。',
  *run({ home, pages, asOf }, { params: { limitDays: limit } }) {
    if (home === null) return
    // A table put up in two places, under one title, is one.
    const found = pages.flatMap((view) => judge(view, asOf, limit))
    const answers = [...new Map(found.map((answer) => [answer.subject, answer])).values()]
    yield* answers
    if (answers.length === 0)
      yield { outcome: 'none', subject: '政务新媒体账号', evidence: [citePage(home)] }
  },
})

type Answer = Observation<'fresh' | 'stale' | 'dated'>

/** One finding an account that stands still; else one for the table. */
function judge(view: PageView, asOf: CivilDay, limit: number): readonly Answer[] {
  const { page } = view
  const accounts = accountsOn(view).filter(({ day }) => day <= asOf)
  const days = accounts.map(({ day }) => day).sort()
  const newest = days.at(-1) ?? ''
  if (accounts.length < LEAST) return []
  const common = {
    title: page.title ?? page.headTitle ?? page.url,
    limit,
    newest,
    count: accounts.length,
  }
  const cite = ({ line }: Account) => ({ url: page.url, at: null, quote: line })
  const table = {
    subject: `政务新媒体账号：${common.title}`,
    evidence: accounts.slice(0, 5).map(cite),
  }
  const age = daysBetween(newest, asOf)
  if (age > limit) {
    // An article shows how it stood on its own day.
    if (page.publishedOn !== null) return []
    const facts = { ...common, days: age }
    return [{ outcome: 'dated', facts, measure: { value: age, unit: 'days' }, ...table }]
  }
  // Measured from the table's newest day: it may be some days old itself.
  const stale = accounts.filter(({ day }) => daysBetween(day, newest) > limit)
  if (stale.length > 0) return stale.map((one) => standingStill(one, asOf, common, cite(one)))
  const facts = { ...common, names: listed(accounts.map(({ name }) => name)) }
  return [{ outcome: 'fresh', facts, measure: { value: 0, unit: 'count' }, ...table }]
}

function standingStill(
  { name, day }: Account,
  asOf: CivilDay,
  common: Readonly<Record<string, string | number>>,
  place: Place,
): Answer {
  const days = daysBetween(day, asOf)
  return {
    outcome: 'stale',
    subject: `政务新媒体账号：${name}`,
    facts: { ...common, name, day, days },
    measure: { value: days, unit: 'days' },
    evidence: [place],
  }
}

interface Account {
  readonly name: string
  readonly day: string
  readonly line: string
}

/** One row beside another tells whether the table is kept. */
const LEAST = 2
const DAY = /(?<!\d)(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?(?!\d)/
/** Updated by its makers, not from day to day. */
const EXEMPT = /客户端|APP|小程序/i

/** Rows that show the day of the last update; of one name on two platforms, each by both. */
function accountsOn(view: PageView): readonly Account[] {
  const rows = accountRows(view)
  return rows.flatMap(({ name, platform, updated, line }): Account[] => {
    const found = DAY.exec(updated ?? '')
    if (found === null || name === '' || EXEMPT.test(line) || ENDED.test(line)) return []
    const day = makeDay(Number(found[1]), Number(found[2]), Number(found[3]))
    const isOne = platform === '' || rows.filter((row) => row.name === name).length === 1
    return day === null ? [] : [{ name: isOne ? name : `${name}（${platform}）`, day, line }]
  })
}
