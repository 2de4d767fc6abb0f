/**
 * One Chinese page per indicator scheme in docs/schemes, from data/schemes: every indicator with its printed figure,
 * every rule with who can settle it and which check outcomes price it, and what is ours or unverified; one page per
 * composite with its parts. For people who check our reading of the source.
 */
import { join } from 'node:path'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { type Scheme1, toScheme1 } from '#export/shapes/scheme'
import { type PriceRef, pricesOf } from '#model/criterion'
import type { Composite, Grade, Indicator as ModelIndicator, Scheme } from '#model/scheme'
import { localCoverage, schemeCoverage } from '#scoring/coverage'
import { isPointless, rulesByState } from '#scoring/tally'
import { isReached, measurableRows, unprovenRules } from '../bench/coverage.ts'
import { checks } from '../checks/index.ts'

type Indicator = Scheme1['indicators'][number]
type Criterion = Indicator['criteria'][number]

const MODES: Readonly<Record<Criterion['state'], string>> = {
  machine: '机器可判',
  assisted: '机器辅助',
  manual: '人工',
  'not-ruled': '原文缺失',
}

const WHO: Readonly<Record<Criterion['state'], string>> = {
  machine: '检查结果直接定分；说不准的仍由人定',
  assisted: '检查把找到的情况和证据列在问题旁边，由人给分',
  manual: '检查得不出，由人录入或评定',
  'not-ruled': '原文没有印出评分细则，既不给满分也不给零分',
}

const NOTE = '由 `npm run generate` 从 `data/schemes/` 生成，请勿手改。'

/** Path from the project root → content, for docs/schemes/*.md. */
export function generateSchemes(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'data/schemes')
  const loaded = loadSchemes(folder, { checks })
  const composites = loadComposites(folder, loaded, { checks })
  const schemes = loaded.map((scheme) => toScheme1(scheme, schemeCoverage(scheme)))
  const pageOf = (id: string) => `docs/schemes/${id}.md`
  return new Map([
    ['docs/schemes/README.md', overview(schemes, loaded, composites)],
    ...loaded.map((model, i): [string, string] => {
      const shown = schemes[i]
      if (!shown) throw new Error(`指标体系 ${model.id} 没有可写的内容`)
      return [pageOf(model.id), page(shown, model)]
    }),
    ...composites.map((one): [string, string] => [pageOf(one.id), compositePage(one)]),
  ])
}

function overview(
  schemes: readonly Scheme1[],
  models: readonly Scheme[],
  composites: readonly Composite[],
): string {
  const rows = schemes.map(({ id, title, maxScore, coverage }, i) => {
    const model = models[i]
    const counted = model && isPointless(model) ? rulesByState(model) : null
    const { machine, assisted, manual, notRuled } = counted ?? coverage
    const shares = [machine, assisted, manual, notRuled].map((n) =>
      counted ? `${n} 条` : figure(n),
    )
    const cells = [figure(maxScore), ...shares].join(' | ')
    return `| [${id}](${id}.md) | ${cell(title)} | ${cells} |`
  })
  return text([
    '# 指标体系一览',
    '',
    NOTE,
    '',
    '| 编号 | 名称 | 总分 | 机器可判 | 机器辅助 | 人工 | 原文缺失 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    '后四列是总分之内各占多少分。“原文缺失”的部分既不给满分，也不记零分。不计分的体系没有分值可列，按条数写。',
    ...list(
      '汇总',
      composites.map(({ id, title, parts }) => {
        const shares = parts.map((one) => `${one.label} ${percent(one.share)}`).join('，')
        return `[${id}](${id}.md)　${title}：${shares}`
      }),
    ),
  ])
}

function sourceText({ source }: Pick<Scheme, 'source'>): string {
  return [
    source.title,
    source.documentNumber ?? '文号原文缺失',
    source.annex,
    source.issued && `${source.issued} 印发`,
  ]
    .filter((part) => part !== null)
    .join('，')
}

function compositePage(composite: Composite): string {
  const schemes = (ids: readonly string[]) => ids.map((id) => `[${id}](${id}.md)`).join('、')
  return text([
    `# ${composite.title}（汇总）`,
    '',
    NOTE,
    '',
    `- 编号：\`${composite.id}\`，版本 ${composite.edition}`,
    `- 来源：${sourceText(composite)}`,
    `- 总分：${composite.maxScore}`,
    ...list('原文存疑之处', composite.warnings),
    '',
    '## 组成',
    '',
    '| 部分 | 比例 | 指标体系 | 评分方法 |',
    '|---|---|---|---|',
    ...composite.parts.map((one) => {
      const label = cell(one.label + (one.origin === 'local' ? `（本地规定：${one.reason}）` : ''))
      return `| ${label} | ${percent(one.share)} | ${schemes(one.schemes)} | ${one.method ?? '—'} |`
    }),
    ...list(
      '汇总后扣减',
      composite.external.map((one) => one.path.join(' > ')),
    ),
    ...list('等次', composite.grades.map(gradeText)),
  ])
}

function gradeText({ label, from, quota, byQuota, origin }: Grade): string {
  const edge =
    from !== null
      ? `${from} 分以上（含）`
      : quota !== null
        ? `至多 ${percent(quota)}`
        : byQuota
          ? '按比例，比例原文没有印出'
          : '其余'
  return `${label}：${edge}${origin === 'local' ? '（本地规定）' : ''}`
}

/** How the total becomes a result: what stands in the head of the scheme. */
function rulesOfWhole(scheme: Scheme): string[] {
  const { span, pools, conversion, targets, cadences } = scheme
  const local = (origin: string, reason: string | null) =>
    origin === 'local' ? `（本地规定：${reason ?? '未说明'}）` : ''
  return [
    ...(span ? [`考评期间：${span.from} 至 ${span.to}`] : []),
    ...(scheme.monitoredOn ? [`监测日：${scheme.monitoredOn}`] : []),
    ...scheme.methods.map(({ label, due }) => `评分方法：${label}${due ? `，${due} 前` : ''}`),
    ...scheme.attributes.map(({ id, label }) => `单位属性：${label}（${id}）`),
    ...pools.map(
      ({ path, maxScore, origin, reason }) =>
        `只印在上级的分值：${path.join(' > ')} ${maxScore} 分${local(origin, reason)}`,
    ),
    ...(conversion
      ? [`折算：得分 ÷ 适用分值 × 100${local(conversion.origin, conversion.reason)}`]
      : []),
    ...scheme.grades.map((grade) => `等次：${gradeText(grade)}`),
    ...targets.map(({ label, unit, values }) => {
      const all = Object.values(values)
      const whole = all.reduce((sum, one) => sum + one, 0)
      return `${label}：${all.length} 个单位，合计 ${whole} ${unit}`
    }),
    ...cadences.map(({ label, days }) => `更新期限：${label} ${days} 天`),
  ]
}

/** Rows of the table that a crawl could decide or help with at best, and why the scheme stays short of it. */
function rowsOutOfReach(scheme: Scheme): string[] {
  return measurableRows()
    .filter((row) => row.scheme === scheme.id && !isReached(row))
    .map((row) => {
      const path = scheme.indicators.find(({ id }) => id === row.row)?.path.join(' > ') ?? row.row
      const points = row.points === null ? '' : `，${row.points} 分`
      const wanted = row.class === 'full' ? '应能定分' : '应能列出线索'
      const number = row.criterion === null ? '' : `#${row.criterion}`
      return `\`${row.row}${number}\` ${path}（${wanted}${points}）：${row.because ?? '没有说明'}`
    })
}

function rulesUnproven(scheme: Scheme): string[] {
  return unprovenRules()
    .filter((one) => one.scheme === scheme.id)
    .map(({ criterion, because }) => `\`${criterion}\`：${because ?? '没有说明'}`)
}

/** Rules of ours whose reason says that their figures were never read in the source. */
function unverified(scheme: Scheme): string[] {
  const { bonus, deductions, external } = scheme.outside
  return [...scheme.indicators, ...bonus, ...deductions, ...external].flatMap((one) =>
    one.criteria
      .filter((rule) => rule.reason?.startsWith('未经核实') === true)
      .map((rule) => `\`${rule.id}\` ${one.path.join(' > ')}：${rule.reason}`),
  )
}

function page(scheme: Scheme1, model: Scheme): string {
  const { coverage, outside } = scheme
  const pointless = isPointless(model)
  const share = pointless ? rulesByState(model) : coverage
  return text([
    `# ${scheme.title}`,
    '',
    NOTE,
    '',
    `- 编号：\`${scheme.id}\`，版本 ${scheme.edition}`,
    `- 来源：${sourceText(model)}`,
    `- 总分：${figure(scheme.maxScore)}`,
    ...scheme.groups.map(({ name, agencies }) => `- 测评对象（${name}）：${agencyText(agencies)}`),
    ...whoDecides(model, share),
    ...list('原文存疑之处', scheme.warnings),
    ...list('照理从网站上能看出、机器却没有定（或没有列出线索）的行', rowsOutOfReach(model)),
    ...list('机器定分、但从不（或没有在示例网站上）判不合格的规则', rulesUnproven(model)),
    ...list('总的规定', rulesOfWhole(model)),
    ...list('未经核实的数值（可调）', unverified(model)),
    ...part('指标', scheme.indicators, model.indicators),
    ...part('加分项', outside.bonus, model.outside.bonus),
    ...part('扣分项', outside.deductions, model.outside.deductions),
    ...list(
      '一票否决',
      outside.vetoes.map((veto) => `${veto.label}：${veto.effect}`),
    ),
    ...list(
      '事后扣减',
      model.outside.external.map((one) => {
        const rules = one.criteria.map((rule) => rule.summary).join('；')
        return `${one.path.join(' > ')}（${one.maxScore ?? '没有印出限度'}）：${rules}`
      }),
    ),
    ...model.checklists.flatMap(({ title, rows }) => [
      '',
      `## ${title}`,
      '',
      '| 序号 | 单位 | 应公开的内容 |',
      '|---|---|---|',
      ...rows.map(({ agencies, label, detail }, i) => {
        const content = detail === null ? label : `${label}：${detail}`
        return `| ${i + 1} | ${cell(agencies.join('、'))} | ${cell(content)} |`
      }),
    ]),
  ])
}

/** Points (or rules, where none are printed) by who settles them, and how much of each rests on rules of ours. */
function whoDecides(model: Scheme, share: Scheme1['coverage']): string[] {
  const pointless = isPointless(model)
  const local = localCoverage(model)
  const rows = (['machine', 'assisted', 'manual', 'notRuled'] as const).map((key) => {
    const mode = key === 'notRuled' ? 'not-ruled' : key
    const ours = pointless ? [] : [figure(local[key])]
    return `| ${[MODES[mode], figure(share[key]), ...ours, WHO[mode]].join(' | ')} |`
  })
  return [
    '',
    '## 由谁判定',
    '',
    pointless
      ? '| 由谁判定 | 条数（原文没有印分值） | 怎样判定 |'
      : '| 由谁判定 | 分值 | 其中按本地规定 | 怎样判定 |',
    pointless ? '|---|---|---|' : '|---|---|---|---|',
    ...rows,
  ]
}

function agencyText(names: readonly string[]): string {
  return names.length === 0 ? '原文未列名单' : `${names.length} 家：${names.join('、')}`
}

function list(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${head}`, '', ...lines.map((line) => `- ${line}`)]
}

function part(
  head: string,
  indicators: readonly Indicator[],
  models: readonly ModelIndicator[],
): string[] {
  if (indicators.length === 0) return []
  const rules = new Map(
    models.flatMap((one) => one.criteria.map((rule) => [rule.id, rule] as const)),
  )
  return ['', `## ${head}`, ...indicators.flatMap((one) => indicatorPart(one, rules))]
}

type Rules = ReadonlyMap<string, ModelIndicator['criteria'][number]>

function indicatorPart(indicator: Indicator, rules: Rules): string[] {
  const remarks = [
    `适用：${indicator.appliesTo}`,
    indicator.method && `方式：${indicator.method}`,
    indicator.scope && `采集范围：${indicator.scope}`,
    indicator.note && `说明：${indicator.note}`,
  ].filter((remark) => remark !== null)
  return [
    '',
    `### ${indicator.path.join(' > ')}（${figure(indicator.maxScore)}）`,
    '',
    `${remarks.join('；').replace(/。$/, '')}。`,
    '',
    '| 要点 | 规则 | 分值 | 由谁判定 | 依据的检查 |',
    '|---|---|---|---|---|',
    ...indicator.criteria.map((one) => criterionRow(one, rules)),
    ...indicator.zeroWhen.flatMap((note) => ['', `该指标不得分：${note}`]),
  ]
}

function criterionRow(criterion: Criterion, rules: Rules): string {
  const ours = criterion.origin === 'local' ? `（本地补充：${criterion.reason ?? '未说明'}）` : ''
  const rule = rules.get(criterion.id)
  const asked = rule === undefined || rule.ask === null ? '' : `<br>问：${rule.ask}`
  const cells = [
    `\`${criterion.id}\``,
    cell(criterion.summary + ours + asked),
    figure(criterion.maxScore),
    MODES[criterion.state],
    rule === undefined ? '' : restsOn(rule),
  ]
  return `| ${cells.join(' | ')} |`
}

const VERDICTS = { pass: '通过', fail: '不通过', unsure: '待核实', 'not-applicable': '不适用' }

/** What settles a rule, what is left to a person, what only stands beside. */
function restsOn(rule: ModelIndicator['criteria'][number]): string {
  const prices = pricesOf(rule)
  const settling = prices.filter((ref) => ref.settles && settles(ref))
  const parts = [
    ['定分', settling],
    ['由人核实', prices.filter((ref) => !settling.includes(ref))],
    ['旁证', rule.hints ?? []],
  ] as const
  return parts
    .filter(([, refs]) => refs.length > 0)
    .map(([label, refs]) => `${label}：${pricing(refs)}`)
    .join('<br>')
}

/** An outcome that is itself a question settles nothing. */
function settles(ref: PriceRef): boolean {
  const verdict = verdictOf(ref)
  return verdict === 'pass' || verdict === 'fail'
}

function verdictOf({ check, outcome }: PriceRef): keyof typeof VERDICTS | undefined {
  return checks.find(({ id }) => id === check)?.outcomes[outcome]?.verdict
}

/** Outcomes with their verdict, under a link to their check's page. */
function pricing(refs: readonly PriceRef[]): string {
  const byCheck = new Map<string, Set<string>>()
  for (const ref of refs) {
    const verdict = verdictOf(ref)
    const named = `\`${ref.outcome}\`${verdict === undefined ? '' : `（${VERDICTS[verdict]}）`}`
    byCheck.set(ref.check, (byCheck.get(ref.check) ?? new Set<string>()).add(named))
  }
  return [...byCheck]
    .map(([id, names]) => {
      const title = checks.find((one) => one.id === id)?.title ?? id
      return `[${cell(title)}](../checks/${id.replace('/', '-')}.md) ${[...names].join('、')}`
    })
    .join('；')
}

function figure(value: number | null): string {
  return value === null ? '未印分值' : String(value)
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

function cell(value: string): string {
  return value.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
