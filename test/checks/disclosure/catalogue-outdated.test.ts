/** Every outcome of `disclosure/catalogue-outdated` from a small site that gives it; judged on 2024-03-20. */
import { catalogueOutdated } from '#checks/disclosure/catalogue-outdated'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '主动公开基本目录'
const TITLE = '示例市林业局主动公开基本目录'
const HEADS = '公开事项名称 公开内容 公开依据 公开时限 公开主体 公开方式 公开渠道 公开对象'

const site = (day: string | null, title = TITLE, words = HEADS): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('政府信息公开', '/xxgk/', { topic: 'ogi', items: [[title, day, '/xxgk/ml.html']] })
    .page('/xxgk/ml.html', { kind: 'article', title, words: [words] })

const MENU = Array.from({ length: 40 }, (_, i) => `栏目名称第${i + 1}个`)

/** The unit's own catalogue beside a newer table of standards that lacks columns. */
const beside = (day: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('信息公开', '/xxgk/', {
      topic: 'ogi',
      items: [
        ['示例区基层政务公开事项标准目录', '2024-02-20', '/xxgk/bz.html'],
        ['示例区政府主动公开基本目录', day, '/xxgk/ml.html'],
      ],
    })
    .page('/xxgk/bz.html', { kind: 'article', words: ['公开事项 公开内容 公开依据 公开主体'] })
    .page('/xxgk/ml.html', { kind: 'article', words: [HEADS] })

/** A government's catalogue, and those of three towns on their own platforms: two whole and new, the last as given. */
const towns = (day: string, heads: string): SiteViewBuilder => {
  const built = site('2024-02-01', '示例县主动公开基本目录').with({
    agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
  })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries()) {
    const last = town === '青石岭镇'
    const title = `${town}主动公开基本目录`
    built
      .column(`${town}人民政府信息公开`, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: `${town}人民政府信息公开` })
      .column('基本目录', `/${i}/ml/`, {
        topic: 'standardCatalogue',
        parent: `${town}人民政府信息公开`,
        items: [[title, last ? day : '2024-01-05', `/${i}/ml/1.html`]],
      })
      .page(`/${i}/ml/1.html`, { kind: 'article', title, words: [last ? heads : HEADS] })
  }
  return built
}
const NOBODY = '序号 事项名称 公开内容 公开依据 公开时限 公开主体 公开方式 公开渠道'
const SHORT = HEADS.replace('公开时限 ', '')

/** A government's catalogue and those of its departments in one column, the last as given; `first`: whose stands at the top. */
const gathered = (day: string, heads: string, first = '示例县人民政府'): SiteViewBuilder => {
  const titles = [first, '示例县教育局', '示例县水利局', '示例县林业局'].map(
    (name) => `${name}主动公开基本目录`,
  )
  return titles.reduce(
    (made, title, i) =>
      made.page(`/ml/${i}.html`, { kind: 'article', title, words: [i === 3 ? heads : HEADS] }),
    new SiteViewBuilder()
      .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
      .column('主动公开基本目录', '/ml/', {
        topic: 'standardCatalogue',
        items: titles.map((title, i) => [title, i === 3 ? day : '2024-01-05', `/ml/${i}.html`]),
      }),
  )
}

testCheck(catalogueOutdated, {
  'units-outdated': {
    shows: 'a town’s, old beside those of the others',
    site: towns('2019-11-20', HEADS),
    expect: { [SUBJECT]: 'current', 各单位的基本目录: 'units-outdated' },
    facts: {
      各单位的基本目录: { judged: 3, names: '“青石岭镇人民政府”最晚是 2019-11-20 的' },
    },
  },
  'units-lacking': [
    {
      shows: 'what a cell of contents speaks of is no column of its own',
      site: gathered('2024-01-05', `${HEADS.replace('公开依据 ', '')}\n1 造林 依据、条件、程序`),
      expect: { [SUBJECT]: 'current', '各单位的基本目录：要素': 'units-lacking' },
      facts: { '各单位的基本目录：要素': { judged: 3, names: '“示例县林业局”缺依据' } },
    },
    {
      shows: 'a department’s among departments’, where the government has none of its own',
      site: gathered('2024-01-05', SHORT, '示例县民政局'),
      expect: { [SUBJECT]: 'current', '各单位的基本目录：要素': 'units-lacking' },
      facts: { '各单位的基本目录：要素': { judged: 4, names: '“示例县林业局”缺时限' } },
    },
    {
      shows: 'a town’s lacks what the others print',
      site: towns('2024-01-05', SHORT),
      expect: { [SUBJECT]: 'current', '各单位的基本目录：要素': 'units-lacking' },
      facts: { '各单位的基本目录：要素': { names: '“青石岭镇人民政府”缺时限' } },
    },
    {
      shows: 'a department’s among those that one column gathers, old besides',
      site: gathered('2021-06-18', SHORT),
      expect: {
        [SUBJECT]: 'current',
        各单位的基本目录: 'units-outdated',
        '各单位的基本目录：要素': 'units-lacking',
      },
      facts: { '各单位的基本目录：要素': { judged: 3, names: '“示例县林业局”缺时限' } },
    },
  ],
  current: [
    {
      shows: 'a department’s need not say whom it is for',
      site: gathered('2024-01-05', HEADS.replace(' 公开对象', '')),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'a limit told beside the table',
      site: gathered('2024-01-05', `${SHORT}\n公开时限：本目录各项均在20个工作日内公开`),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'those of the towns too',
      site: towns('2024-01-05', HEADS),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'the unit’s own goes before a newer table of standards',
      site: beside('2023-09-01'),
      expect: { [SUBJECT]: 'current' },
      facts: { [SUBJECT]: { day: '2023-09-01' } },
    },
    {
      shows: 'the same page under a column whose entries were read',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
        .page('/xxgk/ml/', {
          kind: 'directory',
          title: '基层政务公开标准目录',
          words: [...MENU, '基层政务公开标准目录', '2023年6月修订', HEADS],
        }),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'the edition stands below the name, behind a menu of many lines',
      site: new SiteViewBuilder().column('基层政务公开标准目录', '/ml/', {
        topic: 'standardCatalogue',
        words: [...MENU, '基层政务公开标准目录', '2023年6月修订', HEADS],
      }),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'a newer list of what public enterprises disclose is not the catalogue',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', {
          topic: 'ogi',
          items: [
            [TITLE, '2023-06-01', '/xxgk/ml.html'],
            ['全市公共企事业单位信息公开事项目录', '2024-01-05', '/xxgk/qsy.html'],
          ],
        })
        .page('/xxgk/ml.html', { kind: 'article', title: TITLE, words: [HEADS] }),
      expect: { [SUBJECT]: 'current' },
      facts: { [SUBJECT]: { day: '2023-06-01' } },
    },
    {
      shows: 'an old entry that holds this year’s edition, by its title',
      site: site('2021-06-01', '示例市林业局主动公开基本目录（2024年修订）'),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'an old entry whose first words say when it was brought up to date',
      site: site('2021-06-01', TITLE, `更新时间：2024-02-11 ${HEADS}`),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'heads that ask: what, by which rule, when, by whom, where, to whom, how',
      site: site(
        '2023-06-01',
        TITLE,
        '公开事项名称 公开什么内容 依据何规定 何时公开 由谁公开 在哪里公开 向谁公开 以何种方式公开',
      ),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'revised last year, with the eight elements',
      site: site('2023-06-01'),
      expect: { [SUBJECT]: 'current' },
    },
    {
      shows: 'the catalogue is a page of its own',
      site: new SiteViewBuilder().column('公开标准目录', '/ml/', {
        topic: 'standardCatalogue',
        publishedOn: '2023-06-01',
        words: [
          HEADS,
          '一、机构信息；二、政策文件；三、规划计划；四、财政信息；五、行政许可；六、行政处罚'.repeat(
            3,
          ),
        ],
      }),
      expect: { [SUBJECT]: 'current' },
    },
  ],
  outdated: [
    ...[
      '序号 事项名称 公开内容 公开依据 公开时限 公开主体 公开渠道 公开对象',
      '序号 事项名称 公开内容 公开依据 办理要求 公开主体 公开渠道 公开对象',
    ].map((head) => ({
      shows: `old, and nothing sure lacks in its head: ${head}`,
      site: site('2021-06-10', TITLE, head),
      expect: { [SUBJECT]: 'outdated' } as const,
    })),
    {
      shows: 'a later rule how to keep it is no edition of it',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
        .column('公开制度', '/zd/', {
          items: [['示例市数据局主动公开基本目录管理办法', '2024-03-01', '/zd/1.html']],
        })
        .page('/zd/1.html', { kind: 'article', publishedOn: '2024-03-01', words: ['第一条 目录'] })
        .column('主动公开基本目录', '/ml/', {
          topic: 'standardCatalogue',
          words: ['示例市数据局主动公开基本目录（2019年版，更新日期：2019-12-20）', HEADS, HEADS],
        }),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2019-12-31' } },
    },
    {
      shows: 'what stands below its table says when it was revised',
      site: site(null, TITLE, [HEADS, ...MENU, `本目录2021年6月10日修订。`].join('\n')),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2021-12-31' } },
    },
    {
      shows: 'a newer table of standards may have taken its place',
      site: beside('2021-09-01'),
      expect: { [SUBJECT]: 'outdated' },
      softened: true,
    },
    {
      shows:
        'a node of the tree that is the catalogue itself, by its title and the heads of its table',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
        .page('/xxgk/ml/', {
          kind: 'article',
          title: '示例市数据局主动公开事项目录',
          publishedOn: '2021-06-30',
          words: [HEADS],
        }),
      expect: { [SUBJECT]: 'outdated' },
    },
    {
      shows: 'a column whose one line was taken for no list leads to it',
      site: new SiteViewBuilder()
        .column('主动公开基本目录', '/ml/', {
          topic: 'standardCatalogue',
          links: [[TITLE, '/ml/1.html', 'main']],
        })
        .page('/ml/1.html', {
          kind: 'article',
          title: TITLE,
          publishedOn: '2021-06-01',
          words: [HEADS],
        }),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2021-06-01' } },
    },
    {
      shows:
        'newer papers beside it, and the standards of one field elsewhere, are not the catalogue',
      site: new SiteViewBuilder()
        .column('主动公开基本目录', '/ml/', {
          topic: 'standardCatalogue',
          items: [
            [TITLE, '2021-06-01', '/ml/1.html'],
            ['2024年政务公开工作任务分解表', '2024-02-01', '/ml/2.html'],
          ],
        })
        .column('基层政务公开', '/jc/', {
          topic: 'grassrootsDisclosure',
          items: [['国土绿化领域基层政务公开标准目录', '2024-01-10', '/jc/1.html']],
        })
        .page('/ml/1.html', { kind: 'article', title: TITLE, words: [HEADS] })
        .page('/ml/2.html', { kind: 'article', title: '任务分解表', words: ['责任单位'] })
        .page('/jc/1.html', { kind: 'article', title: '标准目录', words: ['公开事项'] }),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2021-06-01' } },
    },
    {
      shows: 'a page of its own that an entry leads to, of an edition without a day',
      site: new SiteViewBuilder({ items: [['主动公开事项清单', null, '/ml/']] }).column(
        '主动公开事项清单',
        '/ml/',
        {
          topic: 'standardCatalogue',
          words: [`示例市林业局主动公开事项清单（2019年版） ${HEADS.repeat(2)}`],
        },
      ),
      expect: { [SUBJECT]: 'outdated' },
    },
    {
      shows: 'a blocked column of data hides no catalogue',
      site: new SiteViewBuilder()
        .column('标准目录', '/ml/', { topic: 'standardCatalogue', items: [[TITLE, '2021-06-01']] })
        .column('数据开放', '/sj/', { topic: 'openData', unread: true, coverage: '被网站防护拦截' })
        .column('旧栏目', '/jlm/', { unread: true, coverage: '栏目页返回状态 404' })
        .target('/jlm/', [404, 404], { text: '旧栏目' })
        .with({ coverage: 'partial', coverageBecause: '被网站防护拦截' }),
      expect: { [SUBJECT]: 'outdated' },
    },
    {
      shows:
        'a blocked column of an unknown kind hides no later edition: that stands where this one does',
      site: new SiteViewBuilder()
        .column('标准目录', '/ml/', { topic: 'standardCatalogue', items: [[TITLE, '2021-06-01']] })
        .column('其他', '/qt/', { unread: true, coverage: '被网站防护拦截' })
        .with({ coverage: 'partial', coverageBecause: '被网站防护拦截' }),
      expect: { [SUBJECT]: 'outdated' },
    },
    {
      shows: 'an edition of a year, without a day',
      site: site(null, '主动公开事项清单（2019年版）'),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2019-12-31' } },
    },
    {
      shows: 'the newest is of 2021',
      site: site('2021-06-01'),
      expect: { [SUBJECT]: 'outdated' },
      facts: { [SUBJECT]: { day: '2021-06-01', limit: 365 } },
    },
    {
      shows: 'the catalogue’s own column was not read to its end',
      site: new SiteViewBuilder().column('标准目录', '/ml/', {
        topic: 'standardCatalogue',
        items: [[TITLE, '2021-06-01']],
        paging: ['/ml/index_1.html'],
      }),
      expect: { [SUBJECT]: 'outdated' },
      softened: true,
    },
  ],
  undated: [
    {
      shows: 'no day on it',
      site: site(null, '示例市林业局主动公开基本目录'),
      expect: { [SUBJECT]: 'undated' },
    },
    {
      shows: 'no day, and a cell of the head that may stand for the limit',
      site: site(
        null,
        TITLE,
        '序号 事项名称 公开内容 公开依据 办理节点 公开主体 公开渠道 公开对象',
      ),
      expect: { [SUBJECT]: 'undated' },
    },
    {
      shows: 'a table of standards without a day: another check reads its columns',
      site: site(
        null,
        '示例县基层政务公开标准目录',
        '序号 事项名称 公开内容 公开依据 公开主体 公开渠道 公开对象',
      ),
      expect: { [SUBJECT]: 'undated' },
    },
    {
      shows: 'no day, and only of ways and channels one is not there',
      site: site(
        null,
        TITLE,
        '序号 事项名称 公开内容 公开依据 公开时限 公开主体 公开渠道 公开对象',
      ),
      expect: { [SUBJECT]: 'undated' },
    },
  ],
  'elements-lacking': [
    {
      shows: 'limit, ways and audience: every cell of the head is known',
      site: site('2023-06-01', TITLE, '序号 事项名称 公开内容 公开依据 责任单位 备注'),
      expect: { [SUBJECT]: 'elements-lacking' },
      facts: { [SUBJECT]: { missing: ['时限', '方式', '渠道', '公开对象'] } },
    },
    {
      shows: 'seven of the eight, each in a column of its own',
      site: site(
        '2023-06-01',
        TITLE,
        '序号 公开事项名称 公开内容（要素） 公开依据 公开主体 公开方式 公开渠道 公开对象',
      ),
      expect: { [SUBJECT]: 'elements-lacking' },
      facts: { [SUBJECT]: { missing: ['时限'] } },
    },
    {
      shows: 'without a day: for whom, the other seven each in a column of its own',
      site: site(null, '示例县青石镇主动公开基本目录', NOBODY).with({
        agency: { id: 'a', name: '示例县青石镇人民政府', group: null, attributes: [] },
      }),
      expect: { [SUBJECT]: 'undated', [`${SUBJECT}：要素`]: 'elements-lacking' },
      facts: { [`${SUBJECT}：要素`]: { missing: ['公开对象'] } },
    },
    {
      shows: 'no limit, ways and channels in one, and each other in a column of its own',
      site: site('2023-06-01', TITLE, '序号 公开事项 公开内容 公开依据 公开主体 公开渠道 公开对象'),
      expect: { [SUBJECT]: 'elements-lacking' },
    },
    {
      shows: 'the same, and old',
      site: site('2021-06-10', TITLE, '序号 事项名称 公开内容 公开依据 公开主体 公开渠道 公开对象'),
      expect: { [SUBJECT]: 'outdated', [`${SUBJECT}：要素`]: 'elements-lacking' },
      facts: { [`${SUBJECT}：要素`]: { missing: ['时限'], day: '2021-06-10' } },
    },
    {
      shows: 'the same without a day',
      site: site(null, TITLE, '序号 事项名称 公开内容 公开依据 公开主体 公开渠道 公开对象'),
      expect: { [SUBJECT]: 'undated', [`${SUBJECT}：要素`]: 'elements-lacking' },
      facts: { [`${SUBJECT}：要素`]: { missing: ['时限'] } },
    },
    {
      shows: 'matters in two grades, and neither limit, body nor audience',
      site: site('2023-06-01', TITLE, '序号 一级事项 二级事项 公开内容 公开依据 公开方式'),
      expect: { [SUBJECT]: 'elements-lacking' },
    },
    {
      shows: 'neither limit nor audience, and no cell that may stand for them',
      site: site('2023-06-01', TITLE, '序号 公开事项 公开内容 公开依据 公开主体 公开渠道'),
      expect: { [SUBJECT]: 'elements-lacking' },
    },
    {
      shows: 'the head of the table has nothing but matters and contents',
      site: site('2023-06-01', TITLE, '序号 公开事项 公开内容'),
      expect: { [SUBJECT]: 'elements-lacking' },
      facts: { [SUBJECT]: { head: '序号 公开事项 公开内容' } },
    },
    {
      shows:
        'the unit’s own in its column, beside a newer one of a field; the menu leads to itself',
      site: new SiteViewBuilder()
        .column('基层政务公开', '/jc/', {
          topic: 'standardCatalogue',
          items: [['示例市养老服务领域政务公开标准目录', '2024-02-01', '/jc/1.html']],
        })
        .page('/jc/1.html', { kind: 'article', words: [HEADS] })
        .column('主动公开基本目录', '/ml/', {
          topic: 'standardCatalogue',
          words: [`${TITLE}（2024年1月更新）`, '序号 公开事项 公开内容', ...MENU],
          links: [['主动公开基本目录', '/ml/', 'other']],
        }),
      expect: { [SUBJECT]: 'elements-lacking' },
    },
  ],
  'elements-missing': [
    {
      shows: 'for whom, which only those at the grass roots must say',
      site: site('2024-02-20', TITLE, NOBODY),
      expect: { [SUBJECT]: 'elements-missing' },
      facts: { [SUBJECT]: { missing: ['公开对象'] } },
    },
    {
      shows: 'a column that we do not know may say for whom',
      site: site('2023-06-01', TITLE, '序号 事项名称 公开内容 公开依据 责任单位 公开属性'),
      expect: { [SUBJECT]: 'elements-missing' },
    },
    {
      shows: 'seven of the eight, and a column more that may hold the eighth',
      site: site(
        '2023-06-01',
        TITLE,
        '序号 公开事项 公开内容 公开依据 公开主体 公开方式 公开渠道 公开对象 公开属性',
      ),
      expect: { [SUBJECT]: 'elements-missing' },
    },
    {
      shows: 'a file on the page may hold the rest',
      site: site('2023-06-01', TITLE, '序号 公开事项 公开内容').page('/xxgk/ml.html', {
        kind: 'article',
        title: TITLE,
        words: ['序号 公开事项 公开内容'],
        attachments: [['目录.xls', '/xxgk/ml.xls']],
      }),
      expect: { [SUBJECT]: 'elements-missing' },
    },
    {
      shows: 'other words for the time limit and the audience; one is lacking',
      site: site('2023-06-01', TITLE, '公开事项 公开内容 依据 时间要求 责任主体 载体 受众'),
      expect: { [SUBJECT]: 'elements-missing' },
      facts: { [SUBJECT]: { missing: ['方式'] } },
    },
    {
      shows: 'three of eight, in a head with a cell that we do not know',
      site: site('2023-06-01', TITLE, '公开事项 公开内容 公开依据 公开时限 公开主体 公开属性'),
      expect: { [SUBJECT]: 'elements-missing' },
      facts: { [SUBJECT]: { missing: ['方式', '渠道', '公开对象'] } },
    },
    {
      shows: 'its text is in a file that was not read',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', {
        topic: 'ogi',
        items: [[TITLE, '2023-06-01', '/xxgk/ml.xls']],
      }),
      expect: { [SUBJECT]: 'elements-missing' },
    },
  ],
  missing: [
    {
      shows: 'a page that orders all that the Regulations list may be it',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
        .column('法定主动公开内容', '/xxgk/fd/', {
          topic: 'ogiCatalogue',
          words: [
            ...[
              '法规规章规范性文件',
              '机关职能、机构设置',
              '规划',
              '统计',
              '行政许可',
              '行政处罚、行政强制',
            ],
            ...[
              '财政预算决算',
              '行政事业性收费',
              '政府集中采购',
              '重大建设项目',
              '教育、医疗、就业',
            ],
            ...['突发事件应急预案', '环保、安全生产', '公务员招考'],
          ],
        }),
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'the catalogue of a waterworks is none of the office’s',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', {
        topic: 'ogi',
        items: [['示例市自来水公司供水服务信息公开目录', '2023-06-01']],
      }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'its column is there and says that it holds nothing, beside a menu of words',
      site: new SiteViewBuilder().column('主动公开基本目录', '/ml/', {
        topic: 'standardCatalogue',
        empty: true,
        words: [
          '政府信息公开指南',
          '机构职能',
          '规范性文件',
          '政策解读',
          '规划计划',
          '行政许可',
          '行政处罚',
          '预算决算',
          '土地供应',
          '征地补偿',
          '建议提案',
          '暂无信息',
        ],
      }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'a list by a name of its own may be it',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', {
        topic: 'ogi',
        items: [['示例市林业局主动公开信息目录', '2023-06-01']],
      }),
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'a page called the catalogue that is the tree of columns, without a table',
      site: new SiteViewBuilder()
        .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
        .page('/xxgk/ml/', {
          kind: 'other',
          title: '主动公开目录',
          words: ['机构职能', '政策文件'],
        }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'only a call to write one',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', {
        topic: 'ogi',
        items: [['关于编制主动公开基本目录的通知', '2023-06-01']],
      }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'the disclosure column has pages that were not read',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', {
        topic: 'ogi',
        paging: ['/xxgk/index_1.html'],
      }),
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
  ],
  'no-platform': {
    shows: 'nothing about disclosure at all',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { [SUBJECT]: 'no-platform' },
  },
})
