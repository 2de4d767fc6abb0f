/** Answers to public letters that say nothing of the letter, and short ones that do; where the answer begins on its page. */
import { describe, expect, it } from 'vitest'
import { answerIn, answersNothing } from '#engine/letter-answers'
import type { Page } from '#model/page'

const page = (excerpt: string): Page =>
  ({
    text: { excerpt, length: excerpt.length },
    attachments: [],
    frames: [],
    pictures: [],
  }) as unknown as Page
const answer = (excerpt: string): string | null => answerIn(page(excerpt))

describe('什么也没有答', () => {
  it.each([
    '收悉。',
    '已收悉，感谢您的来信。',
    '您好，您反映的问题我局高度重视，已转交相关部门办理，感谢您的关注与支持！',
    '尊敬的网友：您好！来信已收到，我们将认真研究，尽快处理，谢谢。',
    '已阅。',
    '同上。',
    '您的建议我们已记录，并转城市管理局处理，请耐心等待。',
    '该件已按程序转交责任单位办理。',
    '已受理，请您静候。',
    '感谢您对我县工作的关心和支持！',
    '已转办',
    '您好，请拨打12345咨询。',
    '您好，该问题请咨询县教育局，电话：0711-8111222。感谢您的关注！',
    '您好，已将您的诉求反馈给县交通运输局，由其负责处理。祝您生活愉快！',
  ])('%s', (words) => {
    expect(answersNothing(words)).toBe(true)
  })

  it.each([
    '可以。',
    '您好，不需要。',
    '您好，路灯已于10月12日修复。',
    '您好，请携带身份证到县政务服务大厅二楼窗口办理。',
    '您好，经核实，该路段属乡道，已列入明年改造计划。',
    '您反映的问题已转交城管局，该局已安排人员清理完毕。',
    '目前补贴资金正在等待省级下达，到账后即可发放。',
    '您好，请向县民政局申请，电话0711-8765123。',
    '您好，补贴每年三月发放，如有疑问请拨打12345。',
  ])('答了：%s', (words) => {
    expect(answersNothing(words)).toBe(false)
  })
})

describe('答复从哪里开始', () => {
  it.each([
    [
      '标题：路灯\n来信内容：路灯不亮，望尽快答复\n答复内容：已收悉。\n答复单位：县住建局\n答复时间：2026-09-01',
      '已收悉。',
    ],
    ['问：路灯不亮\n答：已收悉。\n满意度：未评价', '已收悉。'],
    ['路灯不亮，请修。\n县住建局回复（2026-09-20）：已收悉。', '已收悉。'],
    ['路灯不亮\n官方回复\n已收悉。\n县住建局\n2026年9月20日', '已收悉。'],
    ['办理状态：已办结\n办理情况：已办结\n路灯不亮\n【回复内容】已收悉。\n打印\n关闭', '已收悉。'],
    ['信件内容\t路灯不亮\n处理结果\t已收悉。', '已收悉。'],
    ['答复：\n已收悉。\n标题：公交站台\n来信内容：站台坏了', '已收悉。'],
    ['路灯不亮，希望给予答复', null],
    ['答复时间：2026-09-20\n路灯不亮', null],
  ])('%j', (excerpt, expected) => {
    expect(answer(excerpt)).toBe(expected)
  })

  it('附件里的答复没有读到', () => {
    const attached = { ...page('答复内容：见附件'), attachments: [{}] } as unknown as Page
    expect(answerIn(attached)).toBeNull()
  })
})
