/**
 * The same page in other dress (bench/mutations): spaced labels, characters without width, field tables turned round,
 * lone cards, boxes of other columns beside a text, sessions in links, trails in brackets. What it says stays the same.
 */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { parseTree } from '#understand/tree'
import { readText } from './read.ts'

const TEXT =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'

describe('字间空白和零宽字符', () => {
  it('单独成行、成格的字间空白不算，冒号前的也不算；夹在句中和两个元素之间的照旧', () => {
    const { flat } = parseTree(
      '<table><tr><td>更　新　周　期</td><td>每 月</td></tr></table><p>文&nbsp;&nbsp;号：禾政发1号</p><p>省 市 县三级联动</p><p><a>市</a> <a>县</a></p>',
    )
    expect(flat.trim().split(/\s*\n/)).toEqual([
      '更新周期\t每月',
      '文号：禾政发1号',
      '省 市 县三级联动',
      '市 县',
    ])
  })

  it('去掉空白后，文字仍指着源码里的原处', () => {
    const source = '<p>前言</p><p>索　引&nbsp;号：AB/2023-00001</p><p>尾</p>'
    const tree = parseTree(source)
    for (const word of ['号', 'AB/2023-00001', '尾', '引']) {
      const from = tree.flat.indexOf(word)
      const [start, end] = tree.sourceSpan(from, from + word.length)
      expect(source.slice(start, end)).toBe(word)
    }
  })

  it('零宽字符不隔断字词，原处不变', () => {
    const source = '<p>政府信\u200b息公\ufeff开 指南 2023-0\u200d5-08 发布</p>'
    const tree = parseTree(source)
    expect(tree.flat.trim()).toBe('政府信息公开 指南 2023-05-08 发布')
    const from = tree.flat.indexOf('2023')
    const [start, end] = tree.sourceSpan(from, from + 10)
    expect(source.slice(start, end)).toBe('2023-0\u200d5-08')
  })
})

describe('写法不同的文章', () => {
  it.each(['发布日期', '公布日期', '公 布 日 期', '日　　期'])(
    '讲页面不存在的文章印着“%s”，是文章',
    (label) => {
      const read = readText(
        `<title>情况说明</title><div class="main"><h1>关于网站部分页面不存在问题的情况说明</h1><div>${label}：2023-05-08　来源：某局</div><p>经检查，部分页面不存在，已经修复。</p></div>`,
        { url: 'http://www.example.gov.cn/info/1001/2001.htm' },
      )
      expect(read.kind.value).toBe('article')
      expect(read.publishedOn?.value).toBe('2023-05-08')
    },
  )

  it.each([
    ['日期：2023年9月12日　来源：某局', '2023-09-12'],
    ['来源：某局　点击：12', null],
  ])('旁边是别的栏目的最新列表，标题下印着“%s”的文字是文章', (line, day) => {
    const box = (name: string): string =>
      `<h3>${name}</h3><ul>${[1, 2, 3, 4, 5].map((i) => `<li><a href="/${name}/${i}.htm">${name}第${i}次工作情况</a><span>2023-09-0${i}</span></li>`).join('')}</ul>`
    const read = readText(
      `<title>基层动态-某局</title><div>当前位置：<a href="/">首页</a> &gt;&gt; <a href="/jcdt/">基层动态</a></div><div>${box('水务要闻')}${box('通知公告')}${box('政策法规')}</div>
      <table><tr><td><b>基层动态</b></td></tr><tr><td align="center"><b>省厅召开农村供水保障会议</b></td></tr><tr><td>${line}</td></tr><tr><td>${TEXT}${TEXT}${TEXT}</td></tr></table>`,
      { url: 'http://www.example.gov.cn/html/jcdt/1680.htm' },
    )
    expect([read.kind.value, read.title]).toEqual(['article', '省厅召开农村供水保障会议'])
    expect(read.publishedOn?.value ?? null).toBe(day)
  })
})

it('公文要素横着排：标签一行，内容一行', () => {
  const read = readText(
    `<h1>关于印发实施细则的通知</h1><table><thead><tr><th>索引号</th><th>发文机关</th><th>成文日期</th><th>标题</th><th>发文字号</th><th>有效性</th></tr></thead><tbody><tr><td>AB/2023-1</td><td>某局</td><td>2023年3月1日</td><td>关于印发实施细则的通知</td><td>某发〔2023〕1号</td><td></td></tr></tbody></table>${TEXT}`,
  )
  expect(read.document).toMatchObject({
    indexNumber: 'AB/2023-1',
    issuer: '某局',
    signedOn: '2023-03-01',
    title: '关于印发实施细则的通知',
    documentNumber: '某发〔2023〕1号',
    validity: null,
  })
})

it.each([
  ['信息索引码', '印发机构', '文件印发日', '文件字号', '效力情况'],
  ['公文索引编号', '制文单位', '签发日', '发文编号', '有效与否'],
  ['索引编码', '信息制作机关', '成文日', '公文号', '政策状态'],
])('标签是常用词的另一种组合：%s、%s、%s、%s、%s', (...labels) => {
  const values = ['4298/2023-01582', '某局', '2023年8月6日', '某发〔2023〕23号', '有效']
  const rows = labels.map((label, i) => `<tr><td>${label}</td><td>${values[i]}</td></tr>`)
  const read = readText(`<h1>关于印发方案的通知</h1><table>${rows.join('')}</table>${TEXT}`)
  expect(read.document).toMatchObject({
    indexNumber: '4298/2023-01582',
    issuer: '某局',
    signedOn: '2023-08-06',
    documentNumber: '某发〔2023〕23号',
    validity: '有效',
  })
})

it.each([
  ['<tr><td>公开日期</td><td>2023-08-21</td></tr>', ['2023-08-18', '2023-08-21']],
  ['<tr><td>有效性</td><td>有效</td></tr>', [null, '2023-08-18']],
  [
    '<tr><td>公开日期</td><td>2023-08-21</td></tr><tr><td>成文日期</td><td>2023-08-15</td></tr>',
    ['2023-08-15', '2023-08-21'],
  ],
])('发文日期旁边另有公开日期，就是成文日期：%s', (row, days) => {
  const read = readText(
    `<h1>关于印发方案的通知</h1><table><tr><td>索引号</td><td>A/2023-1</td></tr><tr><td>发文机关</td><td>某局</td></tr><tr><td>发文日期</td><td>2023-08-18</td></tr>${row}</table>${TEXT}`,
  )
  expect([read.document?.signedOn, read.document?.publishedOn]).toEqual(days)
})

it('模板给每页的当前位置都写“正文”：末级链接就是本页的，是列表', () => {
  const rows = [1, 2, 3, 4].map(
    (n) =>
      `<li><span>2026-02-0${n} 14:02</span>·<a href="/index.php?a=show&id=${n}">某街道第${n}年年报</a></li>`,
  )
  const page = (id: number) =>
    readText(
      `<title>年报-某街道</title><div class="crumbs"><a href="/">首页</a> &gt; <a href="/index.php?a=lists&id=18">年报</a> &gt; 正文</div><h3>年报</h3><ul>${rows.join('')}</ul>`,
      { url: `http://www.example.gov.cn/index.php?a=lists&id=${id}` },
    )
  expect([page(18).kind.value, page(19).kind.value]).toEqual(['listing', 'article'])
})

it('文件清单的表头是一串栏名，不是一份文件的要素', () => {
  const row = (n: number): string =>
    `<tr><td>${n}</td><td>关于第${n}件事的意见</td><td>某林发[2012]9${n}号</td><td>12.3.22</td><td>执行</td><td>环保类</td><td>继续有效</td></tr>`
  const read = readText(
    `<h1>规范性文件清理责任状</h1>${TEXT}<table><tr><td>序号</td><td>文件标题</td><td>文号</td><td>施行<br>日期</td><td>现行状态</td><td>文件类别</td><td>清理建议</td></tr>${row(1)}${row(2)}${row(3)}</table>`,
  )
  expect(read.document).toBeNull()
})

it('标签认不得：文号、有效性看内容就知道，日期和索引号存疑', () => {
  const read = readText(
    `<h1>关于印发方案的通知</h1><table><tr><td>发文机关</td><td>某局</td></tr><tr><td>公文类别</td><td>综合政务</td></tr><tr><td>发布日期</td><td>2023年8月15日</td></tr><tr><td>红头号</td><td>某发〔2023〕23号</td></tr><tr><td>目前</td><td>有效</td></tr><tr><td>落款</td><td>2023年8月6日</td></tr><tr><td>登记序列</td><td>4298/2023-01582</td></tr><tr><td>实施日期</td><td>2023年9月1日</td></tr></table>${TEXT}`,
  )
  expect(read.document).toMatchObject({
    documentNumber: '某发〔2023〕23号',
    validity: '有效',
    signedOn: null,
    indexNumber: null,
  })
  expect(read.documentDoubts).toMatchObject({
    signedOn: '落款：2023年8月6日',
    indexNumber: '登记序列：4298/2023-01582',
  })
})

const doubted = (
  rows: readonly (readonly [string, string])[],
  dress: (a: string, b: string) => string,
) =>
  readText(
    `<h1>关于印发方案的通知</h1><div>${rows.map(([a, b]) => dress(a, b)).join('')}</div>${TEXT}`,
  ).documentDoubts

it('认不得的标签连同冒号各占一格，或与内容之间什么都没有，同样存疑', () => {
  const rows = [
    ['发文字号', '某发〔2023〕23号'],
    ['公文类别', '综合政务'],
    ['公开日期', '2023年8月15日'],
    ['登记流水号', 'QH-2071'],
    ['出文处室', '某市水务局办公室'],
    ['落定', '2023年8月6日'],
  ] as const
  const expected = {
    indexNumber: '登记流水号：QH-2071',
    issuer: '出文处室：某市水务局办公室',
    signedOn: '落定：2023年8月6日',
  }
  const cells = (a: string, b: string): string =>
    `<table><tr><th>${a}：</th><td>${b}</td></tr></table>`
  const glued = (a: string, b: string): string => `<li><b>${a}</b><span>${b}</span></li>`
  expect(doubted(rows, cells)).toEqual(expected)
  expect(doubted(rows, glued)).toEqual(expected)
})

it('来源、收件单位不是发文机关，备案号、电话不是索引号', () => {
  const rows = [
    ['发文字号', '某发〔2023〕23号'],
    ['公文类别', '综合政务'],
    ['公开日期', '2023年8月15日'],
    ['信息来源', '某市水务局办公室'],
    ['收文单位', '某县水务局'],
    ['走进某县', '某县新闻中心'],
    ['备案编号', 'BA-2023-0012'],
    ['咨询电话', '0720-3300127'],
    ['更新日期', '2023年8月16日'],
  ] as const
  expect(doubted(rows, (a, b) => `<p>${a}：${b}</p>`)).toBeUndefined()
})

it('标题下写“发布于”“出处”的也是信息行', () => {
  const read = readText(
    `<title>某市水务局</title><table><tr><td align="center"><font size="5"><b>关于印发农村饮水安全工作方案的通知</b></font></td></tr><tr><td align="center">公布于：2023年8月15日　文章出处：某市水务局　点击：12</td></tr><tr><td>${TEXT}</td></tr></table>`,
  )
  expect(read.title).toBe('关于印发农村饮水安全工作方案的通知')
})

it('几份文件的目录表不是一份文件的要素', () => {
  const row = (n: number): string =>
    `<tr><td>AB/2023-${n}</td><td>某局</td><td>某发〔2023〕${n}号</td></tr>`
  const read = readText(
    `<table><tr><th>索引号</th><th>发文机关</th><th>发文字号</th></tr>${row(1)}${row(2)}</table>`,
  )
  expect(read.document?.documentNumber ?? null).not.toBe('某发〔2023〕1号')
})

it('只有一条的列表做成卡片，仍是列表', () => {
  const page = (href: string): string =>
    `<html><head><title>清理结果-某局</title></head><body><div>当前位置：<a href="/">首页</a> &gt; <a href="/qljg.htm">清理结果</a></div><div class="box"><h3>清理结果</h3><div><div class="item"><div><a href="${href}">某局2023年规范性文件清理结果公告</a></div><div><span>2023/06/30</span></div></div></div><div class="pages"><span>1</span></div></div></body></html>`
  const url = 'http://www.example.gov.cn/qljg.htm'
  const read = readText(page('/info/1071/1823.htm'), { url })
  expect([read.kind.value, read.publishedOn]).toEqual(['listing', null])
  expect(subjectItems(read).map(({ publishedOn }) => publishedOn?.value)).toEqual(['2023-06-30'])
})

it('链接里的会话编号不是地址', () => {
  const read = readText(
    '<a href="/tzgg/list.htm;jsessionid=0A1B2C3D?page=2">下页通知公告</a><a href="javascript:void(0)" onclick="window.open(\'/a.jsp?id=3&JSESSIONID=9F\')">关于第三项通知</a>',
  )
  expect(read.links.map(({ url }) => url)).toEqual([
    'http://www.example.gov.cn/tzgg/list.htm?page=2',
    'http://www.example.gov.cn/a.jsp?id=3',
  ])
})

it.each([
  '位置：「<a href="/">首页</a>」「<a href="/zwgk/">政务公开</a>」「<a href="/hygk/">会议公开</a>」',
  '「<a href="/">首页</a>」「<a href="/zwgk/">政务公开</a>」「<a href="/hygk/">会议公开</a>」',
])('面包屑用括号：%s', (trail) => {
  expect(readText(`<div class="wz">${trail}</div><div>${TEXT}</div>`).trail).toEqual([
    '首页',
    '政务公开',
    '会议公开',
  ])
})
