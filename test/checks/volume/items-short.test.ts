/** Every outcome of `volume/items-short` from a small site that gives it; judged on 2024-03-20. */
import { itemsShort } from '#checks/volume/items-short'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const site = (): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('动态要闻', '/dt/', {
      items: [
        ['植树第二期', '2024-03-01', '/dt/2.html'],
        ['植树第一期', '2024-02-01', '/dt/1.html'],
        ['植树第一期', '2024-02-02', '/dt/3.html'],
        ['去年的植树', '2023-12-01', '/dt/0.html'],
      ],
    })
    .column('通知公告', '/gg/', {
      items: [
        ['植树第二期', '2024-03-01', '/dt/2.html'],
        ['护林通告', '2024-01-05', '/gg/1.html'],
        ['来月的护林通告', '2024-04-05', '/gg/2.html'],
      ],
    })
const SUBJECT = '2024年发布量'

const COUNTED = { [SUBJECT]: 'counted' } as const
const TITLE = '2024年政府信息公开目标任务分解表'
const UNITS = `2024年各单位任务（${TITLE}）`
const EVENT = `1月4日，全县35名护林员上岗，沿着主要林道巡查火情。${'他们带着装备走进林区。'.repeat(5)}`
const SHORT = '1月4日，全县35名护林员上岗，沿着主要林道巡查火情，走进林区，没有发现火情。'
const FORECAST = `今日森林火险等级为三级，请注意用火安全。${'严禁在林区内野外用火。'.repeat(5)}`
const FIGURES =
  '走访林农395户，收集意见46条。发放防火手册1200册，排查隐患17处。下一步继续巡山护林，把工作做到林农心里，确保林区安全稳定，让群众满意放心，持续用力不松劲。'
const PRICES =
  '杉木820元，松木650元，竹材41元，板栗12元，油茶籽18元，核桃25元，银耳66元，香菇73元，木耳81元，天麻95元，黄精44元，石斛57元'

/** One title with these texts, a month apart. */
function twice(title: string, ...texts: readonly string[]): SiteViewBuilder {
  const built = new SiteViewBuilder().column('动态要闻', '/dt/', {
    items: texts.map((_, at) => [title, `2024-0${at + 1}-05`, `/dt/${at}.html`] as const),
  })
  for (const [at, text] of texts.entries())
    built.page(`/dt/${at}.html`, { kind: 'article', title, source: `第${at}科`, words: [text] })
  return built
}

/** A table of targets, and a column in which 白洋镇 published two pieces and 龙凤乡 one, which it put up twice. */
function targets(
  table: readonly (readonly string[])[],
  more: { readonly source?: null; readonly title?: string; readonly said?: string } = {},
): SiteViewBuilder {
  const title = more.title ?? TITLE
  const isOne = table.flat().some((cell) => cell.includes('龙凤'))
  const entries = [
    ['白洋镇：植树', '2024-01-08', '/xz/1.html', '示例县白洋镇人民政府', EVENT],
    ['白洋镇：护林', '2024-02-08', '/xz/2.html', '白洋镇', FORECAST],
    ['龙凤乡：巡山', '2024-01-05', '/xz/3.html', '龙凤乡人民政府', EVENT],
    ...(isOne
      ? ([['龙凤乡：巡山', '2024-02-25', '/xz/4.html', '龙凤乡人民政府', EVENT]] as const)
      : []),
  ] as const
  const built = new SiteViewBuilder()
    .column('乡镇动态', '/xz/', {
      items: entries.map(([name, day, path]) => [name, day, path] as const),
    })
    .page('/rw.html', {
      kind: 'article',
      title,
      words: [more.said ?? '按“乡镇动态”栏目来源统计', ...table.flat()],
      tables: [table],
    })
  for (const [name, , path, source, text] of entries)
    built.page(path, {
      kind: 'article',
      title: name,
      words: [text],
      ...(more.source === null && name.startsWith('龙凤') ? {} : { source }),
    })
  return built
}

const UNCOUNTED = { '2024年发布量': 'counted' } as const

/** Three towns that published as many as a table wants of each, beside one that published this many, in lists of the portal. */
function amongOthers(unit: string, target: number, count: number): SiteViewBuilder {
  const done = ['白洋镇人民政府', '青石镇人民政府', '牧原乡人民政府']
  const rows = [...done, unit].map((name) => [name, String(target)])
  const entries = [...done.map((name) => [name, target] as const), [unit, count] as const].flatMap(
    ([source, many], town) =>
      Array.from({ length: many }, (_, i) => ({
        source,
        title: `${town}号地第${i}次造林`,
        day: `2024-01-${String(town * 5 + i + 1).padStart(2, '0')}`,
        path: `/xz/${town}-${i}.html`,
      })),
  )
  const table = [['单位', '截至2月底应完成（条）'], ...rows]
  return entries.reduce(
    (built, { source, title, path }) =>
      built.page(path, { kind: 'article', title, words: [`${title}，栽下${path}棵树。`], source }),
    new SiteViewBuilder()
      .column('乡镇动态', '/xz/', {
        items: entries.map(({ title, day, path }) => [title, day, path] as const),
      })
      .page('/rw.html', {
        kind: 'article',
        title: TITLE,
        words: ['全年任务如下', ...table.flat()],
        tables: [table],
      }),
  )
}

testCheck(itemsShort, {
  met: [
    {
      shows:
        'as many as wanted: one address in two columns counts once, one title under two addresses once',
      site: site(),
      params: { target: 3 },
      expect: { [SUBJECT]: 'met', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 3, duplicates: 1 } },
    },
    {
      shows: 'a repost does not count; what the unit’s own section signs does',
      site: site()
        .page('/dt/1.html', { kind: 'article', title: '植树第一期', source: '国家林草部网站' })
        .page('/dt/2.html', { kind: 'article', title: '植树第二期', source: '造林科' }),
      params: { target: 2 },
      expect: { [SUBJECT]: 'met', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 2, units: '造林科 1、未注明 1', reposts: 1 } },
    },
    {
      shows:
        'a report of every day under one title is news each day; put up twice on one day it is not',
      site: new SiteViewBuilder().column('森林防火', '/fh/', {
        items: ['01', '02', '03', '04', '04'].map(
          (day, at) => ['森林火险等级预报', `2024-03-${day}`, `/fh/${at}.html`] as const,
        ),
      }),
      params: { target: 4 },
      expect: { [SUBJECT]: 'met' },
      facts: { [SUBJECT]: { count: 4, duplicates: 1 } },
    },
    {
      shows: 'what months later comes again is news, but not where its page says the same',
      site: new SiteViewBuilder()
        .column('通知公告', '/gg/', {
          items: [
            ['停水通知', '2024-03-01', '/gg/3.html'],
            ['停水通知', '2024-02-01', '/gg/2.html'],
            ['停水通知', '2024-01-01', '/gg/1.html'],
          ],
        })
        .page('/gg/1.html', {
          kind: 'article',
          title: '停水通知',
          words: ['检修管网。'.repeat(50)],
        })
        .page('/gg/2.html', {
          kind: 'article',
          title: '停水通知',
          words: ['检修管网。'.repeat(50)],
        }),
      params: { target: 2 },
      expect: { [SUBJECT]: 'met', 多次发布的公告: 'repeated-notices' },
      facts: { [SUBJECT]: { count: 2, duplicates: 1 } },
    },
  ],
  short: [
    {
      shows: 'what the province’s bureau of the same field says is a repost',
      site: site()
        .page('/dt/1.html', { kind: 'article', title: '植树第一期', source: '省林业局' })
        .page('/dt/2.html', {
          kind: 'article',
          title: '植树第二期',
          source: '国家林业和草原局网站',
        }),
      params: { target: 3 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { count: 1, reposts: 2 } },
    },
    {
      shows: 'one too few',
      site: site(),
      params: { target: 4 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      facts: { [SUBJECT]: { lacking: 1 } },
    },
    {
      shows: 'an undated entry might be of the year',
      site: site().column('简报', '/jb/', { items: [['护林简报', null, '/jb/1.html']] }),
      params: { target: 4 },
      expect: { [SUBJECT]: 'short', '2023年发布量': 'counted-before' },
      softened: true,
    },
  ],
  counted: [
    {
      shows: 'two films under the same words',
      site: twice('护林宣传片', EVENT, EVENT),
      expect: { '2024年发布量': 'counted' },
    },
    {
      shows: 'a front that shows one piece of two lists below it, each under its own address',
      site: ['yw', 'tp'].reduce(
        (site, list) =>
          site
            .column(`列表${list}`, `/dt/${list}/`, {
              parent: '动态要闻',
              items: [['护林员上岗', '2024-01-05', `/dt/${list}/1.html`]],
            })
            .page(`/dt/${list}/1.html`, {
              kind: 'article',
              title: '护林员上岗',
              source: '造林科',
              words: [EVENT],
            }),
        new SiteViewBuilder().column('动态要闻', '/dt/', {
          items: [
            ['护林员上岗', '2024-01-05', '/dt/yw/1.html'],
            ['护林员上岗', '2024-01-05', '/dt/tp/1.html'],
          ],
        }),
      ),
      expect: { '2024年发布量': 'counted' },
    },
    {
      shows: 'another year, no target',
      site: site(),
      params: { year: 2023 },
      expect: { '2023年发布量': 'counted' },
      facts: { '2023年发布量': { count: 1, complete: true } },
    },
    {
      shows: 'one title over two texts',
      site: twice('护林员上岗', EVENT, EVENT.replace('35', '46')),
      expect: { '2024年发布量': 'counted' },
      facts: { '2024年发布量': { count: 2, duplicates: 0 } },
    },
    {
      shows: 'the same words of every report, which name no day',
      site: twice('森林火险等级', FORECAST, FORECAST, FORECAST),
      expect: { '2024年发布量': 'counted' },
      facts: { '2024年发布量': { count: 3, duplicates: 0 } },
    },
    {
      shows: 'prices that did not move: the same words of every report, which name no day',
      site: twice('林产品行情', PRICES, PRICES, PRICES),
      expect: { '2024年发布量': 'counted' },
      facts: { '2024年发布量': { count: 3, duplicates: 0 } },
    },
    {
      shows: 'one page in two columns, and one text in two columns',
      site: twice('护林员上岗', EVENT).column('基层', '/jc/', {
        items: [
          ['护林员上岗', '2024-01-05', '/dt/0.html'],
          ['护林员上岗', '2024-02-20', '/jc/1.html'],
        ],
      }),
      expect: { '2024年发布量': 'counted' },
    },
    {
      shows: 'two texts of a line beside files of their own',
      site: new SiteViewBuilder()
        .column('动态要闻', '/dt/', {
          items: [
            ['护林简报', '2024-01-05', '/dt/0.html'],
            ['护林简报', '2024-02-05', '/dt/1.html'],
          ],
        })
        .page('/dt/0.html', { kind: 'article', words: [EVENT], attachments: [['一', '/1.doc']] })
        .page('/dt/1.html', { kind: 'article', words: [EVENT], attachments: [['二', '/2.doc']] }),
      expect: { '2024年发布量': 'counted' },
    },
    {
      shows: 'a table of other tasks is none of items',
      site: targets(
        [
          ['单位', '2024年目标任务（条）'],
          ['白洋镇人民政府', '9'],
        ],
        { title: '2024年农村公路建设任务分解表', said: '各镇公路建设任务' },
      ),
      expect: COUNTED,
    },
  ],
  'units-met': {
    shows: 'each unit by its source label, in full or in short, in the column that the page names',
    site: targets([
      ['单位', '2024年任务（条）', '截至2月底应完成（条）'],
      ['白洋镇人民政府', '9', '2'],
      ['合计', '9', '2'],
    ]),
    expect: { ...COUNTED, [UNITS]: 'units-met' },
    facts: { [UNITS]: { count: 1 } },
  },
  'units-running': {
    shows: 'the year of the targets still runs',
    site: targets([
      ['单位', '目标任务数量（条）'],
      ['白洋镇人民政府', '9'],
    ]),
    expect: { ...COUNTED, [UNITS]: 'units-running' },
  },
  'units-behind': [
    {
      shows: 'most of the time of the nearest target is gone; who keeps pace is not named',
      site: targets([
        ['单位', '截至3月底应完成（条）', '单位', '截至3月底应完成（条）'],
        ['白洋镇', '4', '龙凤乡', '8'],
      ]),
      expect: { ...COUNTED, [UNITS]: 'units-behind', 重复发布: 'repeated' },
      facts: { [UNITS]: { names: '龙凤乡（1/8）', total: 2 } },
    },
  ],
  'unit-short': [
    {
      shows: 'in a sentence, each unit by name with its number, and the day that ends the time',
      site: targets([['—']], {
        said: '“乡镇动态”栏目任务如下：白洋镇不少于2条，龙凤乡不少于3条，均于2024年2月29日前完成。',
      }),
      expect: { ...COUNTED, '2024年任务：龙凤乡': 'unit-short' },
      facts: { '2024年任务：龙凤乡': { count: 1, target: 3, until: '2024-02-29' } },
    },
    {
      shows:
        'two lists side by side; only the unit that is behind, what it put up twice counts once',
      site: targets([
        ['单位', '截至2月底应完成（条）', '单位', '截至2月底应完成（条）'],
        ['白洋镇', '2', '龙凤乡', '2'],
      ]),
      expect: { ...COUNTED, '2024年任务：龙凤乡': 'unit-short', 重复发布: 'repeated' },
      facts: { '2024年任务：龙凤乡': { count: 1, lacking: 1, duplicates: 1, until: '2024-02-29' } },
    },
    {
      shows: 'where they are counted is not said, and all others did what was asked',
      site: amongOthers('湖口镇人民政府', 3, 1),
      expect: { ...UNCOUNTED, '2024年任务：湖口镇人民政府': 'unit-short' },
      facts: { '2024年任务：湖口镇人民政府': { count: 1, target: 3, column: '全站' } },
    },
    {
      shows: 'what names no source may be the unit’s',
      site: targets(
        [
          ['单位', '截至2月底应完成（条）'],
          ['湖口镇人民政府', '1'],
        ],
        { source: null },
      ),
      expect: { ...COUNTED, '2024年任务：湖口镇人民政府': 'unit-short' },
      softened: true,
    },
  ],
  'units-doubtful': [
    {
      shows: 'where they are counted is not said',
      site: targets(
        [
          ['单位', '截至2月底应完成（条）'],
          ['龙凤乡人民政府', '2'],
        ],
        { said: '全年任务如下' },
      ),
      expect: { ...COUNTED, [UNITS]: 'units-doubtful', 重复发布: 'repeated' },
      facts: { [UNITS]: { names: '龙凤乡人民政府（1/2）' } },
    },
    {
      shows: 'nor is it, others did what was asked, and this one is not far from it',
      site: amongOthers('湖口镇人民政府', 3, 2),
      expect: { ...UNCOUNTED, [UNITS]: 'units-doubtful' },
    },
  ],
  repeated: [
    {
      shows: 'one text of one event under two addresses, weeks apart, whoever signs it',
      site: twice('护林员上岗', EVENT, EVENT),
      expect: { '2024年发布量': 'counted', 重复发布: 'repeated' },
      facts: { '2024年发布量': { count: 1, duplicates: 1 }, 重复发布: { count: 1 } },
    },
    {
      shows: 'few words that tell of one day',
      site: twice('护林员上岗', SHORT, SHORT),
      expect: { '2024年发布量': 'counted', 重复发布: 'repeated' },
    },
    ...['关于护林员检查有关事项的通知（第36号）', '关于拟聘护林员名单的公示'].map((title) => ({
      shows: `a notice that is given once: ${title}`,
      site: twice(title, EVENT, EVENT),
      expect: { '2024年发布量': 'counted', 重复发布: 'repeated' } as const,
    })),
    {
      shows: 'time after time, where the sentences tell figures of one event',
      site: twice('护林员上岗', FIGURES, FIGURES, FIGURES),
      expect: { '2024年发布量': 'counted', 重复发布: 'repeated' },
    },
    {
      shows: 'time after time, where the text names its day',
      site: twice('护林员上岗', EVENT, EVENT, EVENT),
      expect: { '2024年发布量': 'counted', 重复发布: 'repeated' },
    },
  ],
  'repeated-notices': [
    '林权证遗失公告',
    '关于古树名木保护有关事项的公告',
    '关于催缴林地使用费的通知',
    '关于2024年造林补助申报的通知',
  ].map((title) => ({
    shows: `a notice may have to be given more than once: ${title}`,
    site: twice(title, EVENT, EVENT),
    expect: { '2024年发布量': 'counted', 多次发布的公告: 'repeated-notices' } as const,
  })),
  'counted-before': {
    shows: 'the last whole year beside the one that runs, by source label',
    site: site().page('/dt/0.html', { kind: 'article', title: '去年的植树', source: '造林科' }),
    expect: { [SUBJECT]: 'counted', '2023年发布量': 'counted-before' },
    facts: { '2023年发布量': { count: 1, units: '造林科 1' } },
  },
})
