/** Every outcome of `disclosure/topics-few` from a small site that gives it; judged on 2024-03-20. */
import { topicsFew } from '#checks/disclosure/topics-few'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '专题专栏'
const features = { topic: 'features' } as const

testCheck(topicsFew, {
  counted: [
    {
      shows:
        'dated entries that call themselves features, one of them closed; news beside them is none',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', {
          ...features,
          items: [
            ['优化营商环境专题', '2024-03-01', '/zt/1.html'],
            ['经济普查专题（已归档）', '2021-06-20', '/zt/2.html'],
            ['我局召开安全生产专题会议', '2024-03-02', '/zt/3.html'],
          ],
        })
        .page('/zt/1.html', { kind: 'article', title: '优化营商环境专题' })
        .page('/zt/2.html', { kind: 'article', title: '经济普查专题' }),
      expect: { [SUBJECT]: 'counted' },
      facts: { [SUBJECT]: { count: 1, ended: 1 } },
    },
    {
      shows: 'names of topics, one a paragraph; a link of the menu is none',
      site: new SiteViewBuilder({ links: [['工作动态', '/dt/', 'nav']] })
        .column('工作动态', '/dt/')
        .column('专题', '/zt/', {
          ...features,
          links: [
            ['护林防火', '/zt/hlfh/', 'main'],
            ['绿化行动', '/zt/lh/', 'main'],
            ['工作动态', '/dt/', 'nav'],
          ],
        })
        .page('/zt/hlfh/', { kind: 'listing', items: [['巡山', '2024-03-01', '/zt/hlfh/1.html']] })
        .page('/zt/lh/', { kind: 'listing' }),
      expect: { [SUBJECT]: 'counted' },
      facts: { [SUBJECT]: { count: 2, newest: '最新一条为 2024-03-01' } },
    },
    {
      shows: 'sub-columns and undated entries; news of a topic and ended ones do not count',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', {
          ...features,
          items: [
            ['护林防火', null, '/zt/hlfh/'],
            ['护林防火工作推进会召开', '2024-03-01', '/zt/hlfh/1.html'],
            ['绿化行动（已归档）', null, '/zt/lh/'],
          ],
        })
        .column('优化营商环境', '/zt/ys/', {
          parent: '专题专栏',
          items: [['新政策', '2024-03-02']],
        }),
      expect: { [SUBJECT]: 'counted' },
      facts: { [SUBJECT]: { count: 2, complete: true, newest: '最新一条为 2024-03-02' } },
    },
    {
      shows: 'one whose page holds nothing is not counted; one of which no entry was read is',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', features)
        .column('护林防火', '/zt/hlfh/', { parent: '专题专栏', items: [['巡山', '2024-03-02']] })
        .column('绿化行动', '/zt/lh/', { parent: '专题专栏', empty: true })
        .column('湿地保护', '/zt/sd/', { parent: '专题专栏' }),
      expect: { [SUBJECT]: 'counted' },
      facts: { [SUBJECT]: { count: 2, names: '护林防火、湿地保护' } },
    },
    {
      shows:
        'entries that lead to what is gone, is still to be made, or bears nothing are not counted',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', {
          ...features,
          items: [
            ['护林防火', null, '/zt/hlfh/'],
            ['绿化行动', null, '/zt/lh/'],
            ['湿地保护', null, '/zt/sd/'],
            ['森林旅游', null, '/zt/ly/'],
          ],
        })
        .target('/zt/lh/', [404, 404], { from: '/zt/', text: '绿化行动' })
        .page('/zt/sd/', { words: ['专题建设中'], underConstruction: '建设中' })
        .page('/zt/ly/', { kind: 'error', words: ['页面不存在'] }),
      expect: { [SUBJECT]: 'counted' },
      facts: { [SUBJECT]: { count: 1, names: '护林防火' } },
    },
    {
      shows: 'no day was read: the count stands',
      site: new SiteViewBuilder().column('专题专栏', '/zt/', {
        ...features,
        items: [['护林防火', null, '/zt/hlfh/']],
      }),
      expect: { [SUBJECT]: 'counted' },
    },
  ],
  unmarked: {
    shows:
      'one that stopped two years ago beside one that goes on; one that says it has ended is in order',
    site: new SiteViewBuilder()
      .column('专题专栏', '/zt/', features)
      .column('护林防火', '/zt/hlfh/', { parent: '专题专栏', items: [['巡山', '2024-03-02']] })
      .column('安全生产月', '/zt/aq/', {
        parent: '专题专栏',
        items: [['本专题活动已结束', '2022-06-12']],
      })
      .column('人口普查（已归档）', '/zt/pc/', {
        parent: '专题专栏',
        items: [['旧闻', '2020-11-12']],
      })
      .column('疫情防控', '/zt/yq/', {
        parent: '专题专栏',
        items: [['旧闻', '2021-11-12']],
        words: ['【已归档】本专题工作已结束，内容仅供查阅。'],
      }),
    expect: { [SUBJECT]: 'counted', 没有归档的专题: 'unmarked' },
    facts: { 没有归档的专题: { count: 1, names: '安全生产月（最新一条 2022-06-12）' } },
  },
  dormant: [
    {
      shows: 'all topics stood still for two years, none is said to have ended',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', features)
        .column('护林防火', '/zt/hlfh/', { parent: '专题专栏', items: [['旧闻', '2022-03-02']] }),
      expect: { [SUBJECT]: 'dormant' },
    },
  ],
  stale: [
    {
      shows: 'a topic’s further list pages were not read',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', features)
        .column('护林防火', '/zt/hlfh/', {
          parent: '专题专栏',
          items: [['旧闻', '2022-03-02']],
          paging: ['/zt/hlfh/2.html'],
        }),
      expect: { [SUBJECT]: 'stale' },
    },
    {
      shows: 'a topic that no column gathers, years old',
      site: new SiteViewBuilder().column('节水专题', '/zt/js/', {
        items: [['旧闻', '2019-03-02']],
      }),
      expect: { [SUBJECT]: 'stale' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: 'the newest entry of any topic is nine months old',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', features)
        .column('护林防火', '/zt/hlfh/', { parent: '专题专栏', items: [['旧闻', '2023-06-02']] }),
      expect: { [SUBJECT]: 'stale' },
    },
    {
      shows: 'one topic is two years old, of the other no day was read',
      site: new SiteViewBuilder()
        .column('专题专栏', '/zt/', { ...features, items: [['绿化行动', null, '/zt/lh/']] })
        .column('护林防火', '/zt/hlfh/', { parent: '专题专栏', items: [['旧闻', '2022-03-02']] }),
      expect: { [SUBJECT]: 'stale' },
    },
    {
      shows: 'all have ended',
      site: new SiteViewBuilder().column('专题专栏', '/zt/', {
        ...features,
        items: [['绿化行动（已归档）', null, '/zt/lh/']],
      }),
      expect: { [SUBJECT]: 'stale' },
      facts: { [SUBJECT]: { count: 0, ended: 1 } },
    },
  ],
  none: [
    {
      shows: 'no such column',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      expect: { [SUBJECT]: 'none' },
    },
    {
      shows: 'the column leads outside',
      site: new SiteViewBuilder().column('专题专栏', 'http://zt.example/', {
        ...features,
        kindOfColumn: 'external',
      }),
      expect: { [SUBJECT]: 'none' },
    },
  ],
})
