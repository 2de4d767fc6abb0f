/** Words that a template left, and words that somebody wrote. */
import { expect, it } from 'vitest'
import { isTemplateText } from '#base/template-text'

it.each([
  '网站名称',
  '关键词1,关键词2',
  '关键字、关键字、关键字',
  '栏目关键词1 栏目关键词2',
  '请填写栏目描述',
  '{title}',
])('模板留下的：%s', (words) => {
  expect(isTemplateText(words)).toBe(true)
})

it.each(['关键词检索,政务公开', '关键技术,关键岗位', '通知公告,蓝河市', '关键词1是指文章的主题词'])(
  '自己写的：%s',
  (words) => {
    expect(isTemplateText(words)).toBe(false)
  },
)
