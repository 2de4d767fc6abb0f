/**
 * How the names of the lexicon are put together into a portal's: tables of whole names, the patterns that `*` makes, a name
 * that holds or joins others. Says which topics a form means; how sure that is, and what place and address add, is decided in
 * topics.ts.
 */
import { compareForm } from '#base/text'
import type { LexiconTopic, NameParts } from '#model/lexicon'

/** Most characters that `*` stands for. */
const MOST_FILLED = 8

export type NameTable = ReadonlyMap<string, readonly LexiconTopic[]>

export function nameTable(
  topics: readonly LexiconTopic[],
  names: (topic: LexiconTopic) => readonly string[],
): NameTable {
  const table = new Map<string, LexiconTopic[]>()
  for (const topic of topics) {
    for (const name of names(topic)) {
      if (name.includes('*')) continue
      const form = compareForm(name)
      const rows = table.get(form) ?? []
      rows.push(topic)
      table.set(form, rows)
    }
  }
  return table
}

/** A name of the lexicon with `*` in it. */
export interface Pattern {
  readonly topic: LexiconTopic
  /** Its own letters: 县区领导简介 is *领导简介 before it is *简介. */
  readonly letters: number
  fits(form: string): boolean
}

/** `units`: what names of units end with; what a pattern leaves open behind is no unit (行政执法* and 行政执法局), but may be whom an overview is of (走进某某中心). */
export function patternsOf(
  topics: readonly LexiconTopic[],
  names: (topic: LexiconTopic) => readonly string[],
  units: RegExp | null = null,
  leastFilled: 0 | 1 = 1,
): readonly Pattern[] {
  return topics.flatMap((topic) =>
    names(topic)
      .filter((name) => name.includes('*'))
      .map((name): Pattern => {
        const parts = name.split('*').map(compareForm)
        const [first = ''] = parts
        const last = parts.at(-1) ?? ''
        const least = parts.join('').length + leastFilled * (parts.length - 1)
        const whole = new RegExp(`^${parts.join(`.{${leastFilled},${MOST_FILLED}}`)}$`)
        const guard = last === '' && topic.id !== 'overview' ? units : null
        return {
          topic,
          letters: name.length,
          fits: (form) =>
            form.length >= least &&
            form.startsWith(first) &&
            form.endsWith(last) &&
            whole.test(form) &&
            guard?.test(form) !== true,
        }
      }),
  )
}

/** Topics of the patterns that say most: 县区领导简介 is *领导简介 before it is *简介. */
export function longest(patterns: readonly Pattern[], form: string): readonly LexiconTopic[] {
  const fitting = patterns.filter((pattern) => pattern.fits(form))
  const most = Math.max(...fitting.map(({ letters }) => letters))
  return fitting.filter(({ letters }) => letters === most).map(({ topic }) => topic)
}

/** What a name says before words of how its entries are put together or made known. */
export interface Stem {
  readonly form: string
  /** Entries of the thing (处罚文书, 低保名单) rather than the same column in other words (解读材料库). */
  readonly recorded: boolean
}

/** 低保对象名单公示, 最新部门文件信息公开: more words than these are another name. */
const MOST_PARTS = 3

/** Takes off a name the words that stand round it. */
export interface NameCutter {
  /** Without words that only say whose or what sort of words it is, least taken off first; without the name itself. */
  plainForms(form: string): readonly string[]
  /** Longest first; without the name itself. */
  stemsOf(form: string): readonly Stem[]
  /** Matches the names of units; null where the lexicon has none. */
  readonly units: RegExp | null
}

export function createNameCutter(parts: NameParts): NameCutter {
  const before = anyOf(parts.before, '^', '')
  const behind = anyOf(parts.behind, '', '$')
  const collected = anyOf(parts.collected, '', '$')
  const recorded = anyOf(parts.recorded, '', '$')
  const without = (form: string, part: RegExp | null): string | null => {
    const rest = part === null ? form : form.replace(part, '')
    return rest === form || rest.length < 2 ? null : rest
  }
  return {
    units: anyOf(parts.units, '.{2}', '$'),
    plainForms(form) {
      const forms = new Set([form])
      let edge = [form]
      for (let k = 0; k < MOST_PARTS && edge.length > 0; k++) {
        edge = edge.flatMap((one) =>
          [behind, before, collected].flatMap((part) => {
            const rest = without(one, part)
            return rest === null || forms.has(rest) ? [] : [rest]
          }),
        )
        for (const one of edge) forms.add(one)
      }
      forms.delete(form)
      return [...forms]
    },
    stemsOf(name) {
      const stems: Stem[] = []
      let form = name
      let isRecorded = false
      for (let k = 0; k < MOST_PARTS; k++) {
        const bare = without(form, collected)
        const next = bare ?? without(form, recorded)
        if (next === null) break
        isRecorded ||= bare === null
        form = next
        stems.push({ form, recorded: isRecorded })
      }
      return stems
    },
  }
}

/** The longest of the words counts; null for no words. */
function anyOf(words: readonly string[], before: string, behind: string): RegExp | null {
  const forms = words.map(compareForm).sort((a, b) => b.length - a.length)
  return forms.length === 0 ? null : new RegExp(`${before}(?:${forms.join('|')})${behind}`)
}

/**
 * Topics whose name (four characters or more) ends or begins `form`: the longest one only, since 政府信息公开年报 also
 * holds 政府信息公开. Two different topics of equal length are no answer.
 */
export function containedTopics(
  form: string,
  ...tables: readonly NameTable[]
): readonly LexiconTopic[] {
  let best: { length: number; topics: LexiconTopic[] } = { length: 3, topics: [] }
  for (const table of tables) {
    for (const [name, topics] of table) {
      if (name.length < best.length || form.length > name.length + 8) continue
      const rest = form.endsWith(name) ? '' : form.startsWith(name) ? form.slice(name.length) : null
      if (
        rest === null ||
        (rest !== '' &&
          !/^(\d+|试运行|试行|测试版?|平台|公开|及标准|和标准|标准|及依据)$/.test(rest))
      )
        continue
      if (form.includes(`非${name}`) || topics.every((topic) => topic.kind === 'section')) continue
      if (name.length > best.length) best = { length: name.length, topics: [...topics] }
      else best.topics.push(...topics)
    }
  }
  return best.length >= 4 && new Set(best.topics).size === 1 ? best.topics.slice(0, 1) : []
}

/**
 * The topic that every part of a joined name names by itself (规划计划总结 = 规划 + 计划总结, 五年规划及中长期规划); none where
 * a part names nothing, or another topic too.
 */
export function joinedTopic(
  form: string,
  tables: readonly NameTable[],
  weak: NameTable,
): readonly LexiconTopic[] {
  const only = (topics: ReadonlySet<LexiconTopic>): LexiconTopic | null =>
    topics.size === 1 ? ([...topics][0] ?? null) : null
  const named = (part: string): LexiconTopic | null =>
    only(new Set(tables.flatMap((table) => table.get(part) ?? [])))
  // 征集与调查: a word that is too little by itself goes with one that is not.
  const vaguely = (part: string): LexiconTopic | null =>
    named(part) ?? only(new Set(weak.get(part) ?? []))
  const listed = form.split(/[及和与]/)
  const splits = listed.length > 1 ? [listed] : []
  for (let at = 2; at <= form.length - 2; at++) splits.push([form.slice(0, at), form.slice(at)])
  for (const parts of splits) {
    const sure = parts.map(named)
    const topics = new Set(
      parts === listed && sure.some((topic) => topic !== null) ? parts.map(vaguely) : sure,
    )
    const [one = null] = topics
    if (topics.size === 1 && one !== null && one.kind !== 'section') return [one]
  }
  return []
}
