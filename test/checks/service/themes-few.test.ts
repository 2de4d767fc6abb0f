/** Every outcome of `service/themes-few` from a small site that gives it. */
import { themesFew } from '#checks/service/themes-few'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '主题服务'

const GOVERNMENT = { id: 'a1', name: '示例市人民政府', group: null, attributes: [] } as const

testCheck(themesFew, {
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
        .column('场景服务', '/cj/', {
          links: [
            ['我要开餐馆', '/cj/1.html', 'main'],
            ['我要养老', '/cj/2.html', 'main'],
            ['我要上学', '/cj/3.html', 'main'],
            ['关于场景服务栏目上线试运行的公告', '/cj/4.html', 'main'],
          ],
        })
        .with({ agency: GOVERNMENT }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 3 } },
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
  ],
  unseen: {
    shows: 'two disclosure columns that happen to bear such names',
    site: new SiteViewBuilder()
      .column('安全生产', '/aq/')
      .column('医疗卫生', '/yl/')
      .with({ agency: GOVERNMENT }),
    expect: { [S]: 'unseen' },
  },
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
