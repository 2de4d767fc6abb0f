/** Every outcome of `disclosure/columns-unsplit` from a small site that gives it. */
import { columnsUnsplit } from '#checks/disclosure/columns-unsplit'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const news = { topic: 'news' } as const
const params = { topics: ['news'] }
const many = Array.from({ length: 30 }, (_, i): [string, string] => [`工作动态${i}`, '2024-03-01'])
const one: [string, string][] = [['动态', '2024-03-01']]

/** A county's one page of leaders, by the posts read on it. */
function leadersOf(posts: readonly (string | null)[]): SiteViewBuilder {
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
    .column('领导之窗', '/ld/', { topic: 'leaders', kind: 'article', words: ['县政府领导'] })
  const place = builder.cite('/ld/', '县政府领导')
  return builder.with({
    leaders: posts.map((post, i) => ({ name: `领导${i}`, post, duties: null, place })),
  })
}

testCheck(columnsUnsplit, {
  split: [
    {
      shows: 'sub-columns; the column that only gathers them is none of the kinds',
      site: new SiteViewBuilder()
        .column('动态要闻', '/dt/', news)
        .column('部门动态', '/dt/bm/', { parent: '动态要闻', items: one })
        .column('乡镇动态', '/dt/xz/', { parent: '动态要闻', items: one }),
      params,
      expect: { news: 'split' },
      facts: { news: { count: 2, names: '部门动态、乡镇动态' } },
    },
    {
      shows: 'two columns of the topic side by side',
      site: new SiteViewBuilder()
        .column('图片新闻', '/tp/', { ...news, items: one })
        .column('工作动态', '/dt/', { ...news, items: many }),
      params,
      expect: { news: 'split' },
    },
  ],
  flat: [
    {
      shows: 'the news of a town on its own branch are no part of the county’s',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('工作动态', '/dt/', { ...news, items: many })
        .column('云山镇', '/ys/')
        .column('公开指南', '/ys/zn/', { topic: 'ogiGuide', parent: '云山镇' })
        .column('工作动态', '/ys/dt/', { ...news, parent: '云山镇', items: one }),
      params,
      expect: { news: 'flat' },
    },
    {
      shows: 'a government’s page of leaders on which no post was read',
      site: leadersOf([null, null, null]),
      params: { topics: ['leaders'] },
      expect: { 领导信息: 'flat' },
    },
    {
      shows: 'interpretations beside one long list of documents are no kind of document',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', { topic: 'policyDocuments', items: many })
        .column('政策解读', '/jd/', {
          topic: 'policyInterpretation',
          parent: '政策文件',
          items: one,
        }),
      params: { topics: ['policyDocuments'] },
      expect: { policyDocuments: 'flat' },
    },
    {
      shows: 'one long list',
      site: new SiteViewBuilder().column('工作动态', '/dt/', { ...news, items: many }),
      params,
      expect: { news: 'flat' },
      facts: { news: { count: 1, items: 30 } },
    },
    {
      shows: 'folders of years are no kinds',
      site: new SiteViewBuilder()
        .column('工作动态', '/dt/', { ...news, items: many })
        .column('2023年动态', '/dt/2023/', { parent: '工作动态', items: one })
        .column('2022年动态', '/dt/2022/', { parent: '工作动态', items: one }),
      params,
      expect: { news: 'flat' },
    },
  ],
  'no-columns': [
    {
      shows: 'a government’s page that hands out its data sets',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('公共数据开放', '/sj/', {
          topic: 'openData',
          kind: 'other',
          attachments: [['停车场', '/sj/tcc.csv']],
        }),
      params: { topics: ['openData'] },
      expect: { 栏目分类: 'no-columns' },
    },
    {
      shows: 'a government’s one page of what it is, and one of services behind links',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
        .column('机构设置', '/jg/', { topic: 'institution', kind: 'article', words: ['职责'] })
        .column('便民服务', '/bm/', { topic: 'serviceGuide', kind: 'other', words: ['服务'] }),
      params: { topics: ['institution', 'serviceGuide'] },
      expect: { 栏目分类: 'no-columns' },
    },
    {
      shows: 'one page that names the leaders with their posts',
      site: leadersOf(['县长', '副县长', '副县长']),
      params: { topics: ['leaders'] },
      expect: { 栏目分类: 'no-columns' },
    },
    {
      shows: 'a department with little in it',
      site: new SiteViewBuilder().column('工作动态', '/dt/', { ...news, items: one }),
      params,
      expect: { 栏目分类: 'no-columns' },
    },
    {
      shows: 'blank, which freshness/column-stale tells',
      site: new SiteViewBuilder().column('工作动态', '/dt/', { ...news, empty: true }),
      params: { ...params, fewItems: 0 },
      expect: { 栏目分类: 'no-columns' },
    },
  ],
})
