/** Which pages are shown in a browser because a check asks for it. */
import { expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import { defineCheck } from '#engine/define-check'
import { renderWishes } from '#engine/render-wishes'
import { runChecks } from '#engine/run-checks'
import type { Check } from '#model/check'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const pages = new SiteViewBuilder({ words: ['首页上的一句话'] })
  .page('/deep/', { title: '深处', depth: 3 })
  .page('/near/', { title: '近处', depth: 1 })
const site = pages.build()
const places = {
  home: pages.cite('/', '首页上的一句话'),
  deep: pages.cite('/deep/', '深处'),
  near: pages.cite('/near/', '近处'),
}

function check(
  outcome: 'there' | 'gone' | 'asked' | 'wrong',
  evidence: readonly (keyof typeof places)[],
  rendersFirst: boolean,
): Check {
  return defineCheck({
    id: 'trial/thing-missing',
    revision: 1,
    title: '试',
    question: '试？',
    basis: [{ document: '某文件', clause: '第一条' }],
    needs: [],
    ...(rendersFirst ? { rendersFirst } : {}),
    params: {},
    outcomes: {
      there: { verdict: 'pass', message: '有' },
      gone: { verdict: 'fail', message: '没有', claimsAbsence: true, ask: '没有？' },
      wrong: { verdict: 'fail', message: '错了', ask: '错了？' },
      asked: { verdict: 'unsure', message: '说不准', ask: '有没有？' },
    },
    example: '例',
    *run() {
      yield { outcome, subject: '甲', evidence: evidence.map((name) => places[name]) }
    },
  })
}

function wishes(one: Check, over = site): string[] {
  const { findings } = runChecks({
    site: over,
    checks: [one],
    calendar: workCalendar([]),
    labels: ownLabels(),
    topicName: (topic) => topic,
    now: 5,
  })
  return renderWishes([one], findings, over).map(({ url }) => new URL(url).pathname)
}

it('an absence and an open question are looked at first, nearest to home first, each page once', () => {
  expect(wishes(check('gone', ['deep', 'near', 'near', 'home'], true))).toEqual([
    '/',
    '/near/',
    '/deep/',
  ])
  expect(wishes(check('asked', ['home'], true))).toEqual(['/'])
})

it('what is there or plainly wrong needs no second look; nor does a check that does not ask', () => {
  expect(wishes(check('there', ['home'], true))).toEqual([])
  expect(wishes(check('wrong', ['home'], true))).toEqual([])
  expect(wishes(check('gone', ['home'], false))).toEqual([])
})

it('a page shown already is not shown again', () => {
  const shown = {
    ...site,
    pageAt: (url: string) => {
      const view = site.pageAt(url)
      return view && { ...view, capture: { ...view.capture, via: 'browser' as const } }
    },
  }
  expect(wishes(check('gone', ['home', 'near'], true), shown)).toEqual([])
})
