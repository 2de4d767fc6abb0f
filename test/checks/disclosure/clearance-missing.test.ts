/** Every outcome of `disclosure/clearance-missing` from a small site that gives it; judged on 2024-03-20. */
import { clearanceMissing } from '#checks/disclosure/clearance-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '文件清理结果'
const documents = (...items: readonly [string, string | null][]): SiteViewBuilder =>
  new SiteViewBuilder().column('行政规范性文件', '/gfxwj/', {
    topic: 'normativeDocuments',
    items: [['示例市林木采伐管理办法', '2022-03-01'], ...items],
  })

testCheck(clearanceMissing, {
  published: [
    {
      shows: 'a decision to repeal',
      site: documents(['关于废止部分行政规范性文件的决定', '2023-05-04']),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'a list of what is in force in a column of its own',
      site: documents().column('文件清理结果', '/qljg/', {
        topic: 'documentClearance',
        items: [['目录（2023年）', '2023-12-01']],
      }),
      expect: { [SUBJECT]: 'published' },
    },
  ],
  outdated: [
    {
      shows: 'cleared in 2018',
      site: documents(['现行有效规范性文件目录', '2018-05-04']),
      expect: { [SUBJECT]: 'outdated' },
    },
  ],
  undated: [
    {
      shows: 'no day on it',
      site: documents(['现行有效规范性文件目录', null]),
      expect: { [SUBJECT]: 'undated' },
    },
  ],
  missing: [
    {
      shows: 'only a call to clear, and rivers that were cleared',
      site: documents(
        ['关于开展规范性文件清理工作的通知', '2023-05-04'],
        ['河道清理情况公示', '2023-05-04'],
      ),
      expect: { [SUBJECT]: 'missing' },
      facts: { [SUBJECT]: { count: 3 } },
    },
    {
      shows: 'measures of its own among the policy documents',
      site: new SiteViewBuilder()
        .column('政策文件', '/zc/', {
          topic: 'policyDocuments',
          items: [['示例市林木采伐管理办法', '2022-03-01', '/zc/1.html']],
        })
        .page('/zc/1.html', {
          kind: 'article',
          title: '示例市林木采伐管理办法',
          document: { issuer: '示例市林业局' },
        }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'list pages that were not read',
      site: new SiteViewBuilder().column('规范性文件', '/gfxwj/', {
        topic: 'normativeDocuments',
        items: [['示例市林木采伐管理办法', '2022-03-01']],
        paging: ['/gfxwj/index_1.html'],
      }),
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
  ],
  'no-documents': [
    {
      shows: 'no normative documents',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      expect: { [SUBJECT]: 'no-documents' },
    },
    {
      shows: 'measures of others that are reprinted',
      site: new SiteViewBuilder()
        .column('政策文件', '/zc/', {
          topic: 'policyDocuments',
          items: [['省林木采伐管理办法', '2022-03-01', '/zc/1.html']],
        })
        .page('/zc/1.html', { kind: 'article', title: '省林木采伐管理办法' }),
      expect: { [SUBJECT]: 'no-documents' },
    },
  ],
})
