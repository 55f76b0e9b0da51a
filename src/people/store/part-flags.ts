// Stops and cautions told of while two records were joined: which hold for both, and which are for
// a person to judge? Where a mistake could hurt, both keep them.
import { sql } from 'kysely'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { flagLowered, flagRaised } from '../domain/events.ts'
import { isByLists } from '../domain/flags.ts'
import { hardStops } from '../domain/may-contact.ts'
import type { Thing } from '../domain/parting.ts'
import type { PersonFlag } from '../domain/terms.ts'
import type { Parting } from './load-parting.ts'
import type { PartingPart, SettleAsk } from './parting-parts.ts'

/**
 * A visit in pairs protects whoever knocks. That our basis for contact ended may leave somebody
 * alone, so it is never copied; a list says it of the record that it is about.
 */
const cautious: readonly PersonFlag[] = [
  ...hardStops.filter(flag => !isByLists(flag)),
  'visit-in-pairs',
  'no-texts',
  'no-emails',
]

export type KeptStop = {
  readonly person: Id
  readonly flag: PersonFlag
  readonly raisedAt: Date
}

/**
 * Stops told of the joined person since: nobody knows about whom. And stops that one of them had
 * before and that were taken back since: that was said of the joined person, so somebody looks
 * again.
 */
export async function stopsToKeep(ask: Parting): Promise<readonly KeptStop[]> {
  const { tx, council, from, into, mine, theirs, joined } = ask
  const found = await sql<KeptStop>`
    with sides as (
      select unnest(${[...mine]}::uuid[]) as record, ${from}::uuid as person
      union all select unnest(${[...theirs]}::uuid[]), ${into}::uuid
    ), told as (
      select e.seq, e.recorded_at as at, s.person, e.body ->> 'flag' as flag,
        e.kind = 'people.FlagRaised' as is_raised
      from (select distinct x.seq from person_events x
        where x.council = ${council} and x.person in (select record from sides)) about
      join events e on e.council = ${council} and e.seq = about.seq
        and e.kind in ('people.FlagRaised', 'people.FlagLowered')
      join sides s on s.record = (e.body ->> 'person')::uuid
      union all
      select e.seq, e.recorded_at, s.person, f.flag, true
      from sides s
      join people p on p.council = ${council} and p.id = s.record
      join events e on e.council = ${council} and e.seq = p.number
      cross join lateral jsonb_array_elements_text(e.body -> 'flags') as f (flag)
    ), before as (
      select distinct on (person, flag) person, flag, at, is_raised from told
      where seq < ${joined.seq} order by person, flag, seq desc
    ), since as (
      select flag, max(at) as at from told t
      where seq > ${joined.seq} and is_raised and t.person = ${into} and not exists (
        select from told u where u.flag = t.flag and not u.is_raised and u.seq > t.seq)
      group by flag
    ), wanted as (
      select ${from}::uuid as person, flag, at from since
      union
      select person, flag, at from before where is_raised
        and exists (select from told t where t.flag = before.flag and t.seq > ${joined.seq}
          and not t.is_raised)
    )
    select w.person, w.flag, max(w.at) as "raisedAt" from wanted w
    where w.flag = any (${cautious}::text[]) and not exists (
      select from person_flags f join sides s on s.record = f.person
      where f.council = ${council} and f.flag = w.flag and s.person = w.person)
    group by w.person, w.flag order by w.flag, w.person`.execute(tx)
  return found.rows
}

/** Other flags told of the joined person since, such as "hard of hearing". */
async function otherFlags({ tx, council, theirs, joined }: Parting): Promise<readonly Thing[]> {
  const found = await sql<{ person: Id; flag: string; at: Date }>`
    select f.person, f.flag, f.raised_at as at from person_flags f
    where f.council = ${council} and f.person = any (${[...theirs]}::uuid[])
      and f.raised_at > ${joined.at} and f.source <> 'unmerge'
      and f.flag <> all (${cautious}::text[])
    order by f.raised_at, f.flag`.execute(tx)
  return found.rows.map(({ person, flag, at }) => ({
    kind: 'flag',
    id: idFrom('flag', person, flag),
    code: flag,
    at,
    goes: 'review',
    why: 'nothing-says',
  }))
}

/** Told of the one it is about, and taken back of the other. */
async function settleFlag({ tx, council, code, ...ask }: SettleAsk) {
  const flag = code as PersonFlag
  const found = await sql<{ person: Id }>`select person from person_flags
    where council = ${council} and flag = ${code}
      and person = any (${[...ask.records, ...ask.others]}::uuid[])`.execute(tx)
  const has = (records: readonly Id[]) => found.rows.some(row => records.includes(row.person))
  const about = (person: Id) => ({ subjects: [person], body: { person, flag, source: 'unmerge' } })
  return [
    ...(has(ask.records) ? [] : [flagRaised(about(ask.to))]),
    ...(has(ask.others) ? [flagLowered(about(ask.other))] : []),
  ]
}

export const flagsPart: PartingPart = {
  kinds: ['flag'],
  nth: 0,
  find: async ask => ({ things: await otherFlags(ask), moves: [] }),
  settle: settleFlag,
}
