/**
 * Is the basic catalogue of proactive disclosure published, kept up, and does it have its eight elements? The catalogue is
 * a document (a table of matters), not the column tree 法定主动公开内容. An element is lacking where the head of its table
 * stands on the page and nothing of the page speaks of it. Towns and departments with catalogues of their own on the
 * government's portal are told together. Whether the matters are complete is for a person.
 */
import { daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  bestCatalogue,
  branchOf,
  type Catalogue,
  type CatalogueElements,
  catalogueHead,
  catalogueHint,
  cataloguesByBody,
  cataloguesOf,
  citePage,
  defineCheck,
  isGrassroots,
  isTownUnit,
  type LabelId,
  labelOr,
  listed,
  lookedAtHome,
  newestCatalogue,
  ownPart,
  partly,
  partOf,
  type Rests,
  searchedForDocument,
  searchedIn,
  unitsOf,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

const SUBJECT = '主动公开基本目录'

/** Elements of the catalogue by the families of the words that head them, and by the words of a sentence that tells them. */
const ELEMENTS: Readonly<Record<string, readonly [LabelId, RegExp]>> = {
  名称: ['standardName', /信息/],
  内容: ['standardContent', /内容/],
  依据: ['standardBasis', /根据/],
  时限: ['standardLimit', /何时/],
  主体: ['standardBody', /谁(?:来)?公开/],
  方式: ['catalogueWay', /(?:怎么|怎样|如何)公开/],
  渠道: ['catalogueChannel', /(?:哪里|哪儿|何处)公开/],
  公开对象: ['catalogueAudience', /[向对]谁公开/],
}

export const catalogueOutdated = defineCheck({
  id: 'disclosure/catalogue-outdated',
  revision: 25,
  title: '主动公开基本目录是否公布、更新',
  question: '主动公开基本目录是否已公布并动态更新，八项要素是否齐全？',
  basis: [
    {
      document:
        '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（二手，随州2023年指标引用）',
      clause: '目录至少应包括公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象等要素',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '附件2、附件3 主动公开基本目录：对外公布并动态更新，尚未编制的年底前完成',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['standardCatalogue'],
      meaning: '按基本目录判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxAgeDays: {
      default: 365,
      meaning: '最新一版距监测日最多几天',
      source: '原文只写“动态更新”；按栏目一年的通行口径，可调',
      verified: false,
    },
    elements: {
      default: Object.keys(ELEMENTS),
      meaning: '目录应有的要素',
      source: '随州2023年平台评估指标（市直部门）“编制发布并动态更新”行所印的八项',
      verified: true,
    },
  },
  outcomes: {
    current: { verdict: 'pass', message: '公布了“{words}”（{day}），要素齐全' },
    outdated: {
      verdict: 'fail',
      message: '最新的目录“{words}”最晚是 {day} 的，距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '有没有比“{words}”（{day}）更新的目录？',
    },
    undated: {
      verdict: 'unsure',
      message: '公布了“{words}”，没有读出日期',
      ask: '“{words}”是哪一天公布或修订的？',
    },
    'elements-missing': {
      verdict: 'unsure',
      message: '公布了“{words}”（{day}），没有读到要素：{missing}（{reason}）',
      ask: '“{words}”里有没有“{missing}”这几项？',
    },
    'elements-lacking': {
      verdict: 'fail',
      message: '“{words}”（{day}）的表头是“{head}”，没有这些要素：{missing}',
      claimsAbsence: true,
      ask: '“{words}”里是否确实没有“{missing}”这几项？',
    },
    'units-outdated': {
      verdict: 'fail',
      message: '{judged} 个单位各有基本目录，其中 {count} 个超过 {limit} 天没有更新：{names}',
      claimsAbsence: true,
      ask: '所列单位有没有更新的基本目录？',
    },
    'units-lacking': {
      verdict: 'fail',
      message: '{judged} 个单位各有基本目录，其中 {count} 个缺多数单位都有的要素：{names}',
      claimsAbsence: true,
      ask: '所列单位的基本目录里是否确实没有这些要素？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到主动公开基本目录（找过各栏目的标题和名称）',
      claimsAbsence: true,
      ask: '主动公开基本目录是否以别的名称公布，或确实没有？',
    },
    'no-platform': {
      verdict: 'not-applicable',
      message: '没有识别出政府信息公开的栏目，目录无从判断（应设栏目由栏目检查判断）',
    },
  },
  example:
    '某局“主动公开基本目录（2021年版）”发布于2021-06-01，监测日2023-12-10，相隔922天：outdated。',
  *run(portal, { params, asOf, labels }) {
    const site = ownPart(portal)
    const known = new Map(
      Object.entries(ELEMENTS).map(
        ([name, [id, told]]) => [name, labelOr(labels, [id], told)] as const,
      ),
    )
    const all = readIn(site, asOf, params, known)
    const gathered = cataloguesByBody(site, all)
    const others = new Set([...gathered.values()].flat())
    const own = all.filter((one) => !others.has(one))
    // A department's own, titled with its name, is gathered from nobody; what one of many lacks is told of that one.
    const isGathered = own.length > 0 || gathered.size > LEAST_UNITS
    const whole = isGathered ? all.filter((one) => missingIn(one, params, known).length === 0) : []
    const found = [own, whole, all].find((some) => some.length > 0) ?? all
    const answer = judge(site, asOf, params, known, found)
    yield answer
    if (answer.outcome === 'undated' || answer.outcome === 'outdated')
      yield* lackingBeside(site, bestCatalogue(found), params, known)
    yield* ofUnits(portal, isGathered ? gathered : new Map(), asOf, params, known)
  },
})

function readIn(
  site: SiteView,
  asOf: string,
  { topics }: Params,
  known: CatalogueElements,
): readonly Catalogue[] {
  return cataloguesOf(site, topics, known).filter(
    ({ day }) => day === null || day.slice(0, 4) <= asOf.slice(0, 4),
  )
}

/** Units of whom so many print an element leave no doubt that each was to print it. */
const LEAST_UNITS = 2

/** Each unit by the catalogue that stands in its own columns; who has none there may have it elsewhere. */
function* ofUnits(
  portal: SiteView,
  gathered: ReadonlyMap<string, readonly Catalogue[]>,
  asOf: string,
  params: Params,
  known: CatalogueElements,
): Generator<Observation<'units-outdated' | 'units-lacking'>> {
  const branches = unitsOf(portal).flatMap((unit) => {
    const owns = unit.columns.some(({ topic }) => params.topics.includes(topic?.value ?? ''))
    const site = partOf(portal, unit)
    const found = owns ? readIn(site, asOf, params, known) : []
    const best = bestCatalogue(found)
    if (best === null) return []
    return [{ name: unit.name, best, answer: judge(site, asOf, params, known, found) }]
  })
  const titled = [...gathered].flatMap(([name, found]) => {
    const best = bestCatalogue(found)
    const isBranch = branches.some((one) => one.name === name)
    if (best === null || isBranch) return []
    return [{ name, best, answer: judge(portal, asOf, params, known, found) }]
  })
  const judged = [...branches, ...titled]
  const told = (outcome: Outcome) =>
    judged.filter(
      ({ answer }) => answer.outcome === outcome && answer.coverage?.value !== 'partial',
    )
  const old = told('outdated').map(
    ({ name, best }) => [best, `“${name}”最晚是 ${best.day ?? ''} 的`] as const,
  )
  // What most of those beside it print was to be printed; one that is old may lack it too.
  const lacks = new Map(judged.map(({ name, best }) => [name, lackedBy(best, params, known)]))
  const isCommon = (element: string): boolean => {
    const without = [...lacks.values()].filter((missing) => missing.includes(element)).length
    return judged.length - without > Math.max(LEAST_UNITS - 1, without)
  }
  const lacking = judged.flatMap(({ name, best }) => {
    // Whom it is for is owed by those at the grass roots.
    const missing = (lacks.get(name) ?? []).filter(
      (one) => isCommon(one) && (one !== AUDIENCE || isTownUnit({ name })),
    )
    const isRead = best.whole && !best.unread
    return isRead && missing.length > 0 ? [[best, `“${name}”缺${missing.join('、')}`] as const] : []
  })
  for (const [outcome, subject, some] of [
    ['units-outdated', '各单位的基本目录', old],
    ['units-lacking', '各单位的基本目录：要素', lacking],
  ] as const)
    if (some.length > 0)
      yield {
        outcome,
        subject,
        facts: {
          judged: judged.length,
          count: some.length,
          limit: params.maxAgeDays,
          names: listed(
            some.map(([, words]) => words),
            8,
          ),
        },
        measure: { value: some.length, unit: 'count' },
        evidence: some.slice(0, 8).map(([{ place }]) => place),
        pages: some.map(([{ place }]) => place.url),
        coverage: WHOLE,
      }
}

interface Params {
  readonly topics: readonly string[]
  readonly maxAgeDays: number
  readonly elements: readonly string[]
}

type Outcome =
  | 'current'
  | 'outdated'
  | 'undated'
  | 'elements-missing'
  | 'elements-lacking'
  | 'missing'
  | 'no-platform'

function judge(
  site: SiteView,
  asOf: string,
  params: Params,
  known: CatalogueElements,
  found: readonly Catalogue[],
): Observation<Outcome> {
  const home = site.home ?? site.pages[0]
  const best = bestCatalogue(found)
  if (best === null) {
    const owed = ['ogi', 'ogiCatalogue', ...params.topics].flatMap((topic) => [
      ...site.columnsOf(topic),
    ])
    if (owed.length === 0)
      return {
        outcome: 'no-platform',
        subject: SUBJECT,
        evidence: home === undefined ? [] : [citePage(home)],
      }
    return {
      outcome: 'missing',
      subject: SUBJECT,
      evidence: lookedAtHome(site),
      coverage: catalogueHint(site) ?? searchedForDocument(site, owed),
    }
  }
  const words = clip(best.words, 60)
  if (best.day === null)
    return { outcome: 'undated', subject: SUBJECT, facts: { words }, evidence: [best.place] }
  const days = Math.max(0, daysBetween(best.day, asOf))
  const common = {
    subject: SUBJECT,
    measure: { value: days, unit: 'days' as const },
    evidence: [best.place],
    sureness: best.sureness,
  }
  // An edition of this year without a day is kept under the year's last.
  const day = best.day > asOf ? `${best.day.slice(0, 4)}年` : best.day
  const facts = { words, day, days, limit: params.maxAgeDays }
  if (days > params.maxAgeDays) {
    const other = newestCatalogue(found.filter((one) => (one.day ?? '') > (best.day ?? '')))
    return {
      ...common,
      outcome: 'outdated',
      facts,
      coverage:
        other === null
          ? restsOf(site, branchOf(site, params.topics), best)
          : partly(`更新的“${clip(other.words, 40)}”（${other.day ?? ''}）可能已代替它`),
    }
  }
  const missing = missingIn(best, params, known)
  if (missing.length === 0) return { ...common, outcome: 'current', facts }
  const head = best.whole ? catalogueHead(best.texts) : null
  if (head !== null && isLacking(site, missing, head, known))
    return {
      ...common,
      outcome: 'elements-lacking',
      facts: { ...facts, missing: surelyLacking(missing), head: clip(head, 60) },
      coverage: WHOLE,
    }
  const reason = best.unread ? '目录的文字没有读到，可能在附件或图片里' : '文字里没有'
  return { ...common, outcome: 'elements-missing', facts: { ...facts, missing, reason } }
}

/** An edition of its own column has its successor there. */
function restsOf(site: SiteView, columns: readonly Column[], { place }: Catalogue): Rests {
  const isHere = columns.some(
    ({ url, items }) => url === place.url || items.some((one) => one.place.url === place.url),
  )
  return isHere ? searchedIn(site, columns) : searchedForDocument(site, columns)
}

function missingIn({ texts }: Catalogue, params: Params, known: CatalogueElements): string[] {
  return params.elements.filter((name) => !texts.some((text) => known.get(name)?.test(text)))
}

/** What neither the head of its table holds nor a label beside the table: 依据、条件 in a cell of contents is no 依据. */
function lackedBy(one: Catalogue, params: Params, known: CatalogueElements): string[] {
  const head = catalogueHead(one.texts)
  if (head === null || !isKnownWhole(head, known)) return missingIn(one, params, known)
  const labels = one.texts.flatMap((text) => text.match(/[\u4e00-\u9fff]{2,8}(?=[:：为])/g) ?? [])
  return missingIn({ ...one, texts: [head, ...labels] }, params, known)
}

/** A catalogue that is old or without a day, whose head, each cell of it known, lacks an element: told, or a core one asked, beside its day. */
function* lackingBeside(
  site: SiteView,
  best: Catalogue | null,
  params: Params,
  known: CatalogueElements,
): Generator<Observation<Outcome>> {
  const head = best?.whole === true ? catalogueHead(best.texts) : null
  // Tables of standards are read by disclosure/standards-incomplete.
  if (best === null || /标准/.test(best.words)) return
  if (head === null || !isKnownWhole(head, known)) return
  const all = missingIn(best, params, known)
  const missing = all.filter((name) => CORE.includes(name))
  const facts = { words: clip(best.words, 60), day: best.day ?? '没有读出日期' }
  if (isLacking(site, all, head, known)) {
    yield {
      outcome: 'elements-lacking',
      subject: `${SUBJECT}：要素`,
      facts: { ...facts, missing: surelyLacking(all), head: clip(head, 60) },
      evidence: [best.place],
      sureness: best.sureness,
      coverage: WHOLE,
    }
    return
  }
  if (missing.length === 0 || best.day !== null) return
  yield {
    outcome: 'elements-missing',
    subject: `${SUBJECT}：要素`,
    facts: {
      ...facts,
      missing,
      reason: `表头是“${clip(head, 60)}”`,
    },
    evidence: [best.place],
    sureness: best.sureness,
  }
}

/**
 * One or two elements may stand in words that we do not know, or be taken for a part of another (公开渠道 for 方式); in a head
 * whose every cell is known only one may.
 */
const LEAST_LACKING = 3
const LEAST_OF_KNOWN = 2
const CORE = ['内容', '依据', '时限', '主体']

/**
 * Enough of the elements lack that no other column can stand for; ways and channels are one. Whom it is for may stand in
 * a column that we do not know, so it counts only where each cell of the head is known.
 */
function isLacking(
  site: SiteView,
  missing: readonly string[],
  head: string,
  known: CatalogueElements,
): boolean {
  const ways = ['方式', '渠道'].every((name) => missing.includes(name)) ? 1 : 0
  const read = isKnownWhole(head, known)
  const counted = read ? [...CORE, AUDIENCE] : CORE
  const lacking = ways + counted.filter((name) => missing.includes(name)).length
  // Ways and channels may share a column.
  const [only = '', ...more] = missing.filter((name) => !isWay(name))
  // The others each have a cell of their own, ways and channels one or two: none is left that could stand for it.
  const isOwed = only !== AUDIENCE || isGrassroots(site)
  const alone = read && more.length === 0 && lacking > 0 && isEachOwn(head, only, known) && isOwed
  return alone || lacking >= (read ? LEAST_OF_KNOWN : LEAST_LACKING)
}

const AUDIENCE = '公开对象'
const isWay = (name: string): boolean => name === '方式' || name === '渠道'

/** A column of channels tells the ways too, and the other way round: only both together are lacking. */
function surelyLacking(missing: readonly string[]): readonly string[] {
  return missing.filter(isWay).length === 1 ? missing.filter((name) => !isWay(name)) : missing
}

function isEachOwn(head: string, missing: string, known: CatalogueElements): boolean {
  const cells = head.split(' ').filter((cell) => !PLAIN.test(cell))
  const ways = cells.filter((cell) =>
    [...known].some(([name, one]) => isWay(name) && one.test(cell)),
  )
  const others = [...known].filter(([name]) => name !== missing && !isWay(name))
  return (
    ways.length > 0 &&
    cells.length === others.length + ways.length &&
    others.every(([, words]) => cells.some((cell) => !ways.includes(cell) && words.test(cell)))
  )
}

function isKnownWhole(head: string, known: CatalogueElements): boolean {
  const words = [PLAIN, ...known.values()]
  return head.split(' ').every((cell) => words.some((one) => one.test(cell)))
}

/** Cells of a head that hold no element. */
const PLAIN = /^(?:序号|编号|备注|[一二三]级(?:事项|信息|目录))$/
