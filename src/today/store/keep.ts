// Which figures does this person's page show, and since when?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Figures, Morning } from '../domain/figures.ts'

type Row = { countedAt: Date; seq: number; places: string; figures: Figures }

export async function keptMorning(tx: Tx, scope: Scope): Promise<Morning | undefined> {
  const found = await sql<Row>`
    select counted_at as "countedAt", seq, places, figures from kept_mornings
    where council = ${scope.council} and user_id = ${scope.actor}`.execute(tx)
  const [row] = found.rows
  return row && { ...row, seq: Number(row.seq), countedAt: row.countedAt.getTime() }
}

export async function keepMorning(tx: Tx, scope: Scope, morning: Morning): Promise<void> {
  const { countedAt, seq, places, figures } = morning
  await sql`insert into kept_mornings (council, user_id, counted_at, seq, places, figures)
    values (${scope.council}, ${scope.actor}, ${new Date(countedAt)}, ${seq}, ${places},
      ${JSON.stringify(figures)}::jsonb)
    on conflict (council, user_id) do update set counted_at = excluded.counted_at,
      seq = excluded.seq, places = excluded.places, figures = excluded.figures`.execute(tx)
}

/** After a backup was restored they may be of a day that never came. */
export async function forgetMornings(tx: Tx, council: string): Promise<void> {
  await sql`delete from kept_mornings where council = ${council}`.execute(tx)
}
