/** Shared by the page tests: reads bytes, a string, or a fixture page. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownLabels } from '#app/rooms'
import type { Page } from '#model/page'
import { createPageReader } from '#understand/page-reader'

const FIXTURES = fileURLToPath(new URL('../../../fixtures/pages/', import.meta.url))
const reader = createPageReader(ownLabels())

export interface Given {
  readonly url?: string
  readonly contentType?: string | null
  readonly status?: number
  readonly homeUrl?: string | null
}

export function readBytes(body: Uint8Array, given: Given = {}): Page {
  return reader.read({
    url: given.url ?? 'http://www.example.gov.cn/label/page.html',
    body,
    contentType: given.contentType === undefined ? 'text/html' : given.contentType,
    status: given.status ?? 200,
    truncated: false,
    homeUrl: given.homeUrl ?? null,
  })
}

export function readText(html: string, given: Given = {}): Page {
  return readBytes(Buffer.from(html, 'utf8'), given)
}

export function fixtureText(name: string): string {
  return readFileSync(`${FIXTURES}${name}.html`, 'utf8')
}

export function readFixture(name: string, given: Given = {}): Page {
  return readText(fixtureText(name), given)
}
