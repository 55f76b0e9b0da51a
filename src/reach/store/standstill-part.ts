// Who holds somebody at a place, who was given calls there, and which promises came due?
import { sql } from 'kysely'
import { inScope } from '../../access/index.ts'
import { type AtWork, type Due, liesWithin, type StandstillPart } from '../../standstill/index.ts'
import { currentRounds } from './current-rounds.ts'

const dueMax = 500

export const standstillPart: StandstillPart = {
  name: 'reach',
  async atWork(tx, where) {
    const at = new Date(where.now)
    const { council } = where
    const found = await sql<AtWork>`
      select h.user_id as user, 'hold' as why from holds h
      join members m on m.council = h.council and m.id = h.member
      where h.council = ${council} and h.until > ${at} and ${liesWithin('m.place', where)}
      union
      select g.user_id, 'given' from call_shares g
      join members m on m.council = g.council and m.id = g.member
      where g.council = ${council} and g.until > ${at} and ${liesWithin('m.place', where)}
      order by 1, 2`.execute(tx)
    return found.rows
  },
  due: {
    may: 'reach.read',
    async of(tx, scope, where) {
      const found = await sql<Due>`
        select 'promise' as kind, coalesce(p.name, '') as name, null as what,
          m.promised_at as at, '/people/' || p.id as href, p.id as person
        from (${currentRounds(scope)}) r
        join members m on m.council = ${scope.council} and m.round = r.id
        join people p on p.council = m.council and p.id = m.subject
        where m.kind = 'person' and m.promised_at <= ${new Date(where.now)}
          and m.state <> 'excused' and ${liesWithin('m.place', where)}
          and ${inScope(scope, 'm.place')}
        order by m.promised_at, m.id limit ${dueMax}`.execute(tx)
      return found.rows
    },
  },
}
