/** Every outcome of `volume/quota-missed` from a small site that gives it; judged on 2024-03-20. */
import { quotaMissed } from '#checks/volume/quota-missed'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

type Entry = readonly [title: string, day: string, source: string]

const TITLE = '关于加强信息报送工作的通知'
const ASKED = '各乡镇每季度在“乡镇动态”栏目发布信息不少于1条'
const OTHERS: readonly Entry[] = [
  ['植树', '2023-02-11', '白洋镇人民政府'],
  ['护林', '2023-05-11', '白洋镇人民政府'],
  ['巡山', '2023-08-11', '白洋镇人民政府'],
  ['清沟', '2023-11-11', '白洋镇人民政府'],
]

function asking(
  said: string,
  entries: readonly Entry[],
  spec: { title?: string; coverage?: string } = {},
): SiteViewBuilder {
  const all = [['建站', '2022-12-01', '办公室'] as const, ...entries]
  const built = new SiteViewBuilder()
    .column('乡镇动态', '/xz/', {
      items: all.map(([title, day], i) => [title, day, `/xz/${i}.html`] as const),
      ...(spec.coverage === undefined ? {} : { coverage: spec.coverage }),
    })
    .page('/tz.html', {
      kind: 'article',
      title: spec.title ?? TITLE,
      publishedOn: '2023-01-06',
      words: [said],
    })
  for (const [i, [title, , source]] of all.entries())
    built.page(`/xz/${i}.html`, { kind: 'article', title, source })
  return built
}

const circular = (title: string, ...rows: readonly (readonly string[])[]): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('动态', '/dt/', { items: [['植树', '2024-01-01']] })
    .page('/tb.html', {
      kind: 'article',
      title,
      publishedOn: '2024-01-12',
      words: rows.flat(),
      tables: [rows],
    })
const REPORT = '关于2023年第四季度网站信息报送情况的通报'
const HEAD = ['单位', '任务（条）', '完成（条）']
const NONE = { 信息报送任务: 'none' } as const
const MET = { 信息报送任务: 'met' } as const

testCheck(quotaMissed, {
  missed: [
    {
      shows: 'one town that did nothing in the last quarter, beside one that did',
      site: asking(ASKED, [
        ...OTHERS,
        ['修渠', '2023-05-08', '龙凤乡人民政府'],
        ['修路', '2023-08-08', '龙凤乡人民政府'],
      ]),
      expect: { '2023年第4季度：龙凤乡人民政府': 'missed' },
    },
    {
      shows: 'a section that the paper names, month by month',
      site: asking('造林科、种苗科负责向“乡镇动态”栏目供稿，每科每月至少1条信息。', [
        ...[4, 5, 6, 7, 8, 9].map((m): Entry => ['造林', `2023-0${m}-03`, '造林科']),
        ...['2023-10-03', '2023-11-03', '2023-12-03', '2024-01-03', '2024-02-03'].map(
          (day): Entry => ['育苗', day, '造林科'],
        ),
        ...[4, 5, 6, 7, 8, 9].map((m): Entry => ['选种', `2023-0${m}-04`, '种苗科']),
      ]),
      expect: { '2024年2月：种苗科': 'missed' },
    },
  ],
  doubtful: {
    shows: 'nobody did what was asked, so it may be counted elsewhere',
    site: asking(ASKED, [['修渠', '2023-05-08', '龙凤乡人民政府']]),
    expect: { [`报送任务：${TITLE}`]: 'doubtful' },
  },
  'told-short': {
    shows: 'the circular says it itself',
    site: circular(REPORT, HEAD, ['林业站', '6', '2'], ['种苗站', '4', '5']),
    expect: { [`通报：${REPORT}`]: 'told-short' },
  },
  met: { shows: 'all did', site: asking(ASKED, OTHERS), expect: MET },
  none: [
    { shows: 'no such paper', site: new SiteViewBuilder().column('动态', '/dt/'), expect: NONE },
    {
      shows: 'what is sent upward',
      site: asking('各乡镇每月报送内部信息不少于4篇，不对外公开。网站栏目照旧。', OTHERS),
      expect: NONE,
    },
    { shows: 'all was done', site: circular(REPORT, HEAD, ['种苗站', '4', '5']), expect: NONE },
    {
      shows: 'a year that is not over',
      site: circular(
        '2024年网站信息任务完成情况',
        ['单位', '全年任务（条）', '完成（条）'],
        ['林业站', '60', '2'],
      ),
      expect: NONE,
    },
  ],
})
