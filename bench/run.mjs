// Runs a bench program as bin/mingcha.mjs runs the sources: `node bench/run.mjs bench/crawl-client.ts ARGS`.
import { loadable } from '../bin/sources.mjs'

const [entry] = process.argv.splice(2, 1)
await import(await loadable(entry))
