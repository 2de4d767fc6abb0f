/** Every outcome of `accessibility/entry-missing` from a small site that gives it. */
import { entryMissing } from '#checks/accessibility/entry-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '无障碍与适老化入口'

/** 长者助手, which leads to a page of its own with this answer. */
const elder = (status: number): SiteViewBuilder =>
  new SiteViewBuilder({
    entry: { markup: '长者助手', path: '/elder/' },
    links: [['长者助手', '/elder/', 'nav']],
  }).target('/elder/', [status, status], { text: '长者助手' })

testCheck(entryMissing, {
  present: [
    {
      shows: 'its page is there',
      site: elder(200),
      expect: { [S]: 'present' },
    },
    {
      shows: 'in words on the home page, without any browser',
      site: new SiteViewBuilder({ entry: '长者助手' }),
      expect: { [S]: 'present' },
      facts: { [S]: { label: '长者助手' } },
    },
    {
      shows: 'written by a script, seen in the browser',
      site: (() => {
        const site = new SiteViewBuilder()
        const span = site.cite('/', '无障碍浏览').at ?? [0, 0]
        const entry = { label: '无障碍浏览', url: null, where: 'visible', at: span } as const
        return site.examined('/', {}, { entry })
      })(),
      expect: { [S]: 'present' },
    },
  ],
  'leads-nowhere': {
    shows: 'its page is not there',
    site: elder(404),
    expect: { [S]: 'leads-nowhere' },
  },
  'markup-only': {
    shows: 'only as the words of a picture',
    site: new SiteViewBuilder({ entry: { markup: '无障碍' } }).examined('/'),
    expect: { [S]: 'markup-only' },
  },
  missing: [
    {
      shows: 'nowhere, and a browser looked',
      site: new SiteViewBuilder().examined('/'),
      expect: { [S]: 'missing' },
    },
    {
      shows: 'no browser looked: a script may write it',
      site: new SiteViewBuilder(),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'the browser did not get every script',
      site: new SiteViewBuilder().examined('/', {}, { lacking: '1 个脚本没有取到' }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'a picture without words may be the entry',
      site: new SiteViewBuilder({ bare: [''] }).examined('/'),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
})
