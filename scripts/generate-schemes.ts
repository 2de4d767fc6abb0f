/**
 * One Chinese page per indicator scheme in docs/schemes, from data/schemes: every indicator with its printed figure,
 * every rule with who can settle it and which check outcomes price it. For people who check our reading of the source.
 */
import { join } from 'node:path'
import { loadSchemes } from '#catalog/schemes'
import { type Scheme1, toScheme1 } from '#export/shapes/scheme'
import { schemeCoverage } from '#scoring/coverage'
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
  const schemes = loadSchemes(join(root, 'data/schemes'), { checks }).map((scheme) =>
    toScheme1(scheme, schemeCoverage(scheme)),
  )
  return new Map([
    ['docs/schemes/README.md', overview(schemes)],
    ...schemes.map((scheme): [string, string] => [`docs/schemes/${scheme.id}.md`, page(scheme)]),
  ])
}

function overview(schemes: readonly Scheme1[]): string {
  const rows = schemes.map(({ id, title, maxScore, coverage }) => {
    const { machine, assisted, manual, notRuled } = coverage
    const cells = [maxScore, machine, assisted, manual, notRuled].map(figure).join(' | ')
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
    '后四列是总分之内各占多少分。“原文缺失”的部分既不给满分，也不记零分。',
  ])
}

function page(scheme: Scheme1): string {
  const { source, coverage, outside } = scheme
  const named = [
    source.title,
    source.documentNumber ?? '文号原文缺失',
    source.annex,
    source.issued && `${source.issued} 印发`,
  ].filter((part) => part !== null)
  return text([
    `# ${scheme.title}`,
    '',
    NOTE,
    '',
    `- 编号：\`${scheme.id}\`，版本 ${scheme.edition}`,
    `- 来源：${named.join('，')}`,
    `- 总分：${figure(scheme.maxScore)}`,
    `- 由谁判定：机器可判 ${coverage.machine}，机器辅助 ${coverage.assisted}，人工 ${coverage.manual}，原文缺失 ${coverage.notRuled}`,
    ...scheme.groups.map(({ name, agencies }) => `- 测评对象（${name}）：${agencyText(agencies)}`),
    ...list('原文存疑之处', scheme.warnings),
    ...part('指标', scheme.indicators),
    ...part('加分项', outside.bonus),
    ...part('扣分项', outside.deductions),
    ...list(
      '一票否决',
      outside.vetoes.map((veto) => `${veto.label}：${veto.effect}`),
    ),
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

function cell(value: string): string {
  return value.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
