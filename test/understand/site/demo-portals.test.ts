/** The site view of the demonstration portals against their plan: columns, topics, newest days, reports, leaders. */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { placeKey } from '#base/url'
import { loadLexicon } from '#catalog/lexicon'
import { buildSiteView } from '#understand/site-view'
import { expectationOf } from '../../../fixtures/portals/expected.ts'
import { PLANS } from '../../../fixtures/portals/plan.ts'
import { crawled } from './crawled.ts'

const lexicon = loadLexicon('data/lexicon')
const topics = new Map(lexicon.topics.map((topic) => [topic.id, topic]))

describe.each(PLANS)('示范网站 $id', (plan) => {
  const view = buildSiteView(crawled(plan), lexicon, ownLabels())
  const expected = expectationOf(plan)

  it('栏目都识别到，主题和最新日期与计划一致', () => {
    const wrong = expected.columns.flatMap((column) => {
      const at = view.columns.filter((one) => placeKey(one.url) === placeKey(column.url))
      const found = at.find((one) => one.name.includes(column.name)) ?? at[0]
      // A year folder (2023年度) is part of its column.
      if (found === undefined)
        return /^20\d\d年度?$/.test(column.name) ? [] : [`${column.name}: 没有`]
      const topic = found.topic === null ? undefined : topics.get(found.topic.value)
      const faults: string[] = []
      // A gathering column (办事服务) is a section; the plan knows canonical columns only.
      if (column.topic !== null && topic?.kind !== 'section' && topic?.name !== column.topic) {
        faults.push(`主题 ${topic?.name} ≠ ${column.topic}`)
      }
      if (column.newest !== undefined && found.newest?.value !== column.newest) {
        faults.push(`最新 ${found.newest?.value} ≠ ${column.newest}`)
      }
      return faults.length > 0 ? [`${column.name}: ${faults.join('，')}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('年度报告和网站年度报表逐年识别，图解和下属单位的不算', () => {
    const reports = view.annualReports.map((one) => `${one.year} ${one.publishedOn?.value}`)
    expect(reports.sort()).toEqual(
      expected.annualReports.map((one) => `${one.year} ${one.publishedOn}`).sort(),
    )
    const tables = view.siteAnnualTables.map((one) => `${one.year} ${one.publishedOn?.value}`)
    expect(tables.sort()).toEqual(
      expected.siteAnnualTables.map((one) => `${one.year} ${one.publishedOn}`).sort(),
    )
  })

  it('空白栏目恰好是计划里的那些', () => {
    const planned = plan.columns.filter((column) => column.content.kind === 'empty')
    const empty = view.columns.filter((column) => column.empty && !column.underConstruction)
    expect(empty.map((column) => column.name).sort()).toEqual(
      planned.map((column) => column.name).sort(),
    )
  })

  it('领导姓名、职务、分工与计划一致', () => {
    const planned = plan.columns.flatMap((column) =>
      column.content.kind === 'leaders' ? column.content.leaders : [],
    )
    const found = view.leaders.map(({ name, post, duties }) => ({
      name,
      post,
      duties: duties !== null,
    }))
    expect(found.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      planned
        .map(({ name, post, duties }) => ({ name, post, duties: duties !== null }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    )
  })
})
