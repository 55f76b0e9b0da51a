// What was promised for today or before, and by whom? Steps of plans, and calls promised back.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { inScope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { endOfDay } from '../domain/as-of.ts'
import type { Due } from '../domain/model.ts'

export const dueMax = 40

export async function dueIn(
  tx: Tx,
  scope: Scope,
  { village, now }: { readonly village: Id; readonly now: number },
): Promise<readonly Due[]> {
  const until = new Date(endOfDay(now))
  const here = sql`in (select id from places
    where council = ${scope.council} and path @> array[${village}::uuid])`
  const found = await sql<Due>`
    with due as (
      select id, what, due_at as at, person, place, owner from plan_actions
      where council = ${scope.council} and state = 'open' and due_at < ${until}
        and place ${here} and ${inScope(scope, 'place')}
      union all
      select m.id, null, m.promised_at, m.subject, m.place,
        (select a.by_user from attempts a where a.council = m.council and a.member = m.id
          order by a.happened_at desc, a.id desc limit 1)
      from members m where m.council = ${scope.council} and m.state <> 'excused'
        and m.promised_at < ${until} and m.kind = 'person'
        and m.place ${here} and ${inScope(scope, 'm.place')})
    select d.id, d.what, d.at, d.person, p.name, s.name as street, u.name as owner
    from due d
    join people p on p.council = ${scope.council} and p.id = d.person and p.erased_at is null
    left join places s on s.council = p.council and s.id = d.place and s.kind = 'street'
    left join users u on u.council = p.council and u.id = d.owner
    order by d.at, d.id limit ${dueMax}`.execute(tx)
  return found.rows
}
