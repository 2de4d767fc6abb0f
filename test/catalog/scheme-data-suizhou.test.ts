/**
 * The Suizhou tables against the source: every leaf with its printed figure, level totals, unit lists and oddities, copied from the
 * printed documents by hand and never from our files.
 */
import { describe, expect, it } from 'vitest'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts, ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settleComposite } from '#scoring/composite'
import { schemeCoverage } from '#scoring/coverage'
import { settle, standings } from '#scoring/settle'
import { facts } from '../scoring/samples.ts'
import {
  allCriteria,
  composites,
  indicatorOf,
  leaves,
  levelsOf,
  parts,
  printed,
  schemeOf,
} from './issued-tables.ts'

const SUIZHOU_31 =
  '市发改委、市教育局、市科技局、市经信局、市民宗委、市公安局、市民政局、市司法局、市财政局、市人社局、市自然资源和规划局、市生态环境局、市住建局、市交通运输局、市水利和湖泊局、市农业农村局、市商务局、市文旅局、市卫健委、市退役军人事务局、市应急管理局、市审计局、市国资委、市市场监管局、市统计局、市医保局、市国动办、市乡村振兴局、市招商局、市城管委、市地方金融工作局'.split(
    '、',
  )

describe('Suizhou 2023: website table for counties', () => {
  const scheme = schemeOf('suizhou-2023-website-counties')

  it('has the printed leaves and weights', () => {
    expect(leaves(scheme.indicators)).toEqual(
      printed(`
        概况信息 1
        机构职能 1
        领导信息 1
        动态要闻 1
        政策文件 3
        数据发布 3
        数据开放 3
        重大建设项目 4
        卫生健康 1
        教育 1
        社会保障 1
        生态环境 1
        公共文化服务 1
        体育 1
        土地使用权出让 1
        矿业权出让 1
        国有产权交易 1
        中心工作宣传 8
        政策解读 6
        查询服务 5
        主题服务 5
        在线咨询 2
        智能问答 3
        民意征集 5
        在线访谈 2
        智能搜索 3
        智能搜索 2
        适老化及无障碍 2
        规范设计 1
        一号登录 1
        导航体系 1
        集约化平台及统一资源库建设应用情况 5
        运维保障 3
        政府网站年度报表发布 3
        现行有效规章和行政规范性文件归集推送情况 3
        随州市政府门户网站内容保障 2
        监管情况 4
        集约开设 2
        信息发布 2
        办事服务 1
        互动交流 1
        协调联动 2`),
    )
    expect(levelsOf(scheme)).toEqual({ 政府信息公开: 40, 加分指标: 10, 扣分指标: 10 })
  })

  it('keeps bonus and deductions outside', () => {
    expect(leaves(scheme.outside.bonus)).toEqual([
      ['优秀创新案例(现场评审)', 8],
      ['表彰宣传', 2],
    ])
    expect(leaves(scheme.outside.deductions)).toEqual([
      ['通报曝光', -6],
      ['媒体曝光', -4],
    ])
  })

  it('leaves 56.05 without a printed rule, on 34 leaves, nine of them wholly', () => {
    expect(schemeCoverage(scheme).notRuled).toBe(56.05)
    const cut = scheme.indicators.filter((i) => i.criteria.some((c) => c.kind === 'not-ruled'))
    expect(cut).toHaveLength(34)
    expect(cut.filter((i) => i.criteria.length === 1)).toHaveLength(9)
  })

  it('has the printed shares', () => {
    expect(parts(scheme, 'data-release')).toEqual([0.3, 0.2, 0.2, 0.3])
    expect(parts(scheme, 'open-data')).toEqual([0.2, 0.3, 0.2, 0.3])
    expect(parts(scheme, 'consolidation')).toEqual([0.2, 0.4, 0.4])
    expect(parts(scheme, 'smart-search')).toEqual([0.5, 0.5])
    expect(parts(scheme, 'interviews')[0]).toBe(0.6)
    const each = indicatorOf(scheme, 'consolidation').criteria.flatMap((c) =>
      c.kind === 'deduct-each' ? c.events.map((e) => [e.each, c.cap]) : [],
    )
    expect(each).toEqual([
      [0.05, 'source'],
      [0.05, 'source'],
      [0.05, 'source'],
    ])
    expect(scheme.indicators.filter((i) => i.zeroWhen.length > 0).map((i) => i.id)).toEqual([
      'data-release',
      'open-data',
      'interviews',
      'smart-search',
      'search-integration',
      'document-sync',
    ])
  })
})

describe('Suizhou 2023: appendices of the website table for departments', () => {
  const scheme = schemeOf('suizhou-2023-website-departments')
  const lists = scheme.checklists

  it('have 9, 7, 10 and 38 rows, one department each', () => {
    expect(lists.map((list) => list.rows.length)).toEqual([9, 7, 10, 38])
    for (const list of lists) {
      const names = list.rows.flatMap((row) => row.agencies)
      expect(names).toHaveLength(list.rows.length)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('name the departments and fields in the printed order', () => {
    expect(lists[0]?.rows.map((row) => row.agencies[0])).toEqual(
      '市发改委、市教育局、市自然资源和规划局、市生态环境局、市住建局、市交通运输局、市水利和湖泊局、市农业农村局、市公共资源交易监管局'.split(
        '、',
      ),
    )
    expect(lists[2]?.rows.map((row) => [row.agencies[0], row.label])).toEqual([
      ['市发改委', '工程建设招投标'],
      ['市财政局', '政府采购'],
      ['市生态环境局', '排污权交易'],
      ['市住建局', '农村危房改造'],
      ['市交通运输局', '工程建设招投标'],
      ['市水利和湖泊局', '工程建设招投标'],
      ['市国资委', '国有产权交易'],
      ['市公共资源交易监管局', '工程建设招投标'],
      ['市自然资源和规划局', '土地使用权出让'],
      ['市应急管理局', '社会保障（灾害事故救援领域）'],
    ])
    expect(lists[3]?.rows.map((row) => row.agencies[0]).slice(22, 38)).toEqual(
      '市国动办、市地方金融工作局、省药监局随州分局、市审计局、市国资委、市统计局、市医保局、市政府研究室、市乡村振兴局、市机关事务服务中心、市公共资源交易局、市知识产权局、市公共资源交易中心(市政府采购中心)、市供销社、市农业发展中心、市残联'.split(
        '、',
      ),
    )
  })

  it('are what the four rows are judged by; a department on none of them stays open', () => {
    const used = allCriteria(scheme).flatMap((c) => (c.kind === 'items' ? [c.checklist] : []))
    expect(used).toEqual(lists.map((list) => list.id))
    const options = { strict: false, cohortComplete: false }
    const input = { 'public-resources#1': { kind: 'items', items: { 'p3-czj': 0.5 } } } as const
    const [listed] = settle(
      [scoreAgency(scheme, facts(scheme, '市财政局', [], input), options)],
      options,
    )
    // Half of 50% of 3 points.
    expect(listed?.settled).toBe(0.75)
    const [unlisted] = settle(
      [scoreAgency(scheme, facts(scheme, '市招商局', [], input), options)],
      options,
    )
    expect(unlisted?.settled).toBe(0)
  })
})

describe('Suizhou 2023: openness assessment', () => {
  it('prints the platform table for departments', () => {
    const scheme = schemeOf('suizhou-2023-platform-departments')
    expect(leaves(scheme.indicators)).toEqual(
      printed(`
        发布时效 10
        发布清理结果 10
        集中发布 10
        行政许可和其他管理服务信息 4
        行政处罚强制等信息 5
        财政预决算 3
        人大代表建议、政协委员提案办理情况 4
        招考录用 3
        重大决策预公开 5
        规划信息 4
        市场规则标准 4
        重大建设项目 2
        惠民惠农惠企政策 4
        公共企事业单位信息公开 2
        申请回复规范性 10
        问答解读 6
        政策解读质量 4
        年报质量 6
        编制发布并动态更新 4`),
    )
    expect(levelsOf(scheme)).toEqual({
      主动公开: 70,
      '主动公开>政策文件': 30,
      '主动公开>基础信息公开': 40,
      依申请公开: 10,
      解读回应: 10,
      能力保障: 10,
      '能力保障>政府信息公开工作年度报告': 6,
      '能力保障>政府信息主动公开基本目录': 4,
    })
    expect(scheme.groups.map((g) => g.agencies)).toEqual([SUIZHOU_31])
    expect(SUIZHOU_31).toHaveLength(31)
  })

  it('asks named departments only where names are printed: 6, 20 and 6', () => {
    const scheme = schemeOf('suizhou-2023-platform-departments')
    const names = scheme.indicators.flatMap(({ id, appliesTo: rule }) =>
      rule.kind === 'agencies'
        ? [[id, rule.names.length]]
        : rule.kind === 'scope'
          ? [[id, rule.names.length, ...rule.also]]
          : [],
    )
    expect(names).toEqual([
      ['penalties', 0, '市公共资源交易监管局', '市知识产权局'],
      ['major-projects', 6],
      ['subsidy-policies', 20],
      ['public-enterprises', 6],
    ])
  })

  it('prints the platform table for counties: 19 rows, and 15 of 22 fields', () => {
    const scheme = schemeOf('suizhou-2023-platform-counties')
    expect(leaves(scheme.indicators)).toEqual(
      printed(`
        政府信息公开 5
        政策文件发布时效 5
        政策文件及时清理 10
        政策文件集中发布 10
        机构职能 1
        行政许可结果 2
        行政监管执法信息 2
        建议提案办理情况 2
        财政预决算 1
        招考录用 1
        重大会议信息公开 1
        重大决策预公开 1
        规划信息 1
        惠民惠农资金发放信息 3
        基层政务公开标准化规范化 30
        申请接收渠道指引规范性 3
        依申请办理答复规范性 7
        建设智能化政策问答平台 5
        政策解读质量 5
        信息公开工作年度报告编制发布情况 5`),
    )
    expect(scheme.checklists[0]?.rows.map((row) => row.label)).toEqual(
      '重大建设项目、公共资源交易、义务教育、社会救助、养老服务、公共法律服务、就业、自然资源、保障性住房、国有土地上房屋征收与补偿、农村危房改造、城市综合执法、涉农补贴、公共文化服务、卫生健康、安全生产、救灾生产、食品药品监管、乡村振兴、旅游、统计、交通运输'.split(
        '、',
      ),
    )
    const [drawn] = indicatorOf(scheme, 'grassroots').criteria
    // 30 points on 15 fields: the 2 points printed on each.
    expect(drawn?.kind === 'items' && [drawn.take, drawn.maxScore]).toEqual([15, 30])
    expect(Object.values(levelsOf(scheme))).toEqual([5, 70, 25, 15, 30, 10, 10, 5, 5])
    // Rows that look at two drawn towns or departments.
    const pairs = scheme.indicators.flatMap((i) =>
      i.criteria.flatMap((c) => (c.kind === 'items' && c.take === 2 ? [i.id] : [])),
    )
    expect(pairs).toEqual(['platform', 'permit-results', 'enforcement', 'proposals'])
  })

  it('prints the daily tables: 20, 15, 10, 15, 20 and 5, 10, 5; 20, 10, 10, 60 and a bonus of 10', () => {
    const counties = schemeOf('suizhou-2023-daily-counties')
    expect(counties.indicators.map((i) => i.maxScore)).toEqual([20, 15, 10, 15, 20, 5, 10, 5])
    expect(levelsOf(counties)).toEqual({ 工作推进落实: 80, 政务公开专区: 20 })
    const departments = schemeOf('suizhou-2023-daily-departments')
    expect(departments.indicators.map((i) => i.maxScore)).toEqual([20, 10, 10, 60])
    expect(levelsOf(departments)).toEqual({ 组织推进: 20, 工作落实: 80, 加分项: 10 })
    expect(departments.outside.bonus.map((i) => i.maxScore)).toEqual([6, 4])
    for (const id of ['document-filing', 'rectification']) {
      const [rule] = indicatorOf(departments, id).criteria
      expect(rule?.kind === 'deduct-each' && [rule.events[0]?.each, rule.cap]).toEqual([
        5,
        'source',
      ])
    }
    expect(departments.indicators.map((i) => i.method)).toEqual([
      '佐证材料',
      '市政务公开办根据日常工作情况考核',
      '市政务公开办根据日常工作情况考核',
      '佐证材料',
    ])
    for (const scheme of [counties, departments])
      expect(scheme.outside.vetoes.map((v) => v.label)).toEqual(['考核材料弄虚作假'])
  })

  it('weighs 70 and 30 and takes the outside deductions off afterwards', () => {
    const whole = composites.find((c) => c.id === 'suizhou-2023-openness')
    expect(whole?.parts.map((p) => [p.share, p.schemes.length])).toEqual([
      [0.7, 2],
      [0.3, 2],
    ])
    expect(whole?.external.map((i) => i.maxScore)).toEqual([null])
  })
})

describe('Suizhou 2023: a whole year of one department, by hand', () => {
  const platform = schemeOf('suizhou-2023-platform-departments')
  const daily = schemeOf('suizhou-2023-daily-departments')
  const whole = composites.find((c) => c.id === 'suizhou-2023-openness')
  const options = { strict: false, cohortComplete: false }

  it('is 100 × 70% + 105 × 30% − 3 = 98.5', () => {
    if (!whole) throw new Error('no composite')
    const full = platform.indicators.map((row) => [
      `${row.id}#1`,
      row.criteria[0]?.kind === 'yes-no'
        ? ({ kind: 'answer', answer: 'met' } as const)
        : ({ kind: 'score', score: row.maxScore ?? 0 } as const),
    ])
    const name = '市发改委'
    const first = facts(platform, name, [], Object.fromEntries(full))
    const second = facts(daily, name, [], {
      'division-of-work#1': { kind: 'score', score: 20 },
      // One document filed late: 10 − 5.
      'document-filing#1': { kind: 'events', counts: { unfiled: 1 } },
      'rectification#2': { kind: 'events', counts: {} },
      'working-rules#3': { kind: 'ratio', part: 5, whole: 5 },
      'county-training#1': { kind: 'score', score: 6 },
      'county-guidance#1': { kind: 'score', score: 4 },
    })
    const stand = (scheme: Scheme, own: AgencyFacts) => {
      const [row] = standings([scoreAgency(scheme, own, options)], options)
      if (!row) throw new Error('no standing')
      return row
    }
    const parts = new Map([
      ['platform', stand(platform, first)],
      ['daily', stand(daily, second)],
    ])
    const outside = facts(platform, name, []).agency
    const loss: ScoreInput = {
      scheme: whole.id,
      agencyId: name,
      target: 'third-party#1',
      value: { kind: 'score', score: -3 },
      by: '市政务公开办',
      at: null,
      reason: '省办第三方评估扣 3 分',
    }
    const members = [{ facts: { agency: outside, portals: [], inputs: [loss] }, parts }]
    const [card] = settleComposite(whole, members, options)
    expect(card?.parts.map((part) => part.settled)).toEqual([70, 31.5])
    expect(card?.score).toBe(98.5)
  })
})
