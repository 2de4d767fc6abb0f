/** Every outcome of `reports/ogi-annual-report-incomplete` from a small site that gives it. */
import { ogiAnnualReportIncomplete } from '#checks/reports/ogi-annual-report-incomplete'
import type { AnnualReportContent } from '#model/annual-report'
import type { AnnualReport } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { cell, HEADS, parts, reportContent, requestRows } from '../../support/report-content.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

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

const PROCUREMENT = {
  key: 'procurement',
  label: '政府集中采购',
  cells: [cell(3), cell(12)],
  heads: [],
  place: { url: 'http://lyj.example.gov.cn/', at: null, quote: '政府集中采购' },
}
const SECTIONS = [
  '（一）主动公开。发布信息120条。',
  '（二）依申请公开。收到申请12件。',
  '（三）政府信息管理。先审查后公开。',
  '（四）平台建设。改版专栏。',
]
const bare = (page: PageSpec) => site(null, { page: { kind: 'article', ...page } })
const BLANK = { stateSecret: ['', '', '', '', '', '', ''] }
/** Every 0 is left blank. */
const withoutNought = () =>
  requestRows().map((row) => ({
    ...row,
    cells: row.cells.map((one) => (one.value === 0 ? cell('') : one)),
  }))
/** Units whose report of 2023 leaves a row blank, or does not. */
const units = (...blank: readonly boolean[]) =>
  blank.reduce(
    (all, isBlank, i) =>
      all.report(2023, '2024-01-20', `示例市${'水园林'[i]}务局2023年政府信息公开工作年度报告`, {
        content: reportContent(isBlank ? { requests: requestRows(BLANK) } : {}),
        collected: true,
      }),
    site(),
  )
/** The parts under headings with these numerals, in this order. */
const ordered = (order: readonly number[], numerals: string) =>
  order.map((number, at) => {
    const [part] = parts().filter((one) => one.number === number)
    if (part === undefined) throw new Error(`no part ${number}`)
    const numeral = numerals[at] ?? ''
    const quote = numeral === '-' ? part.title : `${numeral}、${part.title}`
    return { ...part, place: { ...part.place, quote } }
  })
const UNREAD = { [PARTS]: 'none-read', [CELLS]: 'none-read' } as const

testCheck(ogiAnnualReportIncomplete, {
  'parts-disordered': [
    {
      shows: 'the fifth before the fourth',
      site: site({ parts: ordered([1, 2, 3, 5, 4, 6], '一二三四五六') }),
      expect: { [PARTS]: 'parts-disordered', [CELLS]: 'complete' },
      facts: {
        [PARTS]: {
          names: '“政府信息公开行政复议、行政诉讼情况”排在“存在的主要问题及改进情况”之后',
        },
      },
    },
    {
      shows: 'two parts bear one number',
      site: site({ parts: ordered([1, 2, 3, 4, 5, 6], '一二三三五六') }),
      expect: { [PARTS]: 'parts-disordered', [CELLS]: 'complete' },
      facts: { [PARTS]: { names: '“政府信息公开行政复议、行政诉讼情况”编号为“三”' } },
    },
  ],
  'body-void': [
    {
      shows: 'a title over nothing',
      site: bare({ words: [] }),
      expect: { [PARTS]: 'body-void', [CELLS]: 'none-read' },
    },
    {
      shows: 'a line that sends to an attachment which is not there',
      site: bare({ words: ['本机关年度报告全文详见附件。'] }),
      expect: { [PARTS]: 'body-void', [CELLS]: 'none-read' },
    },
  ],
  'aspects-missing': [
    {
      shows: 'sections of these names, one of them left out',
      site: site({ parts: parts({ 1: SECTIONS.join('\n') }) }),
      expect: { [PARTS]: 'aspects-missing', [CELLS]: 'complete' },
      facts: { [PARTS]: { names: '监督保障' } },
    },
    {
      shows: 'a sentence that tells of nothing',
      site: site({ parts: parts({ 1: '2023年，我局认真贯彻落实条例，各方面都取得了新的成效。' }) }),
      expect: { [PARTS]: 'aspects-missing', [CELLS]: 'complete' },
    },
    {
      shows: 'a section that says 无',
      site: site({
        parts: parts({ 1: `${SECTIONS.join('\n')}\n（五）监督保障。无。` }),
      }),
      expect: { [PARTS]: 'aspects-missing', [CELLS]: 'complete' },
      facts: { [PARTS]: { names: '监督保障' } },
    },
    ...(
      [
        [
          '改进情况',
          '一是公开深度不够，群众看不懂；二是栏目分类偏粗，查找费时；三是人员更替频繁。',
        ],
        ['存在的问题', '下一步，我局将加强学习培训，健全制度，拓展公开渠道，提升公开质量和水平。'],
      ] as const
    ).map(([names, words]) => ({
      shows: `only one half of the fifth part: ${words}`,
      site: site({ parts: parts({ 5: words }) }),
      expect: { [PARTS]: 'aspects-missing', [CELLS]: 'complete' } as const,
      facts: { [PARTS]: { part: '存在的主要问题及改进情况', names } },
    })),
    {
      shows: 'as a question where a second paragraph may be the other half',
      site: site({
        parts: parts({
          5: '一是公开深度不够，群众看不懂；二是栏目分类偏粗，查找费时。\n三是人员更替频繁，新手经验不足，业务生疏。',
        }),
      }),
      expect: { [PARTS]: 'aspects-missing', [CELLS]: 'complete' },
      softened: true,
    },
  ],
  'form-outdated': [
    {
      shows: 'a row that the form of its year has no more',
      site: site({ proactive: [...(reportContent({}).proactive ?? []), PROCUREMENT] }),
      expect: { [PARTS]: 'complete', [CELLS]: 'form-outdated' },
    },
    {
      shows: 'the same years ago',
      site: new SiteViewBuilder()
        .report(2023, '2024-01-20', undefined, { content: reportContent() })
        .report(2022, '2023-01-20', undefined, {
          content: reportContent({
            proactive: [...(reportContent({}).proactive ?? []), PROCUREMENT],
          }),
        }),
      params: { years: 1 },
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', '2022年年报 填报': 'form-outdated' },
    },
  ],
  unreadable: [
    {
      shows: 'the words of the table are there, but not as a table',
      site: site({
        requests: null,
        states: missing,
        parts: parts({ 3: '一、本年新收政府信息公开申请数量 12' }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'unreadable' },
    },
  ],
  complete: [
    ...[
      '目前没有突出问题，但解读形式还较单一，下一步将增加图解和视频。',
      '去年指出的问题已经整改，没有新的问题，今后继续加强培训，扩大解读覆盖面。',
      // In no word known for it: a sentence that names no problem.
      '一是信息员更替频繁，公开格式不统一；二是栏目分类偏粗。与属地学校合作培训信息员，两个栏目重新分类。',
    ].map((words) => ({
      shows: `a problem told all the same: ${words}`,
      site: site({ parts: parts({ 5: words }) }),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' } as const,
    })),
    {
      shows: 'leaving cells blank is the habit of the place',
      site: units(true, true, false),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
    {
      shows: 'headings without numbers: one may stand below another part',
      site: site({ parts: ordered([1, 3, 2, 4, 5, 6], '-----') }),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
    {
      shows: 'the last section under another name; the form of 2019 with its row of purchases',
      site: site({
        parts: parts({ 1: [...SECTIONS, '（五）教育培训。举办培训2次。'].join('\n') }),
      }).report(2020, '2021-01-20', undefined, {
        content: reportContent({
          form: '2019',
          proactive: [...(reportContent({}).proactive ?? []), PROCUREMENT],
        }),
      }),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        '2020年年报 六个部分': 'complete',
        '2020年年报 填报': 'complete',
      },
    },
    ...['（五）强化责任。明确分管领导和责任人。', '（五）业务指导。赴镇街指导3次。'].map(
      (last) => ({
        shows: `the last section in words of its own: ${last}`,
        site: site({ parts: parts({ 1: [...SECTIONS, last].join('\n') }) }),
        expect: { [PARTS]: 'complete', [CELLS]: 'complete' } as const,
      }),
    ),
    {
      shows: 'told in one run of words, some of them not known',
      site: site({ parts: parts({ 1: '2023年，我局发布信息120条，办结申请12件，改版网站。' }) }),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete' },
    },
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
      shows: 'a unit’s report of an earlier year; one before the form of today is left alone',
      site: site()
        .report(2022, '2023-01-20', '示例市水务局2022年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 4: null }) }),
          collected: true,
        })
        .report(2023, '2024-01-20', '示例市水务局2023年政府信息公开工作年度报告', {
          content: reportContent(),
          collected: true,
        })
        .report(2020, '2021-01-20', '示例市水务局2020年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 4: null }) }),
          collected: true,
        }),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        '2022年各单位年报 六个部分': 'parts-missing',
      },
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
  'section-void': [
    {
      shows:
        'the report of 2022 whose title says 2023, beside that of 2023; another copy of that is not told again',
      site: site()
        .report(2023, '2023-01-20', '示例市林业局2023年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 5: '无' }) }),
          page: { words: ['统计期限为2022年1月1日至2022年12月31日。'] },
        })
        .report(2023, '2024-01-22', '示例市林业局2023年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 5: '无' }) }),
          page: { words: ['统计期限为2023年1月1日至2023年12月31日。'] },
        }),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        '2022年年报 六个部分': 'section-void',
      },
    },
    {
      shows: 'problems: none',
      site: site({ parts: parts({ 5: '无。' }) }),
      expect: { [PARTS]: 'section-void', [CELLS]: 'complete' },
      facts: { [PARTS]: { words: '无。' } },
    },
    {
      shows:
        'a unit’s whose problems are none, another’s that leaves its first part at two aspects',
      site: site()
        .report(2022, '2023-01-20', '示例市水务局2022年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 5: '无' }) }),
          collected: true,
        })
        .report(2022, '2023-01-20', '示例市园林局2022年政府信息公开工作年度报告', {
          content: reportContent({ parts: parts({ 1: SECTIONS.slice(0, 3).join('\n') }) }),
          collected: true,
        }),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        '2022年各单位年报 空着的部分': 'section-void',
        '2022年各单位年报 应写内容': 'aspects-missing',
      },
    },
    ...[
      '目前无突出问题，将继续努力。',
      '本年度没有存在的问题。',
      '我局暂无明显问题，下一步将继续做好公开工作。',
    ].map((words) => ({
      shows: `more words that say no more: ${words}`,
      site: site({ parts: parts({ 5: words }) }),
      expect: { [PARTS]: 'section-void', [CELLS]: 'complete' } as const,
    })),
    {
      shows: 'none, and none once more',
      site: site({ parts: parts({ 5: '无。\n无。' }) }),
      expect: { [PARTS]: 'section-void', [CELLS]: 'complete' },
    },
  ],
  'tables-missing': [
    {
      shows: 'a report in the form of 2019 lacks a table, years ago',
      site: [2023, 2022, 2021].reduce(
        (all, year) =>
          all.report(year, `${year + 1}-01-20`, undefined, { content: reportContent() }),
        new SiteViewBuilder().report(2020, '2021-01-20', undefined, {
          content: reportContent({ form: '2019', states: missing, parts: parts() }),
        }),
      ),
      params: { years: 1 },
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', '2020年年报 填报': 'tables-missing' },
    },
    {
      shows: 'the first part tells the figures in sentences, the third has no table',
      site: site({
        requests: null,
        states: missing,
        parts: parts({
          1: '主动公开信息80条，本年新收申请8件，上年结转0件，改版网站，开展考核。',
        }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
    },
    {
      shows: 'the third part tells its figures in a sentence instead of its table',
      site: site({
        requests: null,
        states: missing,
        parts: parts({ 3: '本年新收申请8件，上年结转0件，予以公开6件，结转下年度2件。' }),
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
      shows: 'the table of requests ends before its last row',
      site: site({ requests: requestRows().filter(({ key }) => key !== 'carriedForward') }),
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
      facts: { [CELLS]: { names: '申请办理情况表的“结转下年度继续办理”一行' } },
    },
    {
      shows: 'the fourth part has reviews and no lawsuits',
      site: site({
        disputes: null,
        states: { proactive: 'read', requests: 'read', disputes: 'missing' },
        parts: parts({ 4: '行政复议 结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0 0 0' }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
      facts: { [CELLS]: { names: '复议诉讼情况表的行政诉讼部分' } },
    },
    {
      shows: 'it may stand in a file that was not read',
      site: site({ requests: null, states: missing }, unread),
      softened: true,
      expect: { [PARTS]: 'complete', [CELLS]: 'tables-missing' },
    },
  ],
  'cells-unfilled': [
    {
      shows: 'a dash, a stroke and an empty cell in two rows',
      site: site({
        requests: requestRows({
          stateSecret: ['', '/', 0, 0, 0, 0, 0],
          notHeld: ['-', 0, 0, 0, 0, 0, 0],
        }),
      }),
      expect: { [PARTS]: 'complete', [CELLS]: 'cells-unfilled' },
      facts: { [CELLS]: { count: 3, names: '1.属于国家秘密、1.本机关不掌握相关政府信息' } },
    },
    {
      shows: 'one unit of three leaves a row blank, the others write 0',
      site: units(true, false, false),
      expect: {
        [PARTS]: 'complete',
        [CELLS]: 'complete',
        '2023年各单位年报 没有填的格': 'cells-unfilled',
      },
      facts: { '2023年各单位年报 没有填的格': { count: 7 } },
    },
    {
      shows:
        'an older report that writes its noughts elsewhere; one that writes none is left alone',
      site: site()
        .report(2022, '2023-01-20', '示例市林业局2022年政府信息公开工作年度报告', {
          content: reportContent({ requests: requestRows(BLANK) }),
        })
        .report(2021, '2022-01-20', '示例市林业局2021年政府信息公开工作年度报告', {
          content: reportContent({ requests: withoutNought() }),
        }),
      params: { years: 1 },
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', '2022年年报 填报': 'cells-unfilled' },
    },
  ],
  'cells-blank': [
    {
      shows: 'a table that writes no nought at all',
      site: site({ requests: withoutNought() }),
      expect: { [PARTS]: 'complete', [CELLS]: 'cells-blank' },
    },
    {
      shows: 'a unit that writes no 0 anywhere, beside others that do',
      site: units(false, false, false).report(
        2023,
        '2024-01-20',
        '示例市文旅局2023年政府信息公开工作年度报告',
        {
          content: reportContent({
            requests: (reportContent({}).requests ?? []).map((row) => ({
              ...row,
              cells: row.cells.map((one) => (one.value === 0 ? cell('') : one)),
            })),
          }),
          collected: true,
        },
      ),
      expect: { [PARTS]: 'complete', [CELLS]: 'complete', '2023年各单位年报 空格': 'cells-blank' },
    },
  ],
  'template-left': [
    '20XX年，××局做好公开工作，开展培训和考核。',
    '共收到政府信息公开申请X件。',
  ].map((words) => ({
    shows: `words that were to be replaced: ${words}`,
    site: site({ parts: parts({ 6: words }) }),
    expect: {
      [PARTS]: 'complete',
      [CELLS]: 'complete',
      '2023年年报 模板文字': 'template-left',
    } as const,
  })),
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
    ...(
      [
        { words: ['全文见下图'], pictures: [{ inBody: null }] },
        { words: [], attachments: [['年度报告.pdf', '/nb.pdf']] },
        { words: [], frames: ['/nb-view.html'] },
        { words: [], needsBrowser: '正文由脚本写出' },
        { words: ['点击查看全文'], links: [['点击查看', '/nb-full.html', 'main']] },
      ] as const
    ).map((page) => ({
      shows: `the report may stand elsewhere: ${JSON.stringify(page)}`,
      site: bare(page),
      expect: UNREAD,
    })),
    {
      shows: 'the report is a file that gave no text',
      site: site(null, { tables: 'attachment', ...unread }),
      expect: { [PARTS]: 'none-read', [CELLS]: 'none-read' },
      facts: { [PARTS]: { reason: '附件“年度报告.pdf”：是扫描件，没有文字' } },
    },
    {
      shows: 'no report, and one from before the forms',
      site: new SiteViewBuilder().report(2017, '2018-03-01'),
      expect: { 政府信息公开年报: 'none-read' },
    },
  ],
})
