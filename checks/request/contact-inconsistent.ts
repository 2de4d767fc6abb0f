/**
 * Do the request column and the disclosure guide give the same telephone and address as the institution page? Compared
 * in a plain form; a difference is a question, since the office that takes requests may sit elsewhere. Where column and
 * guide agree on the office that takes requests, nothing is left to be asked.
 */
import {
  addressReader,
  type ContactReader,
  citePage,
  defineCheck,
  isFullAddress,
  isGovernment,
  labelOr,
  listed,
  othersAmong,
  ownPart,
  partOf,
  phoneReader,
  plainName,
  SECTION_NAME,
  sameAddress,
  slipAmong,
  UNIT_LINE,
  unitsOf,
  viewsOf,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Place, SiteView } from '#model/site-view'

export const contactInconsistent = defineCheck({
  id: 'request/contact-inconsistent',
  revision: 20,
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
    contradicted: {
      verdict: 'fail',
      message:
        '两处写的都是“{office}”的{subject}，却不相同：依申请公开{where}写的是{request}，{other}写的是{told}',
      ask: '“{office}”的{subject}哪一个是对的，是不是两个都在用？',
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
    const telephone: Kind = {
      subject: '电话',
      taker,
      read: phoneReader(labels),
      same: (a, b) => a === b,
      isFull: () => true,
      single: false,
    }
    const address: Kind = {
      subject: '地址',
      taker,
      read: addressReader(labels),
      same: sameAddress,
      isFull: isFullAddress,
      single: true,
    }
    const own = ownPart(portal)
    for (const kind of [telephone, address]) yield compare(own, params, kind)
    // What a unit says of itself is compared with what else it says, and told only where it differs; a department's are many in one.
    for (const unit of isGovernment(portal) ? unitsOf(portal) : [])
      for (const kind of [telephone, address]) {
        const answer = compare(partOf(portal, unit), params, kind)
        if (answer.outcome === 'different' || answer.outcome === 'contradicted')
          yield { ...answer, subject: `${kind.subject}：${unit.name}` }
      }
  },
})

interface Said {
  readonly value: string
  readonly place: Place
}

interface Kind {
  readonly subject: string
  /** The office that takes requests, by its name: 受理机构：某县政府办公室. */
  readonly taker: RegExp
  readonly read: ContactReader
  same(a: string, b: string): boolean
  /** So told that two of them which are not the same are certainly two. */
  isFull(value: string): boolean
  /** An office has one of it: whatever it is named for. */
  readonly single: boolean
}

interface Topics {
  readonly requestTopics: readonly string[]
  readonly institutionTopics: readonly string[]
}

function compare(
  site: SiteView,
  params: Topics,
  kind: Kind,
): Observation<'same' | 'different' | 'guide-different' | 'contradicted' | 'not-comparable'> {
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
  if (first === undefined || other === undefined) {
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

function valuesOf(said: readonly Said[]): string {
  return listed([...new Set(said.map(({ value }) => value))], 3)
}

/** What a page says of one office, and all that it says. */
interface Told {
  /** In plain form. */
  readonly office: string
  readonly name: string
  /** Named as the one that takes requests (受理机构), not only as the one that is in charge. */
  readonly takes: boolean
  readonly said: readonly Said[]
  readonly all: readonly Said[]
}

const NOBODY: Omit<Told, 'name' | 'said'> = { office: '', takes: false, all: [] }

/** What is said of an office ends here at the latest. */
const NEXT = /监督|投诉|举报|复议|技术支持|[\n。]\s*[二三四五六七八九]、/
const SEGMENT = 300
/** Of more numbers than these one cannot tell which is meant. */
const FEW_VALUES = 2

/** Column and guide name the office that takes requests and differ; or the institution page names the very same office. */
function contradictionOf(
  site: SiteView,
  params: Topics,
  kind: Kind,
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
function toldTwice(site: SiteView, params: Topics, kind: Kind): Observation<'contradicted'> | null {
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

function takersOf(
  site: SiteView,
  { requestTopics }: Topics,
  kind: Kind,
): readonly (Told & { readonly topic: string })[] {
  return requestTopics.flatMap((topic, at) =>
    textsIn(site, requestTopics, at).flatMap((text) =>
      takersOn(text, kind).map((one) => ({ topic, ...one })),
    ),
  )
}

/** A section takes the requests, and the institution page has its office at another street: it may sit apart. */
function movedOffice(site: SiteView, params: Topics, kind: Kind): Observation<'different'> | null {
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
  { subject }: Kind,
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

/** Each says something full of the office, and neither page holds anywhere what the other says of it. */
function differ(one: Told, other: Told, { same, isFull }: Kind): boolean {
  const meets = (said: readonly Said[], all: readonly Said[]): boolean =>
    said.some((a) => all.some((b) => same(a.value, b.value)))
  return (
    [one, other].every(
      ({ said }) =>
        said.length > 0 && said.length <= FEW_VALUES && said.every(({ value }) => isFull(value)),
    ) &&
    !meets(one.said, other.all) &&
    !meets(other.said, one.all)
  )
}

interface PageText {
  readonly url: string
  readonly title: string
  readonly text: string
}

function takersOn(page: PageText, kind: Kind): readonly Told[] {
  const all = saidOn(page, page.text, kind)
  return [...page.text.matchAll(kind.taker)].map((found) => {
    const rest = page.text.slice(found.index + found[0].length, found.index + SEGMENT)
    const next = rest.search(NEXT)
    const said = saidOn(page, next < 0 ? rest : rest.slice(0, next), kind)
    const name = found[1] ?? found[2] ?? ''
    return { office: plainName(name), name, takes: /受理|申请/.test(found[0]), said, all }
  })
}

/** 政务公开科 is one room with its desk, whatever each page names it for; an office has many. */
function isSameSection(one: Told, two: Told): boolean {
  return (one.takes || two.takes) && one.office === two.office && /[科股]$/.test(one.office)
}

/** Both pages name it as the one that takes requests; the institution's own may leave out what stands before: 厅办公室. */
function isSameTaker(one: Told, two: Told): boolean {
  return (
    one.takes &&
    two.takes &&
    Math.min(one.office.length, two.office.length) >= LEAST_OFFICE &&
    (one.office.endsWith(two.office) || two.office.endsWith(one.office))
  )
}
/** 办公室 alone is anybody's. */
const LEAST_OFFICE = 4

/** What an institution page says of the unit so named, in its block or on its own page. */
function unitOn(page: PageText, office: string, kind: Kind): readonly Told[] {
  const lines = page.text.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => plainName(line) === office)
  if (at < 0 && plainName(page.title) !== office) return []
  const below = lines.slice(at + 1)
  const end = below.findIndex((line) => UNIT_LINE.test(line) && plainName(line) !== office)
  const block = (end < 0 ? below : below.slice(0, end)).join('\n')
  const name = lines[at] ?? page.title
  const all = saidOn(page, page.text, kind)
  return [{ office, name, takes: false, said: saidOn(page, block, kind), all }]
}

/** What the page of its office says of the section itself: 政务公开科（联系电话：…）. */
function sectionOn(page: PageText, office: string, kind: Kind): readonly Told[] {
  const [, parent = '', section = ''] = SECTION_NAME.exec(office) ?? []
  if (section === '' || unitOn(page, parent, kind).length === 0) return []
  const said = page.text.split(`${section}（`).slice(1)
  const words = said.map((rest) => rest.split(/[）\n]/)[0] ?? '')
  const values = words.flatMap((one) => saidOn(page, one, kind))
  const all = saidOn(page, page.text, kind)
  return values.length === 0 ? [] : [{ office, name: office, takes: false, said: values, all }]
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
  kind: Kind,
  at?: number,
): readonly Said[] {
  return textsIn(site, topics, at).flatMap((page) => saidOn(page, page.text, kind))
}

function saidOn({ url }: PageText, text: string, { read }: Kind): readonly Said[] {
  return read(text).map(([value, quote]) => ({ value, place: { url, at: null, quote } }))
}
