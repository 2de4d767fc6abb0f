/**
 * One Chinese page per indicator scheme in docs/schemes, from data/schemes: every indicator with its printed figure,
 * every rule with who can settle it and which check outcomes price it, and what is ours or unverified; one page per
 * composite with its parts. For people who check our reading of the source.
 */
import { join } from 'node:path'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { type Scheme1, toScheme1 } from '#export/shapes/scheme'
import type { Composite, Grade, Scheme } from '#model/scheme'
import { schemeCoverage } from '#scoring/coverage'
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
    `- 由谁判定${pointless ? '（原文没有印分值，按条数）' : ''}：机器可判 ${share.machine}，机器辅助 ${share.assisted}，人工 ${share.manual}，原文缺失 ${share.notRuled}`,
    ...scheme.groups.map(({ name, agencies }) => `- 测评对象（${name}）：${agencyText(agencies)}`),
    ...list('原文存疑之处', scheme.warnings),
    ...list('网站上看得到、机器还没有定到的行', rowsOutOfReach(model)),
    ...list('机器定分、示例网站证实不了不合格的规则', rulesUnproven(model)),
    ...list('总的规定', rulesOfWhole(model)),
    ...list('未经核实的数值（可调）', unverified(model)),
    ...part('指标', scheme.indicators),
    ...part('加分项', outside.bonus),
    ...part('扣分项', outside.deductions),
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

function agencyText(names: readonly string[]): string {
  return names.length === 0 ? '原文未列名单' : `${names.length} 家：${names.join('、')}`
}

function list(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${head}`, '', ...lines.map((line) => `- ${line}`)]
}

function part(head: string, indicators: readonly Indicator[]): string[] {
  return indicators.length === 0 ? [] : ['', `## ${head}`, ...indicators.flatMap(indicatorPart)]
}

function indicatorPart(indicator: Indicator): string[] {
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
    `${remarks.join('；')}。`,
    '',
    '| 要点 | 规则 | 分值 | 由谁判定 | 依据的检查结论 |',
    '|---|---|---|---|---|',
    ...indicator.criteria.map(criterionRow),
    ...indicator.zeroWhen.flatMap((note) => ['', `该指标不得分：${note}`]),
  ]
}

function criterionRow(criterion: Criterion): string {
  const ours = criterion.origin === 'local' ? `（本地补充：${criterion.reason ?? '未说明'}）` : ''
  const cells = [
    `\`${criterion.id}\``,
    cell(criterion.summary + ours),
    figure(criterion.maxScore),
    MODES[criterion.state],
    pricing(criterion.checks),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Outcomes under a link to their check's page. */
function pricing(prices: readonly string[]): string {
  const outcomes = new Map<string, string[]>()
  for (const price of prices) {
    const [check = '', outcome = ''] = price.split('#')
    outcomes.set(check, [...(outcomes.get(check) ?? []), `\`${outcome}\``])
  }
  return [...outcomes]
    .map(([check, names]) => {
      const file = `${check.replace('/', '-')}.md`
      return `[${check}](../checks/${file})：${names.join(' ')}`
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
