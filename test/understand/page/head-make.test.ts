/** What the head of a page is made of, and signs that name a column rather than the site. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const page = (head: string, style = ''): string => `<!DOCTYPE html><html><head>
<title>节水宣传_示例市水务局</title><meta name="SiteName" content="示例市水务局">
<meta name="ColumnName" content="节水在线"><link rel="stylesheet" href="/c.css">${style}</head><body>
<div class="hd">${head}</div>
<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/hd/">互动</a> &gt; <a href="/hd/js/">节水在线</a></div>
<div class="body"><h1>节水宣传</h1><p>今年继续开展节水宣传周活动，请各单位做好准备，具体安排另行通知。</p>
<p>活动期间将发放宣传册，走进社区和学校讲解节水知识，欢迎市民朋友踊跃参加本次活动。</p></div></body></html>`

describe('the make of a head', () => {
  it('tells its names and sheets, and that nothing in it shows anything', () => {
    const { headMake } = readText(page('<ul id="m"><li class="a b"><a href="/">首页</a></li></ul>'))
    expect(headMake).toEqual({ shows: false, parts: ['link /c.css', '.hd', '#m', '.a', '.b'] })
  })

  it.each([
    ['a picture', '<img src="/logo.png">', ''],
    ['a background of its own', '<div style="background:url(/b.jpg)"></div>', ''],
    ['a cell’s background', '<table background="/b.jpg"><tr><td>&nbsp;</td></tr></table>', ''],
    ['a rule of the page', '<div class="x"></div>', '<style>.x{background:url(b.jpg)}</style>'],
  ])('%s may show the name', (_, head, style) => {
    expect(readText(page(head, style)).headMake?.shows).toBe(true)
  })

  it('counts scripts as parts', () => {
    const { headMake } = readText(page('<script src="/m.js"></script><script>f()</script>'))
    expect(headMake?.parts).toContain('script /m.js')
    expect(headMake?.parts.some((part) => part.startsWith('code '))).toBe(true)
  })

  it('a picture below the head is not of it', () => {
    const html = page('<b>x</b>').replace('<h1>', '<img src="/a.jpg"><h1>')
    expect(readText(html).headMake?.shows).toBe(false)
  })
})

it.each([
  ['the column’s own name on a channel’s sign', '<div class="logo">节水在线</div>', null],
  ['the site’s', '<div class="logo">示例市水务局</div>', '示例市水务局'],
  ['another body’s', '<div class="logo">样板市水务局</div>', '样板市水务局'],
])('%s', (_, head, name) => {
  expect(readText(page(head)).headName?.value ?? null).toBe(name)
})
