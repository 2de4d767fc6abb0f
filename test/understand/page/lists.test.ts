/** Dated lists as real systems write them: which list is the page's own, where its items end, which day is whose. */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readFixture, readText } from './read.ts'

const days = (page: ReturnType<typeof readText>): (string | null)[] =>
  subjectItems(page).map((item) => item.publishedOn?.value ?? null)

describe('lists of a listing page', () => {
  it('reads Hanweb records kept in a script, with full titles', () => {
    const page = readFixture('hanweb-listing')
    expect(page.kind.value).toBe('listing')
    expect(subjectItems(page)[0]).toMatchObject({
      title: '关于开展2024年河道清障工作的通知',
      url: 'http://www.example.gov.cn/art/2024/3/8/art_9002_501.html',
    })
    expect(days(page)).toEqual(['2024-03-08', '2024-02-20', '2023-12-29'])
    expect(page.paging).toMatchObject({ pages: 14, style: 'hanweb' })
  })

  it('takes the publication column of a table and keeps an entry without one', () => {
    const page = readFixture('table-listing')
    expect(days(page)).toEqual(['2022-03-18', '2022-01-06', null])
    expect(page.paging?.pages).toBe(60)
    expect(page.paging?.urls).toHaveLength(59)
    expect(page.paging?.next).toBe('http://www.example.gov.cn/label/zcwj/59.htm')
  })

  it('takes the row that names a box and leads to the whole list for no entry', () => {
    const rows = [5, 4, 3]
      .map(
        (n) =>
          `<tr><td>·<a href="t${n}.html">石桥镇召开第${n}次造林会议</a></td><td>2023/12/0${n}</td></tr>`,
      )
      .join('')
    const undated = '<tr><td><a href="t1.html">石桥镇关于封山育林的通告</a></td><td></td></tr>'
    const box = (head: string) =>
      readText(
        `<title>动态</title><p>当前位置：首页 &gt; 动态</p><table>${head}${rows}${undated}</table>`,
      )
    const headed = box(
      '<tr><td><b><a href="/dt/">工作动态</a></b></td><td><a href="/dt/">更多&gt;&gt;</a></td></tr>',
    )
    expect(days(headed)).toEqual(['2023-12-05', '2023-12-04', '2023-12-03', null])
    const entry = box(
      '<tr><td><a href="t9.html">石桥镇造林简报</a></td><td><a href="t9.html">详细</a></td></tr>',
    )
    expect(days(entry)).toEqual([null, '2023-12-05', '2023-12-04', '2023-12-03', null])
  })

  it('joins day and month printed on two lines, and leaves the side box out', () => {
    const page = readFixture('two-line-dates')
    expect(days(page)).toEqual(['2024-03-05', '2024-02-28', '2024-02-19'])
    expect(subjectItems(page).map((item) => item.title)).toContain('石桥镇召开安全生产会议')
    expect(page.paging?.urls[0]).toBe('http://www.example.gov.cn/label/index_1.html')
    expect(page.paging?.urls).toHaveLength(11)
  })

  it('does not read a date inside a title as the entry date', () => {
    const rows = [5, 4, 3]
      .map(
        (n) =>
          `<li><a href="t${n}.html">2023年12月${n}日例行发布会实录</a> (2023-12-0${n + 1})</li>`,
      )
      .join('')
    const page = readText(`<title>发布会</title><p>当前位置：首页 &gt; 发布会</p><ul>${rows}</ul>`)
    expect(days(page)).toEqual(['2023-12-06', '2023-12-05', '2023-12-04'])
  })

  it('takes the day beside a title whose bracket holds another', () => {
    const rows = [20, 17]
      .map(
        (n) =>
          `<li><a href="t${n}.html">招聘公告（考试时间：2024-01-06）</a><span>2023/11/${n}</span></li>`,
      )
      .join('')
    const page = readText(`<title>公告</title><p>当前位置：首页 &gt; 公告</p><ul>${rows}</ul>`)
    expect(days(page)).toEqual(['2023-11-20', '2023-11-17'])
  })

  it('separates a date from a title that begins with digits', () => {
    const rows = ['12', '07', '01']
      .map(
        (d, n) =>
          `<li><span>2020-12-${d}</span><a href="${n}.html">2020年第${n}批公示名单</a></li>`,
      )
      .join('')
    const page = readText(`<title>公示</title><p>当前位置：首页 &gt; 公示</p><ul>${rows}</ul>`)
    expect(days(page)).toEqual(['2020-12-12', '2020-12-07', '2020-12-01'])
  })

  it('reads dates and links side by side without rows', () => {
    const page = readText(`<title>公告</title><p>当前位置：首页 &gt; 公告</p><div class="c">
      <a href="a1.html">关于停水的公告</a> 2023-05-01<br><a href="a2.html">关于停电的公告</a> 2023-04-01<br>
      <a href="a3.html">关于修路的公告</a> 2023-03-01</div>`)
    expect(days(page)).toEqual(['2023-05-01', '2023-04-01', '2023-03-01'])
  })

  it('lists without any dates are still lists', () => {
    const rows = [1, 2, 3, 4, 5, 6]
      .map(
        (n) =>
          `<tr><td>${n}</td><td><a href="g${n}.html">某某管理办法（第${n}号令公布）</a></td></tr>`,
      )
      .join('')
    const page = readText(
      `<title>规章库</title><div class="wrap"><table><tbody>${rows}</tbody></table></div>`,
    )
    expect(page.kind.value).toBe('listing')
    expect(days(page)).toEqual([null, null, null, null, null, null])
  })
})

describe('lists of a home page', () => {
  const page = readFixture('yearless-home', {
    homeUrl: 'http://www.example.gov.cn/label/page.html',
  })

  it('names tabbed lists by their tab and finds 更多', () => {
    expect(page.lists.map((list) => [list.heading, list.moreUrl])).toEqual([
      ['白沙要闻', 'http://www.example.gov.cn/yw/'],
      ['通知公告', 'http://www.example.gov.cn/tzgg/'],
      ['政策文件', 'http://www.example.gov.cn/zcwj/'],
    ])
  })

  it('takes a missing year from the address and says so, or leaves the date out', () => {
    expect(days(page)).toEqual([
      '2023-12-05',
      '2023-12-01',
      '2023-11-30',
      null,
      '2023-10-08',
      '2023-09-01',
      null,
    ])
    const first = subjectItems(page)[0]
    expect(first?.publishedOn?.because).toContain('链接地址')
    expect(first?.title).toBe('白沙县召开第十七届人民代表大会第三次会议筹备工作会')
  })
})

describe('title and date side by side, each in an element of its own', () => {
  const entry = (n: number, open: string, middle: string, close: string): string =>
    `${open}<a href="/gg/${n}.html">关于第${n}批社会组织年检结论的公示</a>${middle}2023-11-0${n}${close}`
  const page = (open: string, middle: string, close: string): string =>
    `<h1>蓝河县民政局</h1><h2>公示公告</h2><div>${[5, 4, 3].map((n) => entry(n, open, middle, close)).join('')}</div>`

  it.each([
    ['dt and dd', '<dt>', '</dt><dd>', '</dd>'],
    ['two paragraphs', '<p>', '</p><p>', '</p>'],
  ])('%s: a list, and no article of the first day', (_, open, middle, close) => {
    const read = readText(page(open, middle, close))
    expect(read.kind.value).toBe('listing')
    expect(read.publishedOn).toBeNull()
    const items = read.lists.flatMap((list) => list.items)
    expect(items.map((item) => item.publishedOn?.value)).toEqual([
      '2023-11-05',
      '2023-11-04',
      '2023-11-03',
    ])
  })
})

it('a home page whose lists print month and day alone has entries all the same', () => {
  const rows = (name: string, day: number): string =>
    `<table><tr><td><b>${name}</b></td></tr>${[1, 2, 3]
      .map(
        (n) =>
          `<tr><td>·<a href="/s?id=${day}${n}">${name}第${n}条水利建设消息</a></td><td>[11-0${n}]</td></tr>`,
      )
      .join('')}</table>`
  const page = readText(
    `<title>某市水利局</title><body>${rows('要闻', 1)}${rows('公告', 2)}</body>`,
    {
      url: 'http://www.example.gov.cn/',
    },
  )
  expect(page.kind.value).toBe('home')
  expect(subjectItems(page)).toHaveLength(6)
  expect(days(page).every((day) => day === null)).toBe(true)
})
