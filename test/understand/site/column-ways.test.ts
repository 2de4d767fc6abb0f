/** Columns met on portals unseen before: which links are columns and which are entries, one column by several ways. */

import { describe, expect, it } from 'vitest'
import type { AttachmentText } from '#model/attachment'
import type { Column, SiteView } from '#model/site-view'
import { readAttachment } from '#understand/attachments/read-attachment'
import { zipOf } from '../attachments/files.ts'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

const home = html({ body: list(news(6, '2023-12-05')) })
const under = (name: string, path: string, body: string): string =>
  html({ heading: name, trail: [[path, name]], body })

function named(view: SiteView, name: string): Column[] {
  return view.columns.filter((column) => column.name === name)
}

describe('是条目，不是栏目', () => {
  it('办事指南里的一项“临时救助”、预决算里的一份决算，没读到也不是栏目', () => {
    const rows = [
      '取水许可证延续办理',
      '临时救助',
      '排水许可证首次办理',
      '户口迁移登记（省内）',
      '残疾人证办理和换领',
    ]
      .map((name, i) => `<li><a href="/bszn/${i}.html">${name}</a></li>`)
      .join('')
    const budgets = [2022, 2021, 2020]
      .map(
        (y) =>
          `<li><a href="/czyjs/${y}a.html">蓝河市林业局${y}年部门决算</a><span>${y + 1}-08-20</span></li>`,
      )
      .join('')
    const view = miniSite({
      '/': html({
        menu: [...MENU, ['/bszn/', '办事指南'], ['/czyjs/', '财政预决算']],
        body: list(news(6, '2023-12-05')),
      }),
      '/bszn/': under('办事指南', '/bszn/', `<ul>${rows}</ul>`),
      '/czyjs/': under('财政预决算', '/czyjs/', `<ul>${budgets}</ul>`),
    })
    const wrong = view.columns.filter(
      (one) => /救助|决算$/.test(one.name) && !/预决算/.test(one.name),
    )
    expect(wrong.map((one) => one.name)).toEqual([])
    expect(named(view, '财政预决算')[0]?.newest?.value).toBe('2023-08-20')
  })

  it('各部门一行的“指南”“年报”按钮，不是本站的栏目', () => {
    const rows = ['教育局', '民政局', '水务局', '审计局']
      .map(
        (name, i) =>
          `<tr><td>${name}</td><td><a href="http://${i}.lanhe.example/zn/">信息公开指南</a></td><td><a href="http://${i}.lanhe.example/nb/">信息公开年报</a></td></tr>`,
      )
      .join('')
    const view = miniSite({
      '/': home,
      '/xxgk/': under('政府信息公开', '/xxgk/', `<table>${rows}</table>`),
    })
    expect(view.columns.filter((one) => one.kind === 'external')).toEqual([])
  })
})

describe('同一个栏目', () => {
  it('带不带无关参数是一个栏目；内容不同的参数仍是几个栏目', () => {
    const page = under('政策解读', '/zcjd/', list(news(6, '2023-11-20', '/zcjd/')))
    const view = miniSite({
      '/': html({
        menu: [...MENU, ['/zcjd/?number=1', '政策解读'], ['/l.jsp?id=3', '人事信息']],
        body: `<a href="/zcjd/">政策解读</a><a href="/l.jsp?id=4">统计信息</a>${list(news(6, '2023-12-05'))}`,
      }),
      '/zcjd/': page,
      '/zcjd/?number=1': page,
      '/l.jsp?id=3': under('人事信息', '/l.jsp?id=3', list(news(6, '2023-10-20', '/rs/'))),
      '/l.jsp?id=4': under('统计信息', '/l.jsp?id=4', list(news(6, '2023-09-20', '/tj/'))),
    })
    expect(named(view, '政策解读').map((one) => new URL(one.url).search)).toEqual([''])
    expect([...named(view, '人事信息'), ...named(view, '统计信息')]).toHaveLength(2)
  })

  it('一篇文字的栏目印着日期，地址不是文章的，仍是栏目', () => {
    const guide = html({
      heading: '政府信息公开指南',
      trail: [
        ['/xxgk/', '政府信息公开'],
        ['/c100128/list.html', '政府信息公开指南'],
      ],
      body: `<p>发布时间：2023-11-06</p><p>${'为便于公众获取政府信息，编制本指南，内容每年更新。'.repeat(6)}</p>`,
    })
    const view = miniSite({
      '/': home,
      '/xxgk/': under(
        '政府信息公开',
        '/xxgk/',
        '<ul><li><a href="/c100128/list.html">政府信息公开指南</a></li><li><a href="/zd/">政府信息公开制度</a></li></ul>',
      ),
      '/c100128/list.html': guide,
    })
    expect(named(view, '政府信息公开指南')[0]?.topic?.value).toBe('ogiGuide')
  })
})

describe('网站地图', () => {
  it('连到一篇文字的栏目（公开指南），不是它的条目', () => {
    const guide = `<p>${'为便于公众获取政府信息，编制本指南，内容每年更新。'.repeat(8)}</p>`
    const view = miniSite({
      '/': html({ menu: [...MENU, ['/wzdt/', '网站地图']], body: list(news(6, '2023-12-05')) }),
      '/wzdt/': under('网站地图', '/wzdt/', '<p><a href="/zn/">政府信息公开指南</a></p>'),
      '/zn/': under('政府信息公开指南', '/zn/', guide),
    })
    expect(named(view, '网站地图')[0]?.items).toEqual([])
  })
})

describe('网页标题都是网站名', () => {
  it('读不出标题的年度报表，以列表里的题名为准', () => {
    const own = '<html><head><meta charset="utf-8"><title>蓝河市林业局</title></head><body>'
    const row = '<a href="/c_62148.htm">蓝河市林业局网站工作年度报表（2022年度）</a>'
    const view = miniSite({
      '/': `${own}<a href="/n_348.htm">网站年报</a>${list(news(6, '2023-12-05'))}</body></html>`,
      '/n_348.htm': `${own}<div><a href="/">首页</a> &gt; <a href="/n_348.htm">网站年报</a></div><table><tr><td>${row}</td><td>(2023-01-25)</td></tr><tr><td><a href="/c_62140.htm">蓝河市林业局网站工作年度报表（2021年度）</a></td><td>(2022-01-24)</td></tr></table></body></html>`,
      '/c_62148.htm': `${own}<div><a href="/">首页</a> &gt; <a href="/n_348.htm">网站年报</a></div><table><tr><td>填报单位</td><td>蓝河市林业局</td></tr><tr><td>网站标识码</td><td>4201000009</td></tr></table></body></html>`,
    })
    expect(view.siteAnnualTables.map((one) => one.year)).toContain(2022)
  })
})

describe('年报栏目里只写年份的', () => {
  it.each([
    ['2022年度', '2021年度'],
    ['22年', '2021年'],
  ])('附件是那一年的报告，网页是年度目录：%s、%s', (pdf, docx) => {
    const row = (href: string, name: string) =>
      `<li><a href="${href}">${name}</a><span>2023-01-10</span></li>`
    const view = miniSite({
      '/': home,
      '/nb/': under(
        '政府信息公开年报',
        '/nb/',
        `<ul>${row('/nb/a.pdf', pdf)}${row('/nb/b.docx', docx)}${row('/nb/2020/', '2020年度')}</ul>`,
      ),
    })
    expect(view.annualReports.map((one) => one.year)).toEqual([2022, 2021])
  })
})

describe('一个压缩包里的各单位年报', () => {
  const options = { cmaps: '/nowhere/' }

  const text = (organ: string): string =>
    ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']
      .map((head) => `${head}\n${organ}全年按规定公开政府信息，答复申请。`.repeat(1))
      .join('\n')
  const zip = (names: readonly string[]): Promise<AttachmentText> =>
    readAttachment(zipOf(names.map((name) => ({ name, data: text(name) }))), options)
  const site = (file: AttachmentText) =>
    miniSite(
      {
        '/': home,
        '/nb/': under(
          '政府信息公开年报',
          '/nb/',
          '<ul><li><a href="/nb/all.zip">县直各单位2022年政府信息公开工作年度报告</a><span>2023-01-10</span></li></ul>',
        ),
        '/nb/all.zip': { html: '', file },
      },
      { agency: '蓝河县人民政府' },
    )

  it('每个文件是一份报告，各有各的文字；目录写明单位的也算', async () => {
    const view = site(
      await zip([
        '蓝河县教育局2022年政府信息公开工作年度报告.txt',
        '蓝河县水务局2022年政府信息公开工作年度报告.txt',
        '蓝河县民政局/2022年政府信息公开工作年度报告.txt',
        '填报说明.txt',
      ]),
    )
    expect(view.collectedReports.map((one) => [one.year, one.title]).sort()).toEqual([
      [2022, '蓝河县教育局2022年政府信息公开工作年度报告'],
      [2022, '蓝河县民政局2022年政府信息公开工作年度报告'],
      [2022, '蓝河县水务局2022年政府信息公开工作年度报告'],
    ])
    for (const { title, content } of view.collectedReports) {
      expect(content?.parts.map(({ number }) => number)).toEqual([1, 5, 6])
      expect(content?.parts[0]?.text).toContain(title.slice(0, 6))
      expect(content?.parts[2]?.text).not.toContain('填报')
    }
    expect(view.annualReports).toEqual([])
  })

  it('没有读出文字的文件也是一份，说明没有读出', async () => {
    const scanned = zipOf([
      { name: '蓝河县教育局2022年政府信息公开工作年度报告.txt', data: text('教育局') },
      {
        name: '蓝河县水务局2022年政府信息公开工作年度报告.pdf',
        data: new Uint8Array([0, 1, 2, 3]),
      },
    ])
    const view = site(await readAttachment(scanned, options))
    expect(view.collectedReports.map(({ unread }) => unread ?? [])).toContainEqual([
      '压缩包里的“蓝河县水务局2022年政府信息公开工作年度报告”没有读出',
    ])
  })

  it('只有一份报告和它的附表的，仍是那一份', async () => {
    const view = site(await zip(['蓝河县人民政府2022年政府信息公开工作年度报告.txt', '附表.txt']))
    expect([...view.annualReports, ...view.collectedReports]).toHaveLength(1)
  })
})

describe('年报的单位写简称', () => {
  const title = (organ: string): string => `${organ}2022年政府信息公开工作年度报告`
  const reports = (organ: string, agency: string) =>
    miniSite(
      {
        '/': home,
        '/nb/': under(
          '政府信息公开年报',
          '/nb/',
          `<ul><li><a href="/nb/t20230110_1.html">${title(organ)}</a><span>2023-01-10</span></li></ul>`,
        ),
      },
      { agency },
    ).annualReports.map((report) => report.year)

  it.each([
    ['蓝河市住建局', '蓝河市住房和城乡建设局'],
    ['蓝河市发改委', '蓝河市发展和改革委员会'],
    ['蓝河市人社局', '蓝河市人力资源和社会保障局'],
    ['市市监局', '蓝河市市场监督管理局'],
  ])('%s 就是 %s', (organ, agency) => expect(reports(organ, agency)).toEqual([2022]))

  it.each([
    ['蓝河市教育局', '蓝河市住房和城乡建设局'],
    ['青禾县住建局', '蓝河市住房和城乡建设局'],
    ['蓝河市城管局', '蓝河市住房和城乡建设局'],
  ])('%s 不是 %s', (organ, agency) => expect(reports(organ, agency)).toEqual([]))
})

describe('空与不空', () => {
  it('只说正在建设、敬请期待的，是空的，也是建设中', () => {
    const view = miniSite({
      '/': html({ menu: [...MENU, ['/wsdc/', '网上调查']], body: list(news(6, '2023-12-05')) }),
      '/tzgg/': under('通知公告', '/tzgg/', list(news(8, '2023-11-20', '/tzgg/'))),
      '/wsdc/': under(
        '网上调查',
        '/wsdc/',
        '<p align="center"><img src="/img/js.gif">本栏目正在建设中，敬请期待……</p>',
      ),
    })
    expect(named(view, '网上调查')[0]).toMatchObject({ empty: true, underConstruction: true })
  })

  it('没有找到相关信息、共0页：空的', () => {
    const said = [
      '<p>没有找到相关信息</p>',
      '<div class="page">首页 上一页 下一页 尾页 共0页</div>',
    ]
    for (const body of said) {
      const view = miniSite({
        '/': html({ menu: [...MENU, ['/tjxx/', '统计信息']], body: list(news(6, '2023-12-05')) }),
        '/tjxx/': under('统计信息', '/tjxx/', body),
      })
      expect(named(view, '统计信息')[0]).toMatchObject({ empty: true })
    }
  })

  describe('位置与页脚之间只有左侧的同级栏目菜单', () => {
    const names = ['公开指南', '公开制度', '公开年报', '机构职能', '统计数据']
    const menu = names.map((name, i) => `<li><a href="/gk/p${i}.htm">${name}</a></li>`).join('')
    const page = (name: string, body: string) => `<html><head><title>${name}</title></head><body>
      <div class="nav"><a href="/gk.htm">政务公开</a></div>
      <div class="wz">您的位置：<a href="/">首页</a> &gt;&gt; <a href="/gk.htm">政务公开</a> &gt;&gt; <a href="/gk/p1.htm">${name}</a></div>
      <div><div class="left"><h3>政务公开</h3><ul>${menu}</ul></div><div class="right"><h2>${name}</h2>${body}</div></div>
      <div class="footer"><p>主办单位：兰河县水利局</p></div></body></html>`
    const shown = (body: string) =>
      miniSite({
        '/': html({
          menu: [...MENU, ...names.map((name, i) => [`/gk/p${i}.htm`, name] as const)],
          body: list(news(6, '2023-12-05')),
        }),
        ...Object.fromEntries(
          names.map((name, i) => [
            `/gk/p${i}.htm`,
            i === 1 ? page(name, body) : page(name, list(news(6, '2023-11-20', `/info/${i}/`))),
          ]),
        ),
      }).columns.find(({ name }) => name === '公开制度')?.empty
    it.each([
      ['空的列表', '<ul class="list"></ul>', true],
      ['什么都没有', '', true],
      ['一条没有日期的', '<ul><li><a href="/info/9/1.htm">保密审查办法</a></li></ul>', false],
      ['脚本打开的', '<ul><li><a href="javascript:;">点击查看</a></li></ul>', false],
      ['图片', '<p><img src="/zd.jpg"></p>', false],
      ['写着“暂无数据”的图片', '<p><img src="/zd.jpg" alt="暂无数据"></p>', true],
      ['写明内容的图片', '<p><img src="/zd.jpg" alt="保密审查流程"></p>', false],
      ['脚本可填的位置', '<div id="list"></div>', false],
      ['一句话', '<p>本局执行县政府的各项公开制度</p>', false],
    ])('%s', (_, body, empty) => {
      expect(shown(body)).toBe(empty)
    })
  })

  describe('左侧菜单有几十个同级栏目，正文区只有一句话', () => {
    const names = ['机构职能', '政府采购', '公共文化'].concat(
      [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'].map((one) => `${one}类领域信息公开栏目`),
    )
    const menu = names.map((name, i) => `<li><a href="/gk/p${i}/">${name}</a></li>`).join('')
    const page = (
      name: string,
      path: string,
      body: string,
    ) => `<html><head><title>${name}</title></head><body>
      <div class="wz">您的位置：<a href="/">首页</a> &gt; <a href="/gk/">法定内容</a> &gt; <a href="${path}">${name}</a></div>
      <div><div class="left-nav"><h3>法定内容</h3><ul>${menu}</ul></div><div class="list-box"><ul class="list">${body}</ul></div></div>
      <div class="footer"><p>主办单位：兰河县水利局</p></div></body></html>`
    const shown = (body: string) =>
      miniSite({
        '/': html({ menu: [...MENU, ['/gk/', '法定内容']], body: list(news(6, '2023-12-05')) }),
        '/gk/': page('法定内容', '/gk/', list(news(6, '2023-11-20', '/info/'))),
        ...Object.fromEntries(
          names.map((name, i) => {
            const path = `/gk/p${i}/`
            return [
              path,
              page(name, path, i === 1 ? body : list(news(6, '2023-11-20', `/info/${i}/`))),
            ]
          }),
        ),
      }).columns.find(({ name }) => name === '政府采购')?.empty
    it.each([
      ['<li class="nodata">暂无相关信息</li>', true],
      ['<li>本栏目正在建设中，敬请期待……</li>', true],
      ['<li>采购信息将陆续公布，敬请关注。</li>', true],
      ['<li>采购信息正在组织中</li>', true],
      ['<li>采购结果整理后公布</li>', true],
      ['<li>待各单位报送后上传</li>', true],
      ['<li><img src="/zc.png" alt="栏目建设中"></li>', true],
      ['<li>集中采购目录将于12月修订，现行目录见青政办〔2026〕3号</li>', false],
      ['<li>本局没有自行组织的政府采购</li>', false],
      ['<li>全省采购信息在统一的平台上公布</li>', false],
      ['<li>暂无相关信息，往期见<a href="http://www.other.example/cg/">采购网</a></li>', false],
    ])('%s', (body, empty) => {
      expect(shown(body)).toBe(empty)
    })
  })

  it('两个栏目的菜单在空栏目的正文旁边，各页在同一目录下', () => {
    const menu =
      '<div class="lm"><h3>专题专栏</h3><ul><li><a href="/zt_a.htm">双减工作</a></li><li><a href="/zt_b.htm">语言文字</a></li></ul></div>'
    const page = (name: string, path: string, body: string) =>
      html({
        heading: name,
        trail: [['/zt.htm', '专题专栏'], ...(path === '/zt.htm' ? [] : [[path, name] as const])],
        body: `${menu}<div class="r"><h2>${name}</h2>${body}</div>`,
      })
    const view = miniSite({
      '/': html({ menu: [...MENU, ['/zt.htm', '专题专栏']], body: list(news(6, '2023-12-05')) }),
      '/zt.htm': page('专题专栏', '/zt.htm', list(news(3, '2023-11-20', '/info/'))),
      '/zt_a.htm': page('双减工作', '/zt_a.htm', list(news(3, '2023-11-20', '/info/'))),
      '/zt_b.htm': page('语言文字', '/zt_b.htm', ''),
      ...Object.fromEntries(
        [...'cdefgh'].map((one) => [
          `/p_${one}.htm`,
          html({
            heading: `公告${one}`,
            trail: [[`/p_${one}.htm`, `公告${one}`]],
            body: list(news(4, '2023-10-20', `/info/${one}/`)),
          }),
        ]),
      ),
    })
    expect(view.columns.filter((one) => one.empty).map((one) => one.name)).toEqual(['语言文字'])
  })

  it('同一篇文字放在几个栏目里，都不是空栏目', () => {
    const text = `<p>${'蓝河市林业局贯彻落实上级有关林业工作的方针政策和决策部署，承担全市林业管理。'.repeat(2)}</p>`
    const paths = ['/a/', '/b/', '/c/', '/d/', '/e/']
    const view = miniSite({
      '/': html({
        menu: [...MENU, ...paths.map((path, i) => [path, `概况之${'一二三四五'[i]}`] as const)],
        body: list(news(6, '2023-12-05')),
      }),
      ...Object.fromEntries(
        paths.map((path, i) => [path, under(`概况之${'一二三四五'[i]}`, path, text)]),
      ),
    })
    const found = view.columns.filter((one) => one.name.startsWith('概况之'))
    expect(found).toHaveLength(5)
    expect(found.filter((one) => one.empty)).toEqual([])
  })
})

describe('名称含糊、由下级栏目证实', () => {
  it('“机构”下设“主要职责”，是机构职能；没有下级就只作建议', () => {
    const text = `<p>${'负责全市林业工作的监督管理，拟订有关规划并组织实施。'.repeat(5)}</p>`
    const site = (below: boolean): SiteView =>
      miniSite({
        '/': html({
          menu: [
            ['/', '首页'],
            ['/a/', '机构'],
          ],
          body: list(news(6, '2023-12-05')),
        }),
        '/a/': html({
          heading: '机构',
          trail: [['/a/', '机构']],
          body: below ? '<ul><li><a href="/a/b/">主要职责</a></li></ul>' : text,
        }),
        ...(below
          ? {
              '/a/b/': html({
                heading: '主要职责',
                trail: [
                  ['/a/', '机构'],
                  ['/a/b/', '主要职责'],
                ],
                body: text,
              }),
            }
          : {}),
      })
    expect(named(site(true), '机构')[0]?.topic?.value).toBe('institution')
    expect(named(site(false), '机构')[0]?.topic?.sureness ?? 0).toBeLessThan(0.5)
  })
})

describe('边栏里的一篇文字', () => {
  const parts = ['山情水貌', '站所分布', '名优特产']
  const side = `<div class="left"><ul>${parts.map((name, k) => `<li><a href="/zj/${k}/">${name}</a></li>`).join('')}</ul></div>`
  const text = (day: string) =>
    `${side}<div class="right">${day}<p>本镇地处青石河上游，东西狭长，境内多丘陵，辖十四个村、两个社区，以茶叶、竹笋为主要特产。</p></div>`
  const view = miniSite({
    '/': html({
      menu: [
        ['/', '首页'],
        ['/zj/', '山水青石'],
      ],
      body: list(news(6, '2023-12-05')),
    }),
    '/zj/': html({
      heading: '山水青石',
      trail: [['/zj/', '山水青石']],
      body: `<div>${parts.map((name, k) => `<h3><a href="/zj/${k}/">${name}</a></h3>`).join('')}</div>`,
    }),
    ...Object.fromEntries(
      parts.map((name, k) => [
        `/zj/${k}/`,
        html({
          heading: name,
          trail: [
            ['/zj/', '山水青石'],
            [`/zj/${k}/`, name],
          ],
          body: text(k === 2 ? '<p>发布时间：2023-11-02　来源：镇政府</p>' : ''),
        }),
      ]),
    ),
  })

  it('面包屑、标题都叫这个名字，没有印日期的，是栏目', () => {
    expect(parts.map((name) => named(view, name).length)).toEqual([1, 1, 0])
  })
})

it('栏目名里有引号、括号里有逗号：仍用它自己的名字；引号里的长标题不是栏目', () => {
  const names = ['“双随机、一公开”监管', '“三公”经费', '防汛专栏（2023年，已归档）']
  const long = '“小窗口”里办成群众“大事情”'
  const menu: [string, string][] = [...names, long].map((name, i) => [`/l${i}/`, name])
  const view = miniSite({
    '/': html({ menu, body: list(news(6, '2023-12-05')) }),
    ...Object.fromEntries(
      menu.map(([path, name]) => [
        path,
        html({
          menu,
          heading: name,
          trail: [
            ['/zwgk/', '政务公开'],
            [path, name],
          ],
          body: list(news(3, '2023-11-20', path)),
        }),
      ]),
    ),
  })
  for (const name of names)
    expect(view.columns.filter((column) => column.name === name)).toMatchObject([
      { items: [{}, {}, {}] },
    ])
  expect(view.columns.map((column) => column.name)).not.toContain(long)
})

it('几行字的办事指南不是文章，仍是“办事指南”栏目的条目', () => {
  const menu: readonly (readonly [string, string])[] = [...MENU, ['/bszn/', '办事指南']]
  const names = ['补办林权证', '换证', '迁户', '注销', '办残疾证', '年检', '过户']
  const view = miniSite({
    '/': html({ menu, body: list(news(6, '2023-12-05')) }),
    '/bszn/': html({
      menu,
      heading: '办事指南',
      trail: [['/bszn/', '办事指南']],
      body: names.map((name, k) => `<p><a href="/bszn/s${k}.html">${name}</a></p>`).join(''),
    }),
    ...Object.fromEntries(
      names.map((name, k) => [
        `/bszn/s${k}.html`,
        html({
          menu,
          heading: '事项',
          trail: [['/bszn/', '办事指南']],
          body: `<p>${name}</p><p>申请条件：有证明。</p><p>办理地点：二楼。</p><p>咨询电话：0700-1234567</p>`,
        }),
      ]),
    ),
  })
  expect(named(view, '办事指南')[0]?.firstPageItems).toBe(names.length)
  expect(view.columns.some(({ name }) => names.includes(name))).toBe(false)
})

describe('列表的第二页', () => {
  it('只有两个页码、地址里带页码参数的，也是同一个栏目', () => {
    const pager = (at: number) =>
      at === 1
        ? '<div class="pagination"><span>1</span><a href="/c/6795006?pageIndex=2">2</a></div>'
        : '<div class="pagination"><a href="/c/6795006">1</a><span>2</span></div>'
    const view = miniSite({
      '/': html({ menu: [...MENU, ['/c/6795006', '部门动态']], body: list(news(6, '2023-12-05')) }),
      '/c/6795006': under('部门动态', '/c/6795006', list(news(8, '2023-11-20', '/a/')) + pager(1)),
      '/c/6795006?pageIndex=2': under(
        '部门动态',
        '/c/6795006',
        list(news(8, '2023-08-20', '/b/')) + pager(2),
      ),
    })
    expect(
      named(view, '部门动态').map(({ url, items }) => [new URL(url).search, items.length]),
    ).toEqual([['', 16]])
  })
})

it('年度夹在“网站”与“报表”之间的，也是网站年度报表', () => {
  const view = miniSite({
    '/': html({ body: list(news(6, '2023-12-05')) }),
    '/tzgg/': under(
      '通知公告',
      '/tzgg/',
      list([
        ['/tzgg/1.html', '蓝河市林业局网站2022年度工作年度报表', '2023-01-20'],
        ...news(6, '2023-11-20', '/tzgg/n'),
      ]),
    ),
  })
  expect(view.siteAnnualTables.map(({ year }) => year)).toEqual([2022])
})

it('一条失效的文章转回首页，首页仍是最近的一页，栏目仍从首页连着', () => {
  const back = html({ body: list(news(6, '2023-12-05')) })
  const inner = Array.from({ length: 14 }, (_, i) => [
    `/n/${i}.html`,
    under('工作动态', '/dt/', '<p>正文。</p>'),
  ])
  const view = miniSite({
    '/': { html: back, depth: 0 },
    '/dt/': { html: under('工作动态', '/dt/', list(news(6, '2023-12-05'))), depth: 1 },
    ...Object.fromEntries(inner.map(([path, page]) => [path, { html: page, depth: 1 }])),
    '/n/gone.html': { html: back, endsAt: '/', depth: 2 },
  })
  expect(view.home?.depth).toBe(0)
  expect(view.pages[0]?.page.url).toBe(view.home?.page.url)
})
