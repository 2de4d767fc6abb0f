/** Every outcome of `disclosure/task-plan-missing` from a small site that gives it; judged on 2024-03-20. */
import { taskPlanMissing } from '#checks/disclosure/task-plan-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '政务公开任务分工'
const site = (...items: readonly [string, string | null][]): SiteViewBuilder =>
  new SiteViewBuilder().column('政府信息公开', '/xxgk/', { topic: 'ogi', items })

testCheck(taskPlanMissing, {
  published: [
    {
      shows: 'last year’s, in time: this year’s is not due in March',
      site: site(['2023年政务公开工作任务分工方案', '2023-06-12']),
      expect: { [SUBJECT]: 'published' },
      facts: { [SUBJECT]: { year: 2023, publishedOn: '2023-06-12' } },
    },
    {
      shows: 'called a list of tasks',
      site: site(['2023年政务公开工作任务清单', '2023-06-12']),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'this year’s goes before',
      site: site(
        ['2023年政务公开工作要点', '2023-12-12'],
        ['2024年政务公开工作要点', '2024-02-12'],
      ),
      expect: { [SUBJECT]: 'published' },
      facts: { [SUBJECT]: { year: 2024 } },
    },
  ],
  late: {
    shows: 'in December',
    site: site(['2023年政务公开工作要点', '2023-12-12']),
    expect: { [SUBJECT]: 'late' },
  },
  undated: {
    shows: 'no day',
    site: site(['2024年政务公开工作要点', null]),
    expect: { [SUBJECT]: 'undated' },
  },
  missing: [
    {
      shows: 'one of years ago, and what was read out of it',
      site: site(
        ['2021年政务公开工作要点', '2021-05-12'],
        ['2023年政务公开工作要点解读', '2023-05-12'],
      ),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'a superior’s, and that of one undertaking, of the year before',
      site: site(
        ['远山省2022年政务公开工作要点', '2022-05-12'],
        ['2022年政务公开主题日工作方案', '2022-05-12'],
      ),
      expect: { [SUBJECT]: 'missing' },
    },
  ],
  lapsed: [
    {
      shows: 'the plan of the year before the last that could be due',
      site: site(
        ['2022年政务公开工作要点任务分解表', '2022-05-12'],
        ['2023年政务公开工作总结', '2023-12-12'],
      ),
      expect: { [SUBJECT]: 'lapsed' },
      facts: { [SUBJECT]: { year: 2023, last: 2022, day: '2022-05-12' } },
    },
    {
      shows: 'after the day on which this year’s is due',
      site: site(['2023年政务公开工作安排', '2023-04-03']).with({ asOf: '2024-11-20' }),
      expect: { [SUBJECT]: 'lapsed' },
      facts: { [SUBJECT]: { year: 2024, last: 2023 } },
    },
    {
      shows: 'an entry of the year may be the plan by another name: asked',
      site: site(
        ['2022年政务公开工作要点', '2022-05-12'],
        ['关于做好2023年政府信息公开重点工作的通知', '2023-05-12'],
      ),
      expect: { [SUBJECT]: 'lapsed' },
      softened: true,
    },
  ],
  'no-platform': {
    shows: 'nothing about disclosure',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { [SUBJECT]: 'no-platform' },
  },
})
