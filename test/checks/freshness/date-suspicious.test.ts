/** Every outcome of `freshness/date-suspicious` from a small site that gives it; judged on 2024-03-20. */
import { dateSuspicious } from '#checks/freshness/date-suspicious'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

/** A news column with one entry for each day given, newest first. */
function news(...days: readonly string[]): SiteViewBuilder {
  return new SiteViewBuilder().column('动态要闻', '/dt/', {
    topic: 'news',
    items: days.map((day, i) => [`植树第${i + 1}期`, day, `/dt/${i}.html`] as const),
  })
}
const seenBefore = (builder: SiteViewBuilder, ...paths: string[]): SiteViewBuilder =>
  builder.with({ history: { firstSeen: new Map(paths.map((path) => [at(path), '2024-03-10'])) } })

/** Three entries of last summer whose pages print these days; the pages were fetched on 2023-11-15. */
const printing = (...days: readonly string[]): SiteViewBuilder =>
  days.reduce(
    (site, publishedOn, i) => site.page(`/dt/${i}.html`, { kind: 'article', publishedOn }),
    news('2023-07-01', '2023-07-02', '2023-07-03'),
  )

/** Thirty entries of January, each on a page that prints its list's day in text and tag, but for what is told of single ones. */
const agreeing = (
  odd: Readonly<
    Record<number, { readonly own?: string; readonly tag?: string; readonly listed?: string }>
  >,
): SiteViewBuilder => {
  const days = Array.from({ length: 30 }, (_, i) => `2024-01-${String(30 - i).padStart(2, '0')}`)
  return days.reduce(
    (site, day, i) =>
      site.page(`/dt/${i}.html`, {
        kind: 'article',
        publishedOn: odd[i]?.own ?? day,
        ...(odd[i]?.tag === undefined ? {} : { tagDay: odd[i]?.tag }),
        tags: { PubDate: odd[i]?.tag ?? odd[i]?.own ?? day },
      }),
    news(...days.map((day, i) => odd[i]?.listed ?? day)),
  )
}

/** So many pages whose address bears the day that they print. */
const dated = (count: number): SiteViewBuilder =>
  Array.from({ length: count }, (_, i) => `2024-01-${String(30 - i).padStart(2, '0')}`).reduce(
    (site, day) =>
      site.page(`/dt/${day.slice(0, 7).replace('-', '')}/t${day.replaceAll('-', '')}_1.html`, {
        kind: 'article',
        publishedOn: day,
      }),
    news('2024-03-18'),
  )

/** A list of common questions whose entries all bear this day, beside the news that agree; their pages print these. */
const stamped = (listed: string, ...own: readonly string[]): SiteViewBuilder =>
  own.reduce(
    (site, publishedOn, i) => site.page(`/cj/${i}.html`, { kind: 'article', publishedOn }),
    agreeing({}).column('常见问题', '/cj/', {
      items: own.map((_, i) => [`怎样补领第${i}证`, listed, `/cj/${i}.html`] as const),
    }),
  )

testCheck(dateSuspicious, {
  'list-contrary': [
    {
      shows: 'one entry whose page prints another day, among thirty that agree',
      site: agreeing({ 4: { own: '2023-11-20' } }),
      expect: { 列表与内容页的日期: 'list-contrary' },
      facts: { 列表与内容页的日期: { checked: 30, bad: 1 } },
    },
    {
      shows: 'a day to come in a short list whose other entries agree with their pages',
      site: ['2024-01-10', '2024-03-01', '2024-02-01'].reduce(
        (site, publishedOn, i) => site.page(`/cg/${i}.html`, { kind: 'article', publishedOn }),
        agreeing({}).column('政府采购', '/cg/', {
          items: [
            ['印刷采购', '2024-04-28', '/cg/0.html'],
            ['车辆采购', '2024-03-01', '/cg/1.html'],
            ['家具采购', '2024-02-01', '/cg/2.html'],
          ],
        }),
      ),
      expect: { 列表与内容页的日期: 'list-contrary', 政府采购: 'future' },
    },
    {
      shows: 'the same day of another year among thirty that agree, though some lie two days apart',
      site: agreeing({ 4: { own: '2023-01-26' }, 7: { own: '2024-01-20' } }),
      expect: {
        列表与内容页的日期: 'list-contrary',
        '列表与内容页的日期：待核': 'list-differs',
      },
    },
  ],
  'list-stamped': [
    {
      shows: 'a list that dates every entry on the day of judgement, while its pages print others',
      site: stamped('2024-03-20', '2024-01-16', '2023-12-20', '2023-10-25'),
      expect: { 列表印成访问当天的日期: 'list-stamped' },
    },
  ],
  'tag-contrary': [
    {
      shows: 'one tag that is not the printed day, among thirty that are',
      site: agreeing({ 4: { tag: '2023-11-05' } }),
      expect: { 'PubDate 标签': 'tag-contrary' },
    },
  ],
  plausible: [
    {
      shows:
        'the same where the addresses of few pages bear their day: they tell of something else',
      site: dated(8).page('/dt/202309/t20230912_9.html', {
        kind: 'article',
        publishedOn: '2024-01-18',
        addressDay: '2023-09-12',
      }),
      expect: { 发布日期: 'plausible' },
    },
    {
      shows: 'addresses made when the site was moved long ago, and one made before the printed day',
      site: news('2024-03-18')
        .page('/dt/a.html', {
          kind: 'article',
          publishedOn: '2016-08-01',
          addressDay: '2019-12-16',
        })
        .page('/dt/b.html', {
          kind: 'article',
          publishedOn: '2024-03-02',
          addressDay: '2023-11-05',
        }),
      expect: { 发布日期: 'plausible' },
    },
    {
      shows: 'the day itself is not the future, and four of today are no template',
      site: news('2024-03-20', '2024-03-20', '2024-03-20', '2024-03-20'),
      expect: { 发布日期: 'plausible' },
      facts: { 发布日期: { checked: 4 } },
    },
    {
      shows: 'new entries dated after the earlier visit, and an old one below what was known',
      site: seenBefore(news('2024-03-18', '2024-03-08', '2024-01-02'), '/dt/1.html'),
      expect: { 发布日期: 'plausible' },
    },
  ],
  future: [
    {
      shows: 'a date to come',
      site: news('2024-05-01', '2024-03-01'),
      expect: { 动态要闻: 'future' },
      facts: { 动态要闻: { count: 1 } },
    },
    {
      shows: 'shown by the column above too: asked once, of the inner one',
      site: new SiteViewBuilder()
        .column('新闻', '/xw/', { items: [['预告', '2024-05-01', '/xw/yw/1.html']] })
        .column('要闻', '/xw/yw/', {
          parent: '新闻',
          items: [['预告', '2024-05-01', '/xw/yw/1.html']],
        }),
      expect: { 要闻: 'future' },
    },
  ],
  'future-stated': [
    {
      shows: 'the page tells the day to come in so many words, its tag another',
      site: news('2024-05-01', '2024-03-01').page('/dt/0.html', {
        kind: 'article',
        publishedOn: '2024-05-01',
        words: ['发布时间：2024-05-01 来源：办公室'],
        tags: { PubDate: '2024-03-01' },
      }),
      expect: { 动态要闻: 'future-stated' },
    },
    {
      shows: 'its page calls the day to come its own; one whose tag says another day is left aside',
      site: news('2024-05-01', '2024-04-01')
        .page('/dt/0.html', {
          kind: 'article',
          publishedOn: '2024-05-01',
          tags: { PubDate: '2024-05-01 09:00' },
        })
        .page('/dt/1.html', {
          kind: 'article',
          publishedOn: '2024-04-01',
          tags: { PubDate: '2024-03-01' },
        }),
      expect: { 动态要闻: 'future-stated' },
      facts: { 动态要闻: { count: 1 } },
    },
  ],
  'no-such-day': [
    {
      shows: 'June has thirty days; a leap year’s February and a day of signing are fine',
      site: new SiteViewBuilder()
        .column('公告', '/gg/', {
          topic: 'notices',
          items: [['夏季送清凉', '2024-03-01', '/gg/1.html']],
        })
        .page('/gg/1.html', {
          kind: 'article',
          title: '夏季送清凉',
          words: ['发布日期：2023-06-31 来源：办公室', '请各单位组织开展。'],
        })
        .page('/gg/2.html', {
          kind: 'article',
          title: '值班安排',
          words: ['发布时间：2024-02-29', '成文日期：2023-02-30'],
        }),
      expect: { 不存在的日期: 'no-such-day' },
      facts: { 不存在的日期: { bad: 1 } },
    },
    {
      shows: 'a list that prints the last day of June twice over',
      site: new SiteViewBuilder().column('公告', '/gg/', {
        topic: 'notices',
        items: [['夏季送清凉', '2024-03-01']],
        words: ['防汛提示 2023-06-31', '文件〔2023〕6-31号'],
      }),
      expect: { 不存在的日期: 'no-such-day' },
    },
  ],
  'visit-day': {
    shows: 'every entry bears the day of the visit, by whatever day the scan is judged',
    site: news('2023-11-15', '2023-11-15', '2023-11-15', '2023-11-15', '2023-11-15'),
    expect: { 动态要闻: 'visit-day' },
  },
  'back-dated': {
    shows: 'not there ten days ago, dated two months before, above an entry that was',
    site: seenBefore(news('2024-03-18', '2024-01-15', '2024-01-02'), '/dt/2.html'),
    expect: { 动态要闻: 'back-dated' },
    facts: { 动态要闻: { count: 1 } },
  },
  'address-earlier': {
    shows: 'one address of months before among thirty that bear the printed day',
    site: dated(30).page('/dt/202309/t20230912_9.html', {
      kind: 'article',
      publishedOn: '2024-01-18',
      addressDay: '2023-09-12',
    }),
    expect: { 地址里更早的日期: 'address-earlier' },
    facts: { 地址里更早的日期: { bad: 1 } },
  },
  'address-later': [
    {
      shows: 'an address made five months after the printed day',
      site: news('2024-03-18')
        .page('/dt/a.html', {
          kind: 'article',
          publishedOn: '2023-08-01',
          addressDay: '2024-01-05',
        })
        .page('/dt/b.html', {
          kind: 'article',
          publishedOn: '2024-01-02',
          addressDay: '2024-01-05',
        }),
      expect: { 地址里的日期: 'address-later' },
      facts: { 地址里的日期: { bad: 1 } },
    },
  ],
  'tag-differs': [
    {
      shows: 'a tag of two weeks after among thirty that agree may be when the text was put right',
      site: agreeing({ 4: { tag: '2024-02-09' } }),
      expect: { 'PubDate 标签': 'tag-differs' },
    },
    {
      shows: 'a tag of the day the file was made; a slip of a day is passed over',
      site: news('2024-03-18')
        .page('/dt/a.html', {
          kind: 'article',
          title: '植树第7期',
          publishedOn: '2021-09-06',
          tagDay: '2023-11-10',
          tags: { PubDate: '2023-11-10' },
        })
        .page('/dt/b.html', {
          kind: 'article',
          publishedOn: '2021-09-06',
          tagDay: '2021-09-05',
          tags: { PubDate: '2021-09-05' },
        }),
      expect: { 'PubDate 标签': 'tag-differs' },
      facts: {
        'PubDate 标签': { checked: 2, bad: 1, examples: '“植树第7期”印2021-09-06、标签2023-11-10' },
      },
    },
  ],
  'tag-generated': [
    {
      shows: 'tags that hold the time of generation, beside a printed day and without one',
      site: news('2024-03-18')
        .page('/dt/a.html', {
          kind: 'article',
          title: '植树第7期',
          publishedOn: '2021-09-06',
          tagDay: '2023-11-10',
          tagGenerated: true,
          tags: { PubDate: '2023-11-10' },
        })
        .page('/dt/b.html', {
          kind: 'article',
          title: '植树第8期',
          tagDay: '2023-11-10',
          tagGenerated: true,
          tags: { PubDate: '2023-11-10' },
        })
        .page('/dt/c.html', {
          kind: 'article',
          publishedOn: '2023-11-10',
          tags: { PubDate: '2023-11-10' },
        }),
      expect: { 'PubDate 标签的生成时间': 'tag-generated' },
      facts: {
        'PubDate 标签的生成时间': {
          checked: 3,
          bad: 2,
          examples: '“植树第7期”印2021-09-06、标签2023-11-10、“植树第8期”未印日期、标签2023-11-10',
        },
      },
    },
  ],
  'visit-day-stated': [
    {
      shows: 'three pages of months ago that print the day of the visit; the list keeps their days',
      site: printing('2023-11-15', '2023-11-15', '2023-11-15'),
      expect: { 内容页的发布日期: 'visit-day-stated' },
      facts: { 内容页的发布日期: { bad: 3 } },
    },
    {
      shows: 'one that prints it, whose address is as old as the list says',
      site: news('2023-07-01').page('/dt/0.html', {
        kind: 'article',
        publishedOn: '2023-11-15',
        addressDay: '2023-07-01',
      }),
      expect: { 内容页的发布日期: 'visit-day-stated' },
      facts: { 内容页的发布日期: { bad: 1 } },
    },
  ],
  'year-slipped': {
    shows: 'the address bears out the list, the page prints the same day of the year before',
    site: news('2024-03-18').page('/dt/0.html', {
      kind: 'article',
      publishedOn: '2023-03-18',
      addressDay: '2024-03-18',
    }),
    expect: { 内容页发布日期的年份: 'year-slipped', 地址里的日期: 'address-later' },
  },
  'list-differs': [
    {
      shows: 'three weeks apart, put anew at the head of its list, or beside one of a day apart',
      site: agreeing({ 0: { listed: '2024-03-15' }, 9: { own: '2024-01-01' } }),
      expect: { 列表与内容页的日期: 'list-differs' },
      facts: { 列表与内容页的日期: { bad: 2 } },
    },
    {
      shows: 'months apart in a list whose other entries lie a day apart',
      site: agreeing({ 4: { own: '2023-11-20' }, 8: { own: '2024-01-21' } }),
      expect: { 列表与内容页的日期: 'list-differs' },
    },
    {
      shows:
        'a whole list that prints days of another kind, beside lists that agree with their pages',
      site: stamped('2024-02-06', '2024-01-16', '2023-12-20', '2023-10-25'),
      expect: { 列表与内容页的日期: 'list-differs' },
    },
    {
      shows: 'the same day of another year, and nothing says which of them it was',
      site: news('2024-03-18').page('/dt/0.html', { kind: 'article', publishedOn: '2023-03-18' }),
      expect: { 列表与内容页的日期: 'list-differs' },
    },
    {
      shows: 'two pages that print the day of the visit may have been put up anew',
      site: printing('2023-11-15', '2023-11-15', '2023-07-03'),
      expect: { 列表与内容页的日期: 'list-differs' },
    },
    {
      shows: 'an entry dated in the list two months after its page; a day apart is passed over',
      site: news('2024-03-18', '2024-03-10')
        .page('/dt/0.html', { kind: 'article', publishedOn: '2024-01-15' })
        .page('/dt/1.html', { kind: 'article', publishedOn: '2024-03-09' }),
      expect: { 列表与内容页的日期: 'list-differs' },
      facts: {
        列表与内容页的日期: {
          checked: 2,
          bad: 1,
          examples: '“植树第1期”列表2024-03-18、内容页2024-01-15',
        },
      },
    },
  ],
  'none-dated': {
    shows: 'no dates',
    site: new SiteViewBuilder().column('动态要闻', '/dt/'),
    expect: { 发布日期: 'none-dated' },
  },
})
