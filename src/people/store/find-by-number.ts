// Which record has this number? Gives its id alone: erasing needs no names.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function findByNumber(tx: Tx, scope: Scope, text: string): Promise<Id | undefined> {
  const number = /^\s*p?\s*(\d{1,12})\s*$/i.exec(text)?.[1]
  if (number === undefined) return undefined
  const found = await sql<{ id: Id }>`select p.id from people p
    where p.council = ${scope.council} and p.number = ${number} and p.erased_at is null
      and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows[0]?.id
}
