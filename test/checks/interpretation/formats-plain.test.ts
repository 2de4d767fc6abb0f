/** Every outcome of `interpretation/formats-plain` from a small site that gives it. */
import { formatsPlain } from '#checks/interpretation/formats-plain'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '解读形式'
const TEXT = ['解读文字'.repeat(80)]

function interpreted(...pages: readonly (readonly [title: string, spec: PageSpec])[]) {
  const site = new SiteViewBuilder()
  pages.forEach(([title, spec], index) => {
    site.page(`/jd/${index}.html`, { title, kind: 'article', ...spec })
  })
  return site.column('政策解读', '/jd/', {
    topic: 'policyInterpretation',
    items: pages.map(([title], index) => [title, '2024-01-08', `/jd/${index}.html`]),
  })
}

testCheck(formatsPlain, {
  varied: [
    {
      shows: 'a chart within a text, by what the picture says of itself',
      site: interpreted([
        '造林管理办法解读',
        { words: TEXT, pictures: [{ inBody: '图解造林管理办法' }] },
      ]),
      expect: { [S]: 'varied' },
      facts: { [S]: { forms: '图解1' } },
    },
    {
      shows: 'a chart, a film, questions and answers, and plain text',
      site: interpreted(
        ['一图读懂造林管理办法', { pictures: [{ inBody: '' }] }],
        ['造林管理办法解读', { words: TEXT, attachments: [['解读.mp4', '/jd/a.mp4']] }],
        [
          '林长制办法解读',
          { words: ['问：为什么？', '答：因为。', '问：怎么办？', '答：这样办。'] },
        ],
        ['湿地条例解读', { words: TEXT }],
      ),
      expect: { [S]: 'varied' },
      facts: { [S]: { read: 4, count: 3, forms: '图解1、音视频1、问答1' } },
    },
  ],
  plain: [
    {
      shows: 'text only',
      site: interpreted(['造林管理办法解读', { words: TEXT }]),
      expect: { [S]: 'plain' },
    },
    {
      shows: 'a chart whose picture is not there',
      site: interpreted(['一图读懂造林管理办法', { pictureGone: true }]),
      expect: { [S]: 'plain' },
    },
  ],
  'chart-absent': [
    {
      shows: 'a chart by its title, in words alone',
      site: interpreted(
        ['一图读懂｜造林管理办法', { words: TEXT }],
        ['图解：林长制办法', { words: TEXT, pictures: [{ inBody: '' }] }],
        ['湿地条例图解', { words: TEXT, attachments: [['湿地条例图解.jpg', '/jd/a.jpg']] }],
      ),
      expect: { [S]: 'varied', 只有文字的图解: 'chart-absent' },
      facts: { 只有文字的图解: { count: 1, names: '“一图读懂｜造林管理办法”' } },
    },
  ],
  'film-unseen': [
    {
      shows: 'a film by its title, in words alone; a document about films',
      site: interpreted(
        ['【视频】造林管理办法', { words: TEXT }],
        ['《公共场所视频监控管理办法》解读', { words: TEXT }],
        ['动漫产业扶持办法解读', { words: TEXT }],
        ['视频解读：湿地条例', { words: TEXT, attachments: [['解读.mp4', '/jd/a.mp4']] }],
      ),
      expect: { [S]: 'varied', 没有读到的视频: 'film-unseen' },
      facts: { 没有读到的视频: { count: 1 } },
    },
  ],
  'none-read': {
    shows: 'no interpretation',
    site: new SiteViewBuilder().column('政策解读', '/jd/', { topic: 'policyInterpretation' }),
    expect: { [S]: 'none-read' },
  },
})
