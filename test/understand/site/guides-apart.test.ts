/** 办理时限 beside 办理时间, 监督电话 beside 咨询电话: what names an element, as the portal's other guides show it. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite } from './mini-site.ts'

const WITH: readonly (readonly [string, string])[] = [...MENU, ['/bszn/', '办事指南']]
const FULL: readonly (readonly [string, string])[] = [
  ['设定依据', '《中华人民共和国森林法》第五十六条'],
  ['申请条件', '具有合法林权，采伐方案符合规定'],
  ['申请材料', '采伐申请表、林权证明'],
  ['办理流程', '申请、受理、审核、发证'],
  ['办理时限', '5个工作日'],
  ['办理地点', '市政务服务中心二楼林业窗口'],
  ['办理时间', '周一至周五8:30-12:00'],
  ['咨询电话', '0700-1234567'],
  ['监督电话', '0700-1234599'],
]
type Row = readonly [string, string]
const table = (rows: readonly Row[]) =>
  `<table>${rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table>`
const without = (...names: readonly string[]) =>
  table(FULL.filter(([name]) => !names.includes(name)))
const renamed = (from: string, to: Row) => table(FULL.map((row) => (row[0] === from ? to : row)))

/** Of the first of these guides. */
function first(...bodies: readonly string[]) {
  const names = ['林木采伐许可', '木材运输证核发', '林地占用审批', '苗木检疫']
  const pages = Object.fromEntries(
    bodies.map((body, i) => [
      `/bszn/${i}.html`,
      html({
        menu: WITH,
        heading: names[i] ?? '',
        trail: [
          ['/bszn/', '办事指南'],
          ['/bszn/', '正文'],
        ],
        body,
      }),
    ]),
  )
  const { serviceGuides } = miniSite({
    '/': html({ menu: WITH, body: '<p>欢迎</p>' }),
    '/bszn/': html({
      menu: WITH,
      heading: '办事指南',
      trail: [['/bszn/', '办事指南']],
      body: list(bodies.map((_, i) => [`/bszn/${i}.html`, names[i] ?? '', '2023-06-01'])),
    }),
    ...pages,
  })
  const found = serviceGuides.find(({ title }) => title === names[0])
  return [found?.missing, found?.loose ?? []]
}
const whole = table(FULL)

describe('别的指南两样都写', () => {
  it.each([
    ['办理时间', without('办理时间')],
    ['联系电话', without('咨询电话')],
    ['办理时间', renamed('办理时间', ['承诺办结时间', '3个工作日'])],
    ['联系电话', renamed('咨询电话', ['投诉举报电话', '0700-1234500'])],
  ])('缺%s', (name, body) => {
    expect(first(body, whole, whole)).toEqual([[name], []])
  })

  it.each([
    ['受理时间', renamed('办理时间', ['受理时间', '工作日上午'])],
    ['没有标签的钟点', renamed('办理时间', ['窗口说明', '周一至周五8:30-12:00'])],
    ['联系方式', renamed('咨询电话', ['联系方式', '0700-1234567'])],
    ['咨询投诉电话', renamed('咨询电话', ['咨询、投诉电话', '0700-1234567'])],
    ['电话', renamed('咨询电话', ['电话', '0700-1234567'])],
    ['咨询方式', renamed('咨询电话', ['咨询方式', '现场咨询或拨打0700-1234567'])],
  ])('%s也是', (_, body) => {
    expect(first(body, whole, whole)).toEqual([[], []])
  })
})

describe('别的指南也只写一样：不知道是哪一样', () => {
  it.each([
    ['办理时间', without('办理时间')],
    ['联系电话', without('咨询电话')],
  ])('%s', (name, body) => {
    expect(first(body, body, body)).toEqual([[], [name]])
  })

  it('只有一份', () => {
    expect(first(without('办理时间'))).toEqual([[], ['办理时间']])
  })
})
