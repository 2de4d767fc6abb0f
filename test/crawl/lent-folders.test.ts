/** Folders of another spelling that a superior keeps for a portal: lent only where the site says so. */
import { expect, it } from 'vitest'
import { Scope } from '#model/scope'

const scopeOf = (homeUrl: string): Scope => new Scope({ homeUrl, platformUrl: null, extraUrls: [] })
const lends = (homeUrl: string, address: string): boolean => {
  const scope = scopeOf(homeUrl)
  scope.lend(address)
  return scope.isLent(address)
}

it.each([
  ['http://www.x.gov.cn/shiguzhen/', 'http://www.x.gov.cn/zfxxgk/xz/sgz/index.html', true],
  ['http://www.x.gov.cn/shiguzhen/', 'http://www.x.gov.cn/zfxxgk/xz/shigu/zn.html', true],
  ['http://jtj.city.gov.cn/', 'http://www.city.gov.cn/xxgk/jiaotongju/', true],
  ['http://www.x.gov.cn/sgz/', 'http://www.x.gov.cn/openness/zhen/shigu/', true],
  ['http://www.x.gov.cn/sgz/', 'http://www.x.gov.cn/openness/zhen/longquan/', false],
  ['http://www.x.gov.cn/shiguzhen/', 'http://www.x.gov.cn/zfxxgk/xz/lqz/index.html', false],
  ['http://www.x.gov.cn/shiguzhen/', 'http://www.x.gov.cn/zfxxgk/index.html', false],
  ['http://www.x.gov.cn/shiguzhen/', 'http://www.y.gov.cn/zfxxgk/xz/sgz/', false],
  ['http://www.x.gov.cn/yunpu/', 'http://www.x.gov.cn/zfxxgk/xz/yp/', false],
])('%s 与 %s：%s', (home, address, expected) => {
  expect(lends(home, address)).toBe(expected)
})

it('本站没有指向那里，就不算', () => {
  expect(scopeOf('http://www.x.gov.cn/shiguzhen/').isLent('http://www.x.gov.cn/xz/sgz/')).toBe(
    false,
  )
})
