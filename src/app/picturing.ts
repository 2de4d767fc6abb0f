/**
 * Which findings of a run get a picture of their evidence, and what it shows: failing and unsure ones, the first cited
 * place of each, places that several findings cite once, no picture where the quote itself is personal data. Taking
 * them, offline, is the archive's.
 */
import { resolve } from 'node:path'
import { type PictureWish, takePictures } from '#archive/screenshots'
import { maskPersonal } from '#base/mask'
import { isListPart } from '#base/query-address'
import { normalizeUrl } from '#base/url'
import type { StoredCapture } from '#model/capture'
import type { Evidence, Finding } from '#model/finding'
import { markedText } from '#understand/safe-page'
import type { BrowserDoor } from './browsing.ts'
import type { Context } from './host.ts'
import { archivedText } from './judging.ts'
import type { Rooms } from './rooms.ts'

interface CitedPlace {
  readonly evidence: Evidence
  readonly capture: StoredCapture
  /** Findings and the number of the evidence among theirs. */
  readonly users: { readonly finding: Finding; readonly index: number }[]
}

/** Saves pictures for the run's findings; without a browser that shows Chinese, none. */
export async function pictureFindings(
  context: Context,
  rooms: Rooms,
  runId: string,
  browsers: BrowserDoor,
  stop: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const { store, archive } = rooms
  const places = citedPlaces(rooms, runId, context.settings.browser.maxScreenshots)
  if (places.length === 0) return
  const browser = await browsers.open()
  if (browser === null || browser.state.chinese !== 'real') return
  const shown: { place: CitedPlace; wish: PictureWish }[] = []
  for (const place of places) {
    const text = await archivedText(archive, place.capture)
    if (text === null) continue
    shown.push({
      place,
      wish: { url: place.capture.finalUrl, text: pictureText(text, place.evidence) },
    })
  }
  const parts = partsOf(rooms, runId)
  const names = await takePictures(
    shown.map(({ wish }) => wish),
    {
      browser,
      archive,
      dir: resolve(context.settings.archive),
      partAt: (url) => parts.get(url) ?? null,
      signal: stop,
      onProgress,
    },
  )
  for (const [i, { place }] of shown.entries()) {
    const name = names[i] ?? null
    if (name === null) continue
    for (const { finding, index } of place.users) {
      const pictures = finding.evidence.map((_, at) => (at === index ? name : null))
      store.saveScreenshots(finding.id, pictures)
    }
  }
}

/** Places without a picture yet, failing findings first, those on one page together. */
function citedPlaces({ store }: Rooms, runId: string, most: number): readonly CitedPlace[] {
  const places = new Map<string, CitedPlace>()
  for (const verdicts of [['fail'], ['unsure']]) {
    for (const finding of store.findings({ runs: [runId], verdicts })) {
      const index = finding.evidence.findIndex((one) => one.locator !== 'status')
      const evidence = finding.evidence[index]
      if (!evidence || evidence.screenshot !== null) continue
      if (maskPersonal(evidence.quote) !== evidence.quote) continue
      const key = `${evidence.capture} ${evidence.locator}`
      const known = places.get(key)
      if (known) {
        known.users.push({ finding, index })
        continue
      }
      if (places.size >= most) continue
      const capture = store.capture(evidence.capture)
      if (capture?.state !== 'stored') continue
      places.set(key, { evidence, capture, users: [{ finding, index }] })
    }
  }
  return [...places.values()].sort((a, b) =>
    a.capture.id === b.capture.id ? 0 : a.capture.id < b.capture.id ? -1 : 1,
  )
}

/** What a picture shows: personal data masked. Masking keeps every length, so the cited span still holds. */
export function pictureText(text: string, { locator }: Pick<Evidence, 'locator'>): string {
  const masked = maskPersonal(text)
  const span = /^char=(\d+),(\d+)$/.exec(locator)
  return span ? markedText(masked, [Number(span[1]), Number(span[2])]) : masked
}

/** What the run kept by address, the latest good answer first; rendered pages are no parts. */
function partsOf({ store }: Rooms, runId: string): ReadonlyMap<string, StoredCapture> {
  const parts = new Map<string, StoredCapture>()
  for (const capture of store.captures(runId)) {
    if (capture.state !== 'stored' || capture.via === 'browser') continue
    if (capture.status >= 400 || capture.blocked !== null) continue
    // A part of a list that a POST brought is not what its page's address shows.
    if (isListPart(capture.finalUrl)) continue
    for (const url of [capture.url, capture.finalUrl]) parts.set(normalizeUrl(url) ?? url, capture)
  }
  return parts
}
