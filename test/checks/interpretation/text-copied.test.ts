/** Every outcome of `interpretation/text-copied` from a small site that gives it. */
import { textCopied } from '#checks/interpretation/text-copied'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '解读内容'
const RULES = Array.from(
  { length: 12 },
  (_, at) =>
    `第${at + 1}条 造林项目${at + 1}号地块应当编制作业设计，报林业主管部门第${at + 3}科批准后${at + 5}日内实施。`,
)
const OWN = Array.from(
  { length: 12 },
  (_, at) =>
    `为什么要写第${at + 1}条？因为过去有的地块没有设计就动工，群众反映了${at + 2}次，这次补上。`,
)

function pair(words: readonly string[], document: readonly string[] = RULES): SiteViewBuilder {
  return new SiteViewBuilder()
    .page('/zc/1.html', { title: '示例市造林管理办法', kind: 'article', words: document })
    .page('/jd/1.html', { title: '《示例市造林管理办法》解读', kind: 'article', words })
    .column('政策文件', '/zc/', {
      topic: 'policyDocuments',
      items: [['示例市造林管理办法', '2024-01-05', '/zc/1.html']],
    })
    .column('政策解读', '/jd/', {
      topic: 'policyInterpretation',
      items: [['《示例市造林管理办法》解读', '2024-01-08', '/jd/1.html']],
    })
}

const page = (spec: PageSpec) =>
  pair(OWN).page('/jd/1.html', {
    title: '《示例市造林管理办法》解读',
    kind: 'article',
    links: [['《示例市造林管理办法》', '/zc/1.html', 'main']],
    ...spec,
  })
const SENDS = ['《示例市造林管理办法》已经印发，详见文件原文。']

testCheck(textCopied, {
  hollow: [
    {
      shows: 'a line that sends back to the document',
      site: page({ words: SENDS }),
      expect: { [S]: 'no-pairs', 没有内容的解读: 'hollow' },
    },
    {
      shows: 'nothing at all',
      site: page({ words: [] }),
      expect: { [S]: 'no-pairs', 没有内容的解读: 'hollow' },
    },
  ],
  thin: {
    shows: 'why it was made and what it brings, in two sentences',
    site: page({
      words: [
        '一、背景。过去造林标准不一。',
        '二、要点。统一了报送口径，减少重复填表4张，明确奖惩。',
      ],
    }),
    expect: { [S]: 'no-pairs', 简短的解读: 'thin' },
  },
  own: [
    { shows: 'its own words', site: pair(OWN), expect: { [S]: 'own' } },
    {
      shows: 'the document in a file beside a few words of its own',
      site: page({
        words: OWN,
        attachments: [['示例市造林管理办法.docx', '/jd/1.docx']],
      }).page('/jd/1.docx', { kind: 'file', fileText: RULES.join('\n') }),
      expect: { [S]: 'own' },
    },
    {
      shows: 'its own words in a file',
      site: page({
        words: ['解读见附件。'],
        attachments: [['造林管理办法解读.docx', '/jd/1.docx']],
      }).page('/jd/1.docx', { kind: 'file', fileText: OWN.join('\n') }),
      expect: { [S]: 'own' },
    },
    {
      shows: 'a third quoted',
      site: pair([...OWN, ...RULES.slice(0, 6)]),
      expect: { [S]: 'own' },
    },
    {
      shows: 'articles quoted as questions, and answers of its own',
      site: pair(
        OWN.slice(0, 6).flatMap((words, at) => [`问：${RULES[at]}怎么理解？`, `答：${words}`]),
      ),
      expect: { [S]: 'own' },
    },
  ],
  copied: [
    {
      shows: 'beside one that is nothing but its document, another with a sentence of its own',
      site: pair(RULES)
        .page('/zc/2.html', { title: '示例市护林管理办法', kind: 'article', words: RULES })
        .page('/jd/2.html', {
          title: '《示例市护林管理办法》解读',
          kind: 'article',
          words: [...RULES, ...OWN.slice(0, 1)],
        })
        .column('规范性文件', '/gf/', {
          topic: 'normativeDocuments',
          items: [['示例市护林管理办法', '2024-01-05', '/zc/2.html']],
        })
        .column('文件解读', '/jd2/', {
          topic: 'policyInterpretation',
          items: [['《示例市护林管理办法》解读', '2024-01-08', '/jd/2.html']],
        }),
      expect: { [S]: 'verbatim', [`${S}：待核`]: 'copied' },
    },
    {
      shows: 'the articles once again, with a sentence of its own',
      site: pair([...RULES, ...OWN.slice(0, 1)]),
      expect: { [S]: 'copied' },
    },
    {
      shows: 'a few articles and a sentence that begins like a line about the document',
      site: pair([
        ...RULES.slice(0, 6),
        '相关政策：过去有的地块没有设计就动工，群众反映多次，这次补上，以后先设计。',
      ]),
      expect: { [S]: 'copied' },
    },
    {
      shows: 'nothing but the articles beside a picture, which may explain them',
      site: pair(RULES).page('/jd/1.html', {
        title: '《示例市造林管理办法》解读',
        kind: 'article',
        words: RULES,
        pictures: [{ inBody: '图解' }],
      }),
      expect: { [S]: 'copied' },
    },
  ],
  verbatim: [
    {
      shows: 'the articles once again, in a file that is called an interpretation',
      site: page({
        words: ['解读见附件。'],
        attachments: [['造林管理办法解读.docx', '/jd/1.docx']],
      }).page('/jd/1.docx', { kind: 'file', fileText: RULES.join('\n') }),
      expect: { [S]: 'verbatim' },
    },
    ...[
      '解读文件：示例市造林管理办法',
      '相关文件：《示例市造林管理办法》',
      '原文链接：示例市造林管理办法',
    ].map((line) => ({
      shows: `a few articles once again, and below them where the document is: ${line}`,
      site: pair([...RULES.slice(0, 5), line], RULES.slice(0, 5)),
      expect: { [S]: 'verbatim' } as const,
    })),
    {
      shows: 'a hundred characters of the document and nothing else',
      site: pair(RULES.slice(0, 4)),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'the articles once again under another heading',
      site: pair(['现将办法主要内容解读如下。', ...RULES]),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'a few articles once again: what only announces them explains nothing',
      site: pair(
        ['为便于理解，现对《示例市造林管理办法》作如下解读。', ...RULES.slice(0, 6)],
        RULES.slice(0, 6),
      ),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'a few articles once again: what only leads over to them explains nothing',
      site: pair(['《示例市造林管理办法》主要内容如下：', ...RULES.slice(0, 6)], RULES.slice(0, 6)),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'questions, each answered by an article word for word',
      site: pair([
        '日前，市政府印发了《示例市造林管理办法》，现将有关内容解读如下。',
        ...RULES.slice(0, 7).flatMap((words, at) => [
          `问：第${at + 1}个问题是什么？`,
          `答：${words.replace(/^第\d+条 /, '')}`,
        ]),
      ]),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'headings put before the articles, in their lines',
      site: pair([
        `一、制定目的。${RULES.slice(0, 2)
          .map((one) => one.replace(/^第\d+条 /, ''))
          .join('')}`,
        `二、主要内容。（一）${RULES.slice(2, 6)
          .map((one) => one.replace(/^第\d+条 /, ''))
          .join('（二）')}`,
      ]),
      expect: { [S]: 'verbatim' },
    },
    {
      shows: 'the articles without their numbers, or with points instead',
      site: pair(RULES.map((words, at) => words.replace(/^第\d+条 /, at < 6 ? '' : `${at}、`))),
      expect: { [S]: 'verbatim' },
    },
  ],
  'no-pairs': [
    ...(
      [
        { words: SENDS, pictures: [{ inBody: null }] },
        { words: SENDS, attachments: [['解读.pdf', '/jd/1.pdf']] },
        { words: SENDS, frames: ['/jd/h5.html'] },
        { words: SENDS, links: [['观看视频', 'http://v.example.cn/1', 'main']] },
        { words: SENDS, needsBrowser: '正文由脚本写出' },
        { words: ['问：哪些人可以申请？', '答：年满80周岁的老人。'] },
        { words: ['视频解读如下：'] },
      ] as const
    ).map((spec) => ({
      shows: `what explains may stand elsewhere: ${JSON.stringify(spec)}`,
      site: page(spec),
      expect: { [S]: 'no-pairs' } as const,
    })),
    {
      shows: 'a few of its lines below a chart',
      site: pair(RULES.slice(0, 4)).page('/jd/1.html', {
        title: '《示例市造林管理办法》解读',
        kind: 'article',
        words: RULES.slice(0, 4),
        attachments: [['图解.pdf', '/jd/1.pdf']],
      }),
      expect: { [S]: 'no-pairs' },
    },
    {
      shows: 'too short to compare',
      site: pair(['一图读懂造林管理办法']),
      expect: { [S]: 'no-pairs' },
    },
    {
      shows: 'the document’s text stands in a file',
      site: pair(OWN, ['附件：示例市造林管理办法.pdf']),
      expect: { [S]: 'no-pairs' },
    },
    {
      shows: 'no interpretation',
      site: new SiteViewBuilder().column('政策文件', '/zc/', { topic: 'policyDocuments' }),
      expect: { [S]: 'no-pairs' },
    },
  ],
})
