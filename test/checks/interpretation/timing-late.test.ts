/** Every outcome of `interpretation/timing-late` from a small site that gives it. */
import { timingLate } from '#checks/interpretation/timing-late'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

interface More {
  readonly signedOn?: string
  /** Day of a tag of the document's page that is not the printed one. */
  readonly tagDay?: string
  readonly name?: string
  /** Only the titles pair them. */
  readonly unlinked?: true
}

/** One document and its interpretation, by their days. */
function site(document: string, interpretation: string, more: More = {}): SiteViewBuilder {
  const { signedOn, tagDay, name } = more
  const title = '示例市造林管理办法'
  const about = name ?? `《${title}》解读`
  return new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [[title, document, '/wj/1.html']],
    })
    .page('/wj/1.html', {
      kind: 'article',
      title,
      publishedOn: document,
      ...(signedOn === undefined ? {} : { document: { signedOn } }),
      ...(tagDay === undefined ? {} : { tagDay }),
    })
    .column('政策解读', '/jd/', {
      topic: 'policyInterpretation',
      items: [[about, interpretation, '/jd/1.html']],
    })
    .page('/jd/1.html', {
      kind: 'article',
      title: about,
      publishedOn: interpretation,
      ...(more.unlinked ? {} : { links: [['文件原文', '/wj/1.html', 'main']] }),
    })
}

testCheck(timingLate, {
  timely: [
    {
      shows: 'the fifth working day',
      site: site('2024-01-05', '2024-01-12'),
      years: [2024],
      expect: { 解读时效: 'timely' },
    },
    {
      shows: 'a film that follows weeks after the text makes the text no later',
      site: site('2024-01-05', '2024-02-02')
        .column('文字解读', '/wz/', {
          topic: 'policyInterpretation',
          items: [['《示例市造林管理办法》文字解读', '2024-01-08', '/wz/1.html']],
        })
        .page('/wz/1.html', {
          kind: 'article',
          title: '《示例市造林管理办法》文字解读',
          publishedOn: '2024-01-08',
        }),
      years: [2024],
      expect: { 解读时效: 'timely' },
    },
  ],
  late: [
    {
      shows: 'the sixth',
      site: site('2024-01-05', '2024-01-15'),
      years: [2024],
      expect: { 解读时效: 'late' },
    },
    {
      shows: 'the sixth, of a document of the year before last',
      site: site('2022-04-06', '2022-04-14'),
      years: [2022],
      expect: { 解读时效: 'late' },
    },
  ],
  'before-document': [
    {
      shows: 'older than its document, of which nobody says when it was signed',
      site: site('2024-01-05', '2024-01-02'),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
    {
      shows: 'signed long before it: the document may have stood elsewhere',
      site: site('2024-01-05', '2024-01-02', { signedOn: '2023-11-29' }),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
    {
      shows: 'another page had shown the document by then',
      site: site('2024-01-05', '2024-01-02', { signedOn: '2023-12-29' })
        .column('规范性文件', '/gf/', {
          topic: 'normativeDocuments',
          items: [['示例市造林管理办法', '2024-01-02', '/gf/1.html']],
        })
        .page('/gf/1.html', {
          kind: 'article',
          title: '示例市造林管理办法',
          publishedOn: '2024-01-02',
        }),
      years: [2024],
      expect: { 解读早于文件: 'before-document', 解读时效: 'timely' },
    },
    {
      shows: 'titles alone: an earlier edition of the same name may be meant',
      site: site('2024-01-05', '2024-01-02', { signedOn: '2024-01-04', unlinked: true }),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
    {
      shows: 'years before: the address may have carried an earlier edition',
      site: site('2024-01-05', '2021-01-02', { signedOn: '2024-01-04' }),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
    {
      shows: 'the explanation of a draft, and a day that a tag contradicts',
      site: site('2024-01-05', '2024-01-02', {
        signedOn: '2024-01-04',
        name: '《示例市造林管理办法（征求意见稿）》解读',
      }),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
    {
      shows: 'a day that a tag contradicts',
      site: site('2024-01-05', '2024-01-02', { signedOn: '2024-01-04', tagDay: '2024-01-01' }),
      years: [2024],
      expect: { 解读早于文件: 'before-document' },
    },
  ],
  'before-published': {
    shows: 'signed, and put up in the usual time, but after its interpretation',
    site: site('2024-01-05', '2024-01-02', { signedOn: '2023-12-29' }),
    years: [2024],
    expect: { 解读早于公布: 'before-published' },
  },
  'before-signed': [
    {
      shows: 'older than the signing of the document that it links',
      site: site('2024-01-05', '2024-01-02', { signedOn: '2024-01-04' }),
      years: [2024],
      expect: { 解读早于成文: 'before-signed' },
    },
    {
      shows: 'in a pair of two years ago, of which nobody asks any more whether it came in time',
      site: site('2022-01-05', '2022-01-02', { signedOn: '2022-01-04' }),
      years: [2022],
      expect: { 解读早于成文: 'before-signed' },
    },
    {
      shows:
        'a tag that bears the day of the template’s run on every page contradicts none of them',
      site: [1, 2, 3, 4].reduce(
        (known, day) =>
          known.page(`/xw/${day}.html`, {
            kind: 'article',
            title: `动态${day}`,
            publishedOn: `2024-02-0${day}`,
            tagDay: '2024-03-19',
          }),
        site('2024-01-05', '2024-01-02', { signedOn: '2024-01-04', tagDay: '2024-03-19' }),
      ),
      years: [2024],
      expect: { 解读早于成文: 'before-signed' },
    },
  ],
  'not-computable': {
    shows: 'no calendar of the year',
    site: site('2024-01-05', '2024-01-12'),
    expect: { 解读时效: 'not-computable' },
  },
  'no-pairs': [
    {
      shows: 'nothing to compare',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      expect: { 解读时效: 'no-pairs' },
    },
    {
      shows: 'a document of three years ago',
      site: site('2021-04-06', '2021-04-14'),
      years: [2021],
      expect: { 解读时效: 'no-pairs' },
    },
  ],
})
