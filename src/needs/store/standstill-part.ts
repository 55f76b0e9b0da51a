// Who has a step that is due at a place, and which steps came due there?
import { sql } from 'kysely'
import { inScope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { type AtWork, type Due, liesWithin, type StandstillPart } from '../../standstill/index.ts'

const dueMax = 500

export const standstillPart: StandstillPart = {
  name: 'needs',
  async atWork(tx, where) {
    const found = await sql<AtWork>`select distinct a.owner as user, 'action' as why
      from plan_actions a
      where a.council = ${where.council} and a.state = 'open' and a.owner is not null
        and a.due_at < ${endOfDay(where.now)} and ${liesWithin('a.place', where)}
      order by 1`.execute(tx)
    return found.rows
  },
  due: {
    may: 'needs.read',
    async of(tx, scope, where) {
      const found = await sql<Due>`
        select 'action' as kind, coalesce(p.name, '') as name, a.what, a.due_at as at,
          '/people/' || p.id || '/plan' as href, p.id as person
        from plan_actions a join people p on p.council = a.council and p.id = a.person
        where a.council = ${scope.council} and a.state = 'open' and p.erased_at is null
          and a.due_at <= ${new Date(where.now)} and ${liesWithin('a.place', where)}
          and ${inScope(scope, 'a.place')}
        order by a.due_at, a.id limit ${dueMax}`.execute(tx)
      return found.rows
    },
  },
}

/** The first moment of tomorrow in London. */
function endOfDay(now: number): Date {
  const noon = londonInstant(londonDate(now), 12 * 60)
  return new Date(londonInstant(londonDate(noon + dayMs), 0))
}
