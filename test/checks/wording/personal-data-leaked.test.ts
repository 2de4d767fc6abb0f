/** Every outcome of `wording/personal-data-leaked` from a small site that gives it; all numbers are invented. */
import { expect, it } from 'vitest'
import { personalDataLeaked } from '#checks/wording/personal-data-leaked'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

// Area 110101, born 1900-01-01: check characters worked out by GB 11643, no such people.
const IDENTITY = '11010119000101001'
const check = (digits: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return '10X98765432'[sum % 11] ?? ''
}
const withCheck = (digits: string): string => `${digits}${check(digits)}`
const NUMBER = `${IDENTITY}${check(IDENTITY)}`
/** Looks like NUMBER once starred; no such person. */
const ALIKE = '110101190102031914'
const says = (...words: string[]): SiteViewBuilder =>
  new SiteViewBuilder().page('/gs/1.html', { kind: 'article', title: '救助公示', words })
const listOf = (title: string, head: string): SiteViewBuilder =>
  new SiteViewBuilder().page('/gs/1.html', {
    kind: 'article',
    title,
    words: [head, '赵某\t61\t13800000001', '钱某\t62\t13800000002', '孙某\t63\t13800000003'],
  })
const paidRows = (title: string): SiteViewBuilder =>
  new SiteViewBuilder().page('/gs/1.html', {
    kind: 'article',
    title,
    words: ['1 赵某', '2 钱某', '3 孙某'].map((who, i) => `${who} 手机1380000000${i} 金额1000元`),
  })
/** A letter and its answer on their own page. */
const letter = (...words: string[]): SiteViewBuilder =>
  new SiteViewBuilder().page('/gs/1.html', {
    kind: 'article',
    title: '来信',
    words,
    messages: [
      {
        title: null,
        url: null,
        askedOn: '2024-03-01',
        answeredOn: '2024-03-05',
        state: 'answered',
        unit: null,
        sure: true,
        quote: '来信',
        at: [0, 2],
      },
    ],
  })
const subject = (label: string): string => `${label}：${at('/gs/1.html')}`

const beside = (
  spec: Parameters<SiteViewBuilder['page']>[1],
  kind: 'article' | 'listing' = 'article',
) => new SiteViewBuilder().page('/gs/1.html', { kind, title: '救助公示', words: ['公示'], ...spec })

it.each([
  ['one character to a cell', `身份证号\t${[...NUMBER].join('\t')}`],
  ['in groups of four', `身份证号：${NUMBER.replace(/(.{4})/g, '$1 ')}`],
  ['broken over two lines', `姓名\t身份证号\n赵某\t${NUMBER.slice(0, 12)}\n${NUMBER.slice(12)}`],
  ['parted by what nobody sees', `赵某 ${[...NUMBER].join('\u200b')}`],
  [
    'set wide in full width',
    [...NUMBER].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(' '),
  ],
])('an identity number %s is seen and starred out', (_, words) => {
  const { findings } = runOn(
    personalDataLeaked,
    says('救助对象', words).build(),
    says('救助对象', words),
  )
  expect(findings.map(({ outcome }) => outcome)).toEqual(['identity-shown'])
  const said = JSON.stringify(findings).replace(/[^0-9Xx]/g, '')
  expect(said).not.toContain(NUMBER.slice(3, 16))
})

it('columns of single figures are no identity number', () => {
  const words = ['乡镇\t1\t1\t0\t1\t0\t1\t1\t9\t0\t0\t0\t1\t0\t1\t0\t0\t1\t0\t3\t2']
  const { findings } = runOn(personalDataLeaked, says(...words).build(), says(...words))
  expect(findings.map(({ outcome }) => outcome)).toEqual(['clean'])
})

it.each([
  ['in its title', beside({ title: `关于王某${NUMBER}的公示` })],
  ['in the name of a file', beside({ attachments: [[`申请表（${NUMBER}王某）.pdf`, '/a.pdf']] })],
  ['in the words of a picture', beside({ pictures: [`身份证${NUMBER}`] })],
  ['in the address of a link', beside({ links: [['详情', `/cx?sfz=${NUMBER}`, 'main']] })],
  ['behind the letter of a pupil’s number', says(`王小明 学籍号 G${NUMBER}`)],
])('a number %s is shown too', (_, builder) => {
  const { findings } = runOn(personalDataLeaked, builder.build(), builder)
  expect(findings.map(({ outcome }) => outcome)).toContain('identity-shown')
  expect(JSON.stringify(findings)).not.toContain(NUMBER)
})

it.each([
  [
    'the number of an article in an address',
    beside({ links: [['详情', `/art/${NUMBER}.html`, 'main']] }),
  ],
  [
    'a list that names another page',
    beside({ links: [[`公示${NUMBER}`, '/gs/2.html', 'main']] }, 'listing'),
  ],
  ['a word of letters and digits', says(`批次 HG${NUMBER}`)],
])('%s shows none', (_, builder) => {
  const { findings } = runOn(personalDataLeaked, builder.build(), builder)
  expect(findings.map(({ outcome }) => outcome)).toEqual(['clean'])
})

it.each([
  ['我是城关镇村民张某，电话13800000001，想问补贴', ['mobiles-shown']],
  ['受助学生王某（父亲王某，13800000001）', ['mobiles-shown']],
  ['我是县民政局工作人员，电话13800000001', ['clean']],
])('%s', (words, want) => {
  const builder = says(words)
  const { findings } = runOn(personalDataLeaked, builder.build(), builder)
  expect(findings.map(({ outcome }) => outcome)).toEqual(want)
})

testCheck(personalDataLeaked, {
  clean: [
    {
      shows: 'telephones and sums in rows of no list of persons',
      site: paidRows('各经办点上门服务安排'),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'who keeps the houses that are let, and may be called about a flat',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '公租房管理员名单公示',
        words: ['姓名\t联系电话\t楼栋', '赵某\t13800000001\t3幢', '钱某\t13800000002\t4幢'],
      }),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'flats to let and whom to ask for each',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '2026年公租房配租房源公示',
        words: [
          '小区\t户型\t房号\t联系人\t手机号',
          '东苑\t一室\t3-502\t赵经理\t13800000001',
          '西苑\t两室\t1-101\t钱经理\t13800000002',
        ],
      }),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'two officers who may be called about a subsidy',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '关于志愿者补贴发放的公示',
        words: ['姓名\t职务\t联系电话', '赵某\t科长\t13800000001', '钱某\t科员\t13800000002'],
      }),
      expect: { 个人信息: 'clean' },
    },
    {
      shows:
        'numbers that those who complain may call, and one who complained whose number is starred',
      site: says(
        '投诉人可拨打13800000001，举报人工电话：13800000002',
        '来信人王先生（手机号138****0001）请与李科长（13800000003）联系',
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'permits in a column of their own, one of which looks like a person’s number',
      site: says('工程名称 施工许可证编号 建设单位', `示例会展中心二期 ${NUMBER} 示例集团有限公司`),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'the account of a charity that takes donations',
      site: says('户名：示例市慈善会；开户行：某银行；账号：6222020000000000004'),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'where a fine is to be paid',
      site: says('罚款缴至：示例县非税收入汇缴结算户，账号：6222020000000000004，开户行：某银行'),
      expect: { 个人信息: 'clean' },
    },
    ...[
      '答复内容：您好，我是县住建局工作人员，我的电话13800000002，有问题请直接联系。',
      '回复：我叫李某某，电话13800000002，是负责此项工作的科长。',
      '您好！您的来信收悉。承办人王科长：我的手机13800000002。',
      '答复内容 经入户测温，室温已达20度。我是县住建局供热科工作人员，我的电话13800000012。',
      '答复单位 县住建局 答复时间 2024-03-05\n答复内容 我的电话13800000012，有问题请直接联系。',
    ].map((answer) => ({
      shows: `an officer who answers with a number of his own: ${answer}`,
      site: letter('来信内容：问补贴何时发放。', answer),
      expect: { 个人信息: 'clean' } as const,
    })),
    {
      shows: 'the mobile of the office to which the letter went, above it',
      site: letter(
        '受理单位：县住建局\n联系电话：13800000002\n留言内容：楼道灯不亮。',
        '答复内容：已修好。',
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'a letter that starred its number, and an officer’s words outside any letter',
      site: letter('我叫赵某某，电话138****0001，问补贴；请打我局电话13800000002').page(
        '/zx/1.html',
        {
          kind: 'article',
          title: '局长谈改革',
          words: ['我的手机号是13800000003，欢迎大家来电监督。'],
        },
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'a settlement account of the office, and the treasury’s',
      site: says(
        '示例县就业站结算账户，账号：6222020000000000004',
        '缴至国家金库示例县支库，账号：6222020000000000004',
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows:
        'numbers that only look like it: credit code, filing number, wrong check digit, starred',
      site: says(
        '统一社会信用代码：91110101MA01234567',
        `项目代码：${NUMBER}`,
        `身份证号：${IDENTITY}${check(IDENTITY) === '1' ? '2' : '1'}`,
        '身份证号：110101********0015，电话138****0000',
        '京公网安备11010102000001号',
        '账号：1234567890123456',
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'the number of a thing, how to fill in a form, and one that no county gives out',
      site: says(
        `采购项目编号：${NUMBER}`,
        `身份证号填写示例：${NUMBER}`,
        `附证 ${withCheck('42000020100120001')}`,
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'a batch of last year where nothing names persons’ numbers, and a day that is to come',
      site: says(
        `批次 ${withCheck('42010620230501234')}`,
        `合同（${withCheck('42010620240501234')}）`,
      ),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'officers of the towns, each named with the office before the number',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '医保缴费通告',
        words: [
          '业务经办电话：东镇张主任13800000001、西镇李站长13800000002、南镇王经理13800000003、北镇赵书记（13800000004）',
        ],
      }),
      expect: { 个人信息: 'clean' },
    },
    {
      shows: 'one contact officer, and an account to be paid into',
      site: says(
        '联系人：王工，13800000000',
        '咨询电话：13800000001 13800000002',
        '监督电话：13800000003',
        '报名联系：13800000004',
        '收款账户账号：6222020000000000004',
      ),
      expect: { 个人信息: 'clean' },
    },
  ],
  'identity-shown': [
    {
      shows: 'permits beside a column of persons’ numbers',
      site: says('姓名 身份证号 许可证编号', `张某某 ${NUMBER} 000000000000000001`),
      expect: { [subject('身份证号')]: 'identity-shown' },
    },
    {
      shows: 'two numbers that look alike once starred are two, one printed twice is one',
      site: says(`张某某，身份证号：${NUMBER}`, `再列：${NUMBER}`, `李某某，身份证号：${ALIKE}`),
      expect: { [subject('身份证号')]: 'identity-shown' },
      facts: { [subject('身份证号')]: { count: 2 } },
    },
    {
      shows: 'the number of a card, not of a thing',
      site: says(`张某某，身份证编号：${NUMBER}`),
      expect: { [subject('身份证号')]: 'identity-shown' },
    },
    {
      shows: 'an identity number in a list',
      site: says(`张某某，身份证号：${NUMBER}`),
      expect: { [subject('身份证号')]: 'identity-shown' },
      facts: { [subject('身份证号')]: { count: 1 } },
    },
    {
      shows: 'one of the first generation, behind its label',
      site: says('李某某，身份证号码：110101650315123，另有合同号110101650315123'),
      expect: { [subject('身份证号')]: 'identity-shown' },
      facts: { [subject('身份证号')]: { count: 1, numbers: '110**********23' } },
    },
    {
      shows: 'numbers of the first generation, under their head',
      site: says('姓名\t身份证号码', '李某某\t110101650315123', '赵某某\t110101650316124'),
      expect: { [subject('身份证号')]: 'identity-shown' },
      facts: { [subject('身份证号')]: { count: 2 } },
    },
    {
      shows: 'the number of a small child, behind its label',
      site: says(`儿童姓名 身份证号`, `李某 ${withCheck('42010620230501234')}`),
      expect: { [subject('身份证号')]: 'identity-shown' },
    },
    {
      shows: 'an identity number in an attached workbook, named as its page names it',
      site: new SiteViewBuilder()
        .page('/gs/2.html', {
          kind: 'article',
          title: '临时救助公示',
          attachments: [['救助对象名单', '/gs/md.xls']],
        })
        .page('/gs/md.xls', { kind: 'file', fileText: `姓名\t身份证号\n张某某\t${NUMBER}` }),
      expect: { [`身份证号：${at('/gs/md.xls')}`]: 'identity-shown' },
      facts: {
        [`身份证号：${at('/gs/md.xls')}`]: {
          title: '附件：救助对象名单（临时救助公示）',
          count: 1,
        },
      },
    },
  ],
  'identity-posted': {
    shows:
      'one who is sought is named by law with his number; that the law wants it whole is for a person',
    site: new SiteViewBuilder().page('/gs/1.html', {
      kind: 'article',
      title: '协查通报',
      words: [`犯罪嫌疑人张某某，身份证号${NUMBER}`],
    }),
    expect: { [subject('身份证号')]: 'identity-posted' },
  },
  'card-shown': [
    {
      shows: 'a card number with its check digit',
      site: says('李某某 一卡通 银行卡号：4111111111111111'),
      expect: { [subject('银行卡号')]: 'card-shown' },
    },
    {
      shows: 'a card that only a person holds, beside the account that paid',
      site: says('由县财政专户拨付，农户李某某一卡通账号：4111111111111111'),
      expect: { [subject('银行卡号')]: 'card-shown' },
    },
  ],
  'officers-listed': [
    {
      shows: 'officers who take complaints',
      site: listOf('投诉受理渠道一览', '单位\t投诉受理人\t联系人电话'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'doctors of the villages, of families that signed with them',
      site: listOf('家庭医生签约团队名单', '村名 医生姓名 联系电话'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'lawyers whom one may turn to',
      site: listOf('法律援助律师名册', '姓名\t执业机构\t电话'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'those whom the helped may call, in a table of their own',
      site: listOf('各乡镇救助服务热线', '乡镇\t联系人\t服务电话'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'secretaries of the villages and their telephones',
      site: listOf('村（社区）书记一览', '党支部书记 村组数 手机号码'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'a telephone list of cadres, by its title',
      site: listOf('东镇村（社区）干部联系电话一览表', '姓名\t职务\t联系电话'),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
    {
      shows: 'contact officers of the towns, named in a table',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '乡镇林长办一览表',
        words: [
          '单位\t联系人\t手机',
          '东镇\t赵某\t13800000001',
          '西镇\t钱某\t13800000002',
          '南镇\t孙某\t13800000003',
        ],
      }),
      expect: { 个人信息: 'clean', [subject('手机号')]: 'officers-listed' },
    },
  ],
  'mobiles-leaked': [
    {
      shows: 'those who complained, of whom the head says so',
      site: listOf('三季度典型投诉清单', '序号\t投诉人\t电话\t事由'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'two of them, in a file',
      site: new SiteViewBuilder()
        .page('/gs/2.html', {
          kind: 'article',
          title: '投诉举报办理情况的通报',
          attachments: [['典型投诉清单', '/gs/ts.xlsx']],
        })
        .page('/gs/ts.xlsx', {
          kind: 'file',
          fileText: '序号 投诉人 电话 事由\n1 肖女士 13800000001 退费\n2 贺先生 13800000002 假冒',
        }),
      expect: { [`手机号：${at('/gs/ts.xlsx')}`]: 'mobiles-leaked' },
      facts: { [`手机号：${at('/gs/ts.xlsx')}`]: { count: 2 } },
    },
    {
      shows: 'two rows are enough where the head says that they are those who were paid',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '关于志愿者补贴发放的公示',
        words: [
          '姓名\t所在村\t手机号码\t补贴（元）',
          '赵某\t东村\t13800000001\t600',
          '钱某\t西村\t13800000002\t600',
        ],
      }),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'those who are to be hired, by their marks; the office to tell is named below',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '某站2026年公开招聘拟聘用人员公示',
        words: [
          '姓名\t报考岗位\t综合成绩\t联系方式',
          '赵某\t测验\t78.3\t13800000001',
          '钱某\t分析\t76.9\t13800000002',
          '孙某\t预报\t75.4\t13800000003',
          '监督电话：0700-1234567。',
        ],
      }),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'parents of those who are admitted',
      site: listOf('新生录取名单', '姓名\t家长电话'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'who was paid what, by village',
      site: listOf('2023年农机补贴受益者公示', '姓名\t所在村\t手机号码\t补贴额（元）'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'an attached list of those who are helped, with their telephones',
      site: new SiteViewBuilder()
        .page('/gs/2.html', {
          kind: 'article',
          title: '公告',
          attachments: [['城市低保对象名单', '/gs/db.doc']],
        })
        .page('/gs/db.doc', {
          kind: 'file',
          fileText:
            '姓名 家庭地址 联系电话 保障金额\n赵某 东镇1组 13800000001 620元\n钱某 东镇2组 13800000002 620元\n孙某 东镇3组 13800000003 620元\n监督电话：0700-1234567',
        }),
      expect: { [`手机号：${at('/gs/db.doc')}`]: 'mobiles-leaked' },
      facts: {
        [`手机号：${at('/gs/db.doc')}`]: { count: 3, head: '姓名 家庭地址 联系电话 保障金额' },
      },
    },
    {
      shows: 'rows that say themselves which is the telephone and which the sum, under no head',
      site: paidRows('资助对象名单'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
      facts: { [subject('手机号')]: { count: 3, head: '手机 金额' } },
    },
    {
      shows: 'any list of persons whose head has a column of their own cards',
      site: listOf('举报奖励领取名单公示', '姓名\t手机号码\t收款银行卡号\t金额'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'to whom vouchers were cashed, by name and sum',
      site: listOf('科技创新券兑现公示', '姓名\t手机号码\t金额（元）'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'trainees and what each was paid, in yuan',
      site: listOf('2026年创业培训学员补贴公示（东山区）', '姓名\t手机号\t补贴（元）'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'how to reach those whose houses are mended',
      site: listOf('东岭乡危房改造对象公示', '户主\t住址\t联系方式\t补助标准'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'names, towns and telephones of those whose training was paid for',
      site: listOf('2026年农村实用人才培训补贴名单', '姓　名\t乡镇\t手机号码'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'a file whose cells stand one below the other',
      site: new SiteViewBuilder()
        .page('/gs/2.html', {
          kind: 'article',
          title: '2026年农村实用人才培训补贴名单的公告',
          attachments: [['学员名单.docx', '/gs/md.docx']],
        })
        .page('/gs/md.docx', {
          kind: 'file',
          fileText:
            '姓名\n乡镇\n手机号码\n赵某\n东镇\n13800000001\n钱某\n13800000002\n孙某\n13800000003',
          fileTables: [
            [
              ['姓名', '乡镇', '手机号码'],
              ['赵某', '东镇', '13800000001'],
              ['钱某', '西镇', '13800000002'],
              ['孙某', '南镇', '13800000003'],
            ],
          ],
        }),
      expect: { [`手机号：${at('/gs/md.docx')}`]: 'mobiles-leaked' },
    },
    {
      shows: 'who was given which flat, be it two of them',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '关于2026年保障性租赁住房配租名单的公示',
        words: ['姓名\t手机号\t房号', '赵某\t13800000001\t3-502', '钱某\t13800000002\t3-601'],
      }),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'who passed the examination for a post',
      site: listOf('事业单位公开招聘拟聘用人员公示', '姓名\t报考岗位\t手机号'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'guardians of pupils who are helped, in no column called 姓名',
      site: new SiteViewBuilder().page('/gs/1.html', {
        kind: 'article',
        title: '困难学生资助名单公示',
        words: [
          '学生\t监护人\t家庭住址\t联系手机',
          '赵某\t赵某某\t东村\t13800000001',
          '钱某\t钱某某\t西村\t13800000002',
        ],
      }),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
    {
      shows: 'on the page of the notice',
      site: listOf('2023年残疾人补贴人员名单', '姓名\t年龄\t手机号码'),
      expect: { [subject('手机号')]: 'mobiles-leaked' },
    },
  ],
  'writer-shown': [
    {
      shows: 'the writer’s name and number in a letter that the portal prints',
      site: letter('我叫赵某某，电话13800000001，驾校不退学费。'),
      expect: { [subject('来信人手机号')]: 'writer-shown' },
      facts: { [subject('来信人手机号')]: { count: 1 } },
    },
    {
      shows: 'the number as one’s own, and that of the office that answers',
      site: letter('盼回复，我的手机号是13800000001。', '请联系李科长，电话13800000002。'),
      expect: { [subject('来信人手机号')]: 'writer-shown' },
      facts: { [subject('来信人手机号')]: { count: 1 } },
    },
    {
      shows: 'the number as a line of its own above the letter',
      site: letter(
        '联系方式：138-0000-0001\n留言内容：楼道灯不亮。',
        '答复内容：请联系李科长，电话13800000002。',
      ),
      expect: { [subject('来信人手机号')]: 'writer-shown' },
      facts: { [subject('来信人手机号')]: { count: 1 } },
    },
    {
      shows: 'the number in the line under its label',
      site: letter('来信人\n李某\n联系方式\n13800000001\n来信内容\n灯不亮。', '答复内容：已修好。'),
      expect: { [subject('来信人手机号')]: 'writer-shown' },
    },
    {
      shows: 'the number behind the writer’s name, below the answer',
      site: letter('楼道灯不亮。', '已修好。\n写信人：赵某　手机：13800000001'),
      expect: { [subject('来信人手机号')]: 'writer-shown' },
    },
  ],
  'mobiles-shown': [
    {
      shows: 'pupils and the teachers who help them: whose telephones they are is not said',
      site: listOf('困难学生资助对象名单', '学生\t家长\t帮扶教师\t家庭住址\t联系电话'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'rows of those who help the listed, with what was paid out through them',
      site: paidRows('资助对象帮扶干部名单（公示困难户）'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'the one number of a person who complained, beside the telephone of who answers',
      site: says(
        '答复：投诉人王先生（手机号13800000001）已回访。联系人：李科长 13800000002',
        '如有疑问请致电13800000003',
      ),
      expect: { [subject('手机号')]: 'mobiles-shown' },
      facts: { [subject('手机号')]: { count: 1 } },
    },
    {
      shows: 'pupils beside the teacher who heads their class are no office',
      site: listOf('新生分班公示', '学生\t班主任\t联系电话'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: '电话 before the numbers of those who are helped; the number to ask at does not count',
      site: says(
        '赵某，户主，电话13800000001',
        '钱某，户主，电话13800000002',
        '孙某，户主，电话13800000003',
        '监督电话13800000004',
      ),
      expect: { [subject('手机号')]: 'mobiles-shown' },
      facts: { [subject('手机号')]: { count: 3 } },
    },
    {
      shows: 'a column of the officer who handles each case is no telephone of the helped',
      site: listOf('低保对象名单', '姓名\t住址\t经办人电话'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'those who look after the helped, by town',
      site: listOf('困难家庭帮扶干部名单', '姓名\t乡镇\t手机号码'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'firms that were paid, by the names of those who stand for them',
      site: listOf('2026年稳岗补贴名单公示', '企业名称\t姓名\t联系电话'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'firms to which vouchers were cashed, by name and sum',
      site: listOf('科技创新券兑现公示', '企业名称\t姓名\t手机号码\t金额（元）'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'cooperatives that were rewarded, by who stands for them',
      site: listOf('产业奖励发放公示', '合作社名称\t姓名\t手机号码\t金额（元）'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'a machine beside each name: it may be the dealer’s telephone',
      site: listOf('农机购置补贴受益对象公示', '序号\t姓名\t机具名称\t手机'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'a list of towns to turn to for subsidies',
      site: listOf('农机补贴办理点一览', '姓名\t地址\t手机号码'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'a list of mobile numbers',
      site: says('赵某13800000001', '钱某13800000002', '孙某13800000003'),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
    {
      shows: 'those who are helped, although a contact officer stands below',
      site: says(
        '救助对象\t手机',
        '赵某\t13800000001',
        '钱某\t13800000002',
        '孙某\t13800000003',
        '联系人：李某',
      ),
      expect: { [subject('手机号')]: 'mobiles-shown' },
    },
  ],
})

it('says no number in full', () => {
  const builder = says(`张某某，身份证号：${NUMBER}`, '一卡通卡号：4111111111111111')
  const said = JSON.stringify(runOn(personalDataLeaked, builder.build(), builder).findings)
  expect(said).not.toContain(NUMBER)
  expect(said).not.toContain('4111111111111111')
})
