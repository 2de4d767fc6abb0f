/** Every outcome of `identity/leave-prompt-missing` from a small site that gives it. */
import { leavePromptMissing } from '#checks/identity/leave-prompt-missing'
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
