/** `mingcha rerun`: reads archived pages again, rebuilds the site view and asks the checks again, without any network. */
import type { Command } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import type { StoredCapture } from '#model/capture'
import type { Run } from '#model/run'
import { dayOption, newCommand, withCommon } from '../command-line.ts'
import { contentTypeOf } from '../content-type.ts'
import type { Context, Host } from '../host.ts'
import { exitOfJudgements, type Judgement, judgeRun } from '../judging.ts'
import { type CheckMovement, movementLines, movements, toldOf } from '../movement.ts'
import { openRooms, type Rooms } from '../rooms.ts'
import type { CommonOptions } from '../settings.ts'
import { checkOf } from './checks.ts'

interface RerunOptions extends CommonOptions {
  run?: string[]
  latest?: boolean
  check?: string[]
  asOf?: string
  json?: boolean
}

interface Rerun {
  readonly run: Run
  readonly portal: string
  readonly judgement: Judgement
  readonly changes: readonly CheckMovement[]
}

export function rerunCommand(host: Host): Command {
  const command = withCommon(
    newCommand('rerun', '不联网，从存档重新识别并检查', [
      'npx mingcha rerun --latest',
      'npx mingcha rerun --run 20231220-0f3a9c11d2e4 --check freshness/column-stale',
    ]),
  )
    .option('--run <id...>', '要重新检查的运行')
    .option('--latest', '每个网站最近一次完成的运行')
    .option('--check <id...>', '只做这些检查（默认全部）')
    .addOption(dayOption('--as-of <日期>', '改以哪一天为准判断（默认与当次运行相同）'))
    .option('--json', '输出 rerun/1 JSON')
  return host.bind<RerunOptions>(command, rerun)
}

async function rerun(context: Context, options: RerunOptions): Promise<ExitCode> {
  if ((options.run === undefined) === (options.latest === undefined)) {
    throw new AppError(
      'usage',
      '请用 --run 运行编号 或 --latest 说明要重新检查哪些运行（只用其一）。',
    )
  }
  const checks = options.check?.map(checkOf)
  const rooms = await openRooms(context, '重新检查')
  try {
    const runs = options.run?.map((id) => runOf(rooms, id)) ?? latestRuns(rooms)
    const done: Rerun[] = []
    for (const stored of runs) {
      if (context.signal.aborted) break
      const owner = rooms.store.portal(stored.portalId)
      if (!owner) throw new AppError('internal', `运行 ${stored.id} 的网站不在名录里。`)
      const run = options.asOf === undefined ? stored : { ...stored, asOf: options.asOf }
      const findings = () => toldOf(rooms.store.findings({ runs: [run.id] }))
      const before = findings()
      await readAgain(context, rooms, run, owner.portal.homeUrl)
      if (run !== stored) rooms.store.startRun(run)
      const judgement = await judgeRun(rooms, context.settings, {
        run,
        ...owner,
        ...(checks === undefined ? {} : { checks }),
        now: context.clock.now(),
      })
      const changes = movements(before, findings())
      done.push({ run, portal: owner.portal.name, judgement, changes })
    }
    if (options.json) {
      const rows = done.map(({ run, judgement, changes }) => {
        return { run: run.id, asOf: run.asOf, ...judgement, changes }
      })
      context.terminal.print(JSON.stringify({ mingcha: 'rerun/1', runs: rows }, null, 2))
    } else {
      for (const one of done) {
        const { fail = 0, pass = 0, unsure = 0 } = one.judgement.verdicts
        context.terminal.print(
          one.judgement.trouble ??
            `${one.portal}（运行 ${one.run.id}）：不符合 ${fail}，待人工核对 ${unsure}，符合 ${pass}`,
        )
        for (const line of movementLines(one.changes)) context.terminal.print(line)
      }
    }
    if (context.signal.aborted) return EXIT.interrupted
    return exitOfJudgements(done.map((one) => one.judgement))
  } finally {
    await rooms.close()
  }
}

function runOf(rooms: Rooms, id: string): Run {
  const run = rooms.store.run(id)
  if (run && run.state === 'finished') return run
  throw new AppError(
    'unknown-id',
    run
      ? `运行 ${id} 没有完成，不能重新检查。请先用 mingcha scan --resume 完成它。`
      : `没有运行 ${id}。用 mingcha portals show 网站编号 查看历次运行。`,
  )
}

function latestRuns(rooms: Rooms): Run[] {
  const runs = rooms.store
    .registry()
    .portals.flatMap((portal) => rooms.store.latestRun(portal.id) ?? [])
  if (runs.length > 0) return runs
  throw new AppError('unknown-id', '还没有完成的运行。请先用 mingcha scan 扫描。')
}

/** Replaces the page readings of a run with fresh ones from the archived bytes; all or nothing. */
async function readAgain(context: Context, rooms: Rooms, run: Run, homeUrl: string): Promise<void> {
  const known: { capture: StoredCapture; depth: number }[] = []
  for (const { capture, depth } of rooms.store.pages(run.id)) known.push({ capture, depth })
  const fresh = []
  let lost = 0
  for (const { capture, depth } of known) {
    if (capture.record === null) {
      lost += 1
      continue
    }
    const archived = await rooms.archive.read(capture.record)
    const page = rooms.reader.read({
      url: capture.finalUrl,
      body: archived.body,
      contentType: contentTypeOf(capture.headers),
      status: capture.status,
      truncated: capture.truncated,
      homeUrl,
    })
    fresh.push({ captureId: capture.id, page, depth })
  }
  if (lost > 0) {
    throw new AppError(
      'archive-damaged',
      `运行 ${run.id} 有 ${lost} 个页面没有存档记录，不能重新识别。原有结果保持不变。`,
    )
  }
  rooms.store.savePages(run.id, fresh)
  context.terminal.log.debug({ run: run.id, pages: fresh.length }, '已从存档重新识别')
}
