/** Kinds of pages whose foot lacks a field: what was read with the text of a page is its foot where the rest of the foot is. */
import { expect, it } from 'vitest'
import { footGaps } from '#engine/foot-gaps'
import type { PageView, SiteView } from '#model/site-view'
import { type PageSpec, SiteViewBuilder } from '../support/site-view-builder.ts'

const CONTACT = { contact: '联系电话：0700-1234567' }
const WHOLE = { siteCode: '9900000001', sponsor: '示例市林业局', ...CONTACT }
const links = ['要闻', '公开', '服务', '互动', '数据'].map(
  (name) => [name, `/${name}/`, 'nav'] as const,
)

/** Letters whose text reaches to the end of the page, beside lists with the whole foot. */
function letters(footer: NonNullable<PageSpec['footer']>): SiteView {
  const builder = new SiteViewBuilder({ footer: WHOLE })
  for (let i = 0; i < 8; i += 1)
    builder.page(`/l${i}/`, { kind: 'listing', title: `栏目${i}`, links, footer: WHOLE })
  for (let i = 0; i < 4; i += 1)
    builder.page(`/xx/${i}.html`, { kind: 'article', title: `第${i}封来信`, links, footer })
  const site = builder.build()
  const read = (view: PageView): PageView =>
    view.page.kind.value === 'article'
      ? { ...view, page: { ...view.page, text: { ...view.page.text, at: [0, 100_000] } } }
      : view
  return { ...site, pages: site.pages.map(read) }
}

it('finds the telephone in a foot that was read with the text', () => {
  expect(footGaps(letters(WHOLE), ['contact'])).toEqual([])
})

it('takes a telephone of the text alone for none of the foot', () => {
  const gaps = footGaps(letters(CONTACT), ['contact'])
  expect(gaps.map(({ pages, keys }) => [pages.length, keys])).toEqual([[4, ['contact']]])
})
