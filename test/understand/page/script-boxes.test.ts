/** Tabs whose panels a script writes: the page says so, and what its panels hold is read. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const URL = 'http://www.example.gov.cn/ysqgk/'
const page = (pane: string, script: string): string =>
  `<html><head><title>依申请公开</title></head><body><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/ysqgk/">依申请公开</a></div><main><div class="tabs"><b data-k="a">申请说明</b><b data-k="b">办理流程</b><b data-k="c">填报申请</b></div><div id="pane">${pane}</div></main><script>${script}</script></body></html>`
const SCRIPT = `var P={a:"<p>当面申请请到行政楼五楼。</p>",b:"<img src='/lc.png' alt='办理流程图'>"};document.getElementById("pane").innerHTML=P.a`
const SHOWN =
  '<p>当面申请：行政楼五楼，邮寄地址同上，邮编721013，电话0917-3390601，二十个工作日内答复，特殊情况可以延长二十个工作日。</p>'

describe('panels that a script writes', () => {
  it('an empty box that a script fills needs a browser; a clock in the head does not', () => {
    expect(readText(page('', SCRIPT), { url: URL }).needsBrowser).toMatchObject({ value: true })
    const clock = `document.getElementById("nowdate").innerHTML=new Date()`
    const body = `<html><body><div id="nowdate"></div><p>${'这一页没有很多文字，但都在源码里，不必等脚本来写。'.repeat(4)}</p><script>${clock}</script></body></html>`
    expect(readText(body, { url: URL }).needsBrowser.value).toBe(false)
  })

  it('names of the tabs and what the other panels hold belong to the text', () => {
    const { text } = readText(page(SHOWN, SCRIPT), { url: URL })
    for (const words of [
      '当面申请：行政楼五楼',
      '填报申请',
      '当面申请请到行政楼五楼。',
      '办理流程图',
    ])
      expect(text.excerpt).toContain(words)
  })

  it('a row of links that lead away is a menu', () => {
    const menu = page(SHOWN, '').replace(/<b data-k="(.)">(.*?)<\/b>/g, '<a href="/$1.html">$2</a>')
    expect(readText(menu, { url: URL }).text.excerpt).not.toContain('填报申请')
  })
})
