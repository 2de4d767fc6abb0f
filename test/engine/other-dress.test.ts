/** What the latest of other columns beside a page says is nothing that the page itself says. */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { workCalendar } from '#base/calendar'
import { runChecks } from '#engine/run-checks'
import { functionsMissing } from '../../checks/request/functions-missing.ts'
import { html, list, miniSite, news } from '../understand/site/mini-site.ts'

const LABELS = ownLabels()

const COLUMNS = [
  ['/ysqgk/', '依申请公开'],
  ['/rsxx/', '人事信息'],
  ['/ghjh/', '规划计划'],
  ['/tjxx/', '统计信息'],
] as const
const BOX =
  '<div><h3>通知公告</h3><ul><li><a href="/tzgg/1.html">关于网站维护情况的说明及申请须知</a><span>2023-12-05</span></li><li><a href="/tzgg/2.html">关于节日值班工作的通知</a><span>2023-12-01</span></li></ul></div>'

describe('到处都有的列表', () => {
  it('不是依申请公开栏目的申请须知', () => {
    const site = miniSite({
      '/': html({ menu: COLUMNS, body: list(news(6, '2023-12-05')) }),
      ...Object.fromEntries(
        COLUMNS.map(([path, name], i) => [
          path,
          html({
            heading: name,
            trail: [[path, name]],
            body: `${BOX}<p>${i === 0 ? '受理机构为本局办公室，联系电话0700-1234567，申请人应当写明姓名、联系方式和所需信息的内容，我们将在二十个工作日内答复。' : ''}</p>${i === 0 ? '' : list(news(3, '2023-03-05', path))}`,
          }),
        ]),
      ),
    })
    const { findings } = runChecks({
      site,
      checks: [functionsMissing],
      calendar: workCalendar([]),
      labels: LABELS,
      topicName: (topic) => topic,
      now: 0,
    })
    const notes = findings.find(({ subject }) => subject === '依申请公开：申请须知')
    expect(notes?.outcome).toBe('missing')
  })
})
