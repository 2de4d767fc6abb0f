/**
 * Annual reports in the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (〔2021〕30号) as HTML, in the habits in which
 * units export and retype them. The figures are given once and are the same in every habit, so that a test can ask for
 * them cell by cell.
 */
import { HEADS } from './report-content.ts'

export type Form = '2019' | '2021'
/** How a unit gets its tables onto the page. */
export type Habit =
  | 'official'
  | 'word'
  | 'spaced'
  | 'full-width'
  | 'split'
  | 'one-table'
  | 'repeated-labels'
  | 'trailing-column'
  | 'heads-apart'
  | 'blanks'
  | 'turned'

export const HABITS: readonly Habit[] = [
  'official',
  'word',
  'spaced',
  'full-width',
  'split',
  'one-table',
  'repeated-labels',
  'trailing-column',
  'heads-apart',
  'blanks',
  'turned',
]

/** Key, group (merged down) and own label; '' where the row has no group. */
export const ROWS: readonly (readonly [key: string, group: string, label: string])[] = [
  ['new', '', '一、本年新收政府信息公开申请数量'],
  ['carriedOver', '', '二、上年结转政府信息公开申请数量'],
  ['granted', '', '（一）予以公开'],
  ['partlyGranted', '', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['stateSecret', '（三）不予公开', '1.属于国家秘密'],
  ['forbiddenByLaw', '（三）不予公开', '2.其他法律行政法规禁止公开'],
  ['threeSafeties', '（三）不予公开', '3.危及“三安全一稳定”'],
  ['thirdParty', '（三）不予公开', '4.保护第三方合法权益'],
  ['internalMatters', '（三）不予公开', '5.属于三类内部事务信息'],
  ['processInformation', '（三）不予公开', '6.属于四类过程性信息'],
  ['enforcementFiles', '（三）不予公开', '7.属于行政执法案卷'],
  ['administrativeQueries', '（三）不予公开', '8.属于行政查询事项'],
  ['notHeld', '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['needsMaking', '（四）无法提供', '2.没有现成信息需要另行制作'],
  ['stillUnclear', '（四）无法提供', '3.补正后申请内容仍不明确'],
  ['complaints', '（五）不予处理', '1.信访举报投诉类申请'],
  ['repeated', '（五）不予处理', '2.重复申请'],
  ['publications', '（五）不予处理', '3.要求提供公开出版物'],
  ['excessive', '（五）不予处理', '4.无正当理由大量反复申请'],
  ['confirmations', '（五）不予处理', '5.要求行政机关确认或重新出具已获取信息'],
  [
    'notCorrected',
    '（六）其他处理',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ],
  [
    'feesNotPaid',
    '（六）其他处理',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ],
  ['otherHandled', '（六）其他处理', '3.其他'],
  ['total', '', '（七）总计'],
  ['carriedForward', '', '四、结转下年度继续办理'],
]

/** Rows of a form, in print. */
export function rowsOf(form: Form): typeof ROWS {
  if (form === '2021') return ROWS
  return ROWS.filter(([key]) => key !== 'notCorrected' && key !== 'feesNotPaid').map((row) =>
    row[0] === 'otherHandled' ? (['otherHandled', '', '（六）其他处理'] as const) : row,
  )
}

type Figures = Readonly<Record<string, readonly number[]>>

/** 自然人, 商业企业 and 社会公益组织 ask; what is not named is 0. */
export const REQUESTS: Figures = {
  new: [1012, 13, 0, 2, 0, 0, 1027],
  carriedOver: [3, 0, 0, 0, 0, 0, 3],
  granted: [900, 10, 0, 2, 0, 0, 912],
  partlyGranted: [20, 1, 0, 0, 0, 0, 21],
  thirdParty: [2, 0, 0, 0, 0, 0, 2],
  notHeld: [60, 2, 0, 0, 0, 0, 62],
  repeated: [5, 0, 0, 0, 0, 0, 5],
  otherHandled: [26, 0, 0, 0, 0, 0, 26],
  total: [1013, 13, 0, 2, 0, 0, 1028],
  carriedForward: [2, 0, 0, 0, 0, 0, 2],
}
export const DISPUTES = [3, 1, 0, 1, 5, 1, 0, 0, 0, 1, 0, 0, 0, 2, 2]
/** 表二 by form: rows in print with their figures. */
export const PROACTIVE: Readonly<Record<Form, readonly (readonly [string, readonly string[]])[]>> =
  {
    '2019': [
      ['规章', ['0', '0', '0']],
      ['规范性文件', ['3', '3', '41']],
      ['行政许可', ['12', '+2', '1203']],
      ['其他对外管理服务事项', ['4', '0', '88']],
      ['行政处罚', ['30', '-1', '65']],
      ['行政强制', ['5', '0', '0']],
      ['行政事业性收费', ['2', '0']],
      ['政府集中采购', ['7', '1204.5']],
    ],
    '2021': [
      ['规章', ['0', '0', '0']],
      ['行政规范性文件', ['3', '1', '43']],
      ['行政许可', ['1203']],
      ['行政处罚', ['65']],
      ['行政强制', ['0']],
      ['行政事业性收费', ['12.5']],
    ],
  }

const PRELUDE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

/** `changed`: figures of 表三 other than `REQUESTS`. */
export function reportHtml(form: Form, habit: Habit, changed: Figures = {}): string {
  const year = form === '2019' ? 2020 : 2022
  const figures = { ...REQUESTS, ...changed }
  const tables = [
    '',
    proactiveRows(form, habit),
    requestParts(form, habit, figures),
    disputeRows(habit),
    '',
    '',
  ]
  const parts = HEADS.map((head, at) => {
    const given = tables[at] ?? ''
    const blocks = typeof given === 'string' ? (given === '' ? [] : [given]) : given
    const number = '一二三四五六'.charAt(at)
    return { heading: `${number}、${head}`, blocks }
  })
  const table = (rows: string) => `<table border="1" cellspacing="0">${rows}</table>${gap(habit)}`
  const body =
    habit === 'one-table'
      ? `${text(parts[0]?.heading)}${table(
          parts
            .slice(1, 4)
            .map(
              ({ heading, blocks }) =>
                `<tr><td colspan="16"><strong>${heading}</strong></td></tr>${blocks.join('')}`,
            )
            .join(''),
        )}${parts
          .slice(4)
          .map(({ heading }) => text(heading))
          .join('')}`
      : parts.map(({ heading, blocks }) => text(heading) + blocks.map(table).join('')).join('\n')
  return `<html><head><meta charset="utf-8"><title>蓝河市林业局${year}年政府信息公开工作年度报告</title></head><body>
<div class="position">当前位置：首页 &gt; 政府信息公开年报</div><div class="content"><h1>蓝河市林业局${year}年政府信息公开工作年度报告</h1>
<p>本报告的统计期限为${year}年1月1日至${year}年12月31日。</p>${body}</div></body></html>`

  function text(heading = ''): string {
    return `${paragraph(heading, habit)}${gap(habit)}${paragraph('本机关依照条例做好相关工作，情况如下文所述，特此报告。', habit)}`
  }
}

function paragraph(words: string, habit: Habit): string {
  return habit === 'word'
    ? `<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋_GB2312">${words.slice(0, 2)}</span><span lang="EN-US">${words.slice(2)}<o:p></o:p></span></p>`
    : `<p>${words}</p>`
}

function gap(habit: Habit): string {
  return habit === 'word'
    ? '<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>'
    : ''
}

/** A figure in its cell. */
function figure(value: number | string, habit: Habit, place: number): string {
  const printed = String(value)
  if (habit === 'blanks' && printed === '0')
    return `<td>${['', '—', '/', '&nbsp;', '-', '－'][place % 6]}</td>`
  if (habit === 'spaced')
    return `<td> &nbsp;${printed.length > 3 ? printed.replace(/(\d)(\d{3})$/, '$1 $2') : printed}&nbsp; </td>`
  if (habit === 'full-width')
    return `<td>${printed.replace(/[\d.+-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))}</td>`
  if (habit === 'word')
    return `<td width="40" valign="top" style="padding:0cm 5.4pt"><p class="MsoNormal" align="center"><span lang="EN-US">${printed.slice(0, 1)}</span><span lang="EN-US">${printed.slice(1)}<o:p></o:p></span></p></td>`
  return habit === 'heads-apart' ? `<th>${printed}</th>` : `<td>${printed}</td>`
}

function label(words: string, wide: number, high: number, habit: Habit): string {
  const inner =
    habit === 'word'
      ? `<p class="MsoNormal"><span style="font-family:宋体">${words.slice(0, 3)}</span><span lang="EN-US"><br>${words.slice(3)}</span></p>`
      : words
  return `<td${wide > 1 ? ` colspan="${wide}"` : ''}${high > 1 ? ` rowspan="${high}"` : ''}>${inner}</td>`
}

const tr = (cells: string, habit: Habit): string =>
  `<tr>${cells}${habit === 'trailing-column' ? '<td>&nbsp;</td>' : ''}</tr>`

const SECTIONS: Readonly<Record<Form, readonly (readonly [string, number, readonly string[]])[]>> =
  {
    '2019': [
      ['第二十条第（一）项', 2, ['本年新制作数量', '本年新公开数量', '对外公开总数量']],
      ['第二十条第（五）项', 2, ['上一年项目数量', '本年增/减', '处理决定数量']],
      ['第二十条第（六）项', 2, ['上一年项目数量', '本年增/减', '处理决定数量']],
      ['第二十条第（八）项', 1, ['上一年项目数量', '本年增/减']],
      ['第二十条第（九）项', 1, ['采购项目数量', '采购总金额']],
    ],
    '2021': [
      ['第二十条第（一）项', 2, ['本年制发件数', '本年废止件数', '现行有效件数']],
      ['第二十条第（五）项', 1, ['本年处理决定数量']],
      ['第二十条第（六）项', 2, ['本年处理决定数量']],
      ['第二十条第（八）项', 1, ['本年收费金额（单位：万元）']],
    ],
  }

function proactiveRows(form: Form, habit: Habit): string {
  let next = 0
  return SECTIONS[form]
    .map(([section, count, heads]) => {
      const rows = PROACTIVE[form].slice(next, next + count)
      next += count
      const last = (cells: readonly string[]): string =>
        cells
          .map((cell, at) =>
            at === cells.length - 1 && cells.length < 3
              ? cell.replace(/^<(t[dh])/, `<$1 colspan="${4 - cells.length}"`)
              : cell,
          )
          .join('')
      return [
        tr(label(section, 4, 1, habit), habit),
        tr(
          label('信息内容', 1, 1, habit) + last(heads.map((head) => label(head, 1, 1, habit))),
          habit,
        ),
        ...rows.map(([name, values]) =>
          tr(
            label(name, 1, 1, habit) + last(values.map((value, at) => figure(value, habit, at))),
            habit,
          ),
        ),
      ].join('')
    })
    .join('')
}

function requestParts(form: Form, habit: Habit, figures: Figures): readonly string[] {
  const rows = rowsOf(form)
  const heads = [
    tr(`<td colspan="3" rowspan="3">${PRELUDE}</td>${label('申请人情况', 7, 1, habit)}`, habit),
    tr(
      `${label('自然人', 1, 2, habit)}${label('法人或其他组织', 5, 1, habit)}${label('总计', 1, 2, habit)}`,
      habit,
    ),
    tr(
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
        .map((name) => label(name, 1, 1, habit))
        .join(''),
      habit,
    ),
  ].join('')
  if (habit === 'turned') return [turned(rows, figures)]
  const isHandled = (key: string): boolean =>
    key !== 'new' && key !== 'carriedOver' && key !== 'carriedForward'
  const handled = rows.filter(([key]) => isHandled(key))
  const printed = rows.map(([key, group, words], at) => {
    const cells = (figures[key] ?? [0, 0, 0, 0, 0, 0, 0])
      .map((value, k) => figure(value, habit, at + k))
      .join('')
    if (!isHandled(key)) return tr(label(words, 3, 1, habit) + cells, habit)
    const apart = habit === 'repeated-labels' || habit === 'split'
    const first = handled[0]?.[0] === key
    const outer = apart
      ? label('三、本年度办理结果', 1, 1, habit)
      : first
        ? label('三、本年度办理结果', 1, handled.length, habit)
        : ''
    if (group === '') return tr(outer + label(words, 2, 1, habit) + cells, habit)
    const same = rows.filter((row) => row[1] === group)
    const middle = apart
      ? label(group, 1, 1, habit)
      : same[0]?.[0] === key
        ? label(group, 1, same.length, habit)
        : ''
    return tr(outer + middle + label(words, 1, 1, habit) + cells, habit)
  })
  if (habit === 'split')
    return [
      heads + printed.slice(0, 9).join(''),
      printed.slice(9, 18).join(''),
      heads + printed.slice(18).join(''),
    ]
  if (habit === 'heads-apart') return [heads, printed.join('')]
  // Word ends merged tables with a row that only sets widths.
  const widths = habit === 'word' ? `<tr height="0">${'<td width="60"></td>'.repeat(10)}</tr>` : ''
  return [heads + printed.join('') + widths]
}

/** Applicants down the side, the form's rows over the columns. */
function turned(rows: ReturnType<typeof rowsOf>, figures: Figures): string {
  const habit = 'turned'
  const heads = tr(
    label('申请人', 2, 1, habit) + rows.map(([, , words]) => label(words, 1, 1, habit)).join(''),
    habit,
  )
  const people = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const lines = people.map((name, k) => {
    const outer = k === 1 ? label('法人或其他组织', 1, 5, habit) : ''
    const own = label(name, k === 0 || k === 6 ? 2 : 1, 1, habit)
    const cells = rows.map(([key], at) => figure((figures[key] ?? [])[k] ?? 0, habit, at))
    return tr(outer + own + cells.join(''), habit)
  })
  return heads + lines.join('')
}

function disputeRows(habit: Habit): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const head = [...results, ...results, ...results].map((name) => label(name, 1, 1, habit)).join('')
  return [
    tr(`${label('行政复议', 5, 2, habit)}${label('行政诉讼', 10, 1, habit)}`, habit),
    tr(`${label('未经复议直接起诉', 5, 1, habit)}${label('复议后起诉', 5, 1, habit)}`, habit),
    tr(head, habit),
    tr(DISPUTES.map((value, at) => figure(value, habit, at)).join(''), habit),
  ].join('')
}
