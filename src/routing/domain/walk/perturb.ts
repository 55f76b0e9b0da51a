// How does a walk get better than small changes make it? A few neighbouring stretches change
// places, the surroundings are improved again, and what came out longer is taken back.
import type { Chance } from '../chance.ts'
import type { Budget, Matrix } from '../terms.ts'
import { improve, type Waiting, wake } from './improve.ts'
import { after, between, type Tour, tourOf } from './tour.ts'

/** The stops that change places lie so close together on the walk. */
const stretchMax = 50
const stopsMin = 8
/** Asking how much time is left takes time. */
const triesBetween = 16

export function shortened(
  matrix: Matrix,
  { budget, chance }: { budget: Budget; chance: Chance },
): { tour: Int32Array; tries: number } {
  const tour = tourOf(matrix)
  const waiting: Waiting = { stops: [], isIn: new Uint8Array(tour.count) }
  for (const stop of tour.order.toReversed()) wake(waiting, stop)
  improve(tour, waiting)
  if (tour.count < 4) return { tour: tour.order, tries: 0 }
  const kept = { order: tour.order.slice(), placeOf: tour.placeOf.slice() }
  let tries = 0
  for (; tries % triesBetween !== 0 || budget(tries) < 1; tries++) {
    const lost = tour.count < stopsMin ? mix(tour, waiting, chance) : swap(tour, waiting, chance)
    if (improve(tour, waiting) >= lost - 1e-9) {
      kept.order.set(tour.order)
      kept.placeOf.set(tour.placeOf)
    } else {
      tour.order.set(kept.order)
      tour.placeOf.set(kept.placeOf)
    }
  }
  return { tour: tour.order, tries }
}

/** Two stretches that follow each other change places. Gives the metres lost by it. */
function swap(tour: Tour, waiting: Waiting, chance: Chance): number {
  const { count, order, placeOf } = tour
  const span = Math.min(stretchMax, count - 2)
  const start = chance.below(count)
  const cut = 1 + chance.below(span - 1)
  const length = cut + 1 + chance.below(span - cut)
  const at = (step: number) => order[(start + step) % count] as number
  const stretch = Array.from({ length }, (_, i) => at(i + 1))
  const outer = at(0)
  const beyond = at(length + 1)
  const edges = (own: readonly number[]) => {
    let sum = 0
    for (let i = 1; i < own.length; i++)
      sum += between(tour, own[i - 1] as number, own[i] as number)
    return sum
  }
  const [first, lastOne] = [stretch[0] as number, stretch[cut - 1] as number]
  const [second, last] = [stretch[cut] as number, stretch[length - 1] as number]
  const lost =
    edges([outer, second]) +
    edges([last, first]) +
    edges([lastOne, beyond]) -
    edges([outer, first]) -
    edges([lastOne, second]) -
    edges([last, beyond])
  for (let i = 0; i < length; i++) {
    const stop = stretch[(i + cut) % length] as number
    const place = (start + 1 + i) % count
    order[place] = stop
    placeOf[stop] = place
  }
  for (const stop of [outer, first, lastOne, second, last, beyond]) wake(waiting, stop)
  return lost
}

/** A walk so short is mixed whole. */
function mix(tour: Tour, waiting: Waiting, chance: Chance): number {
  const { count, order, placeOf } = tour
  const length = () => order.reduce((sum, stop) => sum + between(tour, stop, after(tour, stop)), 0)
  const was = length()
  for (let i = count - 1; i > 0; i--) {
    const j = chance.below(i + 1)
    const [one, other] = [order[i] as number, order[j] as number]
    order[i] = other
    order[j] = one
    placeOf[other] = i
    placeOf[one] = j
  }
  for (const stop of order) wake(waiting, stop)
  return length() - was
}
