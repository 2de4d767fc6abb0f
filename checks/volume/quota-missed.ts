/**
 * Do the portal's bodies publish what its own papers ask of them month by month or quarter by quarter, and what do its circulars
 * say of task and deed? Counted are the entries that name the body as source or begin their titles with it. Told where the
 * column is named and was read whole and others did what was asked; else asked. Targets of a year are items-short's.
 */
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citePage,
  dayOfItem,
  defineCheck,
  isOfSource,
  isTitledBy,
  listed,
  partly,
  type Quota,
  quotasOf,
  type Span,
  spansOf,
  toldShort,
  unreadSince,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay } from '#model/page'
import type { Column, SiteView } from '#model/site-view'

export const quotaMissed = defineCheck({
  id: 'volume/quota-missed',
  revision: 1,
  title: '按月按季的信息报送任务',
  question:
    '网站公布的按月、按季度信息发布要求，各单位完成了没有？网站自己的通报里有没有没完成的？',
  basis: [
    {
      document: '大英县2018年政务公开考核办法',
      clause: '完成政府信息目标任务情况：按单位考核发布条数',
    },
  ],
  needs: ['columns'],
  params: {},
  outcomes: {
    none: { verdict: 'not-applicable', message: '网站没有公布按月、按季度的信息发布要求' },
    met: { verdict: 'pass', message: '网站公布的按月、按季度的信息发布要求，读到的单位都已达到' },
    missed: {
      verdict: 'fail',
      message:
        '{unit}：“{paper}”要求“{asked}”，{period}“{column}”栏目按来源只读到 {count} 条，少 {lacking} 条',
      claimsAbsence: true,
      ask: '该单位 {period} 实际发布了多少条（含没有标明来源的）？',
    },
    doubtful: {
      verdict: 'unsure',
      message: '“{paper}”要求“{asked}”，按来源读到的，有 {count} 个单位没有达到：{names}',
      ask: '所列单位在所列时段实际发布了多少条（含其他栏目、没有标明来源的）？',
    },
    'told-short': {
      verdict: 'fail',
      message: '“{paper}”写明有 {count} 个单位没有完成任务：{names}',
      ask: '所列单位的任务数和完成数是否如通报所写？',
    },
  },
  example: '通知要求各乡镇每季度不少于2条，某乡第三季度0条：missed。',
  *run(site, { asOf }) {
    const quotas = quotasOf(site)
    let found = false
    for (const quota of quotas)
      for (const one of against(site, quota, asOf)) {
        found = true
        yield one
      }
    const rows = toldShort(site)
    for (const title of new Set(rows.map((row) => row.title))) {
      const own = rows.filter((row) => row.title === title)
      found = true
      yield {
        outcome: 'told-short',
        subject: `通报：${title}`,
        facts: {
          paper: title,
          count: own.length,
          names: listed(
            own.map(({ unit, done, target }) => `${unit}（${done}/${target}）`),
            8,
          ),
        },
        measure: { value: own.length, unit: 'count' },
        evidence: own.slice(0, 5).map(({ place }) => place),
      }
    }
    const first = site.home ?? site.pages[0]
    if (found || first === undefined) return
    yield quotas.length > 0
      ? { outcome: 'met', subject: '信息报送任务', evidence: quotas.map(({ place }) => place) }
      : { outcome: 'none', subject: '信息报送任务', evidence: [citePage(first)] }
  },
})

interface Signed {
  readonly day: CivilDay
  readonly title: string
  readonly source: string | null
}

interface Missed {
  readonly unit: string
  readonly span: Span
  readonly count: number
  /** Entries of that time that name no source. */
  readonly unsigned: number
  /** Another body did in that time what was asked. */
  readonly othersMet: boolean
}

function* against(
  site: SiteView,
  quota: Quota,
  asOf: CivilDay,
): Generator<Observation<'missed' | 'doubtful'>> {
  const spans = spansOf(quota, asOf)
  const [oldest] = spans
  if (oldest === undefined) return
  const columns =
    quota.column === null
      ? site.columns
      : [quota.column, ...new ColumnTree(site).descendants(quota.column)]
  const entries = entriesOf(site, columns)
  const missed = missedOf(quota, spans, entries)
  const rests = unreadSince(site, columns, oldest.since)
  const sure = quota.column === null ? [] : missed.filter(({ othersMet }) => othersMet)
  for (const { unit, span, count, unsigned } of sure) {
    const lacking = quota.target - count
    yield {
      outcome: 'missed',
      subject: `${span.name}：${unit}`,
      facts: {
        ...{ unit, paper: quota.title, asked: clip(quota.place.quote, 60), period: span.name },
        ...{ column: quota.column?.name ?? '', count, lacking, target: quota.target },
      },
      measure: { value: count, unit: 'count' },
      evidence: [quota.place],
      coverage: unsigned >= lacking ? partly(`有 ${unsigned} 条没有读到来源`) : rests,
    }
  }
  const open = missed.filter((one) => !sure.includes(one))
  if (open.length > 0)
    yield {
      outcome: 'doubtful',
      subject: `报送任务：${quota.title}`,
      facts: {
        paper: quota.title,
        asked: clip(quota.place.quote, 60),
        count: open.length,
        names: listed(
          open.map(({ unit, span, count }) => `${unit}（${span.name} ${count}条）`),
          8,
        ),
      },
      measure: { value: open.length, unit: 'count' },
      evidence: [quota.place],
    }
}

/** Each body once, with the latest time in which it fell short. */
function missedOf(
  quota: Quota,
  spans: readonly Span[],
  entries: readonly Signed[],
): readonly Missed[] {
  const { kind } = quota
  // Of bodies that are not named only those are known that have signed something.
  const signed = new Set(
    entries.flatMap(({ source }) => (source !== null && kind?.test(source) ? [source] : [])),
  )
  const units = kind === null ? quota.units : [...signed]
  const countOf = (unit: string, { since, until }: Span): number =>
    entries.filter(
      ({ day, title, source }) =>
        day >= since && day <= until && (isOfSource(source ?? '', unit) || isTitledBy(title, unit)),
    ).length
  return units.flatMap((unit): readonly Missed[] => {
    for (const span of [...spans].reverse()) {
      const count = countOf(unit, span)
      if (count >= quota.target) continue
      const othersMet = units.some(
        (other) => other !== unit && countOf(other, span) >= quota.target,
      )
      const unsigned = entries.filter(
        ({ day, source }) => source === null && day >= span.since && day <= span.until,
      ).length
      return [{ unit, span, count, unsigned, othersMet }]
    }
    return []
  })
}

function entriesOf(site: SiteView, columns: readonly Column[]): readonly Signed[] {
  const seen = new Set<string>()
  return columns.flatMap(({ id, items }) =>
    items.flatMap((item): readonly Signed[] => {
      const day = dayOfItem(site, item)?.day
      const key = item.url === null ? `${id} ${item.title}` : placeKey(item.url)
      if (day === undefined || seen.has(key)) return []
      seen.add(key)
      const source = item.url === null ? null : (site.pageAt(item.url)?.page.source ?? null)
      return [{ day, title: item.title, source }]
    }),
  )
}
