/** Columns above and below one another, for the checks that judge them. */
import { expect, it } from 'vitest'
import { ColumnTree } from '#engine/define-check'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

it('what the menu calls the very page is no column above it', () => {
  const site = new SiteViewBuilder()
    .column('解读回应', '/jd/')
    .column('解读', '/jd/zc/', { parent: '解读回应' })
    .column('政策解读', '/jd/zc/', { parent: '解读' })
    .build()
  const named = site.columns.find(({ name }) => name === '政策解读')
  const above = named === undefined ? null : new ColumnTree(site).ancestors(named)
  expect(above?.map(({ name }) => name)).toEqual(['解读回应'])
})
