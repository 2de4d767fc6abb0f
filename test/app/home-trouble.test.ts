/** What a person is told of a home page that was not visited. */
import { expect, test } from 'vitest'
import { homeTrouble } from '#app/home-trouble'
import type { FrontierRow } from '#model/ports'
import { portalOf } from '../support/runs.ts'

const portal = portalOf('http://www.example.gov.cn/')

function rowOf(over: Partial<FrontierRow>): FrontierRow {
  return {
    url: portal.homeUrl,
    host: 'www.example.gov.cn',
    purpose: 'home',
    depth: 0,
    from: null,
    state: 'budget',
    reason: null,
    attempts: 1,
    capture: null,
    ...over,
  }
}

test('a robots.txt that could not be had is told with its reason and the way out', () => {
  const reason = 'robots.txt 没有取得，不知道有无限制（HTTP 503）'
  const asked: string[] = []
  const told = homeTrouble(portal, [], null, (url) => {
    asked.push(url)
    return rowOf({ state: 'robots', reason })
  })
  expect(asked).toEqual([portal.homeUrl])
  expect(told).toContain(`没有访问首页：${reason}。请与网站方沟通`)
  expect(told).toContain('obeyRobots: false')
})

test('anything else that kept it from being visited names no robots.txt', () => {
  for (const row of [null, rowOf({ state: 'budget' })])
    expect(homeTrouble(portal, [], null, () => row)).toContain('：没有访问到首页。')
})
