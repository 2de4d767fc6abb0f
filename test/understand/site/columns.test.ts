/** The column graph: what is one column, what is none, what it shows, and when nothing may be said of it. */
import { describe, expect, it } from 'vitest'
import type { Column, SiteView } from '#model/site-view'
import { absolute, article, html, list, MENU, type MiniPage, miniSite, news } from './mini-site.ts'

const home = html({ body: list(news(6, '2023-12-05')) })

function named(view: SiteView, name: string): Column {
  const found = view.columns.filter((column) => column.name === name)
  expect(found.map((column) => column.name)).toEqual([name])
  const [column] = found
  if (column === undefined) throw new Error(name)
  return column
}

const listing = (name: string, path: string, body: string, box?: readonly [string, string][]) =>
  html({ heading: name, trail: [[path, name]], body, ...(box ? { box } : {}) })

describe('一个栏目只算一次', () => {
  it('翻页依据哪一家的做法、见没见过真实样本，写进栏目的依据', () => {
    const pager = (call: string): string => `<script>${call}</script>`
    const view = miniSite({
      '/': home,
      '/tzgg/': listing(
        '通知公告',
        '/tzgg/',
        list(news(8, '2023-11-20', '/tzgg/')) + pager('createPageHTML(3, 0, "index", "html")'),
      ),
      '/gzdt/': listing(
        '工作动态',
        '/gzdt/',
        list(news(8, '2023-11-20', '/gzdt/')) +
          '<div class="page"><a href="/gzdt/page_2.html">2</a> <a href="/gzdt/page_3.html">3</a> <a href="/gzdt/page_2.html">下一页</a></div>',
      ),
    })
    const notices = named(view, '通知公告')
    expect(notices.pagingBecause).toBe('TRS 翻页脚本 createPageHTML（读过真实样本）')
    expect(notices.newest?.because).toContain('；翻页：TRS 翻页脚本 createPageHTML（读过真实样本）')
    expect(named(view, '工作动态').newest?.because).toMatch(/龙讯 page_N 翻页（.*未见过真实样本）/)
  })

  it('页码之间推算出来的列表页不算网站上的链接；页上印着的才算', () => {
    const view = miniSite({
      '/': home,
      '/gzdt/': listing(
        '工作动态',
        '/gzdt/',
        list(news(8, '2023-11-20', '/gzdt/')) +
          '<div class="page"><a href="/gzdt/list_2.html">2</a> <a href="/gzdt/list_3.html">3</a> … <a href="/gzdt/list_9.html">9</a> <a href="/gzdt/list_2.html">下一页</a></div>',
      ),
    })
    const pages = view.links.flatMap(({ url }) => /list_(\d)/.exec(url)?.[1] ?? [])
    expect(pages.sort()).toEqual(['2', '3', '9'])
  })

  it('导航、面包屑、更多、index.html 指向的是同一个栏目', () => {
    const view = miniSite({
      '/': html({
        body: `<div><h3>通知公告</h3><a href="/tzgg/index.html">更多</a>${list(news(5, '2023-11-20', '/tzgg/'))}</div>`,
      }),
      '/tzgg/': listing('通知公告', '/tzgg/', list(news(8, '2023-11-20', '/tzgg/'))),
    })
    const column = named(view, '通知公告')
    expect(column.topic?.value).toBe('notices')
    expect(column.newest?.value).toBe('2023-11-20')
    expect(column.dates).toBe('printed')
    expect(column.coverage).toBe('complete')
    expect(column.linkedFrom[0]?.url).toBe(absolute('/'))
  })

  it('政务云平台的空壳页，条目在接口里：是这个栏目的条目', () => {
    const record = (n: number) =>
      `{"id":${n},"title":"关于印发某办法的通知${n}","created_at":"2023-11-2${n} 10:00:00","url":"https://lanhe.example/gkmlpt/content/0/1/post_${n}.html"}`
    const view = miniSite({
      '/': html({
        menu: [...MENU, ['/gkmlpt/index#601', '政府文件']],
        body: list(news(6, '2023-12-05')),
      }),
      '/gkmlpt/index':
        '<html><head><title>政府文件</title></head><body><div id="app"></div><script>window._CONFIG={SID:"758001",TREE:[{"id":601,"name":"政府文件"}]}</script></body></html>',
      '/gkmlpt/api/all/601?page=1&sid=758001': `{"classify":{"post_count":3},"articles":[${[1, 2, 3].map(record)}]}`,
    })
    const column = named(view, '政府文件')
    expect(column.items).toHaveLength(3)
    expect(column.newest?.value).toBe('2023-11-23')
  })

  it('跳转前后的地址是同一个栏目，两个地址都查得到', () => {
    const view = miniSite({
      '/': home,
      '/tzgg/': {
        html: listing('通知公告', '/gg/', list(news(8, '2023-11-20', '/gg/'))),
        endsAt: '/gg/',
      },
    })
    expect(named(view, '通知公告').url).toBe(absolute('/gg/'))
    expect(view.pageAt(absolute('/tzgg/'))?.page.url).toBe(absolute('/gg/'))
    expect(view.pageAt('https://lanhe.example/gg/index.html')?.page.url).toBe(absolute('/gg/'))
  })

  it('翻页页面并入第一页，置顶旧条目不影响最新日期', () => {
    const first = news(8, '2023-11-20', '/tzgg/')
    const pinned = ['/tzgg/t20190301_99.html', '关于办公地址变更的公告', '2019-03-01'] as const
    const pager = '<div class="page"><a href="/tzgg/">1</a><a href="/tzgg/index_1.html">2</a></div>'
    const view = miniSite({
      '/': home,
      '/tzgg/': listing('通知公告', '/tzgg/', list([pinned, ...first]) + pager),
      '/tzgg/index_1.html': listing(
        '通知公告',
        '/tzgg/',
        list(news(8, '2023-01-20', '/tzgg/a/')) + pager,
      ),
    })
    const column = named(view, '通知公告')
    expect(column.url).toBe(absolute('/tzgg/'))
    expect(column.firstPageItems).toBe(9)
    expect(column.items).toHaveLength(17)
    expect(column.newest?.value).toBe('2023-11-20')
  })

  it('年度文件夹不是栏目，其条目归所在栏目', () => {
    const trail = [
      ['/xxgk/', '政府信息公开'],
      ['/xxgk/czyjs/', '财政预决算'],
    ] as const
    const view = miniSite({
      '/': home,
      '/xxgk/czyjs/': html({
        heading: '财政预决算',
        trail,
        body: '<ul><li><a href="/xxgk/czyjs/2023/">2023年度</a></li><li><a href="/xxgk/czyjs/2022/">2022年度</a></li></ul>',
      }),
      '/xxgk/czyjs/2023/': html({
        heading: '2023年度',
        trail: [...trail, ['/xxgk/czyjs/2023/', '2023年度']],
        body: list([
          ['/xxgk/czyjs/2023/t1.html', '蓝河市林业局2022年度部门决算公开', '2023-09-15'],
          ['/xxgk/czyjs/2023/t2.html', '蓝河市林业局2023年部门预算公开', '2023-02-20'],
        ]),
      }),
    })
    expect(view.columns.map((column) => column.name)).not.toContain('2023年度')
    const column = named(view, '财政预决算')
    expect(column.topic?.value).toBe('budget')
    expect(column.newest?.value).toBe('2023-09-15')
    expect(column.empty).toBe(false)
  })

  it('菜单上的分区落到第一个子栏目时，分区和子栏目各是一个', () => {
    const menu = [...MENU.slice(0, 3), ['/xxgk/bmwj/', '信息公开'] as const]
    const view = miniSite({
      '/': html({ menu, body: list(news(6, '2023-12-05')) }),
      '/xxgk/bmwj/': html({
        menu,
        heading: '部门文件',
        trail: [
          ['/xxgk/bmwj/', '信息公开'],
          ['/xxgk/bmwj/', '部门文件'],
        ],
        body: list(news(8, '2023-10-10', '/xxgk/bmwj/')),
      }),
    })
    const section = named(view, '信息公开')
    const child = named(view, '部门文件')
    expect(section.topic?.value).toBe('ogi')
    expect(child.topic?.value).toBe('policyDocuments')
    expect(child.parent).toBe(section.id)
    expect(section.children).toEqual([child.id])
    expect(section.empty).toBe(false)
  })

  it('名称含糊的“年报”，所列多为政府信息公开年度报告时才定为年报栏目', () => {
    const column = (titles: readonly string[]) => {
      const menu = [...MENU, ['/a/b/', '年报'] as const]
      const rows = titles.map((title, i) => [`/a/b/${i}.html`, title, `2023-01-1${i}`] as const)
      const view = miniSite({
        '/': html({ menu, body: '<p>欢迎</p>' }),
        '/a/b/': html({ menu, heading: '年报', trail: [['/a/b/', '年报']], body: list(rows) }),
      })
      const topic = named(view, '年报').topic
      return topic !== null && topic.sureness >= 0.5 ? topic.value : null
    }
    const report = (year: number) => `蓝河市林业局${year}年政府信息公开工作年度报告`
    expect(column([report(2022), report(2021), report(2020)])).toBe('ogiAnnualReports')
    expect(column(['林业统计年报2022', '林业统计年报2021', report(2020)])).toBeNull()
  })

  it('单位名（徽标、另一首页）、只有一条内容又没人链接的页面不是栏目', () => {
    const menu = [['/index2.html', '蓝河市林业局'] as const, ...MENU]
    const view = miniSite({
      '/': html({ menu, body: list(news(6, '2023-12-05')) }),
      '/index2.html': html({ menu, heading: '蓝河市林业局', body: list(news(6, '2023-12-05')) }),
      '/x/': html({
        heading: '入学须知',
        trail: [['/x/', '入学须知']],
        body: list(news(1, '2023-10-05')),
      }),
    })
    const names = view.columns.map((column) => column.name)
    expect(names).not.toContain('蓝河市林业局')
    expect(names).not.toContain('入学须知')
  })

  it('首页只用图片链接的栏目，凭它自己的面包屑认出', () => {
    const view = miniSite({
      '/': html({ body: '<p><a href="/zn/"><img src="/b1.jpg"></a></p>' }),
      '/zn/': html({
        heading: '政府信息公开指南',
        trail: [['/zn/', '政府信息公开指南']],
        body: '<div><p>为方便公民、法人和其他组织获取政府信息，编制本指南。受理机构为本局办公室，电话工作日可拨打。</p></div>',
      }),
    })
    expect(named(view, '政府信息公开指南').topic?.value).toBe('ogiGuide')
  })

  it('菜单里的新闻标题不是栏目', () => {
    const menu = [...MENU, ['/dt/t20231205_0.html', '护林防火巡查工作启动'] as const]
    const view = miniSite({
      '/': html({ menu, body: list(news(6, '2023-12-05')) }),
      '/dt/t20231205_0.html': article(
        '护林防火巡查工作启动',
        '2023-12-05',
        '巡查工作今天启动。'.repeat(20),
      ),
    })
    expect(view.columns.map((column) => column.name)).not.toContain('护林防火巡查工作启动')
  })
})

describe('站外和读不到的栏目', () => {
  it('指向站外的已知栏目算外链，站外页面不当作它的内容；不认识的外链不列', () => {
    const menu = [
      ...MENU,
      ['http://zwfw.example.org/lanhe/', '网上办事'] as const,
      ['http://other.example.org/', '某某协会'] as const,
    ]
    const view = miniSite({
      '/': html({ menu, body: list(news(6, '2023-12-05')) }),
      'http://zwfw.example.org/lanhe/': html({
        heading: '网上办事',
        body: list(news(9, '2023-12-01')),
      }),
    })
    const column = named(view, '网上办事')
    expect(column.kind).toBe('external')
    expect(column.items).toEqual([])
    expect(column.empty).toBe(false)
    expect(column.coverage).toBe('partial')
    expect(view.columns.map((one) => one.name)).not.toContain('某某协会')
    // The foreign page's own menu makes no columns here, nor is it one of the portal's pages.
    expect(view.columns.filter((one) => one.name === '通知公告')).toHaveLength(1)
    expect(view.pages.map(({ page }) => page.url)).toEqual([absolute('/')])
  })

  it.each([
    ['被拦截', { html: '<html><body></body></html>', status: 412 }, '拦截'],
    ['404', { html: '<html><body>404</body></html>', status: 404 }, '404'],
  ])('%s：不算空白，只说没读到', (_, page, reason) => {
    const view = miniSite({ '/': home, '/tzgg/': page as MiniPage })
    const column = named(view, '通知公告')
    expect(column.empty).toBe(false)
    expect(column.coverage).toBe('partial')
    expect(column.coverageBecause).toContain(reason)
  })

  it('预算用尽：说明原因，全站也不得断言缺失', () => {
    const frontier = [
      { url: '/tzgg/', state: 'budget', purpose: 'navigation', reason: '页数上限 50' } as const,
    ]
    const view = miniSite({ '/': home }, { frontier })
    const column = named(view, '通知公告')
    expect(column.coverageBecause).toContain('预算')
    expect(column.coverageBecause).toContain('页数上限 50')
    expect(view.coverage).toBe('partial')
    expect(view.counts.notVisited).toEqual({ budget: 1 })
  })

  it('首页读到、没有漏采的栏目：覆盖完整', () => {
    const notices = listing('通知公告', '/tzgg/', list(news(8, '2023-11-20', '/tzgg/')))
    const view = miniSite({ '/': home, '/tzgg/': notices })
    expect(view.coverage).toBe('complete')
    expect(miniSite({ '/tzgg/': home }).coverage).toBe('partial')
  })

  it('年报栏目要看全部列表页：后页没读到就是不完整', () => {
    const pager =
      '<div class="page"><span>1</span><a href="/xxgk/nb/index_1.html">2</a><a href="/xxgk/nb/index_1.html">下一页</a></div>'
    const rows = [2022, 2021, 2020].map(
      (year) =>
        [
          `/xxgk/nb/t${year}.html`,
          `蓝河市林业局${year}年政府信息公开工作年度报告`,
          `${year + 1}-01-20`,
        ] as const,
    )
    const view = miniSite({
      '/': home,
      '/xxgk/nb/': html({
        heading: '政府信息公开年报',
        trail: [
          ['/xxgk/', '政府信息公开'],
          ['/xxgk/nb/', '政府信息公开年报'],
        ],
        body: list(rows) + pager,
      }),
    })
    const column = named(view, '政府信息公开年报')
    expect(column.coverage).toBe('partial')
    expect(column.newest?.value).toBe('2023-01-20')
  })
})

describe('空白、建设中与单篇内容', () => {
  const box: [string, string][] = news(5, '2023-12-05').map(([href, title]) => [href, title])
  const others = Object.fromEntries(
    ['机构动态甲', '机构动态乙', '机构动态丙', '机构动态丁'].map((name, i) => [
      `/dt${i}/`,
      listing(name, `/dt${i}/`, list(news(6, '2023-12-05', `/dt${i}/`)), box),
    ]),
  )

  it('只有标题和各页都有的最新发布框：空白', () => {
    const view = miniSite({
      '/': home,
      ...others,
      '/tzgg/': listing('通知公告', '/tzgg/', '<ul class="list"></ul>', box),
    })
    expect(named(view, '通知公告').empty).toBe(true)
  })

  it('只写着暂无专题：空白；写着暂无正在进行的征集：不是', () => {
    const saying = (words: string) =>
      named(
        miniSite({
          '/': home,
          '/tzgg/': html({ heading: '通知公告', body: `<p>${words}</p>` }),
        }),
        '通知公告',
      ).empty
    expect(saying('暂无专题')).toBe(true)
    expect(saying('暂无正在进行的征集，往期征集请在下面查找')).toBe(false)
  })

  it.each(['抱歉，没有找到相关内容！', '未查询到相关信息'])('写着“%s”：空白', (words) => {
    const view = miniSite({
      '/': home,
      '/tzgg/': listing('通知公告', '/tzgg/', `<div class="nodata">${words}</div>`),
    })
    expect(view.columns.find(({ name }) => name === '通知公告')?.empty).toBe(true)
  })

  it('写着暂无数据：空白', () => {
    const view = miniSite({ '/': home, '/tzgg/': listing('通知公告', '/tzgg/', '<p>暂无数据</p>') })
    expect(named(view, '通知公告').empty).toBe(true)
  })

  it('正在建设：不当作有内容', () => {
    const view = miniSite({
      '/': home,
      '/tzgg/': listing('通知公告', '/tzgg/', '<p>栏目正在建设中，敬请期待</p>'),
    })
    const column = named(view, '通知公告')
    expect(column.underConstruction).toBe(true)
    expect(column.items).toEqual([])
  })

  it.each([
    [
      '单篇文字',
      '<p>本局负责全市森林资源保护、造林绿化、湿地和野生动植物保护工作，内设办公室、资源科、防火科。</p>',
    ],
    [
      '图片目录',
      '<p><a href="/jgzn/bgs.html"><img src="/a.jpg"></a><a href="/jgzn/zyk.html"><img src="/b.jpg"></a></p>',
    ],
  ])('%s：不是空白', (_, body) => {
    const view = miniSite({ '/': home, '/jgzn/': listing('机构职能', '/jgzn/', body) })
    expect(named(view, '机构职能').empty).toBe(false)
  })

  it('只有一张图或一个脚本入口的也不是空白', () => {
    for (const body of [
      '<p><img src="/i/jg.png"></p>',
      '<p><a href="javascript:;">机构设置图</a></p>',
    ]) {
      const view = miniSite({
        '/': home,
        ...others,
        '/jgzn/': listing('机构职能', '/jgzn/', body, box),
      })
      expect(named(view, '机构职能').empty).toBe(false)
    }
  })

  // No heading and no text at all: only its neighbours of the same template show that the page could be read.
  const tree = (names: readonly string[]) => {
    const entries = names.map((name, i) => `t.add(${i},0,'${name}','/gk/${i}.html')`).join(';')
    return `<script>t=new dTree('t');${entries}</script>`
  }
  const all = [
    '制度',
    '规划',
    '办法',
    '章程',
    ...Array.from({ length: 30 }, (_, i) => `工作${i + 10}`),
  ]
  const framed = (name: string, body: string) =>
    `<html><head><title>${name}-蓝河学院</title></head><body><table><tr><td>${tree(all)}</td>
      <td><div class="box">${body}</div></td></tr></table><div class="foot">版权所有 蓝河学院</div></body></html>`

  it('栏目页只有与许多页相同的头尾：空白；那些行只在几个地址出现，不说', () => {
    const bare = (name: string, middle: string) =>
      `<html><head><title>${name}-蓝河学院</title></head><body><table><tr><td>新闻中心</td></tr></table>${middle}
        <table><tr><td>蓝河学院版权所有，如有意见或建议请与我们联系</td></tr></table></body></html>`
    const site = (count: number): SiteView =>
      miniSite({
        '/': html({ body: tree(all) }),
        ...Object.fromEntries(
          all
            .slice(0, count)
            .map((name, i) => [
              `/gk/${i}.html`,
              bare(name, name === '章程' ? '' : `<p>${name}收费标准为每人${i}元。</p>`),
            ]),
        ),
      })
    expect(named(site(12), '章程').empty).toBe(true)
    expect(named(site(12), '办法').empty).toBe(false)
    expect(named(site(5), '章程').empty).toBe(false)
  })

  describe('头、位置、尾之外什么都没有的栏目页（.htm 地址）', () => {
    const names = ['规划计划', '机关动态', '通知公告', '财政预决算', '统计数据']
    const menu = names.map((name, i) => `<li><a href="/zwgk/p${i}.htm">${name}</a></li>`).join('')
    const page = (
      name: string,
      body: string,
    ) => `<html><head><title>${name}-蓝河市林业局</title></head><body>
      <div class="nav"><ul>${menu}</ul></div><div class="left"><ul>${menu}</ul></div><div class="right">
      <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk.htm">政务公开</a> &gt; <a href="">${name}</a></div>
      ${body}</div><div class="foot"><p>主办单位：蓝河市林业局 地址：蓝河市建设路18号</p></div></body></html>`
    const site = (body: string, siblings: number, scripts = ''): SiteView =>
      miniSite({
        '/': home,
        ...Object.fromEntries(
          names
            .slice(0, siblings + 1)
            .map((name, i) => [
              `/zwgk/p${i}.htm`,
              i === 0
                ? page(name, body) + scripts
                : page(name, list(news(6, '2023-11-20', `/info/${i}/`))),
            ]),
        ),
      })
    it.each([
      ['没有列表', '', 4, true],
      ['列表没有条目', '<div class="list"><ul></ul></div>', 4, true],
      ['只重复栏目名', '<h2>规划计划</h2><div class="list"></div>', 4, true],
      ['没有别的页可比', '', 2, false],
      ['有图片', '<p><img src="/a.jpg"></p>', 4, false],
      ['有背景图片', '<div style="background:url(/a.jpg)"></div>', 4, false],
      ['有站外框架', '<iframe src="http://o.example/x"></iframe>', 4, false],
      ['有嵌入文件', '<embed src="/a.pdf">', 4, false],
      ['有脚本', '<script src="/list.js"></script>', 4, false],
      ['有脚本可填的位置', '<div id="list"></div>', 4, false],
      ['有文字', '<p>本县国土空间规划已经批准</p>', 4, false],
    ])('%s', (_, body, siblings, empty) => {
      expect(named(site(body, siblings), '规划计划').empty).toBe(empty)
    })
    it('脚本往没有编号的位置填写：不说', () => {
      const fills = '<script>$(".list").load("/zwgk/list.jsp")</script>'
      expect(named(site('<div class="list"></div>', 4, fills), '规划计划').empty).toBe(false)
    })
  })

  it('同模板的其他页有正文，此页一个字也没有：空白；没有别的页可比就不说', () => {
    const text = (name: string) =>
      `<p>${name}：${'本办法依照有关规定制定，经校务会议审议通过，现予公布。'.repeat(4)}</p>`
    const pages = Object.fromEntries(
      ['制度', '规划', '办法'].map((name, i) => [`/gk/${i}.html`, framed(name, text(name))]),
    )
    const links = `<p>${['制度', '规划', '办法', '章程'].map((name, i) => `<a href="/gk/${i}.html">${name}</a>`).join('')}</p>`
    const start = html({ body: links + tree(all) })
    const view = miniSite({ '/': start, ...pages, '/gk/3.html': framed('章程', '') })
    expect(named(view, '章程').empty).toBe(true)
    const alone = miniSite({ '/': start, '/gk/3.html': framed('章程', '') })
    expect(alone.columns.find((one) => one.name === '章程')?.empty ?? false).toBe(false)
  })

  it('只有子栏目的栏目页：不是空白，gk.html 是 gk/ 下各页的上级', () => {
    const menu = (entries: readonly [string, string][]) =>
      `<script>t=new dTree('t');${entries.map(([name, url], i) => `t.add(${i},0,'${name}','${url}')`).join(';')}</script>`
    const entries: [string, string][] = [
      ['规章总目', '/xx/gk.html'],
      ['制度', '/xx/gk/a.html'],
      ['规划', '/xx/gk/b.html'],
      ['办法', '/xx/gk/c.html'],
      ...Array.from({ length: 30 }, (_, i): [string, string] => [`工作${i + 10}`, `/yy/${i}.html`]),
    ]
    const page = (name: string, body: string) =>
      `<html><head><title>${name}-蓝河学院</title></head><body><table><tr><td>${menu(entries)}</td><td><div class="box">${body}</div></td></tr></table></body></html>`
    const text = (name: string) =>
      `<p>${`${name}经校务会议审议通过，现予公布，请遵照执行。`.repeat(6)}</p>`
    const links = entries.map(([name, url]) => `<a href="${url}">${name}</a>`).join('')
    const view = miniSite({
      '/': html({ body: menu(entries) }),
      '/xx/gk.html': page('规章总目', `<p style="display:none">${links}</p>`),
      '/xx/gk/a.html': page('制度', text('制度')),
      '/xx/gk/b.html': page('规划', text('规划')),
      '/xx/gk/c.html': page('办法', text('办法')),
    })
    const section = named(view, '规章总目')
    expect(section.empty).toBe(false)
    expect(named(view, '制度').parent).toBe(section.id)
    expect(section.children).toHaveLength(3)
  })

  it('英文频道的栏目也是栏目，Home、More 不是', () => {
    const menu = tree([]).replace(
      '</script>',
      `t.add(1,0,'Market News','/en/n/');t.add(2,0,'Home','/en/')</script>`,
    )
    const rows = list(news(5, '2023-11-01', '/en/n/'))
    const view = miniSite({
      '/': html({ body: menu }),
      '/en/n/': html({ heading: 'Market News', body: rows }),
    })
    const names = view.columns.map((one) => one.name)
    expect(names).toContain('Market News')
    expect(names).not.toContain('Home')
  })
})

describe('框架、日期', () => {
  it('列表在同站框架里：归栏目页，框架页不另成栏目', () => {
    const view = miniSite({
      '/': home,
      '/tzgg/': listing(
        '通知公告',
        '/tzgg/',
        '<iframe src="/tzgg/list.html" width="700" height="900"></iframe>',
      ),
      '/tzgg/list.html': `<html><head><title>通知公告</title></head><body>${list(news(9, '2023-11-02', '/tzgg/'))}</body></html>`,
    })
    const column = named(view, '通知公告')
    expect(column.newest?.value).toBe('2023-11-02')
    expect(column.empty).toBe(false)
    expect(view.columns.some((one) => one.url === absolute('/tzgg/list.html'))).toBe(false)
  })

  it('框架没读到：不完整，不算空白', () => {
    const view = miniSite({
      '/': home,
      '/tzgg/': listing(
        '通知公告',
        '/tzgg/',
        '<iframe src="/tzgg/list.html" width="700" height="900"></iframe>',
      ),
    })
    const column = named(view, '通知公告')
    expect(column.empty).toBe(false)
    expect(column.coverage).toBe('partial')
  })

  it('列表不印日期：取文章页的，并说明；dates 仍为 none', () => {
    const rows = news(6, '2023-08-21', '/tzgg/').map(([href, title]) => [href, title, ''] as const)
    const articles = Object.fromEntries(
      news(6, '2023-08-21', '/tzgg/').map(([href, title, day]) => [
        href,
        article(title, day, '内容如下。'.repeat(30)),
      ]),
    )
    const view = miniSite({
      '/': home,
      '/tzgg/': listing('通知公告', '/tzgg/', list(rows)),
      ...articles,
    })
    const column = named(view, '通知公告')
    expect(column.newest?.value).toBe('2023-08-21')
    expect(column.newest?.because).toContain('文章页')
    expect(column.dates).toBe('none')
  })

  it('列表与内容页所印的日期不同：以列表为准，但把握变小，并写明内容页的日期', () => {
    const rows = news(6, '2023-11-20', '/tzgg/')
    const [href = '', title = ''] = rows[0] ?? []
    const { newest, items } = named(
      miniSite({
        '/': home,
        '/tzgg/': listing('通知公告', '/tzgg/', list(rows)),
        [href]: article(title, '2023-09-01', '内容如下。'.repeat(30)),
      }),
      '通知公告',
    )
    const disputed = items.filter((item) => (item.publishedOn?.sureness ?? 1) < 0.9)
    expect(disputed.map((item) => item.url)).toEqual([absolute(href)])
    expect(disputed[0]?.publishedOn?.because).toContain('内容页所印为 2023-09-01')
    expect(newest?.value).toBe('2023-11-20')
  })

  it('晚于采集日的日期不算最新', () => {
    const rows = [
      ['/tzgg/x.html', '关于召开林业工作会议的公告', '2032-12-01'] as const,
      ...news(6, '2023-08-21', '/tzgg/'),
    ]
    const view = miniSite({ '/': home, '/tzgg/': listing('通知公告', '/tzgg/', list(rows)) })
    expect(named(view, '通知公告').newest?.value).toBe('2023-08-21')
    expect(named(view, '通知公告').newest?.because).toContain('晚于采集日')
  })

  it('首次见到日取自历史', () => {
    const [first] = news(1, '2023-11-20', '/tzgg/')
    const url = absolute(first?.[0] ?? '')
    const view = miniSite(
      { '/': home, '/tzgg/': listing('通知公告', '/tzgg/', list(news(6, '2023-11-20', '/tzgg/'))) },
      { firstSeen: new Map([[url, '2023-11-25']]) },
    )
    expect(named(view, '通知公告').items[0]?.firstSeen).toBe('2023-11-25')
  })
})

it('同样的输入给出同样的结果', () => {
  const pages = {
    '/': home,
    '/tzgg/': listing('通知公告', '/tzgg/', list(news(8, '2023-11-20', '/tzgg/'))),
  }
  expect(JSON.stringify(miniSite(pages))).toBe(JSON.stringify(miniSite(pages)))
})

describe('首页不通向任何页面', () => {
  const REFUSALS = {
    维护: '<body><h2>网站升级维护中，请稍后访问。</h2></body>',
    出错: '{"code":500,"msg":"error"}',
    框架打不开: '<frameset rows="80,*"><frame src="top.htm"><frame src="main.htm"></frameset>',
    迁走: '<body>本站已迁至 <a href="http://new.example/">新网址</a></body>',
  }

  it.each(Object.entries(REFUSALS))('%s：不能断定网站缺什么', (_, body) => {
    const gone = { html: '<html>404 not found</html>', status: 404 }
    // A server that answers everything with the same notice adds no page.
    const more = { '/top.htm': gone, '/main.htm': gone, '/no-such-page.html': body }
    const view = miniSite({ '/': body, ...more })
    expect(view.coverage).toBe('partial')
    expect(view.coverageBecause).toContain('没有到达本站任何可读的页面')
  })
})

describe('只有一篇文字的栏目', () => {
  const guide = (path: string) =>
    named(
      miniSite({
        '/': html({ menu: [...MENU, ['/xxgk/', '政府信息公开']], body: '<p>欢迎</p>' }),
        '/xxgk/': html({
          heading: '政府信息公开',
          trail: [['/xxgk/', '政府信息公开']],
          body: `<table><tr><td><a href="${path}">政府信息公开指南</a></td></tr></table>`,
        }),
        [path]: html({
          heading: '某镇政府信息公开指南',
          trail: [
            ['/xxgk/', '政府信息公开'],
            [path, '政府信息公开指南'],
          ],
          body: `<p>发布时间：2023-11-20</p>${'<p>为方便获取本镇政府信息，编制本指南，每年修订一次。</p>'.repeat(8)}`,
        }),
      }),
      '政府信息公开指南',
    )

  it('印着日期，在目录的首页上：仍是栏目', () => {
    expect(guide('/xxgk/zn/').topic?.value).toBe('ogiGuide')
  })
})

describe('栏目类别的标签', () => {
  const typed = (name: string, path: string) =>
    html({
      heading: name,
      trail: [[path, name]],
      tags: { ColumnType: '新闻资讯' },
      body: list(news(6, '2023-11-20', path)),
    })
  const topicsOf = (...names: readonly string[]) => {
    const menu = names.map((name, i) => [`/c${i}/`, name] as const)
    const view = miniSite(
      Object.fromEntries([
        ['/', html({ menu, body: '<p>欢迎</p>' })],
        ...menu.map(([path, name]) => [path, typed(name, path)] as const),
      ]),
    )
    return names.map((name) => named(view, name).topic?.value ?? null)
  }

  it('只在一个栏目上的算数，许多栏目都印的不算', () => {
    expect(topicsOf('林业之声')).toEqual(['news'])
    expect(topicsOf('林业之声', '林海风光', '森林查询')).toEqual([null, null, null])
  })
})
