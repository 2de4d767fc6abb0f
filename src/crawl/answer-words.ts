/** Whether all of an answer came, and if not what kept the rest: the way, or a cap of ours. */
import { type Answered, headerOf, OUT_OF_TIME } from './http-client.ts'

/** Broken off or spoilt on its way, so that a part is missing; not a cap of ours. */
export function brokenOff({ remarks, truncated }: Answered): boolean {
  if (remarks.includes('content-length-mismatch')) return true
  return truncated && remarks.includes('bad-content-encoding')
}

/** Which cap of ours cut an answer, in words; '' where none did. Files are only sampled unless their text is wanted. */
export function cutBy(visit: Answered): string {
  if (visit.remarks.includes(OUT_OF_TIME)) return '，到总时限仍未传完'
  const isText = /text|html|xml|json/i.test(headerOf(visit.headers, 'content-type') ?? '')
  return visit.truncated && !brokenOff(visit) && isText ? '，超过大小上限，只读了前一部分' : ''
}
