// Somebody rings: as which member are they spoken to, and what is open with them?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type InboundFact = {
  readonly person: Id
  readonly member: Id
  readonly campaign: string
  readonly state: string
  readonly promisedAt: Date | null
}

/**
 * Of each person the one membership of a running round that the call is about: a promise first,
 * then who still waits, then who was reached.
 */
export async function inboundFacts(
  tx: Tx,
  scope: Scope,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, InboundFact>> {
  const found = await sql<InboundFact>`
    select distinct on (p.id) p.id as person, m.id as member, coalesce(c.title, '') as campaign,
      m.state, m.promised_at as "promisedAt"
    from people p
    join people q on q.council = p.council and q.root = p.root
    join members m on m.council = q.council and m.subject = q.id and m.kind = 'person'
    join campaigns c on c.council = m.council and c.id = m.campaign
    join rounds r on r.council = m.council and r.id = m.round
    where p.council = ${scope.council} and p.id = any (${[...people]}::uuid[])
      and r.number = (select max(x.number) from rounds x
        where x.council = r.council and x.campaign = r.campaign)
      and ${inScope(scope, 'm.place')}
    order by p.id, m.state = 'excused', m.promised_at, m.state = 'reached', m.next_at nulls last,
      m.id`.execute(tx)
  return new Map(found.rows.map(row => [row.person, row]))
}
