// Whom did a list drop whom nothing else names, and what may a person decide about them?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { flagLowered } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export type BasisCase = {
  readonly person: Id
  readonly name: string
  readonly list: string
  readonly version: Id
  readonly why: 'dropped' | 'undone' | 'closed' | 'withdrawn' | 'time-over'
  readonly askedAt: Date
  readonly decideBy: Date
  readonly decider: string | null
}

/**
 * Open cases: nobody decided, no list names any record of the person, and nothing has stopped
 * contact already. Whoever was added by hand has a purpose of their own. Whoever withdrew waits
 * whatever other lists say, until the withdrawal is lifted; a row that says so names nobody.
 */
const open = (council: string) => sql`from basis_checks b
  join people p on p.council = b.council and p.id = b.person and p.erased_at is null
  join people r on r.council = p.council and r.id = p.root
  join list_versions v on v.council = b.council and v.id = b.version
  left join users u on u.council = v.council and u.id = coalesce(v.decider, v.loaded_by)
  where b.council = ${council} and b.state = 'open'
    and not r.flags && array['deceased-reported', 'deceased-confirmed', 'moved-confirmed']
    and case when b.why = 'withdrawn' then r.flags && array['withdrawn']
      else not exists (select from people q join list_entries e on e.council = q.council
          and e.person = q.id and e.state = 'loaded' and e.dropped_by is null
          and not 'withdrawn' = any (e.reasons)
        where q.council = p.council and q.root = p.root) end`

export type BasisAsked = {
  readonly version?: Id | undefined
  readonly page: number
  readonly perPage: number
}

export async function openCases(
  tx: Tx,
  scope: Scope,
  { version, page, perPage }: BasisAsked,
): Promise<readonly BasisCase[]> {
  if (!scope.everywhere) return []
  const found = await sql<BasisCase>`
    select b.person, r.name, b.list, b.version, b.why, b.asked_at as "askedAt",
      v.decide_by as "decideBy", u.name as decider
    ${open(scope.council)} ${only(version)}
    order by b.asked_at, b.person limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx)
  return found.rows
}

export async function countOpenCases(tx: Tx, scope: Scope, version?: Id): Promise<number> {
  if (!scope.everywhere) return 0
  const found = await sql<{ n: number }>`
    select count(*)::int as n ${open(scope.council)} ${only(version)}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export async function countLateCases(tx: Tx, council: string, now: Date): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n ${open(council)}
      and greatest(v.decide_by, b.asked_at + interval '1 day') < ${now}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

function only(version: Id | undefined) {
  return version ? sql`and b.version = ${version}` : sql``
}

export type Dropped = {
  readonly open: number
  readonly kept: number
  readonly stopped: number
  /** On another list, back on this one, dead, moved away or erased: nothing to decide. */
  readonly other: number
}

/** What became of those whom a version dropped; `people` of them are people. */
export async function droppedSince(tx: Tx, scope: Scope, version: Id): Promise<Dropped> {
  const found = await sql<{ kept: number; stopped: number; people: number }>`
    select count(*) filter (where state = 'kept')::int as kept,
      count(*) filter (where state = 'stopped')::int as stopped, count(*)::int as people
    from basis_checks where council = ${scope.council} and version = ${version}`.execute(tx)
  const { kept = 0, stopped = 0, people = 0 } = found.rows[0] ?? {}
  const waiting = await countOpenCases(tx, scope, version)
  return { open: waiting, kept, stopped, other: people - kept - stopped - waiting }
}

/**
 * A list names them again, and that is a basis: what was stopped for want of one goes on. Each is
 * looked up by id: a load asks this for every part of it, and may not read all people each time.
 */
export async function namedAgain(
  tx: Tx,
  council: string,
  { list, people }: { readonly list: string; readonly people: readonly Id[] },
): Promise<Draft[]> {
  if (people.length === 0) return []
  const found = await sql<{ person: Id; place: Id | null }>`
    select distinct r.id as person, r.place from unnest(${[...people]}::uuid[]) as named (id)
    cross join lateral (select root from people
      where council = ${council} and id = named.id offset 0) p
    cross join lateral (select id, place, flags, erased_at from people
      where council = ${council} and id = p.root offset 0) r
    where r.flags && array['no-basis'] and r.erased_at is null
    order by r.id`.execute(tx)
  return found.rows.map(({ person, place }) =>
    flagLowered({ subjects: [person], place, body: { person, flag: 'no-basis', source: list } }),
  )
}
