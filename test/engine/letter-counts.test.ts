/** What statistics of letters print that cannot be, in sentences and in tables. */
import { describe, expect, it } from 'vitest'
import { oddCount } from '#engine/letter-counts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const said = (...words: readonly string[]): string | null => {
  const site = new SiteViewBuilder().page('/tj.html', { kind: 'article', title: '统计', words })
  const page = site.build().pages.flatMap((one) => (one.page.title === '统计' ? [one.page] : []))
  return oddCount(page)?.words ?? null
}
const HEAD = '月份 收到（件） 办结（件） 平均办理天数'

describe('statistics of letters', () => {
  it('more settled than received in a row of a table', () => {
    expect(said(HEAD, '2026年6月 11 11 3', '2026年7月 12 19 3')).toBe('2026年7月 12 19 3')
    expect(said('收到来信 办结 办结率 公开答复', '126 139 100% 88')).toBe('126 139 100% 88')
  })

  it('rows in order, rows of another make, and heads that count something else', () => {
    expect(said(HEAD, '2026年6月 11 11 3', '2026年7月 12 10 30')).toBeNull()
    expect(said(HEAD, '合计 12 19')).toBeNull()
    expect(said('收到时间 答复时间', '20260105 20260107')).toBeNull()
    expect(said('收到来信 办结率', '12 100')).toBeNull()
  })
})
