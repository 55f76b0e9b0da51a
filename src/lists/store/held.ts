// Which rows wait for a person, since when, and what do they look like?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import { type Reason, stoppingReasons } from '../domain/reasons.ts'
import { whoMayBeMeant } from './who-they-are.ts'

export type HeldGroup = {
  readonly reason: Reason
  readonly rows: number
  readonly decider: string | null
  readonly deciderId: Id | null
  readonly decideBy: Date
}
export type HeldEntry = {
  readonly id: Id
  readonly list: string
  readonly facts: Entry | null
  readonly raw: readonly string[] | null
  readonly reasons: readonly Reason[]
  readonly candidates: readonly Id[]
  readonly person: Id | null
  readonly readAt: Date
  readonly decider: string | null
  readonly decideBy: Date
}

const gravest = sql`(select r from unnest(${stoppingReasons}::text[]) with ordinality s (r, at)
  where r = any (e.reasons) order by at limit 1)`

/** Each held entry, or each held row of one version, once under its gravest reason: they add up. */
export async function heldGroups(
  tx: Tx,
  scope: Scope,
  version?: Id,
): Promise<readonly HeldGroup[]> {
  if (!scope.everywhere) return []
  const rows = version
    ? sql`join list_rows l on l.council = e.council and l.entry = e.id
        and l.version = ${version} and l.outcome = 'needs_review'`
    : sql``
  const found = await sql<HeldGroup>`
    select h.reason, count(*)::int as rows, min(u.name) as decider,
      (array_agg(u.id order by u.name))[1] as "deciderId", min(v.decide_by) as "decideBy"
    from (select e.council, e.last_version, ${gravest} as reason from list_entries e ${rows}
      where e.council = ${scope.council} and e.state = 'held' and e.dropped_by is null) h
    join list_versions v on v.council = h.council and v.id = h.last_version
    left join users u on u.council = v.council and u.id = coalesce(v.decider, v.loaded_by)
    where h.reason is not null
    group by h.reason order by 2 desc, 1`.execute(tx)
  return found.rows
}

export type LateHeld = {
  readonly decider: string | null
  readonly rows: number
  /** The time of the one that waits longest. */
  readonly decideBy: Date
}

/** Held rows whose time has passed, by whose they are to decide. */
export async function lateHeld(tx: Tx, council: string, now: Date): Promise<readonly LateHeld[]> {
  const found = await sql<LateHeld>`
    select u.name as decider, count(*)::int as rows, min(v.decide_by) as "decideBy"
    from list_entries e
    join list_versions v on v.council = e.council and v.id = e.last_version
    left join users u on u.council = v.council and u.id = coalesce(v.decider, v.loaded_by)
    where e.council = ${council} and e.state = 'held' and e.dropped_by is null
      and v.decide_by < ${now}
    group by u.id, u.name order by 3, 1`.execute(tx)
  return found.rows
}

export async function countLateHeld(tx: Tx, council: string, now: Date): Promise<number> {
  const late = await lateHeld(tx, council, now)
  return late.reduce((sum, { rows }) => sum + rows, 0)
}

const entries = sql`select e.id, e.list, e.facts, e.raw, e.reasons, e.candidates, e.person,
    e.read_at as "readAt", u.name as decider, v.decide_by as "decideBy"
  from list_entries e
  join list_versions v on v.council = e.council and v.id = e.last_version
  left join users u on u.council = v.council and u.id = coalesce(v.decider, v.loaded_by)`

export type HeldAsked = {
  readonly reason?: Reason
  readonly page: number
  readonly perPage: number
}

/** Deaths first: nobody may be rung whom a list says has died. */
export async function heldEntries(
  tx: Tx,
  scope: Scope,
  { reason, page, perPage }: HeldAsked,
): Promise<readonly HeldEntry[]> {
  if (!scope.everywhere) return []
  const wanted = reason ? sql`and ${reason} = any (e.reasons)` : sql``
  const found = await sql<HeldEntry>`${entries}
    where e.council = ${scope.council} and e.state = 'held' and e.dropped_by is null ${wanted}
    order by ('died' = any (e.reasons)) desc, v.decide_by, e.id
    limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx)
  return found.rows
}

export async function findHeld(tx: Tx, scope: Scope, id: Id): Promise<HeldEntry | undefined> {
  if (!scope.everywhere) return undefined
  const found = await sql<HeldEntry>`${entries}
    where e.council = ${scope.council} and e.id = ${id} and e.state = 'held'`.execute(tx)
  const [entry] = found.rows
  if (!entry?.facts || entry.person !== null) return entry
  const meant = await whoMayBeMeant(tx, scope.council, entry.facts)
  return { ...entry, candidates: [...new Set([...entry.candidates, ...meant])] }
}

export type MaybePerson = {
  readonly id: Id
  readonly name: string
  readonly born: string | null
  readonly address: string
  readonly postcode: string
}

export async function maybePeople(
  tx: Tx,
  scope: Scope,
  ids: readonly Id[],
): Promise<readonly MaybePerson[]> {
  const found = await sql<MaybePerson>`
    select distinct r.id, r.name, to_char(r.born, 'YYYY-MM-DD') as born, r.address, r.postcode
    from people p join people r on r.council = p.council and r.id = p.root
    where p.council = ${scope.council} and p.id = any (${[...ids]}::uuid[])`.execute(tx)
  return found.rows
}
