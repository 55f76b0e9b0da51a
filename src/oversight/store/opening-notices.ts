// Of which openings was nobody told yet, who must hear of them, and is none silent?
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const atOnceMax = 100

/** Locked, so that two processes do not tell of one opening twice. */
export async function untoldOpenings(tx: Tx, council: string): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select o.id from openings o
    where o.council = ${council} and not exists (select from opening_notices n
      where n.council = o.council and n.opening = o.id)
    order by o.opened_at limit ${atOnceMax} for update skip locked`.execute(tx)
  return found.rows.map(row => row.id)
}

type Told = { readonly opening: Id; readonly told: number; readonly now: number }

export async function noteTold(tx: Tx, council: string, { opening, told, now }: Told) {
  await sql`insert into opening_notices (council, opening, told, told_at)
    values (${council}, ${opening}, ${told}, ${new Date(now)})`.execute(tx)
}

const silentMsMax = 5 * minuteMs

/** None silent: each opening was told, and each that nobody judged is on the page as due. */
export const noneSilent: Check = {
  name: 'records opened in an emergency were told and wait for review, or were reviewed',
  async run(tx, council, now) {
    const found = await sql<{ counted: number; silent: string[] }>`
      select count(*)::int as counted, coalesce(array_agg(o.id::text) filter (where n.opening is
        null and o.opened_at < ${new Date(now.getTime() - silentMsMax)}), '{}') as silent
      from openings o left join opening_notices n
        on n.council = o.council and n.opening = o.id
      where o.council = ${council}`.execute(tx)
    const { counted = 0, silent = [] } = found.rows[0] ?? {}
    return { counted, wrong: silent.map(id => `nobody was told of opening ${id}`) }
  },
}
