/**
 * Run by itself with the name of a page of `hurting-pages.ts`: prints by how many megabytes the resident memory of this
 * process rose, at its peak, while it read that page. `held:320` reads none and holds as many megabytes, so that a test
 * can see that the measure measures.
 */
import { HURTING } from './hurting-pages.ts'
import { readBytes } from './read.ts'

const [name = ''] = process.argv.slice(2)
const held = /^held:(\d+)$/.exec(name)
const made = HURTING[name]
const body = Buffer.from(made?.() ?? '<p>正文</p>')
// The labels and the code are loaded and warm; the page's own bytes are the caller's.
readBytes(Buffer.from('<p>正文</p>'))
const before = process.memoryUsage().rss
const kept = held === null ? null : Buffer.alloc(Number(held[1]) * 2 ** 20, 1)
const page = readBytes(body)
if (made === undefined && kept === null) throw new Error(`no page ${name}`)
if (page.kind.because.includes('本程序')) throw new Error(page.kind.because)
// The peak of the whole life of the process, in KiB; what it stood at before is no part of this reading.
console.log(Math.round(process.resourceUsage().maxRSS / 1024 - before / 2 ** 20))
