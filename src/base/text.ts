/** Chinese text handling that every room shares: whitespace, full width, comparison forms, quotes, masking. */

/** Collapses all white space (full-width and zero-width included) to single blanks and trims. */
export function squash(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b-\u200f\ufeff]+/g, ' ').trim()
}

/** Full-width ASCII → half width; full-width blank → blank. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

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
