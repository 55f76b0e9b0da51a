// Who may somebody mean? People in the reader's scope who have every word asked for, best first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { soundingAlike, type Wanted } from '../domain/read-search.ts'
import { betterPlan, hasRest, havingLead, type Plan, quickPlan } from './find-candidates.ts'

export const foundMax = 20
/** With fewer than these found, those whose names only sound alike are worth a look. */
const enough = 5
/** Read no further with so many, the best first: some are records of one person. */
const fitsMax = 60

export type Found = {
  readonly id: Id
  readonly number: number
  readonly name: string
  readonly born: string | null
  readonly address: string
  readonly postcode: string
  readonly flags: readonly string[]
  readonly household: Id | null
  readonly street: string | null
  readonly village: string | null
  readonly phones: readonly string[]
  /** When a number or a visit last worked. */
  readonly lastWorkedAt: Date | null
  readonly isAlike: boolean
}

/** Gives one more than the page shows, so that the page can say there are more. */
export async function findPeople(
  tx: Tx,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<readonly Found[]> {
  if (wanted.length === 0) return []
  // Planning a search anew takes as long as the search; every search has the same few plans.
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)
  const found = await findHaving(tx, scope, wanted)
  const alike = found.length < enough ? soundingAlike(wanted) : undefined
  if (!alike) return found
  const known = new Set(found.map(one => one.id))
  const others = await findHaving(tx, scope, alike)
  const more = others.filter(one => !known.has(one.id)).map(one => ({ ...one, isAlike: true }))
  return [...found, ...more].slice(0, foundMax + 1)
}

/** Whole words before beginnings, names before addresses; then who is near, then by name. */
async function findHaving(
  tx: Tx,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<readonly Found[]> {
  const quick = quickPlan(scope, wanted)
  const found = await findBy(tx, scope, quick)
  if (found.length > foundMax) return found
  const better = await betterPlan(tx, scope, quick)
  return better ? findBy(tx, scope, better) : found
}

async function findBy(tx: Tx, scope: Scope, plan: Plan): Promise<readonly Found[]> {
  const { council } = scope
  const found = await sql<Found>`
    with lead as materialized (${havingLead(scope, plan)} order by rank),
    fits as materialized (
      select p.root, l.rank from lead l
      join people p on p.council = ${council} and p.id = l.person
      where p.erased_at is null and ${hasRest(plan.rest)} limit ${fitsMax}
    ), hits as materialized (
      select root as id, min(rank) as rank from fits group by root
    ), best as (
      select hits.rank, ${isNear(scope)} as near, p.* from hits
      join people p on p.council = ${council} and p.id = hits.id
      where ${inScope(scope, 'p.place')}
      order by hits.rank, near desc, p.family_key, p.name_key, p.number limit ${foundMax + 1}
    )
    select p.id, p.number, p.name, to_char(p.born, 'YYYY-MM-DD') as born, p.address, p.postcode,
      p.flags, p.household, street.name as street, village.name as village, false as "isAlike",
      ways.phones, ways.worked as "lastWorkedAt"
    from best p
    left join places street on street.council = p.council and street.id = p.place
    left join places village on village.council = p.council and village.kind = 'village'
      and village.id = any (street.path)
    cross join lateral (
      select coalesce(array_agg(c.value order by c.id) filter (where c.kind <> 'email'), '{}')
          as phones, max(c.last_worked_at) as worked
      from contact_points c where c.council = p.council and c.person = p.id) ways
    order by p.rank, p.near desc, p.family_key, p.name_key, p.number`.execute(tx)
  return found.rows
}

/** In a place that the reader looks after. Who sees only their own places is always near. */
function isNear(scope: Scope): RawBuilder<boolean> {
  if (!scope.everywhere) return sql<boolean>`true`
  return sql<boolean>`coalesce(p.place in (
    select s.id from place_owners o join places s
      on s.council = o.council and o.place = any (s.path)
    where o.council = ${scope.council} and o.user_id = ${scope.actor}), false)`
}
