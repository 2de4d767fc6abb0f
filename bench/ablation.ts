/**
 * Wrong passes in waiting: what a check that finds something there passes on when that very thing is gone. Of each scanned
 * run every `pass` of a check for presence or contents loses the pages that it cites, in one of two ways, and the check is
 * asked again; where it still passes, it is printed with what it cites now, and that is taken away as well, up to three
 * rounds. `drop`: the page (of a link: what it leads to) answers 404. `blank`: its main text, lists and
 * files are gone, menus and title stay; of what the home page says, the words quoted. What is printed is for reading: a
 * second true answer (two lists of the same papers) is no fault. `npm run bench:ablation -- [--check ID] [--mode drop|blank]
 * [--subject TEXT] [--told] [DB ARCHIVE]…` (`--told` asks all checks after the first round and prints what none said before):
 * runs that were scanned (the database is read again and changed: give a copy); without any, the golden portals are scanned.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readReportFiles } from '#app/report-files'
import { openRooms } from '#app/rooms'
import { systemClock } from '#base/clock'
import { clip } from '#base/text'
import { checks } from '#checks/index'
import type { Check } from '#model/check'
import type { Finding } from '#model/finding'
import { GOLDEN_PLANS } from '../fixtures/portals/plan.ts'
import { Ablation, keptPages, MODES, type Mode } from './ablation/taken-away.ts'
import { placeArgs, type ScannedPlace, scanPlans } from './golden-scan.ts'
import { runMingcha } from './run-mingcha.ts'

const ROUNDS = 3

/** Checks whose pass says that something is there; the pass of others says that no fault was seen. */
const PRESENCE =
  /^(?:disclosure|request|service|interaction|media)\/|^accessibility\/entry|^interpretation\/(?:formats|link)|^reports\/(?:ogi-annual-report-(?:incomplete|late)|site-annual-table-late)|^identity\/footer/
const OTHERS =
  /\/(?:published-late|catalogue-outdated|logins-several|reply-late|contact-inconsistent|law-outdated|search-fruitless)$/

interface Tally {
  passes: number
  /** Still passing after so many rounds. */
  readonly still: number[]
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
  place: ScannedPlace,
  options: Options,
  tallies: Map<string, Tally>,
): Promise<void> {
  const again = await runMingcha(['rerun', '--latest', ...placeArgs(place)])
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
      const ablation = new Ablation(rooms, run, await keptPages(rooms, run))
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

interface Options {
  readonly modes: readonly Mode[]
  readonly subject: string
  readonly told: boolean
  wants(check: Check): boolean
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
  for (const place of places.length > 0 ? places : [await scanPlans(work, GOLDEN_PLANS)])
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
