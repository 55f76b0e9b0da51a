// Who would be forgotten by a parting? A campaign that began while two were one has one of them.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops, type PartingAsk } from '../../people/index.ts'
import { joined } from '../domain/join.ts'

type Row = {
  readonly campaign: Id
  readonly round: Id
  readonly pack: string
  readonly packVersion: number
  readonly list: string
  readonly place: Id | null
  readonly canRing: boolean
}

/**
 * In each round that is under way and has the others, whoever leaves them joins if a list of the
 * campaign names a record of their own.
 */
export async function forgottenDrafts(ask: PartingAsk): Promise<Draft[]> {
  const { tx, council, from, mine, theirs, now } = ask
  const records = sql`any (${[...mine]}::uuid[])`
  const found = await sql<Row>`
    select c.id as campaign, r.id as round, c.pack, c.pack_version as "packVersion", l.list,
      p.place, exists (select from contact_points k where k.council = p.council
          and k.belongs_to = ${records} and k.kind in ('mobile', 'landline')
          and k.state in ('untested', 'works'))
        and not exists (select from person_flags f where f.council = p.council
          and f.person = ${records} and f.flag = any (${[...hardStops]}::text[])) as "canRing"
    from people p
    join campaigns c on c.council = p.council and c.member_kind = 'person'
    join rounds r on r.council = c.council and r.campaign = c.id
      and r.number = (select max(x.number) from rounds x
        where x.council = c.council and x.campaign = c.id)
    cross join lateral (select min(e.list) as list from list_entries e
      where e.council = p.council and e.person = ${records} and e.state = 'loaded'
        and e.dropped_by is null and e.list = any (c.lists)) l
    where p.council = ${council} and p.id = ${from} and l.list is not null
      and exists (select from members m where m.council = c.council and m.round = r.id
        and m.subject = any (${[...theirs]}::uuid[]))
      and not exists (select from members m where m.council = c.council and m.round = r.id
        and m.subject = ${records})
    order by c.id`.execute(tx)
  return found.rows.map(({ campaign, round, list, ...row }) => {
    const candidate = { subject: from, kind: 'person' as const, excuse: null, ...row }
    const pack = getPack(row.pack, row.packVersion)
    return joined(candidate, { campaign, round, pack, list, now })
  })
}
