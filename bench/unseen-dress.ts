/**
 * The portals by another hand in other dress: every page of a set through one mutation (bench/mutations) that means the
 * same to a reader. What a row of the plan says must be found in any dress, and nobody may be accused for the dress.
 */
import iconv from 'iconv-lite'
import type { LoopbackAnswer } from '../fixtures/portals/loopback.ts'
import { changed, lackingAsNumbers, type Page, rollOf } from './mutations/page.ts'
import { MUTATIONS, type Mutation } from './mutations/table.ts'
import type { Answer } from './unseen-set.ts'

/** Changes that need to know how the portal was made, or change what the plans' rows are matched by. */
const BY_PLAN = ['sidebar', 'floating', 'noise', 'query']

/** Mutations that any portal can go through. */
export const DRESSES: readonly Mutation[] = MUTATIONS.filter(
  ({ id, renamed }) =>
    renamed === undefined && !BY_PLAN.includes(id) && !/^(all|trail|foot|head)-/.test(id),
)

/** What the set's servers answer, with its pages in the mutation's dress. */
export function dressed(answer: Answer, mutation: Mutation): Answer {
  return async (key) => {
    const slash = key.indexOf('/')
    const [host, asked] = [key.slice(0, slash), key.slice(slash)]
    const [path = asked, query = ''] = asked.split(/(?=\?)/)
    const routed = mutation.rewriting?.route?.(path, query) ?? path
    const given = await answer(`${host}${routed}${query}`)
    const type = given.headers['content-type'] ?? ''
    if (given.status !== 200 || !/html/i.test(type) || given.body.byteLength === 0) return given
    return dressedPage(given, type, mutation, { host, path: routed })
  }
}

/** One HTML page that was served with the content type `type`. */
export function dressedPage(
  given: LoopbackAnswer,
  type: string,
  mutation: Mutation,
  { host, path }: { readonly host: string; readonly path: string },
): LoopbackAnswer {
  const bytes = Buffer.from(given.body)
  const named = /charset=["']?([\w-]+)/i
  const charset = named.exec(type)?.[1] ?? named.exec(bytes.toString('latin1', 0, 2000))?.[1]
  const html = iconv.decode(bytes, charset ?? 'utf-8')
  const page: Page = {
    ...{ host, path, portal: null, article: null },
    home: /^\/(index\.\w+)?$/.test(path),
    roll: rollOf(mutation.id, path),
  }
  const changes = [
    ...(mutation.changes ?? []),
    ...(mutation.rewriting ? [mutation.rewriting.change] : []),
  ]
  const text = changed(html, page, ($, ...rest) => {
    for (const change of changes) change($, ...rest)
  })
  const written = lackingAsNumbers(mutation.text?.(text, page) ?? text, charset ?? 'utf-8')
  return (
    mutation.sent?.(written, given) ?? { ...given, body: iconv.encode(written, charset ?? 'utf-8') }
  )
}
