/** A locator finds the quoted characters again in the decoded bytes. */
import { expect, it } from 'vitest'
import { quoteStands } from '#engine/quote'

const SOURCE =
  '<html><title>某局 首页</title><li><a title="关于召开2024年工作会议的通知" href="/a.html">关于召开2024年…</a><span>03-01</span></li><p>A&amp;B&#22269;</p><script>var 秘密 = 1</script></html>'
const whole = [0, SOURCE.length] as const

it.each([
  ['words across tags', '关于召开2024年 03-01', true],
  ['an attribute', '关于召开2024年工作会议的通知', true],
  ['words cut with an ellipsis', '某局…03-01', true],
  ['entities', 'A&B国', true],
  ['a different form of blanks and punctuation', '某局首页', true],
  ['pieces in the wrong order', '03-01…某局', false],
  ['words that do not stand', '闭会', false],
  ['nothing at all', ' ', false],
])('%s', (_, quote, stands) => {
  expect(quoteStands(SOURCE, whole, quote)).toBe(stands)
})

it('looks only within the span, and a span beyond the text holds nothing', () => {
  const at = SOURCE.indexOf('<span>')
  expect(quoteStands(SOURCE, [at, at + 18], '03-01')).toBe(true)
  expect(quoteStands(SOURCE, [0, at], '03-01')).toBe(false)
  expect(quoteStands(SOURCE, [0, SOURCE.length + 1], '03-01')).toBe(false)
  expect(quoteStands(SOURCE, null, '03-01')).toBe(true)
})

it('words before and after a choice, a box or a drawing follow one another, as the text of the page has them', () => {
  const form =
    '<label>申请人类型</label><select name="lx"><option>公民<option value="2">法人或其他组织</option></select><label>姓名</label><input name="xm"><textarea>请填写</textarea><svg><title>图</title></svg><label>证件号码</label>'
  expect(quoteStands(form, null, '申请人类型 姓名证件号码')).toBe(true)
  expect(quoteStands(form, null, '申请人类型 法人证件号码')).toBe(false)
  expect(quoteStands(form, null, '法人或其他组织')).toBe(true)
})
