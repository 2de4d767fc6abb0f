/**
 * Words by which pages label their fields (联系电话, 成文日期 …), one mechanism for all that read them: a family of words is
 * data (data/lexicon/labels.yaml, read by `catalog/labels`), put together from parts. Gives the words themselves and the
 * sources of expressions; where on a page a label stands is for those who read.
 */

/** The families that readers and checks ask for; the data gives each its words. */
export const LABEL_IDS = [
  ...['indexNumber', 'topic', 'issuer', 'signedOn', 'publishedOn', 'documentTitle'],
  ...['decidedOn', 'letterSignedOn'],
  ...['pageDay', 'plainDay', 'changedOn'],
  ...['documentNumber', 'keywords', 'validity'],
  ...['serviceName', 'legalBasis', 'conditions', 'materials', 'place', 'serviceHours', 'procedure'],
  ...['address', 'officeHours', 'telephone', 'consulting', 'calling', 'postcode', 'fax', 'email'],
  ...['receiver', 'recipient', 'howToApply', 'unitName', 'functions', 'divisions', 'head'],
  ...['post', 'duties', 'personField'],
  ...['letter', 'letterAskedOn', 'askedOn', 'answered', 'answeredOn', 'answerText'],
  ...['messageState', 'messageUnit', 'messageTitle'],
  ...['dataFormat', 'updateCycle', 'downloads'],
  ...['standardName', 'standardBasis', 'standardContent', 'standardBody', 'standardLimit'],
  ...['standardWay', 'standardBeside'],
  ...['catalogueWay', 'catalogueChannel', 'catalogueAudience'],
] as const

export type LabelId = (typeof LABEL_IDS)[number]

/** One of these words stands here; `*` is up to four Han characters. */
export interface LabelPart {
  readonly words: readonly string[]
  /** Or none of them. */
  readonly optional: boolean
}

/** Parts one behind the other: 联系/咨询? + 电话/热线. */
export type LabelForm = readonly LabelPart[]

export interface LabelFamily {
  readonly id: LabelId
  /** As people call it (`联系电话`). */
  readonly name: string
  /** Labels wherever they stand, clearer ones first. */
  readonly words: readonly LabelForm[]
  /** Labels only where they stand as one: at the beginning of a line or cell, with a colon or the cell's end behind. */
  readonly bare: readonly LabelForm[]
  /** What begins so is none of the forms with `*`. */
  readonly never: readonly LabelForm[]
}

export type Labels = ReadonlyMap<LabelId, LabelFamily>

export const ANY = '*'
const HAN = '[\\u4e00-\\u9fff]{0,4}'
/** Blanks that may part the two characters of the last word: 电　话. */
const GAP = '[ \\u3000]{0,4}'

function familyOf(labels: Labels, id: LabelId): LabelFamily {
  return labels.get(id) ?? { id, name: id, words: [], bare: [], never: [] }
}

/** All words of a family that can be listed, the clearest first, each once. */
export function labelWords(labels: Labels, id: LabelId): readonly string[] {
  const { words, bare } = familyOf(labels, id)
  return [...new Set([...words, ...bare].flatMap(spelled))]
}

/** Every word that a form puts together; none where `*` stands in it. */
export function spelled(form: LabelForm): readonly string[] {
  if (form.some(({ words }) => words.includes(ANY))) return []
  return form.reduce<readonly string[]>(
    (known, { words, optional }) =>
      known.flatMap((word) =>
        [...words, ...(optional ? [''] : [])].map((next) => `${word}${next}`),
      ),
    [''],
  )
}

/**
 * Source of an expression that finds the words of these families in running text. What may be left out in front is left
 * out: the same places are found with less looking.
 */
export function wordsWithin(labels: Labels, ...ids: readonly LabelId[]): string {
  return oneOf(
    ids.flatMap((id) => familyOf(labels, id).words).map((form) => sourceOf(within(form))),
  )
}

function within(form: LabelForm): LabelForm {
  const first = form.findIndex(({ optional }) => !optional)
  return first < 0 ? form : form.slice(first)
}

/** Source of an expression for one label alone, whole, bare words included. */
export function wholeLabel(labels: Labels, ...ids: readonly LabelId[]): string {
  return oneOf(
    ids.flatMap((id) => {
      const { words, bare, never } = familyOf(labels, id)
      return [...words.map(sourceOf), ...bareSources(bare, never)]
    }),
  )
}

function bareSources(bare: readonly LabelForm[], never: readonly LabelForm[]): readonly string[] {
  const not = never.length === 0 ? '' : `(?!${oneOf(never.map(sourceOf))})`
  return bare.map((form) => `${spelled(form).length === 0 ? not : ''}${sourceOf(form)}`)
}

/** A number or bracket before a label that begins a line or cell: 1. （一） 【. */
const NUMBERED = '(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．][ \\t]?|[【\\[] ?)?'

/**
 * Source for the bare words of these families where they stand as labels: at the beginning of a line or cell, behind a
 * blank too where the word is listed; a colon, a blank or the cell's end follows.
 */
export function standingLabel(labels: Labels, ...ids: readonly LabelId[]): string {
  const families = ids.map((id) => familyOf(labels, id))
  const isWide = (form: LabelForm): boolean => spelled(form).length === 0
  const sources = (wide: boolean): readonly string[] =>
    families.flatMap(({ bare, never }) =>
      bareSources(
        bare.filter((form) => isWide(form) === wide),
        never,
      ),
    )
  const [wide, listed] = [sources(true), sources(false)]
  const before = (edges: string): string => `(?<=(?:^|[${edges}])${NUMBERED})`
  const found = [
    ...(wide.length === 0 ? [] : [`${before('\\n\\t')}${oneOf(wide)}`]),
    ...(listed.length === 0 ? [] : [`${before('\\n\\t \u3000')}${oneOf(listed)}`]),
  ]
  if (found.length === 0) return oneOf([])
  return `${oneOf(found)}(?: ?[（(][^（()）\\n]{1,8}[)）])?(?=[：:？?\\s】\\]]|$)`
}

/** Source of an expression that ends where words of these families end: their last parts. */
export function endsOfWords(labels: Labels, ...ids: readonly LabelId[]): string {
  const ends = ids
    .flatMap((id) => familyOf(labels, id).words)
    .map((form) => form.slice(form.findLastIndex(({ optional }) => !optional)))
  return oneOf(ends.map(sourceOf))
}

function oneOf(sources: readonly string[]): string {
  return sources.length === 0 ? '(?!)' : `(?:${[...new Set(sources)].join('|')})`
}

function sourceOf(form: LabelForm): string {
  return form
    .map(({ words, optional }, at) => {
      const last = at === form.length - 1
      // The longer word first: 索引号码 is no 索引号.
      const sources = [...words]
        .sort((a, b) => b.length - a.length)
        .map((word) => (word === ANY ? HAN : spaced(word, last)))
      const source = sources.length === 1 && !optional ? sources[0] : `(?:${sources.join('|')})`
      return `${source}${optional ? '?' : ''}`
    })
    .join('')
}

function spaced(word: string, last: boolean): string {
  const marks = [...word].map((mark) => mark.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  return last && marks.length === 2 ? marks.join(GAP) : marks.join('')
}

/** What is made of the labels once, however often it is asked for. */
export function oncePerLabels<T>(make: (labels: Labels) => T): (labels: Labels) => T {
  const made = new WeakMap<Labels, T>()
  return (labels) => {
    const known = made.get(labels)
    if (known !== undefined) return known
    const value = make(labels)
    made.set(labels, value)
    return value
  }
}
