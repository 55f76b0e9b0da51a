// How do visits, shops and walkers lie in memory? As nodes with numbers: first the visits, then the
// shops, then where each walker begins, then where each ends.
import { assert } from '../../../kernel/assert.ts'
import type { RoundsAsk, Visit, Walker } from './terms.ts'

export type Board = {
  readonly ask: RoundsAsk
  readonly visitCount: number
  readonly shopCount: number
  readonly walkerCount: number
  readonly nodeCount: number
  /** From node to node: `metres[from * nodeCount + to]`; nothing to an end that is anywhere. */
  readonly metres: Float64Array
  readonly seconds: Float64Array
  readonly stay: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
  readonly load: Float64Array
  /** Of each visit the node of its shop, or -1. */
  readonly shopOf: Int32Array
  /** Whether a walker may make a visit: `may[walker * visitCount + visit]`. */
  readonly may: Uint8Array
  /** Walkers of one kind are alike in all that matters before a round is begun. */
  readonly kindOf: Int32Array
  /** Of each visit the walker it was promised to, or -1. */
  readonly promisedTo: Int32Array
  readonly movedMetres: number
}

const movedMetresUsual = 2_000

export const startOf = (board: Board, walker: number) => board.visitCount + board.shopCount + walker
export const endOf = (board: Board, walker: number) =>
  board.visitCount + board.shopCount + board.walkerCount + walker

/** `isReleased` visits are planned in their whole window, promised or not. */
export function boardOf(ask: RoundsAsk, isReleased: (visit: Visit) => boolean): Board {
  const { visits, shops, walkers } = ask
  const windows = visits.map(visit => windowOf(visit, isReleased(visit)))
  const ends = walkers.map(({ from, to }) => ({ from, to }))
  const hours = [...windows, ...shops, ...ends, ...ends]
  const nodeCount = hours.length
  const zeros = () => new Float64Array(nodeCount)
  const stay = zeros()
  const load = zeros()
  const all = [...visits, ...shops]
  all.forEach((one, node) => {
    stay[node] = one.seconds
  })
  visits.forEach((visit, node) => {
    load[node] = visit.load
  })
  return {
    ...{ ask, nodeCount, stay, load },
    visitCount: visits.length,
    shopCount: shops.length,
    walkerCount: walkers.length,
    ...ways(ask),
    from: Float64Array.from(hours, own => own.from),
    to: Float64Array.from(hours, own => own.to),
    shopOf: Int32Array.from(visits, visit => shopNode(ask, visit)),
    may: Uint8Array.from(
      walkers.flatMap(walker => visits.map(visit => Number(mayMake(walker, visit)))),
    ),
    kindOf: kinds(ask),
    promisedTo: Int32Array.from(visits, ({ promised }) =>
      walkers.findIndex(walker => walker.id === promised?.walker),
    ),
    movedMetres: ask.movedMetres ?? movedMetresUsual,
  }
}

/** What was promised lies within what is possible, or it cannot be kept. */
function windowOf({ from, to, promised }: Visit, isReleased: boolean) {
  if (!promised || isReleased) return { from, to }
  return { from: Math.max(from, promised.from), to: Math.min(to, promised.to) }
}

function shopNode({ visits, shops }: RoundsAsk, visit: Visit): number {
  if (visit.shop === undefined) return -1
  const at = shops.findIndex(shop => shop.id === visit.shop)
  assert(at >= 0, 'a visit names a shop that is known')
  return visits.length + at
}

export function mayMake(walker: Walker, visit: Visit): boolean {
  return (
    !visit.never.includes(walker.id) &&
    visit.skills.every(skill => walker.skills.includes(skill)) &&
    walker.people >= visit.people &&
    walker.room >= visit.load
  )
}

function ways({ metres, seconds, visits, shops, walkers }: RoundsAsk) {
  const at = [...visits, ...shops].map(one => one.at)
  const places = [...at, ...walkers.map(one => one.start), ...walkers.map(one => one.end)]
  const { size } = metres
  const dense = (cells: Float64Array) =>
    Float64Array.from(
      places.flatMap(one =>
        places.map(other =>
          one === undefined || other === undefined ? 0 : (cells[one * size + other] as number),
        ),
      ),
    )
  return { metres: dense(metres.cells), seconds: dense(seconds.cells) }
}

function kinds({ walkers, visits }: RoundsAsk): Int32Array {
  const known = new Map<string, number>()
  const avoided = new Set(visits.flatMap(visit => visit.never))
  const words = walkers.map(({ id, ...rest }) => JSON.stringify([rest, avoided.has(id) ? id : '']))
  return Int32Array.from(words, word => {
    const kind = known.get(word) ?? known.size
    known.set(word, kind)
    return kind
  })
}
