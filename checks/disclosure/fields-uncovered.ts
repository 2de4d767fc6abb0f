/**
 * Does the portal publish what the content checklists name for it: field by field, content by content? Prepares the
 * answer: which contents were found and where, which were not and where was looked. That all is found may be believed;
 * that something is missing is for a person, since no search knows every name a content goes by, but for contents of which
 * the list says by what they would show. Measured by a list from elsewhere a portal is told what it lacks, and not asked.
 */
import { daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  bareNotices,
  barenResults,
  citePage,
  dayOfItem,
  defineCheck,
  INSPECTION_LIST,
  INSPECTION_RESULTS,
  INSPECTION_YEAR,
  type InspectionGap,
  inspectionGaps,
  isToldHere,
  isTown,
  type LackingTable,
  type Looked,
  lackingTables,
  listed,
  lookForContents,
  MOST,
  type OpenRound,
  OWED_TABLES,
  type OwedRow,
  openRounds,
  owedRows,
  searchedIn,
  type TableKind,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { ColumnItem, SiteView } from '#model/site-view'

export const fieldsUncovered = defineCheck({
  id: 'disclosure/fields-uncovered',
  revision: 19,
  title: '领域应公开内容是否齐全',
  question: '内容清单列出的各项内容，在该领域的栏目里能不能找到？',
  basis: [
    {
      document: '各地印发的考评指标及附录（每份清单写明出处，见 data/checklists）',
      clause: '如随州2023年政府信息公开平台评估指标、绩效评估指标附录1—4，三河2018、大英2018',
    },
    {
      document: '国务院各部门印发的基层政务公开标准指引（二手，由随州2023年指标引用）',
      clause: '各领域基层政务公开标准目录',
    },
    {
      document: '《国务院办公厅关于推广随机抽查规范事中事后监管的通知》国办发〔2015〕58号（二手）',
      clause: '制定随机抽查事项清单，及时向社会公布；抽查情况及查处结果及时向社会公布',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause:
        '第二十条第八项：行政事业性收费项目及其依据、标准；第十四项：公务员招考的职位、名额、报考条件等事项以及录用结果',
    },
  ],
  needs: ['home'],
  params: {
    roundTopics: {
      default: ['recruitment'],
      meaning: '按招考录用判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    roundDays: {
      default: 180,
      meaning: '招聘公告发布多少天以后还没有录用结果就提问',
      source: '原文只列“录用结果”（随州2023年平台评估指标 招考录用）；本工具的默认值，可调',
      verified: false,
    },
    roundMostDays: {
      default: 730,
      meaning: '再早的招聘公告不问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    inspectionTopics: {
      default: ['randomInspection'],
      meaning: '按双随机抽查判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    inspectionDays: {
      default: 180,
      meaning: '抽查计划、清单公布多少天以后还没有一条抽查结果才判',
      source: '国发〔2019〕5号要求抽查结果20个工作日内公示（二手）；计划多按年排，取半年，可调',
      verified: false,
    },
    roundTellDays: {
      default: 365,
      meaning:
        '招聘公告发布多少天（或者成绩等过程信息发布满上面的天数）以后还没有录用结果，不再提问',
      source: '条例第二十条第十四项只列“录用结果”；本工具的默认值，可调',
      verified: false,
    },
    roundPeerDays: {
      default: 240,
      meaning: '栏目里公开过别的招聘的录用结果的，公告发布多少天以后还没有就不再提问',
      source: '条例第二十条第十四项只列“录用结果”；本工具的默认值，可调',
      verified: false,
    },
    lists: {
      default: [],
      meaning: '只用哪几份清单（data/checklists 的编号，写了就不再看地名）；空为全部',
      source: '本工具的清单数据，按需要选用',
      verified: true,
    },
  },
  outcomes: {
    covered: {
      verdict: 'pass',
      message: '{subject}：{total} 项内容都找到了（{found}）',
    },
    lacking: {
      verdict: 'fail',
      message:
        '{subject}：栏目里没有“{absent}”，标题、正文和附件里都没有读到（{total} 项内容找到 {count} 项：{found}）。找过{where}',
      claimsAbsence: true,
      ask: '“{absent}”是否以别的名称公开，或确实没有公开？',
    },
    partly: {
      verdict: 'unsure',
      message:
        '{subject}：{total} 项内容找到 {count} 项（{found}），没有找到：{missing}。找过{where}{limits}',
      ask: '没有找到的“{missing}”，是否以别的名称公开、在附件图片里或确实没有公开？找到的是否就是所要求的内容？',
    },
    unseen: {
      verdict: 'unsure',
      message: '{subject}：{total} 项内容一项也没有找到（{missing}）。找过{where}{limits}',
      ask: '“{missing}”在网站哪里公开，还是没有公开？',
    },
    elsewhere: {
      verdict: 'not-applicable',
      message:
        '{subject}：{total} 项内容找到 {count} 项（{found}），没有找到：{missing}。这份清单由别处印发，不据以提问，仅供参考',
    },
    'rounds-open': {
      verdict: 'unsure',
      message: '有 {count} 次招聘公告发布已超过 {limit} 天，没有读到录用结果：{names}',
      ask: '所列招聘的录用（拟聘）结果公布在哪里，还是没有公布、取消了？',
    },
    'rounds-untold': {
      verdict: 'fail',
      message: '有 {count} 次招聘已过去很久，招考录用栏目读全了，没有录用（拟聘）结果：{names}',
      claimsAbsence: true,
      ask: '所列招聘的录用（拟聘）结果公布在哪里，还是没有公布、取消了？',
    },
    'notice-bare': {
      verdict: 'fail',
      message: '有 {count} 份招聘公告没有写招聘的岗位、人数和条件，也没有附件：{names}',
      ask: '所列招聘公告的页面上，是否确实没有写明招聘的岗位、人数和报考条件？',
    },
    'table-lacks': {
      verdict: 'fail',
      message: '{subject}：有 {count} 份的表里没有{what}，页面其他地方也没有写：{names}',
      ask: '所列表格是否确实没有写明{what}？',
    },
    'table-uneven': {
      verdict: 'unsure',
      message: '{subject}：其他的大都写明{what}，有 {count} 份的表里和页面其他地方都没有：{names}',
      ask: '所列公示是否也应当写明{what}？',
    },
    'inspections-lacking': {
      verdict: 'fail',
      message: '双随机抽查没有公开{what}：{names}',
      claimsAbsence: true,
      ask: '所列栏目的{what}是否以别的名称公开，或者公布在别的平台上？',
    },
    'inspections-unlisted': {
      verdict: 'unsure',
      message: '双随机抽查没有读到{what}：{names}',
      ask: '所列栏目的{what}公布在哪里，还是没有公布？',
    },
    'inspections-elsewhere': {
      verdict: 'unsure',
      message: '双随机抽查没有读到{what}：{names}；页面写着“{words}”',
      ask: '所列栏目的{what}是不是公布在页面所说的平台上，能不能从网站打开？',
    },
    'results-bare': {
      verdict: 'fail',
      message: '有 {count} 份双随机抽查结果没有写查到了什么，也没有附件：{names}',
      ask: '所列页面上，是否确实没有写明抽查的结果？',
    },
    'none-said': {
      verdict: 'not-applicable',
      message: '{subject}：网站写明没有，不再问：{missing}',
    },
    'no-rows': {
      verdict: 'not-applicable',
      message: '没有一份内容清单适用于这个网站',
    },
  },
  example:
    '清单“基层领域”的“旅游”列有7项，某县“旅游”栏目里找到A级旅游景区基本情况等5项，没有旅游厕所建设情况和文明旅游宣传：partly，5/7。',
  *run(site, { params, checklists }) {
    const owed = owedRows(site, checklists, params.lists)
    const first = site.home ?? site.pages[0]
    if (owed.length === 0 && first !== undefined)
      yield { outcome: 'no-rows', subject: '内容清单', evidence: [citePage(first)] }
    const answers = owed.map((one) => judge(site, one))
    yield* answers
    const { roundTopics, roundDays: least, roundMostDays: most } = params
    const tables = OWED_TABLES.map((kind) => ({ kind, found: lackingTables(site, kind) }))
    for (const { kind, found } of tables) yield* untold(kind, found)
    // What a table of results lacks is said of the table.
    const told = new Set(tables.flatMap(({ found }) => found.map(({ view }) => view)))
    const gaps = inspectionGaps(site, params.inspectionTopics, params.inspectionDays)
    yield* uninspected(gaps)
    const baren = barenResults(site, params.inspectionTopics).filter(
      ({ url }) => url === null || ![...told].some((view) => view === site.pageAt(url)),
    )
    if (baren.length > 0) yield withoutFindings(baren)
    const bare = bareNotices(site, roundTopics, most)
    if (bare.length > 0) yield withoutPosts(bare)
    const { rounds, called } = openRounds(site, roundTopics, { least, most })
    const rests = searchedIn(
      site,
      roundTopics.flatMap((topic) => site.columnsOf(topic)),
    )
    const isOver = (round: OpenRound): boolean => {
      const told = round.step === null ? null : dayOfItem(site, round.step)?.day
      const since = daysBetween(told ?? round.day, site.asOf)
      const limit = rounds.length < called ? params.roundPeerDays : params.roundTellDays
      const isLong = since > (told == null ? limit : least)
      return isLong && rests.value === 'complete' && isToldHere(site, round)
    }
    const over = rounds.filter(isOver)
    if (over.length > 0)
      yield {
        ...unfinished(over, least),
        outcome: 'rounds-untold',
        subject: '招考录用：没有录用结果',
        coverage: rests,
      }
    const open = rounds.filter((one) => !over.includes(one))
    if (open.length > 0 && !answers.some(asksOutcome)) yield unfinished(open, least)
  },
})

/** 录用结果 is already asked about, or told, as a content of its list. */
function asksOutcome({ outcome, facts }: Observation<Outcome>): boolean {
  const names = [facts?.missing, facts?.absent].flat().map(String)
  return /^(?:partly|unseen|lacking)$/.test(outcome) && names.some((name) => /录用|聘/.test(name))
}

function* untold(
  { subject, elements }: TableKind,
  found: readonly LackingTable[],
): Generator<Observation<'table-lacks' | 'table-uneven'>> {
  for (const { name, peers } of elements) {
    const some = found.filter((one) => one.element.name === name)
    if (some.length === 0) continue
    yield {
      outcome: peers === undefined ? 'table-lacks' : 'table-uneven',
      subject: `${subject}：${name}`,
      facts: {
        what: name,
        count: some.length,
        names: listed(
          some.map(({ title, head }) => `“${clip(title, 40)}”（各栏为“${clip(head, 40)}”）`),
          4,
        ),
      },
      measure: { value: some.length, unit: 'count' },
      evidence: some
        .slice(0, 5)
        .map(({ view, head }) => ({ url: view.page.url, at: null, quote: head })),
      pages: some.map(({ view }) => view.page.url),
    }
  }
}

/** One finding for what is lacking, by whether the columns say that it is put up elsewhere. */
function* uninspected(
  gaps: readonly InspectionGap[],
): Generator<Observation<`inspections-${'lacking' | 'unlisted' | 'elsewhere'}`>> {
  for (const what of [INSPECTION_RESULTS, INSPECTION_LIST, INSPECTION_YEAR])
    for (const isSaid of [false, true]) {
      const some = gaps.filter((one) => one.lacks === what && (one.elsewhere !== null) === isSaid)
      const [first] = some
      if (first === undefined) continue
      yield {
        // The list of items may be the superior body's, printed for all below it; results are each body's own.
        outcome: isSaid
          ? 'inspections-elsewhere'
          : what === INSPECTION_RESULTS
            ? 'inspections-lacking'
            : 'inspections-unlisted',
        subject: `双随机抽查：${what}${isSaid ? '（另有平台）' : ''}`,
        facts: {
          what,
          count: some.length,
          names: listed(some.map(gapName), 4),
          words: clip(first.elsewhere?.quote ?? '', 60),
        },
        measure: { value: some.length, unit: 'count' },
        evidence: some.slice(0, 3).flatMap(({ evidence }) => evidence),
        pages: some.map(({ column }) => column.url),
        coverage: some.find(({ rests }) => rests.value === 'partial')?.rests ?? WHOLE,
      }
    }
}

function gapName({ body, column, beside }: InspectionGap): string {
  const names = listed(
    beside.map((one) => `“${clip(one, 30)}”`),
    3,
  )
  return `${body ?? ''}“${clip(column.name, 20)}”栏目有${names}`
}

function withoutFindings(baren: readonly ColumnItem[]): Observation<'results-bare'> {
  return {
    outcome: 'results-bare',
    subject: '双随机抽查：查到的情况',
    facts: {
      count: baren.length,
      names: listed(
        baren.map(({ title }) => `“${clip(title, 40)}”`),
        4,
      ),
    },
    measure: { value: baren.length, unit: 'count' },
    evidence: baren.slice(0, 5).map(({ place }) => place),
    pages: baren.flatMap(({ url }) => url ?? []),
  }
}

/** 条例第二十条第十四项：招考的职位、名额、报考条件。 */
function withoutPosts(bare: readonly ColumnItem[]): Observation<'notice-bare'> {
  return {
    outcome: 'notice-bare',
    subject: '招考录用：招聘公告',
    facts: {
      count: bare.length,
      names: listed(
        bare.map(({ title }) => `“${clip(title, 40)}”`),
        4,
      ),
    },
    measure: { value: bare.length, unit: 'count' },
    evidence: bare.slice(0, 5).map(({ place }) => place),
    pages: bare.flatMap(({ url }) => url ?? []),
  }
}

/** Called for, and nothing says who was taken. */
function unfinished(rounds: readonly OpenRound[], limit: number): Observation<'rounds-open'> {
  const nameOf = ({ call, day, step }: OpenRound): string =>
    `“${clip(call.title, 40)}”（${day}${step === null ? '' : `，此后有“${clip(step.title, 30)}”`}）`
  return {
    outcome: 'rounds-open',
    subject: '招考录用：录用结果',
    facts: { count: rounds.length, limit, names: listed(rounds.map(nameOf), 4) },
    measure: { value: rounds.length, unit: 'count' },
    evidence: rounds
      .slice(0, 5)
      .flatMap(({ call, step }) => [call.place, ...(step === null ? [] : [step.place])]),
    coverage: WHOLE,
  }
}

type Outcome = 'covered' | 'lacking' | 'partly' | 'unseen' | 'elsewhere' | 'none-said'

function judge(site: SiteView, owed: OwedRow): Observation<Outcome> {
  const { list, row } = owed
  const looked = lookForContents(site, owed)
  const { found, missing, absent } = looked
  const total = row.contents.length
  const none = found.length === 0
  const outcome = outcomeOf(site, owed, looked)
  const asked = outcome === 'partly' && !owed.here ? looked.owed : missing
  return {
    outcome,
    subject: `${list.short}：${row.label}`,
    facts: {
      list: list.id,
      row: row.id,
      total,
      count: found.length,
      found: found.map(({ name, place }) => `${name}：“${clip(place.quote, 40)}”`),
      missing: asked,
      absent,
      where: looked.where,
      limits: looked.unseen === null ? '' : `；没有看全：${looked.unseen}`,
    },
    measure: { value: found.length / total, unit: 'share' },
    evidence: none ? looked.evidence : found.map(({ place }) => place),
    coverage: WHOLE,
  }
}

function outcomeOf(site: SiteView, { list, row, here }: OwedRow, looked: Looked): Outcome {
  const { found, missing, owed, absent } = looked
  if (missing.length === 0) return 'covered'
  if (absent.length > 0) return 'lacking'
  const share = found.length / row.contents.length
  // Of a list from elsewhere only what is told by its absence is asked; a county's field only where the column follows it.
  const follows = list.scope === 'column' || share >= MOST
  // 本单位本年无招考录用事项: of what there was not, nothing else is to be found.
  const none = found.length === 0 && looked.denied * 2 >= row.contents.length
  if (none) return 'none-said'
  if (!here && (isTown(site) || owed.length === 0 || !follows)) return 'elsewhere'
  return found.length === 0 ? 'unseen' : 'partly'
}
