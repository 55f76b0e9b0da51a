// Of the calls that are due, which can those who ring make today? The most urgent that fit: nobody
// sits idle because what only others can ring is more urgent.
import { eligibleFor } from './eligible.ts'
import type { Caller, Due } from './terms.ts'

/** What a caller has of each kind; calls of one kind can be rung by the same callers. */
type Hand = { free: number; readonly has: Map<string, number> }

/** From whom a caller would take a call of which kind; null where it is the new one. */
type Step = { readonly from: number | null; readonly kind: string }

/** Calls come most urgent first, and stay so. */
export function whatFits(calls: readonly Due[], callers: readonly Caller[]): readonly Due[] {
  const hands = callers.map(({ room }): Hand => ({ free: room, has: new Map() }))
  const full = new Set<string>()
  return calls.filter(call => {
    const kind = eligibleFor(call, callers).join()
    if (kind === '' || full.has(kind)) return false
    const isTaken = takes(kind, hands)
    if (!isTaken) full.add(kind)
    return isTaken
  })
}

const callersOf = (kind: string) => kind.split(',').map(Number)

/** Over third persons where need be, each passing one of theirs on. */
function takes(kind: string, hands: readonly Hand[]): boolean {
  const ways = new Map<number, Step>(callersOf(kind).map(at => [at, { from: null, kind }]))
  for (const at of ways.keys()) {
    const hand = hands[at] as Hand
    if (hand.free > 0) {
      passAlong(ways, { hands, to: at })
      return true
    }
    for (const held of hand.has.keys()) {
      for (const next of callersOf(held)) {
        if (!ways.has(next)) ways.set(next, { from: at, kind: held })
      }
    }
  }
  return false
}

type Passing = { readonly hands: readonly Hand[]; readonly to: number }

function passAlong(ways: ReadonlyMap<number, Step>, { hands, to }: Passing): void {
  const last = hands[to] as Hand
  last.free--
  for (let at: number | null = to; at !== null; ) {
    const { from, kind } = ways.get(at) as Step
    put(hands[at] as Hand, kind, 1)
    if (from !== null) put(hands[from] as Hand, kind, -1)
    at = from
  }
}

function put({ has }: Hand, kind: string, more: number): void {
  const n = (has.get(kind) ?? 0) + more
  if (n > 0) has.set(kind, n)
  else has.delete(kind)
}
