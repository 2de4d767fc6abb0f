/** Words that stand for what is not there, and those that say something. */
import { describe, expect, it } from 'vitest'
import { isEmptyTalk, saysOnlyHeld } from '#engine/empty-talk'

describe('words that stand for what is not there', () => {
  it.each([
    '资料整理中，敬请期待。',
    '规划文本正在编辑整理，将于近期发布。',
    '相关信息正在完善，稍后公布。',
    '具体内容请关注我局官网。',
    '详见政府网站',
    '相关信息请到我公司服务大厅查询。',
    '内容待补充。',
    '内容更新中',
    '（会议内容略）',
  ])('%s', (words) => expect(isEmptyTalk(words)).toBe(true))

  it.each([
    '暂无相关信息。',
    '资料整理已完成，共三册。',
    '规划编制工作由市林业局负责，正在进行。',
    '详见国家企业信用信息公示系统。',
    '收费标准：每立方米2.1元。',
    '正在建设的项目共3个。',
  ])('says something: %s', (words) => expect(isEmptyTalk(words)).toBe(false))
})

describe('a meeting', () => {
  const TITLE = '县政府召开第57次常务会议'

  it.each([
    '7月16日，县政府第57次常务会议召开。',
    '2026年4月18日上午，县长主持召开县政府第57次常务会议。',
    '7月16日，县长张三主持召开县政府第57次常务会议，副县长李四、王五出席。',
  ])('of which only is said that it was held: %s', (words) =>
    expect(saysOnlyHeld(TITLE, words)).toBe(true),
  )

  it.each([
    '县长主持召开县政府第57次常务会议，研究供水工程。',
    '会议资料：第57次常务会议议题共三项。',
    '县政府第57次常务会议召开，听取了防汛汇报。',
  ])('of which more is told: %s', (words) => expect(saysOnlyHeld(TITLE, words)).toBe(false))

  it('news of an event are judged by their own words', () =>
    expect(saysOnlyHeld('我市召开质量工作会议', '本网讯，市长出席。')).toBe(false))
})
