/**
 * Wrong passes in waiting: what a check that finds something there passes on when that very thing is gone. Of each scanned
 * run every `pass` of a check for presence or contents loses the pages that it cites, in one of two ways, and the check is
 * asked again; where it still passes, it is printed with what it cites now, and that is taken away as well, up to three
 * rounds. `drop`: the page (of a link: what it leads to) answers 404. `blank`: its main text, lists and
 * files are gone, menus and title stay; of what the home page says, the words quoted. What is printed is for reading: a
 * second true answer (two lists of the same papers) is no fault. `npm run bench:ablation -- [--check ID] [--mode drop|blank]
 * [--subject TEXT] [--told] [DB ARCHIVE]…`: `--told` asks all checks after the first round and prints what none said before;: runs that were scanned (the database is read again and changed: give a copy); without
 * any, the golden portals are scanned.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contentTypeOf } from '#app/content-type'
import { siteViewOf } from '#app/judging'
import { readReportFiles } from '#app/report-files'
import { openRooms, type Rooms, topicNamer } from '#app/rooms'
import { systemClock } from '#base/clock'
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import { checks } from '#checks/index'
import { runChecks } from '#engine/run-checks'
import type { Capture, StoredCapture } from '#model/capture'
import type { Check } from '#model/check'
import type { Finding } from '#model/finding'
import type { Page, Span } from '#model/page'
import type { Run } from '#model/run'
import type { SiteView } from '#model/site-view'
import { decodeBody } from '#understand/charset'
import { GOLDEN_PLANS } from '../fixtures/portals/plan.ts'
import { serveDemoPortals } from '../fixtures/portals/serve.ts'
import { registryCsv } from './mutations.ts'
import { runMingcha } from './run-mingcha.ts'

const ROUNDS = 3
const MODES = ['drop', 'blank'] as const
type Mode = (typeof MODES)[number]

/** Checks whose pass says that something is there; the pass of others says that no fault was seen. */
const PRESENCE =
  /^(?:disclosure|request|service|interaction|media)\/|^accessibility\/entry|^interpretation\/(?:formats|link)|^reports\/(?:ogi-annual-report-(?:incomplete|late)|site-annual-table-late)|^identity\/footer/
const OTHERS =
  /\/(?:published-late|catalogue-outdated|logins-several|reply-late|contact-inconsistent|law-outdated|search-fruitless)$/

interface Kept {
  readonly capture: StoredCapture
  readonly page: Page
  readonly depth: number
  /** Decoded source; null where the archive has none. */
  readonly source: string | null
}

/** A place that is taken away, with the words quoted on it. */
interface Loss {
  readonly key: string
  readonly at: Span | null
}

interface Tally {
  passes: number
  /** Still passing after so many rounds. */
  readonly still: number[]
}

class Ablation {
  readonly #views = new Map<string, SiteView>()
  #before: ReadonlySet<string> | undefined
  readonly rooms: Rooms
  readonly run: Run
  readonly pages: readonly Kept[]

  constructor(rooms: Rooms, run: Run, pages: readonly Kept[]) {
    this.rooms = rooms
    this.run = run
    this.pages = pages
  }

  view(mode: Mode, losses: readonly Loss[]): SiteView {
    const name = [mode, ...losses.map(({ key, at }) => `${key} ${at}`).sort()].join('\n')
    const known = this.#views.get(name)
    if (known !== undefined) return known
    const { store } = this.rooms
    const owner = store.portal(this.run.portalId)
    if (owner === null) throw new Error(`运行 ${this.run.id} 的网站不在名录里`)
    const keys = new Set(losses.map(({ key }) => key))
    const gone = ({ url, ...capture }: Capture): boolean =>
      keys.has(placeKey(url)) ||
      (capture.state === 'stored' && keys.has(placeKey(capture.finalUrl)))
    const dead = (capture: Capture): Capture =>
      capture.state === 'stored' && gone(capture) ? { ...capture, status: 404 } : capture
    const without = ({ capture, page, depth, source }: Kept) => {
      const own = { capture, page, depth }
      if (!gone(capture)) return own
      if (mode === 'drop')
        return { capture: { ...capture, status: 404 }, page: this.#notFound(page.url), depth }
      return { ...own, page: this.#blanked(page, capture, source, losses) }
    }
    const pages = this.pages.map(without)
    const captures = [...store.captures(this.run.id)].map(mode === 'drop' ? dead : (one) => one)
    const changed = { ...store, pages: () => pages.values(), captures: () => captures.values() }
    const view = siteViewOf({ ...this.rooms, store: changed }, { run: this.run, ...owner })
    if (this.#views.size > 40) this.#views.clear()
    this.#views.set(name, view)
    return view
  }

  #read(url: string, html: string, status: number): Page {
    const body = new TextEncoder().encode(html)
    const contentType = 'text/html; charset=utf-8'
    const homeUrl = this.rooms.store.portal(this.run.portalId)?.portal.homeUrl ?? null
    return this.rooms.reader.read({ url, body, contentType, status, truncated: false, homeUrl })
  }

  #notFound(url: string): Page {
    return this.#read(
      url,
      '<html><head><title>404 Not Found</title></head><body>404 Not Found</body></html>',
      404,
    )
  }

  /** Title and menus without what they lead to. */
  #blanked(
    page: Page,
    capture: StoredCapture,
    source: string | null,
    losses: readonly Loss[],
  ): Page {
    if (source === null || page.file !== undefined) return page
    const own = new Set([placeKey(capture.url), placeKey(capture.finalUrl)])
    const quoted = losses.flatMap(({ key, at }) => (own.has(key) && at !== null ? [at] : []))
    const body = [
      page.text.at,
      ...[page.lists, page.attachments, page.pictures ?? []].flat().map((one) => one.at),
      ...(page.tableRows ?? []).flat(),
      ...page.links.flatMap(({ area, at }) => (/^(?:main|list)$/.test(area) ? [at] : [])),
    ]
    const isHome = page.kind.value === 'home'
    const spans = [...(isHome ? [] : body), ...quoted].filter((one) => one !== null)
    return this.#read(
      page.url,
      withoutSpans(source, spans, isHome ? '' : headOf(page)),
      capture.status,
    )
  }

  /** What no check said while the page was whole; null where all have been asked of nothing. */
  newlyTold(mode: Mode, losses: readonly Loss[]): readonly string[] {
    const told = (view: SiteView): readonly string[] =>
      this.#ask(view, checks)
        .filter(({ verdict }) => verdict === 'fail' || verdict === 'unsure')
        .map(
          ({ check, subject, verdict, outcome }) => `${check}#${outcome}（${verdict}）${subject}`,
        )
    this.#before ??= new Set(told(this.view(mode, [])))
    return told(this.view(mode, losses)).filter((one) => this.#before?.has(one) === false)
  }

  passes(view: SiteView, check: Check): readonly Finding[] {
    return this.#ask(view, [check]).filter(({ verdict }) => verdict === 'pass')
  }

  #ask(view: SiteView, asked: readonly Check[]): readonly Finding[] {
    const { calendar, lexicon, labels, wording, checklists } = this.rooms
    return runChecks({
      ...{ site: view, checks: asked, calendar, labels, wording, checklists },
      topicName: topicNamer(lexicon),
      now: 0,
    }).findings
  }

  /** What a finding rests on. */
  lossesOf(view: SiteView, { evidence }: Finding): readonly Loss[] {
    return evidence.map(({ url, locator }) => {
      const [start, end] = (/^char=(\d+),(\d+)$/.exec(locator) ?? []).slice(1).map(Number)
      const at: Span | null = start === undefined || end === undefined ? null : [start, end]
      const link = view
        .pageAt(url)
        ?.page.links.find((one) => at !== null && one.at[0] >= at[0] && one.at[1] <= at[1])
      return link !== undefined && view.pageAt(link.url) !== null
        ? { key: placeKey(link.url), at: null }
        : { key: placeKey(url), at }
    })
  }
}

function headOf({ title, publishedOn }: Page): string {
  const day = publishedOn === null ? '' : `<p>发布时间：${publishedOn.value}</p>`
  return `<h1>${title ?? ''}</h1>${day}`
}

/** Bytes of the source that are not in any span; `head` stands where the first began. */
function withoutSpans(source: string, spans: readonly Span[], head: string): string {
  let [at, text] = [0, '']
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start >= at) text += source.slice(at, start) + (at === 0 ? head : '')
    at = Math.max(at, end)
  }
  return text + source.slice(at)
}

async function kept(rooms: Rooms, run: Run): Promise<readonly Kept[]> {
  const all: Kept[] = []
  for (const { capture, page, depth } of rooms.store.pages(run.id)) {
    const body = capture.record === null ? null : (await rooms.archive.read(capture.record)).body
    const source =
      body === null || page.file ? null : decodeBody(body, contentTypeOf(capture.headers)).text
    all.push({ capture, page, depth, source })
  }
  return all
}

const said = ({ outcome, message, evidence }: Finding): string =>
  `${outcome}：${clip(message, 110)} ‖ ${evidence
    .slice(0, 2)
    .map(({ url, quote }) => `“${clip(quote, 50)}” ${url.replace(/^https?:\/\/[^/]+/, '')}`)
    .join(' ； ')}${evidence.length > 2 ? ` …${evidence.length}` : ''}`

function ablate(
  ablation: Ablation,
  check: Check,
  mode: Mode,
  options: Options,
  tally: Tally,
): void {
  const whole = ablation.view('drop', [])
  for (const first of ablation.passes(whole, check)) {
    if (!first.subject.includes(options.subject)) continue
    tally.passes += 1
    const lines = [`${check.id} · ${first.subject} · ${mode}`, `    0 ${said(first)}`]
    const losses = ablation.lossesOf(whole, first)
    const gone = new Map(losses.map((one) => [`${one.key} ${one.at}`, one]))
    for (let round = 1; round <= ROUNDS; round += 1) {
      const view = ablation.view(mode, [...gone.values()])
      const next = ablation.passes(view, check).find(({ subject }) => subject === first.subject)
      if (next === undefined) break
      tally.still[round - 1] = (tally.still[round - 1] ?? 0) + 1
      const before = gone.size
      for (const one of ablation.lossesOf(whole, next)) gone.set(`${one.key} ${one.at}`, one)
      lines.push(`    ${round} ${gone.size === before ? '引的还是同一处 ' : ''}${said(next)}`)
      if (round === 1 && options.told) {
        const told = ablation.newlyTold(mode, losses)
        lines.push(
          `      ${told.length === 0 ? '没有检查说到' : `另说：${told.slice(0, 4).join('；')}`}`,
        )
      }
      if (gone.size === before) break
    }
    if (lines.length > 2) console.log(lines.join('\n'))
  }
}

async function ablateRun(
  place: Place,
  options: Options,
  tallies: Map<string, Tally>,
): Promise<void> {
  const again = await runMingcha([
    'rerun',
    '--latest',
    '--quiet',
    '--db',
    place.db,
    '--archive',
    place.archive,
  ])
  if (again.exitCode !== 0 && again.exitCode !== 3) throw new Error(again.stderr.slice(-400))
  const rooms = await openRooms(
    { settings: place, clock: systemClock, codeVersion: 'bench' },
    'bench',
  )
  try {
    for (const portal of rooms.store.registry().portals) {
      const run = rooms.store.latestRun(portal.id)
      if (run === null) continue
      await readReportFiles(rooms, run)
      const ablation = new Ablation(rooms, run, await kept(rooms, run))
      console.log(`\n== ${portal.name} ${portal.homeUrl}（${ablation.pages.length} 页）`)
      for (const check of checks.filter((one) => options.wants(one)))
        for (const mode of options.modes) {
          const key = `${check.id} ${mode}`
          const tally = tallies.get(key) ?? { passes: 0, still: [] }
          tallies.set(key, tally)
          ablate(ablation, check, mode, options, tally)
        }
    }
  } finally {
    await rooms.close()
  }
}

interface Place {
  readonly db: string
  readonly archive: string
}

interface Options {
  readonly modes: readonly Mode[]
  readonly subject: string
  readonly told: boolean
  wants(check: Check): boolean
}

async function golden(work: string): Promise<Place> {
  const place = { db: join(work, 'm.db'), archive: join(work, 'archive') }
  const served = await serveDemoPortals(GOLDEN_PLANS)
  try {
    writeFileSync(join(work, 'portals.csv'), registryCsv(GOLDEN_PLANS))
    const { exitCode, stderr } = await runMingcha([
      ...[
        'scan',
        '--portals',
        join(work, 'portals.csv'),
        '--as-of',
        served.asOf,
        '--allow-private',
      ],
      ...[
        '--no-browser',
        '--delay-ms',
        '0',
        '--quiet',
        '--db',
        place.db,
        '--archive',
        place.archive,
      ],
      ...served.resolve.flatMap((one) => ['--resolve', one]),
    ])
    if (exitCode !== 0 && exitCode !== 3) throw new Error(stderr.slice(-400))
    return place
  } finally {
    await served.close()
  }
}

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'string' },
    mode: { type: 'string' },
    subject: { type: 'string' },
    told: { type: 'boolean' },
  },
  allowPositionals: true,
})
const options: Options = {
  modes: MODES.filter((mode) => values.mode === undefined || values.mode === mode),
  subject: values.subject ?? '',
  told: values.told === true,
  wants: ({ id }) =>
    values.check === undefined ? PRESENCE.test(id) && !OTHERS.test(id) : id === values.check,
}
const work = mkdtempSync(join(tmpdir(), 'mingcha-ablation-'))
try {
  const places = positionals.flatMap((db, at) =>
    at % 2 ? [] : [{ db, archive: positionals[at + 1] ?? '' }],
  )
  const tallies = new Map<string, Tally>()
  for (const place of places.length > 0 ? places : [await golden(work)])
    await ablateRun(place, options, tallies)
  console.log('\n| 检查 | 方式 | 通过 | 去掉一次仍通过 | 两次 | 三次 |')
  for (const [key, { passes, still }] of tallies)
    if (passes > 0)
      console.log(
        `| ${key.replace(' ', ' | ')} | ${passes} | ${[0, 1, 2].map((at) => still[at] ?? 0).join(' | ')} |`,
      )
} finally {
  rmSync(work, { recursive: true, force: true })
}
