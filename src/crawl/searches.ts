/**
 * The portal's own search, asked for titles: once a run, after everything else. The titles enter the frontier together, and
 * from then on the table says what became of them, as of every address. Which titles and where is understand's to choose.
 */
import { isSearchAddress } from '#base/query-address'
import type { Frontier } from '#model/ports'

/**
 * Brings the searches to the queue when first called; true when there were some. A resumed run whose table has them brings
 * none. `plan` gives the addresses (base/query-address); null: this run searches for nothing.
 */
export function searchesOnce(
  plan: (() => readonly string[]) | null,
  frontier: Frontier,
): () => boolean {
  let begun = false
  return () => {
    if (begun || plan === null) return false
    begun = true
    for (const { url } of frontier.rows()) if (isSearchAddress(url)) return false
    const entries = plan().map((url) => ({ url, purpose: 'rest', depth: 1, from: null }) as const)
    return frontier.add(entries) > 0
  }
}
