// Who does somebody mean, of all people of a council? Answered from memory, in drawers.
//
// A change takes people out of their drawers and puts them into a new one. The smallest drawers are
// put together again as soon as there are too many. Who is taken out leaves no word behind.
import type { Id } from '../../kernel/ids.ts'
import {
  type Drawer,
  drawerMax,
  type Filed,
  filedIn,
  makeDrawer,
  takeOut,
} from './search-drawer.ts'

export type SearchIndex = { readonly drawers: readonly Drawer[] }

export const emptyIndex: SearchIndex = { drawers: [] }

/** Small drawers that may stand beside the full ones. */
const smallMax = 8

export type Change = {
  readonly put: readonly Filed[]
  readonly takeOut: readonly Id[]
}

/** The index given is of no use afterwards. */
export function changeIndex({ drawers }: SearchIndex, change: Change): SearchIndex {
  for (const drawer of drawers) {
    for (const { id } of change.put) takeOut(drawer, id)
    for (const id of change.takeOut) takeOut(drawer, id)
  }
  const cleared = drawers.map(drawer =>
    isToBeCleared(drawer, change) ? makeDrawer(filedIn(drawer)) : drawer,
  )
  return { drawers: joined([...cleared, ...inDrawers(change.put)]) }
}

function isToBeCleared({ live, ids, numbers }: Drawer, change: Change): boolean {
  return live.count * 2 < ids.length || change.takeOut.some(id => numbers.has(id))
}

function inDrawers(people: readonly Filed[]): Drawer[] {
  const parts = Math.ceil(people.length / drawerMax)
  return Array.from({ length: parts }, (_, nth) =>
    makeDrawer(people.slice(nth * drawerMax, (nth + 1) * drawerMax)),
  )
}

/** The two smallest become one, until few are small. */
function joined(drawers: readonly Drawer[]): readonly Drawer[] {
  const all = drawers.filter(({ live }) => live.count > 0)
  const most = smallMax + 2 * Math.ceil(countPeople({ drawers: all }) / drawerMax)
  while (all.length > most) {
    all.sort((one, other) => other.live.count - one.live.count)
    const [one, other] = [all.pop(), all.pop()]
    if (one && other) all.push(makeDrawer([...filedIn(one), ...filedIn(other)]))
  }
  return all
}

export function countPeople({ drawers }: SearchIndex): number {
  return drawers.reduce((sum, { live }) => sum + live.count, 0)
}
