/**
 * Frozen results, of schemes and of composites. A published result keeps everything it rests on (schemes and their
 * digests, revisions of the checks, version of the code, hashes of the evidence), is never changed, and is corrected
 * only by a new version beside it that says line by line what is different. Where it is kept is the caller's affair.
 */
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { FindingView } from '#model/finding'
import type { Composite, Scheme } from '#model/scheme'
import type { Composites, OutsideScore, Scorecard, Scorecards } from '#model/scorecard'
import { compareCards, compareComposites, type Move } from './compare.ts'

export interface SchemeDigest {
  readonly id: string
  readonly edition: string
  readonly sha256: string
}

/** What every published version says of itself and of what it rests on. */
export interface Version {
  readonly version: number
  /** Version this one corrects; null for the first. */
  readonly corrects: number | null
  readonly reason: string | null
  readonly by: string
  /** Instant, ISO 8601 with offset. */
  readonly publishedAt: string
  readonly codeVersion: string
  /** Revision of every check a cited finding comes from. */
  readonly checks: Readonly<Record<string, number>>
  /** Hashes of the evidence of every cited finding, by finding id. */
  readonly evidence: Readonly<Record<string, readonly string[]>>
  /** Line by line against the version corrected; null for the first. */
  readonly difference: readonly Move[] | null
}

export interface Published extends Version {
  readonly mingcha: 'published/1'
  readonly scheme: SchemeDigest
  readonly scorecards: Scorecards
}

export interface PublishedComposite extends Version {
  readonly mingcha: 'published-composite/1'
  readonly composite: SchemeDigest
  /** Schemes of the parts. */
  readonly schemes: readonly SchemeDigest[]
  readonly composites: Composites
  /** Cards of every part, by part id. */
  readonly parts: Readonly<Record<string, readonly Scorecard[]>>
}

/** What a person says in publishing. */
export interface PublishRequest<P> {
  /** Every finding the cards may cite, by id. */
  readonly findings: ReadonlyMap<string, FindingView>
  readonly previous: P | null
  readonly by: string
  readonly reason: string | null
  readonly publishedAt: string
  /** Publish although vetoes or zeroing notes are unanswered. */
  readonly allowOpen: boolean
}

export interface Publishing extends PublishRequest<Published> {
  readonly scorecards: Scorecards
  readonly scheme: Scheme
}

export interface CompositePublishing extends PublishRequest<PublishedComposite> {
  readonly composites: Composites
  readonly parts: PublishedComposite['parts']
  readonly composite: Composite
  /** Schemes of the parts. */
  readonly schemes: readonly Scheme[]
}

/**
 * The next version. @throws AppError 'publish-refused' while vetoes or zeroing notes are unanswered, where nothing
 * changed, or where a correction gives no reason
 */
export function publish(request: Publishing): Published {
  const { scorecards, previous } = request
  const scheme = digestOf(request.scheme)
  const version = nextVersion(request, {
    cards: scorecards.cards,
    external: [],
    codeVersion: scorecards.codeVersion,
    digests: [scheme],
    digestsBefore: previous ? [previous.scheme] : [],
    difference: previous ? compareCards(previous.scorecards.cards, scorecards.cards) : null,
  })
  return { mingcha: 'published/1', ...version, scheme, scorecards }
}

/** The next version of a composite, with the cards of its parts. @throws AppError as `publish` does */
export function publishComposite(request: CompositePublishing): PublishedComposite {
  const { composites, parts, previous } = request
  const composite = digestOf(request.composite)
  const schemes = request.schemes.map(digestOf)
  const version = nextVersion(request, {
    cards: Object.values(parts).flat(),
    external: composites.cards.flatMap((card) => card.external),
    codeVersion: composites.codeVersion,
    digests: [composite, ...schemes],
    digestsBefore: previous ? [previous.composite, ...previous.schemes] : [],
    difference: previous
      ? compareComposites(
          { cards: previous.composites.cards, parts: previous.parts },
          { cards: composites.cards, parts },
        )
      : null,
  })
  return { mingcha: 'published-composite/1', ...version, composite, schemes, composites, parts }
}

function digestOf(scheme: Scheme | Composite): SchemeDigest {
  return { id: scheme.id, edition: scheme.edition, sha256: sha256(JSON.stringify(scheme)) }
}

/** What the cards say and what they were made with. */
interface Ground {
  readonly cards: readonly Scorecard[]
  /** Lines outside all cards. */
  readonly external: readonly OutsideScore[]
  readonly codeVersion: string
  readonly digests: readonly SchemeDigest[]
  readonly digestsBefore: readonly SchemeDigest[]
  readonly difference: readonly Move[] | null
}

function nextVersion(request: PublishRequest<Version>, ground: Ground): Version {
  const { findings, previous, by, reason, publishedAt } = request
  const { difference, digests, digestsBefore, codeVersion } = ground
  if (!request.allowOpen) refuseOpen(ground.cards)
  const cited = [...citedIn(ground)].sort().flatMap((id) => findings.get(id) ?? [])
  const checks = Object.fromEntries(
    cited.map((finding) => [finding.check, finding.revision] as const).sort(),
  )
  const evidence = Object.fromEntries(
    cited.map((finding) => [finding.id, [...new Set(finding.evidence.map((e) => e.sha256))]]),
  )
  if (previous) {
    const before = { digests: digestsBefore, checks: previous.checks, evidence: previous.evidence }
    if (difference?.length === 0 && isDeepStrictEqual(before, { digests, checks, evidence }))
      throw new AppError(
        'publish-refused',
        `结果与已公布的第 ${previous.version} 版完全相同，没有可更正的内容。`,
      )
    if (reason === null)
      throw new AppError(
        'publish-refused',
        `这是对第 ${previous.version} 版的更正，请用 --reason 写明更正的理由。`,
      )
  }
  return {
    version: (previous?.version ?? 0) + 1,
    corrects: previous?.version ?? null,
    reason,
    by,
    publishedAt,
    codeVersion,
    checks,
    evidence,
    difference,
  }
}

function refuseOpen(cards: readonly Scorecard[]): void {
  const open = new Map<string, Set<string>>()
  for (const card of cards) {
    const labels = [
      ...card.outside.vetoes.filter((veto) => veto.state === 'open').map((veto) => veto.label),
      ...card.indicators.flatMap((one) => one.openZeroNotes.map((note) => note.label)),
    ]
    if (labels.length === 0) continue
    const { name } = card.agency
    open.set(name, new Set([...(open.get(name) ?? []), ...labels]))
  }
  if (open.size === 0) return
  const lines = [...open].map(([name, labels]) => `${name}：${[...labels].join('、')}`)
  const more = lines.length > 10 ? `\n……其余 ${lines.length - 10} 个单位从略` : ''
  throw new AppError(
    'publish-refused',
    `有 ${lines.length} 个单位的一票否决或不得分情形尚未核实，不能公布：\n${lines.slice(0, 10).join('\n')}${more}\n请在录入表中写“是”或“否”；确需先行公布时加 --allow-open。`,
  )
}

function citedIn({ cards, external: apart }: Ground): ReadonlySet<string> {
  const ids = new Set<string>()
  const note = (line: { readonly findings: readonly string[] }) => {
    for (const id of line.findings) ids.add(id)
  }
  for (const card of cards) {
    const { bonus, deductions, external, vetoes } = card.outside
    const lines = [...card.indicators.flatMap((one) => one.criteria), ...bonus, ...deductions]
    for (const line of [...lines, ...external, ...vetoes]) note(line)
  }
  apart.forEach(note)
  return ids
}
