/**
 * Letters whose days stand behind no label, lists that show the state of each letter, and columns called only 日期 or 状态;
 * beside them what looks like one and tells no day of asking.
 */
import { describe, expect, it } from 'vitest'
import { html, MENU, miniSite } from './mini-site.ts'

const BOARD: readonly (readonly [string, string])[] = [...MENU, ['/zxts/', '咨询投诉']]
const page = (body: string, heading = '咨询投诉') =>
  html({ menu: BOARD, heading, trail: [['/zxts/', '咨询投诉']], body })
/** A letter's own page, listed in the column of letters. */
const days = (body: string) =>
  miniSite({
    '/': html({ menu: BOARD, body: '<p>欢迎</p>' }),
    '/zxts/': page(
      '<ul><li><a href="/zxts/1.html">小区路灯不亮</a><span>2023-11-20</span></li></ul>',
    ),
    '/zxts/1.html': page(body, '小区路灯不亮'),
  }).messages.map(({ askedOn, answeredOn, state }) => [askedOn, answeredOn, state])
const listed = (body: string) =>
  miniSite({ '/': html({ menu: BOARD, body: '<p>欢迎</p>' }), '/zxts/': page(body) }).messages.map(
    ({ title, askedOn, answeredOn, state }) => [title, askedOn, answeredOn, state],
  )

describe('没有标签的信：问和答两部分各有一个日期', () => {
  const answered = [['2023-10-08', '2023-11-02', 'answered']]
  it.each([
    [
      '落款',
      '<p>小区路灯不亮，请尽快修。</p><p>李**</p><p>2023年10月8日</p><p>答复：</p><p>您好，已经修好。</p><p>县住建局</p><p>2023年11月2日</p>',
    ],
    [
      '行尾括号',
      '<p>小区路灯不亮，请尽快修。（2023-10-08）</p><p>县住建局回复：您好，已经修好。（2023-11-02）</p>',
    ],
    [
      '答复头里的日期',
      '<p>李先生 2023-10-08</p><p>小区路灯不亮，请尽快修。</p><p>县住建局答复（2023-11-02）：您好，已经修好。</p>',
    ],
    [
      '官方回复另起一行',
      '<div>网名：晨光 2023-10-08</div><div>小区路灯不亮。</div><div>官方回复</div><div>您好，已经修好，感谢您的关注。</div><div>2023-11-02</div>',
    ],
    [
      '两块同样的标签',
      '<div><b>来信信息</b><p>时间 2023-10-08</p><p>内容 小区路灯不亮。</p></div><div><b>回复信息</b><p>单位 县住建局</p><p>时间 2023-11-02</p><p>内容 已经修好。</p></div>',
    ],
    [
      '叙述：某日网友在本网留言，某日某局回复',
      '<p>2023年10月8日，网友“清风徐来”在本网留言：小区路灯不亮。</p><p>2023年11月2日，县住房和城乡建设局回复：已经修好。</p>',
    ],
    [
      '办理进度：公开答复',
      '<p>小区路灯不亮。</p><ul><li><b>2023-10-08 08:30</b> 群众来信</li><li><b>2023-10-08 17:00</b> 受理登记</li><li><b>2023-11-02 11:20</b> 公开答复</li></ul><h3>答复意见</h3><p>已经修好。</p>',
    ],
  ])('%s', (_, body) => {
    expect(days(body)).toEqual(answered)
  })

  it('回复信息下的各项都空着', () => {
    expect(
      days(
        '<div><b>来信信息</b><p>时间 2023-10-08</p><p>内容 小区路灯不亮。</p></div><div><b>回复信息</b><p>单位</p><p>时间</p><p>内容</p></div>',
      ),
    ).toEqual([['2023-10-08', null, 'blank']])
  })

  it('一页多问：末尾的“部门回复：”空着，邻近的都有答复', () => {
    const qa = (title: string, asked: string, answer: string) =>
      `<div><h4>${title}</h4><p>网友提问：${title}怎么办？（${asked}）</p><p>部门回复：${answer}</p></div>`
    expect(
      listed(
        qa('路灯不亮', '2023-10-08', '已经修好。（2023-11-02）') +
          qa('垃圾没清', '2023-06-08', '') +
          qa('水压太低', '2023-10-10', '已经加压。（2023-10-12）'),
      ).map(([, ...told]) => told),
    ).toEqual([
      ['2023-10-08', '2023-11-02', 'answered'],
      ['2023-06-08', null, 'blank'],
      ['2023-10-10', '2023-10-12', 'answered'],
    ])
  })

  it('同一版块的其他信都印了答复，空着的那一封是没有答复', () => {
    const site = miniSite({
      '/': html({ menu: BOARD, body: '<p>欢迎</p>' }),
      '/zxts/': page(
        [1, 2, 3, 4]
          .map(
            (i) => `<li><a href="/zxts/${i}.html">来信之${i}路灯</a><span>2023-11-20</span></li>`,
          )
          .join(''),
      ),
      ...Object.fromEntries(
        [1, 2, 3, 4].map((i) => [
          `/zxts/${i}.html`,
          page(
            `<div>网民 李**</div><div>2023-10-0${i} 10:00</div><div>小区路灯不亮。</div>${i === 4 ? '' : '<div>答</div><div>县住建局</div><div>2023-10-12</div><div>修好了。</div>'}`,
            `来信之${i}路灯`,
          ),
        ]),
      ),
    })
    expect(site.messages.map(({ askedOn, state }) => [askedOn, state])).toEqual([
      ['2023-10-01', 'answered'],
      ['2023-10-02', 'answered'],
      ['2023-10-03', 'answered'],
      ['2023-10-04', 'unanswered'],
    ])
  })

  it.each([
    [
      '页面的发布时间不是提问日期',
      '<p>发布时间：2023-10-08</p><p>小区路灯不亮，请尽快修。</p><p>答复：</p><p>您好，已经修好。</p><p>2023年11月2日</p>',
    ],
    [
      '正文里说到的日期不算',
      '<p>10月1日起小区路灯不亮，2023年9月30日报修，2023年10月8日又报修，没有人来。</p><p>答复：您好，2023年11月2日已经修好，感谢。</p>',
    ],
    [
      '提问部分有两个日期',
      '<p>李**</p><p>2023年10月8日</p><p>2023年10月9日</p><p>答复：</p><p>已经修好。</p><p>2023年11月2日</p>',
    ],
    [
      '答复早于提问的不认',
      '<p>李**</p><p>2023年10月8日</p><p>答复：</p><p>已经修好。</p><p>2023年9月2日</p>',
    ],
  ])('%s', (_, body) => {
    expect(days(body).filter(([asked, answer]) => asked !== null && answer !== null)).toEqual([])
  })
})

describe('只印状态的列表', () => {
  it('待回复的从所印的日期起算，已回复的不知道几时答复', () => {
    expect(
      listed(
        '<ul><li><i>[已回复]</i><a href="/zxts/1.html">小区路灯不亮</a> 2023-06-03</li><li><i>[待回复]</i><a href="/zxts/2.html">公交站台破损</a> 2023-06-05</li></ul>',
      ),
    ).toEqual([['公交站台破损', '2023-06-05', null, 'unanswered']])
  })

  it('表头只写日期、状态', () => {
    expect(
      listed(
        '<table><tr><th>编号</th><th>标题</th><th>日期</th><th>状态</th></tr><tr><td>1</td><td>小区路灯不亮</td><td>2023-06-03</td><td>未回复</td></tr><tr><td>2</td><td>公交站台破损</td><td>2023-06-05</td><td>已回复</td></tr></table>',
      ),
    ).toEqual([
      ['小区路灯不亮', '2023-06-03', null, 'unanswered'],
      ['公交站台破损', '2023-06-05', null, 'answered'],
    ])
  })

  it('是否答复：否', () => {
    expect(
      listed(
        '<table><tr><th>编号</th><th>标题</th><th>来信日期</th><th>是否答复</th></tr><tr><td>1</td><td>小区路灯不亮</td><td>2023-06-03</td><td>否</td></tr><tr><td>2</td><td>公交站台破损</td><td>2023-06-05</td><td>是</td></tr></table>',
      ),
    ).toEqual([
      ['小区路灯不亮', '2023-06-03', null, 'unanswered'],
      ['公交站台破损', '2023-06-05', null, 'answered'],
    ])
  })

  it('新闻列表没有状态，不是留言', () => {
    expect(
      listed(
        '<ul><li><a href="/zxts/1.html">关于办理中考报名的通知</a> 2023-06-03</li><li><a href="/zxts/2.html">市场监管局回复群众关切的问题</a> 2023-06-05</li></ul>',
      ),
    ).toEqual([])
  })
})
