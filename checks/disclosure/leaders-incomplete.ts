/**
 * Does the leaders' column give names, posts and duties? One finding for the portal, one for the units
 * beside it. Whether the particulars are right is for a person.
 */
import { clip, compareForm } from '#base/text'
import {
  asPortal,
  behindPlatform,
  citeColumn,
  citePage,
  defineCheck,
  headlessBody,
  isGovernment,
  isPlaceholder,
  isTown,
  itemsTitled,
  listed,
  livesOf,
  ownPart,
  partly,
  partOf,
  type Rests,
  stillListed,
  unitsOf,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import {
  type Column,
  hiddenByScript,
  type Leader,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

const TOPIC = 'leaders'
const SUBJECT = '领导信息'

export const leadersIncomplete = defineCheck({
  id: 'disclosure/leaders-incomplete',
  revision: 18,
  title: '领导信息是否完整',
  question:
    '领导信息栏目是否公开了每位领导的姓名、职务、分工和简历，有没有写明谁分管政务公开，有没有仍列着已免职的人？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十条第（二）项：机关职能、机构设置……负责人姓名',
    },
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '领导信息：公开领导的姓名、照片、简历、主管或分管工作等（二手）',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '附件2、附件3 组织领导：明确一位分管领导，并公开其职责',
    },
  ],
  needs: ['home'],
  params: {
    graceDays: {
      default: 30,
      meaning: '免职通知公布几天后仍列在领导信息里才指出',
      source: '《中华人民共和国政府信息公开条例》第二十六条：20个工作日（折合约30天）',
      verified: false,
    },
  },
  outcomes: {
    complete: { verdict: 'pass', message: '公开了 {count} 位领导的姓名、职务和分工：{names}' },
    'posts-missing': {
      verdict: 'fail',
      message: '{count} 位领导中有 {missing} 位没有职务：{names}',
      claimsAbsence: true,
      ask: '所列领导的页面上有没有写职务？',
    },
    'duties-missing': {
      verdict: 'fail',
      message: '{count} 位领导中有 {missing} 位没有分工：{names}',
      claimsAbsence: true,
      ask: '所列领导的页面上有没有写分工？',
    },
    'lives-missing': {
      verdict: 'fail',
      message: '{count} 位领导中有 {missing} 位的简历是空的，或者别人都有而没有写：{names}',
      ask: '所列领导的简历是否确实没有写，还是放在照片、附件或别的页面里？',
    },
    'head-missing': {
      verdict: 'fail',
      message: '“{column}”列出 {count} 位领导，有{deputies}，没有{post}',
      claimsAbsence: true,
      ask: '{post}是否空缺，还是公开在别的页面上？',
    },
    dismissed: {
      verdict: 'fail',
      message: '领导信息里仍列着已经免职的 {count} 人：{names}',
      ask: '所列人员免职后有没有重新任职？',
    },
    'charge-shown': { verdict: 'pass', message: '领导分工写明了谁分管政务公开：{names}' },
    // Only some places ask it of the list (三河2018): elsewhere silence breaks no rule.
    'charge-missing': {
      verdict: 'unsure',
      message:
        '{count} 位领导的分工都公开了，没有一位写着分管政务（信息）公开，也没有写谁分管办公室：{names}（是否应当写明由各地指标决定）',
      ask: '分管政务公开的领导是哪一位，其职责是否写在别处？',
    },
    missing: {
      verdict: 'fail',
      message: '网站没有领导信息栏目，也没有读到任何领导的信息',
      claimsAbsence: true,
      ask: '网站上有没有公布领导姓名、职务、分工的页面？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '有“{column}”栏目，但没有读出领导姓名（可能是图片、脚本或少见的版式）',
      ask: '该栏目是否公开了领导的姓名、职务和分工？',
    },
    external: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”栏目指向站外：{target}',
      ask: '站外页面是否公开了本单位领导的姓名、职务和分工？',
    },
  },
  example: '领导之窗列出 5 人，其中 2 人只有姓名和职务，没有分工：duties-missing。',
  *run(portal, { params }) {
    const site = ownPart(portal)
    const answer = judge(site)
    yield answer
    yield* headless(site)
    yield* dismissed(site, params.graceDays)
    yield* withoutLives([{ part: site, unit: null }])
    // One without a post hides none without duties.
    const isBeside = site.leaders.some(({ post, duties }) => !isBlank(post) && isBlank(duties))
    if (answer.outcome === 'posts-missing' && isBeside)
      yield { ...judge(site, DUTIES), subject: `${SUBJECT}：分工` }
    // Asked of departments and towns; a county's government has an office for it.
    if (answer.outcome === 'complete' && (isTown(site) || !isGovernment(site)))
      yield* chargeOf(site)
    yield* ofUnits(portal)
    yield* withoutLives(
      unitsOf(portal).map((unit) => ({ part: partOf(portal, unit), unit: unit.name })),
    )
  },
})

/** Deputies of a post that nobody on the list holds. */
function* headless(site: SiteView): Generator<Observation<'head-missing'>> {
  const found = headlessBody(site, site.columnsOf(TOPIC, 0.5))
  if (found === null) return
  const { coverage, deputies, facts } = found
  const subject = '主要领导'
  yield { outcome: 'head-missing', subject, facts, evidence: placesOf(deputies), coverage }
}

/** Others of the same body must have theirs before one that is not even announced is missed. */
const LEAST_TOLD = 2

/** The label of a life over nothing; or no life where most of the same body have one. */
function* withoutLives(
  bodies: readonly { readonly part: SiteView; readonly unit: string | null }[],
): Generator<Observation<'lives-missing'>> {
  let count = 0
  const lacking = bodies.flatMap(({ part, unit }) => {
    const { told, blank, none } = livesOf(part, part.leaders)
    const isMissed = told.length >= LEAST_TOLD && told.length > blank.length + none.length
    count += told.length + blank.length + none.length
    return [...blank, ...(isMissed ? none : [])].map((leader) => ({ leader, unit }))
  })
  if (lacking.length === 0) return
  yield {
    outcome: 'lives-missing',
    subject: bodies.some(({ unit }) => unit !== null) ? '各单位领导简历' : '领导简历',
    facts: {
      count,
      missing: lacking.length,
      names: listed(
        lacking.map(({ leader, unit }) =>
          unit === null ? leader.name : `${leader.name}（${unit}）`,
        ),
      ),
    },
    measure: { value: 1 - lacking.length / count, unit: 'share' },
    evidence: placesOf(lacking.map(({ leader }) => leader)),
  }
}

/** Those whom a notice of the portal's own has relieved of the post under which they stand. */
function* dismissed(site: SiteView, graceDays: number): Generator<Observation<'dismissed'>> {
  const found = stillListed(site, graceDays)
  if (found.length === 0) return
  const told = found.map(
    ({ leader, day, notice }) =>
      `${leader.name}（${leader.post}；${day} 的通知：“${clip(notice.quote, 50)}”）`,
  )
  yield {
    outcome: 'dismissed',
    subject: '已免职的领导',
    facts: { count: found.length, names: listed(told) },
    measure: { value: found.length, unit: 'count' },
    evidence: found.flatMap(({ leader, notice }) => [leader.place, notice]).slice(0, 10),
  }
}

/** Leaders of the portal's units, each unit by its own columns: those without what most of them have. */
function* ofUnits(portal: SiteView): Generator<Observation<Outcome>> {
  const parts = unitsOf(portal).map((unit) => ({ unit, part: partOf(portal, unit) }))
  const told = parts.filter(({ part }) => part.leaders.length > 0)
  const count = told.reduce((sum, { part }) => sum + part.leaders.length, 0)
  for (const [outcome, what, isLacking] of [
    ['posts-missing', '职务', ({ post }: Leader) => isBlank(post)],
    ['duties-missing', '分工', ({ duties }: Leader) => isBlank(duties)],
  ] as const) {
    const lacking = told.flatMap(({ unit, part }) => {
      const answer = judge(part, outcome === 'duties-missing' ? DUTIES : undefined)
      const isSure = answer.outcome === outcome && answer.coverage?.value === 'complete'
      return isSure ? part.leaders.filter(isLacking).map((leader) => ({ unit, leader })) : []
    })
    if (lacking.length === 0 || lacking.length * 2 >= count) continue
    yield {
      outcome,
      subject: `各单位领导信息：${what}`,
      facts: {
        count,
        missing: lacking.length,
        names: listed(lacking.map(({ unit, leader }) => `${leader.name}（${unit.name}）`)),
      },
      measure: { value: 1 - lacking.length / count, unit: 'share' },
      evidence: placesOf(lacking.map(({ leader }) => leader)),
      coverage: WHOLE,
    }
  }
}

const IN_CHARGE = /政务公开|信息公开|政府信息|政务信息/
/** Who leads the office may lead this with it, and general words may hold it: then nothing is told. */
const MAY_BE =
  /办公室|党政办|政府办|综合(?!执法|行政执法|治理|整治)|文秘|秘书|政务|行政事务|机关|日常|常务|协助.{0,12}(?:全面|主持)|等/

/** Is there one among the leaders whose duties name the openness of government? */
function* chargeOf(site: SiteView): Generator<Observation<'charge-shown' | 'charge-missing'>> {
  const { leaders } = site
  const named = leaders.filter(({ duties }) => IN_CHARGE.test(duties ?? ''))
  const vague = leaders.some(({ duties }) => MAY_BE.test(duties ?? ''))
  const open = vague || leaders.length < LEAST_LEADERS || site.coverage !== 'complete'
  if (named.length === 0 && open) return
  const shown = named.length > 0 ? named : leaders
  yield {
    outcome: named.length > 0 ? 'charge-shown' : 'charge-missing',
    subject: '政务公开分管领导',
    facts: {
      count: leaders.length,
      names: listed(shown.map(({ name, duties }) => `${name}（${clip(duties ?? '', 30)}）`)),
    },
    evidence: placesOf(shown),
  }
}
/** Of one or two leaders the others may not be shown. */
const LEAST_LEADERS = 3

const DUTIES = 'duties'

type Outcome =
  | 'complete'
  | 'posts-missing'
  | 'duties-missing'
  | 'missing'
  | 'unreadable'
  | 'external'

/** `only`: what posts lack is not asked. */
function judge(site: SiteView, only?: typeof DUTIES): Observation<Outcome> {
  const columns = site.columnsOf(TOPIC, 0.5)
  const { leaders } = site
  if (leaders.length === 0) {
    const column = columns.find((one) => one.kind !== 'external') ?? columns[0]
    const bare = site.bareEntries.find((entry) => entry.topic === TOPIC)
    if (column === undefined && bare !== undefined)
      return {
        outcome: 'unreadable',
        subject: SUBJECT,
        facts: { column: bare.text },
        evidence: [bare.place],
      }
    if (column === undefined)
      return {
        outcome: 'missing',
        subject: SUBJECT,
        evidence: site.home === null ? [] : [citePage(site.home)],
        coverage: searched(site),
      }
    return {
      outcome: column.kind === 'external' ? 'external' : 'unreadable',
      subject: SUBJECT,
      facts: { column: column.name, target: column.url },
      evidence: citeColumn(site, column),
    }
  }
  const withoutPost = only === DUTIES ? [] : leaders.filter((leader) => isBlank(leader.post))
  const withoutDuties = leaders.filter((leader) => isBlank(leader.duties))
  const lacking = withoutPost.length > 0 ? withoutPost : withoutDuties
  const shown = lacking.length > 0 ? lacking : leaders
  return {
    outcome:
      withoutPost.length > 0
        ? 'posts-missing'
        : withoutDuties.length > 0
          ? 'duties-missing'
          : 'complete',
    subject: SUBJECT,
    facts: {
      count: leaders.length,
      missing: lacking.length,
      names: listed(shown.map((leader) => leader.name)),
      withoutPost: withoutPost.map((leader) => leader.name),
      withoutDuties: withoutDuties.map((leader) => leader.name),
    },
    measure: { value: 1 - lacking.length / leaders.length, unit: 'share' },
    evidence: placesOf(shown),
    coverage:
      (withoutPost.length > 0 ? null : dutiesElsewhere(site, withoutDuties)) ??
      coverageOf(site, columns, leaders, lacking),
  }
}

/**
 * Duties are often divided by a paper of their own, which tells them of everybody: one that names a leader without
 * duties, or whose text was not read whole.
 */
function dutiesElsewhere(site: SiteView, lacking: readonly Leader[]): Rests | null {
  const papers = itemsTitled(
    site,
    /(?:领导|班子|局长|县长|区长|市长|镇长|主任).{0,12}分工|工作分工/,
  )
  const names = lacking.map(({ name }) => compareForm(name))
  const paper = papers.find(({ item }) => {
    const view = item.url === null ? null : site.pageAt(item.url)
    const text = view === null || !isReadWhole(view) ? null : compareForm(view.page.text.excerpt)
    return text === null || names.some((name) => text.includes(name))
  })
  return paper === undefined ? null : partly(`“${clip(paper.item.title, 40)}”可能写明了分工`)
}

/** The paper's words stand on its page, and all were read: no file, frame or picture holds more of it. */
function isReadWhole(view: PageView): boolean {
  const { page } = view
  return (
    page.blocked === null &&
    page.kind.value === 'article' &&
    page.text.excerpt.trim() !== '' &&
    page.text.length <= page.text.excerpt.length &&
    !page.truncated &&
    page.attachments.length === 0 &&
    page.frames.length === 0 &&
    !(page.pictures ?? []).some(({ inBody }) => inBody) &&
    hiddenByScript(view) === null
  )
}

/** Words that would stand in a post, and words that would stand in a list of duties. */
const POST_WORDS = /局长|主任|书记|组长|处长|科长|区长|市长|县长|镇长|巡视员|调研员/
const DUTY_WORDS = /分管|负责|协助|主持|分工|职责|领导.{0,8}全面工作|联系.{0,12}工作/

/**
 * What a leader lacks is sure where nothing is left unread: no column cut short, no particulars behind the name's own
 * link, and no particulars on the page that we failed to give to anybody.
 */
function coverageOf(
  site: SiteView,
  columns: readonly Column[],
  leaders: readonly Leader[],
  lacking: readonly Leader[],
): Rests {
  const cut = columns.find((column) => column.kind === 'local' && column.coverage === 'partial')
  if (cut) return partly(cut.coverageBecause ?? `“${cut.name}”没有读全`)
  const behind = lacking.find((leader) => isBehindLink(site, leader))
  if (behind) return partly(`“${behind.name}”的详情页没有读到`)
  const page = site.pageAt(lacking[0]?.place.url ?? '')?.page
  const rest = page === undefined ? '' : withoutNames(withoutMenu(page), leaders)
  const words = lacking.some(({ post }) => isBlank(post)) ? POST_WORDS : DUTY_WORDS
  if (lacking.length === leaders.length && (words.test(rest) || saysMore(rest, leaders)))
    return partly('页面上有职务、分工字样，但没有对应到人')
  return WHOLE
}

/** The page's words without the lines that are links and nothing else: a menu of columns beside the names, none of them of duties. */
function withoutMenu({ links, text }: PageView['page']): string {
  const entries = new Set(
    links.filter((link) => !DUTY_WORDS.test(link.text)).map((link) => compareForm(link.text)),
  )
  return text.excerpt
    .split('\n')
    .filter((line) => !entries.has(compareForm(line)))
    .join('\n')
}

/** The page's words without the names and the posts that were given to somebody. */
function withoutNames(text: string, leaders: readonly Leader[]): string {
  const read = leaders.flatMap(({ name, post }) => (post === null ? [name] : [post, name]))
  return read.reduce((rest, words) => rest.replaceAll(words, ''), text)
}

/** So many characters for each leader may tell of duties in words that we do not know. */
const FEW = 4

function saysMore(rest: string, leaders: readonly Leader[]): boolean {
  const known = leaders.filter(({ post }) => post !== null)
  const words = rest.replace(/[^\p{Script=Han}]/gu, '').length
  return known.length === leaders.length && words > HEADING + FEW * leaders.length
}

/** Of a heading, a trail, a line above the names. */
const HEADING = 12

/** The name is a link whose page was not read, or whose address cannot be read. */
function isBehindLink(site: SiteView, leader: Leader): boolean {
  const page = site.pageAt(leader.place.url)?.page
  if (page === undefined) return true
  const name = compareForm(leader.name)
  const bare = (page.bareEntries ?? []).some((entry) => compareForm(entry.text).includes(name))
  const links = page.links.filter((link) => compareForm(link.text).includes(name))
  return bare || links.some((link) => site.pageAt(link.url) === null)
}

/** A page about the agency that speaks of its leaders may hold what no column of its own shows. */
function searched(site: SiteView): Rests {
  const about = [...site.columnsOf('institution', 0.3), ...site.columnsOf('overview', 0.3)]
  const speaking = about.find((column) =>
    /领导|局长|主任|所长|书记|负责人/.test(site.pageAt(column.url)?.page.text.excerpt ?? ''),
  )
  if (speaking) return partly(`领导信息可能写在“${speaking.name}”里`)
  const unread = about.find((column) => site.pageAt(column.url) === null)
  if (unread) return partly(`“${unread.name}”没有读到`)
  return behindPlatform(site) ?? asPortal(site)
}

function isBlank(text: string | null): boolean {
  return text === null || isPlaceholder(text)
}

function placesOf(leaders: readonly Leader[]): Place[] {
  return leaders.slice(0, 10).map((leader) => leader.place)
}
