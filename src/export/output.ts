/**
 * Writes an export to a path so that a reader never sees half of it: it goes to a temporary file beside the
 * target, which takes the target's name only when everything is written and synced. What is written is left
 * to the callers.
 */
import { constants } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#base/errors'

/** Text is written as UTF-8, bytes as they are. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Chunks are gathered up to this many characters before a write. */
const FLUSH_CHARS = 256 * 1024

/**
 * Writes all chunks to `path`. An existing file is replaced only on success; pipes and devices are written
 * in place. Throws AppError `output-unwritable` naming the path; errors of the chunks themselves pass through.
 */
export async function writeOutput(path: string, chunks: Chunks): Promise<void> {
  const target = await resolveTarget(path)
  const staging = target.inPlace
    ? target.path
    : join(dirname(target.path), `.${basename(target.path)}.${process.pid}.partial`)
  let file: FileHandle
  try {
    file = await open(staging, 'w', target.mode)
  } catch (cause) {
    throw unwritable(path, cause)
  }
  let written = false
  try {
    await pour(path, file, chunks)
    if (!target.inPlace) {
      await guarded(path, () => file.sync())
      await guarded(path, () => rename(staging, target.path))
    }
    written = true
  } finally {
    await file.close()
    if (!written && !target.inPlace) await rm(staging, { force: true })
  }
}

async function pour(path: string, file: FileHandle, chunks: Chunks): Promise<void> {
  let waiting = ''
  const flush = async () => {
    if (waiting === '') return
    const data = waiting
    waiting = ''
    await guarded(path, () => file.writeFile(data, 'utf8'))
  }
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      await flush()
      await guarded(path, () => file.writeFile(chunk))
      continue
    }
    waiting += chunk
    if (waiting.length >= FLUSH_CHARS) await flush()
  }
  await flush()
}

interface Target {
  readonly path: string
  readonly inPlace: boolean
  readonly mode: number
}

/** Follows a link to the real file, so that the link stays one; refuses directories and read-only files early. */
async function resolveTarget(path: string): Promise<Target> {
  const asked = resolve(path)
  const fresh = { path: asked, inPlace: false, mode: 0o644 }
  try {
    const real = await realpath(asked)
    const info = await stat(real)
    if (info.isDirectory()) throw unwritable(path, null, '它是一个目录，请写明文件名')
    await access(real, constants.W_OK)
    return { path: real, inPlace: !info.isFile(), mode: info.mode & 0o777 }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    if (codeOf(cause) === 'ENOENT') return fresh
    throw unwritable(path, cause)
  }
}

async function guarded<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: '所在目录不存在，请先建立该目录',
  ENOTDIR: '路径中有一段不是目录，请改用别的路径',
  EACCES: '没有写入权限，请检查目录与文件的权限',
  EPERM: '没有写入权限，请检查目录与文件的权限',
  EROFS: '所在磁盘是只读的，请改用别的路径',
  ENOSPC: '磁盘空间不足，请腾出空间后重试',
  EDQUOT: '磁盘配额已用完，请腾出空间后重试',
  ENAMETOOLONG: '文件名太长，请改短',
}

function unwritable(path: string, cause: unknown, why?: string): AppError {
  const code = codeOf(cause)
  const reason = why ?? WHY[code] ?? `系统报告 ${code}，请换一个路径`
  return new AppError('output-unwritable', `无法写入 ${path}：${reason}`, {
    cause,
    context: { path },
  })
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : 'UNKNOWN'
}
