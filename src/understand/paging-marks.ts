/**
 * What each way of paging is called, and whether a real sample of it was read or only public descriptions of the family
 * (domain-rules K). The mark travels with the reading: to the column, and to every finding that cites such a list page.
 */

type Basis = 'seen' | 'from description'

interface Mark {
  /** Chinese, for evaluators. */
  readonly words: string
  readonly basis: Basis
}

const MARKS = {
  trs: { words: 'TRS 翻页脚本 createPageHTML', basis: 'seen' },
  'trs-inline': { words: 'TRS 翻页脚本（写在页内）', basis: 'seen' },
  'trs-service': { words: 'TRS 列表服务 igs/front/search', basis: 'from description' },
  hanweb: { words: '大汉 jpage 列表脚本', basis: 'from description' },
  'hanweb-proxy': { words: '大汉 jpage 数据接口', basis: 'from description' },
  jpaas: { words: 'jpaas 集约化平台列表接口', basis: 'from description' },
  gkmlpt: { words: '信息公开目录平台列表接口', basis: 'from description' },
  postback: { words: 'ASP.NET 表单翻页（__doPostBack）', basis: 'from description' },
  field: { words: '表单页码字段翻页（cpage 等）', basis: 'from description' },
  truecms: { words: 'TrueCMS 列表接口', basis: 'from description' },
  'hanweb-search': { words: '大汉信息公开目录检索接口', basis: 'from description' },
  epoint: { words: '新点 Epoint 列表接口', basis: 'from description' },
  'vsb-down': { words: '博达 VSB 倒序页码', basis: 'seen' },
  'vsb-query': { words: '博达 VSB 参数翻页', basis: 'from description' },
  lonsun: { words: '龙讯 page_N 翻页', basis: 'from description' },
  suffix: { words: '页码后缀 _N 的翻页链接（UCAP 等）', basis: 'from description' },
  query: { words: '页码参数 page=N 的翻页链接', basis: 'seen' },
  links: { words: '页面上的翻页链接', basis: 'seen' },
} as const satisfies Record<string, Mark>

export type PagingFamily = keyof typeof MARKS

export const PAGING_FAMILIES = Object.keys(MARKS) as readonly PagingFamily[]

/** Grounds of a paging reading, in Chinese; `note` says what was not done. */
export function pagingGrounds(family: PagingFamily, note = ''): string {
  const { words, basis } = MARKS[family]
  const mark = basis === 'seen' ? '读过真实样本' : '按公开说明编写，未见过真实样本'
  return `${words}${note}（${mark}）`
}

const QUERY_PAGE = /[?&]\w*page\w*=\d/i

/** Which family's habit the addresses of linked pages show. `descending`: they count down to page n. */
export function habitOf(addresses: readonly string[], descending: boolean): PagingFamily {
  const further = addresses.find((url) => /\d/.test(url)) ?? ''
  if (/[?&](?:PAGENUM|a\d{3,}p)=\d/.test(further)) return 'vsb-query'
  if (QUERY_PAGE.test(further)) return 'query'
  if (/\/page_\d+\.html?$/i.test(further)) return 'lonsun'
  if (descending && /\/\d+\.html?$/i.test(further)) return 'vsb-down'
  return /_\d{1,4}\.s?html?$/i.test(further) ? 'suffix' : 'links'
}
