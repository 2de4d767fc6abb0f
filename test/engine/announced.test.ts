/** What is announced on pages that checks of their own judge is theirs to tell. */
import { describe, expect, it } from 'vitest'
import { announcedIn } from '#engine/announced'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const TITLE = '示例市林业局2025年政府信息公开工作年度报告'
const PAGE = { words: ['见附表'], voids: [['file', '见附表']] } as const

describe('what pages announce and do not show', () => {
  it('an annual report is judged by the checks of reports, another page with the same words is told', () => {
    const site = new SiteViewBuilder()
      .report(2025, '2026-01-20', TITLE, { page: PAGE })
      .page('/nb/1.html', { kind: 'article', title: '补充材料', ...PAGE })
      .column('政府信息公开年报', '/nb/', {
        items: [
          [TITLE, '2026-01-20', '/zfxxgk/nb/2025-0.html'],
          ['补充材料', '2026-01-20', '/nb/1.html'],
        ],
      })
      .build()
    const titles = announcedIn(site, new Set()).flatMap(({ pages }) =>
      pages.map((one) => one.title),
    )
    expect(titles).toEqual(['补充材料'])
  })
})
