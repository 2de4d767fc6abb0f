/** Chinese text handling that every room shares: whitespace, full width, comparison forms, quotes, masking. */

/** Several readings ask for the same form of a whole page one after the other: the last long answer is kept. */
function keepingLast(form: (text: string) => string): (text: string) => string {
  let asked = ''
  let answer = ''
  return (text) => {
    if (text.length < 1000) return form(text)
    if (text !== asked) {
      answer = form(text)
      asked = text
    }
    return answer
  }
}

/** True for a character without width: editors leave them inside words, and they part nothing. */
export function isVoid(code: number): boolean {
  if (code < 0x200b) return code === 0xad
  return code <= 0x200f || code === 0x2060 || code === 0xfeff
}

/** True for a character that counts as white space: a loop over it is several times faster than the expression. */
export function isBlank(code: number): boolean {
  if (code > 0x3000) return false
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  )
}

/** True where nothing but white space and characters without width stands. */
export function isBlankText(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (!isBlank(code) && !isVoid(code)) return false
  }
  return true
}

/** True where more than `most` characters stand that are neither white space nor without width. */
export function holdsMore(text: string, most: number): boolean {
  let left = most
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isBlank(code) || isVoid(code)) continue
    if (left === 0) return true
    left -= 1
  }
  return false
}

/** Collapses each run of white space to one blank and drops characters without width. Most texts have neither. */
export function collapse(text: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if ((code > 0x20 && code < 0xa0) || (code > 0x3000 && code < 0xfeff)) {
      at += 1
      continue
    }
    let blank = isBlank(code)
    if (!blank && !isVoid(code)) {
      at += 1
      continue
    }
    let to = at + 1
    for (; to < text.length; to += 1) {
      const next = text.charCodeAt(to)
      if (isBlank(next)) blank = true
      else if (!isVoid(next)) break
    }
    // A blank alone stands as it is.
    if (code !== 0x20 || to > at + 1) {
      plain += text.slice(from, at)
      if (blank) plain += ' '
      from = to
    }
    at = to
  }
  return from === 0 ? text : plain + text.slice(from)
}

/** Collapses all white space (full-width included) to single blanks, drops characters without width, and trims. */
export const squash = keepingLast((text) => collapse(text).trim())

/** The next full-width character of ASCII, or full-width blank, from a position on; -1 where there is none. */
function nextFullWidth(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x3000 || (code >= 0xff01 && code <= 0xff5e)) return at
  }
  return -1
}

/** Full-width ASCII → half width; full-width blank → blank. */
export const halfWidth = keepingLast((text) => {
  let at = nextFullWidth(text, 0)
  if (at < 0) return text
  let half = ''
  let from = 0
  while (at >= 0) {
    const code = text.charCodeAt(at)
    half += text.slice(from, at) + (code === 0x3000 ? ' ' : String.fromCharCode(code - 0xfee0))
    from = at + 1
    at = nextFullWidth(text, from)
  }
  return half + text.slice(from)
})

/** White space, punctuation, symbols. */
const UNCOMPARED = /[\s\u00ad\u200b-\u200f\u2060\ufeff\p{P}\p{S}]+/gu
/** What a character becomes in the form to compare, once asked; UNKNOWN before. */
const COMPARED = new Uint16Array(0x10000)
const UNKNOWN = 0
const DROPPED = 1
/** Half of a character, or one that becomes several: its text is put into form as a whole. */
const APART = 2

function comparedCode(code: number): number {
  const known = COMPARED[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const form = wholeForm(String.fromCharCode(code))
  // The end of a word decides what becomes of a capital sigma.
  const apart = form.length > 1 || (code >= 0xd800 && code <= 0xdfff) || code === 0x3a3
  const found = apart ? APART : form === '' ? DROPPED : form.charCodeAt(0)
  COMPARED[code] = found
  return found
}

function wholeForm(text: string): string {
  return halfWidth(text).toLowerCase().replace(UNCOMPARED, '')
}

/** Form for comparing titles and names: half width, lower case, no blanks, no punctuation. */
export function compareForm(text: string): string {
  let form = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const compared = comparedCode(code)
    if (compared === code) continue
    if (compared === APART) return wholeForm(text)
    form += text.slice(from, at)
    if (compared !== DROPPED) form += String.fromCharCode(compared)
    from = at + 1
  }
  return from === 0 ? text : form + text.slice(from)
}

/** `发改委` in `发展和改革委员会`: the characters of the one stand in the other in their order. */
export function standsInOrder(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** Quote for evidence: squashed and cut to `max` characters with an ellipsis. */
export function clip(text: string, max = 160): string {
  const flat = squash(text)
  return flat.length <= max ? flat : `${flat.slice(0, max - 1)}…`
}

/** As `fillTemplate`, where some facts are not known: they become dots. */
export function fillKnown(template: string, facts: Readonly<Record<string, unknown>>): string {
  const dots = Object.fromEntries(templateNames(template).map((name) => [name, '…']))
  return fillTemplate(template, { ...dots, ...facts })
}

/** Names of the `{name}` placeholders of a template. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

/** Marks that turn the direction of what follows, and control characters: in a sentence of ours they would turn figures round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a site may plant
const TURNING = /[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g

/** Fills `{name}` placeholders, values without marks that would garble the sentence; a missing fact stays visible as `{name}`. */
export function fillTemplate(template: string, facts: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = facts[key]
    if (value === undefined || value === null) return whole
    return (Array.isArray(value) ? value.join('、') : String(value)).replace(TURNING, '')
  })
}
