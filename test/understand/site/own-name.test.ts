/** The name of a portal that was given by its address alone: what its home page agrees on, and what leaves it unnamed. */
import { describe, expect, it } from 'vitest'
import { miniSite } from './mini-site.ts'

const home = (title: string, tag: string, foot: string) =>
  `<html><head><title>${title}</title><meta name="SiteName" content="${tag}"></head><body><div class="nav"><a href="/tzgg/">通知公告</a></div><div class="footer"><p>${foot}</p><p>网站标识码：4219230021</p></div></body></html>`

describe('只给了网址的网站：从首页读出单位名称', () => {
  it.each([
    [
      '政府门户',
      '兰河县人民政府门户网站',
      '兰河县人民政府门户网站',
      '主办：兰河县人民政府办公室',
      '兰河县人民政府',
    ],
    ['首页二字', '首页-兰河县教育局', '兰河县教育局', '', '兰河县教育局'],
    ['没有标签，标题与页脚相合', '兰河县水利局', '', '主办单位：兰河县水利局', '兰河县水利局'],
    [
      '标签抄了别处的，标题与页脚相合',
      '兰河县水利局',
      '青河县水利局',
      '主办单位：兰河县水利局',
      '兰河县水利局',
    ],
    [
      '网站名不是机关名，只有页脚写了',
      '兰河教育网',
      '兰河教育网',
      '主办单位：兰河县教育局',
      'www.lanhe.example',
    ],
    [
      '开发区写的是区名，不是管委会',
      '兰河高新技术产业开发区',
      '兰河高新技术产业开发区',
      '主办：兰河高新技术产业开发区管理委员会',
      '兰河高新技术产业开发区',
    ],
    [
      '园区的宣传网，没有第二处这样写',
      '兰河招商网',
      '兰河工业园区',
      '主办单位：兰河投资集团',
      'www.lanhe.example',
    ],
    ['几处各不相同', '兰河县林业局', '青河县水利局', '主办单位：白河县教育局', 'www.lanhe.example'],
  ])('%s', (_case, title, tag, foot, expected) => {
    const site = miniSite({ '/': home(title, tag, foot) }, { agency: 'www.lanhe.example' })
    expect(site.agency.name).toBe(expected)
  })

  it('名录里有名称的用名录的', () => {
    const site = miniSite(
      { '/': home('青河县水利局', '青河县水利局', '主办：青河县水利局') },
      { agency: '兰河县水利局' },
    )
    expect(site.agency.name).toBe('兰河县水利局')
  })
})
