/** The scheme loader: the Suizhou table as printed, and faults named with place and mend. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, describe, expect, it } from 'vitest'
import { schemeFileJsonSchemas } from '#catalog/scheme-file'
import { loadScheme, loadSchemes, validateScheme } from '#catalog/schemes'
import { checks } from '#checks/index'
import { indicatorCoverage, localCoverage, schemeCoverage } from '#scoring/coverage'
import { sampleChecks, WORKED } from '../scoring/samples.ts'

const ROOT = join(import.meta.dirname, '../../data/schemes')
const SUIZHOU = join(ROOT, 'suizhou-2023-website-departments')

describe('the 2023 Suizhou website table for departments', () => {
  const scheme = loadScheme(SUIZHOU, { checks })

  /** Leaf and weight of every row, copied from the table by hand. */
  const printed: readonly (readonly [string, number])[] = [
    ['机构职能', 2],
    ['领导信息', 2],
    ['动态要闻', 3],
    ['政策文件', 3],
    ['数据发布', 4],
    ['重大建设项目', 3],
    ['公益事业建设', 3],
    ['公共资源配置', 3],
    ['专题专栏', 10],
    ['政策解读', 8],
    ['服务频道设计', 4],
    ['查询服务', 6],
    ['在线咨询', 3],
    ['智能问答', 2],
    ['民意征集', 5],
    ['在线访谈/新闻发布会', 2],
    ['智能搜索', 2],
    ['适老化及无障碍', 2],
    ['规范设计', 2],
    ['一号登录', 1],
    ['导航体系', 2],
    ['集约化平台及统一资源库建设应用情况', 4],
    ['运维管理情况', 5],
    ['政府网站年度报表发布', 1],
    ['现行有效规章和行政规范性文件归集推送情况', 5],
    ['随州市政府门户网站内容保障', 3],
    ['集约开设', 2],
    ['信息发布', 3],
    ['办事服务', 1],
    ['互动交流', 1],
    ['协调联动', 3],
  ]

  it('has the 31 printed indicators with their weights, 100 in all', () => {
    expect(scheme.indicators.map((i) => [i.path.at(-1), i.maxScore])).toEqual(printed)
    expect(scheme.indicators.map((i) => i.ref.row)).toEqual(printed.map((_, i) => i + 1))
    expect(scheme.maxScore).toBe(100)
  })

  it('keeps bonus and deductions outside', () => {
    expect(scheme.outside.bonus.map((i) => i.maxScore)).toEqual([8, 2])
    expect(scheme.outside.deductions.map((i) => i.maxScore)).toEqual([-4, -4, -2])
  })

  it('agrees with the printed level figures', () => {
    expect(scheme.levels.map((l) => l.maxScore)).toEqual([41, 10, 10])
    expect(validateScheme(SUIZHOU, { checks })).toEqual([])
  })

  it('says how much of it machines reach: 8.95 of 100, and 53.55 without printed rule', () => {
    expect(schemeCoverage(scheme)).toEqual({
      machine: 8.95,
      assisted: 29.4,
      manual: 8.1,
      notRuled: 53.55,
    })
    expect(localCoverage(scheme).machine).toBe(6.45)
    for (const row of indicatorCoverage(scheme))
      expect(row.machine + row.assisted + row.manual + row.notRuled).toBeCloseTo(
        row.maxScore ?? 0,
        9,
      )
  })

  it('marks the 25 rows whose rules are cut off, and only those', () => {
    const cut = scheme.indicators.filter((i) => i.criteria.some((c) => c.kind === 'not-ruled'))
    expect(cut).toHaveLength(25)
    const whole = scheme.indicators.filter((i) => !cut.includes(i)).map((i) => i.path.at(-1))
    expect(whole).toEqual([
      '数据发布',
      '智能搜索',
      '适老化及无障碍',
      '一号登录',
      '现行有效规章和行政规范性文件归集推送情况',
      '随州市政府门户网站内容保障',
    ])
  })

  it('keeps the three zeroing notes, the benchmark pair and the per-event figures', () => {
    const noted = scheme.indicators.filter((i) => i.zeroWhen.length > 0).map((i) => i.id)
    expect(noted).toEqual(['data-release', 'smart-search', 'document-sync'])
    const benchmarks = scheme.indicators
      .flatMap((i) => i.criteria)
      .filter((c) => c.kind === 'benchmark')
    expect(benchmarks.map((c) => [c.share, c.origin])).toEqual([
      [0.5, 'local'],
      [0.5, 'local'],
    ])
    const criticism = scheme.outside.deductions[0]?.criteria[0]
    expect(criticism?.kind === 'deduct-each' && criticism.events.map((e) => e.each)).toEqual([
      1, 0.5, 0.05,
    ])
  })

  it('gives every local rule a reason and every human rule a question', () => {
    for (const c of [
      ...scheme.indicators,
      ...scheme.outside.bonus,
      ...scheme.outside.deductions,
    ].flatMap((i) => i.criteria)) {
      if (c.origin === 'local') expect(c.reason).toBeTruthy()
      if (c.state === 'manual' || c.state === 'assisted') expect(c.ask).toBeTruthy()
    }
  })

  it('is found among the schemes', () => {
    expect(loadSchemes(ROOT, { checks }).map((s) => s.id)).toContain(scheme.id)
  })
})

describe('faults', () => {
  const dirs: string[] = []
  afterEach(() => {
    for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
  })

  /** A copy of the worked example with one text replaced in one file; the text must be there. */
  function changed(file: string, from: string, to: string): string {
    const dir = mkdtempSync(join(tmpdir(), 'scheme-'))
    dirs.push(dir)
    cpSync(join(WORKED, 'scheme'), dir, { recursive: true })
    const path = join(dir, `${file}.yaml`)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”`)
    writeFileSync(path, text.replace(from, to))
    return dir
  }
  function problems(file: string, from: string, to: string, level: 'error' | 'warning' = 'error') {
    return validateScheme(changed(file, from, to), { checks: sampleChecks })
      .filter((p) => p.level === level)
      .map((p) => p.message)
      .join('\n')
  }

  it('loads the unchanged example without a problem', () => {
    expect(validateScheme(join(WORKED, 'scheme'), { checks: sampleChecks })).toEqual([])
  })

  const errors: readonly (readonly [string, string, string, string, RegExp])[] = [
    [
      'an unknown check',
      'indicators',
      'sample/share-low#measured',
      'sample/share-hi#measured',
      /indicators\.yaml 第 \d+ 行第 \d+ 列：没有检查项 sample\/share-hi/,
    ],
    [
      'an unknown outcome',
      'indicators',
      'sample/share-low#measured',
      'sample/share-low#good',
      /没有结果 good；它的结果有 measured、unread/,
    ],
    [
      'an unsure outcome that is priced',
      'indicators',
      'sample/share-low#measured',
      'sample/share-low#unread',
      /“待核实”，不能直接计分/,
    ],
    [
      'a pass or fail that is not priced',
      'indicators',
      '        met: [sample/column-missing#present]\n        unmet: [sample/column-missing#missing]\n',
      '        met: [sample/column-missing#present]\n',
      /column-missing 的结果 missing 如何计分/,
    ],
    ['a doubled id', 'indicators', 'id: replies', 'id: columns', /编号 columns 重复/],
    [
      'a doubled item',
      'indicators',
      '- item: 2\n        kind: yes-no',
      '- item: 1\n        kind: yes-no',
      /编号 columns#1 重复/,
    ],
    [
      'parts printed with more than their indicator, undeclared',
      'indicators',
      '{ kind: judgement, points: 4, summary: 现场评审',
      '{ kind: judgement, points: 5, summary: 现场评审',
      /各部分合计 5，超过印出的 4。.*capped/,
    ],
    [
      'a cap that nothing needs',
      'indicators',
      '    criteria:\n      - { kind: judgement, points: 4',
      '    capped: { reason: 如此 }\n    criteria:\n      - { kind: judgement, points: 4',
      /不需要 capped/,
    ],
    [
      'a rest where nothing is left',
      'indicators',
      '    criteria:\n      - { kind: judgement, points: 4',
      '    rest: { points: 1, reason: 如此 }\n    criteria:\n      - { kind: judgement, points: 4',
      /请去掉 cut 或 rest/,
    ],
    [
      'a hint that is to settle',
      'indicators',
      'summary: 现场评审, state: manual, ask: 评审得分？ }',
      'summary: 现场评审, state: assisted, ask: 评审得分？, hints: [{ outcome: sample/column-missing#present, settles: true }] }',
      /hints 只供人参考/,
    ],
    [
      'a hint under a rule for people alone',
      'indicators',
      'summary: 现场评审, state: manual, ask: 评审得分？ }',
      'summary: 现场评审, state: manual, ask: 评审得分？, hints: [sample/column-missing#present] }',
      /由机器提示时写 assisted/,
    ],
    [
      'a measure and a count at once',
      'indicators',
      '        when: [sample/share-low#measured]\n',
      '        when: [sample/share-low#measured]\n        met: [sample/column-missing#present]\n        unmet: [sample/column-missing#missing]\n',
      /二者只写一样/,
    ],
    [
      'a local rule without reason',
      'indicators',
      '        reason: 原文未印算式，按本单位 ÷ 最高 × 分值。\n',
      '',
      /必须用 reason/,
    ],
    ['a human rule without question', 'indicators', '        ask: 第几日答复？\n', '', /ask 写明/],
    [
      'a manual rule with checks',
      'indicators',
      'summary: 有栏目\n        state: machine',
      'summary: 有栏目\n        state: manual\n        ask: 有吗？',
      /manual）不能引用检查结果/,
    ],
    [
      'a machine rule without checks',
      'indicators',
      'state: manual\n        ask: 几份有解读？',
      'state: machine',
      /machine 条目要引用检查结果/,
    ],
    [
      'share and points together',
      'indicators',
      'share: 15%',
      'share: 15%\n        points: 1',
      /只写一个/,
    ],
    [
      'a tier above its rule',
      'indicators',
      'label: 一日内, share: 50%',
      'label: 一日内, share: 60%',
      /有一档高于/,
    ],
    ['cut where all is printed', 'indicators', 'row: 3', 'row: 3\n    cut: 10%', /去掉 cut/],
    ['cut without the amount', 'indicators', 'cut: 25%', 'cut: true', /如 cut: 25%/],
    [
      'a cut that does not agree',
      'indicators',
      'cut: 25%',
      'cut: 35%',
      /应余 1，cut 写的却是 1\.4/,
    ],
    [
      'a level figure that is not the sum of its rows',
      'scheme',
      'weight: 13',
      'weight: 14',
      /scheme\.yaml 第 \d+ 行第 \d+ 列：“信息公开”印为 14，其下各指标合计 13，不一致.*differs/,
    ],
    [
      'a total that is not the sum',
      'scheme',
      'maxScore: 30',
      'maxScore: 31',
      /总分印为 31，各指标合计 30/,
    ],
    [
      'an event whose words say otherwise',
      'outside',
      'share: 10%',
      'share: 20%',
      /“省级曝光（10%）”写的是 20%/,
    ],
    [
      'points of a table without a total',
      'scheme',
      'maxScore: 30',
      'maxScore: null',
      /总分 maxScore/,
    ],
    [
      'a difference where there is none',
      'scheme',
      'weight: 13 }',
      'weight: 13, differs: { reason: 原文如此 } }',
      /不需要 differs/,
    ],
    ['a deduction with a positive weight', 'outside', 'weight: -4', 'weight: 4', /请加上负号/],
    [
      'a deduction by answers',
      'outside',
      '- kind: deduct-each\n        share: 100%\n        cap: local',
      '- kind: tiers\n        tiers: [{ id: x, label: 某档, share: 50% }]\n        share: 100%',
      /events/,
    ],
    [
      'a level without indicators',
      'scheme',
      'path: [信息公开]',
      'path: [信息公布]',
      /没有指标属于“信息公布”/,
    ],
    [
      'a misspelt field',
      'indicators',
      'unmet: [sample/column-missing#missing]',
      'unmeet: [sample/column-missing#missing]',
      /第 \d+ 行第 \d+ 列：.*unmeet/,
    ],
    ['a percentage as a number', 'indicators', 'share: 15%', 'share: 15', /应为文字/],
    [
      'broken YAML',
      'scheme',
      'groups:',
      'groups: [',
      /scheme\.yaml 第 \d+ 行第 \d+ 列：YAML 写法有误/,
    ],
    [
      'an unknown kind of rule',
      'indicators',
      'kind: judgement',
      'kind: judgment',
      /第 \d+ 行第 \d+ 列：“[^”]+kind”只能取 yes-no、.*judgement.* 之一，请改正/,
    ],
    ['a figure beyond all measure', 'indicators', 'weight: 4', 'weight: 1e300', /过大/],
    ['a sum over answers', 'indicators', 'portals: any', 'portals: sum', /相加（sum）/],
  ]
  for (const [name, file, from, to, message] of errors)
    it(`names ${name}`, () => {
      expect(problems(file, from, to)).toMatch(message)
    })

  it('points at the line of the fault', () => {
    const text = readFileSync(join(WORKED, 'scheme/indicators.yaml'), 'utf8')
    const line = text.slice(0, text.indexOf('sample/share-low')).split('\n').length
    expect(problems('indicators', 'sample/share-low#measured', 'sample/share-low#good')).toContain(
      `indicators.yaml 第 ${line} 行`,
    )
  })

  it('throws all errors at once on load', () => {
    const dir = changed('indicators', 'sample/share-low#measured', 'sample/nothing#measured')
    expect(() => loadScheme(dir, { checks: sampleChecks })).toThrow(/有 1 处错误/)
  })

  it('refuses text in another encoding instead of loading garbled names', () => {
    const dir = changed('scheme', 'weight: 13', 'weight: 13')
    const file = join(dir, 'scheme.yaml')
    writeFileSync(file, iconv.encode(readFileSync(file, 'utf8'), 'gb18030'))
    expect(() => loadScheme(dir, { checks: sampleChecks })).toThrow(/不是 UTF-8 编码.*另存为 UTF-8/)
  })

  it('says which folder or file is missing', () => {
    expect(() => loadSchemes('/nowhere', { checks })).toThrow(/\/nowhere 不存在/)
    expect(validateScheme('/nowhere', { checks })[0]?.message).toContain('/nowhere/scheme.yaml')
  })

  it('loads contradictions of the print that are declared, with a warning', () => {
    const odd = changed(
      'scheme',
      'weight: 13 }',
      'weight: 14, differs: { reason: 原文把附加项也算在内 } }',
    )
    const scheme = loadScheme(odd, { checks: sampleChecks })
    expect(scheme.warnings.join()).toContain(
      '“信息公开”印为 14，其下各指标合计 13，计分以各行为准（本地规定：原文把附加项也算在内）',
    )
    const total = 'maxScore: 31\ndiffers: { reason: 原文如此 }'
    expect(problems('scheme', 'maxScore: 30', total, 'warning')).toContain('各指标合计 30')
  })

  it('makes the part that no printed rule reaches not-ruled where the file says so, and only there', () => {
    const scheme = loadScheme(join(WORKED, 'scheme'), { checks: sampleChecks })
    const rest = scheme.indicators.find((i) => i.id === 'columns')?.criteria.at(-1)
    expect(rest).toMatchObject({ kind: 'not-ruled', share: 0.25, state: 'not-ruled' })
    expect(problems('indicators', 'share: 35%', 'share: 25%')).toMatch(
      /第 \d+ 行第 \d+ 列：.*各部分只有 5.4，余下的没有细则.*cut: 10%/,
    )
  })
})

describe('file schemas', () => {
  it('are published for editors', () => {
    const schemas = schemeFileJsonSchemas()
    expect(Object.keys(schemas)).toHaveLength(5)
    for (const schema of Object.values(schemas))
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  })
})
