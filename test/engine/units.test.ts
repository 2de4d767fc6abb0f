/** Whose columns and pages they are, where several bodies share one portal. */
import { expect, it } from 'vitest'
import { ownPart, partOf, unitsOf } from '#engine/define-check'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const portal = (agency = '示例县人民政府') =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: agency, group: null, attributes: [] } })
    .column('政府信息公开指南', '/gk/zn/', { topic: 'ogiGuide' })

const names = (builder: SiteViewBuilder) => unitsOf(builder.build()).map(({ name }) => name)
const guides = (builder: SiteViewBuilder) =>
  ownPart(builder.build())
    .columnsOf('ogiGuide')
    .map(({ url }) => new URL(url).pathname)

/** A column with a guide and a report below it. */
const branch = (builder: SiteViewBuilder, name: string) =>
  builder
    .column(name, '/bm/jy/', {})
    .column('公开指南', '/bm/jy/zn/', { topic: 'ogiGuide', parent: name })
    .column('公开年报', '/bm/jy/nb/', { topic: 'ogiAnnualReports', parent: name })

it.each([
  ['县教育局', ['县教育局']],
  ['云山镇人民政府', ['云山镇人民政府']],
  ['龙泉街道', ['龙泉街道']],
  ['云山镇政府信息公开', ['云山镇']],
  ['政府信息公开（示例县云山镇人民政府）', ['示例县云山镇人民政府']],
  // Its own office, and what only ends like a body.
  ['县政府办公室', []],
  ['示例县人民政府办公室', []],
  ['县政府党政办公室', []],
  ['县府办', []],
  ['管委会办公室', []],
  ['政务公开办公室', []],
  ['政务公开（公开办）', []],
  ['新闻中心', []],
  ['魅力城乡', []],
  ['各镇街道', []],
])('a branch called %s is of %j', (name, found) => {
  const builder = branch(portal(), name)
  expect(names(builder)).toEqual(found)
  expect(guides(builder)).toEqual(found.length > 0 ? ['/gk/zn/'] : ['/gk/zn/', '/bm/jy/zn/'])
})

it('a body’s name alone is an entry of a list, and no branch', () => {
  expect(names(portal().column('县教育局', '/jg/jyj/', {}))).toEqual([])
})

it('a portal called by its place alone has departments whose names begin with it', () => {
  expect(names(branch(portal('示例市'), '示例市教育局'))).toEqual(['示例市教育局'])
})

it('an office’s own columns are its own, those of its subordinate units are not', () => {
  const builder = branch(portal('示例市教育局'), '教育局').column('直属单位', '/zs/', {})
  expect(names(builder)).toEqual(['直属单位'])
  expect(guides(builder)).toHaveLength(2)
})

it('columns are a unit’s by their trail where its platform was not read under its name', () => {
  const above = '政府信息公开（示例县云山镇人民政府）'
  const builder = portal()
    .column('公开指南', '/public/column/6613?type=4&id=3', { topic: 'ogiGuide', trail: [above] })
    .page('/public/6613/8.html', { title: '某通知', above: ['首页', above] })
  expect(names(builder)).toEqual(['示例县云山镇人民政府'])
  expect(guides(builder)).toEqual(['/gk/zn/'])
  const [unit] = unitsOf(builder.build())
  expect(unit?.columns.map(({ name }) => name)).toEqual(['公开指南'])
  const pages = ownPart(builder.build()).pages.map(({ page }) => page.title)
  expect(pages).not.toContain('某通知')
})

it('what a unit’s page only leads to is not the unit’s', () => {
  const builder = branch(portal(), '县教育局').page('/bm/jy/zn/1.html', { title: '教育局指南' })
  const site = builder.build()
  const [unit] = unitsOf(site)
  const part = unit === undefined ? site : partOf(site, unit)
  const url = (path: string) => new URL(path, site.portal.homeUrl).href
  expect(part.pageAt(url('/gk/zn/'))).toBeNull()
  expect(part.pageAt(url('/bm/jy/zn/1.html'))?.page.title).toBe('教育局指南')
})

it('pages are a unit’s by its list and by its folder; what the portal lists too is the portal’s', () => {
  const builder = branch(portal(), '县教育局')
    .page('/bm/jy/zn/1.html', { title: '教育局公开指南' })
    .page('/wj/2.html', { title: '教育局文件' })
    .page('/wj/3.html', { title: '县政府文件' })
    .column('政策文件', '/bm/jy/wj/', {
      parent: '县教育局',
      items: [
        ['教育局文件', '2024-01-02', '/wj/2.html'],
        ['县政府文件', '2024-01-02', '/wj/3.html'],
      ],
    })
    .column('政策文件', '/zc/', { items: [['县政府文件', '2024-01-02', '/wj/3.html']] })
  const site = builder.build()
  const [unit] = unitsOf(site)
  if (unit === undefined) throw new Error('no unit')
  const titles = (pages: typeof site.pages) => pages.map(({ page }) => page.title)
  expect(titles(partOf(site, unit).pages)).toEqual(
    expect.arrayContaining(['教育局公开指南', '教育局文件', '县教育局']),
  )
  expect(titles(ownPart(site).pages)).toContain('县政府文件')
  expect(titles(ownPart(site).pages)).not.toContain('教育局文件')
})
