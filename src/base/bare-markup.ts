/**
 * Markup without its tags, for pieces of it that stand outside any page: quotes, names in scripts, answers of lists, bodies
 * that may be a refusal. In one pass each: an expression that looks for an end which never comes starts anew at every
 * beginning, and a page of nothing but beginnings would hold the whole run. Reading pages is understand's.
 */

/** As `/<[^>]*>/g` replaced by `by`. */
export function withoutTags(markup: string, by = ''): string {
  let bare = ''
  let from = 0
  for (;;) {
    const start = markup.indexOf('<', from)
    const end = start < 0 ? -1 : markup.indexOf('>', start)
    if (end < 0) return bare + markup.slice(from)
    bare += markup.slice(from, start) + by
    from = end + 1
  }
}

/** Comments and these elements with all they hold, each replaced by `by`; one that does not end stays. */
export function withoutSilent(markup: string, names: readonly string[], by = ''): string {
  const silent = new RegExp(`<!--|<(${names.join('|')})\\b`, 'gi')
  /** Ends that do not come any more. */
  const none = new Set<string>()
  let bare = ''
  let from = 0
  for (const { 0: start, 1: name, index } of markup.matchAll(silent)) {
    if (index < from) continue
    const end = endOf(markup, name?.toLowerCase() ?? '', index + start.length, none)
    if (end === null) continue
    bare += markup.slice(from, index) + by
    from = end
  }
  return bare + markup.slice(from)
}

/** Behind the end of what began before `from`; null where there is none. `name`: of the element, '' for a comment. */
function endOf(markup: string, name: string, from: number, none: Set<string>): number | null {
  if (none.has(name)) return null
  const pattern = name === '' ? /-->/g : new RegExp(`</${name}\\s{0,100}>`, 'gi')
  pattern.lastIndex = from
  const found = pattern.exec(markup)
  if (found === null) none.add(name)
  return found === null ? null : found.index + found[0].length
}
