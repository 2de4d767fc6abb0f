/** Every outcome of `disclosure/published-late` from a small site that gives it. */
import { publishedLate } from '#checks/disclosure/published-late'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

/** Two late decisions on a county's portal, each by the office named. */
function penaltiesBy(first: string, second: string): SiteViewBuilder {
  const late = { signedOn: '2024-01-10', publishedOn: '2024-02-20' } as const
  return new SiteViewBuilder()
    .column('行政处罚', '/cf/', {
      topic: 'penalties',
      items: [
        ['处罚决定一', '2024-02-20', '/cf/1.html'],
        ['处罚决定二', '2024-02-20', '/cf/2.html'],
      ],
    })
    .page('/cf/1.html', {
      kind: 'article',
      title: '处罚决定一',
      document: { ...late, issuer: first },
    })
    .page('/cf/2.html', {
      kind: 'article',
      title: '处罚决定二',
      document: { ...late, issuer: second },
    })
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
}

function documents(
  ...rows: readonly (readonly [title: string, signed: string, published: string, issuer?: string])[]
): SiteViewBuilder {
  const items = rows.map(([title, , published], i) => [title, published, `/wj/${i}.html`] as const)
  const builder = new SiteViewBuilder().column('政策文件', '/wj/', {
    topic: 'policyDocuments',
    items,
  })
  return rows.reduce(
    (all, [title, signedOn, publishedOn, issuer], i) =>
      all.page(`/wj/${i}.html`, {
        kind: 'article',
        title,
        publishedOn,
        document: {
          signedOn,
          publishedOn,
          ...(issuer === '' ? {} : { issuer: issuer ?? '示例市林业局' }),
        },
      }),
    builder,
  )
}

/** A late document in the columns of a town, issued by `issuer`. */
function inTown(issuer: string): SiteViewBuilder {
  const days = { signedOn: '2024-01-02', publishedOn: '2024-03-01' } as const
  return new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
    .column('柳河镇人民政府', '/lh/')
    .column('公开指南', '/lh/zn/', { topic: 'ogiGuide', parent: '柳河镇人民政府' })
    .column('政策文件', '/lh/wj/', {
      topic: 'policyDocuments',
      parent: '柳河镇人民政府',
      items: [['河道管护办法', '2024-03-01', '/lh/wj/1.html']],
    })
    .page('/lh/wj/1.html', {
      kind: 'article',
      title: '河道管护办法',
      publishedOn: '2024-03-01',
      document: { ...days, issuer },
    })
}

/** One page with a table of decisions, put up on 2024-02-20. */
function decisions(...words: readonly string[]): SiteViewBuilder {
  return new SiteViewBuilder()
    .column('行政许可', '/xk/', {
      topic: 'licensing',
      items: [['行政许可决定公示', '2024-02-20', '/xk/1.html']],
    })
    .page('/xk/1.html', {
      kind: 'article',
      title: '行政许可决定公示',
      publishedOn: '2024-02-20',
      words,
    })
}

/** What a page of a column tells, without a field table. */
function told(topic: string, title: string, words: string, published: string): SiteViewBuilder {
  return new SiteViewBuilder()
    .column('栏目', '/hy/', { topic, items: [[title, published, '/hy/1.html']] })
    .page('/hy/1.html', {
      kind: 'article',
      title,
      publishedOn: published,
      words: words.split('\n'),
    })
}
const met = (words: string, published: string) =>
  told('meetings', '第12次常务会议', words, published)
const news = (words: string) => told('news', '全市造林现场会召开', words, '2024-02-20')
const powers = (words: string) => told('powerList', '权责清单（2024年调整）', words, '2024-03-11')
const approved = (title: string) =>
  told('environment', title, '批复日期：2024年1月22日\n原则同意报告书结论。', '2024-02-20')

const district = { id: 'a', name: '示例市城东区人民政府', group: null, attributes: [] }

/** A paper without fields, put up on 2024-02-20, that ends with these lines. */
function signed(...words: readonly string[]): SiteViewBuilder {
  return new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [['示例市造林管理办法', '2024-02-20', '/wj/1.html']],
    })
    .page('/wj/1.html', {
      kind: 'article',
      title: '示例市造林管理办法',
      publishedOn: '2024-02-20',
      words: ['第一条 为加强造林管理，制定本办法。', ...words],
    })
}

testCheck(publishedLate, {
  'not-computable': {
    shows: 'no calendar of the year',
    site: documents(['造林办法', '2024-01-02', '2024-01-05']),
    expect: { 本机关文件: 'not-computable' },
  },
  'dates-contrary': [
    {
      shows: 'published before it was signed, by the same table',
      site: documents(
        ['造林办法', '2024-02-05', '2024-01-05'],
        ['采伐办法', '2022-02-05', '2022-01-05'],
      ),
      expect: { '日期先后：要素表': 'dates-contrary' },
      facts: { '日期先后：要素表': { count: 2 } },
    },
    {
      shows: 'of papers that bear 生成日期 the one that was made after it was published',
      site: ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-09'].reduce(
        (site, signedOn, i) =>
          site.page(`/wj/${i}.html`, {
            kind: 'article',
            title: `造林办法之${i}`,
            publishedOn: '2024-01-05',
            document: { signedOn, publishedOn: '2024-01-05', issuer: '示例市林业局' },
            documentDoubts: { signedOn: `生成日期：${signedOn}` },
          }),
        new SiteViewBuilder().column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [0, 1, 2, 3].map(
            (i) => [`造林办法之${i}`, '2024-01-05', `/wj/${i}.html`] as const,
          ),
        }),
      ),
      expect: { '日期先后：要素表': 'dates-contrary', 本机关文件: 'not-computable' },
      facts: { '日期先后：要素表': { count: 1 } },
    },
  ],
  'dates-reversed': [
    {
      shows: 'the day behind 生成日期 may be that of the record on the site',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [['造林办法', '2024-01-05', '/wj/1.html']],
        })
        .page('/wj/1.html', {
          kind: 'article',
          title: '造林办法',
          publishedOn: '2024-01-05',
          document: { signedOn: '2024-02-05', publishedOn: '2024-01-05', issuer: '示例市林业局' },
          documentDoubts: { signedOn: '生成日期：2024-02-05' },
        }),
      expect: { 日期先后: 'dates-reversed' },
    },
    {
      shows: 'the day of publication stands elsewhere on the page',
      site: new SiteViewBuilder()
        .column('政策文件', '/wj/', {
          topic: 'policyDocuments',
          items: [['造林办法', '2024-01-05', '/wj/1.html']],
        })
        .page('/wj/1.html', {
          kind: 'article',
          title: '造林办法',
          publishedOn: '2024-01-05',
          document: { signedOn: '2024-02-05', issuer: '示例市林业局' },
        }),
      expect: { 日期先后: 'dates-reversed' },
      facts: { 日期先后: { count: 1 } },
    },
  ],
  'over-local': [
    {
      shows:
        'rules put up after fifteen working days; what is no rule has the twenty of the Regulation',
      site: documents(
        ['造林管理办法（试行）', '2024-01-02', '2024-01-23'],
        ['要点', '2024-01-02', '2024-01-23'],
      ),
      years: [2024],
      expect: { 本机关文件: 'on-time', 较短的期限: 'over-local' },
      facts: { 较短的期限: { count: 1 } },
    },
    {
      shows:
        'minutes of a meeting after twelve; a reply on the fifteenth day is in time everywhere',
      site: documents()
        .column('会议公开', '/hy/', {
          topic: 'meetings',
          items: [['第三次局务会议纪要', '2024-01-18', '/hy/1.html']],
        })
        .page('/hy/1.html', {
          kind: 'article',
          title: '第三次局务会议纪要',
          document: { signedOn: '2024-01-02', publishedOn: '2024-01-18', issuer: '示例市林业局' },
        })
        .column('建议提案办理', '/jy/', {
          topic: 'proposals',
          items: [['对第1号建议的答复', '2024-01-23', '/jy/1.html']],
        })
        .page('/jy/1.html', {
          kind: 'article',
          title: '对第1号建议的答复',
          document: { signedOn: '2024-01-02', publishedOn: '2024-01-23', issuer: '示例市林业局' },
        }),
      years: [2024],
      expect: { 建议提案复文: 'on-time', 决策和会议文件: 'on-time', 较短的期限: 'over-local' },
      facts: { 较短的期限: { count: 1 } },
    },
  ],
  backfilled: {
    shows: 'three documents of years ago put up on one day; two of them would be late papers',
    site: documents(
      ['办法一', '2016-03-01', '2023-06-01'],
      ['办法二', '2017-03-01', '2023-06-01'],
      ['办法三', '2018-03-01', '2023-06-01'],
      ['细则', '2024-01-02', '2024-01-03'],
    ),
    years: [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
    expect: { 集中补发: 'backfilled', 本机关文件: 'on-time' },
    facts: { 集中补发: { count: 3, day: '2023-06-01' } },
  },
  'none-dated': [
    ...[
      '2月12日，全市造林现场会在东镇召开。',
      '1月30日起，全市开展造林。',
      '截至1月30日，全市造林一万亩。',
      '近日，全市造林现场会召开。1月30日，首批树苗到位。',
    ].map((words) => ({
      shows: `news put up soon, or of no single day: ${words}`,
      site: news(words),
      expect: { 政策文件: 'none-dated' } as const,
    })),
    ...[
      ['一个会议通知', '定于1月2日召开第12次常务会议，请做好准备。'],
      ['没有作出决定的会', '会议时间：2024年1月2日。会议学习了有关讲话。'],
      ['写着两次会的', '会议时间：2024年1月2日，研究方案。\n会议时间：2024年1月9日，通过方案。'],
      ['不知道是哪一年的', '9月2日，县长主持召开第12次常务会议，研究方案。'],
    ].map(([shows, words]) => ({
      shows: `no day on which something was decided: ${shows}`,
      site: met(words ?? '', '2024-02-06'),
      expect: { 政策文件: 'none-dated' } as const,
    })),
    ...[
      '根据省政府2024年1月2日印发的目录调整，现公布权责清单。',
      '本清单自2024年1月2日起施行。',
    ].map((words) => ({
      shows: `no day on which this list was adjusted: ${words}`,
      site: powers(words),
      expect: { 政策文件: 'none-dated' } as const,
    })),
    ...['铜矿采选项目环境影响报告书拟批复公示', '关于城南新区控制性规划的批复'].map((title) => ({
      shows: `no approval of a project by its effects: ${title}`,
      site: approved(title),
      expect: { 政策文件: 'none-dated' } as const,
    })),
    ...[
      ['示例省林业厅', '2024年1月2日'],
      ['示例市林业局', '2021年9月4日'],
      ['自2023年9月4日起施行，由示例市林业局解释。'],
    ].map((words) => ({
      shows: `signed by another, long ago, or not at all: ${words.join(' ')}`,
      site: signed(...words),
      expect: { 政策文件: 'none-dated' } as const,
    })),
    {
      shows: 'a table without a column for the day of decision, and a day that is the term',
      site: decisions(
        '序号 行政相对人 决定书文号 有效期限 公示日期',
        '1 甲公司 林许〔2024〕1号 2024/01/04 2024/02/20',
      ),
      expect: { 政策文件: 'none-dated' },
    },
    {
      shows: 'an old document, and one published after the day',
      site: documents(
        ['旧办法', '2011-01-02', '2012-01-05'],
        ['新办法', '2024-01-02', '2024-03-25'],
      ),
      expect: { 政策文件: 'none-dated' },
    },
  ],
  'on-time': [
    {
      shows: 'a list of powers adjusted year after year, the last time a week before',
      site: powers(
        '本清单于2023年1月10日调整，于2024年3月4日再次调整。\n目录已于2024年3月4日调整。',
      ),
      years: [2023, 2024],
      expect: { 权责清单: 'on-time' },
    },
    {
      shows:
        'the last of the twenty working days; no rules, for which some places grant fewer; the day of a corrected copy is not that of the first',
      site: documents(
        ['工作要点', '2024-01-02', '2024-01-30'],
        ['任务分工（更正稿）', '2023-11-02', '2024-02-20'],
      ),
      years: [2024],
      expect: { 本机关文件: 'on-time' },
      facts: { 本机关文件: { longest: 20 } },
    },
  ],
  'news-late': {
    shows: 'what happened three weeks before it was put up',
    site: news('1月30日，全市造林现场会在东镇召开，各县区参加。'),
    expect: { 动态信息: 'news-late', 政策文件: 'none-dated' },
    facts: { 动态信息: { count: 1, limit: 10 } },
  },
  late: [
    ...['柳河镇人民政府', '示例县柳河镇人民政府', '柳河镇'].map((issuer) => ({
      shows: `a town’s own document in its own columns: ${issuer}`,
      site: inTown(issuer),
      years: [2024],
      expect: { 各单位文件: 'late' } as const,
    })),
    ...[
      ['示例市林业局', '2024年1月2日'],
      ['示例市林业局 2024年1月2日', '（此件公开发布）'],
    ].map((words) => ({
      shows: `signed at its end by the unit itself: ${words.join(' ')}`,
      site: signed(...words),
      years: [2024],
      expect: { 本机关文件: 'late' } as const,
    })),
    {
      shows: 'the office of a district’s government signs for it, without the city before its name',
      site: documents(['办法', '2023-09-01', '2023-12-16', '城东区人民政府办公室']).with({
        agency: district,
      }),
      years: [2023],
      expect: { 本机关文件: 'late' },
    },
    {
      shows:
        'one row of a table of decisions; rows that name another office or do not fit are left',
      site: decisions(
        '序号 行政相对人 决定书文号 许可机关 作出决定日期 公示日期',
        '1 甲公司 林许〔2024〕1号 示例市林业局 2024/01/04 2024/02/20',
        '2 乙公司 林许〔2024〕2号 示例市林业局 2024年2月9日 2024年2月20日',
        '3 丙公司 林许〔2024〕3号 他市林业局 2024/01/04 2024/02/20',
        '4 丁公司 林许〔2024〕4号 示例市林业局 2024/01/04',
      ),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
      facts: { 许可处罚决定: { checked: 2, late: 1 } },
    },
    {
      shows: 'days in Chinese figures, and one until which the permit holds',
      site: decisions(
        '行政相对人 许可内容 许可决定日期 有效期至',
        '甲公司 采伐 二〇二四年一月四日 二〇二七年一月三日',
      ),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
    },
    {
      shows: 'the day of a permit behind another word for it',
      site: decisions('许可机关 示例市林业局 发证日期 2024/01/04'),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
    },
    {
      shows: 'a letter is of the day below its signature; the page prints when it was put up',
      site: new SiteViewBuilder()
        .column('建议提案办理', '/jy/', {
          topic: 'proposals',
          items: [['对第1号建议的答复', '2024-02-20', '/jy/1.html']],
        })
        .page('/jy/1.html', {
          kind: 'article',
          title: '对第1号建议的答复',
          publishedOn: '2024-02-20',
          words: ['您在2023年12月5日提出的建议收悉。', '示例市林业局', '2024年1月10日'],
        }),
      years: [2024],
      expect: { 建议提案复文: 'late' },
    },

    {
      shows: 'a decision whose table names nobody, in the unit’s own column',
      site: new SiteViewBuilder()
        .column('行政处罚', '/cf/', {
          topic: 'penalties',
          items: [['处罚决定一', '2024-02-20', '/cf/1.html']],
        })
        .page('/cf/1.html', {
          kind: 'article',
          title: '处罚决定一',
          document: { signedOn: '2024-01-10', publishedOn: '2024-02-20' },
        }),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
    },
    {
      shows: 'a department called by its level alone, and one of the city above',
      site: penaltiesBy('县应急管理局', '市应急管理局'),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
      facts: { 许可处罚决定: { checked: 1, late: 1 } },
    },
    {
      shows: 'a county’s portal answers for its department’s decision, not for another county’s',
      site: penaltiesBy('示例县林业局', '他县林业局'),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
      facts: { 许可处罚决定: { checked: 1, late: 1 } },
    },
    {
      shows: 'an autonomous county, whose papers call it without its peoples',
      site: penaltiesBy('示例县林业局', '县水利局').with({
        agency: { id: 'a1', name: '示例土家族苗族自治县人民政府', group: null, attributes: [] },
      }),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
      facts: { 许可处罚决定: { checked: 2, late: 2 } },
    },
    {
      shows: 'a document whose table names nobody and whose title the office itself; not another’s',
      site: documents(
        ['示例市林业局关于印发《护林办法》的通知', '2024-01-02', '2024-03-01', ''],
        ['示例市林业局关于春季造林的通知', '2024-01-02', '2024-01-03', ''],
      ),
      years: [2024],
      expect: { 本机关文件: 'late' },
      facts: { 本机关文件: { checked: 2, late: 1 } },
    },
    {
      shows: 'one day more',
      site: documents(['办法', '2024-01-02', '2024-01-31'], ['细则', '2024-01-02', '2024-01-03']),
      years: [2024],
      expect: { 本机关文件: 'late' },
      facts: { 本机关文件: { checked: 2, late: 1, longest: 21 } },
    },
    {
      shows: 'replies to proposals and penalties have limits of their own',
      site: new SiteViewBuilder()
        .column('建议提案办理', '/jy/', {
          topic: 'proposals',
          items: [['对第1号建议的答复', '2024-02-20', '/jy/1.html']],
        })
        .page('/jy/1.html', {
          kind: 'article',
          title: '对第1号建议的答复',
          document: { signedOn: '2024-02-01', publishedOn: '2024-02-20', issuer: '示例市林业局' },
        })
        .column('行政处罚', '/cf/', {
          topic: 'penalties',
          items: [['处罚决定', '2024-02-20', '/cf/1.html']],
        })
        .page('/cf/1.html', {
          kind: 'article',
          title: '处罚决定',
          document: { signedOn: '2024-02-06', publishedOn: '2024-02-20', issuer: '示例市林业局' },
        }),
      params: { replyMaxWorkingDays: 15, decisionMaxWorkingDays: 7 },
      years: [2024],
      expect: { 建议提案复文: 'on-time', 许可处罚决定: 'late' },
    },
    {
      shows: 'minutes of a meeting, by the limit of decisions',
      site: new SiteViewBuilder()
        .column('会议公开', '/hy/', {
          topic: 'meetings',
          items: [['第三次局务会议纪要', '2024-02-20', '/hy/1.html']],
        })
        .page('/hy/1.html', {
          kind: 'article',
          title: '第三次局务会议纪要',
          document: { signedOn: '2024-02-05', publishedOn: '2024-02-20', issuer: '示例市林业局' },
        }),
      params: { meetingMaxWorkingDays: 10 },
      years: [2024],
      expect: { 决策和会议文件: 'late' },
    },
    ...['我局权责清单已于2024年1月22日完成调整，现予公布。', '调整时间：2024年1月22日'].map(
      (words) => ({
        shows: `a list of powers long after it was adjusted: ${words}`,
        site: powers(words),
        years: [2024],
        expect: { 权责清单: 'late' } as const,
      }),
    ),
    {
      shows: 'an approval of what a mine does to the environment is a permit',
      site: approved('关于铜矿采选项目环境影响报告书的批复'),
      years: [2024],
      expect: { 许可处罚决定: 'late' },
    },
    ...[
      '会议时间：2024年1月2日。会议研究通过集镇改造方案。',
      '1月2日下午，县长李某主持召开第12次常务会议，审议了两个方案。',
    ].map((words) => ({
      shows: `what a meeting decided, a month and more later: ${words}`,
      site: met(words, '2024-02-06'),
      years: [2024],
      expect: { 决策和会议文件: 'late' } as const,
    })),
  ],
  'late-of-others': [
    {
      shows: 'the province’s document posted late, and one that names nobody',
      site: documents(
        ['省办法', '2024-01-02', '2024-03-01', '示例省林业厅'],
        ['某办法', '2024-01-02', '2024-03-01', ''],
        ['部令', '2024-01-02', '2024-03-01', '国家林业和草原总局'],
        ['监理规定（转载）', '2024-01-02', '2024-03-01', '示例省水利厅'],
      ),
      years: [2024],
      expect: { 其他机关或未标明机关的文件: 'late-of-others' },
      facts: { 其他机关或未标明机关的文件: { late: 2 } },
    },
    ...['示例市水利局', '示例县水利局', '青石岭镇人民政府'].map((issuer) => ({
      shows: `another’s document in a town’s columns: ${issuer}`,
      site: inTown(issuer),
      years: [2024],
      expect: { 其他机关或未标明机关的文件: 'late-of-others' } as const,
    })),
  ],
})
