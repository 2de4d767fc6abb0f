/** Values of plain data as bytes outside the engine's heap: for what is kept in numbers and seldom read. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { passingUtf8 } from './utf8.ts'

/** More effort saves a tenth of the bytes and costs half as much again. */
const LEVEL = 3

/** `value`: what JSON can hold. */
export function pack(value: unknown): Buffer {
  return deflateRawSync(passingUtf8(JSON.stringify(value)), { level: LEVEL })
}

/** What was packed. Throws on bytes of any other kind. */
export function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(bytes).toString('utf8'))
}
