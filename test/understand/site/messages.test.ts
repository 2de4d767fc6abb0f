/** Public messages: rows of boards and messages' own pages in the layouts of real sites, and what must not be taken for an answer. */
import { describe, expect, it } from 'vitest'
import { html, MENU, miniSite } from './mini-site.ts'

const BOARD: readonly (readonly [string, string])[] = [...MENU, ['/zxts/', '咨询投诉']]
const page = (body: string, heading = '咨询投诉') =>
  html({ menu: BOARD, heading, trail: [['/zxts/', '咨询投诉']], body })
const read = (body: string, more: Readonly<Record<string, string>> = {}) =>
  miniSite({ '/': html({ menu: BOARD, body: '<p>欢迎</p>' }), '/zxts/': page(body), ...more })
    .messages
const brief = (body: string, more: Readonly<Record<string, string>> = {}) =>
  read(body, more).map(({ title, askedOn, answeredOn, state }) => [
    title,
    askedOn,
    answeredOn,
    state,
  ])

describe('留言列表', () => {
  it('表格：提问时间、答复时间、状态', () => {
    expect(
      brief(`<table><tr><th>序号</th><th>标题</th><th>提问时间</th><th>答复时间</th><th>状态</th></tr>
<tr><td>1</td><td><a href="/zxts/1.html">林木采伐许可如何办理</a></td><td>2023-11-01</td><td>2023-11-03</td><td>已办结</td></tr>
<tr><td>2</td><td><a href="/zxts/2.html">退耕还林补助何时发放</a></td><td>2023-11-20 10:22</td><td></td><td>办理中</td></tr></table>`),
    ).toEqual([
      ['林木采伐许可如何办理', '2023-11-01', '2023-11-03', 'answered'],
      ['退耕还林补助何时发放', '2023-11-20', null, 'unanswered'],
    ])
  })

  it('再次来信的页面上还印着上次的答复时间：停表的是这一次的', () => {
    const letter = page(
      '<p>来信时间：2023-11-10</p><p>来信内容：路灯又不亮了。</p><p>上次回复时间：2023-10-03</p><p>回复时间：2023-11-12</p><p>答复内容：已经修好。</p>',
    )
    expect(
      brief('<ul><li><a href="/zxts/1.html">路灯不亮</a><span>2023-11-12</span></li></ul>', {
        '/zxts/1.html': letter,
      }).map(([, asked, answered]) => [asked, answered]),
    ).toEqual([['2023-11-10', '2023-11-12']])
  })

  it('列表项分格，表头另在一个列表里', () => {
    expect(
      brief(`<ul class="hd"><li><span>信件标题</span><span>来信时间</span><span>回复时间</span></li></ul>
<ul class="bd"><li><span><a href="/zxts/1.html">苗木补贴咨询</a></span><span>2023-10-08</span><span>2023-10-12</span></li>
<li><span><a href="/zxts/2.html">林区道路问题</a></span><span>2023-10-09</span><span>-</span></li></ul>`),
    ).toEqual([
      ['苗木补贴咨询', '2023-10-08', '2023-10-12', 'answered'],
      ['林区道路问题', '2023-10-09', null, 'blank'],
    ])
  })

  it('列表里每封信是一行带标签的文字，标题链到它自己的页面：一封信只算一次', () => {
    const row = (i: number, title: string, asked: string, answered: string) =>
      `<div class="item"><a href="/zxts/${i}.html">${title}</a><span>来信时间：${asked}</span><span>答复时间：${answered}</span></div>`
    expect(
      brief(
        `<p><a href="/zxts/w.html">我要写信</a></p><div>${row(1, '漓滨路路灯夜间不亮', '2023-11-16', '2023-11-18')}${row(2, '小区门口占道经营', '2023-08-03', '2023-10-12')}</div>`,
        {
          '/zxts/2.html': page(
            '<p>来信时间：2023-08-03</p><p>来信内容：请尽快解决占道经营的问题，谢谢。</p><p>答复时间：2023-10-12</p><p>答复内容：您好，现已整改到位，感谢关注。</p>',
            '小区门口占道经营',
          ),
        },
      ),
    ).toEqual([
      ['漓滨路路灯夜间不亮', '2023-11-16', '2023-11-18', 'answered'],
      ['小区门口占道经营', '2023-08-03', '2023-10-12', 'answered'],
    ])
  })

  it('标题在每封信自己的框里，没有“标题”二字', () => {
    const letter = (title: string, days: string) =>
      `<dl><dt>${title}</dt><dd>网友 李** ${days}</dd></dl>`
    expect(
      brief(
        `${letter('水库泄洪淹了菜地怎么赔', '留言时间：2023-08-17</dd><dd>答复时间：2023-11-06')}${letter('采砂证延期要几天', '留言时间：2023-11-24')}`,
      ).map(([title, asked]) => [title, asked]),
    ).toEqual([
      ['水库泄洪淹了菜地怎么赔', '2023-08-17'],
      ['采砂证延期要几天', '2023-11-24'],
    ])
  })

  it('日期在提问、回复后面的括号里', () => {
    expect(
      brief(
        '<div><b>网友提问</b>（2023-08-17）：如何申请入学？</div><div><b>局办回复</b>（2023-08-24）：您好，请知悉。</div><div><b>网友提问</b>（2023年9月7日）：收费标准？</div>',
      ).map(([, asked, answered]) => [asked, answered]),
    ).toEqual([
      ['2023-08-17', '2023-08-24'],
      ['2023-09-07', null],
    ])
  })

  it('提交于、办结于', () => {
    expect(
      read('<ul><li><a href="/zxts/1.html">苗木补贴咨询</a><span>2023-11-30</span></li></ul>', {
        '/zxts/1.html': page(
          '<table><tr><td>提交于</td><td>2023-11-16</td><td>办结于</td><td>2023-11-19</td></tr><tr><td>问</td><td colspan="3">补贴标准是多少？</td></tr></table>',
          '苗木补贴咨询',
        ),
      }).map(({ askedOn, answeredOn }) => [askedOn, answeredOn]),
    ).toEqual([['2023-11-16', '2023-11-19']])
  })

  it('日期在前、字样在后：网友 于 … 提问', () => {
    expect(
      brief(
        '<div><p>网友 于 2023-11-02 10:20 提问</p><p>路灯何时修好？</p><p>市城管局 于 2023-11-03 15:01 回复</p><p>已安排。</p></div>',
      ),
    ).toEqual([['咨询投诉', '2023-11-02', '2023-11-03', 'answered']])
  })

  it('问答块：日期跟在网友和单位后面，没有答的不算已答', () => {
    expect(
      brief(
        '<div><b>问</b>注册失败怎么办<span>网友 2023/11/18</span></div><div><b>答</b>请重试。<span>蓝河市数据局 2023/11/20</span></div><div><b>问</b>停车收费吗<span>网友 2023/11/21</span></div>',
      ),
    ).toEqual([
      ['咨询投诉中的留言', '2023-11-18', '2023-11-20', 'answered'],
      ['咨询投诉中的留言', '2023-11-21', null, 'blank'],
    ])
  })

  it('列表里日期在前，条目的标题以咨询、反映开头或结尾，不是提问的日期', () => {
    const rows = [
      '关于滨河路路灯不亮的反映',
      '咨询新生儿参保时间',
      '反映夜市油烟扰民',
      '公交改线咨询',
    ]
    const list = rows
      .map(
        (title, i) =>
          `<li><span>2023-11-0${i + 1}</span><a href="/zxts/${i}.html">${title}</a></li>`,
      )
      .join('')
    expect(brief(`<ul>${list}</ul>`)).toEqual([])
  })

  it('几处所写的日期不一样，第三处与其中一处相同也不算数', () => {
    const row = (day: string) =>
      `<table><tr><th>标题</th><th>来信时间</th><th>办理状态</th></tr>${[
        '/zxts/1.html',
        '/zxts/8.html',
        '/zxts/9.html',
      ]
        .map(
          (url, k) =>
            `<tr><td><a href="${url}">夜市油烟${k}</a></td><td>${day}</td><td>已办结</td></tr>`,
        )
        .join('')}</table>`
    const own = page(
      '<p>来信时间：2023-11-03</p><p>来信内容：请尽快解决，谢谢。</p><p>答复时间：2023-11-05</p><p>答复内容：已整改到位。</p>',
      '夜市油烟',
    )
    const letters = read(row('2023-10-23'), {
      '/zxts/1.html': own,
      '/zxts/2.html': page(row('2023-10-23'), '来信选登'),
    })
    const told = letters.find(({ answeredOn }) => answeredOn !== null)
    expect([told?.askedOn, told?.answeredOn]).toEqual([null, '2023-11-05'])
  })

  it('单位后面的日期没有提问在前，不是答复', () => {
    expect(brief('<p>网友来信选登</p><p>蓝河市数据局 2023/11/20</p>')).toEqual([])
  })

  it('列表项里带标签，一页多条', () => {
    expect(
      brief(`<div><p>标题：公园树木倒伏</p><p>留言时间：2023-09-01</p><p>内容：请尽快处理。</p><p>回复时间：2023-09-05</p></div>
<div><p>标题：松材线虫病防治</p><p>留言时间：2023-09-10</p><p>内容：如何防治？</p></div>`),
    ).toEqual([
      ['公园树木倒伏', '2023-09-01', '2023-09-05', 'answered'],
      ['松材线虫病防治', '2023-09-10', null, 'blank'],
    ])
  })

  it.each([
    ['受理、反馈', '诉求标题', '受理时间', '反馈时间', '办理情况'],
    ['留言、处理', '留言内容', '留言日期', '处理日期', '处理结果'],
  ])('表头是%s', (_case, title, asked, answered, state) => {
    expect(
      brief(
        `<table><tr><th>${title}</th><th>${asked}</th><th>${answered}</th><th>${state}</th></tr><tr><td>树木修剪</td><td>2023-11-01</td><td>2023-11-04</td><td>已办结</td></tr><tr><td>湿地路灯</td><td>2023-11-02</td><td></td><td>办理中</td></tr></table>`,
      ).map(([, ...rest]) => rest),
    ).toEqual([
      ['2023-11-01', '2023-11-04', 'answered'],
      ['2023-11-02', null, 'unanswered'],
    ])
  })

  it.each([
    ['<th>答复时间</th>', '<td></td>', '已转交市林业局办理', 'unanswered'],
    ['<th>答复时间</th>', '<td>—</td>', '已受理', 'unanswered'],
    ['<th>答复时间</th>', '<td></td>', '已转办并答复', 'blank'],
    ['<th>编号</th>', '<td>7</td>', '已转交市林业局办理', 'blank'],
    ['<th>答复时间</th>', '<td>—</td>', '来信人撤回', 'withdrawn'],
    ['<th>答复时间</th>', '<td>2023-11-03</td>', '已撤销', 'withdrawn'],
    ['<th>答复时间</th>', '<td></td>', '部门退回', 'blank'],
    ['<th>答复时间</th>', '<td></td>', '不予受理', 'answered'],
  ])('转办出去的：答复时间一栏空着才算未答复（%s%s%s）', (head, cell, state, expected) => {
    expect(
      brief(
        `<table><tr><th>来信标题</th><th>来信时间</th>${head}<th>办理状态</th></tr><tr><td>湿地路灯</td><td>2023-11-02</td>${cell}<td>${state}</td></tr></table>`,
      ).map(([, , , said]) => said),
    ).toEqual([expected])
  })

  it('卡片里答复日期写在“已回复”前面，没有的只写“待回复”', () => {
    expect(
      brief(
        '<div><h4>树木修剪</h4><span>提交于 2023-11-01</span> <em>2023-11-04 已回复</em></div><div><h4>湿地路灯</h4><span>提交于 2023-11-02</span> <em>待回复</em></div><div><h4>护林员招聘</h4><span>提交于 2023-11-05</span> <em>2023-11-06 已回复</em></div>',
      ).map(([, ...rest]) => rest),
    ).toEqual([
      ['2023-11-01', '2023-11-04', 'answered'],
      ['2023-11-02', null, 'unanswered'],
      ['2023-11-05', '2023-11-06', 'answered'],
    ])
  })

  it('问和答各在一行，日期在行末的括号里', () => {
    expect(
      brief(
        '<p>问：树木何时修剪？（2023-11-01）</p><p>答：已安排。（2023-11-04）</p><p>问：如何办理采伐许可？（2023-11-02）</p>',
      ).map(([, ...rest]) => rest),
    ).toEqual([
      ['2023-11-01', '2023-11-04', 'answered'],
      ['2023-11-02', null, 'blank'],
    ])
  })

  it('答复时间都排在前面时不猜哪个属于哪条', () => {
    expect(
      brief(
        '<p>回复时间：2023-09-05</p><p>留言时间：2023-09-01</p><p>回复时间：2023-09-12</p><p>留言时间：2023-09-10</p>',
      ),
    ).toEqual([])
  })

  it('列表里日期后面是下一条的标题：“咨询”“反映”起头的不是“某日咨询”', () => {
    const row = (i: number, title: string, day: string) =>
      `<li><a href="/zxts/${i}.html">${title}</a><span>${day}</span></li>`
    expect(
      brief(
        `<ul>${row(1, '反映某石材厂粉尘', '2023-11-21')}${row(2, '咨询采伐许可证变更', '2023-11-12')}${row(3, '苗木补贴', '2023-11-02')}${row(4, '关于林区道路意见的反馈', '2023-10-24')}</ul>`,
      ),
    ).toEqual([])
  })

  it('只有发布时间的列表里没有留言日期', () => {
    expect(
      brief(
        '<table><tr><th>标题</th><th>来信时间</th><th>发布时间</th></tr><tr><td>苗木补贴咨询</td><td>2023-10-08</td><td>2023-11-30</td></tr></table>',
      ),
    ).toEqual([])
  })
})

describe('留言自己的页面', () => {
  const own = (body: string) =>
    read('<ul><li><a href="/zxts/1.html">苗木补贴咨询</a><span>2023-11-30</span></li></ul>', {
      '/zxts/1.html': html({
        menu: BOARD,
        heading: '苗木补贴咨询',
        trail: [['/zxts/', '咨询投诉']],
        body,
      }),
    }).map(({ askedOn, answeredOn, state }) => [askedOn, answeredOn, state])

  it('表格里一格标签一格值', () => {
    expect(
      own(
        '<table><tr><td>写信人</td><td>王*</td><td>写信时间</td><td>2023-10-08 09:00:12</td></tr><tr><td>内容</td><td colspan="3">补贴标准是多少？</td></tr><tr><td>回复单位</td><td>林业局</td><td>回复时间</td><td>2023-10-12</td></tr></table>',
      ),
    ).toEqual([['2023-10-08', '2023-10-12', 'answered']])
  })

  it('dl 排列，字间有空格', () => {
    expect(
      own(
        '<dl><dt>提交时 间：</dt><dd>2023年10月8日</dd><dt>办理状态：</dt><dd>已办结</dd><dt>办结时间：</dt><dd>2023年10月20日</dd></dl>',
      ),
    ).toEqual([['2023-10-08', '2023-10-20', 'answered']])
  })

  it('写信人、时间写在一行；发布时间不是答复时间', () => {
    expect(
      own(
        '<p>写信人：王* 写信时间：2023-10-08 状态：已答复 发布时间：2023-11-30</p><p>补贴标准是多少？</p><p>答复：按照文件执行。</p>',
      ),
    ).toEqual([['2023-10-08', null, 'answered']])
  })

  it('答复时间和答复内容都空着', () => {
    const blank = (answer: string) =>
      own(
        `<table><tr><th>留言标题</th><th>苗木补贴咨询</th></tr><tr><td>留言时间</td><td>2023-06-26</td></tr><tr><td>留言内容</td><td>何时发放？</td></tr><tr><td>答复时间</td><td></td></tr><tr><td>答复内容</td><td>${answer}</td></tr></table>`,
      )
    expect(blank('')).toEqual([['2023-06-26', null, 'blank']])
    expect(blank('已按文件发放。')).toEqual([['2023-06-26', null, null]])
  })

  it('日期后面的回复时间是下一个标签，不是回复', () => {
    expect(
      own(
        '<table><tr><th>来信时间</th><td>2023-06-26</td><th>回复时间</th><td></td></tr><tr><th>来信内容</th><td colspan="3">路灯何时修？</td></tr><tr><th>办理状态</th><td colspan="3">待办理</td></tr></table>',
      ),
    ).toEqual([['2023-06-26', null, 'unanswered']])
    expect(own('<p>网友 2023-06-26 提问</p><p>2023-06-28 答复</p>')).toEqual([
      ['2023-06-26', '2023-06-28', 'answered'],
    ])
  })

  it('没有这些标签的文章没有留言', () => {
    expect(own('<p>发布时间：2023-11-30</p><p>答复：按照文件执行，自2024-01-01起。</p>')).toEqual(
      [],
    )
  })
})

it('行政许可的办结时间不是留言', () => {
  const found = miniSite({
    '/': html({ menu: [...MENU, ['/xzxk/', '行政许可']], body: '<p>欢迎</p>' }),
    '/xzxk/': html({
      menu: MENU,
      heading: '行政许可',
      trail: [['/xzxk/', '行政许可']],
      body: '<table><tr><th>项目</th><th>提交时间</th><th>办结时间</th></tr><tr><td>林木采伐许可</td><td>2023-01-02</td><td>2023-03-02</td></tr></table>',
    }),
  })
  expect(found.messages).toEqual([])
})

it('列表行与自己的页面合成一条，行上引得回原文', () => {
  const found = read(
    '<table><tr><th>标题</th><th>提问时间</th><th>状态</th></tr><tr><td><a href="/zxts/1.html">苗木补贴咨询</a></td><td>2023-10-08</td><td>已答复</td></tr></table>',
    {
      '/zxts/1.html': page(
        '<p>提问时间：2023-10-08</p><p>补贴标准是多少？</p><p>答复时间：2023-10-12</p>',
        '苗木补贴咨询',
      ),
    },
  )
  expect(found.map(({ answeredOn, place }) => [answeredOn, place.quote])).toEqual([
    ['2023-10-12', '提问时间：2023-10-08…答复时间：2023-10-12'],
  ])
})

it('别的单位答复的留言不算本单位的', () => {
  const row = (title: string, unit: string) =>
    `<tr><td>${title}</td><td>${unit}</td><td>2023-10-08</td><td>2023-11-30</td></tr>`
  const found = read(
    `<table><tr><th>标题</th><th>答复单位</th><th>提问时间</th><th>答复时间</th></tr>${row('采伐许可', '市林业局')}${row('苗木补贴', '局办公室')}${row('防火值班', '王科长')}${row('公交线路', '市交通运输局')}${row('路灯不亮', '市长电话室')}</table>`,
  )
  expect(found.map(({ title }) => title)).toEqual(['采伐许可', '苗木补贴', '防火值班'])
})

it.each([
  // A zone answers for its offices as a government does.
  ['兰河高新技术产业开发区管理委员会', 2],
  ['兰河市国有资产监督管理委员会', 0],
])('%s：下属单位答复的留言', (agency, count) => {
  const row = (title: string, unit: string) =>
    `<tr><td>${title}</td><td>${unit}</td><td>2023-10-08</td><td>2023-11-30</td></tr>`
  const { messages } = miniSite(
    {
      '/': html({ menu: BOARD, body: '<p>欢迎</p>' }),
      '/zxts/': page(
        `<table><tr><th>标题</th><th>答复单位</th><th>提问时间</th><th>答复时间</th></tr>${row('厂房租金', '建设管理局')}${row('公交线路', '交通运输局')}</table>`,
      ),
    },
    { agency },
  )
  expect(messages).toHaveLength(count)
})

const entry = (title: string, day: string) =>
  `<tr><td>·<a href="/zxts/${day.replace(/\D/g, '')}.html">${title}</a></td><td>[${day}]</td></tr>`

it('一个版块的统计与下一版块的反馈：标题里的字不是提问，也不是答复', () => {
  expect(
    read(
      `<table>${entry('2023年8月网民留言办理情况统计', '2023/9/3')}</table><p>民意征集</p><table>${entry('关于《停车收费方案（征求意见稿）》公开征求意见情况的反馈', '2023/8/18')}</table>`,
    ),
  ).toEqual([])
})

it('链接只是提问人和答复单位的名字，日期跟在后面：仍是提问与答复', () => {
  expect(
    brief(
      '<p><a href="/u/1">网友张先生</a> [2023-08-18]</p><p>路灯不亮。</p><p><a href="/u/2">市住建局</a> [2023-08-21]</p><p>已经修好。</p>',
    ).map(([, asked, answered]) => [asked, answered]),
  ).toEqual([['2023-08-18', '2023-08-21']])
})
