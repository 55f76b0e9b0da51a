// Which records are open to somebody now, outside their work, because of an emergency?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Opening } from '../actor.ts'

type Row = Omit<Opening, 'from' | 'until' | 'purpose'> & {
  readonly reason: string
  readonly from: Date
  readonly until: Date
}

export async function openingsOf(
  tx: Tx,
  { council, user, now }: { council: string; user: Id; now: number },
): Promise<readonly Opening[]> {
  const found = await sql<Row>`select id, persons, reason, opened_at as "from",
      until_at as "until"
    from openings where council = ${council} and user_id = ${user}
      and until_at > ${new Date(now)} and ended_at is null
    order by until_at, id`.execute(tx)
  return found.rows.map(({ id, persons, reason, from, until }) => {
    return { id, persons, purpose: `emergency: ${reason}`, from: +from, until: +until }
  })
}
