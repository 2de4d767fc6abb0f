/**
 * `score --publish`: writes a frozen result as the next version into a folder, never over an earlier one. What is frozen
 * and when publishing is refused is scoring's.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { instantText } from '#base/day'
import { AppError } from '#base/errors'
import { published1, publishedComposite1, toComposites1 } from '#export/shapes/results'
import { maskedCard, toScorecards1 } from '#export/shapes/scorecards'
import type { FindingView } from '#model/finding'
import type { Store } from '#model/ports'
import type { Composite, Scheme } from '#model/scheme'
import type { Composites, Scorecard, Scorecards } from '#model/scorecard'
import {
  type Published,
  type PublishedComposite,
  publish,
  publishComposite,
  type Version,
} from '#scoring/publish'
import { makeFolder } from '#store/folder'
import type { CompositeScore } from './composite-run.ts'
import type { Context } from './host.ts'

export interface PublishChoices {
  readonly folder: string
  readonly by: string
  readonly reason: string | null
  readonly allowOpen: boolean
}

export interface Written {
  readonly file: string
  readonly published: Version
}

/** Writes the next version and says where. @throws AppError 'publish-refused' | 'output-unwritable' | 'file-invalid' */
export function publishScores(
  context: Pick<Context, 'clock'>,
  store: Store,
  scheme: Scheme,
  scorecards: Scorecards,
  choices: PublishChoices,
): Written {
  const folder = join(choices.folder, scheme.id, scorecards.asOf)
  const published = publish({
    // Masked as any document that leaves; through JSON, so that what is kept is what is compared later.
    scorecards: asKept(toScorecards1(scorecards)) as Scorecards,
    scheme,
    findings: citedFindings(store, scorecards.cards),
    previous: latestIn<Published>(folder, published1),
    ...said(context, choices),
  })
  return written(folder, published)
}

/** The same for a composite, with the cards of its parts. */
export function publishCompositeScores(
  context: Pick<Context, 'clock'>,
  store: Store,
  composite: Composite,
  schemes: readonly Scheme[],
  { composites, parts }: CompositeScore,
  choices: PublishChoices,
): Written {
  const folder = join(choices.folder, composite.id, composites.asOf)
  const masked = Object.entries(parts).map(([id, cards]) => [id, cards.map(maskedCard)] as const)
  const published = publishComposite({
    composites: asKept(toComposites1(composites)) as Composites,
    parts: asKept(Object.fromEntries(masked)) as PublishedComposite['parts'],
    composite,
    schemes,
    findings: citedFindings(store, Object.values(parts).flat()),
    previous: latestIn<PublishedComposite>(folder, publishedComposite1),
    ...said(context, choices),
  })
  return written(folder, published)
}

function asKept(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function said({ clock }: Pick<Context, 'clock'>, { by, reason, allowOpen }: PublishChoices) {
  return { by, reason, allowOpen, publishedAt: instantText(clock.now()) }
}

function written(folder: string, published: Version): Written {
  const file = join(folder, `v${published.version}.json`)
  try {
    makeFolder(folder)
    // "wx": a version once published is never written again.
    writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`, { flag: 'wx' })
  } catch (cause) {
    throw new AppError('output-unwritable', `公布结果 ${file} 写不进去，或已有同名的版本。`, {
      cause,
      context: { file },
    })
  }
  return { file, published }
}

function citedFindings(
  store: Store,
  cards: readonly Scorecard[],
): ReadonlyMap<string, FindingView> {
  const agencies = new Set(cards.map((card) => card.agency.id))
  const found = new Map<string, FindingView>()
  for (const agencyId of agencies)
    for (const finding of store.findings({ agencyId })) found.set(finding.id, finding)
  return found
}

/** The newest version of a folder; null when there is none. */
function latestIn<P extends Version>(folder: string, shape: z.ZodType): P | null {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return null
  }
  const versions = names.flatMap((name) => Number(/^v(\d+)\.json$/.exec(name)?.[1] ?? 0) || [])
  if (versions.length === 0) return null
  const file = join(folder, `v${Math.max(...versions)}.json`)
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    shape.parse(kept)
    return kept as P
  } catch (cause) {
    throw new AppError(
      'file-invalid',
      `${file} 不是已公布的结果，或已损坏。请从备份恢复后再公布更正。`,
      { cause, context: { file } },
    )
  }
}
