/** Addresses that stand for a question come back as what they were made of, and are told from every other. */
import { describe, expect, it } from 'vitest'
import {
  isListPart,
  isSearchAddress,
  type ListQuery,
  listQueryOf,
  plainAddress,
  queryAddress,
  queryPart,
  type SearchQuery,
  searchQueryOf,
} from '#base/query-address'

const PAGE = 'http://www.example.gov.cn/list.aspx?id=5'
const LISTS: readonly ListQuery[] = [
  {
    kind: 'epoint',
    page: PAGE,
    script: 'http://www.example.gov.cn/js/a b.js',
    category: '003001',
    department: '',
    pageSize: 20,
    pageIndex: 3,
  },
  { kind: 'postback', page: PAGE, target: 'ctl00$GridView1', argument: 'Page$2' },
  { kind: 'postback', page: PAGE, target: 'a:b+c&d', argument: '', step: 4 },
  { kind: 'field', page: PAGE, name: 'cpage', number: 2 },
]
const SEARCH: SearchQuery = {
  kind: 'lowerItem',
  page: 'http://www.example.gov.cn/search?q=%E5%85%B3+100%25',
  title: '关于 100% 执行“两单：一函”& 其他+的通知',
  target: 'http://jyj.example.gov.cn/a?b=1&c=2',
  scripted: true,
}

describe('an address that stands for a query', () => {
  it.each(LISTS)('gives back a part of a list: $kind', (query) => {
    const address = queryAddress(query)
    expect(listQueryOf(address)).toEqual(query)
    expect([isListPart(address), isSearchAddress(address)]).toEqual([true, false])
    expect(searchQueryOf(address)).toBeNull()
    expect([plainAddress(address), plainAddress(address) + queryPart(address)]).toEqual([
      PAGE,
      address,
    ])
  })

  it.each([true, false])('gives back a search (by script: %s)', (scripted) => {
    const query = { ...SEARCH, scripted }
    const address = queryAddress(query)
    expect(searchQueryOf(address)).toEqual(query)
    expect([isListPart(address), isSearchAddress(address)]).toEqual([false, true])
    expect(listQueryOf(address)).toBeNull()
    expect(plainAddress(address)).toBe(SEARCH.page)
    expect(new URL(address).hash).not.toBe('')
  })

  it('is read in the form that earlier runs have in their store', () => {
    const words = new URLSearchParams({
      kind: 'ownItem',
      title: '关于 A 的通知',
      target: PAGE,
      scripted: '0',
    })
    expect(searchQueryOf(`http://www.example.gov.cn/s?q=a#mingcha-search:${words}`)).toEqual({
      kind: 'ownItem',
      page: 'http://www.example.gov.cn/s?q=a',
      title: '关于 A 的通知',
      target: PAGE,
      scripted: false,
    })
    expect(listQueryOf(`${PAGE}#mingcha-post:field:name=cpage&number=2`)).toEqual(LISTS[3])
  })

  it.each([
    PAGE,
    `${PAGE}#top`,
    `${PAGE}#mingcha-post:delete:id=3`,
    `${PAGE}#mingcha-search:nothing:title=a&target=b`,
    `${PAGE}#mingcha-search:ownItem:title=a`,
    `${PAGE}#mingcha-search:ownItem:title=%E5%&`,
  ])('is nothing else: %s', (address) => {
    expect([listQueryOf(address), searchQueryOf(address)]).toEqual([null, null])
  })
})
