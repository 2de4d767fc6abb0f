/** Every outcome of `interpretation/timing-late` from a small site that gives it. */
import { timingLate } from '#checks/interpretation/timing-late'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

/** One document and its interpretation, by their days. */
function site(document: string, interpretation: string): SiteViewBuilder {
  const title = '示例市造林管理办法'
  return new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [[title, document, '/wj/1.html']],
    })
    .page('/wj/1.html', { kind: 'article', title, publishedOn: document })
    .column('政策解读', '/jd/', {
      topic: 'policyInterpretation',
      items: [[`《${title}》解读`, interpretation, '/jd/1.html']],
    })
    .page('/jd/1.html', { kind: 'article', title: `《${title}》解读`, publishedOn: interpretation })
}

testCheck(timingLate, {
  timely: {
    shows: 'the fifth working day',
    site: site('2024-01-05', '2024-01-12'),
    years: [2024],
    expect: { 解读时效: 'timely' },
  },
  late: {
    shows: 'the sixth',
    site: site('2024-01-05', '2024-01-15'),
    years: [2024],
    expect: { 解读时效: 'late' },
  },
  'before-document': {
    shows: 'older than its document',
    site: site('2024-01-05', '2024-01-02'),
    years: [2024],
    expect: { 解读早于文件: 'before-document' },
  },
  'not-computable': {
    shows: 'no calendar of the year',
    site: site('2024-01-05', '2024-01-12'),
    expect: { 解读时效: 'not-computable' },
  },
  'no-pairs': {
    shows: 'nothing to compare',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 解读时效: 'no-pairs' },
  },
})
