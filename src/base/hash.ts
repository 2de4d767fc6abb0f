/** Content hashes and short stable ids. */
import { hash } from 'node:crypto'

/** Lower-case hex sha256. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** First 20 hex digits of the sha256 over the parts (joined by NUL, so that no two lists collide). */
export function shortId(...parts: readonly string[]): string {
  return sha256(parts.join('\0')).slice(0, 20)
}
