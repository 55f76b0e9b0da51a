// Who are the two that one person turns out to be, and what of what happened since is whose?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { agreementsOf, compareFacts } from '../domain/evidence.ts'
import type { SettleStray, StrayState, UnmergePeople, UnmergeState } from '../domain/part-people.ts'
import { straysOf, type Thing, type ThingKind } from '../domain/parting.ts'
import { lockPeople } from './lock-person.ts'
import { knownOf } from './pair-facts.ts'
import { stopsToKeep } from './part-flags.ts'
import { findThings, type PartingAsk, settleThing } from './parting-parts.ts'

export const loadUnmerge: Load<UnmergePeople, UnmergeState> = async (
  tx,
  { from },
  { actor, now },
) => {
  const found = await unmergeState(tx, actor.council, { from, now })
  return found ? { state: found, place: found.place } : refuse('not-found')
}

type Asked = { readonly from: Id; readonly now: number }

export async function unmergeState(
  tx: Tx,
  council: string,
  asked: Asked,
): Promise<UnmergeState | undefined> {
  const [found] = await lockPeople(tx, council, [asked.from])
  if (!found || found.erased_at) return undefined
  const { merged_into: into, place } = found
  const nothing = { into, place, stops: [], moves: [], strays: [], rest: null, agreements: {} }
  const ask = await partingOf(tx, council, asked)
  if (!ask) return nothing
  await lockPeople(tx, council, [...ask.mine, ...ask.theirs])
  const { things, moves } = await findThings(ask)
  const known = await knownOf(tx, council, [ask.from, ask.into])
  const [one, other] = [known.get(ask.from), known.get(ask.into)]
  return {
    ...nothing,
    rest: ask.into,
    stops: await stopsToKeep(ask),
    moves,
    strays: straysOf(things),
    agreements: one && other ? agreementsOf(compareFacts(one.facts, other.facts)) : {},
  }
}

export type Parting = Omit<PartingAsk, 'thingOf'>

/** The two sides; undefined for a record that was not joined into another. */
export async function partingOf(
  tx: Tx,
  council: string,
  { from, now }: Asked,
): Promise<Parting | undefined> {
  const found = await sql<{ id: Id; root: Id; isMine: boolean; seq: number; at: Date }>`
    with recursive below as (
      select id from people where council = ${council} and id = ${from}
      union all
      select p.id from people p join below b on p.merged_into = b.id where p.council = ${council}
    ), joined as (
      select e.seq, e.recorded_at as at from person_events x
      join events e on e.council = x.council and e.seq = x.seq
      where x.council = ${council} and x.person = ${from} and e.kind = 'people.PeopleMerged'
        and e.body ->> 'from' = ${from}
      order by e.seq desc limit 1
    )
    select q.id, q.root, q.id in (select id from below) as "isMine", j.seq, j.at
    from people p join people q on q.council = p.council and q.root = p.root cross join joined j
    where p.council = ${council} and p.id = ${from} and p.merged_into is not null
    order by q.id`.execute(tx)
  const [first] = found.rows
  if (!first) return undefined
  const mine = found.rows.filter(row => row.isMine).map(row => row.id)
  const theirs = found.rows.filter(row => !row.isMine).map(row => row.id)
  const joined = { seq: Number(first.seq), at: first.at }
  return { tx, council, now, from, into: first.root, mine, theirs, joined }
}

/** What would go where: the preview asks what the command asks, and writes nothing. */
export async function previewParting(ask: Parting): Promise<readonly Thing[]> {
  const { things } = await findThings(ask)
  const stops = await stopsToKeep(ask)
  const kept = stops.map(({ flag, raisedAt }) => {
    const [kind, goes, why] = ['flag', 'both', 'cautious'] as const
    return { kind, id: `${kind}-${flag}`, code: flag, at: raisedAt, goes, why }
  })
  const seen = new Set<string>()
  return [...things, ...kept.filter(({ id }) => !seen.has(id) && seen.add(id))]
}

type StrayRow = {
  readonly kind: ThingKind
  readonly thing: Id
  readonly code: string
  readonly from_person: Id
  readonly into_person: Id
  readonly place: Id | null
  readonly whose: Id | null
}

export const loadSettle: Load<SettleStray, StrayState> = async (
  tx,
  { stray, person },
  { actor, now },
) => {
  const { council } = actor
  const found = await sql<StrayRow>`select kind, thing, code, from_person, into_person, place, whose
    from strays where council = ${council} and id = ${stray} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) return refuse('not-found')
  const persons = [row.from_person, row.into_person]
  const state = { isOpen: row.whose === null, persons, place: row.place, moves: [] }
  const other = persons.find(one => one !== person)
  if (!state.isOpen || !other || !persons.includes(person)) return { state, place: row.place }
  const { thing, code } = row
  const records = await recordsOf(tx, council, person)
  const others = await recordsOf(tx, council, other)
  const ask = { tx, council, now, thing, code, to: person, records, other, others }
  const moves = await settleThing(row.kind, ask)
  return { state: { ...state, moves }, place: row.place }
}

async function recordsOf(tx: Tx, council: string, person: Id): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select q.id from people p
    join people q on q.council = p.council and q.root = p.root
    where p.council = ${council} and p.id = ${person} order by q.id`.execute(tx)
  return found.rows.map(row => row.id)
}
