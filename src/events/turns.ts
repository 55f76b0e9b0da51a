// Who goes to a council's log next? Few at a time, so that the many who wait cost nothing.
//
// The log's row is one lock. When it is let go the database wakes everybody who waits for it, and
// all but one lie down again. So all but two wait here. It is an order, not a lock: after a while
// one goes anyway, and the database, which sees every lock, decides.

import type { Store } from '../store/open.ts'

export type Turns = {
  /** Resolves when it is this one's turn; gives how to end the turn. */
  take(council: string): Promise<() => void>
}

const known = new WeakMap<Store, Turns>()

/** One line per council and store. */
export function turnsOf(store: Store): Turns {
  const turns = known.get(store) ?? makeTurns()
  known.set(store, turns)
  return turns
}

const atOnceUsual = 2
const patienceMs = 250

type Line = { going: number; readonly waiting: Set<() => void> }

export function makeTurns(atOnce = atOnceUsual): Turns {
  const lines = new Map<string, Line>()
  return {
    async take(council) {
      const line = lines.get(council) ?? { going: 0, waiting: new Set() }
      lines.set(council, line)
      if (line.going >= atOnce) await waitIn(line)
      line.going += 1
      return once(() => {
        line.going -= 1
        const [next] = line.waiting
        if (next && line.going < atOnce) next()
        if (line.going === 0 && line.waiting.size === 0) lines.delete(council)
      })
    },
  }
}

function waitIn(line: Line): Promise<void> {
  return new Promise(resolve => {
    const go = () => {
      clearTimeout(patience)
      line.waiting.delete(go)
      resolve()
    }
    const patience = setTimeout(go, patienceMs)
    line.waiting.add(go)
  })
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}
