/** Pages of few words, in other words than any page they were found on: what sort they are, what they are called, when they came out. */
import { describe, expect, it } from 'vitest'
import { type Page, subjectItems } from '#model/page'
import { readText } from './read.ts'

const FOOT = '<div class="footer"><p>主办单位：青石县人民政府办公室</p></div>'

function page(title: string, body: string, url = 'http://www.example.gov.cn/a/1.html'): Page {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}${FOOT}</body></html>`,
    { url },
  )
}
const trail = (...steps: string[]) =>
  `<div class="pos">当前位置：<a href="/">首页</a> &gt; ${steps.map((step) => `<a href="/${step.length}/">${step}</a>`).join(' &gt; ')}</div>`
const kindOf = ({ kind }: Page) => [kind.value, kind.sureness >= 0.9]

describe('what sort of page', () => {
  it.each([
    [
      'a few lines under a title that <title> repeats: an article without a day',
      page(
        '关于暂停供应自来水的紧急告知-青石县人民政府',
        `${trail('便民信息')}<h1>关于暂停供应自来水的紧急告知</h1><p>因管网抢修，东街、南门一带自晚间八时起停水约六小时，请居民提前储水，不便之处请予谅解。</p>`,
      ),
      ['article', true],
    ],
    [
      'as few words under the column’s own name: the column is that text',
      page(
        '来访须告-青石县人民政府',
        `${trail('来访须告')}<div><p>接待地点在县政府东侧一楼，工作日上午八时半至十二时接待群众，电话 0100-1234567，请携带有效证件。</p></div>`,
      ),
      ['other', true],
    ],
    [
      'hardly a sentence says nothing surely',
      page(
        '关于某事的一点简要说明-青石县人民政府',
        `${trail('便民信息')}<h1>关于某事的一点简要说明</h1><p>另行公布。</p>`,
      ),
      ['other', false],
    ],
    [
      'names of people and nothing else: the way to each of the leaders',
      page(
        '县政府班子_青石县人民政府',
        `${trail('政府班子')}<h4>县长</h4><p><a href="/ld/1/">罗启明</a></p><h4>副县长</h4><p><a href="/ld/2/">田淑芬</a></p><p><a href="/ld/3/">韦国强</a></p>`,
        'http://www.example.gov.cn/ld/',
      ),
      ['directory', true],
    ],
    [
      'a box for the number of one’s own case, no entry beside it: a form, no empty column',
      page(
        '办理进度_青石县人民政府',
        `${trail('依申请公开', '办理进度')}<h2>办理进度</h2><form action="/cx"><p>申请编号 <input name="n"> <input type="submit" value="查 询"></p></form>`,
        'http://www.example.gov.cn/ysq/jd/index.html',
      ),
      ['form', true],
    ],
    [
      'a box that searches the column’s own list, of which nothing is shown',
      page(
        '县政府文件_青石县人民政府',
        `${trail('政策文件', '县政府文件')}<h2>县政府文件</h2><form action="/list"><p>标题 <input name="t"> 文号 <input name="n"> <input type="submit" value="检索"></p></form>`,
        'http://www.example.gov.cn/zc/xzf/index.html',
      ),
      ['listing', false],
    ],
    [
      'letters and their answers one below the other, no link to any',
      page(
        '百姓心声-青石县人民政府',
        `${trail('百姓心声')}${[
          '路灯何时修好|已于当晚修复',
          '公交几点收车|末班车二十一点',
          '图书馆周一开吗|周一闭馆整理',
        ]
          .map((one) => one.split('|'))
          .map(
            ([q, a], k) =>
              `<div class="box"><div>网友甲${k} 于 2026-04-1${k} 留言：<p>${q}？</p></div><div>有关单位 回复于 2026-04-1${k + 1}：<p>${a}。</p></div></div>`,
          )
          .join('')}`,
      ),
      ['other', true],
    ],
    [
      'a trail that ends with 正文 and a title said twice',
      page(
        '青石县避险场所一览表-青石县应急管理局',
        `<div class="pos">当前位置：<a href="/">首页</a> &gt;&gt; <a href="/bm/">便民</a> &gt;&gt; 正文</div><h2>青石县避险场所一览表</h2><table><tr><th>名称</th><th>启用日期</th></tr><tr><td>中心广场</td><td>2019-05-12</td></tr><tr><td>体育场</td><td>2020-09-01</td></tr></table>`,
      ),
      ['article', true],
    ],
    [
      'three cards under a line that <title> begins with',
      page(
        '影像青石',
        `<div class="hd">影像青石</div><div class="pics">${[
          '晨雾|2026-05-02',
          '古渡|2026-04-20',
          '梯田|2026-04-03',
        ]
          .map((one) => one.split('|'))
          .map(
            ([t, d], k) =>
              `<dl><dt><a href="/p/${k}.html"><img src="/p/${k}.jpg" alt="青石${t}"></a></dt><dd><a href="/p/${k}.html">青石${t}</a></dd><dd>${d}</dd></dl>`,
          )
          .join('')}</div>`,
        'http://www.example.gov.cn/yx/',
      ),
      ['listing', true],
    ],
  ])('%s', (_, read, told) => {
    expect(kindOf(read)).toEqual(told)
  })
})

describe('what it is called', () => {
  it.each([
    [
      'a leader whom <title> names beside his office',
      page(
        '副县长 田淑芬-青石县人民政府',
        `${trail('领导')}<h2>田淑芬</h2><p>工作分工：负责教育、卫生、民政、残联等方面的工作，联系工会、共青团、妇联，分管有关部门。</p><h3><a href="/hd/">活动</a></h3><ul><li><a href="/hd/1.html">田淑芬调研学校</a><span>2026-05-01</span></li><li><a href="/hd/2.html">田淑芬走访福利院</a><span>2026-04-11</span></li></ul>`,
      ),
      '田淑芬',
    ],
    [
      'a leader on an English page, whose <title> has the office only',
      page(
        'Mayor - Qingshi',
        `<div class="loc">Location: <a href="/en/">Home</a> &gt; <a href="/en/gov/">Leaders</a></div><h2>Luo Qiming</h2><h3>Mayor of Qingshi</h3><p>Mr. Luo Qiming was born in May 1970. He has been working in the city since 1995 and took the office of Mayor in 2022.</p>`,
      ),
      'Luo Qiming',
    ],
    [
      'site, section and page parted by blanks only',
      readText(
        `<html><head><meta charset="utf-8"><meta name="SiteName" content="青石县水利局"><title>青石县水利局 信息公开 直属单位</title></head><body>${trail('信息公开', '机构')}<p>水文站。承担水文测报工作，负责人：罗启明，电话 0100-1234567。</p><p>灌区管理所。承担灌区工程运行维护，负责人：田淑芬，电话 0100-1234568。</p><p>抗旱服务队。承担抗旱机具保管，负责人：韦国强，电话 0100-1234569。</p>${FOOT}</body></html>`,
        { url: 'http://sl.example.gov.cn/col/col12/index.html' },
      ),
      '直属单位',
    ],
    [
      'the name of a street office before the column’s',
      page(
        '南桥街道办事处--队伍建设',
        `${trail('街道概况', '队伍建设')}<p>书记：罗启明，负责全面工作。</p><p>主任：田淑芬，负责办事处日常工作，分管财政。</p>`,
      ),
      '队伍建设',
    ],
  ])('%s', (_, { title }, told) => {
    expect(title).toBe(told)
  })

  it('an English trail is a trail', () => {
    const text = '<p>The fair drew more than two hundred companies, and it goes on for a week.</p>'
    const read = page(
      'Trade fair opens',
      `<div class="loc">Location: <a href="/en/">Home</a> &gt; <a href="/en/n/">News</a></div><h1>Trade fair opens</h1><p>Updated: May 3, 2026</p>${text}`,
    )
    expect(read.trail).toEqual(['Home', 'News'])
  })
})

describe('days in two sizes', () => {
  it('month and day with the year in an element behind them', () => {
    const rows = ['05.18|河长制会议召开', '05.11|防汛演练举行', '04.30|灌区检修完成']
      .map((one) => one.split('|'))
      .map(
        ([d, t], k) =>
          `<li><span>${d}<b>2026</b></span><a href="/x/${k}.html"><h3>${t}</h3></a></li>`,
      )
    const read = page('水利动态', `${trail('水利动态')}<ul>${rows.join('')}</ul>`)
    expect(subjectItems(read).map(({ publishedOn }) => publishedOn?.value)).toEqual([
      '2026-05-18',
      '2026-05-11',
      '2026-04-30',
    ])
  })

  it('a number that only looks so is no day', () => {
    const read = page(
      '水利动态',
      `${trail('水利动态')}<h1>水位公告</h1><p>水位 10.272026 米，流量每秒 12.302019 立方米，均在警戒线以下，请沿岸群众放心生产生活。</p>`,
    )
    expect(read.publishedOn).toBeNull()
  })

  it('the day set large over month and year, right above the title of a text', () => {
    const text = '<p>各单位要提高认识，压实责任，细化举措，逐项抓好落实，确保任务按期完成。</p>'
    const read = page(
      '灌区检修完成',
      `<div class="d"><i>09</i><em>2026.05</em></div><h1>灌区检修完成</h1>${text.repeat(3)}`,
    )
    expect(read.publishedOn?.value).toBe('2026-05-09')
  })
})

it('day and source that small scripts write behind their labels', () => {
  const text = '<p>各单位要提高认识，压实责任，细化举措，逐项抓好落实，确保任务按期完成。</p>'
  const read = page(
    '灌区检修完成',
    `<h1>灌区检修完成</h1><div class="i"><span>时间：<script>document.write('2026-05-09 08:30'.slice(0, 10))</script></span> <span>来源：<script>var from = '县灌区管理所'; document.write(from)</script></span></div>${text.repeat(3)}`,
  )
  expect(read).toMatchObject({
    publishedOn: { value: '2026-05-09', sureness: 0.93 },
    source: '县灌区管理所',
  })
})

it.each([
  [
    'who handles a matter and how far it is: the text',
    '承办单位：县水利局　办理结果：A类　办理状态：已办结',
    true,
  ],
  ['who keeps the site: the foot', '承办单位：县大数据中心　联系电话：0700-1234567', false],
])('few words above the foot: %s', (_name, line, isText) => {
  const read = page(
    '第52号建议',
    `${trail('建议提案办理')}<h1>2026年县人大代表建议第52号：关于整修灌区干渠的建议</h1><div class="info">发布时间：2026-08-18</div><div class="zw" id="zoom"><p>${line}</p></div>`,
  )
  expect(read.text.excerpt.includes('承办单位')).toBe(isText)
})

describe('the text of a page', () => {
  it('is all the parts under headings of their own, though some link', () => {
    const part = (name: string, words: string) => `<div class="sec"><h3>${name}</h3>${words}</div>`
    const page = readText(
      `<title>依申请公开</title><div class="con">${part('申请须知', '<p>受理机构：某县政府办公室，办公时间为工作日，答复期限20个工作日，详细内容见公开指南。</p>')}${part('申请表下载', '<a href="/a.docx">公民用表</a>')}${part('进度查询', '<form action="/cx">受理编号<input name="h"></form>')}</div>`,
    )
    expect(page.text.excerpt).toContain('申请表下载')
    expect(page.text.excerpt).toContain('进度查询')
  })

  it('stands loose in the cell in which the trail does', () => {
    const page = readText(
      `<title>某街道2025年年报</title><table><tr><td>某街道办事处<tr><td><a href="/">首页</a> | <a href="/dt/">动态</a></table><table><tr><td><a href="/">首页</a> &gt;&gt; <a href="/xxgk/">政府信息公开</a> &gt;&gt; <a href="/xxgk/nb/">年报</a><h2>某街道2025年年报</h2><p>发布日期：2026-01-26 来源：某街道办事处<hr><p>${'全年新收政府信息公开申请2件，均已办结。'.repeat(12)}</table><p>某街道办事处主办`,
    )
    expect(page.text.excerpt).toContain('全年新收政府信息公开申请2件')
    expect(page.trail.at(-1)).toBe('年报')
  })

  it('ends with the words of a foot, and not where it speaks of keeping a site', () => {
    const foot = '网站主办方：某县人民政府办公室　网站标识：4299990001'
    const page = readText(
      `<title>某县政府</title><h1>一次培训</h1><p>${'全县各单位参加了培训，会议要求做好网站维护和技术支持工作。'.repeat(20)}</p><div>${foot}</div>`,
    )
    expect(page.text.excerpt).toContain('做好网站维护')
    expect(page.text.excerpt).not.toContain('网站主办方')
  })

  const word = (words: string) =>
    `<p class="MsoNormal" style="text-indent:32pt"><span style="font-size:16pt">${words}</span></p>`
  const short = '收到意见4条，采纳2条。'
  const long =
    '其余意见已逐条向提出人说明，相关材料留存备查，公众可在工作日到县政府办公室查阅，也可以拨打本页所列的电话询问详情。'

  it.each([
    ['paragraphs pasted from a writing program', word(short) + word(long)],
    ['the long one first', word(long) + word(short)],
    [
      'each in a box of a font',
      `<p><font face="仿宋"><b>${short}</b></font></p><p><font face="仿宋">${long}</font></p>`,
    ],
    ['plain ones', `<p>${short}</p><p>${long}</p>`],
  ])('holds the short paragraph beside the long one: %s', (_, body) => {
    const { text } = page(
      '征集结果-青石县人民政府',
      `${trail('征集结果')}<h1>征集结果</h1><div class="nr">${body}</div>`,
    )
    expect(text.excerpt).toContain(short)
    expect(text.excerpt).toContain(long)
  })

  it('is not carried on into another box that stands beside it', () => {
    const { text } = page(
      '征集结果-青石县人民政府',
      `${trail('征集结果')}<h1>征集结果</h1><div><div class="nr">${word(long)}</div><div class="ewm"><p>扫一扫打开当前页</p></div></div>`,
    )
    expect(text.excerpt).not.toContain('扫一扫')
  })
})
