/**
 * One fixture a family of page systems (fixtures/pages/families, whole list pages in each one's manner, written in our
 * own words): the paging is told by its family, the entries are those of the list; what no family claims is read all the
 * same.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { PAGING_FAMILIES, type PagingFamily, pagingGrounds } from '#understand/paging-marks'
import { fixtureText, readText } from './read.ts'

const ADDRESSES: Partial<Record<PagingFamily, string>> = {
  'trs-inline': '/tzgg/default.shtml',
  hanweb: '/col/col1229/index.html',
  'hanweb-proxy': '/col/col1229/index.html',
  'hanweb-search': '/col/col1/index.html',
  gkmlpt: '/gkmlpt/index',
  epoint: '/zwgk/govInfoPub.html?categorynum=003001',
  postback: '/List.aspx?id=5',
  field: '/list.jsp?colid=12',
  'vsb-down': '/tzgg.htm',
  'vsb-query': '/tzgg.jsp',
  lonsun: '/openness/OpennessContent/showList/1442/45712/page_1.html',
  suffix: '/c132980/common_list.shtml',
}
/** Their entries come from the endpoint that the page names. */
const SHELLS: ReadonlySet<PagingFamily> = new Set(['gkmlpt', 'epoint'])

const read = (family: string) =>
  readText(fixtureText(`families/${family}`), {
    url: `http://www.example.gov.cn${ADDRESSES[family as PagingFamily] ?? '/tzgg/'}`,
  })

describe('families', () => {
  it('each has its fixture, and each fixture its family', () => {
    const files = readdirSync('fixtures/pages/families').map((name) => name.replace('.html', ''))
    expect(files.sort()).toEqual([...PAGING_FAMILIES].sort())
  })

  it.each(PAGING_FAMILIES.map((family) => [family]))('%s', (family) => {
    const page = read(family)
    expect(page.paging?.because).toBe(pagingGrounds(family))
    expect(page.paging?.urls.length).toBeGreaterThan(0)
    if (SHELLS.has(family)) return
    expect(page.kind.value).toBe('listing')
    expect(page.title).toMatch(/^(通知公告)$/)
    const days = subjectItems(page).map((item) => item.publishedOn?.value)
    expect(days).toEqual(['2023-05-20', '2023-05-19', '2023-05-18', '2023-05-17', '2023-05-16'])
  })

  it('an unknown system: the list and its next page are read by what the page shows', () => {
    const page = read('links')
    expect(page.paging).toMatchObject({
      style: 'links',
      next: 'http://www.example.gov.cn/v/list-b.zc',
    })
    expect(subjectItems(page)).toHaveLength(5)
  })
})
