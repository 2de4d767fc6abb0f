/**
 * One scan of many portals: crawl, judge, report. Shared by `scan` and `demo`. Order of runs and what becomes of them
 * lies with jobs; what is asked of the user with the commands.
 */

import { AppError, EXIT, type ExitCode } from '#base/errors'
import type { ResolveRule } from '#crawl/address-guard'
import { type CrawlReport, crawlPortal } from '#crawl/crawl-portal'
import { HostPace } from '#crawl/hosts'
import { type RunEnd, runScan, type ScanTask } from '#jobs/scan'
import type { Page } from '#model/page'
import type { Store } from '#model/ports'
import { pagerFields } from '#understand/pager-form'
import { planSearches } from '#understand/search-plan'
import type { BrowserDoor } from './browsing.ts'
import { type Context, userAgent } from './host.ts'
import { exitOfJudgements, type Judgement, judgeRun } from './judging.ts'
import { pictureFindings } from './picturing.ts'
import { probeRun } from './probing.ts'
import { type PortalProgress, Progress } from './progress.ts'
import { renderRun } from './rendering.ts'
import type { Rooms } from './rooms.ts'

export interface Reach {
  readonly allowPrivate: boolean
  readonly resolve: readonly ResolveRule[]
}

export type ScanEnd = RunEnd<Judgement>

const ENDS = { finished: '完成', interrupted: '被中断，已保存', failed: '出错' } as const

export async function scanPortals(
  context: Context,
  rooms: Rooms,
  tasks: readonly ScanTask[],
  reach: Reach,
  browsers: BrowserDoor,
): Promise<readonly ScanEnd[]> {
  const { clock, settings, signal, terminal } = context
  const { store } = rooms
  const progress = new Progress(terminal, clock, tasks.length)
  // Portals side by side often share a host: to it they are one visitor.
  const pace = new HostPace()
  context.onForcedStop(() => {
    for (const { run } of tasks) {
      if (store.run(run.id)?.state === 'running') {
        store.endRun(run.id, 'interrupted', clock.now(), '被用户中断，已访问的部分已保存')
      }
    }
    store.close()
  })
  return runScan(
    store,
    clock,
    tasks,
    {
      async crawl(task, stop) {
        const { run, portal } = task
        progress.start(portal, task.resumed)
        const frontier = store.frontier(run.id)
        // A census or spot check sees everything afresh; a nightly run takes over what has not changed.
        const before = run.purpose === 'nightly' ? store.latestRun(portal.id) : null
        let blocked = 0
        let last: PortalProgress = { visited: 0, pending: 0, blocked: 0 }
        const visit = (
          resume: boolean,
          shown: readonly Page[],
          spent?: CrawlReport['used'],
        ): Promise<CrawlReport> =>
          crawlPortal(
            {
              run,
              portal,
              allowPrivate: reach.allowPrivate,
              resolve: reach.resolve,
              userAgent: userAgent(context),
              obeyRobots: settings.obeyRobots,
              resume,
              shown,
              ...(spent === undefined ? {} : { spent }),
              ...(settings.retryDelaysMs === null ? {} : { retryDelaysMs: settings.retryDelaysMs }),
            },
            {
              frontier,
              earlier: before === null ? null : store.earlierRun(before.id),
              archive: rooms.archive,
              reader: rooms.reader,
              searches: () =>
                planSearches(
                  { portal, asOf: run.asOf, pages: store.pages(run.id) },
                  settings.maxSearches,
                ),
              lists: { captureAt: (id) => store.capture(id), pagerFields },
              clock,
              pace,
              signal: stop,
              save(batch) {
                store.saveCaptures(batch)
                for (const { capture } of batch) {
                  if (capture.state === 'stored' && capture.blocked !== null) blocked += 1
                }
              },
              onProgress({ visited, pending, slowPass }) {
                last = { visited, pending, blocked, slowPass }
                progress.update(portal, last)
              },
            },
          )
        let report = await visit(task.resumed, [])
        const show = (): Promise<void> =>
          renderRun(context, rooms, task, reach, browsers, stop, (done, of) =>
            progress.update(portal, { ...last, step: `浏览器读取 ${done}/${of}` }),
          )
        if (report.state === 'finished') {
          await probeRun(context, rooms, task, reach)
          await show()
          // Menus, feet and lists that scripts write lead to pages that no source names.
          const shown = stop.aborted || report.spent !== null ? [] : shownReadings(store, run.id)
          if (shown.length > 0) {
            const more = await visit(true, shown, report.used)
            if (more.visits > 0 || more.state !== 'finished') report = more
            if (more.visits > 0 && more.state === 'finished') await show()
          }
        }
        terminal.log.debug({ run: run.id, ...report }, '访问结束')
        const cutOff = report.coverage.because
        return {
          interrupted: report.state === 'interrupted' || stop.aborted,
          // An override of robots.txt is told whatever else there is to say.
          note: settings.obeyRobots && cutOff !== null ? cutOff : report.note,
        }
      },
      async judge({ run, portal, agency }) {
        const judgement = await judgeRun(rooms, settings, {
          run,
          portal,
          agency,
          now: clock.now(),
        })
        await pictureFindings(context, rooms, run.id, browsers, signal, (done, of) =>
          progress.update(portal, {
            visited: 0,
            pending: 0,
            blocked: 0,
            step: `截图 ${done}/${of}`,
          }),
        )
        return judgement
      },
    },
    {
      parallel: settings.portalsParallel,
      signal,
      onEnd: (end) => {
        progress.finish(end.task.portal, ENDS[end.state])
        if (end.state === 'failed') terminal.log.error(end.error, '运行失败')
      },
    },
  )
}

/** Pages as the browser showed them, each once. */
function shownReadings(store: Store, run: string): readonly Page[] {
  const shown = new Map<string, Page>()
  for (const { capture, page } of store.pages(run))
    if (capture.via === 'browser') shown.set(page.url, page)
  return [...shown.values()]
}

export function describeEnd(end: ScanEnd): string {
  const { portal } = end.task
  switch (end.state) {
    case 'interrupted':
      return `${portal.name}：被中断，已保存（运行 ${end.task.run.id}）`
    case 'failed': {
      const why = end.error instanceof Error ? end.error.message : String(end.error)
      return `${portal.name}：我方出错，没有完成：${why}`
    }
    case 'finished': {
      const { judgement } = end
      if (judgement.trouble !== null) return `没有测到 ${judgement.trouble}`
      const { fail = 0, pass = 0, unsure = 0 } = judgement.verdicts
      const { fetched, rendered } = judgement.pages
      const left = leftOut(judgement.pages)
      const share = Math.round((rendered / Math.max(1, fetched)) * 100)
      const shown = rendered > 0 ? [`其中浏览器读取 ${rendered} 页，占 ${share}%`] : []
      const aside = [...shown, ...left].join('；')
      return `${portal.name}：读取 ${fetched} 页${aside === '' ? '' : `（${aside}）`}，不符合 ${fail}，待人工核对 ${unsure}，符合 ${pass}（运行 ${end.task.run.id}）`
    }
  }
}

/** What the portal did not give or was not asked for, so that nobody takes a part for the whole. */
function leftOut({ blocked, failed, notVisited }: Judgement['pages']): string[] {
  const told = [
    ['被拦截', blocked],
    ['未能取得', failed],
    ['因运行上限未访问', notVisited.budget ?? 0],
    ['疑似陷阱未访问', notVisited.trap ?? 0],
    ['按 robots.txt 未访问', notVisited.robots ?? 0],
  ] as const
  const words = told.flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []))
  return words.length === 0 ? [] : [`另有地址${words.join('、')}`]
}

/** Contract §2: 130, 1, 4, 3 or 0, worst first. */
export function exitOf(ends: readonly ScanEnd[], interrupted: boolean): ExitCode {
  if (interrupted || ends.some((end) => end.state === 'interrupted')) return EXIT.interrupted
  const failed = ends.find((end) => end.state === 'failed')
  if (failed?.state === 'failed') {
    return failed.error instanceof AppError ? failed.error.exit : EXIT.ourError
  }
  const finished = ends.flatMap((end) => (end.state === 'finished' ? [end.judgement] : []))
  return exitOfJudgements(finished)
}
