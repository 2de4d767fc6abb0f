/**
 * From what a run stored to its findings: pages → site view → checks → saved findings. Used after a crawl and, offline,
 * for a re-run; the same stored run gives the same findings. Wires `understand`, `engine` and `checks`; judges nothing.
 */
import { dayOf } from '#base/day'
import { EXIT, type ExitCode } from '#base/errors'
import { checks as allChecks } from '#checks/index'
import { type RenderWish, renderWishes } from '#engine/render-wishes'
import { type CheckResults, type RunChecksInput, runChecks } from '#engine/run-checks'
import type { StoredCapture } from '#model/capture'
import type { Check } from '#model/check'
import type { Evidence, Finding } from '#model/finding'
import type { Agency, Portal } from '#model/portal'
import type { Store } from '#model/ports'
import type { Run } from '#model/run'
import type { SiteView } from '#model/site-view'
import { decodeBody } from '#understand/charset'
import { buildSiteView } from '#understand/site-view'
import { contentTypeOf } from './content-type.ts'
import { homeTrouble } from './home-trouble.ts'
import { readReportFiles } from './report-files.ts'
import { type ReadingRooms, type Rooms, topicNamer } from './rooms.ts'
import type { Settings } from './settings.ts'

export interface Judgement {
  /** Findings by verdict. */
  readonly verdicts: Readonly<Record<string, number>>
  readonly pages: SiteView['counts']
  /** Checks that could not run or broke, with the reason. */
  readonly unmeasured: readonly { readonly check: string; readonly reason: string }[]
  /** Why the home page could not be measured (Chinese, complete); null when it was. */
  readonly trouble: string | null
}

interface ViewInput {
  readonly run: Run
  readonly portal: Portal
  readonly agency: Agency
}

export interface JudgeInput extends ViewInput {
  /** Default: all. */
  readonly checks?: readonly Check[]
  readonly now: number
}

export function siteViewOf(rooms: ReadingRooms, { run, portal, agency }: ViewInput): SiteView {
  const runDay = dayOf(run.startedAt)
  // Only earlier days: what this very run adds to the table must not change a later re-run of it.
  const firstSeen = new Map([...rooms.store.firstSeen(portal.id)].filter(([, day]) => day < runDay))
  return buildSiteView(
    {
      run,
      portal,
      agency,
      asOf: run.asOf,
      pages: rooms.store.pages(run.id),
      captures: rooms.store.captures(run.id),
      frontier: rooms.store.frontier(run.id).rows(),
      probes: rooms.store.probes(run.id),
      firstSeen,
    },
    rooms.lexicon,
    rooms.labels,
  )
}

export async function judgeRun(
  rooms: Rooms,
  settings: Pick<Settings, 'params'>,
  input: JudgeInput,
): Promise<Judgement> {
  const { run, portal } = input
  const { store } = rooms
  await readReportFiles(rooms, run)
  const site = siteViewOf(rooms, input)
  store.saveSite(run.id, {
    portalId: portal.id,
    seenOn: dayOf(run.startedAt),
    columns: site.columns.map((column) => ({
      id: column.id,
      name: column.name,
      topic: column.topic?.value ?? null,
      url: column.url,
      parent: column.parent,
      newest: column.newest?.value ?? null,
      items: column.items.length,
      coverage: column.coverage,
    })),
    items: site.columns.flatMap((column) =>
      column.items.flatMap((item) =>
        item.url === null
          ? []
          : [
              {
                url: item.url,
                title: item.title,
                column: column.name,
                publishedOn: item.publishedOn?.value ?? null,
              },
            ],
      ),
    ),
  })
  const results = await checksWithSources(rooms, settings, input, site)
  store.saveFindings(run.id, withPictures(store, run, results.findings), results.states)
  const verdicts: Record<string, number> = {}
  for (const { verdict } of results.findings) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return {
    verdicts,
    pages: site.counts,
    unmeasured: results.states
      .filter((state) => state.state !== 'done')
      .map((state) => ({ check: state.check, reason: state.reason ?? '' })),
    trouble: homeTrouble(
      portal,
      store.captures(run.id),
      site.pageAt(portal.homeUrl)?.page ?? null,
      (url) => store.frontier(run.id).at(url),
    ),
  }
}

/** Pages that checks want shown in a browser before they claim an absence. */
export function pagesWished(
  rooms: Rooms,
  settings: Pick<Settings, 'params'>,
  input: JudgeInput,
): readonly RenderWish[] {
  const checks = allChecks.filter((check) => check.rendersFirst === true)
  const site = siteViewOf(rooms, input)
  const { findings } = runChecks(questions(rooms, settings, { ...input, checks }, site))
  return renderWishes(checks, findings, site)
}

/**
 * Quotes are proved against the archived bytes. A first pass tells which pages are cited, so that only those are read
 * back; checks are pure, so the second pass cites the same.
 */
async function checksWithSources(
  rooms: Rooms,
  settings: Pick<Settings, 'params'>,
  input: JudgeInput,
  site: SiteView,
): Promise<CheckResults> {
  const common = questions(rooms, settings, input, site)
  const cited = new Map<string, readonly [url: string, capture: StoredCapture]>()
  runChecks({
    ...common,
    sourceAt: (url, capture) => {
      cited.set(capture.id, [url, capture])
      return null
    },
  })
  const sources = new Map<string, string>()
  for (const [url, capture] of cited.values()) {
    // A file is quoted by what it says, not by its bytes.
    const file = site.pageAt(url)?.page.file
    const text = file?.text ?? (await archivedText(rooms.archive, capture))
    if (text !== null) sources.set(capture.id, text)
  }
  return runChecks({ ...common, sourceAt: (_url, capture) => sources.get(capture.id) ?? null })
}

function questions(
  rooms: Rooms,
  settings: Pick<Settings, 'params'>,
  input: JudgeInput,
  site: SiteView,
): RunChecksInput {
  return {
    site,
    checks: input.checks ?? allChecks,
    params: settings.params,
    calendar: rooms.calendar,
    topicName: topicNamer(rooms.lexicon),
    labels: rooms.labels,
    wording: rooms.wording,
    checklists: rooms.checklists,
    now: input.now,
  }
}

/** Pictures taken of this run's evidence outlive a second judgement: the same place shows the same. */
function withPictures(store: Store, run: Run, findings: readonly Finding[]): readonly Finding[] {
  const pictures = new Map<string, string>()
  const place = (finding: string, one: Evidence): string =>
    `${finding} ${one.capture} ${one.locator} ${one.quote}`
  for (const { id, evidence } of store.findings({ runs: [run.id] })) {
    for (const one of evidence)
      if (one.screenshot !== null) pictures.set(place(id, one), one.screenshot)
  }
  if (pictures.size === 0) return findings
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((one) => ({
      ...one,
      screenshot: pictures.get(place(finding.id, one)) ?? null,
    })),
  }))
}

/** What a capture's body says, decoded; null where none was archived. */
export async function archivedText(
  archive: Rooms['archive'],
  capture: StoredCapture,
): Promise<string | null> {
  if (capture.record === null) return null
  const { body } = await archive.read(capture.record)
  return decodeBody(body, contentTypeOf(capture.headers)).text
}

/** Checks that a machine without a browser, or without IPv6 and public DNS, goes without. */
const wanting: ReadonlySet<string> = new Set(
  allChecks
    .filter(({ needs }) => needs.includes('accessibility') || needs.includes('ipv6'))
    .map((check) => check.id),
)

/** Contract §2: 4 when no home page could be measured, 3 when some portal or check could not, else 0. */
export function exitOfJudgements(judgements: readonly Judgement[]): ExitCode {
  if (judgements.length > 0 && judgements.every((one) => one.trouble !== null)) {
    return EXIT.nothingMeasured
  }
  // To go without a browser or IPv6 is a choice or a want of this machine, said on its own.
  const unexpected = (check: string): boolean => !wanting.has(check)
  const partly = judgements.some(
    (one) => one.trouble !== null || one.unmeasured.some(({ check }) => unexpected(check)),
  )
  return partly ? EXIT.partlyMeasured : EXIT.done
}
