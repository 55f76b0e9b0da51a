// Who goes into the next round: the members of the last one who are not excused for good.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { hardStops } from '../../people/index.ts'
import type { RoundState, StartRound } from '../domain/start-round.ts'

export const loadRound: Load<StartRound, RoundState> = async (tx, { campaign }, { actor }) => {
  const { council } = actor
  const found = await tx
    .selectFrom('campaigns')
    .select(['pack', 'pack_version'])
    .where('council', '=', council)
    .where('id', '=', campaign)
    .forUpdate()
    .executeTakeFirst()
  const last = await tx
    .selectFrom('rounds')
    .select(['id', 'number'])
    .where('council', '=', council)
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (!found || !last) return refuse('not-found')
  const members = await sql<RoundState['members'][number]>`
    select (extract(epoch from m.promised_at) * 1000)::float8 as "promisedAt",
      m.subject, m.kind, m.place, m.list, null as excuse,
      not coalesce(p.flags, '{}') && ${[...hardStops]}::text[] and exists (
        select from contact_points k where k.council = m.council and k.person = p.root
          and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')) as "canRing"
    from members m left join people p on p.council = m.council and p.id = m.subject
    where m.council = ${council} and m.round = ${last.id}
      and (m.state <> 'excused' or m.reason = 'empty' or ${mayComeBack})
    order by m.subject`.execute(tx)
  const { pack, pack_version: packVersion } = found
  const state = { pack, packVersion, lastNumber: last.number, members: members.rows }
  return { state, place: null }
}

/**
 * A report may be wrong, and so may the joining of two records. Whoever is out for that joins with
 * it and counts as excused there too; if it is taken back later, nobody is forgotten.
 */
const mayComeBack = sql<boolean>`(m.kind = 'person'
  and m.reason in ('died', 'moved', 'listed-twice', 'away')
  and not coalesce(p.flags, '{}') && array['deceased-confirmed', 'moved-confirmed'])`
