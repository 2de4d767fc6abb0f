#!/usr/bin/env node
// Launches the TypeScript sources directly (docs/decisions/0002): one way to run, in a checkout and installed.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import('../src/main.ts')
