// Who are the people and colleagues that kept figures name by id?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Names = {
  readonly people: ReadonlyMap<Id, string>
  readonly users: ReadonlyMap<Id, string>
}

/** Whoever was erased, or has left what the reader may see, has no name here. */
export async function namesOf(
  tx: Tx,
  scope: Scope,
  { people, users }: { readonly people: readonly Id[]; readonly users: readonly Id[] },
): Promise<Names> {
  const known = await sql<{ id: Id; name: string }>`
    select id, name from people where council = ${scope.council}
      and id = any (${[...people]}::uuid[]) and erased_at is null and name is not null
      and ${inScope(scope, 'place', 'id')}`.execute(tx)
  const staff = await sql<{ id: Id; name: string }>`
    select id, name from users where council = ${scope.council}
      and id = any (${[...users]}::uuid[]) and name is not null`.execute(tx)
  const named = (rows: readonly { id: Id; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]))
  return { people: named(known.rows), users: named(staff.rows) }
}
