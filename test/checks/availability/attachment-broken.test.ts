/** Every outcome of `availability/attachment-broken` from a small site that gives it. */
import { attachmentBroken } from '#checks/availability/attachment-broken'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const file = (text: string) => ({ attachment: true, text })
/** A file's address that answers with a page of these words, at so many visits. */
const answered = (headTitle: string, words: readonly string[], visits = [200, 200]) =>
  new SiteViewBuilder()
    .page('/b.doc', { title: '提示', headTitle, words })
    .target('/a.doc', [200], file('申请表'))
    .target('/b.doc', visits, file('样表'))

/** A form's address that opens on a login. */
const login = (offered: string, more: Partial<PageSpec> = {}) =>
  new SiteViewBuilder()
    .page('/xz.html', { kind: 'article', title: '表格下载', words: [offered] })
    .page('/b.doc', {
      kind: 'other',
      title: '内容管理系统 用户登录',
      headTitle: '用户登录',
      words: ['用户名 密码'],
      ...more,
    })
    .target('/a.doc', [200], file('申请表'))
    .target('/b.doc', [200], { ...file('样表'), from: '/xz.html' })

const HOME =
  '示例市林业局 工作动态 通知公告 政府信息公开 办事服务 互动交流 专题专栏 林业概况 联系我们'
/** A home page, and the same page in the place of an application form. */
const homeFor = (title: string, words: string): SiteViewBuilder =>
  new SiteViewBuilder({ title, words: [words] })
    .page('/a.doc', { kind: 'home', title, words: [words] })
    .target('/a.doc', [200], file('申请表'))

/** A list of forms, two of which are files. */
const forms = (more: PageSpec, files = 2) =>
  new SiteViewBuilder()
    .page('/bg/', {
      kind: 'listing',
      title: '表格下载',
      attachments: [...Array(files).keys()].map((at) => [`表格${at}`, `/bg/${at}.doc`] as const),
      ...more,
    })
    .target('/a.doc', [200], file('申请表'))

/** A page about felling that offers files of these names and texts. */
const offering = (files: readonly (readonly [name: string, text: string])[]) =>
  files
    .reduce(
      (built, [, text], at) =>
        built.page(`/f/${at}.${at > 4 ? 'xlsx' : 'docx'}`, { fileText: text }),
      new SiteViewBuilder().target('/a.doc', [200], file('申请表')),
    )
    .page('/cf/', {
      kind: 'article',
      title: '采伐事项',
      attachments: files.map(
        ([name], at) => [name, `/f/${at}.${at > 4 ? 'xlsx' : 'docx'}`] as const,
      ),
    })

testCheck(attachmentBroken, {
  'leads-home': [
    {
      shows: 'the server answers for the file with the home page; another page is not that',
      site: homeFor('示例市林业局', HOME)
        .page('/b.doc', {
          kind: 'article',
          title: '下载',
          words: ['请点击下载'.repeat(12)],
        })
        .target('/b.doc', [200], file('登记表')),
      expect: { 附件: 'all-live', '附件：指向首页': 'leads-home', '附件：不是文件': 'not-a-file' },
      facts: { '附件：指向首页': { count: 1 }, '附件：不是文件': { names: '登记表' } },
    },
    {
      shows:
        'a form’s name on a link to the home page; the source named so, and the trail, are no files',
      site: new SiteViewBuilder()
        .page('/tz/1.html', {
          kind: 'article',
          title: '关于报送材料的通知',
          links: [
            ['首页', '/', 'trail'],
            ['示例市林业局', '/', 'main'],
            ['附件1：评估表.xls', '/', 'main'],
            ['附件2：说明.doc', '/f/2.doc', 'main'],
          ],
        })
        .target('/f/2.doc', [200], file('说明')),
      expect: { 附件: 'all-live', '附件：指向首页': 'leads-home' },
      facts: { '附件：指向首页': { count: 1, names: '附件1：评估表.xls' } },
    },
    {
      shows:
        'a form’s name that leads back to the list; a list that holds the file, be it by a shorter name or on a further page, leads to it',
      site: new SiteViewBuilder()
        .page('/tz/', {
          kind: 'listing',
          title: '通知公告',
          links: [['关于申报的通知', '/tz/1.html']],
        })
        .page('/bg/', {
          kind: 'listing',
          title: '表格下载',
          links: [['林木采伐申请表', '/bg/1.html']],
        })
        .page('/rs/', {
          kind: 'listing',
          title: '人事信息',
          links: [['招聘公告', '/rs/1.html']],
          paging: ['/rs/2.html'],
        })
        .page('/tz/1.html', {
          kind: 'article',
          title: '关于申报的通知',
          links: [
            ['附件1：项目申报表.docx', '/tz/', 'main'],
            ['附件2：林木采伐申请表.docx', '/bg/', 'main'],
            ['示例市林业局林木采伐申请表.docx', '/bg/', 'main'],
            ['护林员报名表.docx', '/rs/', 'main'],
            ['附件3：说明.doc', '/f/2.doc', 'main'],
          ],
        })
        .target('/f/2.doc', [200], file('说明')),
      expect: { 附件: 'all-live', '附件：指向首页': 'leads-home' },
      facts: { '附件：指向首页': { count: 1, names: '附件1：项目申报表.docx' } },
    },
    {
      shows:
        'an article of the portal in the place of a form, at both visits; one that offers a file, that is called as the form is, or that has no menu, may hand it out',
      site: [
        ['/b.doc', '林业局召开座谈会', {}],
        ['/c.doc', '资料中心', { attachments: [['表', '/x.doc']] }],
        ['/d.doc', '苗木登记表', {}],
        ['/e.doc', '预览', { links: [] }],
      ].reduce(
        (site, [path, title, more]) =>
          site
            .page(path as string, {
              kind: 'article',
              title: title as string,
              words: ['近日召开座谈会，听取各方意见，研究部署下一步工作。'.repeat(4)],
              links: [...'甲乙丙丁'].map((name) => [`${name}栏目`, `/${name}/`, 'nav'] as const),
              ...(more as Partial<PageSpec>),
            })
            .target(path as string, [200, 200], file('苗木登记表')),
        new SiteViewBuilder().target('/a.doc', [200], file('申请表')),
      ),
      expect: { 附件: 'all-live', '附件：指向首页': 'leads-home', '附件：不是文件': 'not-a-file' },
      facts: { '附件：指向首页': { count: 1 } },
    },
  ],
  'asks-login': {
    shows: 'what is put up for everybody opens on a login of the editors',
    site: login('样表'),
    expect: { 附件: 'all-live', '附件：登录页': 'asks-login' },
    facts: { '附件：登录页': { count: 1, names: '样表' } },
  },
  inert: [
    {
      shows:
        'a form whose link leads nowhere, beside two that download; other words, and one that a link of the page hands out, are none',
      site: forms({
        inert: ['采伐许可申请表', '返回顶部', '苗木登记表'],
        links: [['下载苗木登记表', '/m.html', 'main']],
      }),
      expect: { 附件: 'all-live', '附件：没有地址': 'inert' },
      facts: { '附件：没有地址': { count: 1, names: '采伐许可申请表' } },
    },
    {
      shows: 'the only file of an article, all of whose scripts were read',
      site: new SiteViewBuilder()
        .page('/tz/1.html', {
          kind: 'article',
          title: '公告',
          inert: ['需求清单.xlsx', '点击下载《开工申请表》', '手机客户端下载'],
          furniture: { readWhole: true },
        })
        .target('/a.html', [200]),
      expect: { 附件: 'none-offered', '附件：没有地址': 'inert' },
      facts: { '附件：没有地址': { count: 2, names: '需求清单.xlsx、点击下载《开工申请表》' } },
    },
  ],
  unaddressed: [
    {
      shows: 'the only file of an article whose own code answers clicks',
      site: new SiteViewBuilder()
        .page('/tz/1.html', {
          kind: 'article',
          title: '公告',
          inert: ['需求清单.xlsx'],
          furniture: { readWhole: true, clicks: true },
        })
        .target('/a.html', [200]),
      expect: { 附件: 'none-offered', '附件：没有地址': 'unaddressed' },
    },
    {
      shows:
        'a file that an article names alone, which a script may hand out; in a list such a link may be anything',
      site: new SiteViewBuilder()
        .page('/tz/1.html', { kind: 'article', title: '公告', inert: ['需求清单.xlsx', '更多'] })
        .page('/tz/', { kind: 'listing', title: '公告', inert: ['登记表.doc'] })
        .target('/a.html', [200]),
      expect: { 附件: 'none-offered', '附件：没有地址': 'unaddressed' },
      facts: { '附件：没有地址': { count: 1, names: '需求清单.xlsx' } },
    },
  ],
  'picture-gone': {
    shows: 'a tip whose one picture is not there; pictures that are there are none of it',
    site: new SiteViewBuilder()
      .page('/ts/1.html', { kind: 'article', title: '取暖提示', pictureGone: true })
      .page('/ts/2.html', { kind: 'article', title: '用电提示', pictures: [{ inBody: null }] })
      .target('/a.doc', [200], file('申请表')),
    expect: { 附件: 'all-live', '附件：正文图片': 'picture-gone' },
    facts: { '附件：正文图片': { count: 1, names: '取暖提示' } },
  },
  'other-paper': [
    {
      shows:
        'two forms share the words of all forms; one that tells its purpose shortly or shares it is no other',
      site: offering([
        ['民办学校设立申请书.docx', '教师资格认定申请表\n姓名 学历'],
        ['法人登记表.docx', '社会团体成立登记申请表\n名称'],
        ['工伤认定申请表.docx', '职工工伤待遇申请审批表\n姓名'],
        ['企业变更登记申请书.docx', '市场主体登记（备案）申请书\n企业名称'],
      ]),
      expect: { 附件: 'all-live', '附件：名不副实': 'other-paper' },
      facts: {
        '附件：名不副实': {
          count: 1,
          names: '“民办学校设立申请书.docx”打开是“教师资格认定申请表”',
        },
      },
    },
    {
      shows:
        'another office’s budget, another year’s, a list for a form; a short name, a report on the year before, a list of what is declared are right',
      site: offering([
        ['某县水利局2026年部门预算.docx', '某县林业局\n2026年部门预算\n收支'],
        ['2026年度社团年检报告书.docx', '社会团体年检报告书\n（2023年度）'],
        ['小型水库加固项目申报书.docx', '2026年全县水库加固项目汇总表\n序号 名称'],
        ['某县住建局2026年部门预算.docx', '某县住房和城乡建设局2026年部门预算'],
        ['2026年度社团年检报告书.docx', '社会团体年检报告书\n（2025年度）'],
        ['项目申报表.xlsx', '2026年项目申报汇总表\n序号 名称'],
        ['水库名单申报表.xlsx', '全县水库申报情况一览表\n序号'],
        ['2026年部门预算公开表.xlsx', '2025年部门预算公开表\n2026年预算数'],
      ]),
      expect: { 附件: 'all-live', '附件：名不副实': 'other-paper' },
      facts: { '附件：名不副实': { count: 3 } },
    },
    {
      shows:
        'a list of who came to plant trees in the place of a form; what shares a word with its name or page, or opens with no title, is no other paper',
      site: offering([
        ['采伐许可申请表.docx', '宝塔街道植树活动签到表\n序号 姓名 单位'],
        ['苗木检疫登记表.docx', '林木种苗检疫情况登记表\n姓名'],
        ['林地使用登记表.docx', '示例市采伐事项办理情况表\n姓名'],
        ['古树名木报名表.docx', '姓名 单位 电话'],
        ['附件1.docx', '宝塔街道植树活动签到表\n序号'],
        ['古树名木情况.xlsx', '宝塔街道植树活动签到表\n序号'],
      ]),
      expect: { 附件: 'all-live', '附件：名不副实': 'other-paper' },
      facts: { '附件：名不副实': { count: 1 } },
    },
  ],
  'another-document': [
    {
      shows:
        'a short purpose of which no letter stands in the form; an abbreviation has its letters in it',
      site: offering([
        ['公租房申请表.docx', '重度残疾人护理补贴申请表\n姓名'],
        ['低保申请表.docx', '最低生活保障待遇申请表\n姓名'],
        ['法人登记表.docx', '社会团体成立登记申请表\n名称'],
        ['个人申请表.docx', '林木种苗生产许可申请表\n姓名'],
      ]),
      expect: { 附件: 'all-live', '附件：另一份文件': 'another-document' },
      facts: { '附件：另一份文件': { count: 1 } },
    },
  ],
  'same-file': {
    shows:
      'two names that share nothing, one address; a name told again, longer or as a button, is the same',
    site: new SiteViewBuilder()
      .page('/tz/1.html', {
        kind: 'article',
        title: '关于报名的通知',
        links: [
          ['附件1：报名表.doc', '/f/1.doc', 'main'],
          ['附件2：考生须知.doc', '/f/1.doc', 'main'],
        ],
      })
      .page('/tz/2.html', {
        kind: 'article',
        title: '关于申报的通知',
        links: [
          ['申报表', '/f/2.doc', 'main'],
          ['附件：2024年项目申报表.doc', '/f/2.doc', 'main'],
          ['点击下载', '/f/2.doc', 'main'],
        ],
      })
      .page('/tz/3.html', {
        kind: 'article',
        title: '关于道路占用的公告',
        links: [
          ['城市道路占用收费标准', '/f/3.doc', 'main'],
          ['城市道路占用申请书', '/f/3.doc', 'main'],
        ],
      })
      .target('/f/1.doc', [200], file('报名表')),
    expect: { 附件: 'all-live', '附件：指向同一个文件': 'same-file' },
    facts: { '附件：指向同一个文件': { count: 2 } },
  },
  'all-live': [
    {
      shows: 'a refusal and a single 404 accuse nobody; a dead page is no file',
      site: new SiteViewBuilder()
        .target('/a.doc', [200], file('申请表'))
        .target('/b.doc', [403], file('内部表'))
        .target('/c.doc', [404], file('样表'))
        .target('/d.html', [404, 404]),
      expect: { 附件: 'all-live' },
      facts: { 附件: { visited: 1 } },
    },
    {
      shows: 'a form that a script may open',
      site: forms({ bare: ['采伐许可申请表'] }),
      expect: { 附件: 'all-live' },
    },
    {
      shows: 'a form beside one file: what the list hands out is not known',
      site: forms({ inert: ['采伐许可申请表'] }, 1),
      expect: { 附件: 'all-live' },
    },
  ],
  'some-broken': [
    {
      shows: 'two visits, both 404',
      site: new SiteViewBuilder()
        .target('/a.doc', [200], file('申请表'))
        .target('/b.xls', [404, 404], file('决算表')),
      expect: { 附件: 'some-broken' },
      facts: { 附件: { visited: 2, broken: 1, names: '决算表' } },
    },
    {
      shows: 'twice a page to log in at',
      site: answered('统一身份认证', ['请登录后下载文件。']),
      expect: { 附件: 'some-broken' },
    },
    {
      shows: 'twice an error in the place of the file',
      site: answered('出错了', ['系统异常，文件下载失败，请联系管理员。']),
      expect: { 附件: 'some-broken' },
      facts: { 附件: { visited: 2, broken: 1, names: '样表' } },
    },
    {
      shows: 'twice a page that says that the file is gone',
      site: answered('消息', ['您要下载的附件已被移除。']),
      expect: { 附件: 'some-broken' },
    },
    {
      shows: 'a package without its end; the form has a check of its own',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', { topic: 'disclosureRequest' })
        .page('/a.docx', { kind: 'file', torn: true })
        .page('/c.docx', { kind: 'file', torn: true })
        .target('/a.docx', [200], file('名单'))
        .target('/b.docx', [200], file('方案'))
        .target('/c.docx', [200], { ...file('申请表'), from: '/ysq/' }),
      expect: { 附件: 'some-broken' },
      facts: { 附件: { visited: 3, broken: 1, names: '名单' } },
    },
  ],
  'without-bytes': {
    shows: 'it downloads, without a byte; one is a file, the form has a check of its own',
    site: new SiteViewBuilder()
      .column('依申请公开', '/ysq/', { topic: 'disclosureRequest' })
      .target('/a.doc', [200], file('办事样表'))
      .target('/c.doc', [200], { ...file('申请表'), from: '/ysq/', empty: true })
      .target('/b.pdf', [200], { ...file('部门预算.pdf'), empty: true }),
    expect: { 附件: 'all-live', '附件：空文件': 'without-bytes' },
    facts: { 附件: { visited: 1 }, '附件：空文件': { count: 1, names: '部门预算.pdf' } },
  },
  'not-a-file': [
    {
      shows: 'it says where it is offered that one must log in; a page that has more to say',
      site: login('登录后可以下载样表'),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows: 'a page with a login beside its text is no login',
      site: login('样表', { title: '样表下载', headTitle: '样表下载-示例市林业局' }),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows: 'an error met once may pass',
      site: answered('出错了', ['系统异常，文件下载失败，请联系管理员。'], [200]),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows: 'a page that offers the file, with a box for members beside it, is no error',
      site: answered('文件下载', ['点击下载', '会员登录']),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows: 'a long page that mentions an error tells of something else',
      site: answered('办事指南', ['下载失败的，请更换浏览器后重试。', '须知。'.repeat(150)]),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows: 'the address of a document answers with a page',
      site: new SiteViewBuilder()
        .target('/a.doc', [200], file('申请表'))
        .page('/a.doc', { kind: 'article', title: '欢迎访问' }),
      expect: { 附件: 'all-live', '附件：不是文件': 'not-a-file' },
    },
    {
      shows:
        'a link of an article named as a file leads to a page; one to a page that offers it does not',
      site: new SiteViewBuilder()
        .page('/t.html', { kind: 'article', title: '通知' })
        .page('/x.html', { kind: 'article', title: '欢迎访问' })
        .page('/y.html', { kind: 'article', title: '下载', attachments: [['样表', '/y.xls']] })
        .target('/x.html', [200], { from: '/t.html', text: '附件1：申请表.doc', area: 'main' })
        .target('/y.html', [200], { from: '/t.html', text: '附件2：样表.xls', area: 'main' }),
      expect: { 附件: 'none-offered', '附件：不是文件': 'not-a-file' },
      facts: { '附件：不是文件': { count: 1, names: '附件1：申请表.doc' } },
    },
  ],
  'not-visited': {
    shows: 'none was reached',
    site: new SiteViewBuilder().target('/a.doc', [], file('申请表')),
    expect: { 附件: 'not-visited' },
  },
  'none-offered': {
    shows: 'pages only',
    site: new SiteViewBuilder().target('/a.html', [200]),
    expect: { 附件: 'none-offered' },
  },
})
