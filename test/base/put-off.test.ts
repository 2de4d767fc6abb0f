/** Words that put off what a column is to hold, and their look-alikes. */
import { describe, expect, it } from 'vitest'
import { putOff } from '#base/put-off'

describe('putOff', () => {
  it.each([
    '统计数据整理后公布。',
    '稍后公布',
    '该栏目内容将于近期发布，请留意。',
    '本栏目信息待有关部门报送后发布。',
    '正在整理，尽快上传。',
    '事项整理中',
    '数据加载中…',
    '图表待更新',
    '暂未开展',
    '未更新',
    '敬请期待！',
    '目录正在编制，审定后统一公开',
    '信息采集之中，将陆续上线',
  ])('%s', (words) => {
    expect(putOff(words)).toBe(words)
  })

  it.each([
    ['an answer', '本单位无行政事业性收费项目。'],
    ['nothing was done of the kind', '本机关2026年未实施行政强制。'],
    ['a centre', '规划建设中心'],
    ['a day of reception', '每月15日为局长接待日，在信访接待室公开接访'],
    ['a number to call', '目录正在编制，可致电0716-5210552'],
    ['steps', '申请人提交申请后，本机关按照下图所示办理。'],
    ['a value', '更新时间：将于每年3月公布'],
    ['a paper', '正在公示的文件见青政发〔2026〕3号'],
    ['what is being done', '方案正在公开征求意见，欢迎留言。'],
    ['a sentence before it', '县统计局负责发布。数据陆续更新'],
    ['a sum', '补贴将逐步提高发布标准，每亩100元'],
    ['more than an excuse', `${'负责全县统计工作，组织实施各项统计调查，'.repeat(3)}正在整理`],
    ['nothing', ''],
  ])('%s', (_, words) => {
    expect(putOff(words)).toBeNull()
  })
})
