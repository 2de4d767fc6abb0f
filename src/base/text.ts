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

/** Collapses all white space (full-width and zero-width included) to single blanks and trims. */
export const squash = keepingLast((text) =>
  text.replace(/[\s\u00a0\u3000\u200b-\u200f\ufeff]+/g, ' ').trim(),
)

/** Full-width ASCII → half width; full-width blank → blank. */
export const halfWidth = keepingLast((text) => {
  let half = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 0x3000 && (code < 0xff01 || code > 0xff5e)) continue
    half += text.slice(from, at) + (code === 0x3000 ? ' ' : String.fromCharCode(code - 0xfee0))
    from = at + 1
  }
  return from === 0 ? text : half + text.slice(from)
})

/** Form for comparing titles and names: half width, lower case, no blanks, no punctuation. */
export function compareForm(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, '')
    .replace(/[\p{P}\p{S}]/gu, '')
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
