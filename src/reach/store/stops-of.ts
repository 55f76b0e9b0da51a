// Why may nobody ring this person? The hard stops on their record, the gravest first.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export type HardStop = (typeof stopCodes)[number]
const stopCodes = [
  'deceased-confirmed',
  'deceased-reported',
  'moved-confirmed',
  'no-basis',
  'withdrawn',
  'do-not-call',
] as const

export type Stop = { readonly flag: HardStop; readonly at: Date; readonly by: string | null }

/** The caller has seen the person within their scope already. */
export async function stopsOf(tx: Tx, scope: Scope, person: Id): Promise<readonly Stop[]> {
  const found = await sql<Stop>`
    select f.flag, f.raised_at as at, u.name as by
    from person_flags f
    join people p on p.council = f.council and p.id = ${person}
    left join users u on u.council = f.council and u.id = f.raised_by
    where f.council = ${scope.council} and f.person in (p.id, p.root)
      and f.flag = any (${[...hardStops]}::text[])
    order by array_position(${[...stopCodes]}::text[], f.flag), f.raised_at`.execute(tx)
  return found.rows.filter((one, i, all) => all.findIndex(o => o.flag === one.flag) === i)
}
