// Which person has waited longest, and what was tried?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Longest, TryLine } from '../domain/model.ts'
import { membersAt, momentOf, type View } from './members-at.ts'

const triesShown = 3

type Row = Omit<Longest, 'tries'> & { member: Id }

/** The longest on the list; of those, whoever was never tried. */
export async function longestWaiting(tx: Tx, scope: Scope, view: View): Promise<Longest | null> {
  const found = await sql<Row>`
    select m.id as member, m.subject as person, coalesce(p.name, '') as name, m.days,
      v.name as place, m.next_step as next, m.next_at as "nextAt",
      (select count(*)::int from attempts a where a.council = ${scope.council}
        and a.member = m.id and a.is_attempt and a.recorded_at <= ${momentOf(view)}
      ) as "triesCount"
    from (select * from (${membersAt(scope, view)}) w
      where w.state in ('tried', 'untried') and w.kind = 'person'
      order by w.joined_at, w.state desc, w.id limit 1) m
    join people p on p.council = ${scope.council} and p.id = m.subject and p.erased_at is null
    left join places s on s.council = p.council and s.id = m.place
    left join places v on v.council = p.council and v.id = any (s.path) and v.kind = 'village'
    limit 1`.execute(tx)
  const row = found.rows[0]
  if (!row) return null
  const { member, ...longest } = row
  return { ...longest, tries: await lastTries(tx, scope, { member, moment: momentOf(view) }) }
}

async function lastTries(
  tx: Tx,
  scope: Scope,
  { member, moment }: { member: Id; moment: Date },
): Promise<readonly TryLine[]> {
  const found = await sql<TryLine>`
    select a.channel, a.outcome, a.happened_at as at, u.name as by
    from attempts a left join users u on u.council = a.council and u.id = a.by_user
    where a.council = ${scope.council} and a.member = ${member} and a.is_attempt
      and a.recorded_at <= ${moment}
    order by a.happened_at desc, a.id desc limit ${triesShown}`.execute(tx)
  return found.rows
}
