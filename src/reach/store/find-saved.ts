// What did this caller save just now? Only their own, and only where they may work.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Saved = {
  readonly member: Id
  readonly person: Id
  readonly name: string
  readonly outcome: string
  readonly needs: number
}

export async function findSaved(
  tx: Tx,
  scope: Scope,
  { attempt, user }: { attempt: Id; user: Id },
): Promise<Saved | undefined> {
  const found = await sql<Saved>`
    select a.member, p.id as person, coalesce(p.name, '') as name, a.outcome, a.needs
    from attempts a
    join members m on m.council = a.council and m.id = a.member
    join people p on p.council = a.council and p.id = a.subject
    where a.council = ${scope.council} and a.id = ${attempt} and a.by_user = ${user}
      and ${inScope(scope, 'm.place')}`.execute(tx)
  return found.rows[0]
}
