/**
 * Cost of reading a page: CPU per page, parse included, on the labelled real pages (../shared/pages), scaled to a page of
 * 27 KiB. The median page decides (issue 5: at most 1.5 ms). Each page is read several times and its best round counts,
 * since other work on the machine only ever adds. `npm run bench:read`; without the pages it says so and stops.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownLabels } from '#app/rooms'
import { createPageReader } from '#understand/page-reader'

const ROOT = fileURLToPath(new URL('../../shared/pages/', import.meta.url))
const FOLDERS = ['html', 'fmprc']
const STANDARD_BYTES = 27 * 1024
const BAR_MS = 1.5
const WARM_UP = 3
const ROUNDS = 9
/** Readings per round: one alone is too short for the clock of CPU time. */
const REPEATS = 4

interface Cost {
  readonly name: string
  readonly bytes: number
  readonly ms: number
}

/** Markdown, or null when the pages are not there. */
export function readReport(): string | null {
  if (!existsSync(ROOT)) return null
  const reader = createPageReader(ownLabels())
  const pages = FOLDERS.flatMap((folder) =>
    readdirSync(ROOT + folder)
      .filter((file) => /\.s?html?$/i.test(file))
      .map((file) => ({
        name: `${folder}/${file}`,
        body: readFileSync(`${ROOT}${folder}/${file}`),
      })),
  )
  const read = (body: Uint8Array): void => {
    reader.read({
      url: 'http://www.example.gov.cn/label/page.html',
      body,
      contentType: 'text/html',
      status: 200,
      truncated: false,
      homeUrl: null,
    })
  }
  for (let round = 0; round < WARM_UP; round++) for (const { body } of pages) read(body)
  const costs: Cost[] = pages.map(({ name, body }) => {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage()
      for (let again = 0; again < REPEATS; again++) read(body)
      const { user, system } = process.cpuUsage(before)
      best = Math.min(best, (user + system) / 1000 / REPEATS)
    }
    return { name, bytes: body.length, ms: best }
  })
  const scaled = costs.map((cost) => (cost.ms * STANDARD_BYTES) / cost.bytes)
  const median = quantile(scaled, 0.5)
  const dearest = [...costs].sort((a, b) => b.ms - a.ms).slice(0, 3)
  return [
    `${costs.length} 页，每页折合 27 KiB 的 CPU 毫秒：中位 ${median.toFixed(2)}（要求 ≤ ${BAR_MS}，${median <= BAR_MS ? '达标' : '未达标'}），90% 分位 ${quantile(scaled, 0.9).toFixed(2)}。`,
    `不折合：中位 ${quantile(
      costs.map((cost) => cost.ms),
      0.5,
    ).toFixed(2)} 毫秒，页面大小中位 ${(
      quantile(
        costs.map((cost) => cost.bytes),
        0.5,
      ) / 1024
    ).toFixed(1)} KiB。`,
    '',
    ...dearest.map(
      ({ name, bytes, ms }) =>
        `- 最费时：${name}（${(bytes / 1024).toFixed(0)} KiB）${ms.toFixed(1)} 毫秒`,
    ),
  ].join('\n')
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(readReport() ?? `没有找到页面（${ROOT}），读页耗时没有测量。`)
