/** The publication date and what only looks like one. */
import { describe, expect, it } from 'vitest'
import { dayInUrl } from '#understand/dates'
import { readFixture, readText } from './read.ts'

const BODY =
  '<p>会议强调，各单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'.repeat(
    3,
  )

/** An article with a given line under its title. */
function article(info: string, extra = '', head = ''): string {
  return `<html><head><meta charset="utf-8"><title>全县工作会议召开_某县人民政府</title>${head}</head><body>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/dt/">动态</a></div>
  <h1>全县工作会议召开</h1>${info}<div id="zoom">${BODY}${extra}</div></body></html>`
}

function dayOf(html: string, url?: string): string | null {
  return readText(html, url === undefined ? {} : { url }).publishedOn?.value ?? null
}

describe('publication date: printed shapes', () => {
  it.each([
    ['发布时间：2023-12-05', '2023-12-05'],
    ['发布日期：2023/12/5 来源：县政府办', '2023-12-05'],
    ['日期：2023年12月5日', '2023-12-05'],
    ['发 布 时 间：２０２３年１２月０５日', '2023-12-05'],
    ['发布时间：二〇二三年十二月五日', '2023-12-05'],
    ['发布时间：二○二三年十二月二十一日', '2023-12-21'],
    ['时间 : 2023-12-05 08:51:32 来源 : 县融媒体中心', '2023-12-05'],
    ['<span>2023年12月05日08:18</span> 来源：县融媒体中心', '2023-12-05'],
    ['<span>来源：县报</span><span>2023-12-05</span> 【字体：大 中 小】', '2023-12-05'],
    ['[2023.12.05] 浏览次数：12', '2023-12-05'],
    ['Release time：2023-12-05', '2023-12-05'],
    ['Published on Dec 5, 2023', '2023-12-05'],
    ['发布日期：20231205', '2023-12-05'],
    ['<span>2023-12-0510:35</span> 来源：县政府办', '2023-12-05'],
    [
      "发布时间：<script>document.write('2023-12-05 10:00'.substr(0,10))</script> 来源：县报",
      '2023-12-05',
    ],
    ['发文日期：2023-11-20　发布日期：2023-12-05', '2023-12-05'],
    [
      '<table><tr><td>发布日期</td><td>2023-12-05</td><td>成文日期</td><td>2023-11-20</td></tr></table>',
      '2023-12-05',
    ],
  ])('%s', (info, day) => {
    expect(dayOf(article(`<div class="info">${info}</div>`))).toBe(day)
  })
})

describe('publication date: days of other things', () => {
  it.each([
    ['signature at the end', '', '<p>某县人民政府</p><p>2023年12月5日</p>'],
    ['effective date', '', '<p>本办法自2023年12月5日起施行。</p>'],
    ['deadline', '', '<p>报名截止时间：2023年12月5日</p>'],
    ['event with a place', '', '<p>时间：2023年12月5日上午</p><p>地点：会议室</p>'],
    ['speech day in brackets under the title', '<p>（2023年12月5日）</p>', ''],
    ['day of the visit, labelled', '<div>访问时间：2023-12-05</div>', ''],
    ['question and reply', '<div>提问时间：2023-12-05 回复时间：2023-12-06</div>', ''],
    ['term', '<div>有效期：2023-12-05至2028-12-04</div>', ''],
    ['generated', '<div>生成日期：2023-12-05</div>', ''],
    ['written', '<div>成文日期：2023-12-05</div>', ''],
    ['day of the visit', '<div>今天是2023年12月5日 星期二</div>', ''],
    [
      'event in the first sentence',
      '',
      '<p>2023年12月5日，全县工作会议在县城召开，县委书记出席会议并讲话。</p>',
    ],
    [
      'event in a first sentence that speaks of sharing and visiting',
      '',
      '<p>2023年12月5日，县领导到村访问，与村民分享了打印好的政策读本。</p>',
    ],
    ['impossible day', '<div>发布时间：2023-02-30</div>', ''],
  ])('%s is not it', (_name, info, extra) => {
    expect(dayOf(article(info, extra))).toBeNull()
  })

  it('related items beside the article do not lend their dates', () => {
    const related = `<div class="xgxw"><h3>相关新闻</h3><ul>${[1, 2, 3]
      .map(
        (n) =>
          `<li><a href="/dt/${n}.html">县委常委会召开会议研究工作</a><span>2023-12-0${n}</span></li>`,
      )
      .join('')}</ul></div>`
    expect(dayOf(article('', related))).toBeNull()
  })
})

describe('publication date: tag, address and page against each other', () => {
  const tag = (content: string): string =>
    `<meta name="PubDate" content="${content}"><meta name="ArticleTitle" content="全县工作会议召开">`

  it('prefers the printed date to a tag written later', () => {
    const page = readFixture('generated-pubdate')
    expect(page.publishedOn?.value).toBe('2021-09-06')
    expect(page.publishedOn?.because).toContain('日期')
  })

  it('takes the tag when the address agrees', () => {
    const html = article('', '', tag('2023-12-05 10:00'))
    expect(dayOf(html, 'http://a.gov.cn/dt/202312/t20231205_1.html')).toBe('2023-12-05')
  })

  it('refuses a tag that is the generation time', () => {
    const stamp = '<meta name="Maketime" content="2023-12-05 10:00:01">'
    expect(dayOf(article('', '', tag('2023-12-05 10:00:00') + stamp))).toBeNull()
  })

  it('refuses a lone tag long after every date of the text', () => {
    const html = article('', '<p>（2015年10月29日第118号令公布）</p>', tag('2023-12-05 11:32:37'))
    expect(dayOf(html)).toBeNull()
  })

  it.each([
    ['the tag', '<div>发布时间：2023-12-05</div>', tag('2024-02-01'), undefined, 'tag'],
    [
      'the address',
      '<div>发布时间：2023-12-05</div>',
      '',
      'http://a.gov.cn/dt/202402/t20240201_1.html',
      'address',
    ],
    [
      'another printed day',
      '<div>发布时间：2023-12-05</div><div>发布日期：2024-02-01</div>',
      '',
      undefined,
      'printed',
    ],
    [
      'a plainly labelled day and the line of the source',
      '<div>时间：2023-12-05 来源：县报</div><div class="bar">2024-02-01 浏览：3</div>',
      '',
      undefined,
      'printed',
    ],
  ])('says so and is less certain when %s says another day', (_name, info, head, url, from) => {
    const page = readText(article(info, '', head), url === undefined ? {} : { url })
    const plain = readText(article('<div>发布时间：2023-12-05</div>'))
    expect(page.publishedOn?.value).toBe('2023-12-05')
    expect(page.dateConflicts).toMatchObject([{ from, value: '2024-02-01' }])
    expect(page.publishedOn?.because).toContain('2024-02-01')
    expect(page.publishedOn?.sureness).toBeLessThan(plain.publishedOn?.sureness ?? 0)
  })

  it('a slip of a day around midnight is no conflict, the time of generation is one', () => {
    const slip = readText(article('<div>发布时间：2023-12-05</div>', '', tag('2023-12-06 00:01')))
    expect(slip.dateConflicts).toBeUndefined()
    const stamp = '<meta name="Maketime" content="2024-02-01 10:00:01">'
    const made = readText(article('', '', tag('2024-02-01 10:00:00') + stamp))
    expect(made.publishedOn).toBeNull()
    expect(made.dateConflicts?.[0]?.because).toContain('生成时间')
    expect(made.dateConflicts?.[0]?.generated).toBe(true)
  })

  it('is more certain when tag and page agree', () => {
    const both = readText(article('<div>发布时间：2023-12-05</div>', '', tag('2023-12-05')))
    const one = readText(article('<div>发布时间：2023-12-05</div>'))
    expect(both.publishedOn?.sureness).toBeGreaterThan(one.publishedOn?.sureness ?? 1)
  })

  it('never takes the address alone', () => {
    expect(dayOf(article(''), 'http://a.gov.cn/dt/202312/t20231205_1.html')).toBeNull()
  })

  it('cites the place: the span shows the printed date', () => {
    const html = article('<div>发布时间：&nbsp;2023-12-05</div>')
    const at = readText(html).publishedOn?.at
    expect(at && html.slice(at[0], at[1])).toBe('2023-12-05')
  })
})

describe('publication date: pages that have none', () => {
  it.each([
    [
      'a table of accounts tells when each was renewed',
      '<table><tr><th>账号</th><th>平台</th><th>最近更新</th></tr><tr><td>某县发布</td><td>微信</td><td>2023-11-28</td></tr><tr><td>某县交警</td><td>微博</td><td>2023-11-27</td></tr></table>',
    ],
    [
      'a chronicle',
      '<ol><li><time>前111年</time>置郡</li><li><time>1949-11-08</time>和平解放</li><li><time>2020-02</time>摘帽</li></ol>',
    ],
  ])('%s', (_, body) => {
    expect(
      dayOf(
        `<html><head><title>账号_某县人民政府</title></head><body><h1>账号</h1>${body}</body></html>`,
      ),
    ).toBe(null)
  })

  it('listing and home pages carry item dates only', () => {
    expect(readFixture('table-listing').publishedOn).toBeNull()
    expect(
      readFixture('yearless-home', { homeUrl: 'http://www.example.gov.cn/label/page.html' })
        .publishedOn,
    ).toBeNull()
  })
  it('a notice that prints event, deadline and signature dates', () => {
    expect(readFixture('event-notice').publishedOn).toBeNull()
  })
})

it.each([
  ['/c1036/202311/9f0c3a.html', null, '2023-11'],
  ['/zwgk/2023/12/15123.html', null, '2023-12'],
  ['/zwgk/2023/6/5/15123.html', '2023-06-05', '2023-06'],
  ['/zwgk/2023-06/05/15123.html', '2023-06-05', '2023-06'],
  ['/zwgk/2023/1105/15123.html', '2023-11-05', '2023-11'],
  ['/202301/t20230105_1.shtml', '2023-01-05', '2023-01'],
])('the address %s names the day %s of the month %s', (path, day, month) => {
  expect(dayInUrl(`http://www.example.gov.cn${path}`)).toEqual({ day, month })
})
