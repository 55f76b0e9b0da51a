// What time is it? Domain code is handed a moment; only the edges hold a clock.

/** Milliseconds since 1970 UTC. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands still until it is turned: for tests and for invented history. */
export function turnableClock(startMs: number): Clock & { turnTo(ms: number): void } {
  let at = startMs
  return {
    now: () => at,
    turnTo(ms) {
      at = ms
    },
  }
}

export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
