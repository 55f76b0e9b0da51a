// Who lives behind this door, as far as the reader may see them?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Person, peopleByIds } from './queries.ts'

const householdMax = 20

export type Household = {
  /** The eldest record first; nobody who was joined into another. */
  readonly people: readonly Person[]
  readonly uprn: string | null
}

export async function findHousehold(
  tx: Tx,
  scope: Scope,
  household: Id,
): Promise<Household | undefined> {
  const found = await sql<{ id: Id; uprn: string | null }>`
    select p.id, d.uprn from people p
    left join dwellings d on d.council = p.council and d.id = p.dwelling
    where p.council = ${scope.council} and p.household = ${household}
      and p.merged_into is null and p.erased_at is null and ${inScope(scope, 'p.place')}
    order by p.number limit ${householdMax}`.execute(tx)
  if (found.rows.length === 0) return undefined
  const ids = found.rows.map(one => one.id)
  const known = await peopleByIds(tx, scope, ids)
  const people = ids.flatMap(id => known.get(id) ?? [])
  return { people, uprn: found.rows[0]?.uprn ?? null }
}
