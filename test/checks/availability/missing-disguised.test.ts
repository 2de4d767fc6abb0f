/** Every outcome of `availability/missing-disguised` from a small site that gives it. */
import { missingDisguised } from '#checks/availability/missing-disguised'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

testCheck(missingDisguised, {
  honest: [
    {
      shows: '404 for what is gone',
      site: new SiteViewBuilder().target('/old.html', [404, 404]),
      expect: { 不存在的页面: 'honest' },
    },
    {
      shows: 'a page that came in part had links that nobody saw',
      site: new SiteViewBuilder()
        .target('/old.html', [404, 404])
        .page('/cut.html', { kind: 'article', title: '通知', truncated: true }),
      expect: { 不存在的页面: 'honest' },
      softened: true,
    },
  ],
  disguised: {
    shows: 'an error page under status 200; an error page with 404 is honest',
    site: new SiteViewBuilder()
      .target('/a.html', [200])
      .page('/a.html', { kind: 'error', title: '您访问的页面不存在' })
      .page('/b.html', { kind: 'error', title: '404', status: 404 }),
    expect: { 不存在的页面: 'disguised' },
    facts: { 不存在的页面: { count: 1 } },
  },
  'none-met': {
    shows: 'everything opens; a missing page outside is not this server',
    site: new SiteViewBuilder()
      .target('/a.html', [200])
      .target('http://other.example/x', [404, 404], { external: true, text: '外站' }),
    expect: { 不存在的页面: 'none-met' },
  },
})
