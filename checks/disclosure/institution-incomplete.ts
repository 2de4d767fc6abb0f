/**
 * Are the six facts about the body itself published: what it does, its divisions, address, hours, telephone, who
 * heads it? Looked for in the columns about the institution, its leaders and its contacts together, since portals
 * part them differently. Where a portal lists several units, by pages, blocks or rows of a table, they are its divisions,
 * and one that lacks what most others print is named: a fault of a government's list, a question elsewhere. Whether they are up to date is for a person.
 */
import { clip, squash } from '#base/text'
import {
  citePage,
  defineCheck,
  type Element,
  isGovernment,
  isOfSource,
  isTownUnit,
  judgeElements,
  labelledElements,
  listed,
  type Member,
  membersOf,
  OFFICE_ADDRESS,
  OFFICE_HOURS,
  type OwedElement,
  ownPart,
  partOf,
  spokenFor,
  TELEPHONE,
  unevenAmong,
  unevenUnits,
  unitLists,
  unitsOf,
  viewsOf,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

const FUNCTIONS = '机关职能'
const DIVISIONS = '机构设置'
const HEAD = '负责人姓名'
const ELEMENTS: readonly OwedElement[] = [
  {
    name: FUNCTIONS,
    valued: true,
    labels: ['functions'],
    within:
      /承担.{2,24}(管理|工作)|负责(?!人|同志).{2,}|主管.{1,24}工作|(?:执行|贯彻|落实).{2,30}(?:方针|政策|法律|法规|决定|决议)/,
  },
  {
    name: DIVISIONS,
    valued: true,
    labels: ['divisions'],
    within:
      /内设[\d一二三四五六七八九十]+个|^站所|^([县市区](人民)?政府)?(工作|组成)部门(一览|名单|设置|名录)?\s*[：:]?\s*$|(?<!(?:分工|分管|协管|联系|主持|协助)[^。；\n]{0,24})(办公室|股)[、，]|^(?!.*(办事|出|信息)处|分工|分管|协管|协助|联系)[\u4e00-\u9fff]{2,10}[科股处](?=[\s：:（(]|$)/,
  },
  { name: '办公地址', ...OFFICE_ADDRESS },
  OFFICE_HOURS,
  {
    name: '联系方式',
    valued: true,
    labels: ['telephone', 'consulting', 'email'],
    within: new RegExp(`${TELEPHONE.within?.source}|\\d{3,4}[-－—]\\d{7,8}`, 'i'),
  },
  {
    name: HEAD,
    valued: true,
    labels: ['head'],
    within:
      /(局|厅|处|院|县|市|区|镇|乡|部|署|会)长(?!信箱|热线|接待)|主任(?!信箱|接待)|书记(?!信箱)|(?<!协助[^，。；]{0,8})领导(?!组织|小组|机构|干部|交办|批示|决策|处理|审核)/,
  },
]

/** 局长：某某, 某某 党组书记、局长, 负责人 某某: a post with a person beside it. */
const POST = '(?:(?<!副)(?:局|厅|处|院|县|市|区|镇|乡|部|署|会)长|主任|书记|负责人(?:姓名)?)'
const HEAD_POST = new RegExp(`${POST}(?!科员)`)
const NO_NAME =
  '(?!副|待|暂|空缺|未[定设填]|办公|[正一二三四]级|主任|书记|[局厅处院县市区镇乡部署会]长|姓名|信箱|热线|接待|领导|分工|职[务责]|简[历介]|工作|电话|联系|会议|机关|单位|党[组委工]|政府|调研|巡视)'
const NAMED_HEAD = new RegExp(
  `${POST}(?:[（(][^）)]{1,12}[）)])?\\s*[:：]?\\s*${NO_NAME}(?:[\\u4e00-\\u9fff]{2,3}|[\\u4e00-\\u9fff]\\s[\\u4e00-\\u9fff])(?=[\\s，。、；;（(]|同志|$)|(?<![\\u4e00-\\u9fff])${NO_NAME}(?:[\\u4e00-\\u9fff]{2,3}|[\\u4e00-\\u9fff]\\s[\\u4e00-\\u9fff])(?:\\s*[:：，,]\\s*|\\s+)(?:[\\u4e00-\\u9fff]{2,12}[、，,\\s])*[\\u4e00-\\u9fff]{0,12}?${POST}`,
)

/** What each unit owes of itself; a small one may have no divisions, so that a department without is only asked for them. */
const OF_UNITS = [FUNCTIONS, '办公地址', '办公时间', '联系方式', HEAD]
/** Their labels: over nothing, whatever the unit is, one lacks it. */
const LABELS: Readonly<Record<string, RegExp>> = {
  [FUNCTIONS]: /职责|职能/,
  办公地址: /地址|地点/,
  办公时间: /时间/,
  联系方式: /电话|联系方式/,
  [HEAD]: /负责人|领导|局长|主任/,
}
/** Entries of a department's own units (直属单位). */
const SUBORDINATE_UNIT = /^[\u4e00-\u9fa5]{3,24}(?:中心|[站所队院校馆局办场处库社园])$/
/** Names of organs; divisions of one office (科, 股, 室) share its address. */
const UNIT =
  /^(?!关于)[\u4e00-\u9fa5]{2,24}(?:局|委|办|委员会|办公室|中心|镇|乡|街道|街道办事处|管委会|人民政府)(?:[（(][^）)]{1,20}[）)])?$/
/** Columns that tell of units, under whatever topic: 直属单位, 区县民政局. */
const OF_UNIT =
  /^[局委厅]?(?:直属|下属|所属|二级|派出|内设|下设)(?:事业)?(?:单位|机构)$|^各?(?:区县|县区|县市区|乡镇|镇街)[\u4e00-\u9fff]{0,8}(?:局|所|站|机构|单位)$/
/** 某县教育局机构职能和联系方式: whose entry it is stands before what it tells. */
const ENTRY_OF =
  /(?:的)?(?:(?:机构|单位|部门|主要|工作|内设机构)?(?:职能|职责|概况|简介|设置|信息|介绍|基本情况|联系方式)[、和及与]?)+$/
const bodyOf = (title: string): string => squash(title).replace(ENTRY_OF, '')
/** Departments have divisions; towns, centres and offices of a few people may have none. */
const DEPARTMENT = /(?:局|委|委员会)$/
/** 设三个组, 下设二级机构, 由两个中队组成: divisions in words of its own. */
const DIVIDED =
  /(?:(?<![建陈铺架摆敷])设(?![施备计想])|组成|分为)[^。；\n]{0,30}(?:[组队部室岗站员]|中心|机构)|(?:[组队部室岗站]|中心)[^。；\n]{0,20}(?:组成|构成)|不设|未设/
/** Sits with another unit, or has no office of its own. */
const SHARED = /合署|同址|挂牌|挂靠|不(?:单独|另)设|已撤销|筹建/
/** Units that must print something before it is missed in another. */
const LEAST_UNITS = 2

/** So many that print it show that their blocks are filled in from one form. */
const LEAST_FORM = 3

/** Columns that carry contacts beside the institution's own. */
const CONTACT_COLUMN = /^(联系我们|联系方式|机构信息|机构概况|单位概况|(本|我)[局厅委办院]概况)$/

export const institutionIncomplete = defineCheck({
  id: 'disclosure/institution-incomplete',
  revision: 30,
  title: '机构职能信息是否齐全',
  question: '是否公开了机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十条第（二）项：机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['institution', 'leaders', 'overview'],
      meaning: '承载机构信息的栏目类别，放在一起找',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    elements: {
      default: ELEMENTS.map((element) => element.name),
      meaning: '必须公开的机构信息',
      source: '政府信息公开条例第二十条第（二）项',
      verified: true,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”公开了{element}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有写明{element}',
      claimsAbsence: true,
      ask: '网站其他地方（含图片、附件、机构页）是否公开了这一项？',
    },
    unnamed: {
      verdict: 'unsure',
      message: '“{column}”提到了负责人的职务，没有读到姓名：{words}',
      ask: '机构栏目和领导栏目里是否写明了负责人的姓名？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”指向站外（{target}），没有检查其内容',
      ask: '站外的机构信息是否齐全？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的文字：{reason}',
      ask: '请打开机构栏目，六项机构信息是否齐全？',
    },
    'unit-lacking': {
      verdict: 'fail',
      message: '读到的 {units} 个单位中有 {count} 个没有写明其他单位都写了的内容：{names}',
      claimsAbsence: true,
      ask: '所列单位的页面上是否确实没有这些内容，还是写在别处？',
    },
    'unit-unclear': {
      verdict: 'unsure',
      message: '读到的 {units} 个单位中有 {count} 个没有读到其他单位都写了的内容：{names}',
      ask: '所列单位是否应当写明这些内容，是不是在附件、图片里，或与别的单位合在一起办公？',
    },
    'unit-other': {
      verdict: 'fail',
      message: '“{unit}”的机构页写的是“{said}”，没有一处写到本单位',
      ask: '“{unit}”的机构页是不是从“{said}”照搬而来、没有改？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出机构职能栏目（是否应设由栏目检查判断）',
    },
  },
  example:
    '某局“机构职能”写了职责、内设机构、地址和电话，没有办公时间：机构信息：办公时间 missing。',
  *run(portal, { params, labels }) {
    const site = ownPart(portal)
    const named = site.columns.filter((column) => CONTACT_COLUMN.test(column.name))
    const byTopic = params.topics.flatMap((topic) => site.columnsOf(topic))
    // Who leads an office is told beside what it is: alone it is no column of the institution.
    const isTold = named.length > 0 || byTopic.some(({ topic }) => topic?.value !== 'leaders')
    const columns = isTold && byTopic.length > 0 ? [...new Set([...byTopic, ...named])] : []
    const elements = labelledElements(labels, ELEMENTS)
    const wanted = elements.filter((element) => params.elements.includes(element.name))
    if (columns.length === 0) {
      yield* judgeElements(site, columns, wanted, '机构信息')
      return
    }
    const owed = wanted.filter((element) => OF_UNITS.includes(element.name))
    // It prints two or more of what describes a unit: not news of it, nor a mere name.
    const describes = ({ view, words }: Member): boolean => {
      const text = words ?? view.page.text.excerpt
      return elements.filter(({ within }) => within.test(text)).length >= 2
    }
    const institutions = site.columnsOf('institution').filter(({ kind }) => kind === 'local')
    const ofUnits = site.columns.filter(({ kind, name }) => kind === 'local' && OF_UNIT.test(name))
    const views = [
      ...new Set([...institutions, ...ofUnits].flatMap((column) => viewsOf(site, column))),
    ]
    const lists = views.flatMap((view) => unitLists(view, labels, describes))
    const pages = membersOf(site, institutions, (name) => UNIT.test(bodyOf(name)))
      .filter(describes)
      .map((member) => ({ ...member, name: bodyOf(member.name) }))
    const below = isGovernment(portal)
      ? []
      : membersOf(
          portal,
          unitsOf(portal).map(({ root }) => root),
          (name) => SUBORDINATE_UNIT.test(bodyOf(name)),
        ).filter(describes)
    const groups = [pages, below, ...lists].filter((members) => members.length > LEAST_UNITS)
    // Units told of one by one are the divisions, whatever the page calls them.
    const told = wanted.find(({ name }) => name === DIVISIONS && groups.length > 0)
    const rest = wanted.filter((element) => element !== told)
    for (const answer of judgeElements(site, columns, rest, '机构信息'))
      yield answer.subject.endsWith(`：${HEAD}`) ? namedOr(site, answer, columns) : answer
    const [first] = groups[0] ?? []
    if (told !== undefined && first !== undefined)
      yield {
        outcome: 'present',
        subject: `机构信息：${told.name}`,
        facts: {
          element: told.name,
          column: listed([...new Set(institutions.map(({ name }) => name))], 3),
          words: listed(
            (groups[0] ?? []).map(({ name }) => name),
            3,
          ),
        },
        evidence: [citePage(first.view)],
      }
    const sureness = Math.max(0, ...institutions.map(({ topic }) => topic?.sureness ?? 0))
    const divisions = elements.filter(({ name }) => name === DIVISIONS && told !== undefined)
    const inBranches = wanted.filter(
      ({ name }) =>
        name !== FUNCTIONS && (owed.some((one) => one.name === name) || name === DIVISIONS),
    )
    const branches = unevenUnits(portal, params.topics, inBranches)
    yield* judgeUnits(site, groups, [...owed, ...divisions], branches, sureness, bareUnits(portal))
    yield* copied([...pages, ...branches.judged])
  },
})

type Answer = ReturnType<typeof judgeElements> extends Generator<infer A> ? A : never

/** A word for those who lead (局领导 in a menu, 领导全县工作) names nobody: a person with a post does. */
function namedOr(
  site: SiteView,
  answer: Answer,
  columns: readonly Column[],
): Observation<Answer['outcome'] | 'unnamed'> {
  if (answer.outcome !== 'present' && answer.outcome !== 'missing') return answer
  const own = columns.flatMap((column) => viewsOf(site, column))
  const said = own.flatMap((view) => {
    const found = NAMED_HEAD.exec(view.page.text.excerpt)?.[0]
    return found === undefined ? [] : [{ url: view.page.url, at: null, quote: squash(found) }]
  })
  const urls = new Set(own.map(({ page }) => page.url))
  const leaders = site.leaders.filter(({ post, place }) => post !== null && urls.has(place.url))
  const told = leaders.map(({ name, post, place }) => ({ place, words: `${name} ${post}` }))
  const heads = told.filter(({ words }) => !/副/.test(words) && HEAD_POST.test(words))
  const [place] = said
  const [first] = [
    ...heads,
    ...(place === undefined ? [] : [{ place, words: place.quote }]),
    ...told,
  ]
  if (first === undefined)
    return answer.outcome === 'present' ? { ...answer, outcome: 'unnamed' } : answer
  return {
    ...answer,
    outcome: 'present',
    facts: { ...answer.facts, words: clip(first.words, 60) },
    evidence: [first.place],
  }
}

/** Units with a page each, units in labelled blocks of one page, units with columns of their own: each sort among its own. */
function* judgeUnits(
  site: SiteView,
  groups: readonly (readonly Member[])[],
  elements: readonly Element[],
  branches: ReturnType<typeof unevenUnits>,
  sureness: number,
  bare: readonly Member[],
): Generator<Observation<'unit-lacking' | 'unit-unclear'>> {
  const lacks = { sure: new Map<Member, string[]>(), open: new Map<Member, string[]>() }
  const note = (known: Map<Member, string[]>, member: Member, element: string): void => {
    known.set(member, [...(known.get(member) ?? []), element])
  }
  const compared = groups.map((members) => unevenAmong(site, members, elements, LEAST_UNITS))
  // What a short entry of the government's list leaves out may stand in the unit's own columns.
  const isTold = ({ name }: Member, element: string): boolean =>
    branches.uneven.every(
      (one) => one.element !== element || one.printing.some((unit) => isOfSource(unit.name, name)),
    ) && branches.judged.some((unit) => isOfSource(unit.name, name))
  for (const uneven of [...compared, branches.uneven])
    for (const { element, printing, lacking, doubtful } of uneven) {
      if (printing.length < LEAST_UNITS) continue
      if (printing.length <= lacking.length + doubtful.length) continue
      if (element === DIVISIONS) {
        // Rows and blocks of one page are too short to tell them; columns of a department's own are not.
        for (const member of lacking)
          if (isGovernment(site) && member.words === undefined && DEPARTMENT.test(member.name)) {
            const isSure =
              uneven === branches.uneven && !DIVIDED.test(member.view.page.text.excerpt)
            note(isSure ? lacks.sure : lacks.open, member, '内设机构')
          }
        continue
      }
      // One hole in the blocks of one page, which are alike in all else; or in its rows or lines.
      const isHole = (member: Member): boolean =>
        // A department's own post may be vacant.
        (member.formed === undefined ? isBlock(member) : element !== HEAD) &&
        printing.length >= LEAST_FORM &&
        lacking.length + doubtful.length === 1 &&
        uneven.every(
          (one) =>
            one.element === element ||
            !one.lacking.includes(member) ||
            (member.formed === 'row' && one.lacking.length + one.doubtful.length === 1),
        )
      for (const member of lacking)
        if (!isTold(member, element) && !(element === HEAD && namesHead(member))) {
          const isOwed = isGovernment(site) && element !== FUNCTIONS && member.formed !== 'line'
          const isSure = standsAlone(member) && (isOwed || isHole(member))
          note(isSure || isBlank(member, element) ? lacks.sure : lacks.open, member, element)
        }
      for (const member of doubtful) note(lacks.open, member, element)
    }
  const inLists = groups.flat()
  for (const member of bare)
    if (!inLists.some(({ name }) => isOfSource(name, member.name)))
      note(lacks.sure, member, '机构职能栏目')
  const units = [...groups, branches.judged, bare].reduce((sum, members) => sum + members.length, 0)
  for (const [outcome, subject, found] of [
    ['unit-lacking', '各单位信息', lacks.sure],
    ['unit-unclear', '各单位信息：待核', lacks.open],
  ] as const) {
    if (found.size === 0) continue
    const names = [...found].map(([{ name }, missed]) => `“${name}”缺${missed.join('、')}`)
    const views = [...new Set([...found.keys()].map(({ view }) => view))]
    yield {
      outcome,
      subject,
      facts: { units, count: found.size, names: listed(names, 10) },
      measure: { value: found.size, unit: 'count' },
      evidence: views.slice(0, 8).map(citePage),
      pages: views.map(({ page }) => page.url),
      sureness,
      ...(outcome === 'unit-lacking' ? { coverage: WHOLE } : {}),
    }
  }
}

/** Its words begin with its name on a line of its own. */
const isBlock = ({ name, words = '' }: Member): boolean =>
  words
    .split('\n', 1)[0]
    ?.replace(/^\s*\S{1,3}[、.．]\s*/, '')
    .trim() === name

/** Columns that make a unit's branch one that would hold what it is. */
const LEAST_COLUMNS = 3

/** Units of one sort whose branch has no column on the institution, where those of most others have one. */
function bareUnits(portal: SiteView): readonly Member[] {
  if (!isGovernment(portal)) return []
  const units = unitsOf(portal).map((unit) => ({ unit, part: partOf(portal, unit) }))
  return [true, false].flatMap((isTown) => {
    const sort = units.filter(({ unit }) => isTownUnit(unit) === isTown)
    const having = sort.filter(({ part }) => part.columnsOf('institution').length > 0)
    const bare = sort.filter(
      ({ unit, part }) =>
        unit.columns.length >= LEAST_COLUMNS &&
        unit.columns.every(({ coverage, kind }) => coverage === 'complete' && kind === 'local') &&
        TOLD_BY.every((topic) => part.columnsOf(topic, 0.3).length === 0) &&
        part.bareEntries.length === 0,
    )
    if (having.length < LEAST_UNITS || having.length <= bare.length) return []
    return bare.flatMap(({ unit }) => {
      const view = portal.pageAt(unit.root.url)
      return view === null ? [] : [{ name: unit.name, view }]
    })
  })
}
const TOLD_BY = ['institution', 'overview', 'leaders']

/** A unit's page that begins with what another one is, and names itself nowhere but in its title. */
function* copied(members: readonly Member[]): Generator<Observation<'unit-other'>> {
  const names = [...new Set(members.map(({ name }) => name))]
  for (const { name, view } of members) {
    const { title, text } = view.page
    if (text.length > text.excerpt.length) continue
    const words = text.excerpt.replaceAll(title ?? name, '')
    const said = spokenFor(
      words,
      name,
      names.filter((other) => other !== name),
      TELLS_OF,
    )
    if (said !== null)
      yield {
        outcome: 'unit-other',
        subject: `机构信息：${name}`,
        facts: { unit: name, said },
        evidence: [citePage(view)],
      }
  }
}
/** What a line says that begins with the name of the body it is about: 与民政局的职责分工 begins with none. */
const TELLS_OF = (name: string): string =>
  `^[\\u4e00-\\u9fff]{0,6}?${name}(?:是|为(?:主管|政府|[省市县区])|贯彻|主要职责|机构职能|主要负责|内设|以下简称)`

/** 郭春生 党组书记、局长 in a table of its leaders. */
const namesHead = (member: Member): boolean =>
  !isBlank(member, HEAD) &&
  (member.words ?? member.view.page.text.excerpt).split('\n').some((line) => NAMED_HEAD.test(line))

/** Its label stands on the member's own page over nothing. */
function isBlank({ view, words }: Member, element: string): boolean {
  const labelled = words === undefined ? (view.page.labelled ?? []) : []
  return labelled.some(({ label, value }) => value === '' && LABELS[element]?.test(label) === true)
}

function standsAlone({ view, words }: Member): boolean {
  return !SHARED.test(words ?? view.page.text.excerpt)
}
