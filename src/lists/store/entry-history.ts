// One entry of a list: each row as it was received, what became of it, and who decided what.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { EntryChange } from '../domain/entry.ts'
import type { Outcome, Reason } from '../domain/reasons.ts'

export type EntryRow = {
  readonly version: Id
  readonly number: number
  readonly loadedAt: Date
  readonly isUndone: boolean
  readonly row: number
  readonly outcome: Outcome
  readonly change: EntryChange | null
  readonly reasons: readonly Reason[]
  /** The cells as received, unchanged; null where nothing new was said, or the words are erased. */
  readonly raw: readonly string[] | null
  /** It said nothing that was not said before. */
  readonly isSame: boolean
}
export type EntryDecided = {
  readonly decision: string
  readonly person: Id | null
  readonly by: string | null
  readonly at: Date
}
export type EntryHistory = {
  readonly id: Id
  readonly list: string
  readonly person: Id | null
  readonly rows: readonly EntryRow[]
  readonly decisions: readonly EntryDecided[]
  readonly basis: EntryDecided | null
}

export async function entryHistory(
  tx: Tx,
  scope: Scope,
  id: Id,
): Promise<EntryHistory | undefined> {
  if (!scope.everywhere) return undefined
  const rows = await rowsOf(tx, scope.council, id)
  const [first] = rows
  if (!first) return undefined
  const now = await sql<{ person: Id | null }>`select coalesce(p.root, e.person) as person
    from list_entries e left join people p on p.council = e.council and p.id = e.person
    where e.council = ${scope.council} and e.id = ${id}`.execute(tx)
  return {
    id,
    list: first.list,
    person: now.rows[0]?.person ?? null,
    rows,
    decisions: await decisionsOf(tx, scope.council, id),
    basis: await basisOf(tx, scope.council, id),
  }
}

const rowsMax = 500

async function rowsOf(tx: Tx, council: string, entry: Id) {
  const found = await sql<EntryRow & { list: string }>`
    select v.list, v.id as version, v.number, v.loaded_at as "loadedAt",
      v.undone_at is not null as "isUndone", l.row, l.outcome, l.change, l.reasons,
      r.words -> 'raw' as raw, d.seq is null as "isSame"
    from list_rows l
    join list_versions v on v.council = l.council and v.id = l.version
    left join list_readings d on d.council = l.council and d.entry = l.entry
      and d.version = l.version and d.row = l.row
    left join register r on r.council = d.council and r.seq = d.seq
    where l.council = ${council} and l.entry = ${entry}
    order by v.number desc, l.row limit ${rowsMax}`.execute(tx)
  return found.rows
}

async function decisionsOf(tx: Tx, council: string, entry: Id) {
  const found = await sql<EntryDecided>`
    select d.decision, d.person, u.name as by, d.decided_at as at
    from list_decisions d
    left join users u on u.council = d.council and u.id = d.decided_by
    where d.council = ${council} and d.entry = ${entry} order by d.seq`.execute(tx)
  return found.rows
}

/** What was decided about contact, if the list dropped them. */
async function basisOf(tx: Tx, council: string, entry: Id): Promise<EntryDecided | null> {
  const found = await sql<EntryDecided>`
    select case when b.state = 'kept' then b.basis else b.state end as decision, b.person,
      u.name as by, coalesce(b.decided_at, b.asked_at) as at
    from list_entries e
    join basis_checks b on b.council = e.council and b.person = e.person
    left join users u on u.council = b.council and u.id = b.decided_by
    where e.council = ${council} and e.id = ${entry}`.execute(tx)
  return found.rows[0] ?? null
}
