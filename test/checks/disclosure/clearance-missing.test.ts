/** Every outcome of `disclosure/clearance-missing` from a small site that gives it; judged on 2024-03-20. */
import { clearanceMissing } from '#checks/disclosure/clearance-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '文件清理结果'
const documents = (
  ...items: readonly (readonly [string, string | null, string?])[]
): SiteViewBuilder =>
  new SiteViewBuilder().column('行政规范性文件', '/gfxwj/', {
    topic: 'normativeDocuments',
    items: [['示例市林木采伐管理办法', '2022-03-01'], ...items],
  })

/** Two documents with numbers, and the text of a result of clearing. */
const cleared = (
  words: readonly string[],
  validity = '有效',
  day = '2023-06-04',
): SiteViewBuilder => {
  const title = '示例市林业局关于公布规范性文件清理结果的通知'
  const site = documents([title, day, '/gfxwj/ql.html']).page('/gfxwj/ql.html', {
    kind: 'article',
    title,
    words,
  })
  return ['种苗', '护林'].reduce((made, name, i) => {
    const url = `/gfxwj/${i}.html`
    return made
      .column(`${name}文件`, `/gfxwj/${i}/`, {
        topic: 'normativeDocuments',
        items: [[`关于印发《示例市${name}管理办法》的通知`, '2019-03-01', url]],
      })
      .page(url, {
        kind: 'article',
        title: `关于印发《示例市${name}管理办法》的通知`,
        document: { documentNumber: `示林发〔2019〕${i + 3}号`, validity },
      })
  }, site)
}
const MARKS = '废止失效文件的标注'

/** A result of an earlier clearing beside the one of 2023. */
const clearedBefore = (words: readonly string[], earlier: readonly string[]): SiteViewBuilder => {
  const title = '示例市林业局关于公布2021年规范性文件清理结果的通知'
  return cleared(words)
    .column('历年清理', '/gfxwj/ln/', {
      topic: 'normativeDocuments',
      items: [[title, '2021-06-04', '/gfxwj/ql21.html']],
    })
    .page('/gfxwj/ql21.html', { kind: 'article', title, words: earlier })
}

/** One rule whose own text gives it a term, and what else the portal prints. */
const termed = (clause: string, more: readonly string[] = [], validity = '现行有效') =>
  cleared(['示例市林业局对《示例市林区防火办法》等规范性文件进行了清理。', ...more])
    .column('护林规则', '/gfxwj/9/', {
      topic: 'normativeDocuments',
      items: [['关于印发《示例市木材检疫办法》的通知', '2020-11-20', '/gfxwj/9.html']],
    })
    .page('/gfxwj/9.html', {
      kind: 'article',
      title: '关于印发《示例市木材检疫办法》的通知',
      words: ['第一条 为加强检疫，制定本办法。'.padEnd(220, '检'), clause],
      document: { documentNumber: '示林规〔2020〕9号', validity, signedOn: '2020-12-01' },
    })

const crossed = ['一、继续有效的文件', '1 护林管理办法 示林发〔2019〕4号'] as const
const ENDED_HEAD = '二、废止的文件'
/** The first of the two papers says it in words beside its title alone. */
const marked = (words: string): SiteViewBuilder =>
  cleared(['宣布失效的文件', '1 种苗管理办法 示林发〔2019〕3号']).page('/gfxwj/0.html', {
    kind: 'article',
    title: '关于印发《示例市种苗管理办法》的通知',
    words: [words, '第一条 为加强种苗管理，制定本办法。'],
    document: { documentNumber: '示林发〔2019〕3号' },
  })
const CROSSED = '清理结果前后矛盾：示例市林业局关于公布规范性文件清理结果的通知'

/** A paper of 2023 that ends, in its last article, what its words name. */
const replacing = (clause: string, day = '2023-01-10'): SiteViewBuilder =>
  documents()
    .column('种苗文件', '/gfxwj/0/', {
      topic: 'normativeDocuments',
      items: [
        ['关于印发《示例市种苗管理办法》的通知', '2019-03-01', '/gfxwj/0.html'],
        ['关于印发《示例市林木种苗管理办法》的通知', day, '/gfxwj/1.html'],
      ],
    })
    .page('/gfxwj/0.html', {
      kind: 'article',
      title: '关于印发《示例市种苗管理办法》的通知',
      document: { documentNumber: '示林发〔2019〕3号', validity: '有效', signedOn: '2019-03-01' },
    })
    .page('/gfxwj/1.html', {
      kind: 'article',
      title: '关于印发《示例市林木种苗管理办法》的通知',
      words: ['第一条 为加强种苗管理，制定本办法。', clause],
      document: { documentNumber: '示林发〔2023〕1号', validity: '有效', signedOn: day },
    })
const OLD = '（示林发〔2019〕3号）'
const KEPT_ROW = ['一、继续有效的文件', '1 种苗管理办法 示林发〔2019〕3号']
/** The list of 2023 keeps the first paper; what its page says of it. */
const contradicting = (rows: readonly string[], validity: string, more = ''): SiteViewBuilder =>
  cleared(rows, '有效').page('/gfxwj/0.html', {
    kind: 'article',
    title: '关于印发《示例市种苗管理办法》的通知',
    words: ['第一条 为加强种苗管理，制定本办法。', more],
    document: { documentNumber: '示林发〔2019〕3号', validity },
  })

testCheck(clearanceMissing, {
  replaced: [
    `本办法自2023年2月1日起施行，《示例市种苗管理办法》${OLD}同时废止。`,
    `本办法自2023年2月1日起施行。原《示例市种苗管理办法》${OLD}自本办法施行之日起同时废止。`,
    '本办法自2023年2月1日起施行。2019年印发的《示例市种苗管理办法》同时予以废止。',
    '本办法自2023年2月1日起施行。示林发〔2019〕3号文件同时废止。',
  ].map((clause) => ({
    shows: `a later paper ends it: ${clause}`,
    site: replacing(clause),
    expect: { [SUBJECT]: 'missing', 被后来文件废止的标注: 'replaced' } as const,
  })),
  'marked-ended': {
    shows: 'in force by the list, ended by its own page',
    site: contradicting(KEPT_ROW, '已废止'),
    expect: { [SUBJECT]: 'published', 继续有效文件的标注: 'marked-ended' },
  },
  'lists-crossed': [
    ['1 护林管理办法 示林发〔2019〕4号'],
    ['1 关于印发《示例市护林管理办法》的通知（示林发[2019]4号） 2019-03-01'],
    ['护林管理办法 示林发〔2019〕4号 废止'],
  ].map((rows) => ({
    shows: `the same number in both lists: ${rows.join()}`,
    site: cleared([...crossed, ENDED_HEAD, ...rows]),
    expect: {
      [SUBJECT]: 'published',
      [CROSSED]: 'lists-crossed',
    } as const,
  })),
  'still-valid': [
    ...['效力状态：有效', '【现行有效】', '时效性：继续有效'].map((words) => ({
      shows: `marked as in force beside the title: ${words}`,
      site: marked(words),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' } as const,
    })),
    {
      shows: 'what an earlier clearing kept, the next one ended',
      site: clearedBefore(
        ['废止的文件', '示林发〔2019〕3号'],
        ['继续有效的文件', '示林发〔2019〕3号'],
      ),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
      facts: { [MARKS]: { count: 1, day: '2023-06-04' } },
    },
    {
      shows: 'a decision that ends one paper, and is no clearing',
      site: cleared(['经清理，现行规范性文件均继续有效。'])
        .column('政策文件', '/zc/', {
          topic: 'policyDocuments',
          items: [['示例市林业局关于废止《示例市种苗管理办法》的决定', '2023-09-01', '/zc/1.html']],
        })
        .page('/zc/1.html', {
          kind: 'article',
          title: '示例市林业局关于废止《示例市种苗管理办法》的决定',
          words: [
            '我局决定，废止《示例市种苗管理办法》（示林发〔2019〕3号），本决定自公布之日起施行。',
          ],
        }),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
    },
    {
      shows: 'the list gives the names of the rules and no numbers',
      site: cleared(['宣布失效的文件', '1.《示例市种苗管理办法》', '2.《示例市苗圃规定》']),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
      facts: { [MARKS]: { count: 1 } },
    },
    {
      shows: 'repealed under a heading, its own page still says 有效; the one kept is right',
      site: cleared([
        '一、继续有效的文件',
        '1 关于印发护林管理办法的通知 示林发〔2019〕4号',
        '二、废止的文件',
        '1 关于印发种苗管理办法的通知 示林发〔2019〕3号',
      ]),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
      facts: { [MARKS]: { count: 1, names: '“关于印发《示例市种苗管理办法》的通知”' } },
    },
    {
      shows: 'the headings stand in the lines that list the papers',
      site: cleared([
        '一、继续有效的行政规范性文件：护林管理办法（示林发〔2019〕4号）等12件。',
        '二、废止的行政规范性文件：种苗管理办法（示林发〔2019〕3号）、苗圃规定（示林发〔2016〕2号）。',
      ]),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
      facts: { [MARKS]: { count: 1, names: '“关于印发《示例市种苗管理办法》的通知”' } },
    },
    {
      shows: 'told by the word in its row, and by a sentence',
      site: cleared([
        '序号 文件名称 文号 清理意见',
        '1 关于印发护林管理办法的通知 示林发〔2019〕4号 失效',
        '决定废止《关于印发种苗管理办法的通知》（示林发〔2019〕3号）。',
      ]),
      expect: { [SUBJECT]: 'published', [MARKS]: 'still-valid' },
      facts: { [MARKS]: { count: 2 } },
    },
  ],
  'not-yet-marked': {
    shows: 'repealed not long ago',
    site: cleared(
      ['废止的文件', '关于印发种苗管理办法的通知 示林发〔2019〕3号'],
      '有效',
      '2024-03-10',
    ),
    expect: { [SUBJECT]: 'published', [MARKS]: 'not-yet-marked' },
    facts: { [MARKS]: { count: 1, day: '2024-03-10' } },
  },
  'list-missing': {
    shows: 'the result tells that there was a clearing, and names nothing',
    site: cleared(['各科室高度重视，扎实开展了规范性文件清理工作，取得明显成效。']),
    expect: { [SUBJECT]: 'list-missing' },
  },
  'term-kept': {
    shows: 'a term that is over, and a result that keeps the paper without a word of a longer one',
    site: termed('本办法自2020年12月1日起施行，有效期3年。', ['示林规〔2020〕9号 继续有效']),
    expect: { [SUBJECT]: 'published', 有效期届满仍列为有效: 'term-kept' },
  },
  'term-over': [
    '第九条 本办法自印发之日起施行，有效期三年。',
    '第九条 本办法自2020年12月1日起施行，有效期至2023年11月30日。',
    '第九条 本办法自2020年12月1日起施行，有效期3年。',
    '第九条 本办法自2020年12月1日起实施，有效期为三年，由市林业局负责解释。',
    '本通知有效期截至2023年11月30日。',
    '第九条 本管理办法自2021年12月1日起施行，有效期两年。',
    '第九条 本若干措施自2020年12月1日起施行，试行期三年。',
    '第九条 本办法有效期三年，自2020年12月1日起施行。',
    '第九条 本办法有效期自2020年12月1日起至2023年11月30日。',
  ].map((clause) => ({
    shows: `a term that its own last article ends: ${clause}`,
    site: termed(clause),
    expect: { [SUBJECT]: 'published', 有效期届满的标注: 'term-over' } as const,
    facts: {
      有效期届满的标注: {
        count: 1,
        names: '“关于印发《示例市木材检疫办法》的通知”（有效期至 2023-11-30）',
      },
    },
  })),
  'marks-agree': [
    ...['效力状态：废止', '【已失效】', '效力状态：部分有效', '种苗有效供给明显增加。'].map(
      (words) => ({
        shows: `not marked as in force: ${words}`,
        site: marked(words),
        expect: { [SUBJECT]: 'published', [MARKS]: 'marks-agree' } as const,
      }),
    ),
    {
      shows: 'its page says 废止',
      site: cleared(['废止的文件', '关于印发种苗管理办法的通知 示林发〔2019〕3号'], '废止'),
      expect: { [SUBJECT]: 'published', [MARKS]: 'marks-agree' },
    },
  ],
  published: [
    ...[
      '2024年度清理：2月14日公布，继续有效2件、废止1件（表列3月文件在清理后印发）。',
      '清理情况：2023年12月6日完成年度清理，现行有效2件。',
    ].map((words) => ({
      shows: `the column itself tells it: ${words}`,
      site: documents().page('/gfxwj/', { title: '行政规范性文件', words: [words] }),
      expect: { [SUBJECT]: 'published' } as const,
    })),
    ...[
      contradicting(['修改的文件', '1 种苗管理办法 示林发〔2019〕3号'], '已废止'),
      contradicting(KEPT_ROW, '有效'),
      contradicting(KEPT_ROW, '失效', '本办法自2019年4月1日起施行，有效期五年。'),
      contradicting(KEPT_ROW, '失效', '本文件已被示林发〔2023〕9号文件废止。'),
    ].map((site, at) => ({
      shows: `no page against the list: ${at}`,
      site,
      expect: { [SUBJECT]: 'published' } as const,
    })),
    ...[
      ['1 种苗管理办法 示林发〔2019〕3号 已被示林发〔2019〕4号代替'],
      [
        '1 种苗管理办法 示林发〔2019〕3号',
        '三、部分条款废止的文件',
        '护林管理办法 示林发〔2019〕4号 第五条',
      ],
    ].map((rows) => ({
      shows: `no paper in both lists: ${rows.join()}`,
      site: cleared([...crossed, ENDED_HEAD, ...rows], '废止').page('/gfxwj/1.html', {
        kind: 'article',
        title: '关于印发《示例市护林管理办法》的通知',
        document: { documentNumber: '示林发〔2019〕4号', validity: '有效' },
      }),
      expect: { [SUBJECT]: 'published', [MARKS]: 'marks-agree' } as const,
    })),
    {
      shows: 'repealed a few days ago: the mark may still come',
      site: cleared(
        ['废止的文件', '关于印发种苗管理办法的通知 示林发〔2019〕3号'],
        '有效',
        '2024-03-15',
      ),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'an earlier clearing was to end it, a later one keeps it',
      site: clearedBefore(
        ['继续有效的文件', '示林发〔2019〕3号'],
        ['废止的文件', '示林发〔2019〕3号'],
      ),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'an older rule of the same name ended, told by its number',
      site: cleared(['废止的文件', '关于印发《示例市种苗管理办法》的通知 示林发〔2012〕7号']),
      expect: { [SUBJECT]: 'published' },
    },
    ...[
      ['经清理，本机关现行规范性文件均继续有效，没有需要修改、废止的。'],
      ['现公布清理结果。', '1.种苗管理规则，废止'],
      ['经清理，决定废止示林发20193号文件，其余照旧执行。'],
      ['清理结果目录刊登在市政府公报2023年第6期。'],
      ['清理结果已在市政府网站公布，请查阅。'],
      ['现公布《种苗管理规则》等规范性文件的清理结果。'],
      // What holds in the place of what ended.
      [
        '废止的文件',
        '苗圃规定 示林发〔2016〕2号',
        '废止依据文件：种苗管理办法（示林发〔2019〕3号）',
      ],
      [
        '废止的文件',
        '苗圃规定 示林发〔2016〕2号 已有新规定《示例市种苗管理办法》（示林发〔2019〕3号）',
      ],
      ['废止的文件', '苗圃规定 示林发〔2016〕2号 由《示例市种苗管理办法》代替'],
    ].map((words) => ({
      shows: `a list, or nothing to list: ${words.join()}`,
      site: cleared(words),
      expect: { [SUBJECT]: 'published' } as const,
    })),
    ...(
      [
        ['本办法自2020年12月1日起施行，有效期5年。', [], '现行有效'],
        ['本办法自2020年12月1日起施行，有效期3年。', [], '失效'],
        ['原办法有效期至2020年11月30日，现予废止。', [], '现行有效'],
        ['检疫证书自2020年12月1日起有效期3个月。', [], '现行有效'],
        ['本办法规定的检疫证有效期至2023年11月30日。', [], '现行有效'],
        ['本办法自2022年12月1日起施行，试行期两年。', [], '现行有效'],
      ] as const
    ).map(([clause, more, validity]) => ({
      shows: `no term is over: ${clause} ${validity} ${more.join()}`,
      site: termed(clause, more, validity),
      expect: { [SUBJECT]: 'published' } as const,
    })),
    {
      shows:
        'what goes on in force, what is to be changed, and a list of both kinds tell of no end',
      site: cleared([
        '继续有效、废止和失效的文件目录',
        '示林发〔2019〕3号',
        '1 关于印发护林管理办法的通知 示林发〔2019〕4号 继续有效',
      ]),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'the rule by which it was cleared, and a new rule that ends old ones, do not end',
      site: cleared([
        '根据《示例市种苗管理办法》的规定，决定废止下列文件。',
        '决定印发新的护林管理办法（示林发〔2019〕4号），原办法同时废止。',
      ]),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'a result of this week may not have reached the pages yet',
      site: cleared(['废止的文件', '示林发〔2019〕3号'], '有效', '2024-03-15'),
      expect: { [SUBJECT]: 'published' },
    },
    ...[
      '示例市林业局行政规范性文件目录（截至2023年6月）',
      '示例市林业局继续实施的规范性文件目录',
      '示例市林业局保留的规范性文件清单',
      '示例市林业局关于废止《示例市种苗管理办法》等文件的决定',
    ].map((title) => ({
      shows: `in other words: ${title}`,
      site: documents([title, '2023-06-04']),
      expect: { [SUBJECT]: 'published' } as const,
    })),
    {
      shows: 'a decision to repeal',
      site: documents(['关于废止部分行政规范性文件的决定', '2023-05-04']),
      expect: { [SUBJECT]: 'published' },
    },
    {
      shows: 'a list of what is in force in a column of its own',
      site: documents().column('文件清理结果', '/qljg/', {
        topic: 'documentClearance',
        items: [['目录（2023年）', '2023-12-01']],
      }),
      expect: { [SUBJECT]: 'published' },
    },
  ],
  'too-recent': [
    {
      shows: 'an office founded this year has nothing to clear yet',
      site: new SiteViewBuilder()
        .column('行政规范性文件', '/gfxwj/', {
          topic: 'normativeDocuments',
          items: [['示例市数据管理办法', '2023-11-01']],
        })
        .column('机构职能', '/jg/', {
          topic: 'institution',
          words: ['本局于2023年10月挂牌成立，负责全市数据工作。'],
        }),
      expect: { [SUBJECT]: 'too-recent' },
    },
  ],
  outdated: [
    {
      shows: 'cleared in 2018',
      site: documents(['现行有效规范性文件目录', '2018-05-04']),
      expect: { [SUBJECT]: 'outdated' },
    },
  ],
  undated: [
    {
      shows: 'no day on it',
      site: documents(['现行有效规范性文件目录', null]),
      expect: { [SUBJECT]: 'undated' },
    },
  ],
  unfound: {
    shows: 'whether a street must publish such a list is for its county to say',
    site: documents(['示例街道物业服务信用管理办法', '2023-05-04']).with({
      agency: { id: 'a', name: '示例区人民政府示例街道办事处', group: null, attributes: [] },
    }),
    expect: { [SUBJECT]: 'unfound' },
  },
  missing: [
    {
      shows: 'what is to be cleared is no result',
      site: documents().page('/gfxwj/', {
        title: '行政规范性文件',
        words: ['示例市林木采伐管理办法', '2024年度清理：4月底前完成。', '共有规范性文件2件。'],
      }),
      expect: { [SUBJECT]: 'missing' } as const,
    },
    ...[
      `本办法自2023年2月1日起施行，《示例市种苗管理办法》${OLD}第三条同时废止。`,
      `本办法自2023年2月1日起施行。${OLD}有关规定与本办法不一致的，以本办法为准。`,
      '本办法自2023年2月1日起施行。《示例市种苗管理办法》（示林发〔2012〕7号）同时废止。',
      `本办法自2024年3月15日起施行，《示例市种苗管理办法》${OLD}同时废止。`,
      `根据《示例市种苗管理办法》${OLD}，制定本办法。`,
    ].map((clause) => ({
      shows: `nothing that ends the other paper: ${clause}`,
      site: replacing(clause),
      expect: { [SUBJECT]: 'missing' } as const,
    })),
    {
      shows: 'only a call to clear, and rivers that were cleared',
      site: documents(
        ['关于开展规范性文件清理工作的通知', '2023-05-04'],
        ['河道清理情况公示', '2023-05-04'],
      ),
      expect: { [SUBJECT]: 'missing' },
      facts: { [SUBJECT]: { count: 3 } },
    },
    {
      shows: 'measures of its own among the policy documents',
      site: new SiteViewBuilder()
        .column('政策文件', '/zc/', {
          topic: 'policyDocuments',
          items: [['示例市林木采伐管理办法', '2022-03-01', '/zc/1.html']],
        })
        .page('/zc/1.html', {
          kind: 'article',
          title: '示例市林木采伐管理办法',
          document: { issuer: '示例市林业局' },
        }),
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'list pages that were not read',
      site: new SiteViewBuilder().column('规范性文件', '/gfxwj/', {
        topic: 'normativeDocuments',
        items: [['示例市林木采伐管理办法', '2022-03-01']],
        paging: ['/gfxwj/index_1.html'],
      }),
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
  ],
  'no-documents': [
    {
      shows: 'only rules of superior offices, by their titles or their pages',
      site: new SiteViewBuilder()
        .column('行政规范性文件', '/gfxwj/', {
          topic: 'normativeDocuments',
          items: [
            ['国家林业和草原局关于印发造林管理办法的通知', '2022-03-01'],
            ['示例省林业厅关于印发种苗管理办法的通知', '2022-04-01'],
            ['关于印发森林防火规定的通知', '2022-05-01', '/gfxwj/3.html'],
          ],
        })
        .page('/gfxwj/3.html', {
          kind: 'article',
          title: '关于印发森林防火规定的通知',
          document: { issuer: '示例省人民政府' },
        }),
      expect: { [SUBJECT]: 'no-documents' },
    },
    {
      shows: 'no normative documents',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      expect: { [SUBJECT]: 'no-documents' },
    },
    {
      shows: 'measures of others that are reprinted',
      site: new SiteViewBuilder()
        .column('政策文件', '/zc/', {
          topic: 'policyDocuments',
          items: [['省林木采伐管理办法', '2022-03-01', '/zc/1.html']],
        })
        .page('/zc/1.html', { kind: 'article', title: '省林木采伐管理办法' }),
      expect: { [SUBJECT]: 'no-documents' },
    },
  ],
})
