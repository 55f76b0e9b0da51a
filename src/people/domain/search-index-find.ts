// Who does somebody mean, of all people of a council? The best of all drawers, each person once.
import type { Id } from '../../kernel/ids.ts'
import { textAt } from './packed.ts'
import { type Drawer, placeAt } from './search-drawer.ts'
import {
  type Asking,
  type Fit,
  findInDrawer,
  fitsMax,
  makeSheets,
  type Sheets,
} from './search-drawer-find.ts'
import type { SearchIndex } from './search-index.ts'

/** The best fit, then who is near, then by family name, name and number. */
export function findInIndex(index: SearchIndex, asking: Asking, most: number): readonly Id[] {
  const hits = new Map<Id, Hit>()
  for (const found of bestOf(index, asking)) {
    const hit = standingFor(index, found, asking)
    const before = hit && hits.get(hit.id)
    if (hit && (!before || hit.rank < before.rank)) hits.set(hit.id, hit)
  }
  return [...hits.values()]
    .sort(byRank)
    .slice(0, most)
    .map(({ id }) => id)
}

type Hit = { readonly id: Id; readonly rank: number; readonly order: string }
type Found = Omit<Hit, 'id'> & { readonly drawer: Drawer; readonly at: number }

function byRank(one: Omit<Hit, 'id'>, other: Omit<Hit, 'id'>): number {
  return one.rank - other.rank || (one.order < other.order ? -1 : 1)
}

/** What a drawer found, in order; the best of all drawers is always one of their first. */
type Queue = { readonly drawer: Drawer; readonly fits: readonly Fit[]; nth: number; head: Found }

function bestOf({ drawers }: SearchIndex, asking: Asking): readonly Found[] {
  const sheets = makeSheets(asking.wanted, Math.max(0, ...drawers.map(({ ids }) => ids.length)))
  const queues = drawers.flatMap(drawer => queueOf(drawer, asking, sheets))
  const best: Found[] = []
  while (best.length < fitsMax && queues.length > 0) {
    const next = queues.reduce((a, b) => (byRank(a.head, b.head) <= 0 ? a : b))
    best.push(next.head)
    next.nth += 1
    const fit = next.fits[next.nth]
    if (fit) next.head = foundAt(next.drawer, fit)
    else queues.splice(queues.indexOf(next), 1)
  }
  return best
}

function queueOf(drawer: Drawer, asking: Asking, sheets: Sheets): Queue[] {
  const fits = findInDrawer(drawer, asking, sheets)
  const [first] = fits
  return first ? [{ drawer, fits, nth: 0, head: foundAt(drawer, first) }] : []
}

function foundAt(drawer: Drawer, { rank, at }: Fit): Found {
  return { drawer, at, rank, order: textAt(drawer.orders, at) }
}

/** A record may stand for somebody else, who must be within as well. */
function standingFor(index: SearchIndex, found: Found, asking: Asking): Hit | undefined {
  const { drawer, at, rank, order } = found
  const root = drawer.roots.get(at)
  if (root === undefined) return { id: drawer.ids[at] ?? '', rank, order }
  const seat = seatOf(index, root)
  const place = seat && placeAt(seat.drawer, seat.at)
  if (!seat || (asking.within && !isOneOf(asking.within, place))) return undefined
  const fit = Math.floor(rank / 2) * 2 + (isOneOf(asking.near, place) ? 0 : 1)
  return { id: root, rank: fit, order: textAt(seat.drawer.orders, seat.at) }
}

function isOneOf(places: ReadonlySet<Id> | undefined, place: Id | undefined): boolean {
  return place !== undefined && places?.has(place) === true
}

function seatOf({ drawers }: SearchIndex, id: Id) {
  for (const drawer of drawers) {
    const at = drawer.numbers.get(id)
    if (at !== undefined && drawer.gone[at] === 0) return { drawer, at }
  }
  return undefined
}
