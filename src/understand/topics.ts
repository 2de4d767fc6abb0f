/**
 * Which canonical column (主题) a column is, by its names first and by place and address second, with grounds and
 * sureness (domain-rules L). Decides nothing about the column's content. A name that two topics share is no answer:
 * better unknown than wrong.
 */
import { compareForm } from '#base/text'
import type { Lexicon, LexiconTopic } from '#model/lexicon'
import type { Reading } from '#model/page'
import {
  containedTopics,
  createNameCutter,
  joinedTopic,
  longest,
  nameTable,
  patternsOf,
  type Stem,
} from './name-composition.ts'
import { nearness, ownerForms, stripName, withoutOffice, withoutTrade } from './name-forms.ts'

/** What is known of a column when its topic is asked for. */
export interface TopicClues {
  /** Its own name first, then the other names it is linked by. */
  readonly names: readonly string[]
  /** Names of what it stands under, outermost first (breadcrumb without home and itself). */
  readonly trail: readonly string[]
  readonly url: string
  /** Official tags ColumnName and ColumnType where present. */
  readonly tags: readonly string[]
}

export interface TopicMatcher {
  topicOf(clues: TopicClues): Reading<string> | null
  /** Best guess for an unknown name, below the bar of a topic; null when nothing is near. */
  proposalFor(clues: TopicClues): string | null
  nameOf(topic: string): string
  isNotColumn(name: string): boolean
  /** The bare name surely names a canonical column or section. */
  isColumnNamed(name: string): boolean
}

interface Match {
  readonly topic: LexiconTopic
  readonly sureness: number
  readonly because: string
  /** The column it stands under is among the grounds already, so it is no second witness. */
  readonly byParent?: true
}

/** Sureness of a name that a witness of another kind bears out: place, address or official tag. */
const WITNESSED = 0.92
/** Names below this are guesses that a witness alone does not make sure. */
const WITNESS_FROM = 0.8
/** A name made as a synonym's pattern says: hardly below a weak one with its parent. */
const PATTERNED = 0.845
/** A vague name where only its parent says what it means. */
const PLACED = 0.855
/** A name that is vague but for the topic it stands under. */
const AT_HOME = 0.88
/** Names that only one topic has are right as often as whole synonyms once they are told apart, be they read in another way. */
const ALONE_FROM = 0.86
const ALONE = 0.9

/** Nearness (bigram Dice) below which a name is not even proposed. */
const PROPOSAL_FLOOR = 0.5

/**
 * `ownNames`: names of the agency and the portal; they and their region are dropped from column names, so that
 * 某某局通知公告 is 通知公告.
 */
export function createTopicMatcher(lexicon: Lexicon, ownNames: readonly string[]): TopicMatcher {
  const byId = new Map(lexicon.topics.map((topic) => [topic.id, topic]))
  const exact = nameTable(lexicon.topics, (topic) => [topic.name])
  const synonyms = nameTable(lexicon.topics, (topic) => topic.synonyms)
  const weak = nameTable(lexicon.topics, (topic) => topic.weak)
  const cutter = createNameCutter(lexicon.nameParts)
  const wilds = patternsOf(lexicon.topics, (topic) => topic.synonyms, cutter.units)
  const weakWilds = patternsOf(lexicon.topics, (topic) => topic.weak, cutter.units)
  const below = nameTable(lexicon.topics, (topic) => topic.below ?? [])
  const belowWilds = patternsOf(lexicon.topics, (topic) => topic.below ?? [], cutter.units)
  const excepted = nameTable(lexicon.topics, (topic) => topic.except ?? [])
  const exceptedWilds = patternsOf(lexicon.topics, (topic) => topic.except ?? [], null, 0)
  const notColumns = new Set(lexicon.notColumns.map(compareForm))
  const owners = ownNames.flatMap(ownerForms).sort((a, b) => b.length - a.length)

  const nameOf = (id: string): string => byId.get(id)?.name ?? id
  const strip = (name: string): string => stripName(name, owners)
  const national = ownNames.some((name) => /国家|中华人民共和国|全国/.test(name))
  const belowProvince = ownNames.some((name) =>
    /[^省]{2,}[市县区旗州]/.test(name.replace(/^.{2,8}?(省|自治区)/, '')),
  )
  /** Columns that reprint a higher level (国务院要闻, 省政府文件 on a city's portal) are not the unit's own. */
  const foreign = (name: string): boolean => {
    const form = compareForm(name)
    if (owners.some((owner) => form.startsWith(owner))) return false
    if (!national && /^(国务院|党中央|中央|国家|国内|全国|中国政府网|上级)/.test(form)) return true
    return belowProvince && /^(省|自治区)(?!长|会)/.test(form)
  }
  /** Topics that the name of something above surely means. */
  const aboveNamed = new Map<string, readonly LexiconTopic[]>()
  const topicsAbove = (name: string): readonly LexiconTopic[] => {
    const known = aboveNamed.get(name)
    if (known !== undefined) return known
    const form = compareForm(name)
    const whole = [exact, synonyms].flatMap(
      (table) => table.get(form) ?? table.get(strip(name)) ?? [],
    )
    const topics = whole.length > 0 ? whole : longest(wilds, form)
    aboveNamed.set(name, topics)
    return topics
  }
  /** Topics a trail names, for confirming weak names. */
  const trailTopics = (trail: readonly string[]): ReadonlySet<string> =>
    new Set(trail.flatMap(topicsAbove).map(({ id }) => id))

  /**
   * Topics of what it stands directly under, where its name says so: 部门年度报告 under 信息公开年报 ends with one of the
   * column's own names, 行政区划 under 概况信息 is known to stand there.
   */
  const atHome = (form: string, trail: readonly string[]): readonly LexiconTopic[] => {
    const above = topicsAbove(trail.at(-1) ?? '').filter(({ kind }) => kind === 'column')
    if (above.length === 0) return []
    const known = new Set([...(below.get(form) ?? []), ...longest(belowWilds, form)])
    return above.filter((topic) => {
      if (known.has(topic)) return true
      if (NO_HOME.has(topic.id)) return false
      return [topic.name, ...topic.synonyms, ...topic.weak].some(
        (one) => form.length > one.length && form.endsWith(one),
      )
    })
  }

  /** Without words round it the name is another column's: 现行有效规范性文件库. */
  const isColumnBeyond = (form: string): boolean =>
    cutter.plainForms(form).some((one) => exact.has(one) || synonyms.has(one))

  const isExcepted = ({ topic }: Match, forms: readonly string[]): boolean =>
    (topic.except ?? []).length > 0 &&
    forms.some(
      (form) =>
        excepted.get(form)?.includes(topic) === true ||
        exceptedWilds.some((pattern) => pattern.topic === topic && pattern.fits(form)),
    )

  /** Topics of what stands before words like 汇编, 名单, 公示; 教育公告 of an education office are its notices. */
  const behind = (stem: Stem): { topics: readonly LexiconTopic[]; sureness: number } => {
    const { form, recorded } = stem
    const named = [...(exact.get(form) ?? []), ...(synonyms.get(form) ?? [])]
    const able = ({ id, kind }: LexiconTopic): boolean =>
      kind === 'column' && id !== 'inquiries' && !(recorded && NOT_RECORDED.has(id))
    const own = recorded && owners.some((owner) => owner.includes(form))
    if (own) return { topics: [], sureness: 0 }
    if (named.length > 0) return { topics: named.filter(able), sureness: 0.87 }
    const made = longest(wilds, form)
    if (made.length > 0) return { topics: made.filter(able), sureness: PATTERNED }
    const vague = recorded && !VAGUE_STEMS.has(form) ? (weak.get(form) ?? []) : []
    return { topics: vague.filter(able), sureness: PLACED }
  }

  const byName = (name: string, clues: TopicClues, parents: ReadonlySet<string>): Match[] => {
    const form = compareForm(name)
    const short = strip(name)
    const found: Match[] = []
    const add = (topics: readonly LexiconTopic[] | undefined, sureness: number, why: string) => {
      for (const topic of topics ?? []) found.push({ topic, sureness, because: why })
    }
    add(exact.get(form), 0.98, `名称“${name}”即规范栏目名`)
    add(synonyms.get(form), 0.93, `名称“${name}”是同义名`)
    if (short !== form && short.length >= 2) {
      add(exact.get(short), 0.9, `名称“${name}”去掉单位名、年份后即规范栏目名`)
      add(synonyms.get(short), 0.87, `名称“${name}”去掉单位名、年份后是同义名`)
    }
    if (found.length === 0)
      add(joinedTopic(short, [exact, synonyms], weak), 0.9, `名称“${name}”由同一栏目的几个名称连成`)
    const home = found.length === 0 && !isColumnBeyond(short) ? atHome(short, clues.trail) : []
    for (const topic of home) {
      const because = `名称“${name}”含有上级栏目“${nameOf(topic.id)}”的名称`
      found.push({ topic, sureness: AT_HOME, because, byParent: true })
    }
    if (home.length === 0) add(longest(wilds, form), PATTERNED, `名称“${name}”合于同义名的式样`)
    const doubtful = weak.get(form) ?? weak.get(short) ?? []
    const patterned = longest(weakWilds, form)
    for (const topic of [...doubtful, ...patterned]) {
      const parent = parentOf(topic, parents)
      const segment = pinyinHint(topic, clues.url)
      if (parent !== null) {
        const where = nameOf(parent)
        const because = `名称“${name}”，位于“${where}”之下`
        found.push({
          topic,
          sureness: parent === topic.id ? AT_HOME : PLACED,
          because,
          byParent: true,
        })
      } else if (segment !== null) {
        add([topic], 0.82, `名称“${name}”，网址目录为 ${segment}`)
      } else if (doubtful.includes(topic)) {
        add([topic], 0.45, `名称“${name}”含义不确定，上级栏目与网址都不能佐证`)
      }
    }
    if (found.length === 0) {
      // 税务规范性文件 of a tax office: what it deals in stands before the column's own name.
      const bare = withoutTrade(short, owners) ?? withoutOffice(short)
      if (bare !== null) {
        const why = `名称“${name}”去掉本单位业务名后`
        add(exact.get(bare), 0.88, `${why}即规范栏目名`)
        add(synonyms.get(bare), 0.86, `${why}是同义名`)
      }
    }
    if (found.length === 0) {
      for (const plain of cutter.plainForms(short)) {
        const named = [...(exact.get(plain) ?? []), ...(synonyms.get(plain) ?? [])]
        add(named.filter(isColumn), 0.87, `名称“${name}”去掉泛称后即栏目的名称“${plain}”`)
        for (const topic of named.length > 0 ? [] : (weak.get(plain) ?? []).filter(isColumn)) {
          const parent = parentOf(topic, parents)
          const because = `名称“${name}”去掉泛称后是“${plain}”，位于“${nameOf(parent ?? '')}”之下`
          if (parent !== null) found.push({ topic, sureness: PATTERNED, because, byParent: true })
        }
        if (found.length > 0) break
      }
    }
    for (const stem of found.length === 0 ? cutter.stemsOf(short) : []) {
      const { topics, sureness } = behind(stem)
      add(topics, sureness, `名称“${name}”是“${stem.form}”的汇集或公布`)
      if (topics.length > 0) break
    }
    if (found.length === 0) {
      for (const topic of containedTopics(short, exact, synonyms)) {
        const because = `名称“${name}”含有“${topic.name}”的名称`
        const parent = parentOf(topic, parents)
        // A whole long name with 及标准 or the like behind it, where such a column belongs.
        const placed = parent !== null && compareForm(topic.name).length >= LONG_NAME
        if (placed && short.startsWith(compareForm(topic.name)))
          add([topic], 0.9, `${because}，位于“${nameOf(parent)}”之下`)
        else add([topic], 0.55, because)
      }
    }
    const fit = found.filter((match) => !isExcepted(match, [form, short]))
    return foreign(name) ? fit.map(asUpperLevel) : fit
  }

  /** What else says the same as the name, in Chinese; null where nothing does. */
  const witnessFor = (
    match: Match,
    clues: TopicClues,
    parents: ReadonlySet<string>,
  ): string | null => {
    const segment = pinyinHint(match.topic, clues.url)
    if (segment !== null && !match.because.includes('网址目录')) return `网址目录为 ${segment}`
    const parent = match.byParent ? null : parentOf(match.topic, parents)
    if (parent !== null) return `位于“${nameOf(parent)}”之下`
    const tag = clues.tags.find((one) => {
      const forms = [compareForm(one), strip(one)]
      const named = forms.flatMap((form) => [
        ...(exact.get(form) ?? []),
        ...(synonyms.get(form) ?? []),
      ])
      return named.length > 0 && named.every((topic) => topic.id === match.topic.id)
    })
    return tag === undefined ? null : `栏目标签为“${tag}”`
  }

  const witnessed = (match: Match, clues: TopicClues, parents: ReadonlySet<string>): Match => {
    if (match.sureness < WITNESS_FROM || match.sureness >= WITNESSED) return match
    const witness = witnessFor(match, clues, parents)
    if (witness === null) return match
    return { ...match, sureness: WITNESSED, because: `${match.because}，${witness}` }
  }

  const decide = (matches: readonly Match[], clues: TopicClues): Match | null => {
    const best = Math.max(0, ...matches.map((match) => match.sureness))
    if (best === 0) return null
    const top = uniqueTopics(matches.filter((match) => match.sureness > best - 0.02))
    if (top.length === 1) return top[0] ?? null
    // Same name, several topics: the address may tell them apart, a column beats a section, else nothing does.
    const hinted = top.filter((match) => pinyinHint(match.topic, clues.url) !== null)
    if (hinted.length === 1) return hinted[0] ?? null
    const columns = top.filter((match) => match.topic.kind === 'column')
    return columns.length === 1 ? (columns[0] ?? null) : null
  }

  return {
    topicOf(clues) {
      const parents = trailTopics(clues.trail)
      for (const [index, name] of clues.names.entries()) {
        const decided = decide(byName(name, clues, parents), clues)
        if (decided && decided.sureness >= 0.55) {
          const match = witnessed(decided, clues, parents)
          const sureness = index === 0 ? settled(match.sureness) : match.sureness - 0.08
          return { value: match.topic.id, sureness: round(sureness), because: match.because }
        }
      }
      for (const tag of clues.tags) {
        const match = decide(byName(tag, clues, parents), clues)
        if (match && match.sureness >= 0.8) {
          return {
            value: match.topic.id,
            sureness: round(match.sureness - 0.13),
            because: `栏目标签（ColumnName/ColumnType）${match.because}`,
          }
        }
      }
      const doubtful = clues.names
        .map((name) => decide(byName(name, clues, parents), clues))
        .find((match) => match !== null)
      if (doubtful) {
        return {
          value: doubtful.topic.id,
          sureness: doubtful.sureness,
          because: doubtful.because,
        }
      }
      return null
    },
    proposalFor(clues) {
      const hinted = lexicon.topics.filter(
        (topic) => topic.kind === 'column' && pinyinHint(topic, clues.url) !== null,
      )
      if (hinted.length === 1) return hinted[0]?.id ?? null
      let best: { id: string; score: number } | null = null
      for (const topic of lexicon.topics) {
        if (topic.kind === 'section') continue
        for (const candidate of [topic.name, ...topic.synonyms]) {
          for (const name of clues.names) {
            const score = nearness(strip(name), compareForm(candidate))
            if (score >= PROPOSAL_FLOOR && score > (best?.score ?? 0))
              best = { id: topic.id, score }
          }
        }
      }
      return best?.id ?? null
    },
    nameOf,
    isNotColumn: (name) => notColumns.has(compareForm(name)),
    isColumnNamed(name) {
      const form = compareForm(name)
      const short = strip(name)
      return [form, short].some((one) => exact.has(one) || synonyms.has(one))
    },
  }
}

/** Names of so many characters are no part of another word. */
const LONG_NAME = 6

/** The topic itself or one of its parents that the trail names; many portals have no step between 信息公开 and what must be public. */
function parentOf(topic: LexiconTopic, parents: ReadonlySet<string>): string | null {
  const stands = (id: string): boolean =>
    id !== 'home' && (parents.has(id) || (id === 'ogiCatalogue' && parents.has('ogi')))
  return [topic.id, ...topic.parents].find(stands) ?? null
}

/** Columns below these go by any name with their own in it: a posting under 通知公告, a speech under 领导信息. */
const NO_HOME = new Set([
  ...['news', 'notices', 'features', 'inquiries', 'newMedia', 'sitemap', 'serviceGuide', 'leaders'],
  ...[
    'policyDocuments',
    'education',
    'health',
    'ogiRules',
    'ogiCatalogue',
    'openData',
    'formDownloads',
  ],
])

function isColumn({ kind, id }: LexiconTopic): boolean {
  return kind === 'column' && id !== 'inquiries'
}

/** Topics whose names with 公告, 结果, 之窗 behind them are as often another column. */
const NOT_RECORDED = new Set([
  ...['news', 'notices', 'policyDocuments', 'governmentRules', 'serviceGuide', 'inquiries'],
  ...['formDownloads', 'ogiGuide', 'ogiRules', 'sitemap', 'institution', 'leaders', 'supervision'],
  ...['features', 'newMedia', 'openData'],
])

/** Made known they are as often something else: posts and examinations, reports of any office. */
const VAGUE_STEMS = new Set(['人事', '年度报告', '年报', '年度工作报告', '年度报表', '报表'])

const UPPER_BOUND = 0.45
const OWN_ONLY = new Set([
  'news',
  'notices',
  'policyDocuments',
  'normativeDocuments',
  'policyInterpretation',
])

/** A higher level's news is no news of the unit: too unsure to be its column. */
function asUpperLevel(match: Match): Match {
  if (!OWN_ONLY.has(match.topic.id)) return match
  return {
    topic: match.topic,
    sureness: Math.min(match.sureness, UPPER_BOUND),
    because: `${match.because}，但名称指上级机关，内容可能是转载`,
  }
}

function uniqueTopics(matches: readonly Match[]): readonly Match[] {
  const seen = new Map<string, Match>()
  for (const match of matches) if (!seen.has(match.topic.id)) seen.set(match.topic.id, match)
  return [...seen.values()]
}

/** The path segment of `url` that equals one of the topic's hints; the last segments count, not the host. */
function pinyinHint(topic: LexiconTopic, url: string): string | null {
  if (topic.pinyin.length === 0) return null
  let path: string
  try {
    path = new URL(url).pathname
  } catch {
    return null
  }
  const segments = path.toLowerCase().split('/').filter(Boolean)
  const last = segments.at(-1)
  const names = last?.includes('.')
    ? [last.slice(0, last.indexOf('.')).replace(/^(index|default|list)$/, ''), segments.at(-2)]
    : [last]
  return names.find((name) => name !== undefined && topic.pinyin.includes(name)) ?? null
}

function settled(sureness: number): number {
  return sureness >= ALONE_FROM ? Math.max(sureness, ALONE) : sureness
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
