// Who is there to be found in a council, at this very moment? Kept in memory, and brought up to the
// head of the log whenever somebody searches: it never knows less than the tables do.
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type Drawer, makeDrawer } from '../domain/search-drawer.ts'
import { changeIndex, countPeople, emptyIndex, type SearchIndex } from '../domain/search-index.ts'
import { everybodyFiled, findFiled } from './file-people.ts'

/** Of all councils together; about 1 GB. Who was searched for longest ago leaves first. */
const peopleMax = 3_000_000
const eventsPerTurn = 2_500
const everyMs = 1_000

type Kept = {
  index: SearchIndex
  /** How far of the log it knows; before it was ever read, nothing. */
  seq: number
  turn: Promise<void> | undefined
}

const nothing = -1
const kept = new WeakMap<Node, Map<string, Kept>>()

/** As the tables are now, seen from this transaction. */
export async function searchIndexOf(node: Node, tx: Tx, council: string): Promise<SearchIndex> {
  const all = keptFor(node)
  const own = all.get(council) ?? { index: emptyIndex, seq: nothing, turn: undefined }
  // The one that was searched last stands last.
  all.delete(council)
  all.set(council, own)
  await bringUp(tx, council, own)
  leaveSome(all)
  return own.index
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
async function bringUp(tx: Tx, council: string, own: Kept): Promise<void> {
  const head = await headOf(tx, council)
  while (own.seq < head) {
    if (own.turn) {
      await own.turn.catch(() => {})
      continue
    }
    own.turn = own.seq === nothing ? readAll(tx, council, own) : readOn(tx, council, own)
    try {
      await own.turn
    } finally {
      own.turn = undefined
    }
  }
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

type Fresh = { readonly seq: number | null; readonly people: readonly Id[] }

async function readOn(tx: Tx, council: string, own: Kept): Promise<void> {
  const head = await headOf(tx, council)
  const found = await sql<Fresh>`
    with fresh as (
      select seq, kind, subjects from events
      where council = ${council} and seq > ${own.seq} order by seq limit ${eventsPerTurn})
    select max(seq) as seq, array(select distinct person
      from fresh, unnest(subjects) as one (person)
      where starts_with(kind, 'people.')) as people
    from fresh`.execute(tx)
  const { seq, people } = found.rows[0] ?? { seq: null, people: [] }
  const put = await findFiled(tx, council, people)
  const here = new Set(put.map(({ id }) => id))
  const takeOut = people.filter(id => !here.has(id))
  own.index = changeIndex(own.index, { put, takeOut })
  own.seq = seq ?? head
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
      const isWanted = all.has(council) || (isFirst && countAll(all) < peopleMax)
      if (!isWanted) continue
      await node.store.transaction({ council, actor: systemId }, async tx => {
        const own = all.get(council)
        if (own) await bringUp(tx, council, own)
        else await searchIndexOf(node, tx, council)
      })
    }
  },
}
