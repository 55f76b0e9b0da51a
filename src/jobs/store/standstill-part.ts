// Who is out on a job at a place, and which jobs came due there?
import { sql } from 'kysely'
import { inScope } from '../../access/index.ts'
import { type AtWork, type Due, liesWithin, type StandstillPart } from '../../standstill/index.ts'

const dueMax = 500

export const standstillPart: StandstillPart = {
  name: 'jobs',
  /** Whoever said yes or is under way, or is not home yet: with or without the app we ask. */
  async atWork(tx, where) {
    const found = await sql<AtWork>`select distinct v.user_id as user,
        case when j.state = 'under-way' or j.home_by is not null then 'action'
          else 'given' end as why
      from jobs j join volunteers v on v.council = j.council
        and (v.id = j.volunteer or v.id = j.second) and v.user_id is not null
      where j.council = ${where.council} and ${liesWithin('j.place', where)}
        and (j.state in ('claimed', 'under-way')
          or (j.home_by is not null and j.home_at is null))
      order by 1`.execute(tx)
    return found.rows
  },
  due: {
    may: 'jobs.read',
    async of(tx, scope, where) {
      const found = await sql<Due>`
        select 'action' as kind, coalesce(p.name, '') as name, j.kind as what, j.due_at as at,
          '/jobs/' || j.id as href, p.id as person
        from jobs j join people p on p.council = j.council and p.id = j.person
        where j.council = ${scope.council} and j.state in ('offered', 'claimed', 'under-way')
          and p.erased_at is null and j.due_at <= ${new Date(where.now)}
          and ${liesWithin('j.place', where)} and ${inScope(scope, 'j.place')}
        order by j.due_at, j.id limit ${dueMax}`.execute(tx)
      return found.rows
    },
  },
}
