/**
 * Crawlee's BasicCrawler as pool, retry and life-cycle shell. Decides nothing about portals: it takes addresses from
 * our queue, hands them to `visit`, tries again what throws PassingFailure, and stops when the queue says so or on
 * abort. Crawlee's own storage, sessions, load watching and logging are off.
 */
import { setMaxListeners } from 'node:events'
import type { RequestQueue } from '@crawlee/core'
import { BasicCrawler, Configuration, CriticalError, LogLevel, log } from './crawlee.ts'
import type { FrontierQueue } from './frontier-queue.ts'

/** Thrown by a visit that should be tried again soon. */
export class PassingFailure extends Error {}

/** Visits of all hosts together; each host has its own limit. */
const CONCURRENCY = 16
/** After an abort the visits are given this long to let go. */
const STOP_MS = 4_000
const NEVER_MS = 2 ** 31 - 1

/** Crawlee asks these for overload; concurrency is bounded by hosts here, not guessed from the machine. */
const NO_LOAD_WATCH = { start() {}, stop() {}, getLoadSignals: () => [] }

/** Without Crawlee's SIGINT manners: stopping is the caller's, through the abort signal. */
class Shell extends BasicCrawler {
  ended: Promise<unknown> = Promise.resolve()

  protected override async _pauseOnMigration(): Promise<void> {
    await this.ended
  }
}

/**
 * Runs until the queue is finished or `signal` aborts. Resolves with the number of addresses that Crawlee says it handled;
 * rejects with whatever `visit` threw as our own fault.
 */
export async function runPool(
  queue: FrontierQueue,
  visit: (url: string) => Promise<void>,
  retries: number,
  signal: AbortSignal,
): Promise<number> {
  // Each crawl's shell listens for SIGINT (and is told to do nothing); many portals run side by side.
  setMaxListeners(0, process)
  const shell = new Shell(
    {
      requestQueue: queue as unknown as RequestQueue,
      requestHandler: async ({ request }) => {
        try {
          await visit(request.url)
        } catch (error) {
          if (error instanceof PassingFailure) throw error
          const critical = new CriticalError('stopped by our own fault')
          critical.cause = error
          throw critical
        }
      },
      maxRequestRetries: retries,
      requestHandlerTimeoutSecs: 86_400,
      useSessionPool: false,
      minConcurrency: CONCURRENCY,
      maxConcurrency: CONCURRENCY,
      autoscaledPoolOptions: {
        maybeRunIntervalSecs: 0.25,
        loggingIntervalSecs: null,
        systemStatusOptions: { snapshotter: NO_LOAD_WATCH as never },
      },
      statisticsOptions: { persistenceOptions: { enable: false } },
      statusMessageLoggingInterval: 3_600,
      log: log.child({ level: LogLevel.OFF }),
    },
    new Configuration({
      persistStorage: false,
      purgeOnStart: false,
      systemInfoIntervalMillis: NEVER_MS,
      persistStateIntervalMillis: NEVER_MS,
    }),
  )
  queue.onWake(() => void shell.autoscaledPool?.notify())
  let force: NodeJS.Timeout | null = null
  const onAbort = (): void => {
    queue.stop()
    force = setTimeout(() => void shell.autoscaledPool?.abort(), STOP_MS)
  }
  if (signal.aborted) return 0
  signal.addEventListener('abort', onAbort, { once: true })
  const running = shell.run()
  shell.ended = running.catch(() => undefined)
  try {
    const { requestsFinished, requestsFailed } = await running
    return requestsFinished + requestsFailed
  } catch (error) {
    throw error instanceof CriticalError && error.cause !== undefined ? error.cause : error
  } finally {
    signal.removeEventListener('abort', onAbort)
    if (force) clearTimeout(force)
    queue.stop()
  }
}
