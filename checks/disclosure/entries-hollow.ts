/**
 * Does an entry of a disclosure column hold anything? A page that says 详见附件 and has none, 内容更新中, 请点击, once
 * more that a meeting was held, or nothing at all beneath its title, is published in name only. Answers to proposals are
 * judged by a check of their own; what scripts, frames, pictures or links may still show is left alone. A
 * decision on a penalty must say what was done and what was imposed: one that does not, beside others that do, is told apart.
 * A total must be what its parts add up to, what a page announces (a heading, 名单如下, 详见附件) must stand on it, and a label
 * that nearly all entries of a column fill must not stand over nothing on another.
 */
import { clip, squash } from '#base/text'
import {
  type AnnouncedPage,
  announcedIn,
  blankOf,
  branchOf,
  ColumnSubjects,
  DECISION_ELEMENTS,
  type DecisionElement,
  defineCheck,
  doubtfulOf,
  elementLacking,
  hollowAmong,
  inertColumns,
  isDecision,
  isEmptyTalk,
  listed,
  misplacedIn,
  type PeerEntry,
  type PeerLabel,
  placeOfNone,
  type ReadEntry,
  saysElement,
  sumsToldOn,
  sureOfMany,
  unevenLabels,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, SiteView } from '#model/site-view'

const TOPICS: readonly string[] = [
  ...['ogiRules', 'ogiCatalogue', 'standardCatalogue', 'planning', 'statistics', 'powerList'],
  ...['licensing', 'penalties', 'enforcement', 'randomInspection', 'fees', 'procurement'],
  ...['majorProjects', 'publicResourceTrading', 'emergency', 'audit', 'personnel', 'recruitment'],
  ...['meetings', 'workReport', 'publicUtilities', 'documentClearance', 'policyInterpretation'],
  ...['majorDecisions', 'consultation', 'policyDocuments', 'normativeDocuments', 'notices'],
  ...['subsidies', 'socialAssistance', 'education', 'health', 'employment', 'housing'],
  ...['landAcquisition', 'environment', 'foodDrug', 'workSafety', 'supervision', 'ogiProgress'],
  ...['budget', 'news'],
]

export const entriesHollow = defineCheck({
  id: 'disclosure/entries-hollow',
  revision: 23,
  title: '公开的条目打开后有没有内容、是不是本栏目的，合计对不对得上',
  question:
    '信息公开各栏目的条目打开后，是不是空的，或者只有“详见附件”“内容更新中”而没有内容？栏目里放的是不是本栏目的内容？所写的合计是不是各项之和？所列的标题、名单、附件和要素后面有没有内容？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第六条：及时、准确地公开政府信息；第二十条：主动公开的内容',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: TOPICS,
      meaning: '按信息公开内容判断的栏目类别（含其下级栏目）',
      source: '条例第二十条各项对应的栏目，可按地方要求增减',
      verified: false,
    },
    minPeers: {
      default: 2,
      meaning: '没有写处罚结果的决定，至少有几份写明结果的在旁，且不比写明的多，才判',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minAlike: {
      default: 5,
      meaning: '同一栏目至少有几个条目写明了某一要素，才判没有写的',
      source: '本工具的默认值，可调',
      verified: false,
    },
    shareAlike: {
      default: 0.8,
      meaning: '同一栏目其余条目中写明某一要素的至少占多少，才判没有写的',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    filled: { verdict: 'pass', message: '读到的 {checked} 个条目打开后都有内容' },
    hollow: {
      verdict: 'fail',
      message: '读到的 {checked} 个条目中有 {count} 个打开后没有内容，也没有附件：{names}',
      ask: '在浏览器中打开所列条目，是否确实没有内容和附件？',
    },
    'result-unsaid': {
      verdict: 'fail',
      message: '读到的 {checked} 份{kind}中有 {count} 份没有写{what}，其余的都写了：{names}',
      ask: '所列{kind}的页面上，是否确实没有写明{what}？',
    },
    'sums-wrong': {
      verdict: 'fail',
      message: '有 {count} 个条目所写的合计与各项之和对不上：{names}',
      ask: '所列合计和各项的数字哪一个写错了，是否还有没有列出的项目？',
    },
    misplaced: {
      verdict: 'fail',
      message: '“{column}”的 {all} 条中有 {count} 条不是这个栏目的内容：{names}',
      ask: '所列条目是不是“{column}”应当公开的内容？',
    },
    announced: {
      verdict: 'fail',
      message: '有 {count} 个页面{what}：{names}',
      ask: '在浏览器中打开所列页面，所引文字之下是否确实没有内容？',
    },
    'field-blank': {
      verdict: 'fail',
      message:
        '“{column}”的 {checked} 个条目中，{filled} 个写明了“{label}”，有 {count} 个印着“{label}”而后面是空的：{names}',
      ask: '在浏览器中打开所列条目，“{label}”后面是否确实没有内容？',
    },
    'element-lacking': {
      verdict: 'fail',
      message:
        '“{column}”的 {checked} 个条目中，{filled} 个写明了“{label}”，有 {count} 个没有，正文里也没有：{names}',
      ask: '在浏览器中打开所列条目，是否确实没有写明“{label}”？',
    },
    'field-absent': {
      verdict: 'unsure',
      message: '“{column}”的条目大都写明{label}，有 {count} 个没有：{names}',
      ask: '所列条目是否也应当写明{label}，是不是漏了？',
    },
    'none-read': { verdict: 'not-applicable', message: '没有能读全的条目可以判断' },
    'half-read': {
      verdict: 'not-applicable',
      message: '条目没有都读全，读全的 {checked} 个打开后都有内容',
    },
  },
  example: '“权力清单”的正文只有“详见附件”，页面上没有附件：hollow。',
  *run(site, { params }) {
    yield* misplaced(site)
    const columns = branchOf(site, params.topics)
    // A column may be known from a page that was not kept.
    const shown = columns.find(({ place }) => site.pageAt(place.url) !== null)
    const evidence = shown === undefined ? placeOfNone(site, params.topics) : [shown.place]
    const items = [
      ...new Map(columns.flatMap(({ items }) => items).map((item) => [item.url, item])).values(),
    ]
    const { read, hollow, checked, isWhole } = hollowAmong(site, columns, items)
    const facts = { checked, count: hollow.length }
    const subject = '公开条目的内容'
    yield* wrongSums(site, columns)
    yield* announced(site, new Set(hollow.map(({ item }) => item.url)))
    yield* uneven(site, unevenLabels(site, params.minAlike, params.shareAlike))
    yield* inertDoors(site)
    if (checked === 0) {
      yield { outcome: 'none-read', subject, evidence }
      return
    }
    for (const element of DECISION_ELEMENTS) yield* unsaid(site, read, element, params.minPeers)
    const whole = isWhole ? 'filled' : 'half-read'
    yield hollow.length === 0
      ? { outcome: whole, subject, facts, evidence }
      : {
          outcome: 'hollow',
          subject,
          facts: {
            ...facts,
            names: listed(
              hollow.map(({ item, said }) => `“${clip(item.title, 40)}”（${said || '空'}）`),
            ),
          },
          measure: { value: hollow.length, unit: 'count' },
          evidence: hollow.slice(0, 10).map(({ item }) => item.place),
          pages: hollow.flatMap(({ item }) => item.url ?? []),
        }
  },
})

/**
 * “三公”经费合计1086万元, of which the three make 1146: one of the figures is wrong, whichever. Columns most of whose papers do
 * not add up are a question of their own: there it may be we who misread them.
 */
function* wrongSums(
  site: SiteView,
  columns: readonly Column[],
): Generator<Observation<'sums-wrong'>> {
  const subjects = new ColumnSubjects(site)
  const sure = new Map<string | null, WrongPaper>()
  for (const column of columns) {
    const views = column.items.flatMap((item) => {
      const view = item.url === null ? null : site.pageAt(item.url)
      return view === null ? [] : [{ item, sums: sumsToldOn(site, view) }]
    })
    const bad = views.filter(({ sums }) => sums.length > 0)
    if (sureOfMany(bad.length, views.length) < 1)
      yield sumsOf(`公开内容的合计：${subjects.of(column)}`, bad, views.length)
    else for (const one of bad) sure.set(one.item.url, one)
  }
  if (sure.size > 0) yield sumsOf('公开内容的合计', [...sure.values()], Number.POSITIVE_INFINITY)
}

interface WrongPaper {
  readonly item: ColumnItem
  readonly sums: ReturnType<typeof sumsToldOn>
}

function sumsOf(
  subject: string,
  bad: readonly WrongPaper[],
  read: number,
): Observation<'sums-wrong'> {
  const names = bad.map(
    ({ item, sums }) =>
      `“${clip(item.title, 40)}”${listed(
        sums.map(({ figures }) => figures),
        2,
      )}`,
  )
  return {
    outcome: 'sums-wrong',
    subject,
    facts: { count: bad.length, names: listed(names, 4) },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad.slice(0, 8).flatMap(({ item, sums }) => sums[0]?.place ?? item.place),
    pages: bad.flatMap(({ item }) => item.url ?? []),
    sureness: sureOfMany(bad.length, read),
  }
}

/** One finding a column: what stands in it and is about something else. */
function* misplaced(site: SiteView): Generator<Observation<'misplaced'>> {
  const subjects = new ColumnSubjects(site)
  for (const { column, strangers, all } of misplacedIn(site))
    yield {
      outcome: 'misplaced',
      subject: `栏目内容：${subjects.of(column)}`,
      facts: {
        column: squash(column.name),
        all,
        count: strangers.length,
        names: listed(strangers.map(({ title }) => `“${clip(title, 40)}”`)),
      },
      measure: { value: strangers.length, unit: 'count' },
      evidence: strangers.slice(0, 10).map(({ place }) => place),
      pages: [column.url],
      sureness: column.topic?.sureness ?? 1,
    }
}

/** `judged`: what has nothing at all is told as such. */
function* announced(
  site: SiteView,
  judged: ReadonlySet<string | null>,
): Generator<Observation<'announced'>> {
  for (const { subject, what, pages } of announcedIn(site, judged))
    yield {
      outcome: 'announced',
      subject: `公开条目：${subject}`,
      facts: { what, count: pages.length, names: listed(pages.map(saidOf), 10) },
      measure: { value: pages.length, unit: 'count' },
      evidence: pages.slice(0, 10).flatMap(({ view, told }) => {
        const [first] = told
        return first === undefined ? [] : [{ url: view.page.url, at: first.at, quote: first.quote }]
      }),
      pages: pages.map(({ view }) => view.page.url),
    }
}

function saidOf({ title, told }: AnnouncedPage): string {
  const all = told.map(({ kind, name, quote, beside }) =>
    kind === 'cell' ? `“${clip(quote, 20)}”的“${name}”（其他 ${beside} 处都有）` : clip(quote, 40),
  )
  return `“${clip(title, 40)}”（${listed(all, 3)}）`
}

/** One finding a label that is blank, and one question a column for what its entries lack. */
function* uneven(
  site: SiteView,
  all: readonly PeerLabel[],
): Generator<Observation<'field-blank' | 'field-absent' | 'element-lacking'>> {
  const subjects = new ColumnSubjects(site)
  for (const column of new Set(all.map((one) => one.column))) {
    const name = subjects.of(column)
    const own = all.filter((one) => one.column === column)
    for (const one of own) {
      const lacking = elementLacking(one)
      const [outcome, some] =
        lacking.length > 0
          ? (['element-lacking', lacking] as const)
          : (['field-blank', blankOf(one)] as const)
      if (some.length > 0)
        yield { outcome, subject: `${name}：${one.label}`, ...lackOf(one, one.label, some) }
    }
    const asked = own.filter((one) => doubtfulOf(one).length > 0)
    const [first] = asked
    const entries = new Map(asked.flatMap(doubtfulOf).map((entry) => [entry.view, entry]))
    const labels = asked.map(({ label }) => `“${label}”`)
    if (first !== undefined)
      yield {
        outcome: 'field-absent',
        subject: `${name}：缺少的要素`,
        ...lackOf(first, listed(labels, 4), [...entries.values()]),
      }
  }
}

function lackOf(
  { column, filled, entries }: PeerLabel,
  label: string,
  lacking: readonly PeerEntry[],
): Pick<Observation<'field-blank'>, 'facts' | 'measure' | 'evidence' | 'pages'> {
  const names = listed(lacking.map(({ item }) => `“${clip(item.title, 40)}”`))
  return {
    facts: { column: column.name, label, filled, checked: entries, count: lacking.length, names },
    measure: { value: lacking.length, unit: 'count' },
    evidence: lacking.slice(0, 8).map(({ view, labels }) => {
      const at = labels.get(label)?.at ?? null
      return { url: view.page.url, at, quote: at === null ? (view.page.title ?? '') : label }
    }),
    pages: lacking.map(({ view }) => view.page.url),
  }
}

/** What columns name and do not lead to, where they lead to nothing else. */
function* inertDoors(site: SiteView): Generator<Observation<'announced'>> {
  const all = inertColumns(site)
  for (const isSure of [true, false]) {
    const some = all.filter((one) => one.isSure === isSure)
    if (some.length === 0) continue
    yield {
      outcome: 'announced',
      subject: `公开条目：下级入口${isSure ? '' : '（待核）'}`,
      facts: {
        what: '列出的下级入口都没有链接地址，点不开',
        count: some.length,
        names: listed(
          some.map(
            ({ column, doors }) =>
              `“${squash(column.name)}”（${listed(
                doors.map(({ text }) => text),
                4,
              )}）`,
          ),
        ),
      },
      measure: { value: some.length, unit: 'count' },
      evidence: some
        .slice(0, 8)
        .flatMap(({ view, doors: [door] }) =>
          door === undefined ? [] : [{ url: view.page.url, at: door.at, quote: door.text }],
        ),
      pages: some.map(({ view }) => view.page.url),
      sureness: isSure ? 1 : SCRIPTED,
    }
  }
}
/** A script that was not read may act on them. */
const SCRIPTED = 0.4

function* unsaid(
  site: SiteView,
  read: readonly ReadEntry[],
  element: DecisionElement,
  minPeers: number,
): Generator<Observation<'result-unsaid'>> {
  const told = read.flatMap(({ item, said }) => {
    const text = (item.url === null ? null : site.pageAt(item.url)?.page.text.excerpt) ?? said
    const says = saysElement(element, item.title, text)
    return isDecision(element.kind, item.title, text) && !isEmptyTalk(said) ? [{ item, says }] : []
  })
  const bad = told.filter(({ says }) => !says)
  const [first] = bad
  if (first === undefined || told.length - bad.length < Math.max(minPeers, bad.length)) return
  yield {
    outcome: 'result-unsaid',
    subject: element.subject,
    facts: {
      kind: element.kind,
      what: element.name,
      checked: told.length,
      count: bad.length,
      names: listed(bad.map(({ item }) => `“${clip(item.title, 40)}”`)),
    },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad.slice(0, 10).map(({ item }) => item.place),
    pages: bad.flatMap(({ item }) => item.url ?? []),
  }
}
