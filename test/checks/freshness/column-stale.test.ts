/** Every outcome of `freshness/column-stale` from a small site that gives it. */
import { columnStale } from '#checks/freshness/column-stale'
import { testCheck } from '../../support/check-kit.ts'
import { undatedNews } from '../../support/rhythm-sites.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const site = () => new SiteViewBuilder()
const FRESH = { topic: 'news', items: [['植树活动', '2024-03-18']] } as const
const policy = { topic: 'policyDocuments' } as const
const news = { topic: 'news' } as const
const pilot = { topic: 'grassrootsDisclosure' } as const
const notices = { topic: 'notices' } as const
const of = (topic: string, title: string) => ({ topic, items: [[title, '2022-06-05']] }) as const

/** Plans and results of inspections, each in a column of its own below one. */
const inspections = (
  results: readonly (readonly [string, string])[],
  plans: readonly (readonly [string, string])[] = [['年度抽查计划', '2024-02-05']],
) =>
  site()
    .column('双随机一公开', '/ssj/', { topic: 'randomInspection' })
    .column('抽查计划', '/ssj/jh/', {
      topic: 'randomInspection',
      parent: '双随机一公开',
      items: plans,
    })
    .column('抽查结果', '/ssj/jg/', {
      topic: 'randomInspection',
      parent: '双随机一公开',
      items: results,
    })

testCheck(columnStale, {
  quiet: [
    {
      shows: 'results of three years ago may stand at a department: never more than a question',
      site: inspections([['随机抽查结果公示', '2021-01-05']]).column('卫生健康', '/ws/', {
        items: [['公共场所卫生抽检结果', '2024-01-05']],
      }),
      expect: { 双随机一公开: 'fresh', 抽查结果: 'quiet' },
    },
    {
      shows: 'published letters end more than two months ago; penalties as old are young',
      site: site()
        .column('咨询留言', '/ly/', { topic: 'inquiries', items: [['来信', '2023-12-20']] })
        .column('来信选登', '/xd/', { topic: 'repliedLetters', items: [['来信', '2024-01-25']] })
        .column('行政处罚', '/cf/', { topic: 'penalties', items: [['决定', '2023-12-20']] }),
      expect: { 咨询留言: 'quiet', 来信选登: 'fresh', 行政处罚: 'fresh' },
      facts: { 咨询留言: { limit: 62 } },
    },
    {
      shows: 'notices below another column by their name, silent for more than half a year',
      site: site()
        .column('新闻中心', '/xw/', FRESH)
        .column('公示公告', '/xw/gs/', {
          ...notices,
          parent: '新闻中心',
          items: [['关于采种的公告', '2023-08-01']],
        }),
      expect: { 新闻中心: 'fresh', 公示公告: 'quiet' },
    },
    {
      shows:
        'notices below another column owe one a year, but the home page shows them in a block of their own',
      site: new SiteViewBuilder({
        items: [['关于采种的通知', '2023-08-01', '/dt/tz/1.html']],
        more: '/dt/tz/',
      })
        .column('政务动态', '/dt/', FRESH)
        .column('通知公告', '/dt/tz/', {
          ...notices,
          parent: '政务动态',
          items: [['关于采种的通知', '2023-08-01', '/dt/tz/1.html']],
        }),
      expect: { 政务动态: 'fresh', 通知公告: 'quiet' },
    },
    {
      shows:
        'a letterbox whose only published letter is years old; a form without letters is no list',
      site: site()
        .column('政务咨询', '/zx/', { topic: 'inquiries', items: [['来信', '2017-10-11']] })
        .column('领导信箱', '/xx/', { topic: 'inquiries', kind: 'form' }),
      expect: { 政务咨询: 'quiet' },
    },
    {
      shows: 'no penalty for two years is a question; without a day nothing is asked',
      site: site()
        .column('行政处罚', '/cf/', { topic: 'penalties', items: [['处罚决定', '2022-01-05']] })
        .column('行政许可', '/xk/', { topic: 'licensing', items: [['许可结果', '2024-02-05']] })
        .column('会议公开', '/hy/', { topic: 'meetings', items: [['常务会议', null]] }),
      expect: { 行政处罚: 'quiet', 行政许可: 'fresh' },
    },
    {
      shows: 'a pilot column that has been silent for more than half a year',
      site: site().column('基层政务公开', '/jc/', { ...pilot, items: [['进展', '2023-09-20']] }),
      expect: { 基层政务公开: 'quiet' },
      facts: { 基层政务公开: { days: 182, limit: 180 } },
    },
  ],
  fresh: [
    {
      shows: 'news of the towns beside a list that is kept up, under whatever name stands above',
      site: site()
        .column('新闻发布', '/xw/', { topic: 'pressConferences' })
        .column('示例要闻', '/xw/yw/', {
          topic: 'news',
          parent: '新闻发布',
          items: [['会议', '2024-03-18', '/xw/yw/1.html']],
        })
        .column('镇区动态', '/xw/xz/', {
          topic: 'news',
          parent: '新闻发布',
          items: [['植树', '2024-02-20', '/xw/xz/1.html']],
        }),
      expect: { 示例要闻: 'fresh' },
    },
    {
      shows: 'results that are printed among the plans',
      site: inspections(
        [['随机抽查结果公示', '2021-01-05']],
        [
          ['年度抽查计划', '2024-02-05'],
          ['第三季度抽查结果', '2023-10-08'],
        ],
      ),
      expect: { 双随机一公开: 'fresh' },
    },
    {
      shows: 'a doubtful name of a class that is never charged: young is young',
      site: site().column('抽查检查', '/cc/', {
        topic: 'randomInspection',
        topicSureness: 0.6,
        items: [['抽查结果公示', '2024-02-20']],
      }),
      expect: { 抽查检查: 'fresh' },
    },
    {
      shows: 'two lists named by the body’s own words: which must be kept up is not told',
      site: site()
        .column('新闻中心', '/xw/', news)
        .column('林业动态', '/xw/ly/', {
          ...news,
          parent: '新闻中心',
          items: [['会议', '2024-02-28', '/xw/ly/1.html']],
        })
        .column('林业资讯', '/xw/zx/', {
          ...news,
          parent: '新闻中心',
          items: [['植树', '2024-03-18', '/xw/zx/1.html']],
        }),
      expect: { 新闻中心: 'fresh' },
    },
    {
      shows:
        'a column of laws owes no new one; without the block or the name notices below another are within their year',
      site: site()
        .column('政务动态', '/dt/', FRESH)
        .column('法规规章', '/fg/', { ...policy, items: [['某省水土保持条例', '2021-09-30']] })
        .column('公示信息', '/dt/tz/', {
          ...notices,
          parent: '政务动态',
          items: [['关于采种的通知', '2023-08-01']],
        }),
      expect: { 政务动态: 'fresh', 公示信息: 'fresh' },
    },
    {
      shows: 'of a doubtful class, but young enough for each',
      site: site().column('其他文件', '/qt/', {
        topic: 'policyDocuments',
        topicSureness: 0.6,
        items: [['通知', '2024-03-15']],
      }),
      expect: { 其他文件: 'fresh' },
    },
    {
      shows: 'of a doubtful class, too old for some: left to a person',
      site: site().column('其他文件', '/qt/', {
        topic: 'policyDocuments',
        topicSureness: 0.6,
        items: [['通知', '2024-01-15']],
      }),
      expect: { 其他文件: 'fresh' },
      softened: true,
    },
    {
      shows:
        'news of others, a list that the home page does not show, and notices of the second level',
      site: site()
        .column('新闻', '/xw/', { ...news, items: [['会议', '2024-03-15']] })
        .column('部门要闻', '/xw/bm/', {
          ...news,
          parent: '新闻',
          items: [['植树', '2024-02-18']],
        })
        .column('本局要闻', '/xw/bj/', {
          ...news,
          parent: '新闻',
          unlinked: true,
          items: [['护林', '2024-02-18']],
        })
        .column('通知公告', '/tz/', { ...notices, items: [['公告', '2024-03-01']] })
        .column('公示', '/tz/gs/', {
          ...notices,
          parent: '通知公告',
          items: [['公示', '2022-01-05']],
        }),
      expect: { 新闻: 'fresh', 通知公告: 'fresh' },
    },
    {
      shows:
        'a pilot column among the features, kept up by its sub-column; other features are left',
      site: site()
        .column('专题专栏', '/zt/', { topic: 'features' })
        .column('基层政务公开', '/zt/jc/', { ...pilot, parent: '专题专栏' })
        .column('工作进展', '/zt/jc/jz/', {
          parent: '基层政务公开',
          items: [['第一批标准目录印发', '2024-01-10']],
        })
        .column('普查动态', '/zt/pc/', {
          ...news,
          parent: '专题专栏',
          items: [['旧闻', '2020-01-05']],
        }),
      expect: { 基层政务公开: 'fresh' },
    },
    {
      shows: 'news of the pilot goes by the pilot, not by the fortnight',
      site: site()
        .column('基层政务公开', '/jc/', pilot)
        .column('工作进展', '/jc/jz/', {
          ...news,
          parent: '基层政务公开',
          items: [['推进会', '2024-01-20']],
        }),
      expect: { 基层政务公开: 'fresh' },
    },
    {
      shows: 'permits below a pilot column keep their own period',
      site: site()
        .column('基层政务公开', '/jc/', { ...pilot, items: [['进展', '2024-02-20']] })
        .column('行政许可', '/jc/xk/', {
          topic: 'licensing',
          parent: '基层政务公开',
          items: [['许可结果', '2023-05-20']],
        }),
      expect: { 基层政务公开: 'fresh', 行政许可: 'fresh' },
    },
    {
      shows: 'news within a fortnight',
      site: site().column('动态', '/dt/', FRESH),
      expect: { 动态: 'fresh' },
    },
    {
      shows: 'exactly on the last day allowed',
      site: site().column('动态', '/dt/', { ...news, items: [['植树', '2024-03-06']] }),
      expect: { 动态: 'fresh' },
      facts: { 动态: { days: 14, limit: 14 } },
    },
    {
      shows: 'the folder of the year itself is judged; an entry of the very day counts',
      site: site().column('2024年工作动态', '/dt24/', { ...news, items: [['植树', '2024-03-20']] }),
      expect: { '2024年工作动态': 'fresh' },
      facts: { '2024年工作动态': { days: 0 } },
    },
    {
      shows: 'notices have half a year',
      site: site().column('通知公告', '/tz/', { ...notices, items: [['公告', '2023-10-01']] }),
      expect: { 通知公告: 'fresh' },
    },
    {
      shows: 'a notice column of the second level has the period of other columns',
      site: site()
        .column('信息公开', '/xxgk/', {})
        .column('部门文件', '/xxgk/wj/', {
          topic: 'policyDocuments',
          parent: '信息公开',
          items: [['文件', '2023-05-01']],
        }),
      expect: { 部门文件: 'fresh' },
      facts: { 部门文件: { limit: 365 } },
    },
    {
      shows: 'a day still to come is no update, the newest past one counts',
      site: site().column('动态', '/dt/', {
        ...news,
        items: [
          ['预告', '2024-12-31'],
          ['植树', '2024-03-10'],
        ],
      }),
      expect: { 动态: 'fresh' },
      facts: { 动态: { newest: '2024-03-10' } },
    },
    {
      shows: 'a parent lives by its sub-columns, and those that are kept up are not judged again',
      site: site()
        .column('新闻', '/xw/', { ...news, items: [['旧闻', '2023-01-01']] })
        .column('工作动态', '/xw/gz/', { ...news, parent: '新闻', items: [['植树', '2024-03-18']] })
        .column('基层动态', '/xw/jc/', {
          ...news,
          parent: '新闻',
          items: [['护林', '2024-03-12']],
        }),
      expect: { 新闻: 'fresh' },
    },
    {
      shows: 'archives, features and lists of single offices below the news are not asked about',
      site: site()
        .column('新闻', '/xw/', { ...news, items: [['植树', '2024-03-18']] })
        .column('2022年工作动态', '/xw/22/', {
          ...news,
          parent: '新闻',
          items: [['旧闻', '2022-12-18']],
        })
        .column('普查专题动态', '/xw/pc/', {
          ...news,
          parent: '新闻',
          items: [['普查', '2021-03-18']],
        })
        .column('基层动态', '/xw/jc/', { ...news, parent: '新闻', items: [['护林', '2024-03-12']] })
        .column('城关站动态', '/xw/jc/cg/', {
          ...news,
          parent: '基层动态',
          items: [['巡护', '2023-03-12']],
        })
        .column('媒体关注', '/xw/mt/', {
          ...news,
          topicSureness: 0.6,
          parent: '新闻',
          items: [['报道', '2023-03-12']],
        }),
      expect: { 新闻: 'fresh' },
    },
    {
      shows: 'documents below documents keep the age of the column above',
      site: site()
        .column('政策文件', '/zc/', { ...policy, items: [['通知', '2024-03-01']] })
        .column('规范性文件', '/zc/gf/', {
          topic: 'normativeDocuments',
          parent: '政策文件',
          items: [['办法', '2021-03-01']],
        }),
      expect: { 政策文件: 'fresh' },
    },
    {
      shows: 'entries dated in the article instead of the list',
      site: site()
        .page('/dt/1.html', { kind: 'article', title: '植树', publishedOn: '2024-03-17' })
        .column('动态', '/dt/', { ...news, items: [['植树', null, '/dt/1.html']] }),
      expect: { 动态: 'fresh' },
    },
  ],
  stale: [
    {
      shows: 'what is paid out, audited or given is listed every year; policies of it are not',
      site: site()
        .column('惠农补贴', '/bt/', of('subsidies', '2022年耕地地力保护补贴发放公示'))
        .column('惠农政策', '/zc/', of('subsidies', '农机购置补贴实施方案'))
        .column('社会救助', '/jz/', of('socialAssistance', '2022年一季度低保对象名单'))
        .column('救助政策', '/jc/', of('socialAssistance', '临时救助工作规程'))
        .column('审计信息', '/sj/', of('audit', '2021年度审计工作报告')),
      expect: { 惠农补贴: 'stale', 惠农政策: 'quiet', 社会救助: 'stale', 审计信息: 'stale' },
      facts: { 惠农补贴: { limit: 545 }, 社会救助: { limit: 545 }, 审计信息: { limit: 365 } },
    },
    {
      shows: 'checks at random come round every year, penalties need not',
      site: site()
        .column('双随机、一公开', '/ss/', {
          topic: 'randomInspection',
          items: [['抽查结果公示', '2022-06-05']],
        })
        .column('行政处罚', '/cf/', { topic: 'penalties', items: [['处罚决定', '2022-06-05']] })
        .column('抽查事项', '/cs/', {
          topic: 'randomInspection',
          items: [['抽查结果公示', '2022-12-05']],
        }),
      expect: { '双随机、一公开': 'stale', 行政处罚: 'quiet', 抽查事项: 'quiet' },
      facts: { '双随机、一公开': { limit: 545 } },
    },
    {
      shows: 'what a bureau itself does, in the only list so named beside one that is kept up',
      site: new SiteViewBuilder({
        items: [['会议', '2024-02-28', '/xw/gz/1.html']],
        more: '/xw/gz/',
      })
        .column('新闻中心', '/xw/', news)
        .column('工作动态', '/xw/gz/', {
          ...news,
          parent: '新闻中心',
          items: [['会议', '2024-02-28', '/xw/gz/1.html']],
        })
        .column('区县动态', '/xw/qx/', {
          ...news,
          parent: '新闻中心',
          items: [['植树', '2024-03-18']],
        }),
      expect: { 新闻中心: 'fresh', 工作动态: 'stale' },
    },
    {
      shows:
        'a parent that may be a news column and is silent too does not answer for its sure child',
      site: site()
        .column('资讯', '/zx/', { ...news, topicSureness: 0.45, items: [['植树', '2024-02-20']] })
        .column('林业动态', '/zx/dt/', {
          ...news,
          parent: '资讯',
          items: [['植树', '2024-02-20']],
        }),
      expect: { 林业动态: 'stale' },
    },
    {
      shows: 'the body’s own first news list, on the home page, beside a list that is kept up',
      site: site()
        .column('新闻中心', '/xw/', news)
        .column('要闻播报', '/xw/bb/', {
          ...news,
          parent: '新闻中心',
          items: [['会议', '2024-02-28', '/xw/bb/1.html']],
        })
        .column('示例要闻', '/xw/yw/', {
          ...news,
          parent: '新闻中心',
          items: [['会议', '2024-02-28']],
        })
        .column('部门动态', '/xw/bm/', {
          ...news,
          parent: '新闻中心',
          items: [['植树', '2024-03-18']],
        }),
      expect: { 新闻中心: 'fresh', 要闻播报: 'stale', 示例要闻: 'stale' },
      facts: { 示例要闻: { days: 21, limit: 14, nested: true } },
    },
    {
      shows: 'a bureau’s own list, named by the bureau’s own words, beside those of the districts',
      site: site()
        .column('新闻中心', '/xw/', news)
        .column('林业动态', '/xw/ly/', {
          ...news,
          parent: '新闻中心',
          items: [['会议', '2024-02-28', '/xw/ly/1.html']],
        })
        .column('区县动态', '/xw/qx/', {
          ...news,
          parent: '新闻中心',
          items: [['植树', '2024-03-18', '/xw/qx/1.html']],
        }),
      expect: { 新闻中心: 'fresh', 林业动态: 'stale' },
    },
    {
      shows: 'where all lists stand still the column above is told, and no list besides',
      site: site()
        .column('新闻', '/xw/', news)
        .column('要闻', '/xw/yw/', { ...news, parent: '新闻', items: [['会议', '2024-01-28']] })
        .column('部门动态', '/xw/bm/', {
          ...news,
          parent: '新闻',
          items: [['植树', '2024-02-18']],
        }),
      expect: { 新闻: 'stale' },
    },
    {
      shows: 'a news column keeps its fortnight on every level',
      site: site()
        .column('信息公开', '/xxgk/', {})
        .column('工作动态', '/xxgk/dt/', {
          ...news,
          parent: '信息公开',
          items: [['植树', '2024-02-01']],
        }),
      expect: { 工作动态: 'stale' },
    },
    {
      shows: 'news older than a fortnight',
      site: site().column('动态', '/dt/', { ...news, items: [['植树', '2024-02-01']] }),
      expect: { 动态: 'stale' },
      facts: { 动态: { newest: '2024-02-01', days: 48, limit: 14 } },
    },
    {
      shows: 'only the first page was read, but it runs newest first under a pinned entry',
      site: site().column('动态', '/dt/', {
        ...news,
        coverage: '后面的列表页没有读',
        items: [
          ['置顶', '2022-01-01'],
          ['三', '2024-02-03'],
          ['二', '2024-02-02'],
          ['一', '2024-02-01'],
        ],
      }),
      expect: { 动态: 'stale' },
    },
    {
      shows: 'an unordered list read in part may hide newer entries',
      site: site().column('动态', '/dt/', {
        ...news,
        coverage: '后面的列表页没有读',
        items: [
          ['一', '2023-02-01'],
          ['二', '2023-05-02'],
          ['三', '2023-09-03'],
          ['四', '2023-12-03'],
        ],
      }),
      expect: { 动态: 'stale' },
      softened: true,
    },
    {
      shows: 'an unordered list whose further pages were not read may hide newer entries',
      site: site().column('动态', '/dt/', {
        ...news,
        paging: ['/dt/index_1.html'],
        items: [
          ['一', '2023-02-01'],
          ['二', '2023-05-02'],
          ['三', '2023-09-03'],
          ['四', '2023-12-03'],
        ],
      }),
      expect: { 动态: 'stale' },
      softened: true,
    },
    {
      shows: 'an unordered list read to its last page',
      site: site()
        .page('/dt/index_1.html', { kind: 'listing', title: '动态第二页' })
        .column('动态', '/dt/', {
          ...news,
          paging: ['/dt/index_1.html'],
          items: [
            ['一', '2023-02-01'],
            ['二', '2023-05-02'],
            ['三', '2023-09-03'],
            ['四', '2023-12-03'],
          ],
        }),
      expect: { 动态: 'stale' },
    },
    {
      shows: 'an entry without a day may be newer',
      site: site().column('动态', '/dt/', {
        ...news,
        items: [
          ['无日期', null],
          ['二', '2023-05-02'],
        ],
      }),
      expect: { 动态: 'stale' },
      softened: true,
    },
    {
      shows: 'a sub-column that was not read may be newer',
      site: site()
        .column('新闻', '/xw/', { ...news, items: [['旧闻', '2023-01-01']] })
        .column('工作动态', '/xw/gz/', { ...news, parent: '新闻', unread: true }),
      expect: { 新闻: 'stale' },
      softened: true,
    },
    {
      shows: 'an unsure topic accuses nobody',
      site: site().column('动态', '/dt/', {
        ...news,
        topicSureness: 0.6,
        items: [['植树', '2023-02-01']],
      }),
      expect: { 动态: 'stale' },
      softened: true,
    },
    {
      shows: 'two columns of one name are told apart',
      site: site()
        .column('政务', '/zw/', {})
        .column('通知公告', '/tz/', { ...notices, items: [['甲', '2022-02-01']] })
        .column('通知公告', '/zw/tz/', {
          ...notices,
          parent: '政务',
          items: [['乙', '2024-02-01']],
        }),
      expect: { 通知公告: 'stale', '政务 > 通知公告': 'fresh' },
    },
  ],
  empty: [
    {
      shows:
        'a column without topic; a feature that says it holds nothing, one without a word only beside one that lists',
      site: site()
        .column('林下经济', '/lx/', { empty: true })
        .column('专题专栏', '/zt/', { topic: 'features', items: [['甲', '2024-03-01']] })
        .column('绿色家园', '/zt/a/', { parent: '专题专栏', empty: true, words: ['暂无数据'] })
        .column('森林城市', '/zt/b/', { parent: '专题专栏', empty: true })
        .column('专栏', '/zl/', { topic: 'features' })
        .column('护林', '/zl/a/', { parent: '专栏', items: [['巡山', '2024-03-01']] })
        .column('湿地', '/zl/b/', { parent: '专栏', empty: true }),
      expect: { 林下经济: 'empty', 绿色家园: 'empty', 湿地: 'empty' },
    },
  ],
  'under-construction': {
    shows: 'the page says so itself',
    site: site().column('数据开放', '/sj/', {
      topic: 'openData',
      underConstruction: '栏目正在建设中',
    }),
    expect: { 数据开放: 'under-construction' },
    facts: { 数据开放: { words: '栏目正在建设中' } },
  },
  'test-only': {
    shows: 'what was put there to try the template',
    site: site()
      .page('/cg/1.html', { kind: 'article', title: '测试', words: ['测试'] })
      .column('政府采购', '/cg/', { items: [['测试', '2024-01-05', '/cg/1.html']] }),
    expect: { 政府采购: 'test-only' },
  },
  undated: [
    {
      shows: 'entries without any day',
      site: site().column('动态', '/dt/', { ...news, items: [['植树', null]] }),
      expect: { 动态: 'undated' },
    },
    {
      shows: 'a list below a judged column whose entries show no day on their pages either',
      site: ['a', 'b', 'c'].reduce(
        (built, name) =>
          built.page(`/zc/gf/${name}.html`, { kind: 'article', title: `办法${name}` }),
        site()
          .column('政策文件', '/zc/', { ...policy, items: [['通知', '2024-03-01']] })
          .column('规范性文件', '/zc/gf/', {
            topic: 'normativeDocuments',
            parent: '政策文件',
            items: [
              ['办法a', null, '/zc/gf/a.html'],
              ['办法b', null, '/zc/gf/b.html'],
              ['办法c', null, '/zc/gf/c.html'],
            ],
          }),
      ),
      expect: { 政策文件: 'fresh', 规范性文件: 'undated' },
    },
  ],
  dateless: {
    shows: 'news that show no day, neither in the list nor on any of their pages',
    site: undatedNews([]),
    expect: { 动态: 'dateless' },
  },
  'script-dates': {
    shows: 'days written by script',
    site: site().column('动态', '/dt/', { ...news, dates: 'script', items: [['植树', null]] }),
    expect: { 动态: 'script-dates' },
  },
  external: {
    shows: 'a column that leads to the provincial platform is not blank',
    site: site().column('政策文件', 'https://www.example-province.gov.cn/zc/', {
      topic: 'policyDocuments',
      kindOfColumn: 'external',
    }),
    expect: { 政策文件: 'external' },
  },
  unreadable: [
    {
      shows: 'the page failed',
      site: site()
        .trouble('/dt/', '被防护拦截（412）')
        .column('动态', '/dt/', { ...news, unread: true }),
      expect: { 动态: 'unreadable' },
      facts: { 动态: { reason: '被防护拦截（412）' } },
    },
    {
      shows: 'a page that was read, without entries that could be told',
      site: site().column('动态', '/dt/', { ...news, words: ['我局积极推进各项工作'] }),
      expect: { 动态: 'unreadable' },
      facts: { 动态: { reason: '页面读到了，但没有读出条目' } },
    },
  ],
  'none-owed': [
    {
      shows: 'a column whose address is not there: dead links are said elsewhere',
      site: site()
        .column('网上调查', '/dc/', { topic: 'consultation', unread: true, coverage: 'HTTP 404' })
        .target('/dc/', [404, 404], { text: '网上调查' }),
      expect: { 应更新栏目: 'none-owed' },
    },
    {
      shows:
        'a tool that is shut for now is no column: interaction/answer-entry-missing tells of it',
      site: site().column('智能问答', '/zn/', { underConstruction: '系统升级维护中' }),
      expect: { 应更新栏目: 'none-owed' },
    },
    {
      shows: 'static columns, year folders and ended features owe nothing',
      site: site()
        .column('机构职能', '/jg/', { topic: 'institution', words: ['负责全市林业工作'] })
        .column('2022年通知公告', '/tz22/', { ...notices, items: [['甲', '2022-02-01']] })
        .column('专题专栏', '/zt/', { topic: 'features' })
        .column('抗击疫情要闻', '/zt/yq/', {
          ...news,
          parent: '专题专栏',
          items: [['甲', '2020-02-01']],
        }),
      expect: { 应更新栏目: 'none-owed' },
    },
  ],
})
