/** Places inside a page and the links that lead to them. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const page = (body: string) =>
  readText(
    `<html><body><div class="position">当前位置：<a href="/">首页</a> > 名录</div><div>${body}</div></body></html>`,
  )

describe('places inside a page', () => {
  it('are told by id or name, with the words that stand there', () => {
    const { anchors } = page(
      '<h3 id="a">民政局</h3><p>电话</p><a name="b"></a><b>水利局</b><div id="c"><p>教育局</p><p>地址</p></div>',
    )
    expect(anchors).toEqual([
      { id: 'a', words: '民政局' },
      { id: 'b', words: '水利局' },
      { id: 'c', words: '教育局' },
    ])
  })

  it('are named by links, on this page or another; routes of scripts name none', () => {
    const { hashLinks } = page(
      '<a href="#a">民政局</a><a href="/x.html#b">水利局</a><a href="#">顶</a><a href="/#/c">页</a>',
    )
    expect(
      hashLinks?.map(({ url, hash, text }) => [url.replace(/^.*\//, '/'), hash, text]),
    ).toEqual([
      [expect.stringContaining('/'), 'a', '民政局'],
      ['/x.html', 'b', '水利局'],
    ])
  })
})
