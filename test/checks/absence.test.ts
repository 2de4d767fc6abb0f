/** What all checks owe together: which outcomes claim an absence, a question for each, sources marked as they are. */
import { expect, it } from 'vitest'
import { checks } from '../../checks/index.ts'

/** Outcomes that say something is not there. Leaving one out of this list, or out of the checks, must be on purpose. */
const ABSENCES = [
  'accessibility/entry-missing#missing',
  'availability/attachment-broken#all-live',
  'availability/links-broken#all-live',
  'availability/missing-disguised#honest',
  'disclosure/budget-incomplete#items-missing',
  'disclosure/budget-missing#missing',
  'disclosure/budget-missing#units-missing',
  'disclosure/catalogue-outdated#elements-lacking',
  'disclosure/catalogue-outdated#missing',
  'disclosure/catalogue-outdated#outdated',
  'disclosure/catalogue-outdated#units-lacking',
  'disclosure/catalogue-outdated#units-outdated',
  'disclosure/clearance-missing#list-missing',
  'disclosure/clearance-missing#missing',
  'disclosure/decisions-incomplete#hasty',
  'disclosure/decisions-incomplete#missing',
  'disclosure/fields-uncovered#inspections-lacking',
  'disclosure/fields-uncovered#lacking',
  'disclosure/fields-uncovered#rounds-untold',
  'disclosure/institution-incomplete#missing',
  'disclosure/institution-incomplete#unit-lacking',
  'disclosure/leaders-incomplete#duties-missing',
  'disclosure/leaders-incomplete#head-missing',
  'disclosure/leaders-incomplete#missing',
  'disclosure/leaders-incomplete#posts-missing',
  'disclosure/ogi-guide-incomplete#missing',
  'disclosure/ogi-guide-incomplete#units-missing',
  'disclosure/platform-sections-missing#missing',
  'disclosure/platform-sections-missing#units-uneven',
  'disclosure/policy-fields-missing#missing',
  'disclosure/proposals-incomplete#missing',
  'disclosure/proposals-incomplete#outdated',
  'disclosure/required-columns#missing',
  'disclosure/task-plan-missing#lapsed',
  'disclosure/topics-few#counted',
  'disclosure/topics-few#dormant',
  'freshness/column-stale#dateless',
  'freshness/column-stale#empty',
  'freshness/column-stale#stale',
  'freshness/column-stale#test-only',
  'freshness/home-stale#second-level-stale',
  'freshness/home-stale#stale',
  'freshness/series-broken#broken',
  'freshness/sublist-dormant#overdue',
  'freshness/sublist-dormant#still-too',
  'identity/advertisement-suspected#none',
  'identity/advertisement-suspected#stuck',
  'identity/footer-incomplete#kind-lacks',
  'identity/footer-incomplete#missing',
  'identity/leave-prompt-missing#missing',
  'identity/official-tags-incomplete#missing',
  'identity/site-name-missing#missing',
  'identity/sitemap-mismatched#columns-absent',
  'identity/sitemap-mismatched#entries-live',
  'identity/sitemap-mismatched#inert',
  'interaction/feedback-missing#missing',
  'interaction/feedback-missing#period-missing',
  'interaction/feedback-missing#way-missing',
  'interaction/figures-implausible#stopped',
  'interaction/interviews-few#hollow',
  'interaction/interviews-few#lapsed',
  'interaction/interviews-few#unheld',
  'interaction/opinion-channel-missing#calls-mailed',
  'interaction/opinion-channel-missing#mail-only',
  'interaction/opinion-channel-missing#missing',
  'interaction/opinion-channel-missing#no-form',
  'interaction/reply-late#answer-blank',
  'interaction/reply-late#answer-unattached',
  'interaction/reply-late#channel-missing',
  'interaction/reply-late#figures-empty',
  'interaction/reply-late#form-missing',
  'interpretation/formats-plain#chart-absent',
  'interpretation/link-missing#rules-bare',
  'interpretation/link-missing#unlinked',
  'interpretation/text-copied#hollow',
  'media/new-media-entry-missing#missing',
  'media/new-media-entry-missing#not-prominent',
  'reports/ogi-annual-report-incomplete#aspects-missing',
  'reports/ogi-annual-report-incomplete#body-void',
  'reports/ogi-annual-report-incomplete#parts-missing',
  'reports/ogi-annual-report-incomplete#tables-missing',
  'reports/ogi-annual-report-late#misplaced',
  'reports/ogi-annual-report-late#missing',
  'reports/ogi-annual-report-late#units-missing',
  'reports/site-annual-table-inconsistent#void',
  'reports/site-annual-table-late#missing',
  'reports/site-annual-table-late#no-entry',
  'reports/site-annual-table-late#not-prominent',
  'request/functions-missing#missing',
  'request/functions-missing#units-missing',
  'request/guide-incomplete#missing',
  'service/charts-stale#absent',
  'service/charts-stale#stale',
  'service/datasets-incomplete#missing',
  'service/datasets-incomplete#undescribed',
  'service/datasets-incomplete#undownloadable',
  'service/datasets-incomplete#uneven',
  'service/guide-incomplete#bare',
  'service/guide-incomplete#incomplete',
  'service/guide-incomplete#severe',
  'service/queries-missing#asks-nothing',
  'service/search-fruitless#absent',
  'service/themes-few#blank',
  'volume/items-short#short',
  'volume/items-short#unit-short',
  'volume/quota-missed#missed',
  'volume/source-mislabelled#unstated',
]

const outcomes = checks.flatMap((check) =>
  Object.entries(check.outcomes).map(([name, spec]) => ({ id: `${check.id}#${name}`, spec })),
)

it('exactly these outcomes claim an absence', () => {
  const claiming = outcomes.filter(({ spec }) => spec.claimsAbsence === true)
  expect(claiming.map(({ id }) => id).sort()).toEqual(ABSENCES)
})

it('every outcome that may be softened has its own question ready', () => {
  const silent = outcomes.filter(({ spec }) => spec.claimsAbsence === true && !spec.ask)
  expect(silent.map(({ id }) => id)).toEqual([])
})

it('every second-hand value is marked, and every basis names document and clause', () => {
  for (const check of checks) {
    for (const basis of check.basis) {
      expect(basis.document, check.id).not.toBe('')
      expect(basis.clause, check.id).not.toBe('')
    }
    for (const [name, spec] of Object.entries(check.params)) {
      expect(spec.source, `${check.id} ${name}`).not.toBe('')
      if (/二手|未核对|默认值|可按地方/.test(spec.source))
        expect(spec.verified, `${check.id} ${name}`).toBe(false)
    }
  }
})
