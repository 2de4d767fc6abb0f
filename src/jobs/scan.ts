/**
 * Life of runs: which run of each portal is begun or continued, portals side by side, and how each ends: finished,
 * interrupted (can be resumed) or failed (our fault). What a visit and a judgement are is given by `app`.
 */
import { setMaxListeners } from 'node:events'
import PQueue from 'p-queue'
import { dayOf } from '#base/day'
import { AppError, type ErrorCode } from '#base/errors'
import { shortId } from '#base/hash'
import type { CivilDay } from '#model/page'
import type { Agency, Portal } from '#model/portal'
import type { Clock, Store } from '#model/ports'
import type { Budget, Run, RunPurpose } from '#model/run'

export interface ScanTask {
  readonly run: Run
  readonly portal: Portal
  readonly agency: Agency
  /** Goes on where an interrupted run stopped. */
  readonly resumed: boolean
}

export interface CrawlEnd {
  /** Stopped by the signal: the run can be resumed. */
  readonly interrupted: boolean
  /** Chinese note on what the budget or trouble cut off; null when all was visited. */
  readonly note: string | null
}

export interface ScanSteps<Judgement> {
  /** Visits the portal into archive and store; must save and return soon after the signal. */
  crawl(task: ScanTask, signal: AbortSignal): Promise<CrawlEnd>
  /** Site view, checks and findings of what was visited, saved. */
  judge(task: ScanTask): Promise<Judgement>
}

export type RunEnd<Judgement> =
  | { readonly task: ScanTask; readonly state: 'finished'; readonly judgement: Judgement }
  | { readonly task: ScanTask; readonly state: 'interrupted' }
  | { readonly task: ScanTask; readonly state: 'failed'; readonly error: unknown }

export interface ScanPlan {
  readonly tasks: readonly ScanTask[]
  /** Portals that a resumed scan leaves alone, because the same scan had finished them. */
  readonly done: readonly Portal[]
}

export interface PlanInput {
  readonly portals: readonly Portal[]
  readonly purpose: RunPurpose
  /** Null: the day of the visit. */
  readonly asOf: CivilDay | null
  /** For new runs. */
  readonly budget: Budget
  /** What the user set expressly: also changes the budget of a run that goes on. */
  readonly change: Partial<Budget>
  readonly codeVersion: string
  readonly resume: boolean
}

/**
 * With `resume`: a portal whose newest run was interrupted goes on with it; one that the same scan (same day to judge
 * by, same purpose) has finished is left alone; any other begins.
 */
export function planScan(store: Store, clock: Clock, input: PlanInput): ScanPlan {
  const now = clock.now()
  const newest = new Map(
    input.portals.map((portal) => [portal.id, store.runs({ portalId: portal.id })[0] ?? null]),
  )
  const cut = [...newest.values()].flatMap((run) => (run?.state === 'interrupted' ? [run] : []))
  const tasks: ScanTask[] = []
  const done: Portal[] = []
  for (const portal of input.portals) {
    const owner = store.portal(portal.id)
    if (!owner) throw new Error(`portal ${portal.id} is not in the registry`)
    const last = newest.get(portal.id) ?? null
    if (input.resume && last?.state === 'interrupted') {
      const run: Run = {
        ...last,
        state: 'running',
        finishedAt: null,
        note: null,
        budget: { ...last.budget, ...input.change },
      }
      tasks.push({ ...owner, run, resumed: true })
    } else if (
      input.resume &&
      last?.state === 'finished' &&
      cut.some((run) => run.asOf === last.asOf && run.purpose === last.purpose)
    ) {
      done.push(portal)
    } else {
      // A portal that the interrupted scan had not reached begins as that scan would have begun it.
      const like = input.resume ? cut[0] : undefined
      const run: Run = {
        id: newRunId(portal, now),
        portalId: portal.id,
        purpose: like?.purpose ?? input.purpose,
        state: 'running',
        asOf: input.asOf ?? like?.asOf ?? dayOf(now),
        startedAt: now,
        finishedAt: null,
        budget: like ? { ...like.budget, ...input.change } : input.budget,
        note: null,
        codeVersion: input.codeVersion,
      }
      tasks.push({ ...owner, run, resumed: false })
    }
  }
  return { tasks, done }
}

/** Sorts by time and can be typed: day, then twelve hex digits. */
function newRunId(portal: Portal, now: number): string {
  return `${dayOf(now).replaceAll('-', '')}-${shortId(portal.id, String(now)).slice(0, 12)}`
}

/**
 * Runs all tasks, `parallel` at a time. Trouble of one portal does not stop the others; a fault that hits all (disk
 * full, database) does, and is thrown once every run has been put to rest. Answers in the order of
 * the tasks; those not begun are left out.
 */
export async function runScan<Judgement>(
  store: Store,
  clock: Clock,
  tasks: readonly ScanTask[],
  steps: ScanSteps<Judgement>,
  options: {
    readonly parallel: number
    readonly signal: AbortSignal
    onEnd(end: RunEnd<Judgement>): void
  },
): Promise<readonly RunEnd<Judgement>[]> {
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  // Every open connection of every portal listens.
  setMaxListeners(0, signal)
  const queue = new PQueue({ concurrency: options.parallel })
  const ends: RunEnd<Judgement>[] = []
  let fatal: unknown = null
  for (const task of tasks) {
    void queue.add(async () => {
      if (signal.aborted) return
      const end = await runOne(store, clock, task, steps, signal)
      ends.push(end)
      options.onEnd(end)
      if (end.state === 'failed' && hitsAll(end.error)) {
        fatal ??= end.error
        stop.abort()
      }
    })
  }
  await queue.onIdle()
  if (fatal !== null) throw fatal
  const order = new Map(tasks.map((task, index) => [task, index]))
  return ends.sort((a, b) => (order.get(a.task) ?? 0) - (order.get(b.task) ?? 0))
}

async function runOne<Judgement>(
  store: Store,
  clock: Clock,
  task: ScanTask,
  steps: ScanSteps<Judgement>,
  signal: AbortSignal,
): Promise<RunEnd<Judgement>> {
  const { run } = task
  try {
    store.startRun(run)
    const crawled = await steps.crawl(task, signal)
    if (crawled.interrupted) {
      store.endRun(run.id, 'interrupted', clock.now(), '被用户中断，已访问的部分已保存')
      return { task, state: 'interrupted' }
    }
    const judgement = await steps.judge(task)
    store.endRun(run.id, 'finished', clock.now(), crawled.note)
    return { task, state: 'finished', judgement }
  } catch (error) {
    const resumable = hitsAll(error) || (error instanceof AppError && error.code === 'interrupted')
    try {
      store.endRun(
        run.id,
        resumable ? 'interrupted' : 'failed',
        clock.now(),
        error instanceof Error ? error.message : String(error),
      )
    } catch {
      // The database is what failed: the run stays `running` and counts as interrupted at the next start.
    }
    return { task, state: 'failed', error }
  }
}

/** Faults of disk or database: no portal can go on, and every run can be resumed once they are mended. */
const COMMON_FAULTS: readonly ErrorCode[] = [
  'disk-full',
  'db-locked',
  'db-readonly',
  'db-invalid',
  'output-unwritable',
]

const hitsAll = (error: unknown): boolean =>
  error instanceof AppError && COMMON_FAULTS.includes(error.code)
