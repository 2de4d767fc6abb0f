/** Menus that scripts draw (xTree, dTree), and lists that are nothing but lines of links. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const XTREE = `<script>function show1(){var t=new WebFXTree('<span class=f>信息公开</span>');
  var a=new WebFXTreeItem('<span class=f>规章制度</span>',document.getElementById("a1x").href );t.add(a);
  var b=new WebFXTreeItem('公开指南','/gkzn/index.htm');t.add(b);
  var c=new WebFXTreeItem('没有地址的','javascript:;');document.write(t);}</script>
  <a id="a1x" href="gzzd.htm"></a><a id="other" href="other.htm"></a>`

describe('脚本画的树形菜单', () => {
  it('xTree：名称给同编号的空链接，写在脚本里的地址也算', () => {
    const { links } = readText(`<body>${XTREE}<p>欢迎</p></body>`, {
      url: 'http://www.example.gov.cn/xxgk.htm',
    })
    const named = links.filter((link) => link.text !== '')
    expect(named.map((link) => [link.text, link.url, link.area, link.how])).toEqual([
      ['规章制度', 'http://www.example.gov.cn/gzzd.htm', 'nav', 'href'],
      ['公开指南', 'http://www.example.gov.cn/gkzn/index.htm', 'nav', 'script'],
    ])
    expect(links.find((link) => link.url.endsWith('/other.htm'))?.text).toBe('')
  })

  it('dTree', () => {
    const html = `<script>d = new dTree('d'); d.add(0,-1,'目录'); d.add(1,0,'法律法规','/flfg/');
      d.add(2,1,'部门<b>规章</b>','list.jsp?id=3'); document.write(d);</script>`
    const { links } = readText(html, { url: 'http://www.example.gov.cn/ml/' })
    expect(links.map((link) => [link.text, link.url])).toEqual([
      ['法律法规', 'http://www.example.gov.cn/flfg/'],
      ['部门规章', 'http://www.example.gov.cn/ml/list.jsp?id=3'],
    ])
  })

  it('双引号的 dTree、zTree 的节点', () => {
    const read = (code: string) =>
      readText(`<script>${code}</script>`, { url: 'http://www.example.gov.cn/map.htm' }).links.map(
        (link) => [link.text, link.url],
      )
    const tree = 'var d=new dTree("d");d.add(0,-1,"网站地图");d.add(1,0,"法律法规","/flfg/");'
    const nodes =
      'var zNodes=[{id:1,pId:0,name:"法律法规",url:"/flfg/"},{id:2,pId:1,"name":"没有地址的"}];$.fn.zTree.init($("#tree"),{},zNodes);'
    for (const code of [tree, nodes])
      expect(read(code)).toEqual([['法律法规', 'http://www.example.gov.cn/flfg/']])
  })

  it('别的脚本里同样的写法不算', () => {
    expect(readText(`<script>cart.add(1,0,'法律法规','/flfg/')</script>`).links).toEqual([])
  })
})

const page = (body: string) =>
  readText(`<html><head><title>规章制度-蓝河学院</title></head><body>
    <table><tr><td>${body}</td></tr></table><div class="footer">版权所有 蓝河学院</div></body></html>`)
const subject = (body: string) => page(body).lists.find((list) => list.subject)?.items ?? []

describe('一行一条链接的列表', () => {
  it('编号、换行分开的', () => {
    const rows = ['关于印发保密制度的通知', '档案管理办法', '车辆管理办法']
    const body = rows.map((row, i) => `${i + 1}.<a href="/a/${i}.htm">${row}</a><br>`).join('')
    expect(subject(`<h3>规章制度</h3>${body}`).map((one) => one.title)).toEqual(rows)
    expect(page(`<h3>规章制度</h3>${body}`).kind.value).toBe('listing')
  })

  it('没有编号的，标题够长才算', () => {
    const long = '<p><a href="/1.htm">二〇二二年度信息公开工作年度报告</a></p>'
    expect(subject(`<h3>年报</h3>${long}${long.replaceAll('1', '2')}`)).toHaveLength(2)
    expect(subject('<p><a href="/1.htm">首页</a></p><p><a href="/2.htm">简介</a></p>')).toEqual([])
  })

  it('夹着正文的不是列表', () => {
    const mixed = `1.<a href="/1.htm">法治教育取得的成效</a><br>2.<a href="/2.htm">廉政文化作品征集</a><br>
      3.在大厅屏幕上滚动播放法治宣传片，并组织全体教职工收看专题讲座。<br>`
    expect(subject(mixed)).toEqual([])
  })
})
