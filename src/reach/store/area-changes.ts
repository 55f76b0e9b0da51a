// Who joined, left or came back when an area was drawn anew? Told by what its campaigns wrote in
// the same act.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export const changes = ['joined', 'left', 'restored'] as const
export type Change = (typeof changes)[number]

export type AreaChange = {
  readonly number: number
  readonly at: Date
  readonly change: Change
  readonly campaign: string
  readonly kind: string
  /** A person's record; null of a home or an organisation. */
  readonly person: Id | null
  readonly name: string
  readonly village: string | null
}
export type ChangeCount = { readonly number: number; readonly change: Change; readonly n: number }

const changed = ({ council }: Scope, area: Id) => sql`
  select (d.body->>'number')::int as number, e.recorded_at as at, e.seq, e.nth, m.kind, m.subject,
    m.place, m.campaign, case e.kind when 'reach.MemberJoined' then 'joined'
      when 'reach.MemberDropped' then 'left' else 'restored' end as change
  from events d join events e on e.council = d.council and e.command = d.command
    and e.kind in ('reach.MemberJoined', 'reach.MemberDropped', 'reach.MemberRestored')
  join members m on m.council = e.council and m.id = (e.body->>'member')::uuid
  where d.council = ${council} and d.kind = 'areas.AreaDrawn' and d.body->>'area' = ${area}`

export async function countChanges(
  tx: Tx,
  scope: Scope,
  area: Id,
): Promise<readonly ChangeCount[]> {
  const found = await sql<ChangeCount>`select number, change, count(*)::int as n
    from (${changed(scope, area)}) c group by 1, 2 order by 1 desc, 2`.execute(tx)
  return found.rows
}

export const changesMax = 20_000

/** The newest version first. `limit` at most. */
export async function changesOf(
  tx: Tx,
  scope: Scope,
  { area, limit }: { readonly area: Id; readonly limit: number },
): Promise<readonly AreaChange[]> {
  const found = await sql<AreaChange>`
    select c.number, c.at, c.change, coalesce(g.title, '') as campaign, c.kind,
      case when c.kind = 'person' then c.subject end as person,
      coalesce(nullif(p.name, ''), nullif(d.address, ''), nullif(o.name, ''), '') as name,
      v.name as village
    from (${changed(scope, area)}) c
    join campaigns g on g.council = ${scope.council} and g.id = c.campaign
    left join people p on p.council = ${scope.council} and p.id = c.subject and c.kind = 'person'
    left join dwellings d on d.council = ${scope.council} and d.id = c.subject
      and c.kind = 'dwelling'
    left join organisations o on o.council = ${scope.council} and o.id = c.subject
      and c.kind = 'organisation'
    left join places s on s.council = ${scope.council} and s.id = c.place
    left join places v on v.council = ${scope.council} and v.id = any (s.path)
      and v.kind = 'village'
    order by c.number desc, c.change, village, name, c.seq limit ${Math.min(limit, changesMax)}
  `.execute(tx)
  return found.rows
}
