// Whom may nobody ring any more, by what this file says? Deaths and withdrawals act before anything
// else of the load is written.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { flagLowered } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { listTypeIds, listTypeOf } from '../domain/list-types.ts'
import { reportedDeath, reportedWithdrawal } from '../domain/person-drafts.ts'
import { basisAsked } from '../domain/version-events.ts'
import { isCertain, stopsContact } from './preview.ts'

type Stopping = { readonly file: Id; readonly list: string; readonly version: Id }

export async function stopDrafts(tx: Tx, council: string, stopping: Stopping): Promise<Draft[]> {
  const { list, version } = stopping
  const died = await deaths(tx, council, stopping)
  const withdrawn = await withdrawals(tx, council, stopping)
  const said = (person: Id) => ({ person, list, version })
  return [
    ...died.map(person => reportedDeath(said(person))),
    ...withdrawn.map(person => reportedWithdrawal(said(person))),
    ...withdrawalsAsked({ list, version, people: withdrawn }),
  ]
}

/** Somebody decides, soon, whether anything else allows contact. */
export function withdrawalsAsked(asked: {
  readonly list: string
  readonly version: Id
  readonly people: readonly Id[]
}): Draft[] {
  const { people, ...of } = asked
  const parts = Array.from({ length: Math.ceil(people.length / peoplePerEvent) }, (_, at) => at)
  return parts.map(at => {
    const some = people.slice(at * peoplePerEvent, (at + 1) * peoplePerEvent)
    return basisAsked({ subjects: [], body: { ...of, why: 'withdrawn', people: some } })
  })
}

const peoplePerEvent = 2_000

async function deaths(tx: Tx, council: string, { file }: Stopping): Promise<Id[]> {
  const found = await sql<{ person: Id }>`
    select distinct s.person from staged_rows s
    join people p on p.council = s.council and p.id = s.person
    where s.council = ${council} and s.file = ${file} and s.is_known
      and ${stopsContact}
      and not p.flags && array['deceased-reported', 'deceased-confirmed']
    order by s.person`.execute(tx)
  return found.rows.map(({ person }) => person)
}

/**
 * Told of the record that the list knows, so that a parting takes it along. Rows that say nothing
 * new ask nothing again: somebody has decided about these very words, or is about to.
 */
async function withdrawals(tx: Tx, council: string, { file }: Stopping): Promise<Id[]> {
  const found = await sql<{ person: Id }>`
    select distinct coalesce(own.id, s.person) as person from (
      select person, entry_id, comparable from staged_rows
      where council = ${council} and file = ${file} and is_known
        and 'withdrawn' = any (reasons) and ${isCertain}) s
    left join list_entries e on e.council = ${council} and e.id = s.entry_id
    left join people own on own.council = e.council and own.id = e.person and own.root = s.person
    where e.id is null or e.comparable is distinct from s.comparable
    order by 1`.execute(tx)
  return found.rows.map(({ person }) => person)
}

/** The sender who said that they withdrew says that they are back: they asked for it anew. */
export async function backAgain(
  tx: Tx,
  council: string,
  { list, people }: { readonly list: string; readonly people: readonly Id[] },
): Promise<Draft[]> {
  if (people.length === 0) return []
  const { owner } = listTypeOf(list)
  const theirs = listTypeIds.filter(id => listTypeOf(id).owner === owner)
  const found = await sql<{ person: Id; place: Id | null }>`
    select distinct q.id as person, q.place from unnest(${[...people]}::uuid[]) as named (id)
    cross join lateral (select root from people
      where council = ${council} and id = named.id offset 0) p
    cross join lateral (select id, flags from people
      where council = ${council} and id = p.root offset 0) r
    join people q on q.council = ${council} and q.root = r.id and q.erased_at is null
    join person_flags f on f.council = q.council and f.person = q.id and f.flag = 'withdrawn'
      and f.source = any (${[...theirs, list]}::text[])
    where r.flags && array['withdrawn']
    order by q.id`.execute(tx)
  return found.rows.map(({ person, place }) => {
    const body = { person, flag: 'withdrawn' as const, source: list }
    return flagLowered({ subjects: [person], place, body })
  })
}
