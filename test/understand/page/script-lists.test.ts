/** Lists kept as data in a page's own script, with the days that the data names; menus, calendars and related news are none. */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const NEWS = [
  ['2026-11-25', '关于举办全市职业技能竞赛的通知'],
  ['2026-11-18', '失业保险稳岗返还公示（第四批）'],
  ['2026-11-09', '关于调整基本养老金的通告'],
] as const
const URL = 'http://rsj.example.gov.cn/tzgg/index.html'
const page = (script: string, body = '<ul id="list"></ul>') =>
  readText(
    `<html><head><title>通知公告-白石市人社局</title></head><body><div class="nav"><a href="/">首页</a><a href="/tzgg/">通知公告</a></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; 通知公告</div>${body}<script>${script}</script></body></html>`,
    { url: URL },
  )
const days = (read: ReturnType<typeof page>) =>
  subjectItems(read).map((item) => item.publishedOn?.value)
const wanted = NEWS.map(([day]) => day)

describe('a list written in a script', () => {
  it('as objects of the script’s own', () => {
    const list = NEWS.map(
      ([day, title], i) => `{title:'${title}',url:"/tzgg/${i}.html",date:"${day}",click:${i}}`,
    )
    const read = page(`var list=[${list.join(',')}];for(var i=0;i<list.length;i++){show(list[i])}`)
    // Trail and <title> agree on whose list it is.
    expect(read.kind).toMatchObject({ value: 'listing', sureness: 0.92 })
    expect(days(read)).toEqual(wanted)
    expect(subjectItems(read)[0]).toMatchObject({
      title: '关于举办全市职业技能竞赛的通知',
      url: 'http://rsj.example.gov.cn/tzgg/0.html',
      publishedOn: { sureness: 0.8 },
    })
    expect(read.links.filter(({ how }) => how === 'script').map(({ url }) => url)).toContain(
      'http://rsj.example.gov.cn/tzgg/2.html',
    )
  })

  it('as JSON, the day of publication before others, escaped or as a time stamp', () => {
    const list = NEWS.map(([day, title], i) => ({
      id: i,
      title,
      updateTime: '2026-11-27 09:00:00',
      publishTime: i === 0 ? `${day} 09:10:00` : Date.parse(`${day}T09:10:00+08:00`),
      url: `/detail/${i}`,
      tags: [],
    }))
    const json = JSON.stringify({ column: { id: 8, name: '通知公告' }, list }).replaceAll(
      '/',
      '\\/',
    )
    const read = page(`window.__DATA__ = ${json};`)
    expect(days(read)).toEqual(wanted)
    expect(subjectItems(read)[1]?.url).toBe('http://rsj.example.gov.cn/detail/1')
  })

  it('is none without addresses or without days', () => {
    const bare = NEWS.map(([day, title]) => `{title:"${title}",date:"${day}"}`).join(',')
    const menu = NEWS.map(([, title], i) => `{title:"${title}",url:"/m/${i}/",t:"2026-11"}`).join(
      ',',
    )
    expect(subjectItems(page(`var days=[${bare}]`))).toEqual([])
    expect(subjectItems(page(`var menu=[${menu}]`))).toEqual([])
  })

  it('the number of a record and its day of publication do where the script makes the address', () => {
    const rows = (key: string, id: string) =>
      NEWS.map(
        ([day, title], i) => `{"${id}":${6700 + i},"title":"${title}","${key}":"${day}"}`,
      ).join(',')
    const read = page(`var data=[${rows('publishTime', 'articleId')}];draw(data)`)
    expect(days(read)).toEqual(NEWS.map(([day]) => day))
    expect(subjectItems(read).every(({ url }) => url === null)).toBe(true)
    expect(subjectItems(page(`var data=[${rows('date', 'id')}];draw(data)`))).toEqual([])
    expect(subjectItems(page(`var data=[${rows('publishTime', 'kind')}];draw(data)`))).toEqual([])
  })

  it('without addresses is still the content, which a browser must show; a menu is none', () => {
    const bare = NEWS.map(([, title], i) => `{"id":${i},"title":"${title}"}`).join(',')
    expect(page(`var data=[${bare}];draw(data)`).needsBrowser).toMatchObject({ value: true })
    const menu =
      '{"title":"政务公开","id":1},{"title":"互动交流","id":2},{"title":"办事服务","id":3}'
    const words =
      '<p>暂无数据</p><p>本栏目由白石市人力资源和社会保障局办公室负责维护，联系电话请见页面底部。</p>'
    expect(page(`var menu=[${menu}];draw(menu)`, words).needsBrowser.value).toBe(false)
  })

  it('gives way to the list that the page prints, and to its text', () => {
    const list = NEWS.map(
      ([day, title], i) => `{title:"${title}",url:"/x/${i}.html",date:"${day}"}`,
    )
    const printed = [1, 2, 3]
      .map(
        (i) =>
          `<li><a href="/tzgg/p${i}.html">第${i}次业务会议召开情况通报</a><span>2026-10-0${i}</span></li>`,
      )
      .join('')
    expect(days(page(`var hot=[${list}]`, `<ul>${printed}</ul>`))).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ])
    const text =
      '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
    const article = page(
      `var hot=[${list}]`,
      `<h1>关于开展年度检查的通知</h1><p>发布时间：2026-10-01 来源：办公室</p><div>${text.repeat(6)}</div>`,
    )
    expect(article.kind.value).toBe('article')
    expect(article.publishedOn?.value).toBe('2026-10-01')
  })
})
