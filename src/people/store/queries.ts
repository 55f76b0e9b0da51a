// Who is this, how are they reached, who lives with them, and who is answerable for them now?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { ContactKind, ContactState } from '../domain/terms.ts'

const householdMax = 20

export type Person = {
  readonly id: Id
  readonly number: number
  /** The record that this one was joined into, or itself. */
  readonly root: Id
  readonly name: string
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly born: string | null
  readonly nhs: string | null
  readonly address: string
  readonly postcode: string
  readonly language: string | null
  readonly flags: readonly string[]
  readonly place: Id | null
  readonly dwelling: Id | null
  readonly household: Id | null
  readonly addedAt: Date
}

const personRow = sql<Person>`select p.id, p.number, p.root, p.name, p.given, p.middle, p.family,
    to_char(p.born, 'YYYY-MM-DD') as born, p.nhs, p.address, p.postcode, p.language, p.flags,
    p.place, p.dwelling, p.household, p.added_at as "addedAt"
  from people p`

/** The people of these ids whom the reader may see; erased ones are not there. */
export async function peopleByIds(
  tx: Tx,
  scope: Scope,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Person>> {
  const found = await sql<Person>`${personRow}
    where p.council = ${scope.council} and p.id = any (${ids}::uuid[]) and p.erased_at is null
      and ${inScope(scope, 'p.place', 'p.id')}`.execute(tx)
  return new Map(found.rows.map(person => [person.id, person]))
}

export async function findPerson(tx: Tx, scope: Scope, id: Id): Promise<Person | undefined> {
  return (await peopleByIds(tx, scope, [id])).get(id)
}

/** Every record that stands for the same person, the first one first. */
export async function recordsOf(tx: Tx, scope: Scope, root: Id): Promise<readonly Person[]> {
  const found = await sql<Person>`${personRow}
    where p.council = ${scope.council} and p.root = ${root} and p.erased_at is null
    order by p.number`.execute(tx)
  return found.rows
}

export type ContactPoint = {
  readonly id: Id
  readonly kind: ContactKind
  readonly value: string
  readonly source: string
  readonly state: ContactState
  readonly lastWorkedAt: Date | null
}

/** The same number twice, after a merge, is shown once: the more cautious of the two. */
export async function contactPointsOf(
  tx: Tx,
  scope: Scope,
  person: Id,
): Promise<readonly ContactPoint[]> {
  const found = await sql<ContactPoint>`
    select * from (
      select distinct on (c.kind, c.value) c.id, c.kind, c.value, c.source, c.state,
        max(c.last_worked_at) over (partition by c.kind, c.value) as "lastWorkedAt"
      from contact_points c
      where c.council = ${scope.council} and c.person = ${person}
      order by c.kind, c.value,
        array_position(array['barred', 'wrong', 'works', 'untested'], c.state), c.id) one
    order by state in ('barred', 'wrong'), "lastWorkedAt" desc nulls last, kind desc, id`.execute(
    tx,
  )
  return found.rows
}

export type RaisedFlag = {
  readonly flag: string
  readonly source: string
  readonly by: string
  readonly raisedAt: Date
  readonly note: string | null
}

export async function flagsOf(tx: Tx, scope: Scope, root: Id): Promise<readonly RaisedFlag[]> {
  const found = await sql<RaisedFlag>`
    select * from (
      select distinct on (f.flag) f.flag, f.source, coalesce(u.name, '') as by,
        f.raised_at as "raisedAt", f.note
      from people q
      join person_flags f on f.council = q.council and f.person = q.id
      left join users u on u.council = f.council and u.id = f.raised_by
      where q.council = ${scope.council} and q.root = ${root}
      order by f.flag, f.raised_at) one
    order by "raisedAt", flag`.execute(tx)
  return found.rows
}

/**
 * Others of the same household, as far as the reader may see them. Where no home was found for an
 * address, the people of the same written address are one household.
 */
export async function householdOf(
  tx: Tx,
  scope: Scope,
  person: Pick<Person, 'id' | 'household'>,
): Promise<readonly Person[]> {
  const { id, household } = person
  const lives = household
    ? sql`p.household = ${household}`
    : sql`p.household is null and p.address_key <> '' and p.address_key = (
        select address_key from people where council = ${scope.council} and id = ${id})`
  const found = await sql<Person>`${personRow}
    where p.council = ${scope.council} and ${lives}
      and p.root <> ${id} and p.merged_into is null and p.erased_at is null
      and ${inScope(scope, 'p.place', 'p.id')}
    order by p.number limit ${householdMax}`.execute(tx)
  return found.rows
}

export type Where = {
  readonly street: string | null
  readonly village: Id | null
  readonly villageName: string | null
  /** Who looks after the smallest place around the person that anybody looks after. */
  readonly owner: string | null
  readonly ownerSince: Date | null
  readonly ownedPlace: string | null
}

export async function whereIs(tx: Tx, scope: Scope, place: Id | null): Promise<Where> {
  const found = await sql<Where>`
    select s.name as street, v.id as village, v.name as "villageName", o.name as owner,
      o.since as "ownerSince", o.place as "ownedPlace"
    from places s
    left join places v on v.council = s.council and v.kind = 'village' and v.id = any (s.path)
    left join lateral (
      select u.name, po.since, pl.name as place
      from place_owners po
      join users u on u.council = po.council and u.id = po.user_id
      join places pl on pl.council = po.council and pl.id = po.place
      where po.council = s.council and po.place = any (s.path)
      order by array_position(s.path, po.place) desc limit 1) o on true
    where s.council = ${scope.council} and s.id = ${place}`.execute(tx)
  const nowhere = { street: null, village: null, villageName: null }
  return found.rows[0] ?? { ...nowhere, owner: null, ownerSince: null, ownedPlace: null }
}
