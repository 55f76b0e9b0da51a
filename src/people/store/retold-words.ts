// What would a record say if some corrections had been another's? Its words are told anew from its
// own events, and the difference is one more correction: nothing is overwritten in silence.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type PersonWords, personCorrected } from '../domain/events.ts'
import { householdOf } from './add-people.ts'

type Words = Partial<Omit<PersonWords, 'contacts'>>
type Home = {
  readonly place: Id | null
  readonly dwelling: Id | null
  readonly household: Id | null
}

type Told = {
  readonly seq: number
  readonly kind: string
  readonly place: Id | null
  readonly body: {
    readonly place?: Id | null
    readonly dwelling?: Id | null
    readonly household?: Id | null
  }
  readonly words: (Words & { contacts?: unknown }) | null
}

export type Retelling = {
  readonly record: Id
  /** Positions of corrections that were never this record's. */
  readonly without: readonly number[]
  /** And of those of others that are. */
  readonly and: readonly number[]
}

/** Undefined when it comes to the same as now. */
export async function correctedTo(
  tx: Tx,
  council: string,
  { record, without, and }: Retelling,
): Promise<Draft | undefined> {
  const told = await eventsOf(tx, council, { record, and })
  const own = told.filter(one => !and.includes(one.seq))
  const now = stateOf(own)
  const then = stateOf(told.filter(one => !without.includes(one.seq)))
  const words = Object.fromEntries(
    Object.entries(then.words).filter(([name, value]) => now.words[name as keyof Words] !== value),
  )
  const isMoved = (['place', 'dwelling', 'household'] as const).some(
    name => now.home[name] !== then.home[name],
  )
  const fields = Object.keys(words)
  if (fields.length === 0 && !isMoved && and.length === 0) return undefined
  return personCorrected({
    subjects: [record],
    place: then.home.place,
    body: {
      person: record,
      fields: fields.length === 0 ? ['place'] : fields,
      source: 'unmerge',
      ...(isMoved ? then.home : {}),
      ...(and.length > 0 ? { told: [...and] } : {}),
    },
    words,
  })
}

async function eventsOf(
  tx: Tx,
  council: string,
  { record, and }: Pick<Retelling, 'record' | 'and'>,
): Promise<readonly Told[]> {
  const found = await sql<Told>`
    select e.seq, e.kind, e.place, e.body, r.words
    from (select seq from person_events where council = ${council} and person = ${record}
      union select unnest(${[...and]}::bigint[])) about
    join events e on e.council = ${council} and e.seq = about.seq
      and e.kind in ('people.PersonAdded', 'people.PersonCorrected')
      and (e.body ->> 'person' = ${record} or e.seq = any (${[...and]}::bigint[]))
    left join register r on r.council = e.council and r.seq = e.seq
    order by e.seq`.execute(tx)
  return found.rows.map(row => ({ ...row, seq: Number(row.seq) }))
}

function stateOf(told: readonly Told[]): { words: Words; home: Home } {
  let words: Words = {}
  let home: Home = { place: null, dwelling: null, household: null }
  for (const { kind, place, body, words: said } of told) {
    const { contacts: _, ...fields } = said ?? {}
    words = { ...words, ...fields }
    home = kind === 'people.PersonAdded' ? firstHome(place, body) : movedHome(home, body)
  }
  return { words, home }
}

function firstHome(place: Id | null, body: Told['body']): Home {
  return { place, dwelling: body.dwelling ?? null, household: householdOf(body) }
}

function movedHome(home: Home, body: Told['body']): Home {
  const isMoved = body.dwelling !== undefined || body.household !== undefined
  return {
    place: body.place === undefined ? home.place : body.place,
    dwelling: body.dwelling === undefined ? home.dwelling : body.dwelling,
    household: isMoved ? householdOf(body) : home.household,
  }
}
