/** Every outcome of `media/new-media-entry-missing` from a small site that gives it. */
import { newMediaEntryMissing } from '#checks/media/new-media-entry-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '政务新媒体入口'
const entryOn = (path: string): SiteViewBuilder => {
  const site = new SiteViewBuilder().page('/wm/', { title: '政务新媒体' })
  return site.with({
    newMedia: [{ kind: 'wechat', label: '示例林业', place: site.cite(path, '示例林业') }],
  })
}

testCheck(newMediaEntryMissing, {
  present: {
    shows: 'on the home page',
    site: entryOn('/'),
    expect: { [S]: 'present' },
    facts: { [S]: { entries: '微信 示例林业' } },
  },
  'not-prominent': {
    shows: 'only on an inner page',
    site: entryOn('/wm/'),
    expect: { [S]: 'not-prominent' },
  },
  missing: [
    {
      shows: 'a code that does not say whose it is may be the account',
      site: new SiteViewBuilder({ pictures: ['扫一扫'] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'an entry behind a script may be the account',
      site: new SiteViewBuilder({ bare: ['政务微信'] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    { shows: 'nowhere', site: new SiteViewBuilder(), expect: { [S]: 'missing' } },
    {
      shows: 'pictures without words may be the accounts',
      site: new SiteViewBuilder({ bare: [''] }),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
})
