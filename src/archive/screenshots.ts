/**
 * Pictures of cited places, rendered from the archive alone: the page as it was kept, with what the archive holds of
 * its style sheets and pictures, no script run and nothing asked of any network. Stored once a content under the name
 * of its hash. Which findings get one, and how a place is marked in the text, is decided by who calls.
 */
import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import { normalizeUrl } from '#base/url'
import type { StoredCapture } from '#model/capture'
import type { Archive, Browser, ServedResponse } from '#model/ports'

/** One picture to take. */
export interface PictureWish {
  /** Address the page is shown under, so that its relative addresses lead to its parts. */
  readonly url: string
  /** The page's decoded text with `data-mingcha-mark` on the cited element, personal data masked. */
  readonly text: string
}

export interface PictureDeps {
  readonly browser: Browser
  readonly archive: Archive
  /** Archive folder; pictures go to `screens` below it. */
  readonly dir: string
  /** What the run kept of an address; null when nothing. */
  readonly partAt: (url: string) => StoredCapture | null
  readonly signal: AbortSignal
  onProgress?(done: number, of: number): void
}

const PAGE_MS = 15_000
const QUIET_MS = 80
/** Parts of pages kept in memory while pictures are taken. */
const PART_BYTES = 64_000_000
/** A page of the archive is looked at, never run. */
const POLICY = "script-src 'none'; object-src 'none'; form-action 'none'"

/** Name of the folder below the archive's. */
export const SCREENS = 'screens'

/**
 * File names (`<sha256>.jpg`) in the order of the wishes; null where no picture came about.
 * @throws AppError `disk-full` | `output-unwritable`
 */
export async function takePictures(
  wishes: readonly PictureWish[],
  deps: PictureDeps,
): Promise<readonly (string | null)[]> {
  const folder = join(deps.dir, SCREENS)
  await mkdir(folder, { recursive: true })
  const part = partReader(deps)
  let done = 0
  return Promise.all(
    wishes.map(async (wish) => {
      if (deps.signal.aborted) return null
      const jpeg = await photograph(wish, deps, part)
      done += 1
      deps.onProgress?.(done, wishes.length)
      return jpeg === null ? null : keep(folder, jpeg)
    }),
  )
}

async function photograph(
  wish: PictureWish,
  { browser, signal }: PictureDeps,
  part: (url: string) => Promise<ServedResponse | null>,
): Promise<Uint8Array | null> {
  const page: ServedResponse = {
    status: 200,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Security-Policy', POLICY],
    ],
    body: Buffer.from(wish.text),
  }
  let opened = false
  const main = (): ServedResponse => {
    // No content: a refresh or a jump of the page leads nowhere, and what was shown stays.
    if (opened) return { status: 204, headers: [], body: new Uint8Array() }
    opened = true
    return page
  }
  try {
    const shown = await browser.render({
      url: wish.url,
      serve: (request) => (request.main ? Promise.resolve(main()) : part(request.url)),
      timeoutMs: PAGE_MS,
      quietMs: QUIET_MS,
      screenshot: { area: 'viewport', mark: true },
      signal,
    })
    // A tab that ended elsewhere shows another page than the one cited.
    return shown.status === null ? null : (shown.screenshot?.jpeg ?? null)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Answers of the archive by address, kept while there is room. */
function partReader({
  archive,
  partAt,
}: PictureDeps): (url: string) => Promise<ServedResponse | null> {
  const known = new Map<string, Promise<ServedResponse | null>>()
  let room = PART_BYTES
  const read = async (url: string): Promise<ServedResponse | null> => {
    const capture = partAt(url)
    if (capture === null || capture.record === null || capture.status >= 400) return null
    const { body, headers } = await archive.read(capture.record)
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')
    if (/script/i.test(type?.[1] ?? '')) return null
    return { status: 200, headers: type ? [type, ['Content-Security-Policy', POLICY]] : [], body }
  }
  return (address) => {
    const url = normalizeUrl(address) ?? address
    const before = known.get(url)
    if (before) return before
    const answer = read(url).then((served) => {
      room -= served?.body.length ?? 0
      if (room < 0) known.delete(url)
      return served
    })
    known.set(url, answer)
    return answer
  }
}

async function keep(folder: string, jpeg: Uint8Array): Promise<string> {
  const name = `${sha256(jpeg)}.jpg`
  const path = join(folder, name)
  const there = await access(path).then(
    () => true,
    () => false,
  )
  if (there) return name
  // Two places may give the same picture at the same time.
  const fresh = `${path}.${randomUUID()}`
  try {
    await writeFile(fresh, jpeg)
    await rename(fresh, path)
  } catch (cause) {
    const full = ['ENOSPC', 'EDQUOT'].includes((cause as NodeJS.ErrnoException).code ?? '')
    throw new AppError(
      full ? 'disk-full' : 'output-unwritable',
      `截图 ${path} 写不进去${full ? '，磁盘已满。请腾出空间' : '。请检查存档目录的权限'}。`,
      { cause },
    )
  }
  return name
}
