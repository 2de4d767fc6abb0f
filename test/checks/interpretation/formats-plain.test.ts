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

const UNTRUE = '解读形式名不副实'
const true_ = (title: string, spec: PageSpec) => ({
  shows: `what the title promises may be there: ${title} ${JSON.stringify(spec).slice(0, 60)}`,
  site: interpreted([title, spec]),
  expect: { [S]: 'varied' } as const,
})

testCheck(formatsPlain, {
  'form-untrue': [
    {
      shows: 'a chart that is running text',
      site: interpreted(['一图读懂造林管理办法', { words: TEXT }]),
      expect: { [S]: 'varied', [UNTRUE]: 'form-untrue' },
    },
    {
      shows: 'questions and answers without a question',
      site: interpreted(['《造林管理办法》问答', { words: TEXT }]),
      expect: { [S]: 'varied', [UNTRUE]: 'form-untrue' },
    },
  ],
  varied: [
    true_('图解造林管理办法', { words: TEXT, pictures: [{ inBody: null }] }),
    true_('图解造林管理办法', { words: TEXT, attachments: [['图解.pdf', '/jd/t.pdf']] }),
    true_('图解造林管理办法', { words: TEXT, frames: ['/jd/h5.html'] }),
    true_('图解造林管理办法', { words: ['扫码看图'] }),
    true_('《造林管理办法》问答', { words: ['一、什么是造林项目？', ...TEXT] }),
    true_('《造林管理办法》问答', { words: ['哪些人可以申请', ...TEXT] }),
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
        ['一图读懂造林管理办法', {}],
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
  plain: {
    shows: 'text only',
    site: interpreted(['造林管理办法解读', { words: TEXT }]),
    expect: { [S]: 'plain' },
  },
  'none-read': {
    shows: 'no interpretation',
    site: new SiteViewBuilder().column('政策解读', '/jd/', { topic: 'policyInterpretation' }),
    expect: { [S]: 'none-read' },
  },
})
