// Nobody has more than one call beyond another's, their fair parts taken off, wherever calls can be
// passed on to even it out, over third persons where need be.
import type { Load, Unit } from './units.ts'

/** Each passing lessens the sum of squares of what is beyond the fair parts, so this ends. */
export function balance(units: readonly Unit[], loads: readonly Load[]): void {
  const hands = handsOf(units, loads)
  for (let path = wayToEven(hands, loads); path; path = wayToEven(hands, loads)) {
    for (let step = path.length - 1; step > 0; step--) {
      pass(hands, { from: path[step - 1] as Load, to: path[step] as Load })
    }
  }
}

/** Single calls in each caller's hands, by kind. Homes of several stay where they are. */
type Hands = readonly Map<string, Unit[]>[]

function handsOf(units: readonly Unit[], loads: readonly Load[]): Hands {
  const single = units.filter(({ size }) => size === 1)
  return loads.map(({ at }) =>
    Map.groupBy(
      single.filter(unit => unit.at === at),
      ({ kind }) => kind,
    ),
  )
}

const beyond = ({ has, fair }: Load) => has - fair

/** From who has most to somebody who has more than one less, each able to pass to the next. */
function wayToEven(hands: Hands, loads: readonly Load[]): readonly Load[] | undefined {
  for (const from of loads.toSorted((a, b) => beyond(b) - beyond(a))) {
    const ways = waysFrom(from, hands, loads)
    const [to, way] = [...ways].reduce((a, b) => (beyond(b[0]) < beyond(a[0]) ? b : a))
    if (beyond(from) - beyond(to) > 1) return way
  }
  return undefined
}

/** Whoever calls of `from` can come to, by the fewest hands. */
function waysFrom(from: Load, hands: Hands, loads: readonly Load[]): Map<Load, readonly Load[]> {
  const ways = new Map<Load, readonly Load[]>([[from, [from]]])
  for (const [load, way] of ways) {
    for (const next of nextHands(load, hands)) {
      const to = loads[next] as Load
      if (!ways.has(to)) ways.set(to, [...way, to])
    }
  }
  return ways
}

function nextHands({ at }: Load, hands: Hands): Set<number> {
  const kinds = [...(hands[at] as Map<string, Unit[]>).values()]
  return new Set(kinds.flatMap(([first]) => first?.eligible ?? []))
}

function pass(hands: Hands, { from, to }: { from: Load; to: Load }): void {
  const held = hands[from.at] as Map<string, Unit[]>
  const [kind, units] = [...held].find(([, [one]]) => one?.eligible.includes(to.at)) ?? []
  const unit = units?.pop()
  if (kind === undefined || !unit) return
  if (units?.length === 0) held.delete(kind)
  const others = hands[to.at] as Map<string, Unit[]>
  others.set(kind, [...(others.get(kind) ?? []), unit])
  unit.at = to.at
  from.has--
  to.has++
}
