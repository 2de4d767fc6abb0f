/** Pages without a day that are surely what they look like, and those that only resemble them; days, titles and trails of old habits. */
import { describe, expect, it } from 'vitest'
import type { Page } from '#model/page'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const TRAIL =
  '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; <a href="/zw/lm/">执法公示</a></div>'
const FOOT = '<div class="footer"><p>主办单位：临江县统计局</p><p>示ICP备12345678号</p></div>'

const page = (title: string, inside: string, url = 'http://tjj.example.gov.cn/zw/lm/a1.html') =>
  readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${inside}${FOOT}</body></html>`,
    { url },
  )
const kind = ({ kind }: Page) => [kind.value, kind.sureness >= 0.9]

describe('texts without a day', () => {
  const notice =
    '<p>因系统升级，12月31日20:00至1月3日8:00暂停网上缴费服务，敬请谅解，特此通知。</p>'

  it('a few lines under the title of a document, whatever <title> says', () => {
    const read = page(
      '重要提示 - 临江县统计局',
      `${TRAIL}<h2>关于系统升级暂停服务的通知</h2>${notice}`,
    )
    expect(kind(read)).toEqual(['article', true])
  })

  it('a few lines under another title are less sure', () => {
    const read = page(
      '统计指标解释 - 临江县统计局',
      `${TRAIL}<h2>城乡居民人均可支配收入</h2>${notice}`,
    )
    expect(kind(read)).toEqual(['article', false])
  })

  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const people = ['周明', '吴倩', '郑凯'].map((name, i) =>
    row([name, `190700***${i}`, '2023-06-01', '2028-05-31']),
  )
  const heads = row(['姓名', '执法证号', '发证日期', '有效期至'])

  it('the rows of a table under a title that <title> repeats', () => {
    const title = '临江县统计局行政执法人员名单'
    const inside = `${TRAIL}<h2>${title}</h2><table>${heads}${people.join('')}</table>`
    expect(kind(page(`${title} - 临江县统计局`, inside))).toEqual(['article', true])
  })

  it('the heads of a table that a script fills are no text', () => {
    const title = '临江县统计局行政执法人员名单'
    const inside = `${TRAIL}<h2>${title}</h2><table>${heads}</table><p>关键词 发证机关 区划 状态 查询 重置 每页显示二十条 共零条记录 跳转到第页 确定</p>`
    expect(page(`${title} - 临江县统计局`, inside).kind.because).not.toContain('下有表格')
  })

  it('without a trail, <title> being just the printed title', () => {
    const title = '州应急管理局启动冬季牧区防抗灾物资储备'
    const text =
      '<p>记者获悉，全州已储备饲草料四万吨，帐篷三千顶，可满足牧区冬季所需，下一步将加强调度，确保群众安全过冬。</p>'
    const read = page(title, `<div><h1>${title}</h1>${text}</div>`)
    expect(kind(read)).toEqual(['article', true])
    // Too short to say, but no notice of having moved.
    expect(
      kind(page(title, `<div><h1>${title}</h1><p>已储备三千顶帐篷，可满足需要。</p></div>`)),
    ).toEqual(['other', false])
    // The name of a body or of a door to something else is no article's.
    for (const name of ['临江县人民政府政务服务管理局', '临江县政务服务统一登录平台'])
      expect(page(name, `<div><h1>${name}</h1>${text}</div>`).kind.value).not.toBe('article')
  })

  it('a law in a layout of tables, its title set with <font>', () => {
    const menu = ['首页', '新闻', '法规']
      .map((one, i) => `<a href="${i}.asp">${one}</a>`)
      .join(' | ')
    const read = page(
      '临江县统计局--政策法规',
      `<table><tr><td>${menu}</td></tr></table><table><tr><td align="center"><font size="5"><b>江北省水资源管理条例</b></font></td></tr>
      <tr><td>（2003年8月15日江北省人民代表大会常务委员会通过）</td></tr><tr><td>${P}<p>第一条 为了合理开发、利用、节约和保护水资源，制定本条例。</p><p>第二条 本条例自2003年10月1日起施行。</p></td></tr></table>`,
      'http://tjj.example.gov.cn/showfg.asp?n=17',
    )
    expect(read.title).toBe('江北省水资源管理条例')
    expect(kind(read)).toEqual(['article', true])
    expect(read.publishedOn).toBeNull()
  })

  it('a title that <title> shortens', () => {
    const inside = `${TRAIL}<h2>居民身份证到期换领</h2>${P}${P}`
    expect(kind(page('身份证到期换领 | 临江县', inside))).toEqual(['article', true])
  })

  it('one letter and its answer', () => {
    const inside = `${TRAIL}<table><tr><td>来信标题</td><td>咨询加装电梯补贴</td></tr><tr><td>来信人</td><td>王**</td></tr><tr><td>来信时间</td><td>2026-05-06</td></tr>
      <tr><td>来信内容</td><td>您好，想咨询一下老旧小区加装电梯的补贴标准，谢谢。</td></tr><tr><td>答复单位</td><td>县住建局</td></tr><tr><td>答复时间</td><td>2026-05-09</td></tr>
      <tr><td>答复内容</td><td>您好，来信收悉，每台电梯补贴二十万元，材料可到所在街道办事处领取。</td></tr></table>`
    expect(kind(page('信件详情', inside))).toEqual(['article', true])
  })

  it('a sentence with nothing of a site around it publishes nothing', () => {
    const read = readText(
      '<html><head><title>临江县人民政府</title></head><body><p>您访问的页面已停用，网站已于2026年8月15日迁移至新地址，<a href="http://new.example.gov.cn/">点击进入</a>。</p></body></html>',
      { url: 'http://old.example.gov.cn/xw/1.html' },
    )
    expect(kind(read)).toEqual(['other', true])
    // A page that scripts fill says nothing about itself.
    const shell = readText(
      `<html><head><title>临江县人民政府</title></head><body><p>正在加载，请稍候，精彩内容即将呈现。</p><script>${'load();'.repeat(60)}</script></body></html>`,
      { url: 'http://old.example.gov.cn/xw/1.html' },
    )
    expect(kind(shell)).toEqual(['other', false])
  })
})

describe('forms and lists', () => {
  it('a form is one though its trail ends with 正文', () => {
    const trail = TRAIL.replace('</div>', ' &gt; 正文</div>')
    const fields = ['name', 'idno', 'tel', 'code'].map((name) => `<input name="${name}">`).join('')
    const form = `<form><table><tr><td>姓名、证件号码、联系电话、验证码</td><td>${fields}</td></tr><tr><td>所需信息</td><td><textarea name="need"></textarea></td></tr></table></form>`
    expect(kind(page('信息公开申请', `${trail}<h2>信息公开申请表格</h2>${form}`))).toEqual([
      'form',
      true,
    ])
  })

  const rows = (count: number, excerpt: string) =>
    Array.from(
      { length: count },
      (_, i) =>
        `<li><h4><a href="/n/${i}.html">第${i + 1}批人才公寓交付使用</a></h4><p>${excerpt}</p><span>2026-10-0${i + 1}</span></li>`,
    ).join('')
  const excerpt = '近日，记者走进项目现场看到，工人们正在抓紧施工，预计年底前全部完工，可满足所需。'

  it('rows with excerpts that are all that the body holds', () => {
    const of = (inside: string) => page('执法公示 - 临江县', `${TRAIL}<div>${inside}</div>`)
    expect(kind(of(`<ul>${rows(4, excerpt)}</ul>`))).toEqual(['listing', true])
    expect(kind(of(`${P}${P}<ul>${rows(4, excerpt)}</ul>`))).not.toEqual(['listing', true])
  })

  it('the rows of a search stand under how many there are', () => {
    const read = page(
      '医保_搜索结果',
      `<p>为您找到相关结果约 36 条，用时 0.02 秒</p><ul>${rows(3, `……${excerpt}${excerpt}……`)}</ul>`,
      'http://www.example.gov.cn/so/s?qt=1',
    )
    expect(read.kind.value).toBe('listing')
    expect(subjectItems(read)).toHaveLength(3)
  })
})

describe('days', () => {
  const text = `<div class="con">${P}${P}${P}</div>`

  it('a rule’s day of promulgation yields to the day it was put here', () => {
    const both = page(
      '临江市城市供水管理办法',
      `${TRAIL}<h1>临江市城市供水管理办法</h1><p>公布日期：2025年12月29日</p><p>发布时间：2026-01-06</p>${text}`,
    )
    expect(both.publishedOn).toMatchObject({ value: '2026-01-06' })
    expect(both.publishedOn?.sureness).toBeGreaterThanOrEqual(0.9)
    const one = page(
      '临江市城市供水管理办法',
      `${TRAIL}<h1>临江市城市供水管理办法</h1><p>公布日期：2025年12月29日</p>${text}`,
    )
    expect(one.publishedOn).toMatchObject({ value: '2025-12-29' })
    expect(one.publishedOn?.sureness).toBeGreaterThanOrEqual(0.9)
  })

  it('发布时间 with an hour and then a place is the conference’s', () => {
    const read = page(
      '财政政策新闻发布会',
      `${TRAIL}<h1>财政政策新闻发布会</h1><p>发布时间：2026年9月17日（星期四）上午10时</p><p>发布地点：市新闻发布厅</p>${text}`,
    )
    expect(read.publishedOn).toBeNull()
  })

  it('a day and a count under the title, in another script', () => {
    const title = 'ناھىيىمىزدە باھارلىق تېرىلغۇ باشلاندى'
    const words =
      'ئەتىيازلىق تېرىلغۇ خىزمىتى جىددىي ئېلىپ بېرىلماقتا. دېھقانلار ئېتىزلاردا ئىشلەۋاتىدۇ.'
    const read = page(
      title,
      `<div><h1>${title}</h1><div><span>2026-04-15</span><span>كۆرۈلۈشى: 120</span></div><p>${words}</p><p>${words}</p></div>`,
    )
    expect(read.publishedOn).toMatchObject({ value: '2026-04-15' })
  })
})

describe('names', () => {
  it('the site before two dashes, and no trail: the footer says whose site it is', () => {
    const rows = [1, 2, 3, 4, 5]
      .map((i) => `<tr><td><a href="${i}.asp">关于第${i}次停水的公告</a> (2009-3-${i})</td></tr>`)
      .join('')
    const read = page(
      '临江县统计局--公告栏',
      `<table>${rows}</table>`,
      'http://tjj.example.gov.cn/gg.asp',
    )
    expect(read.title).toBe('公告栏')
  })

  it('steps that are each named for the trail end with the box around them', () => {
    const step = (name: string) =>
      `<span class="el-breadcrumb__item"><span class="el-breadcrumb__inner"><a href="/p">${name}</a></span><span class="el-breadcrumb__separator">/</span></span>`
    const fields = '<ul><li><span>索 引 号</span><span>MB1880012/2026-00019</span></li></ul>'
    const read = page(
      '关于印发办法的通知',
      `<div class="el-breadcrumb">${['首页', '政务公开', '政策文件'].map(step).join('')}</div><main>${fields}<h1>关于印发办法的通知</h1>${P}</main>`,
    )
    expect(read.trail).toEqual(['首页', '政务公开', '政策文件'])
  })
})

describe('a column beside the menu of its neighbours', () => {
  const trail =
    '<div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/gk/">公开</a> &gt; <a href="/gk/3/">重要公告</a></div>'
  const rows = (...names: readonly string[]) =>
    names.map((name, i) => `<p><a href="/gk/${i}/">${name}</a></p>`).join('')
  const neighbours = `<div class="zuo"><h2>公开</h2>${rows('区府文件', '阳光政务', '拆迁公告', '重要公告', '就业直通车', '养老服务')}</div>`
  const of = (inside: string) =>
    page('重要公告-临江县', `${trail}${inside}`, 'http://www.example.gov.cn/gk/3/')

  it('is no overview of them', () => {
    const read = of(
      `${neighbours}<div class="you"><h2>重要公告</h2><iframe src="/f.html"></iframe></div>`,
    )
    expect(read.kind.value).not.toBe('directory')
  })

  it('is its text', () => {
    const text =
      '<p>公告每月张贴于政务大厅公告栏，咨询电话88001122，地址为大学路一号政务大厅一楼东侧。</p>'
    expect(kind(of(`${neighbours}<div class="you"><h2>重要公告</h2>${text}</div>`))).toEqual([
      'other',
      true,
    ])
  })

  it('is an overview of what else it leads to', () => {
    const own = `<div class="you"><h2>重要公告</h2>${rows('水务', '电力', '燃气', '交通', '教育', '医疗')}</div>`
    expect(kind(of(`${neighbours}${own}`))).toEqual(['directory', true])
    // The column's own name over the rows is a heading, be it linked.
    const headed = `<div class="you"><h2><a href="/gk/3/">重要公告</a></h2>${rows('水务', '电力', '燃气', '交通', '教育', '医疗')}</div>`
    expect(kind(of(headed))).toEqual(['directory', true])
  })

  it('of a few rows may be either', () => {
    expect(kind(of(`<div class="you"><h2>重要公告</h2>${rows('水务', '电力')}</div>`))).toEqual([
      'directory',
      false,
    ])
  })
})

it('rows without days that two places give the column’s name are its list, however few', () => {
  const rows = ['机构职能与内设机构规定', '规范性文件管理办法']
    .map((name, i) => `<li><a href="/gk/${i}.html">${name}</a></li>`)
    .join('')
  const read = page(
    '执法公示 - 临江县统计局',
    `${TRAIL}<div><h2>执法公示</h2><ul>${rows}</ul></div>`,
    'http://tjj.example.gov.cn/zw/lm/',
  )
  expect(kind(read)).toEqual(['listing', true])
})
