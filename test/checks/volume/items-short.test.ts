/** Every outcome of `volume/items-short` from a small site that gives it; judged on 2024-03-20. */
import { itemsShort } from '#checks/volume/items-short'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const site = (): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('动态要闻', '/dt/', {
      items: [
        ['植树第二期', '2024-03-01', '/dt/2.html'],
        ['植树第一期', '2024-02-01', '/dt/1.html'],
        ['植树第一期', '2024-02-02', '/dt/3.html'],
        ['去年的植树', '2023-12-01', '/dt/0.html'],
      ],
    })
    .column('通知公告', '/gg/', {
      items: [
        ['植树第二期', '2024-03-01', '/dt/2.html'],
        ['护林通告', '2024-01-05', '/gg/1.html'],
        ['来月的护林通告', '2024-04-05', '/gg/2.html'],
      ],
    })
const SUBJECT = '2024年发布量'

testCheck(itemsShort, {
  met: [
    {
      shows:
        'as many as wanted: one address in two columns counts once, one title under two addresses once',
      site: site(),
      params: { target: 3 },
      expect: { [SUBJECT]: 'met', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 3, duplicates: 1 } },
    },
    {
      shows: 'a repost does not count; what the unit’s own section signs does',
      site: site()
        .page('/dt/1.html', { kind: 'article', title: '植树第一期', source: '国家林草部网站' })
        .page('/dt/2.html', { kind: 'article', title: '植树第二期', source: '造林科' }),
      params: { target: 2 },
      expect: { [SUBJECT]: 'met', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 2, units: '造林科 1、未注明 1', reposts: 1 } },
    },
    {
      shows:
        'a report of every day under one title is news each day; put up twice on one day it is not',
      site: new SiteViewBuilder().column('森林防火', '/fh/', {
        items: ['01', '02', '03', '04', '04'].map(
          (day, at) => ['森林火险等级预报', `2024-03-${day}`, `/fh/${at}.html`] as const,
        ),
      }),
      params: { target: 4 },
      expect: { [SUBJECT]: 'met' },
      facts: { [SUBJECT]: { count: 4, duplicates: 1 } },
    },
    {
      shows: 'what months later comes again is news, but not where its page says the same',
      site: new SiteViewBuilder()
        .column('通知公告', '/gg/', {
          items: [
            ['停水通知', '2024-03-01', '/gg/3.html'],
            ['停水通知', '2024-02-01', '/gg/2.html'],
            ['停水通知', '2024-01-01', '/gg/1.html'],
          ],
        })
        .page('/gg/1.html', {
          kind: 'article',
          title: '停水通知',
          words: ['检修管网。'.repeat(50)],
        })
        .page('/gg/2.html', {
          kind: 'article',
          title: '停水通知',
          words: ['检修管网。'.repeat(50)],
        }),
      params: { target: 2 },
      expect: { [SUBJECT]: 'met' },
      facts: { [SUBJECT]: { count: 2, duplicates: 1 } },
    },
  ],
  short: [
    {
      shows: 'what the province’s bureau of the same field says is a repost',
      site: site()
        .page('/dt/1.html', { kind: 'article', title: '植树第一期', source: '省林业局' })
        .page('/dt/2.html', {
          kind: 'article',
          title: '植树第二期',
          source: '国家林业和草原局网站',
        }),
      params: { target: 3 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 1, reposts: 2 } },
    },
    {
      shows: 'one too few',
      site: site(),
      params: { target: 4 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { lacking: 1 } },
    },
    {
      shows: 'an undated entry might be of the year',
      site: site().column('简报', '/jb/', { items: [['护林简报', null, '/jb/1.html']] }),
      params: { target: 4 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      softened: true,
    },
  ],
  counted: {
    shows: 'another year, no target',
    site: site(),
    params: { year: 2023 },
    expect: { '2023年发布量': 'counted' },
    facts: { '2023年发布量': { count: 1, complete: true } },
  },
  'counted-before': {
    shows: 'the last whole year beside the one that runs, by source label',
    site: site().page('/dt/0.html', { kind: 'article', title: '去年的植树', source: '造林科' }),
    expect: { [SUBJECT]: 'counted', '2023年发布量': 'counted-before' },
    facts: { '2023年发布量': { count: 1, units: '造林科 1' } },
  },
})
