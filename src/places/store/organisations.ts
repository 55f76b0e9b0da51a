// Which shops, care homes, schools and halls are there, and where?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { CorrectOrganisation, OrganisationState } from '../domain/correct-organisation.ts'
import type { OrganisationKind } from '../domain/events.ts'

export type Organisation = {
  readonly id: Id
  readonly kind: OrganisationKind
  readonly name: string
  readonly phone: string | null
  readonly street: string | null
  readonly village: Id | null
}

const organisationRow = sql<Organisation>`
  select o.id, o.kind, coalesce(o.name, '') as name, o.phone, s.name as street, v.id as village
  from organisations o
  join places p on p.council = o.council and p.id = o.place
  left join places s on s.council = p.council and s.id = p.id and s.kind = 'street'
  left join places v on v.council = p.council and v.id = any (p.path) and v.kind = 'village'`

/** By name, everything that lies in a place. */
export async function organisationsWithin(
  tx: Tx,
  scope: Scope,
  within: Id,
): Promise<readonly Organisation[]> {
  const found = await sql<Organisation>`${organisationRow}
    where o.council = ${scope.council} and p.path @> array[${within}::uuid]
      and ${inScope(scope, 'o.place')}
    order by o.name, o.id`.execute(tx)
  return found.rows
}

export async function findOrganisation(
  tx: Tx,
  scope: Scope,
  id: Id,
): Promise<Organisation | undefined> {
  const found = await sql<Organisation>`${organisationRow}
    where o.council = ${scope.council} and o.id = ${id}
      and ${inScope(scope, 'o.place')}`.execute(tx)
  return found.rows[0]
}

export const loadOrganisation: Load<CorrectOrganisation, OrganisationState> = async (
  tx,
  { organisation },
  { actor },
) => {
  const state = await tx
    .selectFrom('organisations')
    .select(['place', 'kind', 'name', 'phone'])
    .where('council', '=', actor.council)
    .where('id', '=', organisation)
    .forUpdate()
    .executeTakeFirst()
  return state ? { state, place: state.place } : refuse('not-found')
}
