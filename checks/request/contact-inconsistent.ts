/**
 * Do the request column and the disclosure guide give the same telephone and address as the institution page? Compared in a plain
 * form; a difference is a question, since the office that takes requests may sit elsewhere, unless column and guide agree on it.
 * Hours, mail, fax and postcode, and all of it of other bodies whose guides stand here: `cardConflicts`.
 */
import {
  addressReader,
  type ContactKind,
  cardConflicts,
  citePage,
  defineCheck,
  differ,
  isFullAddress,
  isGovernment,
  isSameSection,
  isSameTaker,
  LEAST_OFFICE,
  labelOr,
  listed,
  othersAmong,
  outvoted,
  ownPart,
  type PageText,
  partOf,
  phoneReader,
  type Said,
  SECTION_NAME,
  saidOn,
  sameAddress,
  sectionOn,
  slipAmong,
  type Told,
  takersOn,
  unitOn,
  unitsOf,
  viewsOf,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

export const contactInconsistent = defineCheck({
  id: 'request/contact-inconsistent',
  revision: 23,
  title: '依申请公开的电话地址与机构页是否一致',
  question: '依申请公开栏目和公开指南写的电话、地址，与机构职能页写的是否一致？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十二条：公开指南写明机构的办公地址、联系电话，并及时更新（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    requestTopics: {
      default: ['disclosureRequest', 'ogiGuide'],
      meaning: '写明受理渠道的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    institutionTopics: {
      default: ['institution'],
      meaning: '写明机构电话、地址的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    same: { verdict: 'pass', message: '两处的{subject}一致：{words}' },
    different: {
      verdict: 'unsure',
      message: '两处的{subject}不同：依申请公开写的是{request}，机构页写的是{institution}',
      ask: '受理申请的{subject}是否有误，还是受理机构另有办公地点？',
    },
    'guide-different': {
      verdict: 'unsure',
      message:
        '依申请公开栏目与公开指南写的受理{subject}不同：栏目写的是{request}，指南写的是{guide}',
      ask: '两处写的受理{subject}哪一个是对的？',
    },
    outvoted: {
      verdict: 'fail',
      message: '{odd}写的受理{subject}是{said}，{others}写的都是{told}',
      ask: '{odd}写的受理{subject}是不是旧的或写错了？',
    },
    contradicted: {
      verdict: 'fail',
      message:
        '两处写的都是“{office}”的{subject}，却不相同：依申请公开{where}写的是{request}，{other}写的是{told}',
      ask: '“{office}”的{subject}哪一个是对的，是不是两个都在用？',
    },
    'field-different': {
      verdict: 'fail',
      message: '“{body}”的{field}前后不一：{source}写的是“{said}”，{other}写的是“{told}”',
      ask: '“{body}”的{field}哪一处是对的？',
    },
    'field-unclear': {
      verdict: 'unsure',
      message: '“{body}”的{field}两处不同：{source}写的是“{said}”，{other}写的是“{told}”',
      ask: '“{body}”的{field}哪一处是对的，还是两个都在用？',
    },
    'not-comparable': {
      verdict: 'not-applicable',
      message: '没有同时读到依申请公开和机构页的{subject}',
    },
  },
  example: '指南写电话 7654321，机构页写 1234567：电话 different。',
  *run(portal, { params, labels }) {
    // Behind a heading on a line of its own only what is surely an office's name.
    const taker = new RegExp(
      `${labelOr(labels, ['receiver']).source}(?:名称)?(?:\\s*(?:[:：]|为|是)\\s*([\\u4e00-\\u9fff（）()]{3,30})|[ \\t]*\\n\\s*([\\u4e00-\\u9fff（）()]{2,26}(?:[局委办厅科股]|委员会|办公室|中心|办事处))(?=[；;，,。、：:（(\\s]))`,
      'g',
    )
    const telephone: ContactKind = {
      subject: '电话',
      taker,
      read: phoneReader(labels),
      same: (a, b) => a === b,
      isFull: () => true,
      single: false,
    }
    const address: ContactKind = {
      subject: '地址',
      taker,
      read: addressReader(labels),
      same: sameAddress,
      isFull: isFullAddress,
      single: true,
    }
    const own = ownPart(portal)
    for (const kind of [telephone, address]) yield compare(own, params, kind)
    // What a unit says of itself beside what else it says, only where it differs; a department's are many in one.
    const conflicts = cardConflicts(portal, labels)
    const keyOf = (field: string, body: string): string => `${field.slice(-2)}${body}`
    const sure = new Set(conflicts.flatMap((one) => (one.sure ? [keyOf(one.field, one.body)] : [])))
    const told = new Set<string>()
    for (const unit of isGovernment(portal) ? unitsOf(portal) : [])
      for (const kind of [telephone, address]) {
        const answer = compare(partOf(portal, unit), params, kind)
        const key = keyOf(kind.subject, unit.name)
        if (!TOLD.has(answer.outcome) || (answer.outcome === 'different' && sure.has(key))) continue
        told.add(key)
        yield { ...answer, subject: `${kind.subject}：${unit.name}` }
      }
    for (const { body, field, facts, places, sure } of conflicts)
      if (!told.has(keyOf(field, body)))
        yield {
          outcome: sure ? 'field-different' : 'field-unclear',
          subject: `${field}：${body}`,
          facts,
          evidence: places,
        }
  },
})

/** Of units only what differs. */
const TOLD: ReadonlySet<string> = new Set(['different', 'outvoted', 'contradicted'])

type Topics = Readonly<Record<'requestTopics' | 'institutionTopics', readonly string[]>>

function compare(
  site: SiteView,
  params: Topics,
  kind: ContactKind,
): Observation<
  'same' | 'different' | 'guide-different' | 'outvoted' | 'contradicted' | 'not-comparable'
> {
  const { subject, same } = kind
  // Its own column speaks first; the guide only where that says nothing.
  const bySource = params.requestTopics
    .map((_, at) => saidIn(site, params.requestTopics, kind, at))
    .filter((said) => said.length > 0)
  const [request = [], ...confirming] = bySource
  const institution = saidIn(site, params.institutionTopics, kind)
  // An institution page may give the switchboard alone: the guide that names the same office's number bears it out.
  const known = [...institution, ...confirming.flat()]
  const match = request.find((one) => known.some((other) => same(one.value, other.value)))
  const [first] = request
  const [other] = institution
  // The guide tells of the same office: of its numbers or addresses one should be the column's.
  const [told] = confirming.flat()
  const apart =
    told !== undefined &&
    !confirming.flat().some((one) => request.some((own) => same(one.value, own.value)))
  const plain = match === undefined || apart ? contradictionOf(site, params, kind) : null
  if (plain !== null) return plain
  const twice = match !== undefined && !apart ? toldTwice(site, params, kind) : null
  if (twice !== null) return twice
  const moved = kind.single ? movedOffice(site, params, kind) : null
  if (moved !== null) return moved
  // So many addresses are those of as many units, none of which takes requests.
  const isList = kind.single && isGovernment(site) && distinct(institution, same) >= LEAST_UNITS
  if (first === undefined || other === undefined || (match === undefined && isList)) {
    const where = site.home ?? site.pages[0]
    return {
      outcome: 'not-comparable',
      subject,
      evidence: [...request, ...institution]
        .slice(0, 1)
        .map(({ place }) => place)
        .concat(
          first === undefined && other === undefined && where !== undefined
            ? [citePage(where)]
            : [],
        ),
    }
  }
  // Two digits of the one number changed places: what was meant is the same telephone.
  const slip = kind.single || (match !== undefined && !apart) ? null : slipAmong(request, known)
  if (slip !== null) {
    const [one, two] = slip.map((said) => ({ ...NOBODY, name: site.agency.name, said: [said] }))
    const where = { where: '栏目', other: institution.includes(slip[1]) ? '机构页' : '公开指南' }
    if (one !== undefined && two !== undefined) return contradicted(kind, one, two, where)
  }
  const [column = [], ...guide] = params.requestTopics.map((_, at) =>
    saidIn(site, params.requestTopics, kind, at).filter(({ value }) => kind.isFull(value)),
  )
  const voices = { column, guide: guide.flat(), institution }
  const vote = outvoted(voices, same) ?? oddPage(site, params, kind, voices)
  if (vote !== null && !namesApart(site, params, kind))
    return {
      outcome: 'outvoted',
      subject,
      facts: {
        odd: vote.odd === 'column' ? '依申请公开栏目' : '公开指南',
        others: vote.odd === 'column' ? '公开指南和机构页' : '依申请公开栏目和机构页',
        said: vote.one.value,
        told: vote.others[0].value,
      },
      evidence: [vote.one, ...vote.others].map(({ place }) => place),
    }
  if (match !== undefined && apart)
    return {
      outcome: 'guide-different',
      subject,
      facts: { request: valuesOf(request), guide: valuesOf(confirming.flat()) },
      evidence: [first.place, told.place],
    }
  return match !== undefined
    ? { outcome: 'same', subject, facts: { words: match.value }, evidence: [match.place] }
    : {
        outcome: 'different',
        subject,
        facts: { request: valuesOf(request), institution: valuesOf(institution) },
        evidence: [first.place, other.place],
      }
}

const LEAST_UNITS = 3

function distinct(said: readonly Said[], same: ContactKind['same']): number {
  return said.filter((one, i) => !said.slice(0, i).some((two) => same(one.value, two.value))).length
}

function valuesOf(said: readonly Said[]): string {
  return listed([...new Set(said.map(({ value }) => value))], 3)
}

const NOBODY: Omit<Told, 'name' | 'said'> = { office: '', takes: false, all: [] }

/** Column and guide name the office that takes requests and differ; or the institution page names the very same office. */
function contradictionOf(
  site: SiteView,
  params: Topics,
  kind: ContactKind,
): Observation<'contradicted'> | null {
  const takers = takersOf(site, params, kind)
  for (const [index, one] of takers.entries()) {
    const other = takers
      .slice(index + 1)
      .find(
        (two) =>
          two.topic !== one.topic &&
          (kind.single || (one.takes && two.takes) || isSameSection(one, two)) &&
          (two.office.startsWith(one.office) || one.office.startsWith(two.office)) &&
          differ(one, two, kind),
      )
    if (other !== undefined)
      return contradicted(kind, one, other, {
        where: '栏目',
        other: '公开指南',
      })
  }
  // A section of an office may have a number and a room of its own: only the same name counts here.
  const units = textsIn(site, params.institutionTopics)
  for (const one of takers) {
    const named = units.flatMap((text) => [
      ...unitOn(text, one.office, kind),
      ...(kind.single ? [] : sectionOn(text, one.office, kind)),
      ...takersOn(text, kind).filter((two) => isSameTaker(one, two)),
    ])
    const [first] = named
    const confirmed = takers.some(
      (two) => two !== one && two.topic !== one.topic && !differ(one, two, kind),
    )
    if (!confirmed && first !== undefined && named.every((unit) => differ(one, unit, kind)))
      return contradicted(kind, one, first, {
        where: '',
        other: '机构页',
      })
  }
  return null
}

/**
 * One page of the request column has the number that is known elsewhere, another gives the very same taker a second one; or
 * an address, where each tells of one alone (what is sent by post may go elsewhere).
 */
function toldTwice(
  site: SiteView,
  params: Topics,
  kind: ContactKind,
): Observation<'contradicted'> | null {
  const takers = takersOf(site, params, kind).filter(
    ({ takes, office, all }) =>
      takes && office.length >= LEAST_OFFICE && (!kind.single || all.length === 1),
  )
  const urlOf = ({ said }: Told) => said[0]?.place.url
  for (const [index, one] of takers.entries()) {
    const other = takers
      .slice(index + 1)
      .find(
        (two) =>
          two.topic === one.topic &&
          two.office === one.office &&
          urlOf(two) !== urlOf(one) &&
          differ(one, two, kind),
      )
    if (other !== undefined)
      return contradicted(kind, one, other, { where: '一处', other: '另一处' })
  }
  return null
}

/** One page of the column names who takes the requests with a number that neither another of its pages nor guide nor institution has. */
function oddPage(
  site: SiteView,
  params: Topics,
  kind: ContactKind,
  { column, guide, institution }: Record<'column' | 'guide' | 'institution', readonly Said[]>,
): ReturnType<typeof outvoted<Said>> {
  const [topic] = params.requestTopics
  if (kind.single) return null
  const takers = takersOf(site, params, kind).filter(({ takes }) => takes)
  for (const { topic: of, office, said } of takers) {
    const url = said[0]?.place.url
    // Another office may have what is its own.
    const isOne = takers.every((one) => one.office.includes(office) || office.includes(one.office))
    if (of !== topic || !isOne || url === undefined) continue
    const others = column.filter(({ place }) => place.url !== url)
    const isBorne = [...others, ...guide, ...institution].some(({ value }) =>
      said.some((one) => kind.same(one.value, value)),
    )
    const vote = isBorne ? null : outvoted({ column: said, guide, institution }, kind.same)
    if (vote?.odd === 'column') return vote
  }
  return null
}

/** Column and guide name different offices that take requests: each may have what is its own. */
function namesApart(site: SiteView, params: Topics, kind: ContactKind): boolean {
  const takers = takersOf(site, params, kind).filter(({ takes }) => takes)
  return takers.some((one) =>
    takers.some(
      (two) =>
        two.topic !== one.topic &&
        !one.office.includes(two.office) &&
        !two.office.includes(one.office),
    ),
  )
}

function takersOf(
  site: SiteView,
  { requestTopics }: Topics,
  kind: ContactKind,
): readonly (Told & { readonly topic: string })[] {
  return requestTopics.flatMap((topic, at) =>
    textsIn(site, requestTopics, at).flatMap((text) =>
      takersOn(text, kind).map((one) => ({ topic, ...one })),
    ),
  )
}

/** A section takes the requests, and the institution page has its office at another street: it may sit apart. */
function movedOffice(
  site: SiteView,
  params: Topics,
  kind: ContactKind,
): Observation<'different'> | null {
  const units = textsIn(site, params.institutionTopics)
  for (const one of takersOf(site, params, kind)) {
    const parent = SECTION_NAME.exec(one.office)?.[1]
    if (parent === undefined) continue
    const named = units.flatMap((text) => unitOn(text, parent, kind))
    const [first] = named
    if (first !== undefined && named.every((unit) => differ(one, unit, kind)))
      return {
        outcome: 'different',
        subject: kind.subject,
        facts: { request: valuesOf(one.said), institution: valuesOf(first.said) },
        evidence: [...one.said.slice(0, 1), ...first.said.slice(0, 1)].map(({ place }) => place),
      }
  }
  return null
}

function contradicted(
  { subject }: ContactKind,
  one: Told,
  other: Told,
  words: { readonly where: string; readonly other: string },
): Observation<'contradicted'> {
  return {
    outcome: 'contradicted',
    subject,
    facts: {
      ...words,
      office: one.office.length <= other.office.length ? one.name : other.name,
      request: valuesOf(one.said),
      told: valuesOf(other.said),
    },
    evidence: [...one.said.slice(0, 1), ...other.said.slice(0, 1)].map(({ place }) => place),
  }
}

/** Pages of these topics, or of the one at this place: a page that stands under two of them is the first one's alone. */
function textsIn(site: SiteView, topics: readonly string[], at?: number): readonly PageText[] {
  const viewsIn = (some: readonly string[]) =>
    some.flatMap((topic) => site.columnsOf(topic)).flatMap((column) => viewsOf(site, column))
  const all = viewsIn(at === undefined ? topics : topics.slice(at, at + 1))
  const earlier = viewsIn(topics.slice(0, at ?? 0))
  const views = new Set(all)
  for (const other of [...earlier, ...othersAmong(site, all)]) views.delete(other)
  return [...views].map(({ page }) => ({
    url: page.url,
    title: page.title ?? '',
    text: page.text.excerpt,
  }))
}

function saidIn(
  site: SiteView,
  topics: readonly string[],
  kind: ContactKind,
  at?: number,
): readonly Said[] {
  return textsIn(site, topics, at).flatMap((page) => saidOn(page, page.text, kind))
}
