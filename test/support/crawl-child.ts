/**
 * A crawl in a process of its own, so that a test can kill it: `crawl-child.ts DIR HOME resume|start`. Prints one
 * line per flush; keeps its database and archive under DIR.
 */
import { openArchive } from '#archive/warc-archive'
import { systemClock } from '#base/clock'
import { crawlPortal } from '#crawl/crawl-portal'
import { openStore } from '#store/sqlite-store'
import { linkReader } from './link-reader.ts'
import { portalOf, runOf } from './runs.ts'

const [dir = '', homeUrl = '', mode = 'start'] = process.argv.slice(2)
const store = await openStore(`${dir}/mingcha.db`)
const archive = openArchive(dir)
const portal = portalOf(homeUrl)
const run = runOf(portal.id, { maxPages: 10_000 })
if (mode === 'start') {
  store.saveRegistry({
    agencies: [{ id: portal.agencyId, name: '测试单位', group: null, attributes: [] }],
    portals: [portal],
  })
  store.startRun(run)
}
await crawlPortal(
  {
    run,
    portal,
    allowPrivate: true,
    resolve: [],
    userAgent: 'Mingcha/test',
    obeyRobots: false,
    resume: mode === 'resume',
    retryDelaysMs: [1],
  },
  {
    frontier: store.frontier(run.id),
    save: (batch) => store.saveCaptures(batch),
    archive,
    reader: linkReader,
    clock: systemClock,
    signal: new AbortController().signal,
    onProgress: ({ visited }) => process.stdout.write(`${visited}\n`),
  },
)
await archive.close()
store.close()
