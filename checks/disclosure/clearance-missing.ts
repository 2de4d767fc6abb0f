/**
 * Does a portal that publishes normative documents also publish the results of clearing them: which are in force, which
 * repealed, which lapsed? Told by titles and by the column of that name; the sources name counties and departments, so of
 * towns and streets it is asked. A document that they end must not be marked as in force on its own page. Whether the list is
 * complete is for a person.
 */
import { addDays, daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  branchOf,
  citePage,
  clearingTold,
  crossedIn,
  dayOfItem,
  defineCheck,
  endedByLists,
  fatesIn,
  hasUnreadPages,
  isOfSuperior,
  isTown,
  itemsTitled,
  keptButEnded,
  listed as namesOf,
  ownByForm,
  ownPart,
  pastTerms,
  replacedPapers,
  saysEnded,
  saysInForce,
  searchedForDocument,
  type TitledItem,
  textsOf,
  tooYoungFor,
  WHOLE,
  wordsWithoutList,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

const SUBJECT = '文件清理结果'

/** 关于废止部分规范性文件的决定, 现行有效规范性文件目录, 规范性文件清理结果 … */
const TITLE =
  /(规范性文件|政策(性)?文件|政府文件|规章).{0,16}(清理|废止|失效|现行有效|继续有效|修改.{0,6}目录)|(清理|废止|失效|现行有效|继续(有效|实施|执行)|保留|有效的?).{0,16}(规范性文件|政策(性)?文件|政府文件|规章)|规范性文件.{0,8}(目录|清单|汇编|名录|一览表)|(废止|宣布).{0,60}(等|部分|一批).{0,16}(文件|办法|规定|决定)/
/** Papers about clearing that tell no result. */
const BESIDE = /清理工作的通知|开展.{0,16}清理|清理.{0,6}(方案|培训|会议|部署)|解读/

export const clearanceMissing = defineCheck({
  id: 'disclosure/clearance-missing',
  revision: 20,
  title: '规范性文件清理结果是否公布',
  question: '制定行政规范性文件的网站，是否公布了有效、废止、失效的清理结果？',
  basis: [
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '平台评估指标：政策文件及时清理（县市区）、发布清理结果（市直部门）',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '规范性文件公开：及时公开规范性文件的有效、废止、失效的情况',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['normativeDocuments'],
      meaning:
        '规范性文件的栏目类别；这些栏目有条目，或政策文件里有本机关制发的办法、规定、实施意见等，才问',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxAgeDays: {
      default: 730,
      meaning: '最新一次清理结果距监测日最多几天，超过的请人核对',
      source: '原文没有写周期；规范性文件定期清理一般两年一次（未经核实，可调）',
      verified: false,
    },
    graceDays: {
      default: 30,
      meaning: '清理结果公布后多少天内改好原文件页面的有效性标注',
      source: '三河2018年考核指标“在已发布的原文件上作出明确标注”没有写天数；本工具的默认值，可调',
      verified: false,
    },
    askDays: {
      default: 7,
      meaning: '清理结果公布几天以后，原文件页面还没有改的，先请人核对',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minAgeDays: {
      default: 365,
      meaning: '新成立的单位，最早的规范性文件公布不到几天的，还没有什么可清理，不问',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '公布了清理结果：“{words}”（{day}）' },
    'list-missing': {
      verdict: 'fail',
      message: '清理结果“{words}”里没有列出任何文件：{said}',
      claimsAbsence: true,
      ask: '“{words}”的正文和附件里是否确实没有有效、废止、失效的文件名单？',
    },
    outdated: {
      verdict: 'unsure',
      message: '最近的清理结果“{words}”为 {day}，距监测日 {days} 天',
      ask: '“{words}”之后是否又清理过规范性文件，结果公布在哪里？',
    },
    undated: {
      verdict: 'unsure',
      message: '公布了清理结果“{words}”，没有读出日期',
      ask: '“{words}”是哪一年的清理结果，之后是否又清理过？',
    },
    missing: {
      verdict: 'fail',
      message: '网站有 {count} 件规范性文件，没有找到有效、废止、失效的清理结果',
      claimsAbsence: true,
      ask: '规范性文件的清理结果公布在哪里，或者确实没有公布？',
    },
    unfound: {
      verdict: 'unsure',
      message:
        '网站有 {count} 件规范性文件，没有找到有效、废止、失效的清理结果（镇、街道是否要集中公布，由各地指标决定）',
      ask: '当地是否要求镇、街道公布规范性文件的清理结果，公布在哪里？',
    },
    'marks-agree': {
      verdict: 'pass',
      message: '清理结果列为废止、失效的文件，在网站上的 {checked} 份都没有再标“有效”',
    },
    'still-valid': {
      verdict: 'fail',
      message: '有 {count} 份文件已列入“{words}”的废止、失效名单，原页面仍标着“有效”：{names}',
      ask: '所列文件是否已经废止、失效，原页面的有效性是否还没有改？',
    },
    'not-yet-marked': {
      verdict: 'unsure',
      message:
        '“{words}”（{day}）已把 {count} 份文件列入废止、失效名单，原页面仍标着“有效”：{names}',
      ask: '所列文件是否已经废止、失效，原页面的有效性什么时候改？',
    },
    'lists-crossed': {
      verdict: 'fail',
      message: '“{words}”把 {count} 份文件既列为继续有效，又列为废止、失效：{names}',
      ask: '所列文件究竟是继续有效还是已经废止、失效？',
    },
    replaced: {
      verdict: 'fail',
      message: '有 {count} 份文件已被后来的文件写明废止，原页面仍标着“有效”：{names}',
      ask: '所列文件是否已经被后来的文件废止，原页面的有效性是否还没有改？',
    },
    'marked-ended': {
      verdict: 'fail',
      message: '“{words}”把 {count} 份文件列为继续有效，原页面却标着失效、废止：{names}',
      ask: '所列文件究竟是有效还是已经失效、废止？',
    },
    'term-over': {
      verdict: 'fail',
      message: '有 {count} 份文件写明的有效期已满 {grace} 天以上，原页面仍标着“有效”：{names}',
      ask: '所列文件是否已经失效，还是另行延长了有效期？',
    },
    'term-kept': {
      verdict: 'unsure',
      message: '有 {count} 份文件写明的有效期已满 {grace} 天以上，清理结果仍列为有效：{names}',
      ask: '所列文件是否另行延长了有效期，原页面是否应当写明？',
    },
    'too-recent': {
      verdict: 'not-applicable',
      message: '网站的 {count} 件规范性文件最早是 {day} 的，不到 {days} 天，还没有到清理的时候',
    },
    'no-documents': {
      verdict: 'not-applicable',
      message: '没有读到本机关的规范性文件，清理结果无从判断',
    },
  },
  example: '某局“行政规范性文件”栏目有23件，各栏目里没有清理结果、废止失效目录：missing。',
  *run(site, { params, asOf }) {
    yield judge(ownPart(site), asOf, params)
    const marks = marksOf(site, asOf, params)
    if (marks !== null) yield marks
    yield* contradicted(site, asOf, params.graceDays)
    yield* crossed(site)
    yield* termsOver(site, asOf, params.graceDays)
  },
})

/** What the results say of documents that their own pages mark as in force; of those just published it is asked. */
function marksOf(
  site: SiteView,
  asOf: string,
  { graceDays, askDays }: { readonly graceDays: number; readonly askDays: number },
): Observation<'marks-agree' | 'still-valid' | 'not-yet-marked'> | null {
  const lists = endingsOf(site).flatMap(({ item }) => {
    const day = dayOfItem(site, item)?.day ?? null
    if (item.url === null || day === null || day > addDays(asOf, -askDays)) return []
    return [{ item, day, fates: fatesIn(textsOf(site, item.url).join('\n')) }]
  })
  const ended = endedByLists(site, lists)
  const wrong = ended.filter(({ document: { view } }) => saysInForce(view) && !saysEnded(view))
  const late = wrong.filter(({ list }) => list.day <= addDays(asOf, -graceDays))
  const told = late.length > 0 ? late : wrong
  const cited = told.length > 0 ? told : ended
  const [first] = cited
  if (first === undefined) return null
  return {
    outcome: late.length > 0 ? 'still-valid' : told.length > 0 ? 'not-yet-marked' : 'marks-agree',
    subject: '废止失效文件的标注',
    facts: {
      checked: ended.length,
      count: told.length,
      day: first.list.day,
      words: clip(first.list.item.title, 40),
      names: namesOf(told.map(({ document }) => `“${clip(document.title, 36)}”`)),
    },
    measure: { value: told.length, unit: 'count' },
    evidence: [
      first.list.item.place,
      ...cited.slice(0, 5).map(({ document }) => citePage(document.view)),
    ],
    pages: told.map(({ document }) => document.view.page.url),
    coverage: WHOLE,
  }
}

/** Pages whose mark is not what a later paper, or the list of those in force, says. */
function* contradicted(
  site: SiteView,
  asOf: string,
  graceDays: number,
): Generator<Observation<'replaced' | 'marked-ended'>> {
  const replaced = replacedPapers(site, asOf, graceDays)
  const [first] = replaced
  if (first !== undefined)
    yield {
      outcome: 'replaced',
      subject: '被后来文件废止的标注',
      facts: {
        count: replaced.length,
        names: namesOf(
          replaced.map(
            ({ document, by, words }) =>
              `“${clip(document.title, 36)}”（“${clip(by.title, 36)}”：${clip(words, 60)}）`,
          ),
          4,
        ),
      },
      measure: { value: replaced.length, unit: 'count' },
      evidence: replaced
        .slice(0, 4)
        .flatMap(({ document, by, words }) => [
          citePage(document.view),
          { url: by.view.page.url, at: null, quote: words },
        ]),
      pages: replaced.map(({ document }) => document.view.page.url),
      coverage: WHOLE,
    }
  const lists = resultsOf(site).flatMap(({ item }) => {
    const day = dayOfItem(site, item)?.day ?? null
    return day === null || day > asOf ? [] : [{ item, day }]
  })
  const wrong = keptButEnded(site, lists, saidToBe(site, 'ended'))
  const [one] = wrong
  if (one === undefined) return
  yield {
    outcome: 'marked-ended',
    subject: '继续有效文件的标注',
    facts: {
      count: wrong.length,
      words: clip(one.list.title, 40),
      names: namesOf(
        wrong.map(({ document, mark }) => `“${clip(document.title, 36)}”标着“${clip(mark, 12)}”`),
      ),
    },
    measure: { value: wrong.length, unit: 'count' },
    evidence: [one.list.place, ...wrong.slice(0, 5).map(({ document }) => citePage(document.view))],
    pages: wrong.map(({ document }) => document.view.page.url),
    coverage: WHOLE,
  }
}

function* crossed(site: SiteView): Generator<Observation<'lists-crossed'>> {
  const urls = new Set<string>()
  for (const { item } of resultsOf(site)) {
    if (item.url === null || urls.has(item.url)) continue
    urls.add(item.url)
    const lines = crossedIn(textsOf(site, item.url))
    if (lines.length === 0) continue
    yield {
      outcome: 'lists-crossed',
      subject: `清理结果前后矛盾：${clip(item.title, 40)}`,
      facts: {
        words: clip(item.title, 40),
        count: lines.length,
        names: namesOf(lines.map((line) => `“${clip(line, 60)}”`)),
      },
      measure: { value: lines.length, unit: 'count' },
      evidence: [item.place],
      pages: [item.url],
    }
  }
}

/** Papers whose own term is over, while their page marks them as in force and nothing prolongs them. */
function* termsOver(
  site: SiteView,
  asOf: string,
  grace: number,
): Generator<Observation<'term-over' | 'term-kept'>> {
  const until = addDays(asOf, -grace)
  const over = pastTerms(site, until, saidToBe(site, 'kept'))
  for (const [outcome, some] of [
    ['term-over', over.filter(({ isKept }) => !isKept)],
    ['term-kept', over.filter(({ isKept }) => isKept)],
  ] as const) {
    if (some.length === 0) continue
    const said = some.map(
      ({ document, term }) => `“${clip(document.title, 36)}”（有效期至 ${term}）`,
    )
    yield {
      outcome,
      subject: outcome === 'term-over' ? '有效期届满的标注' : '有效期届满仍列为有效',
      facts: { count: some.length, grace, names: namesOf(said) },
      measure: { value: some.length, unit: 'count' },
      evidence: some.slice(0, 5).map(({ document }) => citePage(document.view)),
      pages: some.map(({ document }) => document.view.page.url),
      coverage: WHOLE,
    }
  }
}

type Outcome =
  | 'published'
  | 'list-missing'
  | 'outdated'
  | 'undated'
  | 'missing'
  | 'unfound'
  | 'too-recent'
  | 'no-documents'

function judge(
  site: SiteView,
  asOf: string,
  params: {
    readonly topics: readonly string[]
    readonly maxAgeDays: number
    readonly minAgeDays: number
  },
): Observation<Outcome> {
  const home = site.home ?? site.pages[0]
  const days = resultsOf(site)
    .map(({ item }) => ({ item, day: dayOfItem(site, item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  const [newest] = days
  if (newest) {
    const words = clip(newest.item.title, 60)
    const evidence = [newest.item.place]
    if (newest.day === null)
      return { outcome: 'undated', subject: SUBJECT, facts: { words }, evidence }
    const alone = days.every(({ item }) => item.url === newest.item.url)
    const bare = alone ? wordsWithoutList(site, newest.item) : null
    if (bare !== null)
      return {
        outcome: 'list-missing',
        subject: SUBJECT,
        facts: { words, said: clip(bare, 60) },
        evidence,
        coverage: WHOLE,
      }
    const age = daysBetween(newest.day, asOf)
    return {
      outcome: age <= params.maxAgeDays ? 'published' : 'outdated',
      subject: SUBJECT,
      facts: { words, day: newest.day, days: age },
      measure: { value: age, unit: 'days' },
      evidence,
    }
  }
  const branch = branchOf(site, params.topics)
  const listed = branch
    .flatMap((column) => column.items)
    .filter((item) => !isOfSuperior(site, item))
  const documents = listed.length > 0 ? listed.map(({ place }) => place) : ownByForm(site)
  const [first] = documents
  const told = clearingTold(site, branch)
  if (told !== null)
    return {
      outcome: told.year >= Number(asOf.slice(0, 4)) - 1 ? 'published' : 'undated',
      subject: SUBJECT,
      facts: { words: clip(told.place.quote, 60), day: `${told.year}年` },
      evidence: [told.place],
    }
  if (first === undefined)
    return {
      outcome: 'no-documents',
      subject: SUBJECT,
      evidence: home === undefined ? [] : [citePage(home)],
    }
  const [oldest = ''] = listed.map((item) => dayOfItem(site, item)?.day ?? '').sort()
  const young = addDays(asOf, -params.minAgeDays)
  const isNew = tooYoungFor(site, Number(young.slice(0, 4)) - 1) !== null
  const isWhole = branchOf(site, params.topics).every(
    (column) => column.coverage === 'complete' && !hasUnreadPages(site, column),
  )
  if (oldest > young && isNew && isWhole)
    return {
      outcome: 'too-recent',
      subject: SUBJECT,
      facts: { count: documents.length, day: oldest, days: params.minAgeDays },
      evidence: [first],
    }
  return {
    outcome: isTown(site) ? 'unfound' : 'missing',
    subject: SUBJECT,
    facts: { count: documents.length },
    evidence: [first],
    coverage: searchedForDocument(site, [
      ...site.columnsOf('normativeDocuments'),
      ...site.columnsOf('policyDocuments'),
      ...site.columnsOf('documentClearance'),
    ]),
  }
}

/** 关于废止《某办法》的决定: ends a paper, and is no clearing of them all. */
const REPEALING =
  /^(?!.*(?:征求意见|草案|解读)).*关于(?:宣布)?(?:废止|失效)|宣布.{0,40}(?:废止|失效)/

/** Results, and single decisions that end papers. */
const endingsOf = (site: SiteView): readonly TitledItem[] =>
  resultsOf(site).concat(itemsTitled(site, REPEALING))

/** By number or name, all that any of the results ends or keeps. */
function saidToBe(site: SiteView, wanted: 'ended' | 'kept'): ReadonlySet<string> {
  const all = endingsOf(site).flatMap(({ item }) => [
    ...fatesIn(textsOf(site, item.url ?? '').join('\n')),
  ])
  return new Set(all.flatMap(([key, fate]) => (fate === wanted ? [key] : [])))
}

/** Entries that publish results: those of the column of that name, and any so titled. */
function resultsOf(site: SiteView): readonly TitledItem[] {
  const own = branchOf(site, ['documentClearance']).flatMap((column) =>
    column.items.map((item): TitledItem => ({ item, column })),
  )
  return [...own, ...itemsTitled(site, TITLE)].filter(({ item }) => !BESIDE.test(item.title))
}
