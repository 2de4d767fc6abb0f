/**
 * `doctor --verify-archive`: walks the archive of every run, newest first, against what the store knows of it, and
 * tells each run's state as it is found. How a record is judged is the archive's; runs of other databases that share
 * the folder are named and left alone.
 */
import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SCREENS } from '#archive/screenshots'
import { type ExpectedRecord, type VerifiedRun, verifyPictures, verifyRun } from '#archive/verify'
import { AppError } from '#base/errors'
import type { Store } from '#model/ports'
import type { Run } from '#model/run'
import type { Context } from './host.ts'
import { openExistingStore } from './rooms.ts'

/** As in doctor/1. */
export interface ArchiveState {
  readonly runs: readonly RunState[]
  readonly pictures: { readonly count: number; readonly damaged: readonly string[] }
  /** Folders below the archive that belong to no run of this database. */
  readonly foreign: readonly string[]
  /** False: stopped by the user before all was looked at. */
  readonly complete: boolean
}

type RunState = VerifiedRun & { readonly run: string; readonly state: 'ok' | 'damaged' }

const SAY_MS = 2_000

/** `only`: these runs, else all. `tell`: a line for each run when it is done. */
export async function checkArchive(
  context: Context,
  only: readonly string[] | null,
  tell: (line: string) => void,
): Promise<ArchiveState> {
  const dir = resolve(context.settings.archive)
  const store = await openExistingStore(context)
  try {
    const all = store.runs()
    const runs = only === null ? all : only.map((id) => known(all, id))
    const states: RunState[] = []
    for (const [at, run] of runs.entries()) {
      const progress = progressOf(context, `${at + 1}/${runs.length} ${run.id}`)
      const verified = await verifyRun(dir, run.id, expectedOf(store, run), {
        signal: context.signal,
        onProgress: progress,
      })
      if (verified === null) break
      const state = verified.damage === null ? 'ok' : 'damaged'
      states.push({ run: run.id, state, ...verified })
      for (const line of linesOf(run.id, verified)) tell(line)
    }
    const { pictures, damaged } = await verifyPictures(dir, context.signal)
    if (pictures > 0) {
      tell(
        damaged.length === 0
          ? `正常\t截图\t${pictures} 张`
          : `有问题\t截图\t${pictures} 张，其中 ${damaged.length} 张内容与文件名不符：${damaged.slice(0, 3).join('、')}`,
      )
    }
    const names = new Set(all.map((run) => run.id))
    const foreign = (await folders(dir)).filter((name) => !names.has(name) && name !== SCREENS)
    if (foreign.length > 0) {
      tell(
        `注意\t存档目录\t有 ${foreign.length} 个文件夹不属于这个数据库，没有核对：${foreign[0]}…`,
      )
    }
    const complete = !context.signal.aborted
    if (!complete) {
      context.terminal.fault(`核对被中断：${runs.length} 次运行中核对完 ${states.length} 次。`)
    }
    return { runs: states, pictures: { count: pictures, damaged }, foreign, complete }
  } finally {
    store.close()
  }
}

export const isDamaged = (state: ArchiveState): boolean =>
  state.pictures.damaged.length > 0 || state.runs.some((run) => run.state === 'damaged')

function known(all: readonly Run[], id: string): Run {
  const run = all.find((one) => one.id === id)
  if (run) return run
  throw new AppError(
    'unknown-id',
    `没有运行 ${id}。用 mingcha portals show 网站编号 查看历次运行。`,
  )
}

function* expectedOf(store: Store, run: Run): Generator<ExpectedRecord> {
  for (const capture of store.captures(run.id)) {
    if (capture.state !== 'stored' || capture.record === null) continue
    yield { ref: capture.record, sha256: capture.sha256 }
  }
}

function linesOf(run: string, verified: VerifiedRun): string[] {
  const { damage, records, bytes, confirmed, remarks } = verified
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  const first = damage
    ? `有问题\t运行 ${run}\t第一条坏记录：${damage.file} 第 ${damage.offset} 字节起（${damage.because}）。请从备份恢复`
    : `正常\t运行 ${run}\t${records} 条记录、${size}，校验链完整；数据库引用的 ${confirmed} 条都相符`
  return [first, ...remarks.map((remark) => `注意\t运行 ${run}\t${remark}`)]
}

function progressOf({ terminal, clock }: Context, name: string): (bytes: number) => void {
  let saidAt = clock.now()
  return (bytes) => {
    const now = clock.now()
    if (now - saidAt < SAY_MS) return
    saidAt = now
    terminal.say(`核对存档 ${name}：已读 ${(bytes / 1e6).toFixed(0)} MB`)
  }
}

async function folders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return []
      throw cause
    },
  )
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
