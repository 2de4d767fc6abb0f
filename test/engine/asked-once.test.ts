/** One question for a platform on another host, and what the checks behind it then say and are worth. */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import { budgetMissing } from '#checks/disclosure/budget-missing'
import { catalogueOutdated } from '#checks/disclosure/catalogue-outdated'
import { leadersIncomplete } from '#checks/disclosure/leaders-incomplete'
import { platformSectionsMissing } from '#checks/disclosure/platform-sections-missing'
import { requiredColumns } from '#checks/disclosure/required-columns'
import { runChecks } from '#engine/run-checks'
import type { Check } from '#model/check'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const LABELS = ownLabels()

const CITY = 'http://www.example-city.gov.cn'
const away = (topic: string) => ({ topic, kindOfColumn: 'external' as const })

const site = (budget = CITY): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('政府信息公开', `${CITY}/bm/9/`, away('ogi'))
    .column('领导信息', `${CITY}/bm/9/ld/`, away('leaders'))
    .column('财政预决算', `${budget}/ys/`, away('budget'))

function run(builder: SiteViewBuilder, checks: readonly Check[]) {
  const { findings } = runChecks({
    site: builder.build(),
    checks,
    calendar: workCalendar([]),
    labels: LABELS,
    topicName: (topic) => topic,
    now: 5,
    params: { [requiredColumns.id]: { topics: ['leaders', 'news'], otherTopics: [] } },
  })
  return new Map(findings.map((one) => [`${one.check} ${one.subject}`, one]))
}

const ALL = [platformSectionsMissing, leadersIncomplete, budgetMissing, requiredColumns]

describe('a platform on another host', () => {
  it('is asked about once; what leads there asks nothing and says who does', () => {
    const found = run(site(), ALL)
    const asked = found.get('disclosure/platform-sections-missing 平台名称')
    expect(asked).toMatchObject({ outcome: 'outside', verdict: 'unsure' })
    expect(asked?.ask).toContain('没有分别提问')
    for (const key of [
      'disclosure/leaders-incomplete 领导信息',
      'disclosure/budget-missing 财政预决算',
      'disclosure/required-columns leaders',
    ]) {
      const one = found.get(key)
      expect(one, key).toMatchObject({ verdict: 'not-applicable', ask: null })
      expect(one?.facts.askedWith).toBe(asked?.identity)
      expect(one?.message).toContain('平台名称')
      expect(asked?.ask).toContain(one?.subject)
    }
  })

  it('answers for what is softened because it was not read, not for what is softened besides', () => {
    const found = run(site(), [platformSectionsMissing, catalogueOutdated, requiredColumns])
    const [catalogue] = [...found.values()].filter(({ check }) => check === catalogueOutdated.id)
    expect(catalogue).toMatchObject({ outcome: 'missing', verdict: 'not-applicable' })
    // No news column: that the platform was not read is all that speaks against the absence.
    expect(found.get('disclosure/required-columns news')).toMatchObject({
      outcome: 'missing',
      verdict: 'not-applicable',
      downgraded: { from: 'fail' },
    })
  })

  it('stands for no other host, and for nothing where its own question is not asked', () => {
    const other = run(site('http://czj.example-city.gov.cn'), ALL)
    expect(other.get('disclosure/budget-missing 财政预决算')?.verdict).toBe('unsure')
    const alone = run(site(), [leadersIncomplete])
    expect(alone.get('disclosure/leaders-incomplete 领导信息')?.verdict).toBe('unsure')
  })
})
