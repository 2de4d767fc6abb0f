/** Every outcome of `service/themes-few` from a small site that gives it. */
import { themesFew } from '#checks/service/themes-few'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '主题服务'

const GOVERNMENT = { id: 'a1', name: '示例市人民政府', group: null, attributes: [] } as const

/** A page of themes: headings over linked services, and one over words that nothing is there. */
function themes(more: Partial<ColumnSpec> = {}): SiteViewBuilder {
  return new SiteViewBuilder()
    .column('主题服务', '/zt/', {
      links: [
        ['民办幼儿园设立', '/zn/1.html', 'main'],
        ['社会保险登记', '/zn/2.html', 'main'],
        ['临时救助', '/zn/3.html', 'main'],
        ['道路运输许可', '/zn/4.html', 'main'],
      ],
      ...more,
      words: [
        '教育',
        '民办幼儿园设立',
        '社保',
        '社会保险登记 临时救助',
        ...(more.words ?? ['交通', '该主题暂无服务事项']),
      ],
    })
    .with({ agency: GOVERNMENT })
}

/** A service page with a heading over links to pages of such words, in order. */
function headed(...shown: readonly (readonly [string, readonly string[]])[]): SiteViewBuilder {
  const names = shown.map(([name]) => name)
  const built = new SiteViewBuilder()
    .column('办事服务', '/bs/', {
      topic: 'service',
      words: ['主题服务', ...names, '办事指南', '更多'],
      links: [
        ...names.map((name, at) => [name, `/bs/${at}.html`, 'main'] as const),
        ['更多', '/bs/zn/', 'main'] as const,
      ],
    })
    .with({ agency: GOVERNMENT })
  for (const [at, [title, words]] of shown.entries())
    built.page(`/bs/${at}.html`, {
      title,
      kind: 'other',
      words: [`当前位置：${title}`, title, ...words, '网站地图 | 联系我们'],
      links: [
        ['网站地图', '/map/', 'footer'],
        ['联系我们', '/lx/', 'footer'],
      ],
    })
  return built
}
const FULL = [
  '出生登记：到派出所办理，带出生医学证明、户口簿和父母身份证，当场办结，咨询电话见窗口。',
]

testCheck(themesFew, {
  blank: {
    shows: 'one whose page is blank, under a heading of the service page',
    site: headed(['出生服务', FULL], ['企业开办', []], ['就学服务', FULL], ['养老服务', FULL]),
    expect: { [S]: 'counted', 没有事项的主题: 'blank' },
    facts: { [S]: { count: 3 }, 没有事项的主题: { count: 1 } },
  },
  department: [
    {
      shows: 'a bureau owes none',
      site: new SiteViewBuilder(),
      expect: { [S]: 'department' },
    },
    {
      shows: 'nor does a town',
      site: new SiteViewBuilder().with({
        agency: { id: 'a', name: '示例镇人民政府', group: null, attributes: [] },
      }),
      expect: { [S]: 'department' },
    },
  ],
  counted: [
    {
      shows: 'scenes of life on the page of a column that gathers them',
      site: new SiteViewBuilder()
        .column('表格下载', '/bg/')
        .column('场景服务', '/cj/', {
          links: [
            ['我要开餐馆', '/cj/1.html', 'main'],
            ['我要养老', '/cj/2.html', 'main'],
            ['我要上学', '/cj/3.html', 'main'],
            ['表格下载', '/bg/', 'main'],
            ['关于场景服务栏目上线试运行的公告', '/cj/4.html', 'main'],
          ],
        })
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 3 } },
    },
    {
      shows: 'under a heading of the service page, though nothing could be read of most of them',
      site: headed(['出生服务', FULL], ['企业开办', []], ['就学服务', []], ['养老服务', []]),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 4 } },
    },
    {
      shows: 'four themes on the service page',
      site: new SiteViewBuilder().column('办事服务', '/bs/', {
        topic: 'serviceGuide',
        links: [
          ['生育收养', '/bs/sy.html', 'main'],
          ['户籍办理', '/bs/hj.html', 'main'],
          ['企业开办专题', '/bs/qy.html', 'main'],
        ],
        bare: ['婚姻登记'],
      }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 4 } },
    },
    {
      shows: 'headings over services, whatever columns of disclosure are called',
      site: themes({ words: ['交通', '道路运输许可'] })
        .column('安全生产', '/aq/')
        .column('医疗卫生', '/yl/')
        .column('社会救助', '/jz/'),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 3, names: '教育、社保、交通' } },
    },
    {
      shows: 'what a script may still write is not missed',
      site: themes({ needsBrowser: '由脚本生成' }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 2 } },
    },
    {
      shows: 'columns under the one that gathers themes, those that hold something',
      site: new SiteViewBuilder()
        .column('主题服务', '/zt/', { words: ['主题服务'] })
        .column('企业开办', '/zt/qy/', { parent: '主题服务' })
        .column('住房', '/zt/zf/', { parent: '主题服务' })
        .column('交通', '/zt/jt/', { parent: '主题服务', empty: true })
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 2 } },
    },
  ],
  hollow: [
    ...['该主题暂无服务事项', '敬请期待', '正在建设中，敬请期待！', '暂未开通'].map((said) => ({
      shows: `a theme that says itself that nothing is there; it does not count: ${said}`,
      site: themes({ words: ['交通', said] }),
      expect: { [S]: 'counted', 没有事项的主题: 'hollow' } as const,
      facts: { [S]: { count: 2 }, 没有事项的主题: { names: '“交通”', said } },
    })),
    {
      shows: 'one of four themes whose own page says that its services are being put together',
      site: ['新生儿出生', '企业开办', '退休', '开办餐饮店']
        .reduce(
          (site, name, i) =>
            site.page(`/yjs/${i}.html`, {
              kind: 'article',
              title: name,
              words: [i === 3 ? '事项整理中。' : '办理流程：提交材料，受理，审核，办结，共四步。'],
            }),
          new SiteViewBuilder(),
        )
        .column('一件事', '/yjs/', {
          links: ['新生儿出生', '企业开办', '退休', '开办餐饮店'].map(
            (name, i) => [name, `/yjs/${i}.html`, 'main'] as const,
          ),
        })
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'counted', 没有事项的主题: 'hollow' },
      facts: { [S]: { count: 3 }, 没有事项的主题: { names: '“开办餐饮店”' } },
    },
    {
      shows: 'a column whose themes are all still to come',
      site: new SiteViewBuilder()
        .column('主题服务', '/zt/', { words: ['个人主题：暂未开通', '法人主题：暂未开通'] })
        .with({ agency: GOVERNMENT }),
      expect: { 没有事项的主题: 'hollow' },
    },
  ],
  unseen: [
    {
      shows: 'columns of disclosure that bear such names',
      site: new SiteViewBuilder()
        .column('安全生产', '/aq/')
        .column('医疗卫生', '/yl/')
        .column('社会救助', '/jz/')
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'a column of themes without any, beside columns of disclosure that bear such names',
      site: new SiteViewBuilder()
        .column('安全生产', '/aq/')
        .column('医疗卫生', '/yl/')
        .column('社会救助', '/jz/')
        .column('主题服务', '/zt/', { words: ['主题服务：暂无内容'], empty: true })
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'unseen' },
    },
  ],
  external: {
    shows: 'services live on the provincial network',
    site: new SiteViewBuilder()
      .column('政务服务', 'https://zwfw.example-province.gov.cn/', {
        topic: 'serviceGuide',
        kindOfColumn: 'external',
      })
      .with({ agency: GOVERNMENT }),
    expect: { [S]: 'external' },
  },
})
