/**
 * A scheme as single statements in words an official can check against a notice, each with a key that stays the same
 * while its words change: the ground on which editions are compared.
 */
import { exactText, rational, times } from '#base/rational'
import { applicabilityText, type Criterion, type PriceRef } from '#model/criterion'
import type { Grade, Indicator, Scheme } from '#model/scheme'

export interface Statement {
  /** The same in both editions. */
  readonly key: string
  /** Indicator path, or the part of the scheme, in words. */
  readonly where: string
  readonly words: string
}

type Said = readonly [key: string, where: string, words: string | null]

/** Everything a scheme says apart from its indicators. Groups and appendices `other` does not have are one line each. */
export function headStatements(scheme: Scheme, other: Scheme): readonly Statement[] {
  const { source, span, conversion } = scheme
  return spoken([
    ['title', '标题', scheme.title],
    ['edition', '版本', scheme.edition],
    ['source/number', '来源：文号', source.documentNumber],
    ['source/title', '来源：标题', source.title],
    ['source/issued', '来源：印发日期', source.issued],
    ['source/annex', '来源：附件', source.annex],
    ['total', '总分', scheme.maxScore === null ? '不计分' : String(scheme.maxScore)],
    ['span', '考评期间', span && `${span.from} 至 ${span.to}`],
    ['monitored', '监测日', scheme.monitoredOn],
    ['conversion', '折算', conversion && `得分 ÷ 适用分值 × 100${ours(conversion)}`],
    ...scheme.groups.flatMap(({ id, name, count, agencies }): Said[] => {
      const where = `单位分组 > ${name}`
      if (!has(other.groups, id))
        return [[`group/${id}`, where, [countText(count), ...agencies].join('、')]]
      return [
        [`group/${id}`, where, countText(count)],
        ...agencies.map((one): Said => [`group/${id}/${one}`, `${where} > ${one}`, '列入']),
      ]
    }),
    ...scheme.levels.map(
      ({ path, maxScore }): Said => [
        `level/${path}`,
        `上级分值 > ${path.join(' > ')}`,
        `${maxScore}`,
      ],
    ),
    ...scheme.attributes.map(
      ({ id, label }): Said => [`attribute/${id}`, `单位属性 > ${id}`, label],
    ),
    ...scheme.methods.map(
      ({ id, label, due }): Said => [
        `method/${id}`,
        `评分方法 > ${label}`,
        due ? `${due} 前` : '没有期限',
      ],
    ),
    ...scheme.pools.map((pool): Said => {
      const where = `共用分值 > ${pool.path.join(' > ')}`
      return [`pool/${pool.path}`, where, `${pool.maxScore}${ours(pool)}`]
    }),
    ...scheme.grades.map(
      (grade): Said => [`grade/${grade.id}`, `等次 > ${grade.label}`, gradeText(grade)],
    ),
    ...scheme.targets.flatMap(({ id, label, unit, values }) =>
      Object.entries(values).map(
        ([name, value]): Said => [
          `target/${id}/${name}`,
          `目标数 > ${label} > ${name}`,
          `${value} ${unit}`,
        ],
      ),
    ),
    ...scheme.checklists.flatMap(({ id, title, rows }): Said[] => {
      const where = `附录 > ${title}`
      if (!has(other.checklists, id))
        return [
          [
            `checklist/${id}`,
            where,
            `${rows.length} 行：${rows.map((r) => `${r.label}（${r.agencies.join('、')}）`).join('、')}`,
          ],
        ]
      return [
        [`checklist/${id}`, where, '有'],
        ...rows.map(
          (row): Said => [
            `checklist/${id}/${row.id}`,
            `${where} > ${row.label}`,
            `${row.detail ?? '只有名称'}；单位：${row.agencies.join('、')}`,
          ],
        ),
      ]
    }),
    ...scheme.cadences.map(
      ({ id, label, days }): Said => [`cadence/${id}`, `更新期限 > ${label}`, `${days} 天`],
    ),
    ...scheme.outside.vetoes.flatMap(({ id, label, effect, bars, when }): Said[] => [
      [
        `veto/${id}`,
        `一票否决 > ${label}`,
        effect + (bars?.length ? `（${bars.join('、')}）` : ''),
      ],
      ...outcomes(`veto/${id}`, `一票否决 > ${label}：检查结果`, when),
    ]),
  ])
}

function has(list: readonly { readonly id: string }[], id: string): boolean {
  return list.some((one) => one.id === id)
}

/** What one indicator says; `where` starts with its path. Rules that `other` does not have are one line each. */
export function indicatorStatements(indicator: Indicator, other: Indicator): readonly Statement[] {
  const path = indicator.path.join(' > ')
  const own = indicator.id
  return spoken([
    ['name', `${path}：名称`, path],
    ['score', `${path}：分值`, indicator.maxScore === null ? null : String(indicator.maxScore)],
    ['method', `${path}：方法`, indicator.method],
    ['applies', `${path}：评估对象`, applicabilityText(indicator.appliesTo)],
    ['scope', `${path}：采集范围`, indicator.scope],
    ['lead', `${path}：牵头单位`, indicator.lead ?? null],
    ['note', `${path}：注`, indicator.note],
    ['capped', `${path}：以分值为限`, indicator.capped ?? null],
    ...indicator.zeroWhen.flatMap(({ id, label, when }): Said[] => [
      [`zero/${id}`, `${path}：不得分情形`, label],
      ...outcomes(`zero/${id}`, `${path}：不得分情形 ${label}：检查结果`, when),
    ]),
    // Ids of criteria start with the indicator's, which another edition may have renamed.
    ...indicator.criteria.flatMap((c): readonly Said[] => {
      const item = c.id.slice(own.length)
      const [key, where] = [`criterion/${item}`, `${path}：细则 ${c.id}`]
      return other.criteria.some((one) => one.id === other.id + item)
        ? criterionSaid(c, key, where)
        : [[key, where, criterionText(c)]]
    }),
  ])
}

/** An indicator in one line, for one that another edition does not have. */
export function indicatorText({ maxScore, criteria }: Indicator): string {
  return [`分值 ${maxScore ?? '—'}`, ...criteria.map((c) => c.summary)].join('；')
}

function criterionText({ summary, share, maxScore }: Criterion): string {
  const worth = share === null ? maxScore : percent(share)
  return worth === null ? summary : `${summary}（${worth}${share === null ? ' 分' : ''}）`
}

function spoken(said: readonly Said[]): readonly Statement[] {
  return said.flatMap(([key, where, words]) =>
    words === null || words === '' ? [] : [{ key, where, words }],
  )
}

function ours({ origin, reason }: { origin: string; reason?: string | null }): string {
  return origin === 'local' ? `（本地规定${reason ? `：${reason}` : ''}）` : ''
}

function countText(count: number | undefined): string {
  return count === undefined ? '没有印出个数' : `印明 ${count} 个`
}

function gradeText(grade: Grade): string {
  const { from, quota, byQuota } = grade
  if (from !== null) return `${from} 分以上（含本数）${ours(grade)}`
  if (quota !== null) return `至多 ${percent(quota)}${ours(grade)}`
  return (byQuota ? '按比例，比例没有印出' : '其余') + ours(grade)
}

function percent(share: number): string {
  return `${exactText(times(rational(share), rational(100)))}%`
}

const KINDS: Readonly<Record<Criterion['kind'], string>> = {
  'yes-no': '是或否',
  tiers: '描述的档次',
  ratio: '比例',
  benchmark: '标杆法',
  'deduct-each': '按次扣分',
  'award-each': '按次加分',
  scale: '数值分档',
  deadline: '期限',
  target: '目标数',
  'over-target': '超过目标数',
  series: '每月抽查',
  items: '逐条评',
  'lead-penalty': '牵头单位按倍数扣',
  judgement: '由人评定',
  rest: '随其他细则',
  'not-ruled': '没有细则',
}
const MODES = {
  machine: '机器直接定分',
  assisted: '机器提示，由人判定',
  manual: '人工',
  'not-ruled': '原文缺失',
} as const
const PORTALS = { any: '任一', all: '全部', best: '取最好', worst: '取最差', sum: '相加' } as const

function criterionSaid(c: Criterion, key: string, where: string): readonly Said[] {
  const amount = (figure: number) => (c.share === null ? `${figure} 分` : percent(figure))
  const line = (name: string, label: string, words: string | null | false): Said => [
    `${key}/${name}`,
    `${where}：${label}`,
    words === false ? null : words,
  ]
  const priced = (name: string, label: string, refs: readonly PriceRef[]) =>
    outcomes(`${key}/${name}`, `${where}：${label}`, refs)
  const common = [
    line('summary', '内容', c.summary),
    line('kind', '计分方式', KINDS[c.kind]),
    line('share', '比例', c.share === null ? null : percent(c.share)),
    line('points', '分值', c.maxScore === null ? null : String(c.maxScore)),
    line('mode', '判定方式', MODES[c.state]),
    line('origin', '出处', c.origin === 'local' ? '本地规定' : '原文'),
    line('reason', '理由', c.reason),
    line('ask', '问题', c.ask),
    line(
      'portals',
      '网站合并',
      PORTALS[c.portals] + (c.portalsOrigin === 'local' ? '（本地规定）' : ''),
    ),
    line('once', '不重复扣分', c.unlessChargedElsewhere && '是'),
    line('applies', '评估对象', c.appliesTo ? applicabilityText(c.appliesTo) : null),
    ...(c.voidWhen ?? []).map((note) => line(`void/${note.id}`, '本条不得分', note.label)),
    ...priced('hints', '提示', c.hints ?? []),
  ]
  switch (c.kind) {
    case 'yes-no':
    case 'tiers':
      return [
        ...common,
        ...c.answers.flatMap((a) => [
          line(`answer/${a.id}`, `档次 ${a.label}`, amount(a.worth)),
          ...priced(`answer/${a.id}`, `档次 ${a.label}：检查结果`, a.when),
        ]),
      ]
    case 'deduct-each':
    case 'award-each':
      return [
        ...common,
        line('cap', '封顶', c.cap === 'local' ? '本地规定' : '原文'),
        ...c.events.flatMap((e) => [
          line(
            `event/${e.id}`,
            `事件 ${e.label}`,
            `每次 ${amount(e.each)}${e.most ? `，至多 ${e.most} 次` : ''}`,
          ),
          ...priced(`event/${e.id}`, `事件 ${e.label}：检查结果`, e.when),
        ]),
      ]
    case 'scale':
      return [
        ...common,
        line('of', '统计', `${c.of}（${c.unit}）`),
        line('otherwise', '都未达到', c.otherwise === 'zero' ? '不得分' : '待定'),
        line('extension', '经批准延长', c.extension > 0 && `${c.extension} ${c.unit}`),
        ...c.steps.map((step) => {
          const edge = c.direction === 'at-least' ? '不低于' : '不超过'
          const force = [step.from && `${step.from} 起`, step.until && `${step.until} 止`]
            .filter((part) => part !== null)
            .join('，')
          const words = `${edge} ${step.limit} ${c.unit}：${amount(step.worth)}`
          return line(
            `step/${step.id}`,
            `档次 ${step.label}`,
            force === '' ? words : `${words}（${force}）`,
          )
        }),
        ...priced('when', '检查结果', c.when),
        ...priced('met', '符合的结果', c.counted?.met ?? []),
        ...priced('unmet', '不符合的结果', c.counted?.unmet ?? []),
      ]
    case 'ratio':
      return [
        ...common,
        line('of', '统计', c.of),
        line('sample', '抽查数', c.sample === null ? null : String(c.sample)),
        ...priced('when', '检查结果', c.when),
        ...priced('met', '符合的结果', c.counted?.met ?? []),
        ...priced('unmet', '不符合的结果', c.counted?.unmet ?? []),
      ]
    case 'benchmark':
      return [...common, line('of', '统计', c.of), ...priced('when', '检查结果', c.when)]
    case 'deadline':
      return [
        ...common,
        line('of', '事项', c.of),
        line('fact', '日期取自', c.when.length > 0 && c.fact),
        ...c.dues.map((due) =>
          line(`due/${due.id}`, `期限 ${due.label}`, `${due.by} 前：${amount(due.worth)}`),
        ),
        ...priced('when', '检查结果', c.when),
      ]
    case 'target':
    case 'over-target':
      return [
        ...common,
        line('of', '统计', c.of),
        line('target', '目标数表', c.target),
        line(
          'each',
          '每次',
          c.kind === 'target' ? `少一个 ${amount(c.each)}` : `满 ${c.per} 个 ${amount(c.each)}`,
        ),
        ...priced('when', '检查结果', c.when),
      ]
    case 'series':
      return [...common, line('times', '抽查', `${c.of}，${c.from} 至 ${c.to}，每月 ${c.times} 次`)]
    case 'items':
      return [
        ...common,
        line('of', '条目', c.of),
        line('checklist', '附录', c.checklist),
        line(
          'take',
          '抽取',
          c.take !== null && `${c.take} 个，${c.draw === 'cohort' ? '全组同一次' : '各单位分别'}`,
        ),
        line('none', '附录没有列出的单位', c.noRows === 'open' ? '待定' : '不适用'),
        ...c.names.map((name) => line(`name/${name}`, `可抽的名称 ${name}`, '列入')),
        ...priced('when', '做到的检查结果', c.when),
      ]
    case 'lead-penalty':
      return [...common, line('factor', '倍数', `${c.of}，${c.factor} 倍`)]
    case 'judgement':
    case 'rest':
    case 'not-ruled':
      return common
  }
}

/** One statement an outcome, so that one added among many is seen. */
function outcomes(key: string, where: string, refs: readonly PriceRef[]): readonly Said[] {
  return refs.map((ref): Said => {
    const words = outcomeText(ref)
    return [`${key}/${words}`, where, words]
  })
}

function outcomeText({ check, outcome, where, settles, within, above }: PriceRef): string {
  const only = where ? Object.entries(where).map(([fact, value]) => `${fact}=${value}`) : []
  const more = [
    ...only,
    ...(within
      ? [`${within.fact} 在${within.months === null ? '考评期间' : `前 ${within.months} 个月`}`]
      : []),
    ...(above === undefined ? [] : [`大于 ${above}`]),
    ...(settles ? [] : ['只作提示']),
  ]
  return `${check}#${outcome}${more.length === 0 ? '' : `（${more.join('，')}）`}`
}
