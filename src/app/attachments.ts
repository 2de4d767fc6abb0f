/**
 * Reads attachments in a worker thread under caps of time and memory: a file that hangs or swells costs its thread and
 * is said to be unreadable, and the next file gets a new thread. One file at a time; started at the first file.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AttachmentReader, AttachmentText } from '#model/attachment'
import { nothing } from '#understand/attachments/result'
import { PACKAGE_DIR } from './version.ts'

export interface AttachmentCaps {
  /** For one file. */
  readonly timeoutMs: number
  readonly heapMegabytes: number
  /** By how much the process may swell while one file is read: buffers stand outside the thread's heap. */
  readonly swellMegabytes: number
}

const DEFAULT_CAPS: AttachmentCaps = {
  timeoutMs: 20_000,
  heapMegabytes: 512,
  swellMegabytes: 768,
}
const WATCH_MS = 200
const MEGABYTE = 2 ** 20
/** A thread does not take over how the process loads TypeScript sources (bin/mingcha.mjs). */
const BOOT = `
const { workerData } = require('node:worker_threads');
import(workerData.loader)
  .then(({ loadable }) => loadable('src/app/attachment-worker.ts'))
  .then((entry) => import(entry));
`

export function createAttachmentReader(caps: AttachmentCaps = DEFAULT_CAPS): AttachmentReader {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  const stop = async (): Promise<void> => {
    const old = worker
    worker = null
    if (old !== null) await old.terminate()
  }

  const readOne = async (body: Uint8Array): Promise<AttachmentText> => {
    if (worker === null) {
      worker = startWorker(caps)
      await readiness(worker)
    }
    const outcome = await ask(worker, body, caps)
    if (typeof outcome !== 'string') return outcome
    // A thread that failed or hangs is not asked again.
    await stop()
    return nothing('unknown', 'unreadable', outcome)
  }

  return {
    read(body) {
      const next = last.then(() => readOne(body))
      last = next
      return next
    },
    async close() {
      await last
      await stop()
    },
  }
}

/** A thread takes long to load on a busy machine: no fault of the file that waits for it. */
const MAX_START_MS = 120_000

/** Its first message says that the thread is ready; one that never is fails at the file. */
function readiness(thread: Worker): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      thread.off('message', done).off('error', done).off('exit', done)
      resolve()
    }
    const timer = setTimeout(done, MAX_START_MS)
    thread.on('message', done).on('error', done).on('exit', done)
  })
}

/** The file's text, or why there is none (Chinese). */
function ask(
  thread: Worker,
  body: Uint8Array,
  { timeoutMs, swellMegabytes }: AttachmentCaps,
): Promise<AttachmentText | string> {
  return new Promise((resolve) => {
    const done = (outcome: AttachmentText | string): void => {
      clearTimeout(timer)
      clearInterval(watch)
      thread.off('message', done).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    const onError = (error: Error): void => done(`读取时出错：${error.message.slice(0, 120)}`)
    const onExit = (): void => done('读取线程中断（可能超过内存上限）')
    const timer = setTimeout(() => done(`读取超过 ${timeoutMs / 1000} 秒`), timeoutMs)
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > swellMegabytes * MEGABYTE)
        done(`读取时占用内存增长超过 ${swellMegabytes} MB`)
    }, WATCH_MS)
    thread.on('message', done).on('error', onError).on('exit', onExit)
    thread.postMessage(body)
  })
}

function startWorker(caps: AttachmentCaps): Worker {
  const { resolve } = createRequire(import.meta.url)
  return new Worker(BOOT, {
    eval: true,
    // What the libraries print is no message of ours.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: caps.heapMegabytes },
    workerData: {
      loader: pathToFileURL(join(PACKAGE_DIR, 'bin/sources.mjs')).href,
      cmaps: `${join(dirname(resolve('pdfjs-dist/package.json')), 'cmaps')}/`,
    },
  })
}
