/** Every outcome of `freshness/burst-published` from a small site that gives it; judged on 2024-03-20. */
import { addDays } from '#base/day'
import { burstPublished } from '#checks/freshness/burst-published'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const AS_OF = '2024-03-20'
/** A column with entries so many days before the monitoring day. */
function news(ages: readonly number[], spec: ColumnSpec = {}): SiteViewBuilder {
  return new SiteViewBuilder().column('动态要闻', '/dt/', {
    topic: 'news',
    items: ages.map(
      (age, i) => [`植树第${i + 1}期`, addDays(AS_OF, -age), `/dt/${i}.html`] as const,
    ),
    ...spec,
  })
}
const monthly = Array.from({ length: 12 }, (_, i) => 20 + i * 28)
const twenty = Array.from({ length: 20 }, (_, i) => i % 5)

testCheck(burstPublished, {
  even: [
    {
      shows: 'an entry a week all year',
      site: news(Array.from({ length: 52 }, (_, i) => i * 7)),
      expect: { 发布节奏: 'even' },
      facts: { 发布节奏: { recent: 2 } },
    },
    {
      shows: 'a busy site that is as busy as ever',
      site: news(Array.from({ length: 730 }, (_, i) => Math.floor(i / 2))),
      expect: { 发布节奏: 'even' },
    },
    {
      shows: 'prices of every day, in a list that is only some weeks old',
      site: news(monthly).column('价格监测', '/jg/', {
        items: Array.from(
          { length: 20 },
          (_, i) =>
            [`蔬菜价格指数（第${300 - i}期）`, addDays(AS_OF, -i), `/jg/${i}.html`] as const,
        ),
      }),
      params: { minItems: 8 },
      expect: { 发布节奏: 'even' },
      facts: { 发布节奏: { recent: 0, before: 12 } },
    },
    {
      shows: 'a list that prints the day of the visit beside every entry',
      site: news(monthly).column('镇街动态', '/zj/', {
        items: Array.from(
          { length: 20 },
          (_, i) => [`第${i}处修路`, AS_OF, `/zj/${i}.html`] as const,
        ),
      }),
      expect: { 发布节奏: 'even' },
    },
    {
      shows: 'a few more than usual',
      site: news([...twenty.slice(0, 6), ...monthly]),
      expect: { 发布节奏: 'even' },
    },
  ],
  burst: [
    {
      shows: 'twenty in five days after one a month: the column is named by itself',
      site: news([...twenty, ...monthly]),
      expect: { '发布节奏：动态要闻': 'burst', 发布节奏: 'even' },
      facts: { '发布节奏：动态要闻': { recent: 20, before: 12, expected: 0.3 } },
    },
    {
      shows: 'one list that was filled in two days, on a portal that is otherwise as busy as ever',
      site: news(Array.from({ length: 365 }, (_, i) => i)).column('常见问题', '/wd/', {
        items: Array.from(
          { length: 16 },
          (_, i) => [`怎样补领第${i}证`, addDays(AS_OF, -(i % 2)), `/wd/${i}.html`] as const,
        ),
      }),
      expect: { '发布节奏：常见问题': 'burst', 发布节奏: 'even' },
      facts: { '发布节奏：常见问题': { recent: 16, before: 0, columns: '常见问题（16条）' } },
    },
    {
      shows: 'a few in each of many lists are a rush of the portal',
      site: Array.from({ length: 5 }, (_, n) => n).reduce(
        (built, n) =>
          built.column(`动态${n}`, `/d${n}/`, {
            items: Array.from(
              { length: 5 },
              (_, i) => [`第${n}处第${i}事`, addDays(AS_OF, -i), `/d${n}/${i}.html`] as const,
            ),
          }),
        news(monthly),
      ),
      expect: { 发布节奏: 'burst' },
      facts: { 发布节奏: { recent: 25 } },
    },
  ],
  'not-comparable': [
    {
      shows: 'only the newest page of a list was read',
      site: news(twenty, { paging: ['/dt/index_1.html'] }),
      expect: { 发布节奏: 'not-comparable' },
    },
    { shows: 'a new site', site: news(twenty), expect: { 发布节奏: 'not-comparable' } },
  ],
})
