/** What stands behind a label: a value, or only what a template leaves. */
import { describe, expect, it } from 'vitest'
import { firstSaid, isPlaceholder } from '#base/label-value'

const FAX = /传\s*真|fax/i

const said = (text: string, words = FAX): string | null =>
  firstSaid(text.split('\n'), words)?.found ?? null

describe('behind a label', () => {
  it.each([
    ['a value', '传真：0700-1234568'],
    ['a value in brackets behind the label', '传真（白天）：0700-1234568'],
    ['a value in the next cell', '传真\t0700-1234568'],
    ['a value in the line below', '传真：\n0700-1234568'],
    ['a sentence', '申请人可通过传真提交申请。'],
    ['a label in spaced characters', '传　真 ： 0700-1234568　邮 箱：a@b.cn'],
    ['a plain statement that there is none', '传真：无'],
    ['a house of letters', '传真：文昌路XX大厦3楼'],
    ['a second place where it is told', '传真：\n电子邮箱：\n请发传真至0700-1234568。'],
    ['the way it is served, then how', '传真\t全程网办：登录政务一体化平台在线办理，无需到现场'],
    ['the same behind a colon', '传真：线上办理：登录政务一体化平台；线下：二楼'],
    ['a season, then the hours', '传真\t夏季：8:30-12:00'],
    ['a section, then its number', '传真\t综合科：0700-1234568'],
    ['a word, then the label of what follows', '传真：每年 更新时间：2024-01-10'],
    ['an office, then its number', '传真：办公室：0700-1234568'],
    ['the end of a sentence', '申请可以邮寄、传真。'],
    ['a name of the page over words of its own', '机关传真\n可发至0700-1234568'],
  ])('%s counts', (_, text) => {
    expect(said(text)).not.toBeNull()
  })

  it.each([
    ['nothing', '传真：'],
    ['nothing before the next label', '传真：　　电子邮箱：ly@example.gov.cn'],
    ['nothing before the label of the line below', '传真：\n电子邮箱：ly@example.gov.cn'],
    ['nothing in the next cell', '传真\t\t邮编\t100000'],
    ['a label in the next cell', '传真：\t邮编：\t100000'],
    ['the label of the next cell', '传真： 邮编 100000'],
    ['another label with its value in the next cell', '传真\t电子邮箱：ly@example.gov.cn'],
    ['the label of a section in the next cell', '传真\t责任科室：综合科'],
    ['the label of a window behind it', '传真：办理窗口：3号'],
    ['a section with nothing behind it', '传真\t综合科：'],
    ['a section with a dash', '传真\t综合科：——'],
    ['a dash', '传真：——'],
    ['暂无', '传真：暂无　邮编：100000'],
    ['crosses', '传真：xxx'],
    ['zeros', '传真：010-00000000'],
    ["an area's code with two digits behind it", '传真：0700-12'],
    ["an area's code and a dash", '传真：0700-'],
    ["an area's code alone", '传真\t0700'],
    ['a promise in brackets', '传真：（待补充）'],
    ["a template's address", '传真：XXX市XX路XX号'],
    ['a window to ask at', '传真：详见办事窗口'],
    ['a dash behind a blank', '传真 ——'],
    ['a heading with a dash below', '传真\n——'],
    ['a heading with the next label of a data set below', '传真\n更新时间\n2024-01-10'],
    ['what the hall shows', '传真：以大厅公示为准'],
    ['a dash that clings to the label', '传真——\n邮编 100000'],
    ['an empty cell over the next row', '联系传真\n办公时间 工作日8:30—12:00'],
    ['an empty numbered part over the next', '三、传真\n四、联系电话\n0700-1234567'],
    ['the page’s name over a label with nothing behind it', '机关传真\n传真：\n邮编：100000'],
  ])('%s does not', (_, text) => {
    expect(said(text)).toBeNull()
  })

  it('a number that is found without a label is looked at too', () => {
    expect(said('办公室 010-00000000', /0\d{2,3}-\d{7,8}/)).toBeNull()
    expect(said('办公室 010-66000000', /0\d{2,3}-\d{7,8}/)).toBe('010-66000000')
  })
})

it.each([
  '8888888',
  '0700-1234567',
  '0700-12345',
  '二楼服务窗口',
  '到窗口提交申请，由窗口受理',
  '详见附件',
  '无',
  'office@city.gov.cn',
  '工作日',
])('%s is a value', (value) => {
  expect(isPlaceholder(value)).toBe(false)
})

describe('a numbered heading', () => {
  const OFFICE = /受理机构|机构名称/
  it.each([
    ['三、依申请公开的受理机构\n机构名称\t示例市林业局办公室', '机构名称'],
    ['三、依申请公开的受理机构\n示例市林业局办公室负责受理。', '受理机构'],
    ['（三）受理机构\n办公地址：示例市林荫路1号\n机构名称：示例市林业局', '机构名称'],
  ])('above what names it: %s', (text, found) => {
    expect(said(text, OFFICE)).toBe(found)
  })

  it.each([
    '三、依申请公开的受理机构\n办公地址\t示例市林荫路1号\n联系电话\t0700-1234567',
    '三、受理机构\n办公时间：周一至周五',
  ])('above what tells of other things says nothing: %s', (text) => {
    expect(said(text, OFFICE)).toBeNull()
  })
})
