/** A stored page shown again can do nothing: no script, no request, no way out of its frame. */
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { markedText, quoteContext, safePage } from '#understand/safe-page'

const URL = 'http://a.example/x/'

describe('safe page', () => {
  const hostile = `<html><head><meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/">
    <script>alert(1)</script><style>body{background:url(http://evil.example/a)}</style></head>
    <body onload="alert(2)"><a href="javascript:alert(3)" onclick="x()">点我</a><img src="http://evil.example/p.png" onerror="alert(4)" alt="图">
    <form action="http://evil.example/"><input name=a></form><svg onload="alert(5)"><a xlink:href="javascript:1">s</a></svg>
    <iframe src="frame.html"></iframe><object data="x"></object><p style="background:url(http://evil.example/b)">正文</p>
    <noscript><img src="http://evil.example/n.png"></noscript><math><mi>m</mi></math><template><script>1</script></template></body></html>`

  it('keeps the words and nothing that acts', () => {
    const { html } = safePage(hostile, URL, null)
    expect(html).toContain('点我')
    expect(html).toContain('正文')
    expect(html).toContain('〔图片：图〕')
    expect(html).toContain('http://a.example/x/frame.html')
    const names = new Set<string>()
    const attributes = new Set<string>()
    const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
      for (const node of nodes) {
        if ('attribs' in node) {
          names.add(node.name)
          for (const key of Object.keys(node.attribs)) attributes.add(key)
          walk(node.children as ReturnType<typeof parseDocument>['children'])
        }
      }
    }
    walk(parseDocument(html).children)
    for (const bad of [
      'script',
      'style',
      'meta',
      'base',
      'iframe',
      'img',
      'form',
      'input',
      'svg',
      'object',
      'a',
    ]) {
      expect(names, bad).not.toContain(bad)
    }
    for (const bad of ['href', 'src', 'style', 'onclick', 'onload', 'onerror', 'action']) {
      expect(attributes, bad).not.toContain(bad)
    }
  })

  it('marks the cited element and the cited words', () => {
    const text = '<ul><li><a href="/1">通知一</a> 2023-05-08</li><li>通知二</li></ul>'
    const element = text.indexOf('<a')
    const one = safePage(text, URL, [element, text.indexOf('</a>') + 4])
    expect(one.marked).toBe(true)
    expect(one.html).toMatch(/<span [^>]*id="mingcha-mark"[^>]*><u>通知一<\/u><\/span>/)
    const words = text.indexOf('2023')
    const two = safePage(text, URL, [words, words + 10])
    expect(two.html).toMatch(/<span [^>]*id="mingcha-mark"[^>]*>2023-05-08<\/span>/)
    expect(safePage(text, URL, null).marked).toBe(false)
  })

  it('ends a mark on a picture and survives unclosed tags and deep nesting', () => {
    const text = '<p><img alt="章" src=x><b>后'
    const at = text.indexOf('<img')
    expect(safePage(text, URL, [at, at + 5]).html).toMatch(
      /<span [^>]*id="mingcha-mark"[^>]*>〔图片：章〕<\/span>/,
    )
    expect(safePage('<div>'.repeat(50_000), URL, [10, 15]).marked).toBe(true)
  })

  it('puts the camera mark on the element or around the words', () => {
    expect(markedText('<p><a href=1>甲</a></p>', [3, 19])).toBe(
      '<p><a data-mingcha-mark="1" href=1>甲</a></p>',
    )
    expect(markedText('<p>甲乙丙</p>', [4, 5])).toBe(
      '<p>甲<mark data-mingcha-mark="1">乙</mark>丙</p>',
    )
  })

  it('gives the visible words around a quote', () => {
    const text = '<div><script>var x</script><h2>通知公告</h2><li>甲</li><li>乙</li></div>'
    const at = text.indexOf('<li>甲')
    const context = quoteContext(text, [at, at + '<li>甲</li>'.length])
    expect(context.cited).toBe('甲')
    expect(context.before).toContain('通知公告')
    expect(context.before).not.toContain('var x')
    expect(context.after).toContain('乙')
  })
})
