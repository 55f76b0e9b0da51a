// How much is new for this reader, since the number that their page was made with?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

/** More is not counted: "99 or more" says enough. */
export const newMax = 99

export type Asked = {
  /** The permission that the page itself asks for. */
  readonly may: string
  /** Capabilities whose events matter to the page: `reach`, `needs`. */
  readonly kinds: readonly string[]
  readonly since: number
  /** The page is about this place and what is in it; null = all that the reader may see. */
  readonly place: Id | null
}

/** The position of the last event in the council's log. */
export async function headOf(tx: Tx, scope: Scope): Promise<number> {
  const head = await tx
    .selectFrom('council_logs')
    .select('seq')
    .where('council', '=', scope.council)
    .executeTakeFirst()
  return head?.seq ?? 0
}

/** Events after `since` that the reader may see, at most `newMax`. Their own do not count. */
export async function countNew(tx: Tx, scope: Scope, asked: Asked): Promise<number> {
  const row = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select 1 from events
      where council = ${scope.council} and seq > ${asked.since} and actor <> ${scope.actor}
        and split_part(kind, '.', 1) = any(${asked.kinds}::text[])
        and ${inScope(scope, 'place')} and ${within(scope, asked.place)}
      limit ${newMax}
    ) as fresh`.execute(tx)
  return row.rows[0]?.count ?? 0
}

function within(scope: Scope, place: Id | null): RawBuilder<boolean> {
  if (place === null) return sql`true`
  return sql`place in (
    select id from places where council = ${scope.council} and ${place} = any(path))`
}
