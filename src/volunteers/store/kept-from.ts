// Whom is a volunteer not to meet, and whose record has this number? For hub managers alone.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type KeptFrom = { readonly person: Id; readonly name: string }

/** One line for each who stands there: an erased person has none. */
export async function keptFromOf(
  tx: Tx,
  scope: Scope,
  volunteer: Id,
): Promise<readonly KeptFrom[]> {
  const found = await sql<KeptFrom>`select p.id as person, r.name from volunteers v
    join people p on p.council = v.council and p.id = any (v.kept_from)
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where v.council = ${scope.council} and v.id = ${volunteer} and v.erased_at is null
      and ${inScope(scope, 'v.place')} and p.erased_at is null
    order by r.name, p.id`.execute(tx)
  return found.rows
}

export async function personByNumber(tx: Tx, scope: Scope, text: string): Promise<Id | undefined> {
  const number = /^\s*p?\s*(\d{1,12})\s*$/i.exec(text)?.[1]
  if (number === undefined) return undefined
  const found = await sql<{ id: Id }>`select p.id from people p
    where p.council = ${scope.council} and p.number = ${number} and p.erased_at is null
      and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows[0]?.id
}
