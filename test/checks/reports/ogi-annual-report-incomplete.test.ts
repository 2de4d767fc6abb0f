/** Every outcome of `reports/ogi-annual-report-incomplete` from a small site that gives it. */
import { ogiAnnualReportIncomplete } from '#checks/reports/ogi-annual-report-incomplete'
import type { AnnualReportContent } from '#model/annual-report'
import type { AnnualReport } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { HEADS, parts, reportContent, requestRows } from '../../support/report-content.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const site = (
  change: Partial<AnnualReportContent> | null = {},
  more: Parameters<SiteViewBuilder['report']>[3] = {},
) =>
  new SiteViewBuilder().report(2023, '2024-01-20', '示例市林业局2023年政府信息公开工作年度报告', {
    ...(change === null ? {} : { content: reportContent(change) }),
    ...more,
  })
const [PARTS, CELLS] = ['2023年年报 六个部分', '2023年年报 填报']
const OTHERS = '2023年各单位年报 六个部分'
const missing: AnnualReportContent['states'] = {
  proactive: 'read',
  requests: 'missing',
  disputes: 'read',
}
const unread: Partial<AnnualReport> = { unread: ['附件“年度报告.pdf”：是扫描件，没有文字'] }
const pictures = { page: { kind: 'article' as const } }

testCheck(ogiAnnualReportIncomplete, {
  complete: [
    {
      shows: 'six parts, three tables, every cell filled',
      site: site(),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
    {
      shows:
        'the heading of the fifth part opens a line of the fourth, where it was not told as one',
      site: site({
        parts: parts({ 5: null }).map((part) =>
          part.number === 4
            ? {
                ...part,
                text: '全年没有。\n五、存在的主要问题及改进情况\n解读形式单一，将多用图表。',
              }
            : part,
        ),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
    {
      shows: 'nothing to add in the sixth part; a part named otherwise, another told by its words',
      site: site(
        {
          parts: parts({ 6: '无。', 3: null }).map((part) =>
            part.number === 1 ? { ...part, title: '基本情况' } : part,
          ),
        },
        { parts: ['收到和处理政府信息公开申请情况'] },
      ),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
  ],
  'parts-missing': [
    {
      shows: 'the fifth part is gone; the first one mentions a share of 问题整改',
      site: site({
        parts: parts({ 5: null }).map((part) =>
          part.number === 1
            ? {
                ...part,
                text: '（五）监督保障。开展季度自查3次，问题整改率100%，社会评议满意度88%。',
              }
            : part,
        ),
      }),
      expect: { [PARTS]: 'parts-missing', [CELLS]: 'complete' },
    },
    {
      shows:
        'another unit’s report that the portal gathers lacks a part; a digest of one lacks three',
      site: site()
        .report(2023, '2024-01-20', '示例市水务局2023年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 4: null }) }),
          collected: true,
        })
        .report(2023, '2024-01-20', '示例市园林局2023年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 3: null, 4: null, 6: null }) }),
          collected: true,
        }),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', [OTHERS]: 'parts-missing' },
      facts: { [OTHERS]: { count: 1 } },
    },
    {
      shows: 'one unit’s lacks a part, another’s a table: both are told',
      site: site()
        .report(2023, '2024-01-20', '示例市水务局2023年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 4: null }) }),
          collected: true,
        })
        .report(2023, '2024-01-20', '示例市园林局2023年政府信息公开工作年度报告', {
          content: reportContent({ requests: null, states: missing }),
          collected: true,
        }),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        [OTHERS]: 'parts-missing',
        '2023年各单位年报 填报': 'tables-missing',
      },
    },
    {
      shows: 'no problems, nothing else',
      site: site({ parts: parts({ 5: null }) }),
      expect: { [PARTS]: 'parts-missing', [CELLS]: 'complete' },
      facts: { [PARTS]: { names: HEADS[4] } },
    },
    {
      shows: 'the rest may stand in a file that was not read',
      site: site({ parts: parts({ 4: null, 5: null, 6: null }) }, unread),
      softened: true,
      expect: { [PARTS]: 'parts-missing', [CELLS]: 'complete' },
    },
    {
      shows: 'hardly a heading was understood',
      site: site({ parts: parts({ 1: null, 2: null, 3: null, 4: null }) }),
      softened: true,
      expect: { [PARTS]: 'parts-missing', [CELLS]: 'complete' },
    },
    {
      shows: 'one of a report older than those looked at; what is whole of the others is not told',
      site: site()
        .report(2022, '2023-01-20', '示例市林业局2022年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 4: null }) }),
        })
        .report(2021, '2022-01-20', '示例市林业局2021年政府信息公开工作年度报告', {
          content: reportContent(),
        }),
      params: { years: 1 },
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', '2022年年报 六个部分': 'parts-missing' },
    },
  ],
  'empty-section': [
    {
      shows: 'a heading, and a few words that may be all that was read of it',
      site: site({ parts: parts({ 5: '详见附件' }) }),
      expect: { [PARTS]: 'empty-section', [CELLS]: 'complete' },
      facts: { [PARTS]: { words: '详见附件' } },
    },
    {
      shows: 'a file that was not read may say more',
      site: site({ parts: parts({ 5: '无' }) }, unread),
      expect: { [PARTS]: 'empty-section', [CELLS]: 'complete' },
    },
  ],
  'section-void': {
    shows: 'problems: none',
    site: site({ parts: parts({ 5: '无。' }) }),
    expect: { [PARTS]: 'section-void', [CELLS]: 'complete' },
    facts: { [PARTS]: { words: '无。' } },
  },
  'tables-missing': [
    {
      shows: 'the first part tells the figures in sentences, the third has no table',
      site: site({
        requests: null,
        states: missing,
        parts: parts({ 1: '本年新收申请8件，上年结转0件。' }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
    },
    {
      shows: 'no table of requests',
      site: site({ requests: null, states: missing }),
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
      facts: { [CELLS]: { names: '申请办理情况表' } },
    },
    {
      shows: 'it may stand in a file that was not read',
      site: site({ requests: null, states: missing }, unread),
      softened: true,
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
    },
  ],
  'cells-blank': {
    shows: 'a dash, a stroke and an empty cell in two rows',
    site: site({
      requests: requestRows({
        stateSecret: ['', '/', 0, 0, 0, 0, 0],
        notHeld: ['-', 0, 0, 0, 0, 0, 0],
      }),
    }),
    expect: { [PARTS]: 'complete', [CELLS]: 'cells-blank' },
    facts: { [CELLS]: { count: 3, names: '1.属于国家秘密、1.本机关不掌握相关政府信息' } },
  },
  picture: [
    {
      shows: 'the report is a picture',
      site: site(null, { tables: 'picture' }),
      expect: { [PARTS]: 'picture', [CELLS]: 'picture' },
    },
    {
      shows: 'text with one table as a picture',
      site: site({ requests: null, states: { ...missing, requests: 'picture' } }, pictures),
      expect: { [PARTS]: 'complete', [CELLS]: 'picture' },
      facts: { [CELLS]: { what: '申请办理情况表' } },
    },
  ],
  'none-read': [
    {
      shows: 'the report is a file that gave no text',
      site: site(null, { tables: 'attachment', ...unread }),
      expect: { [PARTS]: 'none-read', [CELLS]: 'none-read' },
      facts: { [PARTS]: { reason: '附件“年度报告.pdf”：是扫描件，没有文字' } },
    },
    {
      shows: 'the words of the table are there, but not as a table',
      site: site({
        requests: null,
        states: missing,
        parts: parts({ 3: '一、本年新收政府信息公开申请数量 12' }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'none-read' },
    },
    {
      shows: 'no report, and one from before the forms',
      site: new SiteViewBuilder().report(2017, '2018-03-01'),
      expect: { 政府信息公开年报: 'none-read' },
    },
  ],
})
