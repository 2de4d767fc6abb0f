// As bin/mingcha.mjs does for users: sources run as they are, packages without hooks of their own.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
