/** Every outcome of `interaction/opinion-channel-missing` from a small site that gives it. */
import { opinionChannelMissing } from '#checks/interaction/opinion-channel-missing'
import type { OpinionChannel } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '民意征集渠道'

function withChannels(...forms: readonly OpinionChannel['form'][]): SiteViewBuilder {
  const site = new SiteViewBuilder().column('意见征集', '/zj/', { topic: 'consultation' })
  return site.with({
    opinionChannels: forms.map((form, index) => ({
      url: at(`/zj/${index}.html`),
      name: `征集${index}`,
      form,
      place: site.cite('/zj/', '意见征集'),
    })),
  })
}

/** A channel whose calls have forms of their own, but for those that only name a mail address. */
function withCalls(online: number, byMail: number): SiteViewBuilder {
  const site = new SiteViewBuilder().column('意见征集', '/zj/', { topic: 'consultation' })
  const place = site.cite('/zj/', '意见征集')
  const mailed = Array.from({ length: byMail }, (_, i) => ({ title: `征求意见${i}`, place }))
  return site.with({
    opinionChannels: [
      {
        url: at('/zj/'),
        name: '意见征集',
        form: 'online',
        place,
        calls: { online, byMail: mailed },
      },
    ],
  })
}

testCheck(opinionChannelMissing, {
  'calls-mailed': {
    shows: 'one call of four names only a mail address',
    site: withCalls(3, 1),
    expect: { [S]: 'online', '意见征集：各期': 'calls-mailed' },
    facts: { '意见征集：各期': { count: 1, names: '“征求意见0”' } },
  },
  online: [
    {
      shows: 'one form among mail-only solicitations is enough',
      site: withChannels('mail-only', 'online', 'none'),
      expect: { [S]: 'online' },
      facts: { [S]: { name: '征集1' } },
    },
    { shows: 'one form shows no habit', site: withCalls(1, 1), expect: { [S]: 'online' } },
    { shows: 'most calls by mail', site: withCalls(2, 3), expect: { [S]: 'online' } },
  ],
  'mail-only': [
    {
      shows: 'a dead link to surveys beside it is no channel that might have a form',
      site: withChannels('mail-only')
        .column('网上调查', '/dc/', { topic: 'consultation', unread: true, coverage: 'HTTP 404' })
        .target('/dc/', [404, 404], { text: '网上调查' }),
      expect: { [S]: 'mail-only' },
    },
    {
      shows: 'mail does not count',
      site: withChannels('none', 'mail-only'),
      expect: { [S]: 'mail-only' },
    },
  ],
  'no-form': {
    shows: 'announcements without a form',
    site: withChannels('none'),
    expect: { [S]: 'no-form' },
  },
  'form-unknown': [
    {
      shows: 'advice is taken elsewhere: whether on what the body asks for is for a person',
      site: new SiteViewBuilder().column('建言献策', '/jy/', { topic: 'inquiries' }),
      expect: { [S]: 'form-unknown' },
      facts: { [S]: { name: '建言献策' } },
    },
    {
      shows: 'an entry by its bare words that leads where nothing was read',
      site: new SiteViewBuilder({ words: ['网上调查'] }).target('/hudong/zj/', [200], {
        text: '网上调查',
      }),
      expect: { [S]: 'form-unknown' },
      facts: { [S]: { name: '网上调查' } },
    },
    {
      shows: 'what was read does not tell',
      site: withChannels('unknown', 'mail-only'),
      expect: { [S]: 'form-unknown' },
    },
    {
      shows: 'an entry that only a script opens',
      site: new SiteViewBuilder().bareEntry('网上调查', 'consultation'),
      expect: { [S]: 'form-unknown' },
      facts: { [S]: { name: '网上调查' } },
    },
    {
      shows: 'a column of which no channel was read',
      site: new SiteViewBuilder().column('意见征集', '/zj/', { topic: 'consultation' }),
      expect: { [S]: 'form-unknown' },
    },
  ],
  external: {
    shows: 'the city platform',
    site: new SiteViewBuilder().column('意见征集', 'https://www.example-city.gov.cn/zj/', {
      topic: 'consultation',
      kindOfColumn: 'external',
    }),
    expect: { [S]: 'external' },
  },
  missing: [
    {
      shows: 'no channel at all',
      site: new SiteViewBuilder().column('工作动态', '/dt/'),
      expect: { [S]: 'missing' },
    },
    {
      shows: 'a picture on the home page leads where nothing was read',
      site: new SiteViewBuilder({ links: [['', '/tp/']] }).column('工作动态', '/dt/'),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
})
