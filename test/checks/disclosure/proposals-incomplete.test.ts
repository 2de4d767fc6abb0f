/** Every outcome of `disclosure/proposals-incomplete` from a small site that gives it; judged on 2024-03-20. */
import { proposalsIncomplete } from '#checks/disclosure/proposals-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

type Row = readonly [string, string, string?]
const SUGGESTION: Row = ['对市人大五次会议第12号建议的答复', '2023-09-01', '/jy/1.html']
const MOTION: Row = ['对市政协三次会议第7号提案的答复', '2023-09-02', '/jy/2.html']
const ACCOUNT: Row = ['2023年建议提案办理总体情况', '2023-12-02', '/jy/3.html']
const ALL = {
  人大代表建议: 'published',
  政协委员提案: 'published',
  办理总体情况: 'published',
} as const

const column = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('建议提案办理', '/jy/', { topic: 'proposals', items })

const county = (builder: SiteViewBuilder): SiteViewBuilder =>
  builder.with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })

/** All three, the suggestion's reply with these words on its page. */
const replied = (words: readonly string[], more: PageSpec = {}): SiteViewBuilder =>
  column(SUGGESTION, MOTION, ACCOUNT).page('/jy/1.html', {
    kind: 'article',
    title: SUGGESTION[0],
    words,
    ...more,
  })

/** A county’s departments, each with an answer; those named in `giving` with an account too. */
const departments = (names: readonly string[], giving: readonly string[]): SiteViewBuilder =>
  names.reduce(
    (site, name, i) =>
      site
        .column(name, `/bm/${i}/`, {})
        .column('公开指南', `/bm/${i}/zn/`, { topic: 'ogiGuide', parent: name })
        .column('建议提案', `/bm/${i}/jy/`, {
          topic: 'proposals',
          parent: name,
          items: [
            ['对县人大五次会议第9号建议的答复', '2023-09-01'],
            ['对县政协三次会议第9号提案的答复', '2023-09-01'],
            ...(giving.includes(name)
              ? ([['2023年建议提案办理总体情况', '2023-12-02']] as const)
              : []),
          ],
        }),
    county(column(SUGGESTION, MOTION, ACCOUNT)),
  )

/** Three suggestions, the first two answered at length, the last in these words. */
const amongLong = (words: string): SiteViewBuilder => {
  const long = '一、已安排造林资金三百万元。二、今年新增苗圃两处，明年全部建成投用。'.repeat(6)
  return [long, long, words].reduce(
    (site, said, i) =>
      site.page(`/jy/${i + 5}.html`, {
        kind: 'article',
        title: `对市人大五次会议第${i + 5}号建议的答复`,
        words: [said],
      }),
    column(
      MOTION,
      ACCOUNT,
      ...[5, 6, 7].map(
        (n): Row => [`对市人大五次会议第${n}号建议的答复`, '2023-09-01', `/jy/${n}.html`],
      ),
    ),
  )
}

testCheck(proposalsIncomplete, {
  published: [
    ...[
      '张某代表：您提出的建议收悉，现答复如下：南门站点已于8月增设，9月起18路公交在此停靠，夏季末班延至21时，欢迎继续监督。',
      '一、已建成助餐点12个。二、今年再建助餐点8个，由县财政安排资金120万元，年底前全部投入使用，覆盖城区全部社区，并对八十岁以上老人给予用餐补贴。',
    ].map((words) => ({
      shows: `a reply that is told in few words among long ones: ${words}`,
      site: amongLong(words),
      expect: ALL,
    })),
    {
      shows: 'the reply is in a file that is there; behind a link that says so it may be',
      site: column(SUGGESTION, MOTION, ACCOUNT)
        .page('/jy/1.html', {
          kind: 'article',
          title: SUGGESTION[0],
          words: ['代表您好：', '您的建议答复详见附件。'],
          attachments: [['答复全文.pdf', '/jy/1.pdf']],
        })
        .page('/jy/2.html', {
          kind: 'article',
          title: MOTION[0],
          words: ['委员您好：', '您的提案答复详见附件。'],
          links: [['附件', '/jy/download?id=2', 'other']],
        }),
      expect: { ...ALL, 政协委员提案: 'replies-thin' },
    },
    {
      shows: 'a script opens the file',
      site: replied(['代表您好：', '您的建议答复详见附件。'], { bare: ['附件：答复函'] }),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
    { shows: 'all three', site: column(SUGGESTION, MOTION, ACCOUNT), expect: ALL },
    {
      shows: 'departments of which all give an account, and one among few that do not',
      site: departments(['县教育局', '县民政局', '县水利局'], ['县教育局']),
      expect: ALL,
    },
    {
      shows: 'a town among departments that give an account',
      site: departments(['县教育局', '县民政局', '云山镇'], ['县教育局', '县民政局']),
      expect: ALL,
    },
    ...[
      '关于2023年度建议提案办理工作的报告',
      '2023年建议提案办复情况',
      '2023年度承办人大建议和政协提案工作小结',
      '2023年代表建议、委员提案办理完成情况',
      '2023年“两案”办理情况',
      '2023年度人大建议政协提案承办情况',
    ].map((title) => ({
      shows: `the account in other words: ${title}`,
      site: column(SUGGESTION, MOTION, [title, '2023-12-02']),
      expect: ALL,
    })),
    {
      shows: 'the account of what was taken on',
      site: column(SUGGESTION, MOTION, ['2023年承办人大代表建议和政协提案情况通报', '2023-12-02']),
      expect: ALL,
    },
    {
      shows: 'a short reply that speaks as one',
      site: replied([
        '张某代表：',
        '您提出的建议收悉，现答复如下：一、已安排造林资金三百万元；二、今年新增苗圃两处，明年全部建成投用。',
      ]),
      expect: ALL,
    },
    ...[
      '县政府召开建议提案办理工作推进会',
      '局党组专题研究建议提案办理工作',
      '区政府办督办政协提案办理',
    ].map((title) => ({
      shows: `what was done in the office answers nobody: ${title}`,
      site: column(SUGGESTION, MOTION, ACCOUNT, [title, '2023-12-01', '/jy/9.html']).page(
        '/jy/9.html',
        { kind: 'article', title, words: ['会议要求，对代表建议按期办结。'] },
      ),
      expect: ALL,
    })),
    {
      shows: 'a short letter told in one piece',
      site: replied([
        '张某代表：',
        '您提出的建议收悉，现将办理情况答复如下：全县古树已逐株挂牌，纳入县级名录，并在三个村设立管护员；下一步将争取资金开展病虫害防治，明年完成。',
      ]),
      expect: ALL,
    },
    {
      shows: 'titles that name neither are read by their column',
      site: column(ACCOUNT)
        .column('人大代表建议', '/jy/rd/', {
          parent: '建议提案办理',
          items: [['关于第31号的答复函', '2023-09-01']],
        })
        .column('政协委员提案', '/jy/zx/', {
          parent: '建议提案办理',
          items: [['关于第8号的答复函', '2023-09-01']],
        }),
      expect: ALL,
    },
  ],
  'replies-thin': [
    {
      shows: 'one sentence among replies told at length',
      site: amongLong('今年已新增床位200张，余下的明年建成。'),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
      facts: { 人大代表建议: { checked: 3, count: 1 } },
    },
    {
      shows: 'one clause among them tells what was done',
      site: replied(['您的建议收悉。学校门前的路灯已修复。答复意见已送达代表本人。']),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
    {
      shows: 'received, done, and in the same breath what was done: short, and a reply perhaps',
      site: replied(['您提出的建议收悉，已办理完毕，城区新增路灯120盏，改造路口3处。']),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
    {
      shows: 'the reply’s page says next to nothing',
      site: replied(['主办单位：示例市林业局。']),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
    {
      shows: 'done, it says, and leads on',
      site: replied(['该建议已办结。'], { links: [['答复原文', '/jy/1w.html', 'main']] }),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
    {
      shows: 'done, it says, and a script may write more',
      site: replied(['该建议已办结。'], { needsBrowser: '正文由脚本写出' }),
      expect: { ...ALL, 人大代表建议: 'replies-thin' },
    },
  ],
  'replies-bare': [
    ...[
      '该提案由县民政局主办，已于2024年1月15日答复提案人，提案人表示满意。',
      '政协委员提出的《关于规范停车的提案》（市政协十四届三次会议第87号）已由市交通运输局按期办理答复，委员表示满意。',
      '我局已与提案人见面沟通，并将答复意见书面送达。',
      '经与张委员电话沟通，委员对办理结果表示满意。',
      '本提案由县民政局承办，县财政局会办，已于1月20日前办复完毕，办理结果：A类，委员反馈：满意。',
      '承办单位：县民政局。已于2024年1月以书面形式答复代表，代表无异议。',
      '该建议已由县交通运输局当面答复代表，并得到代表认可。',
      '此件已书面回复王某某委员，委员对答复意见表示满意，属于B类。',
    ].map((words) => ({
      shows: `who dealt with it, when, and that the other side is content: ${words}`,
      site: replied([words]),
      expect: { ...ALL, 人大代表建议: 'replies-bare' } as const,
    })),
    ...[
      ['王某委员：', '您的提案收悉。具体答复意见详见书面复函。', '（答复全文略）'],
      [
        '您提出的《关于加快老旧小区改造的建议》已办结，办理结果为B类，答复函已邮寄至代表。',
        '示例市住房和城乡建设局',
        '2023年8月22日',
      ],
      ['您提出的关于增设公交站点的建议已全部落实，类别：A类（已经解决），感谢您的关注。'],
    ].map((words) => ({
      shows: `what was asked came in, is done and was sent, and no answer: ${words[0]}`,
      site: replied(words),
      expect: { ...ALL, 人大代表建议: 'replies-bare' } as const,
    })),
    ...[
      ['张某代表：', '感谢您对政府工作的关心和支持！', '示例市林业局', '2023年8月22日'],
      ['委员：同意您的建议，谢谢。'],
      ['张某代表：', '您提出的建议收悉，感谢您的关心与支持！我们将认真研究办理。', '示例市教育局'],
      ['办理结果：A类。'],
      ['您提出的建议收悉，我们将认真研究办理，感谢您对林业工作的关心和支持。'],
      ['张某代表：', '谢谢您的建议。', '联系人：李某 联系电话：0712-1234567'],
    ].map((words) => ({
      shows: `how a letter begins and ends, and nothing between: ${words.join('')}`,
      site: replied(words),
      expect: { ...ALL, 人大代表建议: 'replies-bare' } as const,
    })),
    {
      shows: 'the reply is in a file that is not there',
      site: replied(['代表您好：', '您的建议答复详见附件。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'received, and done in due course: no more is told',
      site: replied(['您提出的建议收悉，已按程序办理完毕。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'answered by telephone, and no more',
      site: replied(['已电话答复。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'a reply that also stands in a column of its own is one',
      site: replied(['（答复内容略）']).column('人大代表建议', '/jy/rd/', {
        parent: '建议提案办理',
        topic: 'proposals',
        items: [SUGGESTION],
      }),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
      facts: { 人大代表建议: { checked: 1, count: 1 } },
    },
    {
      shows: 'done in time, and the deputy is content: no more is told',
      site: replied(['该件已按时办复，代表表示满意。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'the reply is left out',
      site: replied(['（答复内容略）']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'the reply is no more than that it is done',
      site: replied(['第12号建议已办结。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'below the way there, the title and the line of its day: it is done, and no more',
      site: replied([
        '当前位置：首页 > 政务公开 > 政府信息公开 > 法定主动公开内容 > 建议提案办理 > 人大代表建议答复 > 正文',
        SUGGESTION[0],
        '发布时间：2023-09-01 09:22 来源：示例市林业局 浏览次数：',
        '第12号建议已办结，代表表示满意。',
        '答复日期：2023-08-22',
      ]),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'who dealt with it, and no more',
      site: replied(['该件已由市城市管理局办理答复。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'the turn of a reply around it is no reply',
      site: replied(['张某代表：', '您提出的建议已办结。感谢您的关心支持。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'one matter’s handling in a line, under a link back to the list',
      site: column(
        ['关于增加城区学位的建议办理情况', '2023-09-01', '/jy/1.html'],
        MOTION,
        ACCOUNT,
      ).page('/jy/1.html', {
        kind: 'article',
        title: '关于增加城区学位的建议办理情况',
        words: ['编号：人大第23号 办理结果：A类 答复情况：已答复'],
        links: [['返回列表', '/jy/', 'main']],
      }),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'the reply was sent by post, it says',
      site: replied(['张某代表：', '您提出的意见建议已收悉，答复文件已寄送本人。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'answered, it says, and not how',
      site: replied(['已答复代表，代表表示满意。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
    {
      shows: 'the same in the words of an office',
      site: replied(['该件已按规定书面答复代表，代表表示满意。']),
      expect: { ...ALL, 人大代表建议: 'replies-bare' },
    },
  ],
  outdated: [
    {
      shows: 'the last account is of 2021',
      site: column(SUGGESTION, MOTION, ['2021年建议提案办理总体情况', '2021-12-02']),
      expect: { ...ALL, 办理总体情况: 'outdated' },
    },
    {
      shows: 'list pages that were not read may hold a newer one',
      site: new SiteViewBuilder().column('建议提案办理', '/jy/', {
        topic: 'proposals',
        items: [SUGGESTION, ['对市政协第3号提案的答复', '2021-09-02'], ACCOUNT],
        paging: ['/jy/index_1.html'],
      }),
      expect: { ...ALL, 政协委员提案: 'outdated' },
      softened: true,
    },
  ],
  missing: [
    {
      shows: 'one department gives no account beside two that do',
      site: departments(['县教育局', '县民政局', '县水利局'], ['县教育局', '县水利局']),
      expect: { ...ALL, 各部门办理总体情况: 'missing' },
    },
    {
      shows: 'a town’s replies go into the county’s account',
      site: column(SUGGESTION).with({
        agency: { id: 'a', name: '示例县石河镇人民政府', group: null, attributes: [] },
      }),
      expect: { 人大代表建议: 'published', 政协委员提案: 'missing', 办理总体情况: 'missing' },
      softened: true,
    },
    {
      shows: 'a reply about something that is lacking is no word of having none to answer',
      site: county(column(['关于小区没有停车位的建议的答复', '2023-09-01', '/jy/1.html'], ACCOUNT)),
      expect: { 人大代表建议: 'published', 政协委员提案: 'missing', 办理总体情况: 'published' },
    },
    {
      shows: 'who answers owes an account',
      site: column(SUGGESTION, MOTION),
      expect: { ...ALL, 办理总体情况: 'missing' },
    },
    {
      shows: 'of motions that the account counts it is asked whether their replies may be put up',
      site: county(
        column(SUGGESTION, ACCOUNT).page('/jy/3.html', {
          kind: 'article',
          title: ACCOUNT[0],
          words: ['县人大建议61件、政协提案94件，共155件，全部办复。'],
        }),
      ),
      expect: { ...ALL, 政协委员提案: 'missing' },
      softened: true,
    },
    {
      shows: 'a county has motions to answer every year',
      site: county(column(SUGGESTION, ACCOUNT)),
      expect: { ...ALL, 政协委员提案: 'missing' },
    },
    {
      shows: 'a department may have none',
      site: column(SUGGESTION, ACCOUNT),
      expect: { ...ALL, 政协委员提案: 'missing' },
      softened: true,
    },
  ],
  'none-said': [
    {
      shows: 'none was taken on this year, and older replies do not speak against it',
      site: column(
        ['2023年度未收到人大代表建议和政协委员提案的说明', '2023-12-02', '/jy/9.html'],
        ['对市人大一次会议第2号建议的答复', '2020-09-01', '/jy/1.html'],
      ),
      expect: { 人大代表建议: 'none-said', 政协委员提案: 'none-said', 办理总体情况: 'none-said' },
    },
  ],
  'no-column': {
    shows: 'no such column',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 建议提案办理: 'no-column' },
  },
})
