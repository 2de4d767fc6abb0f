/** Every outcome of `identity/site-code-inconsistent` from a small site that gives it. */
import { siteCodeInconsistent } from '#checks/identity/site-code-inconsistent'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const home = (foot: string, tag: string): SiteViewBuilder =>
  new SiteViewBuilder({ footer: { siteCode: foot }, tags: { SiteIDCode: tag } })
const boxed = (code: string): SiteViewBuilder =>
  new SiteViewBuilder({
    footer: { siteCode: '9912340007', errorReportBox: { markup: code } },
    tags: { SiteIDCode: '9912340007' },
  })
const registered = (builder: SiteViewBuilder, siteCode: string): SiteViewBuilder =>
  builder.with({ portal: { ...builder.build().portal, siteCode } })

const foot = (code: string, icp: string, police: string) => ({
  siteCode: code,
  icpNumber: icp,
  policeFilingNumber: police,
})
const OURS = foot('3611290001', '赣ICP备19003321号-1', '赣公网安备36112902000101号')
/** Five pages, and one in a folder of its own whose foot is this. */
function withPage(own: ReturnType<typeof foot>): SiteViewBuilder {
  const site = new SiteViewBuilder({ footer: OURS })
  for (let i = 0; i < 5; i++) site.page(`/dt/${i}.html`, { kind: 'article', footer: OURS })
  return site.page('/zt/', { title: '专题', footer: own })
}
const ICP = '各页的ICP备案号'
const REGION = '底部编号的省份'
const code = { 网站标识码: 'not-comparable' } as const

testCheck(siteCodeInconsistent, {
  'region-differs': [
    {
      shows: 'a code of Guangdong beside filings of Hunan',
      site: new SiteViewBuilder({
        footer: foot('4419000017', '湘ICP备16008812号', '湘公网安备 43050302000188号'),
      }),
      expect: { ...code, [REGION]: 'region-differs' },
      facts: { [REGION]: { value: '4419000017' } },
    },
    {
      shows: 'the filing of the police has the sign of one province and the digits of another',
      site: new SiteViewBuilder({
        footer: foot('4305000017', '湘ICP备16008812号', '粤公网安备 43050302000188号'),
      }),
      expect: { ...code, [REGION]: 'region-differs' },
    },
  ],
  'filings-differ': {
    shows: 'one page of the same code with a filing of another province',
    site: withPage({ ...OURS, icpNumber: '粤ICP备19003321号-1' }),
    expect: { ...code, [ICP]: 'filings-differ' },
  },
  consistent: [
    {
      shows: 'foot and tag agree; a ministry writes bm in either case',
      site: home('BM99000009', 'bm99000009'),
      expect: { 网站标识码: 'consistent' },
    },
    {
      shows: 'a placeholder is no code',
      site: registered(home('9912340007', '政府网站标识码'), '9912340007'),
      expect: { 网站标识码: 'consistent' },
    },
    {
      shows: 'the box’s script names the same site',
      site: boxed('sitecode="9912340007"'),
      expect: { 网站标识码: 'consistent' },
    },
    {
      shows: 'a mark of the box that names no site',
      site: boxed('id="_jiucuo_'),
      expect: { 网站标识码: 'consistent' },
    },
  ],
  inconsistent: [
    {
      shows: 'the tag was copied from another site',
      site: home('9912340007', '9912340001'),
      expect: { 网站标识码: 'inconsistent' },
    },
    {
      shows: 'the script of the error-report box names another site',
      site: boxed('sitecode="9912340017"'),
      expect: { 网站标识码: 'inconsistent' },
    },
  ],
  'pages-differ': [
    {
      shows: 'the foot of a platform prints a digit too few',
      site: home('9912340007', '9912340007').page('/gk/', {
        kind: 'listing',
        oddSiteCode: '991234007',
      }),
      expect: { 网站标识码: 'consistent', 各页的网站标识码: 'pages-differ' },
      facts: { 各页的网站标识码: { count: 1 } },
    },
    {
      shows: 'a channel’s template left out a digit of the tag',
      site: home('9912340007', '9912340007').page('/bs/1.html', {
        kind: 'article',
        footer: { siteCode: '9912340007' },
        tags: { SiteIDCode: '991234007' },
      }),
      expect: { 网站标识码: 'consistent', 各页的网站标识码: 'pages-differ' },
      facts: { 各页的网站标识码: { count: 1 } },
    },
    {
      shows:
        'one page copied its tag; a page of a subsite with its own foot and tag is not charged',
      site: home('9912340007', '9912340007')
        .page('/dt/1.html', {
          kind: 'article',
          footer: { siteCode: '9912340007' },
          tags: { SiteIDCode: '9912340070' },
        })
        .page('/zz/1.html', {
          kind: 'article',
          footer: { siteCode: '9912340031' },
          tags: { SiteIDCode: '9912340031' },
        }),
      expect: { 网站标识码: 'consistent', 各页的网站标识码: 'pages-differ' },
      facts: { 各页的网站标识码: { count: 1 } },
    },
  ],
  malformed: {
    shows: 'a digit was left out; a placeholder of words is for the tags to tell',
    site: home('9912340007', '991234007'),
    expect: { 网站标识码: 'not-comparable', 网站标识码的写法: 'malformed' },
  },
  'registry-differs': {
    shows: 'the page agrees with itself only',
    site: registered(home('9912340007', '9912340007'), '9912340009'),
    expect: { 网站标识码: 'registry-differs' },
  },
  'not-comparable': [
    { shows: 'no code at all', site: new SiteViewBuilder(), expect: code },
    {
      shows: 'another site of the same holder, and a department with a code of its own',
      site: withPage({ ...OURS, icpNumber: '赣ICP备19003321号-2' }).page('/jyj/', {
        title: '教育局',
        footer: foot('3611290033', '赣ICP备20001188号', '赣公网安备36112902000202号'),
      }),
      expect: code,
    },
  ],
})
