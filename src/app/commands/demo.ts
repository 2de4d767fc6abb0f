/**
 * `mingcha demo` (what `npm start` runs): scans the bundled demonstration portals over loopback into var/, scores them,
 * prints the ranking and opens the evaluators' application (`--once` does not). Needs no network and no service.
 */
import type { Command } from 'commander'
import { EXIT, type ExitCode } from '#base/errors'
import { parseResolveRule } from '#crawl/address-guard'
import { planScan } from '#jobs/scan'
import { serveDemoPortals } from '../../../fixtures/portals/serve.ts'
import { browserDoor } from '../browsing.ts'
import { newCommand, withCommon } from '../command-line.ts'
import type { Context, Host } from '../host.ts'
import { openRooms } from '../rooms.ts'
import { describeEnd, exitOf, scanPortals } from '../scanning.ts'
import { computeScores, printRanking, schemeOf } from '../scoring-run.ts'
import { announceAndWait, DEFAULT_PORT, serveReview } from '../serving.ts'
import type { CommonOptions } from '../settings.ts'

const SCHEME = 'suizhou-2023-website-departments'

interface DemoOptions extends CommonOptions {
  once?: boolean
  /** False after --no-browser. */
  browser: boolean
}

export function demoCommand(host: Host): Command {
  const command = withCommon(
    newCommand('demo', '扫描自带的示例网站并打分（npm start）', [
      'npm start',
      'npm start -- --once',
    ]),
  )
    .option('--once', '做完即退出')
    .option('--no-browser', '不使用浏览器')
  return host.bind<DemoOptions>(command, demo)
}

async function demo(context: Context, options: DemoOptions): Promise<ExitCode> {
  const { terminal, clock } = context
  const scheme = schemeOf(SCHEME)
  const served = await serveDemoPortals()
  try {
    const rooms = await openRooms(context, '扫描示例网站')
    try {
      rooms.store.saveRegistry(served.registry)
      const { tasks } = planScan(rooms.store, clock, {
        portals: served.registry.portals,
        purpose: 'self-check',
        asOf: served.asOf,
        // Our own loopback server needs no mercy.
        budget: context.settings.budget('self-check', { delayMs: 0, perHostParallel: 4 }),
        change: {},
        codeVersion: context.codeVersion,
        resume: false,
      })
      const reach = { allowPrivate: false, resolve: served.resolve.map(parseResolveRule) }
      const browsers = browserDoor(context, options.browser)
      const ends = await scanPortals(context, rooms, tasks, reach, browsers).finally(() =>
        browsers.close(),
      )
      for (const end of ends) terminal.print(describeEnd(end))
      const exit = exitOf(ends, context.signal.aborted)
      if (exit === EXIT.interrupted) return exit
      const { agencies } = served.registry
      const scores = computeScores(context, rooms.store, scheme, {
        asOf: served.asOf,
        agencies: agencies.map((agency) => agency.id),
      })
      printRanking(terminal, scores)
      const ranked = new Set(scores.cards.map(({ agency }) => agency.id))
      const others = agencies.filter(({ id }) => !ranked.has(id)).map(({ name }) => name)
      if (others.length > 0)
        terminal.say(`${others.join('、')}不是这张表评的单位，没有列入；检查结果一样可以看。`)
      terminal.say(
        `结果在 ${rooms.store.location}，存档在 ${context.settings.archive}。试试：npx mingcha export scores --scheme ${SCHEME} --format xlsx --out 得分.xlsx`,
      )
      if (!options.once) {
        const serving = await serveReview(context, rooms, {
          host: '127.0.0.1',
          port: DEFAULT_PORT,
          anyPort: true,
        })
        await announceAndWait(context, serving)
      }
      return exit
    } finally {
      await rooms.close()
    }
  } finally {
    await served.close()
  }
}
