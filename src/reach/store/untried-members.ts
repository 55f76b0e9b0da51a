// Which of these members has nobody tried or promised anything, so that they may leave as if they
// had never joined?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Untried = { readonly member: Id; readonly subject: Id; readonly place: Id | null }

export async function untriedMembers(
  tx: Tx,
  council: string,
  members: readonly Id[],
): Promise<readonly Untried[]> {
  const found = await sql<Untried>`select id as member, subject, place from members
    where council = ${council} and id = any (${[...members]}::uuid[]) and attempts = 0
      and promised_at is null
      and not exists (select from attempts a where a.council = ${council} and a.member = members.id)
    order by id`.execute(tx)
  return found.rows
}
