#!/usr/bin/env node
// Launches the TypeScript sources (docs/decisions/0002, 0017): one way to run, in a checkout and installed.
import { loadable } from './sources.mjs'

await import(await loadable('src/main.ts'))
