// Whose time on a list is over? What the list said of them is purged, with a line where the version
// stands; its figures stay, and the person is asked about where nothing else names them.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../../access/index.ts'
import { actInBulk, type Draft, listCouncils, type Task } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { erased } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { entriesPurged } from '../domain/events.ts'
import { listTypeOf } from '../domain/list-types.ts'
import { basisAsked } from '../domain/version-events.ts'

export const purgeEntries: Task = {
  name: 'lists.purge-entries',
  everyMs: dayMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await purgeEntriesOf(node, id)
  },
}

/** Gives how many entries were purged. */
export async function purgeEntriesOf(node: Node, council: string): Promise<number> {
  const who = { council, actor: systemActor(council).id }
  const due = await node.store.transaction(who, tx => dueVersions(tx, council, node.clock.now()))
  let purged = 0
  for (const version of due) {
    for (let nth = 0; nth < partsMax; nth++) {
      const some = await purgePart(node, council, { ...version, nth })
      purged += some
      if (some < entriesPerPart) break
    }
  }
  return purged
}

const versionsPerRun = 50
const entriesPerPart = 500
/** A million rows, which is as many as a file may have, and one part that finds none. */
const partsMax = 2_001

type Dated = { id: Id; list: string; leftAt: Date }
type Due = { readonly id: Id; readonly list: string }

/**
 * Of a list that arrives whole, what is not on the next version has left with it. Of one that
 * brings only what is new, time counts from the version that said it last.
 */
async function dueVersions(tx: Tx, council: string, now: number): Promise<readonly Due[]> {
  const found = await sql<Dated & { nextAt: Date | null }>`
    select v.id, v.list, v.loaded_at as "leftAt", (select min(n.loaded_at) from list_versions n
      where n.council = v.council and n.list = v.list and n.number > v.number
        and n.undone_at is null) as "nextAt"
    from list_versions v
    where v.council = ${council} and v.undone_at is null and v.entries_purged_at is null
    order by v.loaded_at, v.id`.execute(tx)
  const isDue = ({ list, leftAt, nextAt }: (typeof found.rows)[number]) => {
    const { covers, entryKeptDays } = listTypeOf(list)
    const from = covers === 'whole' ? nextAt : leftAt
    return from !== null && from.getTime() + entryKeptDays * dayMs <= now
  }
  return found.rows.filter(isDue).slice(0, versionsPerRun)
}

type Part = Due & { readonly nth: number }

/** Once for each part, whichever server comes to it first. */
async function purgePart(node: Node, council: string, part: Part): Promise<number> {
  const id = idFrom('purge-entries', council, `${part.id}:${part.nth}`)
  const done = await actInBulk(node, systemActor(council), {
    id,
    name: 'lists.purge-entries',
    contentHash: createHash('sha256').update(id).digest(),
    async work(tx, append) {
      const entries = await entriesOf(tx, council, part.id)
      await append(await draftsOf(tx, council, { part, entries }))
      return { entries: entries.length }
    },
  })
  if (isRefusal(done)) throw new Error(`Broken: entries were not purged: ${done.refused}`)
  return Number(done.answer.entries)
}

type Entry = { id: Id; person: Id | null; told: number[] }

async function entriesOf(tx: Tx, council: string, version: Id): Promise<readonly Entry[]> {
  const found = await sql<Entry>`
    select e.id, e.person, coalesce((select array_agg(r.seq::int order by r.seq)
      from list_readings r where r.council = e.council and r.entry = e.id), '{}') as told
    from list_entries e
    where e.council = ${council} and e.last_version = ${version} and e.state <> 'purged'
    order by e.id limit ${entriesPerPart}`.execute(tx)
  return found.rows
}

type Purging = { readonly part: Part; readonly entries: readonly Entry[] }

async function draftsOf(tx: Tx, council: string, { part, entries }: Purging): Promise<Draft[]> {
  const { id: version, list } = part
  const subjects = entries.map(({ id }) => id)
  const told = [...new Set(entries.flatMap(entry => entry.told))].sort((a, b) => a - b)
  const isLast = entries.length < entriesPerPart
  const purged = entriesPurged({
    subjects,
    body: { version, list, entries: subjects, told, isLast },
  })
  const people = await unasked(tx, council, entries)
  const why = 'time-over' as const
  return [
    purged,
    ...(subjects.length > 0 ? [erased({ subjects, body: {} })] : []),
    ...(people.length > 0
      ? [basisAsked({ subjects: [], body: { version, list, why, people } })]
      : []),
  ]
}

/** Whom an entry that goes still named, and about whom nobody has been asked yet. */
async function unasked(tx: Tx, council: string, entries: readonly Entry[]): Promise<Id[]> {
  const found = await sql<{ person: Id }>`
    select distinct e.person from list_entries e
    join people p on p.council = e.council and p.id = e.person and p.erased_at is null
    where e.council = ${council} and e.id = any (${entries.map(({ id }) => id)}::uuid[])
      and e.state = 'loaded' and not exists (select from basis_checks b
        where b.council = e.council and b.person = e.person)
    order by 1`.execute(tx)
  return found.rows.map(({ person }) => person)
}
