/** Every outcome of `freshness/sublist-dormant` from a small site that gives it; judged on 2024-03-20. */
import { sublistDormant } from '#checks/freshness/sublist-dormant'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const news = { topic: 'news' } as const
const notices = { topic: 'notices' } as const
/** News with a list that was kept up two days ago, and this one. */
const beside = (name: string, day: string, more: Record<string, unknown> = {}): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('新闻', '/xw/', news)
    .column('部门动态', '/xw/bm/', { ...news, parent: '新闻', items: [['植树', '2024-03-18']] })
    .column(name, '/xw/a/', { ...news, parent: '新闻', items: [['会议', day]], ...more })

/** A list below the news that came by the week up to this day; of no known kind where no topic is given. */
const weekly = (name: string, day: string, apart = 7, topic?: string): SiteViewBuilder => {
  const items = [0, 1, 2, 3, 4].map((back) => {
    const at = new Date(Date.parse(day) - back * apart * 86_400_000)
    return [`动态${'一二三四五'[back]}`, at.toISOString().slice(0, 10)] as const
  })
  return new SiteViewBuilder()
    .column('新闻', '/xw/', news)
    .column('林业要闻', '/xw/yw/', { ...news, parent: '新闻', items: [['植树', '2024-03-18']] })
    .column(name, '/xw/a/', { parent: '新闻', items, ...(topic === undefined ? {} : { topic }) })
}

/** News all of whose lists stand still, the newest of them since 2024-02-20. */
const still = (name: string, day: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('新闻动态', '/xw/', news)
    .column('社区动态', '/xw/sq/', { ...news, parent: '新闻动态', items: [['植树', '2024-02-20']] })
    .column(name, '/xw/a/', { ...news, parent: '新闻动态', items: [['会议', day]] })

testCheck(sublistDormant, {
  'still-too': {
    shows: 'a list of the office’s own work, in news that stand still as a whole',
    site: still('工作动态', '2024-02-19'),
    expect: { 工作动态: 'still-too' },
    facts: { 工作动态: { days: 30, limit: 14, above: '新闻动态', latest: '2024-02-20' } },
  },
  'left-behind': [
    {
      shows: 'the same for three weeks',
      site: weekly('市县林业', '2024-02-28'),
      expect: { 市县林业: 'left-behind' },
    },
    {
      shows: 'a list of no known kind among the news, week after week, none for a month',
      site: weekly('绿色故事', '2024-02-18'),
      expect: { 绿色故事: 'left-behind' },
    },
    {
      shows: 'a list of pictures may have ended',
      site: beside('图片新闻', '2023-08-28'),
      expect: { 图片新闻: 'left-behind' },
    },
    {
      shows: 'another list tells of the same departments and is kept up',
      site: beside('部门快讯', '2024-02-10'),
      expect: { 部门快讯: 'left-behind' },
    },
    {
      shows: 'what stands still for a month and tells of no standing units may have ended',
      site: beside('视频新闻', '2024-02-10'),
      expect: { 视频新闻: 'left-behind' },
    },
    {
      shows: 'a list of news that stands still beside one that does not',
      site: beside('乡镇动态', '2024-02-28'),
      expect: { 乡镇动态: 'left-behind' },
      facts: { 乡镇动态: { days: 21, limit: 14, above: '新闻', latest: '2024-03-18' } },
    },
    {
      shows: 'notices of the second level have a year',
      site: new SiteViewBuilder()
        .column('通知公告', '/tz/', { ...notices, items: [['公告', '2024-03-01']] })
        .column('公示', '/tz/gs/', {
          ...notices,
          parent: '通知公告',
          items: [['公示', '2023-01-05']],
        })
        .column('通告', '/tz/tg/', {
          ...notices,
          parent: '通知公告',
          items: [['通告', '2023-04-05']],
        }),
      expect: { 公示: 'left-behind' },
      facts: { 公示: { limit: 365 } },
    },
    {
      shows:
        'papers that came time and again, none for seven months; those of one kind that seldom came',
      site: new SiteViewBuilder()
        .column('政策文件', '/zc/', { topic: 'policyDocuments', items: [['文件', '2024-03-01']] })
        .column('办公室文件', '/zc/b/', {
          topic: 'policyDocuments',
          parent: '政策文件',
          items: [
            ['通知', '2023-08-10'],
            ['通知二', '2023-07-01'],
          ],
        })
        .column('规范性文件', '/zc/g/', {
          topic: 'normativeDocuments',
          parent: '政策文件',
          items: [
            ['办法', '2023-08-10'],
            ['办法二', '2023-01-01'],
          ],
        }),
      expect: { 办公室文件: 'left-behind' },
      facts: { 办公室文件: { limit: 180 } },
    },
    {
      shows: 'policies listed below notices',
      site: new SiteViewBuilder()
        .column('通知公告', '/tz/', { ...notices, items: [['公告', '2024-03-01']] })
        .column('政策', '/tz/zc/', {
          topic: 'policy',
          parent: '通知公告',
          items: [
            ['措施', '2023-08-10'],
            ['措施二', '2023-07-01'],
          ],
        }),
      expect: { 政策: 'left-behind' },
    },
  ],
  overdue: [
    {
      shows: 'the field of the office in its districts, week after week, none for a month',
      site: weekly('市县林业', '2024-02-20'),
      expect: { 市县林业: 'overdue' },
      facts: { 市县林业: { days: 29, limit: 14, above: '新闻' } },
    },
    {
      shows: 'what the towns do, silent for more than a month',
      site: beside('乡镇动态', '2024-02-10'),
      expect: { 乡镇动态: 'overdue' },
      facts: { 乡镇动态: { days: 39, limit: 14, above: '新闻', latest: '2024-03-18' } },
    },
    {
      shows: 'the lists of the districts, by another word for them',
      site: beside('市州播报', '2024-02-10'),
      expect: { 市州播报: 'overdue' },
    },
  ],
  abandoned: {
    shows: 'what the towns do, silent for more than half a year',
    site: beside('乡镇动态', '2023-08-28'),
    expect: { 乡镇动态: 'abandoned' },
    facts: { 乡镇动态: { days: 205 } },
  },
  kept: [
    {
      shows: 'a list of no known kind that came every third week goes on in its own time',
      site: weekly('市县林业', '2024-02-28', 20),
      expect: { 下级栏目: 'kept' },
    },
    {
      shows: 'both lists',
      site: beside('乡镇动态', '2024-03-10'),
      expect: { 下级栏目: 'kept' },
      facts: { 下级栏目: { count: 2 } },
    },
    {
      shows: 'year folders, features and the own first list on the home page are not asked here',
      site: beside('2022年动态', '2022-12-28')
        .column('抗旱专题', '/xw/kh/', { ...news, parent: '新闻', items: [['抗旱', '2023-08-18']] })
        .column('示例要闻', '/xw/yw/', {
          ...news,
          parent: '新闻',
          items: [['会议', '2024-02-18']],
        }),
      expect: { 下级栏目: 'kept' },
      facts: { 下级栏目: { count: 1 } },
    },
    {
      shows: 'nor where the home page leads to that list though it was seen first elsewhere',
      site: beside('2022年动态', '2022-12-28')
        .column('示例要闻', '/xw/yw/', {
          ...news,
          parent: '新闻',
          unlinked: true,
          items: [['会议', '2024-02-18']],
        })
        .page('/', { kind: 'home', links: [['示例要闻', '/xw/yw/']] }),
      expect: { 下级栏目: 'kept' },
      facts: { 下级栏目: { count: 1 } },
    },
    {
      shows: 'a doubtful topic and a list without days',
      site: beside('动态图', '2023-02-18', { topicSureness: 0.6 }).column('短讯', '/xw/dx/', {
        ...news,
        parent: '新闻',
        items: [['一', null]],
      }),
      expect: { 下级栏目: 'kept' },
      facts: { 下级栏目: { count: 1 } },
    },
  ],
  none: [
    {
      shows: 'a list of no known kind that seldom came is no news',
      site: weekly('绿色故事', '2023-12-28', 45),
      expect: { 下级栏目: 'none' },
    },
    {
      shows: 'a list that may have ended, and the newest itself, are said with the column above',
      site: still('图片新闻', '2023-08-28'),
      expect: { 下级栏目: 'none' },
    },
    {
      shows: 'a list below nothing of its class',
      site: new SiteViewBuilder().column('动态', '/dt/', {
        ...news,
        items: [['植树', '2023-01-01']],
      }),
      expect: { 下级栏目: 'none' },
    },
    {
      shows: 'where all stand still the column above is told',
      site: new SiteViewBuilder().column('新闻', '/xw/', news).column('部门动态', '/xw/bm/', {
        ...news,
        parent: '新闻',
        items: [['植树', '2024-01-18']],
      }),
      expect: { 下级栏目: 'none' },
    },
  ],
})
