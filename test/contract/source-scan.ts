/**
 * Reads TypeScript source as far as the laws need: code without comments, the specifiers it imports, and how. The
 * compiler has no JavaScript interface in this version, so this is a scanner of our own: strings, templates, comments
 * and regular expressions are told apart, nothing else is understood.
 */

export interface Import {
  /** What stands in the quotes; null when it is computed and cannot be judged. */
  readonly specifier: string | null
  readonly how: 'static' | 'type' | 'dynamic' | 'require'
  readonly line: number
}

/** Same length and line breaks: comments become blanks; with `strings: 'blank'` the inside of literals does too. */
export function codeOf(source: string, strings: 'keep' | 'blank'): string {
  let out = ''
  let at = 0
  let lastCode = ''
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  const take = (end: number, kind: 'code' | 'comment' | 'literal') => {
    const text = source.slice(at, end)
    if (kind === 'comment') out += blank(text)
    else if (kind === 'literal' && strings === 'blank')
      out += text.slice(0, 1) + blank(text.slice(1, -1)) + text.slice(-1)
    else out += text
    if (kind !== 'comment' && text.trim() !== '') lastCode = out.trimEnd().slice(-12)
    at = end
  }
  // Depth of braces inside each open `${`, so that a template goes on after its expression.
  const templates: number[] = []
  while (at < source.length) {
    const two = source.slice(at, at + 2)
    const one = two.slice(0, 1)
    const depth = templates.at(-1)
    if (two === '//') take(endOf(source, '\n', at), 'comment')
    else if (two === '/*') take(endOf(source, '*/', at + 2) + 2, 'comment')
    else if (one === "'" || one === '"') take(closing(source, at, one), 'literal')
    else if (one === '`') {
      const end = templatePiece(source, at + 1)
      if (source.slice(end - 2, end) === '${') templates.push(0)
      take(end, 'literal')
    } else if (depth !== undefined && one === '}' && depth === 0) {
      const end = templatePiece(source, at + 1)
      if (source.slice(end - 2, end) !== '${') templates.pop()
      take(end, 'literal')
    } else if (one === '/' && startsRegex(lastCode)) take(regexEnd(source, at), 'literal')
    else {
      if (depth !== undefined && (one === '{' || one === '}'))
        templates[templates.length - 1] = depth + (one === '{' ? 1 : -1)
      take(at + 1, 'code')
    }
  }
  return out
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found
}

function closing(source: string, start: number, quote: string): number {
  for (let i = start + 1; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1
    else if (source[i] === quote || source[i] === '\n') return i + 1
  }
  return source.length
}

/** End of the literal piece of a template that starts at `from`: after the closing back-tick or after `${`. */
function templatePiece(source: string, from: number): number {
  for (let i = from; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1
    else if (source[i] === '`') return i + 1
    else if (source[i] === '$' && source[i + 1] === '{') return i + 2
  }
  return source.length
}

function startsRegex(before: string): boolean {
  return (
    before === '' ||
    /(?:[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|yield|await))$/.test(before)
  )
}

function regexEnd(source: string, start: number): number {
  let inClass = false
  for (let i = start + 1; i < source.length; i += 1) {
    const c = source[i]
    if (c === '\n') return i
    if (c === '\\') i += 1
    else if (c === '[') inClass = true
    else if (c === ']') inClass = false
    else if (c === '/' && !inClass) return i + 1
  }
  return source.length
}

const STATIC = /\b(?:import|export)\b(?<clause>[^'"`;()]*?)\bfrom\s*(?<q>['"])(?<spec>[^'"]*)\k<q>/g
const BARE = /\bimport\s*(?<q>['"])(?<spec>[^'"]*)\k<q>/g
/** A package loaded as CommonJS: `createRequire(import.meta.url)('x')`. */
const MADE = /\bcreateRequire\(import\.meta\.url\)\(\s*(?<q>['"])(?<spec>[^'"]*)\k<q>/g
const CALL = /(?<!\.)\b(?<word>import|require)\s*\(\s*(?:(?<q>['"`])(?<spec>[^'"`]*)\k<q>\s*[,)])?/g

export function importsOf(source: string): Import[] {
  const code = codeOf(source, 'keep')
  // The same text with literals blanked tells an import from words inside a string.
  const bare = codeOf(source, 'blank')
  const found: (Import & { at: number })[] = []
  const add = (at: number, specifier: string | null, how: Import['how']) => {
    if (!/^(import|export|require|createRequire)/.test(bare.slice(at, at + 13))) return
    found.push({ at, specifier, how, line: code.slice(0, at).split('\n').length })
  }
  for (const m of code.matchAll(STATIC)) {
    const clause = m.groups?.clause ?? ''
    add(m.index, m.groups?.spec ?? null, /^\s*type\b/.test(clause) ? 'type' : 'static')
  }
  for (const m of code.matchAll(BARE)) add(m.index, m.groups?.spec ?? null, 'static')
  for (const m of code.matchAll(MADE)) add(m.index, m.groups?.spec ?? null, 'static')
  for (const m of code.matchAll(CALL)) {
    const spec = m.groups?.spec
    const judged = spec === undefined || spec.includes('${') ? null : spec
    add(m.index, judged, m.groups?.word === 'require' ? 'require' : 'dynamic')
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ specifier, how, line }) => ({ specifier, how, line }))
}
