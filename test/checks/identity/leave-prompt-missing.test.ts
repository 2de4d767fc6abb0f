/** Every outcome of `identity/leave-prompt-missing` from a small site that gives it. */
import { leavePromptMissing } from '#checks/identity/leave-prompt-missing'
import type { PageFurniture } from '#model/page'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '离站提示'
const words = '您访问的链接即将离开本网站，是否继续？'
const READ = { furniture: { readWhole: true } } as const
const outside = { external: true, text: '某某新闻网' }

testCheck(leavePromptMissing, {
  present: {
    shows: 'the sentence stands in a page’s script',
    site: new SiteViewBuilder({
      words: [words],
      furniture: { leavePrompt: { quote: words, at: [9, 9 + words.length] } },
    }).target('http://news.example.com/', [200], outside),
    expect: { [S]: 'present' },
  },
  'passed-over': {
    shows:
      'a link that nothing asks about beside one that is asked about, and one on a page without any question; where a file was not read, or a script answers clicks, it may be asked',
    site: [
      ['/a.html', { codeRead: true, leavePrompt: { quote: words, at: [4, 4] } }, true],
      ['/b.html', { codeRead: true }, false],
      ['/c.html', {}, false],
      ['/d.html', { codeRead: true, clicks: true }, false],
    ].reduce(
      (site, [path, furniture, asks]) =>
        site.page(path as string, {
          furniture: furniture as Partial<PageFurniture>,
          links: [
            ['某某驾校', 'http://school.example.com/', 'other'],
            ['某某新闻网', 'http://news.example.com/', 'other'],
          ],
          ...(asks === true ? { guards: ['某某新闻网'] } : {}),
        }),
      new SiteViewBuilder({
        words: [words],
        furniture: { leavePrompt: { quote: words, at: [9, 9 + words.length] } },
      })
        .target('http://news.example.com/', [200], outside)
        .target('http://school.example.com/', [200], { external: true, text: '某某驾校' }),
    ),
    expect: { [S]: 'present', '离站提示：没有提示的链接': 'passed-over' },
    facts: { '离站提示：没有提示的链接': { count: 3, names: '某某驾校、某某新闻网' } },
  },
  missing: {
    shows: 'a link to a newspaper on a page whose scripts were all read',
    site: new SiteViewBuilder(READ).target('http://news.example.com/', [200], outside),
    expect: { [S]: 'missing' },
    facts: { [S]: { count: 1, names: '某某新闻网' } },
  },
  unseen: [
    {
      shows: 'a link to a newspaper and no sentence; a script file may ask',
      site: new SiteViewBuilder()
        .target('http://news.example.com/', [200], outside)
        .target('http://www.gov.cn/', [200], { external: true, text: '中国政府网' }),
      expect: { [S]: 'unseen' },
      facts: { [S]: { count: 1, names: '某某新闻网' } },
    },
    {
      shows: 'another page that carries such a link loads a script file',
      site: new SiteViewBuilder(READ)
        .page('/dt/')
        .target('http://news.example.com/', [200], outside)
        .target('http://tour.example.com/', [200], { ...outside, from: '/dt/' }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'the body’s own account',
      site: new SiteViewBuilder(READ).target('https://weibo.com/shili', [200], {
        external: true,
        text: '示例微博',
      }),
      expect: { [S]: 'unseen' },
    },
  ],
  'no-outside-links': {
    shows: 'government sites and the marks in the foot only',
    site: new SiteViewBuilder()
      .target('http://www.gov.cn/', [200], { external: true, text: '中国政府网' })
      .target('https://bszs.conac.cn/sitename?id=1', [200], { external: true, text: '党政机关' })
      .target('https://beian.miit.gov.cn/', [200], { external: true, text: 'ICP备案' })
      .target('https://www.12377.cn/', [200], { external: true, text: '违法和不良信息举报中心' }),
    expect: { [S]: 'no-outside-links' },
  },
})
