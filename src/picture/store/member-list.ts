// Who stands behind a figure? The same members, the same rule, counted and read in pages.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Filter, Wait } from '../domain/filter.ts'
import type { MemberRow } from '../domain/model.ts'
import { safetyCase } from './coverage.ts'
import { membersAt, momentOf, type View, villageOf } from './members-at.ts'
import { isPast, membersWithSteps } from './steps.ts'

export type Listing = {
  readonly view: View
  readonly filter: Filter
  readonly page: number
  readonly perPage: number
}

export async function countMembers(tx: Tx, scope: Scope, listing: Listing): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (${matching(scope, listing)}) m`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** Longest on the list first. */
export async function memberRows(
  tx: Tx,
  scope: Scope,
  listing: Listing,
): Promise<readonly MemberRow[]> {
  const { view, page, perPage } = listing
  const { council } = scope
  const found = await sql<MemberRow>`
    select m.id, m.subject, m.kind, m.state, m.reason, m.days, m.next_step as next,
      m.next_at as "nextAt", 
      coalesce(nullif(p.name, ''), nullif(d.address, ''), nullif(o.name, '')) as name,
      case when s.kind = 'street' then s.name end as street, v.name as village,
      (select count(*)::int from attempts a where a.council = ${council} and a.member = m.id
        and a.is_attempt and a.recorded_at <= ${momentOf(view)}) as tries
    from (select * from (${matching(scope, listing)}) f
      order by f.joined_at, f.id limit ${perPage} offset ${(page - 1) * perPage}) m
    left join people p on p.council = ${council} and p.id = m.subject and m.kind = 'person'
    left join dwellings d on d.council = ${council} and d.id = m.subject
      and m.kind = 'dwelling'
    left join organisations o on o.council = ${council} and o.id = m.subject
      and m.kind = 'organisation'
    left join places s on s.council = ${council} and s.id = m.place
    left join places v on v.council = ${council} and v.id = any (s.path) and v.kind = 'village'
    order by m.joined_at, m.id`.execute(tx)
  return found.rows
}

function matching(scope: Scope, { view, filter }: Listing): RawBuilder<unknown> {
  const members = filter.step ? membersWithSteps(scope, view) : membersAt(scope, view)
  const parts = conditions(scope, view, filter)
  return sql`select m.* from (${members}) m where ${sql.join(parts, sql` and `)}`
}

function conditions(scope: Scope, view: View, filter: Filter): RawBuilder<unknown>[] {
  const { state, place, street, reason, wait, step, next, safety } = filter
  const open = sql`m.state in ('tried', 'untried')`
  return [
    sql`true`,
    state && (state === 'open' ? open : sql`m.state = ${state}`),
    place && (place === 'none' ? sql`not ${liesInVillage(scope)}` : liesIn(scope, place)),
    street &&
      sql`not exists (select from places s where s.council = ${scope.council}
      and s.id = m.place and s.kind = 'street')`,
    reason && sql`m.reason = ${reason}`,
    wait && waited(wait),
    step && isPast(step),
    next && sql`m.next_step = ${next}`,
    safety &&
      sql`m.state <> 'excused'
      and ${safetyCase(momentOf(view), view.warnMs)} = ${safety}`,
  ].filter(part => part !== undefined && part !== '')
}

function waited({ is, days }: Wait): RawBuilder<unknown> {
  return is === 'over' ? sql`m.days > ${days}` : sql`m.days = ${days}`
}

function liesIn(scope: Scope, place: Id): RawBuilder<unknown> {
  return sql`m.place in (select id from places
    where council = ${scope.council} and path @> array[${place}::uuid])`
}

function liesInVillage(scope: Scope): RawBuilder<unknown> {
  return sql`exists (select from (${villageOf(scope)}) v where v.place = m.place)`
}

/** The name of a place, if anything in it may be seen. */
export async function placeName(tx: Tx, scope: Scope, id: Id): Promise<string | undefined> {
  const seen = scope.everywhere
    ? sql`true`
    : sql`exists (select from places c where c.council = p.council
        and c.path @> array[p.id] and c.path && ${scope.places}::uuid[])`
  const found = await sql<{ name: string }>`
    select p.name from places p
    where p.council = ${scope.council} and p.id = ${id} and ${seen}`.execute(tx)
  return found.rows[0]?.name
}
