// Which small change makes a walk shorter? Two edges crossed over (2-opt), or up to three stops put
// elsewhere (Or-opt), looked for only among stops that are near each other.
import { after, before, between, shift, type Tour, turn } from './tour.ts'

const stretchMax = 3
/** Less is rounding, and would go on for ever. */
const gainMin = 1e-7

/** Stops whose surroundings changed, each waiting once. */
export type Waiting = { readonly stops: number[]; readonly isIn: Uint8Array }

export function wake({ stops, isIn }: Waiting, stop: number): void {
  if (isIn[stop]) return
  isIn[stop] = 1
  stops.push(stop)
}

/** Until no stop that waits has a better place. Gives the metres won. */
export function improve(tour: Tour, waiting: Waiting): number {
  let won = 0
  for (;;) {
    const stop = waiting.stops.pop()
    if (stop === undefined) return won
    waiting.isIn[stop] = 0
    for (;;) {
      const gain = crossOver(tour, waiting, stop) || putElsewhere(tour, waiting, stop)
      if (gain === 0) break
      won += gain
    }
  }
}

function crossOver(tour: Tour, waiting: Waiting, stop: number): number {
  const { near, nearCount } = tour
  for (let side = 0; side < 2; side++) {
    const step = side === 0 ? after : before
    const next = step(tour, stop)
    const edge = between(tour, stop, next)
    for (let rank = 0; rank < nearCount; rank++) {
      const other = near[stop * nearCount + rank] as number
      const newEdge = between(tour, stop, other)
      if (newEdge >= edge) break
      const beyond = step(tour, other)
      const gain = edge + between(tour, other, beyond) - newEdge - between(tour, next, beyond)
      if (gain <= gainMin) continue
      if (side === 0) turn(tour, next, other)
      else turn(tour, other, next)
      for (const one of [stop, next, other, beyond]) wake(waiting, one)
      return gain
    }
  }
  return 0
}

/** Stretches that begin at this stop and run on or back from it. */
function putElsewhere(tour: Tour, waiting: Waiting, stop: number): number {
  for (let side = 0; side < 2; side++) {
    let far = stop
    for (let length = 1; length <= stretchMax && length < tour.count - 2; length++) {
      if (length > 1) far = side === 0 ? after(tour, far) : before(tour, far)
      if (length === 1 && side === 1) continue
      const gain = putStretch(tour, waiting, { stop, far, side, length })
      if (gain > 0) return gain
    }
  }
  return 0
}

type Stretch = {
  readonly stop: number
  readonly far: number
  readonly side: number
  readonly length: number
}

function putStretch(tour: Tour, waiting: Waiting, stretch: Stretch): number {
  const { near, nearCount } = tour
  const { stop, far, side } = stretch
  const outer = side === 0 ? before(tour, stop) : after(tour, stop)
  const next = side === 0 ? after(tour, far) : before(tour, far)
  const freed = between(tour, outer, stop) + between(tour, far, next) - between(tour, outer, next)
  for (let rank = 0; rank < nearCount; rank++) {
    const other = near[stop * nearCount + rank] as number
    const edge = between(tour, stop, other)
    if (edge >= freed) return 0
    if (isWithin(tour, stretch, other)) continue
    for (let way = 0; way < 2; way++) {
      const beyond = way === 0 ? after(tour, other) : before(tour, other)
      if (isWithin(tour, stretch, beyond)) continue
      const gain = freed - edge - between(tour, far, beyond) + between(tour, other, beyond)
      if (gain <= gainMin) continue
      const [first, last] = side === 0 ? [stop, far] : [far, stop]
      const one = way === 0 ? other : beyond
      shift(tour, { first, last, one, isTurned: side !== way })
      for (const ends of [stop, far, outer, next, other, beyond]) wake(waiting, ends)
      return gain
    }
  }
  return 0
}

function isWithin({ placeOf, count }: Tour, { stop, side, length }: Stretch, other: number) {
  const steps = (placeOf[other] as number) - (placeOf[stop] as number)
  const ahead = side === 0 ? steps : -steps
  return (ahead < 0 ? ahead + count : ahead) < length
}
