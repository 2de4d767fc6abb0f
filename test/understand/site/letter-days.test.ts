/**
 * Days of letters that stand in steps (收件、转办、回复), in the letter's number, in the list alone, and without a year below a
 * heading that tells it; beside them what must not be taken for the day of asking.
 */
import { describe, expect, it } from 'vitest'
import { html, MENU, miniSite } from './mini-site.ts'

const BOARD: readonly (readonly [string, string])[] = [...MENU, ['/zxts/', '咨询投诉']]
const page = (body: string, heading = '咨询投诉') =>
  html({ menu: BOARD, heading, trail: [['/zxts/', '咨询投诉']], body })
const LIST = '<ul><li><a href="/zxts/1.html">小区路灯不亮</a></li></ul>'
const days = (body: string, { list = LIST, heading = '小区路灯不亮' } = {}) =>
  miniSite({
    '/': html({ menu: BOARD, body: '<p>欢迎</p>' }),
    '/zxts/': page(list),
    '/zxts/1.html': page(body, heading),
  }).messages.map(({ askedOn, answeredOn, state }) => [askedOn, answeredOn, state])

const REPLIED = [['2023-09-07', '2023-10-20', 'answered']]
const steps = (tag: string, ...lines: readonly string[]) =>
  `<div class="q">小区路灯不亮，请尽快修。</div><div>${lines.map((line) => `<${tag}>${line}</${tag}>`).join('')}</div>`

describe('一步一步的经过', () => {
  it.each([
    [
      '日期在前',
      steps(
        'li',
        '<time>2023-09-07 09:12</time><div>群众来信</div>',
        '<time>2023-09-08 10:30</time><div>转办至县住建局</div>',
        '<time>2023-10-20 15:41</time><div>县住建局回复：您好，已经修好。</div>',
      ),
    ],
    [
      '收件、转办、回复',
      steps(
        'li',
        '<b>收件</b><i>2023-09-07</i>',
        '<b>转办</b><i>2023-09-08</i>',
        '<b>回复</b><i>2023-10-20</i><p>您好，已经修好。</p>',
      ),
    ],
    [
      '写在步骤名后面',
      steps(
        'p',
        '市民提交（2023-09-07 08:00）',
        '平台受理（2023-09-08 09:00）',
        '承办单位回复（2023-10-20 10:00）：您好，已经修好。',
      ),
    ],
    [
      '日期在前，一步一段',
      steps(
        'div',
        '<span>2023年9月7日</span><p>网友提交留言</p>',
        '<span>2023年9月8日</span><p>分派至县住建局</p>',
        '<span>2023年10月20日</span><p>办结并答复</p><p>您好，已经修好。</p>',
      ),
    ],
  ])('%s', (_, body) => {
    expect(days(body)).toEqual(REPLIED)
  })

  it('只走到转办', () => {
    const [only] = days(
      steps(
        'li',
        '<time>2023-09-07 09:12</time><div>群众来信</div>',
        '<time>2023-09-08 10:30</time><div>转办至县住建局</div>',
      ),
    )
    expect(only?.slice(0, 2)).toEqual(['2023-09-07', null])
  })
})

describe('编号里的日期', () => {
  const tail = '<p>答复日期：2023年10月20日</p><p>答复内容：您好，已经修好。</p>'
  it.each([
    [
      '定义列表',
      '<dl><dt>信件编号</dt><dd>202309070153</dd><dt>答复日期</dt><dd>2023-10-20</dd></dl>',
    ],
    ['一行', `<p>编号：XF20230907001</p>${tail}`],
    [
      '表格',
      '<table><tr><td>受理编号</td><td>20230907093012</td><td>答复时间</td><td>2023-10-20</td></tr></table>',
    ],
  ])('%s', (_, body) => {
    expect(days(body)).toEqual(REPLIED)
  })

  it('印着来信日期的以来信日期为准', () => {
    expect(days(`<p>编号：202309070001</p><p>来信日期：2023-10-18</p>${tail}`)).toEqual([
      ['2023-10-18', '2023-10-20', 'answered'],
    ])
  })

  it('编号晚于答复的不作数', () => {
    expect(days(`<p>编号：202311070001</p>${tail}`)).toEqual([[null, '2023-10-20', 'answered']])
  })

  it('不是日期的编号', () => {
    expect(days(`<p>编号：202399070001</p>${tail}`)).toEqual([[null, '2023-10-20', 'answered']])
  })

  it('列表里的编号', () => {
    const list =
      '<table><tr><th>编号</th><th>标题</th><th>状态</th></tr><tr><td>202309070011</td><td><a href="/zxts/1.html">小区路灯不亮</a></td><td>办理中</td></tr></table>'
    expect(days('<p>小区路灯不亮，请尽快修。</p>', { list })).toEqual([
      ['2023-09-07', null, 'unanswered'],
    ])
  })
})

describe('日期在两页上', () => {
  const list =
    '<table><tr><td>信件标题</td><td>来信日期</td><td>处理状态</td></tr><tr><td><a href="/zxts/1.html">小区路灯不亮</a></td><td>2023-09-07</td><td>已回复</td></tr></table>'
  it.each([
    ['落款', '<p>来信：路灯不亮。</p><p>回复：已经修好。</p><p>县住建局　2023年10月20日</p>'],
    ['标签', '<p>来信：路灯不亮。</p><p>回复时间：2023-10-20</p><p>回复：已经修好。</p>'],
  ])('%s', (_, body) => {
    expect(days(body, { list })).toEqual(REPLIED)
  })

  it('答复里说的别的日子不是答复日期', () => {
    expect(
      days('<p>来信：路灯不亮。</p><p>回复：计划于2023年12月20日前更换。</p>', { list }),
    ).toEqual([['2023-09-07', null, 'answered']])
  })
})

describe('没有年份的日期', () => {
  const month =
    '<p>一、网友“风”（9月7日留言）：路灯不亮。</p><p>答复（10月20日）：已经修好。</p><p>二、网友“雨”（10月9日留言）：水压低。</p><p>答复（10月12日）：换了水泵。</p>'
  it('标题说了年份', () => {
    expect(days(month, { heading: '2023年10月网友留言办理汇总' })).toEqual([
      ...REPLIED,
      ['2023-10-09', '2023-10-12', 'answered'],
    ])
  })

  it('一月的汇总里有上年的来信', () => {
    expect(
      days('<p>网友“风”（12月7日留言）：路灯不亮。</p><p>答复（1月4日）：已经修好。</p>', {
        heading: '2023年1月网友留言办理汇总',
      }),
    ).toEqual([['2022-12-07', '2023-01-04', 'answered']])
  })

  it('没有说年份的不算', () => {
    expect(days(month, { heading: '网友留言办理汇总' })).toEqual([])
  })
})
