/** The only place that reads the wall clock; everything else is handed a Clock (model/ports). */
export const systemClock = { now: (): number => Date.now() }

/** A clock that stands still until moved; for tests and replays. */
export function fixedClock(startMs: number): { now(): number; advance(ms: number): void } {
  let at = startMs
  return {
    now: () => at,
    advance(ms) {
      at += ms
    },
  }
}
