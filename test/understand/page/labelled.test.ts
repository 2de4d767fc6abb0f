/** Labels and what stands behind them, and what a page announces over nothing, in the dress of many systems. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const TEXT = '<p>各有关单位请按要求认真抓好落实，及时报送情况，确保各项工作取得实效。</p>'.repeat(4)

const page = (body: string, head = ''): ReturnType<typeof readText> =>
  readText(`<html><head><title>某市某局关于某事的通知-某市某局</title><meta name="ArticleTitle" content="某市某局关于某事的通知"></head><body>
    <div class="nav"><a href="/">首页</a><a href="/a/">公开</a></div><div class="position">当前位置：首页 > 公开 > 正文</div>
    ${head}<h1>某市某局关于某事的通知</h1><div class="info">发布时间：2026-03-02</div><div class="content">${body}</div>
    <div class="footer">主办单位：某市某局</div></body></html>`)

const saidBehind = (html: string, label = '责任单位'): string | undefined =>
  page(TEXT, html).labelled?.find((one) => one.label === label)?.value

describe('what stands behind a label', () => {
  it.each([
    ['a line', '<p>责任单位：市水务局</p>'],
    ['two on a line', '<p>责任单位：市水务局 公开时限：长期</p>'],
    ['its own element', '<p><b>责任单位</b><span>市水务局</span></p>'],
    ['a definition list', '<dl><dt>责任单位</dt><dd>市水务局</dd></dl>'],
    [
      'cells',
      '<table><tr><td>责任单位</td><td>市水务局</td><td>时限</td><td>长期</td></tr></table>',
    ],
    [
      'a row of heads',
      '<table><tr><th>责任单位</th><th>公开时限</th><th>公开方式</th></tr><tr><td>市水务局</td><td>长期</td><td>网站</td></tr></table>',
    ],
    ['the line below', '<div><div>责任单位：</div><div>市水务局</div></div>'],
    ['brackets and blanks', '<p>【责 任 单 位】：市水务局</p>'],
  ])('is read: %s', (_, html) => {
    expect(saidBehind(html)).toBe('市水务局')
  })

  it.each([
    ['a line', '<ul><li>责任单位：</li><li>公开时限：长期</li></ul>'],
    ['two on a line', '<p>责任单位： 公开时限：长期</p>'],
    ['its own element', '<ul><li><b>责任单位</b><span></span></li></ul>'],
    ['an element of blanks', '<p><label>责任单位：</label><span>&nbsp;</span></p>'],
    ['a definition list', '<dl><dt>责任单位</dt><dd></dd><dt>时限</dt><dd>长期</dd></dl>'],
    ['cells', '<table><tr><td>责任单位</td><td>&nbsp;</td><td>时限</td><td>长期</td></tr></table>'],
    [
      'a row of heads',
      '<table><tr><th>责任单位</th><th>公开时限</th><th>公开方式</th></tr><tr><td></td><td>长期</td><td>网站</td></tr></table>',
    ],
    ['the last before the title', '<ul><li>公开时限：长期</li><li>责任单位：</li></ul>'],
  ])('is nothing: %s', (_, html) => {
    expect(saidBehind(html)).toBe('')
  })

  it.each([
    ['a picture', '<p>责任单位：<img src="/a.png"></p>'],
    [
      'a link',
      '<table><tr><td>责任单位</td><td><a href="/b.htm"><img src="/b.png"></a></td></tr></table>',
    ],
    ['a box', '<p>责任单位：<input type="text"></p>'],
  ])('may be shown without words: %s', (_, html) => {
    expect(saidBehind(html)).not.toBe('')
  })

  it('is no label that a hidden element prints', () => {
    expect(saidBehind('<div style="display:none">责任单位：</div>')).toBeUndefined()
  })
})

const voids = (body: string): readonly string[] =>
  (page(body).voids ?? []).map(({ kind, name, quote }) => [kind, name, quote].join('|'))

const sections = (...bodies: readonly string[]): string =>
  bodies
    .map(
      (body, i) =>
        `<p>${'一二三四五'[i]}、${['受理条件', '办理材料', '办理流程', '办理时限', '收费标准'][i]}</p>${body}`,
    )
    .join('')
const SAID = '<p>符合本市有关规定的单位和个人均可提出申请，由窗口统一受理。</p>'

describe('headings over nothing', () => {
  it.each([
    ['in between', sections(SAID, SAID, '', SAID), ['section|办理流程|三、办理流程']],
    ['the last', sections(SAID, SAID, SAID, ''), ['section|办理时限|四、办理时限']],
    [
      'an empty paragraph',
      sections(SAID, '<p>&nbsp;</p>', SAID, SAID),
      ['section|办理材料|二、办理材料'],
    ],
    [
      'heading elements',
      `<h3>政策背景</h3>${SAID}<h3>主要内容</h3><h3>适用对象</h3>${SAID}<h3>咨询渠道</h3>${SAID}`,
      ['section|主要内容|主要内容'],
    ],
  ])('are told: %s', (_, body, expected) => {
    expect(voids(body)).toEqual(expected)
  })

  it.each([
    ['child headings', sections(SAID, '<p>（一）身份证</p><p>（二）申请表</p>', SAID, SAID)],
    ['a picture', sections(SAID, SAID, '<p><img src="/lc.png"></p>', SAID)],
    ['a table', sections(SAID, '<table><tr><td>身份证</td><td>原件</td></tr></table>', SAID, SAID)],
    [
      'a list of short points',
      '<p>一、传达学习会议精神</p><p>二、研究防汛工作</p><p>三、审议有关办法</p>',
    ],
    [
      'points of which one is explained',
      `<p>一、传达学习会议精神</p><p>二、研究防汛工作</p>${SAID}<p>三、审议有关办法</p>`,
    ],
    [
      'rows of a table',
      `<table><tr><td>一、予以公开</td><td>6</td></tr>${SAID}<tr><td>二、部分公开</td><td>1</td></tr><tr><td>三、不予公开</td><td>2</td></tr></table>${sections(SAID, SAID, SAID)}`,
    ],
    ['an annex', `${sections(SAID, SAID, SAID)}<p>四、附件</p>`],
    [
      'chapters and their parts',
      `<h2>第一章 总则</h2><h2>第一节 目的</h2>${SAID}<h2>第二节 依据</h2>${SAID}<h2>第三节 范围</h2>${SAID}`,
    ],
  ])('are none: %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })
})

const NOTICE = '<p>根据有关规定，经笔试、面试、体检和考察，现将拟聘用人员予以公示。</p>'.repeat(3)

describe('lists and tables announced', () => {
  it.each([
    ['the end', `${NOTICE}<p>拟聘用人员名单如下：</p>`],
    [
      'whom to tell and the signature',
      `${NOTICE}<p>现将拟聘用人员名单公示如下：</p><p>公示期：2026年3月1日至7日</p><p>监督电话：0700-1234567</p><p>某市某局</p><p>2026年3月1日</p>`,
    ],
    ['see the table below', `${NOTICE}<p>具体收费标准见下表。</p>`],
  ])('are not there: %s', (_, body) => {
    expect(voids(body).map((one) => one.slice(0, 4))).toEqual(['list'])
  })

  it.each([
    ['names', `${NOTICE}<p>拟聘用人员名单如下：</p><p>张三、李四、王五</p><p>某市某局</p>`],
    [
      'a table',
      `${NOTICE}<p>拟聘用人员名单如下：</p><table><tr><td>张三</td><td>女</td></tr></table>`,
    ],
    ['a picture', `${NOTICE}<p>拟聘用人员名单如下：</p><p><img src="/a.jpg"></p>`],
    ['running text', `${NOTICE}<p>现将有关事项通知如下：</p>${SAID}`],
    [
      'when somebody answers the telephone',
      `${NOTICE}<p>现将有关事项通知如下。</p><p>咨询受理时间为工作日8:30—12:00，由办公室安排专人接听。</p><p>联系电话：0700-1234567。</p>`,
    ],
    [
      'a telephone, which is what was announced',
      `${NOTICE}<p>现将咨询电话公布如下：</p><p>咨询电话：0700-1234567</p>`,
    ],
  ])('are there: %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })

  const HEAD = '<tr><th>序号</th><th>项目名称</th><th>收费标准</th></tr>'
  it('of a table there is the head alone', () => {
    expect(voids(`${NOTICE}<table>${HEAD}<tr><td></td><td></td><td></td></tr></table>`)).toEqual([
      'table|序号、项目名称、收费标准|序号',
    ])
  })

  it.each([
    ['a script may fill it', `${NOTICE}<table id="list">${HEAD}</table>`],
    [
      'a form to be printed',
      `${NOTICE}<p>参会回执</p><table>${HEAD}<tr><td> </td><td></td><td></td></tr></table>`,
    ],
    [
      'its rows stand in a table of their own',
      `${NOTICE}<table>${HEAD}</table><table><tr><td>1</td><td>停车费</td><td>5元</td></tr></table>`,
    ],
    [
      'doors in a row',
      `${NOTICE}<table><tr><td><a href="/a/">单位名称</a></td><td><a href="/b/">办理时间</a></td><td><a href="/c/">联系电话</a></td></tr></table>`,
    ],
  ])('is none where %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })
})

const rows = (...cells: readonly string[]): string =>
  cells
    .map((cell, i) => `<tr><td>${i + 1}</td><td>停车费第${'一二三四五六'[i]}项</td>${cell}</tr>`)
    .join('')
const DUE = '<td>某价〔2025〕3号</td>'
const table = (head: string, ...cells: readonly string[]): string =>
  `${NOTICE}<table><tr><th>序号</th><th>项目</th><th>${head}</th></tr>${rows(...cells)}</table>`

describe('cells', () => {
  it('of a column that the other rows fill', () => {
    expect(voids(table('收费依据', DUE, DUE, '<td>&nbsp;</td>', DUE, DUE))).toEqual([
      'cell|收费依据|停车费第三项',
    ])
  })

  it.each([
    ['a column of notes', table('备注', DUE, DUE, '<td></td>', DUE, DUE)],
    ['a stroke', table('收费依据', DUE, DUE, '<td>—</td>', DUE, DUE)],
    [
      'a cell that reaches down',
      table('收费依据', DUE, DUE, '<td rowspan="2">某价〔2025〕4号</td>', '', DUE, DUE),
    ],
    ['several blanks', table('收费依据', DUE, '<td></td>', '<td></td>', DUE, DUE, DUE)],
    [
      'an icon',
      table('收费依据', DUE, DUE, '<td><a href="/a.pdf"><img src="/p.png"></a></td>', DUE, DUE),
    ],
    ['few rows', table('收费依据', DUE, DUE, '<td></td>', DUE)],
    [
      'figures of which nought is left out',
      `${NOTICE}<table><tr><th>序号</th><th>单位</th><th>收入金额</th><th>支出金额</th></tr>${[1, 2, 3, 4, 5].map((n) => `<tr><td>${n}</td><td>某街道办${n}</td><td>${n}0</td><td>${n === 3 ? '' : n}</td></tr>`).join('')}</table>`,
    ],
  ])('left blank in order: %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })
})

describe('a file that the words send to', () => {
  const ANNEX = '某某岗位二人，条件为本科以上学历，年龄三十五岁以下，具有相应资格证书。'.repeat(4)
  it.each([
    ['in a sentence', '<p>招聘岗位、条件和报名表详见附件。</p>', '招聘岗位、条件和报名表详见附件'],
    [
      'in brackets',
      '<p>申报材料按要求准备（见附件2），逾期不予受理。</p>',
      '申报材料按要求准备（见附件2）',
    ],
    ['named at the end', '<p>请填写附件1。</p><p>附件：1.报名表</p>', '请填写附件1'],
  ])('is nowhere: %s', (_, body, quote) => {
    expect(voids(NOTICE + body)).toEqual([`file|${quote}|${quote}`])
  })

  it.each([
    ['printed below', `<p>岗位见附件1。</p><p>附件1</p><p>${ANNEX}</p>`],
    [
      'a table',
      '<p>岗位见附表。</p><table><tr><td>岗位</td><td>人数</td></tr><tr><td>文秘</td><td>2</td></tr><tr><td>会计</td><td>1</td></tr></table>',
    ],
    ['a picture', '<p>岗位见附件。</p><p><img src="/gw.jpg"></p>'],
    ['of another paper', '<p>标准按《示例办法》附件2执行。</p>'],
    [
      'behind a door that a script opens',
      '<p>岗位见附件。</p><p><a href="javascript:;">附件：岗位表</a></p>',
    ],
    ['put up elsewhere', '<p>岗位见附件，附件请登录某市人事考试网下载。</p>'],
  ])('is there: %s', (_, body) => {
    expect(voids(NOTICE + body)).toEqual([])
  })
})

describe('a label that each of several things prints', () => {
  const person = (name: string, resume: string, line = `<p>个人简历：${resume}</p>`): string =>
    `<div class="ld"><h3>${name}</h3><p>职务：副局长</p>${line}<p>工作分工：分管某科。</p></div>`
  const BORN = '1970年6月生，大学学历。'
  const all = (...last: readonly string[]): string =>
    [person('周永平', BORN), person('罗晓红', BORN), person('曾志华', BORN), ...last].join('')

  it('is told where it stands over nothing for one', () => {
    expect(voids(all(person('谢卫东', '')))).toEqual(['cell|个人简历|谢卫东'])
    const rows = person('谢卫东', '', '<p><b>个人简历</b><span></span></p>')
    expect(voids(all(rows))).toEqual(['cell|个人简历|谢卫东'])
  })

  it('is in order where the value stands below, and where not everybody has one', () => {
    expect(voids(all(person('谢卫东', '', `<p>个人简历：</p><p>${BORN}</p>`)))).toEqual([])
    const fax = ['一', '二', '三', '四'].map(
      (n, i) =>
        `<h3>${n}科</h3><p>职责：办理某事。</p><p>传真：${i === 3 ? '' : '0700-1234567'}</p>`,
    )
    expect(voids(fax.join(''))).toEqual([])
  })
})
