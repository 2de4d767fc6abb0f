/** Columns whose entries show no day or come by months, for the tests of how often a column is updated. */
import { SiteViewBuilder } from './site-view-builder.ts'

/** Five entries of news without days; `read` of their pages are known, the first of them says `words`. */
export function undatedNews(
  words: readonly string[],
  read = 5,
  pictures: readonly string[] = [],
): SiteViewBuilder {
  const names = ['植树', '防火', '巡林', '护鸟', '育苗']
  return names.slice(0, read).reduce(
    (built, name, at) =>
      built.page(`/dt/${at}.html`, {
        kind: 'article',
        title: name,
        words: [`今日全市${name}，各乡镇参加。`, ...(at === 0 ? words : [])],
      }),
    new SiteViewBuilder().column('动态', '/dt/', {
      topic: 'news',
      pictures,
      words: ['共 5 条信息　页次：1/1页'],
      items: names.map((name, at) => [name, null, `/dt/${at}.html`] as const),
    }),
  )
}

const LETTINGS = ['A3号标准厂房二层招租', '创业楼三层招租', '停车场招租公告']

/** Three entries that show no day, of a column of no known kind, beside so many articles of which each prints one. */
export function undatedAlone(
  words: readonly string[] = [],
  titles: readonly string[] = LETTINGS,
  dated = 20,
  others = dated,
): SiteViewBuilder {
  const column = new SiteViewBuilder().column('园区招租', '/zz/', {
    items: titles.map((title, at) => [title, null, `/zz/${at}.html`] as const),
  })
  const own = titles.reduce(
    (built, title, at) =>
      built.page(`/zz/${at}.html`, {
        kind: 'article',
        title,
        words: ['面积八百平方米，有意者请与管委会联系。', ...(at === 0 ? words : [])],
      }),
    column,
  )
  return Array.from({ length: others }, (_, at) => at).reduce(
    (built, at) =>
      built.page(`/dt/${at}.html`, {
        kind: 'article',
        title: `第${at}次巡林`,
        ...(at < dated ? { publishedOn: '2024-03-01' } : {}),
      }),
    own,
  )
}

/** Statistics month after month, the last of them for August 2023. */
export function monthlyReports(last: string, title = '2023年8月林业统计月报'): SiteViewBuilder {
  return new SiteViewBuilder().column('统计信息', '/tj/', {
    topic: 'statistics',
    items: [
      [title, last],
      ['2023年7月林业统计月报', '2023-08-01'],
      ['2023年6月林业统计月报', '2023-07-01'],
      ['2023年5月林业统计月报', '2023-06-01'],
      ['2023年4月林业统计月报', '2023-05-01'],
    ],
  })
}
