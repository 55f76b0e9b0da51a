// Who decides about the rows that a load holds? Whoever loads it, if that is a person.
import { sql } from 'kysely'
import type { Actor, RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'

/** Else the first who may decide for the whole council; nobody where there is nobody yet. */
export async function deciderOf(tx: Tx, node: Node, actor: Actor): Promise<Id | null> {
  if (!actor.isSystem || (await isUser(tx, actor))) return actor.id
  const now = new Date(node.clock.now())
  const roles: RoleName[] = [...(node.registry.permissions['lists.decide'] ?? [])]
  const found = await sql<{ user: Id }>`
    select g.user_id as user from grants g
    join users u on u.council = g.council and u.id = g.user_id and u.disabled_at is null
    where g.council = ${actor.council} and g.role = any (${roles}::text[]) and g.place is null
      and g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
    order by g.starts_at, u.id limit 1`.execute(tx)
  return found.rows[0]?.user ?? null
}

/** A story told by the system in the name of somebody is that person's. */
async function isUser(tx: Tx, { council, id }: Actor): Promise<boolean> {
  const found = await sql`select 1 from users where council = ${council} and id = ${id}`.execute(tx)
  return found.rows.length > 0
}
