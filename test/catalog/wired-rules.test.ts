/** Rules wired to checks: what findings settle, and that what a check does not know is never priced. */
import { describe, expect, it } from 'vitest'
import { workCalendar } from '#base/calendar'
import { loadCalendar } from '#catalog/calendar'
import { checks } from '#checks/index'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { criteriaOf, type FindingSpec, facts } from '../scoring/samples.ts'
import { schemeOf } from './issued-tables.ts'

const options = { strict: false, cohortComplete: true }

/** Score of a rule from findings of one portal; null while a person has to decide. */
function scoreOf(
  scheme: string,
  agency: string,
  rule: string,
  findings: readonly FindingSpec[],
): number | null | undefined {
  const table = schemeOf(scheme)
  const of = facts(table, agency, [findings], {}, [], checks)
  const [card] = settle([scoreAgency(table, of, options)], options)
  return card && criteriaOf(card).get(rule)?.score
}

describe("Suizhou's counties: data sets", () => {
  const check = 'service/datasets-incomplete'
  const rule = (findings: readonly FindingSpec[]) =>
    scoreOf('suizhou-2023-website-counties', '随县', 'open-data#2', findings)
  const download = (outcome: string): FindingSpec => ({ check, outcome, subject: '数据下载' })
  const cycle = (outcome: string): FindingSpec => ({ check, outcome, subject: '更新周期' })

  it('full with both, nothing with one missing, open while one is unread', () => {
    expect(rule([download('present'), cycle('present')])).toBe(0.9)
    expect(rule([download('present'), cycle('missing')])).toBe(0)
    expect(rule([download('broken'), cycle('present')])).toBe(0)
    expect(rule([download('present'), cycle('unread')])).toBe(null)
    expect(rule([])).toBe(null)
  })
})

describe('Sanhe', () => {
  it('documents within 7 working days, by the slowest; nobody else’s', () => {
    const rule = (outcome: string, days: number, subject = '本机关文件') =>
      scoreOf('sanhe-2018-departments', '市财政局', 'normative-docs#1', [
        {
          check: 'disclosure/published-late',
          outcome,
          subject,
          measure: days,
          unit: 'working-days',
        },
      ])
    expect(rule('on-time', 7)).toBe(3)
    expect(rule('on-time', 8)).toBe(0)
    expect(rule('late', 31)).toBe(0)
    expect(rule('late', 31, '建议提案复文')).toBe(null)
  })

  it('a leader without duties is not yet the one in charge of openness', () => {
    const rule = (outcome: string, subject = '领导信息') =>
      scoreOf('sanhe-2018-towns', '燕郊镇', 'org-lead#2', [
        { check: 'disclosure/leaders-incomplete', outcome, subject },
      ])
    expect(rule('charge-shown', '政务公开分管领导')).toBe(1)
    expect(rule('charge-missing', '政务公开分管领导')).toBe(null)
    expect(rule('complete')).toBe(null)
    expect(rule('missing')).toBe(0)
    expect(rule('duties-missing')).toBe(null)
    expect(rule('external')).toBe(null)
  })

  it('functions and divisions both, in a column of their own', () => {
    const check = 'disclosure/institution-incomplete'
    const column: FindingSpec = {
      check: 'disclosure/required-columns',
      outcome: 'present',
      subject: '机构职能',
    }
    const element = (name: string, outcome: string): FindingSpec => ({
      check,
      outcome,
      subject: name,
      facts: { element: name },
    })
    const rule = (findings: readonly FindingSpec[]) =>
      scoreOf('sanhe-2018-towns', '燕郊镇', 'work-news#3', findings)
    const both = [element('机关职能', 'present'), element('机构设置', 'present')]
    expect(rule([column, ...both])).toBe(1)
    expect(rule([column, element('机关职能', 'present'), element('机构设置', 'missing')])).toBe(0)
    expect(rule([column])).toBe(null)
  })
})

describe('Daying: items of the year against the target', () => {
  const rule = (year: string, complete: boolean, count: number) =>
    scoreOf('daying-2018', '档案局', 'targets#1', [
      {
        check: 'volume/items-short',
        outcome: 'counted',
        subject: `${year}年发布量`,
        measure: count,
        facts: { year, complete },
      },
    ])

  it('0.3 each short, counted only where every list was read to the new year', () => {
    expect(rule('2018', true, 30)).toBe(25)
    expect(rule('2018', true, 20)).toBe(22)
    expect(rule('2018', false, 20)).toBe(null)
    expect(rule('2019', true, 20)).toBe(null)
  })

  it('a catalogue older than a year costs 1; none at all is left to a person', () => {
    const both = (outcome: string) =>
      scoreOf('daying-2018', '档案局', 'catalog-and-report#1', [
        { check: 'disclosure/catalogue-outdated', outcome, subject: '主动公开基本目录' },
        {
          check: 'reports/ogi-annual-report-late',
          outcome: 'on-time',
          subject: '2017年政府信息公开工作年度报告',
        },
      ])
    expect(both('current')).toBe(5)
    expect(both('outdated')).toBe(4)
    expect(both('missing')).toBe(null)
  })
})

it('Lu’an: contents not found cost nothing by themselves', () => {
  const rule = (outcome: string) =>
    scoreOf('luan-2018-pilot', '金寨县', 'way-columns#1', [
      { check: 'disclosure/fields-uncovered', outcome, subject: '基层试点：专题栏目' },
    ])
  expect(rule('covered')).toBe(2)
  expect(rule('partly')).toBe(null)
  expect(rule('unseen')).toBe(null)
})

it('Lu’an: a head of a standards table that lacks an element costs the row; one that is not understood asks', () => {
  const rule = (outcome: string) =>
    scoreOf('luan-2018-pilot', '金寨县', 'standards#1', [
      { check: 'disclosure/standards-incomplete', outcome, subject: '公开标准要素' },
    ])
  expect(rule('complete')).toBe(5)
  expect(rule('elements-missing')).toBe(0)
  expect(rule('elements-unclear')).toBe(null)
  expect(rule('unread')).toBe(null)
})

it('Suizhou’s planning row: the plan found in a column that is kept', () => {
  const rule = (covered: string, column: string) =>
    scoreOf('suizhou-2023-platform-counties', '随县', 'plans#1', [
      { check: 'disclosure/fields-uncovered', outcome: covered, subject: '惠企惠民：规划信息' },
      {
        check: 'freshness/column-stale',
        outcome: column,
        subject: '规划计划',
        facts: { topic: '规划信息' },
      },
    ])
  expect(rule('covered', 'fresh')).toBe(1)
  expect(rule('unseen', 'empty')).toBe(0)
  expect(rule('unseen', 'fresh')).toBe(null)
  expect(rule('covered', 'stale')).toBe(null)
})

it('Sanhe’s plan of the year: the day read decides, what is not found or not dated is asked', () => {
  const rule = (outcome: string, year: number, publishedOn?: string) =>
    scoreOf('sanhe-2018-towns', '燕郊镇', 'task-plan#1', [
      {
        check: 'disclosure/task-plan-missing',
        outcome,
        subject: '政务公开任务分工',
        facts: { year, ...(publishedOn === undefined ? {} : { publishedOn }) },
      },
    ])
  expect(rule('published', 2018, '2018-09-10')).toBe(5)
  expect(rule('published', 2018, '2018-09-11')).toBe(0)
  // Last year's plan says nothing of this year's.
  expect(rule('published', 2017, '2017-06-12')).toBe(null)
  expect(rule('published', 2018)).toBe(null)
  expect(rule('late', 2018, '2018-10-01')).toBe(null)
  expect(rule('undated', 2018)).toBe(null)
  expect(rule('missing', 2018)).toBe(null)
})

it('Shuangyashan’s answers in time: 15 working days for requests before 2019-05-15, 20 from then on', () => {
  const scheme = schemeOf('shuangyashan-2019-departments')
  const calendar = workCalendar(loadCalendar('data/calendar'))
  const answered = (from: string, to: string) => {
    const value = { kind: 'dates', from, to, extended: false } as const
    const of = facts(scheme, '某局', [[]], { 'replies#1': value }, [], checks)
    const [card] = settle([scoreAgency(scheme, of, { ...options, calendar })], options)
    return card && criteriaOf(card).get('replies#1')?.result
  }
  // 2019-06-04 is the 15th working day after 05-14; 06-07 is a holiday, so 06-13 is the 20th after 05-15.
  expect(answered('2019-05-14', '2019-06-04')).toContain('15个工作日内')
  expect(answered('2019-05-14', '2019-06-05')).toContain('都未达到')
  expect(answered('2019-05-15', '2019-06-13')).toContain('20个工作日内')
  expect(answered('2019-05-15', '2019-06-14')).toContain('都未达到')
})
