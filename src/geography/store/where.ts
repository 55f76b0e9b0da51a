// Of what do we not know where it is? Rows of files that wait, and people without a place.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { type PlaceKind, placeAddresses } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import type { WaitingPerson } from '../domain/answer-where.ts'
import type { Reason } from '../domain/terms.ts'

export type RowQuestion = {
  readonly kind: 'rows'
  readonly id: Id
  readonly reason: Reason
  readonly count: number
  readonly street: string
  readonly village: string
  readonly address: string
  readonly code: string | null
  readonly near: Id | null
  readonly nearName: string | null
}
export type PeopleQuestion = {
  readonly kind: 'people'
  readonly id: Id
  readonly count: number
  readonly postcode: string
  /** Written addresses, when there is no postcode to ask by. */
  readonly address: string
}
export type Question = RowQuestion | PeopleQuestion

const questionsMax = 500
const peopleMax = 20_000

export async function rowQuestions(
  tx: Tx,
  council: string,
  only: Id | null = null,
): Promise<readonly RowQuestion[]> {
  const wanted = only === null ? sql`true` : sql`h.question = ${only}`
  const found = await sql<RowQuestion>`
    select 'rows' as kind, h.question as id, min(h.reason) as reason, count(*)::int as count,
      min(h.street) as street, min(h.village) as village, min(h.address) as address,
      min(h.code) as code, (array_agg(h.near))[1] as near, min(p.name) as "nearName"
    from geo_held h left join places p on p.council = h.council and p.id = h.near
    where h.council = ${council} and h.state = 'open' and ${wanted}
    group by h.question order by count(*) desc, h.question limit ${questionsMax}`.execute(tx)
  return found.rows
}

type Unplaced = WaitingPerson & { readonly postcode: string; readonly address: string }

/** Only who may see the whole council sees people who lie nowhere yet. */
async function unplaced(tx: Tx, council: string): Promise<readonly Unplaced[]> {
  const found = await sql<Unplaced>`
    select p.id, p.address_key as key, p.postcode, p.address,
      array(select m.id from members m where m.council = p.council and m.subject = p.id
        and m.place is null order by m.id) as members
    from people p
    where p.council = ${council} and p.place is null and p.erased_at is null
      and p.merged_into is null
    order by p.number limit ${peopleMax}`.execute(tx)
  return found.rows
}

/** One question for each postcode; without one, for each written address. */
export async function peopleQuestions(
  tx: Tx,
  council: string,
): Promise<readonly (PeopleQuestion & { readonly people: readonly WaitingPerson[] })[]> {
  const people = (await unplaced(tx, council)).filter(one => one.postcode || one.key)
  const groups = Map.groupBy(people, one => one.postcode || one.key)
  return [...groups]
    .map(([group, own]) => ({
      kind: 'people' as const,
      id: idFrom(council, 'where-people', group),
      count: own.length,
      postcode: own[0]?.postcode ?? '',
      address: own[0]?.address ?? '',
      people: own,
    }))
    .sort((one, other) => other.count - one.count)
    .slice(0, questionsMax)
}

export async function questions(tx: Tx, scope: Scope): Promise<readonly Question[]> {
  if (!scope.everywhere) return []
  const rows = await rowQuestions(tx, scope.council)
  const people = await peopleQuestions(tx, scope.council)
  return [...people.map(({ people: _, ...question }) => question), ...rows]
}

export type Asked = Question & {
  readonly addresses: readonly string[]
  readonly persons: readonly Id[]
}

const addressesShown = 20

export async function findQuestion(tx: Tx, scope: Scope, id: Id): Promise<Asked | undefined> {
  if (!scope.everywhere) return undefined
  const [rows] = await rowQuestions(tx, scope.council, id)
  if (rows) {
    const found = await sql<{ line: string }>`
      select concat_ws(', ', nullif(address, ''), nullif(village, ''), nullif(postcode, '')) as line
      from geo_held where council = ${scope.council} and question = ${id} and state = 'open'
      order by row limit ${addressesShown}`.execute(tx)
    return { ...rows, addresses: found.rows.map(row => row.line), persons: [] }
  }
  const all = await peopleQuestions(tx, scope.council)
  const found = all.find(one => one.id === id)
  if (!found) return undefined
  const { people, ...question } = found
  const addresses = [...new Set((people as readonly Unplaced[]).map(addressLine))]
  const persons = people.map(one => one.id)
  return { ...question, addresses: addresses.slice(0, addressesShown), persons }
}

function addressLine({ address, postcode }: Unplaced): string {
  return [address, postcode].filter(part => part !== '').join(', ')
}

export type Choice = {
  readonly id: Id
  readonly kind: PlaceKind
  readonly name: string
  readonly above: string
}

const choicesMax = 30

/** Villages first; a name that begins so before one that only holds it. */
export async function findPlaces(tx: Tx, scope: Scope, text: string): Promise<readonly Choice[]> {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')
  if (wanted === '') return []
  const found = await sql<Choice>`
    select p.id, p.kind, p.name, coalesce(string_agg(a.name, ', '
      order by array_position(p.path, a.id) desc), '') as above
    from places p left join places a on a.council = p.council and a.id = any (p.path)
      and a.id <> p.id and a.kind <> 'district'
    where p.council = ${scope.council} and p.kind <> 'district' and p.ended_at is null
      and lower(p.name) like ${`%${wanted}%`}
    group by p.id, p.kind, p.name
    order by lower(p.name) like ${`${wanted}%`} desc,
      array_position(array['village', 'zone', 'street'], p.kind), p.name, p.id
    limit ${choicesMax}`.execute(tx)
  return found.rows
}

/** What the question itself points at: a street it may mean, or the village of a postcode. */
export async function suggested(tx: Tx, scope: Scope, asked: Question): Promise<readonly Choice[]> {
  const postcode = asked.kind === 'people' ? asked.postcode : ''
  const near = asked.kind === 'rows' ? asked.near : null
  const found = await sql<Choice>`
    select p.id, p.kind, p.name, coalesce(string_agg(a.name, ', '
      order by array_position(p.path, a.id) desc), '') as above
    from places p left join places a on a.council = p.council and a.id = any (p.path)
      and a.id <> p.id and a.kind <> 'district'
    where p.council = ${scope.council} and p.ended_at is null and (p.id = ${near} or p.id in (
      select c.place from geo_facts f join place_codes c on c.council = f.council
        and c.code = f.value ->> 'parish' and c.until_at is null
      where f.council = ${scope.council} and f.kind = 'postcode' and f.stands
        and f.key = ${postcode}))
    group by p.id, p.kind, p.name order by p.name`.execute(tx)
  return found.rows
}

export type KnownNow = WaitingPerson & { readonly street: Id; readonly dwelling: Id | null }

/** People without a place whose address has one by now: a file came after them. */
export async function knownNow(tx: Tx, scope: Scope): Promise<readonly KnownNow[]> {
  if (!scope.everywhere) return []
  const people = await unplaced(tx, scope.council)
  const wanted = people.map(({ id, key, postcode }) => {
    return { ref: id, uprn: null, key, postcode: postcode || null }
  })
  const places = await placeAddresses(tx, scope.council, wanted)
  return people.flatMap(person => {
    const at = places.get(person.id)
    return at ? [{ ...person, street: at.street, dwelling: at.dwelling }] : []
  })
}
