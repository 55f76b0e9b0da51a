// Who is there to be found in a council, at this very moment? Kept in memory, and brought up to the
// head of the log whenever somebody searches: it never knows less than the tables do.
import { sql } from 'kysely'
import { type Scope, systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type Drawer, makeDrawer } from '../domain/search-drawer.ts'
import { changeIndex, countPeople, emptyIndex, type SearchIndex } from '../domain/search-index.ts'
import { everybodyFiled, findFiled } from './file-people.ts'
import { type PlacesFor, placesFor } from './places-for.ts'

/** Of all councils together; about 1 GB. Who was searched for longest ago leaves first. */
const peopleMax = 3_000_000
const eventsPerTurn = 2_500
/** Readers whose places are kept for each council. */
const placesMax = 500
const everyMs = 1_000

type Kept = {
  index: SearchIndex
  /** Asked of the tables once, until something happens to places. */
  readonly places: Map<string, PlacesFor>
  /** How far of the log it knows; before it was ever read, nothing. */
  seq: number
  turn: Promise<void> | undefined
}

const nothing = -1
const kept = new WeakMap<Node, Map<string, Kept>>()

/** Memory is behind the log, which the work that asked could not wait for. */
class Behind extends Error {
  readonly head: number
  constructor(head: number) {
    super('What is kept to search in is behind the log.')
    this.head = head
  }
}

const triesMax = 3

/**
 * Does the work, which searches; where memory is behind, brings it up and does the work again. Not
 * within the work: it holds a connection, and many who wait for one more would wait for ever.
 */
export async function searching<T>(
  node: Node,
  council: string,
  work: (isBroughtUp: boolean) => Promise<T>,
): Promise<T> {
  for (let nth = 1; ; nth++) {
    try {
      return await work(nth > 1)
    } catch (error) {
      if (!(error instanceof Behind) || nth === triesMax) throw error
      await bringUp(node, council, error.head)
    }
  }
}

export type Search = {
  readonly node: Node
  readonly tx: Tx
  readonly scope: Scope
  /** Was memory brought up to the log since the reader asked? */
  readonly isBroughtUp: boolean
}
export type Searched = { readonly index: SearchIndex; readonly places: PlacesFor }

/** With all that was written before the reader asked. Only within `searching`. */
export async function searchIndexOf(search: Search): Promise<Searched> {
  const { node, tx, scope, isBroughtUp } = search
  const own = keptOf(node, scope.council)
  if (own.seq === nothing || !isBroughtUp) {
    const head = await headOf(tx, scope.council)
    if (own.seq < head) throw new Behind(head)
  }
  return { index: own.index, places: await placesOf(tx, scope, own) }
}

function keptOf(node: Node, council: string): Kept {
  const all = keptFor(node)
  const own = all.get(council) ?? empty()
  // The one that was asked for last stands last.
  all.delete(council)
  all.set(council, own)
  return own
}

const empty = (): Kept => ({
  index: emptyIndex,
  places: new Map(),
  seq: nothing,
  turn: undefined,
})

async function placesOf(tx: Tx, scope: Scope, own: Kept): Promise<PlacesFor> {
  const key = scope.everywhere ? scope.actor : scope.places.join(' ')
  const known = own.places.get(key)
  if (known) return known
  const { seq } = own
  const found = await placesFor(tx, scope)
  if (own.places.size >= placesMax) own.places.clear()
  // If the log went on meanwhile, this may be of before it.
  if (own.seq === seq) own.places.set(key, found)
  return found
}

/** As it is in memory, be it behind: for who checks what is still there. */
export function indexInMemory(node: Node, council: string): SearchIndex {
  return kept.get(node)?.get(council)?.index ?? emptyIndex
}

function keptFor(node: Node): Map<string, Kept> {
  const all = kept.get(node) ?? new Map<string, Kept>()
  kept.set(node, all)
  return all
}

/** Whoever comes first does the work; the others wait, and look whether it was enough. */
async function bringUp(node: Node, council: string, head: number): Promise<void> {
  const own = keptOf(node, council)
  while (own.seq < head) {
    own.turn ??= node.store
      .transaction({ council, actor: systemId }, tx =>
        own.seq === nothing ? readAll(tx, council, own) : readOn(tx, council, own),
      )
      .finally(() => {
        own.turn = undefined
      })
    await own.turn
  }
  leaveSome(keptFor(node))
}

async function headOf(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ seq: number }>`
    select seq from council_logs where council = ${council}`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

/** What happens meanwhile is read again afterwards, from where the log stood at the beginning. */
async function readAll(tx: Tx, council: string, own: Kept): Promise<void> {
  const seq = await headOf(tx, council)
  const drawers: Drawer[] = []
  // Very many live in few places, whose ids need not be kept for each of them.
  const places = new Map<Id | null, Id | null>()
  for await (const people of everybodyFiled(tx, council)) {
    for (const { place } of people) if (!places.has(place)) places.set(place, place)
    const put = people.map(one => ({ ...one, place: places.get(one.place) ?? null }))
    drawers.push(makeDrawer(put))
  }
  own.index = { drawers }
  own.seq = seq
}

type Fresh = {
  readonly seq: number | null
  readonly people: readonly Id[]
  readonly isOfPlaces: boolean | null
}

async function readOn(tx: Tx, council: string, own: Kept): Promise<void> {
  const head = await headOf(tx, council)
  const found = await sql<Fresh>`
    with fresh as (
      select seq, kind, subjects from events
      where council = ${council} and seq > ${own.seq} order by seq limit ${eventsPerTurn})
    select max(seq) as seq, array(select distinct person
      from fresh, unnest(subjects) as one (person)
      where starts_with(kind, 'people.')) as people,
      bool_or(starts_with(kind, 'places.')) as "isOfPlaces"
    from fresh`.execute(tx)
  const { seq = null, people = [], isOfPlaces = null } = found.rows[0] ?? {}
  const put = await findFiled(tx, council, people)
  const here = new Set(put.map(({ id }) => id))
  const takeOut = people.filter(id => !here.has(id))
  own.index = changeIndex(own.index, { put, takeOut })
  own.seq = seq ?? head
  if (isOfPlaces) own.places.clear()
}

function leaveSome(all: Map<string, Kept>): void {
  while (all.size > 1 && countAll(all) > peopleMax) {
    const [first] = all.keys()
    if (first !== undefined) all.delete(first)
  }
}

function countAll(all: ReadonlyMap<string, Kept>): number {
  return [...all.values()].reduce((sum, { index }) => sum + countPeople(index), 0)
}

const begun = new WeakSet<Node>()

/**
 * At the start for every council there is room for, so that nobody waits for it; later so that what
 * was erased is out of memory within a second, though nobody searches.
 */
export const keepIndexes: Task = {
  name: 'people.keep-indexes',
  everyMs,
  async run(node) {
    const isFirst = !begun.has(node)
    begun.add(node)
    const all = keptFor(node)
    for (const { id: council } of await listCouncils(node)) {
      if (!all.has(council) && !(isFirst && countAll(all) < peopleMax)) continue
      const head = await node.store.transaction({ council, actor: systemId }, tx =>
        headOf(tx, council),
      )
      await bringUp(node, council, head)
    }
  },
}
