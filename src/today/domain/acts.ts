// What must be done now, and in which order? By what breaks if it waits: a list that says who has
// died, then calls that nobody has, then promises that were missed.
import { type Calls, type Figures, type ListWaiting, type Missed, roomOf } from './figures.ts'

export type Act =
  | { readonly act: 'load'; readonly list: ListWaiting; readonly others: number }
  | { readonly act: 'share'; readonly calls: Calls; readonly room: number; readonly over: number }
  | { readonly act: 'ring'; readonly missed: readonly Missed[] }

/** One of each kind at most, so that they stay three. */
export function actsOf({ lists, calls, missed }: Figures): readonly Act[] {
  const [list, ...others] = [...lists].sort(byDeaths)
  const room = roomOf(calls)
  const acts: (Act | false)[] = [
    list !== undefined && { act: 'load', list, others: others.length },
    calls.unshared > 0 && { act: 'share', calls, room, over: Math.max(0, calls.total - room) },
    missed.length > 0 && { act: 'ring', missed },
  ]
  return acts.filter(act => act !== false)
}

/** Whose deaths have something booked comes first: that cannot be undone. */
function byDeaths(a: ListWaiting, b: ListWaiting): number {
  return b.booked - a.booked || b.died - a.died || a.receivedAt - b.receivedAt
}
