// Who makes which visits, in which order, so that most are made with the fewest metres? Part of the
// plan is taken out and put back better, over and over (ruin and recreate with annealing).
import { type Chance, chanceOf } from '../chance.ts'
import type { Budget } from '../terms.ts'
import { type Board, boardOf } from './board.ts'
import { keepPromises } from './promises.ts'
import { reasonFor } from './reasons.ts'
import { type Order, ordersOf, recreate } from './recreate.ts'
import type { Route } from './route.ts'
import { neighbours, ruin } from './ruin.ts'
import { copyOf, costOf, emptyState, type State } from './state.ts'
import type { Round, Rounds, RoundsAsk, Stop } from './terms.ts'

/** A plan that is so many mean ways worse is sometimes gone on from: at first, and at the end. */
const heatFirst = 0.15
const heatLast = 0.005

export type RoundsSearch = { readonly budget: Budget; readonly seed: number }

export function planRounds(ask: RoundsAsk, { budget, seed }: RoundsSearch): Rounds {
  const chance = chanceOf(seed)
  const isPromised = ask.visits.some(visit => visit.promised)
  const half: Budget = tries => budget(tries) * (isPromised ? 2 : 1)
  const kept = boardOf(ask, () => false)
  const first = searched(kept, { budget: half, chance })
  const broken = first.state.absent.filter(visit => ask.visits[visit]?.promised)
  if (broken.length === 0) {
    const rest: Budget = tries => budget(tries + first.tries)
    if (!isPromised || rest(0) >= 1) return told(kept, first.state, first.tries)
    const more = searched(kept, { budget: rest, chance, state: first.state })
    return told(kept, more.state, first.tries + more.tries)
  }
  const released = boardOf(ask, ({ id }) => broken.some(visit => ask.visits[visit]?.id === id))
  const rest: Budget = tries => Math.max(0, budget(tries + first.tries) * 2 - 1)
  const second = searched(released, { budget: rest, chance, state: first.state })
  return told(released, second.state, first.tries + second.tries)
}

type Searching = { readonly budget: Budget; readonly chance: Chance; readonly state?: State }

function searched(board: Board, { budget, chance, state }: Searching) {
  const orders = ordersOf(board, chance)
  const leftOut =
    (board.metres.reduce((most, own) => Math.max(most, own), 1) + board.movedMetres) * 10
  let now = state ? copyOf(state) : emptyState(board)
  if (!state) keepPromises(board, now)
  recreate(board, now, { order: visit => board.to[visit] as number, chance })
  let cost = costOf(board, now, leftOut)
  let best = now
  let bestCost = cost
  if (board.visitCount === 0 || board.walkerCount === 0) return { state: best, tries: 0 }
  const near = neighbours(board)
  const mean = meanWay(now)
  let tries = 0
  for (let used = budget(0); used < 1; used = budget(tries)) {
    tries += 1
    const next = copyOf(now)
    ruin(board, next, { near, chance })
    recreate(board, next, { order: orders[chance.below(orders.length)] as Order, chance })
    const nextCost = costOf(board, next, leftOut)
    const heat = mean * heatFirst * (heatLast / heatFirst) ** used
    if (nextCost >= cost - heat * Math.log(chance.next() || 1e-12)) continue
    now = next
    cost = nextCost
    if (cost >= bestCost - 1e-9) continue
    best = now
    bestCost = cost
  }
  return { state: best, tries }
}

function meanWay({ routes }: State): number {
  const ways = routes.reduce((sum, route) => sum + route.nodes.length - 1, 0)
  return routes.reduce((sum, route) => sum + route.metres, 0) / Math.max(1, ways) || 1
}

function told(board: Board, { routes, absent }: State, tries: number): Rounds {
  const { visits } = board.ask
  const rounds = routes.map(route => roundOf(board, route))
  const unassigned = absent
    .toSorted((one, other) => one - other)
    .map(at => ({ visit: visits[at]?.id as string, reason: reasonFor(board, routes, at) }))
  const moved = visits.filter(({ id, promised }) => {
    if (!promised) return false
    const stop = rounds
      .find(round => round.walker === promised.walker)
      ?.stops.find(one => one.kind === 'visit' && one.id === id)
    return !stop || stop.begins < promised.from || stop.begins > promised.to
  })
  const metres = rounds.reduce((sum, round) => sum + round.metres, 0)
  return { rounds, unassigned, moved: moved.map(({ id }) => id), metres, tries }
}

function roundOf(board: Board, { walker, nodes, early, metres }: Route): Round {
  const { ask, visitCount, stay, seconds, nodeCount } = board
  const all = [...ask.visits, ...ask.shops]
  const stops = nodes.slice(1, -1).map((node, i): Stop => {
    const before = nodes[i] as number
    const way = seconds[before * nodeCount + node] as number
    const begins = early[i + 1] as number
    return {
      kind: node < visitCount ? 'visit' : 'shop',
      id: all[node]?.id as string,
      arrives: (early[i] as number) + (stay[before] as number) + way,
      begins,
      leaves: begins + (stay[node] as number),
    }
  })
  const ends = early.at(-1) as number
  return { walker: ask.walkers[walker]?.id as string, stops, metres, ends }
}
