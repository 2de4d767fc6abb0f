/** Which canonical column a name means, with what it stands under and its address; and when it means none. */
import { describe, expect, it } from 'vitest'
import { createTopicMatcher, type TopicClues } from '#understand/topics'
import { lexicon } from './mini-site.ts'

const matcher = createTopicMatcher(lexicon(), ['蓝河市林业局', '蓝河市林业局网站'])
const clues = (name: string, more: Partial<TopicClues> = {}): TopicClues => ({
  names: [name],
  trail: [],
  url: 'http://www.lanhe.example/a1/',
  tags: [],
  ...more,
})

describe('名称能定的', () => {
  it.each([
    ['通知公告', 'notices'],
    ['公示公告', 'notices'],
    ['通 知 公 告', 'notices'],
    ['蓝河市林业局通知公告', 'notices'],
    ['蓝河市政府工作报告', 'workReport'],
    ['2023年政府信息公开年报', 'ogiAnnualReports'],
    ['政府信息公开工作年度报告', 'ogiAnnualReports'],
    ['政府信息公开指南', 'ogiGuide'],
    ['政府信息公开', 'ogi'],
    ['走进蓝河', 'overview'],
    ['林业概况', 'overview'],
    ['林业要闻', 'news'],
    ['镇街动态', 'news'],
    ['镇街传真', 'news'],
    ['招录招聘', 'recruitment'],
    ['市长信箱', 'inquiries'],
    ['民意征集', 'consultation'],
    ['规范性文件', 'normativeDocuments'],
    ['政府网站年度报表', 'siteAnnualTable'],
    ['领导之窗', 'leaders'],
    ['权力清单', 'powerList'],
    ['财政预算', 'budget'],
    ['行政许可和行政处罚等信用信息公示专栏', null],
    ['内设科室', 'institution'],
    ['局机关科室职责', 'institution'],
    ['林业风采', null],
    ['双公示', null],
    ['林业规范性文件', 'normativeDocuments'],
    ['林业行政许可', 'licensing'],
    ['林业公告', null],
    ['局班子成员', 'leaders'],
    ['征集与调查', 'consultation'],
    ['市级规范性文件', 'normativeDocuments'],
    ['条文释义', 'policyInterpretation'],
    ['掌上办事', 'service'],
    ['经办指南', 'serviceGuide'],
    ['街情快报', 'news'],
    ['省长副省长', 'leaders'],
    ['市长、副市长', 'leaders'],
    ['解读在线', 'policyInterpretation'],
    ['办税指南', 'serviceGuide'],
    ['省政府领导', 'leaders'],
    ['新闻专题', null],
    ['公共服务事项清单', null],
    ['近期信息公开', null],
    ['国务院要闻', null],
    ['省政府文件', null],
    ['市政府文件', 'policyDocuments'],
    ['县政府办文件', 'policyDocuments'],
    ['县政府及办公室文件', 'policyDocuments'],
    ['蓝河市政府办公室文件', 'policyDocuments'],
    ['省政府办公室文件', null],
    ['非规范性文件', null],
    ['政协委员提案', 'proposals'],
    ['人大代表建议办理情况', 'proposals'],
    ['政务公开工作', 'ogiProgress'],
    ['部门政策文件', 'policyDocuments'],
    ['市直部门文件', 'policyDocuments'],
    ['县府文件', 'policyDocuments'],
    ['部门文件解析', 'policyInterpretation'],
    ['公众意见征集', 'consultation'],
    ['写信给局长', 'inquiries'],
    ['给市长写信', 'inquiries'],
    ['政府采购工作', 'procurement'],
    ['我要咨询公开', null],
    ['新闻频道', 'news'],
    ['依申请', 'disclosureRequest'],
    ['数据资源', null],
    ['政府预决算公开', 'budget'],
    ['惠民资金', 'subsidies'],
    ['县长之窗', 'leaders'],
    ['了解蓝河', 'overview'],
    ['市政府公报', 'gazette'],
    ['修改废止失效', 'documentClearance'],
    ['行政许可/其他对外管理服务信息', 'licensing'],
    ['行政处罚、行政强制', 'penalties'],
    ['国民经济和社会发展统计信息', 'statistics'],
    ['信息公开工作年报', 'ogiAnnualReports'],
    ['网站工作年度报告', 'siteAnnualTable'],
    ['处罚公示', 'penalties'],
    ['许可文书', 'licensing'],
    ['救助名册', 'socialAssistance'],
    ['收费之窗', 'fees'],
    ['预警通报', 'emergency'],
    ['人事公告', null],
    ['领导之声', null],
    ['制度公布', null],
    ['保障房分配', 'housing'],
    ['空气质量周报', 'environment'],
    ['辅警招聘', 'recruitment'],
    ['用工招聘', 'employment'],
    ['领导任免', 'personnel'],
    ['立改废', 'documentClearance'],
    ['图解林业政策', 'policyInterpretation'],
    ['居民信箱选登', 'repliedLetters'],
    ['公开条例和制度', 'ogiRules'],
    ['解读文件汇编', 'policyInterpretation'],
    ['采购结果公告栏', 'procurement'],
    ['医疗救助名单公布', 'socialAssistance'],
    ['委员提案答复情况', 'proposals'],
    ['任免结果发布', 'personnel'],
    ['罚没决定书', null],
    ['年报公布', null],
    ['素材库', null],
    ['数据库', null],
    ['街镇领导简介', 'leaders'],
    ['城区空气质量日报', 'environment'],
  ])('%s → %s', (name, topic) => {
    const found = matcher.topicOf(clues(name))
    expect(found === null || found.sureness < 0.5 ? null : found.value).toBe(topic)
  })

  it('由同一栏目的几个名称连成的，等于说了两遍；连着别的栏目就不定', () => {
    for (const name of ['规划计划总结', '五年规划及中长期规划'])
      expect(matcher.topicOf(clues(name))).toMatchObject({ value: 'planning', sureness: 0.9 })
    const mixed = matcher.topicOf(clues('规划及通知公告'))
    expect(mixed === null || mixed.sureness < 0.9).toBe(true)
  })

  it.each([
    ['各镇信息公开年报', 'ogiAnnualReports'],
    ['最新招考公告查询', 'recruitment'],
    ['历年专项规划汇编', 'planning'],
    ['行政执法主体公示', 'enforcement'],
    ['网站运行年度报表', 'siteAnnualTable'],
    ['有关新闻发布会的直播', null],
    // What a pattern leaves open behind is no unit, and what only looks like the column is excepted.
    ['行政执法支队', null],
    ['公共资源交易中心', null],
    ['政府采购中心', null],
    ['林区人物简介', null],
    ['普法责任清单', null],
    ['失效的规范性文件', 'documentClearance'],
    ['处罚裁量基准', 'enforcement'],
    ['新闻服务', null],
    // Other bodies' leaders, meetings, reports; posts that are none; the trade of another office.
    ['医院领导', null],
    ['上级领导信息', null],
    ['县委全体会议', null],
    ['市政府全体会议', 'meetings'],
    ['评审专家遴选', null],
    ['民政报', null],
    ['两化', null],
    ['党代表建议', null],
    ['走近劳模', null],
    ['数据总览', null],
    ['社会热点', null],
    ['新闻发布制度', null],
    ['调查结果', null],
    ['消费预警信息', null],
    ['林产品质量安全监管', null],
    ['工程质量安全监管', 'workSafety'],
    ['软环境信息', null],
    ['重点招商推介项目', null],
    ['征收管理', null],
    ['社保费征收公告', null],
    ['知识产权交易', null],
    ['年报图解', null],
    ['惠民项目', null],
  ])('词前词后去掉泛称、合式样的：%s → %s', (name, topic) => {
    const found = matcher.topicOf(clues(name))
    expect(found === null || found.sureness < 0.5 ? null : found.value).toBe(topic)
  })

  it.each([
    ['行政区划', '走进蓝河', 'overview'],
    ['行政区划', '政务公开', null],
    ['绩效自评报告', '财政预决算', 'budget'],
    ['绩效自评报告', '政务公开', null],
    ['债务', '财政信息', 'budget'],
    ['中标公告', '政府采购', 'procurement'],
    ['中标公告', '公共资源交易', 'publicResourceTrading'],
    ['街道年报', '政府信息公开年报', 'ogiAnnualReports'],
    ['法治政府建设年度报告', '政务公开', null],
    ['领导讲话', '领导信息', null],
  ])('只在自己的栏目之下才算：%s 在%s之下 → %s', (name, above, topic) => {
    const found = matcher.topicOf(clues(name, { trail: [above] }))
    expect(found === null || found.sureness < 0.5 ? null : found.value).toBe(topic)
  })

  it('规范名最有把握，同义名、去掉单位名的次之', () => {
    const sure = (name: string) => matcher.topicOf(clues(name))?.sureness ?? 0
    expect(sure('通知公告')).toBeGreaterThan(sure('公示公告'))
    expect(sure('公示公告')).toBeGreaterThan(sure('蓝河市林业局公示公告'))
    expect(matcher.topicOf(clues('蓝河市林业局通知公告'))?.because).toContain('去掉单位名')
  })
})

describe('名称不能定、要靠上级或网址的', () => {
  it('年度报告：单独不定；在政府信息公开之下、或目录名相符才定', () => {
    expect(matcher.topicOf(clues('年度报告'))?.sureness).toBeLessThan(0.5)
    const under = matcher.topicOf(clues('年度报告', { trail: ['信息公开'] }))
    expect(under?.value).toBe('ogiAnnualReports')
    expect(under?.sureness).toBeGreaterThanOrEqual(0.8)
    expect(under?.because).toContain('政府信息公开')
    const url = 'http://www.lanhe.example/xxgk/ndbg/index.html'
    expect(matcher.topicOf(clues('年度报告', { url }))?.sureness).toBeGreaterThanOrEqual(0.8)
  })

  it('信息公开之下即该公开的内容，中间没有“法定主动公开内容”一级的也算', () => {
    const under = matcher.topicOf(clues('财务信息', { trail: ['信息公开'] }))
    expect(under?.value).toBe('budget')
    expect(under?.sureness).toBeGreaterThanOrEqual(0.8)
    expect(matcher.topicOf(clues('财务信息'))?.sureness).toBeLessThan(0.5)
  })

  it('本单位的业务名加公告，是它的公告，不是领域信息', () => {
    const own = createTopicMatcher(lexicon(), ['蓝河市教育局'])
    expect(own.topicOf(clues('教育公告'))).toBeNull()
    expect(matcher.topicOf(clues('教育公告'))?.value).toBe('education')
  })

  it('双公示：两个栏目都可能，网址能分时才定', () => {
    const url = 'http://www.lanhe.example/xzcf/'
    expect(matcher.topicOf(clues('双公示', { url }))?.value).toBe('penalties')
  })

  it('栏目标签能补名称之不足，把握略低', () => {
    const found = matcher.topicOf(clues('林海听涛', { tags: ['工作动态'] }))
    expect(found?.value).toBe('news')
    expect(found?.sureness).toBeLessThan(0.85)
    expect(found?.because).toContain('标签')
  })

  it('别名不如本名', () => {
    const found = matcher.topicOf(clues('林区传真', { names: ['林区传真', '工作动态'] }))
    expect(found?.value).toBe('news')
    expect(found?.sureness).toBeLessThan(0.9)
  })
})

describe('上级机关的栏目', () => {
  const topic = (own: string, name: string) => {
    const found = createTopicMatcher(lexicon(), [own]).topicOf(clues(name))
    return found === null || found.sureness < 0.5 ? null : found.value
  }

  it('市级网站转载省里的要闻不算本地动态；省级网站自己的算', () => {
    expect(topic('蓝河市人民政府', '省内要闻')).toBeNull()
    expect(topic('江州省人民政府', '省内要闻')).toBe('news')
    expect(topic('国家林业局', '国家林业局新闻')).toBe('news')
  })
})

describe('猜测只作建议', () => {
  it('网址像、名字近：给建议，不给主题', () => {
    expect(matcher.proposalFor(clues('林海风云', { url: 'http://www.lanhe.example/tzgg/' }))).toBe(
      'notices',
    )
    expect(matcher.proposalFor(clues('政策文件汇编'))).toBe('policyDocuments')
    expect(matcher.proposalFor(clues('林海风云'))).toBeNull()
  })
})

it('登录、设为首页之类不是栏目', () => {
  expect(matcher.isNotColumn('设为首页')).toBe(true)
  expect(matcher.isNotColumn('通知公告')).toBe(false)
})

describe('佐证', () => {
  const read = (name: string, more: Partial<TopicClues> = {}) => matcher.topicOf(clues(name, more))
  const sure = (name: string, more: Partial<TopicClues> = {}) => read(name, more)?.sureness ?? 0

  it('去掉单位名才认出的名称，有位置、网址或标签佐证就更有把握，并写明', () => {
    const name = '蓝河市林业局公示公告'
    const plain = sure(name)
    const url = 'http://www.lanhe.example/gsgg/'
    for (const more of [{ trail: ['政务公开'] }, { url }, { tags: ['通知公告'] }]) {
      expect(sure(name, more)).toBeGreaterThan(plain)
      expect(read(name, more)?.because).toMatch(/之下|网址目录|栏目标签/)
    }
    expect(sure(name, { tags: ['动态要闻'] })).toBe(plain)
    expect(sure(name, { url, trail: ['政务公开'], tags: ['通知公告'] })).toBeLessThan(
      sure('通知公告'),
    )
  })

  it('含义不确定的名称，上级和网址都对才够得上', () => {
    const trail = ['政府信息公开']
    expect(sure('年度报告', { trail })).toBeLessThan(0.9)
    expect(sure('年度报告', { trail, url: 'http://www.lanhe.example/xxgk/ndbg/' })).toBeGreaterThan(
      0.9,
    )
  })

  it('规范名后面带“及标准”的，在该在的地方才有把握', () => {
    expect(sure('行政事业性收费及标准')).toBeLessThan(0.8)
    expect(sure('行政事业性收费及标准', { trail: ['法定主动公开内容'] })).toBeGreaterThanOrEqual(
      0.9,
    )
  })
})
