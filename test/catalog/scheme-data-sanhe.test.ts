/**
 * The tables of Lu'an and Sanhe against the source: every leaf with its printed figure, level totals, unit lists and oddities, copied from the
 * printed documents by hand and never from our files.
 */
import { describe, expect, it } from 'vitest'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { facts } from '../scoring/samples.ts'
import {
  composites,
  indicatorOf,
  leaves,
  levelsOf,
  parts,
  printed,
  schemeOf,
} from './issued-tables.ts'

describe("Lu'an 2018", () => {
  const scheme = schemeOf('luan-2018-pilot')

  it('has 34 leaves with their points, under the printed 17 figures', () => {
    expect(scheme.indicators.map((i) => i.maxScore)).toEqual([
      // 组织领导
      3, 3, 2, 2, 2, 2, 2,
      // 工作开展
      3, 3, 5, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2,
      // 公开内容
      3, 5, 4, 3, 3, 4,
      // 试点成效
      5, 4, 4, 4,
      // 创新措施
      3, 4, 4,
    ])
    expect(scheme.levels.map((l) => l.maxScore)).toEqual([
      6, 10, 6, 5, 15, 8, 3, 5, 10, 4, 5, 4, 4, 4, 3, 4, 4,
    ])
    expect(scheme.levels.every((l) => l.path.length === 2)).toBe(true)
  })

  it('is scored three times: 10, 40 and 50, graded by a quota that is not printed', () => {
    const whole = composites.find((c) => c.id === 'luan-2018')
    expect(whole?.parts.map((p) => [p.method, p.share])).toEqual([
      ['self-check', 0.1],
      ['agency-test', 0.4],
      ['full-check', 0.5],
    ])
    expect(scheme.methods.map((m) => m.due)).toEqual(['2018-09-08', '2018-09-10', '2018-09-15'])
    expect(whole?.grades.map((g) => [g.label, g.quota])).toEqual([
      ['优秀', null],
      ['良好', null],
      ['合格', null],
    ])
  })
})

const SANHE_COMMON = {
  信息公开: 11,
  '信息公开>主动公开': 7,
  '信息公开>依申请公开': 4,
  公开平台和载体建设: 10,
  '互联网+政务服务': 12,
  政务服务: 21,
  组织保障: 7,
}

describe('Sanhe 2018: departments', () => {
  const scheme = schemeOf('sanhe-2018-departments')

  it('has the printed leaves; fifteen of the key areas print no points', () => {
    expect(leaves(scheme.indicators)).toEqual(
      printed(`
        决策公开 2
        权责清单 1
        双随机、一公开 1
        行政执法公示 1
        行政许可,行政处罚等信用信息公开 1
        建议提案办理结果 2
        预决算信息 1
        公共企事业单位公开事项目录 2
        工作保障 1
        年度报告 1
        财政信息 —
        推进农业供给侧结构性改革信息 —
        土地征收信息 —
        环保监管信息 —
        教育监管信息 —
        防范金融风险信息 —
        食品药品安全及医疗卫生信息 —
        卫生计生服务信息 —
        公共资源交易信息 —
        社会救助信息 —
        保障性住房信息 —
        国资国企信息 —
        安全生产监管信息 —
        产品质量信息 —
        重要经济指标及改革信息 —
        贯彻落实三个重点领域政府信息公开实施意见情况 5
        政策解读 2
        新闻发布 7
        舆情回应 2
        主动公开基本目录 2
        规范性文件公开 5
        申请渠道 1
        答复情况 3
        市政府门户网站内容保障 2
        政府网站网民留言办理 2
        市政府信息公开平台更新 2
        平台读网检查 2
        新媒体平台 2
        平台运维管理 2
        政务服务事项网上办理 7.5
        信息资源共享 1
        电子证照应用 1.5
        大厅建设 3
        窗口服务 3
        审批服务 7
        中介服务 3
        开展政务窗口服务专项整改工作 3
        群众办事百项堵点问题完成情况 2
        组织领导 3
        机构建设 2
        经费保障 1
        业务培训 1`),
    )
    expect(levelsOf(scheme)).toEqual({
      主动公开: 13,
      重点领域信息公开: 15,
      '新闻发布、政策解读与舆情回应': 11,
      ...SANHE_COMMON,
      '政务服务>政务服务中心建设': 16,
    })
  })

  it('prints 30 departments, properties for eleven kinds of row, and grades from 90, 75 and 60', () => {
    expect(scheme.groups[0]?.agencies).toHaveLength(30)
    expect(scheme.attributes).toHaveLength(11)
    expect(scheme.grades.map((g) => [g.label, g.from])).toEqual([
      ['优秀', 90],
      ['良好', 75],
      ['一般', 60],
      ['较差', null],
    ])
    expect(scheme.conversion?.origin).toBe('source')
  })

  it('has the printed parts', () => {
    expect(parts(scheme, 'press')).toEqual([1, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 0.5])
    expect(parts(scheme, 'normative-docs')).toEqual([3, 1, 1])
    expect(parts(scheme, 'service-approval')).toEqual([1, 3, 2, 1])
    expect(parts(scheme, 'online-services')).toEqual([6, 0.5, 0.5, 0.5])
    expect(parts(scheme, 'site-check')).toEqual([0.5, 0.5, 1])
    expect(indicatorOf(scheme, 'site-check').criteria.at(-1)?.kind).toBe('rest')
    const [rate] = indicatorOf(scheme, 'online-services').criteria
    expect(rate?.kind === 'scale' && rate.steps.map((s) => [s.limit, s.worth])).toEqual([
      [50, 6],
      [40, 5],
      [30, 4],
      [20, 3],
      [10, 2],
    ])
    const [certificates] = indicatorOf(scheme, 'e-certificates').criteria
    expect(certificates?.kind === 'scale' && certificates.otherwise).toBe('open')
  })

  it('keeps every printed lag in working days', () => {
    const lags = scheme.indicators.flatMap((i) =>
      i.criteria.flatMap((c) =>
        c.kind === 'scale' && c.unit === '工作日' ? [[i.id, c.steps[0]?.limit, c.extension]] : [],
      ),
    )
    expect(lags).toEqual([
      ['decision', 10, 0],
      ['power-list', 20, 0],
      ['credit-publicity', 7, 0],
      ['proposals', 15, 0],
      ['interpretation', 5, 0],
      ['interpretation', 5, 0],
      ['normative-docs', 7, 0],
      ['replies', 15, 15],
      ['service-approval', 1, 0],
    ])
    const [plan] = indicatorOf(scheme, 'task-plan').criteria
    expect(plan?.kind === 'deadline' && plan.dues.map((d) => d.by)).toEqual(['2018-09-10'])
  })

  it('shares the 10 points that no row prints among the rows that apply', () => {
    expect(scheme.pools.map((p) => [p.path, p.maxScore, p.origin])).toEqual([
      [['重点领域信息公开'], 15, 'local'],
    ])
    const options = { strict: false, cohortComplete: false }
    const settled = (name: string, target: string) => {
      const input = {
        [target]: { kind: 'score', score: 2 },
        // The list of this row ends in 等: for departments that it does not name a person must decide.
        'key-finance-risk': { kind: 'not-applicable' },
      } as const
      const draft = scoreAgency(scheme, facts(scheme, name, [], input), options)
      return settle([draft], options)[0]?.indicators.find((i) => `${i.id}#1` === target)
    }
    // 市统计局: one row, so 10 points; 市财政局: 财政信息 and 国资国企信息, 5 each.
    expect(settled('市统计局', 'key-economy#1')?.maxScore).toBe(10)
    expect(settled('市财政局', 'key-fiscal#1')?.maxScore).toBe(5)
    expect(settled('市财政局', 'key-fiscal#1')?.score).toBe(2)
  })
})

describe('Sanhe 2018: towns', () => {
  const scheme = schemeOf('sanhe-2018-towns')

  it('has the printed leaves', () => {
    expect(leaves(scheme.indicators)).toEqual(
      printed(`
        决策公开 2
        建议提案办理结果 3
        预决算信息 3
        工作保障 5
        年度报告 5
        工作动态 3
        公示公告 1
        政务服务信息 4
        政策解读 4
        新闻发布 7
        舆情回应 2
        主动公开基本目录 2
        规范性文件公开 5
        申请渠道 1
        答复情况 3
        市政府门户网站内容保障 2
        政府网站网民留言办理 2
        市政府信息公开平台更新 2
        平台读网检查 2
        新媒体平台 2
        平台运维管理 4
        政务服务事项网上办理 8
        大厅建设 5
        窗口服务 4
        审批服务 7
        开展政务窗口服务专项整改工作 5
        组织领导机制 3
        机构建设 2
        经费保障 1
        业务培训 1`),
    )
    expect(levelsOf(scheme)).toEqual({
      主动公开: 18,
      政务公开: 8,
      '新闻发布、政策解读与舆情回应': 13,
      ...SANHE_COMMON,
      '政务服务>便民服务中心建设': 16,
    })
  })

  it('asks 28 points of 14 of the 18 units only', () => {
    expect(scheme.groups[0]?.agencies).toHaveLength(18)
    const narrow = scheme.indicators.filter((i) => i.appliesTo.kind !== 'all')
    expect(narrow.reduce((sum, i) => sum + (i.maxScore ?? 0), 0)).toBe(28)
    for (const { appliesTo: rule } of narrow) {
      const names = rule.kind === 'agencies' || rule.kind === 'scope' ? rule.names : []
      expect(names).toHaveLength(14)
      expect(names).not.toContain('机场办')
    }
  })

  it('has the printed parts', () => {
    expect(parts(scheme, 'work-news')).toEqual([1, 1, 1])
    expect(parts(scheme, 'normative-docs')).toEqual([3, 2])
    expect(parts(scheme, 'ops-maintenance')).toEqual([2, 2])
    expect(parts(scheme, 'service-hall')).toEqual([3, 2])
    expect(parts(scheme, 'service-window')).toEqual([1, 3])
    expect(parts(scheme, 'service-approval')).toEqual([1, 3, 2, 1])
  })
})
